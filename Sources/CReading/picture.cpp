#include "picture.hpp"

#include <cstring>

namespace reading {

Grey brightness(const Colour &picture) {
    Grey grey(picture.width, picture.height);
    for (size_t i = 0; i < grey.pixels.size(); i++) {
        const uint8_t *p = &picture.pixels[i * 3];
        grey.pixels[i] = uint8_t((299 * p[0] + 587 * p[1] + 114 * p[2] + 500) / 1000);
    }
    return grey;
}

Grey lightest_channel(const Colour &picture) {
    Grey grey(picture.width, picture.height);
    for (size_t i = 0; i < grey.pixels.size(); i++) {
        const uint8_t *p = &picture.pixels[i * 3];
        grey.pixels[i] = std::max({p[0], p[1], p[2]});
    }
    return grey;
}

namespace {

// One row of weights: which source pixels make up a target pixel.
struct Span {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Span> spans(int from, int to) {
    std::vector<Span> result(static_cast<size_t>(to));
    double ratio = double(from) / to;
    double reach = std::max(1.0, ratio);  // a triangle as wide as the step: bilinear up, area-like down
    for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * ratio - 0.5;
        int low = std::max(0, int(std::ceil(centre - reach))), high = std::min(from - 1, int(std::floor(centre + reach)));
        Span &span = result[size_t(i)];
        span.first = low;
        double sum = 0;
        for (int j = low; j <= high; j++) {
            double weight = std::max(1e-6, 1 - std::abs(j - centre) / reach);
            span.weights.push_back(float(weight));
            sum += weight;
        }
        for (float &weight : span.weights) weight = float(weight / sum);
    }
    return result;
}

std::vector<uint8_t> resample(const std::vector<uint8_t> &pixels, int from_width, int from_height, int width, int height, int channels) {
    std::vector<Span> across = spans(from_width, width), down = spans(from_height, height);
    std::vector<float> narrow(size_t(width) * size_t(from_height) * size_t(channels));
    for (int y = 0; y < from_height; y++)
        for (int x = 0; x < width; x++)
            for (int c = 0; c < channels; c++) {
                float sum = 0;
                const Span &span = across[size_t(x)];
                const uint8_t *p = &pixels[(size_t(y) * size_t(from_width) + size_t(span.first)) * size_t(channels) + size_t(c)];
                for (float weight : span.weights) {
                    sum += weight * *p;
                    p += channels;
                }
                narrow[(size_t(y) * size_t(width) + size_t(x)) * size_t(channels) + size_t(c)] = sum;
            }
    std::vector<uint8_t> result(size_t(width) * size_t(height) * size_t(channels));
    size_t row = size_t(width) * size_t(channels);
    std::vector<float> sums(row);
    for (int y = 0; y < height; y++) {
        const Span &span = down[size_t(y)];
        std::fill(sums.begin(), sums.end(), 0.5f);
        for (size_t j = 0; j < span.weights.size(); j++) {
            const float *source = &narrow[(size_t(span.first) + j) * row];
            for (size_t i = 0; i < row; i++) sums[i] += span.weights[j] * source[i];
        }
        for (size_t i = 0; i < row; i++) result[size_t(y) * row + i] = uint8_t(std::min(255.0f, sums[i]));
    }
    return result;
}

}  // namespace

Colour resized(const Colour &picture, int width, int height) {
    if (width == picture.width && height == picture.height) return picture;
    Colour result;
    result.width = width;
    result.height = height;
    result.pixels = resample(picture.pixels, picture.width, picture.height, width, height, 3);
    return result;
}

Grey resized(const Grey &picture, int width, int height) {
    if (width == picture.width && height == picture.height) return picture;
    Grey result;
    result.width = width;
    result.height = height;
    result.pixels = resample(picture.pixels, picture.width, picture.height, width, height, 1);
    return result;
}

Colour reduced(const Colour &picture, int side) {
    int longer = std::max(picture.width, picture.height);
    if (longer <= side) return picture;
    double ratio = double(side) / longer;
    return resized(picture, std::max(1, int(picture.width * ratio)), std::max(1, int(picture.height * ratio)));
}

Box clipped(Box box, int width, int height) {
    int left = std::clamp(box.x, 0, width), top = std::clamp(box.y, 0, height);
    int right = std::clamp(box.x + box.width, left, width), bottom = std::clamp(box.y + box.height, top, height);
    return {left, top, right - left, bottom - top};
}

Grey cropped(const Grey &picture, Box wanted) {
    Box box = clipped(wanted, picture.width, picture.height);
    Grey result(box.width, box.height);
    for (int y = 0; y < box.height && box.width > 0; y++)
        std::memcpy(&result.at(0, y), &picture.pixels[size_t(box.y + y) * size_t(picture.width) + size_t(box.x)], size_t(box.width));
    return result;
}

Colour cropped(const Colour &picture, Box wanted) {
    Box box = clipped(wanted, picture.width, picture.height);
    Colour result(box.width, box.height);
    for (int y = 0; y < box.height && box.width > 0; y++)
        std::memcpy(result.at(0, y), picture.at(box.x, box.y + y), size_t(box.width) * 3);
    return result;
}

Grey box_blurred(const Grey &picture, int radius) {
    int w = picture.width, h = picture.height;
    std::vector<uint32_t> sums(size_t(w + 1) * size_t(h + 1));
    for (int y = 0; y < h; y++) {
        uint32_t row = 0;
        for (int x = 0; x < w; x++) {
            row += picture.at(x, y);
            sums[size_t(y + 1) * size_t(w + 1) + size_t(x + 1)] = sums[size_t(y) * size_t(w + 1) + size_t(x + 1)] + row;
        }
    }
    Grey result(w, h);
    for (int y = 0; y < h; y++) {
        size_t top = size_t(std::max(0, y - radius)) * size_t(w + 1), bottom = size_t(std::min(h, y + radius + 1)) * size_t(w + 1);
        for (int x = 0; x < w; x++) {
            size_t left = size_t(std::max(0, x - radius)), right = size_t(std::min(w, x + radius + 1));
            uint32_t sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
            result.at(x, y) = uint8_t(sum / ((right - left) * ((bottom - top) / size_t(w + 1))));
        }
    }
    return result;
}

Colour turned(const Colour &picture, int quarters) {
    quarters = (quarters % 4 + 4) % 4;
    if (quarters == 0) return picture;
    int w = picture.width, h = picture.height;
    Colour result(quarters == 2 ? w : h, quarters == 2 ? h : w);
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            int to_x = quarters == 1 ? h - 1 - y : quarters == 2 ? w - 1 - x : y;
            int to_y = quarters == 1 ? x : quarters == 2 ? h - 1 - y : w - 1 - x;
            std::memcpy(result.at(to_x, to_y), picture.at(x, y), 3);
        }
    return result;
}

Colour upright(Colour picture, int orientation) {
    static const int quarters[] = {0, 0, 0, 2, 2, 3, 1, 1, 3};
    bool mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    if (mirrored)  // left and right change places before the turning
        for (int y = 0; y < picture.height; y++)
            for (int x = 0; x < picture.width / 2; x++)
                std::swap_ranges(picture.at(x, y), picture.at(x, y) + 3, picture.at(picture.width - 1 - x, y));
    return turned(picture, orientation >= 1 && orientation <= 8 ? quarters[orientation] : 0);
}

int percentile(const Grey &picture, double share) {
    std::array<size_t, 256> counts{};
    for (uint8_t value : picture.pixels) counts[value]++;
    size_t wanted = size_t(share * double(picture.pixels.size())), seen = 0;
    for (int value = 0; value < 256; value++) {
        seen += counts[size_t(value)];
        if (seen > wanted) return value;
    }
    return 255;
}

}  // namespace reading
