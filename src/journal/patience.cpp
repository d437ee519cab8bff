// SPDX-License-Identifier: MIT
#include "journal/patience.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <thread>

#include <sqlite3.h>

namespace kindly {

namespace {

// Between one transaction of a busy program and its next there are a few hundredths of a millisecond. Uneven,
// so that two programs that wait do not look at the same moments for ever.
constexpr std::array<int, 5> naps_us{300, 500, 700, 400, 600};
constexpr int looks_in_a_millisecond = 2;

/// `most`: how often to look, as a number in the place of a pointer.
int wait_a_little(void* most, int looks) {
    if (looks >= reinterpret_cast<std::intptr_t>(most)) { // NOLINT
        return 0;
    }
    const int nap = naps_us.at(static_cast<std::size_t>(looks) % naps_us.size());
    std::this_thread::sleep_for(std::chrono::microseconds(nap));
    return 1;
}

} // namespace

void be_patient(sqlite3* database, int milliseconds) {
    const std::intptr_t most = std::intptr_t{milliseconds} * looks_in_a_millisecond;
    sqlite3_busy_handler(database, wait_a_little, reinterpret_cast<void*>(most)); // NOLINT
}

} // namespace kindly
