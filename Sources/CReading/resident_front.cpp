#include "glyphs.hpp"
#include "layout.hpp"
#include "name_dot.hpp"
#include "resident.hpp"
#include "text.hpp"

namespace reading {

namespace {

const char digits[] = "0123456789X";

// The same line read by comparing with OCR-B, which has nothing in common with the recogniser. Empty unless every place is clear.
Recognised number_compared(const Sheet &sheet, Box line) {
    constexpr float least_lead = 0.06f, least_fit = 0.6f;
    Recognised read;
    std::vector<Place> places = match_line(sheet.levelled, line, 18, line.height * 0.93);
    float fit = 0, lead = 0;
    for (const Place &place : places) {
        place.best(digits, &fit, &lead);
        if (fit < least_fit || lead < least_lead) return {};
    }
    read.text = best_text(places, digits);
    read.confidence = int(100 * mean_fit(places, digits));
    return read;
}

Standing stand(const Vote &holding, const Field &best, int candidates) {
    if (best.agreeing >= 2 && holding.different() == 1) return Standing::holds;
    if (best.agreeing >= 1) return Standing::doubtful;
    return candidates > 0 ? Standing::fails : Standing::absent;
}

void read_number(const Sheet &sheet, const Recogniser &recogniser, ResidentFront &front) {
    Box line = sheet.line(sheet.box(315, 810, 975, 975));
    std::vector<Recognised> readings{number_compared(sheet, line)};
    for (const Grey &look : sheet.looks(line)) readings.push_back(recogniser.line(look, digits));
    Vote holding, any;
    int candidates = 0;
    for (const Recognised &read : readings) {
        bool has_form = read.text.size() == 18;
        candidates += has_form;
        holding.add(resident_number_holds(read.text) ? read.text : "", read.confidence);
        any.add(has_form ? read.text : "", read.confidence);
    }
    Field best = holding.result();
    front.standing = stand(holding, best, candidates);
    front.number = front.standing == Standing::fails ? any.result() : best;
}

// A personal name on the card: two characters or more, or a name with its middle dots.
std::string name_in(const std::string &text) {
    std::string name = replaced(replaced(replaced(text, ".", "·"), "•", "·"), "・", "·");
    name = kept(name, [](char32_t point) { return is_han(point) || point == U'·'; });
    size_t count = code_points(name).size();
    return count >= 2 && count <= 30 ? name : "";
}

Field read_text(const Sheet &sheet, const Recogniser &recogniser, Box line, std::string (*take)(const std::string &), const char *allowed = "") {
    Vote vote;
    for (const Grey &look : sheet.looks(line)) {
        Recognised read = recogniser.line(look, allowed);
        vote.add(take(read.text), read.confidence);
    }
    Recognised read = recogniser.line(line_picture(sheet.levelled, line, 32), allowed, Manner::searched);
    vote.add(take(read.text), read.confidence);
    return vote.result();
}

Field read_name(const Sheet &sheet, const Readers &readers) {
    constexpr int longest_alone = 6;
    Box line = sheet.line(sheet.box(165, 115, 622, 250));
    Field name = read_text(sheet, readers.recogniser, line, name_in);
    name.text = with_dot(sheet.levelled, line, name.text);
    if (name.text.find("·") != std::string::npos) return name;
    return compared_in_full(sheet, line, name, readers.shapes, longest_alone);
}

std::string sex_in(const std::string &text) {
    bool male = text.find("男") != std::string::npos, female = text.find("女") != std::string::npos;
    return male == female ? "" : male ? "男" : "女";
}

// The 56 peoples of GB/T 3304-1991, as cards print them.
const char *const peoples[] = {
    "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳",
    "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯",
    "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴",
    "珞巴", "基诺",
};

std::string han_in(const std::string &text) { return kept(text, is_han); }

Field read_people(const Sheet &sheet, const Readers &readers) {
    Box line = sheet.line(sheet.box(385, 255, 622, 355));
    Field people = compared(sheet, line, read_text(sheet, readers.recogniser, line, han_in), readers.shapes);
    for (const char *known : peoples)
        if (people.text == known) return people;
    return {"", 0, 0, people.of};
}

std::string birth_in(const std::string &text) {
    std::vector<int> numbers;
    bool in_number = false;
    for (char c : text) {
        bool is_digit = c >= '0' && c <= '9';
        if (is_digit && !in_number) numbers.push_back(0);
        if (is_digit && numbers.back() < 10000) numbers.back() = numbers.back() * 10 + (c - '0');
        in_number = is_digit;
    }
    if (numbers.size() != 3 || !is_date(numbers[0], numbers[1], numbers[2])) return "";
    char date[16];
    snprintf(date, sizeof date, "%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
    return date;
}

// The blue of the words between the figures fades, and half of a faded word looks like a figure; so half of the looks may only see
// figures and these words, and the other half what they like.
Field read_birth(const Sheet &sheet, const Recogniser &recogniser) {
    Box line = sheet.line(sheet.box(165, 370, 480, 470));
    Vote vote;
    for (const Grey &look : sheet.looks(line))
        for (const char *allowed : {"", "0123456789年月日"}) {
            Recognised read = recogniser.line(look, allowed);
            vote.add(birth_in(read.text), read.confidence);
        }
    for (Manner manner : {Manner::raw, Manner::searched}) {
        Recognised read = recogniser.line(line_picture(sheet.labelled, line, 36), "0123456789年月日", manner);
        vote.add(birth_in(read.text), read.confidence);
    }
    return vote.result();
}

std::string address_in(const std::string &text) {
    return kept(text, [](char32_t p) { return is_han(p) || (p >= U'0' && p <= U'9') || (p >= U'A' && p <= U'Z') || p == U'-' || p == U'(' || p == U')'; });
}

void read_address(const Sheet &sheet, const Readers &readers, ResidentFront &front) {
    int lines = 0, confidence = 0;
    for (const Box &line : sheet.lines(sheet.box(165, 488, 622, 812), 22, 90, 9)) {
        if (++lines > 4) break;
        Field part = compared(sheet, line, read_text(sheet, readers.recogniser, line, address_in), readers.shapes);
        front.address.text += part.text;
        front.address.agreeing = lines == 1 ? part.agreeing : std::min(front.address.agreeing, part.agreeing);
        front.address.of = part.of;
        confidence += part.confidence;
    }
    if (lines > 0) front.address.confidence = confidence / lines;
}

}  // namespace

ResidentFront read_front(const Colour &card, const Readers &readers) {
    Sheet sheet(card);
    ResidentFront front;
    read_number(sheet, readers.recogniser, front);
    front.name = read_name(sheet, readers);
    front.sex = read_text(sheet, readers.recogniser, sheet.line(sheet.box(165, 255, 265, 355)), sex_in);
    front.nation = read_people(sheet, readers);
    front.birth = read_birth(sheet, readers.recogniser);
    read_address(sheet, readers, front);
    if (front.standing >= Standing::doubtful) {
        const std::string &n = front.number.text;
        front.birth_agrees = front.birth.text == n.substr(6, 4) + "-" + n.substr(10, 2) + "-" + n.substr(12, 2);
        front.sex_agrees = front.sex.text == ((n[16] - '0') % 2 == 1 ? "男" : "女");
        // The same date stands on the card twice. Where both are read and differ, one is misread.
        if (front.birth.agreeing >= 2 && !front.birth_agrees) front.standing = Standing::doubtful;
    }
    return front;
}

}  // namespace reading
