// SPDX-License-Identifier: MIT
// The sentences of all guides (lines, screen, speech) that are more than one fixed line. Kind, plain, never
// blaming.
#pragma once

#include "session/event.hpp"

#include <string>
#include <string_view>

namespace kindly {

/// What stands beside an offered choice: "Ground first: look around, feel the floor".
[[nodiscard]] std::string offered_choice(std::string_view choice);
/// The word to type for a choice, in the person's language: "go on".
[[nodiscard]] std::string choice_word(std::string_view choice);
[[nodiscard]] std::string offer_reason(OfferReason reason);
/// What an offer asks: its reason, or how to go on with a practice that was left.
[[nodiscard]] std::string offer_question(const event::Offered& offered);
/// What Enter alone takes.
[[nodiscard]] std::string only_enter(const event::Offered& offered);
/// Of the offer after a stop: what Enter and q do.
[[nodiscard]] std::string stop_keys(const event::Offered& offered);
/// What stands above the list of what is still missing.
[[nodiscard]] std::string usual_before(const event::Consent& consent);
/// What a yes does here, and what there is instead.
[[nodiscard]] std::string how_to_consent(const event::Consent& consent);
/// The same, where something else was typed.
[[nodiscard]] std::string consent_fits(const event::Consent& consent);
[[nodiscard]] std::string keep_question(const event::KeepAsked& asked);
/// "This takes about 3 minutes."; empty where nobody knows.
[[nodiscard]] std::string how_long(const event::Started& started);
[[nodiscard]] std::string silence_length(const event::SilenceBegan& silence);
[[nodiscard]] std::string breathing_rounds(const event::BreathingBegan& breathing);
[[nodiscard]] std::string grounding_words(const event::GroundingPhase& phase);
/// How a question is answered, and what Enter does. Empty where the options say it.
[[nodiscard]] std::string how_to_answer(const event::Asked& asked);
[[nodiscard]] std::string how_to_check_in(const event::CheckInAsked& asked);
/// The scale's two ends in words; empty if they have none.
[[nodiscard]] std::string scale_ends(const Question& question);
/// Of a scale or a number: "A whole number from 0 to 10."
[[nodiscard]] std::string numbers_that_fit(const Question& question);
/// The answer as its giver would say it; `question` where there is one (check-ins have none).
[[nodiscard]] std::string answer_in_words(const AnswerValue& value, const Question* question);
/// What was understood: "You chose: In my body."
[[nodiscard]] std::string echo(const event::Answered& answered);
[[nodiscard]] std::string ending(const event::Ended& ended);
/// The same for a terminal of so many columns, with line ends; never wider than is good to read.
[[nodiscard]] std::string ending_lines(const event::Ended& ended, int columns);
/// What the time at hand changed; empty for nothing.
[[nodiscard]] std::string fitting_in_words(const event::PlanShown& plan);

} // namespace kindly
