// SPDX-License-Identifier: MIT
#include "guide/json_commands.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

using Json = nlohmann::json;

using Value = std::variant<std::nullptr_t, bool, double, std::string, std::vector<std::string>>;
using Members = std::map<std::string, Value>;

/// Gathers one object of plain values and arrays of strings, and stops at the first thing that is anything
/// else, so that neither depth nor size of a hostile line costs more than reading it once.
class MemberReader : public nlohmann::json_sax<Json> {
public:
    Members members;
    std::string why;

    bool null() override { return take(nullptr); }
    bool boolean(bool value) override { return take(value); }
    bool number_integer(number_integer_t value) override { return take(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return take(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t&) override { return take(value); }
    bool string(string_t& value) override {
        if (!list_) { return take(value); }
        list_->push_back(words_taken_in(value));
        return true;
    }
    bool binary(binary_t&) override { return refuse(); }
    bool start_object(std::size_t) override {
        if (inside_) {
            return refuse(_("Only \"value\" may be a list, and no list or object may be inside another."));
        }
        inside_ = true;
        return true;
    }
    bool key(string_t& name) override {
        key_ = name;
        if (members.contains(key_)) { return refuse(_("A key stands there twice.")); }
        return true;
    }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override {
        if (!inside_) { return refuse(); }
        if (list_) {
            return refuse(_("Only \"value\" may be a list, and no list or object may be inside another."));
        }
        list_.emplace();
        return true;
    }
    bool end_array() override {
        members[key_] = std::move(*list_);
        list_.reset();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return refuse(_("This line is not JSON."));
    }

private:
    bool refuse(const char* reason = nullptr) {
        if (why.empty()) {
            why = reason != nullptr ? reason : _("A line is one JSON object with \"do\" in it.");
        }
        return false;
    }
    bool take(Value value) {
        if (!inside_) { return refuse(); }
        if (list_) { return refuse(_("A list holds only strings.")); }
        if (auto* text = std::get_if<std::string>(&value)) { *text = words_taken_in(*text); }
        members[key_] = std::move(value);
        return true;
    }

    bool inside_ = false;
    std::string key_;
    std::optional<std::vector<std::string>> list_;
};

using Result = std::variant<Input, RefusedCommand>;

Result answer(const Value& value, bool at_check_in) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (at_check_in && (*text == "numb" || *text == "n")) { return input::Answer{Numb{}}; }
        return input::Answer{*text};
    }
    if (const auto* yes = std::get_if<bool>(&value)) { return input::Answer{*yes}; }
    if (const auto* number = std::get_if<double>(&value)) {
        if (std::isfinite(*number)) { return input::Answer{*number}; }
    }
    if (const auto* several = std::get_if<std::vector<std::string>>(&value)) {
        return input::Answer{*several};
    }
    return RefusedCommand{_("\"value\" is true, false, a number, a string or a list of strings. \"skip\" "
                            "leaves a question out.")};
}

Result pace(const Value& value) {
    const auto* speed = std::get_if<double>(&value);
    if (speed == nullptr || !std::isfinite(*speed)) {
        return RefusedCommand{_("A pace is a number, 1 being as written.")};
    }
    return input::Pace{*speed};
}

Result draft(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) { return RefusedCommand{_("A draft is a string.")}; }
    return input::Draft{*text};
}

/// Those that need nothing but their name.
const std::map<std::string, Input>& plain_commands() {
    static const std::map<std::string, Input> commands{
        {"continue", input::Continue{}}, {"skip", input::Skip{}},     {"back", input::Back{}},
        {"pause", input::Pause{}},       {"resume", input::Resume{}}, {"ground", input::Ground{}},
        {"close", input::Close{}},       {"stop", input::Stop{}},     {"support", input::Support{}}};
    return commands;
}

RefusedCommand unknown_command(const std::string& name) {
    std::vector<std::string> known{"answer", "draft", "pace"};
    for (const auto& command : plain_commands()) { known.push_back(command.first); }
    const auto meant = nearest(name, known);
    if (!meant) { return {_("\"do\" names nothing that can be done here.")}; }
    return {fmt::format(fmt::runtime(_("\"do\" names nothing that can be done here. Was \"{}\" meant?")),
                        *meant)};
}

/// The one member besides "do", under either of two names.
Result with_value(const std::string& name, const char* first, const char* second, const Members& members,
                  bool at_check_in) {
    const auto one = members.find(first);
    const auto found = one != members.end() ? one : members.find(second);
    if (found == members.end()) {
        return RefusedCommand{fmt::format(fmt::runtime(_("\"{}\" needs a \"{}\".")), name, first)};
    }
    if (members.size() > 2) { return RefusedCommand{_("There is a key too many.")}; }
    if (name == "answer") { return answer(found->second, at_check_in); }
    return name == "pace" ? pace(found->second) : draft(found->second);
}

} // namespace

Result read_command(std::string_view line, bool at_check_in) {
    MemberReader reader;
    if (!Json::sax_parse(line.begin(), line.end(), &reader)) { return RefusedCommand{reader.why}; }
    const auto found = reader.members.find("do");
    const auto* name = found == reader.members.end() ? nullptr : std::get_if<std::string>(&found->second);
    if (name == nullptr) { return RefusedCommand{_("A line is one JSON object with \"do\" in it.")}; }
    if (*name == "answer") { return with_value(*name, "value", "value", reader.members, at_check_in); }
    if (*name == "pace") { return with_value(*name, "value", "speed", reader.members, at_check_in); }
    if (*name == "draft") { return with_value(*name, "text", "value", reader.members, at_check_in); }
    const auto plain = plain_commands().find(*name);
    if (plain == plain_commands().end()) { return unknown_command(*name); }
    if (reader.members.size() > 1) { return RefusedCommand{_("There is a key too many.")}; }
    return plain->second;
}

} // namespace kindly
