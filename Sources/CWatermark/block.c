#include "block.h"

#include <math.h>

static const double widest_line = 18, line_height = 1.35, ascent = 1.0;
static const double gap_along = 2.5, gap_across = 2.0;  // between blocks

// The next character, 0xFFFFFFFF for what is no UTF-8 (overlong and surrogates included).
static uint32_t next_character(const uint8_t *text, size_t length, size_t *at) {
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    uint8_t first = text[(*at)++];
    if (first < 0x80) return first;
    int more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
    if (more == 0) return UINT32_MAX;
    uint32_t character = first & (0x3Fu >> more);
    for (int i = 0; i < more; i++) {
        if (*at >= length || (text[*at] & 0xC0) != 0x80) return UINT32_MAX;
        character = character << 6 | (text[(*at)++] & 0x3F);
    }
    if (character < least[more] || character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) return UINT32_MAX;
    return character;
}

static int has_no_shape(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x300 && c < 0x370) || (c >= 0x200B && c < 0x2010)
        || (c >= 0x2028 && c < 0x2030) || (c >= 0x2060 && c < 0x2070) || (c >= 0xFE00 && c < 0xFE10) || c == 0xFEFF
        || (c >= 0xFFF0 && c < 0xFFFC) || c >= 0xE0000;
}

static int is_space(uint32_t c) { return c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c < 0x200B) || c == 0x202F; }

int block_set(block *b, font *f, const uint8_t *text, size_t length) {
    double x = 0, y = ascent;
    size_t visible = 0;
    b->count = 0;
    b->width = 0;
    for (size_t at = 0; at < length;) {
        uint32_t character = next_character(text, length, &at);
        if (character == UINT32_MAX) return 0;
        if (character == '\n') {
            if (x > 0) y += line_height;
            x = 0;
            continue;
        }
        if (has_no_shape(character)) continue;
        FT_UInt glyph = f->index_of(f->face, character);  // 0, an empty box, stands for what the font lacks
        if (f->load(f->face, glyph, FT_LOAD_NO_SCALE) != 0) return 0;
        double advance = (double)f->face->glyph->metrics.horiAdvance / f->face->units_per_EM;
        if (advance < 0 || advance > 4) return 0;
        if (x > 0 && x + advance > widest_line) {
            x = 0;
            y += line_height;
        }
        if (is_space(character)) {
            if (x > 0) x += advance;
            continue;
        }
        if (b->count == BLOCK_MOST_LETTERS) return 0;
        b->letters[b->count++] = (letter){.glyph = glyph, .x = x, .y = y};
        visible += glyph != 0;
        x += advance;
        if (x > b->width) b->width = x;
    }
    b->height = (x > 0 ? y : y - line_height) + line_height - ascent;
    return visible > 0;
}

void block_pave(const block *b, const paving *p, void (*place)(void *context, double x, double y), void *context) {
    double across = (b->height + gap_across) * p->em, along = (b->width + gap_along) * p->em;
    // The page's corners in the direction of the slope.
    double least_u = 0, most_u = 0, least_v = 0, most_v = 0;
    for (int corner = 1; corner < 4; corner++) {
        double x = corner & 1 ? p->width : 0, y = corner & 2 ? p->height : 0;
        double u = x * p->cosine + y * p->sine, v = y * p->cosine - x * p->sine;
        least_u = fmin(least_u, u), most_u = fmax(most_u, u);
        least_v = fmin(least_v, v), most_v = fmax(most_v, v);
    }
    long row = 0;
    for (double v = least_v - b->height * p->em / 2; v < most_v; v += across, row++)
        for (double u = least_u - (row % 2 ? along / 2 : along); u < most_u; u += along)
            place(context, u * p->cosine - v * p->sine, u * p->sine + v * p->cosine);
}
