#include "grammar/outline.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/group.h"
#include "grammar/heading.h"
#include "grammar/label.h"
#include "grammar/text_lines.h"
#include "rules/roles.h"
#include "rules/sayings.h"
#include "rules/words.h"

#include <string.h>

/* An item while the tree grows. */
typedef struct node node;
struct node {
    node *first, *last, *next, *before, *parent;
    size_t count;
    eligo_span label, own, tail;
    int indent, column;
    bool labelled, twice; /* two bullets before it */
    bool spaced;          /* an empty line before it */
    bool open_end;        /* its items stand at its own level */
    char ending;          /* ';' ',' '.' ':' as printed; 0: none */
    bool joins;           /* ends in "and", "or" */
};

/* An open list: the items of `parent` that are being read. */
typedef struct level {
    node *parent, *last;
    int indent;
    uint32_t bullet;
    label_style style;
    label_alphabet alphabet;
    int value, levels;
    bool spaceless;
    bool same;                 /* its items stand at the level of the item they belong to */
    bool within;               /* its items stand in one line */
    bool bare_words;           /* its items have no label */
    size_t semicolons, others; /* how its items end */
} level;

/* A label in the middle of a line. */
typedef struct candidate {
    label mark;
    bool strong;         /* a sentence or clause ends before it */
    int next[ALPHABETS]; /* index of the next one with the value behind this one's; -1: none */
    int chain[ALPHABETS];
} candidate;

typedef struct part {
    outline_section section;
    node root;
    bool itemized; /* its heading stands behind a label, as its items do */
} part;

typedef struct state {
    const mapped *text;
    arena *a;
    heading_line
        last; /* the last line that was read as a heading or none here; at NULL: none yet */
    heading last_heading;
    text_lines in;

    part **parts;
    size_t part_count, part_room;
    part *now;        /* the section that is being read */
    eligo_span group; /* of the sections to come */
    int depth;
    node *current; /* the item whose words are being read */
    size_t *open;  /* where the end of those words is kept */
    int open_next; /* line.next_value of the current item's line */
    bool pending;  /* its words have not been searched for labels */
    size_t nodes, numbered;
    bool headed; /* some heading was there */
    part *back;  /* whose list goes on behind an item with a heading of its own; NULL: none's */
    level list;  /* that list */

    candidate *candidates;
    size_t candidate_room;
    finding *findings;
    size_t finding_count, finding_room;
    level levels[LIMIT_OUTLINE_DEPTH]; /* last: those beyond the depth are never set */
} state;

/* ---- small things ---- */

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool separates(char c)
{
    return c == ';' || c == '.' || c == ',' || c == '|';
}

/* Also without the punctuation that only separates items. */
static eligo_span trim_item(const char *t, eligo_span s)
{
    while (s.end > s.start && (is_blank(t[s.end - 1]) || separates(t[s.end - 1])))
        s.end--;
    while (s.start < s.end && is_blank(t[s.start]))
        s.start++;
    return s;
}

static void add_finding(state *s, const char *code, severity how, eligo_span span,
                        const char *message)
{
    if (s->finding_count < LIMIT_REPORTS &&
        arena_grow(s->a, (void **)&s->findings, s->finding_count, &s->finding_room,
                   sizeof *s->findings))
        s->findings[s->finding_count++] =
            (finding){.code = code, .severity = how, .span = span, .message = message};
}

/* The last word of text[start, end), in lower case. */
static void last_word(const char *t, size_t start, size_t end, char out[16])
{
    size_t from = end, n = 0;

    while (from > start && end - from < 15 &&
           ((t[from - 1] | 0x20) >= 'a' && (t[from - 1] | 0x20) <= 'z'))
        from--;
    while (from < end)
        out[n++] = (char)(t[from++] | 0x20);
    out[n] = 0;
}

/* Does the text say that a list comes: "any of the following:", "the following criteria", "sepsis
 * defined by"? */
static bool announces(const char *t, size_t start, size_t end)
{
    char word[16];

    end = trim_end(t, start, end);
    if (end == start)
        return false;
    if (t[end - 1] == ':')
        return true;
    if (t[end - 1] == ')' || strchr(".;,", t[end - 1]))
        return false;
    last_word(t, start, end, word);
    if (roles_all(word, strlen(word)) & ROLE_LIST_OF) {
        end = trim_end(t, start, end - strlen(word));
        last_word(t, start, end, word);
    }
    if (text_is(word, "by") || text_is(word, "as")) {
        end = trim_end(t, start, end - strlen(word));
        last_word(t, start, end, word);
        return text_is(word, "defined");
    }
    return text_is(word, "following") || text_is(word, "follows");
}

static char ending_of(const char *t, size_t start, size_t end)
{
    end = trim_end(t, start, end);
    return end > start && strchr(";,.:", t[end - 1]) ? t[end - 1] : 0;
}

static bool ends_joining(const char *t, size_t start, size_t end)
{
    char word[16], last;

    end = trim_item(t, (eligo_span){start, end}).end;
    last = end > start ? (char)(t[end - 1] | 0x20) : 0;
    if (last != 'd' && last != 'r')
        return false; /* as nearly always */
    last_word(t, start, end, word);
    return strcmp(word, "and") == 0 || strcmp(word, "or") == 0;
}

/* ---- the tree ---- */

