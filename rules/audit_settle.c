/* One defect, one finding: what several rules say of the same words is said once. */
#include "rules/audit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_GAP = 2 /* bytes between a list and the words that leave it open */ };

static bool is(const finding *f, const char *code)
{
    return *f->code == *code && strcmp(f->code, code) == 0;
}

/* Of two of a code that begin at one place the longer one tells more. */
static int by_rank(const void *a, const void *b)
{
    const finding *x = a, *y = b;
    unsigned i = finding_rank(x->code), k = finding_rank(y->code);

    if (i != k)
        return i < k ? -1 : 1;
    if (x->drawn != y->drawn)
        return x->drawn ? 1 : -1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

static int by_place(const void *a, const void *b)
{
    const finding *x = a, *y = b;

    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return by_rank(a, b);
}

/* ---- places ---- */

/* The smallest node around a place that is not one of several readings. */
static const rule *node_at(const rule *r, eligo_span s)
{
    if (r->op == RULE_READINGS)
        return r;
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->span.start <= s.start && s.end <= r->of[i]->span.end)
            return node_at(r->of[i], s);
    return r;
}

/* The criterion that ends behind a byte; they are in the order of the text, but for the registry's.
 * NULL: none. */
static const criterion *criterion_at(const rules *r, size_t byte)
{
    size_t low = 0, high = r->criterion_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (r->criteria[middle].kind != CRITERION_REGISTRY && r->criteria[middle].span.end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->criterion_count && r->criteria[low].kind != CRITERION_REGISTRY
               ? &r->criteria[low]
               : NULL;
}

static void place(const rules *r, finding *f)
{
    const criterion *c;

    if (f->criterion)
        return;
    c = criterion_at(r, f->span.start);
    if (c && c->span.start <= f->span.start && f->span.end <= c->span.end) {
        f->criterion = c->id;
        f->about = node_at(c->rule, f->span);
        f->node = f->about->id;
    }
}

/* ---- what the trial is in ---- */

/* The first concept that a leaf under the words names; NULL: none. */
static const concept *concept_at(const rule *r, eligo_span s)
{
    if (!(r->span.start < s.end && s.start < r->span.end))
        return NULL;
    if (r->op == RULE_HAS || r->op == RULE_COMPARE)
        return r->subject.concept;
    for (size_t i = 0; i < r->count; i++) {
        const concept *c = concept_at(r->of[i], s);

        if (c)
            return c;
    }
    return NULL;
}

/* The concepts that the inclusions name, and those with all that they are kinds of, each sorted:
 * made when the first line asks. */
typedef struct asked {
    const rules *rules;
    bool known;
    struct concepts {
        const concept **list;
        size_t count, room;
    } named, above;
} asked;

/* A site's row stands for the core's. */
static const concept *base_of(const concept *c)
{
    return c->replaces ? c->replaces : c;
}

static void add_concept(struct concepts *to, const concept *c, arena *a)
{
    if (arena_grow(a, (void **)&to->list, to->count, &to->room, sizeof *to->list))
        to->list[to->count++] = base_of(c);
}

static void add_named(asked *all, const rule *r, arena *a)
{
    const concept *c = r->op == RULE_HAS || r->op == RULE_COMPARE ? r->subject.concept : NULL;

    if (c) {
        add_concept(&all->named, c, a);
        add_concept(&all->above, c, a);
        for (const concept *const *p = c->above; *p; p++)
            add_concept(&all->above, *p, a);
    }
    for (size_t i = 0; i < r->count; i++)
        add_named(all, r->of[i], a);
}

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t) * (const concept *const *)a,
              y = (uintptr_t) * (const concept *const *)b;

    return x < y ? -1 : x > y;
}

static bool has_concept(const struct concepts *all, const concept *c)
{
    c = base_of(c);
    return all->count && bsearch(&c, all->list, all->count, sizeof *all->list, by_address);
}

static void find_named(asked *all, arena *a)
{
    const rules *r = all->rules;

    all->known = true;
    for (size_t i = 0; i < r->criterion_count; i++)
        if (r->criteria[i].kind == CRITERION_INCLUSION)
            add_named(all, r->criteria[i].rule, a);
    if (all->named.count) {
        qsort(all->named.list, all->named.count, sizeof *all->named.list, by_address);
        qsort(all->above.list, all->above.count, sizeof *all->above.list, by_address);
    }
}

/* "No migraine" among the exclusions of a trial in migraine means what it says. */
static bool asked_for(asked *all, const finding *f, arena *a)
{
    const criterion *at = criterion_at(all->rules, f->span.start);
    const concept *c = at && at->kind == CRITERION_EXCLUSION ? concept_at(at->rule, f->span) : NULL;

    if (!c)
        return false;
    if (!all->known)
        find_named(all, a);
    if (has_concept(&all->above, c))
        return true;
    for (const concept *const *p = c->above; *p; p++)
        if (has_concept(&all->named, *p))
            return true;
    return false;
}

/* ---- what is told already ---- */

/* How much of a finding must lie on the words of one that comes first, so that both tell of one
 * defect. */
typedef enum overlap { OVERLAP_NONE, OVERLAP_SOME, OVERLAP_END, OVERLAP_ALL } overlap;

static bool is_scope(const finding *f)
{
    unsigned rank = finding_rank(f->code);

    return rank >= finding_rank("exception-scope") && rank <= finding_rank("modifier-scope");
}

