#include "grammar/settle.h"

/* Ranges whose ends words part: "between 18 years at screening and 65 years". */

size_t settle_parted_range(const settler *s, size_t k)
{
    enum { NEAR = 8 };
    size_t words = 0;

    for (size_t m = k + 1; m < s->count && m <= k + NEAR; m++)
        switch (s->in[m].kind) {
        case PART_AND:
        case PART_TOWORD:
            return words && settle_numeral(settle_kind(s, settle_skip_fill(s, m + 1))) ? m : 0;
        case PART_UNIT:
        case PART_FILL:
        case PART_AGEWORD: break;
        case PART_WORD:
        case PART_QUAL:
        case PART_WITHIN:
        case PART_SEX:
        case PART_PERSON:
        case PART_ATTIME:
        case PART_ANCHOR:
        case PART_INCLUSION: words++; break;
        default: return 0;
        }
    return 0;
}
