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
    std::vector<SupportLine> lines; ///< those of the person's country first
    std::string country;            ///< the person's own, as they wrote it; may be empty
    std::size_t lines_of_country = 0;
    bool outdated = false;
    std::string own_file; ///< empty without a home
    std::vector<std::string> problems;
};

/// Never throws for what is in files: that is told in `problems`.
[[nodiscard]] SupportPage make_support_page(Context& context);

/// For reading, ready for a terminal. Where there are lines of the person's own country, those of others are
/// left out unless `all`.
[[nodiscard]] std::string as_text(const SupportPage& page, bool all = false);

/// "Sam: 01234 567890 (evenings)", as it stands there.
[[nodiscard]] std::string in_words(const ContactPerson& person);

/// The lines to call, as they stand there.
[[nodiscard]] std::string lines_as_text(const SupportPage& page, bool all);

} // namespace kindly
