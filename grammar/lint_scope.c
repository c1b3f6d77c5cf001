/* Findings on how far words reach: negations, modifiers, exceptions, lists; and on lines that say
 * the opposite of what their heading asks for. Whether the grammar kept several readings is another
 * matter: some of these texts have one reading that a program must take, and people still read them
 * in two ways. */
#include "grammar/lint_piece.h"

#include <string.h>

static bool thing(const piece *p, size_t i)
{
    return i < p->count && p->at[i].kind == PART_THING;
}

static const concept *named(const piece *p, size_t i)
{
    const part *x;

    if (!thing(p, i))
        return NULL;
    x = p->at[i].part;
    return x->hit.thing ? x->hit.thing : x->hit.quantity;
}

static category kind_of(const piece *p, size_t i)
{
    const concept *c = named(p, i);

    return c ? c->category : CATEGORY_NONE;
}

/* "disease", "medication", "surgery": words for everything of their sort. */
static bool general(const piece *p, size_t i)
{
    const concept *c = named(p, i);

    return !c || (c->flags & CONCEPT_WEAK);
}

static bool joins_or(part_kind k)
{
    return k == PART_OR || k == PART_ANDOR;
}

static bool in_pair(const piece *p, eligo_span s)
{
    for (size_t i = 0; i < p->words.count; i++)
        if (word_is(&p->words.list[i], WORD_PAIR) && p->words.list[i].span.start < s.end &&
            s.start < p->words.list[i].span.end)
            return true;
    return false;
}

static void set_readings(const piece *p, finding *f, const char *a, const char *b)
{
    const char **list = arena_array(p->out->arena, 3, sizeof *list);

    if (!f || !list)
        return;
    list[0] = a;
    list[1] = b;
    f->readings = list;
}

/* ---- polarity ---- */

/* Where the sentence of mark i begins, behind its number and signs. */
static bool at_start(const piece *p, size_t i)
{
    while (i > 0) {
        part_kind k = p->at[i - 1].kind;

        if (k == PART_SEMICOLON || k == PART_PERIOD)
            return true;
        if (k != PART_FILL && k != PART_PERSON && k != PART_DASH && k != PART_COLON)
            return false;
        i--;
    }
    return true;
}

static bool says_any(const piece *p, eligo_span s, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (piece_says(p, s, words[i]))
            return true;
    return false;
}

/* "No history of food allergy" among exclusions: what is denied is a thing that keeps people out.
 */
static bool denies_evil(const piece *p, size_t i)
{
    static const char *const denials[] = {
        "no", "no history of", "no known", "no evidence of", "no signs of", "no sign of", NULL};
    static const char *const histories[] = {"no history of", NULL};
    static const char *const nouns[] = {"antecedent", "antecedents", "personal", "family", NULL};
    bool history;

    if (!says_any(p, p->at[i].span, denials))
        return false;
    history = says_any(p, p->at[i].span, histories);
    for (size_t k = i + 1; k < p->count && k < i + 7; k++) {
        part_kind x = p->at[k].kind;

        if (x == PART_WORD && says_any(p, p->at[k].span, nouns))
            history = true;
        else if ((x == PART_WORD && !history) || x == PART_DIAGNOSIS ||
                 (x == PART_QUAL && strncmp(p->at[k].part->value, "certainty", 9) == 0))
            return false; /* another noun is denied, or a diagnosis that the trial may ask for */
        else if (x == PART_HISTORY)
            history = true;
        else if (x == PART_THING) {
            category c = kind_of(p, k);

            if (p->at[k].part->hit.quantity && !p->at[k].part->hit.thing)
                return false;
            return history ? c != CATEGORY_CONSENT
                           : (c == CATEGORY_CONDITION || c == CATEGORY_ALLERGY);
        } else if (x == PART_JUDGE || x == PART_CONSENT || x == PART_NEED || x == PART_COMMA ||
                   x == PART_SEMICOLON || x == PART_PERIOD)
            return false;
    }
    return false;
}

