// A JPEG or PNG as pixels. In C, because libjpeg and libpng leave an error by longjmp, which must not jump over C++ objects.
#ifndef READING_DECODE_H
#define READING_DECODE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    DECODED_SOUND = 0,
    DECODED_TRUNCATED,
    DECODED_UNDECODABLE,
    DECODED_TOO_MANY_PIXELS,
} decode_verdict;

typedef struct {
    uint64_t pixels;   // largest width x height that may be declared
    uint32_t side;     // largest width or height that may be declared
    uint32_t enough;   // a JPEG is decoded smaller, by powers of two, while its longer side stays at least this long
} decode_limits;

typedef struct {
    uint32_t declared_width, declared_height;  // as the header has it, before any turning
    uint32_t width, height;                    // of `rgb`
    uint8_t *rgb;                              // three bytes a pixel, rows without padding; to be freed
    int orientation;                           // EXIF 1 to 8; 1 when nothing is said
} decoded_picture;

/// Whether a picture of this size is within the limits (and not empty).
int decode_size_allowed(uint64_t width, uint64_t height, const decode_limits *limits);

decode_verdict decode_jpeg(const uint8_t *bytes, size_t length, const decode_limits *limits, decoded_picture *picture);
decode_verdict decode_png(const uint8_t *bytes, size_t length, const decode_limits *limits, decoded_picture *picture);

/// Recognises by the signature; anything else is undecodable.
decode_verdict decode_picture(const uint8_t *bytes, size_t length, const decode_limits *limits, decoded_picture *picture);

/// The orientation in an EXIF segment (Exif 2.32 §4.6.4, tag 0x0112) after its length field: 1 to 8, or 1 when there is none.
int exif_orientation(const uint8_t *segment, size_t length);

#ifdef __cplusplus
}
#endif

#endif
