/* Findings as SARIF 2.1.0 (OASIS). Places are given in lines and columns and in bytes: viewers of
 * code reviews use the first, programs the second. */
#include "engine/findings_out.h"
#include "rules/page.h"
#include "rules/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void text_object(json_out *j, const char *key, const char *text)
{
    json_put_key(j, key);
    json_open(j, '{');
    json_text_member(j, "text", text);
    json_close(j, '}');
}

static void size_member(json_out *j, const char *key, size_t value)
{
    json_put_key(j, key);
    json_put_size(j, value);
}

static void put_rule(json_out *j, size_t i)
{
    char help[4096];

    snprintf(help, sizeof help, "%s\n\nExample:\n%s\n\nMended:\n%s", page_table[i].why,
             page_table[i].failing, page_table[i].mended);
    json_open(j, '{');
    json_text_member(j, "id", page_table[i].code);
    text_object(j, "shortDescription", page_table[i].title);
    text_object(j, "fullDescription", page_table[i].what);
    text_object(j, "help", help);
    json_put_key(j, "defaultConfiguration");
    json_open(j, '{');
    json_text_member(j, "level", page_table[i].severity);
    json_close(j, '}');
    json_close(j, '}');
}

void sarif_begin(findings_out *o)
{
    json_out *j = o->json;

    json_open(j, '{');
    json_text_member(j, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_text_member(j, "version", "2.1.0");
    json_put_key(j, "runs");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "tool");
    json_open(j, '{');
    json_put_key(j, "driver");
    json_open(j, '{');
    json_text_member(j, "name", "eligo");
    json_text_member(j, "semanticVersion", ELIGO_VERSION);
    json_put_key(j, "rules");
    json_open(j, '[');
    for (size_t i = 0; findings_page(i); i++)
        put_rule(j, i);
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, '}');
    json_text_member(j, "columnKind", "unicodeCodePoints");
    json_put_key(j, "results");
    json_open(j, '[');
}

/* The place of a finding, inside the bytes that are there. */
static eligo_span place_of(const finding *f, size_t size)
{
    size_t end = f->span.end <= size ? f->span.end : size;

    return (eligo_span){f->span.start <= end ? f->span.start : end, end};
}

static void put_artifact(json_out *j, size_t index, const char *uri)
{
    json_put_key(j, "artifactLocation");
    json_open(j, '{');
    json_text_member(j, "uri", uri);
    size_member(j, "index", index);
    json_close(j, '}');
}

/* Members of a region; the object stays open. */
static void put_region(findings_out *o, const told *t, eligo_span s)
{
    json_out *j = o->json;

    if (t->size) {
        findings_seek(o, t->bytes, s.start);
        size_member(j, "startLine", o->line);
        size_member(j, "startColumn", findings_column(t->bytes, o->line_start, s.start));
        findings_seek(o, t->bytes, s.end);
        size_member(j, "endLine", o->line);
        size_member(j, "endColumn", findings_column(t->bytes, o->line_start, s.end));
    }
    size_member(j, "byteOffset", s.start);
    size_member(j, "byteLength", s.end - s.start);
}

static void put_location(findings_out *o, const told *t, const finding *f, size_t index)
{
    json_out *j = o->json;
    eligo_span s = place_of(f, t->size);

    json_put_key(j, "locations");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "physicalLocation");
    json_open(j, '{');
    put_artifact(j, index, t->path);
    json_put_key(j, "region");
    json_open(j, '{');
    put_region(o, t, s);
    json_put_key(j, "snippet");
    json_open(j, '{');
    json_put_key(j, "text");
    json_put_bytes(j, t->bytes + s.start, s.end - s.start);
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, ']');
}

static void put_fix(findings_out *o, const told *t, const finding *f, size_t index)
{
    json_out *j = o->json;

    json_put_key(j, "fixes");
    json_open(j, '[');
    json_open(j, '{');
    text_object(j, "description", "Say it like this");
    json_put_key(j, "artifactChanges");
    json_open(j, '[');
    json_open(j, '{');
    put_artifact(j, index, t->path);
    json_put_key(j, "replacements");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "deletedRegion");
    json_open(j, '{');
    put_region(o, t, place_of(f, t->size));
    json_close(j, '}');
    text_object(j, "insertedContent", f->suggestion);
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
}

static void put_properties(json_out *j, const told *t, const finding *f)
{
    json_put_key(j, "properties");
    json_open(j, '{');
    json_text_member(j, "trial", t->rules->trial_id);
    if (f->criterion)
        json_text_member(j, "criterion", f->criterion);
    if (f->node)
        json_text_member(j, "node", f->node);
    if (f->suggestion)
        json_text_member(j, "suggestion", f->suggestion);
    if (f->readings) {
        json_put_key(j, "readings");
        json_open(j, '[');
        for (const char *const *p = f->readings; *p; p++)
            json_put_text(j, *p);
        json_close(j, ']');
    }
    finding_print_impact(j, f->impact);
    json_close(j, '}');
}

static void put_result(findings_out *o, const told *t, const shown *s, size_t index)
{
    json_out *j = o->json;
    const finding *f = s->finding;
    size_t place = findings_page_of(f->code, strlen(f->code));

    json_open(j, '{');
    json_text_member(j, "ruleId", f->code);
    if (findings_page(place))
        size_member(j, "ruleIndex", place);
    json_text_member(j, "level", severity_name(f->severity));
    json_text_member(j, "kind", "fail");
    text_object(j, "message", f->message);
    put_location(o, t, f, index);
    json_put_key(j, "partialFingerprints");
    json_open(j, '{');
    json_text_member(j, "eligoCodeWords/v1", s->fingerprint);
    json_close(j, '}');
    if (f->replaces && f->suggestion && t->size)
        put_fix(o, t, f, index);
    if (s->suppressed) {
        json_put_key(j, "suppressions");
        json_open(j, '[');
        json_open(j, '{');
        json_text_member(j, "kind", "external");
        json_text_member(j, "justification", s->suppressed);
        json_close(j, '}');
        json_close(j, ']');
    }
    put_properties(j, t, f);
    json_close(j, '}');
}

static size_t artifact_add(findings_out *o, const rules *r, const char *path)
{
    artifact *more;

    for (size_t i = 0; i < o->artifact_count; i++)
        if (strcmp(o->artifacts[i].uri, path) == 0)
            return i;
    more = realloc(o->artifacts, (o->artifact_count + 1) * sizeof *more);
    if (!more || !(o->artifacts = more, more[o->artifact_count].uri = strdup(path))) {
        o->failed = true;
        return 0;
    }
    more[o->artifact_count].bytes = r->source_bytes;
    memcpy(more[o->artifact_count].sha256, r->sha256, sizeof r->sha256);
    return o->artifact_count++;
}

void sarif_put(findings_out *o, const told *t)
{
    size_t index = artifact_add(o, t->rules, t->path);

    for (size_t i = 0; i < t->count; i++)
        put_result(o, t, &t->list[i], index);
}

void sarif_end(findings_out *o)
{
    json_out *j = o->json;

    json_close(j, ']');
    json_put_key(j, "artifacts");
    json_open(j, '[');
    for (size_t i = 0; i < o->artifact_count; i++) {
        json_open(j, '{');
        json_put_key(j, "location");
        json_open(j, '{');
        json_text_member(j, "uri", o->artifacts[i].uri);
        json_close(j, '}');
        size_member(j, "length", o->artifacts[i].bytes);
        json_put_key(j, "hashes");
        json_open(j, '{');
        json_text_member(j, "sha-256", o->artifacts[i].sha256);
        json_close(j, '}');
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
}
