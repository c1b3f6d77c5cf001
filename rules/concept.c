/* Looking things up in the lexicon: a site's layer first, then the core's. */
#include "rules/concept.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/table.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CORE_VERSION "2026-11"

struct lexicon {
    const lexicon_table *site; /* NULL: none */
    const concept *const *all; /* concepts, site first; NULL: the core's own array */
    size_t count;              /* of `all` */
    const concept **instead;   /* of each core concept that is overridden; NULL: none is */
    arena *memory;             /* NULL: the core */
    char version[128];
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
    size_t i = (size_t)(core - lexicon_core_table.concepts);

    return lx->instead && lx->instead[i] ? lx->instead[i] : core;
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

static const concept *find_id(const lexicon_table *t, const char *id, size_t size)
{
    uint32_t low = 0, high = t->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const concept *c = &t->concepts[t->by_id[middle]];
        size_t n = strlen(c->id);
        int order = memcmp(id, c->id, size < n ? size : n);

        if (order == 0 && size == n)
            return c;
        if (order < 0 || (order == 0 && size < n))
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const concept *lexicon_concept(const lexicon *lx, const char *id, size_t size)
{
    const concept *c = lx->site ? find_id(lx->site, id, size) : NULL;

    return c ? c : find_id(&lexicon_core_table, id, size);
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

static void search_codes(const lexicon_table *t, code_system s, const char *code, size_t size,
                         code_match *best)
{
    bool tree = s == CODE_ICD10CM || s == CODE_ATC;
    size_t least = s == CODE_ICD10CM ? 3 : s == CODE_ATC ? 1 : size;
    const code_entry *e = NULL;

    for (size_t n = size; n >= least && n > 0 && !e; n--)
        if ((e = find_code(t, s, code, n)) && (!best->entry || n > best->size || best->entry->high))
            if (!best->entry || n >= best->size)
                *best = (code_match){e, t, n};
    for (uint32_t i = 0; tree && i < t->range_count; i++) {
        size_t low = strlen(t->pool + t->ranges[i].low), high = strlen(t->pool + t->ranges[i].high);

        e = &t->ranges[i];
        if (e->system == s && size >= low && size >= high &&
            strncmp(code, t->pool + e->low, low) >= 0 &&
            strncmp(code, t->pool + e->high, high) <= 0 &&
            narrower(best, t, e, low < high ? low : high))
            *best = (code_match){e, t, low < high ? low : high};
    }
}

const concept *lexicon_code(const lexicon *lx, code_system s, const char *code, size_t size,
                            code_sense *sense)
{
    char normal[24];
    size_t n = code_normal(s, code, size, normal);
    code_match best = {NULL, NULL, 0};
    const concept *c;

    if (!n || s == CODE_UNKNOWN)
        return NULL;
    if (lx->site)
        search_codes(lx->site, s, normal, n, &best);
    search_codes(&lexicon_core_table, s, normal, n, &best);
    if (!best.entry)
        return NULL;
    if (sense)
        *sense = (code_sense)best.entry->sense;
    c = &best.table->concepts[best.entry->concept];
    return best.table == lx->site ? c : current(lx, c);
}

/* ---- words ---- */

/* The next atom with its keys; most words are found as they stand and need not be folded. */
static inline bool next_atom(const lexicon *lx, fold_cutter *cut, fold_atom *one, uint32_t *key,
                             uint32_t *exact)
{
    const vocabulary *core = &lexicon_core_table.words, *more = lx->site ? &lx->site->words : NULL;

    if (!fold_begin_next(cut, one))
        return false;
    *key = one->raw ? word_stable(core, one->folded, one->size) : 0;
    fold_finish(cut, one, *key != 0);
    if (*key)
        *exact = word_exact(core, more, one, *key);
    else
        word_keys(core, more, one, key, exact);
    return true;
}

atoms lexicon_cut(const lexicon *lx, const char *text, size_t size, arena *a)
{
    atoms out = {.text = text};
    size_t room = size / 4 + 8, count = 0;
    uint32_t key, exact;
    fold_cutter cut;
    fold_atom one;
    atom *list;

    if (size >= UINT32_MAX || !(list = arena_room(a, room * sizeof *list))) {
        arena_fail(a);
        return out;
    }
    fold_begin(&cut, text, size);
    while (next_atom(lx, &cut, &one, &key, &exact)) {
        if (!arena_grow(a, (void **)&list, count, &room, sizeof *list))
            return out;
        list[count++] = (atom){.start = (uint32_t)one.start,
                               .end = (uint32_t)one.end,
                               .key = key,
                               .exact = exact,
                               .kind = (uint8_t)one.kind,
                               .gap = (uint8_t)one.gap,
                               .capitals = (uint8_t)one.capitals};
    }
    out.list = list;
    out.count = count;
    return out;
}

/* Letters and digits without anything between them: one token to a reader. */
static bool glued(const atoms *t, size_t i)
{
    return i > 0 && i < t->count && t->list[i].gap == GAP_NONE && t->list[i].kind != ATOM_SIGN &&
           t->list[i - 1].kind != ATOM_SIGN;
}

static size_t atom_size(const atom *a)
{
    return a->end - a->start;
}

/* A name may end before atom `end`: no token goes on there ("CA" in "CA999"), but for a number
 * behind a word of three letters or more ("ECOG0", "BMI30"). */
static bool may_end(const atoms *t, size_t end)
{
    return !glued(t, end) || (t->list[end].kind == ATOM_NUMBER &&
                              atom_size(&t->list[end - 1]) >= 3 && !glued(t, end + 1));
}

/* A name may begin here: not inside a token ("DM" in "T1DM"), and not behind a prefix that makes
 * something else of it. A list's number may be glued to a long word. */
static bool may_begin(const atoms *t, size_t at)
{
    static const char prefixes[][8] = {"pre", "anti", "pseudo", "quasi", "peri"};
    const atom *a = &t->list[at], *before = a - 1;

    if (at == 0)
        return true;
    if (glued(t, at) && (before->kind == ATOM_WORD || glued(t, at - 1) || atom_size(a) < 5))
        return false;
    if (a->gap == GAP_HYPHEN && before->kind == ATOM_WORD)
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
            if (text_equal_nocase(t->text + before->start, atom_size(before), prefixes[i]))
                return false;
    return true;
}

/* A line in capitals: what is written "=ALL" cannot be told from the word. */
static bool in_capitals(const atoms *t, size_t at)
{
    size_t from = at, to = at, long_words = 0;

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
static uint32_t cross(const phrases *p, const atoms *t, size_t i, uint32_t state, uint32_t key)
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
} found;

static void consider(const phrases *p, const atoms *t, size_t at, size_t end, uint32_t state,
                     found *best)
{
    const phrase_meaning *m = &p->meanings[state];
    size_t n;

    if ((!m->quantity && !m->thing) || !may_end(t, end))
        return;
    n = end - at - m->behind;
    if (n > best->atoms)
        *best = (found){m->quantity, m->thing, n};
    else if (n == best->atoms) { /* the same words in exact case: they come second and win */
        best->quantity = m->quantity ? m->quantity : best->quantity;
        best->thing = m->thing ? m->thing : best->thing;
    }
}

/* "carcinoma in situ of the cervix" is named without the article in the tables. */
static bool is_article(const atoms *t, size_t i)
{
    const atom *a = &t->list[i];
    const char *text = t->text + a->start;
    size_t n = a->end - a->start;

    return a->gap == GAP_BLANK && n <= 3 &&
           (text_equal_nocase(text, n, "the") || text_equal_nocase(text, n, "a") ||
            text_equal_nocase(text, n, "an"));
}

/* The longest phrase from `at`: by folded words and by exact ones, side by side. */
static found longest(const phrases *p, const atoms *t, size_t at)
{
    const atom *a = &t->list[at];
    found best = {0, 0, 0}, exact = {0, 0, 0};
    uint32_t folded = a->key ? phrase_first(p, a->key) : 0;
    uint32_t cased = a->exact == a->key ? folded : a->exact ? phrase_first(p, a->exact) : 0;

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

bool lexicon_match(const lexicon *lx, const atoms *text, size_t at, lexicon_hit *hit)
{
    found core, site = {0, 0, 0};

    if (at >= text->count || (!text->list[at].key && !text->list[at].exact))
        return false;
    core = longest(&lexicon_core_table.phrases, text, at);
    if (lx->site)
        site = longest(&lx->site->phrases, text, at);
    if ((!core.atoms && !site.atoms) || !may_begin(text, at))
        return false;
    *hit = (lexicon_hit){.atoms = core.atoms > site.atoms ? core.atoms : site.atoms};
    if (core.atoms == hit->atoms) {
        hit->quantity =
            core.quantity ? current(lx, &lexicon_core_table.concepts[core.quantity - 1]) : NULL;
        hit->thing = core.thing ? current(lx, &lexicon_core_table.concepts[core.thing - 1]) : NULL;
    }
    if (site.atoms == hit->atoms) {
        if (site.quantity)
            hit->quantity = &lx->site->concepts[site.quantity - 1];
        if (site.thing)
            hit->thing = &lx->site->concepts[site.thing - 1];
    }
    hit->span = (eligo_span){text->list[at].start, text->list[at + hit->atoms - 1].end};
    return true;
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

bool lexicon_begins(const lexicon *lx, const char *text, size_t size)
{
    uint32_t key[2], exact[2];
    fold_cutter cut;
    fold_atom one;
    bool two;

    fold_begin(&cut, text, size);
    if (!next_atom(lx, &cut, &one, &key[0], &exact[0]))
        return false;
    two = next_atom(lx, &cut, &one, &key[1], &exact[1]) && one.gap <= GAP_HYPHEN &&
          one.end - one.start > 3; /* no sign, no article */
    return begins(&lexicon_core_table.phrases, key, exact, two) ||
           (lx->site && begins(&lx->site->phrases, key, exact, two));
}

const cue *cue_match(const atoms *text, size_t at, size_t *atoms_covered)
{
    found f;

    if (at >= text->count || (!text->list[at].key && !text->list[at].exact))
        return NULL;
    f = longest(&lexicon_cue_table.phrases, text, at);
    if (!f.atoms)
        return NULL;
    *atoms_covered = f.atoms;
    return &lexicon_cue_table.cues[f.thing - 1];
}

/* ---- display texts ---- */

/* Words that turn what is beside them into something else: family, past, absence, doubt, future. */
static const char *const turning[] = {
    "history",
    "hx",
    "family",
    "familial",
    "father",
    "mother",
    "maternal",
    "paternal",
    "sibling",
    "no",
    "not",
    "non",
    "without",
    "absent",
    "absence",
    "negative",
    "denies",
    "never",
    "none",
    "rule",
    "ruled",
    "suspected",
    "suspicion",
    "suspect",
    "possible",
    "probable",
    "presumed",
    "provisional",
    "risk",
    "screening",
    "screen",
    "fear",
    "exposure",
    "exposed",
    "contact",
    "prevention",
    "prophylaxis",
    "prophylactic",
    "counseling",
    "education",
    "refused",
    "refusal",
    "declined",
    "contraindicated",
    "contraindication",
    "planned",
    "previous",
    "past",
    "prior",
    "resolved",
    "remission",
    "former",
    "ex",
    "status",
    "sequelae",
    "sequela",
    "late",
    "neonatal",
    "newborn",
    "fetal",
    "fetus",
    "donor",
    "concern",
    "worried",
    "unlikely",
    "excluded",
    "evaluation",
    "encounter",
    "observation",
    "allergy",
    "allergic",
    "intolerance",
    "adverse",
    "poisoning",
    "overdose",
    "toxicity",
    "underdosing",
    "induced",
    "due",
    "secondary",
    "complicating",
    "antibody",
    "antigen",
};

/* Words around a name that leave it what it is. */
static const char *const filling[] = {
    "disorder",
    "finding",
    "procedure",
    "situation",
    "disease",
    "diseases",
    "morphologic",
    "abnormality",
    "regime",
    "therapy",
    "substance",
    "product",
    "medicinal",
    "observable",
    "entity",
    "physical",
    "object",
    "event",
    "person",
    "organism",
    "unspecified",
    "nos",
    "oral",
    "tablet",
    "capsule",
    "injection",
    "injectable",
    "solution",
    "suspension",
    "mg",
    "ml",
    "mcg",
    "ug",
    "g",
    "iu",
    "unit",
    "units",
    "actuat",
    "hr",
    "extended",
    "release",
    "delayed",
    "prefilled",
    "syringe",
    "pen",
    "cartridge",
    "vial",
    "in",
    "of",
    "the",
    "by",
    "serum",
    "plasma",
    "blood",
    "or",
    "and",
    "mass",
    "moles",
    "volume",
    "presence",
    "level",
    "measurement",
    "intravenous",
    "subcutaneous",
    "topical",
    "film",
    "coated",
    "chewable",
    "disintegrating",
    "sublingual",
    "spray",
    "inhaler",
    "inhalation",
    "dose",
    "metered",
    "nasal",
    "ophthalmic",
    "cream",
    "ointment",
    "gel",
    "lotion",
    "patch",
    "transdermal",
    "day",
    "system",
    "pack",
    "powder",
    "kit",
    "auto",
    "injector",
    "hydrochloride",
    "sodium",
    "potassium",
    "calcium",
    "tartrate",
    "succinate",
    "maleate",
    "mesylate",
    "besylate",
    "sulfate",
    "phosphate",
    "acetate",
    "citrate",
    "fumarate",
    "hcl",
};

static bool word_in(const char *const *list, size_t count, const char *word, size_t size)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal_nocase(word, size, list[i]))
            return true;
    return false;
}

static bool turned(const atoms *t)
{
    for (size_t i = 0; i < t->count; i++) {
        const atom *a = &t->list[i];
        size_t n = atom_size(a);

        if (n > 2 && t->text[a->end - 2] == '\'')
            n -= 2;
        if (a->kind == ATOM_WORD &&
            word_in(turning, sizeof turning / sizeof *turning, t->text + a->start, n))
            return true;
    }
    return false;
}

static bool fills(const atoms *t, size_t i)
{
    const atom *a = &t->list[i];

    return a->kind != ATOM_WORD ||
           word_in(filling, sizeof filling / sizeof *filling, t->text + a->start, atom_size(a));
}

/* "Glucose [Mass/volume] in Serum (finding)": what stands before the qualifiers at its end. */
static size_t without_qualifiers(const char *text, size_t size)
{
    for (;;) {
        size_t open = size;

        while (size && (text[size - 1] == ' ' || text[size - 1] == '\t'))
            size--;
        if (!size || (text[size - 1] != ')' && text[size - 1] != ']'))
            return size;
        for (open = size - 1; open > 0 && text[open] != '(' && text[open] != '[';)
            open--;
        if (open == 0)
            return size;
        size = open;
    }
}

static const concept *best_of(const lexicon_hit *hit)
{
    return hit->quantity && hit->thing ? NULL : hit->quantity ? hit->quantity : hit->thing;
}

/* The one name in the text around which there are but fillings. NULL: none, or more than one thing.
 */
static const concept *only_name(const lexicon *lx, const atoms *t)
{
    const concept *only = NULL;
    lexicon_hit hit;

    for (size_t i = 0; i < t->count;) {
        const concept *c;

        if (lexicon_match(lx, t, i, &hit)) {
            c = best_of(&hit);
            if (c && !(c->flags & CONCEPT_WEAK) && !(only && fills(t, i) && hit.atoms == 1)) {
                if (only && only != c)
                    return NULL;
                only = c;
                i += hit.atoms;
                continue;
            }
        }
        if (!fills(t, i))
            return NULL;
        i++;
    }
    return only;
}

const concept *lexicon_display(const lexicon *lx, const char *text, size_t size, arena *a)
{
    size_t shorter = without_qualifiers(text, size);
    atoms t = lexicon_cut(lx, text, size, a), s;
    lexicon_hit hit;

    if (!t.count)
        return NULL;
    if (lexicon_match(lx, &t, 0, &hit) && hit.atoms == t.count && best_of(&hit))
        return best_of(&hit);
    if (turned(&t))
        return NULL;
    s = lexicon_cut(lx, text, shorter, a);
    if (s.count && lexicon_match(lx, &s, 0, &hit) && hit.atoms == s.count)
        return best_of(&hit);
    return only_name(lx, &t);
}

/* ---- a site's file ---- */

static const lexicon the_core = {.version = CORE_VERSION};

const lexicon *lexicon_core(void)
{
    return &the_core;
}

/* What the lexicon is: two sites' files of one name are told apart by the first digits of their
 * SHA-256. */
static void name_version(lexicon *lx, const char *path, const char *text, size_t size)
{
    struct sha256_ctx sha;
    uint8_t digest[4];

    sha256_init(&sha);
    sha256_update(&sha, size, (const uint8_t *)text);
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

static lexicon *load_into(arena *a, const char *path, table_faults *faults, eligo_error *err)
{
    lexicon *lx = arena_alloc(a, sizeof *lx);
    size_t size = 0;
    char *text = lx ? file_read(path, LIMIT_LEXICON_BYTES, 0, &size, err) : NULL, *kept;
    table_file file = {path, NULL, size};

    if (!text)
        return NULL;
    lx->memory = a;
    name_version(lx, path, text, size);
    file.text = kept = arena_text(a, text, size);
    free(text);
    if (!kept)
        return NULL;
    lx->site = table_build(&file, 1, &lexicon_core_table, NULL, NULL, NULL, a, faults);
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
