// FHIR NDJSON to facts: how fast, and against the JSON library alone (simdjson On-Demand) taking
// birth date, codes, values and dates out of the same bytes and doing nothing with them.
//
// usage: facts FOLDER...       a line for each: MB/s of both, and their ratio
//
// A folder of *.ndjson is taken as it is; the bundles of a folder of *.json become NDJSON, one
// bundle a line, and then one resource a line. All of it is written several times, with other ids
// each time, into a temporary folder, until it is large enough that starting a process does not
// count. What is measured, on one core, in turn, least of several rounds, in CPU time:
//   On-Demand   the texts in memory already, one document a line, one parser for all
//   facts       opening the folder, reading it, facts of every patient, and giving all of it back
//   process     the same as a process of its own, from its start to its end
// Ratios are to On-Demand.
#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include "engine/eligo.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace od = simdjson::ondemand;

constexpr int rounds = 9;
constexpr std::size_t least_bytes = 64 << 20;

// ---- the library alone ----

struct taken {
    std::size_t texts = 0, numbers = 0, bytes = 0;
    double sum = 0;
};

static void take_text(simdjson::simdjson_result<od::value> v, taken &t)
{
    std::string_view text;

    if (v.get_string().get(text) == simdjson::SUCCESS) {
        t.texts++;
        t.bytes += text.size();
    }
}

static void take_codes(simdjson::simdjson_result<od::value> v, taken &t)
{
    od::object o;
    od::array list;

    if (v.get_object().get(o) != simdjson::SUCCESS ||
        o["coding"].get_array().get(list) != simdjson::SUCCESS)
        return;
    for (auto one : list) {
        od::object coding;

        if (one.get_object().get(coding) != simdjson::SUCCESS)
            continue;
        for (auto field : coding) {
            std::string_view key;

            if (field.unescaped_key().get(key) == simdjson::SUCCESS &&
                (key == "system" || key == "code"))
                take_text(field.value(), t);
        }
    }
}

static void take_quantity(simdjson::simdjson_result<od::value> v, taken &t)
{
    od::object o;

    if (v.get_object().get(o) != simdjson::SUCCESS)
        return;
    for (auto field : o) {
        std::string_view key;
        double number;

        if (field.unescaped_key().get(key) != simdjson::SUCCESS)
            continue;
        if (key == "value") {
            if (field.value().get_double().get(number) == simdjson::SUCCESS) {
                t.numbers++;
                t.sum += number;
            }
        } else if (key == "unit" || key == "code")
            take_text(field.value(), t);
    }
}

static bool is_wanted(std::string_view type)
{
    for (const char *one : {"Observation", "Condition", "MedicationRequest", "Procedure", "Patient",
                            "Immunization", "AllergyIntolerance", "Encounter", "Bundle"})
        if (type == one)
            return true;
    return false;
}

// A resource, a component, or a Bundle with resources in it.
static void take_resource(od::object o, taken &t)
{
    for (auto field : o) {
        std::string_view key, type;
        od::array list;
        od::object inner, resource;

        if (field.unescaped_key().get(key) != simdjson::SUCCESS)
            return;
        if (key == "resourceType") {
            if (field.value().get_string().get(type) == simdjson::SUCCESS && !is_wanted(type))
                return;
        } else if (key == "entry") {
            if (field.value().get_array().get(list) != simdjson::SUCCESS)
                return;
            for (auto one : list)
                if (one.get_object().get(inner) == simdjson::SUCCESS &&
                    inner["resource"].get_object().get(resource) == simdjson::SUCCESS)
                    take_resource(resource, t);
        } else if (key == "component") {
            if (field.value().get_array().get(list) != simdjson::SUCCESS)
                return;
            for (auto one : list)
                if (one.get_object().get(inner) == simdjson::SUCCESS)
                    take_resource(inner, t);
        } else if (key == "code" || key == "medicationCodeableConcept" || key == "vaccineCode")
            take_codes(field.value(), t);
        else if (key == "valueQuantity")
            take_quantity(field.value(), t);
        else if (key == "birthDate" || key == "effectiveDateTime" || key == "onsetDateTime" ||
                 key == "authoredOn" || key == "performedDateTime" || key == "occurrenceDateTime" ||
                 key == "recordedDate" || key == "gender" || key == "id")
            take_text(field.value(), t);
    }
}

