/* What becomes of the things of a vocabulary: the core's own, a concept below the core's, or left
 * out. Nothing here may make the core say something else, and where two things could be meant
 * nothing is said: what is left out is unknown, what is wrong would be a verdict. */
#include "engine/import_terms.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/fold.h"
#include "rules/sayings.h"
#include "rules/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ATOMS = 24, MOST_PARTS = 12, LONGEST_LABEL = 160 };

/* ---- terms by id ---- */

static size_t slot_of(const import_terms *t, const char *id)
{
    size_t i = word_hash(id, strlen(id)) & (t->slot_count - 1);

    while (t->slots[i] && strcmp(t->slots[i]->id, id) != 0)
        i = (i + 1) & (t->slot_count - 1);
    return i;
}

import_term *import_find(const import_terms *t, const char *id)
{
    return t->slots ? t->slots[slot_of(t, id)] : NULL;
}

static bool grow_slots(import_terms *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 4 : 4096;
    t->slots = arena_array(t->a, t->slot_count, sizeof(import_term *));
    for (size_t i = 0; t->slots && i < t->count; i++)
        t->slots[slot_of(t, t->list[i]->id)] = t->list[i];
    return t->slots != NULL;
}

import_term *import_add(import_terms *t, authority_kind kind, const char *id)
{
    import_term *m;
    size_t at;

    if ((t->count + 1) * 2 > t->slot_count && !grow_slots(t))
        return NULL;
    at = slot_of(t, id);
    if (t->slots[at] ||
        !arena_grow(t->a, (void **)&t->list, t->count, &t->room, sizeof(import_term *)) ||
        !(m = arena_alloc(t->a, sizeof *m)))
        return NULL;
    m->kind = kind;
    m->id = arena_text(t->a, id, strlen(id));
    if (!m->id)
        return NULL;
    t->list[t->count++] = t->slots[at] = m;
    return m;
}

void import_add_label(import_terms *t, import_term *m, const char *text)
{
    size_t size = strlen(text);

    if (!size || (m->label_count && strcmp(m->labels[0].text, text) == 0))
        return;
    if (arena_grow(t->a, (void **)&m->labels, m->label_count, &m->label_room, sizeof *m->labels))
        m->labels[m->label_count++] =
            (import_label){.text = arena_text(t->a, text, size), .key = ""};
}

void import_add_code(import_terms *t, import_term *m, code_system system, const char *code)
{
    if (arena_grow(t->a, (void **)&m->codes, m->code_count, &m->code_room, sizeof *m->codes))
        m->codes[m->code_count++] = (import_code){system, arena_text(t->a, code, strlen(code))};
}

void import_add_up(import_terms *t, import_term *m, const char *id)
{
    for (size_t i = 0; i < m->up_count; i++)
        if (strcmp(m->up_ids[i], id) == 0)
            return;
    if (arena_grow(t->a, (void **)&m->up_ids, m->up_count, &m->up_room, sizeof(char *)))
        m->up_ids[m->up_count++] = arena_text(t->a, id, strlen(id));
}

/* ---- names ---- */

/* "Gout (disorder)": without what SNOMED CT puts behind its names. */
static size_t without_tag(const char *text)
{
    static const char tags[][24] = {" (disorder)",  " (finding)",         " (procedure)",
                                    " (substance)", " (product)",         " (situation)",
                                    " (organism)",  " (physical object)", " (regime/therapy)"};
    size_t size = strlen(text);

    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t n = strlen(tags[i]);

        if (size > n && strcmp(text + size - n, tags[i]) == 0)
            return size - n;
    }
    return size;
}

/* Words with which a name is no name of the thing itself, or of nothing in particular. */
static bool says_otherwise(const char *text)
{
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, " ,-()[]/");

        if (text_is_any(p, n, saying_says_otherwise))
            return true;
        p += n + (p[n] != 0);
    }
    return false;
}

