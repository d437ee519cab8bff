// SPDX-License-Identifier: MIT
// Which field fits which question.
#include "screen/fields_choice.hpp"
#include "screen/fields_scale.hpp"
#include "screen/fields_text.hpp"
#include "screen/fields_typed.hpp"

namespace kindly::screen {

std::unique_ptr<Field> make_field(const event::Asked& asked) {
    switch (asked.question.answer) {
    case Ask::Answer::choice: return std::make_unique<ChoiceField>(asked);
    case Ask::Answer::choices: return std::make_unique<ChoicesField>(asked);
    case Ask::Answer::scale: return std::make_unique<ScaleField>(asked);
    case Ask::Answer::yes_no: return std::make_unique<YesNoField>(asked);
    case Ask::Answer::number: return std::make_unique<NumberField>(asked);
    case Ask::Answer::text: break;
    }
    return std::make_unique<TextField>(asked);
}

std::unique_ptr<Field> make_field(const event::CheckInAsked& asked) {
    return std::make_unique<CheckInField>(asked);
}
std::unique_ptr<Field> make_field(const event::Offered& offered) {
    return std::make_unique<OfferField>(offered);
}
std::unique_ptr<Field> make_field(const event::Consent& consent) {
    return std::make_unique<ConsentField>(consent);
}
std::unique_ptr<Field> make_field(const event::KeepAsked& asked) {
    return std::make_unique<KeepField>(asked);
}

} // namespace kindly::screen
