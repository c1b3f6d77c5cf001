#include "grammar/lint.h"

#include "engine/base/text.h"
#include "grammar/lint_piece.h"

#include <ctype.h>
#include <string.h>

/* ---- the row of marks ---- */

typedef struct row {
    mark *at;
    size_t count, room;
    arena *arena;
} row;

/* A full stop at the end of a line is no part; for the reader a sentence ends there. */
static bool stops_between(const char *text, size_t from, size_t to)
{
    for (size_t i = from; i + 1 < to; i++)
        if (text[i] == '.' && isspace((unsigned char)text[i + 1]))
            return true;
    return false;
}

static void add_marks(row *r, const char *text, const part *list, size_t count, unsigned depth)
{
    for (size_t i = 0; i < count; i++) {
        const part *x = &list[i];

        if (depth == 0 && i > 0 && stops_between(text, list[i - 1].span.end, x->span.start) &&
            arena_grow(r->arena, (void **)&r->at, r->count, &r->room, sizeof *r->at))
            r->at[r->count++] =
                (mark){NULL, PART_PERIOD, 0, {list[i - 1].span.end, list[i - 1].span.end + 1}};
        if (!arena_grow(r->arena, (void **)&r->at, r->count, &r->room, sizeof *r->at))
            return;
        r->at[r->count++] = (mark){x, x->kind, depth, x->span};
        if (x->kind != PART_BRACKET)
            continue;
        if (depth < 16)
            add_marks(r, text, x->inside, x->inside_count, depth + 1);
        if (!arena_grow(r->arena, (void **)&r->at, r->count, &r->room, sizeof *r->at))
            return;
        r->at[r->count++] = (mark){NULL, PART_END, depth, {x->span.end, x->span.end}};
    }
}

static bool ends_clause(const mark *m)
{
    return m->kind == PART_SEMICOLON || m->kind == PART_PERIOD;
}

/* Nobody follows a clause for longer; and to look for its end from each of its parts would take too
 * long. */
enum { CLAUSE_PARTS = 200 };

size_t piece_clause_end(const piece *p, size_t i)
{
    size_t most =
        p->count - (i < p->count ? i : p->count) > CLAUSE_PARTS ? i + CLAUSE_PARTS : p->count;

    while (i < most && !(ends_clause(&p->at[i]) && p->at[i].depth == 0))
        i++;
    return i;
}

size_t piece_clause_start(const piece *p, size_t i)
{
    size_t least = i > CLAUSE_PARTS ? i - CLAUSE_PARTS : 0;

    while (i > least && !(ends_clause(&p->at[i - 1]) && p->at[i - 1].depth == 0))
        i--;
    return i;
}

