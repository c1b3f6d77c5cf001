/* A table with one row a patient, as a coordinator exports it. It is read twice: once for how dates
 * and numbers are written in each column, then row by row. */
#include "patients/csv.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "patients/mention.h"
#include "patients/repeats.h"
#include "rules/landmark.h"
#include "rules/sayings.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { MOST_PARTS = 1000, MOST_NOTES = 50, MOST_DRUGS = 8, LONGEST_CELL = 1 << 16, TEMPORARY = 32 };

typedef struct sheet {
    char *path; /* as it was named */
    table *t;
    arena *own, *arena; /* of the columns; of the patient */
    csv_column *columns;
    size_t count, told;
    bool decimal_comma;
    repeats *ids;
    eligo_error unlearnt; /* why the first reading did not come to the end */
} sheet;

typedef struct row { /* one patient under reading */
    reader *reader;
    sheet *s;
    patient *p;
    const table_row *cells;
    date at; /* of the row; not dated where it has none */
    const char **notes;
    size_t note_count, note_room;
} row;

static void tell(reader *r, eligo_error *e)
{
    sheet *s = r->state;

    snprintf(e->file, sizeof e->file, "%s", s->path);
    if (s->told++ < LIMIT_REPORTS)
        source_refuse(r, e);
    else
        r->refused++;
}

/* ---- cells ---- */

static table_cell trimmed(table_cell c)
{
    while (c.size && (unsigned char)*c.text <= ' ')
        c.text++, c.size--;
    while (c.size && (unsigned char)c.text[c.size - 1] <= ' ')
        c.size--;
    while (c.size >= 2 && memcmp(c.text, "\xC2\xA0", 2) == 0)
        c.text += 2, c.size -= 2;
    while (c.size >= 2 && memcmp(c.text + c.size - 2, "\xC2\xA0", 2) == 0)
        c.size -= 2;
    return c;
}

/* What is no UTF-8 is taken for Latin-1, which spreadsheets still write: 0xB5 is the micro sign. */
static table_cell mended(arena *a, table_cell c)
{
    char *out;
    size_t n = 0;

    if (utf8_valid(c.text, c.size) == c.size)
        return c;
    out = arena_alloc(a, c.size * 2 + 1);
    if (!out)
        return (table_cell){"", 0};
    for (size_t i = 0; i < c.size; i++)
        n += utf8_encode((unsigned char)c.text[i], out + n);
    return (table_cell){out, n};
}

static table_cell cell_of(const row *r, size_t i)
{
    return i < r->cells->count ? trimmed(mended(r->p->arena, trimmed(r->cells->cells[i])))
                               : (table_cell){"", 0};
}

static const char *copy(const row *r, table_cell c)
{
    const char *out = arena_text(r->p->arena, c.text, c.size);

    return out ? out : "";
}

static const char *fact_id(const row *r, const csv_column *c)
{
    const char *out = arena_printf(r->p->arena, "row %zu column %s", r->cells->line, c->name);

    return out ? out : "";
}

static void note(row *r, const csv_column *c, table_cell cell, const char *what)
{
    sheet *s = r->s;

    if (r->reader->report && s->told++ < LIMIT_REPORTS) {
        eligo_error e = {0}; /* a note: the row is read without it */

        /* without the cell: a log is no place for a patient's data */
        error_set(&e, ELIGO_OK, s->path, "column \"%.80s\": a cell %s", c->name, what);
        table_place(s->t, (size_t)(c - s->columns), &e);
        r->reader->report(&e, r->reader->context);
    }
    if (r->note_count < MOST_NOTES &&
        arena_grow(r->p->arena, (void **)&r->notes, r->note_count, &r->note_room, sizeof *r->notes))
        r->notes[r->note_count++] =
            arena_printf(r->p->arena, "%s: \"%.*s\": a cell %s", fact_id(r, c),
                         (int)(cell.size < 80 ? cell.size : 80), cell.text, what);
}

static fact *new_fact(row *r, fact_kind kind, const csv_column *c, const concept *what,
                      const char *text)
{
    fact *f = patient_fact(r->p, kind);

    if (!f)
        return NULL;
    f->concept = what;
    f->by_text = true;
    f->text = text ? text : c->name;
    f->id = fact_id(r, c);
    return f;
}

/* Some day up to when the row was written; not dated where that is not said. */
static date sometime(const row *r)
{
    day birth = date_known(r->p->birth) ? r->p->birth.first : day_of(1900, 1, 1);

    if (!date_known(r->at))
        return date_none();
    return (date){birth < r->at.first ? birth : r->at.first, r->at.last, INSTANT_NONE};
}

static date own_date(row *r, const csv_column *c, bool *given)
{
    date out = date_none();
    const csv_column *of = c->of && c->role != CSV_DATE_OF ? &r->s->columns[c->of - 1] : NULL;
    table_cell cell = of ? cell_of(r, c->of - 1) : (table_cell){"", 0};

    *given = of && csv_answer_of(cell) != CSV_NOTHING;
    if (*given && !csv_date(of, cell, true, &out))
        note(r, of, cell, "that is no date that can be read");
    return out;
}

