/* A name that is another name of its concept and some words more ("severe asthma" of asthma) takes
 * these words out of the text: who reads "severe asthma" as asthma decides for every asthma. So
 * each word more must be one that changes nothing, by a table. */
#include "rules/narrow.h"

#include "rules/fold.h"
#include "rules/table.h"

#include <string.h>

enum { NAME_WORDS = 16, MOST_NAMES = 160 };

typedef struct folded_name {
    const char *text;
    size_t size, count;
    struct {
        char folded[FOLD_ROOM]; /* NUL-terminated */
        eligo_span span;        /* of `text` */
    } words[NAME_WORDS];
    bool exact; /* "=AS" */
} folded_name;

static bool cut(folded_name *n, const char *text, size_t size)
{
    const char *behind = memchr(text, '~', size);
    fold_cutter c;
    fold_atom a;

    *n = (folded_name){.text = text, .size = size};
    if (behind)
        size = (size_t)(behind - text);
    if (size && *text == '=')
        text++, size--, n->exact = true;
    fold_begin(&c, text, size);
    while (fold_next(&c, &a)) {
        if (n->count == NAME_WORDS || a.size >= FOLD_ROOM)
            return false;
        memcpy(n->words[n->count].folded, a.folded, a.size);
        n->words[n->count].folded[a.size] = 0;
        n->words[n->count++].span = (eligo_span){a.start + n->exact, a.end + n->exact};
    }
    return n->count > 0;
}

/* The words of `whole` that are not in `part`; false: `part` has others. */
static bool rest_of(const folded_name *whole, const folded_name *part, size_t *rest, size_t *count)
{
    bool used[NAME_WORDS] = {false};

    for (size_t i = 0; i < part->count; i++) {
        size_t k = 0;

        while (k < whole->count &&
               (used[k] || strcmp(whole->words[k].folded, part->words[i].folded) != 0))
            k++;
        if (k == whole->count)
            return false;
        used[k] = true;
    }
    *count = 0;
    for (size_t k = 0; k < whole->count; k++)
        if (!used[k])
            rest[(*count)++] = k;
    return true;
}

static bool row_has(const name_row *row, const char *word)
{
    for (const char *const *w = row->words; *w; w++) {
        folded_name n;

        for (size_t i = 0; cut(&n, *w, strlen(*w)) && i < n.count; i++)
            if (strcmp(n.words[i].folded, word) == 0)
                return true;
    }
    return false;
}

static bool changes_nothing(const concept *c, const char *word)
{
    for (const name_row *r = same_table; r->of; r++)
        if ((strcmp(r->of, "any") == 0 || strcmp(r->of, c->id) == 0 ||
             strcmp(r->of, category_name(c->category)) == 0) &&
            row_has(r, word))
            return true;
    return false;
}

/* The words that narrow one of the names, seen from the other name that leaves the fewest; none
 * where it is no longer form of another. */
static size_t narrowing(const concept *c, const folded_name *names, size_t count, size_t one,
                        size_t *words, const folded_name **of)
{
    size_t best = NAME_WORDS + 1;

    *of = NULL;
    for (size_t i = 0; i < count && best; i++) {
        size_t rest[NAME_WORDS], n, left = 0;

        if (names[i].count >= names[one].count || !rest_of(&names[one], &names[i], rest, &n))
            continue;
        for (size_t k = 0; k < n; k++)
            if (!changes_nothing(c, names[one].words[rest[k]].folded))
                rest[left++] = rest[k];
        if (left < best) {
            best = left;
            *of = &names[i];
            memcpy(words, rest, left * sizeof *rest);
        }
    }
    return *of ? best : 0;
}

/* Of things alone: what is a quantity a bound or a unit tells. */
static const name_row *ambiguous(const folded_name *n)
{
    for (const name_row *r = ambiguous_table; n->exact && r->of; r++)
        if (strlen(r->of) == n->size - 1 && memcmp(r->of, n->text + 1, n->size - 1) == 0)
            return r;
    return NULL;
}

static void ambiguous_out(const concept *c, const name_row *r, buffer *out)
{
    buffer_printf(out, "%s: %s is short for", c->id, r->of);
    for (const char *const *w = r->words; *w; w++)
        buffer_printf(out, "%s %s", w == r->words ? "" : w[1] ? "," : " or", *w);
    buffer_printf(out, ": a text that means one of them writes it out (rules/ambiguous.tsv)\n");
}

static void narrow_out(const concept *c, const folded_name *n, const folded_name *of,
                       const size_t *words, size_t count, buffer *out)
{
    buffer_printf(out, "%s: \"%.*s\" is narrower than \"%.*s\" by", c->id, (int)n->size, n->text,
                  (int)of->size, of->text);
    for (size_t i = 0; i < count; i++)
        buffer_printf(out, " %.*s",
                      (int)(n->words[words[i]].span.end - n->words[words[i]].span.start),
                      n->text + n->words[words[i]].span.start);
    buffer_printf(out, ": a concept below it, no name, or words that change nothing "
                       "(rules/same.tsv)\n");
}

size_t narrow_names(const lexicon *lx, const concept *c, buffer *out)
{
    static const size_t room = MOST_NAMES;
    arena *a = arena_new((size_t)1 << 20);
    folded_name *names = a ? arena_array(a, room, sizeof *names) : NULL;
    const char *p = lexicon_row(lx, c)->synonyms;
    size_t count = 0, bad = 0;

    if (!names) {
        out->failed = true;
        arena_delete(a);
        return 0;
    }
    count += cut(&names[count], c->name, strlen(c->name));
    while (*p && count < room) {
        size_t size = strcspn(p, "|");

        count += cut(&names[count], p, size);
        p += size + (p[size] == '|');
    }
    for (size_t i = 0; i < count; i++) {
        size_t words[NAME_WORDS];
        const folded_name *of;
        const name_row *r = category_is_quantity(c->category) ? NULL : ambiguous(&names[i]);
        size_t n = narrowing(c, names, count, i, words, &of);

        if (r)
            ambiguous_out(c, r, out);
        if (n)
            narrow_out(c, &names[i], of, words, n, out);
        bad += (r != NULL) + (n != 0);
    }
    arena_delete(a);
    return bad;
}
