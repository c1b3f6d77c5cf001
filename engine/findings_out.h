/* Between the files that write findings: findings.c (what is shown, text, JSON), findings_sarif.c,
 * findings_html.c. */
#ifndef ELIGO_ENGINE_FINDINGS_OUT_H
#define ELIGO_ENGINE_FINDINGS_OUT_H

#include "engine/base/jsonout.h"
#include "engine/findings.h"

enum { CODE_COUNT = 64, SEVERITIES = 3 };

typedef struct artifact {
    char *uri;
    size_t bytes;
    char sha256[65];
} artifact;

/* A finding that is told. */
typedef struct shown {
    const finding *finding;
    const char *suppressed; /* why it is accepted; NULL: it is not */
    char fingerprint[FINGERPRINT];
} shown;

/* A trial as it is written. */
typedef struct told {
    const rules *rules;
    const char *bytes, *path;
    size_t size;
    const shown *list; /* suppressed ones, too, which only SARIF tells of */
    size_t count;
} told;

struct findings_out {
    findings_format format;
    findings_choice choice;
    bool colour, failed;
    buffer *to;
    json_out *json;
    arena *arena; /* of a trial */
    size_t trials, shown[SEVERITIES], by_code[CODE_COUNT][SEVERITIES], suppressed, known;
    artifact *artifacts;
    size_t artifact_count;
    /* lines are counted on from the last place asked for: findings come in order, mostly */
    size_t at, line, line_start;
};

/* The place of a code among the pages, for findings_page(); false: it is none of a finding. */
size_t findings_page_of(const char *code, size_t size);
bool findings_page(size_t i);

/* Makes o->line and o->line_start those of a byte. */
void findings_seek(findings_out *o, const char *bytes, size_t place);
/* Code points up to a place of the line, from 1. */
size_t findings_column(const char *bytes, size_t line_start, size_t place);
/* True for a byte inside a character of several. */
bool findings_continues(const char *bytes, size_t i);

void sarif_begin(findings_out *o);
void sarif_put(findings_out *o, const told *t);
void sarif_end(findings_out *o);
void html_begin(findings_out *o);
void html_put(findings_out *o, const told *t);
void html_end(findings_out *o);

#endif
