// How a camera was held. A TIFF header in an APP1 segment, its first directory searched for one tag; every offset is a stranger's.
#include "decode.h"

#include <string.h>

typedef struct {
    const uint8_t *bytes;
    size_t length;
    int little;
} tiff;

static int has(const tiff *t, size_t at, size_t count) { return at <= t->length && count <= t->length - at; }

static uint32_t word(const tiff *t, size_t at, int bytes) {
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++) value = value << 8 | t->bytes[t->little ? at + (size_t)(bytes - 1 - i) : at + (size_t)i];
    return value;
}

int exif_orientation(const uint8_t *segment, size_t length) {
    enum { TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3 };
    if (length < 14 || memcmp(segment, "Exif\0\0", 6) != 0) return 1;
    tiff t = {.bytes = segment + 6, .length = length - 6, .little = segment[6] == 'I'};
    if (word(&t, 2, 2) != 42) return 1;
    size_t at = word(&t, 4, 4);
    if (!has(&t, at, 2)) return 1;
    uint32_t entries = word(&t, at, 2);
    for (at += 2; entries > 0 && has(&t, at, 12); entries--, at += 12) {
        if (word(&t, at, 2) != TAG_ORIENTATION || word(&t, at + 2, 2) != TYPE_SHORT || word(&t, at + 4, 4) != 1) continue;
        uint32_t value = word(&t, at + 8, 2);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}
