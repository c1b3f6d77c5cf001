/* Comparing codes: those of the lexicon are kept, the authority is passed by. */
#include "engine/lexicon_authority.h"

#include "engine/base/error.h"
#include "engine/base/text.h"
#include "rules/fold.h"
#include "rules/sayings.h"
#include "rules/table.h"

#include <string.h>

enum { MOST_MEMORY = 1 << 28, WORD_BEGIN = 5 };

typedef struct entry {
    const concept *concept;
    code_system system;
    const char *code;
    const char *name;  /* the authority's first; NULL: it does not have the code */
    const char *other; /* its id there, where it is not the code */
    bool valid, shares, range;
    uint32_t next; /* another with this code (the end of a range); 0: none */
} entry;

typedef struct slot { /* entry 0: empty */
    const char *key;
    uint32_t entry;
} slot;

typedef struct checking {
    const lexicon *lexicon;
    arena *a, *scratch;
    entry *list;
    size_t count, room;
    slot *slots;
    size_t slot_count, used;
    bool held[CODE_SYSTEMS]; /* systems that the authority has codes of */
    void (*progress)(const char *file, uint64_t done, uint64_t size, void *context);
    void *context;
} checking;

/* ---- entries by key: "snomed 22298006", or "# 4329847" for the authority's own id ---- */

static size_t find_slot(const checking *c, const char *key)
{
    size_t i = word_hash(key, strlen(key)) & (c->slot_count - 1);

    while (c->slots[i].entry && strcmp(c->slots[i].key, key) != 0)
        i = (i + 1) & (c->slot_count - 1);
    return i;
}

static bool put_slot(checking *c, const char *key, uint32_t number)
{
    size_t at;

    if (!key)
        return false;
    if ((c->used + 1) * 2 > c->slot_count) {
        slot *old = c->slots;
        size_t count = c->slot_count;

        c->slot_count = count ? count * 2 : 1024;
        c->slots = arena_array(c->a, c->slot_count, sizeof *c->slots);
        for (size_t i = 0; c->slots && i < count; i++)
            if (old[i].entry)
                c->slots[find_slot(c, old[i].key)] = old[i];
    }
    if (!c->slots)
        return false;
    at = find_slot(c, key);
    if (c->slots[at].entry && c->slots[at].entry != number) {
        c->list[number - 1].next = c->slots[at].entry;
        c->slots[at].entry = number;
    } else if (!c->slots[at].entry) {
        c->slots[at] = (slot){key, number};
        c->used++;
    }
    return true;
}

static entry *find_entry(checking *c, const char *key)
{
    uint32_t n = c->slots && key ? c->slots[find_slot(c, key)].entry : 0;

    return n ? &c->list[n - 1] : NULL;
}

static void add_entry(checking *c, const concept *k, code_system s, const char *code, size_t size,
                      bool range)
{
    char normal[24];
    size_t n = code_normal(s, code, size, normal);

    if (!n || !arena_grow(c->a, (void **)&c->list, c->count, &c->room, sizeof *c->list))
        return;
    c->list[c->count++] =
        (entry){.concept = k, .system = s, .code = arena_text(c->a, normal, n), .range = range};
    put_slot(c, arena_printf(c->a, "%s %s", code_system_name(s), normal), (uint32_t)c->count);
}

/* "no:icd10cm:C00-C96@source" */
static void add_cell(checking *c, const concept *k, const char *part, size_t size)
{
    const char *at = memchr(part, '@', size), *end = at ? at : part + size, *colon, *dash;
    code_system s;

    if (size > 3 && (memcmp(part, "no:", 3) == 0 || memcmp(part, "hx:", 3) == 0))
        part += 3;
    colon = memchr(part, ':', (size_t)(end - part));
    if (!colon || (s = code_system_find(part, (size_t)(colon - part))) == CODE_UNKNOWN)
        return;
    dash = s == CODE_ICD10CM || s == CODE_ATC ? memchr(colon, '-', (size_t)(end - colon)) : NULL;
    add_entry(c, k, s, colon + 1, (size_t)((dash ? dash : end) - colon - 1), dash != NULL);
    if (dash)
        add_entry(c, k, s, dash + 1, (size_t)(end - dash - 1), true);
}

static void collect(checking *c)
{
    for (size_t i = 0; i < lexicon_size(c->lexicon); i++) {
        const concept *k = lexicon_at(c->lexicon, i);

        for (const char *p = lexicon_row(c->lexicon, k)->codes; *p;) {
            size_t n = strcspn(p, "|");

            if (n)
                add_cell(c, k, p, n);
            p += n + (p[n] == '|');
        }
    }
}

/* ---- names ---- */

/* Too common to say that two names mean the same. */
static bool is_common(const fold_atom *a)
{
    for (size_t i = 0; saying_common_in_names[i]; i++)
        if (a->size == strlen(saying_common_in_names[i]) &&
            memcmp(a->folded, saying_common_in_names[i], a->size) == 0)
            return true;
    return a->size < 2;
}

