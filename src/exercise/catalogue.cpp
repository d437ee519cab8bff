// SPDX-License-Identifier: MIT
#include "exercise/catalogue.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

/// What was read of the library, by file: many exercises use the same few fragments.
class FragmentsRead {
public:
    const ReadFragment& read(const fs::path& file) {
        const auto known = files_.find(file);
        if (known != files_.end()) { return known->second; }
        return files_
            .emplace(file, read_fragment(std::make_shared<const SourceText>(
                               file.string(), read_file(file, limits::file_bytes))))
            .first->second;
    }

private:
    std::map<fs::path, ReadFragment> files_;
};

namespace {

constexpr std::string_view ending = ".json";

/// What a file's name promises: "look.de.json" is the exercise "look" in the language "de".
struct FileName {
    std::string id;
    std::string language; ///< empty: whichever the file says
};

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }
bool is_letter_or_digit(char letter) { return is_letter(letter) || (letter >= '0' && letter <= '9'); }

/// BCP 47 to look at: "de", "de-AT", "de-x-sie". Keeps "exercise-1.schema.json" out.
bool is_language(std::string_view text) {
    const std::string_view primary = text.substr(0, text.find('-'));
    return primary.size() >= 2 && primary.size() <= 3 &&
           std::all_of(primary.begin(), primary.end(), is_letter) && text.back() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char letter) { return letter == '-' || is_letter_or_digit(letter); });
}

std::optional<FileName> read_file_name(const std::string& name) {
    if (name.size() <= ending.size() || !name.ends_with(ending)) { return std::nullopt; }
    const std::string stem = name.substr(0, name.size() - ending.size());
    const std::size_t point = stem.find('.');
    FileName parts{stem.substr(0, point), point == std::string::npos ? "" : stem.substr(point + 1)};
    if (!is_exercise_id(parts.id)) { return std::nullopt; }
    if (point != std::string::npos && !is_language(parts.language)) { return std::nullopt; }
    return parts;
}

/// "de-AT" belongs to "de": both, the nearer one first.
std::vector<std::string> languages_for(std::string language) {
    std::vector<std::string> chain;
    while (!language.empty()) {
        chain.push_back(language);
        std::size_t cut = language.rfind('-');
        if (cut == std::string::npos) { break; }
        if (cut >= 2 && language[cut - 2] == '-') { cut -= 2; } // "de-x-sie": not "de-x"
        language.resize(cut);
    }
    return chain;
}

std::string primary_language(const std::string& language) {
    return lowered_ascii(language.substr(0, language.find('-')));
}

/// Anything but a folder, a broken link too: opening it then says what is wrong.
bool is_there(const fs::path& file) {
    std::error_code none;
    const fs::file_status status = fs::symlink_status(file, none);
    return fs::exists(status) && !fs::is_directory(file, none);
}

std::vector<std::pair<fs::path, FileName>> exercise_files(const fs::path& folder) {
    std::vector<std::pair<fs::path, FileName>> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (auto name = read_file_name(entry->path().filename().string()); name && is_there(entry->path())) {
            files.emplace_back(entry->path(), *std::move(name));
        }
    }
    std::sort(files.begin(), files.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    return files;
}

std::shared_ptr<const SourceText> read_source(const fs::path& file) {
    return std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes));
}

/// The id or language inside is not what the file's name says: it would be opened as one thing and recorded
/// as another.
std::optional<Diagnostic> name_differs(const Document& document, const char* key, const std::string& inside,
                                       const std::string& promised) {
    if (inside == promised) { return std::nullopt; }
    const Written* value = document.root.find(key);
    Diagnostic finding;
    finding.code = "K011";
    finding.message = fmt::format(fmt::runtime(_("\"{}\" is \"{}\", but the file's name says \"{}\"")), key,
                                  inside, promised);
    finding.explanation = _("Exercises are found by the names of their files, so the two have to agree.");
    finding.suggestion = fmt::format("\"{}\": \"{}\"", key, promised);
    finding.source = document.source;
    finding.where = value == nullptr ? document.root.span : value->span;
    return finding;
}

/// Fragments for one exercise.
class FragmentLibrary {
public:
    FragmentLibrary(std::vector<fs::path> folders, const std::string& language,
                    std::shared_ptr<Diagnostics> problems, std::shared_ptr<FragmentsRead> read)
        : folders_(std::move(folders)), languages_(languages_for(language)), problems_(std::move(problems)),
          read_(std::move(read)) {}

    std::shared_ptr<const Fragment> find(const std::string& id, int major) {
        const auto [place, is_new] = known_.try_emplace({id, major});
        if (is_new && is_fragment_id(id)) { place->second = look_for(id, major); }
        return place->second;
    }

private:
    static bool is_fragment_id(const std::string& id) {
        for (std::size_t start = 0; start <= id.size();) {
            const std::size_t end = std::min(id.find('/', start), id.size());
            if (!is_exercise_id(id.substr(start, end - start))) { return false; }
            start = end + 1;
        }
        return true;
    }

