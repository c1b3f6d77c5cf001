/* A folder of files, each begun by a line "@NAME": OMOP tables as CSV (omop). */
#include "tests/robust/oracle.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char why[ORACLE_WHY];

    if (!oracle_folder((const char *)bytes, size, why)) {
        fprintf(stderr, "eligo: %s\n", why);
        abort();
    }
    return 0;
}
