# make demo: the main job on real input. make check: the tests. Both install what is missing first
# (tools/deps, which says what to run where it may not). The rest: README.md, docs/testing.md.

B ?= build
CC ?= cc
CXX ?= c++
PREFIX ?= /usr/local
DESTDIR ?=
CFLAGS ?= -O2 -g
CXXFLAGS ?= $(CFLAGS)
HARDEN ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong
WARN ?= -Wall -Wextra -Wpedantic -Werror

PACKAGES = libpcre2-8 simdjson yajl libutf8proc popt libxml-2.0 nettle zlib sqlite3 libpq
PKGFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
# libpq is loaded when it is needed (patients/omop_postgres.c)
LINKED = $(filter-out libpq,$(PACKAGES))
LIBS = $(shell pkg-config --libs $(LINKED)) -lcsv -lm -lstdc++
TESTLIBS = $(shell pkg-config --libs criterion libpq)

GENDIR = $(B)/gen
COMMON = -I. -I$(GENDIR) $(WARN) -fPIC -fno-plt -fvisibility=hidden -fno-common $(HARDEN) $(PKGFLAGS) -MMD -MP
FLAGS = -std=c11 -D_GNU_SOURCE -Wvla -Wstrict-prototypes $(COMMON)
# How gcc copies or clears a struct of a few hundred bytes on x86, a token or a node of a rule ("rep"),
# takes three times as long as a loop over 16 bytes each. Others do not know the option.
COPY = -mmemcpy-strategy=vector_loop:512:noalign,libcall:-1:noalign \
       -mmemset-strategy=vector_loop:512:noalign,libcall:-1:noalign
COPIES := $(if $(shell $(CC) $(COPY) -Werror -fsyntax-only -x c /dev/null 2>&1),,$(COPY))
FLAGSXX = -std=c++17 -fno-rtti $(COMMON)

