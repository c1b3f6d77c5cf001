/* What lines that stand beside each other say of one another: that the other may do instead, or
 * that each is for one sex. */
#ifndef ELIGO_GRAMMAR_BESIDE_H
#define ELIGO_GRAMMAR_BESIDE_H

#include "grammar/outline.h"
#include "rules/rule.h"

/* The "or" that a line ends in, in bytes of the text; an empty span: it does not. */
eligo_span line_or(const char *text, const outline_item *x);
/* "Primary hyperparathyroidism" on one line, "secondary hyperparathyroidism" on the next: are they
 * the same words but for the one that says of what kind? */
bool lines_of_kinds(const char *text, const outline_item *a, const outline_item *b);
/* Does a rule ask for one sex: "men over 50", "postmenopausal women"? 'f', 'm'; 0: it does not. */
char rule_sex(const rule *r);
/* "Postmenopausal women" on one line, "men over 50" on another: nobody is asked for both. */
bool lines_part_sexes(const char *text, const outline_section *x);

/* "BMI 30 to 40" on one line, "BMI 18 to 25" on the next, or "patients with gout" and "healthy
 * volunteers": nobody meets both, and each may be meant for a group of its own that the text does
 * not name. Either may then do instead of the other. */
void lines_part_groups(arena *a, criterion *list, size_t count);

#endif
