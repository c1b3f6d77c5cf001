/* Resources that belong together, and who refers to whom. */
#include "patients/fhir.h"

#include <stdint.h>
#include <string.h>

static bool same(slice a, slice b)
{
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

slice fhir_text_unescaped(const json_doc *doc, const json_value *v, arena *a)
{
    slice out = {"", 0};

    out.text = json_text(doc, v, a, &out.size);
    return out.text ? out : (slice){"", 0};
}

const json_value *fhir_subject(const json_value *resource)
{
    const json_value *v = json_at(resource, KEY_subject);

    if (!v)
        v = json_at(resource, KEY_patient);
    return v ? v : json_at(resource, KEY_individual);
}

/* ---- keys ---- */

static uint64_t turn(uint64_t word)
{
    return word << 29 | word >> 35;
}

/* Sixteen bytes at a time, in two halves that do not wait for each other; what is left over last.
 */
uint64_t fhir_hash(uint64_t hash, slice s)
{
    const uint64_t odd = 0x9E3779B97F4A7C15u;
    uint64_t other = s.size, a, b = 0;

    for (; s.size > 16; s.text += 16, s.size -= 16) {
        memcpy(&a, s.text, 8);
        memcpy(&b, s.text + 8, 8);
        hash = turn(hash ^ a) * odd;
        other = turn(other ^ b) * odd;
    }
    if (s.size >= 8) {
        memcpy(&a, s.text, 8);
        memcpy(&b, s.text + s.size - 8, 8);
    } else {
        a = b = 0;
        for (size_t i = 0; i < s.size; i++)
            a = a << 8 | (unsigned char)s.text[i];
    }
    hash = turn(hash ^ a) * odd;
    other = turn(other ^ b) * odd;
    hash = (hash ^ turn(other)) * odd;
    return hash ^ hash >> 32;
}

static uint64_t hash_of_key(fhir_type kind, slice id)
{
    return fhir_hash((uint64_t)kind << 8 | 1, id);
}

static uint64_t hash_of_url(slice url)
{
    return fhir_hash(2, url);
}

/* "http://h/fhir/Patient/1/_history/2#x" without version and fragment. */
static slice bare(slice ref)
{
    static const char version[] = "/_history/";
    const char *at = memchr(ref.text, '#', ref.size);

    if (at && at != ref.text)
        ref.size = (size_t)(at - ref.text);
    at = memchr(ref.text, '_', ref.size) /* most have none */
             ? memmem(ref.text, ref.size, version, sizeof version - 1)
             : NULL;
    if (at)
        ref.size = (size_t)(at - ref.text);
    return ref;
}

/* The last two parts of a path; false: it has none. */
static bool type_and_id(slice ref, slice *type, slice *id)
{
    const char *slash = memrchr(ref.text, '/', ref.size), *before;

    if (!slash || slash == ref.text)
        return false;
    *id = (slice){slash + 1, (size_t)(ref.text + ref.size - slash - 1)};
    before = memrchr(ref.text, '/', (size_t)(slash - ref.text));
    before = before ? before + 1 : ref.text;
    *type = (slice){before, (size_t)(slash - before)};
    return id->size && type->size;
}

bool fhir_type_and_id(slice ref, slice *type, slice *id)
{
    return type_and_id(bare(ref), type, id);
}

static bool on_server(slice url)
{
    return url.size > 4 && memcmp(url.text, "http", 4) == 0;
}

static int by_key(const fhir_set *set, slice type, slice id, bool *several)
{
    fhir_type kind;
    int found = -1;

    *several = false;
    if (!set->table)
        return -1;
    kind = (fhir_type)json_names_find(set->words->types, type.text, type.size);
    for (size_t s = hash_of_key(kind, id) & set->mask; set->table[s] >= 0;
         s = (s + 1) & set->mask) {
        const fhir_resource *r = &set->list[set->table[s]];

        if (r->dropped || !same(r->id, id) || !same(r->type, type) || set->table[s] == found)
            continue;
        if (found >= 0)
            *several = true;
        else
            found = set->table[s];
    }
    return found;
}

static int by_url(const fhir_set *set, slice url)
{
    if (!set->table || !url.size)
        return -1;
    for (size_t s = hash_of_url(url) & set->mask; set->table[s] >= 0; s = (s + 1) & set->mask)
        if (!set->list[set->table[s]].dropped && same(set->list[set->table[s]].url, url))
            return set->table[s];
    return -1;
}

static bool make_table(fhir_set *set)
{
    size_t size = 16;

    while (size < set->count * 4)
        size *= 2;
    set->table = arena_array(set->arena, size, sizeof *set->table);
    if (!set->table)
        return false;
    set->mask = size - 1;
    memset(set->table, 0xFF, size * sizeof *set->table);
    return true;
}

static void put(fhir_set *set, uint64_t hash, int index)
{
    size_t s = hash & set->mask;

    while (set->table[s] >= 0)
        s = (s + 1) & set->mask;
    set->table[s] = index;
}

/* ---- versions ---- */

/* The later of two versions of one resource. */
static bool newer(const fhir_set *set, const fhir_resource *a, const fhir_resource *b)
{
    slice at = fhir_text(set->doc, json_at(json_at(a->v, KEY_meta), KEY_lastUpdated), set->arena);
    slice bt = fhir_text(set->doc, json_at(json_at(b->v, KEY_meta), KEY_lastUpdated), set->arena);
    date ad, bd;

    if (date_parse(at.text, at.size, &ad) && date_parse(bt.text, bt.size, &bd)) {
        if (ad.instant != INSTANT_NONE && bd.instant != INSTANT_NONE && ad.instant != bd.instant)
            return ad.instant > bd.instant;
        if (ad.first != bd.first)
            return ad.first > bd.first;
    }
    return !set->history && a > b;
}

/* Enters a resource, or the word that one was deleted (v NULL): of one key only the latest version
 * stays. The same id on several servers is several things; beyond a few they are found by url
 * alone. */
static void enter(fhir_set *set, int index)
{
    fhir_resource *r = &set->list[index];
    uint64_t hash = hash_of_key(r->kind, r->id);
    int servers = 0;
    bool placed = !r->id.size;

    for (size_t s = hash & set->mask; !placed && set->table[s] >= 0; s = (s + 1) & set->mask) {
        fhir_resource *other = &set->list[set->table[s]];

        if (!same(other->id, r->id) || !same(other->type, r->type))
            continue;
        if (on_server(other->url) && on_server(r->url) && !same(other->url, r->url)) {
            placed = ++servers == 64;
            continue;
        }
        if (!other->v || !r->v || !newer(set, r, other)) { /* a history begins with the newest */
            r->dropped = true;
            return;
        }
        other->dropped = true;
        set->table[s] = index;
        placed = true;
    }
    if (!placed)
        put(set, hash, index);
    r->dropped = !r->v;
    if (r->url.size)
        put(set, hash_of_url(r->url), index);
}

/* ---- reading ---- */

static void add(fhir_set *set, const json_value *v, slice url);

/* A resource more, of which nothing is known yet; NULL: no memory. */
static fhir_resource *append(fhir_set *set)
{
    fhir_resource *r;

    if (set->count >= INT32_MAX - 1 ||
        !arena_grow(set->arena, (void **)&set->list, set->count, &set->room, sizeof *r))
        return NULL;
    r = &set->list[set->count++]; /* new room is zero */
    r->owner = r->next = r->first = r->last = r->into = -1;
    return r;
}

/* Room for as many at once as there may be; more is made when they are there. */
static void reserve(fhir_set *set, size_t count)
{
    if (count > 4096)
        count = 4096;
    if (!set->list && count && (set->list = arena_array(set->arena, count, sizeof *set->list)))
        set->room = count;
}

static void add_bundle(fhir_set *set, const json_value *bundle)
{
    const json_doc *d = set->doc;
    const json_value *entries = json_at(bundle, KEY_entry), *links = json_at(bundle, KEY_link), *c;
    bool history = json_is(d, json_at(bundle, KEY_type), "history");
    unsigned i;

    set->history |= history;
    if (links && links->kind == JSON_ARRAY)
        for (c = json_first(links), i = 0; i < links->count; i++, c = json_next(c))
            set->partial |= json_is(d, json_at(c, KEY_relation), "next");
    if (!entries || entries->kind != JSON_ARRAY)
        return;
    reserve(set, entries->count);
    for (c = json_first(entries), i = 0; i < entries->count; i++, c = json_next(c)) {
        const json_value *resource = json_at(c, KEY_resource), *request = json_at(c, KEY_request);

        if (resource)
            add(set, resource, fhir_text(d, json_at(c, KEY_fullUrl), set->arena));
        else if (history && json_is(d, json_at(request, KEY_method), "DELETE")) {
            slice type, id;
            fhir_resource *gone;

            if (type_and_id(bare(fhir_text(d, json_at(request, KEY_url), set->arena)), &type,
                            &id) &&
                (gone = append(set))) {
                gone->type = type;
                gone->id = id;
                gone->kind = (fhir_type)json_names_find(set->words->types, type.text, type.size);
                gone->url = (slice){"", 0};
            }
        }
    }
}

static void add(fhir_set *set, const json_value *v, slice url)
{
    const json_doc *d = set->doc;
    slice type = {"", 0}, id = {"", 0};
    fhir_type kind;
    fhir_resource *r;
    const json_value *c, *subject = NULL, *typed = NULL; /* the last one that says what it is */
    unsigned i;

    if (v->kind == JSON_ARRAY) {
        reserve(set, v->count);
        for (c = json_first(v), i = 0; i < v->count; i++, c = json_next(c))
            add(set, c, url);
        return;
    }
    if (fhir_passed_over(v) && set->unread)
        set->unread(set->context, (fhir_type)v->type);
    if (v->kind == JSON_NULL || fhir_passed_over(v))
        return;
    for (c = json_first(v), i = 0; v->kind == JSON_OBJECT && i < v->count; i++, c = json_next(c))
        switch (c->name) {
        case KEY_resourceType:
            type = fhir_text(d, c, set->arena);
            typed = c;
            break;
        case KEY_id: id = fhir_text(d, c, set->arena); break;
        case KEY_subject:
        case KEY_patient:
        case KEY_individual: subject = c; break;
        default: break;
        }
    if (!type.size) {
        if (!set->odd++)
            set->odd_first = v;
        return;
    }
    kind = fhir_type_of(set->words, typed == json_first(v) ? v : typed, type);
    if (set->damaged && !kind)
        set->damaged(set->context, v,
                     "a resourceType that FHIR does not have; the resource says nothing here");
    if (kind == TYPE_Bundle) {
        add_bundle(set, v);
        return;
    }
    if (set->unread && !fhir_clinical(kind))
        set->unread(set->context, kind);
    if (set->deleted && id.size && set->deleted(set->context, type, id))
        return;
    if (!(r = append(set)))
        return;
    r->v = v;
    r->type = type;
    r->id = id;
    r->url = url;
    r->kind = kind;
    r->subject = subject;
}

/* "replaced-by" on the one, "replaces" on the other: the same person. */
static void merge(fhir_set *set, int index)
{
    const json_doc *d = set->doc;
    const json_value *links = json_at(set->list[index].v, KEY_link), *c;
    unsigned i;
    int other;

    if (!links || links->kind != JSON_ARRAY)
        return;
    for (c = json_first(links), i = 0; i < links->count; i++, c = json_next(c)) {
        const json_value *type = json_at(c, KEY_type);
        bool by = json_is(d, type, "replaced-by");

        if (!by && !json_is(d, type, "replaces"))
            continue;
        fhir_resolve(set, index, json_at(c, KEY_other), -1, &other);
        if (other < 0 || other == index || set->list[other].kind != TYPE_Patient)
            continue;
        int from = by ? index : other, to = by ? other : index;
        /* no rings, and no chains without end */
        for (int at = to, hops = 0; at >= 0; at = set->list[at].into)
            if (at == from || ++hops == 100) {
                to = -1;
                break;
            }
        if (to >= 0 && set->list[from].into < 0)
            set->list[from].into = to;
    }
}

/* ---- references ---- */

static uint64_t hash_of_identifier(slice system, slice value)
{
    return fhir_hash(fhir_hash(3, system), value);
}

/* The identifiers of the Patients, once. */
static bool index_identifiers(fhir_set *set)
{
    const json_doc *d = set->doc;
    size_t count = 0, room = 0, size = 16;
    fhir_identifier *all = NULL;

    for (size_t i = 0; i < set->count; i++) {
        const json_value *list, *c;
        unsigned j;

        if (set->list[i].dropped || set->list[i].kind != TYPE_Patient)
            continue;
        list = json_at(set->list[i].v, KEY_identifier);
        if (!list || list->kind != JSON_ARRAY)
            continue;
        for (c = json_first(list), j = 0; j < list->count; j++, c = json_next(c)) {
            fhir_identifier one = {fhir_text(d, json_at(c, KEY_system), set->arena),
                                   fhir_text(d, json_at(c, KEY_value), set->arena), (int)i};

            if (one.value.size && arena_grow(set->arena, (void **)&all, count, &room, sizeof one))
                all[count++] = one;
        }
    }
    while (size < count * 2)
        size *= 2;
    set->identifiers = arena_array(set->arena, size, sizeof *set->identifiers);
    if (!set->identifiers)
        return false;
    set->identifier_mask = size - 1;
    for (size_t i = 0; i < count; i++) {
        size_t s = hash_of_identifier(all[i].system, all[i].value) & set->identifier_mask;

        while (set->identifiers[s].value.size &&
               !(same(set->identifiers[s].system, all[i].system) &&
                 same(set->identifiers[s].value, all[i].value)))
            s = (s + 1) & set->identifier_mask;
        /* of two patients: of neither */
        if (set->identifiers[s].value.size && set->identifiers[s].index != all[i].index)
            all[i].index = -1;
        set->identifiers[s] = all[i];
    }
    return true;
}

/* The one Patient with this identifier; -1: none, or more than one. */
static int by_identifier(const fhir_set *set, slice system, slice value)
{
    if (!value.size || !set->identifiers)
        return -1;
    for (size_t s = hash_of_identifier(system, value) & set->identifier_mask;
         set->identifiers[s].value.size; s = (s + 1) & set->identifier_mask)
        if (same(set->identifiers[s].system, system) && same(set->identifiers[s].value, value))
            return set->identifiers[s].index;
    return -1;
}

/* What a Reference prints; size 0: nothing, or it is an identifier. */
static slice reference_text(const fhir_set *set, const json_value *reference)
{
    return fhir_text(set->doc,
                     reference && reference->kind != JSON_STRING ? json_at(reference, KEY_reference)
                                                                 : reference,
                     set->arena);
}

static fhir_node contained(const fhir_set *set, const json_value *resource, slice id)
{
    const json_value *list = json_at(resource, KEY_contained), *c;
    unsigned i;

    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c))
            if (same(fhir_text(set->doc, json_at(c, KEY_id), set->arena), id))
                return (fhir_node){set->doc, c};
    return (fhir_node){NULL, NULL};
}

