// SPDX-License-Identifier: MIT
// Fragments (exercises/library/KIND/NAME.json) for one exercise, in its language: as they were written, or as
// they were translated. Reads each file once. Knows nothing of exercises.
#pragma once

#include "base/diagnostic.hpp"
#include "exercise/reader.hpp"
#include "exercise/translation.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

/// What a file turned out to be.
struct TranslationFile {
    std::shared_ptr<const SourceText> source; ///< what comes through a pipe can be read only once
    bool is_one = false; ///< a list of translated sentences, not an exercise or fragment of its own
    std::shared_ptr<const Translation> translation; ///< null also where its heading cannot be used
};

/// What was read, by file: many exercises use the same few fragments.
class FilesRead {
public:
    /// Throws Failure where a file cannot be read.
    const ReadFragment& fragment(const std::filesystem::path& file);
    const TranslationFile& translation(const std::filesystem::path& file);
    /// Null where the translation is not whole, or not one of this.
    std::shared_ptr<const Fragment> put_together(const std::filesystem::path& original,
                                                 const std::filesystem::path& translation);

private:
    std::map<std::filesystem::path, ReadFragment> fragments_;
    std::map<std::filesystem::path, TranslationFile> translations_;
    std::map<std::pair<std::filesystem::path, std::filesystem::path>, std::shared_ptr<const Fragment>>
        put_together_;
};

class FragmentLibrary {
public:
    /// `folders`: the first one that has a fragment gives it. `language`: of the exercise; empty for any.
    FragmentLibrary(std::vector<std::filesystem::path> folders, std::string language,
                    std::shared_ptr<Diagnostics> problems, std::shared_ptr<FilesRead> read);

    /// Null where there is none in this language. What is wrong in one is added to the problems.
    std::shared_ptr<const Fragment> find(const std::string& id, int major);

private:
    std::shared_ptr<const Fragment> look_for(const std::string& id, int major);
    std::shared_ptr<const Fragment> usable(const std::filesystem::path& file, const std::string& id);
    std::shared_ptr<const Fragment> translated(const std::filesystem::path& original, const std::string& id);

    std::vector<std::filesystem::path> folders_;
    std::string language_;
    std::vector<std::string> languages_;
    std::shared_ptr<Diagnostics> problems_;
    std::shared_ptr<FilesRead> read_;
    std::map<std::pair<std::string, int>, std::shared_ptr<const Fragment>> known_;
};

/// Anything but a folder, a broken link too: opening it then says what is wrong.
[[nodiscard]] bool is_there(const std::filesystem::path& file);

/// The id or language inside is not what the file's name says: it would be opened as one thing and recorded
/// as another.
[[nodiscard]] std::optional<Diagnostic> name_differs(const Document& document, const char* key,
                                                     const std::string& inside, const std::string& promised);

} // namespace kindly
