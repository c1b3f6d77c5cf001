#include "grammar/settle.h"

#include "engine/base/text.h"

#include <string.h>

/* "Prednisone (or equivalent) > 10 mg/day", "prednisone > 10 mg/day (or equivalent)": the dose is
 * that of the drug or of another one in its place. */

static bool is_drug(const part *p)
{
    return p->kind == PART_THING && p->hit.thing && !p->hit.quantity &&
           p->hit.thing->category == CATEGORY_MEDICATION;
}

/* May it stand between the drug and "or equivalent": a dose with its rate? */
static bool of_a_dose(const part *p)
{
    switch (p->kind) {
    case PART_CMP:
    case PART_NUMBER:
    case PART_UNIT:
    case PART_TO:
    case PART_BETWEEN:
    case PART_ORMORE:
    case PART_ORLESS:
    case PART_OF:
    case PART_FILL: return true;
    case PART_QUAL:
        return strncmp(p->value, "rate:", 5) == 0 || strcmp(p->value, "course:regular") == 0;
    default: return false;
    }
}

/* The drug that the words are about; NULL: none stands before them. */
static part *drug_behind(const part_list *out)
{
    size_t n = out->count;

    while (n && of_a_dose(&out->at[n - 1]))
        n--;
    return n && is_drug(&out->at[n - 1]) ? &out->at[n - 1] : NULL;
}

/* The dose of the drug and its equivalents as a quantity of its own. */
static bool counted_together(const settler *s, const part *drug, lexicon_hit *hit)
{
    char *name = arena_printf(s->arena, "%s or equivalent", drug->hit.thing->name);
    atoms words = name ? lexicon_cut(s->lx, name, strlen(name), s->arena) : (atoms){0};

    return words.count && lexicon_match(s->lx, &words, 0, hit) && hit->atoms == words.count &&
           hit->quantity;
}

void settle_equivalent(settler *s, part_list *out, size_t i)
{
    part *drug = drug_behind(out), word = s->in[i], link = word;
    lexicon_hit together;

    if (drug && drug == &out->at[out->count - 1]) {
        drug->roles = 0;
        drug->span.end = word.span.end + (i + 1 < s->count && s->text[word.span.end] == ')');
        if (counted_together(s, drug, &together)) {
            drug->hit = together;
            drug->hit.span = drug->span;
        } else { /* "morphine (or equivalent) > 60 mg/day": which drugs that are nobody says */
            drug->kind = PART_WORD;
            drug->hit = (lexicon_hit){0};
        }
        return;
    }
    link.span.end = link.span.start;
    link.value = "";
    settle_push(s, out, &link, PART_OR);
    word.value = "";
    settle_push(s, out, &word, PART_WORD);
}

/* Is the last that was named a drug, with nothing behind it but times, brackets and what narrows
 * it?
 */
static bool drug_named(const part_list *out)
{
    for (size_t n = out->count; n-- > 0;)
        switch (out->at[n].kind) {
        case PART_THING: return is_drug(&out->at[n]);
        case PART_COMMA:
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_COLON:
        case PART_AND:
        case PART_OR: return false;
        default: break;
        }
    return false;
}

bool settle_dose_behind(const settler *s, const part_list *out, size_t i)
{
    enum { NEAR = 6 };
    static const char dose[] = "dos"; /* and "doses", "dosage" */
    size_t k = i + 1;

    while (k < i + NEAR && (settle_kind(s, k) == PART_FILL || settle_kind(s, k) == PART_WITH ||
                            settle_kind(s, k) == PART_ATTIME || settle_kind(s, k) == PART_EVERY ||
                            settle_kind(s, k) == PART_QUAL))
        k++;
    if (settle_kind(s, k) != PART_WORD ||
        !text_starts_nocase(s->text + s->in[k].span.start, s->in[k].span.end - s->in[k].span.start,
                            dose))
        return false;
    k = settle_skip_fill(s, k + 1);
    if (settle_kind(s, k) == PART_COLON)
        k++;
    while (k < s->count && (s->in[k].kind == PART_CMP || s->in[k].kind == PART_BETWEEN))
        k++;
    return settle_kind(s, k) == PART_NUMBER && drug_named(out);
}
