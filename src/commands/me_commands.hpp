// SPDX-License-Identifier: MIT
// What stands below `kindly me`: each adds itself as add_NAME in commands.hpp does. And the lines in which
// all of them show what is set.
#pragma once

#include "person/preferences.hpp"

#include <memory>
#include <string>

namespace kindly {

class Command;
class Context;

void add_me_set(const Command& me, Context& context);
void add_me_unset(const Command& me, Context& context);
void add_me_avoid(const Command& me, Context& context);
void add_me_kept(const Command& me, Context& context);

/// "Anchor: the soles of my feet", harmless and without a line end.
[[nodiscard]] std::string preference_line(const Preferences& preferences, const std::string& name);
/// "Avoid: breath, touch", likewise.
[[nodiscard]] std::string avoided_line(const Preferences& preferences);

/// The file as it is now. Where it has errors, they are shown and Failure (invalid_file) is thrown.
[[nodiscard]] Preferences preferences_now(Context& context);

/// One question a line, each with what is there; what was answered stays when the person leaves.
void ask_for_preferences(Context& context);

} // namespace kindly
