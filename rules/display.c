/* Which thing the display text of a code names, where the code itself is not known: "Essential
 * hypertension (disorder)". Declared in concept.h. */
#include "rules/concept.h"

#include "engine/base/text.h"
#include "rules/roles.h"
#include "rules/table.h"
#include "rules/unit.h"

#include <string.h>

/* Words that turn what is beside them into something else: family, past, absence, doubt, future. */
static const char *const turning[] = {
    "history",
    "hx",
    "family",
    "familial",
    "father",
    "mother",
    "maternal",
    "paternal",
    "sibling",
    "no",
    "not",
    "non",
    "without",
    "absent",
    "absence",
    "negative",
    "denies",
    "never",
    "none",
    "rule",
    "ruled",
    "suspected",
    "suspicion",
    "suspect",
    "possible",
    "probable",
    "presumed",
    "provisional",
    "risk",
    "screening",
    "screen",
    "fear",
    "exposure",
    "exposed",
    "contact",
    "prevention",
    "prophylaxis",
    "prophylactic",
    "counseling",
    "education",
    "refused",
    "refusal",
    "declined",
    "contraindicated",
    "contraindication",
    "planned",
    "previous",
    "past",
    "prior",
    "resolved",
    "remission",
    "former",
    "ex",
    "status",
    "sequelae",
    "sequela",
    "late",
    "neonatal",
    "newborn",
    "fetal",
    "fetus",
    "donor",
    "concern",
    "worried",
    "unlikely",
    "excluded",
    "evaluation",
    "encounter",
    "observation",
    "allergy",
    "allergic",
    "intolerance",
    "adverse",
    "poisoning",
    "overdose",
    "toxicity",
    "underdosing",
    "induced",
    "due",
    "secondary",
    "complicating",
    "antibody",
    "antigen",
};

/* Words around a name that leave it what it is: of some kinds of things only ("oral" before a drug
 * is how it is given, before a cancer where it sits). */
enum {
    FILL_ANY = 1,
    FILL_CONDITION = 2,
    FILL_DRUG = 4,
    FILL_PROCEDURE = 8,
    FILL_QUANTITY = 16,
    FILL_ORGANISM = 32
};

static const struct {
    char word[16];
    unsigned of;
} filling[] = {
    {"unspecified", FILL_ANY},
    {"nos", FILL_ANY},
    {"of", FILL_ANY},
    {"the", FILL_ANY},
    {"disorder", FILL_CONDITION},
    {"finding", FILL_CONDITION | FILL_PROCEDURE | FILL_QUANTITY},
    {"disease", FILL_CONDITION},
    {"diseases", FILL_CONDITION},
    {"situation", FILL_CONDITION | FILL_PROCEDURE},
    {"event", FILL_CONDITION},
    {"morphologic", FILL_CONDITION},
    {"abnormality", FILL_CONDITION},
    {"therapy", FILL_DRUG | FILL_PROCEDURE},
    {"regime", FILL_DRUG | FILL_PROCEDURE},
    {"product", FILL_DRUG},
    {"medicinal", FILL_DRUG},
    {"substance", FILL_DRUG},
    {"oral", FILL_DRUG},
    {"tablet", FILL_DRUG},
    {"capsule", FILL_DRUG},
    {"injection", FILL_DRUG},
    {"injectable", FILL_DRUG},
    {"solution", FILL_DRUG},
    {"suspension", FILL_DRUG},
    {"mg", FILL_DRUG},
    {"ml", FILL_DRUG},
    {"mcg", FILL_DRUG},
    {"ug", FILL_DRUG},
    {"g", FILL_DRUG},
    {"iu", FILL_DRUG},
    {"unit", FILL_DRUG},
    {"units", FILL_DRUG | FILL_QUANTITY},
    {"actuat", FILL_DRUG},
    {"hr", FILL_DRUG},
    {"extended", FILL_DRUG},
    {"release", FILL_DRUG},
    {"delayed", FILL_DRUG},
    {"prefilled", FILL_DRUG},
    {"syringe", FILL_DRUG},
    {"pen", FILL_DRUG},
    {"cartridge", FILL_DRUG},
    {"vial", FILL_DRUG},
    {"in", FILL_DRUG | FILL_QUANTITY},
    {"by", FILL_DRUG | FILL_QUANTITY},
    {"or", FILL_DRUG | FILL_QUANTITY},
    {"and", FILL_DRUG | FILL_QUANTITY},
    {"intravenous", FILL_DRUG},
    {"subcutaneous", FILL_DRUG},
    {"topical", FILL_DRUG},
    {"film", FILL_DRUG},
    {"coated", FILL_DRUG},
    {"chewable", FILL_DRUG},
    {"disintegrating", FILL_DRUG},
    {"sublingual", FILL_DRUG},
    {"spray", FILL_DRUG},
    {"inhaler", FILL_DRUG},
    {"inhalation", FILL_DRUG},
    {"dose", FILL_DRUG},
    {"metered", FILL_DRUG},
    {"nasal", FILL_DRUG},
    {"ophthalmic", FILL_DRUG},
    {"cream", FILL_DRUG},
    {"ointment", FILL_DRUG},
    {"gel", FILL_DRUG},
    {"lotion", FILL_DRUG},
    {"patch", FILL_DRUG},
    {"transdermal", FILL_DRUG},
    {"day", FILL_DRUG},
    {"system", FILL_DRUG},
    {"pack", FILL_DRUG},
    {"powder", FILL_DRUG},
    {"kit", FILL_DRUG},
    {"auto", FILL_DRUG},
    {"injector", FILL_DRUG},
    {"hydrochloride", FILL_DRUG},
    {"sodium", FILL_DRUG},
    {"potassium", FILL_DRUG},
    {"calcium", FILL_DRUG},
    {"tartrate", FILL_DRUG},
    {"succinate", FILL_DRUG},
    {"maleate", FILL_DRUG},
    {"mesylate", FILL_DRUG},
    {"besylate", FILL_DRUG},
    {"sulfate", FILL_DRUG},
    {"phosphate", FILL_DRUG},
    {"acetate", FILL_DRUG},
    {"citrate", FILL_DRUG},
    {"fumarate", FILL_DRUG},
    {"hcl", FILL_DRUG},
    {"mass", FILL_DRUG | FILL_QUANTITY},
    {"moles", FILL_DRUG | FILL_QUANTITY},
    {"volume", FILL_DRUG | FILL_QUANTITY},
    {"procedure", FILL_PROCEDURE | FILL_QUANTITY},
    {"physical", FILL_PROCEDURE},
    {"object", FILL_PROCEDURE},
    {"observable", FILL_QUANTITY},
    {"entity", FILL_QUANTITY},
    {"measurement", FILL_QUANTITY},
    {"level", FILL_QUANTITY},
    {"serum", FILL_QUANTITY},
    {"plasma", FILL_QUANTITY},
    {"blood", FILL_QUANTITY},
    {"presence", FILL_QUANTITY},
    {"person", FILL_QUANTITY},
    {"test", FILL_QUANTITY},
    {"organism", FILL_ORGANISM},
};

