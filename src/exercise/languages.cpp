// SPDX-License-Identifier: MIT
#include "exercise/languages.hpp"

#include "base/text.hpp"

namespace kindly {

namespace {

/// "x-sie" of "de-x-sie"; empty where there is none.
std::string private_part(std::string_view tag) {
    const std::size_t at = lowered_ascii(std::string(tag)).find("-x-");
    return at == std::string::npos ? std::string() : lowered_ascii(std::string(tag.substr(at + 1)));
}

} // namespace

std::vector<std::string> languages_for(const std::string& tag) {
    std::vector<std::string> chain{tag};
    if (!private_part(tag).empty()) { return chain; }
    for (std::size_t cut = tag.rfind('-'); cut != std::string::npos && cut > 0;
         cut = tag.rfind('-', cut - 1)) {
        chain.push_back(tag.substr(0, cut));
    }
    return chain;
}

std::string primary_language(std::string_view tag) {
    return lowered_ascii(std::string(tag.substr(0, tag.find('-'))));
}

bool read_as_one(std::string_view one, std::string_view other) {
    return primary_language(one) == primary_language(other) && private_part(one) == private_part(other);
}

} // namespace kindly
