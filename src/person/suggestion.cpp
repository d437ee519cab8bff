// SPDX-License-Identifier: MIT
#include "person/suggestion.hpp"

#include "exercise/limits.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace kindly {

namespace {

using Choice = SuggestionChoice;
using Facts = SuggestionFacts;
using Past = SuggestionPast;
using Rule = SuggestionRule;
using Choices = std::vector<const Choice*>;

// What the built-in exercises are good for. Others have no place here and come after them.

/// Eyes open, outward, short: for when things are hard or far away.
constexpr std::array<std::string_view, 2> steady{"look", "feet"};
constexpr std::string_view asks_nothing = "look";
/// For the night: they stir up little and ask for nothing outside the room.
constexpr std::array<std::string_view, 6> quiet{"rhythm",          "hand",       "feet",
                                                "friendly-breath", "calm-place", "look"};
/// They send people outside, or ask for something to be done today.
constexpr std::array<std::string_view, 2> for_daylight{"savour", "ordinary"};
/// Looking back on a week is for once a week: asked for by name, or by a programme.
constexpr std::string_view looking_back = "weekly";
/// What builds on what.
constexpr std::array<std::string_view, 22> in_order{
    "look",         "feet",   "hand",       "open-close", "rhythm",    "ordinary", "savour",
    "systems",      "friend", "kind-pause", "calm-place", "own-words", "goodwill", "friendly-breath",
    "share-breath", "coach",  "wise-self",  "two-truths", "kind-scan", "matters",  "mask",
    "firm-kindness"};

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& table, const std::string& id) {
    return std::find(table.begin(), table.end(), id) != table.end();
}

std::size_t place_in_order(const Choice& choice) {
    const auto found = std::find(in_order.begin(), in_order.end(), choice.id);
    return static_cast<std::size_t>(found - in_order.begin());
}

constexpr int high_rating = 6;       ///< from here on, something gentle
constexpr DayNumber days_tender = 3; ///< after a hard practice: gentle ones
constexpr DayNumber days_away = 14;  ///< then it begins gently again
constexpr int gentle_before_moderate = 3;
constexpr std::size_t most_moderate_in_a_row = 2;
constexpr Milliseconds when_hard = std::chrono::minutes(3);
constexpr Milliseconds when_easy = std::chrono::minutes(5);
constexpr Milliseconds short_enough = std::chrono::minutes(6); ///< to be called short
constexpr Milliseconds in_the_night = std::chrono::minutes(5);
constexpr Milliseconds in_the_evening = std::chrono::minutes(8);
constexpr Milliseconds at_first = std::chrono::minutes(8);
constexpr Milliseconds at_most =
    std::chrono::minutes(15); ///< longer ones are for people to choose themselves

bool is_night(int hour) { return hour >= 22 || hour < 5; }
bool is_evening(int hour) { return hour >= 18 && hour < 22; }
bool is_daylight(int hour) { return hour >= 7 && hour < 17; }

class Suggesting {
public:
    Suggesting(const std::vector<Choice>& choices, const Facts& facts) : facts_(facts) {
        for (const Choice& choice : choices) {
            if (may_be_suggested(choice)) { choices_.push_back(&choice); }
        }
        std::stable_sort(choices_.begin(), choices_.end(), [](const Choice* left, const Choice* right) {
            const auto key = [](const Choice& one) {
                return std::tuple(place_in_order(one), one.intensity, std::string_view(one.id));
            };
            return key(*left) < key(*right);
        });
    }

