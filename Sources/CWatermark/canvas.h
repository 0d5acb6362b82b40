// The picture as it is looked at: upright, and at least as large as legible letters need.
#ifndef WATERMARK_CANVAS_H
#define WATERMARK_CANVAS_H

#include "block.h"
#include "decode.h"

typedef struct {
    uint32_t width, height;
    uint8_t *rgb;  // three bytes a pixel, rows without padding; to be freed
} canvas;

/// 1 when made; 0 when no legible text fits within `pixels`; -1 without memory.
int canvas_make(canvas *c, const decoded_picture *picture, uint64_t pixels);

/// Covers it with the text. 1 when it shows all over, else 0.
int canvas_mark(canvas *c, font *f, const block *text);

/// As a JPEG of at most `most` bytes, of the best of a few qualities that fits; NULL when none does. To be freed.
uint8_t *canvas_encode(const canvas *c, size_t most, size_t *length);

#endif
