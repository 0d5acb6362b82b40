// The child's whole life: confine, read, decode, one line, end. No allocation by size of what an attacker declares.
#include "inspection.h"

#include "confinement.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const kinds[] = {"", "jpeg", "png", "pdf"};
static const char *const verdicts[] = {
    "sound", "truncated", "undecodable", "tooManyPixels", "tooManyPages", "encrypted", "script", "action", "attachment"};

static int kind_named(const char *name) {
    for (int kind = INSPECTION_JPEG; kind <= INSPECTION_PDF; kind++)
        if (strcmp(name, kinds[kind]) == 0) return kind;
    return 0;
}

static int say(inspection_kind kind, const inspection_finding *finding) {
    char line[256];
    int length = snprintf(
        line, sizeof line,
        "{\"verdict\":\"%s\",\"kind\":\"%s\",\"width\":%" PRIu32 ",\"height\":%" PRIu32 ",\"pages\":%" PRIu32
        ",\"trailing\":%" PRIu64 ",\"warnings\":%" PRIu32 "}\n",
        verdicts[finding->verdict], kinds[kind], finding->width, finding->height, finding->pages, finding->trailing,
        finding->warnings);
    return write(STDOUT_FILENO, line, (size_t)length) == length ? CONFINED_ANSWERED : CONFINED_INPUT;
}

int inspection_worker(int count, char *const arguments[]) {
    uint64_t bytes, pixels, side, pages, seconds, memory;
    if (count != 7) return CONFINED_USAGE;
    int kind = kind_named(arguments[0]);
    if (kind == 0 || !confinement_number(arguments[1], 1u << 30, &bytes) || !confinement_number(arguments[2], UINT64_MAX >> 1, &pixels)
        || !confinement_number(arguments[3], INT32_MAX, &side) || !confinement_number(arguments[4], INT32_MAX, &pages)
        || !confinement_number(arguments[5], 3600, &seconds) || !confinement_number(arguments[6], UINT64_MAX >> 2, &memory))
        return CONFINED_USAGE;
    confinement wanted = {.memory = memory + bytes, .cpu_seconds = (uint32_t)seconds};
    if (confinement_enter(&wanted) != 0) return CONFINED_UNCONFINED;
    uint8_t *input = malloc(bytes == 0 ? 1 : bytes);
    if (input == NULL) return CONFINED_INPUT;
    ssize_t length = confinement_read_all(input, bytes);
    if (length < 0) return CONFINED_INPUT;
    inspection_limits limits = {.pixels = pixels, .side = (uint32_t)side, .pages = (uint32_t)pages};
    inspection_finding finding = inspection_examine((inspection_kind)kind, input, (size_t)length, &limits);
    int result = say((inspection_kind)kind, &finding);
    free(input);
    return result;
}
