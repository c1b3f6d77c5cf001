#include "patients/mention.h"

#include "engine/base/text.h"
#include "rules/roles.h"
#include "rules/table.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_TEXT = 2000 }; /* a longer one is a document */

void mention_add(mentions *m, const concept *c, mention_how how)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->list[i].concept == c) {
            m->list[i].how = m->list[i].how > how ? m->list[i].how : how;
            return;
        }
    if (m->count < MOST_MENTIONS)
        m->list[m->count++] = (fact_mention){c, how};
}

/* A drug, a thing done or an allergy is another kind of entry than what the patient has. */
static category kind_of(const concept *c)
{
    switch (c->category) {
    case CATEGORY_MEDICATION:
    case CATEGORY_PROCEDURE:
    case CATEGORY_DEVICE:
    case CATEGORY_ALLERGY:
    case CATEGORY_IMMUNIZATION: return c->category;
    default: return CATEGORY_CONDITION;
    }
}

void mention_code(mentions *m, const lexicon *lx, code_system s, const char *code, size_t size,
                  bool sure)
{
    code_other list[MOST_MENTIONS];
    size_t count = lexicon_code_others(lx, s, code, size, list, MOST_MENTIONS);
    const concept *c = count ? lexicon_code(lx, s, code, size, NULL) : NULL;

    for (size_t i = 0; i < count; i++)
        mention_add(m, list[i].concept,
                    sure && list[i].sure && c && kind_of(c) == kind_of(list[i].concept)
                        ? MENTION_IS
                        : MENTION_MAY);
}

/* Another statement begins at atom i; what stands in brackets belongs to the one before them. */
static bool parted(const atoms *t, size_t i)
{
    const atom *a = &t->list[i];

    if (a->gap == GAP_BREAK) /* "[" is no sign that names run across */
        return !(a->start > 0 && strchr("[(", t->text[a->start - 1])) &&
               !(i > 0 && strchr("])", t->text[t->list[i - 1].end]));
    return a->gap == GAP_COMMA || a->gap == GAP_COLON ||
           (a->gap == GAP_DOT && i > 0 && a->start > t->list[i - 1].end + 1);
}

static role_set role_of(const atoms *t, size_t i)
{
    const atom *a = &t->list[i];

    return a->kind == ATOM_WORD ? roles_all(t->text + a->start, a->end - a->start) : 0;
}

/* What a test is for: "HIV status unknown" speaks of the infection. */
static const concept *shown_by(const lexicon *lx, const concept *test)
{
    size_t size;
    const char *list = test ? concept_attribute(test, "concerns", &size) : NULL;

    if (!test)
        return NULL;
    if (!test->confirms && !test->denies && list)
        return lexicon_concept(lx, list, strcspn(list, ",|") < size ? strcspn(list, ",|") : size);
    return test->confirms ? test->confirms : test->denies;
}

/* The concept of a name; NULL: none. */
static const concept *named(const lexicon *lx, const char *name, arena *a)
{
    atoms t = lexicon_cut(lx, name, strlen(name), a);
    lexicon_hit hit;

    return t.count && lexicon_match(lx, &t, 0, &hit) && hit.atoms == t.count ? hit.thing : NULL;
}

enum { SHORTEST_STEM = 3, SHORTEST_ENDING = 7, SHORTEST_COMPOUND = 10 };

