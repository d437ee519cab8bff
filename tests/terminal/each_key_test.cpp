// SPDX-License-Identifier: MIT
// Each key in each state, on the usual screen and on the smallest one.
#include "states.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

// One row for each state (states.hpp), one column for each key, and what must be so afterwards:
//
//   .       nothing at all has changed          marks   something is marked or typed, the same is asked
//   on      what comes next, or is asked next   back    what came before
//   first   there is nothing before, it says    ground  the grounding has begun
//   nowhere nothing to go back to, it says
//   stop    the stop line                       out     the program has ended, with 0
//   pause   it is paused                        runs    it is no longer paused
//   help    help and support lie over it        shut    they no longer do
//   hide    no word is to be seen               show    the words are back
//   count   the countdown has gone              pace    it is named
//   mute    it says that the sound is off      answer  it says how to answer, or how to leave it out
//   waits   stopped, and back in front: it      again   stopped, and back in front: as it was
//           waits where it was left             over    it says that the practice has ended
//   here    it says that this is the grounding  closes  the ending
//   quiet   no word is to be seen, and the line of keys has changed
constexpr const char* commands = R"(
            space   p       Enter   Right   Left    b       g       s       q       ?       h       x
  warning   pause   pause   on      on      nowhere nowhere ground  on      out     help    help    hide
  reading   pause   pause   on      on      back    back    ground  on      stop    help    help    hide
  silence   pause   pause   on      on      back    back    ground  on      stop    help    help    hide
  breathing pause   pause   on      on      back    back    ground  on      stop    help    help    hide
  scale     pause   pause   answer  marks   marks   back    ground  on      stop    help    help    hide
  choice    pause   pause   answer  answer  back    back    ground  on      stop    help    help    hide
  choices   marks   pause   answer  answer  back    back    ground  on      stop    help    help    hide
  yes_no    pause   pause   answer  marks   marks   back    ground  on      stop    help    help    hide
  number    pause   pause   answer  answer  back    back    ground  on      stop    help    help    hide
  writing   marks   marks   marks   .       .       marks   marks   marks   marks   marks   marks   marks
  escaped   pause   pause   answer  shut    shut     back    ground  on      stop    help    help    hide
  recall    pause   pause   on      on      back    back    ground  on      stop    help    help    hide
  check_in  pause   pause   answer  marks   marks   back    ground  on      stop    help    help    hide
  offer     pause   pause   on      on      nowhere nowhere ground  on      stop    help    help    hide
  consent   pause   pause   answer  answer  nowhere nowhere ground  answer  out     help    help    hide
  grounding pause   pause   on      on      first   first   here    on      stop    help    help    hide
  grounded  pause   pause   on      on      nowhere nowhere ground  on      stop    help    help    hide
  paused    runs    runs    runs    runs    back    back    ground  on      stop    help    help    hide
  help      shut    shut    shut    .       .       back    ground  on      stop    shut    shut    hide
  hidden    .       .       .       .       .       .       .       .       quiet   .       .       show
  stop_line pause   pause   on      on      nowhere nowhere ground  on      out     help    help    hide
  closing   pause   pause   on      on      first   first   ground  on      out     help    help    hide
  keep      pause   pause   on      on      nowhere nowhere over    on      closes  help    help    hide
  ending    out     .       out     .       .       .       .       .       out     .       .       hide
)";
constexpr const char* the_rest = R"(
            c       +       -       m       Ctrl-C  Ctrl-Z  Esc     2       n       z       F5
  warning   .       pace    pace    mute    out     waits   .       .       .       .       .
  reading   .       pace    pace    mute    stop    waits   .       .       .       .       .
  silence   count   pace    pace    mute    stop    waits   .       .       .       .       .
  breathing .       pace    pace    mute    stop    waits   .       .       .       .       .
  scale     .       pace    pace    mute    stop    waits   .       marks   .       .       .
  choice    .       pace    pace    mute    stop    waits   .       marks   .       .       .
  choices   .       pace    pace    mute    stop    waits   .       marks   .       .       .
  yes_no    .       pace    pace    mute    stop    waits   .       .       marks   .       .
  number    .       pace    pace    mute    stop    waits   .       marks   .       .       .
  writing   marks   marks   marks   marks   stop    waits   marks   marks   marks   marks   .
  escaped   shut    pace    pace    mute    stop    waits   shut    shut    shut    shut    shut
  recall    .       pace    pace    mute    stop    waits   .       .       .       .       .
  check_in  .       pace    pace    mute    stop    waits   .       marks   marks   .       .
  offer     .       pace    pace    mute    stop    waits   .       marks   .       .       .
  consent   .       pace    pace    mute    out     waits   .       .       marks   .       .
  grounding .       pace    pace    mute    stop    waits   .       .       .       .       .
  grounded  .       pace    pace    mute    stop    waits   .       marks   .       .       .
  paused    count   pace    pace    mute    stop    again   .       .       .       .       .
  help      .       .       .       mute    stop    again   shut    .       .       .       .
  hidden    .       .       .       .       quiet   again   .       .       .       .       .
  stop_line .       pace    pace    mute    out     waits   .       marks   .       .       .
  closing   .       pace    pace    mute    out     waits   .       .       .       .       .
  keep      .       pace    pace    mute    closes  waits   .       marks   .       .       .
  ending    .       .       .       .       out     again   out     .       .       .       .
)";

