// SPDX-License-Identifier: MIT
// The steps of an exercise on paper: each with its texts, times and conditions in words. Part of `kindly
// preview`. Knows no output.
#pragma once

#include "commands/script_words.hpp"
#include "render/paper.hpp"

#include <string>

namespace kindly {

class PreviewSteps {
public:
    /// `notes`: with what authors wrote for colleagues.
    PreviewSteps(const ScriptWords& words, bool notes) : words_(words), notes_(notes) {}

    /// A numbered list of a section's steps.
    [[nodiscard]] Block section(const Section& section) const;
    /// The note of any part of the file, as a remark; nothing without notes.
    void add_note(Blocks& blocks, const Written* part) const;

private:
    struct Around {
        const Section* section = nullptr;
        const ScriptWords::Texts* texts = nullptr; ///< a fragment's own
        int uses = 0;
        /// What whoever comes here does not leave out: a step around this one has something else for the
        /// others.
        std::set<Avoidable> done = {};
    };
    [[nodiscard]] Block list(const Steps& steps, const Around& around) const;
    [[nodiscard]] Blocks one(const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Say& say, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Pause& pause, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Breathe& breathe, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Ask& ask, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const If& branch, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Repeat& repeat, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Pick& pick, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Use& use, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const Recall& recall, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const CheckIn& check_in, const Step& step, const Around& around) const;
    void add(Blocks& blocks, const GoTo& jump, const Step& step, const Around& around) const;
    void add_instead(Blocks& blocks, const Step& step, const Around& around) const;
    [[nodiscard]] std::string how_answered(const Ask& ask, const Around& around) const;
    [[nodiscard]] std::string about_question(const Ask& ask) const;
    [[nodiscard]] std::string text(const std::string& written, const Around& around) const {
        return words_.filled_in(written, around.texts);
    }

    const ScriptWords& words_;
    bool notes_;
};

/// "touch or the body"
[[nodiscard]] std::string in_words(const std::set<Avoidable>& things);

} // namespace kindly
