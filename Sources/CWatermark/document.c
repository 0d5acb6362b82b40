// What stood on a page becomes a form of its own, whatever state it leaves behind, and the text is laid over it as outlines
// (ISO 32000-1 §8.10, §11.6.4.4): no font need be embedded, and no size is too large for it.
#include "document.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "shape.h"
#include "watermark.h"

static const double pi = 3.14159265358979, slope = 25 * 3.14159265358979 / 180;  // rising to the right
static const double ems_across = 44;      // in the side of a square as large as the page
static const double furthest = 1000000;   // a corner of a page, in points
static const double most_elongated = 60;  // beyond, no legible text fits

typedef struct {
    double left, bottom, right, top;
} box;

typedef struct {
    FILE *stream;
    box page;
    double em, direction;
} covering;

static qpdf_oh stream_of(qpdf_data file, const char *dictionary, const void *bytes, size_t length) {
    qpdf_oh stream = qpdf_oh_new_stream(file);
    qpdf_oh_replace_stream_data(file, stream, bytes, length, qpdf_oh_new_null(file), qpdf_oh_new_null(file));
    qpdf_oh own = qpdf_oh_get_dict(file, stream), wanted = qpdf_oh_parse(file, dictionary);
    qpdf_oh_begin_dict_key_iter(file, wanted);
    while (qpdf_oh_dict_more_keys(file)) {
        const char *key = qpdf_oh_dict_next_key(file);
        qpdf_oh_replace_key(file, own, key, qpdf_oh_get_key(file, wanted, key));
    }
    return stream;
}

static int read_box(qpdf_data file, qpdf_oh page, const char *key, box *read) {
    double sides[4];
    qpdf_oh array = qpdf_oh_get_key(file, page, key);
    if (!qpdf_oh_is_array(file, array) || qpdf_oh_get_array_n_items(file, array) != 4) return 0;
    for (int i = 0; i < 4; i++) {
        qpdf_oh side = qpdf_oh_get_array_item(file, array, i);
        if (!qpdf_oh_get_value_as_number(file, side, &sides[i]) || !(fabs(sides[i]) <= furthest)) return 0;
    }
    *read = (box){fmin(sides[0], sides[2]), fmin(sides[1], sides[3]), fmax(sides[0], sides[2]), fmax(sides[1], sides[3])};
    return 1;
}

// What a reader shows of a page: the part of the medium that is not cropped away (ISO 32000-1 §14.11.2).
static int shown_part(qpdf_data file, qpdf_oh page, box *medium, box *shown) {
    box crop;
    if (!read_box(file, page, "/MediaBox", medium)) return 0;
    *shown = *medium;
    if (!read_box(file, page, "/CropBox", &crop)) return 1;
    box both = {fmax(crop.left, medium->left), fmax(crop.bottom, medium->bottom), fmin(crop.right, medium->right), fmin(crop.top, medium->top)};
    if (both.left < both.right && both.bottom < both.top) *shown = both;
    return 1;
}

static double turned(qpdf_data file, qpdf_oh page) {
    long long degrees = 0;
    qpdf_oh rotate = qpdf_oh_get_key(file, page, "/Rotate");
    if (!qpdf_oh_get_value_as_longlong(file, rotate, &degrees)) return 0;
    return (double)(degrees % 360) * pi / 180;
}

static void place(void *context, double x, double y) {
    covering *c = context;
    double along = c->em * cos(c->direction), across = c->em * sin(c->direction);
    fprintf(
        c->stream, "q %.4f %.4f %.4f %.4f %.3f %.3f cm /Mark Do Q\n", along, across, -across, along, c->page.left + x, c->page.top - y);
}

// The new content of a page. NULL without memory.
static char *covered(const block *text, const box *page, double direction, size_t *length) {
    char *content = NULL;
    double width = page->right - page->left, height = page->top - page->bottom;
    covering c = {.page = *page, .em = sqrt(width * height) / ems_across, .direction = direction};
    c.stream = open_memstream(&content, length);
    if (c.stream == NULL) return NULL;
    fputs("q /Original Do Q\nq /Tint gs\n", c.stream);
    paving paved = {.width = width, .height = height, .em = c.em, .cosine = cos(direction), .sine = -sin(direction)};
    block_pave(text, &paved, place, &c);
    fputs("Q\n", c.stream);
    return fclose(c.stream) == 0 ? content : NULL;
}

static qpdf_oh original_form(qpdf_data file, qpdf_oh page, const box *medium, const unsigned char *bytes, size_t length) {
    char dictionary[256];
    snprintf(
        dictionary, sizeof dictionary, "<< /Type /XObject /Subtype /Form /BBox [%.4f %.4f %.4f %.4f] >>", medium->left, medium->bottom,
        medium->right, medium->top);
    qpdf_oh form = stream_of(file, dictionary, bytes, length), resources = qpdf_oh_get_key(file, page, "/Resources");
    if (!qpdf_oh_is_dictionary(file, resources)) resources = qpdf_oh_new_dictionary(file);
    qpdf_oh_replace_key(file, qpdf_oh_get_dict(file, form), "/Resources", resources);
    return form;
}

