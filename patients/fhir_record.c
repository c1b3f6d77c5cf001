/* How the elements of a resource are read: words, dates in all their forms, codes, qualifiers. */
#include "patients/fhir_record.h"

#include "engine/base/text.h"
#include "patients/route.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- small reading ---- */

slice record_text(const record *r, const json_value *v)
{
    return fhir_text(r->set->doc, v, r->a);
}

const char *record_copy(const record *r, slice s)
{
    const char *out = arena_text(r->a, s.text, s.size);

    return out ? out : "";
}

void record_note(record *r, const char *what)
{
    if (r->note_count < MOST_NOTES &&
        arena_grow(r->a, (void **)&r->notes, r->note_count, &r->note_room, sizeof *r->notes))
        r->notes[r->note_count++] =
            arena_printf(r->a, "%s: %s", r->fact_id ? r->fact_id : "Bundle", what);
}

void record_damage(record *r, const json_value *v, const char *what)
{
    record_note(r, what);
    if (r->set->damaged)
        r->set->damaged(r->set->context, v,
                        arena_printf(r->a, "%s: %s", r->fact_id ? r->fact_id : "Bundle", what));
}

/* A word of a value set: no blanks around it, lower case; "" where there is none. */
const char *record_word(const record *r, const json_value *v)
{
    size_t size, plain = 0;
    slice s = record_text(r, v);
    const char *out;

    while (plain < s.size &&
           ((s.text[plain] >= 'a' && s.text[plain] <= 'z') || s.text[plain] == '-'))
        plain++;
    if (plain == s.size) /* nearly always */
        return s.size ? record_copy(r, s) : "";
    out = fold_plain(s.text, s.size, r->a, &size);
    if (out && *out == ' ')
        out++;
    return out ? out : "";
}

/* The first code of a CodeableConcept, or the text of a plain string (STU3). */
const char *record_code_word(const record *r, const json_value *v)
{
    const json_value *coding = record_get(r, v, KEY_coding), *first;

    if (!v || v->kind == JSON_STRING)
        return record_word(r, v);
    if (v->kind == JSON_ARRAY)
        return record_code_word(r, json_first(v));
    first = coding && coding->kind == JSON_ARRAY ? json_first(coding) : coding;
    if (first && record_get(r, first, KEY_code))
        return record_word(r, record_get(r, first, KEY_code));
    return record_word(r, record_get(r, v, KEY_text));
}

bool record_one_of(const char *word, const char *list)
{
    for (const char *p = list; *word && *p; p++) {
        size_t n = 0;

        while (word[n] && word[n] == p[n])
            n++;
        if (!word[n] && (p[n] == ' ' || !p[n]))
            return true;
        while (*p && *p != ' ')
            p++;
        if (!*p)
            break;
    }
    return false;
}

/* ---- dates ---- */

bool record_date(record *r, const json_value *v, date *out)
{
    slice s = record_text(r, v);

    *out = date_none();
    if (v && v->kind != JSON_STRING && v->kind != JSON_NULL)
        record_damage(r, v, "a date that is no text was left out");
    if (!s.size)
        return false;
    while (s.size && *s.text == ' ')
        s.text++, s.size--;
    if (s.size && s.size == r->dated.size && memcmp(s.text, r->dated.text, s.size) == 0) {
        *out = r->dated.value;
        return true;
    }
    if (date_parse(s.text, s.size, out)) {
        if (s.size <= sizeof r->dated.text) {
            memcpy(r->dated.text, s.text, s.size);
            r->dated.size = s.size;
            r->dated.value = *out;
        }
        return true;
    }
    *out = date_none();
    record_damage(r, v, "a date that cannot be read was left out");
    return false;
}

/* From the first day of the one to the last of the other. */
date record_span(date a, date b)
{
    if (!date_known(a))
        return b;
    if (!date_known(b))
        return a;
    return (date){a.first, b.last > a.first ? b.last : a.last, INSTANT_NONE};
}

