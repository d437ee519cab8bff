// SPDX-License-Identifier: MIT
// Any bytes as me.json: never a crash, and defaults wherever something is wrong.
#include "person/preferences.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kindly;
    const auto source =
        std::make_shared<const SourceText>("me.json", std::string(reinterpret_cast<const char*>(data), size));
    const ReadPreferences read = read_preferences(source);
    if (has_errors(read.diagnostics) && !read.preferences.name.empty()) { std::abort(); }
    return 0;
}
