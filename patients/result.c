#include "patients/result.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/roles.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_RESULT = 400 }; /* a longer text is a report, not a result */

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void trim(const char **text, size_t *size)
{
    while (*size && ((unsigned char)**text <= ' '))
        ++*text, --*size;
    while (*size && (unsigned char)(*text)[*size - 1] <= ' ')
        --*size;
}

char *fold_plain(const char *text, size_t size, arena *a, size_t *out_size)
{
    char *out = arena_alloc(a, size + 1), *to = out;

    if (out_size)
        *out_size = 0;
    if (!out)
        return NULL;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c + 32);
        if (c <= ' ' || c == 127) {
            if (to > out && to[-1] != ' ')
                *to++ = ' ';
        } else
            *to++ = (char)c;
    }
    while (to > out && to[-1] == ' ')
        to--;
    *to = 0;
    /* "(qualifier value)", "(finding)": SNOMED's own tags */
    if (to > out && to[-1] == ')') {
        static const char *const tags[] = {
            " (qualifier value)", " (finding)",   " (disorder)", " (situation)",
            " (procedure)",       " (substance)", " (organism)", " (observable entity)",
            " (product)",         " (specimen)",  " (event)",    " (body structure)"};

        for (size_t i = 0; i < COUNT(tags); i++) {
            size_t n = strlen(tags[i]);

            if ((size_t)(to - out) > n && memcmp(to - n, tags[i], n) == 0) {
                to -= n;
                *to = 0;
                break;
            }
        }
    }
    if (out_size)
        *out_size = (size_t)(to - out);
    return out;
}

bool has_word(const char *folded, const char *word)
{
    size_t n = strlen(word);

    for (const char *p = folded; (p = strstr(p, word)); p++)
        if ((p == folded || !is_letter(p[-1])) && !is_letter(p[n]))
            return true;
    return false;
}

/* ---- numbers ---- */

/* A number at the start of text, with thousands separators or a decimal comma: its bytes; 0: none.
 */
static size_t number_at(const char *text, size_t size, double *out)
{
    char plain[LIMIT_NUMBER_DIGITS + 8];
    size_t i = 0, n = 0, digits = 0;

    if (i < size && (text[i] == '-' || text[i] == '+')) {
        if (text[i] == '-')
            plain[n++] = '-';
        i++;
    }
    while (i < size && is_digit(text[i]) && digits < LIMIT_NUMBER_DIGITS) {
        plain[n++] = text[i++];
        digits++;
    }
    if (!digits && !(i + 1 < size && text[i] == '.' && is_digit(text[i + 1])))
        return 0;
    /* 1,250 and 1,250,000; but 5,4 has a decimal comma */
    while (digits && digits < LIMIT_NUMBER_DIGITS - 3 && i + 3 < size + 0 && text[i] == ',' &&
           is_digit(text[i + 1]) && is_digit(text[i + 2]) && is_digit(text[i + 3]) &&
           (i + 4 == size || !is_digit(text[i + 4]))) {
        memcpy(plain + n, text + i + 1, 3);
        n += 3;
        digits += 3;
        i += 4;
    }
    if (i + 1 < size && (text[i] == '.' || (text[i] == ',' && digits <= 3)) &&
        is_digit(text[i + 1])) {
        plain[n++] = '.';
        i++;
        while (i < size && is_digit(text[i]) && digits < LIMIT_NUMBER_DIGITS) {
            plain[n++] = text[i++];
            digits++;
        }
    }
    if (i < size && is_digit(text[i])) /* too many digits */
        return 0;
    if (i + 1 < size && (text[i] | 0x20) == 'e') {
        size_t j = i + 1, start;

        if (text[j] == '+' || text[j] == '-')
            j++;
        start = j;
        while (j < size && is_digit(text[j]) && j - start < 3)
            j++;
        if (j > start) {
            memcpy(plain + n, text + i, j - i);
            n += j - i;
            i = j;
        }
    }
    plain[n] = 0;
    *out = strtod(plain, NULL); /* the library never sets a locale */
    return isfinite(*out) ? i : 0;
}

bool result_plain_number(const char *text, size_t size, double *out)
{
    size_t used;

    trim(&text, &size);
    used = number_at(text, size, out);
    return used && used == size;
}

bool result_interval(double number, const char *comparator, fact_value *value)
{
    value->kind = VALUE_NUMBER;
    value->low = value->high = number;
    value->low_inclusive = value->high_inclusive = true;
    if (!comparator || !*comparator || strcmp(comparator, "=") == 0)
        return true;
    if (comparator[0] == '<') {
        value->low = -INFINITY;
        value->low_inclusive = false;
        value->high_inclusive = comparator[1] == '=';
    } else if (comparator[0] == '>') {
        value->high = INFINITY;
        value->high_inclusive = false;
        value->low_inclusive = comparator[1] == '=';
    }
    if (strcmp(comparator, "<") == 0 || strcmp(comparator, "<=") == 0 ||
        strcmp(comparator, ">") == 0 || strcmp(comparator, ">=") == 0)
        return true;
    value->kind = VALUE_TEXT;
    return false;
}

