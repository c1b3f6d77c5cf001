#include "grammar/clean.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <stdlib.h>
#include <string.h>

#define TAG_BYTES 512 /* a longer one is not a tag of running text */
#define ENTITY_BYTES 12

bool mapping_new(mapping *m, arena *a, size_t room)
{
    memset(m, 0, sizeof *m);
    if (room >= UINT32_MAX) {
        arena_fail(a);
        return false;
    }
    m->text = arena_room(a, room + 1);
    m->at = arena_room(a, (room + 1) * sizeof *m->at);
    m->after = arena_room(a, (room + 1) * sizeof *m->after);
    m->room = room;
    return !arena_failed(a);
}

/* to[i] = first + i, four at a time. */
static void count_up(uint32_t *to, uint32_t first, size_t n)
{
    typedef uint32_t four __attribute__((vector_size(16)));
    four next = {first, first + 1, first + 2, first + 3};
    const four step = {4, 4, 4, 4};
    size_t i = 0;

    for (; i + 4 <= n; i += 4, next += step)
        memcpy(to + i, &next, sizeof next);
    for (; i < n; i++)
        to[i] = first + (uint32_t)i;
}

/* Bytes [i, i + n) of a text, each of which stands for itself. */
static void mapping_run(mapping *m, const mapped *raw, size_t base, size_t i, size_t n)
{
    if (n > m->room - m->size)
        n = m->room - m->size;
    memcpy(m->text + m->size, raw->text + i, n);
    if (raw->at && raw->after) {
        memcpy(m->at + m->size, raw->at + i, n * sizeof *m->at);
        memcpy(m->after + m->size, raw->after + i, n * sizeof *m->after);
    } else {
        count_up(m->at + m->size, (uint32_t)(base + i), n);
        count_up(m->after + m->size, (uint32_t)(base + i + 1), n);
    }
    m->size += n;
}

void mapping_add(mapping *m, const char *bytes, size_t size, size_t at, size_t after)
{
    for (size_t i = 0; i < size && m->size < m->room; i++) {
        m->text[m->size] = bytes[i];
        m->at[m->size] = (uint32_t)at;
        m->after[m->size++] = (uint32_t)after;
    }
}

mapped mapping_done(mapping *m)
{
    m->text[m->size] = 0;
    return (mapped){m->text, m->size, m->at, m->after};
}

/* ---- entities ---- */

typedef struct entity {
    char name[ENTITY_BYTES];
    uint32_t point;
} entity;

static const entity entities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},      {"apos", '\''},
    {"nbsp", 0xA0},     {"ge", 0x2265},    {"le", 0x2264},    {"geq", 0x2265},    {"leq", 0x2264},
    {"ges", 0x2265},    {"les", 0x2264},   {"ne", 0x2260},    {"plusmn", 0xB1},   {"times", 0xD7},
    {"divide", 0xF7},   {"micro", 0xB5},   {"mu", 0x3BC},     {"alpha", 0x3B1},   {"beta", 0x3B2},
    {"gamma", 0x3B3},   {"delta", 0x3B4},  {"Delta", 0x394},  {"kappa", 0x3BA},   {"lambda", 0x3BB},
    {"omega", 0x3C9},   {"deg", 0xB0},     {"middot", 0xB7},  {"bull", 0x2022},   {"ndash", 0x2013},
    {"mdash", 0x2014},  {"minus", 0x2212}, {"lsquo", 0x2018}, {"rsquo", 0x2019},  {"ldquo", 0x201C},
    {"rdquo", 0x201D},  {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"hellip", 0x2026}, {"sup1", 0xB9},
    {"sup2", 0xB2},     {"sup3", 0xB3},    {"frac12", 0xBD},  {"frac14", 0xBC},   {"frac34", 0xBE},
    {"permil", 0x2030}, {"ensp", 0x2002},  {"emsp", 0x2003},  {"thinsp", 0x2009}, {"zwnj", 0x200C},
    {"zwj", 0x200D},    {"shy", 0xAD},     {"reg", 0xAE},     {"trade", 0x2122},  {"copy", 0xA9},
    {"eacute", 0xE9},   {"egrave", 0xE8},  {"agrave", 0xE0},  {"ccedil", 0xE7},   {"ouml", 0xF6},
    {"uuml", 0xFC},     {"auml", 0xE4},    {"szlig", 0xDF},   {"prime", 0x2032},  {"Prime", 0x2033},
    {"larr", 0x2190},   {"rarr", 0x2192},  {"uarr", 0x2191},  {"darr", 0x2193},   {"asymp", 0x2248},
    {"sim", 0x223C},    {"tilde", '~'},    {"ast", '*'},      {"percnt", '%'},    {"lpar", '('},
    {"rpar", ')'},      {"colon", ':'},    {"semi", ';'},     {"comma", ','},     {"period", '.'},
    {"num", '#'},       {"sol", '/'},      {"lowbar", '_'},   {"Tab", ' '},       {"NewLine", '\n'},
    {"equals", '='},    {"plus", '+'},     {"half", 0xBD},    {"sect", 0xA7},     {"para", 0xB6},
};

