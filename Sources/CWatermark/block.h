// The text set as a block of lines, measured in ems, before anybody knows how large an em will be.
#ifndef WATERMARK_BLOCK_H
#define WATERMARK_BLOCK_H

#include <stddef.h>
#include <stdint.h>

#include "font.h"

enum { BLOCK_MOST_LETTERS = 400 };

typedef struct {
    FT_UInt glyph;
    double x, y;  // of the origin on the base line, from the block's upper left corner; y grows downwards
} letter;

typedef struct {
    letter letters[BLOCK_MOST_LETTERS];
    size_t count;
    double width, height;
} block;

/// Sets UTF-8, broken at line feeds and where a line gets too long. Whatever has no shape of its own (controls, directions, joiners) is
/// left out. 0 when the text is no UTF-8, has more letters than fit, or nothing of it is visible.
int block_set(block *b, font *f, const uint8_t *text, size_t length);

/// Where blocks stand, so that any piece of a page not much larger than one block holds the whole text: rows along a slope, every other
/// row shifted by half a block. In ems; each step calls `place` with the corner of a block, turned by the slope.
typedef struct {
    double width, height;  // of the page
    double em;
    double cosine, sine;  // of the slope, in the page's own direction of y
} paving;

/// Calls `place` with the upper left corner of every block that may touch the page; the last word is its own.
void block_pave(const block *b, const paving *p, void (*place)(void *context, double x, double y), void *context);

#endif
