// FHIR NDJSON to facts: how fast, and against simdjson On-Demand taking birth date, codes, values
// and dates out of the same lines and doing nothing with them.
//
// usage: facts FOLDER       prints MB/s of both and their ratio, least time of several rounds, one
// core
#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include "engine/eligo.h"

#include <cstdio>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <string>
#include <vector>

namespace od = simdjson::ondemand;

static double now()
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

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

static void take_line(od::parser &parser, const char *line, std::size_t size, std::size_t room,
                      taken &t)
{
    od::document doc;
    od::object o;

    if (parser.iterate(line, size, room).get(doc) != simdjson::SUCCESS ||
        doc.get_object().get(o) != simdjson::SUCCESS)
        return;
    for (auto field : o) {
        std::string_view key;

        if (field.unescaped_key().get(key) != simdjson::SUCCESS)
            return;
        if (key == "code" || key == "medicationCodeableConcept" || key == "vaccineCode")
            take_codes(field.value(), t);
        else if (key == "valueQuantity")
            take_quantity(field.value(), t);
        else if (key == "birthDate" || key == "effectiveDateTime" || key == "onsetDateTime" ||
                 key == "authoredOn" || key == "performedDateTime" || key == "occurrenceDateTime" ||
                 key == "recordedDate" || key == "gender" || key == "id")
            take_text(field.value(), t);
    }
}

int main(int argc, char **argv)
{
    std::vector<std::string> files;
    std::size_t total = 0, patients = 0;
    double plain = 1e9, ours = 1e9;
    taken t;

    if (argc != 2)
        return 2;
    if (DIR *d = opendir(argv[1])) {
        while (struct dirent *e = readdir(d))
            if (std::strstr(e->d_name, ".ndjson")) {
                std::string text;
                char block[1 << 16];

                if (FILE *f = std::fopen((std::string(argv[1]) + "/" + e->d_name).c_str(), "rb")) {
                    while (std::size_t n = std::fread(block, 1, sizeof block, f))
                        text.append(block, n);
                    std::fclose(f);
                }
                total += text.size();
                text.append(simdjson::SIMDJSON_PADDING, ' ');
                files.push_back(text);
            }
        closedir(d);
    }
    for (int round = 0; round < 5; round++) {
        eligo_error err = {};
        double start = now(), spent;
        od::parser parser;

        for (const std::string &text : files)
            for (const char *p = text.data(), *end = p + text.size() - simdjson::SIMDJSON_PADDING;
                 p < end;) {
                const char *nl = (const char *)std::memchr(p, '\n', (std::size_t)(end - p));
                std::size_t n = (std::size_t)((nl ? nl : end) - p);

                if (n)
                    take_line(parser, p, n, (std::size_t)(text.data() + text.size() - p), t);
                p += n + 1;
            }
        spent = now() - start;
        plain = spent < plain ? spent : plain;
        start = now();
        eligo_patients *in = eligo_patients_open(argv[1], nullptr, nullptr, nullptr, &err);
        eligo_patient *one;
        while (in && eligo_patients_next(in, &one, &err) == ELIGO_OK)
            patients++;
        eligo_patients_close(in);
        spent = now() - start;
        ours = spent < ours ? spent : ours;
    }
    std::printf("facts: %zu files, %.1f MB, %zu patients, %zu values: On-Demand %.0f MB/s, facts "
                "%.0f MB/s, ratio %.2f\n",
                files.size(), (double)total / 1e6, patients / 5, (t.texts + t.numbers) / 5,
                (double)total / plain / 1e6, (double)total / ours / 1e6, plain / ours);
    return 0;
}