/* Some day up to `last`: since birth, as far as that is known. */
date record_until(const record *r, date last)
{
    day birth = date_known(r->p->birth) ? r->p->birth.first : day_of(1900, 1, 1);

    if (!date_known(last))
        return last;
    return (date){birth < last.first ? birth : last.first, last.last, INSTANT_NONE};
}

/* A Quantity of time as a period; false: none, or another unit. */
bool record_period(const record *r, const json_value *quantity, period *out)
{
    static const struct {
        const char *names;
        char unit;
    } units[] = {
        {"a year years yr yrs y", 'a'}, {"mo month months", 'm'},
        {"wk week weeks w", 'w'},       {"d day days", 'd'},
        {"h hour hours hr hrs", 'h'},   {"min minute minutes", 'n'},
        {"s second seconds sec", 's'},
    };
    const json_value *value = record_get(r, quantity, KEY_value),
                     *named = record_get(r, quantity, KEY_code);

    if (!json_number(r->set->doc, value, &out->n) || !(fabs(out->n) < 1e6))
        return false;
    if (!named)
        named = record_get(r, quantity, KEY_unit);
    for (size_t i = 0; i < COUNT(units); i++)
        if (record_one_of(record_word(r, named), units[i].names)) {
            out->unit = units[i].unit;
            return true;
        }
    return false;
}

/* At the age of low..high: from the birthday to the day before the next one. */
static date at_age(const record *r, period low, period high)
{
    if (!date_known(r->p->birth))
        return date_none();
    high.n += 1;
    return (date){day_add(r->p->birth.first, low), day_add(r->p->birth.last, high) - 1,
                  INSTANT_NONE};
}

/* The places of FHIR_WHEN. */
enum { WHEN_DATETIME, WHEN_DATE, WHEN_INSTANT, WHEN_PERIOD, WHEN_AGE, WHEN_RANGE, WHEN_STRING };

when record_when(record *r, const json_value *v, fhir_key prefix)
{
    when out = {.start = date_none(), .end = date_none()};
    const json_value *x = record_get(r, v, prefix + WHEN_DATETIME);
    period low, high;

    if (!x)
        x = record_get(r, v, prefix + WHEN_DATE);
    if (!x)
        x = record_get(r, v, prefix + WHEN_INSTANT);
    if (x) {
        out.given = record_date(r, x, &out.start);
        out.said = !out.given;
        out.end = out.start;
        return out;
    }
    x = record_get(r, v, prefix + WHEN_PERIOD);
    if (x) {
        bool start = record_date(r, record_get(r, x, KEY_start), &out.start),
             end = record_date(r, record_get(r, x, KEY_end), &out.end);

        out.given = start || end;
        out.period = true;
        return out;
    }
    x = record_get(r, v, prefix + WHEN_AGE);
    if (x) {
        if (record_period(r, x, &low))
            out.start = out.end = at_age(r, low, low);
        out.given = date_known(out.start);
        out.said = !out.given;
        return out;
    }
    x = record_get(r, v, prefix + WHEN_RANGE);
    if (x) {
        if (record_period(r, record_get(r, x, KEY_low), &low) &&
            record_period(r, record_get(r, x, KEY_high), &high))
            out.start = out.end = at_age(r, low, high);
        out.given = date_known(out.start);
        out.said = !out.given;
        return out;
    }
    x = record_get(r, v, prefix + WHEN_STRING);
    if (x) {
        slice s = record_text(r, x);

        out.given = date_parse(s.text, s.size, &out.start);
        if (!out.given)
            out.start = date_none();
        out.said = !out.given && s.size;
        out.end = out.start;
    }
    return out;
}

/* effectiveTiming: its first and last event. */
bool record_timing(record *r, const json_value *timing, date *start, date *end)
{
    const json_value *events = record_get(r, timing, KEY_event), *c;
    unsigned i;
    date d;

    *start = *end = date_none();
    if (!events || events->kind != JSON_ARRAY)
        return false;
    for (c = json_first(events), i = 0; i < events->count; i++, c = json_next(c)) {
        if (!record_date(r, c, &d))
            continue;
        if (!date_known(*start) || d.first < start->first)
            *start = d;
        if (!date_known(*end) || d.last > end->last)
            *end = d;
    }
    return date_known(*start);
}

