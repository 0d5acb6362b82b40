#include "decode.h"

#include <string.h>

int decode_size_allowed(uint64_t width, uint64_t height, const decode_limits *limits) {
    if (width == 0 || height == 0 || width > limits->side || height > limits->side) return 0;
    return width * height <= limits->pixels;  // sides are below 2^32, so the product fits
}

decode_verdict decode_picture(const uint8_t *bytes, size_t length, const decode_limits *limits, decoded_picture *picture) {
    static const uint8_t png[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    memset(picture, 0, sizeof *picture);
    picture->orientation = 1;
    if (length >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF) return decode_jpeg(bytes, length, limits, picture);
    if (length >= sizeof png && memcmp(bytes, png, sizeof png) == 0) return decode_png(bytes, length, limits, picture);
    return DECODED_UNDECODABLE;
}
