// Decodes a JPEG row by row and throws the rows away. libjpeg leaves an error by longjmp, which must not cross Swift: it ends here.
#include "inspection.h"

#include <setjmp.h>
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>

// A progressive picture needs about ten scans; thousands of empty ones only burn time.
static const int most_scans = 100;

typedef struct {
    struct jpeg_error_mgr manager;  // must stand first: libjpeg knows only this part
    struct jpeg_progress_mgr progress;
    struct jpeg_source_mgr source;
    jmp_buf escape;
    inspection_finding *finding;
} decoding;

static decoding *decoding_of(j_common_ptr codec) { return (decoding *)codec->err; }

static void leave(j_common_ptr codec, inspection_verdict verdict) {
    decoding *work = decoding_of(codec);
    work->finding->verdict = verdict;
    longjmp(work->escape, 1);
}

static void on_error(j_common_ptr codec) { leave(codec, INSPECTION_UNDECODABLE); }

// libjpeg goes on after damage and paints grey. Half a document is no evidence, so damage to the picture refuses it.
static void on_message(j_common_ptr codec, int level) {
    if (level >= 0) return;  // mere tracing
    switch (codec->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_JPEG_EOF: leave(codec, INSPECTION_TRUNCATED); break;
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_ICC:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL: decoding_of(codec)->finding->warnings |= INSPECTION_WARN_IRREGULAR; break;
    default: leave(codec, INSPECTION_UNDECODABLE);
    }
}

static void say_nothing(j_common_ptr codec) { (void)codec; }

static void on_progress(j_common_ptr codec) {
    if (!codec->is_decompressor) return;
    if (((j_decompress_ptr)codec)->input_scan_number > most_scans) leave(codec, INSPECTION_UNDECODABLE);
}

static void start_source(j_decompress_ptr codec) { (void)codec; }

static boolean source_is_empty(j_decompress_ptr codec) {
    leave((j_common_ptr)codec, INSPECTION_TRUNCATED);
    return FALSE;
}

static void skip_source(j_decompress_ptr codec, long count) {
    if (count <= 0) return;
    if ((size_t)count > codec->src->bytes_in_buffer) leave((j_common_ptr)codec, INSPECTION_TRUNCATED);
    codec->src->next_input_byte += count;
    codec->src->bytes_in_buffer -= (size_t)count;
}

static void attach(struct jpeg_decompress_struct *codec, decoding *work, const uint8_t *bytes, size_t length) {
    work->source.init_source = start_source;
    work->source.fill_input_buffer = source_is_empty;
    work->source.skip_input_data = skip_source;
    work->source.resync_to_restart = jpeg_resync_to_restart;
    work->source.term_source = start_source;
    work->source.next_input_byte = bytes;
    work->source.bytes_in_buffer = length;
    work->progress.progress_monitor = on_progress;
    codec->src = &work->source;
    codec->progress = &work->progress;
}

static void decode(struct jpeg_decompress_struct *codec, const inspection_limits *limits, inspection_finding *finding) {
    jpeg_read_header(codec, TRUE);
    finding->width = codec->image_width;
    finding->height = codec->image_height;
    if (!inspection_size_allowed(codec->image_width, codec->image_height, limits))
        leave((j_common_ptr)codec, INSPECTION_TOO_MANY_PIXELS);
    codec->dct_method = JDCT_IFAST;  // nobody looks at the pixels
    codec->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(codec);
    JSAMPARRAY row = (*codec->mem->alloc_sarray)(
        (j_common_ptr)codec, JPOOL_IMAGE, codec->output_width * (JDIMENSION)codec->output_components, 1);
    while (codec->output_scanline < codec->output_height) jpeg_read_scanlines(codec, row, 1);
    jpeg_finish_decompress(codec);
    finding->pages = 1;
    finding->trailing = codec->src->bytes_in_buffer;
    finding->verdict = INSPECTION_SOUND;
}

void inspection_examine_jpeg(
    const uint8_t *bytes, size_t length, const inspection_limits *limits, inspection_finding *finding) {
    struct jpeg_decompress_struct codec = {0};
    decoding work = {0};
    work.finding = finding;
    codec.err = jpeg_std_error(&work.manager);
    work.manager.error_exit = on_error;
    work.manager.emit_message = on_message;
    work.manager.output_message = say_nothing;
    if (setjmp(work.escape) == 0) {
        jpeg_create_decompress(&codec);
        attach(&codec, &work, bytes, length);
        decode(&codec, limits, finding);
    }
    jpeg_destroy_decompress(&codec);
}
