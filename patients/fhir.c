/* One FHIR resource -> facts. What each element means: HL7 FHIR R4 (4.0.1); what servers send
 * instead: the cases of tests/unit/test_fhir.c. What a status takes back (entered-in-error,
 * not-done, draft) never becomes a fact. */
#include "engine/base/text.h"
#include "patients/fhir_record.h"
#include "patients/route.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- conditions and allergies ---- */

/* verificationStatus as a certainty; false: it was never written. */
static bool certainty_of(record *r, const json_value *v, fact_certainty *out)
{
    const char *word = record_code_word(r, v);

    *out = FACT_CONFIRMED;
    if (record_one_of(word, "entered-in-error"))
        return false;
    if (record_one_of(word, "refuted"))
        *out = FACT_DENIED;
    else if (record_one_of(word, "provisional differential presumed"))
        *out = FACT_SUSPECTED;
    else if (*word && !record_one_of(word, "confirmed")) {
        *out = FACT_UNCONFIRMED;
        if (!record_one_of(word, "unconfirmed unknown"))
            record_note(r, "a verification status that is not known; the record decides nothing");
    }
    return true;
}

/* When it began, from onset, else from when it was written down; when it ended. */
static void condition_dates(record *r, fact *f, name named)
{
    when onset = record_when(r, r->v, KEY_onsetDateTime),
         abatement = record_when(r, r->v, KEY_abatementDateTime);
    const char *status = record_code_word(r, record_get(r, r->v, KEY_clinicalStatus));
    bool is = false;
    date recorded = date_none(), year;

    if (!onset.given || f->history) {
        if (!record_date(r, record_get(r, r->v, KEY_recordedDate), &recorded) &&
            !record_date(r, record_get(r, r->v, KEY_dateRecorded), &recorded) &&
            !record_date(r, record_get(r, r->v, KEY_assertedDate), &recorded))
            recorded = record_encounter_date(r);
    }
    if (onset.given)
        f->start = !onset.period ? onset.start
                   : date_known(onset.end) && date_known(onset.start)
                       ? record_span(onset.start, onset.end)
                   : date_known(onset.start) ? onset.start
                                             : record_until(r, onset.end);
    else if (onset.said)
        f->start = record_until(r, recorded);
    else
        f->start = recorded;
    if (f->history && !onset.given) { /* it was before it was written down */
        f->start = record_until(r, recorded);
        if (named.year) {
            year = (date){day_of(named.year, 1, 1), day_of(named.year, 12, 31), INSTANT_NONE};
            if (!date_known(f->start) || year.first <= f->start.last)
                f->start = year;
        }
    }
    if (abatement.given)
        f->end = abatement.period ? (date_known(abatement.start) && date_known(abatement.end)
                                         ? record_span(abatement.start, abatement.end)
                                     : date_known(abatement.end) ? abatement.end
                                                                 : abatement.start)
                                  : abatement.start;
    if (abatement.given || abatement.said || record_one_of(status, "inactive remission resolved"))
        f->ended = true;
    else if (json_bool(record_get(r, r->v, KEY_abatementBoolean), &is))
        f->ended = is;
}

/* Problem lists hold more than conditions: "long-term use of insulin", "kidney transplant status",
 * "allergy status to penicillin". */
static fact_kind kind_of(const concept *c)
{
    switch (c->category) {
    case CATEGORY_MEDICATION: return FACT_MEDICATION;
    case CATEGORY_PROCEDURE: return FACT_PROCEDURE;
    case CATEGORY_DEVICE: return FACT_DEVICE;
    case CATEGORY_ALLERGY: return FACT_ALLERGY;
    case CATEGORY_IMMUNIZATION: return FACT_IMMUNIZATION;
    default: return FACT_CONDITION;
    }
}

static void read_condition(record *r)
{
    coded room;
    const coded *code =
        record_code_at(r, r->set->doc, record_get(r, r->v, KEY_code), HINT_NONE, &room);
    fact_certainty certainty;

    if (!certainty_of(r, record_get(r, r->v, KEY_verificationStatus), &certainty))
        return;
    for (size_t i = 0; i < (code->count ? code->count : 1); i++) {
        fact *f =
            record_fact(r, i < code->count ? kind_of(code->list[i]) : FACT_CONDITION, code, i);

        if (!f)
            return;
        if (f->concept && category_is_quantity(f->concept->category))
            f->concept = NULL; /* "PSA" among the problems is no value */
        f->certainty = certainty;
        record_sense(f, code, i);
        f->order = f->kind == FACT_MEDICATION;
        condition_dates(r, f, code->named);
        if (f->kind == FACT_PROCEDURE && !record_when(r, r->v, KEY_onsetDateTime).given)
            f->start = f->end = record_until(r, f->start);
        record_qualify(r, f, "severity", record_get(r, r->v, KEY_severity));
        record_qualify(r, f, "site", record_get(r, r->v, KEY_bodySite));
        const json_value *stage = record_get(r, r->v, KEY_stage);
        if (stage && stage->kind == JSON_ARRAY)
            stage = json_first(stage);
        record_qualify(r, f, "stage", record_get(r, stage, KEY_summary));
    }
    if (!code->count && !*code->text)
        record_note(r, "a condition without code and text");
}

/* "Gabapentin allergy", "allergy to gabapentin (finding)": the words for the substance; empty: no
 * such words. */