/* The first letters of each word, so that "hypertensive" is near to "hypertension". */
static bool has_word(const char *text, size_t size, const fold_atom *word)
{
    fold_cutter cut;
    fold_atom a;

    fold_begin(&cut, text, size);
    while (fold_next(&cut, &a)) {
        size_t n = a.size < WORD_BEGIN ? a.size : WORD_BEGIN;
        size_t m = word->size < WORD_BEGIN ? word->size : WORD_BEGIN;

        if (n == m && n && memcmp(a.folded, word->folded, n) == 0)
            return true;
    }
    return false;
}

static bool shares_word(const checking *c, const concept *k, const char *name)
{
    const char *names[] = {k->name, k->id, lexicon_row(c->lexicon, k)->synonyms};
    fold_cutter cut;
    fold_atom a;

    fold_begin(&cut, name, strlen(name));
    while (fold_next(&cut, &a))
        for (size_t i = 0; i < sizeof names / sizeof *names && !is_common(&a); i++) {
            char *plain = arena_text(c->scratch, names[i], strlen(names[i]));

            for (char *p = plain; p && *p; p++)
                if (*p == '_')
                    *p = ' ';
            if (plain && has_word(plain, strlen(plain), &a))
                return true;
        }
    return false;
}

/* ---- listening ---- */

static void met(checking *c, entry *e, const authority_fact *f)
{
    for (; e; e = e->next ? &c->list[e->next - 1] : NULL) {
        arena_reset(c->scratch);
        if (!e->name)
            e->name = arena_text(c->a, f->name, strlen(f->name));
        e->valid |= f->valid;
        e->shares = e->shares || e->range || shares_word(c, e->concept, f->name);
    }
}

static bool on_fact(const authority_fact *f, void *context)
{
    checking *c = context;
    char normal[24];
    entry *e = NULL;

    arena_reset(c->scratch);
    if (f->kind == AUTHORITY_NAME) {
        met(c, find_entry(c, arena_printf(c->scratch, "# %s", f->id)), f);
        return !arena_failed(c->a);
    }
    if (f->kind == AUTHORITY_BELOW || f->kind == AUTHORITY_GROUP)
        return true;
    if (f->code && code_normal(f->system, f->code, strlen(f->code), normal)) {
        c->held[f->system] = true;
        e = find_entry(c, arena_printf(c->scratch, "%s %s", code_system_name(f->system), normal));
        if (e && !find_entry(c, arena_printf(c->scratch, "# %s", f->id)))
            put_slot(c, arena_printf(c->a, "# %s", f->id), (uint32_t)(e - c->list) + 1);
        met(c, e, f);
    }
    if (c->held[CODE_OMOP]) {
        arena_reset(c->scratch);
        met(c, find_entry(c, arena_printf(c->scratch, "omop %s", f->id)), f);
    }
    return !arena_failed(c->a);
}

static bool on_wanted(const char *id, void *context)
{
    checking *c = context;

    arena_reset(c->scratch);
    return find_entry(c, arena_printf(c->scratch, "# %s", id)) != NULL;
}

static bool on_mark(authority_place at, const char *name, uint64_t done, uint64_t size,
                    void *context)
{
    checking *c = context;

    (void)at;
    if (c->progress)
        c->progress(name, done, size, c->context);
    return true;
}

static size_t report(const checking *c, buffer *out)
{
    size_t compared = 0, absent = 0, retired = 0, strange = 0;

    for (size_t i = 0; i < c->count; i++) {
        const entry *e = &c->list[i];
        const char *what = NULL;

        if (!c->held[e->system])
            continue;
        compared++;
        if (!e->name) {
            absent++;
            what = "the authority does not have it";
        } else if (!e->shares) {
            strange++;
            what = e->valid ? "is called otherwise: " : "is called otherwise, and retired: ";
        } else if (!e->valid) {
            retired++;
            what = "is retired: ";
        }
        if (what)
            buffer_printf(out, "%s  %s:%s  %s%s\n", e->concept->id, code_system_name(e->system),
                          e->code, what, e->name ? e->name : "");
    }
    buffer_printf(
        out,
        "%zu codes compared: %zu not there, %zu retired, %zu whose name shares no word with "
        "the concept\n",
        compared, absent, retired, strange);
    return absent + retired + strange;
}

size_t authority_check(const lexicon *lx, authority_form form, const char *path,
                       void (*progress)(const char *file, uint64_t done, uint64_t size,
                                        void *context),
                       void *context, buffer *out, eligo_error *err)
{
    checking c = {.lexicon = lx,
                  .a = arena_new(MOST_MEMORY),
                  .scratch = arena_new((size_t)1 << 24),
                  .progress = progress,
                  .context = context};
    authority_listener listener = {on_fact, on_wanted, on_mark, &c};
    size_t bad = 0;

    if (c.a && c.scratch) {
        c.held[CODE_OMOP] = form == AUTHORITY_ATHENA;
        collect(&c);
        if (authority_read(form, path, (authority_place){0, 0}, &listener, err) == ELIGO_OK &&
            !arena_failed(c.a))
            bad = report(&c, out);
    }
    if (!c.a || !c.scratch || arena_failed(c.a))
        error_memory(err, path);
    arena_delete(c.scratch);
    arena_delete(c.a);
    return bad;
}
