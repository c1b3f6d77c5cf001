/* What compile --format tree prints is read as the rules that it was printed from. */
#include "grammar/compile.h"
#include "grammar/source.h"
#include "rules/plain.h"
#include "rules/print.h"
#include "tests/unit/table.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct heard {
    size_t count, line, column;
    char message[sizeof((eligo_error *)0)->message];
} heard;

static void hear(const eligo_error *err, void *context)
{
    heard *h = context;

    if (h->count++)
        return;
    h->line = err->line;
    h->column = err->column;
    snprintf(h->message, sizeof h->message, "%s", err->message);
}

/* The same meaning; of what was not understood, and of what a person judges, the same is said. */
static bool same(const rule *a, const rule *b)
{
    if (!a || !b || a->op != b->op || a->count != b->count || a->n != b->n)
        return false;
    if (a->op == RULE_OPAQUE || a->op == RULE_JUDGEMENT) {
        const char *x = a->op == RULE_OPAQUE ? a->reason : a->topic, *y = a->op == RULE_OPAQUE ? b->reason : b->topic;

        return x && y ? strcmp(x, y) == 0 : x == y;
    }
    if (!a->count)
        return rule_equal(a, b);
    for (size_t i = 0; i < a->count; i++)
        if (!same(a->of[i], b->of[i]))
            return false;
    return a->op != RULE_READINGS || strcmp(a->finding, b->finding) == 0;
}

static const criterion *find(const rules *r, const char *id)
{
    for (size_t i = 0; i < r->criterion_count; i++)
        if (strcmp(r->criteria[i].id, id) == 0)
            return &r->criteria[i];
    return NULL;
}

static size_t check_rules(const rules *first, const char *name)
{
    arena *a = arena_new(64 << 20);
    eligo_error err = {0};
    buffer once, twice;
    const rules *again;
    eligo_span at;
    heard h = {0};

    buffer_init(&once, 0);
    buffer_init(&twice, 0);
    rules_print_tree(&once, first);
    cr_assert(!once.failed);
    if (first->criterion_count) {
        cr_expect(plain_is_tree(once.data, once.size), "%s: not seen to be a tree", name);
        at = (eligo_span){0, once.size};
        again = plain_read(once.data, once.size, &at, name, lexicon_core(), a, hear, &h, &err);
        cr_assert_not_null(again, "%s: %zu:%zu: %s", name, h.line, h.column, h.message);
        cr_expect_eq(at.start, once.size);
        cr_expect_eq(again->criterion_count, first->criterion_count, "%s", name);
        for (size_t i = 0; i < first->criterion_count; i++) {
            const criterion *was = &first->criteria[i], *is = find(again, was->id);

            cr_expect(is && is->kind == was->kind && same(was->rule, is->rule), "%s: %s is another rule: %s", name,
                      was->id, was->text);
        }
        rules_print_tree(&twice, again);
        cr_expect_str_eq(twice.data, once.data, "%s: other words the second time", name);
    }
    buffer_free(&once);
    buffer_free(&twice);
    arena_delete(a);
    return first->criterion_count;
}

/* All trials of a file; how many criteria they have. */
static size_t check_text(const char *text, size_t size, const char *name)
{
    char *bytes = calloc(1, size + JSON_PADDING);
    size_t criteria = 0;
    eligo_error err = {0};
    source_reader *reader;
    eligo_code code;

    memcpy(bytes, text, size);
    reader = source_open(bytes, size, name, &err);
    cr_assert_not_null(reader, "%s: %s", name, err.message);
    do {
        arena *a = arena_new(64 << 20);
        bool as_rules = false;
        eligo_span at;
        source s = {0};

        code = source_next(reader, a, &s, &as_rules, &at, &err);
        if (code == ELIGO_OK && !as_rules) {
            const rules *r = compile_source(&s, a, lexicon_core(), name, bytes, size, true, &err);

            cr_expect(r || strstr(err.message, "no criteria found"), "%s: %s", name, err.message);
            if (r)
                criteria += check_rules(r, name);
        }
        arena_delete(a);
    } while (code == ELIGO_OK);
    source_close(reader);
    free(bytes);
    return criteria;
}

static size_t check_files(const char *folder, const char *pattern)
{
    char path[1000];
    size_t criteria = 0;
    glob_t found;

    snprintf(path, sizeof path, "%.800s/%s", folder, pattern);
    if (glob(path, 0, NULL, &found) != 0)
        return 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        FILE *f = fopen(found.gl_pathv[i], "rb");
        char *bytes = malloc(4 << 20);

        cr_assert(f, "%s: cannot be opened", found.gl_pathv[i]);
        criteria += check_text(bytes, fread(bytes, 1, 4 << 20, f), found.gl_pathv[i]);
        free(bytes);
        fclose(f);
    }
    globfree(&found);
    return criteria;
}

