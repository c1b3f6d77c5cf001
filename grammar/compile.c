#include "grammar/compile.h"

#include "grammar/bars.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/beside.h"
#include "grammar/heading.h"
#include "grammar/lint.h"
#include "grammar/nest.h"
#include "grammar/shorts.h"
#include "rules/landmark.h"
#include "rules/words.h"

#include <string.h>

static void add_finding(compiler *c, finding f)
{
    finding *x = c->audited
                     ? finding_add(&c->findings, f.code, f.span, f.suggestion, "%s", f.message)
                     : NULL;

    if (x) {
        const char *message = x->message;

        *x = f;
        x->message = message;
    }
}

/* What was drawn for a while is forgotten; that there was no memory for it is not. */
static void forget(compiler *c)
{
    if (arena_failed(c->arena) && !arena_full(c->arena))
        arena_fail(c->trial);
    arena_reset(c->arena);
}

static void lint_words(compiler *c, const outline_item *x, const parts *p, size_t base,
                       bool exclusion, bool below)
{
    size_t first = c->findings.count;
    lint_text t = {p->text, p->size, exclusion, x->count > 0, below};

    lint_piece(&t, p, c->lx, c->arena, &c->findings);
    for (size_t i = first; i < c->findings.count; i++)
        c->findings.list[i].span = place_span(c, c->findings.list[i].span, base);
    if (c->forgotten)
        forget(c);
}

/* What the words of an item show, and those of the items below it. */
static void lint_item(compiler *c, const outline_item *x, bool exclusion, bool below,
                      unsigned depth)
{
    eligo_span own = item_words(x);

    if (own.end > own.start && own.end - own.start <= LIMIT_CRITERION_BYTES) {
        parts p = item_parts(c, x);

        lint_words(c, x, &p, own.start, exclusion, below);
    }
    if (x->tail.end > x->tail.start && x->tail.end - x->tail.start <= LIMIT_CRITERION_BYTES) {
        outline_item tail = {.span = x->tail};
        parts p = wording_parts(c, x->tail);

        lint_words(c, &tail, &p, x->tail.start, exclusion, true);
    }
    for (size_t i = 0; i < x->count && depth < LIMIT_OUTLINE_DEPTH; i++)
        lint_item(c, &x->of[i], exclusion, true, depth + 1);
}

static size_t opaque_bytes(const rule *r)
{
    size_t n = 0;

    if (r->op == RULE_OPAQUE)
        return r->span.end - r->span.start;
    if (r->op == RULE_READINGS)
        return r->count ? opaque_bytes(r->of[0]) : 0;
    for (size_t i = 0; i < r->count; i++)
        n += opaque_bytes(r->of[i]);
    return n;
}

/* What the trial's criteria speak of: the registry's fields matter only where they are silent. */
typedef struct mentioned {
    bool age, sex;
} mentioned;

static void note_mentions(const rule *r, mentioned *seen)
{
    const char *id = r->subject.concept ? r->subject.concept->id : "";

    seen->age = seen->age || text_is(id, "age");
    seen->sex = seen->sex || text_is(id, "female") || text_is(id, "male");
    for (size_t i = 0; i < r->count; i++)
        note_mentions(r->of[i], seen);
}

/* Something of it is in the lexicon, or is a number's bound. */
static bool is_known(const rule *r)
{
    if (r->op == RULE_COMPARE || r->op == RULE_JUDGEMENT ||
        (r->op == RULE_HAS && r->subject.concept))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (is_known(r->of[i]))
            return true;
    return false;
}

/* Lines without a heading, a label, or one thing that is known: no criteria, but some other text.
 */
static bool is_other_text(const source *s, const criterion *list, size_t count)
{
    if (!s->bare || count < 2)
        return false;
    for (size_t i = 0; i < count; i++)
        if (list[i].label || is_known(list[i].rule))
            return false;
    return true;
}

