/* Looking things up in the lexicon: a site's layer first, then the core's. */
#include "rules/concept.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/pattern.h"
#include "rules/table.h"

#include <nettle/sha2.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define CORE_VERSION "2026-11"

struct lexicon {
    const lexicon_table *site; /* NULL: none */
    const concept *const *all; /* concepts, site first; NULL: the core's own array */
    size_t count;              /* of `all` */
    const concept **instead;   /* of each core concept that is overridden; NULL: none is */
    arena *memory;             /* NULL: the core */
    char version[128];
    const lexicon_short *shorts; /* of one text */
    size_t short_count;
};

/* ---- concepts ---- */

const char *concept_attribute(const concept *c, const char *key, size_t *size)
{
    size_t n = strlen(key);

    for (const char *p = c->attributes; p && *p;) {
        size_t part = strcspn(p, "|");

        if (part >= n && memcmp(p, key, n) == 0 && (part == n || p[n] == '=')) {
            *size = part > n ? part - n - 1 : 0;
            return part > n ? p + n + 1 : p + n;
        }
        p += part + (p[part] == '|');
    }
    return NULL;
}

bool concept_attribute_is(const concept *c, const char *key, const char *value)
{
    size_t size;
    const char *said = concept_attribute(c, key, &size);

    return said && size == strlen(value) && memcmp(said, value, size) == 0;
}

bool concept_is(const concept *c, const concept *above)
{
    if (!c || !above)
        return false;
    if (c == above || c == above->replaces || c->replaces == above)
        return true;
    for (const concept *const *p = c->above; *p; p++)
        if (*p == above || *p == above->replaces || (*p)->replaces == above)
            return true;
    return false;
}

static const concept *current(const lexicon *lx, const concept *core)
{
    const concept *other = lx->instead ? lx->instead[core - lexicon_core_table.concepts] : NULL;

    return other ? other : core;
}

/* The concept of the site's table that a number stands for: what extends another is that one. */
static const concept *of_site(const lexicon *lx, uint32_t number)
{
    const concept *c = &lx->site->concepts[number];

    return c->flags & CONCEPT_EXTENDS ? current(lx, c->replaces) : c;
}

static bool is_imported(const lexicon *lx, uint32_t number)
{
    return lx->site->concepts[number].tier == TIER_IMPORTED;
}

size_t lexicon_size(const lexicon *lx)
{
    return lx->all ? lx->count : lexicon_core_table.count;
}

const concept *lexicon_at(const lexicon *lx, size_t i)
{
    if (i >= lexicon_size(lx))
        return NULL;
    return lx->all ? lx->all[i] : &lexicon_core_table.concepts[i];
}

static bool has_unit(const concept *c, const char *ucum)
{
    for (const char *const *u = c->units; *u; u++)
        if (**u == *ucum && strcmp(*u, ucum) == 0)
            return true;
    return false;
}

const concept *lexicon_of_unit(const lexicon *lx, const char *ucum)
{
    const lexicon_table *core = &lexicon_core_table;
    const concept *found = NULL;
    size_t count = lx->all ? lexicon_size(lx) : core->with_units_count;

    for (size_t i = 0; i < count; i++) {
        const concept *c = lx->all ? lx->all[i] : &core->concepts[core->with_units[i]];

        if (!has_unit(c, ucum))
            continue;
        if (found)
            return NULL;
        found = c;
    }
    return found;
}

size_t lexicon_below(const lexicon *lx, const concept *c, size_t most)
{
    const lexicon_table *core = &lexicon_core_table;
    size_t count = 0;

    if (!lx->all && most <= UINT8_MAX) {
        count = core->below[c - core->concepts];
        return count < most ? count : most;
    }
    for (size_t i = 0; i < lexicon_size(lx) && count < most; i++)
        count += concept_is(lexicon_at(lx, i), c);
    return count;
}

static const concept *find_id(const lexicon_table *t, const char *id, size_t size)
{
    for (uint32_t i = word_hash(id, size) & t->id_mask; t->id_slots[i]; i = (i + 1) & t->id_mask) {
        const concept *c = &t->concepts[t->id_slots[i] - 1];

        if (strlen(c->id) == size && memcmp(id, c->id, size) == 0)
            return c;
    }
    return NULL;
}

const concept *lexicon_concept(const lexicon *lx, const char *id, size_t size)
{
    const concept *c = lx->site ? find_id(lx->site, id, size) : NULL;

    return c ? c : find_id(&lexicon_core_table, id, size);
}

const vocabulary *lexicon_own_words(const lexicon *lx)
{
    return lx->site ? &lx->site->words : NULL;
}

