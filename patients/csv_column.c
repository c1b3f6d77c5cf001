/* Columns of a coordinator's spreadsheet: what their names mean and how their cells are written. */
#include "patients/csv.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/sayings.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { LONGEST_NAME = 200 };

/* ---- names ---- */

static const struct {
    char name[28];
    csv_role role;
} roles[] = {
    {"patient id", CSV_ID},
    {"patientid", CSV_ID},
    {"patient", CSV_ID},
    {"id", CSV_ID},
    {"subject id", CSV_ID},
    {"subject", CSV_ID},
    {"subjid", CSV_ID},
    {"usubjid", CSV_ID},
    {"mrn", CSV_ID},
    {"participant id", CSV_ID},
    {"participant", CSV_ID},
    {"person id", CSV_ID},
    {"record id", CSV_ID},
    {"study id", CSV_ID},
    {"case id", CSV_ID},
    {"patient number", CSV_ID},
    {"patient no", CSV_ID},
    {"pat id", CSV_ID},
    {"screening id", CSV_ID},
    {"screening number", CSV_ID},
    {"subject number", CSV_ID},
    {"pid", CSV_ID},
    {"medical record number", CSV_ID},
    {"date", CSV_DATE},
    {"visit date", CSV_DATE},
    {"date of visit", CSV_DATE},
    {"assessment date", CSV_DATE},
    {"screening date", CSV_DATE},
    {"date of screening", CSV_DATE},
    {"observation date", CSV_DATE},
    {"record date", CSV_DATE},
    {"date recorded", CSV_DATE},
    {"date of assessment", CSV_DATE},
    {"date of birth", CSV_BIRTH},
    {"birth date", CSV_BIRTH},
    {"birthdate", CSV_BIRTH},
    {"dob", CSV_BIRTH},
    {"birthday", CSV_BIRTH},
    {"year of birth", CSV_BIRTH},
    {"birth year", CSV_BIRTH},
    {"age", CSV_AGE},
    {"age years", CSV_AGE},
    {"age in years", CSV_AGE},
    {"age yrs", CSV_AGE},
    {"age y", CSV_AGE},
    {"sex", CSV_SEX},
    {"gender", CSV_SEX},
    {"sex at birth", CSV_SEX},
    {"deceased", CSV_DECEASED},
    {"died", CSV_DECEASED},
    {"dead", CSV_DECEASED},
    {"date of death", CSV_DECEASED},
    {"death date", CSV_DECEASED},
    {"diagnosis", CSV_CONDITIONS},
    {"diagnoses", CSV_CONDITIONS},
    {"diagnosis codes", CSV_CONDITIONS},
    {"diagnosis code", CSV_CONDITIONS},
    {"icd10", CSV_CONDITIONS},
    {"icd 10", CSV_CONDITIONS},
    {"icd10 codes", CSV_CONDITIONS},
    {"icd 10 codes", CSV_CONDITIONS},
    {"icd codes", CSV_CONDITIONS},
    {"icd10cm", CSV_CONDITIONS},
    {"icd 10 cm", CSV_CONDITIONS},
    {"icd 10 code", CSV_CONDITIONS},
    {"snomed codes", CSV_CONDITIONS},
    {"snomed", CSV_CONDITIONS},
    {"conditions", CSV_CONDITIONS},
    {"condition", CSV_CONDITIONS},
    {"problems", CSV_CONDITIONS},
    {"problem list", CSV_CONDITIONS},
    {"comorbidities", CSV_CONDITIONS},
    {"medical history", CSV_CONDITIONS},
    {"past medical history", CSV_CONDITIONS},
    {"medications", CSV_MEDICATIONS},
    {"medication", CSV_MEDICATIONS},
    {"current medications", CSV_MEDICATIONS},
    {"drugs", CSV_MEDICATIONS},
    {"concomitant medications", CSV_MEDICATIONS},
    {"con meds", CSV_MEDICATIONS},
    {"conmeds", CSV_MEDICATIONS},
    {"meds", CSV_MEDICATIONS},
    {"medication list", CSV_MEDICATIONS},
    {"atc codes", CSV_MEDICATIONS},
    {"rxnorm codes", CSV_MEDICATIONS},
    {"allergies", CSV_ALLERGIES},
    {"allergy", CSV_ALLERGIES},
    {"drug allergies", CSV_ALLERGIES},
    {"name", CSV_IGNORED},
    {"first name", CSV_IGNORED},
    {"last name", CSV_IGNORED},
    {"surname", CSV_IGNORED},
    {"initials", CSV_IGNORED},
    {"patient name", CSV_IGNORED},
    {"site", CSV_IGNORED},
    {"comment", CSV_IGNORED},
    {"comments", CSV_IGNORED},
    {"notes", CSV_IGNORED},
    {"remarks", CSV_IGNORED},
    {"ignore", CSV_IGNORED},
};

