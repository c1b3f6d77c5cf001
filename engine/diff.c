/* Pairs the criteria of two versions, and says of each pair what changed. What follows from what is
 * in implies.c; how it is shown in diff_print.c. */
#include "engine/diff.h"

#include "engine/leaf.h"
#include "rules/fold.h"
#include "rules/print.h"
#include "rules/table.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_PAIRS = 250000, /* looked at for likeness: all of two lists of 500 */
    FEW_PAIRS = 2500,    /* of these it is asked whether one follows from the other, too */
    SKETCH =
        48, /* the smallest hashes of the words of a criterion: enough to tell how alike two are */
    MOST_PARTS = 64,    /* of a list whose items are told apart */
    LONGEST_WORDS = 160 /* of a rule in a message */
};

static const size_t none = (size_t)-1;

const char *diff_kind_name(diff_kind k)
{
    static const char *const names[DIFF_KINDS] = {"unchanged", "reworded", "moved", "tightened",
                                                  "loosened",  "changed",  "added", "removed"};

    return names[k];
}

/* ---- what a criterion is like ---- */

typedef struct sketch { /* sorted, without doubles */
    uint32_t list[SKETCH];
    size_t count;
} sketch;

typedef struct item {
    const criterion *criterion;
    const char *meaning; /* in words that depend on the rule alone */
    sketch words, subjects;
    size_t place; /* in its list */
    size_t other; /* the index of its pair in the other list; none */
} item;

static void sketch_add(sketch *s, uint32_t hash)
{
    size_t at = s->count;

    while (at && s->list[at - 1] > hash)
        at--;
    if ((at && s->list[at - 1] == hash) || at == SKETCH)
        return;
    if (s->count < SKETCH)
        s->count++;
    memmove(&s->list[at + 1], &s->list[at], (s->count - 1 - at) * sizeof s->list[0]);
    s->list[at] = hash;
}

/* How much two have in common, 0 to 1. */
static double alike(const sketch *a, const sketch *b)
{
    size_t i = 0, k = 0, common = 0;

    while (i < a->count && k < b->count) {
        if (a->list[i] == b->list[k]) {
            common++;
            i++;
            k++;
        } else if (a->list[i] < b->list[k]) {
            i++;
        } else {
            k++;
        }
    }
    return a->count + b->count ? 2.0 * (double)common / (double)(a->count + b->count) : 0;
}

static void add_subject(const rule *r, void *context)
{
    const concept *c = r->op == RULE_HAS || r->op == RULE_COMPARE ? r->subject.concept : NULL;

    if (!c)
        return;
    sketch_add(context, word_hash(c->id, strlen(c->id)));
    for (const concept *const *p = c->parents; *p; p++) /* asthma is near to severe asthma */
        sketch_add(context, word_hash((*p)->id, strlen((*p)->id)));
}

static void sketch_words(const char *text, sketch *out)
{
    fold_cutter cut;
    fold_atom one;

    fold_begin(&cut, text, strlen(text));
    while (fold_next(&cut, &one))
        if (one.kind != ATOM_SIGN && one.size)
            sketch_add(out, word_hash(one.folded, one.size));
}

static const char *words_of(const criterion *c, const rule *r, size_t most, arena *a)
{
    buffer b;
    const char *out;

    buffer_init(&b, 0);
    rule_print_words(&b, r, c->text, c->span);
    if (most && b.size > most) {
        size_t cut = most;

        while (cut && ((unsigned char)b.data[cut] & 0xC0) == 0x80)
            cut--;
        out = arena_printf(a, "%.*s...", (int)cut, b.data);
    } else {
        out = arena_text(a, b.data ? b.data : "", b.size);
    }
    if (b.failed)
        arena_fail(a);
    buffer_free(&b);
    return out ? out : "";
}

static item *items_of(const rules *r, arena *a)
{
    item *list = arena_array(a, r->criterion_count, sizeof *list);

    for (size_t i = 0; list && i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        list[i].criterion = c;
        list[i].meaning = words_of(c, c->rule, 0, a);
        list[i].place = i;
        list[i].other = none;
        sketch_words(c->text, &list[i].words);
        rule_walk(c->rule, add_subject, &list[i].subjects);
    }
    return list;
}

