// SPDX-License-Identifier: MIT
// Writes exercises and fragments at random, the same from the same seed: every kind of step and nearly every
// key of the format, always such that the reader accepts them. What it makes is JSON, so that a test can
// break it before it is read. Needs no test framework.
#pragma once

#include "exercise/expand.hpp"
#include "exercise/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace kindly::tests {

using Json = nlohmann::ordered_json;

/// Chance that is the same on every machine (the standard's distributions are not).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] int between(int lowest, int highest) {
        const auto span = static_cast<std::uint64_t>(highest - lowest) + 1;
        return lowest + static_cast<int>(engine_() % span);
    }
    [[nodiscard]] bool one_in(int number) { return between(1, number) == 1; }
    template <class Value>
    [[nodiscard]] const Value& one_of(const std::vector<Value>& values) {
        return values.at(static_cast<std::size_t>(between(0, static_cast<int>(values.size()) - 1)));
    }
    [[nodiscard]] std::string one_of(std::initializer_list<const char*> words) {
        return words.begin()[between(0, static_cast<int>(words.size()) - 1)];
    }

private:
    std::mt19937_64 engine_;
};

/// How large the scripts may become.
struct ScriptSize {
    int most_sections = 4; ///< main ones
    int most_steps = 5;    ///< of one list
    int depth = 2;         ///< of steps within steps
    int most_rounds = 12;  ///< of repeats within repeats
    bool jumps = true;     ///< "go_to"
    bool extras = true;    ///< what changes nothing in a practice: about, notes, exceptions
};

class ScriptWriter {
public:
    explicit ScriptWriter(std::uint64_t seed, ScriptSize size = {}) : chance_(seed), size_(size) {}

    [[nodiscard]] Json exercise();
    [[nodiscard]] Json fragment();

    /// The fragments that "use" names in these exercises.
    [[nodiscard]] static FragmentFinder fragments();

private:
    /// A question that was asked, or a setting: what a condition may look at.
    struct Known {
        std::string name;
        std::string sort; ///< the word of its "answer" or "type"; "check_in"
        std::vector<std::string> options;
        int lowest = 0;
        int highest = 10;
    };

    // Parts of the file.
    Json heading(const std::string& id);
    Json about();
    Json safety();
    Json setting(const std::string& type);
    void settings(Json& exercise);
    Json section(int number);
    Json grounding();
    Json closing();

    // Steps.
    Json steps(int depth, int fewest, int most);
    Json quiet_steps(int fewest, int most); ///< for grounding and "instead": nothing is asked
    Json step(int depth);
    void common(Json& step);
    Json say();
    Json pause(bool with_settings);
    Json breathe();
    Json ask();
    Json branch(int depth);
    Json repeat(int depth);
    Json pick(int depth);
    Json use();
    Json recall();
    Json check_in();

    // Conditions.
    Json condition();
    Json test();
    Json test_of_setting(const Known& setting);
    void compare_choice(Json& test, const Known& known);
    void compare_number(Json& test, const Known& known);
    [[nodiscard]] std::vector<Known> comparable_settings() const;
    [[nodiscard]] std::vector<Known> settings_of(const std::string& type) const;

    // Small things.
    std::string words();
    std::string text(); ///< may name a setting
    std::string name();
    static std::string duration(int seconds);
    std::string later_section();
    Json options(bool may_jump);
    bool sometimes(int number = 3) { return chance_.one_in(number); }
    bool extra(int number = 3) { return size_.extras && chance_.one_in(number); }

    Chance chance_;
    ScriptSize size_;
    std::size_t names_ = 0;
    int rounds_ = 1; ///< of the repeats around
    int section_ = 0;
    int sections_ = 0;
    bool in_closing_ = false;
    bool in_fragment_ = false;
    std::vector<Known> questions_;
    std::vector<Known> settings_;
};