const concept_row *lexicon_row(const lexicon *lx, const concept *c)
{
    const lexicon_table *t = c->tier == TIER_CORE ? &lexicon_core_table : lx->site;

    return &t->rows[c - t->concepts];
}

/* ---- codes ---- */

/* How special the entry is that was found: more of the code, then no range, then the narrower
 * range. */
typedef struct code_match {
    const code_entry *entry;
    const lexicon_table *table;
    size_t size;
} code_match;

static const code_entry *find_code(const lexicon_table *t, code_system s, const char *code,
                                   size_t size)
{
    uint32_t low = 0, high = t->code_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const code_entry *e = &t->codes[middle];
        const char *text = t->pool + e->low;
        int order = (int)s - (int)e->system;

        if (!order)
            order = strncmp(code, text, size);
        if (!order && text[size])
            order = -1;
        if (!order)
            return e;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool narrower(const code_match *now, const lexicon_table *t, const code_entry *e,
                     size_t size)
{
    if (!now->entry || size != now->size)
        return !now->entry || size > now->size;
    if (!now->entry->high)
        return false;
    return strcmp(t->pool + e->low, now->table->pool + now->entry->low) >= 0 &&
           strcmp(t->pool + e->high, now->table->pool + now->entry->high) <= 0 && t == now->table;
}

static const concept *found_code(const lexicon *lx, const code_match *m)
{
    return lx->site && m->table == lx->site ? of_site(lx, m->entry->concept)
                                            : current(lx, &m->table->concepts[m->entry->concept]);
}

/* The entries of one tier: what is imported may be more special than what the others say, and is
 * then weighed against them (lexicon_code). */
static void search_codes(const lexicon_table *t, tier of, code_system s, const char *code,
                         size_t size, code_match *best)
{
    bool tree = s == CODE_ICD10CM || s == CODE_ATC; /* as is_tree() */
    size_t least = s == CODE_ICD10CM ? 3 : s == CODE_ATC ? 1 : size;
    const code_entry *e = NULL;

    for (size_t n = size; n >= least && n > 0 && !e; n--)
        if ((e = find_code(t, s, code, n)) && t->concepts[e->concept].tier != of)
            e = NULL;
        else if (e && (!best->entry || n > best->size || (best->entry->high && n == best->size)))
            *best = (code_match){e, t, n};
    for (uint32_t i = 0; tree && i < t->range_count; i++) {
        size_t low = strlen(t->pool + t->ranges[i].low), high = strlen(t->pool + t->ranges[i].high);

        e = &t->ranges[i];
        if (e->system == s && t->concepts[e->concept].tier == of && size >= low && size >= high &&
            strncmp(code, t->pool + e->low, low) >= 0 &&
            strncmp(code, t->pool + e->high, high) <= 0 &&
            narrower(best, t, e, low < high ? low : high))
            *best = (code_match){e, t, low < high ? low : high};
    }
}

/* Is a code that code, or below it? */
static bool stands_in(const char *code, const char *above)
{
    while (*above && *code == *above)
        code++, above++;
    return !*above;
}

/* May a code that a range of `c` holds be only something else? (rules/overlaps.tsv) */
static bool only_may_be(const concept *c, code_system s, const char *code)
{
    size_t low = 0, high = overlap_count;

    if (s != CODE_ICD10CM)
        return false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(overlap_table[middle].concept, c->id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < overlap_count && strcmp(overlap_table[low].concept, c->id) == 0; low++)
        if (!overlap_table[low].is && stands_in(code, overlap_table[low].code))
            return true;
    return false;
}

static const concept *concept_of(const lexicon *lx, const lexicon_table *t, const code_entry *e)
{
    return t == lx->site ? of_site(lx, e->concept) : current(lx, &t->concepts[e->concept]);
}

/* Adds what an entry says that lists the code, too. */
static size_t add_other(const concept *best, code_sense sense, const concept *c, code_sense own,
                        bool sure, code_other *out, size_t count, size_t room)
{
    if (own == CODE_DENIES || sense == CODE_DENIES || c == best ||
        (sense == own && concept_is(best, c)))
        return count;
    sure = sure && sense == own;
    for (size_t i = 0; i < count; i++)
        if (out[i].concept == c) {
            out[i].sure |= sure;
            return count;
        }
    if (count < room)
        out[count++] = (code_other){c, sure};
    return count;
}

static size_t others_in(const lexicon *lx, const lexicon_table *t, code_system s, const char *code,
                        size_t size, const concept *best, code_sense sense, code_other *out,
                        size_t count, size_t room)
{
    for (size_t n = size; n > 0; n--) {
        const code_entry *e = find_code(t, s, code, n);
        const concept *c = e ? concept_of(lx, t, e) : NULL;

        if (c)
            count = add_other(best, sense, c, (code_sense)e->sense,
                              n == size || !only_may_be(c, s, code), out, count, room);
    }
    for (uint32_t i = 0; i < t->range_count; i++) {
        const code_entry *e = &t->ranges[i];
        const char *low = t->pool + e->low, *high = t->pool + e->high;
        const concept *c;

        if (e->system != s || strncmp(code, low, strlen(low)) < 0 ||
            strncmp(code, high, strlen(high)) > 0 || size < strlen(low) || size < strlen(high))
            continue;
        c = concept_of(lx, t, e);
        count = add_other(best, sense, c, (code_sense)e->sense, !only_may_be(c, s, code), out,
                          count, room);
    }
    return count;
}

static bool is_tree(code_system s)
{
    return s == CODE_ICD10CM || s == CODE_ATC;
}

static size_t others_of(const lexicon *lx, code_system s, const char *code, size_t size,
                        const concept *best, code_sense sense, code_other *out, size_t room)
{
    size_t count = 0;

    for (size_t i = 0; s == CODE_ICD10CM && i < overlap_count; i++)
        if (stands_in(code, overlap_table[i].code)) {
            const char *id = overlap_table[i].concept;
            const concept *c = lexicon_concept(lx, id, strlen(id));

            if (c)
                count = add_other(best, sense, c, CODE_IS, overlap_table[i].is, out, count, room);
        }
    if (lx->site)
        count = others_in(lx, lx->site, s, code, size, best, sense, out, count, room);
    return others_in(lx, &lexicon_core_table, s, code, size, best, sense, out, count, room);
}

/* What it was is over. */
static bool is_sequela(code_system s, const char *code, size_t size)
{
    return s == CODE_ICD10CM && size == 7 && code[6] == 'S';
}

/* The entry that a code is found by, and its concept. */
static const concept *best_code(const lexicon *lx, code_system s, const char *normal, size_t n,
                                code_match *best)
{
    code_match more = {NULL, NULL, 0};
    const concept *c;

    *best = more;
    if (lx->site)
        search_codes(lx->site, TIER_SITE, s, normal, n, best);
    search_codes(&lexicon_core_table, TIER_CORE, s, normal, n, best);
    if (lx->site)
        search_codes(lx->site, TIER_IMPORTED, s, normal, n, &more);
    c = best->entry ? found_code(lx, best) : NULL;
    if (more.entry && (!c || (best->entry->sense == CODE_IS && more.size > best->size &&
                              concept_is(found_code(lx, &more), c)))) {
        *best = more;
        c = found_code(lx, &more);
    }
    return c;
}

const concept *lexicon_code(const lexicon *lx, code_system s, const char *code, size_t size,
                            code_sense *sense)
{
    char normal[24];
    size_t n = code_normal(s, code, size, normal);
    code_match best;
    const concept *c;
    code_sense own;

    if (!n || s == CODE_UNKNOWN)
        return NULL;
    c = best_code(lx, s, normal, n, &best);
    own = c ? (code_sense)best.entry->sense : CODE_IS;
    if (s == CODE_ICD10CM &&
        (!c || (only_may_be(c, s, normal) && (best.size < n || best.entry->high)))) {
        code_other others[8];
        size_t count = others_of(lx, s, normal, n, NULL, CODE_IS, others, 8);

        c = NULL;
        own = CODE_IS;
        for (size_t i = 0; i < count && !c; i++)
            c = others[i].sure ? others[i].concept : NULL;
    }
    if (own == CODE_IS && is_sequela(s, normal, n))
        own = CODE_HISTORY;
    if (c && sense)
        *sense = own;
    return c;
}

size_t lexicon_code_others(const lexicon *lx, code_system s, const char *code, size_t size,
                           code_other *out, size_t room)
{
    char normal[24];
    size_t n = is_tree(s) ? code_normal(s, code, size, normal) : 0, count, kept = 0;
    code_sense sense = CODE_IS;
    const concept *best = n ? lexicon_code(lx, s, code, size, &sense) : NULL;

    if (!n)
        return 0;
    if (is_sequela(s, normal, n))
        sense = CODE_IS; /* all of it is over, by the one code */
    count = others_of(lx, s, normal, n, best, sense, out, room);
    /* what lies above another one says nothing new */
    for (size_t i = 0; i < count; i++) {
        bool above = false;

        for (size_t k = 0; k < count && !above; k++)
            above = k != i && (out[k].sure || !out[i].sure) && out[k].concept != out[i].concept &&
                    concept_is(out[k].concept, out[i].concept);
        if (!above)
            out[kept++] = out[i];
    }
    return kept;
}

bool lexicon_code_is_part(const lexicon *lx, code_system s, const char *code, size_t size)
{
    char normal[24];
    size_t n = is_tree(s) ? code_normal(s, code, size, normal) : 0;
    code_match best;

    if (!n || !best_code(lx, s, normal, n, &best))
        return false;
    if (best.entry->high)
        return true;
    return best.size < n && !(s == CODE_ICD10CM && normal[best.size] == '9');
}

/* ---- words ---- */

/* A name may end before atom `end`: no token goes on there ("CA" in "CA999"), but for a number
 * behind a word of three letters or more ("ECOG0", "BMI30"). */
static bool may_end(const atoms *t, size_t end)
{
    return !atoms_glued(t, end) || (t->list[end].kind == ATOM_NUMBER &&
                                    atom_size(&t->list[end - 1]) >= 3 && !atoms_glued(t, end + 1));
}

/* A name may begin here: not inside a token ("DM" in "T1DM"), and not behind a prefix that makes
 * something else of it. A list's number may be glued to a long word. */
static bool may_begin(const atoms *t, size_t at)
{
    static const char prefixes[][8] = {"pre", "anti", "pseudo", "quasi", "peri"};
    const atom *a = &t->list[at], *before = a - 1;

    if (at == 0)
        return true;
    if (atoms_glued(t, at) &&
        (before->kind == ATOM_WORD || atoms_glued(t, at - 1) || atom_size(a) < 5))
        return false;
    if (a->gap == GAP_HYPHEN && before->kind == ATOM_WORD)
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
            if (text_equal_nocase(t->text + before->start, atom_size(before), prefixes[i]))
                return false;
    return true;
}

/* "NSCLC", "ESRD": is no word of the language spelled so? */
static bool no_plain_word(const atoms *t, const atom *a)
{
    size_t vowels = 0, n = a->end - a->start;

    for (size_t i = a->start; i < a->end; i++)
        vowels += strchr("AEIOUY", t->text[i]) != NULL;
    return n > 1 && (!vowels || (n == 4 && vowels == 1 && strchr("AEIOU", t->text[a->start])));
}

/* A line in capitals: what is written "=ALL" cannot be told from the word. */
static bool in_capitals(const atoms *t, size_t at)
{
    size_t from = at, to = at, long_words = 0;

    if (no_plain_word(t, &t->list[at]))
        return false;
    while (from > 0 && at - from < 8 && t->list[from].gap != GAP_LINE &&
           t->list[from].gap != GAP_BREAK)
        from--;
    while (to + 1 < t->count && to - at < 8 && t->list[to + 1].gap != GAP_LINE &&
           t->list[to + 1].gap != GAP_BREAK)
        to++;
    for (size_t i = from; i <= to; i++)
        if (t->list[i].kind == ATOM_WORD) {
            if (t->list[i].capitals < 2 && atom_size(&t->list[i]) >= 3)
                return false;
            long_words += atom_size(&t->list[i]) >= 5;
        }
    return long_words >= 2;
}

/* The state behind what stands before atom i and atom i itself, by `key`; 0: none. */
static inline uint32_t cross(const phrases *p, const atoms *t, size_t i, uint32_t state,
                             uint32_t key)
{
    const atom *a = &t->list[i];

    if (state == 0 || key == 0 || a->gap == GAP_BREAK)
        return 0;
    if (a->gap == GAP_DOT && (t->list[i - 1].kind == ATOM_SIGN || atom_size(&t->list[i - 1]) > 3))
        return 0;
    if (a->gap >= GAP_COMMA &&
        !(state = phrase_step(p, state, (uint32_t)(WORD_COMMA + a->gap - GAP_COMMA))))
        return 0;
    return phrase_step(p, state, key);
}

typedef struct found {
    uint32_t quantity, thing; /* numbers from 1 */
    size_t atoms;
    uint16_t patterns; /* those that can begin with the first word */
} found;

static inline void consider(const phrases *p, const atoms *t, size_t at, size_t end, uint32_t state,
                            found *best)
{
    const phrase_meaning *m = &p->meanings[state];
    size_t n;

    if ((!m->quantity && !m->thing) || !may_end(t, end))
        return;
    n = end - at - m->behind;
    if (n > best->atoms)
        *best = (found){m->quantity, m->thing, n, best->patterns};
    else if (n == best->atoms) { /* the same words in exact case: they come second and win */
        best->quantity = m->quantity ? m->quantity : best->quantity;
        best->thing = m->thing ? m->thing : best->thing;
    }
}

/* "carcinoma in situ of the cervix" is named without the article in the tables. */
static inline bool is_article(const atoms *t, size_t i)
{
    const atom *a = &t->list[i];
    const char *text = t->text + a->start;
    size_t n = a->end - a->start;

    if (a->gap != GAP_BLANK || n > 3)
        return false;
    return n == 3   ? text_equal_nocase(text, n, "the")
           : n == 2 ? text_equal_nocase(text, n, "an")
                    : (*text | 0x20) == 'a';
}

/* The longest phrase from `at`: by folded words and by exact ones, side by side. */
__attribute__((noinline)) static found longest_of_two(const phrases *p, const atoms *t, size_t at)
{
    const atom *a = &t->list[at];
    found best = {0, 0, 0, 0}, exact = {0, 0, 0, 0};
    uint32_t folded = a->key ? phrase_first(p, a->key) : 0;
    uint32_t cased = a->exact == a->key ? folded : a->exact ? phrase_first(p, a->exact) : 0;

    if (folded)
        best.patterns = exact.patterns = p->meanings[folded].patterns;
    for (size_t i = at + 1; folded || cased; i++) {
        bool same = folded == cased;

        if (folded)
            consider(p, t, at, i, folded, &best);
        if (cased && !same)
            consider(p, t, at, i, cased, &exact);
        if (i == t->count)
            break;
        uint32_t before = folded, exact_before = cased;
        folded = cross(p, t, i, before, t->list[i].key);
        cased = same && t->list[i].exact == t->list[i].key
                    ? folded
                    : cross(p, t, i, exact_before, t->list[i].exact);
        if (!folded && !cased && i + 1 < t->count && is_article(t, i)) {
            i++;
            folded = cross(p, t, i, before, t->list[i].key);
            cased = same && t->list[i].exact == t->list[i].key
                        ? folded
                        : cross(p, t, i, exact_before, t->list[i].exact);
        }
    }
    if (exact.atoms >= best.atoms && exact.atoms && !in_capitals(t, at)) {
        if (exact.atoms == best.atoms) {
            exact.quantity = exact.quantity ? exact.quantity : best.quantity;
            exact.thing = exact.thing ? exact.thing : best.thing;
        }
        return exact;
    }
    return best;
}

/* Has a word a form of its own in capitals, so that there are two ways to go on? */
static inline bool has_two_forms(const atom *a)
{
    return a->exact != a->key && a->exact;
}

/* The longest phrase from `at`. Nearly always there is one way to go, by the folded words. Made
 * part of who asks: this is asked of each word of a text, of names and of cues. */
__attribute__((always_inline)) static inline void longest(const phrases *p, const atoms *t,
                                                          size_t at, found *best)
{
    uint32_t state = t->list[at].key ? phrase_first(p, t->list[at].key) : 0, next;
    bool two = has_two_forms(&t->list[at]);

    *best = (found){0, 0, 0, state ? p->meanings[state].patterns : 0};
    for (size_t i = at + 1; state && !two; i++) {
        consider(p, t, at, i, state, best);
        if (i == t->count || !p->meanings[state].next)
            return;
        two = has_two_forms(&t->list[i]);
        next = cross(p, t, i, state, t->list[i].key);
        if (!next && !two && i + 1 < t->count && is_article(t, i)) {
            i++;
            two = has_two_forms(&t->list[i]);
            next = cross(p, t, i, state, t->list[i].key);
        }
        state = next;
    }
    if (two)
        *best = longest_of_two(p, t, at);
}

/* How many atoms end by byte `end`; 0: it lies in one. */
static size_t atoms_to(const atoms *t, size_t at, size_t end)
{
    size_t i = at;

    while (i < t->count && t->list[i].end <= end)
        i++;
    return i > at && (i == t->count || t->list[i].start >= end) && may_end(t, i) ? i - at : 0;
}

/* Patterns that begin with this word. One as long as the phrase found takes its place as well: it
 * has looked at more ("FEV1" with "% predicted" to follow). */
static void try_patterns(const lexicon_table *table, const atoms *t, size_t at, found *best)
{
    size_t begin = t->list[at].start, ends[PATTERN_ENDS];

    for (uint16_t i = best->patterns; i; i = table->firsts[i - 1].next) {
        const pattern_row *p = &table->patterns[table->firsts[i - 1].pattern - 1];
        bool quantity = category_is_quantity(table->concepts[p->concept].category);
        size_t n = 0, count;

        if (!pattern_may_match(p->needs, t->text + begin, t->size - begin))
            continue;
        count = pattern_match(t->work, p->text, t->text + begin, t->size - begin, ends);

        for (size_t k = 0; k < count && !n; k++)
            n = atoms_to(t, at, begin + ends[k]);
        if (n > best->atoms)
            *best = (found){0, 0, n, best->patterns};
        if (n && n == best->atoms && quantity)
            best->quantity = p->concept + 1;
        else if (n && n == best->atoms)
            best->thing = p->concept + 1;
    }
}

const lexicon *lexicon_with(const lexicon *lx, const lexicon_short *list, size_t count, arena *a)
{
    lexicon *with = arena_copy(a, lx, 1, sizeof *with);

    if (with) {
        with->shorts = list;
        with->short_count = count;
    }
    return with;
}

/* The abbreviation of the text that stands at an atom; NULL: none. */
static const lexicon_short *short_at(const lexicon *lx, const atoms *text, size_t at)
{
    const atom *x = &text->list[at];

    if (x->capitals != 2)
        return NULL;
    for (size_t i = 0; i < lx->short_count; i++) {
        size_t n = strlen(lx->shorts[i].name);

        if (x->end - x->start == n && memcmp(text->text + x->start, lx->shorts[i].name, n) == 0)
            return &lx->shorts[i];
    }
    return NULL;
}

/* The longest name of one table. */
__attribute__((noinline)) static found longest_of_site(const lexicon_table *t, const atoms *text,
                                                       size_t at)
{
    found f;

    longest(&t->phrases, text, at, &f);
    if (f.patterns)
        try_patterns(t, text, at, &f);
    return f;
}

/* What a site's own name says beside, or instead of, the core's of the same words. */
static void add_site(const lexicon *lx, const found *site, lexicon_hit *hit)
{
    bool named = hit->quantity || hit->thing;

    if (site->quantity && !(named && is_imported(lx, site->quantity - 1)))
        hit->quantity = of_site(lx, site->quantity - 1);
    if (site->thing && !(named && is_imported(lx, site->thing - 1)))
        hit->thing = of_site(lx, site->thing - 1);
}

__attribute__((noinline)) static bool match(const lexicon *lx, const atoms *text, size_t at,
                                            lexicon_hit *hit)
{
    const lexicon_table *t = &lexicon_core_table;
    found core = {0, 0, 0, 0}, site = {0, 0, 0, 0};
    const lexicon_short *own;
    size_t n;

    if (lx->short_count && (own = short_at(lx, text, at)) != NULL) {
        *hit = own->hit;
        hit->atoms = 1;
        hit->span = (eligo_span){text->list[at].start, text->list[at].end};
        return hit->thing || hit->quantity;
    }
    if (text->list[at].begins & BEGINS_NAME)
        longest(&t->phrases, text, at, &core);
    if (core.patterns)
        try_patterns(t, text, at, &core);
    if (lx->site)
        site = longest_of_site(lx->site, text, at);
    n = core.atoms > site.atoms ? core.atoms : site.atoms;
    if (!n || !may_begin(text, at))
        return false;
    *hit = (lexicon_hit){.atoms = n, .span = {text->list[at].start, text->list[at + n - 1].end}};
    if (core.atoms == n) {
        hit->quantity = core.quantity ? current(lx, &t->concepts[core.quantity - 1]) : NULL;
        hit->thing = core.thing ? current(lx, &t->concepts[core.thing - 1]) : NULL;
    }
    if (site.atoms == n)
        add_site(lx, &site, hit);
    return true;
}

bool lexicon_match(const lexicon *lx, const atoms *text, size_t at, lexicon_hit *hit)
{
    return at < text->count &&
           (text->list[at].begins & BEGINS_NAME || lx->short_count || lx->site) &&
           match(lx, text, at, hit);
}

/* Can a name of the table begin with these two atoms? `two` is false where there is one only, or
 * where what stands between them takes more than a step. */
static bool begins(const phrases *p, const uint32_t key[2], const uint32_t exact[2], bool two)
{
    uint32_t folded = key[0] ? phrase_first(p, key[0]) : 0;
    uint32_t cased = exact[0] ? phrase_first(p, exact[0]) : 0;

    if (!two)
        return folded || cased;
    return (folded && key[1] && phrase_step(p, folded, key[1])) ||
           (cased && exact[1] && phrase_step(p, cased, exact[1]));
}

static bool begins_in_any(const lexicon *lx, const uint32_t key[2], const uint32_t exact[2],
                          bool two)
{
    return begins(&lexicon_core_table.phrases, key, exact, two) ||
           (lx->site && begins(&lx->site->phrases, key, exact, two));
}

bool lexicon_begins(const lexicon *lx, const char *first, size_t size, const char *second,
                    size_t second_size)
{
    uint32_t key[2], exact[2];
    fold_cutter cut;
    fold_atom one;
    size_t end;
    bool two;

    fold_begin(&cut, first, size);
    if (!cut_next(lx, &cut, &one, &key[0], &exact[0]))
        return true; /* no word in it */
    if (!begins_in_any(lx, key, exact, false))
        return false;
    end = one.end;
    two = cut_next(lx, &cut, &one, &key[1], &exact[1]);
    if (!two && end == size) { /* no sign behind the word */
        cut.text = second;
        cut.size = second_size;
        cut.at = 0;
        two = cut_next(lx, &cut, &one, &key[1], &exact[1]);
    }
    two = two && one.gap <= GAP_HYPHEN && one.end - one.start > 3; /* no sign, no article */
    return begins_in_any(lx, key, exact, two);
}

/* The atom that begins a span and ends in it; NULL: none, or one that is read by what stands before
 * it ("type I"). */
static const atom *atom_of(const atoms *text, eligo_span s)
{
    size_t low = 0, high = text->count;
    const atom *a;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (text->list[middle].start < s.start)
            low = middle + 1;
        else
            high = middle;
    }
    a = &text->list[low];
    return low < text->count && a->start == s.start && a->end <= s.end &&
                   (a->kind != ATOM_NUMBER ||
                    (text->text[a->start] >= '0' && text->text[a->start] <= '9'))
               ? a
               : NULL;
}

