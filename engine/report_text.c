#include "engine/report_text.h"

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/report.h"
#include "rules/print.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    WIDTH = 100,   /* columns of a line */
    WORDS = 600,   /* bytes of a criterion that are shown: more is nobody's first look */
    DETAILED = 6,  /* verdicts shown clause by clause; where there are more, the table alone */
    WORKLIST = 15  /* rows: what comes first counts */
};

/* Attrition of one trial. */
typedef struct trial_sum {
    const rules *trial;
    size_t patients, verdicts[3];
    size_t (*criteria)[4]; /* fail, unknown, pass (as verdict), remaining */
} trial_sum;

/* Something whose absence leaves clauses open. */
typedef struct datum {
    const char *name;
    bool judgement;
    size_t clauses, patients, alone;
    size_t seen; /* the verdict that counted it last */
} datum;

struct report_text {
    bool colour;
    size_t count, detailed;
    buffer row, details; /* the first row waits: one verdict alone needs no table */
    arena *arena;
    trial_sum *trials;
    size_t trial_count, trial_room, trial_last;
    datum **data; /* hash table: a power of two of places */
    size_t data_count, data_places;
    unsigned reasons; /* bits: those that occurred */
    buffer policy;
};

report_text *report_text_new(bool colour)
{
    report_text *t = calloc(1, sizeof *t);

    if (!t || !(t->arena = arena_new((size_t)256 << 20))) {
        free(t);
        return NULL;
    }
    t->colour = colour;
    buffer_init(&t->row, 0);
    buffer_init(&t->details, 0);
    buffer_init(&t->policy, 0);
    return t;
}

void report_text_delete(report_text *t)
{
    if (!t)
        return;
    buffer_free(&t->row);
    buffer_free(&t->details);
    buffer_free(&t->policy);
    arena_delete(t->arena);
    free(t);
}

/* ---- words and marks ---- */

static void paint(const report_text *t, buffer *b, const char *code)
{
    if (t->colour)
        buffer_printf(b, "\033[%sm", code);
}

static void mark(const report_text *t, buffer *b, verdict v, const char *behind)
{
    static const char *const marks[] = {"\xE2\x9C\x98", "?", "\xE2\x9C\x94"};
    static const char *const colours[] = {"31", "33", "32"};

    paint(t, b, colours[v]);
    buffer_puts(b, marks[v]);
    buffer_puts(b, behind);
    paint(t, b, "0");
}

static void heading(const report_text *t, buffer *b, const char *text)
{
    buffer_putc(b, '\n');
    paint(t, b, "1");
    buffer_puts(b, text);
    paint(t, b, "0");
    buffer_putc(b, '\n');
}

static void say(buffer *b, const char *text)
{
    if (text)
        text_print_safe(b, text, strlen(text));
}

static size_t columns(const char *text, size_t size)
{
    size_t n = 0;

    for (size_t i = 0; i < size; i++)
        n += (text[i] & 0xC0) != 0x80;
    return n;
}

static void pad(buffer *b, size_t from, size_t to)
{
    while (from++ < to)
        buffer_putc(b, ' ');
}

static void drop_blanks(buffer *b)
{
    while (b->size && b->data && b->data[b->size - 1] == ' ')
        b->data[--b->size] = 0;
}

/* A cell of a table: at most `width` columns, filled up with blanks. */
static void cell(buffer *b, const char *text, size_t width)
{
    buffer safe;
    size_t at = 0, n = 0;

    buffer_init(&safe, 0);
    say(&safe, text);
    while (at < safe.size && n < width) {
        at++;
        while (at < safe.size && (safe.data[at] & 0xC0) == 0x80)
            at++;
        n++;
    }
    if (safe.size)
        buffer_add(b, safe.data, at);
    pad(b, n, width);
    buffer_puts(b, "  ");
    b->failed = b->failed || safe.failed;
    buffer_free(&safe);
}

/* Text in lines of WIDTH columns that begin `indent` columns in; the first one has begun already, at
 * column `at`. Ends the line. */
static void wrap(buffer *b, const char *text, size_t size, size_t at, size_t indent)
{
    size_t column = at;

    while (size) {
        const char *blank = memchr(text, ' ', size);
        size_t word = blank ? (size_t)(blank - text) : size, n = columns(text, word);

        if (column > indent && column + n > WIDTH) {
            drop_blanks(b);
            buffer_putc(b, '\n');
            pad(b, 0, indent);
            column = indent;
        }
        buffer_add(b, text, word);
        column += n;
        text += word;
        size -= word;
        if (size && column < WIDTH) {
            buffer_putc(b, ' ');
            column++;
        }
        if (size) {
            text++;
            size--;
        }
    }
    drop_blanks(b);
    buffer_putc(b, '\n');
}

