/* Findings on abbreviations that the document writes out nowhere. */
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/audit.h"
#include "rules/words.h"

#include <ctype.h>
#include <string.h>

typedef struct short_form {
    const char *text;
    size_t size;
} short_form;

enum { SHORT_MOST = 6, SHORT_LEAST = 2, SHORT_TOLD = 200, SHORT_SEARCHES = 16 };

/* The abbreviations of a document: those told, and, once more than a few were asked about, all that
 * are written out in it. */
typedef struct short_forms {
    const char *document;
    size_t size;
    short_form told[SHORT_TOLD];
    size_t count, searches;
    uint64_t *expanded; /* a hash table of their letters; NULL: not made yet */
    size_t places;      /* a power of two */
    arena *arena;
} short_forms;

/* The words before, up to a bracket that opens, are more than the letters. */
static bool opened_before(const short_forms *s, const char *p, size_t n)
{
    for (size_t i = 0; i < 80 && p - i > s->document && *(p - i) != ')' && *(p - i) != '\n'; i++)
        if (*(p - i) == ',')
            return false; /* a list */
        else if (*(p - i) == '(')
            return i > n + 2;
    return false;
}

/* Do the letters p[0, n), behind which no letter or digit stands, stand as "(ABC)" behind words, or
 * as "ABC (words", or as "ABC = words"? */
static bool written_out(const short_forms *s, const char *p, size_t n)
{
    const char *next = p + n, *end = s->document + s->size;

    if (p - s->document > 3 && (p[-1] == '(' || p[-1] == '['))
        return true;
    if (next < end && *next == ')' && p - s->document > 12 && p[-1] == ' ' && p[-2] == ',' &&
        opened_before(s, p - 3, n)) /* "(neuromuscular disease, NMD)" */
        return true;
    while (next < end && *next == ' ')
        next++;
    if (next + 1 < end && (*next == '(' || *next == '[') && isalpha((unsigned char)next[1]) &&
        next + 5 < end && memchr(next, ' ', (size_t)(end - next < 40 ? end - next : 40)))
        return true;
    return next < end && (*next == '=' || *next == ':') && next - p <= (ptrdiff_t)n + 2;
}

static bool ends_word(const short_forms *s, const char *next)
{
    return next == s->document + s->size || !isalnum((unsigned char)*next);
}

/* The place of some letters in the table, or of where they belong. */
static uint64_t *place_of(const short_forms *s, uint64_t letters)
{
    size_t i = (size_t)(letters * 0x9E3779B97F4A7C15u >> 32) & (s->places - 1);

    while (s->expanded[i] && s->expanded[i] != letters)
        i = (i + 1) & (s->places - 1);
    return &s->expanded[i];
}

static bool add_expanded(short_forms *s, uint64_t letters, size_t *count)
{
    uint64_t *place = s->expanded ? place_of(s, letters) : NULL;

    if (place && *place)
        return true;
    if ((*count + 1) * 2 > s->places) {
        uint64_t *old = s->expanded;
        size_t had = s->places;

        s->places = had ? had * 2 : 64;
        s->expanded = arena_array(s->arena, s->places, sizeof *s->expanded);
        if (!s->expanded)
            return false;
        for (size_t i = 0; old && i < had; i++)
            if (old[i])
                *place_of(s, old[i]) = old[i];
        place = place_of(s, letters);
    }
    if (!place)
        return false;
    *place = letters;
    ++*count;
    return true;
}

/* All that is written out, in one pass over the document. */
static bool list_expanded(short_forms *s)
{
    size_t count = 0;

    if (!add_expanded(s, 1, &count)) /* so that there is a table, also of nothing */
        return false;
    for (size_t i = 0, capitals = 0; i < s->size; i++) {
        capitals = s->document[i] >= 'A' && s->document[i] <= 'Z' ? capitals + 1 : 0;
        if (capitals < SHORT_LEAST || !ends_word(s, s->document + i + 1))
            continue;
        for (size_t n = SHORT_LEAST; n <= capitals && n <= SHORT_MOST; n++)
            if (written_out(s, s->document + i + 1 - n, n) &&
                !add_expanded(s, text_bytes(s->document + i + 1 - n, n), &count))
                return false;
    }
    return true;
}