bool lexicon_begins_at(const lexicon *lx, const atoms *text, eligo_span first)
{
    const atom *a = atom_of(text, first);

    return !a || begins_in_any(lx, (uint32_t[]){a->key, 0}, (uint32_t[]){a->exact, 0}, false);
}

bool lexicon_begins_in(const lexicon *lx, const atoms *text, eligo_span first, eligo_span second)
{
    const atom *a = atom_of(text, first), *end = text->list + text->count, *b = NULL;
    bool two = false;

    if (a && a + 1 < end && a[1].start < first.end) {
        b = a[1].end <= first.end ? a + 1 : NULL;
        two = b && b->gap <= GAP_HYPHEN;
    } else if (a) {
        b = atom_of(text, second);
        two = a->end == first.end; /* no sign behind the word */
    }
    if (!b)
        return lexicon_begins(lx, text->text + first.start, first.end - first.start,
                              text->text + second.start, second.end - second.start);
    two = two && b->end - b->start > 3;
    return begins_in_any(lx, (uint32_t[]){a->key, b->key}, (uint32_t[]){a->exact, b->exact}, two);
}

__attribute__((noinline)) static const cue *match_cue(const atoms *text, size_t at,
                                                      size_t *atoms_covered)
{
    found f;

    longest(&lexicon_cue_table.phrases, text, at, &f);
    if (!f.atoms)
        return NULL;
    *atoms_covered = f.atoms;
    return &lexicon_cue_table.cues[f.thing - 1];
}

