# Drivers that try to break things (docs/testing.md): replay damage fault fuzz scale bench coverage. A variant is the
# same rules with another B and CFLAGS, as everywhere.

# Real trials to damage, where somebody has put them beside the project; the drivers do without.
SHARED ?= ../shared
REAL = $(wildcard $(SHARED)/corpora/lct/raw/*.txt)
FUZZ_SECONDS ?= 60
DAMAGE_STEP ?= 1
REAL_STEP ?= 97

# A target of the fuzzer: its seeds are tests/fuzz/corpus/TARGET, its code is the file named here.
FUZZERS = text json xml rules fhir csv sqlite omop
FUZZ_text = trial
FUZZ_json = trial
FUZZ_xml = trial
FUZZ_rules = trial
FUZZ_fhir = patients
FUZZ_csv = patients
FUZZ_sqlite = patients
FUZZ_omop = folder
seeds_of = $(foreach f,$(FUZZERS),$(if $(filter $(1),$(FUZZ_$(f))),$(wildcard tests/fuzz/corpus/$(f)/*)))

$(B)/robust/%.o: tests/robust/%.c | $(GENERATED)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(B)/robust/%.o: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(B)/robust/%.o: tests/damage/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(B)/robust/%.o: tests/fault/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(B)/robust/%.o: tests/fault/%.cc
	@mkdir -p $(@D)
	$(CXX) $(FLAGSXX) $(CPPFLAGS) $(CXXFLAGS) -c -o $@ $<
$(B)/robust/%.o: tests/scale/%.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
ROBUST_LINK = $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBS)

$(B)/robust/replay_%: $(B)/robust/replay.o $(B)/robust/%.o $(B)/robust/oracle.o $(B)/libeligo.a
	$(ROBUST_LINK)
$(B)/robust/damage: $(B)/robust/damage.o $(B)/robust/oracle.o $(B)/libeligo.a
	$(ROBUST_LINK)
$(B)/robust/fuzz_%: $(B)/robust/%.o $(B)/robust/oracle.o $(B)/libeligo.a
	$(CC) $(CFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# Every seed, and every input that once broke something, without a fuzzer.
run-replay: $(foreach t,trial patients folder,$(B)/robust/replay_$(t))
	@$(B)/robust/replay_trial $(call seeds_of,trial)
	@$(B)/robust/replay_patients $(call seeds_of,patients)
	@$(B)/robust/replay_folder $(call seeds_of,folder)

run-damage: $(B)/robust/damage
	@cd $(B) && robust/damage --step $(DAMAGE_STEP) $(abspath $(wildcard tests/fuzz/corpus/text/*))
	$(if $(REAL),@cd $(B) && robust/damage --step $(REAL_STEP) --edits 10 $(abspath $(REAL)))
damage: deps-needed
	@$(MAKE) --no-print-directory B=$(B)/asan CFLAGS='$(ASAN)' HARDEN= run-damage
	@$(MAKE) --no-print-directory run-lost

# Nothing lost: so many patients in each format, one in a hundred of them damaged; then the program is killed
# so many times while it writes.
LOST ?= 10000 40
$(B)/robust/lost: $(B)/robust/lost.o $(B)/robust/trouble.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^
run-lost: build $(B)/robust/lost
	@rm -rf $(B)/lost; $(B)/robust/lost $(B)/eligo $(B)/lost $(LOST); status=$$?; rm -rf $(B)/lost; exit $$status

comma := ,
# Failing allocations, also those of the libraries: yajl and utf8proc linked in, libxml2 and C++ told to use ours.
$(B)/robust/fault: $(addprefix $(B)/robust/,fault.o wrap.o new.o) $(B)/libeligo.a
	$(CC) $(CFLAGS) $(LDFLAGS) $(addprefix -Wl$(comma)--wrap=,malloc calloc realloc aligned_alloc strdup asprintf) -o $@ $^ \
	    $(patsubst -lyajl,-l:libyajl_s.a,$(patsubst -lutf8proc,-l:libutf8proc.a,$(patsubst -lcsv,-l:libcsv.a,$(LIBS))))
run-fault: $(B)/robust/fault
	@rm -rf $(B)/fault-omop; mkdir -p $(B)/fault-omop
	@awk '/^@/ { file = folder "/" substr($$0, 2); next } { print > file }' folder=$(B)/fault-omop tests/fuzz/corpus/omop/plain
	@LSAN_OPTIONS=suppressions=tests/fault/libraries.supp:print_suppressions=0 $(B)/robust/fault $(foreach f,text json xml rules,$(wildcard tests/fuzz/corpus/$(f)/*)) \
	    --patients $(foreach f,fhir csv sqlite,$(wildcard tests/fuzz/corpus/$(f)/*)) $(B)/fault-omop
fault: deps-needed
	@$(MAKE) --no-print-directory B=$(B)/asan CFLAGS='$(ASAN)' HARDEN= run-fault
	@$(MAKE) --no-print-directory run-io

# Failing calls of the system, in a run of the program (ptrace).
$(B)/robust/io: $(B)/robust/io.o $(B)/robust/trouble.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lsqlite3 -lz
run-io: build $(B)/robust/io
	@rm -rf $(B)/io; $(B)/robust/io $(B)/eligo $(B)/io; status=$$?; rm -rf $(B)/io; exit $$status

$(B)/robust/scale: $(B)/robust/scale.o $(B)/libeligo.a
	$(ROBUST_LINK)
scale: deps-needed
	@$(MAKE) --no-print-directory $(B)/robust/scale
	@$(B)/robust/scale

# How fast: ratios to what the same machine does at least, in one run. bench/ has one driver a reader.
$(B)/robust/bench_%: bench/%.c $(B)/libeligo.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) -o $@ $< $(B)/libeligo.a $(LIBS)
$(B)/robust/bench_%: bench/%.cc $(B)/libeligo.a
	@mkdir -p $(@D)
	$(CXX) $(FLAGSXX) $(CPPFLAGS) $(CXXFLAGS) -march=native -o $@ $< $(B)/libeligo.a $(LIBS)
BENCH_FOLDERS = $(or $(wildcard $(SHARED)/patients/bulk $(SHARED)/patients/fhir),examples/patients)
BENCH_TEXTS = $(or $(REAL),$(wildcard tests/fuzz/corpus/text/*))
bench: deps-needed
	@$(MAKE) --no-print-directory $(B)/eligo $(addprefix $(B)/robust/bench_,start criteria lexicon facts)
	@$(B)/robust/bench_start $(B)/eligo
	@$(B)/robust/bench_criteria $(BENCH_TEXTS)
	@$(B)/robust/bench_lexicon $(BENCH_TEXTS)
	@$(B)/robust/bench_facts $(BENCH_FOLDERS)

# Which lines and branches the tests reach: a page in BUILD/coverage.
coverage:
	@tools/deps --dev
	@$(MAKE) --no-print-directory B=$(B)/coverage CFLAGS='-O0 -g --coverage' HARDEN= run-tests
	@gcovr --root . --object-directory $(B)/coverage --exclude '$(B)/.*' --exclude 'tests/.*' --exclude-throw-branches \
	    --print-summary --html-details $(B)/coverage/index.html $(B)/coverage | tail -n 4

# One after the other; what is found lies in BUILD/fuzz/found, what was learnt in BUILD/fuzz/corpus.
FUZZ_FLAGS = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
run-fuzz: $(foreach f,$(sort $(foreach f,$(FUZZERS),$(FUZZ_$(f)))),$(B)/robust/fuzz_$(f))
	@mkdir -p $(B)/found
	@for f in $(foreach f,$(FUZZERS),$(f):$(FUZZ_$(f))); do \
	    mkdir -p $(B)/corpus/$${f%:*}; \
	    echo "fuzz $${f%:*}: $(FUZZ_SECONDS) s"; \
	    $(B)/robust/fuzz_$${f#*:} -max_total_time=$(FUZZ_SECONDS) -timeout=5 -rss_limit_mb=2048 -max_len=65536 \
	        -artifact_prefix=$(B)/found/ $(B)/corpus/$${f%:*} tests/fuzz/corpus/$${f%:*} >$(B)/$${f%:*}.log 2>&1 || \
	        { tail -n 40 $(B)/$${f%:*}.log; exit 1; }; \
	    tail -n 1 $(B)/$${f%:*}.log; \
	done
fuzz:
	@tools/deps --dev
	@$(MAKE) --no-print-directory B=$(B)/fuzz CC=clang CXX=clang++ CFLAGS='$(FUZZ_FLAGS)' HARDEN= run-fuzz

.PHONY: coverage scale bench run-fault fault run-io run-replay run-damage damage run-lost run-fuzz fuzz
.SECONDARY:
