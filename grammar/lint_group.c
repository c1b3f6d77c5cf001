/* Findings on how "and", "or" and commas group things, and on which of them a modifier binds. */
#include "grammar/lint_piece.h"

#include "engine/base/text.h"
#include "rules/measures.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

static bool is_and(const piece *p, size_t i)
{
    return p->at[i].kind == PART_AND && p->at[i].part && piece_says(p, p->at[i].span, "and");
}

/* ---- two conditions joined by "and" in an exclusion ---- */

static bool plain(part_kind k)
{
    return k == PART_THING || k == PART_WORD || k == PART_QUAL || k == PART_FILL ||
           k == PART_HISTORY || k == PART_CURRENT || k == PART_AND || k == PART_PERSON ||
           k == PART_OF || k == PART_WITH || k == PART_DIAGNOSIS || k == PART_WINDOW ||
           k == PART_EXCLUDED || k == PART_COMMA || k == PART_BRACKET || k == PART_END ||
           k == PART_SEX;
}

/* What is judged and has a name: "poor compliance", "language barriers"; not "unable to read". */
static bool names_judged(const piece *p, size_t i)
{
    eligo_span s = p->at[i].span;

    return p->at[i].kind == PART_JUDGE &&
           (piece_finds(p, s, LINT_TROUBLE) || strcmp(p->at[i].part->value, "noncompliance") == 0);
}

static bool excludes(category c)
{
    return c == CATEGORY_CONDITION || c == CATEGORY_SOCIAL || c == CATEGORY_MEDICATION ||
           c == CATEGORY_PROCEDURE || c == CATEGORY_ALLERGY || c == CATEGORY_DEVICE;
}

/* One "and", and nothing else that joins: the clause [from, to) is that of mark i alone. */
static bool only_one_and(const piece *p, size_t i, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++) {
        /* "thyroid disease, and use of hormones or iodine"; "upper or lower limb ischaemia"
         */
        /* what is judged is one of the two, and not about both: "contraindications to A and B" */
        if (!plain(p->at[k].kind) && !(names_judged(p, k) && (k + 1 >= i || k > i)) &&
            !(k > i && p->at[k].kind == PART_OR &&
              (p->at[i - 1].kind == PART_COMMA ||
               (p->at[k - 1].kind == PART_WORD && k + 1 < to && piece_thing(p, k + 1)))))
            return false;
        if (k != i && p->at[k].depth == 0 &&
            (p->at[k].kind == PART_AND ||
             (p->at[k].kind == PART_COMMA && k + 1 < to && k + 1 != i)))
            return false;
    }
    return true;
}

/* A noun of the lexicon, or a plural that it lacks ("comorbidities"): something that a person has.
 */
static bool names_trouble(const piece *p, size_t i)
{
    size_t n;

    if (i >= p->count)
        return false;
    if (names_judged(p, i))
        return true;
    if (piece_thing(p, i))
        return excludes(piece_kind(p, i)) &&
               !(p->at[i].part->hit.quantity && !p->at[i].part->hit.thing);
    if (p->at[i].kind != PART_WORD)
        return false;
    n = p->at[i].span.end - p->at[i].span.start;
    return n > 5 && (piece_roles(p, i) & ~ROLE_LIGHT_CONDITION) == 0 &&
           p->t->text[p->at[i].span.end - 1] == 's' && p->t->text[p->at[i].span.end - 2] != 's' &&
           p->t->text[p->at[i].span.end - 2] != 'u';
}

static void tell_pair(const piece *p, eligo_span s)
{
    finding *f =
        finding_add(p->out, "and-or-scope", s,
                    "write \"or\" where either is enough, \"together with\" where both are needed",
                    "\"%s\": is either of the two enough to be excluded, or only both together?",
                    piece_words(p, s));

    piece_readings(p, f, READING_EITHER, "either of them", "both together");
}

static size_t blanks(const piece *p, eligo_span s)
{
    size_t n = 0;

    for (size_t i = s.start; i < s.end; i++)
        n += p->t->text[i] == ' ';
    return n;
}

