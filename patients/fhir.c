/* One FHIR resource -> facts. What each element means: HL7 FHIR R4 (4.0.1); what servers send instead:
 * the cases of tests/unit/test_fhir.c. What a status takes back (entered-in-error, not-done, draft)
 * never becomes a fact. */
#include "patients/fhir.h"

#include "patients/result.h"
#include "rules/unit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { MOST_CONCEPTS = 8, MOST_NOTES = 50, MOST_MEMBERS = 4 };

typedef struct record {
    const fhir_set *set;
    patient *p;
    const lexicon *lx;
    arena *a;
    int index;               /* of the resource in the set */
    const json_value *v;     /* the resource */
    slice type, id;
    const char *fact_id;     /* "Observation/8f2" */
    const char **notes;
    size_t note_count, note_room;
    int *member_of;          /* of each resource: the Observation that lists it; made when first asked */
} record;

/* ---- small reading ---- */

static const json_value *get(const record *r, const json_value *v, const char *key)
{
    return json_get(r->set->doc, v, key);
}

static slice text_of(const record *r, const json_value *v)
{
    return fhir_text(r->set->doc, v, r->a);
}

static const char *copy(const record *r, slice s)
{
    const char *out = arena_text(r->a, s.text, s.size);

    return out ? out : "";
}

static void note(record *r, const char *what)
{
    if (r->note_count < MOST_NOTES &&
        arena_grow(r->a, (void **)&r->notes, r->note_count, &r->note_room, sizeof *r->notes))
        r->notes[r->note_count++] = arena_printf(r->a, "%s: %s", r->fact_id ? r->fact_id : "Bundle", what);
}

/* A word of a value set: no blanks around it, lower case; "" where there is none. */
static const char *word_of(const record *r, const json_value *v)
{
    size_t size;
    slice s = text_of(r, v);
    const char *out = s.size ? fold_plain(s.text, s.size, r->a, &size) : NULL;

    if (out && *out == ' ')
        out++;
    return out ? out : "";
}

/* The first code of a CodeableConcept, or the text of a plain string (STU3). */
static const char *code_word(const record *r, const json_value *v)
{
    const json_value *coding = get(r, v, "coding"), *first;

    if (!v || v->kind == JSON_STRING)
        return word_of(r, v);
    if (v->kind == JSON_ARRAY)
        return code_word(r, json_first(v));
    first = coding && coding->kind == JSON_ARRAY ? json_first(coding) : coding;
    if (first && get(r, first, "code"))
        return word_of(r, get(r, first, "code"));
    return word_of(r, get(r, v, "text"));
}

static bool is_one(const char *word, const char *list)
{
    size_t n = strlen(word);

    for (const char *p = list; n && (p = strstr(p, word)); p++)
        if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
            return true;
    return false;
}

/* ---- dates ---- */

static bool date_of(record *r, const json_value *v, date *out)
{
    slice s = text_of(r, v);

    *out = date_none();
    if (!s.size)
        return false;
    while (s.size && *s.text == ' ')
        s.text++, s.size--;
    if (date_parse(s.text, s.size, out))
        return true;
    *out = date_none();
    note(r, "a date that cannot be read was left out");
    return false;
}

/* From the first day of the one to the last of the other. */
static date span_of(date a, date b)
{
    if (!date_known(a))
        return b;
    if (!date_known(b))
        return a;
    return (date){a.first, b.last > a.first ? b.last : a.last, INSTANT_NONE};
}

/* Some day up to `last`: since birth, as far as that is known. */
static date until(const record *r, date last)
{
    day birth = date_known(r->p->birth) ? r->p->birth.first : day_of(1900, 1, 1);

    if (!date_known(last))
        return last;
    return (date){birth < last.first ? birth : last.first, last.last, INSTANT_NONE};
}

