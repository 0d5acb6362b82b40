#include "shapes.hpp"

#include <utility>

namespace reading {

namespace {

constexpr int side = 48, margin = 4;

// By single bilinear samples: thousands are stretched at every start, and all are of about the size they become.
Grey stretched(const Grey &ink, Box box, int width, int height) {
    Grey result(width, height);
    for (int y = 0; y < height; y++) {
        float fy = (float(y) + 0.5f) * float(box.height) / float(height) - 0.5f;
        int y0 = std::clamp(int(fy), 0, box.height - 1), y1 = std::min(y0 + 1, box.height - 1);
        float down = std::clamp(fy - float(y0), 0.0f, 1.0f);
        for (int x = 0; x < width; x++) {
            float fx = (float(x) + 0.5f) * float(box.width) / float(width) - 0.5f;
            int x0 = std::clamp(int(fx), 0, box.width - 1), x1 = std::min(x0 + 1, box.width - 1);
            float right = std::clamp(fx - float(x0), 0.0f, 1.0f);
            auto at = [&](int column, int row) { return float(ink.at(box.x + column, box.y + row)); };
            float above = at(x0, y0) * (1 - right) + at(x1, y0) * right, below = at(x0, y1) * (1 - right) + at(x1, y1) * right;
            result.at(x, y) = uint8_t(above * (1 - down) + below * down);
        }
    }
    return result;
}

// In which of eight directions, counted from the right, and how far on to the next: an octant and a ratio come near enough to an angle.
std::pair<int, float> direction_of(float gx, float gy) {
    float ax = std::abs(gx), ay = std::abs(gy);
    float turn = ax >= ay ? ay / ax : 2 - ax / ay;
    if (gx < 0) turn = 4 - turn;
    if (gy < 0) turn = 8 - turn;
    int whole = int(turn);
    return {whole % shape_directions, turn - float(whole)};
}

// The ink's box stretched over the square, so that size, place and width of the type do not matter; a stroke like 一 keeps its form.
std::optional<Grey> squared(const Grey &ink) {
    int left = ink.width, right = -1, top = ink.height, bottom = -1;
    for (int y = 0; y < ink.height; y++)
        for (int x = 0; x < ink.width; x++)
            if (ink.at(x, y) > 110) left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
    if (right < left) return std::nullopt;
    int width = right - left + 1, height = bottom - top + 1, longer = std::max(width, height), room = side - 2 * margin;
    auto length = [&](int own) { return own * 5 < longer * 2 ? std::max(2, own * room / longer) : room; };
    Grey fitted = stretched(ink, {left, top, width, height}, length(width), length(height)), result(side, side);
    int dx = (side - fitted.width) / 2, dy = (side - fitted.height) / 2;
    for (int y = 0; y < fitted.height; y++)
        for (int x = 0; x < fitted.width; x++) result.at(x + dx, y + dy) = fitted.at(x, y);
    return box_blurred(result, 1);
}

}  // namespace

std::optional<Shape> shape_of(const Grey &ink) {
    std::optional<Grey> picture = squared(ink);
    if (!picture) return std::nullopt;
    Shape shape{};
    constexpr float step = float(side) / shape_fields;
    for (int y = 1; y + 1 < side; y++)
        for (int x = 1; x + 1 < side; x++) {
            float gx = float(picture->at(x + 1, y) - picture->at(x - 1, y)), gy = float(picture->at(x, y + 1) - picture->at(x, y - 1));
            float strength = std::sqrt(gx * gx + gy * gy);
            if (strength < 8) continue;
            auto [direction, share] = direction_of(gx, gy);
            // Spread over the four nearest fields, so that a small shift changes little.
            float fx = (float(x) + 0.5f) / step - 0.5f, fy = (float(y) + 0.5f) / step - 0.5f;
            int column = int(std::floor(fx)), row = int(std::floor(fy));
            for (int v = 0; v < 2; v++)
                for (int u = 0; u < 2; u++) {
                    int c = column + u, r = row + v;
                    if (c < 0 || r < 0 || c >= shape_fields || r >= shape_fields) continue;
                    float weight = strength * (1 - std::abs(fx - float(c))) * (1 - std::abs(fy - float(r)));
                    float *field = &shape[size_t((r * shape_fields + c) * shape_directions)];
                    field[direction] += weight * (1 - share);
                    field[(direction + 1) % shape_directions] += weight * share;
                }
        }
    float square = 0;
    for (float &value : shape) {
        value = std::sqrt(value);  // a long stroke counts, but not as much more as it is longer
        square += value * value;
    }
    if (square <= 0) return std::nullopt;
    for (float &value : shape) value /= std::sqrt(square);
    return shape;
}

}  // namespace reading
