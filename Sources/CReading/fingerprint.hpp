// Two things told of every picture: what it looks like, and whether it may be a picture of a screen.
#pragma once

#include "picture.hpp"

namespace reading {

/// The perceptual hash "pHash": signs of the 64 lowest frequencies of a 32 x 32 cosine transform against their median. Pictures that look
/// alike differ in few bits.
uint64_t perceptual_hash(const Grey &picture);

/// The same idea, finer: signs of the 32 x 32 lowest frequencies of a 96 x 96 transform against their median, row by row. Cards of one
/// layout, which look alike in 64 bits, differ in many of these; the same picture stored anew differs in few.
std::vector<uint64_t> fine_hash(const Grey &picture);

/// The side of the square that is transformed.
constexpr int sampled_side = 96;

/// Signs of the low x low lowest frequencies of such a square, given row by row, against their median. `low` is a multiple of 8.
std::vector<uint64_t> signs(const std::vector<double> &square, int low);

/// How far the strongest single frequency stands out of its surroundings, in the parts of the picture where it stands out least: the
/// dots of a screen, or their beat with the sensor's, run through all of a picture; print patterns do not. Advisory.
double screen_periodicity(const Grey &picture);

}  // namespace reading
