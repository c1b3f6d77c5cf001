/* Parts of a criterion -> the same parts with numerals put together: bounds, ranges, lists of grades,
 * multiples of a limit, windows of time, durations, counts. The only file that knows Bison.
 *
 * What cannot be put together stands for itself (`stray`; put_together() below). So no criterion is lost to a word that nobody foresaw. It is LALR(1);
 * the longer construction wins where two begin alike (the precedences below): a comparator takes its number, a length
 * of time its anchor. How elements bind to each other - scopes, subjects, and/or - is settled by clause.c and
 * scope.c: docs/grammar.md says why not here. */
%define api.pure full
%define api.prefix {phrase_}
%define parse.error verbose
%param { struct phrase_parser *p }
%code requires {
#include "grammar/token.h"
struct phrase_parser;
}
%code {
#include <string.h>
/* What the parser reads and writes. Its stacks come from the trial's arena (no free, and no crash without memory). */
struct phrase_parser {
    parts in;
    size_t at;
    arena *arena;
    const part **out;
    size_t count, room;
};
static int phrase_lex(YYSTYPE *value, struct phrase_parser *p);
static void phrase_error(struct phrase_parser *p, const char *message);
enum { MOST_NUMERALS = 2000 }; /* in a row; far below what Bison's stack holds */
static void element(struct phrase_parser *p, const part *x);
#define YYMALLOC(size) arena_alloc(p->arena, (size))
#define YYFREE(block) ((void)(block))
#define A p->arena
#define TEXT p->in.text
}
%union { const part *part; }

%token <part> NUMBER UNIT CMP ORMORE ORLESS BETWEEN TO ANDN ORN COMMAN MULT ULN PREDICTED
%token <part> WITHIN LAST NEXT BEFORE AFTER OFEVENT AGO BEFOREAND FOR LONGER COUNTOF OTHER
%type <part> scalar bound range list quantity event window duration count stray numeral

/* An element that could go on goes on. */
%precedence ELEMENT
%precedence NUMBER UNIT CMP ORMORE ORLESS BETWEEN TO ANDN ORN COMMAN MULT ULN PREDICTED
%precedence LAST NEXT BEFORE AFTER OFEVENT AGO BEFOREAND COUNTOF

%expect 0
%%

text
    : %empty
    | text one
    ;

one
    : OTHER                             { element(p, $1); }
    | quantity          %prec ELEMENT   { element(p, $1); }
    | window                            { element(p, $1); }
    | duration                          { element(p, $1); }
    | count                             { element(p, $1); }
    | stray             %prec ELEMENT   { element(p, $1); }
    ;

/* ---- numbers ---- */

numeral
    : NUMBER            %prec ELEMENT   { $$ = phrase_scalar(A, $1, NULL); }
    | NUMBER UNIT       %prec ELEMENT   { $$ = phrase_scalar(A, $1, $2); }
    | NUMBER UNIT PREDICTED             { $$ = phrase_multiple(A, phrase_scalar(A, $1, $2), $3); }
    ;

scalar
    : numeral           %prec ELEMENT   { $$ = $1; }
    | numeral ULN                       { $$ = phrase_multiple(A, $1, $2); }
    | numeral MULT ULN                  { $$ = phrase_multiple(A, $1, $3); }
    | numeral MULT      %prec ELEMENT   { $$ = $1; }
    | ULN                               { $$ = phrase_multiple(A, NULL, $1); }
    ;

/* ---- bounds ---- */

bound
    : CMP scalar        %prec ELEMENT   { $$ = phrase_bound(A, $1, $2); }
    | CMP scalar ORMORE %prec ELEMENT   { $$ = phrase_equal_open(A, $1, $2, $3, true); }
    | CMP scalar ORLESS                 { $$ = phrase_equal_open(A, $1, $2, $3, false); }
    | scalar ORMORE     %prec ELEMENT   { $$ = phrase_open(A, $1, $2, true, NULL); }
    | scalar ORLESS     %prec ELEMENT   { $$ = phrase_open(A, $1, $2, false, NULL); }
    | scalar ORMORE UNIT                { $$ = phrase_open(A, $1, $2, true, $3); }
    | scalar ORLESS UNIT                { $$ = phrase_open(A, $1, $2, false, $3); }
    ;

