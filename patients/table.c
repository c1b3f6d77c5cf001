#include "patients/table.h"

#include "engine/base/buffer.h"
#include "engine/base/error.h"
#include "engine/base/limits.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

struct table {
    input *in;
    struct csv_parser parser;
    char separator;
    bool quotes;

    /* lines that were read but not taken: raw[taken, raw.size) */
    buffer raw;
    size_t taken;     /* where the row that was read last ends */
    size_t row_start; /* ... and begins */
    size_t line, row_line;
    bool row_quotes; /* were quotes read as such in it? */
    size_t peeked;   /* bytes of lines read ahead, behind the row */

    /* the row under reading: text of all cells, and where each ends */
    buffer text;
    size_t *ends;
    table_cell *cells;
    size_t count, room;
    bool done, no_memory, too_many, too_large;
    table_cell *header_cells;
    char *header_text;
    table_row header;
};

static void add_cell(void *data, size_t size, void *context)
{
    table *t = context;

    if (t->count == LIMIT_COLUMNS) {
        t->too_many = true;
        return;
    }
    if (size > LIMIT_CELL_BYTES) {
        t->too_large = true;
        size = 0;
    }
    if (t->count == t->room) {
        size_t room = t->room ? t->room * 2 : 32;
        size_t *ends = realloc(t->ends, room * sizeof *ends);
        table_cell *cells;

        if (ends)
            t->ends = ends;
        cells = ends ? realloc(t->cells, room * sizeof *cells) : NULL;
        if (!cells) {
            t->no_memory = true;
            return;
        }
        t->cells = cells;
        t->room = room;
    }
    if (size)
        buffer_add(&t->text, data, size);
    t->ends[t->count++] = t->text.size;
}

static void end_row(int c, void *context)
{
    (void)c;
    ((table *)context)->done = true;
}

/* Without quotes a quote is a character like any other. libcsv has no such mode, but a quote
 * character that the text does not have does the same. */
static void start_row(table *t, bool quotes)
{
    t->count = 0;
    t->done = t->too_many = t->too_large = false;
    buffer_clear(&t->text);
    csv_fini(&t->parser, add_cell, end_row, t);
    t->count = 0;
    t->done = false;
    buffer_clear(&t->text);
    csv_set_quote(&t->parser, quotes ? '"' : 0x01);
    t->row_quotes = quotes;
}

/* Makes the line behind raw[at] be there; its size with its end, 0: there is none. */
static size_t line_at(table *t, size_t at, eligo_code *code, eligo_error *err)
{
    input_text got;
    char *end = at < t->raw.size ? memchr(t->raw.data + at, '\n', t->raw.size - at) : NULL;

    *code = ELIGO_OK;
    if (end)
        return (size_t)(end - t->raw.data) - at + 1;
    if (at < t->raw.size) /* a last line is stored with an end, too */
        return t->raw.size - at;
    *code = input_line(t->in, &got, err);
    if (*code != ELIGO_OK)
        return 0;
    buffer_add(&t->raw, got.text, got.size);
    buffer_putc(&t->raw, '\n');
    if (t->raw.failed) {
        *code = error_memory(err, input_name(t->in));
        return 0;
    }
    return got.size + 1;
}

static void point_cells(table *t)
{
    size_t start = 0;

    for (size_t i = 0; i < t->count; i++) {
        t->cells[i] = (table_cell){t->text.data ? t->text.data + start : "", t->ends[i] - start};
        start = t->ends[i];
    }
}

/* Parses one line by itself. */
static void parse_line(table *t, size_t at, size_t size, bool quotes)
{
    start_row(t, quotes);
    csv_parse(&t->parser, t->raw.data + at, size, add_cell, end_row, t);
    if (!t->done)
        csv_fini(&t->parser, add_cell, end_row, t);
}

static bool extra_cells_empty(const table *t)
{
    for (size_t i = t->header.count; i < t->count; i++)
        if (t->ends[i] != (i ? t->ends[i - 1] : 0))
            return false;
    return true;
}

static bool fits(const table *t)
{
    return t->done && !t->too_many && !t->too_large && t->count >= t->header.count &&
           extra_cells_empty(t);
}

static bool blank_row(const table *t)
{
    return t->count == 0 || (t->text.size == 0 && !t->too_large && !t->too_many);
}

void table_place(const table *t, size_t i, eligo_error *e)
{
    size_t at = t->row_start, line = t->row_line, line_start = at;
    bool inside = false;

    for (; at < t->taken && i; at++) {
        char c = t->raw.data[at];

        if (t->row_quotes && c == '"')
            inside = !inside;
        else if (!inside && c == t->separator)
            i--;
        if (c == '\n') {
            line++;
            line_start = at + 1;
        }
    }
    while (at < t->taken && t->raw.data[at] == ' ')
        at++;
    e->line = line;
    e->column = at - line_start + 1;
}

