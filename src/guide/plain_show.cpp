// SPDX-License-Identifier: MIT
#include "guide/plain_show.hpp"

#include "base/duration.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "guide/plain_answers.hpp"
#include "guide/plain_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {
template <class... Parts>
std::string filled(const char* sentence, const Parts&... parts) {
    return fmt::format(fmt::runtime(sentence), parts...);
}
} // namespace

PlainShow::PlainShow(PlainPage& page, RunningCues& cues, WrittenText& text, Narrator& narrator, Look look)
    : page_(page), cues_(cues), text_(text), narrator_(narrator), look_(std::move(look)) {}

void PlainShow::show(const Event& event, Milliseconds now, const Present& present) {
    now_ = now;
    present_ = &present;
    at_ = event.at;
    parts_.observe(event);
    std::visit([this](const auto& what) { on(what); }, event.what);
    narrator_.show(event);
}

void PlainShow::say(const Cue& cue) {
    if (!cue.text.empty()) { page_.line(cue.text); }
    narrator_.cue(cue);
}

void PlainShow::say_paused() { page_.thought(_("This is paused. Take the time you need. Enter goes on.")); }

void PlainShow::help(bool writing, bool sound) {
    page_.thought(_("What can be typed, followed by Enter:"));
    if (writing) {
        page_.item(".", _("(alone) the text is finished"));
        page_.item(".u", _("take back the last line"));
        page_.item(".g", _("ground: look around, feel the floor"));
        page_.item(".s", _("leave this out"));
        page_.item(".q", _("stop; nothing is asked"));
        page_.item(".p", _("pause"));
        page_.item(".b", _("back"));
        if (sound) { page_.item(".m", _("sound off, or on again")); }
        page_.item(".?", _("this help, and people to reach"));
        return;
    }
    page_.item("g", _("ground: look around, feel the floor"));
    page_.item("s", _("skip this"));
    page_.item("q", _("stop; nothing is asked"));
    page_.item("p", _("pause, or a space; Enter goes on"));
    page_.item("b", _("back"));
    page_.item("+", _("faster"));
    page_.item("-", _("slower"));
    page_.item("c", _("the time that is left of a silence"));
    if (sound) { page_.item("m", _("sound off, or on again")); }
    page_.item("?", _("this help, and people to reach"));
    page_.line(_("Enter alone goes on."));
}

void PlainShow::invite(const Present& present) {
    if (present.paused()) { return; }
    if (std::exchange(explain_next_, false) && std::holds_alternative<Present::Waits>(present.prompt())) {
        waiting_explained_ = true;
        page_.line(_("(Enter to go on.)"));
    }
    if (present.asks() && present.writing() == nullptr) { page_.mark(); }
}

void PlainShow::line_was_read(std::string_view line) { read_empty_line_ = trimmed(line).empty(); }

/// Only the first time.
void PlainShow::explain_waiting(bool waits) { explain_next_ = waits && !waiting_explained_; }

void PlainShow::on(const event::Started& what) {
    if (look_.instant) { page_.thought(_("Trial run: time passes at once.")); }
    page_.thought(what.title);
    if (what.resumed) {
        page_.line(_("It goes on at the beginning of the part where it was left."));
    } else if (what.planned > Milliseconds::zero()) {
        page_.line(how_long(what));
    }
    // Every time: whoever needs a way out must not have to remember it.
    page_.line(_("At any moment: g ground, s skip, q stop, ? help, then Enter."));
    if (look_.on_terminal) {
        page_.line(_("What is shown and typed here stays in this terminal's history."));
    }
}

void PlainShow::on(const event::PlanShown& what) {
    if (const std::string words = fitting_in_words(what); !words.empty()) { page_.line(words); }
}

void PlainShow::on(const event::Warning& what) {
    page_.thought(what.text);
    if (what.waits) { page_.line(_("(Enter begins; q leaves.)")); }
}

void PlainShow::on(const event::Consent& what) {
    page_.thought(what.text);
    if (!what.unmet.empty()) {
        page_.line(usual_before(what));
        for (const auto& unmet : what.unmet) { page_.item("-", unmet); }
    }
    page_.line(how_to_consent(what));
}

void PlainShow::on(const event::SectionBegan& what) {
    counted_.reset();
    cues_.stop();
    if (!what.title.empty()) { page_.thought(what.title); }
}

void PlainShow::on(const event::Said& what) {
    counted_.reset();
    cues_.stop();
    page_.thought(what.text);
    explain_waiting(what.waits);
}

void PlainShow::on(const event::SilenceBegan& what) {
    cues_.stop();
    if (what.text.empty()) {
        page_.thought(silence_length(what));
    } else {
        page_.thought(what.text);
        page_.line(silence_length(what));
    }
    counted_ = Counted{at_, what.waits ? std::nullopt : std::optional(at_ + what.length)};
    if (what.quiet && !std::exchange(time_explained_, true)) {
        page_.line(_("(c and Enter tells the time.)"));
    }
    if (!what.waits && !what.quiet) { cues_.start(silence_cues(what.length), now_); }
}

bool PlainShow::tell_time(Milliseconds now) {
    if (!counted_) { return false; }
    if (counted_->ends) {
        const Milliseconds left = std::max(*counted_->ends - now, Milliseconds{});
        page_.line(filled(_("{} left."), duration_in_words(std::chrono::ceil<std::chrono::seconds>(left))));
    } else {
        page_.line(
            filled(_("{} so far."), duration_in_words(std::max(now - counted_->began, Milliseconds{}))));
    }
    return true;
}

