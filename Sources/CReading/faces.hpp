// Where faces are. That there is one, and how it looks at us; not whose it is.
#pragma once

#include "picture.hpp"

namespace reading {

struct Face {
    Box box;
    double score = 0;      // of the detector; below 0.5 it is not believed
    bool frontal = false;  // the detector's frontal part answered, not one of those for turned or tilted heads
};

/// Faces of at least `least` pixels in the picture, biggest first.
std::vector<Face> find_faces(const Colour &picture, int least);

/// Prepares the detector; before the confinement, since it takes a while and nothing of it depends on a picture.
void load_faces();

}  // namespace reading
