// SPDX-License-Identifier: MIT
// The making of Ways (ways.hpp): a set of answers still in use is carried along, step by step. Nobody else
// includes this.
#pragma once

#include "exercise/ways.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kindly {

/// Classes of answers in use, one unit each: 0 not asked, 1 not answered, 2 and up a class of answers. A
/// byte would not do: a question with several choices has up to 2^12 - 1 classes (limits::most_options).
using State = std::u16string;

constexpr int not_asked = 0;
constexpr int not_answered = 1;
constexpr int first_class = 2;

template <class Number>
[[nodiscard]] constexpr char16_t unit(Number value) {
    return static_cast<char16_t>(value);
}

/// An answer that steers, while it is in use.
struct Variable {
    std::vector<const Test*> tests;
    std::vector<AnswerClass> classes;
    bool asked_here = false;     ///< by a question of this plan; else by another exercise
    std::size_t first = nowhere; ///< instruction
    std::size_t last = 0;        ///< the last instruction that looks at it
    std::size_t slot = nowhere;  ///< its unit of the state; nowhere: nothing looks at it
};

/// A branch, ready for states: each test's result by class.
struct CompiledBranch {
    struct CompiledTest {
        Variable* variable = nullptr; ///< null: the result is known
        bool known = false;
        std::vector<bool> passed; ///< by class
    };
    std::vector<CompiledTest> tests;
};

class WaysBuilder {
public:
    WaysBuilder(const Plan& plan, const WaysOptions& options, bool joined, Ways& ways)
        : plan_(plan), options_(options), joined_(joined), ways_(ways),
          end_(plan.sections[plan.closing].end) {}

    /// False where too much would have to be remembered at once.
    bool run();

private:
    using Origin = Ways::Origin;
    /// Where steps lead to, before it is known whether that is one place or several.
    struct Arrival {
        State state;
        Origin origin;
    };
    using Arrivals = std::vector<Arrival>;
    /// A way between two steps, and what was looked at already where it stands.
    enum class Looked : char { at_nothing, at_repeat, at_extra };
    struct Under {
        std::size_t at = 0;
        Arrival arrival;
        Looked looked = Looked::at_nothing;
    };
    void find_variables();
    void give_slots();
    void find_droppable();
    CompiledBranch& compiled(std::size_t at);
    void leave(std::size_t id, const std::vector<State>& states);
    void leave_question(std::size_t at, const std::string& id, const std::vector<State>& states,
                        std::size_t place);
    void go(std::size_t from, std::size_t at, Arrival arrival);
    void go_on_later(Under&& way);
    bool passed_before(std::size_t from, Under& way);
    void follow(std::size_t from, Under way);
    void leave_repeat(std::size_t at, const Arrival& arrival);
    std::size_t beyond_branch(std::size_t at, const Arrival& arrival);
    std::size_t beyond_fork(const Fork& fork, const Arrival& arrival);
    void come_to(std::size_t from, std::size_t at, Arrival arrival);
    void arrive(std::size_t from, std::size_t at, bool nothing_to_show, Arrival arrival);
    void settle(std::size_t from_place);
    std::size_t find_place(std::size_t at, bool nothing_to_show, const Arrivals& arrived);
    void forget(State& state, std::size_t from, std::size_t at) const;
    Variable* variable(const std::string& id);

    const Plan& plan_;
    const WaysOptions& options_;
    const bool joined_;
    Ways& ways_;
    const std::size_t end_;

    std::map<std::string, Variable> asked_;
    std::map<std::pair<std::string, std::string>, Variable> elsewhere_;
    std::map<std::string, Variable> picks_; ///< a variant taken is taken again wherever the pick comes back
    std::vector<Variable*> by_last_;
    std::map<const Written*, CompiledBranch> branches_;
    std::map<std::size_t, CompiledBranch> nameless_branches_;
    State nothing_known_;
    std::map<std::size_t, std::vector<Variable*>> ends_of_repeats_; ///< questions that stand in them
    /// Sections that may be left out: where each begins, and where it ends.
    std::map<std::size_t, std::size_t> droppable_;
    std::size_t drop_slot_ = nowhere;

    std::vector<std::pair<std::pair<std::size_t, bool>, Arrivals>> arrivals_; ///< of the place being left
    std::map<std::pair<std::size_t, bool>, std::size_t> arrivals_at_;         ///< indices of these
    std::vector<Under> under_way_;
    std::map<std::size_t, std::unordered_set<State>> passed_;             ///< of the place being left, too
    std::map<std::size_t, std::unordered_map<State, std::size_t>> known_; ///< by instruction, of many
    std::vector<std::vector<std::size_t>> waiting_;                       ///< by instruction: places
    std::vector<std::vector<State>> states_;                              ///< by place
    bool too_much_ = false;
};

} // namespace kindly
