/* What rules_print_tree() writes, back to rules: a node a line, its place told by its id. */
#include "rules/plain.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/plain_words.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct tree_line { /* of the file: where its id begins and its words, how deep it lies */
    size_t id, id_end, words, end;
    size_t depth;
} tree_line;

typedef struct tree_reader {
    const char *bytes;
    size_t size;
    const lexicon *lexicon;
    arena *arena;
    load_errors errors;
    tree_line *lines; /* of one criterion after the other */
    criterion_kind *kinds;
    size_t count, room, kind_room, next;
    finding *findings;
    size_t finding_count, finding_room;
    size_t opaque; /* bytes not understood */
} tree_reader;

__attribute__((format(printf, 3, 4))) static void wrong(tree_reader *t, size_t at,
                                                        const char *format, ...)
{
    va_list args;

    va_start(args, format);
    load_error(&t->errors, at, format, args);
    va_end(args);
}

/* ---- lines ---- */

/* The end of the line that begins at `at`, without its line end; *next: where the next begins. */
static size_t line_end(const char *bytes, size_t size, size_t at, size_t *next)
{
    const char *end = memchr(bytes + at, '\n', size - at);
    size_t to = end ? (size_t)(end - bytes) : size;

    *next = end ? to + 1 : size;
    return to > at && bytes[to - 1] == '\r' ? to - 1 : to;
}

static bool is_text(const char *bytes, size_t start, size_t end, const char *text)
{
    return end - start == strlen(text) && memcmp(bytes + start, text, end - start) == 0;
}

static int section_of(const char *bytes, size_t start, size_t end)
{
    for (int i = 0; i < PLAIN_KINDS; i++)
        if (is_text(bytes, start, end, plain_sections[i]))
            return i;
    return -1;
}

/* "  E1.2    words" */
static bool node_line(const char *bytes, size_t start, size_t end, tree_line *out)
{
    size_t i = start;

    while (i < end && bytes[i] == ' ')
        i++;
    *out = (tree_line){.id = i, .end = end};
    if (i < start + 2 || i + 1 >= end || !strchr("IER", bytes[i]) || !bytes[i] ||
        !isdigit((unsigned char)bytes[i + 1]))
        return false;
    for (i++; i < end && (isdigit((unsigned char)bytes[i]) || bytes[i] == '.'); i++)
        out->depth += bytes[i] == '.';
    out->id_end = i;
    while (i < end && bytes[i] == ' ')
        i++;
    out->words = i;
    while (out->end > i && bytes[out->end - 1] == ' ')
        out->end--;
    return i > out->id_end + 1 && out->end > i;
}

/* "41 of 43 clauses understood", and what follows it on the line. */
static bool last_line(const char *bytes, size_t start, size_t end)
{
    static const char words[] = " clauses understood";
    size_t i = start;

    while (i < end && isdigit((unsigned char)bytes[i]))
        i++;
    if (i == start || end - i < 4 || memcmp(bytes + i, " of ", 4) != 0)
        return false;
    for (i += 4; i < end && isdigit((unsigned char)bytes[i]);)
        i++;
    return end - i >= sizeof words - 1 && memcmp(bytes + i, words, sizeof words - 1) == 0;
}

bool plain_is_tree(const char *bytes, size_t size)
{
    bool headed = false, node = false;
    tree_line l;

    if (!memmem(bytes, size, " clauses understood", 19) || memchr(bytes, 0, size) ||
        utf8_valid(bytes, size) != size)
        return false;
    for (size_t at = 0, next; at < size; at = next) {
        size_t end = line_end(bytes, size, at, &next);

        if (headed)
            node |= node_line(bytes, at, end, &l);
        headed = section_of(bytes, at, end) >= 0;
        if (last_line(bytes, at, end))
            return node;
    }
    return false;
}

/* ---- nodes ---- */

static bool begins(const tree_reader *t, const tree_line *l, const char *words)
{
    size_t n = strlen(words);

    return l->end - l->words >= n && memcmp(t->bytes + l->words, words, n) == 0;
}

/* "WORDS (what): "the bytes"": what, or NULL where nothing is said, and the span of the bytes. */
static const char *told(tree_reader *t, const tree_line *l, const char *words, eligo_span *span)
{
    const char *line = t->bytes + l->words + strlen(words), *end = t->bytes + l->end;
    const char *from = line, *close, *what = NULL;

    if (end - line >= 2 && memcmp(line, " (", 2) == 0) {
        from = memmem(line, (size_t)(end - line), "): \"", 4);
        close = from ? from : end[-1] == ')' ? end - 1 : NULL;
        if (close)
            what = arena_text(t->arena, line + 2, (size_t)(close - line) - 2);
        from = close ? close + 1 : line;
    }
    if (end - from >= 4 && memcmp(from, ": \"", 3) == 0 && end[-1] == '"')
        *span = (eligo_span){(size_t)(from + 3 - t->bytes), l->end - 1};
    return what;
}

