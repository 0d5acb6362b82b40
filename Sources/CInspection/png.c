// Decodes a PNG row by row into one row's memory. libpng's longjmp ends here.
#include "inspection.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

static const png_alloc_size_t most_ancillary_memory = 8 * 1024 * 1024;  // a colour profile or text that inflates beyond is a bomb
static const png_uint_32 most_ancillary_chunks = 128;

typedef struct {
    const uint8_t *next;
    size_t left;
    uint8_t *row;
    inspection_finding *finding;
} decoding;

static void give_bytes(png_structp codec, png_bytep into, size_t count) {
    decoding *work = png_get_io_ptr(codec);
    if (count > work->left) {
        work->finding->verdict = INSPECTION_TRUNCATED;
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
    (void)text;
    decoding *work = png_get_error_ptr(codec);
    work->finding->warnings |= INSPECTION_WARN_IRREGULAR;
}

// Animated PNG: the further frames hide behind chunks that a plain decoder skips.
static int on_unknown_chunk(png_structp codec, png_unknown_chunkp chunk) {
    decoding *work = png_get_user_chunk_ptr(codec);
    if (memcmp(chunk->name, "acTL", 4) == 0) work->finding->warnings |= INSPECTION_WARN_ANIMATED;
    return 1;  // dealt with: keep nothing
}

static void set_limits(png_structp codec, const inspection_limits *limits) {
    png_set_user_limits(codec, limits->side, limits->side);
    png_set_chunk_malloc_max(codec, most_ancillary_memory);
    png_set_chunk_cache_max(codec, most_ancillary_chunks);
}

static void decode(png_structp codec, png_infop info, decoding *work, const inspection_limits *limits) {
    inspection_finding *finding = work->finding;
    png_read_info(codec, info);
    finding->width = png_get_image_width(codec, info);
    finding->height = png_get_image_height(codec, info);
    if (!inspection_size_allowed(finding->width, finding->height, limits)) {
        finding->verdict = INSPECTION_TOO_MANY_PIXELS;
        return;
    }
    int passes = png_set_interlace_handling(codec);
    png_read_update_info(codec, info);
    work->row = malloc(png_get_rowbytes(codec, info));
    if (work->row == NULL) return;
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < finding->height; y++) png_read_row(codec, work->row, NULL);
    png_read_end(codec, NULL);
    finding->pages = 1;
    finding->trailing = work->left;
    finding->verdict = INSPECTION_SOUND;
}

void inspection_examine_png(
    const uint8_t *bytes, size_t length, const inspection_limits *limits, inspection_finding *finding) {
    decoding work = {.next = bytes, .left = length, .row = NULL, .finding = finding};
    png_structp codec = png_create_read_struct(PNG_LIBPNG_VER_STRING, &work, on_error, on_warning);
    if (codec == NULL) return;
    png_infop info = png_create_info_struct(codec);
    if (info != NULL && setjmp(png_jmpbuf(codec)) == 0) {
        png_set_read_fn(codec, &work, give_bytes);
        png_set_read_user_chunk_fn(codec, &work, on_unknown_chunk);
        set_limits(codec, limits);
        decode(codec, info, &work, limits);
    }
    free(work.row);
    png_destroy_read_struct(&codec, &info, NULL);
}