/* A comparator at the start of text, as signs or words: its bytes; 0: none. */
static size_t comparator_at(const char *text, size_t size, const char **out)
{
    static const struct {
        const char *text, *meaning;
    } list[] = {
        {"\xE2\x89\xA5", ">="},
        {"\xE2\x89\xA4", "<="},
        {">or=", ">="},
        {"<or=", "<="},
        {"> or =", ">="},
        {"< or =", "<="},
        {">/=", ">="},
        {"</=", "<="},
        {">=", ">="},
        {"<=", "<="},
        {"=>", ">="},
        {"=<", "<="},
        {">", ">"},
        {"<", "<"},
        {"greater than or equal to", ">="},
        {"less than or equal to", "<="},
        {"greater than", ">"},
        {"more than", ">"},
        {"less than", "<"},
        {"at least", ">="},
        {"at most", "<="},
        {"up to", "<="},
        {"above", ">"},
        {"over", ">"},
        {"below", "<"},
        {"under", "<"},
        {"=", "="},
    };

    for (size_t i = 0; i < COUNT(list); i++)
        if (text_starts_nocase(text, size, list[i].text)) {
            *out = list[i].meaning;
            return strlen(list[i].text);
        }
    *out = NULL;
    return 0;
}

static const char *spelling(const char *text, const concept *quantity, arena *a)
{
    char out[64];

    return text && *text && unit_spelling(text, strlen(text), quantity, out)
               ? arena_text(a, out, strlen(out))
               : NULL;
}

const char *result_unit(const char *code, bool is_ucum, const char *text, const concept *quantity,
                        arena *a)
{
    bool valid = is_ucum && code && *code && unit_parse(code, strlen(code), &(unit){0}, NULL);
    bool checked = quantity && quantity->units[0];
    const char *named, *found = NULL;

    if (valid && (!checked || unit_fits(quantity, code)))
        return arena_text(a, code, strlen(code));
    named = spelling(text, quantity, a);
    if (named && (!checked || unit_fits(quantity, named)))
        return named;
    found = spelling(code, quantity, a);
    if (found && (!checked || unit_fits(quantity, found)))
        return found;
    /* of the wrong dimension, and honestly so */
    return valid              ? arena_text(a, code, strlen(code))
           : found && is_ucum ? found
           : named            ? named
                              : found;
}

/* ---- words ---- */

int result_sign_of_code(const char *code, size_t size)
{
    static const struct {
        const char *code;
        int sign;
    } list[] = {
        {"10828004", 1},   {"260373001", 1},  {"11214006", 1},   {"52101004", 1},
        {"373066001", 1},  {"LA6576-8", 1},   {"LA11882-0", 1},  {"LA9633-4", 1},
        {"LA33-6", 1},     {"POS", 1},        {"DET", 1},        {"260385009", -1},
        {"260415000", -1}, {"131194007", -1}, {"2667000", -1},   {"373067005", -1},
        {"LA6577-6", -1},  {"LA11883-8", -1}, {"LA9634-2", -1},  {"LA32-8", -1},
        {"NEG", -1},       {"ND", -1},        {"264887000", -1}, {"RR", 1},
        {"NR", -1},
    };

    for (size_t i = 0; i < COUNT(list); i++)
        if (size == strlen(list[i].code) && memcmp(code, list[i].code, size) == 0)
            return list[i].sign;
    return 0;
}

static bool one_of(const char *text, size_t size, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (((list[i][0] ^ (size ? text[0] : 0)) & ~0x20) == 0 &&
            text_equal_nocase(text, size, list[i]))
            return true;
    return false;
}

