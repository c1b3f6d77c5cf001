/* An Observation -> facts: values of all kinds, components, reference ranges, isolates, and answers
 * that are something by themselves ("current smoker"). */
#include "patients/fhir_record.h"

#include "rules/unit.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static double number_of(const record *r, const json_value *v)
{
    double n;
    slice s;

    if (json_number(r->set->doc, v, &n))
        return n;
    s = record_text(r, v); /* a number as a string, from what was made of XML */
    return s.size && result_plain_number(s.text, s.size, &n) ? n : NAN;
}

static bool same(slice a, slice b)
{
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

const char *record_unit(record *r, const json_value *q, const concept *about, const char **text)
{
    slice code = record_text(r, record_get(r, q, KEY_code)),
          shown = record_text(r, record_get(r, q, KEY_unit));
    slice uri = record_text(r, record_get(r, q, KEY_system));
    fhir_cache *cache = r->set->cache;
    struct cached_unit **place = NULL, *one;
    const char *code_text, *shown_text, *ucum;
    bool is_ucum;

    *text = NULL;
    if (!code.size && !shown.size)
        return NULL;
    if (cache && code.size + shown.size + uri.size < 300) {
        place =
            &cache->units[fhir_hash((uintptr_t)about, shown.size ? shown : code) % CACHED_UNITS];
        one = *place;
        if (one && one->about == about && same(one->code, code) && same(one->shown, shown) &&
            same(one->system, uri)) {
            *text = shown.size ? one->shown.text : one->code.text;
            return one->ucum;
        }
    }
    shown_text = record_copy(r, shown);
    code_text = record_copy(r, code);
    *text = *shown_text ? shown_text : code_text;
    is_ucum = slice_is(uri, "http://unitsofmeasure.org") ||
              slice_is(uri, "https://unitsofmeasure.org") ||
              slice_is(uri, "urn:oid:2.16.840.1.113883.6.8");
    ucum = result_unit(code.size ? code_text : NULL, is_ucum, shown.size ? shown_text : NULL, about,
                       r->a);
    if (place && !arena_failed(r->a) && *text == (shown.size ? shown_text : code_text) &&
        (one = arena_alloc(cache->arena, sizeof *one))) {
        *one =
            (struct cached_unit){about, fhir_cache_keep(cache, code), fhir_cache_keep(cache, shown),
                                 fhir_cache_keep(cache, uri), NULL};
        if (ucum)
            one->ucum = fhir_cache_keep(cache, (slice){ucum, strlen(ucum)}).text;
        if (!arena_failed(cache->arena))
            *place = one;
    }
    return ucum;
}

static bool read_quantity(record *r, const json_value *q, const concept *quantity, fact_value *out)
{
    double n = number_of(r, record_get(r, q, KEY_value));
    const char *comparator = record_word(r, record_get(r, q, KEY_comparator));

    if (isnan(n)) {
        slice s = record_text(r, record_get(r, q, KEY_value));

        if (s.size) /* ">100" where a number belongs */
            return result_read(s.text, s.size, quantity, r->a, out);
        return false;
    }
    if (!result_interval(n, comparator, out))
        out->text = "a comparator that is not known";
    out->ucum = record_unit(r, q, quantity, &out->unit_text);
    return true;
}

static bool read_range(record *r, const json_value *range, const concept *quantity, fact_value *out)
{
    const json_value *low = record_get(r, range, KEY_low), *high = record_get(r, range, KEY_high);
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

    if (!read_quantity(r, record_get(r, ratio, KEY_numerator), NULL, &a) ||
        !read_quantity(r, record_get(r, ratio, KEY_denominator), NULL, &b) ||
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
        const char *joined =
            a.ucum && b.ucum ? arena_printf(r->a, "%s/(%s)", a.ucum, b.ucum) : NULL;
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

/* The number that an answer from a list stands for: attribute `answers` of the quantity
 * ("LA9622-7:0"). */
static bool answer_number(slice code, const concept *quantity, double *out)
{
    size_t size;
    const char *list = quantity ? concept_attribute(quantity, "answers", &size) : NULL,
               *end = list ? list + size : NULL;

    for (const char *at = list; code.size && at && at < end;) {
        const char *comma = memchr(at, ',', (size_t)(end - at)), *stop = comma ? comma : end;

        if ((size_t)(stop - at) > code.size + 1 && at[code.size] == ':' &&
            memcmp(at, code.text, code.size) == 0)
            return result_plain_number(at + code.size + 1, (size_t)(stop - at) - code.size - 1,
                                       out);
        at = stop + 1;
    }
    return false;
}

/* A coded result: its sign by code, else by words; its concept. */
static void read_coded(record *r, const json_value *v, const concept *quantity, fact_value *out,
                       const coded *meaning)
{
    const json_value *list = record_get(r, v, KEY_coding), *c;
    unsigned i;
    int sign = 0;
    bool conflict = false;

    out->kind = VALUE_CODED;
    out->text = meaning->text;
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
            slice code = record_text(r, record_get(r, c, KEY_code)),
                  display = record_text(r, record_get(r, c, KEY_display));
            int one = result_sign_of_code(code.text, code.size);
            double number;

            if (answer_number(code, quantity, &number)) {
                result_interval(number, NULL, out);
                out->text = meaning->text;
                return;
            }
            if (!one)
                one = result_sign(display.text, display.size);
            conflict |= sign && one && one != sign;
            sign = sign ? sign : one;
        }
    if (!sign && !meaning->bare)
        sign = result_sign(meaning->text, strlen(meaning->text));
    out->sign = conflict ? 0 : sign;
    if (meaning->count && meaning->sense[0] == CODE_IS && !meaning->named.history &&
        !meaning->named.family && meaning->named.certainty == FACT_CONFIRMED)
        out->concept = meaning->list[0];
    /* a number or a stage as words: "Class III", "< 20 copies/mL" */
    if (!out->sign && quantity && category_is_quantity(quantity->category) && *meaning->text &&
        !meaning->bare) {
        fact_value number = {0};

        if (result_read(meaning->text, strlen(meaning->text), quantity, r->a, &number) &&
            number.kind == VALUE_NUMBER) {
            number.text = out->text;
            number.concept = out->concept;
            *out = number;
        } else if (result_missing(meaning->text, strlen(meaning->text)))
            out->kind = VALUE_NONE;
    } else if (!out->sign && result_missing(meaning->text, strlen(meaning->text)))
        out->kind = VALUE_NONE;
}

/* The same, once for all that is printed the same as a value of this quantity. */
static void read_answer(record *r, const json_value *v, const concept *quantity, fact_value *out,
                        const coded *meaning)
{
    fhir_cache *cache = r->set->cache;
    struct cached_code *known = cache && v->same ? cache->numbered[v->same][HINT_NONE] : NULL;

    if (known && known->answered && known->about == quantity) {
        *out = known->answer;
        return;
    }
    read_coded(r, v, quantity, out, meaning);
    if (known && !out->ucum && !out->unit_text) { /* what lies in the patient's arena goes away */
        known->answer = *out;
        known->about = quantity;
        known->answered = true;
    }
}

static bool is_value(unsigned key)
{
    switch (key) {
    case KEY_valueBoolean:
    case KEY_valueCode:
    case KEY_valueCodeableConcept:
    case KEY_valueCoding:
    case KEY_valueDecimal:
    case KEY_valueInteger:
    case KEY_valueQuantity:
    case KEY_valueRange:
    case KEY_valueRatio:
    case KEY_valueString:
    case KEY_value_other: return true;
    default: return false;
    }
}

/* value[x] of an Observation or a component, and what it means (perhaps in *room). False: there is
 * none. */
static bool read_value(record *r, const json_value *v, const concept *quantity, fact_value *out,
                       const coded **meaning, coded *room)
{
    static const coded nothing = {.text = ""};
    const json_value *c;
    unsigned i;
    bool is;

    *meaning = &nothing;
    for (c = json_first(v), i = 0; i < v->count; i++, c = json_next(c)) {
        if (!is_value(c->name))
            continue;
        if (c->kind != JSON_OBJECT && c->kind != JSON_NULL &&
            (c->name == KEY_valueQuantity || c->name == KEY_valueCodeableConcept ||
             c->name == KEY_valueRange || c->name == KEY_valueRatio)) {
            record_damage(r, c, "a value of the wrong type was left out");
            return false;
        }
        if (c->name == KEY_valueQuantity)
            return read_quantity(r, c, quantity, out);
        if (c->name == KEY_valueCodeableConcept) {
            *meaning = record_code_at(r, r->set->doc, c, HINT_NONE, room);
            read_answer(r, c, quantity, out, *meaning);
            return out->kind != VALUE_NONE;
        }
        if (c->name == KEY_valueString) {
            slice s = record_text(r, c);

            if (!s.size || !result_read(s.text, s.size, quantity, r->a, out))
                return false;
            if (out->kind == VALUE_CODED && !out->sign) {
                name n = name_read(r->lx, s.text, s.size, r->a);

                if (n.certainty == FACT_CONFIRMED && !n.history && !n.family)
                    out->concept = n.concept;
            }
            return true;
        }
        if (c->name == KEY_valueBoolean && json_bool(c, &is)) {
            out->kind = VALUE_CODED;
            out->sign = is ? 1 : -1;
            out->text = is ? "true" : "false";
            return true;
        }
        if (c->name == KEY_valueInteger || c->name == KEY_valueDecimal) {
            double n = number_of(r, c);

            return !isnan(n) && result_interval(n, NULL, out);
        }
        if (c->name == KEY_valueRange)
            return read_range(r, c, quantity, out);
        if (c->name == KEY_valueRatio)
            return read_ratio(r, c, quantity, out);
        out->kind = VALUE_TEXT;
        out->text = record_copy(
            r, record_text(r, c)); /* a time, a Period, SampledData: nothing to compare */
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
        {"h hh hu h> > high", 'H'},
        {"l ll lu l< < low", 'L'},
        {"n normal", 'N'},
        {"a aa abnormal", 'A'},
        {"pos det rr positive detected wr", 'P'},
        {"neg nd nr negative", 'G'},
        {"s susceptible", 'S'},
        {"i sdd intermediate", 'I'},
        {"r resistant", 'R'},
    };
    const json_value *first = v && v->kind == JSON_ARRAY ? json_first(v) : v;
    const char *word = first ? record_code_word(r, first) : "";

    for (size_t i = 0; *word && i < COUNT(list); i++)
        if (record_one_of(word, list[i].codes))
            return list[i].letter;
    return 0;
}

/* Does a reference range speak of this patient? 1 by name, 0 of everyone, -1 of somebody else. */
static int range_applies(record *r, const json_value *range, date at)
{
    const json_value *to = record_get(r, range, KEY_appliesTo),
                     *age = record_get(r, range, KEY_age), *c;
    unsigned i;
    int applies = 0;

    if (to && to->kind == JSON_ARRAY)
        for (c = json_first(to), i = 0; i < to->count; i++, c = json_next(c)) {
            const char *word = record_code_word(r, c);
            sex meant = record_one_of(word, "female f 248152002 women woman")      ? SEX_FEMALE
                        : record_one_of(word, "male m 248153007 men man")          ? SEX_MALE
                        : record_one_of(word, "normal everyone all general adult") ? SEX_UNKNOWN
                                                                                   : SEX_OTHER;

            if (meant == SEX_UNKNOWN)
                continue;
            if (meant == SEX_OTHER || meant != r->p->sex)
                return -1;
            applies = 1;
        }
    if (age) {
        period low, high;
        bool has_low = record_period(r, record_get(r, age, KEY_low), &low),
             has_high = record_period(r, record_get(r, age, KEY_high), &high);

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

/* A limit of the reference range in the value's unit; false: none, or in another unit that does not
 * convert. */
static bool limit_of(record *r, const json_value *q, const concept *quantity,
                     const fact_value *value, double *out)
{
    fact_value limit = {0};

    if (!q || !read_quantity(r, q, quantity, &limit) || limit.kind != VALUE_NUMBER ||
        limit.low != limit.high)
        return false;
    *out = limit.low;
    if (!limit.unit_text || (limit.ucum && value->ucum && strcmp(limit.ucum, value->ucum) == 0))
        return true;
    if (!limit.ucum || !value->ucum)
        return limit.unit_text && value->unit_text &&
               strcmp(limit.unit_text, value->unit_text) == 0;
    return unit_convert_codes(limit.low, limit.ucum, value->ucum, quantity, out) == UNIT_OK;
}

static void read_reference_range(record *r, const json_value *v, const concept *quantity, date at,
                                 fact_value *value)
{
    const json_value *list = record_get(r, v, KEY_referenceRange), *c;
    unsigned i;
    int best = -1;
    bool open = false;

    if (!list || list->kind != JSON_ARRAY || value->kind != VALUE_NUMBER)
        return;
    for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
        const char *type = record_code_word(r, record_get(r, c, KEY_type));
        double low = 0, high = 0;
        bool has_low, has_high;
        int applies = range_applies(r, c, at);

        if (applies < best || applies < 0 || (*type && !record_one_of(type, "normal")))
            continue;
        has_low = limit_of(r, record_get(r, c, KEY_low), quantity, value, &low);
        has_high = limit_of(r, record_get(r, c, KEY_high), quantity, value, &high);
        if (!record_get(r, c, KEY_low) && !record_get(r, c, KEY_high)) {
            slice s = record_text(r, record_get(r, c, KEY_text));
            fact_value text = {0};

            if (!s.size || !result_read(s.text, s.size, quantity, r->a, &text) ||
                text.kind != VALUE_NUMBER)
                continue;
            if (text.ucum && value->ucum && strcmp(text.ucum, value->ucum) != 0) {
                if ((isfinite(text.low) && unit_convert_codes(text.low, text.ucum, value->ucum,
                                                              quantity, &text.low) != UNIT_OK) ||
                    (isfinite(text.high) && unit_convert_codes(text.high, text.ucum, value->ucum,
                                                               quantity, &text.high) != UNIT_OK))
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
        record_note(r, "several reference ranges, and which of them is this patient's is not said; "
                       "none was used");
    }
}

/* Which Observation lists this one as a member. */
static int parent_of(record *r, int index)
{

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

            if (one->dropped || one->kind != TYPE_Observation)
                continue;
            list = json_at(one->v, KEY_hasMember);
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
    const json_value *value = record_get(r, observation, KEY_valueCodeableConcept), *list, *c;
    const coded *meaning;
    coded room;
    unsigned i;

    if (value) {
        meaning = record_code_at(r, r->set->doc, value, HINT_NONE, &room);
        for (size_t k = 0; k < meaning->count; k++)
            if (meaning->list[k]->category == CATEGORY_ORGANISM && meaning->sense[k] == CODE_IS)
                return meaning->list[k];
    }
    list = record_get(r, observation, KEY_component);
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count && i < 20; i++, c = json_next(c)) {
            const concept *found =
                c->kind == JSON_OBJECT && record_get(r, c, KEY_valueCodeableConcept)
                    ? organism_of(r, c)
                    : NULL;

            if (found)
                return found;
        }
    return NULL;
}

/* Kinds of samples that come as a code without words (SNOMED CT). */
static const char *const sample_codes[][2] = {{"119334006", "sputum"},
                                              {"258500001", "nasopharyngeal swab"},
                                              {"461911000124106", "swab of oropharynx"},
                                              {"258529004", "throat swab"},
                                              {"258607008", "bronchoalveolar lavage"},
                                              {"119297000", "blood"},
                                              {"119364003", "serum"},
                                              {"119361006", "plasma"},
                                              {"258580003", "whole blood"}};

/* What the sample was: its type's words, code and site; as the concept, where there is one. */
static void read_sample(record *r, fact *f)
{
    const json_value *specimen = record_get(r, r->v, KEY_specimen), *type, *coding;
    fhir_node node;
    coded what, site;
    slice shown, code;

    if (!specimen)
        return;
    node = fhir_resolve(r->set, r->index, specimen, 0, NULL);
    what = site = (coded){.text = ""};
    shown = record_text(r, record_get(r, specimen, KEY_display));
    type = node.v ? json_at(node.v, KEY_type) : NULL;
    if (type)
        what = record_code(r, node.doc, type, HINT_NONE);
    if (node.v)
        site = record_code(r, node.doc, json_at(json_at(node.v, KEY_collection), KEY_bodySite),
                           HINT_NONE);
    if (!what.count)
        record_by_words(r, &what, shown, HINT_NONE);
    f->specimen = what.count ? what.list[0] : NULL;
    coding = type ? json_at(type, KEY_coding) : NULL;
    if (coding && coding->kind == JSON_ARRAY)
        coding = json_first(coding);
    code = coding ? fhir_text(node.doc, json_at(coding, KEY_code), r->a) : (slice){"", 0};
    for (size_t i = 0; what.bare && i < COUNT(sample_codes); i++)
        if (slice_is(code, sample_codes[i][0]))
            what.text = sample_codes[i][1];
    if (*what.text || *site.text || shown.size)
        f->sample =
            arena_printf(r->a, "%s %s %.*s", what.text, site.text, (int)shown.size, shown.text);
}

/* The organism of a susceptibility result: of what it derives from, of its panel, of the panel's
 * members. */
static void read_isolate(record *r, fact *f)
{
    const json_value *specimen = record_get(r, r->v, KEY_specimen),
                     *derived = record_get(r, r->v, KEY_derivedFrom), *c;
    fhir_node node;
    slice key;
    unsigned i;
    int parent;

    if (specimen) {
        key = fhir_reference_key(r->set->doc, specimen, r->a);
        f->isolate = key.size ? record_copy(r, key) : NULL;
    }
    if (derived && derived->kind == JSON_ARRAY)
        for (c = json_first(derived), i = 0; i < derived->count && i < MOST_MEMBERS && !f->organism;
             i++, c = json_next(c)) {
            node = fhir_resolve(r->set, r->index, c, -1, NULL);
            if (node.v)
                f->organism = organism_of(r, node.v);
            key = fhir_reference_key(r->set->doc, c, r->a);
            if (f->organism && !f->isolate && key.size)
                f->isolate = record_copy(r, key);
        }
    parent = r->index >= 0 ? parent_of(r, r->index) : -1;
    if (!f->organism && parent >= 0) {
        const fhir_resource *panel = &r->set->list[parent];
        const json_value *members = record_get(r, panel->v, KEY_hasMember);

        f->organism = organism_of(r, panel->v);
        if (members && members->kind == JSON_ARRAY)
            for (c = json_first(members), i = 0; i < members->count && i < 100 && !f->organism;
                 i++, c = json_next(c)) {
                node = fhir_resolve(r->set, parent, c, -1, NULL);
                if (node.v)
                    f->organism = organism_of(r, node.v);
            }
        if (!f->isolate)
            f->isolate = record_copy(r, panel->id);
    }
}

/* "Smoking status: current smoker", "Pregnancy status: not pregnant", "Culture: E. coli": the
 * answer is itself something that the patient is or has. */
static void add_answer(record *r, const fact *about, const coded *meaning)
{
    const concept *c = meaning->count ? meaning->list[0] : NULL;
    fact *f;
    bool denied;

    if (!c || c == about->concept || meaning->named.family || meaning->named.history ||
        meaning->sense[0] == CODE_HISTORY || !answer_counts(about, c))
        return;
    denied = meaning->sense[0] == CODE_DENIES || meaning->named.certainty == FACT_DENIED;
    f = record_fact(r, FACT_OBSERVATION, meaning, 0);
    if (!f)
        return;
    about = &r->p->facts[r->p->fact_count - 2]; /* the list may have moved */
    f->certainty = denied ? FACT_DENIED : meaning->named.certainty;
    f->start = about->start;
    f->end = about->end;
    f->isolate = about->isolate;
    f->specimen = about->specimen;
    f->sample = about->sample;
    f->value.kind = VALUE_CODED;
    f->value.sign = denied ? -1 : f->certainty == FACT_CONFIRMED ? 1 : 0;
    f->value.text = meaning->text;
}

/* A test that is only named ("Glucose"), of urine: another quantity than the one of that name. A
 * code says by itself what it is of. */
static bool of_other_sample(record *r, const concept *c)
{
    const json_value *specimen = record_get(r, r->v, KEY_specimen), *type;
    fhir_node node;
    coded kind;
    slice words[3];

    if (!specimen)
        return false;
    kind = (coded){.text = ""};
    node = fhir_resolve(r->set, r->index, specimen, 0, NULL);
    type = node.v ? json_at(node.v, KEY_type) : NULL;
    if (type)
        kind = record_code(r, node.doc, type, HINT_NONE);
    words[0] = (slice){kind.text, strlen(kind.text)};
    words[1] = record_text(r, record_get(r, specimen, KEY_display));
    words[2] =
        kind.count ? (slice){kind.list[0]->name, strlen(kind.list[0]->name)} : (slice){"", 0};
    for (size_t i = 0; i < COUNT(words); i++)
        if (words[i].size && name_other_sample(c, words[i].text, words[i].size)) {
            record_note(r, "a result of another kind of sample than its name is known for");
            return true;
        }
    return false;
}

/* A test for a germ, by its name. */
static bool looks_for_germs(const char *text)
{
    static const char *const words[] = {" DNA",    " RNA",    " Ab ",  " Ag ",
                                        "antibod", "antigen", "titer", "viral load"};

    for (size_t i = 0; i < COUNT(words); i++)
        if (strcasestr(text, words[i]))
            return true;
    return false;
}

/* Names in the words of an answer that has no concept, and of a test that is not known and may be
 * positive. */
static void add_mentions(record *r, fact *f, const coded *meaning)
{
    const char *text = f->value.text;
    mentions more;
    bool by_value, by_test;

    if (meaning->count || f->value.concept || f->value.sign < 0)
        return;
    by_value = text && !*meaning->text && f->value.kind != VALUE_NUMBER && !f->value.sign;
    by_test = !f->concept && (f->value.sign > 0 || f->value.interpretation == 'P' ||
                              (f->value.kind == VALUE_NUMBER && f->value.high > 0 &&
                               f->value.interpretation != 'N' && f->value.interpretation != 'G' &&
                               looks_for_germs(f->text)));
    if (!by_value && !by_test) {
        mention_of_fact(f, &meaning->more, r->a);
        return;
    }
    more = meaning->more;
    if (by_value)
        mention_words(&more, r->lx, text, strlen(text), true, NULL, r->a);
    if (by_test)
        mention_words(&more, r->lx, f->text, strlen(f->text), true, NULL, r->a);
    mention_of_fact(f, &more, r->a);
}

/* An Observation, or a component of one: `v` has code and value. */
static void one_observation(record *r, const json_value *v, date start, date end)
{
    coded of_code, of_value;
    const coded *code = record_code_at(r, r->set->doc, record_get(r, v, KEY_code), HINT_MEASUREMENT,
                                       &of_code),
                *meaning;
    const concept *c = code->count ? code->list[0] : NULL;
    fact_value value = {0};
    size_t size;
    fact *f;
    bool given;

    if (c && code->by_text && category_is_quantity(c->category) && of_other_sample(r, c)) {
        c = NULL;
        if (code != &of_code)
            of_code = *code;
        of_code.count = 0;
        code = &of_code;
    }
    given = read_value(r, v, c, &value, &meaning, &of_value);
    /* "Pregnancy status: not pregnant" */
    if (given && value.kind == VALUE_CODED && !value.sign && c && c->confirms && meaning->count &&
        !meaning->named.history && meaning->named.certainty == FACT_CONFIRMED &&
        !meaning->named.family && meaning->sense[0] != CODE_HISTORY &&
        concept_is(meaning->list[0], c->confirms))
        value.sign = meaning->sense[0] == CODE_DENIES ? -1 : 1;
    value.interpretation = interpretation_of(r, record_get(r, v, KEY_interpretation));
    if (!given) {
        /* dataAbsentReason, a group, a withheld result; that somebody was asked, and has not
         * answered, is kept */
        if (!value.interpretation && !(c && concept_attribute(c, "asks", &size)))
            return;
        value.kind = VALUE_NONE;
        if (value.interpretation == 'P' || value.interpretation == 'G') {
            value.kind = VALUE_CODED;
            value.sign = value.interpretation == 'P' ? 1 : -1;
        }
    } else if (value.kind == VALUE_CODED &&
               (value.interpretation == 'P' || value.interpretation == 'G')) {
        int said = value.interpretation == 'P' ? 1 : -1;

        if (value.sign && value.sign != said) { /* it contradicts itself */
            value.sign = 0;
            value.interpretation = 0;
        } else
            value.sign = said;
    }
    f = record_fact(r, FACT_OBSERVATION, code, 0);
    if (!f)
        return;
    f->start = start;
    f->end = end;
    /* a finding as an observation ("Alcohol use: past") says nothing by its code alone */
    if (c && !category_is_quantity(c->category)) {
        bool denies = code->sense[0] == CODE_DENIES;

        f->certainty = value.kind != VALUE_CODED || !value.sign ? FACT_UNCONFIRMED
                       : (value.sign > 0) != denies             ? FACT_CONFIRMED
                                                                : FACT_DENIED;
        if (denies && value.sign < 0)
            f->certainty = FACT_UNCONFIRMED;
        if (c->flags & CONCEPT_POSITIVE)
            f->certainty = FACT_CONFIRMED; /* a test: its sign is read with it */
    }
    record_name_sense(f, &code->named);
    f->value = value;
    add_mentions(r, f, meaning);
    if (f->value.concept && (f->kind == FACT_FAMILY || !answer_counts(f, f->value.concept)))
        f->value.concept = NULL; /* "Test ordered: creatinine", "Mother: diabetes" */
    read_reference_range(r, v, c, date_known(start) ? start : end, &f->value);
    if (!c || !category_is_quantity(c->category) || (c->flags & CONCEPT_POSITIVE) ||
        (*c->id == 'm' && strncmp(c->id, "mic_", 4) == 0))
        read_sample(r, f);
    if ((c && *c->id == 'm' && strncmp(c->id, "mic_", 4) == 0) ||
        (f->value.interpretation && strchr("SIR", f->value.interpretation)) ||
        (f->value.concept && f->value.concept->category == CATEGORY_ORGANISM))
        read_isolate(r, f);
    if (f->kind != FACT_FAMILY)
        add_answer(r, f, meaning);
}

/* Observations that are contained in a report or a group: of its time, unless they say their own.
 */
void record_contained(record *r, date start, date end)
{
    const json_value *list = record_get(r, r->v, KEY_contained), *c;
    unsigned i;

    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c))
            if (json_is(r->set->doc, record_get(r, c, KEY_resourceType), "Observation") &&
                c != r->v)
                record_observation(r, c, start, end);
}

/* Observation.focus: of a fetus, a donor, an implant, though it stands in the patient's record. */
static bool about_another(record *r, const json_value *v)
{
    const json_value *list = record_get(r, v, KEY_focus), *c;
    unsigned i;

    if (!list || list->kind != JSON_ARRAY)
        return false;
    for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
        int found;

        fhir_resolve(r->set, r->index, c, -1, &found);
        if (found < 0 || r->index < 0 || found != r->set->list[r->index].owner)
            return true;
    }
    return false;
}

void record_observation(record *r, const json_value *v, date start, date end)
{
    const char *status = record_word(r, record_get(r, v, KEY_status));
    const json_value *list = record_get(r, v, KEY_component), *c;
    when effective = record_when(r, v, KEY_effectiveDateTime);
    unsigned i;

    if (!record_one_of(status, "final amended corrected appended")) {
        if (!*status || record_one_of(status, "preliminary unknown"))
            record_note(r, *status ? "a result that is not final was left out"
                                   : "a result without a status was left out");
        return;
    }
    if (about_another(r, v)) {
        record_note(r, "a result that is about somebody or something else was left out");
        return;
    }
    if (effective.given) {
        start = effective.start;
        end = date_known(effective.end) ? effective.end : effective.start;
        if (!date_known(start))
            start = end;
    } else if (record_timing(r, record_get(r, v, KEY_effectiveTiming), &effective.start,
                             &effective.end)) {
        start = effective.start;
        end = effective.end;
    } else if (record_date(r, record_get(r, v, KEY_issued), &effective.start))
        start = end = effective.start;
    one_observation(r, v, start, end);
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c))
            if (c->kind == JSON_OBJECT)
                one_observation(r, c, start, end);
    if (v == r->v)
        record_contained(r, start, end);
}
