/* Findings on lines that say the opposite of what their heading asks for, and on how far exceptions
 * and negations reach. Whether the grammar kept several readings is another matter: some of these
 * texts have one reading that a program must take, and people still read them in two ways. */
#include "grammar/lint_piece.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <string.h>

static bool says_class(const piece *p, word_class class, eligo_span s)
{
    const word_hit *h = piece_over(p, class, s);

    return h && h->span.start <= s.start && h->span.end >= s.end;
}

/* ---- polarity ---- */

/* An adjective of what is denied: "no physical or mental impairment". */
static bool narrows(const piece *p, size_t k)
{
    return piece_is(p, p->at[k].span, LINT_NARROWS);
}

/* "No history of food allergy" among exclusions: what is denied is a thing that keeps people out.
 */
static bool denies_evil(const piece *p, size_t i)
{
    bool not_had = piece_is(p, p->at[i].span, LINT_NOT_HAD) && i + 1 < p->count &&
                   p->at[i + 1].kind == PART_HISTORY &&
                   piece_has_word(p, p->at[i + 1].span.start, p->at[i + 1].span.end, "had");
    bool history = piece_is(p, p->at[i].span, LINT_NO_HISTORY),
         before = piece_is(p, p->at[i].span, LINT_NEVER), narrowed = false;
    size_t first = i;

    if (piece_says(p, p->at[i].span, "not") && piece_thing(p, i + 1))
        return piece_finds(p, p->at[i + 1].span, LINT_KEPT_OUT); /* "not pregnant" */
    if (!says_class(p, WORD_DENIAL, p->at[i].span) && !history && !before && !not_had)
        return false;
    for (size_t k = i + 1; k < p->count && k < i + 7; k++) {
        part_kind x = p->at[k].kind;

        if (x == PART_BRACKET && narrowed) { /* "no infectious (e.g. HIV) or other disease" */
            size_t past = piece_past(p, k);

            i += past - k;
            k = past - 1;
        } else if (x == PART_WORD && piece_is(p, p->at[k].span, LINT_ANTECEDENT))
            history = true;
        else if (x == PART_WORD && piece_is(p, p->at[k].span, LINT_TROUBLE))
            return true;
        else if ((x == PART_WORD && k + 1 < p->count && narrows(p, k)) || x == PART_OR)
            narrowed = true;
        else if (!history &&
                 (x == PART_WORD || x == PART_DIAGNOSIS ||
                  (x == PART_QUAL && strncmp(p->at[k].part->value, "certainty", 9) == 0)))
            return false; /* another noun is denied, or a diagnosis that the trial may ask for */
        else if (x == PART_FOLLOWING && history)
            return true; /* "no history of the following:" */
        else if (x == PART_HISTORY)
            history = true;
        else if (x == PART_THING) {
            category c = piece_kind(p, k);

            if ((p->at[k].part->hit.quantity && !p->at[k].part->hit.thing) ||
                (piece_general(p, k) &&
                 !(c == CATEGORY_CONDITION && /* "without any chronic disease" */
                   (narrowed ||
                    piece_has_word(p, p->at[first].span.start, p->at[first].span.end, "any")))))
                return false;
            return history && !not_had && !before
                       ? c != CATEGORY_CONSENT
                       : (c == CATEGORY_CONDITION || c == CATEGORY_ALLERGY);
        } else if (x == PART_JUDGE || x == PART_CONSENT || x == PART_NEED || x == PART_COMMA ||
                   x == PART_SEMICOLON || x == PART_PERIOD)
            return false;
    }
    return false;
}

static void tell_denial(const piece *p, size_t i)
{
    size_t end = i + 1, first;
    eligo_span s;
    finding *f;

    while (end < p->count && end < i + 6 && p->at[end].kind != PART_THING)
        end++;
    s = piece_span(p, i, end + 1);
    first = s.start; /* behind "no" */
    while (first < s.end && p->t->text[first] != ' ')
        first++;
    while (first < s.end && p->t->text[first] == ' ')
        first++;
    if (piece_has_word(p, first, first + 2, "of")) /* "absence of" */
        first += 3;
    f = finding_add(
        p->out, "polarity", s, piece_words(p, (eligo_span){first, s.end}),
        "\"%s\" stands among the exclusions: read literally, those without it are kept out",
        piece_words(p, s));
    if (f)
        f->replaces = true;
}

