// SPDX-License-Identifier: MIT
#include "guide/plain_guide.hpp"

#include "base/terminal_line.hpp"
#include "base/translate.hpp"
#include "guide/cues.hpp"
#include "guide/input_feed.hpp"
#include "guide/narrator.hpp"
#include "guide/plain_answers.hpp"
#include "guide/plain_page.hpp"
#include "guide/plain_show.hpp"
#include "guide/session_clock.hpp"
#include "guide/speeds.hpp"
#include "guide/written_text.hpp"

#include <algorithm>
#include <deque>
#include <exception>
#include <functional>
#include <numeric>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::size_t widest = 72;
constexpr std::size_t narrowest = 40;

/// Lines that are kept for later questions; beyond this, more of them wait in the pipe.
constexpr std::size_t most_kept_lines = 1000;
constexpr std::size_t most_kept_bytes = 4 * LineReader::longest_line;

/// Lines in a row from a program or a file that answer nothing; after these, no more are read. Whoever sends
/// them (`yes`, say) does not read what we say to it, and might never end.
constexpr int most_idle_lines = 100;

/// Nobody should wait longer for the end of a program that may never end.
constexpr Milliseconds longest_last_words = std::chrono::seconds(10);

std::size_t columns_for(const PlainOptions& options, const Output& output) {
    std::size_t columns = options.width.value_or(widest);
    winsize size{};
    if (!options.width && output.is_terminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col > 0) {
        columns = size.ws_col;
    }
    return std::clamp(columns, narrowest, widest);
}

class PlainGuide : public Guide {
public:
    PlainGuide(PlainOptions options, Output& output, Output& afterwards)
        : output_(output), afterwards_(afterwards), input_(options.input),
          typed_here_(::isatty(options.input) == 1),
          page_(output, columns_for(options, output), typed_here_ && output.is_terminal()),
          feed_(options.input, options.instant), pace_(options.pace),
          sound_(options.instant ? silence() : std::move(options.sound), ringer(output)), narrator_(sound_),
          shown_(page_, cues_, text_, narrator_,
                 {options.instant, output.is_terminal(), std::move(options.support)}) {
        output_.leave_for(feed_.reason_to_leave());
    }
    PlainGuide(const PlainGuide&) = delete;
    PlainGuide& operator=(const PlainGuide&) = delete;
    ~PlainGuide() override {
        output_.leave_for(std::nullopt);
        try {
            if (ended_well_) { hear_the_end(); }
            const std::string line = std::uncaught_exceptions() > 0 ? std::string() : afterword(sound_);
            if (!line.empty()) { afterwards_.write(line); }
        } catch (const std::exception&) { // nobody is left to tell
            sound_.hush();
        }
    }

    [[nodiscard]] Milliseconds now() const override { return feed_.now(); }

    void show(const std::vector<Event>& events) override {
        for (const auto& event : events) {
            const bool starts = std::holds_alternative<event::Started>(event.what);
            present_.observe(event);
            clock_.observe(event, starts ? now() : lived_until_);
            if (const auto* silence = std::get_if<event::SilenceBegan>(&event.what)) {
                keeps_time_ = silence->quiet;
            }
            shown_.show(event, lived_until_, present_);
            if (const auto* ended = std::get_if<event::Ended>(&event.what)) {
                ended_well_ = ended->status == Status::completed || ended->status == Status::closed_early;
            }
        }
        page_.flush();
    }

    Happening wait(std::optional<Milliseconds> wake_at) override {
        Happening happening = next_happening(wake_at);
        if (!std::holds_alternative<input::Suspend>(happening.input)) { lived_until_ = happening.at; }
        page_.flush();
        return happening;
    }

private:
    static SoundOptions silence() { return {SoundOptions::Bell::off, {}, {}}; }
    std::function<void()> ringer(const Output& output) {
        if (!output.is_terminal()) { return {}; }
        return [this] { page_.ring(); };
    }

    /// A key, or a signal, is enough to leave before that.
    void hear_the_end() {
        std::vector<int> wakers{feed_.signal_descriptor()};
        if (typed_here_) { wakers.push_back(input_); }
        sound_.finish(longest_last_words, wakers);
        pollfd typed{input_, POLLIN, 0};
        char line[256]; // it was meant for us, not for the shell
        if (typed_here_ && ::poll(&typed, 1, 0) > 0) {
            [[maybe_unused]] const auto got = ::read(input_, line, sizeof line);
        }
    }