static const kin *kin_entry(const char *word, size_t size, bool ending)
{
    size_t low = 0, high = kin_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const kin *k = &kin_table[middle];
        int order = (int)ending - (int)k->ending;

        if (!order)
            order = strncasecmp(word, k->word, size);
        if (!order)
            order = k->word[size] ? -1 : 0;
        if (!order)
            return k;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* "syphilitic" speaks of syphilis, "gliosarcomas" of a sarcoma. */
static const concept *kin_of(const lexicon *lx, const char *word, size_t size, arena *a)
{
    const kin *k = kin_entry(word, size, false);

    if (!k && size > 1 && (word[size - 1] | 0x20) == 's')
        k = kin_entry(word, --size, false);
    for (size_t i = SHORTEST_STEM; !k && size >= SHORTEST_COMPOUND && i + SHORTEST_ENDING <= size;
         i++)
        k = kin_entry(word + i, size - i, true);
    return k ? named(lx, k->name, a) : NULL;
}

static void add_kin(mentions *m, const lexicon *lx, const atoms *t, size_t i, arena *a)
{
    const atom *one = &t->list[i];
    const concept *c =
        one->kind == ATOM_WORD ? kin_of(lx, t->text + one->start, one->end - one->start, a) : NULL;

    if (c)
        mention_add(m, c, MENTION_NAMED);
}

/* "non-malignant": the word is turned round by what is glued before it. */
static bool turned(const atoms *t, size_t i)
{
    return i > 0 && t->list[i].gap == GAP_HYPHEN &&
           text_equal_nocase(t->text + t->list[i - 1].start,
                             t->list[i - 1].end - t->list[i - 1].start, "non");
}

bool mention_words(mentions *m, const lexicon *lx, const char *text, size_t size, bool akin,
                   const concept *about, arena *a)
{
    atoms t;
    bool absent = false, elsewhere = false, there = false, gone = false;

    if (!size || size > LONGEST_TEXT)
        return false;
    t = lexicon_cut(lx, text, size, a);
    for (size_t i = 0; i < t.count;) {
        lexicon_hit hit;
        role_set role = role_of(&t, i);

        if (parted(&t, i))
            absent = elsewhere = false;
        if (lexicon_match(lx, &t, i, &hit)) {
            size_t next = i + hit.atoms;
            const concept *c = hit.thing ? hit.thing : shown_by(lx, hit.quantity);
            bool away = absent || elsewhere || turned(&t, i) ||
                        (next < t.count && !parted(&t, next) &&
                         (role_of(&t, next) & ROLE_RECORD_ELSEWHERE) &&
                         /* "breastfeeding (mother)": she is the patient */
                         !(c && (c->flags & CONCEPT_FEMALE) && (role_of(&t, next) & ROLE_PEOPLE)));

            if (c && !away && !(c->flags & CONCEPT_WEAK))
                mention_add(m, c, MENTION_NAMED);
            if (concept_is(about, c)) {
                gone |= away;
                there |= !away;
            }
            if (akin && !away) /* "neuroendocrine carcinoma": a carcinoma */
                add_kin(m, lx, &t, next - 1, a);
            i = next;
            continue;
        }
        if (role & ROLE_RECORD_ABSENT)
            absent = true;
        else if (role & ROLE_RECORD_THERE)
            absent = false;
        elsewhere |= (role & ROLE_RECORD_ELSEWHERE) != 0;
        if (akin && !absent && !elsewhere && !turned(&t, i))
            add_kin(m, lx, &t, i, a);
        i++;
    }
    return gone && !there;
}

void mention_of_fact(fact *f, const mentions *m, arena *a)
{
    fact_mention list[MOST_MENTIONS];
    size_t count = 0;

    for (size_t i = 0; i < m->count; i++)
        if (!concept_is(f->concept, m->list[i].concept))
            list[count++] = m->list[i];
    f->mentions = count ? arena_copy(a, list, count, sizeof *list) : NULL;
    f->mention_count = f->mentions ? count : 0;
}

/* Is a code of SNOMED CT the first that the concept lists? The others are mostly kinds of it. */
static bool is_first_code(const lexicon *lx, const concept *c, const char *code)
{
    static const char system[] = "snomed:";
    const char *list = lexicon_row(lx, c)->codes, *first = list ? strstr(list, system) : NULL;
    size_t n = strlen(code);

    return !first || (strncmp(first + sizeof system - 1, code, n) == 0 &&
                      !isdigit((unsigned char)first[sizeof system - 1 + n]));
}

void mention_part(fact *f, const lexicon *lx, arena *a)
{
    const char *colon;
    code_system s;

    if (f->certainty != FACT_DENIED || !f->concept || f->by_text || !f->code)
        return;
    colon = strchr(f->code, ':');
    if (!colon)
        return;
    s = code_system_find(f->code, (size_t)(colon - f->code));
    f->part = (s == CODE_SNOMED ? !is_first_code(lx, f->concept, colon + 1)
                                : lexicon_code_is_part(lx, s, colon + 1, strlen(colon + 1))) &&
              !(f->text && lexicon_display(lx, f->text, strlen(f->text), a) == f->concept);
}

/* ---- ways of giving a drug ---- */

/* Ways of giving by which a class of drugs may be named: "inhaled corticosteroid". */
static const char *const class_ways[] = {"systemic", "either", "inhaled", "nasal", "topical"};

/* The class of a drug that is named by its way; NULL: none. */
static const concept *class_by_way(const concept *c)
{
    for (size_t i = 0; c->parents[i]; i++) {
        size_t size;
        const char *route = concept_attribute(c->parents[i], "route", &size);

        for (size_t k = 0; route && k < sizeof class_ways / sizeof *class_ways; k++)
            if (text_equal_nocase(route, size, class_ways[k]))
                return c->parents[i];
    }
    return NULL;
}

/* "systemic corticosteroid" -> "topical corticosteroid" */
static const concept *class_of_way(const concept *class, const char *way, const lexicon *lx,
                                   arena *a)
{
    for (size_t k = 0; k < sizeof class_ways / sizeof *class_ways; k++) {
        size_t n = strlen(class_ways[k]);

        if (text_starts_nocase(class->name, strlen(class->name), class_ways[k]) &&
            class->name[n] == ' ')
            return named(lx, arena_printf(a, "%s %s", way, class->name + n + 1), a);
    }
    return NULL;
}

void mention_route(fact *f, const lexicon *lx, arena *a)
{
    static const char *const ways[][2] = {
        {"topical", "topical"},       {"cutaneous", "topical"}, {"nasal", "nasal"},
        {"inhal", "inhaled"},         {"otic", "otic"},         {"ear", "otic"},
        {"ophthalmic", "ophthalmic"}, {"eye", "ophthalmic"}};
    const concept *class =
        f->kind == FACT_MEDICATION && f->concept ? class_by_way(f->concept) : NULL;
    const char *route = NULL;
    mentions more = {.count = 0};

    if (!class)
        return;
    for (size_t i = 0; i < f->qualifier_count && !route; i++)
        if (f->qualifiers[i].kind && strcmp(f->qualifiers[i].kind, "route") == 0)
            route = f->qualifiers[i].value;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const concept *form;

        if (route && !strcasestr(route, ways[i][0]))
            continue;
        form = named(lx, arena_printf(a, "%s %s", ways[i][1], f->concept->name), a);
        if (!form && route)
            form = class_of_way(class, ways[i][1], lx, a);
        if (form && form != f->concept)
            mention_add(&more, form, route ? MENTION_IS : MENTION_MAY);
    }
    for (size_t i = 0; more.count && i < f->mention_count; i++)
        mention_add(&more, f->mentions[i].concept, f->mentions[i].how);
    if (more.count) {
        f->mentions = arena_copy(a, more.list, more.count, sizeof *more.list);
        f->mention_count = f->mentions ? more.count : 0;
    }
}