/* Gathers the lines of one row behind what is taken. */
static eligo_code gather(table *t, eligo_error *err)
{
    eligo_code code;
    size_t at = t->taken, size = line_at(t, at, &code, err), first = size, lines = 1;

    t->row_start = at;
    t->row_line = t->line;
    if (!size)
        return code;
    start_row(t, t->quotes);
    for (;;) {
        csv_parse(&t->parser, t->raw.data + at, size, add_cell, end_row, t);
        if (t->no_memory || t->text.failed || csv_error(&t->parser) == CSV_ENOMEM)
            return error_memory(err, input_name(t->in));
        at += size;
        if (t->done || (t->count == 0 && t->parser.pstate == 0))
            break;
        /* a quote that goes on in the next line */
        if (lines == LIMIT_ROW_LINES || at - t->row_start > LIMIT_CELL_BYTES)
            break;
        size = line_at(t, at, &code, err);
        if (!size && code != ELIGO_END) {
            if (code == ELIGO_ELIMIT)
                break;
            return code;
        }
        if (!size)
            break;
        lines++;
    }
    if (t->header.count && !fits(t) &&
        !(lines == 1 && blank_row(t) && (t->done || t->parser.pstate == 0))) {
        /* perhaps the quotes are only characters: then the first line is a row by itself */
        bool unclosed = !t->done || lines > 1;

        if (memchr(t->raw.data + t->row_start, '"', first)) {
            parse_line(t, t->row_start, first, false);
            if (fits(t) && t->count == t->header.count) {
                at = t->row_start + first;
                lines = 1;
                unclosed = false;
            } else
                parse_line(t, t->row_start, first, true);
        }
        if (unclosed) {
            t->taken = t->row_start + first;
            t->line++;
            error_set(err, ELIGO_EPARSE, input_name(t->in),
                      "a quote that is not closed, or cells that do not fit the header; the line "
                      "was left out: close the quote, "
                      "or write a quote inside a cell twice");
            if (err && err->code == ELIGO_EPARSE)
                table_place(t, 0, err);
            return ELIGO_EPARSE;
        }
    }
    t->taken = at;
    t->line += lines;
    return ELIGO_OK;
}

/* Forgets the lines of earlier rows. */
static void forget(table *t)
{
    if (t->taken < (1u << 16) && t->taken < t->raw.size)
        return;
    memmove(t->raw.data, t->raw.data + t->taken, t->raw.size - t->taken);
    t->raw.size -= t->taken;
    t->taken = 0;
}

eligo_code table_next(table *t, table_row *out, eligo_error *err)
{
    eligo_code code;

    do {
        if (t->raw.data)
            forget(t);
        code = gather(t, err);
        if (code != ELIGO_OK)
            return code;
    } while (blank_row(t));
    if (t->too_large || t->too_many) {
        error_set(err, ELIGO_ELIMIT, input_name(t->in),
                  t->too_large ? "a cell of more than %zu bytes; the row was left out"
                               : "more than %zu cells; the row was left out",
                  t->too_large ? (size_t)LIMIT_CELL_BYTES : (size_t)LIMIT_COLUMNS);
        code = ELIGO_ELIMIT;
    } else if (memchr(t->raw.data + t->row_start, 0, t->taken - t->row_start)) {
        error_set(err, ELIGO_EPARSE, input_name(t->in),
                  "a zero byte, which no text has; the row was left out");
        code = ELIGO_EPARSE;
    } else if (t->header.count && !fits(t)) {
        error_set(err, ELIGO_EPARSE, input_name(t->in),
                  "%zu cells where the header has %zu; the row was left out: write one cell for "
                  "each column, and quotes "
                  "around a cell that has a separator in it",
                  t->count, t->header.count);
        code = ELIGO_EPARSE;
    }
    if (code != ELIGO_OK) {
        if (err && err->code == code)
            table_place(t, 0, err);
        return code;
    }
    point_cells(t);
    *out = (table_row){t->cells, t->header.count ? t->header.count : t->count, t->row_line};
    return ELIGO_OK;
}