size_t piece_mark(const piece *p, size_t byte)
{
    size_t low = 0, high = p->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (p->at[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

eligo_span piece_span(const piece *p, size_t i, size_t k)
{
    eligo_span s = {i < p->count ? p->at[i].span.start : p->t->size, 0};

    s.end = s.start;
    for (; i < k && i < p->count; i++)
        if (p->at[i].span.end > s.end)
            s.end = p->at[i].span.end;
    return s;
}

const char *piece_words(const piece *p, eligo_span s)
{
    enum { MOST = 60 };
    char line[MOST + 8];
    size_t n = 0;
    bool cut = false;

    for (size_t i = s.start; i < s.end && i < p->t->size; i++) {
        char c = p->t->text[i];

        if (isspace((unsigned char)c)) {
            if (n && line[n - 1] == ' ')
                continue;
            c = ' ';
        }
        if (n >= MOST && ((unsigned char)c & 0xC0) != 0x80) {
            cut = true;
            break;
        }
        line[n++] = c;
        if (n == MOST + 4)
            break;
    }
    while (n && line[n - 1] == ' ')
        n--;
    if (cut) {
        memcpy(line + n, "...", 3);
        n += 3;
    }
    line[n] = 0;
    return arena_text(p->out->arena, line, n);
}

size_t piece_past(const piece *p, size_t i)
{
    size_t k = i + 1;

    if (i < p->count && p->at[i].kind == PART_BRACKET)
        while (k < p->count && !(p->at[k].kind == PART_END && p->at[k].depth == p->at[i].depth))
            k++;
    return p->at[i].kind == PART_BRACKET && k < p->count ? k + 1 : k;
}

bool piece_says(const piece *p, eligo_span s, const char *word)
{
    return text_equal_nocase(p->t->text + s.start, s.end - s.start, word);
}

/* True where the word stands in the bytes by itself. */
static bool has_word(const piece *p, size_t start, size_t end, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = start; i + n <= end && i + n <= p->t->size; i++)
        if (text_equal_nocase(p->t->text + i, n, word) &&
            (i == 0 || !isalnum((unsigned char)p->t->text[i - 1])) &&
            (i + n == p->t->size || !isalnum((unsigned char)p->t->text[i + n])))
            return true;
    return false;
}

/* ---- words of degree ---- */

static size_t byte_of(const piece *p, size_t i)
{
    return i < p->count ? p->at[i].span.start : p->t->size;
}

/* A limit, a grade, a list or a standard behind the word, in its clause, that says what it means.
 */
static bool resolved(const piece *p, const word_hit *h, bool of_time)
{
    size_t first = piece_mark(p, h->span.end), end = piece_clause_end(p, first);
    bool apart = false; /* a comma and another thing stand between */
    unsigned depth = first > 0 && first < p->count ? p->at[first].depth : 0;

    if (p->t->list_below && p->count && p->at[p->count - 1].kind == PART_COLON)
        return true; /* the list says it */
    if (words_in(&p->words, WORD_STANDARD, h->span.end, byte_of(p, end)))
        return true;
    for (size_t i = first; p->at && i < end; i++) {
        const mark *m = &p->at[i];

        if (m->kind == PART_END && m->depth < depth)
            depth = m->depth;
        if (m->kind == PART_COMMA && m->depth <= depth)
            apart = true;
        if (m->kind == PART_QUANTITY && !(apart && m->depth <= depth))
            return of_time || !m->part->period;
        if (of_time && (m->kind == PART_WINDOW || m->kind == PART_DURATION))
            return true;
        if (m->kind == PART_DEFINED || m->kind == PART_LIKE)
            return true;
    }
    return false;
}

/* The word that follows names one measured value: "normal creatinine". */
static bool of_one_value(const piece *p, const word_hit *h)
{
    for (size_t i = piece_mark(p, h->span.end), n = 0; i < p->count && n < 3; i++, n++) {
        if (p->at[i].kind == PART_THING)
            return p->at[i].part->hit.quantity && !p->at[i].part->hit.thing;
        if (p->at[i].kind != PART_QUAL && p->at[i].kind != PART_FILL && p->at[i].kind != PART_WORD)
            return false;
    }
    return false;
}

static bool class_near(const piece *p, word_class class, size_t start, size_t bytes)
{
    return words_in(&p->words, class, start, start + bytes) != NULL;
}

/* Is the clause around a byte left to somebody's judgement? */
static bool judged(const piece *p, size_t byte)
{
    size_t i = piece_mark(p, byte), from = byte_of(p, piece_clause_start(p, i)),
           to = byte_of(p, piece_clause_end(p, i));

    return words_in(&p->words, WORD_OPINION, from, to) ||
           words_in(&p->words, WORD_EXPLICIT_UNSUITABLE, from, to);
}

static void lint_vague(const piece *p)
{
    if (!words_have(&p->words, WORD_VAGUE) && !words_have(&p->words, WORD_VAGUE_TIME))
        return;
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *degree = word_is(h, WORD_VAGUE), *time = word_is(h, WORD_VAGUE_TIME);
        const word_entry *e = degree ? degree : time;
        const char *words;

        if (!e || word_is(h, WORD_INERT) || resolved(p, h, time != NULL) ||
            judged(p, h->span.start))
            continue;
        if (degree && class_near(p, WORD_GRADED, h->span.end, 48))
            continue;
        if (class_near(p, WORD_LANGUAGE, h->span.end, 48))
            continue;
        if ((strcmp(e->phrase, "normal") == 0 || strcmp(e->phrase, "abnormal") == 0) &&
            of_one_value(p, h))
            continue;
        words = piece_words(p, h->span);
        finding_add(
            p->out, "vague-term", h->span,
            arena_printf(p->out->arena, "say what counts: instead of \"%s\", %s", words, e->value),
            "\"%s\" decides here, and nothing says where it begins", words);
    }
}

/* ---- judgement ---- */

static const word_hit *opinion_near(const piece *p, const word_hit *agent, bool doctor)
{
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *v = &p->words.list[i];
        const word_entry *e = word_is(v, WORD_VERB_OF_OPINION);
        size_t gap = v->span.start >= agent->span.end   ? v->span.start - agent->span.end
                     : agent->span.start >= v->span.end ? agent->span.start - v->span.end
                                                        : 0;

        if (e && gap <= 30 && !(doctor && strcmp(e->value, "check") == 0) &&
            piece_clause_end(p, piece_mark(p, v->span.start)) ==
                piece_clause_end(p, piece_mark(p, agent->span.start)))
            return v;
    }
    return NULL;
}

static bool agent_near(const piece *p, const word_hit *h)
{
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *who = &p->words.list[i];

        if (word_is(who, WORD_AGENT) && who->span.start >= h->span.start &&
            who->span.start <= h->span.end + 24)
            return true;
    }
    return false;
}

/* "that could interfere with participation" */
static const word_hit *hindered(const piece *p, const word_hit *how)
{
    size_t end = byte_of(p, piece_clause_end(p, piece_mark(p, how->span.start)));
    size_t reach = how->span.end + 70 < end ? how->span.end + 70 : end;

    for (size_t i = piece_mark(p, how->span.end); i < p->count && p->at[i].span.start < reach; i++)
        if (p->at[i].kind == PART_COMMA && i + 1 < p->count && p->at[i + 1].kind == PART_AND)
            reach = p->at[i].span.start;
    return words_in(&p->words, WORD_STUDY, how->span.end, reach);
}

