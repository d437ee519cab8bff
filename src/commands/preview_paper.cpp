// SPDX-License-Identifier: MIT
#include "commands/preview_paper.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "checker/codes.hpp"
#include "commands/overview.hpp"
#include "commands/preview_steps.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"

namespace kindly {

namespace {

class Preview {
public:
    Preview(const ScriptWords& words, const TimeRange& times, bool notes)
        : words_(words), exercise_(words.exercise()), times_(times), steps_(words, notes) {}

    Paper paper() {
        paper_.language = exercise_.language;
        paper_.title = words_.filled_in(exercise_.title);
        paper_.subtitle = exercise_.about.summary;
        facts();
        before();
        check_ins();
        settings();
        int count = 0;
        for (const Role role : {Role::main, Role::closing, Role::grounding}) {
            for (const Section& section : exercise_.sections) {
                if (section.role == role) { one(section, role == Role::grounding ? 0 : ++count); }
            }
        }
        add(_("Between times"), {exercise_.about.homework});
        origin();
        paper_.foot =
            filled(_("{}, version {}, on paper. In the program the person reads one step at a time."),
                   exercise_.id, exercise_.version);
        return std::move(paper_);
    }

private:
    void add(const std::string& heading, const std::vector<std::string>& paragraphs) {
        Blocks blocks;
        for (const std::string& text : paragraphs) {
            if (!text.empty()) { blocks.push_back(paragraph(text)); }
        }
        add(heading, std::move(blocks));
    }
    void add(const std::string& heading, Blocks blocks) {
        if (!blocks.empty()) { paper_.sections.push_back({heading, {}, std::move(blocks)}); }
    }

    void facts() {
        const auto fact = [&](const char* name, std::string value) {
            paper_.facts.emplace_back(name, std::move(value));
        };
        fact(_("Exercise"),
             filled(_("{}, version {}, language {}"), exercise_.id, exercise_.version, exercise_.language));
        const std::string shortest =
            duration_in_words(std::chrono::ceil<std::chrono::seconds>(times_.shortest.guided));
        const std::string longest =
            duration_in_words(std::chrono::ceil<std::chrono::seconds>(times_.longest.guided));
        fact(_("Usually"), in_words(times_.usual));
        fact(_("Shortest"),
             filled(times_.exact ? _("{} of guidance") : _("at least {} of guidance"), shortest));
        fact(_("Longest"), filled(times_.exact ? _("{} of guidance") : _("at most {} of guidance"), longest));
        fact(_("Intensity"), in_words(exercise_.safety.intensity));
        if (!exercise_.needs.empty()) {
            std::vector<std::string> needs;
            for (const Avoidable thing : exercise_.needs) { needs.emplace_back(in_words(thing)); }
            fact(_("It cannot do without"), joined(needs, ", "));
        }
        if (exercise_.about.audience == Audience::clinicians) {
            fact(_("For"), _("people who work with clients"));
        }
    }

    void before() {
        Blocks blocks;
        if (!exercise_.safety.before.empty()) {
            blocks.push_back(said(words_.filled_in(exercise_.safety.before)));
        }
        if (!exercise_.about.caution.empty()) {
            blocks.push_back(paragraph(exercise_.about.caution, _("Take care:")));
        }
        if (exercise_.safety.intensity == Intensity::strong) {
            blocks.push_back(paragraph(_("It begins only after an explicit yes.")));
        }
        blocks.push_back(paragraph(_("At any moment the person can pause, leave out a step or a question, "
                                     "steady themselves, or stop.")));
        if (words_.has_question()) {
            blocks.push_back(paragraph(_("A condition does not hold when its question was left out; then "
                                         "what stands under \"Otherwise\" follows, if there is any.")));
        }
        steps_.add_note(blocks, &exercise_.document->root);
        steps_.add_note(blocks, exercise_.document->root.find("about"));
        steps_.add_note(blocks, exercise_.document->root.find("safety"));
        for (const Waiver& waiver : exercise_.safety.allow) {
            const Code* code = find_code(waiver.code);
            const std::string rule =
                code == nullptr ? waiver.code : fmt::format("\"{}\" ({})", _(code->rule), waiver.code);
            blocks.push_back(paragraph(
                filled(_("{}, because: {} ({}, until {})"), rule, waiver.reason, waiver.by, waiver.until),
                _("Exception made from the rule")));
        }
        add(_("Before it begins"), std::move(blocks));
    }

