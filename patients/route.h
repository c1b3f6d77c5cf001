/* By which way a drug is given, as records say it. */
#ifndef ELIGO_PATIENTS_ROUTE_H
#define ELIGO_PATIENTS_ROUTE_H

typedef enum route_words {
    ROUTE_FIELD, /* what stands where a route is told: "PO", "Intravenous route" */
    ROUTE_NAME   /* the name of a product: "hydrocortisone 1 % cream" */
} route_words;

/* The route that folded words (fold_plain) name, as qualifiers of a rule have it ("oral",
 * "inhaled", "topical", ...); NULL: none, or one that nobody asks for. */
const char *route_named(const char *folded, route_words where);

#endif
