build-t/gen/page_table.o: build-t/gen/page_table.c rules/page.h
rules/page.h:
