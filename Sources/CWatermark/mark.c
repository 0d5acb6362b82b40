// Draws the letters into the pixels.
#include "canvas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double slope = -25 * 3.14159265358979 / 180;  // rising to the right; y grows downwards
static const double ems_across = 44;                       // in the side of a square as large as the picture
static const double least_em = 14;
static const int strength = 92;       // of 255: how much of a pixel the letter takes
static const int darkens_from = 110;  // brightness of the ground from which letters are dark
enum { REGIONS = 3 };                 // in each direction, for the last look

typedef struct {
    uint8_t *coverage;
    int width, height, left, top;  // from the origin, y downwards
} stamp;

typedef struct {
    canvas *c;
    const block *text;
    const stamp *stamps;
    paving paved;
    uint64_t changed[REGIONS][REGIONS];
} marking;

static int draw(stamp *s, font *f, FT_UInt glyph) {
    if (f->load(f->face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP | FT_LOAD_RENDER) != 0) return 0;
    const FT_Bitmap *bitmap = &f->face->glyph->bitmap;
    if (bitmap->rows == 0 || bitmap->width == 0) return 1;
    if (bitmap->pixel_mode != FT_PIXEL_MODE_GRAY || bitmap->pitch < 0) return 0;
    s->width = (int)bitmap->width;
    s->height = (int)bitmap->rows;
    s->left = f->face->glyph->bitmap_left;
    s->top = -f->face->glyph->bitmap_top;
    s->coverage = malloc((size_t)s->width * (size_t)s->height);
    if (s->coverage == NULL) return 0;
    for (int y = 0; y < s->height; y++) memcpy(s->coverage + (size_t)y * (size_t)s->width, bitmap->buffer + y * bitmap->pitch, (size_t)s->width);
    return 1;
}

static int brightness(const uint8_t *p) { return (p[0] * 77 + p[1] * 151 + p[2] * 28) >> 8; }

// One tone for a whole letter, so that its shape stays whole; which one, the ground under it says.
static int tone_for(const canvas *c, int left, int top, int right, int bottom) {
    uint64_t sum = 0, count = 0;
    for (int y = top; y < bottom; y += 2)
        for (int x = left; x < right; x += 2, count++) sum += (uint64_t)brightness(c->rgb + ((size_t)y * c->width + (size_t)x) * 3);
    return count == 0 || sum / count >= (uint64_t)darkens_from ? 0 : 255;
}

static void put(marking *m, const stamp *s, int x0, int y0) {
    canvas *c = m->c;
    int left = x0 < 0 ? 0 : x0, top = y0 < 0 ? 0 : y0;
    int right = x0 + s->width > (int)c->width ? (int)c->width : x0 + s->width;
    int bottom = y0 + s->height > (int)c->height ? (int)c->height : y0 + s->height;
    if (left >= right || top >= bottom) return;
    int tone = tone_for(c, left, top, right, bottom);
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++) {
            int takes = s->coverage[(size_t)(y - y0) * (size_t)s->width + (size_t)(x - x0)] * strength;
            uint8_t *pixel = c->rgb + ((size_t)y * c->width + (size_t)x) * 3;
            int before = brightness(pixel);
            for (int i = 0; i < 3; i++) pixel[i] = (uint8_t)(pixel[i] + (tone - pixel[i]) * takes / (255 * 255));
            if (abs(brightness(pixel) - before) >= 8)
                m->changed[(uint64_t)y * REGIONS / c->height][(uint64_t)x * REGIONS / c->width]++;
        }
}

static void place(void *context, double x, double y) {
    marking *m = context;
    const paving *p = &m->paved;
    for (size_t i = 0; i < m->text->count; i++) {
        double u = m->text->letters[i].x * p->em, v = m->text->letters[i].y * p->em;
        double at_x = x + u * p->cosine - v * p->sine, at_y = y + u * p->sine + v * p->cosine;
        put(m, &m->stamps[i], (int)lround(at_x) + m->stamps[i].left, (int)lround(at_y) + m->stamps[i].top);
    }
}

static int shows(const marking *m) {
    uint64_t region = (uint64_t)m->c->width * m->c->height / (REGIONS * REGIONS);
    for (int y = 0; y < REGIONS; y++)
        for (int x = 0; x < REGIONS; x++)
            if (m->changed[y][x] * 200 < region) return 0;
    return 1;
}

int canvas_mark(canvas *c, font *f, const block *text) {
    double em = sqrt((double)c->width * c->height) / ems_across;
    if (em < least_em) em = least_em;
    FT_Matrix turn = {
        .xx = lround(cos(slope) * 0x10000), .xy = lround(sin(slope) * 0x10000), .yx = lround(-sin(slope) * 0x10000), .yy = lround(cos(slope) * 0x10000)};
    stamp *stamps = calloc(text->count, sizeof(stamp));
    int drawn = stamps != NULL && f->set_size(f->face, 0, (FT_UInt)lround(em)) == 0;
    if (drawn) f->set_transform(f->face, &turn, NULL);
    for (size_t i = 0; drawn && i < text->count; i++) drawn = draw(&stamps[i], f, text->letters[i].glyph);
    marking m = {
        .c = c, .text = text, .stamps = stamps,
        .paved = {.width = c->width, .height = c->height, .em = em, .cosine = cos(slope), .sine = sin(slope)}};
    if (drawn) block_pave(text, &m.paved, place, &m);
    for (size_t i = 0; stamps != NULL && i < text->count; i++) free(stamps[i].coverage);
    free(stamps);
    return drawn && shows(&m);
}
