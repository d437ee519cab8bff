// SPDX-License-Identifier: MIT
// Reading a translation file, and where its exercise is looked for.
#include "checker/translation.hpp"

#include "base/text.hpp"
#include "exercise/characters.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/json_text.hpp"

#include <algorithm>
#include <array>

namespace kindly {

namespace fs = std::filesystem;

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

std::vector<fs::path> places_of_original(const Translation& translation, const fs::path& file,
                                         const std::vector<fs::path>& folders) {
    const bool of_fragment = translation.translates.find('/') != std::string::npos;
    const fs::path name = translation.translates + ".json";
    std::vector<fs::path> places{file.parent_path() / name.filename()};
    for (const fs::path& folder : folders) {
        const fs::path place = of_fragment ? folder / "library" / name : folder / name;
        if (std::find(places.begin(), places.end(), place) == places.end()) { places.push_back(place); }
    }
    if (of_fragment) { return places; }
    for (const fs::path& folder : folders) { places.push_back(folder / "programmes" / name); }
    return places;
}

Diagnostic original_not_found(const Translation& translation, const std::vector<fs::path>& looked_in,
                              const std::vector<std::string>& ids) {
    Findings findings(translation.document->source);
    std::vector<std::string> places;
    places.reserve(looked_in.size());
    for (const fs::path& place : looked_in) { places.push_back(place.string()); }
    findings.error("X005", translation.document->root.find("translates")->span,
                   filled(_("The exercise \"{}\" was not found.{}"), translation.translates,
                          spaced(did_you_mean(translation.translates, ids))),
                   {filled(_("A translation is compared with its exercise. Looked for: {}."), listed(places)),
                    _("put the exercise beside the translation, or name its folder with --exercise-path."),
                    {}});
    Diagnostics found = findings.take();
    if (found.front().message.ends_with('.')) { found.front().message.pop_back(); }
    return std::move(found.front());
}

std::string language_in_words(const std::string& tag) {
    struct Language {
        std::string_view tag;
        const char* name;
    };
    static constexpr std::array languages{
        Language{"ar", N_("Arabic")},     Language{"bg", N_("Bulgarian")}, Language{"ca", N_("Catalan")},
        Language{"cs", N_("Czech")},      Language{"cy", N_("Welsh")},     Language{"da", N_("Danish")},
        Language{"de", N_("German")},     Language{"el", N_("Greek")},     Language{"en", N_("English")},
        Language{"es", N_("Spanish")},    Language{"et", N_("Estonian")},  Language{"eu", N_("Basque")},
        Language{"fa", N_("Persian")},    Language{"fi", N_("Finnish")},   Language{"fr", N_("French")},
        Language{"ga", N_("Irish")},      Language{"gl", N_("Galician")},  Language{"he", N_("Hebrew")},
        Language{"hi", N_("Hindi")},      Language{"hr", N_("Croatian")},  Language{"hu", N_("Hungarian")},
        Language{"id", N_("Indonesian")}, Language{"is", N_("Icelandic")}, Language{"it", N_("Italian")},
        Language{"ja", N_("Japanese")},   Language{"ko", N_("Korean")},    Language{"lt", N_("Lithuanian")},
        Language{"lv", N_("Latvian")},    Language{"nb", N_("Norwegian")}, Language{"nl", N_("Dutch")},
        Language{"nn", N_("Norwegian")},  Language{"no", N_("Norwegian")}, Language{"pl", N_("Polish")},
        Language{"pt", N_("Portuguese")}, Language{"ro", N_("Romanian")},  Language{"ru", N_("Russian")},
        Language{"sk", N_("Slovak")},     Language{"sl", N_("Slovenian")}, Language{"sq", N_("Albanian")},
        Language{"sr", N_("Serbian")},    Language{"sv", N_("Swedish")},   Language{"th", N_("Thai")},
        Language{"tr", N_("Turkish")},    Language{"uk", N_("Ukrainian")}, Language{"ur", N_("Urdu")},
        Language{"vi", N_("Vietnamese")}, Language{"zh", N_("Chinese")},
    };
    const std::string primary = lowered_ascii(tag.substr(0, tag.find('-')));
    const auto found = std::find_if(languages.begin(), languages.end(),
                                    [&](const Language& language) { return language.tag == primary; });
    return found == languages.end() ? std::string() : _(found->name);
}

} // namespace kindly
