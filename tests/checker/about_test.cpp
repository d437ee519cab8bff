// SPDX-License-Identifier: MIT
// Family M: licences, reviews, sources.
#include "checker/families.hpp"
#include "checker/licences.hpp"
#include "exercise/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* reviewed = R"("reviewed": { "by": "B", "on": "2026-11-01" })";

/// Findings of family M about an exercise of version 1.0, read on 2026-11-22.
std::vector<std::string> found(const std::string& about) {
    Sample sample;
    sample.heading += "\n\"about\": { " + about + " },";
    const auto reading = sample.read();
    EXPECT_THAT(lines(reading.diagnostics), IsEmpty());
    if (!reading.exercise) { return {"not read"}; }
    Findings findings(reading.exercise->document->source);
    check_about(reading.exercise->about, reading.exercise->document->root, reading.exercise->version,
                "2026-11-22", findings);
    return lines(findings.take());
}

std::vector<std::string> found_with_review(const std::string& about) {
    return found(about + ", " + reviewed);
}

} // namespace

TEST(About, M001NoLicenceId) {
    EXPECT_THAT(
        found_with_review(R"("license": "CC BY")"),
        ElementsAre("f:3:23: warning M001: \"CC BY\" is not a licence id. Did you mean \"CC-BY-4.0\"?"));
    EXPECT_THAT(found_with_review(R"("license": "free to use")"),
                ElementsAre(HasSubstr("warning M001: \"free to use\" is not a licence id")));
    EXPECT_THAT(found_with_review(R"("license": "GPL-3.0")"), ElementsAre(HasSubstr("\"GPL-3.0-or-later\"")));
    EXPECT_THAT(
        found_with_review(
            R"("adapted_from": [ { "id": "look", "version": "1.0", "license": "MIT License" } ])"),
        ElementsAre(HasSubstr("warning M001: \"MIT License\" is not a licence id. Did you mean \"MIT\"?")));
}

TEST(About, M001NearMisses) {
    for (const char* licence : {"CC-BY-4.0", "cc-by-4.0", "CC-BY-NC-SA-3.0", "CC0-1.0", "MIT", "Apache-2.0",
                                "GPL-3.0-or-later", "LGPL-2.1-only", "MIT OR Apache-2.0", "LicenseRef-ours",
                                "GPL-2.0-or-later WITH Classpath-exception-2.0", "GFDL-1.3-or-later"}) {
        EXPECT_THAT(found_with_review(std::string(R"("license": ")") + licence + '"'), IsEmpty()) << licence;
    }
    EXPECT_THAT(found_with_review(R"("summary": "S.")"), IsEmpty()) << "no licence at all";
}

TEST(About, WhichLicenceWasMeant) {
    const std::vector<std::pair<const char*, const char*>> meant{
        {"CC BY", "CC-BY-4.0"},
        {"CC BY-SA", "CC-BY-SA-4.0"},
        {"CC-BY-SA 3.0", "CC-BY-SA-3.0"},
        {"CC-BY-NC", "CC-BY-NC-4.0"},
        {"Creative Commons Attribution 4.0 International", "CC-BY-4.0"},
        {"Creative Commons Attribution-ShareAlike 2.5", "CC-BY-SA-2.5"},
        {"CC0", "CC0-1.0"},
        {"public domain", "CC0-1.0"},
        {"Apache License, Version 2.0", "Apache-2.0"},
        {"GPLv3", "GPL-3.0-or-later"},
        {"CC-BY-4", "CC-BY-4.0"},
        {"CCBY-4.0", "CC-BY-4.0"},
        {"BSD", "BSD-3-Clause"},
        {"Unlicence", "Unlicense"},
    };
    for (const auto& [written, id] : meant) {
        EXPECT_EQ(licence_meant(written), std::optional<std::string>(id)) << written;
    }
    EXPECT_EQ(licence_meant("ask me"), std::nullopt);
    EXPECT_EQ(licence_meant(""), std::nullopt);
}

TEST(About, M002ReviewOlderThanTheText) {
    EXPECT_THAT(
        found(R"("reviewed": { "by": "B", "on": "2026-01-04" }, "changes": [ "1.0 (2026-02-01): shorter" ])"),
        ElementsAre(
            "f:3:43: warning M002: Reviewed on 2026-01-04, but the text changed in version 1.0 since"));
    EXPECT_THAT(found(R"("reviewed": { "by": "B", "on": "2024-11-21" })"),
                ElementsAre(HasSubstr("warning M002: Reviewed on 2024-11-21: more than two years ago")));
    EXPECT_THAT(
        found(
            R"("changes": [ "0.9 (2026-02-01): first words", "1.0: wording" ], "reviewed": { "by": "B", "on": "2026-01-04" })"),
        ElementsAre(HasSubstr("the text changed in version 0.9 since")));
}

TEST(About, M002DatesToCome) {
    EXPECT_THAT(found(R"("reviewed": { "by": "B", "on": "2027-01-04" })"),
                ElementsAre(HasSubstr("warning M002: The date of the review, 2027-01-04, is still to come")));
    EXPECT_THAT(found_with_review(R"("changes": [ "1.0 (2026-12-01): new" ])"),
                testing::Contains(
                    HasSubstr("warning M002: Version 1.0 is dated 2026-12-01, which is still to come")));
}

TEST(About, M002NearMisses) {
    EXPECT_THAT(found(R"("reviewed": { "by": "B", "on": "2024-11-22" })"), IsEmpty())
        << "two years to the day";
    EXPECT_THAT(found(R"("reviewed": { "by": "B", "on": "2026-11-22" })"), IsEmpty()) << "today";
    EXPECT_THAT(found_with_review(R"("changes": [ "1.0 (2026-11-01): the day of the review" ])"), IsEmpty());
    EXPECT_THAT(found_with_review(R"("changes": [ "1.1 (2026-11-20): planned" ])"), IsEmpty())
        << "a later version";
    EXPECT_THAT(found_with_review(R"("changes": [ "1.0: shorter silences", "thanks to B, 2026-11-20" ])"),
                IsEmpty());
    EXPECT_THAT(found(R"("summary": "S.")"), ElementsAre("f:3:10: advice M002: No review is named here"));
}

TEST(About, M003NoDerivatives) {
    auto from = [](const char* licence) {
        return found_with_review(
            std::string(R"("adapted_from": [ { "id": "look", "version": "1.0", "license": ")") + licence +
            "\" } ]");
    };
    EXPECT_THAT(from("CC-BY-ND"),
                ElementsAre("f:3:75: error M003: The source is CC-BY-ND: it may not be adapted"));
    EXPECT_THAT(from("CC-BY-NC-ND-4.0"), ElementsAre(HasSubstr("error M003")));
    EXPECT_THAT(from("cc by-nd 3.0"), ElementsAre(HasSubstr("error M003")));
    EXPECT_THAT(from("Attribution-NoDerivatives"), ElementsAre(HasSubstr("error M003")));
    EXPECT_THAT(from("CC-BY-4.0"), IsEmpty());
    EXPECT_THAT(from("CC-BY-ND-4.0 OR CC-BY-4.0"), IsEmpty()) << "one of the two allows it";
    EXPECT_THAT(found_with_review(R"("license": "CC-BY-ND-4.0")"), IsEmpty()) << "its own licence";
}

} // namespace kindly::test