/* A Quantity of time as a period; false: none, or another unit. */
static bool period_of(const record *r, const json_value *quantity, period *out)
{
    static const struct {
        const char *names;
        char unit;
    } units[] = {
        {"a year years yr yrs y", 'a'}, {"mo month months", 'm'}, {"wk week weeks w", 'w'},
        {"d day days", 'd'},            {"h hour hours hr hrs", 'h'}, {"min minute minutes", 'n'}, {"s second seconds sec", 's'},
    };
    const json_value *value = get(r, quantity, "value"), *named = get(r, quantity, "code");

    if (!json_number(r->set->doc, value, &out->n) || !(fabs(out->n) < 1e6))
        return false;
    if (!named)
        named = get(r, quantity, "unit");
    for (size_t i = 0; i < COUNT(units); i++)
        if (is_one(word_of(r, named), units[i].names)) {
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
    return (date){day_add(r->p->birth.first, low), day_add(r->p->birth.last, high) - 1, INSTANT_NONE};
}

/* onset[x], abatement[x], performed[x]: dateTime, Period (both ends out), Age, Range of ages, string.
 * `said`: something is there that no date could be made of. */
typedef struct when {
    date start, end;
    bool given, period, said;
} when;

static when when_of(record *r, const json_value *v, const char *prefix)
{
    when out = {.start = date_none(), .end = date_none()};
    char key[40];
    const json_value *x;
    period low, high;
    size_t n = (size_t)snprintf(key, sizeof key, "%s", prefix);

    snprintf(key + n, sizeof key - n, "DateTime");
    x = get(r, v, key);
    if (!x) {
        snprintf(key + n, sizeof key - n, "Date");
        x = get(r, v, key);
    }
    if (!x) {
        snprintf(key + n, sizeof key - n, "Instant");
        x = get(r, v, key);
    }
    if (x) {
        out.given = date_of(r, x, &out.start);
        out.said = !out.given;
        out.end = out.start;
        return out;
    }
    snprintf(key + n, sizeof key - n, "Period");
    x = get(r, v, key);
    if (x) {
        bool start = date_of(r, get(r, x, "start"), &out.start), end = date_of(r, get(r, x, "end"), &out.end);

        out.given = start || end;
        out.period = true;
        return out;
    }
    snprintf(key + n, sizeof key - n, "Age");
    x = get(r, v, key);
    if (x) {
        if (period_of(r, x, &low))
            out.start = out.end = at_age(r, low, low);
        out.given = date_known(out.start);
        out.said = !out.given;
        return out;
    }
    snprintf(key + n, sizeof key - n, "Range");
    x = get(r, v, key);
    if (x) {
        if (period_of(r, get(r, x, "low"), &low) && period_of(r, get(r, x, "high"), &high))
            out.start = out.end = at_age(r, low, high);
        out.given = date_known(out.start);
        out.said = !out.given;
        return out;
    }
    snprintf(key + n, sizeof key - n, "String");
    x = get(r, v, key);
    if (x) {
        slice s = text_of(r, x);

        out.given = date_parse(s.text, s.size, &out.start);
        if (!out.given)
            out.start = date_none();
        out.said = !out.given && s.size;
        out.end = out.start;
    }
    return out;
}

/* effectiveTiming: its first and last event. */
static bool timing_of(record *r, const json_value *timing, date *start, date *end)
{
    const json_value *events = get(r, timing, "event"), *c;
    unsigned i;
    date d;

    *start = *end = date_none();
    if (!events || events->kind != JSON_ARRAY)
        return false;
    for (c = json_first(events), i = 0; i < events->count; i++, c = json_next(c)) {
        if (!date_of(r, c, &d))
            continue;
        if (!date_known(*start) || d.first < start->first)
            *start = d;
        if (!date_known(*end) || d.last > end->last)
            *end = d;
    }
    return date_known(*start);
}

static date encounter_date(record *r)
{
    fhir_node node;
    const json_value *reference = get(r, r->v, "encounter"), *at;
    date start, end;

    if (!reference)
        reference = get(r, r->v, "context"); /* STU3, and MedicationAdministration */
    node = fhir_resolve(r->set, r->index, reference, -1, NULL);
    if (!node.v)
        return date_none();
    at = json_get(node.doc, node.v, "period");
    if (date_of(r, get(r, at, "start"), &start))
        return start;
    return date_of(r, get(r, at, "end"), &end) ? end : date_none();
}

/* ---- codes ---- */

typedef struct coded {
    const concept *list[MOST_CONCEPTS];
    code_sense sense[MOST_CONCEPTS];
    size_t count;
    bool by_text;
    name named;       /* what the words around a name found by text say */
    const char *text; /* never NULL */
    const char *code; /* may be NULL */
} coded;

static code_system system_of(slice uri)
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

/* Adds a concept; of two on one line the more special stays. */
static void add_concept(coded *c, const concept *one, code_sense sense)
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

typedef enum hint { HINT_NONE, HINT_MEASUREMENT, HINT_DRUG, HINT_VALUE } hint;

static void by_words(const record *r, coded *c, slice words, hint h)
{
    if (!words.size || c->count)
        return;
    if (h == HINT_DRUG)
        c->count = name_drugs(r->lx, words.text, words.size, r->a, c->list, MOST_CONCEPTS);
    if (!c->count) {
        name n = name_read(r->lx, words.text, words.size, r->a);

        if (n.concept && h == HINT_MEASUREMENT && name_other_measurement(n.concept, words.text, words.size))
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

/* A CodeableConcept of `doc`: codes first, in the order of trust, then words. */
static coded code_of(const record *r, const json_doc *doc, const json_value *v, hint h)
{
    coded out = {.text = ""};
    const json_value *list = json_get(doc, v, "coding"), *c;
    slice text = {"", 0}, display = {"", 0}, first_code = {"", 0};
    size_t count;
    unsigned i;

    if (!v)
        return out;
    if (v->kind == JSON_STRING)
        text = fhir_text(doc, v, r->a);
    else
        text = fhir_text(doc, json_get(doc, v, "text"), r->a);
    if (!list && (json_get(doc, v, "code") || json_get(doc, v, "display")))
        list = v; /* a Coding by itself */
    count = list ? list->kind == JSON_ARRAY ? list->count : 1 : 0;
    for (c = count && list->kind == JSON_ARRAY ? json_first(list) : list, i = 0; i < count; i++, c = i < count ? json_next(c) : c) {
        slice uri = fhir_text(doc, json_get(doc, c, "system"), r->a), code = fhir_text(doc, json_get(doc, c, "code"), r->a);
        slice shown = fhir_text(doc, json_get(doc, c, "display"), r->a);
        code_system s = system_of(uri);
        code_sense sense = CODE_IS;
        const concept *found;

        if (!display.size)
            display = shown;
        if (!code.size)
            continue;
        found = s != CODE_UNKNOWN ? lexicon_code(r->lx, s, code.text, code.size, &sense) : NULL;
        if (found)
            add_concept(&out, found, sense);
        if (!out.code && s != CODE_UNKNOWN)
            out.code = arena_printf(r->a, "%s:%.*s", code_system_name(s), (int)(code.size < 64 ? code.size : 64), code.text);
        if (!first_code.size)
            first_code = code;
    }
    if (!out.count) {
        for (c = count && list->kind == JSON_ARRAY ? json_first(list) : list, i = 0; i < count && !out.count;
             i++, c = i < count ? json_next(c) : c)
            by_words(r, &out, fhir_text(doc, json_get(doc, c, "display"), r->a), h);
        by_words(r, &out, text, h);
    }
    out.text = copy(r, text.size ? text : display.size ? display : first_code);
    return out;
}

/* "Not pregnant", "No known allergy", "Hx of ...": what a code's sense or a name's words make of a fact. */
static void apply_sense(fact *f, const coded *c, size_t i)
{
    bool denies = i < c->count && c->sense[i] == CODE_DENIES;
    fact_certainty said = c->named.certainty;

    f->history |= (i < c->count && c->sense[i] == CODE_HISTORY) || c->named.history;
    if (c->named.family)
        f->kind = FACT_FAMILY;
    if (denies)
        said = FACT_DENIED;
    if (said == FACT_CONFIRMED)
        return;
    if (f->certainty == FACT_CONFIRMED)
        f->certainty = said;
    else if (f->certainty != said) /* refuted that it is denied, suspected that it is not */
        f->certainty = FACT_UNCONFIRMED;
    else if (said == FACT_DENIED)
        f->certainty = FACT_UNCONFIRMED;
}

static fact *new_fact(record *r, fact_kind kind, const coded *c, size_t i)
{
    fact *f = patient_fact(r->p, kind);

    if (!f)
        return NULL;
    f->concept = i < c->count ? c->list[i] : NULL;
    f->by_text = c->by_text;
    f->text = c->text;
    f->code = c->code;
    f->id = r->fact_id;
    return f;
}

/* ---- qualifiers ---- */

static void add_qualifier(record *r, fact *f, const char *kind, const json_value *v)
{
    fact_qualifier *list;
    coded c;
    slice words;
    char *value;
    size_t size;

    if (!v)
        return;
    if (v->kind == JSON_ARRAY) {
        const json_value *one = json_first(v);

        for (unsigned i = 0; i < v->count && i < MOST_MEMBERS; i++, one = json_next(one))
            add_qualifier(r, f, kind, one);
        return;
    }
    c = code_of(r, r->set->doc, v, HINT_NONE);
    words = (slice){c.text, strlen(c.text)};
    if (!words.size)
        return;
    value = fold_plain(words.text, words.size, r->a, &size);
    list = arena_array(r->a, f->qualifier_count + 1, sizeof *list);
    if (!value || !list)
        return;
    if (f->qualifier_count)
        memcpy(list, f->qualifiers, f->qualifier_count * sizeof *list);
    if (strcmp(kind, "route") == 0) {
        static const char *const routes[][2] = {
            {"by mouth", "oral"}, {"oral", "oral"}, {"po", "oral"}, {"per os", "oral"}, {"intraven", "intravenous"}, {"iv", "intravenous"},
            {"subcut", "subcutaneous"}, {"sc", "subcutaneous"}, {"intramus", "intramuscular"}, {"im", "intramuscular"},
            {"inhal", "inhaled"}, {"respir", "inhaled"}, {"nasal", "nasal"}, {"ophth", "ophthalmic"}, {"ocular", "ophthalmic"},
            {"eye", "ophthalmic"}, {"topical", "topical"}, {"cutaneous", "topical"}, {"transdermal", "transdermal"},
            {"rectal", "rectal"}, {"vaginal", "vaginal"}, {"otic", "otic"}, {"intrathecal", "intrathecal"}};

        for (size_t i = 0; i < COUNT(routes); i++)
            if (strlen(routes[i][0]) > 3 ? strstr(value, routes[i][0]) != NULL : has_word(value, routes[i][0])) {
                value = arena_text(r->a, routes[i][1], strlen(routes[i][1]));
                break;
            }
    }
    list[f->qualifier_count] = (fact_qualifier){kind, value, c.count && c.sense[0] == CODE_IS ? c.list[0] : NULL};
    f->qualifiers = list;
    f->qualifier_count++;
}

/* ---- observations ---- */

static double number_of(const record *r, const json_value *v)
{
    double n;
    slice s;

    if (json_number(r->set->doc, v, &n))
        return n;
    s = text_of(r, v); /* a number as a string, from what was made of XML */
    return s.size && result_plain_number(s.text, s.size, &n) ? n : NAN;
}

static const char *quantity_unit(record *r, const json_value *q, const concept *quantity, const char **text)
{
    const char *code = copy(r, text_of(r, get(r, q, "code"))), *shown = copy(r, text_of(r, get(r, q, "unit")));
    slice uri = text_of(r, get(r, q, "system"));
    bool ucum = slice_is(uri, "http://unitsofmeasure.org") || slice_is(uri, "https://unitsofmeasure.org") ||
                slice_is(uri, "urn:oid:2.16.840.1.113883.6.8");

    *text = *shown ? shown : *code ? code : NULL;
    if (!*text)
        return NULL;
    return result_unit(*code ? code : NULL, ucum, *shown ? shown : NULL, quantity, r->a);
}

static bool read_quantity(record *r, const json_value *q, const concept *quantity, fact_value *out)
{
    double n = number_of(r, get(r, q, "value"));
    const char *comparator = word_of(r, get(r, q, "comparator"));

    if (isnan(n)) {
        slice s = text_of(r, get(r, q, "value"));

        if (s.size) /* ">100" where a number belongs */
            return result_read(s.text, s.size, quantity, r->a, out);
        return false;
    }
    if (!result_interval(n, comparator, out))
        out->text = "a comparator that is not known";
    out->ucum = quantity_unit(r, q, quantity, &out->unit_text);
    return true;
}

static bool read_range(record *r, const json_value *range, const concept *quantity, fact_value *out)
{
    const json_value *low = get(r, range, "low"), *high = get(r, range, "high");
    fact_value a = {0}, b = {0};
    bool has_low = low && read_quantity(r, low, quantity, &a) && a.kind == VALUE_NUMBER;
    bool has_high = high && read_quantity(r, high, quantity, &b) && b.kind == VALUE_NUMBER;

    if (!has_low && !has_high)
        return false;
    if (has_low && has_high && a.ucum && b.ucum && strcmp(a.ucum, b.ucum) != 0) {
        double converted;

        if (unit_convert_codes(b.high, b.ucum, a.ucum, quantity, &converted) != UNIT_OK)
            return false;
        b.high = converted;
    }
    *out = has_low ? a : b;
    out->kind = VALUE_NUMBER;
    out->low = has_low ? a.low : -INFINITY;
    out->high = has_high ? b.high : INFINITY;
    out->low_inclusive = has_low;
    out->high_inclusive = has_high;
    return !(out->low > out->high);
}

static bool read_ratio(record *r, const json_value *ratio, const concept *quantity, fact_value *out)
{
    fact_value a = {0}, b = {0};

    if (!read_quantity(r, get(r, ratio, "numerator"), NULL, &a) || !read_quantity(r, get(r, ratio, "denominator"), NULL, &b) ||
        a.kind != VALUE_NUMBER || b.kind != VALUE_NUMBER || b.low != b.high || !(b.low > 0))
        return false;
    *out = a;
    if (!a.unit_text && !b.unit_text && a.low == 1 && a.high == 1 && b.low > 1) { /* a titre */
        out->low = out->high = b.low;
        out->ucum = "{titer}";
        out->unit_text = "titer";
        return true;
    }
    out->low = a.low / b.low;
    out->high = a.high / b.low;
    if (b.unit_text) {
        const char *joined = a.ucum && b.ucum ? arena_printf(r->a, "%s/(%s)", a.ucum, b.ucum) : NULL;
        bool simple = b.ucum && !strpbrk(b.ucum, "./");

        if (simple && a.ucum)
            joined = arena_printf(r->a, "%s/%s", a.ucum, b.ucum);
        out->unit_text = arena_printf(r->a, "%s/%s", a.unit_text ? a.unit_text : "", b.unit_text);
        out->ucum = joined && unit_parse(joined, strlen(joined), &(unit){0}, NULL) ? joined : NULL;
        if (out->ucum && quantity && quantity->units[0] && !unit_fits(quantity, out->ucum))
            return true;
    }
    return true;
}

/* A coded result: its sign by code, else by words; its concept. */
static void read_coded(record *r, const json_value *v, const concept *quantity, fact_value *out, coded *meaning)
{
    const json_value *list = get(r, v, "coding"), *c;
    unsigned i;
    int sign = 0;
    bool conflict = false;

    *meaning = code_of(r, r->set->doc, v, HINT_VALUE);
    out->kind = VALUE_CODED;
    out->text = meaning->text;
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
            slice code = text_of(r, get(r, c, "code")), display = text_of(r, get(r, c, "display"));
            int one = result_sign_of_code(code.text, code.size);

            if (!one)
                one = result_sign(display.text, display.size);
            conflict |= sign && one && one != sign;
            sign = sign ? sign : one;
        }
    if (!sign)
        sign = result_sign(meaning->text, strlen(meaning->text));
    out->sign = conflict ? 0 : sign;
    if (meaning->count && meaning->sense[0] == CODE_IS && !meaning->named.history && !meaning->named.family &&
        meaning->named.certainty == FACT_CONFIRMED)
        out->concept = meaning->list[0];
    /* a number or a stage as words: "Class III", "< 20 copies/mL" */
    if (!out->sign && quantity && category_is_quantity(quantity->category) && *meaning->text) {
        fact_value number = {0};

        if (result_read(meaning->text, strlen(meaning->text), quantity, r->a, &number) && number.kind == VALUE_NUMBER) {
            number.text = out->text;
            number.concept = out->concept;
            *out = number;
        } else if (result_missing(meaning->text, strlen(meaning->text)))
            out->kind = VALUE_NONE;
    } else if (!out->sign && result_missing(meaning->text, strlen(meaning->text)))
        out->kind = VALUE_NONE;
}

/* value[x] of an Observation or a component. False: there is none. */
static bool read_value(record *r, const json_value *v, const concept *quantity, fact_value *out, coded *meaning)
{
    const json_doc *d = r->set->doc;
    const json_value *c;
    unsigned i;
    bool is;

    *meaning = (coded){.text = ""};
    for (c = json_first(v), i = 0; i < v->count; i++, c = json_next(c)) {
        if (c->key_size <= 5 || memcmp(d->text + c->key, "value", 5) != 0)
            continue;
        if (json_key_is(d, c, "valueQuantity"))
            return read_quantity(r, c, quantity, out);
        if (json_key_is(d, c, "valueCodeableConcept")) {
            read_coded(r, c, quantity, out, meaning);
            return out->kind != VALUE_NONE;
        }
        if (json_key_is(d, c, "valueString")) {
            slice s = text_of(r, c);

            if (!s.size || !result_read(s.text, s.size, quantity, r->a, out))
                return false;
            if (out->kind == VALUE_CODED && !out->sign) {
                name n = name_read(r->lx, s.text, s.size, r->a);

                if (n.certainty == FACT_CONFIRMED && !n.history && !n.family)
                    out->concept = n.concept;
            }
            return true;
        }
        if (json_key_is(d, c, "valueBoolean") && json_bool(c, &is)) {
            out->kind = VALUE_CODED;
            out->sign = is ? 1 : -1;
            out->text = is ? "true" : "false";
            return true;
        }
        if (json_key_is(d, c, "valueInteger") || json_key_is(d, c, "valueDecimal")) {
            double n = number_of(r, c);

            return !isnan(n) && result_interval(n, NULL, out);
        }
        if (json_key_is(d, c, "valueRange"))
            return read_range(r, c, quantity, out);
        if (json_key_is(d, c, "valueRatio"))
            return read_ratio(r, c, quantity, out);
        out->kind = VALUE_TEXT;
        out->text = copy(r, text_of(r, c)); /* a time, a Period, SampledData: nothing to compare */
        return true;
    }
    return false;
}

static char interpretation_of(const record *r, const json_value *v)
{
    static const struct {
        const char *codes;
        char letter;
    } list[] = {
        {"h hh hu h> > high", 'H'},   {"l ll lu l< < low", 'L'},          {"n normal", 'N'},     {"a aa abnormal", 'A'},
        {"pos det rr positive detected wr", 'P'}, {"neg nd nr negative", 'G'}, {"s susceptible", 'S'}, {"i sdd intermediate", 'I'},
        {"r resistant", 'R'},
    };
    const json_value *first = v && v->kind == JSON_ARRAY ? json_first(v) : v;
    const char *word = code_word(r, first);

    for (size_t i = 0; i < COUNT(list); i++)
        if (is_one(word, list[i].codes))
            return list[i].letter;
    return 0;
}

/* Does a reference range speak of this patient? 1 by name, 0 of everyone, -1 of somebody else. */
static int range_applies(record *r, const json_value *range, date at)
{
    const json_value *to = get(r, range, "appliesTo"), *age = get(r, range, "age"), *c;
    unsigned i;
    int applies = 0;

    if (to && to->kind == JSON_ARRAY)
        for (c = json_first(to), i = 0; i < to->count; i++, c = json_next(c)) {
            const char *word = code_word(r, c);
            sex meant = is_one(word, "female f 248152002 women woman")       ? SEX_FEMALE
                        : is_one(word, "male m 248153007 men man")           ? SEX_MALE
                        : is_one(word, "normal everyone all general adult") ? SEX_UNKNOWN
                                                                             : SEX_OTHER;

            if (meant == SEX_UNKNOWN)
                continue;
            if (meant == SEX_OTHER || meant != r->p->sex)
                return -1;
            applies = 1;
        }
    if (age) {
        period low, high;
        bool has_low = period_of(r, get(r, age, "low"), &low), has_high = period_of(r, get(r, age, "high"), &high);

        if (!date_known(r->p->birth) || !date_known(at))
            return -1;
        if (has_low && period_between(r->p->birth.last, at.first, low.unit) < low.n)
            return -1;
        if (has_high && period_between(r->p->birth.first, at.last, high.unit) > high.n)
            return -1;
        applies = 1;
    }
    return applies;
}

/* A limit of the reference range in the value's unit; false: none, or in another unit that does not convert. */
static bool limit_of(record *r, const json_value *q, const concept *quantity, const fact_value *value, double *out)
{
    fact_value limit = {0};

    if (!q || !read_quantity(r, q, quantity, &limit) || limit.kind != VALUE_NUMBER || limit.low != limit.high)
        return false;
    *out = limit.low;
    if (!limit.unit_text || (limit.ucum && value->ucum && strcmp(limit.ucum, value->ucum) == 0))
        return true;
    if (!limit.ucum || !value->ucum)
        return limit.unit_text && value->unit_text && strcmp(limit.unit_text, value->unit_text) == 0;
    return unit_convert_codes(limit.low, limit.ucum, value->ucum, quantity, out) == UNIT_OK;
}

static void read_reference_range(record *r, const json_value *v, const concept *quantity, date at, fact_value *value)
{
    const json_value *list = get(r, v, "referenceRange"), *c;
    unsigned i;
    int best = -1;
    bool open = false;

    if (!list || list->kind != JSON_ARRAY || value->kind != VALUE_NUMBER)
        return;
    for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
        const char *type = code_word(r, get(r, c, "type"));
        double low = 0, high = 0;
        bool has_low, has_high;
        int applies = range_applies(r, c, at);

        if (applies < best || applies < 0 || (*type && !is_one(type, "normal")))
            continue;
        has_low = limit_of(r, get(r, c, "low"), quantity, value, &low);
        has_high = limit_of(r, get(r, c, "high"), quantity, value, &high);
        if (!get(r, c, "low") && !get(r, c, "high")) {
            slice s = text_of(r, get(r, c, "text"));
            fact_value text = {0};

            if (!s.size || !result_read(s.text, s.size, quantity, r->a, &text) || text.kind != VALUE_NUMBER)
                continue;
            if (text.ucum && value->ucum && strcmp(text.ucum, value->ucum) != 0) {
                if ((isfinite(text.low) &&
                     unit_convert_codes(text.low, text.ucum, value->ucum, quantity, &text.low) != UNIT_OK) ||
                    (isfinite(text.high) &&
                     unit_convert_codes(text.high, text.ucum, value->ucum, quantity, &text.high) != UNIT_OK))
                    continue;
            } else if (text.unit_text && !text.ucum)
                continue;
            if (text.low == text.high) /* "40" alone: which limit is it? */
                continue;
            has_low = isfinite(text.low);
            has_high = isfinite(text.high);
            low = text.low;
            high = text.high;
        }
        if (!has_low && !has_high)
            continue;
        if (applies == best) {
            open |= has_low != value->range_low_given || has_high != value->range_high_given ||
                    (has_low && low != value->range_low) || (has_high && high != value->range_high);
            continue;
        }
        best = applies;
        open = false;
        value->range_low_given = has_low;
        value->range_high_given = has_high;
        value->range_low = has_low ? low : 0;
        value->range_high = has_high ? high : 0;
    }
    if (open) {
        value->range_low_given = value->range_high_given = false;
        value->range_low = value->range_high = 0;
        note(r, "several reference ranges, and which of them is this patient's is not said; none was used");
    }
}

/* Which Observation lists this one as a member. */
static int parent_of(record *r, int index)
{
    const json_doc *d = r->set->doc;

    if (!r->member_of) {
        r->member_of = arena_array(r->a, r->set->count + 1, sizeof *r->member_of);
        if (!r->member_of)
            return -1;
        memset(r->member_of, 0xFF, (r->set->count + 1) * sizeof *r->member_of);
        for (size_t i = 0; i < r->set->count; i++) {
            const fhir_resource *one = &r->set->list[i];
            const json_value *list, *c;
            unsigned j;
            int member;

            if (one->dropped || !slice_is(one->type, "Observation"))
                continue;
            list = json_get(d, one->v, "hasMember");
            if (!list || list->kind != JSON_ARRAY)
                continue;
            for (c = json_first(list), j = 0; j < list->count; j++, c = json_next(c)) {
                fhir_resolve(r->set, (int)i, c, -1, &member);
                if (member >= 0)
                    r->member_of[member] = (int)i;
            }
        }
    }
    return r->member_of[index];
}

/* The organism that an Observation reports; NULL: none. */
static const concept *organism_of(record *r, const json_value *observation)
{
    const json_value *value = get(r, observation, "valueCodeableConcept"), *list, *c;
    coded meaning;
    unsigned i;

    if (value) {
        meaning = code_of(r, r->set->doc, value, HINT_VALUE);
        for (size_t k = 0; k < meaning.count; k++)
            if (meaning.list[k]->category == CATEGORY_ORGANISM && meaning.sense[k] == CODE_IS)
                return meaning.list[k];
    }
    list = get(r, observation, "component");
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count && i < 20; i++, c = json_next(c)) {
            const concept *found = c->kind == JSON_OBJECT && get(r, c, "valueCodeableConcept") ? organism_of(r, c) : NULL;

            if (found)
                return found;
        }
    return NULL;
}

