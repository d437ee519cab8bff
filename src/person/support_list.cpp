// SPDX-License-Identifier: MIT
#include "person/support_list.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <chrono>

namespace kindly {

namespace {

constexpr SupportLine all_lines[] = {
    {"AU", N_("Australia"), "Lifeline", N_("call 13 11 14")},
    {"CA", N_("Canada"), "988 Helpline", N_("call or text 988")},
    {"IE", N_("Ireland"), "Samaritans", N_("call 116 123")},
    {"NZ", N_("New Zealand"), "1737", N_("call or text 1737")},
    {"GB", N_("United Kingdom"), "Samaritans", N_("call 116 123")},
    {"US", N_("United States"), "988 Lifeline", N_("call or text 988, chat at 988lifeline.org")},
    {"EU", N_("European Union"), N_("emergency number"), N_("call 112")},
    {"", N_("Anywhere else"), "findahelpline.com", N_("help lines by country, on the web")},
};

constexpr std::chrono::sys_days listed_on = std::chrono::year(2026) / 11 / 1;
constexpr std::chrono::days good_for{180};

bool is_of(const SupportLine& line, const std::string& country) {
    const std::string wanted = lowered_ascii(trimmed(country));
    return !wanted.empty() &&
           (wanted == lowered_ascii(line.code) || wanted == lowered_ascii(line.country) ||
            wanted == lowered_ascii(_(line.country)) || (wanted == "uk" && line.code == std::string("GB")) ||
            (wanted == "usa" && line.code == std::string("US")));
}

} // namespace

std::vector<SupportLine> support_lines(const std::string& country) {
    std::vector<SupportLine> lines(std::begin(all_lines), std::end(all_lines));
    std::stable_partition(lines.begin(), lines.end(),
                          [&](const SupportLine& line) { return is_of(line, country); });
    return lines;
}

bool support_list_is_old(Moment now) {
    const std::chrono::sys_time<Milliseconds> moment{Milliseconds(now.unix_ms)};
    return moment > listed_on + good_for;
}

} // namespace kindly
