// SPDX-License-Identifier: MIT
// Breaks a file in one place, at random, in the ways in which people do.
#pragma once

#include "support/script_writer.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kindly::tests {

class Breaking {
public:
    explicit Breaking(std::uint64_t seed) : chance_(seed) {}

    /// Changes one thing in `document`; says what.
    std::string change(Json& document) {
        for (;;) {
            std::vector<Json::json_pointer> places;
            collect(document, Json::json_pointer(), places);
            const auto place = chance_.one_of(places);
            std::string said = change_at(document[place]);
            if (!said.empty()) { return place.to_string() + ": " + said; }
        }
    }

private:
    static void collect(const Json& part, const Json::json_pointer& place,
                        std::vector<Json::json_pointer>& all) {
        all.push_back(place);
        if (part.is_object()) {
            for (const auto& [key, value] : part.items()) { collect(value, place / key, all); }
        } else if (part.is_array()) {
            for (std::size_t at = 0; at < part.size(); ++at) { collect(part[at], place / at, all); }
        }
    }

    std::string change_at(Json& part) {
        if (chance_.one_in(6)) { return replace(part); }
        if (part.is_object()) { return change_group(part); }
        if (part.is_array()) { return change_list(part); }
        if (part.is_string()) { return change_text(part); }
        if (part.is_number()) { return change_number(part); }
        if (part.is_boolean()) {
            const Json quoted = part.get<bool>() ? "true" : "false";
            part = chance_.one_in(2) ? quoted : Json(part.get<bool>() ? 1 : 0);
            return "true or false as something else";
        }
        return {};
    }

    std::string replace(Json& part) {
        static const std::vector<Json> values{nullptr,
                                              true,
                                              7,
                                              0,
                                              2.5,
                                              "words",
                                              "",
                                              Json::array(),
                                              Json::object(),
                                              Json::array({"words"}),
                                              Json{{"parameter", "rounds"}},
                                              Json{{"kept", "plan"}},
                                              Json::array({Json{{"kind", "say"}, {"text", "Here."}}})};
        part = chance_.one_of(values);
        return "replaced by " + part.dump();
    }

    std::string change_group(Json& group) {
        if (chance_.one_in(3)) {
            const auto& [key, value] = chance_.one_of(other_keys());
            group[key] = value;
            return "added " + key;
        }
        if (group.empty()) { return {}; }
        auto member = group.begin();
        std::advance(member, chance_.between(0, static_cast<int>(group.size()) - 1));
        const std::string key = member.key();
        if (chance_.one_in(2)) {
            group.erase(key);
            return "deleted " + key;
        }
        const std::string other = chance_.one_in(2) ? misspelt(key) : chance_.one_of(other_keys()).first;
        if (other == key) { return {}; }
        Json renamed = Json::object();
        for (const auto& [name, value] : group.items()) { renamed[name == key ? other : name] = value; }
        group = std::move(renamed);
        return "renamed " + key + " to " + other;
    }

    std::string change_list(Json& list) {
        switch (chance_.between(0, 3)) {
        case 0: list.clear(); return "emptied";
        case 1:
            if (list.empty()) { return {}; }
            list.erase(static_cast<std::size_t>(chance_.between(0, static_cast<int>(list.size()) - 1)));
            return "an entry deleted";
        case 2: list.push_back(chance_.one_in(2) ? Json(5) : Json("x")); return "an entry added";
        default: {
            if (list.empty()) { return {}; }
            const Json first = list.front();
            for (int more = 0; more < 13; ++more) { list.push_back(first); }
            return "an entry repeated";
        }
        }
    }

    std::string change_text(Json& part) {
        static const std::vector<std::string> values{"",
                                                     " ",
                                                     "Where is it",
                                                     "where-is-it",
                                                     "Where",
                                                     "30 sec",
                                                     "30",
                                                     "0s",
                                                     "1h",
                                                     "1m75s",
                                                     "-5s",
                                                     "5.5s",
                                                     "1m05s",
                                                     "00s",
                                                     "0m00s",
                                                     "99999s",
                                                     "gentle",
                                                     "moderate",
                                                     "closing",
                                                     "main",
                                                     "kindness",
                                                     "soothe",
                                                     "extra",
                                                     "everyone",
                                                     "touch",
                                                     "say",
                                                     "pause",
                                                     "ask",
                                                     "check_in",
                                                     "breathe",
                                                     "choice",
                                                     "text",
                                                     "scale",
                                                     "duration",
                                                     "number",
                                                     "enter",
                                                     "backdraft",
                                                     "random",
                                                     "both",
                                                     "therapist",
                                                     "1.0",
                                                     "2.10",
                                                     "1",
                                                     "v1.0",
                                                     "en",
                                                     "English",
                                                     "de_DE",
                                                     "2026-13-01",
                                                     "2026-02-31",
                                                     "26-1-1",
                                                     "S002",
                                                     "S2",
                                                     "kind-pause",
                                                     "Kind-Pause",
                                                     "-pause",
                                                     "made/words",
                                                     "made/words@1",
                                                     "made/words@one",
                                                     "made@1",
                                                     "5",
                                                     "true"};
        const std::string before = part;
        switch (chance_.between(0, 2)) {
        case 0: part = misspelt(before); break;
        case 1: part = chance_.one_of(values); break;
        default: part = before.substr(0, before.size() / 2) + " " + before; break;
        }
        return part == before ? std::string() : before + " is now " + part.dump();
    }

    std::string change_number(Json& part) {
        static const std::vector<Json> values{-1,           0,   1,   7, 9, 10, 11, 21, 31, 1201, 20001,
                                              3000000000LL, 1.5, -0.5};
        const Json before = part;
        part = chance_.one_in(3) ? Json(before.dump()) : chance_.one_of(values);
        return before == part ? std::string() : before.dump() + " is now " + part.dump();
    }

    /// Two letters change places, one is lost, doubled or large.
    std::string misspelt(std::string word) {
        if (word.size() < 2) { return word + "x"; }
        const auto at = static_cast<std::size_t>(chance_.between(0, static_cast<int>(word.size()) - 2));
        const auto plain = [&](std::size_t place) { return static_cast<unsigned char>(word[place]) < 0x80; };
        if (!plain(at) || !plain(at + 1)) { return word + "x"; }
        switch (chance_.between(0, 3)) {
        case 0: std::swap(word[at], word[at + 1]); break;
        case 1: word.erase(at, 1); break;
        case 2: word.insert(at, 1, word[at]); break;
        default: word[at] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[at]))); break;
        }
        return word;
    }

    /// Keys of every group, with values that are right where they belong.
    static const std::vector<std::pair<std::string, Json>>& other_keys() {
        static const std::vector<std::pair<std::string, Json>> keys{
            {"colour", "green"},
            {"kind", "say"},
            {"text", "Here."},
            {"for", "10s"},
            {"rounds", 3},
            {"lowest", 1},
            {"highest", 3},
            {"longest", 20},
            {"longest", "40s"},
            {"shortest", "5s"},
            {"bell", "end"},
            {"wait", "enter"},
            {"answer", "text"},
            {"options", Json::array({Json{{"id", "a"}, {"text", "A"}}, Json{{"id", "b"}, {"text", "B"}}})},
            {"measure", "distress_0_10"},
            {"recorded", false},
            {"keep", "ask"},
            {"keep_as", "plan"},
            {"about", "distress"},
            {"section", "close"},
            {"go_to", "close"},
            {"library", "made/senses@1"},
            {"with", Json::object()},
            {"of", "kind-pause"},
            {"is", true},
            {"at_least", 3},
            {"given", true},
            {"all", Json::array({Json{{"answer", "q1"}, {"given", true}}})},
            {"parameter", "set_number0"},
            {"until", Json{{"answer", "q1"}, {"given", true}}},
            {"only_if", Json{{"answer", "words"}, {"of", "kind-pause"}, {"given", true}}},
            {"steps", Json::array({Json{{"kind", "say"}, {"text", "Here."}}})},
            {"then", Json::array({Json{{"kind", "say"}, {"text", "Here."}}})},
            {"instead", Json::array()},
            {"involves", Json::array({"touch"})},
            {"priority", "extra"},
            {"role", "closing"},
            {"purpose", "soothe"},
            {"component", "kindness"},
            {"id", "another"},
            {"title", "Another"},
            {"note", "A remark."},
            {"note", 5},
            {"$schema", "x"},
            {"set_by", "either"},
            {"default", 2},
            {"label", "Rounds"},
            {"type", "number"},
            {"distress", Json{{"offer_grounding_at", 5}, {"stop_at", 7}}},
            {"stop_at", 9},
            {"until", "2027-01-01"},
            {"needs", Json::array({"touch"})},
            {"sections", Json::array()},
            {"parameters", Json::object()}};
        return keys;
    }

    Chance chance_;
};

} // namespace kindly::tests
