// SPDX-License-Identifier: MIT
#include "exchange/import_session.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exchange/import_letters.hpp"
#include "exercise/exercise.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

constexpr std::int64_t second_ms = 1000;
constexpr std::int64_t longest_ms =
    std::int64_t{366} * 24 * 3600 * second_ms;     ///< a year: no practice is longer
constexpr std::int64_t largest = 9007199254740991; ///< 2^53 - 1
constexpr int highest_rating = 10;

template <class Enumeration>
std::vector<std::string> words_of() {
    std::vector<std::string> words;
    for (const Enumeration value : all_values<Enumeration>()) { words.emplace_back(word(value)); }
    return words;
}

const std::vector<std::string>& kinds() {
    static const std::vector<std::string> all{"check_in", "choice", "choices", "scale",
                                              "yes_no",   "number", "text"};
    return all;
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::optional<int> small(const std::optional<std::int64_t>& value) {
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

/// The same moment, told to the millisecond.
void make_precise(Moment& moment, LineFields& more, const char* name) {
    const auto precise = more.moment_if_any(name);
    if (!precise) { return; }
    const std::int64_t rest = precise->unix_ms - moment.unix_ms;
    if (rest < 0 || rest >= second_ms || precise->utc_offset_seconds != moment.utc_offset_seconds) {
        throw WrongLine{filled(_("\"{}\" is another time than \"{}\""), more.place(name), name), {}};
    }
    moment = *precise;
}

void make_precise(std::optional<Moment>& moment, LineFields& more, const char* name) {
    if (moment) {
        make_precise(*moment, more, name);
    } else if (more.find(name) != nullptr) {
        throw WrongLine{filled(_("\"{}\" is given, but \"{}\" is not"), more.place(name), name), {}};
    }
}

void make_precise(std::optional<std::int64_t>& length, LineFields& more, const char* name,
                  const char* rounded_name) {
    const auto precise = more.whole_if_any(name, 0, longest_ms);
    if (!precise) { return; }
    if (!length || (*precise + second_ms / 2) / second_ms != *length / second_ms) {
        throw WrongLine{filled(_("\"{}\" is another length than \"{}\""), more.place(name), rounded_name),
                        {}};
    }
    length = precise;
}

std::optional<std::int64_t> milliseconds(LineFields& line, const char* name) {
    const auto seconds = line.whole_if_any(name, 0, longest_ms / second_ms);
    return seconds ? std::optional(*seconds * second_ms) : std::nullopt;
}

/// The local date at the start; a night can count to the day before.
std::string read_day(LineFields& line, const Moment& started_at) {
    std::string day = line.text("day");
    constexpr std::size_t length = 10;
    if (day.size() != length || !read_moment(day + "T00:00:00Z")) {
        throw WrongLine{_("\"day\" is no date"), _("It is written like 2026-11-22.")};
    }
    const auto none = Milliseconds(0);
    if (day != local_day(started_at, none) && day != local_day(started_at, std::chrono::hours(24))) {
        throw WrongLine{_("\"day\" is not the day on which it began"),
                        filled(_("It began on {}."), local_day(started_at, none))};
    }
    return day;
}

std::string read_options(LineFields& more) {
    Json options = Json::array();
    for (auto& option : more.objects("options")) {
        options.push_back(Json::object({{"id", option.text("id")}, {"text", option.text("text")}}));
        option.refuse_others();
    }
    return options.empty() ? std::string() : written(options);
}

/// A value of the wrong kind would be a false answer.
void check_value(const WholeAnswer& answer, const LineFields& line) {
    const auto refuse = [&](const char* name, const char* cure) {
        throw WrongLine{
            filled(_("\"{}\" does not fit a question of the kind \"{}\""), line.place(name), answer.kind),
            cure};
    };
    const bool any = answer.value_number || answer.value_text;
    if (answer.skipped && any) {
        throw WrongLine{filled(_("\"{}\" is true, and yet there is an answer"), line.place("skipped")), {}};
    }
    if (answer.value_number && answer.value_text) {
        refuse("value_text", _("There is a number or a text, not both."));
    }
    const bool takes_number = answer.kind == "check_in" || answer.kind == "scale" || answer.kind == "number";
    if (answer.value_number) {
        if (!takes_number) { refuse("value_number", ""); }
        const double value = *answer.value_number;
        const auto lowest = answer.kind == "check_in" ? 0 : answer.lowest.value_or(-largest);
        const auto highest = answer.kind == "check_in" ? highest_rating : answer.highest.value_or(largest);
        if (value < static_cast<double>(lowest) || value > static_cast<double>(highest)) {
            throw WrongLine{
                filled(_("\"{}\" is outside of what could be answered"), line.place("value_number")),
                filled(_("It is from {} to {}."), lowest, highest)};
        }
    }
    if (answer.value_text) {
        const std::string& text = *answer.value_text;
        if (answer.kind == "check_in" && text != "numb") { refuse("value_text", _("It is \"numb\".")); }
        if (answer.kind == "yes_no" && text != "yes" && text != "no") {
            refuse("value_text", _("It is \"yes\" or \"no\"."));
        }
        if (answer.kind == "scale" || answer.kind == "number") { refuse("value_text", ""); }
    }
}

WholeAnswer read_answer(LineFields& line, std::int64_t revision) {
    WholeAnswer answer;
    answer.position = line.whole("position", 1, largest);
    answer.step = line.text_if_any("step");
    answer.kind = line.word("kind", kinds());
    answer.measure = line.text_if_any("measure");
    answer.value_number = line.number_if_any("value_number");
    answer.value_text = line.text_or_nothing("value_text");
    answer.skipped = line.truth("skipped");
    answer.is_private = line.truth("private");
    answer.answered_at = line.moment("answered_at");
    const bool withheld = line.truth_if_any("withheld");
    answer.prompt = line.text_if_any("prompt");
    std::optional<std::int64_t> value_revision;
    if (auto more = line.object_if_any("more")) {
        answer.question = more->text_if_any("question");
        answer.about = more->text_if_any("about");
        answer.options = read_options(*more);
        answer.lowest = more->whole_if_any("lowest", -largest, largest);
        answer.highest = more->whole_if_any("highest", -largest, largest);
        answer.lowest_label = more->text_if_any("lowest_label");
        answer.highest_label = more->text_if_any("highest_label");
        answer.words_deleted = more->truth_if_any("words_deleted");
        make_precise(answer.answered_at, *more, "answered_at");
        value_revision = more->whole_if_any("value_revision", 0, revision);
        more->refuse_others();
    }
    check_value(answer, line);
    const bool any = answer.value_number || answer.value_text;
    // Where only the prompt is withheld, there is a value, or it was skipped or deleted.
    const bool came = any || answer.skipped || answer.words_deleted || !withheld;
    answer.value_revision = value_revision.value_or(came ? revision : 0);
    line.refuse_others();
    return answer;
}

void read_answers(LineFields& line, WholeSession& session) {
    for (auto& fields : line.objects("answers")) {
        WholeAnswer answer = read_answer(fields, session.revision);
        if (!session.answers.empty() && answer.position <= session.answers.back().position) {
            throw WrongLine{filled(_("\"{}\" is not higher than the one before"), fields.place("position")),
                            _("Answers stand in their order, each with a position of its own.")};
        }
        session.answers.push_back(std::move(answer));
    }
}

void read_steps(LineFields& more, Details& details) {
    for (auto& line : more.objects("steps")) {
        StepRecord& step = details.steps.emplace_back();
        step.path = line.text_if_any("path");
        step.kind = line.text_if_any("kind");
        step.began = Milliseconds(line.whole("began_ms", 0, longest_ms));
        step.ended = Milliseconds(line.whole("ended_ms", 0, longest_ms));
        step.how = line.text_if_any("how");
        line.refuse_others();
    }
    for (auto& line : more.objects("safety")) {
        SafetyRecord& noticed = details.safety.emplace_back();
        noticed.at = Milliseconds(line.whole("at_ms", 0, longest_ms));
        noticed.reason = line.text_if_any("reason");
        noticed.check_in = line.text_if_any("check_in");
        noticed.value = small(line.whole_if_any("value", 0, highest_rating));
        noticed.numb = line.truth("numb");
        noticed.offer_grounding_at = small(line.whole_if_any("offer_grounding_at", 0, highest_rating));
        noticed.stop_at = small(line.whole_if_any("stop_at", 0, highest_rating));
        noticed.offered = line.texts("offered");
        noticed.chosen = line.text_if_any("chosen");
        line.refuse_others();
    }
}

void read_history(LineFields& more, Details& details, std::int64_t revision) {
    for (auto& line : more.objects("amendments")) {
        Amendment& amendment = details.amendments.emplace_back();
        amendment.position = static_cast<std::int64_t>(details.amendments.size());
        amendment.revision = line.whole("revision", 1, revision);
        amendment.amended_at = line.moment("amended_at");
        amendment.field = line.text("field");
        amendment.was = line.text_or_nothing("was");
        amendment.withheld = line.truth_if_any("withheld");
        line.refuse_others();
    }
    for (auto& line : more.objects("drafts")) {
        KeptDraft draft;
        const bool withheld = line.truth_if_any("withheld");
        draft.question = line.text("question");
        draft.words = line.text_if_any("words");
        draft.saved_at = line.moment("saved_at");
        line.refuse_others();
        if (!withheld) { details.drafts.push_back(std::move(draft)); }
    }
    const auto by_question = [](const KeptDraft& left, const KeptDraft& right) {
        return left.question < right.question;
    };
    std::sort(details.drafts.begin(), details.drafts.end(), by_question);
    const auto twice = std::adjacent_find(
        details.drafts.begin(), details.drafts.end(),
        [](const KeptDraft& left, const KeptDraft& right) { return left.question == right.question; });
    if (twice != details.drafts.end()) {
        throw WrongLine{filled(_("\"{}\" has two drafts of one question"), more.place("drafts")), {}};
    }
}

void read_picks(LineFields& more, Details& details) {
    const Json* picks = more.find("picks");
    if (picks == nullptr) { return; }
    if (!picks->is_object()) {
        throw WrongLine{filled(_("\"{}\" is not a group in braces"), more.place("picks")), {}};
    }
    constexpr std::int64_t most_variants = 1000000;
    for (const auto& [pick, variant] : picks->items()) {
        const bool right = variant.is_number_integer() && variant.get<std::int64_t>() >= 0 &&
                           variant.get<std::int64_t>() < most_variants;
        if (!right || pick.find('\0') != std::string::npos) {
            throw WrongLine{
                filled(_("A value in \"{}\" is not the number of a variant"), more.place("picks")),
                _("Variants are counted from 0.")};
        }
        details.picks.push_back({pick, variant.get<std::size_t>()});
    }
    std::sort(details.picks.begin(), details.picks.end(),
              [](const PickMade& left, const PickMade& right) { return left.id < right.id; });
}

void read_fragments(LineFields& more, Details& details) {
    details.fragments = more.texts("fragments");
    constexpr std::size_t digits = 64;
    for (const auto& digest : details.fragments) {
        if (digest.size() != digits || digest.find_first_not_of("0123456789abcdef") != std::string::npos) {
            throw WrongLine{filled(_("\"{}\" holds something that is no digest"), more.place("fragments")),
                            _("A digest has 64 hexadecimal digits, in small letters.")};
        }
    }
    std::sort(details.fragments.begin(), details.fragments.end());
    details.fragments.erase(std::unique(details.fragments.begin(), details.fragments.end()),
                            details.fragments.end());
}

/// A group as it is stored; empty where there is none.
std::string read_group(LineFields& more, const char* name) {
    const Json* group = more.find(name);
    if (group == nullptr) { return {}; }
    if (!group->is_object()) {
        throw WrongLine{filled(_("\"{}\" is not a group in braces"), more.place(name)), {}};
    }
    return written(*group);
}

void read_more(LineFields& more, WholeSession& session) {
    make_precise(session.started_at, more, "started_at");
    make_precise(session.ended_at, more, "ended_at");
    make_precise(session.recorded_at, more, "recorded_at");
    make_precise(session.amended_at, more, "amended_at");
    make_precise(session.planned_ms, more, "planned_ms", "planned_seconds");
    make_precise(session.practised_ms, more, "practised_ms", "practised_seconds");
    make_precise(session.paused_ms, more, "paused_ms", "paused_seconds");
    Details& details = session.details;
    details.intensity = more.word_if_any("intensity", words_of<Intensity>());
    details.digest = more.digest_if_any("digest");
    read_fragments(more, details);
    details.last_section = more.text_if_any("last_section");
    details.seed = more.whole_if_any("seed", 0, largest);
    static_cast<void>(more.truth_if_any("settings_withheld"));
    details.settings = read_group(more, "settings");
    details.plan = read_group(more, "plan");
    read_picks(more, details);
    read_steps(more, details);
    read_history(more, details, session.revision);
    read_letters(more, details);
}

} // namespace

WholeSession read_session(LineFields& line) {
    WholeSession session;
    session.id = line.uuid("id");
    session.revision = line.whole("revision", 1, largest);
    const std::string share = line.word_if_any("share", {"counts", "ratings", "words"});
    session.exercise = line.text("exercise");
    session.exercise_version = line.text_if_any("exercise_version");
    session.title = line.text_if_any("title");
    session.language = line.text_if_any("language");
    const auto components = line.texts("components");
    const auto known = words_of<Component>();
    for (const auto& component : components) {
        if (std::find(known.begin(), known.end(), component) == known.end()) {
            throw WrongLine{_("\"components\" holds a word that is no component"),
                            filled(_("Components are: {}."), joined(known, ", "))};
        }
    }
    session.components = joined(components, ";");
    session.started_at = line.moment("started_at");
    session.ended_at = line.moment_if_any("ended_at");
    session.day = read_day(line, session.started_at);
    session.status = line.word("status", {"completed", "closed_early", "stopped", "interrupted"});
    session.stop_reason =
        line.word_if_any("stop_reason", {"person", "distress", "unanswered", "signal", "crash"});
    session.planned_ms = milliseconds(line, "planned_seconds");
    session.practised_ms = milliseconds(line, "practised_seconds");
    session.paused_ms = milliseconds(line, "paused_seconds");
    RatedFigures& ratings = session.ratings;
    ratings.distress_before = line.whole_if_any("distress_before", 0, highest_rating);
    ratings.distress_after = line.whole_if_any("distress_after", 0, highest_rating);
    ratings.kindness_before = line.whole_if_any("kindness_before", 0, highest_rating);
    ratings.kindness_after = line.whole_if_any("kindness_after", 0, highest_rating);
    ratings.backdraft = line.word_if_any("backdraft", {"none", "noticed", "grounded"});
    ratings.groundings = line.whole_if_any("groundings", 0, largest);
    session.skipped = line.whole_if_any("skipped", 0, largest);
    session.homework = line.text_if_any("homework");
    session.source = line.word("source", {"timed", "entered_later", "trial"});
    session.participant = line.text_if_any("participant");
    session.recorded_at = line.moment("recorded_at");
    session.amended_at = line.moment_if_any("amended_at");
    session.kindly_version = line.text_if_any("kindly_version");
    static_cast<void>(line.truth_if_any("answers_unreadable"));
    read_answers(line, session);

    const bool rated = share != "counts" || session.ratings != RatedFigures{};
    session.ratings_revision = rated ? session.revision : 0;
    if (auto more = line.object_if_any("more")) {
        read_more(*more, session);
        const bool detailed = share.empty() || share == "words" || session.details != Details{};
        session.details_revision = detailed ? session.revision : 0;
        // Of a practice that came from elsewhere in parts.
        const auto ratings_revision = more->whole_if_any("ratings_revision", 0, session.revision);
        const auto details_revision = more->whole_if_any("details_revision", 0, session.revision);
        session.ratings_revision = ratings_revision.value_or(session.ratings_revision);
        session.details_revision = details_revision.value_or(session.details_revision);
        more->refuse_others();
    }
    line.refuse_others();
    return session;
}

} // namespace kindly