date record_encounter_date(record *r)
{
    fhir_node node;
    const json_value *reference = record_get(r, r->v, KEY_encounter), *at;
    date start, end;

    if (!reference)
        reference = record_get(r, r->v, KEY_context); /* STU3, and MedicationAdministration */
    node = fhir_resolve(r->set, r->index, reference, -1, NULL);
    if (!node.v)
        return date_none();
    at = json_at(node.v, KEY_period);
    if (record_date(r, record_get(r, at, KEY_start), &start))
        return start;
    return record_date(r, record_get(r, at, KEY_end), &end) ? end : date_none();
}

/* ---- codes ---- */

static code_system find_system(slice uri)
{
    code_system s = code_system_find(uri.text, uri.size);
    static const char *const icd[] = {"icd-10", "icd10"};

    if (s != CODE_UNKNOWN || memmem(uri.text, uri.size, "pcs", 3))
        return s;
    /* local copies of ICD-10 keep its name */
    for (size_t i = 0; i < COUNT(icd); i++)
        if (memmem(uri.text, uri.size, icd[i], strlen(icd[i])))
            return CODE_ICD10CM;
    return CODE_UNKNOWN;
}

static code_system system_of(record *r, slice uri)
{
    code_system s;

    for (size_t i = 0; i < r->system_count; i++)
        if (r->systems[i].uri.size == uri.size &&
            memcmp(r->systems[i].uri.text, uri.text, uri.size) == 0)
            return r->systems[i].system;
    s = find_system(uri);
    /* a fetched document goes away; only what the set's own says is kept */
    if (r->system_count < COUNT(r->systems) && uri.text >= r->set->doc->text &&
        uri.text < r->set->doc->text + r->set->doc->size) {
        r->systems[r->system_count].uri = uri;
        r->systems[r->system_count++].system = s;
    }
    return s;
}

/* Adds a concept; of two on one line the more special stays. */
void record_add_concept(coded *c, const concept *one, code_sense sense)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->sense[i] != sense && !(c->list[i] == one))
            continue;
        if (concept_is(c->list[i], one))
            return;
        if (concept_is(one, c->list[i])) {
            c->list[i] = one;
            c->sense[i] = sense;
            return;
        }
    }
    if (c->count < MOST_CONCEPTS) {
        c->list[c->count] = one;
        c->sense[c->count++] = sense;
    }
}

fhir_cache *fhir_cache_new(void)
{
    fhir_cache *c = calloc(1, sizeof *c);

    if (c && !(c->arena = arena_new(CACHE_BYTES))) {
        free(c);
        c = NULL;
    }
    return c;
}

void fhir_cache_delete(fhir_cache *c)
{
    if (c)
        arena_delete(c->arena);
    free(c);
}

void fhir_cache_begin(fhir_cache *c)
{
    if (!c || !arena_failed(c->arena))
        return;
    memset(c->codes, 0, sizeof c->codes);
    memset(c->numbered, 0, sizeof c->numbered);
    memset(c->names, 0, sizeof c->names);
    memset(c->units, 0, sizeof c->units);
    arena_reset(c->arena);
}

slice fhir_cache_keep(fhir_cache *c, slice s)
{
    return (slice){arena_text(c->arena, s.text, s.size), s.size};
}

static void find_words(const record *r, coded *c, slice words, hint h);

static void take_found(coded *c, const coded *found)
{
    if (!found->count)
        return;
    memcpy(c->list, found->list, sizeof c->list);
    memcpy(c->sense, found->sense, sizeof c->sense);
    c->count = found->count;
    c->named = found->named;
    c->by_text = true;
}