static const struct head {
    const char *words;
    rule_op op;
    size_t parts; /* exactly so many; 0: one or more */
} heads[] = {{PLAIN_ALL, RULE_ALL, 0},
             {PLAIN_ANY, RULE_ANY, 0},
             {PLAIN_NOT, RULE_NOT, 1},
             {PLAIN_EXCEPT, RULE_EXCEPT, 2},
             {PLAIN_IF, RULE_IF, 2}};

/* The head of a node with parts; false: it is a leaf. */
static bool read_head(tree_reader *t, const tree_line *l, rule *r, size_t *parts)
{
    const char *words = t->bytes + l->words;
    size_t size = l->end - l->words;
    unsigned long n;
    char *after;

    if (words[size - 1] != ':')
        return false;
    size--;
    *parts = 0;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (strlen(heads[i].words) == size && memcmp(words, heads[i].words, size) == 0) {
            r->op = heads[i].op;
            *parts = heads[i].parts;
            return true;
        }
    if (begins(t, l, "at least ") && isdigit((unsigned char)words[9])) {
        n = strtoul(words + 9, &after, 10);
        if (n < 1 || n > LIMIT_RULE_NODES || words + size - after != 3 ||
            memcmp(after, " of", 3) != 0)
            return false;
        r->op = RULE_AT_LEAST;
        r->n = (unsigned)n;
        return true;
    }
    if (isdigit((unsigned char)*words)) {
        strtoul(words, &after, 10);
        if (words + size - after < 9 || memcmp(after, " readings", 9) != 0)
            return false;
        r->op = RULE_READINGS;
        after += 9;
        if (words + size - after > 3 && memcmp(after, " (", 2) == 0 && words[size - 1] == ')')
            r->finding = arena_text(t->arena, after + 2, (size_t)(words + size - after) - 3);
        return true;
    }
    return false;
}

/* Spans of a leaf count from its words; in the rules they are bytes of the file. */
static const rule *moved(tree_reader *t, const rule *from, eligo_span at)
{
    rule *r = rule_new(t->arena, from->op, at);
    rule_qualifier *q = arena_copy(t->arena, from->qualifiers, from->qualifier_count, sizeof *q);

    if (!r || (from->qualifier_count && !q))
        return NULL;
    *r = *from;
    r->span = r->subject.span = at;
    if (r->op == RULE_COMPARE)
        r->bound_span = at;
    for (size_t i = 0; i < r->qualifier_count; i++)
        q[i].span = at;
    r->qualifiers = q;
    if (r->window) {
        rule_window *w = arena_copy(t->arena, r->window, 1, sizeof *w);

        if (w)
            w->span = at;
        r->window = w;
    }
    for (int i = 0; i < 2; i++) {
        const rule_amount **of = i ? &r->duration : &r->dose;
        rule_amount *m = *of ? arena_copy(t->arena, *of, 1, sizeof *m) : NULL;

        if (m)
            m->span = at;
        *of = m;
    }
    return r;
}

static const rule *read_leaf(tree_reader *t, tree_line *l)
{
    static const char unknown[] = PLAIN_UNKNOWN_TERM;
    eligo_span span = {l->words, l->end};
    size_t n = sizeof unknown - 1, at = 0;
    const rule *r;

    if (begins(t, l, PLAIN_JUDGEMENT)) {
        const char *topic = told(t, l, PLAIN_JUDGEMENT, &span);

        return rule_judgement(t->arena, span, topic);
    }
    if (begins(t, l, "? " PLAIN_OPAQUE)) {
        const char *reason = told(t, l, "? " PLAIN_OPAQUE, &span);

        t->opaque += span.end - span.start;
        return rule_opaque(t->arena, span, reason ? reason : "no reason is given");
    }
    if (l->end - l->words > n && memcmp(t->bytes + l->end - n, unknown, n) == 0)
        span.end -= n;
    r = plain_leaf(t->bytes + span.start, span.end - span.start, t->lexicon, t->arena, &at);
    if (!r && !arena_failed(t->arena))
        wrong(t, span.start + at,
              "this is not a clause as compile --format tree writes it; write it as another line "
              "does, or put the thing in quotes");
    return r ? moved(t, r, span) : NULL;
}