/* ---- pairing ---- */

static bool follow_each_other(const criterion *x, const criterion *y)
{
    return diff_implies(x, y) && diff_implies(y, x);
}

static bool same_text(const criterion *x, const criterion *y)
{
    return diff_same_words(x->text, strlen(x->text), y->text, strlen(y->text));
}

static void join(item *x, item *y)
{
    x->other = y->place;
    y->other = x->place;
}

static int by_meaning(const void *a, const void *b)
{
    const item *x = *(const item *const *)a, *y = *(const item *const *)b;
    int o = strcmp(x->meaning, y->meaning);

    if (o == 0)
        o = (int)x->criterion->kind - (int)y->criterion->kind;
    return o ? o : x->place < y->place ? -1 : x->place > y->place;
}

/* Pairs of the same meaning: `strict` first those of the same section (and, of what was not
 * understood, the same words), in the order of both. */
static bool pair_equals(item *x, size_t m, item *y, size_t n, bool strict, arena *a)
{
    const item **p = arena_array(a, m, sizeof *p), **q = arena_array(a, n, sizeof *q);
    size_t i = 0, k = 0;

    if (!p || !q)
        return false;
    for (size_t j = 0; j < m; j++)
        p[j] = &x[j];
    for (size_t j = 0; j < n; j++)
        q[j] = &y[j];
    qsort(p, m, sizeof *p, by_meaning);
    qsort(q, n, sizeof *q, by_meaning);
    while (i < m && k < n) {
        const item *s = p[i], *t = q[k];
        int o = strcmp(s->meaning, t->meaning);

        if (o == 0 && strict)
            o = (int)s->criterion->kind - (int)t->criterion->kind;
        if (s->other != none || o < 0) {
            i++;
        } else if (t->other != none || o > 0) {
            k++;
        } else if (s->criterion->rule && t->criterion->rule &&
                   follow_each_other(s->criterion, t->criterion)) {
            join(&x[s->place], &y[t->place]);
            i++;
            k++;
        } else if (same_text(s->criterion, t->criterion)) {
            join(&x[s->place], &y[t->place]);
            i++;
            k++;
        } else {
            k++; /* the same words about it, but something else (a judgement): left to likeness */
        }
    }
    return true;
}

typedef struct candidate {
    double score;
    size_t x, y, far;
} candidate;

static int by_score(const void *a, const void *b)
{
    const candidate *p = a, *q = b;

    if (p->score != q->score)
        return p->score > q->score ? -1 : 1;
    if (p->far != q->far)
        return p->far < q->far ? -1 : 1;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return p->y < q->y ? -1 : p->y > q->y;
}

static double likeness(const item *x, const item *y)
{
    double words = alike(&x->words, &y->words), score;

    if (x->subjects.count && y->subjects.count)
        score = 0.5 * words + 0.5 * alike(&x->subjects, &y->subjects);
    else
        score = words;
    return x->criterion->kind == y->criterion->kind ? score : score - 0.25;
}

static const double LIKE_ENOUGH = 0.5;

/* In other words, but one is a kind of the other, in the same section. */
static bool one_follows(const item *x, const item *y)
{
    const rule *r = x->criterion->rule, *s = y->criterion->rule;

    return x->criterion->kind == y->criterion->kind && r && s && r->op == s->op &&
           (r->op == RULE_HAS || r->op == RULE_COMPARE) && r->subject.concept &&
           s->subject.concept &&
           (diff_implies(x->criterion, y->criterion) || diff_implies(y->criterion, x->criterion));
}

