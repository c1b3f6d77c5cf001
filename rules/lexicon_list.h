/* The lexicon shown to people and programs: `eligo lexicon`. Each prints into a buffer; see
 * buffer.failed for want of memory. */
#ifndef ELIGO_RULES_LEXICON_LIST_H
#define ELIGO_RULES_LEXICON_LIST_H

#include "engine/base/buffer.h"
#include "rules/concept.h"

/* All concepts (of a category; CATEGORY_NONE: of all). JSON: an array of
 * {"concept", "category", "name", "synonyms", "codes": [{"system", "code", "source"}], "parents",
 * "tier"}. */
void lexicon_list(const lexicon *lx, category only, bool json, buffer *out);
/* One concept, all of it, and what lies directly below it. False: there is no such id. */
bool lexicon_show(const lexicon *lx, const char *id, bool json, buffer *out);
/* What the words name, then what has a similar name; or what a code ("icd10cm:I21.4") means. The
 * number of concepts printed. */
size_t lexicon_find(const lexicon *lx, const char *words, bool json, buffer *out);
/* The same concepts into list[0..room), the nearest first; how many. `a` is for work. */
size_t lexicon_nearest(const lexicon *lx, const char *words, size_t size, const concept **list,
                       size_t room, arena *a);
/* All faults of a site's file, a line each (FILE:LINE:COLUMN: what); their number. Where the file
 * cannot be read: 0 and *err. `path` NULL: the core, whose tables the build has checked; its units.
 */
size_t lexicon_check(const char *path, buffer *out, eligo_error *err);

#endif
