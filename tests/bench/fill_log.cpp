// SPDX-License-Identifier: MIT
// fill_log FILE SESSIONS [SEED]: a practice log as large as wanted, to measure with. Every row is written by
// the journal's own calls, with times of a made-up clock; the same numbers give the same log. Only in one
// thing is it no ordinary log: nothing is synced while it is being written.
#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "exercise/canonical.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "journal/journal.hpp"
#include "journal/store.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <unistd.h>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr std::int64_t second_ms = 1000;
constexpr std::int64_t day_ms = 24 * 3600 * second_ms;
constexpr std::int64_t last_day_ms = 1795219200 * second_ms; // 2026-11-21
constexpr std::size_t note_bytes = 120;

/// SplitMix64: small, and the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// From `lowest` to `highest`, both included.
    int between(int lowest, int highest) {
        return lowest + static_cast<int>(next() % static_cast<std::uint64_t>(highest - lowest + 1));
    }
    bool one_in(int many) { return between(1, many) == 1; }

private:
    std::uint64_t state_;
};

/// As make_uuid7, but with dice.
std::string id_at(std::int64_t unix_ms, Dice& dice) {
    const auto time = static_cast<std::uint64_t>(unix_ms);
    const std::uint64_t first = dice.next();
    const std::uint64_t second = dice.next();
    return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", time >> 16U, time & 0xFFFFU, first & 0xFFFU,
                       0x8000U | ((first >> 12U) & 0x3FFFU), second & 0xFFFFFFFFFFFFU);
}

struct Known {
    SessionStart start;
    std::string bytes;
};

/// A built-in exercise, as far as the log keeps it.
Known known(const std::string& id, Intensity intensity, std::vector<std::string> components, int minutes) {
    const std::string path = std::string(KINDLY_SOURCE_DIR) + "/exercises/" + id + ".json";
    Known one;
    one.bytes = read_file(path, limits::file_bytes);
    const auto parsed = parse_written(std::make_shared<const SourceText>(path, one.bytes));
    const auto member = [&](std::string_view key) {
        for (const auto& each : parsed.document->root.members) {
            if (each.key == key) { return each.value.text; }
        }
        return std::string();
    };
    one.start.exercise = id;
    one.start.exercise_version = member("version");
    one.start.title = member("title");
    one.start.language = member("language");
    one.start.digest = canonical_digest(parsed.document->root);
    one.start.intensity = intensity;
    one.start.components = std::move(components);
    one.start.planned = std::chrono::minutes(minutes);
    one.start.kindly_version = "0.1.0";
    return one;
}

std::string note(Dice& dice) {
    static constexpr std::array words{
        "today", "was",  "slow",  "and",  "the", "rain", "stayed", "I",        "noticed", "my",      "hands",
        "a",     "walk", "later", "with", "tea", "soft", "breath", "than",     "heavy",   "lighter", "before",
        "then",  "kind", "word",  "to",   "me",  "warm", "über",   "\"fine\"", "no,",     "rest"};
    std::string text;
    while (text.size() < note_bytes) {
        if (!text.empty()) { text += dice.one_in(25) ? '\n' : ' '; }
        text += words.at(dice.next() % words.size());
    }
    text.resize(note_bytes);
    // No half of a letter at the end.
    while ((static_cast<unsigned char>(text.back()) & 0xC0U) >= 0x80U) { text.pop_back(); }
    text.resize(note_bytes, '.');
    return text;
}

/// One practice from its first question to its end.
class Practice {
public:
    Practice(Journal& journal, Dice& dice, SessionStart start)
        : journal_(journal), dice_(dice), start_(std::move(start)) {}

    /// Nothing but a note: as much as other programs keep of an entry.
    void write_with_a_note() {
        journal_.begin(start_);
        answer("words", "text", "Is there anything that you would like to write down?", true).value =
            note(dice_);
        step("main/quiet", "pause", dice_.between(60, 600), "time");
        end(false);
    }

