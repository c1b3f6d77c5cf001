/* OBO -> a site's lexicon. The terms are kept (their names are to be unique, and parents may come
 * later); the file is not. */
#include "engine/lexicon_import.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "patients/input.h"
#include "rules/fold.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_MEMORY = 1 << 30, MOST_ATOMS = 24 };

typedef struct label {
    const char *text;
    const char *key;      /* the folded form; "": it cannot be a name */
    const concept *means; /* what the core calls so; NULL: nothing */
    bool usable;
} label;

typedef enum state {
    TERM_OPEN,
    TERM_TAKEN,
    TERM_KNOWN,
    TERM_OBSOLETE,
    TERM_ABOVE,
    TERM_OTHER,
    TERM_UNUSABLE
} state;

typedef struct term {
    const char *id, *own; /* as in the file, and as a concept's id */
    label *labels;        /* the name first */
    size_t label_count, label_room;
    const char **parents;
    size_t parent_count, parent_room;
    const concept *core; /* what its name, or else a synonym, means there */
    bool named, obsolete, above;
    size_t seen; /* by which walk */
    state state;
} term;

typedef struct terms {
    arena *a;
    term *list;
    size_t count, room;
    term **by_id;
    size_t walks;
} terms;

/* ---- reading ---- */

static const char *starts(const input_text *line, const char *tag)
{
    size_t n = strlen(tag);

    return line->size >= n && memcmp(line->text, tag, n) == 0 ? line->text + n : NULL;
}

/* Up to the comment (" ! name") or the modifiers (" {...}") of an id. */
static const char *id_of(arena *a, const char *at, const char *end)
{
    const char *stop;

    while (at < end && *at == ' ')
        at++;
    for (stop = at; stop < end && (unsigned char)*stop > ' '; stop++)
        ;
    return arena_text(a, at, (size_t)(stop - at));
}

static void add_label(terms *t, term *m, const char *text, size_t size)
{
    if (arena_grow(t->a, (void **)&m->labels, m->label_count, &m->label_room, sizeof *m->labels))
        m->labels[m->label_count++] = (label){.text = arena_text(t->a, text, size), .key = ""};
}

/* "text" EXACT [...] */
static void add_synonym(terms *t, term *m, const char *at, const char *end)
{
    char *text = arena_alloc(t->a, (size_t)(end - at) + 1);
    size_t n = 0;

    while (at < end && *at != '"')
        at++;
    for (at++; at < end && *at != '"' && text; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        text[n++] = *at;
    }
    while (++at < end && *at == ' ')
        ;
    if (text && end - at >= 5 && memcmp(at, "EXACT", 5) == 0)
        add_label(t, m, text, n);
}

static void read_line(terms *t, term *m, const input_text *line)
{
    const char *end = line->text + line->size, *at;

    while (end > line->text && (unsigned char)end[-1] <= ' ')
        end--;
    if ((at = starts(line, "id:")) && !*m->id)
        m->id = id_of(t->a, at, end);
    else if ((at = starts(line, "name:")) && !m->named) {
        while (at < end && *at == ' ')
            at++;
        add_label(t, m, at, (size_t)(end - at));
        if (m->label_count > 1) { /* the name goes first */
            label name = m->labels[m->label_count - 1];

            m->labels[m->label_count - 1] = m->labels[0];
            m->labels[0] = name;
        }
        m->named = true;
    } else if ((at = starts(line, "synonym:")))
        add_synonym(t, m, at, end);
    else if ((at = starts(line, "is_a:"))) {
        if (arena_grow(t->a, (void **)&m->parents, m->parent_count, &m->parent_room,
                       sizeof *m->parents))
            m->parents[m->parent_count++] = id_of(t->a, at, end);
    } else if ((at = starts(line, "is_obsolete:")))
        m->obsolete = memmem(at, (size_t)(end - at), "true", 4) != NULL;
}

static eligo_code read_terms(terms *t, const char *path, import_progress *progress, void *context,
                             eligo_error *err)
{
    input *in = input_open(path, err);
    input_text line;
    eligo_code code = in ? ELIGO_OK : err ? err->code : ELIGO_EREAD;
    bool inside = false;

    while (code == ELIGO_OK && (code = input_line(in, &line, err)) == ELIGO_OK &&
           !arena_failed(t->a)) {
        if (line.size && *line.text == '[') {
            inside = starts(&line, "[Term]") != NULL;
            if (inside &&
                arena_grow(t->a, (void **)&t->list, t->count, &t->room, sizeof *t->list)) {
                t->list[t->count++] = (term){.id = "", .own = ""};
                if (progress && t->count % 1000 == 0)
                    progress(t->count, context);
            }
        } else if (inside && t->count) {
            read_line(t, &t->list[t->count - 1], &line);
        }
    }
    if (in)
        input_close(in);
    if (code == ELIGO_END && t->count == 0)
        code = error_set(err, ELIGO_EPARSE, path, "holds no [Term]; an OBO file is needed");
    return code == ELIGO_END ? ELIGO_OK : code;
}

