#include "engine/report_text.h"

#include "engine/lines.h"
#include "engine/report.h"
#include "engine/sums.h"
#include "rules/print.h"

#include <stdlib.h>
#include <string.h>

enum {
    EACH = 100,    /* patients of whom it is listed what would settle them, one by one */
    EACH_DATA = 6, /* and how many things of each */
    DETAILED = 6,  /* verdicts shown clause by clause; where there are more, the table alone */
    WORKLIST = 15  /* rows: what comes first counts */
};

struct report_text {
    bool colour;
    size_t count, detailed;
    size_t open;         /* verdicts that are unknown */
    buffer row, details; /* the first row waits: one verdict alone needs no table */
    buffer each;         /* what would settle each of them */
    sums *sums;
    buffer policy;
};

report_text *report_text_new(bool colour)
{
    report_text *t = calloc(1, sizeof *t);

    if (!t || !(t->sums = sums_new())) {
        free(t);
        return NULL;
    }
    t->colour = colour;
    buffer_init(&t->row, 0);
    buffer_init(&t->details, 0);
    buffer_init(&t->each, 0);
    buffer_init(&t->policy, 0);
    return t;
}

void report_text_delete(report_text *t)
{
    if (!t)
        return;
    buffer_free(&t->row);
    buffer_free(&t->details);
    buffer_free(&t->each);
    buffer_free(&t->policy);
    sums_delete(t->sums);
    free(t);
}

/* ---- what decides ---- */

static size_t count_verdicts(const screen_result *s, verdict v)
{
    size_t n = 0;

    for (size_t i = 0; i < s->count; i++)
        n += s->criteria[i].verdict == v;
    return n;
}

static const screen_criterion *first_with(const screen_result *s, verdict v)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->criteria[i].verdict == v)
            return &s->criteria[i];
    return NULL;
}

/* One line: why the verdict is what it is. */
static void put_why(buffer *b, const screen_result *s)
{
    const screen_criterion *c = first_with(s, s->verdict);
    const eval_node *n = c ? screen_deciding(c) : NULL;
    size_t open = count_verdicts(s, VERDICT_UNKNOWN), failed = count_verdicts(s, VERDICT_FAIL);

    if (!s->count) {
        buffer_puts(b, "the trial has no criteria");
    } else if (s->verdict == VERDICT_PASS || !c) {
        buffer_printf(b, "%s%zu criteria met", s->count > 1 ? "all " : "", s->count);
    } else {
        buffer_printf(b, "%s ", c->criterion->id);
        if (n)
            lines_say(b, n->message);
        if (s->verdict == VERDICT_FAIL && failed > 1)
            buffer_printf(b, " (and %zu more)", failed - 1);
        if (s->verdict == VERDICT_UNKNOWN && open > 1)
            buffer_printf(b, " (and %zu more open)", open - 1);
    }
}

/* ---- one verdict in full ---- */

static void put_finding_line(buffer *b, const eval_node *n, size_t at, size_t indent)
{
    buffer line;

    buffer_init(&line, 0);
    lines_finding(&line, n);
    lines_wrap(b, line.data ? line.data : "", line.size, at, indent);
    b->failed = b->failed || line.failed;
    buffer_free(&line);
}

static size_t depth_of(const char *id)
{
    size_t n = 0;

    for (; *id; id++)
        n += *id == '.';
    return n;
}

static void put_node(const report_text *t, buffer *b, const screen_criterion *c, const eval_node *n)
{
    size_t indent = 8 + 2 * depth_of(n->rule->id);
    buffer line;

    if (indent > 40)
        indent = 40;
    lines_pad(b, 0, indent);
    lines_mark(t->colour, b, n->verdict, " ");
    buffer_printf(b, "%s  ", n->rule->id);
    buffer_init(&line, 0);
    rule_print_head(&line, n->rule, c->criterion->text, c->criterion->span);
    if (n->rule->count == 0) {
        if (n->rule->op != RULE_OPAQUE && n->rule->op != RULE_JUDGEMENT)
            buffer_puts(&line, ": ");
        else
            buffer_puts(&line, " ");
        lines_finding(&line, n);
    } else {
        buffer_putc(&line, ':');
        if (n->reason)
            buffer_printf(&line, " (%s)", reason_name(n->reason));
    }
    lines_wrap(b, line.data ? line.data : "", line.size, indent + 4 + strlen(n->rule->id),
               indent + 6);
    b->failed = b->failed || line.failed;
    buffer_free(&line);
}

