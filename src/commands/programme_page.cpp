// SPDX-License-Identifier: MIT
#include "commands/programme_page.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/overview.hpp"
#include "exercise/findings.hpp"
#include "exercise/settings.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::string days_in_words(int days) { return plural("{} day", "{} days", days); }

std::string title_of(UsableProgramme& usable, const std::string& id) {
    return filled(_("{} ({})"), usable.exercises.find(id)->exercise->title, id);
}

/// "Day 3", "Days 3 to 5, each day", "Days 1 to 7, 3 times"
std::string when(const ProgrammeItem& item) {
    if (item.last_day() == item.day) { return filled(_("Day {}"), item.day); }
    if (item.times) {
        return filled(
            plural("Days {{}} to {{}}, {} time", "Days {{}} to {{}}, {} times", *item.times).c_str(),
            item.day, item.last_day());
    }
    return filled(item.last_day() == item.day + 1 ? _("Days {} and {}") : _("Days {} to {}, each day"),
                  item.day, item.last_day());
}

/// As it was written, with the item's settings.
std::string usual_time(const OpenedExercise& opened, const ProgrammeItem& item) {
    ExpandRequest request;
    request.settings = default_settings(*opened.exercise);
    for (const ProgrammeSetting& setting : item.settings) {
        (void)set_setting(*opened.exercise, request.settings, setting.name, setting.value);
    }
    return about_duration(time_range(opened.exercise, opened.find_fragment, request).usual.guided);
}

class Page {
public:
    Page(UsableProgramme& usable, bool notes)
        : usable_(usable), programme_(*usable.programme), notes_(notes) {}

    Paper paper() {
        paper_.language = programme_.language;
        paper_.title = programme_.title;
        paper_.subtitle = programme_.about.summary;
        facts();
        Blocks before;
        add_note(before, programme_.document->root);
        if (const Written* about = programme_.document->root.find("about")) { add_note(before, *about); }
        if (!before.empty()) { paper_.sections.push_back({_("For colleagues"), {}, std::move(before)}); }
        add(_("Take care"), programme_.about.caution);
        add(_("On the way"), programme_.about.homework);
        for (int week = 1; week <= programme_.week_count(); ++week) { add_week(week); }
        origin();
        paper_.foot = filled(_("{}, version {}. Each exercise has a page of its own."), programme_.id,
                             programme_.version);
        return std::move(paper_);
    }

private:
    void add(const std::string& heading, const std::string& text) {
        if (!text.empty()) { paper_.sections.push_back({heading, {}, {paragraph(text)}}); }
    }

    void add_note(Blocks& blocks, const Written& written) const {
        const Written* note = written.find("note");
        if (notes_ && note != nullptr) { blocks.push_back(remark(note->text)); }
    }

    void facts() {
        paper_.facts.emplace_back(_("Programme"), filled(_("{}, version {}, language {}"), programme_.id,
                                                         programme_.version, programme_.language));
        paper_.facts.emplace_back(_("Length"), days_in_words(programme_.days()));
        int shortest = 0;
        int longest = 0;
        for (const ProgrammeItem& item : programme_.items) {
            if (!item.minutes) { continue; }
            shortest = shortest == 0 ? *item.minutes : std::min(shortest, *item.minutes);
            longest = std::max(longest, *item.minutes);
        }
        if (longest > 0) {
            paper_.facts.emplace_back(_("A practice"),
                                      shortest == longest ? plural("{} minute", "{} minutes", longest)
                                                          : filled(_("{} to {} minutes"), shortest, longest));
        }
        if (programme_.about.audience == Audience::clinicians) {
            paper_.facts.emplace_back(_("For"), _("people who work with clients"));
        }
    }

    void add_week(int number) {
        const ProgrammeWeek* week = programme_.week(number);
        PaperSection section;
        section.heading = week == nullptr || week->title.empty()
                              ? filled(_("Week {}"), number)
                              : filled(_("Week {}: {}"), number, week->title);
        if (week != nullptr) {
            section.aim = week->text;
            add_note(section.blocks, *week->written);
        }
        std::vector<Blocks> items;
        constexpr int days_of_a_week = 7;
        const int first = (number - 1) * days_of_a_week + 1;
        const int last = std::min(programme_.days(), number * days_of_a_week);
        for (int day = first; day <= last; ++day) {
            for (const ProgrammeItem& item : programme_.items) {
                if (item.day == day) { items.push_back(one(item)); }
            }
            if (!is_free(day) || (day > first && is_free(day - 1))) { continue; }
            int until = day;
            while (until < last && is_free(until + 1)) { ++until; }
            const std::string days = until == day       ? filled(_("Day {}:"), day)
                                     : until == day + 1 ? filled(_("Days {} and {}:"), day, until)
                                                        : filled(_("Days {} to {}:"), day, until);
            items.push_back({paragraph(_("free"), days)});
        }
        Block list = numbered(std::move(items));
        list.kind = Block::Kind::bulleted;
        section.blocks.push_back(std::move(list));
        paper_.sections.push_back(std::move(section));
    }

