// SPDX-License-Identifier: MIT
#include "screen_child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <stdexcept>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <pty.h>

namespace kindly::tests {

/// What the leader tells: the program's id first, then each change of its state as waitpid() gives it.
struct ScreenChild::Report {
    enum class Kind { began, changed } kind;
    int value;
};

namespace {

/// Written to the terminal by ourselves, and taken out again: nothing that a program writes.
constexpr std::string_view our_mark = "\1kindly's tests\2";

constexpr char to_foreground = 'f';
constexpr char to_background = 'b';

std::vector<char*> pointers(const std::vector<std::string>& strings) {
    std::vector<char*> all;
    for (const auto& string : strings) { all.push_back(const_cast<char*>(string.c_str())); }
    all.push_back(nullptr);
    return all;
}

std::vector<std::string> environment_of(const ScreenChild::Start& start) {
    auto variables = start.variables; // the first one of a name counts
    for (const std::string& usual :
         {"HOME=" + start.home, "TERM=" + start.term, std::string("PATH=/usr/bin:/bin"),
          std::string("TZ=UTC"), std::string("LC_ALL=C.UTF-8")}) {
        variables.push_back(usual);
    }
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) { variables.push_back(std::string(name) + "=" + value); }
    }
    return variables;
}

/// Runs in a child of the tests, between fork and exec: only calls that are safe there.
[[noreturn]] void start_program(char* const* command, char* const* environment) {
    ::setpgid(0, 0);
    ::tcsetpgrp(STDIN_FILENO, ::getpid()); // SIGTTOU is still ignored, as the leader has it
    ::signal(SIGTTOU, SIG_DFL);
    ::execve(command[0], command, environment);
    ::_exit(127);
}

/// The leader's one job, for its handler.
volatile sig_atomic_t job = 0;

extern "C" void pass_on_hangup(int) {
    // As shells do: the system itself tells only the leader that the terminal has gone.
    if (job > 0) {
        ::kill(-job, SIGHUP);
        ::kill(-job, SIGCONT);
    }
}

template <typename Report>
void tell(int reports, const Report& report) {
    [[maybe_unused]] const auto wrote = ::write(reports, &report, sizeof report);
}

std::string squeezed(std::string_view text) {
    std::string all;
    for (const char letter : text) {
        const bool blank = letter == ' ' || letter == '\n';
        if (blank && (all.empty() || all.back() == ' ')) { continue; }
        all += blank ? ' ' : letter;
    }
    return all;
}

} // namespace

