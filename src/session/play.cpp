// SPDX-License-Identifier: MIT
#include "session/play.hpp"

#include "base/overloaded.hpp"
#include "base/translate.hpp"
#include "session/play_practice.hpp"

namespace kindly {

namespace {

/// A name in braces that was not filled in. "{{" is a brace of the text itself, and cannot be told apart.
bool has_braces(const std::string& text) {
    const std::size_t open = text.find('{');
    if (open == std::string::npos) { return false; }
    const std::size_t close = text.find('}', open);
    return close != std::string::npos && close > open + 1 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", open + 1) == close;
}

std::string left_in_braces(const Plan& plan) {
    const bool own_braces = plan.exercise->document->source->bytes().find("{{") != std::string::npos;
    if (own_braces) { return {}; }
    for (const auto& instruction : plan.instructions) {
        const std::string text =
            std::visit(Overloaded{[](const Line& line) { return line.text; },
                                  [](const Silence& silence) { return silence.text; },
                                  [](const Breathing& breathing) { return breathing.text; },
                                  [](const Question& question) { return question.text; },
                                  [](const CheckInQuestion& check_in) { return check_in.text; },
                                  [](const Recollection& recall) { return recall.text + recall.otherwise; },
                                  [](const auto&) { return std::string(); }},
                       instruction.what);
        if (has_braces(text)) { return text; }
    }
    return {};
}

} // namespace

const std::vector<Persona>& all_personas() {
    static const std::vector<Persona> all{Persona::calm,    Persona::rising,       Persona::skips,
                                          Persona::stops,   Persona::falls_silent, Persona::always_ten,
                                          Persona::grounds, Persona::numb};
    return all;
}

const char* in_words(Persona persona) {
    switch (persona) {
    case Persona::calm: return _("calm");
    case Persona::rising: return _("rising distress");
    case Persona::skips: return _("skips everything");
    case Persona::stops: return _("stops anywhere");
    case Persona::falls_silent: return _("end of input");
    case Persona::always_ten: return _("always ten");
    case Persona::grounds: return _("grounds anywhere");
    case Persona::numb: return _("numb or far away");
    }
    return "";
}

const char* word(Persona persona) {
    switch (persona) {
    case Persona::calm: return "calm";
    case Persona::rising: return "rising";
    case Persona::skips: return "skips";
    case Persona::stops: return "stops";
    case Persona::falls_silent: return "silent";
    case Persona::always_ten: return "ten";
    case Persona::grounds: return "grounds";
    case Persona::numb: return "numb";
    }
    return "";
}

Played play(const PlayRequest& request, const std::function<bool(std::uint64_t)>& go_on) {
    constexpr std::uint64_t now_and_then = 64;
    Played played;
    for (const auto& one : request.plans) {
        if (const std::string text = left_in_braces(*one.plan); !text.empty()) {
            played.counterexample =
                Counterexample{request.seed, Persona::calm, _("a name in braces was not filled in"), {text}};
            return played;
        }
    }
    for (std::uint64_t count = 0; count < request.practices; ++count) {
        if (count % now_and_then == 0 && !go_on(count)) { break; }
        const std::uint64_t seed = request.seed + count;
        Practice practice(request, seed, false);
        const std::string broken = practice.run_to_the_end();
        ++played.practices;
        ++played.endings[practice.status()];
        for (const std::size_t at : practice.shown()) {
            ++played.met[practice.plan().instructions[at].written];
        }
        if (!broken.empty()) {
            Practice again(request, seed, true);
            (void)again.run_to_the_end();
            played.counterexample =
                Counterexample{seed, practice.persona(), broken, std::move(again.transcript())};
            break;
        }
    }
    return played;
}

Transcript transcript_of(const PlayRequest& request, std::uint64_t seed) {
    Practice practice(request, seed, true);
    std::string broken = practice.run_to_the_end();
    return {practice.persona(), std::move(practice.transcript()), std::move(practice.events()),
            practice.suggestions(), std::move(broken)};
}

} // namespace kindly
