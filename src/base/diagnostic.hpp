// SPDX-License-Identifier: MIT
// What is wrong in a file that a person wrote: where, what, why it matters, what to write instead.
// Every reader gathers these and returns them all; nothing here throws or prints.
#pragma once

#include "base/source_text.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kindly {

enum class Severity { error, warning, advice };

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code; ///< "K001": stable, documented in kindly-exercise(5)
    std::string
        message; ///< one sentence, no full stop at the end: "A pause has no \"shortset\". Did you mean ..."
    std::string explanation; ///< one or two plain sentences; may be empty
    std::string suggestion;  ///< what to write, shown after "Try: "; may be empty
    std::shared_ptr<const SourceText> source;
    Span where;
    std::optional<Span> also; ///< the second place, when two places disagree
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// Sorted by place, with the errors first where places are equal.
void sort_by_place(Diagnostics& diagnostics);

/// The stable first line: "file:line:column: error K001: message".
[[nodiscard]] std::string first_line(const Diagnostic& diagnostic);

/// How messages are laid out for whoever reads them.
struct MessageLayout {
    bool plain = false;  ///< no carets: for screen readers
    bool colour = false; ///< severity and carets in colour, which never carries meaning alone
    bool checked = true; ///< of a file that `kindly check` reads, and could list the rest of
};

/// The whole message: first line, the author's line with a caret under the place (not in plain layout) and a
/// dash under the second place where that is on the same line, explanation and suggestion. Ends with a line
/// end. Control characters of the file are not passed on.
[[nodiscard]] std::string to_text(const Diagnostic& diagnostic, MessageLayout layout);

/// Codes that were shown before: the suggestion of the first message, and the explanations so far.
struct ExplainedCode {
    std::string suggestion;
    std::set<std::string> explanations;
};
using Explained = std::map<std::string, ExplainedCode>;

/// All of them with an empty line between; at most 20, then a count. Where there are more, errors are shown
/// before warnings, and warnings before advice. What a code means is explained once; an explanation with
/// words of its own ("These are: ask, before, off.") and a suggestion that differs from the first one's are
/// shown.
[[nodiscard]] std::string to_text(const Diagnostics& diagnostics, MessageLayout layout);
/// The same for one file of several: what was explained for an earlier one is not explained again.
[[nodiscard]] std::string to_text(const Diagnostics& diagnostics, MessageLayout layout, Explained& explained);

} // namespace kindly
