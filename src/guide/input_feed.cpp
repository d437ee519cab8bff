// SPDX-License-Identifier: MIT
#include "guide/input_feed.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace kindly {

InputFeed::InputFeed(int descriptor, bool instant) : descriptor_(descriptor), instant_(instant) {}

Milliseconds InputFeed::now() const { return instant_ ? virtual_now_ : monotonic_now(); }

ReasonToLeave InputFeed::reason_to_leave() {
    return {signals_.descriptor(), [this] { return signals_.asks_to_leave(); }};
}

/// A suspension takes back the time since the session's last input; what was lived through is told first.
Happening InputFeed::lived_until(Milliseconds moment) {
    suspend_next_ = now();
    return {input::Tick{}, moment};
}

std::optional<InputFeed::Came> InputFeed::from_signals(bool time_runs) {
    while (const auto signal = signals_.next()) {
        switch (signal->meaning) {
        case Signals::Meaning::stop: return Happening{input::Stop{}, now()};
        case Signals::Meaning::interrupt: return Happening{input::Interrupt{}, now(), signal->number};
        case Signals::Meaning::suspend: stop_asked_ = true; return lived_until(now());
        case Signals::Meaning::continued:
            if (time_runs) { return Happening{input::Suspend{}, now()}; }
            break;
        case Signals::Meaning::resized: break;
        }
    }
    return std::nullopt;
}

std::optional<InputFeed::Came> InputFeed::from_lines() {
    if (auto line = lines_.next()) {
        if (line->too_long) { return TooLong{}; }
        return Line{std::move(line->text)};
    }
    if (std::exchange(at_end_, false)) {
        ended_ = true;
        return End{};
    }
    return std::nullopt;
}

void InputFeed::read_bytes() {
    constexpr std::size_t at_once = 65536;
    std::array<char, at_once> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    const auto got = ::read(descriptor_, bytes.data(), bytes.size());
    if (got > 0) {
        lines_.add(std::string_view(bytes.data(), static_cast<std::size_t>(got)));
        return;
    }
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) { return; }
    // The end, or a terminal that has gone, or a descriptor that was closed from the start: nobody answers
    // there.
    lines_.end();
    at_end_ = true;
}

InputFeed::Came InputFeed::wait(std::optional<Milliseconds> deadline, bool want_lines) {
    if (const auto since = std::exchange(suspend_next_, std::nullopt)) {
        return Happening{input::Suspend{}, *since};
    }
    if (std::exchange(stop_asked_, false)) {
        signals_.stop_process();
        return Continued{};
    }
    for (;;) {
        if (auto came = from_signals(deadline.has_value())) { return std::move(*came); }
        if (instant_ && deadline) {
            virtual_now_ = std::max(virtual_now_, *deadline);
            return Woken{};
        }
        const bool overdue = deadline && now() >= *deadline;
        if (want_lines && !overdue) {
            if (auto came = from_lines()) { return std::move(*came); }
        }
        const bool reads = want_lines && !ended_;
        const auto woken = waiter_.wait(reads ? descriptor_ : -1, signals_.descriptor(), deadline);
        if (woken.signal) { continue; }
        if (woken.slept) { return lived_until(std::min(now(), *deadline)); }
        if (woken.late) { return Happening{input::Suspend{}, now()}; }
        if (woken.deadline) { return Woken{}; }
        if (woken.input) { read_bytes(); }
    }
}

} // namespace kindly
