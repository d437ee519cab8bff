// SPDX-License-Identifier: MIT
// Any bytes as what a terminal sends, through the keyboard into one of the fields, on a small screen. The
// first byte chooses the field. Three bytes that no text has stand for what bytes are not: FD and the byte
// after it another size, FE a piece that ends here, FF time passing. The cursor stays between characters,
// pictures fit, answers fit their question, and everything written can be taken back and done again.
#include "base/words_taken_in.hpp"
#include "fuzz.hpp"
#include "screen/cells.hpp"
#include "screen/clusters.hpp"
#include "screen/controls.hpp"
#include "screen/editor.hpp"
#include "screen/field.hpp"
#include "screen/fields_text.hpp"
#include "screen/keyboard.hpp"
#include "screen/layout.hpp"
#include "screen/view.hpp"

#include <algorithm>
#include <clocale>
#include <cmath>
#include <functional>

namespace {

using namespace kindly;
using namespace kindly::fuzz;
using namespace kindly::screen;
using Kind = Key::Kind;
using Took = Field::Took;

constexpr std::size_t longest_paste = 200;
constexpr char resized = '\xFD', cut = '\xFE', late = '\xFF';

Keyboard keyboard() {
    return Keyboard({{"\033OP", {.kind = Kind::other, .text = {}}},
                     {"\033[3~", {.kind = Kind::remove, .text = {}}},
                     {"\033[Z", {.kind = Kind::back_tab, .text = {}}},
                     {"\033[1;5D", {.kind = Kind::left, .text = {}, .alt = false, .control = true}}},
                    false, longest_paste);
}

void keys_do_not_depend_on_pieces(std::string_view bytes) {
    Keyboard whole = keyboard();
    whole.take(bytes);
    whole.give_up();
    Keyboard single = keyboard();
    for (std::size_t at = 0; at < bytes.size(); ++at) { single.take(bytes.substr(at, 1)); }
    single.give_up();
    must(whole.keys() == single.keys(), "keys are the same however they come in");
    must(whole.patience() == Milliseconds{}, "nothing is waited for once nothing more comes");
}

void is_a_good_key(const Key& key) {
    must(!first_invalid_utf8(key.text) || key.kind == Kind::paste, "a key's text is UTF-8", key.text);
    if (key.kind == Kind::character) {
        must(!key.text.empty() && words_taken_in(key.text) == key.text, "a character is no command",
             key.text);
    }
    must(key.kind != Kind::paste || key.text.size() <= longest_paste, "a long paste is refused");
    for (unsigned bits = 0; bits < 64; ++bits) {
        Situation here;
        here.asks = (bits & 1U) != 0;
        here.writing = (bits & 2U) != 0;
        here.offers = (bits & 4U) != 0;
        here.help = (bits & 8U) != 0;
        here.escaped = (bits & 16U) != 0;
        here.hidden = (bits & 32U) != 0;
        static_cast<void>(meaning(key, here));
        static_cast<void>(meaning_without_field(key, here));
    }
}

void fits(const Block& block, Size size) {
    must(!block.lines.empty() && static_cast<int>(block.lines.size()) <= size.rows, "a block fits its rows");
    must(width(block) <= size.columns, "a block fits its columns");
    must(block.focus.has_value(), "a field shows where the person is");
    must(block.focus->row >= 0 && block.focus->row < static_cast<int>(block.lines.size()) &&
             block.focus->column >= 0 && block.focus->column < size.columns,
         "the cursor is on the block");
    for (const auto& line : block.lines) {
        for (const auto& span : line) {
            must(harmless(span.text) == span.text && span.text.find_first_of("\n\t") == std::string::npos,
                 "what is drawn is harmless", span.text);
            static_cast<void>(cells_of(span.text, 3, size.columns));
        }
    }
}

/// The editor by itself, where its cursor can be seen.
class Writing {
public:
    explicit Writing(std::size_t longest) : editor_(longest), longest_(longest) {}

