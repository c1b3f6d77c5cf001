/* How large an input may be, and why. Each limit can be overridden with -D, so that tests can make
 * it tiny. What lies beyond a limit is refused or becomes `opaque`, with a message; never a crash.
 */
#ifndef ELIGO_BASE_LIMITS_H
#define ELIGO_BASE_LIMITS_H

/* One trial document, as a file or as one line of NDJSON. A registry record with its results is
 * tens of megabytes. */
#ifndef LIMIT_TRIAL_BYTES
#define LIMIT_TRIAL_BYTES ((size_t)64 << 20)
#endif

/* A file of trials (NDJSON, a list of studies): read as a whole, so that places stay bytes of it.
 */
#ifndef LIMIT_DOCUMENT_BYTES
#define LIMIT_DOCUMENT_BYTES ((size_t)1 << 30)
#endif

/* The criteria section of one trial. The registry's own form takes 20,000 characters. */
#ifndef LIMIT_SECTION_BYTES
#define LIMIT_SECTION_BYTES ((size_t)16 << 20)
#endif

/* Criteria of one trial. */
#ifndef LIMIT_CRITERIA
#define LIMIT_CRITERIA 100000
#endif

/* One criterion as parsed: beyond it, the rest of the criterion is opaque. */
#ifndef LIMIT_CRITERION_BYTES
#define LIMIT_CRITERION_BYTES ((size_t)16 << 10)
#endif
#ifndef LIMIT_CRITERION_TOKENS
#define LIMIT_CRITERION_TOKENS 4096
#endif

/* Patients whose ids are listed with a finding (audit --patients); more are only counted. */
#ifndef LIMIT_IMPACT_IDS
#define LIMIT_IMPACT_IDS 10000
#endif

/* Findings of one trial: a person reads no more. */
#ifndef LIMIT_FINDINGS
#define LIMIT_FINDINGS 10000
#endif

/* Leaves of a trial that are compared with each other, each with each. */
#ifndef LIMIT_COMPARED
#define LIMIT_COMPARED 1000
#endif

/* And of one criterion: nobody reads a line with more limits. */
#ifndef LIMIT_COMPARED_IN_ONE
#define LIMIT_COMPARED_IN_ONE 100
#endif

/* Readings of one node: a person reads no more. */
#ifndef LIMIT_READINGS
#define LIMIT_READINGS 8
#endif

/* Nesting. Bounded where nodes are born, so that every later walk may recurse. */
#ifndef LIMIT_RULE_DEPTH
#define LIMIT_RULE_DEPTH 64
#endif
/* Nodes of one criterion, once those shared between readings are copied. */
#ifndef LIMIT_RULE_NODES
#define LIMIT_RULE_NODES 65536
#endif
#ifndef LIMIT_OUTLINE_DEPTH
#define LIMIT_OUTLINE_DEPTH 32
#endif
#ifndef LIMIT_JSON_DEPTH
#define LIMIT_JSON_DEPTH 256
#endif
#ifndef LIMIT_XML_DEPTH
#define LIMIT_XML_DEPTH 256
#endif

/* Memory of one trial and of one patient. */
#ifndef LIMIT_TRIAL_ARENA
#define LIMIT_TRIAL_ARENA ((size_t)512 << 20)
#endif
#ifndef LIMIT_PATIENT_ARENA
#define LIMIT_PATIENT_ARENA ((size_t)256 << 20)
#endif

/* One record: a Bundle, or a line of NDJSON or CSV. */
#ifndef LIMIT_RECORD_BYTES
#define LIMIT_RECORD_BYTES ((size_t)64 << 20)
#endif

/* What is kept of single resources until all of a Bulk Data folder has been seen, about a third of
 * what they take as printed. One file, or standard input, may have been sorted by patient, and must
 * not take more memory for more patients. What is beyond is read a second time. */
#ifndef LIMIT_KEPT_BYTES
#define LIMIT_KEPT_BYTES ((size_t)256 << 20)
#endif
#ifndef LIMIT_KEPT_OF_FILE
#define LIMIT_KEPT_OF_FILE ((size_t)4 << 20)
#endif

/* A site's lexicon: 50,000 terms are a few megabytes. Its memory is about ten times its size. */
#ifndef LIMIT_LEXICON_BYTES
#define LIMIT_LEXICON_BYTES ((size_t)64 << 20)
#endif
#ifndef LIMIT_LEXICON_ARENA
#define LIMIT_LEXICON_ARENA ((size_t)2 << 30)
#endif

/* Work of one match of a name's pattern (rules/pattern.h), as PCRE2 counts it: the shipped ones
 * need a few hundred steps; a site's own may be anything. */
#ifndef LIMIT_PATTERN_MATCH
#define LIMIT_PATTERN_MATCH 100000
#endif
#ifndef LIMIT_PATTERN_DEPTH
#define LIMIT_PATTERN_DEPTH 1000
#endif
#ifndef LIMIT_PATTERN_HEAP_KIB
#define LIMIT_PATTERN_HEAP_KIB 16384
#endif

/* Synthetic patients of one trial: each is a file. */
#ifndef LIMIT_EXAMPLES
#define LIMIT_EXAMPLES 20000
#endif

/* Errors reported of one file; the rest is counted. */
#ifndef LIMIT_REPORTS
#define LIMIT_REPORTS 100
#endif

/* Tables: columns, bytes of a cell, and lines of one row (a quoted cell may hold lines; a quote
 * that is not closed would otherwise swallow the rest of the file). */
#ifndef LIMIT_COLUMNS
#define LIMIT_COLUMNS 4096
#endif
#ifndef LIMIT_CELL_BYTES
#define LIMIT_CELL_BYTES ((size_t)1 << 20)
#endif
#ifndef LIMIT_ROW_LINES
#define LIMIT_ROW_LINES 100
#endif

/* Concepts of an OMOP vocabulary that are in use, with their names and ancestors. */
#ifndef LIMIT_CONCEPTS_ARENA
#define LIMIT_CONCEPTS_ARENA ((size_t)1 << 30)
#endif

/* Work of one regular expression (PCRE2's own limits are far beyond what a line of text needs). */
#ifndef LIMIT_REGEX_STEPS
#define LIMIT_REGEX_STEPS 100000
#endif
#ifndef LIMIT_REGEX_DEPTH
#define LIMIT_REGEX_DEPTH 1000
#endif

/* Digits of a number: no physiological value needs more. */
#ifndef LIMIT_NUMBER_DIGITS
#define LIMIT_NUMBER_DIGITS 40
#endif

#endif
