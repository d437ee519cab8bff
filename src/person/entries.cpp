// SPDX-License-Identifier: MIT
#include "person/entries.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kindly {

std::string followed_by_nearest(std::string message, const std::string& written,
                                const std::vector<std::string>& words) {
    const std::string near = did_you_mean(written, words);
    return near.empty() ? message : std::move(message) + "." + spaced(near);
}

void refuse_unknown_keys(Findings& findings, const Written& object, const std::string& what,
                         const std::vector<std::string>& known) {
    for (const Member& member : object.members) {
        if (std::find(known.begin(), known.end(), member.key) != known.end()) { continue; }
        findings.error(
            "K001", member.key_span,
            followed_by_nearest(filled(_("{} cannot have \"{}\""), what, member.key), member.key, known),
            {filled(_("It can have: {}."), joined(known, ", ")), {}, {}});
    }
}

std::optional<std::string> text_of(Findings& findings, const Member& member) {
    if (member.value.kind != Written::Kind::string) {
        wrong_type(findings, member, _("a text in quotes"));
        return std::nullopt;
    }
    return std::string(trimmed(harmless(member.value.text)));
}

void wrong_type(Findings& findings, const Member& member, const char* should_be) {
    findings.error("K003", member.value.span, filled(_("\"{}\" should be {}"), member.key, should_be));
}

} // namespace kindly
