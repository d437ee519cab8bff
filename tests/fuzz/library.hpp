// SPDX-License-Identifier: MIT
// The library's exercises and fragments for targets that need some beside their input. Read once.
#pragma once

#include "base/files.hpp"
#include "exercise/catalogue.hpp"
#include "exercise/limits.hpp"
#include "exercise/reader.hpp"
#include "fuzz.hpp"

#include <filesystem>

namespace kindly::fuzz {

inline std::filesystem::path exercises_folder() {
    return std::filesystem::path(KINDLY_SOURCE_DIR) / "exercises";
}

inline const Catalogue& library() {
    static const Catalogue all({exercises_folder()});
    return all;
}

/// Fragments of the library; also those that the program would look for under a name that a file made up.
inline FragmentFinder fragments(const std::string& language = {}) {
    return [language](const std::string& id, int major) { return library().fragment(id, major, language); };
}

inline std::shared_ptr<const SourceText> library_file(const std::string& name) {
    return source_of(name, read_file(exercises_folder() / name, limits::file_bytes));
}

inline std::shared_ptr<const Exercise> library_exercise(const std::string& id) {
    const ReadExercise read = read_exercise(library_file(id + ".json"));
    must(read.exercise != nullptr, "the library's own exercises can be read", id);
    return read.exercise;
}

} // namespace kindly::fuzz