SRC = $(filter-out rules/mktable.c rules/mkknown.c rules/mkunits.c rules/mkpages.c,$(wildcard engine/base/*.c rules/*.c grammar/*.c patients/*.c engine/*.c))
SRCXX = $(wildcard engine/base/*.cc)
CLI = $(wildcard engine/cli/*.c)
TABLES = $(wildcard rules/*.tsv)
GENERATED = $(GENDIR)/lexicon_table.c $(GENDIR)/cue_table.c $(GENDIR)/word_table.c $(GENDIR)/role_table.c $(GENDIR)/heading_table.c $(GENDIR)/group_table.c $(GENDIR)/lint_table.c $(GENDIR)/audit_table.c \
            $(GENDIR)/registry_table.c $(GENDIR)/measure_table.c $(GENDIR)/side_table.c $(GENDIR)/sibling_table.c $(GENDIR)/relative_table.c $(GENDIR)/overlap_table.c $(GENDIR)/kin_table.c $(GENDIR)/same_table.c \
            $(GENDIR)/known_table.c $(GENDIR)/ambiguous_table.c $(GENDIR)/saying_table.c $(GENDIR)/unit_table.c $(GENDIR)/page_table.c \
            $(patsubst grammar/%.y,$(GENDIR)/%.tab.c,$(wildcard grammar/*.y)) \
            $(patsubst grammar/%.l,$(GENDIR)/%.lex.c,$(wildcard grammar/*.l))
OBJ = $(SRC:%.c=$(B)/%.o) $(SRCXX:%.cc=$(B)/%.o) $(GENERATED:%.c=%.o)
CLIOBJ = $(CLI:%.c=$(B)/%.o)
TESTS = $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c))

all: deps-needed
	@$(MAKE) --no-print-directory build
build: $(B)/libeligo.a $(B)/eligo $(B)/libeligo.so

# What the build needs is asked for once, before anything is compiled.
deps-needed:
	@tools/deps

$(B)/eligo: $(CLIOBJ) $(B)/libeligo.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pie -Wl,-z,relro,-z,now,-z,noexecstack -o $@ $^ $(LIBS)
$(B)/libeligo.a: $(OBJ)
	rm -f $@
	$(AR) rcs $@ $^
$(B)/libeligo.so: $(OBJ)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -Wl,-z,relro,-z,now,-soname,libeligo.so.0 \
	    -Wl,--version-script=engine/eligo.map -o $@ $^ $(LIBS)

$(B)/%.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(COPIES) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(B)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(FLAGSXX) $(CPPFLAGS) $(CXXFLAGS) -c -o $@ $<

# Tables and parsers are built, never committed. Warnings are off for what Flex and Bison write.
MKTABLE = rules/mktable.c rules/table.c rules/table_values.c rules/keys.c rules/piece.c rules/pattern.c rules/fold.c rules/names.c \
          $(addprefix engine/base/,arena.c buffer.c error.c file.c text.c)
$(B)/mktable: $(MKTABLE) $(wildcard rules/*.h engine/base/*.h)
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -I. $(WARN) $(PKGFLAGS) -O2 -g -o $@ $(MKTABLE) $(filter-out -lstdc++,$(LIBS))
# words.tsv and cues.tsv, too: their words are numbered first
$(GENDIR)/lexicon_table.c: $(B)/mktable $(TABLES)
	@mkdir -p $(@D)
	$(B)/mktable lexicon rules > $@.new && mv $@.new $@
$(GENDIR)/cue_table.c: $(B)/mktable $(wildcard rules/cues.tsv)
	@mkdir -p $(@D)
	$(B)/mktable cues rules/cues.tsv > $@.new && mv $@.new $@
$(GENDIR)/word_table.c: $(B)/mktable rules/words.tsv rules/cues.tsv
	@mkdir -p $(@D)
	$(B)/mktable words rules > $@.new && mv $@.new $@
$(GENDIR)/role_table.c: $(B)/mktable rules/roles.tsv
	@mkdir -p $(@D)
	$(B)/mktable roles rules/roles.tsv > $@.new && mv $@.new $@
$(GENDIR)/measure_table.c: $(B)/mktable rules/measures.tsv
	@mkdir -p $(@D)
	$(B)/mktable measures rules/measures.tsv > $@.new && mv $@.new $@
$(GENDIR)/side_table.c: $(B)/mktable rules/sides.tsv
	@mkdir -p $(@D)
	$(B)/mktable sides rules/sides.tsv > $@.new && mv $@.new $@
$(GENDIR)/sibling_table.c: $(B)/mktable rules/siblings.tsv
	@mkdir -p $(@D)
	$(B)/mktable siblings rules/siblings.tsv > $@.new && mv $@.new $@
$(GENDIR)/relative_table.c: $(B)/mktable rules/relatives.tsv
	@mkdir -p $(@D)
	$(B)/mktable relatives rules/relatives.tsv > $@.new && mv $@.new $@
$(GENDIR)/heading_table.c: $(B)/mktable rules/headings.tsv
	@mkdir -p $(@D)
	$(B)/mktable headings rules/headings.tsv > $@.new && mv $@.new $@
$(GENDIR)/group_table.c: $(B)/mktable rules/groups.tsv
	@mkdir -p $(@D)
	$(B)/mktable groups rules/groups.tsv > $@.new && mv $@.new $@
$(GENDIR)/lint_table.c: $(B)/mktable rules/lint.tsv
	@mkdir -p $(@D)
	$(B)/mktable lint rules/lint.tsv > $@.new && mv $@.new $@
$(GENDIR)/audit_table.c: $(B)/mktable rules/audit.tsv
	@mkdir -p $(@D)
	$(B)/mktable audit rules/audit.tsv > $@.new && mv $@.new $@
$(GENDIR)/registry_table.c: $(B)/mktable rules/registry.tsv
	@mkdir -p $(@D)
	$(B)/mktable registry rules/registry.tsv > $@.new && mv $@.new $@
$(GENDIR)/same_table.c: $(B)/mktable rules/same.tsv
	@mkdir -p $(@D)
	$(B)/mktable same rules/same.tsv > $@.new && mv $@.new $@
$(GENDIR)/saying_table.c: $(B)/mktable rules/sayings.tsv
	@mkdir -p $(@D)
	$(B)/mktable sayings rules/sayings.tsv > $@.new && mv $@.new $@
$(GENDIR)/ambiguous_table.c: $(B)/mktable rules/ambiguous.tsv
	@mkdir -p $(@D)
	$(B)/mktable ambiguous rules/ambiguous.tsv > $@.new && mv $@.new $@
$(GENDIR)/overlap_table.c: $(B)/mktable rules/overlaps.tsv
	@mkdir -p $(@D)
	$(B)/mktable overlaps rules/overlaps.tsv > $@.new && mv $@.new $@
$(GENDIR)/kin_table.c: $(B)/mktable rules/kin.tsv
	@mkdir -p $(@D)
	$(B)/mktable kin rules/kin.tsv > $@.new && mv $@.new $@
# What the tables know of a word, of all of them at once: linked with those that mktable wrote.
MKKNOWN = rules/mkknown.c rules/fold.c rules/roles.c rules/names.c \
          $(addprefix engine/base/,arena.c buffer.c error.c file.c text.c)
KNOWING = $(addprefix $(GENDIR)/,lexicon_table.c cue_table.c word_table.c role_table.c heading_table.c group_table.c lint_table.c)
$(B)/mkknown: $(MKKNOWN) $(KNOWING) $(wildcard rules/*.h engine/base/*.h)
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -I. $(WARN) $(PKGFLAGS) -o $@ $(MKKNOWN) $(KNOWING) $(filter-out -lstdc++,$(LIBS))
$(GENDIR)/known_table.c: $(B)/mkknown $(TABLES)
	$(B)/mkknown $(TABLES) > $@.new && mv $@.new $@
$(B)/mkunits: rules/mkunits.c rules/unit_term.h rules/unit_table.h rules/unit.h
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -I. $(WARN) -O2 -g -o $@ $< -lm
$(B)/mkpages: rules/mkpages.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -I. $(WARN) -O2 -g -o $@ $<
$(GENDIR)/page_table.c: $(B)/mkpages rules/findings.tsv
	@mkdir -p $(@D)
	$(B)/mkpages rules/findings.tsv > $@.new && mv $@.new $@
docs/findings.md: $(B)/mkpages rules/findings.tsv
	$(B)/mkpages --markdown rules/findings.tsv > $@.new && mv $@.new $@
$(GENDIR)/unit_table.c: $(B)/mkunits rules/units.tsv
	@mkdir -p $(@D)
	$(B)/mkunits rules/units.tsv > $@.new && mv $@.new $@
$(GENDIR)/%.tab.c $(GENDIR)/%.tab.h &: grammar/%.y
	@mkdir -p $(@D)
	bison -Wall -Werror --header=$(GENDIR)/$*.tab.h -o $(GENDIR)/$*.tab.c $<
$(GENDIR)/%.lex.c: grammar/%.l $(patsubst grammar/%.y,$(GENDIR)/%.tab.h,$(wildcard grammar/*.y))
	flex -o $@ $<
$(GENDIR)/%.o: $(GENDIR)/%.c
	$(CC) $(filter-out $(WARN),$(FLAGS)) $(CPPFLAGS) $(CFLAGS) -w -c -o $@ $<

# Three trials and ten patients of examples/, then one of the patients clause by clause.
DEMO = $(B)/eligo screen --as-of 2024-05-01 --closed-world condition,medication,procedure,allergy
demo: all
	@$(DEMO) --trial examples/diabetes.txt --trial examples/respiratory-infection.txt \
	    --trial examples/ards.json --patients examples/patients
	@printf '\n==== one of them, clause by clause ====\n\n'
	@$(DEMO) --trial examples/ards.json --patients examples/patients/08-hiro.json

# ---- tests ----

check: deps-needed
	@$(MAKE) --no-print-directory LOST='1200 6' run-lost
	@$(MAKE) --no-print-directory run-tests
run-tests: build $(TESTS) run-replay
	@tests/run $(B)

$(B)/tests/%: tests/unit/%.c $(B)/libeligo.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(B)/libeligo.a $(LIBS) $(TESTLIBS)

ASAN = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
asan: deps-needed
	@ASAN_OPTIONS=abort_on_error=1 $(MAKE) --no-print-directory B=$(B)/asan CFLAGS='$(ASAN)' HARDEN= run-tests

include tests/robust.mk

lint: deps-needed
	@tools/lint $(B)
format:
	clang-format -i $$(git ls-files '*.c' '*.h' '*.cc')

# The program, the library in both forms, its header, a pkg-config file and the manual page.
VERSION = $(shell sed -n 's/.*ELIGO_VERSION "\(.*\)"/\1/p' engine/eligo.h)
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include \
	    $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(B)/eligo $(DESTDIR)$(PREFIX)/bin/eligo
	install -m 644 $(B)/libeligo.a $(DESTDIR)$(PREFIX)/lib/libeligo.a
	install -m 755 $(B)/libeligo.so $(DESTDIR)$(PREFIX)/lib/libeligo.so.0
	ln -sf libeligo.so.0 $(DESTDIR)$(PREFIX)/lib/libeligo.so
	install -m 644 engine/eligo.h $(DESTDIR)$(PREFIX)/include/eligo.h
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: eligo' 'Description: Eligibility criteria to rules and verdicts' \
	    'Version: $(VERSION)' 'Requires.private: $(LINKED)' 'Cflags: -I$${prefix}/include' \
	    'Libs: -L$${prefix}/lib -leligo' 'Libs.private: -lcsv -lm -lstdc++' > $(DESTDIR)$(PREFIX)/lib/pkgconfig/eligo.pc
	$(if $(wildcard docs/eligo.1),install -m 644 docs/eligo.1 $(DESTDIR)$(PREFIX)/share/man/man1/eligo.1)

clean:
	rm -rf $(B)

.PHONY: all build deps-needed demo check run-tests asan lint format install clean
.SECONDARY:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
