/* What must hold of every input, whatever is in it. The fuzz targets, the damage and the fault drivers ask
 * the same questions; what only a sanitizer can see is seen because all of them run under one.
 *
 * False: it does not hold, and `why` says what. */
#ifndef ELIGO_TESTS_ORACLE_H
#define ELIGO_TESTS_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

enum { ORACLE_WHY = 512,
       ORACLE_NAME = 64 };

/* A document of trials (text, registry JSON or XML, rules as JSON) is read and compiled, or refused with a message in
 * one line. Spans lie inside the input and inside the node above, criteria do not overlap, no word of the
 * criteria is in no criterion and in no finding, no node is without its children. Compiled twice: the same
 * bytes. Printed as JSON and read again: the same rules. */
bool oracle_trials(const char *bytes, size_t size, char why[ORACLE_WHY]);

/* A file of patient records (FHIR, a table, a database) is read to its end and every patient judged by a few rules, twice,
 * with the same bytes as the result; what cannot be read is reported and counted. */
bool oracle_patients(const char *bytes, size_t size, char why[ORACLE_WHY]);
/* The same of a folder of files: a line "@NAME" begins each. */
bool oracle_folder(const char *bytes, size_t size, char why[ORACLE_WHY]);

#endif
