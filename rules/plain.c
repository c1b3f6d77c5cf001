#include "rules/plain.h"

#include "engine/base/date.h"
#include "engine/base/text.h"
#include "rules/plain_words.h"
#include "rules/print.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

const struct plain_time plain_times[PLAIN_TIMES] = {
    {"a", "years", 'a'}, {"mo", "months", 'm'},   {"wk", "weeks", 'w'}, {"d", "days", 'd'},
    {"h", "hours", 'h'}, {"min", "minutes", 'n'}, {"s", "seconds", 's'}};
const char *const plain_picks[PLAIN_PICKS] = {"", "any ", "lowest ", "highest "};
const char *const plain_tenses[PLAIN_TENSES] = {"", "current ", "history of ", "planned "};
const char *const plain_relatives[PLAIN_RELATIVES] = {"", "x ULN", "x LLN", "x baseline"};
const char *const plain_sections[PLAIN_KINDS] = {"Inclusion", "Exclusion",
                                                 "From the registry's own fields"};

/* How a leaf is written: in a sentence that can be pasted, all that narrows a thing before it and
 * nothing said of what it is; as people say it, as far as it can be told apart; with all that
 * narrows it behind it ("severe asthma" is a thing of its own); with ids and codes, too. The first
 * that is read again as the same is taken. */
typedef enum form { FORM_PROSE, FORM_PLAIN, FORM_BEHIND, FORM_EXPLICIT } form;

static void say(buffer *b, const char *text)
{
    if (text)
        text_print_safe(b, text, strlen(text));
}

/* In quotes; a quote within is an escape, so that the end is where it seems. */
static void put_quoted(buffer *b, const char *text)
{
    buffer safe;

    buffer_init(&safe, 0);
    say(&safe, text);
    b->failed |= safe.failed;
    buffer_putc(b, '"');
    for (const char *p = safe.data; p && *p; p++)
        if (*p == '"')
            buffer_puts(b, "\\u{22}");
        else
            buffer_putc(b, *p);
    buffer_putc(b, '"');
    buffer_free(&safe);
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
    for (size_t i = 0; ucum && i < PLAIN_TIMES; i++)
        if (strcmp(plain_times[i].ucum, ucum) == 0)
            return plain_times[i].word;
    return NULL;
}

static void put_unit(buffer *b, rule_unit u, form f)
{
    char printed[64];
    const char *word = time_word(u.ucum);

    if (f == FORM_EXPLICIT && u.ucum) {
        buffer_puts(b, " '");
        say(b, u.ucum);
        buffer_putc(b, '\'');
    } else if (word) {
        buffer_printf(b, " %s", word);
    } else if (u.ucum && strcmp(u.ucum, "1") != 0 && *u.ucum) {
        unit_printed(u.ucum, printed);
        buffer_printf(b, "%s", strcmp(printed, "%") == 0 ? "" : " ");
        say(b, printed);
    } else if (!u.ucum && u.text) {
        buffer_putc(b, ' ');
        if (f == FORM_EXPLICIT)
            put_quoted(b, u.text);
        else
            say(b, u.text);
    }
}

static void put_value(buffer *b, double value, rule_relative relative, rule_unit u, form f)
{
    buffer_number(b, value);
    if (relative)
        buffer_printf(b, " %s", plain_relatives[relative]);
    if (!relative || f == FORM_EXPLICIT)
        put_unit(b, u, f);
}

/* " from 18 to 75 years", " < 15 mL/min", " = 2"; nothing where there is no bound */
static void put_range(buffer *b, rule_bound low, rule_bound high, rule_relative relative,
                      rule_unit u, form f)
{
    if (low.given && high.given && low.inclusive && high.inclusive && low.value == high.value) {
        buffer_puts(b, " = ");
        put_value(b, low.value, relative, u, f);
    } else if (low.given && high.given && low.inclusive && high.inclusive) {
        buffer_puts(b, " from ");
        buffer_number(b, low.value);
        buffer_puts(b, " to ");
        put_value(b, high.value, relative, u, f);
    } else {
        if (low.given) {
            buffer_puts(b, low.inclusive ? " >= " : " > ");
            put_value(b, low.value, relative, u, f);
        }
        if (high.given) {
            buffer_puts(b, low.given ? " and" : "");
            buffer_puts(b, high.inclusive ? " <= " : " < ");
            put_value(b, high.value, relative, u, f);
        }
    }
}

static void put_length(buffer *b, period p)
{
    const char *word = "days";
    double n = fabs(p.n);

    for (size_t i = 0; i < PLAIN_TIMES; i++)
        if (plain_times[i].unit == p.unit)
            word = plain_times[i].word;
    buffer_number(b, n);
    buffer_printf(b, " %.*s", (int)(strlen(word) - (n == 1)), word);
}

static void put_name(buffer *b, const concept *c, form f)
{
    say(b, c->name);
    if (f == FORM_EXPLICIT)
        buffer_printf(b, " [%s]", c->id);
}

