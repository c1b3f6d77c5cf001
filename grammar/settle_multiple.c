/* Numbers that are multiples of a limit, "3 x ULN", "twice the normal", and what is normal by
 * itself. */
#include "grammar/settle.h"

#include <ctype.h>
#include <string.h>

size_t settle_limit_ahead(const settler *s, size_t i)
{
    for (size_t n = 0; n < 6; n++, i++) {
        switch (settle_kind(s, i)) {
        case PART_ULN:
        case PART_NORMAL: return i;
        case PART_COMMA: /* "3 times, compared to the upper limit" */
            if (settle_kind(s, i + 1) != PART_FILL || strcmp(s->in[i + 1].value, "compared") != 0)
                return 0;
            break;
        case PART_CMP: /* "twice higher than normal" */
        case PART_FILL:
        case PART_OF:
        case PART_EVERY:
        case PART_MULT: break;
        case PART_NUMBER: /* "5 times the 99th percentile URL" */
            if (settle_kind(s, i + 1) != PART_UNIT || !s->in[i + 1].unit.text ||
                !strcasestr(s->in[i + 1].unit.text, "entile"))
                return 0;
            i++;
            break;
        case PART_WORD: /* "3 times the institutional ULN" */
            if (settle_kind(s, i + 1) != PART_ULN && settle_kind(s, i + 1) != PART_NORMAL)
                return 0;
            break;
        default: return 0;
        }
    }
    return 0;
}

void settle_above(settler *s, part_list *out, size_t from, size_t limit)
{
    part cmp;
    size_t n = out->count;

    if (settle_direction(out) || !n || out->at[n - 1].kind != PART_NUMBER)
        return;
    for (size_t i = from; i < limit; i++) {
        if (settle_kind(s, i) != PART_CMP || s->in[i].value[0] != '>')
            continue;
        cmp = s->in[i];
        cmp.value = ">?";
        cmp.span.start = cmp.span.end = out->at[n - 1].span.start;
        settle_push(s, out, &out->at[n - 1], PART_NUMBER);
        if (out->count > n) {
            out->at[n - 1] = cmp;
            out->at[n - 1].kind = PART_CMP;
        }
        return;
    }
}

/* "<= 2.5 x ULN (<= 5 x if there are metastases)": of the same limit. */
static bool multiple_again(const settler *s, const part_list *out, size_t i)
{
    if (!s->limit || settle_behind(out) != PART_NUMBER || !settle_direction(out))
        return false;
    switch (settle_kind(s, i + 1)) {
    case PART_END:
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_PERIOD:
    case PART_IF:
    case PART_WHEN:
    case PART_UNLESS:
    case PART_WITH:
    case PART_WITHIN:
    case PART_FORGROUP:
    case PART_FOR: return true;
    default: return false;
    }
}

size_t settle_multiple(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t k;

    /* "increased by a factor of 1.5 than normal" */
    if (strcmp(p->value, "before") == 0) {
        size_t first = settle_skip_fill(s, i + 1), limit = 0;
        bool up = false;

        if (settle_kind(s, first) == PART_NUMBER)
            limit = settle_limit_ahead(s, first + 1);
        if (limit) {
            part cmp = *p, of = s->in[limit];

            for (size_t n = out->count; n-- > 0 && out->count - n < 4;)
                up = up ||
                     (out->at[n].kind == PART_QUAL && strcmp(out->at[n].value, "result:high") == 0);
            cmp.value = ">?";
            if (up) {
                out->count -= settle_behind(out) == PART_QUAL;
                settle_push_comparator(s, out, &cmp, p);
            }
            settle_push(s, out, &s->in[first], PART_NUMBER);
            settle_push(s, out, p, PART_MULT);
            of.value = of.kind == PART_ULN ? of.value : "uln";
            settle_push(s, out, &of, PART_ULN);
            return limit;
        }
        settle_push(s, out, p, PART_WORD);
        return i;
    }
    /* "3 x ULN", "3 times the normal"; "twice a week" and "2 x 2" are something else */
    if (settle_edge(out) && (k = settle_limit_ahead(s, i + 1)) > 0) {
        settle_above(s, out, i + 1, k);
        settle_push(s, out, p, PART_MULT);
        return k - 1;
    }
    if (multiple_again(s, out, i)) {
        part of = *p;

        of.value = s->limit;
        of.span.start = of.span.end;
        settle_push(s, out, p, PART_MULT);
        settle_push(s, out, &of, PART_ULN);
        return i;
    }
    if (settle_edge(out) && settle_behind(out) == PART_NUMBER &&
        (isalpha((unsigned char)s->text[p->span.start]) || /* "5×", and no footnote's "5*" */
         (p->span.end - p->span.start == 2 && !settle_numeral(settle_kind(s, i + 1)))))
        out->at[out->count - 1].times = true;
    settle_push(s, out, p, PART_FILL);
    return i;
}

size_t settle_normal(settler *s, part_list *out, size_t i)
{
    part q = s->in[i];
    part_kind last = settle_behind(out);

    if (last == PART_PREDICTED) /* "80 % of predicted normal" */
        return i;
    if (last == PART_MULT || last == PART_CMP ||
        (last == PART_NUMBER && out->at[out->count - 1].word_number)) {
        /* below or at least normal: its lower end; above or at most normal: its upper one */
        const char *cmp = last == PART_CMP ? out->at[out->count - 1].value : "";

        q.value = strcmp(cmp, "<") == 0 || strcmp(cmp, ">=") == 0 ? "lln" : "uln";
        if (last == PART_MULT)
            s->limit = q.value;
        settle_push(s, out, &q, PART_ULN);
    } else {
        q.value = "result:normal";
        settle_push(s, out, &q, PART_QUAL);
    }
    return i;
}