static const char conditional[] = "Patient?identifier=";

/* The resource that a reference names; -1: it is not here. *relative: that depends on who says it.
 */
static int find(const fhir_set *set, int from, slice ref, bool *relative)
{
    slice type, id;
    bool several;
    int found;

    *relative = false;
    if (memchr(ref.text, '?', ref.size) &&
        memmem(ref.text, ref.size, conditional, sizeof conditional - 1)) {
        const char *at =
            (const char *)memmem(ref.text, ref.size, conditional, sizeof conditional - 1) +
            sizeof conditional - 1;
        slice rest = {at, (size_t)(ref.text + ref.size - at)};
        const char *bar = memchr(rest.text, '|', rest.size);
        slice system = bar ? (slice){rest.text, (size_t)(bar - rest.text)} : (slice){"", 0};
        slice value = bar ? (slice){bar + 1, rest.size - system.size - 1} : rest;

        return by_identifier(set, system, value);
    }
    ref = bare(ref);
    found = by_url(set, ref);
    if (found >= 0 || (ref.size > 4 && memcmp(ref.text, "urn:", 4) == 0))
        return found;
    if (!type_and_id(ref, &type, &id))
        return -1;
    found = by_key(set, type, id, &several);
    if (found < 0)
        return -1;
    if (on_server(ref))
        return several || on_server(set->list[found].url) ? -1 : found;
    if (several) {
        /* the one of the same server as what refers */
        *relative = true;
        slice base = from >= 0 ? set->list[from].url : (slice){"", 0}, own_type, own_id;
        char *url;

        if (!on_server(base) || !type_and_id(base, &own_type, &own_id))
            return -1;
        base.size = (size_t)(own_type.text - base.text);
        url = arena_alloc(set->arena, base.size + ref.size);
        if (!url)
            return -1;
        memcpy(url, base.text, base.size);
        memcpy(url + base.size, ref.text, ref.size);
        return by_url(set, (slice){url, base.size + ref.size});
    }
    return found;
}

