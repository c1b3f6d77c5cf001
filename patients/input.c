#include "patients/input.h"

#include "engine/base/error.h"
#include "engine/base/json.h"
#include "engine/base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* A buffer that stays in the processor's own memory while what is in it is looked at. */
enum { FIRST_ROOM = 1 << 18, LEAST_READ = 1 << 16 };

struct input {
    int fd;      /* a plain file, that is read as it is; -1: none */
    gzFile file; /* what may be packed; NULL: none */
    char *path, *data;
    size_t room;        /* without the padding */
    size_t start, fill; /* what is not taken yet: data[start, fill) */
    size_t line;        /* of data[start] */
    uint64_t offset;    /* of data[start] */
    bool ended, seekable, decided, lines;
    bool fresh; /* data was read or moved since a text was last taken */
    eligo_code failed;
    eligo_error why; /* of `failed`: told as often as the file is asked */
};

static void shut(input *in)
{
    if (in->fd >= 0)
        close(in->fd);
    if (in->file)
        gzclose(in->file);
    free(in->path);
    *in = (input){.fd = -1, .data = in->data, .room = in->room};
}

/* True where the file can only be what it is: no pipe, and not packed. Where that cannot be told,
 * it is not: zlib reads both. */
static bool is_plain(int fd)
{
    unsigned char magic[2];
    struct stat st;

    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && pread(fd, magic, 2, 0) == 2 &&
           !(magic[0] == 0x1F && magic[1] == 0x8B);
}

bool input_reopen(input *in, const char *path, eligo_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd;

    shut(in);
    if (!(in->path = strdup(standard ? "<stdin>" : path)) ||
        (!in->data && !(in->data = malloc(FIRST_ROOM + JSON_PADDING)))) {
        error_memory(err, path);
        return false;
    }
    if (!in->room)
        in->room = FIRST_ROOM;
    in->line = 1;
    fd = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        error_system(err, ELIGO_EREAD, path);
        return false;
    }
    if (!standard && is_plain(fd)) {
        in->fd = fd;
        in->seekable = true;
        return true;
    }
    in->file = gzdopen(fd, "rb");
    if (!in->file) {
        error_memory(err, path);
        close(fd);
        return false;
    }
    gzbuffer(in->file, 1 << 17);
    return true;
}

input *input_open(const char *path, eligo_error *err)
{
    input *in = calloc(1, sizeof *in);

    if (!in) {
        error_memory(err, path);
        return NULL;
    }
    in->fd = -1;
    if (!input_reopen(in, path, err)) {
        input_close(in);
        return NULL;
    }
    return in;
}

void input_close(input *in)
{
    if (!in)
        return;
    shut(in);
    free(in->data);
    free(in);
}

const char *input_name(const input *in)
{
    return in->path;
}

bool input_seekable(const input *in)
{
    return in->seekable;
}

static eligo_code fail(const input *in, eligo_error *err)
{
    if (err && err->code == ELIGO_OK)
        *err = in->why;
    return in->failed;
}

/* Reads more behind what is there. False: the end, no memory, or an error (in->failed). */
static bool more(input *in)
{
    size_t space;
    ssize_t n;

    if (in->ended || in->failed)
        return false;
    if (in->start && in->room - in->fill < LEAST_READ) {
        memmove(in->data, in->data + in->start, in->fill - in->start);
        in->fill -= in->start;
        in->start = 0;
    }
    if (in->room - in->fill < LEAST_READ) {
        char *larger =
            in->room > SIZE_MAX / 4 ? NULL : realloc(in->data, in->room * 2 + JSON_PADDING);

        if (!larger) {
            in->failed = error_memory(&in->why, in->path);
            return false;
        }
        in->data = larger;
        in->room *= 2;
    }
    in->fresh = true;
    space = in->room - in->fill;
    if (space > FIRST_ROOM) /* more of the room is only touched where a text needs it */
        space = FIRST_ROOM;
    if (in->file)
        n = gzread(in->file, in->data + in->fill, (unsigned)space);
    else
        do
            n = read(in->fd, in->data + in->fill, space);
        while (n < 0 && errno == EINTR);
    if (n < 0) {
        int code = Z_ERRNO;
        const char *what = in->file ? gzerror(in->file, &code) : "";

        in->failed = code == Z_ERRNO ? error_system(&in->why, ELIGO_EREAD, in->path)
                                     : error_set(&in->why, ELIGO_EREAD, in->path,
                                                 "cannot be unpacked (%s); pack it again", what);
        return false;
    }
    if (n == 0) {
        int code = Z_OK;

        if (in->file)
            gzerror(in->file, &code);
        in->ended = true;
        if (code == Z_BUF_ERROR)
            in->failed = error_set(&in->why, ELIGO_EREAD, in->path,
                                   "ends in the middle of its packed data; copy it again");
        return false;
    }
    in->fill += (size_t)n;
    memset(in->data + in->fill, 0, JSON_PADDING);
    return true;
}

input_text input_peek(input *in, size_t want, eligo_error *err)
{
    while (in->fill - in->start < want && more(in))
        continue;
    if (in->failed)
        fail(in, err);
    return (input_text){in->data + in->start, in->fill - in->start, in->line, in->offset, false, 0};
}

static void take(input *in, size_t size, size_t lines)
{
    in->start += size;
    in->offset += size;
    in->line += lines;
}

