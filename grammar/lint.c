#include "grammar/lint.h"

#include "engine/base/text.h"
#include "grammar/lint_piece.h"
#include "rules/known.h"

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

/* ---- plain words ---- */

enum { LETTER = 1, DIGIT };

/* Letters, all that is not ASCII among them, and digits. */
static unsigned sort_of(char c)
{
    unsigned char lower = (unsigned char)(c | 0x20);

    return (lower >= 'a' && lower <= 'z') || (signed char)c < 0 ? LETTER
           : c >= '0' && c <= '9'                               ? DIGIT
                                                                : 0;
}

static unsigned sort_at(const char *text, size_t size, size_t i)
{
    return i < size ? sort_of(text[i]) : 0;
}

/* The end of the word that begins at i. Hyphens and apostrophes between letters belong to it. */
static size_t word_end(const char *text, size_t size, size_t i, bool *inner)
{
    for (i++; i < size; i++) {
        char c = text[i];

        if (sort_of(c) == LETTER)
            *inner = *inner || !(c & 0x20);
        else if ((c == '-' || c == '\'') && sort_at(text, size, i + 1) == LETTER) {
            *inner = true;
            i++;
        } else
            break;
    }
    return i;
}

/* The same of a number, with points and commas between its digits. */
static size_t number_end(const char *text, size_t size, size_t i, bool *inner)
{
    for (i++; i < size; i++)
        if (sort_of(text[i]) == DIGIT)
            *inner = *inner || !(text[i] & 0x20);
        else if ((text[i] == '.' || text[i] == ',') && sort_at(text, size, i + 1) == DIGIT) {
            *inner = true;
            i++;
        } else
            break;
    return i;
}

/* The word that begins at i, where it is one of those whose roles are known (`k`: an atom at or
 * before it). False: another one. */
static bool known_token(const atoms *words, size_t *k, size_t i, token *out)
{
    const atom *a;

    while (*k < words->count && words->list[*k].start < i)
        ++*k;
    a = &words->list[*k];
    if (*k == words->count || a->start != i || !a->known ||
        (a->end < words->size && words->text[a->end] == '-' &&
         sort_at(words->text, words->size, a->end + 1) == LETTER))
        return false;
    out->span.end = a->end;
    out->roles = known_roles_of(a->known)->roles;
    out->said = known_roles_of(a->known)->lint;
    for (size_t c = i + 1; c < a->end && a->capitals && !out->inner; c++)
        out->inner = !(words->text[c] & 0x20);
    return true;
}

/* What the words say that a token is put together of: "follow-up". */
static role_set parts_said(const char *text, eligo_span s)
{
    role_set all = 0;

    for (size_t i = s.start, stop; i < s.end; i = stop + 1) {
        for (stop = i; stop < s.end && isalnum((unsigned char)text[stop]); stop++)
            ;
        all |= roles_find(&lint_roles, text + i, stop - i);
    }
    return all;
}

/* The word or number that begins at t->span.start. */
static void read_token(const char *text, size_t size, const atoms *words, size_t *k, token *t,
                       role_set *said)
{
    size_t i = t->span.start;

    t->number = sort_of(text[i]) == DIGIT;
    if (!known_token(words, k, i, t)) {
        t->span.end = (t->number ? number_end : word_end)(text, size, i, &t->inner);
        t->roles = t->number ? 0 : roles_all(text + i, t->span.end - i);
        t->said = roles_find(&lint_roles, text + i, t->span.end - i);
        *said |= parts_said(text, t->span);
    }
    *said |= t->said;
    t->capital = text[i] >= 'A' && text[i] <= 'Z' && t->span.end > i + 1 && text[i + 1] >= 'a' &&
                 text[i + 1] <= 'z';
}

static const token *cut_tokens(const char *text, size_t size, const atoms *words, arena *a,
                               size_t *count, role_set *said)
{
    token *list = NULL;
    size_t n = 0, room = 0, k = 0;
    char gap = 0;

    if (!arena_reserve(a, (void **)&list, &room, size / 5 + 4, sizeof *list))
        return NULL;
    for (size_t i = 0; i < size;) {
        char c = text[i];

        if (c == ' ') {
            i++;
            continue;
        }
        if (!sort_of(c)) {
            if (c == '\n'
                    ? !gap
                    : !isspace((unsigned char)c) && (!gap || gap == '\n' || strchr(".;:,", c)))
                gap = c;
            i++;
            continue;
        }
        if (!arena_grow(a, (void **)&list, n, &room, sizeof *list))
            return NULL;
        list[n] = (token){.span = {i, i}, .gap = gap};
        read_token(text, size, words, &k, &list[n], said);
        gap = 0;
        i = list[n++].span.end;
    }
    *count = n;
    return list;
}

/* ---- places ---- */

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

