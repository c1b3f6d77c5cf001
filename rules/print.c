#include "rules/print.h"

#include "engine/base/date.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/plain.h"
#include "rules/plain_words.h"
#include "rules/unit.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* ---- JSON ---- */

static void text_if(json_out *o, const char *key, const char *text)
{
    if (text)
        json_text_member(o, key, text);
}

static void span_member(json_out *o, eligo_span span)
{
    json_put_key(o, "span");
    json_put_span(o, span);
}

static void bound_member(json_out *o, const char *key, rule_bound b)
{
    if (!b.given)
        return;
    json_put_key(o, key);
    json_open(o, '{');
    json_number_member(o, "value", b.value);
    json_bool_member(o, "inclusive", b.inclusive);
    json_close(o, '}');
}

static void unit_member(json_out *o, rule_unit u)
{
    json_put_key(o, "unit");
    if (!u.ucum && !u.text) {
        json_put_null(o);
        return;
    }
    json_open(o, '{');
    json_text_member(o, "ucum", u.ucum);
    json_text_member(o, "text", u.text);
    json_close(o, '}');
}

static void subject_member(json_out *o, const rule_subject *s)
{
    json_put_key(o, "subject");
    json_open(o, '{');
    json_text_member(o, "concept", s->concept ? s->concept->id : NULL);
    if (s->concept && s->concept->tier != TIER_CORE)
        json_text_member(o, "tier", tier_name(s->concept->tier));
    json_text_member(o, "category", s->category ? category_name(s->category) : NULL);
    json_text_member(o, "text", s->text);
    span_member(o, s->span);
    text_if(o, "who", s->who);
    json_close(o, '}');
}

static void window_member(json_out *o, const rule_window *w)
{
    char text[40];

    if (!w)
        return;
    json_put_key(o, "window");
    json_open(o, '{');
    if (w->from_given)
        json_text_member(o, "from", period_text(w->from, text));
    if (w->to_given)
        json_text_member(o, "to", period_text(w->to, text));
    if (w->from_open)
        json_bool_member(o, "from_open", true);
    if (w->to_open)
        json_bool_member(o, "to_open", true);
    if (w->half_lives != 0)
        json_number_member(o, "half_lives", w->half_lives);
    json_text_member(o, "anchor", w->anchor ? w->anchor : "unstated");
    if (w->anchor_concept)
        json_text_member(o, "anchor_concept", w->anchor_concept->id);
    json_text_member(o, "text", w->text);
    span_member(o, w->span);
    json_close(o, '}');
}

static void amount_member(json_out *o, const char *key, const rule_amount *a)
{
    if (!a)
        return;
    json_put_key(o, key);
    json_open(o, '{');
    bound_member(o, "low", a->low);
    bound_member(o, "high", a->high);
    unit_member(o, a->unit);
    if (a->equivalent_of)
        json_text_member(o, "equivalent_of", a->equivalent_of->id);
    json_text_member(o, "text", a->text);
    span_member(o, a->span);
    json_close(o, '}');
}

static void qualifiers_member(json_out *o, const rule *r)
{
    if (!r->qualifier_count)
        return;
    json_put_key(o, "qualifiers");
    json_open(o, '[');
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        json_open(o, '{');
        json_text_member(o, "kind", q->kind);
        json_text_member(o, "value", q->value);
        text_if(o, "concept", q->concept ? q->concept->id : NULL);
        json_text_member(o, "text", q->text);
        span_member(o, q->span);
        json_close(o, '}');
    }
    json_close(o, ']');
}

static void compare_members(json_out *o, const rule *r)
{
    bound_member(o, "low", r->low);
    bound_member(o, "high", r->high);
    if (r->value_count) {
        json_put_key(o, "values");
        json_open(o, '[');
        for (size_t i = 0; i < r->value_count; i++)
            json_put_number(o, r->values[i]);
        json_close(o, ']');
    }
    unit_member(o, r->unit);
    if (r->relative_to)
        json_text_member(o, "relative_to", rule_relative_name(r->relative_to));
    json_text_member(o, "pick", rule_pick_name(r->pick));
    if (r->counting)
        json_bool_member(o, "count", true);
    if (r->any_specimen)
        json_bool_member(o, "any_specimen", true);
}