static const rule *read_node(tree_reader *t, unsigned depth)
{
    static const char *const roles[] = {"if: ", "then: ", "except: "};
    tree_line *l = &t->lines[t->next++];
    size_t need = 0, count = 0, room = 0;
    const rule **parts = NULL;
    rule *r;

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (begins(t, l, roles[i]) && l->end - l->words > strlen(roles[i])) {
            l->words += strlen(roles[i]);
            break;
        }
    r = rule_new(t->arena, RULE_ALL, (eligo_span){l->words, l->end});
    if (!r || !read_head(t, l, r, &need))
        return r ? read_leaf(t, l) : NULL;
    if (depth > LIMIT_RULE_DEPTH) {
        wrong(t, l->id, "rules are nested deeper than %d; write it flatter", LIMIT_RULE_DEPTH);
        return NULL;
    }
    while (t->next < t->count && t->lines[t->next].depth == l->depth + 1) {
        const rule *part;

        if (!arena_grow(t->arena, (void **)&parts, count, &room, sizeof *parts))
            return NULL;
        part = read_node(t, depth + 1);
        if (part && part->span.end > r->span.end)
            r->span.end = part->span.end;
        parts[count++] = part;
    }
    if (need ? count != need : count == 0)
        wrong(t, l->words,
              need ? "this takes %zu parts, a line each, and has %zu"
                   : "no parts stand below this; give each a line, its id one number longer",
              need, count);
    r->of = parts;
    r->count = count;
    return r;
}

/* ---- findings ---- */

/* The words up to two blanks; *next: behind those. */
static const char *take_word(tree_reader *t, size_t at, size_t end, size_t *next)
{
    const char *gap = memmem(t->bytes + at, end - at, "  ", 2);

    *next = gap ? (size_t)(gap - t->bytes) : end;
    gap = arena_text(t->arena, t->bytes + at, *next - at);
    while (*next < end && t->bytes[*next] == ' ')
        ++*next;
    return gap;
}

/* "  warning missing-anchor  E6.2  "within 90 days": counted from which event?" */
static void read_finding(tree_reader *t, size_t at, size_t end)
{
    finding f = {.span = {at, end}};
    const char *grave;
    size_t next = at, behind, rank = SEVERITY_NOTE;
    tree_line l;

    while (next < end && t->bytes[next] == ' ')
        next++;
    behind = next;
    while (behind < end && t->bytes[behind] != ' ')
        behind++;
    grave = arena_text(t->arena, t->bytes + next, behind - next);
    while (grave && rank <= SEVERITY_ERROR && strcmp(severity_name((severity)rank), grave) != 0)
        rank++;
    while (behind < end && t->bytes[behind] == ' ')
        behind++;
    f.code = take_word(t, behind, end, &next);
    if (rank > SEVERITY_ERROR || !f.code || next == end) {
        if (!arena_failed(t->arena))
            wrong(t, at, "this is no finding; one has its severity, its code and what it says");
        return;
    }
    f.severity = (severity)rank;
    if (next > at + 2 && node_line(t->bytes, next - 2, end, &l) && l.words > l.id_end + 1) {
        f.node = arena_text(t->arena, t->bytes + l.id, l.id_end - l.id);
        f.criterion = arena_text(t->arena, t->bytes + l.id,
                                 strcspn(f.node ? f.node : "", ".") /* "E6" of "E6.2" */);
        next = l.words;
    }
    f.message = arena_text(t->arena, t->bytes + next, end - next);
    if (f.message && t->finding_count < LIMIT_FINDINGS &&
        arena_grow(t->arena, (void **)&t->findings, t->finding_count, &t->finding_room, sizeof f))
        t->findings[t->finding_count++] = f;
}

static const rule *node_of(const rule *r, const char *id)
{
    const rule *found = r && r->id && strcmp(r->id, id) == 0 ? r : NULL;

    for (size_t i = 0; r && i < r->count && !found; i++)
        if (strncmp(r->of[i]->id, id, strlen(r->of[i]->id)) == 0)
            found = node_of(r->of[i], id);
    return found;
}

static int by_id(const void *a, const void *b)
{
    const criterion *const *x = a, *const *y = b;

    return strcmp((*x)->id, (*y)->id);
}

/* What they are about, once the nodes are there; else they are about their own line. */
static void place_findings(tree_reader *t, const rules *r)
{
    const criterion **sorted =
        t->finding_count ? arena_array(t->arena, r->criterion_count, sizeof *sorted) : NULL;

    if (!sorted)
        return;
    for (size_t i = 0; i < r->criterion_count; i++)
        sorted[i] = &r->criteria[i];
    qsort(sorted, r->criterion_count, sizeof *sorted, by_id);
    for (size_t i = 0; i < t->finding_count; i++) {
        finding *f = &t->findings[i];
        const criterion named = {.id = f->criterion}, *key = &named;
        const criterion *const *c =
            f->criterion ? bsearch(&key, sorted, r->criterion_count, sizeof *sorted, by_id) : NULL;

        f->about = c ? node_of((*c)->rule, f->node) : NULL;
        if (f->about)
            f->span = f->about->span;
    }
}

/* ---- the document ---- */