    std::optional<Suggestion> run() {
        if (!facts_.log_was_read) { return of(first_of(gentle(), steady, when_hard), Rule::unknown_past); }
        if (facts_.past.empty()) { return of(first_of(gentle(), steady, when_hard), Rule::first_time); }
        if (facts_.numb) { return of(steadying(), Rule::numb); }
        if (is_hard()) { return of(steadying(), Rule::hard); }
        const bool night = is_night(facts_.hour) && !night_is_usual();
        if (last().day == facts_.today) {
            return of(known_first(night ? only(gentle(), quiet) : gentle(), when_hard), Rule::once_more);
        }
        if (night) { return of(known_first(only(gentle(), quiet), in_the_night), Rule::night); }
        if (!last().done || facts_.today - last().day >= days_away) {
            return of(known_first(gentle(), when_easy), Rule::easy);
        }
        return usual();
    }

private:
    struct Picked {
        const Choice* choice = nullptr;
        Milliseconds limit{};
    };

    [[nodiscard]] bool may_be_suggested(const Choice& choice) const {
        if (choice.intensity == Intensity::strong || choice.id == looking_back) { return false; }
        if (is_in(for_daylight, choice.id) && !is_daylight(facts_.hour)) { return false; }
        // Those for clinicians are for whoever has chosen one before.
        if (choice.audience != Audience::everyone && !is_known(choice)) { return false; }
        return choice.shortest <= facts_.wanted.value_or(at_most);
    }

    [[nodiscard]] const Past& last() const { return facts_.past.front(); }

    [[nodiscard]] bool is_hard() const {
        if (facts_.last_rating) { return *facts_.last_rating >= high_rating; }
        return last().for_distress && facts_.today - last().day <= 1;
    }

    /// Whoever works at night: then it is a time like any other.
    [[nodiscard]] bool night_is_usual() const {
        constexpr std::size_t least = 4;
        constexpr std::size_t most = 10;
        const std::size_t count = std::min(facts_.past.size(), most);
        const auto nights = std::count_if(facts_.past.begin(), facts_.past.begin() + static_cast<long>(count),
                                          [](const Past& past) { return is_night(past.hour); });
        return count >= least && static_cast<std::size_t>(nights) * 2 >= count;
    }

    /// How long ago, in practices; nothing: it is not among them.
    [[nodiscard]] std::optional<std::size_t> practices_since(const std::string& id) const {
        const auto found = std::find_if(facts_.past.begin(), facts_.past.end(),
                                        [&](const Past& past) { return past.exercise == id; });
        if (found == facts_.past.end()) { return std::nullopt; }
        return static_cast<std::size_t>(found - facts_.past.begin());
    }
    [[nodiscard]] bool is_known(const Choice& choice) const {
        return facts_.tried.contains(choice.id) || practices_since(choice.id);
    }

    [[nodiscard]] Choices gentle() const {
        Choices found = choices_;
        std::erase_if(found, [](const Choice* one) { return one->intensity != Intensity::gentle; });
        return found;
    }

    template <std::size_t Size>
    static Choices only(Choices among, const std::array<std::string_view, Size>& table) {
        std::erase_if(among, [&](const Choice* one) { return !is_in(table, one->id); });
        return among;
    }

    /// In the order of the table; where none of these is there, the shortest.
    template <std::size_t Size>
    static Picked first_of(const Choices& among, const std::array<std::string_view, Size>& table,
                           Milliseconds limit) {
        for (const std::string_view id : table) {
            for (const Choice* one : among) {
                if (one->id == id) { return {one, limit}; }
            }
        }
        return {shortest_of(among), limit};
    }

    static const Choice* shortest_of(const Choices& among) {
        const auto found =
            std::min_element(among.begin(), among.end(), [](const Choice* left, const Choice* right) {
                return left->shortest < right->shortest;
            });
        return found == among.end() ? nullptr : *found;
    }

    /// Of those that were practised, not the latest if there is another: the one that is longest ago.
    [[nodiscard]] const Choice* longest_ago(const Choices& among) const {
        const Choice* found = nullptr;
        std::size_t since = 0;
        for (const Choice* one : among) {
            if (!is_known(*one)) { continue; }
            const std::size_t practices = practices_since(one->id).value_or(facts_.past.size());
            if (found == nullptr || practices > since) {
                found = one;
                since = practices;
            }
        }
        return found;
    }

