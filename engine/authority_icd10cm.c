/* ICD-10-CM: the order file of CMS, a code a line in fixed columns, or the tabular list as XML.
 * What the seventh character adds (initial, subsequent, sequela) is no thing of its own; external
 * causes (V to Y) and reasons for encounters (Z) are told, too, but as codes without a category.
 * Inclusion terms are not told: they are narrower than their code, not names of it. */
#include "engine/authority_read.h"

#include <libxml/xmlreader.h>
#include <string.h>

enum { MOST_LEVELS = 12, CODE_ROOM = 24, TITLE_AT = 77 };

typedef struct codes_above { /* the codes on the way to the last one */
    char code[MOST_LEVELS][CODE_ROOM];
    size_t count;
} codes_above;

static category category_of(const char *code)
{
    return strchr("VWXYZ", *code) ? CATEGORY_NONE : CATEGORY_CONDITION;
}

static bool tell_code(authority_reader *r, const char *code, const char *above, const char *title)
{
    authority_fact f = {.kind = strlen(code) > 6 && !strchr(code, '-') ? AUTHORITY_SOURCE
                                                                       : AUTHORITY_TERM,
                        .id = code,
                        .name = title,
                        .system = CODE_ICD10CM,
                        .code = code,
                        .category = category_of(code),
                        .valid = true},
                   below = {.kind = AUTHORITY_BELOW, .id = code, .other = above, .valid = true};

    return authority_tell(r, &f) && (!above || authority_tell(r, &below));
}

/* ---- the order file ---- */

static bool read_line(authority_reader *r, char *text, size_t size)
{
    codes_above *above = r->state ? r->state : (r->state = arena_alloc(r->kept, sizeof *above));
    char code[CODE_ROOM] = "";
    size_t n = 0;

    if (!above)
        return false;
    if (size == 0)
        return true;
    if (size <= TITLE_AT || text[5] != ' ' || text[13] != ' ') {
        error_set(r->err, ELIGO_EPARSE, r->path,
                  "line %zu is none of the order file (icd10cm_order_YYYY.txt)", r->line);
        return false;
    }
    while (n < 7 && text[6 + n] != ' ')
        n++;
    memcpy(code, text + 6, n);
    while (above->count &&
           strncmp(above->code[above->count - 1], code, strlen(above->code[above->count - 1])) != 0)
        above->count--;
    if (!tell_code(r, code, above->count ? above->code[above->count - 1] : NULL, text + TITLE_AT))
        return false;
    if (above->count < MOST_LEVELS)
        memcpy(above->code[above->count++], code, CODE_ROOM);
    return true;
}

/* ---- the tabular list ---- */

/* "A00.0" -> "A000"; false: too long. */
static bool plain_code(const xmlChar *text, char out[CODE_ROOM])
{
    size_t n = 0;

    for (; text && *text && n + 1 < CODE_ROOM; text++)
        if (*text != '.' && *text > ' ')
            out[n++] = (char)*text;
    out[n] = 0;
    return n > 0 && text && !*text;
}

/* A diag or section begins: its code, and, once its desc is read, its title. */
typedef struct tabular {
    codes_above above;
    int depth[MOST_LEVELS];
    bool named[MOST_LEVELS]; /* the title was told */
} tabular;

static bool tabular_text(authority_reader *r, tabular *t, xmlTextReaderPtr x, const char *element)
{
    xmlChar *text = xmlTextReaderReadString(x);
    size_t top = t->above.count;
    bool ok = true;

    if (top && strcmp(element, "name") == 0 && !*t->above.code[top - 1])
        plain_code(text, t->above.code[top - 1]);
    else if (top && strcmp(element, "desc") == 0 && !t->named[top - 1] && *t->above.code[top - 1]) {
        char *bracket = text ? strrchr((char *)text, '(') : NULL;

        if (bracket && strchr(t->above.code[top - 1], '-')) /* "(A00-A09)" */
            *bracket = 0;
        t->named[top - 1] = true;
        ok = tell_code(r, t->above.code[top - 1], top > 1 ? t->above.code[top - 2] : NULL,
                       text ? (char *)text : "");
    }
    xmlFree(text);
    return ok;
}

static bool tabular_node(authority_reader *r, tabular *t, xmlTextReaderPtr x)
{
    const char *element = (const char *)xmlTextReaderConstName(x);
    bool opens = xmlTextReaderNodeType(x) == XML_READER_TYPE_ELEMENT;
    bool code = strcmp(element, "diag") == 0 || strcmp(element, "section") == 0;
    int depth = xmlTextReaderDepth(x);

    if (opens && code && !xmlTextReaderIsEmptyElement(x)) {
        xmlChar *id = strcmp(element, "section") == 0
                          ? xmlTextReaderGetAttribute(x, (const xmlChar *)"id")
                          : NULL;
        size_t top = t->above.count;

        if (top < MOST_LEVELS) {
            *t->above.code[top] = 0;
            plain_code(id, t->above.code[top]);
            t->depth[top] = depth;
            t->named[top] = false;
            t->above.count++;
        }
        xmlFree(id);
    } else if (!opens && code && t->above.count && t->depth[t->above.count - 1] == depth)
        t->above.count--;
    else if (opens && t->above.count && depth == t->depth[t->above.count - 1] + 1 &&
             (strcmp(element, "name") == 0 || strcmp(element, "desc") == 0))
        return tabular_text(r, t, x, element);
    return true;
}

/* True where the file is XML, which is then read whole. */
static bool read_tabular(authority_reader *r)
{
    input *in = input_open(r->path, r->err);
    bool xml = in && memmem(input_peek(in, 5, r->err).text, 5, "<", 1);
    xmlTextReaderPtr x;
    tabular t = {0};
    int state;

    if (in)
        input_close(in);
    if (!xml)
        return r->err->code != ELIGO_OK;
    x = xmlReaderForFile(r->path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!x) {
        error_memory(r->err, r->path);
        return true;
    }
    while ((state = xmlTextReaderRead(x)) == 1)
        if ((xmlTextReaderNodeType(x) == XML_READER_TYPE_ELEMENT ||
             xmlTextReaderNodeType(x) == XML_READER_TYPE_END_ELEMENT) &&
            !tabular_node(r, &t, x))
            break;
    if (state < 0) {
        error_set(r->err, ELIGO_EPARSE, r->path, "is no well-formed XML");
        r->err->line = (size_t)xmlTextReaderGetParserLineNumber(x);
    } else if (r->stopped && r->err->code == ELIGO_OK)
        r->err->code = ELIGO_EWRITE;
    xmlFreeTextReader(x);
    return true;
}

const authority_file authority_icd10cm[] = {
    {.name = "",
     .inside = {""},
     .line = read_line,
     .all = read_tabular,
     .needed = true,
     .whole = true},
    {.name = NULL},
};
