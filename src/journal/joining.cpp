// SPDX-License-Identifier: MIT
#include "journal/joining.hpp"

#include "journal/joining_answers.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
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
    answer.words_deleted = other.words_deleted;
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

/// Details that are of the revision `of`.
void take_details(WholeAnswer& answer, const WholeAnswer& other, std::int64_t of) {
    answer.question = other.question;
    answer.about = other.about;
    answer.lowest = other.lowest;
    answer.highest = other.highest;
    // Where the value came without details, they tell why it is missing; a deletion that is newer stays one.
    const bool came = answer.value_number || answer.value_text || answer.skipped || !answer.sealed.empty();
    const bool tells = answer.value_revision <= other.value_revision || (other.words_deleted && !came);
    if (answer.value_revision <= of && tells) { answer.words_deleted = other.words_deleted; }
    if (!answer.question_sealed.empty()) { return; }
    answer.question_sealed = other.question_sealed;
    if (!other.question_sealed.empty()) { answer.prompt = other.prompt; }
    answer.options = other.options;
    answer.lowest_label = other.lowest_label;
    answer.highest_label = other.highest_label;
}

/// One change, in two accounts.
bool is_same(const Amendment& left, const Amendment& right) {
    return left.revision == right.revision && left.field == right.field &&
           seconds(left.amended_at) == seconds(right.amended_at);
}

/// Parts of the details can be withheld one by one, where words are sealed.
void fill(Details& details, const Details& other) {
    if (details.settings.empty() && details.settings_sealed.empty()) {
        details.settings = other.settings;
        details.settings_sealed = other.settings_sealed;
    }
    for (Amendment& amendment : details.amendments) {
        if (!amendment.withheld) { continue; }
        const auto same = std::find_if(other.amendments.begin(), other.amendments.end(),
                                       [&](const Amendment& one) { return is_same(one, amendment); });
        const bool fits =
            same != other.amendments.end() && (same->sealed.empty() || same->position == amendment.position);
        if (!fits) { continue; }
        const std::int64_t position = amendment.position;
        amendment = *same;
        amendment.position = position;
    }
}

/// In the order of time. What is sealed is bound to its position; the others make room.
void put_in_order(std::vector<Amendment>& all) {
    std::stable_sort(all.begin(), all.end(), [](const Amendment& left, const Amendment& right) {
        return std::tuple(left.revision, seconds(left.amended_at)) <
               std::tuple(right.revision, seconds(right.amended_at));
    });
    const auto sealed = [](const Amendment& one) { return !one.sealed.empty(); };
    const auto first = std::find_if(all.begin(), all.end(), sealed);
    if (first == all.end()) {
        for (std::size_t at = 0; at < all.size(); ++at) {
            all[at].position = static_cast<std::int64_t>(at) + 1;
        }
        return;
    }
    std::int64_t highest = first->position;
    for (const Amendment& one : all) {
        if (sealed(one)) { highest = std::max(highest, one.position); }
    }
    std::int64_t before = first->position - (first - all.begin());
    for (auto one = all.begin(); one != first; ++one) { one->position = before++; }
    for (auto one = first; one != all.end(); ++one) {
        if (!sealed(*one)) { one->position = ++highest; }
    }
    std::stable_sort(all.begin(), all.end(), [](const Amendment& left, const Amendment& right) {
        return left.position < right.position;
    });
}

/// What was amended after the details that are taken stays told: they know nothing of it.
void add_later_amendments(WholeSession& session, const std::vector<Amendment>& others) {
    std::vector<Amendment>& all = session.details.amendments;
    const std::size_t before = all.size();
    for (const Amendment& other : others) {
        if (other.revision <= session.details_revision) { continue; }
        const bool there =
            std::any_of(all.begin(), all.end(), [&](const Amendment& one) { return is_same(one, other); });
        if (!there) { all.push_back(other); }
    }
    if (all.size() > before) { put_in_order(all); }
}

/// Words that were deleted do not come back as what an answer was before.
void forget_what_deleted_words_were(WholeSession& session) {
    for (const WholeAnswer& answer : session.answers) {
        if (!answer.words_deleted) { continue; }
        const std::string field = "answer." + std::to_string(answer.position);
        for (Amendment& amendment : session.details.amendments) {
            if (amendment.field != field || amendment.revision > answer.value_revision) { continue; }
            amendment.was.reset();
            amendment.sealed.clear();
            amendment.withheld = false;
        }
    }
}

/// Nothing of either account is left out.
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

/// Words that come from the other account may have been set aside there.
void add_letters_of(const std::set<std::string>& questions, Details& details, const Details& other) {
    std::vector<KeptLetter> theirs;
    for (const KeptLetter& letter : other.letters) {
        if (questions.contains(letter.question)) { theirs.push_back(letter); }
    }
    unite(details.letters, theirs, [](const KeptLetter& letter) { return letter.question; });
}

} // namespace

WholeSession joined(const WholeSession& here, const WholeSession& there) {
    const bool takes_there = rank(there) > rank(here);
    WholeSession other = takes_there ? here : there;
    WholeSession result = takes_there ? there : here;
    align_answers(result, other);

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
        add_later_amendments(result, withheld.amendments);
    } else {
        fill(result.details, other.details);
        add_later_amendments(result, other.details.amendments);
    }
    // Whichever is later: nobody takes answers back, only their words, and then the answer says so. One that
    // is missing was never there.
    add_letters_of(questions_answered_only_in(other, result), result.details, other.details);
    unite(result.answers, other.answers, [](const WholeAnswer& answer) { return answer.position; });
    if (rank(result) == rank(other)) {
        unite(result.details.drafts, other.details.drafts,
              [](const KeptDraft& draft) { return draft.question; });
        unite_letters(result.details.letters, other.details.letters);
    }
    for (WholeAnswer& answer : result.answers) {
        const WholeAnswer* same = same_answer(other, answer);
        if (same == nullptr) { continue; }
        make_finer(answer.answered_at, same->answered_at);
        take_question(answer, *same);
        take_value(answer, *same);
        if (takes_details) {
            take_details(answer, *same, result.details_revision);
        } else if (answer.question.empty()) { // it came from an account without details
            take_details(answer, *same, other.details_revision);
        }
    }
    forget_what_deleted_words_were(result);
    return result;
}

} // namespace kindly
