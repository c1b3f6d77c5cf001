#include "grammar/xml.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* Each part by its elements, from the inside out. */
static const struct {
    const char *name, *parent, *grandparent;
    xml_part part;
} paths[] = {
    {"nct_id", "id_info", NULL, XML_ID},
    {"brief_title", "clinical_study", NULL, XML_BRIEF_TITLE},
    {"official_title", "clinical_study", NULL, XML_OFFICIAL_TITLE},
    {"textblock", "criteria", "eligibility", XML_CRITERIA},
    {"gender", "eligibility", NULL, XML_SEX},
    {"sex", "eligibility", NULL, XML_SEX},
    {"minimum_age", "eligibility", NULL, XML_MINIMUM_AGE},
    {"maximum_age", "eligibility", NULL, XML_MAXIMUM_AGE},
    {"healthy_volunteers", "eligibility", NULL, XML_HEALTHY},
};

typedef struct xml_state {
    xmlParserCtxtPtr parser;
    const char *bytes, *name;
    size_t size;
    arena *a;
    xml_studies *out;
    const char *open[LIMIT_XML_DEPTH];
    size_t depth;
    xml_study study;
    bool within; /* a study */
    eligo_error *err;
    eligo_code code;
} xml_state;

static void stop(xml_state *x, eligo_code code, size_t at, const char *message)
{
    if (x->code == ELIGO_OK) {
        x->code = code;
        error_at(x->err, code, x->name, x->bytes, x->size, at, "%s", message);
    }
    xmlStopParser(x->parser);
}

static size_t place(const xml_state *x)
{
    long at = xmlByteConsumed(x->parser);

    return at < 0 ? 0 : (size_t)at > x->size ? x->size : (size_t)at;
}

/* Which part the innermost open element is; XML_PARTS: none. */
static xml_part find_part(const xml_state *x)
{
    size_t d = x->depth;

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        if (d < 2 || strcmp(x->open[d - 1], paths[i].name) != 0 ||
            strcmp(x->open[d - 2], paths[i].parent) != 0)
            continue;
        if (paths[i].grandparent && (d < 3 || strcmp(x->open[d - 3], paths[i].grandparent) != 0))
            continue;
        return paths[i].part;
    }
    return XML_PARTS;
}

/* libxml2 calls this with the place before the tag's ">", and at an end tag behind its name. */
static void start_element(void *context, const xmlChar *local, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    xml_state *x = context;
    xml_part part;
    size_t at = place(x);

    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
    (void)attribute_count, (void)defaulted, (void)attributes;
    if (x->code != ELIGO_OK)
        return;
    if (x->depth == LIMIT_XML_DEPTH) {
        stop(x, ELIGO_ELIMIT, at, "the XML is nested too deeply to be a registry record");
        return;
    }
    x->open[x->depth++] = (const char *)local;
    if (strcmp((const char *)local, "clinical_study") == 0 && !x->within) {
        memset(&x->study, 0, sizeof x->study);
        x->study.whole.start = at;
        x->within = true;
    }
    part = x->within ? find_part(x) : XML_PARTS;
    if (part != XML_PARTS && !x->study.parts[part].end) {
        const char *close = memchr(x->bytes + at, '>', x->size - at);

        x->study.parts[part].start = close ? (size_t)(close - x->bytes) + 1 : x->size;
    }
}

static void end_element(void *context, const xmlChar *local, const xmlChar *prefix,
                        const xmlChar *uri)
{
    xml_state *x = context;
    size_t at = place(x);
    xml_part part;

    (void)local, (void)prefix, (void)uri;
    if (x->code != ELIGO_OK || !x->depth)
        return;
    part = x->within ? find_part(x) : XML_PARTS;
    if (part != XML_PARTS && !x->study.parts[part].end) {
        size_t start = x->study.parts[part].start, end = at;

        while (end > start && x->bytes[end - 1] != '<')
            end--;
        if (end > start)
            x->study.parts[part].end = end - 1;
        if (x->study.parts[part].end <= start)
            x->study.parts[part] = (eligo_span){0, 0}; /* "<gender/>" */
    }
    x->depth--;
    if (x->within && strcmp(x->open[x->depth], "clinical_study") == 0) {
        x->study.whole.end = at;
        x->within = false;
        if (arena_grow(x->a, (void **)&x->out->list, x->out->count, &x->out->room,
                       sizeof *x->out->list))
            x->out->list[x->out->count++] = x->study;
        else
            stop(x, ELIGO_ENOMEM, at, "no memory");
    }
}

static void entity_declaration(void *context, const xmlChar *name, int type,
                               const xmlChar *public_id, const xmlChar *system_id, xmlChar *content)
{
    xml_state *x = context;

    (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
    stop(x, ELIGO_EPARSE, place(x), "the XML defines entities of its own, which is refused");
}

static xmlEntityPtr get_entity(void *context, const xmlChar *name)
{
    (void)context;
    return xmlGetPredefinedEntity(name);
}

#if LIBXML_VERSION >= 21200
static void take_error(void *context, const xmlError *e)
#else
static void take_error(void *context, xmlErrorPtr e)
#endif
{
    xml_state *x = context;
    char message[200];
    size_t n;

    if (x->code != ELIGO_OK || e->level < XML_ERR_ERROR)
        return;
    snprintf(message, sizeof message, "not well-formed XML: %s", e->message ? e->message : "error");
    n = strcspn(message, "\r\n");
    message[n] = 0;
    stop(x, e->code == XML_ERR_NO_MEMORY ? ELIGO_ENOMEM : ELIGO_EPARSE, place(x), message);
}

eligo_code xml_read(const char *bytes, size_t size, const char *name, arena *a, xml_studies *out,
                    eligo_error *err)
{
    xml_state x = {.bytes = bytes,
                   .name = name,
                   .size = size,
                   .a = a,
                   .out = out,
                   .err = err,
                   .code = ELIGO_OK};
    xmlSAXHandler handler;

    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.entityDecl = entity_declaration;
    handler.getEntity = get_entity;
    handler.serror = take_error;
    x.parser = xmlCreateMemoryParserCtxt(bytes, (int)size);
    if (!x.parser)
        return error_memory(err, name);
    xmlCtxtUseOptions(x.parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    *x.parser->sax = handler;
    x.parser->userData = &x;
    xmlParseDocument(x.parser);
    if (x.code == ELIGO_OK && !x.parser->wellFormed)
        stop(&x, ELIGO_EPARSE, place(&x), "not well-formed XML");
    if (x.code == ELIGO_OK && x.parser->encoding &&
        xmlStrcasecmp(x.parser->encoding, BAD_CAST "UTF-8") != 0 &&
        xmlStrcasecmp(x.parser->encoding, BAD_CAST "US-ASCII") != 0)
        stop(&x, ELIGO_EPARSE, 0, "XML in another encoding than UTF-8; convert it first (iconv)");
    if (x.parser->myDoc)
        xmlFreeDoc(x.parser->myDoc);
    xmlFreeParserCtxt(x.parser);
    return x.code;
}
