// SPDX-License-Identifier: MIT
#include "checker/codes.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>

namespace kindly {

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes{
        {"S013", Severity::warning, N_("An exception names its reason, who made it, and until when"),
         N_("An exception sets a safety rule aside. Whoever uses the exercise later has to see why, and it "
            "must "
            "not stay for ever."),
         R"("allow": [ { "code": "S002" } ])",
         R"("allow": [ { "code": "S002", "reason": "asked aloud in the session", "by": "the author", "until": "2027-06-30" } ])",
         false},
    };
    return codes;
}

const Code* find_code(std::string_view code) {
    const auto& codes = all_codes();
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& one) {
        return lowered_ascii(one.code) == lowered_ascii(code);
    });
    return found == codes.end() ? nullptr : &*found;
}

} // namespace kindly
