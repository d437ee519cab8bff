// SPDX-License-Identifier: MIT
// The terminal without a guide: draws a page that shows what it can do, and tells each key by name. Some
// letters are also commands, so that tests can see every way in and out.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "guide/signals.hpp"
#include "screen/layout.hpp"
#include "screen/terminal.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace {

using namespace kindly;
using namespace kindly::screen;

int window_pipe[2] = {-1, -1};

extern "C" void note_window(int) {
    const int error = errno;
    [[maybe_unused]] const auto wrote = ::write(window_pipe[1], "w", 1);
    errno = error;
}

/// Where that is still possible.
void tell(const std::string& sentence) {
    [[maybe_unused]] const auto wrote = ::write(STDERR_FILENO, sentence.data(), sentence.size());
}

/// Enough to tell whether two long texts are the same.
std::size_t sum_of(const std::string& text) {
    std::size_t sum = 0;
    for (const char byte : text) { sum = sum * 31 + static_cast<unsigned char>(byte); }
    return sum;
}

std::string name_of(const Key& key) {
    static const char* const names[] = {"character", "enter",  "escape",        "tab",     "back_tab",
                                        "backspace", "remove", "left",          "right",   "up",
                                        "down",      "home",   "end",           "page_up", "page_down",
                                        "control",   "paste",  "paste_refused", "other"};
    std::string name = key.alt ? "alt " : "";
    name += key.control ? "ctrl " : "";
    name += names[static_cast<int>(key.kind)];
    if (key.kind == Key::Kind::paste) {
        name += fmt::format(" {} {} {}", key.text.size(), sum_of(key.text), harmless(key.text.substr(0, 20)));
    } else if (!key.text.empty()) {
        name += " " + key.text;
    }
    return name;
}

class Painter {
public:
    explicit Painter(TerminalOptions options) : terminal_(options) {}

    int run() {
        draw();
        for (;;) {
            pollfd watched[] = {{terminal_.descriptor(), POLLIN, 0},
                                {signals_.descriptor(), POLLIN, 0},
                                {window_pipe[0], POLLIN, 0}};
            constexpr int soon_ms = 50;
            ::poll(watched, 3, terminal_.in_the_middle() ? soon_ms : -1);
            if (watched[2].revents != 0) {
                char byte = 0;
                [[maybe_unused]] const auto got = ::read(window_pipe[0], &byte, 1);
                terminal_.adapt();
            }
            while (const auto came = signals_.next()) {
                switch (came->meaning) {
                case Signals::Meaning::suspend:
                    terminal_.leave();
                    signals_.stop_process();
                    terminal_.enter();
                    break;
                case Signals::Meaning::stop:
                case Signals::Meaning::interrupt: return 128 + came->number;
                case Signals::Meaning::resized: terminal_.adapt(); break;
                case Signals::Meaning::continued:
                    terminal_.leave();
                    terminal_.enter();
                    break;
                }
            }
            for (const auto& key : terminal_.read()) {
                if (key.kind == Key::Kind::control && key.text == "c") { return 128 + SIGINT; }
                if (key.kind == Key::Kind::control && key.text == "z") {
                    ::kill(0, SIGTSTP);
                    continue;
                }
                told_.push_back(fmt::format("{}: {}", ++count_, name_of(key)));
                if (key.kind == Key::Kind::character && !key.alt && key.text.size() == 1) {
                    if (command(key.text.front())) { return 0; }
                }
            }
            draw();
        }
    }

private:
    static int overflow(volatile int* deeper) {
        volatile int here[1024];
        here[0] = deeper == nullptr ? 0 : deeper[0] + 1;
        return here[0] < 0 ? 0 : overflow(here) + here[0]; // the stack ends long before
    }
    bool command(char letter) {
        switch (letter) {
        case 'Q': return true;
        case 'A': std::abort();
        case 'S': ::raise(SIGSEGV); break;
        case 'N': *reinterpret_cast<volatile int*>(nowhere_) = 1; break;
        case 'O': overflow(nullptr); break;
        case 'X': throw std::runtime_error("thrown");
        case 'V': visit(); break;
        case 'C': cursor_shown_ = !cursor_shown_; break;
        case '+': presence_ = presence_ < 1 ? presence_ + 0.25 : 0; break;
        case 'R': terminal_.forget(); break;
        case '=':
            told_.pop_back(); // so that the picture is the one that stands there
            --count_;
            for (int times = 0; times < 100; ++times) { draw(); }
            terminal_.ring();
            break;
        default: break;
        }
        return false;
    }
    /// As for an editor: the terminal belongs to somebody else meanwhile.
    void visit() {
        terminal_.leave();
        [[maybe_unused]] const int status =
            std::system("echo visited; stty -a | grep -q ' icanon' && echo cooked");
        terminal_.enter();
    }
    void draw() {
        Frame frame;
        const Size size = terminal_.size();
        const auto line = [&](int row, ScreenLine spans, double presence = 1) {
            put(frame, {.lines = {std::move(spans)}, .focus = {}}, {row, 0}, size, presence);
        };
        line(0, {{fmt::format("size {}x{} colours {}{}", size.rows, size.columns, terminal_.colours(),
                              terminal_.eases() ? " eases" : "")}});
        line(1, {{"normal "}, {"quiet ", Tone::quiet}, {"strong ", Tone::strong}, {"accent", Tone::accent}});
        line(2, {{"日本語 e\u0301 ñ 👍🏽 👩\u200D💻 ❤\uFE0F end"}});
        line(3, {{"easing", Tone::normal}, {" quietly", Tone::quiet}}, presence_);
        put(frame, {.lines = {{{"日本語日本語"}}}, .focus = {}}, {4, size.columns - 5}, size);
        put(frame, {.lines = {{{"日本語left"}}}, .focus = {}}, {4, -3}, size);
        const int room = std::max(size.rows - 6, 1);
        const std::size_t first =
            told_.size() > static_cast<std::size_t>(room) ? told_.size() - static_cast<std::size_t>(room) : 0;
        int row = 5;
        frame.cursor = {row, 0};
        for (std::size_t at = first; at < told_.size(); ++at) {
            frame.cursor = {row, static_cast<int>(display_width(told_[at]))};
            line(row++, {{told_[at]}});
        }
        put(frame, {.lines = {{{"corner"}}}, .focus = {}}, {size.rows - 1, size.columns - 6}, size);
        frame.cursor_shown = cursor_shown_;
        terminal_.draw(frame);
    }