/* The organism of a susceptibility result: of what it derives from, of its panel, of the panel's members. */
static void read_isolate(record *r, fact *f)
{
    const json_value *specimen = get(r, r->v, "specimen"), *derived = get(r, r->v, "derivedFrom"), *c;
    fhir_node node = fhir_resolve(r->set, r->index, specimen, 0, NULL);
    slice key;
    unsigned i;
    int parent;

    if (specimen) {
        coded type = {.text = ""};

        if (node.v)
            type = code_of(r, node.doc, json_get(node.doc, node.v, "type"), HINT_NONE);
        if (!type.count) {
            slice shown = text_of(r, get(r, specimen, "display"));

            by_words(r, &type, shown, HINT_NONE);
        }
        f->specimen = type.count ? type.list[0] : NULL;
        key = fhir_reference_key(r->set->doc, specimen, r->a);
        f->isolate = key.size ? copy(r, key) : NULL;
    }
    if (derived && derived->kind == JSON_ARRAY)
        for (c = json_first(derived), i = 0; i < derived->count && i < MOST_MEMBERS && !f->organism; i++, c = json_next(c)) {
            node = fhir_resolve(r->set, r->index, c, -1, NULL);
            if (node.v)
                f->organism = organism_of(r, node.v);
            key = fhir_reference_key(r->set->doc, c, r->a);
            if (f->organism && !f->isolate && key.size)
                f->isolate = copy(r, key);
        }
    parent = r->index >= 0 ? parent_of(r, r->index) : -1;
    if (!f->organism && parent >= 0) {
        const fhir_resource *panel = &r->set->list[parent];
        const json_value *members = get(r, panel->v, "hasMember");

        f->organism = organism_of(r, panel->v);
        if (members && members->kind == JSON_ARRAY)
            for (c = json_first(members), i = 0; i < members->count && i < 100 && !f->organism; i++, c = json_next(c)) {
                node = fhir_resolve(r->set, parent, c, -1, NULL);
                if (node.v)
                    f->organism = organism_of(r, node.v);
            }
        if (!f->isolate)
            f->isolate = copy(r, panel->id);
    }
}

