// SPDX-License-Identifier: MIT
#include "screen/terminal.hpp"

#include "base/failure.hpp"
#include "base/translate.hpp"
#include "guide/clocks.hpp"
#include "screen/cells.hpp"
#include "screen/colours.hpp"
#include "screen/keyboard.hpp"
#include "screen/outlet.hpp"
#include "screen/terminal_kind.hpp"
#include "screen/way_out.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <map>
#include <optional>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_NOMACROS // "clear", "move" and their like are words of ours, too
#include <curses.h>

namespace kindly::screen {

namespace {

constexpr int keyboard_descriptor = STDIN_FILENO;
constexpr int screen_descriptor = STDOUT_FILENO;

[[noreturn]] void gone() { throw Failure(ExitCode::hangup, _("The terminal has gone")); }

termios modes_now() {
    termios modes{};
    if (::isatty(keyboard_descriptor) == 0 || ::isatty(screen_descriptor) == 0 ||
        ::tcgetattr(keyboard_descriptor, &modes) != 0) {
        throw Failure(ExitCode::environment, _("There is no terminal here to draw on"),
                      _("With --plain, everything is there as plain lines."));
    }
    return modes;
}

/// Each key comes at once and means what we make of it: Ctrl-C and Ctrl-Z too, because the system would also
/// obey those bytes inside of a paste, and throw away what was typed before them.
termios modes_for_keys(termios modes) {
    modes.c_iflag &= ~static_cast<tcflag_t>(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP | PARMRK);
    modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHONL | IEXTEN | ISIG);
    modes.c_oflag &= ~static_cast<tcflag_t>(ONLCR | OCRNL | TABDLY); // TABDLY: tabs as blanks
    modes.c_cc[VMIN] = 0;                                            // reading never blocks
    modes.c_cc[VTIME] = 0;
    return modes;
}

/// ncurses takes signals that others have uses for (guide/signals); here it gives them back.
class SignalsAsBefore {
public:
    SignalsAsBefore() {
        for (auto& kept : kept_) { ::sigaction(kept.number, nullptr, &kept.action); }
    }
    SignalsAsBefore(const SignalsAsBefore&) = delete;
    SignalsAsBefore& operator=(const SignalsAsBefore&) = delete;
    ~SignalsAsBefore() {
        for (const auto& kept : kept_) { ::sigaction(kept.number, &kept.action, nullptr); }
    }

private:
    struct Kept {
        int number;
        struct sigaction action;
    };
    std::array<Kept, 4> kept_{{{SIGINT, {}}, {SIGTERM, {}}, {SIGTSTP, {}}, {SIGWINCH, {}}}};
};

/// What the system says of the terminal's size, within reason; nothing where it does not know.
std::optional<Size> size_now() {
    constexpr int most = 1000;
    winsize window{};
    if (::ioctl(screen_descriptor, TIOCGWINSZ, &window) != 0) { return std::nullopt; }
    if (window.ws_row == 0 || window.ws_col == 0) { return std::nullopt; }
    return Size{std::min<int>(window.ws_row, most), std::min<int>(window.ws_col, most)};
}

} // namespace

class Terminal::Curses {
public:
    explicit Curses(TerminalOptions options)
        : options_(options), before_(modes_now()), kind_(terminal_kind(screen_descriptor)),
          ours_(modes_for_keys(before_)), outlet_(screen_descriptor),
          way_out_(outlet_.descriptor(), before_, kind_.way_out),
          keyboard_(kind_.keys, kind_.backspace_is_control_h || before_.c_cc[VERASE] == '\b', longest_paste) {
        start();
    }
    Curses(const Curses&) = delete;
    Curses& operator=(const Curses&) = delete;
    ~Curses() {
        outlet_.finish();
        way_out_.take(WayOut::Keys::forget);
        // Not endwin(): it resets colours that a person has given the terminal, and we changed none.
        ::delscreen(screen_);
    }

    [[nodiscard]] Size size() const { return size_; }
    [[nodiscard]] int colours() const { return kind_.colours; }
    [[nodiscard]] bool eases() const { return usable_colours() >= enough_to_ease; }
    [[nodiscard]] bool in_the_middle() const { return keyboard_.patience() > Milliseconds::zero(); }
    bool adapt();
    void draw(const Frame& frame);
    void forget();
    [[nodiscard]] bool behind() const { return outlet_.waits(); }
    [[nodiscard]] int descriptor_behind() const { return behind() ? outlet_.descriptor() : -1; }
    void catch_up() { outlet_.push(); }
    void ring() {
        if (!behind()) { outlet_.put("\a"); }
    }
    std::vector<Key> read();
    void leave() {
        outlet_.finish();
        way_out_.take(WayOut::Keys::keep);
    }
    void enter();

private:
    void start();
    [[nodiscard]] int usable_colours() const {
        return options_.colours && options_.theme != Theme::plain ? kind_.colours : 0;
    }
    [[nodiscard]] std::vector<bool> rows_changed(const Frame& frame) const;
    void put(const Frame::Piece& piece); ///< in a row of the screen
    short pair_of(int colour);
    [[nodiscard]] std::string cursor_to_be(bool shown);
    bool read_some();
    static void must_be_there();

