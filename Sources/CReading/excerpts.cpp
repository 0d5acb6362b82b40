#include "excerpts.hpp"

#include "fingerprint.hpp"

namespace reading {

namespace {

// The longer side, in pixels, at which spots are looked for.
constexpr int working_side = 512;
// How far a spot reaches, and what is around it.
constexpr int spot_radius = 3, ground_radius = 8;
// Levels of brightness by which a spot differs from its ground at least.
constexpr double least_difference = 2;
// From the edge, and between two spots.
constexpr int margin = 4, least_distance = 8;
// Signs of 16 x 16 frequencies: finer ones move with the fraction of a pixel by which a spot is found elsewhere.
constexpr int low = 16;

// One channel, not rounded: spots are found to a fraction of a pixel.
struct Plane {
    int width = 0, height = 0;
    std::vector<double> values;

    double at(int x, int y) const { return values[size_t(y) * size_t(width) + size_t(x)]; }
};

// Where the upper left spot lies, as shares of width and of height. The lower right one lies as far from the other end.
struct Stretch {
    double from, to;
};
// What is kept is sought in a picture cut by up to a twentieth on each side, in which it lies nearer to the edge.
constexpr Stretch kept_zone{0.08, 0.36}, sought_zone{0.02, 0.38};
constexpr size_t kept_spots = 2, sought_spots = 3;

Plane averaged(const Plane &picture, int radius) {
    int w = picture.width, h = picture.height;
    std::vector<double> sums(size_t(w + 1) * size_t(h + 1));
    for (int y = 0; y < h; y++) {
        double row = 0;
        for (int x = 0; x < w; x++) {
            row += picture.at(x, y);
            sums[size_t(y + 1) * size_t(w + 1) + size_t(x + 1)] = sums[size_t(y) * size_t(w + 1) + size_t(x + 1)] + row;
        }
    }
    Plane result{w, h, {}};
    result.values.reserve(picture.values.size());
    for (int y = 0; y < h; y++) {
        int above = std::max(0, y - radius), below = std::min(h, y + radius + 1);
        size_t top = size_t(above) * size_t(w + 1), bottom = size_t(below) * size_t(w + 1);
        for (int x = 0; x < w; x++) {
            int before = std::max(0, x - radius), after = std::min(w, x + radius + 1);
            size_t left = size_t(before), right = size_t(after);
            double sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
            result.values.push_back(sum / (double(after - before) * (below - above)));
        }
    }
    return result;
}

// How much lighter or darker a spot is than the ground around it.
Plane standing_out(const Plane &picture) {
    Plane result = averaged(averaged(picture, spot_radius), spot_radius);
    Plane ground = averaged(averaged(picture, ground_radius), ground_radius);
    for (size_t i = 0; i < result.values.size(); i++) result.values[i] = std::abs(result.values[i] - ground.values[i]);
    return result;
}

// Where a parabola through three neighbours is highest, from the middle one.
double top_of(double before, double here, double after) {
    double bend = before - 2 * here + after;
    return bend == 0 ? 0 : std::clamp(0.5 * (before - after) / bend, -0.5, 0.5);
}

struct Spot {
    int x, y;
    double strength;
};

bool is_highest(const Plane &plane, int x, int y) {
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (plane.at(x, y) < plane.at(x + dx, y + dy)) return false;
    return true;
}

// The strongest that lie in the zone, across and down, strongest first.
std::vector<Point> strongest(const Plane &plane, Stretch zone, size_t count) {
    std::vector<Spot> spots;
    int left = std::max(int(zone.from * plane.width), margin), right = std::min(int(zone.to * plane.width), plane.width - margin);
    int top = std::max(int(zone.from * plane.height), margin), bottom = std::min(int(zone.to * plane.height), plane.height - margin);
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
            if (plane.at(x, y) >= least_difference && is_highest(plane, x, y)) spots.push_back({x, y, plane.at(x, y)});
    std::stable_sort(spots.begin(), spots.end(), [](const Spot &a, const Spot &b) { return a.strength > b.strength; });
    std::vector<Point> found;
    for (const Spot &spot : spots) {
        if (found.size() == count) break;
        bool is_near = std::any_of(found.begin(), found.end(), [&](const Point &other) {
            return std::abs(other.x - spot.x) < least_distance && std::abs(other.y - spot.y) < least_distance;
        });
        if (is_near) continue;
        double x = spot.x + top_of(plane.at(spot.x - 1, spot.y), spot.strength, plane.at(spot.x + 1, spot.y));
        double y = spot.y + top_of(plane.at(spot.x, spot.y - 1), spot.strength, plane.at(spot.x, spot.y + 1));
        found.push_back({x, y});
    }
    return found;
}

// Between two pixels the mean of both, by nearness.
double between(const Plane &plane, double x, double y) {
    int left = std::clamp(int(x), 0, plane.width - 2), top = std::clamp(int(y), 0, plane.height - 2);
    double across = x - left, down = y - top;
    double upper = plane.at(left, top) * (1 - across) + plane.at(left + 1, top) * across;
    double lower = plane.at(left, top + 1) * (1 - across) + plane.at(left + 1, top + 1) * across;
    return upper * (1 - down) + lower * down;
}

void add_hash(const Plane &smooth, Point from, Point to, std::vector<uint64_t> &hashes) {
    std::vector<double> square;
    square.reserve(size_t(sampled_side) * sampled_side);
    Point step = (to - from) * (1.0 / sampled_side);
    for (int y = 0; y < sampled_side; y++)
        for (int x = 0; x < sampled_side; x++)
            square.push_back(between(smooth, from.x + step.x * (x + 0.5), from.y + step.y * (y + 0.5)));
    std::vector<uint64_t> words = signs(square, low);
    hashes.insert(hashes.end(), words.begin(), words.end());
}

struct Sized {
    Plane smooth, spots;
};

Sized sized(const Grey &picture, double scale) {
    double ratio = working_side * scale / std::max(picture.width, picture.height);
    int width = std::max(1, int(std::lround(picture.width * ratio))), height = std::max(1, int(std::lround(picture.height * ratio)));
    Grey small = resized(picture, width, height);
    Plane plane{width, height, std::vector<double>(small.pixels.begin(), small.pixels.end())};
    return {averaged(plane, 1), standing_out(plane)};
}

void add_hashes(const Sized &picture, Stretch zone, size_t count, std::vector<uint64_t> &hashes) {
    std::vector<Point> from = strongest(picture.spots, zone, count);
    std::vector<Point> to = strongest(picture.spots, {1 - zone.to, 1 - zone.from}, count);
    for (const Point &upper : from)
        for (const Point &lower : to) add_hash(picture.smooth, upper, lower, hashes);
}

}  // namespace

Excerpts excerpts(const Grey &picture) {
    Excerpts result;
    if (picture.empty()) return result;
    // A large one is made smaller once, not six times.
    int times = std::max(picture.width, picture.height) / (2 * working_side);
    Grey reduced = times > 1 ? resized(picture, std::max(1, picture.width / times), std::max(1, picture.height / times)) : picture;
    for (double scale : {1.0, 0.97, 0.94, 0.91, 1.05, 1.1}) {
        Sized work = sized(reduced, scale);
        if (scale == 1.0) add_hashes(work, kept_zone, kept_spots, result.kept);
        add_hashes(work, sought_zone, sought_spots, result.sought);
    }
    return result;
}

}  // namespace reading
