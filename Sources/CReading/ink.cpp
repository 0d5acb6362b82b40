#include "ink.hpp"

namespace reading {

namespace {

// The lightest value around each pixel (a square window), without the loops over the window: once along rows, once along columns.
Grey lightest_around(const Grey &picture, int radius) {
    Grey across(picture.width, picture.height), result(picture.width, picture.height);
    for (int y = 0; y < picture.height; y++)
        for (int x = 0; x < picture.width; x++) {
            uint8_t best = 0;
            for (int i = std::max(0, x - radius); i <= std::min(picture.width - 1, x + radius); i++) best = std::max(best, picture.at(i, y));
            across.at(x, y) = best;
        }
    for (int y = 0; y < picture.height; y++)
        for (int x = 0; x < picture.width; x++) {
            uint8_t best = 0;
            for (int i = std::max(0, y - radius); i <= std::min(picture.height - 1, y + radius); i++) best = std::max(best, across.at(x, i));
            result.at(x, y) = best;
        }
    return result;
}

}  // namespace

Grey levelled(const Grey &picture, int radius) {
    // Coarse is enough for light and shade, and noise is averaged away before the lightest is asked.
    int coarse = 8, w = std::max(1, picture.width / coarse), h = std::max(1, picture.height / coarse);
    Grey paper = lightest_around(resized(picture, w, h), std::max(1, radius / coarse));
    paper = resized(box_blurred(paper, std::max(1, radius / coarse)), picture.width, picture.height);
    Grey result(picture.width, picture.height);
    for (size_t i = 0; i < picture.pixels.size(); i++)
        result.pixels[i] = uint8_t(std::min(255, int(picture.pixels[i]) * 255 / std::max(1, int(paper.pixels[i]))));
    int black = percentile(result, 0.005), white = 235;
    for (uint8_t &value : result.pixels) value = uint8_t(std::clamp((value - black) * 255 / std::max(1, white - black), 0, 255));
    return result;
}

Grey two_valued(const Grey &picture, int radius, double sensitivity) {
    Grey mean = box_blurred(picture, radius), squares(picture.width, picture.height), result(picture.width, picture.height);
    for (size_t i = 0; i < picture.pixels.size(); i++) {
        int off = picture.pixels[i] - mean.pixels[i];
        squares.pixels[i] = uint8_t(std::min(255, off * off / 64));  // the spread goes up to 128: its square, by 64, fits
    }
    Grey spread = box_blurred(squares, radius);
    for (size_t i = 0; i < picture.pixels.size(); i++) {
        double deviation = std::sqrt(double(spread.pixels[i]) * 64);
        double threshold = mean.pixels[i] * (1 + sensitivity * (deviation / 128 - 1));
        result.pixels[i] = picture.pixels[i] < threshold ? 0 : 255;
    }
    return result;
}

std::vector<Box> text_lines(const Grey &levelled, Box wanted, int least_height, int most_height, int gap, int least_ink) {
    Box within = clipped(wanted, levelled.width, levelled.height);
    constexpr int dark = 110;
    std::vector<int> ink(size_t(std::max(0, within.height)));
    for (int y = 0; y < within.height; y++)
        for (int x = 0; x < within.width; x++) ink[size_t(y)] += levelled.at(within.x + x, within.y + y) < dark;
    std::vector<Box> found;
    for (int y = 0; y < within.height;) {
        if (ink[size_t(y)] < least_ink) {
            y++;
            continue;
        }
        int top = y, bottom = y;
        for (; y < within.height && y - bottom <= gap; y++)
            if (ink[size_t(y)] >= least_ink) bottom = y;
        int height = bottom - top + 1;
        if (height < least_height || height > most_height) continue;
        int left = within.width, right = -1;
        for (int row = top; row <= bottom; row++)
            for (int x = 0; x < within.width; x++)
                if (levelled.at(within.x + x, within.y + row) < dark) left = std::min(left, x), right = std::max(right, x);
        if (right - left + 1 >= least_height / 2) found.push_back({within.x + left, within.y + top, right - left + 1, height});
    }
    return found;
}

Grey line_picture(const Grey &picture, Box line, int wanted_height) {
    int margin = std::max(2, line.height / 8);
    Grey cut = cropped(picture, {line.x - margin, line.y - margin, line.width + 2 * margin, line.height + 2 * margin});
    double scale = double(wanted_height) / std::max(1, line.height);
    cut = resized(cut, std::max(4, int(cut.width * scale)), std::max(4, int(cut.height * scale)));
    int border = 6;
    Grey result(cut.width + 2 * border, cut.height + 2 * border, uint8_t(percentile(cut, 0.8)));
    for (int y = 0; y < cut.height; y++)
        for (int x = 0; x < cut.width; x++) result.at(x + border, y + border) = cut.at(x, y);
    return result;
}

std::vector<Grey> looks(const Grey &plain, const Grey &levelled, Box line) {
    Grey large = line_picture(levelled, line, 48);
    return {
        line_picture(levelled, line, 36), line_picture(plain, line, 36), large, box_blurred(large, 1), two_valued(large, 20, 0.25),
        line_picture(levelled, line, 28), line_picture(plain, line, 44),
    };
}

}  // namespace reading