    /// One of the steady two, by turns.
    [[nodiscard]] Picked steadying() const {
        Choices among = only(gentle(), steady);
        if (among.empty()) { return {shortest_of(gentle()), when_hard}; }
        for (const Choice* one : among) {
            if (!is_known(*one)) { return {one, when_hard}; }
        }
        return {longest_ago(among), when_hard};
    }

    /// What asks for nothing new: known ones before others.
    [[nodiscard]] Picked known_first(const Choices& among, Milliseconds limit) const {
        const Choice* found = longest_ago(among);
        const bool is_the_latest = found != nullptr && practices_since(found->id) == 0;
        if (found == nullptr || is_the_latest) {
            for (const Choice* one : among) {
                if (!is_known(*one)) { return {one, limit}; }
            }
        }
        if (found == nullptr) { found = shortest_of(gentle()); }
        return {found, limit};
    }

    /// As long as they usually take, questions included, and a little more.
    [[nodiscard]] Milliseconds usual_length() const {
        constexpr std::size_t least = 4;
        constexpr std::size_t most = 10;
        std::vector<Milliseconds> lengths;
        for (const Past& past : facts_.past) {
            if (past.done && past.practised && lengths.size() < most) { lengths.push_back(*past.practised); }
        }
        if (lengths.size() < least) { return at_first; }
        std::sort(lengths.begin(), lengths.end());
        const Milliseconds middle = lengths[lengths.size() / 2];
        const Milliseconds more = middle + middle / 4 + std::chrono::minutes(1);
        return std::clamp(more, when_hard, at_most);
    }

    [[nodiscard]] bool is_tender() const {
        return std::any_of(facts_.past.begin(), facts_.past.end(), [&](const Past& past) {
            const bool hard =
                past.for_distress || (past.distress_after && *past.distress_after >= high_rating);
            return hard && facts_.today - past.day <= days_tender;
        });
    }

    [[nodiscard]] bool knows_some_gentle_ones() const {
        return std::count_if(facts_.past.begin(), facts_.past.end(), [](const Past& past) {
                   return past.done && past.intensity == Intensity::gentle;
               }) >= gentle_before_moderate;
    }

    /// An ordinary day: by turns something that helped, or is known, and something new.
    std::optional<Suggestion> usual() {
        Milliseconds limit = usual_length();
        if (is_evening(facts_.hour)) { limit = std::min(limit, in_the_evening); }
        if (last().intensity == Intensity::strong) {
            return of(known_first(gentle(), limit), Rule::after_strong);
        }
        if (moderate_in_a_row() >= most_moderate_in_a_row) {
            return of(known_first(gentle(), limit), Rule::after_moderate);
        }
        const bool gently = is_tender() || !knows_some_gentle_ones();
        const Choices among = gently ? gentle() : choices_;
        if (last_was_new()) {
            if (const auto again = what_helped(among, limit)) { return again; }
        }
        for (const Choice* one : among) {
            if (is_known(*one) || one->shortest > limit) { continue; }
            return of({one, limit},
                      one->intensity == Intensity::gentle ? Rule::new_gentle : Rule::new_moderate);
        }
        if (const auto again = what_helped(among, limit); again && last_was_long_ago()) { return again; }
        return of({longest_ago(among), limit}, Rule::known);
    }

    [[nodiscard]] std::size_t moderate_in_a_row() const {
        const auto other = std::find_if(facts_.past.begin(), facts_.past.end(), [](const Past& past) {
            return past.intensity != Intensity::moderate;
        });
        return static_cast<std::size_t>(other - facts_.past.begin());
    }

