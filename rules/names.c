/* Names of categories and code systems, and what a code of each system looks like. */
#include "engine/base/text.h"
#include "rules/registry.h"
#include "rules/roles.h"
#include "rules/table.h"
#include "rules/words.h"

#include <string.h>

static const char *const categories[CATEGORIES] = {
    "",           "demographic", "measurement",  "score",  "condition",
    "medication", "procedure",   "immunization", "device", "organism",
    "allergy",    "encounter",   "social",       "consent"};

const char *category_name(category c)
{
    return (unsigned)c < CATEGORIES ? categories[c] : "";
}

category category_find(const char *name, size_t size)
{
    for (int c = CATEGORY_NONE + 1; c < CATEGORIES; c++)
        if (strlen(categories[c]) == size && memcmp(categories[c], name, size) == 0)
            return (category)c;
    return CATEGORY_NONE;
}

bool category_is_quantity(category c)
{
    return c == CATEGORY_DEMOGRAPHIC || c == CATEGORY_MEASUREMENT || c == CATEGORY_SCORE;
}

const char *code_system_name(code_system s)
{
    static const char *const names[CODE_SYSTEMS] = {"",       "loinc", "snomed", "icd10cm",
                                                    "rxnorm", "atc",   "omop",   "cvx"};

    return (unsigned)s < CODE_SYSTEMS ? names[s] : "";
}

code_system code_system_find(const char *uri, size_t size)
{
    static const struct {
        char name[48];
        code_system system;
    } known[] = {
        {"http://loinc.org", CODE_LOINC},
        {"http://snomed.info/sct", CODE_SNOMED},
        {"http://hl7.org/fhir/sid/icd-10-cm", CODE_ICD10CM},
        {"http://www.nlm.nih.gov/research/umls/rxnorm", CODE_RXNORM},
        {"http://www.whocc.no/atc", CODE_ATC},
        {"http://hl7.org/fhir/sid/cvx", CODE_CVX},
        /* the registry of HL7 */
        {"2.16.840.1.113883.6.1", CODE_LOINC},
        {"2.16.840.1.113883.6.96", CODE_SNOMED},
        {"2.16.840.1.113883.6.90", CODE_ICD10CM},
        {"2.16.840.1.113883.6.88", CODE_RXNORM},
        {"2.16.840.1.113883.6.73", CODE_ATC},
        {"2.16.840.1.113883.12.292", CODE_CVX},
        /* vocabularies of OMOP, and the names in the lexicon's tables */
        {"LOINC", CODE_LOINC},
        {"SNOMED", CODE_SNOMED},
        {"ICD10CM", CODE_ICD10CM},
        {"ICD-10-CM", CODE_ICD10CM},
        {"RxNorm", CODE_RXNORM},
        {"ATC", CODE_ATC},
        {"CVX", CODE_CVX},
        {"OMOP", CODE_OMOP},
        {"SNOMED CT", CODE_SNOMED},
    };

    while (size && (uri[size - 1] == ' ' || uri[size - 1] == '/'))
        size--;
    while (size && *uri == ' ')
        uri++, size--;
    if (text_starts_nocase(uri, size, "urn:oid:"))
        uri += 8, size -= 8;
    if (text_starts_nocase(uri, size, "https://"))
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (strncmp(known[i].name, "http:", 5) == 0 &&
                text_equal_nocase(uri + 5, size - 5, known[i].name + 4))
                return known[i].system;
    /* an edition of SNOMED CT, or a version of it, in the URI */
    if (text_starts_nocase(uri, size, "http://snomed.info/sct/"))
        return CODE_SNOMED;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal_nocase(uri, size, known[i].name))
            return known[i].system;
    return CODE_UNKNOWN;
}

const char *tier_name(tier t)
{
    return t == TIER_CORE ? "core" : t == TIER_SITE ? "site" : "imported";
}

/* ---- forms of codes ---- */