static slice substance_in(const char *text)
{
    static const char *const before[] = {"allergy to ",           "allergic to ",
                                         "allergic reaction to ", "intolerance to ",
                                         "hypersensitivity to ",  "adverse reaction to "};
    static const char *const behind[] = {" allergy", " hypersensitivity", " intolerance",
                                         " adverse reaction"};
    size_t size = strcspn(text, "("), n;

    while (size && text[size - 1] == ' ')
        size--;
    for (size_t i = 0; i < COUNT(before); i++)
        if (text_starts_nocase(text, size, before[i]))
            return (slice){text + strlen(before[i]), size - strlen(before[i])};
    for (size_t i = 0; i < COUNT(behind); i++)
        if (size > (n = strlen(behind[i])) && text_equal_nocase(text + size - n, n, behind[i]))
            return (slice){text, size - n};
    return (slice){"", 0};
}

/* An allergy to what nobody knows is one of its category; NULL: not said. */
static const concept *allergy_of_category(const record *r)
{
    static const char *const categories[][2] = {{"medication", "drug_allergy"},
                                                {"biologic", "drug_allergy"},
                                                {"food", "food_allergy"},
                                                {"environment", "environmental_allergy"}};
    const json_value *v = record_get(r, r->v, KEY_category);

    if (v && v->kind == JSON_ARRAY)
        v = v->count == 1 ? json_first(v) : NULL;
    for (size_t i = 0; v && i < COUNT(categories); i++)
        if (record_one_of(record_word(r, v), categories[i][0]))
            return lexicon_concept(r->lx, categories[i][1], strlen(categories[i][1]));
    return NULL;
}

/* What an allergy has shown itself by: the patient has had it, on that day or before it was written
 * down. */
static void read_reactions(record *r, const json_value *list)
{
    const json_value *one =
        list && list->kind == JSON_ARRAY && list->count ? json_first(list) : NULL;

    for (unsigned i = 0; one && i < list->count; i++, one = json_next(one)) {
        const json_value *shown = record_get(r, one, KEY_manifestation), *m;
        date shown_on = date_none();
        bool dated;

        if (!shown || shown->kind != JSON_ARRAY || !shown->count)
            continue;
        dated = record_date(r, record_get(r, one, KEY_onset), &shown_on);
        if (!dated && record_date(r, record_get(r, r->v, KEY_recordedDate), &shown_on))
            shown_on = record_until(r, shown_on);
        m = json_first(shown);
        for (unsigned k = 0; k < shown->count; k++, m = json_next(m)) {
            coded code = record_code(r, r->set->doc, m, HINT_NONE);

            for (size_t c = 0; c < code.count; c++) {
                fact *f;

                if (code.list[c]->category != CATEGORY_CONDITION || code.sense[c] == CODE_DENIES ||
                    !(f = record_fact(r, FACT_CONDITION, &code, c)))
                    continue;
                f->start = shown_on;
                if (dated)
                    f->end = shown_on;
                f->ended = dated;
                f->history = !dated;
                record_sense(f, &code, c);
            }
        }
    }
}

static void read_allergy(record *r)
{
    coded code = record_code(r, r->set->doc, record_get(r, r->v, KEY_code), HINT_NONE);
    fact_certainty certainty;
    slice words;

    if (!certainty_of(r, record_get(r, r->v, KEY_verificationStatus), &certainty) ||
        record_one_of(record_word(r, record_get(r, r->v, KEY_status)), "entered-in-error"))
        return;
    if (!code.count) {
        const json_value *reaction = record_get(r, r->v, KEY_reaction);
        coded substance;

        if (reaction && reaction->kind == JSON_ARRAY)
            reaction = json_first(reaction);
        substance = record_code(r, r->set->doc, record_get(r, reaction, KEY_substance), HINT_NONE);
        if (substance.count || !*code.text)
            code = substance;
    }
    if (!code.count && (words = substance_in(code.text)).size)
        record_by_words(r, &code, words, HINT_DRUG);
    for (size_t i = 0; i < (code.count ? code.count : 1); i++) {
        fact *f = record_fact(r, FACT_ALLERGY, &code, i);

        if (!f)
            return;
        f->concept = mention_allergy(r->lx, f->concept, code.text, r->a);
        if (!f->concept && (*code.text || code.code))
            f->concept = allergy_of_category(r);
        f->certainty = certainty;
        record_sense(f, &code, i);
        condition_dates(r, f, code.named);
        record_qualify(r, f, "severity", record_get(r, r->v, KEY_criticality));
    }
    if (certainty == FACT_CONFIRMED)
        read_reactions(r, record_get(r, r->v, KEY_reaction));
}

/* ---- drugs ---- */

/* The drug of a request, statement, administration or dispense: coded, contained, referenced, or
 * only displayed. */
static coded medication_of(record *r)
{
    const json_value *reference = record_get(r, r->v, KEY_medicationReference),
                     *medication = record_get(r, r->v, KEY_medication);
    const json_value *concept_ = record_get(r, r->v, KEY_medicationCodeableConcept);
    fhir_node node;
    coded out;
    const json_value *list;

    if (!concept_ && medication) { /* R5, and servers in between */
        concept_ = record_get(r, medication, KEY_concept);
        if (!reference)
            reference = record_get(r, medication, KEY_reference);
        if (reference && reference->kind == JSON_STRING)
            reference = medication;
    }
    if (concept_)
        return record_code(r, r->set->doc, concept_, HINT_DRUG);
    node = fhir_resolve(r->set, r->index, reference, 0, NULL);
    out = (coded){.text = ""};
    if (node.v) {
        out = record_code(r, node.doc, json_at(node.v, KEY_code), HINT_DRUG);
        list = json_at(node.v, KEY_ingredient);
        if ((!out.count || out.by_text) && list && list->kind == JSON_ARRAY) {
            const json_value *c = json_first(list);
            coded all = {.text = out.text, .code = out.code};

            for (unsigned i = 0; i < list->count && i < MOST_CONCEPTS; i++, c = json_next(c)) {
                bool active = true;
                coded one;

                json_bool(json_at(c, KEY_isActive), &active);
                if (!active)
                    continue;
                one = record_code(r, node.doc, json_at(c, KEY_itemCodeableConcept), HINT_DRUG);
                for (size_t k = 0; k < one.count; k++)
                    record_add_concept(&all, one.list[k], one.sense[k]);
                if (!*all.text)
                    all.text = one.text;
            }
            if (all.count)
                out = all;
        }
    }
    if (!out.count) {
        slice shown = record_text(r, record_get(r, reference, KEY_display));

        record_by_words(r, &out, shown, HINT_DRUG);
        if (!*out.text)
            out.text = record_copy(r, shown);
    }
    if (!*out.text)
        record_note(r, "a drug that is not in the record (its reference leads nowhere)");
    return out;
}

