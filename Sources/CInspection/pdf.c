// Reads a PDF strictly, looks at every object a reader could reach and decodes every stream (qpdf, ISO 32000-1).
// Repairing is switched off: two readers may repair one damaged file into two different documents.
#include "inspection.h"

#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

static const size_t most_objects = 2 * 1000 * 1000;  // visited in all, direct ones included
#define MOST_IDS (1 << 23)

typedef struct {
    qpdf_data file;
    const inspection_limits *limits;
    inspection_finding *finding;
    qpdf_oh *waiting;
    size_t count, capacity, visited;
    uint8_t *seen;  // one bit for each object number
} walk;

static int is_one_of(const char *name, const char *const list[]) {
    for (size_t i = 0; list[i] != NULL; i++)
        if (strcmp(name, list[i]) == 0) return 1;
    return 0;
}

static void push(walk *w, qpdf_oh object) {
    if (w->count == w->capacity) {
        size_t capacity = w->capacity == 0 ? 1024 : w->capacity * 2;
        qpdf_oh *grown = realloc(w->waiting, capacity * sizeof(qpdf_oh));
        if (grown == NULL) {
            w->finding->verdict = INSPECTION_UNDECODABLE;
            return;
        }
        w->waiting = grown;
        w->capacity = capacity;
    }
    w->waiting[w->count++] = object;
}

// Keys that speak for themselves, wherever they stand (ISO 32000-1 §12.6.4.16, §7.11.4, §12.7.8; portfolios §12.3.5).
static void judge_key(walk *w, const char *key) {
    static const char *const scripts[] = {"/JS", "/JavaScript", "/XFA", NULL};
    static const char *const attachments[] = {"/EmbeddedFiles", "/EF", "/Collection", NULL};
    if (is_one_of(key, scripts)) w->finding->verdict = INSPECTION_SCRIPT;
    else if (is_one_of(key, attachments)) w->finding->verdict = INSPECTION_ATTACHMENT;
}

// Names under /S (kind of action, §12.6.4) and /Subtype (kind of annotation, §12.5.6).
static void judge_name(walk *w, const char *key, const char *name) {
    static const char *const actions[] = {
        "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute", NULL};
    static const char *const media[] = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", NULL};
    static const char *const opaque[] = {"/JBIG2Decode", "/JPXDecode", "/CCITTFaxDecode", NULL};
    if (strcmp(key, "/S") == 0) {
        if (strcmp(name, "/JavaScript") == 0) w->finding->verdict = INSPECTION_SCRIPT;
        else if (is_one_of(name, actions)) w->finding->verdict = INSPECTION_ACTION;
    } else if (strcmp(key, "/Subtype") == 0) {
        if (is_one_of(name, media)) w->finding->verdict = INSPECTION_ATTACHMENT;
    } else if (strcmp(key, "/Filter") == 0 && is_one_of(name, opaque)) {
        w->finding->warnings |= INSPECTION_WARN_UNEXAMINED;
    }
}

static void judge_filters(walk *w, qpdf_oh filters) {
    int count = qpdf_oh_get_array_n_items(w->file, filters);
    for (int i = 0; i < count && i < 16; i++) {
        qpdf_oh filter = qpdf_oh_get_array_item(w->file, filters, i);
        if (qpdf_oh_is_name(w->file, filter)) judge_name(w, "/Filter", qpdf_oh_get_name(w->file, filter));
        qpdf_oh_release(w->file, filter);
    }
}

static uint64_t side_of(walk *w, qpdf_oh dictionary, const char *key) {
    qpdf_oh value = qpdf_oh_get_key(w->file, dictionary, key);
    long long side = 0;
    if (!qpdf_oh_get_value_as_longlong(w->file, value, &side) || side < 0) side = 0;
    qpdf_oh_release(w->file, value);
    return (uint64_t)side;
}

