// SPDX-License-Identifier: MIT
#include "commands/passphrase.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/translate.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "guide/signals.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>
#include <spawn.h>

namespace kindly {

namespace {

constexpr std::size_t longest = 1024; // bytes

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) { ::close(number_); }
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

/// What is typed is not shown while one of these lives.
class WithoutEcho {
public:
    explicit WithoutEcho(int terminal) : terminal_(terminal) {
        changed_ = ::tcgetattr(terminal, &before_) == 0;
        hide();
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;
    ~WithoutEcho() { show(); }
    /// What was typed before the question is not an answer to it.
    void hide() const {
        if (!changed_) { return; }
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        quiet.c_lflag |= ICANON | ISIG;
        quiet.c_cc[VQUIT] = _POSIX_VDISABLE; // it would leave the terminal as it is now
        ::tcsetattr(terminal_, TCSAFLUSH, &quiet);
    }
    void show() const {
        if (changed_) { ::tcsetattr(terminal_, TCSADRAIN, &before_); }
    }

private:
    int terminal_;
    bool changed_ = false;
    termios before_{};
};

Failure ended_by(int signal) {
    const ExitCode code = signal == SIGHUP    ? ExitCode::hangup
                          : signal == SIGTERM ? ExitCode::terminated
                                              : ExitCode::interrupt;
    return {code, _("Ended while asking for a passphrase"), _("Nothing was changed.")};
}

struct TypedLine {
    Secret bytes{longest};
    std::size_t size = 0;
    bool too_long = false;
    /// True at the end of the line.
    bool take(unsigned char byte) {
        if (byte == '\n' || byte == '\r') { return true; }
        if (size == longest) {
            too_long = true;
        } else {
            bytes.bytes()[size++] = byte;
        }
        return false;
    }
};

Failure too_long(ExitCode code = ExitCode::environment) {
    return {code, fmt::format(fmt::runtime(_("A passphrase has at most {} bytes")), longest),
            _("Nothing was changed.")};
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t wrote = ::write(descriptor, text.data(), text.size());
        if (wrote < 0 && errno == EINTR) { continue; }
        if (wrote <= 0) { return; } // a terminal that is gone is noticed by reading from it
        text.remove_prefix(static_cast<std::size_t>(wrote));
    }
}

/// The next byte; nothing at the end of the input. Signals are acted on with the terminal as it was.
std::optional<unsigned char> next_byte(int terminal, Signals& signals, const WithoutEcho& echo,
                                       const std::string& question) {
    for (;;) {
        std::array<pollfd, 2> ready{{{terminal, POLLIN, 0}, {signals.descriptor(), POLLIN, 0}}};
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) { return std::nullopt; }
        while (const auto came = signals.next()) {
            if (came->meaning == Signals::Meaning::stop || came->meaning == Signals::Meaning::interrupt) {
                write_all(terminal, "\n");
                throw ended_by(came->number);
            }
            if (came->meaning == Signals::Meaning::suspend) {
                echo.show();
                signals.stop_process();
            }
            echo.hide();
            write_all(terminal, "\n" + question + " ");
        }
        if ((ready[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0) { continue; }
        unsigned char byte = 0;
        const ssize_t got = ::read(terminal, &byte, 1);
        if (got < 0 && errno == EINTR) { continue; }
        return got == 1 ? std::optional(byte) : std::nullopt;
    }
}

} // namespace

std::optional<Secret> ask_passphrase(Context& context, const std::string& question) {
    context.out.flush();
    context.err.flush();
    const Descriptor opened(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    const int terminal = opened.number() >= 0 ? opened.number() : STDIN_FILENO;
    Signals signals; // until the terminal is as it was
    const WithoutEcho echo(terminal);
    write_all(terminal, question + " ");
    TypedLine line;
    for (;;) {
        const auto byte = next_byte(terminal, signals, echo, question);
        if (!byte && line.size == 0) {
            write_all(terminal, "\n");
            return std::nullopt;
        }
        if (!byte || line.take(*byte)) { break; }
    }
    write_all(terminal, "\n"); // the Enter was not shown
    if (line.too_long) { throw too_long(); }
    return line.bytes.first(line.size);
}

Secret passphrase_in(const std::filesystem::path& file) {
    std::string text = read_file(file, longest);
    TypedLine line;
    for (const char letter : text) {
        if (line.take(static_cast<unsigned char>(letter))) { break; }
    }
    wipe(text);
    if (line.too_long) { throw too_long(ExitCode::invalid_file); }
    if (line.size == 0) {
        throw Failure(
            ExitCode::invalid_file,
            fmt::format(fmt::runtime(_("The first line of {} is empty: there is no passphrase in it")),
                        file.string()),
            _("Nothing was changed."));
    }
    return line.bytes.first(line.size);
}

Secret first_line_of(std::vector<std::string> command) {
    const auto failed = [](const std::string& how) {
        return Failure(
            ExitCode::environment, fmt::format(fmt::runtime(_("passphrase_command {}")), how),
            _("It stands in the config file. Try it in a shell: it has to write the passphrase as its "
              "first line."));
    };
    const auto reason = [](int error) {
        return fmt::format(fmt::runtime(_("cannot be run: {}")), std::generic_category().message(error));
    };
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) { throw failed(reason(errno)); }
    const Descriptor from(ends[0]);
    pid_t child = -1;
    {
        const Descriptor to(ends[1]);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, to.number(), STDOUT_FILENO);
        posix_spawnattr_t attributes;
        ::posix_spawnattr_init(&attributes);
        sigset_t usual;
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE); // we ignore it; programs expect not to
        ::posix_spawnattr_setsigdefault(&attributes, &usual);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        std::vector<char*> arguments;
        for (auto& word : command) { arguments.push_back(word.data()); }
        arguments.push_back(nullptr);
        const int error =
            ::posix_spawnp(&child, arguments.front(), &actions, &attributes, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
        if (error != 0) { throw failed(reason(error)); }
    }
    TypedLine line;
    bool whole = false;
    for (unsigned char byte = 0;;) {
        const ssize_t got = ::read(from.number(), &byte, 1);
        if (got < 0 && errno == EINTR) { continue; }
        if (got != 1) { break; }
        whole = whole || line.take(byte); // the rest is read so that the command can end in peace
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        throw failed(fmt::format(fmt::runtime(_("failed with exit status {}")), code));
    }
    if (line.too_long) { throw too_long(); }
    if (line.size == 0) { throw failed(_("wrote no passphrase")); }
    return line.bytes.first(line.size);
}