static void lint_discretion(const piece *p)
{
    size_t told = 0; /* up to this byte: one finding a clause */

    if (!words_have(&p->words, WORD_OPINION) && !words_have(&p->words, WORD_EXPLICIT_UNSUITABLE) &&
        !words_have(&p->words, WORD_OPINION_OF) && !words_have(&p->words, WORD_AGENT) &&
        !words_have(&p->words, WORD_HINDERS))
        return;
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i], *study;
        const word_entry *agent = word_is(h, WORD_AGENT);
        eligo_span s = h->span;
        bool found = word_is(h, WORD_OPINION) || word_is(h, WORD_EXPLICIT_UNSUITABLE);

        if (h->span.start < told)
            continue;
        if (!found && word_is(h, WORD_OPINION_OF))
            found = agent_near(p, h);
        if (!found && agent &&
            (study = opinion_near(p, h, strcmp(agent->value, "doctor") == 0)) != NULL) {
            found = true;
            s.start = study->span.start < s.start ? study->span.start : s.start;
            s.end = study->span.end > s.end ? study->span.end : s.end;
        }
        if (!found && word_is(h, WORD_HINDERS) && (study = hindered(p, h))) {
            found = true;
            s.end = study->span.end;
        }
        if (!found)
            continue;
        told = byte_of(p, piece_clause_end(p, piece_mark(p, h->span.start)));
        finding_add(
            p->out, "discretion", s, "name the conditions, or the tests and limits, that are meant",
            "\"%s\": a person decides, and the text gives nothing to decide by", piece_words(p, s));
    }
}

/* ---- what is missing ---- */

static size_t trimmed_end(const lint_text *t)
{
    size_t end = t->size;

    while (end && (isspace((unsigned char)t->text[end - 1]) || strchr(",;.", t->text[end - 1])))
        end--;
    return end;
}

static void lint_incomplete(const piece *p)
{
    size_t end;

    if (!words_have(&p->words, WORD_ELSEWHERE) && !words_have(&p->words, WORD_DANGLING) &&
        !words_have(&p->words, WORD_LACKS))
        return;
    end = trimmed_end(p->t);
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];

        const word_entry *e = word_is(h, WORD_ELSEWHERE);

        if (e && (strcmp(e->value, "more") != 0 || h->span.end == end ||
                  words_in(&p->words, WORD_APPLY, h->span.end, h->span.end + 30)))
            finding_add(p->out, "incomplete", h->span, "put here what the other document says",
                        "\"%s\" points to something that is not here", piece_words(p, h->span));
        else if (word_is(h, WORD_DANGLING) && h->span.end == end && !p->t->list_below &&
                 h->span.start > 0)
            finding_add(p->out, "incomplete", h->span, NULL, "the text breaks off behind \"%s\"",
                        piece_words(p, h->span));
        else if (word_is(h, WORD_LACKS) && h->span.end == end && !p->t->list_below &&
                 p->count > 1 && p->count <= 8 && p->at[0].kind == PART_THING &&
                 p->at[0].part->hit.quantity && p->at[0].span.end < h->span.start) {
            bool limit = false;

            for (size_t k = 0; k < p->count; k++)
                limit = limit || p->at[k].kind == PART_QUANTITY;
            if (!limit)
                finding_add(p->out, "incomplete", (eligo_span){p->at[0].span.start, end}, NULL,
                            "\"%s\" are announced, and none is given", piece_words(p, h->span));
        }
    }
}

/* ---- time ---- */

static bool ends_in(const piece *p, eligo_span s, const char *word)
{
    size_t n = strlen(word);

    return s.end - s.start > n && text_equal_nocase(p->t->text + s.end - n, n, word);
}

static bool names_event(const piece *p, size_t i)
{
    static const char *const words[] = {
        "of", "prior", "before", "after", "from",           "following",       "since", "preceding",
        "to", "post",  "at",     "ago",   "preoperatively", "postoperatively", "until", "pre"};

    if (i + 1 >= p->count || p->at[i + 1].kind == PART_END || ends_clause(&p->at[i + 1]))
        return false;
    /* "in the 6 months preceding the visit", "within 2 months before or during the study", "during
     * the 12-week run-in" */
    if (ends_in(p, p->at[i].span, "preceding") || ends_in(p, p->at[i].span, "before") ||
        ends_in(p, p->at[i].span, "after") ||
        (ends_in(p, p->at[i].span, "prior") && p->at[i + 1].kind != PART_COMMA))
        return true;
    if ((has_word(p, p->at[i].span.start, p->at[i].span.start + 6, "during") ||
         has_word(p, p->at[i].span.start, p->at[i].span.start + 4, "over")) &&
        (p->at[i + 1].kind == PART_WORD || p->at[i + 1].kind == PART_THING ||
         p->at[i + 1].kind == PART_ANCHOR))
        return true;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t n = strlen(words[k]), start = p->at[i + 1].span.start;

        if (start + n <= p->t->size && text_equal_nocase(p->t->text + start, n, words[k]) &&
            (start + n == p->t->size || !isalpha((unsigned char)p->t->text[start + n])))
            return piece_clause_end(p, i + 1) > i + 2 || strcmp(words[k], "ago") == 0 ||
                   p->at[i + 1].kind == PART_EVENT;
    }
    return p->at[i + 1].kind == PART_EVENT;
}