/* How often a day; NAN: not said, or not always the same. Timing codes: HL7 v3 GTSAbbreviation. */
static double times_a_day(record *r, const json_value *timing)
{
    static const struct {
        const char *codes;
        double times;
    } abbreviations[] = {{"qd am pm hs", 1}, {"bid", 2},  {"tid", 3},  {"qid", 4},
                         {"qod", 0.5},       {"q1h", 24}, {"q2h", 12}, {"q3h", 8},
                         {"q4h", 6},         {"q6h", 4},  {"q8h", 3},  {"wk", 1 / 7.0}};
    const json_value *repeat = record_get(r, timing, KEY_repeat);
    double frequency = 1, length;
    const char *every;

    if (!record_get(r, repeat, KEY_period)) {
        const char *code = record_code_word(r, record_get(r, timing, KEY_code));

        for (size_t i = 0; i < COUNT(abbreviations); i++)
            if (record_one_of(code, abbreviations[i].codes))
                return abbreviations[i].times;
        return NAN;
    }
    if ((record_get(r, repeat, KEY_frequency) &&
         !json_number(r->set->doc, record_get(r, repeat, KEY_frequency), &frequency)) ||
        !json_number(r->set->doc, record_get(r, repeat, KEY_period), &length) || !(length > 0) ||
        record_get(r, repeat, KEY_frequencyMax) || record_get(r, repeat, KEY_periodMax))
        return NAN;
    every = record_word(r, record_get(r, repeat, KEY_periodUnit));
    return strcmp(every, "d") == 0    ? frequency / length
           : strcmp(every, "h") == 0  ? frequency / length * 24
           : strcmp(every, "wk") == 0 ? frequency / length / 7
                                      : NAN;
}

/* How fast it runs in: "0.2 ug/kg/min". */
static void read_rate(record *r, fact *f, const json_value *quantity)
{
    double amount;
    const char *text = record_unit(r, quantity, NULL, &(const char *){NULL});

    if (text && strchr(text, '/') && !record_get(r, quantity, KEY_comparator) &&
        json_number(r->set->doc, record_get(r, quantity, KEY_value), &amount)) {
        f->dose = amount;
        f->dose_unit = text;
    }
}

/* Dose a day, where one instruction says how much how often; or how fast it runs in. */
static void read_dose(record *r, fact *f, const json_value *instructions)
{
    const json_value *one, *rate, *quantity;
    double amount, times;
    const char *text;
    bool needed = false;

    if (!instructions || (instructions->kind == JSON_ARRAY && instructions->count != 1))
        return;
    one = instructions->kind == JSON_ARRAY ? json_first(instructions) : instructions;
    json_bool(record_get(r, one, KEY_asNeededBoolean), &needed);
    if (needed || record_get(r, one, KEY_asNeededCodeableConcept))
        return;
    rate = record_get(r, one, KEY_doseAndRate);
    if (rate && rate->kind == JSON_ARRAY)
        rate = rate->count == 1 ? json_first(rate) : NULL;
    quantity = record_get(r, rate ? rate : one, KEY_rateQuantity);
    if (quantity) {
        read_rate(r, f, quantity);
        return;
    }
    if (instructions->kind != JSON_ARRAY) /* what was given once is no dose of a day */
        return;
    quantity = record_get(r, rate ? rate : one, KEY_doseQuantity);
    times = times_a_day(r, record_get(r, one, KEY_timing));
    if (!quantity || !json_number(r->set->doc, record_get(r, quantity, KEY_value), &amount) ||
        isnan(times) || record_get(r, quantity, KEY_comparator))
        return;
    text = record_unit(r, quantity, NULL, &(const char *){NULL});
    text = text && *text && !strchr(text, '/') ? arena_printf(r->a, "%s/d", text) : NULL;
    if (!text)
        return;
    f->dose = amount * times;
    f->dose_unit = text;
}

/* The course that the instructions state: from the first start to the last end, where all have one.
 */
