// The middle dot of a transcribed name (阿依达娜·哈力别克), which the recogniser drops: found by its shape.
#include "name_dot.hpp"

#include "text.hpp"

namespace reading {

namespace {

struct Run {
    int left, right, top, bottom;
};

// Stretches of columns with ink, and the rows each fills.
std::vector<Run> runs(const Grey &levelled, Box line) {
    constexpr int dark = 110;
    std::vector<Run> found;
    bool is_open = false;
    for (int x = line.x; x < line.x + line.width; x++) {
        int top = -1, bottom = -1;
        for (int y = line.y; y < line.y + line.height; y++)
            if (levelled.at(x, y) < dark) {
                if (top < 0) top = y;
                bottom = y;
            }
        if (top < 0) {
            is_open = false;
            continue;
        }
        if (!is_open) found.push_back({x, x, top, bottom});
        is_open = true;
        Run &run = found.back();
        run.right = x;
        run.top = std::min(run.top, top);
        run.bottom = std::max(run.bottom, bottom);
    }
    return found;
}

bool is_dot(const Run &run, Box line) {
    double middle = (run.top + run.bottom) / 2.0 - line.y;
    int wide = run.right - run.left + 1, tall = run.bottom - run.top + 1;
    return middle > 0.3 * line.height && middle < 0.7 * line.height && wide * 4 < line.height && tall * 4 < line.height
        && wide * 14 > line.height && tall * 14 > line.height;
}

}  // namespace

std::string with_dot(const Grey &levelled, Box line, const std::string &name) {
    std::vector<char32_t> points = code_points(name);
    if (points.size() < 3 || name.find("·") != std::string::npos) return name;
    for (const Run &run : runs(levelled, line)) {
        if (!is_dot(run, line)) continue;
        double before = run.left - line.x, after = line.x + line.width - run.right;
        auto at = std::lround(before / (before + after) * double(points.size()));
        // A stroke of a character stands inside its place; a dot stands between two places, with air on both sides.
        if (at < 1 || at >= long(points.size())) continue;
        points.insert(points.begin() + at, U'·');
        return utf8(points);
    }
    return name;
}

}  // namespace reading
