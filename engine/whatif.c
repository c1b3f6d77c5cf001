/* Facts by name: set, added, dropped; and the difference that they make. */
#include "engine/whatif.h"

#include "engine/base/error.h"
#include "engine/base/text.h"
#include "engine/leaf.h"
#include "patients/result.h"
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

static eligo_code unknown_name(const char *text, size_t size, eligo_error *err)
{
    return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is not in the lexicon; eligo lexicon find looks for names",
                     (int)(size < 80 ? size : 80), text);
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
    return concept_is(f->concept, c) || concept_is(f->value.concept, c) || concept_is(f->organism, c) ||
           (f->concept && concept_is(f->concept->confirms, c));
}

/* Takes facts out; true where one was. `from`: only those that may be of this day or later. */
static bool take_out(patient *p, const concept *c, day from)
{
    size_t kept = 0;
    bool any = false;

    for (size_t i = 0; i < p->fact_count; i++) {
        const fact *f = &p->facts[i];
        bool out = names(f, c) && (from == DAY_NONE || !date_known(f->start) || f->start.last >= from);

        any |= out;
        if (!out)
            p->facts[kept++] = *f;
    }
    p->fact_count = kept;
    return any;
}

static fact *put_in(patient *p, const concept *c, fact_kind kind, date at, const char *text, size_t size)
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

        if (unit_convert_codes(v, c->units[i], c->units[0], c, &d) != UNIT_OK || d < c->plausible.low || d > c->plausible.high)
            continue;
        if (found && (unit_convert_codes(1, c->units[i], found, c, &d) != UNIT_OK || fabs(d - 1) > 1e-9))
            return NULL;
        found = found ? found : c->units[i];
    }
    return found;
}

static bool bare(const concept *c)
{
    return c->category == CATEGORY_SCORE || !c->units || !c->units[0] || strcmp(c->units[0], "1") == 0 || strcmp(c->units[0], "[pH]") == 0;
}

static eligo_code read_value(patient *p, fact *f, const char *text, size_t size, eligo_error *err)
{
    static const fact_qualifier assumed = {"assumed", "unit", NULL};
    const concept *c = f->concept;

    if (!result_read(text, size, c, p->arena, &f->value) || f->value.kind == VALUE_TEXT || f->value.kind == VALUE_NONE)
        return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no value of %s", (int)(size < 80 ? size : 80), text, c->name);
    if (f->value.kind != VALUE_NUMBER || bare(c))
        return ELIGO_OK;
    if (!f->value.ucum && !(f->value.unit_text && *f->value.unit_text)) {
        f->value.ucum = only_unit(c, isfinite(f->value.low) ? f->value.low : f->value.high);
        if (!f->value.ucum)
            return error_set(err, ELIGO_USAGE, NULL, "%s needs a unit: not just one makes sense", c->name);
        f->qualifiers = &assumed;
        f->qualifier_count = 1;
    } else if (!f->value.ucum || !unit_fits(c, f->value.ucum)) {
        return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" has no unit of %s", (int)(size < 80 ? size : 80), text, c->name);
    }
    return ELIGO_OK;
}

