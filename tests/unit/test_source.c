#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/base/limits.h"
#include "grammar/outline.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

/* One document: its criteria as clean text, and what the registry says. */
typedef struct read_one {
    char *bytes;
    size_t size;
    arena *a;
    source_reader *r;
    source s;
    eligo_code code;
    eligo_error err;
    bool rules;
    eligo_span span;
} read_one;

static void open_bytes(read_one *o, const char *bytes, size_t size)
{
    memset(o, 0, sizeof *o);
    o->bytes = calloc(1, size + JSON_PADDING);
    o->size = size;
    memcpy(o->bytes, bytes, size);
    o->a = arena_new((size_t)64 << 20);
    o->r = source_open(o->bytes, size, "trial", NULL);
}

static void next_one(read_one *o)
{
    memset(&o->err, 0, sizeof o->err);
    o->code = source_next(o->r, o->a, &o->s, &o->rules, &o->span, &o->err);
}

static void close_one(read_one *o)
{
    source_close(o->r);
    arena_delete(o->a);
    free(o->bytes);
}

static void read_text(read_one *o, const char *text)
{
    open_bytes(o, text, strlen(text));
    next_one(o);
}

/* ---- clean text ---- */

static const struct cleaned {
    const char *raw, *clean;
} cleaneds[] = {
    {"BMI \\> 30 \\[kg\\]", "BMI > 30 [kg]"},
    {"2\\*10\\^9", "2*10^9"},
    {"BMI &gt; 30 &amp; &lt; 40", "BMI > 30 & < 40"},
    {"BMI &amp;gt; 30", "BMI > 30"},
    {"BMI &ge; 30, &#8804; 40, &#x2264; 50",
     "BMI \xE2\x89\xA5 30, \xE2\x89\xA4 40, \xE2\x89\xA4 50"},
    {"BMI &gt 30 &unknown; &", "BMI > 30 &unknown; &"},
    {"a<br>b<BR/>c", "a\nb\nc"},
    {"<ul><li>a</li><li>b</li></ul>", "- a\n- b"},
    {"10<sup>9</sup>/L, CO<sub>2</sub>, 1<sup>st</sup>", "10^9/L, CO2, 1st"},
    {"p<b and c>d, x < y", "p<b and c>d, x < y"},
    {"<b class=\"x\">a</b> <i>b</i>", "a b"},
    {"a\xC2\xA0"
     "b\xE2\x80\x89"
     "c\xE3\x80\x80"
     "d",
     "a b c d"},
    {"a\xE2\x80\x8B"
     "b\xC2\xAD"
     "c\xEF\xBB\xBF",
     "abc"},
    {"a\r\nb\rc\xE2\x80\xA8"
     "d",
     "a\nb\nc\nd"},
    {"\xEF\xBC\x9C 5 \xEF\xBC\x88"
     "a\xEF\xBC\x89 3\xEF\xBD\x9E"
     "4\xEF\xBC\x9B",
     "< 5 (a) 3~4;"},
    {"\xE2\x80\x9C"
     "a\xE2\x80\x9D \xE2\x80\x98"
     "b\xE2\x80\x99",
     "\"a\" 'b'"},
    {"\xE2\x89\xA5 3 \xC3\x97 10 \xC2\xB5g", "\xE2\x89\xA5 3 \xC3\x97 10 \xC2\xB5g"},
    {"Inclusion Criteria:~~- a~- 19~45 years~~Exclusion Criteria:~~- b",
     "Inclusion Criteria:\n\n- a\n- 19~45 years\n\nExclusion Criteria:\n\n- b"},
    {"aged 19~45 years", "aged 19~45 years"},
    {"\xEF\xBB\xBF"
     "a",
     "a"},
};

