// SPDX-License-Identifier: MIT
// Between the session's events and the practice log: what of them is kept, and what happens when the log
// cannot be written in the middle of a practice (it goes on; writing is tried again with each later batch).
#pragma once

#include "base/clock.hpp"
#include "journal/journal.hpp"
#include "session/event.hpp"
#include "session/summary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Recorder {
public:
    /// Nothing is written before the practice begins (a strong exercise that was not agreed to leaves
    /// nothing).
    Recorder(Journal& journal, const Plan& plan, SessionStart start, std::vector<TextToKeep> texts);

    /// Writes everything worth keeping, in one transaction, before it returns. `elapsed`: since the practice
    /// began, pauses included. Gives the sentence for the person when writing failed for the first time.
    [[nodiscard]] std::optional<std::string> record(const std::vector<Event>& events, Moment now,
                                                    Milliseconds elapsed);

    /// Something is still not written: what the last failure was.
    [[nodiscard]] const std::optional<std::string>& unsaved() const { return failure_; }

private:
    void gather(const Event& event, Moment now);
    void gather(const event::Answered& answered, Moment now);
    void write();

    Journal& journal_;
    const Plan& plan_;
    SessionStart start_;
    std::vector<TextToKeep> texts_;
    Summary summary_;
    Changes pending_;
    std::optional<event::Ended> ended_;
    std::optional<Milliseconds> practice_began_;
    std::string last_check_in_;
    event::Offered last_offer_;
    bool may_begin_ = false;
    bool begun_ = false;
    std::optional<std::string> failure_;
};

} // namespace kindly