void PlainShow::change_pace(double scale, Milliseconds now) {
    if (!counted_ || !counted_->ends || !parts_.paced()) { return; }
    const auto left = static_cast<double>((*counted_->ends - now).count());
    counted_->ends = now + Milliseconds(std::llround(left * scale));
}

void PlainShow::on(const event::BreathingBegan& what) {
    counted_.reset();
    if (!what.text.empty()) { page_.thought(what.text); }
    page_.thought(breathing_rounds(what));
    cues_.start(breathing_cues(what, narrator_.aloud()), now_);
}

void PlainShow::on(const event::Asked& what) {
    counted_.reset();
    cues_.stop();
    const Question& question = what.question;
    page_.thought(question.text);
    int number = 0;
    for (const auto& option : question.options) { page_.item(std::to_string(++number) + '.', option.text); }
    if (const std::string ends = scale_ends(question); !ends.empty()) { page_.line(ends); }
    const bool writes = question.answer == Ask::Answer::text;
    if (what.present) {
        page_.line(_("Your answer so far:"));
        page_.quote(answer_in_words(*what.present, &question));
    }
    page_.line(how_to_answer(what));
    if (!writes) { return; }
    text_.begin(question.id);
    show_begun_text();
}

void PlainShow::show_begun_text() {
    if (!text_.any()) { return; }
    page_.thought(_("This is what you have written so far. It goes on from here:"));
    page_.quote(text_.all());
}

void PlainShow::on(const event::CheckInAsked& what) {
    counted_.reset();
    cues_.stop();
    page_.thought(what.question.text);
    if (what.present) {
        page_.line(_("Your answer so far:"));
        page_.quote(answer_in_words(*what.present, nullptr));
    }
    page_.line(how_to_check_in(what));
}

void PlainShow::on(const event::Recalled& what) {
    counted_.reset();
    cues_.stop();
    if (!what.text.empty()) { page_.thought(what.text); }
    if (!what.value.empty()) { page_.quote(what.value); }
    explain_waiting(what.waits);
}

void PlainShow::list_choices(const std::vector<std::string>& choices, bool words_to_go_on) {
    int number = 0;
    for (const auto& choice : choices) {
        std::string words = offered_choice(choice);
        if (words_to_go_on && choice == choice::go_on) {
            words = filled(_("{}: for this, type the words: {}"), words, choice_word(choice));
        }
        page_.item(std::to_string(++number) + '.', words);
    }
}

void PlainShow::on(const event::Offered& what) {
    counted_.reset();
    cues_.stop();
    explain_next_ = false;
    page_.thought(offer_question(what));
    if (what.reason == OfferReason::stop) {
        page_.line(stop_keys(what));
        for (const auto& choice : what.choices) {
            if (choice == choice::go_on && choice != what.default_choice) {
                page_.line(filled(_("To go back to where you were, type: {}"), choice_word(choice)));
            }
        }
        return;
    }
    list_choices(what.choices, going_on_takes_words(what));
    page_.line(only_enter(what));
}

void PlainShow::on(const event::SupportShown& what) {
    // A tender moment is no place for a page of telephone numbers that nobody asked for.
    if (what.offered) {
        return page_.thought(_("People you can reach: ? and Enter, or \"kindly support\"."));
    }
    if (look_.support.empty()) { return page_.thought(_("\"kindly support\" shows people you can reach.")); }
    page_.thought(support_shown_ ? _("People to reach are named above, and in \"kindly support\".")
                                 : look_.support);
    support_shown_ = true;
}

void PlainShow::on(const event::Answered& what) {
    page_.line(echo(what));
    const auto* words = std::get_if<std::string>(&what.value);
    if (!what.question || words == nullptr || what.question->answer != Ask::Answer::text) { return; }
    text_.finish(what.id);
}

void PlainShow::on(const event::Skipped& what) {
    const bool asked = what.question || what.check_in;
    page_.line(asked ? _("Left out. That is fine.") : _("Skipped."));
    if (asked) { text_.finish(what.id); }
    cues_.stop();
}

void PlainShow::on(const event::GroundingPhase& what) {
    counted_.reset();
    cues_.stop();
    page_.thought(grounding_words(what));
}

void PlainShow::on(const event::Paused&) {
    cues_.hold(now_);
    say_paused();
}

void PlainShow::on(const event::Resumed&) {
    cues_.release(now_);
    page_.line(_("Going on."));
}

void PlainShow::on(const event::Suspended&) {
    cues_.hold(now_);
    page_.thought(_("This waits where it was left, and nothing was missed. Enter goes on."));
}

void PlainShow::on(const event::Restored& what) {
    text_.restore(what.id, what.draft);
    const auto* asked = present_->writing();
    if (asked != nullptr && asked->question.id == what.id) { show_begun_text(); }
}

void PlainShow::on(const event::KeepAsked& what) {
    counted_.reset();
    cues_.stop();
    page_.thought(_("Earlier, you wrote:"));
    page_.quote(what.text);
    page_.thought(keep_question(what));
    list_choices(what.choices, false);
    page_.line(_("Enter alone leaves them as they are."));
}

void PlainShow::on(const event::Problem& what) { page_.thought(what.message); }

void PlainShow::on(const event::Refused& what) {
    const bool question = std::holds_alternative<event::Asked>(present_->prompt()) || present_->at_check_in();
    if (!question || !read_empty_line_) { return page_.line(what.why); }
    page_.line(present_->writing() != nullptr
                   ? _("Please write something, or type .s to leave this out. Both are fine.")
                   : _("Please type an answer, or s to leave this out. Both are fine."));
}

void PlainShow::on(const event::Ended& what) {
    counted_.reset();
    cues_.stop();
    page_.thought(ending(what));
}

} // namespace kindly
