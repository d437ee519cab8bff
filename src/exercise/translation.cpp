// SPDX-License-Identifier: MIT
#include "exercise/translation.hpp"

#include "base/text.hpp"
#include "exercise/braces.hpp"
#include "exercise/characters.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/json_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kindly {

namespace {

const Shape& file_shape() {
    static const Shape shape{N_("A translation"),
                             N_("This translation"),
                             {{"$schema"},
                              {"format", "\"format\": \"1.0\"", true},
                              {"translates", "\"translates\": \"kind-pause\"", true},
                              {"of_version", "\"of_version\": \"1.0\"", true},
                              {"language", "\"language\": \"de\"", true},
                              {"by", "\"by\": \"your name\""},
                              {"texts", "\"texts\": { ... }", true},
                              {"note"}},
                             {{"id", "translates"},
                              {"exercise", "translates"},
                              {"translation_of", "translates"},
                              {"version", "of_version"},
                              {"lang", "language"},
                              {"author", "by"},
                              {"authors", "by"},
                              {"translator", "by"},
                              {"sentences", "texts"},
                              {"strings", "texts"},
                              {"schema", "$schema"}}};
    return shape;
}

const Shape& text_shape() {
    static const Shape shape{
        N_("A translated sentence"),
        N_("This sentence"),
        {{"from", "\"from\": \"...\"", true}, {"to", "\"to\": \"...\"", true}, {"note"}},
        {{"source", "from"}, {"original", "from"}, {"text", "to"}, {"target", "to"}, {"translation", "to"}}};
    return shape;
}

/// An exercise's id, or a fragment's.
std::string read_original(Entries& entries) {
    const Written* written = entries.find("translates");
    const std::size_t slash = written == nullptr ? std::string::npos : written->text.find('/');
    if (slash == std::string::npos) { return entries.name_id("translates").value_or(""); }
    const std::string_view name = written->text;
    if (!is_id(name.substr(0, slash), true) || !is_id(name.substr(slash + 1), true)) {
        entries.error("K007", written->span,
                      filled(_("\"{}\" is no name of an exercise, like \"kind-pause\", or of a part of the "
                               "library, like \"grounding/senses\""),
                             name));
    }
    return std::string(name);
}

TranslatedText read_text(Reading& reading, const Member& member) {
    TranslatedText text;
    text.name = member.key;
    text.written = &member;
    if (!must_be_group(reading, member.value,
                       filled(_("\"{}\" should be a group like {{ \"from\": \"...\", \"to\": \"...\" }}"),
                              member.key))) {
        text.readable = false;
        return text;
    }
    Entries entries(reading, member.value, text_shape());
    read_note(entries);
    text.from = entries.text("from").value_or("");
    if (const Written* to = entries.find("to"); to != nullptr) {
        if (to->kind == Written::Kind::string) { // may be empty: still to be written
            text.to = trimmed(to->text).empty() ? std::string() : to->text;
            text.readable = !check_characters(*to, reading.findings);
        } else {
            entries.wrong_type("to", *to, _("a text like \"...\""));
        }
    }
    text.readable = text.readable && !entries.broken();
    return text;
}

/// The {names} of a text, and whether its braces are whole.
std::pair<std::set<std::string>, bool> names_in(const std::string& text) {
    const Placeholders found = find_placeholders(text);
    std::set<std::string> names;
    for (const Placeholder& one : found.all) { names.insert(one.name); }
    return {std::move(names), !found.unclosed.has_value()};
}

} // namespace

ReadTranslation read_translation(std::shared_ptr<const SourceText> source) {
    ParsedText parsed = parse_written(source);
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    const Written* root =
        parsed.document == nullptr ? nullptr : outermost(reading, *parsed.document, file_shape());
    if (root == nullptr) { return {nullptr, reading.findings.take()}; }
    Entries entries(reading, *root, file_shape(), [](std::string_view key) {
        constexpr std::array<std::string_view, 6> of_exercises{"sections", "safety", "parameters",
                                                               "steps",    "title",  "about"};
        const bool known = std::find(of_exercises.begin(), of_exercises.end(), key) != of_exercises.end();
        return known ? filled(_("\"{}\" belongs to exercises; a translation has its sentences under "
                                "\"texts\""),
                              key)
                     : std::string();
    });
    auto translation = std::make_shared<Translation>();
    translation->document = parsed.document;
    translation->format = read_format(entries);
    translation->translates = read_original(entries);
    translation->of_version = read_version(entries, "of_version");
    translation->language = read_language(entries);
    translation->by = entries.text("by").value_or("");
    read_note(entries);
    const Written* texts = entries.nested("texts");
    const bool heading_is_broken = entries.broken();
    if (texts != nullptr) {
        for (const auto& member : texts->members) {
            translation->texts.push_back(read_text(reading, member));
        }
    }
    Diagnostics diagnostics = reading.findings.take();
    translation->has_errors = has_errors(diagnostics);
    if (texts == nullptr || heading_is_broken) { translation = nullptr; }
    return {std::move(translation), std::move(diagnostics)};
}

bool is_filled_in(const ShownText& text) {
    return text.kind != ShownText::Kind::about && text.kind != ShownText::Kind::setting &&
           (text.kind != ShownText::Kind::title || text.section != nullptr);
}

bool must_be_up_to_date(const ShownText& text) {
    return text.safety || text.kind == ShownText::Kind::question || text.kind == ShownText::Kind::option;
}

bool is_whole(const Translation& translation, const std::vector<ShownText>& texts) {
    if (translation.has_errors) { return false; }
    std::map<std::string_view, const TranslatedText*> translated;
    for (const TranslatedText& text : translation.texts) { translated.emplace(text.name, &text); }
    return std::all_of(texts.begin(), texts.end(), [&](const ShownText& now) {
        const auto found = translated.find(now.name);
        if (found == translated.end()) { return false; }
        const TranslatedText& text = *found->second;
        if (!text.readable || text.to.empty()) { return false; }
        if (must_be_up_to_date(now) && text.from != now.text()) { return false; }
        return !is_filled_in(now) || names_in(text.to) == std::pair(names_in(now.text()).first, true);
    });
}

} // namespace kindly
