/* One row of an OMOP table -> facts. What each column means: OHDSI, OMOP CDM v5.4; concept ids by
 * number only where a source may leave them out of its vocabulary. */
#include "patients/omop.h"

#include "engine/base/error.h"
#include "patients/mention.h"
#include "patients/result.h"
#include "patients/route.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { MOST_CONCEPTS = 8, MOST_NOTES = 50 };

struct omop_meaning {
    const concept *list[MOST_CONCEPTS]; /* unrelated ones; of related ones the most special */
    code_sense sense[MOST_CONCEPTS];
    size_t count;
    bool by_text;
    name named;
    mentions more;
    const char *text, *code; /* text: never NULL; code may be */
};
typedef struct omop_meaning meaning;

typedef struct omop_link { /* a result that belongs to another row, or such a row */
    size_t fact;           /* of a specimen that is pointed at: not used */
    int64_t row;
    bool specimen, target;
    const concept *what; /* of a target: the organism, or the kind of specimen */
} omop_link;

/* ---- small reading ---- */

static const char *copy(const omop_record *r, table_cell c)
{
    const char *out = c.size ? arena_text(r->p->arena, c.text, c.size) : NULL;

    return out ? out : "";
}

static void note(omop_record *r, const char *where, const char *what)
{
    if (r->note_count < MOST_NOTES &&
        arena_grow(r->p->arena, (void **)&r->notes, r->note_count, &r->note_room, sizeof *r->notes))
        r->notes[r->note_count++] = arena_printf(r->p->arena, "%s: %s", where, what);
}

static int64_t number(table_cell c)
{
    int64_t n;

    return omop_number(c, &n) ? n : 0;
}

static bool real(table_cell c, double *out)
{
    return c.size && result_plain_number(c.text, c.size, out);
}

/* Some day from `from` on. */
static date from_on(date from)
{
    return (date){from.first, day_of(9999, 12, 31), INSTANT_NONE};
}

static date until(const omop_record *r, date last)
{
    day birth = date_known(r->p->birth) ? r->p->birth.first : day_of(1900, 1, 1);

    if (!date_known(last))
        return last;
    return (date){birth < last.first ? birth : last.first, last.last, INSTANT_NONE};
}

/* The day, with the time where one is given for the same day. */
static date start_of(const omop_row *row)
{
    date d, time;

    omop_date(row->cell[COL_START], &d);
    if (omop_date(row->cell[COL_START_TIME], &time) && (!date_known(d) || time.first == d.first))
        return time;
    return d;
}

static bool says(const char *folded, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_word(folded, words[i]))
            return true;
    return false;
}

/* ---- concepts ---- */

static void add_concept(meaning *m, const concept *one, code_sense sense)
{
    for (size_t i = 0; i < m->count; i++) {
        if (m->sense[i] != sense && m->list[i] != one)
            continue;
        if (concept_is(m->list[i], one))
            return;
        if (concept_is(one, m->list[i])) {
            m->list[i] = one;
            m->sense[i] = sense;
            return;
        }
    }
    if (m->count < MOST_CONCEPTS) {
        m->list[m->count] = one;
        m->sense[m->count++] = sense;
    }
}

static void by_words(const lexicon *lx, arena *a, meaning *m, const char *text, size_t size,
                     omop_hint hint)
{
    name n;

    if (m->count || !size)
        return;
    if (hint == OMOP_MEDICINE)
        m->count = name_drugs(lx, text, size, a, m->list, MOST_CONCEPTS);
    if (hint == OMOP_QUANTITY) { /* "Calcium" is no drug here */
        const concept *quantity = lexicon_display_quantity(lx, text, size, a);

        if (quantity && !name_other_measurement(quantity, text, size)) {
            m->list[0] = quantity;
            m->count = 1;
        }
    }
    m->by_text = m->count > 0;
    if (m->count)
        return;
    n = name_read(lx, text, size, a);
    m->named = n;
    if (n.concept && hint == OMOP_QUANTITY && name_other_measurement(n.concept, text, size))
        return;
    if (n.concept && hint == OMOP_MEDICINE && n.concept->category != CATEGORY_MEDICATION &&
        n.concept->category != CATEGORY_IMMUNIZATION)
        return;
    if (n.concept) {
        m->list[0] = n.concept;
        m->count = 1;
        m->by_text = true;
    }
}

static const concept *by_code(const lexicon *lx, const omop_concept *c, code_sense *sense)
{
    code_system s =
        c->vocabulary ? code_system_find(c->vocabulary, strlen(c->vocabulary)) : CODE_UNKNOWN;
    const concept *found = NULL;
    char id[24];
    int n;

    *sense = CODE_IS;
    if (s != CODE_UNKNOWN && c->code)
        found = lexicon_code(lx, s, c->code, strlen(c->code), sense);
    if (found)
        return found;
    n = snprintf(id, sizeof id, "%lld", (long long)c->id);
    return lexicon_code(lx, CODE_OMOP, id, (size_t)n, sense);
}

/* A concept that is not in the lexicon is what lies above it. Not for quantities: what lies above
 * "glucose in urine" is "glucose". */
static void by_ancestors(const dictionary *d, const omop_concept *c, meaning *m)
{
    for (size_t i = 0; i < c->ancestors; i++) {
        int64_t id = d->ancestors[c->first_ancestor + i].ancestor;
        const omop_concept *above = dictionary_find(d, id);
        omop_concept bare = {.id = id};
        code_sense sense;
        const concept *found = by_code(d->lx, above ? above : &bare, &sense);

        if (found && sense == CODE_IS && !category_is_quantity(found->category) &&
            !(found->flags & CONCEPT_WEAK))
            add_concept(m, found, CODE_IS);
    }
}

static const meaning nothing = {.text = ""};

