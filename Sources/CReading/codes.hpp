// Bar codes and QR codes, by zbar, which is loaded only in the child.
#pragma once

#include <string>

#include "picture.hpp"

namespace reading {

struct Code {
    std::string kind;  // qr, code-128, ean-13 …
    std::string text;  // UTF-8
};

/// Before the confinement. False when zbar is not installed.
bool load_codes();

std::vector<Code> find_codes(const Colour &picture);

}  // namespace reading
