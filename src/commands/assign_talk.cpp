// SPDX-License-Identifier: MIT
#include "commands/assign_talk.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/assign_items.hpp"
#include "commands/assign_plan.hpp"
#include "commands/context.hpp"
#include "commands/terminal_columns.hpp"
#include "commands/text_page.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

/// What the questions are about; free text never comes from arguments.
class Talk {
public:
    /// `named`: what the command line says of each exercise.
    Talk(Context& context, Json& plan, AssignOptions named)
        : context_(context), plan_(plan), named_(std::move(named)) {}

    bool run() {
        TextPage page(page_columns(context_.err));
        page.line(_("An assignment, in a few questions. Enter leaves out what may be left out; q leaves "
                    "without making anything."));
        context_.err.write(page.take());
        return ask_exercises() && ask_items() &&
               ask("title", _("A title for it, as the client will see it?"), true) &&
               ask("from", _("What does the client call you?"), true) &&
               ask("for", _("What do you call the client here? (a first name or a letter is enough)"),
                   true) &&
               ask("rationale", _("Why this, in the client's own words?"), true) &&
               ask("message", _("A few words with it?"), false) && ask_share() && ask_question();
    }

private:
    bool ask_text(Json& into, const char* key, const std::string& question, bool needed) {
        if (into.contains(key)) { return true; }
        context_.err.write("\n");
        return ask_until(context_, question, [&](const std::string& line) {
            if (line.empty() && needed) {
                throw Failure(ExitCode::usage, _("This question needs an answer"));
            }
            if (!line.empty()) { into[key] = line; }
        });
    }
    bool ask(const char* key, const std::string& question, bool needed) {
        return ask_text(plan_, key, question, needed);
    }

    bool ask_exercises() {
        if (plan_.contains("items")) { return true; }
        context_.err.write("\n");
        return ask_until(
            context_, _("Which exercise? Several with spaces between. (\"kindly list\" shows their names)"),
            [&](const std::string& line) {
                AssignOptions named = named_;
                for (std::size_t begin = 0; begin < line.size();) {
                    const std::size_t end = std::min(line.find_first_of(" ,", begin), line.size());
                    if (end > begin) { named.exercises.push_back(line.substr(begin, end - begin)); }
                    begin = end + 1;
                }
                if (named.exercises.empty()) {
                    throw Failure(ExitCode::usage, _("This question needs an answer"));
                }
                plan_["items"] = items_named(context_, named);
            });
    }

    bool ask_items() {
        for (Json& item : plan_["items"]) {
            context_.err.write("\n" + harmless(item.at("exercise").get<std::string>()) + "\n");
            if (!item.contains("how_often") &&
                !ask_until(context_,
                           _("How often? daily, 3 times a week, monday, thursday, every 2 days, once (Enter: "
                             "daily)"),
                           [&](const std::string& line) {
                               item["how_often"] =
                                   how_often_as_json(how_often_from(line.empty() ? "daily" : line));
                           })) {
                return false;
            }
            if (!item.contains("until")) { context_.err.write("\n"); }
            if (!item.contains("until") &&
                !ask_until(context_, _("Until when? As in 2026-12-06 (Enter: open)"),
                           [&](const std::string& line) {
                               if (line.empty()) { return; }
                               std::string date = date_from(line);
                               if (date < context_.today()) {
                                   throw Failure(ExitCode::usage, filled(_("{} has passed already"), date));
                               }
                               item["until"] = std::move(date);
                           })) {
                return false;
            }
            if (!ask_plan(item)) { return false; }
            if (!ask_easier(item)) { return false; }
        }
        return true;
    }

    bool ask_easier(Json& item) {
        if (item.contains("easier")) { return true; }
        context_.err.write("\n");
        return ask_until(
            context_, _("An easier exercise for a hard day? (Enter: none)"), [&](const std::string& line) {
                if (line.empty()) { return; }
                const OpenedExercise opened = context_.open_exercise(line);
                if (opened.exercise->safety.intensity == Intensity::strong) {
                    throw Failure(
                        ExitCode::usage,
                        filled(_("\"{}\" is strong, and a hard day asks for less"), opened.exercise->id),
                        _("Name a gentle one, such as look, or press Enter for none."));
                }
                item["easier"] = opened.exercise->id;
            });
    }

    bool ask_plan(Json& item) {
        if (item.contains("plan")) { return true; }
        Json plan = Json::object();
        const bool goes_on = ask_text(plan, "cue", _("After what, or at what time?"), false) &&
                             ask_text(plan, "place", _("Where?"), false) &&
                             ask_text(plan, "obstacle", _("What could come in between?"), false) &&
                             ask_text(plan, "then", _("If it does, what then?"), false);
        if (!plan.empty()) { item["plan"] = plan; }
        return goes_on;
    }

    bool ask_share() {
        if (plan_.contains("share")) { return true; }
        context_.err.write("\n");
        return ask_until(context_, _("What do you ask to see? counts, ratings or words (Enter: counts)"),
                         [&](const std::string& line) {
                             if (!line.empty() && line != "counts" && line != "ratings" && line != "words") {
                                 throw Failure(
                                     ExitCode::usage,
                                     filled(_("\"{}\" is not one of these: counts, ratings, words"), line));
                             }
                             plan_["share"] = line.empty() ? "counts" : line;
                         });
    }

    bool ask_question() {
        if (plan_.contains("questions")) { return true; }
        context_.err.write("\n");
        return ask_until(context_, _("A question for the end? As in: what felt real? (Enter: none)"),
                         [&](const std::string& line) {
                             if (!line.empty()) { plan_["questions"] = {line}; }
                         });
    }

    Context& context_;
    Json& plan_;
    AssignOptions named_;
};

} // namespace

bool ask_for_plan(Context& context, nlohmann::ordered_json& plan, const AssignOptions& named) {
    return Talk(context, plan, named).run();
}

} // namespace kindly