    std::shared_ptr<const Fragment> look_for(const std::string& id, int major) {
        for (const fs::path& folder : folders_) {
            std::vector<fs::path> names;
            for (const std::string& language : languages_) {
                names.push_back(folder / fmt::format("{}.{}.json", id, language));
            }
            names.push_back(folder / (id + ".json"));
            for (const fs::path& file : names) {
                if (!is_there(file)) { continue; }
                const ReadFragment& read = read_->read(file);
                problems_->insert(problems_->end(), read.diagnostics.begin(), read.diagnostics.end());
                if (!read.fragment) { return nullptr; }
                if (const auto differs =
                        name_differs(*read.fragment->document, "id", read.fragment->id, id)) {
                    problems_->push_back(*differs);
                    return nullptr;
                }
                // A practice never runs half in one language and half in another.
                const bool same_language = languages_.empty() || primary_language(read.fragment->language) ==
                                                                     primary_language(languages_.back());
                if (same_language && read.fragment->major() == major) { return read.fragment; }
            }
        }
        return nullptr;
    }

    std::vector<fs::path> folders_;
    std::vector<std::string> languages_;
    std::shared_ptr<Diagnostics> problems_;
    std::shared_ptr<FragmentsRead> read_;
    std::map<std::pair<std::string, int>, std::shared_ptr<const Fragment>> known_;
};

OpenedExercise open_source(std::shared_ptr<const SourceText> source, const fs::path& file,
                           const std::vector<fs::path>& folders,
                           const std::shared_ptr<FragmentsRead>& fragments) {
    OpenedExercise opened;
    opened.file = file;
    ReadExercise read = read_exercise(std::move(source));
    opened.exercise = std::move(read.exercise);
    opened.diagnostics = std::move(read.diagnostics);
    opened.fragment_problems = std::make_shared<Diagnostics>();

    std::vector<fs::path> libraries{file.parent_path() / "library"};
    for (const fs::path& folder : folders) { libraries.push_back(folder / "library"); }
    const auto library = std::make_shared<FragmentLibrary>(
        std::move(libraries), opened.exercise ? opened.exercise->language : std::string(),
        opened.fragment_problems, fragments);
    opened.find_fragment = [library](const std::string& id, int major) { return library->find(id, major); };
    return opened;
}

OpenedExercise open_file(const fs::path& file, const std::vector<fs::path>& folders,
                         const std::shared_ptr<FragmentsRead>& fragments) {
    return open_source(read_source(file), file, folders, fragments);
}

OpenedExercise open_named(const fs::path& file, const FileName& promised,
                          const std::vector<fs::path>& folders,
                          const std::shared_ptr<FragmentsRead>& fragments) {
    OpenedExercise opened = open_file(file, folders, fragments);
    if (!opened.exercise) { return opened; }
    const Exercise& exercise = *opened.exercise;
    auto differs = name_differs(*exercise.document, "id", exercise.id, promised.id);
    if (!differs && !promised.language.empty()) {
        differs = name_differs(*exercise.document, "language", exercise.language, promised.language);
    }
    if (differs) {
        opened.diagnostics.push_back(*std::move(differs));
        sort_by_place(opened.diagnostics);
        opened.exercise = nullptr;
    }
    return opened;
}

/// A list of translated sentences is not an exercise of its own.
bool is_translation(const fs::path& file) {
    const ParsedText parsed = parse_written(read_source(file));
    return parsed.document != nullptr && parsed.document->root.find("translates") != nullptr;
}

Failure unknown(const std::string& name, const std::vector<std::string>& ids) {
    std::string sentence = fmt::format(fmt::runtime(_("There is no exercise \"{}\"")), name);
    if (const auto near = nearest(name, ids)) {
        sentence += fmt::format(fmt::runtime(_(". Did you mean \"{}\"?")), *near);
    }
    return {ExitCode::not_found, std::move(sentence),
            _("\"kindly list\" shows the exercises that there are.")};
}

Failure other_language(const std::string& name, const std::string& wanted,
                       const std::vector<std::string>& languages) {
    return {ExitCode::not_found,
            languages.empty()
                ? fmt::format(fmt::runtime(_("\"{}\" is not there in the language \"{}\"")), name, wanted)
                : fmt::format(fmt::runtime(_("\"{}\" is not there in the language \"{}\", but in: {}")), name,
                              wanted, joined(languages, ", ")),
            {}};
}

} // namespace

bool looks_like_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(ending);
}

bool is_exercise_id(const std::string& name) {
    constexpr std::size_t longest = 100;
    return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [](char letter) {
        return is_letter_or_digit(letter) || letter == '-' || letter == '_';
    });
}

