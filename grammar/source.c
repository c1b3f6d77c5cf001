#include "grammar/source.h"

#include "engine/base/error.h"
#include "engine/base/json.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/clean.h"
#include "grammar/page.h"

#include <stdlib.h>
#include <string.h>

typedef enum layout { LAYOUT_TEXT, LAYOUT_JSON, LAYOUT_XML } layout;

struct source_reader {
    const char *bytes, *name;
    size_t size;
    layout layout;
    size_t next; /* the byte behind the last document */
    bool started;
    /* JSON: the document that is being read, and where in its list of studies */
    json_reader *json;
    json_doc doc;
    size_t base; /* of the document */
    const json_value *list, *study;
    size_t index;
};

eligo_span mapped_span(const mapped *m, size_t start, size_t end)
{
    if (!m->size || !m->at)
        return (eligo_span){0, 0};
    if (start >= end) {
        size_t at = start < m->size ? m->at[start] : m->after[m->size - 1];

        return (eligo_span){at, at};
    }
    return (eligo_span){m->at[start], m->after[end - 1]};
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_space(const char *t, size_t p, size_t size)
{
    while (p < size && is_space(t[p]))
        p++;
    return p;
}

static layout find_layout(const char *t, size_t size)
{
    size_t p = size >= 3 && memcmp(t, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, next;

    p = skip_space(t, p, size);
    if (p >= size)
        return LAYOUT_TEXT;
    next = skip_space(t, p + 1, size);
    if (t[p] == '{' && (next >= size || t[next] == '"' || t[next] == '}'))
        return LAYOUT_JSON;
    if (t[p] == '[' && next < size && (t[next] == '{' || t[next] == ']'))
        return LAYOUT_JSON;
    if (t[p] == '<' && (text_starts_nocase(t + p, size - p, "<?xml") ||
                        text_starts_nocase(t + p, size - p, "<clinical_stud") ||
                        text_starts_nocase(t + p, size - p, "<!--")))
        return LAYOUT_XML;
    return LAYOUT_TEXT;
}

source_reader *source_open(const char *bytes, size_t size, const char *name, eligo_error *err)
{
    source_reader *r = calloc(1, sizeof *r);

    if (!r) {
        error_memory(err, name);
        return NULL;
    }
    r->bytes = bytes;
    r->size = size;
    r->name = name;
    r->layout = find_layout(bytes, size);
    return r;
}

void source_close(source_reader *r)
{
    if (!r)
        return;
    json_reader_delete(r->json);
    free(r);
}

static void empty_source(source *out)
{
    memset(out, 0, sizeof *out);
    out->criteria.text = "";
    out->trial_id = out->title = "";
    out->healthy_volunteers = -1;
}

static eligo_code out_of_memory(const source_reader *r, const arena *a, eligo_error *err)
{
    if (arena_full(a))
        return error_set(err, ELIGO_ELIMIT, r->name, "the document needs more memory than one trial may have");
    return error_memory(err, r->name);
}

/* ---- text ---- */

/* What is no text at all is refused, with what to do. */
static eligo_code refuse_binary(const source_reader *r, eligo_error *err)
{
    const char *t = r->bytes;
    size_t size = r->size, bad = 0;

    if (size >= 2 && ((t[0] == '\xFF' && t[1] == '\xFE') || (t[0] == '\xFE' && t[1] == '\xFF')))
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0,
                        "UTF-16 text; save it as UTF-8 first (iconv -f UTF-16 -t UTF-8)");
    if (size >= 4 && memcmp(t, "%PDF", 4) == 0)
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0, "a PDF; save its text first (pdftotext)");
    if (size >= 2 && t[0] == '\x1F' && t[1] == '\x8B')
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0, "a compressed file; unpack it first (gunzip)");
    if (size >= 4 && memcmp(t, "PK\x03\x04", 4) == 0)
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0, "an archive or office document; save its text first");
    for (size_t i = 0; i < size; i++)
        bad += (unsigned char)t[i] < 0x20 && !strchr("\t\n\r\f\v", t[i]);
    for (size_t i = 0; i < size; i++)
        bad += t[i] == 0;
    if (bad > 16 && bad > size / 20)
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0, "a binary file, or text that is not UTF-8");
    return ELIGO_OK;
}

static eligo_code next_text(source_reader *r, arena *a, source *out, eligo_error *err)
{
    mapped raw = {r->bytes, r->size, NULL, NULL}, text;
    found f = {.arena = a};
    eligo_code code;

    if (r->started)
        return ELIGO_END;
    r->started = true;
    if ((code = refuse_binary(r, err)) != ELIGO_OK)
        return code;
    if (skip_space(r->bytes, 0, r->size) == r->size)
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, 0, "the file is empty");
    if (r->size > LIMIT_SECTION_BYTES)
        return error_at(err, ELIGO_ELIMIT, r->name, r->bytes, r->size, 0,
                        "a text of %zu bytes; %zu is the limit for one trial", r->size, (size_t)LIMIT_SECTION_BYTES);
    text = clean_text(a, &raw, 0, &f);
    out->findings = f.list;
    out->finding_count = f.count;
    if (!arena_failed(a) && !page_read(&text, a, out) && !arena_failed(a))
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, 0,
                        "no criteria section found; it is looked for by headings such as \"Inclusion Criteria\"");
    return arena_failed(a) ? out_of_memory(r, a, err) : ELIGO_OK;
}

eligo_code source_next(source_reader *r, arena *a, source *out, bool *rules_json, eligo_span *span, eligo_error *err)
{
    empty_source(out);
    *rules_json = false;
    *span = (eligo_span){0, r->size};
    return next_text(r, a, out, err);
}