/* Nothing but adjectives and "history of" stands before it in the clause. */
static bool heads_line(const piece *p, size_t from, size_t i)
{
    for (size_t k = from; k < i; k++)
        if (p->at[k].kind != PART_QUAL && p->at[k].kind != PART_FILL &&
            p->at[k].kind != PART_HISTORY && p->at[k].kind != PART_CURRENT &&
            p->at[k].kind != PART_PERSON && p->at[k].kind != PART_WITH &&
            p->at[k].kind != PART_DIAGNOSIS)
            return false;
    return true;
}

/* "Bleeding and clotting disorders": the last word is that of both. */
static bool shares_head(const piece *p, size_t left, size_t right)
{
    eligo_span a = p->at[left].span, b = p->at[right].span;
    size_t last = b.end;

    while (last > b.start && p->t->text[last - 1] != ' ')
        last--;
    if (!(roles_all(p->t->text + last, b.end - last) & (ROLE_GENERAL | ROLE_LIGHT_CONDITION)))
        return false;
    return a.end - a.start > 4 && piece_says(p, (eligo_span){a.end - 3, a.end}, "ing") &&
           !memchr(p->t->text + a.start, ' ', a.end - a.start) &&
           memchr(p->t->text + b.start, ' ', b.end - b.start);
}

/* The same, or right above it: "heart disease and heart failure". What lies further apart are two
 * things to a reader: "mental illness and communication disorders". */
static bool one_kind(const concept *low, const concept *high)
{
    if (low == high)
        return true;
    for (const concept *const *c = low->parents; *c; c++)
        if (*c == high)
            return true;
    return false;
}

/* "Any chronic disease (renal and hepatic)": which of them, or both, in a bracket of two words. */
static void lint_pair_in_bracket(const piece *p)
{
    for (size_t i = 1; p->t->exclusion && i + 4 < p->count; i++) {
        const mark *a = &p->at[i + 1], *b = &p->at[i + 3];

        if (p->at[i].kind == PART_BRACKET && is_and(p, i + 2) && p->at[i + 4].kind == PART_END &&
            piece_kind(p, i - 1) == CATEGORY_CONDITION && piece_general(p, i - 1) &&
            (a->kind == PART_WORD || a->kind == PART_THING) && b->kind == a->kind &&
            !piece_in_pair(p, piece_span(p, i + 1, i + 4)))
            tell_pair(p, piece_span(p, i - 1, i + 5));
    }
}

static void lint_pair(const piece *p)
{
    if (!p->t->exclusion)
        return;
    for (size_t i = 1; i + 1 < p->count; i++) {
        size_t from, to, end = i + 1, left = i - 1;
        const concept *a, *b;
        bool organ;

        if (!is_and(p, i) || p->at[i].depth > 0)
            continue;
        from = piece_clause_start(p, i);
        to = piece_clause_end(p, i);
        if (to - from > 14 || !only_one_and(p, i, from, to) ||
            p->at[i + 1].kind == PART_PERSON) /* "patients with A and patients with B": either */
            continue;
        while (end < to && p->at[end].kind != PART_THING && !names_judged(p, end) &&
               !(p->at[end].kind == PART_WORD && names_trouble(p, end)))
            end++;
        if (p->at[left].kind == PART_END) /* "asthma (any) and COPD" */
            while (left > from && p->at[left].kind != PART_BRACKET)
                left--;
        if ((p->at[left].kind == PART_BRACKET || p->at[left].kind == PART_COMMA ||
             p->at[left].kind == PART_WINDOW) &&
            left > from)
            left--;
        a = piece_named(p, left);
        b = piece_named(p, end);
        /* two conditions, or two organs before one word for what is wrong with them */
        organ = p->at[left].kind == PART_WORD && heads_line(p, from, left) && b &&
                b->category == CATEGORY_CONDITION && blanks(p, p->at[end].span) == 1 &&
                (end + 1 == to || p->at[end + 1].kind != PART_WORD);
        /* "auditory and visual problems": the lexicon has neither */
        organ = organ || (end < to && p->at[left].kind == PART_WORD && heads_line(p, from, left) &&
                          p->at[end].kind == PART_WORD && !piece_roles(p, left) &&
                          piece_finds(p, p->at[end].span, LINT_TROUBLE));
        if (end < to && names_judged(p, left) &&
            (piece_kind(p, end) == CATEGORY_PROCEDURE || piece_kind(p, end) == CATEGORY_MEDICATION))
            continue; /* "contraindications to A and B" */
        if (end >= to || !names_trouble(p, end) || !(names_trouble(p, left) || organ) ||
            piece_in_pair(p, piece_span(p, left, end + 1)) || shares_head(p, left, end))
            continue;
        if (!organ && !names_judged(p, left) && !names_judged(p, end) &&
            !((a && !(a->flags & CONCEPT_WEAK)) || (b && !(b->flags & CONCEPT_WEAK))))
            continue;
        if (!organ &&
            ((a && (a->flags & CONCEPT_WEAK) && left > from && p->at[left - 1].kind != PART_QUAL) ||
             (b && (b->flags & CONCEPT_WEAK)) ||
             (!a && !b && !names_judged(p, left) && !names_judged(p, end))))
            continue;
        if (a && b && (one_kind(a, b) || one_kind(b, a)))
            continue;
        tell_pair(p, piece_span(p, from, to));
    }
}

