/* Findings on what a line says at all: it breaks off, makes no sense, is no condition, is about
 * somebody else, comes too early, or is a list without an end. */
#include "grammar/lint_piece.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

/* ---- what is missing ---- */

static void tell_incomplete(const piece *p, eligo_span s, const char *what)
{
    finding_add(p->out, "incomplete", s, NULL, "\"%s\": %s", piece_words(p, s), what);
}

static void tell_elsewhere(const piece *p, eligo_span s)
{
    finding_add(p->out, "incomplete", s, "put here what the other document says",
                "\"%s\" points to something that is not here", piece_words(p, s));
}

/* A number, or a letter by itself, that names a part of a document. */
static bool names_place(const piece *p, const token *t)
{
    return t->number ||
           (t->span.end == t->span.start + 1 && isupper((unsigned char)p->t->text[t->span.start]));
}

/* "In appendix": 3. */
static eligo_span with_its_number(const piece *p, eligo_span s)
{
    size_t i = piece_token(p, s.end);

    if (i < p->token_count && names_place(p, &p->tokens[i]) && !p->tokens[i].gap)
        s.end = p->tokens[i].span.end;
    return s;
}

static bool has_limit(const piece *p)
{
    for (size_t k = 0; k < p->count; k++)
        if (p->at[k].kind == PART_QUANTITY)
            return true;
    return false;
}

/* "see appendix", "Persons with", "BMI limitations". */
static void lint_absent(const piece *p)
{
    size_t end;

    if (!words_have(&p->words, WORD_ELSEWHERE) && !words_have(&p->words, WORD_DANGLING) &&
        !words_have(&p->words, WORD_LACKS))
        return;
    end = piece_trimmed_end(p);
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *e = word_is(h, WORD_ELSEWHERE);
        bool last = h->span.end == end && !p->t->list_below;

        if (e && (strcmp(e->value, "more") != 0 || h->span.end == end ||
                  piece_class(p, WORD_APPLY, h->span.end, h->span.end + 30)))
            tell_elsewhere(p, with_its_number(p, h->span));
        else if (word_is(h, WORD_DANGLING) && last &&
                 (h->span.start > 0 || memchr(p->t->text, ' ', h->span.end)))
            finding_add(p->out, "incomplete", h->span, NULL, "the text breaks off behind \"%s\"",
                        piece_words(p, h->span));
        else if (word_is(h, WORD_LACKS) && last && p->count > 1 && p->count <= 8 &&
                 piece_thing(p, 0) && p->at[0].part->hit.quantity &&
                 p->at[0].span.end < h->span.start && !has_limit(p) &&
                 !piece_has_word(p, 0, end, "normal") && !piece_has_word(p, 0, end, "within"))
            tell_incomplete(p, (eligo_span){p->at[0].span.start, end}, "announced, and not given");
    }
}

static bool closes(const piece *p, size_t i)
{
    return i >= p->count || p->at[i].kind == PART_END || p->at[i].kind == PART_COMMA ||
           p->at[i].kind == PART_SEMICOLON || p->at[i].kind == PART_PERIOD ||
           p->at[i].kind == PART_AND || p->at[i].kind == PART_OR;
}

/* "... compared to the upper limit of normal" */
static bool names_normal(const piece *p, size_t i)
{
    size_t end = piece_clause_end(p, i);

    for (size_t k = i; k < end; k++)
        if (p->at[k].kind == PART_ULN || p->at[k].kind == PART_NORMAL)
            return true;
    return piece_finds(p, (eligo_span){piece_byte(p, i), piece_byte(p, end)}, LINT_NORMAL_OR_BASE);
}

static inline bool is_word(const piece *p, size_t i, const char *word)
{
    eligo_span s = p->tokens[i].span;

    return s.end - s.start == strlen(word) && (p->t->text[s.start] | 0x20) == *word &&
           piece_says(p, s, word);
}

static void tell_pointer(const piece *p, eligo_span s)
{
    finding_add(p->out, "incomplete", s, "say here what is meant",
                "\"%s\" points to something that is not here", piece_words(p, s));
}

/* "section 5.2", "Appendix B": another document, or another part of it. */
static void lint_reference(const piece *p)
{
    if (!(p->said & (LINT_COUNTED | LINT_LISTED | LINT_PLACE)))
        return;
    for (size_t i = 0; i + 1 < p->token_count; i++) {
        const token *t = &p->tokens[i], *next = &p->tokens[i + 1];

        if (i > 0 && next->number && !next->gap && token_is(t, LINT_COUNTED) &&
            token_is(&p->tokens[i - 1], LINT_POINTS_TO)) {
            tell_pointer(p, (eligo_span){t->span.start, next->span.end});
            continue;
        }
        /* "listed in (3)" */
        if (i > 0 && next->number && next->gap == '(' && is_word(p, i, "in") &&
            token_is(&p->tokens[i - 1], LINT_LISTED) && next->span.end < p->t->size &&
            p->t->text[next->span.end] == ')') {
            tell_pointer(p, (eligo_span){p->tokens[i - 1].span.start, next->span.end + 1});
            continue;
        }
        if (!names_place(p, next) || (next->gap && next->gap != '#') || !token_is(t, LINT_PLACE) ||
            (i > 0 && token_is(&p->tokens[i - 1], LINT_NO_PLACE)))
            continue;
        tell_elsewhere(p, (eligo_span){t->span.start, next->span.end});
    }
}

