/* From the text of one criterion to its parts: lexemes (criteria.l), tokens (token.c) and phrases
 * (criteria.y). All three are `part`s of the text with the bytes they cover.
 *
 *     text --criteria.l--> lexemes --token.c--> parts --criteria.y--> parts, numerals put together
 *
 * Words are looked up in token.c, the one place where the lexicon, the words of the grammar
 * (rules/cues.tsv) and units meet. What only a neighbour can tell (is "prior" a history, a window
 * or an anchor?) is settled there, with as many parts of look-ahead as it takes, so that the
 * grammar needs one. */
#ifndef ELIGO_GRAMMAR_TOKEN_H
#define ELIGO_GRAMMAR_TOKEN_H

#include "rules/roles.h"
#include "rules/rule.h"
#include "rules/unit.h"

typedef enum lexeme_kind {
    LEX_END = 0,
    LEX_NEWLINE,
    LEX_AT_MOST,
    LEX_AT_LEAST,
    LEX_LESS,
    LEX_MORE,
    LEX_EQUAL,
    LEX_PLUS_MINUS,
    LEX_TILDE,
    LEX_NUMBER,
    LEX_COMMA_NUMBER, /* "6,1": a decimal, or two of a list */
    LEX_FRACTION,
    LEX_WORD,
    LEX_ROMAN,
    LEX_DASH,
    LEX_SLASH,
    LEX_OPEN,
    LEX_CLOSE,
    LEX_COMMA,
    LEX_SEMICOLON,
    LEX_COLON,
    LEX_PERIOD,
    LEX_PLUS,
    LEX_PERCENT,
    LEX_TIMES,
    LEX_DEGREE,
    LEX_AMPERSAND,
    LEX_QUOTE,
    LEX_SIGN
} lexeme_kind;

typedef struct lexeme {
    lexeme_kind kind;
    eligo_span span;
} lexeme;

/* Lexemes of a text, and what there is among them. */
typedef struct lexemes {
    lexeme *list; /* ends with LEX_END */
    size_t count; /* without it */
    bool brackets;
    bool numbered; /* a word ends in a digit, or begins with an x: part of it may be a number's */
} lexemes;

/* Cuts a text into lexemes. False: no memory. */
bool scan_text(const char *text, size_t size, arena *a, lexemes *out);
/* The same by the rules of criteria.l alone, without the short ways for plain words and signs: what
 * the short ways must agree with, and what a plain pass of Flex takes. */
bool scan_by_rules(const char *text, size_t size, arena *a, lexeme **out, size_t *count);

