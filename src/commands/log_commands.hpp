// SPDX-License-Identifier: MIT
// What stands below `kindly log`: each adds itself as add_NAME in commands.hpp does. `outer_json`: --json was
// written before the word.
#pragma once

#include <memory>

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
} // namespace CLI

namespace kindly {

class Context;

void add_log_show(CLI::App& log, Context& context, const std::shared_ptr<bool>& outer_json);
void add_log_add(CLI::App& log, Context& context, const std::shared_ptr<bool>& outer_json);
void add_log_amend(CLI::App& log, Context& context, const std::shared_ptr<bool>& outer_json);
void add_log_delete(CLI::App& log, Context& context);

} // namespace kindly
