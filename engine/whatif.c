/* Facts by name: set, added, dropped; and the difference that they make. */
#include "engine/whatif.h"

#include "engine/base/error.h"
#include "engine/base/text.h"
#include "engine/derive.h"
#include "engine/derived.h"
#include "patients/result.h"
#include "rules/landmark.h"
#include "rules/lexicon_list.h"
#include "rules/sayings.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static void trim(const char **text, size_t *size)
{
    while (*size && isspace((unsigned char)**text)) {
        ++*text;
        --*size;
    }
    while (*size && isspace((unsigned char)(*text)[*size - 1]))
        --*size;
}

void whatif_copy(patient *to, const patient *from, arena *a)
{
    *to = *from;
    to->arena = a;
    to->facts = arena_copy(a, from->facts, from->fact_count, sizeof *from->facts);
    to->fact_count = to->fact_room = to->facts ? from->fact_count : 0;
}

/* ---- names ---- */

enum { NAMED = 5 };

/* Says what is near the name: a typing error is the most likely reason. */
static eligo_code unknown_name(const patient *p, const char *text, size_t size, eligo_error *err)
{
    const concept *near[NAMED];
    size_t count = size ? lexicon_nearest(p->lexicon ? p->lexicon : lexicon_core(), text, size,
                                          near, NAMED, p->arena)
                        : 0;
    buffer names;

    if (size == 0)
        return error_set(err, ELIGO_USAGE, NULL,
                         "no name is given; write it as NAME=VALUE, or NAME @ DATE");
    buffer_init(&names, 300);
    for (size_t i = 0; i < count; i++)
        buffer_printf(&names, "%s%s", i ? ", " : "; near it: ", near[i]->name);
    if (!count)
        buffer_puts(&names, ", nor is anything like it; eligo lexicon find looks for names");
    error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is not in the lexicon%s",
              (int)(size < 60 ? size : 60), text, names.data ? names.data : "");
    buffer_free(&names);
    return ELIGO_USAGE;
}

/* The concept that all of the words name, as a quantity where `valued`. */
static const concept *concept_named(const patient *p, const char *text, size_t size, bool valued)
{
    const lexicon *lx = p->lexicon ? p->lexicon : lexicon_core();
    const concept *c = lexicon_concept(lx, text, size);
    atoms words;
    lexicon_hit hit;

    if (c)
        return c;
    words = lexicon_cut(lx, text, size, p->arena);
    if (words.count == 0 || !lexicon_match(lx, &words, 0, &hit) || hit.atoms != words.count)
        return NULL;
    if (valued)
        return hit.quantity ? hit.quantity : hit.thing;
    return hit.thing ? hit.thing : hit.quantity;
}

static fact_kind kind_of(const concept *c)
{
    switch (c->category) {
    case CATEGORY_CONDITION: return FACT_CONDITION;
    case CATEGORY_MEDICATION: return FACT_MEDICATION;
    case CATEGORY_PROCEDURE: return FACT_PROCEDURE;
    case CATEGORY_IMMUNIZATION: return FACT_IMMUNIZATION;
    case CATEGORY_DEVICE: return FACT_DEVICE;
    case CATEGORY_ALLERGY: return FACT_ALLERGY;
    case CATEGORY_ENCOUNTER: return FACT_ENCOUNTER;
    case CATEGORY_CONSENT: return FACT_CONSENT;
    case CATEGORY_SOCIAL: return FACT_CONDITION;
    default: return FACT_OBSERVATION;
    }
}

static bool names(const fact *f, const concept *c)
{
    if (f->kind == FACT_FAMILY)
        return false;
    return concept_is(f->concept, c) || concept_is(f->value.concept, c) ||
           concept_is(f->organism, c) || (f->concept && concept_is(f->concept->confirms, c));
}

/* Takes facts out; true where one was. `from`: only those that may be of this day or later. */
static bool take_out(patient *p, const concept *c, day from)
{
    size_t kept = 0;
    bool any = false;

    for (size_t i = 0; i < p->fact_count; i++) {
        const fact *f = &p->facts[i];
        bool out =
            names(f, c) && (from == DAY_NONE || !date_known(f->start) || f->start.last >= from);

        any |= out;
        if (!out)
            p->facts[kept++] = *f;
    }
    patient_keep(p, kept);
    return any;
}