static void put_together(qpdf_data file, qpdf_oh page, qpdf_oh form, qpdf_oh mark, const char *content, size_t length) {
    qpdf_oh resources = qpdf_oh_parse(file, "<< /XObject << >> /ExtGState << /Tint << /ca 0.4 /CA 0.4 >> >> >>");
    qpdf_oh forms = qpdf_oh_get_key(file, resources, "/XObject");
    qpdf_oh_replace_key(file, forms, "/Original", form);
    qpdf_oh_replace_key(file, forms, "/Mark", mark);
    qpdf_oh_replace_key(file, page, "/Resources", resources);
    qpdf_oh_replace_key(file, page, "/Contents", stream_of(file, "<< >>", content, length));
    // A small picture of the page, and what other programs left of it, would be unmarked copies.
    qpdf_oh_remove_key(file, page, "/Thumb");
    qpdf_oh_remove_key(file, page, "/PieceInfo");
}

static uint8_t mark_page(qpdf_data file, qpdf_oh page, qpdf_oh mark, const block *text) {
    box medium, shown;
    if (!shown_part(file, page, &medium, &shown)) return WATERMARK_UNDECODABLE;
    double width = shown.right - shown.left, height = shown.top - shown.bottom;
    if (!(width >= 1 && height >= 1 && width <= height * most_elongated && height <= width * most_elongated)) return WATERMARK_TOO_NARROW;
    unsigned char *original = NULL;
    size_t original_length = 0, length = 0;
    if (qpdf_oh_get_page_content_data(file, page, &original, &original_length) & QPDF_ERRORS) return WATERMARK_UNDECODABLE;
    char *content = covered(text, &shown, slope + turned(file, page), &length);
    if (content != NULL) put_together(file, page, original_form(file, page, &medium, original, original_length), mark, content, length);
    free(original);
    free(content);
    return content == NULL ? WATERMARK_FAILED : WATERMARK_DONE;
}

static uint8_t mark_pages(qpdf_data file, font *f, const block *text) {
    int pages = qpdf_get_num_pages(file);
    if (pages <= 0 || (qpdf_push_inherited_attributes_to_page(file) & QPDF_ERRORS)) return WATERMARK_UNDECODABLE;
    size_t length = 0;
    char *outlines = shape_of_block(f, text, &length), dictionary[160];
    if (outlines == NULL) return WATERMARK_FAILED;
    snprintf(
        dictionary, sizeof dictionary, "<< /Type /XObject /Subtype /Form /BBox [-1 %.3f %.3f 1] /Resources << >> >>", -text->height - 1,
        text->width + 1);
    qpdf_oh mark = stream_of(file, dictionary, outlines, length);
    free(outlines);
    uint8_t verdict = WATERMARK_DONE;
    for (int i = 0; i < pages && verdict == WATERMARK_DONE; i++) verdict = mark_page(file, qpdf_get_page_n(file, (size_t)i), mark, text);
    return verdict == WATERMARK_DONE && qpdf_has_error(file) ? WATERMARK_FAILED : verdict;
}

static uint8_t written(qpdf_data file, size_t most, uint8_t **copy, size_t *copied) {
    if (qpdf_init_write_memory(file) & QPDF_ERRORS) return WATERMARK_FAILED;
    qpdf_set_deterministic_ID(file, QPDF_TRUE);  // chance and time are not asked for
    qpdf_set_compress_streams(file, QPDF_TRUE);
    if (qpdf_write(file) & QPDF_ERRORS) return WATERMARK_FAILED;
    *copied = qpdf_get_buffer_length(file);
    if (*copied == 0 || *copied > most || (*copy = malloc(*copied)) == NULL) return WATERMARK_FAILED;
    memcpy(*copy, qpdf_get_buffer(file), *copied);
    return WATERMARK_DONE;
}

uint8_t document_mark(
    const uint8_t *bytes, size_t length, font *f, const block *text, size_t most, uint8_t **copy, size_t *copied) {
    qpdf_data file = qpdf_init();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    qpdf_set_attempt_recovery(file, QPDF_FALSE);
    uint8_t verdict = WATERMARK_UNDECODABLE;
    if (!(qpdf_read_memory(file, "original", (const char *)bytes, length, NULL) & QPDF_ERRORS) && !qpdf_is_encrypted(file))
        verdict = mark_pages(file, f, text);
    if (verdict == WATERMARK_DONE) verdict = written(file, most, copy, copied);
    if (qpdf_has_error(file)) qpdf_get_error(file);  // else qpdf says on standard error that nobody asked
    qpdf_cleanup(&file);
    return verdict;
}
