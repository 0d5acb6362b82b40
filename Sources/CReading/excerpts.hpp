// Parts of a picture that lie between two spots that stand out in it, by which a copy is known whose edges were cut off.
#pragma once

#include "picture.hpp"

namespace reading {

/// Hashes of such parts, of four words each: by these a later copy finds the picture, and by those an earlier one is sought.
struct Excerpts {
    std::vector<uint64_t> kept, sought;
};

/// The part between two spots is the same whatever was cut off beyond them. Kept are 4 of the picture as it is; sought are 9 at each of six
/// sizes, as the spots of the same picture before it was cut, or after, are found at the size it had then. Fewer, or none, where too
/// little stands out.
Excerpts excerpts(const Grey &picture);

}  // namespace reading
