// SPDX-License-Identifier: MIT
// What a guided exercise is (exercise format 1, kindly-exercise(5)): plain values, as decoded from its file.
// Nothing here is expanded, checked for flow, or timed; see expand.hpp, guided_time.hpp.
// Each part points to where it was written, so that later passes can say where something is wrong; those
// pointers live as long as Exercise::document.
#pragma once

#include "base/diagnostic.hpp"
#include "base/duration.hpp"
#include "exercise/written.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace kindly {

enum class Component { mindfulness, common_humanity, kindness };
enum class Role { main, grounding, closing };
enum class Purpose { arrive, teach, notice, feeling, memory, critic, soothe, plan };
enum class Intensity { gentle, moderate, strong };
enum class Priority { core, extra };
enum class Audience { everyone, clinicians };
/// What a person may want to leave out; `kindly me`.
enum class Avoidable { breath, touch, eyes_closed, body, imagery, memory, people };
enum class SetBy { therapist, client, either };

// The words of the format for each value, and back (empty if there is none). In words.cpp.
[[nodiscard]] const char* word(Component value);
[[nodiscard]] const char* word(Role value);
[[nodiscard]] const char* word(Purpose value);
[[nodiscard]] const char* word(Intensity value);
[[nodiscard]] const char* word(Priority value);
[[nodiscard]] const char* word(Audience value);
[[nodiscard]] const char* word(Avoidable value); ///< "eyes-closed"
[[nodiscard]] const char* word(SetBy value);
template <class Enumeration>
[[nodiscard]] const std::vector<Enumeration>& all_values();
template <>
const std::vector<Component>& all_values();
template <>
const std::vector<Role>& all_values();
template <>
const std::vector<Purpose>& all_values();
template <>
const std::vector<Intensity>& all_values();
template <>
const std::vector<Priority>& all_values();
template <>
const std::vector<Audience>& all_values();
template <>
const std::vector<Avoidable>& all_values();
template <>
const std::vector<SetBy>& all_values();
template <class Enumeration>
[[nodiscard]] std::optional<Enumeration> from_word(std::string_view text) {
    for (const Enumeration value : all_values<Enumeration>()) {
        if (text == word(value)) { return value; }
    }
    return std::nullopt;
}

/// Names a setting where a number or duration could stand: { "parameter": "rounds" }.
struct ParameterName {
    std::string name;
    const Written* written = nullptr;
};
using SettableNumber = std::variant<int, ParameterName>;
using SettableDuration = std::variant<Milliseconds, ParameterName>;

struct Option {
    const Written* written = nullptr;
    std::string id;
    std::string text;
    std::string go_to; ///< a later section; empty for none
};
[[nodiscard]] std::vector<std::string> ids_of(const std::vector<Option>& options);

struct Parameter {
    enum class Type { text, number, duration, choice };
    const Written* written = nullptr;
    std::string name;
    Type type = Type::text;
    std::string label;
    SetBy set_by = SetBy::either;
    // The default, by type. A choice's is the id of an option.
    std::string default_text;
    int default_number = 0;
    Milliseconds default_duration{};
    // Bounds, by type; `longest` in characters for texts.
    std::optional<int> lowest, highest, longest;
    std::optional<Milliseconds> shortest_duration, longest_duration; ///< "lowest", "highest" of a duration
    std::vector<Option> options;
};

/// One test on one answer or setting.
struct Test {
    enum class Operator { is, is_not, any_of, at_least, at_most, given };
    /// A choice's or text's words, a number, or yes/no.
    using Operand = std::variant<bool, double, std::string>;
    const Written* written = nullptr; ///< the object that holds the test
    bool on_parameter = false;        ///< else on an answer
    std::string name;
    std::string of; ///< another exercise whose latest answer is meant; empty for this one
    Operator compare = Operator::is;
    std::vector<Operand> operands; ///< one, or several for any_of
};

struct Condition {
    enum class Combination { all, any };
    const Written* written = nullptr;
    Combination combination = Combination::all;
    std::vector<Test> tests; ///< 1 to 5
};

struct Step;
using Steps = std::vector<Step>;