    TerminalOptions options_;
    termios before_;
    TerminalKind kind_;
    termios ours_;
    Outlet outlet_;
    MemoryFile written_; ///< by ncurses, which would wait for the terminal, and not for signals
    WayOut way_out_;
    Keyboard keyboard_;
    SCREEN* screen_ = nullptr;
    Size size_;
    std::optional<Frame> drawn_; ///< what stands on the screen
    bool cursor_shown_ = true;
    std::map<int, short> pairs_; ///< of colours
    Milliseconds last_came_{};   ///< when the last byte did
};

void Terminal::Curses::start() {
    way_out_.open(); // newterm writes already
    std::fflush(stdout);
    {
        const SignalsAsBefore all_as_it_was;
        screen_ = ::newterm(nullptr, written_.stream(), stdin);
    }
    if (screen_ == nullptr) {
        throw Failure(ExitCode::environment, _("The screen of this terminal cannot be used"),
                      _("With --plain, everything is there as plain lines."));
    }
    ::cbreak();
    ::noecho();
    ::nonl();
    ::typeahead(-1); // a key that comes must not leave half a picture behind
    ::tcsetattr(keyboard_descriptor, TCSADRAIN, &ours_);
    if (usable_colours() > 0) {
        ::start_color();
        ::use_default_colors();
    }
    ::idcok(stdscr, FALSE); // characters are written, never pushed aside: terminals differ over wide ones
    if (const auto size = size_now()) { ::resize_term(size->rows, size->columns); }
    size_ = {LINES, COLS};
    ::refresh(); // with it goes what newterm wrote: the way to the other screen
    outlet_.put(written_.take() + kind_.modes_on);
}

bool Terminal::Curses::adapt() {
    const auto size = size_now();
    if (!size || *size == size_) { return false; }
    size_ = *size;
    ::resize_term(size_.rows, size_.columns);
    forget();
    return true;
}

void Terminal::Curses::forget() {
    drawn_.reset();
    ::clearok(curscr, TRUE);
}