static void wrap_safe(buffer *b, const char *text, size_t at, size_t indent)
{
    buffer safe;
    size_t size = strlen(text), shown = size > WORDS ? WORDS : size;

    while (shown < size && shown && (text[shown] & 0xC0) == 0x80)
        shown--; /* no half a letter */
    buffer_init(&safe, 0);
    text_print_safe(&safe, text, shown);
    if (shown < size)
        buffer_puts(&safe, " ...");
    wrap(b, safe.data ? safe.data : "", safe.size, at, indent);
    b->failed = b->failed || safe.failed;
    buffer_free(&safe);
}

/* ---- what decides ---- */

static bool is_leaf(const eval_node *n)
{
    return n->rule->count == 0;
}

/* The leaf that makes a criterion what it is: with evidence, if one has it. */
static const eval_node *deciding(const screen_criterion *c)
{
    const eval_node *best = c->count ? &c->nodes[0] : NULL;

    for (size_t i = 0; i < c->count; i++) {
        const eval_node *n = &c->nodes[i];

        if (!is_leaf(n) || n->verdict != c->verdict)
            continue;
        if (!is_leaf(best) || (n->evidence_count && !best->evidence_count))
            best = n;
    }
    return best;
}

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
    const eval_node *n = c ? deciding(c) : NULL;
    size_t open = count_verdicts(s, VERDICT_UNKNOWN), failed = count_verdicts(s, VERDICT_FAIL);

    if (!s->count) {
        buffer_puts(b, "the trial has no criteria");
    } else if (s->verdict == VERDICT_PASS || !c) {
        buffer_printf(b, "%s%zu criteria met", s->count > 1 ? "all " : "", s->count);
    } else {
        buffer_printf(b, "%s ", c->criterion->id);
        if (n)
            say(b, n->message);
        if (s->verdict == VERDICT_FAIL && failed > 1)
            buffer_printf(b, " (and %zu more)", failed - 1);
        if (s->verdict == VERDICT_UNKNOWN && open > 1)
            buffer_printf(b, " (and %zu more open)", open - 1);
    }
}

/* ---- one verdict in full ---- */

static void put_evidence(buffer *b, const eval_node *n)
{
    for (size_t i = 0; i < n->evidence_count; i++) {
        if (i == 4) { /* the rest is in the JSON */
            buffer_printf(b, " and %zu more", n->evidence_count - i);
            break;
        }
        buffer_puts(b, i ? ", " : " [");
        say(b, n->evidence[i].fact);
    }
    if (n->evidence_count)
        buffer_putc(b, ']');
}

/* What was found, and for an unknown the reason. */
static void put_finding(buffer *b, const eval_node *n)
{
    say(b, n->message);
    if (n->reason)
        buffer_printf(b, " (%s)", reason_name(n->reason));
    for (unsigned i = 0; i < ASSUMPTIONS; i++)
        if (n->assumed & 1u << i)
            buffer_printf(b, " {%s}", assumed_name(1u << i));
    put_evidence(b, n);
}

static void put_finding_line(buffer *b, const eval_node *n, size_t at, size_t indent)
{
    buffer line;

    buffer_init(&line, 0);
    put_finding(&line, n);
    wrap(b, line.data ? line.data : "", line.size, at, indent);
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
    pad(b, 0, indent);
    mark(t, b, n->verdict, " ");
    buffer_printf(b, "%s  ", n->rule->id);
    buffer_init(&line, 0);
    rule_print_head(&line, n->rule, c->criterion->text, c->criterion->span);
    if (is_leaf(n)) {
        if (n->rule->op != RULE_OPAQUE && n->rule->op != RULE_JUDGEMENT)
            buffer_puts(&line, ": ");
        else
            buffer_puts(&line, " ");
        put_finding(&line, n);
    } else {
        buffer_putc(&line, ':');
        if (n->reason)
            buffer_printf(&line, " (%s)", reason_name(n->reason));
    }
    wrap(b, line.data ? line.data : "", line.size, indent + 4 + strlen(n->rule->id), indent + 6);
    b->failed = b->failed || line.failed;
    buffer_free(&line);
}

