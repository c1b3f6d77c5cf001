/* The second pass over the parts of a text, which settles what only their neighbours tell. token.c
 * asks each part; settle_number.c, settle_range.c, settle_multiple.c, settle_count.c,
 * settle_rate.c, settle_tolerance.c and settle_equivalent.c have numbers and doses, settle_link.c
 * what parts them from what else is said, settle_time.c,
 * settle_anchor.c and settle_now.c times, settle_thing.c and
 * settle_beginning.c names, settle_means.c how a thing was shown, settle_sex.c letters for men and
 * women, settle_aside.c who judges, settle_not.c and settle_excluded.c what is denied and who is
 * left out. */
#ifndef ELIGO_GRAMMAR_SETTLE_H
#define ELIGO_GRAMMAR_SETTLE_H

#include "grammar/tagger.h"

typedef struct settler {
    const char *text;
    const lexicon *lx;
    arena *arena;
    part *in;
    size_t count;
    unsigned depth;      /* of brackets */
    size_t letters;      /* that stand by themselves */
    bool inside;         /* a bracket */
    const part *waiting; /* a comparator whose number comes later: "a minimum weight of 40 kg" */
    const part
        *each; /* "at least the following scores:": the comparator of the numbers that follow */
    const char *limit; /* the limit that a number before was a multiple of: uln, lln, baseline */
    bool typed;        /* a number stands behind a word: "type 1" */
    bool ranged;       /* "to" or a dash stands before a thing */
    bool tolerated;    /* a plus-minus stands before a number */
    bool dated, compared, confirmed, judged, hanging; /* a date, a comparator, "confirmed", a
                                        judgement is among them: in most texts none is */
} settler;

/* PART_END behind the last. */
static inline part_kind settle_kind(const settler *s, size_t i)
{
    return i < s->count ? s->in[i].kind : PART_END;
}

/* The kind of the last that was pushed; PART_END before the first. */
static inline part_kind settle_behind(const part_list *out)
{
    return out->at && out->count ? out->at[out->count - 1].kind : PART_END;
}
static inline bool settle_numeral(part_kind k)
{
    return k == PART_NUMBER || k == PART_ORDINAL;
}
bool settle_word_is(const settler *s, size_t i, const char *word);
/* Is a word of two letters one for a length of time, "the last yr"? Of years, months and weeks. */
static inline bool settle_short_time(size_t size, char time)
{
    return size == 2 && (time == 'a' || time == 'm' || time == 'w');
}
/* Words that may stand between a comparator and its number, or between the ends of a range. */
bool settle_between_words(part_kind k);
size_t settle_skip_fill(const settler *s, size_t i);
/* Behind a bound, at the end of `out`, and "and" or a comma: does the number behind the comparator
 * at i count what stands behind it, or is it of another dimension? (settle_count.c) */
bool settle_counts_next(const settler *s, const part_list *out, size_t i, bool comma);
/* "Positive for more than 6 months": the word at i ends in "for", and a time follows. False, and
 * nothing is put out: it does not. */
bool settle_cut_for(settler *s, part_list *out, size_t i);
/* "Between 8 g/dL at baseline and 10 g/dL": words part the first number, at k, from the second. The
 * part between them that leads to the second; 0: no words, or no second (settle_range.c). */
size_t settle_parted_range(const settler *s, size_t k);
/* Is part i a word for a unit of time that stands without a number ("the last year", "a month")?
 * *measure: the unit. */
bool settle_time_word(const settler *s, size_t i, part *measure);
/* The same of "a month", "an hour", "one year": the article at i. */
bool settle_one_time(const settler *s, size_t i, part *measure);
void settle_push(settler *s, part_list *out, const part *p, part_kind kind);
/* `p` as a restriction that no record tells, covering [p, end): a qualifier of kind "time" or
 * "number" with its own words. */
void settle_push_qualifier(settler *s, part_list *out, const part *p, const char *kind, size_t end);

/* "(Within) the current depressive episode", "(during) the current admission" at i, behind its
 * article: the part behind it; 0: it is something else (settle_now.c). */
size_t settle_current_time(const settler *s, size_t i);
/* Is part i a point of the study's, "screening", "the first dose" (settle_anchor.c)? */
bool settle_study_anchor(const settler *s, size_t i);
/* "at screening and (at) baseline": the last of the study's points in time that are listed from k
 * (settle_anchor.c). */
size_t settle_more_anchors(const settler *s, size_t k);
/* Where an anchor that begins at i ends: at the next sign, connective or number. */
size_t settle_anchor_end(const settler *s, size_t i);
/* True where an anchor word stands within the next few parts ("of enrollment", "from the date of
 * surgery"). */
bool settle_anchor_ahead(const settler *s, size_t i);
/* Gives `p`, behind the parts of `out`, the anchor that the parts [i, end) name. */
void settle_anchor(settler *s, const part_list *out, part *p, size_t i, size_t end);
/* Does a length of time stand right behind us? */
bool settle_time_behind(const part_list *out);
/* A date of the calendar at i, with the words that go with it: the part behind it; i: none. */
size_t settle_date(settler *s, part_list *out, size_t i);
/* An age at which something began, at i: the part behind it; i: it is none. */
size_t settle_age_of_onset(settler *s, part_list *out, size_t i);
/* "of surgery" behind a length of time: the part behind it; i: it is none. */
size_t settle_of_event(settler *s, part_list *out, size_t i);
/* A word of time at i: the last part that it took. */
size_t settle_time(settler *s, part_list *out, size_t i);
/* "Patients > 18 undergoing surgery": does the comparator at i, behind people, limit their age,
 * which no word names (settle_count.c)? */
