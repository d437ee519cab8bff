// SPDX-License-Identifier: MIT
#include "screen/view.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "screen/breath_shape.hpp"
#include "screen/easing.hpp"
#include "screen/keys_line.hpp"
#include "screen/layout.hpp"
#include "screen/paragraphs.hpp"
#include "screen/room.hpp"
#include "screen/scroll.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace kindly::screen {

namespace {

template <class... Parts>
std::string filled(const char* sentence, const Parts&... parts) {
    return fmt::format(fmt::runtime(sentence), parts...);
}

std::vector<ScreenLine> lines_of(const std::vector<Words>& words, int columns) {
    std::vector<ScreenLine> lines;
    const Words* before = nullptr;
    for (const auto& some : words) {
        const bool same_list = before != nullptr && before->kind == some.kind &&
                               (some.kind == Words::Kind::item || some.kind == Words::Kind::note);
        if (before != nullptr && !same_list) { lines.emplace_back(); }
        const bool own = some.kind == Words::Kind::own;
        const bool item = some.kind == Words::Kind::item;
        append(lines, own ? trimmed(some.text) : some.text, columns,
               some.kind == Words::Kind::note ? Tone::quiet : Tone::normal,
               own    ? "  "
               : item ? "- "
                      : "");
        before = &some;
    }
    return lines;
}

constexpr int in_a_minute = 60;

std::string minutes_and(std::int64_t seconds) {
    return fmt::format("{}:{:02}", seconds / in_a_minute, seconds % in_a_minute);
}

/// One picture in the making.
class Drawing {
public:
    Drawing(const Scene& scene, const Progress& progress, const Look& look, Size size, Milliseconds now)
        : scene_(scene), progress_(progress), look_(look), size_(size), now_(now) {}

    Picture draw() {
        if (too_small(size_)) { return draw_too_small(); }
        if (look_.situation.hidden) {
            room_ = room_in(size_, 0);
            draw_keys();
            picture_.frame.cursor = {room_.keys, room_.left};
            return std::move(picture_);
        }
        const std::vector<ScreenLine> hint = hint_lines();
        const bool header = look_.situation.help || !scene_.title.empty() || !scene_.section.empty();
        room_ = room_in(size_, static_cast<int>(hint.size()), header);
        picture_.frame.cursor = {room_.top, room_.left};
        if (look_.situation.help) {
            draw_header(_("Help"));
            draw_help();
        } else {
            draw_header(scene_.section);
            draw_body();
        }
        if (!hint.empty()) {
            const int top = room_.hint - static_cast<int>(hint.size()) + 1;
            add({hint, {}, false}, {top, room_.left});
        }
        if (hint.empty() || room_.hint != room_.progress) { draw_progress(); }
        draw_keys();
        return std::move(picture_);
    }

private:
    void add(const Block& block, Place at, double how_present = 1) {
        put(picture_.frame, block, at, size_, how_present);
    }
    void changes_at(Milliseconds moment) {
        if (scene_.standstill != Scene::Standstill::none) { return; }
        if (!picture_.next_change || moment < *picture_.next_change) { picture_.next_change = moment; }
    }

    Picture draw_too_small() {
        std::vector<ScreenLine> lines;
        const int columns = std::max(size_.columns, 1);
        append(lines, _("A little more room, please."), columns, Tone::normal);
        append(lines,
               filled(_("{} columns and {} rows are enough. This waits until then."), smallest_size.columns,
                      smallest_size.rows),
               columns, Tone::normal);
        add({lines, {}, false}, {std::max((size_.rows - static_cast<int>(lines.size())) / 2, 0), 0});
        return std::move(picture_);
    }

    [[nodiscard]] std::vector<ScreenLine> hint_lines() const {
        std::string hint = scene_.hint;
        if (hint.empty() && scene_.standstill == Scene::Standstill::suspended) {
            hint = _("This waits where it was left, and nothing was missed.");
        } else if (hint.empty() && scene_.standstill == Scene::Standstill::paused && !look_.situation.help) {
            hint = _("This is paused. Take the time you need.");
        }
        std::vector<ScreenLine> lines;
        if (!hint.empty()) { append(lines, hint, room_in(size_, 0).columns, Tone::normal); }
        constexpr std::size_t most = 4;
        if (lines.size() > most) { lines.resize(most); }
        return lines;
    }