static void put_criterion(const report_text *t, buffer *b, const screen_criterion *c, bool all)
{
    size_t size = strlen(c->criterion->id);

    buffer_puts(b, "  ");
    mark(t, b, c->verdict, " ");
    buffer_puts(b, c->criterion->id);
    pad(b, size, 4);
    wrap_safe(b, c->criterion->text, size > 4 ? 4 + size : 8, 8);
    if (c->count > 1 && all) {
        for (size_t i = 0; i < c->count; i++)
            put_node(t, b, c, &c->nodes[i]);
    } else if (c->count) {
        pad(b, 0, 8);
        put_finding_line(b, all ? &c->nodes[0] : deciding(c), 8, 10);
    }
}

static void put_title(const report_text *t, buffer *b, const screen_result *s)
{
    static const char *const words[] = {" FAIL", " UNKNOWN", " PASS"};

    mark(t, b, s->verdict, words[s->verdict]);
    buffer_puts(b, "  patient ");
    say(b, s->patient->id);
    buffer_puts(b, s->deceased ? " (deceased), trial " : ", trial ");
    say(b, *s->trial->trial_id ? s->trial->trial_id : s->trial->source_name);
    buffer_puts(b, ": ");
    put_why(b, s);
    buffer_putc(b, '\n');
}

static void put_section(const report_text *t, buffer *b, const screen_result *s, criterion_kind kind, const char *title)
{
    bool headed = false;

    for (size_t i = 0; i < s->count; i++) {
        if (s->criteria[i].criterion->kind != kind)
            continue;
        if (!headed)
            heading(t, b, title);
        headed = true;
        put_criterion(t, b, &s->criteria[i], true);
    }
}

static void put_details(const report_text *t, buffer *b, const screen_result *s)
{
    put_title(t, b, s);
    if (s->trial->title && *s->trial->title) {
        buffer_puts(b, "  ");
        wrap_safe(b, s->trial->title, 2, 2);
    }
    if (s->verdict != VERDICT_PASS && s->count) {
        heading(t, b, s->verdict == VERDICT_FAIL ? "What decides" : "What is open");
        for (size_t i = 0; i < s->count; i++)
            if (s->criteria[i].verdict == s->verdict)
                put_criterion(t, b, &s->criteria[i], false);
    }
    put_section(t, b, s, CRITERION_INCLUSION, "Inclusion");
    put_section(t, b, s, CRITERION_EXCLUSION, "Exclusion");
    put_section(t, b, s, CRITERION_REGISTRY, "From the registry's own fields");
    buffer_putc(b, '\n');
    rules_print_coverage(b, s->trial);
    buffer_putc(b, '\n');
    for (const char *const *note = s->patient->notes; note && *note; note++) {
        buffer_puts(b, "not read: ");
        say(b, *note);
        buffer_putc(b, '\n');
    }
}

/* ---- sums ---- */

static trial_sum *sum_of(report_text *t, const rules *trial)
{
    size_t next = t->trial_last + 1 < t->trial_count ? t->trial_last + 1 : 0;
    trial_sum *s;

    if (t->trial_count && t->trials[next].trial == trial) { /* trials come round in the same order */
        t->trial_last = next;
        return &t->trials[next];
    }
    for (size_t i = 0; i < t->trial_count; i++)
        if (t->trials[i].trial == trial) {
            t->trial_last = i;
            return &t->trials[i];
        }
    if (!arena_grow(t->arena, (void **)&t->trials, t->trial_count, &t->trial_room, sizeof *t->trials))
        return NULL;
    t->trial_last = t->trial_count++;
    s = &t->trials[t->trial_last];
    *s = (trial_sum){.trial = trial};
    s->criteria = arena_array(t->arena, trial->criterion_count, sizeof *s->criteria);
    return s->criteria ? s : NULL;
}

static void count_criteria(report_text *t, const screen_result *s)
{
    trial_sum *sum = sum_of(t, s->trial);
    bool still = true;

    if (!sum)
        return;
    sum->patients++;
    sum->verdicts[s->verdict]++;
    for (size_t i = 0; i < s->count && i < s->trial->criterion_count; i++) {
        still = still && s->criteria[i].verdict != VERDICT_FAIL;
        sum->criteria[i][s->criteria[i].verdict]++;
        sum->criteria[i][3] += still;
    }
}

static size_t hash(const char *text)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */

    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
}

static datum **place_of(datum **table, size_t places, const char *name, bool judgement)
{
    size_t i = hash(name) & (places - 1);

    while (table[i] && (table[i]->judgement != judgement || strcmp(table[i]->name, name) != 0))
        i = (i + 1) & (places - 1);
    return &table[i];
}