namespace made_up {
/// None of them could be taken for a misspelt other one.
inline const std::vector<std::string>& names() {
    static const std::vector<std::string> some{"where", "others", "body",   "signs",  "plan",      "kindly",
                                               "heavy", "colour", "friend", "quiet",  "distance",  "morning",
                                               "voice", "weight", "little", "autumn", "neighbour", "compass"};
    return some;
}
} // namespace made_up

/// The id of a main section.
inline std::string main_section(int number) {
    static const std::vector<std::string> ids{"arrive", "noticing", "warmth", "together", "wider", "onward"};
    const auto at = static_cast<std::size_t>(number);
    return at < ids.size() ? ids[at] : "part" + std::to_string(number);
}

inline std::string ScriptWriter::name() {
    const auto& names = made_up::names();
    const std::size_t round = names_ / names.size();
    const std::string& first = names[names_++ % names.size()];
    return round == 0 ? first
                      : first + "_and_" + names[(round * 7 + names_) % names.size()] + std::to_string(round);
}

inline std::string ScriptWriter::words() {
    static const std::vector<std::string> some{
        "You might look around.",
        "Perhaps notice one thing that is near.",
        "Slowly is fine, and so is not at all.",
        "This part is hard, and that is common.",
        "Let it be as it is for a moment. There is nothing to reach.",
        "Gr\u00fc\u00dfe an dich \u2014 you can stay here a while.",
        "One word.",
    };
    return chance_.one_of(some);
}

inline std::string ScriptWriter::text() {
    std::string all = words();
    if (!settings_.empty() && sometimes(4)) { all += " {" + chance_.one_of(settings_).name + "} helps."; }
    if (sometimes(20)) { all += " A brace: {{."; }
    return all;
}

inline std::string ScriptWriter::duration(int seconds) {
    constexpr int minute = 60;
    if (seconds < minute) { return std::to_string(seconds) + "s"; }
    const std::string minutes = std::to_string(seconds / minute) + "m";
    return seconds % minute == 0 ? minutes : minutes + std::to_string(seconds % minute) + "s";
}

inline std::string ScriptWriter::later_section() {
    const int target = chance_.between(section_ + 1, sections_);
    return target == sections_ ? "close" : main_section(target);
}

inline Json ScriptWriter::heading(const std::string& id) {
    Json all;
    if (sometimes()) { all["$schema"] = "./exercise-1.schema.json"; }
    all["format"] = "1.0";
    all["id"] = id;
    all["version"] = std::to_string(chance_.between(0, 12)) + "." + std::to_string(chance_.between(0, 12));
    all["language"] = chance_.one_of({"en", "de", "de-x-sie", "pt-BR", "zh-Hant-TW"});
    all["title"] = words();
    if (extra(2)) { all["about"] = about(); }
    if (extra()) { all["note"] = chance_.one_of({"For colleagues.", ""}); }
    return all;
}

inline Json ScriptWriter::about() {
    Json all = Json::object();
    if (sometimes()) { all["summary"] = words(); }
    if (sometimes()) {
        all["authors"] = sometimes() ? Json::array() : Json::array({"A name", "Another name"});
    }
    if (sometimes()) { all["license"] = "CC-BY-4.0"; }
    if (sometimes()) {
        all["sources"] = Json::array({Json{{"idea", words()}, {"cite", words()}}, Json{{"cite", words()}}});
    }
    if (sometimes()) { all["caution"] = words(); }
    if (sometimes()) { all["homework"] = words(); }
    if (sometimes()) { all["audience"] = chance_.one_of({"everyone", "clinicians"}); }
    if (sometimes()) {
        all["adapted_from"] =
            Json::array({Json{{"id", "kind-pause"}, {"version", "1.0"}}, Json{{"id", "look"},
                                                                              {"version", "2.0"},
                                                                              {"digest", "abc"},
                                                                              {"license", "CC0-1.0"},
                                                                              {"note", "An early one."}}});
    }
    if (sometimes()) { all["reviewed"] = Json{{"by", "A colleague"}, {"on", "2026-11-02"}}; }
    if (sometimes()) { all["promised"] = duration(chance_.between(1, 900)); }
    if (sometimes()) { all["changes"] = Json::array({"1.0: the first one"}); }
    if (sometimes()) { all["note"] = words(); }
    return all;
}