    [[nodiscard]] Happening next_happening(std::optional<Milliseconds> wake_at) {
        for (;;) {
            if (auto input = from_kept_lines()) { return {std::move(*input), now()}; }
            if (end_came_) {
                if (auto input = after_the_end(wake_at.has_value())) { return {std::move(*input), now()}; }
            }
            shown_.invite(present_);
            page_.flush();
            const auto cue = cues_.next();
            const bool cue_first = cue && (!wake_at || *cue <= *wake_at);
            auto came = feed_.wait(cue_first ? cue : wake_at, takes_more_lines());
            if (auto* happening = std::get_if<Happening>(&came)) { return std::move(*happening); }
            if (std::holds_alternative<InputFeed::Woken>(came)) {
                if (!cue_first) { return {input::Tick{}, now()}; }
                while (const auto due = cues_.take_due(now())) { shown_.say(*due); }
            } else if (auto input = from(came)) {
                return {std::move(*input), now()};
            }
        }
    }

    [[nodiscard]] std::optional<Input> from(InputFeed::Came& came) {
        if (std::holds_alternative<InputFeed::TooLong>(came)) {
            page_.was_typed();
            page_.line(_("That line was too long to take in. Shorter lines are fine, as many as you like."));
        } else if (std::holds_alternative<InputFeed::Continued>(came)) {
            if (present_.paused()) { shown_.say_paused(); }
        } else if (std::holds_alternative<InputFeed::End>(came)) {
            return from_end();
        } else if (auto* line = std::get_if<InputFeed::Line>(&came)) {
            page_.was_typed();
            return from_line(line->text);
        }
        return std::nullopt;
    }

    /// At a terminal, Ctrl-D in a text ends that text alone.
    std::optional<Input> from_end() {
        if (const auto* asked = present_.writing(); asked != nullptr && text_.any()) {
            if (typed_here_) {
                feed_.read_on();
            } else {
                end_came_ = true;
            }
            return end_text(*asked);
        }
        end_came_ = true;
        return std::nullopt;
    }

    [[nodiscard]] bool takes_more_lines() const {
        if (gave_up_) { return false; }
        const auto bytes =
            std::accumulate(kept_lines_.begin(), kept_lines_.end(), std::size_t{0},
                            [](std::size_t sum, const std::string& line) { return sum + line.size(); });
        return kept_lines_.size() < most_kept_lines && bytes < most_kept_bytes;
    }

    std::optional<Input> from_kept_lines() {
        while (!kept_lines_.empty() && present_.asks() && !present_.paused()) {
            const std::string line = std::move(kept_lines_.front());
            kept_lines_.pop_front();
            if (auto input = from_line(line)) { return input; }
        }
        return std::nullopt;
    }

    /// Nobody is left who could resume or press Enter; lines that were typed ahead are still there for
    /// questions.
    std::optional<Input> after_the_end(bool time_runs) {
        if (present_.paused() && !time_runs) { return input::Resume{}; }
        if (end_told_) { return std::nullopt; }
        if (!kept_lines_.empty()) {
            return time_runs ? std::nullopt : std::optional<Input>(input::Continue{});
        }
        end_told_ = true;
        return input::EndOfInput{};
    }

    std::optional<Input> from_line(const std::string& line) {
        const Reply meant = read_reply(present_, line, text_.any());
        shown_.line_was_read(line);
        if (!typed_here_ && idle_lines_ >= most_idle_lines) { return give_up(); }
        ++idle_lines_;
        return std::visit([&](const auto& what) { return follow(what, line); }, meant);
    }

    /// As if the lines had ended here.
    std::optional<Input> give_up() {
        gave_up_ = true;
        kept_lines_.clear();
        page_.line(_("The last lines answered nothing, so no more of them are read."));
        return from_end();
    }

