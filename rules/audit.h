/* Findings: what the audit says of a trial's text.
 *
 * grammar/lint.c finds what the words of one criterion show; audit_rules() adds what the rules show
 * (units, values, limits that meet no one, criteria that repeat or contradict each other, the
 * registry's own fields), drops what is said of the same words twice, and puts all in order. The
 * codes and their pages: rules/findings.tsv. */
#ifndef ELIGO_RULES_AUDIT_H
#define ELIGO_RULES_AUDIT_H

#include "rules/rule.h"

typedef struct finding_list {
    arena *arena;
    finding *list;
    size_t count, room;
} finding_list;

/* Adds a finding with the usual severity of its code. Formats `message`; `suggestion` may be NULL.
 * The added one, for changes; NULL: no memory, or LIMIT_FINDINGS is reached. */
finding *finding_add(finding_list *f, const char *code, eligo_span span, const char *suggestion,
                     const char *message, ...) __attribute__((format(printf, 5, 6)));
/* What a node of several readings leaves open. */
void audit_readings(const rule *r, const criterion *of, finding_list *f);
/* True where there is such a code. */
bool finding_is_code(const char *code, size_t size);
/* The usual severity of a code. */
severity finding_severity(const char *code);
/* The place of a code in the order of precedence: of two that fit the same words the lower one is
 * said. */
unsigned finding_rank(const char *code);

/* For messages, in the arena: a rule, a number, a unit as it is printed. */
const char *finding_words(arena *a, const rule *r);
const char *finding_number(arena *a, double value);
const char *finding_unit(arena *a, const char *ucum);
/* Words narrow a quantity; a title over it ("good control (HbA1c ...)") does not. */
bool finding_narrowed(const rule *r);

/* Adds what the rules of `r` show. `document`: the bytes of the input, in which abbreviations may
 * be expanded; `scratch` is for what is needed on the way. */
void audit_rules(const rules *r, const char *document, size_t size, arena *scratch,
                 finding_list *f);
/* Adds what one limit shows: its unit and value. `shared_unit`: its unit may stand elsewhere. */
void audit_limit(const rule *limit, finding_list *f, bool shared_unit);
/* Adds what the rules of two criteria, or those and the registry's fields, show
 * (rules/audit_demands.c). `groups`: the group of each criterion; what two groups have in common is
 * no repetition. */
void audit_demands(const rules *r, const unsigned *groups, arena *scratch, finding_list *f);
/* Adds what the words of two criteria show: one repeats the other, or is its exact complement in
 * the other list, or demands the opposite (rules/audit_lines.c). */
void audit_lines(const rules *r, const unsigned *groups, arena *scratch, finding_list *f);
/* Adds what is abbreviated in the criteria and written out nowhere (rules/audit_short.c). */
void audit_short_forms(const rules *r, const char *document, size_t size, arena *scratch,
                       finding_list *f);
/* One defect, one finding: drops what lies on the words of a finding that comes first, gives each
 * its criterion and node, and sorts by place. */
void audit_settle(const rules *r, finding_list *f);

#endif
