#include "answer.hpp"

#include "codes.hpp"
#include "excerpts.hpp"
#include "faces.hpp"
#include "fingerprint.hpp"
#include "json.hpp"
#include "quality.hpp"
#include "resident.hpp"
#include "zone.hpp"

namespace reading {

namespace {

struct Named {
    const char *name;
    Task task;
};
const Named names[] = {
    {"quality", Task::quality}, {"resident-id-front", Task::resident_front}, {"resident-id-back", Task::resident_back}, {"mrz", Task::zone},
    {"hand-held", Task::hand_held}, {"face", Task::face}, {"codes", Task::codes},
};

bool wants_document(Task task) { return task != Task::face && task != Task::codes; }

std::vector<double> shapes(Task task) {
    if (task == Task::resident_front || task == Task::resident_back || task == Task::hand_held) return {id1_shape};
    return {id1_shape, id3_shape};
}

constexpr double screen_suspected = 60;

std::string hexadecimal(const std::vector<uint64_t> &words) {
    std::string text;
    for (uint64_t word : words) {
        char digits[17];
        snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(word));
        text += digits;
    }
    return text;
}

void tell(Json &json, const Quality &quality, const Colour &picture, const std::optional<Document> &document) {
    json.key("quality").open('{');
    json.key("sharpness").number(quality.sharpness * 1000).key("glare").number(quality.glare);
    json.key("brightness").number(quality.brightness).key("contrast").number(quality.contrast).key("side").number(std::round(quality.side));
    json.key("support").number(document ? document->support : 0);
    json.key("problems").open('[');
    for (const std::string &problem : quality.problems) json.string(problem);
    json.close(']').key("missing").open('[');
    for (const std::string &corner : quality.missing) json.string(corner);
    json.close(']').key("corners").open('[');
    if (document)
        for (const Point &corner : document->corners) json.number(corner.x / picture.width).number(corner.y / picture.height);
    json.close(']').close('}');
}

const char *name_of(Standing standing) {
    switch (standing) {
    case Standing::holds: return "holds";
    case Standing::doubtful: return "doubtful";
    case Standing::fails: return "fails";
    default: return "absent";
    }
}

void tell(Json &json, const char *name, const Field &field) {
    json.key(name).open('{').key("text").string(field.text).key("confidence").number(field.confidence);
    json.key("agreeing").number(field.agreeing).key("of").number(field.of).close('}');
}

void tell(Json &json, const ResidentFront &front) {
    json.key("front").open('{');
    tell(json, "name", front.name);
    tell(json, "sex", front.sex);
    tell(json, "nation", front.nation);
    tell(json, "birth", front.birth);
    tell(json, "address", front.address);
    tell(json, "number", front.number);
    json.key("standing").string(name_of(front.standing));
    json.key("birthAgrees").boolean(front.birth_agrees).key("sexAgrees").boolean(front.sex_agrees).close('}');
}

void tell(Json &json, const ResidentBack &back) {
    json.key("back").open('{');
    tell(json, "authority", back.authority);
    tell(json, "from", back.from);
    tell(json, "until", back.until);
    json.close('}');
}

void tell(Json &json, const Zone &zone) {
    json.key("zone").open('{').key("lines").open('[');
    for (const std::string &line : zone.lines) json.string(line);
    json.close(']').key("standing").string(name_of(zone.standing)).key("confidence").number(zone.confidence);
    json.key("leastLead").number(zone.least_lead).close('}');
}

void tell(Json &json, const std::vector<Face> &faces, const Colour &picture, const std::optional<Document> &document) {
    json.key("faces").open('[');
    for (const Face &face : faces) {
        json.open('{').key("score").number(face.score).key("frontal").boolean(face.frontal);
        json.key("x").number(double(face.box.x) / picture.width).key("y").number(double(face.box.y) / picture.height);
        json.key("width").number(double(face.box.width) / picture.width).key("height").number(double(face.box.height) / picture.height);
        Point centre{face.box.x + face.box.width / 2.0, face.box.y + face.box.height / 2.0};
        json.key("pixels").number(face.box.width).key("onDocument").boolean(document && is_inside(*document, centre)).close('}');
    }
    json.close(']');
}

// Straightened, the right way up for each of the ways a card can lie; the first that convinces is taken.
template <typename Result, typename Read, typename Convinces>
Result best_way(const Colour &picture, const std::optional<Document> &document, Read read, Convinces convinces) {
    Result best{};
    if (!document) return best;
    const Quad &q = document->corners;
    double across = length(q[1] - q[0]) + length(q[2] - q[3]), down = length(q[3] - q[0]) + length(q[2] - q[1]);
    int first = across >= down ? 0 : 1;
    for (int quarters : {first, first + 2}) {
        Quad corners = turned(q, quarters);
        double shape = std::max(across, down) / std::max(1.0, std::min(across, down));
        bool is_page = shape < (id1_shape + id3_shape) / 2;
        Result result = read(rectified(picture, corners, is_page ? page_width : card_width, is_page ? page_height : card_height));
        if (convinces(result)) return result;
        if (quarters == first) best = result;
    }
    return best;
}

}  // namespace

