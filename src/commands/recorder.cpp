// SPDX-License-Identifier: MIT
#include "commands/recorder.hpp"

#include "base/failure.hpp"
#include "exercise/limits.hpp"
#include "journal/kept.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace kindly {

namespace {

const char* word(Summary::Backdraft backdraft) {
    switch (backdraft) {
    case Summary::Backdraft::none: return "none";
    case Summary::Backdraft::noticed: return "noticed";
    case Summary::Backdraft::grounded: return "grounded";
    }
    return "";
}

} // namespace

Recorder::Recorder(Journal& journal, const Plan& plan, SessionStart start, std::vector<TextToKeep> texts,
                   std::optional<EarlierPart> earlier)
    : journal_(journal), plan_(plan), untold_(plan), start_(std::move(start)), texts_(std::move(texts)),
      earlier_(std::move(earlier)), summary_(earlier_ ? Summary(earlier_->summary) : Summary()),
      may_begin_(plan.exercise->safety.intensity != Intensity::strong), begun_(earlier_.has_value()) {
    if (earlier_) {
        pending_.figures = earlier_->figures;
        may_begin_ = true;
    }
}

void Recorder::prepare() {
    if (!begun_ && !may_begin_) { return journal_.try_writing(); }
    for (const auto& text : texts_) { journal_.keep_text(text); }
    if (begun_) { return; }
    journal_.begin(start_);
    begun_ = true;
}

/// A clock that was put back would have a practice end before it began.
Moment Recorder::not_before_the_beginning(Moment now, Milliseconds elapsed) const {
    const std::int64_t began = start_.started_at.unix_ms;
    if (now.unix_ms < began) { now.unix_ms = began + elapsed.count(); }
    return now;
}

std::optional<std::string> Recorder::record(const std::vector<Event>& events, Moment now,
                                            Milliseconds elapsed) {
    if (events.empty()) { return std::nullopt; }
    now = not_before_the_beginning(now, elapsed);
    for (const auto& event : events) {
        summarise(event);
        if (is_untold(event)) {
            pass_over(event, now);
        } else {
            gather(event, now);
        }
    }
    pending_.at = now;
    Figures& figures = pending_.figures;
    const Figures before = earlier_ ? earlier_->figures : Figures{};
    last_at_ = events.back().at;
    last_elapsed_ = elapsed;
    if (ended_) {
        figures.practised = ended_->practised;
        figures.paused = ended_->paused;
    } else {
        const Milliseconds at = events.back().at;
        figures.practised = before.practised + (practice_began_ ? at - *practice_began_ : Milliseconds{});
        figures.paused = before.paused + elapsed - at; // the session clock stands still while paused
    }
    figures.distress_before = summary_.distress_before();
    figures.distress_after = summary_.distress_after();
    figures.kindness_before = summary_.kindness_before();
    figures.kindness_after = summary_.kindness_after();
    figures.backdraft = summary_.backdraft() ? word(*summary_.backdraft()) : "";
    figures.groundings = summary_.groundings();
    figures.skipped = summary_.skipped();
    return try_to_write();
}

std::optional<std::string> Recorder::record_draft(const Question& question, const std::string& words,
                                                  Moment now, Milliseconds elapsed, bool paused) {
    if (!question.recorded || untold_.question(question.id)) { return std::nullopt; }
    add({question.id, words});
    pending_.at = not_before_the_beginning(now, elapsed);
    if (practice_began_ && !paused) { // the time that went into writing counts, whatever happens next
        const Milliseconds at = last_at_ + (elapsed - last_elapsed_);
        pending_.figures.practised =
            (earlier_ ? earlier_->figures.practised : Milliseconds{}) + at - *practice_began_;
    }
    return failure_ ? std::nullopt : try_to_write();
}

std::optional<std::string> Recorder::try_to_write() {
    if (!may_begin_) { return std::nullopt; }
    // Once it is known that another program holds the log, nobody waits for it at each key: what is answered
    // is kept here until it can be written. At the end, waiting is all that is left.
    journal_.wait_for_others(failure_ && !ended_ ? Journal::Waiting::hardly : Journal::Waiting::some_seconds);
    try {
        write();
        failure_.reset();
    } catch (const Failure& failure) {
        const bool first = !failure_;
        failure_ = failure.what();
        if (first) { return failure_; }
    }
    return std::nullopt;
}