/* The registry's own age and sex are criteria only where the text has nothing on the same thing. */
static const rule *registry_age_rule(const compiler *c, const source *s)
{
    const rule *two[2] = {0};
    const registry_age *ends[2] = {&s->minimum_age, &s->maximum_age};

    for (size_t i = 0; i < 2; i++) {
        const char *ucum = ends[i]->given ? period_ucum(ends[i]->unit) : NULL;
        rule *k = ucum ? rule_new(c->arena, RULE_COMPARE, ends[i]->span) : NULL;

        if (!k)
            continue;
        k->subject.concept = lexicon_landmark(c->lx, LANDMARK_AGE);
        k->subject.category = CATEGORY_DEMOGRAPHIC;
        k->subject.text = "age";
        k->subject.span = ends[i]->span;
        *(i == 0 ? &k->low : &k->high) = (rule_bound){true, true, ends[i]->value};
        k->unit.ucum = ucum;
        two[i] = k;
    }
    return rule_join(c->arena, RULE_ALL, (eligo_span){0, 0}, two, 2);
}

static const rule *registry_sex_rule(const compiler *c, const source *s)
{
    rule *r = rule_new(c->arena, RULE_HAS, s->sex_span);

    if (!r)
        return NULL;
    r->subject.concept = lexicon_concept(c->lx, s->sex, strlen(s->sex));
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.text = s->sex;
    r->subject.span = s->sex_span;
    return r;
}

/* The words of a criterion, as valid UTF-8 without a NUL. */
static const char *words_of(arena *a, const char *bytes, eligo_span s)
{
    const char *from = bytes + s.start, *end = bytes + s.end, *nul;
    size_t n = s.end - s.start;
    buffer mended;
    const char *text;

    if (utf8_valid(from, n) == n && !memchr(from, 0, n))
        return arena_text(a, from, n);
    buffer_init(&mended, 0);
    for (; (nul = memchr(from, 0, (size_t)(end - from))); from = nul + 1) {
        utf8_mend(&mended, from, (size_t)(nul - from));
        buffer_puts(&mended, "\xEF\xBF\xBD");
    }
    utf8_mend(&mended, from, (size_t)(end - from));
    text = mended.failed ? NULL : arena_text(a, mended.data ? mended.data : "", mended.size);
    if (!text)
        arena_fail(a);
    buffer_free(&mended);
    return text;
}

/* A rule of a criterion on its way: its spans are bytes of the piece of clean text that begins at
 * `base`, or PLACED, of the input. */
typedef struct reading {
    const rule *rule;
    size_t base;
} reading;

#define PLACED SIZE_MAX

/* A rule that is put together with others has its place in the input. */
static const rule *here(const compiler *c, reading *r)
{
    if (r->base != PLACED)
        *r = (reading){place_rule(c, r->rule, r->base), PLACED};
    return r->rule;
}

typedef struct place_in {
    const compiler *c;
    size_t base;
} place_in;

static eligo_span move_piece(const void *context, eligo_span s)
{
    const place_in *p = context;

    return place_span(p->c, s, p->base);
}

/* The rule as it stays: settled, placed, and drawn from the trial's arena alone. */
static const rule *kept(compiler *c, reading found, const char *id, eligo_span span)
{
    place_in at = {c, found.base};
    rule_places places = {move_piece, &at};
    const rule *r = NULL;

    if (arena_failed(c->arena) && arena_full(c->arena)) {
        /* one criterion that needs more than all of a trial may: said, and the next one read */
        arena_reset(c->arena);
        c->forgotten = true;
        found = (reading){
            rule_opaque(c->arena, span, "needs more memory than one criterion may take"), PLACED};
    } else if (!found.rule && !arena_failed(c->arena))
        found =
            (reading){rule_opaque(c->arena, span, "no condition was found in these words"), PLACED};
    if (found.rule)
        r = rule_settle_whole(c->trial, found.rule, id, span,
                              found.base == PLACED ? NULL : &places);
    if (!r || arena_failed(c->arena)) {
        arena_fail(c->trial);
        return NULL;
    }
    return r;
}