/* The same of a whole Reference, which may have an identifier instead. */
static int meant(const fhir_set *set, int from, const json_value *reference, slice ref,
                 bool *relative)
{
    const json_value *identifier;

    *relative = false;
    if (ref.size)
        return *ref.text == '#' ? -1 : find(set, from, ref, relative);
    identifier = json_at(reference, KEY_identifier);
    return identifier
               ? by_identifier(set,
                               fhir_text(set->doc, json_at(identifier, KEY_system), set->arena),
                               fhir_text(set->doc, json_at(identifier, KEY_value), set->arena))
               : -1;
}

fhir_node fhir_resolve(const fhir_set *set, int from, const json_value *reference, int level,
                       int *index)
{
    fhir_node none = {NULL, NULL};
    slice ref = reference_text(set, reference), type, id;
    bool relative;
    int found;

    if (index)
        *index = -1;
    if (ref.size && *ref.text == '#')
        return from >= 0 ? contained(set, set->list[from].v, (slice){ref.text + 1, ref.size - 1})
                         : none;
    found = meant(set, from, reference, ref, &relative);
    if (found >= 0) {
        if (index)
            *index = found;
        return (fhir_node){set->doc, set->list[found].v};
    }
    if (ref.size && level >= 0 && set->fetch && type_and_id(bare(ref), &type, &id))
        return set->fetch(set->context, type, id, level);
    return none;
}

