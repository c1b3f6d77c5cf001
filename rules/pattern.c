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