static void lint_polarity(const piece *p)
{
    static const char *const bare[] = {
        "excluded",           "ineligible", "was excluded", "were excluded", "has been excluded",
        "have been excluded", NULL};

    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->depth > 0)
            continue;
        if (p->t->exclusion && m->kind == PART_NOT &&
            (at_start(p, i) || (i > 0 && p->at[i - 1].kind == PART_THING &&
                                piece_says(p, m->span, "no history of"))) &&
            denies_evil(p, i)) {
            size_t end = i + 1;

            while (end < p->count && !(p->at[end].kind == PART_THING))
                end++;
            eligo_span s = piece_span(p, i, end + 1);
            size_t first = s.start; /* behind "no" */

            while (first < s.end && p->t->text[first] != ' ')
                first++;
            while (first < s.end && p->t->text[first] == ' ')
                first++;
            finding *f = finding_add(
                p->out, "polarity", s, piece_words(p, (eligo_span){first, s.end}),
                "\"%s\" stands among the exclusions: read literally, those without it are kept out",
                piece_words(p, s));

            if (f)
                f->replaces = true;
        } else if (p->t->exclusion && m->kind == PART_MUST && i > 0 && i <= 4 && at_start(p, i)) {
            finding_add(p->out, "polarity", piece_span(p, i, i + 2),
                        "move the line to the inclusion criteria, or say who is kept out",
                        "\"%s\": a requirement among the exclusions",
                        piece_words(p, piece_span(p, i, i + 2)));
        } else if (!p->t->exclusion && m->kind == PART_EXCLUDED && !says_any(p, m->span, bare)) {
            finding_add(p->out, "polarity", m->span, "move the line to the exclusion criteria",
                        "\"%s\": an exclusion among the inclusions", piece_words(p, m->span));
        }
    }
}

/* ---- exceptions ---- */

/* How many things of different kinds a list before mark i names, in the same sentence and depth;
 * *all gets them. */
static size_t things_before(const piece *p, size_t i, unsigned depth, const concept **all,
                            size_t room, bool *alternatives)
{
    size_t n = 0;
    bool sentence = false;

    *alternatives = false;
    for (size_t k = i; k-- > 0 && !sentence;) {
        const mark *m = &p->at[k];

        if (m->depth != depth)
            continue;
        sentence = m->kind == PART_SEMICOLON || m->kind == PART_PERIOD || m->kind == PART_EXCEPT ||
                   m->kind == PART_UNLESS;
        if (joins_or(m->kind) || m->kind == PART_AND)
            *alternatives = *alternatives || n > 0;
        if (m->kind == PART_COMMA)
            *alternatives = *alternatives || n > 0;
        if (m->kind == PART_THING && !general(p, k) && n < room) {
            bool again = false;

            for (size_t j = 0; j < n; j++)
                again = again || concept_is(all[j], named(p, k)) || concept_is(named(p, k), all[j]);
            if (!again)
                all[n++] = named(p, k);
        }
    }
    return n;
}

static void lint_exception(const piece *p)
{
    /* "additional condition for inclusion: ..." among the exclusions */
    for (size_t i = 0; p->t->exclusion && i < p->words.count; i++)
        if (word_is(&p->words.list[i], WORD_NESTED)) {
            eligo_span s = p->words.list[i].span;

            finding_add(p->out, "exception-scope", s,
                        "write the permission as an exception from the thing that it is for",
                        "\"%s\" inside an exclusion: what of the above does it permit?",
                        piece_words(p, s));
        }
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        const concept *before[8];
        size_t n, end, at = i;
        unsigned depth = m->depth;
        bool alternatives, chosen = false;

        if (m->kind != PART_EXCEPT && m->kind != PART_UNLESS)
            continue;
        if (m->kind == PART_EXCEPT && m->part->value && strcmp(m->part->value, "allowed") == 0)
            continue;
        if (depth > 0 && i > 0 && p->at[i - 1].kind == PART_BRACKET) {
            at = i - 1;
            depth--;
        }
        end = piece_clause_end(p, i);
        if (m->kind == PART_EXCEPT && i > 0 &&
            (p->at[i - 1].kind == PART_PERIOD || p->at[i - 1].kind == PART_SEMICOLON)) {
            /* "Exceptions include ...": a sentence of its own behind a list */
            bool list = false;

            for (size_t k = 0; k < i; k++)
                list = list || joins_or(p->at[k].kind);
            if (list)
                finding_add(p->out, "exception-scope", piece_span(p, i, end),
                            "repeat the exception with each thing that it is for",
                            "\"%s\": for which of the things before?",
                            piece_words(p, piece_span(p, i, end)));
            continue;
        }
        n = things_before(p, at, depth, before, sizeof before / sizeof *before, &alternatives);
        if (n < 2 || !alternatives)
            continue;
        /* where what is excepted is a kind of one of them, there is no choice */
        for (size_t k = i + 1; k < end && p->at[k].depth >= m->depth; k++) {
            const concept *c = named(p, k);

            size_t alike = 0;

            for (size_t j = 0; c && j < n; j++) {
                chosen = chosen || (c != before[j] && concept_is(c, before[j]));
                alike += c->category == before[j]->category;
            }
            chosen = chosen || alike == 1;
        }
        if (chosen && m->kind == PART_EXCEPT)
            continue;
        end = m->depth ? i + 4 : end;
        finding_add(p->out, "exception-scope", piece_span(p, i, end < i + 8 ? end : i + 8),
                    "repeat the exception with each thing that it is for",
                    "\"%s\": an exception from the last thing, or from all before it?",
                    piece_words(p, piece_span(p, i, end < i + 8 ? end : i + 8)));
    }
}

