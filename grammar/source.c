#include "grammar/source.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/clean.h"
#include "grammar/page.h"
#include "grammar/xml.h"

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
    bool lines; /* NDJSON: a document a line */
    /* XML: its studies, in an arena of the reader's own */
    arena *own;
    xml_studies studies;
    eligo_code failed; /* what came behind the last study */
    eligo_error error;
    char sum[FILE_SUM]; /* of all bytes: once, however many documents there are; "": not yet */
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
    if (t[p] == '{' && (next >= size || strchr("\"{}[", t[next])))
        return LAYOUT_JSON;
    if (t[p] == '[' && (next >= size || strchr("{}[]", t[next])))
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
    arena_delete(r->own);
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
        return error_set(err, ELIGO_ELIMIT, r->name,
                         "the document needs more memory than one trial may have");
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
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0,
                        "a PDF; save its text first (pdftotext)");
    if (size >= 2 && t[0] == '\x1F' && t[1] == '\x8B')
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0,
                        "a compressed file; unpack it first (gunzip)");
    if (size >= 4 && memcmp(t, "PK\x03\x04", 4) == 0)
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0,
                        "an archive or office document; save its text first");
    for (size_t i = 0; i < size;) {
        size_t end = i + 8;

        /* eight bytes from 0x20 on, as nearly everywhere */
        if (end <= size && text_none_below(text_bytes(t + i, 8), 0x20)) {
            i = end;
            continue;
        }
        for (; i < end && i < size; i++)
            bad += (unsigned char)t[i] < 0x20 && !(t[i] >= '\t' && t[i] <= '\r');
    }
    if (bad > 16 && bad > size / 20)
        return error_at(err, ELIGO_EPARSE, r->name, t, size, 0,
                        "a binary file, or text that is not UTF-8; save the text as UTF-8 first");
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
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, 0,
                        "the file is empty; a trial is needed");
    if (r->size > LIMIT_SECTION_BYTES)
        return error_at(err, ELIGO_ELIMIT, r->name, r->bytes, r->size, 0,
                        "a text of %zu bytes; %zu is the limit for one trial", r->size,
                        (size_t)LIMIT_SECTION_BYTES);
    text = clean_text(a, &raw, 0, &f);
    out->findings = f.list;
    out->finding_count = f.count;
    if (!arena_failed(a) && !page_read(&text, a, out) && !arena_failed(a))
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, 0,
                        "no criteria section found; it is looked for by headings such as "
                        "\"Inclusion Criteria\"");
    return arena_failed(a) ? out_of_memory(r, a, err) : ELIGO_OK;
}

/* ---- what JSON and XML have in common ---- */

/* A criteria text with its places -> *out; `whose` is for the message. */
static eligo_code take_criteria(const source_reader *r, arena *a, const mapped *raw, source *out,
                                eligo_error *err)
{
    found f = {.arena = a};

    if (raw->size > LIMIT_SECTION_BYTES)
        return error_at(err, ELIGO_ELIMIT, r->name, r->bytes, r->size, raw->at[0],
                        "criteria of %zu bytes; %zu is the limit for one trial", raw->size,
                        (size_t)LIMIT_SECTION_BYTES);
    out->criteria = clean_text(a, raw, 0, &f);
    out->findings = f.list;
    out->finding_count = f.count;
    return arena_failed(a) ? out_of_memory(r, a, err) : ELIGO_OK;
}

static bool is_bare(const mapped *m)
{
    for (size_t i = 0; i < m->size; i++)
        if (!is_space(m->text[i]))
            return false;
    return true;
}

static void take_age(registry_age *age, const char *text, size_t size, eligo_span span)
{
    double value;
    char unit;

    if (text && size && page_age(text, size, &value, &unit) == size)
        *age = (registry_age){true, value, unit, span};
}

/* ---- JSON ---- */

/* The end of the value that begins at p: behind its last bracket, or `end`. */
static size_t value_end(const char *t, size_t p, size_t end)
{
    size_t depth = 0;

    for (; p < end; p++) {
        if (t[p] == '"') {
            for (p++; p < end && t[p] != '"'; p++)
                p += t[p] == '\\';
        } else if (t[p] == '{' || t[p] == '[') {
            depth++;
        } else if (t[p] == '}' || t[p] == ']') {
            if (depth <= 1)
                return p + 1;
            depth--;
        }
    }
    return end;
}

