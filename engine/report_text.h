/* Verdicts as text for people: one patient with every clause in the trial's own words; several as a
 * table first, then attrition and what would have to be looked up. */
#ifndef ELIGO_ENGINE_REPORT_TEXT_H
#define ELIGO_ENGINE_REPORT_TEXT_H

#include "engine/base/buffer.h"
#include "engine/screen.h"

typedef struct report_text report_text;

/* NULL: no memory. */
report_text *report_text_new(bool colour);
/* Takes a verdict in; what can be said by now goes to `out`. No memory: out->failed. */
void report_text_add(report_text *t, buffer *out, const screen_result *s);
/* The rest. */
void report_text_end(report_text *t, buffer *out);
void report_text_delete(report_text *t);

#endif
