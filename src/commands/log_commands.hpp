// SPDX-License-Identifier: MIT
// What stands below `kindly log`: each adds itself as add_NAME in commands.hpp does. `outer_json`: --json was
// written before the word.
#pragma once

#include <memory>

namespace kindly {

class Command;
class Context;

void add_log_show(const Command& log, Context& context, const std::shared_ptr<bool>& outer_json);
void add_log_add(const Command& log, Context& context, const std::shared_ptr<bool>& outer_json);
void add_log_amend(const Command& log, Context& context, const std::shared_ptr<bool>& outer_json);
void add_log_delete(const Command& log, Context& context);

} // namespace kindly
