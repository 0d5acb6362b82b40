#include "shape.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    FILE *stream;
    double x, y, unit;  // of the letter
    double last_x, last_y;
    int is_open;
} pen;

static double to_x(const pen *p, FT_Pos x) { return p->x + (double)x * p->unit; }
static double to_y(const pen *p, FT_Pos y) { return p->y + (double)y * p->unit; }

static void arrive(pen *p, double x, double y) {
    p->last_x = x;
    p->last_y = y;
}

static int on_move(const FT_Vector *to, void *context) {
    pen *p = context;
    if (p->is_open) fputs("h\n", p->stream);
    p->is_open = 1;
    arrive(p, to_x(p, to->x), to_y(p, to->y));
    return fprintf(p->stream, "%.4f %.4f m\n", p->last_x, p->last_y) < 0;
}

static int on_line(const FT_Vector *to, void *context) {
    pen *p = context;
    arrive(p, to_x(p, to->x), to_y(p, to->y));
    return fprintf(p->stream, "%.4f %.4f l\n", p->last_x, p->last_y) < 0;
}

static int curve(pen *p, double x1, double y1, double x2, double y2, double x, double y) {
    arrive(p, x, y);
    return fprintf(p->stream, "%.4f %.4f %.4f %.4f %.4f %.4f c\n", x1, y1, x2, y2, x, y) < 0;
}

// PDF has no quadratic curves; this is the same one as a cubic.
static int on_quadratic(const FT_Vector *by, const FT_Vector *to, void *context) {
    pen *p = context;
    double bx = to_x(p, by->x), b_y = to_y(p, by->y), x = to_x(p, to->x), y = to_y(p, to->y);
    return curve(p, (p->last_x + 2 * bx) / 3, (p->last_y + 2 * b_y) / 3, (x + 2 * bx) / 3, (y + 2 * b_y) / 3, x, y);
}

static int on_cubic(const FT_Vector *by, const FT_Vector *then, const FT_Vector *to, void *context) {
    pen *p = context;
    return curve(p, to_x(p, by->x), to_y(p, by->y), to_x(p, then->x), to_y(p, then->y), to_x(p, to->x), to_y(p, to->y));
}

static int draw(pen *p, font *f, const letter *l) {
    static const FT_Outline_Funcs steps = {.move_to = on_move, .line_to = on_line, .conic_to = on_quadratic, .cubic_to = on_cubic};
    if (f->load(f->face, l->glyph, FT_LOAD_NO_SCALE) != 0 || f->face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return 0;
    p->x = l->x;
    p->y = -l->y;
    p->is_open = 0;
    if (f->decompose(&f->face->glyph->outline, &steps, p) != 0) return 0;
    if (p->is_open) fputs("h B\n", p->stream);
    return 1;
}

char *shape_of_block(font *f, const block *text, size_t *length) {
    char *outlines = NULL;
    pen p = {.stream = open_memstream(&outlines, length), .unit = 1.0 / f->face->units_per_EM};
    if (p.stream == NULL) return NULL;
    fputs("0.15 g 1 G 0.015 w 1 j\n", p.stream);
    int drawn = 1;
    for (size_t i = 0; drawn && i < text->count; i++) drawn = draw(&p, f, &text->letters[i]);
    if (fclose(p.stream) == 0 && drawn) return outlines;
    free(outlines);
    return NULL;
}