/* The folded form, by which two names are the same; false: no text could be found by it. */
static bool fold_label(import_terms *t, import_label *l)
{
    size_t size = strlen(l->text), n = 0, letters = 0, words = 0;
    char key[MOST_ATOMS * (FOLD_ROOM + 1) + 1];
    fold_cutter cut;
    fold_atom a;
    unsigned capitals = 0;

    if (!size || size > LONGEST_LABEL || utf8_valid(l->text, size) < size ||
        strpbrk(l->text, "|~\t\n=") || *l->text == '/' || *l->text == '#')
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
    if (!l->key || words == 0)
        return false;
    if (words == 1 && capitals == 2 && size < 8) /* an abbreviation: only in this case */
        l->text = arena_printf(t->a, "=%s", l->text);
    else if (letters < 4)
        return false;
    return true;
}

/* "severe asthma" is for the grammar: a word of it before a name of the core. */
static bool is_reading(const lexicon *lx, const atoms *words)
{
    size_t covered = 0;
    const cue *c = cue_match(words, 0, &covered);
    lexicon_hit hit;

    if (!c)
        return false;
    return c->class != CUE_QUAL || covered >= words->count ||
           (lexicon_match(lx, words, covered, &hit) && covered + hit.atoms == words->count);
}

/* What the core calls so (of the category asked for); *taken: it has a meaning, whatever it is. */
static const concept *core_meaning(import_terms *t, const char *text, category of, bool *taken)
{
    const lexicon *lx = lexicon_core();
    atoms words;
    lexicon_hit hit;

    arena_reset(t->scratch);
    words = lexicon_cut(lx, text, strlen(text), t->scratch);
    *taken = words.count && lexicon_match(lx, &words, 0, &hit) && hit.atoms == words.count;
    if (*taken)
        return hit.quantity && category_is_quantity(of)                              ? hit.quantity
               : hit.thing && !hit.quantity && hit.thing->category == of             ? hit.thing
               : hit.thing && of == CATEGORY_MEDICATION && hit.thing->category == of ? hit.thing
                                                                                     : NULL;
    *taken = words.count && is_reading(lx, &words);
    return NULL;
}

/* Brands that are ordinary words: at the beginning of a line a capital says nothing. */
static bool is_ordinary(const char *text)
{
    return text_is_any(text, strlen(text), saying_ordinary_brands);
}

/* A brand is written with a capital; one whose words are all the core's (or ordinary) is left out.
 */
static void brand_label(import_terms *t, import_label *l)
{
    bool common = true;
    fold_cutter cut;
    fold_atom a;

    fold_begin(&cut, l->text, strlen(l->text));
    while (fold_next(&cut, &a))
        common = common && (a.kind != ATOM_WORD ||
                            word_find(&lexicon_core_table.words, lexicon_core_table.words.folded,
                                      lexicon_core_table.words.folded_mask, a.folded, a.size));
    l->usable = l->usable && !common && !is_ordinary(l->text) && *l->text >= 'A' && *l->text <= 'Z';
    if (l->usable && *l->text != '=')
        l->text = arena_printf(t->a, "=%s", l->text);
}

static void read_labels(import_terms *t, import_term *m)
{
    for (size_t i = 0; i < m->label_count && !arena_failed(t->a); i++) {
        import_label *l = &m->labels[i];
        bool taken;
        const concept *c;

        l->text = arena_text(t->a, l->text, without_tag(l->text));
        c = l->text ? core_meaning(t, l->text, m->category, &taken) : NULL;
        if (!l->text)
            return;
        if (i == 0 && m->kind == AUTHORITY_TERM) {
            m->core = c;
            m->same = c != NULL;
            if (taken && !c)
                m->state = IMPORT_OTHER;
        }
        l->usable = !says_otherwise(l->text) && fold_label(t, l) && !taken;
        if (m->kind == AUTHORITY_BRAND)
            brand_label(t, l);
    }
}

typedef struct use {
    const char *key;
    import_term *term;
    import_label *label;
    bool name;
} use;

