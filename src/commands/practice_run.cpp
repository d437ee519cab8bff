// SPDX-License-Identifier: MIT
#include "commands/practice_run.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/face.hpp"
#include "commands/homework_practice.hpp"
#include "commands/overview.hpp"
#include "commands/practice_plan.hpp"
#include "commands/pump.hpp"
#include "commands/ready.hpp"
#include "commands/recorder.hpp"
#include "commands/rescue.hpp"
#include "commands/returning.hpp"
#include "commands/sitting.hpp"
#include "journal/earlier.hpp"
#include "session/resume_offer.hpp"
#include "session/session.hpp"

#include <filesystem>
#include <unistd.h>

namespace kindly {

namespace {

void refuse_what_is_avoided(const Exercise& exercise, const std::set<Avoidable>& avoided) {
    for (const Avoidable thing : exercise.needs) {
        if (!avoided.contains(thing)) { continue; }
        throw Failure(ExitCode::not_found,
                      filled(_("\"{}\" cannot do without {}, which you have chosen to leave out"),
                             exercise.id, in_words(thing)),
                      _("\"kindly list\" shows what is there for you."));
    }
}

OpenedExercise open_asked_for(Context& context, const PracticeRequest& request,
                              std::optional<OpenedExercise> brought) {
    OpenedExercise opened =
        brought ? std::move(*brought) : open_to_practise(context, request.exercise, request.language);
    const Exercise& exercise = *opened.exercise;
    if (request.listen && exercise.safety.intensity != Intensity::gentle) {
        throw Failure(
            ExitCode::usage,
            filled(_("--listen is for gentle exercises; \"{}\" asks how you are on the way"), exercise.id));
    }
    return opened;
}

/// The log, where it can be had: to write in, or to read earlier answers from.
struct Log {
    std::optional<Journal> journal;
    bool recorded = false;
};

std::optional<Journal> open_to_look_back(Context& context) {
    try {
        return Journal::open_for_reading(context.paths().journal());
    } catch (const Failure&) { // without a log there is simply nothing to look back at
        return std::nullopt;
    }
}

Log open_log(Context& context, const PracticeRequest& request, Moment now) {
    if (request.unrecorded) { return {open_to_look_back(context), false}; }
    try {
        Journal journal = Journal::open_for_writing(context.paths().journal());
        journal.settle_abandoned(now);
        return {std::move(journal), true};
    } catch (const Failure& failure) {
        agree_to_unrecorded(context, request, failure);
        return {open_to_look_back(context), false};
    }
}

SessionStart describe(const Plan& plan, const PracticeRequest& request, const Config& config,
                      const std::string& id, Moment now) {
    SessionStart start = start_of(plan);
    start.id = id;
    start.started_at = now;
    start.day = local_day(now, config.day_starts);
    start.participant = config.participant;
    start.source = request.instant ? PracticeSource::trial : PracticeSource::timed;
    start.kindly_version = KINDLY_VERSION;
    if (request.minutes > 0) { start.budget = std::chrono::minutes(request.minutes); }
    if (request.sitting && !request.sitting->length) { start.planned.reset(); }
    return start;
}

/// At a terminal only: a script, or another front end, gets the practice that it asked for, and says --resume
/// where it wants to go on.
bool may_offer_to_go_on(const Context& context) {
    return ::isatty(STDIN_FILENO) == 1 && context.out.is_terminal();
}

struct Chosen {
    ResumeOffer::Choice choice = ResumeOffer::Choice::leave;
    int signal = 0;
};

Chosen ask_to_go_on(Guide& guide, const WayBack& way) {
    ResumeOffer offer(way.plan != nullptr, way.changed);
    guide.show(offer.advance(input::Begin{}));
    for (;;) {
        const Happening happening = guide.wait(std::nullopt);
        guide.show(offer.advance(happening.input));
        if (offer.chosen()) { return {*offer.chosen(), happening.signal}; }
    }
}

void suggest(Context& context, const Session& session, const PracticeRequest& request) {
    if (request.guide == "events") { return; }
    for (const auto& exercise : session.suggestions()) {
        context.out.write(filled(_("If you would like something else now: kindly practice {}\n"), exercise));
    }
}

/// One practice being put together, step by step.
class Preparation {
public:
    Preparation(Context& context, PracticeRequest request)
        : context_(context), request_(std::move(request)), now_(context.clock->wall()) {
        refuse_contradictions(request_);
        std::optional<OpenedExercise> brought;
        if (!request_.homework.empty()) { brought = prepare_homework(context, request_); }
        if (!request_.exercise.empty()) { open(open_asked_for(context, request_, std::move(brought))); }
        if (request_.sitting) { open(open_sitting(context, *request_.sitting)); }
        if (opened_) { refuse_what_is_avoided(*opened_->exercise, context.preferences().avoided); }
        log_ = open_log(context, request_, now_);
    }

