#include "grammar/beside.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/roles.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

eligo_span line_or(const char *text, const outline_item *x)
{
    size_t end = x->span.end;

    while (end > x->span.start && strchr(" \t\r\n,;.", text[end - 1]))
        end--;
    if (x->count || end < x->span.start + 4 || strncasecmp(text + end - 2, "or", 2) != 0 ||
        !strchr(" \t\r\n/", text[end - 3]))
        return (eligo_span){0, 0};
    return (eligo_span){end - 2, end};
}

char rule_sex(const rule *r)
{
    if (r->op == RULE_ALL) {
        char found = 0;

        for (size_t i = 0; i < r->count && !found; i++)
            found = rule_sex(r->of[i]);
        return found;
    }
    if (r->op != RULE_HAS || !r->subject.concept || r->subject.who)
        return 0;
    if (is_landmark(r->subject.concept, LANDMARK_FEMALE) ||
        is_landmark(r->subject.concept, LANDMARK_MENOPAUSE))
        return 'f';
    return is_landmark(r->subject.concept, LANDMARK_MALE) ? 'm' : 0;
}

/* Which sex a line begins with: "Men over 50", "Postmenopausal women"; 0: none, or both. */
static char line_sex(const char *text, size_t size)
{
    static const char *const words[] = {"men",   "male",   "males",   "boys",           "women",
                                        "woman", "female", "females", "postmenopausal", "girls"};
    size_t end = 0, next;

    if (!size || !strchr("mbwfpg", text_lower(*text)))
        return 0; /* most lines */
    while (end < size && isalpha((unsigned char)text[end]))
        end++;
    for (next = end; next < size && text[next] == ' ';)
        next++;
    if (next < size && (text[next] == '/' || text_starts_nocase(text + next, size - next, "or ") ||
                        text_starts_nocase(text + next, size - next, "and")))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_nocase(text, end, words[i]))
            return i < 4 ? 'm' : 'f';
    return 0;
}

bool lines_part_sexes(const char *text, const outline_section *x)
{
    bool women = false, men = false;

    for (size_t i = 0; i < x->count && x->kind != CRITERION_EXCLUSION; i++) {
        eligo_span s = x->items[i].span;
        char sex = line_sex(text + s.start, s.end - s.start);

        women = women || sex == 'f';
        men = men || sex == 'm';
    }
    return women && men;
}

enum { LINE_WORDS = 12 };

/* The words of a line into `w`, without what stands in brackets; how many: 0 where there are more,
 * or lines below it. */
static size_t words_of(const char *text, const outline_item *x, eligo_span *w)
{
    size_t n = 0, depth = 0;

    for (size_t at = x->span.start; at < x->span.end && !x->count;) {
        if (depth || !isalnum((unsigned char)text[at])) {
            depth += text[at] == '(';
            depth -= depth && text[at] == ')';
            at++;
            continue;
        }
        if (n == LINE_WORDS)
            return 0;
        w[n].start = at;
        while (at < x->span.end && isalnum((unsigned char)text[at]))
            at++;
        w[n++].end = at;
    }
    return n;
}

static bool same_word(const char *text, eligo_span a, eligo_span b)
{
    return a.end - a.start == b.end - b.start &&
           strncasecmp(text + a.start, text + b.start, a.end - a.start) == 0;
}

bool lines_of_kinds(const char *text, const outline_item *a, const outline_item *b)
{
    enum { OF_KIND = 2, SHORT = 3 }; /* words that say of what kind; letters of "B", "III", "2" */
    eligo_span v[LINE_WORDS], w[LINE_WORDS];
    size_t n = words_of(text, a, v), m = words_of(text, b, w), first = 0, last = 0;

    while (first < n && first < m && same_word(text, v[first], w[first]))
        first++;
    while (last + first < n && last + first < m &&
           same_word(text, v[n - 1 - last], w[m - 1 - last]))
        last++;
    n -= first + last;
    m -= first + last;
    if (!n || !m || n > OF_KIND || m > OF_KIND)
        return false;
    /* the thing itself stands behind the words, but for "hepatitis B" */
    return last > 0 || (first > 0 && n == 1 && m == 1 && v[first].end - v[first].start <= SHORT &&
                        w[first].end - w[first].start <= SHORT);
}

/* ---- two ranges of one quantity ---- */

typedef struct reach {
    const rule *of; /* a comparison of it */
    double low, high;
} reach;