static bool begins_with_people(const piece *p, size_t i)
{
    bool only = false;

    while (i < p->count && (p->at[i].kind == PART_ALLOF || p->at[i].kind == PART_ANYOF ||
                            (p->at[i].kind == PART_FILL && piece_is(p, p->at[i].span, LINT_ONLY)) ||
                            /* "only right-handed persons" */
                            (only && i + 1 < p->count && p->at[i + 1].kind == PART_PERSON &&
                             (p->at[i].kind == PART_WORD || p->at[i].kind == PART_QUAL ||
                              p->at[i].kind == PART_THING)))) {
        only = only || piece_says(p, p->at[i].span, "only");
        i++;
    }
    return i < p->count && (p->at[i].kind == PART_PERSON || p->at[i].kind == PART_SEX);
}

/* Is the requirement said of the people that the line begins with: "Patients must ..."? */
static bool demands(const piece *p, size_t i)
{
    eligo_span s = p->at[i].span;

    if (piece_begins(p, i) && i == piece_clause_start(p, i))
        return piece_has_word(p, s.start, s.start + 6, "must"); /* "Must be able to walk" */
    if (!begins_with_people(p, piece_clause_start(p, i)))
        return false;
    if (!(piece_is(p, s, LINT_REQUIRED) || piece_finds(p, s, LINT_MUST)))
        return false;
    for (size_t k = piece_clause_start(p, i); k < i; k++)
        if (p->at[k].kind == PART_IF || p->at[k].kind == PART_UNLESS ||
            p->at[k].kind == PART_EXCEPT || p->at[k].kind == PART_CAUSED ||
            p->at[k].kind == PART_BUT || p->at[k].kind == PART_COMMA ||
            (p->at[k].kind == PART_WITH && k + 1 == i) ||
            (p->at[k].kind == PART_FILL && piece_says(p, p->at[k].span, "that")))
            return false;
    return i - piece_clause_start(p, i) <= 8;
}

/* "Age must be above 18": a quantity, and what it must be. */
static bool demands_value(const piece *p, size_t i)
{
    const mark *m = i > 0 ? &p->at[i - 1] : NULL;

    return m && i == piece_clause_start(p, i) + 1 && i + 1 < p->count &&
           p->at[i + 1].kind == PART_QUANTITY &&
           (m->kind == PART_AGEWORD || (piece_thing(p, i - 1) && m->part->hit.quantity)) &&
           piece_has_word(p, p->at[i].span.start, p->at[i].span.end, "must");
}

/* "Patients ... are eligible" among exclusions, where nothing before makes it an exception. Behind
 * another sentence it is one from what that says. */
static bool admits(const piece *p, size_t i)
{
    const word_hit *h = piece_over(p, WORD_ADMISSION, p->at[i].span);

    if (!h || h->span.start != p->at[i].span.start ||
        strcmp(word_is(h, WORD_ADMISSION)->value, ".") != 0 || piece_clause_start(p, i) > 0 ||
        !begins_with_people(p, 0))
        return false;
    for (size_t k = piece_clause_start(p, i); k < i; k++)
        switch (p->at[k].kind) {
        case PART_EXCEPT:
        case PART_UNLESS:
        case PART_BUT:
        case PART_NOT:
        case PART_IF:
        case PART_COMMA: return false;
        default: break;
        }
    return !(i + 1 < p->count &&
             (p->at[i + 1].kind == PART_IF || p->at[i + 1].kind == PART_UNLESS));
}

/* The words of will, of being able, at the head of the line: behind nothing but people. */
static const word_hit *first_will(const piece *p)
{
    const word_hit *h = piece_class(p, WORD_WILL, 0, p->t->size);
    size_t i = 0;

    while (i < p->count && (p->at[i].kind == PART_FILL || p->at[i].kind == PART_PERSON ||
                            p->at[i].kind == PART_WITH || p->at[i].kind == PART_ALLOF))
        i++;
    return h && i < p->count && i < 4 && h->span.end > p->at[i].span.start &&
                   h->span.start <= p->at[i].span.start
               ? h
               : NULL;
}

/* What somebody wants, whatever it is, is asked for or keeps out; of what somebody is able to do
 * that is not sure. */
static bool is_will(const char *phrase)
{
    for (size_t i = 0; saying_will_stems[i]; i++)
        if (strncmp(phrase, saying_will_stems[i], strlen(saying_will_stems[i])) == 0)
            return true;
    return strstr(phrase, " wil") != NULL;
}

