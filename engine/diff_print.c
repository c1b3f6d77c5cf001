/* A diff for people and for programs. Words of an input are printed so that no control character
 * gets through. */
#include "engine/diff.h"

#include "rules/print.h"

#include <string.h>

static void put_safe(buffer *b, const char *text)
{
    text_print_safe(b, text, strlen(text));
}

static const char *section(const diff_change *c)
{
    static const char *const names[] = {"Inclusion", "Exclusion", "From the registry's fields"};

    return names[(c->after ? c->after : c->before)->kind];
}

static void put_change(buffer *b, const diff_change *c)
{
    const char *id = c->after ? c->after->id : c->before->id;

    buffer_printf(b, "  %-10s %s", diff_kind_name(c->kind), id);
    if (c->before && c->after && strcmp(c->before->id, id) != 0)
        buffer_printf(b, " (was %s)", c->before->id);
    if (c->before && c->after && *c->message) {
        buffer_puts(b, "  ");
        put_safe(b, c->message);
    }
    buffer_putc(b, '\n');
    if (c->before && (!c->after || !diff_same_words(c->before->text, strlen(c->before->text),
                                                    c->after->text, strlen(c->after->text)))) {
        buffer_puts(b, "    - ");
        put_safe(b, c->before->text);
        buffer_putc(b, '\n');
    }
    if (c->after && (!c->before || c->kind != DIFF_UNCHANGED)) {
        buffer_puts(b, c->before && diff_same_words(c->before->text, strlen(c->before->text),
                                                    c->after->text, strlen(c->after->text))
                           ? "    = "
                           : "    + ");
        put_safe(b, c->after->text);
        buffer_putc(b, '\n');
    }
}

static void put_name(buffer *b, const rules *r)
{
    put_safe(b, *r->trial_id ? r->trial_id : "trial");
    buffer_puts(b, " (");
    put_safe(b, r->source_name);
    buffer_putc(b, ')');
}

void diff_print_text(buffer *b, const diff *d)
{
    const char *now = NULL;
    bool some = false;

    put_name(b, d->before);
    buffer_puts(b, " -> ");
    put_name(b, d->after);
    buffer_putc(b, '\n');
    if (d->field_count)
        buffer_puts(b, "\nRegistry\n");
    for (size_t i = 0; i < d->field_count; i++) {
        const diff_field *f = &d->fields[i];

        buffer_printf(b, "  %-10s ", diff_kind_name(f->kind));
        for (const char *c = f->name; *c; c++)
            buffer_putc(b, *c == '_' ? ' ' : *c);
        buffer_puts(b, "  ");
        put_safe(b, *f->before ? f->before : "(not said)");
        buffer_puts(b, " -> ");
        put_safe(b, *f->after ? f->after : "(not said)");
        buffer_putc(b, '\n');
    }
    for (size_t i = 0; i < d->count; i++) {
        const diff_change *c = &d->changes[i];

        if (c->kind == DIFF_UNCHANGED || diff_is_field(c))
            continue;
        if (section(c) != now) {
            now = section(c);
            buffer_printf(b, "\n%s\n", now);
        }
        put_change(b, c);
    }
    buffer_putc(b, '\n');
    for (int k = 0; k < DIFF_KINDS; k++)
        if (d->counts[k]) {
            buffer_printf(b, "%s%zu %s", some ? ", " : "", d->counts[k],
                          diff_kind_name((diff_kind)k));
            some = true;
        }
    buffer_puts(b, some ? "\n" : "no criteria\n");
}

static void put_criterion(json_out *o, const char *key, const criterion *c)
{
    json_put_key(o, key);
    if (!c) {
        json_put_null(o);
        return;
    }
    json_open(o, '{');
    json_text_member(o, "id", c->id);
    json_text_member(o, "kind", criterion_kind_name(c->kind));
    json_text_member(o, "label", c->label);
    json_text_member(o, "text", c->text);
    json_put_key(o, "span");
    json_put_span(o, c->span);
    json_close(o, '}');
}

