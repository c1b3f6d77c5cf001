/* Finding the files of a vocabulary and reading them line by line; what the lines say is told by
 * the readers of the single forms (authority_*.c). */
#include "engine/authority_read.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MARK_LINES = 20000 };

static const struct {
    char name[8];
    const authority_file *files;
} forms[] = {
    [AUTHORITY_ATHENA] = {"athena", authority_athena},
    [AUTHORITY_ICD10CM] = {"icd10cm", authority_icd10cm},
    [AUTHORITY_LOINC] = {"loinc", authority_loinc},
    [AUTHORITY_RXNORM] = {"rxnorm", authority_rxnorm},
    [AUTHORITY_OBO] = {"obo", authority_obo},
};

authority_form authority_find(const char *name)
{
    for (int i = AUTHORITY_NONE + 1; i <= AUTHORITY_OBO; i++)
        if (strcmp(forms[i].name, name) == 0)
            return (authority_form)i;
    return AUTHORITY_NONE;
}

const char *authority_name(authority_form form)
{
    return forms[form].name;
}

/* ---- files ---- */

static bool is_folder(const char *path)
{
    struct stat s;

    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

/* A file of the folder, whatever the case of its letters; NULL: none. */
static const char *in_folder(arena *a, const char *folder, const char *name)
{
    DIR *d = opendir(folder);
    const char *found = NULL;

    for (struct dirent *e; d && !found && (e = readdir(d));)
        if (text_equal_nocase(e->d_name, strlen(e->d_name), name))
            found = arena_printf(a, "%s/%s", folder, e->d_name);
    if (d)
        closedir(d);
    return found;
}

static const char *folder_of(arena *a, const char *path)
{
    const char *name = file_name(path);

    return name == path ? "." : arena_text(a, path, (size_t)(name - path));
}

/* Where the files of a form lie: out[i] of its i-th, NULL: not there. False: *err. */
static bool find_files(const authority_file *files, const char *path, arena *a,
                       const char *out[AUTHORITY_FILES], eligo_error *err)
{
    bool folder = is_folder(path);
    const char *beside = folder ? path : folder_of(a, path);

    for (size_t i = 0; i < AUTHORITY_FILES && files[i].name; i++) {
        out[i] = NULL;
        if (i == 0 && !folder)
            out[i] = path;
        for (size_t k = 0; k < 3 && files[i].inside[k] && !out[i] && *files[i].name; k++)
            out[i] = in_folder(
                a,
                *files[i].inside[k] ? arena_printf(a, "%s/%s", beside, files[i].inside[k]) : beside,
                files[i].name);
        if (files[i].needed && !out[i]) {
            error_set(err, ELIGO_EREAD, path,
                      *files[i].name ? "has no file %s" : "%sa file is needed, not a folder",
                      files[i].name);
            return false;
        }
    }
    return !arena_failed(a);
}

const char *authority_stamp(authority_form form, const char *path, arena *a, eligo_error *err)
{
    const char *found[AUTHORITY_FILES] = {0}, *stamp = forms[form].name;
    struct stat s;

    if (!find_files(forms[form].files, path, a, found, err))
        return NULL;
    for (size_t i = 0; i < AUTHORITY_FILES && forms[form].files[i].name; i++)
        if (found[i] && stat(found[i], &s) == 0)
            stamp = arena_printf(a, "%s %s:%lld:%lld", stamp, file_name(found[i]),
                                 (long long)s.st_size, (long long)s.st_mtime);
    if (!stamp)
        error_memory(err, path);
    return stamp;
}

/* ---- lines ---- */

bool authority_tell(authority_reader *r, const authority_fact *f)
{
    if (!r->stopped && !r->to->fact(f, r->to->context))
        r->stopped = true;
    return !r->stopped;
}

bool authority_wanted(authority_reader *r, const char *id)
{
    return r->to->wanted(id, r->to->context);
}

void authority_cut(authority_reader *r, char *text, size_t size)
{
    char *end = text + size;

    r->fields = 0;
    for (char *at = text; r->fields < AUTHORITY_FIELDS;) {
        char *stop = memchr(at, r->sign, (size_t)(end - at));

        if (r->sign != '|' && at < end && *at == '"') {
            char *to = at, *from = at + 1;

            r->field[r->fields++] = at;
            for (; from < end && (*from != '"' || from[1] == '"'); from++) {
                if (*from == '"')
                    from++;
                *to++ = *from;
            }
            stop = from < end ? memchr(from, r->sign, (size_t)(end - from)) : NULL;
            *to = 0;
        } else
            r->field[r->fields++] = at;
        if (!stop)
            return;
        *stop = 0;
        at = stop + 1;
    }
}

const char *authority_field(const authority_reader *r, int column)
{
    int at = r->column[column];

    return at >= 0 && (size_t)at < r->fields ? r->field[at] : "";
}

/* Where the columns stand; the first one must be there. */
static bool read_header(authority_reader *r, const authority_file *f, char *text, size_t size)
{
    r->sign = memchr(text, '\t', size) ? '\t' : ',';
    authority_cut(r, text, size);
    for (int i = 0; f->columns[i]; i++) {
        r->column[i] = -1;
        for (size_t k = 0; k < r->fields; k++)
            if (text_equal_nocase(r->field[k], strlen(r->field[k]), f->columns[i]))
                r->column[i] = (int)k;
        if (i == 0 && r->column[i] < 0) {
            error_set(r->err, ELIGO_EPARSE, r->path, "has no column %s; is it another file?",
                      f->columns[i]);
            return false;
        }
    }
    r->headed = true;
    return true;
}

static bool read_line(authority_reader *r, const authority_file *f, const input_text *line)
{
    size_t bom =
        line->line == 1 && line->size >= 3 && memcmp(line->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t size = line->size - bom;
    char *text;

    arena_reset(r->scratch);
    if (size && line->text[bom + size - 1] == '\r')
        size--;
    text = arena_text(r->scratch, line->text + bom, size);
    if (!text) {
        error_memory(r->err, r->path);
        return false;
    }
    r->line = line->line;
    if (f->columns && !r->headed)
        return read_header(r, f, text, size);
    if (f->columns || f->sign)
        authority_cut(r, text, size);
    return f->line(r, text, size);
}

static eligo_code stopped(const authority_reader *r)
{
    return r->err && r->err->code != ELIGO_OK ? r->err->code : ELIGO_EWRITE;
}

static bool mark(authority_reader *r, unsigned file, uint64_t offset, uint64_t done, uint64_t size)
{
    if (!r->stopped && !r->to->mark((authority_place){file, offset}, file_name(r->path), done, size,
                                    r->to->context))
        r->stopped = true;
    return !r->stopped;
}

static eligo_code read_lines(authority_reader *r, const authority_file *f, unsigned number,
                             uint64_t begin)
{
    input *in = input_open(r->path, r->err);
    input_text line = {0};
    eligo_code code = ELIGO_OK;
    struct stat s;
    uint64_t size = stat(r->path, &s) == 0 && S_ISREG(s.st_mode) && in && input_seekable(in)
                        ? (uint64_t)s.st_size
                        : 0;
    size_t since = 0;

    if (!in)
        return stopped(r);
    while (code == ELIGO_OK && (code = input_line(in, &line, r->err)) == ELIGO_OK) {
        if (line.offset < begin && (r->headed || !f->columns))
            continue;
        if (++since % MARK_LINES == 0 &&
            !mark(r, number, f->whole ? 0 : line.offset, line.offset, size))
            break;
        if (!read_line(r, f, &line))
            break;
    }
    input_close(in);
    if (code == ELIGO_OK)
        return arena_failed(r->kept) || arena_failed(r->scratch) ? error_memory(r->err, r->path)
                                                                 : stopped(r);
    if (code != ELIGO_END)
        return code;
    return f->end && !f->end(r) ? stopped(r) : ELIGO_OK;
}

eligo_code authority_read(authority_form form, const char *path, authority_place begin,
                          const authority_listener *listener, eligo_error *err)
{
    const authority_file *files = forms[form].files;
    const char *found[AUTHORITY_FILES] = {0};
    eligo_error own = {0};
    authority_reader r = {.to = listener, .err = err ? err : &own};
    eligo_code code = ELIGO_OK;

    r.scratch = arena_new((size_t)64 << 20);
    r.kept = arena_new((size_t)512 << 20);
    if (!r.scratch || !r.kept)
        code = error_memory(r.err, path);
    else if (!find_files(files, path, r.kept, found, r.err))
        code = stopped(&r);
    for (unsigned i = begin.file; i < AUTHORITY_FILES && files[i].name && code == ELIGO_OK; i++) {
        if (!found[i])
            continue;
        r.path = found[i];
        r.sign = files[i].sign;
        r.headed = false;
        r.state = NULL;
        code = files[i].all && files[i].all(&r)
                   ? r.err->code
                   : read_lines(&r, &files[i], i, i == begin.file ? begin.offset : 0);
        if (code == ELIGO_OK && !mark(&r, i + 1, 0, 0, 0))
            code = stopped(&r);
    }
    arena_delete(r.scratch);
    arena_delete(r.kept);
    return code;
}