std::optional<Secret> commanded_passphrase(const Context& context) {
    const std::vector<std::string>& command = context.config().passphrase_command;
    if (command.empty()) { return std::nullopt; }
    return first_line_of(command);
}

void refuse_wrong_passphrase(const std::string& where_from) {
    throw Failure(
        ExitCode::environment,
        fmt::format(fmt::runtime(_("{} is not the passphrase that the words are sealed with")), where_from),
        _("Nothing was changed, and you can try again as often as you like."));
}

bool open_words_for_reading(Context& context, const Journal& journal) {
    if (!journal.words_are_sealed()) { return true; }
    if (const auto passphrase = commanded_passphrase(context)) {
        if (!journal.open_words(*passphrase)) { refuse_wrong_passphrase(_("What passphrase_command wrote")); }
        return true;
    }
    if (!somebody_is_there(context)) { return false; }
    constexpr int tries = 3;
    for (int attempt = 1; attempt <= tries; ++attempt) {
        const auto passphrase = ask_passphrase(
            context, attempt == 1 ? _("Some words are sealed. Passphrase (Enter goes on without them):")
                                  : _("That did not open them. Passphrase:"));
        if (!passphrase || passphrase->empty()) { return false; }
        if (journal.open_words(*passphrase)) { return true; }
    }
    refuse_wrong_passphrase(_("What was typed"));
}

} // namespace kindly
