// SPDX-License-Identifier: MIT
#include "journal/value_revision.hpp"

#include "journal/store.hpp"

namespace kindly {

void keep_value_revisions(Journal::Store& store, const std::string& id, std::int64_t revision) {
    auto& keep = store.statement("UPDATE answer SET value_revision = ?2"
                                 " WHERE session = (SELECT number FROM session WHERE id = ?1)"
                                 " AND value_revision IS NULL AND withheld = 0");
    keep.bind(1, id);
    keep.bind(2, revision);
    keep.exec();
}

} // namespace kindly