inline Json ScriptWriter::safety() {
    Json all;
    const std::string intensity = chance_.one_of({"gentle", "gentle", "moderate", "moderate", "strong"});
    all["intensity"] = intensity;
    all["before"] = text();
    all["backdraft"] = text();
    if (intensity != "gentle" || sometimes()) {
        const int offer = chance_.between(1, 8);
        all["distress"] = Json{{"offer_grounding_at", offer}, {"stop_at", chance_.between(offer, 9)}};
        if (extra()) { all["distress"]["note"] = words(); }
    }
    if (extra()) {
        all["allow"] = Json::array({Json{{"code", "S002"}}, Json{{"code", "L001"},
                                                                 {"reason", words()},
                                                                 {"by", "A name"},
                                                                 {"until", "2027-06-30"},
                                                                 {"note", words()}}});
    }
    if (extra()) { all["note"] = words(); }
    return all;
}

inline Json ScriptWriter::setting(const std::string& type) {
    // "number_of_where", "text_of_others": kinds and names apart
    Known known{type + "_of_" + made_up::names().at(settings_.size()), type, {}};
    Json all;
    all["type"] = type;
    all["label"] = words();
    if (type == "number") {
        known.lowest = chance_.between(1, 2);
        known.highest = chance_.between(known.lowest, 4);
        all["default"] = chance_.between(known.lowest, known.highest);
        all["lowest"] = known.lowest;
        all["highest"] = known.highest;
    } else if (type == "duration") {
        known.lowest = chance_.between(1, 40);
        known.highest = chance_.between(known.lowest, 80);
        all["default"] = duration(chance_.between(known.lowest, known.highest));
        all["lowest"] = duration(known.lowest);
        all["highest"] = duration(known.highest);
    } else if (type == "choice") {
        Json choices = options(false);
        for (const auto& option : choices) { known.options.push_back(option["id"]); }
        all["default"] = chance_.one_of(known.options);
        all["options"] = std::move(choices);
    } else {
        all["default"] = chance_.one_of({"my friend", "dear"});
        if (sometimes(2)) { all["longest"] = chance_.between(9, 1200); }
    }
    if (sometimes()) { all["set_by"] = chance_.one_of({"therapist", "client", "either"}); }
    if (extra(6)) { all["note"] = words(); }
    settings_.push_back(std::move(known));
    return all;
}

inline void ScriptWriter::settings(Json& exercise) {
    Json all = Json::object();
    for (const char* type : {"text", "number", "number", "duration", "choice"}) {
        if (!sometimes(2)) { continue; }
        Json one = setting(type);
        all[settings_.back().name] = std::move(one);
    }
    if (extra(6)) { all["note"] = "The therapist sets these."; }
    if (!all.empty() || sometimes()) { exercise["parameters"] = std::move(all); }
}

inline Json ScriptWriter::options(bool may_jump) {
    Json all = Json::array();
    const int count = sometimes(8) ? 12 : chance_.between(2, 4);
    for (int option = 0; option < count; ++option) {
        Json one{{"id", made_up::names().at(static_cast<std::size_t>(option))}, {"text", words()}};
        if (may_jump && size_.jumps && !in_closing_ && !in_fragment_ && sometimes(8)) {
            one["go_to"] = later_section();
        }
        if (extra(12)) { one["note"] = words(); }
        all.push_back(std::move(one));
    }
    return all;
}