    void draw_header(const std::string& right) {
        const int wide = static_cast<int>(display_width(right));
        const int space = 3;
        std::string left = scene_.title;
        if (left == right) { left.clear(); }
        if (static_cast<int>(display_width(left)) + space + wide > room_.columns && !right.empty()) {
            left.clear(); // where the person is comes first
        }
        const std::string shown = cut(right, room_.columns);
        add({{{{cut(left, room_.columns), Tone::quiet}}}, {}, false}, {room_.header, room_.left});
        const int column = left.empty() ? 0 : room_.columns - static_cast<int>(display_width(shown));
        add({{{{shown, Tone::quiet}}}, {}, false}, {room_.header, room_.left + column});
    }

    void draw_keys() {
        add({{keys_line(look_.situation, size_.columns - room_.left)}, {}, false}, {room_.keys, room_.left});
    }

    void draw_progress() {
        const auto shown = progress_.at(now_);
        if (!shown || look_.situation.begins || (scene_.quiet && !tells_time(scene_, look_))) { return; }
        const int columns = std::max(room_.columns - static_cast<int>(display_width(shown->words)) - 3, 8);
        add({{{{thin_line(shown->share, columns, true), Tone::accent},
               {thin_line(shown->share, columns, false), Tone::quiet},
               {cut("   " + shown->words, room_.columns - columns), Tone::quiet}}},
             {},
             false},
            {room_.progress, room_.left});
    }

    /// The lines that fit, from the one that was scrolled to; below them a sign that there are more.
    std::vector<ScreenLine> window(std::vector<ScreenLine> lines, int rows, int scroll,
                                   const char* more_below = nullptr) {
        const auto air = [](const ScreenLine& line) { return width(line) == 0; };
        constexpr int few = 6;
        if (static_cast<int>(lines.size()) > rows &&
            (rows < few || std::count_if(lines.begin(), lines.end(), std::not_fn(air)) <= rows)) {
            std::erase_if(lines, air); // given up first
        }
        const int all = static_cast<int>(lines.size());
        if (all <= rows) { return lines; }
        const int shown = std::max(rows - 1, 1);
        picture_.furthest = all - shown;
        picture_.page = std::max(shown - 1, 1);
        const int first = std::clamp(scroll, 0, picture_.furthest);
        const bool at_the_end = first == picture_.furthest;
        lines = {lines.begin() + first, lines.begin() + first + shown};
        lines.push_back(more_line(first > 0, !at_the_end, more_below));
        return lines;
    }

    void draw_help() {
        std::vector<ScreenLine> lines; // people first: the keys are named below as well
        append(lines,
               look_.support.empty() ? std::string_view(_("\"kindly support\" shows people you can reach."))
                                     : trimmed(look_.support),
               room_.columns, Tone::normal);
        lines.emplace_back();
        for (auto& line : all_keys(room_.columns)) { lines.push_back(std::move(line)); }
        lines = window(std::move(lines), room_.rows, look_.help_scroll, N_("↓ more, and what each key does"));
        add({lines, {}, false}, {room_.top, room_.left});
    }

    /// Whoever is to be reached, below all else where there is room; else a word of where to find them.
    void draw_support(int first_row) {
        if (!scene_.support) { return; }
        const int rows = room_.top + room_.rows - first_row - 1;
        std::vector<ScreenLine> lines;
        if (!look_.support.empty()) { append(lines, trimmed(look_.support), room_.columns, Tone::normal); }
        if (lines.empty() || static_cast<int>(lines.size()) > rows) {
            lines.clear();
            append(lines, _("? shows people you can reach."), room_.columns, Tone::normal);
        }
        if (static_cast<int>(lines.size()) > rows) { return; } // the line of keys names ? as well
        Block block{std::move(lines), {}, false};
        const int wide = width(block);
        add(block, {first_row + 1, centred(wide, size_)});
    }

