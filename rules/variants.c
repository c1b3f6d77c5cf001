#include "rules/landmark.h"
#include "rules/variants.h"

#include <math.h>
#include <string.h>

enum { PATH = 64, PARTS = 32 };

/* ---- the tree around a place ---- */

static bool overlaps(eligo_span a, eligo_span b)
{
    return a.start < b.end && b.start < a.end;
}

/* The nodes from the root down to `to`; their count, 0: it is not in the tree. */
static size_t path_to(const rule *root, const rule *to, const rule **path, size_t depth)
{
    if (depth == PATH)
        return 0;
    path[depth] = root;
    if (root == to)
        return depth + 1;
    for (size_t i = 0; i < root->count; i++) {
        size_t n = path_to(root->of[i], to, path, depth + 1);

        if (n)
            return n;
    }
    return 0;
}

/* The tree with one node exchanged; all others are shared. NULL: no memory, or it is not there. */
static const rule *exchanged(arena *a, const rule *const *path, size_t at, const rule *by)
{
    const rule *below = by;

    while (at-- > 0) {
        rule *copy = arena_copy(a, path[at], 1, sizeof *copy);
        const rule **of = copy ? arena_copy(a, path[at]->of, path[at]->count, sizeof *of) : NULL;

        if (!copy || !of || !below)
            return NULL;
        for (size_t i = 0; i < copy->count; i++)
            if (of[i] == path[at + 1])
                of[i] = below;
        copy->of = of;
        below = copy;
    }
    return below;
}

/* The first comparison under the words. */
static const rule *compare_at(const rule *r, eligo_span s)
{
    if (r->op == RULE_COMPARE && overlaps(r->span, s))
        return r;
    for (size_t i = 0; i < r->count; i++) {
        const rule *found = compare_at(r->of[i], s);

        if (found)
            return found;
    }
    return NULL;
}

static bool is_list(const rule *r)
{
    return (r->op == RULE_ALL || r->op == RULE_ANY) && r->count >= 2 && r->count <= PARTS;
}

/* The smallest list around the words, or under them. Its place on the path, PATH: there is none. */
static size_t list_on(const rule *const *path, size_t depth)
{
    for (size_t i = depth; i-- > 0;)
        if (is_list(path[i]))
            return i;
    return PATH;
}

/* ---- parts of a reading ---- */

static const rule *with_bounds(arena *a, const rule *r, rule_bound low, rule_bound high)
{
    rule *x = arena_copy(a, r, 1, sizeof *x);

    if (x) {
        x->low = low;
        x->high = high;
    }
    return x;
}

static rule_bound bound(double value, bool inclusive)
{
    return (rule_bound){true, inclusive, value};
}

static bool of_age(const rule *r)
{
    return is_landmark(r->subject.concept, LANDMARK_AGE) &&
           (!r->unit.ucum || strcmp(r->unit.ucum, "a") == 0);
}

static const rule *listed(arena *a, rule_op op, const rule *like, const rule *const *of,
                          size_t count)
{
    rule *x;

    if (count == 1)
        return of[0];
    x = rule_new(a, op, like->span);
    if (x) {
        x->of = arena_copy(a, of, count, sizeof *of);
        x->count = count;
    }
    return x && x->of ? x : NULL;
}

/* The two readings of one comparison. */
static bool read_limit(arena *a, const rule *r, reading_kind kind, const rule *out[2])
{
    rule_bound none = {0}, low = r->low, high = r->high;

    switch (kind) {
    case READING_AGE:
        if (!low.given)
            return false;
        out[0] = with_bounds(a, r, bound(low.value, true), high);
        out[1] = with_bounds(a, r, bound(floor(low.value) + 1, true), high);
        return true;
    case READING_ENDS:
        if (!low.given || !high.given)
            return false;
        out[0] = with_bounds(a, r, bound(low.value, true), bound(high.value, true));
        out[1] = of_age(r) ? with_bounds(a, r, bound(floor(low.value) + 1, true),
                                         bound(high.value, false))
                           : with_bounds(a, r, bound(low.value, false), bound(high.value, false));
        return true;
    case READING_END:
        if (!high.given)
            return false;
        out[0] = with_bounds(a, r, low, bound(high.value, true));
        out[1] = with_bounds(a, r, low, bound(high.value, false));
        return true;
    case READING_SIDE:
        if (!low.given && !high.given)
            return false;
        if (!low.given)
            low = high;
        out[0] = with_bounds(a, r, bound(low.value, true), none);
        out[1] = with_bounds(a, r, none, bound(low.value, true));
        return true;
    case READING_EITHER: { /* "below 20 and above 30" as one comparison */
        const rule *two[2];

        if (!low.given || !high.given)
            return false;
        two[0] = with_bounds(a, r, low, none);
        two[1] = with_bounds(a, r, none, high);
        out[0] = listed(a, RULE_ANY, r, two, 2);
        out[1] = listed(a, RULE_ALL, r, two, 2);
        return true;
    }
    default: return false;
    }
}

