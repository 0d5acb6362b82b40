#include "shapes.hpp"

#include <dlfcn.h>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "text.hpp"

namespace reading {

namespace {

const char *const table =
#include "standard_characters.hpp"
    ;

// Debian's fonts-noto-cjk; the third face of the collection is the one for simplified Chinese.
constexpr const char *font_file = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr int font_face = 2, font_size = 48;

struct Library {
    decltype(&FT_Init_FreeType) init;
    decltype(&FT_New_Face) face;
    decltype(&FT_Set_Pixel_Sizes) size;
    decltype(&FT_Get_Char_Index) index;
    decltype(&FT_Load_Glyph) glyph;
};

bool load(Library &library) {
    void *file = dlopen("libfreetype.so.6", RTLD_NOW | RTLD_LOCAL);
    if (file == nullptr) return false;
    bool is_whole = true;
    auto find = [&](auto &function, const char *name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(file, name));
        is_whole &= function != nullptr;
    };
    find(library.init, "FT_Init_FreeType");
    find(library.face, "FT_New_Face");
    find(library.size, "FT_Set_Pixel_Sizes");
    find(library.index, "FT_Get_Char_Index");
    find(library.glyph, "FT_Load_Glyph");
    return is_whole;
}

std::optional<Shape> drawn(const Library &library, FT_Face face, char32_t character) {
    FT_UInt glyph = library.index(face, character);
    if (glyph == 0 || library.glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_RENDER) != 0) return std::nullopt;
    const FT_Bitmap &bitmap = face->glyph->bitmap;
    if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY || bitmap.pitch < 0) return std::nullopt;
    Grey ink(int(bitmap.width), int(bitmap.rows));
    for (int y = 0; y < ink.height; y++)
        for (int x = 0; x < ink.width; x++) ink.at(x, y) = bitmap.buffer[y * bitmap.pitch + x];
    return shape_of(ink);
}

// How wide a character is printed, a full-width one being 1.
double width_of(char32_t character) { return character < 0x100 ? 0.55 : 1; }

// Where one character ends and the next begins: near the division by widths, in the column with least ink.
std::vector<int> divided(const Grey &levelled, Box line, const std::vector<char32_t> &text) {
    std::vector<int> ink(size_t(line.width));
    for (int y = line.y; y < line.y + line.height; y++)
        for (int x = 0; x < line.width; x++) ink[size_t(x)] += 255 - levelled.at(line.x + x, y);
    double total = 0, before = 0;
    for (char32_t character : text) total += width_of(character);
    double unit = (line.width + 0.1 * line.height) / total;
    std::vector<int> ends{0};
    for (size_t i = 0; i + 1 < text.size(); i++) {
        before += width_of(text[i]);
        double middle = before * unit - 0.05 * line.height, reach = 0.22 * unit;
        int best = std::clamp(int(middle), 0, line.width);
        double least = 1e18;
        for (int x = std::max(0, int(middle - reach)); x <= int(middle + reach) && x < line.width; x++) {
            double cost = ink[size_t(x)] + std::abs(x - middle) * 30;
            if (cost < least) least = cost, best = x;
        }
        ends.push_back(std::max(best, ends.back()));
    }
    ends.push_back(line.width);
    return ends;
}

std::optional<Shape> seen_between(const Grey &levelled, Box line, int from, int to) {
    Grey cell = cropped(levelled, {line.x + from, line.y, to - from, line.height});
    for (uint8_t &value : cell.pixels) value = uint8_t(255 - value);
    return shape_of(cell);
}

constexpr float clear_lead = 0.025f, least_likeness = 0.80f;

float likeness(const Shape &a, const Shape &b) {
    float sum = 0;
    for (size_t i = 0; i < a.size(); i++) sum += a[i] * b[i];
    return sum;
}

}  // namespace

std::optional<Shapes> Shapes::loaded() {
    Library library;
    FT_Library types;
    FT_Face face;
    if (!load(library) || library.init(&types) != 0) return std::nullopt;
    if (library.face(types, font_file, font_face, &face) != 0 || library.size(face, 0, font_size) != 0) return std::nullopt;
    Shapes result;
    result.shapes = std::make_shared<std::vector<Shape>>();
    for (char32_t character : code_points(table)) {
        std::optional<Shape> shape = drawn(library, face, character);
        if (!shape) continue;
        result.characters += character;
        result.shapes->push_back(*shape);
    }
    return result;
}

Shapes::Likely Shapes::most_likely(const Shape &seen, char32_t asked) const {
    Likely result;
    for (size_t i = 0; i < characters.size(); i++) {
        float likely = likeness(seen, (*shapes)[i]);
        if (likely > result.likeness) result.likeness = likely, result.character = characters[i];
        if (characters[i] == asked) result.own = likely;
    }
    return result;
}

std::string Shapes::corrected(const Grey &levelled, Box line, const std::string &recognised) const {
    std::vector<char32_t> text = code_points(recognised);
    double total = 0;
    for (char32_t character : text) total += width_of(character);
    if (text.empty() || line.width < 0.85 * total * line.height || line.width > 1.6 * total * line.height) return recognised;
    std::vector<int> ends = divided(levelled, line, text);
    int asked = 0, confirmed = 0;
    for (size_t i = 0; i < text.size(); i++) {
        if (!is_han(text[i])) continue;
        std::optional<Shape> seen = seen_between(levelled, line, ends[i], ends[i + 1]);
        if (!seen) continue;
        Likely likely = most_likely(*seen, text[i]);
        asked++;
        if (likely.likeness - likely.own <= clear_lead) confirmed++;
        else if (likely.likeness >= least_likeness) text[i] = likely.character;
    }
    // Where hardly one is confirmed the line was taken apart at the wrong places: a character too many or too few.
    return asked >= 4 && confirmed * 2 < asked ? recognised : utf8(text);
}

std::string Shapes::read(const Grey &levelled, Box line, int count) const {
    std::vector<char32_t> text(size_t(std::max(0, count)), U'\u4E00');
    std::vector<int> ends = divided(levelled, line, text);
    for (size_t i = 0; i < text.size(); i++) {
        std::optional<Shape> seen = seen_between(levelled, line, ends[i], ends[i + 1]);
        if (!seen) return "";
        Likely likely = most_likely(*seen, 0);
        if (likely.likeness < least_likeness) return "";
        text[i] = likely.character;
    }
    return utf8(text);
}

}  // namespace reading
