/* A program of the build: tables in, C out (standard output).
 *
 *     mktable lexicon DIR    DIR/{measurements,conditions,...}.tsv -> lexicon_core_table
 *     mktable cues FILE      cues.tsv -> lexicon_cue_table
 *     mktable words DIR      DIR/words.tsv, behind DIR/cues.tsv -> lexicon_word_table
 *     mktable roles FILE     roles.tsv -> grammar_roles
 *     mktable headings FILE  headings.tsv -> heading_roles
 *     mktable groups FILE    groups.tsv -> group_roles
 *     mktable lint FILE      lint.tsv -> lint_roles
 *     mktable audit FILE     audit.tsv -> audit_roles
 *     mktable measures FILE  measures.tsv -> measure_table
 *     mktable registry FILE  registry.tsv -> registry_fields, registry_lines
 *     mktable sides FILE     sides.tsv -> side_table
 *     mktable siblings FILE  siblings.tsv -> sibling_table
 *     mktable relatives FILE relatives.tsv -> relative_table
 *     mktable same FILE      same.tsv -> same_table
 *     mktable ambiguous FILE ambiguous.tsv -> ambiguous_table
 *     mktable sayings FILE   sayings.tsv -> saying_NAME of each row
 *     mktable overlaps FILE  overlaps.tsv -> overlap_table
 *     mktable kin FILE       kin.tsv -> kin_table
 *
 * A table that is not there is empty. Every fault is listed (FILE:LINE: column N: what); then the
 * exit status is 1. */
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/error.h"
#include "rules/fold.h"
#include "rules/table.h"
#include "rules/registry.h"
#include "rules/roles.h"
#include "rules/words.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const tables[] = {"measurements", "conditions", "medications",
                                     "procedures",   "others",     NULL};

static void put_quoted(const char *text, size_t size)
{
    putchar('"');
    for (const unsigned char *p = (const unsigned char *)text, *end = p + size; p < end; p++)
        if (*p == '"' || *p == '\\' || *p == '?')
            printf("\\%c", *p);
        else if (*p < 32 || *p > 126)
            printf("\\%03o", *p);
        else
            putchar(*p);
    putchar('"');
}

static void put_text(const char *text)
{
    put_quoted(text, strlen(text));
}

static void put_pool(const char *type, const char *name, const char *pool, size_t size)
{
    printf("static const %s %s[%zu] = {", type, name, size + 1);
    for (size_t i = 0; i < size; i++)
        printf("%s%d,", i % 32 ? "" : "\n", pool[i]);
    printf("0};\n");
}

static void put_number(double x)
{
    if (isnan(x))
        printf("NAN");
    else
        printf("%.17g", x);
}

static void put_limits(const char *field, concept_limits l)
{
    printf(" .%s = {", field);
    put_number(l.low);
    printf(", ");
    put_number(l.high);
    printf("},");
}

static void put_phrases(const phrases *p)
{
    uint32_t count = p->meanings[p->states].edges;

    printf("static const phrase_edge edges[%u] = {", count + 1);
    for (uint32_t i = 0; i < count; i++)
        printf("%s{%u,%u},", i % 8 ? "" : "\n", p->edges[i].key, p->edges[i].next);
    printf("};\nstatic const phrase_meaning meanings[%u] = {", p->states + 1);
    for (uint32_t i = 0; i <= p->states; i++)
        printf("\n{%u,%u,%u,%u,%#x,%u},", p->meanings[i].quantity, p->meanings[i].thing,
               p->meanings[i].behind, p->meanings[i].patterns, p->meanings[i].next,
               p->meanings[i].edges);
    printf("};\nstatic const uint32_t first[%u] = {", p->first_count + 1);
    for (uint32_t i = 0; i < p->first_count; i++)
        if (p->first[i])
            printf("\n[%u]=%u,", i, p->first[i]);
    printf("};\n");
}

static void put_slots(const char *name, const word_slot *slots, uint32_t mask)
{
    printf("static const word_slot %s[%u] = {", name, mask + 1);
    for (uint32_t i = 0; i <= mask; i++)
        if (slots[i].id)
            printf("\n[%u]={%uu,%u},", i, slots[i].hash, slots[i].id);
    printf("};\n");
}

static void put_words(const vocabulary *v)
{
    put_slots("folded", v->folded, v->folded_mask);
    put_slots("exact", v->exact, v->exact_mask);
    printf("static const uint32_t places[%u] = {", v->count + 1);
    for (uint32_t i = 0; i <= v->count; i++)
        printf("%s%u,", i % 16 ? "" : "\n", v->place[i]);
    printf("};\n");
    put_pool("char", "word_pool", v->pool, v->place[v->count]);
}

