// SPDX-License-Identifier: MIT
// However long the text, a key is answered at once. What is counted is work, by the time that it takes of
// this thread alone; the limits are wide, for builds that are not optimised: what they catch is work that
// grows with the text.
#include "screen/editor.hpp"
#include "support.hpp"

#include <algorithm>
#include <ctime>

namespace kindly::screen {
namespace {

using Kind = Key::Kind;

double seconds_of_this_thread() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The middle one of some: once, the machine may have been doing something else.
double usual_seconds(Editor& editor, const Key& key) {
    std::vector<double> taken;
    for (int time = 0; time < 9; ++time) {
        const double begin = seconds_of_this_thread();
        editor.take(key);
        (void)editor.draw(64, 14);
        taken.push_back(seconds_of_this_thread() - begin);
    }
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

std::string repeated(const std::string& part) {
    constexpr std::size_t a_megabyte = 1 << 20;
    std::string text;
    while (text.size() < a_megabyte) { text += part; }
    return text;
}

const std::vector<Key>& keys() {
    static const std::vector<Key> all{
        letter("a"),
        letter(" "),
        press(Kind::enter),
        press(Kind::backspace),
        press(Kind::remove),
        press(Kind::left),
        press(Kind::right),
        press(Kind::up),
        press(Kind::down),
        press(Kind::home),
        press(Kind::end),
        press(Kind::page_up),
        press(Kind::page_down),
        with_control(press(Kind::left)),
        with_control(press(Kind::right)),
        control("w"),
        with_alt(letter("d")),
        control("u"),
        control("k"),
        with_alt(letter("u")),
        with_alt(letter("r")),
    };
    return all;
}

class EditorSpeed : public testing::TestWithParam<std::pair<const char*, std::string>> {};

TEST_P(EditorSpeed, EachKeyIsQuickInAMegabyte) {
    Editor editor;
    const double begin = seconds_of_this_thread();
    EXPECT_EQ(editor.take(paste(repeated(GetParam().second))), Field::Took::changed);
    (void)editor.draw(64, 14);
    RecordProperty("paste_ms", static_cast<int>((seconds_of_this_thread() - begin) * 1e3));
    double slowest = 0;
    for (const int pages_up : {0, 300}) { // at the end, then somewhere inside
        press_times(editor, pages_up, press(Kind::page_up));
        (void)editor.draw(64, 14);
        for (const Key& key : keys()) {
            const double seconds = usual_seconds(editor, key);
            EXPECT_LT(seconds, 0.1) << "key " << static_cast<int>(key.kind) << ' ' << key.text;
            slowest = std::max(slowest, seconds);
        }
    }
    RecordProperty("slowest_key_us", static_cast<int>(slowest * 1e6));
}

INSTANTIATE_TEST_SUITE_P(
    , EditorSpeed,
    testing::Values(std::pair{"words", std::string("some words of a long text that goes on and on, ")},
                    std::pair{"lines", std::string("short\n")}, std::pair{"newlines", std::string("\n")},
                    std::pair{"one_word", std::string("w")}, std::pair{"spaces", std::string(" ")},
                    std::pair{"ideographs", std::string("静かな場所")},
                    std::pair{"marks", std::string("\u0301")},
                    std::pair{"pictures", std::string("👨‍👩‍👧‍👦")},
                    std::pair{"flags", std::string("🇩🇪")}, std::pair{"unseen", std::string("\u200B")}),
    [](const auto& instance) { return std::string(instance.param.first); });

TEST(EditorAtItsLongest, CountingCharactersIsQuickWhereAnAnswerIsAsLongAsItCanBe) {
    Editor editor(20000);
    std::string text;
    for (int count = 0; count < 19990; ++count) { text += "я"; }
    editor.take(paste(text));
    EXPECT_LT(usual_seconds(editor, letter("я")), 0.1);
}

TEST(EditorAtItsLongest, AMegabyteThatDoesNotFitIsRefusedWhole) {
    Editor editor(20000);
    type(editor, "before");
    EXPECT_EQ(editor.take(paste(repeated("w"))), Field::Took::hint);
    EXPECT_EQ(editor.text(), "before");
}

} // namespace
} // namespace kindly::screen