Test(plain, own_texts)
{
    cr_expect_gt(check_files("examples", "*.txt") + check_files("examples", "tutorial/*.txt"), 20);
    cr_expect_gt(check_files("tests/fuzz/corpus", "text/*"), 20);
}

/* Skipped, saying so, where the texts are not there. */
Test(plain, corpora, .timeout = 600)
{
    const char *shared = getenv("SHARED");
    size_t n;

    shared = shared ? shared : "../shared";
    n = check_files(shared, "seeds/*.txt") + check_files(shared, "corpora/lct/raw/*.txt") +
        check_files(shared, "corpora/lct/dev/*.txt");
    if (n)
        cr_log_info("%zu criteria of %s: each is read again as it was", n, shared);
    else
        cr_skip("the texts of %s are not there: only the project's own are read", shared);
}

/* Leaves in which a word could be taken for another. */
static const char *const kept_cases[] = {
    "Severe asthma or mild COPD",
    "Gout, stroke or unstable angina \nithin the last 4 months",
    "History of severe, uncontrolled, poorly documented wheezing disorder of the small airways",
    "No current use of oral or inhaled corticosteroids within 3 months before randomization",
    "ALT > 3 x ULN or bilirubin >= 2 x ULN, unless Gilbert's syndrome",
    "ECOG performance status 0, 1 or 2",
    "PaO2/FiO2 ratio from 100 to 250 mmHg",
    "At least two of the following: fever, cough, leukocytosis",
    "Prednisone > 10 mg/day or equivalent for at least 4 weeks",
    "Stroke more than 6 months ago",
    "Chemotherapy within 4 weeks or 5 half-lives, whichever is longer",
    "Surgery planned within 2 weeks after enrollment",
    "Women of childbearing potential must have a negative pregnancy test",
    "Family history of colon cancer",
    "Left or right ventricular dysfunction",
    "Blood pressure above 160/100 mmHg on two visits",
    "Number of prior lines of therapy >= 3",
    "Drinks more than two alcoholic drinks a night",
    "Known allergy to \"yellow dye\" {lot 7}; or to latex",
    "Neutrophils < 1.5 x 10^9/L",
    "Investigator judges the patient unfit",
    "Meningitis \\ \\u{41} (fungal)",
};

static void check_kept(const char *const *c)
{
    char text[400];
    int n = snprintf(text, sizeof text, "Inclusion criteria:\n1. %s\n\nExclusion criteria:\n1. %s\n", *c, *c);

    cr_expect_eq(check_text(text, (size_t)n, *c), 2);
}

CHECK_TABLE(plain, kept, check_kept)

/* The sections of a text come in any order, and more than once. */
Test(plain, sections_again)
{
    static const char text[] = "Patients\nInclusion criteria:\n1. Gout\nExclusion criteria:\n1. ALT > 4 times\n"
                               "Controls\nInclusion criteria:\n1. AST > 3 times\nExclusion criteria:\n1. Asthma\n";

    cr_expect_eq(check_text(text, sizeof text - 1, "two of each"), 4);
}

/* ---- what a person writes ---- */

#define TREE(nodes) "X1  A trial\n\nInclusion\n" nodes "\n1 of 1 clauses understood\n"

typedef struct written {
    const char *nodes;
    const char *words;   /* of the rule; NULL: it is refused */
    size_t line;         /* then: of the first error, */
    const char *message; /* and what is in it */
} written;

static const written written_cases[] = {
    {TREE("  I1  age >= 21 years\n"), "age >= 21 years", 0, NULL},
    {TREE("  I1  HbA1c from 7 to 10%\r\n"), "HbA1c from 7 to 10%", 0, NULL},
    {TREE("  I1  current severe asthma {\"brittle\"; about fever} within 2 weeks before screening\n"),
     "current severe asthma {\"brittle\"; about fever} within 2 weeks before screening", 0, NULL},
    {TREE("  I1  any of:\n  I1.1    asthma\n  I1.2    not:\n  I1.2.1      fever\n"), "asthma or not fever", 0, NULL},
    {TREE("  I1  at least 2 of:\n  I1.1  asthma\n  I1.2  fever\n  I1.3  gout\n"), "at least 2 of: asthma; fever; gout",
     0, NULL},
    {TREE("  I1  \"blue toes\" (condition) (family)\n"), "\"blue toes\" (condition) (family)", 0, NULL},
    {TREE("  I1  for a person to judge (consent): \"signs the form\"\n"), "for a person to judge (consent)", 0, NULL},
    {TREE("  I1  asthma [asthma] after stroke [stroke]\n"), "asthma after stroke", 0, NULL},
    {TREE("  I1  blood presure >= 21 mmHg\n"), NULL, 4, "not a clause"},
    {TREE("  I1  asthma [gout]\n"), NULL, 4, "not a clause"},
    {TREE("  I1  asthma within 3 furlongs before screening\n"), NULL, 4, "not a clause"},
    {TREE("  I1  not:\n  I1.1    asthma\n  I1.2    fever\n"), NULL, 4, "takes 1 parts"},
    {TREE("  I1  all of:\n  I2  asthma\n"), NULL, 4, "no parts"},
    {TREE("  I1  asthma\n  I1.1  fever\n"), NULL, 5, "deeper"},
    {TREE("  I1  asthma\nand something else\n"), NULL, 5, "no node"},
    {TREE("  I1  asthma\n\nFindings\n  warning vague-term  I1  \"asthma\" decides\n"), "asthma", 0, NULL},
    {TREE("  I1  asthma\n\nFindings\n  I1 is vague\n"), NULL, 7, "no finding"},
};

