// SPDX-License-Identifier: MIT
#include "journal/log_failure.hpp"

#include "base/translate.hpp"
#include "journal/file_uri.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace kindly {

namespace {

Failure failure(const char* what, const std::filesystem::path& file, const char* advice) {
    return {ExitCode::environment, fmt::format(fmt::runtime(what), file.string()), advice};
}

} // namespace

Failure log_failure(const SQLite::Exception& error, int system_error, LogUse use,
                    const std::filesystem::path& file) {
    const int code = error.getErrorCode() & 0xFF; // without the extension
    const bool no_room = system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
    if (code == SQLITE_FULL || (code == SQLITE_IOERR && no_room)) {
        return failure(_("There is no room left to write the practice log {}"), file,
                       _("What was recorded before is safe. Make some room on the disk and try again."));
    }
    switch (code) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return failure(
            _("The practice log {} is damaged, or is not a practice log"), file,
            _("It was left as it is. Keep a copy of it; then put a backup in its place, or move it away, and "
              "kindly begins a new one."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return failure(_("The practice log {} is held by another program"), file,
                       _("Let it finish, or close it, and try again."));
    default: break;
    }
    // SQLite tells of its last attempt only, which was to read what it had not been able to make.
    const bool nothing_made =
        use == LogUse::writing && code == SQLITE_CANTOPEN && system_error == ENOENT && has_bytes(file);
    if (nothing_made) {
        return failure(
            _("The practice log {} cannot be written: no file can be made beside it"), file,
            _("See whether the disk has room, and who may write the folder, or choose another folder "
              "with --data-dir."));
    }
    std::string reason = system_error != 0 ? std::generic_category().message(system_error) : std::string();
    if (reason.empty()) {
        reason = code == SQLITE_READONLY ? _("it may only be read") : sqlite3_errstr(code);
    }
    if (system_error == EISDIR) {
        return failure(_("The practice log {} is a folder"), file,
                       _("Move that folder, or choose another one for the log with --data-dir."));
    }
    const char* advice = nullptr;
    if (system_error == EMFILE || system_error == ENFILE) {
        advice = _("Close some programs and try again.");
    } else if (use == LogUse::reading) {
        advice = code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM
                     ? _("See who may read it and its folder. If the folder can only be read, copy it to "
                         "another place "
                         "and name that with --data-dir.")
                     : _("Keep a copy of it, and look after the disk.");
    } else {
        advice = code == SQLITE_IOERR
                     ? _("Keep a copy of it, and look after the disk.")
                     : _("See who may write it and its folder, or choose another folder with --data-dir.");
    }
    const char* what = use == LogUse::reading ? _("The practice log {} cannot be read: {}")
                                              : _("The practice log {} cannot be written: {}");
    return {ExitCode::environment, fmt::format(fmt::runtime(what), file.string(), reason), advice};
}

} // namespace kindly