/* "creatinine < mg/dL", "more than 4 times" (of what?), a quantity and no limit. */
static void lint_unlimited(const piece *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        bool sign = m->kind == PART_FILL && m->part->value && m->span.end <= m->span.start + 3 &&
                    (m->part->value[0] == '<' || m->part->value[0] == '>');

        if (sign && i > 0 && (closes(p, i + 1) || (piece_roles(p, i + 1) & ROLE_UNIT)))
            tell_incomplete(p, piece_span(p, i, i + 2 < p->count ? i + 2 : p->count),
                            "a sign without its number");
        else if (m->kind == PART_QUANTITY && closes(p, i + 1) && piece_subject(p, i) &&
                 !m->part->unit.ucum && m->part->relative == RELATIVE_NONE &&
                 piece_has_word(p, m->span.start, m->span.end, "twice") && !names_normal(p, i))
            tell_incomplete(p, m->span, "a multiple, and not of what");
        else if (m->kind == PART_QUANTITY && i + 2 < p->count &&
                 (p->at[i + 1].kind == PART_DASH || p->at[i + 1].kind == PART_TO ||
                  p->at[i + 1].kind == PART_TOWORD) &&
                 p->at[i + 2].kind != PART_QUANTITY && (piece_roles(p, i + 2) & ROLE_UNIT) &&
                 m->part->low.value == m->part->high.value)
            tell_incomplete(p, piece_span(p, i, i + 3), "the other end of the range is missing");
        else if (m->kind == PART_FILL && i > 0 && p->at[i - 1].kind == PART_QUANTITY &&
                 closes(p, i + 1) &&
                 p->at[i - 1].part->low.value != p->at[i - 1].part->high.value &&
                 !p->at[i - 1].part->unit.ucum && p->at[i - 1].part->relative == RELATIVE_NONE &&
                 piece_subject(p, i - 1) && piece_is(p, m->span, LINT_MULTIPLE) &&
                 !names_normal(p, i))
            tell_incomplete(p, piece_span(p, i - 1, i + 1), "a multiple, and not of what");
    }
    if (p->count == 2 && piece_subject(p, 1) && p->at[1].kind == PART_FILL &&
        p->at[1].part->value &&
        (p->at[1].part->value[0] == '<' || p->at[1].part->value[0] == '>') && !p->t->list_below)
        tell_incomplete(p, piece_span(p, 0, 2), "the limit is missing");
    if (p->count == 1 && p->at[0].kind == PART_AGEWORD && !p->t->list_below && !p->t->item)
        tell_incomplete(p, p->at[0].span, "no limit is given");
    if (p->count == 1 && piece_thing(p, 0) && p->at[0].part->hit.quantity &&
        !p->at[0].part->hit.thing && !p->t->list_below && !p->t->item && !p->t->exclusion &&
        p->at[0].part->hit.quantity->category == CATEGORY_MEASUREMENT &&
        p->at[0].part->hit.quantity->units[0]) /* a mutation is there, or it is not */
        tell_incomplete(p, p->at[0].span, "a quantity, and no limit");
}

/* A number in words, or "any", where the grammar reads one. */
static bool number_word(const piece *p, size_t byte)
{
    size_t i = piece_mark(p, byte);

    return i < p->count && p->at[i].span.start == byte &&
           ((p->at[i].kind == PART_QUANTITY && p->at[i].part->word_number) ||
            p->at[i].kind == PART_ANYOF || p->at[i].kind == PART_COUNT);
}

/* "one of 3 condition categories", and no list of them; "any of the following" at the end. */
static void lint_listless(const piece *p)
{
    const mark *last = p->count ? &p->at[p->count - 1] : NULL;

    if (p->t->list_below || p->t->item)
        return;
    for (size_t i = 0; i + 3 < p->token_count; i++) {
        const token *t = &p->tokens[i];
        const word_hit *list;
        size_t end = t->span.end + 60;

        if (piece_says(p, p->tokens[i + 1].span, "out") && !p->tokens[i + 1].gap &&
            i + 4 < p->token_count)
            i++; /* "two out of four" */
        if (i + 3 < p->token_count && (p->tokens[i + 2].roles & ROLE_ARTICLE))
            i++; /* "two of the three" */
        if (p->tokens[i + 2].gap || p->tokens[i + 1].gap ||
            !(piece_says(p, p->tokens[i + 1].span, "of") ||
              (i > 0 && piece_says(p, p->tokens[i].span, "of"))) ||
            !(p->tokens[i + 2].number || number_word(p, p->tokens[i + 2].span.start) ||
              token_is(&p->tokens[i + 2], LINT_NUMBER)) ||
            !(t->number || number_word(p, t->span.start) || token_is(t, LINT_NUMBER)))
            continue;
        list = piece_class(p, WORD_LIST_NOUN, p->tokens[i + 2].span.end, end);
        if (list && list->span.start > p->tokens[i + 2].span.end + 30)
            continue;
        if (!list || memchr(p->t->text + list->span.end, ':', p->t->size - list->span.end) ||
            memchr(p->t->text + list->span.end, '(', p->t->size - list->span.end) ||
            piece_class(p, WORD_EXAMPLE, list->span.end, p->t->size))
            continue;
        tell_incomplete(p, (eligo_span){t->span.start, list->span.end}, "they are named nowhere");
        return;
    }
    /* "treatment with the following drugs" */
    if (p->count > 2 &&
        ((last->kind == PART_THING && piece_general(p, p->count - 1)) ||
         (last->kind == PART_WORD && piece_over(p, WORD_LIST_NOUN, last->span))) &&
        p->at[p->count - 2].kind == PART_FOLLOWING &&
        piece_has_word(p, p->at[p->count - 2].span.start, last->span.start, "following") &&
        p->t->text[last->span.end - 1] == 's') {
        tell_incomplete(p, piece_span(p, p->count - 2, p->count), "nothing follows");
        return;
    }
    if (last && p->count > 1 &&
        (last->kind == PART_FOLLOWING || last->kind == PART_COUNT ||
         (last->kind == PART_COLON && p->at[p->count - 2].kind == PART_COUNT) ||
         (last->kind == PART_COLON && p->at[p->count - 2].kind == PART_FOLLOWING)))
        tell_incomplete(p, last->kind == PART_COLON ? p->at[p->count - 2].span : last->span,
                        "nothing follows");
}

/* ---- what makes no sense ---- */

/* Nearly all neighbours are told by their roles: "of", "by", "the" and "an" have such roles, too.
 */
static inline bool may_be_impossible(const token *a, const token *b)
{
    static const role_set small = ROLE_PREPOSITION | ROLE_BE | ROLE_FINITE | ROLE_ARTICLE;

    return !b->gap && (a->roles & small || b->roles & (ROLE_BE | ROLE_PREPOSITION));
}

