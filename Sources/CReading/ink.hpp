// Dark print on a light, patterned, unevenly lit ground: made even, found in lines, cut out for the recogniser.
#pragma once

#include "picture.hpp"

namespace reading {

/// Every pixel against the paper around it: 255 is paper, 0 is the darkest print.
Grey levelled(const Grey &picture, int radius);

/// Black and white after Sauvola (Pattern Recognition 33, 2000): the threshold follows mean and spread around each pixel.
Grey two_valued(const Grey &picture, int radius, double sensitivity);

/// Rows of print inside the box of a levelled picture, top to bottom, each cut to its ink.
/// Rows without ink, up to `gap` of them, do not end a line; a row has ink
/// with `least_ink` dark pixels.
std::vector<Box> text_lines(const Grey &levelled, Box within, int least_height, int most_height, int gap, int least_ink = 2);

/// The box with a little paper around it, scaled so that the line becomes `wanted_height` tall.
Grey line_picture(const Grey &picture, Box line, int wanted_height);

/// Different looks of the same line: what one hides another shows.
std::vector<Grey> looks(const Grey &plain, const Grey &levelled, Box line);

}  // namespace reading