/* The rest: the most alike first, each once. */
static bool pair_alike(item *x, size_t m, item *y, size_t n, arena *a)
{
    size_t *p = arena_array(a, m, sizeof *p), *q = arena_array(a, n, sizeof *q), pm = 0, qn = 0,
           count = 0, room = 0, reach;
    candidate *list = NULL;

    if (!p || !q)
        return false;
    for (size_t i = 0; i < m; i++)
        if (x[i].other == none)
            p[pm++] = i;
    for (size_t k = 0; k < n; k++)
        if (y[k].other == none)
            q[qn++] = k;
    if (pm == 0 || qn == 0)
        return true;
    reach = MOST_PAIRS / pm / 2 + 1;
    for (size_t i = 0; i < pm; i++) {
        size_t middle = (size_t)((double)i * (double)qn / (double)pm),
               from = middle > reach ? middle - reach : 0;
        size_t to = qn - middle > reach ? middle + reach : qn;

        if (pm * qn <= MOST_PAIRS) {
            from = 0;
            to = qn;
        }
        for (size_t k = from; k < to; k++) {
            double score = likeness(&x[p[i]], &y[q[k]]);

            if (score < LIKE_ENOUGH && pm * qn <= FEW_PAIRS && one_follows(&x[p[i]], &y[q[k]]))
                score = LIKE_ENOUGH; /* "breast cancer", and now "cancer" */
            if (score < LIKE_ENOUGH)
                continue;
            if (!arena_grow(a, (void **)&list, count, &room, sizeof *list))
                return false;
            list[count++] = (candidate){score, p[i], q[k], p[i] > q[k] ? p[i] - q[k] : q[k] - p[i]};
        }
    }
    if (count)
        qsort(list, count, sizeof *list, by_score);
    for (size_t i = 0; i < count; i++)
        if (x[list[i].x].other == none && y[list[i].y].other == none)
            join(&x[list[i].x], &y[list[i].y]);
    return true;
}

/* ---- order ---- */

/* Of the pairs that stay in their section, those outside the longest run that keeps its order: what
 * moved. moved[k]: of the criterion k of the new version. */
static bool find_moved(const item *x, const item *y, size_t n, bool *moved, arena *a)
{
    size_t *tail = arena_array(a, n + 1, sizeof *tail), *before = arena_array(a, n, sizeof *before),
           length = 0;

    if (!tail || !before)
        return false;
    for (size_t k = 0; k < n; k++) {
        size_t low = 0, high = length;

        if (y[k].other == none)
            continue;
        moved[k] = true;
        if (x[y[k].other].criterion->kind != y[k].criterion->kind)
            continue;
        while (low < high) { /* tail[i]: the end of the best run of i + 1 pairs */
            size_t middle = (low + high) / 2;

            if (y[tail[middle]].other < y[k].other)
                low = middle + 1;
            else
                high = middle;
        }
        before[k] = low ? tail[low - 1] : none;
        tail[low] = k;
        if (low == length)
            length++;
    }
    for (size_t k = length ? tail[length - 1] : none; k != none; k = before[k])
        moved[k] = false;
    return true;
}

/* ---- what changed ---- */

static void say_list(buffer *b, const char *head, const criterion *c, const rule *const *list,
                     const bool *met, size_t count, arena *a)
{
    size_t said = 0, more = 0;

    for (size_t i = 0; i < count; i++) {
        if (met[i])
            continue;
        if (said == 4) {
            more++;
            continue;
        }
        buffer_printf(b, "%s%s", said ? ", " : b->size ? "; " : "", said ? "" : head);
        buffer_puts(b, words_of(c, list[i], LONGEST_WORDS / 2, a));
        said++;
    }
    if (more)
        buffer_printf(b, " and %zu more", more);
}

static void all_words(const criterion *c, const rule *r, const char **out, arena *a)
{
    for (size_t i = 0; i < r->count; i++)
        out[i] = words_of(c, r->of[i], 0, a);
}

