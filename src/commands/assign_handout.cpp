// SPDX-License-Identifier: MIT
#include "commands/assign_handout.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/homework_text.hpp"
#include "commands/preview_paper.hpp"
#include "commands/script_words.hpp"
#include "exercise/findings.hpp"
#include "exercise/settings.hpp"
#include "homework/assignment_check.hpp"
#include "render/paper.hpp"

namespace kindly {

namespace {

PaperSection steps(const std::string& file, const Assignment& assignment) {
    PaperSection section;
    section.heading = _("Three steps");
    section.blocks.push_back(numbered({
        {paragraph(filled(_("Save the file {} where you can find it, and open a terminal there."), file))},
        {paragraph(filled(_("Type: kindly homework add {}"), for_a_shell(file))),
         paragraph(
             _("You see what it is and what it asks. You can change it, and you decide what is shared."))},
        {paragraph(_("On any day, type: kindly")),
         paragraph(_("It shows what is for today. Stopping takes one key and needs no reason."))},
    }));
    section.blocks.push_back(paragraph(filled(
        _("Before you meet again, if you like: kindly homework report {} -o report.json. You see every line "
          "of it before it is written, and you choose how it travels."),
        assignment.id)));
    return section;
}

PaperSection installing() {
    PaperSection section;
    section.heading = _("How to install kindly");
    section.blocks.push_back(
        paragraph(_("kindly is a small program for the terminal. It keeps everything on your own "
                    "machine and has no network code.")));
    section.blocks.push_back(
        paragraph(_("On Debian or Ubuntu, with the package that you were given: sudo apt install "
                    "./kindly.deb")));
    section.blocks.push_back(
        paragraph(_("From source: script/bootstrap, then script/start. The file README.md says "
                    "more.")));
    section.blocks.push_back(paragraph(_("Without a computer, the pages below are enough.")));
    return section;
}

void add_exercise(Context& context, const Assignment& assignment, const AssignmentItem& item, Paper& paper) {
    OpenedExercise opened = open_for(assignment, item.exercise, context.catalogue());
    if (opened.exercise->language != assignment.language &&
        context.catalogue().available_in(item.exercise, assignment.language)) {
        opened = context.catalogue().open(item.exercise, assignment.language);
    }
    ExpandRequest request;
    request.settings = default_settings(*opened.exercise);
    for (const ProgrammeSetting& setting : item.settings) {
        (void)set_setting(*opened.exercise, request.settings, setting.name, setting.value);
    }
    const TimeRange times = time_range(opened.exercise, opened.find_fragment, request);
    const ScriptWords words(opened.exercise, opened.find_fragment,
                            [&](const std::string& id) -> std::shared_ptr<const Exercise> {
                                try {
                                    return open_for(assignment, id, context.catalogue()).exercise;
                                } catch (const Failure&) { // its questions then go by their ids
                                    return nullptr;
                                }
                            });
    Paper page = make_preview(words, times, false);
    PaperSection heading;
    heading.heading = page.title;
    heading.aim = in_words(item.often);
    if (opened.exercise->safety.intensity == Intensity::strong) {
        heading.blocks.push_back(paragraph(strong_in_words()));
    }
    for (const std::string& text : {item.text, plan_in_words(item.plan)}) {
        if (!text.empty()) { heading.blocks.push_back(paragraph(text)); }
    }
    paper.sections.push_back(std::move(heading));
    for (PaperSection& section : page.sections) { paper.sections.push_back(std::move(section)); }
}

} // namespace

std::string make_handout(Context& context, const Assignment& assignment, const std::string& file) {
    Paper paper;
    paper.language = assignment.language;
    paper.title = assignment.title;
    paper.subtitle = filled(_("From {}, for {}."), assignment.from, assignment.for_whom);
    Blocks why{paragraph(assignment.rationale)};
    if (!assignment.message.empty()) { why.push_back(paragraph(assignment.message)); }
    paper.sections.push_back({_("Why"), {}, std::move(why)});
    paper.sections.push_back(steps(file, assignment));
    paper.sections.push_back(installing());
    for (const AssignmentItem& item : assignment.items) { add_exercise(context, assignment, item, paper); }
    paper.foot =
        _("This is practice, not treatment. If something feels like too much: stop, look around, and reach "
          "for somebody. kindly support names people to reach; in an emergency, call your local emergency "
          "number.");
    return as_html(paper);
}

} // namespace kindly