void Recorder::write() {
    if (!begun_) {
        for (const auto& text : texts_) { journal_.keep_text(text); }
        journal_.begin(start_);
        begun_ = true;
    }
    if (ended_) {
        journal_.finish(start_.id, pending_, word(ended_->status), word(ended_->reason));
    } else {
        journal_.record(start_.id, pending_);
    }
    const Figures figures = pending_.figures;
    pending_ = Changes{};
    pending_.figures = figures;
}

namespace {

/// Of the step that an event is about; nothing for events that are about none.
const std::string* path_of(const Event& event) {
    if (const auto* answered = std::get_if<event::Answered>(&event.what)) { return &answered->path; }
    if (const auto* skipped = std::get_if<event::Skipped>(&event.what)) { return &skipped->path; }
    if (const auto* step = std::get_if<event::StepEnded>(&event.what)) { return &step->path; }
    return nullptr;
}

} // namespace

bool Recorder::is_untold(const Event& event) const {
    const std::string* path = path_of(event);
    return path != nullptr && untold_.step(*path);
}

void Recorder::summarise(const Event& event) {
    if (is_untold(event)) { return; }
    const auto* section = std::get_if<event::SectionBegan>(&event.what);
    // Whichever way it was come to, so that a rating afterwards is one on each of them.
    if (section != nullptr && untold_.practised_before(section->id)) { summary_.practised_unseen(); }
    summary_.observe(event);
}

/// What is needed until the practice is over, and nothing for the log.
void Recorder::pass_over(const Event& event, Moment now) {
    if (const auto* answered = std::get_if<event::Answered>(&event.what)) {
        if (answered->check_in) { rated_untold_ = true; }
        if (answered->question && answered->question->answer == Ask::Answer::text) {
            Changes words;
            words.add_answer(*answered->question, answered->path, answered->value, now);
            std::erase_if(words_unkept_,
                          [&](const AnswerRecord& old) { return old.question == answered->id; });
            std::move(words.answers.begin(), words.answers.end(), std::back_inserter(words_unkept_));
        }
    } else if (const auto* skipped = std::get_if<event::Skipped>(&event.what)) {
        if (skipped->check_in) { rated_untold_ = true; }
    }
}

/// Words that are set aside until a day stand in the log: the person asked for it.
void Recorder::record_for_letter(const std::string& question) {
    for (const auto& record : words_unkept_) {
        if (record.question == question) { pending_.answers.push_back(record); }
    }
    std::erase_if(words_unkept_, [&](const AnswerRecord& record) { return record.question == question; });
}

