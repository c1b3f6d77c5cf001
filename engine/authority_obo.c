/* OBO: stanzas of tags. Names and EXACT synonyms are names, is_a is what lies above;
 * cross-references are no codes to match records with. */
#include "engine/authority_read.h"
#include "engine/base/text.h"

#include <string.h>

typedef struct stanza {
    const char *id;
    const char *name;
    const char **synonyms, **above;
    size_t synonym_count, synonym_room, above_count, above_room;
    bool obsolete, inside, any;
    arena *a;
} stanza;

static const char *tag(const char *text, const char *name)
{
    size_t n = strlen(name);

    return strncmp(text, name, n) == 0 ? text + n + strspn(text + n, " ") : NULL;
}

static bool tell_stanza(authority_reader *r, stanza *s)
{
    authority_fact f = {.kind = AUTHORITY_TERM,
                        .id = s->id,
                        .name = s->name ? s->name : "",
                        .category = CATEGORY_CONDITION,
                        .valid = !s->obsolete};
    bool ok = true;

    if (!s->inside || !s->id || !*s->id)
        return true;
    ok = authority_tell(r, &f);
    for (size_t i = 0; i < s->synonym_count && ok; i++) {
        authority_fact n = {
            .kind = AUTHORITY_NAME, .id = s->id, .name = s->synonyms[i], .valid = true};

        ok = authority_tell(r, &n);
    }
    for (size_t i = 0; i < s->above_count && ok; i++) {
        authority_fact b = {
            .kind = AUTHORITY_BELOW, .id = s->id, .other = s->above[i], .valid = true};

        ok = authority_tell(r, &b);
    }
    return ok;
}

/* Up to the comment (" ! name") or the modifiers (" {...}") of an id. */
static const char *id_of(arena *a, const char *at)
{
    return arena_text(a, at, strcspn(at, " \t"));
}

static void add(stanza *s, const char ***list, size_t *count, size_t *room, const char *text)
{
    if (text && arena_grow(s->a, (void **)list, *count, room, sizeof **list))
        (*list)[(*count)++] = text;
}

/* "text" EXACT [...] */
static const char *exact_synonym(arena *a, const char *at)
{
    char *text = arena_alloc(a, strlen(at) + 1);
    size_t n = 0;

    at += strcspn(at, "\"");
    if (!*at || !text)
        return NULL;
    for (at++; *at && *at != '"'; at++) {
        if (*at == '\\' && at[1])
            at++;
        text[n++] = *at;
    }
    return *at && tag(at + 1 + strspn(at + 1, " "), "EXACT") ? text : NULL;
}

static bool read_line(authority_reader *r, char *text, size_t size)
{
    stanza *s = r->state;
    const char *at;

    (void)size;
    if (!s) {
        r->state = s = arena_alloc(r->kept, sizeof *s);
        if (!s)
            return false;
        s->a = r->kept;
    }
    if (*text == '[') {
        if (!tell_stanza(r, s))
            return false;
        *s = (stanza){.a = s->a, .inside = tag(text, "[Term]") != NULL, .any = s->any};
        s->any |= s->inside;
    } else if ((at = tag(text, "id:")) && !s->id)
        s->id = id_of(s->a, at);
    else if ((at = tag(text, "name:")) && !s->name)
        s->name = arena_text(s->a, at, strlen(at));
    else if ((at = tag(text, "synonym:")))
        add(s, &s->synonyms, &s->synonym_count, &s->synonym_room, exact_synonym(s->a, at));
    else if ((at = tag(text, "is_a:")))
        add(s, &s->above, &s->above_count, &s->above_room, id_of(s->a, at));
    else if ((at = tag(text, "is_obsolete:")))
        s->obsolete = tag(at, "true") != NULL;
    return true;
}

static bool read_end(authority_reader *r)
{
    stanza *s = r->state;
    bool ok = !s || tell_stanza(r, s);

    if (!s || !s->any) {
        error_set(r->err, ELIGO_EPARSE, r->path, "holds no [Term]; an OBO file is needed");
        ok = false;
    }
    return ok;
}

const authority_file authority_obo[] = {
    {.name = "", .inside = {""}, .line = read_line, .end = read_end, .needed = true, .whole = true},
    {.name = NULL},
};