typedef enum part_kind {
    PART_END,
    /* numerals, put together by criteria.y */
    PART_NUMBER,  /* number, digits as printed; second where it is a pair (140/90) */
    PART_ORDINAL, /* a stage or class: number */
    PART_UNIT,    /* unit, period */
    PART_CMP,     /* value: < <= > >= = */
    PART_ORMORE,  /* value: "." "worse" "better" */
    PART_ORLESS,
    PART_BETWEEN,
    PART_TO,
    PART_ANDN, /* "and", "or", "," between numbers of one bound or list */
    PART_ORN,
    PART_COMMAN,
    PART_MULT,
    PART_ULN, /* value: uln, lln, baseline */
    PART_PREDICTED,
    PART_WITHIN,
    PART_LAST,
    PART_NEXT,
    PART_BEFORE, /* with its anchor: anchor, anchor_concept */
    PART_AFTER,
    PART_OFEVENT,
    PART_AGO,
    PART_BEFOREAND, /* "2 weeks before and 1 week after" */
    PART_FOR,
    PART_LONGER,
    PART_COUNTOF, /* "of the following" */
    /* phrases that criteria.y makes */
    PART_QUANTITY, /* low, high, values, unit, relative */
    PART_WINDOW,   /* window */
    PART_DURATION, /* low, high, unit: "for at least 6 months" */
    PART_COUNT,    /* "two or more of the following": low, high */
    PART_EVENT,    /* an anchor without a length of time: "before surgery" */
    /* words */
    PART_THING, /* hit: a concept of the lexicon */
    PART_WORD,  /* a word of no known meaning */
    PART_QUAL,  /* value: "severity:severe" */
    PART_NOT,
    PART_HISTORY,
    PART_CURRENT,
    PART_PLANNED,
    PART_NEED,
    PART_FAMILY,
    PART_WHO, /* value: partner, donor, ... */
    PART_PERSON,
    PART_SEX, /* value: female, male */
    PART_AGEWORD,
    PART_JUDGE, /* value: the topic */
    PART_CONSENT,
    PART_MUST,
    PART_INCLUDE, /* "such as", "including" */
    PART_DEFINED, /* "defined as", "i.e." */
    PART_CAUSED,  /* "due to" */
    PART_OF,
    PART_ON,
    PART_FILL,
    PART_FOLLOWING,
    PART_WITH,     /* "with", "who": what stands behind belongs to what stands before */
    PART_NAIVE,    /* "chemotherapy-naive": never had it */
    PART_LIKE,     /* scope.c: an example of what stands before it */
    PART_EXCLUDED, /* "will be excluded" */
    PART_ANYOF,
    PART_ALLOF,
    /* connectives and signs */
    PART_AND, /* value: "both" for "both" */
    PART_OR,  /* value: "either" for "either" */
    PART_ANDOR,
    PART_COMMA,
    PART_SLASH,
    PART_SEMICOLON,
    PART_PERIOD,
    PART_COLON,
    PART_DASH,
    PART_BUT,
    PART_EXCEPT, /* value: "allowed" for what comes behind the exception */
    PART_UNLESS,
    PART_IF,
    PART_WHEN,
    PART_FORGROUP,
    PART_BRACKET, /* inside, inside_count */
    PART_DATE,    /* of the calendar */
    /* before settling: words with several uses */
    PART_NUMBERWORD,
    PART_FOLDWORD,
    PART_NORMAL,
    PART_PRIOR,
    PART_FOLLOW,
    PART_FROM,
    PART_TOWORD,
    PART_HALFLIFE,
    PART_ATTIME,
    PART_ANCHOR,
    PART_INCLUSION,
    PART_DIAGNOSIS,
    PART_EVERY,
    PART_EDGE,
    PART_KINDS
} part_kind;

/* Does it link the items of a list? */
static inline bool part_links(part_kind k)
{
    return k == PART_AND || k == PART_OR || k == PART_ANDOR || k == PART_COMMA || k == PART_SLASH;
}

/* A sign or word that divides a list: those, a dash and a semicolon. */
static inline bool part_divides(part_kind k)
{
    return part_links(k) || k == PART_DASH || k == PART_SEMICOLON;
}

typedef struct part part;
struct part {
    part_kind kind;
    eligo_span span;
    const char *value; /* of a cue; "" where it has none */
    bool capitals;     /* printed in capitals: "AND" binds looser than "and" */
    bool joined;       /* no blank before it */
    bool either;       /* the patient or somebody else: "personal or family history of" */
    bool denied;       /* "non-": a word that narrows by what it is not */
    bool word_number;  /* the number was a word */
    bool fold;         /* "twice", "double": times, and no number of things */
    bool times;        /* "3 times" of what is not said */
    bool plus;         /* a plus sign behind it: "18+", "protein 2+" */
    bool step;         /* and nothing else says that this is a bound */
    bool listed;       /* "aged 6 and 9": a range, or these two */
    bool outside;      /* of a range: what lies on either side of it */
    bool bare_time;    /* of a window: "3 months after X", and no word that says up to or from */
    bool pair;
    bool damaged;            /* its notation is */
    bool predicted;          /* percent of predicted */
    bool age;                /* "years of age": a bound on age */
    bool negative_direction; /* ORMORE "worse" on a scale where less is worse is settled with the
                                subject */
    char period;             /* of a unit of time: 'a' 'm' 'w' 'd' 'h' 'n' 's'; else 0 */
    char high_period;        /* of the upper end; 0: both ends are in `period` */
    char edge; /* of the end of a range: 'i' said to be included, 'x' excluded, 0 not said */
    char open; /* whether this end is included is open: 'h', 'l'; 0: it is not */
    rule_relative relative;
    role_set roles; /* of a single word (rules/roles.h) */
    lexicon_hit hit;
    double number, second;
    double otherwise; /* what the digits of a damaged number may mean as well; 0: nothing else */
    rule_bound low, high;
    rule_bound low2, high2; /* of the second of a pair */
    const double *values;
    size_t value_count;
    rule_unit unit;
    rule_unit high_unit; /* "8 months to 7 years": of the upper end, where it is another */
    bool apart;          /* "> 40 U/L but < 10 x ULN": the ends are measured by different things */
    rule_relative high_relative;
    double half_lives;
    const char *anchor;
    const concept *anchor_concept;
    const rule_window *window;
    const part *inside;
    size_t inside_count;
};