std::optional<Task> task_named(const std::string &name) {
    for (const Named &one : names)
        if (name == one.name) return one.task;
    return std::nullopt;
}

bool load_for(Task task, std::optional<Readers> &readers) {
    if (task == Task::resident_front || task == Task::resident_back) {
        std::optional<Recogniser> recogniser = Recogniser::loaded();
        if (recogniser) readers = Readers{*recogniser, Shapes::loaded()};
        return readers.has_value();
    }
    if (task == Task::face || task == Task::hand_held) load_faces();
    return task != Task::codes || load_codes();
}

std::string answer(Task task, const Colour &picture, const std::optional<Readers> &readers) {
    Json json;
    std::optional<Document> document;
    if (wants_document(task)) document = find_document(picture, shapes(task), task != Task::hand_held);
    Grey grey = brightness(picture);
    double periodicity = screen_periodicity(grey);
    json.key("fingerprint").string(hexadecimal({perceptual_hash(grey)})).key("detail").string(hexadecimal(fine_hash(grey)));
    // A picture sent for its codes is no evidence.
    if (task != Task::codes) {
        Excerpts parts = excerpts(grey);
        json.key("excerpts").string(hexadecimal(parts.kept)).key("excerptsSought").string(hexadecimal(parts.sought));
    }
    json.key("periodicity").number(periodicity).key("rephotographed").boolean(periodicity > screen_suspected);
    tell(json, judge(picture, document, wants_document(task)), picture, document);
    if (task == Task::resident_front)
        tell(json, best_way<ResidentFront>(
            picture, document, [&](const Colour &card) { return read_front(card, *readers); },
            [](const ResidentFront &front) { return front.standing == Standing::holds; }));
    if (task == Task::resident_back)
        tell(json, best_way<ResidentBack>(
            picture, document, [&](const Colour &card) { return read_back(card, *readers); },
            [](const ResidentBack &back) { return !back.from.text.empty(); }));
    if (task == Task::zone)
        tell(json, best_way<Zone>(
            picture, document, [](const Colour &page) { return read_zone(page); }, [](const Zone &zone) { return zone.standing == Standing::holds; }));
    if (task == Task::face) tell(json, find_faces(picture, std::max(picture.width, picture.height) / 8), picture, document);
    if (task == Task::hand_held) tell(json, find_faces(picture, std::max(picture.width, picture.height) / 16), picture, document);
    if (task == Task::codes) {
        json.key("codes").open('[');
        for (const Code &code : find_codes(picture)) json.open('{').key("kind").string(code.kind).key("text").string(code.text).close('}');
        json.close(']');
    }
    return json.text();
}

}  // namespace reading