/* The smallest part that differs, old -> new; of lists what left and what came. */
static void say_change(buffer *b, const criterion *x, const rule *p, const criterion *y,
                       const rule *q, arena *a)
{
    bool met_p[MOST_PARTS] = {false}, met_q[MOST_PARTS] = {false};
    const char *words_p[MOST_PARTS], *words_q[MOST_PARTS];
    size_t left_p, left_q, last_p = 0, last_q = 0;

    if (p->op != q->op || !p->count || p->count > MOST_PARTS || q->count > MOST_PARTS ||
        p->n != q->n) {
        buffer_printf(b, "%s -> ", words_of(x, p, LONGEST_WORDS, a));
        buffer_puts(b, words_of(y, q, LONGEST_WORDS, a));
        return;
    }
    left_p = p->count;
    left_q = q->count;
    all_words(x, p, words_p, a);
    all_words(y, q, words_q, a);
    for (size_t i = 0; i < p->count; i++)
        for (size_t k = 0; k < q->count && !met_p[i]; k++)
            if (!met_q[k] && strcmp(words_p[i], words_q[k]) == 0) {
                met_p[i] = met_q[k] = true;
                left_p--;
                left_q--;
            }
    for (size_t i = 0; i < p->count; i++)
        if (!met_p[i])
            last_p = i;
    for (size_t k = 0; k < q->count; k++)
        if (!met_q[k])
            last_q = k;
    if (left_p == 1 && left_q == 1) {
        say_change(b, x, p->of[last_p], y, q->of[last_q], a);
    } else {
        say_list(b, "no longer: ", x, p->of, met_p, p->count, a);
        say_list(b, "new: ", y, q->of, met_q, q->count, a);
        if (!left_p && !left_q)
            buffer_puts(b, "in another order");
    }
}

static bool leaf_not_understood(const rule *r)
{
    if (r->op == RULE_OPAQUE || r->op == RULE_JUDGEMENT)
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (leaf_not_understood(r->of[i]))
            return true;
    return false;
}

static const char *message_of(diff_kind kind, const criterion *x, const criterion *y, arena *a)
{
    buffer b;
    const char *out;

    buffer_init(&b, 0);
    if (x->rule && y->rule)
        say_change(&b, x, x->rule, y, y->rule, a);
    out = b.size > 3 * LONGEST_WORDS || !b.size
              ? "see the words"
              : arena_printf(a, "%s%s", b.data,
                             kind == DIFF_CHANGED &&
                                     (!x->rule || !y->rule || leaf_not_understood(x->rule) ||
                                      leaf_not_understood(y->rule))
                                 ? " (words that are not understood, or left to a person)"
                                 : "");
    if (b.failed)
        arena_fail(a);
    buffer_free(&b);
    return out;
}

static const char *section_name(const criterion *c)
{
    return criterion_kind_name(c->kind);
}

/* Of two sections: the same requirement where one bars what the other does not ask for. */
static diff_kind across(const criterion *x, const criterion *y, const char **message, arena *a)
{
    criterion p = *x, q = *y;
    rule turned;
    const rule *of[1] = {y->rule};

    if (x->rule && y->rule) {
        memset(&turned, 0, sizeof turned);
        turned.op = RULE_NOT;
        turned.span = y->rule->span;
        turned.of = of;
        turned.count = 1;
        if ((x->kind == CRITERION_EXCLUSION) == (y->kind == CRITERION_EXCLUSION)) {
            if (follow_each_other(x, y)) {
                *message = arena_printf(a, "from %s to %s", section_name(x), section_name(y));
                return DIFF_MOVED;
            }
        } else {
            q.rule = &turned;
            if (follow_each_other(&p, &q) ||
                (y->rule->op == RULE_NOT && y->rule->count == 1 &&
                 (q.rule = y->rule->of[0], follow_each_other(&p, &q)))) {
                *message = arena_printf(a, "from %s to %s, with a negation: it asks for the same",
                                        section_name(x), section_name(y));
                return DIFF_MOVED;
            }
            if (follow_each_other(x, y)) {
                *message = arena_printf(a, "from %s to %s: it now means the opposite",
                                        section_name(x), section_name(y));
                return DIFF_CHANGED;
            }
        }
    }
    *message = arena_printf(a, "from %s to %s: %s", section_name(x), section_name(y),
                            message_of(DIFF_CHANGED, x, y, a));
    return DIFF_CHANGED;
}

