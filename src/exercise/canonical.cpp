// SPDX-License-Identifier: MIT
#include "exercise/canonical.hpp"

#include "base/digest.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <utf8proc.h>

namespace kindly {

namespace {

/// RFC 8785 sorts keys by their UTF-16 code units.
std::u16string utf16(std::string_view text) {
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                           static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        if (read <= 0) { // not reached for text that a reader accepted
            units += static_cast<char16_t>(static_cast<unsigned char>(text[at++]));
            continue;
        }
        at += static_cast<std::size_t>(read);
        constexpr utf8proc_int32_t beyond_one_unit = 0x10000;
        if (point < beyond_one_unit) {
            units += static_cast<char16_t>(point);
        } else {
            const auto rest = static_cast<unsigned>(point - beyond_one_unit);
            units += static_cast<char16_t>(0xD800U + (rest >> 10U));
            units += static_cast<char16_t>(0xDC00U + (rest & 0x3FFU));
        }
    }
    return units;
}

/// `key`: what the value stands under.
void write_value(std::string& out, const Written& value, std::string_view key, bool at_root) {
    switch (value.kind) {
    case Written::Kind::null: out += "null"; return;
    case Written::Kind::boolean: out += value.boolean ? "true" : "false"; return;
    // The format knows whole numbers only; the shortest form that reads back serves for the rest.
    case Written::Kind::number:
        out += value.whole ? fmt::format("{:.0f}", value.number) : fmt::format("{}", value.number);
        return;
    case Written::Kind::string: out += json_string(value.text); return;
    case Written::Kind::list: {
        out += '[';
        bool first = true;
        for (const auto& entry : value.entries) {
            if (!first) { out += ','; }
            first = false;
            write_value(out, entry, {}, false);
        }
        out += ']';
        return;
    }
    case Written::Kind::object: {
        std::vector<std::pair<std::u16string, const Member*>> members;
        for (const auto& member : value.members) {
            if (is_remark(key, member) || (at_root && member.key == "$schema")) { continue; }
            members.emplace_back(utf16(member.key), &member);
        }
        std::sort(members.begin(), members.end(),
                  [](const auto& left, const auto& right) { return left.first < right.first; });
        out += '{';
        bool first = true;
        for (const auto& [units, member] : members) {
            if (!first) { out += ','; }
            first = false;
            out += json_string(member->key);
            out += ':';
            write_value(out, member->value, member->key, false);
        }
        out += '}';
        return;
    }
    }
}

} // namespace

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char letter : text) {
        switch (letter) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(letter) < 0x20) {
                out += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
            } else {
                out += letter;
            }
        }
    }
    return out + '"';
}

std::string canonical_form(const Written& root) {
    std::string out;
    write_value(out, root, {}, true);
    return out;
}

std::string canonical_digest(const Written& root) { return sha256(canonical_form(root)); }

std::string digest_of(const Document& document) { return canonical_digest(original_of(document).root); }

std::string translation_digest_of(const Document& document) {
    return document.parts == nullptr ? std::string() : canonical_digest(document.parts->translation->root);
}

} // namespace kindly