const cue *cue_match(const atoms *text, size_t at, size_t *atoms_covered)
{
    return at < text->count && text->list[at].begins & BEGINS_CUE
               ? match_cue(text, at, atoms_covered)
               : NULL;
}

const cue *cue_whole(const char *text, size_t size)
{
    const cue_table *t = &lexicon_cue_table;
    uint32_t state = phrase_whole(&t->phrases, text, size);
    uint32_t number = state ? t->phrases.meanings[state].thing : 0;

    return number ? &t->cues[number - 1] : NULL;
}

/* ---- a site's file ---- */

static const lexicon the_core = {.version = CORE_VERSION};

const lexicon *lexicon_core(void)
{
    return &the_core;
}

/* What the lexicon is: two sites' files of one name are told apart by the first digits of their
 * SHA-256. */
static void name_version(lexicon *lx, const char *path, const table_file *files, size_t count)
{
    struct sha256_ctx sha;
    uint8_t digest[4];

    sha256_init(&sha);
    for (size_t i = 0; i < count; i++)
        sha256_update(&sha, files[i].size, (const uint8_t *)files[i].text);
    sha256_digest(&sha, sizeof digest, digest);
    snprintf(lx->version, sizeof lx->version, "%s+%.80s@%02x%02x%02x%02x", CORE_VERSION,
             file_name(path), digest[0], digest[1], digest[2], digest[3]);
}

