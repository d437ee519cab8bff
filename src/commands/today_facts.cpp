// SPDX-License-Identifier: MIT
#include "commands/today_facts.hpp"

#include "base/failure.hpp"
#include "commands/check_files.hpp"
#include "commands/context.hpp"
#include "commands/ready.hpp"
#include "commands/returning.hpp"
#include "exercise/limits.hpp"
#include "homework/own_exercise.hpp"
#include "journal/homework.hpp"
#include "journal/looking_back.hpp"
#include "journal/resuming.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace kindly {

namespace {

constexpr std::size_t looked_back_on = 60; ///< practices: the rules need no more
constexpr int hard_from = 6;

int hour_of(Moment moment) {
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t hour = 3600;
    constexpr std::int64_t day = 24 * hour;
    const std::int64_t seconds = moment.unix_ms / second + moment.utc_offset_seconds;
    return static_cast<int>((seconds % day + day) % day / hour);
}

struct Usable {
    OpenedExercise opened;
    Overview overview;
    bool checked = false; ///< and without errors
};

class Finding {
public:
    Finding(Context& context, const TodayWish& wish)
        : context_(context), wish_(wish), now_(context.clock->wall()) {
        found_.goes_on = !wish.anew;
        rules_.wanted = wish.time;
        rules_.today = read_day(context.practice_day()).value_or(0);
        rules_.hour = hour_of(now_);
    }

    TodayFacts find() {
        open_exercises();
        try {
            const Journal journal = Journal::open_for_reading(context_.paths().journal());
            look_back(journal);
            found_.left = left_lately(journal);
            found_.homework =
                waiting_homework(journal, &context_.catalogue(), now_, context_.config().day_starts);
            if (!found_.homework.empty()) {
                offer_homework(homework_of(journal, WhichHomework::going_on),
                               readiness_facts(context_, &journal));
            }
        } catch (const Failure&) { // a suggestion does not need a log; that it was not read is told
            found_.log_was_read = false;
            rules_.log_was_read = false;
            found_.left.reset();
            found_.homework.clear();
            found_.homework_offer.reset();
        }
        found_.first_time =
            found_.log_was_read && rules_.past.empty() && !found_.left && found_.homework.empty();
        found_.name_contacts = found_.log_was_read && is_new_here() && !contacts_are_written_down();
        make_suggestion();
        return std::move(found_);
    }

private:
    void open_exercises() {
        const Preferences& person = context_.preferences();
        auto listing =
            context_.catalogue().list(wish_.language); // what is offered in the end is checked then
        found_.any_exercises = !listing.exercises.empty();
        for (OpenedExercise& opened : listing.exercises) {
            Overview overview = make_overview(opened, person, person.avoided);
            if (overview.can_be_used) {
                usable_.push_back({std::move(opened), std::move(overview)});
            } else if (overview.problems.empty()) {
                ++found_.left_out;
            }
        }
    }

    [[nodiscard]] const Overview* known(const std::string& id) const {
        const auto place = std::find_if(usable_.begin(), usable_.end(),
                                        [&](const Usable& one) { return one.overview.exercise->id == id; });
        return place == usable_.end() ? nullptr : &place->overview;
    }

    /// Null where it cannot be practised as it is; then it is not among them any more.
    const Overview* usable(const std::string& id) {
        const auto place = std::find_if(usable_.begin(), usable_.end(),
                                        [&](const Usable& one) { return one.overview.exercise->id == id; });
        if (place == usable_.end()) { return nullptr; }
        if (!place->checked && !is_sound(place->opened) && !taken_as_written(*place)) {
            usable_.erase(place);
            return nullptr;
        }
        place->checked = true;
        return &place->overview;
    }

    /// A translation with mistakes gives way to what it was made from.
    bool taken_as_written(Usable& one) {
        if (!one.opened.original) { return false; }
        const Preferences& person = context_.preferences();
        one.opened = context_.catalogue().open_as_written(one.opened.file.string());
        if (one.opened.exercise == nullptr) { return false; }
        one.overview = make_overview(one.opened, person, person.avoided);
        return one.overview.can_be_used && is_sound(one.opened);
    }

    bool is_sound(const OpenedExercise& opened) {
        try {
            return !has_errors(check_opened(opened, context_.catalogue(), context_.today()));
        } catch (const Failure&) { // a fragment's file that cannot be read
            return false;
        }
    }

    void look_back(const Journal& journal) {
        for (const PastPractice& past : latest_practices(journal, now_, looked_back_on)) {
            SuggestionPast one;
            one.exercise = past.exercise;
            const Overview* overview = known(past.exercise);
            one.intensity = past.intensity.value_or(
                overview == nullptr ? Intensity::gentle : overview->exercise->safety.intensity);
            one.day = read_day(past.day).value_or(0);
            one.hour = hour_of(past.started_at);
            one.done = past.done();
            one.for_distress = past.stop_reason == "distress" || past.stop_reason == "unanswered";
            if (past.timed) { one.practised = past.practised; }
            one.distress_before = past.distress_before;
            one.distress_after = past.distress_after;
            one.kindness_before = past.kindness_before;
            one.kindness_after = past.kindness_after;
            rules_.past.push_back(std::move(one));
        }
        for (const auto& last : journal.latest_by_exercise()) { rules_.tried.insert(last.exercise); }
        const LatelyRated rated = lately_rated(journal, now_);
        rules_.numb = rated.any_check_in && !rated.last;
        rules_.last_rating = rated.last;
        const bool left_for_distress = !rules_.past.empty() && rules_.past.front().for_distress &&
                                       rules_.today - rules_.past.front().day <= 1;
        found_.hard = rules_.numb || (rated.last ? *rated.last >= hard_from : left_for_distress);
    }

