// SPDX-License-Identifier: MIT
// Real programs: small shell scripts that write down what they were given. Everything waits for what they do,
// never for a while.
#include "guide/sound.hpp"

#include "guide/clocks.hpp"
#include "guide/quiet_program.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr Milliseconds long_enough = 30s;

struct Sounds : ::testing::Test {
    fs::path folder;
    SoundOptions options;
    int rings = 0;

    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "kindly-sound-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override { fs::remove_all(folder); }

    [[nodiscard]] static std::vector<std::string> shell(const std::string& script, const fs::path& first) {
        return {"sh", "-c", script, "sh", first.string()};
    }
    /// Speech that appends what it hears to the file "heard".
    void hears() { options.speech = shell("cat >>\"$1\"", folder / "heard"); }
    [[nodiscard]] std::string heard(const char* file = "heard") const {
        std::ifstream in(folder / file);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    [[nodiscard]] std::unique_ptr<Sound> sound() {
        return std::make_unique<Sound>(options, [this] { ++rings; });
    }
    /// A program that says that it has begun, and then goes on until it is ended.
    [[nodiscard]] std::vector<std::string> lasting() const {
        return shell("echo $$ >\"$1\"; while read -r line <\"$1.never\"; do :; done", folder / "begun");
    }
    void make_pipes() const {
        ASSERT_EQ(::mkfifo((folder / "begun").c_str(), 0600), 0);
        ASSERT_EQ(::mkfifo((folder / "begun.never").c_str(), 0600), 0);
    }
    /// The number of the process that lasts, once it is there.
    [[nodiscard]] pid_t begun() const {
        std::ifstream in(folder / "begun"); // opens when the program does
        pid_t id = -1;
        in >> id;
        return id;
    }
};

bool alive(pid_t id) { return ::kill(id, 0) == 0; }

TEST_F(Sounds, say_gives_each_text_to_a_program_in_order) {
    hears();
    const auto sound = this->sound();
    sound->say("Notice your feet.");
    sound->say("And the floor.");
    EXPECT_TRUE(sound->speaking());
    sound->finish(long_enough, {});
    EXPECT_FALSE(sound->speaking());
    EXPECT_EQ(heard(), "Notice your feet.\nAnd the floor.\n");
    EXPECT_EQ(sound->trouble(), std::nullopt);
    EXPECT_EQ(rings, 0);
}

TEST_F(Sounds, no_shell_looks_at_a_word_of_it) {
    options.speech = {
        "sh",   "-c",       "printf '%s|' \"$@\" >>\"$0\"", (folder / "heard").string(), "$(id)",
        "; id", "two words"};
    const auto sound = this->sound();
    sound->say("$(id) `id`");
    sound->finish(long_enough, {});
    EXPECT_EQ(heard(), "$(id)|; id|two words|");
}

TEST_F(Sounds, a_long_text_comes_whole) {
    hears();
    const auto sound = this->sound();
    std::string text;
    for (int number = 0; number < 3000; ++number) { text += "word" + std::to_string(number) + ". "; }
    sound->say(text);
    sound->finish(long_enough, {});
    std::string together = heard();
    std::replace(together.begin(), together.end(), '\n', ' ');
    EXPECT_EQ(together, text);
}

TEST_F(Sounds, a_program_that_never_reads_blocks_nobody) {
    options.speech = {"true"};
    const auto sound = this->sound();
    const std::string text(1000, 'a');
    for (int times = 0; times < 20; ++times) { sound->say(text); }
    sound->finish(long_enough, {});
    EXPECT_EQ(sound->trouble(), std::nullopt);
}

TEST_F(Sounds, hush_ends_what_is_being_said_and_forgets_the_rest) {
    make_pipes();
    options.speech = lasting();
    const auto sound = this->sound();
    sound->say("one");
    sound->say("two");
    const pid_t id = begun();
    ASSERT_GT(id, 0);
    EXPECT_TRUE(alive(id));
    EXPECT_EQ(::getpgid(id), id) << "a group of its own";
    sound->hush();
    sound->finish(long_enough, {});
    EXPECT_FALSE(alive(id));
    EXPECT_FALSE(sound->speaking());
    EXPECT_EQ(sound->trouble(), std::nullopt) << "ending it was our own doing";
}

TEST_F(Sounds, nothing_is_left_behind) {
    make_pipes();
    options.speech = lasting();
    pid_t id = -1;
    {
        const auto sound = this->sound();
        sound->say("one");
        id = begun();
        ASSERT_TRUE(alive(id));
    }
    EXPECT_FALSE(alive(id)) << "ended, and waited for";
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST_F(Sounds, what_the_program_started_is_ended_too) {
    make_pipes();
    options.speech =
        shell("sh -c 'echo $$ >\"$1\"; while read -r line <\"$1.never\"; do :; done' sh \"$1\"; :",
              folder / "begun");
    auto sound = this->sound();
    sound->say("one");
    const pid_t id = begun();
    ASSERT_TRUE(alive(id));
    sound->hush();
    sound.reset();
    // Nobody waits for it but the system.
    const Milliseconds end = monotonic_now() + long_enough;
    while (alive(id) && monotonic_now() < end) { ::poll(nullptr, 0, 1); }
    EXPECT_FALSE(alive(id));
}

TEST_F(Sounds, other_children_are_not_touched) {
    options.speech = {"true"};
    const pid_t child = ::fork();
    if (child == 0) { ::_exit(7); }
    {
        const auto sound = this->sound();
        for (int times = 0; times < 10; ++times) { sound->say("one"); }
        sound->finish(long_enough, {});
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 7);
}

TEST_F(Sounds, the_program_gets_nothing_of_ours_but_the_text) {
    if (!fs::exists("/proc/self/fd")) { GTEST_SKIP() << "there is no /proc here to look at"; }
    const int ours = ::open((folder / "private").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_GE(ours, 0);
    options.speech =
        shell("ls -l /proc/$$/fd >\"$1\"; kill -l >/dev/null; cat >/dev/null; echo out; echo err >&2",
              folder / "heard");
    options.bell = SoundOptions::Bell::command;
    options.bell_command = shell("ls -l /proc/$$/fd >\"$1\"", folder / "bell");
    const auto sound = this->sound();
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    sound->say("one");
    sound->ring();
    sound->finish(long_enough, {});
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
    for (const char* file : {"heard", "bell"}) {
        EXPECT_EQ(heard(file).find("private"), std::string::npos);
        EXPECT_THAT(heard(file), ::testing::ContainsRegex("0 -> pipe:"));
        EXPECT_THAT(heard(file), ::testing::ContainsRegex("2 -> /dev/null"));
    }
    ::close(ours);
}

TEST_F(Sounds, signals_are_to_the_program_what_they_are_to_any) {
    if (!fs::exists("/proc/self/status")) { GTEST_SKIP() << "there is no /proc here to look at"; }
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    options.speech = shell("grep -E '^Sig(Ign|Blk):' /proc/self/status >\"$1\"", folder / "heard");
    const auto sound = this->sound();
    sound->say("one");
    sound->finish(long_enough, {});
    std::signal(SIGPIPE, before);
    const std::string status = heard();
    ASSERT_NE(status.find("SigIgn:\t"), std::string::npos);
    const auto ignored = std::stoull(status.substr(status.find("SigIgn:\t") + 8), nullptr, 16);
    EXPECT_EQ(ignored & (1ULL << (SIGPIPE - 1)), 0U);
    EXPECT_NE(status.find("SigBlk:\t0000000000000000"), std::string::npos);
}

TEST_F(Sounds, a_missing_program_is_told_once_afterwards) {
    options.speech = {"no-such-program-here"};
    const auto sound = this->sound();
    EXPECT_TRUE(sound->speaks()) << "it is looked for at the first use";
    sound->say("one");
    sound->say("two");
    sound->finish(long_enough, {});
    EXPECT_FALSE(sound->speaks());
    EXPECT_TRUE(sound->meant_to_speak());
    EXPECT_EQ(sound->trouble(), "Nothing was spoken: there is no program \"no-such-program-here\"");
    sound->say("three");
    EXPECT_FALSE(sound->speaking());
}

TEST_F(Sounds, a_file_that_is_no_program_is_told) {
    std::ofstream(folder / "text") << "no program\n";
    options.speech = {(folder / "text").string()};
    const auto sound = this->sound();
    sound->say("one");
    sound->finish(long_enough, {});
    EXPECT_EQ(sound->trouble(), "Nothing was spoken: \"" + (folder / "text").string() +
                                    "\" could not be started (Permission denied)");
}

TEST_F(Sounds, a_program_that_fails_is_told_and_tried_again) {
    options.speech = shell("cat >>\"$1\"; exit 3", folder / "heard");
    const auto sound = this->sound();
    sound->say("one");
    sound->say("two");
    sound->finish(long_enough, {});
    EXPECT_EQ(heard(), "one\ntwo\n");
    EXPECT_EQ(sound->trouble(), "Some words may not have been spoken: \"sh\" ended with status 3");
}

TEST_F(Sounds, waiting_for_the_last_words_has_an_end) {
    make_pipes();
    options.speech = lasting();
    const auto sound = this->sound();
    sound->say("one");
    const pid_t id = begun();
    sound->finish(10ms, {});
    EXPECT_TRUE(alive(id));
    EXPECT_EQ(sound->trouble(), "The speech program \"sh\" did not come to an end");
}

TEST_F(Sounds, waiting_for_the_last_words_ends_with_a_key) {
    make_pipes();
    options.speech = lasting();
    const auto sound = this->sound();
    sound->say("one");
    ASSERT_GT(begun(), 0);
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    ASSERT_EQ(::write(ends[1], "q", 1), 1);
    sound->finish(long_enough, {ends[0]}); // or the test takes half a minute, and its limit ends it
    EXPECT_TRUE(sound->speaking());
    EXPECT_EQ(sound->trouble(), std::nullopt);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_F(Sounds, the_terminal_rings) {
    const auto sound = this->sound();
    sound->ring();
    sound->ring();
    EXPECT_EQ(rings, 2);
    EXPECT_TRUE(sound->any());
    EXPECT_FALSE(sound->speaks());
    sound->say("nobody hears this");
    EXPECT_FALSE(sound->speaking());
}

TEST_F(Sounds, without_a_bell_nothing_rings) {
    options.bell = SoundOptions::Bell::off;
    const auto sound = this->sound();
    sound->ring();
    EXPECT_EQ(rings, 0);
    EXPECT_FALSE(sound->any());
    EXPECT_FALSE(Sound({}, {}).any()) << "there is no terminal to ring";
}

TEST_F(Sounds, a_bell_program_does_not_pile_up) {
    make_pipes();
    options.bell = SoundOptions::Bell::command;
    options.bell_command =
        shell("echo $$ >\"$1\"; read -r line <\"$1.never\"; echo rang >>\"$1.rang\"", folder / "begun");
    const auto sound = this->sound();
    sound->ring();
    ASSERT_GT(begun(), 0);
    for (int times = 0; times < 50; ++times) { sound->ring(); }
    { std::ofstream(folder / "begun.never") << "ring\n"; }
    sound->finish(long_enough, {});
    EXPECT_EQ(heard("begun.rang"), "rang\n");
    EXPECT_EQ(rings, 0);
}

TEST_F(Sounds, a_bell_program_that_is_missing_is_told) {
    options.bell = SoundOptions::Bell::command;
    options.bell_command = {"no-such-bell"};
    const auto sound = this->sound();
    sound->ring();
    sound->finish(long_enough, {});
    EXPECT_EQ(sound->trouble(), "The bell did not ring: there is no program \"no-such-bell\"");
}

TEST_F(Sounds, muting_ends_all_of_it_until_it_is_taken_back) {
    make_pipes();
    options.speech = lasting();
    const auto sound = this->sound();
    sound->say("one");
    const pid_t id = begun();
    sound->mute(true);
    EXPECT_TRUE(sound->muted());
    sound->finish(long_enough, {});
    EXPECT_FALSE(alive(id));
    sound->say("two");
    sound->ring();
    EXPECT_FALSE(sound->speaking());
    EXPECT_EQ(rings, 0);
    sound->mute(false);
    sound->ring();
    EXPECT_EQ(rings, 1);
}

TEST_F(Sounds, programs_are_found_as_they_will_be_started) {
    fs::create_directory(folder / "one");
    fs::create_directory(folder / "two");
    std::ofstream(folder / "one" / "speaker") << "not to be run";
    std::ofstream(folder / "two" / "speaker") << "#!/bin/sh\n";
    fs::permissions(folder / "two" / "speaker", fs::perms::owner_all);
    fs::create_directory(folder / "one" / "folder");
    const std::string path = (folder / "one").string() + ":" + (folder / "two").string();
    EXPECT_EQ(find_program("speaker", path), (folder / "two" / "speaker").string());
    EXPECT_EQ(find_program((folder / "two" / "speaker").string(), ""), (folder / "two" / "speaker").string());
    EXPECT_EQ(find_program("folder", path), std::nullopt);
    EXPECT_EQ(find_program("nobody", path), std::nullopt);
}

} // namespace
} // namespace kindly