/* What a concept id means; remembered. */
static const meaning *meaning_of(omop *o, int64_t id, omop_hint hint)
{
    dictionary *d = &o->concepts;
    omop_concept *c = dictionary_entry(d, id);
    const concept *found;
    code_sense sense;
    meaning *m;

    if (!c)
        return &nothing;
    if (c->meaning[hint])
        return c->meaning[hint];
    m = arena_alloc(d->arena, sizeof *m);
    if (!m)
        return &nothing;
    m->text = c->name ? c->name : arena_printf(d->arena, "concept %lld", (long long)id);
    m->code = arena_printf(d->arena, "omop:%lld", (long long)id);
    if (c->vocabulary && c->code) {
        code_system s = code_system_find(c->vocabulary, strlen(c->vocabulary));

        if (s != CODE_UNKNOWN)
            m->code = arena_printf(d->arena, "%s:%s", code_system_name(s), c->code);
    }
    found = by_code(d->lx, c, &sense);
    if (found)
        add_concept(m, found, sense);
    if (c->vocabulary && c->code)
        mention_code(&m->more, d->lx, code_system_find(c->vocabulary, strlen(c->vocabulary)),
                     c->code, strlen(c->code), true);
    if (c->name && hint != OMOP_QUANTITY)
        mention_words(&m->more, d->lx, c->name, strlen(c->name), !m->count, NULL, d->arena);
    if (!m->count)
        by_ancestors(d, c, m);
    if (c->name && (!m->count || (!found && hint != OMOP_QUANTITY))) {
        meaning words = {.text = ""};

        by_words(d->lx, d->arena, &words, c->name, strlen(c->name), hint);
        if (!m->count) {
            memcpy(m->list, words.list, sizeof m->list);
            m->count = words.count;
            m->by_text = words.by_text;
            m->named = words.named;
        } else if (words.named.certainty == FACT_CONFIRMED && !words.named.history &&
                   !words.named.family)
            for (size_t i = 0; i < words.count; i++)
                for (size_t k = 0; k < m->count; k++)
                    if (concept_is(words.list[i], m->list[k]))
                        m->list[k] = words.list[i];
    }
    if (!m->text)
        m->text = "";
    c->meaning[hint] = m;
    return m;
}

/* An ICD-10-CM code by its form alone: with its dot, and not where ICD-9-CM has codes that look
 * like it. */
static const concept *icd_of(const lexicon *lx, table_cell c, code_sense *sense)
{
    if (c.size < 5 || c.size > 8 || !isalpha((unsigned char)c.text[0]) ||
        !isdigit((unsigned char)c.text[1]) || !isalnum((unsigned char)c.text[2]) ||
        c.text[3] != '.' || strchr("Vv", c.text[0]))
        return NULL;
    for (size_t i = 4; i < c.size; i++)
        if (!isalnum((unsigned char)c.text[i]))
            return NULL;
    return lexicon_code(lx, CODE_ICD10CM, c.text, c.size, sense);
}

/* What a row is about: its standard concept, narrowed by the one it was mapped from; else that;
 * else its words. */
static meaning row_meaning(omop_record *r, const omop_row *row, omop_hint hint)
{
    int64_t standard = number(row->cell[COL_CONCEPT]),
            source = number(row->cell[COL_SOURCE_CONCEPT]);
    table_cell words = row->cell[COL_SOURCE];
    meaning out = standard > 0 ? *meaning_of(r->o, standard, hint) : nothing;
    const meaning *from =
        source > 0 && source != standard ? meaning_of(r->o, source, hint) : &nothing;
    const char *text = *out.text && strncmp(out.text, "concept ", 8) != 0 ? out.text : NULL;

    if (!out.count && from->count) {
        const char *code = out.code;
        mentions more = out.more;

        out = *from;
        out.code = code ? code : out.code;
        for (size_t i = 0; i < more.count; i++)
            mention_add(&out.more, more.list[i].concept, more.list[i].how);
    } else {
        for (size_t i = 0; i < from->more.count; i++)
            mention_add(&out.more, from->more.list[i].concept,
                        from->more.list[i].how != MENTION_IS ||
                                (out.count && from->count && from->sense[0] == out.sense[0])
                            ? from->more.list[i].how
                            : MENTION_MAY);
        for (size_t i = 0; out.count && i < from->count; i++)
            mention_add(&out.more, from->list[i], MENTION_MAY);
    }
    if (from->count == 1 && out.count == 1 && from->sense[0] == out.sense[0] &&
        concept_is(from->list[0], out.list[0]))
        out.list[0] = from->list[0];
    if (!out.count && words.size) {
        meaning said = nothing;

        by_words(r->p->lexicon, r->p->arena, &said, words.text, words.size, hint);
        if (!said.count && hint == OMOP_ANY) {
            said.list[0] = icd_of(r->p->lexicon, words, &said.sense[0]);
            said.count = said.list[0] != NULL;
            if (said.count)
                mention_code(&said.more, r->p->lexicon, CODE_ICD10CM, words.text, words.size, true);
        }
        if (hint != OMOP_QUANTITY)
            mention_words(&said.more, r->p->lexicon, words.text, words.size, !said.count, NULL,
                          r->p->arena);
        for (size_t i = 0; i < out.more.count; i++)
            mention_add(&said.more, out.more.list[i].concept, out.more.list[i].how);
        said.code = out.code;
        said.text = out.text;
        out = said;
    }
    if (!text && *from->text && strncmp(from->text, "concept ", 8) != 0)
        text = from->text;
    if (!text && words.size)
        text = copy(r, words);
    if (text)
        out.text = text;
    if (!out.code && words.size)
        out.code = NULL;
    return out;
}