/* One end of a window, where the other is not at the anchor: "from" there, or "not earlier than".
 */
static void put_end(buffer *b, period p, bool low, bool open)
{
    bool before = p.n < 0;

    if (p.n == 0) {
        buffer_puts(b, open ? " strictly" : "");
        buffer_puts(b, low ? " after " : " before ");
        return;
    }
    if (low && before)
        buffer_puts(b, open ? " later than " : " not earlier than ");
    else if (!low && !before)
        buffer_puts(b, open ? " earlier than " : " not later than ");
    else
        buffer_puts(b, open ? " more than " : " at least ");
    put_length(b, p);
    buffer_puts(b, before ? " before " : " after ");
}

static void put_far_end(buffer *b, period p, bool open)
{
    put_length(b, p);
    buffer_puts(b, open ? " (not included)" : "");
    buffer_puts(b, p.n < 0 ? " before" : " after");
}

static void put_window(buffer *b, const rule_window *w, form f)
{
    bool from = w->from_given, to = w->to_given;
    double start = w->from.n, end = w->to.n;

    if (w->half_lives != 0) {
        buffer_puts(b, " within ");
        buffer_number(b, w->half_lives);
        buffer_puts(b, " half-lives");
        if ((from && (to || start != 0)) || (to && (from || end != 0)))
            buffer_puts(b, " or");
    }
    if (from && to && start == 0 && end == 0) {
        buffer_puts(b, " at ");
    } else if (from && to && start < 0 && end == 0) {
        buffer_puts(b, w->from_open ? " within less than " : " within ");
        put_length(b, w->from);
        buffer_puts(b, w->to_open ? " strictly before " : " before ");
    } else if (from && to && start == 0 && end > 0) {
        buffer_puts(b, w->to_open ? " within less than " : " within ");
        put_length(b, w->to);
        buffer_puts(b, w->from_open ? " strictly after " : " after ");
    } else if (from && to) {
        buffer_puts(b, " from ");
        put_far_end(b, w->from, w->from_open);
        buffer_puts(b, " to ");
        put_far_end(b, w->to, w->to_open);
        buffer_putc(b, ' ');
    } else if (from) {
        put_end(b, w->from, true, w->from_open);
    } else if (to) {
        put_end(b, w->to, false, w->to_open);
    } else {
        buffer_puts(b, " at any time relative to ");
    }
    if (w->anchor_concept)
        put_name(b, w->anchor_concept, f);
    else if (!w->anchor || strcmp(w->anchor, "unstated") == 0)
        buffer_puts(b, "the index date");
    else if (f == FORM_EXPLICIT || (f != FORM_PROSE && !rule_anchor_of_study(w->anchor)))
        put_quoted(b, w->anchor);
    else
        say(b, w->anchor);
}

/* "severe", "confirmed or suspected": a word of the grammar that says this and nothing else. */
static bool stands_before(const rule_qualifier *q, char words[64])
{
    const char *text = qualifier_is(q, "side") && q->text ? q->text : q->value;
    size_t n = text ? strlen(text) : 0;
    const cue *c;

    if (!q->kind || q->concept || n == 0 || n >= 64)
        return false;
    for (size_t i = 0; i <= n; i++)
        words[i] = text[i] == '_' ? ' ' : text[i];
    c = cue_whole(words, n);
    n = strlen(q->kind);
    return c && c->class == CUE_QUAL && strncmp(c->value, q->kind, n) == 0 && c->value[n] == ':' &&
           strcmp(c->value + n + 1, q->value) == 0;
}

/* Was it said before? Then it says nothing more. */
static bool repeated(const rule *r, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (rule_qualifier_equal(&r->qualifiers[k], &r->qualifiers[i]))
            return true;
    return false;
}

static void put_mark(buffer *b, const rule_qualifier *q, form f)
{
    bool named = q->concept && (qualifier_is(q, "about") || qualifier_is(q, "example"));

    if (q->kind && !qualifier_is(q, "other"))
        buffer_printf(b, "%s ", q->kind);
    if (!named)
        put_quoted(b, qualifier_is(q, "side") && q->text ? q->text : q->value);
    if (q->concept) {
        buffer_puts(b, named ? "" : " = ");
        put_name(b, q->concept, f);
    }
}

static void put_marks(buffer *b, const rule *r, form f)
{
    char words[64];
    size_t put = 0;

    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (qualifier_is(q, "label") || repeated(r, i) ||
            (f == FORM_PLAIN && stands_before(q, words)))
            continue; /* a label is its name once more */
        buffer_puts(b, put++ ? "; " : " {");
        put_mark(b, q, f);
    }
    buffer_puts(b, put ? "}" : "");
}

static void put_subject(buffer *b, const rule_subject *s, form f)
{
    if (s->concept) {
        put_name(b, s->concept, f);
    } else {
        put_quoted(b, s->text);
        if (s->category && f != FORM_PROSE)
            buffer_printf(b, " (%s)", category_name(s->category));
    }
    if (s->who) {
        buffer_puts(b, " (");
        say(b, s->who);
        buffer_putc(b, ')');
    }
}

