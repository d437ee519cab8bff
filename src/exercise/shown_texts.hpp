// SPDX-License-Identifier: MIT
// Every sentence of an exercise or fragment that a person can see, with its place and its name: what
// translations translate and what the rules of wording look at. Notes, ids and {names} are not sentences.
#pragma once

#include "exercise/exercise.hpp"

#include <string>
#include <vector>

namespace kindly {

struct Programme;

struct ShownText {
    enum class Kind {
        title,     ///< of the exercise or a section
        about,     ///< summary, caution, homework
        setting,   ///< a setting's label, its default text, its options
        safety,    ///< the warning before, the words about backdraft
        say,       ///< said by "say"
        silence,   ///< stays on the screen during a pause or breathing
        question,  ///< asked by "ask" or "check_in"
        option,    ///< an option's text, or the label at an end of a scale
        recall,    ///< around words that are shown again
        filled_in, ///< given to a fragment by "with"
    };
    Kind kind = Kind::say;
    /// What translations call it: "title", "safety/before", "notice/where/text", "notice/where/body". Made of
    /// ids; a step without an id goes by its first words, so that inserting a step renames nothing.
    std::string name;
    const Written* written = nullptr; ///< the text itself, with its place
    const Section* section = nullptr; ///< null outside sections, and in fragments
    const Step* step = nullptr;       ///< null for titles and the like
    [[nodiscard]] const std::string& text() const { return written->text; }
    /// A practice must never be without it: the warning, backdraft, grounding and closing, check-ins.
    bool safety = false;
};

enum class TextNames { given, left_out };

/// In the order in which they stand: title, about, parameters, safety, sections. Names are unique; whoever
/// does not need them can save making them.
[[nodiscard]] std::vector<ShownText> shown_texts(const Exercise& exercise,
                                                 TextNames names = TextNames::given);
[[nodiscard]] std::vector<ShownText> shown_texts(const Fragment& fragment,
                                                 TextNames names = TextNames::given);
/// "title", "about/summary", "week_1/title", "day_3/feet/text", "day_14/review".
[[nodiscard]] std::vector<ShownText> shown_texts(const Programme& programme,
                                                 TextNames names = TextNames::given);

} // namespace kindly
