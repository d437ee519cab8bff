// SPDX-License-Identifier: MIT
// Where the exercise of a translation is looked for, and names of languages.
#include "base/text.hpp"
#include "checker/translation.hpp"
#include "exercise/findings.hpp"

#include <algorithm>
#include <array>

namespace kindly {

namespace fs = std::filesystem;

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

namespace {

std::string quoted(std::vector<std::string> names) {
    for (std::string& name : names) { name = '"' + name + '"'; }
    return joined(names, ", ");
}

} // namespace

Diagnostic fragments_not_translated(const Translation& translation,
                                    const std::vector<std::string>& fragments) {
    Findings findings(translation.document->source);
    findings.warning(
        "X007", translation.document->root.find("language")->span,
        filled(_("{} from the library is not there in \"{}\", so this cannot be run yet"), quoted(fragments),
               translation.language),
        {_("Nobody is shown half a translation: what an exercise uses from the library has to be "
           "translated, too."),
         filled("kindly new --translation {} library/{}.json", translation.language, fragments.front()),
         {}});
    return findings.take().front();
}

Diagnostic exercises_not_translated(const Translation& translation,
                                    const std::vector<std::string>& exercises) {
    Findings findings(translation.document->source);
    findings.warning(
        "X007", translation.document->root.find("language")->span,
        filled(_("{} is not there in \"{}\", so this programme is not offered in it yet"), quoted(exercises),
               translation.language),
        {_("Nobody begins a programme that goes on in another language: each of its exercises has to be "
           "translated, too."),
         filled("kindly new --translation {} {}", translation.language, exercises.front()),
         {}});
    return findings.take().front();
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