static void lint_anchor(const piece *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        bool recent, coming = false;
        finding *f;

        if (m->kind != PART_WINDOW || !m->part->window || !m->part->window->anchor ||
            strcmp(m->part->window->anchor, "unstated") != 0)
            continue;
        if (has_word(p, m->span.start, m->span.end, "ago") || names_event(p, i) ||
            (i > 0 && p->at[i - 1].kind == PART_EVENT))
            continue;
        recent = has_word(p, m->span.start, m->span.end, "last") ||
                 has_word(p, m->span.start, m->span.end, "past") ||
                 has_word(p, m->span.start, m->span.end, "previous") ||
                 has_word(p, m->span.start, m->span.end, "preceding");
        for (size_t k = piece_clause_start(p, i); k < i; k++)
            coming = coming || p->at[k].kind == PART_PLANNED ||
                     (p->at[k].kind == PART_THING &&
                      has_word(p, p->at[k].span.start, p->at[k].span.end, "planned"));
        coming = coming || has_word(p, m->span.start, m->span.end, "next") ||
                 has_word(p, m->span.start, m->span.end, "coming");
        f = finding_add(p->out, "missing-anchor", m->span,
                        arena_printf(p->out->arena, "%s %s screening", piece_words(p, m->span),
                                     coming ? "after" : "before"),
                        "\"%s\": counted from which event?", piece_words(p, m->span));
        if (f)
            f->replaces = true;
        if (f && (recent || coming))
            f->severity = SEVERITY_NOTE; /* by convention from the assessment */
    }
}

static bool thing_between(const piece *p, size_t start, size_t end)
{
    for (size_t i = piece_mark(p, start); i < p->count && p->at[i].span.end <= end; i++)
        if (p->at[i].kind == PART_THING || p->at[i].kind == PART_COMMA || p->at[i].kind == PART_OR)
            return true;
    return false;
}

static void lint_past(const piece *p)
{
    if (!words_have(&p->words, WORD_PAST) && !words_have(&p->words, WORD_TOOK_PART))
        return;
    for (size_t i = 0; p->at && i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i], *what = NULL;
        size_t from, to, at;
        bool took_part = word_is(h, WORD_TOOK_PART) != NULL, dated = false;

        if (!took_part && !word_is(h, WORD_PAST))
            continue;
        at = piece_mark(p, h->span.start);
        from = piece_clause_start(p, at);
        to = piece_clause_end(p, at);
        for (size_t k = from; k < to; k++)
            dated = dated || p->at[k].kind == PART_WINDOW || p->at[k].kind == PART_DURATION ||
                    p->at[k].kind == PART_EVENT || (p->at[k].kind == PART_QUANTITY);
        if (dated || words_in(&p->words, WORD_EVER, byte_of(p, from), byte_of(p, to)))
            continue;
        if (took_part)
            what = words_in(&p->words, WORD_OTHER_STUDY, h->span.end, byte_of(p, to));
        if (!took_part) {
            size_t reach = h->span.end + 24 < byte_of(p, to) ? h->span.end + 40 : byte_of(p, to);

            what = words_in(&p->words, WORD_SUBSTANCE, h->span.end, reach);
            if (!what &&
                !words_in(&p->words, WORD_CANCER_OR_STUDY_DRUG, byte_of(p, from), byte_of(p, to)))
                what = words_in(&p->words, WORD_FADING, h->span.end, reach);
            if (what && (what->span.start > h->span.end + 24 ||
                         thing_between(p, h->span.end, what->span.start)))
                what = NULL;
        }
        if (what) {
            eligo_span s = {h->span.start, what->span.end};
            finding_add(p->out, "missing-window", s,
                        arena_printf(p->out->arena, "%s within ... months before screening",
                                     piece_words(p, s)),
                        "\"%s\": how far back?", piece_words(p, s));
        }
    }
}

/* ---- limits ---- */

/* What a quantity is about, where its thing stands close before (or behind "of"); NULL: not known.
 */
static const concept *subject_of(const piece *p, size_t i)
{
    unsigned words = 0;

    for (size_t k = i; k-- > 0;) {
        const mark *m = &p->at[k];

        switch (m->kind) {
        case PART_THING: return m->part->hit.quantity;
        case PART_END: /* a bracket between them says nothing new: "haemoglobin (Hb) 10" */
            while (k > 0 && !(p->at[k].kind == PART_BRACKET && p->at[k].depth == m->depth))
                k--;
            continue;
        case PART_WORD:
        case PART_FILL:
        case PART_QUAL:
            if (++words > 3)
                return NULL;
            continue;
        case PART_OF:
        case PART_BRACKET:
        case PART_COLON:
        case PART_WITH: continue;
        case PART_AND:
        case PART_OR: /* "< 36 and > 48 %" */
            if (k > 0 && p->at[k - 1].kind == PART_QUANTITY) {
                k--;
                continue;
            }
            break;
        default: break;
        }
        break;
    }
    if (i + 2 < p->count && p->at[i + 1].kind == PART_OF && p->at[i + 2].kind == PART_THING)
        return p->at[i + 2].part->hit.quantity;
    return NULL;
}

