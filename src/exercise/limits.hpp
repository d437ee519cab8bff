// SPDX-License-Identifier: MIT
// Every number of the exercise format that is a limit, named, with its reason. They are cautious proposals,
// not clinical findings. kindly-exercise(5) tells them under LIMITS, TIME and MESSAGES.
#pragma once

#include "base/duration.hpp"

#include <cstddef>

namespace kindly::limits {

using std::chrono::minutes;
using std::chrono::seconds;

// The file itself.
inline constexpr std::size_t file_bytes = 1024 * 1024; ///< a long exercise has about 30 kB
inline constexpr int nesting = 32;                     ///< deeper files are mistakes or attacks
inline constexpr std::size_t text_characters = 1200;   ///< about one screen
inline constexpr std::size_t most_findings = 200; ///< nobody reads more in one go; the rest comes next time
inline constexpr long long largest_number = 9007199254740991; ///< 2^53 - 1: exact in every JSON reader

// Time.
inline constexpr Milliseconds longest_pause = minutes(20);
inline constexpr Milliseconds reading_start = seconds(1); ///< to notice that there is something new
inline constexpr double reading_words_per_second = 2.5;   ///< a slow, unhurried reader
inline constexpr Milliseconds answering = seconds(15);    ///< a question that does not say how long it takes
inline constexpr int most_minutes_asked = 60;             ///< --minutes
inline constexpr double slowest_pace = 0.25;
inline constexpr double fastest_pace = 4;

// Breathing: within what untrained people do without effort; longer holds or phases can cause faintness.
inline constexpr Milliseconds longest_breath_phase = seconds(15);
inline constexpr Milliseconds longest_hold = seconds(7);
inline constexpr int most_breath_rounds = 30;
inline constexpr Milliseconds longest_breathing = minutes(5);
inline constexpr double slowest_breaths_a_minute = 3;
inline constexpr double fastest_breaths_a_minute = 15;

// Flow: what keeps every practice finite and short enough to hold in mind.
inline constexpr int most_repeats = 20;
inline constexpr int most_nested_repeats = 60;
inline constexpr std::size_t most_tests = 5;
inline constexpr int deepest_use = 8; ///< fragments within fragments: more than anybody follows
inline constexpr std::size_t most_instructions = 5000; ///< of an expanded plan; 45 minutes hold some hundreds
inline constexpr std::size_t most_paths_walked = 4096; ///< combinations of answers remembered at once

// Check-ins: 0 to 10.
inline constexpr int lowest_rating = 0;
inline constexpr int highest_rating = 10;
inline constexpr int lowest_offer_at = 1;
inline constexpr int highest_offer_at = 8;
inline constexpr int highest_stop_at = 9;
inline constexpr int default_offer_at =
    6; ///< where an exercise names none: 6 to 7 of 10 is where something gentle is offered
inline constexpr int default_stop_at = 8;
inline constexpr int rise_that_matters = 2; ///< above the lowest rating so far

// Questions.
inline constexpr std::size_t most_options = 12;
inline constexpr std::size_t most_parameters = 30; ///< nobody goes through more settings before a practice
inline constexpr std::size_t longest_answer =
    20000; ///< characters of free text, unless the question says less

/// Whole exercises in one assignment: each is read as a file of its own, in the place where it stands.
inline constexpr std::size_t most_exercises_brought = 50;
inline constexpr int most_programme_days = 366; ///< a year: longer plans are made anew on the way

// What the checker proves (kindly-exercise(5), MESSAGES).
inline constexpr Milliseconds longest_exercise = minutes(45); ///< beyond it few can stay with it
inline constexpr Milliseconds time_most_people_have = minutes(5);
inline constexpr Milliseconds difference_that_matters = seconds(10); ///< between two ways to go on
inline constexpr double promise_kept_within = 0.25;                  ///< of the time that was promised
inline constexpr Milliseconds silence_alone_gentle = minutes(3);     ///< with nothing on the screen
inline constexpr Milliseconds silence_alone_moderate = seconds(60);
inline constexpr Milliseconds silence_alone_strong = seconds(45);
inline constexpr Milliseconds longest_without_asking = minutes(6); ///< neither check-in nor question
inline constexpr Milliseconds longest_without_check_in_strong = minutes(4);
inline constexpr Milliseconds kindness_after_check_in = seconds(20); ///< a word of thanks needs no second one
inline constexpr int exposed_percent_gentle = 0; ///< of guided time, with feelings, memories, the critic
inline constexpr int exposed_percent_moderate = 25;
inline constexpr int exposed_percent_strong = 40;
inline constexpr Milliseconds longest_critic = seconds(60);
inline constexpr Milliseconds longest_grounding = minutes(4);
inline constexpr Milliseconds shortest_closing = seconds(20);
inline constexpr Milliseconds shortest_closing_gentle = seconds(8);
// Programmes. Backdraft is met with a closing plan and some practice in steadying first, and with a day
// between.
inline constexpr int gentle_practices_before_strong = 3;
inline constexpr const char* exercise_before_strong = "open-close";
// Above it, something gentle is offered instead: what is strong needs some room to begin with.
inline constexpr int highest_first_rating_strong = 5;
// Wording. People in distress hold less in mind: what is read has to go in at once.
inline constexpr std::size_t longest_sentence = 20;    ///< words; of English, and of languages not named here
inline constexpr std::size_t longest_sentence_de = 18; ///< German joins words: fewer and longer ones
inline constexpr std::size_t longest_sentence_es = 24; ///< Spanish says the same with more small words
inline constexpr int reading_grade_to_aim_for = 6; ///< years at school; what leaflets for patients aim for
inline constexpr int highest_reading_grade = 7;    ///< above it: advice
inline constexpr std::size_t least_words_for_reading_level =
    60;                                                      ///< the formulas mean nothing for a few lines
inline constexpr std::size_t least_words_of_a_hard_text = 4; ///< one long word alone is not the trouble
inline constexpr std::size_t widest_word = 60;               ///< columns; a longer one breaks the page
inline constexpr std::size_t normal_screen_columns = 72;     ///< as the guide lays out texts
inline constexpr std::size_t most_screen_lines = 12;  ///< half of a small terminal: the rest is the guide's
inline constexpr std::size_t least_phone_digits = 7;  ///< shorter numbers are counts and times
inline constexpr std::size_t most_phone_digits = 15;  ///< ITU-T E.164
inline constexpr std::size_t most_own_phrases = 500;  ///< of each sort in words.json
inline constexpr std::size_t longest_own_phrase = 80; ///< bytes; whole sentences are no phrases

} // namespace kindly::limits
