// SPDX-License-Identifier: MIT
#include "render/single_case.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace kindly {

PlotLines draw_single_case(const std::vector<RatedPractice>& practices, const PlotPaper& paper) {
    PlotLines lines;
    if (practices.empty()) { return lines; }
    constexpr std::size_t margin = 4;
    constexpr std::size_t width = 3; // of one practice
    const std::size_t most =
        std::max<std::size_t>(1, (std::max(paper.columns, margin + width) - margin) / width);
    const std::size_t first = practices.size() > most ? practices.size() - most : 0;
    for (int rating = highest_rating; rating >= 0; --rating) {
        std::string line = fmt::format("{:>2} |", rating);
        for (std::size_t place = first; place < practices.size(); ++place) {
            const RatedPractice& one = practices[place];
            const char before = one.before == rating ? 'o' : ' ';
            const char after = one.after == rating ? '*' : ' ';
            line += fmt::format(" {}{}", before, after);
        }
        while (line.back() == ' ') { line.pop_back(); }
        lines.push_back(std::move(line));
    }
    lines.push_back("   +" + std::string((practices.size() - first) * width, '-'));
    lines.push_back(
        fmt::format("    {} - {}", written_day(practices[first].day), written_day(practices.back().day)));
    return lines;
}

} // namespace kindly