static int hex4(const char *t, size_t size)
{
    int value = 0;

    if (size < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        char c = (char)(t[i] | 0x20);

        if (t[i] >= '0' && t[i] <= '9')
            value = value * 16 + (t[i] - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + (c - 'a' + 10);
        else
            return -1;
    }
    return value;
}

/* A string's contents with the place of every byte. */
static mapped json_mapped(const source_reader *r, const json_value *v, arena *a)
{
    const char *t = r->doc.text + v->start;
    size_t base = r->base + v->start, i = 0;
    mapping m;

    if (!mapping_new(&m, a, v->size))
        return (mapped){"", 0, NULL, NULL};
    while (i < v->size) {
        size_t used = 1;
        char bytes[4];

        if (t[i] != '\\' || i + 1 >= v->size) {
            mapping_add(&m, t + i, 1, base + i, base + i + 1);
        } else if (t[i + 1] == 'u') {
            int point = hex4(t + i + 2, v->size - i - 2), low;

            used = 6;
            if (point >= 0xD800 && point < 0xDC00 && i + 8 < v->size && t[i + 6] == '\\' &&
                t[i + 7] == 'u' && (low = hex4(t + i + 8, v->size - i - 8)) >= 0xDC00 &&
                low < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
                used = 12;
            }
            if (point < 0 || (point >= 0xD800 && point < 0xE000))
                point = 0; /* half a character: damage */
            mapping_add(&m, bytes, point ? utf8_encode((uint32_t)point, bytes) : (bytes[0] = 0, 1),
                        base + i, base + i + used);
        } else {
            static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
            const char *at = strchr(from, t[i + 1]);

            used = 2;
            bytes[0] = at ? to[at - from] : t[i + 1];
            mapping_add(&m, bytes, 1, base + i, base + i + 2);
        }
        i += used;
    }
    return mapping_done(&m);
}

/* The first of several names that an object has. */
static const json_value *get_any(const json_doc *d, const json_value *v, const char *const *names)
{
    const json_value *found_value = NULL;

    for (; *names && !found_value; names++)
        found_value = json_get(d, v, *names);
    return found_value;
}

static eligo_span json_place(const source_reader *r, const json_value *v)
{
    eligo_span s = json_span(v);

    return (eligo_span){s.start + r->base, s.end + r->base};
}

static void json_fields(const source_reader *r, const json_value *e, const json_value *id, arena *a,
                        source *out)
{
    static const char *const minimum[] = {"minimumAge", "minimum_age", NULL};
    static const char *const maximum[] = {"maximumAge", "maximum_age", NULL};
    static const char *const sex[] = {"sex", "gender", NULL};
    static const char *const healthy[] = {"healthyVolunteers", "healthy_volunteers", NULL};
    static const char *const number[] = {"nctId", "nct_id", NULL};
    static const char *const title[] = {"briefTitle", "officialTitle", "brief_title",
                                        "official_title", NULL};
    const json_value *v = get_any(&r->doc, e, minimum);
    const char *text;
    size_t size = 0;
    bool yes;

    if ((text = json_text(&r->doc, v, a, &size)))
        take_age(&out->minimum_age, text, size, json_place(r, v));
    v = get_any(&r->doc, e, maximum);
    if ((text = json_text(&r->doc, v, a, &size)))
        take_age(&out->maximum_age, text, size, json_place(r, v));
    v = get_any(&r->doc, e, sex);
    if ((text = json_text(&r->doc, v, a, &size)) && (out->sex = page_sex(text, size)))
        out->sex_span = json_place(r, v);
    v = get_any(&r->doc, e, healthy);
    if (json_bool(v, &yes))
        out->healthy_volunteers = yes;
    else if ((text = json_text(&r->doc, v, a, &size)))
        out->healthy_volunteers = text_equal_nocase(text, size, "no") ? 0 : size ? 1 : -1;
    if ((text = json_text(&r->doc, get_any(&r->doc, id, number), a, NULL)))
        out->trial_id = text;
    else if ((text = json_text(&r->doc,
                               json_get(&r->doc, json_get(&r->doc, id, "orgStudyIdInfo"), "id"), a,
                               NULL)))
        out->trial_id = text;
    if ((text = json_text(&r->doc, get_any(&r->doc, id, title), a, NULL)))
        out->title = text;
}

/* One study: the registry's API, or a flat object of its tables. */
static eligo_code json_study(source_reader *r, const json_value *v, arena *a, source *out,
                             bool *rules_json, eligo_span *span, eligo_error *err)
{
    static const char *const texts[] = {"eligibilityCriteria", "criteria", "eligibility_criteria",
                                        NULL};
    const json_value *protocol, *module, *id, *text;
    mapped raw;

    *span = json_place(r, v);
    if (json_is(&r->doc, json_get(&r->doc, v, "schema"), "eligo.rules/1")) {
        *rules_json = true;
        return ELIGO_OK;
    }
    protocol = json_get(&r->doc, v, "protocolSection");
    if (!protocol)
        protocol = v;
    module = json_get(&r->doc, protocol, "eligibilityModule");
    id = json_get(&r->doc, protocol, "identificationModule");
    if (!module)
        module = protocol;
    if (!id)
        id = protocol;
    text = get_any(&r->doc, module, texts);
    json_fields(r, module, id, a, out);
    if (!text || text->kind != JSON_STRING)
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, span->start,
                        "no criteria section found%s%s; a study has them in "
                        "protocolSection.eligibilityModule.eligibilityCriteria",
                        *out->trial_id ? " in " : "", out->trial_id);
    raw = json_mapped(r, text, a);
    if (!arena_failed(a) && is_bare(&raw))
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, span->start,
                        "no criteria section found%s%s; the text is empty",
                        *out->trial_id ? " in " : "", out->trial_id);
    return arena_failed(a) ? out_of_memory(r, a, err) : take_criteria(r, a, &raw, out, err);
}