void record_by_words(const record *r, coded *c, slice words, hint h)
{
    fhir_cache *cache = r->set->cache;
    struct cached_name **place, *one;
    coded found = {.text = ""};

    if (!words.size || c->count)
        return;
    if (!cache || words.size > 300) {
        find_words(r, c, words, h);
        return;
    }
    place = &cache->names[fhir_hash(h, words) % CACHED_NAMES];
    one = *place;
    if (one && one->hint == h && one->words.size == words.size &&
        memcmp(one->words.text, words.text, words.size) == 0) {
        take_found(c, &one->found);
        return;
    }
    find_words(r, &found, words, h);
    if (arena_failed(r->a)) /* nothing found for want of memory is not to be kept */
        return;
    take_found(c, &found);
    if ((one = arena_alloc(cache->arena, sizeof *one))) {
        *one = (struct cached_name){fhir_cache_keep(cache, words), h, found};
        if (one->words.text)
            *place = one;
    }
}

/* "EASI total score": the score whose name goes before it. NULL: there is none. */
static const concept *score_named(const record *r, slice words)
{
    static const char *const ends[] = {" total score", " score total", " score, total",
                                       " score - total", " total"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        const concept *c;

        if (words.size <= n || !text_equal_nocase(words.text + words.size - n, n, ends[i]))
            continue;
        c = lexicon_display_quantity(r->lx, words.text, words.size - n, r->a);
        if (c && c->category == CATEGORY_SCORE)
            return c;
    }
    return NULL;
}

static void find_words(const record *r, coded *c, slice words, hint h)
{
    if (h == HINT_DRUG)
        c->count = name_drugs(r->lx, words.text, words.size, r->a, c->list, MOST_CONCEPTS);
    if (h == HINT_MEASUREMENT) { /* "Calcium" is no drug here */
        const concept *quantity = lexicon_display_quantity(r->lx, words.text, words.size, r->a);

        if (!quantity)
            quantity = score_named(r, words);
        if (quantity && !name_other_measurement(quantity, words.text, words.size)) {
            c->list[0] = quantity;
            c->count = 1;
        }
    }
    if (!c->count) {
        name n = name_read(r->lx, words.text, words.size, r->a);

        if (n.concept && h == HINT_MEASUREMENT &&
            name_other_measurement(n.concept, words.text, words.size))
            n.concept = NULL;
        if (n.concept && h == HINT_DRUG && n.concept->category != CATEGORY_MEDICATION &&
            n.concept->category != CATEGORY_IMMUNIZATION)
            n.concept = NULL;
        if (n.concept) {
            c->list[0] = n.concept;
            c->count = 1;
            c->named = n;
        }
    }
    if (c->count)
        c->by_text = true;
}

/* What the International Patient Summary writes where there is nothing: "no-known-allergies". */
static const concept *absent_code(const record *r, slice uri, slice code)
{
    static const struct {
        const char *code, *concept;
    } codes[] = {{"no-known-allergies", "allergy"},
                 {"no-known-medication-allergies", "drug_allergy"},
                 {"no-known-environmental-allergies", "environmental_allergy"},
                 {"no-known-food-allergies", "food_allergy"},
                 {"no-known-medications", "any_medication"},
                 {"no-known-problems", "disease"}};

    if (!memmem(uri.text, uri.size, "absent-unknown", 14))
        return NULL;
    for (size_t i = 0; i < COUNT(codes); i++)
        if (slice_is(code, codes[i].code))
            return lexicon_concept(r->lx, codes[i].concept, strlen(codes[i].concept));
    return NULL;
}

/* "loinc:718-7" */
static const char *join(const record *r, const char *system, slice code)
{
    size_t n = strlen(system), size = code.size < 64 ? code.size : 64;
    char *out = arena_alloc(r->a, n + size + 2);

    if (!out)
        return NULL;
    memcpy(out, system, n);
    out[n] = ':';
    memcpy(out + n + 1, code.text, size);
    return out;
}

/* What the words say beside the codes: names, and what speaks against a code. */
static void read_words(record *r, const json_doc *doc, const json_value *list, size_t count,
                       slice text, hint h, coded *out)
{
    const concept *about =
        out->count && !out->by_text && out->sense[0] == CODE_IS ? out->list[0] : NULL;
    const json_value *c = count && list->kind == JSON_ARRAY ? json_first(list) : list;

    for (size_t i = 0; i <= count; i++) {
        slice words = text;

        if (i > 0) {
            words = fhir_text(doc, json_at(c, KEY_display), r->a);
            c = i < count ? json_next(c) : c;
            if (words.size == text.size && memcmp(words.text, text.text, text.size) == 0)
                continue;
        }
        if (!words.size)
            continue;
        if (mention_words(&out->more, r->lx, words.text, words.size, !out->count || out->by_text,
                          about, r->a) ||
            (about && h == HINT_DRUG && name_stops(words.text, words.size, r->a)))
            out->doubt = FACT_UNCONFIRMED;
        else if (about && out->doubt == FACT_CONFIRMED)
            out->doubt = name_doubts(r->lx, about, words.text, words.size, r->a);
    }
}

