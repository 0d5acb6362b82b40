// Characters of fixed pitch in OCR-B, compared with the font itself: the machine-readable zone, and the number of the resident ID.
#pragma once

#include <string>

#include "picture.hpp"

namespace reading {

/// How well each character fits a place: the correlation of its shape with the ink, at most 1.
struct Place {
    std::vector<float> fits;  // in the order of `glyph_characters()`
    double x = 0;             // the centre, in pixels

    /// The best of the allowed characters, and by how much it leads the next.
    char best(const std::string &allowed, float *fit = nullptr, float *lead = nullptr) const;
    float fit_of(char character) const;
};

const std::string &glyph_characters();

/// Reads a line of `count` characters of one pitch, whose ink is the box of a levelled picture.
/// `capital` is the height of a capital letter in pixels. Empty when the places do not lie in the picture.
std::vector<Place> match_line(const Grey &levelled, Box line, int count, double capital);

/// The mean of the best fits.
double mean_fit(const std::vector<Place> &places, const std::string &allowed);

std::string best_text(const std::vector<Place> &places, const std::string &allowed);

}  // namespace reading