/* Two neighbours that no English sentence has: "of is", "the of", "is were". */
static bool impossible(const piece *p, size_t i)
{
    role_set a = p->tokens[i].roles, b = p->tokens[i + 1].roles;
    char first = p->t->text[p->tokens[i].span.start];
    bool by, article, of, of_next;

    by = is_word(p, i, "by") && token_is(&p->tokens[i + 1], LINT_BY_NEXT);
    article = (first == 't' && is_word(p, i, "the")) || (first == 'a' && is_word(p, i, "an"));
    of = is_word(p, i, "of");
    of_next = is_word(p, i + 1, "of");
    if (by)
        return true;
    if (!article && !of && !of_next && !(b & ROLE_BE) &&
        !(a & (ROLE_PREPOSITION | ROLE_BE | ROLE_FINITE)))
        return false;
    if ((b & ROLE_BE) && token_is(&p->tokens[i], LINT_NEEDS_NOUN))
        return true;
    if (of_next && token_is(&p->tokens[i], LINT_BEFORE_OF))
        return p->t->text[p->tokens[i].span.start] != 'A'; /* "hepatitis A of" */
    if (article && ((b & ROLE_BE) || token_is(&p->tokens[i + 1], LINT_NO_NOUN)) &&
        !isupper((unsigned char)p->t->text[p->tokens[i + 1].span.start]) && /* the WHO */
        p->tokens[i + 1].span.end < p->t->size && p->t->text[p->tokens[i + 1].span.end] != '-' &&
        !(i + 2 < p->token_count && token_is(&p->tokens[i + 2], LINT_LATIN)))
        return true;
    if ((a & ROLE_BE) && ((b & ROLE_BE) || is_word(p, i + 1, "be") ||
                          (i + 2 < p->token_count && is_word(p, i + 1, "not") &&
                           !p->tokens[i + 2].gap && is_word(p, i + 2, "be"))))
        return !is_word(p, i, "is") || !is_word(p, i + 1, "not"); /* "whether it is or is not" */
    if ((a & (ROLE_PREPOSITION | ROLE_BE)) && is_word(p, i + 1, "than"))
        return true;
    if ((a & ROLE_PREPOSITION) && is_word(p, i + 1, "been"))
        return true;
    if (token_is(&p->tokens[i], LINT_JOINING) &&
        (token_is(&p->tokens[i + 1], LINT_JOINING) || is_word(p, i + 1, "by")))
        return !is_word(p, i + 1, "to") && !is_word(p, i + 1, "between") &&
               !(is_word(p, i, "from") && is_word(p, i + 1, "during"));
    if ((b & ROLE_BE) && (is_word(p, i, "has") || is_word(p, i, "have")))
        return true;
    return of && token_is(&p->tokens[i + 1], LINT_OF_NEXT);
}

/* Ends of words that are no bare nouns: participles, adverbs, adjectives. */
static bool bends(const piece *p, const token *t)
{
    const char *end = p->t->text + t->span.end;
    size_t n = t->span.end - t->span.start;

#define ENDS(tail)                                                                                 \
    (n > sizeof(tail) + 1 && text_equal_nocase(end - (sizeof(tail) - 1), sizeof(tail) - 1, tail))
    if (n < 4)
        return false;
    switch (end[-1] | 0x20) {
    case 'c': return ENDS("ic");
    case 'd': return ENDS("ed");
    case 'e': return ENDS("ive") || ENDS("able");
    case 'g': return ENDS("ing");
    case 'l': return ENDS("al");
    case 'r': return ENDS("ar");
    case 's': return ENDS("ous");
    case 't': return ENDS("ant") || ENDS("ent");
    case 'y': return ENDS("ly") || ENDS("ary");
    default: return false;
    }
#undef ENDS
}

/* What trials are made of: "cohort", "placebo", "score". */
static bool of_the_study(const piece *p, eligo_span s)
{
    return piece_is(p, s, LINT_OF_THE_STUDY);
}

static bool is_bare_noun(const piece *p, const token *t)
{
    static const role_set no_noun =
        ROLE_PREPOSITION | ROLE_ARTICLE | ROLE_CONJUNCTION | ROLE_FINITE | ROLE_BE;

    return !t->number && !(t->roles & no_noun) && !bends(p, t);
}

/* Behind the bare nouns from token i on, with no sign between them. */
static size_t bare_nouns_end(const piece *p, size_t i)
{
    size_t k = i;

    while (k < p->token_count && !(k > i && p->tokens[k].gap) && is_bare_noun(p, &p->tokens[k]))
        k++;
    return k;
}

/* Are the bare nouns [i, k) five and more, of several kinds: nothing ties them? */
static bool is_heap_of_nouns(const piece *p, size_t i, size_t k)
{
    bool kinds[CATEGORIES + 1];
    size_t different = 0, known = 0;

    if (k < i + 5)
        return false;
    memset(kinds, 0, sizeof kinds);
    for (size_t m = piece_mark(p, p->tokens[i].span.start);
         m < p->count && p->at[m].span.end <= p->tokens[k - 1].span.end; m++) {
        size_t kind = p->at[m].kind == PART_THING ? (size_t)piece_kind(p, m)
                      : p->at[m].part && p->at[m].kind == PART_WORD && *p->at[m].part->value
                          ? CATEGORIES
                      : p->at[m].kind == PART_ANCHOR || p->at[m].kind == PART_CONSENT ||
                              (p->at[m].kind == PART_WORD && of_the_study(p, p->at[m].span))
                          ? CATEGORIES
                          : CATEGORY_NONE;

        known += kind != CATEGORY_NONE;
        if (kind != CATEGORY_NONE && !kinds[kind]) {
            kinds[kind] = true;
            different++;
        }
    }
    return different >= 3 || (different >= 2 && known >= 3);
}

enum {
    CLAUSE_WORDS = 40
}; /* between two verbs of one clause; a longer one is not looked through */

/* More verbs than one, and nothing between them that lets a second one in. */
static bool two_verbs(const piece *p, size_t i, size_t *last)
{
    for (size_t k = i + 1; k < p->token_count && k < i + CLAUSE_WORDS; k++) {
        const token *t = &p->tokens[k];
        role_set before = p->tokens[k - 1].roles;

        if (t->gap || (t->roles & ROLE_CONJUNCTION))
            return false;
        if (!(t->roles & ROLE_BE) || (before & (ROLE_BE | ROLE_FINITE)))
            continue;
        *last = k;
        return k > i + 1;
    }
    return false;
}

