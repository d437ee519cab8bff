// SPDX-License-Identifier: MIT
#include "commands/change_text.hpp"

#include "base/duration.hpp"
#include "base/filled.hpp"
#include "base/moment.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace kindly {

namespace {

struct Name {
    std::string_view field;
    const char* name;
};

constexpr std::string_view answer_field = "answer.";

constexpr std::array names{
    Name{"started_at", N_("began")},
    Name{"practised_seconds", N_("length")},
    Name{"exercise", N_("exercise")},
    Name{"status", N_("how it ended")},
    Name{"distress_before", N_("distress before")},
    Name{"distress_after", N_("distress after")},
    Name{"kindness_before", N_("kindness before")},
    Name{"kindness_after", N_("kindness after")},
};

} // namespace

std::string field_in_words(const std::string& field) {
    if (field.starts_with(answer_field)) { return filled(_("answer {}"), field.substr(answer_field.size())); }
    for (const auto& one : names) {
        if (one.field == field) { return _(one.name); }
    }
    return {};
}

std::string value_in_words(const std::string& field, const std::optional<std::string>& value) {
    if (!value) { return field.starts_with(answer_field) ? _("empty") : _("not there"); }
    if (field == "started_at") {
        const auto moment = read_moment(*value);
        return moment ? date_and_time(*moment) : harmless(*value);
    }
    if (field == "practised_seconds") {
        std::int64_t seconds = 0;
        std::from_chars(value->data(), value->data() + value->size(), seconds);
        return duration_in_words(std::chrono::seconds(seconds));
    }
    if (field == "status" && *value == "closed_early") { return _("closed early"); }
    if (field == "status" && *value == "completed") { return _("completed"); }
    if (field == "status" && *value == "stopped") { return _("stopped"); }
    return harmless(*value);
}

std::string change_in_words(const std::string& field, const std::optional<std::string>& was,
                            const std::optional<std::string>& is) {
    return filled(_("{}: was {}, is {}"), field_in_words(field), value_in_words(field, was),
                  value_in_words(field, is));
}

} // namespace kindly