static void course_of(record *r, const json_value *instructions, date *start, date *end)
{
    const json_value *c;
    bool open = false;
    unsigned i;

    *start = *end = date_none();
    if (!instructions || instructions->kind != JSON_ARRAY)
        return;
    for (c = json_first(instructions), i = 0; i < instructions->count; i++, c = json_next(c)) {
        const json_value *repeat = record_get(r, record_get(r, c, KEY_timing), KEY_repeat),
                         *bounds = record_get(r, repeat, KEY_boundsPeriod);
        period length;
        date from = date_none(), to = date_none();

        if (bounds) {
            record_date(r, record_get(r, bounds, KEY_start), &from);
            record_date(r, record_get(r, bounds, KEY_end), &to);
        }
        if (date_known(from) && (!date_known(*start) || from.first < start->first))
            *start = from;
        if (!date_known(to) &&
            record_period(r, record_get(r, repeat, KEY_boundsDuration), &length)) {
            date begin = from;

            if (!date_known(begin) && instructions->count == 1)
                record_date(r, record_get(r, r->v, KEY_authoredOn), &begin);
            if (date_known(begin))
                to =
                    (date){day_add(begin.first, length), day_add(begin.last, length), INSTANT_NONE};
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
    const json_value *route = NULL;
    fact_qualifier *q;
    const char *folded, *named;

    if (instructions)
        route = record_get(
            r, instructions->kind == JSON_ARRAY ? json_first(instructions) : instructions,
            KEY_route);
    if (route) {
        record_qualify(r, f, "route", route);
        return;
    }
    folded = fold_plain(f->text, strlen(f->text), r->a, NULL);
    named = folded ? route_named(folded, ROUTE_NAME) : NULL;
    if (!named || !(q = arena_alloc(r->a, sizeof *q)))
        return;
    *q = (fact_qualifier){"route", named, NULL};
    f->qualifiers = q;
    f->qualifier_count = 1;
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
        fact *f = record_fact(r, FACT_MEDICATION, &code, i);

        if (!f)
            return;
        f->certainty = u->certainty;
        record_sense(f, &code, i);
        f->start = u->start;
        f->end = u->end;
        f->ended = u->ended;
        f->planned = u->planned;
        f->order = u->order;
        if (code.count <= 1)
            read_dose(r, f, instructions);
        add_drug_route(r, f, instructions);
        if (i == 0)
            record_reasons(r, f);
    }
}

static void read_request(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status)),
               *intent = record_word(r, record_get(r, r->v, KEY_intent));
    const json_value *instructions = record_get(r, r->v, KEY_dosageInstruction), *validity;
    use u = {.order = true, .start = date_none(), .end = date_none()};
    bool stop = false, reported = false;
    date authored;

    json_bool(record_get(r, r->v, KEY_doNotPerform), &stop);
    if (stop || record_one_of(status, "on-hold cancelled draft entered-in-error"))
        return;
    if (!record_one_of(status, "active completed stopped ended"))
        u.certainty = FACT_UNCONFIRMED;
    if (record_one_of(intent, "plan proposal option")) {
        json_bool(record_get(r, r->v, KEY_reportedBoolean), &reported);
        /* a plan, unless it is how a server writes down what the patient says to take */
        u.planned = !reported && !record_get(r, r->v, KEY_reportedReference);
        if (!u.planned)
            u.certainty = FACT_UNCONFIRMED;
    }
    course_of(r, instructions, &u.start, &u.end);
    validity = record_get(r, record_get(r, r->v, KEY_dispenseRequest), KEY_validityPeriod);
    if (!date_known(u.start))
        record_date(r, record_get(r, validity, KEY_start), &u.start);
    /* until then it may be handed out: taking it may go on longer */
    if (!date_known(u.end) && record_date(r, record_get(r, validity, KEY_end), &u.end))
        u.end = (date){u.end.first, day_of(9999, 12, 31), INSTANT_NONE};
    if (record_date(r, record_get(r, r->v, KEY_authoredOn), &authored) && !date_known(u.start))
        u.start = authored;
    if (!date_known(u.start))
        u.start = record_encounter_date(r);
    /* what was stopped did not last as long as it was ordered for */
    u.ended = record_one_of(status, "stopped") ||
              (record_one_of(status, "completed ended") && !date_known(u.end));
    add_drugs(r, &u, instructions);
}

static void read_statement(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status)),
               *taken = record_word(r, record_get(r, r->v, KEY_taken)),
               *adherence = record_code_word(
                   r, record_get(r, record_get(r, r->v, KEY_adherence), KEY_code)); /* R5 */
    when effective = record_when(r, r->v, KEY_effectiveDateTime);
    use u = {.order = true, .start = date_none(), .end = date_none()};
    const json_value *asserted = record_get(r, r->v, KEY_dateAsserted);

    if (record_one_of(status, "entered-in-error draft"))
        return; /* on hold: taken before, perhaps, which below leaves open */
    if (record_one_of(status, "not-taken") || record_one_of(taken, "n") ||
        record_one_of(adherence, "not-taking"))
        u.certainty = FACT_DENIED;
    else if (record_one_of(taken, "unk") ||
             (*adherence && !record_one_of(adherence, "taking taking-as-directed "
                                                      "taking-not-as-directed")) ||
             !record_one_of(status, "active completed stopped intended recorded"))
        u.certainty = FACT_UNCONFIRMED;
    u.planned = record_one_of(status, "intended");
    u.start = effective.start;
    if (effective.period)
        u.end = effective.end;
    if (!effective.given && asserted)
        record_date(r, asserted, &u.start);
    u.ended = record_one_of(status, "completed stopped") && !date_known(u.end);
    if (u.ended && !effective.given)
        u.start = record_until(r, u.start);
    add_drugs(r, &u, record_get(r, r->v, KEY_dosage));
}

static void read_administration(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    when effective = record_when(r, r->v, KEY_effectiveDateTime);
    use u = {.start = effective.start, .end = effective.end};

    if (record_one_of(status, "not-done on-hold entered-in-error"))
        return;
    if (!record_one_of(status, "completed in-progress stopped"))
        u.certainty = FACT_UNCONFIRMED;
    if (!effective.given)
        u.start = u.end = record_encounter_date(r);
    if (!date_known(u.start))
        u.start = u.end;
    if (!date_known(u.end) && !record_one_of(status, "in-progress"))
        u.end = u.start;
    u.ended = !date_known(u.end) && !record_one_of(status, "in-progress");
    u.order = record_one_of(status, "in-progress"); /* an infusion that is running goes on */
    /* its dosage is one dose, not a day's; only the route counts, and how fast it runs in */
    add_drugs(r, &u, record_get(r, r->v, KEY_dosage));
}

