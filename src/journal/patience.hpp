// SPDX-License-Identifier: MIT
// How long, and how, a connection waits while another program holds the log. Internal to the journal; knows
// no tables.
#pragma once

struct sqlite3; // NOLINT(readability-identifier-naming): its own name

namespace kindly {

/// Before it is said that another program holds the log.
inline constexpr int usual_patience_ms = 5000;

/// SQLite's own waiting gets slower the longer it takes, up to ten looks a second: programs that write again
/// and again then leave no gap that it meets, and who has waited longest waits on. This looks twice in a
/// millisecond, for at least `milliseconds` in all.
void be_patient(sqlite3* database, int milliseconds = usual_patience_ms);

} // namespace kindly
