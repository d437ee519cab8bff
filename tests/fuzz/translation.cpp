// SPDX-License-Identifier: MIT
// Any bytes as a translation of an exercise, a fragment or a programme of the library: where it can be put
// together with its original, what comes of it is whole and the same practice.
#include "exercise/canonical.hpp"
#include "exercise/fitting.hpp"
#include "exercise/programme_reader.hpp"
#include "exercise/put_together.hpp"
#include "exercise/settings.hpp"
#include "library.hpp"
#include "plans.hpp"

namespace {

using namespace kindly;
using namespace kindly::fuzz;

void is_the_same_practice(const std::shared_ptr<const Exercise>& exercise, const Exercise& original) {
    must(digest_of(*exercise->document) == digest_of(*original.document), "its digest is the original's");
    must(exercise->id == original.id && exercise->sections.size() == original.sections.size(),
         "it is the same exercise");
    ExpandRequest request;
    request.settings = default_settings(*exercise);
    const Fitted fitted = fit(exercise, fragments(), request, std::nullopt);
    look_at(fitted.diagnostics);
    must(fitted.plan != nullptr, "it can be practised", to_text(fitted.diagnostics, {}));
    jumps_go_forward(*fitted.plan);
    ends_by_itself(fitted.plan);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto exercise = library_exercise("look");
    static const auto fragment = read_fragment(library_file("library/opening/privacy.json")).fragment;
    static const auto programme = read_programme(library_file("programmes/starter.json")).programme;
    const ReadTranslation read = read_translation(source_of("fuzz.json", text_of(data, size)));
    look_at(read.diagnostics);
    if (read.translation == nullptr) { return 0; }
    for (const TranslatedText& text : read.translation->texts) {
        must(text.written != nullptr, "a sentence stands in its file", text.name);
    }
    const auto in_exercise = put_together(*exercise, *read.translation);
    if (in_exercise != nullptr) { is_the_same_practice(in_exercise, *exercise); }
    const auto in_fragment = put_together(*fragment, *read.translation);
    must(in_exercise == nullptr || in_fragment == nullptr, "a translation is one of one thing");
    if (const auto whole = put_together(*programme, *read.translation)) {
        must(whole->items.size() == programme->items.size(), "it is the same programme");
    }
    return 0;
}