static void put_list(const lexicon_table *t, const char *name, uint32_t i,
                     const concept *const *list)
{
    if (!*list)
        return;
    printf("static const concept *const %s%u[] = {", name, i);
    for (; *list; list++)
        printf("&concepts[%zu], ", (size_t)(*list - t->concepts));
    printf("0};\n");
}

static void put_parts(const lexicon_table *t, uint32_t i)
{
    const concept *c = &t->concepts[i];

    put_list(t, "parents", i, c->parents);
    put_list(t, "above", i, c->above);
    if (*c->units) {
        printf("static const char *const units%u[] = {", i);
        for (const char *const *u = c->units; *u; u++) {
            put_text(*u);
            printf(", ");
        }
        printf("0};\n");
    }
    if (c->grades) {
        printf("static const concept_grade grades%u[] = {", i);
        for (const concept_grade *g = c->grades; g->name; g++) {
            printf("{");
            put_text(g->name);
            printf(", ");
            put_number(g->low);
            printf(", ");
            put_number(g->high);
            printf("}, ");
        }
        printf("{0, NAN, NAN}};\n");
    }
}

static void put_member(const lexicon_table *t, const char *field, const concept *c)
{
    if (c)
        printf(" .%s = &concepts[%zu],", field, (size_t)(c - t->concepts));
}

static void put_concept(const lexicon_table *t, uint32_t i)
{
    const concept *c = &t->concepts[i];

    printf("{.id = ");
    put_text(c->id);
    printf(", .name = ");
    put_text(c->name);
    printf(", .attributes = ");
    put_text(c->attributes);
    printf(", .category = %d, .flags = %u,", (int)c->category, c->flags);
    printf(*c->parents ? " .parents = parents%u," : " .parents = nothing,", i);
    printf(*c->above ? " .above = above%u," : " .above = nothing,", i);
    printf(*c->units ? " .units = units%u," : " .units = no_units,", i);
    if (c->grades)
        printf(" .grades = grades%u,", i);
    put_limits("plausible", c->plausible);
    put_limits("normal", c->normal);
    put_limits("normal_female", c->normal_female);
    put_limits("normal_male", c->normal_male);
    put_limits("scale", c->scale);
    printf(" .molar = %.17g, .valence = %.17g,", c->molar, c->valence);
    put_member(t, "confirms", c->confirms);
    put_member(t, "denies", c->denies);
    put_member(t, "substance", c->substance);
    printf("},\n");
}

static void put_codes(const char *name, const code_entry *list, uint32_t count)
{
    printf("static const code_entry %s[%u] = {", name, count + 1);
    for (uint32_t i = 0; i < count; i++)
        printf("\n{%u,%u,%u,%d,%d},", list[i].low, list[i].high, list[i].concept, list[i].system,
               list[i].sense);
    printf("{0}};\n");
}

static void put_patterns(const lexicon_table *t)
{
    printf("static const pattern_row patterns[%u] = {\n", t->pattern_count + 1);
    for (uint32_t i = 0; i < t->pattern_count; i++) {
        printf("{");
        put_text(t->patterns[i].text);
        printf(", ");
        put_text(t->patterns[i].needs);
        printf(",%u},\n", t->patterns[i].concept);
    }
    printf("{0}};\nstatic const pattern_first firsts[%u] = {", t->first_count + 1);
    for (uint32_t i = 0; i < t->first_count; i++)
        printf("{%u,%u},", t->firsts[i].pattern, t->firsts[i].next);
    printf("{0}};\n");
}

static size_t pool_size(const lexicon_table *t)
{
    size_t most = 1;

    for (uint32_t i = 0; i < t->code_count + t->range_count; i++) {
        uint32_t at[] = {t->codes[i].low, t->codes[i].high};

        for (int k = 0; k < 2; k++)
            if (at[k] + strlen(t->pool + at[k]) + 1 > most)
                most = at[k] + strlen(t->pool + at[k]) + 1;
    }
    return most;
}

/* The numbers of the concepts by their ids, and how many lie at and below each. */
static void put_ids(arena *a, const lexicon_table *t)
{
    size_t *below = arena_array(a, t->count, sizeof *below);

    printf("static const uint32_t id_slots[%u] = {", t->id_mask + 1);
    for (uint32_t i = 0; i <= t->id_mask; i++)
        printf("%s%u,", i % 16 ? "" : "\n", t->id_slots[i]);
    printf("};\nstatic const uint8_t below[%u] = {", t->count + 1);
    for (uint32_t i = 0; below && i < t->count; i++) {
        below[i]++;
        for (const concept *const *c = t->concepts[i].above; *c; c++)
            below[*c - t->concepts]++;
    }
    for (uint32_t i = 0; below && i < t->count; i++)
        printf("%s%zu,", i % 16 ? "" : "\n", below[i] < UINT8_MAX ? below[i] : UINT8_MAX);
    printf("};\n");
}

