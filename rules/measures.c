#include "rules/measures.h"

#include "engine/base/text.h"
#include "rules/unit.h"

#include <string.h>

static bool below(const lexicon *lx, const concept *c, const char *id)
{
    const concept *above = lexicon_concept(lx, id, strlen(id));

    return above && concept_is(c, above);
}

/* Is it what the name of the condition means, where nothing else is said: "=wbc"? */
static bool is_meant(const char *id)
{
    return *id == '=';
}

static const char *id_of(const char *id)
{
    return id + is_meant(id);
}

static bool measured_by(const lexicon *lx, const measure_row *r, const concept *quantity)
{
    for (const char *const *q = r->quantities; *q; q++)
        if (below(lx, quantity, id_of(*q)))
            return true;
    return false;
}

bool measures_any(const lexicon *lx, const concept *quantity)
{
    for (const measure_row *r = measure_table; r->condition; r++)
        if (measured_by(lx, r, quantity))
            return true;
    return false;
}

bool measures(const lexicon *lx, const concept *quantity, const concept *condition)
{
    if (!quantity || !condition)
        return false;
    for (const measure_row *r = measure_table; r->condition; r++)
        if (text_is(condition->id, r->condition) && measured_by(lx, r, quantity))
            return true;
    return false;
}

bool measures_wider(const lexicon *lx, const concept *quantity, const concept *condition)
{
    if (!quantity || !condition)
        return false;
    for (const measure_row *r = measure_table; r->condition; r++)
        if (below(lx, condition, r->condition) && measured_by(lx, r, quantity))
            return true;
    return false;
}

static char side_of(const lexicon *lx, const concept *k)
{
    for (const side_row *r = side_table; k && r->side; r++)
        for (const char *const *id = r->ids; *id; id++)
            if (below(lx, k, *id))
                return strcmp(r->side, "high") == 0 ? '>' : '<';
    return 0;
}

char measures_side(const lexicon *lx, const concept *quantity, const concept *condition)
{
    char side = side_of(lx, condition);

    return side ? side : side_of(lx, quantity);
}

/* "neutropenia", "neutrophils" */
static bool named_after(const concept *condition, const concept *quantity)
{
    enum { STEM = 5 };

    return strncmp(condition->id, quantity->id, STEM) == 0;
}

bool measures_possible(const concept *k, double value, const char *ucum)
{
    double v;

    if (ucum)
        return unit_convert_codes(value, ucum, k->units[0] ? k->units[0] : "1", k, &v) != UNIT_OK ||
               (!(v < k->plausible.low) && !(v > k->plausible.high));
    for (size_t i = 0; k->units[i]; i++)
        if (unit_convert_codes(value, k->units[i], k->units[0], k, &v) == UNIT_OK &&
            !(v < k->plausible.low) && !(v > k->plausible.high)) /* NAN: not known */
            return true;
    return false;
}

/* Does the condition lie on the side of a limit that the number points to: '<', '>'? Where that is
 * not known, it may. */
static bool points_to(const lexicon *lx, const concept *quantity, const concept *condition,
                      char side)
{
    char own = measures_side(lx, quantity, condition);

    return !own || own == side;
}

/* The quantity of the condition that a number beside it may be of: in this unit, or, where `ucum`
 * is NULL, with this value on this side; the one that is meant, else the only one. NULL: none. */
static const concept *measured_so(const lexicon *lx, const concept *condition, const char *ucum,
                                  double value, char side)
{
    const concept *only = NULL;
    bool several = false;

    for (const measure_row *r = measure_table; r->condition; r++)
        for (const char *const *q = r->quantities; text_is(condition->id, r->condition) && *q;
             q++) {
            const concept *k = lexicon_concept(lx, id_of(*q), strlen(id_of(*q)));

            if (!k ||
                !(ucum ? unit_fits(k, ucum)
                       : measures_possible(k, value, NULL) && points_to(lx, k, condition, side)))
                continue;
            if (is_meant(*q) || (ucum && named_after(condition, k)))
                return k;
            several = several || only;
            only = k;
        }
    return several ? NULL : only;
}

const concept *measures_in_unit(const lexicon *lx, const concept *condition, const char *ucum)
{
    return measured_so(lx, condition, ucum, 0, 0);
}

const concept *measures_in_number(const lexicon *lx, const concept *condition, double value,
                                  char side)
{
    return measured_so(lx, condition, NULL, value, side);
}

const concept *measures_sibling(const lexicon *lx, const concept *quantity, const char *ucum)
{
    if (unit_fits(quantity, ucum))
        return NULL;
    for (const measure_row *r = sibling_table; r->condition; r++)
        for (const char *const *q = r->quantities; text_is(quantity->id, r->condition) && *q; q++) {
            const concept *k = lexicon_concept(lx, *q, strlen(*q));

            if (k && unit_fits(k, ucum))
                return k;
        }
    return NULL;
}