int result_sign(const char *text, size_t size)
{
    static const char *const positive[] = {"positive",
                                           "pos",
                                           "detected",
                                           "reactive",
                                           "present",
                                           "yes",
                                           "true",
                                           "+",
                                           "++",
                                           "+++",
                                           "++++",
                                           "weakly positive",
                                           "positive.",
                                           "pos.",
                                           "1+",
                                           "2+",
                                           "3+",
                                           "4+",
                                           "weakly reactive",
                                           "y",
                                           "repeatedly reactive"};
    static const char *const negative[] = {"negative",
                                           "neg",
                                           "not detected",
                                           "nonreactive",
                                           "non-reactive",
                                           "non reactive",
                                           "not reactive",
                                           "absent",
                                           "none detected",
                                           "no",
                                           "not present",
                                           "undetected",
                                           "undetectable",
                                           "false",
                                           "-",
                                           "negative.",
                                           "neg.",
                                           "none seen",
                                           "not found",
                                           "target not detected",
                                           "no growth",
                                           "n",
                                           "not isolated",
                                           "below detection limit"};

    trim(&text, &size);
    /* "Negative (qualifier value)", "POSITIVE (H)" */
    if (size && text[size - 1] == ')') {
        const char *bracket = memchr(text, '(', size);
        size_t head = bracket ? (size_t)(bracket - text) : 0, tail = size - head;

        if (head && (text_equal_nocase(bracket, tail, "(qualifier value)") ||
                     text_equal_nocase(bracket, tail, "(finding)") || tail <= 4)) {
            size = head;
            trim(&text, &size);
        }
    }
    if (one_of(text, size, positive, COUNT(positive)))
        return 1;
    return one_of(text, size, negative, COUNT(negative)) ? -1 : 0;
}

bool result_missing(const char *text, size_t size)
{
    static const char *const starts[] = {
        "tnp",
        "test not performed",
        "not performed",
        "not done",
        "qns",
        "quantity not sufficient",
        "quantity insufficient",
        "insufficient",
        "cancel",
        "pending",
        "see note",
        "see comment",
        "see report",
        "see below",
        "hemolyzed",
        "haemolyzed",
        "haemolysed",
        "clotted",
        "unable to",
        "refused",
        "unknown",
        "unsatisfactory",
        "poor sample",
        "specimen ",
        "sample ",
        "not tested",
        "not available",
        "not applicable",
        "no result",
        "error",
        "not reported",
        "not measured",
        "to follow",
        "in process",
        "see scanned",
        "declined",
        "not recorded",
        "not calculated",
        "not obtained",
        "no specimen",
        "no sample",
        "rejected",
        "lab error",
        "contaminated",
    };
    static const char *const whole[] = {
        "",    "n/a", "na",  "none", "null",    "-",   "--",      "---", "comment", "*",
        "***", ".",   "nd*", "unk",  "invalid", "nan", "deleted", "?",   "np",      "nt"};

    trim(&text, &size);
    for (size_t i = 0; size && i < COUNT(starts); i++)
        if (((starts[i][0] ^ text[0]) & ~0x20) == 0 && text_starts_nocase(text, size, starts[i]))
            return true;
    return one_of(text, size, whole, COUNT(whole));
}

/* ---- a result as text ---- */

/* What may follow a number and its unit: a flag, a remark in brackets, nothing that could be
 * another number or bound. */
static bool harmless_rest(const char *text, size_t size)
{
    trim(&text, &size);
    for (size_t i = 0; i < size; i++)
        if (is_digit(text[i]) || strchr("<>=/+", text[i]) || !text[i])
            return false;
    return true;
}

static bool flag_only(const char *text, size_t size)
{
    static const char *const flags[] = {"",     "h",      "l",        "hh",     "ll",    "n",
                                        "a",    "aa",     "*",        "(h)",    "(l)",   "high",
                                        "low",  "normal", "abnormal", "(high)", "(low)", "(normal)",
                                        "(hh)", "(ll)",   "(a)",      "[h]",    "[l]"};

    trim(&text, &size);
    return one_of(text, size, flags, COUNT(flags)) ||
           (size && *text == '(' && harmless_rest(text, size));
}