/* The entity at p (behind '&'): its code point and how many bytes it takes, 0: none. */
static size_t read_entity(const char *p, size_t size, uint32_t *point)
{
    size_t n = 0;

    if (size > 2 && *p == '#') {
        bool hex = p[1] == 'x' || p[1] == 'X';
        uint32_t value = 0;

        for (n = hex ? 2 : 1; n < size && n < 10 && p[n] != ';'; n++) {
            char c = (char)(p[n] | 0x20);

            if (p[n] >= '0' && p[n] <= '9')
                value = value * (hex ? 16 : 10) + (uint32_t)(p[n] - '0');
            else if (hex && c >= 'a' && c <= 'f')
                value = value * 16 + (uint32_t)(c - 'a' + 10);
            else
                return 0;
        }
        if (n == size || p[n] != ';' || n < 2 || value > 0x10FFFF ||
            (value >= 0xD800 && value < 0xE000))
            return 0;
        *point = value;
        return n + 1;
    }
    while (n < size && n < ENTITY_BYTES &&
           ((p[n] >= 'a' && p[n] <= 'z') || (p[n] >= 'A' && p[n] <= 'Z') ||
            (n && p[n] >= '0' && p[n] <= '9')))
        n++;
    if (n == 0 || n >= ENTITY_BYTES)
        return 0;
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (strlen(entities[i].name) != n || memcmp(entities[i].name, p, n) != 0)
            continue;
        *point = entities[i].point;
        if (n < size && p[n] == ';')
            return n + 1;
        return i < 6 ? n : 0; /* the oldest ones are also written without the semicolon */
    }
    return 0;
}

/* ---- tags ---- */

typedef enum tag_effect {
    TAG_NOTHING,
    TAG_LINE,
    TAG_BLANK,
    TAG_ITEM,
    TAG_POWER,
    TAG_SKIP
} tag_effect;