/* ---- numbers ---- */

/* The number with a point. False: what its comma or point means cannot be told. */
static bool plain_number(const row *r, const csv_column *c, table_cell cell, char out[64],
                         table_cell *plain)
{
    const char *comma = memchr(cell.text, ',', cell.size), *dot = memchr(cell.text, '.', cell.size);
    bool decimal = c->decimal_comma || (r->s->decimal_comma && !c->thousands);
    size_t n = 0, digits = 0;

    *plain = cell;
    if (cell.size >= 63 || (!comma && !(decimal && dot)))
        return true;
    if (!comma) { /* 1.250 where commas are decimal: a thousand and more, or a point after all? */
        while (dot + 1 + digits < cell.text + cell.size && isdigit((unsigned char)dot[1 + digits]))
            digits++;
        return digits != 3;
    }
    if (c->decimal_comma && c->thousands)
        return false;
    if (!decimal) {
        while (comma + 1 + digits < cell.text + cell.size &&
               isdigit((unsigned char)comma[1 + digits]))
            digits++;
        /* 1,250 in a file of semicolons may be either */
        return c->thousands || digits != 3 || table_separator(r->s->t) == ',';
    }
    for (size_t i = 0; i < cell.size; i++) {
        if (cell.text[i] == '.' && cell.text + i < comma)
            continue;
        out[n++] = cell.text + i == comma ? '.' : cell.text[i];
    }
    *plain = (table_cell){out, n};
    return true;
}

static void read_quantity(row *r, const csv_column *c, table_cell cell)
{
    csv_answer answer = csv_answer_of(cell);
    fact_value v = {0};
    char room[64];
    table_cell plain;
    bool given, told = false;
    date when = own_date(r, c, &given);
    fact *f;

    if (answer == CSV_NOTHING || cell.size > LONGEST_CELL)
        return;
    if (concept_attribute(c->concept, "date", &(size_t){0})) {
        date dated;
        char text[32];

        if (!csv_date(c, cell, true, &dated)) {
            note(r, c, cell, "that is no date that can be read");
            return;
        }
        v.kind = VALUE_TEXT;
        v.text = arena_text(r->p->arena, text, strlen(date_text(dated, text)));
    } else if (answer != CSV_OTHER && (c->concept->flags & CONCEPT_POSITIVE)) {
        v.kind = VALUE_CODED;
        v.sign = answer == CSV_YES ? 1 : -1;
        v.text = copy(r, cell);
    } else if (!plain_number(r, c, cell, room, &plain)) {
        v.kind = VALUE_TEXT;
        v.text = copy(r, cell);
        note(r, c, cell, "that may be two numbers: with a decimal comma, or with thousands");
        told = true;
    } else if (!result_read(plain.text, plain.size, c->concept, r->p->arena, &v))
        return;
    if (!told && ((v.kind == VALUE_TEXT && !concept_attribute(c->concept, "date", &(size_t){0})) ||
                  (v.kind == VALUE_CODED && !v.sign && !(c->concept->flags & CONCEPT_POSITIVE) &&
                   !c->concept->grades && !(c->concept->flags & CONCEPT_STAGES))))
        note(r, c, cell, "that is no value that can be read");
    if (v.kind == VALUE_NUMBER && !v.unit_text && c->unit) {
        v.ucum = c->unit;
        v.unit_text = c->unit_text;
    }
    f = new_fact(r, FACT_OBSERVATION, c, c->concept, c->name);
    if (!f)
        return;
    f->start = f->end = given ? when : r->at;
    f->value = v;
    if (given && !date_known(when)) {
        f->start = f->end = sometime(r);
        f->recorded = date_known(r->at) ? r->at.first : DAY_NONE;
    }
}

static void read_age(row *r, const csv_column *c, table_cell cell)
{
    const concept *age = lexicon_landmark(r->p->lexicon, LANDMARK_AGE);
    fact_value v = {0};
    fact *f;

    if (csv_answer_of(cell) == CSV_NOTHING || !age ||
        !result_read(cell.text, cell.size, age, r->p->arena, &v))
        return;
    if (v.kind != VALUE_NUMBER || v.low != v.high) {
        note(r, c, cell, "that is no age");
        return;
    }
    if (!v.unit_text) {
        v.ucum = c->unit ? c->unit : "a";
        v.unit_text = c->unit ? c->unit_text : "years";
    }
    f = new_fact(r, FACT_OBSERVATION, c, age, c->name);
    if (!f)
        return;
    f->start = f->end = r->at;
    f->value = v;
}

/* ---- yes, no, since when ---- */

