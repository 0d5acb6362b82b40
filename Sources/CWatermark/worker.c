// The child's whole life: open the font, confine, read, mark, write, end.
#include "watermark.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "canvas.h"
#include "confinement.h"
#include "document.h"

enum { MOST_TEXT = 4096 };

static int write_all(const uint8_t *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(STDOUT_FILENO, bytes, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return 0;
        bytes += count;
        length -= (size_t)count;
    }
    return 1;
}

static int answer(uint8_t verdict, const uint8_t *copy, size_t length) {
    return write_all(&verdict, 1) && write_all(copy, length) ? CONFINED_ANSWERED : CONFINED_INPUT;
}

static uint8_t verdict_of(decode_verdict verdict) {
    switch (verdict) {
    case DECODED_TRUNCATED: return WATERMARK_TRUNCATED;
    case DECODED_TOO_MANY_PIXELS: return WATERMARK_TOO_MANY_PIXELS;
    default: return WATERMARK_UNDECODABLE;
    }
}

static uint8_t copy_picture(
    const uint8_t *bytes, size_t length, const decode_limits *limits, font *f, const block *text, size_t most, uint8_t **copy, size_t *copied) {
    decoded_picture picture;
    canvas c = {0};
    decode_verdict verdict = decode_picture(bytes, length, limits, &picture);
    if (verdict != DECODED_SOUND) return verdict_of(verdict);
    int made = canvas_make(&c, &picture, limits->pixels);
    free(picture.rgb);
    if (made <= 0) return made == 0 ? WATERMARK_TOO_NARROW : WATERMARK_FAILED;
    if (canvas_mark(&c, f, text)) *copy = canvas_encode(&c, most, copied);
    free(c.rgb);
    return *copy == NULL ? WATERMARK_FAILED : WATERMARK_DONE;
}

static uint8_t copy_original(
    const uint8_t *input, size_t length, const decode_limits *limits, font *f, size_t most, uint8_t **copy, size_t *copied) {
    static block text;
    const uint8_t *end = memchr(input, 0, length < MOST_TEXT ? length : MOST_TEXT);
    if (end == NULL || !block_set(&text, f, input, (size_t)(end - input))) return WATERMARK_TEXT_UNUSABLE;
    const uint8_t *original = end + 1;
    size_t rest = length - (size_t)(original - input);
    if (rest >= 5 && memcmp(original, "%PDF-", 5) == 0) return document_mark(original, rest, f, &text, most, copy, copied);
    return copy_picture(original, rest, limits, f, &text, most, copy, copied);
}

int watermark_worker(int count, char *const arguments[]) {
    uint64_t bytes, pixels, side, most, seconds, memory;
    if (count != 6 || !confinement_number(arguments[0], 1u << 30, &bytes) || !confinement_number(arguments[1], UINT64_MAX >> 1, &pixels)
        || !confinement_number(arguments[2], INT16_MAX, &side) || !confinement_number(arguments[3], 1u << 30, &most)
        || !confinement_number(arguments[4], 3600, &seconds) || !confinement_number(arguments[5], UINT64_MAX >> 2, &memory))
        return CONFINED_USAGE;
    font f = {0};
    if (!font_open(&f)) return CONFINED_NO_MODEL;
    size_t capacity = bytes + MOST_TEXT;
    confinement wanted = {.memory = memory + capacity, .cpu_seconds = (uint32_t)seconds};
    if (confinement_enter(&wanted) != 0) return CONFINED_UNCONFINED;
    uint8_t *input = malloc(capacity), *copy = NULL;
    if (input == NULL) return CONFINED_INPUT;
    ssize_t length = confinement_read_all(input, capacity);
    if (length < 0) return CONFINED_INPUT;
    // Every pixel is wanted: nobody knows what the copy is for.
    decode_limits limits = {.pixels = pixels, .side = (uint32_t)side, .enough = UINT32_MAX};
    size_t copied = 0;
    uint8_t verdict = copy_original(input, (size_t)length, &limits, &f, most, &copy, &copied);
    int result = answer(verdict, copy, verdict == WATERMARK_DONE ? copied : 0);
    free(copy);
    free(input);
    return result;
}
