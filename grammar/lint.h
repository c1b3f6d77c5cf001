/* Findings from the words of one criterion: what can be seen in its parts and its text, before
 * there is a rule. What compares rules with each other, or a rule with the lexicon, is in
 * rules/audit.c. */
#ifndef ELIGO_GRAMMAR_LINT_H
#define ELIGO_GRAMMAR_LINT_H

#include "grammar/token.h"
#include "rules/audit.h"

typedef struct lint_text {
    const char *text; /* one piece: a criterion, the head of a list, an item */
    size_t size;
    bool exclusion;
    bool list_below; /* items of its own stand under it */
    bool item;       /* it is an item of a list inside a criterion */
} lint_text;

/* Adds the findings of a piece to `out`; spans are bytes of the piece. `list`: what phrase_parts()
 * made of it. `scratch` is for what is needed on the way. */
void lint_piece(const lint_text *t, const parts *list, const lexicon *lx, arena *scratch,
                finding_list *out);

#endif