static void check_written(const written *c)
{
    arena *a = arena_new(16 << 20);
    size_t size = strlen(c->nodes);
    eligo_span at = {0, size};
    eligo_error err = {0};
    heard h = {0};
    const rules *r;
    buffer b;

    cr_assert(plain_is_tree(c->nodes, size), "%s", c->nodes);
    r = plain_read(c->nodes, size, &at, "t.txt", lexicon_core(), a, hear, &h, &err);
    if (c->words) {
        cr_assert_not_null(r, "%zu:%zu: %s", h.line, h.column, h.message);
        buffer_init(&b, 0);
        rule_print_words(&b, r->criteria[0].rule, NULL, (eligo_span){0, 0});
        cr_expect_str_eq(b.data, c->words);
        cr_expect_str_eq(r->trial_id, "X1");
        cr_expect_str_eq(r->title, "A trial");
        buffer_free(&b);
    } else {
        cr_expect_null(r);
        cr_expect_eq(h.line, c->line, "%s: line %zu: %s", c->nodes, h.line, h.message);
        cr_expect(strstr(h.message, c->message), "%s", h.message);
        cr_expect_eq(err.code, ELIGO_EPARSE);
    }
    arena_delete(a);
}

CHECK_TABLE(plain, written, check_written)

/* A second trial that was cut off is refused, with its place; the first is there. */
Test(plain, cut_off)
{
    static const char tree[] = TREE("  I1  asthma\n") "X2\n\nInclusion\n  I1  gout\n";
    arena *a = arena_new(16 << 20);
    eligo_span at = {0, sizeof tree - 1};
    eligo_error err = {0};
    heard h = {0};

    cr_expect_not_null(plain_read(tree, sizeof tree - 1, &at, "t.txt", lexicon_core(), a, hear, &h, &err));
    cr_expect_null(plain_read(tree, sizeof tree - 1, &at, "t.txt", lexicon_core(), a, hear, &h, &err));
    cr_expect(strstr(h.message, "cut off"), "%s", h.message);
    cr_expect_eq(h.count, 1);
    cr_expect_eq(at.start, sizeof tree - 1);
    arena_delete(a);
}

/* What a finding says is kept, and is about the node that it names. */
Test(plain, findings)
{
    static const char tree[] = TREE("  I1  any of:\n  I1.1    asthma\n  I1.2    gout\n\nFindings\n"
                                    "  warning vague-term  I1.2  \"gout\" decides\n"
                                    "  note    incomplete  a list is missing\n");
    arena *a = arena_new(16 << 20);
    eligo_span at = {0, sizeof tree - 1};
    eligo_error err = {0};
    const rules *r = plain_read(tree, sizeof tree - 1, &at, "t.txt", lexicon_core(), a, NULL, NULL, &err);

    cr_assert_not_null(r, "%s", err.message);
    cr_assert_eq(r->finding_count, 2);
    cr_expect_str_eq(r->findings[0].code, "vague-term");
    cr_expect_eq(r->findings[0].severity, SEVERITY_WARNING);
    cr_expect_str_eq(r->findings[0].criterion, "I1");
    cr_expect_str_eq(r->findings[0].node, "I1.2");
    cr_expect_str_eq(r->findings[0].message, "\"gout\" decides");
    cr_expect_eq(strncmp(tree + r->findings[0].span.start, "gout", 4), 0);
    cr_expect_str_eq(r->findings[1].message, "a list is missing");
    cr_expect_null(r->findings[1].criterion);
    arena_delete(a);
}

static const char *const other_cases[] = {
    "Inclusion\n  I1  Age >= 18 years\n  I2  Asthma\n",
    "Inclusion criteria\n\n1. Asthma\n\n41 of 43 clauses understood\n",
    "Inclusion\n\n41 of 43 clauses understood\n",
    "41 of 43 clauses understood\nInclusion\n  I1  asthma\n",
    "",
};

static void check_other(const char *const *c)
{
    cr_expect(!plain_is_tree(*c, strlen(*c)), "%s", *c);
}

CHECK_TABLE(plain, other, check_other)
