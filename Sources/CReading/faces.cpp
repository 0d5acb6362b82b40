// The only file that includes dlib: its headers take seconds to compile. The detector is dlib's own frontal one (histograms of oriented
// gradients), whose weights stand in that header under dlib's licence (Boost). The landmark model of libdlib-data is not used: it was
// trained on pictures that exclude commercial use.
#include "faces.hpp"

// dlib's configuration asks for BLAS and LAPACK, which the detector never calls: without them one archive is all there is to link.
#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK
#include <dlib/image_processing/frontal_face_detector.h>

namespace reading {

namespace {

constexpr double least_score = 0.5;
constexpr int smallest_seen = 80;  // pixels: the window of the detector
constexpr double most_pixels = 2.5e6;

dlib::frontal_face_detector &detector() {
    static dlib::frontal_face_detector only = dlib::get_frontal_face_detector();
    return only;
}

}  // namespace

void load_faces() { detector(); }

std::vector<Face> find_faces(const Colour &picture, int least) {
    double scale = double(smallest_seen) / std::max(1, least);
    double pixels = double(picture.width) * picture.height * scale * scale;
    if (pixels > most_pixels) scale *= std::sqrt(most_pixels / pixels);
    int width = int(picture.width * scale), height = int(picture.height * scale);
    if (width < smallest_seen || height < smallest_seen) return {};
    Grey grey = resized(brightness(picture), width, height);
    dlib::array2d<unsigned char> image(height, width);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) image[y][x] = grey.at(x, y);
    std::vector<dlib::rect_detection> found;
    detector()(image, found);
    std::vector<Face> faces;
    for (const dlib::rect_detection &one : found) {
        if (one.detection_confidence < least_score) continue;
        Box box{int(one.rect.left() / scale), int(one.rect.top() / scale), int(one.rect.width() / scale), int(one.rect.height() / scale)};
        faces.push_back({clipped(box, picture.width, picture.height), one.detection_confidence, one.weight_index == 0});
    }
    std::sort(faces.begin(), faces.end(), [](const Face &a, const Face &b) { return a.box.width > b.box.width; });
    return faces;
}

}  // namespace reading
