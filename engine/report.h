/* Verdicts written down: JSON (the contract's eligo.verdict/1), CSV, and text for people. */
#ifndef ELIGO_ENGINE_REPORT_H
#define ELIGO_ENGINE_REPORT_H

#include "engine/base/jsonout.h"
#include "engine/screen.h"

/* Verdicts go out as they come; what needs all of them (the array of JSON, attrition, the worklist)
 * at the end. The memory used does not grow with the number of patients. `format`: ELIGO_TEXT,
 * ELIGO_JSON, ELIGO_NDJSON, ELIGO_CSV or ELIGO_HTML. `colour`: escape sequences of a terminal in
 * the text. NULL: no memory. */
typedef struct report report;
report *report_new(eligo_format format, bool colour, eligo_sink *sink, void *context);
/* The trial must stay until the end; all else may go. ELIGO_EWRITE, once, where the sink gave up.
 */
eligo_code report_add(report *r, const screen_result *s, eligo_error *err);
eligo_code report_end(report *r, eligo_error *err);
void report_delete(report *r);

/* One verdict as JSON. */
void report_json(json_out *o, const screen_result *s);

/* The truth, verdict, reason and message of a clause as members. */
void report_json_outcome(json_out *o, const eval_node *n);
/* One clause; and "policy": {...} as a member. */
void report_json_node(json_out *o, const eval_node *n);
void report_json_policy(json_out *o, const eval_policy *p);

/* A cell of CSV: quoted where RFC 4180 asks for it; text that a spreadsheet would take for a
 * formula gets a leading apostrophe, and a control character becomes a question mark. */
void csv_cell(buffer *b, const char *text, size_t size);

/* "nothing is recorded about it" ...; "" for REASON_NONE */
const char *reason_words(eval_reason reason);

#endif