range
    : scalar TO scalar                  { $$ = phrase_range(A, $1, $3); }
    | scalar TO CMP scalar              { $$ = phrase_range(A, $1, phrase_bound(A, $3, $4)); }
    | CMP scalar TO scalar              { $$ = phrase_range(A, phrase_bound(A, $1, $2), $4); }
    | CMP scalar TO CMP scalar          { $$ = phrase_range(A, phrase_bound(A, $1, $2), phrase_bound(A, $4, $5)); }
    | BETWEEN scalar ANDN scalar        { $$ = phrase_between(A, $1, phrase_range(A, $2, $4)); }
    | BETWEEN scalar TO scalar          { $$ = phrase_between(A, $1, phrase_range(A, $2, $4)); }
    | BETWEEN CMP scalar ANDN CMP scalar { $$ = phrase_between(A, $1, phrase_range(A, phrase_bound(A, $2, $3), phrase_bound(A, $5, $6))); }
    | BETWEEN scalar ANDN CMP scalar    { $$ = phrase_between(A, $1, phrase_range(A, $2, phrase_bound(A, $4, $5))); }
    | BETWEEN CMP scalar ANDN scalar    { $$ = phrase_between(A, $1, phrase_range(A, phrase_bound(A, $2, $3), $5)); }
    | BETWEEN scalar TO CMP scalar      { $$ = phrase_between(A, $1, phrase_range(A, $2, phrase_bound(A, $4, $5))); }
    | BETWEEN CMP scalar TO CMP scalar  { $$ = phrase_between(A, $1, phrase_range(A, phrase_bound(A, $2, $3), phrase_bound(A, $5, $6))); }
    | BETWEEN scalar CMP scalar         { $$ = phrase_between(A, $1, phrase_range(A, $2, phrase_bound(A, $3, $4))); }
    | CMP scalar ANDN CMP scalar        { $$ = phrase_both(A, phrase_bound(A, $1, $2), phrase_bound(A, $4, $5)); }
    | scalar ORMORE ANDN CMP scalar     { $$ = phrase_both(A, phrase_open(A, $1, $2, true, NULL), phrase_bound(A, $4, $5)); }
    | scalar ORLESS ANDN CMP scalar     { $$ = phrase_both(A, phrase_open(A, $1, $2, false, NULL), phrase_bound(A, $4, $5)); }
    | CMP scalar ORMORE ANDN CMP scalar { $$ = phrase_both(A, phrase_equal_open(A, $1, $2, $3, true), phrase_bound(A, $5, $6)); }
    ;

/* Grades: "0, 1 or 2", "III or IV". */
list
    : scalar COMMAN scalar              { $$ = phrase_list(A, $1, $3); }
    | scalar ORN scalar                 { $$ = phrase_list(A, $1, $3); }
    | list COMMAN scalar                { $$ = phrase_list(A, $1, $3); }
    | list ORN scalar                   { $$ = phrase_list(A, $1, $3); }
    | CMP scalar COMMAN scalar          { $$ = phrase_list(A, phrase_bound(A, $1, $2), $4); }
    | CMP scalar ORN scalar             { $$ = phrase_list(A, phrase_bound(A, $1, $2), $4); }
    ;

quantity
    : scalar            %prec ELEMENT   { $$ = $1; }
    | bound             %prec ELEMENT   { $$ = $1; }
    | range             %prec ELEMENT   { $$ = $1; }
    | list              %prec ELEMENT   { $$ = $1; }
    | BETWEEN scalar    %prec ELEMENT   { $$ = phrase_between(A, $1, phrase_open(A, $2, $1, true, NULL)); }
    ;

/* ---- time ---- */

event
    : BEFORE                            { $$ = $1; }
    | AFTER                             { $$ = $1; }
    | OFEVENT                           { $$ = $1; }
    | AGO                               { $$ = $1; }
    ;

