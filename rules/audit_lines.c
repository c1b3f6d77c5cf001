/* Findings on two criteria that say the same in (nearly) the same words, whether or not the words
 * were understood: repeated lines, lines that are the exact complement of one in the other list
 * ("Able to walk", and among the exclusions "Unable to walk"), and lines that demand the opposite
 * of each other. What the rules show is compared in audit.c. */
#include "engine/base/limits.h"
#include "rules/audit.h"
#include "rules/roles.h"
#include "rules/words.h"

#include <string.h>

enum {
    LINE_WORDS = 16,  /* a longer line is compared as a whole only */
    LINES_MOST = 400, /* nobody compares more */
    STEM_BYTES = 24,
};

/* A criterion by its words. */
typedef struct line {
    const criterion *of;
    size_t count;
    uint64_t key;    /* of the stems, in any order */
    size_t size;     /* of its text, without the signs that end it */
    uint64_t weight; /* of all that it says */
    unsigned negations;
    unsigned denials; /* of them those that are no other kind of people: "female" */
    bool joined;      /* "and", "or": with a negation more than one reading */
    bool and_, or_;
    bool numbers;    /* a limit: what differs in it is another one */
    bool whole;      /* all of its words are in stems */
    int side;        /* of a single limit: -1 below, 1 above; 0: none, or several */
    bool with;       /* the limit itself counts */
    unsigned limits; /* numbers in it */
    uint64_t about;  /* of the stems, in any order, without the words of the limit */
    bool consent;    /* about the consent to take part */
    bool criteria;   /* about criteria */
    bool other;      /* of a parent, a guardian, a group */
    unsigned group;  /* of those who take part */
    bool told[2];    /* that it is redundant, that it contradicts: once is enough */
    bool repeats;    /* an earlier line of its list, which is compared with all that it would be */
    /* in the order of the text, without those that say nothing; what is behind them is never set */
    char stems[LINE_WORDS][STEM_BYTES];
} line;

/* "speaking", "speaks", "signed": the same word in another form. The size of what they share. */
static size_t stem_size(const char *word, size_t size)
{
    size = size < STEM_BYTES ? size : STEM_BYTES - 1;
    if (size > 8 && memcmp(word + size - 6, "ically", 6) == 0)
        return size - 4; /* "hemodynamically", "hemodynamic" */
    if (size > 6 && memcmp(word + size - 3, "ing", 3) == 0)
        return size - 3;
    return size > 5 && memcmp(word + size - 2, "ed", 2) == 0 ? size - 2 : size;
}

static bool is_and(const folded_word *x)
{
    return x->size == 3 && memcmp(x->text, "and", 3) == 0;
}

static bool is_or(const folded_word *x)
{
    return x->size == 2 && memcmp(x->text, "or", 2) == 0;
}

static bool joins(const folded_word *x)
{
    return is_and(x) || is_or(x) || (x->kind == ATOM_SIGN && x->text[0] == '/');
}

/* Words that tell two lines apart no more than a full stop does. */
static bool says_nothing(const folded_word *x)
{
    static const role_set empty =
        ROLE_ARTICLE | ROLE_PREPOSITION | ROLE_CONJUNCTION | ROLE_BE | ROLE_FINITE | ROLE_COPULA;

    return x->kind == ATOM_SIGN || word_is(&x->hit, WORD_SAYS_NOTHING) || (x->roles & empty);
}

/* `hash`: of the word. */
static void add_stem(line *l, const char *word, size_t size, uint64_t hash)
{
    size_t n = stem_size(word, size);

    memcpy(l->stems[l->count], word, n);
    l->stems[l->count++][n] = 0;
    l->key += n == size ? hash : word_hash_whole(word, n);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The sum of its letters, as they are compared: other texts have another one. */
static uint64_t weight(const char *text, size_t size)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < size; i += 8) {
        uint64_t x = size - i >= 8 ? text_bytes(text + i, 8) : text_few_bytes(text + i, size - i);
        uint64_t blanks = text_between(x, ' ', ' ') | text_between(x, '\t', '\r');

        x = text_lower_bytes(x) & ~((blanks >> 7) * 0xFF);
        sum += (x & TEXT_EACH(0x0F)) * TEXT_EACH(1) >> 56;
        sum += ((x >> 4 & TEXT_EACH(0x0F)) * TEXT_EACH(1) >> 56) << 32;
    }
    return sum;
}

