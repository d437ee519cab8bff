// SPDX-License-Identifier: MIT
// Texts that are being written line by line, each under its question's id: what was begun is still there
// after grounding, going back, or a draft brought from an earlier run. Keeps words in memory only.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

class WrittenText {
public:
    /// The question whose text is written now.
    void begin(const std::string& id) { present_ = id; }
    /// Takes the place of what was written for that question.
    void restore(const std::string& id, std::string_view draft);
    /// False, and nothing is added, where the text would become longer than `longest` characters (0: no
    /// limit).
    [[nodiscard]] bool add(std::string_view line, std::size_t longest);
    [[nodiscard]] bool take_back();
    /// Answered or left out: the question begins empty next time.
    void finish(const std::string& id) { texts_.erase(id); }

    [[nodiscard]] bool any() const { return texts_.contains(present_); }
    [[nodiscard]] bool blank() const; ///< nothing but white space
    [[nodiscard]] std::string all() const;

private:
    struct TextLine {
        std::string words;
        std::size_t characters; ///< as people count them; counted once, because texts can have many lines
    };
    [[nodiscard]] static TextLine counted(std::string words);

    std::string present_;
    std::map<std::string, std::vector<TextLine>> texts_; ///< never an empty one
};

} // namespace kindly