static bool word_in(const char *const *list, size_t count, const char *word, size_t size)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal_nocase(word, size, list[i]))
            return true;
    return false;
}

static bool turned(const atoms *t)
{
    for (size_t i = 0; i < t->count; i++) {
        const atom *a = &t->list[i];
        size_t n = atom_size(a);

        if (n > 2 && t->text[a->end - 2] == '\'')
            n -= 2;
        if (a->kind == ATOM_WORD &&
            word_in(turning, sizeof turning / sizeof *turning, t->text + a->start, n))
            return true;
    }
    return false;
}

/* The kinds of things beside which an atom says nothing. */
static unsigned fills(const atoms *t, size_t i)
{
    const atom *a = &t->list[i];

    if (a->kind != ATOM_WORD)
        return ~0u;
    for (size_t k = 0; k < sizeof filling / sizeof *filling; k++)
        if (text_equal_nocase(t->text + a->start, atom_size(a), filling[k].word))
            return filling[k].of & FILL_ANY ? ~0u : filling[k].of;
    return 0;
}

static unsigned fill_of(const concept *c)
{
    switch (c->category) {
    case CATEGORY_CONDITION: return FILL_CONDITION;
    case CATEGORY_MEDICATION:
    case CATEGORY_IMMUNIZATION: return FILL_DRUG;
    case CATEGORY_PROCEDURE:
    case CATEGORY_DEVICE: return FILL_PROCEDURE;
    case CATEGORY_ORGANISM: return FILL_ORGANISM;
    default: return category_is_quantity(c->category) ? FILL_QUANTITY : FILL_ANY;
    }
}

/* "Glucose [Mass/volume] in Serum (finding)": what stands before the qualifiers at its end. */
static size_t without_qualifiers(const char *text, size_t size)
{
    for (;;) {
        size_t open = size;

        while (size && (text[size - 1] == ' ' || text[size - 1] == '\t'))
            size--;
        if (!size || (text[size - 1] != ')' && text[size - 1] != ']'))
            return size;
        for (open = size - 1; open > 0 && text[open] != '(' && text[open] != '[';)
            open--;
        if (open == 0)
            return size;
        size = open;
    }
}

/* Of a name that is both, a quantity where that is looked for, else what somebody has ("fever",
 * "proteinuria"); of other things neither. */
static const concept *best_of(const lexicon_hit *hit, bool quantity)
{
    if (hit->quantity && hit->thing && !quantity)
        return hit->thing->category == CATEGORY_CONDITION ? hit->thing : NULL;
    return hit->quantity ? hit->quantity : hit->thing;
}

/* The one name in the text around which there are but fillings. NULL: none, or more than one thing.
 */