const std::map<std::string, std::string>& key_bytes() {
    static const std::map<std::string, std::string> all{
        {"space", " "},        {"Enter", keys::enter},      {"Right", keys::right},      {"Left", keys::left},
        {"Esc", keys::escape}, {"Ctrl-C", keys::ctrl('c')}, {"Ctrl-Z", keys::ctrl('z')}, {"F5", "\033[15~"}};
    return all;
}

struct Case {
    std::string key, outcome;
};

std::vector<Case> row_of(const std::string& state) {
    std::vector<Case> cells;
    for (const char* table : {commands, the_rest}) {
        std::istringstream lines(table);
        std::string line;
        std::vector<std::string> names;
        while (std::getline(lines, line)) {
            std::istringstream words(line);
            std::vector<std::string> all{std::istream_iterator<std::string>(words), {}};
            if (all.empty()) { continue; }
            if (names.empty()) {
                names = all;
            } else if (all.front() == state) {
                if (all.size() != names.size() + 1) { throw std::logic_error("a cell is missing: " + line); }
                for (std::size_t at = 0; at < names.size(); ++at) {
                    cells.push_back({names[at], all[at + 1]});
                }
            }
        }
    }
    return cells;
}

/// What the words of the table look like on the screen; those that look different in each state are not here.
const std::map<std::string, std::string>& sights() {
    static const std::map<std::string, std::string> all{
        {"first", "This is the beginning of this part."},
        {"nowhere", "There is nothing to go back to here."},
        {"ground", "Feel the floor."},
        {"stop", "That is enough for now."},
        {"pause", "This is paused. Take the time you need."},
        {"help", "Esc close this"},
        {"hide", "x show"},
        {"pace", "1 is as written."},
        {"mute", "The sound is off."},
        {"waits", "This waits where it was left, and nothing was missed."},
        {"over", "The practice has ended."},
        {"here", "This is the grounding. Stay as long as you like."},
        {"closes", "You took this time for yourself."},
        {"escaped", "Esc write on"}};
    return all;
}

/// What can be compared with another moment: all of it, but for what time alone changes.
struct Picture {
    std::set<std::string> sights;
    std::string text;
    Cursor cursor;
    bool operator==(const Picture&) const = default;
};

/// One state on one size of screen; the program is started again only where no key leads back.
class Keys {
public:
    Keys(const State& state, TerminalSize size) : state_(state), size_(size) {}

    void check(const Case& what) {
        try {
            begin();
            child_->wait_until_it_waits();
            before_ = picture();
            press_key(what);
            see(what.outcome);
            if (!lead_back(what.outcome)) { child_.reset(); }
        } catch (const std::runtime_error& error) {
            ADD_FAILURE() << state_.name << ", " << what.key << ": " << what.outcome << '\n' << error.what();
            child_.reset();
        }
    }

private:
    void begin() {
        if (child_ != nullptr) { return; }
        home_ = std::make_unique<PractisingHome>();
        child_ = std::make_unique<ScreenChild>(start_of(*home_, state_, size_));
        child_->limit = std::chrono::seconds(20);
        go_to(*child_, state_);
    }
    [[nodiscard]] bool is(const char* name) const { return state_.name == name; }
    [[nodiscard]] bool writes() const { return is("writing"); }
    [[nodiscard]] bool seen(const std::string& sight) const { return child_->shows(sights().at(sight)); }

    [[nodiscard]] Picture picture() const {
        Picture now;
        for (const auto& [name, text] : sights()) {
            if (child_->shows(text)) { now.sights.insert(name); }
        }
        const bool moves = is("silence") || is("breathing");
        now.text = moves ? std::string(child_->shows(state_.shows) ? state_.shows : "") : child_->all_text();
        now.cursor = moves ? Cursor{} : child_->cursor();
        return now;
    }

    void press_key(const Case& what) {
        const std::string& name = what.key;
        const auto bytes = key_bytes().find(name);
        child_->send_keys(bytes == key_bytes().end() ? name : bytes->second);
        if (name == "Ctrl-Z") {
            child_->wait_until_stopped();
            EXPECT_EQ(child_->not_restored(), "") << state_.name;
            EXPECT_THAT(child_->left_behind(), Not(HasSubstr(state_.shows)));
            child_->bring_to_foreground();
            child_->wait_until([&] { return child_->in_alternate_screen(); }, "the screen to be back");
        }
        if (name != "Esc" || what.outcome == "out") { return; }
        // Only time tells Escape from the beginning of Alt and another key.
        child_->wait_until([&] { return child_->unread_keys() == 0; }, "Escape to be read");
        constexpr std::chrono::milliseconds until_it_stands_alone{80};
        const auto read = std::chrono::steady_clock::now();
        child_->wait_until([&] { return std::chrono::steady_clock::now() - read > until_it_stands_alone; },
                           "Escape to be by itself");
    }

