/* From tables of text to the form in which the lexicon is looked up. Part of the library (a site's
 * file) and of mktable (the core). */
#include "rules/builder.h"

#include "engine/base/error.h"
#include "engine/base/text.h"
#include "rules/pattern.h"
#include "rules/words.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FAULTS = 1000, MOST_ABOVE = 200 };

#define NOBODY UINT32_MAX /* a name that two imported concepts claim */

const char *const table_columns[] = {"concept", "category", "name",      "synonyms", "parents",
                                     "codes",   "units",    "plausible", "normal",   "attributes",
                                     "source",  "patterns", NULL};

/* ---- faults ---- */

void builder_fault(builder *b, const row *r, size_t cell, const char *at, const char *format, ...)
{
    table_faults *f = b->faults;
    va_list args;
    table_fault one = {r->file->name, r->line, cell, at ? (size_t)(at - r->begin) + 1 : 1, NULL};

    if (f->count >= MOST_FAULTS) {
        f->more++;
        return;
    }
    va_start(args, format);
    one.message = arena_vprintf(b->a, format, args);
    va_end(args);
    if (one.message && arena_grow(b->a, (void **)&f->list, f->count, &f->room, sizeof *f->list))
        f->list[f->count++] = one;
}

void builder_cell_fault(builder *b, const row *r, int cell, const char *at, const char *message)
{
    builder_fault(b, r, (size_t)cell + 1, at, "%s", message);
}

bool builder_grow(arena *a, void **list, size_t count, size_t *room, size_t size)
{
    return arena_grow(a, list, count, room, size) && arena_grow(a, list, count + 1, room, size);
}

/* ---- rows ---- */

static bool header_of(builder *b, const row *r, int order[TABLE_COLUMNS], size_t *columns)
{
    unsigned seen = 0;

    *columns = r->cells;
    for (size_t i = 0; i < r->cells; i++) {
        order[i] = -1;
        for (int k = 0; k < TABLE_COLUMNS; k++)
            if (piece_is(r->cell[i], table_columns[k]))
                order[i] = k;
        if (order[i] < 0) {
            builder_fault(b, r, i + 1, r->cell[i].at, "no column is called \"%.*s\"",
                          (int)r->cell[i].size, r->cell[i].at);
            return false;
        }
        seen |= 1u << order[i];
    }
    if ((seen & 7) != 7) {
        builder_fault(b, r, 0, NULL,
                      "the first line names the columns; concept, category and name must be there");
        return false;
    }
    return true;
}

/* Cuts a line into cells; false: too many. */
static bool cut_line(row *r, const char *line, size_t size)
{
    const char *at = line, *end = line + size;

    for (r->cells = 0;; at++) {
        const char *tab = memchr(at, '\t', (size_t)(end - at));

        if (r->cells == TABLE_COLUMNS)
            return false;
        r->cell[r->cells++] = piece_trim((piece){at, (size_t)((tab ? tab : end) - at)});
        if (!tab)
            return true;
        at = tab;
    }
}

/* Calls for each line that is neither empty nor a comment. */
static bool next_line(const table_file *f, size_t *at, size_t *number, piece *line)
{
    while (*at < f->size) {
        const char *from = f->text + *at, *nl = memchr(from, '\n', f->size - *at);
        size_t n = nl ? (size_t)(nl - from) : f->size - *at;

        *at += n + 1;
        ++*number;
        if (*number == 1 && n >= 3 && memcmp(from, "\xEF\xBB\xBF", 3) == 0)
            from += 3, n -= 3;
        if (n && from[n - 1] == '\r')
            n--;
        if (n && *from != '#' && piece_trim((piece){from, n}).size) {
            *line = (piece){from, n};
            return true;
        }
    }
    return false;
}

static bool good_text(builder *b, const row *r, piece line)
{
    size_t good = utf8_valid(line.at, line.size);

    if (good < line.size) {
        builder_fault(b, r, 0, line.at + good, "is not UTF-8; save the file as UTF-8");
        return false;
    }
    if (memchr(line.at, 0, line.size)) {
        builder_fault(b, r, 0, NULL, "has a NUL byte; is this a text file?");
        return false;
    }
    return true;
}

static void read_rows(builder *b, const table_file *f, size_t *room)
{
    size_t at = 0, number = 0, columns = 0;
    int order[TABLE_COLUMNS];
    piece line;

    while (next_line(f, &at, &number, &line)) {
        row raw = {.file = f, .line = number, .begin = line.at}, r = raw;

        if (!good_text(b, &raw, line))
            continue;
        if (!cut_line(&raw, line.at, line.size)) {
            builder_fault(b, &raw, 0, NULL, "has more than %d columns", TABLE_COLUMNS);
            continue;
        }
        if (!columns) {
            if (!header_of(b, &raw, order, &columns))
                return;
            continue;
        }
        if (raw.cells > columns) {
            builder_fault(b, &raw, 0, NULL, "has %zu columns, not %zu", raw.cells, columns);
            continue;
        }
        for (size_t i = 0; i < TABLE_COLUMNS; i++)
            r.cell[i] = (piece){line.at, 0};
        for (size_t i = 0; i < raw.cells; i++)
            r.cell[order[i]] = raw.cell[i];
        if (b->count == UINT32_MAX / 2 ||
            !arena_grow(b->a, (void **)&b->rows, b->count, room, sizeof r))
            return;
        b->rows[b->count++] = r;
    }
}

/* ---- concepts by id ---- */

static int compare_ids(const void *x, const void *y, void *concepts)
{
    const concept *list = concepts;
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    int order = strcmp(list[a].id, list[b].id);

    return order ? order : a < b ? -1 : a > b;
}