bool result_read(const char *text, size_t size, const concept *quantity, arena *a,
                 fact_value *value)
{
    const char *comparator, *rest;
    size_t used, left;
    double number, other;
    bool is_quantity = quantity && category_is_quantity(quantity->category) &&
                       !(quantity->flags & CONCEPT_POSITIVE);
    unit_hit hit;

    value->kind = VALUE_TEXT;
    value->text = arena_text(a, text, size);
    trim(&text, &size);
    if (size > LONGEST_RESULT || memchr(text, 0, size))
        return true;
    value->sign = result_sign(text, size);
    if (value->sign) {
        value->kind = VALUE_CODED;
        return true;
    }
    if (result_missing(text, size)) {
        value->kind = VALUE_NONE;
        return false;
    }
    used = comparator_at(text, size, &comparator);
    rest = text + used;
    left = size - used;
    trim(&rest, &left);
    used = number_at(rest, left, &number);
    if (!used) {
        /* words: for a quantity nothing that can be compared */
        if (!is_quantity)
            value->kind = VALUE_CODED;
        return true;
    }
    rest += used;
    left -= used;
    /* a titre, "1:160" */
    if (left && *rest == ':') {
        size_t more = number_at(rest + 1, left - 1, &other);

        if (number != 1 || !more || !flag_only(rest + 1 + more, left - 1 - more))
            return true;
        number = other;
        left = 0;
        value->ucum = "{titer}";
        value->unit_text = "titer";
    } else if (left && *rest == '/' && quantity && isfinite(quantity->scale.high)) {
        /* "23/30" on a scale to 30 */
        size_t more = number_at(rest + 1, left - 1, &other);

        if (more && other == quantity->scale.high && flag_only(rest + 1 + more, left - 1 - more))
            left = 0;
    } else if (!comparator) {
        /* a range, "50-55 %", "5 to 10" */
        const char *after = rest;
        size_t after_size = left;

        trim(&after, &after_size);
        used = 0;
        if (after_size && *after == '-')
            used = 1;
        else if (text_starts_nocase(after, after_size, "\xE2\x80\x93"))
            used = 3;
        else if (text_starts_nocase(after, after_size, "to "))
            used = 3;
        if (used) {
            after += used;
            after_size -= used;
            trim(&after, &after_size);
            used = number_at(after, after_size, &other);
            if (!used || other < number)
                return true;
            result_interval(number, NULL, value);
            value->high = other;
            rest = after + used;
            left = after_size - used;
        }
    }
    trim(&rest, &left);
    if (left && !flag_only(rest, left)) {
        if (unit_match(rest, left, quantity, &hit) &&
            harmless_rest(rest + hit.size, left - hit.size) &&
            !(rest[hit.size - 1] && hit.size < left && is_letter(rest[hit.size - 1]) &&
              is_letter(rest[hit.size]))) {
            value->unit_text = arena_text(a, rest, hit.size);
            value->ucum = result_unit(hit.ucum, true, value->unit_text, quantity, a);
        } else if (harmless_rest(rest, left) && left <= 40) {
            value->unit_text =
                arena_text(a, rest, left); /* printed, but not known: no bare number */
        } else {
            value->kind = VALUE_TEXT;
            value->low = value->high = 0;
            return true;
        }
    }
    if (value->kind != VALUE_NUMBER)
        result_interval(number, comparator, value);
    return true;
}

/* ---- names ---- */

typedef enum turn {
    TURN_NONE,
    TURN_HISTORY,
    TURN_FAMILY,
    TURN_SUSPECTED,
    TURN_DENIED,
    TURN_OTHER
} turn;

static const struct {
    const char *text;
    turn turn;
} turns[] = {
    {"family history of", TURN_FAMILY},
    {"family history:", TURN_FAMILY},
    {"family hx of", TURN_FAMILY},
    {"family h/o", TURN_FAMILY},
    {"fhx of", TURN_FAMILY},
    {"fhx:", TURN_FAMILY},
    {"fhx", TURN_FAMILY},
    {"fh of", TURN_FAMILY},
    {"fh:", TURN_FAMILY},
    {"no evidence of", TURN_DENIED},
    {"no known history of", TURN_DENIED},
    {"no history of", TURN_DENIED},
    {"no hx of", TURN_DENIED},
    {"no h/o", TURN_DENIED},
    {"no known", TURN_DENIED},
    {"negative for", TURN_DENIED},
    {"denies", TURN_DENIED},
    {"absence of", TURN_DENIED},
    {"never had", TURN_DENIED},
    {"without", TURN_DENIED},
    {"not", TURN_OTHER},
    {"no", TURN_DENIED},
    {"personal history of", TURN_HISTORY},
    {"past medical history of", TURN_HISTORY},
    {"pmh of", TURN_HISTORY},
    {"pmh:", TURN_HISTORY},
    {"past history of", TURN_HISTORY},
    {"history of", TURN_HISTORY},
    {"history:", TURN_HISTORY},
    {"hx of", TURN_HISTORY},
    {"hx:", TURN_HISTORY},
    {"hx", TURN_HISTORY},
    {"h/o", TURN_HISTORY},
    {"s/p", TURN_HISTORY},
    {"status post", TURN_HISTORY},
    {"status-post", TURN_HISTORY},
    {"previous", TURN_HISTORY},
    {"prior", TURN_HISTORY},
    {"past", TURN_HISTORY},
    {"rule out", TURN_SUSPECTED},
    {"r/o", TURN_SUSPECTED},
    {"possible", TURN_SUSPECTED},
    {"probable", TURN_SUSPECTED},
    {"suspected", TURN_SUSPECTED},
    {"suspicion of", TURN_SUSPECTED},
    {"suspicious for", TURN_SUSPECTED},
    {"concern for", TURN_SUSPECTED},
    {"presumed", TURN_SUSPECTED},
    {"likely", TURN_SUSPECTED},
    {"query", TURN_SUSPECTED},
    {"differential", TURN_SUSPECTED},
    {"at risk for", TURN_OTHER},
    {"at risk of", TURN_OTHER},
    {"risk of", TURN_OTHER},
    {"risk for", TURN_OTHER},
    {"screening for", TURN_OTHER},
    {"screen for", TURN_OTHER},
    {"encounter for", TURN_OTHER},
    {"exposure to", TURN_OTHER},
    {"contact with", TURN_OTHER},
    {"fear of", TURN_OTHER},
    {"evaluation for", TURN_OTHER},
    {"evaluate for", TURN_OTHER},
    {"counseling", TURN_OTHER},
    {"prophylaxis", TURN_OTHER},
    {"prevention of", TURN_OTHER},
    {"vaccination", TURN_OTHER},
    {"immunity to", TURN_OTHER},
    {"ruled out", TURN_OTHER},
    {"carrier of", TURN_OTHER},
    {"tendency to", TURN_OTHER},
};

