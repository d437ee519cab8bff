// SPDX-License-Identifier: MIT
// What fragments need from whoever uses them, and what becomes of picks and settings inside them.
#include "exercise/fragment_uses.hpp"

#include "exercise/canonical.hpp"
#include "exercise/settings_range.hpp"
#include "support/exercises.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Steps by id, as a library of version 1.
class Library {
public:
    void put(const std::string& id, const std::string& steps) {
        const std::string text = R"({ "format": "1.0", "id": ")" + id +
                                 R"(", "version": "1.0", "language": "en", "title": "T", "steps": [ )" +
                                 steps + " ] }";
        const ReadFragment read = read_fragment(std::make_shared<const SourceText>(id, text));
        if (read.fragment == nullptr) { throw std::runtime_error(to_text(read.diagnostics, {})); }
        fragments_[id] = read.fragment;
    }
    [[nodiscard]] FragmentFinder finder() const {
        return [this](const std::string& id, int major) -> std::shared_ptr<const Fragment> {
            const auto found = fragments_.find(id);
            return found == fragments_.end() || major != 1 ? nullptr : found->second;
        };
    }

private:
    std::map<std::string, std::shared_ptr<const Fragment>> fragments_;
};

std::string use(const std::string& id, const std::string& with = {}) {
    return R"({ "kind": "use", "library": ")" + id + "@1\"" +
           (with.empty() ? std::string() : ", \"with\": { " + with + " }") + " }";
}

/// The steps stand on line 4.
std::shared_ptr<const Exercise> exercise_of(const std::string& steps, const std::string& parameters = {}) {
    std::string text = exercise_around(R"({ "id": "one", "title": "One", "purpose": "soothe", "steps": [ )" +
                                       steps + " ] }");
    if (!parameters.empty()) {
        text.insert(text.find("\"safety\""), "\"parameters\": { " + parameters + " }, ");
    }
    return exercise_from(text);
}

std::vector<std::string> said(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const auto& one : diagnostics) { all.push_back(one.code + ": " + one.message); }
    return all;
}

const char* const greeting = R"({ "kind": "say", "text": "Hello {nobody}, sit down." })";
const char* const quiet = R"({ "kind": "pause", "for": { "parameter": "quiet" }, "text": "Quiet." })";
const std::string quiet_setting =
    R"("quiet": { "type": "duration", "label": "Q", "default": "20s", "lowest": "10s", "highest": "40s" })";

} // namespace

TEST(FragmentUses, NeedTheirWords) {
    Library library;
    library.put("t/a", greeting);
    const auto found = [&](const std::string& step, const std::string& parameters = {}) {
        return said(check_uses(*exercise_of(step, parameters), library.finder()));
    };
    EXPECT_THAT(found(use("t/a")),
                ElementsAre(R"(A006: "t/a" needs words for {nobody}. Write them under "with")"));
    EXPECT_THAT(found(use("t/a", R"("nobodi": "Anna")")),
                ElementsAre(R"(K001: "t/a" has no {nobodi}. Did you mean "nobody"?)"))
        << "one mistake, one message";
    EXPECT_THAT(found(use("t/a", R"("nobody": "Anna", "winter": "cold")")),
                ElementsAre(R"(K001: "t/a" has no {winter}. It has {nobody})"));
    EXPECT_THAT(found(use("t/a", R"("nobody": "Anna")")), IsEmpty());
    EXPECT_THAT(found(use("t/a"), R"("nobody": { "type": "text", "label": "N", "default": "dear" })"),
                IsEmpty())
        << "a setting of the exercise";
    EXPECT_THAT(found(use("t/a") + ", " + use("t/a")), testing::SizeIs(2)) << "each place by itself";
    // Nobody can practise with the hole.
    const auto broken = exercise_of(use("t/a"));
    EXPECT_EQ(expand(broken, library.finder(), usual_request(*broken)).plan, nullptr);
}

TEST(FragmentUses, PassWordsOn) {
    Library library;
    library.put("t/a", greeting);
    library.put("t/outer", use("t/a", R"("nobody": "{friend}")"));
    library.put("t/silent", use("t/a"));
    const auto found = [&](const std::string& step) {
        return said(check_uses(*exercise_of(step), library.finder()));
    };
    EXPECT_THAT(found(use("t/outer", R"("friend": "Anna")")), IsEmpty());
    EXPECT_THAT(found(use("t/outer")),
                ElementsAre(R"(A006: "t/outer" needs words for {friend}. Write them under "with")"));
    EXPECT_THAT(found(use("t/silent")),
                ElementsAre(R"(A006: "t/a" needs words for {nobody}. Write them under "with" in )"
                            R"("t/silent", which uses it)"));
}

TEST(FragmentUses, NeedSettingsThatFit) {
    Library library;
    library.put("t/a", quiet);
    library.put("t/asks", R"({ "kind": "say", "text": "Long.", "only_if": )"
                          R"({ "parameter": "quiet", "at_least": 30 } })");
    const auto found = [&](const std::string& step, const std::string& parameters = {}) {
        return said(check_uses(*exercise_of(step, parameters), library.finder()));
    };
    EXPECT_THAT(found(use("t/a")), ElementsAre(R"(A001: In "t/a": There is no setting "quiet")"));
    EXPECT_THAT(found(use("t/asks")), ElementsAre(R"(A001: In "t/asks": There is no setting "quiet")"));
    EXPECT_THAT(found(use("t/a"), quiet_setting), IsEmpty());
    EXPECT_THAT(found(use("t/asks"), quiet_setting), IsEmpty());
    EXPECT_THAT(found(use("t/a"), R"("quiet": { "type": "number", "label": "Q", "default": 2 })"),
                ElementsAre(R"(A001: In "t/a": "quiet" is a number; "for" needs a duration)"));
    EXPECT_THAT(found(use("t/a"), R"("quiet": { "type": "duration", "label": "Q", "default": "2m" })"),
                ElementsAre(HasSubstr(R"(In "t/a": "quiet" has no "highest")")));
}

