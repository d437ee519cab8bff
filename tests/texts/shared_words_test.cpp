// SPDX-License-Identifier: MIT
// Each exercise has a voice of its own: no seven words in a row stand in two files. What is meant to be the
// same is written once, as a part of the library, and used; ratings are worded alike so that they can be
// compared.
#include "checker/text_words.hpp"
#include "texts/library.hpp"

#include <set>

#include <gmock/gmock.h>

using namespace kindly;
using namespace kindly::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr std::size_t run_length = 7;

/// "the run of words (one, other)", for runs that texts of one language share. The same exercise in two forms
/// of a language ("du" and "Sie") is one.
std::vector<std::string> shared_runs(const std::vector<LibraryFile>& files) {
    std::map<std::pair<std::string, std::string>, std::set<std::string>> where;
    TextWords words;
    for (const auto& file : files) {
        for (const auto& text : file.texts) {
            if (text.rating) { continue; }
            words.read(text.text);
            for (std::size_t first = 0; first + run_length <= words.words.size(); ++first) {
                std::string run;
                for (std::size_t at = first; at < first + run_length; ++at) {
                    run += (at == first ? "" : " ") + std::string(words.word(at));
                }
                where[{main_language(file.language), std::move(run)}].insert(file.id);
            }
        }
    }
    std::vector<std::string> shared;
    for (const auto& [run, ids] : where) {
        if (ids.size() < 2) { continue; }
        std::string all;
        for (const auto& id : ids) { all += (all.empty() ? "" : ", ") + id; }
        shared.push_back(run.second + " (" + all + ")");
    }
    return shared;
}

LibraryFile file_of(const std::string& name, const std::string& text, bool rating = false) {
    return {name, name, "en", {{ShownText::Kind::say, "a", text, rating}}, nullptr, nullptr};
}

} // namespace

TEST(SharedWords, NoExerciseBorrowsFromAnother) { EXPECT_THAT(shared_runs(library().files()), IsEmpty()); }

TEST(SharedWords, ARunOfSevenIsFoundWhateverItsMarks) {
    const std::vector<LibraryFile> files{
        file_of("one", "Here you might look, slowly, at the far wall. Or not."),
        file_of("other", "Then YOU might look slowly at the far end of it.")};
    EXPECT_THAT(shared_runs(files), ElementsAre("you might look slowly at the far (one, other)"));
}

TEST(SharedWords, SixInARowAreLanguage) {
    EXPECT_THAT(shared_runs({file_of("one", "You might look slowly at the sky."),
                             file_of("other", "You might look slowly at the wall.")}),
                IsEmpty());
}

TEST(SharedWords, RatingsAreMeantToBeAlike) {
    const std::string rating = "How distressed do you feel now, all in all?";
    EXPECT_THAT(shared_runs({file_of("one", rating, true), file_of("other", rating, true)}), IsEmpty());
    EXPECT_THAT(shared_runs({file_of("one", rating), file_of("other", rating)}), testing::SizeIs(3));
}

TEST(SharedWords, OtherLanguagesAreLookedAtAmongThemselves) {
    auto translated = file_of("one.de", "eins zwei drei vier fünf sechs sieben");
    translated.language = "de-x-sie";
    auto other = file_of("other.de", "Eins, zwei, drei, vier, fünf, sechs, sieben.");
    other.language = "de";
    EXPECT_THAT(shared_runs({translated, other}), testing::SizeIs(1));
    other.language = "en";
    EXPECT_THAT(shared_runs({translated, other}), IsEmpty());
    other.language = "de";
    other.id = translated.id; // the same exercise, in another form
    EXPECT_THAT(shared_runs({translated, other}), IsEmpty());
}