static const char *fact_id(omop_record *r, const omop_row *row)
{
    table_cell id = row->cell[COL_ID];
    const char *out = arena_printf(r->p->arena, "%s/%.*s", omop_table_name(row->table),
                                   (int)(id.size < 64 ? id.size : 64), id.size ? id.text : "");

    return out ? out : "";
}

static fact *new_fact(omop_record *r, fact_kind kind, const meaning *m, size_t i, const char *id)
{
    fact *f = patient_fact(r->p, kind);

    if (!f)
        return NULL;
    f->concept = i < m->count ? m->list[i] : NULL;
    f->by_text = m->by_text;
    f->unnamed = !f->concept && (!*m->text || strncmp(m->text, "concept ", 8) == 0);
    f->part = m->by_text && m->named.part;
    if (i == 0)
        mention_of_fact(f, &m->more, r->p->arena);
    f->text = m->text;
    f->code = m->code;
    f->id = id;
    return f;
}

/* What a code's sense or a name's words make of a fact ("Not pregnant", "History of ..."). */
static void apply_sense(fact *f, const meaning *m, size_t i)
{
    fact_certainty said =
        i < m->count && m->sense[i] == CODE_DENIES ? FACT_DENIED : m->named.certainty;

    f->history |= (i < m->count && m->sense[i] == CODE_HISTORY) || m->named.history;
    if (m->named.family)
        f->kind = FACT_FAMILY;
    if (said == FACT_CONFIRMED)
        return;
    f->certainty = f->certainty == FACT_CONFIRMED ? said : FACT_UNCONFIRMED;
}

/* ---- person ---- */

static void read_person(omop_record *r, const omop_row *row)
{
    int64_t year = number(row->cell[COL_YEAR]), month = number(row->cell[COL_MONTH]),
            dom = number(row->cell[COL_DAY]);
    int64_t gender = number(row->cell[COL_CONCEPT]);
    sex said = SEX_UNKNOWN;
    date printed;
    size_t size;
    char *word = fold_plain(row->cell[COL_SOURCE].text ? row->cell[COL_SOURCE].text : "",
                            row->cell[COL_SOURCE].size, r->p->arena, &size);

    r->person = true;
    omop_date(row->cell[COL_START_TIME], &printed);
    printed.instant = INSTANT_NONE;
    if (date_known(printed)) {
        int y, m, d;

        day_split(printed.first, &y, &m, &d);
        /* a first of January that only fills up a year */
        if (year == y && !month && !dom && m == 1 && d == 1)
            printed.last = day_of(y, 12, 31);
        else if (year == y && month == m && !dom && d == 1)
            printed.last = day_add_months(printed.first, 1) - 1;
        if (year && year != y) {
            note(
                r, "person",
                "birth_datetime and year_of_birth differ; the date of birth is taken as not known");
            printed = date_none();
        }
        r->p->birth = printed;
    } else if (year >= 1583 && year <= 9999) {
        if (month >= 1 && month <= 12 && dom >= 1 && date_valid((int)year, (int)month, (int)dom))
            r->p->birth = date_of_day(day_of((int)year, (int)month, (int)dom));
        else if (month >= 1 && month <= 12 && !dom)
            r->p->birth =
                (date){day_of((int)year, (int)month, 1),
                       day_add_months(day_of((int)year, (int)month, 1), 1) - 1, INSTANT_NONE};
        else
            r->p->birth = (date){day_of((int)year, 1, 1), day_of((int)year, 12, 31), INSTANT_NONE};
    } else
        note(r, "person", "no date of birth");
    if (word && *word)
        said = strcmp(word, "f") == 0 || strcmp(word, "female") == 0 ? SEX_FEMALE
               : strcmp(word, "m") == 0 || strcmp(word, "male") == 0 ? SEX_MALE
                                                                     : SEX_UNKNOWN;
    r->p->sex = gender == 8507   ? SEX_MALE
                : gender == 8532 ? SEX_FEMALE
                : gender == 8521 ? SEX_OTHER
                                 : said;
    if ((gender == 8507 && said == SEX_FEMALE) || (gender == 8532 && said == SEX_MALE)) {
        r->p->sex = SEX_UNKNOWN;
        note(r, "person",
             "gender_concept_id and gender_source_value differ; the sex is taken as not known");
    }
}

static void read_death(omop_record *r, const omop_row *row)
{
    date d;

    r->p->deceased = true;
    if (!omop_date(row->cell[COL_START], &d))
        return;
    d.instant = INSTANT_NONE;
    if (date_known(r->p->death)) { /* two sources, two days */
        d.first = d.first < r->p->death.first ? d.first : r->p->death.first;
        d.last = d.last > r->p->death.last ? d.last : r->p->death.last;
    }
    r->p->death = d;
}

static void read_period(omop_record *r, const omop_row *row)
{
    date start, end;

    if (!omop_date(row->cell[COL_START], &start) || !omop_date(row->cell[COL_END], &end) ||
        end.last < start.first)
        return;
    if (arena_grow(r->p->arena, (void **)&r->spans, r->span_count, &r->span_room, sizeof *r->spans))
        r->spans[r->span_count++] = (patient_span){start.first, end.last};
}

/* ---- conditions ---- */