/* The Patient that a resource is about; -1: none that is here. */
static int owner_of(const fhir_set *set, int index, bool *relative)
{
    const json_value *subject = set->list[index].subject;
    slice ref = reference_text(set, subject);
    int found = meant(set, index, subject, ref, relative);

    return found >= 0 && set->list[found].kind == TYPE_Patient ? found : -1;
}

slice fhir_reference_key(const json_doc *doc, const json_value *reference, arena *a)
{
    slice ref = fhir_text(doc, json_at(reference, KEY_reference), a), type, id, system, value;
    const json_value *identifier = json_at(reference, KEY_identifier);
    char *key;

    if (ref.size) {
        const char *at = memchr(ref.text, '?', ref.size), *bar;

        if (at)
            at = memmem(ref.text, ref.size, conditional, sizeof conditional - 1);
        if (!at) {
            ref = bare(ref);
            if (*ref.text != '#' && type_and_id(ref, &type, &id))
                return (slice){type.text, type.size + 1 + id.size};
            return *ref.text == '#' ? (slice){"", 0} : ref;
        }
        at += sizeof conditional - 1;
        value = (slice){at, (size_t)(ref.text + ref.size - at)};
        bar = memchr(at, '|', value.size);
        system = bar ? (slice){at, (size_t)(bar - at)} : (slice){"", 0};
        if (bar)
            value = (slice){bar + 1, value.size - system.size - 1};
    } else {
        system = fhir_text(doc, json_at(identifier, KEY_system), a);
        value = fhir_text(doc, json_at(identifier, KEY_value), a);
    }
    key = value.size ? arena_alloc(a, system.size + value.size + 2) : NULL;
    if (!key)
        return (slice){"", 0};
    key[0] = '?';
    memcpy(key + 1, system.text, system.size);
    key[1 + system.size] = '|';
    memcpy(key + 2 + system.size, value.text, value.size);
    return (slice){key, system.size + value.size + 2};
}

