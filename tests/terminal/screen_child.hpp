// SPDX-License-Identifier: MIT
// A program on a terminal, driven as a person would: keys go in, and what stands on the screen is asked for.
//
//     ScreenChild child({.command = {KINDLY_BINARY, "practice", "look"}, .home = home.path().string()});
//     child.wait_for_text("breathe");        // on the screen now, however it is wrapped
//     child.send_keys(" ");                  // bytes, as the keyboard sends them; see keys:: below
//     const auto before = child.mark();      // and later child.bytes_since(before)
//     child.resize(12, 40);
//     child.wait_until([&] { return child.row(11).empty(); }, "the last row to be empty");
//     child.send_keys("q");
//     EXPECT_EQ(child.wait(), 0);            // as a shell tells it: 128 + number for a signal
//     EXPECT_TRUE(child.terminal_restored());
//     EXPECT_THAT(child.left_behind(), Not(HasSubstr("what was written")));
//
// Nothing sleeps: each wait_... ends as soon as its condition holds, and throws std::runtime_error with a
// picture of the screen after a generous limit or when the program has ended without it.
// The program is a job of its own under a small leader, as under a shell, so that Ctrl-Z works:
//     child.send_keys(keys::ctrl('z')); child.wait_until_stopped(); child.bring_to_foreground();
// Knows nothing of what the program is.
#pragma once

#include "emulator.hpp"

#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <termios.h>
#include <vector>

namespace kindly::tests {

/// As xterm sends them (with the cursor keys in application mode, as ncurses asks for).
namespace keys {
inline const std::string enter = "\r";
inline const std::string escape = "\033";
inline const std::string tab = "\t";
inline const std::string back_tab = "\033[Z";
inline const std::string backspace = "\177";
inline const std::string remove = "\033[3~";
inline const std::string up = "\033OA";
inline const std::string down = "\033OB";
inline const std::string right = "\033OC";
inline const std::string left = "\033OD";
inline const std::string home = "\033OH";
inline const std::string end = "\033OF";
inline const std::string page_up = "\033[5~";
inline const std::string page_down = "\033[6~";
inline const std::string ctrl_left = "\033[1;5D";
inline const std::string ctrl_right = "\033[1;5C";
inline const std::string ctrl_remove = "\033[3;5~";
inline const std::string ctrl_backspace = "\010";
[[nodiscard]] inline std::string ctrl(char letter) {
    return std::string(1, static_cast<char>(letter & 0x1f));
}
[[nodiscard]] inline std::string alt(std::string_view key) { return "\033" + std::string(key); }
} // namespace keys

class ScreenChild {
public:
    struct Start {
        std::vector<std::string> command{}; ///< a program's path and its arguments
        std::string home = "/nonexistent";  ///< HOME
        std::vector<std::string>
            variables{}; ///< "NAME=VALUE": all else that it is to find in its environment
        std::string term = "xterm-256color";
        int rows = 24;
        int columns = 80;
    };
    explicit ScreenChild(const Start& start);
    ScreenChild(const ScreenChild&) = delete;
    ScreenChild& operator=(const ScreenChild&) = delete;
    /// Kills what is still there.
    ~ScreenChild();

    // What a person does.
    void send_keys(std::string_view bytes);
    /// As a terminal does it: between marks, if the program has asked for that.
    void paste(std::string_view text);
    void resize(int rows, int columns);
    /// The window is closed. Only wait() makes sense afterwards.
    void hang_up();
    void kill(int signal); ///< to the program alone
    /// Ctrl-S and Ctrl-Q, whatever the program has made of these keys: the system takes nothing for the
    /// terminal.
    void stop_output();
    void go_on_with_output();
    /// A connection that has stalled: nobody takes anything from the terminal, however long one waits.
    void stop_reading() { reads_ = false; }
    void read_again() { reads_ = true; }

    // Waiting.
    /// Until the text stands on the screen; line ends and runs of blanks count as one blank.
    void wait_for_text(std::string_view text);
    void wait_until(const std::function<bool()>& condition, std::string_view what);
    void wait_until_stopped();  ///< by a signal, SIGTSTP above all
    void bring_to_foreground(); ///< fg
    void go_on_in_background(); ///< bg: the terminal stays with the leader
    [[nodiscard]] bool ended() const { return status_.has_value(); }
    /// Ends with the program; everything that it wrote has been taken in. As a shell tells it.
    int wait();
    /// Until it waits for something itself, and all that it wrote has been taken in: no half-drawn frame.
    void wait_until_it_waits();
    /// Takes in what has come by now. Each wait does so by itself.
    void take_in();

    // What there is to see.
    [[nodiscard]] std::string row(int number) const { return emulator_.row(number); }
    [[nodiscard]] Cell cell(int row, int column) const { return emulator_.cell(row, column); }
    [[nodiscard]] std::string all_text() const;            ///< rows, each ended by a newline
    [[nodiscard]] bool shows(std::string_view text) const; ///< as wait_for_text() sees it
    /// The row in which this begins; -1: nowhere. Not for text that is wrapped.
    [[nodiscard]] int row_of(std::string_view text) const;
    [[nodiscard]] Cursor cursor() const { return emulator_.cursor(); }
    [[nodiscard]] bool in_alternate_screen() const { return emulator_.in_alternate_screen(); }
    /// Where somebody could read it after the end: the normal screen and what was scrolled off it.
    [[nodiscard]] std::string left_behind() const;
    [[nodiscard]] int bells() const { return emulator_.bells(); }
    [[nodiscard]] bool title_set() const { return emulator_.title_set(); }
    [[nodiscard]] const std::string& raw() const { return raw_; } ///< every byte that came
    [[nodiscard]] std::size_t mark();                             ///< after taking in what has come
    [[nodiscard]] std::size_t bytes_since(std::size_t mark) const { return raw_.size() - mark; }
    [[nodiscard]] pid_t id() const { return program_; }

    /// Modes and cursor are as before the start, and no mode that the program switched on is still on.
    [[nodiscard]] bool terminal_restored() const;
    /// Likewise, in words: what is different. Empty: nothing.
    [[nodiscard]] std::string not_restored() const;
    /// It waits for something to happen.
    [[nodiscard]] bool is_waiting() const;
    /// The system would take something for the terminal now.
    [[nodiscard]] bool has_room() const;
    /// Keys that nobody has read: the next program would, a shell usually.
    [[nodiscard]] std::size_t unread_keys() const;
    /// Of the terminal, now.
    [[nodiscard]] termios modes() const;

    /// How long a wait may take before it throws.
    std::chrono::seconds limit{60};

private:
    struct Report;
    void take_reports();
    void go_on(char where);
    /// False: the terminal has nothing more to say.
    bool pump(int timeout_ms);
    [[noreturn]] void give_up(const std::string& why) const;
    /// The program's side of the terminal, for questions that our side has no answer to; to be closed.
    [[nodiscard]] int other_side() const;
    void write_some();
    void take_in_all_that_was_written();

    Emulator emulator_;
    int terminal_ = -1; ///< our side of it
    int orders_ = -1;   ///< to the leader
    int reports_ = -1;  ///< from the leader
    pid_t leader_ = -1;
    pid_t program_ = -1;
    bool stopped_ = false;
    bool reads_ = true;
    std::optional<int> status_;
    std::string to_send_;
    std::string came_; ///< and was not taken in: what may be half of our own mark
    std::size_t marks_seen_ = 0;
    std::string raw_;
    termios before_{};
};

} // namespace kindly::tests
