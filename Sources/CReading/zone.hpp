// The machine-readable zone of travel documents (ICAO 9303 parts 3 to 5): two lines of 44 or three of 30.
#pragma once

#include "resident.hpp"

namespace reading {

struct Zone {
    std::vector<std::string> lines;          // as read
    Standing standing = Standing::absent;    // holds: every check digit does
    int confidence = 0;                      // the mean fit of all places, 0 to 100
    int least_lead = 0;                      // of the least certain place, in hundredths
};

/// Wants the page upright and straight.
Zone read_zone(const Colour &page);

/// Whether every check digit of the zone holds and its dates are dates.
bool zone_holds(const std::vector<std::string> &lines);

/// The check digit over these characters (part 3, §4.9: weights 7, 3, 1).
char zone_check(const std::string &text);

}  // namespace reading
