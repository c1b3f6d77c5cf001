#include "engine/base/file.h"

#include "engine/base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash && slash[1] ? slash + 1 : path;
}

static bool write_all(int fd, const char *data, size_t size)
{
    while (size) {
        ssize_t n = write(fd, data, size);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        size -= (size_t)n;
    }
    return true;
}

/* All of `fd`, growing; the buffer always has room for the padding. */
static char *read_all(int fd, size_t guess, size_t maximum, size_t padding, size_t *size,
                      bool *over)
{
    size_t room = guess + padding + 1, used = 0;
    char *data = malloc(room);

    *over = false;
    while (data) {
        ssize_t n = read(fd, data + used, room - padding - used);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            free(data);
            return NULL;
        }
        if (n == 0)
            break;
        used += (size_t)n;
        if (used > maximum) {
            *over = true;
            free(data);
            return NULL;
        }
        if (used == room - padding) {
            char *more = realloc(data, room * 2);

            if (!more) {
                free(data);
                errno = ENOMEM;
                return NULL;
            }
            data = more;
            room *= 2;
        }
    }
    if (data) {
        memset(data + used, 0, room - used < padding ? room - used : padding);
        *size = used;
    }
    return data;
}

char *file_read(const char *path, size_t maximum, size_t padding, size_t *size, eligo_error *err)
{
    bool standard = strcmp(path, "-") == 0, over = false;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    char *data = NULL;

    if (fd < 0) {
        error_system(err, ELIGO_EREAD, path);
        return NULL;
    }
    if (fstat(fd, &st) != 0)
        error_system(err, ELIGO_EREAD, path);
    else if (S_ISDIR(st.st_mode))
        error_set(err, ELIGO_EREAD, path, "is a directory; a file is needed here");
    else if (S_ISREG(st.st_mode) && (unsigned long long)st.st_size > maximum)
        error_set(err, ELIGO_ELIMIT, path, "is larger than %zu MiB, the most that is read at once",
                  maximum >> 20);
    else {
        size_t guess = S_ISREG(st.st_mode) ? (size_t)st.st_size : 65536;

        data = read_all(fd, guess, maximum, padding + 1, size, &over);
        if (!data && over)
            error_set(err, ELIGO_ELIMIT, path,
                      "is larger than %zu MiB, the most that is read at once", maximum >> 20);
        else if (!data)
            error_system(err, ELIGO_EREAD, path);
    }
    if (!standard)
        close(fd);
    return data;
}

/* ---- output ---- */

enum { OUT_BUFFER = 1 << 16, LINK_TRIES = 100 };

struct file_out {
    int fd;
    char *path, *part; /* part: a name beside `path`; NULL: none yet, or none needed */
    bool standard, in_place, unnamed;
    size_t used;
    char buffer[OUT_BUFFER];
};

static const char *shown(const file_out *o)
{
    return o->path ? o->path : "standard output";
}

FILE *file_temporary(void)
{
    const char *folder = getenv("TMPDIR");
    char *path;
    FILE *f;
    int fd;

    if (!folder || !*folder)
        folder = "/tmp";
    fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
        /* the file system has none without a name */
        if (asprintf(&path, "%s/eligo-XXXXXX", folder) < 0) {
            errno = ENOMEM;
            return NULL;
        }
        fd = mkostemp(path, O_CLOEXEC);
        if (fd >= 0)
            unlink(path);
        free(path);
    }
    f = fd < 0 ? NULL : fdopen(fd, "w+b");
    if (fd >= 0 && !f)
        close(fd);
    return f;
}

/* A file without a name in the folder of `path`; -1: there are none here. */
static int open_unnamed(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    int fd = -1;

    if (folder && access("/proc/self/fd", X_OK) == 0)
        fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    free(folder);
    return fd;
}

static void free_out(file_out *o)
{
    if (o->fd >= 0 && !o->standard)
        close(o->fd);
    free(o->path);
    free(o->part);
    free(o);
}

