#include "inspection.h"

int inspection_size_allowed(uint64_t width, uint64_t height, const inspection_limits *limits) {
    if (width == 0 || height == 0) return 0;
    if (width > limits->side || height > limits->side) return 0;
    return width * height <= limits->pixels;  // sides are below 2^32, so the product fits
}

inspection_finding inspection_examine(
    inspection_kind kind, const uint8_t *bytes, size_t length, const inspection_limits *limits) {
    inspection_finding finding = {.verdict = INSPECTION_UNDECODABLE};
    switch (kind) {
    case INSPECTION_JPEG: inspection_examine_jpeg(bytes, length, limits, &finding); break;
    case INSPECTION_PNG: inspection_examine_png(bytes, length, limits, &finding); break;
    case INSPECTION_PDF: inspection_examine_pdf(bytes, length, limits, &finding); break;
    }
    if (finding.trailing > 0) finding.warnings |= INSPECTION_WARN_TRAILING;
    return finding;
}