/* All concepts, site first, without the core's that are overridden. */
static bool list_all(lexicon *lx)
{
    const lexicon_table *core = &lexicon_core_table;
    const concept **all =
        arena_array(lx->memory, (size_t)lx->site->count + core->count, sizeof *all);

    lx->instead = arena_array(lx->memory, core->count, sizeof *lx->instead);
    if (!all || !lx->instead)
        return false;
    for (uint32_t i = 0; i < lx->site->count; i++) {
        const concept *c = &lx->site->concepts[i];

        if (c->flags & CONCEPT_EXTENDS)
            continue;
        all[lx->count++] = c;
        if (c->replaces)
            lx->instead[c->replaces - core->concepts] = c;
    }
    for (uint32_t i = 0; i < core->count; i++)
        if (!lx->instead[i])
            all[lx->count++] = &core->concepts[i];
    lx->all = all;
    return true;
}

static bool read_file(arena *a, const char *path, table_file *out, eligo_error *err)
{
    size_t size = 0, mark = strlen(TABLE_IMPORTED);
    char *text = file_read(path, LIMIT_LEXICON_BYTES, 0, &size, err);
    char *kept = text ? arena_text(a, text, size) : NULL;

    free(text);
    *out = (table_file){path, kept, size, false};
    if (kept && size >= mark && memcmp(kept, TABLE_IMPORTED, mark) == 0)
        out->imported = true;
    return kept != NULL;
}