static node *new_node(state *s, node *parent, eligo_span mark, size_t start)
{
    node *n = s->nodes < LIMIT_CRITERIA ? arena_alloc(s->a, sizeof *n) : NULL;

    if (!n)
        return NULL;
    s->nodes++;
    n->parent = parent;
    n->label = mark;
    n->own = (eligo_span){start, start};
    n->before = parent->last;
    if (parent->last)
        parent->last->next = n;
    else
        parent->first = n;
    parent->last = n;
    parent->count++;
    s->current = n;
    s->open = &n->own.end;
    return n;
}

/* Leaves the lists above `depth`. */
static void close_to(state *s, int depth)
{
    if (s->depth > depth)
        s->depth = depth;
}

static node *top_item(const state *s)
{
    return s->depth ? s->levels[s->depth - 1].last : NULL;
}

/* A list under the innermost item (or of the section). Too deep: the innermost list goes on. */
static level *open_level(state *s)
{
    level *v;
    node *under = top_item(s);

    if (s->depth >= LIMIT_OUTLINE_DEPTH)
        return &s->levels[s->depth - 1];
    v = &s->levels[s->depth++];
    *v = (level){.parent = under ? under : &s->now->root};
    return v;
}

static void set_kind(level *v, const label *l, int indent)
{
    v->indent = indent;
    v->bullet = l->bullet;
    v->style = l->style;
    v->levels = l->levels;
    v->spaceless = l->spaceless;
    v->alphabet = l->alphabet;
    if (l->style != LABEL_NONE && l->alphabet != ALPHABET_NUMBER && l->roman == 1)
        v->alphabet = l->alphabet == ALPHABET_LOWER ? ALPHABET_ROMAN : ALPHABET_ROMAN_UPPER;
    v->value = l->style == LABEL_NONE ? 0 : label_value(l, v->alphabet);
}

static bool same_kind(const level *v, const label *l)
{
    return v->style == l->style && l->style != LABEL_NONE && label_value(l, v->alphabet) > 0 &&
           v->levels == l->levels;
}

static bool goes_on(const level *v, const label *l)
{
    return same_kind(v, l) && label_value(l, v->alphabet) == v->value + 1;
}

static bool is_first(const label *l)
{
    return l->style != LABEL_NONE && (l->value == 1 || l->roman == 1);
}

static bool near(int a, int b)
{
    return a - b <= 1 && b - a <= 1;
}

/* How the item that was read last ends: what the return from an unindented list is told by. */
static void settle_current(state *s)
{
    node *n = s->current;

    if (!n || s->open != &n->own.end)
        return;
    n->ending = ending_of(s->text->text, n->own.start, n->own.end);
    n->joins = ends_joining(s->text->text, n->own.start, n->own.end);
}

/* The items of an announced list stand at the announcement's own level. Is `l` still one of them?
 */
static bool comes_back(const state *s, int at, const line *l)
{
    const level *inner = &s->levels[at], *outer = at ? &s->levels[at - 1] : NULL;
    const char *t = s->text->text;
    const node *n = inner->last;
    char ending = ending_of(t, l->words, l->end);
    size_t items = inner->parent->count, closed = 0, joins = 0;

    if (l->blank_before && items > 1 && !inner->parent->first->next->spaced)
        return true;
    if (l->bare || announces(t, l->words, l->end))
        return true;
    if (!outer || !n)
        return false;
    if (inner->others > 0 || inner->semicolons > 0) {
        closed = inner->semicolons;
        joins = n->ending != ';' && n->ending != ',';
        if (closed >= 2 && joins && n->parent == inner->parent && items > closed)
            return true; /* "a; b; c." is over */
    }
    for (const node *k = inner->parent->last; k && items > 1; k = NULL)
        if (k->joins)
            return false; /* "b; or" has one more */
    return outer->semicolons >= 2 && outer->others <= outer->semicolons / 4 &&
           inner->semicolons == 0 && ending == ';';
}

/* Leaves unindented lists that `l` ends. */
static int come_back(state *s, int at, const line *l)
{
    while (at > 0 && at < LIMIT_OUTLINE_DEPTH && s->levels[at].same && comes_back(s, at, l))
        at--;
    return at;
}

/* Is this list one of the line's own bullet and indent? */
static bool same_place(const level *v, const line *l)
{
    return near(v->indent, l->indent) && v->bullet == l->mark.bullet && v->style == LABEL_NONE &&
           !v->bare_words && !v->within;
}

static int find_number(const state *s, const line *l)
{
    for (int i = s->depth - 1; i >= 0; i--)
        if (goes_on(&s->levels[i], &l->mark) && s->levels[i].spaceless == l->mark.spaceless &&
            (near(s->levels[i].indent, l->indent) || s->levels[i].within))
            return i;
    for (int i = s->depth - 1; i >= 0; i--)
        if (goes_on(&s->levels[i], &l->mark) && near(s->levels[i].indent, l->indent))
            return i;
    for (int i = s->depth - 1; i >= 0; i--)
        if (goes_on(&s->levels[i], &l->mark))
            return i;
    return -1;
}

/* "Group 1: patients with asthma", with no label of its own above a list that has some. */
static bool leads_group(const state *s, const node *n)
{
    const node *b = n->before && !n->before->labelled ? n->before : NULL;

    return !n->labelled &&
           group_leads(s->text->text, n->own, b ? b->own : (eligo_span){0, 0}, b && b->count > 0);
}

/* "2. Control group", and no more: bullets behind its number are below it. */
static bool names_group(const state *s, const node *n)
{
    return group_over(s->text->text + n->own.start, n->own.end - n->own.start).kind == GROUP_SOME;
}

/* Which list a labelled line belongs to: its index, or s->depth for a new one under the innermost
 * item. */
