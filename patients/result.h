/* What records print as results, units and names, read into values. Shared by all formats. */
#ifndef ELIGO_PATIENTS_RESULT_H
#define ELIGO_PATIENTS_RESULT_H

#include "patients/fact.h"

/* A number alone ("11.2", "-3", "1.2e3"); blanks around it are allowed. */
bool result_plain_number(const char *text, size_t size, double *out);

/* A result as text: ">150 K/uL", "1,250 pg/mL", "GREATER THAN 300", "50-55 %", "1:160", "NEG",
 * "2+". Fills value (number, coded sign, or text that could not be read); `quantity` helps with
 * units and may be NULL. False: it says that there is no result ("TNP", "hemolyzed"): nothing is
 * filled but the text. */
bool result_read(const char *text, size_t size, const concept *quantity, arena *a,
                 fact_value *value);

/* +1 positive, -1 negative, 0: neither, by words ("Not detected", "NEG"). */
int result_sign(const char *text, size_t size);
/* The same by code: SNOMED, LOINC answers, HL7 interpretation. */
int result_sign_of_code(const char *code, size_t size);
/* True where the words say that the test gave no result. */
bool result_missing(const char *text, size_t size);

/* A number with a comparator ("<", "<=", ">=", ">", "" or NULL) as an interval. False: an unknown
 * comparator. */
bool result_interval(double number, const char *comparator, fact_value *value);

/* The UCUM code of a unit: from its code (`is_ucum`: said to be one) and its printed text, either
 * of which may be NULL. A code that does not fit the quantity (C for a temperature) gives way to
 * the spelling that does. NULL: none, or not understood. */
const char *result_unit(const char *code, bool is_ucum, const char *text, const concept *quantity,
                        arena *a);

/* A name that stands alone, with its own qualifiers: "Hx of CVA 2015", "r/o PE", "Family history of
 * colon cancer". */
typedef struct name {
    const concept *concept;
    fact_certainty certainty;
    bool history, family;
    bool part; /* "acute X": a kind of the concept */
    int year;  /* 0: none */
} name;
name name_read(const lexicon *lx, const char *text, size_t size, arena *a);
/* What words beside a code say against it ("No epilepsy", "r/o PE" with the code of the thing
 * itself): FACT_CONFIRMED where they do not. */
fact_certainty name_doubts(const lexicon *lx, const concept *c, const char *text, size_t size,
                           arena *a);

/* The drugs that a product's name names ("Acetaminophen 325 MG / Oxycodone 5 MG Oral Tablet"), at
 * most `room`; 0: none, or the name says that it is none ("no ...", "... free"). */
size_t name_drugs(const lexicon *lx, const char *text, size_t size, arena *a, const concept **out,
                  size_t room);
/* Does a drug's text say that it is not taken now ("stopped", "held", "allergy")? */
bool name_stops(const char *text, size_t size, arena *a);
/* True where the name of a measurement has a word that makes it another one than `c` (of urine,
 * mean). */
bool name_other_measurement(const concept *c, const char *text, size_t size);

/* The same of the words for a sample ("Urine", "Venous blood"). */
bool name_other_sample(const concept *c, const char *text, size_t size);

/* Does the answer `c` to what `about` asks say what the patient is or has ("Smoking status: current
 * smoker", but not "Mother: diabetes")? */
bool answer_counts(const fact *about, const concept *c);

/* Lower case, blanks as one, "(qualifier value)" and the like taken off; NULL: no memory. */
char *fold_plain(const char *text, size_t size, arena *a, size_t *out_size);
/* True where `word` stands in folded text, between non-letters. */
bool has_word(const char *folded, const char *word);

#endif