static void put_before(buffer *b, const rule *r, form f)
{
    char words[64];

    for (size_t i = 0; i < r->qualifier_count && f <= FORM_PLAIN; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (repeated(r, i) || qualifier_is(q, "label"))
            continue;
        if (stands_before(q, words))
            say(b, words);
        else if (f == FORM_PROSE)
            say(b, q->value);
        else
            continue;
        buffer_putc(b, ' ');
    }
}

static void put_leaf(buffer *b, const rule *r, form f)
{

    buffer_puts(b, plain_picks[r->pick]);
    buffer_puts(b, r->counting ? PLAIN_NUMBER_OF : "");
    buffer_puts(b, plain_tenses[r->tense]);
    put_before(b, r, f);
    put_subject(b, &r->subject, f);
    if (r->as_kind && f != FORM_PROSE)
        buffer_puts(b, " (" PLAIN_AS_KIND ")");
    if (f != FORM_PROSE)
        put_marks(b, r, f);
    if (r->op == RULE_COMPARE) {
        put_range(b, r->low, r->high, r->relative_to, r->unit, f);
        for (size_t i = 0; i < r->value_count; i++) {
            buffer_puts(b, i == 0 ? " " : i + 1 == r->value_count ? " or " : ", ");
            buffer_number(b, r->values[i]);
        }
        if (r->value_count && !r->low.given && !r->high.given)
            put_unit(b, r->unit, f);
    }
    if (r->dose) {
        buffer_puts(b, " at a dose");
        put_range(b, r->dose->low, r->dose->high, RELATIVE_NONE, r->dose->unit, f);
        if (r->dose->equivalent_of) {
            buffer_putc(b, ' ');
            put_name(b, r->dose->equivalent_of, f);
            buffer_puts(b, " equivalent");
        }
    }
    if (r->duration) {
        buffer_puts(b, " for");
        put_range(b, r->duration->low, r->duration->high, RELATIVE_NONE, r->duration->unit, f);
    }
    if (r->window)
        put_window(b, r->window, f);
}

static void put_leaf_to_read(buffer *b, const rule *r, const lexicon *lx, arena *a)
{
    size_t start = b->size;

    for (form f = FORM_PLAIN; f <= FORM_EXPLICIT && !b->failed; f++) {
        const rule *again;

        b->size = start;
        put_leaf(b, r, f);
        if (f == FORM_EXPLICIT || b->failed)
            return;
        arena_reset(a);
        again = plain_leaf(b->data + start, b->size - start, lx, a, NULL);
        if (again && rule_equal(again, r))
            return;
        if (arena_failed(a) && !arena_full(a)) {
            b->failed = true;
            return;
        }
    }
}

void plain_head(buffer *b, const rule *r, const char *text, eligo_span at, const lexicon *lx,
                arena *a)
{
    switch (r->op) {
    case RULE_ALL: buffer_puts(b, PLAIN_ALL); break;
    case RULE_ANY: buffer_puts(b, PLAIN_ANY); break;
    case RULE_AT_LEAST: buffer_printf(b, "at least %u of", r->n); break;
    case RULE_NOT: buffer_puts(b, PLAIN_NOT); break;
    case RULE_EXCEPT: buffer_puts(b, PLAIN_EXCEPT); break;
    case RULE_IF: buffer_puts(b, PLAIN_IF); break;
    case RULE_READINGS:
        buffer_printf(b, "%zu readings", r->count);
        if (r->finding) {
            buffer_puts(b, " (");
            say(b, r->finding);
            buffer_putc(b, ')');
        }
        break;
    case RULE_JUDGEMENT:
        buffer_puts(b, PLAIN_JUDGEMENT);
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
        buffer_puts(b, PLAIN_OPAQUE);
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
    default:
        if (lx && a)
            put_leaf_to_read(b, r, lx, a);
        else
            put_leaf(b, r, FORM_PLAIN);
    }
}

void rule_print_head(buffer *b, const rule *r, const char *text, eligo_span at)
{
    plain_head(b, r, text, at, NULL, NULL);
}

static void put_words(buffer *b, const rule *r, const char *text, eligo_span at, form f)
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
    case RULE_COMPARE:
    case RULE_HAS: put_leaf(b, r, f); return;
    default: rule_print_head(b, r, text, at); return;
    }
    for (size_t i = 0; i < r->count; i++) {
        bool brackets = r->of[i] && r->of[i]->count > 1;

        buffer_puts(b, i ? between : "");
        buffer_puts(b, brackets ? "(" : "");
        put_words(b, r->of[i], text, at, f);
        buffer_puts(b, brackets ? ")" : "");
    }
}

void rule_print_words(buffer *b, const rule *r, const char *text, eligo_span at)
{
    put_words(b, r, text, at, FORM_PLAIN);
}

void rule_print_sentence(buffer *b, const rule *r)
{
    put_words(b, r, NULL, (eligo_span){0, 0}, FORM_PROSE);
}