/* "Willing to give consent" among exclusions, "Refusal to participate" among inclusions. */
static void lint_will(const piece *p)
{
    const word_hit *h = first_will(p);
    const word_entry *e = h ? word_is(h, WORD_WILL) : NULL;
    bool consent = e && is_will(e->phrase);

    if (!e)
        return;
    for (size_t i = 0; i < p->count && i < 10; i++)
        consent = consent || p->at[i].kind == PART_CONSENT;
    if (!consent && !piece_has_word(p, h->span.end, p->t->size, "consent") &&
        !piece_class(p, WORD_STUDY, h->span.end, h->span.end + 60) &&
        !piece_class(p, WORD_LANGUAGE, h->span.end, h->span.end + 40) &&
        strcmp(e->value, "consent") != 0)
        return;
    for (size_t i = 0; i < p->count;
         i++) /* "willing to participate in another trial", "unless ..." */
        if (p->at[i].kind == PART_UNLESS || p->at[i].kind == PART_EXCEPT ||
            p->at[i].kind == PART_BUT ||
            (p->at[i].kind == PART_NOT && p->at[i].span.start >= h->span.end) ||
            piece_over(p, WORD_OTHER_STUDY, p->at[i].span))
            return;
    if (p->t->exclusion ? strcmp(e->value, "no") == 0 : strcmp(e->value, "no") != 0)
        return;
    finding_add(p->out, "polarity", (eligo_span){h->span.start, piece_trimmed_end(p)},
                p->t->exclusion ? "move the line to the inclusion criteria"
                                : "move the line to the exclusion criteria",
                p->t->exclusion ? "\"%s\": what is asked for stands among the exclusions"
                                : "\"%s\": a bar among the inclusions",
                piece_words(p, h->span));
}

/* "not without", "no absence of", "are not unable to" */
static bool denied_twice(const piece *p, size_t i)
{
    const mark *m = &p->at[i];
    size_t last = piece_token(p, m->span.end);
    const word_hit *h;

    if (i + 1 >= p->count || m->depth != p->at[i + 1].depth || p->at[i + 1].kind == PART_BRACKET ||
        !last)
        return false;
    h = piece_over(p, WORD_LACK, p->at[i + 1].span);
    return h && h->span.start == p->at[i + 1].span.start &&
           (token_is(&p->tokens[last - 1], LINT_DENIAL) &&
            p->tokens[last - 1].span.end == m->span.end);
}

/* "Patients who have never had ...": is what is denied said of the people the line begins with? */
static bool of_people(const piece *p, size_t i)
{
    while (i > 0 && p->at[i - 1].kind == PART_FILL)
        i--;
    return i > 0 && p->at[i - 1].kind == PART_WITH && piece_begins(p, i - 1);
}

/* "Patients who take warfarin cannot participate" */
static bool barred(const piece *p, size_t i)
{
    const word_hit *h = piece_over(p, WORD_ADMISSION, p->at[i].span);

    return h && strcmp(word_is(h, WORD_ADMISSION)->value, "bar") == 0 &&
           (begins_with_people(p, piece_clause_start(p, i)) ||
            (i == piece_clause_start(p, i) + 1 && piece_thing(p, i - 1))) && /* "smokers" */
           !piece_begins(p, i);
}