static void put_criterion(const report_text *t, buffer *b, const screen_criterion *c, bool all)
{
    size_t size = strlen(c->criterion->id);

    buffer_puts(b, "  ");
    lines_mark(t->colour, b, c->verdict, " ");
    buffer_puts(b, c->criterion->id);
    lines_pad(b, size, 4);
    lines_wrap_safe(b, c->criterion->text, size > 4 ? 4 + size : 8, 8);
    if (c->count > 1 && all) {
        for (size_t i = 0; i < c->count; i++)
            put_node(t, b, c, &c->nodes[i]);
    } else if (c->count) {
        lines_pad(b, 0, 8);
        put_finding_line(b, all ? &c->nodes[0] : screen_deciding(c), 8, 10);
    }
}

static void put_title(const report_text *t, buffer *b, const screen_result *s)
{
    static const char *const words[] = {" FAIL", " UNKNOWN", " PASS"};

    lines_mark(t->colour, b, s->verdict, words[s->verdict]);
    buffer_puts(b, "  patient ");
    lines_say(b, s->patient->id);
    buffer_puts(b, s->deceased ? " (deceased), trial " : ", trial ");
    lines_say(b, *s->trial->trial_id ? s->trial->trial_id : s->trial->source_name);
    buffer_puts(b, ": ");
    put_why(b, s);
    buffer_putc(b, '\n');
}

static void put_section(const report_text *t, buffer *b, const screen_result *s,
                        criterion_kind kind, const char *title)
{
    bool headed = false;

    for (size_t i = 0; i < s->count; i++) {
        if (s->criteria[i].criterion->kind != kind)
            continue;
        if (!headed)
            lines_heading(t->colour, b, title);
        headed = true;
        put_criterion(t, b, &s->criteria[i], true);
    }
}

/* "HbA1c (I3), LDL cholesterol (E5, E7)": what would settle the verdict, at most so many. */
static void put_missing(buffer *b, const screen_result *s, size_t most)
{
    screen_missing list[SCREEN_MISSING];
    size_t count = screen_worklist(s, list);

    for (size_t m = 0; m < count && m < most; m++) {
        bool any = false;

        buffer_printf(b, "%s%s%s (", m ? ", " : "", list[m].judgement ? "ask: " : "", list[m].name);
        for (size_t i = 0; i < s->count; i++)
            for (size_t k = 0; k < s->criteria[i].count; k++)
                if (screen_waits(s, &s->criteria[i], &s->criteria[i].nodes[k], &list[m])) {
                    buffer_printf(b, "%s%s", any ? ", " : "", s->criteria[i].nodes[k].rule->id);
                    any = true;
                }
        buffer_putc(b, ')');
    }
    if (count > most)
        buffer_printf(b, " and %zu more", count - most);
}

static void put_line_safe(buffer *b, const buffer *line, size_t at, size_t indent)
{
    lines_wrap_safe(b, line->data ? line->data : "", at, indent);
    b->failed = b->failed || line->failed;
}

static void put_unnamed(buffer *b, const patient *p)
{
    const char *list[SCREEN_UNNAMED];
    size_t entries, count = screen_unnamed(p, list, &entries);
    buffer line;

    if (!entries)
        return;
    buffer_init(&line, 0);
    buffer_printf(&line, "%zu entr%s of the record %s not in the lexicon: ", entries,
                  entries == 1 ? "y" : "ies", entries == 1 ? "is" : "are");
    for (size_t i = 0; i < count; i++)
        buffer_printf(&line, "%s%.100s", i ? "; " : "", list[i]);
    if (count == SCREEN_UNNAMED)
        buffer_puts(&line, "; ...");
    put_line_safe(b, &line, 0, 4);
    buffer_free(&line);
}