static const struct tag {
    char name[12];
    tag_effect open, close;
} tags[] = {
    {"br", TAG_LINE, TAG_LINE},          {"p", TAG_LINE, TAG_LINE},
    {"div", TAG_LINE, TAG_LINE},         {"li", TAG_ITEM, TAG_NOTHING},
    {"ul", TAG_LINE, TAG_LINE},          {"ol", TAG_LINE, TAG_LINE},
    {"h1", TAG_LINE, TAG_LINE},          {"h2", TAG_LINE, TAG_LINE},
    {"h3", TAG_LINE, TAG_LINE},          {"h4", TAG_LINE, TAG_LINE},
    {"h5", TAG_LINE, TAG_LINE},          {"h6", TAG_LINE, TAG_LINE},
    {"tr", TAG_LINE, TAG_LINE},          {"td", TAG_BLANK, TAG_BLANK},
    {"th", TAG_BLANK, TAG_BLANK},        {"table", TAG_LINE, TAG_LINE},
    {"tbody", TAG_NOTHING, TAG_NOTHING}, {"thead", TAG_NOTHING, TAG_NOTHING},
    {"dl", TAG_LINE, TAG_LINE},          {"dt", TAG_LINE, TAG_LINE},
    {"dd", TAG_LINE, TAG_LINE},          {"sup", TAG_POWER, TAG_NOTHING},
    {"sub", TAG_NOTHING, TAG_NOTHING},   {"b", TAG_NOTHING, TAG_NOTHING},
    {"i", TAG_NOTHING, TAG_NOTHING},     {"u", TAG_NOTHING, TAG_NOTHING},
    {"em", TAG_NOTHING, TAG_NOTHING},    {"strong", TAG_NOTHING, TAG_NOTHING},
    {"span", TAG_NOTHING, TAG_NOTHING},  {"font", TAG_NOTHING, TAG_NOTHING},
    {"a", TAG_NOTHING, TAG_NOTHING},     {"small", TAG_NOTHING, TAG_NOTHING},
    {"html", TAG_LINE, TAG_LINE},        {"body", TAG_LINE, TAG_LINE},
    {"head", TAG_LINE, TAG_LINE},        {"title", TAG_LINE, TAG_LINE},
    {"meta", TAG_NOTHING, TAG_NOTHING},  {"link", TAG_NOTHING, TAG_NOTHING},
    {"img", TAG_NOTHING, TAG_NOTHING},   {"hr", TAG_LINE, TAG_LINE},
    {"section", TAG_LINE, TAG_LINE},     {"main", TAG_LINE, TAG_LINE},
    {"header", TAG_LINE, TAG_LINE},      {"footer", TAG_LINE, TAG_LINE},
    {"nav", TAG_LINE, TAG_LINE},         {"article", TAG_LINE, TAG_LINE},
    {"label", TAG_NOTHING, TAG_NOTHING}, {"button", TAG_NOTHING, TAG_NOTHING},
    {"form", TAG_LINE, TAG_LINE},        {"pre", TAG_LINE, TAG_LINE},
    {"script", TAG_SKIP, TAG_NOTHING},   {"style", TAG_SKIP, TAG_NOTHING},
};

/* A tag at p[0] == '<': its length and effect; 0: "<" is a sign. One-letter names need to be bare,
 * so that "a<b and c>d" is no tag. */
static size_t read_tag(const char *p, size_t size, tag_effect *effect)
{
    size_t n = 1, name;
    bool closes = false;
    const char *to;
    char word[12];

    if (size > 3 && memcmp(p, "<!--", 4) == 0)
        return 0;
    if (size > 1 && p[1] == '!' && size > 9 && text_starts_nocase(p + 2, size - 2, "doctype")) {
        to = memchr(p, '>', size > TAG_BYTES ? TAG_BYTES : size);
        *effect = TAG_NOTHING;
        return to ? (size_t)(to - p) + 1 : 0;
    }
    if (n < size && p[n] == '/') {
        closes = true;
        n++;
    }
    for (name = 0; n < size && name + 1 < sizeof word; n++, name++) {
        char c = p[n] >= 'A' && p[n] <= 'Z' ? (char)(p[n] | 0x20) : p[n];

        if (!((c >= 'a' && c <= 'z') || (name && c >= '1' && c <= '6')))
            break;
        word[name] = c;
    }
    word[name] = 0;
    if (!name || n >= size)
        return 0;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (strcmp(tags[i].name, word) != 0)
            continue;
        if (p[n] != '>' && p[n] != '/' && p[n] != ' ' && p[n] != '\n' && p[n] != '\t')
            return 0;
        to = memchr(p + n, '>', size - n > TAG_BYTES ? TAG_BYTES : size - n);
        if (!to)
            return 0;
        /* attributes have an equals sign right behind a name: "<b and c>" has none */
        if (p[n] != '>' && p[n] != '/') {
            const char *q = p + n;

            while (q < to && (*q == ' ' || *q == '\n' || *q == '\t'))
                q++;
            if (q < to && *q != '/') {
                while (q < to && ((*q >= 'a' && *q <= 'z') || (*q >= 'A' && *q <= 'Z') ||
                                  *q == '-' || *q == ':'))
                    q++;
                if (q == to || *q != '=')
                    return 0;
            }
        }
        *effect = closes ? tags[i].close : tags[i].open;
        return (size_t)(to - p) + 1;
    }
    return 0;
}

/* ---- single characters ---- */

