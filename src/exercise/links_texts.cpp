// SPDX-License-Identifier: MIT
// What stands in the texts: {names} of settings, and characters that cannot be seen.
#include "base/text.hpp"
#include "exercise/characters.hpp"
#include "exercise/decode.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <array>

namespace kindly {

namespace {

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
            check_characters(part, findings_);
            if (filled_in) { check_names(part); }
        }
        for (const auto& entry : part.entries) { check(entry, key, false); }
        for (const auto& member : part.members) {
            if (is_remark(key, member) || member.key == "$schema") { continue; }
            const bool outer = &part == parts_.root;
            const bool plain =
                plain_ ||
                (outer && (member.key == "parameters" || member.key == "about" || member.key == "title"));
            const bool text = key == "with" || is_filled_in(member.key);
            const bool before = std::exchange(plain_, plain);
            check(member.value, member.key, text && !plain);
            plain_ = before;
        }
    }

private:
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
            findings_.error_once(
                "setting " + name, "A006", where,
                filled(_("{{{}}} is an answer, and answers cannot stand inside a sentence. Show it with "
                         "\"recall\""),
                       name),
                {_("A question can be skipped; that would leave a hole in the sentence."), {}, {}});
            return;
        }
        if (const auto meant = nearest_of(name, settings_)) {
            const Span there = place_of_name(*parts_.exercise, *find_parameter(*parts_.exercise, *meant));
            findings_.error_once("setting " + name, "A006", where,
                                 filled(_("{{{}}} is not a setting. Did you mean {{{}}} (line {})?"), name,
                                        *meant, findings_.line(there)),
                                 {{}, {}, there});
            return;
        }
        findings_.error_once("setting " + name, "A006", where, filled(_("{{{}}} is not a setting"), name),
                             {(settings_.empty() ? std::string(_("This exercise has no settings."))
                                                 : filled(_("Settings: {}."), listed(settings_))) +
                                  ' ' +
                                  _("Add it under \"parameters\", or write the words themselves, without "
                                    "braces."),
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

bool is_filled_in(std::string_view key) {
    static constexpr std::array<std::string_view, 7> keys{
        "text", "otherwise", "lowest_label", "highest_label", "title", "before", "backdraft"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void check_texts(const LinkedParts& parts, const Doubts& doubts, Findings& findings) {
    Texts(parts, doubts, findings).check(*parts.root, {}, false);
}

} // namespace kindly
