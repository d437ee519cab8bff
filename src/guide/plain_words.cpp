// SPDX-License-Identifier: MIT
#include "guide/plain_words.hpp"

#include "base/duration.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string form_of_answer(const Question& question) {
    switch (question.answer) {
    case Ask::Answer::choice:
        return fmt::format(fmt::runtime(_("Type one number from 1 to {}.")), question.options.size());
    case Ask::Answer::choices:
        return fmt::format(fmt::runtime(_("Type one or more numbers from 1 to {}, as in: 1 2")),
                           question.options.size());
    case Ask::Answer::yes_no: return _("Type yes or no.");
    case Ask::Answer::scale:
    case Ask::Answer::number: return numbers_that_fit(question);
    case Ask::Answer::text: return _("Write as many lines as you like. A dot alone on a line ends it.");
    }
    return {};
}

std::string option_text(const Question& question, const std::string& id) {
    for (const auto& option : question.options) {
        if (option.id == id) { return option.text; }
    }
    return id;
}

std::string number_in_words(double number) {
    return std::floor(number) == number ? fmt::format("{:.0f}", number) : fmt::format("{}", number);
}

struct InWords {
    const Question* question;

    std::string operator()(bool yes) const { return yes ? _("yes") : _("no"); }
    std::string operator()(double number) const { return number_in_words(number); }
    std::string operator()(const std::string& text) const {
        return question != nullptr ? option_text(*question, text) : text;
    }
    std::string operator()(const std::vector<std::string>& several) const {
        std::string all;
        for (const auto& id : several) {
            if (!all.empty()) { all += "; "; }
            all += (*this)(id);
        }
        return all;
    }
    std::string operator()(Numb) const { return _("numb or far away"); }
};

} // namespace

std::string offered_choice(std::string_view choice) {
    if (choice == choice::ground) { return _("Ground first: look around, feel the floor"); }
    if (choice == choice::go_on) { return _("Go on from where you were"); }
    if (choice == choice::close) { return _("A gentle closing"); }
    if (choice == choice::stop) { return _("Leave now"); }
    if (choice == choice::keep) { return _("Keep these words"); }
    if (choice == choice::remove) { return _("Delete these words"); }
    if (choice == choice::begin_again) { return _("Begin again; what you did before stays in the log"); }
    if (choice == choice::leave) { return _("Leave it for now"); }
    if (choice == choice::later) { return _("Set them aside until a date"); }
    return std::string(choice);
}

std::string choice_word(std::string_view choice) {
    if (choice == choice::ground) { return _("ground"); }
    if (choice == choice::go_on) { return _("go on"); }
    if (choice == choice::close) { return _("close"); }
    if (choice == choice::stop) { return _("leave"); }
    if (choice == choice::keep) { return _("keep"); }
    if (choice == choice::remove) { return _("delete"); }
    if (choice == choice::begin_again) { return _("begin again"); }
    if (choice == choice::leave) { return _("leave"); }
    if (choice == choice::later) { return _("later"); }
    return std::string(choice);
}

std::string offer_reason(OfferReason reason) {
    switch (reason) {
    case OfferReason::distress: return _("There may be a lot here right now. What would be kind?");
    case OfferReason::rise:
        return _("Something has stirred. That happens, and it is a reason to slow down. What would be kind?");
    case OfferReason::numb:
        return _(
            "Feeling numb or far away happens. Sights, sounds and the floor can help. What would be kind?");
    case OfferReason::stop: return _("That is enough for now. Stopping is always all right.");
    case OfferReason::resume: return _("How would you like to go on?");
    }
    return {};
}

std::string offer_question(const event::Offered& offered) {
    const auto& choices = offered.choices;
    if (std::find(choices.begin(), choices.end(), choice::begin_again) == choices.end()) {
        return offer_reason(offered.reason);
    }
    return _("A little while ago, a practice of this was left in the middle. Everything in it is kept. How "
             "would you like to go on?");
}

std::string only_enter(const event::Offered& offered) {
    return fmt::format(fmt::runtime(_("Enter alone: {}.")), offered_choice(offered.default_choice));
}

std::string stop_keys(const event::Offered& offered) {
    return offered.default_choice == choice::close ? _("Enter: a short closing. q: leave now.")
                                                   : _("Enter: back to the closing. q: leave now.");
}

std::string usual_before(const event::Consent& consent) {
    return consent.begun ? _("To go on with an exercise like this, it is usual to have:")
                         : _("Before an exercise like this, it is usual to have:");
}

std::string how_to_consent(const event::Consent& consent) {
    return consent.begun ? _("Type yes to go on, or no for a gentle closing. Both are fine.")
                         : _("Type yes to begin, or q to leave. Both are fine.");
}

std::string consent_fits(const event::Consent& consent) {
    return consent.begun ? _("Please type yes to go on, or no for a gentle closing. Both are fine.")
                         : _("Please type yes to begin, or q to leave. Both are fine.");
}

std::string keep_question(const event::KeepAsked& asked) {
    if (asked.keep_as.empty()) { return _("Would you like to keep these words?"); }
    std::string name = asked.keep_as; // an id: "closing_plan"
    std::replace(name.begin(), name.end(), '_', ' ');
    return fmt::format(fmt::runtime(_("Would you like to keep these words for later practices, as \"{}\"?")),
                       name);
}

