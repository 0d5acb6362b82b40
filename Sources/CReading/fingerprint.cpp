#include "fingerprint.hpp"

#include <complex>

namespace reading {

uint64_t perceptual_hash(const Grey &picture) {
    constexpr int side = 32, low = 8;
    Grey small = resized(box_blurred(picture, std::max(1, std::min(picture.width, picture.height) / 64)), side, side);
    std::array<double, low * low> frequencies{};
    for (int v = 0; v < low; v++)
        for (int u = 0; u < low; u++) {
            double sum = 0;
            for (int y = 0; y < side; y++)
                for (int x = 0; x < side; x++)
                    sum += small.at(x, y) * std::cos((2 * x + 1) * u * M_PI / (2 * side)) * std::cos((2 * y + 1) * v * M_PI / (2 * side));
            frequencies[size_t(v * low + u)] = sum;
        }
    std::vector<double> sorted(frequencies.begin() + 1, frequencies.end());  // the first is brightness, not form
    std::nth_element(sorted.begin(), sorted.begin() + 31, sorted.end());
    uint64_t hash = 0;
    for (double value : frequencies) hash = hash << 1 | (value > sorted[31] ? 1 : 0);
    return hash;
}

std::vector<uint64_t> signs(const std::vector<double> &square, int low) {
    constexpr int side = sampled_side;
    std::vector<double> waves(size_t(low) * side), rows(size_t(side) * size_t(low)), frequencies;
    for (int u = 0; u < low; u++)
        for (int x = 0; x < side; x++) waves[size_t(u * side + x)] = std::cos((2 * x + 1) * u * M_PI / (2 * side));
    for (int y = 0; y < side; y++)
        for (int u = 0; u < low; u++)
            for (int x = 0; x < side; x++) rows[size_t(y * low + u)] += square[size_t(y * side + x)] * waves[size_t(u * side + x)];
    for (int v = 0; v < low; v++)
        for (int u = 0; u < low; u++) {
            double sum = 0;
            for (int y = 0; y < side; y++) sum += rows[size_t(y * low + u)] * waves[size_t(v * side + y)];
            frequencies.push_back(sum);
        }
    std::vector<double> sorted(frequencies.begin() + 1, frequencies.end());
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    double median = sorted[sorted.size() / 2];
    std::vector<uint64_t> hash(frequencies.size() / 64);
    for (size_t i = 0; i < frequencies.size(); i++) hash[i / 64] = hash[i / 64] << 1 | (frequencies[i] > median ? 1 : 0);
    return hash;
}

std::vector<uint64_t> fine_hash(const Grey &picture) {
    int radius = std::max(1, std::min(picture.width, picture.height) / (2 * sampled_side));
    Grey small = resized(box_blurred(picture, radius), sampled_side, sampled_side);
    return signs(std::vector<double>(small.pixels.begin(), small.pixels.end()), 32);
}

namespace {

constexpr int tile = 256;
using Row = std::array<std::complex<float>, tile>;

// Radix 2, in place.
void transform(std::complex<float> *values) {
    for (int i = 1, j = 0; i < tile; i++) {
        int bit = tile >> 1;
        for (; j & bit; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) std::swap(values[i], values[j]);
    }
    for (int size = 2; size <= tile; size <<= 1) {
        std::complex<float> root = std::polar(1.0f, float(-2 * M_PI / size));
        for (int start = 0; start < tile; start += size) {
            std::complex<float> turn = 1;
            for (int k = 0; k < size / 2; k++, turn *= root) {
                std::complex<float> a = values[start + k], b = values[start + k + size / 2] * turn;
                values[start + k] = a + b;
                values[start + k + size / 2] = a - b;
            }
        }
    }
}

std::vector<float> power(const Grey &picture, int left, int top) {
    std::vector<Row> rows(tile);
    for (int y = 0; y < tile; y++) {
        for (int x = 0; x < tile; x++) {
            double window = std::sin(M_PI * (x + 0.5) / tile) * std::sin(M_PI * (y + 0.5) / tile);
            rows[size_t(y)][size_t(x)] = float((picture.at(left + x, top + y) - 128.0) * window * window);
        }
        transform(rows[size_t(y)].data());
    }
    std::vector<float> result(size_t(tile) * tile);
    Row column;
    for (int x = 0; x < tile; x++) {
        for (int y = 0; y < tile; y++) column[size_t(y)] = rows[size_t(y)][size_t(x)];
        transform(column.data());
        for (int y = 0; y < tile; y++) result[size_t(y) * tile + size_t(x)] = std::norm(column[size_t(y)]);
    }
    return result;
}

// The strongest frequency of at least a sixth of a cycle a pixel against the median of its ring, as a ratio of amplitudes. The two axes
// are left out: rows and columns of the sensor, and the blocks of JPEG, live there.
double peak(const std::vector<float> &spectrum) {
    std::vector<std::vector<float>> rings(tile);
    auto signed_frequency = [](int i) { return i < tile / 2 ? i : i - tile; };
    auto is_asked = [&](int u, int v) {
        double radius = std::hypot(u, v);
        return radius >= tile / 6.0 && radius < tile / 2.0 && std::abs(u) > 3 && std::abs(v) > 3 && (u % 32 != 0 || v % 32 != 0);
    };
    for (int y = 0; y < tile; y++)
        for (int x = 0; x < tile; x++) {
            int u = signed_frequency(x), v = signed_frequency(y);
            if (is_asked(u, v)) rings[size_t(std::hypot(u, v)) / 4].push_back(spectrum[size_t(y) * tile + size_t(x)]);
        }
    double best = 0;
    for (std::vector<float> &ring : rings) {
        if (ring.size() < 16) continue;
        double strongest = *std::max_element(ring.begin(), ring.end());
        std::nth_element(ring.begin(), ring.begin() + std::ptrdiff_t(ring.size() / 2), ring.end());
        best = std::max(best, std::sqrt(strongest / (double(ring[ring.size() / 2]) + 1)));
    }
    return best;
}

}  // namespace

double screen_periodicity(const Grey &picture) {
    std::vector<double> peaks;
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++) {
            int left = (picture.width - tile) * column / 2, top = (picture.height - tile) * row / 2;
            if (left < 0 || top < 0) return 0;
            peaks.push_back(peak(power(picture, left, top)));
        }
    std::sort(peaks.begin(), peaks.end());
    return peaks[1];  // one part may be out of focus or burnt out
}

}  // namespace reading