/* A condition that has a name. */
static bool ailment(const piece *p, size_t i)
{
    return piece_kind(p, i) == CATEGORY_CONDITION && !piece_general(p, i) &&
           !(p->at[i].part->hit.quantity && !p->at[i].part->hit.thing);
}

/* "BMI > 35 and sleep apnoea": a limit, and behind it a condition that is measured by something
 * else. (A limit behind a condition mostly says how bad it is.) */
static void lint_pair_of_limit(const piece *p)
{
    for (size_t i = 2; p->t->exclusion && i + 1 < p->count; i++) {
        size_t from, to, right = i + 1;
        const concept *c;

        if (!is_and(p, i) || p->at[i].depth > 0 || p->at[i - 1].kind != PART_QUANTITY)
            continue;
        from = piece_clause_start(p, i);
        to = piece_clause_end(p, i);
        while (right < to && p->at[right].kind == PART_QUAL)
            right++;
        if (right + 1 != to || !ailment(p, right) || i - from > 4)
            continue;
        c = piece_subject(p, i - 1);
        for (size_t k = from; c && k < i; k++)
            if (p->at[k].kind == PART_AND || piece_alternative(p->at[k].kind) ||
                p->at[k].kind == PART_COMMA || p->at[k].kind == PART_NOT)
                c = NULL;
        if (!c || (c->category != CATEGORY_MEASUREMENT && c->category != CATEGORY_SCORE) ||
            measures(p->lx, c, piece_named(p, right)))
            continue;
        tell_pair(p, piece_span(p, from, to));
        return;
    }
}

/* "Poor compliance, and cannot be followed up": a second reason that stands by itself. */
static void lint_added(const piece *p)
{
    for (size_t i = 2; p->t->exclusion && i + 1 < p->count; i++) {
        size_t from, to;

        if (!is_and(p, i) || p->at[i].depth > 0 || p->at[i - 1].kind != PART_COMMA ||
            p->at[i + 1].kind != PART_JUDGE)
            continue;
        from = piece_clause_start(p, i);
        to = piece_clause_end(p, i);
        if (i - from > 4 || (p->at[i - 2].kind != PART_JUDGE && !names_trouble(p, i - 2)))
            continue;
        for (size_t k = from; k < to; k++)
            if (p->at[k].kind == PART_OR || p->at[k].kind == PART_WITH ||
                p->at[k].kind == PART_PERSON || (p->at[k].kind == PART_AND && k != i))
                return;
        tell_pair(p, piece_span(p, from, to));
        return;
    }
}

/* ---- both connectives ---- */

static void tell_grouping(const piece *p, eligo_span s)
{
    finding *f = finding_add(p->out, "and-or-scope", s, "use brackets, or one line for each",
                             "\"%s\": how are and, or grouped?", piece_words(p, s));

    piece_readings(p, f, READING_GROUPS, "what \"and\" joins counts only together",
                   "each of the things counts by itself");
}

/* A noun that the lexicon lacks, alone between two connectives, or at the end behind one. */
static bool unknown_item(const piece *p, size_t i)
{
    part_kind next = i + 1 < p->count ? p->at[i + 1].kind : PART_END;
    bool joined = i > 0 && (p->at[i - 1].kind == PART_AND || p->at[i - 1].kind == PART_OR);

    return p->at[i].kind == PART_WORD && !piece_roles(p, i) && joined &&
           p->at[i].span.end - p->at[i].span.start > 4 &&
           (next == PART_END || next == PART_AND || next == PART_OR || next == PART_SEMICOLON ||
            next == PART_PERIOD);
}