/* Is it written out somewhere in the document? */
static bool expanded(short_forms *s, short_form f)
{
    const char *end = s->document + s->size;

    if (s->searches++ >= SHORT_SEARCHES && (s->expanded || list_expanded(s)))
        return *place_of(s, text_bytes(f.text, f.size)) != 0;
    for (const char *p = s->document; (p = memchr(p, f.text[0], (size_t)(end - p))) != NULL; p++)
        if ((size_t)(end - p) >= f.size && memcmp(p, f.text, f.size) == 0 &&
            ends_word(s, p + f.size) && written_out(s, p, f.size))
            return true;
    return false;
}

static bool plain_capitals(const char *w, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (w[i] < 'A' || w[i] > 'Z')
            return false;
    return true;
}

static bool roman(const char *w, size_t n)
{
    if (n > 1 && w[n - 1] >= 'A' && w[n - 1] <= 'D')
        n--; /* stage IVB */
    for (size_t i = 0; i < n; i++)
        if (!strchr("IVX", w[i]))
            return false;
    return true;
}

/* Most letters of the line are capitals: nothing can be told from them. */
static bool shouted(const char *text, size_t size)
{
    size_t capitals = 0, letters = 0;

    for (size_t i = 0; i < size; i++) {
        letters += isalpha((unsigned char)text[i]) != 0;
        capitals += isupper((unsigned char)text[i]) != 0;
    }
    return capitals * 2 > letters && letters > 12;
}

static bool is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* Signs and digits that make a code, a gene or a name of the letters behind or before them; of a
 * NUL nobody knows what it was. */
static bool makes_code(char c)
{
    return c == 0 || c == '-' || c == '/' || c == '+' || (c >= '0' && c <= '9');
}

/* The same of what stands before letters: a slash behind a plain word only parts the two. */
static bool codes_before(const char *text, size_t start)
{
    return start > 0 && makes_code(text[start - 1]) &&
           !(text[start - 1] == '/' && start > 2 && text[start - 2] >= 'a' &&
             text[start - 2] <= 'z' && text[start - 3] >= 'a' && text[start - 3] <= 'z');
}

static bool two_capitals(uint64_t x)
{
    uint64_t capitals = text_between(x, 'A', 'Z');

    return capitals & capitals >> 8;
}

/* "STAR-PU": two runs of capitals, neither of them common. */
static bool doubly_short(const char *text, size_t size, size_t start, size_t end)
{
    size_t from = end + 1, to = from;

    if (end >= size || text[end] != '-' || codes_before(text, start))
        return false;
    while (to < size && text[to] >= 'A' && text[to] <= 'Z')
        to++;
    return to - from >= SHORT_LEAST && to - from <= SHORT_MOST &&
           !(to < size && (is_letter(text[to]) || makes_code(text[to]))) &&
           !roman(text + from, to - from) && !words_entry(WORD_COMMON, text + from, to - from);
}

/* Is a word of two to six capitals in the text that is no Roman number and not common? Most
 * criteria have none. */
static bool may_abbreviate(const char *text, size_t size)
{
    for (size_t i = 0, end; i < size; i = end) {
        size_t n;

        /* where eight bytes hold no two capitals in a row, none begin in the first seven */
        while (i + 8 <= size && !two_capitals(text_bytes(text + i, 8)))
            i += 7;

        end = i + 1;
        if (!(text[i] >= 'A' && text[i] <= 'Z')) {
            if (is_letter(text[i]))
                while (end < size && is_letter(text[end]))
                    end++;
            continue;
        }
        while (end < size && is_letter(text[end]))
            end++;
        n = end - i - (text[end - 1] == 's');
        if (n >= SHORT_LEAST && n <= SHORT_MOST && plain_capitals(text + i, n) &&
            !roman(text + i, n) && !codes_before(text, i) && !(i > 0 && text[i - 1] == '.') &&
            !(end < size && makes_code(text[end]) && !doubly_short(text, size, i, end)) &&
            !words_entry(WORD_COMMON, text + i, n))
            return true;
    }
    return false;
}