/* Is an "and" printed between two parts? */
static bool joined_by_and(const criterion *c, const rule *first, const rule *second)
{
    size_t size = strlen(c->text), from = first->span.end - c->span.start,
           to = second->span.start - c->span.start;

    if (first->span.end < c->span.start || to > size || from >= to)
        return false;
    for (size_t i = from; i + 3 <= to; i++)
        if (memcmp(c->text + i, "and", 3) == 0)
            return true;
    return false;
}

/* "A and B or C": the groups that "and" makes, any of them; and each by itself. */
static bool read_groups(arena *a, const criterion *c, const rule *r, const rule *out[2])
{
    const rule *groups[PARTS];
    size_t n = 0;

    for (size_t i = 0; i < r->count;) {
        size_t k = i + 1;

        while (k < r->count && joined_by_and(c, r->of[k - 1], r->of[k]))
            k++;
        groups[n++] = listed(a, RULE_ALL, r, r->of + i, k - i);
        i = k;
    }
    if (n == r->count)
        return false;
    out[0] = listed(a, RULE_ANY, r, groups, n);
    out[1] = listed(a, RULE_ANY, r, r->of, r->count);
    return true;
}

static bool has_qualifier(const rule *r, const rule_qualifier *q)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (strcmp(r->qualifiers[i].kind, q->kind) == 0 &&
            strcmp(r->qualifiers[i].value, q->value) == 0)
            return true;
    return false;
}

/* A part with the qualifiers and the tense of `from` that stand before `end`, or without them. */
static const rule *modified(arena *a, const rule *r, const rule *from, size_t end, bool with)
{
    rule *x = arena_copy(a, r, 1, sizeof *x);
    rule_qualifier *list =
        x ? arena_array(a, r->qualifier_count + from->qualifier_count, sizeof *list) : NULL;
    size_t n = 0;

    if (!x || !list)
        return NULL;
    for (size_t i = 0; i < r->qualifier_count; i++) {
        bool of_the_modifier = false;

        for (size_t k = 0; k < from->qualifier_count; k++)
            of_the_modifier =
                of_the_modifier || (from->qualifiers[k].span.start < end &&
                                    strcmp(from->qualifiers[k].value, r->qualifiers[i].value) == 0);
        if (with || !of_the_modifier)
            list[n++] = r->qualifiers[i];
    }
    for (size_t k = 0; with && k < from->qualifier_count; k++)
        if (from->qualifiers[k].span.start < end && !has_qualifier(r, &from->qualifiers[k]))
            list[n++] = from->qualifiers[k];
    x->qualifiers = list;
    x->qualifier_count = n;
    if (from->tense == TENSE_CURRENT)
        x->tense = with ? TENSE_CURRENT : TENSE_NONE;
    return x;
}

/* "severe A or B": severe A and any B; both severe. */
static bool read_first(arena *a, const rule *r, const rule *out[2])
{
    const rule *narrow[PARTS], *wide[PARTS], *first = r->of[0];
    size_t end = first->subject.span.start;

    if (first->op != RULE_HAS || (!first->qualifier_count && first->tense != TENSE_CURRENT))
        return false;
    for (size_t i = 0; i < r->count; i++) {
        if (r->of[i]->op != RULE_HAS)
            return false;
        narrow[i] = i ? modified(a, r->of[i], first, end, false) : first;
        wide[i] = i ? modified(a, r->of[i], first, end, true) : first;
    }
    out[0] = listed(a, r->op, r, narrow, r->count);
    out[1] = listed(a, r->op, r, wide, r->count);
    return true;
}

/* "A or B within 3 months": the window is B's; it is that of both. A clause behind a list is not in
 * the rule, so nothing can be made of it. */
static bool read_last(arena *a, const rule *r, const rule *out[2])
{
    const rule *narrow[PARTS], *wide[PARTS], *last = r->of[r->count - 1];

    if (last->op != RULE_HAS || !last->window)
        return false;
    for (size_t i = 0; i < r->count; i++) {
        rule *x = arena_copy(a, r->of[i], 1, sizeof *x), *y = arena_copy(a, r->of[i], 1, sizeof *y);

        if (!x || !y || r->of[i]->op != RULE_HAS)
            return false;
        if (i + 1 < r->count)
            x->window = NULL;
        y->window = last->window;
        narrow[i] = x;
        wide[i] = y;
    }
    out[0] = listed(a, r->op, r, narrow, r->count);
    out[1] = listed(a, r->op, r, wide, r->count);
    return true;
}

/* An exception from a list: from its last part; from all of it. Both forms of the tree: `r` is the
 * exception around the list, or the list whose last part has the exception. */
