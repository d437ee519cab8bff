// SPDX-License-Identifier: MIT
#include "commands/play_transcript.hpp"

#include "base/duration.hpp"
#include "base/overloaded.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/findings.hpp"
#include "guide/plain_words.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t margin = 7; ///< for the time
constexpr std::size_t set_in = 4; ///< what is asked and answered, under what is said

class OnPaper {
public:
    void show(const Event& event) {
        at_ = event.at;
        std::visit([this](const auto& what) { on(what); }, event.what);
    }
    void title(const std::string& text) {
        paragraph(text, 0);
        paper_ += std::string(std::min(display_width(text), columns), '=') + "\n";
    }
    /// What happens, and is not said by the exercise.
    void aside(const std::string& text, std::size_t indent = margin) {
        paragraph("[" + text + "]", indent, 1);
    }
    void remark(const std::string& text) { paragraph(text, 0); }
    void gap() {
        if (!paper_.ends_with("\n\n")) { paper_ += "\n"; }
    }
    std::string take() { return std::move(paper_); }

private:
    void paragraph(const std::string& text, std::size_t indent, std::size_t further = 0) {
        std::size_t now = indent;
        for (const auto& line : wrapped(harmless(text), columns - indent - further)) {
            if (!line.empty()) { paper_ += std::string(now, ' ') + line; }
            paper_ += "\n";
            now = indent + further;
        }
    }
    /// With the time in the margin.
    void timed(const std::string& text) {
        gap();
        const auto whole = std::chrono::floor<std::chrono::seconds>(at_).count();
        const std::size_t begin = paper_.size();
        paragraph(text, margin);
        const std::string time = fmt::format("{:>2}:{:02}", whole / 60, whole % 60);
        paper_.replace(begin, time.size(), time);
    }
    void said(const std::string& text) { paragraph(text, margin); }
    void option(const std::string& label, const std::string& text) {
        paragraph(label + " " + text, margin + set_in, label.size() + 1);
    }
    void answered(const std::string& text) { paragraph("> " + text, margin + set_in, 2); }

    void on(const event::Started&) {}
    void on(const event::PlanShown& plan) {
        if (const std::string words = fitting_in_words(plan); !words.empty()) { aside(words); }
    }
    void on(const event::Warning& warning) {
        gap();
        said(warning.text);
    }
    void on(const event::Consent& consent) {
        gap();
        said(consent.text);
        for (const auto& unmet : consent.unmet) { option("-", unmet); }
        answered(_("yes"));
    }
    void on(const event::SectionBegan& section) {
        timed(section.title);
        paper_ += std::string(margin, ' ') +
                  std::string(std::min(display_width(section.title), columns - margin), '-') + "\n";
    }
    void on(const event::Said& line) { said(line.text); }
    void on(const event::SilenceBegan& silence) {
        if (!silence.text.empty()) { said(silence.text); }
        aside(silence_length(silence));
    }
    void on(const event::BreathingBegan& breathing) {
        if (!breathing.text.empty()) { said(breathing.text); }
        aside(filled(_("{} In {}, out {}."), breathing_rounds(breathing), duration_in_words(breathing.in),
                     duration_in_words(breathing.out)));
    }
    void on(const event::Asked& asked) {
        const Question& question = asked.question;
        gap();
        said(question.text);
        int number = 0;
        for (const auto& choice : question.options) { option(std::to_string(++number) + '.', choice.text); }
        if (const std::string ends = scale_ends(question); !ends.empty()) {
            aside(numbers_that_fit(question) + " " + ends, margin + set_in);
        } else if (question.answer == Ask::Answer::text) {
            aside(_("In their own words."), margin + set_in);
        }
    }
    void on(const event::CheckInAsked& asked) {
        gap();
        said(asked.question.text);
        aside(_("0 is not at all, 10 is as much as can be; or numb or far away."), margin + set_in);
    }
    void on(const event::Recalled& recalled) {
        if (!recalled.text.empty()) { said(recalled.text); }
        if (!recalled.value.empty()) { paragraph("\"" + recalled.value + "\"", margin + set_in, 1); }
    }
    void on(const event::Offered& offered) {
        timed(offer_question(offered));
        int number = 0;
        for (const auto& choice : offered.choices) {
            option(std::to_string(++number) + '.', offered_choice(choice));
        }
    }
    void on(const event::SupportShown&) { aside(_("People to reach are shown.")); }
    void on(const event::Answered& answer) {
        const auto* word = std::get_if<std::string>(&answer.value);
        const bool chosen = !answer.question && !answer.check_in && word != nullptr;
        answered(chosen ? offered_choice(*word)
                        : answer_in_words(answer.value, answer.question ? &*answer.question : nullptr));
        gap();
    }
    void on(const event::Skipped& skipped) {
        const bool asked = skipped.question || skipped.check_in;
        answered(asked ? _("(left out)") : _("(passes over this)"));
        if (asked) { gap(); }
    }
    void on(const event::GroundingPhase& phase) { timed(grounding_words(phase)); }
    void on(const event::KeepAsked& keep) {
        gap();
        said(keep_question(keep));
        int number = 0;
        for (const auto& choice : keep.choices) {
            option(std::to_string(++number) + '.', offered_choice(choice));
        }
    }
    void on(const event::Problem& problem) { aside(problem.message); }
    void on(const event::Ended& ended) { timed(ending(ended)); }
    // To be heard, for the journal alone, or never met in a play.
    void on(const event::Bell&) {}
    void on(const event::Paused&) {}
    void on(const event::Resumed&) {}
    void on(const event::Suspended&) {}
    void on(const event::Restored&) {}
    void on(const event::Refused&) {}
    void on(const event::StepEnded&) {}
    void on(const event::Kept&) {}

    std::string paper_;
    Milliseconds at_{};
};

} // namespace

std::string transcript_on_paper(const Transcript& transcript, const Plan& plan, const std::string& who) {
    OnPaper paper;
    paper.title(plan.exercise->title);
    paper.remark(filled(_("{} {}, {}"), plan.exercise->id, plan.exercise->version, who));
    paper.gap();
    for (const auto& event : transcript.events) { paper.show(event); }
    for (const auto& exercise : transcript.suggestions) {
        paper.aside(filled(_("If you would like something else now: kindly practice {}"), exercise));
    }
    return paper.take();
}

} // namespace kindly
