// SPDX-License-Identifier: MIT
#include "commands/recorder.hpp"

#include "base/failure.hpp"
#include "exercise/limits.hpp"

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

Recorder::Recorder(Journal& journal, const Plan& plan, SessionStart start, std::vector<TextToKeep> texts)
    : journal_(journal), plan_(plan), start_(std::move(start)), texts_(std::move(texts)),
      may_begin_(plan.exercise->safety.intensity != Intensity::strong) {}

std::optional<std::string> Recorder::record(const std::vector<Event>& events, Moment now,
                                            Milliseconds elapsed) {
    if (events.empty()) { return std::nullopt; }
    for (const auto& event : events) {
        summary_.observe(event);
        gather(event, now);
    }
    pending_.at = now;
    Figures& figures = pending_.figures;
    if (ended_) {
        figures.practised = ended_->practised;
        figures.paused = ended_->paused;
    } else {
        const Milliseconds at = events.back().at;
        figures.practised = practice_began_ ? at - *practice_began_ : Milliseconds{};
        figures.paused = elapsed - at; // the session clock stands still while paused
    }
    figures.distress_before = summary_.distress_before();
    figures.distress_after = summary_.distress_after();
    figures.kindness_before = summary_.kindness_before();
    figures.kindness_after = summary_.kindness_after();
    figures.backdraft = summary_.backdraft() ? word(*summary_.backdraft()) : "";
    figures.groundings = summary_.groundings();
    figures.skipped = summary_.skipped();
    if (!may_begin_) { return std::nullopt; }
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

void Recorder::gather(const Event& event, Moment now) {
    if (const auto* section = std::get_if<event::SectionBegan>(&event.what)) {
        if (!practice_began_) { practice_began_ = event.at; }
        may_begin_ = true;
        if (section->role != Role::grounding) { pending_.figures.last_section = section->id; }
    } else if (const auto* answered = std::get_if<event::Answered>(&event.what)) {
        gather(*answered, now);
        if (answered->check_in) {
            SafetyRecord record;
            record.at = event.at;
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
        } else if (!answered->question && answered->path.empty() && !last_offer_.choices.empty()) {
            SafetyRecord record;
            record.at = event.at;
            record.reason = word(last_offer_.reason);
            record.check_in = last_offer_.reason == OfferReason::stop ? std::string() : last_check_in_;
            record.offered = last_offer_.choices;
            if (const auto* chosen = std::get_if<std::string>(&answered->value)) { record.chosen = *chosen; }
            pending_.safety.push_back(std::move(record));
            last_offer_ = {};
        }
    } else if (const auto* skipped = std::get_if<event::Skipped>(&event.what)) {
        if (skipped->question) { pending_.add_answer(*skipped->question, skipped->path, std::nullopt, now); }
        if (skipped->check_in) { pending_.add_answer(*skipped->check_in, skipped->path, std::nullopt, now); }
    } else if (const auto* offered = std::get_if<event::Offered>(&event.what)) {
        last_offer_ = *offered;
    } else if (const auto* step = std::get_if<event::StepEnded>(&event.what)) {
        pending_.steps.push_back({step->path, step->kind, step->began, event.at, word(step->how)});
    } else if (const auto* kept = std::get_if<event::Kept>(&event.what)) {
        if (kept->choice == choice::keep && !kept->keep_as.empty()) {
            pending_.kept.push_back({kept->keep_as, kept->text});
        }
        if (kept->choice == choice::remove) { pending_.forgotten.push_back(kept->id); }
    } else if (const auto* ended = std::get_if<event::Ended>(&event.what)) {
        ended_ = *ended;
    }
}

void Recorder::gather(const event::Answered& answered, Moment now) {
    if (answered.question) { pending_.add_answer(*answered.question, answered.path, answered.value, now); }
    if (answered.check_in) { pending_.add_answer(*answered.check_in, answered.path, answered.value, now); }
}

} // namespace kindly