static int compare_uses(const void *a, const void *b)
{
    const use *x = a, *y = b;
    int c = strcmp(x->key, y->key);

    return c ? c : (int)y->name - (int)x->name;
}

/* What two things are called is nobody's, but a name wins over a synonym. */
static void settle_names(import_terms *t)
{
    size_t n = 0, count = 0;
    use *uses;

    for (size_t i = 0; i < t->count; i++)
        n += t->list[i]->label_count;
    uses = arena_array(t->a, n, sizeof *uses);
    for (size_t i = 0; uses && i < t->count; i++)
        for (size_t k = 0; k < t->list[i]->label_count; k++)
            if (t->list[i]->labels[k].usable)
                uses[count++] =
                    (use){t->list[i]->labels[k].key, t->list[i], &t->list[i]->labels[k], k == 0};
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

/* ---- codes ---- */

/* Where the core has the thing's own code: the thing is that concept or a part of it. */
static void find_by_code(import_term *m)
{
    for (size_t i = 0; i < m->code_count; i++) {
        code_sense sense = CODE_IS;
        const import_code *c = &m->codes[i];
        const concept *k =
            c->system == CODE_ICD10CM || c->system == CODE_ATC
                ? NULL
                : lexicon_code(lexicon_core(), c->system, c->code, strlen(c->code), &sense);

        if (!k || k == m->core)
            continue;
        if (sense != CODE_IS || m->core) /* the name says one thing, the code another */
            m->state = IMPORT_OTHER;
        m->core = k;
        m->same = false;
    }
}

/* The concept of the core below whose code an ICD-10-CM code lies; *sense as there. */
static const concept *core_of_icd(const import_term *m, code_sense *sense)
{
    *sense = CODE_IS;
    return m->code_count == 1 && m->codes[0].system == CODE_ICD10CM &&
                   !strchr(m->codes[0].code, '-')
               ? lexicon_code(lexicon_core(), CODE_ICD10CM, m->codes[0].code,
                              strlen(m->codes[0].code), sense)
               : NULL;
}

/* ---- what lies above ---- */

static void find_up(import_terms *t, import_term *m)
{
    size_t n = 0;

    m->up = arena_array(t->a, m->up_count, sizeof(import_term *));
    for (size_t i = 0; m->up && i < m->up_count; i++) {
        import_term *up = import_find(t, m->up_ids[i]);

        if (up && up != m)
            m->up[n++] = up;
    }
    m->up_count = m->up ? n : 0;
}

/* Tells of a thing on a cycle, and leaves out what lies above it there. */
static void cut_cycle(import_terms *t, import_term *m)
{
    size_t n = 0;

    t->counts->cyclic++;
    for (size_t k = 0; k < m->up_count; k++) {
        char text[300];

        if (!m->up[k]->cyclic) {
            m->up[n++] = m->up[k];
            continue;
        }
        if (!t->task->trouble || t->counts->cyclic > LIMIT_REPORTS)
            continue;
        snprintf(text, sizeof text,
                 "%.60s \"%.60s\" lies on a cycle of parents; %.60s above it is left out", m->id,
                 m->label_count ? m->labels[0].text : "", m->up[k]->id);
        t->task->trouble(text, t->task->context);
    }
    m->up_count = n;
}

/* What nobody that is left names as its parent goes, again and again; what is left lies on a cycle
 * or above one. Then, of those, what has nobody left above it: what is left lies on a cycle, or
 * between two. */
static void find_cycles(import_terms *t)
{
    typedef struct link {
        import_term *child;
        uint32_t next;
    } link;
    import_term **queue = arena_array(t->a, t->count + 1, sizeof(import_term *));
    size_t head = 0, tail = 0, edges = 1;
    link *links;

    for (size_t i = 0; i < t->count; i++)
        edges += t->list[i]->up_count;
    links = edges < UINT32_MAX ? arena_array(t->a, edges, sizeof *links) : NULL;
    if (!queue || !links)
        return;
    for (size_t i = 0; i < t->count; i++)
        for (size_t k = 0; k < t->list[i]->up_count; k++)
            t->list[i]->up[k]->waiting++;
    for (size_t i = 0; i < t->count; i++)
        if (!t->list[i]->waiting)
            queue[tail++] = t->list[i];
    while (head < tail) {
        const import_term *m = queue[head++];

        for (size_t k = 0; k < m->up_count; k++)
            if (--m->up[k]->waiting == 0)
                queue[tail++] = m->up[k];
    }
    if (tail == t->count)
        return;
    edges = 1;
    for (size_t i = 0; i < t->count; i++)
        t->list[i]->cyclic = t->list[i]->waiting > 0;
    for (size_t i = 0; i < t->count; i++) {
        import_term *m = t->list[i];

        m->waiting = 0;
        for (size_t k = 0; m->cyclic && k < m->up_count; k++)
            if (m->up[k]->cyclic) {
                m->waiting++;
                links[edges] = (link){m, m->up[k]->first_below};
                m->up[k]->first_below = (uint32_t)edges++;
            }
    }
    head = tail = 0;
    for (size_t i = 0; i < t->count; i++)
        if (t->list[i]->cyclic && !t->list[i]->waiting)
            queue[tail++] = t->list[i];
    while (head < tail) {
        import_term *m = queue[head++];

        m->cyclic = false;
        for (uint32_t l = m->first_below; l; l = links[l].next)
            if (--links[l].child->waiting == 0)
                queue[tail++] = links[l].child;
    }
    for (size_t i = 0; i < t->count; i++)
        if (t->list[i]->cyclic)
            cut_cycle(t, t->list[i]);
}

/* What is above a thing that the core has can be no child of it: it is left to the core. */
static void mark_above(import_term *from, import_term **stack)
{
    size_t n = 0;

    stack[n++] = from;
    while (n) {
        const import_term *m = stack[--n];

        for (size_t i = 0; i < m->up_count; i++)
            if (!m->up[i]->above) { /* each once: the stack has room for all */
                m->up[i]->above = true;
                stack[n++] = m->up[i];
            }
    }
}

/* The nearest concepts above: of the core, or things that are taken. */
static size_t put_parents(import_terms *t, import_term *of, import_term **stack, buffer *out)
{
    const concept *put[MOST_PARTS * 4];
    size_t n = 0, count = 0, printed = 0;
    code_sense sense;
    const concept *icd = core_of_icd(of, &sense);

    t->walks++;
    of->seen = t->walks;
    stack[n++] = of;
    while (n) {
        import_term *m = stack[--n];
        const concept *core = m == of ? m->core : m->state == IMPORT_TAKEN ? NULL : m->core;
        bool again = false;

        for (size_t i = 0; core && i < count; i++)
            again |= put[i] == core;
        if (core && !again && count < sizeof put / sizeof *put)
            put[count++] = core;
        if (core)
            continue;
        if (m != of && m->state == IMPORT_TAKEN) {
            buffer_printf(out, "%s%s", printed++ ? "|" : "", m->own);
            continue;
        }
        for (size_t i = 0; i < m->up_count; i++)
            if (m->up[i]->seen != t->walks && m->up[i]->kind != AUTHORITY_PRODUCT) {
                m->up[i]->seen = t->walks;
                stack[n++] = m->up[i];
            }
    }
    for (size_t i = 0; i < count && icd; i++)
        if (put[i] == icd)
            icd = NULL;
    if (icd && sense == CODE_IS && count < sizeof put / sizeof *put)
        put[count++] = icd;
    for (size_t i = 0; i < count; i++)
        buffer_printf(out, "%s%s", printed++ ? "|" : "", put[i]->id);
    return printed;
}

/* ---- products and sources: their codes belong to what they are made of, or mapped to ---- */

static bool lies_below(import_terms *t, import_term *of, const import_term *above,
                       import_term **stack)
{
    size_t n = 0;

    t->walks++;
    stack[n++] = of;
    while (n) {
        import_term *m = stack[--n];

        if (m == above)
            return true;
        for (size_t i = 0; i < m->up_count; i++)
            if (m->up[i]->kind == AUTHORITY_TERM && m->up[i]->seen != t->walks) {
                m->up[i]->seen = t->walks;
                stack[n++] = m->up[i];
            }
    }
    return false;
}

/* The things that a product is made of: parts[0..); 0: none, or too many. */
static size_t parts_of(import_terms *t, import_term *of, import_term **stack,
                       import_term *parts[MOST_PARTS])
{
    size_t n = 0, count = 0, left = 0;

    t->walks++;
    of->seen = t->walks;
    stack[n++] = of;
    while (n) {
        import_term *m = stack[--n];

        if (m->kind == AUTHORITY_TERM) {
            if (count == MOST_PARTS)
                return 0;
            parts[count++] = m;
            continue;
        }
        for (size_t i = 0; i < m->up_count; i++)
            if (m->up[i]->seen != t->walks) {
                m->up[i]->seen = t->walks;
                stack[n++] = m->up[i];
            }
    }
    /* "a and b" is said by one thing where the vocabulary has it: not by a and b besides. */
    for (size_t i = 0; i < count; i++) {
        bool covered = false;

        for (size_t k = 0; k < count && !covered; k++)
            covered = k != i && parts[k] && lies_below(t, parts[k], parts[i], stack);
        if (covered)
            parts[i] = NULL;
    }
    for (size_t i = 0; i < count; i++)
        if (parts[i])
            parts[left++] = parts[i];
    return left;
}

/* The core's concept of just these parts ("amoxicillin and clavulanate"); NULL: none, or two. */
static const concept *core_combination(import_term *const parts[], size_t count)
{
    const lexicon *lx = lexicon_core();
    const concept *found = NULL;

    for (size_t i = 0; i < count; i++)
        if (!parts[i]->core)
            return NULL;
    for (size_t i = 0; i < lexicon_size(lx); i++) {
        const concept *c = lexicon_at(lx, i);
        size_t same = 0, drugs = 0;

        if (c->category != CATEGORY_MEDICATION)
            continue;
        for (const concept *const *p = c->parents; *p; p++) {
            bool in = false;

            drugs += !((*p)->flags & CONCEPT_CLASS);
            for (size_t k = 0; k < count; k++)
                in |= parts[k]->core == *p;
            same += in;
        }
        if (same == count && drugs == count) {
            if (found)
                return NULL;
            found = c;
        }
    }
    return found;
}

/* The thing that several parts are together, made where there is none. */
static import_term *combination(import_terms *t, import_term *parts[], size_t count)
{
    char id[400] = "";
    import_term *m;
    size_t n = 0;

    for (size_t i = 1; i < count; i++) /* by id: the order of a walk says nothing */
        for (size_t k = i; k > 0 && strcmp(parts[k]->id, parts[k - 1]->id) < 0; k--) {
            import_term *other = parts[k];

            parts[k] = parts[k - 1];
            parts[k - 1] = other;
        }
    for (size_t i = 0; i < count; i++) {
        n += (size_t)snprintf(id + n, sizeof id - n, "%s%s", i ? "+" : "", parts[i]->id);
        if (n >= sizeof id)
            return NULL;
    }
    if ((m = import_find(t, id)))
        return m;
    m = import_add(t, AUTHORITY_TERM, id);
    if (!m)
        return NULL;
    m->category = parts[0]->category;
    m->up = arena_copy(t->a, parts, count, sizeof(import_term *));
    m->up_count = m->up ? count : 0;
    m->core = core_combination(parts, count);
    for (size_t i = 0; i < count; i++) {
        const import_label *l = parts[i]->label_count ? parts[i]->labels : NULL;

        id[0] = 0;
        if (l && i == 0)
            import_add_label(t, m, l->text + (*l->text == '='));
        else if (l && m->label_count)
            m->labels[0].text =
                arena_printf(t->a, "%s and %s", m->labels[0].text, l->text + (*l->text == '='));
    }
    return m;
}

static void give_codes(import_terms *t, import_term *from, import_term **stack)
{
    import_term *parts[MOST_PARTS], *to;
    size_t count = parts_of(t, from, stack, parts);

    if (count == 0 ||
        (count > 1 && (from->kind == AUTHORITY_SOURCE || from->category != CATEGORY_MEDICATION)))
        return; /* mapped to two things: it means neither alone */
    to = count == 1 ? parts[0] : combination(t, parts, count);
    for (size_t i = 0; to && i < from->code_count; i++)
        import_add_code(t, to, from->codes[i].system, from->codes[i].code);
    if (to && from->kind == AUTHORITY_BRAND && from->label_count && from->labels[0].usable &&
        arena_grow(t->a, (void **)&to->labels, to->label_count, &to->label_room,
                   sizeof *to->labels))
        to->labels[to->label_count++] = from->labels[0];
    from->labels = NULL;
    from->label_count = 0;
}

/* A combination by its own name is not yet known by its parts. */
static void find_combinations(import_terms *t)
{
    for (size_t i = 0; i < t->count; i++) {
        import_term *m = t->list[i];

        if (m->kind == AUTHORITY_TERM && m->category == CATEGORY_MEDICATION && !m->core &&
            m->up_count > 1 && t->form == AUTHORITY_RXNORM)
            m->core = core_combination(m->up, m->up_count);
    }
}

typedef struct claim {
    import_code *code;
    import_term *term;
} claim;

static int compare_claims(const void *a, const void *b)
{
    const claim *x = a, *y = b;
    int order = (int)x->code->system - (int)y->code->system;

    return order ? order : strcmp(x->code->code, y->code->code);
}

/* A code that two things claim says nothing. */
static void settle_codes(import_terms *t)
{
    size_t n = 0, count = 0;
    claim *claims;

    for (size_t i = 0; i < t->count; i++)
        n += t->list[i]->code_count;
    claims = arena_array(t->a, n, sizeof *claims);
    for (size_t i = 0; claims && i < t->count; i++)
        for (size_t k = 0; t->list[i]->kind == AUTHORITY_TERM && k < t->list[i]->code_count; k++)
            if (t->list[i]->codes[k].code)
                claims[count++] = (claim){&t->list[i]->codes[k], t->list[i]};
    if (count)
        qsort(claims, count, sizeof *claims, compare_claims);
    for (size_t i = 0, end; i < count; i = end) {
        bool shared = false;

        for (end = i + 1; end < count && compare_claims(&claims[i], &claims[end]) == 0; end++)
            shared |= claims[end].term != claims[i].term;
        for (size_t k = shared ? i : i + 1; k < end; k++)
            claims[k].code->system = CODE_UNKNOWN;
    }
}

/* ---- LOINC: terms that differ in their method only ---- */

static int compare_places(const void *a, const void *b)
{
    const import_term *x = *(import_term *const *)a, *y = *(import_term *const *)b;

    return strcmp(x->place, y->place);
}

/* Where all of a place that the core knows are one concept, the others are of its kind. */
static void settle_places(import_terms *t)
{
    import_term **list = arena_array(t->a, t->count + 1, sizeof(import_term *));
    size_t count = 0;

    for (size_t i = 0; list && i < t->count; i++)
        if (t->list[i]->place)
            list[count++] = t->list[i];
    if (count)
        qsort(list, count, sizeof(import_term *), compare_places);
    for (size_t i = 0, end; i < count; i = end) {
        const concept *core = NULL;
        bool one = true;

        for (end = i; end < count && strcmp(list[end]->place, list[i]->place) == 0; end++)
            if (list[end]->core) {
                one &= !core || core == list[end]->core;
                core = list[end]->core;
            }
        for (size_t k = i; core && one && k < end; k++)
            if (!list[k]->core && list[k]->state == IMPORT_OPEN)
                list[k]->core = core;
    }
}

/* ---- all of it ---- */

static const char *own_id(import_terms *t, const char *id)
{
    static const char *const prefixes[] = {[AUTHORITY_ATHENA] = "omop_",
                                           [AUTHORITY_ICD10CM] = "icd10cm_",
                                           [AUTHORITY_LOINC] = "loinc_",
                                           [AUTHORITY_RXNORM] = "rxnorm_",
                                           [AUTHORITY_OBO] = ""};
    char *own = arena_printf(t->a, "%s%s", prefixes[t->form], id);

    for (char *p = own; p && *p; p++) {
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
        else if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')))
            *p = '_';
    }
    return own && strlen(own) < 100 ? own : "";
}

/* A code that the core has, or that lies below one of it that is no concept above this one. */
static bool code_is_new(const import_code *c)
{
    code_sense sense = CODE_IS;
    const concept *k;
    char normal[24];
    size_t n;

    if (c->system == CODE_UNKNOWN || !c->code)
        return false;
    if (strchr(c->code, '-') && c->system == CODE_ICD10CM)
        return true;
    n = code_normal(c->system, c->code, strlen(c->code), normal);
    if (!n || !code_valid(c->system, normal, n))
        return false;
    k = lexicon_code(lexicon_core(), c->system, c->code, strlen(c->code), &sense);
    return !k || (sense == CODE_IS && (c->system == CODE_ICD10CM || c->system == CODE_ATC));
}

static void decide(import_terms *t, import_term *m)
{
    import_counts *n = t->counts;
    size_t names = 0, codes = 0;
    code_sense sense;

    for (size_t i = 0; i < m->label_count; i++)
        names += m->labels[i].usable;
    for (size_t i = 0; i < m->code_count; i++) {
        if (!code_is_new(&m->codes[i]))
            m->codes[i].system = CODE_UNKNOWN;
        codes += m->codes[i].system != CODE_UNKNOWN;
    }
    core_of_icd(m, &sense);
    if (!*m->own || m->label_count == 0 || lexicon_concept(lexicon_core(), m->own, strlen(m->own)))
        m->state = IMPORT_UNUSABLE;
    else if (m->state == IMPORT_OTHER || sense != CODE_IS)
        m->state = IMPORT_OTHER;
    else if (m->core) /* of a wider concept its names are none */
        m->state = codes || (names && m->same) ? IMPORT_EXTENDS : IMPORT_KNOWN;
    else if (m->above)
        m->state = IMPORT_ABOVE;
    else
        m->state = names || codes ? IMPORT_TAKEN : IMPORT_UNUSABLE;
    switch (m->state) {
    case IMPORT_TAKEN: n->taken++; break;
    case IMPORT_EXTENDS: n->extended++; break;
    case IMPORT_KNOWN: n->known++; break;
    case IMPORT_ABOVE: n->above++; break;
    case IMPORT_OTHER: n->other++; break;
    default: n->unusable++; break;
    }
    if (m->state == IMPORT_TAKEN || m->state == IMPORT_EXTENDS)
        n->codes += codes;
}

/* The groups in which a taken thing lies, as far as the core has none of what they hold. */
static void take_groups(import_term *from, import_term **stack)
{
    size_t n = 0;

    stack[n++] = from;
    while (n) {
        const import_term *m = stack[--n];

        for (size_t i = 0; i < m->up_count; i++) {
            import_term *up = m->up[i];

            if (up->kind != AUTHORITY_GROUP || up->above || !up->label_count || !*up->own ||
                up->state == IMPORT_TAKEN)
                continue;
            up->state = IMPORT_TAKEN;
            up->labels[0].usable = false;
            stack[n++] = up;
        }
    }
}

static void put_printable(buffer *out, const char *text)
{
    for (; *text; text++)
        buffer_putc(out, *text == '|' ? ',' : *text == '\t' ? ' ' : *text);
}

static void put_term(import_terms *t, import_term *m, import_term **stack, buffer *out)
{
    bool own = m->state == IMPORT_TAKEN;
    bool names = own || m->same;
    size_t name = 0, put = 0;

    if (!own && !m->core)
        return;
    while (name < m->label_count && !(m->labels[name].usable && names))
        name++;
    buffer_printf(out, "%s\t%s\t", own ? m->own : m->core->id,
                  own ? category_name(m->category) : "");
    if (name < m->label_count)
        buffer_puts(out, m->labels[name].text + (own && *m->labels[name].text == '='));
    else if (own)
        put_printable(out, m->labels[0].text + (*m->labels[0].text == '='));
    buffer_putc(out, '\t');
    for (size_t i = name < m->label_count && (!own || *m->labels[name].text != '=') ? name + 1
                                                                                    : name;
         names && i < m->label_count; i++)
        if (m->labels[i].usable)
            buffer_printf(out, "%s%s", put++ ? "|" : "", m->labels[i].text);
    buffer_putc(out, '\t');
    if (own)
        put_parents(t, m, stack, out);
    buffer_putc(out, '\t');
    put = 0;
    for (size_t i = 0; i < m->code_count; i++)
        if (m->codes[i].system != CODE_UNKNOWN)
            buffer_printf(out, "%s%s:%s", put++ ? "|" : "", code_system_name(m->codes[i].system),
                          m->codes[i].code);
    buffer_printf(out, "\t%s\t%s\t%s\n", own && m->unit ? m->unit : "",
                  !own                         ? "extends"
                  : m->kind == AUTHORITY_GROUP ? "code_only|class|weak"
                  : name >= m->label_count     ? "code_only"
                                               : "",
                  m->id);
}

void import_settle(import_terms *t, buffer *out)
{
    import_term **stack = arena_array(t->a, t->count * 2 + 1000, sizeof(import_term *));
    size_t first;

    if (!stack)
        return;
    for (size_t i = 0; i < t->count && !arena_failed(t->a); i++) {
        import_term *m = t->list[i];

        find_up(t, m);
        read_labels(t, m);
        if (m->kind == AUTHORITY_TERM)
            find_by_code(m);
    }
    find_cycles(t);
    settle_names(t);
    find_combinations(t);
    first = t->count;
    for (size_t i = 0; i < first && !arena_failed(t->a); i++)
        if (t->list[i]->kind == AUTHORITY_PRODUCT || t->list[i]->kind == AUTHORITY_BRAND ||
            t->list[i]->kind == AUTHORITY_SOURCE)
            give_codes(t, t->list[i], stack);
    settle_codes(t);
    settle_places(t);
    stack = arena_array(t->a, t->count + 1, sizeof(import_term *));
    if (!stack || arena_failed(t->a))
        return;
    for (size_t i = 0; i < t->count; i++)
        if (t->list[i]->core)
            mark_above(t->list[i], stack);
    buffer_printf(out,
                  "%s %s\n# What the core does not have of it; import again for a newer core.\n",
                  TABLE_IMPORTED, authority_name(t->form));
    buffer_puts(out,
                "concept\tcategory\tname\tsynonyms\tparents\tcodes\tunits\tattributes\tsource\n");
    for (size_t i = 0; i < t->count && !arena_failed(t->a); i++) {
        t->list[i]->own = own_id(t, t->list[i]->id);
        if (t->list[i]->kind == AUTHORITY_TERM)
            decide(t, t->list[i]);
    }
    for (size_t i = 0; i < t->count; i++)
        if (t->list[i]->kind == AUTHORITY_TERM && t->list[i]->state == IMPORT_TAKEN)
            take_groups(t->list[i], stack);
    for (size_t i = 0; i < t->count && !out->failed; i++)
        if (t->list[i]->state == IMPORT_TAKEN || t->list[i]->state == IMPORT_EXTENDS)
            put_term(t, t->list[i], stack, out);
}