/* ---- negations ---- */

static void tell_negation(const piece *p, size_t i, size_t end)
{
    eligo_span s = piece_span(p, i, end);
    finding *f = finding_add(p->out, "negation-scope", s, "write \"neither ... nor\", or two lines",
                             "\"%s\": how far does the negation reach?", piece_words(p, s));

    set_readings(p, f, "none of the things", "not all of them together");
}

static void lint_negation(const piece *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        size_t left = 0;
        bool other = false;

        if (m->kind != PART_NOT)
            continue;
        for (size_t k = i + 1; k < p->count; k++) {
            const mark *x = &p->at[k];

            if (x->depth < m->depth || x->kind == PART_SEMICOLON || x->kind == PART_PERIOD ||
                x->kind == PART_BUT || x->kind == PART_EXCEPT || x->kind == PART_UNLESS)
                break;
            if (x->depth > m->depth)
                continue;
            if (x->kind == PART_NOT) {
                /* "no A or B has not been ...": it goes on with another negation, not a parallel
                 * one */
                if (other && !p->t->exclusion && p->at[k - 1].kind != PART_OR &&
                    p->at[k - 1].kind != PART_AND && p->at[k - 1].kind != PART_COMMA)
                    tell_negation(p, i, k + 2);
                else if (p->t->exclusion && p->at[k - 1].kind == PART_AND &&
                         piece_says(p, m->span, "not") && piece_says(p, x->span, "do not"))
                    tell_negation(p, i, k + 2);
                break;
            }
            if (joins_or(x->kind))
                other = true;
            if (x->kind == PART_ANDOR && left && k < i + 9 &&
                (piece_says(p, m->span, "no") || piece_says(p, m->span, "without")))
                tell_negation(p, i, k + 2);
            if (x->kind == PART_THING)
                left = k;
            if (x->kind == PART_AND && left == k - 1 && left && thing(p, k + 1) &&
                strcmp(x->part->value, "both") != 0 && !other) {
                eligo_span s = piece_span(p, left, k + 2);
                category c = kind_of(p, left), d = kind_of(p, k + 1);

                if (!in_pair(p, s) && !concept_is(named(p, left), named(p, k + 1)) &&
                    !concept_is(named(p, k + 1), named(p, left)) && c != CATEGORY_CONSENT &&
                    d != CATEGORY_CONSENT &&
                    (c == CATEGORY_CONDITION || c == CATEGORY_MEDICATION ||
                     c == CATEGORY_PROCEDURE))
                    tell_negation(p, i, k + 2);
                break;
            }
        }
    }
}

/* ---- two conditions joined by "and" in an exclusion ---- */

static bool sentence_is(const piece *p, size_t from, size_t to, bool (*allowed)(part_kind))
{
    for (size_t i = from; i < to; i++)
        if (!allowed(p->at[i].kind))
            return false;
    return true;
}

static bool plain(part_kind k)
{
    return k == PART_THING || k == PART_WORD || k == PART_QUAL || k == PART_FILL ||
           k == PART_HISTORY || k == PART_CURRENT || k == PART_AND || k == PART_PERSON ||
           k == PART_OF || k == PART_WITH || k == PART_DIAGNOSIS || k == PART_WINDOW ||
           k == PART_EXCLUDED || k == PART_COMMA;
}

static bool excludes(category c)
{
    return c == CATEGORY_CONDITION || c == CATEGORY_SOCIAL || c == CATEGORY_MEDICATION;
}