/* A CodeableConcept of `doc`: codes first, in the order of trust, then words. */
static coded read_code(record *r, const json_doc *doc, const json_value *v, hint h)
{
    coded out = {.text = ""};
    const json_value *list = json_at(v, KEY_coding), *c;
    slice text = {"", 0}, display = {"", 0}, first_code = {"", 0};
    size_t count;
    unsigned i;

    if (!v)
        return out;
    if (v->kind == JSON_STRING)
        text = fhir_text(doc, v, r->a);
    else
        text = fhir_text(doc, json_at(v, KEY_text), r->a);
    if (!list && (json_at(v, KEY_code) || json_at(v, KEY_display)))
        list = v; /* a Coding by itself */
    count = list ? list->kind == JSON_ARRAY ? list->count : 1 : 0;
    for (c = count && list->kind == JSON_ARRAY ? json_first(list) : list, i = 0; i < count;
         i++, c = i < count ? json_next(c) : c) {
        slice uri = fhir_text(doc, json_at(c, KEY_system), r->a),
              code = fhir_text(doc, json_at(c, KEY_code), r->a);
        slice shown = fhir_text(doc, json_at(c, KEY_display), r->a);
        code_system s = system_of(r, uri);
        code_sense sense = CODE_IS;
        const concept *found;

        if (!display.size)
            display = shown;
        if (!code.size)
            continue;
        found = s != CODE_UNKNOWN ? lexicon_code(r->lx, s, code.text, code.size, &sense) : NULL;
        if (s == CODE_UNKNOWN && (found = absent_code(r, uri, code)) != NULL)
            sense = CODE_DENIES;
        if (found)
            record_add_concept(&out, found, sense);
        if (found || s == CODE_ICD10CM)
            mention_code(&out.more, r->lx, s, code.text, code.size,
                         found && out.count && sense == out.sense[0]);
        if (!out.code && s != CODE_UNKNOWN)
            out.code = join(r, code_system_name(s), code);
        if (!first_code.size)
            first_code = code;
    }
    if (!out.count) {
        for (c = count && list->kind == JSON_ARRAY ? json_first(list) : list, i = 0;
             i < count && !out.count; i++, c = i < count ? json_next(c) : c)
            record_by_words(r, &out, fhir_text(doc, json_at(c, KEY_display), r->a), h);
        record_by_words(r, &out, text, h);
    }
    if (h != HINT_MEASUREMENT)
        read_words(r, doc, list, count, text, h, &out);
    out.bare = !text.size && !display.size;
    out.text = record_copy(r, text.size ? text : display.size ? display : first_code);
    return out;
}

static const coded no_code = {.text = ""};