static void tell_garbled(const piece *p, size_t first, size_t last)
{
    eligo_span s = {p->tokens[first].span.start, p->tokens[last].span.end};

    if (p->token_count <= 12) /* then nothing else can be said of it */
        s = (eligo_span){p->tokens[0].span.start, p->tokens[p->token_count - 1].span.end};
    finding_add(p->out, "garbled", s, NULL, "\"%s\": no condition can be made out",
                piece_words(p, s));
}

static void lint_garbled(const piece *p)
{
    bool open = true; /* no relative or connective word in the sentence so far */
    size_t bare = 0;  /* behind the last bare noun in a row that began before it */

    for (size_t i = 0; i < p->token_count; i++) {
        const token *t = &p->tokens[i];
        size_t last = i;
        bool begins;

        if (t->gap)
            open = true;
        if (t->roles & ROLE_CONJUNCTION)
            open = false;
        if (i + 1 < p->token_count && may_be_impossible(t, t + 1) && impossible(p, i)) {
            tell_garbled(p, i > 1 ? i - 2 : 0, i + 3 < p->token_count ? i + 3 : p->token_count - 1);
            return;
        }
        /* behind a word with a role, or one that bends */
        begins = i == 0 || t->gap || t[-1].roles || (i > bare && !t[-1].number);
        if (i >= bare)
            bare = bare_nouns_end(p, i);
        if (begins && is_heap_of_nouns(p, i, bare)) {
            tell_garbled(p, i, bare - 1);
            return;
        }
        if (open && (t->roles & (ROLE_BE | ROLE_FINITE)) && two_verbs(p, i, &last)) {
            tell_garbled(p, i, last);
            return;
        }
    }
}

/* ---- what is no condition ---- */

/* "All subjects will be ...": people, and what is done to them, with nothing that they must have.
 */
static bool tells_of_people(const piece *p, const word_hit *h)
{
    size_t at = piece_mark(p, h->span.start), from = piece_clause_start(p, at),
           to = piece_clause_end(p, at);
    bool person = false;

    for (size_t i = from; i < to; i++) {
        part_kind k = p->at[i].kind;

        if (k == PART_IF || k == PART_EXCLUDED ||
            (k == PART_QUANTITY && ((p->at[i].part->value && *p->at[i].part->value) ||
                                    p->at[i].part->unit.text || p->at[i].part->period)))
            return false; /* but not "one of two arms" */
        if (p->at[i].span.start < h->span.start) {
            if (k != PART_PERSON && k != PART_FILL && k != PART_ALLOF && k != PART_CONSENT &&
                !piece_over(p, WORD_GROUP, p->at[i].span) &&
                !piece_over(p, WORD_AGENT, p->at[i].span))
                return false;
            person = true;
        }
    }
    return person;
}

/* "Blood pressure will be measured": something, and what is done with it, and no limit. */
static bool is_measured(const piece *p, const word_hit *h)
{
    for (size_t i = 0; i < p->count; i++) {
        part_kind k = p->at[i].kind;

        if (k == PART_IF || k == PART_EXCLUDED || k == PART_MUST || k == PART_NOT ||
            k == PART_UNLESS ||
            (k == PART_QUANTITY && p->at[i].part->value && *p->at[i].part->value) ||
            (p->at[i].span.start < h->span.start &&
             (k == PART_PERIOD || k == PART_SEMICOLON || k == PART_WITH)))
            return false;
    }
    return h->span.start > 0 && h->span.start < 60;
}

static bool ends_in_ed(const piece *p, eligo_span s)
{
    return s.end - s.start > 3 && piece_says(p, (eligo_span){s.end - 2, s.end}, "ed");
}

/* "Hypertension is defined as ...": a sentence of its own. */
static const mark *defines(const piece *p)
{
    for (size_t i = 1; i < p->count && i < 5; i++)
        if (p->at[i].kind == PART_DEFINED && piece_is(p, p->at[i].span, LINT_DEFINES))
            return &p->at[i];
        else if (p->at[i].kind != PART_THING && p->at[i].kind != PART_WORD &&
                 p->at[i].kind != PART_QUAL)
            return NULL;
    return NULL;
}

/* "Diagnosis is made by ...", "Data are collected ...": a sentence whose subject is the study. */
static const word_hit *study_does(const piece *p)
{
    const word_hit *what = NULL, *does;

    if (!words_have(&p->words, WORD_PROCESS))
        return NULL;
    for (size_t i = 0; i < p->words.count && !what; i++)
        if (p->words.list[i].span.start <= 12 && word_is(&p->words.list[i], WORD_PROCESS))
            what = &p->words.list[i];
    if (!what)
        return NULL;
    does = piece_class(p, WORD_IS_DONE, what->span.end, what->span.end + 40);
    if (!does) /* "consent will be signed" */
        for (size_t i = piece_mark(p, what->span.end); i + 1 < p->count && i < 6; i++)
            if (p->at[i].kind == PART_PLANNED && piece_says(p, p->at[i].span, "will be") &&
                p->at[i + 1].kind == PART_WORD && ends_in_ed(p, p->at[i + 1].span))
                return what;
    return does && !memchr(p->t->text + what->span.end, ',', does->span.start - what->span.end)
               ? does
               : NULL;
}

/* "Patients with any performance status are eligible", "Prior surgery is allowed": nobody is kept
 * out. Of people it is said with a word for all of them; "patients who have asthma are eligible"
 * asks for asthma. */
static const mark *permits(const piece *p)
{
    if (!words_have(&p->words, WORD_PERMISSION))
        return NULL;

    const mark *found = NULL;
    bool any = false, all = false, person = false, named = false;

    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        const word_hit *h;

        if (m->kind == PART_SEMICOLON || m->kind == PART_PERIOD)
            break;
        switch (m->kind) {
        case PART_NOT: /* "may participate with no quota" */
            if (found)
                break;
            return NULL;
        case PART_QUANTITY:
        case PART_IF:
        case PART_UNLESS:
        case PART_MUST:
        case PART_EXCLUDED:
        case PART_COLON:
        case PART_WINDOW:
        case PART_DURATION: return NULL;
        case PART_PERSON:
        case PART_SEX: person = person || i < 2; break;
        case PART_WITH: any = any && !all; break; /* "all patients with asthma" asks for asthma */
        default: break;
        }
        if (m->depth > 0 || m->kind == PART_BRACKET)
            continue;
        if (!named && (piece_over(p, WORD_WHOEVER, m->span) || m->kind == PART_ANYOF ||
                       m->kind == PART_ALLOF)) {
            all = m->kind == PART_ALLOF || piece_says(p, m->span, "all");
            any = true;
        }
        if (p->t->exclusion && m->kind == PART_COMMA && named)
            return NULL; /* "A or B, mild disease is allowed": an exception */
        if (i > 0 && (h = piece_over(p, WORD_PERMISSION, m->span)) != NULL &&
            (any || (!person && strcmp(word_is(h, WORD_PERMISSION)->value, "thing") == 0)))
            found = m;
        named = named || m->kind == PART_THING || m->kind == PART_WORD;
    }
    return found;
}

