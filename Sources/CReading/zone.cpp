#include "zone.hpp"

#include "glyphs.hpp"
#include "ink.hpp"

namespace reading {

namespace {

// What may stand in each place: n a digit, a a letter or filler, s the sex, b a digit or filler, * anything.
const char *const passport_places[] = {
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "*********naaannnnnnnsnnnnnnn**************bn"};
const char *const card_places[] = {
    "aaaaa*********b***************", "nnnnnnnsnnnnnnnaaa***********n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};

std::string allowed(char place) {
    static const std::string numerals = "0123456789", letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    switch (place) {
    case 'n': return numerals;
    case 'a': return letters;
    case 's': return "MF<";
    case 'b': return numerals + "<";
    default: return numerals + letters;
    }
}

// Characters of the same shape in many a print: where the best choice breaks a check digit, its twin is tried.
char twin(char character) {
    static const char *const pairs[] = {"0O", "1I", "2Z", "5S", "8B"};
    for (const char *pair : pairs) {
        if (character == pair[0]) return pair[1];
        if (character == pair[1]) return pair[0];
    }
    return '\0';
}

struct ReadLine {
    std::vector<Place> places;
    std::string pattern, text;
};

ReadLine read_line(const Grey &levelled, Box box, const std::string &pattern) {
    ReadLine best;
    double top = 0;
    for (double capital : {0.92, 1.0}) {  // figures are a little taller than capitals, and not every line has some
        std::vector<Place> places = match_line(levelled, box, int(pattern.size()), box.height * capital);
        double fit = mean_fit(places, glyph_characters());
        if (fit <= top) continue;
        top = fit;
        best.places = places;
    }
    best.pattern = pattern;
    for (size_t i = 0; i < best.places.size(); i++) best.text += best.places[i].best(allowed(pattern[i]));
    return best;
}

std::vector<std::string> texts(const std::vector<ReadLine> &lines) {
    std::vector<std::string> result;
    for (const ReadLine &line : lines) result.push_back(line.text);
    return result;
}

// Exactly one exchange of twins makes all check digits hold, or nothing is changed.
void exchange_twin(std::vector<ReadLine> &lines) {
    std::vector<std::string> only;
    int found = 0;
    for (size_t l = 0; l < lines.size(); l++)
        for (size_t i = 0; i < lines[l].text.size(); i++) {
            char other = twin(lines[l].text[i]);
            if (other == '\0' || allowed(lines[l].pattern[i]).find(other) == std::string::npos) continue;
            if (lines[l].places[i].fit_of(lines[l].text[i]) - lines[l].places[i].fit_of(other) > 0.12f) continue;
            std::vector<std::string> tried = texts(lines);
            tried[l][i] = other;
            if (!zone_holds(tried)) continue;
            found++;
            only = tried;
        }
    if (found != 1) return;
    for (size_t l = 0; l < lines.size(); l++) lines[l].text = only[l];
}

void weigh(const std::vector<ReadLine> &lines, Zone &zone) {
    double sum = 0, count = 0;
    float least = 1;
    for (const ReadLine &line : lines)
        for (size_t i = 0; i < line.places.size(); i++) {
            float fit = 0, lead = 0;
            line.places[i].best(allowed(line.pattern[i]), &fit, &lead);
            sum += double(fit);
            count += 1;
            least = std::min(least, lead);
        }
    zone.confidence = count > 0 ? std::clamp(int(100 * sum / count), 0, 100) : 0;
    zone.least_lead = int(100 * least);
}

// Lines that lie below each other, alike in width and height, and wide enough for their number of places.
bool alike(const Box *first, size_t count, size_t places) {
    for (size_t i = 0; i < count; i++) {
        const Box &box = first[i];
        double pitch = (box.width - 0.6 * box.height) / double(places - 1);
        if (pitch < 0.72 * box.height || pitch > 1.35 * box.height) return false;
        if (i == 0) continue;
        const Box &above = first[i - 1];
        double apart = box.y - above.y;
        if (apart < 1.2 * box.height || apart > 3.6 * box.height) return false;
        if (std::abs(box.height - above.height) > 0.35 * box.height || std::abs(box.width - above.width) > 1.5 * pitch) return false;
    }
    return true;
}

Zone read_lines(const Grey &levelled, const Box *boxes, const std::vector<std::string> &patterns) {
    std::vector<ReadLine> lines;
    for (size_t i = 0; i < patterns.size(); i++) lines.push_back(read_line(levelled, boxes[i], patterns[i]));
    Zone zone;
    for (const ReadLine &line : lines)
        if (line.text.size() != line.pattern.size()) return zone;
    if (!zone_holds(texts(lines))) exchange_twin(lines);
    zone.lines = texts(lines);
    weigh(lines, zone);
    zone.standing = !zone_holds(zone.lines) ? Standing::fails : zone.confidence < 70 ? Standing::doubtful : Standing::holds;
    return zone;
}

}  // namespace

Zone read_zone(const Colour &page) {
    Grey levelled = reading::levelled(lightest_channel(page), page.height / 14);
    int w = levelled.width, h = levelled.height;
    // The lower half, without the rim, where something of the table may be seen.
    std::vector<Box> boxes = text_lines(levelled, {w * 3 / 100, h / 2, w * 94 / 100, h * 475 / 1000}, h / 60, h / 9, std::max(1, h / 200), w / 150);
    const std::vector<std::string> passport(passport_places, passport_places + 2), card(card_places, card_places + 3);
    Zone best;
    for (const auto &patterns : {passport, card})
        for (size_t i = 0; i + patterns.size() <= boxes.size(); i++) {
            if (!alike(&boxes[i], patterns.size(), patterns[0].size())) continue;
            Zone zone = read_lines(levelled, &boxes[i], patterns);
            if (zone.standing > best.standing || (zone.standing == best.standing && zone.confidence > best.confidence)) best = zone;
        }
    return best;
}

}  // namespace reading