static bool before_is(const piece *p, size_t start, const char *word)
{
    size_t n = strlen(word);

    while (start > 0 && isspace((unsigned char)p->t->text[start - 1]))
        start--;
    return start >= n && text_equal_nocase(p->t->text + start - n, n, word) &&
           (start == n || !isalpha((unsigned char)p->t->text[start - n - 1]));
}

/* "between" stands before the range, or before "ages" that stands before it. */
static bool between_before(const piece *p, eligo_span s)
{
    static const char *const skipped[] = {"the", "of", "ages", "age", NULL};
    size_t at = s.start;
    bool moved = true;

    if (s.end - s.start > 7 && text_equal_nocase(p->t->text + s.start, 7, "between"))
        return true;
    while (moved) {
        moved = false;
        for (size_t i = 0; skipped[i] && !moved; i++)
            if (before_is(p, at, skipped[i])) {
                while (at > 0 && isspace((unsigned char)p->t->text[at - 1]))
                    at--;
                at -= strlen(skipped[i]);
                moved = true;
            }
    }
    return before_is(p, at, "between");
}

static bool dashed(const piece *p, eligo_span s)
{
    for (size_t i = s.start; i + 1 < s.end; i++)
        if (i > s.start && (p->t->text[i] == '-' || (unsigned char)p->t->text[i] == 0xE2 ||
                            (p->t->text[i] == 't' && p->t->text[i + 1] == 'o')))
            return true;
    return false;
}

static bool inclusive_near(const piece *p, size_t i)
{
    size_t end = p->at[i].span.end + 24 < p->t->size ? p->at[i].span.end + 24 : p->t->size;

    return has_word(p, p->at[i].span.start, end, "inclusive") ||
           has_word(p, p->at[i].span.start, end, "inclusively") ||
           has_word(p, p->at[i].span.start, end, "included") ||
           has_word(p, p->at[i].span.start, end, "including") ||
           has_word(p, p->at[i].span.start, end, "incl") ||
           has_word(p, p->at[i].span.start, end, "both");
}

static const char *two_readings(const piece *p, const char *a, const char *b, finding *f)
{
    const char **list = arena_array(p->out->arena, 3, sizeof *list);

    if (list && f) {
        list[0] = a;
        list[1] = b;
        f->readings = list;
    }
    return a;
}

/* "18 years (including) to 75": one end of the range is said to be included, the other is not
 * spoken of. */
static bool one_end(const piece *p, size_t i)
{
    static const char *const words[] = {"including", "inclusive", "included", "incl"};
    size_t k = piece_past(p, i + 1);
    bool said = false;

    if (i + 1 >= p->count || p->at[i + 1].kind != PART_BRACKET)
        return false;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        said = said || has_word(p, p->at[i + 1].span.start, p->at[i + 1].span.end, words[w]);
    if (!said)
        return false;
    while (k < p->count && (p->at[k].kind == PART_FILL || p->at[k].kind == PART_TO ||
                            p->at[k].kind == PART_TOWORD || p->at[k].kind == PART_DASH ||
                            p->at[k].kind == PART_AND))
        k++;
    return k < p->count && p->at[k].kind == PART_QUANTITY && !inclusive_near(p, k);
}

static void lint_one_end(const piece *p, size_t i)
{
    size_t k = piece_past(p, i + 1);
    eligo_span s;
    finding *f;
    const char *words;

    while (p->at[k].kind != PART_QUANTITY)
        k++;
    s = (eligo_span){p->at[i].span.start, p->at[k].span.end};
    words = piece_words(p, p->at[k].span);
    f = finding_add(p->out, "boundary", s,
                    arena_printf(p->out->arena, "%s, both included", piece_words(p, s)),
                    "one end of the range is said to be included; is \"%s\" included, too?", words);
    if (f)
        f->severity = SEVERITY_WARNING;
    two_readings(p, arena_printf(p->out->arena, "%s is included", words),
                 arena_printf(p->out->arena, "%s is not included", words), f);
}

/* "younger than 18 years and older than 50": the mark of the second limit, where no value meets
 * both; 0: not so. */
static size_t joined_bound(const piece *p, size_t i)
{
    size_t k = i + 1;
    bool joined = false;

    for (; k < p->count && k < i + 5; k++) {
        part_kind kind = p->at[k].kind;

        if (kind == PART_AND)
            joined = true;
        else if (kind == PART_QUANTITY)
            break;
        else if (kind != PART_AGEWORD && kind != PART_FILL)
            return 0;
    }
    if (!joined || k >= p->count || p->at[k].kind != PART_QUANTITY ||
        p->at[k].depth != p->at[i].depth)
        return 0;
    const part *a = p->at[i].part, *b = p->at[k].part;
    if (!b->low.given || b->high.given || b->low.value < a->high.value ||
        (a->unit.ucum && b->unit.ucum && strcmp(a->unit.ucum, b->unit.ucum) != 0))
        return 0;
    return k;
}