static datum *datum_of(report_text *t, const char *name, bool judgement)
{
    datum **at;

    if ((t->data_count + 1) * 2 > t->data_places) {
        size_t places = t->data_places ? t->data_places * 2 : 64;
        datum **table = arena_array(t->arena, places, sizeof(datum *));

        if (!table)
            return NULL;
        for (size_t i = 0; i < t->data_places; i++)
            if (t->data[i])
                *place_of(table, places, t->data[i]->name, t->data[i]->judgement) = t->data[i];
        t->data = table;
        t->data_places = places;
    }
    at = place_of(t->data, t->data_places, name, judgement);
    if (!*at) {
        *at = arena_alloc(t->arena, sizeof **at);
        if (!*at)
            return NULL;
        (*at)->name = name;
        (*at)->judgement = judgement;
        t->data_count++;
    }
    return *at;
}

/* What would have to be known for an open clause; NULL: no datum settles it. */
static const char *wanted(const eval_node *n)
{
    const rule *r = n->rule;

    switch (n->reason) {
    case REASON_NO_RECORD:
    case REASON_OUTSIDE_WINDOW:
    case REASON_IMPRECISE_DATE:
    case REASON_UNIT_MISMATCH:
    case REASON_MISSING_REFERENCE_RANGE:
    case REASON_CONFLICT: return r->subject.concept ? r->subject.concept->name : r->subject.text;
    case REASON_JUDGEMENT: return r->op == RULE_JUDGEMENT ? (r->topic ? r->topic : "a person's judgement") : NULL;
    default: return NULL;
    }
}

static void count_open(report_text *t, const screen_result *s)
{
    size_t distinct = 0;
    bool beyond = false; /* open for something that no datum settles */
    datum *last = NULL;

    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->criteria[i].count; k++) {
            const eval_node *n = &s->criteria[i].nodes[k];
            const char *name;

            t->reasons |= 1u << n->reason;
            if (s->verdict != VERDICT_UNKNOWN || s->criteria[i].verdict != VERDICT_UNKNOWN || !is_leaf(n) ||
                n->verdict != VERDICT_UNKNOWN)
                continue;
            name = wanted(n);
            beyond = beyond || !name;
            if (!name || !(last = datum_of(t, name, n->rule->op == RULE_JUDGEMENT)))
                continue;
            last->clauses++;
            if (last->seen != t->count) {
                last->seen = t->count;
                last->patients++;
                distinct++;
            }
        }
    if (distinct == 1 && !beyond && last)
        last->alone++;
}

/* ---- tables ---- */

static void put_row(const report_text *t, buffer *b, const screen_result *s)
{
    mark(t, b, s->verdict, " ");
    cell(b, verdict_name(s->verdict), 7);
    cell(b, s->patient->id, 20);
    cell(b, *s->trial->trial_id ? s->trial->trial_id : s->trial->source_name, 14);
    put_why(b, s);
    buffer_puts(b, s->deceased ? "; deceased\n" : "\n");
}

static void put_attrition(const report_text *t, buffer *b, const trial_sum *sum)
{
    buffer title;

    buffer_init(&title, 0);
    buffer_puts(&title, "Attrition on ");
    say(&title, *sum->trial->trial_id ? sum->trial->trial_id : sum->trial->source_name);
    buffer_printf(&title, ": %zu patients, %zu pass, %zu fail, %zu unknown", sum->patients,
                  sum->verdicts[VERDICT_PASS], sum->verdicts[VERDICT_FAIL], sum->verdicts[VERDICT_UNKNOWN]);
    heading(t, b, title.data ? title.data : "");
    b->failed = b->failed || title.failed;
    buffer_free(&title);
    buffer_puts(b, "  criterion  patients    pass    fail  unknown  remaining  words\n");
    for (size_t i = 0; i < sum->trial->criterion_count; i++) {
        const criterion *c = &sum->trial->criteria[i];
        const size_t *n = sum->criteria[i];

        buffer_printf(b, "  %-9s  %8zu  %6zu  %6zu  %7zu  %9zu  ", c->id, n[0] + n[1] + n[2], n[VERDICT_PASS],
                      n[VERDICT_FAIL], n[VERDICT_UNKNOWN], n[3]);
        cell(b, c->text, 40);
        drop_blanks(b);
        buffer_putc(b, '\n');
    }
    buffer_puts(b, "  ");
    rules_print_coverage(b, sum->trial);
    buffer_putc(b, '\n');
}

