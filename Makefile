# make demo: the main job on real input. make check: the tests. Both install what is missing first
# (tools/deps, which says what it would do where it may not). The rest is in README.md and docs/testing.md.

B ?= build
CC ?= cc
CXX ?= c++
AR ?= ar
PREFIX ?= /usr/local
DESTDIR ?=
CFLAGS ?= -O2 -g
CXXFLAGS ?= $(CFLAGS)
HARDEN ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong

PACKAGES = libpcre2-8 simdjson yajl libutf8proc popt libxml-2.0 nettle zlib
PKG := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS = $(shell pkg-config --libs $(PACKAGES)) -lm -lstdc++
TESTLIBS = $(shell pkg-config --libs criterion)

WARN = -Wall -Wextra -Wpedantic -Werror
FLAGS = -std=c11 -D_GNU_SOURCE -I. -I$(GENDIR) $(WARN) -Wshadow -Wvla -Wstrict-prototypes -fPIC -fvisibility=hidden $(HARDEN) $(PKG)
FLAGSXX = -std=c++17 -I. $(WARN) -fPIC -fvisibility=hidden -fno-rtti $(HARDEN) $(PKG)
GENDIR = build/gen

LIBSRC = $(wildcard engine/base/*.c rules/*.c grammar/*.c patients/*.c engine/*.c)
LIBSRC := $(filter-out rules/mktable.c, $(LIBSRC))
LIBXX = $(wildcard engine/base/*.cc)
CLISRC = $(wildcard engine/cli/*.c)
GEN = $(patsubst rules/%.tsv,$(GENDIR)/%.c,$(wildcard rules/units.tsv rules/findings.tsv)) $(GENDIR)/lexicon.c $(GENDIR)/cues.c
GRAMMAR = $(if $(wildcard grammar/criteria.y),$(GENDIR)/criteria.tab.c) $(if $(wildcard grammar/criteria.l),$(GENDIR)/criteria.lex.c)
OBJ = $(LIBSRC:%.c=$(B)/%.o) $(LIBXX:%.cc=$(B)/%.o) $(patsubst $(GENDIR)/%.c,$(B)/gen/%.o,$(GEN) $(GRAMMAR))
TESTS = $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c))

all: $(B)/eligo $(B)/libeligo.a $(B)/libeligo.so

$(B)/eligo: $(CLISRC:%.c=$(B)/%.o) $(B)/libeligo.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pie -Wl,-z,relro,-z,now -o $@ $^ $(LIBS)

.PHONY: all check
