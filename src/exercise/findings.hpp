// SPDX-License-Identifier: MIT
// Gathers what is wrong in one file while it is read, and remembers what broken parts might have declared, so
// that one mistake gives one message. Knows the file's places, nothing of what exercises are.
#pragma once

#include "base/diagnostic.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"
#include "exercise/written.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kindly {

/// Names that parts which could not be read may have declared: later passes say nothing about these.
struct Doubts {
    std::set<std::string, std::less<>> names;
    bool sections = false; ///< a section's id, role or steps could not be read
    bool answers = false;  ///< a question's id could not be read
    bool steps = false;    ///< some step could not be read

    /// Every word in a part that was not read.
    void add(const Written& part);
};

class Findings {
public:
    struct More {
        std::string explanation;
        std::string suggestion;
        std::optional<Span> also;
    };

    explicit Findings(std::shared_ptr<const SourceText> source, Diagnostics earlier = {});

    /// Left out where something was found before at the same place by an earlier stage, and past a sensible
    /// number.
    void error(const char* code, Span where, std::string message, More more = {});
    void warning(const char* code, Span where, std::string message, More more = {});
    void advice(const char* code, Span where, std::string message, More more = {});
    /// An error with one cause that shows in several places: said at the first place, which then names the
    /// lines of the others. `cause` is the same for all of them.
    void error_once(const std::string& cause, const char* code, Span where, std::string message,
                    More more = {});
    void add(Diagnostic diagnostic);
    /// From now on everything is said at this place: of what stands in another file, and is used here.
    void say_all_at(Span place) { only_place_ = place; }

    /// For messages. A file with a great many mistakes must not take long: once it is full, this is 0.
    [[nodiscard]] std::size_t line(Span where) const {
        return full() ? 0 : source_->locate(where.begin).line;
    }
    /// "26:36"
    [[nodiscard]] std::string line_and_column(Span where) const;
    /// No more will be taken.
    [[nodiscard]] bool full() const;
    [[nodiscard]] const SourceText& source() const { return *source_; }
    /// Sorted by place.
    [[nodiscard]] Diagnostics take();

private:
    void say(Severity severity, const char* code, Span where, std::string message, More more);

    std::shared_ptr<const SourceText> source_;
    Diagnostics found_;
    std::set<std::size_t> earlier_places_;
    std::set<std::size_t>
        unusable_values_; ///< J007: whatever is compared with these, nothing follows from it
    struct Cause {
        std::optional<std::size_t> said; ///< which of found_
        std::vector<std::string> other_lines;
    };
    std::map<std::string, Cause> causes_;
    std::optional<Span> only_place_;
};

/// The opening bracket of a group or list: where something is missing in it.
[[nodiscard]] Span opening(const Written& part);

/// Where bytes [begin, end) of a text stand in the file, escapes counted.
[[nodiscard]] Span place_in_text(const SourceText& source, const Written& text, std::size_t begin,
                                 std::size_t end);

/// As nearest(), among the first few hundred names: nobody has more, and nobody shall be kept waiting.
[[nodiscard]] std::optional<std::string> nearest_of(std::string_view written,
                                                    const std::vector<std::string>& names);

/// a, b, c: of a great many, the first.
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

/// `Did you mean "x"?`; empty if no word is near.
[[nodiscard]] std::string did_you_mean(std::string_view written, const std::vector<std::string>& words);

/// With a space before it, unless it is empty: for a sentence that may follow.
[[nodiscard]] inline std::string spaced(const std::string& sentence) {
    return sentence.empty() ? sentence : ' ' + sentence;
}

/// `"where" has no option "bodie". Did you mean "body"?`
[[nodiscard]] std::string no_such_option(std::string_view name, std::string_view written,
                                         const std::vector<std::string>& options);

} // namespace kindly
