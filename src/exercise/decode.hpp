// SPDX-License-Identifier: MIT
// Typed access to one group of entries ({ ... }) of a file, against a table of the keys that it may have.
// Says what is unknown, missing, of the wrong type or misspelt (K001 to K007), once for each mistake. Knows
// no exercise; the tables come from its callers.
#pragma once

#include "base/duration.hpp"
#include "exercise/exercise.hpp"
#include "exercise/findings.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kindly {

struct Key {
    const char* name = "";
    const char* example = ""; ///< as it could stand in the file: "\"for\": \"30s\""
    bool required = false;
};

/// What a sort of group may hold.
struct Shape {
    const char* a;       ///< "A pause": the sort
    const char* at_hand; ///< "This pause": the one at hand
    std::vector<Key> keys;
    /// Other words for these keys: { "duration", "for" }.
    std::vector<std::pair<const char*, const char*>> synonyms = {};

    [[nodiscard]] const Key* key(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> names() const;
};

/// Everything that one reading of a file shares.
struct Reading {
    Findings findings;
    Doubts doubts;
    /// Types of the settings, known before the steps are read.
    std::map<std::string, Parameter::Type, std::less<>> settings;
    /// The check-ins that are about backdraft; they need a text for it.
    bool asks_about_backdraft = false;
};

class Entries {
public:
    /// Says at once which keys are unknown and which are missing. `elsewhere` may know better why a key is
    /// not here: its message (K008), or nothing.
    using Elsewhere = std::function<std::string(std::string_view key)>;
    Entries(Reading& reading, const Written& group, const Shape& shape, const Elsewhere& elsewhere = {});

    /// Something in this group itself is wrong: nothing may be made of it.
    [[nodiscard]] bool broken() const { return broken_; }
    void spoil() { broken_ = true; }
    [[nodiscard]] const Written& group() const { return group_; }
    [[nodiscard]] const Written* find(std::string_view key) const { return group_.find(key); }
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    /// Was this key probably meant by an unknown one?
    [[nodiscard]] bool misspelt(std::string_view key) const;
    /// K002 unless it is there, or was probably meant by an unknown key.
    void require(std::string_view key, std::string explanation = {});
    /// Where a missing key would stand: behind the entry that it usually follows, where that is on a later
    /// line than the opening bracket; else the bracket.
    [[nodiscard]] Span place_for(std::string_view key) const;

    // Each gives nothing when the key is not there, or its value is wrong (which is then said).
    std::optional<std::string> text(std::string_view key);    ///< not blank
    std::optional<std::string> id(std::string_view key);      ///< small letters, digits, _
    std::optional<std::string> name_id(std::string_view key); ///< of an exercise: also -
    std::optional<int> number(std::string_view key);          ///< whole
    std::optional<bool> yes_no(std::string_view key);
    std::optional<Milliseconds> duration(std::string_view key); ///< more than nothing
    const Written* list(std::string_view key);                  ///< the list itself
    const Written* nested(std::string_view key);                ///< a group
    std::vector<std::string> texts(std::string_view key);       ///< a list of texts
    /// One of the words; K004 otherwise. Gives its index.
    std::optional<std::size_t> one_of(std::string_view key, const std::vector<std::string>& words);
    template <class Enumeration>
    std::optional<Enumeration> word_of(std::string_view key) {
        std::vector<std::string> words;
        for (const Enumeration value : all_values<Enumeration>()) { words.emplace_back(word(value)); }
        const auto index = one_of(key, words);
        return index ? std::optional(all_values<Enumeration>()[*index]) : std::nullopt;
    }

    /// An error about this group.
    void error(const char* code, Span where, std::string message, Findings::More more = {});
    /// K003, in words.
    void wrong_type(std::string_view key, const Written& value, const std::string& should_be);
    [[nodiscard]] Reading& reading() { return reading_; }

private:
    Reading& reading_;
    const Written& group_;
    const Shape& shape_;
    std::vector<std::string> meant_; ///< what unknown keys probably meant
    bool unexplained_ = false;       ///< an unknown key that looks like nothing
    bool broken_ = false;

    void say_unknown(const Member& member, const std::vector<std::string>& missing,
                     const Elsewhere& elsewhere);
};

// The same for a single value, wherever it stands; `key` names it in messages: "for".
[[nodiscard]] std::optional<Milliseconds> read_duration_value(Entries& entries, std::string_view key,
                                                              const Written& value);
[[nodiscard]] std::optional<int> read_number_value(Entries& entries, std::string_view key,
                                                   const Written& value);
[[nodiscard]] std::optional<std::string> read_text_value(Entries& entries, std::string_view key,
                                                         const Written& value);

/// How an id is spelled right: "Where is it" becomes "where_is_it".
[[nodiscard]] std::string right_id(std::string_view written, char separator);
[[nodiscard]] bool is_id(std::string_view text, bool with_hyphen);

/// What a value should be called when it is none: "should be a group: { ... }" (K003).
[[nodiscard]] bool must_be_group(Reading& reading, const Written& value, const std::string& message);

} // namespace kindly
