// SPDX-License-Identifier: MIT
// Everything below exercises/ that a person can be shown, file by file, for the tests of the texts. Reads
// with the program's own readers, so that a test looks at what the program would show; judges nothing.
#pragma once

#include "base/files.hpp"
#include "checker/translation.hpp"
#include "exercise/exercise.hpp"
#include "exercise/expand.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"
#include "exercise/shown_texts.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kindly::tests {

struct LibraryText {
    ShownText::Kind kind = ShownText::Kind::say;
    std::string name; ///< "notice/where/text"
    std::string text;
    /// A rating's question, the same everywhere on purpose: people compare their answers.
    bool rating = false;
};

struct LibraryFile {
    std::string name; ///< "kind-pause.json", "library/grounding/senses.json"
    std::string id;
    std::string language;
    std::vector<LibraryText> texts;
    std::shared_ptr<const Exercise> exercise; ///< of an exercise in the language it was written in
    std::shared_ptr<const Fragment> fragment; ///< of a part of the library
};

inline bool is_rating(const ShownText& text) {
    if (text.step == nullptr || text.kind != ShownText::Kind::question) { return false; }
    if (std::holds_alternative<CheckIn>(text.step->what)) { return true; }
    const auto* ask = std::get_if<Ask>(&text.step->what);
    return ask != nullptr && !ask->measure.empty();
}

inline std::vector<LibraryText> as_library_texts(const std::vector<ShownText>& shown) {
    std::vector<LibraryText> texts;
    for (const auto& text : shown) { texts.push_back({text.kind, text.name, text.text(), is_rating(text)}); }
    return texts;
}

class Library {
public:
    /// Throws std::runtime_error for a file that cannot be read: a text that is not looked at must not pass.
    explicit Library(const std::filesystem::path& folder = KINDLY_SOURCE_DIR "/exercises") : folder_(folder) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
            const std::string name = entry.path().filename().string();
            const bool ours =
                name.ends_with(".json") && !name.ends_with(".schema.json") && name != "words.json";
            if (entry.is_regular_file() && ours) { files.push_back(entry.path()); }
        }
        std::sort(files.begin(), files.end());
        std::vector<std::shared_ptr<const SourceText>> translations;
        for (const auto& file : files) {
            const std::string name = file.lexically_relative(folder_).generic_string();
            auto source =
                std::make_shared<const SourceText>(name, read_file(file.string(), limits::file_bytes));
            const ParsedText parsed = parse_written(source);
            if (parsed.document == nullptr) { throw std::runtime_error(name + " is not JSON"); }
            if (parsed.document->root.find("translates") != nullptr) {
                translations.push_back(std::move(source));
            } else if (name.starts_with("library/")) {
                add_fragment(std::move(source));
            } else if (name.starts_with("programmes/")) {
                add_programme(name, parsed.document->root);
            } else {
                add_exercise(std::move(source));
            }
        }
        for (auto& source : translations) { add_translation(std::move(source)); }
    }

    /// Exercises, parts of the library and translations; those first that were written first.
    [[nodiscard]] const std::vector<LibraryFile>& files() const { return files_; }
    /// Programmes: every sentence in them, whatever it is for.
    [[nodiscard]] const std::vector<LibraryFile>& programmes() const { return programmes_; }
    [[nodiscard]] std::vector<const LibraryFile*> exercises() const {
        std::vector<const LibraryFile*> found;
        for (const auto& file : files_) {
            if (file.exercise != nullptr) { found.push_back(&file); }
        }
        return found;
    }
    [[nodiscard]] FragmentFinder fragments() const {
        return [this](const std::string& id, int) -> std::shared_ptr<const Fragment> {
            for (const auto& file : files_) {
                if (file.fragment != nullptr && file.id == id) { return file.fragment; }
            }
            return nullptr;
        };
    }

private:
    template <class Read>
    static void must_be_read(const Read& read, const void* result, const std::string& name) {
        if (result == nullptr) {
            throw std::runtime_error(name + ": " + to_text(read.diagnostics, {.plain = true}));
        }
    }
    void add_exercise(std::shared_ptr<const SourceText> source) {
        const std::string name = source->name();
        const ReadExercise read = read_exercise(std::move(source));
        must_be_read(read, read.exercise.get(), name);
        files_.push_back({name, read.exercise->id, read.exercise->language,
                          as_library_texts(shown_texts(*read.exercise)), read.exercise, nullptr});
    }
    void add_fragment(std::shared_ptr<const SourceText> source) {
        const std::string name = source->name();
        const ReadFragment read = read_fragment(std::move(source));
        must_be_read(read, read.fragment.get(), name);
        files_.push_back({name, read.fragment->id, read.fragment->language,
                          as_library_texts(shown_texts(*read.fragment)), nullptr, read.fragment});
    }
    void add_translation(std::shared_ptr<const SourceText> source) {
        const std::string name = source->name();
        const ReadTranslation read = read_translation(std::move(source));
        must_be_read(read, read.translation.get(), name);
        std::map<std::string, LibraryText> originals;
        for (const auto& file : files_) {
            if (file.id != read.translation->translates) { continue; }
            for (const auto& text : file.texts) { originals.emplace(text.name, text); }
        }
        LibraryFile file{name,   read.translation->translates, read.translation->language, {}, nullptr,
                         nullptr};
        for (const auto& text : read.translation->texts) {
            const auto original = originals.find(text.name);
            if (text.to.empty() || original == originals.end()) { continue; } // kindly check says so
            file.texts.push_back({original->second.kind, text.name, text.to, original->second.rating});
        }
        files_.push_back(std::move(file));
    }
    void add_programme(const std::string& name, const Written& root) {
        LibraryFile file{name, name, "en", {}, nullptr, nullptr};
        if (const Written* language = root.find("language"); language != nullptr) {
            file.language = language->text;
        }
        collect(root, file.texts);
        programmes_.push_back(std::move(file));
    }
    /// Sources and notes are not shown to anybody who practises.
    static void collect(const Written& value, std::vector<LibraryText>& texts) {
        if (value.kind == Written::Kind::string && value.text.find(' ') != std::string::npos) {
            texts.push_back({ShownText::Kind::say, {}, value.text, false});
        }
        for (const auto& entry : value.entries) { collect(entry, texts); }
        for (const auto& member : value.members) {
            const bool hidden = member.key == "sources" || member.key == "note" || member.key == "license";
            if (!hidden) { collect(member.value, texts); }
        }
    }

    std::filesystem::path folder_;
    std::vector<LibraryFile> files_;
    std::vector<LibraryFile> programmes_;
};

/// Read once for a test program.
inline const Library& library() {
    static const Library all;
    return all;
}

/// "de" for "de-x-sie".
inline std::string main_language(const std::string& tag) { return tag.substr(0, tag.find('-')); }

} // namespace kindly::tests