static bool plain_compare(const rule *r)
{
    return r->op == RULE_COMPARE && r->subject.concept && !r->subject.who && !r->counting &&
           r->relative_to == RELATIVE_NONE && !r->window && !r->duration && !r->qualifier_count &&
           r->pick == PICK_LATEST;
}

static bool same_quantity(const rule *a, const rule *b)
{
    return a->subject.concept == b->subject.concept &&
           (a->unit.ucum && b->unit.ucum ? strcmp(a->unit.ucum, b->unit.ucum) == 0
                                         : a->unit.ucum == b->unit.ucum);
}

/* What values of one quantity a rule leaves, from the lowest to the highest: of alternatives all of
 * them. False: it asks for something else, or at another time. */
static bool reach_of(const rule *r, reach *out)
{
    if (r->op == RULE_ALL) {
        for (size_t i = 0; i < r->count; i++)
            if (plain_compare(r->of[i]))
                return reach_of(r->of[i], out);
        return false;
    }
    if (r->op == RULE_ANY && r->count) {
        reach one;

        if (!reach_of(r->of[0], out))
            return false;
        for (size_t i = 1; i < r->count; i++) {
            if (!reach_of(r->of[i], &one) || !same_quantity(one.of, out->of))
                return false;
            out->low = fmin(out->low, one.low);
            out->high = fmax(out->high, one.high);
        }
        return true;
    }
    if (!plain_compare(r))
        return false;
    *out = (reach){r, r->low.given ? r->low.value : -INFINITY,
                   r->high.given ? r->high.value : INFINITY};
    for (size_t i = 0; i < r->value_count; i++) {
        out->low = i ? fmin(out->low, r->values[i]) : r->values[i];
        out->high = i ? fmax(out->high, r->values[i]) : r->values[i];
    }
    return true;
}

/* Two ranges, of which x ends where y begins, or before: one limit against another is an error, and
 * no group. */
static bool below(const reach *x, const reach *y)
{
    return isfinite(x->low) && x->high <= y->low && isfinite(y->high);
}

/* ---- who is well, and who is not ---- */

static bool asks_illness(const rule *r)
{
    if (r->op == RULE_HAS)
        return r->subject.concept && r->subject.category == CATEGORY_CONDITION && !r->subject.who;
    for (size_t i = 0;
         (r->op == RULE_ALL || r->op == RULE_ANY || r->op == RULE_READINGS) && i < r->count; i++)
        if (asks_illness(r->of[i]))
            return true;
    return false;
}

/* "Healthy volunteers who ...": 'h'; "patients with ...": 'p'; 0: neither begins the line. */
static char line_health(const criterion *x)
{
    static const char well[] = "healthy ";
    size_t size = strlen(x->text), start = sizeof well - 1, end = start;

    if (x->kind != CRITERION_INCLUSION)
        return 0;
    if (text_starts_nocase(x->text, size, "patient"))
        return asks_illness(x->rule) ? 'p' : 0;
    if (!text_starts_nocase(x->text, size, well))
        return 0;
    while (end < size && isalpha((unsigned char)x->text[end]))
        end++;
    return roles_find(&group_roles, x->text + start, end - start) & (WHO_PEOPLE | WHO_CONTROLS)
               ? 'h'
               : 0;
}

/* The rule of x, or what stands beside it. */
static void may_be_of_group(arena *a, criterion *x)
{
    const rule *two[2] = {x->rule, rule_opaque(a, x->rule->span, OPAQUE_APART)};
    const rule *any = two[1] ? rule_join(a, RULE_ANY, two[0]->span, two, 2) : NULL;

    if (any && (any = rule_settle(a, any, x->id, x->span)))
        x->rule = any;
}

void lines_part_groups(arena *a, criterion *list, size_t count)
{
    bool before = false, now, well = false, ill = false;

    for (size_t i = 0; i < count; i++) {
        char health = line_health(&list[i]);

        well = well || health == 'h';
        ill = ill || health == 'p';
    }
    for (size_t i = 0; i < count; i++, before = now) {
        reach x, y;

        now = i + 1 < count && list[i].kind == CRITERION_INCLUSION &&
              list[i + 1].kind == CRITERION_INCLUSION && reach_of(list[i].rule, &x) &&
              reach_of(list[i + 1].rule, &y) && same_quantity(x.of, y.of) &&
              (below(&x, &y) || below(&y, &x));
        if (now || before || (well && ill && line_health(&list[i])))
            may_be_of_group(a, &list[i]);
    }
}
