// SPDX-License-Identifier: MIT
#include "screen/progress.hpp"

#include "base/duration.hpp"
#include "base/overloaded.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace kindly::screen {

namespace {

Milliseconds times(Milliseconds length, double factor) {
    return Milliseconds(std::llround(static_cast<double>(length.count()) * factor));
}

} // namespace

void Progress::begin(Milliseconds at, Milliseconds length, bool paced, bool silence) {
    if (grounding_) { return; } // it is no part of the plan
    step_ = Step{length, {}, at, paced && pace_counts(), silence};
}

Milliseconds Progress::done(const Step& step, Milliseconds now) const {
    const Milliseconds since = std::max(now - step.since, Milliseconds{});
    return std::min(step.length, step.done + (step.paced ? times(since, pace_) : since));
}

void Progress::end(const event::StepEnded& ended, Milliseconds at) {
    if (grounding_ || !step_) { return; }
    const Step step = *step_;
    step_.reset();
    Milliseconds before{};
    // Every jump goes forward: what lies behind the present place is only there after `back`.
    while (!passed_.empty() && passed_.back().instruction >= ended.instruction) {
        if (passed_.back().instruction == ended.instruction && passed_.back().in_part) {
            before = passed_.back().length;
        }
        passed_.pop_back();
    }
    switch (ended.how) {
    case StepEnd::back: // what comes now is gone through again
        if (!passed_.empty()) { passed_.pop_back(); }
        return;
    case StepEnd::grounded:
        passed_.push_back(
            {ended.instruction, before + (step.silence ? done(step, at) : Milliseconds{}), true});
        return;
    default: passed_.push_back({ended.instruction, before + step.length, false});
    }
}

void Progress::observe(const Event& event) {
    const Milliseconds at = event.at;
    std::visit(Overloaded{[&](const event::Started& what) {
                              // Of a practice that goes on it is not known how much lies behind.
                              if (!what.resumed && what.planned > Milliseconds{} && !untimed_) {
                                  planned_ = what.planned;
                              }
                          },
                          [&](const event::SectionBegan& what) { role_ = what.role; },
                          [&](const event::Said& what) { begin(at, reading_time(what.text), true); },
                          [&](const event::Recalled& what) { begin(at, reading_time(what.text), true); },
                          [&](const event::SilenceBegan& what) {
                              begin(at, pace_counts() ? times(what.length, pace_) : what.length, true, true);
                          },
                          [&](const event::BreathingBegan& what) {
                              begin(at, (what.in + what.hold + what.out + what.rest) * what.rounds, false);
                          },
                          [&](const event::Asked& what) {
                              begin(at, what.question.expect.value_or(Milliseconds{}), false);
                          },
                          [&](const event::CheckInAsked&) { begin(at, {}, false); },
                          [&](const event::StepEnded& what) { end(what, at); },
                          [&](const event::GroundingPhase& what) {
                              if (what.begin) {
                                  step_.reset();
                                  role_before_grounding_ = role_;
                              } else {
                                  role_ = role_before_grounding_;
                              }
                              grounding_ = what.begin;
                          },
                          [&](const event::Ended&) { ended_ = true; }, [](const auto&) {}},
               event.what);
}

void Progress::change_pace(double pace, Milliseconds now) {
    if (step_) {
        step_->done = done(*step_, now);
        step_->since = now;
    }
    pace_ = pace;
}

std::optional<Progress::Shown> Progress::at(Milliseconds now) const {
    if (!planned_ || grounding_ || ended_) { return std::nullopt; }
    Milliseconds behind{};
    for (const auto& passed : passed_) { behind += passed.length; }
    if (step_) { behind += done(*step_, now); }
    const Milliseconds left = std::max(*planned_ - behind, Milliseconds{});
    Shown shown;
    shown.share = static_cast<double>((*planned_ - left).count()) / static_cast<double>(planned_->count());
    if (role_ == Role::closing) { // the plan counts the longest way here; what is left of it may be less
        shown.words = _("the last part");
    } else if (pace_ == 1) {
        shown.words = fmt::format(fmt::runtime(_("{} left")), about_duration(left));
    } else { // breathing and the closing keep their own pace
        const std::string most = about_duration(std::max(left, times(left, 1 / pace_)));
        const bool is_bound = most == about_duration({}); // "less than a minute"
        shown.words = fmt::format(fmt::runtime(is_bound ? _("{} left") : _("at most {} left")), most);
    }
    return shown;
}

std::string thin_line(double share, int columns, bool done) {
    const int filled = std::clamp(static_cast<int>(std::lround(share * columns)), 0, columns);
    std::string line;
    for (int column = 0; column < (done ? filled : columns - filled); ++column) { line += done ? "━" : "─"; }
    return line;
}

} // namespace kindly::screen
