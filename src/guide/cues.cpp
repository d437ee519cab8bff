// SPDX-License-Identifier: MIT
#include "guide/cues.hpp"

#include "base/duration.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

/// After this many rounds in words a rhythm goes on by itself.
constexpr int spoken_rounds = 2;

/// When the time left is said.
constexpr Milliseconds marks[] = {std::chrono::minutes(15), std::chrono::minutes(10),
                                  std::chrono::minutes(5),  std::chrono::minutes(2),
                                  std::chrono::minutes(1),  std::chrono::seconds(30)};
constexpr Milliseconds between_marks = std::chrono::seconds(30);

struct Phase {
    const char* words;
    const char* spoken; ///< short, to be heard at its beginning
    Milliseconds length;
};

} // namespace

std::vector<Cue> breathing_cues(const event::BreathingBegan& breathing, bool aloud) {
    const Phase phases[] = {{_("In, {}."), _("In."), breathing.in},
                            {_("Hold, {}."), _("Hold."), breathing.hold},
                            {_("Out, {}."), _("Out."), breathing.out},
                            {_("Rest, {}."), _("Rest."), breathing.rest}};
    std::vector<Cue> cues;
    Milliseconds at{};
    for (int round = 0; round < breathing.rounds; ++round) {
        if (round == spoken_rounds) {
            cues.push_back({at,
                            plural("Go on in this rhythm, in quiet, for {} more round.",
                                   "Go on in this rhythm, in quiet, for {} more rounds.",
                                   breathing.rounds - spoken_rounds),
                            !aloud});
        }
        for (const auto& phase : phases) {
            if (phase.length <= Milliseconds::zero()) { continue; }
            const bool written = round < spoken_rounds;
            if (written || aloud) {
                Cue cue{at};
                if (written) {
                    cue.text = fmt::format(fmt::runtime(phase.words), duration_in_words(phase.length));
                }
                if (aloud) { cue.spoken = phase.spoken; }
                cues.push_back(std::move(cue));
            }
            at += phase.length;
        }
    }
    if (breathing.rounds > spoken_rounds) { cues.push_back({at, {}, true}); }
    return cues;
}

std::vector<Cue> silence_cues(Milliseconds length) {
    std::vector<Cue> cues;
    for (const Milliseconds left : marks) {
        if (length < left + between_marks) { continue; } // the beginning said how long it is
        cues.push_back(
            {length - left, fmt::format(fmt::runtime(_("{} left.")), duration_in_words(left)), false, true});
    }
    return cues;
}

void RunningCues::start(std::vector<Cue> cues, Milliseconds now) {
    held_since_.reset();
    cues_.assign(std::make_move_iterator(cues.begin()), std::make_move_iterator(cues.end()));
    for (auto& cue : cues_) { cue.at += now; }
}

void RunningCues::stop() {
    cues_.clear();
    held_since_.reset();
}

void RunningCues::stop_time_left() {
    std::erase_if(cues_, [](const Cue& cue) { return cue.tells_time_left; });
}

void RunningCues::hold(Milliseconds now) {
    if (!held_since_) { held_since_ = now; }
}

void RunningCues::release(Milliseconds now) {
    if (!held_since_) { return; }
    const Milliseconds length = now - *std::exchange(held_since_, std::nullopt);
    for (auto& cue : cues_) { cue.at += length; }
}

std::optional<Milliseconds> RunningCues::next() const {
    if (held_since_ || cues_.empty()) { return std::nullopt; }
    return cues_.front().at;
}

std::optional<Cue> RunningCues::take_due(Milliseconds now) {
    const auto at = next();
    if (!at || *at > now) { return std::nullopt; }
    Cue cue = std::move(cues_.front());
    cues_.pop_front();
    return cue;
}

} // namespace kindly