    void take(const Key& key) {
        const std::string before = editor_.text();
        const Took took = editor_.take(key);
        const std::string& text = editor_.text();
        if (took == Took::nothing || took == Took::hint) {
            must(text == before, "a key that is not used changes nothing");
        }
        if (took == Took::hint) { must(!editor_.hint().empty(), "what does not fit is said"); }
        must(!first_invalid_utf8(text), "a text is UTF-8", text);
        must(words_taken_in(text) == text, "a text holds no control characters", text);
        if (longest_ > 0 && text.size() > before.size()) {
            must(grapheme_count(text) <= longest_, "no more is taken than fits", text);
        }
        stands_between_characters();
    }
    void draw(Size size) const { fits(editor_.draw(size.columns, size.rows), size); }

    /// All the way back, and forth again.
    void take_back() {
        const std::string last = editor_.text();
        const Key back{.kind = Kind::character, .text = "u", .alt = true};
        const Key forth{.kind = Kind::character, .text = "r", .alt = true};
        const auto exhaust = [&](const Key& key) {
            for (std::size_t steps = 0; editor_.take(key) == Took::changed; ++steps) {
                must(steps < 100000, "taking back comes to an end");
                stands_between_characters();
            }
            return editor_.text();
        };
        const std::string latest = exhaust(forth);
        must(exhaust(back).empty(), "everything can be taken back", last);
        must(exhaust(forth) == latest, "and be done again", last);
    }

private:
    void stands_between_characters() const {
        const std::string& text = editor_.text();
        must(editor_.cursor() <= text.size(), "the cursor is inside the text");
        // A character reaches back no further than its line.
        const std::size_t newline =
            editor_.cursor() == 0 ? std::string::npos : text.rfind('\n', editor_.cursor() - 1);
        std::size_t at = newline == std::string::npos ? 0 : newline + 1;
        while (at < editor_.cursor()) { at = cluster_at(text, at).end; }
        must(at == editor_.cursor(), "the cursor stands between characters", text);
    }

    Editor editor_;
    std::size_t longest_;
};

struct Asking {
    std::unique_ptr<Field> field;
    std::function<bool(const AnswerValue&)> fits;
};

template <class Value>
bool is(const AnswerValue& value) {
    return std::holds_alternative<Value>(value);
}

Asking question(Ask::Answer answer, std::optional<int> lowest = {}, std::optional<int> highest = {}) {
    event::Asked asked;
    asked.question.answer = answer;
    asked.question.lowest = lowest;
    asked.question.highest = highest;
    asked.question.lowest_label = "not at all";
    asked.question.highest_label = "very much, as much as can be";
    asked.question.longest = 30;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"}) {
        asked.question.options.push_back({id, std::string("an option called ") + id});
    }
    return {
        make_field(asked), [=](const AnswerValue& value) {
            const auto known = [](const std::string& id) { return id.size() == 1 && id >= "a" && id <= "k"; };
            switch (answer) {
            case Ask::Answer::choice: return is<std::string>(value) && known(std::get<std::string>(value));
            case Ask::Answer::choices: {
                if (!is<std::vector<std::string>>(value)) { return false; }
                const auto& ids = std::get<std::vector<std::string>>(value);
                return !ids.empty() && std::all_of(ids.begin(), ids.end(), known);
            }
            case Ask::Answer::yes_no: return is<bool>(value);
            case Ask::Answer::text:
                return is<std::string>(value) && !trimmed(std::get<std::string>(value)).empty();
            case Ask::Answer::scale:
            case Ask::Answer::number: break;
            }
            if (!is<double>(value)) { return false; }
            const double number = std::get<double>(value);
            return std::isfinite(number) && (answer == Ask::Answer::number || std::floor(number) == number) &&
                   (!lowest || number >= *lowest) && (!highest || number <= *highest);
        }};
}

