// SPDX-License-Identifier: MIT
#include "commands/usual_options.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/offered.hpp"
#include "commands/usage_errors.hpp"
#include "exercise/limits.hpp"

#include <charconv>
#include <system_error>
#include <utility>

namespace kindly {

CommandOption add_choice(const Command& command, const std::string& name, std::string& value,
                         std::vector<std::string> words, const std::string& description) {
    const CommandOption option = command.add_option(name, value, description + ": " + joined(words, ", "));
    offer_words(option.type_name("WORD"), words);
    return option.check([words = std::move(words)](const std::string& word) { return refusal(word, words); });
}

CommandOption add_choices(const Command& command, const std::string& name, std::vector<std::string>& values,
                          std::vector<std::string> words, const std::string& description) {
    const CommandOption option = command.add_option(name, values, description + ": " + joined(words, ", "));
    offer_words(option.type_name("WORD,...").parted_by_commas(), words);
    return option.check([words = std::move(words)](const std::string& word) { return refusal(word, words); });
}

CommandOption add_minutes(const Command& command, const std::string& name, int& value,
                          const std::string& description) {
    return command.add_option(name, value, description).type_name("N").check([](const std::string& word) {
        int number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        const bool whole = error == std::errc() && end == word.data() + word.size();
        return whole && number >= 1 && number <= limits::most_minutes_asked
                   ? std::string()
                   : filled(_("\"{}\" is not a whole number of minutes from 1 to {}"), quotable(word),
                            limits::most_minutes_asked);
    });
}

} // namespace kindly