/* What the status makes of a diagnosis. Ids: Condition Status of the OHDSI vocabularies. */
static fact_certainty status_of(omop_record *r, const omop_row *row, const char *id, bool *resolved)
{
    static const int64_t firm[] = {32891, 32893, 32894, 32895, 32896, 32897, 32898,
                                   32900, 32902, 32903, 32908, 32909, 32911, 4230359};
    static const char *const denied[] = {"ruled out", "refuted", "excluded"};
    static const char *const doubtful[] = {
        "rule out",  "rule-out",        "r/o",     "provisional", "preliminary",
        "suspected", "differential",    "working", "possible",    "probable",
        "presumed",  "to be diagnosed", "query",   "tentative"};
    static const char *const early[] = {"admission",    "admitting",     "referral",
                                        "preoperative", "pre-operative", "chief complaint"};
    static const char *const sure[] = {
        "final",  "confirmed", "primary",  "secondary", "discharge", "postoperative", "principal",
        "active", "resolved",  "inactive", "main",      "billing",   "problem list"};
    int64_t status = number(row->cell[COL_STATUS]);
    const omop_concept *c = dictionary_find(&r->o->concepts, status);
    table_cell source = row->cell[COL_STATUS_SOURCE];
    const char *words = c && c->name ? c->name : copy(r, source);
    char *folded = fold_plain(words, strlen(words), r->p->arena, NULL);

    *resolved = status == 32906;
    if (!folded)
        return FACT_UNCONFIRMED;
    if (says(folded, denied, COUNT(denied)))
        return FACT_DENIED;
    if (status == 32892 || status == 32899 || status == 4033240 ||
        says(folded, doubtful, COUNT(doubtful)))
        return FACT_SUSPECTED;
    *resolved |= has_word(folded, "resolved") || has_word(folded, "inactive");
    if (status == 32890 || status == 32901 || status == 32904 || status == 32905 ||
        status == 32907 || status == 32910 || says(folded, early, COUNT(early)))
        return FACT_UNCONFIRMED;
    if (!status || *resolved || (*folded && says(folded, sure, COUNT(sure))))
        return FACT_CONFIRMED;
    for (size_t i = 0; i < COUNT(firm); i++)
        if (status == firm[i])
            return FACT_CONFIRMED;
    note(r, id, "a condition status that is not known; the record decides nothing");
    return FACT_UNCONFIRMED;
}

/* Conditions hold more than conditions: "kidney transplant status", "allergy to penicillin". */
static fact_kind kind_of(const concept *c)
{
    switch (c ? c->category : CATEGORY_CONDITION) {
    case CATEGORY_MEDICATION: return FACT_MEDICATION;
    case CATEGORY_PROCEDURE: return FACT_PROCEDURE;
    case CATEGORY_DEVICE: return FACT_DEVICE;
    case CATEGORY_ALLERGY: return FACT_ALLERGY;
    case CATEGORY_IMMUNIZATION: return FACT_IMMUNIZATION;
    default: return FACT_CONDITION;
    }
}

static void read_condition(omop_record *r, const omop_row *row)
{
    meaning m = row_meaning(r, row, OMOP_ANY);
    const char *id = fact_id(r, row);
    bool resolved;
    fact_certainty certainty = status_of(r, row, id, &resolved);
    date start, end;

    omop_date(row->cell[COL_START], &start);
    omop_date(row->cell[COL_END], &end);
    start.instant = end.instant = INSTANT_NONE;
    for (size_t i = 0; i < (m.count ? m.count : 1); i++) {
        fact *f = new_fact(r, kind_of(i < m.count ? m.list[i] : NULL), &m, i, id);

        if (!f)
            return;
        if (f->concept && category_is_quantity(f->concept->category))
            f->concept = NULL;
        f->certainty = certainty;
        apply_sense(f, &m, i);
        f->order = f->kind == FACT_MEDICATION;
        f->start = start;
        /* an end on the day of the start is how a visit's diagnosis is written: it may have gone on
         */
        if (date_known(end) && date_known(start) && end.first <= start.first &&
            !row->cell[COL_STOP].size && !resolved)
            f->end = from_on(start);
        else if (date_known(end) && !(resolved && date_known(start) && end.first <= start.first))
            f->end = end;
        f->ended = resolved || row->cell[COL_STOP].size;
        if (f->history || f->kind == FACT_PROCEDURE) {
            f->recorded = start.first;
            f->start = until(r, start);
        }
        if (f->kind == FACT_PROCEDURE)
            f->end = f->start;
    }
}

/* ---- drugs ---- */

static void add_route(omop_record *r, fact *f, const omop_row *row)
{
    int64_t route = number(row->cell[COL_ROUTE]);
    const omop_concept *c = dictionary_find(&r->o->concepts, route);
    bool told = (c && c->name) || row->cell[COL_ROUTE_SOURCE].size > 1;
    const char *words = c && c->name ? c->name
                        : told       ? copy(r, row->cell[COL_ROUTE_SOURCE])
                                     : f->text;
    char *folded = fold_plain(words, strlen(words), r->p->arena, NULL);
    const char *named = folded ? route_named(folded, told ? ROUTE_FIELD : ROUTE_NAME) : NULL;
    fact_qualifier *q = named ? arena_alloc(r->p->arena, sizeof *q) : NULL;

    if (!q)
        return;
    *q = (fact_qualifier){"route", named, NULL};
    f->qualifiers = q;
    f->qualifier_count = 1;
}

/* Given, not ordered. */
static bool is_administration(omop_record *r, int64_t type)
{
    const omop_concept *c = dictionary_find(&r->o->concepts, type);
    char *folded = c && c->name ? fold_plain(c->name, strlen(c->name), r->p->arena, NULL) : NULL;

    return type == 32818 || type == 38000179 || type == 38000180 ||
           (folded && strstr(folded, "administ"));
}

