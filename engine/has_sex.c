/* A leaf that asks whether the patient is female or male. */
#include "engine/leaf.h"

#include "engine/base/text.h"
#include "rules/sayings.h"

#include <strings.h>
#include <string.h>

sex sex_asked(const rule *r)
{
    const char *words[2] = {r->subject.concept ? r->subject.concept->id : NULL, r->subject.text};

    if (r->subject.concept ? r->subject.concept->category != CATEGORY_DEMOGRAPHIC
                           : r->subject.category != CATEGORY_DEMOGRAPHIC)
        return SEX_UNKNOWN;
    for (size_t w = 0; w < 2; w++)
        if (words[w] && text_is_any(words[w], strlen(words[w]), saying_female))
            return SEX_FEMALE;
        else if (words[w] && text_is_any(words[w], strlen(words[w]), saying_male))
            return SEX_MALE;
    if (words[0] && strcmp(words[0], "sex") == 0)
        for (size_t q = 0; q < r->qualifier_count; q++) {
            if (qualifier_says(&r->qualifiers[q], "female"))
                return SEX_FEMALE;
            if (qualifier_says(&r->qualifiers[q], "male"))
                return SEX_MALE;
        }
    return SEX_UNKNOWN;
}

void has_sex(const eval_record *x, const rule *r, sex asked, eval_node *out)
{
    sex have = x->patient->sex;
    eval_evidence *e;

    if (have != SEX_FEMALE && have != SEX_MALE) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD, "the sex is not recorded as female or male");
        return;
    }
    e = arena_alloc(x->arena, sizeof *e);
    if (e) {
        e->fact = arena_printf(x->arena, "Patient/%s", x->patient->id);
        e->text = have == SEX_FEMALE ? "female" : "male";
        e->date = date_none();
        out->evidence = e;
        out->evidence_count = 1;
    }
    node_set(out, truth_of(have == asked), REASON_NONE,
             have == SEX_FEMALE ? "the patient is female" : "the patient is male");
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (out->truth == TRUTH_TRUE && restricts(&r->qualifiers[i]) &&
            !qualifier_says(&r->qualifiers[i], "female") &&
            !qualifier_says(&r->qualifiers[i], "male"))
            node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                     arena_printf(x->arena, "\"%s\" is not recorded",
                                  r->qualifiers[i].text ? r->qualifiers[i].text : ""));
}
