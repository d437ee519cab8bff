// SPDX-License-Identifier: MIT
#include "commands/entry_fields.hpp"

#include "base/failure.hpp"
#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "commands/sitting.hpp"
#include "exercise/canonical.hpp"
#include "exercise/fitting.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"

#include <algorithm>
#include <charconv>

namespace kindly {

namespace {

constexpr std::int64_t ms_in_second = 1000;
constexpr std::int64_t ms_in_day = 24LL * 60 * 60 * ms_in_second;

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) { return std::nullopt; }
    return number;
}

/// The calendar day, so many days from now.
std::string calendar_day(Moment now, int days) {
    now.unix_ms += days * ms_in_day;
    constexpr std::size_t day_length = 10;
    return date_and_time(now).substr(0, day_length);
}

/// "7:15" as "07:15"; anything else as it is.
std::string with_two_digits(std::string time) {
    if (time.find(':') == 1) { time.insert(time.begin(), '0'); }
    return time;
}

/// Words for days as dates; what has none of them stays as it is.
std::string as_date_and_time(std::string_view written, Moment now) {
    const std::string text = lowered_ascii(trimmed(written));
    const auto rest_after = [&](const std::string& word) -> std::optional<std::string> {
        if (!text.starts_with(word + " ")) { return std::nullopt; }
        return with_two_digits(std::string(trimmed(std::string_view(text).substr(word.size()))));
    };
    for (const std::string& word : {std::string("today"), std::string(_("today"))}) {
        if (const auto rest = rest_after(word)) { return calendar_day(now, 0) + "T" + *rest; }
    }
    for (const std::string& word : {std::string("yesterday"), std::string(_("yesterday"))}) {
        if (const auto rest = rest_after(word)) { return calendar_day(now, -1) + "T" + *rest; }
    }
    if (const auto colon = text.find(':'); colon == 1 || colon == 2) {
        return calendar_day(now, 0) + "T" + with_two_digits(text);
    }
    return std::string(trimmed(written));
}

/// A time on the wall in the zone TZ. Once a year it does not exist, once a year it comes twice.
When from_wall_clock(std::int64_t wall_ms) {
    const auto offset_at = [](std::int64_t unix_ms) { return in_local_zone(unix_ms).utc_offset_seconds; };
    const int before = offset_at(wall_ms - ms_in_day);
    const int after = offset_at(wall_ms + ms_in_day);
    const auto with_offset = [&](int offset) { return Moment{wall_ms - offset * ms_in_second, offset}; };
    const auto is_so = [&](Moment moment) { return offset_at(moment.unix_ms) == moment.utc_offset_seconds; };
    constexpr std::size_t time_begins = 11;
    const std::string wall_time = date_and_time(Moment{wall_ms, 0}).substr(time_begins);
    const Moment first = with_offset(before);
    const Moment second = with_offset(after);
    if (before == after || (is_so(first) != is_so(second))) { return {is_so(first) ? first : second, {}}; }
    if (is_so(first)) {
        return {first, filled(_("{} came twice that night, because clocks were put back: the first one is "
                                "taken. The second is {}."),
                              wall_time, to_rfc3339(second))};
    }
    const Moment taken = in_local_zone(first.unix_ms);
    return {taken, filled(_("There was no {} that night, because clocks were put forward: {} is taken."),
                          wall_time, date_and_time(taken).substr(time_begins))};
}

} // namespace

When read_when(std::string_view written, Moment now) {
    constexpr std::size_t day_length = 10;
    const std::string text = as_date_and_time(written, now);
    const auto exact = read_moment(text);
    if (exact && text.size() == day_length) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" has no time of day"), harmless(text)),
                      _("Add about when it began, as in 2026-11-20T19:30."));
    }
    // Without an offset it can be read as if the wall were in Greenwich.
    const auto wall = read_moment(text + "Z");
    if (!exact && !wall) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" is not a date and time"), harmless(written)),
                      _("It is written as in 2026-11-20T19:30, or \"yesterday 19:30\"."));
    }
    const When when = wall ? from_wall_clock(wall->unix_ms) : When{*exact, {}};
    constexpr std::int64_t longest_ago = 120LL * 366 * ms_in_day;
    if (when.at.unix_ms < now.unix_ms - longest_ago) {
        throw Failure(ExitCode::usage, filled(_("{} is more than 120 years ago"), date_and_time(when.at)),
                      _("See whether the year is right."));
    }
    return when;
}

Milliseconds read_minutes(std::string_view written) {
    constexpr int most = 1440;
    const auto number = whole_number(trimmed(written));
    if (!number || *number < 1 || *number > most) {
        throw Failure(ExitCode::usage, filled(_("\"{}\" is not a whole number of minutes from 1 to {}"),
                                              harmless(written), most));
    }
    return std::chrono::minutes(*number);
}

