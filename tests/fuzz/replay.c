/* Runs a fuzz target over files without a fuzzer: every seed, and every input that once broke something.
 * usage: replay FILE... */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *name;

static void dies(int sig)
{
    (void)sig;
    fprintf(stderr, "eligo: %s breaks it\n", name);
}

int main(int argc, char **argv)
{
    signal(SIGABRT, dies);
    for (int i = 1; i < argc; i++) {
        FILE *f = fopen(argv[i], "rb");
        static uint8_t bytes[4 << 20];
        size_t size;

        if (!f) {
            perror(argv[i]);
            return 1;
        }
        size = fread(bytes, 1, sizeof bytes, f);
        fclose(f);
        name = argv[i];
        LLVMFuzzerTestOneInput(bytes, size);
    }
    printf("%d inputs replayed: nothing broke\n", argc - 1);
    return 0;
}