ParameterizedTestParameters(source, clean)
{
    static size_t index[sizeof cleaneds / sizeof *cleaneds];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

ParameterizedTest(size_t *index, source, clean)
{
    const struct cleaned *c = &cleaneds[*index];
    read_one o;

    read_text(&o, c->raw);
    cr_assert_eq(o.code, ELIGO_OK, "%s", o.err.message);
    cr_expect_eq(o.s.criteria.size, strlen(c->clean), "%s: %.*s", c->raw, (int)o.s.criteria.size,
                 o.s.criteria.text);
    cr_expect_eq(memcmp(o.s.criteria.text, c->clean, o.s.criteria.size), 0, "%s: %.*s", c->raw,
                 (int)o.s.criteria.size, o.s.criteria.text);
    for (size_t i = 0; i < o.s.criteria.size; i++) {
        eligo_span s = mapped_span(&o.s.criteria, i, i + 1);

        cr_expect(s.start < s.end && s.end <= o.size, "%s at %zu", c->raw, i);
        cr_expect(i == 0 || s.start >= o.s.criteria.at[i - 1], "%s at %zu", c->raw, i);
    }
    close_one(&o);
}

/* ---- pages ---- */

#define LIST "Inclusion Criteria:\n- asthma\nExclusion Criteria:\n- gout\n"

static const struct paged {
    const char *text, *criteria, *id, *title, *sex;
    double low, high;
    int healthy;
} pages[] = {
    {LIST, "Inclusion Criteria:\n- asthma\nExclusion Criteria:\n- gout", "", "", NULL, 0, 0, -1},
    /* a number in the criteria is that of another trial */
    {"Inclusion Criteria:\n- took part in NCT00000998\n", "Inclusion Criteria:\n- took part in NCT00000998", "", "", NULL, 0, 0, -1},
    {"NCT00000104\nInclusion Criteria:\n- took part in NCT00000998\n", "Inclusion Criteria:\n- took part in NCT00000998", "NCT00000104", "", NULL, 0, 0, -1},
    {"- took part in NCT00000998\n- asthma", "- took part in NCT00000998\n- asthma", "", "", NULL, 0, 0, -1},
    {"A Trial of Honey in Asthma\nNCT ID: NCT00000101\nInclusion Criteria\n1. asthma\nExclusion "
     "Criteria\n1. gout\n"
     "Minimum Eligible Age\n\n12 Years\n\nMaximum Eligible Age\n\n60 Years\n\nEligible "
     "Sex\n\nFEMALE\n\n"
     "Accepts Healthy Volunteers\n\nNo\n\nSponsors\n\nSomebody\n\nMore Related "
     "Trials\n\nNCT00000999\n",
     "Inclusion Criteria\n1. asthma\nExclusion Criteria\n1. gout", "NCT00000101",
     "A Trial of Honey in Asthma", "female", 12, 60, 0},
    {"Honey for Asthma in Grown-ups\nNCT ID: NCT00000102\nRelated Clinical "
     "Trials\nNCT00000998\nInclusion Criteria\n"
     "1. asthma\nExclusion Criteria\n1. gout\n12 Years\n60 Years\nALL\nYes\nSponsors\nSomebody\n",
     "Inclusion Criteria\n1. asthma\nExclusion Criteria\n1. gout", "NCT00000102",
     "Honey for Asthma in Grown-ups", "all", 12, 60, 1},
    {"Honey\nClinicalTrials.gov Identifier: NCT00000103 |\nAges Eligible for Study: | 12 Years to "
     "60 Years (Child, Adult) |\n"
     "Sexes Eligible for Study: | Male |\nAccepts Healthy Volunteers: | No |\n" LIST
     "To learn more about this study, you or your doctor may call.\nAges: 3\n",
     "Inclusion Criteria:\n- asthma\nExclusion Criteria:\n- gout", "NCT00000103", "", "male", 12,
     60, 0},
    {"Honey again\n\nAges Eligible for Study\n\n6 months and older\n\nStudy "
     "Population\n\nEverybody in town\n\n"
     "Description\n\n" LIST "\nStudy Plan\n\nOther Study ID Numbers\n\n  \xE2\x80\xA2 honey-7\n",
     "Inclusion Criteria:\n- asthma\nExclusion Criteria:\n- gout", "honey-7", "", NULL, 6, 0, -1},
    /* an item of the list is a criterion, though its words are those of a field */
    {"Honey\nNCT ID: NCT00000105\nInclusion Criteria\n\n* Age 12 to 60 years, inclusive\n* asthma\n\nExclusion "
     "Criteria\n\n* gout\nMinimum Eligible Age\n\n12 Years\n\nSponsors\n\nSomebody\n",
     "Inclusion Criteria\n\n* Age 12 to 60 years, inclusive\n* asthma\n\nExclusion Criteria\n\n* gout", "NCT00000105", "", NULL,
     12, 0, -1},
    {"Participant inclusion criteria\n1. asthma\n\nParticipant type(s)\nPatient\n\nLower age "
     "limit\n12 Years\n\nSex\nBoth\n\n"
     "Target number of participants\n90\n\nParticipant exclusion criteria\n1. gout\n\nRecruitment "
     "start date\n01/02/2020\n\n"
     "Locations\nHere\n",
     "Participant inclusion criteria\n1. asthma\n\nParticipant exclusion criteria\n1. gout", "", "",
     "all", 12, 0, -1},
};

ParameterizedTestParameters(source, page)
{
    static size_t index[sizeof pages / sizeof *pages];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

/* Lines with text, blanks around them left out: how they stand apart does not matter here. */
static bool same_lines(const char *a, size_t a_size, const char *b, size_t b_size)
{
    size_t i = 0, k = 0;

    for (;;) {
        while (i < a_size && strchr(" \n", a[i]))
            i++;
        while (k < b_size && strchr(" \n", b[k]))
            k++;
        if (i >= a_size || k >= b_size)
            return i >= a_size && k >= b_size;
        if (a[i++] != b[k++])
            return false;
    }
}

ParameterizedTest(size_t *index, source, page)
{
    const struct paged *c = &pages[*index];
    read_one o;

    read_text(&o, c->text);
    cr_assert_eq(o.code, ELIGO_OK, "%s: %s", c->text, o.err.message);
    cr_expect(same_lines(o.s.criteria.text, o.s.criteria.size, c->criteria, strlen(c->criteria)),
              "%s\n-- is: %.*s", c->text, (int)o.s.criteria.size, o.s.criteria.text);
    cr_expect_str_eq(o.s.trial_id, c->id);
    if (*c->title)
        cr_expect_str_eq(o.s.title, c->title);
    cr_expect_str_eq(o.s.sex ? o.s.sex : "", c->sex ? c->sex : "");
    cr_expect_eq(o.s.minimum_age.value, c->low, "%s: %g", c->text, o.s.minimum_age.value);
    cr_expect_eq(o.s.maximum_age.value, c->high, "%s: %g", c->text, o.s.maximum_age.value);
    cr_expect_eq(o.s.healthy_volunteers, c->healthy);
    if (o.s.minimum_age.given)
        cr_expect_neq(memchr(o.bytes + o.s.minimum_age.span.start, c->low == 6 ? '6' : '1', 2),
                      NULL);
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_END);
    close_one(&o);
}

/* ---- JSON and XML ---- */

/* The bytes of the document that an item was made of. */
static void expect_item(const read_one *o, size_t section, size_t item, const char *bytes)
{
    outline l = outline_read(&o->s.criteria, o->a);
    eligo_span s;

    cr_assert_gt(l.count, section);
    cr_assert_gt(l.sections[section].count, item);
    s = mapped_span(&o->s.criteria, l.sections[section].items[item].span.start,
                    l.sections[section].items[item].span.end);
    cr_expect_eq(s.end - s.start, strlen(bytes), "%.*s", (int)(s.end - s.start),
                 o->bytes + s.start);
    cr_expect_eq(memcmp(o->bytes + s.start, bytes, s.end - s.start), 0, "%.*s",
                 (int)(s.end - s.start), o->bytes + s.start);
}

#define STUDY(id, text)                                                                           \
    "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"" id "\",\"briefTitle\":\"T\"}," \
    "\"eligibilityModule\":{\"eligibilityCriteria\":\"" text                                      \
    "\",\"minimumAge\":\"6 Months\",\"sex\":\"MALE\","                                            \
    "\"healthyVolunteers\":true}}}"
#define ESCAPED                                                                       \
    "Inclusion Criteria:\\n\\n* BMI \\\\> 30 \\u2265 2\\n* \\\"b\\\"\\n\\nExclusion " \
    "Criteria:\\n\\n* gout"

static const struct many {
    const char *text;
    int studies;
} manys[] = {
    {STUDY("NCT00000201", ESCAPED), 1},
    {"[" STUDY("NCT00000201", ESCAPED) "," STUDY("NCT00000202", ESCAPED) "]", 2},
    {"{\"studies\":[" STUDY("NCT00000201", ESCAPED) "," STUDY("NCT00000202",
                                                              ESCAPED) "],\"totalCount\":2}",
     2},
    {STUDY("NCT00000201", ESCAPED) "\n" STUDY("NCT00000202", ESCAPED) "\n\n" STUDY("NCT00000203",
                                                                                   ESCAPED) "\n",
     3},
    {"\xEF\xBB\xBF" STUDY("NCT00000201", ESCAPED), 1},
};

ParameterizedTestParameters(source, json)
{
    static size_t index[sizeof manys / sizeof *manys];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

ParameterizedTest(size_t *index, source, json)
{
    const struct many *c = &manys[*index];
    read_one o;

    open_bytes(&o, c->text, strlen(c->text));
    for (int i = 0; i < c->studies; i++) {
        char id[] = "NCT00000200";

        next_one(&o);
        cr_assert_eq(o.code, ELIGO_OK, "%s", o.err.message);
        id[10] = (char)('1' + i);
        cr_expect_str_eq(o.s.trial_id, id);
        cr_expect_str_eq(o.s.sex, "male");
        cr_expect_eq(o.s.minimum_age.unit, 'm');
        cr_expect_eq(o.s.healthy_volunteers, 1);
        expect_item(&o, 0, 0, "BMI \\\\> 30 \\u2265 2");
        expect_item(&o, 0, 1, "\\\"b\\\"");
        expect_item(&o, 1, 0, "gout");
    }
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_END);
    close_one(&o);
}

Test(source, broken_line_of_many)
{
    read_one o;

    open_bytes(
        &o,
        STUDY("NCT00000201", ESCAPED) "\n{\"protocolSection\":{\n" STUDY("NCT00000203", ESCAPED),
        strlen(STUDY("NCT00000201", ESCAPED) "\n{\"protocolSection\":{\n" STUDY("NCT00000203",
                                                                                ESCAPED)));
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_OK);
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_EPARSE);
    cr_expect_eq(o.err.line, 2);
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_OK);
    cr_expect_str_eq(o.s.trial_id, "NCT00000203");
    close_one(&o);
}

/* Of a file with many studies each knows what the file's sum is, which is worked out once: what a
 * study costs does not grow with the file. */
Test(source, one_sum_of_many)
{
    static const char two[] = STUDY("NCT00000204", ESCAPED) "\n" STUDY("NCT00000205", ESCAPED);
    char sum[FILE_SUM];
    const char *first;
    read_one o;

    file_sum(two, strlen(two), sum);
    open_bytes(&o, two, strlen(two));
    next_one(&o);
    cr_assert_eq(o.code, ELIGO_OK);
    first = o.s.sum;
    cr_assert_not_null(first);
    cr_expect_str_eq(first, sum);
    next_one(&o);
    cr_assert_eq(o.code, ELIGO_OK);
    cr_expect_eq(o.s.sum, first);
    close_one(&o);
}

Test(source, rules)
{
    read_one o;

    read_text(&o, "{\"schema\":\"eligo.rules/1\",\"criteria\":[]}");
    cr_expect_eq(o.code, ELIGO_OK);
    cr_expect(o.rules);
    cr_expect_eq(o.span.end - o.span.start, o.size);
    close_one(&o);
}

static const char xml[] =
    "<?xml version=\"1.0\" "
    "encoding=\"UTF-8\"?>\n<clinical_study>\n<id_info><nct_id>NCT00000301</nct_id></id_info>\n"
    "<brief_title>Honey &amp; "
    "tea</brief_title>\n<eligibility><study_pop><textblock>all</textblock></study_pop>\n"
    "<criteria><textblock>\n  Inclusion Criteria:\n\n    -  BMI &lt; 30 and a line that is\n       "
    "wrapped\n\n"
    "    -  WBC &#8805; 2\n\n  Exclusion Criteria:\n\n    -  <![CDATA[gout & "
    "<mumps]]>\n</textblock></criteria>\n"
    "<gender>All</gender><minimum_age>N/A</minimum_age><maximum_age>60 Years</maximum_age>\n"
    "<healthy_volunteers>No</healthy_volunteers></eligibility>\n</clinical_study>\n";

Test(source, xml)
{
    read_one o;

    read_text(&o, xml);
    cr_assert_eq(o.code, ELIGO_OK, "%s", o.err.message);
    cr_expect_str_eq(o.s.trial_id, "NCT00000301");
    cr_expect_str_eq(o.s.title, "Honey & tea");
    cr_expect_str_eq(o.s.sex, "all");
    cr_expect(!o.s.minimum_age.given);
    cr_expect_eq(o.s.maximum_age.value, 60);
    cr_expect_eq(o.s.healthy_volunteers, 0);
    expect_item(&o, 0, 0, "BMI &lt; 30 and a line that is\n       wrapped");
    expect_item(&o, 0, 1, "WBC &#8805; 2");
    expect_item(&o, 1, 0, "gout & <mumps");
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_END);
    close_one(&o);
}

/* An element with nothing in it says nothing. */
Test(source, xml_empty)
{
    read_one o;

    read_text(&o, "<clinical_study><eligibility><criteria><textblock>Inclusion Criteria: gout</textblock></criteria>"
                  "<gender/><minimum_age></minimum_age><maximum_age/></eligibility></clinical_study>");
    cr_assert_eq(o.code, ELIGO_OK, "%s", o.err.message);
    cr_expect(!o.s.minimum_age.given);
    cr_expect(!o.s.maximum_age.given);
    cr_expect_null(o.s.sex);
    close_one(&o);
}

