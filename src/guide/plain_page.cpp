// SPDX-License-Identifier: MIT
#include "guide/plain_page.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace kindly {

PlainPage::PlainPage(Output& output, std::size_t columns, bool echoes)
    : output_(output), columns_(columns), echoes_(echoes) {}

void PlainPage::write(std::string_view text, std::string_view first, std::string_view further) {
    if (std::exchange(mark_open_, false)) { output_.write("\n"); }
    empty_ = false;
    std::string_view before = first;
    for (const auto& line : wrapped(harmless(text), columns_ - std::min(columns_ - 1, first.size()))) {
        if (!line.empty()) {
            output_.write(before);
            output_.write(line);
        }
        output_.write("\n");
        before = further;
    }
}

void PlainPage::thought(std::string_view text) {
    if (!empty_) {
        if (std::exchange(mark_open_, false)) { output_.write("\n"); }
        output_.write("\n");
    }
    write(text, "", "");
}

void PlainPage::line(std::string_view text) { write(text, "", ""); }

void PlainPage::item(std::string_view label, std::string_view text) {
    const std::string first = std::string(label) + ' ';
    write(text, first, std::string(first.size(), ' '));
}

void PlainPage::quote(std::string_view text) { thought('"' + std::string(text) + '"'); }

void PlainPage::mark() {
    if (!echoes_ || mark_open_) { return; }
    output_.write("> ");
    mark_open_ = true;
}

void PlainPage::ring() {
    if (output_.is_terminal()) { output_.write("\a"); }
}

} // namespace kindly
