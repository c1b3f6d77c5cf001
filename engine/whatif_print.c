#include "engine/whatif_print.h"

#include "engine/lines.h"
#include "engine/report.h"
#include "rules/print.h"

#include <string.h>

/* A bare section of criteria has no id: then the file it came from tells trials apart. */
static const char *trial_name(const rules *r)
{
    return *r->trial_id ? r->trial_id : r->source_name;
}

/* ---- JSON ---- */

static void put_state(json_out *o, const char *key, const eval_node *n)
{
    json_put_key(o, key);
    json_open(o, '{');
    report_json_outcome(o, n);
    json_close(o, '}');
}

static void put_leaves(json_out *o, const char *key, const whatif_leaf *list, size_t count)
{
    json_put_key(o, key);
    json_open(o, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(o, '{');
        json_text_member(o, "criterion", list[i].criterion->id);
        json_text_member(o, "text", list[i].criterion->text);
        json_put_key(o, "leaf");
        report_json_node(o, list[i].node);
        json_close(o, '}');
    }
    json_close(o, ']');
}

static void put_edits(json_out *o, const whatif_edit *edits, size_t count)
{
    static const char *const keys[WHATIF_HOWS] = {"set", "add", "drop", "attest"};

    for (int how = 0; how < WHATIF_HOWS; how++) {
        json_put_key(o, keys[how]);
        json_open(o, '[');
        for (size_t i = 0; i < count; i++)
            if (edits[i].how == (whatif_how)how)
                json_put_text(o, edits[i].text);
        json_close(o, ']');
    }
}

void whatif_json(json_out *o, const whatif_result *w, const whatif_edit *edits, size_t count)
{
    char text[32];

    json_open(o, '{');
    json_text_member(o, "schema", "eligo.whatif/1");
    json_text_member(o, "patient", w->after.patient->id);
    json_text_member(o, "trial", trial_name(w->after.trial));
    json_text_member(o, "as_of", day_text(w->after.policy->as_of, text));
    put_edits(o, edits, count);
    json_put_key(o, "verdict");
    json_open(o, '{');
    json_text_member(o, "before", verdict_name(w->before.verdict));
    json_text_member(o, "after", verdict_name(w->after.verdict));
    json_close(o, '}');
    json_put_key(o, "changes");
    json_open(o, '[');
    for (size_t i = 0; i < w->change_count; i++) {
        json_open(o, '{');
        json_text_member(o, "criterion", w->changes[i].criterion->id);
        json_text_member(o, "clause", w->changes[i].after->rule->id);
        put_state(o, "before", w->changes[i].before);
        put_state(o, "after", w->changes[i].after);
        json_close(o, '}');
    }
    json_close(o, ']');
    put_leaves(o, "keeping_out", w->keeping_out, w->keeping_out_count);
    put_leaves(o, "open", w->open, w->open_count);
    report_json_policy(o, w->after.policy);
    json_close(o, '}');
}

/* ---- for people ---- */

enum { IDS = 4 /* named in one line */ };

/* "E3, E4 and 2 more": criteria that went from one of the verdicts to one of the others (bits); how
 * many. */
static size_t put_ids(buffer *b, const whatif_result *w, unsigned from, unsigned to)
{
    size_t n = 0, all = 0;

    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < w->after.count; i++) {
            if (!(from & 1u << w->before.criteria[i].verdict) ||
                !(to & 1u << w->after.criteria[i].verdict))
                continue;
            if (pass == 0)
                all++;
            else if (n++ < IDS)
                buffer_printf(b, "%s%s",
                              n == 1     ? ""
                              : n == all ? " and "
                                         : ", ",
                              w->after.criteria[i].criterion->id);
        }
    if (all > IDS)
        buffer_printf(b, " and %zu more", all - IDS);
    return all;
}

/* One step of the first line: "E9 no longer keeps the patient out". */
static void put_step(buffer *b, const whatif_result *w, unsigned from, unsigned to, const char *one,
                     const char *many, bool *any)
{
    buffer ids;
    size_t n;

    buffer_init(&ids, 0);
    n = put_ids(&ids, w, from, to);
    if (n) {
        buffer_puts(b, *any ? "; " : "");
        buffer_add(b, ids.data, ids.size);
        buffer_printf(b, " %s", n == 1 ? one : many);
        *any = true;
    }
    b->failed = b->failed || ids.failed;
    buffer_free(&ids);
}

static void put_outcome(buffer *b, const whatif_result *w, bool colour)
{
    enum { FAIL = 1 << VERDICT_FAIL, OPEN = 1 << VERDICT_UNKNOWN, PASS = 1 << VERDICT_PASS };
    bool any = false;
    buffer line;

    buffer_init(&line, 0);
    put_step(&line, w, FAIL, OPEN | PASS, "no longer keeps the patient out",
             "no longer keep the patient out", &any);
    put_step(&line, w, OPEN | PASS, FAIL, "now keeps the patient out", "now keep the patient out",
             &any);
    put_step(&line, w, OPEN, PASS, "is no longer open", "are no longer open", &any);
    put_step(&line, w, PASS, OPEN, "is open now", "are open now", &any);
    if (!any) {
        buffer_puts(&line,
                    w->change_count ? "clauses change, but no criterion" : "nothing changes");
        any = true;
    }
    put_step(&line, w, FAIL, FAIL, "still keeps the patient out", "still keep the patient out",
             &any);
    lines_mark(colour, b, w->after.verdict, " ");
    buffer_printf(b, "%s -> %s: ", verdict_name(w->before.verdict), verdict_name(w->after.verdict));
    lines_wrap(b, line.data ? line.data : "", line.size,
               2 + strlen(verdict_name(w->before.verdict)) + 4 +
                   strlen(verdict_name(w->after.verdict)) + 2,
               2);
    b->failed = b->failed || line.failed;
    buffer_free(&line);
}