static void lint_boundary(const piece *p)
{
    arena *a = p->out->arena;

    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        const part *q = m->part;
        const concept *c;
        bool bound, age, within_range;
        const char *words;
        size_t k;
        finding *f;

        if (m->kind != PART_QUANTITY)
            continue;
        c = subject_of(p, i);
        words = piece_words(p, m->span);
        bound = q->value && *q->value;
        age = q->age || (c && strcmp(c->id, "age") == 0);
        within_range = q->low.given && q->high.given && q->low.value < q->high.value;
        if (q->low.given && q->high.given && q->low.value > q->high.value &&
            has_word(p, m->span.start, m->span.end, "and")) {
            f = finding_add(p->out, "contradiction", m->span,
                            arena_printf(a, "below %s or above %s",
                                         number_rounded(q->high.value, 6, (char[32]){0}),
                                         number_rounded(q->low.value, 6, (char[32]){0})),
                            "\"%s\": nothing is both", words);
            two_readings(p, "either of the two (\"or\" is meant)",
                         "both at once, which nothing can be", f);
            continue;
        }
        if (q->high.given && !q->low.given && (k = joined_bound(p, i)) != 0) {
            eligo_span both = {m->span.start, p->at[k].span.end};

            f = finding_add(p->out, "contradiction", both, NULL, "\"%s\": nothing is both",
                            piece_words(p, both));
            two_readings(p, "either of the two (\"or\" is meant)",
                         "both at once, which nothing can be", f);
            i = k;
            continue;
        }
        if (one_end(p, i)) {
            lint_one_end(p, i);
            continue;
        }
        if (within_range && between_before(p, m->span) && !dashed(p, m->span) &&
            !inclusive_near(p, i) && (age || (c && c->category == CATEGORY_MEASUREMENT)) &&
            !q->value_count) {
            char low[32], high[32];

            number_rounded(q->low.value, 6, low);
            number_rounded(q->high.value, 6, high);
            f = finding_add(p->out, "boundary", m->span,
                            arena_printf(a, "from %s to %s%s%s, both included", low, high,
                                         q->unit.text ? " " : "", q->unit.text ? q->unit.text : ""),
                            "\"between\" leaves open whether %s and %s themselves count", low,
                            high);
            if (f)
                f->severity = SEVERITY_NOTE;
            two_readings(p, arena_printf(a, "%s and %s are included", low, high),
                         arena_printf(a, "%s and %s are not included", low, high), f);
        } else if (age && bound && q->low.given && !q->low.inclusive &&
                   (!q->unit.ucum || strcmp(q->unit.ucum, "a") == 0)) {
            char low[32], next[32];

            number_rounded(q->low.value, 6, low);
            number_rounded(q->low.value + 1, 6, next);
            f = finding_add(p->out, "boundary", m->span, arena_printf(a, "%s years or older", next),
                            "\"%s\": is somebody of %s years and a half meant? Ages are read as "
                            "completed years and as exact ones",
                            words, low);
            if (f)
                f->severity = SEVERITY_WARNING;
            two_readings(p, arena_printf(a, "from the day after the birthday at %s", low),
                         arena_printf(a, "from %s years on", next), f);
        } else if (!bound && q->low.given && q->high.given && q->low.value == q->high.value &&
                   !q->value_count && !q->word_number &&
                   (q->relative != RELATIVE_NONE ||
                    (c && c->category == CATEGORY_MEASUREMENT && q->unit.text)) &&
                   !age && !has_word(p, m->span.start, m->span.end, "equal") &&
                   !memchr(p->t->text + m->span.start, '=', m->span.end - m->span.start) &&
                   !(i + 1 < p->count &&
                     (p->at[i + 1].kind == PART_TO || p->at[i + 1].kind == PART_DASH ||
                      p->at[i + 1].kind == PART_ORMORE || p->at[i + 1].kind == PART_SLASH)) &&
                   !(i > 0 && p->at[i - 1].kind == PART_CMP)) {
            f = finding_add(p->out, "boundary", m->span,
                            arena_printf(a, "at least %s (or: at most %s)", words, words),
                            "\"%s\": above it or below it?", words);
            if (f)
                f->severity = SEVERITY_WARNING;
            two_readings(p, arena_printf(a, "%s or more", words),
                         arena_printf(a, "%s or less", words), f);
        }
    }
}

/* ---- characters ---- */

static bool digit(const lint_text *t, size_t i)
{
    return i < t->size && t->text[i] >= '0' && t->text[i] <= '9';
}

/* Where lint_characters() has something to look at: digits, question marks, what is not ASCII. */
static bool worth_a_look(char c)
{
    return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || c == '?';
}

/* The same of eight of them. */
static bool none_worth_a_look(uint64_t x)
{
    return !((x & TEXT_EACH(0x80)) | text_between(x, '0', '9') | text_between(x, '?', '?'));
}

/* What UTF-8 looks like when it was read as Latin-1, and what stands for characters that could not
 * be shown. */
