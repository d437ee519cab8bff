// SPDX-License-Identifier: MIT
#include "exercise/programmes.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/catalogue_files.hpp"
#include "exercise/findings.hpp"
#include "exercise/languages.hpp"
#include "exercise/limits.hpp"
#include "exercise/programme_reader.hpp"
#include "exercise/put_together.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

namespace kindly {

namespace fs = std::filesystem;

namespace {

/// By id; what has a second point in its name is a translation or a schema.
std::map<std::string, fs::path> files_in(const fs::path& folder) {
    std::map<std::string, fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& file = entry->path();
        const std::string id = file.stem().string();
        if (file.extension() == ".json" && is_exercise_id(id) && is_there(file)) { files.emplace(id, file); }
    }
    return files;
}

std::shared_ptr<const SourceText> read_source(const fs::path& file) {
    return std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes));
}

/// K011
std::optional<Diagnostic> differs_from(const std::string& promised, const Programme& programme) {
    auto differs = name_differs(*programme.document, "id", programme.id, promised);
    if (differs) {
        differs->explanation =
            _("Programmes are found by the names of their files, so the two have to agree.");
    }
    return differs;
}

OpenedProgramme open_named(const fs::path& file, const std::string& promised) {
    OpenedProgramme opened = Programmes::open_source(read_source(file), file);
    if (opened.programme == nullptr) { return opened; }
    auto differs = differs_from(promised, *opened.programme);
    if (!differs) { return opened; }
    opened.diagnostics.push_back(*std::move(differs));
    sort_by_place(opened.diagnostics);
    opened.programme = nullptr;
    return opened;
}

} // namespace

Programmes::Programmes(std::vector<fs::path> folders) : folders_(std::move(folders)) {
    for (fs::path& folder : folders_) { folder /= "programmes"; }
}

bool Programmes::has(const std::string& name) const {
    if (looks_like_path(name)) {
        try {
            // What comes through a pipe can be read only once.
            std::error_code none;
            return fs::is_regular_file(name, none) &&
                   looks_like_programme(read_file(name, limits::file_bytes));
        } catch (const Failure&) { // whoever opens it is told
            return false;
        }
    }
    return is_exercise_id(name) && std::any_of(folders_.begin(), folders_.end(), [&](const fs::path& folder) {
               return is_there(folder / (name + ".json"));
           });
}

OpenedProgramme Programmes::open(const std::string& name) const {
    if (looks_like_path(name)) {
        std::error_code none;
        if (!fs::exists(fs::symlink_status(name, none))) {
            throw Failure(ExitCode::not_found, filled(_("There is no file {}"), name));
        }
        return open_source(read_source(name), name);
    }
    if (is_exercise_id(name)) {
        for (const fs::path& folder : folders_) {
            const fs::path file = folder / (name + ".json");
            if (is_there(file)) { return open_named(file, name); }
        }
    }
    const auto near = nearest(name, ids());
    throw Failure(ExitCode::not_found,
                  near ? filled(_("There is no programme \"{}\". Did you mean \"{}\"?"), name, *near)
                       : filled(_("There is no programme \"{}\""), name),
                  _("\"kindly list\" shows the programmes that there are."));
}

OpenedProgramme Programmes::open_source(std::shared_ptr<const SourceText> source, const fs::path& file) {
    ReadProgramme read = read_programme(std::move(source));
    return {std::move(read.programme), std::move(read.diagnostics), file, nullptr};
}

std::optional<Diagnostic> Programmes::name_finding(const OpenedProgramme& opened) const {
    if (opened.programme == nullptr || !lies_in_one(opened.file, folders_)) { return std::nullopt; }
    return differs_from(opened.file.stem().string(), *opened.programme);
}

std::vector<fs::path> Programmes::beside(const fs::path& file) const {
    std::vector<fs::path> folders{file.has_parent_path() ? file.parent_path() : fs::path(".")};
    folders.insert(folders.end(), folders_.begin(), folders_.end());
    return folders;
}

std::optional<OpenedProgramme> Programmes::in_language(const OpenedProgramme& written,
                                                       const std::string& language) const {
    for (const std::string& wanted : languages_for(language)) {
        if (written.programme->language == wanted) { return written; }
        for (const fs::path& folder : beside(written.file)) {
            const fs::path file = folder / fmt::format("{}.{}.json", written.programme->id, wanted);
            try {
                if (!may_be_language(wanted) || !is_there(file)) { continue; }
                const ReadTranslation read = read_translation(read_source(file));
                if (read.translation == nullptr || read.translation->language != wanted) { continue; }
                if (auto shown = put_together(*written.programme, *read.translation)) {
                    return OpenedProgramme{std::move(shown), {}, written.file, written.programme};
                }
            } catch (const Failure&) { // a file that cannot be read: then it is not there in this language
                continue;
            }
        }
    }
    return std::nullopt;
}

std::vector<std::string> Programmes::languages_begun(const OpenedProgramme& written) const {
    std::set<std::string> languages{written.programme->language};
    for (const fs::path& folder : beside(written.file)) {
        for (const auto& [file, name] : exercise_files(folder)) {
            if (name.id == written.programme->id && !name.language.empty()) {
                languages.insert(name.language);
            }
        }
    }
    return {languages.begin(), languages.end()};
}

ProgrammeListing Programmes::list() const {
    std::map<std::string, fs::path> all; // of one id, the first folder's: a broken one, too
    for (const fs::path& folder : folders_) { all.merge(files_in(folder)); }
    ProgrammeListing listing;
    for (const auto& [id, file] : all) {
        try {
            OpenedProgramme opened = open_named(file, id);
            if (opened.programme != nullptr) {
                listing.programmes.push_back(std::move(opened));
                continue;
            }
            const auto error =
                std::find_if(opened.diagnostics.begin(), opened.diagnostics.end(),
                             [](const Diagnostic& one) { return one.severity == Severity::error; });
            std::string problem = error == opened.diagnostics.end() ? file.string() : first_line(*error);
            listing.broken.push_back({file, std::move(opened.diagnostics), std::move(problem)});
        } catch (const Failure& failure) { // one unreadable file must not hide the others
            listing.broken.push_back({file, {}, failure.what()});
        }
    }
    return listing;
}

std::vector<std::string> Programmes::ids() const {
    std::map<std::string, fs::path> all;
    for (const fs::path& folder : folders_) { all.merge(files_in(folder)); }
    std::vector<std::string> ids;
    ids.reserve(all.size());
    for (const auto& [id, file] : all) { ids.push_back(id); }
    return ids;
}

} // namespace kindly
