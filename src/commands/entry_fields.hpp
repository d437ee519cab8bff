// SPDX-License-Identifier: MIT
// What a person says of a practice by hand, for `log add` and `log amend`: when, how long, which exercise,
// how it ended, ratings. Reads one field each and refuses what cannot be. Knows no database.
#pragma once

#include "base/moment.hpp"
#include "exercise/catalogue.hpp"
#include "journal/record.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kindly {

class Context;

// All throw Failure: usage for what cannot be, not_found for an exercise that nobody has heard of.

struct When {
    Moment at;
    std::string remark; ///< a sentence where clocks were put forward or back that night, and one was chosen
};
/// "2026-11-20T19:30", with an offset or not; "2026-11-20 19:30", "yesterday 19:30", "today 7:15", "19:30".
/// A day without a time is refused: it would count to the day before.
[[nodiscard]] When read_when(std::string_view written, Moment now);

/// 1 to 1440.
[[nodiscard]] Milliseconds read_minutes(std::string_view written);

/// 0 to 10; "none" takes a rating back.
[[nodiscard]] std::optional<int> read_rating(std::string_view written);

/// Those that a person can say of a practice: completed, closed_early, stopped.
[[nodiscard]] const std::vector<std::string>& ways_to_end();
/// One of them.
[[nodiscard]] std::string read_status(std::string_view written);

/// A practice is over when it is written down.
void refuse_the_future(Moment began, Milliseconds practised, Moment now);

/// What is kept about an exercise, and its text; `opened` holds the bytes.
struct ChosenExercise {
    OpenedExercise opened;
    SessionStart about;
    TextToKeep text;
};
[[nodiscard]] ChosenExercise choose_exercise(Context& context, const std::string& name);

/// The columns of ratings with the options and the questions that go with them.
struct RatingField {
    const char* column;
    const char* option;
    const char* question; ///< marked for translation, not translated
    const char* name;     ///< likewise
};
[[nodiscard]] const std::vector<RatingField>& rating_fields();

/// `read`, with the option's name before what is wrong.
void read_option(const char* option, const std::string& value,
                 const std::function<void(const std::string&)>& read);

} // namespace kindly