static const concept *only_name(const lexicon *lx, const atoms *t, bool quantity)
{
    const concept *only = NULL;
    unsigned left = ~0u; /* kinds of things that all other words leave what they are */
    lexicon_hit hit;

    for (size_t i = 0; i < t->count;) {
        unsigned fill = fills(t, i);
        const concept *c;

        if (lexicon_match(lx, t, i, &hit)) {
            c = best_of(&hit, quantity);
            if (c && !(c->flags & CONCEPT_WEAK) && !(only && fill && hit.atoms == 1)) {
                if (only && only != c)
                    return NULL;
                only = c;
                i += hit.atoms;
                continue;
            }
        }
        left &= fill;
        i++;
    }
    return only && (left & fill_of(only)) ? only : NULL;
}

/* Kinds of things that terminologies write behind their names. */
static const char *const tags[] = {"qualifier", "value",   "specimen", "body",      "structure",
                                   "attribute", "context", "clinical", "drug",      "form",
                                   "cell",      "record",  "artifact", "assessment"};

/* "IV", "IIIb" */
static bool is_stage(const char *word, size_t size)
{
    size_t roman = 0;

    while (roman < size && strchr("IVXivx", word[roman]))
        roman++;
    return roman == size || (roman && roman + 1 == size && strchr("ABCDabcd", word[roman]));
}

bool lexicon_adds_nothing(const lexicon *lx, const concept *c, const char *text, size_t size,
                          arena *a)
{
    const role_set light = ROLE_RECORD_MANNER | ROLE_RECORD_PLACE | ROLE_LIGHT |
                           ROLE_LIGHT_CONDITION | ROLE_LIGHT_QUANTITY | ROLE_STAGE | ROLE_ARTICLE;
    char spelt[64];
    atoms t;

    if (memchr(text, '?', size))
        return false;
    if (category_is_quantity(c->category) && unit_spelling(text, size, c, spelt))
        return true;
    t = lexicon_cut(lx, text, size, a);
    for (size_t i = 0; i < t.count;) {
        const atom *one = &t.list[i];
        const char *word = t.text + one->start;
        size_t n = atom_size(one);
        lexicon_hit hit;

        if (lexicon_match(lx, &t, i, &hit) &&
            (concept_is(c, hit.quantity) || concept_is(c, hit.thing))) {
            i += hit.atoms;
            continue;
        }
        if (one->kind == ATOM_WORD &&
            (roles_all(word, n) & (ROLE_RECORD_ABSENT | ROLE_RECORD_ELSEWHERE)))
            return false;
        if (one->kind == ATOM_WORD && !(fills(&t, i) & fill_of(c)) &&
            !(roles_all(word, n) & light) && !word_in(tags, sizeof tags / sizeof *tags, word, n) &&
            !(n == 1 && i + 1 < t.count && atoms_glued(&t, i + 1)) && !is_stage(word, n))
            return false;
        i++;
    }
    return true;
}

/* The kinds of properties that LOINC's names give in brackets. */
static const char *const properties[] = {
    "ratio",    "entitic", "identifier", "type",           "length", "pressure",
    "velocity", "time",    "enzymatic",  "activity",       "rate",   "number",
    "log",      "titer",   "percentage", "interpretation",
};

/* Do the qualifiers at the end of a quantity's name only say how it is given, or its name again?
 * "Pain score [HOOS]" is not the pain score. */
static bool says_no_more(const lexicon *lx, const atoms *t, size_t from, const concept *c)
{
    lexicon_hit hit;

    if (!c || !category_is_quantity(c->category))
        return c;
    for (size_t i = from; i < t->count;) {
        const atom *a = &t->list[i];

        if (lexicon_match(lx, t, i, &hit) && (hit.quantity == c || hit.thing == c)) {
            i += hit.atoms;
            continue;
        }
        if (!(fills(t, i) & FILL_QUANTITY) &&
            !word_in(properties, sizeof properties / sizeof *properties, t->text + a->start,
                     atom_size(a)))
            return false;
        i++;
    }
    return true;
}

static const concept *display(const lexicon *lx, const char *text, size_t size, arena *a,
                              bool quantity)
{
    size_t shorter = without_qualifiers(text, size);
    atoms t = lexicon_cut(lx, text, size, a), s;
    lexicon_hit hit;

    if (!t.count || memchr(text, '?', size))
        return NULL;
    if (lexicon_match(lx, &t, 0, &hit) && hit.atoms == t.count && best_of(&hit, quantity))
        return best_of(&hit, quantity);
    if (turned(&t))
        return NULL;
    s = lexicon_cut(lx, text, shorter, a);
    if (s.count && lexicon_match(lx, &s, 0, &hit) && hit.atoms == s.count &&
        says_no_more(lx, &t, s.count, best_of(&hit, quantity))) {
        const concept *c = best_of(&hit, quantity);

        return text[size - 1] == ']' ||
                       lexicon_adds_nothing(lx, c, text + shorter, size - shorter, a)
                   ? c
                   : NULL;
    }
    return only_name(lx, &t, quantity);
}

const concept *lexicon_display(const lexicon *lx, const char *text, size_t size, arena *a)
{
    return display(lx, text, size, a, false);
}

const concept *lexicon_display_quantity(const lexicon *lx, const char *text, size_t size, arena *a)
{
    const concept *c = display(lx, text, size, a, true);

    return c && category_is_quantity(c->category) ? c : NULL;
}