bool settle_age_of_people(const settler *s, size_t i);
/* Can "inclusive" be said of what stands right behind us? */
bool settle_edge(const part_list *out);
/* "at least one, but no more than 3": pushes the first bound. False: it is none. */
bool settle_first_of_two(settler *s, part_list *out, size_t i);
/* Does the name of a quantity, or a word of age, stand right behind us? */
bool settle_named(const part_list *out);
/* Which way the comparator of the number behind us points; 0: it has none. */
int settle_direction(const part_list *out);
/* A comparator without words of its own before a number. */
void settle_push_comparator(settler *s, part_list *out, const part *cmp, const part *number);
/* Behind "times": where the limit is named that they are multiples of; 0: it is not
 * (settle_multiple.c). */
size_t settle_limit_ahead(const settler *s, size_t i);
/* "3 times higher than normal": the comparator stands behind the number that is right behind us. */
void settle_above(settler *s, part_list *out, size_t from, size_t limit);
/* "times" and "normal", at i. The last part that each took. */
size_t settle_multiple(settler *s, part_list *out, size_t i);
size_t settle_normal(settler *s, part_list *out, size_t i);
/* "of at least 8 weeks' duration": the length behind us lasts. */
void settle_lasts(settler *s, part_list *out, const part *word);
/* How many of a list: "at least 2 of", where "of" stands at i. The part behind it; i: it is none.
 */
size_t settle_count(settler *s, part_list *out, size_t i);
/* Do the words end in these letters, and are more than they (settle_means.c)? */
bool settle_ends_in(const settler *s, eligo_span w, const char *end);
/* Several means by which a thing was shown, with the word that says so, at i: "histologically or
 * cytologically confirmed". The part behind it; i: it is none. */
size_t settle_confirmed(settler *s, part_list *out, size_t i);
/* Letters for men and women, where both are there, become their sexes. */
void settle_sexes(settler *s);
/* "Hemoglobin: men > 13, women > 12": does the colon at i only part a quantity from its limits for
 * each sex? Signs between these become what they are in a list. */
bool settle_head_of_sexes(settler *s, const part_list *out, size_t i);
/* Does "use (> 14 days) of" a drug begin at the word at i? What joins them is then passed over: the
 * bracket is of the drug (settle_thing.c). */
bool settle_use(settler *s, size_t i);
/* Gives "hyper-" in "hyper- or hypoglycemia" its end. */
void settle_beginnings(settler *s);
/* "Second to third degree AV block" are two names, each whole (settle_beginning.c). */
void settle_degrees(settler *s);
/* "(HbA1c > 9 %) type 1 or type 2 diabetes", "insulin for type 1 or type 2 diabetes": the first
 * name is whole behind a bracket or a small word, too. */
void settle_types(settler *s);
/* "37 ± 1 °C" becomes a range, and "6 months ± 3 weeks" a number that is narrowed
 * (settle_tolerance.c). */
void settle_tolerances(settler *s);
/* "Per week", "a day": how often, or how much in a time (settle_rate.c). */
size_t settle_rate(settler *s, part_list *out, size_t i);
/* The same behind a slash: the last part that it took; i: it is no rate (settle_rate.c). */
size_t settle_rate_behind_sign(settler *s, part_list *out, size_t i);
/* "Excluded", "exclusion", "not included": does it say who is left out (settle_excluded.c)? */
bool settle_left_out(const settler *s, const part *p);
/* "VAS > 8: exclusion", "exclusion: gout": does it stand behind a sign at the end, or before a
 * colon at the beginning (settle_excluded.c)? */
bool settle_stands_apart(const settler *s, size_t i);
/* Takes "either" away behind a preposition (settle_aside.c). */
void settle_either(settler *s);
/* A name, at i (settle_thing.c). The last part that it took. */
size_t settle_thing(settler *s, part_list *out, size_t i);
/* "< 7 g/dL on at least 2 visits": do these say how often it was found, and nobody counts them? */
bool settle_says_how_often(const settler *s, const part_list *out, const part *p);
/* Takes the commas away from ", in the opinion of the investigator,". */
void settle_asides(settler *s);
/* A comma or "and", at *i, that parts no list of numbers, put out as what it is: before what says
 * that a value was found again, before what allows something beside a limit, and before a class for
 * some; *i: the last part of it. False: it is none (settle_link.c). */
bool settle_link_apart(settler *s, part_list *out, size_t *i);
/* Takes the comma away before the one point that all times of a list are counted from: "A within 2
 * weeks, or B within 4 weeks, of the first dose"; and those about "which, if untreated, ...". */
void settle_points(settler *s);
/* "Between screening and randomization", at i: the part behind it; i: it is something else. */
size_t settle_between_points(const settler *s, size_t i);
/* "... to maintain a pressure > 60 mmHg or a saturation > 90 %", at i: what is aimed at, and
 * nothing that a record tells. The quantities become words. */
void settle_target(settler *s, size_t i);
/* "or equivalent" at i: of the drug and the dose before it, else an alternative that nobody knows.
 */
void settle_equivalent(settler *s, part_list *out, size_t i);
/* "Excluded", "exclusion of" at i: the last part that it took (settle_excluded.c). */
size_t settle_excluded(settler *s, part_list *out, size_t i);
/* A negation, at i: the last part that it took (settle_not.c). */
size_t settle_not(settler *s, part_list *out, size_t i);
/* A number, or a word that goes with numbers, at i: the last part that it took. */
size_t settle_number(settler *s, part_list *out, size_t i);
/* "Metformin for 3 months, at a dose of 2 g": does what stands behind the comma at i say how much
 * of the drug before it (settle_equivalent.c)? */
bool settle_dose_behind(const settler *s, const part_list *out, size_t i);

#endif