/* "STAI score": the name goes on with a plain word. */
static bool small_behind(const char *text, size_t size, const atom *w)
{
    return w->end + 1 < size && text[w->end] == ' ' && text[w->end + 1] >= 'a' &&
           text[w->end + 1] <= 'z';
}

static bool is_drug(const concept *c)
{
    return c && (c->category == CATEGORY_MEDICATION || c->category == CATEGORY_IMMUNIZATION);
}

/* Abbreviations of one criterion that are written out nowhere. */
static void of_criterion(const rules *r, const criterion *c, short_forms *all, arena *scratch,
                         finding_list *f)
{
    size_t length = c->span.end - c->span.start;
    const char *text = all->document + c->span.start;
    atoms words = lexicon_cut(r->lexicon, text, length, scratch);
    word_hits hits = words_find(&words, scratch);

    if (words_have(&hits, WORD_GENES))
        return;
    for (size_t k = 0; k < words.count && all->count < SHORT_TOLD; k++) {
        const atom *w = &words.list[k];
        size_t n = w->end - w->start, covered;
        lexicon_hit hit;
        bool known = false;
        short_form s = {text + w->start, n};

        /* that the lexicon has one does not mean that a reader outside the field does; names of
         * drugs are no abbreviations */
        if (lexicon_match(r->lexicon, &words, k, &hit) &&
            (is_drug(hit.thing) || (hit.atoms > 1 && !small_behind(text, length, w)))) {
            k += hit.atoms - 1;
            continue;
        }
        if (n > 1 && s.text[n - 1] == 's')
            s.size = --n;
        if (w->kind != ATOM_WORD || n < SHORT_LEAST || n > SHORT_MOST ||
            !plain_capitals(s.text, n) || roman(s.text, n) || cue_match(&words, k, &covered) ||
            words_entry(WORD_COMMON, s.text, n))
            continue;
        /* with a number or a hyphen it is a code, a gene or a name */
        if (codes_before(text, w->start) || (w->start > 0 && text[w->start - 1] == '.') ||
            (w->end < length && makes_code(text[w->end]) &&
             !doubly_short(text, length, w->start, w->end)))
            continue;
        if (k + 1 < words.count && words_entry(WORD_GENE_CONTEXT, text + words.list[k + 1].start,
                                               words.list[k + 1].end - words.list[k + 1].start))
            continue;
        for (size_t j = 0; j < all->count && !known; j++)
            known = all->told[j].size == n && memcmp(all->told[j].text, s.text, n) == 0;
        if (known || expanded(all, s))
            continue;
        all->told[all->count++] = s;
        finding_add(f, "undefined-abbreviation",
                    (eligo_span){c->span.start + w->start, c->span.start + w->start + n},
                    arena_printf(f->arena, "... (%.*s)", (int)n, s.text),
                    "\"%.*s\" is written out nowhere in the document", (int)n, s.text);
    }
}

void audit_short_forms(const rules *r, const char *document, size_t size, arena *scratch,
                       finding_list *f)
{
    short_forms all;

    all.document = document;
    all.size = size;
    all.count = all.searches = all.places = 0;
    all.expanded = NULL;
    all.arena = f->arena;
    for (size_t i = 0; i < r->criterion_count && all.count < SHORT_TOLD; i++) {
        const criterion *c = &r->criteria[i];
        size_t length = c->span.end - c->span.start;

        if (c->kind == CRITERION_REGISTRY || c->span.end > size || length > LIMIT_CRITERION_BYTES ||
            !may_abbreviate(document + c->span.start, length) ||
            shouted(document + c->span.start, length))
            continue;
        arena_reset(scratch);
        of_criterion(r, c, &all, scratch, f);
    }
}
