#include "grammar/tagger.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { ANCHOR_PARTS = 14 };

/* ---- second pass: what only the neighbours tell ---- */

typedef struct settler {
    const char *text;
    const lexicon *lx;
    arena *arena;
    part *in;
    size_t count;
} settler;

static part_kind kind_at(const settler *s, size_t i)
{
    return i < s->count ? s->in[i].kind : PART_END;
}

/* "non-" joined to "type 2 diabetes": its last word names something of its own, which the words
 * before it narrow. */
static bool narrows_a_noun(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    atoms a = lexicon_cut(s->lx, s->text + p->span.start, p->span.end - p->span.start, s->arena);
    lexicon_hit last;

    return i && s->text[s->in[i - 1].span.end] == '-' && a.count > 1 &&
           lexicon_match(s->lx, &a, a.count - 1, &last) && last.thing && last.thing != p->hit.thing;
}

static bool numeral(part_kind k)
{
    return k == PART_NUMBER || k == PART_ORDINAL;
}

/* Words that may stand between a comparator and its number, or between the ends of a range. */
static bool between_words(part_kind k)
{
    return k == PART_FILL || k == PART_AGEWORD || k == PART_OF || k == PART_EVERY || k == PART_WITH;
}

static size_t skip_fill(const settler *s, size_t i)
{
    for (size_t n = 0; n < 4 && i < s->count && between_words(s->in[i].kind); n++)
        i++;
    return i;
}

/* Does a length of time begin at i: [at least] N unit, or a unit alone ("the last year")? */
static bool time_ahead(const settler *s, size_t i, bool unit_alone)
{
    for (size_t n = 0; n < 4 && (kind_at(s, i) == PART_CMP || kind_at(s, i) == PART_FILL ||
                                 kind_at(s, i) == PART_BETWEEN || kind_at(s, i) == PART_LAST ||
                                 kind_at(s, i) == PART_PRIOR || kind_at(s, i) == PART_NEXT ||
                                 kind_at(s, i) == PART_FOLLOW || kind_at(s, i) == PART_EVERY ||
                                 kind_at(s, i) == PART_FROM);
         n++)
        i++;
    if (numeral(kind_at(s, i))) {
        size_t k = i + 1;

        /* "6 to 12 months", "3-6 months" */
        if ((kind_at(s, k) == PART_DASH || kind_at(s, k) == PART_TOWORD ||
             kind_at(s, k) == PART_OR || kind_at(s, k) == PART_AND) &&
            numeral(kind_at(s, k + 1)))
            k += 2;
        if (kind_at(s, k) == PART_ORMORE)
            k++;
        return kind_at(s, k) == PART_UNIT && s->in[k].period;
    }
    if (!unit_alone || kind_at(s, i) != PART_WORD)
        return false;
    unit_hit hit;
    return unit_match(s->text + s->in[i].span.start, s->in[i].span.end - s->in[i].span.start, NULL,
                      &hit) &&
           hit.of_time && hit.size == s->in[i].span.end - s->in[i].span.start && hit.size >= 3;
}

/* Where an anchor that begins at i ends: at the next sign, connective or number. */
static size_t anchor_end(const settler *s, size_t i)
{
    size_t k = i;

    for (; k < s->count && k - i < ANCHOR_PARTS; k++) {
        switch (s->in[k].kind) {
        case PART_COMMA:
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_COLON:
        case PART_BRACKET:
        case PART_DASH:
        case PART_AND:
        case PART_ANDOR:
        case PART_BUT:
        case PART_EXCEPT:
        case PART_UNLESS:
        case PART_IF:
        case PART_CMP:
        case PART_WITHIN:
        case PART_NOT:
        case PART_MUST:
        case PART_COUNTOF:
        case PART_INCLUDE:
        case PART_DEFINED:
        case PART_LONGER:
        case PART_FORGROUP:
        case PART_WHEN:
        case PART_BEFORE: return k;
        case PART_NUMBER:
            /* "day 1", "visit 2" */
            if (k == i || s->in[k - 1].kind != PART_WORD || kind_at(s, k + 1) == PART_UNIT)
                return k;
            break;
        case PART_OR:
            /* "prior to or on the date of" */
            if (kind_at(s, k + 1) != PART_ON && kind_at(s, k + 1) != PART_ATTIME &&
                kind_at(s, k + 1) != PART_FILL)
                return k;
            if (k != i)
                return k;
            break;
        default: break;
        }
    }
    return k;
}

/* Gives `p` the anchor that the parts [i, end) name. */
static void set_anchor(settler *s, part *p, size_t i, size_t end)
{
    const part *named = NULL, *thing = NULL;
    size_t from = i;

    while (from < end && (between_words(s->in[from].kind) || s->in[from].kind == PART_ON ||
                          s->in[from].kind == PART_ATTIME || s->in[from].kind == PART_OR ||
                          s->in[from].kind == PART_PERSON))
        from++;
    for (size_t k = from; k < end; k++) {
        if (!named && (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
                       s->in[k].kind == PART_CONSENT))
            named = &s->in[k];
        if (!thing && s->in[k].kind == PART_THING && s->in[k].hit.thing)
            thing = &s->in[k];
    }
    if (end == from) {
        p->anchor = "unstated";
        return;
    }
    p->span.end = s->in[end - 1].span.end > p->span.end ? s->in[end - 1].span.end : p->span.end;
    if (named && named->kind == PART_INCLUSION)
        p->anchor = "study entry";
    else if (named && named->kind == PART_CONSENT)
        p->anchor = "consent";
    else if (named)
        p->anchor = named->value;
    else
        p->anchor = arena_text(s->arena, s->text + s->in[from].span.start,
                               s->in[end - 1].span.end - s->in[from].span.start);
    /* an event of the record: no study word in it */
    if (thing && (!named || thing < named))
        p->anchor_concept = thing->hit.thing;
    if (thing && !named)
        p->anchor =
            arena_text(s->arena, s->text + thing->span.start, thing->span.end - thing->span.start);
}

