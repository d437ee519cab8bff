// SPDX-License-Identifier: MIT
#include "checker/licences.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace kindly {

namespace {

/// Those that texts, data and programs of this sort have (SPDX license list). The Creative Commons family is
/// made from its parts.
const std::vector<std::string>& known_licences() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> ids{"0BSD",          "Apache-1.1",
                                     "Apache-2.0",    "Artistic-2.0",
                                     "BlueOak-1.0.0", "BSD-1-Clause",
                                     "BSD-2-Clause",  "BSD-2-Clause-Patent",
                                     "BSD-3-Clause",  "BSD-3-Clause-Clear",
                                     "BSD-4-Clause",  "BSL-1.0",
                                     "CC-PDDC",       "CC0-1.0",
                                     "CECILL-2.1",    "EPL-2.0",
                                     "EUPL-1.1",      "EUPL-1.2",
                                     "FSFAP",         "ISC",
                                     "LAL-1.2",       "LAL-1.3",
                                     "MIT",           "MIT-0",
                                     "MPL-1.1",       "MPL-2.0",
                                     "ODbL-1.0",      "ODC-By-1.0",
                                     "OFL-1.1",       "PDDL-1.0",
                                     "PSF-2.0",       "Unlicense",
                                     "WTFPL",         "Zlib",
                                     "etalab-2.0",    "OGL-UK-3.0",
                                     "NLOD-2.0",      "UPL-1.0",
                                     "NCSA"};
        for (const char* family :
             {"GPL-1.0", "GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0", "AGPL-1.0", "AGPL-3.0",
              "GFDL-1.1", "GFDL-1.2", "GFDL-1.3", "GFDL-1.3-invariants", "GFDL-1.3-no-invariants"}) {
            for (const char* later : {"-only", "-or-later"}) { ids.push_back(std::string(family) + later); }
        }
        for (const char* kind : {"BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"}) {
            for (const char* version : {"1.0", "2.0", "2.5", "3.0", "4.0"}) {
                ids.push_back(std::string("CC-") + kind + '-' + version);
            }
        }
        ids.emplace_back("CC-BY-ND-NC-1.0"); // so ordered in version 1.0
        return ids;
    }();
    return all;
}

bool is_one_licence(std::string_view written) {
    std::string one = lowered_ascii(written);
    if (one.starts_with("licenseref-")) { return one.size() > std::string_view("licenseref-").size(); }
    const auto& all = known_licences();
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& id) { return lowered_ascii(id) == one; });
}

/// The licences of an expression, its words and brackets taken out; those after WITH are exceptions.
std::vector<std::string> parts_of(std::string_view written) {
    std::string plain(written);
    std::replace_if(
        plain.begin(), plain.end(), [](char letter) { return letter == '(' || letter == ')'; }, ' ');
    std::vector<std::string> parts;
    bool exception = false;
    for (std::size_t at = plain.find_first_not_of(' '); at != std::string::npos;
         at = plain.find_first_not_of(' ', at)) {
        const std::size_t end = std::min(plain.find(' ', at), plain.size());
        const std::string word = plain.substr(at, end - at);
        at = end;
        if (word == "WITH") { exception = true; }
        if (word == "OR" || word == "AND" || word == "WITH") { continue; }
        if (!std::exchange(exception, false)) { parts.push_back(word); }
    }
    return parts;
}

/// Letters and digits only, with the words of Creative Commons as their two letters.
std::string squashed(std::string_view written) {
    std::string letters;
    for (const char letter : lowered_ascii(written)) {
        const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (kept) { letters += letter; }
    }
    struct Word {
        std::string_view from;
        std::string_view to;
    };
    static constexpr std::array words{
        Word{"creativecommons", "cc"},
        Word{"attribution", "by"},
        Word{"noncommercial", "nc"},
        Word{"sharealike", "sa"},
        Word{"noderivatives", "nd"},
        Word{"noderivs", "nd"},
        Word{"noderivative", "nd"},
        Word{"international", ""},
        Word{"unported", ""},
        Word{"licensed", ""},
        Word{"license", ""},
        Word{"licence", ""},
        Word{"version", ""},
        Word{"universal", ""},
        Word{"publicdomaindedication", ""},
        Word{"deed", ""},
        Word{"generic", ""},
    };
    for (const Word& word : words) {
        for (std::size_t at = letters.find(word.from); at != std::string::npos;
             at = letters.find(word.from)) {
            letters.replace(at, word.from.size(), word.to);
        }
    }
    return letters;
}

