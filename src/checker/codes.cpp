// SPDX-License-Identifier: MIT
#include "checker/codes.hpp"

#include "base/text.hpp"
#include "checker/code_families.hpp"

#include <algorithm>

namespace kindly {

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> all;
        for (const auto& family :
             {codes_of_the_file(), codes_of_keys(), codes_of_order(), codes_of_answers(), codes_of_time(),
              codes_of_safety(), codes_of_language(), codes_of_translations(), codes_of_about(),
              codes_of_versions(), codes_of_programmes(), codes_of_homework()}) {
            all.insert(all.end(), family.begin(), family.end());
        }
        return all;
    }();
    return codes;
}

const Code* find_code(std::string_view code) {
    const auto& codes = all_codes();
    const std::string wanted = lowered_ascii(code);
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const Code& one) { return lowered_ascii(one.code) == wanted; });
    return found == codes.end() ? nullptr : &*found;
}

} // namespace kindly
