#include "engine/base/buffer.h"
#include "engine/base/limits.h"
#include "grammar/clean.h"
#include "grammar/outline.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

/* Each layout, and its outline written short: sections "I:" or "E:" (a group in <>), items
 * separated by "|", what lies below an item in {}, words behind it as "~...". */
static const struct layout {
    const char *text, *outline;
} layouts[] = {
    /* labels */
    {"Inclusion Criteria:\n- asthma\n- aged 12 or more\nExclusion Criteria:\n- smokers\n",
     "I: asthma|aged 12 or more E: smokers"},
    {"INCLUSION CRITERIA\n1. asthma;\n2. cough.\n\nEXCLUSION CRITERIA\n1) gout,\n2) mumps\n",
     "I: asthma|cough E: gout|mumps"},
    {"Inclusion:\n(1) asthma\n(2) cough\nExclusion:\n(a) gout\n(b) mumps",
     "I: asthma|cough E: gout|mumps"},
    {"Inclusion criteria\n1\xE3\x80\x81"
     "asthma\n2\xE3\x80\x81"
     "cough",
     "I: asthma|cough"},
    {"Inclusion criteria\n1- asthma\n2- cough", "I: asthma|cough"},
    {"Inclusion criteria\ni. asthma\nii. cough\niii. fever\niv. chills",
     "I: asthma|cough|fever|chills"},
    {"Inclusion criteria\nI. asthma\nII. cough", "I: asthma|cough"},
    {"Inclusion criteria\nI1. asthma\nI2. cough\nExclusion criteria\nE1. gout\nE2. mumps",
     "I: asthma|cough E: gout|mumps"},
    {"Inclusion criteria\n\xE2\x80\xA2 asthma\n\xC2\xB7 cough\n\xE2\x80\x93 fever\n\xE2\x9C\x93 "
     "chills\n"
     "\xE2\x97\x8F rash",
     "I: asthma|cough|fever|chills|rash"},
    {"Inclusion criteria\no asthma\no cough", "I: asthma|cough"},
    {"Inclusion criteria\n\xE2\x91\xA0 asthma\n\xE2\x91\xA1 cough", "I: asthma|cough"},
    {"Inclusion criteria\n1.1 Asthma\n1.2 Cough", "I: Asthma|Cough"},
    {"Inclusion criteria\n-18 years or more\n-asthma", "I: 18 years or more|asthma"},
    {"Inclusion criteria\n-1.5 to -6 dioptres\n", "I: -1.5 to -6 dioptres"},
    {"Inclusion criteria\nC. difficile in stool\n1.5 mg or more of it",
     "I: C. difficile in stool|1.5 mg or more of it"},
    {"Inclusion criteria\n18-70 years\n> 40 kg", "I: 18-70 years|> 40 kg"},
    /* a sentence before the word is no part of a heading; a number or letter of a list is */
    {"Inclusion criteria:\n- Asthma. Exclusion: gout\n- cough",
     "I: Asthma. Exclusion: gout|cough"},
    {"Inclusion criteria:\n- asthma\nII. Exclusion: gout\n- cough", "I: asthma E: gout|cough"},
    /* an item with a heading of its own, in a list that goes on */
    {"Inclusion criteria:\n- asthma\n- Exclusion: gout\n- cough", "I: asthma|cough E: gout"},
    {"Inclusion criteria:\n1. asthma\n2. Exclusion: gout\n3. cough\nExclusion criteria:\n1. mumps",
     "I: asthma|cough E: gout E: mumps"},
    {"Exclusion criteria:\n- gout\n- Inclusion: asthma\n- mumps", "E: gout|mumps I: asthma"},
    {"Inclusion criteria:\n- asthma\n- Exclusion: any of these:\n  * gout\n  * mumps\n- cough",
     "I: asthma|cough E: any of these:{gout|mumps}"},
    {"Inclusion criteria:\n- asthma\n- Exclusion: gout\n- Exclusion: mumps\n- cough",
     "I: asthma|cough E: gout E: mumps"},
    {"Inclusion criteria:\n- asthma\n- Exclusion:\n- gout\n- mumps", "I: asthma E: gout|mumps"},
    {"- Inclusion: asthma\n- cough\n- Exclusion: gout\n- mumps", "I: asthma|cough E: gout|mumps"},
    {"Inclusion criteria:\n- asthma\n- Exclusion criteria: gout\n- mumps",
     "I: asthma E: gout|mumps"},
    {"Inclusion criteria:\nasthma\nExclusion: gout\nmumps", "I: asthma E: gout|mumps"},
    /* no labels */
    {"Inclusion criteria:\nasthma\ncough\nExclusion criteria:\ngout", "I: asthma|cough E: gout"},
    {"Inclusion criteria:\n\nasthma\n\ncough\n", "I: asthma|cough"},
    {"asthma\ncough", "I: asthma|cough"},
    /* one line */
    {"Inclusion Criteria: grown-ups. Exclusion criteria: gout.", "I: grown-ups E: gout"},
    {"Inclusion Criteria: 1) asthma 2) cough 3) fever Exclusion Criteria: 1) gout 2) mumps",
     "I: asthma|cough|fever E: gout|mumps"},
    {"Inclusion criteria\n- 1.asthma; 2.cough; 3.fever.\nExclusion criteria\n* 1. gout; 2. mumps",
     "I: asthma|cough|fever E: gout|mumps"},
    {"Inclusion criteria\n1. asthma; 2) cough; 3) fever\nExclusion criteria\n1. gout",
     "I: asthma|cough|fever E: gout"},
    {"Inclusion criteria\n1. a tumour of grade 1 or 2. No stents.\n2. cough",
     "I: a tumour of grade 1 or 2. No stents|cough"},
    /* wrapped lines */
    {"Inclusion criteria\n  -  asthma that was\n     found by a doctor\n  -  cough",
     "I: asthma that was\\found by a doctor|cough"},
    /* lines that all begin with a capital are items, however long */
    {"Exclusion criteria\nAnticipated trouble with the airway (mouth opening below 3 cm)\nAllergic to "
     "aspirin, ibuprofen or any other drug of that kind\nSurgery of the heart or lungs in the year "
     "before\nAsthma that was treated in hospital in the last two years\n",
     "E: Anticipated trouble with the airway (mouth opening below 3 cm)|Allergic to aspirin, ibuprofen "
     "or any other drug of that kind|Surgery of the heart or lungs in the year before|Asthma that was "
     "treated in hospital in the last two years"},
    {"Inclusion criteria\n  1. asthma and\n12 or more years\n  2. cough",
     "I: asthma and|12 or more years|cough"},
    {"Inclusion criteria\n  1. asthma of the\nsevere kind\n  2. cough",
     "I: asthma of the\\severe kind|cough"},
    {"Exclusion criteria\n1. asthma or any other disease of the\nlungs\n2. any cough\nby day",
     "E: asthma or any other disease of the\\lungs|any cough\\by day"},
    {"Exclusion criteria\nKnown asthma or any other disease of the lungs that was ever treated\nby a "
     "doctor\nGout",
     "E: Known asthma or any other disease of the lungs that was ever treated\\by a doctor|Gout"},
    {"Exclusion criteria\nA. Asthma B. Weak\nlungs C. Gout or mumps D.\nFever E. Chills",
     "E: Asthma|Weak\\lungs|Gout or mumps|Fever|Chills"},
    {"Inclusion criteria\n- infection.\n- Including mumps\n- gout",
     "I: infection.\\- Including mumps|gout"},
    /* nesting */
    {"Inclusion criteria\n- any of the following:\n  - asthma\n  - cough\n- fever",
     "I: any of the following:{asthma|cough}|fever"},
    {"Inclusion criteria\n1. any of:\na) asthma\nb) cough\n2. fever",
     "I: any of:{asthma|cough}|fever"},
    {"Inclusion criteria\n1. any of:\n1) asthma\n2) cough\n2. fever",
     "I: any of:{asthma|cough}|fever"},
    {"Inclusion criteria\n1. any of:\n* asthma\n* cough\n2. fever",
     "I: any of:{asthma|cough}|fever"},
    {"Inclusion criteria\n- any of the following:\n- asthma\n- cough\n",
     "I: any of the following:{asthma|cough}"},
    {"Exclusion criteria\n- gout;\n- mumps;\n- any of these:\n- asthma\n- cough\n- fever;\n",
     "E: gout|mumps|any of these:{asthma|cough}|fever"},
    {"Exclusion criteria\n- gout;\n-\nany of these:\n- asthma\n- cough\n-\nnone of these:\n- "
     "fever\n",
     "E: gout|any of these:{asthma|cough}|none of these:{fever}"},
    {"Inclusion criteria\n- any of:\n     - asthma\n     - cough\n  in the last year\n- fever",
     "I: any of:{asthma|cough}~in the last year|fever"},
    {"Inclusion criteria\n- asthma, with: 1) cough; 2) fever; 3) chills\n- rash",
     "I: asthma, with:{cough|fever|chills}|rash"},
    {"Exclusion criteria\n- gout within one (1) week or asthma within two (2) days\n- mumps",
     "E: gout within one (1) week or asthma within two (2) days|mumps"},
    {"Exclusion criteria\n5. shock. Including: 1) cold; 2) warm; but allowed: 1) mild; 6. gout",
     "E: shock. Including:{cold|warm}~but allowed: 1) mild|gout"},
    {"Inclusion criteria\n- 1.asthma; 2.both of:\n\n1. cough, as\n\n* by day\n* by night\n2. "
     "fever\n\n3.rash",
     "I: asthma|both of:{cough, as{by day|by night}|fever}|rash"},
    {"Inclusion criteria\n  1. asthma;\n\n    A cough. It is as follows:\n\n    dry or wet\n\n  2. "
     "fever",
     "I: asthma|A cough. It is as follows:{dry or wet}|fever"},
    {"Inclusion criteria\n  -  \xE2\x80\xA2 asthma\n       -  cough\n       -  fever",
     "I: asthma|cough|fever"},
    {"Inclusion criteria\n-\nExclusion criteria\n- gout", "E: gout"},
    /* headings */
    {"Key Inclusion Criteria\n- asthma\nNon-inclusion criteria:\n- gout", "I: asthma E: gout"},
    {"Main criteria for inclusion\n- asthma\nMain criteria for exclusion\n- gout",
     "I: asthma E: gout"},
    {"Criteria: Inclusion\n- asthma\nCriteria: Exclusion\n- gout", "I: asthma E: gout"},
    {"E.3 Principal inclusion criteria\n- asthma\nE.4 Principal exclusion criteria\n- gout",
     "I: asthma E: gout"},
    {"**Inclusion Criteria:**\n* asthma\n## Exclusion Criteria\n* gout", "I: asthma E: gout"},
    {"Inclusion Criteria\n- asthma\n- does not meet the inclusion criteria: cough\n",
     "I: asthma|does not meet the inclusion criteria: cough"},
    {"Inclusion Criteria:\nPatients must meet all of the following criteria:\n- asthma\n- cough\n",
     "I: asthma|cough"},
    {"Inclusion Criteria:\nAt least one of the following:\n- asthma\n- cough\n",
     "I: At least one of the following:{asthma|cough}"},
    {"Patients will be excluded if they have any of the following:\n- gout\n- mumps",
     "E: gout|mumps"},
    {"DISEASE CHARACTERISTICS:\n\n  -  asthma\n\nPATIENT CHARACTERISTICS:\n\n  -  cough",
     "I: asthma|cough"},
    {"Inclusion Criteria (control group):\n- asthma\nExclusion Criteria for family members:\n- "
     "gout",
     "I<control group>: asthma E<family members>: gout"},
    {"Inclusion Criteria:\nHealthy controls:\n- no asthma\nPatients:\n- asthma\n",
     "I<Healthy controls>: no asthma I<Patients>: asthma"},
    {"Clinic patients:\nInclusion Criteria:\n- asthma\nExclusion Criteria:\n- gout",
     "I<Clinic patients>: asthma E<Clinic patients>: gout"},
    {"Inclusion Criteria:\n- asthma\nExclusion Criteria:\n- None\n", "I: asthma"},
};

