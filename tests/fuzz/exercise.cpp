// SPDX-License-Identifier: MIT
// Any bytes as an exercise or fragment. What reads without errors has one canonical form, can be planned for
// anybody, and comes to an end.
#include "exercise/canonical.hpp"
#include "exercise/fitting.hpp"
#include "exercise/json_text.hpp"
#include "exercise/settings.hpp"
#include "exercise/shown_texts.hpp"
#include "library.hpp"
#include "plans.hpp"

#include <optional>

namespace {

using namespace kindly;
using namespace kindly::fuzz;

void keeps_its_canonical_form(const Document& document) {
    const std::string form = canonical_form(document.root);
    const ParsedText again = parse_written(source_of("canonical.json", form));
    must(again.document != nullptr && !has_errors(again.diagnostics), "the canonical form is JSON", form);
    must(canonical_form(again.document->root) == form, "the canonical form is its own", form);
}

std::shared_ptr<Plan> planned(const std::shared_ptr<const Exercise>& exercise, const ExpandRequest& request,
                              std::optional<Milliseconds> budget) {
    const Fitted fitted = fit(exercise, fragments(exercise->language), request, budget);
    look_at(fitted.diagnostics);
    must(fitted.plan != nullptr || budget || has_errors(fitted.diagnostics), "no plan, and no reason");
    if (fitted.plan == nullptr) { return nullptr; }
    jumps_go_forward(*fitted.plan);
    ends_by_itself(fitted.plan);
    return fitted.plan;
}

void can_be_practised(const std::shared_ptr<const Exercise>& exercise) {
    using std::chrono::minutes;
    ExpandRequest request;
    request.settings = default_settings(*exercise);
    if (auto plan = planned(exercise, request, std::nullopt)) { can_be_played(std::move(plan), 3); }
    request.seed = 1;
    if (auto plan = planned(exercise, request, minutes(5))) { can_be_played(std::move(plan), 1); }
    request.ratings = {.at_first = true, .later = false};
    for (const Avoidable thing : all_values<Avoidable>()) { request.avoided.insert(thing); }
    if (auto plan = planned(exercise, request, std::nullopt)) { can_be_played(std::move(plan), 1); }
    request.avoided.clear();
    request.listening = true;
    static_cast<void>(planned(exercise, request, minutes(10)));
}

void read_as_exercise(std::string_view bytes) {
    const ReadExercise read = read_exercise(source_of("fuzz.json", bytes));
    look_at(read.diagnostics);
    must((read.exercise == nullptr) == has_errors(read.diagnostics), "either an exercise, or errors");
    if (read.exercise == nullptr) { return; }
    keeps_its_canonical_form(*read.exercise->document);
    for (const ShownText& text : shown_texts(*read.exercise)) {
        must(text.written != nullptr && !text.name.empty(), "a text has a name");
    }
    can_be_practised(read.exercise);
}

void read_as_fragment(std::string_view bytes) {
    const ReadFragment read = read_fragment(source_of("fuzz.json", bytes));
    look_at(read.diagnostics);
    must((read.fragment == nullptr) == has_errors(read.diagnostics), "either a fragment, or errors");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = text_of(data, size);
    read_as_exercise(bytes);
    if (bytes.find("\"sections\"") == std::string_view::npos) { read_as_fragment(bytes); }
    return 0;
}
