#include "decode.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

static const png_alloc_size_t most_ancillary_memory = 8 * 1024 * 1024;  // a colour profile or text that inflates beyond is a bomb
static const png_uint_32 most_ancillary_chunks = 128;

typedef struct {
    const uint8_t *next;
    size_t left;
    decode_verdict verdict;
} decoding;

static void give_bytes(png_structp codec, png_bytep into, size_t count) {
    decoding *work = png_get_io_ptr(codec);
    if (count > work->left) {
        work->verdict = DECODED_TRUNCATED;
        longjmp(png_jmpbuf(codec), 1);
    }
    memcpy(into, work->next, count);
    work->next += count;
    work->left -= count;
}

static void on_error(png_structp codec, png_const_charp text) {
    (void)text;
    longjmp(png_jmpbuf(codec), 1);
}

static void on_warning(png_structp codec, png_const_charp text) {
    (void)codec;
    (void)text;
}

// Whatever the file has, three bytes a pixel come out. What is transparent shows the white of paper.
static void ask_for_rgb(png_structp codec) {
    png_color_16 white = {.red = 255, .green = 255, .blue = 255, .gray = 255};
    png_set_expand(codec);
    png_set_strip_16(codec);
    png_set_gray_to_rgb(codec);
    png_set_background(codec, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    png_set_strip_alpha(codec);
}

static void read_rows(png_structp codec, png_infop info, decoded_picture *picture, decoding *work) {
    int passes = png_set_interlace_handling(codec);
    png_read_update_info(codec, info);
    size_t stride = (size_t)picture->width * 3;
    if (png_get_rowbytes(codec, info) != stride) return;
    picture->rgb = malloc(stride * picture->height);
    if (picture->rgb == NULL) return;
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < picture->height; y++) png_read_row(codec, picture->rgb + stride * y, NULL);
    png_read_end(codec, NULL);
    work->verdict = DECODED_SOUND;
}

static void decode(png_structp codec, png_infop info, const decode_limits *limits, decoded_picture *picture, decoding *work) {
    png_read_info(codec, info);
    picture->width = picture->declared_width = png_get_image_width(codec, info);
    picture->height = picture->declared_height = png_get_image_height(codec, info);
    if (!decode_size_allowed(picture->width, picture->height, limits)) {
        work->verdict = DECODED_TOO_MANY_PIXELS;
        return;
    }
    ask_for_rgb(codec);
    read_rows(codec, info, picture, work);
}

decode_verdict decode_png(const uint8_t *bytes, size_t length, const decode_limits *limits, decoded_picture *picture) {
    decoding work = {.next = bytes, .left = length, .verdict = DECODED_UNDECODABLE};
    png_structp codec = png_create_read_struct(PNG_LIBPNG_VER_STRING, &work, on_error, on_warning);
    if (codec == NULL) return DECODED_UNDECODABLE;
    png_infop info = png_create_info_struct(codec);
    if (info != NULL && setjmp(png_jmpbuf(codec)) == 0) {
        png_set_read_fn(codec, &work, give_bytes);
        png_set_user_limits(codec, limits->side, limits->side);
        png_set_chunk_malloc_max(codec, most_ancillary_memory);
        png_set_chunk_cache_max(codec, most_ancillary_chunks);
        decode(codec, info, limits, picture, &work);
    }
    png_destroy_read_struct(&codec, &info, NULL);
    if (work.verdict != DECODED_SOUND) {
        free(picture->rgb);
        picture->rgb = NULL;
    }
    return work.verdict;
}