static void read_dispense(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    use u = {.order = true, .start = date_none(), .end = date_none()};
    period supply;

    if (!record_one_of(status, "completed in-progress preparation unknown"))
        return;
    u.planned = record_one_of(status, "in-progress preparation");
    if (record_one_of(status, "unknown"))
        u.certainty = FACT_UNCONFIRMED;
    if (!record_date(r, record_get(r, r->v, KEY_whenHandedOver), &u.start))
        record_date(r, record_get(r, r->v, KEY_whenPrepared), &u.start);
    if (date_known(u.start) && record_period(r, record_get(r, r->v, KEY_daysSupply), &supply))
        u.end = (date){day_add(u.start.first, supply), day_add(u.start.last, supply), INSTANT_NONE};
    else
        u.ended = true; /* for how long is not said */
    add_drugs(r, &u, record_get(r, r->v, KEY_dosageInstruction));
}

/* ---- what was done ---- */

static void read_procedure(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    coded room;
    const coded *code =
        record_code_at(r, r->set->doc, record_get(r, r->v, KEY_code), HINT_NONE, &room);
    when performed = record_when(r, r->v, KEY_performedDateTime);
    bool not_done = false;

    if (!performed.given && !performed.said)
        performed = record_when(r, r->v, KEY_occurrenceDateTime); /* R5 */
    json_bool(record_get(r, r->v, KEY_notDone), &not_done);
    if (not_done ||
        record_one_of(status,
                      "not-done on-hold entered-in-error aborted suspended cancelled draft"))
        return;
    if (!performed.given && performed.said)
        record_note(r, "when a procedure was done cannot be read");
    for (size_t i = 0; i < (code->count ? code->count : 1); i++) {
        fact *f = record_fact(r, FACT_PROCEDURE, code, i);

        if (!f)
            return;
        f->planned = record_one_of(status, "preparation");
        if (!record_one_of(status, "completed in-progress preparation"))
            f->certainty = FACT_UNCONFIRMED;
        record_sense(f, code, i);
        f->start = performed.start;
        f->end = performed.end;
        if (!performed.given && !f->planned) {
            f->start = record_encounter_date(r);
            f->end = record_one_of(status, "in-progress") ? date_none() : f->start;
        }
        if (!date_known(f->start))
            f->start = f->end;
        if (!date_known(f->end) && record_one_of(status, "completed stopped"))
            f->end = f->start;
        if (record_one_of(status, "in-progress") && !performed.period)
            f->end = date_none();
        f->ended = record_one_of(status, "completed stopped") && !date_known(f->end);
        if (f->history && !performed.given)
            f->start = f->end = record_until(r, f->start);
        if (i == 0)
            record_reasons(r, f);
        record_qualify(r, f, "site", record_get(r, r->v, KEY_bodySite));
    }
}

static void read_immunization(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    coded room;
    const coded *code =
        record_code_at(r, r->set->doc, record_get(r, r->v, KEY_vaccineCode), HINT_NONE, &room);
    when occurrence = record_when(r, r->v, KEY_occurrenceDateTime);
    bool not_given = false;
    fact *f;

    json_bool(record_get(r, r->v, KEY_notGiven), &not_given);
    if (not_given || (*status && !record_one_of(status, "completed")))
        return;
    f = record_fact(r, FACT_IMMUNIZATION, code, 0);
    if (!f)
        return;
    if (!*status)
        f->certainty = FACT_UNCONFIRMED;
    record_sense(f, code, 0);
    f->start = occurrence.start;
    if (!occurrence.given && !record_date(r, record_get(r, r->v, KEY_date), &f->start) &&
        record_date(r, record_get(r, r->v, KEY_recorded), &f->start))
        f->start = record_until(r, f->start);
    f->end = f->start;
}

static void read_device(record *r, bool statement)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    const json_value *device = statement ? record_get(r, r->v, KEY_device) : r->v, *names;
    fhir_node node = {r->set->doc, device};
    coded code = {.text = ""};
    when timing = {.start = date_none(), .end = date_none()};
    fact *f;

    if (record_one_of(status, "entered-in-error on-hold unknown"))
        return;
    if (statement) {
        node = fhir_resolve(r->set, r->index, device, 0, NULL);
        timing = record_when(r, r->v, KEY_timingDateTime);
        if (!timing.given)
            record_date(r, record_get(r, r->v, KEY_recordedOn), &timing.start);
    }
    if (node.v)
        code = record_code(r, node.doc, json_at(node.v, KEY_type), HINT_NONE);
    if (!code.count && node.v) {
        names = json_at(node.v, KEY_deviceName);
        if (names && names->kind == JSON_ARRAY && names->count) {
            slice shown = fhir_text(node.doc, json_at(json_first(names), KEY_name), r->a);

            record_by_words(r, &code, shown, HINT_NONE);
            if (!*code.text)
                code.text = record_copy(r, shown);
        }
    }
    if (!code.count && statement) {
        slice shown = record_text(r, record_get(r, device, KEY_display));

        record_by_words(r, &code, shown, HINT_NONE);
        if (!*code.text)
            code.text = record_copy(r, shown);
    }
    f = record_fact(r, FACT_DEVICE, &code, 0);
    if (!f)
        return;
    record_sense(f, &code, 0);
    f->planned = record_one_of(status, "intended");
    f->start = timing.start;
    if (timing.period)
        f->end = timing.end;
    f->ended = record_one_of(status, "completed stopped inactive") && !date_known(f->end);
}

/* ---- stays ---- */

