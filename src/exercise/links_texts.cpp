// SPDX-License-Identifier: MIT
// What stands in the texts: {names} of settings, and characters that cannot be seen.
#include "base/text.hpp"
#include "exercise/decode.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace kindly {

namespace {

/// What a person calls an invisible character; null if it can be seen, or belongs in a text.
const char* name_of_invisible(utf8proc_int32_t value) {
    struct Named {
        utf8proc_int32_t value;
        const char* name;
    };
    constexpr std::array named{
        Named{0x00, N_("zero")},
        Named{0x07, N_("bell")},
        Named{0x08, N_("backspace")},
        Named{0x0D, N_("carriage return")},
        Named{0x1B, N_("escape")},
        Named{0x7F, N_("delete")},
        Named{0xAD, N_("soft hyphen")},
        Named{0x200B, N_("zero-width space")},
        Named{0x200E, N_("left-to-right mark")},
        Named{0x200F, N_("right-to-left mark")},
        Named{0x202A, N_("left-to-right embedding")},
        Named{0x202B, N_("right-to-left embedding")},
        Named{0x202C, N_("end of direction")},
        Named{0x202D, N_("left-to-right override")},
        Named{0x202E, N_("right-to-left override")},
        Named{0x2060, N_("word joiner")},
        Named{0x2066, N_("left-to-right isolate")},
        Named{0x2067, N_("right-to-left isolate")},
        Named{0x2068, N_("first strong isolate")},
        Named{0x2069, N_("end of isolate")},
        Named{0xFEFF, N_("zero-width no-break space")},
    };
    constexpr utf8proc_int32_t zero_width_non_joiner = 0x200C; // several scripts cannot do without these two
    constexpr utf8proc_int32_t zero_width_joiner = 0x200D;
    if (value == '\n' || value == '\t' || value == zero_width_joiner || value == zero_width_non_joiner) {
        return nullptr;
    }
    for (const auto& known : named) {
        if (known.value == value) { return known.name; }
    }
    switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC: return N_("control character");
    case UTF8PROC_CATEGORY_CF: return N_("formatting character");
    case UTF8PROC_CATEGORY_ZL: return N_("line separator");
    case UTF8PROC_CATEGORY_ZP: return N_("paragraph separator");
    default: return nullptr;
    }
}

class Texts {
public:
    Texts(const LinkedParts& parts, const Doubts& doubts, Findings& findings)
        : parts_(parts), doubts_(doubts), findings_(findings) {
        for (const Steps* steps : parts.in_order) {
            each_step(*steps, [&](const Step& step) {
                if (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what)) {
                    answers_.insert(step.id);
                }
            });
        }
        if (parts.exercise != nullptr) {
            for (const auto& parameter : parts.exercise->parameters) { settings_.push_back(parameter.name); }
        }
    }

    void check(const Written& part, std::string_view key, bool filled_in) {
        if (part.kind == Written::Kind::string) {
            check_characters(part);
            if (filled_in) { check_names(part); }
        }
        for (const auto& entry : part.entries) { check(entry, key, false); }
        for (const auto& member : part.members) {
            if (member.key == "note" || member.key == "$schema") { continue; }
            const bool outer = &part == parts_.root;
            const bool plain =
                plain_ ||
                (outer && (member.key == "parameters" || member.key == "about" || member.key == "title"));
            const bool text = key == "with" || std::find(filled_keys.begin(), filled_keys.end(),
                                                         member.key) != filled_keys.end();
            const bool before = std::exchange(plain_, plain);
            check(member.value, member.key, text && !plain);
            plain_ = before;
        }
    }

private:
    static constexpr std::array<std::string_view, 7> filled_keys{
        "text", "otherwise", "lowest_label", "highest_label", "title", "before", "backdraft"};

    /// L003, once a text.
    void check_characters(const Written& text) {
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.text.data());
        for (std::size_t at = 0; at < text.text.size();) {
            if (static_cast<unsigned char>(text.text[at]) >= ' ' &&
                static_cast<unsigned char>(text.text[at]) < 0x7F) {
                ++at;
                continue;
            }
            utf8proc_int32_t value = 0;
            const auto read =
                utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.text.size() - at), &value);
            if (read <= 0) { return; }
            const std::size_t end = at + static_cast<std::size_t>(read);
            if (const char* name = name_of_invisible(value)) {
                findings_.error("L003", place_in_text(findings_.source(), text, at, end),
                                filled(_("There is an invisible character here (U+{:04X}, {}). Delete it and "
                                         "type the word again"),
                                       value, _(name)));
                return;
            }
            at = end;
        }
    }

    void check_names(const Written& text) {
        const std::string& all = text.text;
        for (std::size_t at = all.find('{'); at != std::string::npos; at = all.find('{', at)) {
            if (at + 1 < all.size() && all[at + 1] == '{') { // a brace of the text itself
                at += 2;
                continue;
            }
            const std::size_t end = all.find_first_of("{}", at + 1);
            if (end == std::string::npos || all[end] == '{') {
                findings_.error("A006", place_in_text(findings_.source(), text, at, at + 1),
                                _("This brace is not closed. Write {name}, or {{ for a brace"));
                at = end;
                if (end == std::string::npos) { return; }
                continue;
            }
            check_name(all.substr(at + 1, end - at - 1),
                       place_in_text(findings_.source(), text, at, end + 1));
            at = end + 1;
        }
    }

    void check_name(const std::string& name, Span where) {
        if (!is_id(name, false)) {
            const auto meant = nearest_of(name, settings_);
            findings_.error(
                "A006", where,
                meant ? filled(_("{{{}}} is not a setting. Did you mean {{{}}}?"), name, *meant)
                      : filled(_("{{{}}} is not the name of a setting. For a brace in the text write {{{{"),
                               name));
            return;
        }
        if (parts_.exercise == nullptr || find_parameter(*parts_.exercise, name) != nullptr ||
            doubts_.names.contains(name)) {
            return;
        }
        if (answers_.contains(name)) {
            findings_.error(
                "A006", where,
                filled(_("{{{}}} is an answer, and answers cannot stand inside a sentence. Show it with "
                         "\"recall\""),
                       name),
                {_("A question can be skipped; that would leave a hole in the sentence."), {}, {}});
            return;
        }
        if (const auto meant = nearest_of(name, settings_)) {
            const Span there = place_of_name(*parts_.exercise, *find_parameter(*parts_.exercise, *meant));
            findings_.error("A006", where,
                            filled(_("{{{}}} is not a setting. Did you mean {{{}}} (line {})?"), name, *meant,
                                   findings_.line(there)));
            return;
        }
        findings_.error("A006", where, filled(_("{{{}}} is not a setting"), name),
                        {settings_.empty() ? std::string(_("This exercise has no \"parameters\"."))
                                           : filled(_("Settings: {}."), listed(settings_)),
                         {},
                         {}});
    }

    const LinkedParts& parts_;
    const Doubts& doubts_;
    Findings& findings_;
    std::set<std::string> answers_;
    std::vector<std::string> settings_;
    bool plain_ = false; ///< inside parts whose texts are not filled in
};

} // namespace

void check_texts(const LinkedParts& parts, const Doubts& doubts, Findings& findings) {
    Texts(parts, doubts, findings).check(*parts.root, {}, false);
}

} // namespace kindly