    [[nodiscard]] bool is_free(int day) const {
        return std::none_of(programme_.items.begin(), programme_.items.end(), [&](const ProgrammeItem& item) {
            return item.day <= day && day <= item.last_day();
        });
    }

    Blocks one(const ProgrammeItem& item) {
        Blocks blocks{paragraph(what(item), filled(_("{}:"), when(item)))};
        const auto say = [&](const std::string& text, std::string lead = {}) {
            if (!text.empty()) { blocks.push_back(paragraph(text, std::move(lead))); }
        };
        say(item.text);
        say(item.review, item.exercise.empty() ? std::string() : _("Looking back:"));
        std::vector<std::string> settings;
        for (const ProgrammeSetting& setting : item.settings) {
            settings.push_back(filled(_("\"{}\" is {}"), setting.name, setting.value));
        }
        say(joined(settings, ", "), _("Set for it:"));
        if (!item.substitute.empty()) {
            say(filled(_("{} in its place, for whoever would rather."), title_of(usable_, item.substitute)));
        }
        if (item.optional) { say(_("May be left out.")); }
        if (item.locked_until_agreed) { say(_("Waits until you and your therapist have agreed on it.")); }
        add_note(blocks, *item.written);
        return blocks;
    }

    /// "Through the floor (feet), 5 minutes, gentle"
    std::string what(const ProgrammeItem& item) {
        if (item.exercise.empty()) { return _("looking back"); }
        std::vector<std::string> names;
        std::vector<std::string> facts;
        Intensity intensity = Intensity::gentle;
        for (const std::string& id : item.choices()) {
            names.push_back(title_of(usable_, id));
            intensity = std::max(intensity, usable_.exercises.find(id)->exercise->safety.intensity);
        }
        const std::string time = item.minutes ? plural("{} minute", "{} minutes", *item.minutes)
                                              : usual_time(*usable_.exercises.find(item.exercise), item);
        return filled(_("{}, {}, {}"), joined(names, _(" or ")), time, in_words(intensity));
    }

    void origin() {
        const About& about = programme_.about;
        Blocks blocks;
        if (!about.authors.empty()) { blocks.push_back(paragraph(joined(about.authors, ", "), _("By:"))); }
        if (!about.license.empty()) { blocks.push_back(paragraph(about.license, _("Licence:"))); }
        if (about.reviewed) {
            blocks.push_back(paragraph(
                filled(_("by {} on {}"), about.reviewed->first, about.reviewed->second), _("Reviewed:")));
        }
        std::vector<std::string> ideas;
        for (const Source& source : about.sources) {
            ideas.push_back(source.cite.empty() ? source.idea
                                                : filled(_("{}: {}"), source.idea, source.cite));
        }
        if (!ideas.empty()) {
            blocks.push_back(paragraph({}, _("Ideas and where they are from:")));
            blocks.push_back(bulleted(ideas));
        }
        if (!blocks.empty()) { paper_.sections.push_back({_("Where it comes from"), {}, std::move(blocks)}); }
    }

    UsableProgramme& usable_;
    const Programme& programme_;
    bool notes_;
    Paper paper_;
};

nlohmann::ordered_json item_as_json(UsableProgramme& usable, const ProgrammeItem& item) {
    nlohmann::ordered_json settings = nlohmann::ordered_json::object();
    for (const ProgrammeSetting& setting : item.settings) { settings[setting.name] = setting.value; }
    const auto name_or_null = [](const std::string& name) {
        return name.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(name);
    };
    return {{"day", item.day},
            {"until", item.last_day()},
            {"times", item.exercise.empty() ? 0 : item.practices()},
            {"exercise", name_or_null(item.exercise)},
            {"title", item.exercise.empty()
                          ? nlohmann::ordered_json()
                          : nlohmann::ordered_json(usable.exercises.find(item.exercise)->exercise->title)},
            {"or", item.alternatives},
            {"minutes", item.minutes ? nlohmann::ordered_json(*item.minutes) : nlohmann::ordered_json()},
            {"settings", std::move(settings)},
            {"substitute", name_or_null(item.substitute)},
            {"optional", item.optional},
            {"locked_until_agreed", item.locked_until_agreed},
            {"text", item.text},
            {"review", item.review}};
}

} // namespace

