#include "quality.hpp"

namespace reading {

namespace {

// Found on drawn documents with known defects (docs/reading.md has the distributions).
constexpr double least_sharpness = 0.0010, least_room_sharpness = 0.0002, most_glare = 0.025, least_brightness = 62, least_contrast = 45, least_side = 420;
constexpr int norm_width = 642, norm_height = 405, blob_radius = 20;

// Relative to the square of the contrast, so that a dim picture is not a blurred one.
double sharpness_of(const Grey &picture, double contrast) {
    Grey calm = box_blurred(picture, 1);  // a sensor's grain is no sharpness
    double sum = 0, squares = 0, count = 0;
    for (int y = 1; y + 1 < calm.height; y++)
        for (int x = 1; x + 1 < calm.width; x++) {
            double value = 4.0 * calm.at(x, y) - calm.at(x - 1, y) - calm.at(x + 1, y) - calm.at(x, y - 1) - calm.at(x, y + 1);
            sum += value;
            squares += value * value;
            count++;
        }
    if (count == 0 || contrast < 1) return 0;
    double mean = sum / count;
    return (squares / count - mean * mean) / (contrast * contrast);
}

// A lamp mirrored in the laminate is brighter than the paper, without colour, and shows nothing: no print, no pattern. Wide, too: so
// the white stripes between lines of print are none. Where nearly all is like that, it is the paper.
double glare_of(const Colour &picture, const Grey &grey, double paper) {
    Grey calm = box_blurred(grey, 1), around = box_blurred(grey, 4), burnt(picture.width, picture.height);
    if (paper > 247) return 0;  // white paper, fully lit: nothing can be brighter
    double least = std::min(250.0, paper * 1.045);
    for (int y = 0; y < picture.height; y++)
        for (int x = 0; x < picture.width; x++) {
            const uint8_t *p = picture.at(x, y);
            int high = std::max({p[0], p[1], p[2]}), low = std::min({p[0], p[1], p[2]});
            bool is_even = std::abs(calm.at(x, y) - around.at(x, y)) <= 5;
            burnt.at(x, y) = around.at(x, y) >= least && is_even && low * 10 >= high * 8 ? 255 : 0;
        }
    Grey wide = box_blurred(burnt, blob_radius);
    double count = 0;
    for (uint8_t value : wide.pixels) count += value > 245;
    double share = count / double(wide.pixels.size());
    return share > 0.5 ? 0 : share;
}

}  // namespace

Quality judge(const Colour &picture, const std::optional<Document> &document, bool wants_document) {
    static const char *const corner_names[] = {"top-left", "top-right", "bottom-right", "bottom-left"};
    Quality quality;
    Colour part;
    if (document) {
        const Quad &q = document->corners;
        double across = std::max(length(q[1] - q[0]), length(q[2] - q[3])), down = std::max(length(q[3] - q[0]), length(q[2] - q[1]));
        quality.side = std::max(across, down);
        part = across >= down ? rectified(picture, q, norm_width, norm_height) : rectified(picture, q, norm_height, norm_width);
    } else {
        quality.side = std::max(picture.width, picture.height);
        part = reduced(picture, norm_width);
    }
    Grey grey = brightness(part);
    quality.brightness = percentile(grey, 0.7);
    quality.contrast = quality.brightness - percentile(grey, 0.01);
    quality.sharpness = sharpness_of(grey, quality.contrast);
    if (document) quality.glare = glare_of(part, grey, quality.brightness);  // elsewhere it may be a window or a wall
    // Where the document is not found, an even table says nothing of the light.
    bool tells_contrast = document || !wants_document;
    if (quality.brightness < least_brightness || (tells_contrast && quality.contrast < least_contrast)) quality.problems.push_back("dark");
    bool is_small = quality.side < least_side;
    if (is_small) quality.problems.push_back("too-small");
    bool is_blurred = !is_small && quality.sharpness < (document ? least_sharpness : least_room_sharpness);
    if (is_blurred) quality.problems.push_back("blurred");
    // Out of focus everything is even.
    if (!is_blurred && quality.glare > most_glare) quality.problems.push_back("glare");
    if (document)
        for (size_t k = 0; k < 4; k++)
            if (document->missing[k]) quality.missing.push_back(corner_names[k]);
    if (!quality.missing.empty()) quality.problems.push_back("corner-missing");
    if (wants_document && !document) quality.problems.push_back("no-document");
    return quality;
}

}  // namespace reading