static bool read_exception(arena *a, const rule *r, const rule *out[2])
{
    const rule *parts[PARTS], *list, *taken;
    rule *whole, *last;
    bool inside =
        is_list(r) && r->of[r->count - 1]->op == RULE_EXCEPT && r->of[r->count - 1]->count == 2;

    if (inside) {
        last = arena_copy(a, r->of[r->count - 1], 1, sizeof *last);
        taken = last ? last->of[1] : NULL;
        list = r;
    } else if ((r->op == RULE_EXCEPT || r->op == RULE_IF) && r->count == 2 &&
               is_list(r->of[r->op == RULE_IF])) {
        list = r->of[r->op == RULE_IF];
        taken = r->of[r->op == RULE_EXCEPT];
        last = arena_copy(a, r, 1, sizeof *last);
    } else
        return false;
    if (!last || !taken)
        return false;
    memcpy(parts, list->of, list->count * sizeof *parts);
    if (inside) {
        out[0] = r;
        parts[list->count - 1] = last->of[0];
        whole = rule_new(a, RULE_EXCEPT, r->span);
        if (!whole)
            return false;
        whole->of = arena_array(a, 2, sizeof *whole->of);
        if (!whole->of)
            return false;
        ((const rule **)whole->of)[0] = listed(a, list->op, list, parts, list->count);
        ((const rule **)whole->of)[1] = taken;
        whole->count = 2;
        out[1] = whole;
        return true;
    }
    const rule **of = arena_copy(a, r->of, 2, sizeof *of);

    if (!of)
        return false;
    of[r->op == RULE_IF] = parts[list->count - 1];
    last->of = of;
    parts[list->count - 1] = last;
    out[0] = listed(a, list->op, list, parts, list->count);
    out[1] = r;
    return true;
}

/* "no A and B": neither; not both. `r` is the negation of a list, or a list whose first part is
 * denied. */
static bool read_negation(arena *a, const rule *r, const rule *out[2])
{
    const rule *parts[PARTS], *denied[PARTS],
        *list = r->op == RULE_NOT && r->count == 1 ? r->of[0] : r;

    if (!is_list(list))
        return false;
    for (size_t i = 0; i < list->count; i++) {
        const rule *x = list->of[i];

        parts[i] = x->op == RULE_NOT && x->count == 1 ? x->of[0] : x;
        denied[i] = rule_not(a, x->span, parts[i]);
    }
    out[0] = listed(a, RULE_ALL, list, denied, list->count);
    out[1] = rule_not(a, list->span, listed(a, RULE_ALL, list, parts, list->count));
    return true;
}

/* ---- the readings of a finding ---- */

/* The node of several readings on the way to the words; its place on the path, PATH: there is none.
 */
static size_t readings_on(const rule *const *path, size_t depth, eligo_span s)
{
    for (size_t i = depth; i-- > 0;)
        if (path[i]->op == RULE_READINGS && overlaps(path[i]->span, s))
            return i;
    return PATH;
}

/* Which node of the path is read in two ways, and how. False: that cannot be said. */
static bool read_twice(const finding *f, const criterion *c, arena *a, const rule **path,
                       size_t *depth, size_t *at, const rule *out[2])
{
    const rule *leaf;
    size_t list = list_on(path, *depth);

    switch (f->kind) {
    case READING_AGE:
    case READING_ENDS:
    case READING_END:
    case READING_SIDE:
    case READING_EITHER:
        /* "below 20 and above 30": a list of two comparisons, or one of both */
        if (f->kind == READING_EITHER && list != PATH) {
            *at = list;
            out[0] = listed(a, RULE_ANY, path[list], path[list]->of, path[list]->count);
            out[1] = listed(a, RULE_ALL, path[list], path[list]->of, path[list]->count);
            return true;
        }
        leaf = compare_at(path[*depth - 1], f->span);
        if (!leaf || !(*depth = path_to(path[0], leaf, path, 0)))
            return false;
        *at = *depth - 1;
        return read_limit(a, leaf, f->kind, out);
    case READING_GROUPS: *at = list; return list != PATH && read_groups(a, c, path[list], out);
    case READING_FIRST: *at = list; return list != PATH && read_first(a, path[list], out);
    case READING_LAST: *at = list; return list != PATH && read_last(a, path[list], out);
    case READING_EXCEPTION:
        for (*at = *depth; (*at)-- > 0;)
            if (read_exception(a, path[*at], out))
                return true;
        return false;
    case READING_NEGATION:
        if (list == PATH)
            return false;
        *at = list > 0 && path[list - 1]->op == RULE_NOT ? list - 1 : list;
        return read_negation(a, path[*at], out);
    case READING_NODE: return false;
    }
    return false;
}

const rule *const *finding_variants(const finding *f, const criterion *c, arena *a, size_t *count)
{
    const rule *path[PATH], *two[2] = {NULL, NULL}, **out;
    const rule *const *by = two;
    size_t depth = f->about && f->readings ? path_to(c->rule, f->about, path, 0) : 0, at = 0, n = 2;

    *count = 0;
    if (!depth)
        return NULL;
    at = readings_on(path, depth, f->span);
    if (at != PATH) {
        by = path[at]->of;
        n = path[at]->count;
    } else if (!read_twice(f, c, a, path, &depth, &at, two) || !two[0] || !two[1]) {
        return NULL;
    }
    out = arena_array(a, n, sizeof *out);
    for (size_t i = 0; out && i < n; i++) {
        const rule *tree = exchanged(a, path, at, by[i]);

        out[i] = tree ? rule_settle(a, tree, c->id, c->span) : NULL;
        if (!out[i])
            return NULL;
    }
    *count = out ? n : 0;
    return out;
}
