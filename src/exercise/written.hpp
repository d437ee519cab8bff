// SPDX-License-Identifier: MIT
// JSON as it stands in a file: every value and key with its place, keys in the order written, duplicates
// kept. Made by parse_written (json_text.hpp). Knows nothing of exercises.
#pragma once

#include "base/source_text.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

struct Member;

struct Written {
    enum class Kind { null, boolean, number, string, list, object };
    Kind kind = Kind::null;
    Span span; ///< the value itself; of a string, with its quotes
    bool boolean = false;
    double number = 0;            ///< whole numbers are exact up to 2^53
    bool whole = false;           ///< a number written without point or exponent, within 2^53
    std::string text;             ///< of a string, escapes resolved
    std::vector<Written> entries; ///< of a list
    std::vector<Member> members;  ///< of an object

    /// The value of the first member of that name, or nullptr.
    [[nodiscard]] const Written* find(std::string_view key) const;
    [[nodiscard]] const Member* member(std::string_view key) const;
};

struct Member {
    std::string key;
    Span key_span; ///< with its quotes
    Written value;
};

/// Whether a member is a remark for colleagues. Among the words under "with", and as a group among the
/// settings, "note" is a name like any other. `key`: of the group that the member stands in.
[[nodiscard]] inline bool is_remark(std::string_view key, const Member& member) {
    return member.key == "note" && member.value.kind == Written::Kind::string && key != "with";
}

} // namespace kindly