/* What is done, and what somebody has or takes: the grammar's own readings of those are not told;
 * nor are those of words that it does not know. */
static bool of_two_sorts(const piece *p, size_t a, size_t b, size_t c)
{
    if (p->at[a].kind == PART_WORD || p->at[b].kind == PART_WORD || p->at[c].kind == PART_WORD)
        return true;

    bool done = piece_kind(p, a) == CATEGORY_PROCEDURE;

    return done != (piece_kind(p, b) == CATEGORY_PROCEDURE) ||
           done != (piece_kind(p, c) == CATEGORY_PROCEDURE);
}

/* "A and B or C": the grammar takes an exclusion's "and" for "or"; a reader may not. Of an
 * inclusion it keeps both groupings where it knows all of the things. */
static void lint_mixed(const piece *p)
{
    size_t row[3] = {0}, n = 0;
    part_kind link = PART_END, first = PART_END;

    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->depth > 0 || m->kind == PART_END || m->kind == PART_BRACKET ||
            m->kind == PART_QUAL || m->kind == PART_FILL ||
            (m->kind == PART_CURRENT && link != PART_END)) /* "allergy or use of A and B" */
            continue;
        if ((m->kind == PART_THING && excludes(piece_kind(p, i)) && !piece_general(p, i)) ||
            unknown_item(p, i)) {
            if (n == 0 || link == PART_END)
                n = 0;
            else if (n == 1)
                first = link;
            else if (n == 2 && first != link && !piece_in_pair(p, piece_span(p, row[0], i + 1)) &&
                     (p->t->exclusion || of_two_sorts(p, row[0], row[1], i))) {
                tell_grouping(p, piece_span(p, row[0], i + 1));
                n = 0;
            } else {
                row[0] = row[1];
                first = link;
                n = 1;
            }
            row[n++] = i;
            link = PART_END;
        } else if ((m->kind == PART_AND && m->part && strcmp(m->part->value, "and") == 0) ||
                   m->kind == PART_OR) {
            link = m->kind;
            if (i > 0 && p->at[i - 1].kind == PART_COMMA)
                n = 0; /* a comma groups */
        } else {
            n = 0;
            link = PART_END;
        }
    }
}

/* A connective between two things, not between their adjectives. */
static bool things_joined(const piece *p, size_t i)
{
    return i > 0 && (piece_thing(p, i - 1) || p->at[i - 1].kind == PART_END);
}

/* "heart, liver and renal failure, hypertension, diabetes or gout": both in one list with commas.
 */
static void lint_mixed_list(const piece *p)
{
    size_t first = 0, items = 0, things = 0, commas = 0, ands = 0, ors = 0;

    for (size_t i = 0; p->t->exclusion && i <= p->count; i++) {
        const mark *m = i < p->count ? &p->at[i] : NULL;
        bool behind_thing = i > 0 && piece_thing(p, i - 1);

        if (m && (m->depth > 0 || m->kind == PART_BRACKET || m->kind == PART_END ||
                  m->kind == PART_QUAL || m->kind == PART_FILL))
            continue;
        if (m && ((m->kind == PART_THING && excludes(piece_kind(p, i))) ||
                  (m->kind == PART_WORD && !piece_roles(p, i)))) {
            if (!items++)
                first = i;
            things += m->kind == PART_THING;
        } else if (m && items && i + 1 < p->count && m->kind == PART_COMMA)
            commas++;
        else if (m && items && m->kind == PART_OR && !things_joined(p, i))
            continue; /* "primary or secondary ..." */
        else if (m && behind_thing && m->kind == PART_OR)
            ors++;
        else if (m && items && is_and(p, i) &&
                 !piece_in_pair(p, piece_span(p, i - 1, i + 2 < p->count ? i + 2 : p->count)))
            ands++;
        else {
            if (things >= 4 && commas >= 2 && ands == 1 && ors == 1) {
                tell_grouping(p, piece_span(p, first, i));
                return;
            }
            items = things = commas = ands = ors = 0;
        }
    }
}