ScreenChild::ScreenChild(const Start& start) : emulator_(start.rows, start.columns) {
    const auto variables = environment_of(start);
    const auto command = pointers(start.command);
    const auto environment = pointers(variables);
    std::array<int, 2> orders{-1, -1};
    std::array<int, 2> reports{-1, -1};
    if (::pipe2(orders.data(), O_CLOEXEC) != 0 || ::pipe2(reports.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("pipe");
    }
    winsize size{static_cast<unsigned short>(start.rows), static_cast<unsigned short>(start.columns), 0, 0};
    leader_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    if (leader_ < 0) { throw std::runtime_error("forkpty"); }
    if (leader_ == 0) {
        // The leader: a shell that knows one job. It outlives the program, so that the terminal does, too.
        constexpr int most_descriptors = 1024;
        for (int other = STDERR_FILENO + 1; other < most_descriptors; ++other) {
            // Of other children, too: their leaders wait for the end of what we would hold open.
            if (other != orders[0] && other != reports[1]) { ::close(other); }
        }
        ::signal(SIGTTOU, SIG_IGN);
        ::signal(SIGHUP, pass_on_hangup);
        char byte = 0;
        if (::read(orders[0], &byte, 1) != 1) { ::_exit(0); } // the modes of the terminal have been noted
        const pid_t program = ::fork();
        if (program == 0) {
            ::signal(SIGHUP, SIG_DFL);
            start_program(command.data(), environment.data());
        }
        ::setpgid(program, program);
        ::tcsetpgrp(STDIN_FILENO, program);
        job = program;
        tell(reports[1], Report{Report::Kind::began, program});
        for (;;) {
            int status = 0;
            if (::waitpid(program, &status, WUNTRACED) < 0) {
                if (errno == EINTR) { continue; }
                ::_exit(1);
            }
            if (WIFSTOPPED(status)) { ::tcsetpgrp(STDIN_FILENO, ::getpid()); }
            tell(reports[1], Report{Report::Kind::changed, status});
            while (::read(orders[0], &byte, 1) < 0 && errno == EINTR) {}
            if (!WIFSTOPPED(status) || (byte != to_foreground && byte != to_background)) { ::_exit(0); }
            if (byte == to_foreground) { ::tcsetpgrp(STDIN_FILENO, program); }
            byte = 0;
            ::kill(-program, SIGCONT);
        }
    }
    ::close(orders[0]);
    ::close(reports[1]);
    orders_ = orders[1];
    reports_ = reports[0];
    ::fcntl(reports_, F_SETFL, O_NONBLOCK);
    ::fcntl(terminal_, F_SETFD, FD_CLOEXEC);
    ::fcntl(terminal_, F_SETFL, O_NONBLOCK);
    ::tcgetattr(terminal_, &before_);
    [[maybe_unused]] const auto wrote = ::write(orders_, "b", 1);
    wait_until([this] { return program_ > 0; }, "the program to begin");
}

ScreenChild::~ScreenChild() {
    if (program_ > 0 && !status_) {
        ::kill(-program_, SIGKILL);
        ::kill(-program_, SIGCONT);
    }
    if (terminal_ >= 0) { ::close(terminal_); }
    ::close(orders_);
    ::close(reports_);
    ::waitpid(leader_, nullptr, 0); // it ends once the program has and nobody gives orders any more
}

void ScreenChild::send_keys(std::string_view bytes) {
    to_send_ += bytes;
    write_some();
}

void ScreenChild::paste(std::string_view text) {
    take_in();
    send_keys(emulator_.pasted(text));
}

void ScreenChild::resize(int rows, int columns) {
    take_in();
    emulator_.resize(rows, columns);
    const winsize size{static_cast<unsigned short>(rows), static_cast<unsigned short>(columns), 0, 0};
    ::ioctl(terminal_, TIOCSWINSZ, &size);
}

void ScreenChild::hang_up() {
    take_in();
    ::close(terminal_);
    terminal_ = -1;
}

void ScreenChild::kill(int signal) { ::kill(program_, signal); }

void ScreenChild::wait_for_text(std::string_view text) {
    wait_until([&] { return shows(text); }, "\"" + std::string(text) + "\"");
}

void ScreenChild::wait_until(const std::function<bool()>& condition, std::string_view what) {
    const auto last_moment = std::chrono::steady_clock::now() + limit;
    take_in();
    while (!condition()) {
        if (std::chrono::steady_clock::now() > last_moment) {
            give_up("waited in vain for " + std::string(what));
        }
        const bool ended = status_.has_value();
        constexpr int step_ms = 100; // conditions may look at other things than the terminal
        if (!pump(ended ? 0 : step_ms) && ended) { give_up("ended before " + std::string(what)); }
    }
}

void ScreenChild::wait_until_it_waits() {
    // It also sleeps where the terminal is full; then there is something to take in.
    const auto has_nothing_more = [this] {
        const std::size_t before = raw_.size();
        take_in_all_that_was_written();
        return raw_.size() == before;
    };
    wait_until([&] { return is_waiting() && has_nothing_more() && is_waiting(); }, "the program to wait");
}

void ScreenChild::take_in_all_that_was_written() {
    // The system hands over what was written in its own time, which may be long where the machine is busy. It
    // keeps the order: once our own mark has come, so has everything before it.
    const std::size_t seen = marks_seen_;
    std::string_view rest = our_mark;
    const int terminal = other_side();
    const auto came = [&] {
        const auto wrote = rest.empty() ? 0 : ::write(terminal, rest.data(), rest.size());
        if (wrote > 0) { rest.remove_prefix(static_cast<std::size_t>(wrote)); }
        return marks_seen_ > seen;
    };
    try {
        wait_until(came, "the terminal to hand over what was written");
    } catch (const std::runtime_error&) {
        ::close(terminal);
        throw;
    }
    ::close(terminal);
}

void ScreenChild::wait_until_stopped() {
    wait_until([this] { return stopped_; }, "the program to stop");
    take_in();
}

void ScreenChild::bring_to_foreground() { go_on(to_foreground); }

void ScreenChild::go_on_in_background() { go_on(to_background); }

void ScreenChild::go_on(char where) {
    if (!stopped_) { throw std::logic_error("it is not stopped"); }
    stopped_ = false;
    [[maybe_unused]] const auto wrote = ::write(orders_, &where, 1);
}

int ScreenChild::wait() {
    wait_until([this] { return status_.has_value(); }, "the program to end");
    take_in();
    return WIFEXITED(*status_) ? WEXITSTATUS(*status_) : 128 + WTERMSIG(*status_);
}

void ScreenChild::take_in() {
    while (pump(0)) {}
}

std::string ScreenChild::all_text() const {
    std::string text;
    for (int number = 0; number < emulator_.rows(); ++number) { text += emulator_.row(number) + "\n"; }
    return text;
}

bool ScreenChild::shows(std::string_view text) const {
    return squeezed(all_text()).find(squeezed(text)) != std::string::npos;
}

int ScreenChild::row_of(std::string_view text) const {
    for (int number = 0; number < emulator_.rows(); ++number) {
        if (emulator_.row(number).find(text) != std::string::npos) { return number; }
    }
    return -1;
}

std::string ScreenChild::left_behind() const {
    if (in_alternate_screen()) { throw std::logic_error("the alternate screen is still there"); }
    return emulator_.scrolled_off() + all_text();
}

std::size_t ScreenChild::mark() {
    take_in();
    return raw_.size();
}

termios ScreenChild::modes() const {
    termios now{};
    ::tcgetattr(terminal_, &now); // of our side: on Linux, that tells of the other one
    return now;
}

int ScreenChild::other_side() const {
    const int opened = ::open(::ptsname(terminal_), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0) { throw std::runtime_error("the other side of the terminal"); }
    return opened;
}

std::size_t ScreenChild::unread_keys() const {
    const int terminal = other_side();
    int count = 0;
    if (::ioctl(terminal, FIONREAD, &count) != 0) { throw std::runtime_error("FIONREAD"); }
    ::close(terminal);
    return static_cast<std::size_t>(count);
}

bool ScreenChild::is_waiting() const {
    std::ifstream file("/proc/" + std::to_string(program_) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const auto name_ends = stat.rfind(')');
    return name_ends != std::string::npos && stat.substr(name_ends + 1, 3) == " S ";
}

bool ScreenChild::has_room() const {
    pollfd terminal{other_side(), POLLOUT, 0};
    const bool room = ::poll(&terminal, 1, 0) > 0 && (terminal.revents & POLLOUT) != 0;
    ::close(terminal.fd);
    return room;
}

void ScreenChild::stop_output() {
    const int terminal = other_side();
    ::tcflow(terminal, TCOOFF);
    ::close(terminal);
}

void ScreenChild::go_on_with_output() {
    const int terminal = other_side();
    ::tcflow(terminal, TCOON);
    ::close(terminal);
}

bool ScreenChild::terminal_restored() const { return not_restored().empty(); }

std::string ScreenChild::not_restored() const {
    std::string different;
    const termios now = modes();
    if (now.c_iflag != before_.c_iflag || now.c_oflag != before_.c_oflag || now.c_lflag != before_.c_lflag ||
        now.c_cflag != before_.c_cflag || std::memcmp(now.c_cc, before_.c_cc, sizeof now.c_cc) != 0) {
        different += "modes; ";
    }
    if (in_alternate_screen()) { different += "alternate screen; "; }
    if (!cursor().shown) { different += "cursor; "; }
    // Modes that the emulator has no name for: the last word on each must be "off".
    const auto last_on = [this](std::string_view on, std::string_view off) {
        const auto was_on = raw_.rfind(on);
        if (was_on == std::string::npos) { return false; }
        const auto was_off = raw_.rfind(off);
        return was_off == std::string::npos || was_off < was_on;
    };
    if (last_on("\033[?2004h", "\033[?2004l")) { different += "marks around pastes; "; }
    if (last_on("\033[?1h", "\033[?1l")) { different += "cursor keys; "; }
    if (last_on("\033=", "\033>")) { different += "keypad; "; }
    if (last_on("\033[22;0;0t", "\033[23;0;0t")) { different += "the title that was put aside; "; }
    return different;
}

void ScreenChild::give_up(const std::string& why) const {
    throw std::runtime_error(why + "; on the screen:\n" + all_text() +
                             (in_alternate_screen() ? "(alternate screen)" : "(normal screen)"));
}

void ScreenChild::write_some() {
    while (!to_send_.empty() && terminal_ >= 0) {
        const auto wrote = ::write(terminal_, to_send_.data(), to_send_.size());
        if (wrote <= 0) { return; } // full: pump() goes on with it
        to_send_.erase(0, static_cast<std::size_t>(wrote));
    }
}

void ScreenChild::take_reports() {
    Report report{};
    while (::read(reports_, &report, sizeof report) == static_cast<ssize_t>(sizeof report)) {
        if (report.kind == Report::Kind::began) {
            program_ = report.value;
        } else if (WIFSTOPPED(report.value)) {
            stopped_ = true;
        } else {
            status_ = report.value;
        }
    }
}

bool ScreenChild::pump(int timeout_ms) {
    const int wanted = (reads_ ? POLLIN : 0) | (to_send_.empty() ? 0 : POLLOUT);
    std::array<pollfd, 2> watched{pollfd{terminal_, static_cast<short>(wanted), 0},
                                  pollfd{status_ ? -1 : reports_, POLLIN, 0}};
    if (::poll(watched.data(), watched.size(), timeout_ms) <= 0) { return false; }
    if (watched[1].revents != 0) { take_reports(); }
    if ((watched[0].revents & POLLOUT) != 0) { write_some(); }
    if (!reads_ || (watched[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0) {
        return watched[1].revents != 0;
    }
    std::array<char, 65536> buffer;
    const auto got = ::read(terminal_, buffer.data(), buffer.size());
    if (got <= 0) { return false; }
    came_.append(buffer.data(), static_cast<std::size_t>(got));
    for (auto at = came_.find(our_mark); at != std::string::npos; at = came_.find(our_mark)) {
        came_.erase(at, our_mark.size());
        ++marks_seen_;
    }
    // Half of a mark waits for the other half.
    std::size_t half = std::min(came_.size(), our_mark.size() - 1);
    while (!came_.ends_with(our_mark.substr(0, half))) { --half; }
    const std::string whole = came_.substr(0, came_.size() - half);
    came_.erase(0, whole.size());
    raw_ += whole;
    emulator_.take(whole);
    if (const std::string answers = emulator_.take_answers(); !answers.empty()) { send_keys(answers); }
    return true;
}

} // namespace kindly::tests