static fact_kind kind_of(const concept *c)
{
    switch (c ? c->category : CATEGORY_CONDITION) {
    case CATEGORY_MEDICATION: return FACT_MEDICATION;
    case CATEGORY_PROCEDURE: return FACT_PROCEDURE;
    case CATEGORY_DEVICE: return FACT_DEVICE;
    case CATEGORY_ALLERGY: return FACT_ALLERGY;
    case CATEGORY_IMMUNIZATION: return FACT_IMMUNIZATION;
    case CATEGORY_ENCOUNTER: return FACT_ENCOUNTER;
    case CATEGORY_CONSENT: return FACT_CONSENT;
    case CATEGORY_SOCIAL: return FACT_OBSERVATION;
    default: return FACT_CONDITION;
    }
}

/* A thing that is so (or was, or is denied): `since` where its beginning is known. */
static void add_thing(row *r, const csv_column *c, const concept *what, const char *text,
                      fact_certainty certainty, date since, bool history)
{
    fact_kind kind = c->family ? FACT_FAMILY : kind_of(what);
    fact *f = new_fact(r, kind, c, what, text);

    if (!f)
        return;
    f->certainty = certainty;
    f->history = history; /* denied: never */
    f->recorded = date_known(r->at) ? r->at.first : DAY_NONE;
    if (certainty == FACT_DENIED)
        f->start = r->at;
    else
        f->start = date_known(since) ? since : kind == FACT_OBSERVATION ? r->at : sometime(r);
    f->order = kind == FACT_MEDICATION;
    if (kind == FACT_OBSERVATION || kind == FACT_PROCEDURE || kind == FACT_IMMUNIZATION)
        f->end = f->start;
    if (kind == FACT_PROCEDURE && c->current) /* on dialysis */
        f->end = date_none();
    if (kind == FACT_OBSERVATION) {
        f->value.kind = VALUE_CODED;
        f->value.sign = certainty == FACT_DENIED ? -1 : certainty == FACT_CONFIRMED ? 1 : 0;
        f->value.text = f->text;
    }
}

/* "type 2" under "diabetes", "former" under "smoking status": the concept that the words name,
 * below that of the column or, of a way of life, beside it. */
static const concept *by_words(const row *r, const csv_column *c, table_cell cell)
{
    const char *behind[] = {"", c->name, strstr(c->concept->id, "smok") ? "smoker" : ""};

    for (size_t i = 0; cell.size < 200 && i < COUNT(behind); i++) {
        const char *text = arena_printf(r->p->arena, "%.*s%s%s", (int)cell.size, cell.text,
                                        *behind[i] ? " " : "", behind[i]);
        const concept *found = text && (i == 0 || *behind[i])
                                   ? lexicon_display(r->p->lexicon, text, strlen(text), r->p->arena)
                                   : NULL;

        if (found && found != c->concept &&
            (concept_is(found, c->concept) ||
             (found->category == CATEGORY_SOCIAL && c->concept->category == CATEGORY_SOCIAL)))
            return found;
    }
    return NULL;
}

static void read_thing(row *r, const csv_column *c, table_cell cell)
{
    csv_answer answer = csv_answer_of(cell);
    bool given;
    date when = own_date(r, c, &given), own;
    const concept *what;

    if (cell.size > LONGEST_CELL || (!cell.size && !date_known(when)))
        return;
    if (answer == CSV_NOTHING &&
        !date_known(when)) { /* asked, and not known: no "no" in any world */
        add_thing(r, c, c->concept, c->name, FACT_UNCONFIRMED, date_none(), c->history);
        return;
    }
    if (c->concept->category == CATEGORY_SOCIAL && answer != CSV_NOTHING &&
        (what = by_words(r, c, cell)) != NULL) {
        add_thing(r, c, what, copy(r, cell), FACT_CONFIRMED, when, c->history);
        return;
    }
    if (answer == CSV_NOTHING || answer == CSV_YES) {
        add_thing(r, c, c->concept, c->name, FACT_CONFIRMED, when, c->history);
        return;
    }
    if (answer == CSV_NO) {
        if (date_known(when)) {
            note(r, c, cell, "that denies what another column gives a date of");
            add_thing(r, c, c->concept, c->name, FACT_UNCONFIRMED, when, false);
        } else
            add_thing(r, c, c->concept, c->name, FACT_DENIED, date_none(), c->history);
        return;
    }
    if (csv_date(c, cell, false, &own)) {
        add_thing(r, c, c->concept, c->name, FACT_CONFIRMED, own, c->history);
        return;
    }
    if (text_is_any(cell.text, cell.size, saying_in_doubt)) {
        add_thing(r, c, c->concept, c->name, FACT_SUSPECTED, when, c->history);
        return;
    }
    if (text_is_any(cell.text, cell.size, saying_in_the_past)) {
        add_thing(r, c, c->concept, c->name, FACT_CONFIRMED, when, true);
        return;
    }
    what = by_words(r, c, cell);
    if (what) {
        add_thing(r, c, what, copy(r, cell), FACT_CONFIRMED, when, c->history);
        return;
    }
    note(r, c, cell, "that is neither yes, no nor a date; it decides nothing");
    if (kind_of(c->concept) != FACT_OBSERVATION)
        add_thing(r, c, c->concept, c->name, FACT_UNCONFIRMED, when, c->history);
}