static void take_lines(const std::string &text, od::parser &parser, taken &t)
{
    const char *end = text.data() + text.size() - simdjson::SIMDJSON_PADDING;

    for (const char *p = text.data(); p < end;) {
        const char *newline = (const char *)std::memchr(p, '\n', (std::size_t)(end - p));
        std::size_t n = (std::size_t)((newline ? newline : end) - p);
        od::document doc;
        od::object o;

        if (n &&
            parser.iterate(p, n, (std::size_t)(text.data() + text.size() - p)).get(doc) ==
                simdjson::SUCCESS &&
            doc.get_object().get(o) == simdjson::SUCCESS)
            take_resource(o, t);
        p += n + 1;
    }
}

// ---- facts ----

static std::size_t read_facts(const char *folder)
{
    eligo_error err = {};
    eligo_patients *in = eligo_patients_open(folder, nullptr, nullptr, nullptr, &err);
    eligo_patient *one;
    std::size_t patients = 0;

    while (in && eligo_patients_next(in, &one, &err) == ELIGO_OK)
        patients++;
    eligo_patients_close(in);
    return patients;
}

// ---- the bytes ----

struct file {
    std::string name, text; // with padding behind it
};

static std::string read_file(const std::string &path)
{
    std::string text;
    char block[1 << 16];

    if (FILE *f = std::fopen(path.c_str(), "rb")) {
        while (std::size_t n = std::fread(block, 1, sizeof block, f))
            text.append(block, n);
        std::fclose(f);
    }
    return text;
}

static std::vector<file> read_folder(const std::string &folder, const char *end)
{
    std::vector<file> files;

    if (DIR *d = opendir(folder.c_str())) {
        while (struct dirent *e = readdir(d)) {
            std::string name = e->d_name;
            std::size_t n = std::strlen(end);

            if (name.size() > n && name.compare(name.size() - n, n, end) == 0)
                files.push_back({name, read_file(folder + "/" + name)});
        }
        closedir(d);
    }
    return files;
}

// Without blanks, so that it is one line.
static std::string minified(const std::string &text)
{
    std::string out(text.size() + simdjson::SIMDJSON_PADDING, 0);
    std::size_t size = 0;

    if (simdjson::minify(text.data(), text.size(), &out[0], size) != simdjson::SUCCESS)
        size = 0;
    out.resize(size);
    return out;
}

// The resources of a bundle, a line each.
static std::string lines_of(const std::string &bundle)
{
    simdjson::padded_string padded(bundle);
    od::parser parser;
    od::document doc;
    od::array entries;
    std::string out;

    if (parser.iterate(padded).get(doc) != simdjson::SUCCESS ||
        doc["entry"].get_array().get(entries) != simdjson::SUCCESS)
        return out;
    for (auto one : entries) {
        std::string_view json;
        od::object resource;

        if (one["resource"].get_object().get(resource) == simdjson::SUCCESS &&
            resource.raw_json().get(json) == simdjson::SUCCESS)
            out.append(json).append("\n");
    }
    return out;
}

// The same with other ids: "id", and what refers to it, get a mark in front.
static void append_copy(std::string &out, const std::string &text, int copy)
{
    static const char *const keys[] = {"\"id\":\"", "\"reference\":\"", "\"fullUrl\":\""};
    char mark[16];
    std::size_t at = 0;

    std::snprintf(mark, sizeof mark, "%x", copy);
    while (copy && at < text.size()) {
        std::size_t quote = text.find('"', at), end, from;
        const char *found = nullptr;

        if (quote == std::string::npos)
            break;
        for (const char *key : keys)
            if (text.compare(quote, std::strlen(key), key) == 0)
                found = key;
        if (!found) {
            out.append(text, at, quote + 1 - at);
            at = quote + 1;
            continue;
        }
        from = quote + std::strlen(found);
        end = text.find('"', from);
        if (end == std::string::npos)
            break;
        for (std::size_t i = from; i < end; i++)
            if (std::strchr("/:#", text[i]))
                from = i + 1;
        out.append(text, at, from - at).append(mark).append(text, from, end - from);
        at = end;
    }
    out.append(text, at, std::string::npos);
}