/* The same, once for all that is printed the same. */
const coded *record_code_at(record *r, const json_doc *doc, const json_value *v, hint h,
                            coded *room)
{
    enum { LONGEST = 1000 };
    fhir_cache *cache = r->set->cache;
    struct cached_code **first, *one;
    slice printed;
    uint64_t hash;

    if (!v)
        return &no_code;
    if (cache && v->same && cache->numbered[v->same][h])
        return &cache->numbered[v->same][h]->found;
    if (!cache || v->size > LONGEST || (v->kind != JSON_OBJECT && v->kind != JSON_STRING)) {
        *room = read_code(r, doc, v, h);
        return room;
    }
    printed = (slice){doc->text + v->start, v->size};
    hash = fhir_hash((uint64_t)v->kind << 8 | h, printed);
    first = &cache->codes[hash % CACHED_CODES & ~(size_t)1];
    for (size_t i = 0; i < 2; i++) {
        one = first[i];
        if (one && one->hash == hash && one->hint == h && one->printed.size == printed.size &&
            memcmp(one->printed.text, printed.text, printed.size) == 0) {
            cache->numbered[v->same][h] = v->same ? one : NULL;
            return &one->found;
        }
    }
    *room = read_code(r, doc, v, h);
    if (arena_failed(r->a) || !(one = arena_alloc(cache->arena, sizeof *one)))
        return room;
    *one = (struct cached_code){
        .printed = fhir_cache_keep(cache, printed), .hash = hash, .hint = h, .found = *room};
    one->found.text = fhir_cache_keep(cache, (slice){room->text, strlen(room->text)}).text;
    if (room->code)
        one->found.code = fhir_cache_keep(cache, (slice){room->code, strlen(room->code)}).text;
    if (arena_failed(cache->arena))
        return room;
    first[first[0] ? 1 : 0] = one;
    cache->numbered[v->same][h] = v->same ? one : NULL;
    return &one->found;
}

coded record_code(record *r, const json_doc *doc, const json_value *v, hint h)
{
    coded room;

    return *record_code_at(r, doc, v, h, &room);
}

/* "Not pregnant", "No known allergy", "Hx of ...": what a code's sense or a name's words make of a
 * fact. */
static void add_sense(fact *f, const name *named, code_sense sense)
{
    fact_certainty said = sense == CODE_DENIES ? FACT_DENIED : named->certainty;

    f->history |= sense == CODE_HISTORY || named->history;
    if (named->family)
        f->kind = FACT_FAMILY;
    if (said == FACT_CONFIRMED)
        return;
    if (f->certainty == FACT_CONFIRMED)
        f->certainty = said;
    else if (f->certainty != said) /* refuted that it is denied, suspected that it is not */
        f->certainty = FACT_UNCONFIRMED;
    else if (said == FACT_DENIED)
        f->certainty = FACT_UNCONFIRMED;
}

void record_sense(fact *f, const coded *c, size_t i)
{
    if (c->doubt != FACT_CONFIRMED && f->certainty == FACT_CONFIRMED)
        f->certainty = c->doubt;
    add_sense(f, &c->named, i < c->count ? c->sense[i] : CODE_IS);
}

void record_name_sense(fact *f, const name *named)
{
    add_sense(f, named, CODE_IS);
}

fact *record_fact(record *r, fact_kind kind, const coded *c, size_t i)
{
    fact *f = patient_fact(r->p, kind);

    if (!f)
        return NULL;
    f->concept = i < c->count ? c->list[i] : NULL;
    f->by_text = c->by_text;
    f->unnamed = !f->concept && (c->bare || !*c->text);
    f->part = c->by_text && c->named.part;
    if (i == 0)
        mention_of_fact(f, &c->more, r->a);
    f->text = c->text;
    f->code = c->code;
    f->id = r->fact_id;
    return f;
}

/* What a stay was for, an operation was done or a drug is given for, where that is sure. */
static void add_reason(record *r, fact *f, const concept *c)
{
    fact_qualifier *list = arena_array(r->a, f->qualifier_count + 1, sizeof *list);

    if (!list)
        return;
    if (f->qualifier_count)
        memcpy(list, f->qualifiers, f->qualifier_count * sizeof *list);
    list[f->qualifier_count++] = (fact_qualifier){"reason", "", c};
    f->qualifiers = list;
}

static void name_reason(record *r, fact *f, const coded *reason, bool sure, mentions *more)
{
    for (size_t k = 0; k < reason->count; k++)
        if (reason->sense[k] != CODE_DENIES && reason->named.certainty != FACT_DENIED &&
            !reason->named.family) {
            mention_add(more, reason->list[k], MENTION_NAMED);
            if (sure && reason->sense[k] == CODE_IS && reason->named.certainty == FACT_CONFIRMED &&
                !reason->named.history)
                add_reason(r, f, reason->list[k]);
        }
    for (size_t k = 0; k < reason->more.count; k++)
        mention_add(more, reason->more.list[k].concept, MENTION_NAMED);
}

