// SPDX-License-Identifier: MIT
#include "commands/file_sorts.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "exercise/programme_reader.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/report_reader.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

namespace {

bool holds_key(const std::string& bytes, const char* key) { return bytes.find(key) != std::string::npos; }

} // namespace

bool is_not_ours(const std::string& bytes) {
    for (const char* key : {"\"format\"", "\"sections\"", "\"steps\"", "\"translates\"", "\"safety\""}) {
        if (holds_key(bytes, key)) { return false; }
    }
    return true;
}

FileSort sort_of(const std::filesystem::path& file, const std::string& bytes) {
    if (file.filename() == own_words_file) { return FileSort::own_words; }
    if (looks_like_report(bytes)) { return FileSort::report; }
    if (looks_like_assignment(bytes)) { return FileSort::assignment; }
    if (looks_like_plan(bytes)) { return FileSort::plan; }
    if (holds_key(bytes, "\"translates\"")) { return FileSort::translation; }
    // Every exercise has sections, and nothing else has.
    if (holds_key(bytes, "\"sections\"")) { return FileSort::exercise; }
    if (looks_like_programme(bytes)) { return FileSort::programme; }
    return holds_key(bytes, "\"steps\"") ? FileSort::fragment : FileSort::exercise;
}

void refuse_other_sorts(const std::string& file, std::initializer_list<FileSort> taken) {
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none)) { return; }
    std::string bytes;
    try {
        bytes = read_file(file, limits::file_bytes);
    } catch (const Failure&) { return; } // whoever opens it says why
    const FileSort sort = sort_of(file, bytes);
    if (std::find(taken.begin(), taken.end(), sort) != taken.end()) { return; }
    const auto refuse = [&](const char* what, const char* cure) {
        throw Failure(ExitCode::invalid_file, fmt::format(fmt::runtime(what), file),
                      fmt::format(fmt::runtime(cure), for_a_shell(file)));
    };
    switch (sort) {
    case FileSort::report: refuse(_("{} is a report on homework"), _("To read it: kindly review {}")); break;
    case FileSort::assignment:
        refuse(_("{} is an assignment"), _("To look at it, and agree or not: kindly homework add {}"));
        break;
    case FileSort::plan:
        refuse(_("{} is a plan, of which an assignment can be made"),
               _("To make it: kindly assign --plan {}"));
        break;
    case FileSort::exercise: // also what sort_of() cannot tell
        if (holds_key(bytes, "\"sections\"")) {
            refuse(_("{} is an exercise"), _("To practise it: kindly practice {}"));
        }
        break;
    default: break;
    }
}

} // namespace kindly
