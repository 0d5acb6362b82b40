#include "font.h"

#include <dlfcn.h>
#include <stddef.h>

// Debian's fonts-noto-cjk; the third face of the collection is the one for simplified Chinese. Bold, because a half transparent thin
// letter is lost on a photograph.
static const char file_name[] = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
static const FT_Long face_number = 2;
static const FT_ULong sample = 0x5B9E;  // 实

int font_open(font *f) {
    void *library = dlopen("libfreetype.so.6", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return 0;
    FT_Error (*init)(FT_Library *) = (FT_Error(*)(FT_Library *))dlsym(library, "FT_Init_FreeType");
    FT_Error (*open)(FT_Library, const char *, FT_Long, FT_Face *) =
        (FT_Error(*)(FT_Library, const char *, FT_Long, FT_Face *))dlsym(library, "FT_New_Face");
    f->index_of = (FT_UInt(*)(FT_Face, FT_ULong))dlsym(library, "FT_Get_Char_Index");
    f->load = (FT_Error(*)(FT_Face, FT_UInt, FT_Int32))dlsym(library, "FT_Load_Glyph");
    f->set_size = (FT_Error(*)(FT_Face, FT_UInt, FT_UInt))dlsym(library, "FT_Set_Pixel_Sizes");
    f->set_transform = (void (*)(FT_Face, FT_Matrix *, FT_Vector *))dlsym(library, "FT_Set_Transform");
    f->decompose = (FT_Error(*)(FT_Outline *, const FT_Outline_Funcs *, void *))dlsym(library, "FT_Outline_Decompose");
    if (!init || !open || !f->index_of || !f->load || !f->set_size || !f->set_transform || !f->decompose) return 0;
    FT_Library types;
    if (init(&types) != 0 || open(types, file_name, face_number, &f->face) != 0) return 0;
    return f->face->units_per_EM > 0 && f->index_of(f->face, sample) != 0;
}