/* ---- lists ---- */

static bool code_like(table_cell c)
{
    bool digit = false;

    for (size_t i = 0; i < c.size; i++) {
        if (!isalnum((unsigned char)c.text[i]) && c.text[i] != '.' && c.text[i] != '-')
            return false;
        digit |= isdigit((unsigned char)c.text[i]) != 0;
    }
    return digit && c.size >= 3;
}

/* By its form; V01.1 is one of ICD-9, too. */
static bool like_icd10(table_cell code)
{
    char first = code.size ? (char)toupper((unsigned char)code.text[0]) : 0;

    return first >= 'A' && first <= 'Z' && first != 'V' && code.size >= 3 && code.size <= 8 &&
           isdigit((unsigned char)code.text[1]) && (code.size == 3 || code.text[3] == '.');
}

static const concept *by_code(const row *r, code_system system, table_cell code, code_sense *sense)
{
    *sense = CODE_IS;
    if (system != CODE_UNKNOWN)
        return lexicon_code(r->p->lexicon, system, code.text, code.size, sense);
    if (like_icd10(code))
        return lexicon_code(r->p->lexicon, CODE_ICD10CM, code.text, code.size, sense);
    return NULL;
}

/* What else an entry is: the code that it begins with, and the names in its words. */
static void add_mentions(row *r, fact *f, code_system system, table_cell part, code_sense sense)
{
    size_t n = 0;
    mentions more = {.count = 0};

    while (n < part.size && part.text[n] != ' ')
        n++;
    if (system == CODE_UNKNOWN && code_like((table_cell){part.text, n}))
        system = CODE_ICD10CM;
    if (system != CODE_UNKNOWN && f->concept)
        mention_code(&more, r->p->lexicon, system, part.text, n, sense != CODE_DENIES);
    mention_words(&more, r->p->lexicon, part.text, part.size, !f->concept || f->by_text, NULL,
                  r->p->arena);
    mention_of_fact(f, &more, r->p->arena);
}

static void add_part(row *r, const csv_column *c, table_cell part)
{
    code_system system = c->system;
    const char *sign = part.size ? memchr(part.text, ':', part.size) : NULL;
    const concept *found = NULL, *drugs[MOST_DRUGS];
    code_sense sense = CODE_IS;
    name n = {0};
    size_t count;
    date since = date_none();

    part = trimmed(part);
    if (csv_answer_of(part) != CSV_OTHER)
        return;
    if (sign && sign > part.text &&
        code_system_find(part.text, (size_t)(sign - part.text)) != CODE_UNKNOWN) {
        system = code_system_find(part.text, (size_t)(sign - part.text));
        part = trimmed((table_cell){sign + 1, part.size - (size_t)(sign + 1 - part.text)});
    }
    if (c->role == CSV_MEDICATIONS) {
        if (system != CODE_UNKNOWN && code_like(part))
            found = lexicon_code(r->p->lexicon, system, part.text, part.size, &sense);
        count =
            found ? 1
                  : name_drugs(r->p->lexicon, part.text, part.size, r->p->arena, drugs, MOST_DRUGS);
        if (found)
            drugs[0] = found;
        for (size_t i = 0; i < (count ? count : 1); i++)
            add_thing(r, c, count ? drugs[i] : NULL, copy(r, part), FACT_CONFIRMED, date_none(),
                      c->history);
        if (!count && r->p->fact_count) { /* a drug that is not known is a drug */
            r->p->facts[r->p->fact_count - 1].kind = FACT_MEDICATION;
            add_mentions(r, &r->p->facts[r->p->fact_count - 1], system, part, sense);
        }
        return;
    }
    if (code_like(part))
        found = by_code(r, system, part, &sense);
    if (!found && !code_like(part)) {
        n = name_read(r->p->lexicon, part.text, part.size, r->p->arena);
        found = n.concept;
        /* "E11.9 Type 2 diabetes" */
        for (size_t i = 1; !found && i < part.size; i++)
            if (part.text[i] == ' ' && code_like((table_cell){part.text, i})) {
                found = by_code(r, system, (table_cell){part.text, i}, &sense);
                break;
            }
    }
    if (found && category_is_quantity(found->category))
        found = NULL;
    if (n.year)
        since = (date){day_of(n.year, 1, 1), day_of(n.year, 12, 31), INSTANT_NONE};
    {
        fact_certainty certainty = sense == CODE_DENIES ? FACT_DENIED : n.certainty;
        bool history = c->history || n.history || sense == CODE_HISTORY;
        csv_column as = *c;

        as.family = n.family;
        size_t before = r->p->fact_count;

        add_thing(r, &as, found, copy(r, part), certainty, since, history);
        if (r->p->fact_count > before) {
            r->p->facts[before].by_text = n.concept != NULL;
            r->p->facts[before].part = n.part;
            add_mentions(r, &r->p->facts[before], system, part, sense);
        }
        if (c->role == CSV_ALLERGIES && r->p->fact_count && !n.family) {
            fact *f = &r->p->facts[r->p->fact_count - 1];

            f->kind = FACT_ALLERGY;
            f->concept = mention_allergy(r->p->lexicon, f->concept, f->text, r->p->arena);
        }
        if (!found && r->p->fact_count && code_like(part)) {
            fact *f = &r->p->facts[r->p->fact_count - 1];

            if (system == CODE_UNKNOWN && like_icd10(part))
                system = CODE_ICD10CM;
            f->unnamed = true;
            f->code =
                arena_printf(r->p->arena, "%s%s%.*s", code_system_name(system), system ? ":" : "",
                             (int)(part.size < 60 ? part.size : 60), part.text);
        }
    }
}

