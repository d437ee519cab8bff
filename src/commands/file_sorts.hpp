// SPDX-License-Identifier: MIT
// What sort of kindly's JSON files one is, by what stands in it: a guess good enough to choose the right
// reader, which then says what is wrong.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>

namespace kindly {

/// An author's own words for `check`, beside exercises.
inline constexpr const char* own_words_file = "words.json";

enum class FileSort { exercise, fragment, translation, programme, assignment, plan, report, own_words };

/// `file`: only its name is looked at.
[[nodiscard]] FileSort sort_of(const std::filesystem::path& file, const std::string& bytes);

/// For a command that takes other files: says of a report, an assignment, a plan or an exercise what it is,
/// and which command it is for. Looks at nothing but regular files, which can be read again; says nothing of
/// any other, nor of what cannot be read. Throws Failure (invalid_file).
void refuse_other_sorts(const std::string& file, std::initializer_list<FileSort> taken);

/// JSON of some other program: none of the words that every file of ours has.
[[nodiscard]] bool is_not_ours(const std::string& bytes);

} // namespace kindly
