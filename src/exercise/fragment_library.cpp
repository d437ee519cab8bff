// SPDX-License-Identifier: MIT
#include "exercise/fragment_library.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/findings.hpp"
#include "exercise/json_text.hpp"
#include "exercise/languages.hpp"
#include "exercise/limits.hpp"
#include "exercise/put_together.hpp"

#include <algorithm>
#include <system_error>

namespace kindly {

namespace fs = std::filesystem;

namespace {

std::shared_ptr<const SourceText> read_source(const fs::path& file) {
    return std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes));
}

bool is_fragment_id(const std::string& id) {
    for (std::size_t start = 0; start <= id.size();) {
        const std::size_t end = std::min(id.find('/', start), id.size());
        if (!is_exercise_id(id.substr(start, end - start))) { return false; }
        start = end + 1;
    }
    return true;
}

} // namespace

const ReadFragment& FilesRead::fragment(const fs::path& file) {
    const auto known = fragments_.find(file);
    if (known != fragments_.end()) { return known->second; }
    return fragments_.emplace(file, read_fragment(read_source(file))).first->second;
}

const TranslationFile& FilesRead::translation(const fs::path& file) {
    const auto known = translations_.find(file);
    if (known != translations_.end()) { return known->second; }
    const auto source = read_source(file);
    TranslationFile found;
    found.source = source;
    if (source->bytes().find("\"translates\"") != std::string::npos) { // cheaper than parsing an exercise
        const ParsedText parsed = parse_written(source);
        // One that is no JSON at all is not to stand in the way of what it translates.
        found.is_one = parsed.document == nullptr || parsed.document->root.find("translates") != nullptr;
        if (parsed.document != nullptr && found.is_one) {
            found.translation = read_translation(source).translation;
        }
    }
    return translations_.emplace(file, std::move(found)).first->second;
}

std::shared_ptr<const Fragment> FilesRead::put_together(const fs::path& original,
                                                        const fs::path& translation) {
    const auto [place, is_new] = put_together_.try_emplace({original, translation});
    if (is_new) {
        const auto& from = fragment(original).fragment;
        const auto& into = this->translation(translation).translation;
        if (from != nullptr && into != nullptr) { place->second = kindly::put_together(*from, *into); }
    }
    return place->second;
}

FragmentLibrary::FragmentLibrary(std::vector<fs::path> folders, std::string language,
                                 std::shared_ptr<Diagnostics> problems, std::shared_ptr<FilesRead> read)
    : folders_(std::move(folders)), language_(std::move(language)),
      languages_(language_.empty() ? std::vector<std::string>() : languages_for(language_)),
      problems_(std::move(problems)), read_(std::move(read)) {}

std::shared_ptr<const Fragment> FragmentLibrary::find(const std::string& id, int major) {
    const auto [place, is_new] = known_.try_emplace({id, major});
    if (is_new && is_fragment_id(id)) { place->second = look_for(id, major); }
    return place->second;
}

std::shared_ptr<const Fragment> FragmentLibrary::look_for(const std::string& id, int major) {
    for (const fs::path& folder : folders_) {
        for (const std::string& language : languages_) {
            const fs::path file = folder / fmt::format("{}.{}.json", id, language);
            if (!is_there(file) || read_->translation(file).is_one) { continue; }
            const auto fragment = usable(file, id);
            if (fragment == nullptr) { return nullptr; }
            // A practice never runs half in one language and half in another.
            if (read_as_one(fragment->language, language_) && fragment->major() == major) { return fragment; }
        }
        const fs::path file = folder / (id + ".json");
        if (!is_there(file)) { continue; }
        const auto fragment = usable(file, id);
        if (fragment == nullptr) { return nullptr; }
        if (fragment->major() != major) { continue; }
        if (language_.empty() || read_as_one(fragment->language, language_)) { return fragment; }
        if (auto other = translated(file, id)) { return other; }
    }
    return nullptr;
}

std::shared_ptr<const Fragment> FragmentLibrary::usable(const fs::path& file, const std::string& id) {
    const ReadFragment& read = read_->fragment(file);
    problems_->insert(problems_->end(), read.diagnostics.begin(), read.diagnostics.end());
    if (!read.fragment) { return nullptr; }
    if (const auto differs = name_differs(*read.fragment->document, "id", read.fragment->id, id)) {
        problems_->push_back(*differs);
        return nullptr;
    }
    return read.fragment;
}

/// A translation lies beside its fragment, or in a folder of the person's own.
std::shared_ptr<const Fragment> FragmentLibrary::translated(const fs::path& original, const std::string& id) {
    for (const std::string& language : languages_) {
        const std::string name = fmt::format("{}.{}.json", id, language);
        std::vector<fs::path> places{original.parent_path() / fs::path(name).filename()};
        for (const fs::path& folder : folders_) { places.push_back(folder / name); }
        for (const fs::path& file : places) {
            if (!is_there(file)) { continue; }
            try {
                const auto fragment = read_->put_together(original, file);
                if (fragment != nullptr && fragment->language == language) { return fragment; }
            } catch (const Failure&) { // then it is not there in this language
                continue;
            }
        }
    }
    return nullptr;
}

bool is_there(const fs::path& file) {
    std::error_code none;
    const fs::file_status status = fs::symlink_status(file, none);
    return fs::exists(status) && !fs::is_directory(file, none);
}

std::optional<Diagnostic> name_differs(const Document& document, const char* key, const std::string& inside,
                                       const std::string& promised) {
    if (inside == promised) { return std::nullopt; }
    const Written* value = document.root.find(key);
    Diagnostic finding;
    finding.code = "K011";
    finding.message = filled(_("\"{}\" is \"{}\", but the file's name says \"{}\""), key, inside, promised);
    finding.explanation = _("Exercises are found by the names of their files, so the two have to agree.");
    finding.suggestion = filled("\"{}\": \"{}\"", key, promised);
    finding.source = document.source;
    finding.where = value == nullptr ? document.root.span : value->span;
    return finding;
}

} // namespace kindly
