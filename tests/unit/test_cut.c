/* The short ways by which most words, numbers and signs are read say what the long ways say: lexemes
 * against the rules of criteria.l alone, atoms against folding, known words against each table. */
#include "engine/base/text.h"
#include "grammar/token.h"
#include "rules/concept.h"
#include "rules/known.h"
#include "rules/table.h"
#include "rules/words.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* What texts are put together of: words that fold, words in capitals of their own, plurals of
 * acronyms, words that a numeral follows, long ones, letters beyond ASCII, and signs that make one
 * with what follows them. */
static const char *const pieces[] = {
    "",
    " ",
    "  ",
    "\n",
    "\t",
    "a",
    "I",
    "II",
    "iv",
    "As",
    "AS",
    "ALL",
    "all",
    "ALS",
    "DOACs",
    "CIs",
    "type",
    "Stage",
    "class",
    "patients",
    "Patients",
    "history",
    "HISTORY",
    "oedema",
    "tumours",
    "diseases",
    "women's",
    "Crohn's",
    "o'clock",
    "children`s",
    "electroencephalographically",
    "pneumonoultramicroscopic",
    "abcdefghijklmnopqrstuvwx",
    "abcdefgh",
    "caf\xC3\xA9",
    "\xCE\xB1",
    "\xCE\xB1lpha",
    "\xE2\x85\xA1",
    "x\xC2\xB2",
    "\xC2\xB2",
    "\xC2\xBD",
    "1",
    "12",
    "0",
    "1,000",
    "1.5",
    ".5",
    "1.000.000",
    "6,1",
    "1'000",
    "T2DM",
    "HbA1c",
    "x10",
    "5x",
    "-",
    "\xE2\x80\x93",
    "--",
    "(",
    ")",
    "[",
    "]",
    "{",
    "/",
    "+",
    "+/-",
    "+-",
    "\xC2\xB1",
    "%",
    "&",
    "*",
    ".",
    "..",
    "...",
    ",",
    ";",
    ":",
    "!",
    "!=",
    "?",
    "<",
    "<=",
    "< or =",
    "<>",
    "=",
    "=<",
    "\xE2\x89\xA5",
    ">",
    ">>",
    "~",
    "'",
    "\"",
    "\xE2\x80\x99",
    "`",
    "_",
    "^",
    "|",
    "\\",
    "#",
    "@",
    "$",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "\xC3\x97",
    "\xFF",
    "\x01",
    "Lp(a)",
    "HLA-B*57",
    "non-small",
    "s",
    "'s",
};
enum { PIECES = sizeof pieces / sizeof *pieces };

static void same_lexemes(const char *text, size_t size, arena *a)
{
    lexemes quick;
    lexeme *slow;
    size_t m;

    cr_assert(scan_text(text, size, a, &quick) && scan_by_rules(text, size, a, &slow, &m));
    cr_assert_eq(quick.count, m, "\"%s\": %zu lexemes, not %zu", text, quick.count, m);
    for (size_t i = 0; i <= m; i++) {
        const lexeme *q = &quick.list[i];

        cr_assert(q->kind == slow[i].kind && q->span.start == slow[i].span.start &&
                      q->span.end == slow[i].span.end,
                  "\"%s\": lexeme %zu is %d at %zu, not %d at %zu", text, i, (int)q->kind,
                  q->span.start, (int)slow[i].kind, slow[i].span.start);
    }
}