static void put_details(const report_text *t, buffer *b, const screen_result *s)
{
    buffer missing;

    put_title(t, b, s);
    if (s->trial->title && *s->trial->title) {
        buffer_puts(b, "  ");
        lines_wrap_safe(b, s->trial->title, 2, 2);
    }
    if (s->verdict != VERDICT_PASS && s->count) {
        lines_heading(t->colour, b, s->verdict == VERDICT_FAIL ? "What decides" : "What is open");
        for (size_t i = 0; i < s->count; i++)
            if (s->criteria[i].verdict == s->verdict)
                put_criterion(t, b, &s->criteria[i], false);
    }
    buffer_init(&missing, 0);
    put_missing(&missing, s, SCREEN_MISSING);
    if (missing.size) {
        lines_heading(t->colour, b, "What would settle it");
        buffer_puts(b, "  ");
        put_line_safe(b, &missing, 2, 4);
    }
    buffer_free(&missing);
    put_section(t, b, s, CRITERION_INCLUSION, "Inclusion");
    put_section(t, b, s, CRITERION_EXCLUSION, "Exclusion");
    put_section(t, b, s, CRITERION_REGISTRY, "From the registry's own fields");
    buffer_putc(b, '\n');
    rules_print_coverage(b, s->trial);
    buffer_putc(b, '\n');
    for (const char *const *note = s->patient->notes; note && *note; note++) {
        buffer_puts(b, "not read: ");
        lines_wrap_safe(b, *note, 10, 10);
    }
    put_unnamed(b, s->patient);
}

/* ---- tables ---- */

/* What of the record was passed over, in one line. */
static void put_notes(buffer *b, const screen_result *s)
{
    const char *const *notes = s->patient->notes;
    size_t more = 0;

    if (!notes || !*notes)
        return;
    while (notes[more + 1])
        more++;
    buffer_puts(b, "           not read: ");
    lines_say(b, *notes);
    if (more)
        buffer_printf(b, " (and %zu more)", more);
    buffer_putc(b, '\n');
}

static void put_row(const report_text *t, buffer *b, const screen_result *s)
{
    lines_mark(t->colour, b, s->verdict, " ");
    lines_cell(b, verdict_name(s->verdict), 7);
    lines_cell(b, s->patient->id, 20);
    lines_cell(b, *s->trial->trial_id ? s->trial->trial_id : s->trial->source_name, 14);
    put_why(b, s);
    buffer_puts(b, s->deceased ? "; deceased\n" : "\n");
    put_notes(b, s);
}

static void put_attrition(const report_text *t, buffer *b, const sums_trial *sum)
{
    size_t left = sum->patients;
    buffer title;

    buffer_init(&title, 0);
    buffer_puts(&title, "Attrition on ");
    lines_say(&title, *sum->trial->trial_id ? sum->trial->trial_id : sum->trial->source_name);
    buffer_printf(&title, ": %zu patients, %zu pass, %zu fail, %zu unknown", sum->patients,
                  sum->verdicts[VERDICT_PASS], sum->verdicts[VERDICT_FAIL],
                  sum->verdicts[VERDICT_UNKNOWN]);
    lines_heading(t->colour, b, title.data ? title.data : "");
    b->failed = b->failed || title.failed;
    buffer_free(&title);
    buffer_puts(
        b, "  criterion  patients    pass    fail  unknown  first to fail  remaining  words\n");
    for (size_t i = 0; i < sum->trial->criterion_count; i++) {
        const criterion *c = &sum->trial->criteria[i];
        const size_t *n = sum->criteria[i];

        buffer_printf(b, "  %-9s  %8zu  %6zu  %6zu  %7zu  %13zu  %9zu  ", c->id, n[0] + n[1] + n[2],
                      n[VERDICT_PASS], n[VERDICT_FAIL], n[VERDICT_UNKNOWN], left - n[3], n[3]);
        left = n[3];
        lines_cell(b, c->text, 40);
        lines_trim(b);
        buffer_putc(b, '\n');
    }
    buffer_puts(b, "  ");
    rules_print_coverage(b, sum->trial);
    buffer_putc(b, '\n');
}