/* "none" in a column of drugs, diagnoses or allergies. */
static void deny_all(row *r, const csv_column *c, table_cell cell)
{
    const char *id = c->role == CSV_MEDICATIONS  ? "any_medication"
                     : c->role == CSV_CONDITIONS ? "disease"
                     : text_equal_nocase(cell.text, cell.size, "nkda") ||
                             text_equal_nocase(cell.text, cell.size, "no known drug allergies")
                         ? "drug_allergy"
                         : "allergy";
    size_t before = r->p->fact_count;

    add_thing(r, c, lexicon_concept(r->p->lexicon, id, strlen(id)), copy(r, cell), FACT_DENIED,
              date_none(), c->history);
    if (r->p->fact_count > before && c->role == CSV_ALLERGIES)
        r->p->facts[r->p->fact_count - 1].kind = FACT_ALLERGY;
}

static void read_list(row *r, const csv_column *c, table_cell cell)
{
    bool commas = true, any = false;
    size_t start = 0, parts = 0;

    if (csv_answer_of(cell) == CSV_NOTHING || cell.size > LONGEST_CELL)
        return;
    if (text_is_any(cell.text, cell.size, saying_none_listed)) {
        deny_all(r, c, cell);
        return;
    }
    /* commas part codes, and drugs; in a name of a disease they stand for something else */
    for (size_t i = 0; i <= cell.size; i++)
        if (i == cell.size || cell.text[i] == ',') {
            commas &= c->role != CSV_CONDITIONS ||
                      code_like(trimmed((table_cell){cell.text + start, i - start}));
            any |= i < cell.size;
            start = i + 1;
        }
    commas &= any;
    start = 0;
    for (size_t i = 0; i <= cell.size && parts < MOST_PARTS; i++) {
        char sign = i < cell.size ? cell.text[i] : ';';

        if (sign == ';' || sign == '|' || sign == '\n' || (sign == ',' && commas)) {
            add_part(r, c, (table_cell){cell.text + start, i - start});
            start = i + 1;
            parts++;
        }
    }
    if (parts == MOST_PARTS)
        note(r, c, (table_cell){cell.text, 40}, "that has more parts than are read");
}

/* ---- the row ---- */

static void read_sex(row *r, const csv_column *c, table_cell cell)
{
    if (text_is_any(cell.text, cell.size, saying_female))
        r->p->sex = SEX_FEMALE;
    if (text_is_any(cell.text, cell.size, saying_male))
        r->p->sex = SEX_MALE;
    if (text_equal_nocase(cell.text, cell.size, "other") ||
        text_equal_nocase(cell.text, cell.size, "diverse"))
        r->p->sex = SEX_OTHER;
    if (r->p->sex == SEX_UNKNOWN && csv_answer_of(cell) != CSV_NOTHING)
        note(r, c, cell, "that is no sex that can be read");
}

static void read_frame(row *r)
{
    for (size_t i = 0; i < r->s->count; i++) {
        const csv_column *c = &r->s->columns[i];
        table_cell cell = cell_of(r, i);
        date d;

        if (c->role == CSV_SEX)
            read_sex(r, c, cell);
        if ((c->role != CSV_BIRTH && c->role != CSV_DATE && c->role != CSV_DECEASED) ||
            csv_answer_of(cell) == CSV_NOTHING)
            continue;
        if (c->role == CSV_DECEASED && csv_answer_of(cell) != CSV_OTHER) {
            r->p->deceased |= csv_answer_of(cell) == CSV_YES;
            continue;
        }
        if (!csv_date(c, cell, true, &d)) {
            if (c->role != CSV_DECEASED || !(text_equal_nocase(cell.text, cell.size, "alive")))
                note(r, c, cell, "that is no date that can be read");
            continue;
        }
        if (c->role == CSV_BIRTH)
            r->p->birth = d;
        else if (c->role == CSV_DATE)
            r->at = d;
        else {
            r->p->deceased = true;
            r->p->death = d;
        }
    }
}