/* Words anywhere in a name that take it away from the patient, or leave it open. */
static const char *const relatives[] = {
    "family",  "familial history", "mother",   "father",   "brother", "sister", "parent", "parents",
    "sibling", "maternal",         "paternal", "daughter", "son",     "spouse", "partner"};
static const char *const doubts[] = {
    "ruled out",   "rule out", "r/o",     "possible",     "probable",  "suspected", "not",
    "no",          "never",    "without", "denies",       "negative",  "unlikely",  "risk",
    "screening",   "vs",       "versus",  "resolved",     "remission", "cured",     "exposure",
    "prophylaxis", "question", "unclear", "questionable", "refuted",   "excluded",  "absent",
    "history",     "hx",       "h/o",     "s/p"};

static bool any_word(const char *folded, const char *const *list, size_t count)
{
    uint32_t initials = 0; /* of the words of the text; nearly all of the list begin otherwise */

    for (const char *p = folded; *p; p++)
        if (*p >= 'a' && *p <= 'z' && (p == folded || !is_letter(p[-1])))
            initials |= (uint32_t)1 << (*p - 'a');
    for (size_t i = 0; i < count; i++)
        if ((initials >> (list[i][0] - 'a') & 1) && has_word(folded, list[i]))
            return true;
    return false;
}

/* Takes a year off the end: "cva 2015", "cva in 2015", "cva (2015)". */
static int trailing_year(const char *text, size_t *size)
{
    size_t n = *size;
    int year;

    while (n && (text[n - 1] == ')' || text[n - 1] == '.' || text[n - 1] == ' '))
        n--;
    if (n < 5 || !is_digit(text[n - 1]) || !is_digit(text[n - 2]) || !is_digit(text[n - 3]) ||
        !is_digit(text[n - 4]) || is_digit(text[n - 5]) || is_letter(text[n - 5]))
        return 0;
    year = (text[n - 4] - '0') * 1000 + (text[n - 3] - '0') * 100 + (text[n - 2] - '0') * 10 +
           (text[n - 1] - '0');
    if (year < 1900 || year > 2100)
        return 0;
    n -= 4;
    while (n && strchr(" (,-", text[n - 1]))
        n--;
    if (n > 3 && memcmp(text + n - 3, " in", 3) == 0)
        n -= 3;
    *size = n;
    return year;
}

/* Ends of a diagnosis' name that take nothing from it: how far it is under control, that its kind
 * is not said, and the mark of a payer's risk class that some systems print. */
static size_t without_tails(const char *folded, size_t size)
{
    static const char *const tails[] = {
        " (hcc)",
        " (cms/hcc)",
        " (cms-hcc)",
        " without complication",
        " without complications",
        " w/o complication",
        " uncontrolled",
        " controlled",
        " poorly controlled",
        " well controlled",
        " well-controlled",
        " unspecified",
        " nos",
        " type unspecified",
        " unspecified type",
    };
    static const char mention[] = " without mention of ";
    const char *at;
    bool again = true;

    while (again) {
        again = false;
        for (size_t i = 0; i < COUNT(tails) && !again; i++) {
            size_t n = strlen(tails[i]);

            again = size > n && memcmp(folded + size - n, tails[i], n) == 0;
            if (again)
                size -= n;
        }
        while (size && strchr(" ,;-", folded[size - 1]))
            size--;
    }
    at = memmem(folded, size, mention, sizeof mention - 1);
    return at && at > folded ? (size_t)(at - folded) : size;
}

/* The concept that all of the words name, without a word more. */
static const concept *named_by_all(const lexicon *lx, const char *text, size_t size, arena *a)
{
    atoms t = lexicon_cut(lx, text, size, a);
    lexicon_hit hit;

    return t.count && lexicon_match(lx, &t, 0, &hit) && hit.atoms == t.count && !hit.quantity
               ? hit.thing
               : NULL;
}

static role_set role_at(const char *text, size_t size, size_t *letters)
{
    *letters = 0;
    while (*letters < size && is_letter(text[*letters]))
        ++*letters;
    return roles_all(text, *letters);
}