/* "A or B with C or D with E": two "with" between alternatives. */
static void lint_tangle(const piece *p)
{
    size_t from = 0, ors = 0, withs = 0, since = 0;

    for (size_t i = 0; i <= p->count; i++) {
        const mark *m = i < p->count ? &p->at[i] : NULL;

        if (!m || m->kind == PART_SEMICOLON || m->kind == PART_PERIOD || m->kind == PART_COMMA ||
            m->kind == PART_COLON) {
            from = i + 1;
            ors = withs = since = 0;
            continue;
        }
        if (m->depth > 0)
            continue;
        if (piece_alternative(m->kind))
            ors++, since++;
        if (m->kind == PART_WITH && ors && since &&
            piece_has_word(p, m->span.start, m->span.end, "with")) {
            withs++;
            since = 0;
            if (withs == 2 && ors >= 2) {
                tell_grouping(p, piece_span(p, from, piece_clause_end(p, i)));
                return;
            }
        }
    }
}

/* ---- modifiers that stand before ---- */

/* Adjectives of degree, activity, control and state, which are said of one thing or of several. */
static bool binds(const piece *p, size_t i)
{
    eligo_span s = p->at[i].span;

    if (p->at[i].kind == PART_CURRENT)
        return piece_is(p, s, LINT_ACTIVE);
    if (p->at[i].kind == PART_WORD) /* "unresected", "untreated", "nonhealing" */
        return s.end - s.start > 6 &&
               (piece_says(p, (eligo_span){s.end - 2, s.end}, "ed") ||
                piece_says(p, (eligo_span){s.end - 4, s.end}, "able")) &&
               (piece_says(p, (eligo_span){s.start, s.start + 2}, "un") ||
                piece_says(p, (eligo_span){s.start, s.start + 3}, "non"));
    if (p->at[i].kind != PART_QUAL)
        return false;
    for (size_t k = 0; saying_binding[k]; k++)
        if (p->at[i].part->value[0] == saying_binding[k][0] &&
            strcmp(p->at[i].part->value, saying_binding[k]) == 0)
            return true;
    return false;
}

static void tell_modifier(const piece *p, eligo_span s, eligo_span adjective, eligo_span of,
                          eligo_span other, size_t things)
{
    const char *word = piece_words(p, adjective), *first = piece_words(p, of),
               *last = piece_words(p, other);
    finding *f = finding_add(
        p->out, "modifier-scope", s, "repeat the word with each thing that it is for",
        "\"%s\": does \"%s\" go with the first thing or with all?", piece_words(p, s), word);

    if (things == 2) {
        bool heads = isupper((unsigned char)word[0]) && islower((unsigned char)word[1]);
        const char *all =
            arena_printf(p->out->arena, "%s %s or %c%s %s", word, first,
                         heads ? tolower((unsigned char)word[0]) : word[0], word + 1, last);

        if (f)
            f->suggestion = all;
        piece_readings(p, f, READING_FIRST,
                       arena_printf(p->out->arena, "%s %s, or any %s", word, first, last), all);
    } else
        piece_readings(p, f, READING_FIRST, "it goes with the first", "it goes with all");
}

/* The name of the thing begins with such an adjective: "active tuberculosis" is a name of its own.
 * How many bytes; 0: not so. */
static size_t binds_inside(const piece *p, size_t i)
{
    static const char *const words[] = {"active ",     "severe ",      "uncontrolled ",
                                        "advanced ",   "symptomatic ", "untreated ",
                                        "metastatic ", "unstable ",    "poorly controlled ",
                                        "recurrent ",  "refractory ",  "acute "};
    size_t size = p->at[i].span.end - p->at[i].span.start;

    if (!piece_thing(p, i) || piece_over(p, WORD_INERT, p->at[i].span))
        return 0;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (text_starts_nocase(p->t->text + p->at[i].span.start, size, words[k]))
            return strlen(words[k]) - 1;
    return 0;
}

/* A word for everything of its sort, and no adjective of its own that says which. */
static bool is_bare_general(const piece *p, size_t i)
{
    return piece_general(p, i) && !(i > 0 && p->at[i - 1].kind == PART_WORD) &&
           !memchr(p->t->text + p->at[i].span.start, ' ', p->at[i].span.end - p->at[i].span.start);
}

/* A word of some letters that both names have: "heart disease or heart failure". */
static bool share_word(const piece *p, size_t i, size_t other)
{
    eligo_span s = p->at[i].span;
    char word[32];

    for (size_t from = s.start, end; from < s.end; from = end + 1) {
        for (end = from; end < s.end && p->t->text[end] != ' '; end++)
            ;
        if (end - from < 4 || end - from >= sizeof word)
            continue;
        memcpy(word, p->t->text + from, end - from);
        word[end - from] = 0;
        if (piece_has_word(p, p->at[other].span.start, p->at[other].span.end, word))
            return true;
    }
    return false;
}

