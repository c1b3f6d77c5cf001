/* A rule for people and for programs: JSON (the contract's eligo.rules/1), and plain words. */
#ifndef ELIGO_RULES_PRINT_H
#define ELIGO_RULES_PRINT_H

#include "engine/base/jsonout.h"
#include "rules/rule.h"

/* The whole object of a trial. What rules/load.c reads again gives equal rules. */
void rules_print_json(json_out *o, const rules *r);
/* A NODE. */
void rule_print_json(json_out *o, const rule *r);
/* A FINDING; with `fingerprint`, `trial` and `source` where they are not NULL. */
void finding_print_json(json_out *o, const finding *f, const char *fingerprint, const char *trial,
                        const char *source);
/* The member `impact` of an open object; nothing where `i` is NULL. */
void finding_print_impact(json_out *o, const finding_impact *i);

/* One leaf, or a whole rule, on one line, in words that depend on the meaning alone:
 * "creatinine clearance < 15 mL/min", "history of epilepsy within 3 years before the index date". A
 * node of several parts is written with "and", "or" and brackets. `text` and `at` are the
 * criterion's text and where it begins, for words that were not understood; text may be NULL. */
void rule_print_words(buffer *b, const rule *r, const char *text, eligo_span at);
/* The same as a sentence that an author may paste: what narrows a thing stands before it, and
 * nothing says what was understood of it. */
void rule_print_sentence(buffer *b, const rule *r);
/* The head of a node that has parts: "any of", "at least 2 of", "except"; of a leaf its words. */
void rule_print_head(buffer *b, const rule *r, const char *text, eligo_span at);

/* A trial, a node a line, indented, ids in front, findings behind. No control character of an
 * input gets through. */
void rules_print_tree(buffer *b, const rules *r);

/* Text of an input as it may be shown on a terminal: line breaks and blanks become one blank,
 * control and direction characters visible escapes. */
void text_print_safe(buffer *b, const char *text, size_t size);

typedef struct rules_clauses {
    size_t all, opaque; /* leaves; those not understood */
} rules_clauses;
rules_clauses rules_count(const rules *r);
/* "41 of 43 clauses understood; 2 opaque: E13.2, E9.4" */
void rules_print_coverage(buffer *b, const rules *r);

#endif
