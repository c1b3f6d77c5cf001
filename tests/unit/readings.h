/* Cases of the front end, one a line: the section, the words of a criterion, the rule that they state in words
 * (rules/print.h). The file that includes this has tables of them, one a phenomenon. */
#ifndef ELIGO_TESTS_READINGS_H
#define ELIGO_TESTS_READINGS_H

#include "grammar/compile.h"
#include "rules/print.h"
#include "tests/unit/table.h"

#include <string.h>

typedef struct reading {
    char section; /* 'I': inclusion, 'E': exclusion */
    const char *text, *words;
} reading;

static void check_reading(const reading *c)
{
    arena *a = arena_new(1 << 24);
    size_t size = strlen(c->text);
    const rule *r = compile_criterion(c->text, size, c->section == 'E' ? CRITERION_EXCLUSION : CRITERION_INCLUSION, lexicon_core(), a);
    buffer words;

    cr_assert_not_null(r, "%c %s", c->section, c->text);
    buffer_init(&words, 0);
    rule_print_words(&words, r, c->text, (eligo_span){0, size});
    buffer_putc(&words, 0);
    cr_assert_not(words.failed);
    cr_expect_str_eq(words.data, c->words, "%c %s\n    is      %s\n    not     %s", c->section, c->text, c->words, words.data);
    buffer_free(&words);
    arena_delete(a);
}

#define CHECK_READINGS(suite, name) CHECK_TABLE(suite, name, check_reading)

#endif
