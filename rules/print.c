#include "rules/print.h"

#include "engine/base/date.h"
#include "engine/base/text.h"
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

/* UCUM of a unit of time as date.h names it. */
static const char *time_ucum(char time)
{
    switch (time) {
    case 'a': return "a";
    case 'm': return "mo";
    case 'w': return "wk";
    case 'd': return "d";
    case 'h': return "h";
    case 'n': return "min";
    default: return "s";
    }
}

static void age_member(json_out *o, const char *key, registry_age age)
{
    if (!age.given)
        return;
    json_put_key(o, key);
    json_open(o, '{');
    json_number_member(o, "value", age.value);
    json_text_member(o, "unit", time_ucum(age.unit));
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
    json_put_key(o, "findings");
    json_open(o, '[');
    for (size_t i = 0; i < r->finding_count; i++)
        finding_print_json(o, &r->findings[i], NULL, NULL, NULL);
    json_close(o, ']');
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

/* The words of the input that a node stands for, in quotes. */
static void quote(buffer *b, const rule *r, const char *text, eligo_span at)
{
    size_t size = text ? strlen(text) : 0;

    buffer_putc(b, '"');
    /* where bytes were mended, offsets no longer fit: then all of the criterion is quoted */
    if (size == at.end - at.start && r->span.start >= at.start && r->span.end <= at.end)
        text_print_safe(b, text + (r->span.start - at.start), r->span.end - r->span.start);
    else
        say(b, text);
    buffer_putc(b, '"');
}

static const char *time_word(const char *ucum)
{
    static const struct {
        const char *ucum, *word;
    } table[] = {{"a", "years"}, {"mo", "months"}, {"wk", "weeks"},
                 {"d", "days"},  {"h", "hours"},   {"min", "minutes"}};

    for (size_t i = 0; ucum && i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].ucum, ucum) == 0)
            return table[i].word;
    return NULL;
}

static void put_unit(buffer *b, rule_unit u)
{
    char printed[64];
    const char *word = time_word(u.ucum);

    if (word) {
        buffer_printf(b, " %s", word);
    } else if (u.ucum && strcmp(u.ucum, "1") != 0 && *u.ucum) {
        unit_printed(u.ucum, printed);
        buffer_printf(b, "%s", strcmp(printed, "%") == 0 ? "" : " ");
        say(b, printed);
    } else if (!u.ucum && u.text) {
        buffer_putc(b, ' ');
        say(b, u.text);
    }
}

static void put_relative(buffer *b, rule_relative r)
{
    if (r == RELATIVE_ULN)
        buffer_puts(b, " x ULN");
    else if (r == RELATIVE_LLN)
        buffer_puts(b, " x LLN");
    else if (r == RELATIVE_BASELINE)
        buffer_puts(b, " x baseline");
}

static void put_value(buffer *b, double value, rule_relative relative, rule_unit u)
{
    buffer_number(b, value);
    put_relative(b, relative);
    if (!relative)
        put_unit(b, u);
}

/* " from 18 years to 75 years", " < 15 mL/min", " = 2"; nothing where there is no bound */
static void put_range(buffer *b, rule_bound low, rule_bound high, rule_relative relative,
                      rule_unit u)
{
    if (low.given && high.given && low.inclusive && high.inclusive && low.value == high.value) {
        buffer_puts(b, " = ");
        put_value(b, low.value, relative, u);
    } else if (low.given && high.given && low.inclusive && high.inclusive) {
        buffer_puts(b, " from ");
        buffer_number(b, low.value);
        buffer_puts(b, " to ");
        put_value(b, high.value, relative, u);
    } else {
        if (low.given) {
            buffer_puts(b, low.inclusive ? " >= " : " > ");
            put_value(b, low.value, relative, u);
        }
        if (high.given) {
            buffer_puts(b, low.given ? " and" : "");
            buffer_puts(b, high.inclusive ? " <= " : " < ");
            put_value(b, high.value, relative, u);
        }
    }
}

static void put_length(buffer *b, period p)
{
    static const char *const words[] = {"years", "months",  "weeks",  "days",
                                        "hours", "minutes", "seconds"};
    static const char units[] = "amwdhns";
    const char *at = strchr(units, p.unit);
    const char *word = at && p.unit ? words[at - units] : "days";
    double n = fabs(p.n);

    buffer_number(b, n);
    buffer_printf(b, " %.*s", (int)(strlen(word) - (n == 1)), word);
}

static const char *anchor_of(const rule_window *w)
{
    if (w->anchor_concept)
        return w->anchor_concept->name;
    if (!w->anchor || strcmp(w->anchor, "unstated") == 0)
        return "the index date";
    return w->anchor;
}