    /// Keys come one after the other: once what this one does is to be seen, the one before was taken in.
    void let_everything_be_taken_in() {
        child_->wait_until_it_waits(); // back in front, it may have to draw first
        if (is("hidden") || is("help") || is("ending")) {
            const bool hidden = seen("hide");
            for (const bool hides : {!hidden, hidden}) {
                child_->send_keys("x");
                child_->wait_until([&] { return seen("hide") == hides; }, "x to hide or to show");
            }
            return;
        }
        child_->send_keys(writes() ? keys::alt("?") : "?");
        child_->wait_for_text(sights().at("help"));
        child_->send_keys("?");
        child_->wait_until([&] { return !seen("help"); }, "help to be shut");
    }

    void see(const std::string& outcome) {
        const auto gone = [&](const std::string& text) {
            child_->wait_until([&] { return !child_->shows(text); }, "\"" + text + "\" to go");
        };
        const auto sight = sights().find(outcome);
        if (sight != sights().end()) { return child_->wait_for_text(sight->second); }
        if (outcome == "on") { return child_->wait_for_text(state_.after); }
        if (outcome == "back") { return child_->wait_for_text(state_.before); }
        if (outcome == "out") { return out(); }
        if (outcome == "count") { return gone("·"); }
        if (outcome == "quiet") { return child_->wait_for_text("q leave now"); }
        if (outcome == "shut") {
            gone(sights().at(is("escaped") ? "escaped" : "help"));
            return child_->wait_for_text(is("escaped") ? "Esc q stop" : "A long rest.");
        }
        if (outcome == "runs" || outcome == "show") {
            gone(state_.shows);
            return child_->wait_for_text("A long rest.");
        }
        if (outcome == "answer") {
            return child_->wait_until(
                [&] {
                    return child_->shows("Choose an answer, or s") || child_->shows("Write something, or") ||
                           child_->shows("begins only with a yes") || child_->shows("Please type yes");
                },
                "words of how to answer");
        }
        if (outcome == "marks") {
            child_->wait_until([&] { return picture() != before_; }, "a mark");
            child_->wait_until_it_waits();
            EXPECT_EQ(picture().sights, writes_escape() ? std::set<std::string>{"escaped"} : before_.sights);
            EXPECT_TRUE(child_->shows(state_.shows)) << child_->all_text();
            return;
        }
        if (outcome != "." && outcome != "again") { throw std::logic_error("no outcome: " + outcome); }
        let_everything_be_taken_in();
        child_->wait_until_it_waits();
        const Picture after = picture();
        EXPECT_EQ(after.sights, before_.sights) << state_.name << '\n' << child_->all_text();
        EXPECT_EQ(after.text, before_.text) << state_.name;
        EXPECT_EQ(after.cursor, before_.cursor) << state_.name;
    }
    void out() {
        EXPECT_EQ(child_->wait(), 0) << state_.name;
        EXPECT_EQ(child_->not_restored(), "") << state_.name;
    }
    [[nodiscard]] bool writes_escape() const { return writes() && child_->shows("Esc write on"); }

    /// False: only a new beginning does.
    bool lead_back(const std::string& outcome) {
        if (outcome == ".") { return true; }
        if (is("hidden") || is("escaped") || is("help") || is("ending")) { return false; }
        if (outcome == "pause") { return press_back(" ", outcome); }
        if (outcome == "help") { return press_back("?", outcome); }
        if (outcome == "hide") { return press_back("x", outcome); }
        if (is("paused")) { return false; }
        if (outcome == "stop" && (is("reading") || is("scale"))) {
            child_->send_keys(keys::down + keys::down + keys::enter);
            child_->wait_for_text(state_.shows);
            return true;
        }
        return false;
    }
    bool press_back(const std::string& key, const std::string& sight) {
        child_->send_keys(key);
        child_->wait_until([&] { return !seen(sight); }, "the way back");
        child_->wait_for_text(state_.shows);
        return true;
    }

    const State& state_;
    TerminalSize size_;
    std::unique_ptr<PractisingHome> home_;
    std::unique_ptr<ScreenChild> child_;
    Picture before_;
};

struct Place {
    std::string state;
    TerminalSize size;
};

std::vector<Place> places() {
    std::vector<Place> all;
    for (const auto& state : states()) {
        for (const auto& size : {usual_screen, smallest_screen}) { all.push_back({state.name, size}); }
    }
    return all;
}

void PrintTo(const Place& place, std::ostream* out) { *out << place.state << " at " << in_words(place.size); }

class EachKey : public testing::TestWithParam<Place> {};

TEST_P(EachKey, DoesWhatTheTableSays) {
    const auto cases = row_of(GetParam().state);
    ASSERT_EQ(cases.size(), 23U);
    Keys keys(state(GetParam().state), GetParam().size);
    for (const auto& what : cases) { keys.check(what); }
}

INSTANTIATE_TEST_SUITE_P(In, EachKey, testing::ValuesIn(places()), [](const auto& which) {
    return which.param.state + "_at_" + in_words(which.param.size);
});

} // namespace

} // namespace kindly::tests