static void write_words(buffer *b, const char *t, eligo_span s)
{
    for (size_t i = s.start; i < s.end; i++) {
        if (t[i] == '\n') {
            buffer_putc(b, '\\');
            while (i + 1 < s.end && t[i + 1] == ' ')
                i++;
        } else {
            buffer_putc(b, t[i]);
        }
    }
}

static void write_items(buffer *b, const char *t, const outline_item *of, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_putc(b, '|');
        write_words(b, t, of[i].head);
        if (of[i].count) {
            buffer_putc(b, '{');
            write_items(b, t, of[i].of, of[i].count);
            buffer_putc(b, '}');
        }
        if (of[i].tail.end > of[i].tail.start) {
            buffer_putc(b, '~');
            write_words(b, t, of[i].tail);
        }
    }
}

static void write_outline(buffer *b, const char *t, const outline *o)
{
    for (size_t i = 0; i < o->count; i++) {
        const outline_section *s = &o->sections[i];

        if (i)
            buffer_putc(b, ' ');
        buffer_putc(b, s->kind == CRITERION_INCLUSION ? 'I' : 'E');
        if (s->group.end > s->group.start) {
            buffer_putc(b, '<');
            write_words(b, t, s->group);
            buffer_putc(b, '>');
        }
        buffer_puts(b, ": ");
        write_items(b, t, s->items, s->count);
    }
}