/* "Severe recurrent X", "X of the left leg", "X due to Y": X; NULL: it is not of that form. */
static const concept *kind_of_name(const lexicon *lx, const char *text, size_t size, arena *a)
{
    static const char *const causes[] = {" due to ", " secondary to ", " caused by ",
                                         " resulting from ", " associated with "};
    static const char *const places[] = {" of ", " in ", " on "};
    const concept *c;
    size_t letters, end = size;

    while (size && (role_at(text, size, &letters) & ROLE_RECORD_MANNER) && letters < size &&
           (text[letters] == ' ' || text[letters] == ',')) {
        text += letters;
        size -= letters;
        while (size && (*text == ' ' || *text == ','))
            text++, size--;
    }
    end = size;
    for (size_t i = 0; i < COUNT(causes); i++)
        for (size_t at = 0; at + strlen(causes[i]) < end; at++)
            if (text_starts_nocase(text + at, end - at, causes[i]))
                end = at;
    for (size_t i = 0; i < COUNT(places); i++)
        for (size_t at = 0; at + strlen(places[i]) < end; at++) {
            size_t n = at + strlen(places[i]);
            bool place = text_starts_nocase(text + at, end - at, places[i]);

            while (place && n < end) {
                place = (role_at(text + n, end - n, &letters) &
                         (ROLE_RECORD_PLACE | ROLE_ARTICLE)) != 0;
                place = place && letters;
                n += letters;
                while (n < end && (text[n] == ' ' || text[n] == ','))
                    n++;
            }
            if (place)
                end = at;
        }
    c = lexicon_display(lx, text, end, a);
    return c && (c->category == CATEGORY_CONDITION || c->category == CATEGORY_PROCEDURE) ? c : NULL;
}

/* ", on insulin", ", since childhood": what is said of a thing that is there. */
static bool goes_on(const char *text, size_t size)
{
    static const char *const words[] = {"on ", "with ", "since "};

    if (!size || (*text != ',' && *text != ';'))
        return false;
    text++, size--;
    trim(&text, &size);
    for (size_t i = 0; i < COUNT(words); i++)
        if (text_starts_nocase(text, size, words[i]))
            return true;
    return false;
}

name name_read(const lexicon *lx, const char *text, size_t size, arena *a)
{
    name out = {0};
    static const char *const sides[] = {"left ", "right ", "bilateral "};
    const char *rest, *printed, *tail;
    char *folded;
    size_t left = 0, shorter;
    bool denied = false, other = false, again = true, aligned, asked;

    if (size > LONGEST_RESULT)
        return out;
    trim(&text, &size);
    asked = memchr(text, '?', size) != NULL; /* "? MI", "PE?" */
    while (asked && size && (text[size - 1] == '?' || text[size - 1] == ' '))
        size--;
    while (asked && size && (*text == '?' || *text == ' '))
        text++, size--;
    folded = fold_plain(text, size, a, &left);
    if (!folded || strlen(folded) != left)
        return out;
    aligned = left <= size && text_equal_nocase(text, left, folded);
    if (asked)
        out.certainty = FACT_SUSPECTED;
    out.concept = lexicon_display(lx, text, size, a);
    if (out.concept)
        return out;
    left = without_tails(folded, left);
    folded[left] = 0;
    rest = folded;
    while (again) {
        again = false;
        for (size_t i = 0; i < COUNT(turns) && !again; i++) {
            size_t n = strlen(turns[i].text);

            if (left <= n || memcmp(rest, turns[i].text, n) != 0 ||
                (is_letter(rest[n - 1]) && is_letter(rest[n])))
                continue;
            out.history |= turns[i].turn == TURN_HISTORY;
            out.family |= turns[i].turn == TURN_FAMILY;
            denied ^= turns[i].turn == TURN_DENIED;
            other |= turns[i].turn == TURN_OTHER;
            if (turns[i].turn == TURN_SUSPECTED)
                out.certainty = FACT_SUSPECTED;
            rest += n;
            left -= n;
            trim(&rest, &left);
            again = true;
        }
    }
    out.family |= any_word(folded, relatives, COUNT(relatives));
    if (left && strncmp(folded, "not ", 4) == 0 && rest == folded + 4 && !out.family) {
        out.concept = named_by_all(lx, rest, left, a); /* "not pregnant" */
        out.certainty = out.concept ? FACT_DENIED : out.certainty;
    }
    if (other)
        return out;
    if (denied)
        out.certainty = out.certainty == FACT_SUSPECTED ? FACT_UNCONFIRMED : FACT_DENIED;
    /* with the case it had, which abbreviations need, where folding moved nothing */
    printed = aligned ? text + (rest - folded) : rest;
    shorter = left;
    out.year = trailing_year(rest, &shorter);
    if (rest != folded || left < size)
        out.concept = lexicon_display(lx, printed, left, a);
    if (any_word(rest, doubts, COUNT(doubts)) || memchr(rest, '?', left))
        return out;
    for (size_t i = 0; !out.concept && i < COUNT(sides); i++) {
        size_t n = strlen(sides[i]);

        if (left > n && memcmp(rest, sides[i], n) == 0)
            out.concept = lexicon_display(lx, printed + n, left - n, a);
        if (out.concept && category_is_quantity(out.concept->category))
            out.concept = NULL;
    }
    if (!out.concept && out.year)
        out.concept = lexicon_display(lx, printed, shorter, a);
    if (!out.concept) {
        tail = rest;
        while (tail < rest + left && !strchr(",;(", *tail))
            tail++;
        if (tail > rest && tail < rest + left)
            out.concept = lexicon_display(lx, printed, (size_t)(tail - rest), a);
        if (out.concept && !goes_on(tail, left - (size_t)(tail - rest)) &&
            !lexicon_adds_nothing(lx, out.concept, printed + (tail - rest),
                                  left - (size_t)(tail - rest), a))
            out.concept = NULL;
        else if (out.concept)
            out.part = true;
    }
    if (!out.concept && left) {
        out.concept = kind_of_name(lx, printed, left, a);
        out.part = out.concept != NULL;
    }
    return out;
}

