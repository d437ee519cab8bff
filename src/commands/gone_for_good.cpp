// SPDX-License-Identifier: MIT
#include "commands/gone_for_good.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "journal/deleting.hpp"
#include "journal/file_uri.hpp"

#include <fmt/format.h>

namespace kindly {

void finish_earlier_deletions(Context& context) {
    try {
        const auto file = context.paths().journal();
        if (!has_bytes(beside(file, "-wal"))) { return; }
        Journal journal = Journal::open_for_writing(file);
        if (!remove_traces(journal)) { return; }
        context.err.write(
            std::string(_("Nothing of what was deleted earlier is left in the files of the practice log.")) +
            "\n");
    } catch (const Failure&) { // whoever called has something to say already
        return;
    }
}

void make_it_gone(Context& context, Journal& journal, bool kept_stays) {
    bool gone = false;
    std::string why = _("another program has the practice log open just now");
    try {
        gone = remove_traces(journal);
    } catch (const Failure& failure) { // a full disk: what was deleted stays deleted
        why = failure.what();
    }
    if (!gone) {
        context.out.flush();
        throw Failure(
            ExitCode::environment,
            fmt::format(fmt::runtime(_("It is out of the log, but not yet gone from its files: {}")), why),
            _("The same command once more, later, finishes it."));
    }
    context.out.write(
        std::string(kept_stays ? _("Nothing else of it is left in the files of the practice log.")
                               : _("Nothing of it is left in the files of the practice log.")) +
        "\n" + _("Copies made elsewhere, such as exports and backups, are not touched.") + "\n");
}

} // namespace kindly
