/* The verbs of the program: each takes its own arguments (argv[0] is the verb) and gives the exit
 * status: 0 done, 2 usage, 3 an input could not be read, 4 an output or the system failed. */
#ifndef ELIGO_CLI_H
#define ELIGO_CLI_H

int cli_lexicon(int argc, const char **argv);

#endif