static void put_made(buffer *b, const whatif_edit *e)
{
    static const char *const words[WHATIF_HOWS] = {"set", "added", "dropped", "attested"};
    size_t size = strcspn(e->text, "=@");

    while (size && e->text[size - 1] == ' ')
        size--;
    buffer_puts(b, "  ");
    lines_cell(b, words[e->how], 8);
    lines_say(b, e->text);
    if (e->concept &&
        (strlen(e->concept->name) != size || strncmp(e->concept->name, e->text, size) != 0)) {
        buffer_puts(b, "  (");
        lines_say(b, e->concept->name);
        buffer_putc(b, ')');
    }
    buffer_putc(b, '\n');
}

static void put_state_line(buffer *b, const char *when, const eval_node *n, size_t indent,
                           bool colour)
{
    buffer line;

    lines_pad(b, 0, indent);
    buffer_puts(b, when);
    lines_mark(colour, b, n->verdict, " ");
    buffer_init(&line, 0);
    buffer_printf(&line, "%s: ", verdict_name(n->verdict));
    lines_finding(&line, n);
    lines_wrap(b, line.data ? line.data : "", line.size, indent + strlen(when) + 2,
               indent + strlen(when) + 4);
    b->failed = b->failed || line.failed;
    buffer_free(&line);
}

static void put_head(buffer *b, const criterion *c)
{
    size_t size = strlen(c->id);

    buffer_printf(b, "  %s", c->id);
    lines_pad(b, size, 5);
    lines_wrap_safe(b, c->text, 2 + (size > 5 ? size : 5), 7);
}

static void put_clause(buffer *b, const criterion *c, const eval_node *n, size_t indent)
{
    buffer line;

    buffer_init(&line, 0);
    rule_print_head(&line, n->rule, c->text, c->span);
    lines_pad(b, 0, indent);
    buffer_printf(b, "%s  ", n->rule->id);
    lines_wrap(b, line.data ? line.data : "", line.size, indent + strlen(n->rule->id) + 2,
               indent + 4);
    b->failed = b->failed || line.failed;
    buffer_free(&line);
}

static void put_changes(buffer *b, const whatif_result *w, bool colour)
{
    const criterion *last = NULL;

    for (size_t i = 0; i < w->change_count; i++) {
        const whatif_change *c = &w->changes[i];
        bool part = strcmp(c->after->rule->id, c->criterion->id) != 0;

        if (c->criterion != last)
            put_head(b, c->criterion);
        last = c->criterion;
        if (part)
            put_clause(b, c->criterion, c->after, 7);
        put_state_line(b, "before ", c->before, part ? 9 : 7, colour);
        put_state_line(b, "after  ", c->after, part ? 9 : 7, colour);
    }
}

static void put_left(buffer *b, const whatif_leaf *list, size_t count, bool colour)
{
    const criterion *last = NULL;

    for (size_t i = 0; i < count; i++) {
        const eval_node *n = list[i].node;
        buffer line;

        if (list[i].criterion != last)
            put_head(b, list[i].criterion);
        last = list[i].criterion;
        lines_pad(b, 0, 7);
        lines_mark(colour, b, n->verdict, " ");
        buffer_init(&line, 0);
        lines_finding(&line, n);
        if (n->margin_given) {
            char number[32];

            buffer_printf(&line, "; %s", number_rounded(n->margin, 4, number));
            buffer_puts(&line, n->margin_unit ? " " : "");
            lines_say(&line, n->margin_unit);
            buffer_puts(&line, " from the bound");
        }
        lines_wrap(b, line.data ? line.data : "", line.size, 9, 11);
        b->failed = b->failed || line.failed;
        buffer_free(&line);
    }
}

void whatif_text(buffer *b, const whatif_result *w, const whatif_edit *edits, size_t count,
                 bool colour)
{
    char text[32];

    put_outcome(b, w, colour);
    buffer_puts(b, "  patient ");
    lines_say(b, w->after.patient->id);
    buffer_puts(b, w->after.deceased ? " (deceased), trial " : ", trial ");
    lines_say(b, trial_name(w->after.trial));
    buffer_printf(b, ", as of %s\n", day_text(w->after.policy->as_of, text));
    lines_heading(colour, b, "What is supposed");
    if (!count)
        buffer_puts(b, "  nothing: the record as it is\n");
    for (size_t i = 0; i < count; i++)
        put_made(b, &edits[i]);
    lines_heading(colour, b, "What changes");
    if (!w->change_count)
        buffer_puts(b, "  nothing: no clause depends on it, or it decides the same\n");
    put_changes(b, w, colour);
    if (w->keeping_out_count) {
        lines_heading(colour, b, "What keeps the patient out");
        put_left(b, w->keeping_out, w->keeping_out_count, colour);
    }
    if (w->open_count) {
        lines_heading(colour, b, "What is open");
        put_left(b, w->open, w->open_count, colour);
    }
    if (!w->keeping_out_count && !w->open_count && w->after.count)
        buffer_puts(b, "\nNothing keeps the patient out, and nothing is open.\n");
    buffer_putc(b, '\n');
    lines_policy(b, w->after.policy);
}