/* Is it about somebody or something other than what is there now? Then its coded value is no fact. */
static bool speaks_of_others(const char *text)
{
    static const char *const words[] = {"family", "mother", "father", "parent", "parents", "sibling", "relative", "maternal",
                                        "paternal", "partner", "spouse", "donor", "suspected", "differential", "reason",
                                        "ordered", "requested", "risk", "rule out", "ruled out", "planned", "goal", "preference",
                                        "question", "concern", "fetus", "fetal", "baby", "newborn", "household", "contact",
                                        "allergy", "screening", "history", "previous", "past", "prior", "former"};
    size_t n = strlen(text);
    char folded[200];

    if (n >= sizeof folded)
        return true;
    for (size_t i = 0; i <= n; i++)
        folded[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    for (size_t i = 0; i < COUNT(words); i++)
        if (has_word(folded, words[i]))
            return true;
    return false;
}

/* "Smoking status: current smoker", "Pregnancy status: not pregnant", "Culture: E. coli": the answer is
 * itself something that the patient is or has. */
static void add_answer(record *r, const fact *about, const coded *meaning)
{
    const concept *c = meaning->count ? meaning->list[0] : NULL;
    fact *f;
    bool denied;

    if (!c || c == about->concept || meaning->named.family || meaning->named.history || meaning->sense[0] == CODE_HISTORY)
        return;
    if (c->category != CATEGORY_SOCIAL && c->category != CATEGORY_ORGANISM && c->category != CATEGORY_CONDITION)
        return;
    if (c->category == CATEGORY_CONDITION && (!about->concept || speaks_of_others(about->text)))
        return;
    if (c->category == CATEGORY_SOCIAL && speaks_of_others(about->text) && !(about->concept && about->concept->category == CATEGORY_SOCIAL))
        return;
    denied = meaning->sense[0] == CODE_DENIES || meaning->named.certainty == FACT_DENIED;
    f = new_fact(r, FACT_OBSERVATION, meaning, 0);
    if (!f)
        return;
    about = &r->p->facts[r->p->fact_count - 2]; /* the list may have moved */
    f->certainty = denied ? FACT_DENIED : meaning->named.certainty;
    f->start = about->start;
    f->end = about->end;
    f->isolate = about->isolate;
    f->specimen = about->specimen;
    f->value.kind = VALUE_CODED;
    f->value.sign = denied ? -1 : f->certainty == FACT_CONFIRMED ? 1 : 0;
    f->value.text = meaning->text;
}

/* An Observation, or a component of one: `v` has code and value. */
static void one_observation(record *r, const json_value *v, date start, date end)
{
    coded code = code_of(r, r->set->doc, get(r, v, "code"), HINT_MEASUREMENT), meaning;
    const concept *c = code.count ? code.list[0] : NULL;
    fact_value value = {0};
    fact *f;
    bool given = read_value(r, v, c, &value, &meaning);

    value.interpretation = interpretation_of(r, get(r, v, "interpretation"));
    if (!given) {
        if (!value.interpretation)
            return; /* dataAbsentReason, a group, a withheld result */
        value.kind = VALUE_NONE;
        if (value.interpretation == 'P' || value.interpretation == 'G') {
            value.kind = VALUE_CODED;
            value.sign = value.interpretation == 'P' ? 1 : -1;
        }
    } else if (value.kind == VALUE_CODED && (value.interpretation == 'P' || value.interpretation == 'G')) {
        int said = value.interpretation == 'P' ? 1 : -1;

        value.sign = value.sign && value.sign != said ? 0 : said;
    }
    f = new_fact(r, FACT_OBSERVATION, &code, 0);
    if (!f)
        return;
    f->start = start;
    f->end = end;
    /* a finding as an observation ("Alcohol use: past") says nothing by its code alone */
    if (c && !category_is_quantity(c->category)) {
        bool denies = code.sense[0] == CODE_DENIES;

        f->certainty = value.kind != VALUE_CODED || !value.sign ? FACT_UNCONFIRMED
                       : (value.sign > 0) != denies             ? FACT_CONFIRMED
                                                                : FACT_DENIED;
        if (denies && value.sign < 0)
            f->certainty = FACT_UNCONFIRMED;
        if (c->flags & CONCEPT_POSITIVE)
            f->certainty = FACT_CONFIRMED; /* a test: its sign is read with it */
    }
    apply_sense(f, &(coded){.named = code.named}, 0);
    f->value = value;
    read_reference_range(r, v, c, date_known(start) ? start : end, &f->value);
    if ((c && strncmp(c->id, "mic_", 4) == 0) || (f->value.interpretation && strchr("SIR", f->value.interpretation)) ||
        (f->value.concept && f->value.concept->category == CATEGORY_ORGANISM))
        read_isolate(r, f);
    if (f->kind != FACT_FAMILY)
        add_answer(r, f, &meaning);
}

static void read_observation(record *r, const json_value *v, date start, date end);

/* Observations that are contained in a report or a group: of its time, unless they say their own. */
static void read_contained(record *r, date start, date end)
{
    const json_value *list = get(r, r->v, "contained"), *c;
    unsigned i;

    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c))
            if (json_is(r->set->doc, get(r, c, "resourceType"), "Observation") && c != r->v)
                read_observation(r, c, start, end);
}

