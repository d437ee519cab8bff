// SPDX-License-Identifier: MIT
// Plays a session on a virtual clock, for tests: no waiting, every event kept.
#pragma once

#include "session/session.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace kindly::tests {

class Player {
public:
    explicit Player(std::shared_ptr<const Plan> plan, SessionOptions options = {})
        : session_(std::move(plan), std::move(options)) {}

    /// An input at the present time.
    Player& give(const Input& input) {
        Session::Outcome outcome = session_.advance(input, now_);
        fresh_.clear();
        for (auto& event : outcome.events) {
            events_.push_back(event);
            fresh_.push_back(std::move(event));
        }
        wake_at_ = outcome.wake_at;
        return *this;
    }
    Player& begin() { return give(input::Begin{}); }
    Player& answer(AnswerValue value) { return give(input::Answer{std::move(value)}); }
    /// Time passes to exactly here, in one step.
    Player& pass(Milliseconds time) {
        now_ += time;
        return give(input::Tick{});
    }
    /// To the next moment that the session asks for; false when it waits for the person, or has ended.
    bool pass_to_next() {
        if (!wake_at_) { return false; }
        now_ = std::max(now_, *wake_at_);
        give(input::Tick{});
        return true;
    }
    /// Until somebody has to do something.
    Player& pass_all() {
        while (pass_to_next()) {}
        return *this;
    }

    template <class Kind>
    const Kind* last() const {
        for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
            if (const auto* what = std::get_if<Kind>(&event->what)) { return what; }
        }
        return nullptr;
    }
    template <class Kind>
    std::vector<Kind> all() const {
        std::vector<Kind> found;
        for (const auto& event : events_) {
            if (const auto* what = std::get_if<Kind>(&event.what)) { found.push_back(*what); }
        }
        return found;
    }
    /// Of the last input alone.
    template <class Kind>
    bool just() const {
        return std::any_of(fresh_.begin(), fresh_.end(),
                           [](const Event& event) { return std::holds_alternative<Kind>(event.what); });
    }
    [[nodiscard]] bool passed_closing() const {
        for (const auto& section : all<event::SectionBegan>()) {
            if (section.role == Role::closing) { return true; }
        }
        return false;
    }

    [[nodiscard]] const std::vector<Event>& events() const { return events_; }
    [[nodiscard]] const std::vector<Event>& fresh() const { return fresh_; }
    [[nodiscard]] bool ended() const { return session_.ended(); }
    [[nodiscard]] std::optional<Milliseconds> wake_at() const { return wake_at_; }
    [[nodiscard]] Milliseconds now() const { return now_; }

private:
    Session session_;
    Milliseconds now_{123456}; // a steady clock begins anywhere
    std::vector<Event> events_;
    std::vector<Event> fresh_;
    std::optional<Milliseconds> wake_at_;
};

} // namespace kindly::tests
