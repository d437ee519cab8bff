// SPDX-License-Identifier: MIT
#include "screen/key_feed.hpp"

#include <algorithm>
#include <csignal>
#include <utility>

namespace kindly::screen {

namespace {

/// How long the rest of a key or of a paste is waited for before it is looked at again.
constexpr Milliseconds patience{40};

std::optional<Milliseconds> sooner(std::optional<Milliseconds> one, std::optional<Milliseconds> other) {
    if (!one || !other) { return one ? one : other; }
    return std::min(*one, *other);
}

} // namespace

KeyFeed::KeyFeed(Signals& signals, Terminal& terminal, bool instant)
    : signals_(signals), terminal_(terminal), instant_(instant) {}

Milliseconds KeyFeed::now() const { return instant_ ? virtual_now_ : monotonic_now(); }

/// A suspension takes back the time since the session's last input; what was lived through is told first.
Happening KeyFeed::lived_until(Milliseconds moment) {
    suspend_next_ = now();
    return {input::Tick{}, moment};
}

std::optional<KeyFeed::Came> KeyFeed::from_signals(bool time_runs) {
    while (const auto signal =
               came_meanwhile_ ? std::exchange(came_meanwhile_, std::nullopt) : signals_.next()) {
        switch (signal->meaning) {
        case Signals::Meaning::stop: return Happening{input::Stop{}, now()};
        case Signals::Meaning::interrupt: return Happening{input::Interrupt{}, now(), signal->number};
        case Signals::Meaning::suspend: stop_asked_ = true; return lived_until(now());
        case Signals::Meaning::resized: return Resized{};
        case Signals::Meaning::continued:
            // Whoever had the terminal meanwhile may have left it in any state.
            terminal_.leave();
            terminal_.enter();
            if (time_runs) { return Happening{input::Suspend{}, now()}; }
            return Continued{};
        }
    }
    return std::nullopt;
}

void KeyFeed::read_keys() {
    for (auto& key : terminal_.read()) { keys_.push_back(std::move(key)); }
}

void KeyFeed::drop_keys() {
    read_keys();
    keys_.clear();
}

KeyFeed::Came KeyFeed::wait(std::optional<Milliseconds> session, std::optional<Milliseconds> picture) {
    if (const auto since = std::exchange(suspend_next_, std::nullopt)) {
        return Happening{input::Suspend{}, *since};
    }
    if (std::exchange(stop_asked_, false)) {
        terminal_.leave();
        signals_.stop_process();
        came_meanwhile_ = signals_.next(); // interrupts come first
        if (came_meanwhile_ && came_meanwhile_->meaning == Signals::Meaning::interrupt) {
            // Told to end while it was stopped: it may be in the background, where entering would stop it
            // again.
            return Happening{input::Interrupt{}, now(), came_meanwhile_->number};
        }
        terminal_.enter();
        return Continued{};
    }
    for (;;) {
        if (auto came = from_signals(session.has_value())) { return std::move(*came); }
        if (instant_ && session) {
            virtual_now_ = std::max(virtual_now_, *session);
            return Woken{};
        }
        const bool overdue = session && now() >= *session;
        if (!keys_.empty() && !overdue) {
            Key key = std::move(keys_.front());
            keys_.pop_front();
            const bool control = key.kind == Key::Kind::control;
            if (control && key.text == "c") { return Happening{input::Stop{}, now()}; }
            if (!control || key.text != "z") { return key; }
            ::kill(0, SIGTSTP); // whoever runs us in the same job stops as well
            continue;
        }
        auto deadline = instant_ ? std::nullopt : sooner(session, picture);
        if (terminal_.in_the_middle()) { deadline = sooner(deadline, monotonic_now() + patience); }
        const auto woken = waiter_.wait(terminal_.descriptor(), signals_.descriptor(), deadline,
                                        terminal_.descriptor_behind());
        if (woken.input || terminal_.in_the_middle()) { read_keys(); }
        if (woken.output) { terminal_.catch_up(); }
        if (woken.signal) { continue; }
        if (session && woken.slept) { return lived_until(std::min(now(), *deadline)); }
        if (session && woken.late) { return Happening{input::Suspend{}, now()}; }
        if (woken.output && !terminal_.behind()) { return Woken{}; } // what has changed can be drawn now
        if (sooner(session, picture).value_or(Milliseconds::max()) <= now()) { return Woken{}; }
    }
}

} // namespace kindly::screen