/* The numbers of the concepts that have units; how many. */
static uint32_t put_with_units(const lexicon_table *t)
{
    uint32_t count = 0;

    printf("static const uint32_t with_units[] = {");
    for (uint32_t i = 0; i < t->count; i++)
        if (*t->concepts[i].units)
            printf("%s%u,", count++ % 16 ? "" : "\n", i);
    printf("0};\n");
    return count;
}

/* Which words of the audit are the ids of concepts: "opioid" is a word for what fades. */
static void put_id_words(const lexicon_table *t, const word_table *words)
{
    printf("static const uint64_t id_words[%u] = {\n", t->count + 1);
    for (uint32_t i = 0; i < t->count; i++) {
        const char *id = t->concepts[i].id;
        const phrase_meaning *m;
        uint32_t state = 0, key, exact;
        uint64_t classes = 0;
        fold_cutter at;
        fold_atom x;
        bool known = true;

        fold_begin(&at, id, strlen(id));
        while (known && fold_next(&at, &x)) {
            word_keys(&t->words, NULL, &x, &key, &exact);
            state = key ? phrase_step(&words->phrases, state, key) : 0;
            known = state != 0;
        }
        m = &words->phrases.meanings[state];
        for (uint32_t k = 0; known && k < m->quantity; k++)
            classes |= (uint64_t)1 << words->entries[m->thing - 1 + k].class;
        if (classes)
            printf("[%u]=%#" PRIx64 ",", i, classes);
    }
    printf("};\n");
}

static void put_lexicon(arena *a, const lexicon_table *t, const word_table *words)
{
    uint32_t with_units;

    printf(
        "#include \"rules/table.h\"\n#include <math.h>\n"
        "static const concept *const nothing[] = {0};\nstatic const char *const no_units[] = {0};\n"
        "static const concept concepts[%u];\n",
        t->count + 1);
    for (uint32_t i = 0; i < t->count; i++)
        put_parts(t, i);
    printf("static const concept concepts[%u] = {\n", t->count + 1);
    for (uint32_t i = 0; i < t->count; i++)
        put_concept(t, i);
    printf("{0}};\nstatic const concept_row rows[%u] = {\n", t->count + 1);
    for (uint32_t i = 0; i < t->count; i++) {
        const char *cells[] = {t->rows[i].synonyms, t->rows[i].codes, t->rows[i].source,
                               t->rows[i].patterns};

        for (int k = 0; k < 4; k++) {
            printf(k ? ", " : "{");
            put_text(cells[k]);
        }
        printf("},\n");
    }
    printf("{0}};\nstatic const uint32_t by_id[%u] = {", t->id_count + 1);
    for (uint32_t i = 0; i < t->id_count; i++)
        printf("%s%u,", i % 16 ? "" : "\n", t->by_id[i]);
    printf("};\n");
    put_words(&t->words);
    put_phrases(&t->phrases);
    put_codes("codes", t->codes, t->code_count);
    put_codes("ranges", t->ranges, t->range_count);
    put_pool("char", "code_pool", t->pool, pool_size(t));
    put_patterns(t);
    put_ids(a, t);
    put_id_words(t, words);
    with_units = put_with_units(t);
    printf(
        "const lexicon_table lexicon_core_table = {concepts, rows, by_id, %u, %u, id_slots, %u,\n"
        "    {folded, exact, %u, %u, places, word_pool, %u, %u},\n    {edges, meanings, %u, "
        "first, %u},\n"
        "    codes, ranges, %u, %u, code_pool, patterns, firsts, %u, %u, below, id_words,\n    "
        "with_units, %u};\n",
        t->count, t->id_count, t->id_mask, t->words.folded_mask, t->words.exact_mask,
        t->words.first, t->words.count, t->phrases.states, t->phrases.first_count, t->code_count,
        t->range_count, t->pattern_count, t->first_count, with_units);
}

static void put_cues(const cue_table *t)
{
    printf("#include \"rules/table.h\"\n");
    put_phrases(&t->phrases);
    printf("static const cue cues[%u] = {\n", t->count + 1);
    for (uint32_t i = 0; i < t->count; i++) {
        printf("{CUE_%s, ", cue_class_name(t->cues[i].class));
        put_text(t->cues[i].value);
        printf("},\n");
    }
    printf("{0}};\nconst cue_table lexicon_cue_table = {cues, %u, {edges, meanings, %u, first, "
           "%u}};\n",
           t->count, t->phrases.states, t->phrases.first_count);
}