Catalogue::Catalogue(std::vector<fs::path> folders)
    : folders_(std::move(folders)), fragments_(std::make_shared<FragmentsRead>()) {}

OpenedExercise Catalogue::open(const std::string& name, const std::optional<std::string>& language) const {
    if (looks_like_path(name)) {
        std::error_code none;
        if (!fs::exists(fs::symlink_status(name, none))) {
            throw Failure(ExitCode::not_found, fmt::format(fmt::runtime(_("There is no file {}")), name));
        }
        OpenedExercise opened = open_file(name, folders_, fragments_);
        if (opened.exercise && language) {
            const auto wanted = languages_for(*language);
            if (std::find(wanted.begin(), wanted.end(), opened.exercise->language) == wanted.end()) {
                throw other_language(name, *language, {opened.exercise->language});
            }
        }
        return opened;
    }
    if (!is_exercise_id(name)) { throw unknown(name, ids()); }

    std::optional<OpenedExercise> broken; // its language can't be known
    std::set<std::string> languages;
    for (const std::string& wanted : language ? languages_for(*language) : std::vector<std::string>{""}) {
        for (const fs::path& folder : folders_) {
            const fs::path own_file = folder / fmt::format("{}.{}.json", name, wanted);
            if (!wanted.empty() && is_language(wanted) && is_there(own_file) && !is_translation(own_file)) {
                return open_named(own_file, {name, wanted}, folders_, fragments_);
            }
            const fs::path file = folder / (name + ".json");
            if (!is_there(file)) { continue; }
            OpenedExercise opened = open_named(file, {name, {}}, folders_, fragments_);
            if (wanted.empty() || (opened.exercise && opened.exercise->language == wanted)) { return opened; }
            if (opened.exercise) { languages.insert(opened.exercise->language); }
            if (!opened.exercise && !broken) { broken = std::move(opened); }
        }
    }
    if (broken) { return *std::move(broken); }
    // There may still be other languages, each in a file of its own.
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) {
            if (promised.id == name && !promised.language.empty() && !is_translation(file)) {
                languages.insert(promised.language);
            }
        }
    }
    if (languages.empty()) { throw unknown(name, ids()); }
    const std::vector<std::string> found(languages.begin(), languages.end());
    if (language) { throw other_language(name, *language, found); }
    throw Failure(ExitCode::not_found,
                  fmt::format(fmt::runtime(_("\"{}\" is there in: {}")), name, joined(found, ", ")),
                  fmt::format(fmt::runtime(_("Choose one with --language {}.")), found.front()));
}

OpenedExercise Catalogue::open_source(std::shared_ptr<const SourceText> source, const fs::path& file) const {
    return kindly::open_source(std::move(source), file, folders_, fragments_);
}

Listing Catalogue::list() const {
    Listing listing;
    std::set<std::pair<std::string, std::string>> taken; // id and language
    std::set<fs::path> shadowed;                         // names of broken files: open() stops at them, too
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) {
            if (shadowed.contains(file.filename())) { continue; }
            try {
                if (!promised.language.empty() && is_translation(file)) { continue; }
                OpenedExercise opened = open_named(file, promised, folders_, fragments_);
                if (!opened.exercise) {
                    shadowed.insert(file.filename());
                    const auto first_error = std::find_if(
                        opened.diagnostics.begin(), opened.diagnostics.end(),
                        [](const Diagnostic& finding) { return finding.severity == Severity::error; });
                    std::string problem =
                        first_error == opened.diagnostics.end() ? file.string() : first_line(*first_error);
                    listing.broken.push_back({file, std::move(opened.diagnostics), std::move(problem)});
                } else if (taken.emplace(opened.exercise->id, opened.exercise->language).second) {
                    listing.exercises.push_back(std::move(opened));
                }
            } catch (const Failure& failure) { // one unreadable file must not hide the others
                shadowed.insert(file.filename());
                listing.broken.push_back({file, {}, failure.what()});
            }
        }
    }
    std::sort(listing.exercises.begin(), listing.exercises.end(), [](const auto& left, const auto& right) {
        return std::pair(left.exercise->id, left.exercise->language) <
               std::pair(right.exercise->id, right.exercise->language);
    });
    return listing;
}

std::shared_ptr<const Fragment> Catalogue::fragment(const std::string& id, int major) const {
    std::vector<fs::path> libraries;
    for (const fs::path& folder : folders_) { libraries.push_back(folder / "library"); }
    return FragmentLibrary(std::move(libraries), {}, std::make_shared<Diagnostics>(), fragments_)
        .find(id, major);
}

std::vector<std::string> Catalogue::ids() const {
    std::set<std::string> names;
    for (const fs::path& folder : folders_) {
        for (const auto& [file, promised] : exercise_files(folder)) { names.insert(promised.id); }
    }
    return {names.begin(), names.end()};
}

} // namespace kindly
