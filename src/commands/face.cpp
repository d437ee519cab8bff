// SPDX-License-Identifier: MIT
#include "commands/face.hpp"

#include "commands/context.hpp"
#include "commands/practice_run.hpp"
#include "commands/support_page.hpp"
#include "guide/events_guide.hpp"
#include "guide/plain_guide.hpp"
#include "screen/screen_guide.hpp"

#include <filesystem>
#include <sstream>

namespace kindly {

std::unique_ptr<Guide> make_guide(Context& context, const PracticeRequest& request, double pace) {
    if (request.guide == "events") {
        EventsOptions options;
        options.instant = request.instant;
        return make_events_guide(options, context.out);
    }
    if (request.guide == "screen") {
        screen::ScreenOptions options;
        options.terminal.colours = !context.environment("NO_COLOR");
        options.instant = request.instant;
        options.pace = pace;
        options.untimed = request.untimed;
        options.recorded = !request.unrecorded;
        options.support = as_text(make_support_page(context));
        options.reduced_motion = context.environment("REDUCED_MOTION").has_value();
        const auto editor = context.environment("VISUAL") ? context.environment("VISUAL")
                                                          : context.environment("EDITOR");
        std::istringstream words(editor.value_or(""));
        for (std::string word; words >> word;) { options.editor.push_back(word); }
        if (const auto runtime = context.environment("XDG_RUNTIME_DIR")) {
            options.private_folder = *runtime;
        } else if (const Paths* paths = context.paths_if_any()) {
            options.private_folder = paths->data;
        }
        return screen::make_screen_guide(std::move(options), context.err);
    }
    PlainOptions options;
    options.instant = request.instant;
    options.pace = pace;
    options.support = as_text(make_support_page(context));
    return make_plain_guide(options, context.out, context.err);
}

} // namespace kindly
