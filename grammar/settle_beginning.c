#include "grammar/settle.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* "Hospitalization for hyper- or hypoglycemia": a beginning that hangs there has the end of the
 * name behind the connective. With it the head before it is read as that of both. */

/* The part of [i, count) that begins behind a beginning, its dash and a connective; 0: there is
 * none. */
static size_t name_behind(const settler *s, size_t i)
{
    size_t k = i + 2;

    if (!i || settle_kind(s, i) != PART_WORD || settle_kind(s, i + 1) != PART_DASH ||
        s->in[i + 1].span.start != s->in[i].span.end)
        return 0;
    switch (s->in[i - 1].kind) { /* a head before it: what shares a name alone is one of share.c */
    case PART_FOR:
    case PART_OF:
    case PART_FROM:
    case PART_CAUSED: break;
    default: return 0;
    }
    if (settle_kind(s, k) == PART_COMMA || settle_kind(s, k) == PART_SLASH)
        k++;
    if (settle_kind(s, k) == PART_OR || settle_kind(s, k) == PART_AND ||
        settle_kind(s, k) == PART_ANDOR)
        k++;
    return k > i + 2 && settle_kind(s, k) == PART_THING && s->in[k].hit.thing ? k : 0;
}

/* The beginning [first) with the end of the name `second`, as the lexicon has it. */
static bool whole_name(const settler *s, eligo_span first, eligo_span second, lexicon_hit *hit)
{
    enum { SHORTEST = 2, LONGEST = 7 }; /* beginnings: "un", "hyper" */
    size_t size = first.end - first.start;

    for (size_t n = SHORTEST; n <= LONGEST && second.start + n + 3 < second.end; n++) {
        const char *rest = s->text + second.start + n;
        char *text = arena_printf(s->arena, "%.*s%.*s", (int)size, s->text + first.start,
                                  (int)(second.end - second.start - n), rest);
        atoms cut = text ? lexicon_cut(s->lx, text, strlen(text), s->arena) : (atoms){0};

        if (!isalpha((unsigned char)rest[-1]))
            return false;
        /* a word that is spelled nearly so is another one: "hypoperkalemia" */
        if (cut.count && lexicon_match(s->lx, &cut, 0, hit) && hit->atoms == cut.count &&
            hit->thing && strncasecmp(hit->thing->name, text, size) == 0)
            return true;
    }
    return false;
}

void settle_beginnings(settler *s)
{
    enum { LONGEST = 7 };
    size_t n = 0;

    for (size_t i = 0; i < s->count; i++) {
        size_t k = name_behind(s, i);
        eligo_span word = s->in[i].span;
        lexicon_hit hit = {0};

        if (!k || word.end - word.start > LONGEST || !whole_name(s, word, s->in[k].span, &hit)) {
            s->in[n++] = s->in[i];
            continue;
        }
        s->in[n] = s->in[k];
        s->in[n].span = (eligo_span){word.start, s->in[i + 1].span.end};
        s->in[n++].hit = hit;
        i++; /* the dash */
    }
    s->count = n;
}

/* ---- "second to third degree AV block" ---- */

/* A word before the rest of a name that begins with another word, "first" of "third degree burn",
 * as the lexicon has it; NULL: it has none, or it is the same. */
static const concept *with_rest(const settler *s, eligo_span word, const part *name,
                                lexicon_hit *hit)
{
    const char *text = s->text + name->span.start;
    size_t n = name->span.end - name->span.start, first = 0;
    bool two = memchr(s->text + word.start, ' ', word.end - word.start); /* "type 1" */
    char *whole;
    atoms cut;

    while (first < n && text[first] != ' ' && text[first] != '-')
        first++;
    for (first += two; two && first < n && text[first] != ' ';)
        first++;
    if (first + 1 >= n || word.end <= word.start)
        return NULL;
    whole = arena_printf(s->arena, "%.*s %.*s", (int)(word.end - word.start), s->text + word.start,
                         (int)(n - first - 1), text + first + 1);
    cut = whole ? lexicon_cut(s->lx, whole, strlen(whole), s->arena) : (atoms){0};
    return cut.count && lexicon_match(s->lx, &cut, 0, hit) && hit->atoms == cut.count &&
                   hit->thing && hit->thing != name->hit.thing
               ? hit->thing
               : NULL;
}

