// SPDX-License-Identifier: MIT
#include "journal/joining_answers.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace kindly {

namespace {

using Positions = std::map<std::int64_t, std::int64_t>; ///< what it was, what it becomes

constexpr std::string_view answer_field = "answer.";

/// Not every account tells more than seconds.
std::int64_t second_of(const WholeAnswer& answer) {
    constexpr std::int64_t second_ms = 1000;
    const std::int64_t whole = answer.answered_at.unix_ms / second_ms;
    return answer.answered_at.unix_ms % second_ms < 0 ? whole - 1 : whole;
}

/// Where and when it was answered: less than 0 where `left` comes first.
int compared(const WholeAnswer& left, const WholeAnswer& right) {
    if (const int steps = left.step.compare(right.step); steps != 0) { return steps; }
    if (second_of(left) != second_of(right)) { return second_of(left) < second_of(right) ? -1 : 1; }
    // Withheld in one of them: a step has one question.
    if (left.question.empty() || right.question.empty()) { return 0; }
    return left.question.compare(right.question);
}

std::vector<const WholeAnswer*> by_place(const std::vector<WholeAnswer>& answers) {
    std::vector<const WholeAnswer*> sorted;
    sorted.reserve(answers.size());
    for (const WholeAnswer& answer : answers) { sorted.push_back(&answer); }
    // Several of one second stay in their order, and are the same in that order.
    std::stable_sort(sorted.begin(), sorted.end(), [](const WholeAnswer* left, const WholeAnswer* right) {
        const int steps = left->step.compare(right->step);
        return steps != 0 ? steps < 0 : second_of(*left) < second_of(*right);
    });
    return sorted;
}

/// An answer of one account, or of both.
struct Pair {
    const WholeAnswer* later = nullptr;
    const WholeAnswer* earlier = nullptr;
    [[nodiscard]] const WholeAnswer& any() const { return later != nullptr ? *later : *earlier; }
};

/// In the order of time.
std::vector<Pair> pairs_of(const WholeSession& later, const WholeSession& earlier) {
    const auto left = by_place(later.answers);
    const auto right = by_place(earlier.answers);
    std::vector<Pair> pairs;
    for (auto one = left.begin(), other = right.begin(); one != left.end() || other != right.end();) {
        const int order = one == left.end() ? 1 : other == right.end() ? -1 : compared(**one, **other);
        Pair& pair = pairs.emplace_back();
        if (order <= 0) { pair.later = *one++; }
        if (order >= 0) { pair.earlier = *other++; }
    }
    const auto in_time = [](const Pair& pair) {
        return std::tuple(second_of(pair.any()), pair.any().position, pair.later == nullptr);
    };
    std::sort(pairs.begin(), pairs.end(),
              [&](const Pair& one, const Pair& other) { return in_time(one) < in_time(other); });
    return pairs;
}

/// Whether all of them can stay where they are.
bool positions_agree(const std::vector<Pair>& pairs) {
    std::set<std::int64_t> taken;
    return std::all_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        const bool both = pair.later != nullptr && pair.earlier != nullptr;
        return (!both || pair.later->position == pair.earlier->position) &&
               taken.insert(pair.any().position).second;
    });
}

bool holds_sealed_words(const WholeSession& session) {
    const auto sealed = [](const WholeAnswer& answer) {
        return !answer.sealed.empty() || !answer.question_sealed.empty();
    };
    // What an answer was before may be sealed for that answer's position.
    const auto was_sealed = [](const Amendment& amendment) {
        return !amendment.sealed.empty() && amendment.field.starts_with(answer_field);
    };
    return std::any_of(session.answers.begin(), session.answers.end(), sealed) ||
           std::any_of(session.details.amendments.begin(), session.details.amendments.end(), was_sealed);
}

void move(WholeSession& session, const Positions& positions) {
    for (WholeAnswer& answer : session.answers) { answer.position = positions.at(answer.position); }
    std::sort(
        session.answers.begin(), session.answers.end(),
        [](const WholeAnswer& left, const WholeAnswer& right) { return left.position < right.position; });
    std::map<std::string, std::string> fields;
    for (const auto& [was, is] : positions) {
        fields.emplace(std::string(answer_field) + std::to_string(was),
                       std::string(answer_field) + std::to_string(is));
    }
    for (Amendment& amendment : session.details.amendments) {
        const auto field = fields.find(amendment.field);
        if (field != fields.end()) { amendment.field = field->second; }
    }
}

/// Positions for those that have none in the account that keeps its own: theirs, if it is free.
class FreePositions {
public:
    explicit FreePositions(const WholeSession& kept) {
        for (const WholeAnswer& answer : kept.answers) { taken_.insert(answer.position); }
    }
    std::int64_t take(std::int64_t wanted) {
        if (taken_.insert(wanted).second) { return wanted; }
        // After all the others, unless a file from elsewhere has used up the numbers.
        constexpr std::int64_t largest = 9007199254740991; // 2^53 - 1
        std::int64_t free = *taken_.rbegin() < largest ? *taken_.rbegin() + 1 : 1;
        while (!taken_.insert(free).second) { ++free; }
        return free;
    }

private:
    std::set<std::int64_t> taken_;
};

} // namespace

void align_answers(WholeSession& later, WholeSession& earlier) {
    const std::vector<Pair> pairs = pairs_of(later, earlier);
    if (positions_agree(pairs)) { return; }
    const bool keeps_later = holds_sealed_words(later);
    const bool keeps_earlier = !keeps_later && holds_sealed_words(earlier);
    FreePositions free(keeps_later ? later : earlier);
    Positions of_later;
    Positions of_earlier;
    std::int64_t next = 0;
    for (const Pair& pair : pairs) {
        const WholeAnswer* kept = keeps_later ? pair.later : keeps_earlier ? pair.earlier : nullptr;
        const std::int64_t position = kept != nullptr                ? kept->position
                                      : keeps_later || keeps_earlier ? free.take(pair.any().position)
                                                                     : ++next;
        if (pair.later != nullptr) { of_later[pair.later->position] = position; }
        if (pair.earlier != nullptr) { of_earlier[pair.earlier->position] = position; }
    }
    move(later, of_later);
    move(earlier, of_earlier);
}

std::set<std::string> questions_answered_only_in(const WholeSession& account, const WholeSession& other) {
    std::set<std::int64_t> positions;
    for (const WholeAnswer& answer : other.answers) { positions.insert(answer.position); }
    std::set<std::string> questions;
    for (const WholeAnswer& answer : account.answers) {
        if (!positions.contains(answer.position) && !answer.skipped) { questions.insert(answer.question); }
    }
    return questions;
}

} // namespace kindly