fact_certainty name_doubts(const lexicon *lx, const concept *c, const char *text, size_t size,
                           arena *a)
{
    name n;
    bool opens = memchr(text, '?', size) != NULL;

    trim(&text, &size);
    for (size_t i = 0; i < COUNT(turns) && !opens; i++)
        opens = turns[i].turn != TURN_HISTORY && size &&
                ((turns[i].text[0] ^ text[0]) & ~0x20) == 0 &&
                text_starts_nocase(text, size, turns[i].text) &&
                (size == strlen(turns[i].text) || !is_letter(text[strlen(turns[i].text)]));
    if (!opens)
        return FACT_CONFIRMED;
    n = name_read(lx, text, size, a);
    if (!n.concept || !(concept_is(n.concept, c) || concept_is(c, n.concept)))
        return FACT_CONFIRMED;
    return n.family || n.certainty == FACT_DENIED ? FACT_UNCONFIRMED : n.certainty;
}

bool name_stops(const char *text, size_t size, arena *a)
{
    static const char *const never[] = {"allergy",
                                        "allergic",
                                        "allergies",
                                        "intolerance",
                                        "intolerant",
                                        "avoid",
                                        "stop",
                                        "stopped",
                                        "stopping",
                                        "discontinued",
                                        "discontinue",
                                        "dc'd",
                                        "d/c",
                                        "d/c'd",
                                        "held",
                                        "hold",
                                        "holding",
                                        "off",
                                        "ended",
                                        "finished",
                                        "completed",
                                        "placebo",
                                        "declined",
                                        "declines",
                                        "refused",
                                        "refuses",
                                        "antidote",
                                        "monitoring",
                                        "level",
                                        "levels",
                                        "previous",
                                        "previously",
                                        "prior",
                                        "past",
                                        "former",
                                        "formerly",
                                        "history",
                                        "hx",
                                        "h/o",
                                        "husband",
                                        "wife",
                                        "spouse",
                                        "partner",
                                        "son",
                                        "daughter",
                                        "relative",
                                        "contraindicated",
                                        "contraindication",
                                        "consider",
                                        "planned",
                                        "to start",
                                        "will start",
                                        "to begin"};
    char *folded = size <= LONGEST_RESULT ? fold_plain(text, size, a, NULL) : NULL;

    return folded && (strchr(folded, '?') || any_word(folded, never, COUNT(never)));
}

size_t name_drugs(const lexicon *lx, const char *text, size_t size, arena *a, const concept **out,
                  size_t room)
{
    const concept *whole;
    lexicon_hit hit;
    atoms list;
    size_t count = 0;

    if (size > LONGEST_RESULT || !room || name_stops(text, size, a))
        return 0;
    whole = lexicon_display(lx, text, size, a);
    if (whole && whole->category == CATEGORY_MEDICATION) {
        out[0] = whole;
        return 1;
    }
    list = lexicon_cut(lx, text, size, a);
    for (size_t i = 0; i < list.count; i++)
        if (list.list[i].kind == ATOM_WORD &&
            (roles_all(text + list.list[i].start, list.list[i].end - list.list[i].start) &
             (ROLE_RECORD_ABSENT | ROLE_RECORD_ELSEWHERE)))
            return 0;
    for (size_t i = 0; i < list.count && count < room;) {
        bool seen = false;

        if (!lexicon_match(lx, &list, i, &hit) || !hit.atoms) {
            i++;
            continue;
        }
        i += hit.atoms;
        if (!hit.thing || hit.thing->category != CATEGORY_MEDICATION ||
            (hit.thing->flags & CONCEPT_WEAK))
            continue;
        for (size_t j = 0; j < count; j++)
            seen |= out[j] == hit.thing;
        if (!seen)
            out[count++] = hit.thing;
    }
    return count;
}