/* Is all of two texts the same, but for case, blanks and the signs that end them? */
static bool same_literally(const line *x, const line *y)
{
    const char *a = x->of->text, *b = y->of->text, *a_end = a + x->size, *b_end = b + y->size;

    if (x->weight != y->weight)
        return false;
    for (;; a++, b++) {
        while (a < a_end && is_blank(*a))
            a++;
        while (b < b_end && is_blank(*b))
            b++;
        if (a == a_end || b == b_end)
            return a == a_end && b == b_end;
        if (text_lower(*a) != text_lower(*b))
            return false;
    }
}

/* Takes down what a word says of a limit; true where it does. */
static bool read_limit(line *out, const folded_word *x)
{
    int side = x->roles & ROLE_LINE_BELOW ? -1 : x->roles & ROLE_LINE_ABOVE ? 1 : 0;

    if (x->roles & ROLE_LINE_LIMIT) {
        out->with = true;
        if (*x->text == 'l' || *x->text == 'm') /* at least, at most */
            side = *x->text == 'l' ? 1 : -1;
    }
    if (side)
        out->side = out->side ? 2 : side;
    return side || (x->roles & ROLE_LINE_LIMIT);
}

/* Being able and being willing, where they stand together: "unable or unwilling to ...". */
typedef struct wills {
    const word_entry *first; /* the one that was read last; NULL: another word stands between */
    bool joined, and_, or_;  /* of the line before the connective behind it */
    bool open;               /* a connective stands right behind it */
} wills;

static bool is_will(const word_entry *e)
{
    return e && (strcmp(e->value, "able") == 0 || strcmp(e->value, "willing") == 0);
}

/* The second of two that are one: it counts no more. Keeps `w`. */
static bool is_second_will(line *out, wills *w, const word_entry *e)
{
    bool second = w->first && w->open && is_will(e) && w->first->class == e->class;

    if (second) {
        out->joined = w->joined;
        out->and_ = w->and_;
        out->or_ = w->or_;
    }
    *w = (wills){.first = is_will(e) ? e : NULL};
    return second;
}

/* Takes down a word that joins others; false: it joins none. */
static bool read_joining(line *out, wills *w, const folded_word *x)
{
    if (!joins(x))
        return false;
    if (w->first)
        *w = (wills){w->first, out->joined, out->and_, out->or_, true};
    out->joined = true;
    out->and_ = out->and_ || is_and(x);
    out->or_ = out->or_ || is_or(x);
    return true;
}

/* Takes down what a word says beside its letters; NULL: it counts no more, else what it is compared
 * as, so many letters. */
static const char *read_word(line *out, wills *w, const folded_word *x, size_t *size)
{
    const word_entry *opposite = word_is(&x->hit, WORD_OPPOSITE),
                     *e = opposite ? opposite : word_is(&x->hit, WORD_ALIKE);

    if (is_second_will(out, w, e))
        return NULL;
    if (opposite || (x->roles & ROLE_LINE_NEGATION)) {
        out->negations++;
        out->denials += !opposite || strcmp(opposite->value, "male") != 0;
        if (!opposite)
            return NULL;
    }
    if (!e) {
        *size = x->size;
        return says_nothing(x) ? NULL : x->text;
    }
    *size = strlen(e->value);
    return strcmp(e->value, ".") == 0 ? NULL : e->value;
}

static void read_line(line *out, const criterion *c)
{
    wills w = {0};
    fold_cutter at;
    fold_atom room;
    folded_word x;
    size_t size = strlen(c->text);

    memset(out, 0, offsetof(line, stems));
    out->of = c;
    out->whole = true;
    out->size = size;
    while (out->size && strchr(" \t\r\n.,;", c->text[out->size - 1]))
        out->size--;
    out->weight = weight(c->text, out->size);
    fold_begin(&at, c->text, size);
    while (words_next(&at, &room, &x)) {
        const char *word;
        size_t n;
        uint64_t hash;
        bool limit_word;

        if (!x.size) {
            out->whole = false;
            continue;
        }
        if (x.kind == ATOM_NUMBER) {
            out->numbers = true;
            out->limits++;
        }
        limit_word = read_limit(out, &x);
        if (*x.text == 'c' && x.size > 7 && memcmp(x.text, "criteri", 7) == 0)
            out->criteria = true;
        out->other = out->other || word_is(&x.hit, WORD_OTHERS) || word_is(&x.hit, WORD_GROUP);
        if (read_joining(out, &w, &x) || !(word = read_word(out, &w, &x, &n)))
            continue;
        hash = word_hash_whole(word, n);
        if (!limit_word)
            out->about += hash;
        if (*word == 'c' && n >= 7 && memcmp(word, "consent", 7) == 0)
            out->consent = true;
        if (out->count == LINE_WORDS)
            out->whole = false;
        else
            add_stem(out, word, n, hash);
    }
}

