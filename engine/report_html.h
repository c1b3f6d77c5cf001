/* Verdicts as one HTML file: no script, nothing from the network, fit to be printed. Whatever an
 * input says is text in it, never markup. */
#ifndef ELIGO_ENGINE_REPORT_HTML_H
#define ELIGO_ENGINE_REPORT_HTML_H

#include "engine/base/buffer.h"
#include "engine/screen.h"

typedef struct report_html report_html;

/* NULL: no memory. */
report_html *report_html_new(void);
/* The verdict, and before the first one what stands above all. No memory: out->failed. */
void report_html_add(report_html *h, buffer *out, const screen_result *s);
/* Overview, attrition, worklist and versions, which a screen shows first and paper last. */
void report_html_end(report_html *h, buffer *out);
void report_html_delete(report_html *h);

#endif