    void check_ins() {
        if (!words_.has_check_in()) { return; }
        const int offer = exercise_.safety.offer_grounding_at.value_or(limits::default_offer_at);
        const int stop = exercise_.safety.stop_at.value_or(limits::default_stop_at);
        std::vector<std::string> lines;
        const std::string choice = _("the person chooses: steady themselves, go on, or close gently.");
        if (stop - offer == 1) {
            lines.push_back(filled(_("{}: {}"), offer, choice));
        } else if (stop > offer) {
            lines.push_back(stop - offer == 2 ? filled(_("{} or {}: {}"), offer, stop - 1, choice)
                                              : filled(_("{} to {}: {}"), offer, stop - 1, choice));
        }
        lines.push_back(filled(
            _("{} or more: steadying comes first. Then closing is suggested; going on is possible."), stop));
        lines.push_back(filled(_("{} or more above the lowest number so far: the same choice as from {} on."),
                               limits::rise_that_matters, offer));
        lines.emplace_back(_("Numb or far away: steadying is suggested, through the senses."));
        switch (exercise_.safety.intensity) {
        case Intensity::gentle: lines.emplace_back(_("No answer: it goes on.")); break;
        case Intensity::moderate:
            lines.emplace_back(_("No answer: it goes on, and says once that steadying is there."));
            break;
        case Intensity::strong:
            lines.emplace_back(_("No answer: steadying is suggested, as if the number were high."));
            break;
        }
        Blocks blocks{
            paragraph(
                _("The person says how hard things are, from 0 to 10, or that they feel numb or far away.")),
            bulleted(lines)};
        if (!exercise_.safety.backdraft.empty()) {
            blocks.push_back(said(words_.filled_in(exercise_.safety.backdraft),
                                  _("When it has risen by 2 or more after kind words, this is said first:")));
        }
        add(_("At a check-in"), std::move(blocks));
    }

    void settings() {
        std::vector<Blocks> items;
        for (const Parameter& parameter : exercise_.parameters) {
            Blocks item{paragraph(words_.value_and_range(parameter), filled(_("{}:"), parameter.label))};
            const char* who = parameter.set_by == SetBy::client      ? _("The person sets it.")
                              : parameter.set_by == SetBy::therapist ? _("The therapist sets it.")
                                                                     : _("Either can set it.");
            item.push_back(remark(filled(_("{} Its name is \"{}\"."), who, parameter.name)));
            steps_.add_note(item, parameter.written);
            items.push_back(std::move(item));
        }
        if (items.empty()) { return; }
        Block list = numbered(std::move(items));
        list.kind = Block::Kind::bulleted;
        add(_("Settings"),
            Blocks{
                paragraph(_(
                    "On this page each is as it is when nobody sets it; in texts it stands in [brackets].")),
                std::move(list)});
    }

    void one(const Section& section, int number) {
        PaperSection made;
        const std::string title = words_.filled_in(section.title);
        made.heading = number > 0 ? filled(_("{}. {}"), number, title) : title;
        std::vector<std::string> aim;
        if (section.role == Role::grounding) {
            made.heading = filled(_("At any moment: {}"), title);
            aim.emplace_back(_("Aim: steadying. The person can come here from every step, and then goes on, "
                               "closes or stops."));
        } else if (section.role == Role::closing) {
            aim.emplace_back(_("Aim: closing. Every way through ends here, early endings too."));
        } else if (section.purpose) {
            aim.push_back(filled(_("Aim: {}."), in_words(*section.purpose)));
        }
        if (section.component) {
            aim.push_back(filled(_("Part of self-compassion: {}."), in_words(*section.component)));
        }
        if (section.priority == Priority::extra) {
            aim.emplace_back(_("It is left out when there is little time."));
        }
        made.aim = joined(aim, " ");
        steps_.add_note(made.blocks, section.written);
        made.blocks.push_back(steps_.section(section));
        paper_.sections.push_back(std::move(made));
    }

    void origin() {
        const About& about = exercise_.about;
        Blocks blocks;
        if (!about.authors.empty()) { blocks.push_back(paragraph(all_of(about.authors), _("By:"))); }
        if (!about.license.empty()) { blocks.push_back(paragraph(about.license, _("Licence:"))); }
        for (const Lineage& source : about.adapted_from) {
            std::string text = source.id;
            if (!source.version.empty()) { text = filled(_("{}, version {}"), text, source.version); }
            if (!source.license.empty()) { text = filled(_("{} (licence: {})"), text, source.license); }
            blocks.push_back(paragraph(text, _("Adapted from:")));
        }
        if (about.reviewed) {
            blocks.push_back(paragraph(
                filled(_("by {} on {}"), about.reviewed->first, about.reviewed->second), _("Reviewed:")));
        }
        const auto list = [&](const char* lead, const std::vector<std::string>& lines) {
            if (lines.empty()) { return; }
            blocks.push_back(paragraph({}, lead));
            blocks.push_back(bulleted(lines));
        };
        std::vector<std::string> ideas;
        for (const Source& source : about.sources) {
            ideas.push_back(source.cite.empty() ? source.idea
                                                : filled(_("{}: {}"), source.idea, source.cite));
        }
        list(_("Ideas and where they are from:"), ideas);
        list(_("Changes:"), about.changes);
        add(_("Where it comes from"), std::move(blocks));
    }

    const ScriptWords& words_;
    const Exercise& exercise_;
    const TimeRange& times_;
    PreviewSteps steps_;
    Paper paper_;
};

} // namespace

Paper make_preview(const ScriptWords& words, const TimeRange& times, bool notes) {
    return Preview(words, times, notes).paper();
}

} // namespace kindly
