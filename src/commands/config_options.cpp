// SPDX-License-Identifier: MIT
#include "commands/config_options.hpp"

#include "base/translate.hpp"

#include <map>

namespace kindly {

namespace {

enum class Because { names_data, answers, for_one_run, only_below_a_command };

const std::map<std::string, Because>& exceptions() {
    static const std::map<std::string, Because> table{
        // What a run works on. A forgotten line in a file must not decide whose data are read or written.
        {"against", Because::names_data},
        {"assignment", Because::names_data},
        {"at", Because::names_data},
        {"changed-since", Because::names_data},
        {"config", Because::names_data},
        {"data-dir", Because::names_data},
        {"exercise", Because::names_data},
        {"explain", Because::names_data},
        {"find", Because::names_data},
        {"from", Because::names_data},
        {"handout", Because::names_data},
        {"homework", Because::names_data},
        {"output", Because::names_data},
        {"plan", Because::names_data},
        {"programme", Because::names_data},
        {"reply-to", Because::names_data},
        {"settings", Because::names_data},
        {"title", Because::names_data},
        {"translation", Because::names_data},
        {"word", Because::names_data},
        // Questions that are asked so that somebody thinks about them.
        {"agree", Because::answers},
        {"force", Because::answers},
        {"partial", Because::answers},
        {"yes", Because::answers},
        // Every practice a trial, every day the same one: nobody wants that for good.
        {"help", Because::for_one_run},
        {"cron", Because::for_one_run},
        {"hold", Because::for_one_run},
        {"days", Because::for_one_run},
        {"ics", Because::for_one_run},
        {"install", Because::for_one_run},
        {"instant", Because::for_one_run},
        {"answer", Because::for_one_run},
        {"now", Because::for_one_run},
        {"edit", Because::for_one_run},
        {"persona", Because::for_one_run},
        {"play", Because::for_one_run},
        {"remove", Because::for_one_run},
        {"resume", Because::for_one_run},
        {"ring", Because::for_one_run},
        {"seed", Because::for_one_run},
        {"transcript", Because::for_one_run},
        {"version", Because::for_one_run},
        {"without", Because::for_one_run},
        // A log shown in part is handy; an export in part, or a help page in JSON, would be a bad surprise.
        {"component", Because::only_below_a_command},
        {"json", Because::only_below_a_command},
        {"limit", Because::only_below_a_command},
        {"period", Because::only_below_a_command},
        {"since", Because::only_below_a_command},
        {"status", Because::only_below_a_command},
        {"until", Because::only_below_a_command},
    };
    return table;
}

} // namespace

std::string why_not_in_config(const std::string& option, bool at_the_top) {
    const auto found = exceptions().find(option);
    if (found == exceptions().end()) { return {}; }
    switch (found->second) {
    case Because::names_data:
        return _("it names what one run works on, so it is written on the command line");
    case Because::answers:
        return _("it answers a question that is asked for good reason, so it is written on the command line "
                 "each time");
    case Because::for_one_run: return _("it is meant for one run, so it is written on the command line");
    case Because::only_below_a_command: break;
    }
    return at_the_top
               ? _("at the top it would go for every command; it stands below the name of one, such as [log]")
               : std::string();
}

} // namespace kindly
