// SPDX-License-Identifier: MIT
#include "checker/own_words.hpp"

#include "exercise/decode.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr const char* known_format = "1.0";

const Shape& outer_shape() {
    static const Shape shape{
        N_("A list of words"),
        N_("This list of words"),
        {{"$schema"},
         {"format", "\"format\": \"1.0\"", true},
         {"language", "\"language\": \"en\"", true},
         {"blame", "\"blame\": [ { \"words\": \"...\", \"try\": \"...\" } ]"},
         {"fine", "\"fine\": [ \"...\" ]"},
         {"note"}},
        {{"lang", "language"}, {"allow", "fine"}, {"allowed", "fine"}, {"ok", "fine"}, {"words", "blame"}}};
    return shape;
}

const Shape& blame_shape() {
    static const Shape shape{N_("An entry of \"blame\""),
                             N_("This entry"),
                             {{"words", "\"words\": \"your issues\"", true},
                              {"try", "\"try\": \"what is hard for you\""},
                              {"note"}},
                             {{"word", "words"},
                              {"phrase", "words"},
                              {"text", "words"},
                              {"instead", "try"},
                              {"suggestion", "try"}}};
    return shape;
}

void check_format(Entries& entries) {
    const auto format = entries.text("format");
    if (format && *format != known_format) {
        entries.error("K009", entries.find("format")->span,
                      filled(_("There is no list of words in format \"{}\". This program knows \"{}\""),
                             *format, known_format));
    }
}

std::string read_language(Entries& entries) {
    const auto language = entries.text("language");
    if (!language) { return {}; }
    const std::size_t first = std::min(language->find('-'), language->size());
    const bool small = std::all_of(language->begin(), language->begin() + static_cast<std::ptrdiff_t>(first),
                                   [](char letter) { return letter >= 'a' && letter <= 'z'; });
    if (!small || first < 2 || first > 3) {
        entries.error(
            "K007", entries.find("language")->span,
            filled(_("\"{}\" is not a language code. Write it like \"en\", \"de\" or \"pt-BR\""), *language));
    }
    return *language;
}

/// There is a word in it, and it is short enough to be a phrase.
bool is_phrase(Entries& entries, const Written& written) {
    TextWords words;
    words.read(written.text);
    if (words.words.empty()) {
        entries.error("K006", written.span, filled(_("There is no word in \"{}\""), written.text));
        return false;
    }
    if (written.text.size() > limits::longest_own_phrase) {
        entries.error(
            "K006", written.span,
            filled(_("This is too long for a phrase; it can have {} letters"), limits::longest_own_phrase),
            {_("Phrases are looked for word by word. A few words are enough."), {}, {}});
        return false;
    }
    return true;
}

bool is_short_enough(Entries& entries, const Written& list) {
    if (list.entries.size() <= limits::most_own_phrases) { return true; }
    entries.error("K006", list.entries[limits::most_own_phrases].span,
                  filled(_("This list can have {} entries; here are {}"), limits::most_own_phrases,
                         list.entries.size()));
    return false;
}

void read_blame(Entries& entries, OwnWords& own) {
    const Written* list = entries.list("blame");
    if (list == nullptr || !is_short_enough(entries, *list)) { return; }
    for (const auto& entry : list->entries) {
        if (!must_be_group(entries.reading(), entry,
                           _("An entry should be a group like { \"words\": \"...\", \"try\": \"...\" }"))) {
            continue;
        }
        Entries one(entries.reading(), entry, blame_shape());
        const auto words = one.text("words");
        if (words && is_phrase(one, *one.find("words"))) {
            own.blame.push_back({*words, one.text("try").value_or("")});
        }
    }
}

void read_fine(Entries& entries, OwnWords& own) {
    const Written* list = entries.list("fine");
    if (list == nullptr || !is_short_enough(entries, *list)) { return; }
    for (const auto& entry : list->entries) {
        const auto words = read_text_value(entries, "fine", entry);
        if (words && is_phrase(entries, entry)) { own.fine.push_back(*words); }
    }
}

std::shared_ptr<const PhraseTable> table_of(const OwnWords& own) {
    const LanguageWords* list = words_for(own.language);
    auto table = list == nullptr ? std::make_shared<PhraseTable>() : std::make_shared<PhraseTable>(*list);
    for (const auto& blame : own.blame) { table->add_plain(Rule::blame, blame.words, blame.instead); }
    for (const auto& fine : own.fine) { table->add_plain(Rule::fine, fine, {}); }
    return table;
}

} // namespace

bool OwnWords::speaks(std::string_view exercise_language) const {
    return exercise_language.starts_with(language) &&
           (exercise_language.size() == language.size() || exercise_language[language.size()] == '-');
}

ReadOwnWords read_own_words(const std::shared_ptr<const SourceText>& source) {
    ParsedText parsed = parse_written(source);
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    if (parsed.document == nullptr) { return {nullptr, reading.findings.take()}; }
    const Written& root = parsed.document->root;
    if (root.kind != Written::Kind::object) {
        reading.findings.error("K003", opening(root), _("The file should begin with { and end with }"));
        return {nullptr, reading.findings.take()};
    }
    Entries entries(reading, root, outer_shape());
    auto own = std::make_shared<OwnWords>();
    check_format(entries);
    own->language = read_language(entries);
    read_blame(entries, *own);
    read_fine(entries, *own);
    Diagnostics diagnostics = reading.findings.take();
    if (has_errors(diagnostics)) { return {nullptr, std::move(diagnostics)}; }
    own->phrases = table_of(*own);
    return {std::move(own), std::move(diagnostics)};
}

} // namespace kindly