static void read_drug(omop_record *r, const omop_row *row)
{
    meaning m = row_meaning(r, row, OMOP_MEDICINE);
    const char *id = fact_id(r, row);
    bool given = is_administration(r, number(row->cell[COL_TYPE])),
         stopped = row->cell[COL_STOP].size > 0;
    double supply = 0;
    date start, end, stated;

    omop_date(row->cell[COL_START], &start);
    omop_date(row->cell[COL_END], &end);
    real(row->cell[COL_SUPPLY], &supply);
    if (omop_date(row->cell[COL_VERBATIM_END], &stated))
        end = stated;
    else if (date_known(end) && date_known(start) && end.first <= start.first && !given &&
             !(supply > 0))
        end = date_none(); /* the column must not be empty: an order that goes on has its start
                              there */
    start.instant = end.instant = INSTANT_NONE;
    for (size_t i = 0; i < (m.count ? m.count : 1); i++) {
        fact *f =
            new_fact(r,
                     i < m.count && m.list[i]->category == CATEGORY_IMMUNIZATION ? FACT_IMMUNIZATION
                                                                                 : FACT_MEDICATION,
                     &m, i, id);

        if (!f)
            return;
        apply_sense(f, &m, i);
        f->start = start;
        f->end = f->kind == FACT_IMMUNIZATION ? start : end;
        f->ended = stopped && !date_known(f->end);
        f->order = f->kind == FACT_MEDICATION && !given;
        add_route(r, f, row);
    }
}

/* ---- values ---- */

static const struct {
    int64_t id;
    char ucum[20];
} known_units[] = {
    {8876, "mm[Hg]"},   {8554, "%"},          {9531, "kg/m2"},
    {8541, "/min"},     {586323, "Cel"},      {9289, "[degF]"},
    {8848, "10*3/uL"},  {9444, "10*9/L"},     {8647, "/uL"},
    {8785, "/mm3"},     {8784, "{cells}/uL"}, {8888, "{cells}/mm3"},
    {8961, "10*3/mm3"}, {9442, "10*6/L"},     {8859, "ug/mL"},
    {8751, "mg/L"},     {8795, "mL/min"},     {9117, "mL/min/{1.73_m2}"},
    {8923, "[iU]/L"},   {44777602, "kPa"},    {8840, "mg/dL"},
    {8749, "umol/L"},   {8713, "g/dL"},       {9448, "a"},
    {9580, "mo"},       {8511, "wk"},         {8512, "d"},
    {8505, "h"},        {8523, "{ratio}"},    {8753, "mmol/L"},
    {8582, "cm"},       {9529, "kg"},         {8583, "fL"},
    {8564, "pg"},       {8815, "10*6/uL"},    {8636, "g/L"},
    {8723, "mg/g"},     {8845, "pg/mL"},      {8837, "ug/dL"},
    {8748, "ug/L"},     {8482, "[pH]"},
};

static const char *unit_of(omop_record *r, const omop_row *row, const concept *quantity,
                           const char **text)
{
    static const char *const none[] = {"n/a",      "na",      "none",     "null",   "-",
                                       "unitless", "no unit", "no units", "unknown"};
    int64_t id = number(row->cell[COL_UNIT]);
    const omop_concept *c = dictionary_find(&r->o->concepts, id);
    const char *shown = copy(r, row->cell[COL_UNIT_SOURCE]), *code = NULL;
    bool ucum = true;

    for (size_t i = 0; i < COUNT(none); i++)
        if (strcasecmp(shown, none[i]) == 0)
            shown = "";
    if (c && c->code && c->vocabulary && strcmp(c->vocabulary, "UCUM") == 0)
        code = c->code;
    else if (c && c->name) {
        code = c->name;
        ucum = false;
    }
    for (size_t i = 0; !code && i < COUNT(known_units); i++)
        if (known_units[i].id == id)
            code = known_units[i].ucum;
    if (code && strcmp(code, "pH") == 0)
        code = "[pH]";
    *text = *shown ? shown
            : code ? arena_text(r->p->arena, code, strlen(code))
            : id   ? arena_printf(r->p->arena, "unit concept %lld", (long long)id)
                   : NULL;
    return code || *shown ? result_unit(code, ucum, *shown ? shown : NULL, quantity, r->p->arena)
                          : NULL;
}

/* What a coded result says by itself. */
static int sign_of(omop_record *r, int64_t id)
{
    const omop_concept *c = dictionary_find(&r->o->concepts, id);
    int sign = 0;

    if (id == 45884084 || id == 9191 || id == 4188539)
        return 1;
    if (id == 45878583 || id == 9189 || id == 4188540)
        return -1;
    if (c && c->code)
        sign = result_sign_of_code(c->code, strlen(c->code));
    return sign || !c || !c->name ? sign : result_sign(c->name, strlen(c->name));
}

static char interpretation_of(omop_record *r, int64_t id)
{
    static const struct {
        char name[16], letter;
    } words[] = {{"susceptible", 'S'}, {"sensitive", 'S'}, {"intermediate", 'I'},
                 {"resistant", 'R'},   {"high", 'H'},      {"low", 'L'},
                 {"normal", 'N'},      {"abnormal", 'A'}};
    const omop_concept *c = dictionary_find(&r->o->concepts, id);

    if (id == 45884178 || id == 45881795 || id == 45878594)
        return id == 45884178 ? 'S' : id == 45881795 ? 'I' : 'R';
    for (size_t i = 0; c && c->name && i < COUNT(words); i++)
        if (strcasecmp(c->name, words[i].name) == 0)
            return words[i].letter;
    return 0;
}

/* The comparator of an operator concept; NULL: not known. */
static const char *comparator_of(omop_record *r, int64_t id)
{
    const omop_concept *c = dictionary_find(&r->o->concepts, id);

    switch (id) {
    case 0:
    case 4172703: return "";
    case 4171756: return "<";
    case 4171754: return "<=";
    case 4171755: return ">=";
    case 4172704: return ">";
    default:
        return c && c->name && strspn(c->name, "<>=") == strlen(c->name) && strlen(c->name) <= 2
                   ? c->name
                   : NULL;
    }
}

/* The value of a measurement or observation. *coded: what a coded one means, else NULL. False:
 * there is none. */
