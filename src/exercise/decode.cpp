// SPDX-License-Identifier: MIT
#include "exercise/decode.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <limits>

#include <utf8proc.h>

namespace kindly {

const Key* Shape::key(std::string_view name) const {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const Key& known) { return name == known.name; });
    return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> Shape::names() const {
    std::vector<std::string> all;
    for (const auto& known : keys) {
        if (*known.name != '$') { all.emplace_back(known.name); }
    }
    return all;
}

Entries::Entries(Reading& reading, const Written& group, const Shape& shape, const Elsewhere& elsewhere)
    : reading_(reading), group_(group), shape_(shape) {
    std::vector<std::string> missing;
    for (const auto& key : shape.keys) {
        if (key.required && !has(key.name)) { missing.emplace_back(key.name); }
    }
    // Sure matches first: what an unknown key meant is not missing.
    for (const auto& member : group.members) {
        if (shape.key(member.key) == nullptr) { say_unknown(member, missing, elsewhere); }
    }
    for (const auto& name : missing) {
        if (!unexplained_) { require(name); }
    }
}

void Entries::say_unknown(const Member& member, const std::vector<std::string>& missing,
                          const Elsewhere& elsewhere) {
    reading_.doubts.names.insert(member.key);
    reading_.doubts.add(member.value);
    const auto synonym = std::find_if(shape_.synonyms.begin(), shape_.synonyms.end(), [&](const auto& pair) {
        return lowered_ascii(member.key) == pair.first;
    });
    if (synonym != shape_.synonyms.end()) {
        meant_.emplace_back(synonym->second);
        const Key* key = shape_.key(synonym->second);
        const bool shown = key != nullptr && *key->example != '\0';
        error("K001", member.key_span,
              shown ? filled(_("{} has no \"{}\". The word here is \"{}\": {}"), _(shape_.a), member.key,
                             synonym->second, key->example)
                    : filled(_("{} has no \"{}\". The word here is \"{}\""), _(shape_.a), member.key,
                             synonym->second));
        return;
    }
    if (elsewhere) {
        if (const std::string message = elsewhere(member.key); !message.empty()) {
            // What is missing may be missing because another sort was meant.
            unexplained_ = true;
            error("K008", member.key_span, message);
            return;
        }
    }
    auto candidates = shape_.names();
    if (shape_.key("$schema") != nullptr) { candidates.emplace_back("$schema"); }
    auto meant = nearest(member.key, missing); // what is missing is the likelier
    if (!meant) { meant = nearest(member.key, candidates); }
    if (meant) {
        meant_.push_back(*meant);
        error("K001", member.key_span,
              filled(_("{} has no \"{}\". Did you mean \"{}\"?"), _(shape_.a), member.key, *meant));
        return;
    }
    std::vector<std::string> still_missing;
    for (const auto& name : missing) {
        if (!misspelt(name)) { still_missing.push_back(name); }
    }
    if (!still_missing.empty() && !unexplained_) {
        unexplained_ = true;
        error("K001", member.key_span,
              filled(_("{} has no \"{}\", and this one lacks \"{}\""), _(shape_.a), member.key,
                     joined(still_missing, "\", \"")),
              {filled(_("It can have: {}."), listed(shape_.names())), {}, {}});
        return;
    }
    error("K001", member.key_span, filled(_("{} has no \"{}\""), _(shape_.a), member.key),
          {filled(_("It can have: {}."), listed(shape_.names())), {}, {}});
}

bool Entries::misspelt(std::string_view key) const {
    return std::find(meant_.begin(), meant_.end(), key) != meant_.end();
}

Span Entries::place_for(std::string_view key) const {
    auto rank = [&](std::string_view name) {
        return std::find_if(shape_.keys.begin(), shape_.keys.end(),
                            [&](const Key& known) { return name == known.name; });
    };
    const bool step = group_.find("kind") != nullptr && shape_.key("kind") != nullptr;
    const Written* before = nullptr;
    for (const auto& member : group_.members) {
        // These stand anywhere, whatever the table says.
        const bool anywhere = member.key == "note" || (step && (member.key == "kind" || member.key == "id"));
        const auto place = rank(member.key);
        if (!anywhere && place != shape_.keys.end() && place > rank(key)) { break; }
        before = &member.value;
    }
    if (before == nullptr) { return opening(group_); }
    const std::string_view bytes = reading_.findings.source().bytes();
    const std::string_view between = bytes.substr(group_.span.begin, before->span.end - group_.span.begin);
    const bool same_line = between.find('\n') == std::string_view::npos;
    return same_line ? opening(group_) : Span{before->span.end - 1, before->span.end};
}