/* Parses the next document of the file; ELIGO_END where there is none. */
static eligo_code json_document(source_reader *r, eligo_error *err)
{
    size_t start = skip_space(r->bytes, r->next, r->size), end;
    eligo_error e = {0};

    if (start >= r->size)
        return ELIGO_END;
    if (r->bytes[start] != '{' && r->bytes[start] != '[') {
        r->next = r->size;
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, start,
                        "text behind the end of the JSON");
    }
    end = value_end(r->bytes, start, r->size);
    if (r->lines) {
        const char *newline = memchr(r->bytes + start, '\n', r->size - start);

        end = newline ? (size_t)(newline - r->bytes) : r->size;
    }
    r->next = end;
    r->base = start;
    if (end - start > LIMIT_TRIAL_BYTES)
        return error_at(err, ELIGO_ELIMIT, r->name, r->bytes, r->size, start,
                        "more than %zu bytes in one document", (size_t)LIMIT_TRIAL_BYTES);
    if (json_parse(r->json, r->bytes + start, end - start, r->name, &r->doc, &e))
        return ELIGO_OK;
    if (e.span.end >= e.span.start)
        return error_at(err, e.code, r->name, r->bytes, r->size, start + e.span.start, "%s",
                        e.message);
    return error_set(err, e.code, r->name, "%s", e.message);
}