static int is_table(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);

    return n > 4 && *entry->d_name != '.' && strcmp(entry->d_name + n - 4, ".tsv") == 0;
}

/* The .tsv files of a folder by name, what is imported last; NULL: *err. */
static table_file *read_folder(arena *a, const char *path, size_t *count, eligo_error *err)
{
    struct dirent **names = NULL;
    int total = scandir(path, &names, is_table, alphasort);
    table_file *files = arena_array(a, total > 0 ? (size_t)total : 1, sizeof *files);
    table_file *sorted = arena_array(a, total > 0 ? (size_t)total : 1, sizeof *files);
    bool ok = files && sorted && total > 0;

    *count = 0;
    if (total < 0)
        error_system(err, ELIGO_EREAD, path);
    else if (total == 0)
        error_set(err, ELIGO_EREAD, path, "holds no lexicon (no file ends in .tsv)");
    for (int i = 0; i < total; i++) {
        const char *name = arena_printf(a, "%s/%s", path, names[i]->d_name);

        ok = ok && name && read_file(a, name, &files[i], err);
        free(names[i]);
    }
    free(names);
    for (int imported = 0; ok && imported < 2; imported++)
        for (int i = 0; i < total; i++)
            if (files[i].imported == (imported == 1))
                sorted[(*count)++] = files[i];
    return ok ? sorted : NULL;
}

