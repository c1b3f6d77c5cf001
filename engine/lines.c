#include "engine/lines.h"

#include "rules/print.h"

#include <string.h>

enum { WORDS = 600 /* bytes of a criterion that are shown: more is nobody's first look */ };

void lines_paint(bool colour, buffer *b, const char *code)
{
    if (colour)
        buffer_printf(b, "\033[%sm", code);
}

void lines_mark(bool colour, buffer *b, verdict v, const char *behind)
{
    static const char *const marks[] = {"\xE2\x9C\x98", "?", "\xE2\x9C\x94"};
    static const char *const colours[] = {"31", "33", "32"};

    lines_paint(colour, b, colours[v]);
    buffer_puts(b, marks[v]);
    buffer_puts(b, behind);
    lines_paint(colour, b, "0");
}

void lines_heading(bool colour, buffer *b, const char *text)
{
    buffer_putc(b, '\n');
    lines_paint(colour, b, "1");
    buffer_puts(b, text);
    lines_paint(colour, b, "0");
    buffer_putc(b, '\n');
}

void lines_say(buffer *b, const char *text)
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

void lines_pad(buffer *b, size_t from, size_t to)
{
    while (from++ < to)
        buffer_putc(b, ' ');
}

void lines_trim(buffer *b)
{
    while (b->size && b->data && b->data[b->size - 1] == ' ')
        b->data[--b->size] = 0;
}

/* A cell of a table: at most `width` columns, filled up with blanks. */
void lines_cell(buffer *b, const char *text, size_t width)
{
    buffer safe;
    size_t at = 0, n = 0;

    buffer_init(&safe, 0);
    lines_say(&safe, text);
    while (at < safe.size && n < width) {
        at++;
        while (at < safe.size && (safe.data[at] & 0xC0) == 0x80)
            at++;
        n++;
    }
    if (safe.size)
        buffer_add(b, safe.data, at);
    lines_pad(b, n, width);
    buffer_puts(b, "  ");
    b->failed = b->failed || safe.failed;
    buffer_free(&safe);
}

/* Text in lines of LINES_WIDTH columns that begin `indent` columns in; the first one has begun
 * already, at column `at`. Ends the line. */
void lines_wrap(buffer *b, const char *text, size_t size, size_t at, size_t indent)
{
    size_t column = at;

    while (size) {
        const char *blank = memchr(text, ' ', size);
        size_t word = blank ? (size_t)(blank - text) : size, n = columns(text, word);

        if (column > indent && column + n > LINES_WIDTH) {
            lines_trim(b);
            buffer_putc(b, '\n');
            lines_pad(b, 0, indent);
            column = indent;
        }
        buffer_add(b, text, word);
        column += n;
        text += word;
        size -= word;
        if (size && column < LINES_WIDTH) {
            buffer_putc(b, ' ');
            column++;
        }
        if (size) {
            text++;
            size--;
        }
    }
    lines_trim(b);
    buffer_putc(b, '\n');
}

void lines_wrap_safe(buffer *b, const char *text, size_t at, size_t indent)
{
    buffer safe;
    size_t size = strlen(text), shown = size > WORDS ? WORDS : size;

    while (shown < size && shown && (text[shown] & 0xC0) == 0x80)
        shown--; /* no half a letter */
    buffer_init(&safe, 0);
    text_print_safe(&safe, text, shown);
    if (shown < size)
        buffer_puts(&safe, " ...");
    lines_wrap(b, safe.data ? safe.data : "", safe.size, at, indent);
    b->failed = b->failed || safe.failed;
    buffer_free(&safe);
}

static void put_evidence(buffer *b, const eval_node *n)
{
    for (size_t i = 0; i < n->evidence_count; i++) {
        if (i == 4) { /* the rest is in the JSON */
            buffer_printf(b, " and %zu more", n->evidence_count - i);
            break;
        }
        buffer_puts(b, i ? ", " : " [");
        lines_say(b, n->evidence[i].fact);
    }
    if (n->evidence_count)
        buffer_putc(b, ']');
}

/* What was found, and for an unknown the reason. */
void lines_finding(buffer *b, const eval_node *n)
{
    lines_say(b, n->message);
    if (n->reason)
        buffer_printf(b, " (%s)", reason_name(n->reason));
    for (unsigned i = 0; i < ASSUMPTIONS; i++)
        if (n->assumed & 1u << i)
            buffer_printf(b, " {%s}", assumed_name(1u << i));
    put_evidence(b, n);
}

void lines_policy(buffer *b, const eval_policy *p)
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
        lines_say(b, p->attested[i].id);
        buffer_puts(b, p->attested[i].pass ? "=pass" : "=fail");
    }
    buffer_putc(b, '\n');
}