    [[nodiscard]] bool last_was_new() const {
        return std::none_of(facts_.past.begin() + 1, facts_.past.end(),
                            [&](const Past& past) { return past.exercise == last().exercise; });
    }
    /// Before that, it had not been practised for a while: as good as new.
    [[nodiscard]] bool last_was_long_ago() const {
        constexpr std::ptrdiff_t while_ago = 8;
        const auto end = facts_.past.begin() +
                         std::min<std::ptrdiff_t>(while_ago, static_cast<std::ptrdiff_t>(facts_.past.size()));
        return std::none_of(facts_.past.begin() + 1, end,
                            [&](const Past& past) { return past.exercise == last().exercise; });
    }

    /// Lower distress or more kindness, and neither of them the other way.
    static std::optional<Rule> how_it_helped(const Past& past) {
        const auto change = [](const std::optional<int>& before, const std::optional<int>& after) {
            return before && after ? *after - *before : 0;
        };
        const int distress = change(past.distress_before, past.distress_after);
        const int kindness = change(past.kindness_before, past.kindness_after);
        if (distress > 0 || kindness < 0) { return std::nullopt; }
        if (distress < 0) { return Rule::lighter; }
        if (kindness > 0) { return Rule::kinder; }
        return std::nullopt;
    }

    /// By its latest practice; of several, the one that is longest ago. Not one of the last two.
    std::optional<Suggestion> what_helped(const Choices& among, Milliseconds limit) {
        constexpr std::size_t not_again = 2;
        const Choice* found = nullptr;
        std::size_t since = 0;
        Rule rule = Rule::known;
        for (const Choice* one : among) {
            const auto practices = practices_since(one->id);
            if (!practices || *practices < not_again || one->shortest > limit) { continue; }
            const auto how = how_it_helped(facts_.past[*practices]);
            if (!how || (found != nullptr && *practices <= since)) { continue; }
            found = one;
            since = *practices;
            rule = *how;
        }
        if (found == nullptr) { return std::nullopt; }
        return of({found, limit}, rule);
    }

    [[nodiscard]] std::optional<Suggestion> of(const Picked& picked, Rule rule) const {
        if (picked.choice == nullptr) { return std::nullopt; }
        const Choice& choice = *picked.choice;
        // What it needs at least, it is given; the time that somebody has is never gone over.
        const Milliseconds limit =
            std::min(std::max(picked.limit, choice.shortest), facts_.wanted.value_or(at_most));
        Suggestion found{choice.id, rule, std::nullopt};
        if (choice.usual > limit) {
            const auto whole = std::chrono::floor<std::chrono::minutes>(limit);
            const auto enough = std::chrono::ceil<std::chrono::minutes>(choice.shortest);
            const auto minutes = std::max(whole, enough);
            if (minutes < choice.usual) { found.minutes = static_cast<int>(minutes.count()); }
        }
        found.rule = what_is_true(rule, choice, found.minutes);
        return found;
    }

    /// The reason promises nothing that the exercise is not.
    static Rule what_is_true(Rule rule, const Choice& choice, const std::optional<int>& minutes) {
        const bool looks_outward = rule == Rule::hard || rule == Rule::numb || rule == Rule::unknown_past;
        if ((looks_outward && !is_in(steady, choice.id)) ||
            (rule == Rule::first_time && choice.id != asks_nothing) ||
            (rule == Rule::night && !is_in(quiet, choice.id))) {
            rule = Rule::easy;
        }
        const bool says_short = looks_outward || rule == Rule::first_time || rule == Rule::night ||
                                rule == Rule::easy || rule == Rule::once_more;
        const Milliseconds length = minutes ? Milliseconds(std::chrono::minutes(*minutes)) : choice.usual;
        return says_short && length > short_enough ? Rule::gentle : rule;
    }

    const Facts& facts_;
    Choices choices_;
};

} // namespace

std::optional<Suggestion> suggest(const std::vector<SuggestionChoice>& choices,
                                  const SuggestionFacts& facts) {
    return Suggesting(choices, facts).run();
}

} // namespace kindly