/* To a reader one is a kind of the other: the lexicon's kinds reach further, "substance abuse or
 * psychiatric disorder" are two. */
static bool of_one_name(const piece *p, size_t i, size_t other)
{
    const concept *a = piece_named(p, i), *b = piece_named(p, other);

    return a == b || ((concept_is(a, b) || concept_is(b, a)) &&
                      (share_word(p, i, other) || piece_general(p, i) || piece_general(p, other)));
}

/* The name begins with a word of degree: "impaired renal function". */
static bool own_degree(const piece *p, size_t i)
{
    for (size_t k = piece_hit(p, p->at[i].span.start);
         k < p->words.count && p->words.list[k].span.start <= p->at[i].span.start; k++)
        if (p->words.list[k].span.start == p->at[i].span.start &&
            word_is(&p->words.list[k], WORD_VAGUE_FUNCTION))
            return true;
    return false;
}

/* Another condition of its own in the list that begins with thing i. */
static bool is_apart(const piece *p, size_t i, size_t other)
{
    return piece_kind(p, other) == CATEGORY_CONDITION && !is_bare_general(p, other) &&
           !of_one_name(p, i, other) && !own_degree(p, other);
}

/* A word right before a thing that narrows it: "regional disease", "primary tumor". */
static bool adjective(const piece *p, size_t i)
{
    return i + 1 < p->count && piece_thing(p, i + 1) && !binds(p, i) &&
           (p->at[i].kind == PART_QUAL || (p->at[i].kind == PART_WORD && !piece_roles(p, i)));
}

/* The field grades both in one way, and the second is a word of one name with the first: "moderate
 * or severe aortic stenosis or regurgitation". */
static bool graded_alike(const piece *p, size_t first, size_t last)
{
    return piece_over(p, WORD_GRADED, p->at[first].span) &&
           piece_over(p, WORD_GRADED, p->at[last].span) &&
           memchr(p->t->text + p->at[first].span.start, ' ',
                  p->at[first].span.end - p->at[first].span.start) &&
           !memchr(p->t->text + p->at[last].span.start, ' ',
                   p->at[last].span.end - p->at[last].span.start);
}

/* "severe aphasia or dysarthria": whole things of their own behind one adjective. */
static void lint_leading(const piece *p)
{
    for (size_t i = 0; i + 2 < p->count; i++) {
        size_t inside = binds_inside(p, i), thing = inside ? i : i + 1, end, other = i, things = 1,
               commas = 0;
        bool apart = true, joins = false;
        eligo_span word = p->at[i].span, first;

        if ((!inside && !binds(p, i)) || piece_over(p, WORD_INERT, p->at[i].span))
            continue;
        if (!inside && adjective(p, thing))
            thing++;
        if (!piece_thing(p, thing) || p->at[i].depth != p->at[thing].depth ||
            piece_kind(p, thing) != CATEGORY_CONDITION ||
            (piece_general(p, thing) && thing < i + 2))
            continue;
        if (i > 0 && (piece_alternative(p->at[i - 1].kind) || p->at[i - 1].kind == PART_AND) &&
            !(i > 1 && p->at[i - 2].kind == PART_QUAL))
            continue; /* the last of a list binds itself alone, but "severe or uncontrolled A or B"
                       */
        for (end = thing + 1;
             end + 1 < p->count &&
             (piece_alternative(p->at[end].kind) || p->at[end].kind == PART_COMMA) &&
             (piece_thing(p, end + 1) || (p->at[end + 1].kind == PART_WORD &&
                                          adjective(p, end + 1) && piece_thing(p, end + 2)));) {
            bool last = piece_alternative(p->at[end].kind);

            other = end + 1; /* with its adjective */
            if (!piece_thing(p, end + 1))
                end++;

            apart = apart && is_apart(p, thing, end + 1) && !binds_inside(p, end + 1);
            commas += !last;
            joins = joins || last;
            things++;
            end += 2;
            if (last && !(end < p->count && piece_alternative(p->at[end].kind)))
                break; /* "severe A or B or C" goes on */
        }
        if (things < 2 || things > 3 || !apart ||
            (commas && !joins && (end < p->count || piece_general(p, thing))) ||
            graded_alike(p, thing, end - 1))
            continue;
        if (end < p->count && (piece_alternative(p->at[end].kind) || p->at[end].kind == PART_WORD))
            continue; /* the list goes on with something else, or the last is the first word of a
                         name */
        first = piece_span(p, inside ? i : i + 1, thing + 1);
        if (inside) {
            word.end = word.start + inside;
            first.start = word.end + 1;
        }
        tell_modifier(p, piece_span(p, i, end), word, first, piece_span(p, other, end), things);
        i = end - 1;
    }
}

