/* LOINC: Loinc.csv, and the tree of components of the same release. A term's place is its
 * component, property, time, system and scale; what differs in the method only has the same. */
#include "engine/authority_read.h"
#include "rules/table.h"
#include "rules/unit.h"

#include <string.h>

enum {
    NUMBER,
    COMPONENT,
    PROPERTY,
    TIME,
    SYSTEM,
    SCALE,
    STATUS,
    LONG_NAME,
    DISPLAY,
    CONSUMER,
    UNITS,
    CLASS
};
static const char *const columns[] = {"LOINC_NUM",
                                      "COMPONENT",
                                      "PROPERTY",
                                      "TIME_ASPCT",
                                      "SYSTEM",
                                      "SCALE_TYP",
                                      "STATUS",
                                      "LONG_COMMON_NAME",
                                      "DisplayName",
                                      "CONSUMER_NAME",
                                      "EXAMPLE_UCUM_UNITS",
                                      "CLASS",
                                      NULL};

/* The first of "mg/dL;mmol/L", if it is UCUM. */
static const char *first_unit(arena *a, const char *units)
{
    size_t n = strcspn(units, ";");
    unit one;

    return n && unit_parse(units, n, &one, NULL) ? arena_text(a, units, n) : NULL;
}

static bool tell_name(authority_reader *r, const char *id, const char *name)
{
    authority_fact f = {.kind = AUTHORITY_NAME, .id = id, .name = name, .valid = true};

    return !*name || !authority_wanted(r, id) || authority_tell(r, &f);
}

static bool read_term(authority_reader *r, char *text, size_t size)
{
    const char *status = authority_field(r, STATUS), *scale = authority_field(r, SCALE);
    bool number =
        strcmp(scale, "Qn") == 0 || strcmp(scale, "OrdQn") == 0 || strcmp(scale, "Ord") == 0;
    const char *name = authority_field(r, LONG_NAME);
    authority_fact f = {.kind = AUTHORITY_TERM,
                        .id = authority_field(r, NUMBER),
                        .system = CODE_LOINC,
                        .code = authority_field(r, NUMBER),
                        .name = *name ? name : authority_field(r, COMPONENT),
                        .category = number ? CATEGORY_MEASUREMENT : CATEGORY_NONE,
                        .unit = first_unit(r->scratch, authority_field(r, UNITS)),
                        .valid = !*status || strcmp(status, "ACTIVE") == 0 ||
                                 strcmp(status, "TRIAL") == 0};

    (void)text;
    (void)size;
    if (!code_valid(CODE_LOINC, f.id, strlen(f.id))) /* the rest of a field of several lines */
        return true;
    f.other = arena_printf(r->scratch, "%s\x1f%s\x1f%s\x1f%s\x1f%s", authority_field(r, COMPONENT),
                           authority_field(r, PROPERTY), authority_field(r, TIME),
                           authority_field(r, SYSTEM), scale);
    return authority_tell(r, &f) && tell_name(r, f.id, authority_field(r, DISPLAY)) &&
           tell_name(r, f.id, authority_field(r, CONSUMER));
}

/* ComponentHierarchyBySystem.csv (until 2020: MultiAxialHierarchy.csv) */
enum { CODE, PARENT, CODE_TEXT };
static const char *const tree_columns[] = {"CODE", "IMMEDIATE_PARENT", "CODE_TEXT", NULL};

static bool read_tree(authority_reader *r, char *text, size_t size)
{
    const char *code = authority_field(r, CODE), *parent = authority_field(r, PARENT);
    authority_fact group = {.kind = AUTHORITY_GROUP,
                            .id = code,
                            .name = authority_field(r, CODE_TEXT),
                            .category = CATEGORY_MEASUREMENT,
                            .valid = true},
                   below = {.kind = AUTHORITY_BELOW, .id = code, .other = parent, .valid = true};

    (void)text;
    (void)size;
    if (strncmp(code, "LP", 2) == 0 && !authority_wanted(r, code) && !authority_tell(r, &group))
        return false;
    return !*code || !*parent || strcmp(code, parent) == 0 || !authority_wanted(r, code) ||
           authority_tell(r, &below);
}

const authority_file authority_loinc[] = {
    {.name = "Loinc.csv",
     .inside = {"", "LoincTable"},
     .columns = columns,
     .line = read_term,
     .needed = true},
    {.name = "ComponentHierarchyBySystem.csv",
     .inside = {"", "AccessoryFiles/ComponentHierarchyBySystem",
                "../AccessoryFiles/ComponentHierarchyBySystem"},
     .columns = tree_columns,
     .line = read_tree},
    {.name = "MultiAxialHierarchy.csv",
     .inside = {"", "AccessoryFiles/MultiAxialHierarchy", "../AccessoryFiles/MultiAxialHierarchy"},
     .columns = tree_columns,
     .line = read_tree},
    {.name = NULL},
};
