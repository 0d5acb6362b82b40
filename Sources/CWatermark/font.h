// FreeType and the one font, loaded when the child starts: only a child that marks needs them, not every start of the program.
#ifndef WATERMARK_FONT_H
#define WATERMARK_FONT_H

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

typedef struct {
    FT_Face face;
    FT_UInt (*index_of)(FT_Face, FT_ULong);
    FT_Error (*load)(FT_Face, FT_UInt, FT_Int32);
    FT_Error (*set_size)(FT_Face, FT_UInt, FT_UInt);
    void (*set_transform)(FT_Face, FT_Matrix *, FT_Vector *);
    FT_Error (*decompose)(FT_Outline *, const FT_Outline_Funcs *, void *);
} font;

/// The font's file stays mapped, so letters can be drawn after all files are out of reach. 0 when it or the library is not installed,
/// or when the font has no Chinese.
int font_open(font *f);

#endif