/* How often a stem is among those of a line. */
static size_t stem_count(const line *l, const char *stem)
{
    size_t n = 0;

    for (size_t i = 0; i < l->count; i++)
        n += strcmp(l->stems[i], stem) == 0;
    return n;
}

static bool same_stems(const line *a, const line *b)
{
    if (a->key != b->key || a->count != b->count || !a->count || !a->whole || !b->whole)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (stem_count(a, a->stems[i]) != stem_count(b, a->stems[i]))
            return false;
    return true;
}

/* Of several that say the same the first is named. */
static void tell(finding_list *f, const char *code, line *where, const char *what,
                 const line *other)
{
    bool redundant = strcmp(code, "redundant") == 0;

    if (where->told[redundant])
        return;
    where->told[redundant] = true;
    finding_add(f, code, where->of->span,
                redundant ? "leave the line out"
                : strcmp(code, "boundary") == 0
                    ? "let one of the two include it"
                    : "leave one of the two out, or say for whom each is",
                "%s %s", arena_text(f->arena, other->of->id, strlen(other->of->id)), what);
}

/* What the rules show is told by them. */
static bool rule_is_plain(const rule *r)
{
    return r->op == RULE_COMPARE && r->subject.concept && !finding_narrowed(r);
}

static bool says_or_equal(const line *l)
{
    return !l->and_ && l->with;
}

/* "Shoulder width under 60 cm", and "shoulder width greater than 60 cm" in the other list: one
 * limit of one thing, from both sides, and the rules do not show it. */
static bool both_sides(const line *a, const line *b)
{
    if (a->of->kind == b->of->kind || a->limits != 1 || b->limits != 1 || a->negations ||
        b->negations || (a->joined && !says_or_equal(a)) || (b->joined && !says_or_equal(b)) ||
        !a->whole || !b->whole || a->other != b->other || a->side * b->side != -1 ||
        a->about != b->about)
        return false;
    return !(rule_is_plain(a->of->rule) && rule_is_plain(b->of->rule));
}

/* "Good oral hygiene with a plaque index below 20 %", and "poor oral hygiene" among the exclusions:
 * the one begins with what the other denies, and asks for more. */
static bool begins_with(const line *a, const line *b, unsigned first, unsigned second)
{
    bool swapped = a->of->kind == CRITERION_EXCLUSION;
    const line *yes = swapped ? b : a, *no = swapped ? a : b;

    if ((swapped ? second : first) != 0 || (swapped ? first : second) != 1 || no->count < 2 ||
        yes->count <= no->count || !no->whole || no->joined || no->numbers || yes->or_ ||
        yes->other != no->other || strcmp(yes->stems[0], no->stems[0]) != 0)
        return false;
    for (size_t i = 0; i < no->count; i++)
        if (strcmp(yes->stems[i], no->stems[i]) != 0)
            return false;
    return true;
}

/* "Other, more specific criteria are defined in the protocol": which ones is not said, and those of
 * the two lists are not the same. */
static bool speaks_of_criteria(const line *l)
{
    const rule *r = l->of->rule;

    return l->criteria && !(r->op == RULE_HAS && r->subject.concept);
}

static void compare_lines(line *a, line *b, finding_list *f)
{
    /* where both are about women, the word tells them no more apart than "patients" does */
    bool women = a->negations - a->denials == b->negations - b->denials;
    unsigned first = women ? a->denials : a->negations, second = women ? b->denials : b->negations;
    bool across = a->of->kind != b->of->kind, opposite = (first + second) % 2;
    /* "able to read and write" (or: "or"), and "unable to read or write" */
    bool complement = across && opposite && a->joined && b->joined && (first ? a : b)->or_ &&
                      !(first ? a : b)->and_ && (first ? b : a)->and_ != (first ? b : a)->or_;

    if (a->group == b->group && across && opposite && begins_with(a, b, first, second)) {
        line *no = a->of->kind == CRITERION_EXCLUSION ? a : b;

        tell(f, "redundant", no, "is the same from the other side", no == a ? b : a);
        return;
    }
    if (a->group != b->group ||
        (a->weight != b->weight && a->about != b->about && a->key != b->key))
        return; /* nearly always */
    if (a->count && same_literally(a, b)) {
        b->repeats = !across;
        if (!across || a->of->rule->op == RULE_HAS || a->of->rule->op == RULE_COMPARE)
            tell(f, across ? "contradiction" : "redundant", b,
                 across ? "demands the opposite in the same words" : "says it already", a);
        return;
    }
    if (both_sides(a, b) && !(a->with && b->with)) {
        if (a->with || b->with)
            tell(f, "redundant", b, "is the same from the other side", a);
        else
            tell(f, "boundary", b, "and this line leave exactly that value to neither", a);
        return;
    }
    if (a->numbers || b->numbers || a->other != b->other || first > 1 || second > 1 ||
        !same_stems(a, b))
        return;
    if ((a->joined || b->joined) && (opposite || a->joined != b->joined) && !complement)
        return;
    if (!across && opposite)
        tell(f, "contradiction", b, "demands the opposite", a);
    else if (across == opposite)
        tell(f, "redundant", b, across ? "is the same from the other side" : "says it already", a);
    else if (across && !speaks_of_criteria(a) && !speaks_of_criteria(b))
        tell(f, "contradiction", b, "demands the opposite", a);
}

