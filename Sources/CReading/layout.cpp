#include "layout.hpp"

#include "text.hpp"

namespace reading {

namespace {

// How many characters two texts have in common, in order.
int common(const std::vector<char32_t> &a, const std::vector<char32_t> &b) {
    std::vector<int> row(b.size() + 1);
    for (char32_t character : a) {
        int diagonal = 0;
        for (size_t j = 1; j <= b.size(); j++) {
            int above = row[j];
            row[j] = character == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

Field compared(const Sheet &sheet, Box line, const Field &voted, const std::optional<Shapes> &shapes) {
    if (!shapes || voted.text.empty()) return voted;
    std::string text = shapes->corrected(sheet.levelled, line, voted.text);
    bool is_same = text == voted.text;
    return {text, is_same ? voted.confidence : std::min(voted.confidence, 60), is_same ? voted.agreeing + 1 : 1, voted.of + 1};
}

Field compared_in_full(const Sheet &sheet, Box line, const Field &voted, const std::optional<Shapes> &shapes, int most_alone) {
    if (!shapes) return voted;
    // Such lines are set with about a tenth of a character between two.
    int fitting = int(std::lround((line.width + 0.1 * line.height) / (1.12 * line.height)));
    std::vector<char32_t> read = code_points(voted.text);
    if (int(read.size()) == fitting) return compared(sheet, line, voted, shapes);
    std::string alone = fitting >= 2 && fitting <= 30 ? shapes->read(sheet.levelled, line, fitting) : "";
    bool is_believed = !alone.empty() && (fitting <= most_alone || common(code_points(alone), read) * 2 >= fitting);
    return is_believed ? Field{alone, 50, 1, voted.of + 1} : compared(sheet, line, voted, shapes);
}

}  // namespace reading