/* ---- */

static bool read_table(arena *a, const char *folder, const char *name, table_file *out)
{
    char *path = arena_printf(a, *folder ? "%s/%s" : "%s%s", folder, name), *text;
    eligo_error err = {0};
    char message[700];

    *out = (table_file){path, "", 0, false};
    if (!path || access(path, F_OK) != 0)
        return path != NULL;
    text = file_read(path, LIMIT_LEXICON_BYTES, 0, &out->size, &err);
    if (!text) {
        fprintf(stderr, "%s\n", error_text(&err, message, sizeof message));
        return false;
    }
    out->text = arena_text(a, text, out->size);
    free(text);
    return out->text != NULL;
}

static int tell(const table_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        const table_fault *f = &faults->list[i];

        if (f->cell)
            fprintf(stderr, "%s:%zu: column %zu: %s\n", f->file, f->line, f->cell, f->message);
        else
            fprintf(stderr, "%s:%zu: %s\n", f->file, f->line, f->message);
    }
    if (faults->more)
        fprintf(stderr, "mktable: %zu more\n", faults->more);
    return 1;
}

static int make_lexicon(arena *a, const char *folder)
{
    table_file files[8], sources, cues, words;
    table_faults faults = {0}, unheard = {0};
    const word_table *audit;
    const lexicon_table *t;
    size_t n = 0;

    for (; tables[n]; n++) {
        char name[40];

        snprintf(name, sizeof name, "%s.tsv", tables[n]);
        if (!read_table(a, folder, name, &files[n]))
            return 1;
    }
    if (!read_table(a, folder, "sources.tsv", &sources) ||
        !read_table(a, folder, "cues.tsv", &cues) || !read_table(a, folder, "words.tsv", &words))
        return 1;
    t = table_build(files, n, NULL, &sources, &cues, &words, a, &faults);
    if (!t || faults.count)
        return tell(&faults);
    audit =
        table_build_words(&cues, &words, a, &unheard); /* they are told where they are compiled */
    if (!audit)
        return 1;
    put_lexicon(a, t, audit);
    return 0;
}

static int make_cues(arena *a, const char *path)
{
    table_file file;
    table_faults faults = {0};
    const cue_table *t;

    if (!read_table(a, "", path, &file))
        return 1;
    t = table_build_cues(&file, a, &faults);
    if (!t || faults.count)
        return tell(&faults);
    put_cues(t);
    return 0;
}

/* ---- words of the audit ---- */

static void put_word_table(const word_table *t)
{
    printf("#include \"rules/words.h\"\n");
    put_phrases(&t->phrases);
    printf("static const word_entry entries[%u] = {\n", t->count + 1);
    for (uint32_t i = 0; i < t->count; i++) {
        printf("{");
        put_text(t->entries[i].phrase);
        printf(", ");
        put_text(t->entries[i].value);
        printf(", %d, %#" PRIx64 "},\n", (int)t->entries[i].class, t->entries[i].classes);
    }
    printf("{0}};\nstatic const uint32_t letters[] = {");
    for (int c = 0; c < WORD_CLASSES; c++) {
        uint32_t letters = 0;

        for (uint32_t i = 0; i < t->count; i++) {
            fold_cutter at;
            fold_atom x;

            fold_begin(&at, t->entries[i].phrase, strlen(t->entries[i].phrase));
            if ((int)t->entries[i].class == c && fold_next(&at, &x))
                letters |= role_letter(x.folded[0]);
        }
        printf("%#x,", (unsigned)letters);
    }
    printf("};\nconst word_table lexicon_word_table = {entries, %u, {edges, meanings, %u, "
           "first, %u}, letters};\n",
           t->count, t->phrases.states, t->phrases.first_count);
}

static int make_words(arena *a, const char *folder)
{
    table_file cues, words;
    table_faults faults = {0};
    const word_table *t;

    if (!read_table(a, folder, "cues.tsv", &cues) || !read_table(a, folder, "words.tsv", &words))
        return 1;
    t = table_build_words(&cues, &words, a, &faults);
    if (!t || faults.count)
        return tell(&faults);
    put_word_table(t);
    return 0;
}

/* ---- tables of rows ---- */

/* Takes one row; false: it has told what is wrong with it. */
typedef bool row_reader(void *to, const char *path, size_t number, const char *line, size_t size);

