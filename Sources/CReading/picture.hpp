// Pictures in memory and the few operations on them that everything here shares.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace reading {

/// One channel, 0 black to 255 white.
struct Grey {
    int width = 0, height = 0;
    std::vector<uint8_t> pixels;

    Grey() = default;
    Grey(int w, int h, uint8_t value = 0) : width(w), height(h), pixels(size_t(w) * size_t(h), value) {}
    uint8_t &at(int x, int y) { return pixels[size_t(y) * size_t(width) + size_t(x)]; }
    uint8_t at(int x, int y) const { return pixels[size_t(y) * size_t(width) + size_t(x)]; }
    bool empty() const { return pixels.empty(); }
};

/// Red, green and blue, three bytes a pixel.
struct Colour {
    int width = 0, height = 0;
    std::vector<uint8_t> pixels;

    Colour() = default;
    Colour(int w, int h) : width(w), height(h), pixels(size_t(w) * size_t(h) * 3) {}
    uint8_t *at(int x, int y) { return &pixels[(size_t(y) * size_t(width) + size_t(x)) * 3]; }
    const uint8_t *at(int x, int y) const { return &pixels[(size_t(y) * size_t(width) + size_t(x)) * 3]; }
};

struct Point {
    double x = 0, y = 0;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
inline double length(Point a) { return std::hypot(a.x, a.y); }

/// Top left, top right, bottom right, bottom left.
using Quad = std::array<Point, 4>;

struct Box {
    int x = 0, y = 0, width = 0, height = 0;
};

/// Perceived brightness (ITU-R BT.601 weights).
Grey brightness(const Colour &picture);
/// The lightest of the three channels: print in colour (security patterns, blue labels) fades, black ink stays.
Grey lightest_channel(const Colour &picture);

/// Smaller or larger, by averaging areas or by bilinear interpolation.
Colour resized(const Colour &picture, int width, int height);
Grey resized(const Grey &picture, int width, int height);
/// So small that the longer side is at most `side`; never larger than before.
Colour reduced(const Colour &picture, int side);

Grey cropped(const Grey &picture, Box box);
Colour cropped(const Colour &picture, Box box);
/// The part of the box that lies inside.
Box clipped(Box box, int width, int height);

/// The mean over a square of 2 x radius + 1 pixels.
Grey box_blurred(const Grey &picture, int radius);

/// As the camera was held (EXIF orientation 1 to 8).
Colour upright(Colour picture, int orientation);
/// By quarters of a full turn, clockwise.
Colour turned(const Colour &picture, int quarters);

/// The value below which the given share of all pixels lies.
int percentile(const Grey &picture, double share);

}  // namespace reading