static lexicon *load_into(arena *a, const char *path, table_faults *faults, eligo_error *err)
{
    lexicon *lx = arena_alloc(a, sizeof *lx);
    table_file *files = arena_alloc(a, sizeof *files);
    size_t count = 1;
    struct stat what;

    if (!lx || !files)
        return NULL;
    if (stat(path, &what) == 0 && S_ISDIR(what.st_mode))
        files = read_folder(a, path, &count, err);
    else if (!read_file(a, path, files, err))
        files = NULL;
    if (!files)
        return NULL;
    lx->memory = a;
    name_version(lx, path, files, count);
    lx->site = table_build(files, count, &lexicon_core_table, NULL, NULL, NULL, a, faults);
    return lx->site && !faults->count && list_all(lx) ? lx : NULL;
}

lexicon *lexicon_read(const char *path, arena *a, table_faults *faults, eligo_error *err)
{
    lexicon *lx = load_into(a, path, faults, err);

    if (!lx && faults->count) {
        const table_fault *f = &faults->list[0];

        error_set(err, ELIGO_EPARSE, f->file, "%s%s%s", f->cell ? table_columns[f->cell - 1] : "",
                  f->cell ? ": " : "", f->message);
        if (err && err->line == 0 && err->code == ELIGO_EPARSE) {
            err->line = f->line;
            err->column = f->column;
        }
    } else if (!lx && arena_full(a))
        error_set(err, ELIGO_ELIMIT, path, "needs more memory than a lexicon may take");
    else if (!lx)
        error_memory(err, path);
    return lx;
}

lexicon *lexicon_load(const char *path, eligo_error *err)
{
    arena *a = arena_new(LIMIT_LEXICON_ARENA);
    table_faults faults = {0};
    lexicon *lx = NULL;

    if (!a)
        error_memory(err, path);
    else if (path)
        lx = lexicon_read(path, a, &faults, err);
    else if ((lx = arena_alloc(a, sizeof *lx))) {
        *lx = the_core;
        lx->memory = a;
    } else
        error_memory(err, NULL);
    if (!lx)
        arena_delete(a);
    return lx;
}

void lexicon_delete(lexicon *lx)
{
    if (lx && lx->memory)
        arena_delete(lx->memory);
}

const char *lexicon_version(const lexicon *lx)
{
    return lx->version;
}