static int find_list(state *s, const line *l, bool *same)
{
    const label *m = &l->mark;
    const node *top = top_item(s);
    bool announced, numbered = m->style != LABEL_NONE;
    int at;

    *same = false;
    if (!s->depth)
        return 0;
    if (numbered && (at = find_number(s, l)) >= 0)
        return at;
    const level *inner = &s->levels[s->depth - 1];

    announced = top && !top->count &&
                (announces(s->text->text, top->own.start, top->own.end) || leads_group(s, top) ||
                 (!numbered && inner->style != LABEL_NONE && names_group(s, top)));
    if (m->style == LABEL_LEVELS) {
        for (at = s->depth - 1; at >= 0; at--)
            if (s->levels[at].style == LABEL_LEVELS && s->levels[at].levels <= m->levels)
                return s->levels[at].levels == m->levels ? at : at + 1;
        return inner->style == LABEL_DOT || announced ? s->depth : 0;
    }
    if (numbered && !is_first(m)) {
        for (at = s->depth - 1; at >= 0; at--)
            if (same_kind(&s->levels[at], m) && near(s->levels[at].indent, l->indent))
                return at; /* a number is missing, or comes twice */
        for (at = s->depth - 1; at >= 0; at--)
            if (same_kind(&s->levels[at], m) && l->indent <= s->levels[at].indent)
                return at;
    }
    /* words without a label announce a list or have none: "Adults" above indented bullets is a
     * criterion too */
    if (!same_place(inner, l))
        for (at = s->depth - 2; at >= 0; at--)
            if (same_place(&s->levels[at], l) && m->bullet && !numbered)
                return come_back(s, at, l);
    if (l->indent > inner->indent + 1 && !announced && top && (top->twice || top->ending == ';') &&
        m->bullet) {
        s->levels[s->depth - 1].indent =
            l->indent; /* "- * first" or "- first;", and the others further in */
        return s->depth - 1;
    }
    if (l->indent > inner->indent + 1 && (announced || (top && top->labelled)))
        return s->depth;
    if (announced && numbered && is_first(m))
        return s->depth;
    if (announced && (numbered || inner->style != LABEL_NONE || inner->bullet != m->bullet ||
                      inner->bare_words)) {
        if (l->indent >= inner->indent - 1 || inner->bare_words)
            return s->depth;
    } else if (announced && near(l->indent, inner->indent) && !l->bare) {
        *same = true;
        return s->depth;
    }
    /* bullets between two numbers lie below the first */
    if (m->bullet && !numbered && inner->style != LABEL_NONE && s->open_next == inner->value + 1 &&
        near(l->indent, inner->indent) && !inner->within)
        return s->depth;
    /* the innermost list of this kind and indent */
    for (at = s->depth - 1; at >= 0; at--) {
        const level *v = &s->levels[at];

        if (!near(v->indent, l->indent))
            continue;
        if (numbered ? same_kind(v, m)
                     : (v->bullet == m->bullet && v->style == LABEL_NONE && !v->bare_words))
            return come_back(s, at, l);
    }
    /* another kind of number at the same indent lies below */
    if (numbered && is_first(m) && near(l->indent, inner->indent) && inner->style != LABEL_NONE &&
        !same_kind(inner, m))
        return s->depth;
    for (at = s->depth - 1; at > 0; at--)
        if (s->levels[at].indent <= l->indent + 1 && !s->levels[at].within)
            break;
    return at;
}

static void count_ending(level *v)
{
    if (!v->last)
        return;
    if (v->last->ending == ';')
        v->semicolons++;
    else if (v->last->ending != ':')
        v->others++;
}

static node *add_item(state *s, int at, eligo_span mark, size_t start, int indent, int column)
{
    level *v = &s->levels[at];
    node *n;

    close_to(s, at + 1);
    count_ending(v);
    n = new_node(s, v->parent, mark, start);
    if (n) {
        n->indent = indent;
        n->column = column;
        v->last = n;
    }
    return n;
}

/* ---- labels in the middle of the words ---- */