std::string how_long(const event::Started& started) {
    if (started.planned <= Milliseconds::zero()) { return {}; }
    return fmt::format(fmt::runtime(_("This takes {}.")), about_duration(started.planned));
}

std::string silence_length(const event::SilenceBegan& silence) {
    if (silence.waits) { return _("Quiet, for as long as you like. Enter goes on."); }
    return fmt::format(fmt::runtime(_("Quiet for {}.")), duration_in_words(silence.length));
}

std::string breathing_rounds(const event::BreathingBegan& breathing) {
    return plural("Breathing, {} round. Or breathe in your own way.",
                  "Breathing, {} rounds. Or breathe in your own way.", breathing.rounds);
}

std::string grounding_words(const event::GroundingPhase& phase) {
    return phase.begin ? _("Grounding. Nothing is asked of you here.") : _("The grounding ends here.");
}

std::string scale_ends(const Question& question) {
    if (!question.lowest || !question.highest) { return {}; }
    const std::string& low = question.lowest_label;
    const std::string& high = question.highest_label;
    if (low.empty() && high.empty()) { return {}; }
    if (high.empty()) { return fmt::format(fmt::runtime(_("{} is: {}.")), *question.lowest, low); }
    if (low.empty()) { return fmt::format(fmt::runtime(_("{} is: {}.")), *question.highest, high); }
    return fmt::format(fmt::runtime(_("{} is: {}. {} is: {}.")), *question.lowest, low, *question.highest,
                       high);
}

std::string numbers_that_fit(const Question& question) {
    const char* whole = question.answer == Ask::Answer::scale ? N_("A whole number from {} to {}.")
                                                              : N_("A number from {} to {}.");
    if (question.lowest && question.highest) {
        return fmt::format(fmt::runtime(_(whole)), *question.lowest, *question.highest);
    }
    if (question.lowest) { return fmt::format(fmt::runtime(_("A number, at least {}.")), *question.lowest); }
    if (question.highest) { return fmt::format(fmt::runtime(_("A number, at most {}.")), *question.highest); }
    return _("A number.");
}

std::string how_to_answer(const event::Asked& asked) {
    const bool writing = asked.question.answer == Ask::Answer::text;
    std::string words = form_of_answer(asked.question);
    words += ' ';
    if (asked.present) {
        words += _("Enter alone leaves your answer as it is.");
    } else if (asked.question.optional) {
        words += _("This can be left out: Enter alone goes on.");
    } else {
        words += writing ? _(".s leaves it out.") : _("s leaves it out.");
    }
    return words;
}

std::string how_to_check_in(const event::CheckInAsked& asked) {
    std::string words =
        _("0 is not at all, 10 is as much as can be. Type a number from 0 to 10, or n for numb or far away.");
    words += ' ';
    words += asked.present ? _("Enter alone leaves your answer as it is.") : _("s leaves it out.");
    return words;
}

std::string answer_in_words(const AnswerValue& value, const Question* question) {
    return std::visit(InWords{question}, value);
}

std::string echo(const event::Answered& answered) {
    const auto* word = std::get_if<std::string>(&answered.value);
    if (!answered.question && !answered.check_in) { // an offer, or words that may be kept
        return fmt::format(fmt::runtime(_("You chose: {}")),
                           word != nullptr ? offered_choice(*word) : std::string());
    }
    const Question* question = answered.question ? &*answered.question : nullptr;
    if (question != nullptr && question->answer == Ask::Answer::text) {
        return _("Thank you for these words.");
    }
    const bool chosen = word != nullptr || std::holds_alternative<std::vector<std::string>>(answered.value);
    return fmt::format(fmt::runtime(chosen ? _("You chose: {}") : _("You said: {}")),
                       answer_in_words(answered.value, question));
}

std::string ending(const event::Ended& ended) {
    const bool any = ended.practised >= std::chrono::seconds(1);
    const std::string time = duration_in_words(ended.practised);
    switch (ended.status) {
    case Status::completed: return fmt::format(fmt::runtime(_("You did this for {}.")), time);
    case Status::closed_early:
        return fmt::format(fmt::runtime(_("You did this for {}, and closed it gently.")), time);
    case Status::stopped:
        if (!any) { return _("Not today, then. That is all right."); }
        return fmt::format(
            fmt::runtime(_("You did this for {}. Stopping when it is enough is a good decision.")), time);
    case Status::interrupted: return fmt::format(fmt::runtime(_("This was interrupted after {}.")), time);
    }
    return {};
}

std::string ending_lines(const event::Ended& ended, int columns) {
    constexpr int narrowest = 20, widest = 76;
    const auto width = static_cast<std::size_t>(std::clamp(columns, narrowest, widest));
    return joined(wrapped(ending(ended), width), "\n") + '\n';
}

std::string fitting_in_words(const event::PlanShown& plan) {
    std::string words;
    if (plan.factor < 0) { words = _("The silences are shorter this time."); }
    if (plan.factor > 0) { words = _("The silences are longer this time."); }
    if (!plan.dropped.empty()) {
        if (!words.empty()) { words += ' '; }
        words += plural("{} part is left out, to fit the time there is.",
                        "{} parts are left out, to fit the time there is.",
                        static_cast<long long>(plan.dropped.size()));
    }
    return words;
}

} // namespace kindly
