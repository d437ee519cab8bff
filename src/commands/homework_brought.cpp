// SPDX-License-Identifier: MIT
#include "commands/homework_brought.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/canonical.hpp"
#include "exercise/fitting.hpp"
#include "exercise/settings.hpp"
#include "homework/own_exercise.hpp"

namespace kindly {

std::string digest_in_library(const Catalogue& catalogue, const std::string& id) {
    try {
        const OpenedExercise opened = catalogue.open_as_written(id);
        return opened.exercise == nullptr ? std::string() : digest_of(*opened.exercise->document);
    } catch (const Failure&) { // there is none, and nothing that it could be taken for
        return {};
    }
}

void refuse_unfit(Context& context, const HomeworkExercise& exercise) {
    if (const std::string other = digest_in_library(context.catalogue(), exercise.id);
        !other.empty() && other != exercise.digest) {
        throw Failure(
            ExitCode::invalid_file,
            filled(_("The exercise \"{}\" that came with this has the name of another one in the "
                     "library"),
                   exercise.id),
            _("Nothing was added. An exercise that was changed needs a name of its own, as \"kindly "
              "new --from\" gives it."));
    }
    const OpenedExercise opened = open_brought(exercise, context.catalogue());
    context.refuse_errors(opened.diagnostics, exercise.id);
    ExpandRequest request;
    request.settings = default_settings(*opened.exercise);
    const Fitted fitted = fit(opened.exercise, opened.find_fragment, request, std::nullopt);
    if (fitted.plan != nullptr &&
        (opened.fragment_problems == nullptr || opened.fragment_problems->empty())) {
        return;
    }
    context.refuse_errors(fitted.diagnostics, exercise.id);
    throw Failure(ExitCode::invalid_file,
                  filled(_("The exercise \"{}\" cannot be used away from its own folder"), exercise.id),
                  _("Put the steps that it takes from other files into it."));
}

std::vector<HomeworkExercise> brought_along(Context& context, UsableProgramme& usable) {
    std::vector<HomeworkExercise> all;
    for (const std::string& id : exercises_of(*usable.programme)) {
        const Document& document = *usable.exercises.find(id)->exercise->document;
        HomeworkExercise exercise{id, digest_of(document), original_of(document).source->bytes()};
        if (digest_in_library(context.catalogue(), id) == exercise.digest) { continue; }
        refuse_unfit(context, exercise);
        all.push_back(std::move(exercise));
    }
    return all;
}

} // namespace kindly
