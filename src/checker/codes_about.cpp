// SPDX-License-Identifier: MIT
// Family M: what an exercise says about itself. The examples stand in "about".
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_about() {
    return {
        {"M001", Severity::warning, N_("The licence is named by its SPDX id, such as \"CC-BY-4.0\""),
         N_("Others can only use and adapt the exercise with a quiet mind if they know exactly what is "
            "allowed."),
         R"("license": "CC BY")", R"("license": "CC-BY-4.0")", true},
        {"M002", Severity::warning,
         N_("A colleague's review is no older than the version it stands for, and no older than two years"),
         N_("A name under \"reviewed\" vouches for words. It should not vouch for words that came later."),
         R"("reviewed": { "by": "a colleague's name", "on": "2019-03-01" })",
         R"("reviewed": { "by": "a colleague's name", "on": "2026-11-02" })", true},
        {"M003", Severity::error, N_("An exercise is not adapted from a work that may not be changed"),
         N_("A licence with ND (no derivatives) lets people pass a work on as it is, but not change it. "
            "Please ask its author, or write the exercise anew from the idea."),
         R"("adapted_from": [ { "id": "slow-tea", "version": "1.0",
                    "license": "CC-BY-ND-4.0" } ])",
         R"("adapted_from": [ { "id": "slow-tea", "version": "1.0",
                    "license": "CC-BY-4.0" } ])",
         false},
    };
}

} // namespace kindly