file_out *file_out_open(const char *path, eligo_error *err)
{
    file_out *o = calloc(1, sizeof *o);
    size_t room = path ? strlen(path) + sizeof ".XXXXXX" : 0;
    struct stat st;

    if (!o || (path && !(o->path = strdup(path)))) {
        error_memory(err, path);
        free(o);
        return NULL;
    }
    o->fd = -1;
    if (!path) {
        o->standard = true;
        o->fd = STDOUT_FILENO;
        return o;
    }
    /* a device or a pipe cannot be replaced, only written to */
    o->in_place = stat(path, &st) == 0 && !S_ISREG(st.st_mode);
    if (o->in_place)
        o->fd = open(path, O_WRONLY | O_CLOEXEC);
    else if ((o->fd = open_unnamed(path)) >= 0)
        o->unnamed = true;
    else if ((o->part = malloc(room)) != NULL) {
        snprintf(o->part, room, "%s.XXXXXX", path);
        o->fd = mkstemp(o->part);
        if (o->fd < 0) {
            free(o->part);
            o->part = NULL;
        }
    } else
        errno = ENOMEM;
    if (o->fd >= 0)
        return o;
    error_system(err, ELIGO_EWRITE, path);
    free_out(o);
    return NULL;
}

eligo_code file_out_flush(file_out *o, eligo_error *err)
{
    size_t used = o->used;

    o->used = 0;
    if (used && !write_all(o->fd, o->buffer, used))
        return error_system(err, ELIGO_EWRITE, shown(o));
    return ELIGO_OK;
}

eligo_code file_out_write(file_out *o, const void *data, size_t size, eligo_error *err)
{
    if (o->used + size > sizeof o->buffer) {
        eligo_code code = file_out_flush(o, err);

        if (code != ELIGO_OK)
            return code;
    }
    if (size > sizeof o->buffer)
        return write_all(o->fd, data, size) ? ELIGO_OK : error_system(err, ELIGO_EWRITE, shown(o));
    memcpy(o->buffer + o->used, data, size);
    o->used += size;
    return ELIGO_OK;
}

/* Gives a file without a name one beside its place. */
static bool give_name(file_out *o)
{
    size_t room = strlen(o->path) + sizeof ".ffffff";
    char from[40];

    o->part = malloc(room);
    if (!o->part) {
        errno = ENOMEM;
        return false;
    }
    snprintf(from, sizeof from, "/proc/self/fd/%d", o->fd);
    for (unsigned i = 0, any = (unsigned)getpid() * 2654435761u; i < LINK_TRIES; i++) {
        snprintf(o->part, room, "%s.%06x", o->path, (any + i) & 0xFFFFFF);
        if (linkat(AT_FDCWD, from, AT_FDCWD, o->part, AT_SYMLINK_FOLLOW) == 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    free(o->part);
    o->part = NULL;
    return false;
}

eligo_code file_out_close(file_out *o, bool keep, eligo_error *err)
{
    eligo_code code = ELIGO_OK;
    bool replaces;
    mode_t mask;

    if (!o)
        return ELIGO_OK;
    replaces = !o->standard && !o->in_place;
    if (keep || !replaces)
        code = file_out_flush(o, err);
    if (code == ELIGO_OK && keep && replaces) {
        mask = umask(0);
        umask(mask);
        if (fchmod(o->fd, 0666 & ~mask) != 0 || fsync(o->fd) != 0 ||
            (o->unnamed && !give_name(o)) || rename(o->part, o->path) != 0)
            code = error_system(err, ELIGO_EWRITE, o->path); /* first: what follows changes errno */
        else {
            free(o->part);
            o->part = NULL;
        }
    }
    if (o->part)
        unlink(o->part);
    if (o->in_place) {
        if (close(o->fd) != 0 && errno != EINTR && code == ELIGO_OK)
            code = error_system(err, ELIGO_EWRITE, o->path);
        o->fd = -1;
    }
    free_out(o);
    return code;
}

eligo_code file_replace(const char *path, const void *data, size_t size, eligo_error *err)
{
    file_out *o = file_out_open(path, err);
    eligo_code code = o ? file_out_write(o, data, size, err) : ELIGO_EWRITE, closed;

    if (!o)
        return err ? err->code : code;
    closed = file_out_close(o, code == ELIGO_OK, code == ELIGO_OK ? err : NULL);
    return code == ELIGO_OK ? closed : code;
}

void file_sum(const char *bytes, size_t size, char out[FILE_SUM])
{
    struct sha256_ctx sum;
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_init(&sum);
    if (size)
        sha256_update(&sum, size, (const uint8_t *)bytes);
    sha256_digest(&sum, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    out[2 * sizeof digest] = 0;
}