/* A condition, or a noun that the lexicon lacks. */
static bool ails(const piece *p, size_t i)
{
    return piece_kind(p, i) == CATEGORY_CONDITION ||
           (p->at[i].kind == PART_WORD && piece_roles(p, i) == 0);
}

/* "significant cardiac or respiratory dysfunction, hepatic or renal impairment": a second pair,
 * with a head of its own, behind the first. */
static void lint_two_heads(const piece *p)
{
    for (size_t i = 0; i + 3 < p->count; i++) {
        size_t comma, end;
        bool first = false, second = false;

        if (!binds(p, i) || (i > 0 && !piece_begins(p, i) && p->at[i - 1].kind != PART_WITH &&
                             p->at[i - 1].kind != PART_HISTORY && p->at[i - 1].kind != PART_FILL))
            continue;
        for (comma = i + 1; comma < p->count && comma < i + 8 && p->at[comma].kind != PART_COMMA;
             comma++)
            first = first || p->at[comma].kind == PART_OR;
        if (!first || comma >= p->count || p->at[comma].kind != PART_COMMA)
            continue;
        for (end = comma + 1; end < p->count && end < comma + 8 && p->at[end].kind != PART_COMMA &&
                              p->at[end].kind != PART_SEMICOLON && p->at[end].kind != PART_PERIOD &&
                              p->at[end].kind != PART_QUAL && p->at[end].kind != PART_QUANTITY;
             end++)
            second = second || p->at[end].kind == PART_OR;
        if (!second || !ails(p, comma - 1) || !ails(p, end - 1))
            continue;
        {
            eligo_span s = piece_span(p, i, end);
            finding *f = finding_add(p->out, "modifier-scope", s,
                                     "repeat the word with each thing that it is for",
                                     "\"%s\": does \"%s\" go with the first pair or with all?",
                                     piece_words(p, s), piece_words(p, p->at[i].span));

            piece_readings(p, f, READING_FIRST, "it goes with the first pair", "it goes with all");
        }
        return;
    }
}

/* ---- modifiers that stand behind ---- */

static bool excepted(const piece *p, size_t i)
{
    for (size_t k = piece_clause_start(p, i); k < i; k++)
        if (p->at[k].kind == PART_EXCEPT || p->at[k].kind == PART_UNLESS)
            return true;
    return false;
}

static void tell_trailing(const piece *p, size_t first, size_t i, size_t end)
{
    eligo_span s = piece_span(p, first, piece_past_noun(p, end < p->count ? end : p->count));
    finding *f =
        finding_add(p->out, "modifier-scope", s, "repeat the clause with each thing that it is for",
                    "\"%s\": does what begins with \"%s\" go with the last thing or with all?",
                    piece_words(p, s), piece_words(p, p->at[i].span));

    piece_readings(p, f, READING_LAST, "it goes with the last", "it goes with all");
}

/* The thing before a list's last "or", where the last thing ends right before mark i; p->count:
 * there is no such list. *last: the mark of the last thing. */