/* How far a word reaches and how vague it is are two defects. */
static overlap one_defect(const finding *first, const finding *second)
{
    bool same = is(first, second->code), told = true;

    if (is(second, "unrecognized-term") || is(second, "undefined-abbreviation") ||
        is(first, "registry-mismatch") || is(second, "registry-mismatch"))
        told = same;
    else if (is(first, "incomplete"))
        told = same || is(second, "implausible-value") || is(second, "implausible-unit") ||
               is(second, "missing-unit") || is(second, "boundary");
    else if (is(first, "redundant") || is(first, "polarity"))
        told = same || is(second, "multiple-thresholds");
    else if (is(second, "modifier-scope") && is(first, "and-or-scope"))
        return OVERLAP_END;
    else if (is(first, "damaged-notation") && (is(second, "discretion") || is_scope(second)))
        return OVERLAP_ALL; /* a line end that was lost somewhere in it */
    else if (is(second, "vague-term"))
        told = is(first, "discretion") || same;
    else if (is(second, "missing-anchor") || is(second, "missing-window") ||
             is(second, "discretion") || is(second, "boundary"))
        told = finding_rank(first->code) < finding_rank("contradiction") || same ||
               is(first, "contradiction") || is(first, "multiple-thresholds");
    return told ? OVERLAP_SOME : OVERLAP_NONE;
}

/* Does one of list[first, end) hold so much of the words? They are of one code, none overlaps
 * another, and they stand in the order of the text. */
static bool holds(const finding *list, size_t first, size_t end, eligo_span s, overlap how)
{
    size_t low = first, high = end;

    while (low < high) { /* the last that begins before the words end */
        size_t middle = low + (high - low) / 2;

        if (list[middle].span.start < s.end)
            low = middle + 1;
        else
            high = middle;
    }
    return low > first && s.start < list[low - 1].span.end &&
           (how == OVERLAP_SOME || s.end <= list[low - 1].span.end) &&
           (how != OVERLAP_ALL || list[low - 1].span.start <= s.start);
}

/* The kept ones lie sorted by their codes and, within one, what was read from the words before what
 * was drawn from a rule: a stretch of them is looked through at once. */
static bool told(const finding *list, size_t first, size_t end, const finding *f)
{
    for (size_t i = first, stop; i < end; i = stop) {
        overlap how = one_defect(&list[i], f);
        size_t high = end;

        for (stop = i + 1; stop < high;) { /* where another stretch begins */
            size_t middle = stop + (high - stop) / 2;

            if (is(&list[middle], list[i].code) && list[middle].drawn == list[i].drawn)
                stop = middle + 1;
            else
                high = middle;
        }
        if (how != OVERLAP_NONE && holds(list, i, stop, f->span, how))
            return true;
    }
    return false;
}

/* Of findings whose words overlap, one after the other, those that tell of a defect of their own.
 */
static void settle_run(asked *all, finding_list *f, size_t from, size_t to, size_t *kept)
{
    size_t first = *kept;

    if (to - from > 1)
        qsort(f->list + from, to - from, sizeof *f->list, by_rank);
    for (size_t i = from; i < to; i++)
        if (!(is(&f->list[i], "polarity") && asked_for(all, &f->list[i], f->arena)) &&
            !told(f->list, first, *kept, &f->list[i]))
            f->list[(*kept)++] = f->list[i];
}

/* "Headache, nausea, dizziness and so on": that the list is open is said of it; how its things are
 * joined is the same defect. The list is sorted by place. */
static void drop_told_as_open(finding_list *f)
{
    size_t open = f->count, kept = f->count;

    for (size_t i = f->count; i-- > 0;) { /* open: the next that says so */
        const finding *x = &f->list[i];

        if (x->drawn && is(x, "and-or-scope") && open < f->count &&
            f->list[open].span.start <= x->span.end + LIST_GAP)
            continue;
        f->list[--kept] = *x;
        if (is(x, "open-list"))
            open = kept;
    }
    memmove(f->list, f->list + kept, (f->count - kept) * sizeof *f->list);
    f->count -= kept;
}

/* "Below 18 or above 65 years", and another line that has both limits: one repetition. */
static bool told_before(const finding *first, const finding *second)
{
    return is(first, "redundant") && is(second, "redundant") && first->criterion &&
           second->criterion && strcmp(first->criterion, second->criterion) == 0 &&
           first->message && second->message && strcmp(first->message, second->message) == 0 &&
           second->span.end > first->span.end;
}

void audit_settle(const rules *r, finding_list *f)
{
    asked all = {.rules = r};
    size_t kept = 0;

    if (!f->count)
        return;
    for (size_t i = 0; i < f->count; i++)
        place(r, &f->list[i]);
    qsort(f->list, f->count, sizeof *f->list, by_place);
    drop_told_as_open(f);
    for (size_t i = 0, k; i < f->count; i = k) {
        size_t end = f->list[i].span.end;

        for (k = i + 1; k < f->count && f->list[k].span.start < end; k++)
            end = f->list[k].span.end > end ? f->list[k].span.end : end;
        settle_run(&all, f, i, k, &kept);
    }
    f->count = kept;
    qsort(f->list, f->count, sizeof *f->list, by_place);
    kept = 0;
    for (size_t i = 0; i < f->count; i++)
        if (kept && told_before(&f->list[kept - 1], &f->list[i]))
            f->list[kept - 1].span.end = f->list[i].span.end;
        else
            f->list[kept++] = f->list[i];
    f->count = kept;
}