/* Most last open questions first, then most patients, then by name: the same bytes on every run. */
static int by_use(const void *a, const void *b)
{
    const datum *x = *(const datum *const *)a, *y = *(const datum *const *)b;

    if (x->alone != y->alone)
        return x->alone > y->alone ? -1 : 1;
    if (x->patients != y->patients)
        return x->patients > y->patients ? -1 : 1;
    if (x->clauses != y->clauses)
        return x->clauses > y->clauses ? -1 : 1;
    return strcmp(x->name, y->name);
}

static void put_worklist(const report_text *t, buffer *b)
{
    const datum **list = arena_array(t->arena, t->data_count, sizeof *list);
    size_t n = 0;

    if (!list || !t->data_count)
        return;
    for (size_t i = 0; i < t->data_places; i++)
        if (t->data[i])
            list[n++] = t->data[i];
    qsort(list, n, sizeof *list, by_use);
    heading(t, b, "What to look up first");
    buffer_puts(b, "  settles alone  patients  clauses  missing\n");
    for (size_t i = 0; i < n && i < WORKLIST; i++) {
        buffer_printf(b, "  %13zu  %8zu  %7zu  %s", list[i]->alone, list[i]->patients, list[i]->clauses,
                      list[i]->judgement ? "ask: " : "");
        say(b, list[i]->name);
        buffer_putc(b, '\n');
    }
    if (n > WORKLIST)
        buffer_printf(b, "  and %zu more\n", n - (size_t)WORKLIST);
}

static void put_policy(buffer *b, const eval_policy *p)
{
    char text[32];
    bool closed = false;

    buffer_printf(b, "Index date %s. ", day_text(p->as_of, text));
    for (int i = CATEGORY_NONE + 1; i < CATEGORIES; i++)
        if (p->closed_world[i]) {
            buffer_printf(b, "%s%s", closed ? ", " : "Closed world (not recorded means absent): ",
                          category_name((category)i));
            closed = true;
        }
    buffer_puts(b, closed ? "." : "Open world: what is not recorded is unknown.");
    if (p->default_ranges)
        buffer_puts(b, " Adult reference ranges stand in where a result has none.");
    for (size_t i = 0; i < p->attested_count; i++) {
        buffer_puts(b, i ? ", " : " Attested: ");
        say(b, p->attested[i].id);
        buffer_puts(b, p->attested[i].pass ? "=pass" : "=fail");
    }
    buffer_putc(b, '\n');
}

static void put_reasons(const report_text *t, buffer *b)
{
    if (!(t->reasons & ~1u))
        return;
    heading(t, b, "Reasons of unknowns (eligo explain REASON says more)");
    for (int i = REASON_NONE + 1; i < REASONS; i++)
        if (t->reasons & 1u << i)
            buffer_printf(b, "  %-24s %s\n", reason_name((eval_reason)i), reason_words((eval_reason)i));
}

/* ---- the report ---- */

void report_text_add(report_text *t, buffer *out, const screen_result *s)
{
    bool first = t->count == 0;

    t->count++;
    count_criteria(t, s);
    count_open(t, s);
    if (first) {
        put_policy(&t->policy, s->policy);
        put_row(t, &t->row, s);
    } else {
        if (t->row.size) {
            paint(t, out, "1");
            buffer_puts(out, "  verdict  patient               trial           what decides\n");
            paint(t, out, "0");
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
    out->failed = out->failed || t->row.failed || t->details.failed || t->policy.failed || arena_failed(t->arena);
}

void report_text_end(report_text *t, buffer *out)
{
    if (!t->count) {
        buffer_puts(out, "No patient was screened.\n");
        return;
    }
    if (t->count > 1) {
        for (size_t i = 0; i < t->trial_count; i++)
            if (t->trials[i].patients > 1)
                put_attrition(t, out, &t->trials[i]);
        put_worklist(t, out);
        buffer_puts(out, t->count > DETAILED ? "\nClause by clause: screen fewer at once, or take --format json or csv.\n"
                                              : "\n----\n\n");
    }
    if (t->count <= DETAILED && t->details.size)
        buffer_add(out, t->details.data, t->details.size);
    put_reasons(t, out);
    buffer_putc(out, '\n');
    if (t->policy.size)
        buffer_add(out, t->policy.data, t->policy.size);
    out->failed = out->failed || arena_failed(t->arena);
}
