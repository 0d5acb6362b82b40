// Whether a picture is good enough to be read, by a machine or a person.
#pragma once

#include <string>

#include "card.hpp"

namespace reading {

struct Quality {
    double sharpness = 0;   // variance of the Laplacian at a fixed size, against the picture's contrast; about 0 for fog
    double glare = 0;       // share of the document that lies in the middle of a highlight
    double brightness = 0;  // of its paper, 0 to 255
    double contrast = 0;    // between its paper and its darkest hundredth
    double side = 0;        // the document's longer side in the picture, in pixels
    std::vector<std::string> problems;  // blurred, glare, dark, too-small, corner-missing, no-document
    std::vector<std::string> missing;   // top-left, top-right, bottom-right, bottom-left
};

/// Of the document, when one is found; else of the whole picture. `wants_document` makes its absence a problem.
Quality judge(const Colour &picture, const std::optional<Document> &document, bool wants_document);

}  // namespace reading