void rule_print_json(json_out *o, const rule *r)
{
    if (!r) {
        json_put_null(o);
        return;
    }
    json_open(o, '{');
    json_text_member(o, "op", rule_op_name(r->op));
    json_text_member(o, "id", r->id);
    span_member(o, r->span);
    switch (r->op) {
    case RULE_COMPARE:
    case RULE_HAS:
        subject_member(o, &r->subject);
        if (r->op == RULE_COMPARE)
            compare_members(o, r);
        if (r->tense)
            json_text_member(o, "tense", rule_tense_name(r->tense));
        window_member(o, r->window);
        amount_member(o, "duration", r->duration);
        amount_member(o, "dose", r->dose);
        qualifiers_member(o, r);
        if (r->as_kind)
            json_bool_member(o, "as_kind", true);
        break;
    case RULE_JUDGEMENT: json_text_member(o, "topic", r->topic); break;
    case RULE_OPAQUE: json_text_member(o, "reason", r->reason); break;
    default:
        if (r->op == RULE_AT_LEAST) {
            json_put_key(o, "n");
            json_put_size(o, r->n);
        }
        if (r->op == RULE_READINGS)
            json_text_member(o, "finding", r->finding);
        json_put_key(o, "of");
        json_open(o, '[');
        for (size_t i = 0; i < r->count; i++)
            rule_print_json(o, r->of[i]);
        json_close(o, ']');
    }
    json_close(o, '}');
}

void finding_print_impact(json_out *o, const finding_impact *i)
{
    if (!i)
        return;
    json_put_key(o, "impact");
    if (!i->known) {
        json_put_null(o);
        return;
    }
    json_open(o, '{');
    json_put_key(o, "patients");
    json_put_size(o, i->patients);
    json_put_key(o, "changed");
    json_put_size(o, i->changed);
    json_put_key(o, "ids");
    json_open(o, '[');
    for (size_t k = 0; k < i->id_count; k++)
        json_put_text(o, i->ids[k]);
    json_close(o, ']');
    json_close(o, '}');
}

void finding_print_json(json_out *o, const finding *f, const char *fingerprint, const char *trial,
                        const char *source)
{
    json_open(o, '{');
    text_if(o, "trial", trial);
    text_if(o, "source", source);
    json_text_member(o, "code", f->code);
    json_text_member(o, "severity", severity_name(f->severity));
    text_if(o, "criterion", f->criterion);
    text_if(o, "node", f->node);
    span_member(o, f->span);
    json_text_member(o, "message", f->message);
    text_if(o, "suggestion", f->suggestion);
    if (f->readings) {
        json_put_key(o, "readings");
        json_open(o, '[');
        for (const char *const *p = f->readings; *p; p++)
            json_put_text(o, *p);
        json_close(o, ']');
    }
    finding_print_impact(o, f->impact);
    text_if(o, "fingerprint", fingerprint);
    json_close(o, '}');
}

static void age_member(json_out *o, const char *key, registry_age age)
{
    if (!age.given)
        return;
    json_put_key(o, key);
    json_open(o, '{');
    json_number_member(o, "value", age.value);
    json_text_member(o, "unit", period_ucum(age.unit));
    span_member(o, age.span);
    json_close(o, '}');
}

