/* What a report holds while verdicts come in, and JSON and CSV. For people: report_text.c,
 * report_html.c. */
#include "engine/report.h"

#include "engine/base/error.h"
#include "engine/report_html.h"
#include "engine/report_text.h"
#include "rules/print.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct report {
    eligo_format format;
    eligo_sink *sink;
    void *context;
    buffer out, first; /* `first`: the first object of JSON, which waits for a second */
    size_t count;
    report_text *text;
    report_html *html;
};

const char *reason_words(eval_reason reason)
{
    static const char *const words[REASONS] = {
        [REASON_NONE] = "",
        [REASON_NO_RECORD] = "the record has nothing on it",
        [REASON_OUTSIDE_WINDOW] = "what is recorded lies outside the time asked about",
        [REASON_IMPRECISE_DATE] = "a date is not precise enough to decide",
        [REASON_UNIT_MISMATCH] = "the recorded unit is missing or cannot be converted",
        [REASON_MISSING_REFERENCE_RANGE] =
            "the result came without the reference range it is measured by",
        [REASON_CONFLICT] = "the record contradicts itself",
        [REASON_AMBIGUOUS] =
            "the text can be read in more than one way, and the readings differ here",
        [REASON_JUDGEMENT] = "only a person can say",
        [REASON_OPAQUE] = "the text was not understood",
        [REASON_UNRECOGNIZED_CONCEPT] = "the lexicon does not have the thing",
    };

    return words[reason];
}

/* ---- JSON ---- */

static void put_evidence(json_out *o, const eval_evidence *e)
{
    char text[32];

    json_open(o, '{');
    json_text_member(o, "fact", e->fact);
    if (e->valued && e->low == e->high) {
        json_number_member(o, "value", e->low);
    } else if (e->valued) {
        if (isfinite(e->low))
            json_number_member(o, "low", e->low);
        if (isfinite(e->high))
            json_number_member(o, "high", e->high);
    }
    if (e->unit)
        json_text_member(o, "unit", e->unit);
    if (date_known(e->date))
        json_text_member(o, "date", date_text(e->date, text));
    if (e->text && *e->text)
        json_text_member(o, "text", e->text);
    json_close(o, '}');
}

void report_json_outcome(json_out *o, const eval_node *n)
{
    json_put_key(o, "truth");
    if (n->truth == TRUTH_UNKNOWN)
        json_put_null(o);
    else
        json_put_bool(o, n->truth == TRUTH_TRUE);
    json_text_member(o, "verdict", verdict_name(n->verdict));
    if (n->reason)
        json_text_member(o, "reason", reason_name(n->reason));
    json_text_member(o, "message", n->message);
}

void report_json_node(json_out *o, const eval_node *n)
{
    json_open(o, '{');
    json_text_member(o, "id", n->rule->id);
    json_text_member(o, "op", rule_op_name(n->rule->op));
    json_put_key(o, "span");
    json_put_span(o, n->rule->span);
    report_json_outcome(o, n);
    if (n->margin_given) {
        json_put_key(o, "margin");
        json_open(o, '{');
        json_number_member(o, "value", n->margin);
        json_text_member(o, "unit", n->margin_unit);
        json_close(o, '}');
    }
    if (n->assumed) {
        json_put_key(o, "assumed");
        json_open(o, '[');
        for (unsigned i = 0; i < ASSUMPTIONS; i++)
            if (n->assumed & 1u << i)
                json_put_text(o, assumed_name(1u << i));
        json_close(o, ']');
    }
    if (n->evidence_count) {
        json_put_key(o, "evidence");
        json_open(o, '[');
        for (size_t i = 0; i < n->evidence_count; i++)
            put_evidence(o, &n->evidence[i]);
        json_close(o, ']');
    }
    json_close(o, '}');
}

void report_json_policy(json_out *o, const eval_policy *p)
{
    json_put_key(o, "policy");
    json_open(o, '{');
    json_put_key(o, "closed_world");
    json_open(o, '[');
    for (int i = CATEGORY_NONE + 1; i < CATEGORIES; i++)
        if (p->closed_world[i])
            json_put_text(o, category_name((category)i));
    json_close(o, ']');
    json_bool_member(o, "default_ranges", p->default_ranges);
    if (p->attested_count) {
        json_put_key(o, "attested");
        json_open(o, '{');
        for (size_t i = 0; i < p->attested_count; i++)
            json_text_member(o, p->attested[i].id, p->attested[i].pass ? "pass" : "fail");
        json_close(o, '}');
    }
    json_close(o, '}');
}

/* A bare section of criteria has no id: then the file it came from tells trials apart. */
static const char *trial_name(const screen_result *s)
{
    return *s->trial->trial_id ? s->trial->trial_id : s->trial->source_name;
}