/* It asks for the consent to take part, and for nothing else: not for that to a biopsy. */
static bool asks_consent(const line *l)
{
    if (!l->consent || !l->whole || l->denials || l->numbers || l->of->kind != CRITERION_INCLUSION)
        return false;
    for (size_t i = 0; i < l->count; i++)
        if (!(roles_find(&audit_roles, l->stems[i], strlen(l->stems[i])) & AUDIT_CONSENT_WORD))
            return false;
    return true;
}

/* "Willing to give consent", and "signed informed consent": one of the two is enough. */
static void compare_consents(line *list, size_t count, finding_list *f)
{
    const line *first = NULL;

    for (size_t i = 0; i < count; i++) {
        if (!asks_consent(&list[i]) || list[i].other)
            continue;
        if (first && first->group == list[i].group)
            tell(f, "redundant", &list[i], "says it already", first);
        else
            first = &list[i];
    }
}

/* "Refusal of the parents", "patient refusal": the consent is not named. */
static bool refuses(const line *l)
{
    bool will = false;

    if (!l->whole || l->denials != 1 || l->numbers || l->count > 4)
        return false;
    for (size_t i = 0; i < l->count; i++) {
        will = will || strncmp(l->stems[i], "will", 4) == 0;
        if (!(roles_find(&audit_roles, l->stems[i], strlen(l->stems[i])) &
              (AUDIT_CONSENT_WORD | AUDIT_PARENT)))
            return false;
    }
    return will;
}

/* Consent is asked for, and its lack keeps out: one of the two is enough. */
static void compare_consent(line *list, size_t count, finding_list *f)
{
    const line *asked = NULL;

    for (size_t i = 0; i < count; i++)
        if (list[i].consent && list[i].whole && list[i].of->kind == CRITERION_INCLUSION &&
            !list[i].denials && !asked)
            asked = &list[i];
    for (size_t i = 0; asked && i < count; i++)
        if (((list[i].consent && list[i].whole && list[i].count <= 6) || refuses(&list[i])) &&
            list[i].of->kind == CRITERION_EXCLUSION && list[i].denials &&
            list[i].other == asked->other && list[i].group == asked->group &&
            !same_stems(&list[i], asked)) {
            tell(f, "redundant", &list[i], "is the same from the other side", asked);
            return;
        }
}

/* "Does not meet the inclusion criteria": that is what they are for. */
static void compare_with_list(const line *x, finding_list *f)
{
    bool verb =
        x->count == 1 && (roles_find(&audit_roles, x->stems[0], strlen(x->stems[0])) & AUDIT_MEETS);

    if (verb && x->whole && x->criteria && x->negations == 1 && !x->numbers &&
        x->of->kind == CRITERION_EXCLUSION)
        finding_add(f, "redundant", x->of->span, "leave the line out",
                    "the inclusion criteria say it already");
}

void audit_lines(const rules *r, const unsigned *groups, arena *scratch, finding_list *f)
{
    size_t most = r->criterion_count < LINES_MOST ? r->criterion_count : LINES_MOST, count = 0;
    line *list = arena_room(scratch, most * sizeof *list);

    for (size_t i = 0; list && i < most; i++) {
        if (r->criteria[i].kind == CRITERION_REGISTRY ||
            strlen(r->criteria[i].text) > LIMIT_CRITERION_BYTES)
            continue;
        read_line(&list[count], &r->criteria[i]);
        list[count++].group = groups[i];
    }
    for (size_t i = 0; i < count; i++) {
        compare_with_list(&list[i], f);
        for (size_t k = i + 1; k < count && !list[i].repeats; k++)
            compare_lines(&list[i], &list[k], f);
    }
    compare_consents(list, count, f);
    compare_consent(list, count, f);
}
