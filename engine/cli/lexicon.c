/* eligo lexicon: what is known. The work is rules/lexicon_list.c. */
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/cli/cli.h"
#include "engine/lexicon_import.h"
#include "rules/lexicon_list.h"

#include <popt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct options {
    char *category, *format, *site, *output, *from;
} options;

static int fail(const eligo_error *err)
{
    char text[700];

    fprintf(stderr, "%s\n", error_text(err, text, sizeof text));
    return err->code == ELIGO_USAGE                                 ? 2
           : err->code == ELIGO_ENOMEM || err->code == ELIGO_EWRITE ? 4
                                                                    : 3;
}

static int usage(const char *message, const char *what)
{
    fprintf(stderr,
            "eligo lexicon: %s%s\n"
            "usage: eligo lexicon list [--category C] [--format text|json]\n"
            "       eligo lexicon show ID [--format text|json]\n"
            "       eligo lexicon find WORDS [--format text|json]\n"
            "       eligo lexicon check [FILE]\n"
            "       eligo lexicon import --from obo PATH\n"
            "all: --lexicon FILE (a site's own terms), -o FILE\n",
            message, what ? what : "");
    return 2;
}

static char *join_words(const char **words)
{
    buffer b;

    buffer_init(&b, 4096);
    for (size_t i = 0; words[i]; i++) {
        if (i)
            buffer_putc(&b, ' ');
        buffer_puts(&b, words[i]);
    }
    return b.data;
}

static void show_progress(size_t terms, void *context)
{
    (void)context;
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r%zu terms", terms);
}

static int import(const options *o, const char *path, buffer *out)
{
    import_counts n;
    eligo_error err = {0};

    if (!o->from || strcmp(o->from, "obo") != 0)
        return usage("import needs to know what from: --from obo", NULL);
    if (!path)
        return usage("import needs a file", NULL);
    if (lexicon_import_obo(path, out, &n, show_progress, NULL, &err) != ELIGO_OK) {
        buffer_clear(out);
        return fail(&err);
    }
    fprintf(stderr,
            "%s%zu terms: %zu taken; left out: %zu that the core has, %zu obsolete, %zu above a "
            "concept of the core, "
            "%zu with the name of something else, %zu without a usable name or id\n",
            isatty(STDERR_FILENO) ? "\r" : "", n.read, n.taken, n.known, n.obsolete, n.above,
            n.other, n.unusable);
    return 0;
}

/* The status of the action; *out is what it prints. */
static int act(const lexicon *lx, const options *o, const char *action, const char **rest,
               buffer *out)
{
    bool json = o->format && strcmp(o->format, "json") == 0;
    category only = CATEGORY_NONE;
    eligo_error err = {0};
    char *words;
    int status = 0;

    if (o->format && !json && strcmp(o->format, "text") != 0)
        return usage("the format is text or json, not ", o->format);
    if (o->category && !(only = category_find(o->category, strlen(o->category))))
        return usage("there is no category ", o->category);
    if (strcmp(action, "list") == 0) {
        lexicon_list(lx, only, json, out);
        return 0;
    }
    if (strcmp(action, "import") == 0)
        return import(o, rest ? *rest : NULL, out);
    if (strcmp(action, "check") == 0) {
        const char *path = rest && *rest ? *rest : o->site;

        if (lexicon_check(path, out, &err) > 0)
            status = 3;
        else if (err.code != ELIGO_OK)
            status = fail(&err);
        return status;
    }
    if (strcmp(action, "show") != 0 && strcmp(action, "find") != 0)
        return usage("no action is called ", action);
    if (!rest || !*rest)
        return usage(action, " needs to know of what");
    if (strcmp(action, "show") == 0) {
        if (lexicon_show(lx, *rest, json, out))
            return 0;
        fprintf(stderr, "eligo lexicon: there is no concept %s; names like it:\n", *rest);
        lexicon_find(lx, *rest, false, out);
        return 3;
    }
    words = join_words(rest);
    if (words && lexicon_find(lx, words, json, out) == 0)
        fprintf(stderr, "eligo lexicon: nothing has a name like \"%s\"\n", words);
    free(words);
    return 0;
}

static int write_out(const options *o, const buffer *out)
{
    eligo_error err = {0};

    if (out->failed)
        error_memory(&err, NULL);
    else if (o->output)
        file_replace(o->output, out->data ? out->data : "", out->size, &err);
    else if (out->size &&
             (fwrite(out->data, 1, out->size, stdout) != out->size || fflush(stdout) != 0))
        error_system(&err, ELIGO_EWRITE, "standard output");
    return err.code == ELIGO_OK ? 0 : fail(&err);
}

static int run(poptContext context, const options *o)
{
    const char *action = poptGetArg(context), **rest = poptGetArgs(context);
    bool own = o->site && action && strcmp(action, "check") != 0;
    eligo_error err = {0};
    lexicon *site = NULL;
    buffer out;
    int status, written;

    if (!action)
        return usage("what shall it do?", NULL);
    if (own && !(site = lexicon_load(o->site, &err)))
        return fail(&err);
    buffer_init(&out, 0);
    status = act(site ? site : lexicon_core(), o, action, rest, &out);
    written = status && action && strcmp(action, "import") == 0 ? 0 : write_out(o, &out);
    buffer_free(&out);
    lexicon_delete(site);
    return status ? status : written;
}

int cli_lexicon(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"category", 'c', POPT_ARG_STRING, &o.category, 0, "only this category", "C"},
        {"format", 'f', POPT_ARG_STRING, &o.format, 0, "text or json", "FORMAT"},
        {"from", 0, POPT_ARG_STRING, &o.from, 0, "what import reads: obo", "FORM"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.site, 0, "a site's own terms", "FILE"},
        {"output", 'o', POPT_ARG_STRING, &o.output, 0, "write to FILE", "FILE"},
        POPT_AUTOHELP POPT_TABLEEND};
    poptContext context = cli_context("eligo lexicon", argc, argv, table);
    int got = context ? poptGetNextOpt(context) : 0, status;

    if (!context)
        return 4;
    status = got < -1 ? usage(poptStrerror(got), poptBadOption(context, 0)) : run(context, &o);
    poptFreeContext(context);
    free(o.category);
    free(o.format);
    free(o.site);
    free(o.output);
    free(o.from);
    return status;
}