/* Hands over the rows of a table, without comments and the row that begins with `head`. False: it
 * cannot be read, or a row has a fault. */
static bool each_row(arena *a, const char *path, const char *head, row_reader *take, void *to)
{
    table_file file;
    size_t number = 0, n = strlen(head);

    if (!read_table(a, "", path, &file))
        return false;
    for (const char *p = file.text, *end = p + file.size; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));

        if (!stop)
            stop = end;
        number++;
        if (stop > p && *p != '#' &&
            !((size_t)(stop - p) > n && memcmp(p, head, n) == 0 && p[n] == '\t') &&
            !take(to, path, number, p, (size_t)(stop - p)))
            return false;
        p = stop + 1;
    }
    return !arena_failed(a);
}

/* ---- roles of words ---- */

enum { ROLE_PLACES = 4096 }; /* of the hash table: at least twice the words */

typedef struct role_source {
    const char *(*name)(unsigned bit);
    bool phrases; /* a row may have some, and numbers */
    role_entry *places;
    size_t count;
    uint32_t letters[64], ends[32];
} role_source;

/* One line: role, words. */
static bool read_roles(void *to, const char *path, size_t number, const char *line, size_t size)
{
    role_source *s = to;
    const char *end = line + size, *tab = memchr(line, '\t', size);
    unsigned bit = 0;

    while (tab && s->name(bit) &&
           (strlen(s->name(bit)) != (size_t)(tab - line) ||
            memcmp(s->name(bit), line, (size_t)(tab - line)) != 0))
        bit++;
    if (!tab || !s->name(bit)) {
        fprintf(stderr, "%s:%zu: a row has two columns: a role of rules/roles.h, and words\n", path,
                number);
        return false;
    }
    for (const char *p = tab + 1; p <= end;) {
        const char *bar = memchr(p, '|', (size_t)(end - p)), *stop = bar ? bar : end;
        size_t n = (size_t)(stop - p);
        bool lower = n > 0 && n <= ROLE_LETTERS;
        role_word word;
        uint32_t i;

        for (size_t k = 0; k < n; k++)
            lower = lower && ((p[k] >= 'a' && p[k] <= 'z') || p[k] == '\'' ||
                              (s->phrases && (p[k] == '-' || (p[k] >= '0' && p[k] <= '9') ||
                                              (p[k] == ' ' && k > 0 && k + 1 < n))));
        if (!lower || s->count >= ROLE_PLACES / 2) {
            fprintf(stderr, "%s:%zu: \"%.*s\" is no word in lower case of at most %d letters\n",
                    path, number, (int)n, p, ROLE_LETTERS);
            return false;
        }
        word = role_word_of(p, n);
        i = role_hash(&word) & (ROLE_PLACES - 1);
        while (s->places[i].roles && (strnlen(s->places[i].word, ROLE_LETTERS) != n ||
                                      memcmp(s->places[i].word, p, n) != 0))
            i = (i + 1) & (ROLE_PLACES - 1);
        if (!s->places[i].roles) {
            memcpy(s->places[i].word, p, n);
            s->count++;
        }
        s->places[i].roles |= (role_set)1 << bit;
        s->letters[bit] |= role_letter(*p);
        s->ends[p[0] & 31] |= 1u << (p[n - 1] & 31);
        p = stop + 1;
    }
    return true;
}

static int make_roles(arena *a, const char *path, const char *table,
                      const char *(*name)(unsigned bit), bool of_phrases)
{
    role_source s = {name, of_phrases, arena_array(a, ROLE_PLACES, sizeof *s.places), 0, {0}, {0}};

    if (!s.places || !each_row(a, path, "role", read_roles, &s))
        return 1;
    printf("#include \"rules/roles.h\"\nstatic const role_entry places[%d] = {\n", ROLE_PLACES);
    for (size_t i = 0; i < ROLE_PLACES; i++)
        if (s.places[i].roles)
            printf("[%zu] = {\"%.*s\", %#" PRIx64 "},\n", i, ROLE_LETTERS, s.places[i].word,
                   s.places[i].roles);
    printf("};\nstatic const uint32_t letters[] = {");
    for (unsigned bit = 0; name(bit); bit++)
        printf("%#x,", (unsigned)s.letters[bit]);
    printf("};\nstatic const uint32_t ends[] = {");
    for (unsigned i = 0; i < 32; i++)
        printf("%#x,", (unsigned)s.ends[i]);
    printf("};\nconst role_table %s = {places, %d, letters, ends};\n", table, ROLE_PLACES - 1);
    return 0;
}

/* ---- tables of two columns: a name, and several of what belongs to it ---- */

