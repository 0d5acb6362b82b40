#include "lines.hpp"

namespace reading {

namespace {

constexpr int angles = 180;
constexpr double rho_step = 1.5;

// Weights that favour long edges of modest contrast over a few points of great contrast.
float capped(float strength) { return std::sqrt(std::min(strength, 160.0f)); }

void gradient(const Colour &picture, Edges &raw) {
    int w = picture.width;
    for (int y = 1; y + 1 < picture.height; y++)
        for (int x = 1; x + 1 < w; x++) {
            float best = 0, bx = 0, by = 0;
            for (int c = 0; c < 3; c++) {
                auto at = [&](int dx, int dy) { return float(picture.at(x + dx, y + dy)[c]); };
                float gx = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1);
                float gy = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1);
                float magnitude = gx * gx + gy * gy;
                if (magnitude > best) best = magnitude, bx = gx, by = gy;
            }
            best = std::sqrt(best);
            size_t i = raw.index(x, y);
            raw.strength[i] = best;
            if (best > 0) raw.x[i] = bx / best, raw.y[i] = by / best;
        }
}

// The strength that the given share of all pixels exceeds.
float exceeded_by(const std::vector<float> &strength, double share) {
    std::vector<float> copy = strength;
    auto at = copy.begin() + std::ptrdiff_t(double(copy.size()) * (1 - share));
    std::nth_element(copy.begin(), at, copy.end());
    return *at;
}

}  // namespace

Edges edges(const Colour &picture) {
    Edges raw;
    raw.width = picture.width;
    raw.height = picture.height;
    size_t count = size_t(picture.width) * size_t(picture.height);
    raw.strength.assign(count, 0);
    raw.x.assign(count, 0);
    raw.y.assign(count, 0);
    gradient(picture, raw);
    float least = std::max(8.0f, std::min(60.0f, exceeded_by(raw.strength, 0.2)));
    Edges thin = raw;
    for (int y = 1; y + 1 < raw.height; y++)
        for (int x = 1; x + 1 < raw.width; x++) {
            size_t i = raw.index(x, y);
            int dx = int(std::lround(raw.x[i])), dy = int(std::lround(raw.y[i]));
            bool is_ridge = raw.strength[i] >= raw.strength[raw.index(x + dx, y + dy)]
                && raw.strength[i] > raw.strength[raw.index(x - dx, y - dy)];
            if (!is_ridge || raw.strength[i] < least) thin.strength[i] = 0;
        }
    return thin;
}

std::vector<Line> lines(const Edges &edges, size_t most) {
    double reach = std::hypot(edges.width, edges.height);
    int rhos = int(2 * reach / rho_step) + 3;
    std::vector<float> votes(size_t(angles) * size_t(rhos));
    auto bin = [&](int angle, int rho) -> float & { return votes[size_t(angle) * size_t(rhos) + size_t(rho)]; };
    for (int y = 1; y + 1 < edges.height; y++)
        for (int x = 1; x + 1 < edges.width; x++) {
            size_t i = edges.index(x, y);
            if (edges.strength[i] <= 0) continue;
            int own = int(std::lround(std::atan2(edges.y[i], edges.x[i]) * 180 / M_PI));
            for (int spread = -5; spread <= 5; spread++) {  // a short edge tells its direction only so well
                int angle = ((own + spread) % angles + angles) % angles;
                double t = angle * M_PI / 180, rho = x * std::cos(t) + y * std::sin(t);
                bin(angle, int((rho + reach) / rho_step)) += capped(edges.strength[i]);
            }
        }
    std::vector<Line> found;
    while (found.size() < most) {
        auto peak = std::max_element(votes.begin(), votes.end());
        if (*peak <= 0) break;
        int angle = int((peak - votes.begin()) / rhos), rho = int((peak - votes.begin()) % rhos);
        double t = angle * M_PI / 180;
        found.push_back({{std::cos(t), std::sin(t)}, (rho + 0.5) * rho_step - reach, *peak, false});
        for (int da = -6; da <= 6; da++)  // its neighbours are the same edge
            for (int dr = -4; dr <= 4; dr++) {
                int a = angle + da, r = rho + dr;
                if (a < 0 || a >= angles) {  // the other way round, the distance counts from the other side
                    a = (a + angles) % angles;
                    r = int((2 * reach - (r + 0.5) * rho_step) / rho_step);
                }
                if (r >= 0 && r < rhos) bin(a, r) = 0;
            }
    }
    return found;
}

bool meeting(const Line &a, const Line &b, Point &where) {
    double det = a.normal.x * b.normal.y - a.normal.y * b.normal.x;
    if (std::abs(det) < 0.2) return false;
    where = {(a.distance * b.normal.y - b.distance * a.normal.y) / det, (b.distance * a.normal.x - a.distance * b.normal.x) / det};
    return true;
}

}  // namespace reading