static void lint_polarity(const piece *p)
{
    bool told = false;

    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->depth > 0)
            continue;
        if (m->kind == PART_NOT && denied_twice(p, i)) {
            eligo_span s = piece_span(p, i, i + 2);

            finding_add(p->out, "polarity", s, "say it without a negation", "\"%s\": denied twice",
                        piece_words(p, s));
        } else if (p->t->exclusion && m->kind == PART_NOT &&
                   (piece_begins(p, i) || of_people(p, i) ||
                    (i > 0 && p->at[i - 1].kind == PART_THING &&
                     piece_says(p, m->span, "no history of"))) &&
                   denies_evil(p, i))
            tell_denial(p, i);
        else if (p->t->exclusion && m->kind == PART_MUST && !told &&
                 (demands(p, i) || demands_value(p, i))) {
            eligo_span s = piece_span(p, i, i + 2);

            finding_add(p->out, "polarity", s,
                        "move the line to the inclusion criteria, or say who is kept out",
                        "\"%s\": a requirement among the exclusions", piece_words(p, s));
            told = true;
        } else if (p->t->exclusion && !told && admits(p, i)) {
            finding_add(p->out, "polarity", m->span, "move the line to the inclusion criteria",
                        "\"%s\": among the exclusions", piece_words(p, m->span));
            told = true;
        } else if (!p->t->exclusion &&
                   ((m->kind == PART_EXCLUDED && !piece_is(p, m->span, LINT_LEFT_OUT)) ||
                    ((m->kind == PART_JUDGE || m->kind == PART_NOT) && barred(p, i))))
            finding_add(p->out, "polarity", m->span, "move the line to the exclusion criteria",
                        "\"%s\": an exclusion among the inclusions", piece_words(p, m->span));
    }
    lint_will(p);
    /* "Negative pregnancy test" among the exclusions: those who are not pregnant are kept out */
    if (p->t->exclusion && p->count == 2 && p->at[0].kind == PART_QUAL &&
        piece_says(p, p->at[0].span, "negative") &&
        is_landmark(piece_named(p, 1), LANDMARK_PREGNANCY_TEST))
        finding_add(
            p->out, "polarity", piece_span(p, 0, 2), "positive pregnancy test",
            "\"%s\" stands among the exclusions: read literally, those who have it are kept out",
            piece_words(p, piece_span(p, 0, 2)));
    /* "Exclusion of ..." among the inclusions */
    if (!p->t->exclusion && p->token_count > 2 &&
        (piece_says(p, p->tokens[0].span, "exclusion") ||
         piece_says(p, p->tokens[0].span, "excluding") ||
         piece_says(p, p->tokens[0].span, "exclude"))) {
        eligo_span s = {p->tokens[0].span.start, p->tokens[1].span.end};

        finding_add(p->out, "polarity", s, "move the line to the exclusion criteria",
                    "\"%s\": an exclusion among the inclusions", piece_words(p, s));
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
    for (size_t k = i, steps = 0; k-- > 0 && !sentence && steps < 60; steps++) {
        const mark *m = &p->at[k];

        if (m->depth < depth)
            break; /* the bracket begins here */
        if (m->depth > depth)
            continue;
        sentence = m->kind == PART_SEMICOLON || m->kind == PART_PERIOD || m->kind == PART_EXCEPT ||
                   m->kind == PART_UNLESS;
        if (piece_alternative(m->kind) || m->kind == PART_AND || m->kind == PART_COMMA)
            *alternatives = *alternatives || n > 0;
        if (m->kind == PART_THING && !piece_general(p, k) && n < room &&
            !piece_over(p, WORD_STANDARD, m->span)) {
            bool again = false;

            for (size_t j = 0; j < n; j++)
                again = again || all[j] == piece_named(p, k) ||
                        (piece_kind(p, k) != CATEGORY_MEDICATION &&
                         (concept_is(all[j], piece_named(p, k)) ||
                          concept_is(piece_named(p, k), all[j])));
            if (!again)
                all[n++] = piece_named(p, k);
        }
    }
    return n;
}

static void tell_exception(const piece *p, eligo_span s, const char *question)
{
    while (s.end > s.start && strchr(") ,;", p->t->text[s.end - 1]))
        s.end--; /* the end of the bracket that it stands in */
    finding *f = finding_add(p->out, "exception-scope", s,
                             "repeat the exception with each thing that it is for", "\"%s\": %s",
                             piece_words(p, s), question);

    piece_readings(p, f, READING_EXCEPTION, "it is for the last thing", "it is for all before it");
}

/* What is excepted is a kind of one of the things before, or of one category with just one of them:
 * there is no choice. A condition on the patient ("other than in patients taking ...") is none. */
static bool belongs_to_one(const piece *p, size_t i, size_t end, const concept *const *before,
                           size_t n)
{
    if (i + 1 < p->count &&
        (p->at[i + 1].kind == PART_FORGROUP || p->at[i + 1].kind == PART_PERSON ||
         piece_has_word(p, p->at[i + 1].span.start, p->at[i + 1].span.end, "in")))
        return false;
    for (size_t k = i + 1; k < end && p->at[k].depth >= p->at[i].depth; k++) {
        const concept *c = piece_general(p, k) ? NULL : piece_named(p, k);
        size_t alike = 0, within = 0;

        for (size_t j = 0; c && j < n; j++) {
            if (c != before[j] && concept_is(c, before[j]))
                within++;
            alike += c->category == before[j]->category;
        }
        /* a drug that is a kind of both things: from which is it excepted? */
        if (within && !(within > 1 && c->category == CATEGORY_MEDICATION))
            return true;
        if (!within && alike == 1)
            return true;
    }
    return false;
}

