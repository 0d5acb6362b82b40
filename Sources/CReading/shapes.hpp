// Chinese characters compared with a font, one by one. The recogniser's model knows some 4,000; names are written in 8,105.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "picture.hpp"

namespace reading {

/// What a character's strokes look like: how much edge runs in each of eight directions in each of 64 fields. Length 1.
constexpr int shape_fields = 8, shape_directions = 8, shape_size = shape_fields * shape_fields * shape_directions;
using Shape = std::array<float, shape_size>;

/// Of the ink in a picture (0 none to 255), stretched to a square first. Nothing when there is none.
std::optional<Shape> shape_of(const Grey &ink);

class Shapes {
public:
    /// Draws the table of standard characters with an installed sans-serif font. Opens files: before the confinement. Empty when there is
    /// no font; reading goes on without.
    static std::optional<Shapes> loaded();

    /// What the recogniser has for a line, with each Chinese character for which the picture fits another clearly better replaced by that
    /// one. Unchanged where the line cannot be taken apart like that.
    std::string corrected(const Grey &levelled, Box line, const std::string &recognised) const;

    /// A line of so many full-width characters, with no help. Empty unless every one is like what it is taken for.
    std::string read(const Grey &levelled, Box line, int count) const;

private:
    std::u32string characters;
    std::shared_ptr<std::vector<Shape>> shapes;

    struct Likely {
        char32_t character = 0;
        float likeness = 0, own = 0;  // of the best, and of the one that was asked about
    };
    Likely most_likely(const Shape &seen, char32_t asked) const;
};

}  // namespace reading
