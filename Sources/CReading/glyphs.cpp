#include "glyphs.hpp"

namespace reading {

namespace {

constexpr int columns = 20, rows = 24, tall = 20;  // as Scripts/render-glyphs.py has it
constexpr int pixels = columns * rows;
constexpr float step = 1.0f;                       // of a shift, in raster pixels

struct Raster {
    char character;
    const char *digits;
};

const Raster rasters[] = {
#include "glyph_rasters.hpp"
};
constexpr size_t glyph_count = sizeof rasters / sizeof rasters[0];

using Patch = std::array<float, pixels>;

// Mean 0 and length 1, so that the product of two is their correlation. False for a patch without contrast.
bool normalise(Patch &patch) {
    float mean = 0, square = 0;
    for (float value : patch) mean += value;
    mean /= pixels;
    for (float &value : patch) {
        value -= mean;
        square += value * value;
    }
    if (square < 1) return false;
    float length = std::sqrt(square);
    for (float &value : patch) value /= length;
    return true;
}

float digit(char c) { return float(c <= '9' ? c - '0' : c - 'a' + 10); }

// A photograph is softer than the raster: each is blurred a little.
Patch softened(const Patch &patch) {
    Patch result{};
    for (int y = 0; y < rows; y++)
        for (int x = 0; x < columns; x++) {
            float sum = 0, weights = 0;
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++) {
                    if (y + dy < 0 || y + dy >= rows || x + dx < 0 || x + dx >= columns) continue;
                    float weight = float((2 - std::abs(dx)) * (2 - std::abs(dy)));
                    sum += weight * patch[size_t((y + dy) * columns + x + dx)];
                    weights += weight;
                }
            result[size_t(y * columns + x)] = sum / weights;
        }
    return result;
}

const std::array<Patch, glyph_count> &templates() {
    static const std::array<Patch, glyph_count> all = [] {
        std::array<Patch, glyph_count> result{};
        for (size_t g = 0; g < glyph_count; g++) {
            for (size_t i = 0; i < pixels; i++) result[g][i] = digit(rasters[g].digits[i]);
            result[g] = softened(result[g]);
            normalise(result[g]);
        }
        return result;
    }();
    return all;
}

float ink_at(const Grey &levelled, double x, double y) {
    int x0 = int(std::floor(x)), y0 = int(std::floor(y));
    if (x0 < 0 || y0 < 0 || x0 + 1 >= levelled.width || y0 + 1 >= levelled.height) return 0;
    double fx = x - x0, fy = y - y0;
    double above = levelled.at(x0, y0) * (1 - fx) + levelled.at(x0 + 1, y0) * fx;
    double below = levelled.at(x0, y0 + 1) * (1 - fx) + levelled.at(x0 + 1, y0 + 1) * fx;
    return float(255 - (above * (1 - fy) + below * fy));
}

// The raster's frame laid around a centre; `unit` is one raster pixel in pixels of the picture.
Patch patch_at(const Grey &levelled, double x, double y, double unit) {
    Patch patch;
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++)
            patch[size_t(row * columns + column)] =
                ink_at(levelled, x + (column + 0.5 - columns / 2.0) * unit - 0.5, y + (row + 0.5 - rows / 2.0) * unit - 0.5);
    return patch;
}

// The best fit of every character near the centre, and where the very best was.
Place match_place(const Grey &levelled, double x, double y, double unit, int reach_x, int reach_y) {
    Place place;
    place.fits.assign(glyph_count, -1);
    place.x = x;
    float top = -1;
    for (int dy = -reach_y; dy <= reach_y; dy++)
        for (int dx = -reach_x; dx <= reach_x; dx++) {
            double at = x + dx * step * unit;
            Patch patch = patch_at(levelled, at, y + dy * step * unit, unit);
            if (!normalise(patch)) continue;
            for (size_t g = 0; g < glyph_count; g++) {
                const Patch &glyph = templates()[g];
                float fit = 0;
                for (size_t i = 0; i < pixels; i++) fit += glyph[i] * patch[i];
                place.fits[g] = std::max(place.fits[g], fit);
                if (fit > top) top = fit, place.x = at;
            }
        }
    return place;
}

// The straight line through the centres that were found, weighed by how well each fits.
void refit(const std::vector<Place> &places, double &first, double &pitch) {
    double sw = 0, si = 0, sx = 0, sii = 0, six = 0;
    for (size_t i = 0; i < places.size(); i++) {
        double fit = *std::max_element(places[i].fits.begin(), places[i].fits.end());
        double weight = fit > 0.5 ? fit * fit : 0;
        sw += weight, si += weight * double(i), sx += weight * places[i].x;
        sii += weight * double(i * i), six += weight * double(i) * places[i].x;
    }
    double det = sw * sii - si * si;
    if (det < 1e-6) return;
    double slope = (sw * six - si * sx) / det;
    if (std::abs(slope / pitch - 1) > 0.06) return;
    pitch = slope;
    first = (sx - slope * si) / sw;
}

}  // namespace

const std::string &glyph_characters() {
    static const std::string all = [] {
        std::string text;
        for (const Raster &raster : rasters) text += raster.character;
        return text;
    }();
    return all;
}

char Place::best(const std::string &allowed, float *fit, float *lead) const {
    char winner = '\0';
    float top = -2, second = -2;
    for (size_t g = 0; g < fits.size(); g++) {
        char character = rasters[g].character;
        if (allowed.find(character) == std::string::npos) continue;
        if (fits[g] > top) second = top, top = fits[g], winner = character;
        else if (fits[g] > second) second = fits[g];
    }
    if (fit != nullptr) *fit = top;
    if (lead != nullptr) *lead = top - second;
    return winner;
}

float Place::fit_of(char character) const {
    size_t at = glyph_characters().find(character);
    return at < fits.size() ? fits[at] : -1;
}

std::vector<Place> match_line(const Grey &levelled, Box line, int count, double capital) {
    double unit = capital / tall, glyph_width = 0.62 * capital;
    double pitch = (line.width - glyph_width) / std::max(1, count - 1), first = line.x + glyph_width / 2;
    double y = line.y + line.height / 2.0;
    if (pitch < 2 || capital < 5) return {};
    std::vector<Place> places;
    for (int round = 0; round < 3; round++) {
        places.clear();
        int reach = round == 0 ? 5 : round == 1 ? 3 : 2;
        for (int i = 0; i < count; i++) places.push_back(match_place(levelled, first + pitch * i, y, unit, reach, 2));
        if (round < 2) refit(places, first, pitch);
    }
    return places;
}

double mean_fit(const std::vector<Place> &places, const std::string &allowed) {
    double sum = 0;
    for (const Place &place : places) {
        float fit = 0;
        place.best(allowed, &fit);
        sum += double(fit);
    }
    return places.empty() ? 0 : sum / double(places.size());
}

std::string best_text(const std::vector<Place> &places, const std::string &allowed) {
    std::string text;
    for (const Place &place : places) text += place.best(allowed);
    return text;
}

}  // namespace reading