/* "Renal or hepatic disease" right before mark i: two adjectives of one head. */
static bool two_of_one_head(const piece *p, size_t i)
{
    return i > 2 && piece_thing(p, i - 1) && piece_alternative(p->at[i - 2].kind) &&
           p->at[i - 3].kind == PART_WORD && !piece_roles(p, i - 3);
}

/* "Diabetes, hypertension or kidney disease (mild disease is allowed)" */
static bool permits_inside(const piece *p, size_t i)
{
    bool permits = false;
    size_t end;

    if (p->at[i].kind != PART_BRACKET)
        return false;
    end = piece_past(p, i);
    for (size_t k = i + 1; k + 1 < end; k++) {
        if (piece_thing(p, k) && !piece_general(p, k))
            return false; /* it names what it is for */
        permits =
            permits ||
            (p->at[k].kind == PART_EXCEPT && p->at[k].part->value && part_allows(p->at[k].part)) ||
            piece_over(p, WORD_PERMISSION, p->at[k].span);
    }
    return permits;
}

/* "Heart failure, angina or arrhythmia; mild disease is allowed", "..., but occasional use is
 * allowed": a permission behind a list that names nothing of its own. Mark i: what permits. */
static void permitted_behind(const piece *p, size_t i)
{
    const concept *before[8];
    size_t start = i, n;
    bool alternatives;

    while (start > 0 && p->at[start - 1].kind != PART_SEMICOLON &&
           p->at[start - 1].kind != PART_PERIOD && p->at[start - 1].kind != PART_BUT &&
           p->at[start - 1].kind != PART_COMMA)
        if (p->at[--start].depth != p->at[i].depth ||
            (piece_thing(p, start) && !piece_general(p, start)))
            return;
    if (!start || p->at[i].depth || p->at[start].kind == PART_AND ||
        piece_alternative(p->at[start].kind)) /* the list goes on */
        return;
    n = things_before(p, start - 1, 0, before, sizeof before / sizeof *before, &alternatives);
    if (n >= 2 && alternatives)
        tell_exception(p, piece_span(p, start, i + 1),
                       "is the permission for the last thing, or for all before it?");
}

/* "Additional condition for inclusion: ..." among the exclusions. */
static void lint_nested(const piece *p)
{
    if (!p->t->exclusion || !words_have(&p->words, WORD_NESTED))
        return;
    for (size_t i = 0; i < p->words.count; i++)
        if (word_is(&p->words.list[i], WORD_NESTED))
            tell_exception(p, p->words.list[i].span,
                           "inside an exclusion; what of the above does it permit?");
}

static void lint_exception(const piece *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        const concept *before[8];
        size_t n, end, at = i;
        unsigned depth = m->depth;
        bool alternatives;

        if (permits_inside(p, i)) {
            n = things_before(p, i, depth, before, sizeof before / sizeof *before, &alternatives);
            if ((n >= 2 && alternatives) || (n == 1 && two_of_one_head(p, i)))
                tell_exception(p, m->span,
                               "is the permission for the last thing, or for all before it?");
            continue;
        }
        if (m->kind != PART_EXCEPT && m->kind != PART_UNLESS)
            continue;
        if (m->kind == PART_EXCEPT && m->part->value && part_allows(m->part)) {
            permitted_behind(p, i);
            continue;
        }
        if (depth > 0 && i > 0 && p->at[i - 1].kind == PART_BRACKET) {
            at = i - 1;
            depth--;
        }
        end = piece_clause_end(p, i);
        if (m->kind == PART_EXCEPT && i > 0 &&
            (p->at[i - 1].kind == PART_PERIOD || p->at[i - 1].kind == PART_SEMICOLON)) {
            /* "Exceptions include ...": a sentence of its own behind a list */
            bool list = false;

            for (size_t k = 0; k < i && k < 200; k++)
                list = list || piece_alternative(p->at[k].kind);
            if (list)
                tell_exception(p, piece_span(p, i, end), "for which of the things before?");
            continue;
        }
        n = things_before(p, at, depth, before, sizeof before / sizeof *before, &alternatives);
        /* "tattoos or piercings": the lexicon lacks the second */
        if (n == 1 && at > 1 && p->at[at - 1].kind == PART_WORD && !piece_roles(p, at - 1) &&
            piece_alternative(p->at[at - 2].kind) && piece_thing(p, at - 3 < at ? at - 3 : 0))
            before[n++] = before[0], alternatives = true;
        /* "renal or hepatic disease unless mild": two adjectives of one head */
        if (n == 1 && m->kind == PART_UNLESS && two_of_one_head(p, at))
            before[n++] = before[0], alternatives = true;
        if (n < 2 || !alternatives)
            continue;
        if (m->kind == PART_EXCEPT && belongs_to_one(p, i, end, before, n))
            continue;
        end = m->depth ? i + 4 : end;
        tell_exception(p, piece_span(p, i, end < i + 8 ? end : i + 8),
                       "an exception from the last thing, or from all before it?");
    }
}

