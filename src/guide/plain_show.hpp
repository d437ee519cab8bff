// SPDX-License-Identifier: MIT
// Events as lines on a plain page. Starts and stops the cues that go with them; waits for nothing and answers
// nothing.
#pragma once

#include "guide/cues.hpp"
#include "guide/narrator.hpp"
#include "guide/paced_parts.hpp"
#include "guide/plain_page.hpp"
#include "guide/present.hpp"
#include "guide/written_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kindly {

class PlainShow {
public:
    struct Look {
        bool instant = false;
        bool on_terminal = false;
        std::string support; ///< the support page; shown whole once, then in one line
    };
    PlainShow(PlainPage& page, RunningCues& cues, WrittenText& text, Narrator& narrator, Look look);

    /// `present` has observed the event already; `now` is the session's time, on the clock of the cues.
    void show(const Event& event, Milliseconds now, const Present& present);
    void say(const Cue& cue);
    void say_paused();
    /// `sound`: there is some that can be turned off.
    void help(bool writing, bool sound);
    /// What is left of the silence that is on, or how long it has been; `now` on the session's clock. False:
    /// there is none.
    bool tell_time(Milliseconds now);
    /// A silence that pace counts in ends at another time then: `scale` is the old pace over the new one.
    void change_pace(double scale, Milliseconds now);
    /// Says, or marks, that it is the person's turn; at most once for each turn.
    void invite(const Present& present);
    void line_was_read(std::string_view line);

private:
    void on(const event::Started& what);
    void on(const event::PlanShown& what);
    void on(const event::Warning& what);
    void on(const event::Consent& what);
    void on(const event::SectionBegan& what);
    void on(const event::Said& what);
    void on(const event::SilenceBegan& what);
    void on(const event::BreathingBegan& what);
    void on(const event::Bell&) {} // to be heard
    void on(const event::Asked& what);
    void on(const event::CheckInAsked& what);
    void on(const event::Recalled& what);
    void on(const event::Offered& what);
    void on(const event::SupportShown& what);
    void on(const event::Answered& what);
    void on(const event::Skipped& what);
    void on(const event::GroundingPhase& what);
    void on(const event::Paused& what);
    void on(const event::Resumed& what);
    void on(const event::Suspended& what);
    void on(const event::Restored& what);
    void on(const event::KeepAsked& what);
    void on(const event::Problem& what);
    void on(const event::Refused& what);
    void on(const event::Ended& what);
    void on(const event::StepEnded&) {} // for the journal
    void on(const event::Kept&) {}
    void list_choices(const std::vector<std::string>& choices, bool words_to_go_on);
    void show_begun_text();
    void explain_waiting(bool waits);

    PlainPage& page_;
    RunningCues& cues_;
    WrittenText& text_;
    Narrator& narrator_;
    Look look_;
    struct Counted {
        Milliseconds began{};
        std::optional<Milliseconds> ends; ///< none: it is open-ended
    };
    std::optional<Counted> counted_; ///< the silence that is on; times of the session
    PacedParts parts_;
    bool support_shown_ = false;
    Milliseconds now_{};
    Milliseconds at_{}; ///< of the event at hand, on the session's own clock
    const Present* present_ = nullptr;
    bool waiting_explained_ = false;
    bool time_explained_ = false;
    bool explain_next_ = false;
    bool read_empty_line_ = false;
};

} // namespace kindly