static void read_row(row *r)
{
    read_frame(r);
    for (size_t i = 0; i < r->s->count; i++) {
        const csv_column *c = &r->s->columns[i];
        table_cell cell = cell_of(r, i);
        date d;

        switch (c->role) {
        case CSV_AGE: read_age(r, c, cell); break;
        case CSV_QUANTITY: read_quantity(r, c, cell); break;
        case CSV_THING: read_thing(r, c, cell); break;
        case CSV_CONDITIONS:
        case CSV_MEDICATIONS:
        case CSV_ALLERGIES: read_list(r, c, cell); break;
        case CSV_DATE_OF:
            if (c->of || csv_answer_of(cell) == CSV_NOTHING)
                break;
            if (csv_date(c, cell, true, &d))
                add_thing(r, c, c->concept, c->name, FACT_CONFIRMED, d, c->history);
            else
                note(r, c, cell, "that is no date that can be read");
            break;
        default: break;
        }
    }
    if (r->note_count && arena_grow(r->p->arena, (void **)&r->notes, r->note_count, &r->note_room,
                                    sizeof *r->notes)) {
        r->notes[r->note_count] = NULL;
        r->p->notes = r->notes;
    }
    patient_settle(r->p);
}

/* Whose row is it? An empty cell: nobody's; then the row has its own number as a name. */
static const char *id_of(const sheet *s, arena *a, const table_row *cells)
{
    table_cell id = {"", 0};

    for (size_t i = 0; i < s->count; i++)
        if (s->columns[i].role == CSV_ID && trimmed(cells->cells[i]).size)
            id = mended(a, trimmed(cells->cells[i]));
    return id.size ? arena_text(a, id.text, id.size) : arena_printf(a, "row %zu", cells->line);
}

static eligo_code next(reader *r, patient *p, eligo_error *err)
{
    sheet *s = r->state;

    for (;;) {
        eligo_error failed = {0};
        table_row cells;
        row now = {.reader = r, .s = s, .p = p, .cells = &cells, .at = date_none()};
        eligo_code code = table_next(s->t, &cells, &failed);
        repeat again;

        if (code == ELIGO_EPARSE || code == ELIGO_ELIMIT) {
            tell(r, &failed);
            continue;
        }
        if (code == ELIGO_END && s->unlearnt.code != ELIGO_OK) {
            failed = s->unlearnt;
            code = failed.code;
        }
        if (code != ELIGO_OK) {
            if (err)
                *err = failed;
            return code;
        }
        arena_reset(s->arena);
        patient_begin(p, s->arena, r->lx, id_of(s, s->arena, &cells));
        p->file = s->path;
        p->line = cells.line;
        read_row(&now);
        if (arena_failed(s->arena)) {
            if (!arena_full(s->arena))
                return error_memory(err, s->path);
            failed.line = cells.line;
            error_set(&failed, ELIGO_ELIMIT, s->path,
                      "a row that needs more than %zu MiB; it was left out",
                      (size_t)LIMIT_PATIENT_ARENA >> 20);
            tell(r, &failed);
            continue;
        }
        again = repeats_ask(s->ids, p->id, strlen(p->id), cells.line);
        if (again == REPEAT_LATER) {
            error_set(&failed, ELIGO_EPARSE, s->path,
                      "this patient is there a second time; the row was left out: write one row a "
                      "patient");
            failed.line = cells.line;
            failed.column = 1;
            tell(r, &failed);
            continue;
        }
        if (again == REPEAT_FIRST) {
            patient_note(p, "the table has more rows of this patient; only the first was read");
            p->incomplete = true;
            if (arena_failed(s->arena))
                return error_memory(err, s->path);
        }
        return ELIGO_OK;
    }
}

static void close_(reader *r)
{
    sheet *s = r->state;

    table_close(s->t);
    arena_delete(s->own);
    arena_delete(s->arena);
    repeats_delete(s->ids);
    free(s->path);
    free(s);
}

/* ---- opening ---- */