/* +1 yes, -1 no, 0 neither */
static int yes_or_no(const char *text, size_t size)
{
    static const char *const yes[] = {"yes", "true", "present", "y", "1"}, *const no[] = {"no", "false", "absent", "none", "n", "0"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (text_equal_nocase(text, size, yes[i]))
            return 1;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (text_equal_nocase(text, size, no[i]))
            return -1;
    return result_sign(text, size);
}

static eligo_code set_age(patient *p, const char *text, size_t size, day as_of, eligo_error *err)
{
    fact_value v;
    char step;

    memset(&v, 0, sizeof v);
    if (!result_read(text, size, concept_named(p, "age", 3, true), p->arena, &v) || v.kind != VALUE_NUMBER || v.low != v.high ||
        !(v.low >= 0 && v.low < 1000000) || (!v.ucum && v.unit_text && *v.unit_text) || !(step = v.ucum ? when_unit(v.ucum) : 'a'))
        return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no age", (int)(size < 80 ? size : 80), text);
    p->birth = date_of_day(day_add(as_of, (period){-v.low, step}));
    return ELIGO_OK;
}

/* Where "NAME=VALUE" is split; `size`: nowhere. */
static size_t equals(const char *text, size_t size)
{
    const char *sign = memchr(text, '=', size);

    return sign ? (size_t)(sign - text) : size;
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
    if (text_equal_nocase(label, name_size, "age"))
        return set_age(p, value, value_size, as_of, err);
    if (text_equal_nocase(label, name_size, "sex")) {
        bool female = text_equal_nocase(value, value_size, "female");

        if (!female && !text_equal_nocase(value, value_size, "male"))
            return error_set(err, ELIGO_USAGE, NULL, "sex is female or male");
        p->sex = female ? SEX_FEMALE : SEX_MALE;
        return ELIGO_OK;
    }
    sign = yes_or_no(value, value_size);
    c = concept_named(p, label, name_size, sign == 0);
    if (!c)
        return unknown_name(label, name_size, err);
    if (kind_of(c) == FACT_OBSERVATION) {
        fact made;

        f = put_in(p, c, FACT_OBSERVATION, at, text, size);
        if (!f)
            return error_memory(err, NULL);
        if (read_value(p, f, value, value_size, err) != ELIGO_OK) {
            p->fact_count--;
            return ELIGO_USAGE;
        }
        made = *f;
        p->fact_count--;
        take_out(p, c, as_of);
        p->facts[p->fact_count++] = made;
        patient_settle(p);
        return ELIGO_OK;
    }
    if (sign == 0)
        return error_set(err, ELIGO_USAGE, NULL, "%s is yes or no", c->name);
    take_out(p, c, sign < 0 ? DAY_NONE : as_of);
    f = put_in(p, c, kind_of(c), at, text, size);
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
            return error_set(err, ELIGO_USAGE, NULL, "\"%.*s\" is no date; write it as 2021-03-01", (int)(when_size < 80 ? when_size : 80), when);
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
        return unknown_name(label, name_size, err);
    if ((kind_of(c) == FACT_OBSERVATION) != (value != NULL))
        return error_set(err, ELIGO_USAGE, NULL, value ? "%s has no value" : "%s needs a value: NAME=VALUE @ DATE", c->name);
    f = put_in(p, c, kind_of(c), at, text, size);
    if (!f)
        return error_memory(err, NULL);
    if (value && read_value(p, f, value, value_size, err) != ELIGO_OK) {
        p->fact_count--;
        return ELIGO_USAGE;
    }
    if (f->kind == FACT_CONDITION || f->kind == FACT_DEVICE || f->kind == FACT_ALLERGY || f->kind == FACT_CONSENT)
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
        return unknown_name(text, size, err);
    for (size_t i = 0; i < p->fact_count; i++)
        if (strlen(p->facts[i].id) != size || memcmp(p->facts[i].id, text, size) != 0)
            p->facts[kept++] = p->facts[i];
    if (kept < p->fact_count) {
        p->fact_count = kept;
        return ELIGO_OK;
    }
    c = concept_named(p, text, size, true);
    if (c && take_out(p, c, DAY_NONE))
        return ELIGO_OK;
    c = concept_named(p, text, size, false);
    if (!c)
        return unknown_name(text, size, err);
    if (!take_out(p, c, DAY_NONE))
        return error_set(err, ELIGO_USAGE, NULL, "the record has no %s", c->name);
    return ELIGO_OK;
}

/* ---- the difference ---- */

whatif_result whatif_compare(const rules *trial, const patient *before, const patient *after, const eval_policy *policy, arena *a)
{
    whatif_result out;
    eval_record *x = eval_record_new(before, policy, a), *y = eval_record_new(after, policy, a);
    whatif_change *changes = NULL;
    const eval_node **leaves = NULL;
    size_t change_room = 0, leaf_room = 0;

    memset(&out, 0, sizeof out);
    if (!x || !y)
        return out;
    out.before = screen_trial(x, trial);
    out.after = screen_trial(y, trial);
    for (size_t i = 0; !arena_failed(a) && i < out.after.count; i++) {
        const screen_criterion *was = &out.before.criteria[i], *is = &out.after.criteria[i];

        for (size_t n = 0; n < is->count && n < was->count; n++) {
            const eval_node *o = &was->nodes[n], *m = &is->nodes[n];

            if ((o->truth != m->truth || o->verdict != m->verdict) &&
                arena_grow(a, (void **)&changes, out.change_count, &change_room, sizeof *changes))
                changes[out.change_count++] = (whatif_change){is->criterion, o, m};
            if (is->verdict == VERDICT_FAIL && m->verdict == VERDICT_FAIL && m->rule->count == 0 &&
                arena_grow(a, (void **)&leaves, out.keeping_out_count, &leaf_room, sizeof *leaves))
                leaves[out.keeping_out_count++] = m;
        }
    }
    out.changes = changes;
    out.keeping_out = leaves;
    return out;
}