static const char or_behind[] = "or"; /* an "or" is missing behind the part */

/* Does the second degree come right behind the first? */
static bool next_degree(const char *first, size_t size, const char *name, size_t n)
{
    static const char *const degrees[][4] = {{"first", "second", "third", "fourth"},
                                             {"1st", "2nd", "3rd", "4th"},
                                             {"I", "II", "III", "IV"}};
    size_t word = 0;

    while (word < n && name[word] != ' ' && name[word] != '-')
        word++;
    for (size_t k = 0; k < sizeof degrees / sizeof *degrees; k++)
        for (size_t i = 0; i + 1 < sizeof *degrees / sizeof **degrees; i++)
            if (text_equal_nocase(first, size, degrees[k][i]))
                return text_equal_nocase(name, word, degrees[k][i + 1]);
    return false;
}

/* The parts with an "or" behind each of `many` that has none yet, "II" of "II-III degree". */
static void put_or(settler *s, size_t many)
{
    part *out = arena_array(s->arena, s->count + many, sizeof *out);
    size_t n = 0;

    for (size_t i = 0; out && i < s->count; i++) {
        out[n++] = s->in[i];
        if (s->in[i].kind != PART_THING || s->in[i].value != or_behind)
            continue;
        out[n - 1].value = "";
        out[n++] = (part){
            .kind = PART_OR, .span = {s->in[i].span.end, s->in[i].span.end + 1}, .value = "or"};
    }
    if (out) {
        s->in = out;
        s->count = n;
    }
}

void settle_degrees(settler *s)
{
    size_t joined = 0;

    for (size_t i = 1; i < s->count; i++) {
        part *name = &s->in[i], *to = &s->in[i - 1], *first = to;
        bool dash = to->span.end + 1 == name->span.start && s->text[to->span.end] == '-';
        lexicon_hit hit = {0};

        if (name->kind != PART_THING || !name->hit.thing ||
            !(to->kind == PART_TOWORD || to->kind == PART_DASH || dash))
            continue;
        if (!dash && i > 1)
            first--;
        if (!dash && i > 2 && first->kind == PART_DASH)
            first--; /* "first- to second-degree" */
        if (first->kind == PART_THING || settle_numeral(first->kind) ||
            !with_rest(s, first->span, name, &hit) || !hit.thing->parents[0] ||
            hit.thing->parents[0] != name->hit.thing->parents[0])
            continue;
        if (next_degree(s->text + first->span.start, first->span.end - first->span.start,
                        s->text + name->span.start, name->span.end - name->span.start)) {
            *first = (part){.kind = PART_THING,
                            .span = first->span,
                            .value = dash ? or_behind : "",
                            .hit = hit};
            joined += dash;
            if (!dash) {
                to->kind = PART_OR;
                to->value = "or";
            }
        } else { /* what lies between has no name here */
            size_t start = first->span.start, end = to->span.end;
            const char *own =
                arena_printf(s->arena, "compared:%.*s", (int)(end - start), s->text + start);

            if (to != first)
                *to = (part){.kind = PART_FILL, .span = to->span, .value = ""};
            *first = (part){.kind = PART_QUAL, .span = {start, end}, .value = own ? own : ""};
            name->hit.thing = hit.thing->parents[0];
        }
    }
    if (joined)
        put_or(s, joined);
}

void settle_types(settler *s)
{
    for (size_t i = 1; i + 3 < s->count; i++) {
        part *word = &s->in[i];
        const part *name = &s->in[i + 3];
        eligo_span first = {word->span.start, s->in[i + 1].span.end};
        lexicon_hit hit = {0};

        if ((s->in[i - 1].kind != PART_BRACKET && s->in[i - 1].kind != PART_FOR &&
             s->in[i - 1].kind != PART_FILL) ||
            word->kind != PART_WORD || !settle_numeral(s->in[i + 1].kind) ||
            !part_links(s->in[i + 2].kind) || name->kind != PART_THING || !name->hit.thing ||
            !with_rest(s, first, name, &hit))
            continue;
        *word = (part){.kind = PART_THING, .span = first, .value = "", .hit = hit};
        memmove(&s->in[i + 1], &s->in[i + 2], (s->count - i - 2) * sizeof *s->in);
        s->count--;
    }
}