std::optional<int> read_rating(std::string_view written) {
    const std::string word = lowered_ascii(trimmed(written));
    if (word == "none" || word == _("none")) { return std::nullopt; }
    const auto number = whole_number(word);
    if (!number || *number < limits::lowest_rating || *number > limits::highest_rating) {
        throw Failure(ExitCode::usage,
                      filled(_("\"{}\" is not a whole number from 0 to 10"), harmless(written)));
    }
    return *number;
}

const std::vector<std::string>& ways_to_end() {
    static const std::vector<std::string> words{"completed", "closed_early", "stopped"};
    return words;
}

std::string read_status(std::string_view written) {
    const std::vector<std::string>& words = ways_to_end();
    const std::vector<std::string> in_words{_("completed"), _("closed early"), _("stopped")};
    std::string word = lowered_ascii(trimmed(written));
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (bare_letters(word) == bare_letters(in_words[at])) { return words[at]; }
    }
    std::replace(word.begin(), word.end(), ' ', '_');
    if (std::find(words.begin(), words.end(), word) != words.end()) { return word; }
    const auto near = nearest(word, words);
    throw Failure(ExitCode::usage,
                  filled(_("\"{}\" is not a way for a practice to end"), harmless(written)) +
                      (near ? filled(_(". Did you mean \"{}\"?"), *near) : std::string()),
                  _("It is completed, closed early or stopped."));
}

void refuse_the_future(Moment began, Milliseconds practised, Moment now) {
    constexpr std::int64_t a_minute = 60 * ms_in_second; // minutes are rounded by whoever writes them
    if (began.unix_ms > now.unix_ms) {
        throw Failure(ExitCode::usage, filled(_("{} has not come yet"), date_and_time(began)),
                      _("What is written down here has already been done."));
    }
    if (began.unix_ms + practised.count() > now.unix_ms + a_minute) {
        throw Failure(ExitCode::usage,
                      filled(_("A practice of {} that began at {} would not be over yet"),
                             duration_in_words(practised), date_and_time(began)),
                      _("Look at the time at which it began, or at the minutes."));
    }
}

ChosenExercise choose_exercise(Context& context, const std::string& name) {
    const auto ids = context.catalogue().ids(); // a file of the person's own by this name goes first
    const bool sitting = name == sitting_id && std::find(ids.begin(), ids.end(), name) == ids.end();
    ChosenExercise chosen{sitting ? open_sitting(context, {}) : context.open_exercise(name), {}, {}};
    const Exercise& exercise = *chosen.opened.exercise;
    ExpandRequest wanted;
    wanted.settings = default_settings(exercise);
    const Fitted fitted = fit(chosen.opened.exercise, chosen.opened.find_fragment, wanted, std::nullopt);
    if (chosen.opened.fragment_problems != nullptr) {
        context.refuse_errors(*chosen.opened.fragment_problems, chosen.opened.file.string());
    }
    context.refuse_errors(fitted.diagnostics, chosen.opened.file.string());
    chosen.about = start_of(*fitted.plan);
    // Nothing was planned here: it was done elsewhere.
    chosen.about.planned.reset();
    chosen.about.settings.clear();
    chosen.about.picks.clear();
    chosen.about.source = PracticeSource::entered_later;
    chosen.about.kindly_version = KINDLY_VERSION;
    chosen.about.digest = digest_of(*exercise.document);
    const Document& written = original_of(*exercise.document);
    chosen.text = {TextToKeep::Kind::exercise,          chosen.about.digest,    exercise.id, exercise.version,
                   written.root.find("language")->text, written.source->bytes()};
    return chosen;
}

const std::vector<RatingField>& rating_fields() {
    static const std::vector<RatingField> fields{
        {"distress_before", "--distress-before", N_("How distressed were you before it, from 0 to 10?"),
         N_("distress before")},
        {"distress_after", "--distress-after", N_("How distressed were you after it, from 0 to 10?"),
         N_("distress after")},
        {"kindness_before", "--kindness-before", N_("How kind were you to yourself before it, from 0 to 10?"),
         N_("kindness before")},
        {"kindness_after", "--kindness-after", N_("How kind were you to yourself after it, from 0 to 10?"),
         N_("kindness after")}};
    return fields;
}

void read_option(const char* option, const std::string& value,
                 const std::function<void(const std::string&)>& read) {
    try {
        read(value);
    } catch (const Failure& failure) { // the same, with its place
        throw Failure(failure.code(), std::string(option) + ": " + failure.what(), failure.advice());
    }
}

} // namespace kindly
