// Straightening what was photographed at a slant.
#pragma once

#include "picture.hpp"

namespace reading {

/// A projective map of the plane, row by row; the last number is 1.
struct Homography {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};

    Point map(Point p) const {
        double w = m[6] * p.x + m[7] * p.y + m[8];
        return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
    }
};

/// The map that takes the corners of the upright rectangle (0,0)-(width,height) to the four of `to`.
Homography rectangle_to(const Quad &to, double width, double height);

/// What lies inside the quadrilateral as a rectangle of the given size; outside the picture it is grey. Averages where it shrinks.
Colour rectified(const Colour &picture, const Quad &corners, int width, int height);

double area(const Quad &quad);
bool is_convex(const Quad &quad);
/// By quarters: where the first corner goes to the next place.
Quad turned(const Quad &quad, int quarters);

}  // namespace reading