static fact *put_in(patient *p, const concept *c, fact_kind kind, date at, const char *text,
                    size_t size)
{
    fact *f = patient_fact(p, kind);

    if (!f)
        return NULL;
    f->concept = c;
    f->text = arena_text(p->arena, text, size);
    f->id = "what-if";
    f->start = f->end = at;
    if (!f->text)
        f->text = "";
    return f;
}

/* ---- values ---- */

/* The only unit in use in which the value is one that somebody alive can have. */
static const char *only_unit(const concept *c, double v)
{
    const char *found = NULL;

    for (size_t i = 0; c->units && c->units[i]; i++) {
        double d;

        if (unit_convert_codes(v, c->units[i], c->units[0], c, &d) != UNIT_OK ||
            d < c->plausible.low || d > c->plausible.high)
            continue;
        if (found &&
            (unit_convert_codes(1, c->units[i], found, c, &d) != UNIT_OK || fabs(d - 1) > 1e-9))
            return NULL;
        found = found ? found : c->units[i];
    }
    return found;
}

/* "mg/dL, umol/L or mmol/L" */
static const char *units_in_use(arena *a, const concept *c)
{
    enum { MOST = 4 };
    const char *list = c->units[0];
    size_t n = 0;

    while (n < MOST && c->units[n])
        n++;
    for (size_t i = 1; i < n && list; i++)
        list = arena_printf(a, "%s%s%s", list, i + 1 < n ? ", " : " or ", c->units[i]);
    return list ? list : "";
}

static bool bare(const concept *c)
{
    return c->category == CATEGORY_SCORE || !c->units || !c->units[0] ||
           strcmp(c->units[0], "1") == 0 || strcmp(c->units[0], "[pH]") == 0;
}

static eligo_code read_value(patient *p, fact *f, const char *text, size_t size, eligo_error *err)
{
    static const fact_qualifier assumed = {"assumed", "unit", NULL};
    const concept *c = f->concept;

    bool read = result_read(text, size, c, p->arena, &f->value);
    date given;

    if (read && f->value.kind == VALUE_TEXT && f->value.text &&
        (compare_names_class(c, f->value.text) ||
         (concept_attribute(c, "date", &(size_t){0}) && date_parse(text, size, &given))))
        return ELIGO_OK; /* "III", a day of delivery */
    if (!read || f->value.kind == VALUE_TEXT || f->value.kind == VALUE_NONE)
        return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no value of %s",
                         (int)(size < 80 ? size : 80), text, c->name);
    if (f->value.kind != VALUE_NUMBER || bare(c))
        return ELIGO_OK;
    if (!f->value.ucum && !(f->value.unit_text && *f->value.unit_text)) {
        f->value.ucum = only_unit(c, isfinite(f->value.low) ? f->value.low : f->value.high);
        if (!f->value.ucum)
            return error_set(err, ELIGO_USAGE, NULL, "%s needs a unit: %s", c->name,
                             units_in_use(p->arena, c));
        f->qualifiers = &assumed;
        f->qualifier_count = 1;
    } else if (!f->value.ucum || !unit_fits(c, f->value.ucum)) {
        return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" has no unit of %s",
                         (int)(size < 80 ? size : 80), text, c->name);
    }
    return ELIGO_OK;
}

/* +1 yes, -1 no, 0 neither */
static int yes_or_no(const char *text, size_t size)
{
    if (text_is_any(text, size, saying_yes))
        return 1;
    if (text_is_any(text, size, saying_no))
        return -1;
    return result_sign(text, size);
}

enum { OLDEST = 125 };

static eligo_code set_age(patient *p, const char *text, size_t size, day as_of, eligo_error *err)
{
    fact_value v;
    char step;

    memset(&v, 0, sizeof v);
    if (!result_read(text, size, concept_named(p, "age", 3, true), p->arena, &v) ||
        v.kind != VALUE_NUMBER || v.low != v.high || !(v.low >= 0 && v.low < OLDEST * 366) ||
        (!v.ucum && v.unit_text && *v.unit_text) || !(step = v.ucum ? when_unit(v.ucum) : 'a') ||
        period_days((period){v.low, step}) > OLDEST * 366)
        return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no age", (int)(size < 80 ? size : 80),
                         text);
    p->birth = date_of_day(day_add(as_of, (period){-v.low, step}));
    return ELIGO_OK;
}