void Recorder::gather(const Event& event, Moment now) {
    const Milliseconds clock_so_far = earlier_ ? earlier_->clock : Milliseconds{};
    const std::size_t answers = pending_.answers.size();
    const std::size_t steps = pending_.steps.size();
    const std::size_t safety = pending_.safety.size();
    if (const auto* section = std::get_if<event::SectionBegan>(&event.what)) {
        if (!practice_began_) { practice_began_ = event.at; }
        may_begin_ = true;
        if (section->role != Role::grounding) {
            // One that may not be told is begun again from before the question: its answer is forgotten.
            if (!untold_.section(section->id)) { pending_.figures.last_section = section->id; }
            pending_.figures.grounded = false;
        }
        if (section->early != StopReason::none) { pending_.figures.closing_reason = word(section->early); }
    } else if (const auto* grounding = std::get_if<event::GroundingPhase>(&event.what)) {
        if (grounding->begin) { pending_.figures.grounded = true; }
    } else if (const auto* asked = std::get_if<event::Asked>(&event.what)) {
        const bool kept =
            asked->question.answer == Ask::Answer::text && !untold_.question(asked->question.id);
        asked_ = kept ? asked->question.id : std::string();
    } else if (const auto* answered = std::get_if<event::Answered>(&event.what)) {
        gather(*answered, now);
        if (answered->check_in) {
            SafetyRecord record;
            record.at = clock_so_far + event.at;
            record.reason = "check_in";
            record.check_in = answered->id;
            if (const auto* number = std::get_if<double>(&answered->value)) {
                record.value = static_cast<int>(*number);
            }
            record.numb = std::holds_alternative<Numb>(answered->value);
            record.offer_grounding_at =
                plan_.exercise->safety.offer_grounding_at.value_or(limits::default_offer_at);
            record.stop_at = plan_.exercise->safety.stop_at.value_or(limits::default_stop_at);
            pending_.safety.push_back(std::move(record));
            last_check_in_ = answered->id;
            rated_untold_ = false;
        } else if (!answered->question && answered->path.empty() && !last_offer_.choices.empty()) {
            SafetyRecord record;
            record.at = clock_so_far + event.at;
            record.reason = word(last_offer_.reason);
            record.check_in = last_offer_.reason == OfferReason::stop ? std::string() : last_check_in_;
            record.offered = last_offer_.choices;
            if (const auto* chosen = std::get_if<std::string>(&answered->value)) { record.chosen = *chosen; }
            if (record.chosen == choice::go_on) { pending_.figures.grounded = false; }
            // That somebody wanted to stop belongs to no question.
            if (!rated_untold_ || last_offer_.reason == OfferReason::stop) {
                pending_.safety.push_back(std::move(record));
            }
            last_offer_ = {};
        }
    } else if (const auto* skipped = std::get_if<event::Skipped>(&event.what)) {
        if (skipped->question) {
            pending_.add_answer(*skipped->question, skipped->path, std::nullopt, now);
            if (!nobody_) { end_draft(skipped->question->id); }
        }
        if (skipped->check_in) {
            pending_.add_answer(*skipped->check_in, skipped->path, std::nullopt, now);
            rated_untold_ = false;
        }
    } else if (const auto* offered = std::get_if<event::Offered>(&event.what)) {
        last_offer_ = *offered;
    } else if (const auto* step = std::get_if<event::StepEnded>(&event.what)) {
        pending_.steps.push_back(
            {step->path, step->kind, clock_so_far + step->began, clock_so_far + event.at, word(step->how)});
        // Left as it was answered before: what was typed meanwhile is not wanted.
        if (step->how == StepEnd::enter && step->kind == std::string_view("ask")) { end_draft(asked_); }
    } else if (const auto* kept = std::get_if<event::Kept>(&event.what)) {
        if (kept->choice == choice::keep) {
            const std::string name =
                kept->keep_as.empty() ? kept_name(start_.exercise, kept->id, start_.id) : kept->keep_as;
            pending_.kept.push_back({name, kept->text});
            kept_.push_back({name, kept->text, now});
        }
        if (kept->choice == choice::later) {
            record_for_letter(kept->id);
            pending_.letters.push_back({kept->id, kept->until});
            all_.letters.push_back({kept->id, kept->until});
        }
        if (kept->choice == choice::remove) {
            pending_.forgotten.push_back(kept->id);
            forgotten_.push_back(kept->id);
        }
    } else if (const auto* ended = std::get_if<event::Ended>(&event.what)) {
        ended_ = *ended;
    }
    const auto keep_new = [](auto& all, const auto& pending, std::size_t known) {
        all.insert(all.end(), pending.begin() + static_cast<std::ptrdiff_t>(known), pending.end());
    };
    keep_new(all_.answers, pending_.answers, answers);
    keep_new(all_.steps, pending_.steps, steps);
    keep_new(all_.safety, pending_.safety, safety);
}

void Recorder::end_draft(const std::string& question) {
    if (!question.empty()) { add({question, {}}); }
}

/// The latest draft of a question is the only one that matters.
void Recorder::add(Draft draft) {
    std::erase_if(pending_.drafts, [&](const Draft& old) { return old.question == draft.question; });
    pending_.drafts.push_back(std::move(draft));
}

