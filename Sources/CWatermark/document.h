// A PDF whose every page bears the text.
#ifndef WATERMARK_DOCUMENT_H
#define WATERMARK_DOCUMENT_H

#include "block.h"

/// One of the verdicts of watermark.h; after WATERMARK_DONE the copy, to be freed.
uint8_t document_mark(
    const uint8_t *bytes, size_t length, font *f, const block *text, size_t most, uint8_t **copy, size_t *copied);

#endif
