/* Printing the lexicon. Synonyms and codes are printed from the tables' own cells. */
#include "rules/lexicon_list.h"

#include "engine/base/error.h"
#include "engine/base/jsonout.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/narrow.h"
#include "rules/table.h"
#include "rules/unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FOUND = 12, LONGEST_NAME = 80 };

/* "no:snomed:60001007@hl7" */
static void code_out(json_out *o, const char *text, size_t size)
{
    const char *at = memchr(text, '@', size), *end = at ? at : text + size, *colon;
    const char *sense = NULL;

    if (size > 3 && (memcmp(text, "no:", 3) == 0 || memcmp(text, "hx:", 3) == 0)) {
        sense = *text == 'n' ? "denies" : "history";
        text += 3;
        size -= 3;
    }
    colon = memchr(text, ':', (size_t)(end - text));
    if (!colon)
        return;
    json_open(o, '{');
    json_put_key(o, "system");
    json_put_bytes(o, text, (size_t)(colon - text));
    json_put_key(o, "code");
    json_put_bytes(o, colon + 1, (size_t)(end - colon - 1));
    json_put_key(o, "source");
    json_put_bytes(o, at ? at + 1 : end, at ? (size_t)(text + size - at - 1) : 0);
    if (sense)
        json_text_member(o, "sense", sense);
    json_close(o, '}');
}

static void limits_out(json_out *o, const char *key, concept_limits l)
{
    if (isnan(l.low) && isnan(l.high))
        return;
    json_put_key(o, key);
    json_open(o, '[');
    json_put_number(o, l.low);
    json_put_number(o, l.high);
    json_close(o, ']');
}

static void concept_out(json_out *o, const lexicon *lx, const concept *c)
{
    const concept_row *r = lexicon_row(lx, c);
    const char *cell = r->synonyms, *part;
    size_t size;

    json_open(o, '{');
    json_text_member(o, "concept", c->id);
    json_text_member(o, "category", category_name(c->category));
    json_text_member(o, "name", c->name);
    json_put_key(o, "synonyms");
    json_open(o, '[');
    while (text_next_part(&cell, &part, &size)) {
        bool exact = *part == '=';

        json_put_bytes(o, part + exact, size - exact);
    }
    json_close(o, ']');
    json_put_key(o, "parents");
    json_open(o, '[');
    for (const concept *const *p = c->parents; *p; p++)
        json_put_text(o, (*p)->id);
    json_close(o, ']');
    json_put_key(o, "codes");
    json_open(o, '[');
    for (cell = r->codes; text_next_part(&cell, &part, &size);)
        code_out(o, part, size);
    json_close(o, ']');
    if (*c->units) {
        json_put_key(o, "units");
        json_open(o, '[');
        for (const char *const *u = c->units; *u; u++)
            json_put_text(o, *u);
        json_close(o, ']');
    }
    limits_out(o, "plausible", c->plausible);
    limits_out(o, "normal", c->normal);
    limits_out(o, "normal_female", c->normal_female);
    limits_out(o, "normal_male", c->normal_male);
    if (*c->attributes)
        json_text_member(o, "attributes", c->attributes);
    if (*r->source)
        json_text_member(o, "source", r->source);
    json_text_member(o, "tier", tier_name(c->tier));
    json_close(o, '}');
}

static void concepts_out(const lexicon *lx, const concept *const *list, size_t count, buffer *out)
{
    json_out *o = json_out_new(out, true);

    if (o) {
        json_open(o, '[');
        for (size_t i = 0; i < count; i++)
            concept_out(o, lx, list[i]);
        json_close(o, ']');
    }
    if (!json_out_delete(o))
        out->failed = true;
    buffer_putc(out, '\n');
}

static void line_out(const concept *c, buffer *out)
{
    buffer_printf(out, "%-32s %-13s %s\n", c->id, category_name(c->category), c->name);
}

void lexicon_list(const lexicon *lx, category only, bool json, buffer *out)
{
    const concept **list = malloc((lexicon_size(lx) + 1) * sizeof *list);
    size_t count = 0;

    if (!list) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < lexicon_size(lx); i++)
        if (only == CATEGORY_NONE || lexicon_at(lx, i)->category == only)
            list[count++] = lexicon_at(lx, i);
    if (json)
        concepts_out(lx, list, count, out);
    else
        for (size_t i = 0; i < count; i++)
            line_out(list[i], out);
    free(list);
}

/* ---- show ---- */

static void cell_out(const char *label, const char *cell, buffer *out)
{
    const char *part;
    size_t size;

    for (bool first = true; text_next_part(&cell, &part, &size); first = false) {
        buffer_printf(out, "%-12s", first ? label : "");
        buffer_add(out, part, size);
        buffer_putc(out, '\n');
    }
}

