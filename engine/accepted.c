#include "engine/accepted.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "rules/audit.h"
#include "rules/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct suppression {
    const char *path, *trial, *code, *words, *reason;
    size_t line;
    bool used;
} suppression;

typedef struct known {
    char fingerprint[FINGERPRINT];
    size_t taken; /* of the first of several that are the same: how many were met again */
} known;

struct accepted {
    arena *arena;
    suppression *list;
    size_t count, room;
    known *known; /* sorted by fingerprint */
    size_t known_count, known_room;
};

accepted *accepted_new(void)
{
    accepted *a = calloc(1, sizeof *a);

    if (a && !(a->arena = arena_new(LIMIT_TRIAL_ARENA))) {
        free(a);
        return NULL;
    }
    return a;
}

void accepted_delete(accepted *a)
{
    if (a)
        arena_delete(a->arena);
    free(a);
}

/* ---- the suppression file ---- */

/* One blank between words, so that line breaks do not tell two apart. */
static const char *plain_words(arena *a, const char *text, size_t size)
{
    buffer b;
    const char *out;

    buffer_init(&b, 0);
    text_print_safe(&b, text, size);
    out = b.failed ? NULL : arena_text(a, b.data ? b.data : "", b.size);
    if (!out)
        arena_fail(a);
    buffer_free(&b);
    return out;
}

static bool add_line(accepted *a, const char *path, const char *text, size_t size, const char *line,
                     size_t length, size_t number, eligo_error *err)
{
    const char *column[4], *at = line, *end = line + length;
    size_t bytes[4], offset = (size_t)(line - text);
    suppression s = {.path = path, .line = number};

    for (int i = 0; i < 4; i++) {
        const char *tab = i < 3 ? memchr(at, '\t', (size_t)(end - at)) : end;

        if (!tab) {
            error_at(err, ELIGO_EPARSE, path, text, size, offset,
                     "a suppression has four columns, parted by tabs: trial (or *), code, words "
                     "(or *), reason");
            return false;
        }
        column[i] = at;
        bytes[i] = (size_t)(tab - at);
        at = tab < end ? tab + 1 : end;
    }
    if (bytes[3] == 0) {
        error_at(err, ELIGO_EPARSE, path, text, size, offset + length,
                 "a suppression needs a reason: say why the finding is accepted");
        return false;
    }
    s.trial = plain_words(a->arena, column[0], bytes[0]);
    s.code = plain_words(a->arena, column[1], bytes[1]);
    s.words = plain_words(a->arena, column[2], bytes[2]);
    s.reason = plain_words(a->arena, column[3], bytes[3]);
    if (!arena_grow(a->arena, (void **)&a->list, a->count, &a->room, sizeof *a->list) ||
        arena_failed(a->arena)) {
        error_memory(err, path);
        return false;
    }
    if (!finding_is_code(s.code, strlen(s.code))) {
        error_at(err, ELIGO_EPARSE, path, text, size, (size_t)(column[1] - text),
                 "there is no code \"%s\"; eligo explain lists all", s.code);
        return false;
    }
    a->list[a->count++] = s;
    return true;
}

bool accepted_suppressions(accepted *a, const char *path, eligo_error *err)
{
    size_t size = 0, number = 0;
    char *text = file_read(path, LIMIT_DOCUMENT_BYTES, 0, &size, err);
    bool good = text != NULL;

    path = good ? arena_text(a->arena, path, strlen(path)) : path;
    for (size_t at = 0; good && at < size;) {
        const char *line = text + at, *stop = memchr(line, '\n', size - at);
        size_t length = stop ? (size_t)(stop - line) : size - at;

        at += length + 1;
        number++;
        while (length && line[length - 1] == '\r')
            length--;
        if (length && *line != '#')
            good = add_line(a, path, text, size, line, length, number, err);
    }
    free(text);
    return good;
}