static void lint_pair(const piece *p)
{
    if (!p->t->exclusion)
        return;
    for (size_t i = 1; i + 1 < p->count; i++) {
        size_t from, to, ands = 0, end = i + 1;
        category a, b;
        finding *f;
        eligo_span s;

        if (p->at[i].kind != PART_AND || p->at[i].depth > 0 || !p->at[i].part ||
            strcmp(p->at[i].part->value, "and") != 0 || !piece_says(p, p->at[i].span, "and"))
            continue;
        from = piece_clause_start(p, i);
        to = piece_clause_end(p, i);
        for (size_t k = from; k < to; k++)
            ands += p->at[k].kind == PART_AND || (p->at[k].kind == PART_COMMA && k + 1 < to);
        if (ands != 1 || !sentence_is(p, from, to, plain))
            continue;
        while (end < to && p->at[end].kind != PART_THING)
            end++;
        s = piece_span(p, from, to);
        a = kind_of(p, i - 1);
        b = kind_of(p, end);
        if (!excludes(b) || in_pair(p, piece_span(p, i - 1, end + 1)) || to - from > 10)
            continue;
        /* two conditions, or two organs before one word for what is wrong with them */
        if (!(excludes(a) ||
              (p->at[i - 1].kind == PART_WORD && i - 1 == from && b == CATEGORY_CONDITION)) ||
            (excludes(a) && (general(p, i - 1) || general(p, end))))
            continue;
        if (excludes(a) && (concept_is(named(p, i - 1), named(p, end)) ||
                            concept_is(named(p, end), named(p, i - 1))))
            continue;
        f = finding_add(
            p->out, "and-or-scope", s,
            "write \"or\" where either is enough, \"together with\" where both are needed",
            "\"%s\": is either of the two enough to be excluded, or only both together?",
            piece_words(p, s));
        set_readings(p, f, "either of them", "both together");
    }
}