static void put_trial(json_out *o, const char *key, const rules *r)
{
    json_put_key(o, key);
    json_open(o, '{');
    json_text_member(o, "trial", r->trial_id);
    json_text_member(o, "title", r->title);
    json_text_member(o, "source", r->source_name);
    json_text_member(o, "sha256", r->sha256);
    json_close(o, '}');
}

void diff_print_json(json_out *o, const diff *d)
{
    json_open(o, '{');
    json_text_member(o, "schema", "eligo.diff/1");
    put_trial(o, "old", d->before);
    put_trial(o, "new", d->after);
    json_put_key(o, "registry");
    json_open(o, '[');
    for (size_t i = 0; i < d->field_count; i++) {
        const diff_field *f = &d->fields[i];

        json_open(o, '{');
        json_text_member(o, "field", f->name);
        json_text_member(o, "change", diff_kind_name(f->kind));
        json_text_member(o, "old", *f->before ? f->before : NULL);
        json_text_member(o, "new", *f->after ? f->after : NULL);
        json_close(o, '}');
    }
    json_close(o, ']');
    json_put_key(o, "changes");
    json_open(o, '[');
    for (size_t i = 0; i < d->count; i++) {
        const diff_change *c = &d->changes[i];

        json_open(o, '{');
        json_text_member(o, "change", diff_kind_name(c->kind));
        json_bool_member(o, "moved", c->moved);
        put_criterion(o, "old", c->before);
        put_criterion(o, "new", c->after);
        json_text_member(o, "message", c->message);
        json_close(o, '}');
    }
    json_close(o, ']');
    json_put_key(o, "summary");
    json_open(o, '{');
    for (int k = 0; k < DIFF_KINDS; k++) {
        json_put_key(o, diff_kind_name((diff_kind)k));
        json_put_size(o, d->counts[k]);
    }
    json_close(o, '}');
}

/* ---- patients ---- */

static const char *verdict_or_none(bool given, verdict v)
{
    return given ? verdict_name(v) : "none";
}

void diff_impact_text(buffer *b, const diff_impact *i, const char *who)
{
    put_safe(b, who);
    buffer_printf(b, ": %s -> %s\n", verdict_name(i->before), verdict_name(i->after));
    for (size_t k = 0; k < i->count; k++) {
        const diff_effect *e = &i->effects[k];
        const criterion *p = e->change->before, *q = e->change->after;

        buffer_printf(b, "  %s", q ? q->id : p ? p->id : "");
        if (p && q && strcmp(p->id, q->id) != 0)
            buffer_printf(b, " (was %s)", p->id);
        buffer_printf(b, "  %s -> %s  ", verdict_or_none(e->before_given, e->before),
                      verdict_or_none(e->after_given, e->after));
        put_safe(b, e->message);
        buffer_printf(b, "  [%s]\n", diff_kind_name(e->change->kind));
    }
}

static void put_id(json_out *o, const char *key, const criterion *c)
{
    json_text_member(o, key, c ? c->id : NULL);
}

void diff_impact_json(json_out *o, const diff_impact *i, const char *who)
{
    json_open(o, '{');
    json_text_member(o, "patient", who);
    json_put_key(o, "verdict");
    json_open(o, '{');
    json_text_member(o, "before", verdict_name(i->before));
    json_text_member(o, "after", verdict_name(i->after));
    json_close(o, '}');
    json_put_key(o, "changes");
    json_open(o, '[');
    for (size_t k = 0; k < i->count; k++) {
        const diff_effect *e = &i->effects[k];

        json_open(o, '{');
        put_id(o, "old", e->change->before);
        put_id(o, "new", e->change->after);
        json_text_member(o, "change", diff_kind_name(e->change->kind));
        json_text_member(o, "before", e->before_given ? verdict_name(e->before) : NULL);
        json_text_member(o, "after", e->after_given ? verdict_name(e->after) : NULL);
        json_text_member(o, "message", e->message);
        json_close(o, '}');
    }
    json_close(o, ']');
    json_close(o, '}');
}
