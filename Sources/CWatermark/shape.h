#ifndef WATERMARK_SHAPE_H
#define WATERMARK_SHAPE_H

#include "block.h"

/// The block's letters as outlines in the language of PDF, one em being 1, the block's upper left corner the origin, y upwards. Dark with a
/// light edge, so that they show on any ground. To be freed; NULL when they could not be drawn.
char *shape_of_block(font *f, const block *text, size_t *length);

#endif
