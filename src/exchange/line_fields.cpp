// SPDX-License-Identifier: MIT
#include "exchange/line_fields.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& words) {
    const auto near = nearest(word, words);
    return near ? filled(_("Did you mean \"{}\"?"), *near) : std::string();
}

/// What a value that is not as it should be looks like; words that may be private are not repeated.
std::string shown(const Json& value) {
    constexpr std::size_t longest = 40;
    if (value.is_object()) { return _("a group in braces"); }
    if (value.is_array()) { return _("a list"); }
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        const bool may_be_private = text.size() > longest || text.find_first_of(" \t\n") != std::string::npos;
        return may_be_private ? std::string(_("a text")) : '"' + harmless(text) + '"';
    }
    return value.dump();
}

bool is_hexadecimal(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

bool is_uuid(std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(), [](char letter, char mark) {
               return mark == 'x' ? is_hexadecimal(letter) : letter == mark;
           });
}

bool is_digest(std::string_view text) {
    constexpr std::size_t digits = 64;
    return text.size() == digits && std::all_of(text.begin(), text.end(), is_hexadecimal);
}

/// Without an offset, a time would mean another moment on every machine.
bool has_offset(std::string_view text) {
    constexpr std::size_t offset_digits = 6;
    if (text.ends_with('Z') || text.ends_with('z')) { return true; }
    return text.size() > offset_digits &&
           (text[text.size() - offset_digits] == '+' || text[text.size() - offset_digits] == '-') &&
           text.find_first_of("Tt ") != std::string_view::npos;
}

} // namespace

LineFields::LineFields(const Json& object, std::string path) : object_(&object), path_(std::move(path)) {}

