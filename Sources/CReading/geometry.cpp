#include "geometry.hpp"

namespace reading {

// Closed form for the unit square (Heckbert, Fundamentals of Texture Mapping, 1989, §2.2.3).
Homography rectangle_to(const Quad &to, double width, double height) {
    const Point &a = to[0], &b = to[1], &c = to[2], &d = to[3];
    Point s = a - b + c - d, p = b - c, q = d - c;
    double det = p.x * q.y - p.y * q.x;
    double g = det == 0 ? 0 : (s.x * q.y - s.y * q.x) / det, h = det == 0 ? 0 : (p.x * s.y - p.y * s.x) / det;
    return {{(b.x - a.x + g * b.x) / width, (d.x - a.x + h * d.x) / height, a.x, (b.y - a.y + g * b.y) / width,
             (d.y - a.y + h * d.y) / height, a.y, g / width, h / height, 1}};
}

namespace {

void sample(const Colour &picture, Point p, float into[3]) {
    double x = p.x - 0.5, y = p.y - 0.5;
    if (!(x > -1 && y > -1 && x < picture.width && y < picture.height)) {
        into[0] = into[1] = into[2] = 128;
        return;
    }
    int x0 = int(std::floor(x)), y0 = int(std::floor(y));
    float fx = float(x - x0), fy = float(y - y0);
    int x1 = std::min(x0 + 1, picture.width - 1), y1 = std::min(y0 + 1, picture.height - 1);
    x0 = std::max(x0, 0);
    y0 = std::max(y0, 0);
    const uint8_t *a = picture.at(x0, y0), *b = picture.at(x1, y0), *c = picture.at(x0, y1), *d = picture.at(x1, y1);
    for (int i = 0; i < 3; i++)
        into[i] = (float(a[i]) * (1 - fx) + float(b[i]) * fx) * (1 - fy) + (float(c[i]) * (1 - fx) + float(d[i]) * fx) * fy;
}

}  // namespace

Colour rectified(const Colour &picture, const Quad &corners, int width, int height) {
    Homography map = rectangle_to(corners, width, height);
    double shrinking = std::sqrt(area(corners) / (double(width) * height));
    int taps = std::clamp(int(std::ceil(shrinking)), 1, 4);
    Colour result(width, height);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            float sum[3] = {0, 0, 0}, one[3];
            for (int i = 0; i < taps * taps; i++) {
                sample(picture, map.map({x + (i % taps + 0.5) / taps, y + (i / taps + 0.5) / taps}), one);
                for (int c = 0; c < 3; c++) sum[c] += one[c];
            }
            uint8_t *to = result.at(x, y);
            for (int c = 0; c < 3; c++) to[c] = uint8_t(sum[c] / float(taps * taps) + 0.5f);
        }
    return result;
}

double area(const Quad &quad) {
    double twice = 0;
    for (size_t i = 0; i < 4; i++) {
        const Point &a = quad[i], &b = quad[(i + 1) % 4];
        twice += a.x * b.y - a.y * b.x;
    }
    return std::abs(twice) / 2;
}

bool is_convex(const Quad &quad) {
    int positive = 0, negative = 0;
    for (size_t i = 0; i < 4; i++) {
        Point a = quad[(i + 1) % 4] - quad[i], b = quad[(i + 2) % 4] - quad[(i + 1) % 4];
        double cross = a.x * b.y - a.y * b.x;
        if (cross > 0) positive++;
        if (cross < 0) negative++;
    }
    return positive == 4 || negative == 4;
}

Quad turned(const Quad &quad, int quarters) {
    Quad result;
    for (size_t i = 0; i < 4; i++) result[i] = quad[(i + size_t(quarters)) % 4];
    return result;
}

}  // namespace reading
