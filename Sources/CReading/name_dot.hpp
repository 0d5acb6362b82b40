#pragma once

#include <string>

#include "picture.hpp"

namespace reading {

/// The name with a middle dot where the picture shows one and the text has none.
std::string with_dot(const Grey &levelled, Box line, const std::string &name);

}  // namespace reading
