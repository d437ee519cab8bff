// SPDX-License-Identifier: MIT
#include "homework/programme_walk.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace kindly {

namespace {

/// On which days of the programme an item with `times` stands: near an even spread, where least else is.
std::vector<int> spread(const ProgrammeItem& item, const std::map<int, int>& load) {
    const int length = item.last_day() - item.day + 1;
    const int times = std::min(item.practices(), length);
    std::vector<int> days;
    for (int turn = 0; turn < times; ++turn) {
        const int ideal = item.day + turn * length / times;
        const int first = days.empty() ? item.day : days.back() + 1;
        const int last = item.last_day() - (times - turn - 1);
        int best = first;
        const auto cost = [&](int day) {
            const auto found = load.find(day);
            return std::tuple(found == load.end() ? 0 : found->second, std::abs(day - ideal), -day);
        };
        for (int day = first; day <= last; ++day) {
            if (cost(day) < cost(best)) { best = day; }
        }
        days.push_back(best);
    }
    return days;
}

/// The turns of one day of the programme.
struct DayOfIt {
    int day = 1;
    struct Turn {
        std::size_t item = 0;
        enum class State { open, part, done, left_out } state = State::open;
        [[nodiscard]] bool settled() const { return state != State::open; }
    };
    std::vector<Turn> waiting;  ///< those that wait for somebody
    std::vector<Turn> passable; ///< those that do not, but for locked ones
    [[nodiscard]] bool settled() const {
        return std::all_of(waiting.begin(), waiting.end(), [](const Turn& turn) { return turn.settled(); });
    }
};

using Turn = DayOfIt::Turn;

std::vector<DayOfIt> days_of(const Programme& programme) {
    std::vector<DayOfIt> days;
    for (const ProgrammeTurn& turn : turns_of(programme)) {
        if (days.empty() || days.back().day != turn.day) {
            days.emplace_back();
            days.back().day = turn.day;
        }
        const ProgrammeItem& item = programme.items[turn.item];
        if (item.locked_until_agreed) { continue; }
        (can_be_passed(item) ? days.back().passable : days.back().waiting).push_back({turn.item});
    }
    return days;
}

bool is_for(const ProgrammeItem& item, const std::string& exercise) {
    const auto choices = item.choices();
    return exercise == item.substitute ||
           std::find(choices.begin(), choices.end(), exercise) != choices.end();
}

struct Happened {
    DayNumber day;
    std::int64_t at_ms;
    const Practised* practised; ///< else left out
    const LeftOut* left_out;
};

class Walk {
public:
    Walk(const Programme& programme, DayNumber begun, DayNumber today)
        : programme_(programme), days_(days_of(programme)), today_(today) {
        earliest_ = days_.empty() ? begun : begun + days_.front().day - 1;
        pass();
    }

    void take(const Happened& happened) {
        while (skip_what_nobody_waits_for(happened.day)) {}
        if (happened.left_out != nullptr) { return leave_out(*happened.left_out); }
        practise(*happened.practised);
    }

    ProgrammePlace place() {
        while (skip_what_nobody_waits_for(today_)) {}
        ProgrammePlace place;
        place.items.resize(programme_.items.size());
        for (std::size_t at = 0; at < days_.size(); ++at) {
            for (const Turn& turn : days_[at].waiting) {
                count(turn, at, place.items[turn.item], &place.all);
            }
            for (const Turn& turn : days_[at].passable) { count(turn, at, place.items[turn.item], nullptr); }
        }
        // What may be left out stays for the day on which the rest was done.
        std::vector<std::size_t> passable;
        if (at_ > 0 && settled_on_ == today_) {
            add_open(days_[at_ - 1].passable, passable);
            place.day_of_today = days_[at_ - 1].day;
            place.today_since = settled_from_;
        }
        if (at_ < days_.size() && earliest_ <= today_) {
            place.day_of_today = days_[at_].day;
            place.today_since = earliest_;
            add_open(days_[at_].waiting, place.today);
            add_open(days_[at_].passable, passable);
        }
        place.today.insert(place.today.end(), passable.begin(), passable.end());
        place.finished = at_ == days_.size();
        if (place.finished) { return place; }
        place.programme_day = days_[at_].day;
        place.next_day = earliest_;
        if (place.today.empty()) {
            add_open(days_[at_].waiting, place.next);
            add_open(days_[at_].passable, place.next);
        }
        return place;
    }

private:
    void count(const Turn& turn, std::size_t at, ItemPlace& item, ItemPlace* all) const {
        for (ItemPlace* place : {&item, all}) {
            if (place == nullptr) { continue; }
            ++place->of;
            place->done += turn.state == Turn::State::done ? 1 : 0;
            place->in_part += turn.state == Turn::State::part ? 1 : 0;
            place->left_out += turn.state == Turn::State::left_out ? 1 : 0;
            if (place->next || turn.settled() || at < at_) { continue; }
            place->next = std::max(today_, earliest_ + days_[at].day - days_[at_].day);
        }
    }

    static void add_open(const std::vector<Turn>& turns, std::vector<std::size_t>& items) {
        for (const Turn& turn : turns) {
            if (!turn.settled()) { items.push_back(turn.item); }
        }
    }

    /// To the next day of the programme, which keeps its distance to this one.
    void settle(DayNumber on) {
        settled_on_ = on;
        settled_from_ = std::min(earliest_, on);
        const int day = days_[at_].day;
        ++at_;
        if (at_ < days_.size()) { earliest_ = on + std::max(1, days_[at_].day - day); }
        pass();
    }