/* ---- words that are shared ---- */

enum { SHORTEST_HEAD = 4 };

static bool letter(char c)
{
    return isalpha((unsigned char)c) != 0;
}

/* Does a text have the word, or its plural? */
static bool has_head(const char *text, const char *word, size_t size)
{
    for (const char *p = text; *p;) {
        size_t n = 0;

        while (letter(p[n]))
            n++;
        if ((n == size || (n == size + 1 && (p[size] | 0x20) == 's') ||
             (n + 1 == size && (word[n] | 0x20) == 's')) &&
            strncasecmp(p, word, n < size ? n : size) == 0)
            return true;
        p += n ? n : 1;
    }
    return false;
}

bool mention_shares_head(const char *text, const char *names)
{
    while (names && *names) {
        size_t all = strcspn(names, "|"), end = all, begin;

        while (end && !letter(names[end - 1]))
            end--;
        begin = end;
        while (begin && letter(names[begin - 1]))
            begin--;
        if (end - begin >= SHORTEST_HEAD &&
            !(roles_all(names + begin, end - begin) & ROLE_RECORD_GENERIC) &&
            has_head(text, names + begin, end - begin))
            return true;
        names += all + (names[all] == '|');
    }
    return false;
}

bool mention_shares_word(const char *text, const char *names)
{
    enum { SHORTEST_WORD = 3 };

    for (const char *p = names ? names : ""; *p;) {
        size_t n = 0;

        while (letter(p[n]))
            n++;
        if (n >= SHORTEST_WORD && !(roles_all(p, n) & ROLE_RECORD_GENERIC) && has_head(text, p, n))
            return true;
        p += n ? n : 1;
    }
    return false;
}

bool mention_otherwise(const char *text)
{
    for (const char *p = text; *p;) {
        size_t n = 0;

        while (letter(p[n]))
            n++;
        if (n && (roles_all(p, n) & (ROLE_RECORD_ABSENT | ROLE_RECORD_ELSEWHERE)))
            return true;
        p += n ? n : 1;
    }
    return false;
}

bool mention_is_local(const char *text)
{
    static const char *const words[] = {"ointment",  "cream",     "lotion",   "gel",  "topical",
                                        "cutaneous", "dermal",    "shampoo",  "foam", "ophthalmic",
                                        "eye drops", "ear drops", "eyedrops", "otic"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (const char *p = text; (p = strcasestr(p, words[i])) != NULL; p++)
            if ((p == text || !letter(p[-1])) && !letter(p[strlen(words[i])]))
                return true;
    return false;
}

/* ---- allergies ---- */

static bool is_substance(const concept *c)
{
    return c->category == CATEGORY_ALLERGY || c->category == CATEGORY_MEDICATION;
}

/* The allergy to what the words name, where the lexicon knows it and not the thing: "Eggs
 * (edible)", "Shellfish - dietary". */
static const concept *allergy_named(const lexicon *lx, const char *text, arena *a)
{
    enum { LONGEST = 60 };
    size_t size = strcspn(text, "(");
    const char *dash = strstr(text, " - "), *whole;
    const concept *c;

    if (dash && (size_t)(dash - text) < size)
        size = (size_t)(dash - text);
    while (size && text[size - 1] == ' ')
        size--;
    if (!size || size > LONGEST)
        return NULL;
    whole = arena_printf(a, "%.*s allergy", (int)size, text);
    c = whole ? lexicon_display(lx, whole, strlen(whole), a) : NULL;
    return c && c->category == CATEGORY_ALLERGY ? c : NULL;
}

const concept *mention_allergy(const lexicon *lx, const concept *c, const char *text, arena *a)
{
    if (!c || !is_substance(c)) {
        const concept *own = allergy_named(lx, text, a);

        return own ? own : c;
    }
    for (size_t i = 0; c->category != CATEGORY_ALLERGY && i < lexicon_size(lx); i++) {
        const concept *k = lexicon_at(lx, i);

        if (k->category == CATEGORY_ALLERGY && k->substance == c)
            return k;
    }
    return c;
}