/* ---- negations ---- */

static bool is_joined(const piece *p, size_t i)
{
    return p->at[i].kind == PART_AND && p->at[i].depth == 0 && piece_says(p, p->at[i].span, "and");
}

static void tell_negation(const piece *p, size_t i, size_t end)
{
    eligo_span s = piece_span(p, i, piece_past_noun(p, end));
    finding *f = finding_add(p->out, "negation-scope", s, "write \"neither ... nor\", or two lines",
                             "\"%s\": how far does the negation reach?", piece_words(p, s));

    piece_readings(p, f, READING_NEGATION, "none of the things", "not all of them together");
}

/* A word or a thing that can be denied by itself: no verb, no judgement, no number. */
static bool deniable(const piece *p, size_t i)
{
    if (i >= p->count)
        return false;
    if (p->at[i].kind == PART_THING) {
        category c = piece_kind(p, i);

        return c != CATEGORY_CONSENT && c != CATEGORY_DEMOGRAPHIC && c != CATEGORY_SCORE;
    }
    return (p->at[i].kind == PART_WORD && piece_roles(p, i) == 0) || p->at[i].kind == PART_WHO;
}

/* "no A and B", with independent A and B: one "and", no other list, nothing said of both. */
static bool denies_two(const piece *p, size_t i, size_t joint)
{
    size_t right = joint + 1, steps = 0;
    bool article = p->at[i + 1].kind == PART_FILL &&
                   (piece_roles(p, i + 1) & ROLE_ARTICLE); /* "no phone", "not have a phone" */
    const concept *a, *b;

    if (strcmp(p->at[joint].part->value, "both") == 0 ||
        piece_in_pair(p, piece_span(p, joint - 1, joint + 2)))
        return false;
    while (right < p->count && steps++ < 2 &&
           (p->at[right].kind == PART_QUAL || p->at[right].kind == PART_CURRENT ||
            p->at[right].kind == PART_HISTORY || p->at[right].kind == PART_PRIOR ||
            (article && p->at[right].kind == PART_FILL && (piece_roles(p, right) & ROLE_ARTICLE))))
        right++;
    if (!deniable(p, joint - 1) || !deniable(p, right))
        return false;
    /* "no clinical and radiological signs": two adjectives of one noun */
    if (!article && p->at[right].kind == PART_WORD && right + 1 < p->count &&
        p->at[right + 1].depth == p->at[right].depth &&
        (p->at[right + 1].kind == PART_WORD || piece_thing(p, right + 1)))
        return false;
    a = piece_named(p, joint - 1);
    b = piece_named(p, right);
    if (a && b)
        return !concept_is(a, b) && !concept_is(b, a) &&
               (a->category == CATEGORY_CONDITION || a->category == CATEGORY_MEDICATION ||
                a->category == CATEGORY_PROCEDURE || a->category == CATEGORY_SOCIAL ||
                a->category == CATEGORY_ALLERGY || a->category == CATEGORY_DEVICE);
    /* "without a diagnosis of A and deficiency of B" */
    if (joint - i == 3 && p->at[i + 1].kind == PART_QUAL && right + 1 < p->count &&
        p->at[right + 1].kind == PART_OF)
        return piece_is(p, p->at[i].span, LINT_BARE_DENIAL);
    /* what the lexicon lacks: only where the negation stands right before its name */
    for (size_t k = i + 1 + article; k + 1 < joint; k++)
        if (p->at[k].kind != PART_WORD || k > i + 3)
            return false;
    return piece_is(p, p->at[i].span, LINT_BARE_DENIAL) || piece_is(p, p->at[i].span, LINT_LACK_OF);
}

