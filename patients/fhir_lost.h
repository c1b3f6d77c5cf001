/* Inside the FHIR reader: what is not read, so that it can be named. */
#ifndef ELIGO_PATIENTS_FHIR_LOST_H
#define ELIGO_PATIENTS_FHIR_LOST_H

#include "patients/fhir.h"
#include "patients/unread.h"

/* Types that say nothing about a patient's health. */
bool fhir_is_paperwork(fhir_type type);
/* Whom a damaged resource seems to be about: the first reference behind "subject" or "patient";
 * size 0: it does not say. */
slice fhir_torn_subject(const char *text, size_t size);

/* Is a damaged document a patient's own, or a Bundle? */
bool fhir_torn_person(const char *text, size_t size);

/* Counts a resource that is not read; paperwork is not counted. */
void unread_add(unread *u, fhir_type type);
/* Counts "Condition.note". */
void unread_add_element(unread *u, slice type, const char *element);

#endif