/* Is it a number with one end: "> 3"? */
static inline bool part_one_sided(const part *q)
{
    return !q->value_count && q->low.given != q->high.given;
}

/* Does it say of what stands before it that it is allowed: "is allowed", "are eligible"? */
static inline bool part_allows(const part *p)
{
    return p->kind == PART_EXCEPT && p->value[0] == 'a';
}

typedef struct parts {
    const char *text;
    size_t size;
    const part *list;
    size_t count;
    bool cut;    /* there are more than LIMIT_CRITERION_TOKENS: the rest was not read */
    atoms words; /* of the same text */
} parts;

/* Is it something that is done to find out or to measure: imaging, a biopsy, an ECG
 * (settle_means.c)? NULL is not. */
bool concept_finds_out(const lexicon *lx, const concept *k);

/* The parts of a text, words looked up and settled, numerals not yet put together. count 0 where
 * the arena failed. `offset` is added to no span: spans are bytes of `text`. */
parts token_parts(const char *text, size_t size, const lexicon *lx, arena *a);

/* "risk factors for severe disease:", "features of sepsis:" behind part i, which counts: the part
 * of the colon, behind which the list stands, or (where `ends` is true) `to`; i: none. What stands
 * between says what they are of, and nothing of the list. */
size_t token_counted_title(const char *text, const part *list, size_t i, size_t to, bool ends);

/* The same with numerals, bounds, ranges, windows and durations put together (criteria.y), brackets
 * too. */
parts phrase_parts(const char *text, size_t size, const lexicon *lx, arena *a);

/* ---- what criteria.y makes (phrase.c): each returns a new part covering its parts ---- */

const part *phrase_scalar(arena *a, const part *number, const part *unit);
const part *phrase_multiple(arena *a, const part *number, const part *limit);
const part *phrase_bound(arena *a, const part *cmp, const part *scalar);
/* "= 2 or higher", ">= 18 or older" */
const part *phrase_equal_open(arena *a, const part *cmp, const part *scalar, const part *ormore,
                              bool more);
const part *phrase_open(arena *a, const part *scalar, const part *ormore, bool more,
                        const part *unit);
const part *phrase_range(arena *a, const part *first, const part *last);
const part *phrase_both(arena *a, const part *first, const part *last);
const part *phrase_list(arena *a, const part *list, const part *scalar);
const part *phrase_unit(arena *a, const part *unit);
/* "between", or "outside", before a range. */
const part *phrase_between(arena *a, const part *between, const part *range);
/* Both ends of a length of time in one unit, the finer one. False: the calendar does not allow it.
 */
bool phrase_one_unit(part *range);
/* Makes fractions of the pairs "20/40", "20/400 to 20/40": 0.5, 0.05 to 0.5. Records round them, so
 * that a third, which no decimal is, becomes the hundredth beside it that parts the same lines of a
 * chart. False, and nothing is changed: they are none. */
bool phrase_fraction(part *pair);
const part *phrase_window(arena *a, const part *within, const part *last, const part *quantity,
                          const part *event, const char *text);
/* "within 2 weeks before and 1 week after surgery" */
const part *phrase_around(arena *a, const part *within, const part *before, const part *after,
                          const part *event, const char *text);
/* Is it a length of time, from which a window is made? */
bool phrase_is_time(const part *quantity);
/* "in the first 24 hours of life": the window counted from birth. */
const rule_window *phrase_since_birth(arena *a, const rule_window *w);
const part *phrase_duration(arena *a, const part *how, const part *last, const part *quantity,
                            const part *event, const char *text);
const part *phrase_count(arena *a, const part *quantity, const part *of);
const part *phrase_event(arena *a, const part *event, const char *text);

#endif
