// SPDX-License-Identifier: MIT
// Lines to choose from, one of them where the person is, or none yet. Owns where that is and how far the list
// has scrolled; knows nothing of what choosing means.
//
// Keys: up and down, Page up and Page down, Home and End; the mark of a line (a letter, or its number, 10 as
// 1 and then 0). Each only moves: nothing is taken before Enter, which is not the list's.
#pragma once

#include "screen/block.hpp"
#include "screen/field.hpp"
#include "screen/key.hpp"
#include "screen/scroll.hpp"
#include "screen/typed_number.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kindly::screen {

class List {
public:
    struct Item {
        std::string mark;                ///< what is typed for it, as it is shown
        std::string text;                ///< as its author wrote it
        std::optional<bool> ticked = {}; ///< a box beside it, empty or with an x
    };
    explicit List(std::vector<Item> items, std::optional<std::size_t> place = {});
    /// Their marks are their numbers.
    static std::vector<Item> numbered(const std::vector<std::string>& texts);

    [[nodiscard]] std::optional<std::size_t> place() const { return place_; }
    void go_to(std::optional<std::size_t> place);
    [[nodiscard]] Item& item(std::size_t place) { return items_[place]; }
    [[nodiscard]] const std::vector<Item>& items() const { return items_; }

    Field::Took take(const Key& key);
    /// With `below` under it, where there is room for that.
    [[nodiscard]] Block draw(int columns, int rows, const std::string& below) const;

private:
    Field::Took down();
    Field::Took up();

    std::vector<Item> items_;
    std::optional<std::size_t> place_;
    TypedNumber typed_;
    mutable Scroll scroll_; ///< drawing finds out how much is out of sight
};

} // namespace kindly::screen
