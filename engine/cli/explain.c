/* eligo explain: the page on a finding's code, or on the reason of an unknown. */
#include "engine/cli/cli.h"

#include "rules/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char about[] =
    "Prints what a finding of the audit, or the reason of an unknown, means: what, why it\n"
    "matters, an example that has it, and the example mended. Without a code: the list.";
static const char examples[] = "  eligo explain boundary\n"
                               "  eligo explain no-record\n"
                               "  eligo explain\n";

enum { WIDTH = 92, INDENT = 2 };

/* A paragraph in lines of WIDTH columns. The table is ASCII but for a few letters. */
static void put_paragraph(buffer *b, const char *text)
{
    size_t column = 0;

    while (*text) {
        size_t word = strcspn(text, " \n");

        if (column == 0 || column + 1 + word > WIDTH) {
            buffer_printf(b, "%s%*s", column ? "\n" : "", INDENT, "");
            column = INDENT;
        } else {
            buffer_putc(b, ' ');
            column++;
        }
        buffer_add(b, text, word);
        column += word;
        text += word;
        if (*text == '\n') {
            buffer_putc(b, '\n');
            column = 0;
        }
        text += *text != 0;
    }
    buffer_puts(b, "\n");
}

static void put_page(buffer *b, const page *p)
{
    bool reason = strcmp(p->severity, "reason") == 0;

    buffer_printf(b, "%s (%s)\n%s\n\nWhat\n", p->code,
                  reason ? "reason of an unknown" : p->severity, p->title);
    put_paragraph(b, p->what);
    buffer_puts(b, "\nWhy it matters\n");
    put_paragraph(b, p->why);
    buffer_puts(b, reason ? "\nWhere it happens\n" : "\nAn example that has it\n");
    put_paragraph(b, p->failing);
    buffer_puts(b, reason ? "\nWhat settles it\n" : "\nMended\n");
    put_paragraph(b, p->mended);
    if (!reason) {
        buffer_puts(b, "\nNot reported\n");
        put_paragraph(b, p->fine);
    }
}

static void put_list(buffer *b)
{
    buffer_puts(b, "Findings of the audit\n");
    for (size_t i = 0; i < page_count; i++) {
        bool first_reason = strcmp(page_table[i].severity, "reason") == 0 &&
                            (i == 0 || strcmp(page_table[i - 1].severity, "reason") != 0);

        if (first_reason)
            buffer_puts(b, "\nReasons of unknowns\n");
        buffer_printf(b, "  %-24s %s\n", page_table[i].code, page_table[i].title);
    }
}

static int unknown(const char *code)
{
    const char *near = NULL;
    size_t best = 0;

    for (size_t i = 0; i < page_count; i++) {
        size_t n = 0;

        while (code[n] && code[n] == page_table[i].code[n])
            n++;
        if (n > best) {
            best = n;
            near = page_table[i].code;
        }
    }
    if (near)
        return cli_usage("explain", "there is no page on \"%s\"; is \"%s\" meant?", code, near);
    return cli_usage("explain", "there is no page on \"%s\"; eligo explain lists all", code);
}

static int run(const char **codes, const char *path)
{
    buffer b;
    cli_out out;
    int status = CLI_DONE;

    buffer_init(&b, 0);
    if (!codes || !*codes)
        put_list(&b);
    for (size_t n = 0; codes && codes[n] && status == CLI_DONE; n++) {
        size_t i = 0;

        while (i < page_count && strcmp(page_table[i].code, codes[n]) != 0)
            i++;
        if (n)
            buffer_putc(&b, '\n');
        if (i < page_count)
            put_page(&b, &page_table[i]);
        else
            status = unknown(codes[n]);
    }
    if (status == CLI_DONE) {
        cli_out_begin(&out, path);
        out.failed = b.failed;
        if (b.size)
            cli_out_write(b.data, b.size, &out);
        status = cli_out_end(&out, true);
    }
    buffer_free(&b);
    return status;
}

int cli_explain(int argc, const char **argv)
{
    char *output = NULL;
    int wants_help = 0;
    struct poptOption table[] = {
        {"output", 'o', POPT_ARG_STRING, &output, 0, "write to FILE, whole or not at all", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &wants_help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo explain", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "[OPTION...] [CODE...]");
    got = poptGetNextOpt(context);
    if (got < -1)
        status = cli_bad_option("explain", context, got);
    else if (wants_help)
        status = cli_help(context, about, examples);
    else
        status = run(poptGetArgs(context), output);
    poptFreeContext(context);
    free(output);
    return status;
}
