// Characters of what was recognised.
#pragma once

#include <string>
#include <vector>

namespace reading {

/// The code points of well-formed UTF-8; nothing at all when it is not well-formed.
std::vector<char32_t> code_points(const std::string &utf8);
std::string utf8(const std::vector<char32_t> &points);

/// A Chinese character (the unified ideographs with extension A, compatibility ideographs and the later planes).
bool is_han(char32_t point);

/// Only characters for which `keep` holds.
template <typename Keep>
std::string kept(const std::string &text, Keep keep) {
    std::vector<char32_t> result;
    for (char32_t point : code_points(text))
        if (keep(point)) result.push_back(point);
    return utf8(result);
}

std::string replaced(std::string text, const std::string &what, const std::string &by);

}  // namespace reading