static void same_atoms(const lexicon *lx, const char *text, size_t size, arena *a)
{
    atoms quick = lexicon_cut(lx, text, size, a);
    fold_cutter cut;
    uint32_t key, exact;
    fold_atom x;
    size_t n = 0;

    fold_begin(&cut, text, size);
    for (; cut_next(lx, &cut, &x, &key, &exact); n++) {
        const atom *q = &quick.list[n];

        cr_assert_lt(n, quick.count, "\"%s\": no atom %zu", text, n);
        cr_assert(q->start == x.start && q->end == x.end && q->key == key && q->exact == exact && q->kind == x.kind &&
                      q->gap == x.gap && q->capitals == x.capitals,
                  "\"%s\": atom %zu: %u-%u %u %u %d %d %d, not %zu-%zu %u %u %d %d %d", text, n, q->start, q->end, q->key,
                  q->exact, q->kind, q->gap, q->capitals, x.start, x.end, key, exact, (int)x.kind, (int)x.gap, (int)x.capitals);
        cr_assert_eq(q->begins, word_begins(key) | word_begins(exact), "\"%s\": what begins with atom %zu", text, n);
        if (q->known) {
            const known_roles *k = known_roles_of(q->known);
            const char *word = text + q->start;
            size_t letters = q->end - q->start;

            cr_assert_eq(k->roles, roles_all(word, letters), "\"%s\": roles of atom %zu", text, n);
            cr_assert_eq(k->heading, roles_find(&heading_roles, word, letters), "\"%s\": atom %zu of a heading", text, n);
            cr_assert_eq(k->group, roles_find(&group_roles, word, letters), "\"%s\": atom %zu of a group", text, n);
            cr_assert_eq(k->lint, roles_find(&lint_roles, word, letters), "\"%s\": atom %zu in findings", text, n);
        }
    }
    cr_assert_eq(n, quick.count, "\"%s\": %zu atoms, not %zu", text, quick.count, n);
}

/* Words that are compared, against folding and looking up. */
static void same_words(const char *text, size_t size)
{
    fold_cutter cut, slow;
    fold_atom room, x;
    folded_word w;
    word_hit hit;

    fold_begin(&cut, text, size);
    fold_begin(&slow, text, size);
    while (words_next(&cut, &room, &w)) {
        cr_assert(fold_next(&slow, &x), "\"%s\": a word more", text);
        hit = words_whole(x.folded, x.size);
        cr_assert(w.size == x.size && memcmp(w.text, x.folded, x.size) == 0 && w.kind == x.kind &&
                      w.roles == roles_all(x.folded, x.size),
                  "\"%s\": \"%.*s\", not \"%.*s\"", text, (int)w.size, w.text, (int)x.size, x.folded);
        cr_assert(w.hit.entries == hit.entries && w.hit.count == hit.count && w.hit.classes == hit.classes,
                  "\"%s\": what is said of \"%.*s\"", text, (int)w.size, w.text);
    }
    cr_assert_not(fold_next(&slow, &x), "\"%s\": a word less", text);
}

Test(cut, two_pieces_beside_each_other)
{
    arena *a = arena_new((size_t)64 << 20);

    for (size_t i = 0; i < PIECES; i++)
        for (size_t k = 0; k < PIECES; k++) {
            char text[128];
            int n = snprintf(text, sizeof text, "%s%s", pieces[i], pieces[k]);

            arena_reset(a);
            same_lexemes(text, (size_t)n, a);
            same_atoms(lexicon_core(), text, (size_t)n, a);
            same_words(text, (size_t)n);
        }
    arena_delete(a);
}

Test(cut, many_pieces)
{
    arena *a = arena_new((size_t)64 << 20);
    unsigned seed = 7;

    for (int round = 0; round < 3000; round++) {
        char text[400];
        size_t n = 0;

        for (int i = 0; i < 12; i++) {
            const char *piece;

            seed = seed * 1103515245u + 12345u;
            piece = pieces[(seed >> 16) % PIECES];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        text[n] = 0;
        arena_reset(a);
        same_lexemes(text, n, a);
        same_atoms(lexicon_core(), text, n, a);
        same_words(text, n);
    }
    arena_delete(a);
}

Test(cut, bytes_of_any_kind)
{
    arena *a = arena_new((size_t)64 << 20);
    unsigned seed = 11;

    for (int round = 0; round < 3000; round++) {
        char text[61];

        for (size_t i = 0; i < 60; i++)
            text[i] = (char)((seed = seed * 1103515245u + 12345u) >> 16);
        text[60] = 0;
        arena_reset(a);
        same_lexemes(text, 60, a);
        same_atoms(lexicon_core(), text, 60, a);
        same_words(text, 60);
    }
    arena_delete(a);
}

/* A word that is not known has no role. */
Test(cut, all_words_with_a_role_are_known)
{
    for (uint32_t i = 0; i <= grammar_roles.mask; i++) {
        const role_entry *e = &grammar_roles.places[i];
        size_t n = strnlen(e->word, ROLE_LETTERS), letters = 0;
        role_word w = role_word_of(e->word, n ? n : 1);

        while (letters < n && text_is_letter(e->word[letters]))
            letters++;
        if (e->roles && letters == n)
            cr_expect(known_find(&w), "%.*s", (int)n, e->word);
    }
}