    Signals signals_;
    Terminal terminal_;
    std::vector<std::string> told_;
    int count_ = 0;
    bool cursor_shown_ = true;
    double presence_ = 1;
    volatile std::uintptr_t nowhere_ = 64; ///< an address that nobody has
};

/// What the process does on each signal that ncurses or we may have taken.
std::vector<void (*)(int)> handlers() {
    std::vector<void (*)(int)> all;
    for (const int number : {SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGHUP, SIGABRT, SIGSEGV, SIGQUIT}) {
        struct sigaction action {};
        ::sigaction(number, nullptr, &action);
        all.push_back(action.sa_handler);
    }
    return all;
}

/// Whoever handles signals may come before or after the terminal.
int compare_handlers() {
    const auto before = handlers();
    std::string said;
    {
        const Terminal terminal({});
        const auto during = handlers();
        constexpr auto ours_begin = 5; // from SIGABRT on: those that end the program
        if (std::equal(before.begin(), before.begin() + ours_begin, during.begin()) &&
            during.back() != before.back()) {
            said = "all as they were";
        }
    }
    if (handlers() == before) { said += ", and afterwards"; }
    tell(said);
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    use_environment_language();
    TerminalOptions options;
    for (int at = 1; at < count; ++at) {
        const std::string argument = arguments[at];
        if (argument == "light") { options.theme = Theme::light; }
        if (argument == "dark") { options.theme = Theme::dark; }
        if (argument == "plain") { options.theme = Theme::plain; }
        if (argument == "no-colours") { options.colours = false; }
        if (argument == "no-hangup") { ::signal(SIGHUP, SIG_IGN); }
    }
    if (count > 1 && std::string(arguments[1]) == "handlers") { return compare_handlers(); }
    if (::pipe2(window_pipe, O_CLOEXEC) != 0) { return 1; }
    ::signal(SIGWINCH, note_window);
    try {
        return Painter(options).run();
    } catch (const Failure& failure) {
        tell(fmt::format("{}: {}\n", failure.what(), failure.advice()));
        return static_cast<int>(failure.code());
    } catch (const std::exception& thrown) {
        tell(std::string(thrown.what()) + "\n");
        return 9;
    }
}