/* The lines of one trial up to its last; where the next one begins. */
static size_t read_lines(tree_reader *t, size_t at, rules *r)
{
    int section = -1;
    bool titled = false;
    size_t next;

    for (; at < t->size; at = next) {
        size_t end = line_end(t->bytes, t->size, at, &next);
        tree_line l;

        if (last_line(t->bytes, at, end))
            return next;
        if (at == end)
            continue;
        if (section_of(t->bytes, at, end) >= 0) {
            section = section_of(t->bytes, at, end);
        } else if (is_text(t->bytes, at, end, "Findings")) {
            section = PLAIN_KINDS;
        } else if (section == PLAIN_KINDS) {
            read_finding(t, at, end);
        } else if (!titled && section < 0) {
            const char *gap = memmem(t->bytes + at, end - at, "  ", 2);
            size_t id = gap ? (size_t)(gap - t->bytes) : end;

            titled = true;
            r->trial_id = arena_text(t->arena, t->bytes + at, id - at);
            if (gap)
                r->title = arena_text(t->arena, gap + 2, end - id - 2);
        } else if (section >= 0 && node_line(t->bytes, at, end, &l)) {
            if (!arena_grow(t->arena, (void **)&t->lines, t->count, &t->room, sizeof l) ||
                !arena_grow(t->arena, (void **)&t->kinds, t->count, &t->kind_room,
                            sizeof *t->kinds))
                return t->size;
            t->kinds[t->count] = (criterion_kind)section;
            t->lines[t->count++] = l;
        } else if (!is_text(t->bytes, at, end, "No criteria were found.")) {
            wrong(t, at,
                  "this line is no node of a rule; a node is its id and its words: \"  I1  age >= "
                  "18 years\"");
        }
    }
    wrong(t, t->size, "the line \"N of M clauses understood\" is missing: the tree was cut off");
    return t->size;
}

static void read_criterion(tree_reader *t, criterion *c)
{
    const tree_line *first = &t->lines[t->next];
    criterion_kind kind = t->kinds[t->next];
    const rule *r;

    if (first->depth > 0)
        wrong(t, first->id, "no criterion stands above this; its id begins with the id of one");
    r = read_node(t, 0);
    *c = (criterion){.kind = kind, .text = ""};
    c->id = arena_text(t->arena, t->bytes + first->id, first->id_end - first->id);
    c->span = (eligo_span){first->words, t->lines[t->next - 1].end};
    c->text = arena_text(t->arena, t->bytes + c->span.start, c->span.end - c->span.start);
    if (t->next < t->count && t->lines[t->next].depth > 0)
        wrong(t, t->lines[t->next].id, "this is deeper than what it stands below");
    if (c->id && c->text && r && !t->errors.count)
        c->rule = rule_settle(t->arena, r, c->id, c->span);
}

rules *plain_read(const char *bytes, size_t size, eligo_span *at, const char *name,
                  const lexicon *lx, arena *a, load_report *report, void *context, eligo_error *err)
{
    tree_reader t = {.bytes = bytes,
                     .size = size,
                     .lexicon = lx,
                     .arena = a,
                     .errors = {.bytes = bytes,
                                .name = name,
                                .size = size,
                                .report = report,
                                .context = context,
                                .err = err}};
    rules *r = arena_alloc(a, sizeof *r);
    size_t start = at->start;
    criterion *criteria;

    if (!r) {
        error_memory(err, name);
        at->start = size;
        return NULL;
    }
    *r = (rules){.arena = a, .lexicon = lx, .trial_id = "", .title = "", .healthy_volunteers = -1};
    at->start = read_lines(&t, start, r);
    r->source_name = arena_text(a, file_name(name), strlen(file_name(name)));
    r->source_bytes = size;
    criteria = arena_array(a, t.count, sizeof *criteria);
    for (size_t n = 0; criteria && t.next < t.count && !arena_failed(a);) {
        if (n == LIMIT_CRITERIA) {
            wrong(&t, t.lines[t.next].id, "more than %d criteria", LIMIT_CRITERIA);
            break;
        }
        read_criterion(&t, &criteria[n]);
        r->coverage_bytes += criteria[n].span.end - criteria[n].span.start;
        r->criterion_count = ++n;
    }
    r->criteria = criteria;
    if (criteria && !t.errors.count)
        place_findings(&t, r);
    r->findings = t.findings;
    r->finding_count = t.finding_count;
    r->coverage_understood = r->coverage_bytes - t.opaque;
    if (arena_full(a)) {
        wrong(&t, start, "these rules need more memory than a trial may take (%zu MiB)",
              LIMIT_TRIAL_ARENA >> 20);
    } else if (arena_failed(a)) {
        error_memory(err, name);
        return NULL;
    }
    return t.errors.count ? NULL : r;
}