void Entries::require(std::string_view key, std::string explanation) {
    if (has(key) || misspelt(key) || unexplained_) { return; }
    const Key* known = shape_.key(key);
    const bool shown = known != nullptr && *known->example != '\0';
    if (key == "id" && shown) {
        const bool asks = group_.find("kind") != nullptr && shape_.key("text") != nullptr;
        error("K002", place_for(key),
              filled(asks ? _("{} has no \"id\". The answer needs a name, for example {}")
                          : _("{} has no \"id\". It needs a name, for example {}"),
                     _(shape_.at_hand), known->example));
        return;
    }
    error("K002", place_for(key), filled(_("{} has no \"{}\""), _(shape_.at_hand), key),
          {std::move(explanation), shown ? std::string(known->example) : std::string(), {}});
}

void Entries::error(const char* code, Span where, std::string message, Findings::More more) {
    broken_ = true;
    reading_.findings.error(code, where, std::move(message), std::move(more));
}

void Entries::wrong_type(std::string_view key, const Written& value, const std::string& should_be) {
    if (value.kind == Written::Kind::null) {
        error("K003", value.span,
              filled(_("\"{}\" is left empty here. Give it a value, or leave it out"), key));
        return;
    }
    error("K003", value.span, filled(_("\"{}\" should be {}"), key, should_be));
}

std::optional<std::string> read_text_value(Entries& entries, std::string_view key, const Written& value) {
    if (value.kind != Written::Kind::string) {
        const bool bare = value.kind == Written::Kind::number || value.kind == Written::Kind::boolean;
        entries.wrong_type(key, value, bare ? _("a text, between quotes") : _("a text like \"...\""));
        return std::nullopt;
    }
    if (trimmed(value.text).empty()) {
        entries.error("K006", value.span, filled(_("\"{}\" is empty"), key));
        return std::nullopt;
    }
    return value.text;
}

std::optional<int> read_number_value(Entries& entries, std::string_view key, const Written& value) {
    if (value.kind != Written::Kind::number) {
        const bool quoted = value.kind == Written::Kind::string;
        const std::string_view written = trimmed(value.text);
        const bool digits = quoted && !written.empty() && written.size() <= 6 &&
                            written.find_first_not_of("0123456789") == std::string_view::npos;
        entries.wrong_type(key, value,
                           filled(quoted ? _("a number like {}, without quotes") : _("a number like {}"),
                                  digits ? std::string(written) : std::string("3")));
        return std::nullopt;
    }
    if (!value.whole) {
        entries.wrong_type(key, value, _("a whole number like 3"));
        return std::nullopt;
    }
    constexpr double largest = std::numeric_limits<int>::max();
    if (value.number > largest || value.number < -largest) {
        entries.error("K006", value.span, filled(_("\"{}\" is too far from 0 to be used"), key));
        return std::nullopt;
    }
    return static_cast<int>(value.number);
}

std::optional<Milliseconds> read_duration_value(Entries& entries, std::string_view key,
                                                const Written& value) {
    auto no_unit = [&](std::string_view number) {
        entries.error(
            "K005", value.span,
            filled(_("{0} has no unit. Write \"{0}s\" for seconds or \"{0}m\" for minutes"), number));
    };
    if (value.kind == Written::Kind::number) {
        if (value.whole && value.number >= 0) {
            no_unit(fmt::format("{}", static_cast<long long>(value.number)));
        } else {
            entries.error("K005", value.span,
                          _("This is not a duration. Write it like \"45s\", \"2m\" or \"1m30s\""));
        }
        return std::nullopt;
    }
    if (value.kind != Written::Kind::string) {
        entries.wrong_type(key, value, _("a duration like \"30s\""));
        return std::nullopt;
    }
    if (const auto duration = read_duration(value.text)) {
        if (*duration > Milliseconds::zero()) { return duration; }
        const bool is_needed = key == "for" || key == "in" || key == "out"; // a step is nothing without it
        entries.error("K006", value.span,
                      filled(is_needed
                                 ? _("\"{}\" cannot be nothing. Write at least \"1s\"")
                                 : _("\"{}\" cannot be nothing. Leave it out, or write at least \"1s\""),
                             key));
        return std::nullopt;
    }
    const std::string_view written = trimmed(value.text);
    if (!written.empty() && written.find_first_not_of("0123456789") == std::string_view::npos) {
        no_unit(written);
    } else if (const auto right = right_spelling_of_duration(value.text)) {
        entries.error("K005", value.span,
                      filled(_("\"{}\" is not a duration. Write \"{}\""), value.text, *right));
    } else {
        entries.error(
            "K005", value.span,
            filled(_("\"{}\" is not a duration. Write it like \"45s\", \"2m\" or \"1m30s\""), value.text));
    }
    return std::nullopt;
}

