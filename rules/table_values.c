/* What the cells of a row say of its concept: units, plausible and normal limits, attributes. */
#include "rules/builder.h"

#include <math.h>
#include <string.h>

static const concept_grade *grades_of(builder *b, const row *r, piece value)
{
    concept_grade *list = NULL;
    size_t count = 0, room = 0;
    piece part;

    while (piece_next(&value, ',', &part)) {
        const char *colon = memchr(part.at, ':', part.size);
        concept_limits range = {NAN, NAN};
        piece name = {part.at, colon ? (size_t)(colon - part.at) : 0};

        if (!colon || !name.size ||
            !piece_limits((piece){colon + 1, (size_t)(part.at + part.size - colon - 1)}, &range)) {
            builder_cell_fault(b, r, CELL_ATTRIBUTES, part.at,
                               "a grade is NAME:low..high, as in A:5..6");
            return NULL;
        }
        if (!builder_grow(b->a, (void **)&list, count, &room, sizeof *list))
            return NULL;
        list[count++] = (concept_grade){builder_text(b, name), range.low, range.high};
        list[count] = (concept_grade){NULL, NAN, NAN};
    }
    return list;
}

/* "shown=hemoglobin<11,hematocrit<33": whether it is that. What is not there is told as well. */
static bool good_shown(builder *b, const row *r, piece value)
{
    piece part;
    bool good = value.size > 0;

    while (good && piece_next(&value, ',', &part)) {
        piece_bound bound;

        good = piece_bound_of(part, &bound);
        if (good)
            builder_need(b, r, CELL_ATTRIBUTES, bound.id);
    }
    return good;
}

static void read_attribute(builder *b, const row *r, concept *c, piece part)
{
    static const struct {
        char name[16];
        unsigned flag;
    } flags[] = {{"event", CONCEPT_EVENT},
                 {"once", CONCEPT_ONCE},
                 {"unlisted", CONCEPT_UNLISTED},
                 {"class", CONCEPT_CLASS},
                 {"weak", CONCEPT_WEAK},
                 {"sex=female", CONCEPT_FEMALE},
                 {"sex=male", CONCEPT_MALE},
                 {"better=low", CONCEPT_BETTER_LOW},
                 {"better=high", CONCEPT_BETTER_HIGH},
                 {"stages", CONCEPT_STAGES},
                 {"positive", CONCEPT_POSITIVE},
                 {"judgement", CONCEPT_JUDGEMENT},
                 {"whole", CONCEPT_WHOLE},
                 {"outcome", CONCEPT_OUTCOME},
                 {"lends", CONCEPT_LENDS},
                 {"override", 0},
                 {"extends", 0},
                 {"code_only", 0}};
    const char *equals = memchr(part.at, '=', part.size);
    piece value = {equals ? equals + 1 : part.at,
                   equals ? (size_t)(part.at + part.size - equals - 1) : 0};
    double number;

    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (piece_is(part, flags[i].name)) {
            c->flags |= flags[i].flag;
            return;
        }
    if (piece_starts(part, "molar=") && piece_number(value, &c->molar) && c->molar > 0)
        return;
    if (piece_starts(part, "valence=") && piece_number(value, &c->valence) && c->valence > 0)
        return;
    if (piece_starts(part, "prednisolone_equivalent=") && piece_number(value, &number) &&
        number > 0)
        return;
    if ((piece_starts(part, "lasts=") || piece_starts(part, "outlasts=")) &&
        piece_number(value, &number) && number > 0)
        return;
    if (piece_starts(part, "stage=")) { /* stage=ckd_stage:4 */
        piece id;

        if (piece_next(&value, ':', &id) && piece_number(value, &number)) {
            builder_need(b, r, CELL_ATTRIBUTES, id);
            return;
        }
    }
    if (piece_is(part, "route=systemic") || piece_is(part, "route=either") ||
        piece_is(part, "route=inhaled") || piece_is(part, "route=nasal") ||
        piece_is(part, "route=topical") || piece_is(part, "date=yes") ||
        piece_is(part, "kinds=apart") || piece_is(part, "kinds=these") ||
        piece_is(part, "divides=otherwise") || piece_is(part, "divides=wholly") ||
        piece_is(part, "divides=any") || piece_starts(part, "divides=by_") ||
        piece_is(part, "plus=step"))
        return;
    if ((piece_starts(part, "bounded=") || piece_starts(part, "alone=") ||
         piece_starts(part, "answers=")) &&
        value.size > 0)
        return;
    if (piece_starts(part, "shown=") && good_shown(b, r, value))
        return;
    if (piece_starts(part, "scale=") && piece_limits(value, &c->scale))
        return;
    if (piece_starts(part, "asks=") || piece_starts(part, "concerns=") ||
        piece_starts(part, "perhaps=") || piece_starts(part, "sorts=") ||
        piece_starts(part, "of=") || piece_starts(part, "counted=") ||
        piece_starts(part, "method=") || piece_starts(part, "ends=") ||
        piece_starts(part, "dose_of=") || piece_starts(part, "equivalent_to=") ||
        piece_starts(part, "among=") || piece_starts(part, "one_of=") ||
        piece_starts(part, "ever=") || piece_starts(part, "began=") ||
        piece_starts(part, "namesake=") || piece_starts(part, "weeks=")) {
        piece id;

        while (piece_next(&value, ',', &id))
            builder_need(b, r, CELL_ATTRIBUTES, id);
        return;
    }
    if (piece_starts(part, "grades=")) {
        c->grades = grades_of(b, r, value);
        return;
    }
    if (piece_starts(part, "confirms="))
        c->confirms = builder_need(b, r, CELL_ATTRIBUTES, value);
    else if (piece_starts(part, "denies="))
        c->denies = builder_need(b, r, CELL_ATTRIBUTES, value);
    else if (piece_starts(part, "substance="))
        c->substance = builder_need(b, r, CELL_ATTRIBUTES, value);
    else
        builder_fault(b, r, CELL_ATTRIBUTES + 1, part.at,
                      "\"%.*s\" is no attribute, or its value is wrong", (int)part.size, part.at);
}