/* "worklist": [{"missing": "HbA1c", "clauses": ["I3"]}]: what would settle an open verdict. */
static void put_worklist(json_out *o, const screen_result *s)
{
    screen_missing list[SCREEN_MISSING];
    size_t count = screen_worklist(s, list);

    if (!count)
        return;
    json_put_key(o, "worklist");
    json_open(o, '[');
    for (size_t m = 0; m < count; m++) {
        json_open(o, '{');
        json_text_member(o, list[m].judgement ? "ask" : "missing", list[m].name);
        json_put_key(o, "clauses");
        json_open(o, '[');
        for (size_t i = 0; i < s->count; i++)
            for (size_t k = 0; k < s->criteria[i].count; k++)
                if (screen_waits(s, &s->criteria[i], &s->criteria[i].nodes[k], &list[m]))
                    json_put_text(o, s->criteria[i].nodes[k].rule->id);
        json_close(o, ']');
        json_close(o, '}');
    }
    json_close(o, ']');
}

/* "unrecognized": {"entries": 3, "texts": ["Ingrown toenail"]}: what the record has and the lexicon
 * not. */
static void put_unnamed(json_out *o, const patient *p)
{
    const char *list[SCREEN_UNNAMED];
    size_t entries, count = screen_unnamed(p, list, &entries);

    if (!entries)
        return;
    json_put_key(o, "unrecognized");
    json_open(o, '{');
    json_number_member(o, "entries", (double)entries);
    json_put_key(o, "texts");
    json_open(o, '[');
    for (size_t i = 0; i < count; i++)
        json_put_text(o, list[i]);
    json_close(o, ']');
    json_close(o, '}');
}

void report_json(json_out *o, const screen_result *s)
{
    char text[32];

    json_open(o, '{');
    json_text_member(o, "schema", "eligo.verdict/1");
    json_text_member(o, "patient", s->patient->id);
    json_text_member(o, "trial", trial_name(s));
    json_text_member(o, "as_of", day_text(s->policy->as_of, text));
    json_text_member(o, "verdict", verdict_name(s->verdict));
    json_bool_member(o, "deceased", s->deceased);
    report_json_policy(o, s->policy);
    json_put_key(o, "engine");
    json_open(o, '{');
    json_text_member(o, "eligo", ELIGO_VERSION);
    json_text_member(o, "lexicon", s->trial->lexicon ? lexicon_version(s->trial->lexicon) : NULL);
    json_close(o, '}');
    json_put_key(o, "criteria");
    json_open(o, '[');
    for (size_t i = 0; i < s->count; i++) {
        const screen_criterion *c = &s->criteria[i];

        json_open(o, '{');
        json_text_member(o, "id", c->criterion->id);
        json_text_member(o, "kind", criterion_kind_name(c->criterion->kind));
        json_text_member(o, "verdict", verdict_name(c->verdict));
        json_put_key(o, "clauses");
        json_open(o, '[');
        for (size_t k = 0; k < c->count; k++)
            report_json_node(o, &c->nodes[k]);
        json_close(o, ']');
        json_close(o, '}');
    }
    json_close(o, ']');
    put_worklist(o, s);
    put_unnamed(o, s->patient);
    if (s->patient->notes && *s->patient->notes) {
        json_put_key(o, "notes");
        json_open(o, '[');
        for (const char *const *note = s->patient->notes; *note; note++)
            json_put_text(o, *note);
        json_close(o, ']');
    }
    json_close(o, '}');
}

/* ---- CSV ---- */

/* What a terminal obeys; a table has no use for it. */
static bool is_control(char c)
{
    return ((unsigned char)c < 32 && c != '\t' && c != '\n' && c != '\r') || c == 127;
}

void csv_cell(buffer *b, const char *text, size_t size)
{
    bool formula = size && *text && strchr("=+-@\t\r", *text);
    bool quoted = formula;

    for (size_t i = 0; i < size && !quoted; i++)
        quoted = text[i] == '"' || text[i] == ',' || text[i] == '\n' || text[i] == '\r' ||
                 is_control(text[i]);
    if (!quoted) {
        buffer_add(b, text, size);
        return;
    }
    buffer_putc(b, '"');
    if (formula)
        buffer_putc(b, '\'');
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"')
            buffer_putc(b, '"');
        buffer_putc(b, is_control(text[i]) ? '?' : text[i]);
    }
    buffer_putc(b, '"');
}

static void cell(buffer *b, const char *text)
{
    csv_cell(b, text, strlen(text));
    buffer_putc(b, ',');
}

/* "Observation/8f2 31.2 kg/m2 (2021-02-11)" */
static void list_evidence(buffer *b, const screen_criterion *c)
{
    char text[32];

    for (size_t k = 0; k < c->count; k++)
        for (size_t i = 0; c->nodes[k].rule->count == 0 && i < c->nodes[k].evidence_count; i++) {
            const eval_evidence *e = &c->nodes[k].evidence[i];

            if (b->size)
                buffer_puts(b, "; ");
            buffer_puts(b, e->fact);
            if (e->valued && e->low == e->high) {
                buffer_putc(b, ' ');
                buffer_number(b, e->low);
                buffer_printf(b, "%s%s", e->unit ? " " : "", e->unit ? e->unit : "");
            }
            if (date_known(e->date))
                buffer_printf(b, " (%s)", date_text(e->date, text));
        }
}

