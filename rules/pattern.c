#include "rules/pattern.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

/* ---- the head ---- */

static size_t word_size(const char *text, size_t size)
{
    size_t n = 0;

    while (n < size && ((text[n] >= 'a' && text[n] <= 'z') || (text[n] >= 'A' && text[n] <= 'Z') ||
                        (text[n] >= '0' && text[n] <= '9')))
        n++;
    return n;
}

static bool repeated(const char *text, size_t size, size_t at)
{
    return at < size && memchr("?*+{", text[at], 4);
}

/* "(?:a|b)", whose words follow each other from `text` behind the bracket. */
static bool read_group(const char *text, size_t size, pattern_head *head)
{
    size_t at = 0, n;

    for (;;) {
        n = word_size(text + at, size - at);
        if (!n || head->count == PATTERN_WORDS)
            return false;
        head->words[head->count++] = (pattern_word){text + at, n};
        at += n;
        if (at < size && text[at] == '|')
            at++;
        else
            return at < size && text[at] == ')' && !repeated(text, size, at + 1);
    }
}

static bool read_head(const char *text, size_t size, pattern_head *head)
{
    size_t n;

    head->count = 0;
    if (size > 5 && memcmp(text, "(?-i)", 5) == 0)
        text += 5, size -= 5;
    if (size > 3 && memcmp(text, "(?:", 3) == 0)
        return read_group(text + 3, size - 3, head);
    n = word_size(text, size);
    if (!n || repeated(text, size, n))
        return false;
    head->words[head->count++] = (pattern_word){text, n};
    return true;
}

/* ---- what a pattern needs ---- */

/* Words one of which there must be; least: bytes of the shortest, 0: nothing is known. */
typedef struct need {
    char words[PATTERN_NEEDS];
    size_t size, least;
} need;

typedef struct needs_reader {
    const char *begin, *at, *end;
    char *all;  /* what the whole pattern needs; NULL: inside a group */
    bool odd;   /* something was met that is not known here */
    int levels; /* that may still open */
} needs_reader;

static bool is_literal(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '%';
}

static char now(const needs_reader *r)
{
    return r->at < r->end ? *r->at : 0;
}

/* Behind "?", "*", "{2,5}?", where one stands; *optional: what it follows may be left out. */
static void skip_repeat(needs_reader *r, bool *optional)
{
    char c = now(r);

    *optional = c == '?' || c == '*' || c == '{';
    if (c == '{')
        while (r->at < r->end && *r->at != '}')
            r->at++;
    if (*optional || c == '+') {
        r->at++;
        while (now(r) == '?' || now(r) == '+')
            r->at++;
    }
}

/* "[^.;]" */
static void skip_class(needs_reader *r)
{
    r->at++;
    if (now(r) == '^')
        r->at++;
    if (now(r) == ']')
        r->at++;
    for (; r->at < r->end && *r->at != ']'; r->at++) {
        r->odd = r->odd || *r->at == '[';
        if (*r->at == '\\')
            r->at++;
    }
    r->at++;
}

static void skip_escape(needs_reader *r)
{
    char c;

    r->at++;
    c = now(r);
    r->odd = r->odd || (is_literal(c) ? !strchr("dDsSwWbB", c) : (signed char)c <= 0);
    r->at++;
}

static void take_need(needs_reader *r, need *best, const need *found)
{
    if (!found->least)
        return;
    if (found->least > best->least)
        *best = *found;
    if (r->all && found->least >= 3 && strlen(r->all) + found->size + 2 < PATTERN_NEEDS) {
        size_t n = strlen(r->all);

        if (n)
            r->all[n++] = '&';
        memcpy(r->all + n, found->words, found->size);
        r->all[n + found->size] = 0;
    }
}

static void read_sequence(needs_reader *r, need *best);