static void add_stay(record *r, const coded *code, size_t i, date start, date end,
                     const char *status)
{
    fact *f = record_fact(r, FACT_ENCOUNTER, code, i);

    if (!f)
        return;
    record_reasons(r, f);
    f->start = start;
    f->end = end;
    f->planned = record_one_of(status, "planned");
    if (record_one_of(status, "unknown") || !*status)
        f->certainty = FACT_UNCONFIRMED;
    f->ended = record_one_of(status, "finished completed discharged") && !date_known(end);
}

/* "Medical ICU", "4 North Intensive Care": the kind of place in its name; codes of HL7 v3 RoleCode.
 */
static void find_place(const record *r, coded *place, fhir_node node, slice words)
{
    const json_value *type = node.v ? json_at(node.v, KEY_type) : NULL, *coding;
    const char *id = NULL;
    char *folded = fold_plain(words.text, words.size, r->a, NULL);
    const concept *c;
    slice role;

    if (type && type->kind == JSON_ARRAY)
        type = json_first(type);
    coding = type ? json_at(type, KEY_coding) : NULL;
    if (coding && coding->kind == JSON_ARRAY)
        coding = json_first(coding);
    role = coding ? fhir_text(node.doc, json_at(coding, KEY_code), r->a) : (slice){"", 0};

    for (size_t i = 0; folded && saying_intensive_care[i]; i++)
        id = has_word(folded, saying_intensive_care[i]) ? "icu_admission" : id;
    for (size_t i = 0; folded && saying_intensive_care_of_children[i]; i++)
        id = has_word(folded, saying_intensive_care_of_children[i]) ? "picu_admission" : id;
    for (size_t i = 0; folded && saying_no_intensive_care[i]; i++)
        id = has_word(folded, saying_no_intensive_care[i]) ? NULL : id;
    if (slice_is(role, "ICU"))
        id = "icu_admission";
    if (slice_is(role, "PEDICU"))
        id = "picu_admission";
    c = id && !place->count ? lexicon_concept(r->lx, id, strlen(id)) : NULL;
    if (c) {
        place->list[0] = c;
        place->count = 1;
        place->by_text = true;
    }
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
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    const json_value *class = record_get(r, r->v, KEY_class), *list, *c;
    const char *word = class && class->kind == JSON_OBJECT && !record_get(r, class, KEY_coding)
                           ? record_word(r, record_get(r, class, KEY_code))
                           : record_code_word(r, class);
    date start, end;
    coded code = {.text = ""};
    unsigned i;

    if (record_one_of(status, "cancelled entered-in-error"))
        return;
    record_date(r, record_get(r, record_get(r, r->v, KEY_period), KEY_start), &start);
    record_date(r, record_get(r, record_get(r, r->v, KEY_period), KEY_end), &end);
    for (size_t k = 0; k < COUNT(classes); k++)
        if (record_one_of(word, classes[k].codes)) {
            const concept *found = r->stays[k];

            if (!found)
                found = r->stays[k] =
                    lexicon_concept(r->lx, classes[k].concept, strlen(classes[k].concept));

            code.text = record_copy(r, record_text(r, record_get(r, class, KEY_display)));
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
    list = record_get(r, r->v, KEY_type);
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count && i < MOST_CONCEPTS;
             i++, c = json_next(c)) {
            coded room;
            const coded *type = record_code_at(r, r->set->doc, c, HINT_NONE, &room);

            if (type->count && type->list[0]->category == CATEGORY_ENCOUNTER &&
                type->sense[0] == CODE_IS && type->named.certainty == FACT_CONFIRMED &&
                !type->named.history && !type->named.family &&
                !(code.count && type->list[0] == code.list[0]))
                add_stay(r, type, 0, start, end, status);
        }
    list = record_get(r, r->v, KEY_location);
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
            const json_value *reference = record_get(r, c, KEY_location),
                             *at = record_get(r, c, KEY_period);
            fhir_node node = fhir_resolve(r->set, r->index, reference, 0, NULL);
            coded place = {.text = ""};
            date from = start, to = end;
            slice shown = record_text(r, record_get(r, reference, KEY_display)), named = {"", 0};

            if (record_one_of(record_word(r, record_get(r, c, KEY_status)), "planned reserved"))
                continue;
            if (node.v) {
                const json_value *types = json_at(node.v, KEY_type);

                named = fhir_text(node.doc, json_at(node.v, KEY_name), r->a);
                if (types)
                    place = record_code(r, node.doc,
                                        types->kind == JSON_ARRAY ? json_first(types) : types,
                                        HINT_NONE);
            }
            record_by_words(r, &place, named, HINT_NONE);
            record_by_words(r, &place, shown, HINT_NONE);
            find_place(r, &place, node, named.size ? named : shown);
            if (!place.count || place.list[0]->category != CATEGORY_ENCOUNTER)
                continue;
            if (!*place.text)
                place.text = record_copy(r, named.size ? named : shown);
            if (at) {
                record_date(r, record_get(r, at, KEY_start), &from);
                record_date(r, record_get(r, at, KEY_end), &to);
            }
            add_stay(r, &place, 0, from, to, status);
        }
}

/* ---- the rest ---- */

static void read_family(record *r)
{
    const json_value *list = record_get(r, r->v, KEY_condition), *c;
    unsigned i;

    if (record_one_of(record_word(r, record_get(r, r->v, KEY_status)), "entered-in-error") ||
        !list || list->kind != JSON_ARRAY)
        return;
    for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
        coded code = record_code(r, r->set->doc, record_get(r, c, KEY_code), HINT_NONE);
        fact *f = record_fact(r, FACT_FAMILY, &code, 0);

        if (!f)
            return;
        record_sense(f, &code, 0);
        f->kind = FACT_FAMILY;
        record_date(r, record_get(r, r->v, KEY_date), &f->start);
        record_qualify(r, f, "relative", record_get(r, r->v, KEY_relationship));
    }
}