static void read_observation(record *r, const json_value *v, date start, date end)
{
    const char *status = word_of(r, get(r, v, "status"));
    const json_value *list = get(r, v, "component"), *c;
    when effective = when_of(r, v, "effective");
    unsigned i;

    if (!is_one(status, "final amended corrected appended")) {
        if (!*status || is_one(status, "preliminary unknown"))
            note(r, *status ? "a result that is not final was left out" : "a result without a status was left out");
        return;
    }
    if (effective.given) {
        start = effective.start;
        end = date_known(effective.end) ? effective.end : effective.start;
        if (!date_known(start))
            start = end;
    } else if (timing_of(r, get(r, v, "effectiveTiming"), &effective.start, &effective.end)) {
        start = effective.start;
        end = effective.end;
    } else if (date_of(r, get(r, v, "issued"), &effective.start))
        start = end = effective.start;
    one_observation(r, v, start, end);
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c))
            if (c->kind == JSON_OBJECT)
                one_observation(r, c, start, end);
    if (v == r->v)
        read_contained(r, start, end);
}

/* ---- conditions and allergies ---- */

/* verificationStatus as a certainty; false: it was never written. */
static bool certainty_of(record *r, const json_value *v, fact_certainty *out)
{
    const char *word = code_word(r, v);

    *out = FACT_CONFIRMED;
    if (is_one(word, "entered-in-error"))
        return false;
    if (is_one(word, "refuted"))
        *out = FACT_DENIED;
    else if (is_one(word, "provisional differential presumed"))
        *out = FACT_SUSPECTED;
    else if (*word && !is_one(word, "confirmed")) {
        *out = FACT_UNCONFIRMED;
        if (!is_one(word, "unconfirmed unknown"))
            note(r, "a verification status that is not known; the record decides nothing");
    }
    return true;
}

/* When it began, from onset, else from when it was written down; when it ended. */
static void condition_dates(record *r, fact *f, name named)
{
    when onset = when_of(r, r->v, "onset"), abatement = when_of(r, r->v, "abatement");
    const char *status = code_word(r, get(r, r->v, "clinicalStatus"));
    bool is = false;
    date recorded = date_none(), year;

    if (!onset.given || f->history) {
        if (!date_of(r, get(r, r->v, "recordedDate"), &recorded) && !date_of(r, get(r, r->v, "dateRecorded"), &recorded) &&
            !date_of(r, get(r, r->v, "assertedDate"), &recorded))
            recorded = encounter_date(r);
    }
    if (onset.given)
        f->start = !onset.period ? onset.start : date_known(onset.end) && date_known(onset.start) ? span_of(onset.start, onset.end)
                   : date_known(onset.start) ? onset.start : until(r, onset.end);
    else if (onset.said)
        f->start = until(r, recorded);
    else
        f->start = recorded;
    if (f->history && !onset.given) { /* it was before it was written down */
        f->start = until(r, recorded);
        if (named.year) {
            year = (date){day_of(named.year, 1, 1), day_of(named.year, 12, 31), INSTANT_NONE};
            if (!date_known(f->start) || year.first <= f->start.last)
                f->start = year;
        }
    }
    if (abatement.given)
        f->end = abatement.period ? (date_known(abatement.start) && date_known(abatement.end) ? span_of(abatement.start, abatement.end)
                                     : date_known(abatement.end) ? abatement.end : abatement.start)
                                  : abatement.start;
    if (abatement.given || abatement.said || is_one(status, "inactive remission resolved"))
        f->ended = true;
    else if (json_bool(get(r, r->v, "abatementBoolean"), &is))
        f->ended = is;
}

static void read_condition(record *r)
{
    coded code = code_of(r, r->set->doc, get(r, r->v, "code"), HINT_NONE);
    fact_certainty certainty;

    if (!certainty_of(r, get(r, r->v, "verificationStatus"), &certainty))
        return;
    for (size_t i = 0; i < (code.count ? code.count : 1); i++) {
        fact *f = new_fact(r, FACT_CONDITION, &code, i);

        if (!f)
            return;
        f->certainty = certainty;
        apply_sense(f, &code, i);
        condition_dates(r, f, code.named);
        add_qualifier(r, f, "severity", get(r, r->v, "severity"));
        add_qualifier(r, f, "site", get(r, r->v, "bodySite"));
        const json_value *stage = get(r, r->v, "stage");
        if (stage && stage->kind == JSON_ARRAY)
            stage = json_first(stage);
        add_qualifier(r, f, "stage", get(r, stage, "summary"));
    }
    if (!code.count && !*code.text)
        note(r, "a condition without code and text");
}

/* The allergy whose substance this is, where the lexicon has one by itself. */
static const concept *allergy_to(const record *r, const concept *substance)
{
    if (!substance || substance->category == CATEGORY_ALLERGY)
        return substance;
    for (size_t i = 0; i < lexicon_size(r->lx); i++) {
        const concept *c = lexicon_at(r->lx, i);

        if (c->category == CATEGORY_ALLERGY && c->substance == substance)
            return c;
    }
    return substance;
}

static void read_allergy(record *r)
{
    coded code = code_of(r, r->set->doc, get(r, r->v, "code"), HINT_NONE);
    fact_certainty certainty;

    if (!certainty_of(r, get(r, r->v, "verificationStatus"), &certainty) || is_one(word_of(r, get(r, r->v, "status")), "entered-in-error"))
        return;
    if (!code.count) {
        const json_value *reaction = get(r, r->v, "reaction");
        coded substance;

        if (reaction && reaction->kind == JSON_ARRAY)
            reaction = json_first(reaction);
        substance = code_of(r, r->set->doc, get(r, reaction, "substance"), HINT_NONE);
        if (substance.count || !*code.text)
            code = substance;
    }
    for (size_t i = 0; i < (code.count ? code.count : 1); i++) {
        fact *f = new_fact(r, FACT_ALLERGY, &code, i);

        if (!f)
            return;
        f->concept = allergy_to(r, f->concept);
        f->certainty = certainty;
        apply_sense(f, &code, i);
        condition_dates(r, f, code.named);
        add_qualifier(r, f, "severity", get(r, r->v, "criticality"));
    }
}

/* ---- drugs ---- */

/* The drug of a request, statement, administration or dispense: coded, contained, referenced, or only
 * displayed. */
static coded medication_of(record *r)
{
    const json_value *reference = get(r, r->v, "medicationReference"), *medication = get(r, r->v, "medication");
    const json_value *concept_ = get(r, r->v, "medicationCodeableConcept");
    fhir_node node;
    coded out;
    const json_value *list;

    if (!concept_ && medication) { /* R5, and servers in between */
        concept_ = get(r, medication, "concept");
        if (!reference)
            reference = get(r, medication, "reference");
        if (reference && reference->kind == JSON_STRING)
            reference = medication;
    }
    if (concept_)
        return code_of(r, r->set->doc, concept_, HINT_DRUG);
    node = fhir_resolve(r->set, r->index, reference, 0, NULL);
    out = (coded){.text = ""};
    if (node.v) {
        out = code_of(r, node.doc, json_get(node.doc, node.v, "code"), HINT_DRUG);
        list = json_get(node.doc, node.v, "ingredient");
        if ((!out.count || out.by_text) && list && list->kind == JSON_ARRAY) {
            const json_value *c = json_first(list);
            coded all = {.text = out.text, .code = out.code};

            for (unsigned i = 0; i < list->count && i < MOST_CONCEPTS; i++, c = json_next(c)) {
                bool active = true;
                coded one;

                json_bool(json_get(node.doc, c, "isActive"), &active);
                if (!active)
                    continue;
                one = code_of(r, node.doc, json_get(node.doc, c, "itemCodeableConcept"), HINT_DRUG);
                for (size_t k = 0; k < one.count; k++)
                    add_concept(&all, one.list[k], one.sense[k]);
                if (!*all.text)
                    all.text = one.text;
            }
            if (all.count)
                out = all;
        }
    }
    if (!out.count) {
        slice shown = text_of(r, get(r, reference, "display"));

        by_words(r, &out, shown, HINT_DRUG);
        if (!*out.text)
            out.text = copy(r, shown);
    }
    if (!*out.text)
        note(r, "a drug that is not in the record (its reference leads nowhere)");
    return out;
}