void Recorder::gather(const event::Answered& answered, Moment now) {
    if (answered.question) {
        pending_.add_answer(*answered.question, answered.path, answered.value, now);
        if (answered.question->answer == Ask::Answer::text) { end_draft(answered.question->id); }
    }
    if (answered.check_in) { pending_.add_answer(*answered.check_in, answered.path, answered.value, now); }
}

namespace {

AnswerEntry entry_of(const AnswerRecord& record) {
    AnswerEntry entry;
    entry.step = record.path;
    entry.question = record.question;
    entry.kind = record.kind;
    entry.about = record.about;
    entry.measure = record.measure;
    entry.prompt = record.prompt;
    entry.options = record.options;
    entry.lowest = record.lowest;
    entry.highest = record.highest;
    entry.lowest_label = record.lowest_label;
    entry.highest_label = record.highest_label;
    if (record.value) { std::tie(entry.value_number, entry.value_text) = columns_of(*record.value); }
    entry.skipped = !record.value;
    entry.is_private = record.is_private;
    entry.answered_at = record.answered_at;
    return entry;
}

std::int64_t whole_seconds(Milliseconds length) {
    constexpr std::int64_t half = 500;
    return (length.count() + half) / 1000;
}

Entry entry_of(const SessionStart& start) {
    Entry entry;
    entry.id = start.id;
    entry.exercise = start.exercise;
    entry.exercise_version = start.exercise_version;
    entry.title = start.title;
    entry.language = start.language;
    entry.components = start.components;
    entry.started_at = start.started_at;
    entry.day = start.day;
    if (start.planned) { entry.planned_seconds = whole_seconds(*start.planned); }
    entry.homework = start.homework;
    entry.source = word(start.source);
    entry.participant = start.participant;
    entry.recorded_at = start.started_at;
    entry.kindly_version = start.kindly_version;
    entry.digest = start.digest;
    return entry;
}

} // namespace

UnsavedPractice Recorder::whole() const {
    UnsavedPractice whole;
    whole.start = start_;
    whole.entry = earlier_ ? earlier_->entry : entry_of(start_);
    Entry& entry = whole.entry;
    // What is in the log already, be it only the beginning, is an older revision. Taking it up again made
    // one, too.
    entry.revision = earlier_ ? earlier_->entry.revision + 2 : (begun_ ? 2 : 1);
    const Figures& figures = pending_.figures;
    entry.ended_at = pending_.at;
    entry.status = word(ended_ ? ended_->status : Status::interrupted);
    entry.stop_reason = word(ended_ ? ended_->reason : StopReason::crash);
    entry.practised_seconds = whole_seconds(figures.practised);
    entry.paused_seconds = whole_seconds(figures.paused);
    entry.distress_before = figures.distress_before;
    entry.distress_after = figures.distress_after;
    entry.kindness_before = figures.kindness_before;
    entry.kindness_after = figures.kindness_after;
    entry.backdraft = figures.backdraft;
    entry.groundings = figures.groundings;
    entry.skipped = figures.skipped;
    entry.last_section = figures.last_section;
    whole.practised = figures.practised;
    whole.paused = figures.paused;
    if (earlier_) {
        whole.answers = earlier_->answers;
        whole.settings_known = earlier_->settings_known;
        whole.steps = earlier_->steps;
        whole.safety = earlier_->safety;
    }
    whole.letters = all_.letters;
    whole.kept = kept_;
    whole.steps.insert(whole.steps.end(), all_.steps.begin(), all_.steps.end());
    whole.safety.insert(whole.safety.end(), all_.safety.begin(), all_.safety.end());
    for (const auto& record : all_.answers) {
        AnswerEntry answer = entry_of(record);
        answer.position = static_cast<std::int64_t>(whole.answers.size()) + 1;
        whole.answers.push_back(std::move(answer));
    }
    for (auto& answer : whole.answers) {
        if (answer.value_text &&
            std::find(forgotten_.begin(), forgotten_.end(), answer.question) != forgotten_.end()) {
            answer.value_text.reset();
            answer.words_deleted = true;
        }
    }
    for (const auto& draft : pending_.drafts) {
        if (!draft.words.empty()) { whole.drafts.push_back(draft); }
    }
    return whole;
}

} // namespace kindly