    ExitCode run() {
        if (const auto over = look_for_one_left()) { return *over; }
        if (!way_back_) { prepare_new(); }
        prepare_options();
        if (log_.recorded) { prepare_recording(); }
        if (guide_ == nullptr) {
            guide_ = make_guide(context_, request_, options_.pace, recorder_.has_value());
        }
        return practise();
    }

private:
    [[nodiscard]] const Exercise& exercise() const { return *opened_->exercise; }
    /// From here on everything is in its language: a practice is never half in one and half in another.
    void open(OpenedExercise opened) {
        opened_ = std::move(opened);
        speaking_.reset();
        speaking_.emplace(exercise().language);
    }
    [[nodiscard]] PracticeSource source() const {
        return request_.instant ? PracticeSource::trial : PracticeSource::timed;
    }
    [[nodiscard]] double pace() {
        if (request_.sitting) { return 1; } // it takes the time that was asked for
        return request_.pace.value_or(context_.preferences().pace);
    }

    /// A practice that broke off, where it is to go on; an exit code, where the person leaves it at that.
    std::optional<ExitCode> look_for_one_left() {
        if (request_.sitting) { return {}; } // the rest of a silence is another silence
        if (!request_.resume && (!log_.recorded || !may_offer_to_go_on(context_))) { return {}; }
        std::optional<Interrupted> left;
        if (log_.recorded) {
            left = latest_interrupted(*log_.journal, opened_ ? exercise().id : std::string(), source());
        }
        if (!left && request_.resume) { throw nothing_to_resume(request_.exercise); }
        if (!left) { return {}; }
        if (!is_recent(*left, now_)) {
            if (request_.resume) { throw too_long_ago(*left); }
            return {};
        }
        if (left->begun_again && !request_.resume) { return {}; } // that has been decided before
        OpenedExercise as_left = as_it_was_left(*left);
        WayBack way = find_way_back(context_, as_left, *log_.journal, std::move(*left));
        if (request_.resume) {
            if (way.plan == nullptr) { throw has_changed(way.left); }
            go_back(std::move(way), std::move(as_left));
            return {};
        }
        guide_ = make_guide(context_, request_, pace(), log_.recorded);
        const Chosen chosen = ask_to_go_on(*guide_, way);
        now_ = context_.clock->wall(); // the page may have been open for a night
        switch (chosen.choice) {
        case ResumeOffer::Choice::go_on: go_back(std::move(way), std::move(as_left)); return {};
        case ResumeOffer::Choice::begin_again: return {};
        case ResumeOffer::Choice::leave: return ExitCode::done;
        case ResumeOffer::Choice::interrupted: return exit_code_of(chosen.signal);
        case ResumeOffer::Choice::ground: guide_.reset(); return run_grounding(context_, request_);
        }
        return {};
    }

    /// In the language that it was practised in, unless that is not there any more.
    OpenedExercise as_it_was_left(const Interrupted& left) {
        if (opened_ && exercise().language == left.entry.language) { return *opened_; }
        if (opened_) {
            try {
                return context_.open_exercise(request_.exercise, left.entry.language);
            } catch (const Failure& failure) { // then it goes by what there is
                if (failure.code() != ExitCode::not_found) { throw; }
                return *opened_;
            }
        }
        OpenedExercise as_left = open_as_left(context_, *log_.journal, left);
        refuse_what_is_avoided(*as_left.exercise, context_.preferences().avoided);
        return as_left;
    }

    void go_back(WayBack way, OpenedExercise as_left) {
        way_back_ = std::move(way);
        open(std::move(as_left));
    }

    void prepare_new() {
        ExpandRequest wanted;
        wanted.avoided = context_.preferences().avoided;
        wanted.ratings = ratings_asked(context_.preferences());
        wanted.listening = request_.listen;
        wanted.seed = request_.seed.value_or(random_seed());
        wanted.settings = settings_asked_for(context_, exercise(), request_);
        if (log_.journal) { wanted.seen = log_.journal->picks_seen(exercise().id); }
        const std::optional<Milliseconds> budget =
            request_.minutes > 0 ? std::optional<Milliseconds>(std::chrono::minutes(request_.minutes))
                                 : std::nullopt;
        PreparedPlan prepared = prepare_plan(context_, *opened_, wanted, budget);
        if (prepared.fitted.plan == nullptr) {
            throw does_not_fit(context_, exercise(), prepared.fitted.shortest, *budget);
        }
        plan_ = prepared.fitted.plan;
        if (request_.sitting) { keep_time(*plan_, *request_.sitting); }
        used_ = std::move(prepared.used);
        options_.id = make_uuid7(now_.unix_ms);
        const Journal* journal = log_.journal ? &*log_.journal : nullptr;
        options_.unmet = unmet_or_refused(context_, journal, exercise());
        options_.brief_warning = journal != nullptr && is_well_known(*journal, exercise(), now_);
    }