/* True where an anchor word stands within the next few parts ("of enrollment", "from the date of
 * surgery"). */
static bool anchor_ahead(const settler *s, size_t i)
{
    size_t end = anchor_end(s, i);

    for (size_t k = i; k < end; k++)
        if (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
            s->in[k].kind == PART_CONSENT || (s->in[k].kind == PART_THING && s->in[k].hit.thing))
            return true;
    return false;
}

static bool time_behind(const part_list *out)
{
    size_t n = out->count;

    if (n && (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_ORMORE))
        n--;
    return n && out->at[n - 1].kind == PART_UNIT && out->at[n - 1].period;
}

static bool quantity_behind(const part_list *out)
{
    return out->count &&
           (numeral(out->at[out->count - 1].kind) || out->at[out->count - 1].kind == PART_UNIT ||
            out->at[out->count - 1].kind == PART_ULN);
}

/* A comparator among the last parts of the same bound: which way it points, 0 where there is none.
 */
static int direction_behind(const part_list *out)
{
    size_t n = out->count;

    for (size_t back = 0; back < 4 && n > 0; back++) {
        const part *p = &out->at[--n];

        if (p->kind == PART_CMP)
            return p->value[0] == '<' ? -1 : p->value[0] == '>' ? 1 : 0;
        if (!numeral(p->kind) && p->kind != PART_UNIT && p->kind != PART_MULT &&
            p->kind != PART_ULN)
            return 0;
    }
    return 0;
}

static int direction(const part *p)
{
    return p->value[0] == '<' ? -1 : p->value[0] == '>' ? 1 : 0;
}

static bool between_behind(const part_list *out)
{
    size_t n = out->count;

    for (size_t back = 0; back < 5 && n > 0; back++) {
        const part *p = &out->at[--n];

        if (p->kind == PART_BETWEEN)
            return true;
        if (p->kind == PART_ANDN || p->kind == PART_TO)
            return false;
        if (!numeral(p->kind) && p->kind != PART_UNIT && p->kind != PART_CMP)
            return false;
    }
    return false;
}

static void push(settler *s, part_list *out, const part *p, part_kind kind)
{
    if (!arena_grow(s->arena, (void **)&out->at, out->count, &out->room, sizeof *out->at))
        return;
    out->at[out->count] = *p;
    out->at[out->count++].kind = kind;
}

/* A comparator's words that turned out to be none ("under treatment with", "higher education"). */
static part_kind no_comparator(const settler *s, const part *p)
{
    if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "under"))
        return PART_CURRENT;
    if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "below"))
        return PART_FOLLOWING;
    return PART_FILL;
}

/* and, or, comma at i between the numbers of one bound, range or list? */
static part_kind number_connective(settler *s, const part_list *out, size_t i)
{
    part_kind kind = s->in[i].kind;
    size_t next = i + 1;

    if (!quantity_behind(out))
        return kind;
    if (kind == PART_COMMA && (kind_at(s, next) == PART_AND || kind_at(s, next) == PART_OR ||
                               kind_at(s, next) == PART_BUT)) {
        /* "≥18, and <80": the comma goes, the connective decides */
        size_t after = skip_fill(s, next + 1);

        if (kind_at(s, after) == PART_CMP && direction_behind(out) &&
            direction(&s->in[after]) == -direction_behind(out) && s->in[next].kind == PART_AND)
            return PART_END;
        if (numeral(kind_at(s, after)) && numeral(out->at[out->count - 1].kind) &&
            !direction_behind(out) && out->count > 1 &&
            (out->at[out->count - 2].kind == PART_COMMAN ||
             out->at[out->count - 2].kind == PART_ORN))
            return PART_END;
        return kind;
    }
    if (kind == PART_COMMA || kind == PART_AND || kind == PART_BUT) {
        size_t after = skip_fill(s, next);

        if (kind != PART_COMMA && between_behind(out) &&
            (numeral(kind_at(s, after)) || kind_at(s, after) == PART_CMP))
            return PART_ANDN;
        if (kind_at(s, after) == PART_CMP && direction_behind(out) &&
            direction(&s->in[after]) == -direction_behind(out) &&
            numeral(kind_at(s, skip_fill(s, after + 1))))
            return PART_ANDN;
    }
    /* "one or two of the following" */
    if (kind == PART_OR && numeral(out->at[out->count - 1].kind) && numeral(kind_at(s, next)) &&
        kind_at(s, next + 1) == PART_COUNTOF)
        return PART_ORN;
    /* lists of grades: numbers without comparator and without unit, "I, II or III", "0 or 1" */
    if (kind == PART_COMMA || kind == PART_OR || kind == PART_AND || kind == PART_ANDOR ||
        kind == PART_SLASH) {
        const part *behind = &out->at[out->count - 1];

        if (numeral(behind->kind) && !behind->word_number && numeral(kind_at(s, next)) &&
            !s->in[next].word_number && kind_at(s, next + 1) != PART_ORMORE &&
            kind_at(s, next + 1) != PART_ORLESS && behind->number < 100) {
            bool scale = false, list_ends = kind != PART_COMMA;

            if (kind_at(s, next + 1) == PART_UNIT && s->in[next + 1].period)
                return kind; /* "at 6, 12 or 24 months": times, not grades */
            /* a comma list must end in a connective or go on with numbers only */
            for (size_t k = next + 1; !list_ends && k + 1 < s->count + 2; k += 2) {
                part_kind c = kind_at(s, k);
                if (c == PART_OR || c == PART_AND || c == PART_ANDOR)
                    list_ends = true;
                else if (c == PART_COMMA &&
                         (kind_at(s, k + 1) == PART_OR || kind_at(s, k + 1) == PART_AND))
                    list_ends = true;
                else if (c == PART_COMMA && numeral(kind_at(s, k + 1)))
                    continue;
                else {
                    list_ends = c == PART_END || c == PART_BRACKET;
                    break;
                }
            }
            for (size_t n = out->count; n-- > 0 && out->count - n < 12;) {
                part_kind k = out->at[n].kind;
                if (k == PART_THING || k == PART_WORD || k == PART_BRACKET) {
                    scale = true;
                    break;
                }
                if (k == PART_CMP && out->at[n].value[0] != '=')
                    return kind;
            }
            if (scale && list_ends)
                return kind == PART_COMMA ? PART_COMMAN : PART_ORN;
        }
    }
    return kind;
}

