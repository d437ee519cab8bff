// SPDX-License-Identifier: MIT
#include "exchange/holding_back.hpp"

#include "journal/own_words.hpp"

namespace kindly {

void HoldingBack::answers_of(const PracticeRow& row) {
    const bool counts = share_ == Share::counts || row.shared_at == "counts";
    const bool ratings = share_ == Share::ratings || row.shared_at == "ratings";
    level_ = counts ? "counts" : ratings ? "ratings" : "";
    settings_ = row.settings;
}

void HoldingBack::practice(PracticeRow& row) {
    answers_of(row);
    if (ratings_leave(share_)) { return; }
    for (auto* value : {&row.distress_before, &row.distress_after, &row.kindness_before, &row.kindness_after,
                        &row.groundings}) {
        withheld_.by_level += value->has_value() ? 1 : 0;
        value->reset();
    }
    const auto hold_back = [&](std::string_view& text) {
        withheld_.by_level += text.empty() ? 0 : 1;
        text = {};
    };
    hold_back(row.backdraft);
    if (row.stop_reason == "distress") { hold_back(row.stop_reason); }
}

bool HoldingBack::holds_own_words(std::string_view prompt) {
    if (settings_ != settings_read_) { // mostly there are none, or the same again
        settings_read_ = settings_;
        own_words_ = own_words_in(settings_read_);
    }
    return holds_any(prompt, own_words_);
}

bool HoldingBack::answer(AnswerRow& row) {
    bool missing = false;
    const bool may_leave = leaves(share_, row.kind, row.is_private);
    if (!row.sealed.empty()) {
        (may_leave ? withheld_.sealed : withheld_.by_level)++;
        missing = true;
    } else if (row.withheld) {
        withheld_.elsewhere++;
        missing = true;
    }
    if (!may_leave && (row.value_number || row.value_text)) {
        withheld_.by_level++;
        row.value_number.reset();
        row.value_text.reset();
        missing = true;
    }
    if (!row.question_sealed.empty()) {
        (share_ == Share::words ? withheld_.sealed : withheld_.by_level)++;
        missing = true;
    }
    if (share_ != Share::words && !row.prompt.empty() && holds_own_words(row.prompt)) {
        withheld_.by_level++;
        row.prompt = {};
        missing = true;
    }
    return missing;
}

} // namespace kindly