/* What a code point becomes: itself, another one, or 0 for nothing. */
static uint32_t plain(uint32_t c)
{
    if (c < 0x80)
        return c;
    if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xFE0F || c == 0xFE0E)
        return 0;
    if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
        c == 0x3000)
        return ' ';
    if (c == 0x2028 || c == 0x2029 || c == 0x85)
        return '\n';
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2212: return '-';
    case 0x301C: return '~';
    case 0x3002: return '.';
    case 0x3010: return '[';
    case 0x3011: return ']';
    default: return c;
    }
}

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/* Exports of the registry's tables have '~' for line ends: where there is no line end at all, and a
 * '~' stands beside a heading, a bullet or another one. */
static bool has_tilde_lines(const mapped *raw)
{
    size_t tildes = 0;

    for (size_t i = 0; i < raw->size; i++) {
        if (raw->text[i] == '\n' || raw->text[i] == '\r')
            return false;
        if (raw->text[i] == '~' && i + 1 < raw->size &&
            (strchr("~*- ", raw->text[i + 1]) || (i > 0 && strchr(":;.", raw->text[i - 1]))))
            tildes++;
    }
    return tildes >= 2;
}

/* "19~45 years" is a range, "grade 3~4. cough" a line end and a label. */
static bool is_range(const char *t, size_t i, size_t size)
{
    size_t p = i + 1;

    if (i == 0 || t[i - 1] < '0' || t[i - 1] > '9')
        return false;
    while (p < size && p < i + 4 && t[p] >= '0' && t[p] <= '9')
        p++;
    return p > i + 1 && !(p + 1 < size && strchr(".)", t[p]) && t[p + 1] == ' ');
}

typedef struct cleaner {
    const mapped *raw;
    size_t base;
    mapping out;
    found *found;
    size_t damage; /* behind the last damaged byte */
    size_t run;    /* of the open finding; count 0: none */
} cleaner;

static size_t place(const cleaner *c, size_t i)
{
    return c->raw->at ? c->raw->at[i] : c->base + i;
}

static size_t place_after(const cleaner *c, size_t i)
{
    return c->raw->after ? c->raw->after[i] : c->base + i + 1;
}

/* Bytes [i, i + n) of the raw text become `point`. */
static void put(cleaner *c, uint32_t point, size_t i, size_t n)
{
    char bytes[4] = {0};

    mapping_add(&c->out, bytes, utf8_encode(point, bytes), place(c, i), place_after(c, i + n - 1));
}

static void damaged(cleaner *c, size_t i, size_t n, const char *what)
{
    found *f = c->found;

    put(c, ' ', i, n);
    if (f->count && c->run == f->count && c->damage == i) {
        f->list[f->count - 1].span.end = place_after(c, i + n - 1);
    } else if (f->count < LIMIT_REPORTS &&
               arena_grow(f->arena, (void **)&f->list, f->count, &f->room, sizeof *f->list)) {
        f->list[f->count++] = (finding){.code = "damaged-notation",
                                        .severity = SEVERITY_WARNING,
                                        .span = {place(c, i), place_after(c, i + n - 1)},
                                        .message = what};
        c->run = f->count;
    }
    c->damage = i + n;
}

static size_t skip_element(const mapped *raw, size_t i, size_t *limit)
{
    /* to the closing tag; what lies between was searched once at most */
    const char *name = raw->text[i + 2] == 'c' || raw->text[i + 2] == 'C' ? "</script" : "</style";
    size_t p = i < *limit ? *limit : i;

    for (; p < raw->size; p++)
        if (raw->text[p] == '<' && text_starts_nocase(raw->text + p, raw->size - p, name))
            return p;
    *limit = raw->size;
    return raw->size;
}

/* Bytes that stand for themselves wherever they are: letters, digits, most signs, blanks. */
static const bool plain_bytes[256] = {
    /* clang-format off */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0,
    /* clang-format on */
};

/* How many such bytes stand at the beginning of `text`: eight at a time, where all are signs,
 * letters or blanks of ASCII. */
static size_t plain_run(const char *text, size_t size)
{
    size_t n = 0;

    for (;;) {
        while (n + 8 <= size) {
            uint64_t x = text_bytes(text + n, 8);

            if (text_between(x, ' ', '}') != TEXT_EACH(0x80) || text_has_byte(x, '&') ||
                text_has_byte(x, '<') || text_has_byte(x, '\\'))
                break;
            n += 8;
        }
        for (size_t i = 0; i < 8; i++, n++) /* mostly a line end */
            if (n == size || !plain_bytes[(unsigned char)text[n]])
                return n;
    }
}

