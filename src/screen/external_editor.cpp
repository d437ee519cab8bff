// SPDX-License-Identifier: MIT
#include "screen/external_editor.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/passing_folder.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"
#include "screen/terminal.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <spawn.h>

extern char** environ; // NOLINT(readability-redundant-declaration): not every system's header has it

namespace kindly::screen {

namespace {

std::optional<pid_t> start(const std::vector<std::string>& editor, const std::string& file) {
    std::vector<std::string> arguments = editor;
    arguments.push_back(file);
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (auto& argument : arguments) { pointers.push_back(argument.data()); }
    pointers.push_back(nullptr);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t standard;
    sigemptyset(&standard);
    sigaddset(&standard, SIGPIPE); // ignored by this program, expected by others
    ::posix_spawnattr_setsigdefault(&attributes, &standard);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t child = -1;
    const int error =
        ::posix_spawnp(&child, pointers.front(), nullptr, &attributes, pointers.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    return error == 0 ? std::optional(child) : std::nullopt;
}

/// Its exit status. Ctrl-C there is the editor's own; Ctrl-Z stops both.
int wait_for(pid_t child, Signals& signals, std::optional<Signals::Came>& ended_by) {
    constexpr int look_again = 100; // ms: portable, and nobody waits for anything else meanwhile
    for (;;) {
        int status = 0;
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) { return ended == child ? status : -1; }
        while (const auto came = signals.next()) {
            if (came->meaning == Signals::Meaning::suspend) { signals.stop_process(); }
            if (came->meaning != Signals::Meaning::interrupt) { continue; }
            ended_by = *came;
            ::kill(child, came->number);
        }
        pollfd watched{signals.descriptor(), POLLIN, 0};
        ::poll(&watched, 1, look_again);
    }
}

} // namespace

Edited edit_elsewhere(const std::vector<std::string>& editor, const std::filesystem::path& folder,
                      std::string_view words, Signals& signals) {
    Edited edited;
    try {
        make_private_folder(folder);
        const PassingFolder place(folder,
                                  words_on_their_way); // what the editor puts beside the file goes with it
        const std::filesystem::path file = place.path() / "words.txt";
        write_private_file(file, words);
        const auto child = start(editor, file.string());
        if (!child) {
            edited.trouble = _("The editor could not be started. Your words are here, as they were.");
            return edited;
        }
        const int status = wait_for(*child, signals, edited.ended_by);
        if (status != 0 && !edited.ended_by) {
            edited.trouble = _("The editor ended with a problem. Your words are here, as they were.");
            return edited;
        }
        std::string written = read_file(file, Terminal::longest_paste);
        if (written.size() > Terminal::longest_paste) {
            edited.trouble = _("That is more than fits here. Your words are here, as they were.");
            return edited;
        }
        if (!written.empty() && written.back() == '\n') { written.pop_back(); } // editors end lines
        edited.words = words_taken_in(written);
    } catch (const Failure&) { // a disk that is full, a folder that is gone: the words are still in the field
        edited.trouble = _("The editor could not be given your words. They are here, as they were.");
    }
    return edited;
}

} // namespace kindly::screen
