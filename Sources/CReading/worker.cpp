// The child's whole life: load, confine, read, decode, do the task, one line, end.
#include "reading.h"

#include <cinttypes>
#include <cstdlib>
#include <cstring>
#include <new>

#include <unistd.h>

#include "answer.hpp"
#include "confinement.h"
#include "decode.h"

using namespace reading;

namespace {

constexpr uint32_t enough_side = 2000;  // a document needs no more

const char *const verdicts[] = {"sound", "truncated", "undecodable", "tooManyPixels"};

Colour taken(decoded_picture &decoded) {
    Colour picture(int(decoded.width), int(decoded.height));
    memcpy(picture.pixels.data(), decoded.rgb, picture.pixels.size());
    free(decoded.rgb);
    decoded.rgb = nullptr;
    return upright(reduced(picture, int(enough_side) * 3 / 2), decoded.orientation);
}

bool write_all(const std::string &text) {
    for (size_t sent = 0; sent < text.size();) {
        ssize_t count = write(STDOUT_FILENO, text.data() + sent, text.size() - sent);
        if (count <= 0) return false;
        sent += size_t(count);
    }
    return true;
}

int work(Task task, const char *name, const uint8_t *bytes, size_t length, const decode_limits &limits, const std::optional<Readers> &readers) {
    decoded_picture decoded;
    decode_verdict verdict = decode_picture(bytes, length, &limits, &decoded);
    char head[160];
    snprintf(
        head, sizeof head, "{\"verdict\":\"%s\",\"task\":\"%s\",\"width\":%" PRIu32 ",\"height\":%" PRIu32, verdicts[verdict], name,
        decoded.declared_width, decoded.declared_height);
    std::string line = head;
    if (verdict == DECODED_SOUND) line += "," + answer(task, taken(decoded), readers);
    return write_all(line + "}\n") ? CONFINED_ANSWERED : CONFINED_INPUT;
}

}  // namespace

int reading_worker(int count, char *const arguments[]) {
    uint64_t most_bytes, pixels, side, seconds, memory;
    if (count != 6) return CONFINED_USAGE;
    std::optional<Task> task = task_named(arguments[0]);
    if (!task || !confinement_number(arguments[1], 1u << 30, &most_bytes) || !confinement_number(arguments[2], UINT64_MAX >> 1, &pixels)
        || !confinement_number(arguments[3], INT16_MAX, &side) || !confinement_number(arguments[4], 3600, &seconds)
        || !confinement_number(arguments[5], UINT64_MAX >> 2, &memory))
        return CONFINED_USAGE;
    std::optional<Readers> readers;
    if (!load_for(*task, readers)) return CONFINED_NO_MODEL;
    confinement wanted{memory + most_bytes, uint32_t(seconds)};
    if (confinement_enter(&wanted) != 0) return CONFINED_UNCONFINED;
    // Memory that is refused ends as an exception; it must not leave this function, whose callers know none.
    try {
        std::vector<uint8_t> input(most_bytes == 0 ? 1 : most_bytes);
        ssize_t length = confinement_read_all(input.data(), most_bytes);
        if (length < 0) return CONFINED_INPUT;
        decode_limits limits{pixels, uint32_t(side), enough_side};
        return work(*task, arguments[0], input.data(), size_t(length), limits, readers);
    } catch (const std::exception &) {
        return CONFINED_INPUT;
    }
}