static diff_change compare(const criterion *x, const criterion *y, bool moved, arena *a)
{
    diff_change c = {DIFF_CHANGED, moved, x, y, ""};
    bool wider, narrower, known = x->rule && y->rule;

    if (x->kind != y->kind) {
        c.kind = across(x, y, &c.message, a);
        return c;
    }
    wider = known && diff_implies(x, y);
    narrower = known && diff_implies(y, x);
    if (wider && narrower) {
        c.kind = moved ? DIFF_MOVED : same_text(x, y) ? DIFF_UNCHANGED : DIFF_REWORDED;
        if (moved)
            c.message =
                arena_printf(a, "%s is now %s%s", x->id, y->id,
                             same_text(x, y) ? "" : ", in other words with the same meaning");
        else if (c.kind == DIFF_REWORDED)
            c.message = "other words, the same meaning";
    } else if (same_text(x, y)) { /* words that are read in the light of others */
        c.kind = !known || moved ? (moved ? DIFF_MOVED : DIFF_UNCHANGED) : DIFF_CHANGED;
        if (c.kind == DIFF_CHANGED)
            c.message = message_of(DIFF_CHANGED, x, y, a);
    } else {
        /* an exclusion that holds for more patients admits fewer */
        if (wider || narrower)
            c.kind = wider == (x->kind == CRITERION_EXCLUSION) ? DIFF_TIGHTENED : DIFF_LOOSENED;
        c.message = message_of(c.kind, x, y, a);
    }
    return c;
}

/* ---- registry fields ---- */

static const char *age_words(const registry_age *r, arena *a)
{
    static const char *const units[][2] = {{"a", "years"}, {"m", "months"}, {"w", "weeks"},
                                           {"d", "days"},  {"h", "hours"},  {"n", "minutes"}};
    char n[32];

    if (!r->given)
        return "";
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (*units[i][0] == r->unit)
            return arena_printf(a, "%s %s", number_text(r->value, n), units[i][1]);
    return arena_printf(a, "%s", number_text(r->value, n));
}

/* Which age is higher: +1, -1, 0 the same; 2: it is not sure (weeks against years, close together).
 */
static int order_ages(const registry_age *x, const registry_age *y)
{
    double p = x->value, q = y->value;

    if (x->unit == 'a' && y->unit == 'm')
        p *= 12;
    else if (x->unit == 'm' && y->unit == 'a')
        q *= 12;
    else if (x->unit != y->unit) {
        p = period_days((period){p, x->unit});
        q = period_days((period){q, y->unit});
        if (p <= q * 1.05 && q <= p * 1.05)
            return 2;
    }
    return p < q ? -1 : p > q;
}

static void add_field(diff *d, const char *name, diff_kind kind, const char *before,
                      const char *after)
{
    d->fields[d->field_count++] =
        (diff_field){name, kind, before ? before : "", after ? after : ""};
}

static void compare_age(diff *d, const char *name, const registry_age *x, const registry_age *y,
                        bool minimum, arena *a)
{
    diff_kind kind = DIFF_CHANGED;

    if (!x->given && !y->given)
        return;
    if (x->given != y->given) {
        kind = y->given ? DIFF_TIGHTENED : DIFF_LOOSENED;
    } else {
        int o = order_ages(x, y);

        /* "to 5 years" goes on to the sixth birthday, "to 60 months" does not */
        if (o == 0 && (x->unit == y->unit || minimum))
            return;
        if (!minimum && x->unit != y->unit)
            o = 2;
        if (o == 1 || o == -1)
            kind = (o < 0) == minimum ? DIFF_TIGHTENED : DIFF_LOOSENED;
    }
    add_field(d, name, kind, age_words(x, a), age_words(y, a));
}

static void compare_fields(diff *d, arena *a)
{
    const rules *x = d->before, *y = d->after;
    const char *p = x->sex, *q = y->sex;

    compare_age(d, "minimum_age", &x->minimum_age, &y->minimum_age, true, a);
    compare_age(d, "maximum_age", &x->maximum_age, &y->maximum_age, false, a);
    if (p != q && !(p && q && strcmp(p, q) == 0)) {
        bool all_p = !p || strcmp(p, "all") == 0, all_q = !q || strcmp(q, "all") == 0;

        if (!(all_p && all_q))
            add_field(d, "sex",
                      all_p   ? DIFF_TIGHTENED
                      : all_q ? DIFF_LOOSENED
                              : DIFF_CHANGED,
                      p, q);
    }
    if (x->healthy_volunteers != y->healthy_volunteers) {
        static const char *const words[] = {"", "no", "yes"};
        diff_kind kind = x->healthy_volunteers < 0 || y->healthy_volunteers < 0 ? DIFF_CHANGED
                         : y->healthy_volunteers > 0                            ? DIFF_LOOSENED
                                                                                : DIFF_TIGHTENED;

        add_field(d, "healthy_volunteers", kind, words[x->healthy_volunteers + 1],
                  words[y->healthy_volunteers + 1]);
    }
}

