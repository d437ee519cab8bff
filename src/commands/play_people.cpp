// SPDX-License-Identifier: MIT
#include "commands/play_people.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/usage_errors.hpp"
#include "commands/usual_options.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kindly {

namespace {

/// What is written for a question that is left out, and for being numb.
constexpr const char* left_out = "skip";
constexpr const char* numb = "numb";

using Questions = std::map<std::string, Step>;

void collect(const Steps& steps, const FragmentFinder& find_fragment, Questions& questions) {
    each_step(steps, [&](const Step& step) {
        if (const auto* use = std::get_if<Use>(&step.what)) {
            if (const auto fragment = find_fragment(use->library, use->major)) {
                collect(fragment->steps, find_fragment, questions);
            }
        }
        const bool asks =
            std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what);
        if (asks) { questions.emplace(step.id, step); }
    });
}

Failure does_not_answer(const std::string& value, const std::string& id, const std::string& what_fits) {
    return {ExitCode::usage, filled(_("\"{}\" does not answer \"{}\""), harmless(value), harmless(id)),
            what_fits};
}

double number_in(const std::string& value, const std::string& id, int lowest, int highest) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool whole = error == std::errc() && end == value.data() + value.size();
    if (!whole || number < lowest || number > highest) {
        throw does_not_answer(value, id, filled(_("A whole number from {} to {} does."), lowest, highest));
    }
    return number;
}

void must_be_an_option(const std::string& value, const std::string& id, const Ask& ask) {
    const auto ids = ids_of(ask.options);
    if (std::find(ids.begin(), ids.end(), value) != ids.end()) { return; }
    throw does_not_answer(value, id, filled(_("These do: {}."), joined(ids, ", ")));
}

std::vector<std::string> at_commas(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

AnswerValue answer_to(const Ask& ask, const std::string& id, const std::string& value) {
    switch (ask.answer) {
    case Ask::Answer::choice: must_be_an_option(value, id, ask); return value;
    case Ask::Answer::choices: {
        std::vector<std::string> several = at_commas(value);
        for (const auto& one : several) { must_be_an_option(one, id, ask); }
        return several;
    }
    case Ask::Answer::yes_no:
        if (value == "yes" || value == "no") { return value == "yes"; }
        throw does_not_answer(value, id, _("yes or no does."));
    case Ask::Answer::scale:
    case Ask::Answer::number:
        return number_in(value, id, ask.lowest.value_or(0),
                         ask.highest.value_or(std::numeric_limits<int>::max()));
    case Ask::Answer::text: break;
    }
    const auto longest = ask.longest ? static_cast<std::size_t>(*ask.longest) : limits::longest_answer;
    if (trimmed(value).empty() || grapheme_count(value) > longest) {
        throw does_not_answer(value, id, filled(_("Words of at most {} characters do."), longest));
    }
    return value;
}

std::optional<AnswerValue> answer_to(const Step& step, const std::string& value) {
    if (value == left_out) { return std::nullopt; }
    if (const auto* ask = std::get_if<Ask>(&step.what)) { return answer_to(*ask, step.id, value); }
    if (value == numb) { return Numb{}; }
    return number_in(value, step.id, 0, limits::highest_rating);
}

std::optional<AnswerValue> offered(const std::string& value) {
    const std::vector<std::string> choices{choice::ground, choice::go_on, choice::close, choice::stop};
    if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
        throw does_not_answer(value, at_offers, filled(_("These do: {}."), joined(choices, ", ")));
    }
    return value;
}

ValueCheck whole_number(long long lowest, long long highest) {
    return [lowest, highest](const std::string& written) {
        long long number = 0;
        const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
        const bool whole = error == std::errc() && end == written.data() + written.size();
        return whole && number >= lowest && number <= highest
                   ? std::string()
                   : filled(_("\"{}\" is not a whole number from {} to {}"), quotable(written), lowest,
                            highest);
    };
}

constexpr long long most_practices = 1'000'000; ///< of a long exercise, that takes hours