static const concept *find_id(const concept *list, const uint32_t *by_id, uint32_t count, piece id)
{
    uint32_t low = 0, high = count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const concept *c = &list[by_id[middle]];
        int order = strncmp(id.at, c->id, id.size);

        if (order == 0 && c->id[id.size] == 0)
            return c;
        if (order <= 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const concept *find_core(const builder *b, piece id)
{
    return b->core ? find_id(b->core->concepts, b->core->by_id, b->core->id_count, id) : NULL;
}

static const concept *find_concept(const builder *b, piece id)
{
    const concept *c = find_id(b->concepts, b->by_id, b->id_count, id);

    return c || !b->core ? c : find_core(b, id);
}

const concept *builder_need(builder *b, const row *r, int cell, piece id)
{
    const concept *c = find_concept(b, id);

    if (!c)
        builder_fault(b, r, (size_t)cell + 1, id.at, "there is no concept \"%.*s\"", (int)id.size,
                      id.at);
    return c;
}

static bool good_id(piece id)
{
    for (size_t i = 0; i < id.size; i++)
        if (!((id.at[i] >= 'a' && id.at[i] <= 'z') || (id.at[i] >= '0' && id.at[i] <= '9') ||
              id.at[i] == '_'))
            return false;
    return id.size > 0 && id.size < 100;
}

const char *builder_text(builder *b, piece p)
{
    const char *t = p.size ? arena_text(b->a, p.at, p.size) : "";

    return t ? t : "";
}

static bool has_attribute(const row *r, const char *key)
{
    piece rest = r->cell[CELL_ATTRIBUTES], part;

    while (piece_next(&rest, '|', &part))
        if (piece_is(part, key))
            return true;
    return false;
}

/* Ids, names, categories: what other rows may refer to. */
static void read_names(builder *b)
{
    static const concept *const none[] = {NULL};
    static const char *const no_units[] = {NULL};

    for (uint32_t i = 0; i < b->count && !arena_failed(b->a); i++) {
        const row *r = &b->rows[i];
        concept *c = &b->concepts[i];
        piece id = r->cell[CELL_ID];

        *c = (concept){.id = builder_text(b, id),
                       .name = builder_text(b, r->cell[CELL_NAME]),
                       .parents = none,
                       .above = none,
                       .units = no_units,
                       .tier = !b->core            ? TIER_CORE
                               : r->file->imported ? TIER_IMPORTED
                                                   : TIER_SITE};
        c->attributes = builder_text(b, r->cell[CELL_ATTRIBUTES]);
        c->plausible = c->normal = c->normal_female = c->normal_male = c->scale =
            (concept_limits){NAN, NAN};
        b->texts[i] = (concept_row){
            builder_text(b, r->cell[CELL_SYNONYMS]), builder_text(b, r->cell[CELL_CODES]),
            builder_text(b, r->cell[CELL_SOURCE]), builder_text(b, r->cell[CELL_PATTERNS])};
        c->category = category_find(r->cell[CELL_CATEGORY].at, r->cell[CELL_CATEGORY].size);
        if (!good_id(id))
            builder_cell_fault(b, r, CELL_ID, id.at, "an id is made of a-z, 0-9 and _");
        if (find_core(b, id)) {
            const concept *k = find_core(b, id);
            bool extends = r->file->imported && has_attribute(r, "extends");

            if (extends)
                c->flags = CONCEPT_EXTENDS;
            else if (r->file->imported || !has_attribute(r, "override"))
                builder_fault(
                    b, r, 1, id.at,
                    r->file->imported
                        ? "the lexicon has \"%s\" already; import it anew"
                        : "the lexicon has \"%s\" already; add the attribute override to change it",
                    c->id);
            c->replaces = k;
            if (!r->cell[CELL_CATEGORY].size)
                c->category = k->category;
            else if (c->category != k->category)
                builder_fault(b, r, 2, r->cell[1].at,
                              "\"%s\" is a %s; an override cannot change that", c->id,
                              category_name(k->category));
            if (!r->cell[CELL_NAME].size || extends)
                c->name = k->name;
        } else if (has_attribute(r, "override") || has_attribute(r, "extends"))
            builder_fault(b, r, 1, id.at,
                          "there is no concept \"%s\" to change; import the file anew", c->id);
        if (c->category == CATEGORY_NONE)
            builder_fault(b, r, 2, r->cell[1].at, "\"%.*s\" is no category", (int)r->cell[1].size,
                          r->cell[1].at);
        if (!*c->name)
            builder_cell_fault(b, r, CELL_NAME, r->cell[CELL_NAME].at, "a name is missing");
        if (!(c->flags & CONCEPT_EXTENDS))
            b->by_id[b->id_count++] = i;
    }
    if (arena_failed(b->a))
        return;
    qsort_r(b->by_id, b->id_count, sizeof *b->by_id, compare_ids, b->concepts);
    for (uint32_t i = 1; i < b->id_count; i++) {
        const row *first = &b->rows[b->by_id[i - 1]];

        if (strcmp(b->concepts[b->by_id[i - 1]].id, b->concepts[b->by_id[i]].id) == 0)
            builder_fault(b, &b->rows[b->by_id[i]], 1, NULL, "\"%s\" is in %s:%zu already",
                          b->concepts[b->by_id[i]].id, first->file->name, first->line);
    }
}

static const uint32_t *id_slots(const builder *b, uint32_t *mask)
{
    uint32_t size = 64, *slots;

    while (size < b->id_count * 2)
        size *= 2;
    *mask = size - 1;
    slots = arena_array(b->a, size, sizeof *slots);
    for (uint32_t i = 0; slots && i < b->id_count; i++) {
        const char *id = b->concepts[b->by_id[i]].id;
        uint32_t at = word_hash(id, strlen(id)) & *mask;

        while (slots[at])
            at = (at + 1) & *mask;
        slots[at] = b->by_id[i] + 1;
    }
    return slots;
}

/* ---- what lies above ---- */

static bool own(const builder *b, const concept *c)
{
    return c >= b->concepts && c < b->concepts + b->count;
}

static bool add_above(builder *b, const concept ***list, size_t *count, size_t *room,
                      const concept *c)
{
    for (size_t i = 0; i < *count; i++)
        if ((*list)[i] == c)
            return true;
    if (*count > MOST_ABOVE || !builder_grow(b->a, (void **)list, *count, room, sizeof **list))
        return false;
    (*list)[(*count)++] = c;
    (*list)[*count] = NULL;
    return true;
}

/* Concepts in an order in which parents come first (Kahn); what is left lies on a cycle. */
static void close_parents(builder *b)
{
    uint32_t *waiting = arena_array(b->a, b->count, sizeof *waiting); /* parents not yet done */
    uint32_t *first = arena_array(b->a, b->count, sizeof *first);     /* links to children */
    struct link {
        uint32_t child, next;
    } *links = NULL;
    uint32_t *queue = arena_array(b->a, b->count, sizeof *queue), head = 0, tail = 0;
    size_t link_count = 1, link_room = 0;

    /* link 0 means none */
    if (!waiting || !first || !queue ||
        !arena_grow(b->a, (void **)&links, 0, &link_room, sizeof *links))
        return;
    for (uint32_t i = 0; i < b->count; i++) {
        if (b->concepts[i].replaces)
            continue;
        for (const concept *const *p = b->concepts[i].parents; *p; p++)
            if (own(b, *p) && !(*p)->replaces) {
                if (!arena_grow(b->a, (void **)&links, link_count, &link_room, sizeof *links))
                    return;
                links[link_count] = (struct link){i, first[*p - b->concepts]};
                first[*p - b->concepts] = (uint32_t)link_count++;
                waiting[i]++;
            }
    }
    for (uint32_t i = 0; i < b->count; i++)
        if (!waiting[i])
            queue[tail++] = i;
    while (head < tail) {
        uint32_t i = queue[head++];
        concept *c = &b->concepts[i];
        const concept **above = NULL;
        size_t count = 0, room = 0;
        bool ok = true;

        for (const concept *const *p = c->parents; *p && !c->replaces && ok; p++) {
            ok = add_above(b, &above, &count, &room, *p);
            for (const concept *const *q = (*p)->above; *q && ok; q++)
                ok = add_above(b, &above, &count, &room, *q);
        }
        if (!ok && !arena_failed(b->a))
            builder_fault(b, &b->rows[i], CELL_PARENTS + 1, NULL,
                          "more than %d concepts lie above it", MOST_ABOVE);
        if (above)
            c->above = above;
        for (uint32_t l = first[i]; l; l = links[l].next)
            if (!--waiting[links[l].child])
                queue[tail++] = links[l].child;
    }
    for (uint32_t i = 0; i < b->count; i++)
        if (waiting[i])
            builder_fault(b, &b->rows[i], CELL_PARENTS + 1, b->rows[i].cell[CELL_PARENTS].at,
                          "\"%s\" lies on or below a cycle of parents", b->concepts[i].id);
}

/* ---- words and phrases ---- */

static vocabulary vocabulary_of(const builder *b)
{
    return (vocabulary){b->words.slots[0], b->words.slots[1], b->words.mask[0], b->words.mask[1],
                        b->place,          b->pool,           b->first_word,    b->word_count};
}

static bool grow_slots(builder *b, int k)
{
    uint32_t old = b->words.slots[k] ? b->words.mask[k] + 1 : 0, room = old ? old * 2 : 64;
    word_slot *now = arena_array(b->a, room, sizeof *now);

    if (!now)
        return false;
    for (uint32_t i = 0; i < old; i++)
        if (b->words.slots[k][i].id) {
            uint32_t at = b->words.slots[k][i].hash & (room - 1);

            while (now[at].id)
                at = (at + 1) & (room - 1);
            now[at] = b->words.slots[k][i];
        }
    b->words.slots[k] = now;
    b->words.mask[k] = room - 1;
    return true;
}

static bool pool_add(arena *a, char **pool, size_t *size, size_t *room, const char *text, size_t n)
{
    if (*size + n > *room) {
        size_t more = (*size + n) * 2 + 1024;
        char *now = arena_alloc(a, more);

        if (!now || more > UINT32_MAX)
            return false;
        if (*size)
            memcpy(now, *pool, *size);
        *pool = now;
        *room = more;
    }
    if (n)
        memcpy(*pool + *size, text, n);
    *size += n;
    return true;
}

static bool folds_to_itself(const char *word, size_t size)
{
    char folded[FOLD_ROOM];

    for (size_t i = 0; i < size; i++)
        if (word[i] < 'a' || word[i] > 'z')
            return false;
    if (size > FOLD_ROOM)
        return false;
    memcpy(folded, word, size);
    return fold_word(folded, size) == size && memcmp(folded, word, size) == 0;
}

/* The number of a word of this table or the core's; a new one is added. 0: no memory. */
static uint32_t intern(builder *b, bool exact, const char *word, size_t size)
{
    vocabulary v = vocabulary_of(b);
    const vocabulary *core = b->core ? &b->core->words : NULL;
    uint32_t id = 0, hash = word_hash(word, size), at;

    if (core)
        id = word_find(core, exact ? core->exact : core->folded,
                       exact ? core->exact_mask : core->folded_mask, word, size);
    if (!id)
        id = word_find(&v, b->words.slots[exact], b->words.mask[exact], word, size);
    if (id)
        return id & ~WORD_STABLE;
    if ((b->words.used[exact] + 1) * 2 > b->words.mask[exact] && !grow_slots(b, exact))
        return 0;
    if (!pool_add(b->a, &b->pool, &b->pool_size, &b->pool_room, word, size) ||
        !arena_grow(b->a, (void **)&b->place, (size_t)b->word_count + 1, &b->place_room,
                    sizeof *b->place))
        return 0;
    b->place[++b->word_count] = (uint32_t)b->pool_size;
    id = b->first_word + b->word_count - 1;
    for (at = hash & b->words.mask[exact]; b->words.slots[exact][at].id;)
        at = (at + 1) & b->words.mask[exact];
    b->words.slots[exact][at] =
        (word_slot){hash, !exact && folds_to_itself(word, size) ? id | WORD_STABLE : id};
    b->words.used[exact]++;
    return id;
}

static uint32_t edge_hash(uint32_t state, uint32_t key)
{
    return (uint32_t)((((uint64_t)state << 32 | key) * 0x9E3779B97F4A7C15u) >> 32);
}

/* The place of an edge, or the empty one for it. */
static growing_edge *edge_of(const builder *b, uint32_t state, uint32_t key)
{
    uint32_t i = edge_hash(state, key) & b->edge_mask;

    assert(b->edges);
    while (b->edges[i].next && (b->edges[i].state != state || b->edges[i].key != key))
        i = (i + 1) & b->edge_mask;
    return &b->edges[i];
}

static bool grow_edges(builder *b)
{
    uint32_t old = b->edges ? b->edge_mask + 1 : 0, room = old ? old * 2 : 64;
    growing_edge *now = arena_array(b->a, room, sizeof *now);

    if (!now)
        return false;
    for (uint32_t i = 0; i < old; i++)
        if (b->edges[i].next) {
            uint32_t at = edge_hash(b->edges[i].state, b->edges[i].key) & (room - 1);

            while (now[at].next)
                at = (at + 1) & (room - 1);
            now[at] = b->edges[i];
        }
    b->edges = now;
    b->edge_mask = room - 1;
    return true;
}

/* The state behind `key`, made where there is none. 0: no memory. */
static uint32_t step_new(builder *b, uint32_t state, uint32_t key)
{
    uint32_t next = b->edges ? edge_of(b, state, key)->next : 0;

    if (next)
        return next;
    if ((b->edge_count + 1) * 2 > b->edge_mask && !grow_edges(b))
        return 0;
    if (!arena_grow(b->a, (void **)&b->meanings, b->state_count, &b->meaning_room,
                    sizeof *b->meanings))
        return 0;
    next = b->state_count++;
    b->meanings[next] = (phrase_meaning){0};
    b->meanings[state].next |= phrase_bit(key);
    *edge_of(b, state, key) = (growing_edge){state, key, next};
    b->edge_count++;
    return next;
}

static bool begin_phrases(builder *b)
{
    if (!grow_edges(b) || !grow_slots(b, 0) || !grow_slots(b, 1) ||
        !arena_grow(b->a, (void **)&b->meanings, 0, &b->meaning_room, sizeof *b->meanings) ||
        !arena_grow(b->a, (void **)&b->place, 0, &b->place_room, sizeof *b->place))
        return false;
    b->meanings[0] = (phrase_meaning){0};
    b->place[0] = 0;
    b->state_count = 1;
    b->first_word = b->core ? b->core->words.first + b->core->words.count : WORD_FIRST;
    return true;
}

/* Puts a phrase into the trie; the state at its end, 0: a fault, or no memory. */
static uint32_t add_phrase(builder *b, const row *r, int cell, piece text, uint32_t *behind)
{
    bool exact = *text.at == '=';
    const char *tilde = memchr(text.at, '~', text.size);
    fold_cutter cut;
    fold_atom a;
    uint32_t state = 0;

    *behind = 0;
    if (exact)
        text.at++, text.size--;
    if (text.size && *text.at == '/' && text.at[text.size - 1] == '/') {
        builder_cell_fault(b, r, cell, text.at, "a pattern stands in the column patterns");
        return 0;
    }
    fold_begin(&cut, text.at, text.size);
    while (fold_next(&cut, &a)) {
        uint32_t key;

        if (tilde && text.at + a.start > tilde) {
            ++*behind;
            if (a.gap == GAP_BREAK)
                a.gap = GAP_BLANK;
        }
        if (state && a.gap == GAP_BREAK) {
            builder_fault(b, r, (size_t)cell + 1, text.at,
                          "no name runs across the sign before \"%.*s\"", (int)(a.end - a.start),
                          text.at + a.start);
            return 0;
        }
        if (state && a.gap >= GAP_COMMA &&
            !(state = step_new(b, state, (uint32_t)(WORD_COMMA + a.gap - GAP_COMMA))))
            return 0;
        if (!a.size || (exact && a.capitals && !a.exact_size)) {
            builder_cell_fault(b, r, cell, text.at, "has a word that is too long");
            return 0;
        }
        key = exact && a.capitals && a.kind == ATOM_WORD ? intern(b, true, a.exact, a.exact_size)
                                                         : intern(b, false, a.folded, a.size);
        if (!key || !(state = step_new(b, state, key)))
            return 0;
    }
    if (!state)
        builder_fault(b, r, (size_t)cell + 1, text.at, "\"%.*s\" has neither letter nor digit",
                      (int)text.size, text.at);
    return state;
}

/* Two numbers of concepts, from 1: one concept, or names of one. */
static bool same_thing(const builder *b, uint32_t one, uint32_t other)
{
    const concept *x, *y;

    if (one == NOBODY || other == NOBODY)
        return false;
    x = &b->concepts[one - 1];
    y = &b->concepts[other - 1];
    return x == y || (x->flags & y->flags & CONCEPT_EXTENDS && x->replaces == y->replaces);
}

static void add_name(builder *b, uint32_t i, int cell, piece text)
{
    const row *r = &b->rows[i];
    bool quantity = category_is_quantity(b->concepts[i].category);
    uint32_t behind, state = add_phrase(b, r, cell, text, &behind), *claim, other;

    if (!state)
        return;
    claim = quantity ? &b->meanings[state].quantity : &b->meanings[state].thing;
    other = *claim;
    if (other && r->file->imported) {
        /* It gives way to a site's own; what two imported concepts are called is nobody's. */
        if (!same_thing(b, other, i + 1) && (other == NOBODY || b->rows[other - 1].file->imported))
            *claim = NOBODY;
        return;
    }
    if (other && other != i + 1)
        builder_fault(b, r, (size_t)cell + 1, text.at, "\"%.*s\" is a name of %s already (%s:%zu)",
                      (int)text.size, text.at, b->concepts[other - 1].id,
                      b->rows[other - 1].file->name, b->rows[other - 1].line);
    else
        *claim = i + 1;
    b->meanings[state].behind = (uint16_t)behind;
}

/* Names that two imported concepts claim mean nothing. */
static void drop_nobodys(builder *b)
{
    for (uint32_t i = 0; i < b->state_count; i++) {
        if (b->meanings[i].quantity == NOBODY)
            b->meanings[i].quantity = 0;
        if (b->meanings[i].thing == NOBODY)
            b->meanings[i].thing = 0;
    }
}

/* ---- patterns ---- */

/* "a||b": the next of the patterns of a cell; false: none is left. */
static bool next_pattern(piece *rest, piece *part)
{
    while (rest->size) {
        const char *end = memmem(rest->at, rest->size, "||", 2);
        size_t n = end ? (size_t)(end - rest->at) : rest->size, skip = n + (end ? 2 : 0);

        *part = piece_trim((piece){rest->at, n});
        rest->at += skip;
        rest->size -= skip;
        if (part->size)
            return true;
    }
    return false;
}

/* The state behind the first atom of a word of a pattern. */
static uint32_t first_state(builder *b, pattern_word word)
{
    fold_cutter cut;
    fold_atom a;
    uint32_t key;

    fold_begin(&cut, word.at, word.size);
    if (!fold_next(&cut, &a) || !a.size || !(key = intern(b, false, a.folded, a.size)))
        return 0;
    return step_new(b, 0, key);
}

static void add_pattern(builder *b, uint32_t i, piece text)
{
    const row *r = &b->rows[i];
    pattern_head head;
    char needs[PATTERN_NEEDS];
    const char *message;
    size_t where;

    if (!pattern_check(text.at, text.size, b->a, &head, &message, &where)) {
        builder_fault(b, r, CELL_PATTERNS + 1, text.at + where, "%s", message);
        return;
    }
    if (b->pattern_count == UINT16_MAX || !arena_grow(b->a, (void **)&b->patterns, b->pattern_count,
                                                      &b->pattern_room, sizeof *b->patterns))
        return;
    pattern_needs(text.at, text.size, needs);
    b->patterns[b->pattern_count++] =
        (pattern_row){builder_text(b, text), arena_text(b->a, needs, strlen(needs)), i};
    for (size_t k = 0; k < head.count && b->first_count < UINT16_MAX; k++) {
        uint32_t state = first_state(b, head.words[k]);
        uint16_t *list = state ? &b->meanings[state].patterns : NULL;

        if (!list || (*list && b->firsts[*list - 1].pattern == b->pattern_count))
            continue;
        if (!arena_grow(b->a, (void **)&b->firsts, b->first_count, &b->first_room,
                        sizeof *b->firsts))
            return;
        b->firsts[b->first_count++] = (pattern_first){(uint16_t)b->pattern_count, *list};
        *list = (uint16_t)b->first_count;
    }
}

/* ---- codes ---- */

static uint32_t code_place(builder *b, const char *code, size_t size)
{
    uint32_t at = (uint32_t)b->code_size;

    return pool_add(b->a, &b->code_pool, &b->code_size, &b->code_pool_room, code, size) &&
                   pool_add(b->a, &b->code_pool, &b->code_size, &b->code_pool_room, "", 1)
               ? at
               : 0;
}

static bool source_known(const table_file *sources, piece key)
{
    size_t at = 0, number = 0;
    piece line;

    while (next_line(sources, &at, &number, &line)) {
        const char *tab = memchr(line.at, '\t', line.size);

        if ((tab ? (size_t)(tab - line.at) : line.size) == key.size &&
            memcmp(line.at, key.at, key.size) == 0)
            return true;
    }
    return false;
}

static void add_code(builder *b, uint32_t i, piece part, const table_file *sources)
{
    const row *r = &b->rows[i];
    code_entry e = {.concept = i};
    const char *at = memchr(part.at, '@', part.size), *colon, *dash = NULL;
    piece body = {part.at, at ? (size_t)(at - part.at) : part.size};
    piece source = {at ? at + 1 : part.at, at ? (size_t)(part.at + part.size - at - 1) : 0}, code;
    char low[24], high[24];
    size_t low_size, high_size = 0;

    if (sources && !source.size)
        builder_fault(b, r, CELL_CODES + 1, part.at, "\"%.*s\" has no @source", (int)part.size,
                      part.at);
    else if (sources && !source_known(sources, source))
        builder_fault(b, r, CELL_CODES + 1, source.at, "\"%.*s\" is not in sources.tsv",
                      (int)source.size, source.at);
    if (piece_starts(body, "no:") || piece_starts(body, "hx:")) {
        e.sense = *body.at == 'n' ? CODE_DENIES : CODE_HISTORY;
        body.at += 3, body.size -= 3;
    }
    colon = memchr(body.at, ':', body.size);
    if (!colon) {
        builder_fault(b, r, CELL_CODES + 1, part.at, "\"%.*s\": a code is system:code@source",
                      (int)part.size, part.at);
        return;
    }
    for (int s = CODE_UNKNOWN + 1; s < CODE_SYSTEMS; s++)
        if (piece_is((piece){body.at, (size_t)(colon - body.at)}, code_system_name((code_system)s)))
            e.system = (uint8_t)s;
    if (!e.system) {
        builder_fault(b, r, CELL_CODES + 1, part.at, "\"%.*s\" is no code system",
                      (int)(colon - body.at), body.at);
        return;
    }
    code = (piece){colon + 1, (size_t)(body.at + body.size - colon - 1)};
    if (e.system == CODE_ICD10CM || e.system == CODE_ATC)
        dash = memchr(code.at, '-', code.size);
    low_size = code_normal((code_system)e.system, code.at,
                           dash ? (size_t)(dash - code.at) : code.size, low);
    if (dash)
        high_size = code_normal((code_system)e.system, dash + 1,
                                (size_t)(code.at + code.size - dash - 1), high);
    if (!code_valid((code_system)e.system, low, low_size) ||
        (dash && (!code_valid((code_system)e.system, high, high_size) || strcmp(low, high) > 0))) {
        builder_fault(
            b, r, CELL_CODES + 1, part.at, "\"%.*s\" is malformed%s", (int)body.size, body.at,
            e.system == CODE_LOINC || e.system == CODE_SNOMED ? " (form or check digit)" : "");
        return;
    }
    if (e.system == CODE_ICD10CM && e.sense == CODE_IS)
        b->concepts[i].flags |= CONCEPT_ICD10;
    e.low = code_place(b, low, low_size);
    e.high = dash ? code_place(b, high, high_size) : 0;
    if (arena_grow(b->a, (void **)&b->codes, b->code_count, &b->code_room, sizeof e))
        b->codes[b->code_count++] = e;
}

/* Ranges last, then by system and code. */
static int compare_codes(const void *x, const void *y, void *pool)
{
    const code_entry *a = x, *b = y;
    const char *text = pool;
    int order = (a->high != 0) - (b->high != 0);

    if (!order)
        order = (int)a->system - (int)b->system;
    if (!order)
        order = strcmp(text + a->low, text + b->low);
    if (!order)
        order = strcmp(text + a->high, text + b->high);
    return order ? order : a->concept < b->concept ? -1 : a->concept > b->concept;
}

static size_t sort_codes(builder *b)
{
    size_t plain = 0;

    if (b->code_count)
        qsort_r(b->codes, b->code_count, sizeof *b->codes, compare_codes, b->code_pool);
    for (size_t i = 0; i < b->code_count; i++) {
        const code_entry *e = &b->codes[i], *f = i ? e - 1 : NULL;

        plain += e->high == 0;
        if (!f || f->system != e->system || (f->high != 0) != (e->high != 0) ||
            strcmp(b->code_pool + f->low, b->code_pool + e->low) != 0 ||
            strcmp(b->code_pool + f->high, b->code_pool + e->high) != 0)
            continue;
        if (b->rows[e->concept].file->imported && !b->rows[f->concept].file->imported)
            b->codes[i].concept = f->concept; /* the site's word counts */
        else
            builder_fault(
                b, &b->rows[e->concept], CELL_CODES + 1, b->rows[e->concept].cell[CELL_CODES].at,
                "%s:%s belongs to %s already (%s:%zu)", code_system_name((code_system)e->system),
                b->code_pool + e->low, b->concepts[f->concept].id, b->rows[f->concept].file->name,
                b->rows[f->concept].line);
    }
    return plain;
}

/* ---- cues ---- */

typedef struct cue_rows {
    cue *list;
    size_t count, room;
} cue_rows;

/* cues.tsv and words.tsv have the same columns. */
static void check_phrase_header(builder *b, const row *r)
{
    if (!piece_is(r->cell[0], "class") || !piece_is(r->cell[1], "value") ||
        !piece_is(r->cell[2], "phrases"))
        builder_fault(b, r, 0, NULL, "the first line names the columns: class, value, phrases");
}

static void read_cues(builder *b, const table_file *f, cue_rows *out)
{
    size_t at = 0, number = 0;
    bool header = false;
    piece line, part;

    while (next_line(f, &at, &number, &line) && !arena_failed(b->a)) {
        row r = {.file = f, .line = number, .begin = line.at};
        piece rest;

        if (!good_text(b, &r, line))
            continue;
        if (!cut_line(&r, line.at, line.size) || r.cells != 3) {
            builder_fault(b, &r, 0, NULL, "has %zu columns, not 3", r.cells);
            continue;
        }
        if (!header) {
            header = true;
            check_phrase_header(b, &r);
            continue;
        }
        if (!cue_class_find(r.cell[0].at, r.cell[0].size))
            builder_fault(b, &r, 1, line.at, "\"%.*s\" is no class of rules/cue.h",
                          (int)r.cell[0].size, r.cell[0].at);
        if (!arena_grow(b->a, (void **)&out->list, out->count, &out->room, sizeof *out->list))
            return;
        out->list[out->count++] = (cue){cue_class_find(r.cell[0].at, r.cell[0].size),
                                        piece_is(r.cell[1], ".") ? "" : builder_text(b, r.cell[1])};
        for (rest = r.cell[2]; piece_next(&rest, '|', &part);) {
            uint32_t behind, state = add_phrase(b, &r, 2, part, &behind);
            const cue *other;

            if (!state)
                continue;
            if (b->meanings[state].thing && b->meanings[state].thing != out->count) {
                other = &out->list[b->meanings[state].thing - 1];
                if (other->class != out->list[out->count - 1].class ||
                    strcmp(other->value, out->list[out->count - 1].value) != 0)
                    builder_fault(b, &r, 3, part.at, "\"%.*s\" is a phrase of %s %s already",
                                  (int)part.size, part.at, cue_class_name(other->class),
                                  other->value);
            } else
                b->meanings[state] = (phrase_meaning){.thing = (uint32_t)out->count,
                                                      .behind = (uint16_t)behind,
                                                      .next = b->meanings[state].next};
        }
    }
}

/* ---- words of the audit ---- */

typedef struct word_row {
    const char *phrase, *value;
    word_class class;
    uint32_t state;
} word_row;

typedef struct word_rows {
    word_row *list;
    size_t count, room;
} word_rows;

/* Puts a phrase into the trie, whatever signs stand between its words; its folded words, NULL: a
 * fault, or no memory. */
static const char *add_words(builder *b, const row *r, piece text, uint32_t *state)
{
    char folded[WORD_PHRASE * (FOLD_ROOM + 1)];
    size_t n = 0;
    unsigned count = 0;
    fold_cutter cut;
    fold_atom a;

    *state = 0;
    fold_begin(&cut, text.at, text.size);
    while (fold_next(&cut, &a)) {
        uint32_t key;

        if (!a.size || ++count > WORD_PHRASE) {
            builder_fault(b, r, 3, text.at,
                          "\"%.*s\" has a word that is too long, or more than %d words",
                          (int)text.size, text.at, WORD_PHRASE);
            return NULL;
        }
        key = intern(b, false, a.folded, a.size);
        if (!key || !(*state = step_new(b, *state, key)))
            return NULL;
        if (n)
            folded[n++] = ' ';
        memcpy(folded + n, a.folded, a.size);
        n += a.size;
    }
    if (!n)
        builder_fault(b, r, 3, text.at, "\"%.*s\" has neither letter nor digit", (int)text.size,
                      text.at);
    return n ? arena_text(b->a, folded, n) : NULL;
}

static void read_words(builder *b, const table_file *f, word_rows *out)
{
    size_t at = 0, number = 0;
    bool header = false;
    piece line, part;

    while (next_line(f, &at, &number, &line) && !arena_failed(b->a)) {
        row r = {.file = f, .line = number, .begin = line.at};
        word_row one = {0};
        unsigned class = 0;

        if (!good_text(b, &r, line))
            continue;
        if (!cut_line(&r, line.at, line.size) || r.cells != 3) {
            builder_fault(b, &r, 0, NULL, "has %zu columns, not 3: class, value, phrases", r.cells);
            continue;
        }
        if (!header) {
            header = true;
            check_phrase_header(b, &r);
            continue;
        }
        while (class < WORD_CLASSES && !piece_is(r.cell[0], word_class_name((word_class) class)))
            class ++;
        if (class == WORD_CLASSES) {
            builder_fault(b, &r, 1, line.at, "\"%.*s\" is no class of rules/words.h",
                          (int)r.cell[0].size, r.cell[0].at);
            continue;
        }
        one.class = (word_class) class;
        one.value = builder_text(b, r.cell[1]);
        for (piece rest = r.cell[2]; piece_next(&rest, '|', &part);)
            if ((one.phrase = add_words(b, &r, part, &one.state)) &&
                arena_grow(b->a, (void **)&out->list, out->count, &out->room, sizeof one))
                out->list[out->count++] = one;
    }
}

static int by_phrase(const void *x, const void *y)
{
    const word_row *a = x, *b = y;
    int order = strcmp(a->phrase, b->phrase);

    return order ? order : (int)a->class - (int)b->class;
}

/* The words of the cues and of the audit are numbered first, so that their tables and the lexicon
 * agree on them. */
static void forget_phrases(builder *b)
{
    memset(b->edges, 0, ((size_t)b->edge_mask + 1) * sizeof *b->edges);
    b->edge_count = 0;
    b->state_count = 1;
    b->meanings[0] = (phrase_meaning){0};
}

/* ---- all of it ---- */

static int by_key(const void *x, const void *y)
{
    const phrase_edge *a = x, *b = y;

    return a->key < b->key ? -1 : a->key > b->key;
}

/* The trie as it is read: the edges of each state side by side. */
static phrases phrases_of(const builder *b)
{
    size_t states = b->state_count;
    phrase_edge *edges = arena_array(b->a, (size_t)b->edge_count + 1, sizeof *edges);
    phrase_meaning *meanings = arena_array(b->a, states + 1, sizeof *meanings);
    phrases p = {.edges = edges, .meanings = meanings, .states = b->state_count};
    uint32_t *first, end = 0;

    if (!edges || !meanings)
        return p;
    memcpy(meanings, b->meanings, states * sizeof *meanings);
    for (uint32_t i = 0; i <= b->edge_mask; i++) /* how many each state has */
        if (b->edges[i].next)
            meanings[b->edges[i].state].edges++;
    for (size_t i = 0; i <= states; i++) /* where they end; filled from there down */
        meanings[i].edges = end += meanings[i].edges;
    for (uint32_t i = 0; i <= b->edge_mask; i++)
        if (b->edges[i].next)
            edges[--meanings[b->edges[i].state].edges] =
                (phrase_edge){b->edges[i].key, b->edges[i].next};
    for (size_t i = 0; i < states; i++) {
        size_t count = meanings[i + 1].edges - meanings[i].edges;

        if (count > 1)
            qsort(edges + meanings[i].edges, count, sizeof *edges, by_key);
    }
    /* what begins a phrase by its number: most words of a text begin none, and are told by one look
     * into a small array */
    p.first_count = meanings[1].edges ? edges[meanings[1].edges - 1].key + 1 : 0;
    p.first = first = arena_array(b->a, p.first_count, sizeof *first);
    for (uint32_t i = 0; first && i < meanings[1].edges; i++)
        first[edges[i].key] = edges[i].next;
    return p;
}

const cue_table *table_build_cues(const table_file *file, arena *a, table_faults *faults)
{
    builder b = {.a = a, .faults = faults};
    cue_rows rows = {0};
    cue_table *t = arena_alloc(a, sizeof *t);

    if (!t || !begin_phrases(&b))
        return NULL;
    read_cues(&b, file, &rows);
    *t = (cue_table){rows.list, (uint32_t)rows.count, phrases_of(&b)};
    return arena_failed(a) ? NULL : t;
}

static void number_cues(builder *b, const table_file *cues)
{
    cue_rows ignored = {0};
    table_faults unheard = {0}, *heard = b->faults;

    b->faults = &unheard; /* they are told where the cues are compiled */
    read_cues(b, cues, &ignored);
    b->faults = heard;
    if (!arena_failed(b->a))
        forget_phrases(b);
}

static void number_words(builder *b, const table_file *file)
{
    word_rows ignored = {0};
    table_faults unheard = {0}, *heard = b->faults;

    b->faults = &unheard;
    read_words(b, file, &ignored);
    b->faults = heard;
    if (!arena_failed(b->a))
        forget_phrases(b);
}

const word_table *table_build_words(const table_file *cues, const table_file *file, arena *a,
                                    table_faults *faults)
{
    builder b = {.a = a, .faults = faults};
    word_rows rows = {0};
    word_table *t = arena_alloc(a, sizeof *t);
    word_entry *entries;

    if (!t || !begin_phrases(&b))
        return NULL;
    number_cues(&b, cues);
    if (!arena_failed(a))
        read_words(&b, file, &rows);
    entries = arena_array(a, rows.count, sizeof *entries);
    if (!entries)
        return NULL;
    if (rows.count)
        qsort(rows.list, rows.count, sizeof *rows.list, by_phrase);
    for (size_t i = 0; i < rows.count; i++) {
        const word_row *r = &rows.list[i];
        phrase_meaning *m = &b.meanings[r->state];

        if (i && by_phrase(r, r - 1) == 0)
            continue;
        entries[t->count++] = (word_entry){r->phrase, r->value, r->class, 0};
        if (!m->thing)
            m->thing = t->count;
        m->quantity++;
        entries[m->thing - 1].classes |= (uint64_t)1 << r->class;
    }
    t->entries = entries;
    t->phrases = phrases_of(&b);
    return arena_failed(a) ? NULL : t;
}

static void read_phrases(builder *b)
{
    for (uint32_t i = 0; i < b->count && !arena_failed(b->a); i++) {
        piece rest = b->rows[i].cell[CELL_SYNONYMS], part;

        if (b->rows[i].cell[CELL_NAME].size && !has_attribute(&b->rows[i], "code_only"))
            add_name(b, i, CELL_NAME, b->rows[i].cell[CELL_NAME]);
        while (piece_next(&rest, '|', &part))
            add_name(b, i, CELL_SYNONYMS, part);
    }
    for (uint32_t i = 0; i < b->count && !arena_failed(b->a); i++) {
        piece rest = b->rows[i].cell[CELL_PATTERNS], part;

        while (next_pattern(&rest, &part))
            add_pattern(b, i, part);
    }
    drop_nobodys(b);
}

const lexicon_table *table_build(const table_file *files, size_t count, const lexicon_table *core,
                                 const table_file *sources, const table_file *cues,
                                 const table_file *audit, arena *a, table_faults *faults)
{
    builder b = {.a = a, .faults = faults, .core = core};
    lexicon_table *t = arena_alloc(a, sizeof *t);
    size_t room = 0, plain;
    const uint32_t *slots;
    uint32_t id_mask;
    piece rest, part;

    for (size_t i = 0; i < count; i++)
        read_rows(&b, &files[i], &room);
    b.concepts = arena_array(a, b.count, sizeof *b.concepts);
    b.texts = arena_array(a, b.count, sizeof *b.texts);
    b.by_id = arena_array(a, b.count, sizeof *b.by_id);
    if (arena_failed(a) || !begin_phrases(&b))
        return NULL;
    code_place(&b, "", 0); /* place 0: no code */
    if (cues)
        number_cues(&b, cues);
    if (audit && !arena_failed(a))
        number_words(&b, audit);
    if (arena_failed(a))
        return NULL;
    read_names(&b);
    for (uint32_t i = 0; i < b.count && !arena_failed(a); i++) {
        builder_read_values(&b, i);
        for (rest = b.rows[i].cell[CELL_CODES]; piece_next(&rest, '|', &part);)
            add_code(&b, i, part, sources);
    }
    if (!arena_failed(a))
        close_parents(&b);
    if (!arena_failed(a))
        read_phrases(&b);
    if (arena_failed(a))
        return NULL;
    plain = sort_codes(&b);
    slots = id_slots(&b, &id_mask);
    *t = (lexicon_table){.concepts = b.concepts,
                         .rows = b.texts,
                         .by_id = b.by_id,
                         .count = b.count,
                         .id_count = b.id_count,
                         .id_slots = slots,
                         .id_mask = id_mask,
                         .words = vocabulary_of(&b),
                         .phrases = phrases_of(&b),
                         .codes = b.codes,
                         .ranges = b.codes ? b.codes + plain : NULL,
                         .code_count = (uint32_t)plain,
                         .range_count = (uint32_t)(b.code_count - plain),
                         .pool = b.code_pool,
                         .patterns = b.patterns,
                         .firsts = b.firsts,
                         .pattern_count = (uint32_t)b.pattern_count,
                         .first_count = (uint32_t)b.first_count};
    return arena_failed(a) ? NULL : t;
}