/* ---- what is refused ---- */

#define BYTES(s) (s), sizeof(s) - 1

static const struct refused {
    const char *bytes;
    size_t size;
    eligo_code code;
    const char *message; /* a part of it */
} refuseds[] = {
    {BYTES(""), ELIGO_EPARSE, "empty"},
    {BYTES(" \n\t"), ELIGO_EPARSE, "empty"},
    {BYTES("\xFF\xFEI\0n\0c\0"), ELIGO_EPARSE, "iconv"},
    {BYTES("\xFE\xFF\0I\0n\0c"), ELIGO_EPARSE, "iconv"},
    {BYTES("%PDF-1.4 ..."), ELIGO_EPARSE, "PDF"},
    {BYTES("ab\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\1\1\1\1\1\1\1cd"), ELIGO_EPARSE, "binary"},
    {BYTES("A Trial of Honey\nNCT ID: NCT00000101\nSponsors\nSomebody\n"), ELIGO_EPARSE,
     "no criteria section"},
    {BYTES("{\"protocolSection\":{\"eligibilityModule\":{}}}"), ELIGO_EPARSE,
     "eligibilityCriteria"},
    {BYTES("{\"protocolSection\":{\"eligib"), ELIGO_EPARSE, ""},
    {BYTES("{\"studies\":[]}"), ELIGO_EPARSE, "empty list"},
    {BYTES("<?xml version=\"1.0\"?><clinical_study><eligibility>"), ELIGO_EPARSE, "XML"},
    {BYTES("<?xml version=\"1.0\"?><other/>"), ELIGO_EPARSE, "clinical_study"},
    {BYTES("<?xml version=\"1.0\"?><!DOCTYPE clinical_study [<!ENTITY a "
           "\"aa\">]><clinical_study>&a;</clinical_study>"),
     ELIGO_EPARSE, "entities"},
};

ParameterizedTestParameters(source, refused)
{
    static size_t index[sizeof refuseds / sizeof *refuseds];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

ParameterizedTest(size_t *index, source, refused)
{
    const struct refused *c = &refuseds[*index];
    read_one o;

    open_bytes(&o, c->bytes, c->size);
    next_one(&o);
    cr_expect_eq(o.code, c->code, "%zu: %d", *index, (int)o.code);
    cr_expect(strstr(o.err.message, c->message), "%zu: %s", *index, o.err.message);
    next_one(&o);
    cr_expect_eq(o.code, ELIGO_END, "%zu", *index);
    close_one(&o);
}

Test(source, damage)
{
    read_one o;

    open_bytes(&o, BYTES("Inclusion Criteria:\n- age \xB3\xB3 18\n- a\0b\n"));
    next_one(&o);
    cr_assert_eq(o.code, ELIGO_OK);
    cr_assert_eq(o.s.finding_count, 2);
    cr_expect_str_eq(o.s.findings[0].code, "damaged-notation");
    cr_expect_eq(o.s.findings[0].span.start, 26);
    cr_expect_eq(o.s.findings[0].span.end, 28);
    cr_expect_eq(o.s.findings[1].span.end - o.s.findings[1].span.start, 1);
    close_one(&o);
}