/* "Height and weight are measured at baseline": quantities, and that they are measured. */
static const word_hit *quantities_taken(const piece *p)
{
    size_t i = 0;
    const word_hit *h;

    while (i < p->count && ((piece_thing(p, i) && p->at[i].part->hit.quantity) ||
                            p->at[i].kind == PART_AND || p->at[i].kind == PART_COMMA))
        i++;
    if (!i || i >= p->count || has_limit(p))
        return NULL;
    h = piece_class(p, WORD_IS_DONE, p->at[i].span.start, p->t->size);
    return h && h->span.start == p->at[i].span.start ? h : NULL;
}

static void tell_procedure(const piece *p, eligo_span s, const char *what)
{
    finding_add(p->out, "not-a-criterion", s, NULL, "\"%s\": %s", piece_words(p, s), what);
}

/* Hardly a word follows. */
static bool is_all(const piece *p, const word_hit *h)
{
    return piece_token(p, h->span.end) + 2 >= p->token_count && !has_limit(p);
}

/* "Sixty", "60": of patients, and no limit of anything. */
static bool is_sample(const part *x)
{
    if (x && x->kind == PART_FILL)
        return x->value && isdigit((unsigned char)x->value[0]) &&
               isdigit((unsigned char)x->value[1]);
    return x && x->kind == PART_QUANTITY && x->low.given && x->low.value >= 10 &&
           x->low.value == x->high.value && !x->unit.text && !x->period;
}

static void lint_procedure(const piece *p)
{
    static const uint64_t of_studies =
        WORD_BIT(WORD_PROCEDURE) | WORD_BIT(WORD_WISH) | WORD_BIT(WORD_RULE_OF_STUDY);
    static const char does[] = "this tells what is done, and asks nothing of the patient";
    const word_hit *h;
    const word_entry *e;
    const mark *m;

    if (p->t->item)
        return;
    for (size_t i = 0; i + 2 < p->count && i < 4; i++)
        if (p->at[i + 1].kind == PART_PERSON && is_sample(p->at[i].part)) {
            tell_procedure(p, piece_span(p, 0, i + 2), "how many take part, and not who");
            return;
        } else if ((p->at[i].kind != PART_FILL && p->at[i].kind != PART_OF &&
                    !piece_says(p, p->at[i].span, "total")) ||
                   text_starts_nocase(p->t->text, p->t->size, "for "))
            break; /* "a total of 60 patients", but not "for the 30 persons in arm 2" */
    for (size_t i = 0; words_have_any(&p->words, of_studies) && i < p->words.count; i++) {
        size_t m_at;

        h = &p->words.list[i];
        if (!(h->classes & of_studies))
            continue;
        m_at = piece_mark(p, h->span.start);
        if (m_at < p->count && p->at[m_at].depth > 0)
            continue; /* a remark in a bracket */
        e = word_is(h, WORD_PROCEDURE);
        if (e && (strcmp(e->value, "measured") == 0 ? is_measured(p, h) : tells_of_people(p, h))) {
            tell_procedure(p, h->span, does);
            return;
        }
        if (word_is(h, WORD_WISH) && h->span.start < 4) {
            tell_procedure(p, h->span, "a wish of those who recruit; nobody is kept out by it");
            return;
        }
        e = word_is(h, WORD_RULE_OF_STUDY);
        if (e && (strcmp(e->value, "anywhere") == 0 ||
                  (h->span.start < 4 && (strcmp(e->value, "alone") != 0 || is_all(p, h))))) {
            tell_procedure(p, h->span, "a rule for the conduct of the study");
            return;
        }
    }
    if ((h = study_does(p)) != NULL || (h = quantities_taken(p)) != NULL)
        tell_procedure(p, (eligo_span){0, h->span.end}, does);
    else if ((m = defines(p)) != NULL)
        tell_procedure(p, (eligo_span){0, m->span.end},
                       "a definition, and not who is taken or kept out");
    else if ((m = permits(p)) != NULL)
        tell_procedure(p, (eligo_span){0, m->span.end}, "nobody is kept out by this");
}

/* ---- somebody else, or some only ---- */

static bool has_kind(const piece *p, size_t from, size_t to, part_kind k)
{
    for (size_t i = from; i < to && i < p->count; i++)
        if (p->at[i].kind == k)
            return true;
    return false;
}

/* "Frozen shoulder group: ...": the word ends the label. */
static bool names_group(const piece *p, const word_hit *h)
{
    size_t i = piece_token(p, h->span.start);

    return h->span.end < p->t->size && p->t->text[h->span.end] == ':' &&
           piece_has_word(p, h->span.start, h->span.end, "group") &&
           !(i > 0 && token_is(&p->tokens[i - 1], LINT_NO_GROUP));
}

