// SPDX-License-Identifier: MIT
// Any bytes as an exercise: findings lie inside the file; what reads without errors can be planned and timed.
#include "exercise/fitting.hpp"
#include "exercise/reader.hpp"
#include "exercise/settings.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kindly;
    const auto source = std::make_shared<const SourceText>(
        "fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
    const ReadExercise read = read_exercise(source);
    for (const auto& finding : read.diagnostics) {
        if (finding.where.begin > size || finding.where.end > size) { std::abort(); }
        static_cast<void>(to_text(finding, {}));
    }
    if (read.exercise == nullptr) {
        if (!has_errors(read.diagnostics)) { std::abort(); }
        return 0;
    }
    ExpandRequest request;
    request.settings = default_settings(*read.exercise);
    const FragmentFinder none = [](const std::string&, int) { return std::shared_ptr<const Fragment>(); };
    static_cast<void>(fit(read.exercise, none, request, std::chrono::minutes(5)));
    return 0;
}
