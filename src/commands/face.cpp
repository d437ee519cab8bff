// SPDX-License-Identifier: MIT
#include "commands/face.hpp"

#include "commands/context.hpp"
#include "commands/practice_run.hpp"
#include "commands/support_page.hpp"
#include "guide/events_guide.hpp"
#include "guide/plain_guide.hpp"

namespace kindly {

std::unique_ptr<Guide> make_guide(Context& context, const PracticeRequest& request, double pace) {
    if (request.guide == "events") {
        EventsOptions options;
        options.instant = request.instant;
        return make_events_guide(options, context.out);
    }
    PlainOptions options;
    options.instant = request.instant;
    options.pace = pace;
    options.support = as_text(make_support_page(context));
    return make_plain_guide(options, context.out, context.err);
}

} // namespace kindly