static void judge_image(walk *w, qpdf_oh dictionary) {
    if (!qpdf_oh_is_dictionary_of_type(w->file, dictionary, "", "/Image")) return;
    uint64_t width = side_of(w, dictionary, "/Width"), height = side_of(w, dictionary, "/Height");
    if (!inspection_size_allowed(width, height, w->limits)) w->finding->verdict = INSPECTION_TOO_MANY_PIXELS;
}

static void visit_dictionary(walk *w, qpdf_oh dictionary) {
    judge_image(w, dictionary);
    qpdf_oh_begin_dict_key_iter(w->file, dictionary);
    while (w->finding->verdict == INSPECTION_SOUND && qpdf_oh_dict_more_keys(w->file)) {
        const char *key = qpdf_oh_dict_next_key(w->file);
        judge_key(w, key);
        qpdf_oh value = qpdf_oh_get_key(w->file, dictionary, key);
        if (qpdf_oh_is_name(w->file, value)) {
            judge_name(w, key, qpdf_oh_get_name(w->file, value));
            qpdf_oh_release(w->file, value);
        } else if (qpdf_oh_is_scalar(w->file, value)) {
            qpdf_oh_release(w->file, value);
        } else {
            if (strcmp(key, "/Filter") == 0 && qpdf_oh_is_array(w->file, value)) judge_filters(w, value);
            push(w, value);
        }
    }
}

static void visit_array(walk *w, qpdf_oh array) {
    int count = qpdf_oh_get_array_n_items(w->file, array);
    for (int i = 0; i < count && w->finding->verdict == INSPECTION_SOUND; i++) {
        qpdf_oh item = qpdf_oh_get_array_item(w->file, array, i);
        if (qpdf_oh_is_scalar(w->file, item)) qpdf_oh_release(w->file, item);
        else push(w, item);
    }
}

// Whether the object still needs a visit. A reference with a wrong generation is null and must not hide the real object, so
// only what exists is marked.
static int is_new(walk *w, qpdf_oh object) {
    if (!qpdf_oh_is_indirect(w->file, object)) return 1;
    int id = qpdf_oh_get_object_id(w->file, object);
    if (id < 0 || id >= MOST_IDS) {
        w->finding->verdict = INSPECTION_UNDECODABLE;
        return 0;
    }
    if (qpdf_oh_is_null(w->file, object)) return 0;
    uint8_t bit = (uint8_t)(1 << (id & 7));
    if (w->seen[id >> 3] & bit) return 0;
    w->seen[id >> 3] |= bit;
    return 1;
}

// Whether a photograph stands in the stream just as in a JPEG file: its only coding is DCTDecode.
static int is_photograph(walk *w, qpdf_oh dictionary) {
    qpdf_oh filter = qpdf_oh_get_key(w->file, dictionary, "/Filter");
    if (qpdf_oh_is_array(w->file, filter) && qpdf_oh_get_array_n_items(w->file, filter) == 1) {
        qpdf_oh only = qpdf_oh_get_array_item(w->file, filter, 0);
        qpdf_oh_release(w->file, filter);
        filter = only;
    }
    int is = qpdf_oh_is_name_and_equals(w->file, filter, "/DCTDecode");
    qpdf_oh_release(w->file, filter);
    return is;
}

// The size in the dictionary is a claim; a photograph says its own.
static void examine_photograph(walk *w, const uint8_t *data, size_t length) {
    inspection_finding photograph = {.verdict = INSPECTION_UNDECODABLE};
    inspection_examine_jpeg(data, length, w->limits, &photograph);
    w->finding->warnings |= photograph.warnings;
    if (photograph.verdict == INSPECTION_TRUNCATED) photograph.verdict = INSPECTION_UNDECODABLE;  // the file itself is whole
    w->finding->verdict = photograph.verdict;
}