inline Json ScriptWriter::exercise() {
    names_ = 0;
    questions_.clear();
    settings_.clear();
    in_fragment_ = false;
    Json all = heading("made");
    settings(all);
    all["safety"] = safety();
    if (sometimes(8)) { all["needs"] = sometimes() ? Json::array() : Json::array({"breath"}); }
    all["sections"] = Json::array();
    sections_ = chance_.between(1, size_.most_sections);
    // Anywhere among the others; it is never on the way.
    const int grounding_at = chance_.between(0, sections_ + 1);
    for (section_ = 0; section_ < sections_; ++section_) {
        if (section_ == grounding_at) { all["sections"].push_back(grounding()); }
        all["sections"].push_back(section(section_));
    }
    if (grounding_at == sections_) { all["sections"].push_back(grounding()); }
    all["sections"].push_back(closing());
    if (grounding_at > sections_) { all["sections"].push_back(grounding()); }
    return all;
}

inline Json ScriptWriter::fragment() {
    names_ = 0;
    questions_.clear();
    settings_.clear();
    in_fragment_ = true;
    Json all = heading("made/words");
    all["steps"] = steps(size_.depth, 1, size_.most_steps);
    return all;
}

inline FragmentFinder ScriptWriter::fragments() {
    static const std::string heading = R"({ "format": "1.0", "version": "1.0", "language": "en", )";
    auto made = [](const std::string& json) {
        return read_fragment(std::make_shared<const SourceText>("made.json", heading + json)).fragment;
    };
    static const auto named = made(R"("id": "made/words", "title": "Words", "steps": [
        { "kind": "say", "text": "This is for you, {name}." },
        { "kind": "pause", "for": "20s", "shortest": "10s", "longest": "40s" } ] })");
    static const auto senses = made(R"("id": "made/senses", "title": "Senses", "steps": [
        { "kind": "say", "text": "Let your eyes be open, and look around." },
        { "kind": "pause", "for": "12s" },
        { "kind": "say", "text": "Feel your feet.", "involves": ["body"], "instead": [
          { "kind": "say", "text": "Listen for two sounds." } ] } ] })");
    return [](const std::string& id, int major) {
        if (major != 1) { return std::shared_ptr<const Fragment>(); }
        return id == "made/words" ? named : id == "made/senses" ? senses : nullptr;
    };
}

inline Json ScriptWriter::section(int number) {
    Json all{{"id", main_section(number)}, {"title", words()}};
    if (sometimes(8)) { all["role"] = "main"; }
    if (sometimes(2)) { all["component"] = chance_.one_of({"mindfulness", "common_humanity", "kindness"}); }
    all["purpose"] =
        number == 0
            ? "arrive"
            : chance_.one_of({"teach", "notice", "feeling", "memory", "critic", "soothe", "soothe", "plan"});
    if (sometimes()) { all["priority"] = number == 0 || sometimes() ? "core" : "extra"; }
    if (extra(8)) { all["note"] = words(); }
    all["steps"] = steps(size_.depth, 1, size_.most_steps);
    return all;
}

inline Json ScriptWriter::grounding() {
    Json all{{"id", "ground"}, {"title", words()}, {"role", "grounding"}};
    if (sometimes(8)) { all["priority"] = "core"; }
    all["steps"] = quiet_steps(1, 3);
    all["steps"].push_back({{"kind", "pause"}, {"for", "40s"}});
    if (sometimes()) { all["steps"].push_back({{"kind", "use"}, {"library", "made/senses@1"}}); }
    return all;
}

inline Json ScriptWriter::closing() {
    in_closing_ = true;
    Json all{{"id", "close"}, {"title", words()}, {"role", "closing"}};
    if (sometimes(8)) { all["purpose"] = "plan"; }
    all["steps"] = steps(1, 0, 2);
    all["steps"].push_back({{"kind", "say"}, {"text", "Look around the room."}});
    in_closing_ = false;
    return all;
}

} // namespace kindly::tests

#include "support/script_writer_steps.hpp" // the rest of the class