size_t code_normal(code_system s, const char *code, size_t size, char out[24])
{
    size_t n = 0;

    while (size && (*code == ' ' || *code == '\t'))
        code++, size--;
    while (size && (code[size - 1] == ' ' || code[size - 1] == '\t'))
        size--;
    for (size_t i = 0; i < size; i++) {
        char c = code[i];

        if (c == '.' && s == CODE_ICD10CM)
            continue;
        if ((s == CODE_ICD10CM || s == CODE_ATC) && c >= 'a' && c <= 'z')
            c = (char)(c - 32);
        if (n == 23 || c == 0)
            return 0;
        out[n++] = c;
    }
    out[n] = 0;
    return n;
}

static bool digit_at(const char *code, size_t i)
{
    return code[i] >= '0' && code[i] <= '9';
}

static bool capital_at(const char *code, size_t i)
{
    return code[i] >= 'A' && code[i] <= 'Z';
}

static bool all_digits(const char *code, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!digit_at(code, i))
            return false;
    return size > 0;
}

/* LOINC's check digit: Luhn, modulus 10 (LOINC Users' Guide, appendix C). */
static bool loinc_valid(const char *code, size_t size)
{
    unsigned sum = 0;

    if (size < 3 || size > 9 || code[size - 2] != '-' || !all_digits(code, size - 2) ||
        !digit_at(code, size - 1))
        return false;
    for (size_t i = 0; i < size - 2; i++) {
        unsigned d = (unsigned)(code[size - 3 - i] - '0') * (i % 2 ? 1 : 2);

        sum += d / 10 + d % 10;
    }
    return (10 - sum % 10) % 10 == (unsigned)(code[size - 1] - '0');
}

/* SNOMED CT identifiers end in Verhoeff's check digit (SNOMED CT Technical Implementation Guide).
 */
static bool snomed_valid(const char *code, size_t size)
{
    /* the dihedral group of ten and its permutation (J. Verhoeff, Error Detecting Decimal Codes,
     * 1969) */
    static const unsigned char product[10][10] = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
    static const unsigned char turn[10] = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    unsigned check = 0;

    if (size < 6 || size > 18 || !all_digits(code, size))
        return false;
    for (size_t i = 0; i < size; i++) {
        unsigned d = (unsigned)(code[size - 1 - i] - '0');

        for (size_t k = 0; k < i % 8; k++)
            d = turn[d];
        check = product[check][d];
    }
    return check == 0;
}

static bool icd_valid(const char *code, size_t size)
{
    if (size < 3 || size > 7 || !capital_at(code, 0) || !digit_at(code, 1))
        return false;
    for (size_t i = 2; i < size; i++)
        if (!digit_at(code, i) && !capital_at(code, i))
            return false;
    return true;
}

static bool atc_valid(const char *code, size_t size)
{
    static const char form[] = "A00AA00";

    if (size != 1 && size != 3 && size != 4 && size != 5 && size != 7)
        return false;
    for (size_t i = 0; i < size; i++)
        if (form[i] == 'A' ? !capital_at(code, i) : !digit_at(code, i))
            return false;
    return true;
}

bool code_valid(code_system s, const char *code, size_t size)
{
    switch (s) {
    case CODE_LOINC: return loinc_valid(code, size);
    case CODE_SNOMED: return snomed_valid(code, size);
    case CODE_ICD10CM: return icd_valid(code, size);
    case CODE_ATC: return atc_valid(code, size);
    case CODE_RXNORM: return size <= 8 && all_digits(code, size);
    case CODE_OMOP: return size <= 10 && all_digits(code, size);
    case CODE_CVX: return size <= 4 && all_digits(code, size);
    default: return false;
    }
}

/* ---- roles of words ---- */