    /// Days with nothing but what is locked are not there at all.
    void pass() {
        while (at_ < days_.size() && days_[at_].waiting.empty() && days_[at_].passable.empty()) {
            const int day = days_[at_].day;
            ++at_;
            if (at_ < days_.size()) { earliest_ += days_[at_].day - day; }
        }
    }

    /// A day that waits for nobody is over when the next one can begin; the last one, a day later.
    bool skip_what_nobody_waits_for(DayNumber today) {
        if (at_ == days_.size() || !days_[at_].waiting.empty()) { return false; }
        const int ahead = at_ + 1 < days_.size() ? std::max(1, days_[at_ + 1].day - days_[at_].day) : 1;
        if (today < earliest_ + ahead) { return false; }
        settle(earliest_);
        return true;
    }

    void leave_out(const LeftOut& left_out) {
        // What stayed on offer for the day on which the rest was settled.
        if (at_ > 0 && settled_on_ == left_out.day && pass_by(days_[at_ - 1].passable, left_out)) { return; }
        if (at_ == days_.size()) { return; }
        for (auto* turns : {&days_[at_].waiting, &days_[at_].passable}) {
            if (pass_by(*turns, left_out)) { return settle_if_done(left_out.day); }
        }
    }

    static bool pass_by(std::vector<Turn>& turns, const LeftOut& left_out) {
        const auto turn = std::find_if(turns.begin(), turns.end(), [&](const Turn& one) {
            return one.item + 1 == static_cast<std::size_t>(left_out.item) && !one.settled();
        });
        if (turn == turns.end()) { return false; }
        turn->state = Turn::State::left_out;
        return true;
    }

    void practise(const Practised& practised) {
        // On the same day, once more and whole; or what could have been left out.
        if (at_ > 0 && settled_on_ == practised.day && mark(days_[at_ - 1], practised, true)) { return; }
        if (at_ == days_.size() || (practised.day < earliest_ && !practised.for_it)) { return; }
        if (mark(days_[at_], practised, false)) { settle_if_done(practised.day); }
    }

    bool mark(DayOfIt& day, const Practised& practised, bool again) const {
        for (auto* turns : {&day.waiting, &day.passable}) {
            for (Turn& turn : *turns) {
                const bool free = !turn.settled() || (again && turn.state == Turn::State::part);
                if (!free || !is_for(programme_.items[turn.item], practised.exercise)) { continue; }
                switch (practised.how) {
                case Practised::How::whole: turn.state = Turn::State::done; break;
                case Practised::How::part: turn.state = Turn::State::part; break;
                case Practised::How::cut_off: break; // it waits for whenever there is peace for it
                }
                return true;
            }
        }
        return false;
    }

    void settle_if_done(DayNumber on) {
        const DayOfIt& day = days_[at_];
        const auto settled = [](const Turn& turn) { return turn.settled(); };
        if (!day.settled()) { return; }
        if (day.waiting.empty() && !std::all_of(day.passable.begin(), day.passable.end(), settled)) {
            return;
        }
        settle(on);
    }

    const Programme& programme_;
    std::vector<DayOfIt> days_;
    DayNumber today_;
    std::size_t at_ = 0; ///< in days_
    DayNumber earliest_ = 0;
    std::optional<DayNumber> settled_on_; ///< when the day before was settled
    DayNumber settled_from_ = 0;          ///< the first day that it could be done
};

} // namespace

bool can_be_passed(const ProgrammeItem& item) {
    return item.optional || item.locked_until_agreed || item.exercise.empty();
}

std::vector<ProgrammeTurn> turns_of(const Programme& programme) {
    std::vector<ProgrammeTurn> turns;
    std::map<int, int> load;
    const auto add = [&](std::size_t item, int day) {
        turns.push_back({item, day});
        if (!can_be_passed(programme.items[item])) { ++load[day]; }
    };
    const auto has_choice = [](const ProgrammeItem& item) {
        return item.practices() < item.last_day() - item.day + 1;
    };
    for (std::size_t item = 0; item < programme.items.size(); ++item) {
        const ProgrammeItem& one = programme.items[item];
        if (has_choice(one)) { continue; }
        for (int day = one.day; day <= one.last_day(); ++day) { add(item, day); }
    }
    for (std::size_t item = 0; item < programme.items.size(); ++item) {
        if (!has_choice(programme.items[item])) { continue; }
        for (const int day : spread(programme.items[item], load)) { add(item, day); }
    }
    std::sort(turns.begin(), turns.end(), [](const ProgrammeTurn& left, const ProgrammeTurn& right) {
        return std::tie(left.day, left.item) < std::tie(right.day, right.item);
    });
    return turns;
}

ProgrammePlace place_in(const Programme& programme, DayNumber begun, std::vector<Practised> practised,
                        const std::vector<LeftOut>& left_out, DayNumber today) {
    std::vector<Happened> all;
    for (const Practised& one : practised) { all.push_back({one.day, one.started_ms, &one, nullptr}); }
    for (const LeftOut& one : left_out) { all.push_back({one.day, one.at_ms, nullptr, &one}); }
    std::stable_sort(all.begin(), all.end(), [](const Happened& left, const Happened& right) {
        return std::tie(left.day, left.at_ms) < std::tie(right.day, right.at_ms);
    });
    Walk walk(programme, begun, today);
    for (const Happened& one : all) {
        if (one.day >= begun && one.day <= today) { walk.take(one); }
    }
    return walk.place();
}

} // namespace kindly