static void read_normal(builder *b, const row *r, concept *c)
{
    piece rest = r->cell[CELL_NORMAL], part;

    while (piece_next(&rest, '|', &part)) {
        concept_limits *to = &c->normal;
        piece range = part;

        if (piece_starts(part, "F ") || piece_starts(part, "M ")) {
            to = *part.at == 'F' ? &c->normal_female : &c->normal_male;
            range = piece_trim((piece){part.at + 2, part.size - 2});
        }
        if (!piece_limits(range, to))
            builder_cell_fault(b, r, CELL_NORMAL, part.at,
                               "a reference range is low..high, F low..high or M low..high");
    }
}

static void inherit(concept *c, const row *r)
{
    const concept *k = c->replaces;

    c->parents = k->parents;
    c->above = k->above;
    if (!r->cell[CELL_UNITS].size)
        c->units = k->units;
    /* limits are numbers in the default unit: they go with it */
    if (!r->cell[CELL_PLAUSIBLE].size && !r->cell[CELL_UNITS].size)
        c->plausible = k->plausible;
    if (!r->cell[CELL_NORMAL].size && !r->cell[CELL_UNITS].size) {
        c->normal = k->normal;
        c->normal_female = k->normal_female;
        c->normal_male = k->normal_male;
    }
    c->flags |= k->flags;
    if (isnan(c->scale.low) && isnan(c->scale.high))
        c->scale = k->scale;
    if (!c->grades)
        c->grades = k->grades;
    if (c->molar == 0)
        c->molar = k->molar;
    if (c->valence == 0)
        c->valence = k->valence;
    if (!c->confirms)
        c->confirms = k->confirms;
    if (!c->denies)
        c->denies = k->denies;
    if (!c->substance)
        c->substance = k->substance;
}

void builder_read_values(builder *b, uint32_t i)
{
    const row *r = &b->rows[i];
    concept *c = &b->concepts[i];
    piece rest = r->cell[CELL_ATTRIBUTES], part;
    const char **units = NULL;
    const concept **parents = NULL;
    size_t count = 0, room = 0;

    while (piece_next(&rest, '|', &part))
        read_attribute(b, r, c, part);
    read_normal(b, r, c);
    if (r->cell[CELL_PLAUSIBLE].size && !piece_limits(r->cell[CELL_PLAUSIBLE], &c->plausible))
        builder_cell_fault(b, r, CELL_PLAUSIBLE, r->cell[CELL_PLAUSIBLE].at,
                           "a plausible range is low..high");
    for (rest = r->cell[CELL_UNITS]; piece_next(&rest, '|', &part); count++) {
        if (!builder_grow(b->a, (void **)&units, count, &room, sizeof *units))
            return;
        units[count] = builder_text(b, part);
        units[count + 1] = NULL;
    }
    if (units)
        c->units = units;
    if (units && !category_is_quantity(c->category))
        builder_cell_fault(b, r, CELL_UNITS, r->cell[CELL_UNITS].at, "only a quantity has units");
    if (c->replaces) {
        if (r->cell[CELL_PARENTS].size)
            builder_cell_fault(b, r, CELL_PARENTS, r->cell[CELL_PARENTS].at,
                               "an override cannot change parents");
        inherit(c, r);
        return;
    }
    count = room = 0;
    for (rest = r->cell[CELL_PARENTS]; piece_next(&rest, '|', &part);) {
        const concept *p = builder_need(b, r, CELL_PARENTS, part);

        if (!p)
            continue;
        if (p == c) {
            builder_cell_fault(b, r, CELL_PARENTS, part.at, "names itself as its parent");
            continue;
        }
        if (!builder_grow(b->a, (void **)&parents, count, &room, sizeof *parents))
            return;
        parents[count++] = p;
        parents[count] = NULL;
    }
    if (parents)
        c->parents = parents;
}