/* Dose a day, where one instruction says how much how often. */
static void read_dose(record *r, fact *f, const json_value *instructions)
{
    static const char rates[][2][4] = {{"d", "1"}, {"h", "24"}, {"wk", "7"}};
    const json_value *one, *rate, *repeat, *quantity;
    double amount, frequency, length;
    const char *every, *text;
    bool needed = false;

    if (!instructions || instructions->kind != JSON_ARRAY || instructions->count != 1)
        return;
    one = json_first(instructions);
    json_bool(get(r, one, "asNeededBoolean"), &needed);
    if (needed || get(r, one, "asNeededCodeableConcept"))
        return;
    rate = get(r, one, "doseAndRate");
    if (rate && rate->kind == JSON_ARRAY)
        rate = rate->count == 1 ? json_first(rate) : NULL;
    quantity = get(r, rate ? rate : one, "doseQuantity");
    repeat = get(r, get(r, one, "timing"), "repeat");
    if (!quantity || !json_number(r->set->doc, get(r, quantity, "value"), &amount) ||
        !json_number(r->set->doc, get(r, repeat, "frequency"), &frequency) ||
        !json_number(r->set->doc, get(r, repeat, "period"), &length) || !(length > 0) || get(r, repeat, "frequencyMax") ||
        get(r, repeat, "periodMax"))
        return;
    every = word_of(r, get(r, repeat, "periodUnit"));
    text = quantity_unit(r, quantity, NULL, &(const char *){NULL});
    if (!text)
        return;
    for (size_t i = 0; i < COUNT(rates); i++)
        if (strcmp(every, rates[i][0]) == 0) {
            double days = i == 0 ? length : i == 1 ? length / 24 : length * 7;

            f->dose = amount * frequency / days;
            f->dose_unit = text;
        }
}

/* The course that the instructions state: from the first start to the last end, where all have one. */
static void course_of(record *r, const json_value *instructions, date *start, date *end)
{
    const json_value *c;
    bool open = false;
    unsigned i;

    *start = *end = date_none();
    if (!instructions || instructions->kind != JSON_ARRAY)
        return;
    for (c = json_first(instructions), i = 0; i < instructions->count; i++, c = json_next(c)) {
        const json_value *repeat = get(r, get(r, c, "timing"), "repeat"), *bounds = get(r, repeat, "boundsPeriod");
        period length;
        date from = date_none(), to = date_none();

        if (bounds) {
            date_of(r, get(r, bounds, "start"), &from);
            date_of(r, get(r, bounds, "end"), &to);
        }
        if (date_known(from) && (!date_known(*start) || from.first < start->first))
            *start = from;
        if (!date_known(to) && period_of(r, get(r, repeat, "boundsDuration"), &length)) {
            date begin = from;

            if (!date_known(begin) && instructions->count == 1)
                date_of(r, get(r, r->v, "authoredOn"), &begin);
            if (date_known(begin))
                to = (date){day_add(begin.first, length), day_add(begin.last, length), INSTANT_NONE};
        }
        if (!date_known(to))
            open = true;
        else if (!date_known(*end) || to.last > end->last)
            *end = to;
    }
    if (open)
        *end = date_none();
}

static void add_drug_route(record *r, fact *f, const json_value *instructions)
{
    static const char *const forms[][2] = {{"oral", "oral"},       {"inhal", "inhaled"},     {"nasal", "nasal"},
                                           {"ophthalmic", "ophthalmic"}, {"topical", "topical"}, {"transdermal", "transdermal"},
                                           {"otic", "otic"},       {"rectal", "rectal"},     {"vaginal", "vaginal"},
                                           {"intravenous", "intravenous"}, {"cream", "topical"}, {"ointment", "topical"}};
    const json_value *route = NULL;
    fact_qualifier *q;
    const char *folded;

    if (instructions)
        route = get(r, instructions->kind == JSON_ARRAY ? json_first(instructions) : instructions, "route");
    if (route) {
        add_qualifier(r, f, "route", route);
        return;
    }
    folded = fold_plain(f->text, strlen(f->text), r->a, NULL);
    for (size_t i = 0; folded && i < COUNT(forms); i++)
        if (strstr(folded, forms[i][0])) {
            q = arena_alloc(r->a, sizeof *q);
            if (q) {
                *q = (fact_qualifier){"route", forms[i][1], NULL};
                f->qualifiers = q;
                f->qualifier_count = 1;
            }
            return;
        }
}

typedef struct use { /* what a drug resource says of all its drugs */
    fact_certainty certainty;
    date start, end;
    bool ended, planned, order;
} use;

static void add_drugs(record *r, const use *u, const json_value *instructions)
{
    coded code = medication_of(r);

    for (size_t i = 0; i < (code.count ? code.count : 1); i++) {
        fact *f = new_fact(r, FACT_MEDICATION, &code, i);

        if (!f)
            return;
        f->certainty = u->certainty;
        apply_sense(f, &code, i);
        f->start = u->start;
        f->end = u->end;
        f->ended = u->ended;
        f->planned = u->planned;
        f->order = u->order;
        if (code.count <= 1)
            read_dose(r, f, instructions);
        add_drug_route(r, f, instructions);
    }
}

static void read_request(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status")), *intent = word_of(r, get(r, r->v, "intent"));
    const json_value *instructions = get(r, r->v, "dosageInstruction"), *validity;
    use u = {.order = true, .start = date_none(), .end = date_none()};
    bool stop = false, reported = false;
    date authored;

    json_bool(get(r, r->v, "doNotPerform"), &stop);
    if (stop || is_one(status, "on-hold cancelled draft entered-in-error"))
        return;
    if (!is_one(status, "active completed stopped"))
        u.certainty = FACT_UNCONFIRMED;
    if (is_one(intent, "plan proposal option")) {
        json_bool(get(r, r->v, "reportedBoolean"), &reported);
        /* a plan, unless it is how a server writes down what the patient says to take */
        u.planned = !reported && !get(r, r->v, "reportedReference");
        if (!u.planned)
            u.certainty = FACT_UNCONFIRMED;
    }
    course_of(r, instructions, &u.start, &u.end);
    validity = get(r, get(r, r->v, "dispenseRequest"), "validityPeriod");
    if (!date_known(u.start))
        date_of(r, get(r, validity, "start"), &u.start);
    if (!date_known(u.end))
        date_of(r, get(r, validity, "end"), &u.end);
    if (date_of(r, get(r, r->v, "authoredOn"), &authored) && !date_known(u.start))
        u.start = authored;
    if (!date_known(u.start))
        u.start = encounter_date(r);
    u.ended = is_one(status, "completed stopped") && !date_known(u.end);
    add_drugs(r, &u, instructions);
}

static void read_statement(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status")), *taken = word_of(r, get(r, r->v, "taken"));
    when effective = when_of(r, r->v, "effective");
    use u = {.order = true, .start = date_none(), .end = date_none()};
    const json_value *asserted = get(r, r->v, "dateAsserted");

    if (is_one(status, "entered-in-error on-hold draft"))
        return;
    if (is_one(status, "not-taken") || is_one(taken, "n"))
        u.certainty = FACT_DENIED;
    else if (is_one(taken, "unk") || !is_one(status, "active completed stopped intended recorded"))
        u.certainty = FACT_UNCONFIRMED;
    u.planned = is_one(status, "intended");
    u.start = effective.start;
    if (effective.period)
        u.end = effective.end;
    if (!effective.given && asserted)
        date_of(r, asserted, &u.start);
    u.ended = is_one(status, "completed stopped") && !date_known(u.end);
    if (u.ended && !effective.given)
        u.start = until(r, u.start);
    add_drugs(r, &u, get(r, r->v, "dosage"));
}

static void read_administration(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    when effective = when_of(r, r->v, "effective");
    use u = {.start = effective.start, .end = effective.end};

    if (is_one(status, "not-done on-hold entered-in-error"))
        return;
    if (!is_one(status, "completed in-progress stopped"))
        u.certainty = FACT_UNCONFIRMED;
    if (!effective.given)
        u.start = u.end = encounter_date(r);
    if (!date_known(u.start))
        u.start = u.end;
    if (!date_known(u.end) && !is_one(status, "in-progress"))
        u.end = u.start;
    u.ended = !date_known(u.end) && !is_one(status, "in-progress");
    add_drugs(r, &u, NULL);
    /* its dosage is one dose, not a day's; only the route counts */
    const json_value *dosage = get(r, r->v, "dosage");
    if (dosage && r->p->fact_count && !r->p->facts[r->p->fact_count - 1].qualifier_count)
        add_drug_route(r, &r->p->facts[r->p->fact_count - 1], dosage);
}

