// SPDX-License-Identifier: MIT
// Grounding alone: `ground`, and whoever asks for it before a practice. Whatever cannot be read is done
// without, and told only when the grounding is over.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/face.hpp"
#include "commands/grounding_exercise.hpp"
#include "commands/practice_run.hpp"
#include "commands/pump.hpp"
#include "journal/closing_plan.hpp"
#include "session/session.hpp"

#include <string>
#include <unistd.h>
#include <vector>

namespace kindly {

namespace {

class Grounding {
public:
    Grounding(Context& context, const PracticeRequest& request) : context_(context), request_(request) {
        request_.writes = false;
    }

    ExitCode run() {
        gather();
        wanted_.somebody = ::isatty(STDIN_FILENO) == 1 && request_.guide != "events" && !request_.instant;
        SessionOptions options;
        options.id = make_uuid7(context_.clock->wall().unix_ms);
        options.quiet_start = true;
        options.enter_waits = wanted_.somebody;
        if (!wanted_.closing_plan.empty()) { options.kept[closing_plan_name] = wanted_.closing_plan; }
        ExitCode code = ExitCode::done;
        {
            const auto guide = face();
            Session session(grounding_plan(context_, wanted_), options);
            Pump pump(*guide, session, nullptr, *context_.clock, request_.instant);
            code = pump.run(context_.clock->wall());
        }
        tell_what_was_in_the_way();
        return code;
    }

private:
    /// What the person has made for a moment like this.
    void gather() {
        const Paths* paths = context_.paths_if_any();
        if (paths == nullptr) { return; }
        OpenClosingPlan plan = read_open_closing_plan(paths->journal());
        wanted_.closing_plan = std::move(plan.words).value_or(std::string());
        if (plan.unreadable) { unreadable_.push_back(paths->journal().string()); }
        try {
            const ReadPreferences read = load_preferences(paths->me());
            wanted_.avoided = read.preferences.avoided;
            if (has_errors(read.diagnostics)) { unreadable_.push_back(paths->me().string()); }
        } catch (const Failure&) { unreadable_.push_back(paths->me().string()); }
    }

    /// A terminal that says one thing and does another must not be in the way either.
    std::unique_ptr<Guide> face() {
        try {
            return make_guide(context_, request_, 1, false);
        } catch (const Failure&) {
            if (request_.guide != "auto") { throw; }
            request_.guide = "plain";
            return make_guide(context_, request_, 1, false);
        }
    }

    void tell_what_was_in_the_way() {
        context_.out.flush();
        std::string lines;
        if (!context_.config_problem.empty()) {
            lines += filled(_("kindly: {}. This went on without it.\n"), harmless(context_.config_problem));
        }
        for (const auto& file : unreadable_) {
            lines += filled(_("kindly: {} could not be used. This went on without it.\n"), harmless(file));
        }
        if (!lines.empty()) { lines += std::string(_("\"kindly doctor\" says more about it.")) + "\n"; }
        context_.err.write(lines);
    }

    Context& context_;
    PracticeRequest request_;
    GroundingRequest wanted_;
    std::vector<std::string> unreadable_;
};

} // namespace

ExitCode run_grounding(Context& context, const PracticeRequest& request) {
    return Grounding(context, request).run();
}

} // namespace kindly
