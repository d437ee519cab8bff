// SPDX-License-Identifier: MIT
#include "screen/breath_shape.hpp"

#include "base/translate.hpp"
#include "screen/easing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace kindly::screen {

namespace {

/// An empty breath is still there to be seen.
constexpr double smallest = 0.25;

// A Braille cell: two dots wide, four high, on nearly every terminal almost square to one another.
constexpr int dots_across = 2;
constexpr int dots_down = 4;
constexpr char32_t no_dots = 0x2800;
constexpr unsigned dot_bits[dots_down][dots_across] = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

std::string utf8(char32_t character) { // between U+0800 and U+FFFF
    return {static_cast<char>(0xE0 | (character >> 12)), static_cast<char>(0x80 | ((character >> 6) & 0x3F)),
            static_cast<char>(0x80 | (character & 0x3F))};
}

} // namespace

Breath breath_at(const event::BreathingBegan& rhythm, Milliseconds since) {
    using Phase = Breath::Phase;
    const std::array<std::pair<Phase, Milliseconds>, 4> phases = {{{Phase::in, rhythm.in},
                                                                   {Phase::hold, rhythm.hold},
                                                                   {Phase::out, rhythm.out},
                                                                   {Phase::rest, rhythm.rest}}};
    const Milliseconds whole = rhythm.in + rhythm.hold + rhythm.out + rhythm.rest;
    Breath breath;
    breath.over = whole <= Milliseconds{} || since >= whole * rhythm.rounds;
    if (breath.over) {
        breath.round = rhythm.rounds;
        breath.phase = rhythm.rest > Milliseconds{} ? Phase::rest : Phase::out;
        breath.ends = whole * rhythm.rounds;
        return breath;
    }
    since = std::max(since, Milliseconds{});
    const auto rounds_done = since / whole;
    breath.round = static_cast<int>(rounds_done) + 1;
    Milliseconds begins = whole * rounds_done;
    for (const auto& [phase, length] : phases) {
        if (since >= begins + length) {
            begins += length;
            continue;
        }
        breath.phase = phase;
        breath.ends = begins + length;
        const double along =
            static_cast<double>((since - begins).count()) / static_cast<double>(length.count());
        breath.moves = phase == Phase::in || phase == Phase::out;
        breath.fullness = phase == Phase::in     ? swell(along)
                          : phase == Phase::hold ? 1
                          : phase == Phase::out  ? 1 - swell(along)
                                                 : 0;
        break;
    }
    return breath;
}

Milliseconds seen_to_move(const event::BreathingBegan& rhythm, Milliseconds since, double step) {
    const Breath breath = breath_at(rhythm, since);
    if (breath.over || !breath.moves) { return breath.ends; }
    const bool grows = breath.phase == Breath::Phase::in;
    const Milliseconds length = grows ? rhythm.in : rhythm.out;
    // Of the way from empty to full, or from full to empty.
    const double to = std::min((grows ? breath.fullness : 1 - breath.fullness) + step, 1.0);
    const double along = std::acos(1 - 2 * to) / std::numbers::pi; // where swell() comes to that
    const auto done = Milliseconds(std::llround(std::ceil(along * static_cast<double>(length.count()))));
    return std::clamp(breath.ends - length + done, since, breath.ends);
}

double least_step_of_disc(int rows) {
    constexpr double dots = 0.6; // less of a move is hardly to be seen
    return dots / (rows * dots_down / 2.0 * (1 - smallest));
}

std::string phase_word(Breath::Phase phase) {
    switch (phase) {
    case Breath::Phase::in: return _("In");
    case Breath::Phase::hold: return _("Hold");
    case Breath::Phase::out: return _("Out");
    case Breath::Phase::rest: return _("Rest");
    }
    return {};
}

Block disc(double fullness, int rows) {
    const double middle = rows * dots_down / 2.0;
    const double radius = middle * (smallest + (1 - smallest) * fullness);
    Block block;
    for (int row = 0; row < rows; ++row) {
        std::string line;
        for (int column = 0; column < dots_down * rows / dots_across; ++column) {
            unsigned bits = 0;
            for (int down = 0; down < dots_down; ++down) {
                for (int across = 0; across < dots_across; ++across) {
                    const double y = row * dots_down + down + 0.5 - middle;
                    const double x = column * dots_across + across + 0.5 - middle;
                    if (x * x + y * y <= radius * radius) { bits |= dot_bits[down][across]; }
                }
            }
            line += bits == 0 ? std::string(" ") : utf8(no_dots + bits);
        }
        block.lines.push_back({{std::move(line), Tone::accent}});
    }
    return block;
}

Block bar(double fullness, int columns) {
    // Cells that are filled from the left in eighths: U+2588 is full, U+258F one eighth.
    constexpr int parts = 8;
    constexpr char32_t full = 0x2588;
    const double share = smallest + (1 - smallest) * fullness;
    const int eighths = static_cast<int>(std::lround(share * columns * parts));
    std::string line;
    for (int cell = 0; cell < eighths / parts; ++cell) { line += utf8(full); }
    if (const int rest = eighths % parts; rest > 0) {
        line += utf8(full + static_cast<char32_t>(parts - rest));
    }
    return {{{{std::move(line), Tone::accent}}}, {}, false};
}

} // namespace kindly::screen