/* "A and B or C": the grammar takes an exclusion's "and" for "or"; a reader may not. */
static void lint_mixed(const piece *p)
{
    size_t row[3] = {0}, n = 0;
    part_kind link = PART_END, first = PART_END;

    if (!p->t->exclusion)
        return;
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->depth > 0 || m->kind == PART_END || m->kind == PART_BRACKET ||
            m->kind == PART_QUAL || m->kind == PART_FILL)
            continue;
        if (m->kind == PART_THING && kind_of(p, i) == CATEGORY_CONDITION && !general(p, i)) {
            if (n == 0 || link == PART_END)
                n = 0;
            else if (n == 1)
                first = link;
            else if (n == 2 && first != link && !in_pair(p, piece_span(p, row[0], i + 1))) {
                eligo_span s = piece_span(p, row[0], i + 1);
                finding *f =
                    finding_add(p->out, "and-or-scope", s, "use brackets, or one line for each",
                                "\"%s\": how are and, or grouped?", piece_words(p, s));

                set_readings(p, f, "what \"and\" joins counts only together",
                             "each of the things counts by itself");
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

/* ---- modifiers ---- */

/* Adjectives of degree, activity and control, which are said of one thing or of several. */
static bool binds(const piece *p, size_t i)
{
    static const char *const kinds[] = {"severity:severe",      "severity:moderate_or_severe",
                                        "control:uncontrolled", "extent:advanced",
                                        "symptoms:symptomatic", NULL};
    static const char *const active[] = {"active", "actively", NULL};

    if (p->at[i].kind == PART_CURRENT)
        return says_any(p, p->at[i].span, active);
    if (p->at[i].kind != PART_QUAL)
        return false;
    for (size_t k = 0; kinds[k]; k++)
        if (strcmp(p->at[i].part->value, kinds[k]) == 0)
            return true;
    return false;
}

/* "severe aphasia or dysarthria": whole things of their own behind one adjective. */
static void lint_leading(const piece *p)
{
    for (size_t i = 0; i + 3 < p->count; i++) {
        size_t end, things = 1, commas = 0;
        bool apart = true, joins = false;
        finding *f;
        eligo_span s;

        if (!binds(p, i) || !thing(p, i + 1) || p->at[i].depth != p->at[i + 1].depth ||
            kind_of(p, i + 1) != CATEGORY_CONDITION || general(p, i + 1))
            continue;
        if (i > 0 && (joins_or(p->at[i - 1].kind) || p->at[i - 1].kind == PART_AND))
            continue; /* the last of a list binds itself alone */
        for (end = i + 2; end + 1 < p->count &&
                          (joins_or(p->at[end].kind) || p->at[end].kind == PART_COMMA) &&
                          thing(p, end + 1);) {
            bool last = joins_or(p->at[end].kind);

            if (kind_of(p, end + 1) != CATEGORY_CONDITION || general(p, end + 1) ||
                concept_is(named(p, end + 1), named(p, i + 1)) ||
                concept_is(named(p, i + 1), named(p, end + 1)))
                apart = false;
            commas += !last;
            joins = joins || last;
            things++;
            end += 2;
            if (last)
                break;
        }
        if (things < 2 || things > 3 || !apart || (commas && !joins && !(end >= p->count)))
            continue;
        if (end < p->count && (joins_or(p->at[end].kind) || p->at[end].kind == PART_WORD))
            continue; /* the list goes on with something else, or the last is the first word of a
                         name */
        s = piece_span(p, i, end);
        f = finding_add(p->out, "modifier-scope", s,
                        "repeat the word with each thing that it is for",
                        "\"%s\": does \"%s\" go with the first thing or with all?",
                        piece_words(p, s), piece_words(p, p->at[i].span));
        if (things == 2) {
            const char *word = piece_words(p, p->at[i].span),
                       *first = piece_words(p, p->at[i + 1].span),
                       *last = piece_words(p, p->at[end - 1].span);
            const char *all =
                arena_printf(p->out->arena, "%s %s or %s %s", word, first, word, last);

            if (f)
                f->suggestion = all;
            set_readings(p, f, arena_printf(p->out->arena, "%s %s, or any %s", word, first, last),
                         all);
        } else
            set_readings(p, f, "it goes with the first", "it goes with all");
        i = end - 1;
    }
}

/* "UTI, incontinence or retention that ...": a clause behind a list of unlike things. */
static void lint_trailing(const piece *p)
{
    static const char *const relatives[] = {"that", "which", NULL};
    static const char *const consequences[] = {"requiring",
                                               "that requires",
                                               "that require",
                                               "which requires",
                                               "which require",
                                               "necessitating",
                                               NULL};

    for (size_t i = 3; i + 1 < p->count; i++) {
        const mark *m = &p->at[i];
        size_t back = i, joins = 0;
        finding *f;
        eligo_span s;
        bool relative = m->kind == PART_FILL && says_any(p, m->span, relatives);
        bool consequence = m->kind == PART_CAUSED && says_any(p, m->span, consequences);
        bool negative =
            m->kind == PART_NOT && piece_says(p, m->span, "not") && p->at[i + 1].kind == PART_WORD;

        if (!relative && !consequence && !negative)
            continue;
        if (p->at[i - 1].kind == PART_END && p->at[i - 1].depth == m->depth)
            for (back = i - 1;
                 back > 0 && !(p->at[back].kind == PART_BRACKET && p->at[back].depth == m->depth);)
                back--;
        if (back < 3 || !thing(p, back - 1) || p->at[back - 1].depth != m->depth ||
            general(p, back - 1))
            continue;
        joins = back - 2;
        while (joins > 0 && back - joins < 4 &&
               (p->at[joins].kind == PART_QUAL || p->at[joins].kind == PART_WORD))
            joins--;
        if (!joins_or(p->at[joins].kind) || joins == 0)
            continue;
        {
            size_t first = joins - 1;

            if (p->at[first].kind == PART_COMMA && first > 0)
                first--;
            if (!thing(p, first) || general(p, first) ||
                kind_of(p, first) != kind_of(p, back - 1) ||
                concept_is(named(p, first), named(p, back - 1)) ||
                concept_is(named(p, back - 1), named(p, first)))
                continue;
            s = piece_span(p, first, i + 3);
        }
        f = finding_add(p->out, "modifier-scope", s,
                        "repeat the clause with each thing that it is for",
                        "\"%s\": does what follows \"%s\" go with the last thing or with all?",
                        piece_words(p, s), piece_words(p, m->span));
        set_readings(p, f, "it goes with the last", "it goes with all");
    }
}

void lint_scopes(const piece *p)
{
    bool denies = piece_has(p, PART_NOT), both = piece_has(p, PART_AND),
         either = piece_has(p, PART_OR) || piece_has(p, PART_ANDOR);

    if (denies || piece_has(p, PART_MUST) || piece_has(p, PART_EXCLUDED))
        lint_polarity(p);
    if (piece_has(p, PART_EXCEPT) || piece_has(p, PART_UNLESS) ||
        words_have(&p->words, WORD_NESTED))
        lint_exception(p);
    if (denies)
        lint_negation(p);
    if (both)
        lint_pair(p);
    if (both && either)
        lint_mixed(p);
    if (either || piece_has(p, PART_COMMA))
        lint_leading(p);
    if (either)
        lint_trailing(p);
}