static void read_dispense(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    use u = {.order = true, .start = date_none(), .end = date_none()};
    period supply;

    if (!is_one(status, "completed in-progress preparation unknown"))
        return;
    u.planned = is_one(status, "in-progress preparation");
    if (is_one(status, "unknown"))
        u.certainty = FACT_UNCONFIRMED;
    if (!date_of(r, get(r, r->v, "whenHandedOver"), &u.start))
        date_of(r, get(r, r->v, "whenPrepared"), &u.start);
    if (date_known(u.start) && period_of(r, get(r, r->v, "daysSupply"), &supply))
        u.end = (date){day_add(u.start.first, supply), day_add(u.start.last, supply), INSTANT_NONE};
    else
        u.ended = true; /* for how long is not said */
    add_drugs(r, &u, get(r, r->v, "dosageInstruction"));
}

/* ---- what was done ---- */

static void read_procedure(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    coded code = code_of(r, r->set->doc, get(r, r->v, "code"), HINT_NONE);
    when performed = when_of(r, r->v, "performed");
    bool not_done = false;

    if (!performed.given && !performed.said)
        performed = when_of(r, r->v, "occurrence"); /* R5 */
    json_bool(get(r, r->v, "notDone"), &not_done);
    if (not_done || is_one(status, "not-done on-hold entered-in-error aborted suspended cancelled draft"))
        return;
    if (!performed.given && performed.said)
        note(r, "when a procedure was done cannot be read");
    for (size_t i = 0; i < (code.count ? code.count : 1); i++) {
        fact *f = new_fact(r, FACT_PROCEDURE, &code, i);

        if (!f)
            return;
        f->planned = is_one(status, "preparation");
        if (!is_one(status, "completed in-progress preparation"))
            f->certainty = FACT_UNCONFIRMED;
        apply_sense(f, &code, i);
        f->start = performed.start;
        f->end = performed.end;
        if (!performed.given && !f->planned) {
            f->start = encounter_date(r);
            f->end = is_one(status, "in-progress") ? date_none() : f->start;
        }
        if (!date_known(f->start))
            f->start = f->end;
        if (!date_known(f->end) && is_one(status, "completed stopped"))
            f->end = f->start;
        if (is_one(status, "in-progress") && !performed.period)
            f->end = date_none();
        f->ended = is_one(status, "completed stopped") && !date_known(f->end);
        if (f->history && !performed.given)
            f->start = f->end = until(r, f->start);
        add_qualifier(r, f, "site", get(r, r->v, "bodySite"));
    }
}

static void read_immunization(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    coded code = code_of(r, r->set->doc, get(r, r->v, "vaccineCode"), HINT_NONE);
    when occurrence = when_of(r, r->v, "occurrence");
    bool not_given = false;
    fact *f;

    json_bool(get(r, r->v, "notGiven"), &not_given);
    if (not_given || (*status && !is_one(status, "completed")))
        return;
    f = new_fact(r, FACT_IMMUNIZATION, &code, 0);
    if (!f)
        return;
    if (!*status)
        f->certainty = FACT_UNCONFIRMED;
    apply_sense(f, &code, 0);
    f->start = occurrence.start;
    if (!occurrence.given && !date_of(r, get(r, r->v, "date"), &f->start) && date_of(r, get(r, r->v, "recorded"), &f->start))
        f->start = until(r, f->start);
    f->end = f->start;
}

static void read_device(record *r, bool statement)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    const json_value *device = statement ? get(r, r->v, "device") : r->v, *names;
    fhir_node node = {r->set->doc, device};
    coded code = {.text = ""};
    when timing = {.start = date_none(), .end = date_none()};
    fact *f;

    if (is_one(status, "entered-in-error on-hold unknown"))
        return;
    if (statement) {
        node = fhir_resolve(r->set, r->index, device, 0, NULL);
        timing = when_of(r, r->v, "timing");
        if (!timing.given)
            date_of(r, get(r, r->v, "recordedOn"), &timing.start);
    }
    if (node.v)
        code = code_of(r, node.doc, json_get(node.doc, node.v, "type"), HINT_NONE);
    if (!code.count && node.v) {
        names = json_get(node.doc, node.v, "deviceName");
        if (names && names->kind == JSON_ARRAY && names->count) {
            slice shown = fhir_text(node.doc, json_get(node.doc, json_first(names), "name"), r->a);

            by_words(r, &code, shown, HINT_NONE);
            if (!*code.text)
                code.text = copy(r, shown);
        }
    }
    if (!code.count && statement) {
        slice shown = text_of(r, get(r, device, "display"));

        by_words(r, &code, shown, HINT_NONE);
        if (!*code.text)
            code.text = copy(r, shown);
    }
    f = new_fact(r, FACT_DEVICE, &code, 0);
    if (!f)
        return;
    apply_sense(f, &code, 0);
    f->planned = is_one(status, "intended");
    f->start = timing.start;
    if (timing.period)
        f->end = timing.end;
    f->ended = is_one(status, "completed stopped inactive") && !date_known(f->end);
}

/* ---- stays ---- */

static void add_stay(record *r, const coded *code, size_t i, date start, date end, const char *status)
{
    fact *f = new_fact(r, FACT_ENCOUNTER, code, i);

    if (!f)
        return;
    f->start = start;
    f->end = end;
    f->planned = is_one(status, "planned");
    if (is_one(status, "unknown") || !*status)
        f->certainty = FACT_UNCONFIRMED;
    f->ended = is_one(status, "finished completed discharged") && !date_known(end);
}

static void read_encounter(record *r)
{
    static const struct {
        const char *codes, *concept;
    } classes[] = {
        {"imp acute nonac inpatient obsenc_", "hospitalization"},
        {"emer emergency", "emergency_visit"},
        {"amb outpatient ambulatory", "outpatient_visit"},
    };
    const char *status = word_of(r, get(r, r->v, "status"));
    const json_value *class = get(r, r->v, "class"), *list, *c;
    const char *word = class && class->kind == JSON_OBJECT && !get(r, class, "coding") ? word_of(r, get(r, class, "code")) : code_word(r, class);
    date start, end;
    coded code = {.text = ""};
    unsigned i;

    if (is_one(status, "cancelled entered-in-error"))
        return;
    date_of(r, get(r, get(r, r->v, "period"), "start"), &start);
    date_of(r, get(r, get(r, r->v, "period"), "end"), &end);
    for (size_t k = 0; k < COUNT(classes); k++)
        if (is_one(word, classes[k].codes)) {
            const concept *found = lexicon_concept(r->lx, classes[k].concept, strlen(classes[k].concept));

            code.text = copy(r, text_of(r, get(r, class, "display")));
            if (!*code.text)
                code.text = arena_text(r->a, word, strlen(word));
            if (!code.text)
                return;
            if (found) {
                code.list[0] = found;
                code.count = 1;
            }
            add_stay(r, &code, 0, start, end, status);
        }
    list = get(r, r->v, "type");
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count && i < MOST_CONCEPTS; i++, c = json_next(c)) {
            coded type = code_of(r, r->set->doc, c, HINT_NONE);

            if (type.count && type.list[0]->category == CATEGORY_ENCOUNTER && type.sense[0] == CODE_IS &&
                type.named.certainty == FACT_CONFIRMED && !type.named.history && !type.named.family &&
                !(code.count && type.list[0] == code.list[0]))
                add_stay(r, &type, 0, start, end, status);
        }
    list = get(r, r->v, "location");
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
            const json_value *reference = get(r, c, "location"), *at = get(r, c, "period");
            fhir_node node = fhir_resolve(r->set, r->index, reference, 0, NULL);
            coded place = {.text = ""};
            date from = start, to = end;
            slice shown = text_of(r, get(r, reference, "display")), named = {"", 0};

            if (is_one(word_of(r, get(r, c, "status")), "planned reserved"))
                continue;
            if (node.v) {
                const json_value *types = json_get(node.doc, node.v, "type");

                named = fhir_text(node.doc, json_get(node.doc, node.v, "name"), r->a);
                if (types)
                    place = code_of(r, node.doc, types->kind == JSON_ARRAY ? json_first(types) : types, HINT_NONE);
            }
            by_words(r, &place, named, HINT_NONE);
            by_words(r, &place, shown, HINT_NONE);
            if (!place.count || place.list[0]->category != CATEGORY_ENCOUNTER)
                continue;
            if (!*place.text)
                place.text = copy(r, named.size ? named : shown);
            if (at) {
                date_of(r, get(r, at, "start"), &from);
                date_of(r, get(r, at, "end"), &to);
            }
            add_stay(r, &place, 0, from, to, status);
        }
}

/* ---- the rest ---- */