static void csv_row(buffer *b, const screen_result *s, const screen_criterion *c)
{
    char text[32];
    buffer evidence;

    cell(b, s->patient->id);
    cell(b, trial_name(s));
    cell(b, day_text(s->policy->as_of, text));
    cell(b, verdict_name(s->verdict));
    cell(b, s->deceased ? "true" : "false");
    if (!c) {
        buffer_puts(b, ",,,,,,\r\n");
        return;
    }
    cell(b, c->criterion->id);
    cell(b, criterion_kind_name(c->criterion->kind));
    cell(b, verdict_name(c->verdict));
    cell(b, c->count ? reason_name(c->nodes[0].reason) : "");
    cell(b,
         c->count ? (c->verdict == VERDICT_FAIL ? screen_deciding(c) : &c->nodes[0])->message : "");
    cell(b, c->criterion->text);
    buffer_init(&evidence, 0);
    list_evidence(&evidence, c);
    csv_cell(b, evidence.data ? evidence.data : "", evidence.size);
    buffer_puts(b, "\r\n");
    b->failed = b->failed || evidence.failed;
    buffer_free(&evidence);
}

static void put_csv(buffer *b, const screen_result *s, bool header)
{
    if (header)
        buffer_puts(b, "patient,trial,as_of,verdict,deceased,criterion,kind,criterion_verdict,"
                       "reason,message,text,"
                       "evidence\r\n");
    for (size_t i = 0; i < s->count; i++)
        csv_row(b, s, &s->criteria[i]);
    if (!s->count)
        csv_row(b, s, NULL); /* no patient gets lost */
}

/* ---- the report ---- */

report *report_new(eligo_format format, bool colour, eligo_sink *sink, void *context)
{
    report *r = calloc(1, sizeof *r);

    if (!r)
        return NULL;
    r->format = format;
    r->sink = sink;
    r->context = context;
    buffer_init(&r->out, 0);
    buffer_init(&r->first, 0);
    if ((format == ELIGO_TEXT && !(r->text = report_text_new(colour))) ||
        (format == ELIGO_HTML && !(r->html = report_html_new()))) {
        free(r);
        return NULL;
    }
    return r;
}

static eligo_code flush(report *r, eligo_error *err)
{
    if (r->out.failed || r->first.failed)
        return error_memory(err, NULL);
    if (r->out.size && !r->sink(r->out.data, r->out.size, r->context))
        return error_set(err, ELIGO_EWRITE, NULL, "the output could not be written");
    buffer_clear(&r->out);
    return ELIGO_OK;
}

static void put_json(report *r, const screen_result *s)
{
    bool hold = r->format == ELIGO_JSON && r->count == 0;
    buffer *to = hold ? &r->first : &r->out;
    json_out *o;

    if (r->format == ELIGO_JSON && r->count > 0) {
        if (r->first.size) {
            buffer_puts(&r->out, "[\n");
            buffer_add(&r->out, r->first.data, r->first.size);
            buffer_free(&r->first);
        }
        buffer_puts(&r->out, ",\n");
    }
    o = json_out_new(to, r->format == ELIGO_JSON);
    if (o)
        report_json(o, s);
    if (!json_out_delete(o))
        to->failed = true;
    if (r->format == ELIGO_NDJSON)
        buffer_putc(to, '\n');
}

eligo_code report_add(report *r, const screen_result *s, eligo_error *err)
{
    switch (r->format) {
    case ELIGO_CSV: put_csv(&r->out, s, r->count == 0); break;
    case ELIGO_TEXT: report_text_add(r->text, &r->out, s); break;
    case ELIGO_HTML: report_html_add(r->html, &r->out, s); break;
    default: put_json(r, s);
    }
    r->count++;
    return flush(r, err);
}

eligo_code report_end(report *r, eligo_error *err)
{
    if (r->format == ELIGO_TEXT) {
        report_text_end(r->text, &r->out);
    } else if (r->format == ELIGO_HTML) {
        report_html_end(r->html, &r->out);
    } else if (r->format == ELIGO_JSON && r->count == 1) {
        buffer_add(&r->out, r->first.data, r->first.size);
    } else if (r->format == ELIGO_JSON) {
        buffer_puts(&r->out, r->count ? "]\n" : "[]\n");
    }
    return flush(r, err);
}

void report_delete(report *r)
{
    if (!r)
        return;
    buffer_free(&r->out);
    buffer_free(&r->first);
    report_text_delete(r->text);
    report_html_delete(r->html);
    free(r);
}
