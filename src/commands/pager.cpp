// SPDX-License-Identifier: MIT
#include "commands/pager.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "guide/signals.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t columns_without_terminal = 78;
constexpr const char* enter_screen = "\x1b[?1049h\x1b[?25l\x1b[2J";
/// Cleared first: some terminals keep what stood there.
constexpr const char* leave_screen = "\x1b[2J\x1b[H\x1b[?25h\x1b[?1049l";

class TextOutput : public Output {
public:
    void write(std::string_view text) override { text_ += text; }
    void flush() override {}
    [[nodiscard]] bool is_terminal() const override { return true; }
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', begin), text_.size());
            lines.push_back(text_.substr(begin, end - begin));
            begin = end + 1;
        }
        return lines;
    }

private:
    std::string text_;
};

std::atomic<int> notes_write_end{-1};

/// The two signals that concern a screen and that Signals leaves alone: a window of another size, and a wish
/// to end at once.
class ScreenSignals {
public:
    ScreenSignals() {
        if (::pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0) { return; }
        notes_write_end = pipe_[1];
        struct sigaction ours {};
        ours.sa_handler = [](int number) {
            const int error = errno;
            const auto note = static_cast<unsigned char>(number);
            [[maybe_unused]] const auto wrote = ::write(notes_write_end.load(), &note, 1);
            errno = error;
        };
        ours.sa_flags = SA_RESTART;
        sigemptyset(&ours.sa_mask);
        ::sigaction(SIGWINCH, &ours, &window_);
        ::sigaction(SIGQUIT, &ours, &quit_);
    }
    ScreenSignals(const ScreenSignals&) = delete;
    ScreenSignals& operator=(const ScreenSignals&) = delete;
    ~ScreenSignals() {
        if (pipe_[0] < 0) { return; }
        ::sigaction(SIGWINCH, &window_, nullptr);
        ::sigaction(SIGQUIT, &quit_, nullptr);
        notes_write_end = -1;
        ::close(pipe_[0]);
        ::close(pipe_[1]);
    }
    [[nodiscard]] int descriptor() const { return pipe_[0]; }
    /// 0: none.
    [[nodiscard]] int next() const {
        unsigned char note = 0;
        return ::read(pipe_[0], &note, 1) == 1 ? note : 0;
    }

private:
    int pipe_[2] = {-1, -1};
    struct sigaction window_ {};
    struct sigaction quit_ {};
};

