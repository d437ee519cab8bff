// SPDX-License-Identifier: MIT
// `kindly sit`: a quiet timer.
#include "base/duration.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/context.hpp"
#include "commands/practice_run.hpp"
#include "commands/usage_errors.hpp"
#include "commands/usual_options.hpp"
#include "exercise/sitting.hpp"

#include <algorithm>
#include <cctype>
#include <memory>
#include <unistd.h>

namespace kindly {

namespace {

struct Limits {
    Milliseconds shortest, longest;
};
constexpr Limits of_a_sit{std::chrono::seconds(1), longest_sit};
constexpr Limits of_a_preparation{std::chrono::seconds(1), longest_preparation};
constexpr Limits of_bells{shortest_between_bells, longest_sit};

/// How it was probably meant; empty where nobody can tell.
std::string probably(const std::string& written, const Limits& limits) {
    if (const auto right = right_spelling_of_duration(written)) {
        const auto length = read_duration(*right);
        if (!length || *length < limits.shortest || *length > limits.longest) { return {}; }
        return filled(_(". Did you mean \"{}\"?"), *right);
    }
    const bool bare =
        !written.empty() && std::all_of(written.begin(), written.end(),
                                        [](unsigned char letter) { return std::isdigit(letter) != 0; });
    return bare ? filled(_(". Did you mean \"{}m\", in minutes?"), written) : std::string();
}

ValueCheck length_within(Limits limits, Milliseconds& value) {
    return [limits, &value](const std::string& written) {
        const auto length = read_duration(written);
        if (!length) {
            return filled(_("\"{}\" is not a length of time such as 20m, 45s or 1m30s"), quotable(written)) +
                   probably(written, limits);
        }
        if (*length < limits.shortest || *length > limits.longest) {
            return filled(_("\"{}\" is not from {} to {}"), quotable(written),
                          written_duration(limits.shortest), written_duration(limits.longest));
        }
        value = *length;
        return std::string();
    };
}

struct SitOptions {
    PracticeRequest request;
    Sitting sitting;
    Milliseconds length{}; ///< zero: none was given
    std::string written_length, written_preparation, written_bells;
};

/// From config.toml, and not for this sit in particular.
bool bells_are_configured(const Context& context) {
    return std::any_of(context.configured.begin(), context.configured.end(),
                       [](const std::string& word) { return word.starts_with("--bell-every"); });
}

ExitCode sit(Context& context, const SitOptions& options) {
    Sitting sitting = options.sitting;
    if (options.length > Milliseconds{}) { sitting.length = options.length; }
    const bool rings = !sitting.length || sitting.bell_every < *sitting.length;
    if (!rings && bells_are_configured(context)) {
        sitting.bell_every = {}; // meant for longer sits: none of its bells falls into this one
    } else if (!rings) {
        throw Failure(
            ExitCode::usage,
            filled(_("A bell every {} would not ring in a sit of {}"), written_duration(sitting.bell_every),
                   written_duration(*sitting.length)),
            _("Make --bell-every shorter, or leave it out: a bell begins and ends the sit anyway."));
    }
    const bool somebody = ::isatty(STDIN_FILENO) == 1 || options.request.guide == "events";
    if (!sitting.length && options.request.instant) {
        throw Failure(ExitCode::usage,
                      _("--instant needs a length: without one, a sit has no end of its own"),
                      _("As in: kindly sit 20m --instant"));
    }
    if (!sitting.length && !somebody) {
        throw Failure(ExitCode::usage,
                      _("A sit without a length is ended by a key, and nobody is at the terminal"),
                      _("Give it a length, as in: kindly sit 20m"));
    }
    PracticeRequest request = options.request;
    request.sitting = sitting;
    return run_practice(context, request);
}

} // namespace

void add_sit(const Command& app, Context& context) {
    auto options = std::make_shared<SitOptions>();
    const Command command =
        app.add_command("sit", _("a quiet timer; without a length, Enter ends it"),
                        {"kindly sit 20m", "kindly sit 30m --bell-every 10m --prepare 30s", "kindly sit"});
    command.add_option("length", options->written_length, _("how long, such as 20m or 1m30s"))
        .type_name("LENGTH")
        .check(length_within(of_a_sit, options->length));
    command.add_option("--bell-every", options->written_bells, _("a bell in between, each time after this"))
        .type_name("LENGTH")
        .check(length_within(of_bells, options->sitting.bell_every));
    command.add_option("--prepare", options->written_preparation, _("time to settle before the first bell"))
        .type_name("LENGTH")
        .check(length_within(of_a_preparation, options->sitting.prepare));
    add_choice(command, "--guide", options->request.guide, {"auto", "screen", "plain", "events"},
               _("how it is shown"));
    command.add_flag("--instant", options->request.instant, _("time passes at once; recorded as a trial"));
    command.add_flag("--unrecorded", options->request.unrecorded, _("keep nothing of it"));
    command.callback(
        [&context, options] { context.run = [&context, options] { return sit(context, *options); }; });
}

} // namespace kindly