/* ---- names ---- */

/* The folded form, by which two names are the same; false: no text could be found by it. */
static bool fold_label(terms *t, label *l)
{
    size_t size = strlen(l->text), n = 0, letters = 0, words = 0;
    char key[MOST_ATOMS * (FOLD_ROOM + 1) + 1];
    fold_cutter cut;
    fold_atom a;
    unsigned capitals = 0;

    if (!size || utf8_valid(l->text, size) < size || strpbrk(l->text, "|~\t=") || *l->text == '/' ||
        *l->text == '#')
        return false;
    fold_begin(&cut, l->text, size);
    while (fold_next(&cut, &a)) {
        if (words == MOST_ATOMS || !a.size || (words && a.gap == GAP_BREAK))
            return false;
        key[n++] = words && a.gap >= GAP_COMMA ? (char)('0' + a.gap) : ' ';
        memcpy(key + n, a.folded, a.size);
        n += a.size;
        letters += a.size;
        capitals = a.capitals;
        words++;
    }
    l->key = arena_text(t->a, key, n);
    if (!l->key)
        return false;
    if (words == 1 && capitals == 2 && size < 8) /* an abbreviation: only in this case */
        l->text = arena_printf(t->a, "=%s", l->text);
    else if (words == 0 || letters < 4)
        return false;
    return true;
}

static const concept *meaning(const lexicon *lx, const char *text, arena *a, bool *taken)
{
    atoms words = lexicon_cut(lx, text, strlen(text), a);
    lexicon_hit hit;

    *taken = words.count && lexicon_match(lx, &words, 0, &hit) && hit.atoms == words.count;
    return *taken && hit.thing && !hit.quantity && hit.thing->category == CATEGORY_CONDITION
               ? hit.thing
               : NULL;
}

typedef struct use {
    const char *key;
    term *term;
    label *label;
    bool name;
} use;

static int compare_uses(const void *a, const void *b)
{
    const use *x = a, *y = b;
    int c = strcmp(x->key, y->key);

    return c ? c : (int)y->name - (int)x->name;
}

/* What two terms are called is nobody's, but a name wins over a synonym. */
static void settle_names(terms *t)
{
    size_t n = 0, count = 0;
    use *uses;

    for (size_t i = 0; i < t->count; i++)
        n += t->list[i].label_count;
    uses = arena_array(t->a, n, sizeof *uses);
    for (size_t i = 0; uses && i < t->count; i++)
        for (size_t k = 0; k < t->list[i].label_count && !t->list[i].obsolete; k++)
            if (t->list[i].labels[k].usable)
                uses[count++] = (use){t->list[i].labels[k].key, &t->list[i], &t->list[i].labels[k],
                                      k == 0 && t->list[i].named};
    if (count)
        qsort(uses, count, sizeof *uses, compare_uses);
    for (size_t i = 0, end; i < count; i = end) {
        size_t names = 0;
        bool shared = false;

        for (end = i; end < count && strcmp(uses[end].key, uses[i].key) == 0; end++) {
            names += uses[end].name;
            shared |= uses[end].term != uses[i].term;
        }
        for (size_t k = i + 1; k < end; k++)
            uses[k].label->usable = false;
        if (shared && names != 1)
            uses[i].label->usable = false;
    }
}

/* ---- the tree ---- */

static int compare_ids(const void *a, const void *b)
{
    return strcmp((*(term *const *)a)->id, (*(term *const *)b)->id);
}

static term *find(const terms *t, const char *id)
{
    term key = {.id = id}, *at = &key,
         **found = bsearch(&at, t->by_id, t->count, sizeof *t->by_id, compare_ids);

    return found ? *found : NULL;
}

/* What is above a term that the core has can be no child of it: it is left to the core. */
static void mark_above(terms *t, term *from, term **stack)
{
    size_t n = 0;

    stack[n++] = from;
    while (n) {
        term *m = stack[--n];

        for (size_t i = 0; i < m->parent_count; i++) {
            term *p = find(t, m->parents[i]);

            if (p && !p->above) { /* each once: the stack has room for all */
                p->above = true;
                stack[n++] = p;
            }
        }
    }
}

/* The nearest concepts above: of the core, or terms that are taken. */
static void put_parents(terms *t, term *of, term **stack, buffer *out)
{
    size_t n = 0, put = 0;

    t->walks++;
    of->seen = t->walks;
    stack[n++] = of;
    while (n) {
        term *m = stack[--n];

        if (m->core && (m == of || m->state != TERM_TAKEN)) {
            buffer_printf(out, "%s%s", put++ ? "|" : "", m->core->id);
            if (m != of)
                continue;
        }
        if (m != of && m->state == TERM_TAKEN) {
            buffer_printf(out, "%s%s", put++ ? "|" : "", m->own);
            continue;
        }
        if (m == of && m->core)
            continue;
        for (size_t i = 0; i < m->parent_count; i++) {
            term *p = find(t, m->parents[i]);

            if (p && p->seen != t->walks && !p->obsolete) {
                p->seen = t->walks;
                stack[n++] = p;
            }
        }
    }
}