/* "Group 4: ...", "Healthy controls: ...": a label of a group at the head of a line. */
static eligo_span group_label(const piece *p)
{
    const word_hit *h = NULL;
    size_t at, limit = 24, far = 60;
    bool for_some = text_starts_nocase(p->t->text, p->t->size, "for ");

    if (!words_have(&p->words, WORD_GROUP))
        return (eligo_span){0, 0};
    for (size_t i = 0; i < p->words.count && p->words.list[i].span.start < far && !h; i++)
        if (word_is(&p->words.list[i], WORD_GROUP) &&
            (p->words.list[i].span.start < limit || for_some || names_group(p, &p->words.list[i])))
            h = &p->words.list[i];
    if (!h || piece_class(p, WORD_WHOEVER, 0, h->span.start + 1) ||
        piece_has_word(p, 0, h->span.start, "all") || piece_has_word(p, 0, h->span.start, "both"))
        return (eligo_span){0, 0};
    at = h->span.end;
    /* a number, a letter, a word or two, then a colon or a dash */
    for (size_t n = 0; at < p->t->size && n < 24; at++, n++)
        if (p->t->text[at] == ':' || (for_some && p->t->text[at] == ',') ||
            (p->t->text[at] == '-' && at + 1 < p->t->size && p->t->text[at + 1] == ' ' && at > 0 &&
             p->t->text[at - 1] == ' '))
            return (eligo_span){h->span.start, at};
        else if (!isalnum((unsigned char)p->t->text[at]) && p->t->text[at] != ' ' &&
                 p->t->text[at] != ')' && p->t->text[at] != '"')
            break;
    return (eligo_span){0, 0};
}

/* "(healthy control group)", "cohort B": of those who take part, and not "(group 1)" of a
 * classification. */
static bool names_part(const piece *p, eligo_span s)
{
    return piece_finds(p, s, LINT_GROUP_OF_STUDY);
}

/* "Age-matched healthy controls", "controls with a hip prosthesis" */
static eligo_span controls(const piece *p)
{
    for (size_t i = 0; words_have(&p->words, WORD_GROUP) && i < p->words.count &&
                       p->words.list[i].span.start < 40;
         i++) {
        const word_hit *h = &p->words.list[i];
        size_t k;

        if (!word_is(h, WORD_GROUP) || !piece_finds(p, h->span, LINT_CONTROL_GROUP))
            continue;
        for (size_t m = 0; m < p->count && p->at[m].span.start < h->span.start; m++)
            if (p->at[m].kind != PART_WORD && p->at[m].kind != PART_QUAL &&
                p->at[m].kind != PART_FILL && p->at[m].kind != PART_SEX)
                return (eligo_span){0, 0};
        if (!piece_has_word(p, h->span.start, h->span.end, "controls") &&
            !piece_has_word(p, h->span.start, h->span.end, "group"))
            continue;
        k = piece_mark(p, h->span.end);
        return k >= p->count || p->at[k].kind == PART_WITH || p->at[k].kind == PART_NOT ||
                       p->at[k].kind == PART_MUST || p->at[k].kind == PART_HISTORY ||
                       p->at[k].kind == PART_AGEWORD || p->at[k].kind == PART_PERIOD ||
                       (p->at[k].kind == PART_FILL && (piece_roles(p, k) & ROLE_BE))
                   ? h->span
                   : (eligo_span){0, 0};
    }
    return (eligo_span){0, 0};
}

/* "(cohort 2 only)" */
static eligo_span group_only(const piece *p)
{
    if (!piece_has(p, PART_BRACKET))
        return (eligo_span){0, 0};
    for (size_t i = 0; i < p->count; i++) {
        size_t end;
        const word_hit *h;

        if (p->at[i].kind != PART_BRACKET)
            continue;
        end = p->at[i].span.end;
        h = piece_class(p, WORD_GROUP, p->at[i].span.start, end);
        if (h && end - p->at[i].span.start < 50 &&
            (piece_has_word(p, p->at[i].span.start, end, "only") ||
             (h->span.start <= p->at[i].span.start + 10 && h->span.end + 3 >= end &&
              names_part(p, h->span))))
            return p->at[i].span;
    }
    return (eligo_span){0, 0};
}

/* "... cannot score pain": not the consent that they are asked for. */
static bool unable(const piece *p, size_t k)
{
    return p->at[k].kind == PART_JUDGE && strcmp(p->at[k].part->value, "inability") == 0 &&
           !piece_has_word(p, p->at[k].span.start, p->t->size, "consent");
}

/* A verb or a condition follows the words for somebody, at the head of the line: "mother has ...",
 * "partner is 18 or older"; "mothers of ..." or "parents or guardians consent" do not say so. */
static bool someone_is(const piece *p, const word_hit *h)
{
    size_t k = piece_mark(p, h->span.end), next = piece_token(p, h->span.end), end;
    bool guardian = strcmp(word_is(h, WORD_SOMEONE)->value, "parent") == 0;

    if (piece_mark(p, h->span.start) < p->count &&
        p->at[piece_mark(p, h->span.start)].kind == PART_FAMILY)
        return !piece_has_word(p, h->span.start, p->at[piece_mark(p, h->span.start)].span.end,
                               "family");

    while (k + 1 < p->count &&
           (piece_alternative(p->at[k].kind) || p->at[k].kind == PART_AND ||
            p->at[k].kind == PART_SLASH) &&
           (p->at[k + 1].kind == PART_WHO || piece_over(p, WORD_SOMEONE, p->at[k + 1].span)))
        k += 2;
    if (k >= p->count || piece_class(p, WORD_OPINION, 0, p->t->size))
        return false;
    end = piece_clause_end(p, k);
    if (has_kind(p, k, end, PART_CONSENT) ||
        (guardian && has_kind(p, k, end, PART_JUDGE) && !unable(p, k) &&
         !piece_class(p, WORD_LANGUAGE, h->span.end, piece_byte(p, end))))
        return false;
    if (next < p->token_count && token_is(&p->tokens[next], LINT_SOMEBODY_DOES))
        return true;
    switch (p->at[k].kind) {
    case PART_FILL:
        return (piece_roles(p, k) & (ROLE_BE | ROLE_FINITE)) ||
               piece_has_word(p, p->at[k].span.start, p->at[k].span.start + 4, "with");
    case PART_THING: return piece_kind(p, k) == CATEGORY_SOCIAL; /* "speak English" */
    case PART_AGEWORD: return !piece_has_word(p, p->at[k].span.start, p->at[k].span.end, "child");
    case PART_OF: /* "donor of 70 years or more" */
        return k + 1 < p->count && p->at[k + 1].kind == PART_QUANTITY;
    case PART_JUDGE:
    case PART_NOT:
    case PART_HISTORY:
    case PART_WITH:
    case PART_MUST:
    case PART_CURRENT:
    case PART_QUANTITY: return true;
    default: return false;
    }
}

