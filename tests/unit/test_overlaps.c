/* rules/overlaps.tsv and kin.tsv: its concepts are there, no row is idle, and no code loses a broader concept. */
#include "rules/table.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static const concept *named(const char *id)
{
    return lexicon_concept(lexicon_core(), id, strlen(id));
}

Test(overlaps, concepts_are_there)
{
    for (size_t i = 0; i < overlap_count; i++)
        cr_expect(named(overlap_table[i].concept), "no concept %s (rules/overlaps.tsv)", overlap_table[i].concept);
}

/* A row says something that nothing else says. */
Test(overlaps, rows_count)
{
    for (size_t i = 0; i < overlap_count; i++) {
        const overlap *o = &overlap_table[i];
        const concept *c = named(o->concept), *best;
        code_other list[20];
        size_t n = lexicon_code_others(lexicon_core(), CODE_ICD10CM, o->code, strlen(o->code), list, 20);
        bool found = false;

        best = lexicon_code(lexicon_core(), CODE_ICD10CM, o->code, strlen(o->code), NULL);
        for (size_t k = 0; k < n; k++)
            found |= concept_is(list[k].concept, c) && (list[k].sure || !o->is);
        cr_expect(found || (o->is && concept_is(best, c)), "%s %s is idle", o->concept, o->code);
        cr_expect(o->is || !concept_is(best, c), "%s may be %s, and its concept lies below", o->code, o->concept);
    }
}

/* Every range and prefix of the tables counts for its codes, or is a row of the table. */
Test(overlaps, nothing_is_lost)
{
    const lexicon_table *t = &lexicon_core_table;

    for (uint32_t i = 0; i < t->code_count; i++) {
        const code_entry *e = &t->codes[i];
        const char *code = t->pool + e->low;
        const concept *best;
        code_other list[20];
        size_t n;

        if (e->system != CODE_ICD10CM || e->sense != CODE_IS)
            continue;
        best = lexicon_code(lexicon_core(), CODE_ICD10CM, code, strlen(code), NULL);
        n = lexicon_code_others(lexicon_core(), CODE_ICD10CM, code, strlen(code), list, 20);
        for (uint32_t k = 0; k < t->range_count; k++) {
            const code_entry *r = &t->ranges[k];
            const concept *c = &t->concepts[r->concept];
            bool kept = concept_is(best, c);

            if (r->system != CODE_ICD10CM || r->sense != CODE_IS || strlen(code) < strlen(t->pool + r->low) ||
                strncmp(code, t->pool + r->low, strlen(t->pool + r->low)) < 0 ||
                strncmp(code, t->pool + r->high, strlen(t->pool + r->high)) > 0)
                continue;
            for (size_t m = 0; m < n; m++)
                kept |= concept_is(list[m].concept, c);
            cr_expect(kept, "%s is lost for %s", code, c->id);
        }
    }
}

/* rules/kin.tsv: each of its names is one. */
Test(overlaps, kin_is_named)
{
    arena *a = arena_new(1 << 20);

    cr_assert_gt(kin_count, 0);
    for (size_t i = 0; i < kin_count; i++) {
        atoms t = lexicon_cut(lexicon_core(), kin_table[i].name, strlen(kin_table[i].name), a);
        lexicon_hit hit;

        cr_expect(t.count && lexicon_match(lexicon_core(), &t, 0, &hit) && hit.atoms == t.count && hit.thing,
                  "\"%s\" is no name (rules/kin.tsv)", kin_table[i].name);
    }
    arena_delete(a);
}

struct part {
    code_system system;
    char code[16];
    bool part;
};

ParameterizedTestParameters(overlaps, parts)
{
    static struct part cases[] = {
        {CODE_ICD10CM, "I82.411", true},
        {CODE_ICD10CM, "I26", false},
        {CODE_ICD10CM, "G40.909", false},
        {CODE_ICD10CM, "G40.209", true},
        {CODE_ICD10CM, "A51.0", true},
        {CODE_SNOMED, "84757009", false},
    };

    return cr_make_param_array(struct part, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct part *c, overlaps, parts)
{
    cr_expect_eq(lexicon_code_is_part(lexicon_core(), c->system, c->code, strlen(c->code)), c->part, "%s", c->code);
}