/* ---- all of it ---- */

static const char *own_id(arena *a, const char *id)
{
    char *own = arena_text(a, id, strlen(id));

    for (char *p = own; p && *p; p++) {
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
        else if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
            *p = '_';
    }
    return own ? own : "";
}

static void understand(terms *t, term *m, arena *scratch)
{
    const lexicon *lx = lexicon_core();

    m->own = own_id(t->a, m->id);
    for (size_t i = 0; i < m->label_count; i++) {
        label *l = &m->labels[i];
        bool taken;

        arena_reset(scratch);
        l->means = meaning(lx, l->text, scratch, &taken);
        if (l->means && (!m->core || (i == 0 && m->named)))
            m->core = l->means;
        l->usable = fold_label(t, l) && !taken;
        if (i == 0 && taken && !l->means)
            m->state = TERM_OTHER;
    }
}

static void decide(term *m, import_counts *n)
{
    size_t names = 0;

    for (size_t i = 0; i < m->label_count; i++)
        names += m->labels[i].usable;
    if (m->obsolete)
        m->state = TERM_OBSOLETE;
    else if (!*m->own || !m->named || m->state == TERM_UNUSABLE ||
             lexicon_concept(lexicon_core(), m->own, strlen(m->own)))
        m->state = TERM_UNUSABLE;
    else if (m->core)
        m->state = names ? TERM_TAKEN : TERM_KNOWN;
    else if (m->above)
        m->state = TERM_ABOVE;
    else if (m->state == TERM_OTHER || !m->labels[0].usable)
        m->state = *m->labels[0].key ? TERM_OTHER : TERM_UNUSABLE;
    else
        m->state = TERM_TAKEN;
    switch (m->state) {
    case TERM_TAKEN: n->taken++; break;
    case TERM_KNOWN: n->known++; break;
    case TERM_OBSOLETE: n->obsolete++; break;
    case TERM_ABOVE: n->above++; break;
    case TERM_OTHER: n->other++; break;
    case TERM_OPEN:
    case TERM_UNUSABLE: n->unusable++; break;
    }
}

static void put_term(terms *t, term *m, term **stack, buffer *out)
{
    size_t name = 0, put = 0;

    while (!m->labels[name].usable)
        name++;
    buffer_printf(out, "%s\tcondition\t%s\t", m->own,
                  m->labels[name].text + (*m->labels[name].text == '='));
    for (size_t i = name + (*m->labels[name].text != '='); i < m->label_count; i++)
        if (m->labels[i].usable)
            buffer_printf(out, "%s%s", put++ ? "|" : "", m->labels[i].text);
    buffer_putc(out, '\t');
    put_parents(t, m, stack, out);
    buffer_printf(out, "\t%s\n", m->id);
}

eligo_code lexicon_import_obo(const char *path, buffer *out, import_counts *counts,
                              import_progress *progress, void *context, eligo_error *err)
{
    terms t = {.a = arena_new(MOST_MEMORY)};
    arena *scratch = arena_new((size_t)1 << 24);
    term **stack = NULL;
    eligo_code code = ELIGO_ENOMEM;

    *counts = (import_counts){0};
    if (t.a && scratch)
        code = read_terms(&t, path, progress, context, err);
    if (code == ELIGO_OK) {
        t.by_id = arena_array(t.a, t.count, sizeof *t.by_id);
        stack = arena_array(t.a, t.count + 1, sizeof *stack);
    }
    if (code == ELIGO_OK && stack && t.by_id && !arena_failed(t.a)) {
        for (size_t i = 0; i < t.count; i++) {
            t.by_id[i] = &t.list[i];
            understand(&t, &t.list[i], scratch);
        }
        qsort(t.by_id, t.count, sizeof *t.by_id, compare_ids);
        for (size_t i = 1; i < t.count; i++)
            if (strcmp(t.by_id[i - 1]->own, t.by_id[i]->own) == 0)
                t.by_id[i]->state = TERM_UNUSABLE;
        settle_names(&t);
        for (size_t i = 0; i < t.count; i++)
            if (t.list[i].core && !t.list[i].obsolete)
                mark_above(&t, &t.list[i], stack);
        for (size_t i = 0; i < t.count; i++)
            decide(&t.list[i], counts);
        counts->read = t.count;
        buffer_puts(out, "# Imported from an OBO file; what the core does not "
                         "have.\nconcept\tcategory\tname\tsynonyms\tparents\tsource\n");
        for (size_t i = 0; i < t.count && !arena_failed(t.a); i++)
            if (t.list[i].state == TERM_TAKEN)
                put_term(&t, &t.list[i], stack, out);
    }
    if (code == ELIGO_ENOMEM || (code == ELIGO_OK && (arena_failed(t.a) || out->failed)))
        code = t.a && arena_full(t.a) ? error_set(err, ELIGO_ELIMIT, path, "is too large to import")
                                      : error_memory(err, path);
    arena_delete(scratch);
    arena_delete(t.a);
    return code;
}