static size_t list_before(const piece *p, size_t i, size_t *last)
{
    size_t back = i, joins, first;

    if (p->at[i - 1].kind == PART_END && p->at[i - 1].depth == p->at[i].depth)
        for (back = i - 1; back > 0 && !(p->at[back].kind == PART_BRACKET &&
                                         p->at[back].depth == p->at[i].depth);)
            back--;
    if (back < 3 || !piece_thing(p, back - 1) || p->at[back - 1].depth != p->at[i].depth ||
        (is_bare_general(p, back - 1) && p->at[i].kind != PART_WINDOW) ||
        (p->at[back - 2].kind == PART_QUAL && p->at[back - 2].part->value &&
         strcmp(p->at[back - 2].part->value, "cause:other") == 0))
        return p->count;
    joins = back - 2;
    while (joins > 0 && back - joins < 4 &&
           (p->at[joins].kind == PART_QUAL || p->at[joins].kind == PART_WORD))
        joins--;
    if (!piece_alternative(p->at[joins].kind) || joins == 0)
        return p->count;
    first = joins - 1;
    if (p->at[first].kind == PART_COMMA && first > 0)
        first--;
    if (!piece_thing(p, first) || piece_general(p, first) || p->at[first].depth != p->at[i].depth ||
        (concept_is(piece_named(p, first), piece_named(p, back - 1)) &&
         share_word(p, first, back - 1) && !piece_general(p, back - 1)) ||
        (concept_is(piece_named(p, back - 1), piece_named(p, first)) &&
         share_word(p, first, back - 1)))
        return p->count;
    *last = back - 1;
    return first;
}

/* A state that somebody is in, not something that happens or is done. */
static bool lasts(const piece *p, size_t i)
{
    const concept *c = piece_named(p, i);

    return c && c->category == CATEGORY_CONDITION && !(c->flags & CONCEPT_EVENT);
}

/* "that worsens", "which may hinder": a clause, read as what something does. */
static bool begins_relative(const piece *p, const mark *m)
{
    eligo_span word = {m->span.start, m->span.start};

    while (word.end < m->span.end && text_is_letter(p->t->text[word.end]))
        word.end++;
    return m->kind == PART_CAUSED && word.end < m->span.end && piece_is(p, word, LINT_RELATIVE);
}

/* "UTI, incontinence or retention that ...": a clause behind a list of unlike things. */
static void lint_trailing(const piece *p)
{
    for (size_t i = 3; i < p->count; i++) {
        const mark *m = &p->at[i];
        size_t first, last = 0;
        bool relative = (m->kind == PART_FILL && piece_is(p, m->span, LINT_RELATIVE)) ||
                        begins_relative(p, m) ||
                        (m->kind == PART_DEFINED && piece_is(p, m->span, LINT_RELATIVE_IS) &&
                         i + 1 < p->count && p->at[i + 1].kind != PART_COMMA);
        bool consequence =
            (m->kind == PART_CAUSED || m->kind == PART_WORD || m->kind == PART_JUDGE ||
             m->kind == PART_NEED || m->kind == PART_HISTORY || m->kind == PART_CURRENT) &&
            piece_over(p, WORD_RESTRICTING, m->span) != NULL;
        bool negative =
            (m->kind == PART_NOT && piece_says(p, m->span, "not") && i + 1 < p->count &&
             p->at[i + 1].kind == PART_WORD) ||
            (m->kind == PART_QUAL && piece_has_word(p, m->span.start, m->span.end, "not"));
        bool window = m->kind == PART_WINDOW;

        if (!(relative || consequence || negative || window) || excepted(p, i))
            continue;
        first = list_before(p, i, &last);
        if (first == p->count)
            continue;
        /* a window behind events, or treatments, binds all */
        if (window ? lasts(p, first) == lasts(p, last)
                   : piece_kind(p, first) != piece_kind(p, last))
            continue;
        /* "musculoskeletal injury or pathology in ...": one thing by two names */
        if (window && first > 0 && p->at[first - 1].kind == PART_WORD && !piece_roles(p, first - 1))
            continue;
        if (window && (!excludes(piece_kind(p, first)) || !excludes(piece_kind(p, last))))
            continue;
        tell_trailing(p, first, i, window ? i + 1 : i + 3);
    }
}

void lint_group(const piece *p)
{
    bool ands = piece_has(p, PART_AND), ors = piece_has(p, PART_OR),
         alternative = ors || piece_has(p, PART_ANDOR), commas = piece_has(p, PART_COMMA);

    if (ands) {
        lint_pair(p);
        lint_pair_in_bracket(p);
        lint_pair_of_limit(p);
        lint_added(p);
    }
    if (ands && ors) {
        lint_mixed(p);
        lint_mixed_list(p);
    }
    if (alternative)
        lint_tangle(p);
    if (alternative || commas)
        lint_leading(p);
    if (ors && commas)
        lint_two_heads(p);
    if (alternative)
        lint_trailing(p);
}
