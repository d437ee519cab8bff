// SPDX-License-Identifier: MIT
// `kindly ground`: steady me now.
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/practice_run.hpp"
#include "commands/usual_options.hpp"

#include <memory>

namespace kindly {

void add_ground(const Command& app, Context& context) {
    auto request = std::make_shared<PracticeRequest>();
    const Command command =
        app.add_command("ground", _("steady me now: no questions, nothing recorded"), {"kindly ground"});
    add_choice(command, "--guide", request->guide, {"auto", "screen", "plain", "events"},
               _("how it is shown"));
    command.add_flag("--instant", request->instant, _("time passes at once"));
    command.callback([&context, request] {
        context.run = [&context, request] { return run_grounding(context, *request); };
    });
}

} // namespace kindly