/* "A and B do not ...": two at the head of the line, and one negation for them. */
static void lint_shared_negation(const piece *p)
{
    size_t i = 0;

    while (i < p->count && (p->at[i].kind == PART_FILL || p->at[i].kind == PART_ALLOF))
        i++;
    if (i + 3 >= p->count ||
        (p->at[i].kind != PART_PERSON && p->at[i].kind != PART_WHO && p->at[i].kind != PART_THING &&
         p->at[i].kind != PART_WORD) ||
        p->at[i + 1].kind != PART_AND || !piece_says(p, p->at[i + 1].span, "and") ||
        (p->at[i + 2].kind != PART_PERSON && p->at[i + 2].kind != PART_WHO &&
         p->at[i + 2].kind != PART_THING && p->at[i + 2].kind != PART_WORD))
        return;
    for (size_t k = i + 3; k < p->count && k < i + 5; k++)
        if (p->at[k].kind == PART_NOT && !piece_says(p, p->at[k].span, "without")) {
            tell_negation(p, i, k + 2 < p->count ? k + 2 : p->count);
            return;
        } else if (p->at[k].kind != PART_FILL)
            return;
}

/* What is asked for, and never denied: "adequate ...", "able to ...", "currently taking a statin".
 */
static bool positive(const piece *p, size_t i)
{
    if (p->at[i].kind == PART_CURRENT) {
        while (i + 1 < p->count && p->at[i + 1].kind == PART_FILL)
            i++;
        return piece_kind(p, i + 1) == CATEGORY_MEDICATION && !piece_general(p, i + 1);
    }
    while (i + 1 < p->count && p->at[i].kind == PART_FILL)
        i++;
    if (piece_thing(p, i) && p->at[i].part->hit.quantity && i + 2 < p->count &&
        (p->at[i + 1].kind == PART_QUANTITY || p->at[i + 2].kind == PART_QUANTITY))
        return true; /* "and a performance status of 0 or 1" */
    return piece_is(p, p->at[i].span, LINT_ASKED_FOR) ||
           (p->at[i].kind == PART_WORD && piece_over(p, WORD_ALIKE, p->at[i].span)) ||
           p->at[i].kind == PART_CONSENT;
}

/* "They are not willing to take part and do not sign the consent": two denials that "and" joins in
 * an exclusion: is one of them enough? */
static void lint_two_denials(const piece *p)
{
    for (size_t i = 0; p->t->exclusion && i + 2 < p->count; i++)
        if (is_joined(p, i) && p->at[i + 1].kind == PART_NOT && p->at[i + 1].depth == 0)
            for (size_t k = i; k-- > piece_clause_start(p, i);)
                if (p->at[k].depth == 0 &&
                    (p->at[k].kind == PART_NOT ||
                     (p->at[k].kind == PART_JUDGE &&
                      (piece_over(p, WORD_LACK, p->at[k].span) ||
                       text_starts_nocase(p->t->text + p->at[k].span.start,
                                          p->t->size - p->at[k].span.start, "not ") ||
                       strcmp(p->at[k].part->value, "inability") == 0)))) {
                    if (!piece_says(p, p->at[k].span, "without") &&
                        !piece_says(p, p->at[k].span, "no")) /* "no A and no B" */
                        tell_negation(p, k, i + 3);
                    return;
                }
}

/* "Unable to tolerate aspirin and clopidogrel", "refuses the biopsy and the scan": who refuses
 * or cannot do one of two things that are done or taken. */
