// SPDX-License-Identifier: MIT
#include "commands/sitting.hpp"

#include "commands/context.hpp"
#include "commands/grounding_exercise.hpp"

namespace kindly {

OpenedExercise open_sitting(Context& context, const Sitting& sitting) {
    auto exercise = std::make_shared<Exercise>(*sitting_exercise(sitting));
    const auto grounding = library_grounding(context);
    if (grounding == nullptr) {
        for (auto& section : exercise->sections) {
            if (section.role == Role::grounding) { section.steps = own_grounding(); }
        }
    }
    OpenedExercise opened;
    opened.exercise = std::move(exercise);
    opened.file = std::string(sitting_id) + ".json";
    opened.find_fragment = [grounding](const std::string& id, int major) {
        const bool meant = grounding != nullptr && id == grounding->id && major == grounding->major();
        return meant ? grounding : nullptr;
    };
    return opened;
}

} // namespace kindly
