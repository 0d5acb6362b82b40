// What is asked of a picture, and what is answered.
#pragma once

#include <string>

#include "picture.hpp"
#include "resident.hpp"

namespace reading {

enum class Task { quality, resident_front, resident_back, zone, hand_held, face, codes };

/// The task of that name (quality, resident-id-front, resident-id-back, mrz, hand-held, face, codes).
std::optional<Task> task_named(const std::string &name);

/// What a task needs from files. Must come before the confinement. False when something is not installed.
bool load_for(Task task, std::optional<Readers> &readers);

/// Does the task; one line of JSON without the line's end.
std::string answer(Task task, const Colour &picture, const std::optional<Readers> &readers);

}  // namespace reading