/* "patient_ID" -> "patient id": words apart by one blank. */
static size_t plain_words(const char *text, size_t size, char out[LONGEST_NAME + 1])
{
    size_t n = 0;

    for (size_t i = 0; i < size && n < LONGEST_NAME; i++) {
        unsigned char c = (unsigned char)text[i];

        if (isalnum(c) || c >= 0x80)
            out[n++] = (char)tolower(c);
        else if (n && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    while (n && out[n - 1] == ' ')
        n--;
    out[n] = 0;
    return n;
}

/* Takes a word off the front or the end of a name. */
static bool take_front(char *label, const char *words)
{
    size_t n = strlen(words);

    if (strncasecmp(label, words, n) != 0 || label[n] != ' ' || !label[n + 1])
        return false;
    memmove(label, label + n + 1, strlen(label + n + 1) + 1);
    return true;
}

static bool take_end(char *label, const char *words)
{
    size_t n = strlen(words), size = strlen(label);

    if (size < n + 2 || strcasecmp(label + size - n, words) != 0 || label[size - n - 1] != ' ')
        return false;
    label[size - n - 1] = 0;
    return true;
}

/* The lexicon's concept of exactly these words. */
static bool whole_name(const lexicon *lx, arena *a, const char *text, size_t size, lexicon_hit *hit)
{
    char *copy = arena_text(a, text, size);
    atoms list = lexicon_cut(lx, copy ? copy : "", copy ? size : 0, a);

    return list.count && lexicon_match(lx, &list, 0, hit) && hit->atoms == list.count;
}

/* A unit as a header has it: "mmHg", "mg dl", "percent". */
static const char *header_unit(const char *text, size_t size, const concept *quantity, arena *a)
{
    char out[64], other[64];

    if (!size || size >= sizeof other)
        return NULL;
    if (text_equal_nocase(text, size, "percent") || text_equal_nocase(text, size, "pct"))
        return "%";
    if (unit_spelling(text, size, quantity, out))
        return arena_text(a, out, strlen(out));
    for (int sign = 0; sign < 2; sign++) {
        bool any = false;

        for (size_t i = 0; i <= size; i++) {
            other[i] = i < size ? text[i] : 0;
            if (i < size && (text[i] == ' ' || text[i] == '_')) {
                other[i] = sign ? '.' : '/';
                any = true;
            }
        }
        if (any && unit_spelling(other, size, quantity, out))
            return arena_text(a, out, strlen(out));
    }
    return NULL;
}

static void set_quantity(csv_column *out, const concept *c, const char *ucum, const char *text,
                         size_t size, arena *a)
{
    out->role = is_landmark(c, LANDMARK_AGE)          ? CSV_AGE
                : is_landmark(c, LANDMARK_SEX)        ? CSV_SEX
                : is_landmark(c, LANDMARK_BIRTH_DATE) ? CSV_BIRTH
                                                      : CSV_QUANTITY;
    out->concept = c;
    out->unit = ucum;
    out->unit_text = ucum ? arena_text(a, text, size) : NULL;
}

/* A name with its unit behind it. False: the lexicon does not have it. */
static bool find_name(const lexicon *lx, arena *a, const char *text, csv_column *out)
{
    size_t size = strlen(text);
    const char *open = size && (text[size - 1] == ')' || text[size - 1] == ']')
                           ? strrchr(text, text[size - 1] == ')' ? '(' : '[')
                           : NULL;
    lexicon_hit hit;

    if (open && open > text) {
        size_t head = (size_t)(open - text), inner = size - head - 2;
        const char *ucum;

        while (head && text[head - 1] == ' ')
            head--;
        if (whole_name(lx, a, text, head, &hit) && hit.quantity) {
            ucum = header_unit(open + 1, inner, hit.quantity, a);
            if (ucum) {
                if (hit.quantity->units[0] && !unit_fits(hit.quantity, ucum)) {
                    out->why = "its unit is not one of that quantity";
                    return true;
                }
                set_quantity(out, hit.quantity, ucum, open + 1, inner, a);
                return true;
            }
        }
    }
    if (whole_name(lx, a, text, size, &hit)) {
        if (hit.quantity && hit.thing) {
            out->why = arena_printf(a, "it may be %s or %s", hit.quantity->name, hit.thing->name);
            return true;
        }
        if (hit.quantity)
            set_quantity(out, hit.quantity, NULL, NULL, 0, a);
        else {
            out->role = CSV_THING;
            out->concept = hit.thing;
        }
        return true;
    }
    /* the unit without a bracket: the longest name first */
    for (size_t cut = size; cut-- > 1;) {
        const char *ucum;
        size_t behind = cut + 1;

        if (text[cut] != ' ' && text[cut] != ',')
            continue;
        while (behind < size && (text[behind] == ' ' || text[behind] == ','))
            behind++;
        if (size - behind > 3 && strncasecmp(text + behind, "in ", 3) == 0)
            behind += 3;
        if (!whole_name(lx, a, text, cut, &hit) || !hit.quantity)
            continue;
        ucum = header_unit(text + behind, size - behind, hit.quantity, a);
        if (ucum && hit.quantity->units[0] && unit_fits(hit.quantity, ucum)) {
            set_quantity(out, hit.quantity, ucum, text + behind, size - behind, a);
            return true;
        }
    }
    return false;
}

/* As it is, with words for signs, and as an abbreviation that somebody wrote small. */
static bool find_any(const lexicon *lx, arena *a, char *label, bool shown_as_status,
                     csv_column *out)
{
    char other[LONGEST_NAME + 1];

    if (find_name(lx, a, label, out))
        return true;
    for (int way = 0; way < 3; way++) {
        bool changed = false;

        if (way == 2 &&
            (!shown_as_status || strchr(label, ' ') || strlen(label) < 3 || strlen(label) > 5))
            continue;
        snprintf(other, sizeof other, "%s", label);
        for (char *p = other; *p; p++) {
            char c = *p;

            if (way == 0 && *p == '_')
                *p = ' ';
            else if (way == 1 && *p == '_')
                *p = '/';
            else if (way == 2)
                *p = (char)toupper((unsigned char)*p);
            changed |= c != *p;
        }
        if (changed && find_name(lx, a, other, out))
            return true;
    }
    return false;
}

void csv_understand(const lexicon *lx, arena *a, const char *text, size_t size, csv_column *out)
{
    char label[LONGEST_NAME + 1], words[LONGEST_NAME + 1];
    bool status = false, date_of = false;

    out->name = arena_text(a, text, size);
    if (!out->name)
        out->name = "";
    if (size > LONGEST_NAME || memchr(text, 0, size)) {
        out->why = "its name is too long";
        return;
    }
    if (!size) {
        out->role = CSV_IGNORED;
        return;
    }
    plain_words(text, size, words);
    for (size_t i = 0; i < COUNT(roles); i++)
        if (strcmp(words, roles[i].name) == 0) {
            out->role = roles[i].role;
            out->system = strstr(words, "icd")      ? CODE_ICD10CM
                          : strstr(words, "snomed") ? CODE_SNOMED
                          : strstr(words, "atc ")   ? CODE_ATC
                          : strstr(words, "rxnorm") ? CODE_RXNORM
                                                    : CODE_UNKNOWN;
            out->history = strstr(words, "history") != NULL;
            return;
        }
    memcpy(label, text, size);
    label[size] = 0;
    if (!strpbrk(label, " "))
        for (char *p = label; *p; p++)
            *p = *p == '_' ? ' ' : *p;
    while (*label && strchr("?: *", label[strlen(label) - 1]))
        label[strlen(label) - 1] = 0;
    for (size_t i = 0; saying_answer_form[i]; i++)
        status |= take_end(label, saying_answer_form[i]);
    if (find_any(lx, a, label, status, out) && out->role == CSV_QUANTITY &&
        concept_attribute(out->concept, "date", &(size_t){0}))
        return; /* "due date": the day is the value */
    *out = (csv_column){.name = out->name};
    if (take_end(label, "date") || take_end(label, "onset") || take_end(label, "onset date") ||
        take_end(label, "start date") || take_front(label, "date of") ||
        take_front(label, "onset of"))
        date_of = true;
    if (date_of)
        take_end(label, "diagnosis");
    if (find_any(lx, a, label, status, out)) {
        if (out->role == CSV_QUANTITY && concept_attribute(out->concept, "date", &(size_t){0}))
            date_of = false; /* the day is the value */
        if (date_of && out->role != CSV_UNKNOWN) {
            if (out->role == CSV_QUANTITY || out->role == CSV_THING)
                out->role = CSV_DATE_OF;
            else {
                out->role = CSV_UNKNOWN;
                out->why = "the date of what?";
            }
        }
        return;
    }
    if (take_front(label, "family history of") || take_front(label, "fh of"))
        out->family = true;
    else if (take_front(label, "history of") || take_front(label, "hx of") ||
             take_front(label, "prior") || take_front(label, "previous") ||
             take_front(label, "past"))
        out->history = true;
    else if (take_front(label, "currently on") || take_front(label, "currently taking") ||
             take_front(label, "on") || take_front(label, "taking") || take_front(label, "uses") ||
             take_front(label, "using") || take_front(label, "current"))
        out->current = true;
    else if (!take_front(label, "has"))
        take_front(label, "is");
    for (size_t i = 0; saying_column_ends[i]; i++)
        if (take_end(label, saying_column_ends[i])) {
            status = true;
            out->history |= strcmp(saying_column_ends[i], "history") == 0;
        }
    if (!find_any(lx, a, label, status, out)) {
        out->why = "the lexicon does not have it";
        return;
    }
    if (date_of && (out->role == CSV_QUANTITY || out->role == CSV_THING))
        out->role = CSV_DATE_OF;
    if ((out->history || out->family || out->current) && out->role == CSV_QUANTITY) {
        out->role = CSV_UNKNOWN;
        out->why = "a value of another time is not told apart";
    }
    if (out->current && out->role == CSV_THING && out->concept->category != CATEGORY_MEDICATION &&
        out->concept->category != CATEGORY_CONDITION &&
        out->concept->category != CATEGORY_PROCEDURE && out->concept->category != CATEGORY_DEVICE &&
        out->concept->category != CATEGORY_SOCIAL) {
        out->role = CSV_UNKNOWN;
        out->why = "the lexicon does not have it";
    }
}

bool csv_assign(const lexicon *lx, arena *a, const char *meaning, size_t size, csv_column *out)
{
    char words[LONGEST_NAME + 1];
    const concept *c = lexicon_concept(lx, meaning, size);
    const char *label = out->name;

    *out = (csv_column){.name = label};
    plain_words(meaning, size < LONGEST_NAME ? size : LONGEST_NAME, words);
    for (size_t i = 0; i < COUNT(roles); i++)
        if (strcmp(words, roles[i].name) == 0) {
            out->role = roles[i].role;
            return true;
        }
    if (!c)
        return false;
    if (category_is_quantity(c->category))
        set_quantity(out, c, NULL, NULL, 0, a);
    else {
        out->role = CSV_THING;
        out->concept = c;
    }
    return true;
}

void csv_relate(csv_column *list, size_t count)
{
    size_t first[CSV_DATE_OF + 1] = {0};

    for (size_t i = 0; i < count; i++) {
        csv_column *c = &list[i];

        if (c->role == CSV_ID || c->role == CSV_DATE || c->role == CSV_BIRTH ||
            c->role == CSV_SEX || c->role == CSV_DECEASED) {
            csv_column *other = first[c->role] ? &list[first[c->role] - 1] : NULL;

            if (!other)
                first[c->role] = i + 1;
            else if (c->role == CSV_ID || c->role == CSV_DECEASED) {
                if (c->role == CSV_ID) {
                    c->role = CSV_UNKNOWN;
                    c->why = "there is a column for the patient's id before it";
                }
            } else {
                c->role = other->role = CSV_UNKNOWN;
                c->why = other->why = "two columns are for the same thing";
            }
        }
        if (c->role != CSV_DATE_OF)
            continue;
        for (size_t k = 0; k < count; k++)
            if ((list[k].role == CSV_QUANTITY || list[k].role == CSV_THING) &&
                list[k].concept == c->concept && !list[k].family) {
                list[k].of = i + 1;
                c->of = k + 1;
            }
        if (!c->of && category_is_quantity(c->concept->category)) {
            c->role = CSV_UNKNOWN;
            c->why = "there is no column with the value of that date";
        }
    }
}

/* ---- cells ---- */

static bool digits_at(const char *text, size_t size, size_t *at, int most, int *out)
{
    size_t start = *at;

    *out = 0;
    while (*at < size && isdigit((unsigned char)text[*at]) && (int)(*at - start) < most)
        *out = *out * 10 + (text[(*at)++] - '0');
    return *at > start && (*at == size || !isdigit((unsigned char)text[*at]));
}

/* "3/4/2021", "3-4-2021", "3.4.2021", with a time or without: its three numbers and its sign. */
static bool three_numbers(table_cell c, int out[3], char *sign)
{
    size_t at = 0;

    if (!digits_at(c.text, c.size, &at, 2, &out[0]) || at == c.size || !strchr("/.-", c.text[at]))
        return false;
    *sign = c.text[at++];
    if (!digits_at(c.text, c.size, &at, 2, &out[1]) || at == c.size || c.text[at] != *sign)
        return false;
    at++;
    if (!digits_at(c.text, c.size, &at, 4, &out[2]) || out[2] < 1583)
        return false;
    return at == c.size ||
           ((c.text[at] == ' ' || c.text[at] == ',' || c.text[at] == 'T') && c.size - at <= 16);
}

static int month_named(const char *text, size_t size)
{
    static const char names[] = "january  february march    april    may      june     july     "
                                "august   septemberoctober  november december ";

    for (int m = 0; size >= 3 && m < 12; m++) {
        size_t full = strcspn(names + m * 9, " ");

        if (full > 9)
            full = 9;
        if (size <= full && strncasecmp(names + m * 9, text, size) == 0)
            return m + 1;
        if (size == 4 && m == 8 && strncasecmp(text, "sept", 4) == 0)
            return 9;
    }
    return 0;
}

/* "12-Mar-2021", "12 March 2021", "Mar 12, 2021", "March 2021". */
static bool named_month(table_cell c, date *out)
{
    int numbers[2], count = 0, month = 0;
    size_t i = 0;

    while (i < c.size) {
        size_t start = i;

        if (isdigit((unsigned char)c.text[i])) {
            if (count == 2 || !digits_at(c.text, c.size, &i, 4, &numbers[count]))
                return false;
            count++;
        } else if (isalpha((unsigned char)c.text[i])) {
            while (i < c.size && isalpha((unsigned char)c.text[i]))
                i++;
            if (month || !(month = month_named(c.text + start, i - start)))
                return false;
        } else if (strchr(" -/.,", c.text[i]))
            i++;
        else
            return false;
    }
    if (!month || !count || numbers[count - 1] < 1583)
        return false;
    if (count == 1) {
        *out = (date){day_of(numbers[0], month, 1),
                      day_add_months(day_of(numbers[0], month, 1), 1) - 1, INSTANT_NONE};
        return true;
    }
    if (!date_valid(numbers[1], month, numbers[0]))
        return false;
    *out = date_of_day(day_of(numbers[1], month, numbers[0]));
    return true;
}

void csv_learn(csv_column *c, table_cell cell)
{
    int n[3];
    char sign;
    const char *comma = cell.size ? memchr(cell.text, ',', cell.size) : NULL;

    if (three_numbers(cell, n, &sign) && sign != '.') {
        c->day_first |= n[0] > 12;
        c->month_first |= n[1] > 12;
    }
    if (comma && cell.size < 40) {
        const char *end = cell.text + cell.size, *p = comma + 1;

        while (p < end && isdigit((unsigned char)*p))
            p++;
        if (p - comma != 4 && p > comma + 1 && (p == end || (*p != ',' && *p != '.')) &&
            comma > cell.text && isdigit((unsigned char)comma[-1]))
            c->decimal_comma = true;
        if (p - comma == 4 && p < end && (*p == ',' || *p == '.') && p + 1 < end &&
            isdigit((unsigned char)p[1]))
            c->thousands = true;
    }
}

bool csv_date(const csv_column *c, table_cell cell, bool serial, date *out)
{
    int n[3];
    char sign;
    double v;

    *out = date_none();
    if (!cell.size)
        return false;
    if (date_parse(cell.text, cell.size, out))
        return true;
    *out = date_none();
    if (three_numbers(cell, n, &sign)) {
        bool dm = date_valid(n[2], n[1], n[0]), md = sign != '.' && date_valid(n[2], n[0], n[1]);
        day a, b;

        if (sign != '.' && c->day_first != c->month_first) {
            dm = dm && c->day_first;
            md = md && c->month_first;
        }
        if (!dm && !md)
            return false;
        a = dm ? day_of(n[2], n[1], n[0]) : day_of(n[2], n[0], n[1]);
        b = md ? day_of(n[2], n[0], n[1]) : a;
        /* which of the two it is cannot be told */
        *out = (date){a < b ? a : b, a < b ? b : a, INSTANT_NONE};
        return true;
    }
    if (cell.size == 10 && cell.text[4] == '/' && cell.text[7] == '/') { /* 2021/03/04 */
        char iso[10];

        memcpy(iso, cell.text, 10);
        iso[4] = iso[7] = '-';
        if (date_parse(iso, 10, out))
            return true;
        *out = date_none();
    }
    if (named_month(cell, out))
        return true;
    /* days since 1899-12-30, as spreadsheets count; 1900 is not a leap year here, but none is that
     * old */
    if (serial && result_plain_number(cell.text, cell.size, &v) && v >= 2200 && v < 80000) {
        *out = date_of_day(day_of(1899, 12, 30) + (day)floor(v));
        return true;
    }
    return false;
}

csv_answer csv_answer_of(table_cell cell)
{
    if (!cell.size || text_is_any(cell.text, cell.size, saying_no_answer))
        return CSV_NOTHING;
    if (text_is_any(cell.text, cell.size, saying_yes))
        return CSV_YES;
    if (text_is_any(cell.text, cell.size, saying_no))
        return CSV_NO;
    return CSV_OTHER;
}