static void lint_refused(const piece *p)
{
    for (size_t i = 0; p->t->exclusion && i + 3 < p->count; i++) {
        size_t k = i + 1;
        category a, b;

        if (p->at[i].kind != PART_JUDGE || p->at[i].depth || !piece_begins(p, i) ||
            !(piece_over(p, WORD_LACK, p->at[i].span) ||
              piece_finds(p, p->at[i].span, LINT_DENIAL)))
            continue;
        while (k < p->count && p->at[k].kind != PART_THING &&
               (p->at[k].kind == PART_FILL || p->at[k].kind == PART_WORD))
            k++;
        if (k + 3 > p->count || !is_joined(p, k + 1) || !piece_thing(p, k + 2) ||
            piece_clause_end(p, i) != k + 3)
            return;
        a = piece_kind(p, k);
        b = piece_kind(p, k + 2);
        if ((a == CATEGORY_MEDICATION || a == CATEGORY_PROCEDURE) &&
            (b == CATEGORY_MEDICATION || b == CATEGORY_PROCEDURE) &&
            piece_named(p, k) != piece_named(p, k + 2) &&
            !piece_in_pair(p, piece_span(p, k, k + 3)))
            tell_negation(p, i, k + 3);
        return;
    }
}

/* A noun stands between the negation and what joins it with another. */
static bool things_denied(const piece *p, size_t i, size_t k)
{
    for (size_t at = i + 1; at < k; at++)
        if (p->at[at].depth == p->at[i].depth && deniable(p, at))
            return true;
    return false;
}

/* "Who are not yet adults": a group of people, and nothing that they have. */
static bool denies_an_age(const piece *p, size_t i)
{
    while (++i < p->count && p->at[i].kind == PART_FILL)
        ;
    return i < p->count &&
           (p->at[i].kind == PART_AGEWORD || p->at[i].kind == PART_PERSON ||
            (roles_all(p->t->text + p->at[i].span.start, p->at[i].span.end - p->at[i].span.start) &
             ROLE_AGE_GROUP));
}

static void lint_negation(const piece *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        size_t left = 0;
        bool other = false, listed = false; /* "or", a comma between what is denied */

        if (m->kind != PART_NOT ||
            (i > 1 && piece_alternative(p->at[i - 1].kind) && p->at[i - 2].kind == PART_WITH) ||
            denies_an_age(p, i))
            continue; /* "with or without", "not yet adults" */
        for (size_t k = i + 1; k < p->count && k < i + 60; k++) {
            const mark *x = &p->at[k];

            if (x->depth < m->depth || x->kind == PART_SEMICOLON || x->kind == PART_PERIOD ||
                x->kind == PART_BUT || x->kind == PART_EXCEPT || x->kind == PART_UNLESS)
                break;
            if (x->depth > m->depth)
                continue;
            if (x->kind == PART_PLANNED ||
                ((x->kind == PART_PERSON || x->kind == PART_SEX) && left)) /* other people */
                break;
            if (x->kind == PART_NOT) {
                /* "no A or B has not been ...": it goes on with another negation, not a parallel
                 * one */
                if (other && !p->t->exclusion && p->at[k - 1].kind != PART_OR &&
                    p->at[k - 1].kind != PART_AND && p->at[k - 1].kind != PART_COMMA &&
                    (piece_has_word(p, x->span.start, x->span.end, "not") ||
                     piece_has_word(p, x->span.start, x->span.end, "no")))
                    tell_negation(p, i, k + 2);
                break;
            }
            if (piece_alternative(x->kind))
                other = true;
            if (x->kind == PART_ANDOR && (left || things_denied(p, i, k)) && k < i + 18 &&
                (piece_says(p, m->span, "no") || piece_says(p, m->span, "without")))
                tell_negation(p, i, k + 2);
            if (x->kind == PART_AND && !other && k > i + 1 && denies_two(p, i, k)) {
                tell_negation(p, i, k + 2);
                break;
            }
            /* "no metastasis or effusion and adequate organ function" */
            listed = listed || (x->kind == PART_COMMA && left);
            if (x->kind == PART_AND && (other || listed) && !p->t->exclusion && k + 1 < p->count &&
                positive(p, k + 1)) {
                tell_negation(p, i, k + 3 < p->count ? k + 3 : p->count);
                break;
            }
            if (x->kind == PART_AND || x->kind == PART_WITH || x->kind == PART_JUDGE)
                break;
            if (x->kind == PART_THING)
                left = k;
        }
    }
}

void lint_scope(const piece *p)
{
    lint_polarity(p);
    lint_nested(p);
    if (piece_has(p, PART_EXCEPT) || piece_has(p, PART_UNLESS) || piece_has(p, PART_BRACKET))
        lint_exception(p);
    if (piece_has(p, PART_NOT)) {
        lint_negation(p);
        lint_two_denials(p);
        lint_shared_negation(p);
    }
    if (piece_has(p, PART_JUDGE))
        lint_refused(p);
}
