// SPDX-License-Identifier: MIT
#include "exercise/sitting.hpp"

#include "base/duration.hpp"
#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"

#include <algorithm>
#include <cassert>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* quiet_section = "quiet";

const char* words_of_quiet() { return _("Nothing to do now, and nothing to get right."); }

/// The format's longest pause, again and again.
Json pauses_of(const Sitting& sitting) {
    Json pauses = Json::array();
    for (Milliseconds left = *sitting.length; left > Milliseconds{};) {
        const Milliseconds length = std::min(left, limits::longest_pause);
        const bool first = pauses.empty();
        const bool last = length == left;
        left -= length;
        Json pause{{"kind", "pause"}, {"for", written_duration(length)}};
        if (first) { pause["text"] = words_of_quiet(); }
        if (first || last) { pause["bell"] = first && last ? "both" : first ? "start" : "end"; }
        if (sitting.bell_every > Milliseconds{}) {
            pause["bell_every"] = written_duration(sitting.bell_every);
        }
        pauses.push_back(std::move(pause));
    }
    return pauses;
}

Json steps_of(const Sitting& sitting) {
    if (sitting.length) { return pauses_of(sitting); }
    Json line{{"kind", "say"}, {"text", words_of_quiet()}, {"wait", "enter"}};
    if (sitting.bell_every > Milliseconds{}) {
        line["note"] = "a bell every " + written_duration(sitting.bell_every);
    }
    return Json::array({std::move(line)});
}

Json section(const char* id, const char* title, Json more, Json steps) {
    Json made{{"id", id}, {"title", title}};
    made.update(more);
    made["steps"] = std::move(steps);
    return made;
}

Json line(const char* text) { return Json{{"kind", "say"}, {"text", text}}; }

} // namespace

std::string sitting_text(const Sitting& sitting) {
    Json sections = Json::array();
    if (sitting.prepare > Milliseconds{}) {
        sections.push_back(
            section("settle", _("Settling in"), {{"purpose", "arrive"}},
                    Json::array({Json{{"kind", "pause"},
                                      {"for", written_duration(sitting.prepare)},
                                      {"text", _("Time to settle, in any way that is comfortable.")}}})));
    }
    sections.push_back(section(quiet_section, _("Quiet"),
                               {{"component", "mindfulness"}, {"purpose", "notice"}}, steps_of(sitting)));
    sections.push_back(section("steady", _("Back to the room"), {{"role", "grounding"}},
                               Json::array({Json{{"kind", "use"}, {"library", "grounding/senses@1"}}})));
    sections.push_back(
        section("close", _("From here"), {{"role", "closing"}},
                Json::array({line(_("The quiet ends here. Look around, and move a little if you like."))})));
    const Json text{
        {"format", "1.0"},
        {"id", sitting_id},
        {"version", "1.0"},
        {"language", spoken_language()},
        {"title", _("Sitting quietly")},
        {"about",
         {{"summary", _("A silence of one's own, with bells. Nothing is said in it, and nothing is asked.")},
          {"authors", {"kindly contributors"}},
          {"license", "CC-BY-4.0"},
          {"sources", Json::array({{{"idea", "Sitting in silence for a time"},
                                    {"cite", "Common contemplative practice"}}})},
          {"audience", "everyone"}}},
        {"safety",
         {{"intensity", "gentle"},
          {"before", _("Quiet can bring things up. You can end it at any moment.")}}},
        {"sections", std::move(sections)}};
    constexpr int indent = 2;
    return text.dump(indent) + "\n";
}

std::shared_ptr<const Exercise> sitting_exercise(const Sitting& sitting) {
    const auto source =
        std::make_shared<const SourceText>(std::string(sitting_id) + ".json", sitting_text(sitting));
    const ReadExercise read = read_exercise(source);
    assert(read.exercise != nullptr);
    auto exercise = std::make_shared<Exercise>(*read.exercise);
    for (auto& one : exercise->sections) {
        if (one.id != quiet_section) { continue; }
        Pause pause;
        pause.length = sitting.length.value_or(Milliseconds{});
        pause.text = words_of_quiet();
        pause.bell = sitting.length ? Pause::Bell::both : Pause::Bell::start;
        if (sitting.bell_every > Milliseconds{}) { pause.bell_every = sitting.bell_every; }
        one.steps.resize(1);
        one.steps.front().what = std::move(pause);
    }
    return exercise;
}

void keep_time(Plan& plan, const Sitting& sitting) {
    plan.keeps_time = true;
    plan.guided = sitting.length ? sitting.prepare + *sitting.length : Milliseconds{};
    if (sitting.length) { return; }
    for (auto& instruction : plan.instructions) {
        if (plan.sections[instruction.section].id != quiet_section) { continue; }
        if (auto* silence = std::get_if<Silence>(&instruction.what)) { silence->open_ended = true; }
    }
}

} // namespace kindly
