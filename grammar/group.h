/* Whom a line or a heading is about, where it is not everybody: "Group 2: ...", "Healthy controls:
 * ...", "Inclusion criteria for caregivers". */
#ifndef ELIGO_GRAMMAR_GROUP_H
#define ELIGO_GRAMMAR_GROUP_H

#include "engine/eligo.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum group_kind {
    GROUP_NONE,  /* no such label */
    GROUP_ALL,   /* "All groups:": it says nothing */
    GROUP_SOME,  /* one group of those who take part: the record does not say of which one is */
    GROUP_OTHER, /* somebody who is not the patient */
    GROUP_SELF   /* "Patients:": one group where another has a label beside it, else everybody */
} group_kind;

typedef struct group_label {
    group_kind kind;
    eligo_span words; /* of the label, without its colon */
    size_t rest;      /* where what it labels begins */
    const char *who;  /* GROUP_OTHER: as a subject's `who` */
} group_label;

/* The label at the head of a line. */
group_label group_read(const char *text, size_t size);
/* "Asthma patients: ...", "subjects with asthma - ..." beside the label of a group: those who have
 * it, and not the group. Kind GROUP_SELF. */
group_label group_people(const char *text, size_t size);
/* The same without a sign behind it: "Group 2 (asthma)", "Arm B patients with gout". Only where its
 * neighbours begin in this way, too, is it a label. */
group_label group_marked(const char *text, size_t size);
/* The label that stands over a list without a sign: "Specific to smokers", "Control group". */
group_label group_over(const char *text, size_t size);
/* Does a line without a bullet name one group of those who take part, so that the bullets below it
 * are that group's: "Group 1: patients with asthma", "Healthy controls"? `before`: the line without
 * a bullet that stands before it, empty for none; `listed`: with a list below it. Without one, the
 * bullets may be of both. */
bool group_leads(const char *text, eligo_span own, eligo_span before, bool listed);
/* "Asthma patients", over a list that stands beside the list of a group. */
bool group_persons(const char *text, size_t size);
/* The label in a bracket at the end of a line: "Age >= 30 years (control group)", "asthma (groups 1
 * and 2)". `rest` is where the bracket begins. */
group_label group_behind(const char *text, size_t size);
/* What the words of a heading name: "family members", "control group", "all participants". */
group_label group_named(const char *words, size_t size);
/* "Age-matched healthy controls": a line about those whom the others are compared with. The end of
 * the words that name them; 0: it is not. */
size_t group_control(const char *text, size_t size);
/* The next label of a series that stands inside a line ("... Group A: x Group B: y"), at or behind
 * `from`: where it begins; `size`: there is none. */
size_t group_inside(const char *text, size_t size, size_t from);

#endif
