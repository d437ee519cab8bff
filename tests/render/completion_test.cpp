// SPDX-License-Identifier: MIT
// Completion scripts as texts; tests/completion has real shells read them.
#include "render/completion.hpp"

#include "base/text.hpp"
#include "render/completion_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kindly;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

CompletedCommand program() {
    CompletedCommand inner{
        "one two", "two", "two's help", {}, {{{{"a", "b"}, {}, false, false, false}, true}}, {}};
    CompletedCommand outer{"one", "one", "back\\slash", {}, {}, {inner}};
    outer.options.push_back({{"--output", "-o"}, "it's a file", true, {{}, {}, true, false, false}});
    outer.options.push_back({{"--flag"}, "no value", false, {}});
    CompletedCommand all;
    all.options.push_back({{"--days"}, "which", true, {{"mon", "tue"}, {}, false, false, true}});
    all.commands.push_back(outer);
    return all;
}

} // namespace

TEST(Completion, InShort) {
    EXPECT_EQ(in_short({}), "");
    EXPECT_EQ(in_short({{"mon", "tue"}, {}, false, false, true}), "+list mon tue");
    EXPECT_EQ(in_short({{}, {"exercises", "programmes"}, true, false, false}),
              "@exercises,programmes +files");
    EXPECT_EQ(in_short({{}, {}, false, true, false}), "+folders");
}

TEST(Completion, QuotesForShells) {
    EXPECT_EQ(quoted_for_sh("plain"), "'plain'");
    EXPECT_EQ(quoted_for_sh("it's $(x) `y`"), "'it'\\''s $(x) `y`'");
}

TEST(Completion, CommandsFromOutsideIn) {
    std::vector<std::string> paths;
    const CompletedCommand all = program();
    for (const CompletedCommand* command : all_commands(all)) { paths.push_back(command->path); }
    EXPECT_THAT(paths, ElementsAre("", "one", "one two"));
}

TEST(Completion, ValuesOfTheProgramsOwnOptionsComeLastAndForAnyCommand) {
    EXPECT_EQ(value_cases_for_sh(program()), "        'one --output' | 'one -o') value='+files' ;;\n"
                                             "        *' --days') value='+list mon tue' ;;\n");
}

TEST(Completion, Bash) {
    const std::string script = completion_for_bash(program());
    EXPECT_THAT(script, HasSubstr("            commands='two'\n            options='--output -o --flag'\n"));
    EXPECT_THAT(script, HasSubstr("            places=('a b')\n            repeats=yes\n"));
    EXPECT_THAT(script, HasSubstr("_kindly_offer \"$options --days\""));
    EXPECT_THAT(script, Not(HasSubstr("everywhere")));
}

TEST(Completion, ZshDescribes) {
    const std::string script = completion_for_zsh(program());
    EXPECT_TRUE(script.starts_with("#compdef kindly\n")) << "compinit looks at the first line";
    EXPECT_THAT(script, HasSubstr("'--output:it'\\''s a file'"));
    EXPECT_THAT(script, HasSubstr("'one:back\\\\slash'")) << "_describe takes a single \\ away";
}

TEST(Completion, FishDescribes) {
    const std::string script = completion_for_fish(program());
    EXPECT_THAT(
        script,
        HasSubstr("complete -c kindly -n '__kindly_in \\'one\\'' -l output -s o -r -F -d 'it\\'s a file'\n"));
    EXPECT_THAT(script, HasSubstr(" -l flag -d 'no value'\n"));
    EXPECT_THAT(script, HasSubstr("-a two -d 'two\\'s help'\n"));
    EXPECT_THAT(script, HasSubstr(" -d 'back\\\\slash'\n"));
    EXPECT_THAT(script, HasSubstr("complete -c kindly -l days -x -a '(__kindly_offer \\'+list mon tue\\')'"));
}