    std::optional<TodayFacts::Left> left_lately(const Journal& journal) {
        const auto interrupted = latest_interrupted(journal, {}, PracticeSource::timed);
        if (!interrupted || interrupted->begun_again || !is_recent(*interrupted, now_)) { return {}; }
        try {
            const OpenedExercise opened = find_as_left(context_, journal, *interrupted);
            if (opened.exercise == nullptr || !is_sound(opened)) { return {}; } // in the log, and not lost
            const Exercise& exercise = *opened.exercise;
            TodayFacts::Left left;
            left.exercise = exercise.id;
            left.title = exercise.title;
            left.language = exercise.language;
            left.left_at = interrupted->left_at();
            left.intensity = exercise.safety.intensity;
            left.asks_first = goes_on_with_check_in(exercise, *interrupted);
            left.from_library = known(exercise.id) != nullptr;
            for (const Avoidable thing : exercise.needs) {
                if (context_.preferences().avoided.contains(thing)) { return {}; }
            }
            return left;
        } catch (const Failure&) { // its file cannot be read now: likewise
            return {};
        }
    }

    /// Also one that came with the homework, and is for it alone.
    std::optional<Overview> usable_for(const std::vector<HomeworkRow>& homework, const Waiting& waiting,
                                       const std::string& id) {
        if (id.empty()) { return {}; }
        const auto row = std::find_if(homework.begin(), homework.end(),
                                      [&](const HomeworkRow& one) { return one.id == waiting.homework; });
        const bool brought =
            row != homework.end() && std::any_of(row->exercises.begin(), row->exercises.end(),
                                                 [&](const HomeworkExercise& own) { return own.id == id; });
        if (!brought) {
            const Overview* overview = usable(id);
            return overview == nullptr ? std::nullopt : std::optional(*overview);
        }
        const Preferences& person = context_.preferences();
        try {
            Overview overview =
                make_overview(open_for(*row, id, std::nullopt, context_.catalogue()), person, person.avoided);
            return overview.can_be_used ? std::optional(std::move(overview)) : std::nullopt;
        } catch (const Failure&) { // `homework` tells; today offers something else
            return std::nullopt;
        }
    }

    /// Where the time that the person has is less than what the homework asks for.
    [[nodiscard]] std::optional<int> fitted_into(const Overview& overview,
                                                 const std::optional<int>& set) const {
        if (!rules_.wanted) { return {}; }
        const Milliseconds length =
            set ? Milliseconds(std::chrono::minutes(*set)) : overview.times.usual.guided;
        if (length <= *rules_.wanted) { return {}; }
        return static_cast<int>(std::chrono::floor<std::chrono::minutes>(*rules_.wanted).count());
    }

    /// The first that is due and can be done in the time there is; on a hard day only what is gentle.
    void offer_homework(const std::vector<HomeworkRow>& homework, const ReadinessFacts& readiness_known) {
        const auto fits = [&](const Overview& overview) {
            const Safety& safety = overview.exercise->safety;
            if (rules_.wanted && overview.times.shortest.guided > *rules_.wanted) { return false; }
            if (found_.hard || wish_.only_gentle) { return safety.intensity == Intensity::gentle; }
            return safety.intensity != Intensity::strong ||
                   readiness(readiness_known, safety.stop_at.value_or(limits::default_stop_at)).is_ready();
        };
        for (std::size_t place = 0; place < found_.homework.size(); ++place) {
            const Waiting& waiting = found_.homework[place];
            if (waiting.when != Waiting::When::due) { continue; }
            std::vector<std::string> ways{waiting.exercise};
            ways.insert(ways.end(), waiting.alternatives.begin(), waiting.alternatives.end());
            ways.push_back(waiting.substitute);
            for (const std::string& id : ways) {
                const auto overview = usable_for(homework, waiting, id);
                if (!overview || !fits(*overview)) { continue; }
                const bool is_substitute = id == waiting.substitute;
                found_.homework_offer = TodayFacts::HomeworkOffer{
                    place, id, *overview, is_substitute,
                    fitted_into(*overview, is_substitute ? std::nullopt : waiting.minutes)};
                return;
            }
        }
    }

    [[nodiscard]] bool is_new_here() const {
        constexpr std::size_t first_times = 3;
        return rules_.past.size() < first_times;
    }

    [[nodiscard]] bool contacts_are_written_down() {
        const Paths* paths = context_.paths_if_any();
        std::error_code none;
        return paths == nullptr || std::filesystem::exists(paths->contacts(), none);
    }

    void make_suggestion() {
        while (const auto suggestion = suggest(choices(), rules_)) {
            const Overview* overview = usable(suggestion->exercise);
            if (overview == nullptr) { continue; } // it has errors, and is not among the choices any more
            found_.suggested = TodayFacts::Suggested{*suggestion, *overview};
            return;
        }
    }

    [[nodiscard]] std::vector<SuggestionChoice> choices() const {
        std::vector<SuggestionChoice> all;
        for (const Usable& one : usable_) {
            const Exercise& exercise = *one.overview.exercise;
            if (wish_.only_gentle && exercise.safety.intensity != Intensity::gentle) { continue; }
            all.push_back({exercise.id, exercise.safety.intensity, exercise.about.audience,
                           one.overview.times.shortest.guided, one.overview.times.usual.guided});
        }
        return all;
    }

    Context& context_;
    const TodayWish& wish_;
    Moment now_;
    std::vector<Usable> usable_;
    SuggestionFacts rules_;
    TodayFacts found_;
};

} // namespace

TodayFacts find_today_facts(Context& context, const TodayWish& wish) { return Finding(context, wish).find(); }

} // namespace kindly
