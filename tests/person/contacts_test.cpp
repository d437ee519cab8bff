// SPDX-License-Identifier: MIT
#include "person/contacts.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

ReadContacts read(std::string text) {
    return read_contacts(std::make_shared<const SourceText>("contacts.json", std::move(text)));
}

TEST(Contacts, AreRead) {
    const auto [people, findings] = read(
        R"({ "people": [ { "name": "Sam", "how": "01234", "when": "evenings" }, { "name": "Kim", "how": "next door" } ] })");
    EXPECT_THAT(findings, IsEmpty());
    ASSERT_THAT(people, SizeIs(2));
    EXPECT_EQ(people[0].name, "Sam");
    EXPECT_EQ(people[0].when, "evenings");
    EXPECT_EQ(people[1].how, "next door");
    EXPECT_EQ(people[1].when, "");
}

TEST(Contacts, WhatCanBeReadIsKeptBesideWhatCannot) {
    const auto [people, findings] = read(
        R"({ "people": [ 3, { "name": "Sam", "how": "01234", "whne": "x" }, { "name": "Kim" } ], "x": 1 })");
    EXPECT_THAT(findings, SizeIs(4)); // 3; "whne"; Kim has no "how"; "x"
    ASSERT_THAT(people, SizeIs(2));
    EXPECT_EQ(people[0].how, "01234");
    EXPECT_EQ(people[1].name, "Kim");
}

TEST(Contacts, CannotSteerATerminal) {
    const auto people =
        read("{ \"people\": [ { \"name\": \"S\\u001b[31mam\", \"how\": \"\\u202e01234\" } ] }").people;
    ASSERT_THAT(people, SizeIs(1));
    EXPECT_EQ(people[0].name, "S[31mam");
    EXPECT_EQ(people[0].how, "01234");
}

TEST(Contacts, LoadingNeverThrows) {
    EXPECT_THAT(load_contacts("/nowhere/contacts.json").problem, IsEmpty());
    EXPECT_THAT(load_contacts("/").problem, HasSubstr("directory"));
    const auto file =
        std::filesystem::temp_directory_path() / ("kindly-contacts-" + std::to_string(::getpid()) + ".json");
    for (const char* text : {"", "{", "[]", "{}", "{ \"people\": 3 }", "\xFF", "{ \"people\": [ { } ] }"}) {
        std::ofstream(file) << text;
        EXPECT_THAT(load_contacts(file).problem, HasSubstr("error")) << text;
    }
    std::filesystem::remove(file);
}

} // namespace
} // namespace kindly