/* "a|b)": one of the words that each of them needs. */
static void read_alternatives(needs_reader *r, need *out)
{
    char *all = r->all;
    bool known = true;

    *out = (need){.size = 0};
    r->all = NULL;
    for (;;) {
        need one;

        read_sequence(r, &one);
        known = known && one.least && out->size + one.size + 1 < sizeof out->words;
        if (known) {
            if (out->size)
                out->words[out->size++] = '|';
            memcpy(out->words + out->size, one.words, one.size);
            out->size += one.size;
            out->least = !out->least || one.least < out->least ? one.least : out->least;
        }
        if (now(r) != '|')
            break;
        r->at++;
    }
    if (!known)
        out->least = 0;
    r->all = all;
}

static void read_bracket(needs_reader *r, need *best)
{
    bool head = r->at == r->begin, looks = true, optional;
    need inner;

    r->at++;
    if (now(r) == '?') {
        char c = r->at + 1 < r->end ? r->at[1] : 0;

        looks = c == ':' || c == '=';
        r->odd = r->odd || !(looks || c == '!');
        r->at += 2;
    } else if (now(r) == '*')
        r->odd = true;
    if (r->odd || r->levels-- == 0) {
        r->odd = true;
        return;
    }
    read_alternatives(r, &inner);
    r->levels++;
    r->odd = r->odd || now(r) != ')';
    r->at++;
    skip_repeat(r, &optional);
    if (looks && !optional && !head)
        take_need(r, best, &inner);
}

/* Up to "|", ")" or the end: the best of what it needs. */
static void read_sequence(needs_reader *r, need *best)
{
    *best = (need){.size = 0};
    while (r->at < r->end && !r->odd && *r->at != '|' && *r->at != ')') {
        const char *start = r->at;
        need run = {.size = 0};
        bool optional;

        while (is_literal(now(r)) && run.size < 40 &&
               !(r->at + 1 < r->end && memchr("?*{", r->at[1], 3))) {
            run.words[run.size++] = *r->at >= 'A' && *r->at <= 'Z' ? (char)(*r->at | 32) : *r->at;
            r->at++;
        }
        run.least = run.size;
        if (start != r->begin)
            take_need(r, best, &run);
        if (r->at > start) {
            skip_repeat(r, &optional); /* a plus sign */
            continue;
        }
        if (*r->at == '(') {
            read_bracket(r, best);
            continue;
        }
        if (*r->at == '[')
            skip_class(r);
        else if (*r->at == '\\')
            skip_escape(r);
        else
            r->at++;
        skip_repeat(r, &optional);
    }
}

void pattern_needs(const char *text, size_t size, char out[PATTERN_NEEDS])
{
    needs_reader r = {text, text, text + size, out, false, 20};
    need best;

    *out = 0;
    if (size > 5 && memcmp(text, "(?-i)", 5) == 0)
        r.begin = r.at = text + 5;
    read_sequence(&r, &best);
    if (r.odd || r.at != r.end)
        *out = 0;
}

/* Letter case does not count. `word` is in small letters. */
static bool has_word(const char *text, size_t size, const char *word, size_t n)
{
    for (size_t i = 0; i + n <= size; i++) {
        size_t k = 0;

        while (k < n && (text[i + k] == word[k] || (text[i + k] >= 'A' && text[i + k] <= 'Z' &&
                                                    (text[i + k] | 32) == word[k])))
            k++;
        if (k == n)
            return true;
    }
    return false;
}

bool pattern_may_match(const char *needs, const char *text, size_t size)
{
    bool found = false;

    size = size < PATTERN_WINDOW ? size : PATTERN_WINDOW;
    /* the long s and the sign of the kelvin are letters in another case */
    if (!*needs || size < 2 || memmem(text, size, "\xC5\xBF", 2) ||
        memmem(text, size, "\xE2\x84\xAA", 3))
        return true;
    for (const char *word = needs;;) {
        size_t n = strcspn(word, "|&");

        found = found || has_word(text + 1, size - 1, word, n);
        if (word[n] != '|') {
            if (!found || !word[n])
                return found;
            found = false;
        }
        word += n + 1;
    }
}

/* ---- PCRE2 ---- */

static void *take(size_t size, void *a)
{
    return arena_alloc(a, size);
}

static void give_back(void *memory, void *a) /* the arena does */
{
    (void)memory;
    (void)a;
}

