// The resident ID (居民身份证): what stands where, and what of it may be believed.
#pragma once

#include "shapes.hpp"
#include "vote.hpp"

namespace reading {

/// How far a number may be believed that ends in a check digit.
enum class Standing {
    absent,    // nothing of that form
    fails,     // read, but the check digit or the date is wrong
    doubtful,  // holds, but only one look says so, or another look gives another number that holds
    holds,     // holds, and at least two looks agree
};

/// What is loaded before the confinement.
struct Readers {
    Recogniser recogniser;
    std::optional<Shapes> shapes;
};

struct ResidentFront {
    Field name, sex, nation, birth, address, number;  // birth as yyyy-mm-dd
    Standing standing = Standing::absent;             // of the number
    bool birth_agrees = false, sex_agrees = false;    // what is printed agrees with what the number says
};

struct ResidentBack {
    Field authority, from, until;  // dates as yyyy-mm-dd; until may be 长期
};

/// Both want the card upright, straightened to this size: 15 pixels a millimetre.
constexpr int card_width = 1284, card_height = 810;
/// A page of a passport, at twelve.
constexpr int page_width = 1500, page_height = 1056;

ResidentFront read_front(const Colour &card, const Readers &readers);
ResidentBack read_back(const Colour &card, const Readers &readers);

struct Validity {
    std::string from, until;
};

/// What a line of the back says, when it is dates that a card can have; else nothing.
Validity validity_in(const std::string &text);

/// Whether an 18-digit number's check digit (GB 11643-1999, ISO 7064 MOD 11-2) and date hold.
bool resident_number_holds(const std::string &number);

/// A date of the Gregorian calendar from 1900 to 2199.
bool is_date(int year, int month, int day);

}  // namespace reading
