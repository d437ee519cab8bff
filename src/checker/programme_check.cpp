// SPDX-License-Identifier: MIT
#include "checker/programme_check.hpp"

#include "checker/families.hpp"
#include "exercise/findings.hpp"
#include "exercise/fitting.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"
#include "exercise/shown_texts.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// P001, P004: each item with its exercises at hand.
class ItemCheck {
public:
    ItemCheck(const ProgrammeRequest& request, Findings& findings) : request_(request), findings_(findings) {}

    void run(const ProgrammeItem& item) {
        for (const std::string& id : item.choices()) {
            const OpenedExercise* found = find(id, place_of(item, id));
            if (found != nullptr) { check_time(item, *found, check_settings(item, *found)); }
        }
        if (!item.substitute.empty()) { (void)find(item.substitute, item.written->find("substitute")->span); }
    }

private:
    /// P001; null then.
    const OpenedExercise* find(const std::string& id, Span where) {
        const OpenedExercise* found = request_.find_exercise(id);
        if (found == nullptr) {
            const std::string meant = did_you_mean(id, request_.exercise_ids());
            findings_.error("P001", where,
                            meant.empty() ? filled(_("There is no exercise \"{}\""), id)
                                          : filled(_("There is no exercise \"{}\". {}"), id, meant),
                            {_("\"kindly list\" shows the exercises that there are. Those of your own are "
                               "looked for beside the programme, and in the folders of --exercise-path."),
                             {},
                             {}});
            return nullptr;
        }
        if (found->exercise == nullptr) {
            findings_.error("P001", where, filled(_("\"{}\" cannot be used: it has mistakes of its own"), id),
                            {filled(_("\"kindly check {}\" shows them."), found->file.string()), {}, {}});
            return nullptr;
        }
        return found;
    }

    /// The exercise's settings with those of the item in their places.
    Settings check_settings(const ProgrammeItem& item, const OpenedExercise& found) {
        Settings settings = default_settings(*found.exercise);
        for (const ProgrammeSetting& setting : item.settings) {
            const std::string problem = set_setting(*found.exercise, settings, setting.name, setting.value);
            if (problem.empty()) { continue; }
            const bool known = settings.contains(setting.name);
            findings_.error("P004", known ? setting.written->value.span : setting.written->key_span, problem);
        }
        return settings;
    }

    void check_time(const ProgrammeItem& item, const OpenedExercise& found, Settings settings) {
        if (!item.minutes) { return; }
        ExpandRequest request;
        request.settings = std::move(settings);
        const Fitted fitted =
            fit(found.exercise, found.find_fragment, request, std::chrono::minutes(*item.minutes));
        if (fitted.plan != nullptr || has_errors(fitted.diagnostics)) { return; } // the latter is said there
        findings_.error(
            "P004", item.written->find("minutes")->span,
            filled(_("\"{}\" cannot be as short as {}"), found.exercise->id,
                   plural("{} minute", "{} minutes", *item.minutes)),
            {filled(_("The shortest it can be is {} of guidance."),
                    duration_in_words(std::chrono::ceil<std::chrono::seconds>(fitted.shortest.guided))),
             fmt::format("\"minutes\": {}",
                         std::chrono::ceil<std::chrono::minutes>(fitted.shortest.guided).count()),
             {}});
    }

    const ProgrammeRequest& request_;
    Findings& findings_;
};

/// An exercise goes before a programme of the same name, which nobody could then ask for.
void check_name(const Programme& programme, const ProgrammeRequest& request, Findings& findings) {
    if (request.find_exercise(programme.id) == nullptr) { return; }
    findings.error(
        "K010", programme.document->root.find("id")->span,
        filled(_("\"{}\" is already the name of an exercise"), programme.id),
        {_("Whoever asks for it would be given the exercise. The programme needs a name of its own."),
         {},
         {}});
}

} // namespace

Span place_of(const ProgrammeItem& item, const std::string& exercise) {
    if (const Written* list = item.written->find("or"); list != nullptr && item.exercise != exercise) {
        for (const Written& entry : list->entries) {
            if (entry.text == exercise) { return entry.span; }
        }
    }
    const Written* written = item.written->find("exercise");
    return written == nullptr ? opening(*item.written) : written->span;
}

Diagnostics check_programme(const Programme& programme, const ProgrammeRequest& request) {
    Findings findings(programme.document->source);
    check_name(programme, request, findings);
    check_days(programme, findings);
    ItemCheck items(request, findings);
    for (const ProgrammeItem& item : programme.items) { items.run(item); }
    check_strong(programme, request, findings);
    check_wording(shown_texts(programme, TextNames::left_out), programme.language, nullptr, findings,
                  {request.own_words, {}});
    check_about(programme.about, programme.document->root, programme.version, request.today, findings);
    return findings.take();
}

} // namespace kindly