static bool read_value(omop_record *r, const omop_row *row, const concept *quantity,
                       fact_value *out, const meaning **coded)
{
    table_cell shown = row->cell[COL_VALUE_SOURCE], text = row->cell[COL_STRING];
    int64_t id = number(row->cell[COL_VALUE_CONCEPT]);
    double n;
    bool any = false;

    *coded = NULL;
    if (real(row->cell[COL_NUMBER], &n)) {
        const char *comparator = comparator_of(r, number(row->cell[COL_OPERATOR]));
        fact_value as_shown = {0};

        if (!comparator || !result_interval(n, comparator, out)) {
            out->kind = VALUE_TEXT;
            out->text = "a comparator that is not known";
        }
        /* "<5" of which only the 5 was mapped */
        if (comparator && !*comparator && shown.size && strchr("<>=", *shown.text) &&
            result_read(shown.text, shown.size, quantity, r->p->arena, &as_shown) &&
            as_shown.kind == VALUE_NUMBER && as_shown.low != as_shown.high &&
            (as_shown.low == n || as_shown.high == n)) {
            out->low = as_shown.low;
            out->high = as_shown.high;
            out->low_inclusive = as_shown.low_inclusive;
            out->high_inclusive = as_shown.high_inclusive;
        }
        any = true;
    } else if (row->cell[COL_NUMBER].size) { /* damaged: not to be passed over for an older one */
        out->kind = VALUE_TEXT;
        out->text = copy(r, row->cell[COL_NUMBER]);
        any = true;
    }
    if (id) {
        const meaning *m = meaning_of(r->o, id, OMOP_ANY);

        out->interpretation = interpretation_of(r, id);
        out->sign = sign_of(r, id);
        if (!any) {
            out->kind = VALUE_CODED;
            out->text = *m->text ? m->text : "";
            if (!out->sign && result_missing(m->text, strlen(m->text)))
                out->kind = VALUE_NONE;
            /* "Class III" */
            if (!out->sign && quantity && category_is_quantity(quantity->category) && *m->text) {
                fact_value read = {0};

                if (result_read(m->text, strlen(m->text), quantity, r->p->arena, &read) &&
                    read.kind == VALUE_NUMBER) {
                    read.interpretation = out->interpretation;
                    read.text = out->text;
                    *out = read;
                }
            }
            any = out->kind != VALUE_NONE;
        }
        if (any && out->kind == VALUE_CODED && !out->sign) {
            *coded = m;
            if (m->count && m->sense[0] == CODE_IS && m->named.certainty == FACT_CONFIRMED &&
                !m->named.history && !m->named.family)
                out->concept = m->list[0];
        }
    }
    for (int k = 0; !any && k < 2; k++) {
        table_cell c = k ? shown : text;
        name said;

        if (!c.size || !result_read(c.text, c.size, quantity, r->p->arena, out))
            continue;
        any = true;
        if (out->kind == VALUE_CODED && !out->sign) {
            said = name_read(r->p->lexicon, c.text, c.size, r->p->arena);
            if (said.certainty == FACT_CONFIRMED && !said.history && !said.family)
                out->concept = said.concept;
        }
    }
    if (out->kind == VALUE_NUMBER && !out->unit_text)
        out->ucum = unit_of(r, row, quantity, &out->unit_text);
    if (!any)
        out->kind = VALUE_NONE;
    return any;
}

static void read_range(const omop_row *row, fact_value *v)
{
    double low, high;
    bool has_low = real(row->cell[COL_LOW], &low), has_high = real(row->cell[COL_HIGH], &high);

    if (v->kind != VALUE_NUMBER || (has_low && has_high && !(low < high)))
        return;
    v->range_low_given = has_low;
    v->range_high_given = has_high;
    v->range_low = has_low ? low : 0;
    v->range_high = has_high ? high : 0;
}

/* "Smoking status: current smoker": the answer is itself something that the patient is. */
static void add_answer(omop_record *r, const meaning *coded, const char *id)
{
    const fact *about = &r->p->facts[r->p->fact_count - 1];
    const concept *c = about->value.concept;
    meaning m = {.text = about->value.text ? about->value.text : "", .count = 1};
    bool denied = false;
    fact *f;

    if (!c && coded && coded->count &&
        (coded->sense[0] == CODE_DENIES || coded->named.certainty == FACT_DENIED) &&
        !coded->named.family) {
        c = coded->list[0];
        denied = true;
    }
    if (!c || c == about->concept || !answer_counts(about, c))
        return;
    m.list[0] = c;
    f = new_fact(r, FACT_OBSERVATION, &m, 0, id);
    if (!f)
        return;
    about = &r->p->facts[r->p->fact_count - 2];
    f->by_text = about->by_text;
    f->certainty = denied ? FACT_DENIED : FACT_CONFIRMED;
    f->start = about->start;
    f->end = about->end;
    f->isolate = about->isolate;
    f->value.kind = VALUE_CODED;
    f->value.sign = denied ? -1 : 1;
    f->value.text = m.text;
}

/* "History of event: breast cancer", "Family history of: ...": the question says what the answer
 * is. */
static bool read_history(omop_record *r, const omop_row *row, const meaning *m, const char *id)
{
    static const int64_t past[] = {1340204, 4214956};
    int64_t about = number(row->cell[COL_CONCEPT]);
    bool history = m->named.history && !m->count,
         family = (m->named.family && !m->count) || about == 4167217;
    bool denied = m->named.certainty == FACT_DENIED && !m->count;
    const meaning *what;

    for (size_t i = 0; i < COUNT(past); i++)
        history |= about == past[i];
    if (!history && !family && !denied)
        return false;
    what = meaning_of(r->o, number(row->cell[COL_VALUE_CONCEPT]), OMOP_ANY);
    if (!what->count || what->named.history || what->named.family ||
        what->named.certainty != FACT_CONFIRMED)
        return false;
    for (size_t i = 0; i < what->count; i++) {
        fact *f = new_fact(r, family ? FACT_FAMILY : kind_of(what->list[i]), what, i, id);

        if (!f)
            return true;
        if (category_is_quantity(what->list[i]->category))
            f->concept = NULL;
        f->certainty = denied ? FACT_DENIED : FACT_CONFIRMED;
        apply_sense(f, what, i);
        f->history |= history && !denied;
        f->start = f->history ? until(r, start_of(row)) : start_of(row);
        f->recorded = start_of(row).first;
        f->end = f->kind == FACT_PROCEDURE || f->kind == FACT_IMMUNIZATION ? f->start : date_none();
    }
    return true;
}