Asking asking(unsigned which) {
    switch (which) {
    case 0: return question(Ask::Answer::text);
    case 1: return question(Ask::Answer::scale, 0, 10);
    case 2: return question(Ask::Answer::scale, -50, 50);
    case 3: return question(Ask::Answer::choice);
    case 4: return question(Ask::Answer::choices);
    case 5: return question(Ask::Answer::yes_no);
    case 6: return question(Ask::Answer::number, -3, 1000);
    case 7: return question(Ask::Answer::number);
    case 8:
        return {make_field(event::CheckInAsked{}), [](const AnswerValue& value) {
                    if (is<Numb>(value)) { return true; }
                    return is<double>(value) && std::get<double>(value) >= 0 && std::get<double>(value) <= 10;
                }};
    case 9:
        return {make_field(event::Offered{OfferReason::stop, {"close", "stop", "go_on"}, "close"}),
                [](const AnswerValue& value) { return is<std::string>(value); }};
    case 10: return {make_field(event::Consent{"This one is strong.", {"one thing", "another"}}), is<bool>};
    default:
        return {make_field(event::KeepAsked{"q", {"keep", "delete", "later"}, "a name"}),
                [](const AnswerValue& value) { return is<std::string>(value); }};
    }
}

class Filling {
public:
    explicit Filling(unsigned which) : asking_(asking(which)) {}

    void take(const Key& key) {
        Field& field = *asking_.field;
        const auto before = field.answer();
        const Took took = field.take(key);
        const auto answer = field.answer();
        if (took == Took::hint) { must(!field.hint().empty(), "what does not fit is said"); }
        if (took == Took::nothing) { must(answer == before, "a key that is not used changes nothing"); }
        if (answer) { must(asking_.fits(*answer), "an answer fits its question"); }
    }
    void draw(Size size) const {
        fits(asking_.field->draw(size.columns, size.rows), size);
        Scene scene;
        scene.title = "A pause";
        scene.words = {{"What is here?", Words::Kind::said}};
        Look look;
        look.field = asking_.field.get();
        look.situation.asks = true;
        look.situation.writing = asking_.field->takes_letters();
        const Size whole{size.rows + 10, std::max(size.columns, smallest_size.columns)};
        const Picture picture = screen::draw(scene, Progress(1, false), look, whole, Milliseconds{});
        const Place cursor = picture.frame.cursor;
        must(cursor.row >= 0 && cursor.row < whole.rows && cursor.column >= 0 &&
                 cursor.column < whole.columns,
             "the cursor is on the screen");
    }

private:
    Asking asking_;
};

template <class Subject>
void type(Subject& subject, std::string_view bytes) {
    Keyboard board = keyboard();
    Size size{6, 40};
    const auto hand_on = [&] {
        for (const Key& key : board.keys()) {
            is_a_good_key(key);
            subject.take(key);
        }
        subject.draw(size);
    };
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char byte = bytes[at];
        if (byte == late) { board.give_up(); }
        if (byte == late || byte == cut) {
            hand_on();
        } else if (byte == resized && at + 1 < bytes.size()) {
            const auto number = static_cast<unsigned char>(bytes[++at]);
            size = {1 + number % 12, 24 + number % 57};
            hand_on();
        } else {
            board.take(bytes.substr(at, 1));
        }
    }
    board.give_up();
    hand_on();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool utf8 = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;
    must(utf8, "there is a UTF-8 locale");
    if (size == 0) { return 0; }
    constexpr unsigned kinds = 16;
    constexpr unsigned fields = 12;
    const std::string_view bytes = text_of(data + 1, size - 1);
    keys_do_not_depend_on_pieces(bytes);
    const unsigned which = data[0] % kinds;
    if (which < fields) {
        Filling filling(which);
        type(filling, bytes);
    } else {
        Writing writing(which == fields ? 20 : 0);
        type(writing, bytes);
        writing.take_back();
    }
    return 0;
}
