// SPDX-License-Identifier: MIT
// Any bytes as what `--guide events` reads while an exercise of the library runs on a virtual clock. Two
// characters first: which exercise, and how it is practised. Whatever comes, the practice ends, its lines are
// JSON, and a small screen could show it.
#include "base/overloaded.hpp"
#include "exercise/fitting.hpp"
#include "exercise/settings.hpp"
#include "guide/event_json.hpp"
#include "guide/json_commands.hpp"
#include "guide/line_reader.hpp"
#include "guide/present.hpp"
#include "library.hpp"
#include "plans.hpp"
#include "screen/scene.hpp"
#include "screen/view.hpp"

#include <algorithm>
#include <clocale>

#include <nlohmann/json.hpp>

namespace {

using namespace kindly;
using namespace kindly::fuzz;

std::vector<std::shared_ptr<const Plan>> some_plans() {
    std::vector<std::shared_ptr<const Plan>> plans;
    for (const char* id : {"kind-pause", "look", "own-words", "open-close", "friendly-breath", "weekly"}) {
        const auto exercise = library_exercise(id);
        ExpandRequest request;
        request.settings = default_settings(*exercise);
        plans.push_back(fit(exercise, fragments(exercise->language), request, std::nullopt).plan);
        must(plans.back() != nullptr, "the library's own exercises have plans", id);
    }
    return plans;
}

/// However the bytes are cut, the lines are the same.
std::vector<LineReader::Line> lines_of(std::string_view bytes) {
    const auto read = [&](std::size_t piece) {
        LineReader reader;
        std::vector<LineReader::Line> lines;
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            reader.add(bytes.substr(at, piece));
            while (auto line = reader.next()) { lines.push_back(std::move(*line)); }
        }
        reader.end();
        while (auto line = reader.next()) { lines.push_back(std::move(*line)); }
        return lines;
    };
    const auto alike = [](const LineReader::Line& one, const LineReader::Line& other) {
        return one.text == other.text && one.too_long == other.too_long;
    };
    const auto whole = read(bytes.size() + 1);
    const auto pieces = read(3);
    must(whole.size() == pieces.size() && std::equal(whole.begin(), whole.end(), pieces.begin(), alike),
         "lines are the same however they come in");
    return whole;
}

class Sitting {
public:
    Sitting(const std::shared_ptr<const Plan>& plan, SessionOptions options, bool impatient)
        : session_(plan, std::move(options)), scene_({1, false, true}), impatient_(impatient) {
        give(input::Begin{});
    }

    void hear(const LineReader::Line& line) {
        constexpr Milliseconds a_moment{700};
        if (impatient_) {
            now_ += a_moment;
            if (wake_at_ && *wake_at_ <= now_) { give(input::Tick{}); }
        } else {
            pass();
        }
        auto command = read_command(line.text, present_.at_check_in());
        if (const auto* refused = std::get_if<RefusedCommand>(&command)) {
            must(!refused->why.empty(), "a line is refused for a reason", line.text);
            return say({last_, event::Refused{refused->why}});
        }
        give(std::get<Input>(command));
    }

    void nobody_is_left() {
        pass();
        give(input::EndOfInput{});
        pass();
        if (present_.paused()) { give(input::Resume{}); }
        pass();
        must(session_.ended(), "a practice ends when nobody is left");
    }

private:
    void pass() {
        constexpr int most = 100000;
        for (int steps = 0; wake_at_; ++steps) {
            must(steps < most, "time brings a practice to an end, or to the person");
            now_ = std::max(now_, *wake_at_);
            give(input::Tick{});
        }
    }

    void give(const Input& input) {
        const bool over = session_.ended();
        const Session::Outcome outcome = session_.advance(input, now_);
        must(!over || outcome.events.empty(), "after the end there is silence");
        wake_at_ = outcome.wake_at;
        for (const Event& event : outcome.events) { say(event); }
    }

    void say(const Event& event) {
        must(event.at >= last_, "the session's clock never goes back");
        last_ = event.at;
        present_.observe(event);
        const std::string line = event_line(event, first_);
        if (!line.empty()) {
            first_ = false;
            must(nlohmann::json::accept(line) && line.find('\n') == line.size() - 1, "an event is one line",
                 line);
        }
        scene_.observe(event);
        look();
    }

    void look() {
        constexpr screen::Size small{12, 40};
        screen::Look look;
        look.situation.asks = present_.asks();
        look.situation.paused = present_.paused();
        const screen::Picture picture = screen::draw(scene_.scene(), scene_.progress(), look, small, last_);
        for (const auto& piece : picture.frame.pieces) {
            must(piece.at.row >= 0 && piece.at.row < small.rows, "what is drawn is on the screen",
                 piece.span.text);
            must(harmless(piece.span.text) == piece.span.text, "what is drawn is harmless", piece.span.text);
        }
    }

    Session session_;
    Present present_;
    screen::SceneWriter scene_;
    bool impatient_;
    bool first_ = true;
    Milliseconds now_{}, last_{};
    std::optional<Milliseconds> wake_at_;
};

SessionOptions options_of(unsigned bits) {
    SessionOptions options;
    options.id = "fuzz";
    options.untimed = (bits & 1U) != 0;
    options.enter_waits = (bits & 2U) != 0;
    if ((bits & 4U) != 0) {
        options.today = "2026-11-22";
        options.drafts["letter"] = "begun";
        options.unmet = {"one", "two"};
    }
    return options;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool utf8 = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;
    static const auto plans = some_plans();
    must(utf8, "there is a UTF-8 locale");
    constexpr std::size_t head = 2;
    if (size < head) { return 0; }
    const unsigned bits = data[1];
    Sitting sitting(plans[data[0] % plans.size()], options_of(bits), (bits & 8U) != 0);
    for (const auto& line : lines_of(text_of(data + head, size - head))) { sitting.hear(line); }
    sitting.nobody_is_left();
    return 0;
}