/* "The infant's mother": somebody's, at the head of the line. */
static bool of_whom(const piece *p, size_t byte)
{
    size_t i = piece_token(p, byte), k;

    if (i == 0)
        return false;
    k = p->tokens[i - 1].span.end;
    return i <= 2 && k > 2 && (p->t->text[k - 1] == 's') &&
           (p->t->text[k - 2] == '\'' || (unsigned char)p->t->text[k - 2] == 0x99) &&
           (i == 1 || (p->tokens[0].roles & ROLE_ARTICLE));
}

static void lint_population(const piece *p)
{
    eligo_span s;

    if (p->t->item)
        return;
    s = group_label(p);
    if (!s.end)
        s = group_only(p);
    if (!s.end)
        s = controls(p);
    if (s.end) {
        finding_add(p->out, "population", s, "give each group a list of its own",
                    "\"%s\": for one group only, in a list for all", piece_words(p, s));
        return;
    }
    if (!words_have(&p->words, WORD_SOMEONE))
        return;
    for (size_t i = 0; i < p->words.count && p->words.list[i].span.start < 24; i++)
        if (word_is(&p->words.list[i], WORD_SOMEONE) &&
            (p->words.list[i].span.start < 6 || of_whom(p, p->words.list[i].span.start)) &&
            strcmp(word_is(&p->words.list[i], WORD_SOMEONE)->value, "none") != 0 &&
            someone_is(p, &p->words.list[i])) {
            s = p->words.list[i].span;
            finding_add(p->out, "population", s, NULL,
                        "\"%s\": the line is about somebody else than the patient",
                        piece_words(p, s));
            return;
        }
}

/* ---- what nobody can know yet ---- */

/* Is the clause about something intended or expected now? */
static bool intended(const piece *p, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < p->count; i++)
        switch (p->at[i].kind) {
        case PART_JUDGE:
            if (strcmp(p->at[i].part->value, "compliance") == 0)
                break;
            return true;
        case PART_PLANNED:
        case PART_CONSENT:
        case PART_MUST:
        case PART_NEED: return true;
        default: break;
        }
    return piece_class(p, WORD_INTENTION, piece_byte(p, from), piece_byte(p, to)) != NULL;
}

static void tell_future(const piece *p, eligo_span s)
{
    finding_add(p->out, "future-event", s,
                "make it a reason to leave the study, or say how it is known at enrolment",
                "\"%s\" is known after enrolment only", piece_words(p, s));
}

/* The grammar's "time:at 8 weeks" */
static bool is_visit(const char *value)
{
    const char *last = strncmp(value, "time:at ", 8) == 0 ? strrchr(value, ' ') + 1 : "";

    return *last && isdigit((unsigned char)value[8]) &&
           (roles_find(&lint_roles, last, strlen(last)) & LINT_VISIT_UNIT);
}

/* "at week 24", "at 8 weeks": a time that counts from the start of the study, not from birth or
 * conception. */
static void lint_visit(const piece *p)
{
    bool gestation = words_have(&p->words, WORD_GESTATION);

    for (size_t i = 0; !gestation && p->said & LINT_VISIT_UNIT && i + 2 < p->token_count; i++)
        if (p->tokens[i + 2].number && is_word(p, i, "at") &&
            token_is(&p->tokens[i + 1], LINT_VISIT_UNIT))
            tell_future(p, (eligo_span){p->tokens[i].span.start, p->tokens[i + 2].span.end});
    for (size_t i = 1; !gestation && i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->kind == PART_QUAL && m->part->value && is_visit(m->part->value) &&
            closes(p, i + 1) && !intended(p, 0, p->count)) {
            tell_future(p, m->span);
            continue;
        }

        if (m->kind == PART_QUANTITY &&
            (m->part->period == 'w' || m->part->period == 'm' || m->part->period == 'd') &&
            !m->part->age && m->part->low.value == m->part->high.value &&
            p->at[i - 1].kind == PART_FILL && piece_says(p, p->at[i - 1].span, "at") &&
            closes(p, i + 1) && !intended(p, 0, p->count))
            tell_future(p, piece_span(p, i - 1, i + 1));
    }
}

/* "requiring" */
static bool needs(const piece *p, size_t i)
{
    return p->at[i].kind == PART_CAUSED && p->at[i].part->value &&
           strcmp(p->at[i].part->value, "need") == 0;
}

/* What the phrase says is known late. *s: the words. */
static bool comes_late(const piece *p, const word_hit *h, eligo_span *s)
{
    const char *how = word_is(h, WORD_FUTURE)->value;
    size_t m = piece_mark(p, h->span.start), from = piece_clause_start(p, m),
           to = piece_clause_end(p, m);

    *s = h->span;
    /* "within 2 months before or during the study": it began before */
    if (m > from && m > 1 && (p->at[m - 1].kind == PART_OR || p->at[m - 1].kind == PART_AND))
        return false;
    if (strcmp(how, "event") == 0)
        return !has_kind(p, from, m, PART_HISTORY) && !has_kind(p, from, m, PART_PRIOR);
    if (strcmp(how, "missed") == 0) {
        const word_hit *visit = piece_class(p, WORD_STUDY, h->span.end, h->span.end + 40);

        if (visit)
            s->end = visit->span.end;
        return visit && !intended(p, from, to);
    }
    if (strcmp(how, "failing") == 0) { /* "unsuccessful nerve block" */
        size_t k = piece_mark(p, h->span.end);

        if (piece_kind(p, k) == CATEGORY_NONE && k + 1 < p->count && p->at[k].kind == PART_WORD)
            k++;
        if (piece_kind(p, k) != CATEGORY_PROCEDURE || piece_general(p, k) ||
            has_kind(p, from, to, PART_HISTORY) || has_kind(p, from, to, PART_PRIOR))
            return false;
        s->end = p->at[k].span.end;
        return true;
    }
    if (strcmp(how, "length") == 0) { /* "duration of surgery above 3 hours" */
        for (size_t i = piece_mark(p, h->span.start); i < to; i++)
            if ((p->at[i].kind == PART_QUANTITY || p->at[i].kind == PART_DURATION) &&
                p->at[i].span.start < h->span.end + 40)
                return !intended(p, from, to) && !has_kind(p, from, m, PART_HISTORY) &&
                       !has_kind(p, from, m, PART_PRIOR);
        return false;
    }
    if (strcmp(how, "operation") == 0) { /* "intraoperative bleeding" */
        size_t k = piece_mark(p, h->span.end);

        if (has_kind(p, from, m, PART_HISTORY) || has_kind(p, from, m, PART_PRIOR))
            return false;
        if (has_kind(p, from, m, PART_NEED) || (m > from && needs(p, m - 1)))
            return true; /* "requiring postoperative ventilation" */
        if (piece_kind(p, k) != CATEGORY_CONDITION || piece_general(p, k) ||
            piece_class(p, WORD_LIST_NOUN, p->at[k].span.start, p->at[k].span.end))
            return false;
        s->end = p->at[k].span.end;
        return true;
    }
    if (strcmp(how, "conversion") == 0) { /* "conversion to thoracotomy" */
        size_t k = piece_mark(p, h->span.end);

        if (piece_kind(p, k) != CATEGORY_PROCEDURE || intended(p, from, to) ||
            has_kind(p, from, m, PART_HISTORY) || has_kind(p, from, m, PART_PRIOR))
            return false;
        s->end = p->at[k].span.end;
        return true;
    }
    return h->span.start > 2 && !intended(p, from, to);
}

