/* Finds out what a path holds, and hands it to the reader of that format. */
#include "patients/reader.h"

#include "engine/base/error.h"
#include "patients/source.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void source_refuse(reader *r, const eligo_error *e)
{
    r->refused++;
    if (r->report)
        r->report(e, r->context);
}

/* FHIR JSON begins with a bracket. */
static bool is_json(const input_text *t)
{
    size_t i = t->size >= 3 && memcmp(t->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    while (i < t->size && (unsigned char)t->text[i] <= ' ')
        i++;
    return i < t->size && (t->text[i] == '{' || t->text[i] == '[');
}

static bool is_xml(const input_text *t)
{
    size_t i = t->size >= 3 && memcmp(t->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    return t->size > i + 1 && t->text[i] == '<' &&
           (t->text[i + 1] == '?' || (t->text[i + 1] >= 'A' && t->text[i + 1] <= 'Z'));
}

/* .xlsx, .ods and .zip; .xls. */
static bool is_archive(const input_text *t)
{
    return t->size >= 4 &&
           (memcmp(t->text, "PK\3\4", 4) == 0 || memcmp(t->text, "\xD0\xCF\x11\xE0", 4) == 0);
}

reader *reader_open(const char *path, const lexicon *lx, reader_report *report, void *context,
                    eligo_error *err)
{
    return reader_open_with(path, lx, NULL, report, context, err);
}

reader *reader_open_with(const char *path, const lexicon *lx, const reader_options *options,
                         reader_report *report, void *context, eligo_error *err)
{
    reader *r = calloc(1, sizeof *r);
    struct stat st = {0};
    input *in = NULL;
    input_text head;
    bool opened = false;

    if (!r) {
        error_memory(err, path);
        return NULL;
    }
    r->lx = lx;
    r->report = report;
    r->context = context;
    if (omop_is_connection(path))
        opened = omop_open(r, path, err);
    else if (strcmp(path, "-") != 0 && stat(path, &st) != 0)
        error_system(err, ELIGO_EREAD, path);
    else if (strcmp(path, "-") != 0 && S_ISDIR(st.st_mode)) {
        eligo_error failed = {0};
        bool tables = omop_is_folder(path, &failed);

        if (!failed.code)
            opened = tables ? omop_open(r, path, err) : fhir_open(r, path, NULL, err);
        else if (err)
            *err = failed;
    } else if ((in = input_open(path, err)) != NULL) {
        eligo_error failed = {0};

        head = input_peek(in, 1 << 12, &failed);
        if (failed.code && !is_json(&head)) {
            error_set(err, failed.code, path, "%s", failed.message);
            input_close(in);
        } else if (is_json(&head))
            opened = fhir_open(r, path, in, err);
        else if (omop_is_database(head.text, head.size)) {
            input_close(in);
            opened = omop_open(r, path, err);
        } else if (is_xml(&head)) {
            error_set(err, ELIGO_EPARSE, path,
                      "is XML; FHIR is read as JSON: ask the server for application/fhir+json");
            input_close(in);
        } else if (is_archive(&head)) {
            error_set(
                err, ELIGO_EPARSE, path,
                "is a spreadsheet's own file or an archive; save it as CSV UTF-8, or unpack it");
            input_close(in);
        } else if (head.size)
            opened = csv_open(r, path, in, options, err);
        else {
            error_set(err, ELIGO_EPARSE, path, "is empty; patient records are needed");
            input_close(in);
        }
    }
    if (!opened) {
        free(r);
        return NULL;
    }
    return r;
}

eligo_code reader_next(reader *r, patient *p, eligo_error *err)
{
    eligo_code code = r->next(r, p, err);

    r->read += code == ELIGO_OK;
    return code;
}

size_t reader_refused(const reader *r)
{
    return r->refused;
}

size_t reader_read(const reader *r)
{
    return r->read;
}

size_t reader_astray(const reader *r)
{
    return r->astray;
}

const char *reader_unread(reader *r)
{
    return unread_words(&r->unread);
}

void reader_close(reader *r)
{
    if (!r)
        return;
    r->close(r);
    free(r);
}
