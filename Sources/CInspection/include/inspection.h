// Examining uploaded evidence in C: decoding (jpeg.c, png.c, pdf.c) and the child that decodes (worker.c). All text in here is constant: nothing of an uploaded file is ever copied into an answer.
#ifndef SHIMING_INSPECTION_H
#define SHIMING_INSPECTION_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
    INSPECTION_JPEG = 1,
    INSPECTION_PNG = 2,
    INSPECTION_PDF = 3,
} inspection_kind;

typedef enum {
    INSPECTION_SOUND = 0,
    INSPECTION_TRUNCATED,
    INSPECTION_UNDECODABLE,
    INSPECTION_TOO_MANY_PIXELS,
    INSPECTION_TOO_MANY_PAGES,
    INSPECTION_ENCRYPTED,
    INSPECTION_SCRIPT,
    INSPECTION_ACTION,
    INSPECTION_ATTACHMENT,
} inspection_verdict;

/// Bits of `inspection_finding.warnings`.
enum {
    INSPECTION_WARN_IRREGULAR = 1,   // decodes, but the library had a remark
    INSPECTION_WARN_TRAILING = 2,    // bytes stand after the end of the picture
    INSPECTION_WARN_UNEXAMINED = 4,  // a PDF picture in a coding the library cannot decode (JBIG2, JPEG 2000, fax)
    INSPECTION_WARN_ANIMATED = 8,    // a PNG with further frames that the decoder does not show
};

typedef struct {
    uint64_t pixels;  // largest width x height of one picture
    uint32_t side;    // largest width or height
    uint32_t pages;   // most pages of a PDF
} inspection_limits;

typedef struct {
    inspection_verdict verdict;
    uint32_t width, height;  // 0 for a PDF
    uint32_t pages;          // 1 for a picture
    uint64_t trailing;       // bytes after the end of the picture
    uint32_t warnings;
} inspection_finding;

void inspection_examine_jpeg(const uint8_t *bytes, size_t length, const inspection_limits *limits, inspection_finding *finding);
void inspection_examine_png(const uint8_t *bytes, size_t length, const inspection_limits *limits, inspection_finding *finding);
void inspection_examine_pdf(const uint8_t *bytes, size_t length, const inspection_limits *limits, inspection_finding *finding);

/// Decodes everything in this very process. In the server only the confined child may call it.
inspection_finding inspection_examine(
    inspection_kind kind, const uint8_t *bytes, size_t length, const inspection_limits *limits);

/// Whether a picture of this size is within the limits (and not empty).
int inspection_size_allowed(uint64_t width, uint64_t height, const inspection_limits *limits);

/// The child: confines itself, reads standard input to its end, decodes, answers with one JSON line.
/// Arguments after the command word: kind bytes pixels side pages cpu-seconds memory. The result is the exit code.
int inspection_worker(int count, char *const arguments[]);

#endif
