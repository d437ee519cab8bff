// SPDX-License-Identifier: MIT
// An exercise's own parts in words, for people who read it rather than practise it: its questions by their
// texts, conditions, settings as they are when nobody sets them. Part of `kindly preview`. Knows no output.
#pragma once

#include "exercise/answer.hpp"
#include "exercise/expand.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kindly {

/// Another exercise by its id, or null.
using ExerciseFinder = std::function<std::shared_ptr<const Exercise>(const std::string& id)>;

class ScriptWords {
public:
    /// What a fragment was given by "with": name and text, settings filled in.
    using Texts = std::map<std::string, std::string>;

    ScriptWords(std::shared_ptr<const Exercise> exercise, FragmentFinder find_fragment,
                ExerciseFinder find_exercise);

    [[nodiscard]] const Exercise& exercise() const { return *exercise_; }
    [[nodiscard]] std::shared_ptr<const Fragment> fragment(const Use& use) const {
        return find_fragment_(use.library, use.major);
    }

    /// {names} become the setting's default in [brackets], or a fragment's own texts.
    [[nodiscard]] std::string filled_in(const std::string& text, const Texts* texts = nullptr) const;
    [[nodiscard]] Texts texts_for(const Use& use, const Texts* outer) const;

    /// The answer to "Where do you notice it most?" is "In my body": to stand after "If".
    [[nodiscard]] std::string in_words(const Condition& condition) const;
    /// "Where do you notice it most?"; with its section where the same is asked twice.
    [[nodiscard]] std::string question(const std::string& id, const std::string& of = {}) const;
    [[nodiscard]] bool has_check_in() const;
    [[nodiscard]] bool has_question() const { return !questions_.empty(); }
    /// "Close", with its quotes.
    [[nodiscard]] std::string section(const std::string& id) const;

    /// "2 times", "30 seconds", with the setting that says so and its range.
    [[nodiscard]] std::string times(const SettableNumber& number) const;
    [[nodiscard]] std::string length(const SettableDuration& duration) const;
    /// The value itself: as set, or the default.
    [[nodiscard]] int number(const SettableNumber& number) const;
    /// "now 2 (from 1 to 4)", "now "Soft" ("Soft" or "Plain")".
    [[nodiscard]] std::string value_and_range(const Parameter& parameter) const;

private:
    struct Asked {
        std::string text;
        std::string section;      ///< title
        const Ask* ask = nullptr; ///< null for check-ins
    };
    using Questions = std::map<std::string, Asked>;
    void gather(const Steps& steps, const std::string& section, const Texts* texts, Questions& into,
                int uses = 0) const;
    [[nodiscard]] const Questions* questions_of(const std::string& exercise) const;
    [[nodiscard]] const Parameter* parameter(const std::string& name) const;
    [[nodiscard]] std::string in_words(const Test& test) const;
    [[nodiscard]] std::string answer_in_words(const Test& test) const;
    [[nodiscard]] std::string setting_in_words(const Test& test) const;

    std::shared_ptr<const Exercise> exercise_;
    FragmentFinder find_fragment_;
    ExerciseFinder find_exercise_;
    Settings settings_;
    Questions questions_;
    mutable std::map<std::string, Questions> others_; ///< of exercises that "of" names
    mutable std::vector<std::shared_ptr<const Exercise>> kept_;
};

/// Between the marks that texts of the exercise have wherever they are named.
[[nodiscard]] std::string in_quotes(const std::string& text);

/// "a", "b" or "c"
[[nodiscard]] std::string one_of(const std::vector<std::string>& words);
/// "a", "b" and "c"
[[nodiscard]] std::string all_of(const std::vector<std::string>& words);

} // namespace kindly