std::string LineFields::place(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void LineFields::wrong(const char* name, const char* should_be) const {
    const auto found = object_->find(name);
    throw WrongLine{filled(_("\"{}\" is {}"), place(name), shown(*found)), should_be};
}

const Json* LineFields::find(const char* name) {
    asked_.emplace_back(name);
    const auto found = object_->find(name);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

const Json& LineFields::needed(const char* name) {
    const Json* found = find(name);
    if (found != nullptr) { return *found; }
    if (object_->contains(name)) {
        throw WrongLine{filled(_("\"{}\" is null, but it is needed"), place(name)), {}};
    }
    throw WrongLine{filled(_("\"{}\" is missing"), place(name)), {}};
}

std::string LineFields::text(const char* name) {
    const Json& value = needed(name);
    if (!value.is_string()) { wrong(name, _("It is written as a text in quotes.")); }
    const auto& text = value.get_ref<const std::string&>();
    if (text.find('\0') != std::string::npos) {
        throw WrongLine{filled(_("\"{}\" holds a zero character, which no text has"), place(name)), {}};
    }
    return words_taken_in(text);
}

std::string LineFields::bytes(const char* name) {
    static_cast<void>(text(name)); // it is one
    return needed(name).get<std::string>();
}

std::string LineFields::text_if_any(const char* name) {
    return find(name) == nullptr ? std::string() : text(name);
}

std::optional<std::string> LineFields::text_or_nothing(const char* name) {
    return find(name) == nullptr ? std::nullopt : std::optional(text(name));
}

std::string LineFields::word(const char* name, const std::vector<std::string>& words) {
    std::string found = text(name);
    if (std::find(words.begin(), words.end(), found) != words.end()) { return found; }
    const std::string near = did_you_mean(found, words);
    wrong(name, near.empty() ? filled(_("It is one of: {}."), joined(words, ", ")).c_str() : near.c_str());
}

std::string LineFields::word_if_any(const char* name, const std::vector<std::string>& words) {
    return find(name) == nullptr ? std::string() : word(name, words);
}

std::int64_t LineFields::whole(const char* name, std::int64_t lowest, std::int64_t highest) {
    const Json& value = needed(name);
    const bool is_too_large =
        value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    if (!value.is_number_integer() || is_too_large || value.get<std::int64_t>() < lowest ||
        value.get<std::int64_t>() > highest) {
        wrong(name, filled(_("It is a whole number from {} to {}."), lowest, highest).c_str());
    }
    return value.get<std::int64_t>();
}

std::optional<std::int64_t> LineFields::whole_if_any(const char* name, std::int64_t lowest,
                                                     std::int64_t highest) {
    return find(name) == nullptr ? std::nullopt : std::optional(whole(name, lowest, highest));
}

std::optional<double> LineFields::number_if_any(const char* name) {
    const Json* value = find(name);
    if (value == nullptr) { return std::nullopt; }
    if (!value->is_number() || !std::isfinite(value->get<double>())) { wrong(name, _("It is a number.")); }
    return value->get<double>();
}

bool LineFields::truth(const char* name) {
    const Json& value = needed(name);
    if (!value.is_boolean()) { wrong(name, _("It is true or false, without quotes.")); }
    return value.get<bool>();
}

bool LineFields::truth_if_any(const char* name) { return find(name) != nullptr && truth(name); }

Moment LineFields::moment(const char* name) {
    const std::string written = text(name);
    const auto moment = has_offset(written) ? read_moment(written) : std::nullopt;
    if (!moment) {
        wrong(name, _("It is a date and time with the offset from UTC, like 2026-11-22T08:15:00+01:00."));
    }
    return *moment;
}

std::optional<Moment> LineFields::moment_if_any(const char* name) {
    return find(name) == nullptr ? std::nullopt : std::optional(moment(name));
}

std::string LineFields::uuid(const char* name) {
    std::string id = text(name);
    if (!is_uuid(id)) {
        wrong(name, _("An id has 32 hexadecimal digits, like 019ab3c2-5e10-7c3a-9b1f-2f6d0c4e8a11."));
    }
    return id;
}

std::string LineFields::digest(const char* name) {
    std::string digest = text(name);
    if (!is_digest(digest)) { wrong(name, _("A digest has 64 hexadecimal digits, in small letters.")); }
    return digest;
}

std::string LineFields::digest_if_any(const char* name) {
    return find(name) == nullptr ? std::string() : digest(name);
}

std::vector<std::string> LineFields::texts(const char* name) {
    const Json* list = find(name);
    std::vector<std::string> all;
    if (list == nullptr) { return all; }
    if (!list->is_array()) { wrong(name, _("It is a list in square brackets.")); }
    for (const Json& entry : *list) {
        if (!entry.is_string() || entry.get_ref<const std::string&>().find('\0') != std::string::npos) {
            wrong(name, _("It is a list of texts."));
        }
        all.push_back(words_taken_in(entry.get_ref<const std::string&>()));
    }
    return all;
}

std::vector<LineFields> LineFields::objects(const char* name) {
    const Json* list = find(name);
    std::vector<LineFields> all;
    if (list == nullptr) { return all; }
    if (!list->is_array()) { wrong(name, _("It is a list in square brackets.")); }
    for (const Json& entry : *list) {
        const std::string path = fmt::format("{}[{}]", place(name), all.size() + 1);
        if (!entry.is_object()) {
            throw WrongLine{filled(_("\"{}\" is {}"), path, shown(entry)), _("It is a group in braces.")};
        }
        all.emplace_back(entry, path);
    }
    return all;
}

std::optional<LineFields> LineFields::object_if_any(const char* name) {
    const Json* value = find(name);
    if (value == nullptr) { return std::nullopt; }
    if (!value->is_object()) { wrong(name, _("It is a group in braces.")); }
    return LineFields(*value, place(name));
}

void LineFields::refuse_others() const {
    for (const auto& [name, value] : object_->items()) {
        if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) { continue; }
        const std::string shown_name =
            name.size() > 40 ? harmless(name.substr(0, 40)) + "..." : harmless(name);
        throw WrongLine{filled(_("There is no \"{}\" in such a line"), place(shown_name)),
                        did_you_mean(name, asked_)};
    }
}

} // namespace kindly
