// SPDX-License-Identifier: MIT
#include "homework/assignment.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/canonical.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::array<const char*, 7> weekdays{N_("monday"), N_("tuesday"),  N_("wednesday"), N_("thursday"),
                                              N_("friday"), N_("saturday"), N_("sunday")};

/// "3" between two texts; nothing outside of [lowest, highest].
std::optional<int> number_between(const std::string& written, std::string_view before, std::string_view after,
                                  int lowest, int highest) {
    if (written.size() <= before.size() + after.size() || !written.starts_with(before) ||
        !written.ends_with(after)) {
        return std::nullopt;
    }
    const char* begin = written.data() + before.size();
    const char* end = written.data() + written.size() - after.size();
    int number = 0;
    const auto [stopped, error] = std::from_chars(begin, end, number);
    if (error != std::errc() || stopped != end || *begin == '0' || number < lowest || number > highest) {
        return std::nullopt;
    }
    return number;
}

} // namespace

std::string digest_of_all(const Written& assignment) {
    Written rest = assignment;
    std::erase_if(rest.members, [](const Member& member) { return member.key == "digest"; });
    return canonical_digest(rest);
}

std::vector<std::string> exercises_of(const Assignment& assignment) {
    std::set<std::string> all;
    for (const AssignmentItem& item : assignment.items) {
        all.insert(item.exercise);
        if (!item.easier.empty()) { all.insert(item.easier); }
    }
    return {all.begin(), all.end()};
}

std::string word(const HowOften& often) {
    switch (often.kind) {
    case HowOften::Kind::daily: return "daily";
    case HowOften::Kind::times_a_week:
        return often.count == 1 ? std::string("once a week") : fmt::format("{} times a week", often.count);
    case HowOften::Kind::every_days: return fmt::format("every {} days", often.count);
    case HowOften::Kind::once: return "once";
    case HowOften::Kind::in_order: return "in_order";
    case HowOften::Kind::weekdays: break;
    }
    std::vector<std::string> names;
    for (const int day : often.days) { names.emplace_back(weekdays.at(static_cast<std::size_t>(day))); }
    return joined(names, ", ");
}

std::string in_words(const HowOften& often) {
    switch (often.kind) {
    case HowOften::Kind::daily: return _("every day");
    case HowOften::Kind::times_a_week: return plural("{} time a week", "{} times a week", often.count);
    case HowOften::Kind::every_days: return plural("every {} day", "every {} days", often.count);
    case HowOften::Kind::once: return _("once");
    case HowOften::Kind::in_order: return _("once, in its order");
    case HowOften::Kind::weekdays: break;
    }
    std::vector<std::string> names;
    for (const int day : often.days) { names.emplace_back(_(weekdays.at(static_cast<std::size_t>(day)))); }
    return joined(names, ", ");
}

std::optional<int> read_weekday(const std::string& written) {
    const auto* const found = std::find(weekdays.begin(), weekdays.end(), written);
    if (found == weekdays.end()) { return std::nullopt; }
    return static_cast<int>(found - weekdays.begin());
}

std::optional<HowOften> read_how_often(const std::string& written) {
    using Kind = HowOften::Kind;
    constexpr int most_a_week = 7;
    if (written == "daily") { return HowOften{Kind::daily, 1, {}}; }
    if (written == "once") { return HowOften{Kind::once, 1, {}}; }
    if (written == "in_order") { return HowOften{Kind::in_order, 1, {}}; }
    if (written == "once a week") { return HowOften{Kind::times_a_week, 1, {}}; }
    if (const auto times = number_between(written, "", " times a week", 1, most_a_week)) {
        return HowOften{Kind::times_a_week, *times, {}};
    }
    if (const auto days = number_between(written, "every ", " days", 2, limits::most_programme_days)) {
        return HowOften{Kind::every_days, *days, {}};
    }
    HowOften named{Kind::weekdays, 1, {}};
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find(',', begin), written.size());
        const auto day = read_weekday(std::string(trimmed(written.substr(begin, end - begin))));
        if (!day) { return std::nullopt; }
        named.days.insert(*day);
        begin = end + 1;
    }
    return named;
}

} // namespace kindly