static pcre2_code *compile(const char *text, size_t size, pcre2_general_context *general,
                           int *problem, size_t *where)
{
    pcre2_compile_context *context = pcre2_compile_context_create(general);

    if (!context) {
        *problem = PCRE2_ERROR_NOMEMORY;
        return NULL;
    }
    pcre2_set_max_pattern_length(context, PATTERN_SIZE);
    pcre2_set_parens_nest_limit(context, 20);
    return pcre2_compile((PCRE2_SPTR)text, size,
                         PCRE2_UTF | PCRE2_CASELESS | PCRE2_ANCHORED | PCRE2_NEVER_BACKSLASH_C,
                         problem, where, context);
}

bool pattern_check(const char *text, size_t size, arena *a, pattern_head *head,
                   const char **message, size_t *where)
{
    pcre2_general_context *general = pcre2_general_context_create(take, give_back, a);
    pcre2_code *code;
    uint32_t refers = 0;
    int problem = 0;
    unsigned char said[160];

    *where = 0;
    *message = "a pattern begins with a word, or with a group of words: (?:qt|qtc)";
    if (!read_head(text, size, head))
        return false;
    *message = "out of memory";
    if (!general)
        return false;
    if (!(code = compile(text, size, general, &problem, where))) {
        pcre2_get_error_message(problem, said, sizeof said);
        *message = arena_printf(a, "the pattern is wrong: %s", (const char *)said);
        return false;
    }
    pcre2_pattern_info(code, PCRE2_INFO_BACKREFMAX, &refers);
    *message = "a pattern cannot refer back to its own groups";
    return refers == 0;
}

/* ---- matching ---- */

typedef struct compiled {
    const char *text;
    pcre2_code *code; /* NULL: it could not be compiled */
} compiled;

struct pattern_work {
    arena *a;
    pcre2_general_context *general;
    pcre2_match_context *limits;
    pcre2_match_data *data;
    compiled *list;
    size_t count, room;
};

pattern_work *pattern_work_new(arena *a)
{
    pattern_work *w = arena_alloc(a, sizeof *w);

    if (w)
        w->a = a;
    return w;
}

static bool begin(pattern_work *w)
{
    if (w->data)
        return true;
    w->general = pcre2_general_context_create(take, give_back, w->a);
    if (!w->general || !(w->limits = pcre2_match_context_create(w->general)))
        return false;
    pcre2_set_match_limit(w->limits, LIMIT_PATTERN_MATCH);
    pcre2_set_depth_limit(w->limits, LIMIT_PATTERN_DEPTH);
    pcre2_set_heap_limit(w->limits, LIMIT_PATTERN_HEAP_KIB);
    w->data = pcre2_match_data_create(PATTERN_ENDS, w->general);
    return w->data != NULL;
}

static pcre2_code *code_of(pattern_work *w, const char *pattern)
{
    int problem;
    size_t where;

    for (size_t i = 0; i < w->count; i++)
        if (w->list[i].text == pattern)
            return w->list[i].code;
    if (!begin(w) || !arena_grow(w->a, (void **)&w->list, w->count, &w->room, sizeof *w->list))
        return NULL;
    w->list[w->count] =
        (compiled){pattern, compile(pattern, strlen(pattern), w->general, &problem, &where)};
    return w->list[w->count++].code;
}

size_t pattern_match(pattern_work *w, const char *pattern, const char *text, size_t size,
                     size_t ends[PATTERN_ENDS])
{
    int space[600], found;
    pcre2_code *code = w ? code_of(w, pattern) : NULL;
    const PCRE2_SIZE *places;

    if (!code)
        return 0;
    size = utf8_valid(text, size < PATTERN_WINDOW ? size : PATTERN_WINDOW);
    /* All alternatives side by side: no text makes it slow, and the longest comes first. */
    found = pcre2_dfa_match(code, (PCRE2_SPTR)text, size, 0, PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK,
                            w->data, w->limits, space, sizeof space / sizeof *space);
    if (found < 0)
        return 0;
    if (found == 0) /* more ends than there is room for */
        found = PATTERN_ENDS;
    places = pcre2_get_ovector_pointer(w->data);
    for (int i = 0; i < found; i++)
        ends[i] = places[2 * i + 1];
    return (size_t)found;
}
