#include "patients/route.h"

#include "patients/result.h"

#include <stddef.h>
#include <string.h>

enum { WHOLE = 1, FIELD = 2, NAME = 4, BOTH = FIELD | NAME };

typedef struct route_row {
    const char *word, *route;
    unsigned where; /* WHOLE: the word by itself, and no part of another ("otic", "antibiotic") */
} route_row;

/* The first that is found is meant: "oral inhalation" is inhaled, and "subcutaneous" not on the
 * skin. */
static const route_row rows[] = {
    {"inhal", "inhaled", BOTH},
    {"respir", "inhaled", FIELD},
    {"nasal", "nasal", BOTH},
    {"by mouth", "oral", BOTH},
    {"oral", "oral", BOTH},
    {"po", "oral", FIELD | WHOLE},
    {"per os", "oral", FIELD},
    {"intraven", "intravenous", BOTH},
    {"iv", "intravenous", FIELD | WHOLE},
    {"subcut", "subcutaneous", BOTH},
    {"sc", "subcutaneous", FIELD | WHOLE},
    {"intramus", "intramuscular", BOTH},
    {"im", "intramuscular", FIELD | WHOLE},
    {"ophth", "ophthalmic", BOTH},
    {"ocular", "ophthalmic", FIELD},
    {"eye", "ophthalmic", FIELD | WHOLE},
    {"topical", "topical", BOTH},
    {"cutaneous", "topical", FIELD},
    {"cream", "topical", NAME},
    {"ointment", "topical", NAME},
    {"transdermal", "transdermal", BOTH},
    {"rectal", "rectal", BOTH},
    {"vaginal", "vaginal", BOTH},
    {"otic", "otic", BOTH | WHOLE},
    {"intrathecal", "intrathecal", FIELD},
};

const char *route_named(const char *folded, route_words where)
{
    unsigned asked = where == ROUTE_FIELD ? FIELD : NAME;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if ((rows[i].where & asked) &&
            (rows[i].where & WHOLE ? has_word(folded, rows[i].word)
                                   : strstr(folded, rows[i].word) != NULL))
            return rows[i].route;
    return NULL;
}