static eligo_code next_json(source_reader *r, arena *a, source *out, bool *rules_json,
                            eligo_span *span, eligo_error *err)
{
    eligo_code code;

    if (!r->started) {
        const char *newline;
        size_t p;

        r->started = true;
        if ((code = refuse_binary(r, err)) != ELIGO_OK) {
            r->next = r->size;
            return code;
        }
        if (!(r->json = json_reader_new()))
            return error_memory(err, r->name);
        r->next = r->size >= 3 && memcmp(r->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        p = skip_space(r->bytes, r->next, r->size);
        newline = memchr(r->bytes + p, '\n', r->size - p);
        if (newline && r->bytes[p] == '{') {
            p = skip_space(r->bytes, (size_t)(newline - r->bytes), r->size);
            r->lines = p < r->size && r->bytes[p] == '{' && r->bytes[p - 1] == '\n';
        }
    }
    if (!r->json)
        return ELIGO_END;
    for (;;) {
        const json_value *root, *studies;

        if (r->list && r->index < r->list->count) {
            const json_value *v = r->study;

            r->study = json_next(v);
            r->index++;
            return json_study(r, v, a, out, rules_json, span, err);
        }
        r->list = NULL;
        if ((code = json_document(r, err)) != ELIGO_OK)
            return code;
        root = r->doc.root;
        studies = root->kind == JSON_ARRAY ? root : json_get(&r->doc, root, "studies");
        if (!studies || studies->kind != JSON_ARRAY)
            return json_study(r, root, a, out, rules_json, span, err);
        r->list = studies;
        r->index = 0;
        r->study = json_first(studies);
        if (!studies->count)
            return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, r->base + studies->start,
                            "an empty list of studies");
    }
}

/* ---- XML ---- */

/* The contents of an element: its own entities and CDATA resolved, other elements in it left out.
 */
static mapped xml_mapped(const source_reader *r, eligo_span part, arena *a)
{
    static const struct {
        const char *name;
        char c;
    } entities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    const char *t = r->bytes;
    size_t i = part.start;
    mapping m;

    if (!mapping_new(&m, a, part.end - part.start))
        return (mapped){"", 0, NULL, NULL};
    while (i < part.end) {
        size_t used = 1, left = part.end - i;

        if (t[i] == '<' && left >= 9 && memcmp(t + i, "<![CDATA[", 9) == 0) {
            size_t p = i + 9;

            while (p < part.end && !(part.end - p >= 3 && memcmp(t + p, "]]>", 3) == 0)) {
                mapping_add(&m, t + p, 1, p, p + 1);
                p++;
            }
            used = p + 3 - i;
        } else if (t[i] == '<') {
            bool comment = left >= 4 && memcmp(t + i, "<!--", 4) == 0;

            while (i + used < part.end &&
                   !(t[i + used] == '>' &&
                     (!comment || (used >= 6 && t[i + used - 1] == '-' && t[i + used - 2] == '-'))))
                used++;
            used++;
        } else if (t[i] == '&' && left > 3 && t[i + 1] == '#') {
            bool hex = t[i + 2] == 'x';
            uint32_t point = 0;
            char bytes[4];

            for (used = hex ? 3 : 2; used < left && used < 12 && t[i + used] != ';'; used++) {
                char c = t[i + used];

                point = point * (hex ? 16 : 10) +
                        (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
            }
            used++;
            if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
                point = ' ';
            mapping_add(&m, bytes, utf8_encode(point, bytes), i, i + used);
        } else {
            char c = t[i];

            for (size_t k = 0; c == '&' && k < sizeof entities / sizeof *entities; k++) {
                size_t n = strlen(entities[k].name);

                if (left >= n && memcmp(t + i, entities[k].name, n) == 0) {
                    c = entities[k].c;
                    used = n;
                    break;
                }
            }
            mapping_add(&m, &c, 1, i, i + used);
        }
        i += used;
    }
    return mapping_done(&m);
}

/* A short part as plain text without blanks around it. */
static const char *xml_text(const source_reader *r, const xml_study *x, xml_part part, arena *a,
                            size_t *size)
{
    mapped m;
    size_t start = 0;

    *size = 0;
    if (!x->parts[part].end)
        return "";
    m = xml_mapped(r, x->parts[part], a);
    while (start < m.size && is_space(m.text[start]))
        start++;
    *size = m.size - start;
    while (*size && is_space(m.text[start + *size - 1]))
        --*size;
    const char *text = arena_text(a, m.text + start, *size);
    return text ? text : "";
}

static eligo_code xml_take(const source_reader *r, const xml_study *x, arena *a, source *out,
                           eligo_span *span, eligo_error *err)
{
    const char *text;
    size_t size;
    mapped raw;

    *span = x->whole;
    out->trial_id = xml_text(r, x, XML_ID, a, &size);
    out->title = xml_text(r, x, XML_BRIEF_TITLE, a, &size);
    if (!size)
        out->title = xml_text(r, x, XML_OFFICIAL_TITLE, a, &size);
    text = xml_text(r, x, XML_MINIMUM_AGE, a, &size);
    take_age(&out->minimum_age, text, size, x->parts[XML_MINIMUM_AGE]);
    text = xml_text(r, x, XML_MAXIMUM_AGE, a, &size);
    take_age(&out->maximum_age, text, size, x->parts[XML_MAXIMUM_AGE]);
    text = xml_text(r, x, XML_SEX, a, &size);
    if ((out->sex = page_sex(text, size)))
        out->sex_span = x->parts[XML_SEX];
    text = xml_text(r, x, XML_HEALTHY, a, &size);
    if (size)
        out->healthy_volunteers = !text_equal_nocase(text, size, "no");
    if (!x->parts[XML_CRITERIA].end)
        return error_at(
            err, ELIGO_EPARSE, r->name, r->bytes, r->size, x->whole.start,
            "no criteria section found%s%s; a study has it in eligibility/criteria/textblock",
            *out->trial_id ? " in " : "", out->trial_id);
    raw = xml_mapped(r, x->parts[XML_CRITERIA], a);
    if (!arena_failed(a) && is_bare(&raw))
        return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, x->parts[XML_CRITERIA].start,
                        "no criteria section found; the text is empty");
    return arena_failed(a) ? out_of_memory(r, a, err) : take_criteria(r, a, &raw, out, err);
}

