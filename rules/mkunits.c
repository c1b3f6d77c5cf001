/* rules/units.tsv -> build/gen/unit_table.c: units with their values in base units, and what is
 * printed for them, sorted. The columns are described at the head of the table.
 *
 * usage: mkunits rules/units.tsv > unit_table.c */
#include "rules/unit_term.h"

#include <stdio.h>
#include <stdlib.h>

enum { CELLS = 6, ROWS = 20000 };

static const char *const special_names[SPECIALS] = {"",    "Cel", "degF", "degRe", "pdiop", "slope",
                                                    "hpX", "hpC", "hpM",  "hpQ",   "pH",    "ln",
                                                    "lg",  "lg2", "sqrt", "ld"};

static unit_prefix prefixes[64];
static unit_row rows[1024];
static unit_say says[ROWS];
static size_t prefix_count, row_count, say_count;
static const char *path;
static size_t line;

static void fail(const char *what, const char *about)
{
    fprintf(stderr, "%s:%zu: %s: %s\n", path, line, what, about);
    exit(1);
}

static char *copy(const char *text)
{
    char *p = strdup(text);

    if (!p)
        fail("no memory", "");
    return p;
}

static const unit_row *find(const void *context, const char *code, size_t size)
{
    (void)context;
    for (size_t i = 0; i < row_count; i++)
        if (strlen(rows[i].code) == size && memcmp(rows[i].code, code, size) == 0)
            return &rows[i];
    return NULL;
}

static bool parses(const char *code, unit *u, const char **problem)
{
    unit_term t = {.text = code,
                   .size = strlen(code),
                   .find = find,
                   .prefixes = prefixes,
                   .prefix_count = prefix_count};
    bool good = unit_term_parse(&t, u);

    *problem = t.problem;
    return good;
}

static unit parse(const char *code)
{
    const char *problem;
    unit u;

    if (!parses(code, &u, &problem))
        fail(problem, code);
    return u;
}

static bool flagged(const char *flags, const char *name)
{
    size_t n = strlen(name);

    for (const char *p = flags; (p = strstr(p, name)) != NULL; p += n)
        if ((p == flags || p[-1] == ' ') && (p[n] == 0 || p[n] == ' '))
            return true;
    return false;
}

static void add_unit(char *cell[CELLS])
{
    unit_row *r = &rows[row_count];
    const char *special = strstr(cell[4], "special=");
    double value = strtod(cell[2], NULL);

    if (row_count == sizeof rows / sizeof *rows)
        fail("too many units", cell[1]);
    if (find(NULL, cell[1], strlen(cell[1])))
        fail("twice", cell[1]);
    r->code = copy(cell[1]);
    r->metric = flagged(cell[4], "metric");
    if (!(value > 0))
        fail("no value", cell[1]);
    r->unit = parse(cell[3]);
    r->unit.factor *= value;
    if (flagged(cell[4], "arbitrary")) {
        r->unit.arbitrary = (unsigned short)(row_count + 1);
        r->unit.arbitrary_power = 1;
    }
    if (special) {
        for (int i = 1; i < SPECIALS; i++)
            if (strcmp(special + strlen("special="), special_names[i]) == 0)
                r->unit.special = (unsigned char)i;
        if (!r->unit.special)
            fail("no such function", special);
        r->unit.reference = r->unit.factor;
        r->unit.factor = 1;
    }
    row_count++;
}

static void add_base(char *cell[CELLS])
{
    unit_row *r = &rows[row_count++];
    long dimension = strtol(cell[2], NULL, 10);

    if (dimension < 0 || dimension >= UNIT_DIMENSIONS)
        fail("no such dimension", cell[2]);
    r->code = copy(cell[1]);
    r->metric = true;
    r->unit = unit_one();
    r->unit.power[dimension] = 1;
}