/* ---- the whole ---- */

bool fhir_set_read(fhir_set *set, arena *a, const json_doc *doc)
{
    fhir_node (*fetch)(void *, slice, slice, int) = set->fetch;
    void *context = set->context;
    const json_value *last = NULL;
    int last_owner = -1, only = -1;

    *set = (fhir_set){.arena = a,
                      .doc = doc,
                      .fetch = fetch,
                      .context = context,
                      .one_patient = set->one_patient,
                      .cache = set->cache,
                      .words = set->words,
                      .damaged = set->damaged,
                      .unread = set->unread,
                      .unread_words = set->unread_words,
                      .deleted = set->deleted};
    add(set, doc->root, (slice){"", 0});
    if (arena_failed(a) || !make_table(set))
        return false;
    for (size_t i = 0; i < set->count; i++)
        enter(set, (int)i);
    if (!index_identifiers(set))
        return false;
    for (size_t i = 0; i < set->count; i++)
        if (set->list[i].kind == TYPE_Patient && !set->list[i].dropped) {
            set->patients++;
            merge(set, (int)i);
        }
    for (size_t i = 0; set->one_patient && i < set->count && only < 0; i++)
        if (set->list[i].kind == TYPE_Patient && !set->list[i].dropped && set->list[i].into < 0)
            only = (int)i;
    for (size_t i = 0; i < set->count; i++) {
        fhir_resource *r = &set->list[i];
        bool relative = false;
        int owner;

        if (r->dropped || !r->subject || r->kind == TYPE_Patient)
            continue;
        /* most of a document is about one patient, in the same words */
        if (last && last->size == r->subject->size &&
            memcmp(doc->text + last->start, doc->text + r->subject->start, last->size) == 0)
            owner = last_owner;
        else {
            owner = owner_of(set, (int)i, &relative);
            last = relative ? NULL : r->subject;
            last_owner = owner;
        }
        if (owner < 0)
            owner = only;
        for (int hops = 0; owner >= 0 && set->list[owner].into >= 0 && hops < 100; hops++)
            owner = set->list[owner].into;
        r->owner = owner;
        if (owner < 0)
            continue;
        if (set->list[owner].last >= 0)
            set->list[set->list[owner].last].next = (int)i;
        else
            set->list[owner].first = (int)i;
        set->list[owner].last = (int)i;
    }
    return !arena_failed(a);
}
