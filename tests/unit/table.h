/* Tests that run over a table. */
#ifndef ELIGO_TESTS_TABLE_H
#define ELIGO_TESTS_TABLE_H

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

/* A table `name_cases` becomes one test a row, by check(&row). */
#define CHECK_TABLE(suite, name, check)                                 \
    ParameterizedTestParameters(suite, name)                            \
    {                                                                   \
        static size_t at[sizeof name##_cases / sizeof *name##_cases];   \
        for (size_t i = 0; i < sizeof at / sizeof *at; i++)             \
            at[i] = i;                                                  \
        return cr_make_param_array(size_t, at, sizeof at / sizeof *at); \
    }                                                                   \
    ParameterizedTest(size_t *at, suite, name)                          \
    {                                                                   \
        check(&name##_cases[*at]);                                      \
    }

#endif
