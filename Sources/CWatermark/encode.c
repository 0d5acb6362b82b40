#include "canvas.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

typedef struct {
    struct jpeg_error_mgr manager;  // must stand first: libjpeg knows only this part
    jmp_buf escape;
    unsigned char *bytes;
    unsigned long length;
} encoding;

static void on_error(j_common_ptr codec) { longjmp(((encoding *)codec->err)->escape, 1); }

static void say_nothing(j_common_ptr codec) { (void)codec; }

static void write_rows(struct jpeg_compress_struct *codec, const canvas *c, int quality) {
    codec->image_width = c->width;
    codec->image_height = c->height;
    codec->input_components = 3;
    codec->in_color_space = JCS_RGB;
    jpeg_set_defaults(codec);
    jpeg_set_quality(codec, quality, TRUE);
    jpeg_start_compress(codec, TRUE);
    while (codec->next_scanline < codec->image_height) {
        JSAMPROW row = c->rgb + (size_t)codec->next_scanline * c->width * 3;
        jpeg_write_scanlines(codec, &row, 1);
    }
    jpeg_finish_compress(codec);
}

static int encode(encoding *work, const canvas *c, int quality) {
    struct jpeg_compress_struct codec = {0};
    codec.err = jpeg_std_error(&work->manager);
    work->manager.error_exit = on_error;
    work->manager.output_message = say_nothing;
    int failed = setjmp(work->escape);
    if (!failed) {
        jpeg_create_compress(&codec);
        jpeg_mem_dest(&codec, &work->bytes, &work->length);
        write_rows(&codec, c, quality);
    }
    jpeg_destroy_compress(&codec);
    return !failed;
}

uint8_t *canvas_encode(const canvas *c, size_t most, size_t *length) {
    static const int qualities[] = {88, 75, 55};
    for (size_t i = 0; i < sizeof qualities / sizeof qualities[0]; i++) {
        encoding work = {.bytes = NULL};
        int written = encode(&work, c, qualities[i]);
        *length = work.length;
        if (written && work.length <= most) return work.bytes;
        free(work.bytes);
        if (!written) return NULL;
    }
    return NULL;
}