/* The first spot at or behind a byte. */
static size_t spot_from(const state *s, size_t byte)
{
    size_t low = 0, high = s->in.spot_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (s->in.spots[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t find_candidates(state *s, size_t start, size_t end)
{
    const char *t = s->text->text;
    size_t count = 0, past = 0;
    int brackets = 0;

    for (size_t i = spot_from(s, start); i < s->in.spot_count && s->in.spots[i] < end; i++) {
        size_t p = s->in.spots[i], q;
        candidate *c;
        label l;

        if (p < past)
            continue; /* in the label before */
        if (t[p] == ';')
            brackets = 0;
        if (brackets == 0 && p > start && (text_lines_spot(t[p - 1]) & BEFORE_LABEL) &&
            line_label_inside(t, start, p, end, &l) && l.text < end && l.style != LABEL_LEVELS &&
            l.style != LABEL_CODE && text_lines_has_neighbour(&s->in, &l)) {
            if (!arena_grow(s->a, (void **)&s->candidates, count, &s->candidate_room,
                            sizeof *s->candidates))
                return 0;
            if (line_counts_time(t, start, p, end, &l))
                continue;
            c = &s->candidates[count++];
            c->mark = l;
            for (q = l.text; q < end && is_blank(t[q]); q++)
                c->mark.spaceless = false; /* its words are in the next line */
            c->mark.text = q;
            for (q = p; q > start && is_blank(t[q - 1]);)
                q--;
            c->strong = q == start || strchr(";:.,)", t[q - 1]) != NULL || t[q] == '\n';
            past = l.end;
            continue;
        }
        if (t[p] == '(')
            brackets++;
        else if (t[p] == ')' && brackets > 0)
            brackets--;
    }
    if (!count)
        return 0;
    /* backwards: which one goes on with which */
    static const int none = -1;
    int last[LABEL_STYLES][ALPHABETS][LABEL_VALUES + 2];
    memset(last, 0xFF, sizeof last);
    for (size_t i = count; i-- > 0;) {
        candidate *c = &s->candidates[i];

        for (int k = 0; k < ALPHABETS; k++) {
            int v = label_value(&c->mark, (label_alphabet)k);

            c->next[k] = v > 0 && v <= LABEL_VALUES ? last[c->mark.style][k][v + 1] : none;
            c->chain[k] = c->next[k] < 0 ? 1 : 1 + s->candidates[c->next[k]].chain[k];
            if (v > 0 && v <= LABEL_VALUES)
                last[c->mark.style][k][v] = (int)i;
        }
    }
    return count;
}

/* The clause before a label at `p` that begins a list anew ("...; additional condition: 1) ..."):
 * where it begins, or 0. */
static size_t find_tail(const char *t, size_t start, size_t p)
{
    size_t end = trim_end(t, start, p), at = end;

    if (end == start || t[end - 1] != ':')
        return 0;
    while (at > start && end - at < 120 && t[at - 1] != ';' &&
           !(t[at - 1] == '.' && is_blank(t[at])))
        at--;
    if (at == start || end - at >= 120)
        return 0;
    while (at < end && is_blank(t[at]))
        at++;
    return at;
}

static bool begins_list(const candidate *c, label_alphabet k)
{
    if (label_value(&c->mark, k) != 1)
        return false;
    return c->chain[k] >= (c->strong || c->mark.style != LABEL_DOT ? 2 : 3);
}

/* May `c` go on with the open list v? A list of lines needs a clause that ends before it, and no
 * line with this number to come. */
static bool takes(const state *s, const level *v, const candidate *c)
{
    int value = label_value(&c->mark, v->alphabet);

    if (!goes_on(v, &c->mark))
        return false;
    if (v->within)
        return c->strong || c->mark.style != LABEL_DOT || c->chain[v->alphabet] > 1 ||
               v->value >= 2;
    if (s->open_next && s->open_next <= value && s->open_next > 1)
        return false;
    return c->strong || (c->mark.style != LABEL_DOT && c->mark.style != LABEL_DASH) ||
           c->chain[v->alphabet] > 1 || v->value >= 3;
}

/* "1. ...; 2) ...; 3) ...": the numbers go on in another dress. */
static bool goes_on_otherwise(const level *v, const candidate *c)
{
    return v->style != LABEL_NONE && v->style <= LABEL_DASH && v->alphabet == ALPHABET_NUMBER &&
           c->mark.style <= LABEL_DASH && v->style != c->mark.style &&
           label_value(&c->mark, ALPHABET_NUMBER) == v->value + 1 && v->value == 1 &&
           c->chain[ALPHABET_NUMBER] > 1;
}

/* Splits the words of the current item at the labels in them. */
static void split_words(state *s)
{
    const char *t = s->text->text;
    node *whole = s->current;
    size_t start, end, count;

    if (!s->pending || !whole || s->open != &whole->own.end)
        return;
    s->pending = false;
    start = whole->own.start;
    end = whole->own.end;
    count = find_candidates(s, start, end);
    for (size_t i = 0; i < count; i++) {
        const candidate *c = &s->candidates[i];
        eligo_span mark = {c->mark.start, c->mark.end};
        int at = -1;

        for (int k = s->depth - 1; k >= 0 && at < 0; k--)
            if (takes(s, &s->levels[k], c) &&
                (s->levels[k].within || s->levels[k].spaceless == c->mark.spaceless || c->strong))
                at = k;
        /* a circled number is never anything but a label */
        if (at < 0 && s->depth && c->mark.style == LABEL_CIRCLE && c->mark.value > 1 &&
            s->levels[s->depth - 1].style != LABEL_CIRCLE) {
            at = s->depth - 1;
            set_kind(&s->levels[at], &c->mark, s->levels[at].indent);
            s->levels[at].value--;
        }
        if (at < 0 && s->depth && c->strong && goes_on_otherwise(&s->levels[s->depth - 1], c)) {
            at = s->depth - 1;
            s->levels[at].style = c->mark.style;
        }
        if (at >= 0) {
            *s->open = trim_end(t, 0, c->mark.start);
            settle_current(s);
            node *n =
                add_item(s, at, mark, c->mark.text, s->levels[at].indent, s->levels[at].indent + 2);
            if (!n)
                return;
            n->labelled = true;
            s->levels[at].value++;
            n->own.end = end;
            continue;
        }
        for (int k = 0; k < ALPHABETS; k++) {
            if (!begins_list(c, (label_alphabet)k) || s->depth >= LIMIT_OUTLINE_DEPTH)
                continue;
            *s->open = trim_end(t, 0, c->mark.start);
            settle_current(s);
            level *v = open_level(s);
            set_kind(v, &c->mark, s->levels[0].indent);
            v->alphabet = (label_alphabet)k;
            v->value = 1;
            v->within = true;
            v->indent = s->current->indent;
            node *n = add_item(s, s->depth - 1, mark, c->mark.text, v->indent, v->indent + 2);
            if (!n)
                return;
            n->labelled = true;
            n->own.end = end;
            break;
        }
        if (s->open && s->current->own.start == c->mark.text)
            continue;
        /* a list that begins anew without going on: the words of the item around it */
        const level *v = s->depth ? &s->levels[s->depth - 1] : NULL;
        if (v && v->within && v->value >= 2 && same_kind(v, &c->mark) && is_first(&c->mark) &&
            c->chain[v->alphabet] == 1 && s->open == &s->current->own.end && v->parent->parent) {
            bool more = false;
            size_t tail = find_tail(t, s->current->own.start, c->mark.start);

            for (size_t k = i + 1; k < count && k < i + 64 && !more; k++)
                more = goes_on(v, &s->candidates[k].mark);
            if (tail && !more) {
                node *around = v->parent;

                *s->open = trim_end(t, 0, tail);
                around->tail = (eligo_span){tail, end};
                close_to(s, s->depth - 1);
                s->current = around;
                s->open = &around->tail.end;
            }
        }
    }
    if (s->open)
        *s->open = end;
}

/* ---- sections ---- */

static void finish_words(state *s)
{
    split_words(s);
    settle_current(s);
}

static void begin_part(state *s, criterion_kind kind, eligo_span title, eligo_span group)
{
    part *p;

    finish_words(s);
    s->current = NULL;
    s->open = NULL;
    s->pending = false;
    s->depth = 0;
    p = arena_alloc(s->a, sizeof *p);
    if (!p || !arena_grow(s->a, (void **)&s->parts, s->part_count, &s->part_room, sizeof *s->parts))
        return;
    p->section.kind = kind;
    p->section.heading = title;
    p->section.group = group;
    s->parts[s->part_count++] = p;
    s->now = p;
}

static eligo_span shifted(eligo_span s, size_t by)
{
    return s.end ? (eligo_span){s.start + by, s.end + by} : s;
}

/* "... or breast feeding F.": the label of the words in the next line. */
static bool ends_in_label(const state *s, const line *n)
{
    const char *t = s->text->text;
    size_t p = n->end;
    label l;

    while (p > n->start && n->end - p < 6 && !is_blank(t[p - 1]))
        p--;
    return p > n->start && is_blank(t[p - 1]) && label_read_number(t, p, n->end, &l) &&
           l.end == n->end && l.style != LABEL_CIRCLE && l.alphabet != ALPHABET_NUMBER &&
           text_lines_has_neighbour(&s->in, &l);
}

/* "Including ...", "such as ...": more of the item before it, also behind a label of its own. */
static bool goes_on_including(const state *s, const line *l)
{
    const char *t = s->text->text;

    if (!s->current || s->current->count || s->open != &s->current->own.end)
        return false;
    return text_starts_any(t + l->words, l->end - l->words, saying_more_of_it);
}

/* Is a wrapped line the rest of the sentence before it, the words of item n? */
static bool runs_on(const state *s, const node *n, const line *before, const line *l)
{
    const char *t = s->text->text;
    char end = before->end > before->start ? t[before->end - 1] : 0, word[16];
    size_t width = before->end - before->start + (size_t)before->indent;

    if (strchr(";:", end) || l->blank_before)
        return false;
    last_word(t, before->start, before->end, word);
    if (is_lower(t[l->start]) && text_is_any(word, strlen(word), saying_joining))
        return true;
    if (end == ',' && is_lower(t[l->start]))
        return true;
    if (ends_in_label(s, before))
        return true;
    /* small letters where the item began with a label, or a long line with a capital */
    if (end != '.' && is_lower(t[l->start]) &&
        ((n->labelled && l->indent >= n->indent) ||
         (width >= 60 && before->words < before->end && t[before->words] >= 'A' &&
          t[before->words] <= 'Z')))
        return true;
    if (s->in.wraps && width + 25 > s->in.wrap_width)
        return end != '.' || is_lower(t[l->start]);
    return false;
}

/* A line without a label: where its words go. */
static void read_plain(state *s, const line *l, const line *before)
{
    const char *t = s->text->text;
    node *n = s->current;
    bool announced =
        n && !n->count && s->open == &n->own.end && announces(t, n->own.start, n->own.end);
    bool deeper = n && n->labelled && l->indent >= n->column - 1;
    level *v;
    int at;

    if (n && before && !l->blank_before && !announced) {
        bool joined = deeper || (n->labelled && l->indent > n->indent) || runs_on(s, n, before, l);

        if (joined) {
            *s->open = l->end;
            return;
        }
        /* the rest of an item around: "- any of: - a - b  in the last year" */
        for (node *up = n->parent; up && up->parent && n->indent > l->indent; up = up->parent) {
            if (!up->labelled || l->indent < up->column - 1 || l->indent > up->column + 1 ||
                up->tail.end)
                continue;
            finish_words(s);
            while (s->depth && s->levels[s->depth - 1].parent != up)
                s->depth--;
            if (s->depth)
                s->depth--;
            up->tail = (eligo_span){l->start, l->end};
            s->current = up;
            s->open = &up->tail.end;
            return;
        }
    }
    if (n && l->blank_before && !announced && deeper && !n->count &&
        !strchr(";.", n->ending ? n->ending : ' ') &&
        (is_lower(t[l->start]) || t[l->start] == '(')) {
        *s->open = l->end;
        return;
    }
    finish_words(s);
    n = s->current;
    announced = n && !n->count && s->open == &n->own.end && announces(t, n->own.start, n->own.end);
    if (!s->depth || (announced && s->depth < LIMIT_OUTLINE_DEPTH &&
                      !(n->labelled == false && announces(t, l->start, l->end)))) {
        v = open_level(s);
        v->indent = l->indent;
        v->bare_words = true;
        v->same = n && l->indent <= n->indent;
        if (v->same)
            n->open_end = true;
        at = s->depth - 1;
    } else {
        for (at = s->depth - 1; at > 0; at--)
            if (s->levels[at].indent <= l->indent && !s->levels[at].within &&
                !(s->levels[at].same && comes_back(s, at, l)) &&
                !(s->levels[at].indent == l->indent && leads_group(s, s->levels[at].parent)) &&
                !(s->levels[at].bullet && !s->levels[at].bare_words &&
                  s->levels[at].indent == l->indent))
                break;
    }
    n = add_item(s, at, (eligo_span){l->start, l->start}, l->start, l->indent, l->indent);
    if (!n)
        return;
    n->spaced = l->blank_before;
    n->own.end = l->end;
    s->open_next = 0;
    s->pending = true;
}

static void read_labelled(state *s, const line *l)
{
    bool same = false;
    int at;
    level *v;
    node *n;
    const label *m = &l->mark;

    finish_words(s);
    at = find_list(s, l, &same);
    if (at >= s->depth && s->depth < LIMIT_OUTLINE_DEPTH) {
        v = open_level(s);
        set_kind(v, m, l->indent);
        v->same = v->parent->open_end = same;
        at = s->depth - 1;
        if (m->style != LABEL_NONE && m->alphabet == ALPHABET_NUMBER && m->style != LABEL_LEVELS &&
            m->value > 1 && m->value <= 5 && l->next_value == m->value + 1)
            add_finding(s, "incomplete", SEVERITY_WARNING, (eligo_span){m->start, m->end},
                        "the list does not begin with 1: an item is missing before this one");
    } else {
        at = at >= s->depth ? s->depth - 1 : at;
        v = &s->levels[at];
        if (goes_on(v, m))
            v->value++;
        else if (!(m->style == LABEL_NONE && v->style != LABEL_NONE)) {
            int value = same_kind(v, m) ? label_value(m, v->alphabet) : 0;
            bool was_same = v->same;

            if (value)
                v->value = value;
            else if (near(v->indent, l->indent) || v->bare_words)
                set_kind(v, m, l->indent);
            v->same = was_same;
        }
        if (m->style != LABEL_NONE)
            v->spaceless = m->spaceless;
        v->bare_words = false;
    }
    n = add_item(s, at, (eligo_span){m->start, m->end}, l->words, l->indent, l->column);
    if (!n)
        return;
    n->labelled = true;
    n->twice = m->twice;
    n->spaced = l->blank_before;
    n->own.end = l->end;
    s->open_next = l->next_value;
    s->pending = true;
}

static bool fits_preamble(const heading *h, criterion_kind kind)
{
    return kind == CRITERION_INCLUSION ? !h->quantified_any : !h->quantified_all;
}

/* What the line is as a heading; NULL: none. */
static const heading *heading_of(state *s, const line *l)
{
    const char *text = s->text->text + l->start;
    size_t size = l->end - l->start;
    const heading_line *k = text_lines_known(&s->in, text, size);

    if (k)
        return k->heading;
    if (s->last.at != text || s->last.size != size) {
        s->last_heading = heading_read(text, size);
        s->last = (heading_line){text, size,
                                 s->last_heading.kind == HEADING_NONE ? NULL : &s->last_heading, 0};
    }
    return s->last.heading;
}

/* The heading of a line, or of it and the next where it was wrapped; *skip is 1 then. */
static heading line_heading(state *s, size_t i, size_t *skip)
{
    const char *t = s->text->text;
    const line *l = &s->in.lines[i], *next = i + 1 < s->in.line_count ? l + 1 : NULL;
    const heading *read = heading_of(s, l);
    heading h = read ? *read : (heading){.kind = HEADING_NONE, .rest = l->end - l->start};
    heading below;

    if (h.kind != HEADING_NONE || !next || next->labelled || next->blank_before ||
        t[next->end - 1] != ':' || next->end - next->start >= 60 || strchr(".;:", t[l->end - 1]) ||
        next->end - l->start >= 190)
        return h;
    below = heading_read(t + next->start, next->end - next->start);
    if (below.kind == HEADING_NONE || below.kind == HEADING_NEUTRAL)
        h = heading_read(t + l->start, next->end - l->start);
    /* what stands behind its colon would be lost */
    if ((h.kind == HEADING_INCLUSION || h.kind == HEADING_EXCLUSION) &&
        h.rest >= trim_end(t, l->start, next->end) - l->start)
        *skip = 1;
    else
        h.kind = HEADING_NONE;
    return h;
}

/* What follows belongs to no item before it. */
static void leave_items(state *s)
{
    finish_words(s);
    s->current = NULL;
    s->depth = 0;
}

/* A line that names a group: "Patients:" above its criteria, or above a heading that is theirs. */
static bool read_group(state *s, const line *l, const line *next)
{
    const char *t = s->text->text;
    const heading *after = next ? heading_of(s, next) : NULL;
    bool leads = after && (after->kind == HEADING_INCLUSION || after->kind == HEADING_EXCLUSION);
    eligo_span group;

    if ((!leads && !heading_is_group(t + l->start, l->end - l->start, false)) ||
        !heading_is_group(t + l->start, l->end - l->start, true))
        return false;
    if (!leads && (l->labelled || !next || (s->depth && l->indent > s->levels[0].indent)))
        return false;
    group = (eligo_span){l->words, trim_item(t, (eligo_span){l->words, l->end}).end};
    while (group.end > group.start && (t[group.end - 1] == ':' || is_blank(t[group.end - 1])))
        group.end--;
    s->group = group;
    if (leads) {
        leave_items(s);
        return true;
    }
    begin_part(s, s->now ? s->now->section.kind : CRITERION_INCLUSION,
               s->now ? s->now->section.heading : (eligo_span){0, 0}, group);
    s->group = (eligo_span){0, 0};
    return true;
}

/* "Patients must meet the following:", above the first item. */
static bool read_preamble(state *s, const line *l, const heading *h, bool empty)
{
    if (!empty || (s->now ? !fits_preamble(h, s->now->section.kind) : h->quantified_any))
        return false;
    if (!s->now)
        begin_part(s, CRITERION_INCLUSION, (eligo_span){l->start + h->start, l->start + h->end},
                   s->group);
    return true;
}

/* Is `l` one more of that list? */
static bool is_listed(const level *v, const line *l)
{
    return l->labelled &&
           (l->mark.style == LABEL_NONE ? same_place(v, l)
                                        : same_kind(v, &l->mark) && near(v->indent, l->indent));
}

/* "- Exclusion: asthma", an item of a list of what is asked for: is that alone what bars? A heading
 * of several words, or with nothing behind it, is one of all that follows. */
static bool heads_itself(const state *s, const line *l, const heading *h)
{
    const char *t = s->text->text;
    bool inclusion = s->now && s->now->section.kind == CRITERION_INCLUSION;

    return s->now && !s->now->itemized && s->depth && s->now->root.count &&
           h->kind == (inclusion ? HEADING_EXCLUSION : HEADING_INCLUSION) &&
           l->start + h->rest < trim_end(t, l->start, l->end) &&
           !memchr(t + l->start + h->start, ' ', h->end - h->start) && is_listed(&s->levels[0], l);
}

/* Behind such an item the list before it goes on. */
static void go_back(state *s, const line *l)
{
    if (!s->back || !is_listed(&s->list, l))
        return;
    leave_items(s);
    s->now = s->back;
    s->back = NULL;
    s->open = NULL;
    s->pending = false;
    s->levels[0] = s->list;
    s->levels[0].value++; /* where they are numbered */
    s->depth = 1;
}

/* The section that a heading begins. */
static void begin_headed(state *s, const line *l, const heading *h, bool empty)
{
    eligo_span span = {l->start + h->start, l->start + h->end};
    eligo_span group = h->group.end > h->group.start ? shifted(h->group, l->start) : s->group;
    criterion_kind kind = h->kind == HEADING_EXCLUSION ? CRITERION_EXCLUSION : CRITERION_INCLUSION;
    bool again = s->now && empty && s->now->section.kind == kind && s->now->section.heading.end &&
                 h->group.end == 0 && s->group.end == 0;

    s->back = NULL;
    if (h->kind == HEADING_NEUTRAL) {
        s->headed = true;
        leave_items(s);
        return;
    }
    if (heads_itself(s, l, h)) {
        s->back = s->now;
        s->list = s->levels[0];
    }
    if (h->kind == HEADING_BOTH || !again)
        begin_part(s, kind, span, group);
    else /* the nearer one says for whom they are */
        s->now->section.heading = span;
    if (s->now)
        s->now->itemized = l->labelled;
}

/* Words behind the colon of a heading are the first item, unless they only announce it:
 * "Participants must be:". False: the line goes on with them. */
static bool heading_is_all(state *s, line *l, const heading *h)
{
    const char *t = s->text->text;
    size_t at = l->start + h->rest;
    heading more;

    if (at >= l->end)
        return true;
    more = heading_read(t + at, l->end - at);
    if (more.kind == HEADING_PREAMBLE && more.rest >= l->end - at && s->now &&
        fits_preamble(&more, s->now->section.kind))
        return true;
    if (trim_end(t, at, l->end) <= at)
        return true;
    l->start = at;
    l->blank_before = true;
    text_lines_read_label(&s->in, l);
    return false;
}

/* True where line i was a heading of some kind; *skip: how many lines more it took. */
static bool read_heading(state *s, size_t i, size_t *skip)
{
    const char *t = s->text->text;
    line *l = &s->in.lines[i];
    const line *next = i + 1 < s->in.line_count ? l + 1 : NULL, *before = i ? l - 1 : NULL;
    bool empty = !s->now || !s->now->root.count;
    heading h;
    label field;

    *skip = 0;
    if (line_is_rule(t, l->start, l->end))
        return true;
    /* a registry's form has the list in a field: "Details 1. ..." */
    if (empty && text_starts_nocase(t + l->start, l->end - l->start, "details ") &&
        label_read(t, l->start + 8, l->end, false, &field)) {
        l->start += 8;
        text_lines_read_label(&s->in, l);
    }
    h = line_heading(s, i, skip);
    if (h.kind == HEADING_NONE)
        return read_group(s, l, next);
    /* the rest of a sentence: "... who meet the / inclusion criteria: ..." */
    if (before && s->current && !l->blank_before && !l->labelled && is_lower(t[l->start]) &&
        !strchr(".;:", t[before->end - 1]) && l->indent >= s->current->column - 1 &&
        s->current->column > 0)
        return false;
    if (h.kind == HEADING_PREAMBLE)
        return read_preamble(s, l, &h, empty);
    if (h.kind == HEADING_NEUTRAL &&
        ((s->depth && (l->labelled || l->indent > s->levels[0].indent)) ||
         (!h.colon && next && !next->labelled)))
        return false;
    begin_headed(s, l, &h, empty);
    return *skip || heading_is_all(s, l, &h);
}

/* ---- from the tree to the outline ---- */

/* "None", "N/A": the section has no criteria, and says so. */
static bool says_none(const char *t, eligo_span s)
{
    return words_entry(WORD_NONE, t + s.start, s.end - s.start) != NULL;
}

static eligo_span whole_span(const state *s, const node *n)
{
    eligo_span w = n->own;

    if (n->last) {
        eligo_span below = whole_span(s, n->last);

        if (below.end > w.end)
            w.end = below.end;
    }
    if (n->tail.end > w.end)
        w.end = n->tail.end;
    return trim_item(s->text->text, w);
}

static const outline_item *flatten(state *s, const node *parent, size_t *count, bool top)
{
    const char *t = s->text->text;
    outline_item *items = arena_array(s->a, parent->count, sizeof *items);
    size_t n = 0;

    *count = 0;
    if (!items)
        return NULL;
    for (const node *k = parent->first; k; k = k->next) {
        outline_item *o = &items[n];

        *o = (outline_item){0};
        o->span = whole_span(s, k);
        o->label = k->label;
        o->of = k->count ? flatten(s, k, &o->count, false) : NULL;
        o->tail = k->tail.end > k->tail.start ? trim_item(t, k->tail) : (eligo_span){0, 0};
        o->head = o->count ? (eligo_span){k->own.start, trim_end(t, k->own.start, k->own.end)}
                           : trim_item(t, k->own);
        o->open_end = k->open_end;
        o->number = s->numbered++;
        if (o->span.end <= o->span.start) {
            if (o->label.end > o->label.start)
                add_finding(s, "incomplete", SEVERITY_WARNING, o->label,
                            "a label with nothing after it");
            continue;
        }
        if (top && !o->count && says_none(t, o->span)) {
            add_finding(s, "not-a-criterion", SEVERITY_NOTE, o->span,
                        "says that there are no criteria here");
            continue;
        }
        n++;
    }
    *count = n;
    return items;
}

/* Has the group of a part another part: "Patients: / Inclusion: ... / Exclusion: none"? */
static bool has_other_part(const state *s, size_t i)
{
    for (size_t k = 0; k < s->part_count; k++)
        if (k != i && s->parts[k]->section.group.start == s->parts[i]->section.group.start &&
            s->parts[k]->root.count)
            return true;
    return false;
}

outline outline_read(const mapped *text, arena *a)
{
    return outline_read_lines(text, NULL, 0, a);
}

outline outline_read_lines(const mapped *text, const heading_line *known, size_t count, arena *a)
{
    state *s = arena_room(a, sizeof *s);
    outline o = {0};
    outline_section *sections;
    const line *before = NULL;
    size_t skip = 0;

    if (!s)
        return o;
    memset(s, 0, offsetof(state, levels));
    s->text = text;
    s->a = a;
    s->in.text = text;
    s->in.arena = a;
    s->in.known = known;
    s->in.known_count = count;
    text_lines_read(&s->in);
    for (size_t i = 0; i < s->in.line_count && !arena_failed(a); i++) {
        line *l = &s->in.lines[i];

        go_back(s, l);

        bool was = read_heading(s, i, &skip);

        s->headed = s->headed || (s->now && s->now->section.heading.end);
        i += skip;
        if (!was) {
            if (s->nodes >= LIMIT_CRITERIA) {
                finish_words(s);
                add_finding(s, "incomplete", SEVERITY_ERROR, (eligo_span){l->start, text->size},
                            "more criteria than the limit: the rest was not read");
                break;
            }
            if (!s->now)
                begin_part(s, CRITERION_INCLUSION, (eligo_span){0, 0}, (eligo_span){0, 0});
            if (!s->now)
                break;
            /* a bullet alone in its line belongs to the line below, unless that is a heading */
            if (l->bare && i + 1 < s->in.line_count && !s->in.lines[i + 1].labelled &&
                !s->in.lines[i + 1].blank_before && !heading_of(s, &s->in.lines[i + 1])) {
                const line *words = &s->in.lines[i + 1];

                l->words = words->start;
                l->end = words->end;
                l->column = l->indent + 2;
                i++;
            }
            if (goes_on_including(s, l))
                *s->open = l->end;
            else if (l->labelled)
                read_labelled(s, l);
            else
                read_plain(s, l, before);
        }
        before = &s->in.lines[i];
    }
    finish_words(s);
    sections = arena_array(a, s->part_count, sizeof *sections);
    for (size_t i = 0; sections && i < s->part_count; i++) {
        part *p = s->parts[i];
        bool more = i + 1 < s->part_count &&
                    s->parts[i + 1]->section.heading.start == p->section.heading.start;
        size_t told = s->finding_count;

        p->section.items = flatten(s, &p->root, &p->section.count, true);
        if (!p->section.count) {
            bool leads = i + 1 < s->part_count && p->section.kind == CRITERION_INCLUSION;

            if (p->section.group.end > p->section.group.start && !has_other_part(s, i))
                add_finding(s, "incomplete", SEVERITY_WARNING, p->section.group,
                            "a heading with no criteria below it");
            else if (told == s->finding_count && p->section.heading.end && !more && !leads)
                add_finding(s, "incomplete", SEVERITY_WARNING, p->section.heading,
                            "a heading with no criteria below it");
            continue;
        }
        sections[o.count++] = p->section;
    }
    if (o.count && !s->headed)
        add_finding(s, "incomplete", SEVERITY_NOTE, sections[0].items[0].span,
                    "no heading says whether these are inclusion or exclusion criteria: taken as "
                    "inclusion");
    o.sections = sections;
    o.item_count = s->numbered;
    o.headed = s->headed;
    o.findings = s->findings;
    o.finding_count = s->finding_count;
    return o;
}
