// Where in a picture the document lies.
#pragma once

#include <optional>

#include "geometry.hpp"

namespace reading {

/// Shapes of documents, longer side by shorter (ISO/IEC 7810:2019).
constexpr double id1_shape = 85.60 / 53.98;
constexpr double id3_shape = 125.0 / 88.0;

struct Document {
    Quad corners{};               // top left first, as it lies in the picture; may be outside
    double support = 0;           // share of its outline that is seen as an edge
    bool fills_picture = false;   // no outline was found, but the picture itself has the shape of a document: a scan
    std::array<bool, 4> missing{};  // corners that lie outside the picture
};

/// The most convincing quadrilateral of one of the shapes; where there is none, and `may_fill`, a picture that has such a shape itself.
std::optional<Document> find_document(const Colour &picture, const std::vector<double> &shapes, bool may_fill = true);

bool is_inside(const Document &document, Point place);

}  // namespace reading
