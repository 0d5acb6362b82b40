// Tesseract, which is loaded only in the child: the server itself links none of its fifty libraries.
#pragma once

#include <optional>
#include <string>

#include "picture.hpp"

namespace reading {

/// What stands in a line, and how sure the recogniser is of it (0 to 100).
struct Recognised {
    std::string text;  // UTF-8, without white space
    int confidence = 0;
};

/// Whether the picture goes to the network as it is, or after the search for lines and specks. The first wants print close to the
/// border and never loses it; the second forgives what stands beside the line.
enum class Manner { raw, searched };

class Recogniser {
public:
    /// Loads library and model. Opens files, so it must come before the confinement. Empty when one of them is not installed.
    static std::optional<Recogniser> loaded();

    /// A single line of dark text on light ground. With `allowed`, only these characters can come out.
    Recognised line(const Grey &picture, const char *allowed = "", Manner manner = Manner::raw) const;

private:
    void *handle = nullptr;  // lives as long as the child
};

}  // namespace reading
