// SPDX-License-Identifier: MIT
#include "journal/rehearsal.hpp"

#include "journal/store.hpp"

namespace kindly {

Journal open_empty_in_memory(const std::filesystem::path& file) {
    Journal journal = Journal::open_for_reading(file);
    journal.store().go_on_with_copy();
    return journal;
}

} // namespace kindly
