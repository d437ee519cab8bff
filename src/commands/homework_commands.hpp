// SPDX-License-Identifier: MIT
// The commands within `kindly homework`, each in a file of its own, and what they have in common: finding the
// homework that is meant.
#pragma once

#include "journal/homework.hpp"

#include <memory>
#include <string>

namespace kindly {

class Command;
class Context;

void add_homework_add(const Command& homework, Context& context, const std::shared_ptr<bool>& outer_json);
void add_homework_report(const Command& homework, Context& context, const std::shared_ptr<bool>& outer_json);
void add_homework_try(const Command& homework, Context& context);
void add_homework_instead(const Command& homework, Context& context);
void add_homework_note(const Command& homework, Context& context);
void add_homework_skip(const Command& homework, Context& context);
void add_homework_end(const Command& homework, Context& context);

/// The one that is going on under this id. Throws Failure (not_found) with the nearest.
[[nodiscard]] HomeworkRow homework_named(const Journal& journal, const std::string& id);

/// An assignment by its id, also where it has ended; with an empty id the only one that is going on. Throws
/// Failure: not_found where there is none, usage where there are several.
[[nodiscard]] HomeworkRow assignment_meant(const Journal& journal, const std::string& id);

/// What the person says now; `item` as in HomeworkNote.
[[nodiscard]] HomeworkNote noted_now(Context& context, const char* kind, int item, std::string words);

} // namespace kindly