    void write() {
        journal_.begin(start_);
        const bool leaves = dice_.one_in(8);
        const int asked = leaves ? dice_.between(1, 4) : 5;
        const std::optional<int> distress = rating(2, 8);
        const int kindness = dice_.between(1, 6);
        check_in("start", "How distressed do you feel right now?", distress, false);
        if (asked > 1) { scale("kind_before", "How kind are you to yourself right now?", kindness, false); }
        if (asked > 2) { words(); }
        if (asked > 3) {
            const int lower = std::max(0, distress.value_or(5) - dice_.between(-1, 3));
            check_in("after", "And how distressed are you now?", std::min(10, lower), true);
        }
        if (asked > 4) {
            scale("kind_after", "And how kind are you to yourself now?",
                  std::min(10, kindness + dice_.between(-1, 3)), true);
        }
        end(leaves);
    }

private:
    std::optional<int> rating(int lowest, int highest) {
        if (dice_.one_in(20)) { return std::nullopt; }
        return dice_.between(lowest, highest);
    }
    void step(const char* path, const char* kind, int seconds, const char* how) {
        const Milliseconds began = clock_;
        clock_ += std::chrono::seconds(seconds);
        changes_.steps.push_back({path, kind, began, clock_, how});
    }
    [[nodiscard]] Moment now() const {
        return {start_.started_at.unix_ms + clock_.count(), start_.started_at.utc_offset_seconds};
    }
    AnswerRecord& answer(const char* id, const char* kind, const char* prompt, bool answered) {
        step(id, kind, dice_.between(3, 40), answered ? "answered" : "skipped");
        changes_.figures.skipped += answered ? 0 : 1;
        AnswerRecord record;
        record.path = std::string("main/") + id;
        record.question = id;
        record.kind = kind;
        record.prompt = prompt;
        record.answered_at = now();
        changes_.answers.push_back(std::move(record));
        return changes_.answers.back();
    }
    void check_in(const char* id, const char* prompt, std::optional<int> value, bool after) {
        const bool numb = value && dice_.one_in(40);
        AnswerRecord& record = answer(id, "check_in", prompt, value.has_value());
        record.about = "distress";
        record.measure = "distress_0_10";
        record.lowest = 0;
        record.highest = 10;
        if (numb) {
            record.value = Numb{};
        } else if (value) {
            record.value = static_cast<double>(*value);
            (after ? changes_.figures.distress_after : changes_.figures.distress_before) = value;
        }
        if (!value) { return; }
        SafetyRecord noticed;
        noticed.at = clock_;
        noticed.reason = "check_in";
        noticed.check_in = id;
        if (!numb) { noticed.value = value; }
        noticed.numb = numb;
        noticed.offer_grounding_at = 6;
        noticed.stop_at = 8;
        changes_.safety.push_back(std::move(noticed));
    }
    void scale(const char* id, const char* prompt, int value, bool after) {
        const bool answered = !dice_.one_in(15);
        AnswerRecord& record = answer(id, "scale", prompt, answered);
        record.measure = "kindness_0_10";
        record.lowest = 0;
        record.highest = 10;
        record.lowest_label = "not at all";
        record.highest_label = "very";
        if (!answered) { return; }
        record.value = static_cast<double>(value);
        (after ? changes_.figures.kindness_after : changes_.figures.kindness_before) = value;
    }
    void words() {
        const bool answered = !dice_.one_in(4);
        AnswerRecord& record =
            answer("words", "text", "Is there anything that you would like to write down?", answered);
        record.is_private = true;
        if (answered) { record.value = note(dice_); }
        step("main/quiet", "pause", dice_.between(60, 600), "time");
    }
    void end(bool leaves) {
        const bool paused = dice_.one_in(12);
        changes_.figures.practised = clock_;
        changes_.figures.paused = std::chrono::seconds(paused ? dice_.between(5, 300) : 0);
        changes_.figures.groundings = dice_.one_in(30) ? 1 : 0;
        if (dice_.one_in(3)) {
            changes_.figures.backdraft = dice_.one_in(6) ? "noticed" : "none";
            if (changes_.figures.groundings > 0) { changes_.figures.backdraft = "grounded"; }
        }
        changes_.figures.last_section = leaves ? "mindfulness" : "close";
        clock_ += changes_.figures.paused;
        changes_.at = now();
        if (!leaves) {
            const bool early = dice_.one_in(14);
            journal_.finish(start_.id, changes_, early ? "closed_early" : "completed", early ? "person" : "");
            return;
        }
        static constexpr std::array<std::array<const char*, 2>, 5> ends{{{"stopped", "person"},
                                                                         {"stopped", "distress"},
                                                                         {"stopped", "person"},
                                                                         {"interrupted", "signal"},
                                                                         {"interrupted", "crash"}}};
        const auto& [status, reason] = ends.at(dice_.next() % ends.size());
        journal_.finish(start_.id, changes_, status, reason);
    }