std::optional<std::string> Entries::text(std::string_view key) {
    const Written* value = find(key);
    return value == nullptr ? std::nullopt : read_text_value(*this, key, *value);
}

std::optional<int> Entries::number(std::string_view key) {
    const Written* value = find(key);
    return value == nullptr ? std::nullopt : read_number_value(*this, key, *value);
}

std::optional<Milliseconds> Entries::duration(std::string_view key) {
    const Written* value = find(key);
    return value == nullptr ? std::nullopt : read_duration_value(*this, key, *value);
}

std::optional<bool> Entries::yes_no(std::string_view key) {
    const Written* value = find(key);
    if (value == nullptr) { return std::nullopt; }
    if (value->kind == Written::Kind::boolean) { return value->boolean; }
    wrong_type(key, *value,
               value->kind == Written::Kind::string ? _("true or false, without quotes")
                                                    : _("true or false"));
    return std::nullopt;
}

std::optional<std::string> Entries::id(std::string_view key) {
    auto written = text(key);
    if (!written || is_id(*written, false)) { return written; }
    error("K007", find(key)->span,
          filled(_("\"{}\" cannot be an id. Use small letters, digits and _ (in names of exercises and "
                   "fragments also -): \"{}\""),
                 *written, right_id(*written, '_')));
    return std::nullopt;
}

std::optional<std::string> Entries::name_id(std::string_view key) {
    auto written = text(key);
    if (!written || is_id(*written, true)) { return written; }
    error("K007", find(key)->span,
          filled(_("\"{}\" cannot be the name of an exercise. Use small letters, digits, - and _: \"{}\""),
                 *written, right_id(*written, '-')));
    return std::nullopt;
}

const Written* Entries::list(std::string_view key) {
    const Written* value = find(key);
    if (value == nullptr || value->kind == Written::Kind::list) { return value; }
    wrong_type(key, *value, _("a list: [ ... ]"));
    reading_.doubts.add(*value);
    return nullptr;
}

const Written* Entries::nested(std::string_view key) {
    const Written* value = find(key);
    if (value == nullptr || value->kind == Written::Kind::object) { return value; }
    wrong_type(key, *value, _("a group: { ... }"));
    reading_.doubts.add(*value);
    return nullptr;
}

std::vector<std::string> Entries::texts(std::string_view key) {
    std::vector<std::string> all;
    const Written* value = list(key);
    if (value == nullptr) { return all; }
    for (const auto& entry : value->entries) {
        if (const auto one = read_text_value(*this, key, entry)) { all.push_back(*one); }
    }
    return all;
}

std::optional<std::size_t> Entries::one_of(std::string_view key, const std::vector<std::string>& words) {
    if (const Written* value = find(key); value != nullptr && value->kind != Written::Kind::string &&
                                          value->kind != Written::Kind::null && words.size() == 1) {
        wrong_type(key, *value, filled("\"{}\"", words.front()));
        return std::nullopt;
    }
    const auto written = text(key);
    if (!written) { return std::nullopt; }
    const auto found = std::find(words.begin(), words.end(), *written);
    if (found != words.end()) { return static_cast<std::size_t>(found - words.begin()); }
    error("K004", find(key)->span,
          filled(_("\"{}\" cannot be \"{}\".{} Words: {}"), key, *written,
                 spaced(did_you_mean(*written, words)), listed(words)));
    return std::nullopt;
}

bool is_id(std::string_view text, bool with_hyphen) {
    if (text.empty() || text.front() == '-') { return false; }
    return std::all_of(text.begin(), text.end(), [&](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_' ||
               (with_hyphen && letter == '-');
    });
}

std::string right_id(std::string_view written, char separator) {
    // Letters without their accents; whatever has no ASCII letter separates words.
    std::string plain(written);
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(written.data()),
                                     static_cast<utf8proc_ssize_t>(written.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                                    UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD));
    if (length >= 0) {
        plain.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    }
    std::free(mapped); // NOLINT: utf8proc allocates with malloc
    std::string right;
    for (const char letter : plain) {
        if (is_id(std::string_view(&letter, 1), false) && letter != '_') {
            right += letter;
        } else if (!right.empty() && right.back() != separator) {
            right += letter == '_' || letter == '-' ? (separator == '-' ? letter : '_') : separator;
        }
    }
    while (!right.empty() && (right.back() == '_' || right.back() == '-')) { right.pop_back(); }
    return right.empty() ? "name" : right;
}

bool must_be_group(Reading& reading, const Written& value, const std::string& message) {
    if (value.kind == Written::Kind::object) { return true; }
    reading.findings.error("K003", value.span, message);
    reading.doubts.add(value);
    return false;
}

} // namespace kindly