/* "sex=F", "gender=female", "female=no". */
static eligo_code set_sex(patient *p, const concept *c, const char *text, size_t size, int sign,
                          eligo_error *err)
{
    bool by_name = !is_landmark(c, LANDMARK_SEX), is_female = is_landmark(c, LANDMARK_FEMALE);

    if (!by_name &&
        (text_is_any(text, size, saying_female) || text_is_any(text, size, saying_male))) {
        p->sex = text_is_any(text, size, saying_female) ? SEX_FEMALE : SEX_MALE;
        return ELIGO_OK;
    }
    if (!by_name || !sign)
        return error_set(err, ELIGO_USAGE, NULL,
                         by_name ? "%s is yes or no" : "%s is female or male", c->name);
    p->sex = is_female == (sign > 0) ? SEX_FEMALE : SEX_MALE;
    return ELIGO_OK;
}

/* Where "NAME=VALUE" is split; `size`: nowhere. */
static size_t equals(const char *text, size_t size)
{
    const char *sign = memchr(text, '=', size);

    return sign ? (size_t)(sign - text) : size;
}

/* ---- what is worked out from a value that is set ---- */

static bool is_part(const derivation *row, const concept *c)
{
    for (size_t i = 0; i < row->part_count; i++)
        if (!(row->parts[i].flags & DERIVE_STATE) && strcmp(row->parts[i].concept, c->id) == 0)
            return true;
    return false;
}

static bool is_any_part(const concept *c)
{
    for (size_t i = 0; i < derive_table_size; i++)
        if (is_part(&derive_table[i], c))
            return true;
    return false;
}

/* The last number that the record has of it by the index date; NULL: none with a day. */
static fact *latest_value(patient *p, const concept *c, day as_of)
{
    fact *last = NULL;

    for (size_t i = 0; i < p->fact_count; i++) {
        fact *f = &p->facts[i];

        if (f->kind == FACT_OBSERVATION && f->certainty == FACT_CONFIRMED && !f->planned &&
            concept_is(f->concept, c) && f->value.kind == VALUE_NUMBER && date_known(f->start) &&
            f->start.first == f->start.last && f->start.first <= as_of &&
            (!last || when_order(last, f) <= 0))
            last = f;
    }
    return last;
}

static bool can_be_derived(patient *p, const concept *c, day from, day as_of)
{
    eval_policy policy = {.as_of = as_of};
    const eval_record *x = eval_record_new(p, &policy, p->arena);
    size_t count = 0;
    const derived_value *list = x ? derived_values(x, c, &count) : NULL;

    for (size_t i = 0; i < count; i++)
        if (list[i].fact->start.first >= from)
            return true;
    return false;
}

/* A recorded result that was worked out from the old value says nothing of the new one. Where it
 * cannot be worked out anew, a value without a number keeps older results from taking its place. */
static void outdate(patient *p, const concept *part, day from, day as_of, unsigned depth)
{
    enum { DEPTH = 6 };
    const lexicon *lx = p->lexicon ? p->lexicon : lexicon_core();

    for (size_t i = 0; depth < DEPTH && i < derive_table_size; i++) {
        const derivation *row = &derive_table[i];
        const concept *c =
            is_part(row, part) ? lexicon_concept(lx, row->concept, strlen(row->concept)) : NULL;

        if (!c)
            continue;
        if (take_out(p, c, from) && !can_be_derived(p, c, from, as_of)) {
            fact *f = put_in(p, c, FACT_OBSERVATION, date_of_day(as_of), c->name, strlen(c->name));

            if (f) {
                f->value.kind = VALUE_NUMBER;
                f->value.low = f->value.high = NAN;
                f->value.unit_text = "?";
            }
        }
        outdate(p, c, from, as_of, depth + 1);
    }
}

/* The value of the index date and, where something is worked out from it, also in the place of the
 * one that counted until now: the other parts were recorded beside that. */