static void read_family(record *r)
{
    const json_value *list = get(r, r->v, "condition"), *c;
    unsigned i;

    if (is_one(word_of(r, get(r, r->v, "status")), "entered-in-error") || !list || list->kind != JSON_ARRAY)
        return;
    for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
        coded code = code_of(r, r->set->doc, get(r, c, "code"), HINT_NONE);
        fact *f = new_fact(r, FACT_FAMILY, &code, 0);

        if (!f)
            return;
        apply_sense(f, &code, 0);
        f->kind = FACT_FAMILY;
        date_of(r, get(r, r->v, "date"), &f->start);
        add_qualifier(r, f, "relative", get(r, r->v, "relationship"));
    }
}

static void read_consent(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status")), *scope = code_word(r, get(r, r->v, "scope"));
    const json_value *kinds = get(r, r->v, "category"), *provision = get(r, r->v, "provision");
    coded code = {.text = ""};
    fact *f;

    if (!is_one(status, "active inactive rejected"))
        return;
    if (is_one(scope, "research")) {
        code.list[0] = lexicon_concept(r->lx, "informed_consent", 16);
        code.count = code.list[0] ? 1 : 0;
        code.text = "consent (research)";
    } else {
        code = code_of(r, r->set->doc, kinds && kinds->kind == JSON_ARRAY ? json_first(kinds) : kinds, HINT_NONE);
        if (code.count && code.list[0]->category == CATEGORY_CONSENT && strcmp(code.list[0]->id, "informed_consent") == 0)
            code.count = 0; /* to something else than research */
    }
    f = new_fact(r, FACT_CONSENT, &code, 0);
    if (!f)
        return;
    if (is_one(status, "rejected") || is_one(word_of(r, get(r, provision, "type")), "deny"))
        f->certainty = FACT_DENIED;
    if (!date_of(r, get(r, r->v, "dateTime"), &f->start))
        date_of(r, get(r, get(r, provision, "period"), "start"), &f->start);
    date_of(r, get(r, get(r, provision, "period"), "end"), &f->end);
    f->ended = is_one(status, "inactive") && !date_known(f->end);
}

static void read_report(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    when effective = when_of(r, r->v, "effective");
    const json_value *list = get(r, r->v, "conclusionCode"), *c;
    coded code;
    fact *f;
    unsigned i;

    if (!is_one(status, "final amended corrected appended"))
        return;
    if (!effective.given && date_of(r, get(r, r->v, "issued"), &effective.start))
        effective.end = effective.start;
    if (!date_known(effective.end))
        effective.end = effective.start;
    code = code_of(r, r->set->doc, get(r, r->v, "code"), HINT_NONE);
    if (code.count && code.list[0]->category == CATEGORY_PROCEDURE && code.sense[0] == CODE_IS && !code.named.history &&
        code.named.certainty == FACT_CONFIRMED && (f = new_fact(r, FACT_PROCEDURE, &code, 0))) {
        f->start = effective.start;
        f->end = effective.end;
    }
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
            coded conclusion = code_of(r, r->set->doc, c, HINT_NONE);

            if (!conclusion.count || conclusion.list[0]->category != CATEGORY_CONDITION)
                continue;
            f = new_fact(r, FACT_CONDITION, &conclusion, 0);
            if (!f)
                return;
            apply_sense(f, &conclusion, 0);
            f->start = effective.start;
        }
    read_contained(r, effective.start, effective.end);
}

static void read_research(record *r)
{
    const char *status = word_of(r, get(r, r->v, "status"));
    const concept *c = lexicon_concept(r->lx, "trial_participation", 19);
    coded code = {.text = "research subject", .count = c ? 1 : 0};
    fact *f;

    code.list[0] = c;
    if (!is_one(status, "on-study on-study-intervention on-study-observation follow-up off-study withdrawn"))
        return;
    f = new_fact(r, FACT_OBSERVATION, &code, 0);
    if (!f)
        return;
    date_of(r, get(r, get(r, r->v, "period"), "start"), &f->start);
    date_of(r, get(r, get(r, r->v, "period"), "end"), &f->end);
    f->ended = is_one(status, "off-study withdrawn") && !date_known(f->end);
    f->value.kind = VALUE_CODED;
    f->value.sign = 1;
}

/* ---- the patient ---- */

static sex sex_of_word(const char *word)
{
    return is_one(word, "female f 248152002")   ? SEX_FEMALE
           : is_one(word, "male m 248153007")   ? SEX_MALE
           : is_one(word, "other oth asku un_") ? SEX_OTHER
                                                : SEX_UNKNOWN;
}

static void read_patient(record *r)
{
    static const char *const urls[] = {"us-core-individual-sex", "us-core-sex", "us-core-birthsex"};
    const json_value *extensions = get(r, r->v, "extension"), *c, *dead;
    sex stated = sex_of_word(word_of(r, get(r, r->v, "gender"))), extended = SEX_UNKNOWN;
    unsigned i;
    bool is = false;

    if (extensions && extensions->kind == JSON_ARRAY)
        for (c = json_first(extensions), i = 0; i < extensions->count; i++, c = json_next(c)) {
            slice url = text_of(r, get(r, c, "url"));

            for (size_t k = 0; k < COUNT(urls) && extended == SEX_UNKNOWN; k++) {
                size_t n = strlen(urls[k]);
                const json_value *coding = get(r, c, "valueCoding");

                if (url.size < n || memcmp(url.text + url.size - n, urls[k], n) != 0)
                    continue;
                extended = sex_of_word(coding ? word_of(r, get(r, coding, "code")) : word_of(r, get(r, c, "valueCode")));
            }
        }
    r->p->sex = stated == SEX_UNKNOWN ? extended : stated;
    if ((stated == SEX_FEMALE && extended == SEX_MALE) || (stated == SEX_MALE && extended == SEX_FEMALE)) {
        r->p->sex = SEX_UNKNOWN;
        note(r, "gender and recorded sex differ; the sex is taken as not known");
    }
    date_of(r, get(r, r->v, "birthDate"), &r->p->birth);
    json_bool(get(r, r->v, "deceasedBoolean"), &is);
    dead = get(r, r->v, "deceasedDateTime");
    r->p->deceased = is || dead;
    if (dead)
        date_of(r, dead, &r->p->death);
}

static void read_resource(record *r, int index)
{
    static const struct {
        const char *type;
        void (*read)(record *);
    } readers[] = {
        {"Condition", read_condition},
        {"MedicationRequest", read_request},
        {"MedicationStatement", read_statement},
        {"MedicationAdministration", read_administration},
        {"MedicationDispense", read_dispense},
        {"Procedure", read_procedure},
        {"AllergyIntolerance", read_allergy},
        {"Encounter", read_encounter},
        {"Immunization", read_immunization},
        {"FamilyMemberHistory", read_family},
        {"Consent", read_consent},
        {"DiagnosticReport", read_report},
        {"ResearchSubject", read_research},
    };
    const fhir_resource *one = &r->set->list[index];

    r->index = index;
    r->v = one->v;
    r->type = one->type;
    r->id = one->id;
    r->fact_id = one->id.size ? arena_printf(r->a, "%.*s/%.*s", (int)one->type.size, one->type.text,
                                             (int)(one->id.size < 1000 ? one->id.size : 1000), one->id.text)
                              : arena_printf(r->a, "%.*s #%d", (int)one->type.size, one->type.text, index + 1);
    if (!r->fact_id)
        return;
    if (slice_is(one->type, "Observation"))
        read_observation(r, one->v, date_none(), date_none());
    else if (slice_is(one->type, "DeviceUseStatement") || slice_is(one->type, "DeviceUsage"))
        read_device(r, true);
    else if (slice_is(one->type, "Device"))
        read_device(r, false);
    else
        for (size_t i = 0; i < COUNT(readers); i++)
            if (slice_is(one->type, readers[i].type))
                readers[i].read(r);
}

void fhir_patient(const fhir_set *set, int index, patient *p)
{
    record r = {.set = set, .p = p, .lx = p->lexicon, .a = p->arena, .index = -1};

    if (set->partial)
        note(&r, "the server has more pages (a link \"next\"); this file is only a part of the record");
    if (index >= 0) {
        const fhir_resource *one = &set->list[index];

        r.index = index;
        r.v = one->v;
        r.fact_id = "Patient";
        p->id = one->id.size ? copy(&r, one->id) : one->url.size ? copy(&r, one->url) : p->id;
        read_patient(&r);
        for (int i = one->first; i >= 0; i = set->list[i].next)
            read_resource(&r, i);
    } else {
        p->absent = true;
        for (size_t i = 0; i < set->count; i++)
            if (!set->list[i].dropped && set->list[i].owner < 0 && fhir_clinical(set->list[i].type))
                read_resource(&r, (int)i);
    }
    if (r.note_count && arena_grow(p->arena, (void **)&r.notes, r.note_count, &r.note_room, sizeof *r.notes)) {
        r.notes[r.note_count] = NULL;
        p->notes = r.notes;
    }
    patient_settle(p);
}