    void draw_body() {
        std::vector<ScreenLine> lines = lines_of(scene_.words, room_.columns);
        if (look_.field != nullptr) { return draw_with_field(std::move(lines)); }
        if (scene_.breathing && !look_.reduced_motion) { return draw_with_breath(std::move(lines)); }
        const std::string below = counted();
        const int below_rows = below.empty() ? 0 : 2;
        const int text_rows = room_.rows - below_rows - (scene_.support ? 2 : 0);
        const int left = centred(width(lines), size_); // the same wherever it is scrolled to
        Block block{window(std::move(lines), std::max(text_rows, 1), look_.scroll), {}, false};
        const int height = static_cast<int>(block.lines.size());
        const int top = room_.top + air(height + below_rows);
        picture_.frame.cursor = {top, left};
        add(block, {top, left}, ease());
        if (!below.empty()) {
            const int row = top + height + (height > 0 ? 1 : 0);
            add({{{{below, scene_.breathing ? Tone::normal : Tone::quiet}}}, {}, false},
                {row, centred(static_cast<int>(display_width(below)), size_)});
        }
        draw_support(top + height + below_rows);
    }

    /// Rows left free above what stands in the body: always the same, so that text does not jump.
    [[nodiscard]] int air(int height) const { return std::clamp(room_.rows - height, 0, room_.rows / 4); }

    double ease() {
        if (!look_.eases || look_.reduced_motion || scene_.words.empty()) { return 1; }
        if (scene_.standstill != Scene::Standstill::none) { return 1; }
        const Milliseconds since = now_ - scene_.since;
        if (since >= easing_time) { return 1; }
        const double present = presence(since);
        if (present < 1) { changes_at(next_picture(now_)); }
        return present;
    }

    /// What counts down below the words; empty for nothing.
    std::string counted() {
        if (scene_.breathing) {
            const auto breath = breath_at(scene_.breathing->rhythm, now_ - scene_.breathing->began);
            const Milliseconds ends = scene_.breathing->began + breath.ends;
            if (breath.over) { return phase_word(breath.phase); }
            changes_at(tells_time(scene_, look_) ? next_second(ends, now_) : ends);
            if (!tells_time(scene_, look_)) { return phase_word(breath.phase); }
            return fmt::format("{} · {}", phase_word(breath.phase), seconds_left(ends, now_));
        }
        if (!scene_.silence || !tells_time(scene_, look_)) { return {}; }
        if (scene_.silence->waits && scene_.quiet) { return counted_up(now_ - scene_.silence->began); }
        if (scene_.silence->waits) { return _("· as long as you like ·"); }
        const auto seconds = seconds_left(scene_.silence->ends, now_);
        if (seconds > 0) { changes_at(next_second(scene_.silence->ends, now_)); }
        return fmt::format("· {} ·", seconds < in_a_minute ? std::to_string(seconds) : minutes_and(seconds));
    }

    std::string counted_up(Milliseconds gone) {
        const auto whole = std::chrono::floor<std::chrono::seconds>(std::max(gone, Milliseconds{}));
        changes_at(now_ + (whole + std::chrono::seconds(1) - gone));
        return filled(_("· {} so far ·"), minutes_and(whole.count()));
    }

    [[nodiscard]] static int widest_beside_a_disc(int rounds) {
        std::size_t widest = display_width(filled(_("{} of {}"), rounds, rounds));
        for (const Breath::Phase phase :
             {Breath::Phase::in, Breath::Phase::hold, Breath::Phase::out, Breath::Phase::rest}) {
            widest = std::max(widest, display_width(phase_word(phase)));
        }
        return static_cast<int>(widest);
    }

