// SPDX-License-Identifier: MIT
// Between the session's events and the practice log: what of them is kept, and what happens when the log
// cannot be written in the middle of a practice (it goes on; writing is tried again with each later batch).
// What would tell the answer to a question that is not recorded ends here.
#pragma once

#include "base/clock.hpp"
#include "exchange/unsaved_line.hpp"
#include "exercise/untold.hpp"
#include "journal/journal.hpp"
#include "session/event.hpp"
#include "session/summary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

/// What a practice that is taken up again had come to.
struct EarlierPart {
    Entry entry; ///< as it stands in the log; the revision as it was before
    std::vector<AnswerEntry> answers;
    std::vector<StepRecord> steps;
    std::vector<SafetyRecord> safety;
    bool settings_known = true; ///< not sealed
    Summary::Before summary;
    Figures figures;
    Milliseconds clock{}; ///< the session clock had come at least this far
};

class Recorder {
public:
    /// Nothing is written before prepare(). With an earlier part, that practice is running again already.
    Recorder(Journal& journal, const Plan& plan, SessionStart start, std::vector<TextToKeep> texts,
             std::optional<EarlierPart> earlier = std::nullopt);

    /// Before anybody is asked anything: from here on the practice is in the log; but a strong exercise that
    /// was not agreed to leaves nothing, so there it is only seen whether the log can be written. Throws
    /// Failure.
    void prepare();

    /// Writes everything worth keeping, in one transaction, before it returns. `elapsed`: since the practice
    /// began, pauses included. Gives the sentence for the person when writing failed for the first time.
    [[nodiscard]] std::optional<std::string> record(const std::vector<Event>& events, Moment now,
                                                    Milliseconds elapsed);

    /// What has been typed at a question so far, likewise; while the log cannot be written, it goes in with
    /// the next answer.
    [[nodiscard]] std::optional<std::string> record_draft(const Question& question, const std::string& words,
                                                          Moment now, Milliseconds elapsed, bool paused);
    /// Questions are left out from here on because nobody is there: what was typed at them stays.
    void nobody_is_there() { nobody_ = true; }

    /// Something is still not written: what the last failure was.
    [[nodiscard]] const std::optional<std::string>& unsaved() const { return failure_; }

    /// All of it, from its beginning, as an entry of the log with a revision that goes before what stands
    /// there.
    [[nodiscard]] UnsavedPractice whole() const;

private:
    [[nodiscard]] Moment not_before_the_beginning(Moment now, Milliseconds elapsed) const;
    void gather(const Event& event, Moment now);
    void gather(const event::Answered& answered, Moment now);
    void summarise(const Event& event);
    [[nodiscard]] bool is_untold(const Event& event) const;
    void pass_over(const Event& event, Moment now);
    void record_for_letter(const std::string& question);
    void end_draft(const std::string& question);
    void add(Draft draft);
    [[nodiscard]] std::optional<std::string> try_to_write();
    void write();

    Journal& journal_;
    const Plan& plan_;
    Untold untold_;
    SessionStart start_;
    std::vector<TextToKeep> texts_;
    std::optional<EarlierPart> earlier_;
    Summary summary_;
    Changes pending_;
    Changes all_; ///< answers, steps, safety and letters of this part, whether or not they are written
    std::vector<std::string> forgotten_;
    std::vector<UnsavedPractice::Kept> kept_; ///< likewise
    std::optional<event::Ended> ended_;
    std::optional<Milliseconds> practice_began_;
    Milliseconds last_at_{}, last_elapsed_{}; ///< of the latest events
    std::string last_check_in_;
    bool rated_untold_ = false; ///< the latest check-in is not kept; nor is what was offered then
    std::vector<AnswerRecord> words_unkept_; ///< answers in words, not kept unless the person asks for it
    std::string asked_;                      ///< id of the latest question that is answered in words
    event::Offered last_offer_;
    bool nobody_ = false;
    bool may_begin_ = false;
    bool begun_ = false;
    std::optional<std::string> failure_;
};

} // namespace kindly
