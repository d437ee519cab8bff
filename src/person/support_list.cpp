// SPDX-License-Identifier: MIT
#include "person/support_list.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr const char* talk = N_("to talk when things are too much, day and night");
constexpr const char* thoughts_of_suicide =
    N_("for thoughts of suicide, your own or of somebody close, day and night");

constexpr SupportLine all_lines[] = {
    {"AU", N_("Australia"), "Lifeline", N_("call 13 11 14"), talk},
    {"AT", N_("Austria"), "TelefonSeelsorge", N_("call 142"), talk},
    {"CA", N_("Canada"), "988 Helpline", N_("call or text 988"), talk},
    {"FR", N_("France"), "3114", N_("call 3114"), thoughts_of_suicide},
    {"DE", N_("Germany"), "TelefonSeelsorge", N_("call 0800 111 0 111 or 116 123"), talk},
    {"IE", N_("Ireland"), "Samaritans", N_("call 116 123"), talk},
    {"NZ", N_("New Zealand"), "1737", N_("call or text 1737"), talk},
    {"ES", N_("Spain"), "Línea 024", N_("call 024"), thoughts_of_suicide},
    {"CH", N_("Switzerland"), "Tel 143", N_("call 143"), talk},
    {"GB", N_("United Kingdom"), "Samaritans", N_("call 116 123"), talk},
    {"US", N_("United States"), "988 Lifeline", N_("call or text 988, chat at 988lifeline.org"), talk},
    {"EU", N_("European Union"), N_("emergency number"), N_("call 112"),
     N_("police, ambulance and fire, day and night")},
    {"", N_("Anywhere else"), "findahelpline.com", N_("help lines by country, on the web"),
     N_("a list of lines, with what each offers and when")},
};

constexpr std::chrono::sys_days listed_on = std::chrono::year(2026) / 11 / 1;
constexpr std::chrono::days good_for{180};

/// What people call their own country, whatever language the program speaks; as bare_letters() gives it.
constexpr std::pair<std::string_view, std::string_view> own_names[] = {
    {"AT", "osterreich"},  {"AT", "oesterreich"},
    {"CH", "schweiz"},     {"CH", "suisse"},
    {"CH", "svizzera"},    {"CH", "svizra"},
    {"DE", "deutschland"}, {"ES", "espana"},
    {"GB", "uk"},          {"GB", "great britain"},
    {"IE", "eire"},        {"NZ", "aotearoa"},
    {"US", "usa"},         {"US", "united states of america"},
};

bool is_of(const SupportLine& line, const std::string& country) {
    const std::string wanted = bare_letters(trimmed(country));
    if (wanted.empty()) { return false; }
    return wanted == bare_letters(line.code) || wanted == bare_letters(line.country) ||
           wanted == bare_letters(_(line.country)) ||
           std::any_of(std::begin(own_names), std::end(own_names),
                       [&](const auto& own) { return own.first == line.code && own.second == wanted; });
}

} // namespace

const char* const usual_offer = talk;

std::vector<SupportLine> support_lines(const std::string& country) {
    std::vector<SupportLine> lines(std::begin(all_lines), std::end(all_lines));
    std::stable_partition(lines.begin(), lines.end(),
                          [&](const SupportLine& line) { return is_of(line, country); });
    return lines;
}

std::size_t support_lines_of(const std::string& country) {
    return static_cast<std::size_t>(
        std::count_if(std::begin(all_lines), std::end(all_lines),
                      [&](const SupportLine& line) { return is_of(line, country); }));
}

bool belongs_beside(const SupportLine& line, const std::string& country) {
    constexpr std::string_view in_the_union[] = {"AT", "DE", "ES", "FR", "IE"};
    if (line.code[0] == '\0') { return true; }
    return line.code == std::string_view("EU") &&
           std::any_of(std::begin(all_lines), std::end(all_lines), [&](const SupportLine& own) {
               return is_of(own, country) && std::find(std::begin(in_the_union), std::end(in_the_union),
                                                       own.code) != std::end(in_the_union);
           });
}

std::string support_listed() {
    const std::chrono::year_month_day day{listed_on};
    return fmt::format("{:04}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
}

bool support_list_is_old(Moment now) {
    const std::chrono::sys_time<Milliseconds> moment{Milliseconds(now.unix_ms)};
    return moment > listed_on + good_for;
}

} // namespace kindly