/* "older than", "over the age of", "between ages": the words tell that an age is meant. */
static bool says_age(const settler *s, const part *p)
{
    static const char *const words[] = {"older", "old", "younger", "young", "elder", "age", "ages"};

    for (size_t i = p->span.start; i < p->span.end; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            size_t n = strlen(words[k]);

            if ((i == p->span.start || !isalpha((unsigned char)s->text[i - 1])) &&
                i + n <= p->span.end && strncasecmp(s->text + i, words[k], n) == 0 &&
                (i + n == p->span.end || !isalpha((unsigned char)s->text[i + n])))
                return true;
        }
    return false;
}

/* "18 <= age <= 75", "30 > BMI": the bound stands before what it bounds. Written as "age >= 18 and
 * <= 75" it goes on with the comparator behind the name. Returns where to go on; i: it is none. */
static size_t turned(settler *s, part_list *out, size_t i)
{
    size_t measure = kind_at(s, i + 1) == PART_UNIT ? i + 1 : i, cmp = measure + 1, name = cmp + 1,
           end = name;
    const char *sign;
    part turn, link;

    if (kind_at(s, cmp) != PART_CMP || !direction(&s->in[cmp]) ||
        (out->count && (out->at[out->count - 1].kind == PART_CMP || quantity_behind(out))))
        return i;
    sign = s->in[cmp].value;
    while (end < s->count && end < name + 3 &&
           (s->in[end].kind == PART_AGEWORD || s->in[end].kind == PART_FILL ||
            (s->in[end].kind == PART_THING && s->in[end].hit.quantity)))
        end++;
    if (end == name || s->in[cmp].span.end - s->in[cmp].span.start > 3)
        return i;
    for (size_t k = name; k < end; k++)
        push(s, out, &s->in[k], s->in[k].kind);
    turn = s->in[cmp];
    turn.value = sign[0] == '<' ? (sign[1] ? ">=" : ">") : (sign[1] ? "<=" : "<");
    push(s, out, &turn, PART_CMP);
    push(s, out, &s->in[i], PART_NUMBER);
    if (measure > i)
        push(s, out, &s->in[measure], PART_UNIT);
    if (kind_at(s, end) == PART_CMP && direction(&s->in[end]) == direction(&s->in[cmp]) &&
        numeral(kind_at(s, end + 1))) {
        link = s->in[end];
        link.value = "";
        link.span.end = link.span.start;
        push(s, out, &link, PART_ANDN);
    }
    return end;
}

static part_list settle(settler *s, unsigned depth);

static void settle_bracket(settler *s, part *p, unsigned depth)
{
    settler in = {s->text, s->lx, s->arena, (part *)p->inside, p->inside_count};
    part_list l;

    if (depth >= BRACKET_DEPTH)
        return;
    l = settle(&in, depth + 1);
    p->inside = l.at;
    p->inside_count = l.count;
}

/* "a minimum life expectancy of 12 weeks": the comparator waits for its number. */
static bool waits(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    const char *text = s->text + p->span.start;
    size_t n = p->span.end - p->span.start, k = i + 1;

    if (!text_starts_nocase(text, n, "min") && !text_starts_nocase(text, n, "max") &&
        !text_starts_nocase(text, n, "a min") && !text_starts_nocase(text, n, "a max") &&
        !text_starts_nocase(text, n, "mnim"))
        return false;
    for (; k < s->count && k < i + 8; k++) {
        if (numeral(s->in[k].kind))
            return k > i + 1;
        switch (s->in[k].kind) {
        case PART_THING:
        case PART_WORD:
        case PART_AGEWORD:
        case PART_OF:
        case PART_FILL:
        case PART_COLON:
        case PART_QUAL:
        case PART_BRACKET:
        case PART_WITH:
        case PART_PERSON: break;
        default: return false;
        }
    }
    return false;
}

/* "For women of childbearing age, ...": a group of people stands behind "for", with a comma or a
 * colon behind it, at the beginning of a clause. */
static bool group_ahead(const settler *s, const part_list *out, size_t i)
{
    size_t k = i + 1;

    if (out->count && out->at[out->count - 1].kind != PART_PERIOD &&
        out->at[out->count - 1].kind != PART_SEMICOLON &&
        out->at[out->count - 1].kind != PART_COMMA && out->at[out->count - 1].kind != PART_COLON)
        return false;
    while (kind_at(s, k) == PART_FILL || kind_at(s, k) == PART_ANYOF ||
           kind_at(s, k) == PART_ALLOF || kind_at(s, k) == PART_QUAL)
        k++;
    if (kind_at(s, k) != PART_SEX && kind_at(s, k) != PART_PERSON &&
        !(k < s->count && s->in[k].roles & ROLE_AGE_GROUP) &&
        !(kind_at(s, k) == PART_THING && s->in[k].hit.thing &&
          (s->in[k].hit.thing->flags & (CONCEPT_FEMALE | CONCEPT_MALE))))
        return false;
    for (size_t n = 0; n < 14; n++, k++) {
        part_kind kind = kind_at(s, k);

        if (kind == PART_COMMA || kind == PART_COLON)
            return kind_at(s, k + 1) != PART_END;
        if (kind == PART_END || kind == PART_PERIOD || kind == PART_SEMICOLON)
            return false;
    }
    return false;
}