static const char *const role_names[] = {"age-group",
                                         "any",
                                         "article",
                                         "be",
                                         "begins",
                                         "change",
                                         "conjunction",
                                         "consent",
                                         "copula",
                                         "counted",
                                         "counts",
                                         "denial",
                                         "finite",
                                         "general",
                                         "glued",
                                         "highest",
                                         "light",
                                         "light-before",
                                         "light-condition",
                                         "light-of",
                                         "light-quantity",
                                         "light-treatment",
                                         "lowest",
                                         "numbered",
                                         "object",
                                         "onset",
                                         "people",
                                         "period",
                                         "preposition",
                                         "record-absent",
                                         "record-elsewhere",
                                         "record-generic",
                                         "record-manner",
                                         "record-place",
                                         "record-there",
                                         "scale",
                                         "specimen",
                                         "stage",
                                         "standard",
                                         "starter",
                                         "unit",
                                         "verb",
                                         "weightless",
                                         "weightless-condition",
                                         "with-site",
                                         "line-negation",
                                         "line-below",
                                         "line-above",
                                         "line-limit",
                                         "stays",
                                         "shows",
                                         "proven",
                                         "way",
                                         "leads",
                                         "aims",
                                         "which",
                                         "says-age",
                                         "list-of",
                                         "by-way",
                                         "sound",
                                         "letter-male",
                                         "letter-female",
                                         "repeated",
                                         "site"};

const char *role_name(unsigned bit)
{
    return bit < sizeof role_names / sizeof *role_names ? role_names[bit] : NULL;
}

static const char *const head_role_names[] = {
    "inclusion",      "exclusion", "criteria", "eligibility", "plain",  "sentence",
    "generic",        "following", "barred",   "let-in",      "any",    "all",
    "negated",        "non",       "not",      "hanging",     "person", "for",
    "of-a-condition", "dangling",  "apply"};

const char *head_role_name(unsigned bit)
{
    return bit < sizeof head_role_names / sizeof *head_role_names ? head_role_names[bit] : NULL;
}

static const char *const who_role_names[] = {
    "noun",   "one",      "other-sense", "disease-class", "every",          "whole",
    "self",   "people",   "fill",        "carer",         "partner",        "place",
    "behind", "controls", "control",     "control-noun",  "before-control", "behind-control"};

const char *who_role_name(unsigned bit)
{
    return bit < sizeof who_role_names / sizeof *who_role_names ? who_role_names[bit] : NULL;
}

static const char *const lint_role_names[] = {
    "lettered",    "fit-for",        "active",        "relative",
    "relative-is", "inclusive",      "no-limit",      "able",
    "narrows",     "no-history",     "never",         "antecedent",
    "trouble",     "not-had",        "only",          "must",
    "required",    "denial",         "left-out",      "bare-denial",
    "lack-of",     "asked-for",      "place",         "listed",
    "counted",     "no-place",       "multiple",      "number",
    "of-next",     "before-of",      "needs-noun",    "no-noun",
    "joining",     "latin",          "of-the-study",  "defines",
    "no-group",    "group-of-study", "somebody-does", "attends",
    "attends-all", "oneself",        "from-when",     "ends-window",
    "through",     "rate",           "recent",        "from-now",
    "beginning",   "half-life",      "during",        "before",
    "now",         "former",         "before-event",  "begins-item",
    "kept-out",    "reason",         "points-to",     "normal-or-base",
    "visit-unit",  "control-group",  "by-next",       "because"};

const char *lint_role_name(unsigned bit)
{
    return bit < sizeof lint_role_names / sizeof *lint_role_names ? lint_role_names[bit] : NULL;
}

static const char *const audit_role_names[] = {"harmless", "of-any-kind",  "part-of",
                                               "meets",    "consent-word", "people",
                                               "can",      "no-side",      "parent"};

const char *audit_role_name(unsigned bit)
{
    return bit < sizeof audit_role_names / sizeof *audit_role_names ? audit_role_names[bit] : NULL;
}

/* ---- kinds of words of registries' pages ---- */

static const char *const registry_kinds[REGISTRY_KINDS] = {
    "",   "ages",     "minimum-age", "maximum-age", "sex",     "healthy",
    "id", "other-id", "title",       "over",        "between", "over-begins",
};

const char *registry_kind_name(registry_kind k)
{
    return (unsigned)k < REGISTRY_KINDS ? registry_kinds[k] : NULL;
}

/* ---- classes of the words of the audit ---- */