static void put_worklist(const report_text *t, buffer *b)
{
    size_t n;
    const sums_datum *const *list = sums_worklist(t->sums, &n);

    if (!n)
        return;
    lines_heading(t->colour, b, "What to look up first");
    buffer_puts(b, "  settles alone  patients  clauses  missing\n");
    for (size_t i = 0; i < n && i < WORKLIST; i++) {
        buffer_printf(b, "  %13zu  %8zu  %7zu  %s", list[i]->alone, list[i]->patients,
                      list[i]->clauses, list[i]->judgement ? "ask: " : "");
        lines_say(b, list[i]->name);
        buffer_putc(b, '\n');
    }
    if (n > WORKLIST)
        buffer_printf(b, "  and %zu more\n", n - (size_t)WORKLIST);
}

static void put_reasons(const report_text *t, buffer *b)
{
    unsigned reasons = sums_reasons(t->sums);

    if (!(reasons & ~1u))
        return;
    lines_heading(t->colour, b, "Reasons of unknowns (eligo explain REASON says more)");
    for (int i = REASON_NONE + 1; i < REASONS; i++)
        if (reasons & 1u << i)
            buffer_printf(b, "  %-24s %s\n", reason_name((eval_reason)i),
                          reason_words((eval_reason)i));
}

/* ---- the report ---- */

/* A line of the list of what would settle each. */
static void put_each(report_text *t, const screen_result *s)
{
    buffer line;

    if (s->verdict != VERDICT_UNKNOWN || t->open++ >= EACH)
        return;
    buffer_init(&line, 0);
    put_missing(&line, s, EACH_DATA);
    buffer_puts(&t->each, "  ");
    lines_cell(&t->each, s->patient->id, 20);
    buffer_puts(&t->each, "  ");
    lines_cell(&t->each, *s->trial->trial_id ? s->trial->trial_id : s->trial->source_name, 14);
    buffer_puts(&t->each, "  ");
    if (line.size)
        put_line_safe(&t->each, &line, 42, 42);
    else
        buffer_puts(&t->each, "nothing that a record could say\n");
    buffer_free(&line);
}

void report_text_add(report_text *t, buffer *out, const screen_result *s)
{
    bool first = t->count == 0;

    t->count++;
    sums_add(t->sums, s);
    put_each(t, s);
    if (first) {
        lines_policy(&t->policy, s->policy);
        put_row(t, &t->row, s);
    } else {
        if (t->row.size) {
            lines_paint(t->colour, out, "1");
            buffer_puts(out, "  verdict  patient               trial           what decides\n");
            lines_paint(t->colour, out, "0");
            buffer_add(out, t->row.data, t->row.size);
            buffer_clear(&t->row);
        }
        put_row(t, out, s);
    }
    if (t->detailed < DETAILED) {
        if (t->detailed++)
            buffer_puts(&t->details, "\n----\n\n");
        put_details(t, &t->details, s);
    }
    out->failed = out->failed || t->row.failed || t->details.failed || t->each.failed ||
                  t->policy.failed || sums_failed(t->sums);
}

void report_text_end(report_text *t, buffer *out)
{
    if (!t->count) {
        buffer_puts(out, "No patient was screened.\n");
        return;
    }
    if (t->count > 1) {
        size_t trials;
        const sums_trial *all = sums_trials(t->sums, &trials);

        for (size_t i = 0; i < trials; i++)
            if (all[i].patients > 1)
                put_attrition(t, out, &all[i]);
        put_worklist(t, out);
        if (t->open && t->count > DETAILED) {
            lines_heading(t->colour, out, "What would settle each");
            buffer_add(out, t->each.data ? t->each.data : "", t->each.size);
            if (t->open > EACH)
                buffer_printf(out, "  and %zu more: --format json has them all\n",
                              t->open - (size_t)EACH);
        }
        buffer_puts(
            out, t->count > DETAILED
                     ? "\nClause by clause: screen fewer at once, or take --format json or csv.\n"
                     : "\n----\n\n");
    }
    if (t->count <= DETAILED && t->details.size)
        buffer_add(out, t->details.data, t->details.size);
    put_reasons(t, out);
    buffer_putc(out, '\n');
    if (t->policy.size)
        buffer_add(out, t->policy.data, t->policy.size);
    out->failed = out->failed || sums_failed(t->sums);
}