window
    : WITHIN quantity   %prec ELEMENT   { $$ = phrase_window(A, $1, NULL, $2, NULL, TEXT); }
    | WITHIN quantity event             { $$ = phrase_window(A, $1, NULL, $2, $3, TEXT); }
    | WITHIN LAST quantity %prec ELEMENT { $$ = phrase_window(A, $1, $2, $3, NULL, TEXT); }
    | WITHIN LAST quantity event        { $$ = phrase_window(A, $1, $2, $3, $4, TEXT); }
    | WITHIN LAST UNIT                  { $$ = phrase_window(A, $1, $2, phrase_unit(A, $3), NULL, TEXT); }
    | WITHIN LAST UNIT event            { $$ = phrase_window(A, $1, $2, phrase_unit(A, $3), $4, TEXT); }
    | WITHIN NEXT quantity %prec ELEMENT { $$ = phrase_window(A, $1, $2, $3, NULL, TEXT); }
    | WITHIN NEXT quantity event        { $$ = phrase_window(A, $1, $4->kind == PART_AFTER || $4->kind == PART_OFEVENT ? $2 : NULL, $3, $4, TEXT); }
    | WITHIN NEXT UNIT                  { $$ = phrase_window(A, $1, $2, phrase_unit(A, $3), NULL, TEXT); }
    | LAST quantity     %prec ELEMENT   { $$ = phrase_window(A, NULL, $1, $2, NULL, TEXT); }
    | LAST quantity event               { $$ = phrase_window(A, NULL, $1, $2, $3, TEXT); }
    | LAST UNIT         %prec ELEMENT   { $$ = phrase_window(A, NULL, $1, phrase_unit(A, $2), NULL, TEXT); }
    | LAST UNIT event                   { $$ = phrase_window(A, NULL, $1, phrase_unit(A, $2), $3, TEXT); }
    | quantity event                    { if (phrase_is_time($1))
                                              $$ = phrase_window(A, NULL, NULL, $1, $2, TEXT);
                                          else { /* "Hb < 9 before surgery": a bound, and when */
                                              element(p, $1);
                                              $$ = phrase_event(A, $2, TEXT);
                                          } }
    | WITHIN quantity BEFOREAND quantity event { $$ = phrase_around(A, $1, $2, $4, $5, TEXT); }
    | quantity BEFOREAND quantity event { $$ = phrase_around(A, $1, $1, $3, $4, TEXT); }
    ;

duration
    : FOR quantity      %prec ELEMENT   { $$ = phrase_duration(A, $1, NULL, $2, NULL, TEXT); }
    | FOR quantity event                { $$ = phrase_duration(A, $1, NULL, $2, $3, TEXT); }
    | FOR LAST quantity                 { $$ = phrase_duration(A, $1, $2, $3, NULL, TEXT); }
    | FOR LAST UNIT                     { $$ = phrase_duration(A, $1, $2, phrase_unit(A, $3), NULL, TEXT); }
    ;

count
    : quantity COUNTOF                  { $$ = phrase_count(A, $1, $2); }
    ;

/* What stands alone although it mostly does not. */
stray
    : UNIT | ORMORE | ORLESS | TO | ANDN | ORN | COMMAN | MULT | PREDICTED | LONGER | COUNTOF | NEXT | BEFOREAND
    | CMP               %prec ELEMENT   { $$ = $1; }
    | BETWEEN           %prec ELEMENT   { $$ = $1; }
    | WITHIN            %prec ELEMENT   { $$ = $1; }
    | LAST              %prec ELEMENT   { $$ = $1; }
    | FOR               %prec ELEMENT   { $$ = $1; }
    | event                             { $$ = phrase_event(A, $1, TEXT); }
    ;

%%

static void element(struct phrase_parser *p, const part *x)
{
    if (x && arena_grow(p->arena, (void **)&p->out, p->count, &p->room, sizeof *p->out))
        p->out[p->count++] = x;
}

static int phrase_lex(YYSTYPE *value, struct phrase_parser *p)
{
    static const int tokens[PART_KINDS] = {
        [PART_NUMBER] = NUMBER, [PART_ORDINAL] = NUMBER, [PART_UNIT] = UNIT, [PART_CMP] = CMP,
        [PART_ORMORE] = ORMORE, [PART_ORLESS] = ORLESS, [PART_BETWEEN] = BETWEEN, [PART_TO] = TO,
        [PART_ANDN] = ANDN, [PART_ORN] = ORN, [PART_COMMAN] = COMMAN, [PART_MULT] = MULT, [PART_ULN] = ULN,
        [PART_PREDICTED] = PREDICTED, [PART_WITHIN] = WITHIN, [PART_LAST] = LAST, [PART_NEXT] = NEXT,
        [PART_BEFORE] = BEFORE, [PART_AFTER] = AFTER, [PART_OFEVENT] = OFEVENT, [PART_AGO] = AGO, [PART_BEFOREAND] = BEFOREAND,
        [PART_FOR] = FOR, [PART_LONGER] = LONGER, [PART_COUNTOF] = COUNTOF,
    };
    const part *x;

    if (p->at >= p->in.count)
        return 0;
    x = &p->in.list[p->at++];
    value->part = x;
    return tokens[x->kind] ? tokens[x->kind] : OTHER;
}