size_t piece_token(const piece *p, size_t byte)
{
    size_t low = 0, high = p->token_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (p->tokens[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t piece_byte(const piece *p, size_t i)
{
    return i < p->count ? p->at[i].span.start : p->t->size;
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

eligo_span piece_clause(const piece *p, size_t byte)
{
    size_t i = piece_mark(p, byte);

    return (eligo_span){piece_byte(p, piece_clause_start(p, i)),
                        piece_byte(p, piece_clause_end(p, i))};
}

size_t piece_past(const piece *p, size_t i)
{
    size_t k = i + 1;

    if (i >= p->count || p->at[i].kind != PART_BRACKET)
        return k;
    while (k < p->count && !(p->at[k].kind == PART_END && p->at[k].depth == p->at[i].depth))
        k++;
    return k < p->count ? k + 1 : k;
}

size_t piece_past_noun(const piece *p, size_t end)
{
    for (size_t steps = 0; steps < 4 && end > 0 && end < p->count; steps++, end++) {
        part_kind last = p->at[end - 1].kind, next = p->at[end].kind;

        if ((last != PART_FILL && last != PART_QUAL && last != PART_CURRENT && last != PART_OF &&
             last != PART_JUDGE) ||
            p->at[end].depth != p->at[end - 1].depth ||
            (next != PART_FILL && next != PART_QUAL && next != PART_WORD && next != PART_THING &&
             next != PART_OF))
            break;
    }
    return end;
}

size_t piece_trimmed_end(const piece *p)
{
    size_t end = p->t->size;

    while (end &&
           (isspace((unsigned char)p->t->text[end - 1]) || strchr(",;.", p->t->text[end - 1])))
        end--;
    return end;
}

/* ---- words ---- */

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

bool piece_find(const piece *p, eligo_span s, role_set roles, eligo_span *found)
{
    const char *text = p->t->text;
    size_t end = s.end < p->t->size ? s.end : p->t->size;

    if (!(p->said & roles)) /* nearly always */
        return false;
    for (size_t i = s.start, stop; i < end; i = stop + 1) {
        for (stop = i; stop < p->t->size && isalnum((unsigned char)text[stop]); stop++)
            ;
        if (stop > i && stop <= end && (i == 0 || !isalnum((unsigned char)text[i - 1])) &&
            (roles_find(&lint_roles, text + i, stop - i) & roles)) {
            *found = (eligo_span){i, stop};
            return true;
        }
    }
    return false;
}

bool piece_has_word(const piece *p, size_t start, size_t end, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = start; i + n <= end && i + n <= p->t->size; i++)
        if ((p->t->text[i] | 0x20) == (*word | 0x20) &&
            text_equal_nocase(p->t->text + i, n, word) &&
            (i == 0 || !isalnum((unsigned char)p->t->text[i - 1])) &&
            (i + n == p->t->size || !isalnum((unsigned char)p->t->text[i + n])))
            return true;
    return false;
}

const word_hit *piece_class(const piece *p, word_class class, size_t start, size_t end)
{
    return words_in(&p->words, class, start, end);
}

size_t piece_hit(const piece *p, size_t byte)
{
    size_t i = words_from(&p->words, byte > WORD_HIT_BYTES ? byte - WORD_HIT_BYTES : 0);

    while (i < p->words.count && p->words.list[i].span.end <= byte)
        i++;
    return i;
}

const word_hit *piece_over(const piece *p, word_class class, eligo_span s)
{
    if (!words_have(&p->words, class))
        return NULL;
    for (size_t i = piece_hit(p, s.start);
         i < p->words.count && p->words.list[i].span.start < s.end; i++)
        if (p->words.list[i].span.end > s.start && word_is(&p->words.list[i], class))
            return &p->words.list[i];
    return NULL;
}

/* ---- things ---- */

bool piece_thing(const piece *p, size_t i)
{
    return i < p->count && p->at[i].kind == PART_THING;
}

const concept *piece_named(const piece *p, size_t i)
{
    const part *x;

    if (!piece_thing(p, i))
        return NULL;
    x = p->at[i].part;
    return x->hit.thing ? x->hit.thing : x->hit.quantity;
}

category piece_kind(const piece *p, size_t i)
{
    const concept *c = piece_named(p, i);

    return c ? c->category : CATEGORY_NONE;
}

bool piece_general(const piece *p, size_t i)
{
    const concept *c = piece_named(p, i);

    return !c || (c->flags & CONCEPT_WEAK);
}

role_set piece_roles(const piece *p, size_t i)
{
    static const role_set of_nouns = ROLE_GENERAL | ROLE_RECORD_ABSENT | ROLE_RECORD_ELSEWHERE |
                                     ROLE_RECORD_GENERIC | ROLE_RECORD_MANNER | ROLE_RECORD_PLACE |
                                     ROLE_RECORD_THERE | ROLE_STARTER;

    return i < p->count ? roles_all(p->t->text + p->at[i].span.start,
                                    p->at[i].span.end - p->at[i].span.start) &
                              ~of_nouns
                        : 0;
}

bool piece_alternative(part_kind k)
{
    return k == PART_OR || k == PART_ANDOR;
}

bool piece_begins(const piece *p, size_t i)
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

/* ---- findings ---- */

void piece_readings(const piece *p, finding *f, reading_kind kind, const char *a, const char *b)
{
    const char **list = arena_array(p->out->arena, 3, sizeof *list);

    if (!f || !list)
        return;
    list[0] = a;
    list[1] = b;
    f->readings = list;
    f->kind = kind;
}

void lint_piece(const lint_text *t, const parts *list, const lexicon *lx, arena *scratch,
                finding_list *out)
{
    row r = {.arena = scratch};
    piece p = {.t = t, .lx = lx, .out = out};

    if (!arena_reserve(scratch, (void **)&r.at, &r.room, list->count + 4, sizeof *r.at))
        return;
    add_marks(&r, t->text, list->list, list->count, 0);
    p.at = r.at;
    p.count = r.count;
    p.words = words_find(&list->words, scratch);
    p.tokens = cut_tokens(t->text, t->size, &list->words, scratch, &p.token_count, &p.said);
    if (arena_failed(scratch) || !p.count)
        return;
    _Static_assert(PART_KINDS <= 128, "a bit for each kind");
    for (size_t i = 0; i < p.count; i++)
        p.kinds[p.at[i].kind / 64] |= (uint64_t)1 << p.at[i].kind % 64;
    lint_damage(&p);
    lint_sense(&p);
    lint_limits(&p);
    lint_time(&p);
    lint_degree(&p);
    lint_scope(&p);
    lint_group(&p);
}
