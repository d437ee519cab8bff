// SPDX-License-Identifier: MIT
#include "commands/file_alone.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/file_sorts.hpp"
#include "exchange/file_kinds.hpp"
#include "exchange/import.hpp"
#include "exercise/limits.hpp"

#include <optional>
#include <system_error>

namespace kindly {

namespace {

namespace fs = std::filesystem;

/// Nothing for what cannot be read, or not twice (a pipe): whoever opens it says what is wrong.
std::optional<std::string> bytes_of(const std::string& name) {
    std::error_code none;
    if (!fs::is_regular_file(name, none)) { return std::nullopt; }
    try {
        return read_file(name, limits::file_bytes);
    } catch (const Failure&) { return std::nullopt; }
}

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) { bytes.remove_prefix(byte_order_mark.size()); }
    return trimmed(bytes);
}

/// JSON, whole or broken: the reader of exercises tells the place of what is wrong.
bool begins_like_json(std::string_view bytes) { return without_mark(bytes).starts_with('{'); }

Failure wrong_file(const char* what, const std::string& name, const std::string& cure) {
    return {ExitCode::invalid_file, filled(what, name), cure};
}

/// What is not JSON.
Failure not_ours(const std::string& name, std::string_view bytes) {
    const std::string_view text = without_mark(bytes);
    if (text.empty()) {
        return wrong_file(_("{} is empty"), name, _("If it came from somebody, ask for it again."));
    }
    if (text.starts_with("<!DOCTYPE") || text.starts_with("<!doctype") || text.starts_with("<html")) {
        return wrong_file(_("{} is a page (html), which is only for reading"), name,
                          _("A browser shows it."));
    }
    const FileKind kind = other_kind(bytes);
    const bool told_by_bytes =
        text.starts_with("id,") || text.starts_with("session_id,") || first_invalid_utf8(bytes).has_value();
    if (told_by_bytes || bytes.starts_with("SQLite")) {
        if (!kind.what.empty()) { return wrong_file(kind.what.c_str(), name, kind.cure); }
    }
    return wrong_file(_("{} is not a file of kindly's"), name,
                      _("kindly opens exercises, programmes, homework, reports and exported practices."));
}

std::vector<std::string> command_for_translation(Context& context, const std::string& name) {
    try {
        // Of an exercise, and whole: it can be practised.
        if (context.catalogue().open(name, std::nullopt).exercise != nullptr) { return {"practice"}; }
    } catch (const Failure&) {} // what it is, and what to do, is said here
    throw wrong_file(_("{} is a translation, which is used together with what it translates"), name,
                     filled(_("It belongs into the same folder. To see whether it is whole: kindly check {}"),
                            for_a_shell(name)));
}

} // namespace

bool may_be_ours(const std::string& name) {
    const auto bytes = bytes_of(name);
    return !bytes || begins_like_json(*bytes) || is_export_file(name);
}

std::vector<std::string> command_for_file(Context& context, const std::string& name) {
    std::error_code none;
    if (fs::is_directory(name, none)) {
        throw Failure(ExitCode::usage, filled(_("{} is a folder"), name),
                      filled(_("To practise an exercise that is in it, name its file. To look at all of "
                               "them: kindly check {}"),
                             for_a_shell(name)));
    }
    if (is_export_file(name)) { return {"import"}; } // of any size
    const auto bytes = bytes_of(name);
    if (!bytes) { return {"practice"}; }
    if (!begins_like_json(*bytes)) { throw not_ours(name, *bytes); }
    if (without_mark(*bytes).starts_with("{\"sessions\"")) { // an export, and none to take in
        const FileKind kind = other_kind(*bytes);
        throw wrong_file(kind.what.c_str(), name, kind.cure);
    }
    switch (sort_of(name, *bytes)) {
    case FileSort::exercise: return {"practice"};
    case FileSort::programme:
    case FileSort::assignment:
    case FileSort::plan: return {"homework", "add"};
    case FileSort::report: return {"review"};
    case FileSort::translation: return command_for_translation(context, name);
    case FileSort::fragment:
        throw wrong_file(_("{} is a fragment, a part that exercises use"), name,
                         filled(_("kindly-exercise(5) says how they do. To look for mistakes in it: kindly "
                                  "check {}"),
                                for_a_shell(name)));
    case FileSort::own_words:
        throw wrong_file(_("{} holds words that \"kindly check\" looks for"), name,
                         _("It is read where it lies beside exercises."));
    }
    return {"practice"};
}

} // namespace kindly
