/* Calendar dates, partial dates and calendar arithmetic (proleptic Gregorian).
 *
 * A day is a number of days since 1970-01-01. A record's date may be partial (a year, a month): it
 * is then every day from `first` to `last`. What a time zone would make of a date is not asked: the
 * calendar date counts as it is printed. Day arithmetic: Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms" (public domain). */
#ifndef ELIGO_BASE_DATE_H
#define ELIGO_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t day;
#define DAY_NONE INT32_MIN /* not known, however early */
#define INSTANT_NONE INT64_MIN

/* When something was. `first` DAY_NONE: not dated. `instant`: seconds since 1970 in UTC where a
 * time of day is printed (without a zone: as if in UTC), else INSTANT_NONE. */
typedef struct date {
    day first, last;
    int64_t instant;
} date;

/* A length of time as it is printed. `unit`: 'a' year, 'm' month, 'w' week, 'd' day, 'h' hour, 'n'
 * minute, 's' second. Years and months are counted by the calendar, the rest exactly. */
typedef struct period {
    double n;
    char unit;
} period;

static inline date date_none(void)
{
    return (date){DAY_NONE, DAY_NONE, INSTANT_NONE};
}
static inline bool date_known(date d)
{
    return d.first != DAY_NONE;
}
date date_of_day(day d);

day day_of(int year, int month, int dayofmonth);
void day_split(day d, int *year, int *month, int *dayofmonth);
bool date_valid(int year, int month, int dayofmonth);

/* YYYY, YYYY-MM, YYYY-MM-DD, with Thh:mm[:ss[.fff]][Z|+hh:mm] or a blank instead of T; years 1583
 * to 9999. False: no such date (trailing blanks are allowed, other text is not). */
bool date_parse(const char *text, size_t size, date *out);

/* `n` months or years later (earlier where negative), clipped to the end of the month. */
day day_add_months(day d, int n);
/* The day that lies `p` after `d` (`p.n` negative: before). Parts of a day: the day in which the
 * moment falls, counted from the start of the day `d`. Saturates at the ends of the range. */
day day_add(day d, period p);
/* Completed years, months, weeks, days, ... from `from` to `to` (in p.unit's unit); negative
 * before. */
double period_between(day from, day to, char unit);
/* About how long, in days, for sorting and printing (a year 365.25, a month 30.4375). */
double period_days(period p);

/* "2021-03-01" */
char *day_text(day d, char out[16]);
/* as precise as it is known: "2021", "2021-03", "2021-03-01"; "" where not dated */
char *date_text(date d, char out[32]);
/* ISO 8601: "P3M", "P14D", "PT48H", "-P2W"; fractions as "P1.5Y"; zero is "P0D". */
char *period_text(period p, char out[40]);
/* The inverse, of one unit. */
bool period_parse(const char *text, size_t size, period *out);
/* The UCUM code of a unit of time as period.unit names it: "a", "mo", ...; NULL: it is none. */
const char *period_ucum(char unit);
/* Today, by the local clock. */
day day_today(void);

#endif
