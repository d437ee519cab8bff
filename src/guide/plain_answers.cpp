// SPDX-License-Identifier: MIT
#include "guide/plain_answers.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/limits.hpp"
#include "guide/plain_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace kindly {

namespace {

bool same_word(std::string_view left, std::string_view right) {
    return bare_letters(left) == bare_letters(right);
}

/// In English, or in the person's language.
bool means(std::string_view line, const char* sentence) {
    return same_word(line, sentence) || same_word(line, _(sentence));
}

Reply answer(AnswerValue value) { return reply::Send{input::Answer{std::move(value)}}; }
Reply hint(std::string text) { return reply::Hint{std::move(text)}; }

/// A line that was read and could not be used.
std::string no_fit(const std::string& what_fits) {
    return fmt::format(fmt::runtime(_("That does not fit here. {}")), what_fits);
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) { return std::nullopt; }
    return number;
}

std::optional<Reply> safe_command(std::string_view word) {
    if (word == "g") { return reply::Send{input::Ground{}}; }
    if (word == "s") { return reply::Send{input::Skip{}}; }
    if (word == "q") { return reply::Send{input::Stop{}}; }
    if (word == "?" || word == "h") { return reply::Help{}; }
    return std::nullopt;
}

std::optional<Reply> letter_command(std::string_view word) {
    if (auto safe = safe_command(word)) { return safe; }
    if (word == "p") { return reply::Send{input::Pause{}}; }
    if (word == "b") { return reply::Send{input::Back{}}; }
    if (word == "+") { return reply::Faster{}; }
    if (word == "-") { return reply::Slower{}; }
    if (word == "m") { return reply::Mute{}; }
    return std::nullopt;
}

/// The same, written out: nobody should have to know that it takes one letter.
std::optional<Reply> word_command(std::string_view word) {
    if (means(word, N_("ground"))) { return reply::Send{input::Ground{}}; }
    if (means(word, N_("skip"))) { return reply::Send{input::Skip{}}; }
    if (means(word, N_("stop")) || means(word, N_("quit"))) { return reply::Send{input::Stop{}}; }
    if (means(word, N_("help"))) { return reply::Help{}; }
    if (means(word, N_("pause"))) { return reply::Send{input::Pause{}}; }
    if (means(word, N_("back"))) { return reply::Send{input::Back{}}; }
    if (word == "c") { return reply::Time{}; }
    if (word == "x") { return hint(no_use(word)); }
    return std::nullopt;
}

/// In a text, letters are text and commands have a dot before them.
std::optional<Reply> dotted_command(std::string_view line) {
    const std::string word = lowered_ascii(trimmed(line));
    if (!word.starts_with('.')) { return std::nullopt; }
    if (word == ".") { return reply::TextEnds{}; }
    if (word == ".u") { return reply::TakeBack{}; }
    return letter_command(std::string_view(word).substr(1));
}

Reply read_text_line(const event::Asked& asked, std::string_view line, bool writing) {
    if (auto command = dotted_command(line)) { return *command; }
    if (!trimmed(line).empty() || writing) { return reply::TextLine{}; }
    if (asked.question.optional && !asked.present) { return reply::Send{input::Skip{}}; }
    return reply::Send{input::Continue{}};
}

Reply read_while_paused(const Present& present, std::string_view line) {
    const std::string word = lowered_ascii(trimmed(line));
    if (word.empty() || word == "p" || word == ".p" || means(word, N_("resume"))) {
        return reply::Send{input::Resume{}};
    }
    if (auto command = letter_command(word)) { return *command; }
    if (auto command = dotted_command(word); command && !std::holds_alternative<reply::TextEnds>(*command)) {
        return *command;
    }
    if (present.writing() == nullptr) {
        if (auto command = word_command(word)) { return *command; }
    }
    return reply::Resume{};
}