// Undoes all codings. A photograph is decoded row by row; other data is held whole for a moment, and what inflates beyond the child's
// memory ends as undecodable.
static void decode_stream(walk *w, qpdf_oh stream, int photograph) {
    unsigned char *data = NULL;
    size_t length = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    enum qpdf_stream_decode_level_e level = photograph ? qpdf_dl_none : qpdf_dl_all;
    QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(w->file, stream, level, &filtered, &data, &length);
    if (code & QPDF_ERRORS) w->finding->verdict = INSPECTION_UNDECODABLE;
    else if (photograph) examine_photograph(w, data, length);
    free(data);
}

static void visit_stream(walk *w, qpdf_oh stream) {
    qpdf_oh dictionary = qpdf_oh_get_dict(w->file, stream);
    visit_dictionary(w, dictionary);  // before decoding: it names the dangers and the size of a picture
    int photograph = is_photograph(w, dictionary);
    qpdf_oh_release(w->file, dictionary);
    if (w->finding->verdict == INSPECTION_SOUND) decode_stream(w, stream, photograph);
}

static void visit(walk *w, qpdf_oh object) {
    if (++w->visited > most_objects) {
        w->finding->verdict = INSPECTION_UNDECODABLE;
        return;
    }
    if (!is_new(w, object)) return;
    if (qpdf_oh_is_stream(w->file, object)) visit_stream(w, object);
    else if (qpdf_oh_is_dictionary(w->file, object)) visit_dictionary(w, object);
    else if (qpdf_oh_is_array(w->file, object)) visit_array(w, object);
}

static void look_at_objects(qpdf_data file, const inspection_limits *limits, inspection_finding *finding) {
    walk w = {.file = file, .limits = limits, .finding = finding};
    w.seen = calloc(MOST_IDS / 8, 1);
    if (w.seen == NULL) finding->verdict = INSPECTION_UNDECODABLE;
    else push(&w, qpdf_get_trailer(file));
    while (w.count > 0 && finding->verdict == INSPECTION_SOUND) {
        qpdf_oh object = w.waiting[--w.count];
        visit(&w, object);
        qpdf_oh_release(file, object);
    }
    free(w.waiting);
    free(w.seen);
}

static inspection_verdict verdict_of_error(qpdf_data file) {
    if (!qpdf_has_error(file)) return INSPECTION_UNDECODABLE;
    qpdf_error error = qpdf_get_error(file);
    return qpdf_get_error_code(file, error) == qpdf_e_password ? INSPECTION_ENCRYPTED : INSPECTION_UNDECODABLE;
}

// A coding that turns out broken half-way is only remarked on.
static void weigh_remarks(qpdf_data file, inspection_finding *finding) {
    while (qpdf_more_warnings(file)) {
        qpdf_error remark = qpdf_next_warning(file);
        const char *text = qpdf_get_error_message_detail(file, remark);
        finding->warnings |= INSPECTION_WARN_IRREGULAR;
        if (text != NULL && strstr(text, "decoding stream") != NULL) finding->verdict = INSPECTION_UNDECODABLE;
    }
}

static void examine(qpdf_data file, const inspection_limits *limits, inspection_finding *finding) {
    int pages = qpdf_get_num_pages(file);
    if (pages <= 0) return;
    finding->pages = (uint32_t)pages;
    if ((uint32_t)pages > limits->pages) {
        finding->verdict = INSPECTION_TOO_MANY_PAGES;
        return;
    }
    finding->verdict = INSPECTION_SOUND;
    look_at_objects(file, limits, finding);
    if (finding->verdict == INSPECTION_SOUND) weigh_remarks(file, finding);
}

void inspection_examine_pdf(
    const uint8_t *bytes, size_t length, const inspection_limits *limits, inspection_finding *finding) {
    qpdf_data file = qpdf_init();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    qpdf_set_attempt_recovery(file, QPDF_FALSE);
    if (qpdf_read_memory(file, "evidence", (const char *)bytes, length, NULL) & QPDF_ERRORS)
        finding->verdict = verdict_of_error(file);
    else if (qpdf_is_encrypted(file))
        finding->verdict = INSPECTION_ENCRYPTED;
    else
        examine(file, limits, finding);
    qpdf_cleanup(&file);
}