static eligo_code next_xml(source_reader *r, arena *a, source *out, eligo_span *span,
                           eligo_error *err)
{
    eligo_code code;

    if (!r->started) {
        size_t start = r->size >= 3 && memcmp(r->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

        r->started = true;
        if ((code = refuse_binary(r, err)) != ELIGO_OK)
            return code;
        if (r->size > LIMIT_TRIAL_BYTES)
            return error_set(err, ELIGO_ELIMIT, r->name, "more than %zu bytes in one document",
                             (size_t)LIMIT_TRIAL_BYTES);
        if (skip_space(r->bytes, start, r->size) != start &&
            r->bytes[skip_space(r->bytes, start, r->size)] != '<')
            return ELIGO_END;
        if (!(r->own = arena_new(LIMIT_TRIAL_ARENA)))
            return error_memory(err, r->name);
        r->failed = xml_read(r->bytes, r->size, r->name, r->own, &r->studies, &r->error);
        if (r->failed == ELIGO_OK && !r->studies.count)
            return error_at(err, ELIGO_EPARSE, r->name, r->bytes, r->size, 0,
                            "no criteria section found; this XML has no clinical_study");
    }
    if (r->index < r->studies.count)
        return xml_take(r, &r->studies.list[r->index++], a, out, span, err);
    if (r->failed != ELIGO_OK) {
        code = r->failed;
        r->failed = ELIGO_OK;
        if (err && err->code == ELIGO_OK)
            *err = r->error;
        return code;
    }
    return ELIGO_END;
}

static eligo_code next_document(source_reader *r, arena *a, source *out, bool *rules_json,
                                eligo_span *span, eligo_error *err)
{
    switch (r->layout) {
    case LAYOUT_JSON: return next_json(r, a, out, rules_json, span, err);
    case LAYOUT_XML: return next_xml(r, a, out, span, err);
    default: return next_text(r, a, out, err);
    }
}

eligo_code source_next(source_reader *r, arena *a, source *out, bool *rules_json, eligo_span *span,
                       eligo_error *err)
{
    eligo_code code;

    empty_source(out);
    *rules_json = false;
    *span = (eligo_span){0, r->size};
    if (r->size > UINT32_MAX)
        return error_set(err, ELIGO_ELIMIT, r->name, "a file of 4 GiB or more");
    code = next_document(r, a, out, rules_json, span, err);
    if (code == ELIGO_OK && !*rules_json) {
        if (!*r->sum)
            file_sum(r->bytes, r->size, r->sum);
        out->sum = r->sum;
    }
    return code;
}