static const char *const word_class_names[WORD_CLASSES] = {
    [WORD_ADMISSION] = "admission",
    [WORD_AGENT] = "agent",
    [WORD_ALIKE] = "alike",
    [WORD_APPLY] = "apply",
    [WORD_CANCER_OR_STUDY_DRUG] = "cancer-or-study-drug",
    [WORD_COMMON] = "common",
    [WORD_DANGLING] = "dangling",
    [WORD_DENIAL] = "denial",
    [WORD_DEPENDS] = "depends",
    [WORD_ELSEWHERE] = "elsewhere",
    [WORD_EVER] = "ever",
    [WORD_EXAMPLE] = "example",
    [WORD_FADING] = "fading",
    [WORD_FUNCTION] = "function",
    [WORD_FUTURE] = "future",
    [WORD_GENE_CONTEXT] = "gene-context",
    [WORD_GENES] = "genes",
    [WORD_GESTATION] = "gestation",
    [WORD_GRADED] = "graded",
    [WORD_GROUP] = "group",
    [WORD_HABIT] = "habit",
    [WORD_HAPPENED] = "happened",
    [WORD_HINDERS] = "hinders",
    [WORD_INERT] = "inert",
    [WORD_INTENTION] = "intention",
    [WORD_IS_DONE] = "is-done",
    [WORD_LACK] = "lack",
    [WORD_LACKS] = "lacks",
    [WORD_LANGUAGE] = "language",
    [WORD_LASTING] = "lasting",
    [WORD_LIST_NOUN] = "list-noun",
    [WORD_NESTED] = "nested",
    [WORD_NONE] = "none",
    [WORD_OPEN_END] = "open-end",
    [WORD_OPINION] = "opinion",
    [WORD_OPINION_OF] = "opinion-of",
    [WORD_OPPOSITE] = "opposite",
    [WORD_OTHER_STUDY] = "other-study",
    [WORD_OTHERS] = "others",
    [WORD_PAIR] = "pair",
    [WORD_PAST] = "past",
    [WORD_PERMISSION] = "permission",
    [WORD_PROCEDURE] = "procedure",
    [WORD_PROCESS] = "process",
    [WORD_RESTRICTING] = "restricting",
    [WORD_RULE_OF_STUDY] = "rule-of-study",
    [WORD_SAYS_NOTHING] = "says-nothing",
    [WORD_SEVERAL_UNITS] = "several-units",
    [WORD_SOMEONE] = "someone",
    [WORD_STANDARD] = "standard",
    [WORD_STUDY] = "study",
    [WORD_SUBSTANCE] = "substance",
    [WORD_SUITABILITY] = "suitability",
    [WORD_TOOK_PART] = "took-part",
    [WORD_UNLIKELY] = "unlikely",
    [WORD_VAGUE] = "vague",
    [WORD_VAGUE_FUNCTION] = "vague-function",
    [WORD_VAGUE_GRADE] = "vague-grade",
    [WORD_VAGUE_TIME] = "vague-time",
    [WORD_VERB_OF_OPINION] = "verb-of-opinion",
    [WORD_WHOEVER] = "whoever",
    [WORD_WILL] = "will",
    [WORD_WINDOW_PHRASE] = "window-phrase",
    [WORD_WISH] = "wish",
};

const char *word_class_name(word_class c)
{
    return (unsigned)c < WORD_CLASSES ? word_class_names[c] : NULL;
}

/* ---- classes of cues ---- */

#define CUE_NAME(name) #name,
static const char *const cue_class_names[CUE_KINDS] = {"", CUE_CLASSES(CUE_NAME)};
#undef CUE_NAME

const char *cue_class_name(cue_class c)
{
    return (unsigned)c < CUE_KINDS ? cue_class_names[c] : "";
}

cue_class cue_class_find(const char *name, size_t size)
{
    for (int c = CUE_NONE + 1; c < CUE_KINDS; c++)
        if (strlen(cue_class_names[c]) == size && memcmp(cue_class_names[c], name, size) == 0)
            return (cue_class)c;
    return CUE_NONE;
}