/* "Whom the investigator believes will not complete the study" is judged now. */
static bool opined(const piece *p, const word_hit *h)
{
    eligo_span s = piece_clause(p, h->span.start);

    if (piece_over(p, WORD_PROCEDURE, h->span)) /* "may withdraw": a right, and no event */
        return true;
    return piece_class(p, WORD_AGENT, s.start, h->span.start) &&
           piece_class(p, WORD_VERB_OF_OPINION, s.start, h->span.start);
}

/* "Attends all follow-up visits", "completes at least 80 % of the sessions": asked for at
 * enrolment. */
static void lint_attends(const piece *p)
{
    size_t i = 0;
    const word_hit *visit;

    while (i < 2 && i + 1 < p->token_count && p->at[0].kind == PART_PERSON &&
           p->tokens[i].span.end <= p->at[0].span.end)
        i++;
    if (p->t->exclusion || i + 1 >= p->token_count || !token_is(&p->tokens[i], LINT_ATTENDS) ||
        !token_is(&p->tokens[i + 1], LINT_ATTENDS_ALL))
        return;
    visit = piece_class(p, WORD_STUDY, p->tokens[i].span.end, p->tokens[i].span.end + 50);
    if (visit)
        tell_future(p, (eligo_span){p->tokens[i].span.start, visit->span.end});
}

static void lint_future(const piece *p)
{
    eligo_span s;

    for (size_t i = 0; p->t->exclusion && words_have(&p->words, WORD_FUTURE) && i < p->words.count;
         i++)
        if (word_is(&p->words.list[i], WORD_FUTURE) && !opined(p, &p->words.list[i]) &&
            comes_late(p, &p->words.list[i], &s)) {
            tell_future(p, s);
            break;
        }
    lint_visit(p);
    lint_attends(p);
}

/* ---- lists without end ---- */

/* Something before the list says what belongs to it: "such as", "e.g.", or a class in front of the
 * bracket that the list stands in. */
static bool bounded(const piece *p, const word_hit *h)
{
    size_t m = piece_mark(p, h->span.start), from = piece_clause_start(p, m);

    for (size_t i = m; i-- > from;) {
        if (p->at[i].kind == PART_LIKE || p->at[i].kind == PART_INCLUDE ||
            p->at[i].kind == PART_BRACKET || p->at[i].kind == PART_DEFINED ||
            (p->at[i].kind == PART_COLON && i > from))
            return true;
    }
    return piece_class(p, WORD_EXAMPLE, piece_byte(p, from), h->span.start) != NULL;
}

/* "Danger to self or others" */
static bool of_people(const piece *p, const word_hit *h)
{
    size_t i = piece_token(p, h->span.start);

    return i > 0 && token_is(&p->tokens[i - 1], LINT_ONESELF);
}

/* "Deafness, aphasia ...": three dots at the end of a list, and no leaders of a form. */
static eligo_span dots_at_end(const piece *p)
{
    const char *t = p->t->text;
    size_t end = p->t->size, start;

    while (end && isspace((unsigned char)t[end - 1]))
        end--;
    start = end;
    if (end > 3 && (unsigned char)t[end - 1] == 0xA6 && (unsigned char)t[end - 2] == 0x80 &&
        (unsigned char)t[end - 3] == 0xE2)
        start = end - 3; /* the sign of three dots */
    else
        while (start && t[start - 1] == '.')
            start--;
    return end - start == 3 && start > 3 && (unsigned char)t[start - 1] != 0xA6
               ? (eligo_span){start, end}
               : (eligo_span){0, 0};
}

static void lint_dots(const piece *p)
{
    eligo_span s = dots_at_end(p);
    word_hit as_hit = {.span = s};
    bool list = false;

    for (size_t i = 0; s.end && i < p->count; i++)
        list = list || p->at[i].kind == PART_COMMA || p->at[i].kind == PART_SLASH;
    if (list && !bounded(p, &as_hit))
        finding_add(p->out, "open-list", s, "name a class that bounds the list, or end it",
                    "\"%s\": what else belongs to the list?", piece_words(p, s));
}

static void lint_open(const piece *p)
{
    lint_dots(p);
    for (size_t i = 0; words_have(&p->words, WORD_OPEN_END) && i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *e = word_is(h, WORD_OPEN_END);
        size_t m;

        if (!e || bounded(p, h) || of_people(p, h))
            continue;
        m = piece_mark(p, h->span.end);
        /* "and others" ends a list; "and other drugs" names a class */
        if (strcmp(e->value, "last") == 0 && !closes(p, m))
            continue;
        if (strcmp(e->value, "end") == 0 && piece_mark(p, h->span.end) < p->count &&
            !(closes(p, m) && p->at[m].kind != PART_COMMA))
            continue;
        finding_add(p->out, "open-list", h->span, "name a class that bounds the list, or end it",
                    "\"%s\": what else belongs to the list?", piece_words(p, h->span));
    }
}

void lint_sense(const piece *p)
{
    lint_absent(p);
    lint_reference(p);
    lint_unlimited(p);
    lint_listless(p);
    lint_garbled(p);
    lint_procedure(p);
    lint_population(p);
    lint_future(p);
    lint_open(p);
}