typedef struct list_form {
    const char *verb, *header, *type, *table, *head; /* head: of the first column; type NULL: no
                                                        table, but a list for each row */
} list_form;

static const list_form list_forms[] = {
    {"measures", "rules/measures.h", "measure_row", "measure_table", "condition"},
    {"sides", "rules/measures.h", "side_row", "side_table", "side"},
    {"siblings", "rules/measures.h", "measure_row", "sibling_table", "quantity"},
    {"relatives", "rules/relatives.h", "relative_row", "relative_table", "relative"},
    {"same", "rules/narrow.h", "name_row", "same_table", "of"},
    {"ambiguous", "rules/narrow.h", "name_row", "ambiguous_table", "abbreviation"},
    {"sayings", "rules/sayings.h", NULL, "saying_", "saying"}, /* each row is a list by its name */
};

static int make_lists(arena *a, const list_form *form, const char *path)
{
    table_file file;
    size_t number = 0, rows = 0, head = strlen(form->head);

    if (!read_table(a, "", path, &file))
        return 1;
    printf("#include \"%s\"\n", form->header);
    for (unsigned pass = 0; pass < (form->type ? 2 : 1); pass++) {
        number = rows = 0;
        if (pass)
            printf("const %s %s[] = {\n", form->type, form->table);
        for (const char *p = file.text, *end = p + file.size; p < end;) {
            const char *stop = memchr(p, '\n', (size_t)(end - p)), *tab;

            if (!stop)
                stop = end;
            number++;
            tab = memchr(p, '\t', (size_t)(stop - p));
            if (stop > p && *p != '#' && (strncmp(p, form->head, head) != 0 || p[head] != '\t')) {
                if (!tab || tab == p || tab + 1 == stop) {
                    fprintf(stderr, "%s:%zu: a row has two columns, neither empty\n", path, number);
                    return 1;
                }
                if (pass) {
                    printf("{");
                    put_quoted(p, (size_t)(tab - p));
                    printf(", row%zu},\n", rows);
                } else {
                    if (form->type)
                        printf("static const char *const row%zu[] = {", rows);
                    else
                        printf("const char *const %s%.*s[] = {", form->table, (int)(tab - p), p);
                    for (const char *q = tab + 1; q < stop;) {
                        const char *bar = memchr(q, '|', (size_t)(stop - q));
                        const char *to = bar ? bar : stop;

                        put_quoted(q, (size_t)(to - q));
                        printf(", ");
                        q = to + 1;
                    }
                    printf("NULL};\n");
                }
                rows++;
            }
            p = stop + 1;
        }
    }
    if (form->type)
        printf("{0}};\n");
    return 0;
}

/* ---- codes of several concepts ---- */

static int by_concept_and_code(const void *x, const void *y)
{
    const overlap *a = x, *b = y;
    int order = strcmp(a->concept, b->concept);

    return order ? order : strcmp(a->code, b->code);
}

typedef struct overlap_rows {
    arena *a;
    overlap *list;
    size_t count, room;
} overlap_rows;

/* One line: concept, how, codes, why. */
static bool read_overlaps(void *to, const char *path, size_t number, const char *line, size_t size)
{
    overlap_rows *r = to;
    const char *end = line + size, *at[4] = {line}, *id;
    bool is;

    for (int i = 1; i < 4; i++) {
        at[i] = at[i - 1] ? memchr(at[i - 1], '\t', (size_t)(end - at[i - 1])) : NULL;
        at[i] = at[i] ? at[i] + 1 : NULL;
    }
    is = at[2] && at[2] - at[1] == 3 && memcmp(at[1], "is\t", 3) == 0;
    if (!at[3] || at[3] == end || !(is || (at[2] - at[1] == 4 && memcmp(at[1], "may\t", 4) == 0))) {
        fprintf(stderr, "%s:%zu: a row has four columns: concept, may or is, codes, why\n", path,
                number);
        return false;
    }
    id = arena_text(r->a, line, (size_t)(at[1] - line - 1));
    for (const char *p = at[2], *last = at[3] - 1; p <= last;) {
        const char *bar = memchr(p, '|', (size_t)(last - p)), *stop = bar ? bar : last;
        char code[24];
        size_t n = code_normal(CODE_ICD10CM, p, (size_t)(stop - p), code);

        if (!code_valid(CODE_ICD10CM, code, n)) {
            fprintf(stderr, "%s:%zu: \"%.*s\" is no code of ICD-10-CM\n", path, number,
                    (int)(stop - p), p);
            return false;
        }
        if (!arena_grow(r->a, (void **)&r->list, r->count, &r->room, sizeof *r->list))
            return false;
        r->list[r->count++] = (overlap){id, arena_text(r->a, code, n), is};
        p = stop + 1;
    }
    return true;
}

