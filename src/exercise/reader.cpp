// SPDX-License-Identifier: MIT
#include "exercise/reader.hpp"

#include "base/text.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/links.hpp"

#include <algorithm>
#include <charconv>

namespace kindly {

namespace {

constexpr int known_major = 1;
constexpr int known_minor = 0;

/// "2.1": two whole numbers; nothing else.
std::optional<std::pair<int, int>> read_two_numbers(std::string_view written) {
    std::pair<int, int> numbers;
    const std::size_t point = written.find('.');
    if (point == std::string_view::npos) { return std::nullopt; }
    auto read = [](std::string_view part, int& number) {
        const bool digits = !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        return digits && error == std::errc() && end == part.data() + part.size();
    };
    if (!read(written.substr(0, point), numbers.first) || !read(written.substr(point + 1), numbers.second)) {
        return std::nullopt;
    }
    return numbers;
}

/// K009 for a file that is newer than this program: its other keys may be unknown too, so nothing else is
/// said.
bool is_newer(Reading& reading, const Written& root) {
    const Written* format = root.find("format");
    const auto numbers = format == nullptr ? std::nullopt : read_two_numbers(format->text);
    if (!numbers || *numbers <= std::pair(known_major, known_minor)) { return false; }
    reading.findings.error("K009", format->span,
                           filled(_("This exercise is written for format {}; this program knows up to {}.{}. "
                                    "Please update the program"),
                                  format->text, known_major, known_minor));
    return true;
}

std::string read_format(Entries& entries) {
    const auto written = entries.text("format");
    if (!written) { return {}; }
    const auto numbers = read_two_numbers(*written);
    if (!numbers || numbers->first < known_major) {
        entries.error("K009", entries.find("format")->span,
                      filled(_("There is no format \"{}\". This program knows \"{}.{}\""), *written,
                             known_major, known_minor));
    }
    return *written;
}

std::string read_version(Entries& entries) {
    const auto written = entries.text("version");
    if (!written) { return {}; }
    if (!read_two_numbers(*written)) {
        entries.error(
            "K007", entries.find("version")->span,
            filled(_("\"{}\" cannot be a version. Write two numbers with a point between them, like \"1.0\""),
                   *written));
    }
    return *written;
}

/// A language tag in the way of BCP 47: "en", "de-x-sie", "zh-Hant".
std::string read_language(Entries& entries) {
    const auto written = entries.text("language");
    if (!written) { return {}; }
    constexpr std::size_t shortest = 2;
    constexpr std::size_t longest_first = 3;
    constexpr std::size_t longest = 8;
    bool fine = true;
    bool first = true;
    for (std::size_t begin = 0; fine && begin <= written->size();) {
        const std::size_t end = std::min(written->find('-', begin), written->size());
        const std::string_view part = std::string_view(*written).substr(begin, end - begin);
        const bool letters = std::all_of(part.begin(), part.end(), [&](char letter) {
            return (letter >= 'a' && letter <= 'z') ||
                   (!first && ((letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')));
        });
        fine = letters && !part.empty() &&
               (first ? part.size() >= shortest && part.size() <= longest_first : part.size() <= longest);
        first = false;
        begin = end + 1;
    }
    if (!fine) {
        entries.error(
            "K007", entries.find("language")->span,
            filled(_("\"{}\" is not a language code. Write it like \"en\", \"de\" or \"pt-BR\""), *written));
    }
    return *written;
}

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

Shape with_heading(const char* a, const char* at_hand, const std::vector<Key>& more) {
    Shape shape{a,
                at_hand,
                {{"$schema"},
                 {"format", "\"format\": \"1.0\"", true},
                 {"id", "\"id\": \"kind-pause\"", true},
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

/// The bytes as one group of entries, or nothing; what is wrong stands in `reading`.
const Written* outermost(Reading& reading, const Document& document) {
    if (document.root.kind != Written::Kind::object) {
        reading.findings.error("K003", opening(document.root),
                               _("The file should begin with { and end with }"));
        return nullptr;
    }
    return is_newer(reading, document.root) ? nullptr : &document.root;
}

Diagnostics finished(Reading& reading, Diagnostics links) {
    for (auto& finding : links) { reading.findings.add(std::move(finding)); }
    return reading.findings.take();
}

} // namespace

ReadExercise read_exercise(std::shared_ptr<const SourceText> source) {
    static const Shape shape =
        with_heading(N_("An exercise"), N_("This exercise"),
                     {{"parameters", "\"parameters\": { ... }"},
                      {"safety", "\"safety\": { \"intensity\": \"gentle\", \"before\": \"...\" }", true},
                      {"needs", "\"needs\": [\"touch\"]"},
                      {"sections", "\"sections\": [ ... ]", true}});
    ParsedText parsed = parse_written(source);
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root = parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document);
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

ReadFragment read_fragment(std::shared_ptr<const SourceText> source) {
    static const Shape shape = with_heading(N_("A part of the library"), N_("This part of the library"),
                                            {{"steps", "\"steps\": [ ... ]", true}});
    ParsedText parsed = parse_written(source);
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root = parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document);
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