std::vector<std::string> persona_words() {
    std::vector<std::string> words;
    for (const Persona persona : all_personas()) { words.emplace_back(word(persona)); }
    return words;
}

std::vector<std::string> avoidable_words() {
    std::vector<std::string> words;
    for (const Avoidable thing : all_values<Avoidable>()) { words.emplace_back(word(thing)); }
    return words;
}

} // namespace

void add_play_options(const Command& command, PlayOptions& options) {
    command.add_option("--play", options.practices, _("play so many whole practices"))
        .type_name("N")
        .check(whole_number(1, most_practices));
    command.add_option("--seed", options.seed, _("the first of them; the same seed plays the same"))
        .type_name("S")
        .check(whole_number(0, limits::largest_number));
    command.add_flag("--transcript", options.transcript, _("print each practice, to read or to talk about"));
    add_choice(command, "--persona", options.persona, persona_words(), _("as"));
    command.add_option("--answer", options.answers, _("what they answer, or skip; may be repeated"))
        .type_name("ID=VALUE")
        .one_each_time();
    add_choices(command, "--without", options.without, avoidable_words(), _("what they avoid"));
    add_minutes(command, "--minutes", options.minutes, _("fitted into this time of guidance"));
}

void refuse_without_play(const PlayOptions& options) {
    if (options.plays()) { return; }
    const std::pair<bool, const char*> others[] = {{!options.persona.empty(), "--persona"},
                                                   {!options.answers.empty(), "--answer"},
                                                   {!options.without.empty(), "--without"},
                                                   {options.minutes > 0, "--minutes"}};
    for (const auto& [given, name] : others) {
        if (!given) { continue; }
        throw Failure(ExitCode::usage, filled(_("{} says who plays, and nothing is played"), name),
                      _("Add --transcript for one practice, or --play N for many."));
    }
}

std::optional<Persona> persona_of(const PlayOptions& options) {
    for (const Persona persona : all_personas()) {
        if (options.persona == word(persona)) { return persona; }
    }
    if (options.practices == 0) { return Persona::calm; } // one transcript: the plainest
    return std::nullopt;
}

std::set<Avoidable> avoided_by(const PlayOptions& options) {
    std::set<Avoidable> avoided;
    for (const auto& written : options.without) {
        if (const auto thing = from_word<Avoidable>(written)) { avoided.insert(*thing); }
    }
    return avoided;
}

std::optional<Milliseconds> time_of(const PlayOptions& options) {
    if (options.minutes == 0) { return std::nullopt; }
    return std::chrono::minutes(options.minutes);
}

GivenAnswers answers_of(const PlayOptions& options, const Exercise& exercise,
                        const FragmentFinder& find_fragment) {
    Questions questions;
    for (const auto& section : exercise.sections) { collect(section.steps, find_fragment, questions); }
    GivenAnswers given;
    for (const auto& written : options.answers) {
        const std::size_t equals = written.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Failure(ExitCode::usage,
                          filled(_("--answer takes ID=VALUE, not \"{}\""), harmless(written)));
        }
        const std::string id = written.substr(0, equals);
        const std::string value = written.substr(equals + 1);
        if (id == at_offers && !questions.contains(id)) {
            given[id].push_back(offered(value));
            continue;
        }
        const auto question = questions.find(id);
        if (question == questions.end()) {
            std::vector<std::string> ids;
            for (const auto& [one, step] : questions) { ids.push_back(one); }
            const auto near = nearest(id, ids);
            throw Failure(ExitCode::usage,
                          near ? filled(_("\"{}\" does not ask \"{}\". Did you mean \"{}\"?"), exercise.id,
                                        harmless(id), *near)
                               : filled(_("\"{}\" does not ask \"{}\""), exercise.id, harmless(id)),
                          ids.empty() ? std::string() : filled(_("It asks: {}."), joined(ids, ", ")));
        }
        given[id].push_back(answer_to(question->second, value));
    }
    return given;
}

} // namespace kindly
