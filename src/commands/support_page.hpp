// SPDX-License-Identifier: MIT
// The help page: people to reach, from the person's own contacts, a clinic's machine, and a dated list. Shown
// by `kindly support`, and by a practice when it is asked for. Whatever is broken or missing, it must come.
#pragma once

#include "person/contacts.hpp"
#include "person/support_list.hpp"

#include <string>
#include <vector>

namespace kindly {

class Context;

struct SupportPage {
    std::vector<ContactPerson> own;
    std::vector<ContactPerson> clinic;
    std::vector<SupportLine> lines;
    bool outdated = false;
    std::string own_file; ///< empty without a home
    std::vector<std::string> problems;
};

/// Never throws for what is in files: that is told in `problems`.
[[nodiscard]] SupportPage make_support_page(Context& context);

/// For reading, ready for a terminal.
[[nodiscard]] std::string as_text(const SupportPage& page);

} // namespace kindly