    void prepare_options() {
        if (way_back_) {
            plan_ = way_back_->plan;
            used_ = way_back_->used;
            options_.id = way_back_->left.entry.id;
            options_.checkpoint = way_back_->checkpoint;
            options_.drafts = way_back_->left.drafts;
        }
        options_.pace = pace();
        options_.untimed = request_.untimed;
        options_.quiet_start = request_.sitting.has_value();
        options_.enter_waits = !request_.instant && !request_.listen && request_.guide != "events" &&
                               ::isatty(STDIN_FILENO) == 1;
        if (log_.recorded && !request_.instant) { options_.today = context_.practice_day(); }
        if (log_.journal) {
            options_.kept = log_.journal->kept_words();
            const auto others = exercises_looked_at(*plan_);
            options_.earlier = log_.journal->earlier_answers(others);
            options_.earlier_options = earlier_options(*log_.journal, others);
        }
    }

    /// From here on it is in the log, before anything is asked.
    void prepare_recording() {
        SessionStart start = describe(*plan_, request_, context_.config(), options_.id, now_);
        start.homework = request_.homework;
        if (start.homework.empty() && !request_.instant) {
            start.homework =
                homework_waiting_for(*log_.journal, start.exercise, now_, context_.config().day_starts);
        }
        std::vector<TextToKeep> texts = texts_of(exercise(), used_);
        start.digest = texts.front().digest;
        for (std::size_t place = 1; place < texts.size(); ++place) {
            start.fragments.push_back(texts[place].digest);
        }
        std::optional<EarlierPart> earlier;
        if (way_back_) {
            earlier = way_back_->earlier;
            start.budget = way_back_->left.budget;
        }
        recorder_.emplace(*log_.journal, *plan_, std::move(start), std::move(texts), std::move(earlier));
        try {
            recorder_->prepare();
        } catch (const Failure& failure) {
            if (way_back_) { throw; } // to go on unrecorded would be another practice
            guide_.reset();           // it would be in the way of the question
            agree_to_unrecorded(context_, request_, failure);
            recorder_.reset();
            return;
        }
        if (way_back_) { take_up(*log_.journal, way_back_->left, now_); }
    }

    ExitCode practise() {
        Session session(plan_, options_);
        Recorder* recorder = recorder_ ? &*recorder_ : nullptr;
        Pump pump(*guide_, session, recorder, *context_.clock, request_.instant);
        ExitCode code = ExitCode::done;
        try {
            code = pump.run(now_);
        } catch (...) { // nobody can see or answer anything any more
            if (recorder != nullptr && recorder->unsaved()) {
                save_beside(context_, request_.rescue, *recorder);
            }
            throw;
        }
        guide_.reset(); // the screen, signals and lines are ours again
        suggest(context_, session, request_);
        if (recorder != nullptr && recorder->unsaved()) {
            context_.out.flush();
            const bool somebody = code == ExitCode::done && request_.guide != "events";
            throw not_in_the_log(context_, request_.rescue, *recorder, somebody);
        }
        return code;
    }

    Context& context_;
    PracticeRequest request_;
    Moment now_;
    std::optional<OpenedExercise> opened_;
    std::optional<Speaking> speaking_; ///< the exercise's language, where there is one
    Log log_;
    std::optional<WayBack> way_back_;
    std::shared_ptr<Plan> plan_;
    UsedFragments used_;
    SessionOptions options_;
    std::optional<Recorder> recorder_;
    std::unique_ptr<Guide> guide_;
};

} // namespace

std::string refused_with_resume(const PracticeRequest& request) {
    const std::pair<bool, const char*> others[] = {
        {request.unrecorded, "--unrecorded"}, {request.minutes > 0, "--minutes"},
        {request.listen, "--listen"},         {!request.language.empty(), "--language"},
        {!request.settings.empty(), "--set"}, {!request.settings_file.empty(), "--settings"},
        {request.seed.has_value(), "--seed"}, {!request.homework.empty(), "--homework"}};
    for (const auto& [given, name] : others) {
        if (given) { return name; }
    }
    return {};
}

void refuse_contradictions(const PracticeRequest& request) {
    if (!request.rescue.empty() && request.unrecorded) {
        throw Failure(ExitCode::usage,
                      _("--rescue and --unrecorded do not go together: nothing would be kept"));
    }
    std::error_code none;
    if (!request.rescue.empty() && std::filesystem::exists(request.rescue, none)) {
        throw Failure(ExitCode::usage, filled(_("{} is there already; it was left as it is"), request.rescue),
                      _("Choose another name for --rescue."));
    }
    const std::string other = request.resume ? refused_with_resume(request) : std::string();
    if (other.empty()) { return; }
    throw Failure(ExitCode::usage, filled(_("--resume and {} do not go together"), other),
                  _("A practice that is taken up again goes on as it was begun."));
}

ExitCode run_practice(Context& context, const PracticeRequest& request) {
    return Preparation(context, request).run();
}

} // namespace kindly