/// "ccbyncsa30" and the like, the version 4.0 where none is named.
std::optional<std::string> creative_commons(std::string letters) {
    if (letters.starts_with("the")) { letters.erase(0, 3); }
    if (letters.starts_with("cc")) { letters.erase(0, 2); }
    bool by = false;
    bool nc = false;
    bool sa = false;
    bool nd = false;
    while (letters.size() >= 2) {
        const std::string two = letters.substr(0, 2);
        if (two == "by") {
            by = true;
        } else if (two == "nc") {
            nc = true;
        } else if (two == "sa") {
            sa = true;
        } else if (two == "nd") {
            nd = true;
        } else {
            break;
        }
        letters.erase(0, 2);
    }
    if (!letters.empty() && letters.front() == 'v') { letters.erase(0, 1); }
    static constexpr std::array versions{"1", "10", "2", "20", "25", "3", "30", "4", "40", ""};
    const bool versioned = std::find(versions.begin(), versions.end(), letters) != versions.end();
    if (!by || (sa && nd) || !versioned) { return std::nullopt; }
    std::string id = "CC-BY";
    if (nc) { id += "-NC"; }
    if (sa) { id += "-SA"; }
    if (nd) { id += "-ND"; }
    const char major = letters.empty() ? '4' : letters.front();
    return id + '-' + major + '.' + (letters == "25" ? '5' : '0');
}

} // namespace

bool is_licence(std::string_view written) {
    const auto parts = parts_of(written);
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), is_one_licence) &&
           (parts.size() == 1 || written.find(" OR ") != std::string_view::npos ||
            written.find(" AND ") != std::string_view::npos);
}

std::optional<std::string> licence_meant(std::string_view written) {
    const std::string letters = squashed(written);
    if (letters == "cc") { return "CC-BY-4.0"; }
    if (const auto meant = creative_commons(letters)) { return meant; }
    struct Word {
        std::string_view letters;
        const char* id;
    };
    static constexpr std::array words{
        Word{"cc0", "CC0-1.0"},
        Word{"ccz", "CC0-1.0"},
        Word{"cczero", "CC0-1.0"},
        Word{"cc01", "CC0-1.0"},
        Word{"publicdomain", "CC0-1.0"},
        Word{"pd", "CC0-1.0"},
        Word{"apache", "Apache-2.0"},
        Word{"apache2", "Apache-2.0"},
        Word{"apache20", "Apache-2.0"},
        Word{"themit", "MIT"},
        Word{"mit", "MIT"},
        Word{"expat", "MIT"},
        Word{"bsd", "BSD-3-Clause"},
        Word{"bsd3", "BSD-3-Clause"},
        Word{"bsd2", "BSD-2-Clause"},
        Word{"newbsd", "BSD-3-Clause"},
        Word{"gpl", "GPL-3.0-or-later"},
        Word{"gplv3", "GPL-3.0-or-later"},
        Word{"gpl3", "GPL-3.0-or-later"},
        Word{"gpl30", "GPL-3.0-or-later"},
        Word{"gnugpl", "GPL-3.0-or-later"},
        Word{"gplv2", "GPL-2.0-or-later"},
        Word{"gpl2", "GPL-2.0-or-later"},
        Word{"gpl20", "GPL-2.0-or-later"},
        Word{"lgpl", "LGPL-3.0-or-later"},
        Word{"lgplv3", "LGPL-3.0-or-later"},
        Word{"lgpl3", "LGPL-3.0-or-later"},
        Word{"lgpl30", "LGPL-3.0-or-later"},
        Word{"lgpl21", "LGPL-2.1-or-later"},
        Word{"agpl", "AGPL-3.0-or-later"},
        Word{"agplv3", "AGPL-3.0-or-later"},
        Word{"agpl3", "AGPL-3.0-or-later"},
        Word{"agpl30", "AGPL-3.0-or-later"},
        Word{"gfdl", "GFDL-1.3-or-later"},
        Word{"fdl", "GFDL-1.3-or-later"},
        Word{"gfdl13", "GFDL-1.3-or-later"},
        Word{"mpl", "MPL-2.0"},
        Word{"mozilla", "MPL-2.0"},
        Word{"un", "Unlicense"},
        Word{"odbl", "ODbL-1.0"},
    };
    const auto word =
        std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.letters == letters; });
    if (word != words.end()) { return word->id; }
    for (const std::string& id : known_licences()) {
        if (squashed(id) == letters) { return id; }
    }
    // Four letters away from something else is no hint: only what is really near.
    const auto near = nearest(written, known_licences());
    constexpr std::size_t shortest = 4;
    return written.size() >= shortest ? near : std::nullopt;
}

bool forbids_derivatives(std::string_view written) {
    auto forbids = [](std::string_view one) {
        const std::string id = is_one_licence(one) ? std::string(one) : licence_meant(one).value_or("");
        return lowered_ascii(id).find("-nd") != std::string::npos;
    };
    std::string_view rest = written;
    for (std::size_t at = rest.find(" OR "); at != std::string_view::npos; at = rest.find(" OR ")) {
        if (!forbids(trimmed(rest.substr(0, at)))) { return false; }
        rest.remove_prefix(at + std::string_view(" OR ").size());
    }
    return forbids(trimmed(rest));
}

} // namespace kindly