TEST(FragmentUses, AreSaidWhereTheyStand) {
    Library library;
    library.put("t/a", std::string("{ \"kind\": \"say\", \"text\": \"One.\" },\n\n\n\n\n\n\n\n") + quiet);
    const auto exercise = exercise_of(use("t/a"));
    const Diagnostics found = check_uses(*exercise, library.finder());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(exercise->document->source->bytes().substr(found[0].where.begin, 7), "\"t/a@1\"");
}

/// Each round of using itself so many times would be walked again, to the power of the depth.
TEST(FragmentUses, InACircleAreFoundAtOnce) {
    Library library;
    std::string many = use("t/a");
    for (int time = 0; time < 40; ++time) { many += ", " + use(time % 2 == 0 ? "t/a" : "t/b"); }
    library.put("t/a", many);
    library.put("t/b", many);
    const auto exercise = exercise_of(use("t/b"));
    const Expanded expanded = expand(exercise, library.finder(), usual_request(*exercise));
    EXPECT_EQ(expanded.plan, nullptr);
    EXPECT_THAT(said(expanded.diagnostics), ElementsAre(HasSubstr("R006: These fragments use each other")));
    EXPECT_EQ(fragments_used(*exercise, library.finder()).found.size(), 2U);
}

TEST(FragmentUses, MayStandOneInsideAnotherUpToALimit) {
    Library library;
    library.put("t/f0", R"({ "kind": "say", "text": "Here." })");
    for (int depth = 1; depth <= 8; ++depth) {
        library.put("t/f" + std::to_string(depth), use("t/f" + std::to_string(depth - 1)));
    }
    const auto eight = exercise_of(use("t/f7"));
    EXPECT_NE(expand(eight, library.finder(), usual_request(*eight)).plan, nullptr);
    const auto nine = exercise_of(use("t/f8"));
    EXPECT_THAT(said(expand(nine, library.finder(), usual_request(*nine)).diagnostics),
                ElementsAre("R006: Too many fragments stand one inside another here. The limit is 8"));
}

TEST(FragmentUses, TheirConditionsAreTriedAtBothSides) {
    Library library;
    library.put("t/asks", R"({ "kind": "say", "text": "Long.", "only_if": )"
                          R"({ "parameter": "quiet", "at_least": 30 } })");
    const auto exercise = exercise_of(use("t/asks"), quiet_setting);
    std::set<Milliseconds> tried;
    for (const auto& settings : SettingsRange(*exercise, library.finder(), default_settings(*exercise)).all) {
        tried.insert(std::get<Milliseconds>(settings.at("quiet")));
    }
    EXPECT_THAT(tried, testing::IsSupersetOf({Milliseconds(29000), Milliseconds(30000)}));
}

TEST(Picks, KeepTheirVariantInEveryRound) {
    const auto exercise = exercise_of(R"({ "kind": "repeat", "times": 12, "steps": [
      { "kind": "pick", "id": "wish", "how": "random", "from": [
        [ { "kind": "say", "text": "A." } ], [ { "kind": "say", "text": "B." } ],
        [ { "kind": "say", "text": "C." } ] ] } ] })");
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto plan = plan_of(exercise, seed);
        std::set<std::string> lines;
        for (std::size_t at = 0; at < plan->sections.front().end; ++at) {
            lines.insert(std::get<Line>(plan->instructions[at].what).text);
        }
        EXPECT_EQ(lines.size(), 1U) << "the log has one variant a pick";
        EXPECT_EQ(plan->picks.size(), 1U);
        seen.insert(lines.begin(), lines.end());
    }
    EXPECT_EQ(seen.size(), 3U) << "and chance still chooses";
}

TEST(Digests, TellWordsCalledNoteApart) {
    const auto digest = [](const std::string& steps, const std::string& parameters = {}) {
        return digest_of(*exercise_of(steps, parameters)->document);
    };
    const std::string say = R"({ "kind": "say", "text": "Rest." )";
    EXPECT_EQ(digest(say + R"(, "note": "One." })"), digest(say + " }")) << "a remark";
    EXPECT_NE(digest(use("t/a", R"("note": "Anna")")), digest(use("t/a", R"("note": "Bo")")));
    const auto setting = [](const std::string& words) {
        return R"("note": { "type": "text", "label": "N", "default": ")" + words + "\" }";
    };
    EXPECT_NE(digest(say + " }", setting("Anna")), digest(say + " }", setting("Bo")));
    EXPECT_EQ(
        digest(say + " }", setting("Anna") + R"(, "n": { "type": "text", "label": "N", "default": "a" })"),
        digest(say + " }",
               setting("Anna") + R"(, "n": { "type": "text", "label": "N", "default": "a", "note": "x" })"));
}

} // namespace kindly::tests