    Journal& journal_;
    Dice& dice_;
    SessionStart start_;
    Changes changes_;
    Milliseconds clock_{0};
};

int fill(const std::filesystem::path& file, int sessions, std::uint64_t seed, bool only_notes) {
    Dice dice(seed);
    Journal journal = Journal::open_for_writing(file);
    journal.store().read([](SQLite::Database& database) {
        database.exec("PRAGMA synchronous = OFF");
        database.exec("PRAGMA cache_size = -200000");
        database.exec("PRAGMA wal_autocheckpoint = 20000");
        return true;
    });
    const std::array exercises{
        known("kind-pause", Intensity::gentle, {"mindfulness", "common_humanity", "kindness"}, 10),
        known("look", Intensity::gentle, {"mindfulness"}, 3),
        known("open-close", Intensity::gentle, {"mindfulness", "kindness"}, 12),
        known("feet", Intensity::gentle, {"mindfulness"}, 5),
    };
    for (const auto& each : exercises) {
        const SessionStart& start = each.start;
        journal.keep_text({TextToKeep::Kind::exercise, start.digest, start.exercise, start.exercise_version,
                           start.language, each.bytes});
    }
    // Two a day; but never more than twenty years, as a clinic's shared log might come to.
    constexpr std::int64_t most_days = 20 * 365;
    const std::int64_t days = std::clamp<std::int64_t>(sessions / 2, 1, most_days);
    const std::int64_t first = last_day_ms - days * day_ms;
    const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
    for (int number = 0; number < sessions; ++number) {
        SessionStart start = exercises.at(static_cast<std::size_t>(std::max(0, dice.between(-2, 3)))).start;
        // Spread evenly, nights included.
        const std::int64_t at = first + static_cast<std::int64_t>(static_cast<double>(number) / sessions *
                                                                  static_cast<double>(days * day_ms));
        start.started_at = in_local_zone(at + dice.between(0, 600) * second_ms);
        start.id = id_at(start.started_at.unix_ms, dice);
        start.day = local_day(start.started_at);
        start.seed = dice.next() >> 11U; // as practices have it: exact in JSON
        start.factor = 1;
        if (dice.one_in(25)) { start.source = PracticeSource::entered_later; }
        if (dice.one_in(40)) { start.source = PracticeSource::trial; }
        if (dice.one_in(5)) { start.homework = "week-" + std::to_string(number / 200); }
        Practice practice(journal, dice, std::move(start));
        only_notes ? practice.write_with_a_note() : practice.write();
        constexpr int told_every = 10000;
        if (is_terminal && number % told_every == 0) { fmt::print(stderr, "\r{} ", number); }
    }
    if (is_terminal) { fmt::print(stderr, "\r{}\n", sessions); }
    journal.store().empty_write_ahead_log();
    return 0;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) { return std::nullopt; }
    return value;
}

} // namespace

} // namespace kindly

int main(int count, char** arguments) {
    using namespace kindly;
    const auto sessions = count > 2 ? whole_number(arguments[2]) : std::nullopt;
    const bool only_notes = count == 4 && std::string_view(arguments[3]) == "--notes";
    const auto seed =
        count == 4 && !only_notes ? whole_number(arguments[3]) : std::optional<std::uint64_t>(1);
    constexpr std::uint64_t most = 100'000'000;
    if (!sessions || *sessions > most || !seed || count > 4) {
        fmt::print(stderr, "usage: fill_log FILE SESSIONS [SEED | --notes]\n");
        return 2;
    }
    const std::filesystem::path file = arguments[1];
    if (std::filesystem::exists(file)) {
        fmt::print(stderr, "fill_log: {} is there already; name a new file\n", file.string());
        return 2;
    }
    // A zone with summer time, whatever the machine's is.
    ::setenv("TZ", "Europe/Berlin", 1);
    ::tzset();
    try {
        return fill(file, static_cast<int>(*sessions), *seed, only_notes);
    } catch (const Failure& failure) {
        fmt::print(stderr, "fill_log: {}\n{}\n", failure.what(), failure.advice());
        return 1;
    }
}