static void range_out(const char *label, concept_limits l, const concept *c, buffer *out)
{
    if (isnan(l.low) && isnan(l.high))
        return;
    buffer_printf(out, "%-12s", label);
    if (!isnan(l.low))
        buffer_number(out, l.low);
    buffer_puts(out, " .. ");
    if (!isnan(l.high))
        buffer_number(out, l.high);
    buffer_printf(out, " %s\n", *c->units ? *c->units : "");
}

static void text_out(const lexicon *lx, const concept *c, buffer *out)
{
    const concept_row *r = lexicon_row(lx, c);

    buffer_printf(out, "%s  %s (%s, %s)\n", c->id, c->name, category_name(c->category),
                  tier_name(c->tier));
    cell_out("also", r->synonyms, out);
    for (const concept *const *p = c->parents; *p; p++)
        buffer_printf(out, "%-12s%s  %s\n", p == c->parents ? "is a" : "", (*p)->id, (*p)->name);
    cell_out("codes", r->codes, out);
    for (const char *const *u = c->units; *u; u++)
        buffer_printf(out, "%-12s%s\n", u == c->units ? "units" : "", *u);
    range_out("plausible", c->plausible, c, out);
    range_out("normal", c->normal, c, out);
    range_out("  women", c->normal_female, c, out);
    range_out("  men", c->normal_male, c, out);
    cell_out("attributes", c->attributes, out);
    cell_out("source", r->source, out);
    for (size_t i = 0, n = 0; i < lexicon_size(lx); i++)
        for (const concept *const *p = lexicon_at(lx, i)->parents; *p; p++)
            if (*p == c || *p == c->replaces)
                buffer_printf(out, "%-12s%s  %s\n", n++ ? "" : "below", lexicon_at(lx, i)->id,
                              lexicon_at(lx, i)->name);
}

bool lexicon_show(const lexicon *lx, const char *id, bool json, buffer *out)
{
    const concept *c = lexicon_concept(lx, id, strlen(id));

    if (!c)
        return false;
    if (json)
        concepts_out(lx, &c, 1, out);
    else
        text_out(lx, c, out);
    return true;
}

/* ---- find ---- */

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '-' || c == '_' ? ' ' : c;
}

