#include "zone.hpp"

namespace reading {

char zone_check(const std::string &text) {
    static const int weights[] = {7, 3, 1};
    int sum = 0;
    for (size_t i = 0; i < text.size(); i++) {
        char c = text[i];
        int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
        sum += value * weights[i % 3];
    }
    return char('0' + sum % 10);
}

namespace {

// Two-digit years: that a month and a day exist in some century is all that can be said.
bool is_short_date(const std::string &text) {
    for (char c : text)
        if (c < '0' || c > '9') return false;
    int year = std::stoi(text.substr(0, 2)), month = std::stoi(text.substr(2, 2)), day = std::stoi(text.substr(4, 2));
    return is_date(1900 + year, month, day) || is_date(2000 + year, month, day);
}

bool dates_hold(const std::string &line, size_t birth, size_t expiry) {
    return is_short_date(line.substr(birth, 6)) && line[birth + 6] == zone_check(line.substr(birth, 6)) && is_short_date(line.substr(expiry, 6))
        && line[expiry + 6] == zone_check(line.substr(expiry, 6));
}

bool passport_holds(const std::string &line) {
    if (line[9] != zone_check(line.substr(0, 9)) || !dates_hold(line, 13, 21)) return false;
    std::string optional = line.substr(28, 14);
    bool is_empty = optional == std::string(14, '<');
    if (line[42] != zone_check(optional) && !(is_empty && line[42] == '<')) return false;
    return line[43] == zone_check(line.substr(0, 10) + line.substr(13, 7) + line.substr(21, 22));
}

// A number longer than nine goes on in the optional data, up to a filler; its check digit stands before that (part 5, note j).
bool card_number_holds(const std::string &first) {
    std::string head = first.substr(5, 9), rest = first.substr(15);
    if (first[14] != '<') return first[14] == zone_check(head);
    size_t end = rest.find('<');
    if (end == std::string::npos) end = rest.size();
    return end >= 2 && rest[end - 1] == zone_check(head + rest.substr(0, end - 1));
}

}  // namespace

bool zone_holds(const std::vector<std::string> &lines) {
    if (lines.size() == 2 && lines[0].size() == 44 && lines[1].size() == 44) return lines[0][0] == 'P' && passport_holds(lines[1]);
    if (lines.size() != 3 || lines[0].size() != 30 || lines[1].size() != 30 || lines[2].size() != 30) return false;
    if (!card_number_holds(lines[0]) || !dates_hold(lines[1], 0, 8)) return false;
    return lines[1][29] == zone_check(lines[0].substr(5) + lines[1].substr(0, 7) + lines[1].substr(8, 7) + lines[1].substr(18, 11));
}

}  // namespace reading