void rules_print_json(json_out *o, const rules *r)
{
    json_open(o, '{');
    json_text_member(o, "schema", "eligo.rules/1");
    json_put_key(o, "trial");
    json_open(o, '{');
    json_text_member(o, "id", r->trial_id);
    json_text_member(o, "title", r->title);
    json_put_key(o, "registry");
    json_open(o, '{');
    age_member(o, "minimum_age", r->minimum_age);
    age_member(o, "maximum_age", r->maximum_age);
    if (r->sex) {
        json_text_member(o, "sex", r->sex);
        json_put_key(o, "sex_span");
        json_put_span(o, r->sex_span);
    }
    if (r->healthy_volunteers >= 0)
        json_bool_member(o, "healthy_volunteers", r->healthy_volunteers > 0);
    json_close(o, '}');
    json_close(o, '}');
    json_put_key(o, "source");
    json_open(o, '{');
    json_text_member(o, "name", r->source_name);
    json_put_key(o, "bytes");
    json_put_size(o, r->source_bytes);
    json_text_member(o, "sha256", r->sha256);
    json_close(o, '}');
    json_put_key(o, "engine");
    json_open(o, '{');
    json_text_member(o, "eligo", ELIGO_VERSION);
    json_text_member(o, "lexicon", r->lexicon ? lexicon_version(r->lexicon) : NULL);
    json_close(o, '}');
    json_put_key(o, "coverage");
    json_open(o, '{');
    json_put_key(o, "bytes");
    json_put_size(o, r->coverage_bytes);
    json_put_key(o, "understood");
    json_put_size(o, r->coverage_understood);
    json_close(o, '}');
    json_put_key(o, "criteria");
    json_open(o, '[');
    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        json_open(o, '{');
        json_text_member(o, "id", c->id);
        json_text_member(o, "kind", criterion_kind_name(c->kind));
        text_if(o, "label", c->label);
        json_text_member(o, "text", c->text);
        span_member(o, c->span);
        json_put_key(o, "rule");
        rule_print_json(o, c->rule);
        json_close(o, '}');
    }
    json_close(o, ']');
    if (!r->unaudited) {
        json_put_key(o, "findings");
        json_open(o, '[');
        for (size_t i = 0; i < r->finding_count; i++)
            finding_print_json(o, &r->findings[i], NULL, NULL, NULL);
        json_close(o, ']');
    }
    json_close(o, '}');
}

/* ---- words ---- */

void text_print_safe(buffer *b, const char *text, size_t size)
{
    bool blank = false;

    for (size_t i = 0, used; i < size; i += used) {
        uint32_t c = utf8_decode(text + i, size - i, &used);

        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' ||
            c == 0xA0) {
            blank = b->size > 0;
            continue;
        }
        if (blank && b->data[b->size - 1] != ' ')
            buffer_putc(b, ' ');
        blank = false;
        /* C0, DEL, C1; marks that turn the direction of text; line separators */
        if (c < 32 || (c >= 127 && c < 160) || (c >= 0x200E && c <= 0x200F) ||
            (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x61C ||
            c == 0xFEFF) {
            buffer_printf(b, "\\u{%X}", (unsigned)c);
        } else {
            char out[4];

            buffer_add(b, out, utf8_encode(c, out));
        }
    }
}

static void say(buffer *b, const char *text)
{
    if (text)
        text_print_safe(b, text, strlen(text));
}

/* ---- the tree ---- */

/* What is asked for, what bars, and the registry's own fields, whatever the order of the text. */
static const criterion_kind order[] = {CRITERION_INCLUSION, CRITERION_EXCLUSION,
                                       CRITERION_REGISTRY};
enum { SECTIONS = sizeof order / sizeof *order };

static void count_leaf(const rule *r, void *context)
{
    rules_clauses *n = context;

    if (r->count)
        return;
    n->all++;
    n->opaque += r->op == RULE_OPAQUE;
}

rules_clauses rules_count(const rules *r)
{
    rules_clauses n = {0, 0};

    for (size_t i = 0; i < r->criterion_count; i++)
        rule_walk(r->criteria[i].rule, count_leaf, &n);
    return n;
}

struct naming {
    buffer *to;
    size_t named;
};

static void name_opaque(const rule *r, void *context)
{
    enum { NAMED = 12 }; /* ids on one line; a person reads no more */
    struct naming *n = context;

    if (r->op != RULE_OPAQUE)
        return;
    if (n->named < NAMED)
        buffer_printf(n->to, "%s%s", n->named ? ", " : ": ", r->id ? r->id : "?");
    else if (n->named == NAMED)
        buffer_puts(n->to, ", ...");
    n->named++;
}