static void read_consent(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status)),
               *scope = record_code_word(r, record_get(r, r->v, KEY_scope));
    const json_value *kinds = record_get(r, r->v, KEY_category),
                     *provision = record_get(r, r->v, KEY_provision);
    coded code = {.text = ""};
    fact *f;

    if (!record_one_of(status, "active inactive rejected"))
        return;
    if (record_one_of(scope, "research")) {
        code.list[0] = lexicon_landmark(r->lx, LANDMARK_INFORMED_CONSENT);
        code.count = code.list[0] ? 1 : 0;
        code.text = "consent (research)";
    } else {
        code =
            record_code(r, r->set->doc,
                        kinds && kinds->kind == JSON_ARRAY ? json_first(kinds) : kinds, HINT_NONE);
        if (code.count && code.list[0]->category == CATEGORY_CONSENT &&
            is_landmark(code.list[0], LANDMARK_INFORMED_CONSENT))
            code.count = 0; /* to something else than research */
    }
    f = record_fact(r, FACT_CONSENT, &code, 0);
    if (!f)
        return;
    if (record_one_of(status, "rejected") ||
        record_one_of(record_word(r, record_get(r, provision, KEY_type)), "deny"))
        f->certainty = FACT_DENIED;
    if (!record_date(r, record_get(r, r->v, KEY_dateTime), &f->start))
        record_date(r, record_get(r, record_get(r, provision, KEY_period), KEY_start), &f->start);
    record_date(r, record_get(r, record_get(r, provision, KEY_period), KEY_end), &f->end);
    f->ended = record_one_of(status, "inactive") && !date_known(f->end);
}

/* Names in the words of a report: they decide nothing, and no closed world denies them. */
static void conclusion_text(record *r, date at)
{
    slice words = record_text(r, record_get(r, r->v, KEY_conclusion));
    coded code = {.text = "", .bare = false};
    fact *f;

    if (!words.size)
        return;
    mention_words(&code.more, r->lx, words.text, words.size, true, NULL, r->a);
    code.text = record_copy(r, words);
    if (!code.more.count || !(f = record_fact(r, FACT_CONDITION, &code, 0)))
        return;
    f->certainty = FACT_UNCONFIRMED;
    f->start = at;
}

static void read_report(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    when effective = record_when(r, r->v, KEY_effectiveDateTime);
    const json_value *list = record_get(r, r->v, KEY_conclusionCode), *c;
    coded code;
    fact *f;
    unsigned i;

    if (!record_one_of(status, "final amended corrected appended"))
        return;
    if (!effective.given && record_date(r, record_get(r, r->v, KEY_issued), &effective.start))
        effective.end = effective.start;
    if (!date_known(effective.end))
        effective.end = effective.start;
    code = record_code(r, r->set->doc, record_get(r, r->v, KEY_code), HINT_NONE);
    if (code.count && code.list[0]->category == CATEGORY_PROCEDURE && code.sense[0] == CODE_IS &&
        !code.named.history && code.named.certainty == FACT_CONFIRMED &&
        (f = record_fact(r, FACT_PROCEDURE, &code, 0))) {
        f->start = effective.start;
        f->end = effective.end;
    }
    if (list && list->kind == JSON_ARRAY)
        for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
            coded conclusion = record_code(r, r->set->doc, c, HINT_NONE);

            if (!conclusion.count || conclusion.list[0]->category != CATEGORY_CONDITION)
                continue;
            f = record_fact(r, FACT_CONDITION, &conclusion, 0);
            if (!f)
                return;
            record_sense(f, &conclusion, 0);
            f->start = effective.start;
        }
    conclusion_text(r, effective.start);
    record_contained(r, effective.start, effective.end);
}

static void read_research(record *r)
{
    const char *status = record_word(r, record_get(r, r->v, KEY_status));
    const concept *c = lexicon_landmark(r->lx, LANDMARK_TRIAL_PARTICIPATION);
    coded code = {.text = "research subject", .count = c ? 1 : 0};
    fact *f;

    code.list[0] = c;
    if (!record_one_of(
            status,
            "on-study on-study-intervention on-study-observation follow-up off-study withdrawn"))
        return;
    f = record_fact(r, FACT_CONDITION, &code, 0);
    if (!f)
        return;
    record_date(r, record_get(r, record_get(r, r->v, KEY_period), KEY_start), &f->start);
    record_date(r, record_get(r, record_get(r, r->v, KEY_period), KEY_end), &f->end);
    f->ended = record_one_of(status, "off-study withdrawn") && !date_known(f->end);
}

/* ---- the patient ---- */

static sex sex_of_word(const char *word)
{
    return record_one_of(word, "female f 248152002")   ? SEX_FEMALE
           : record_one_of(word, "male m 248153007")   ? SEX_MALE
           : record_one_of(word, "other oth asku un_") ? SEX_OTHER
                                                       : SEX_UNKNOWN;
}