const char *accepted_reason(accepted *a, const char *trial, const finding *f, const char *words,
                            size_t size)
{
    const char *said = NULL;

    for (size_t i = 0; i < a->count; i++) {
        suppression *s = &a->list[i];

        if (strcmp(s->code, f->code) != 0 ||
            (strcmp(s->trial, "*") != 0 && strcmp(s->trial, trial) != 0))
            continue;
        if (strcmp(s->words, "*") != 0) {
            if (!said && !(said = plain_words(a->arena, words, size)))
                return NULL;
            if (strcmp(s->words, said) != 0)
                continue;
        }
        s->used = true;
        return s->reason;
    }
    return NULL;
}

void accepted_unused(const accepted *a, void (*tell)(const char *path, size_t line, void *context),
                     void *context)
{
    for (size_t i = 0; i < a->count; i++)
        if (!a->list[i].used)
            tell(a->list[i].path, a->list[i].line, context);
}

/* ---- fingerprints and baselines ---- */

void finding_fingerprint(const finding *f, const char *words, size_t size, const char *trial,
                         char out[FINGERPRINT])
{
    buffer b;

    buffer_init(&b, 0);
    buffer_printf(&b, "%s\n%s\n", f->code, trial);
    text_print_safe(&b, words, size);
    file_sum(b.data, b.size, out);
    buffer_free(&b);
}

static int by_fingerprint(const void *a, const void *b)
{
    const known *x = a, *y = b;

    return strcmp(x->fingerprint, y->fingerprint);
}

/* The value of a key, where it is a fingerprint. Inside a string the quotes of a key would be
 * escaped, so the bytes of one stand where a key is and nowhere else. */
static bool add_fingerprint(accepted *a, const char *at, const char *end)
{
    size_t digits;
    known *k;

    while (at < end && strchr(" \t\r\n:", *at))
        at++;
    if (at == end || *at++ != '"')
        return true;
    digits = strspn(at, "0123456789abcdef");
    if (digits != FINGERPRINT - 1 || at + digits >= end || at[digits] != '"')
        return true;
    if (!arena_grow(a->arena, (void **)&a->known, a->known_count, &a->known_room, sizeof *a->known))
        return false;
    k = &a->known[a->known_count++];
    memcpy(k->fingerprint, at, digits);
    k->fingerprint[digits] = 0;
    k->taken = 0;
    return true;
}

bool accepted_baseline(accepted *a, const char *path, eligo_error *err)
{
    static const char *const keys[] = {"\"fingerprint\"", "\"eligoCodeWords/v1\""};
    size_t size = 0, before = a->known_count;
    char *text = file_read(path, LIMIT_DOCUMENT_BYTES, 1, &size, err);
    bool good = text != NULL, json = false;

    for (size_t k = 0; good && k < sizeof keys / sizeof *keys; k++)
        for (const char *at = text, *end = text + size;
             good && (at = memmem(at, (size_t)(end - at), keys[k], strlen(keys[k]))) != NULL;) {
            at += strlen(keys[k]);
            good = add_fingerprint(a, at, end);
        }
    if (text && !good)
        error_memory(err, path);
    /* nothing was found then: an empty array, an empty file of lines, a run without results */
    json = good && (size == 0 || memmem(text, size, "\"findings\"", 10) ||
                    memmem(text, size, "\"results\"", 9));
    if (good && a->known_count == before && !json) {
        error_set(err, ELIGO_EPARSE, path,
                  "holds no finding with a fingerprint; a baseline is what eligo audit wrote with "
                  "--format "
                  "json, ndjson or sarif");
        good = false;
    }
    if (good && a->known_count)
        qsort(a->known, a->known_count, sizeof *a->known, by_fingerprint);
    free(text);
    return good;
}

bool accepted_known(accepted *a, const char *fingerprint)
{
    size_t low = 0, high = a->known_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(a->known[middle].fingerprint, fingerprint) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == a->known_count || strcmp(a->known[low].fingerprint, fingerprint) != 0)
        return false;
    high = low + a->known[low].taken;
    if (high >= a->known_count || strcmp(a->known[high].fingerprint, fingerprint) != 0)
        return false;
    a->known[low].taken++;
    return true;
}