/* Blanks behind each other, inside a line, say no more than one; how far a line is indented does.
 */
static void squeeze(mapping *m)
{
    size_t kept = 0;
    bool begun = false; /* something stands in the line */

    for (size_t i = 0; i < m->size; i++) {
        char b = m->text[i];

        if (b == ' ' && begun && kept && m->text[kept - 1] == ' ')
            continue;
        begun = b == '\n' ? false : begun || (b != ' ' && b != '\t');
        if (kept < i) {
            m->text[kept] = b;
            m->at[kept] = m->at[i];
            m->after[kept] = m->after[i];
        }
        kept++;
    }
    m->size = kept;
}

mapped clean_text(arena *a, const mapped *raw, size_t base, found *f)
{
    cleaner c = {.raw = raw, .base = base, .found = f};
    const char *t = raw->text;
    size_t i = 0, size = raw->size, skipped = 0;
    bool tildes = has_tilde_lines(raw);

    if (!mapping_new(&c.out, a, size))
        return (mapped){"", 0, NULL, NULL};
    while (i < size) {
        unsigned char b = (unsigned char)t[i];
        uint32_t point;
        size_t used = 1, run = 0;
        tag_effect effect = TAG_NOTHING;

        run = plain_run(t + i, size - i);
        if (run) {
            mapping_run(&c.out, raw, base, i, run);
            i += run;
            continue;
        }
        if (b == '\r') {
            used = i + 1 < size && t[i + 1] == '\n' ? 2 : 1;
            put(&c, '\n', i, used);
        } else if (b == '\v' || b == '\f') {
            put(&c, '\n', i, 1);
        } else if (b < 0x20 || b == 0x7F) {
            damaged(&c, i, 1, "a control character stands in the text; what was there is lost");
        } else if (b == '\\' && i + 1 < size && is_punctuation(t[i + 1])) {
            used = 2;
            put(&c, (unsigned char)t[i + 1], i, 2);
        } else if (b == '~' && tildes && !is_range(t, i, size)) {
            put(&c, '\n', i, 1);
        } else if (b == '&') {
            size_t n;

            /* "&amp;lt;" has been escaped twice */
            while (size - i - used >= 4 && memcmp(t + i + used, "amp;", 4) == 0)
                used += 4;
            n = read_entity(t + i + used, size - i - used, &point);
            if (n) {
                used += n;
                point = point < 0x20 && point != '\n' ? ' ' : plain(point);
                if (point)
                    put(&c, point, i, used);
            } else {
                put(&c, '&', i, used);
            }
        } else if (b == '<' && (used = read_tag(t + i, size - i, &effect)) > 0) {
            bool power = i + used < size &&
                         ((t[i + used] >= '0' && t[i + used] <= '9') || t[i + used] == '-');

            if (effect == TAG_LINE) {
                put(&c, '\n', i, used);
            } else if (effect == TAG_BLANK) {
                put(&c, ' ', i, used);
            } else if (effect == TAG_ITEM) {
                mapping_add(&c.out, "\n- ", 3, place(&c, i), place_after(&c, i + used - 1));
            } else if (effect == TAG_POWER && power && c.out.size &&
                       c.out.text[c.out.size - 1] >= '0' && c.out.text[c.out.size - 1] <= '9') {
                put(&c, '^', i, used);
            } else if (effect == TAG_SKIP) {
                used = skip_element(raw, i, &skipped) - i;
            }
        } else if (b < 0x80) {
            used = 1;
            put(&c, b, i, 1);
        } else {
            point = utf8_decode(t + i, size - i, &used);
            if (point == 0xFFFD && used == 1) {
                damaged(&c, i, 1, "bytes that are not UTF-8; what was there is lost");
            } else {
                point = plain(point);
                if (point == 0x3001 && !(c.out.size && c.out.text[c.out.size - 1] >= '0' &&
                                         c.out.text[c.out.size - 1] <= '9'))
                    point = ','; /* behind a number it may be a label */
                if (point)
                    put(&c, point, i, used);
            }
        }
        i += used;
    }
    squeeze(&c.out);
    return mapping_done(&c.out);
}