/* A line that does not fit is passed over. */
static eligo_code pass_line(input *in, eligo_error *err)
{
    size_t line = in->line;

    for (;;) {
        char *end = memchr(in->data + in->start, '\n', in->fill - in->start);

        if (end) {
            take(in, (size_t)(end - in->data) - in->start + 1, 1);
            break;
        }
        take(in, in->fill - in->start, 0);
        if (!more(in))
            break;
    }
    if (in->failed)
        return fail(in, err);
    error_set(err, ELIGO_ELIMIT, in->path,
              "a record of more than %zu MiB, the most that is read; it was left out",
              (size_t)LIMIT_RECORD_BYTES >> 20);
    if (err && err->code == ELIGO_ELIMIT && !err->line) {
        err->line = line;
        err->column = 1;
    }
    return ELIGO_ELIMIT;
}

eligo_code input_line(input *in, input_text *out, eligo_error *err)
{
    size_t searched = 0;

    for (;;) {
        char *from = in->data + in->start;
        char *end = memchr(from + searched, '\n', in->fill - in->start - searched);

        if (!end) {
            searched = in->fill - in->start;
            if (searched > LIMIT_RECORD_BYTES)
                return pass_line(in, err);
            if (more(in))
                continue;
            if (in->failed)
                return fail(in, err);
            if (in->start == in->fill)
                return ELIGO_END;
            end = in->data + in->fill;
            from = in->data + in->start;
        }
        *out = (input_text){from, (size_t)(end - from), in->line, in->offset, false, 0};
        take(in, out->size + (end < in->data + in->fill), 1);
        if (out->size && out->text[out->size - 1] == '\r')
            out->size--;
        if (out->size > LIMIT_RECORD_BYTES) {
            error_set(err, ELIGO_ELIMIT, in->path,
                      "a record of more than %zu MiB, the most that is read; it was left out",
                      (size_t)LIMIT_RECORD_BYTES >> 20);
            if (err && err->code == ELIGO_ELIMIT && !err->line) {
                err->line = out->line;
                err->column = 1;
            }
            return ELIGO_ELIMIT;
        }
        return ELIGO_OK;
    }
}

/* Does text hold one whole JSON value (by its brackets)? */
static bool balanced(const char *text, size_t size)
{
    size_t depth = 0;
    bool inside = false, any = false;

    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3, size -= 3;
    for (size_t i = 0; i < size; i++) {
        char c = text[i];

        if (inside) {
            if (c == '\\')
                i++;
            else if (c == '"')
                inside = false;
        } else if (c == '"')
            inside = true;
        else if (c == '{' || c == '[')
            depth++, any = true;
        else if (c == '}' || c == ']') {
            if (!depth)
                return false;
            depth--;
        }
    }
    return any && !depth && !inside;
}

static bool begins_resource(const char *text, size_t size)
{
    static const char begin[] = "{\"resourceType\"";

    while (size && (unsigned char)text[size - 1] <= ' ')
        size--;
    return size > sizeof begin && memcmp(text, begin, sizeof begin - 1) == 0 &&
           !strchr("[,", text[size - 1]);
}

static bool has_end(const char *path, const char *end)
{
    size_t n = strlen(path), m = strlen(end);

    return n >= m && strcmp(path + n - m, end) == 0;
}

/* One value a line, or one value: by the name, else by the first lines. */
static void decide(input *in)
{
    static const char *const ends[] = {".ndjson", ".ndjson.gz", ".jsonl", ".jsonl.gz"};
    size_t at = 0, seen = 0;

    in->decided = true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        in->lines |= has_end(in->path, ends[i]);
    while (!in->lines && seen < 2) {
        char *from = in->data + in->start + at;
        char *end = memchr(from, '\n', in->fill - in->start - at);
        size_t size;

        if (!end && in->fill - in->start <= LIMIT_RECORD_BYTES && more(in))
            continue;
        from = in->data + in->start + at;
        size = end ? (size_t)(end - from) : in->fill - in->start - at;
        for (size_t i = 0; i < size; i++)
            if ((unsigned char)from[i] > ' ') {
                /* the second line tells, too, where the first is damaged */
                in->lines = seen == 0 ? balanced(from, size)
                                      : begins_resource(from, size) && balanced(from, size);
                if (seen++ == 0 && !begins_resource(from, size))
                    seen = 2;
                break;
            }
        at += size + 1;
        if (!end)
            return;
    }
}

static bool blank(const input_text *t)
{
    for (size_t i = 0; i < t->size; i++)
        if ((unsigned char)t->text[i] > ' ')
            return false;
    return true;
}

eligo_code input_json(input *in, input_text *out, eligo_error *err)
{
    eligo_code code;

    if (!in->decided)
        decide(in);
    if (in->failed && in->failed != ELIGO_EREAD)
        return fail(in, err);
    if (in->lines) {
        do
            code = input_line(in, out, err);
        while (code == ELIGO_OK && blank(out));
        out->one_line = true;
        if (code == ELIGO_OK && in->fresh) {
            char *end = in->data + in->fill,
                 *last =
                     in->ended ? end : memrchr(in->data + in->start, '\n', in->fill - in->start);

            out->ahead = last ? (size_t)(last - out->text) : out->size;
            in->fresh = false;
        }
        return code;
    }
    while (in->fill - in->start <= LIMIT_RECORD_BYTES && more(in))
        continue;
    if (in->failed)
        return fail(in, err);
    if (in->fill - in->start > LIMIT_RECORD_BYTES) {
        in->failed = ELIGO_END;
        error_set(err, ELIGO_ELIMIT, in->path,
                  "a document of more than %zu MiB, the most that is read at once; "
                  "write it as NDJSON, one record a line",
                  (size_t)LIMIT_RECORD_BYTES >> 20);
        return ELIGO_ELIMIT;
    }
    *out = (input_text){in->data + in->start, in->fill - in->start, in->line, in->offset, false,
                        in->fill - in->start};
    if (!out->size)
        return ELIGO_END;
    take(in, out->size, 0);
    return blank(out) ? ELIGO_END : ELIGO_OK;
}