static size_t mojibake(const lint_text *t, size_t i)
{
    static const char *const marks[] = {
        "\xC3\xA2\xE2\x80\xB0", "\xC3\xA2\xE2\x82\xAC", "\xC3\x82\xC2\xB5", "\xC3\x82\xC2\xB0",
        "\xC3\x8E\xC2\xBC",     "\xC3\x83\xE2\x80\x94", "\xEF\xBF\xBD",     "\xC2\xBF",
        "\xC3\xA2\xC2\x89",     "\xC3\xA2\xC2\x80"};

    for (size_t k = 0; (unsigned char)t->text[i] >= 0x80 && k < sizeof marks / sizeof *marks; k++) {
        size_t n = strlen(marks[k]);

        if (i + n <= t->size && memcmp(t->text + i, marks[k], n) == 0)
            return n;
    }
    return 0;
}

static finding *damage(const piece *p, eligo_span s, const char *suggestion, const char *what)
{
    return finding_add(p->out, "damaged-notation", s, suggestion, "\"%s\": %s", piece_words(p, s),
                       what);
}

/* Signs and letters that stand where none can: 37and0, x109 PG L, /uL3, ? 18 years, >-48. */
static void lint_characters(const piece *p)
{
    const lint_text *t = p->t;

    for (size_t i = 0; i < t->size; i++) {
        size_t n, k;

        while (i + 8 <= t->size && none_worth_a_look(text_bytes(t->text + i, 8)))
            i += 8;
        if (i == t->size || !worth_a_look(t->text[i]))
            continue;
        n = mojibake(t, i);

        if (n) {
            damage(p, (eligo_span){i, i + n}, NULL, "a character was lost on the way");
            i += n;
        }
        if (digit(t, i) && i > 0 && !digit(t, i - 1) && t->text[i - 1] == '?' &&
            (i < 2 || !isalnum((unsigned char)t->text[i - 2])))
            damage(p, (eligo_span){i - 1, i + 1}, NULL, "a sign was lost in front of the number");
        else if (t->text[i] == '?' && i + 2 < t->size && t->text[i + 1] == ' ' && digit(t, i + 2) &&
                 (i == 0 || t->text[i - 1] == ' '))
            damage(p, (eligo_span){i, i + 3}, NULL, "a sign was lost in front of the number");
        /* a word of the list between two numbers, without blanks */
        for (k = 0; k < 3 && digit(t, i); k++) {
            static const char *const words[] = {"and", "or", "to"};
            size_t size = strlen(words[k]);

            if (i + 1 + size < t->size && text_equal_nocase(t->text + i + 1, size, words[k]) &&
                digit(t, i + 1 + size) && !(i > 0 && isalpha((unsigned char)t->text[i - 1]))) {
                damage(p, (eligo_span){i, i + 2 + size}, NULL,
                       "a sign became a word, or blanks are lost");
                i += size;
            }
        }
    }
}

static bool power_of_ten(const piece *p, eligo_span s)
{
    const char *w = p->t->text + s.start;
    size_t n = s.end - s.start;

    return n >= 3 && n <= 5 && (w[0] == 'x' || w[0] == 'X') && w[1] == '1' && w[2] == '0' &&
           (n == 3 || isdigit((unsigned char)w[3]));
}

/* The bound with its unit as it should be printed; NULL where it is not clear. */
static const char *mended(const piece *p, const mark *m)
{
    const rule_unit *u = &m->part->unit;
    size_t from;

    if (!u->ucum || !u->text)
        return NULL;
    for (from = m->span.start; from < m->span.end; from++)
        if (isdigit((unsigned char)p->t->text[from]))
            break;
    while (from < m->span.end && (isdigit((unsigned char)p->t->text[from]) ||
                                  p->t->text[from] == '.' || p->t->text[from] == ','))
        from++;
    return arena_printf(p->out->arena, "%.*s %s", (int)(from - m->span.start),
                        p->t->text + m->span.start, unit_printed(u->ucum, (char[64]){0}));
}

