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

/* Does a limit begin at i? */
static bool begins_limit(const settler *s, size_t i)
{
    part_kind k = settle_kind(s, i);

    return k == PART_CMP || k == PART_BETWEEN || k == PART_FROM || settle_numeral(k);
}

/* The limit behind the sex at i, or behind the colon that stands between; 0: there is none. */
static size_t limit_of_sex(const settler *s, size_t i)
{
    size_t k = i + 1 + (settle_kind(s, i + 1) == PART_COLON);

    return settle_kind(s, i) == PART_SEX && begins_limit(s, k) ? k : 0;
}

bool settle_head_of_sexes(settler *s, const part_list *out, size_t i)
{
    size_t n = out->count, end = i + 1;
    const char *first = NULL;
    bool both = false, limits = true;

    while (n && out->at[n - 1].kind == PART_BRACKET)
        n--;
    if (!n || out->at[n - 1].kind != PART_THING || !out->at[n - 1].hit.quantity ||
        !limit_of_sex(s, settle_skip_fill(s, i + 1)))
        return false;
    for (; end < s->count && limits; end++)
        switch (s->in[end].kind) {
        case PART_SEX:
            if (!(limits = limit_of_sex(s, end)))
                break;
            both = both || (first && !text_is(first, s->in[end].value));
            first = s->in[end].value;
            break;
        case PART_COMMA:
        case PART_SEMICOLON:
        case PART_AND:
        case PART_OR:
        case PART_COLON:
        case PART_FILL:
        case PART_UNIT:
        case PART_DASH:
        case PART_TOWORD: break;
        default: limits = begins_limit(s, end);
        }
    if (!both)
        return false;
    for (size_t k = i + 1; k + 1 < end; k++) {
        size_t next = settle_skip_fill(s, k + 1);

        if (s->in[k].kind == PART_SEMICOLON && limit_of_sex(s, next))
            s->in[k].kind = PART_COMMA;
        else if (s->in[k].kind == PART_COLON)
            s->in[k].kind = PART_FILL;
    }
    return true;
}