static void put_window(buffer *b, const rule_window *w)
{
    bool from = w->from_given, to = w->to_given;
    double start = from ? w->from.n : -1, end = to ? w->to.n : 1;

    if (w->half_lives != 0) {
        buffer_puts(b, " within ");
        buffer_number(b, w->half_lives);
        buffer_puts(b, " half-lives");
        buffer_puts(b, start > 0 || (from && start == 0 && end > 0) ? " after " : " before ");
        if (from && start < 0) {
            buffer_puts(b, "or ");
            put_length(b, w->from);
            buffer_puts(b, " before ");
        }
    } else if (from && to && start == 0 && end == 0) {
        buffer_puts(b, " at ");
    } else if (from && to && start < 0 && end == 0) {
        buffer_puts(b, w->from_open ? " within less than " : " within ");
        put_length(b, w->from);
        buffer_puts(b, w->to_open ? " strictly before " : " before ");
    } else if (from && to && start == 0) {
        buffer_puts(b, w->to_open ? " within less than " : " within ");
        put_length(b, w->to);
        buffer_puts(b, w->from_open ? " strictly after " : " after ");
    } else if (from && to) {
        buffer_puts(b, w->from_open ? " from after " : " from ");
        put_length(b, w->from);
        buffer_puts(b, start < 0 && end > 0 ? " before to " : " to ");
        put_length(b, w->to);
        buffer_puts(b, w->to_open ? " (not included)" : "");
        buffer_puts(b, end < 0 ? " before " : " after ");
    } else if (from && start == 0) {
        buffer_puts(b, w->from_open ? " strictly after " : " after ");
    } else if (to && end == 0) {
        buffer_puts(b, w->to_open ? " strictly before " : " before ");
    } else if (from) {
        buffer_puts(b, start < 0      ? " not earlier than "
                       : w->from_open ? " more than "
                                      : " at least ");
        put_length(b, w->from);
        buffer_puts(b, start < 0 ? " before " : " after ");
    } else if (to) {
        buffer_puts(b, end > 0 ? " not later than " : w->to_open ? " more than " : " at least ");
        put_length(b, w->to);
        buffer_puts(b, end > 0 ? " after " : " before ");
    } else {
        buffer_puts(b, " at any time relative to ");
    }
    say(b, anchor_of(w));
}

static void put_subject(buffer *b, const rule_subject *s)
{
    if (s->concept) {
        say(b, s->concept->name);
    } else {
        buffer_putc(b, '"');
        say(b, s->text);
        buffer_putc(b, '"');
    }
    if (s->who) {
        buffer_puts(b, " (");
        say(b, s->who);
        buffer_putc(b, ')');
    }
}

static void put_leaf(buffer *b, const rule *r)
{
    static const char *const picks[] = {"", "any ", "lowest ", "highest "};
    static const char *const tenses[] = {"", "current ", "history of ", "planned "};

    buffer_puts(b, picks[r->pick]);
    if (r->counting)
        buffer_puts(b, "number of ");
    buffer_puts(b, tenses[r->tense]);
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (q->kind && strcmp(q->kind, "label") == 0)
            continue; /* its name once more */
        say(b, q->kind && strcmp(q->kind, "side") == 0 && q->text ? q->text : q->value);
        buffer_putc(b, ' ');
    }
    put_subject(b, &r->subject);
    if (r->op == RULE_COMPARE) {
        put_range(b, r->low, r->high, r->relative_to, r->unit);
        for (size_t i = 0; i < r->value_count; i++) {
            buffer_puts(b, i == 0 ? " " : i + 1 == r->value_count ? " or " : ", ");
            buffer_number(b, r->values[i]);
        }
    }
    if (r->dose) {
        buffer_puts(b, " at a dose");
        put_range(b, r->dose->low, r->dose->high, RELATIVE_NONE, r->dose->unit);
        if (r->dose->equivalent_of) {
            buffer_putc(b, ' ');
            say(b, r->dose->equivalent_of->name);
            buffer_puts(b, " equivalent");
        }
    }
    if (r->duration) {
        buffer_puts(b, " for");
        put_range(b, r->duration->low, r->duration->high, RELATIVE_NONE, r->duration->unit);
    }
    if (r->window)
        put_window(b, r->window);
}