    std::optional<Input> follow(const reply::Send& send, const std::string&) {
        if (std::holds_alternative<input::Answer>(send.input) ||
            std::holds_alternative<input::Skip>(send.input) ||
            std::holds_alternative<input::Continue>(send.input)) {
            idle_lines_ = 0;
        }
        return send.input;
    }
    std::optional<Input> follow(const reply::Hint& hint, const std::string&) {
        page_.line(hint.text);
        return std::nullopt;
    }
    std::optional<Input> follow(reply::Later, const std::string& line) {
        idle_lines_ = 0; // it is for a question that comes
        kept_lines_.push_back(line);
        return std::nullopt;
    }
    std::optional<Input> follow(reply::Resume, const std::string& line) {
        kept_lines_.push_front(line);
        return input::Resume{};
    }
    std::optional<Input> follow(reply::Help, const std::string&) {
        shown_.help(present_.writing() != nullptr, sound_.any());
        return input::Support{};
    }
    std::optional<Input> follow(reply::Time, const std::string&) {
        if (!shown_.tell_time(clock_.at(now()))) {
            page_.line(_("No silence is going on just now, so there is no time to tell."));
        }
        return std::nullopt;
    }
    std::optional<Input> follow(reply::Faster, const std::string&) {
        if (keeps_time_) { return input::Pace{1}; } // the session says that it keeps its time
        if (const auto next = faster_than(pace_)) { return change_pace(*next); }
        page_.line(_("This is as fast as it goes."));
        return std::nullopt;
    }
    std::optional<Input> follow(reply::Slower, const std::string&) {
        if (keeps_time_) { return input::Pace{1}; }
        if (const auto next = slower_than(pace_)) { return change_pace(*next); }
        page_.line(_("This is as slow as it goes."));
        return std::nullopt;
    }
    std::optional<Input> follow(reply::Mute, const std::string&) {
        if (!sound_.any()) {
            page_.line(no_use("m"));
            return std::nullopt;
        }
        sound_.mute(!sound_.muted());
        page_.line(sound_.muted() ? _("The sound is off. m turns it on again.") : _("The sound is on."));
        return std::nullopt;
    }
    std::optional<Input> follow(reply::TextLine, const std::string& line) {
        const auto* asked = present_.writing();
        if (asked == nullptr) { return std::nullopt; }
        if (!text_.add(line, asked->question.longest)) {
            page_.line(
                _("There is no room left for that line, so it was left out. A dot alone ends the text."));
            return std::nullopt;
        }
        if (const auto cut = told_if_cut(line); cut && typed_here_) { page_.line(*cut); }
        idle_lines_ = 0;
        return input::Draft{text_.all()};
    }
    std::optional<Input> follow(reply::TextEnds, const std::string&) {
        const auto* asked = present_.writing();
        return asked == nullptr ? std::nullopt : std::optional(end_text(*asked));
    }
    std::optional<Input> follow(reply::TakeBack, const std::string&) {
        if (!text_.take_back()) {
            page_.line(_("There is no line to take back."));
            return std::nullopt;
        }
        page_.line(_("The last line was taken back."));
        return input::Draft{text_.all()};
    }

    Input end_text(const event::Asked& asked) {
        if (!text_.blank()) { return input::Answer{text_.all()}; }
        if (asked.question.optional && !asked.present) { return input::Skip{}; }
        return input::Continue{};
    }

    Input change_pace(double speed) {
        cues_.stop_time_left();
        shown_.change_pace(pace_ / speed, clock_.at(now()));
        pace_ = speed;
        page_.line(fmt::format(fmt::runtime(_("Pace {}; 1 is as written. Breathing keeps its own.")), speed));
        return input::Pace{speed};
    }

    Output& output_;
    Output& afterwards_;
    int input_;
    bool typed_here_; ///< by a person at a terminal
    PlainPage page_;
    InputFeed feed_;
    /// The session's time: what has been handed on to it. A suspension takes back what came after.
    Milliseconds lived_until_ = feed_.now();
    SessionClock clock_{feed_.now()};
    bool keeps_time_ = false; ///< a quiet sit
    RunningCues cues_;
    WrittenText text_;
    Present present_;
    double pace_;
    Sound sound_;
    Narrator narrator_;
    PlainShow shown_;
    std::deque<std::string> kept_lines_;
    int idle_lines_ = 0; ///< since the last one of which something came
    bool gave_up_ = false;
    bool end_came_ = false;
    bool end_told_ = false;
    bool ended_well_ = false;
};

} // namespace

std::unique_ptr<Guide> make_plain_guide(PlainOptions options, Output& output, Output& afterwards) {
    return std::make_unique<PlainGuide>(std::move(options), output, afterwards);
}

} // namespace kindly