static void add_link(omop_record *r, omop_link link)
{
    if (arena_grow(r->p->arena, (void **)&r->links, r->link_count, &r->link_room, sizeof *r->links))
        r->links[r->link_count++] = link;
}

/* One whose name does not say what it is to. */
static bool any_allergy(const concept *c)
{
    static const char *const ids[] = {"allergy", "drug_allergy", "food_allergy",
                                      "environmental_allergy"};

    for (size_t i = 0; i < COUNT(ids); i++)
        if (strcmp(c->id, ids[i]) == 0)
            return true;
    return false;
}

/* "Allergy to drug: isoniazid": the answer is what it is to. */
static bool read_allergy(omop_record *r, const omop_row *row, const meaning *m,
                         const fact_value *value, const meaning *coded, const char *id)
{
    const concept *c = m->count ? m->list[0] : NULL;
    const meaning *what = coded && coded->count ? coded : &(meaning){.text = value->text};
    bool words = value->kind == VALUE_CODED || value->kind == VALUE_TEXT;

    if (row->table != OMOP_OBSERVATION || !c || !any_allergy(c) || !words || value->sign ||
        m->sense[0] == CODE_DENIES || m->named.family || m->named.certainty != FACT_CONFIRMED ||
        !what->text || !*what->text)
        return false;
    for (size_t i = 0; i < (what->count ? what->count : 1); i++) {
        fact *f = new_fact(r, FACT_ALLERGY, what, i, id);

        if (!f)
            return true;
        f->concept = mention_allergy(r->p->lexicon, f->concept, f->text, r->p->arena);
        if (!f->concept)
            f->concept = c; /* to a drug that nobody knows */
        f->start = start_of(row);
    }
    return true;
}

static void read_result(omop_record *r, const omop_row *row)
{
    meaning m = row_meaning(r, row, OMOP_QUANTITY);
    const char *id = fact_id(r, row);
    const concept *c = m.count ? m.list[0] : NULL;
    bool denies = m.count && m.sense[0] == CODE_DENIES, given;
    const meaning *coded;
    fact_value value = {0};
    int64_t event = number(row->cell[COL_EVENT]);
    fact *f;

    if (row->table == OMOP_OBSERVATION && read_history(r, row, &m, id))
        return;
    given = read_value(r, row, c, &value, &coded);
    if (given && read_allergy(r, row, &m, &value, coded, id))
        return;
    if (row->table == OMOP_OBSERVATION && c && !value.interpretation &&
        !category_is_quantity(c->category) &&
        (!given || (c->category == CATEGORY_ALLERGY && !value.sign))) {
        /* the row alone is neither a yes nor a no */
        f = new_fact(r, c->category == CATEGORY_ALLERGY ? FACT_ALLERGY : FACT_CONDITION, &m, 0, id);
        if (!f)
            return;
        f->start = start_of(row);
        apply_sense(f, &m, 0);
        if (!(f->kind == FACT_ALLERGY &&
              f->certainty == FACT_DENIED)) /* "no known allergy" is all */
            f->certainty = FACT_UNCONFIRMED;
        return;
    }
    /* "Pregnancy status: not pregnant" */
    if (given && value.kind == VALUE_CODED && !value.sign && c && c->confirms && coded &&
        coded->count && !coded->named.history && !coded->named.family &&
        coded->named.certainty == FACT_CONFIRMED && coded->sense[0] != CODE_HISTORY &&
        concept_is(coded->list[0], c->confirms))
        value.sign = coded->sense[0] == CODE_DENIES ? -1 : 1;
    f = new_fact(r, FACT_OBSERVATION, &m, 0, id);
    if (!f)
        return;
    f->start = f->end = start_of(row);
    if (c && !category_is_quantity(c->category)) {
        f->certainty = value.kind != VALUE_CODED || !value.sign ? FACT_UNCONFIRMED
                       : (value.sign > 0) != denies             ? FACT_CONFIRMED
                                                                : FACT_DENIED;
        if (denies && value.sign < 0)
            f->certainty = FACT_UNCONFIRMED;
        if (c->flags & CONCEPT_POSITIVE)
            f->certainty = FACT_CONFIRMED;
    }
    apply_sense(f, &(meaning){.named = m.named}, 0);
    f->value = value;
    if (f->value.concept && (f->kind == FACT_FAMILY || !answer_counts(f, f->value.concept)))
        f->value.concept = NULL;
    read_range(row, &f->value);
    if (event) {
        const omop_concept *field =
            dictionary_find(&r->o->concepts, number(row->cell[COL_EVENT_FIELD]));
        const char *of = field && field->name ? field->name : "";
        bool specimen = strncmp(of, "specimen", 8) == 0,
             measurement = strncmp(of, "measurement", 11) == 0;

        f->isolate = arena_printf(r->p->arena, "%s/%lld",
                                  specimen      ? "specimen"
                                  : measurement ? "measurement"
                                                : "event",
                                  (long long)event);
        if (specimen || measurement)
            add_link(r, (omop_link){r->p->fact_count - 1, event, specimen, false, NULL});
    }
    if (row->table == OMOP_MEASUREMENT && f->value.concept &&
        f->value.concept->category == CATEGORY_ORGANISM)
        add_link(r, (omop_link){r->p->fact_count - 1, number(row->cell[COL_ID]), false, true,
                                f->value.concept});
    if (f->kind != FACT_FAMILY)
        add_answer(r, coded, id);
}

