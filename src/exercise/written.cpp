// SPDX-License-Identifier: MIT
#include "exercise/written.hpp"

namespace kindly {

const Member* Written::member(std::string_view key) const {
    for (const auto& candidate : members) {
        if (candidate.key == key) { return &candidate; }
    }
    return nullptr;
}

const Written* Written::find(std::string_view key) const {
    const Member* found = member(key);
    return found == nullptr ? nullptr : &found->value;
}

} // namespace kindly
