// SPDX-License-Identifier: MIT
#include "journal/joining.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

namespace kindly {

namespace {

constexpr std::int64_t second_ms = 1000;

std::int64_t seconds(const Moment& moment) {
    const std::int64_t whole = moment.unix_ms / second_ms;
    return moment.unix_ms % second_ms < 0 ? whole - 1 : whole;
}

std::int64_t seconds(const std::optional<Moment>& moment) { return moment ? seconds(*moment) : INT64_MIN; }

/// Which account is the later one. Not every account tells more than seconds.
auto rank(const WholeSession& session) {
    return std::tuple(session.revision, seconds(session.amended_at), seconds(session.ended_at));
}

/// Of two accounts of one moment, the one that tells milliseconds.
void make_finer(Moment& moment, const Moment& other) {
    const bool same =
        seconds(moment) == seconds(other) && moment.utc_offset_seconds == other.utc_offset_seconds;
    if (same) { moment.unix_ms = std::max(moment.unix_ms, other.unix_ms); }
}

void make_finer(std::optional<Moment>& moment, const std::optional<Moment>& other) {
    if (moment && other) { make_finer(*moment, *other); }
}

/// Lengths were rounded to whole seconds.
void make_finer(std::optional<std::int64_t>& length, const std::optional<std::int64_t>& other) {
    constexpr std::int64_t half = second_ms / 2;
    if (!length || !other || *length % second_ms != 0) { return; }
    if ((*other + half) / second_ms == *length / second_ms) { length = other; }
}

const WholeAnswer* same_answer(const WholeSession& session, const WholeAnswer& answer) {
    const auto found =
        std::find_if(session.answers.begin(), session.answers.end(), [&](const WholeAnswer& other) {
            return other.position == answer.position && other.step == answer.step &&
                   seconds(other.answered_at) == seconds(answer.answered_at);
        });
    return found == session.answers.end() ? nullptr : &*found;
}

void take_value(WholeAnswer& answer, const WholeAnswer& other) {
    if (other.value_revision <= answer.value_revision) { return; }
    answer.value_number = other.value_number;
    answer.value_text = other.value_text;
    answer.value_revision = other.value_revision;
    answer.sealed = other.sealed;
}

/// What was shown is withheld where it holds words of the person's own.
void take_question(WholeAnswer& answer, const WholeAnswer& other) {
    if (!answer.prompt.empty() || !answer.question_sealed.empty()) { return; }
    answer.prompt = other.prompt;
    answer.question_sealed = other.question_sealed;
    answer.options = other.options;
    answer.lowest_label = other.lowest_label;
    answer.highest_label = other.highest_label;
}

void take_details(WholeAnswer& answer, const WholeAnswer& other) {
    answer.question = other.question;
    answer.about = other.about;
    answer.lowest = other.lowest;
    answer.highest = other.highest;
    answer.words_deleted = other.words_deleted;
    if (!answer.question_sealed.empty()) { return; }
    answer.question_sealed = other.question_sealed;
    if (!other.question_sealed.empty()) { answer.prompt = other.prompt; }
    answer.options = other.options;
    answer.lowest_label = other.lowest_label;
    answer.highest_label = other.highest_label;
}

/// Parts of the details can be withheld one by one, where words are sealed.
void fill(Details& details, const Details& other) {
    if (details.settings.empty() && details.settings_sealed.empty()) {
        details.settings = other.settings;
        details.settings_sealed = other.settings_sealed;
    }
    for (Amendment& amendment : details.amendments) {
        if (!amendment.withheld) { continue; }
        const auto same =
            std::find_if(other.amendments.begin(), other.amendments.end(), [&](const Amendment& one) {
                return one.position == amendment.position && one.revision == amendment.revision &&
                       one.field == amendment.field;
            });
        if (same != other.amendments.end()) { amendment = *same; }
    }
}

/// Of two accounts that are of one moment, nothing of either is left out.
template <class Part, class Key>
void unite(std::vector<Part>& parts, const std::vector<Part>& others, const Key& key) {
    for (const Part& other : others) {
        const auto place =
            std::lower_bound(parts.begin(), parts.end(), other,
                             [&](const Part& left, const Part& right) { return key(left) < key(right); });
        if (place == parts.end() || key(*place) != key(other)) { parts.insert(place, other); }
    }
}

/// What was opened on one machine is opened.
void unite_letters(std::vector<KeptLetter>& letters, const std::vector<KeptLetter>& others) {
    const auto question = [](const KeptLetter& letter) { return letter.question; };
    unite(letters, others, question);
    for (KeptLetter& letter : letters) {
        const auto same = std::find_if(others.begin(), others.end(), [&](const KeptLetter& other) {
            return other.question == letter.question;
        });
        if (same == others.end() || !same->opened_at) { continue; }
        const bool earlier = !letter.opened_at || same->opened_at->unix_ms < letter.opened_at->unix_ms;
        if (earlier) { letter.opened_at = same->opened_at; }
    }
}

} // namespace

WholeSession joined(const WholeSession& here, const WholeSession& there) {
    const bool takes_there = rank(there) > rank(here);
    const WholeSession& other = takes_there ? here : there;
    WholeSession result = takes_there ? there : here;

    const bool came_roughly = result.details_revision < result.revision;
    if (came_roughly) {
        make_finer(result.started_at, other.started_at);
        make_finer(result.ended_at, other.ended_at);
        make_finer(result.recorded_at, other.recorded_at);
        make_finer(result.amended_at, other.amended_at);
        make_finer(result.planned_ms, other.planned_ms);
        make_finer(result.practised_ms, other.practised_ms);
        make_finer(result.paused_ms, other.paused_ms);
    }
    if (other.ratings_revision > result.ratings_revision) {
        // That it ended for distress is withheld together with the ratings.
        if (result.stop_reason.empty() && other.stop_reason == "distress" && other.status == result.status) {
            result.stop_reason = other.stop_reason;
        }
        result.ratings = other.ratings;
        result.ratings_revision = other.ratings_revision;
    }
    const bool takes_details = other.details_revision > result.details_revision;
    if (takes_details) {
        const Details withheld = std::exchange(result.details, other.details);
        result.details_revision = other.details_revision;
        fill(result.details, withheld);
    } else {
        fill(result.details, other.details);
    }
    if (rank(result) == rank(other)) {
        unite(result.answers, other.answers, [](const WholeAnswer& answer) { return answer.position; });
        unite(result.details.drafts, other.details.drafts,
              [](const KeptDraft& draft) { return draft.question; });
        unite_letters(result.details.letters, other.details.letters);
    }
    for (WholeAnswer& answer : result.answers) {
        const WholeAnswer* same = same_answer(other, answer);
        if (same == nullptr) { continue; }
        if (came_roughly) { make_finer(answer.answered_at, same->answered_at); }
        take_question(answer, *same);
        take_value(answer, *same);
        if (takes_details) { take_details(answer, *same); }
    }
    return result;
}

} // namespace kindly