static mapped as_mapped(arena *a, const char *text, size_t size)
{
    mapped raw = {text, size, NULL, NULL};
    found f = {.arena = a};

    return clean_text(a, &raw, 0, &f);
}

ParameterizedTestParameters(outline, layout)
{
    static size_t index[sizeof layouts / sizeof *layouts];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

ParameterizedTest(size_t *index, outline, layout)
{
    const struct layout *c = &layouts[*index];
    arena *a = arena_new((size_t)64 << 20);
    mapped m = as_mapped(a, c->text, strlen(c->text));
    outline o = outline_read(&m, a);
    buffer b;

    buffer_init(&b, 0);
    write_outline(&b, m.text, &o);
    cr_expect_str_eq(b.data ? b.data : "", c->outline, "%s\n-- is:  %s\n-- not: %s", c->text,
                     b.data ? b.data : "", c->outline);
    buffer_free(&b);
    arena_delete(a);
}

static const struct told {
    const char *text, *code, *words; /* code NULL: nothing is found */
} tolds[] = {
    {"Inclusion Criteria\n2. asthma\n3. cough\n", "incomplete", "2."},
    {"Inclusion Criteria\n1. asthma\n3. cough\n", NULL, NULL},
    {"Inclusion Criteria\n- asthma\n-\n", "incomplete", "-"},
    {"Inclusion Criteria\n- asthma\nExclusion Criteria\n", "incomplete", "Exclusion Criteria"},
    {"Inclusion Criteria\n- asthma\nExclusion Criteria\n- None.\n", "not-a-criterion", "None"},
    {"- asthma\n- cough\n", "incomplete", "asthma"},
    {"Inclusion Criteria\n- asthma\nExclusion Criteria\n- gout", NULL, NULL},
};

ParameterizedTestParameters(outline, finding)
{
    static size_t index[sizeof tolds / sizeof *tolds];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

ParameterizedTest(size_t *index, outline, finding)
{
    const struct told *c = &tolds[*index];
    arena *a = arena_new((size_t)64 << 20);
    mapped m = as_mapped(a, c->text, strlen(c->text));
    outline o = outline_read(&m, a);

    cr_expect_eq(o.finding_count, c->code ? 1 : 0, "%s", c->text);
    if (c->code && o.finding_count) {
        eligo_span s = o.findings[0].span;

        cr_expect_str_eq(o.findings[0].code, c->code);
        cr_expect_eq(s.end - s.start, strlen(c->words), "%s", c->text);
        cr_expect_eq(memcmp(m.text + s.start, c->words, s.end - s.start), 0, "%s", c->text);
    }
    arena_delete(a);
}

/* Items that stand at the level of what announces them may end sooner than they seem to. */
Test(outline, open_end)
{
    static const char text[] = "Inclusion Criteria\n- any of:\n- asthma\n- cough\n";
    arena *a = arena_new((size_t)64 << 20);
    mapped m = as_mapped(a, text, sizeof text - 1);
    outline o = outline_read(&m, a);

    cr_assert_eq(o.count, 1);
    cr_assert_eq(o.sections[0].count, 1);
    cr_expect(o.sections[0].items[0].open_end);
    cr_expect_eq(o.sections[0].items[0].count, 2);
    arena_delete(a);
}

/* Nesting is bounded: deeper items stay, at the deepest level there is. */
static size_t depth_of(const outline_item *of, size_t count)
{
    size_t deepest = 0;

    for (size_t i = 0; i < count; i++) {
        size_t d = 1 + depth_of(of[i].of, of[i].count);

        deepest = d > deepest ? d : deepest;
    }
    return deepest;
}

Test(outline, deep_nesting)
{
    arena *a = arena_new((size_t)64 << 20);
    buffer b;
    mapped m;
    outline o;

    buffer_init(&b, 0);
    buffer_puts(&b, "Inclusion Criteria\n");
    for (int i = 0; i < 200; i++)
        buffer_printf(&b, "%*s- item %d\n", 2 * i, "", i);
    m = as_mapped(a, b.data, b.size);
    o = outline_read(&m, a);
    cr_assert_eq(o.count, 1);
    cr_expect_leq(depth_of(o.sections[0].items, o.sections[0].count), LIMIT_OUTLINE_DEPTH);
    buffer_free(&b);
    arena_delete(a);
}

/* Whatever comes in, spans lie in the text, in order, and children in their parents. */
static bool spans_nest(const outline_item *of, size_t count, size_t from, size_t to)
{
    for (size_t i = 0; i < count; i++) {
        if (of[i].span.start < from || of[i].span.end > to || of[i].span.start >= of[i].span.end ||
            !spans_nest(of[i].of, of[i].count, of[i].span.start, of[i].span.end))
            return false;
        from = of[i].span.end;
    }
    return true;
}

Test(outline, any_text)
{
    static const char *const pieces[] = {"1. ",
                                         "2) ",
                                         "a) ",
                                         "(iv) ",
                                         "- ",
                                         "\n",
                                         "\n\n",
                                         "   ",
                                         ": ",
                                         "; ",
                                         "asthma ",
                                         "any of the following:",
                                         "Inclusion Criteria:",
                                         "(",
                                         "Exclusion Criteria",
                                         ")",
                                         "\xE2\x80\xA2 ",
                                         "1.1 A",
                                         "and ",
                                         ". ",
                                         "3.x",
                                         "\xE2\x91\xA1"};
    unsigned seed = 7;

    for (int round = 0; round < 2000; round++) {
        arena *a = arena_new((size_t)64 << 20);
        buffer b;
        mapped m;
        outline o;

        buffer_init(&b, 0);
        for (int i = 0; i < 40; i++) {
            seed = seed * 1103515245u + 12345u;
            buffer_puts(&b, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        m = as_mapped(a, b.data, b.size);
        o = outline_read(&m, a);
        for (size_t i = 0; i < o.count; i++)
            cr_expect(spans_nest(o.sections[i].items, o.sections[i].count, 0, m.size), "%s",
                      b.data);
        buffer_free(&b);
        arena_delete(a);
    }
}
