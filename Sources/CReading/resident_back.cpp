#include "layout.hpp"
#include "resident.hpp"
#include "text.hpp"

namespace reading {

namespace {

std::string authority_in(const std::string &text) {
    std::string authority = kept(text, is_han);
    return code_points(authority).size() >= 3 ? authority : "";
}

std::string digits_in(const std::string &text) {
    return kept(text, [](char32_t p) { return p >= U'0' && p <= U'9'; });
}

std::string date_in(const std::string &digits) {
    if (digits.size() != 8) return "";
    int year = std::stoi(digits.substr(0, 4)), month = std::stoi(digits.substr(4, 2)), day = std::stoi(digits.substr(6, 2));
    return is_date(year, month, day) ? digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) : "";
}

}  // namespace

/// Two dates of eight digits, or one and 长期; a card is valid for 5, 10 or 20 years (Resident Identity Card Law, article 5).
Validity validity_in(const std::string &text) {
    std::string digits = digits_in(text);
    bool is_long = text.find("长") != std::string::npos || text.find("期") != std::string::npos;
    Validity validity;
    if (digits.size() == 16 && !is_long) validity = {date_in(digits.substr(0, 8)), date_in(digits.substr(8))};
    if (digits.size() == 8 && is_long) validity = {date_in(digits), "长期"};
    if (validity.from.empty() || validity.until.empty()) return {};
    if (validity.until == "长期") return validity;
    int years = std::stoi(validity.until.substr(0, 4)) - std::stoi(validity.from.substr(0, 4));
    bool same_day = validity.from.substr(4) == validity.until.substr(4)
        || (validity.from.substr(5) == "02-29" && (validity.until.substr(5) == "02-28" || validity.until.substr(5) == "03-01"));
    return (years == 5 || years == 10 || years == 20) && same_day ? validity : Validity{};
}

ResidentBack read_back(const Colour &card, const Readers &readers) {
    Sheet sheet(card);
    ResidentBack back;
    Vote authority, from, until;
    Box line = sheet.line(sheet.box(370, 735, 975, 845));
    for (const Grey &look : sheet.looks(line)) {
        Recognised read = readers.recogniser.line(look);
        authority.add(authority_in(read.text), read.confidence);
    }
    for (const Grey &look : sheet.looks(sheet.line(sheet.box(370, 855, 975, 965)))) {
        Recognised read = readers.recogniser.line(look, "0123456789.-长期");
        Validity validity = validity_in(read.text);
        from.add(validity.from, read.confidence);
        until.add(validity.until, read.confidence);
    }
    back.authority = compared_in_full(sheet, line, authority.result(), readers.shapes, 0);
    back.from = from.result();
    back.until = until.result();
    return back;
}

}  // namespace reading