/* Columns by the mapping file. */
static bool read_mapping(reader *r, const char *path, eligo_error *err)
{
    sheet *s = r->state;
    input *in = input_open(path, err);
    table *t = in ? table_open(in, err) : NULL;
    table_row cells;
    eligo_code code;
    bool ok = t != NULL;

    while (ok && (code = table_next(t, &cells, err)) != ELIGO_END) {
        table_cell column, meaning, ucum = {"", 0};
        csv_column *found = NULL;
        const char *wrong = NULL;
        char known[64];

        if (code != ELIGO_OK) {
            ok = false;
            break;
        }
        column = trimmed(cells.cells[0]);
        meaning = cells.count > 1 ? trimmed(cells.cells[1]) : (table_cell){"", 0};
        if (cells.count > 2)
            ucum = trimmed(cells.cells[2]);
        if (column.size && *column.text == '#')
            continue;
        for (size_t i = 0; i < s->count; i++)
            if (strlen(s->columns[i].name) == column.size &&
                memcmp(s->columns[i].name, column.text, column.size) == 0)
                found = &s->columns[i];
        if (!found)
            wrong = "there is no such column in the table";
        else if (!csv_assign(r->lx, s->own, meaning.text, meaning.size, found))
            wrong = "its meaning is neither a concept (eligo lexicon find WORDS) nor patient_id, "
                    "date, birth_date, age, sex, conditions, "
                    "medications, allergies or ignore";
        else if (ucum.size) {
            if (!unit_spelling(ucum.text, ucum.size, found->concept, known) ||
                (found->concept && found->concept->units[0] && !unit_fits(found->concept, known)))
                wrong = "its unit is not known, or not one of that quantity";
            else {
                found->unit = arena_text(s->own, known, strlen(known));
                found->unit_text = arena_text(s->own, ucum.text, ucum.size);
            }
        }
        if (wrong) {
            error_set(err, ELIGO_EPARSE, path, "column \"%.*s\": %s",
                      (int)(column.size < 80 ? column.size : 80), column.text, wrong);
            if (err)
                table_place(t, 0, err);
            ok = false;
        }
    }
    table_close(t);
    return ok;
}

static bool of_use(csv_role role)
{
    return role == CSV_ID || role == CSV_AGE || role == CSV_BIRTH || role == CSV_SEX ||
           role == CSV_QUANTITY || role == CSV_THING || role == CSV_CONDITIONS ||
           role == CSV_MEDICATIONS || role == CSV_ALLERGIES;
}

/* Once over all rows: how are dates and numbers written? */
static bool learn(sheet *s, const char *path, eligo_error *err)
{
    input *in = input_open(path, err);
    table *t = in ? table_open(in, err) : NULL;
    table_row cells;
    eligo_code code;

    if (!t)
        return false;
    do {
        eligo_error ignored = {0};

        code = table_next(t, &cells, &ignored); /* what is wrong is told the second time */
        for (size_t i = 0; code == ELIGO_OK && i < s->count; i++)
            csv_learn(&s->columns[i], trimmed(cells.cells[i]));
        if (code == ELIGO_OK) {
            const char *id;

            arena_reset(s->arena);
            id = id_of(s, s->arena, &cells);
            if (!id || !repeats_note(s->ids, id, strlen(id), cells.line))
                code = error_memory(&ignored, path);
        }
        if (code != ELIGO_OK && code != ELIGO_END)
            s->unlearnt = ignored;
    } while (code == ELIGO_OK || code == ELIGO_EPARSE || code == ELIGO_ELIMIT);
    table_close(t);
    if (code == ELIGO_END)
        s->unlearnt.code = ELIGO_OK;
    else if (code == ELIGO_ENOMEM) {
        if (err)
            *err = s->unlearnt;
        return false;
    }
    for (size_t i = 0; i < s->count; i++)
        if (s->columns[i].role == CSV_QUANTITY)
            s->decimal_comma |= s->columns[i].decimal_comma && table_separator(s->t) != ',';
    return true;
}

/* A file to write to and to read again, more than once, by the path that it is given. NULL: *err.
 */
static FILE *temporary(char path[TEMPORARY], eligo_error *err)
{
    FILE *f = file_temporary();

    if (f)
        snprintf(path, TEMPORARY, "/proc/self/fd/%d", fileno(f));
    else
        error_system(err, ELIGO_EREAD, "a temporary file");
    return f;
}

static bool is_utf16(input *in)
{
    eligo_error ignored = {0};
    input_text head = input_peek(in, 2, &ignored);

    return head.size >= 2 && input_seekable(in) &&
           (memcmp(head.text, "\xFF\xFE", 2) == 0 || memcmp(head.text, "\xFE\xFF", 2) == 0);
}

/* Standard input, in a file that can be read twice. */
static FILE *spooled(input *in, char path[TEMPORARY], eligo_error *err)
{
    input_text line;
    eligo_code code;
    FILE *f = temporary(path, err);

    if (!f)
        return NULL;
    while ((code = input_line(in, &line, err)) == ELIGO_OK)
        if (fwrite(line.text, 1, line.size, f) != line.size || putc('\n', f) == EOF) {
            code = error_system(err, ELIGO_EREAD, "a temporary file");
            break;
        }
    if (code == ELIGO_END && fflush(f) != 0)
        code = error_system(err, ELIGO_EREAD, "a temporary file");
    if (code == ELIGO_END)
        return f;
    fclose(f);
    return NULL;
}

/* What Excel calls Unicode text: UTF-16 with its mark, as UTF-8 in a file of its own. NULL: *err.
 */