static void phrase_error(struct phrase_parser *p, const char *message)
{
    (void)p;
    (void)message; /* put_together() takes the parts one by one then */
}

static bool is_number(part_kind k)
{
    return k == PART_NUMBER || k == PART_ORDINAL;
}

static bool is_numeral(part_kind k)
{
    return k >= PART_NUMBER && k <= PART_COUNTOF;
}

/* A bound with a word of age right before or behind it is about an age. */
static void mark_ages(part *list, size_t count, arena *a)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind != PART_AGEWORD)
            continue;
        if (i > 0 && list[i - 1].kind == PART_QUANTITY)
            list[i - 1].age = true;
        if (i > 0 && list[i - 1].kind == PART_WINDOW)
            list[i - 1].window = phrase_since_birth(a, list[i - 1].window);
        for (size_t k = i + 1; k < count && k < i + 4; k++) {
            if (list[k].kind == PART_QUANTITY) {
                list[k].age = true;
                break;
            }
            if (list[k].kind != PART_FILL && list[k].kind != PART_OF && list[k].kind != PART_AGEWORD && list[k].kind != PART_COLON &&
                list[k].kind != PART_BRACKET)
                break;
        }
    }
}

/* A run of numerals, each of which is at least one part of `in`, put together into p->out. One that makes no sense
 * ("within the last between") stands as its parts. */
static void parse_run(struct phrase_parser *p, parts in)
{
    p->in = in;
    p->at = p->count = 0;
    if (in.count <= MOST_NUMERALS && phrase_parse(p) == 0)
        return;
    p->count = 0;
    for (size_t i = 0; i < in.count; i++)
        element(p, is_number(in.list[i].kind) ? phrase_scalar(p->arena, &in.list[i], NULL) : &in.list[i]);
}

/* Numerals of one list of parts put together, in the place of the parts; those inside brackets first, each bracket on
 * its own. Words are boundaries: each run of numerals is parsed by itself. */
static parts put_together(parts in, arena *a, unsigned depth)
{
    struct phrase_parser p = {.arena = a};
    part *list = (part *)in.list; /* of token_parts(), which has no more use for it */
    size_t count = 0;

    for (size_t from = 0, to; from < in.count && !arena_failed(a); from = to) {
        part *x = &list[from];

        to = from + 1;
        if (!is_numeral(x->kind)) {
            if (x->kind == PART_BRACKET && x->inside_count && depth < 16) {
                parts inside = put_together((parts){.text = in.text, .size = in.size, .list = x->inside, .count = x->inside_count}, a, depth + 1);

                x->inside = inside.list;
                x->inside_count = inside.count;
            }
            if (count < from)
                list[count] = *x;
            count++;
            continue;
        }
        while (to < in.count && is_numeral(list[to].kind))
            to++;
        parse_run(&p, (parts){.text = in.text, .size = in.size, .list = x, .count = to - from});
        for (size_t i = 0; i < p.count; i++, count++) { /* never behind the part that it is made of */
            if (p.out[i] != &list[count])
                list[count] = *p.out[i];
            if (list[count].kind == PART_ORN && i > 0 && i + 1 < p.count && p.out[i + 1]->kind == PART_QUANTITY)
                list[count].kind = PART_OR; /* "20 to 25 or 30 to 35": of two ranges */
        }
    }
    if (arena_failed(a))
        return (parts){.text = in.text, .size = in.size};
    mark_ages(list, count, a);
    in.count = count;
    return in;
}

parts phrase_parts(const char *text, size_t size, const lexicon *lx, arena *a)
{
    return put_together(token_parts(text, size, lx, a), a, 0);
}