static eligo_code set_value(patient *p, const concept *c, const char *text, size_t size,
                            const char *value, size_t value_size, day as_of, eligo_error *err)
{
    fact made, *f = put_in(p, c, FACT_OBSERVATION, date_of_day(as_of), text, size), *last;
    day from = as_of;

    if (!f)
        return error_memory(err, NULL);
    if (read_value(p, f, value, value_size, err) != ELIGO_OK) {
        patient_keep(p, p->fact_count - 1);
        return ELIGO_USAGE;
    }
    made = *f;
    patient_keep(p, p->fact_count - 1);
    last = made.value.kind == VALUE_NUMBER && is_any_part(c) ? latest_value(p, c, as_of) : NULL;
    if (last) {
        date at = last->start;

        from = at.first;
        *last = made;
        last->start = last->end = at;
        if (at.first == as_of) /* with its hour */
            made.start = made.end = at;
    }
    take_out(p, c, as_of);
    f = patient_fact(p, FACT_OBSERVATION);
    if (!f)
        return error_memory(err, NULL);
    *f = made;
    if (made.value.kind == VALUE_NUMBER)
        outdate(p, c, from, as_of, 0);
    patient_settle(p);
    return arena_failed(p->arena) ? error_memory(err, NULL) : ELIGO_OK;
}

const concept *whatif_concept(const patient *p, const char *text, size_t size)
{
    size_t words = equals(text, size);
    const char *sign = memchr(text, '@', size);
    bool valued = words < size && yes_or_no(text + words + 1, size - words - 1) == 0;

    if (sign && (size_t)(sign - text) < words)
        words = (size_t)(sign - text);
    trim(&text, &words);
    return concept_named(p, text, words, valued);
}

eligo_code whatif_set(patient *p, const char *text, size_t size, day as_of, eligo_error *err)
{
    size_t name_size = equals(text, size), value_size;
    const char *label = text, *value;
    const concept *c;
    date at = date_of_day(as_of);
    fact *f;
    int sign;

    if (name_size == size)
        return error_set(err, ELIGO_USAGE, NULL, "write it as NAME=VALUE");
    value = text + name_size + 1;
    value_size = size - name_size - 1;
    trim(&label, &name_size);
    trim(&value, &value_size);
    sign = yes_or_no(value, value_size);
    c = concept_named(p, label, name_size, sign == 0);
    if (!c)
        return unknown_name(p, label, name_size, err);
    if (is_landmark(c, LANDMARK_AGE))
        return set_age(p, value, value_size, as_of, err);
    if (is_landmark(c, LANDMARK_SEX) || is_landmark(c, LANDMARK_FEMALE) ||
        is_landmark(c, LANDMARK_MALE))
        return set_sex(p, c, value, value_size, sign, err);
    if (is_landmark(c, LANDMARK_BIRTH_DATE)) {
        if (!date_parse(value, value_size, &at) || at.first > as_of)
            return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no date of birth",
                             (int)(value_size < 80 ? value_size : 80), value);
        at.instant = INSTANT_NONE;
        p->birth = at;
        return ELIGO_OK;
    }
    if (kind_of(c) == FACT_OBSERVATION)
        return set_value(p, c, label, name_size, value, value_size, as_of, err);
    if (sign == 0)
        return error_set(err, ELIGO_USAGE, NULL, "%s is yes or no", c->name);
    take_out(p, c, sign < 0 ? DAY_NONE : as_of);
    f = put_in(p, c, kind_of(c), at, label, name_size);
    if (!f)
        return error_memory(err, NULL);
    f->end = date_none();
    f->order = f->kind == FACT_MEDICATION;
    f->certainty = sign < 0 ? FACT_DENIED : FACT_CONFIRMED;
    patient_settle(p);
    return arena_failed(p->arena) ? error_memory(err, NULL) : ELIGO_OK;
}

eligo_code whatif_add(patient *p, const char *text, size_t size, day as_of, eligo_error *err)
{
    const char *sign = memchr(text, '@', size), *label = text, *value = NULL;
    size_t name_size = sign ? (size_t)(sign - text) : size, value_size = 0, split;
    date at = date_of_day(as_of);
    const concept *c;
    fact *f;

    if (sign) {
        const char *when = sign + 1;
        size_t when_size = size - name_size - 1;

        trim(&when, &when_size);
        if (!date_parse(when, when_size, &at))
            return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no date; write it as 2021-03-01",
                             (int)(when_size < 80 ? when_size : 80), when);
    }
    split = equals(label, name_size);
    if (split < name_size) {
        value = label + split + 1;
        value_size = name_size - split - 1;
        name_size = split;
        trim(&value, &value_size);
    }
    trim(&label, &name_size);
    c = concept_named(p, label, name_size, value != NULL);
    if (!c)
        return unknown_name(p, label, name_size, err);
    if ((kind_of(c) == FACT_OBSERVATION) != (value != NULL))
        return error_set(err, ELIGO_USAGE, NULL,
                         value ? "%s has no value" : "%s needs a value: NAME=VALUE @ DATE",
                         c->name);
    f = put_in(p, c, kind_of(c), at, label, name_size);
    if (!f)
        return error_memory(err, NULL);
    if (value && read_value(p, f, value, value_size, err) != ELIGO_OK) {
        patient_keep(p, p->fact_count - 1);
        return ELIGO_USAGE;
    }
    if (f->kind == FACT_CONDITION || f->kind == FACT_DEVICE || f->kind == FACT_ALLERGY ||
        f->kind == FACT_CONSENT)
        f->end = date_none();
    patient_settle(p);
    return arena_failed(p->arena) ? error_memory(err, NULL) : ELIGO_OK;
}