static part_list settle(settler *s, unsigned depth)
{
    part_list out = {0};
    const part *waiting = NULL;

    for (size_t i = 0; i < s->count && !arena_failed(s->arena); i++) {
        part *p = &s->in[i];
        part_kind next = kind_at(s, i + 1);
        size_t at;

        switch (p->kind) {
        case PART_BRACKET:
            /* "18 years (inclusive) to 75" */
            if (p->inside_count == 1 && quantity_behind(&out) &&
                (p->inside[0].kind == PART_EDGE || p->inside[0].kind == PART_INCLUDE)) {
                out.at[out.count - 1].edge = strcmp(p->inside[0].value, "ex") == 0 ? 'x' : 'i';
                break;
            }
            settle_bracket(s, p, depth);
            push(s, &out, p, PART_BRACKET);
            break;

        case PART_EDGE:
            if (quantity_behind(&out))
                out.at[out.count - 1].edge = strcmp(p->value, "ex") == 0 ? 'x' : 'i';
            else
                push(s, &out, p, PART_FILL);
            break;

        case PART_NUMBER:
            if ((at = turned(s, &out, i)) > i) {
                i = at - 1;
                break;
            }
            /* a number in words counts only where it measures or counts something */
            if (p->word_number) {
                bool counted =
                    next == PART_UNIT || next == PART_COUNTOF || next == PART_MULT ||
                    next == PART_ORMORE || next == PART_ORLESS || next == PART_NORMAL ||
                    next == PART_ULN || next == PART_HALFLIFE ||
                    (out.count && (out.at[out.count - 1].kind == PART_CMP ||
                                   out.at[out.count - 1].kind == PART_TO ||
                                   out.at[out.count - 1].kind == PART_BETWEEN ||
                                   out.at[out.count - 1].kind == PART_ANDN)) ||
                    ((next == PART_TOWORD || next == PART_OR) && numeral(kind_at(s, i + 2)));

                if (!counted) {
                    push(s, &out, p,
                         p->number >= 2 && next == PART_THING ? PART_NUMBER : PART_FILL);
                    break;
                }
            }
            /* weeks and days, years and months: one length */
            if (next == PART_UNIT && s->in[i + 1].period) {
                size_t k = i + 2;

                if (kind_at(s, k) == PART_AND || kind_at(s, k) == PART_COMMA)
                    k++;
                if (numeral(kind_at(s, k)) && kind_at(s, k + 1) == PART_UNIT &&
                    s->in[k + 1].period && !s->in[k].word_number &&
                    period_days((period){1, s->in[k + 1].period}) <
                        period_days((period){1, s->in[i + 1].period}) &&
                    s->in[k].number < 60 && s->in[i + 1].span.end + 6 > s->in[k].span.start) {
                    part whole = *p, measure = s->in[k + 1];
                    double ratio = s->in[i + 1].period == 'a' && measure.period == 'm'   ? 12
                                   : s->in[i + 1].period == 'w' && measure.period == 'd' ? 7
                                   : s->in[i + 1].period == 'd' && measure.period == 'h' ? 24
                                   : s->in[i + 1].period == 'h' && measure.period == 'n' ? 60
                                                                                         : 0;
                    if (ratio > 0) {
                        whole.number = p->number * ratio + s->in[k].number;
                        push(s, &out, &whole, PART_NUMBER);
                        push(s, &out, &measure, PART_UNIT);
                        i = k + 1;
                        break;
                    }
                }
            }
            if (waiting) {
                push(s, &out, waiting, PART_CMP);
                out.at[out.count - 1].span = p->span;
                waiting = NULL;
            }
            push(s, &out, p, PART_NUMBER);
            break;

        case PART_UNIT: {
            push(s, &out, p, PART_UNIT);
            /* "... or 5 half-lives, whichever is longer" belongs to the length before it */
            size_t k = i + 1;
            if (p->period && (kind_at(s, k) == PART_OR || kind_at(s, k) == PART_COMMA ||
                              kind_at(s, k) == PART_BRACKET)) {
                if (kind_at(s, k) == PART_COMMA && kind_at(s, k + 1) == PART_OR)
                    k++;
                if (kind_at(s, k + 1) == PART_CMP)
                    k++;
                if (numeral(kind_at(s, k + 1)) &&
                    (kind_at(s, k + 2) == PART_HALFLIFE ||
                     (kind_at(s, k + 2) == PART_FILL && kind_at(s, k + 3) == PART_HALFLIFE))) {
                    out.at[out.count - 1].half_lives = s->in[k + 1].number;
                    i = kind_at(s, k + 2) == PART_HALFLIFE ? k + 2 : k + 3;
                    while (kind_at(s, i + 1) == PART_LONGER ||
                           (kind_at(s, i + 1) == PART_COMMA && kind_at(s, i + 2) == PART_LONGER))
                        i++;
                }
            }
            break;
        }

        case PART_CMP: {
            size_t k = skip_fill(s, i + 1);
            /* ">= grade II": the word goes before the comparator */
            if (numeral(kind_at(s, k + 1)) &&
                (kind_at(s, k) == PART_WORD ||
                 (kind_at(s, k) == PART_THING && s->in[k].hit.quantity)) &&
                (s->in[k].roles & ROLE_SCALE)) {
                push(s, &out, &s->in[k], s->in[k].kind);
                push(s, &out, p, PART_CMP);
                out.at[out.count - 1].span =
                    (eligo_span){s->in[k + 1].span.start, s->in[k + 1].span.start};
                i = k;
                break;
            }
            bool number = numeral(kind_at(s, k)) || kind_at(s, k) == PART_ULN ||
                          (kind_at(s, k) == PART_CMP && k == i + 1);

            if (kind_at(s, k) == PART_NORMAL && k == i + 1 && strchr("<>", p->value[0]) &&
                p->span.end - p->span.start <= 2)
                number = true;
            if (k == i + 1 && kind_at(s, k) == PART_DASH && numeral(kind_at(s, k + 1)))
                number = true; /* "< -2.5" */
            if (!number) {
                /* "above normal", "18 years or older (>=)" */
                part_kind as = no_comparator(s, p);
                if (waits(s, i)) {
                    waiting = p;
                    if (says_age(s, p))
                        push(s, &out, p, PART_AGEWORD);
                    break;
                }
                if (kind_at(s, k) != PART_NORMAL) {
                    push(s, &out, p, as);
                    break;
                }
            }
            /* two comparators for one: "equal or > 18", "= < 1" */
            if (kind_at(s, k) == PART_CMP) {
                const part *two = &s->in[k];
                if (p->value[0] == '=' || two->value[0] == '=') {
                    const part *real = p->value[0] == '=' ? two : p;
                    part both = *p;
                    both.value = real->value[0] == '<' ? "<=" : real->value[0] == '>' ? ">=" : "=";
                    both.span.end = two->span.end;
                    push(s, &out, &both, PART_CMP);
                    i = k;
                    break;
                }
                push(s, &out, p, PART_FILL);
                break;
            }
            if (says_age(s, p) && !(out.count && out.at[out.count - 1].kind == PART_ANDN))
                push(s, &out, p, PART_AGEWORD);
            /* words between go; "the age of" tells what is measured */
            for (size_t m = i + 1; m < k; m++)
                if (s->in[m].kind == PART_AGEWORD)
                    push(s, &out, &s->in[m], PART_AGEWORD);
            push(s, &out, p, PART_CMP);
            i = k - 1;
            break;
        }

        case PART_BETWEEN:
        case PART_FROM: {
            size_t k = skip_fill(s, i + 1);

            if (p->kind == PART_FROM && time_behind(&out) && anchor_ahead(s, i + 1)) {
                size_t end = anchor_end(s, i + 1);
                part q = *p;
                set_anchor(s, &q, i + 1, end);
                push(s, &out, &q, PART_OFEVENT);
                i = end - 1;
                break;
            }
            if (numeral(kind_at(s, k)) ||
                (kind_at(s, k) == PART_CMP && numeral(kind_at(s, k + 1)))) {
                if (says_age(s, p))
                    push(s, &out, p, PART_AGEWORD);
                for (size_t m = i + 1; m < k; m++)
                    if (s->in[m].kind == PART_AGEWORD)
                        push(s, &out, &s->in[m], PART_AGEWORD);
                push(s, &out, p, PART_BETWEEN);
                i = k - 1;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_TOWORD: {
            size_t k = skip_fill(s, i + 1);

            if (quantity_behind(&out) &&
                (numeral(kind_at(s, k)) ||
                 (kind_at(s, k) == PART_CMP && numeral(kind_at(s, k + 1))) ||
                 (kind_at(s, k) == PART_DASH && numeral(kind_at(s, k + 1))))) {
                push(s, &out, p, PART_TO);
                i = k - 1;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_DASH:
            if (quantity_behind(&out) &&
                (numeral(next) || (next == PART_CMP && numeral(kind_at(s, i + 2)))) &&
                !direction_behind(&out) &&
                !(out.at[out.count - 1].kind == PART_UNIT && !out.at[out.count - 1].period &&
                  !p->joined))
                push(s, &out, p, PART_TO);
            else if (numeral(next) && s->in[i + 1].joined &&
                     (!out.count || out.at[out.count - 1].kind == PART_CMP ||
                      out.at[out.count - 1].kind == PART_BETWEEN ||
                      out.at[out.count - 1].kind == PART_TO ||
                      out.at[out.count - 1].kind == PART_ANDN)) {
                if (out.count) /* a sign */ {
                    s->in[i + 1].number = -s->in[i + 1].number;
                    s->in[i + 1].span.start = p->span.start;
                }
            } else if (quantity_behind(&out) && (next == PART_TOWORD || next == PART_AND))
                ; /* "18- and 65-years", "-1- to -10" */
            else if (!p->joined || (i + 1 < s->count && !s->in[i + 1].joined))
                push(s, &out, p, PART_DASH);
            break;

        case PART_AND:
        case PART_OR:
        case PART_ANDOR:
        case PART_COMMA:
        case PART_BUT:
        case PART_SLASH: {
            part_kind as = number_connective(s, &out, i);

            if (as == PART_ANDN) {
                push(s, &out, p, PART_ANDN);
                i = skip_fill(s, i + 1) - 1;
            } else if (as != PART_END)
                push(s, &out, p, as);
            break;
        }

        case PART_MULT: {
            size_t k = skip_fill(s, i + 1);

            /* "3 x ULN", "3 times the normal"; "twice a week" and "2 x 2" are something else */
            if (quantity_behind(&out) &&
                (kind_at(s, k) == PART_ULN || kind_at(s, k) == PART_NORMAL)) {
                push(s, &out, p, PART_MULT);
                i = k - 1;
            } else if (quantity_behind(&out) && kind_at(s, k) == PART_CMP &&
                       (kind_at(s, k + 1) == PART_NORMAL || kind_at(s, k + 1) == PART_ULN)) {
                push(s, &out, p, PART_MULT); /* "twice higher than normal" */
                i = k;
            } else if (quantity_behind(&out) && kind_at(s, k) == PART_WORD &&
                       (kind_at(s, k + 1) == PART_ULN || kind_at(s, k + 1) == PART_NORMAL)) {
                push(s, &out, p, PART_MULT); /* "3 times the institutional ULN" */
                i = k;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_NORMAL:
            if (out.count && (out.at[out.count - 1].kind == PART_MULT ||
                              out.at[out.count - 1].kind == PART_CMP ||
                              (out.at[out.count - 1].kind == PART_NUMBER &&
                               out.at[out.count - 1].word_number))) {
                part q = *p;
                int way = direction_behind(&out);

                q.value = out.at[out.count - 1].kind == PART_CMP && way < 0 ? "lln" : "uln";
                push(s, &out, &q, PART_ULN);
            } else {
                part q = *p;
                q.value = "result:normal";
                push(s, &out, &q, PART_QUAL);
            }
            break;

        case PART_ULN:
            if (quantity_behind(&out) || (out.count && (out.at[out.count - 1].kind == PART_MULT ||
                                                        out.at[out.count - 1].kind == PART_CMP)))
                push(s, &out, p, PART_ULN);
            else
                push(s, &out, p, PART_WORD);
            break;

        case PART_PREDICTED:
            push(s, &out, p,
                 out.count && out.at[out.count - 1].kind == PART_UNIT ? PART_PREDICTED : PART_WORD);
            break;

        case PART_ORMORE:
        case PART_ORLESS:
            /* behind "years of age", too: "18 years of age or older" */
            while (out.count > 1 && out.at[out.count - 1].kind == PART_AGEWORD &&
                   (out.at[out.count - 2].kind == PART_UNIT ||
                    out.at[out.count - 2].kind == PART_NUMBER)) {
                part *u = &out.at[out.count - 2];
                u->age = true;
                u->span.end = out.at[out.count - 1].span.end;
                out.count--;
            }
            if (numeral(kind_at(s, skip_fill(s, i + 1))) &&
                kind_at(s, skip_fill(s, i + 1) + 1) != PART_COUNTOF) {
                /* "at least 18 and under 90": a connective and a comparator after all */
                bool conj = tolower((unsigned char)s->text[p->span.start]) == 'a';
                bool less = p->kind == PART_ORLESS;
                part q = *p;

                q.value = less ? "<" : ">";
                if (says_age(s, p))
                    push(s, &out, &q, PART_AGEWORD);
                if (conj && out.count &&
                    (direction_behind(&out) == (less ? 1 : -1) ||
                     out.at[out.count - 1].kind == (less ? PART_ORMORE : PART_ORLESS))) {
                    part n = *p;
                    n.value = "";
                    push(s, &out, &n, PART_ANDN);
                } else {
                    part n = *p;
                    n.value = "";
                    push(s, &out, &n, conj ? PART_AND : PART_OR);
                }
                push(s, &out, &q, PART_CMP);
                i = skip_fill(s, i + 1) - 1;
            } else if (quantity_behind(&out)) {
                if (says_age(s, p))
                    out.at[out.count - 1].age = true;
                push(s, &out, p, p->kind);
            } else
                push(s, &out, p, PART_WORD);
            break;

        case PART_COLON:
            /* "except for: ..." */
            if (out.count &&
                (out.at[out.count - 1].kind == PART_EXCEPT ||
                 out.at[out.count - 1].kind == PART_UNLESS ||
                 out.at[out.count - 1].kind == PART_INCLUDE ||
                 out.at[out.count - 1].kind == PART_DEFINED ||
                 out.at[out.count - 1].kind == PART_AND || out.at[out.count - 1].kind == PART_OR))
                break;
            push(s, &out, p, PART_COLON);
            break;

        case PART_QUAL:
            /* "in recent 3 months" */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "recent") &&
                numeral(next) && kind_at(s, i + 2) == PART_UNIT && s->in[i + 2].period)
                push(s, &out, p, PART_LAST);
            else
                push(s, &out, p, PART_QUAL);
            break;

        case PART_NOT:
            /* "non-pedunculated": an adjective; "non-smoker" denies */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "non") &&
                (next == PART_WORD || next == PART_QUAL ||
                 (next == PART_THING &&
                  (narrows_a_noun(s, i + 1) ||
                   (p->span.end < s->in[i + 1].span.start && s->text[p->span.end] == '-' &&
                    s->in[i + 1].hit.thing && s->in[i + 1].hit.thing->category != CATEGORY_SOCIAL &&
                    (kind_at(s, i + 2) == PART_THING ||
                     (kind_at(s, i + 2) == PART_WORD && !s->in[i + 2].roles))))))) {
                /* "non-type 2 diabetes": of the diabetes, what is not of type 2 */
                part q = s->in[i + 1];
                q.span.start = p->span.start;
                q.roles = 0;
                q.denied = true;
                push(s, &out, &q, next == PART_QUAL ? PART_QUAL : PART_WORD);
                i++;
            } else {
                /* "no prior", "never", "no current": a negation with its tense */
                part q = *p;

                q.value = strcmp(p->value, "one") == 0 ? "one" : "";
                push(s, &out, &q, PART_NOT);
                if (strcmp(p->value, "history") == 0)
                    push(s, &out, &q, PART_HISTORY);
                else if (strcmp(p->value, "current") == 0)
                    push(s, &out, &q, PART_CURRENT);
            }
            break;

        case PART_SEX: {
            /* "male or female": everybody */
            size_t k = i + 1;

            if ((kind_at(s, k) == PART_OR || kind_at(s, k) == PART_AND ||
                 kind_at(s, k) == PART_SLASH || kind_at(s, k) == PART_ANDOR ||
                 kind_at(s, k) == PART_COMMA) &&
                kind_at(s, k + 1) == PART_SEX && strcmp(s->in[k + 1].value, p->value) != 0) {
                part q = *p;
                q.span.end = s->in[k + 1].span.end;
                q.value = "sexes";
                push(s, &out, &q, PART_PERSON);
                i = k + 1;
            } else
                push(s, &out, p, PART_SEX);
            break;
        }

        case PART_WITHIN:
            if (time_ahead(s, i + 1, true)) {
                push(s, &out, p, PART_WITHIN);
                while (kind_at(s, i + 1) == PART_FILL || kind_at(s, i + 1) == PART_EVERY)
                    i++;
            } else
                push(s, &out, p, PART_FILL);
            break;

        case PART_LAST:
        case PART_PRIOR:
            if (time_ahead(s, i + 1, true)) {
                push(s, &out, p, PART_LAST);
                while (kind_at(s, i + 1) == PART_FILL)
                    i++;
                if (kind_at(s, i + 1) == PART_WORD) { /* "the last year": one */
                    unit_hit hit;
                    part *w = &s->in[i + 1];
                    part measure = *w;

                    if (unit_match(s->text + w->span.start, w->span.end - w->span.start, NULL,
                                   &hit) &&
                        hit.of_time) {
                        measure.unit.ucum = arena_text(s->arena, hit.ucum, strlen(hit.ucum));
                        measure.unit.text = arena_text(s->arena, s->text + w->span.start,
                                                       w->span.end - w->span.start);
                        measure.period = hit.period;
                        push(s, &out, &measure, PART_UNIT);
                        i++;
                    }
                }
            } else if (p->kind == PART_PRIOR && time_behind(&out))
                push(s, &out, p, PART_AGO);
            else
                push(s, &out, p, p->kind == PART_PRIOR ? PART_HISTORY : PART_FILL);
            break;

        case PART_NEXT:
        case PART_FOLLOW:
            if (time_ahead(s, i + 1, true) && out.count &&
                out.at[out.count - 1].kind == PART_WITHIN) {
                push(s, &out, p, PART_NEXT);
                if (kind_at(s, i + 1) == PART_WORD) {
                    unit_hit hit;
                    part measure = s->in[i + 1];

                    if (unit_match(s->text + measure.span.start,
                                   measure.span.end - measure.span.start, NULL, &hit) &&
                        hit.of_time) {
                        measure.unit.ucum = arena_text(s->arena, hit.ucum, strlen(hit.ucum));
                        measure.period = hit.period;
                        push(s, &out, &measure, PART_UNIT);
                        i++;
                    }
                }
                break;
            }
            if (p->kind == PART_NEXT) {
                push(s, &out, p, PART_FILL);
                break;
            }
            if (next == PART_END || next == PART_COLON ||
                (out.count && (out.at[out.count - 1].kind == PART_ANYOF ||
                               out.at[out.count - 1].kind == PART_ALLOF)) ||
                text_starts_nocase(s->text + p->span.start, p->span.end - p->span.start, "the ")) {
                push(s, &out, p, PART_FOLLOWING);
                break;
            }
            /* fall through */
        case PART_BEFORE:
        case PART_AFTER: {
            bool after = p->kind != PART_BEFORE;
            size_t end = anchor_end(s, i + 1);

            /* "before 24 weeks of gestation" bounds an age, "post-traumatic" is a word */
            if (!after && numeral(next)) {
                part q = *p;
                q.value = "<";
                push(s, &out, &q, PART_CMP);
                break;
            }
            /* "pre-operative", "post-traumatic": words, but where a length of time stands before
             * them */
            if (p->span.end - p->span.start <= 4 && !time_behind(&out) &&
                kind_at(s, i + 1) != PART_ANCHOR &&
                !(kind_at(s, i + 1) == PART_THING && s->in[i + 1].hit.thing &&
                  s->in[i + 1].hit.thing->category == CATEGORY_PROCEDURE)) {
                push(s, &out, p, PART_FILL);
                break;
            }
            if (end == i + 1 && time_behind(&out)) {
                push(s, &out, p, after ? PART_FILL : PART_AGO);
                break;
            }
            if (end == i + 1 || !(anchor_ahead(s, i + 1) || time_behind(&out))) {
                push(s, &out, p, PART_WORD);
                break;
            }
            part q = *p;
            set_anchor(s, &q, i + 1, end);
            push(s, &out, &q, after ? PART_AFTER : PART_BEFORE);
            i = end - 1;
            break;
        }

        case PART_OF:
            /* "at least 2 of:", "2 of 3:" */
            if (out.count && numeral(out.at[out.count - 1].kind) &&
                (next == PART_COLON ||
                 ((numeral(next) || next == PART_FILL) && kind_at(s, i + 2) == PART_COLON))) {
                part q = *p;

                if (next != PART_COLON)
                    q.span.end = s->in[++i].span.end;
                push(s, &out, &q, PART_COUNTOF);
                break;
            }
            if (time_behind(&out) && out.at[out.count - 1].kind == PART_UNIT &&
                anchor_ahead(s, i + 1)) {
                bool window = false;

                for (size_t k = out.count; k-- > 0 && out.count - k < 6;)
                    if (out.at[k].kind == PART_WITHIN || out.at[k].kind == PART_CMP ||
                        out.at[k].kind == PART_LAST)
                        window = true;
                if (window) {
                    size_t end = anchor_end(s, i + 1);
                    part q = *p;

                    set_anchor(s, &q, i + 1, end);
                    push(s, &out, &q, PART_OFEVENT);
                    i = end - 1;
                    break;
                }
            }
            push(s, &out, p, PART_OF);
            break;

        case PART_AGO: push(s, &out, p, time_behind(&out) ? PART_AGO : PART_FILL); break;

        case PART_FOR:
            if (time_ahead(s, i + 1, true)) {
                push(s, &out, p, PART_FOR);
                while (kind_at(s, i + 1) == PART_FILL || kind_at(s, i + 1) == PART_EVERY ||
                       kind_at(s, i + 1) == PART_OF)
                    i++;
            } else
                push(
                    s, &out, p,
                    !text_starts_nocase(s->text + p->span.start, p->span.end - p->span.start, "for")
                        ? PART_WORD
                    : group_ahead(s, &out, i) ? PART_FORGROUP
                                              : PART_FILL);
            break;

        case PART_WHO:
            /* "patient or partner": either of them */
            if (out.count > 1 && out.at[out.count - 2].kind == PART_PERSON &&
                (out.at[out.count - 1].kind == PART_OR ||
                 out.at[out.count - 1].kind == PART_ANDOR ||
                 out.at[out.count - 1].kind == PART_SLASH)) {
                part q = *p;

                q.span.start = out.at[out.count - 2].span.start;
                q.either = true;
                out.count -= 2;
                push(s, &out, &q, PART_WHO);
                break;
            }
            push(s, &out, p, PART_WHO);
            break;

        case PART_FAMILY: {
            part q = *p;

            q.either = strcmp(p->value, "either") == 0;
            q.value = "family";
            push(s, &out, &q, PART_FAMILY);
            break;
        }

        case PART_IF:
            /* "provided consent": a verb, no condition */
            push(s, &out, p,
                 text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start,
                                   "provided") &&
                         (next == PART_CONSENT || next == PART_JUDGE ||
                          (out.count && out.at[out.count - 1].kind == PART_AND) ||
                          (out.count && out.at[out.count - 1].kind == PART_HISTORY))
                     ? PART_FILL
                     : PART_IF);
            break;

        case PART_COUNTOF:
            if (quantity_behind(&out) || (out.count && (out.at[out.count - 1].kind == PART_ORMORE ||
                                                        out.at[out.count - 1].kind == PART_ORLESS)))
                push(s, &out, p, PART_COUNTOF);
            else
                push(s, &out, p, PART_FOLLOWING);
            break;

        case PART_ANYOF:
            /* "any" alone is a filler; "at least one of the following" counts */
            if (next == PART_FOLLOWING || next == PART_FOLLOW || next == PART_COUNTOF)
                push(s, &out, p, PART_ANYOF);
            else
                push(s, &out, p, PART_FILL);
            break;

        case PART_ALLOF:
            push(s, &out, p,
                 next == PART_FOLLOWING || next == PART_FOLLOW || next == PART_COUNTOF ||
                         (p->span.end - p->span.start > 4)
                     ? PART_ALLOF
                     : PART_FILL);
            break;

        case PART_LONGER:
        case PART_EVERY:
        case PART_HALFLIFE: push(s, &out, p, PART_FILL); break;

        case PART_ATTIME: {
            /* "at screening", "at the time of surgery": when it is looked at */
            size_t k = i + 1, end = anchor_end(s, i + 1);
            bool anchor = false;

            for (; k < end && k < i + 5; k++)
                if (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
                    s->in[k].kind == PART_CONSENT) {
                    anchor = true;
                    break;
                }
            if (anchor) {
                part q = *p;
                q.span.end = s->in[k].span.end;
                push(s, &out, &q, PART_FILL);
                i = k;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_ANCHOR: {
            /* not behind "before": an ordinary word, or the name of something */
            part q = *p;
            atoms a =
                lexicon_cut(s->lx, s->text + p->span.start, p->span.end - p->span.start, s->arena);
            bool found = false;

            for (size_t k = 0; k < a.count && !found; k++) {
                lexicon_hit hit;
                if (lexicon_match(s->lx, &a, k, &hit)) {
                    q.hit = hit;
                    q.hit.span.start += p->span.start;
                    q.hit.span.end += p->span.start;
                    found = true;
                }
            }
            push(s, &out, &q, found ? PART_THING : PART_WORD);
            break;
        }

        case PART_INCLUSION: push(s, &out, p, PART_FILL); break;

        case PART_DIAGNOSIS: {
            part q = *p;
            q.value = "certainty:confirmed";
            push(s, &out, &q, PART_QUAL);
            break;
        }

        case PART_ON: {
            /* "on aspirin" is use; "on the day of", "on CT" are not */
            bool drug = next == PART_THING && s->in[i + 1].hit.thing &&
                        (s->in[i + 1].hit.thing->category == CATEGORY_MEDICATION ||
                         s->in[i + 1].hit.thing->category == CATEGORY_PROCEDURE);
            if (strcmp(p->value, "exposure") ==
                0) { /* to a drug: its use; to dust: something else */
                size_t k = i + 1;

                while (kind_at(s, k) == PART_QUAL || kind_at(s, k) == PART_FILL)
                    k++;
                drug = kind_at(s, k) == PART_THING && s->in[k].hit.thing &&
                       s->in[k].hit.thing->category == CATEGORY_MEDICATION;
                if (drug)
                    push(s, &out, p, PART_CURRENT);
                else {
                    part noun = *p, to = *p;

                    while (noun.span.end > noun.span.start &&
                           !isspace((unsigned char)s->text[noun.span.end - 1]))
                        noun.span.end--;
                    to.span.start = noun.span.end;
                    while (noun.span.end > noun.span.start &&
                           isspace((unsigned char)s->text[noun.span.end - 1]))
                        noun.span.end--;
                    push(s, &out, &noun, PART_WORD);
                    push(s, &out, &to, PART_FILL);
                }
                break;
            }
            push(s, &out, p, drug ? PART_CURRENT : PART_FILL);
            break;
        }

        case PART_HISTORY:
            /* "the patients had at least one of ..." tells no past */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "had") &&
                (next == PART_ANYOF || next == PART_CMP || next == PART_NUMBER ||
                 next == PART_FOLLOWING || next == PART_ALLOF))
                push(s, &out, p, PART_FILL);
            else
                push(s, &out, p, PART_HISTORY);
            break;

        case PART_JUDGE:
            /* "comply with any of the following" speaks of the list */
            push(s, &out, p,
                 next == PART_ANYOF || next == PART_ALLOF || next == PART_FOLLOWING ||
                         next == PART_COUNTOF
                     ? PART_FILL
                     : PART_JUDGE);
            break;

        default: push(s, &out, p, p->kind); break;
        }
    }
    return out;
}
parts token_parts(const char *text, size_t size, const lexicon *lx, arena *a)
{
    part_list raw = {0}, done;
    atoms words = {0};
    settler s;
    bool cut = false;

    if (!tag_parts(text, size, lx, a, &raw, &words, &cut))
        return (parts){.text = text, .size = size};
    s = (settler){text, lx, a, raw.at, raw.count};
    done = settle(&s, 0);
    if (arena_failed(a))
        return (parts){.text = text, .size = size};
    return (parts){text, size, done.at, done.count, cut, words};
}
