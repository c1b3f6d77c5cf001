#include "engine/base/file.h"

#include "engine/base/error.h"

#include <errno.h>
#include <fcntl.h>
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

eligo_code file_replace(const char *path, const void *data, size_t size, eligo_error *err)
{
    eligo_code code = ELIGO_OK;
    int fd = -1;
    size_t room = strlen(path) + sizeof ".XXXXXX";
    struct stat st;
    mode_t mask = umask(0);
    char *part;

    umask(mask);
    /* a device or a pipe cannot be replaced, only written to */
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
        fd = open(path, O_WRONLY | O_CLOEXEC);
        if (fd < 0 || !write_all(fd, data, size))
            code = error_system(err, ELIGO_EWRITE, path);
        if (fd >= 0 && close(fd) != 0 && code == ELIGO_OK)
            code = error_system(err, ELIGO_EWRITE, path);
        return code;
    }
    part = malloc(room);
    if (!part)
        return error_memory(err, path);
    snprintf(part, room, "%s.XXXXXX", path);
    fd = mkstemp(part);
    if (fd < 0 || !write_all(fd, data, size) || fchmod(fd, 0666 & ~mask) != 0 || fsync(fd) != 0 ||
        rename(part, path) != 0) {
        code = error_system(err, ELIGO_EWRITE, path); /* first: what follows may change errno */
        if (fd >= 0)
            unlink(part);
    }
    if (fd >= 0)
        close(fd);
    free(part);
    return code;
}
