// SPDX-License-Identifier: MIT
#include "exercise/reader.hpp"

#include "base/text.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/links.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// The name of a fragment: its folder and its own, "grounding/senses".
std::string read_fragment_id(Entries& entries) {
    const auto written = entries.text("id");
    if (!written) { return {}; }
    const std::size_t slash = written->find('/');
    if (slash == std::string::npos || !is_id(std::string_view(*written).substr(0, slash), true) ||
        !is_id(std::string_view(*written).substr(slash + 1), true)) {
        entries.error("K007", entries.find("id")->span,
                      filled(_("\"{}\" cannot be the name of a part of the library. Write its folder and its "
                               "name, like \"grounding/senses\""),
                             *written));
    }
    return *written;
}

Shape with_heading(const char* a, const char* at_hand, const char* id, const std::vector<Key>& more) {
    Shape shape{a,
                at_hand,
                {{"$schema"},
                 {"format", "\"format\": \"1.0\"", true},
                 {"id", id, true},
                 {"version", "\"version\": \"1.0\"", true},
                 {"language", "\"language\": \"en\"", true},
                 {"title", "\"title\": \"...\"", true},
                 {"about", "\"about\": { ... }"},
                 {"note"}},
                {{"name", "title"},
                 {"lang", "language"},
                 {"meta", "about"},
                 {"settings", "parameters"},
                 {"params", "parameters"},
                 {"schema", "$schema"},
                 {"requires", "needs"},
                 {"involves", "needs"},
                 {"warnings", "safety"}}};
    shape.keys.insert(shape.keys.end(), more.begin(), more.end());
    std::erase_if(shape.synonyms, [&](const auto& synonym) { return shape.key(synonym.second) == nullptr; });
    return shape;
}

/// What exercises and fragments both begin with.
template <class Thing>
void read_heading(Entries& entries, Thing& thing) {
    thing.format = read_format(entries);
    thing.version = read_version(entries);
    thing.language = read_language(entries);
    thing.title = entries.text("title").value_or("");
    if (const Written* about = entries.nested("about")) {
        thing.about = read_about(entries.reading(), *about);
    }
    read_note(entries);
}

Diagnostics finished(Reading& reading, Diagnostics links) {
    for (auto& finding : links) { reading.findings.add(std::move(finding)); }
    return reading.findings.take();
}

} // namespace

ReadExercise read_exercise(std::shared_ptr<const SourceText> source,
                           std::shared_ptr<const PutTogether> parts) {
    static const Shape shape =
        with_heading(N_("An exercise"), N_("This exercise"), "\"id\": \"kind-pause\"",
                     {{"parameters", "\"parameters\": { ... }"},
                      {"safety", "\"safety\": { \"intensity\": \"gentle\", \"before\": \"...\" }", true},
                      {"needs", "\"needs\": [\"touch\"]"},
                      {"sections", "\"sections\": [ ... ]", true}});
    ParsedText parsed = parse_written(source, std::move(parts));
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root = parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document, shape);
    if (root == nullptr) { return {nullptr, reading.findings.take()}; }
    Entries entries(reading, *root, shape, [](std::string_view key) {
        return key == "steps"
                   ? std::string(_("\"steps\" belongs to parts of the library; an exercise has \"sections\""))
                   : std::string();
    });
    auto exercise = std::make_shared<Exercise>();
    exercise->document = parsed.document;
    read_heading(entries, *exercise);
    exercise->id = entries.name_id("id").value_or("");
    if (const Written* parameters = entries.nested("parameters")) {
        exercise->parameters = read_parameters(reading, *parameters);
    }
    exercise->needs = read_avoidables(entries, "needs");
    exercise->sections = read_sections(entries);
    if (const Written* safety = entries.nested("safety")) {
        exercise->safety = read_safety(reading, *safety);
    }
    check_names(reading, exercise->sections);
    Diagnostics diagnostics = finished(reading, check_links(*exercise, reading.doubts));
    if (has_errors(diagnostics)) { exercise = nullptr; }
    return {std::move(exercise), std::move(diagnostics)};
}

ReadFragment read_fragment(std::shared_ptr<const SourceText> source,
                           std::shared_ptr<const PutTogether> parts) {
    static const Shape shape =
        with_heading(N_("A part of the library"), N_("This part of the library"),
                     "\"id\": \"grounding/senses\"", {{"steps", "\"steps\": [ ... ]", true}});
    ParsedText parsed = parse_written(source, std::move(parts));
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root = parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document, shape);
    if (root == nullptr) { return {nullptr, reading.findings.take()}; }
    Entries entries(reading, *root, shape, [](std::string_view key) {
        const bool of_exercises =
            key == "sections" || key == "safety" || key == "parameters" || key == "needs";
        return of_exercises
                   ? filled(_("\"{}\" belongs to exercises; a part of the library has only \"steps\""), key)
                   : std::string();
    });
    auto fragment = std::make_shared<Fragment>();
    fragment->document = parsed.document;
    read_heading(entries, *fragment);
    fragment->id = read_fragment_id(entries);
    fragment->steps = read_steps(entries, "steps");
    check_names(reading, fragment->steps);
    Diagnostics diagnostics = finished(reading, check_links(*fragment, reading.doubts));
    if (has_errors(diagnostics)) { fragment = nullptr; }
    return {std::move(fragment), std::move(diagnostics)};
}

} // namespace kindly