void rules_print_coverage(buffer *b, const rules *r)
{
    rules_clauses n = rules_count(r);
    struct naming names = {b, 0};

    buffer_printf(b, "%zu of %zu clauses understood", n.all - n.opaque, n.all);
    if (!n.opaque)
        return;
    buffer_printf(b, "; %zu opaque", n.opaque);
    for (size_t k = 0; k < SECTIONS; k++)
        for (size_t i = 0; i < r->criterion_count; i++)
            if (r->criteria[i].kind == order[k])
                rule_walk(r->criteria[i].rule, name_opaque, &names);
}

static void longest_id(const rule *r, void *context)
{
    size_t *longest = context, size = r->id ? strlen(r->id) : 0;

    if (size > *longest)
        *longest = size;
}

typedef struct tree {
    buffer *to;
    const lexicon *lexicon;
    arena *arena; /* for reading a leaf again */
    size_t width; /* of ids */
} tree;

static void put_tree(const tree *t, const rule *r, const criterion *c, unsigned depth,
                     const char *role)
{
    buffer *b = t->to;
    size_t width = t->width;
    const char *id = r->id ? r->id : "?";
    size_t n = strlen(id);

    buffer_printf(b, "  %s%*s", id, (int)(n < width ? width - n + 2 + 2 * depth : 2 + 2 * depth),
                  "");
    buffer_puts(b, role);
    buffer_puts(b, r->op == RULE_OPAQUE ? "? " : "");
    plain_head(b, r, c->text, c->span, t->lexicon, t->arena);
    if (r->op < RULE_COMPARE || r->op == RULE_READINGS)
        buffer_putc(b, ':');
    else if ((r->op == RULE_COMPARE || r->op == RULE_HAS) && !r->subject.concept)
        buffer_puts(b, PLAIN_UNKNOWN_TERM);
    buffer_putc(b, '\n');
    for (size_t i = 0; i < r->count; i++) {
        const char *part = "";

        if (r->op == RULE_IF)
            part = i ? "then: " : "if: ";
        else if (r->op == RULE_EXCEPT && i)
            part = "except: ";
        put_tree(t, r->of[i], c, depth + 1, part);
    }
}

static void put_findings(buffer *b, const rules *r)
{
    if (r->finding_count)
        buffer_puts(b, "\nFindings\n");
    for (size_t i = 0; i < r->finding_count; i++) {
        const finding *f = &r->findings[i];

        buffer_printf(b, "  %-8s%s  ", severity_name(f->severity), f->code);
        if (f->node || f->criterion)
            buffer_printf(b, "%s  ", f->node ? f->node : f->criterion);
        say(b, f->message);
        buffer_putc(b, '\n');
    }
}

void rules_print_tree(buffer *b, const rules *r)
{
    tree t = {b, r->lexicon, arena_new(LIMIT_TRIAL_ARENA), 2};

    if (!t.arena) {
        b->failed = true;
        return;
    }
    say(b, *r->trial_id ? r->trial_id : r->source_name);
    if (r->title && *r->title) {
        buffer_puts(b, "  ");
        say(b, r->title);
    }
    buffer_putc(b, '\n');
    for (size_t i = 0; i < r->criterion_count; i++)
        rule_walk(r->criteria[i].rule, longest_id, &t.width);
    if (t.width > 12)
        t.width = 12; /* deeper ids push their line out, not all others */
    for (size_t k = 0; k < SECTIONS; k++) {
        bool headed = false;

        for (size_t i = 0; i < r->criterion_count; i++) {
            const criterion *c = &r->criteria[i];

            if (c->kind != order[k] || !c->rule)
                continue;
            if (!headed)
                buffer_printf(b, "\n%s\n", plain_sections[k]);
            headed = true;
            put_tree(&t, c->rule, c, 0, "");
        }
    }
    if (!r->criterion_count)
        buffer_puts(b, "\nNo criteria were found.\n");
    put_findings(b, r);
    buffer_putc(b, '\n');
    rules_print_coverage(b, r);
    buffer_putc(b, '\n');
    arena_delete(t.arena);
}