/* The separator that the header has most often, outside quotes. */
static char separator_of(const char *text, size_t size)
{
    static const char candidates[] = "\t;,|";
    size_t counts[4] = {0}, best = 2;
    bool inside = false;

    for (size_t i = 0; i < size; i++) {
        const char *c = text[i] ? strchr(candidates, text[i]) : NULL;

        inside ^= text[i] == '"';
        if (c && !inside)
            counts[c - candidates]++;
    }
    for (size_t i = 0; i < 4; i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

/* Excel may begin a file with "sep=;". */
static bool says_separator(const char *text, size_t size, char *out)
{
    while (size && (text[size - 1] == '\n' || text[size - 1] == '"' || text[size - 1] == '\r'))
        size--;
    if (size && *text == '"')
        text++, size--;
    if (size != 5 || memcmp(text, "sep=", 4) != 0)
        return false;
    *out = text[4];
    return true;
}

/* How many cells of a line, without looking at quotes twice, hold something; `most` is enough. */
static size_t filled_cells(const char *text, size_t size, char separator, size_t most)
{
    size_t count = 0;
    bool inside = false, filled = false;

    for (size_t i = 0; i <= size && count < most; i++) {
        char c = i < size ? text[i] : separator;

        inside ^= c == '"';
        if (c == separator && (!inside || i == size)) {
            count += filled;
            filled = false;
        } else
            filled |= !strchr(" \t\r\n\"", c) || !c;
    }
    return count;
}

/* A line with one filled cell above the names of the columns: a title, the day of the export. */
static bool is_title(table *t, size_t at, size_t size)
{
    enum { LOOK_AHEAD = 10 };
    eligo_error ignored = {0};
    eligo_code code;

    if (filled_cells(t->raw.data + at, size, separator_of(t->raw.data + at, size), 2) > 1)
        return false;
    for (int i = 0; i < LOOK_AHEAD; i++) {
        at += size;
        size = line_at(t, at, &code, &ignored);
        if (!size)
            return false;
        if (filled_cells(t->raw.data + at, size, separator_of(t->raw.data + at, size), 2) > 1)
            return true;
    }
    return false;
}

static bool read_header(table *t, eligo_error *err)
{
    const char *name = input_name(t->in);
    eligo_error failed = {0};
    input_text head = input_peek(t->in, 4, &failed);
    eligo_code code;
    size_t size;
    char said = 0;

    if (head.size >= 2 &&
        (memcmp(head.text, "\xFF\xFE", 2) == 0 || memcmp(head.text, "\xFE\xFF", 2) == 0)) {
        error_set(err, ELIGO_EPARSE, name, "is UTF-16; save it as CSV UTF-8");
        return false;
    }
    for (;;) {
        size = line_at(t, t->taken, &code, err);
        if (!size)
            break;
        if (t->line == 1 && t->raw.size >= 3 && memcmp(t->raw.data, "\xEF\xBB\xBF", 3) == 0) {
            memmove(t->raw.data, t->raw.data + 3, t->raw.size - 3);
            t->raw.size -= 3;
            size -= 3;
        }
        if (says_separator(t->raw.data + t->taken, size, &said)) {
            t->taken += size;
            t->line++;
            continue;
        }
        if (strspn(t->raw.data + t->taken, " \t\r;,|\"\n") >= size ||
            (!said && is_title(t, t->taken, size))) {
            t->taken += size;
            t->line++;
            continue;
        }
        break;
    }
    if (!size) {
        if (code == ELIGO_END)
            error_set(err, ELIGO_EPARSE, name,
                      "is empty; a table begins with a row of column names");
        return false;
    }
    t->separator = said ? said : separator_of(t->raw.data + t->taken, size);
    csv_set_delim(&t->parser, (unsigned char)t->separator);
    code = gather(t, err);
    if (code != ELIGO_OK)
        return false;
    if (memchr(t->raw.data + t->row_start, 0, t->taken - t->row_start)) {
        error_set(err, ELIGO_EPARSE, name,
                  "is no text in UTF-8 (its first line has a zero byte); save it as CSV UTF-8");
        return false;
    }
    if (t->too_large || t->too_many || !t->done) {
        error_set(err, ELIGO_ELIMIT, name,
                  "a header of more than %d columns, or with a name of more than %zu bytes",
                  LIMIT_COLUMNS, (size_t)LIMIT_CELL_BYTES);
        return false;
    }
    /* separators at the end of every line: columns without a name and without cells */
    while (t->count > 1 && t->ends[t->count - 1] == t->ends[t->count - 2])
        t->count--;
    t->header_text = malloc(t->text.size + 1);
    t->header_cells = calloc(t->count + 1, sizeof *t->header_cells);
    if (!t->header_text || !t->header_cells) {
        error_memory(err, name);
        return false;
    }
    point_cells(t);
    if (t->text.size)
        memcpy(t->header_text, t->text.data, t->text.size);
    for (size_t i = 0, at = 0; i < t->count; at += t->cells[i++].size)
        t->header_cells[i] = (table_cell){t->header_text + at, t->cells[i].size};
    t->header = (table_row){t->header_cells, t->count, t->row_line};
    return true;
}

table *table_open(input *in, eligo_error *err)
{
    table *t = calloc(1, sizeof *t);

    if (!t || csv_init(&t->parser, 0) != 0) {
        error_memory(err, input_name(in));
        free(t);
        input_close(in);
        return NULL;
    }
    t->in = in;
    t->line = 1;
    t->quotes = true;
    buffer_init(&t->raw, 0);
    buffer_init(&t->text, 0);
    if (!read_header(t, err)) {
        table_close(t);
        return NULL;
    }
    return t;
}

void table_close(table *t)
{
    if (!t)
        return;
    csv_free(&t->parser);
    input_close(t->in);
    buffer_free(&t->raw);
    buffer_free(&t->text);
    free(t->ends);
    free(t->cells);
    free(t->header_text);
    free(t->header_cells);
    free(t);
}

const char *table_name(const table *t)
{
    return input_name(t->in);
}

char table_separator(const table *t)
{
    return t->separator;
}

const table_row *table_header(const table *t)
{
    return &t->header;
}