struct Say {
    std::string text;
    bool wait_for_enter = false;
    bool support = false; ///< offers the support page
    std::string suggest;  ///< an exercise offered afterwards
};
struct Pause {
    enum class Bell { none, start, end, both };
    SettableDuration length;
    std::optional<Milliseconds> shortest, longest;
    std::string text;
    Bell bell = Bell::none;
    std::optional<Milliseconds> bell_every;
};
struct Breathe {
    Milliseconds in{}, out{}, hold{}, rest{};
    SettableNumber rounds;
    std::optional<int> lowest, highest;
    std::string text;
};
struct Ask {
    enum class Answer { choice, choices, scale, yes_no, number, text };
    enum class Keep { none, ask };
    std::string text;
    Answer answer = Answer::text;
    std::vector<Option> options;
    std::optional<int> lowest, highest; ///< always present on a scale
    std::string lowest_label, highest_label;
    std::string measure;
    std::optional<bool> private_answer; ///< as written; is_private() knows the defaults
    bool optional = false;
    std::optional<Milliseconds> expect;
    std::optional<int> longest; ///< characters of a text
    bool recorded = true;
    Keep keep = Keep::none;
    std::string keep_as;
    /// Free text is private unless it says otherwise; everything else only if it says so.
    [[nodiscard]] bool is_private() const { return private_answer.value_or(answer == Answer::text); }
};
struct If {
    Condition when;
    Steps then;
    Steps otherwise;
};
struct Repeat {
    SettableNumber times;
    Steps steps;
    std::optional<Condition> until;
};
struct Pick {
    enum class How { rotate, random };
    How how = How::rotate;
    std::vector<Steps> from;
};
struct Use {
    std::string library; ///< "grounding/senses"
    int major = 1;
    std::map<std::string, std::string> with; ///< texts for the fragment's {names}
};
struct Recall {
    std::vector<std::string> answers;
    std::string kept; ///< a name of kept words, instead of answers
    std::string of;   ///< another exercise, whose latest practice is meant
    std::string text;
    std::string otherwise;
    bool wait_for_enter = true;
};
struct CheckIn {
    enum class About { distress, backdraft };
    std::string text;
    About about = About::distress;
};
struct GoTo {
    std::string section;
};

struct Step {
    const Written* written = nullptr;
    std::string id; ///< may be empty; Ask and CheckIn and Pick always have one
    std::optional<Condition> only_if;
    std::set<Avoidable> involves; ///< a breathe step always involves breath
    std::optional<Steps> instead;
    std::variant<Say, Pause, Breathe, Ask, If, Repeat, Pick, Use, Recall, CheckIn, GoTo> what;
};

/// "say", "check_in" ...: the word that "kind" has in the file.
[[nodiscard]] const char* kind_word(const Step& step);
[[nodiscard]] const char* word(Ask::Answer value);
template <>
const std::vector<Ask::Answer>& all_values();

struct Section {
    const Written* written = nullptr;
    std::string id;
    std::string title;
    Role role = Role::main;
    std::optional<Component> component;
    std::optional<Purpose> purpose; ///< always present on main sections
    Priority priority = Priority::core;
    Steps steps;
};

struct Source {
    std::string idea;
    std::string cite;
};
struct Lineage {
    std::string id, version, digest, license;
};
struct About {
    std::string summary;
    std::vector<std::string> authors;
    std::string license;
    std::vector<Source> sources;
    std::string caution;
    std::string homework;
    Audience audience = Audience::everyone;
    std::vector<Lineage> adapted_from;
    std::optional<std::pair<std::string, std::string>> reviewed; ///< by, on
    std::optional<Milliseconds> promised;
    std::vector<std::string> changes;
};

struct Waiver {
    const Written* written = nullptr;
    std::string code, reason, by, until;
};

struct Safety {
    const Written* written = nullptr;
    Intensity intensity = Intensity::gentle;
    std::string before;
    std::string backdraft;
    std::optional<int> offer_grounding_at; ///< 1 to 8
    std::optional<int> stop_at;            ///< at least offer_grounding_at, at most 9
    std::vector<Waiver> allow;
};

struct PutTogether;

/// The file behind an exercise, kept so that places can be shown and the exact bytes be stored.
struct Document {
    std::shared_ptr<const SourceText> source;
    Written root;
    std::shared_ptr<const PutTogether> parts = nullptr; ///< null for a file as it is
};

/// A document that stands in no file: an exercise or fragment whose sentences are those of its translation.
struct PutTogether {
    std::shared_ptr<const Document> original;
    std::shared_ptr<const Document> translation;
    /// A text that was taken from the translation, with its place in each of the three.
    struct Piece {
        Span here, in_original, in_translation;
    };
    std::vector<Piece> pieces; ///< in order
};

/// The file that was written as an exercise or fragment: what digests are made of, whatever the language.
[[nodiscard]] inline const Document& original_of(const Document& document) {
    return document.parts == nullptr ? document : *document.parts->original;
}

struct Exercise {
    std::shared_ptr<const Document> document;
    std::string format;   ///< "1.0"
    std::string id;       ///< "kind-pause"
    std::string version;  ///< "2.1": two numbers
    std::string language; ///< BCP 47: "en", "de-x-sie"
    std::string title;
    About about;
    std::vector<Parameter> parameters;
    Safety safety;
    std::set<Avoidable> needs; ///< hidden from those who avoid them
    std::vector<Section> sections;
};

/// A reviewed group of steps that exercises use: exercises/library/<kind>/<name>.json.
struct Fragment {
    std::shared_ptr<const Document> document;
    std::string format, id, version, language, title;
    About about;
    Steps steps;
    /// The number before the point of `version`.
    [[nodiscard]] int major() const;
};

} // namespace kindly