void rule_print_head(buffer *b, const rule *r, const char *text, eligo_span at)
{
    switch (r->op) {
    case RULE_ALL: buffer_puts(b, "all of"); break;
    case RULE_ANY: buffer_puts(b, "any of"); break;
    case RULE_AT_LEAST: buffer_printf(b, "at least %u of", r->n); break;
    case RULE_NOT: buffer_puts(b, "not"); break;
    case RULE_EXCEPT: buffer_puts(b, "the first, except the second"); break;
    case RULE_IF: buffer_puts(b, "where the first holds, the second must"); break;
    case RULE_READINGS:
        buffer_printf(b, "%zu readings", r->count);
        if (r->finding) {
            buffer_puts(b, " (");
            say(b, r->finding);
            buffer_putc(b, ')');
        }
        break;
    case RULE_JUDGEMENT:
        buffer_puts(b, "for a person to judge");
        if (r->topic) {
            buffer_puts(b, " (");
            say(b, r->topic);
            buffer_putc(b, ')');
        }
        if (text) {
            buffer_puts(b, ": ");
            quote(b, r, text, at);
        }
        break;
    case RULE_OPAQUE:
        buffer_puts(b, "not understood");
        if (r->reason) {
            buffer_puts(b, " (");
            say(b, r->reason);
            buffer_putc(b, ')');
        }
        if (text) {
            buffer_puts(b, ": ");
            quote(b, r, text, at);
        }
        break;
    default: put_leaf(b, r);
    }
}

static void put_part(buffer *b, const rule *r, const char *text, eligo_span at)
{
    bool brackets = r->count > 1;

    if (brackets)
        buffer_putc(b, '(');
    rule_print_words(b, r, text, at);
    if (brackets)
        buffer_putc(b, ')');
}

void rule_print_words(buffer *b, const rule *r, const char *text, eligo_span at)
{
    const char *between;

    if (!r)
        return;
    switch (r->op) {
    case RULE_ALL: between = " and "; break;
    case RULE_ANY: between = " or "; break;
    case RULE_AT_LEAST:
        buffer_printf(b, "at least %u of: ", r->n);
        between = "; ";
        break;
    case RULE_NOT:
        buffer_puts(b, "not ");
        between = "";
        break;
    case RULE_EXCEPT: between = ", except "; break;
    case RULE_IF:
        buffer_puts(b, "if ");
        between = ", then ";
        break;
    case RULE_READINGS: between = " / or, read otherwise: "; break;
    default: rule_print_head(b, r, text, at); return;
    }
    for (size_t i = 0; i < r->count; i++) {
        if (i)
            buffer_puts(b, between);
        put_part(b, r->of[i], text, at);
    }
}

/* ---- the tree ---- */

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
    for (size_t i = 0; i < r->criterion_count; i++)
        rule_walk(r->criteria[i].rule, name_opaque, &names);
}

static void longest_id(const rule *r, void *context)
{
    size_t *longest = context, size = r->id ? strlen(r->id) : 0;

    if (size > *longest)
        *longest = size;
}

static void put_tree(buffer *b, const rule *r, const criterion *c, size_t width, unsigned depth,
                     const char *role)
{
    const char *id = r->id ? r->id : "?";
    size_t n = strlen(id);

    buffer_printf(b, "  %s%*s", id, (int)(n < width ? width - n + 2 + 2 * depth : 2 + 2 * depth),
                  "");
    buffer_puts(b, role);
    buffer_puts(b, r->op == RULE_OPAQUE ? "? " : "");
    rule_print_head(b, r, c->text, c->span);
    if (r->op < RULE_COMPARE || r->op == RULE_READINGS)
        buffer_putc(b, ':');
    else if ((r->op == RULE_COMPARE || r->op == RULE_HAS) && !r->subject.concept)
        buffer_puts(b, "   (not in the lexicon)");
    buffer_putc(b, '\n');
    for (size_t i = 0; i < r->count; i++) {
        const char *part = "";

        if (r->op == RULE_IF)
            part = i ? "then: " : "if: ";
        else if (r->op == RULE_EXCEPT && i)
            part = "except: ";
        put_tree(b, r->of[i], c, width, depth + 1, part);
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
    static const char *const heads[] = {"Inclusion", "Exclusion", "From the registry's own fields"};
    static const criterion_kind order[] = {CRITERION_INCLUSION, CRITERION_EXCLUSION,
                                           CRITERION_REGISTRY};
    size_t width = 2;

    say(b, *r->trial_id ? r->trial_id : r->source_name);
    if (r->title && *r->title) {
        buffer_puts(b, "  ");
        say(b, r->title);
    }
    buffer_putc(b, '\n');
    for (size_t i = 0; i < r->criterion_count; i++)
        rule_walk(r->criteria[i].rule, longest_id, &width);
    if (width > 12)
        width = 12; /* deeper ids push their line out, not all others */
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        bool headed = false;

        for (size_t i = 0; i < r->criterion_count; i++) {
            const criterion *c = &r->criteria[i];

            if (c->kind != order[k] || !c->rule)
                continue;
            if (!headed)
                buffer_printf(b, "\n%s\n", heads[k]);
            headed = true;
            put_tree(b, c->rule, c, width, 0, "");
        }
    }
    if (!r->criterion_count)
        buffer_puts(b, "\nNo criteria were found.\n");
    put_findings(b, r);
    buffer_putc(b, '\n');
    rules_print_coverage(b, r);
    buffer_putc(b, '\n');
}
