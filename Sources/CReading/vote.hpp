// Several readings of one line, and what they agree on.
#pragma once

#include <map>
#include <string>

#include "recogniser.hpp"

namespace reading {

/// A text, how many readings say so, of how many that said anything acceptable.
struct Field {
    std::string text;
    int confidence = 0;  // the mean of those that agree
    int agreeing = 0, of = 0;
};

class Vote {
public:
    void add(const std::string &text, int confidence) {
        of++;
        if (text.empty()) return;
        counted[text].first++;
        counted[text].second += confidence;
    }

    /// The text of most readings; among equals the one the recogniser is surer of.
    Field result() const {
        Field best;
        best.of = of;
        for (const auto &[text, count] : counted) {
            int confidence = count.second / count.first;
            if (count.first > best.agreeing || (count.first == best.agreeing && confidence > best.confidence))
                best = {text, confidence, count.first, of};
        }
        return best;
    }

    size_t different() const { return counted.size(); }

private:
    std::map<std::string, std::pair<int, int>> counted;
    int of = 0;
};

}  // namespace reading
