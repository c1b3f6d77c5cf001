/* rules/findings.tsv -> C: `mkpages FILE`; -> docs/findings.md: `mkpages --markdown FILE`. A row a
 * page; see rules/page.h. */
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 8, LINE = 8192 };
enum { CODE, SEVERITY, TITLE, WHAT, WHY, FAILING, MENDED, FINE };

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

static void put_c(char *const *cell)
{
    printf("{");
    for (int i = 0; i < COLUMNS; i++) {
        put_text(cell[i]);
        printf(i + 1 < COLUMNS ? ", " : "},\n");
    }
}

static void put_lines(const char *title, const char *text)
{
    printf("\n%s\n\n    ", title);
    for (const char *p = text; *p; p++)
        if (*p == '|')
            printf("\n    ");
        else
            putchar(*p);
    printf("\n");
}

static void put_markdown(char *const *cell)
{
    static int reasons;
    int reason = strcmp(cell[SEVERITY], "reason") == 0;

    if (reason && !reasons++)
        printf("\n# Reasons of unknowns\n\nWhy screening leaves a clause open (`eligo explain "
               "CODE` prints the same).\n");
    printf("\n## `%s`: %s\n\n", cell[CODE], cell[TITLE]);
    if (!reason)
        printf("Usual severity: %s. ", cell[SEVERITY]);
    printf("%s\n\n%s\n", cell[WHAT], cell[WHY]);
    put_lines(reason ? "Where it happens:" : "Lines that have it:", cell[FAILING]);
    put_lines(reason ? "What settles it:" : "Mended:", cell[MENDED]);
    if (!reason)
        put_lines("Not reported:", cell[FINE]);
}

static const char preface[] =
    "# Findings\n\n"
    "<!-- Made by `make docs/findings.md` from rules/findings.tsv; what is changed here is lost. "
    "-->\n\n"
    "What `eligo audit` says of a text, code by code: what is meant, why it matters, lines that "
    "have it, the same\n"
    "mended, and near-misses that are not reported. All lines shown here are run as tests "
    "(`tests/unit/test_audit.c`).\n"
    "Where several codes fit the same words, one is told: the first of damaged-notation, garbled, "
    "incomplete,\n"
    "implausible-unit, implausible-value, missing-unit, contradiction, multiple-thresholds, "
    "redundant,\n"
    "registry-mismatch, polarity, exception-scope, negation-scope, and-or-scope, modifier-scope, "
    "boundary,\n"
    "missing-anchor, missing-window, discretion, vague-term, population, future-event, "
    "not-a-criterion, open-list,\n"
    "undefined-abbreviation.\n\n"
    "*Error*: the line cannot be applied as it stands, or means the opposite. *Warning*: readings "
    "differ for a\n"
    "noticeable share of patients. *Note*: they differ at one value, or by convention.\n";

/* One row; false where it is not as it should be. */
static int put_row(char *line, int markdown)
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
    for (int i = 0; i < COLUMNS; i++)
        if (!*cell[i])
            return 0;
    if (markdown)
        put_markdown(cell);
    else
        put_c(cell);
    return 1;
}

int main(int argc, char **argv)
{
    int markdown = argc == 3 && strcmp(argv[1], "--markdown") == 0;
    const char *path = argc == 2 || markdown ? argv[argc - 1] : NULL;
    FILE *f = path ? fopen(path, "r") : NULL;
    char line[LINE];
    size_t number = 0, count = 0;

    if (!f) {
        fprintf(stderr, "usage: mkpages [--markdown] FILE\n");
        return 2;
    }
    printf("%s", markdown ? preface : "#include \"rules/page.h\"\nconst page page_table[] = {\n");
    while (fgets(line, sizeof line, f)) {
        size_t size = strlen(line);

        number++;
        if (*line == '#' || strncmp(line, "code\t", 5) == 0)
            continue;
        if (!size || line[size - 1] != '\n') {
            fprintf(stderr, "%s:%zu: longer than %d bytes, or without its end\n", path, number,
                    LINE);
            return 1;
        }
        line[size - 1] = 0;
        if (!put_row(line, markdown)) {
            fprintf(stderr, "%s:%zu: a page has %d columns, none of them empty\n", path, number,
                    COLUMNS);
            return 1;
        }
        count++;
    }
    if (!markdown)
        printf("{0}};\nconst size_t page_count = %zu;\n", count);
    fclose(f);
    return fflush(stdout) != 0;
}