/* The condition that is referred to, where it is not denied; `sure`: it was for that. */
static void refer_reason(record *r, fact *f, const json_value *reference, bool sure, mentions *more)
{
    fhir_node node = fhir_resolve(r->set, r->index, reference, -1, NULL);
    const json_value *coding;
    slice status;
    coded reason;

    if (!node.v || !json_is(node.doc, json_at(node.v, KEY_resourceType), "Condition"))
        return;
    coding = json_at(json_at(node.v, KEY_verificationStatus), KEY_coding);
    if (coding && coding->kind == JSON_ARRAY)
        coding = json_first(coding);
    status = fhir_text(node.doc, json_at(coding, KEY_code), r->a);
    if (slice_is(status, "refuted") || slice_is(status, "entered-in-error"))
        return;
    reason = record_code(r, node.doc, json_at(node.v, KEY_code), HINT_NONE);
    name_reason(r, f, &reason, sure && (!status.size || slice_is(status, "confirmed")), more);
}

/* A diagnosis of a stay: what it was for where it says so, else one that was there. */
static bool led_to_stay(const record *r, const json_value *diagnosis)
{
    return record_one_of(record_code_word(r, record_get(r, diagnosis, KEY_use)), "ad cc");
}

void record_reasons(record *r, fact *f)
{
    const json_value *list = record_get(r, r->v, KEY_reasonCode), *c,
                     *others = record_get(r, r->v, KEY_reasonReference),
                     *found = record_get(r, r->v, KEY_diagnosis);
    mentions more;
    unsigned i;

    if (!list)
        list = record_get(r, r->v, KEY_reason); /* STU3; R5: with the concept inside */
    if (!list && !others && !found)
        return;
    more.count = 0;
    for (size_t k = 0; k < f->mention_count && k < MOST_MENTIONS; k++)
        mention_add(&more, f->mentions[k].concept, f->mentions[k].how);
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count && i < MOST_MEMBERS;
             i++, c = json_next(c)) {
            const json_value *inside = record_get(r, c, KEY_concept);
            coded room;

            name_reason(r, f, record_code_at(r, r->set->doc, inside ? inside : c, HINT_NONE, &room),
                        true, &more);
        }
    if (others && others->kind == JSON_ARRAY)
        for (c = json_first(others), i = 0; i < others->count && i < MOST_MEMBERS;
             i++, c = json_next(c))
            refer_reason(r, f, c, true, &more);
    if (found && found->kind == JSON_ARRAY)
        for (c = json_first(found), i = 0; i < found->count && i < MOST_MEMBERS;
             i++, c = json_next(c))
            refer_reason(r, f, record_get(r, c, KEY_condition), led_to_stay(r, c), &more);
    mention_of_fact(f, &more, r->a);
}

/* ---- qualifiers ---- */

void record_qualify(record *r, fact *f, const char *kind, const json_value *v)
{
    fact_qualifier *list;
    coded c;
    slice words;
    const char *folded, *value, *route;
    size_t size;

    if (!v)
        return;
    if (v->kind == JSON_ARRAY) {
        const json_value *one = json_first(v);

        for (unsigned i = 0; i < v->count && i < MOST_MEMBERS; i++, one = json_next(one))
            record_qualify(r, f, kind, one);
        return;
    }
    c = record_code(r, r->set->doc, v, HINT_NONE);
    words = (slice){c.text, strlen(c.text)};
    if (!words.size)
        return;
    value = folded = fold_plain(words.text, words.size, r->a, &size);
    list = arena_array(r->a, f->qualifier_count + 1, sizeof *list);
    if (!value || !list)
        return;
    if (f->qualifier_count)
        memcpy(list, f->qualifiers, f->qualifier_count * sizeof *list);
    if (strcmp(kind, "route") == 0 && (route = route_named(folded, ROUTE_FIELD)))
        value = route;
    list[f->qualifier_count] =
        (fact_qualifier){kind, value, c.count && c.sense[0] == CODE_IS ? c.list[0] : NULL};
    f->qualifiers = list;
    f->qualifier_count++;
}
