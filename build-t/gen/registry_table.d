build-t/gen/registry_table.o: build-t/gen/registry_table.c \
 rules/registry.h
rules/registry.h:
