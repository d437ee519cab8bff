// SPDX-License-Identifier: MIT
// Grounding alone: `ground`, and whoever asks for it before a practice.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "commands/context.hpp"
#include "commands/face.hpp"
#include "commands/grounding_exercise.hpp"
#include "commands/practice_run.hpp"
#include "commands/pump.hpp"
#include "journal/journal.hpp"
#include "session/session.hpp"

#include <map>

namespace kindly {

ExitCode run_grounding(Context& context, const PracticeRequest& request) {
    std::map<std::string, std::string> kept;
    try {
        const Journal journal = Journal::open_for_reading(context.paths().journal());
        kept = journal.kept_words();
    } catch (const Failure&) { // grounding does not wait for a log that cannot be read
        kept.clear();
    }
    const auto plan = grounding_plan(context, kept.contains("closing_plan"));
    SessionOptions options;
    options.id = make_uuid7(context.clock->wall().unix_ms);
    options.quiet_start = true;
    options.kept = std::move(kept);
    const auto guide = make_guide(context, request, 1, false);
    Session session(plan, options);
    Pump pump(*guide, session, nullptr, *context.clock, request.instant);
    return pump.run(context.clock->wall());
}

} // namespace kindly