static void lint_damage(const piece *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->kind == PART_WORD && i > 0 && p->at[i - 1].kind == PART_QUANTITY &&
            power_of_ten(p, m->span))
            damage(p, (eligo_span){p->at[i - 1].span.start, m->span.end}, NULL,
                   "a power of ten has lost its form, and its unit");
        if (m->kind != PART_QUANTITY)
            continue;
        if (m->part->damaged) {
            finding *f =
                damage(p, m->span, mended(p, m), "a power of ten has lost its superscript");

            if (f)
                f->replaces = f->suggestion != NULL;
        } else if (((m->part->low.given && m->part->low.value < 0) ||
                    (m->part->high.given && m->part->high.value < 0)) &&
                   subject_of(p, i) && subject_of(p, i)->category == CATEGORY_MEASUREMENT &&
                   subject_of(p, i)->plausible.low >= 0)
            damage(p, m->span, NULL, "a minus that cannot be meant; a sign was lost or doubled");
        /* "/uL3": behind a number a slash, and what is no unit but looks like one */
        else if (i + 2 < p->count && p->at[i + 1].kind == PART_SLASH &&
                 p->at[i + 2].kind == PART_WORD && p->at[i + 2].part->joined && subject_of(p, i)) {
            eligo_span w = p->at[i + 2].span, s = {m->span.start, w.end};
            bool figure = digit(p->t, w.end - 1);

            if (figure)
                damage(p, s, NULL, "the unit is garbled");
            else if (w.end - w.start <= 4 && m->part->unit.ucum)
                finding_add(p->out, "implausible-unit", s, NULL, "\"%s\": there is no such unit",
                            piece_words(p, s));
        } else if (m->depth > 0 && i > 0 && p->at[i - 1].kind == PART_BRACKET && i + 1 < p->count &&
                   p->at[i + 1].kind == PART_END && i > 1 && m->part->value && *m->part->value &&
                   !m->part->unit.text && m->part->relative == RELATIVE_NONE && !m->part->age &&
                   p->at[i - 2].kind == PART_THING && !p->at[i - 2].part->hit.quantity &&
                   p->at[i - 2].part->hit.thing &&
                   (p->at[i - 2].part->hit.thing->category == CATEGORY_MEDICATION ||
                    p->at[i - 2].part->hit.thing->category == CATEGORY_PROCEDURE))
            damage(p, p->at[i - 1].span, NULL,
                   "a limit without its quantity and unit; something was lost here");
    }
}

/* ---- lists without end, and what is no condition ---- */

/* "All subjects will be ...": people, and what is done to them, with nothing that they must have.
 */
static bool tells_of_people(const piece *p, const word_hit *h)
{
    bool person = false;

    for (size_t i = 0; i < p->count; i++) {
        part_kind k = p->at[i].kind;

        if (k == PART_QUANTITY || k == PART_IF || k == PART_EXCLUDED)
            return false;
        if (p->at[i].span.start < h->span.start) {
            if (k != PART_PERSON && k != PART_FILL && k != PART_ALLOF && k != PART_CONSENT)
                return false;
            person = true;
        }
    }
    return person;
}

static void lint_kind(const piece *p)
{
    if (!words_have(&p->words, WORD_OPEN_END) && !words_have(&p->words, WORD_PROCEDURE) &&
        !words_have(&p->words, WORD_FUTURE) && !words_have(&p->words, WORD_SOMEONE))
        return;
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *e;

        if ((e = word_is(h, WORD_OPEN_END)) && strcmp(e->value, ".") == 0)
            finding_add(p->out, "open-list", h->span,
                        "name a class that bounds the list, or end it",
                        "\"%s\": what else belongs to the list?", piece_words(p, h->span));
        if (word_is(h, WORD_PROCEDURE) && !p->t->item && tells_of_people(p, h))
            finding_add(p->out, "not-a-criterion", h->span, NULL,
                        "\"%s\": this tells what will be done, and asks nothing of the patient",
                        piece_words(p, h->span));
        if (word_is(h, WORD_FUTURE) && p->t->exclusion)
            finding_add(p->out, "future-event", h->span, NULL,
                        "\"%s\" is known after enrolment only", piece_words(p, h->span));
        if (word_is(h, WORD_SOMEONE) && h->span.start < 6 && !p->t->item) {
            size_t k = piece_mark(p, h->span.end);

            /* "mother has ...": a verb follows; "mothers of ..." or "parents or guardian consent"
             * do not say so */
            if (k < p->count && !words_in(&p->words, WORD_OPINION, 0, p->t->size) &&
                (p->at[k].kind == PART_FILL || p->at[k].kind == PART_NOT ||
                 p->at[k].kind == PART_HISTORY || p->at[k].kind == PART_WITH)) {
                bool consent = false;

                for (size_t j = k; j < p->count; j++)
                    consent =
                        consent || p->at[j].kind == PART_CONSENT || p->at[j].kind == PART_JUDGE;
                if (!consent)
                    finding_add(p->out, "population", h->span, NULL,
                                "\"%s\": the line is about somebody else than the patient",
                                piece_words(p, h->span));
            }
        }
    }
}

void lint_piece(const lint_text *t, const parts *list, const lexicon *lx, arena *scratch,
                finding_list *out)
{
    row r = {.arena = scratch};
    piece p = {.t = t, .lx = lx, .out = out};

    add_marks(&r, t->text, list->list, list->count, 0);
    p.at = r.at;
    p.count = r.count;
    p.words = words_find(&list->words, scratch);
    if (arena_failed(scratch))
        return;
    _Static_assert(PART_KINDS <= 128, "a bit for each kind");
    for (size_t i = 0; i < p.count; i++)
        p.kinds[p.at[i].kind / 64] |= (uint64_t)1 << p.at[i].kind % 64;
    lint_characters(&p);
    if (piece_has(&p, PART_QUANTITY))
        lint_damage(&p);
    lint_incomplete(&p);
    if (piece_has(&p, PART_QUANTITY))
        lint_boundary(&p);
    if (piece_has(&p, PART_WINDOW))
        lint_anchor(&p);
    lint_past(&p);
    lint_discretion(&p);
    lint_vague(&p);
    lint_kind(&p);
    lint_scopes(&p);
}
