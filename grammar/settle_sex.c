#include "grammar/settle.h"

/* Letters for men and women: "> 450 ms (M) or > 470 ms (F)", "M >= 50 kg, F >= 45 kg". One alone
 * may be anything (a molar unit, a stage, an abbreviation); both in one list, each in a bracket of
 * its own or in front of its limit, are the sexes. */

static role_set letter(const settler *s, const part *p)
{
    if (p->span.end - p->span.start != 1)
        return 0;
    return roles_all(s->text + p->span.start, 1) & (ROLE_LETTER_MALE | ROLE_LETTER_FEMALE);
}

/* The letter that stands at i as a sign of a sex; NULL: none does. */
static part *letter_at(const settler *s, size_t i)
{
    part *p = &s->in[i];

    if (p->kind == PART_BRACKET)
        return p->inside_count == 1 && letter(s, &p->inside[0]) ? (part *)p->inside : NULL;
    if (!letter(s, p))
        return NULL;
    return settle_kind(s, i + 1) == PART_CMP || settle_kind(s, i + 1) == PART_COLON ||
                   (i > 0 && (settle_word_is(s, i - 1, "in") || settle_word_is(s, i - 1, "for") ||
                              (s->in[i - 1].kind == PART_UNIT && s->in[i - 1].unit.text)))
               ? p
               : NULL;
}

void settle_sexes(settler *s)
{
    role_set found = 0;

    for (size_t i = 0; i < s->count; i++) {
        const part *p = letter_at(s, i);

        found |= p ? letter(s, p) : 0;
    }
    if (!(found & ROLE_LETTER_MALE) || !(found & ROLE_LETTER_FEMALE))
        return;
    for (size_t i = 0; i < s->count; i++) {
        part *p = letter_at(s, i);

        if (!p)
            continue;
        p->value = letter(s, p) & ROLE_LETTER_MALE ? "male" : "female";
        p->kind = PART_SEX;
        p->hit = (lexicon_hit){0};
        p->unit = (rule_unit){0};
        p->roles = 0;
    }
}