/* ---- the whole ---- */

bool diff_is_field(const diff_change *c)
{
    return c->before && c->after && c->before->kind == CRITERION_REGISTRY &&
           c->after->kind == CRITERION_REGISTRY;
}

const diff *diff_rules(const rules *before, const rules *after, arena *a)
{
    diff *d = arena_alloc(a, sizeof *d);
    size_t m = before->criterion_count, n = after->criterion_count, next = 0;
    item *x = items_of(before, a), *y = items_of(after, a);
    bool *moved = arena_array(a, n, sizeof *moved);
    diff_change *list = arena_array(a, m + n, sizeof *list);

    if (!d || !x || !y || !moved || !list)
        return NULL;
    d->before = before;
    d->after = after;
    d->changes = list;
    if (!pair_equals(x, m, y, n, true, a) || !pair_equals(x, m, y, n, false, a) ||
        !pair_alike(x, m, y, n, a) || !find_moved(x, y, n, moved, a))
        return NULL;
    compare_fields(d, a);
    for (size_t k = 0; k <= n; k++) {
        diff_change c;

        /* what was removed stands where it stood: before the next one that stayed in place */
        for (; next < m && (k == n || (y[k].other != none && !moved[k] && next <= y[k].other));
             next++)
            if (x[next].other == none)
                list[d->count++] =
                    (diff_change){DIFF_REMOVED, false, x[next].criterion, NULL, "removed"};
        if (k == n)
            break;
        if (y[k].other == none)
            c = (diff_change){DIFF_ADDED, false, NULL, y[k].criterion, "added"};
        else
            c = compare(x[y[k].other].criterion, y[k].criterion, moved[k], a);
        list[d->count++] = c;
    }
    for (size_t i = 0; i < d->count; i++)
        if (!diff_is_field(&list[i]))
            d->counts[list[i].kind]++;
    return arena_failed(a) ? NULL : d;
}

/* ---- patients ---- */

static const screen_criterion *result_of(const screen_result *s, const criterion *c)
{
    return c ? &s->criteria[c - s->trial->criteria] : NULL;
}

/* The clause of a criterion that decides: the deepest one of the same verdict on the way down. */
static const char *why(const screen_criterion *s)
{
    const eval_node *best = s && s->count ? &s->nodes[0] : NULL;

    for (size_t i = 0; best && i < s->count; i++)
        if (s->nodes[i].rule->count == 0 && s->nodes[i].verdict == s->verdict) {
            best = &s->nodes[i];
            break;
        }
    return best ? best->message : "";
}

diff_impact diff_patient(const diff *d, const eval_record *x)
{
    screen_result before = screen_trial(x, d->before), after = screen_trial(x, d->after);
    diff_impact out = {before.verdict, after.verdict, NULL, 0};
    diff_effect *list = NULL;
    size_t room = 0;
    arena *a = x->arena;

    if (arena_failed(a))
        return out;
    for (size_t i = 0; i < d->count; i++) {
        const diff_change *c = &d->changes[i];
        const screen_criterion *p = result_of(&before, c->before), *q = result_of(&after, c->after);
        diff_effect e = {
            c, p, q, p ? p->verdict : VERDICT_PASS, q ? q->verdict : VERDICT_PASS, why(q ? q : p)};

        /* a criterion that is not there keeps nobody out */
        if (e.before == e.after)
            continue;
        if (!arena_grow(a, (void **)&list, out.count, &room, sizeof *list))
            return out;
        list[out.count++] = e;
    }
    out.effects = list;
    return out;
}
