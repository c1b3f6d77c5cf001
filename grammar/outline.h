/* The text of a criteria section -> criteria: sections, headings, numbers, bullets, nesting.
 *
 * Spans here are bytes of the clean text (grammar/source.h: mapped), not of the input. */
#ifndef ELIGO_GRAMMAR_OUTLINE_H
#define ELIGO_GRAMMAR_OUTLINE_H

#include "grammar/source.h"

typedef struct outline_item outline_item;
struct outline_item {
    eligo_span span;  /* all of it, without its label, with what lies below it; trimmed */
    eligo_span head;  /* its own words before the first child: "at least one of the following:"; may
                         be empty */
    eligo_span label; /* "3.", "a)", "*"; empty: none is printed */
    const outline_item *of; /* what lies below it, in order */
    size_t count;
    eligo_span tail; /* its own words behind the last child; empty: none */
    bool open_end;   /* its children stand at its own level: where they end is a guess */
    size_t number;   /* of all items of the text, from 0 */
};

typedef struct outline_section {
    criterion_kind kind;
    eligo_span heading;
    eligo_span group; /* "Healthy controls:" a heading inside the section that names a group; empty:
                         none */
    const outline_item *items; /* each is a criterion */
    size_t count;
} outline_section;

typedef struct outline {
    const outline_section *sections; /* in the order of the text; several of a kind are allowed */
    size_t count;
    bool headed;             /* a heading says of which kind they are */
    const finding *findings; /* a missing first item, a heading without items, text in no criterion
                                (spans of the clean text) */
    size_t finding_count;
    size_t item_count; /* of all items, below others or not */
} outline;

/* Every byte of `text` that is neither blank, label, heading nor punctuation lies in exactly one
 * criterion or in a finding. Linear in its size. The result lives in `a`; check arena_failed(). */
outline outline_read(const mapped *text, arena *a);
/* The same where lines of the text have been read before: `lines`, in order. */
outline outline_read_lines(const mapped *text, const heading_line *lines, size_t count, arena *a);

#endif