/* ---- what was done ---- */

static void read_done(omop_record *r, const omop_row *row, fact_kind kind)
{
    meaning m = row_meaning(r, row, OMOP_ANY);
    const char *id = fact_id(r, row);
    date start, end;

    omop_date(row->cell[COL_START], &start);
    omop_date(row->cell[COL_END], &end);
    start.instant = end.instant = INSTANT_NONE;
    for (size_t i = 0; i < (m.count ? m.count : 1); i++) {
        fact *f = new_fact(r, kind, &m, i, id);

        if (!f)
            return;
        apply_sense(f, &m, i);
        f->start = start;
        f->end = date_known(end) || kind == FACT_DEVICE ? end : start;
        if (f->history) {
            f->recorded = start.first;
            f->start = f->end = until(r, start);
        }
    }
}

static void read_visit(omop_record *r, const omop_row *row)
{
    /* Visit concepts that the CDM itself names, and what they are */
    static const struct {
        int64_t id;
        char concepts[2][20];
    } kinds[] = {
        {9201, {"hospitalization"}},
        {8717, {"hospitalization"}},
        {262, {"hospitalization", "emergency_visit"}},
        {9203, {"emergency_visit"}},
        {8870, {"emergency_visit"}},
        {9202, {"outpatient_visit"}},
        {32037, {"icu_admission"}},
        {581379, {"icu_admission"}},
        {581477, {"outpatient_visit"}},
        {581476, {"home_visit"}},
        {5083, {"telemedicine_visit"}},
    };
    const char *id = fact_id(r, row);
    int64_t kind = number(row->cell[COL_CONCEPT]);
    meaning m = row_meaning(r, row, OMOP_ANY);
    date start, end;

    if (m.count && (m.list[0]->category != CATEGORY_ENCOUNTER || m.sense[0] != CODE_IS ||
                    m.named.history || m.named.family || m.named.certainty != FACT_CONFIRMED))
        m.count = 0;
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (kinds[i].id == kind) {
            m.count = 0;
            for (size_t k = 0; k < 2 && kinds[i].concepts[k][0]; k++) {
                const concept *c = lexicon_concept(r->p->lexicon, kinds[i].concepts[k],
                                                   strlen(kinds[i].concepts[k]));

                if (c)
                    add_concept(&m, c, CODE_IS);
            }
        }
    omop_date(row->cell[COL_START], &start);
    omop_date(row->cell[COL_END], &end);
    start.instant = end.instant = INSTANT_NONE;
    for (size_t i = 0; i < (m.count ? m.count : 1); i++) {
        fact *f = new_fact(r, FACT_ENCOUNTER, &m, i, id);

        if (!f)
            return;
        f->start = start;
        f->end = end;
    }
}

/* A sample is no fact by itself; it tells where a result came from. */
static void read_specimen(omop_record *r, const omop_row *row)
{
    meaning m = row_meaning(r, row, OMOP_ANY);

    if (m.count)
        add_link(r, (omop_link){0, number(row->cell[COL_ID]), true, true, m.list[0]});
}

/* ---- the whole ---- */

void omop_read(omop_record *r, const omop_row *row)
{
    switch (row->table) {
    case OMOP_PERSON: read_person(r, row); break;
    case OMOP_DEATH: read_death(r, row); break;
    case OMOP_PERIOD: read_period(r, row); break;
    case OMOP_CONDITION: read_condition(r, row); break;
    case OMOP_DRUG: read_drug(r, row); break;
    case OMOP_MEASUREMENT:
    case OMOP_OBSERVATION: read_result(r, row); break;
    case OMOP_PROCEDURE: read_done(r, row, FACT_PROCEDURE); break;
    case OMOP_DEVICE: read_done(r, row, FACT_DEVICE); break;
    case OMOP_VISIT:
    case OMOP_VISIT_DETAIL: read_visit(r, row); break;
    case OMOP_SPECIMEN: read_specimen(r, row); break;
    default: break;
    }
}

static int compare_links(const void *a, const void *b)
{
    const omop_link *x = a, *y = b;

    if (x->specimen != y->specimen)
        return x->specimen ? 1 : -1;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->target != y->target)
        return x->target ? -1 : 1;
    return x->fact < y->fact ? -1 : x->fact > y->fact;
}

/* The organism and the sample of results that belong to a culture. */
static void join(omop_record *r)
{
    const omop_link *target = NULL;

    if (r->link_count)
        qsort(r->links, r->link_count, sizeof *r->links, compare_links);
    for (size_t i = 0; i < r->link_count; i++) {
        const omop_link *one = &r->links[i];

        if (one->target)
            target = one;
        else if (target && target->specimen == one->specimen && target->row == one->row) {
            if (one->specimen)
                r->p->facts[one->fact].specimen = target->what;
            else
                r->p->facts[one->fact].organism = target->what;
        }
    }
}

void omop_finish(omop_record *r)
{
    patient *p = r->p;

    if (!r->person) {
        eligo_error e = {0};

        p->absent = true;
        error_set(&e, ELIGO_EPARSE, r->o->name,
                  "rows of person %s, who is not in the table person; age and sex are not known: "
                  "add the row",
                  p->id);
        omop_refuse(r->o, &e);
    }
    join(r);
    p->observed = r->spans;
    p->observed_count = r->span_count;
    if (r->note_count &&
        arena_grow(p->arena, (void **)&r->notes, r->note_count, &r->note_room, sizeof *r->notes)) {
        r->notes[r->note_count] = NULL;
        p->notes = r->notes;
    }
    patient_settle(p);
}