/* Has the text one of the words, and the name of the concept not? */
static bool names_other(const concept *c, const char *text, size_t size, const char *const *words,
                        size_t count)
{
    static const char *const arterial[] = {"arterial", "artery", "art",  "abg",
                                           "pao2",     "paco2",  "sao2", "pa"};
    char folded[256], known[256];
    size_t n = size < sizeof folded - 1 ? size : sizeof folded - 1;

    if (c->category ==
        CATEGORY_MEDICATION) /* "Digitoxin [Mass/volume]": its level is no use of it */
        return true;
    for (size_t i = 0; i < n; i++)
        folded[i] = (char)tolower((unsigned char)(text[i] ? text[i] : ' '));
    folded[n] = 0;
    n = strlen(c->name);
    n = n < sizeof known - 1 ? n : sizeof known - 1;
    for (size_t i = 0; i < n; i++)
        known[i] = (char)tolower((unsigned char)c->name[i]);
    known[n] = 0;
    for (size_t i = 0; i < count; i++)
        if (has_word(folded, words[i]) && !has_word(known, words[i]))
            return true;
    /* "pO2" may be of a vein */
    for (size_t i = 0; has_word(known, "arterial") && i < COUNT(arterial); i++)
        if (has_word(folded, arterial[i]))
            return false;
    return has_word(known, "arterial") && has_word(known, "partial");
}

bool name_other_measurement(const concept *c, const char *text, size_t size)
{
    static const char *const words[] = {
        "urine",    "urinary",    "csf",      "cerebrospinal", "stool",     "feces",
        "fluid",    "sweat",      "saliva",   "semen",         "milk",      "amniotic",
        "pleural",  "peritoneal", "synovial", "dialysate",     "cord",      "mean",
        "average",  "maximum",    "minimum",  "goal",          "target",    "predicted",
        "baseline", "ordered",    "order",    "birth",         "ideal",     "dry",
        "family",   "mother",     "donor",    "fetal",         "estimated", "change",
        "ratio",    "clearance",  "antibody", "percentile",    "desired"};

    return names_other(c, text, size, words, COUNT(words));
}

bool name_other_sample(const concept *c, const char *text, size_t size)
{
    static const char *const words[] = {"urine",    "urinary",  "csf",        "cerebrospinal",
                                        "stool",    "feces",    "faeces",     "fluid",
                                        "sweat",    "saliva",   "semen",      "milk",
                                        "amniotic", "pleural",  "peritoneal", "synovial",
                                        "ascites",  "ascitic",  "dialysate",  "cord",
                                        "drain",    "drainage", "bronchial",  "bal",
                                        "marrow",   "tissue",   "gastric",    "vitreous"},
                             *const veins[] = {"venous", "capillary", "vein"};
    static const char arterial[] = "arterial";

    return names_other(c, text, size, words, COUNT(words)) ||
           (strstr(c->name, arterial) && names_other(c, text, size, veins, COUNT(veins)));
}

/* ---- answers ---- */

/* Is it about somebody or something other than what is there now? Then its coded value is no fact.
 */
static bool speaks_of_others(const char *text)
{
    static const char *const words[] = {
        "family",   "mother",     "father",    "parent",  "parents",   "sibling",   "relative",
        "maternal", "paternal",   "partner",   "spouse",  "donor",     "suspected", "differential",
        "reason",   "ordered",    "requested", "risk",    "rule out",  "ruled out", "planned",
        "goal",     "preference", "question",  "concern", "fetus",     "fetal",     "baby",
        "newborn",  "household",  "contact",   "allergy", "screening", "history",   "previous",
        "past",     "prior",      "former"};
    size_t n = strlen(text);
    char folded[200];

    if (n >= sizeof folded)
        return true;
    for (size_t i = 0; i < n; i++)
        folded[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    folded[n] = 0;
    return any_word(folded, words, COUNT(words));
}

bool answer_counts(const fact *about, const concept *c)
{
    if (c->category == CATEGORY_ORGANISM)
        return true;
    if (c->category == CATEGORY_CONDITION)
        return about->concept && !speaks_of_others(about->text);
    return c->category == CATEGORY_SOCIAL &&
           (!speaks_of_others(about->text) ||
            (about->concept && about->concept->category == CATEGORY_SOCIAL));
}