void Terminal::Curses::must_be_there() {
    pollfd screen{screen_descriptor, 0, 0};
    if (::poll(&screen, 1, 0) > 0 && (screen.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) { gone(); }
}

void Terminal::Curses::draw(const Frame& frame) {
    must_be_there();
    outlet_.push();
    if (behind() || drawn_ == frame) { return; }
    std::string bytes = frame.cursor_shown ? std::string() : cursor_to_be(false);
    const auto changed = rows_changed(frame);
    for (int row = 0; row < size_.rows; ++row) {
        if (!changed[static_cast<std::size_t>(row)]) { continue; }
        ::wmove(stdscr, row, 0);
        ::wclrtoeol(stdscr);
    }
    for (const auto& piece : frame.pieces) {
        const bool inside = piece.at.row >= 0 && piece.at.row < size_.rows;
        if (inside && changed[static_cast<std::size_t>(piece.at.row)]) { put(piece); }
    }
    ::wmove(stdscr, std::clamp(frame.cursor.row, 0, size_.rows - 1),
            std::clamp(frame.cursor.column, 0, size_.columns - 1));
    ::wnoutrefresh(stdscr);
    ::doupdate();
    bytes += written_.take();
    if (frame.cursor_shown) { bytes += cursor_to_be(true); }
    outlet_.put(bytes); // at once, so that no half of it is to be seen
    drawn_ = frame;
}

/// While a shape moves, most of a picture stays: turning text into cells is most of the work.
std::vector<bool> Terminal::Curses::rows_changed(const Frame& frame) const {
    std::vector<bool> changed(static_cast<std::size_t>(size_.rows), !drawn_);
    if (!drawn_) { return changed; }
    const auto note_what_is_missing = [&](const auto& pieces, const auto& others) {
        for (const auto& piece : pieces) {
            if (piece.at.row < 0 || piece.at.row >= size_.rows) { continue; }
            if (std::find(others.begin(), others.end(), piece) == others.end()) {
                changed[static_cast<std::size_t>(piece.at.row)] = true;
            }
        }
    };
    note_what_is_missing(frame.pieces, drawn_->pieces);
    note_what_is_missing(drawn_->pieces, frame.pieces);
    return changed;
}

void Terminal::Curses::put(const Frame::Piece& piece) {
    const Look look = look_of(piece.span.tone, piece.presence, options_.theme, usable_colours());
    if (!look.seen) { return; }
    const auto cells = cells_of(piece.span.text, piece.at.column, size_.columns);
    if (cells.characters.empty()) { return; }
    std::vector<cchar_t> row(cells.characters.size());
    const short pair = pair_of(look.colour);
    for (std::size_t at = 0; at < row.size(); ++at) {
        ::setcchar(&row[at], cells.characters[at].text.c_str(), look.bold ? A_BOLD : A_NORMAL, pair, nullptr);
    }
    ::mvwadd_wchnstr(stdscr, piece.at.row, cells.column, row.data(), static_cast<int>(row.size()));
}

short Terminal::Curses::pair_of(int colour) {
    if (colour == Look::own) { return 0; }
    const auto known = pairs_.find(colour);
    if (known != pairs_.end()) { return known->second; }
    constexpr int direct_colours = 1 << 24; // then a number is an amount of red, green and blue
    const auto pair = static_cast<short>(pairs_.size() + 1);
    ::init_extended_pair(pair, kind_.colours >= direct_colours ? direct_colour(colour) : colour, -1);
    pairs_.emplace(colour, pair);
    return pair;
}

std::string Terminal::Curses::cursor_to_be(bool shown) {
    if (shown == cursor_shown_) { return {}; }
    cursor_shown_ = shown;
    return shown ? kind_.show_cursor : kind_.hide_cursor;
}

bool Terminal::Curses::read_some() {
    std::array<char, 65536> bytes;
    pollfd keys{keyboard_descriptor, POLLIN, 0};
    const int ready = ::poll(&keys, 1, 0);
    if (ready <= 0) { return false; }
    const auto got = ::read(keyboard_descriptor, bytes.data(), bytes.size());
    if (got > 0) {
        keyboard_.take({bytes.data(), static_cast<std::size_t>(got)});
        last_came_ = monotonic_now();
        return true;
    }
    const bool for_now = got < 0 && (errno == EINTR || errno == EAGAIN);
    if (!for_now && (got < 0 || (keys.revents & (POLLHUP | POLLERR)) != 0)) { gone(); }
    return false;
}

std::vector<Key> Terminal::Curses::read() {
    // Whoever keeps a key pressed, or pastes without marks, must not keep us from drawing.
    constexpr int most_at_once = 16;
    for (int times = 0; times < most_at_once && read_some(); ++times) {}
    // The rest of a key is here within moments; for anything longer, the caller comes again.
    constexpr Milliseconds moment{50};
    while (in_the_middle() && keyboard_.patience() <= moment) {
        pollfd keys{keyboard_descriptor, POLLIN, 0};
        const Milliseconds left = last_came_ + keyboard_.patience() - monotonic_now();
        if (left <= Milliseconds::zero()) {
            keyboard_.give_up();
        } else if (::poll(&keys, 1, static_cast<int>(left.count())) > 0) {
            read_some();
        }
    }
    if (in_the_middle() && monotonic_now() - last_came_ >= keyboard_.patience()) { keyboard_.give_up(); }
    return keyboard_.keys();
}

void Terminal::Curses::enter() {
    if (way_out_.is_open()) { return; }
    way_out_.open();
    // In the background, the system stops us here until we are in front again.
    ::tcsetattr(keyboard_descriptor, TCSADRAIN, &ours_);
    outlet_.put(kind_.other_screen + kind_.modes_on + (cursor_shown_ ? "" : kind_.hide_cursor));
    if (!adapt()) { forget(); }
}

Terminal::Terminal(TerminalOptions options) : curses_(std::make_unique<Curses>(options)) {}
Terminal::~Terminal() = default;
Size Terminal::size() const { return curses_->size(); }
bool Terminal::adapt() { return curses_->adapt(); }
void Terminal::draw(const Frame& frame) { curses_->draw(frame); }
void Terminal::forget() { curses_->forget(); }
bool Terminal::behind() const { return curses_->behind(); }
int Terminal::descriptor_behind() const { return curses_->descriptor_behind(); }
void Terminal::catch_up() { curses_->catch_up(); }
void Terminal::ring() { curses_->ring(); }
int Terminal::descriptor() const { return keyboard_descriptor; }
std::vector<Key> Terminal::read() { return curses_->read(); }
bool Terminal::in_the_middle() const { return curses_->in_the_middle(); }
void Terminal::leave() { curses_->leave(); }
void Terminal::enter() { curses_->enter(); }
int Terminal::colours() const { return curses_->colours(); }
bool Terminal::eases() const { return curses_->eases(); }

} // namespace kindly::screen
