/* The words of one piece of a trial: their parts, read once, the rule that they state, and its
 * place in the input. */
#ifndef ELIGO_GRAMMAR_WORDING_H
#define ELIGO_GRAMMAR_WORDING_H

#include "grammar/clause.h"
#include "grammar/outline.h"
#include "rules/audit.h"

/* One trial being compiled. */
typedef struct compiler {
    const mapped *text; /* NULL: the text itself is the input */
    const lexicon *lx;
    arena *arena; /* for one criterion at a time: parts, items, rules on their way */
    arena *trial; /* for what stays */
    bool audited; /* findings are asked for */
    finding_list findings;
    const parts **read; /* of each item of the criterion, by its number: its own words, once read */
    bool forgotten;     /* the arena was reset since: they are gone */
} compiler;

/* What stands above a piece and holds for it. */
typedef struct inherited {
    bool history, current, planned;
    const char *who;
    const part *window;
} inherited;

#define WORDING_TOO_LONG "longer than what is read as one criterion"

/* Bytes of a piece of clean text that begins at `base`, as bytes of the input. */
eligo_span place_span(const compiler *c, eligo_span s, size_t base);
const rule_amount *place_amount(const compiler *c, const rule_amount *m, size_t base);
/* A copy with all its spans placed; NULL: no rule, or no memory. */
const rule *place_rule(const compiler *c, const rule *r, size_t base);

/* The words of an item without those below it. */
eligo_span item_words(const outline_item *x);
/* Their parts: read once, for the rule and for what is found in the words. */
parts item_parts(const compiler *c, const outline_item *x);
/* The parts of any piece of the text. */
parts wording_parts(const compiler *c, eligo_span s);

/* How the parts of a piece are to be read; `from` may be NULL. */
clause wording_clause(const compiler *c, const parts *p, bool exclusion, const inherited *from);
/* The rule of the parts of a piece; spans are bytes of it. NULL: it says nothing. */
const rule *wording_rule(const compiler *c, const parts *p, bool exclusion, const inherited *from);
/* The same, of a piece that begins at byte `base`; spans are bytes of the input. */
const rule *wording_placed(const compiler *c, const parts *p, size_t base, bool exclusion,
                           const inherited *from);

#endif