/// The place of the option that is meant: by its number, its id or its words.
std::optional<std::size_t> option_meant(const std::vector<ChoiceOption>& options, std::string_view typed) {
    if (const auto number = whole_number(typed);
        number && *number >= 1 && *number <= static_cast<int>(options.size())) {
        return static_cast<std::size_t>(*number - 1);
    }
    for (std::size_t place = 0; place < options.size(); ++place) {
        if (same_word(typed, options[place].id) || same_word(typed, trimmed(options[place].text))) {
            return place;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) { parts.push_back(part); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// "1 3", "1,3", "body; nowhere": every part must be understood, or none is taken.
std::optional<std::vector<std::string>> options_meant(const std::vector<ChoiceOption>& options,
                                                      std::string_view typed) {
    if (const auto one = option_meant(options, typed)) { return std::vector<std::string>{options[*one].id}; }
    for (const std::string_view separators : {",;", ",; \t"}) {
        std::vector<bool> chosen(options.size());
        const auto parts = split(typed, separators);
        const bool all_known = std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
            const auto place = option_meant(options, part);
            if (place) { chosen[*place] = true; }
            return place.has_value();
        });
        if (!all_known || parts.empty()) { continue; }
        std::vector<std::string> ids;
        for (std::size_t place = 0; place < options.size(); ++place) {
            if (chosen[place]) { ids.push_back(options[place].id); }
        }
        return ids;
    }
    return std::nullopt;
}

std::optional<Reply> read_answer(const event::Asked& asked, std::string_view typed) {
    const Question& question = asked.question;
    switch (question.answer) {
    case Ask::Answer::choice:
        if (const auto place = option_meant(question.options, typed)) {
            return answer(question.options[*place].id);
        }
        break;
    case Ask::Answer::choices:
        if (auto ids = options_meant(question.options, typed)) { return answer(std::move(*ids)); }
        break;
    case Ask::Answer::yes_no:
        if (same_word(typed, "y") || means(typed, N_("yes"))) { return answer(true); }
        if (same_word(typed, "n") || means(typed, N_("no"))) { return answer(false); }
        break;
    case Ask::Answer::scale:
    case Ask::Answer::number: {
        const auto number = number_typed(typed);
        if (!number) { break; }
        const bool whole = question.answer == Ask::Answer::number || std::floor(*number) == *number;
        const bool inside = (!question.lowest || *number >= *question.lowest) &&
                            (!question.highest || *number <= *question.highest);
        if (whole && inside) { return answer(*number); }
        return hint(no_fit(how_to_answer(asked)));
    }
    case Ask::Answer::text: break;
    }
    return std::nullopt;
}

std::optional<Reply> read_answer(const event::CheckInAsked& asked, std::string_view typed) {
    if (const auto number = whole_number(typed)) {
        if (*number < limits::lowest_rating || *number > limits::highest_rating) {
            return hint(no_fit(how_to_check_in(asked)));
        }
        return answer(static_cast<double>(*number));
    }
    if (same_word(typed, "n") || means(typed, N_("numb")) || means(typed, N_("far away")) ||
        means(typed, N_("numb or far away"))) {
        return answer(Numb{});
    }
    return std::nullopt;
}

bool names(std::string_view typed, const std::string& choice) {
    std::string spaced = choice;
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    return same_word(typed, choice) || same_word(typed, spaced) || same_word(typed, choice_word(choice)) ||
           same_word(typed, offered_choice(choice));
}

std::optional<Reply> read_choice(const std::vector<std::string>& choices, std::string_view typed,
                                 bool words_to_go_on) {
    for (const auto& choice : choices) {
        if (names(typed, choice)) { return answer(choice); }
    }
    const auto number = whole_number(typed);
    if (!number || *number < 1 || *number > static_cast<int>(choices.size())) { return std::nullopt; }
    const std::string& choice = choices[static_cast<std::size_t>(*number - 1)];
    if (words_to_go_on && choice == choice::go_on) {
        return hint(fmt::format(fmt::runtime(_("To go on, please type the words: {}")), choice_word(choice)));
    }
    return answer(choice);
}

std::optional<Reply> read_answer(const event::Offered& offered, std::string_view typed) {
    return read_choice(offered.choices, typed, going_on_takes_words(offered));
}

std::optional<Reply> read_answer(const event::KeepAsked& asked, std::string_view typed) {
    return read_choice(asked.choices, typed, false);
}

std::optional<Reply> read_answer(const event::Consent&, std::string_view typed) {
    if (means(typed, N_("yes"))) { return answer(true); }
    if (means(typed, N_("no"))) { return answer(false); }
    return std::nullopt;
}

std::optional<Reply> read_answer(const Present::TimeRuns&, std::string_view) { return std::nullopt; }
std::optional<Reply> read_answer(const Present::Waits&, std::string_view) { return std::nullopt; }

/// What to say when a line fits nothing here.
struct NotUnderstood {
    Reply operator()(const Present::TimeRuns&) const { return reply::Later{}; }
    Reply operator()(const Present::Waits&) const { return reply::Later{}; }
    Reply operator()(const event::Asked& asked) const { return hint(no_fit(how_to_answer(asked))); }
    Reply operator()(const event::CheckInAsked& asked) const { return hint(no_fit(how_to_check_in(asked))); }
    Reply operator()(const event::Offered& offered) const {
        return hint(
            fmt::format(fmt::runtime(_("Please type one of the choices above, or Enter alone for: {}")),
                        offered_choice(offered.default_choice)));
    }
    Reply operator()(const event::KeepAsked& asked) const {
        std::vector<std::string> words;
        for (const auto& choice : asked.choices) { words.push_back(choice_word(choice)); }
        return hint(fmt::format(
            fmt::runtime(_("Please type one of these, or Enter alone to leave the words as they are: {}.")),
            joined(words, ", ")));
    }
    Reply operator()(const event::Consent& consent) const { return hint(consent_fits(consent)); }
};

} // namespace