static FILE *spooled_utf16(const char *file, char path[TEMPORARY], eligo_error *err)
{
    unsigned char pair[2];
    uint32_t high = 0;
    size_t got = 0;
    bool big, ok;
    FILE *from = fopen(file, "rbe"), *to = NULL;

    if (!from || !(to = temporary(path, err))) {
        if (!from)
            error_system(err, ELIGO_EREAD, file);
        else
            fclose(from);
        return NULL;
    }
    ok = fread(pair, 1, 2, from) == 2;
    big = pair[0] == 0xFE;
    while (ok && (got = fread(pair, 1, 2, from)) == 2) {
        uint32_t half = big ? (uint32_t)pair[0] << 8 | pair[1] : (uint32_t)pair[1] << 8 | pair[0];
        char text[4];
        size_t n;

        if (half >= 0xD800 && half < 0xDC00) {
            high = half;
            continue;
        }
        if (half >= 0xDC00 && half < 0xE000)
            half = high ? 0x10000 + ((high - 0xD800) << 10) + (half - 0xDC00) : 0xFFFD;
        high = 0;
        n = utf8_encode(half, text);
        ok = fwrite(text, 1, n, to) == n;
    }
    if (ferror(from))
        error_system(err, ELIGO_EREAD, file);
    else if (got == 1)
        error_set(err, ELIGO_EREAD, file, "ends in the middle of a character; copy it again");
    else if (!ok || fflush(to) != 0)
        error_system(err, ELIGO_EREAD, "a temporary file");
    else {
        fclose(from);
        return to;
    }
    fclose(from);
    fclose(to);
    return NULL;
}

static bool begin(reader *r, sheet *s, const char *path, input *in, const reader_options *options,
                  eligo_error *err)
{
    const table_row *header;
    char again[TEMPORARY];
    FILE *twice = NULL;
    bool useful = false, ok;

    if (strcmp(path, "-") == 0 || is_utf16(in)) {
        twice = strcmp(path, "-") == 0 ? spooled(in, again, err) : spooled_utf16(path, again, err);
        input_close(in);
        in = twice ? input_open(again, err) : NULL;
        if (!in) {
            if (twice)
                fclose(twice);
            return false;
        }
    }
    s->t = table_open(in, err);
    ok = s->t != NULL;
    header = ok ? table_header(s->t) : NULL;
    if (ok) {
        s->count = header->count;
        s->columns = arena_array(s->own, s->count, sizeof *s->columns);
        ok = s->columns != NULL;
        if (!ok)
            error_memory(err, path);
    }
    for (size_t i = 0; ok && i < s->count; i++) {
        table_cell c = trimmed(mended(s->own, trimmed(header->cells[i])));

        csv_understand(r->lx, s->own, c.text, c.size, &s->columns[i]);
    }
    if (ok && options && options->columns)
        ok = read_mapping(r, options->columns, err);
    if (ok) {
        csv_relate(s->columns, s->count);
        for (size_t i = 0; i < s->count; i++)
            useful |= of_use(s->columns[i].role);
        if (!useful) {
            error_set(err, ELIGO_EPARSE, path,
                      "is no patient record: neither FHIR JSON (which begins with { or [) nor a "
                      "table with a column that is known "
                      "(patient_id, age, sex, date of birth, \"HbA1c (%%)\" ...)");
            ok = false;
        }
    }
    ok = ok && learn(s, twice ? again : path, err);
    if (twice)
        fclose(twice);
    if (ok && arena_failed(s->own)) {
        error_memory(err, path);
        ok = false;
    }
    for (size_t i = 0; ok && i < s->count; i++)
        if (s->columns[i].role == CSV_UNKNOWN && r->report && s->told++ < LIMIT_REPORTS) {
            eligo_error e = {0};

            error_set(&e, ELIGO_OK, s->path,
                      "column \"%.80s\" is not used: %.150s; say what it means with --columns",
                      s->columns[i].name,
                      s->columns[i].why ? s->columns[i].why : "it is not known");
            table_place(s->t, i, &e);
            r->report(&e, r->context);
        }
    s->told = 0;
    return ok;
}

bool csv_open(reader *r, const char *path, input *in, const reader_options *options,
              eligo_error *err)
{
    sheet *s = calloc(1, sizeof *s);

    if (s) {
        s->path = strdup(strcmp(path, "-") == 0 ? "<stdin>" : path);
        s->own = arena_new((size_t)64 << 20);
        s->arena = arena_new(LIMIT_PATIENT_ARENA);
        s->ids = repeats_new();
        r->state = s;
        r->next = next;
        r->close = close_;
    }
    if (!s || !s->path || !s->own || !s->arena || !s->ids) {
        error_memory(err, path);
        input_close(in);
    } else if (begin(r, s, path, in, options, err))
        return true;
    if (s)
        close_(r);
    return false;
}