    void draw_with_breath(std::vector<ScreenLine> lines) {
        constexpr int smallest_disc = 7;
        constexpr int largest_disc = 13;
        const auto& breathing = *scene_.breathing;
        const Milliseconds since = now_ - breathing.began;
        const Breath breath = breath_at(breathing.rhythm, since);
        const auto moves_in = [&](double step) {
            if (breath.over) { return; }
            const Milliseconds seen = breathing.began + seen_to_move(breathing.rhythm, since, step);
            changes_at(std::min(std::max(seen, next_picture(now_)), breathing.began + breath.ends));
        };
        const int most_text = std::max(room_.rows - 3, 1);
        Block words{window(std::move(lines), most_text, look_.scroll), {}, false};
        const int height = static_cast<int>(words.lines.size());
        const int free = room_.rows - height - (height > 0 ? 1 : 0);
        const bool round = free >= smallest_disc;
        const int air_above = round ? std::clamp(free - largest_disc, 0, 2) : std::clamp(free - 2, 0, 1);
        add(words, {room_.top + air_above, centred(width(words), size_)}, ease());
        const int top = room_.top + air_above + height + (height > 0 ? 1 : 0);
        const std::string rounds = filled(_("{} of {}"), breath.round, breathing.rhythm.rounds);
        const ScreenLine word{{phase_word(breath.phase), Tone::normal}};
        if (round) {
            int rows = std::min(free, largest_disc) - (std::min(free, largest_disc) % 2 == 0 ? 1 : 0);
            // The words beside it have to fit, and nothing may jump when one follows the other.
            const int beside_it = 3 + widest_beside_a_disc(breathing.rhythm.rounds);
            while (rows > smallest_disc && 2 * rows + beside_it > size_.columns) { rows -= 2; }
            const int left = std::min(centred(2 * rows, size_), size_.columns - 2 * rows - beside_it);
            moves_in(least_step_of_disc(rows));
            add(disc(breath.fullness, rows), {top, left});
            const Place beside{top + rows / 2, left + 2 * rows + 3};
            add({{word}, {}, false}, beside);
            add({{{{rounds, Tone::quiet}}}, {}, false}, {beside.row + 1, beside.column});
            picture_.frame.cursor = beside;
            return;
        }
        constexpr int for_words = 8;
        const Place beside{top, room_.left};
        moves_in(0);
        add({{word}, {}, false}, beside);
        add(bar(breath.fullness, room_.columns - for_words), {top, room_.left + for_words});
        if (free >= 2) { add({{{{rounds, Tone::quiet}}}, {}, false}, {top + 1, room_.left}); }
        picture_.frame.cursor = beside;
    }

    /// The question above, what is to be filled in below it; both begin in the same column.
    void draw_with_field(std::vector<ScreenLine> lines) {
        const int least_field = look_.situation.keeping ? 3 : 4; // the words are what is decided about
        const int all_text = static_cast<int>(lines.size());
        const Block whole = look_.field->draw(room_.columns, room_.rows);
        const int wanted = static_cast<int>(whole.lines.size());
        if (all_text + 1 + wanted > room_.rows) { room_.rows += room_.spare; }
        const int gap = room_.rows > all_text + wanted ? 1 : 0;
        const int field_rows =
            std::clamp(room_.rows - all_text - gap, std::min(wanted, least_field), std::max(wanted, 1));
        const int text_rows = std::max(room_.rows - field_rows - gap, 1);
        const int all_wide = width(lines);
        const char* more = look_.situation.writing ? N_("Esc, then Page down: more") : N_("Page down: more");
        Block words{window(std::move(lines), text_rows, look_.scroll, more), {}, false};
        const Block field = look_.field->draw(room_.columns, field_rows);
        const int height = static_cast<int>(words.lines.size());
        const int field_height = static_cast<int>(field.lines.size());
        const int left =
            look_.situation.writing ? room_.left : centred(std::max(all_wide, width(field)), size_);
        const int top = room_.top + air(height + gap + field_height);
        add(words, {top, left}, ease());
        add(field, {top + height + gap, left});
        if (!field.focus) { picture_.frame.cursor = {top + height + gap, left}; }
        draw_support(top + height + gap + field_height);
    }

    const Scene& scene_;
    const Progress& progress_;
    const Look& look_;
    Size size_;
    Milliseconds now_;
    Room room_;
    Picture picture_;
};

} // namespace

bool tells_time(const Scene& scene, const Look& look) { return look.countdown.value_or(!scene.quiet); }

bool too_small(Size size) { return size.rows < smallest_size.rows || size.columns < smallest_size.columns; }

Picture draw(const Scene& scene, const Progress& progress, const Look& look, Size size, Milliseconds now) {
    return Drawing(scene, progress, look, size, now).draw();
}

} // namespace kindly::screen
