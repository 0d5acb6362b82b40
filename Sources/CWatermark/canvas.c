#include "canvas.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t least_side = 320;
static const uint32_t most_side = 65500;  // JPEG's own limit

// The source pixel of an upright one (Exif 2.32 §4.6.4.1: where row 0 and column 0 of the file are to be seen).
static const uint8_t *source_of(const decoded_picture *p, uint32_t x, uint32_t y) {
    uint32_t right = p->width - 1, bottom = p->height - 1, from_x = x, from_y = y;
    switch (p->orientation) {
    case 2: from_x = right - x; break;
    case 3: from_x = right - x, from_y = bottom - y; break;
    case 4: from_y = bottom - y; break;
    case 5: from_x = y, from_y = x; break;
    case 6: from_x = y, from_y = bottom - x; break;
    case 7: from_x = right - y, from_y = bottom - x; break;
    case 8: from_x = right - y, from_y = x; break;
    default: break;
    }
    return p->rgb + ((size_t)from_y * p->width + from_x) * 3;
}

int canvas_make(canvas *c, const decoded_picture *picture, uint64_t pixels) {
    int lies = picture->orientation >= 5;
    uint64_t width = lies ? picture->height : picture->width, height = lies ? picture->width : picture->height;
    uint64_t shorter = width < height ? width : height;
    // A small picture is enlarged as it is, pixel by pixel.
    uint64_t times = (least_side + shorter - 1) / shorter;
    if (width * times > most_side || height * times > most_side || width * times * height * times > pixels) return 0;
    c->width = (uint32_t)(width * times);
    c->height = (uint32_t)(height * times);
    c->rgb = malloc((size_t)c->width * c->height * 3);
    if (c->rgb == NULL) return -1;
    uint8_t *to = c->rgb;
    for (uint32_t y = 0; y < c->height; y++) {
        if (y % times != 0) {
            memcpy(to, to - (size_t)c->width * 3, (size_t)c->width * 3);
            to += (size_t)c->width * 3;
            continue;
        }
        for (uint32_t x = 0; x < c->width; x++, to += 3) memcpy(to, source_of(picture, x / (uint32_t)times, y / (uint32_t)times), 3);
    }
    return 1;
}
