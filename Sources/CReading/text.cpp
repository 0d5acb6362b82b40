#include "text.hpp"

namespace reading {

std::vector<char32_t> code_points(const std::string &text) {
    std::vector<char32_t> result;
    for (size_t i = 0; i < text.size();) {
        auto byte = static_cast<unsigned char>(text[i]);
        size_t more = byte < 0x80 ? 0 : byte >> 5 == 6 ? 1 : byte >> 4 == 14 ? 2 : byte >> 3 == 30 ? 3 : 4;
        if (more == 4 || i + more >= text.size()) return {};
        char32_t point = more == 0 ? byte : byte & (0x3F >> more);
        for (size_t j = 1; j <= more; j++) {
            auto next = static_cast<unsigned char>(text[i + j]);
            if (next >> 6 != 2) return {};
            point = point << 6 | (next & 0x3F);
        }
        static const char32_t least[] = {0, 0x80, 0x800, 0x10000};
        if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return {};
        result.push_back(point);
        i += more + 1;
    }
    return result;
}

std::string utf8(const std::vector<char32_t> &points) {
    std::string result;
    for (char32_t point : points) {
        if (point < 0x80) {
            result += char(point);
        } else if (point < 0x800) {
            result += char(0xC0 | point >> 6);
            result += char(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            result += char(0xE0 | point >> 12);
            result += char(0x80 | (point >> 6 & 0x3F));
            result += char(0x80 | (point & 0x3F));
        } else {
            result += char(0xF0 | point >> 18);
            result += char(0x80 | (point >> 12 & 0x3F));
            result += char(0x80 | (point >> 6 & 0x3F));
            result += char(0x80 | (point & 0x3F));
        }
    }
    return result;
}

bool is_han(char32_t point) {
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF) || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0x20000 && point <= 0x323AF);
}

std::string replaced(std::string text, const std::string &what, const std::string &by) {
    for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

}  // namespace reading
