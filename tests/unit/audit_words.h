/* Texts, a code, and the words on which it is found, for test_audit.c: single lines whose reading matters, by phenomenon. "I:"
 * and "E:" begin the criteria of each kind, "|" parts them. */
#ifndef ELIGO_TESTS_AUDIT_WORDS_H
#define ELIGO_TESTS_AUDIT_WORDS_H

static const struct example {
    const char *code, *text, *words; /* a finding must overlap the words; NULL: must not be found */
} worded_examples[] = {
    /* clang-format off */
    /* a limit in a bracket is that of what stands right before it */
    {"vague-term", "E: uncontrolled epilepsy, obesity (BMI > 40 kg/m2)", "uncontrolled"},
    {"vague-term", "E: obesity (BMI > 40 kg/m2), uncontrolled epilepsy", "uncontrolled"},
    {"vague-term", "E: uncontrolled diabetes (HbA1c > 9 %), obesity", NULL},
    {"vague-term", "E: serious disease of the skin, ulcers, a score of more than three", "serious"},
    /* clang-format on */
};

#endif