static int make_overlaps(arena *a, const char *path)
{
    overlap_rows r = {.a = a};

    if (!each_row(a, path, "concept", read_overlaps, &r))
        return 1;
    if (r.count)
        qsort(r.list, r.count, sizeof *r.list, by_concept_and_code);
    printf("#include \"rules/table.h\"\nconst overlap overlap_table[] = {\n");
    for (size_t i = 0; i < r.count; i++)
        printf("{\"%s\", \"%s\", %s},\n", r.list[i].concept, r.list[i].code,
               r.list[i].is ? "true" : "false");
    printf("{0}};\nconst size_t overlap_count = %zu;\n", r.count);
    return 0;
}

/* ---- words that speak of a thing without its name ---- */

static int by_kin_word(const void *x, const void *y)
{
    const kin *a = x, *b = y;

    return a->ending != b->ending ? (int)a->ending - (int)b->ending : strcmp(a->word, b->word);
}

typedef struct kin_rows {
    arena *a;
    kin *list;
    size_t count, room;
} kin_rows;

/* One line: word or ending, the name of the thing, words. */
static bool read_kin(void *to, const char *path, size_t number, const char *line, size_t size)
{
    kin_rows *r = to;
    const char *end = line + size, *first = memchr(line, '\t', size),
               *second = first ? memchr(first + 1, '\t', (size_t)(end - first - 1)) : NULL;
    const char *name;
    bool ending = first && first - line == 6 && memcmp(line, "ending", 6) == 0;

    if (!second || !(ending || (first - line == 4 && memcmp(line, "word", 4) == 0))) {
        fprintf(stderr, "%s:%zu: a row has three columns: word or ending, a name, words\n", path,
                number);
        return false;
    }
    name = arena_text(r->a, first + 1, (size_t)(second - first - 1));
    for (const char *p = second + 1; p <= end;) {
        const char *bar = memchr(p, '|', (size_t)(end - p)), *stop = bar ? bar : end;
        size_t n = (size_t)(stop - p);
        bool lower = n > 0 && n <= ROLE_LETTERS;

        for (size_t k = 0; k < n; k++)
            lower = lower && p[k] >= 'a' && p[k] <= 'z';
        if (!lower) {
            fprintf(stderr, "%s:%zu: \"%.*s\" is no word in lower case of at most %d letters\n",
                    path, number, (int)n, p, ROLE_LETTERS);
            return false;
        }
        if (!arena_grow(r->a, (void **)&r->list, r->count, &r->room, sizeof *r->list))
            return false;
        r->list[r->count++] = (kin){arena_text(r->a, p, n), name, ending};
        p = stop + 1;
    }
    return true;
}

static int make_kin(arena *a, const char *path)
{
    kin_rows r = {.a = a};

    if (!each_row(a, path, "how", read_kin, &r))
        return 1;
    if (r.count)
        qsort(r.list, r.count, sizeof *r.list, by_kin_word);
    printf("#include \"rules/table.h\"\nconst kin kin_table[] = {\n");
    for (size_t i = 0; i < r.count; i++)
        printf("{\"%s\", \"%s\", %s},\n", r.list[i].word, r.list[i].name,
               r.list[i].ending ? "true" : "false");
    printf("{0}};\nconst size_t kin_count = %zu;\n", r.count);
    return 0;
}

/* ---- words of registries' pages ---- */

enum { REGISTRY_MOST = 1000, REGISTRY_BYTES = 200 };

typedef struct registry_rows {
    registry_words list[REGISTRY_MOST];
    size_t count;
} registry_rows;

typedef struct registry_source {
    arena *a;
    registry_rows *fields, *lines;
} registry_source;