std::optional<double> number_typed(std::string_view text) {
    std::string plain(text);
    constexpr std::size_t digits_of_thousands = 3;
    if (const auto comma = plain.find(','); comma != std::string::npos) {
        if (plain.find_first_of(".,", comma + 1) != std::string::npos ||
            plain.size() - comma - 1 == digits_of_thousands) {
            return std::nullopt;
        }
        plain[comma] = '.';
    }
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

std::string no_use(std::string_view word) {
    return fmt::format(fmt::runtime(_("{} does nothing here. ? shows what can be typed.")), word);
}

bool going_on_takes_words(const event::Offered& offered) {
    return offered.default_choice == choice::close &&
           std::find(offered.choices.begin(), offered.choices.end(), choice::go_on) != offered.choices.end();
}

Reply read_reply(const Present& present, std::string_view line, bool writing) {
    if (present.paused()) { return read_while_paused(present, line); }
    if (const auto* asked = present.writing()) { return read_text_line(*asked, line, writing); }
    if (line.find_first_not_of(' ') == std::string_view::npos && !line.empty()) {
        return reply::Send{input::Pause{}};
    }
    const std::string_view typed = trimmed(line);
    if (typed.empty()) {
        const auto* asked = std::get_if<event::Asked>(&present.prompt());
        if (asked != nullptr && asked->question.optional && !asked->present) {
            return reply::Send{input::Skip{}};
        }
        return reply::Send{input::Continue{}};
    }
    const std::string word = lowered_ascii(typed);
    if (auto command = safe_command(word)) { return *command; }
    // The forms for texts are understood everywhere: it is not always clear where a text has ended.
    if (auto command = dotted_command(word); command && std::holds_alternative<reply::Send>(*command)) {
        return *command;
    }
    if (auto understood =
            std::visit([&](const auto& asked) { return read_answer(asked, typed); }, present.prompt())) {
        return *understood;
    }
    if (auto command = letter_command(word)) { return *command; }
    if (auto command = word_command(word)) { return *command; }
    return std::visit(NotUnderstood{}, present.prompt());
}

} // namespace kindly
