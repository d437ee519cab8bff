// SPDX-License-Identifier: MIT
// The part of list_changes (changes.hpp) that compares steps: which are the same, which came, went, moved or
// changed, at any depth. Nobody else includes this.
#pragma once

#include "checker/changes.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

/// Calls `visit` for each key of either group but "note" (unless `names`: then the keys are an author's own),
/// in the order of the newer; either value may be null.
using VisitKey = std::function<void(const std::string& key, const Written* was, const Written* is)>;
void each_key(const Written& before, const Written& now, const VisitKey& visit, bool names = false);
void each_key(const Written* before, const Written* now, const VisitKey& visit, bool names = false);

/// `"for" was "30s" and is "45s" now`; nothing where both are the same.
[[nodiscard]] std::optional<std::string> value_change(const std::string& key, const Written* was,
                                                      const Written* is);

/// The ids of the questions and check-ins whose answers are kept, in this part or inside it.
[[nodiscard]] std::set<std::string> recorded_questions(const Written& part);

class StepChanges {
public:
    /// Of the two whole files: a question that is asked in both is no new one, wherever it stands.
    StepChanges(const Written& before, const Written& now);

    /// `where` opens each line: `In "Arrive": `.
    void compare(const Written* before, const Written* now, const std::string& where);
    /// Steps of a section that is gone, or new: they may have moved; else the section was all there is to
    /// say.
    void left_out(const Written* steps);
    void put_in(const Written* steps, const std::string& where);
    /// Once, at the end: what moved is known only then.
    [[nodiscard]] std::vector<VersionChange> take();

private:
    struct Loose {
        const Written* step;
        std::string form; ///< canonical
        std::string where;
        bool of_section = false; ///< of a section that came or went as a whole
        bool paired = false;
    };
    void compare_lists(const std::vector<const Written*>& before, const std::vector<const Written*>& now,
                       const std::string& where);
    void compare_gap(const std::vector<const Written*>& before, const std::vector<const Written*>& now,
                     const std::string& where);
    void compare_step(const Written& before, const Written& now, const std::string& where);
    void compare_options(const Written* before, const Written* now, const std::string& where);
    void say(std::string words, VersionNumber asks_for);
    /// `others`: the questions of the other file.
    static VersionNumber weight_of(const Written& steps, const std::set<std::string>& others);

    std::set<std::string> asked_before_;
    std::set<std::string> asked_now_;
    std::vector<VersionChange> changes_;
    std::vector<Loose> gone_;
    std::vector<Loose> come_;
};

} // namespace kindly