/* One line: kind, sure, words. */
static bool read_registry(void *into, const char *path, size_t number, const char *line,
                          size_t size)
{
    registry_source *s = into;
    const char *end = line + size, *first = memchr(line, '\t', size);
    const char *second = first ? memchr(first + 1, '\t', (size_t)(end - first - 1)) : NULL;
    unsigned kind = REGISTRY_NONE + 1;

    while (first && kind < REGISTRY_KINDS &&
           (strlen(registry_kind_name((registry_kind)kind)) != (size_t)(first - line) ||
            memcmp(registry_kind_name((registry_kind)kind), line, (size_t)(first - line)) != 0))
        kind++;
    if (!second || kind == REGISTRY_KINDS) {
        fprintf(stderr,
                "%s:%zu: a row has three columns: a kind of rules/registry.h, sure, words\n", path,
                number);
        return false;
    }
    for (const char *p = second + 1; p <= end;) {
        const char *bar = memchr(p, '|', (size_t)(end - p)), *stop = bar ? bar : end;
        registry_rows *to = kind < REGISTRY_OVER ? s->fields : s->lines;
        size_t n = (size_t)(stop - p);
        bool good = n > 0 && n < REGISTRY_BYTES && to->count < REGISTRY_MOST;

        for (size_t i = 0; i < n; i++)
            good = good && !(p[i] >= 'A' && p[i] <= 'Z');
        if (!good) {
            fprintf(stderr, "%s:%zu: \"%.*s\" is empty, too long, or not in lower case\n", path,
                    number, (int)n, p);
            return false;
        }
        to->list[to->count++] = (registry_words){arena_text(s->a, p, n), (unsigned char)n,
                                                 (unsigned char)kind, first[1] == 'y'};
        p = stop + 1;
    }
    return true;
}

static int by_text(const void *x, const void *y)
{
    return strcmp(((const registry_words *)x)->text, ((const registry_words *)y)->text);
}

static void put_registry(const char *name, registry_rows *r)
{
    size_t next = 0;

    qsort(r->list, r->count, sizeof *r->list, by_text);
    printf("static const registry_words %s_words[] = {\n", name);
    for (size_t i = 0; i < r->count; i++) {
        printf("{");
        put_text(r->list[i].text);
        printf(", %d, %d, %d},\n", r->list[i].size, r->list[i].kind, r->list[i].sure);
    }
    printf("{0}};\nstatic const unsigned short %s_first[257] = {", name);
    for (int b = 0; b <= 256; b++) {
        while (next < r->count && (unsigned char)r->list[next].text[0] < b)
            next++;
        printf("%zu,", next);
    }
    printf("};\nconst registry_table registry_%s = {%s_words, %s_first};\n", name, name, name);
}

static int make_registry(arena *a, const char *path)
{
    registry_rows *fields = arena_alloc(a, sizeof *fields), *lines = arena_alloc(a, sizeof *lines);
    registry_source s = {a, fields, lines};

    if (!fields || !lines || !each_row(a, path, "kind", read_registry, &s))
        return 1;
    printf("#include \"rules/registry.h\"\n");
    put_registry("fields", fields);
    put_registry("lines", lines);
    return 0;
}

int main(int argc, char **argv)
{
    arena *a = arena_new((size_t)2 << 30);
    int status = 2;

    if (!a || argc != 3)
        fprintf(
            stderr,
            "usage: mktable (lexicon | words) DIR | mktable (cues | roles | headings | "
            "groups | lint | audit | measures | sides | siblings | relatives | registry | same | "
            "ambiguous | sayings | overlaps "
            "| kin) FILE\n");
    else if (strcmp(argv[1], "lexicon") == 0)
        status = make_lexicon(a, argv[2]);
    else if (strcmp(argv[1], "cues") == 0)
        status = make_cues(a, argv[2]);
    else if (strcmp(argv[1], "words") == 0)
        status = make_words(a, argv[2]);
    else if (strcmp(argv[1], "roles") == 0)
        status = make_roles(a, argv[2], "grammar_roles", role_name, false);
    else if (strcmp(argv[1], "headings") == 0)
        status = make_roles(a, argv[2], "heading_roles", head_role_name, false);
    else if (strcmp(argv[1], "groups") == 0)
        status = make_roles(a, argv[2], "group_roles", who_role_name, false);
    else if (strcmp(argv[1], "lint") == 0)
        status = make_roles(a, argv[2], "lint_roles", lint_role_name, true);
    else if (strcmp(argv[1], "audit") == 0)
        status = make_roles(a, argv[2], "audit_roles", audit_role_name, true);
    else if (strcmp(argv[1], "registry") == 0)
        status = make_registry(a, argv[2]);
    else if (strcmp(argv[1], "overlaps") == 0)
        status = make_overlaps(a, argv[2]);
    else if (strcmp(argv[1], "kin") == 0)
        status = make_kin(a, argv[2]);
    else {
        const list_form *form = list_forms, *end = form + sizeof list_forms / sizeof *list_forms;

        while (form < end && strcmp(argv[1], form->verb) != 0)
            form++;
        if (form < end)
            status = make_lists(a, form, argv[2]);
        else
            fprintf(stderr, "mktable: no table is called %s\n", argv[1]);
    }
    if (a && status == 1 && arena_failed(a))
        fprintf(stderr, "mktable: out of memory\n");
    arena_delete(a);
    if (fflush(stdout) != 0)
        status = 4;
    return status;
}
