#include "engine/base/date.h"

#include "engine/base/buffer.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FIRST_YEAR = 1583, LAST_YEAR = 9999 };

day day_of(int y, int m, int d)
{
    int era, yoe, doy, doe;

    y -= m <= 2;
    era = (y >= 0 ? y : y - 399) / 400;
    yoe = y - era * 400;
    doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

void day_split(day z, int *year, int *month, int *dayofmonth)
{
    int era, doe, yoe, doy, mp;

    z += 719468;
    era = (z >= 0 ? z : z - 146096) / 146097;
    doe = z - era * 146097;
    yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    mp = (5 * doy + 2) / 153;
    *dayofmonth = doy - (153 * mp + 2) / 5 + 1;
    *month = mp + (mp < 10 ? 3 : -9);
    *year = yoe + era * 400 + (*month <= 2);
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (month != 2)
        return days[month - 1];
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
}

bool date_valid(int year, int month, int dayofmonth)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 &&
           dayofmonth >= 1 && dayofmonth <= days_in_month(year, month);
}

date date_of_day(day d)
{
    return (date){d, d, INSTANT_NONE};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Two digits; -1: they are not there. */
static inline int two(const char *p)
{
    unsigned tens = (unsigned)(p[0] - '0'), ones = (unsigned)(p[1] - '0');

    return tens > 9 || ones > 9 ? -1 : (int)(tens * 10 + ones);
}

/* `n` (2 or 4) digits at *p, moved past; -1: they are not there. */
static inline int digits(const char **p, const char *end, int n)
{
    int value, more;

    if (end - *p < n || (value = two(*p)) < 0)
        return -1;
    if (n == 4) {
        if ((more = two(*p + 2)) < 0)
            return -1;
        value = value * 100 + more;
    }
    *p += n;
    return value;
}

/* hh:mm[:ss[.fff]][zone] at *p; false: something else. */
static bool time_of_day(const char **p, const char *end, day d, int64_t *instant)
{
    int h = digits(p, end, 2), m, s = 0, zh = 0, zm = 0, sign = 0;

    if (h < 0 || h > 24 || *p == end || *(*p)++ != ':' || (m = digits(p, end, 2)) < 0 || m > 59)
        return false;
    if (*p < end && **p == ':') {
        ++*p;
        if ((s = digits(p, end, 2)) < 0 || s > 60)
            return false;
        if (*p < end && (**p == '.' || **p == ','))
            for (++*p; *p < end && is_digit(**p);)
                ++*p;
    }
    if (*p < end && (**p == 'Z' || **p == 'z'))
        ++*p;
    else if (*p < end && (**p == '+' || **p == '-')) {
        sign = *(*p)++ == '-' ? -1 : 1;
        if ((zh = digits(p, end, 2)) < 0 || zh > 14)
            return false;
        if (*p < end && **p == ':')
            ++*p;
        if (*p < end && is_digit(**p) && ((zm = digits(p, end, 2)) < 0 || zm > 59))
            return false;
    }
    *instant = (int64_t)d * 86400 + h * 3600 + m * 60 + s - sign * (zh * 3600 + zm * 60);
    return true;
}

bool date_parse(const char *text, size_t size, date *out)
{
    const char *p = text, *end = text + size;
    date d = date_none();
    int y, m, dd;

    while (end > p && (unsigned char)end[-1] <= ' ' && isspace((unsigned char)end[-1]))
        end--;
    while (p < end && (unsigned char)*p <= ' ' && isspace((unsigned char)*p))
        p++;
    y = digits(&p, end, 4);
    if (y < FIRST_YEAR || y > LAST_YEAR)
        return false;
    if (p == end) {
        d.first = day_of(y, 1, 1);
        d.last = day_of(y, 12, 31);
        *out = d;
        return true;
    }
    if (*p++ != '-' || (m = digits(&p, end, 2)) < 1 || m > 12)
        return false;
    if (p == end) {
        d.first = day_of(y, m, 1);
        d.last = day_of(y, m, days_in_month(y, m));
        *out = d;
        return true;
    }
    if (*p++ != '-' || (dd = digits(&p, end, 2)) < 1 || !date_valid(y, m, dd))
        return false;
    d.first = d.last = day_of(y, m, dd);
    if (p < end) {
        if (*p != 'T' && *p != 't' && *p != ' ')
            return false;
        p++;
        if (!time_of_day(&p, end, d.first, &d.instant) || p != end)
            return false;
    }
    *out = d;
    return true;
}

day day_add_months(day from, int n)
{
    int y, m, d;
    long months;

    day_split(from, &y, &m, &d);
    months = (long)y * 12 + (m - 1) + n;
    if (months < 0)
        months = 0;
    if (months > 400000L * 12)
        months = 400000L * 12;
    y = (int)(months / 12);
    m = (int)(months % 12) + 1;
    if (d > days_in_month(y, m))
        d = days_in_month(y, m);
    return day_of(y, m, d);
}

static day saturated(double d)
{
    const double limit = 100e6;

    return (day)(d > limit ? limit : d < -limit ? -limit : d);
}

day day_add(day from, period p)
{
    double months = p.unit == 'a' ? p.n * 12 : p.n;

    if (p.unit == 'a' || p.unit == 'm') {
        if (fabs(months) > 1e6)
            return saturated(from + months * 30.4375);
        if (months == floor(months))
            return day_add_months(from, (int)months);
        /* a part of a month is counted in mean months */
        return day_add_months(from, (int)floor(months)) +
               (day)floor((months - floor(months)) * 30.4375 + 0.5);
    }
    return saturated(floor(from + period_days(p)));
}

double period_days(period p)
{
    switch (p.unit) {
    case 'a': return p.n * 365.25;
    case 'm': return p.n * 30.4375;
    case 'w': return p.n * 7;
    case 'd': return p.n;
    case 'h': return p.n / 24;
    case 'n': return p.n / 1440;
    case 's': return p.n / 86400;
    default: return p.n;
    }
}

/* Completed months. Someone born on the 31st completes a month on the last day of a shorter one
 * only where the calendar clips: 31 January to 28 February is one month, as windows count it. */
static int months_between(day from, day to)
{
    int y1, m1, d1, y2, m2, d2, n;

    day_split(from, &y1, &m1, &d1);
    day_split(to, &y2, &m2, &d2);
    n = (y2 - y1) * 12 + (m2 - m1);
    while (day_add_months(from, n) > to)
        n--;
    while (day_add_months(from, n + 1) <= to)
        n++;
    return n;
}

double period_between(day from, day to, char unit)
{
    switch (unit) {
    case 'a': return floor(months_between(from, to) / 12.0);
    case 'm': return months_between(from, to);
    case 'w': return floor((to - from) / 7.0);
    case 'd': return to - from;
    case 'h': return (to - from) * 24.0;
    case 'n': return (to - from) * 1440.0;
    case 's': return (to - from) * 86400.0;
    default: return NAN;
    }
}

char *day_text(day d, char out[16])
{
    int y, m, dd;

    if (d == DAY_NONE) {
        out[0] = 0;
        return out;
    }
    day_split(d, &y, &m, &dd);
    snprintf(out, 16, "%04u-%02u-%02u", (unsigned)(y < 0 ? 0 : y) % 10000u, (unsigned)m % 100u,
             (unsigned)dd % 100u);
    return out;
}

char *date_text(date d, char out[32])
{
    char text[16];
    int y, m, dd, y2, m2, d2;

    out[0] = 0;
    if (!date_known(d))
        return out;
    day_text(d.first, text);
    day_split(d.first, &y, &m, &dd);
    day_split(d.last, &y2, &m2, &d2);
    if (d.first == d.last)
        snprintf(out, 32, "%s", text);
    else if (y == y2 && m == m2 && dd == 1 && d2 == days_in_month(y2, m2))
        snprintf(out, 32, "%.7s", text);
    else if (y == y2 && m == 1 && m2 == 12 && dd == 1 && d2 == 31)
        snprintf(out, 32, "%.4s", text);
    else {
        char end[16];
        snprintf(out, 32, "%s/%s", text, day_text(d.last, end));
    }
    return out;
}

char *period_text(period p, char out[40])
{
    char n[32];
    const char *sign = p.n < 0 ? "-" : "", *time = strchr("hns", p.unit) ? "T" : "";
    char unit = p.unit == 'a' ? 'Y' : p.unit == 'n' ? 'M' : (char)toupper((unsigned char)p.unit);

    if (p.n == 0)
        snprintf(out, 40, "P0D");
    else
        snprintf(out, 40, "%sP%s%s%c", sign, time, number_text(fabs(p.n), n), unit);
    return out;
}

bool period_parse(const char *text, size_t size, period *out)
{
    char copy[40], *end;
    const char *p = copy;
    bool minus = false, time = false;
    double n;

    if (size == 0 || size >= sizeof copy)
        return false;
    memcpy(copy, text, size);
    copy[size] = 0;
    if (*p == '-') {
        minus = true;
        p++;
    }
    if (*p++ != 'P')
        return false;
    if (*p == 'T') {
        time = true;
        p++;
    }
    if (!isdigit((unsigned char)*p))
        return false;
    n = strtod(p, &end);
    if (!*end || end[1])
        return false;
    switch (*end) {
    case 'Y': out->unit = 'a'; break;
    case 'M': out->unit = time ? 'n' : 'm'; break;
    case 'W': out->unit = 'w'; break;
    case 'D': out->unit = 'd'; break;
    case 'H': out->unit = 'h'; break;
    case 'S': out->unit = 's'; break;
    default: return false;
    }
    if (time != (strchr("hns", out->unit) != NULL))
        return false;
    out->n = minus ? -n : n;
    return true;
}

day day_today(void)
{
    time_t now = time(NULL);
    struct tm local;

    if (!localtime_r(&now, &local))
        return 0;
    return day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

const char *period_ucum(char unit)
{
    switch (unit) {
    case 'a': return "a";
    case 'm': return "mo";
    case 'w': return "wk";
    case 'd': return "d";
    case 'h': return "h";
    case 'n': return "min";
    case 's': return "s";
    default: return NULL;
    }
}