static void read_patient(record *r)
{
    static const char *const urls[] = {"us-core-individual-sex", "us-core-sex", "us-core-birthsex"};
    const json_value *extensions = record_get(r, r->v, KEY_extension), *c, *dead;
    sex stated = sex_of_word(record_word(r, record_get(r, r->v, KEY_gender))),
        extended = SEX_UNKNOWN;
    unsigned i;
    bool is = false;

    if (extensions && extensions->kind == JSON_ARRAY)
        for (c = json_first(extensions), i = 0; i < extensions->count; i++, c = json_next(c)) {
            slice url = record_text(r, record_get(r, c, KEY_url));

            for (size_t k = 0; k < COUNT(urls) && extended == SEX_UNKNOWN; k++) {
                size_t n = strlen(urls[k]);
                const json_value *coding = record_get(r, c, KEY_valueCoding);

                if (url.size < n || memcmp(url.text + url.size - n, urls[k], n) != 0)
                    continue;
                extended = sex_of_word(coding ? record_word(r, record_get(r, coding, KEY_code))
                                              : record_word(r, record_get(r, c, KEY_valueCode)));
            }
        }
    r->p->sex = stated == SEX_UNKNOWN ? extended : stated;
    if ((stated == SEX_FEMALE && extended == SEX_MALE) ||
        (stated == SEX_MALE && extended == SEX_FEMALE)) {
        r->p->sex = SEX_UNKNOWN;
        record_note(r, "gender and recorded sex differ; the sex is taken as not known");
    }
    record_date(r, record_get(r, r->v, KEY_birthDate), &r->p->birth);
    json_bool(record_get(r, r->v, KEY_deceasedBoolean), &is);
    dead = record_get(r, r->v, KEY_deceasedDateTime);
    r->p->deceased = is || dead;
    if (dead)
        record_date(r, dead, &r->p->death);
}

/* Words that may say anything, and are not read. */
static void tell_words(const record *r, slice type)
{
    static const struct {
        uint8_t key;
        const char *name;
    } elements[] = {{KEY_conclusion, "conclusion"},
                    {KEY_presentedForm, "presentedForm"},
                    {KEY_note, "note"},
                    {KEY_reasonCode, "reasonCode"},
                    {KEY_complication, "complication"}};

    for (size_t i = 0; i < COUNT(elements); i++)
        if (record_get(r, r->v, elements[i].key))
            r->set->unread_words(r->set->context, type, elements[i].name);
}

static void read_resource(record *r, int index)
{
    const fhir_resource *one = &r->set->list[index];
    const json_value *modifier;
    size_t before = r->p->fact_count;

    r->index = index;
    r->v = one->v;
    if (one->id.size) {
        char *id = arena_alloc(r->a, one->type.size + one->id.size + 2);

        if (!id)
            return;
        memcpy(id, one->type.text, one->type.size);
        id[one->type.size] = '/';
        memcpy(id + one->type.size + 1, one->id.text, one->id.size);
        r->fact_id = id;
    } else
        r->fact_id = arena_printf(r->a, "%.*s #%d", (int)one->type.size, one->type.text, index + 1);
    if (!r->fact_id)
        return;
    switch (one->kind) {
    case TYPE_Observation: record_observation(r, one->v, date_none(), date_none()); break;
    case TYPE_Condition: read_condition(r); break;
    case TYPE_MedicationRequest: read_request(r); break;
    case TYPE_MedicationStatement: read_statement(r); break;
    case TYPE_MedicationAdministration: read_administration(r); break;
    case TYPE_MedicationDispense: read_dispense(r); break;
    case TYPE_Procedure: read_procedure(r); break;
    case TYPE_AllergyIntolerance: read_allergy(r); break;
    case TYPE_Encounter: read_encounter(r); break;
    case TYPE_Immunization: read_immunization(r); break;
    case TYPE_DeviceUseStatement:
    case TYPE_DeviceUsage: read_device(r, true); break;
    case TYPE_Device: read_device(r, false); break;
    case TYPE_FamilyMemberHistory: read_family(r); break;
    case TYPE_Consent: read_consent(r); break;
    case TYPE_DiagnosticReport: read_report(r); break;
    case TYPE_ResearchSubject: read_research(r); break;
    default: break;
    }
    if (r->set->unread_words)
        tell_words(r, one->type);
    /* it may say that all of this is not so (FHIR, "Modifier Extensions") */
    modifier = record_get(r, r->v, KEY_modifierExtension);
    if (before < r->p->fact_count && (json_first(modifier) || (modifier && modifier->pruned) ||
                                      record_get(r, r->v, KEY_implicitRules))) {
        record_note(r, "a modifier extension that is not known; the record decides nothing");
        for (size_t i = before; i < r->p->fact_count; i++)
            r->p->facts[i].certainty = FACT_UNCONFIRMED;
    }
}

void fhir_patient(const fhir_set *set, int index, patient *p)
{
    record r = {.set = set, .p = p, .lx = p->lexicon, .a = p->arena, .index = -1};
    size_t count = 0;

    p->incomplete = set->partial || (set->odd && set->patients < 2);
    fhir_cache_begin(set->cache);
    if (set->partial)
        record_note(
            &r,
            "the server has more pages (a link \"next\"); this file is only a part of the record");
    if (index >= 0) {
        const fhir_resource *one = &set->list[index];

        r.index = index;
        r.v = one->v;
        r.fact_id = "Patient";
        p->id = one->id.size    ? record_copy(&r, one->id)
                : one->url.size ? record_copy(&r, one->url)
                                : p->id;
        read_patient(&r);
        for (int i = one->first; i >= 0; i = set->list[i].next)
            count++;
        patient_reserve(p, count < 16384 ? count + count / 4 : 16384);
        for (int i = one->first; i >= 0; i = set->list[i].next)
            read_resource(&r, i);
    } else {
        p->absent = true;
        for (size_t i = 0; i < set->count; i++)
            if (!set->list[i].dropped && set->list[i].owner < 0 && fhir_clinical(set->list[i].kind))
                read_resource(&r, (int)i);
    }
    if (r.note_count &&
        arena_grow(p->arena, (void **)&r.notes, r.note_count, &r.note_room, sizeof *r.notes)) {
        r.notes[r.note_count] = NULL;
        p->notes = r.notes;
    }
    patient_settle(p);
}