namespace {

/// `opened` is whole, as it was written. Nothing where it is not there in `language`.
std::optional<UsableProgramme> usable_in(Context& context, OpenedProgramme opened,
                                         const std::optional<std::string>& language) {
    const Catalogue& catalogue = context.catalogue();
    std::function<std::vector<std::string>()> languages = [opened, &catalogue] {
        return languages_of(opened, catalogue);
    };
    const std::vector<std::string> wanted =
        language ? std::vector{*language} : context.catalogue().preferred();
    std::optional<OpenedProgramme> shown;
    for (const std::string& one : wanted) {
        if (!shown) { shown = programme_in(opened, one, catalogue); }
    }
    if (!shown && language) { return std::nullopt; }
    if (!shown) { shown = std::move(opened); }
    ProgrammeExercises exercises(catalogue, shown->file, shown->programme->language);
    return UsableProgramme{std::move(shown->programme), std::move(shown->file), std::move(exercises),
                           std::move(languages)};
}

} // namespace

UsableProgramme open_programme(Context& context, const std::string& name,
                               const std::optional<std::string>& language) {
    OpenedProgramme opened = Programmes(context.catalogue().folders()).open(name);
    ProgrammeExercises exercises(context.catalogue(), opened.file);
    context.refuse_errors(check_opened(opened, exercises, context.today()), opened.file.string());
    if (auto usable = usable_in(context, opened, language)) { return *std::move(usable); }
    throw Failure(ExitCode::not_found,
                  filled(_("\"{}\" is not available in the language \"{}\", but in: {}"), name, *language,
                         joined(languages_of(opened, context.catalogue()), ", ")));
}

std::vector<UsableProgramme> list_programmes(Context& context, const std::optional<std::string>& language) {
    std::vector<UsableProgramme> usable;
    ProgrammeListing listing = Programmes(context.catalogue().folders()).list();
    const auto tell = [&](const std::string& problem) { context.err.write(harmless(problem) + "\n"); };
    for (const BrokenExercise& broken : listing.broken) { tell(broken.problem); }
    for (OpenedProgramme& opened : listing.programmes) {
        ProgrammeExercises exercises(context.catalogue(), opened.file);
        const Diagnostics found = check_opened(opened, exercises, context.today());
        const auto error = std::find_if(found.begin(), found.end(), [](const Diagnostic& one) {
            return one.severity == Severity::error;
        });
        if (error != found.end()) {
            tell(first_line(*error));
        } else {
            if (auto one = usable_in(context, std::move(opened), language)) {
                usable.push_back(*std::move(one));
            }
        }
    }
    return usable;
}

Paper programme_paper(UsableProgramme& usable, bool notes) { return Page(usable, notes).paper(); }

nlohmann::ordered_json as_json(UsableProgramme& usable, bool whole) {
    const Programme& programme = *usable.programme;
    nlohmann::ordered_json json{{"kind", "programme"},
                                {"id", programme.id},
                                {"title", programme.title},
                                {"version", programme.version},
                                {"language", programme.language},
                                {"languages", usable.languages()},
                                {"audience", word(programme.about.audience)},
                                {"summary", programme.about.summary},
                                {"days", programme.days()},
                                {"exercises", exercises_of(programme)},
                                {"file", usable.file.string()}};
    if (!whole) { return json; }
    json["authors"] = programme.about.authors;
    json["license"] = programme.about.license;
    json["sources"] = nlohmann::ordered_json::array();
    for (const Source& source : programme.about.sources) {
        json["sources"].push_back({{"idea", source.idea}, {"cite", source.cite}});
    }
    json["caution"] = programme.about.caution;
    json["homework"] = programme.about.homework;
    json["weeks"] = nlohmann::ordered_json::array();
    for (const ProgrammeWeek& week : programme.weeks) {
        json["weeks"].push_back({{"week", week.week}, {"title", week.title}, {"text", week.text}});
    }
    json["items"] = nlohmann::ordered_json::array();
    for (const ProgrammeItem& item : programme.items) { json["items"].push_back(item_as_json(usable, item)); }
    return json;
}

} // namespace kindly
