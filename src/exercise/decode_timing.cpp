// SPDX-License-Identifier: MIT
// Steps that take a set time: pauses and paced breathing; numbers and durations that a setting may give.
#include "exercise/decode_step.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <array>

namespace kindly {

namespace {

const Shape& parameter_name_shape() {
    static const Shape shape{N_("This group"),
                             N_("This group"),
                             {{"parameter", "{ \"parameter\": \"rounds\" }", true}},
                             {{"setting", "parameter"}, {"name", "parameter"}}};
    return shape;
}

std::optional<ParameterName> read_parameter_name(Entries& entries, const Written& written) {
    Entries inner(entries.reading(), written, parameter_name_shape());
    const auto name = inner.text("parameter");
    if (inner.broken() || !name) {
        entries.spoil();
        return std::nullopt;
    }
    return ParameterName{*name, written.find("parameter")};
}

void at_most_a_pause(Entries& entries, const Written* value, const std::optional<Milliseconds>& duration) {
    if (value == nullptr || !duration || *duration <= limits::longest_pause) { return; }
    entries.error("K006", value->span,
                  filled(_("One pause can last {} at most"), written_duration(limits::longest_pause)));
}

void wrong_order(Entries& entries, const char* key, Milliseconds value, const char* message,
                 const char* other_key, Milliseconds other) {
    entries.error(
        "T001", entries.find(key)->span,
        filled(message, key, written_duration(value), other_key, written_duration(other)),
        {{}, filled("\"{}\": \"{}\"", key, written_duration(other)), entries.find(other_key)->span});
}

void breath_phase(Entries& entries, const char* key, Milliseconds longest, const char* too_long) {
    const Written* value = entries.find(key);
    const auto length = value == nullptr ? std::nullopt : read_duration(value->text);
    if (length && *length > longest) {
        entries.error("T004", value->span,
                      filled(too_long, written_duration(*length), written_duration(longest)));
    }
}

void check_breathing(Entries& entries, const Breathe& breathe) {
    const char* phase = _("A phase of {} is too long for one breath. The longest allowed is {}");
    breath_phase(entries, "in", limits::longest_breath_phase, phase);
    breath_phase(entries, "out", limits::longest_breath_phase, phase);
    breath_phase(entries, "rest", limits::longest_breath_phase, phase);
    breath_phase(entries, "hold", limits::longest_hold,
                 _("Holding the breath for {} can cause faintness. The longest allowed is {}"));
    const auto* rounds = std::get_if<int>(&breathe.rounds);
    auto at_least_one = [&](const char* key, std::optional<int> number) {
        if (number && *number < 1) {
            entries.error("K006", entries.find(key)->span, filled(_("\"{}\" must be 1 or more"), key));
        }
        if (number && *number > limits::most_breath_rounds) {
            entries.error("T004", entries.find(key)->span,
                          filled(_("{} rounds of paced breathing are too many. At most {} are allowed"),
                                 *number, limits::most_breath_rounds));
        }
    };
    at_least_one("rounds", rounds == nullptr ? std::nullopt : std::optional(*rounds));
    at_least_one("lowest", breathe.lowest);
    at_least_one("highest", breathe.highest);
    if (entries.broken()) { return; }
    auto ordered = [&](const char* low_key, std::optional<int> low, const char* high_key,
                       std::optional<int> high) {
        if (!low || !high || *low <= *high) { return; }
        entries.error("K006", entries.find(low_key)->span,
                      filled(_("\"{}\" ({}) is higher than \"{}\" ({})"), low_key, *low, high_key, *high),
                      {{}, {}, entries.find(high_key)->span});
    };
    const std::optional<int> usual = rounds == nullptr ? std::nullopt : std::optional(*rounds);
    ordered("lowest", breathe.lowest, "highest", breathe.highest);
    if (!entries.broken()) {
        ordered("lowest", breathe.lowest, "rounds", usual);
        ordered("rounds", usual, "highest", breathe.highest);
    }
    if (entries.broken()) { return; }
    const Milliseconds round = breathe.in + breathe.hold + breathe.out + breathe.rest;
    const auto shortest_breath = std::chrono::round<std::chrono::seconds>(
        std::chrono::duration<double>(60 / limits::fastest_breaths_a_minute));
    const auto longest_breath = std::chrono::round<std::chrono::seconds>(
        std::chrono::duration<double>(60 / limits::slowest_breaths_a_minute));
    const double minute =
        std::chrono::duration<double>(std::chrono::minutes(1)) / std::chrono::duration<double>(round);
    if (minute < limits::slowest_breaths_a_minute || minute > limits::fastest_breaths_a_minute) {
        entries.error("T004", entries.find("in")->span,
                      filled(_("These are {:.2g} breaths a minute. Between {:.0f} and {:.0f} are allowed"),
                             minute, limits::slowest_breaths_a_minute, limits::fastest_breaths_a_minute),
                      {minute > limits::fastest_breaths_a_minute
                           ? filled(_("All phases of a breath together take {} now; at least {} are needed."),
                                    written_duration(round), written_duration(shortest_breath))
                           : filled(_("All phases of a breath together take {} now; at most {} are allowed."),
                                    written_duration(round), written_duration(longest_breath)),
                       {},
                       {}});
        return;
    }
    const int most = std::max(usual.value_or(1), breathe.highest.value_or(1));
    if (round * most > limits::longest_breathing) {
        entries.error("T004", entries.find(breathe.highest ? "highest" : "rounds")->span,
                      filled(_("{} rounds take {}. Paced breathing can last {} at most"), most,
                             written_duration(round * most), written_duration(limits::longest_breathing)));
    }
}

} // namespace

std::optional<SettableNumber> read_settable_number(Entries& entries, std::string_view key) {
    const Written* value = entries.find(key);
    if (value == nullptr) { return std::nullopt; }
    if (value->kind == Written::Kind::object) {
        const auto name = read_parameter_name(entries, *value);
        return name ? std::optional<SettableNumber>(*name) : std::nullopt;
    }
    if (value->kind == Written::Kind::string && is_id(value->text, false) &&
        entries.reading().settings.contains(value->text)) {
        entries.wrong_type(
            key, *value,
            filled(_("a number like 3, or a setting: {{ \"parameter\": \"{}\" }}"), value->text));
        return std::nullopt;
    }
    const auto number = read_number_value(entries, key, *value);
    return number ? std::optional<SettableNumber>(*number) : std::nullopt;
}

std::optional<SettableDuration> read_settable_duration(Entries& entries, std::string_view key) {
    const Written* value = entries.find(key);
    if (value == nullptr) { return std::nullopt; }
    if (value->kind == Written::Kind::object) {
        const auto name = read_parameter_name(entries, *value);
        return name ? std::optional<SettableDuration>(*name) : std::nullopt;
    }
    if (value->kind == Written::Kind::string && is_id(value->text, false) &&
        entries.reading().settings.contains(value->text)) {
        entries.wrong_type(
            key, *value,
            filled(_("a duration like \"30s\", or a setting: {{ \"parameter\": \"{}\" }}"), value->text));
        return std::nullopt;
    }
    const auto duration = read_duration_value(entries, key, *value);
    return duration ? std::optional<SettableDuration>(*duration) : std::nullopt;
}

std::optional<Pause> read_pause(Entries& entries) {
    Pause pause;
    const auto length = read_settable_duration(entries, "for");
    if (length) { pause.length = *length; }
    pause.shortest = entries.duration("shortest");
    pause.longest = entries.duration("longest");
    pause.text = entries.text("text").value_or("");
    constexpr std::array bells{Pause::Bell::start, Pause::Bell::end, Pause::Bell::both, Pause::Bell::none};
    if (const auto bell = entries.one_of("bell", {"start", "end", "both", "none"})) {
        pause.bell = bells.at(*bell);
    }
    pause.bell_every = entries.duration("bell_every");
    if (entries.broken()) { return pause; }
    const auto* fixed = length ? std::get_if<Milliseconds>(&*length) : nullptr;
    if (fixed != nullptr) { at_most_a_pause(entries, entries.find("for"), *fixed); }
    at_most_a_pause(entries, entries.find("longest"), pause.longest);
    if (entries.broken()) { return pause; }
    const std::optional<Milliseconds> usual = fixed == nullptr ? std::nullopt : std::optional(*fixed);
    if (pause.shortest && usual && *pause.shortest > *usual) {
        wrong_order(entries, "shortest", *pause.shortest, _("\"{}\" ({}) is longer than \"{}\" ({})"), "for",
                    *usual);
    } else if (pause.longest && usual && *pause.longest < *usual) {
        wrong_order(entries, "longest", *pause.longest, _("\"{}\" ({}) is shorter than \"{}\" ({})"), "for",
                    *usual);
    } else if (pause.shortest && pause.longest && *pause.shortest > *pause.longest) {
        wrong_order(entries, "shortest", *pause.shortest, _("\"{}\" ({}) is longer than \"{}\" ({})"),
                    "longest", *pause.longest);
    }
    return pause;
}

std::optional<Breathe> read_breathe(Entries& entries) {
    Breathe breathe;
    const auto zero = Milliseconds::zero();
    breathe.in = entries.duration("in").value_or(zero);
    breathe.out = entries.duration("out").value_or(zero);
    breathe.hold = entries.duration("hold").value_or(zero);
    breathe.rest = entries.duration("rest").value_or(zero);
    if (const auto rounds = read_settable_number(entries, "rounds")) { breathe.rounds = *rounds; }
    breathe.lowest = entries.number("lowest");
    breathe.highest = entries.number("highest");
    breathe.text = entries.text("text").value_or("");
    if (!entries.broken()) { check_breathing(entries, breathe); }
    return breathe;
}

} // namespace kindly
