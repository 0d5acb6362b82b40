// The child's whole life: confine, read, decode, one line, end. No allocation by size of what an attacker declares.
#include "inspection.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_SOUND = 0, EXIT_USAGE = 64, EXIT_INPUT = 65, EXIT_CONFINEMENT = 70 };

static const char *const kinds[] = {"", "jpeg", "png", "pdf"};
static const char *const verdicts[] = {
    "sound", "truncated", "undecodable", "tooManyPixels", "tooManyPages", "encrypted", "script", "action", "attachment"};

static int kind_named(const char *name) {
    for (int kind = INSPECTION_JPEG; kind <= INSPECTION_PDF; kind++)
        if (strcmp(name, kinds[kind]) == 0) return kind;
    return 0;
}

static int number(const char *text, uint64_t most, uint64_t *value) {
    char *end = NULL;
    errno = 0;
    if (text[0] < '0' || text[0] > '9') return 0;
    unsigned long long read = strtoull(text, &end, 10);
    if (errno != 0 || *end != '\0' || read > most) return 0;
    *value = read;
    return 1;
}

// Fills `bytes` from standard input; the length, or -1 when there is more than fits or reading failed.
static ssize_t read_all(uint8_t *bytes, size_t capacity) {
    size_t length = 0;
    for (;;) {
        uint8_t beyond;
        int full = length == capacity;
        ssize_t got = read(STDIN_FILENO, full ? &beyond : bytes + length, full ? 1 : capacity - length);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 || (full && got > 0)) return -1;
        if (got == 0) return (ssize_t)length;
        length += (size_t)got;
    }
}

static int say(inspection_kind kind, const inspection_finding *finding) {
    char line[256];
    int length = snprintf(
        line, sizeof line,
        "{\"verdict\":\"%s\",\"kind\":\"%s\",\"width\":%" PRIu32 ",\"height\":%" PRIu32 ",\"pages\":%" PRIu32
        ",\"trailing\":%" PRIu64 ",\"warnings\":%" PRIu32 "}\n",
        verdicts[finding->verdict], kinds[kind], finding->width, finding->height, finding->pages, finding->trailing,
        finding->warnings);
    return write(STDOUT_FILENO, line, (size_t)length) == length ? EXIT_SOUND : EXIT_INPUT;
}

int inspection_worker(int count, char *const arguments[]) {
    uint64_t bytes, pixels, side, pages, seconds, memory;
    if (count != 7) return EXIT_USAGE;
    int kind = kind_named(arguments[0]);
    if (kind == 0 || !number(arguments[1], 1u << 30, &bytes) || !number(arguments[2], UINT64_MAX >> 1, &pixels)
        || !number(arguments[3], INT32_MAX, &side) || !number(arguments[4], INT32_MAX, &pages)
        || !number(arguments[5], 3600, &seconds) || !number(arguments[6], UINT64_MAX >> 2, &memory))
        return EXIT_USAGE;
    inspection_confinement confinement = {.memory = memory + bytes, .cpu_seconds = (uint32_t)seconds};
    if (inspection_confine(&confinement) != 0) return EXIT_CONFINEMENT;
    uint8_t *input = malloc(bytes == 0 ? 1 : bytes);
    if (input == NULL) return EXIT_INPUT;
    ssize_t length = read_all(input, bytes);
    if (length < 0) return EXIT_INPUT;
    inspection_limits limits = {.pixels = pixels, .side = (uint32_t)side, .pages = (uint32_t)pages};
    inspection_finding finding = inspection_examine((inspection_kind)kind, input, (size_t)length, &limits);
    int result = say((inspection_kind)kind, &finding);
    free(input);
    return result;
}
