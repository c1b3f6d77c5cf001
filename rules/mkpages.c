/* rules/findings.tsv -> C: `mkpages FILE`. A row a page; see rules/page.h. */
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 7, LINE = 8192 };

static void put_text(const char *text)
{
    putchar('"');
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if (*p == '|')
            printf("\\n");
        else if (*p == '"' || *p == '\\' || *p == '?')
            printf("\\%c", *p);
        else if (*p < 32 || *p > 126)
            printf("\\%03o", *p);
        else
            putchar(*p);
    putchar('"');
}

/* One row; false where it is not as it should be. */
static int put_row(char *line)
{
    char *cell[COLUMNS + 1];
    int n = 0;

    for (char *p = line; p && n <= COLUMNS;) {
        char *tab = strchr(p, '\t');

        if (tab)
            *tab++ = 0;
        cell[n++] = p;
        p = tab;
    }
    if (n != COLUMNS)
        return 0;
    printf("{");
    for (int i = 0; i < COLUMNS; i++) {
        if (!*cell[i])
            return 0;
        put_text(cell[i]);
        printf(i + 1 < COLUMNS ? ", " : "},\n");
    }
    return 1;
}

int main(int argc, char **argv)
{
    FILE *f = argc == 2 ? fopen(argv[1], "r") : NULL;
    char line[LINE];
    size_t number = 0, count = 0;

    if (!f) {
        fprintf(stderr, "usage: mkpages FILE\n");
        return 2;
    }
    printf("#include \"rules/page.h\"\nconst page page_table[] = {\n");
    while (fgets(line, sizeof line, f)) {
        size_t size = strlen(line);

        number++;
        if (*line == '#' || strncmp(line, "code\t", 5) == 0)
            continue;
        if (!size || line[size - 1] != '\n') {
            fprintf(stderr, "%s:%zu: longer than %d bytes, or without its end\n", argv[1], number,
                    LINE);
            return 1;
        }
        line[size - 1] = 0;
        if (!put_row(line)) {
            fprintf(stderr, "%s:%zu: a page has %d columns, none of them empty\n", argv[1], number,
                    COLUMNS);
            return 1;
        }
        count++;
    }
    printf("{0}};\nconst size_t page_count = %zu;\n", count);
    fclose(f);
    return fflush(stdout) != 0;
}