/* "I3" */
static const char *criterion_id(arena *a, char kind, size_t n)
{
    char id[24];
    size_t at = sizeof id;

    do
        id[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    id[--at] = kind;
    return arena_text(a, id + at, sizeof id - at);
}

/* "Inclusion criteria for patients" beside a heading of its own for the healthy: no others than
 * those patients are meant. */
static bool headed_for_people(const compiler *c, const outline *o, const outline_section *x)
{
    const char *text = c->text->text;
    size_t size = x->heading.end - x->heading.start;

    if (!size || !heading_names_people(text + x->heading.start, size) ||
        group_named(text + x->heading.start, size).kind == GROUP_ALL)
        return false;
    for (size_t i = 0; i < o->count; i++) {
        const outline_section *y = &o->sections[i];

        if (y->kind == x->kind && y->heading.start != x->heading.start &&
            y->group.end > y->group.start &&
            group_named(text + y->group.start, y->group.end - y->group.start).kind == GROUP_SOME)
            return true;
    }
    return false;
}

/* Whom a section is about, where it stands beside one about others. */
static group_label group_of(const compiler *c, const outline *o, const outline_section *x)
{
    group_label g = {GROUP_NONE, {0, 0}, 0, NULL};
    const char *text = c->text->text;
    size_t size = x->group.end - x->group.start;
    const char *name;
    bool beside = false, others = true;

    if (!size && headed_for_people(c, o, x))
        g.kind = GROUP_SOME;
    if (!size || !heading_names_people(text + x->group.start, size))
        return g;
    name = arena_text(c->arena, text + x->group.start, size);
    for (size_t i = 0; name && i < o->count; i++) {
        const outline_section *y = &o->sections[i];
        size_t n = y->group.end - y->group.start;

        if (y->kind != x->kind || (n == size && text_starts_nocase(text + y->group.start, n, name)))
            continue;
        beside = true;
        others = others && n && group_named(text + y->group.start, n).kind == GROUP_OTHER;
    }
    if (!beside)
        return g;
    g = group_named(text + x->group.start, size);
    if (g.kind ==
        GROUP_SELF) /* "Patients" beside "Controls"; beside "Nurses" they are all there are */
        g.kind = others ? GROUP_ALL : GROUP_SOME;
    return g;
}

/* "Persons with", on a line of its own: each of the lines below it is of some of them. */
static bool names_people_with(const compiler *c, const outline_item *x)
{
    parts p;

    if (x->count || x->span.end - x->span.start > 60)
        return false;
    p = item_parts(c, x);
    if (!p.count || p.list[p.count - 1].kind != PART_WITH)
        return false;
    for (size_t i = 0; i + 1 < p.count; i++)
        if (p.list[i].kind != PART_PERSON && p.list[i].kind != PART_FILL)
            return false;
    return true;
}

/* Does it ask for a condition, or a stage of one? */
static bool asks_condition(const rule *r)
{
    for (size_t i = 0; (r->op == RULE_ALL || r->op == RULE_READINGS) && i < r->count; i++)
        if (asks_condition(r->of[i]))
            return true;
    return names_conditions(r);
}

/* A line that ends in "or", or stands behind such a one, or names another kind of the condition of
 * the line beside it: the other line may do instead. */
static void or_neighbour(const compiler *c, reading *own, const outline_item *list, size_t count,
                         size_t k, const rule *before)
{
    const char *text = c->text->text;
    eligo_span word = k + 1 < count ? line_or(text, &list[k]) : (eligo_span){0, 0};
    const rule *two[2];
    bool denied = false;

    if (!word.end && !(k && line_or(text, &list[k - 1]).end) &&
        !(((k && lines_of_kinds(text, &list[k - 1], &list[k])) ||
           (k + 1 < count && lines_of_kinds(text, &list[k], &list[k + 1]))) &&
          own->rule && asks_condition(own->rule)))
        return;
    two[0] = here(c, own);
    /* "Free of gout or", "previous surgery" on the next line: the denial may go on */
    for (size_t i = 0; k && before && line_or(text, &list[k - 1]).end && i < before->count; i++)
        denied = denied || before->of[i]->op == RULE_NOT;
    if (denied && two[0] && two[0]->op != RULE_NOT) {
        two[1] = rule_not(c->arena, two[0]->span, two[0]);
        if (two[1])
            two[0] = rule_readings(c->arena, two[0]->span, "negation-scope", two, 2);
    }
    if (!word.end)
        word = (eligo_span){list[k].span.start, list[k].span.start + first_word(c, list[k].span)};
    two[1] = rule_opaque(c->arena, place_span(c, word, 0), "the line beside it may do instead");
    if (two[0] && two[1])
        own->rule = rule_join(c->arena, RULE_ANY, span_hull(two[0]->span, two[1]->span), two, 2);
}

static void compile_section(compiler *c, rules *r, criterion *list, const outline *o,
                            const outline_section *x, const char *bytes, size_t count[2],
                            mentioned *seen)
{
    bool exclusion = x->kind == CRITERION_EXCLUSION;
    group_label group = group_of(c, o, x);
    grouping groups = grouping_of(c, x->items, x->count, c->trial);
    bool sexes = lines_part_sexes(c->text->text, x);
    bool headless = !exclusion && x->count > 3 && names_people_with(c, &x->items[0]);

    for (size_t k = 0; k < x->count && !arena_failed(c->trial); k++) {
        const outline_item *y = &x->items[k];
        criterion *m = &list[r->criterion_count];
        size_t size, lost;

        m->kind = x->kind;
        m->id = criterion_id(c->trial, exclusion ? 'E' : 'I', ++count[exclusion]);
        m->span = mapped_span(c->text, y->span.start, y->span.end);
        m->text = words_of(c->trial, bytes, m->span);
        if (y->label.end > y->label.start)
            m->label =
                arena_text(c->trial, c->text->text + y->label.start, y->label.end - y->label.start);
        if (!m->id || !m->text)
            return;
        reading own = {.base = PLACED};
        own.rule = nest_rule(c, x->items, x->count, k, groups, exclusion, NULL, 0, &own.base);

        if (!exclusion)
            or_neighbour(c, &own, x->items, x->count, k, k ? m[-1].rule : NULL);
        if (k > 0 && headless && own.rule && names_conditions(own.rule))
            own.rule = rule_of_group(c, here(c, &own), place_span(c, x->items[0].span, 0), false);
        if (sexes && own.rule && rule_sex(own.rule))
            own.rule = rule_of_group(
                c, here(c, &own),
                place_span(c, (eligo_span){0, first_word(c, y->span)}, y->span.start), false);
        if (group.kind != GROUP_NONE)
            own.rule = rule_for_label(
                c, here(c, &own), &group,
                place_span(c, (eligo_span){0, first_word(c, y->span)}, y->span.start), exclusion);
        m->rule = kept(c, own, m->id, m->span);
        if (!m->rule)
            return;
        r->criterion_count++;
        if (c->audited) {
            audit_readings(m->rule, m, &c->findings);
            lint_item(c, y, exclusion, false, 0);
        }
        forget(c);
        c->forgotten = false;
        note_mentions(m->rule, seen);
        size = m->span.end - m->span.start;
        lost = opaque_bytes(m->rule);
        r->coverage_bytes += size;
        r->coverage_understood += lost > size ? 0 : size - lost;
    }
}

static void add_registry(compiler *c, rules *r, criterion *list, const char *id, const rule *found,
                         const char *bytes)
{
    criterion *m = &list[r->criterion_count];

    if (!found)
        return;
    m->kind = CRITERION_REGISTRY;
    m->id = id;
    m->span = found->span;
    m->text = words_of(c->trial, bytes, m->span);
    m->rule = kept(c, (reading){found, PLACED}, id, m->span);
    if (m->rule)
        r->criterion_count++;
    forget(c);
}

rules *compile_source(const source *s, arena *a, const lexicon *lx, const char *name,
                      const char *bytes, size_t size, bool audited, eligo_error *err)
{
    compiler c = {.text = &s->criteria,
                  .audited = audited,
                  .lx = lx,
                  .trial = a,
                  .arena = arena_new(LIMIT_TRIAL_ARENA),
                  .findings = {.arena = a}};
    rules *r = arena_alloc(a, sizeof *r);
    size_t total = 0, count[2] = {0, 0};
    mentioned seen = {false, false};
    criterion *list;
    outline o;

    if (!r || !c.arena) {
        arena_delete(c.arena);
        error_memory(err, name);
        return NULL;
    }
    o = outline_read_lines(&s->criteria, s->lines, s->line_count, a);
    c.lx = shorts_read(lx, s->criteria.text, s->criteria.size, a);
    for (size_t i = 0; i < o.count; i++)
        total += o.sections[i].count;
    list = arena_array(a, total + 2, sizeof *list);
    c.read = arena_array(a, o.item_count, sizeof *c.read);
    for (size_t i = 0; i < s->finding_count; i++)
        add_finding(&c, s->findings[i]);
    for (size_t i = 0; i < o.finding_count; i++) {
        finding f = o.findings[i];

        /* "None" is no criterion, and no defect */
        if (strcmp(f.code, "not-a-criterion") == 0 &&
            words_entry(WORD_NONE, s->criteria.text + f.span.start, f.span.end - f.span.start)) {
            r->says_none = r->says_none || o.headed;
            continue;
        }
        f.span = mapped_span(&s->criteria, f.span.start, f.span.end);
        add_finding(&c, f);
    }
    for (size_t i = 0; list && c.read && i < o.count && !arena_failed(a); i++)
        compile_section(&c, r, list, &o, &o.sections[i], bytes, count, &seen);
    if (list && !arena_failed(a))
        bars_read_denials(a, list, r->criterion_count);
    if (list && !arena_failed(a))
        lines_part_groups(a, list, r->criterion_count);
    if (list && !arena_failed(a) && is_other_text(s, list, r->criterion_count)) {
        arena_delete(c.arena);
        error_at(err, ELIGO_EPARSE, name, bytes, size, 0,
                 "no criteria found; put \"Inclusion Criteria:\" or \"Exclusion Criteria:\" in the "
                 "line above them");
        return NULL;
    }
    if (s->above.end > s->above.start)
        add_finding(
            &c, (finding){
                    .code = "not-a-criterion",
                    .severity = SEVERITY_NOTE,
                    .span = s->above,
                    .message =
                        "stands above the first heading: taken for a title, not for a criterion"});
    if (list && !seen.age && (s->minimum_age.given || s->maximum_age.given))
        add_registry(&c, r, list, "R1", registry_age_rule(&c, s), bytes);
    if (list && !seen.sex && s->sex && strcmp(s->sex, "all") != 0)
        add_registry(&c, r, list, "R2", registry_sex_rule(&c, s), bytes);
    r->arena = a;
    r->lexicon = lx;
    r->trial_id = s->trial_id;
    r->title = s->title;
    r->minimum_age = s->minimum_age;
    r->maximum_age = s->maximum_age;
    r->sex = s->sex;
    r->sex_span = s->sex_span;
    r->healthy_volunteers = s->healthy_volunteers;
    r->source_name = arena_text(a, name, strlen(name));
    r->source_bytes = size;
    if (s->sum)
        memcpy(r->sha256, s->sum, sizeof r->sha256);
    else
        file_sum(bytes, size, r->sha256);
    r->criteria = list;
    r->unaudited = !audited;
    if (audited) {
        audit_rules(r, bytes, size, c.arena, &c.findings);
        audit_settle(r, &c.findings);
    }
    forget(&c);
    arena_delete(c.arena);
    if (arena_failed(a)) {
        if (arena_full(a))
            error_set(err, ELIGO_ELIMIT, name, "needs more memory than a trial may take (%zu MiB)",
                      LIMIT_TRIAL_ARENA >> 20);
        else
            error_memory(err, name);
        return NULL;
    }
    r->findings = c.findings.list;
    r->finding_count = c.findings.count;
    return r;
}

const rule *compile_criterion(const char *text, size_t size, criterion_kind kind, const lexicon *lx,
                              arena *a)
{
    compiler c = {.lx = lx, .arena = a};
    group_label g = group_read(text, size);
    size_t at = g.kind == GROUP_NONE || g.kind == GROUP_SELF ? 0 : g.rest;
    parts p = size - at <= LIMIT_CRITERION_BYTES
                  ? phrase_parts(text + at, size - at, lx, a)
                  : (parts){.text = text + at, .size = size - at, .cut = true};
    const rule *r = wording_placed(&c, &p, at, kind == CRITERION_EXCLUSION, NULL);

    if (r)
        r = rule_for_label(&c, r, &g, g.words, kind == CRITERION_EXCLUSION);
    if (!r)
        r = rule_opaque(a, (eligo_span){0, size}, "no condition was found in these words");
    return rule_settle(a, r, kind == CRITERION_EXCLUSION ? "E1" : "I1", (eligo_span){0, size});
}

void rules_delete(rules *r)
{
    if (r)
        arena_delete(r->arena);
}
