/* RxNorm's RRF files: fields between bars, no header. Ingredients are things; brands, tablets and
 * packs are made of them. Both directions of a relation are in the file; which of the two is made
 * of the other follows from what they are. */
#include "engine/authority_read.h"

#include <stdlib.h>
#include <string.h>

/* RXNCONSO.RRF */
enum {
    CONSO_RXCUI = 0,
    CONSO_LANGUAGE = 1,
    CONSO_SAB = 11,
    CONSO_TTY = 12,
    CONSO_NAME = 14,
    CONSO_SUPPRESS = 16,
    CONSO_LEAST = 17
};

static bool read_concept(authority_reader *r, char *text, size_t size)
{
    static const struct {
        char tty[5];
        authority_kind kind;
    } known[] = {
        {"IN", AUTHORITY_TERM},      {"MIN", AUTHORITY_TERM},     {"PIN", AUTHORITY_PRODUCT},
        {"BN", AUTHORITY_BRAND},     {"SCDC", AUTHORITY_PRODUCT}, {"SCDF", AUTHORITY_PRODUCT},
        {"SCD", AUTHORITY_PRODUCT},  {"SBDC", AUTHORITY_PRODUCT}, {"SBDF", AUTHORITY_PRODUCT},
        {"SBD", AUTHORITY_PRODUCT},  {"GPCK", AUTHORITY_PRODUCT}, {"BPCK", AUTHORITY_PRODUCT},
        {"SCDG", AUTHORITY_PRODUCT}, {"SBDG", AUTHORITY_PRODUCT}, {"SY", AUTHORITY_NAME},
        {"TMSY", AUTHORITY_NAME},    {"PSN", AUTHORITY_NAME},
    };
    authority_fact f = {.system = CODE_RXNORM, .category = CATEGORY_MEDICATION};

    (void)text;
    (void)size;
    if (r->fields < CONSO_LEAST) {
        error_set(r->err, ELIGO_EPARSE, r->path, "has %zu fields in line %zu; is it another file?",
                  r->fields, r->line);
        return false;
    }
    if (strcmp(r->field[CONSO_SAB], "RXNORM") != 0)
        return true;
    f.id = f.code = r->field[CONSO_RXCUI];
    f.name = r->field[CONSO_NAME];
    f.valid = *r->field[CONSO_SUPPRESS] == 'N' || !*r->field[CONSO_SUPPRESS];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].tty, r->field[CONSO_TTY]) == 0) {
            f.kind = known[i].kind;
            /* Further names of tablets are of no use to a reader of criteria. */
            return (f.kind == AUTHORITY_NAME && !authority_wanted(r, f.id)) ||
                   authority_tell(r, &f);
        }
    return true;
}

/* RXNREL.RRF: the second is RELA of the first. */
enum { REL_ONE = 0, REL_TWO = 4, REL_RELA = 7, REL_SAB = 10 };

static bool read_relation(authority_reader *r, char *text, size_t size)
{
    static const char up[][28] = {
        "has_ingredient",         "has_ingredients", "consists_of", "tradename_of",
        "has_precise_ingredient", "form_of",         "contains",    "has_part"};
    static const char down[][28] = {
        "ingredient_of",         "ingredients_of", "constitutes",  "has_tradename",
        "precise_ingredient_of", "has_form",       "contained_in", "part_of"};
    authority_fact f = {.kind = AUTHORITY_BELOW, .valid = true};
    const char *one, *two, *rela;

    (void)text;
    (void)size;
    if (r->fields <= REL_SAB || strcmp(r->field[REL_SAB], "RXNORM") != 0)
        return true;
    one = r->field[REL_ONE];
    two = r->field[REL_TWO];
    rela = r->field[REL_RELA];
    for (size_t i = 0; i < sizeof up / sizeof *up; i++)
        if (strcmp(up[i], rela) == 0)
            f.id = two, f.other = one;
    for (size_t i = 0; i < sizeof down / sizeof *down; i++)
        if (strcmp(down[i], rela) == 0)
            f.id = one, f.other = two;
    if (!f.id || !*f.id || !*f.other || strcmp(f.id, f.other) == 0)
        return true;
    return !authority_wanted(r, f.id) || !authority_wanted(r, f.other) || authority_tell(r, &f);
}

const authority_file authority_rxnorm[] = {
    {.name = "RXNCONSO.RRF",
     .inside = {"", "rrf"},
     .line = read_concept,
     .needed = true,
     .sign = '|'},
    {.name = "RXNREL.RRF", .inside = {"", "rrf"}, .line = read_relation, .sign = '|'},
    {.name = NULL},
};
