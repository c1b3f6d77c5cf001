/* The vocabularies of OMOP as Athena gives them out. Standard concepts of five domains are things
 * (of drugs: ingredients; what is made of them are products); other codes are mapped to them. */
#include "engine/authority_read.h"

#include <string.h>

/* CONCEPT.csv */
enum { ID, NAME, DOMAIN, VOCABULARY, CLASS, STANDARD, CODE, INVALID };
static const char *const concept_columns[] = {
    "concept_id",    "concept_name",     "domain_id",
    "vocabulary_id", "concept_class_id", "standard_concept",
    "concept_code",  "invalid_reason",   NULL};

static category category_of(const char *domain, const char *vocabulary)
{
    static const struct {
        char domain[16];
        category category;
    } known[] = {{"Condition", CATEGORY_CONDITION},
                 {"Drug", CATEGORY_MEDICATION},
                 {"Procedure", CATEGORY_PROCEDURE},
                 {"Measurement", CATEGORY_MEASUREMENT},
                 {"Device", CATEGORY_DEVICE}};

    if (strcmp(domain, "Drug") == 0 && strcmp(vocabulary, "CVX") == 0)
        return CATEGORY_IMMUNIZATION;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].domain, domain) == 0)
            return known[i].category;
    return CATEGORY_NONE;
}

static bool read_concept(authority_reader *r, char *text, size_t size)
{
    const char *class = authority_field(r, CLASS), *vocabulary = authority_field(r, VOCABULARY);
    bool standard = strcmp(authority_field(r, STANDARD), "S") == 0;
    authority_fact f = {.kind = AUTHORITY_TERM,
                        .id = authority_field(r, ID),
                        .name = authority_field(r, NAME),
                        .system = code_system_find(vocabulary, strlen(vocabulary)),
                        .code = authority_field(r, CODE),
                        .category = category_of(authority_field(r, DOMAIN), vocabulary),
                        .valid = !*authority_field(r, INVALID)};

    (void)text;
    (void)size;
    if (!standard || !f.valid)
        f.kind = AUTHORITY_SOURCE;
    else if (f.category == CATEGORY_MEDICATION && strcmp(class, "Ingredient") != 0)
        f.kind = AUTHORITY_PRODUCT;
    /* Other domains have no category here; their codes can still be compared. */
    return !*f.id || authority_tell(r, &f);
}

static bool tell_below(authority_reader *r, const char *id, const char *other, bool far)
{
    authority_fact f = {
        .kind = AUTHORITY_BELOW, .id = id, .other = other, .valid = true, .far = far};

    return strcmp(id, other) == 0 || !authority_wanted(r, id) || !authority_wanted(r, other) ||
           authority_tell(r, &f);
}

/* CONCEPT_RELATIONSHIP.csv */
enum { ONE, OTHER, RELATION, GONE };
static const char *const relation_columns[] = {"concept_id_1", "concept_id_2", "relationship_id",
                                               "invalid_reason", NULL};

static bool read_relation(authority_reader *r, char *text, size_t size)
{
    const char *relation = authority_field(r, RELATION);

    (void)text;
    (void)size;
    if (*authority_field(r, GONE) ||
        (strcmp(relation, "Maps to") != 0 && strcmp(relation, "Is a") != 0 &&
         strcmp(relation, "RxNorm has ing") != 0 && strcmp(relation, "Has brand name") != 0))
        return true;
    return tell_below(r, authority_field(r, ONE), authority_field(r, OTHER), false);
}

/* CONCEPT_ANCESTOR.csv */
enum { ABOVE, BELOW, STEPS };
static const char *const ancestor_columns[] = {"ancestor_concept_id", "descendant_concept_id",
                                               "min_levels_of_separation", NULL};

/* One step is a parent; a tablet lies several steps below its ingredient. */
static bool read_ancestor(authority_reader *r, char *text, size_t size)
{
    (void)text;
    (void)size;
    return tell_below(r, authority_field(r, BELOW), authority_field(r, ABOVE),
                      strcmp(authority_field(r, STEPS), "1") != 0);
}

/* CONCEPT_SYNONYM.csv */
enum { OF, SYNONYM, LANGUAGE };
static const char *const synonym_columns[] = {"concept_id", "concept_synonym_name",
                                              "language_concept_id", NULL};

static bool read_synonym(authority_reader *r, char *text, size_t size)
{
    const char *language = authority_field(r, LANGUAGE);
    authority_fact f = {.kind = AUTHORITY_NAME,
                        .id = authority_field(r, OF),
                        .name = authority_field(r, SYNONYM),
                        .valid = true};

    (void)text;
    (void)size;
    if (*language && strcmp(language, "4180186") != 0) /* English */
        return true;
    return !authority_wanted(r, f.id) || authority_tell(r, &f);
}

const authority_file authority_athena[] = {
    {.name = "CONCEPT.csv",
     .inside = {""},
     .columns = concept_columns,
     .line = read_concept,
     .needed = true},
    {.name = "CONCEPT_RELATIONSHIP.csv",
     .inside = {""},
     .columns = relation_columns,
     .line = read_relation},
    {.name = "CONCEPT_ANCESTOR.csv",
     .inside = {""},
     .columns = ancestor_columns,
     .line = read_ancestor},
    {.name = "CONCEPT_SYNONYM.csv",
     .inside = {""},
     .columns = synonym_columns,
     .line = read_synonym},
    {.name = NULL},
};
