// Straight edges of a picture, by the Hough transform.
#pragma once

#include "picture.hpp"

namespace reading {

/// Edge points, one pixel thin: strength (0 none) and the direction in which it gets brighter.
struct Edges {
    int width = 0, height = 0;
    std::vector<float> strength, x, y;  // (x, y) is a unit vector where there is strength

    size_t index(int px, int py) const { return size_t(py) * size_t(width) + size_t(px); }
};

/// The line of all points p with normal · p = distance.
struct Line {
    Point normal;
    double distance = 0, weight = 0;
    bool is_border = false;  // not seen, but the border of the picture

    double off(Point p) const { return normal.x * p.x + normal.y * p.y - distance; }
};

/// Of the channel that changes most at each pixel.
Edges edges(const Colour &picture);

/// The strongest straight edges, strongest first.
std::vector<Line> lines(const Edges &edges, size_t most);

/// Where two lines meet; false when they are parallel or nearly.
bool meeting(const Line &a, const Line &b, Point &where);

}  // namespace reading