static void add_say(const char *text, const char *ucum, unsigned flags, char period)
{
    unit_say *s = &says[say_count];
    char key[64];
    size_t n = strlen(text);

    if (say_count == ROWS || n == 0 || n >= sizeof key)
        fail("too many or too long", text);
    for (size_t i = 0; i <= n; i++)
        key[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
    for (size_t i = 0; i < say_count; i++)
        if (strcmp(says[i].text, text) == 0 && says[i].flags == flags &&
            strcmp(says[i].ucum, ucum) == 0)
            return;
    *s = (unit_say){copy(key), copy(text), copy(ucum), (unsigned short)flags, period};
    say_count++;
}

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The spelling itself and, of a word, its plural. */
static void add_word(const char *text, const char *ucum, unsigned flags, char period)
{
    size_t n = strlen(text), word = 0;
    char plural[64];

    add_say(text, ucum, flags, period);
    while (word < n && letter(text[n - 1 - word]))
        word++;
    if (!(flags & SAY_EXACT) && word >= 4 && text[n - 1] != 's' && n + 2 < sizeof plural) {
        snprintf(plural, sizeof plural, "%s%s", text, text[n - 1] == 'h' ? "es" : "s");
        if (strcmp(text + n - word, "month") == 0)
            snprintf(plural, sizeof plural, "%ss", text);
        add_say(plural, ucum, flags, period);
    }
}

/* Each of the alternatives of `ucum` with a prefix before it. */
static const char *prefixed(const char *prefix, const char *ucum)
{
    static char out[256];
    size_t n = 0;

    for (const char *p = ucum; *p; p++) {
        if (p == ucum || p[-1] == '|')
            n += (size_t)snprintf(out + n, sizeof out - n, "%s", *p == '{' ? "" : prefix);
        if (n + 2 >= sizeof out)
            fail("too long", ucum);
        out[n++] = *p;
    }
    out[n] = 0;
    return out;
}

/* Which prefixes are in use is told for each symbol: dm is a length, but "du" is a word. */
static const char *short_prefixes(const char *symbol)
{
    static const struct {
        const char *symbol, *prefixes;
    } use[] = {
        {"g", "k m u mc n p f c d"},
        {"L", "m u mc d c n f"},
        {"l", "m u mc d c n f"},
        {"mol", "k m u mc n p f"},
        {"mols", "m u n p"},
        {"eq", "m u mc n"},
        {"val", "m"},
        {"osm", "m u"},
        {"osmol", "m u"},
        {"kat", "m u mc n"},
        {"U", "k m u mc n"},
        {"iu", "k m u mc n"},
        {"ui", "m u mc"},
        {"iU", "k m u"},
        {"IE", "m"},
        {"ie", "m"},
    };

    for (size_t i = 0; i < sizeof use / sizeof *use; i++)
        if (strcmp(use[i].symbol, symbol) == 0)
            return use[i].prefixes;
    fail("no prefixes are known for", symbol);
    return "";
}

static void add_short(const char *text, const char *ucum, unsigned flags)
{
    char list[32], both[64], *rest = list;
    bool activity = strpbrk(text, "uUiI") != NULL;

    snprintf(list, sizeof list, "%s", short_prefixes(text));
    for (char *p; (p = strsep(&rest, " ")) != NULL;) {
        const char *u = prefixed(strcmp(p, "mc") == 0 ? "u" : p, ucum);
        bool litre =
            strcmp(p, "mc") == 0 && (text[0] == 'L' || text[0] == 'l'); /* MCL is a lymphoma */
        snprintf(both, sizeof both, "%s%s", p, text);
        if (!activity && !litre) {
            add_say(both, u, flags & ~(unsigned)SAY_EXACT, 0);
            continue;
        }
        /* MIU is a million units to some, and a thousandth to others. */
        add_say(both, u, flags | SAY_EXACT, 0);
        for (char *q = both + strlen(p); *q; q++)
            *q = *q >= 'A' && *q <= 'Z' ? (char)(*q + 32) : *q;
        add_say(both, u, flags | SAY_EXACT, 0);
        for (char *q = both + strlen(p); *q; q++)
            *q = *q >= 'a' && *q <= 'z' ? (char)(*q - 32) : *q;
        add_say(both, u, flags | SAY_EXACT, 0);
    }
}

static void add_long(const char *text, const char *ucum, unsigned flags)
{
    static const struct {
        const char *word, *code;
    } use[] = {{"micro", "u"}, {"milli", "m"}, {"nano", "n"}, {"pico", "p"}, {"femto", "f"},
               {"deci", "d"},  {"centi", "c"}, {"kilo", "k"}, {"mega", "M"}, {"giga", "G"}};
    char both[64];

    for (size_t i = 0; i < sizeof use / sizeof *use; i++) {
        snprintf(both, sizeof both, "%s%s", use[i].word, text);
        add_word(both, prefixed(use[i].code, ucum), flags, 0);
        snprintf(both, sizeof both, "%s-%s", use[i].word, text);
        add_word(both, prefixed(use[i].code, ucum), flags, 0);
    }
}

static void add_says(char *cell[CELLS])
{
    static const struct {
        const char *name;
        unsigned flag;
    } names[] = {{"len", SAY_LENGTH},  {"noun", SAY_NOUN},     {"power", SAY_POWER},
                 {"below", SAY_BELOW}, {"lab", SAY_LAB},       {"full", SAY_FULL},
                 {"basis", SAY_BASIS}, {"filler", SAY_FILLER}, {"field", SAY_FIELD}};
    unsigned flags = 0;
    const char *time = strstr(cell[4], "time=");
    char *list = copy(cell[3]), *rest = list, *codes = copy(cell[1]), *more = codes;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (flagged(cell[4], names[i].name))
            flags |= names[i].flag;
    for (char *p; (p = strsep(&more, "|")) != NULL;)
        parse(p);
    for (char *p; (p = strsep(&rest, "|")) != NULL;) {
        unsigned f = flags;
        if (*p == '=') {
            p++;
            f |= SAY_EXACT;
        }
        if (!flagged(cell[4], "prefixed"))
            add_word(p, cell[1], f, time ? time[5] : 0);
        if (flagged(cell[4], "short"))
            add_short(p, cell[1], f);
        if (flagged(cell[4], "long"))
            add_long(p, cell[1], f);
    }
    free(list);
    free(codes);
}

static int by_code(const void *a, const void *b)
{
    return strcmp(((const unit_row *)a)->code, ((const unit_row *)b)->code);
}

/* Exact spellings first, so that they are found first. */
static int by_key(const void *a, const void *b)
{
    const unit_say *x = a, *y = b;
    int c = strcmp(x->key, y->key);

    if (c == 0)
        c = (y->flags & SAY_EXACT) - (x->flags & SAY_EXACT);
    if (c == 0)
        c = strcmp(x->text, y->text);
    return c ? c : x->flags - y->flags;
}

static void quote(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

/* Is each of the codes that stand for a printed unit one by itself? */
static bool codes_good(const unit_say *s)
{
    char *codes = copy(s->ucum), *rest = codes, *code;
    bool good = true;

    while ((code = strsep(&rest, "|")) != NULL)
        good = good && *code && parses(code, &(unit){0}, &(const char *){NULL});
    free(codes);
    return good;
}

static void check_says(void)
{
    for (size_t i = 0; i < say_count; i++)
        if (codes_good(&says[i]))
            says[i].flags |= SAY_CODE;
    for (size_t i = 1; i < say_count; i++) {
        const unit_say *a = &says[i - 1], *b = &says[i];
        unsigned kinds = SAY_POWER | SAY_NOUN | SAY_BASIS | SAY_FILLER | SAY_FIELD;
        if (strcmp(a->key, b->key) == 0 && (a->flags & SAY_EXACT) == (b->flags & SAY_EXACT) &&
            (!(a->flags & SAY_EXACT) || strcmp(a->text, b->text) == 0) &&
            (a->flags & kinds) == (b->flags & kinds) && strcmp(a->ucum, b->ucum) != 0)
            fail("two meanings", a->text);
    }
}

/* Which keys there are, as a hash table of at least twice as many places. */
static void print_slots(void)
{
    unsigned size = 64;
    unsigned short *slots;

    while (size < 2 * say_count)
        size *= 2;
    slots = calloc(size, sizeof *slots);
    if (!slots)
        fail("no memory", "");
    for (size_t i = 0; i < say_count; i++) {
        unsigned hash = UNIT_SAY_SEED, at;

        if (i && strcmp(says[i].key, says[i - 1].key) == 0)
            continue;
        for (const char *c = says[i].key; *c; c++)
            hash = unit_say_hash(hash, *c);
        for (at = unit_say_slot(hash, size - 1); slots[at];)
            at = (at + 1) & (size - 1);
        slots[at] = (unsigned short)(i + 1);
    }
    printf("const unsigned unit_say_mask = %u;\nconst unsigned short unit_say_slots[] = {",
           size - 1);
    for (unsigned i = 0; i < size; i++)
        printf("%s%u,", i % 24 ? "" : "\n", slots[i]);
    printf("};\nconst unsigned char unit_say_tokens[] = {");
    memset(slots, 0, size * sizeof *slots);
    for (size_t i = 0; i < say_count; i++) {
        const char *end = unit_say_token(says[i].key);
        unsigned hash = UNIT_SAY_SEED;
        unsigned short tokens = 1, *most;

        for (const char *c = says[i].key; c < end; c++)
            hash = unit_say_hash(hash, *c);
        for (; *end; tokens++)
            end = unit_say_token(end);
        most = &slots[unit_say_slot(hash, size - 1)];
        if (tokens > *most)
            *most = tokens;
    }
    for (unsigned i = 0; i < size; i++)
        printf("%s%u,", i % 24 ? "" : "\n", slots[i]);
    printf("};\n");
    free(slots);
}

static void print(void)
{
    printf("/* Made from rules/units.tsv. */\n#include \"rules/unit_table.h\"\n\nconst unit_prefix "
           "unit_prefixes[] = {\n");
    for (size_t i = 0; i < prefix_count; i++)
        printf("{\"%s\", %.17g},\n", prefixes[i].code, prefixes[i].factor);
    printf("};\nconst size_t unit_prefix_count = %zu;\n\nconst unit_row unit_rows[] = {\n",
           prefix_count);
    for (size_t i = 0; i < row_count; i++) {
        const unit *u = &rows[i].unit;
        printf("{");
        quote(rows[i].code);
        printf(", {%.17g, %.17g, {", u->factor, u->reference);
        for (size_t k = 0; k < UNIT_DIMENSIONS; k++)
            printf("%s%d", k ? ", " : "", u->power[k]);
        printf("}, %d, %d, %d, %d}, %d},\n", u->arbitrary_power, u->special, u->arbitrary,
               u->amounts, rows[i].metric);
    }
    printf("};\nconst size_t unit_row_count = %zu;\n\nconst unit_say unit_says[] = {\n", row_count);
    for (size_t i = 0; i < say_count; i++) {
        printf("{");
        quote(says[i].key);
        printf(", ");
        quote(says[i].text);
        printf(", ");
        quote(says[i].ucum);
        printf(", %u, ", says[i].flags);
        if (says[i].period)
            printf("'%c'},\n", says[i].period);
        else
            printf("0},\n");
    }
    printf("};\nconst size_t unit_say_count = %zu;\n", say_count);
    print_slots();
}

int main(int argc, char **argv)
{
    static char text[65536];
    FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;

    path = argc == 2 ? argv[1] : "mkunits";
    if (!f)
        fail("cannot be read", "usage: mkunits rules/units.tsv");
    while (fgets(text, sizeof text, f)) {
        char *cell[CELLS], *rest = text;
        size_t n = 0;

        line++;
        text[strcspn(text, "\r\n")] = 0;
        if (text[0] == '#' || text[0] == 0)
            continue;
        for (char *p; n < CELLS && (p = strsep(&rest, "\t")) != NULL;)
            cell[n++] = p;
        if (n != CELLS || rest)
            fail("not 6 columns", cell[0]);
        if (strcmp(cell[0], "prefix") == 0 && prefix_count < sizeof prefixes / sizeof *prefixes)
            prefixes[prefix_count++] = (unit_prefix){copy(cell[1]), strtod(cell[2], NULL)};
        else if (strcmp(cell[0], "base") == 0)
            add_base(cell);
        else if (strcmp(cell[0], "unit") == 0)
            add_unit(cell);
        else if (strcmp(cell[0], "say") == 0)
            add_says(cell);
        else
            fail("no such kind of row", cell[0]);
    }
    fclose(f);
    qsort(rows, row_count, sizeof *rows, by_code);
    qsort(says, say_count, sizeof *says, by_key);
    check_says();
    print();
    return fflush(stdout) || ferror(stdout) ? 1 : 0;
}
