#include "decode.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jerror.h>
#include <jpeglib.h>

// A progressive picture needs about ten scans; thousands of empty ones only burn time.
static const int most_scans = 100;

typedef struct {
    struct jpeg_error_mgr manager;  // must stand first: libjpeg knows only this part
    struct jpeg_progress_mgr progress;
    struct jpeg_source_mgr source;
    jmp_buf escape;
    decode_verdict verdict;
} decoding;

static void leave(j_common_ptr codec, decode_verdict verdict) {
    decoding *work = (decoding *)codec->err;
    work->verdict = verdict;
    longjmp(work->escape, 1);
}

static void on_error(j_common_ptr codec) { leave(codec, DECODED_UNDECODABLE); }

// libjpeg goes on after damage and paints grey; a reading of grey would be a guess.
static void on_message(j_common_ptr codec, int level) {
    if (level >= 0) return;  // mere tracing
    switch (codec->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_JPEG_EOF: leave(codec, DECODED_TRUNCATED); break;
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_ICC:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL: break;
    default: leave(codec, DECODED_UNDECODABLE);
    }
}

static void say_nothing(j_common_ptr codec) { (void)codec; }

static void on_progress(j_common_ptr codec) {
    if (codec->is_decompressor && ((j_decompress_ptr)codec)->input_scan_number > most_scans) leave(codec, DECODED_UNDECODABLE);
}

static void start_source(j_decompress_ptr codec) { (void)codec; }

static boolean source_is_empty(j_decompress_ptr codec) {
    leave((j_common_ptr)codec, DECODED_TRUNCATED);
    return FALSE;
}

static void skip_source(j_decompress_ptr codec, long count) {
    if (count <= 0) return;
    if ((size_t)count > codec->src->bytes_in_buffer) leave((j_common_ptr)codec, DECODED_TRUNCATED);
    codec->src->next_input_byte += count;
    codec->src->bytes_in_buffer -= (size_t)count;
}

static void prepare(j_decompress_ptr codec, decoding *work, const uint8_t *bytes, size_t length) {
    codec->err = jpeg_std_error(&work->manager);
    work->manager.error_exit = on_error;
    work->manager.emit_message = on_message;
    work->manager.output_message = say_nothing;
    work->progress.progress_monitor = on_progress;
    work->source = (struct jpeg_source_mgr){
        .next_input_byte = bytes,
        .bytes_in_buffer = length,
        .init_source = start_source,
        .fill_input_buffer = source_is_empty,
        .skip_input_data = skip_source,
        .resync_to_restart = jpeg_resync_to_restart,
        .term_source = start_source,
    };
}

static int orientation_of(j_decompress_ptr codec) {
    for (jpeg_saved_marker_ptr marker = codec->marker_list; marker != NULL; marker = marker->next) {
        int orientation = exif_orientation(marker->data, marker->data_length);
        if (orientation != 1) return orientation;
    }
    return 1;
}

static void choose_scale(j_decompress_ptr codec, uint32_t enough) {
    uint32_t longer = codec->image_width > codec->image_height ? codec->image_width : codec->image_height;
    codec->scale_num = 1;
    codec->scale_denom = 1;
    while (codec->scale_denom < 8 && longer / (codec->scale_denom * 2) >= enough) codec->scale_denom *= 2;
}

// Printers' shops send four inks, which libjpeg does not turn into light. Adobe's programs, which make nearly all of them, store the paper
// that shows through instead of the ink.
static void inks_to_light(const uint8_t *inks, uint8_t *light, uint32_t width, int is_inverted) {
    for (uint32_t x = 0; x < width; x++, inks += 4, light += 3)
        for (int i = 0; i < 3; i++) {
            int colour = is_inverted ? inks[i] : 255 - inks[i], key = is_inverted ? inks[3] : 255 - inks[3];
            light[i] = (uint8_t)(colour * key / 255);
        }
}

static void read_rows(j_decompress_ptr codec, decoded_picture *picture) {
    size_t stride = (size_t)codec->output_width * 3;
    JSAMPARRAY inks = codec->output_components == 4
        ? (*codec->mem->alloc_sarray)((j_common_ptr)codec, JPOOL_IMAGE, codec->output_width * 4, 1) : NULL;
    picture->width = codec->output_width;
    picture->height = codec->output_height;
    picture->rgb = malloc(stride * codec->output_height);
    if (picture->rgb == NULL) leave((j_common_ptr)codec, DECODED_UNDECODABLE);
    while (codec->output_scanline < codec->output_height) {
        JSAMPROW row = picture->rgb + stride * codec->output_scanline;
        jpeg_read_scanlines(codec, inks != NULL ? inks : &row, 1);
        if (inks != NULL) inks_to_light(inks[0], row, codec->output_width, codec->saw_Adobe_marker);
    }
}

static void decode(j_decompress_ptr codec, const decode_limits *limits, decoded_picture *picture) {
    jpeg_read_header(codec, TRUE);
    picture->declared_width = codec->image_width;
    picture->declared_height = codec->image_height;
    if (!decode_size_allowed(codec->image_width, codec->image_height, limits))
        leave((j_common_ptr)codec, DECODED_TOO_MANY_PIXELS);
    picture->orientation = orientation_of(codec);
    int has_inks = codec->jpeg_color_space == JCS_CMYK || codec->jpeg_color_space == JCS_YCCK;
    codec->out_color_space = has_inks ? JCS_CMYK : JCS_RGB;
    choose_scale(codec, limits->enough);
    jpeg_start_decompress(codec);
    read_rows(codec, picture);
    jpeg_finish_decompress(codec);
}

decode_verdict decode_jpeg(const uint8_t *bytes, size_t length, const decode_limits *limits, decoded_picture *picture) {
    struct jpeg_decompress_struct codec;
    decoding work = {.verdict = DECODED_SOUND};
    prepare(&codec, &work, bytes, length);
    if (setjmp(work.escape) == 0) {
        jpeg_create_decompress(&codec);
        codec.src = &work.source;
        codec.progress = &work.progress;
        jpeg_save_markers(&codec, JPEG_APP0 + 1, 0xFFFF);
        decode(&codec, limits, picture);
    }
    jpeg_destroy_decompress(&codec);
    if (work.verdict != DECODED_SOUND) {
        free(picture->rgb);
        picture->rgb = NULL;
    }
    return work.verdict;
}
