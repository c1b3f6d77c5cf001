/* Names of categories and of code systems. */
#include "rules/concept.h"

#include "engine/base/text.h"

#include <string.h>

static const char *const categories[CATEGORIES] = {
    "",       "demographic", "measurement", "score",     "condition", "medication", "procedure", "immunization",
    "device", "organism",    "allergy",     "encounter", "social",    "consent"};

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
    static const char *const names[CODE_SYSTEMS] = {"", "loinc", "snomed", "icd10cm", "rxnorm", "atc", "omop", "cvx"};

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
            if (strncmp(known[i].name, "http:", 5) == 0 && text_equal_nocase(uri + 5, size - 5, known[i].name + 4))
                return known[i].system;
    /* an edition of SNOMED CT, or a version of it, in the URI */
    if (text_starts_nocase(uri, size, "http://snomed.info/sct/"))
        return CODE_SNOMED;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal_nocase(uri, size, known[i].name))
            return known[i].system;
    return CODE_UNKNOWN;
}
