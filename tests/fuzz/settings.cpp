// SPDX-License-Identifier: MIT
// Any bytes as me.json: defaults wherever something is wrong; what is read fits its bounds and the exercises
// that it is put into.
#include "exercise/settings.hpp"

#include "exercise/limits.hpp"
#include "library.hpp"
#include "person/preferences.hpp"

namespace {

using namespace kindly;
using namespace kindly::fuzz;

void is_harmless(const std::string& text) {
    must(harmless(text) == text && trimmed(text) == text, "what is read is harmless and trimmed", text);
}

void is_within_bounds(const Preferences& preferences) {
    must(preferences.pace >= limits::slowest_pace && preferences.pace <= limits::fastest_pace,
         "a pace within its bounds");
    for (const auto* text :
         {&preferences.name, &preferences.anchor, &preferences.tradition, &preferences.country}) {
        is_harmless(*text);
    }
    static_cast<void>(ratings_asked(preferences));
}

/// Each value that is put fits: put again by name, it is taken.
void fits_exercises(const Preferences& preferences) {
    static const std::vector<std::shared_ptr<const Exercise>> exercises{
        library_exercise("friend"), library_exercise("hand"), library_exercise("own-words")};
    for (const auto& exercise : exercises) {
        Settings settings = default_settings(*exercise);
        const std::size_t before = settings.size();
        look_at(apply_own_settings(preferences, *exercise, settings));
        must(settings.size() == before, "settings are those of the exercise");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = source_of("me.json", text_of(data, size));
    const ReadPreferences read = read_preferences(source);
    look_at(read.diagnostics);
    if (has_errors(read.diagnostics)) {
        const Preferences none;
        must(read.preferences.name.empty() && read.preferences.pace == none.pace &&
                 read.preferences.avoided.empty() && read.preferences.settings.empty(),
             "a file with errors is not half-used");
        return 0;
    }
    is_within_bounds(read.preferences);
    fits_exercises(read.preferences);
    return 0;
}
