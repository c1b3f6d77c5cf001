/* eligo lexicon: what is known. The work is rules/lexicon_list.c. */
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/cli/cli.h"
#include "engine/lexicon_authority.h"
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
    fprintf(
        stderr,
        "eligo lexicon: %s%s\n"
        "usage: eligo lexicon list [--category C] [--format text|json]\n"
        "       eligo lexicon show ID [--format text|json]\n"
        "       eligo lexicon find WORDS|SYSTEM:CODE [--format text|json]\n"
        "       eligo lexicon check [FILE]\n"
        "       eligo lexicon check --from athena|icd10cm|loinc|rxnorm PATH\n"
        "       eligo lexicon import --from athena|icd10cm|loinc|rxnorm|obo PATH [--category C]\n"
        "all: --lexicon FILE (a site's own terms, or a folder of them), -o FILE\n",
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

static void show_progress(const char *file, uint64_t done, uint64_t size, void *context)
{
    (void)context;
    if (!isatty(STDERR_FILENO))
        return;
    if (size)
        fprintf(stderr, "\r\033[K%s  %d %%", file, (int)(done * 100 / size));
    else
        fprintf(stderr, "\r\033[K%s", file);
}

static void clear_progress(void)
{
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

static void show_trouble(const char *message, void *context)
{
    (void)context;
    clear_progress();
    fprintf(stderr, "%s\n", message);
}

static int import(const options *o, const char *path, buffer *out)
{
    import_task task = {.progress = show_progress, .trouble = show_trouble};
    import_counts n;
    eligo_error err = {0};
    uint64_t resumed = 0;
    char part[4096];

    task.form = o->from ? authority_find(o->from) : AUTHORITY_NONE;
    if (task.form == AUTHORITY_NONE)
        return usage("import needs to know what from: --from athena, icd10cm, loinc, rxnorm or obo",
                     NULL);
    if (!path)
        return usage("import needs a file or a folder", NULL);
    task.path = path;
    if (o->category)
        task.only = category_find(o->category, strlen(o->category));
    if (o->output && snprintf(part, sizeof part, "%s.part", o->output) < (int)sizeof part)
        task.part = part;
    if (lexicon_import(&task, out, &n, &resumed, &err) != ELIGO_OK) {
        clear_progress();
        buffer_clear(out);
        return fail(&err);
    }
    clear_progress();
    if (resumed)
        fprintf(stderr, "%s: gone on with (%llu bytes of work)\n", part,
                (unsigned long long)resumed);
    fprintf(
        stderr,
        "%zu things: %zu taken, %zu concepts of the core with more names or codes (%zu codes in "
        "all); left out: %zu that the core has, %zu obsolete, %zu above a concept of the core, "
        "%zu with the name or the code of something else, %zu without a usable name or of another "
        "category, %zu parents on cycles\n",
        n.read, n.taken, n.extended, n.codes, n.known, n.obsolete, n.above, n.other, n.unusable,
        n.cyclic);
    return n.cyclic ? 3 : 0;
}

static int check(const lexicon *lx, const options *o, const char **rest, buffer *out)
{
    const char *path = rest && *rest ? *rest : NULL, *file = path ? rest[1] : NULL;
    eligo_error err = {0};
    authority_form form = o->from ? authority_find(o->from) : AUTHORITY_NONE;
    size_t bad;

    if (!o->from) {
        bad = lexicon_check(path ? path : o->site, out, &err);
        return bad ? 3 : err.code != ELIGO_OK ? fail(&err) : 0;
    }
    if (form == AUTHORITY_NONE || form == AUTHORITY_OBO)
        return usage("codes are compared with athena, icd10cm, loinc or rxnorm, not ", o->from);
    if (!path || file)
        return usage("check --from needs one file or folder of the authority", NULL);
    bad = authority_check(lx, form, path, show_progress, NULL, out, &err);
    clear_progress();
    return err.code != ELIGO_OK ? fail(&err) : bad ? 1 : 0;
}

/* The status of the action; *out is what it prints. */
static int act(const lexicon *lx, const options *o, const char *action, const char **rest,
               buffer *out)
{
    bool json = o->format && strcmp(o->format, "json") == 0;
    category only = CATEGORY_NONE;
    char *words;

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
    if (strcmp(action, "check") == 0)
        return check(lx, o, rest, out);
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

/* The work of an import is safe in its output. */
static void drop_part(const options *o)
{
    char part[4096];

    if (o->output && snprintf(part, sizeof part, "%s.part", o->output) < (int)sizeof part)
        unlink(part);
}

static int run(poptContext context, const options *o)
{
    const char *action = poptGetArg(context), **rest = poptGetArgs(context);
    bool own = o->site && action && (o->from || strcmp(action, "check") != 0);
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
    written = out.size || !status ? write_out(o, &out) : 0;
    if (!written && out.size && strcmp(action, "import") == 0)
        drop_part(o);
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
        {"from", 0, POPT_ARG_STRING, &o.from, 0,
         "of what form PATH is: athena, icd10cm, loinc, rxnorm, obo", "FORM"},
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