/// The terminal while it is ours: keys one by one, the alternate screen. As it was when this ends.
class Screen {
public:
    explicit Screen(int terminal) : terminal_(terminal) {
        usable_ = ::tcgetattr(terminal, &before_) == 0;
        if (usable_) { enter(); }
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen() {
        if (usable_) { leave(); }
        ::close(terminal_);
    }
    [[nodiscard]] bool usable() const { return usable_; }

    void enter() {
        termios ours = before_;
        ours.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        ours.c_cc[VMIN] = 1;
        ours.c_cc[VTIME] = 0;
        ::tcsetattr(terminal_, TCSADRAIN, &ours);
        write(enter_screen);
    }
    void leave() {
        write(leave_screen);
        ::tcsetattr(terminal_, TCSADRAIN, &before_);
    }
    /// A terminal that has gone is noticed when the next key is read.
    void write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t wrote = ::write(terminal_, text.data(), text.size());
            if (wrote < 0 && errno == EINTR) { continue; }
            if (wrote <= 0) { return; }
            text.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    struct Size {
        std::size_t columns, rows;
    };
    [[nodiscard]] Size size() const {
        constexpr Size usual{80, 24};
        winsize window{};
        if (::ioctl(terminal_, TIOCGWINSZ, &window) != 0 || window.ws_col == 0 || window.ws_row == 0) {
            return usual;
        }
        return {window.ws_col, window.ws_row};
    }
    [[nodiscard]] int descriptor() const { return terminal_; }

private:
    int terminal_;
    termios before_{};
    bool usable_ = false;
};

enum class Key { none, line_on, line_back, page_on, page_back, begin, end, leave };

/// What was typed, as it comes from a terminal: one key, also where it is several bytes.
Key key_of(std::string_view typed) {
    struct Meaning {
        std::string_view bytes;
        Key key;
    };
    static constexpr Meaning meanings[] = {
        {"q", Key::leave},           {"Q", Key::leave},         {" ", Key::page_on},
        {"f", Key::page_on},         {"b", Key::page_back},     {"\r", Key::line_on},
        {"\n", Key::line_on},        {"j", Key::line_on},       {"k", Key::line_back},
        {"g", Key::begin},           {"G", Key::end},           {"\x1b[A", Key::line_back},
        {"\x1bOA", Key::line_back},  {"\x1b[B", Key::line_on},  {"\x1bOB", Key::line_on},
        {"\x1b[5~", Key::page_back}, {"\x1b[6~", Key::page_on}, {"\x1b[H", Key::begin},
        {"\x1bOH", Key::begin},      {"\x1b[1~", Key::begin},   {"\x1b[F", Key::end},
        {"\x1bOF", Key::end},        {"\x1b[4~", Key::end}};
    for (const auto& meaning : meanings) {
        if (meaning.bytes == typed) { return meaning.key; }
    }
    return Key::none;
}

/// One key off the front.
std::string_view take_key(std::string_view& typed) {
    std::size_t length = 1;
    if (typed.front() == '\x1b' && typed.size() > 1 && (typed[1] == '[' || typed[1] == 'O')) {
        length = 2;
        while (length < typed.size() && typed[length] >= '0' && typed[length] <= '?') { ++length; }
        length = std::min(length + 1, typed.size());
    }
    const std::string_view key = typed.substr(0, length);
    typed.remove_prefix(length);
    return key;
}

std::string cut(const std::string& line, std::size_t columns) {
    // Lines with emphasis were made to fit.
    if (line.find('\x1b') != std::string::npos || display_width(line) <= columns) { return line; }
    std::string kept;
    for (const char letter : line) {
        const bool begins = (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
        if (begins && display_width(kept) >= columns) { break; }
        kept += letter;
    }
    while (display_width(kept) > columns && !kept.empty()) { kept.pop_back(); }
    return kept;
}

class Pager {
public:
    Pager(Screen& screen, Signals& signals, const ScreenSignals& window, const WriteText& write)
        : screen_(screen), signals_(signals), window_(window), write_(write) {
        lay_out();
    }

    ExitCode run() {
        for (;;) {
            draw();
            pollfd sources[] = {{screen_.descriptor(), POLLIN, 0},
                                {signals_.descriptor(), POLLIN, 0},
                                {window_.descriptor(), POLLIN, 0}};
            if (::poll(sources, 3, -1) < 0 && errno != EINTR) { return ExitCode::environment; }
            while (const int number = window_.next()) {
                if (number == SIGQUIT) { return ExitCode::done; }
                lay_out();
            }
            while (const auto came = signals_.next()) {
                if (came->meaning == Signals::Meaning::stop) { return ExitCode::done; }
                if (came->meaning == Signals::Meaning::interrupt) { return ended_by(came->number); }
                if (came->meaning == Signals::Meaning::suspend) {
                    screen_.leave();
                    signals_.stop_process();
                }
                screen_.enter();
                lay_out();
            }
            if ((sources[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !take_keys()) {
                return ExitCode::done;
            }
        }
    }

private:
    static ExitCode ended_by(int number) {
        if (number == SIGINT) { return ExitCode::interrupt; }
        return number == SIGTERM ? ExitCode::terminated : ExitCode::hangup;
    }

    /// Stays at the line that was on top, as nearly as a text that wraps anew allows.
    void lay_out() {
        const std::size_t before = lines_.size();
        size_ = screen_.size();
        TextOutput text;
        constexpr std::size_t widest = 80;
        write_(text, std::max<std::size_t>(std::min(size_.columns, widest), 4) - 2);
        lines_ = text.lines();
        if (before > 0) { top_ = top_ * lines_.size() / before; }
        top_ = std::min(top_, last_top());
    }
    [[nodiscard]] std::size_t room() const { return std::max<std::size_t>(size_.rows, 2) - 1; }
    [[nodiscard]] std::size_t last_top() const { return lines_.size() > room() ? lines_.size() - room() : 0; }

    void draw() const {
        std::string frame = "\x1b[H";
        for (std::size_t row = 0; row < room(); ++row) {
            if (top_ + row < lines_.size()) { frame += cut(lines_[top_ + row], size_.columns - 1); }
            frame += "\x1b[K\r\n";
        }
        const std::string where =
            last_top() == 0 ? std::string()
                            : fmt::format(fmt::runtime(_("{}-{} of {}  space: on  b: back  ")), top_ + 1,
                                          std::min(top_ + room(), lines_.size()), lines_.size());
        frame += cut(where + _("q: leave"), size_.columns - 1) + "\x1b[K";
        screen_.write(frame);
    }

    /// False: it is over.
    bool take_keys() {
        char buffer[256];
        const ssize_t got = ::read(screen_.descriptor(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) { return true; }
        if (got <= 0) { return false; }
        std::string_view typed(buffer, static_cast<std::size_t>(got));
        while (!typed.empty()) {
            const std::size_t page = std::max<std::size_t>(room(), 2) - 1; // one line is seen twice
            switch (key_of(take_key(typed))) {
            case Key::leave: return false;
            case Key::line_on: top_ = std::min(top_ + 1, last_top()); break;
            case Key::line_back: top_ -= std::min<std::size_t>(top_, 1); break;
            case Key::page_on: top_ = std::min(top_ + page, last_top()); break;
            case Key::page_back: top_ -= std::min(top_, page); break;
            case Key::begin: top_ = 0; break;
            case Key::end: top_ = last_top(); break;
            case Key::none: break;
            }
        }
        return true;
    }

    Screen& screen_;
    Signals& signals_;
    const ScreenSignals& window_;
    const WriteText& write_;
    Screen::Size size_{};
    std::vector<std::string> lines_;
    std::size_t top_ = 0;
};

} // namespace

bool has_pages(const Context& context) {
    const auto kind = context.environment("TERM");
    return context.out.is_terminal() && !context.plain_layout() && kind && *kind != "dumb";
}

ExitCode show_pages(Context& context, const WriteText& write) {
    if (has_pages(context)) {
        context.out.flush();
        context.err.flush();
        // Not standard input: words to look for may have come from there.
        const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
        if (terminal >= 0) {
            const ScreenSignals window; // before the screen is taken, and until it is given back
            Signals signals;
            Screen screen(terminal);
            if (screen.usable()) { return Pager(screen, signals, window, write).run(); }
        }
    }
    write(context.out, columns_without_terminal);
    return ExitCode::done;
}

} // namespace kindly