eligo_code whatif_drop(patient *p, const char *text, size_t size, eligo_error *err)
{
    const concept *c;
    size_t kept = 0;

    trim(&text, &size);
    if (size == 0)
        return unknown_name(p, text, size, err);
    for (size_t i = 0; i < p->fact_count; i++)
        if (strlen(p->facts[i].id) != size || memcmp(p->facts[i].id, text, size) != 0)
            p->facts[kept++] = p->facts[i];
    if (kept < p->fact_count) {
        patient_keep(p, kept);
        return ELIGO_OK;
    }
    c = concept_named(p, text, size, true);
    if (c && take_out(p, c, DAY_NONE))
        return ELIGO_OK;
    c = concept_named(p, text, size, false);
    if (!c)
        return unknown_name(p, text, size, err);
    if (!take_out(p, c, DAY_NONE))
        return error_set(err, ELIGO_USAGE, NULL, "the record has no %s", c->name);
    return ELIGO_OK;
}

/* ---- the difference ---- */

typedef struct leaves {
    whatif_leaf *list;
    size_t count, room;
} leaves;

/* What makes the node at `i` what it is: the leaves of its verdict, down through parts of its
 * verdict; the node itself where none of its parts has it (readings that differ, a record that an
 * exception takes away). Gives the node behind it. */
static size_t collect(leaves *l, const screen_criterion *c, size_t i, bool counts, arena *a)
{
    const eval_node *n = &c->nodes[i];
    size_t had = l->count;
    bool below = counts = counts && n->verdict == c->verdict;

    i++;
    for (size_t k = 0; k < n->rule->count && i < c->count; k++) {
        bool same = c->nodes[i].verdict == c->verdict;

        i = collect(l, c, i, below, a);
        if (n->rule->op == RULE_READINGS &&
            same) /* another reading would name the same leaves again */
            below = false;
    }
    if (counts && l->count == had &&
        arena_grow(a, (void **)&l->list, l->count, &l->room, sizeof *l->list))
        l->list[l->count++] = (whatif_leaf){c->criterion, n};
    return i;
}

whatif_result whatif_compare(const rules *trial, const patient *before, const patient *after,
                             const eval_policy *was, const eval_policy *is, arena *a)
{
    whatif_result out;
    eval_record *x = eval_record_new(before, was, a), *y = eval_record_new(after, is, a);
    whatif_change *changes = NULL;
    leaves failing = {0}, open = {0};
    size_t room = 0;

    memset(&out, 0, sizeof out);
    if (!x || !y)
        return out;
    out.before = screen_trial(x, trial);
    out.after = screen_trial(y, trial);
    for (size_t i = 0; !arena_failed(a) && i < out.after.count; i++) {
        const screen_criterion *old = &out.before.criteria[i], *new = &out.after.criteria[i];

        for (size_t n = 0; n < new->count &&n < old->count; n++) {
            const eval_node *o = &old->nodes[n], *m = &new->nodes[n];

            if ((o->truth != m->truth || o->verdict != m->verdict) &&
                arena_grow(a, (void **)&changes, out.change_count, &room, sizeof *changes))
                changes[out.change_count++] = (whatif_change){new->criterion, o, m};
        }
        if (new->count &&new->verdict != VERDICT_PASS)
            collect(new->verdict == VERDICT_FAIL ? &failing : &open, new, 0, true, a);
    }
    out.changes = changes;
    out.keeping_out = failing.list;
    out.keeping_out_count = failing.count;
    out.open = open.list;
    out.open_count = open.count;
    return out;
}
