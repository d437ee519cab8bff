// SPDX-License-Identifier: MIT
// The sentences of the plain guide that are more than one fixed line. Kind, plain, never blaming.
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
/// What the time at hand changed; empty for nothing.
[[nodiscard]] std::string fitting_in_words(const event::PlanShown& plan);

} // namespace kindly