static bool write_file(const std::string &path, const std::string &text, std::size_t size)
{
    FILE *f = std::fopen(path.c_str(), "wb");

    return f && (std::fwrite(text.data(), 1, size, f) == size) + (std::fclose(f) == 0) == 2;
}

// ---- the measure ----

static double now()
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double of_children()
{
    struct rusage r;

    getrusage(RUSAGE_CHILDREN, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

// CPU time of a process that reads the folder.
static double process(const char *folder)
{
    double before = of_children();
    pid_t child = vfork();
    int status;

    if (child == 0) {
        execl("/proc/self/exe", "facts", "--read", folder, (char *)nullptr);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        return 1e9;
    return of_children() - before;
}

static void measure(const char *what, std::vector<file> &files)
{
    const char *temporary = std::getenv("TMPDIR");
    std::string made = std::string(temporary ? temporary : "/tmp") + "/eligo-bench.XXXXXX";
    char *folder = &made[0];
    std::size_t size = 0, total = 0, patients = 0;
    double plain = 1e9, ours = 1e9, whole = 1e9;
    int copies;
    taken t;

    for (const file &f : files)
        size += f.text.size();
    if (!size || !mkdtemp(folder))
        return;
    copies = (int)((least_bytes + size - 1) / size);
    for (file &f : files) {
        std::string all;

        for (int copy = 0; copy < copies; copy++)
            append_copy(all, f.text, copy);
        f.text.swap(all);
        total += f.text.size();
        if (!write_file(std::string(folder) + "/" + f.name, f.text, f.text.size()))
            std::exit(4);
        f.text.append(simdjson::SIMDJSON_PADDING, ' ');
    }
    for (int round = 0; round < rounds; round++) {
        od::parser parser;
        double start = now(), spent;

        t = {};
        for (const file &f : files)
            take_lines(f.text, parser, t);
        spent = now() - start;
        plain = spent < plain ? spent : plain;
        start = now();
        patients = read_facts(folder);
        spent = now() - start;
        ours = spent < ours ? spent : ours;
        spent = process(folder);
        whole = spent < whole ? spent : whole;
    }
    std::printf(
        "facts: %s: %.1f MB, %zu patients, %zu values: On-Demand %.0f MB/s, facts %.0f MB/s, "
        "process %.0f MB/s, ratio %.2f, of the process %.2f\n",
        what, (double)total / 1e6, patients, t.texts + t.numbers, (double)total / plain / 1e6,
        (double)total / ours / 1e6, (double)total / whole / 1e6, plain / ours, plain / whole);
    for (const file &f : files)
        unlink((std::string(folder) + "/" + f.name).c_str());
    rmdir(folder);
}

int main(int argc, char **argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--read") == 0)
        return read_facts(argv[2]) ? 0 : 3;
    if (argc < 2) {
        std::fputs("usage: facts FOLDER...\n", stderr);
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        std::vector<file> files = read_folder(argv[i], ".ndjson"), bundles, lines;

        if (!files.empty()) {
            measure("lines, a file a type", files);
            continue;
        }
        bundles = lines = {{"all.ndjson", ""}};
        for (const file &f : read_folder(argv[i], ".json")) {
            std::string one = minified(f.text);

            bundles[0].text.append(one).append(one.empty() ? "" : "\n");
            lines[0].text.append(lines_of(one));
        }
        measure("a bundle a line", bundles);
        measure("lines, one file", lines);
    }
    return 0;
}
