// SPDX-License-Identifier: MIT
// Small exercises made for one question about the log: what a column says after exactly these inputs. The
// program is driven through its event stream and read through `log --json`; nothing here knows how a column
// is worked out.
#pragma once

#include "program/child.hpp"

#include <fstream>
#include <set>

namespace kindly::tests {

/// Main sections with a grounding and a closing around them. Offers from 5, grounding from 8.
inline std::string exercise_with(const std::string& main_sections, const std::string& intensity = "gentle",
                                 const std::string& in_closing = {}) {
    return R"({ "format": "1.0", "id": "made", "version": "2.3", "language": "en", "title": "Made for a test",
  "safety": { "intensity": ")" +
           intensity + R"(", "before": "Quiet.", "backdraft": "That can happen.",
    "distress": { "offer_grounding_at": 5, "stop_at": 8 } },
  "sections": [ )" +
           main_sections + R"(,
    { "id": "room", "title": "Room", "role": "grounding", "steps": [ { "kind": "say", "text": "Look around." } ] },
    { "id": "close", "title": "Close", "role": "closing", "steps": [ )" +
           in_closing + R"({ "kind": "say", "text": "That is enough." } ] } ] })";
}

inline std::string section(const std::string& purpose, const std::string& steps,
                           const std::string& component = {}) {
    static int count = 0;
    const std::string named = component.empty() ? "" : R"("component": ")" + component + "\", ";
    return R"({ "id": "part_)" + std::to_string(++count) + R"(", "title": "Part", )" + named +
           R"("purpose": ")" + purpose + R"(", "steps": [ )" + steps + " ] }";
}
inline std::string check_in(const std::string& id, bool backdraft = false) {
    return R"({ "kind": "check_in", "id": ")" + id + R"(", "text": "How distressed?")" +
           (backdraft ? R"(, "about": "backdraft" })" : " }");
}
inline std::string kindness(const std::string& id) {
    return R"({ "kind": "ask", "id": ")" + id +
           R"(", "text": "How kind?", "answer": "scale", "lowest": 0, "highest": 10, "optional": true,
    "measure": "kindness_0_10" })";
}
inline const char* const words = R"({ "kind": "say", "text": "Some words." })";

inline std::string file_with(const TemporaryHome& home, const std::string& text,
                             const std::string& name = "made.json") {
    const std::string file = (home.path() / name).string();
    std::ofstream(file) << text;
    return file;
}

/// One line of input for each word: 4 or "yes" is an answer, skip or ground something to do. What is to be
/// chosen at an offer begins with "=".
inline std::string inputs(const std::vector<std::string>& said) {
    static const std::set<std::string> deeds{"skip", "back",  "ground", "close",
                                             "stop", "pause", "resume", "continue"};
    std::string lines;
    for (const std::string& word : said) {
        nlohmann::json line;
        if (deeds.contains(word)) {
            line["do"] = word;
        } else {
            line["do"] = "answer";
            const bool is_number = word.find_first_not_of("0123456789") == std::string::npos;
            line["value"] = is_number ? nlohmann::json(std::stoi(word))
                                      : nlohmann::json(word.front() == '=' ? word.substr(1) : word);
        }
        lines += line.dump() + "\n";
    }
    return lines;
}

/// The one entry that is left by a trial of this exercise with these inputs; time is virtual.
inline nlohmann::json entry_after(const std::string& exercise, const std::vector<std::string>& said,
                                  const std::vector<std::string>& options = {}) {
    const TemporaryHome home;
    std::vector<std::string> arguments{
        "practice", file_with(home, exercise), "--instant", "--guide", "events", "--seed", "1"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Finished done = finished(home, arguments, inputs(said));
    if (done.status != 0 || done.output.find("\"refused\"") != std::string::npos) {
        throw std::runtime_error("not what the test meant:\n" + done.output);
    }
    const nlohmann::json log = log_of(home);
    if (log.size() != 1) { throw std::runtime_error("not one entry:\n" + log.dump(1)); }
    return log[0];
}

} // namespace kindly::tests