/* Letters that must change to make one name of the other (Levenshtein), letter case apart. */
static unsigned distance(const char *a, size_t n, const char *b, size_t m)
{
    unsigned row[LONGEST_NAME + 1];

    for (size_t j = 0; j <= m; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned corner = row[0];

        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned best = corner + (small(a[i - 1]) != small(b[j - 1]));

            corner = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[m];
}

/* Where `part` stands in `whole` at the beginning of a word. */
static bool has_words(const char *whole, size_t n, const char *part, size_t m)
{
    for (size_t i = 0; i + m <= n; i++) {
        size_t k = 0;

        if (i && small(whole[i - 1]) != ' ' && whole[i - 1] != '(')
            continue;
        while (k < m && small(whole[i + k]) == small(part[k]))
            k++;
        if (k == m)
            return true;
    }
    return false;
}

/* How far the words are from a name: 0 the same; above 1000: another thing. */
static unsigned far_from(const char *words, size_t n, const char *name, size_t m)
{
    unsigned d;

    if (m && *name == '=')
        name++, m--;
    if (!m || m > LONGEST_NAME || n > LONGEST_NAME)
        return 2000;
    if (n >= 3 && has_words(name, m, words, n))
        return m == n ? 0 : 10 + (unsigned)(m - n);
    if ((m > n ? m - n : n - m) > n / 4)
        return 2000;
    d = distance(words, n, name, m);
    return d <= n / 4 ? d * 4 : 2000;
}

static unsigned nearest_name(const lexicon *lx, const concept *c, const char *words, size_t size)
{
    const char *cell = lexicon_row(lx, c)->synonyms, *part;
    size_t n;
    unsigned best = far_from(words, size, c->name, strlen(c->name)),
             d = far_from(words, size, c->id, strlen(c->id));

    if (d < best)
        best = d;
    while (text_next_part(&cell, &part, &n))
        if ((d = far_from(words, size, part, n)) < best)
            best = d;
    return best;
}

typedef struct ranking {
    const concept *list[MOST_FOUND];
    unsigned far[MOST_FOUND];
    size_t count;
} ranking;

static void rank(ranking *r, const concept *c, unsigned far)
{
    size_t at = r->count;

    for (size_t i = 0; i < r->count; i++)
        if (r->list[i] == c)
            return;
    while (at > 0 && r->far[at - 1] > far)
        at--;
    if (at == MOST_FOUND)
        return;
    if (r->count < MOST_FOUND)
        r->count++;
    memmove(r->list + at + 1, r->list + at, (r->count - at - 1) * sizeof *r->list);
    memmove(r->far + at + 1, r->far + at, (r->count - at - 1) * sizeof *r->far);
    r->list[at] = c;
    r->far[at] = far;
}

/* What the words name, then what has a similar name. */
static ranking nearest(const lexicon *lx, const char *words, size_t size, arena *a)
{
    ranking r = {.count = 0};
    atoms t = lexicon_cut(lx, words, size, a);
    lexicon_hit hit;

    for (size_t i = 0; i < t.count; i++)
        if (lexicon_match(lx, &t, i, &hit) && (hit.atoms == t.count || t.count > 1)) {
            if (hit.quantity)
                rank(&r, hit.quantity, hit.atoms == t.count ? 0 : 5);
            if (hit.thing)
                rank(&r, hit.thing, hit.atoms == t.count ? 0 : 5);
        }
    for (size_t i = 0; i < lexicon_size(lx); i++) {
        unsigned far = nearest_name(lx, lexicon_at(lx, i), words, size);

        if (far <= 1000)
            rank(&r, lexicon_at(lx, i), far + 1);
    }
    return r;
}

size_t lexicon_nearest(const lexicon *lx, const char *words, size_t size, const concept **list,
                       size_t room, arena *a)
{
    ranking r = nearest(lx, words, size, a);
    size_t count = r.count < room ? r.count : room;

    if (count)
        memcpy(list, r.list, count * sizeof *list);
    return count;
}

/* "snomed:22298006": what a record's code means. False: it is not written as a code. */
static bool by_code(const lexicon *lx, const char *words, ranking *r)
{
    const char *colon = strchr(words, ':');
    code_system s = colon ? code_system_find(words, (size_t)(colon - words)) : CODE_UNKNOWN;
    const concept *c;

    *r = (ranking){.count = 0};
    if (s == CODE_UNKNOWN)
        return false;
    if ((c = lexicon_code(lx, s, colon + 1, strlen(colon + 1), NULL)))
        rank(r, c, 0);
    return true;
}

size_t lexicon_find(const lexicon *lx, const char *words, bool json, buffer *out)
{
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    ranking r;

    if (!a) {
        out->failed = true;
        return 0;
    }
    if (!by_code(lx, words, &r))
        r = nearest(lx, words, strlen(words), a);
    if (json)
        concepts_out(lx, r.list, r.count, out);
    else
        for (size_t i = 0; i < r.count; i++)
            line_out(r.list[i], out);
    arena_delete(a);
    return r.count;
}

/* ---- check ---- */

static void fault_out(const table_fault *f, buffer *out)
{
    buffer_printf(out, "%s:%zu:%zu: %s%s%s\n", f->file, f->line, f->column,
                  f->cell ? table_columns[f->cell - 1] : "", f->cell ? ": " : "", f->message);
}

static bool other_measure(const char *code, const char *first)
{
    unit a, b;

    return unit_parse(code, strlen(code), &a, NULL) && unit_parse(first, strlen(first), &b, NULL) &&
           unit_other_measure(&a, &b);
}

/* Units that are no UCUM, or that do not convert to the concept's default. */
static size_t check_units(const concept *c, buffer *out)
{
    size_t count = 0;
    unit one;
    double value;

    for (const char *const *u = c->units; *u; u++) {
        eligo_error err = {0};

        if (!unit_parse(*u, strlen(*u), &one, &err))
            buffer_printf(out, "%s: the unit %s: %s\n", c->id, *u, err.message);
        else if (strstr(*u, "{FEU}") || other_measure(*u, c->units[0]))
            continue; /* its own standard: compares with itself only, and is said to be in use */
        else if (unit_convert_codes(1, *u, c->units[0], c, &value) != UNIT_OK)
            buffer_printf(out, "%s: the unit %s does not convert to %s\n", c->id, *u, c->units[0]);
        else
            continue;
        count++;
    }
    return count;
}

/* Of the core, whose tables say which words change nothing, names that narrow are faults; in a
 * site's file they are to be looked at. What is imported has the names of its authority. */
static size_t check_concept(const lexicon *lx, const concept *c, buffer *out)
{
    size_t narrow = c->tier == TIER_IMPORTED ? 0 : narrow_names(lx, c, out);

    return check_units(c, out) + (c->tier == TIER_CORE ? narrow : 0);
}

size_t lexicon_check(const char *path, buffer *out, eligo_error *err)
{
    arena *a = arena_new(LIMIT_LEXICON_ARENA);
    table_faults faults = {0};
    const lexicon *lx = NULL;
    size_t bad = 0;

    if (!a) {
        error_memory(err, path);
        return 0;
    }
    lx = path ? lexicon_read(path, a, &faults, err) : lexicon_core();
    for (size_t i = 0; i < faults.count; i++)
        fault_out(&faults.list[i], out);
    for (size_t i = 0; lx && i < lexicon_size(lx); i++)
        if (!path || lexicon_at(lx, i)->tier != TIER_CORE)
            bad += check_concept(lx, lexicon_at(lx, i), out);
    if (lx)
        buffer_printf(out, "%s: %zu concepts\n", lexicon_version(lx), lexicon_size(lx));
    arena_delete(a);
    return bad + faults.count + faults.more;
}
