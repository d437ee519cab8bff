// SPDX-License-Identifier: MIT
// A terminal emulator (libvterm) that only remembers: bytes go in, and what a person would see can be asked
// for. Knows no processes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace kindly::tests {

/// Counted from 0.
struct Cursor {
    int row = 0;
    int column = 0;
    bool shown = true;
    bool operator==(const Cursor&) const = default;
};

struct Cell {
    std::string text; ///< empty: nothing was ever written there, or it is the right half of a wide character
    int width = 1;
    bool bold = false;
    bool reverse = false;
    bool underlined = false;
    /// The number of the colour; -1: the terminal's own foreground.
    int foreground = -1;
    int background = -1;
};

class Emulator {
public:
    Emulator(int rows, int columns);
    Emulator(const Emulator&) = delete;
    Emulator& operator=(const Emulator&) = delete;
    ~Emulator();

    void take(std::string_view bytes);
    void resize(int rows, int columns);

    [[nodiscard]] int rows() const;
    [[nodiscard]] int columns() const;
    /// Without the blanks at its end.
    [[nodiscard]] std::string row(int number) const;
    [[nodiscard]] Cell cell(int row, int column) const;
    [[nodiscard]] Cursor cursor() const;
    [[nodiscard]] bool in_alternate_screen() const;
    /// What has been scrolled off the top of the normal screen.
    [[nodiscard]] const std::string& scrolled_off() const;
    [[nodiscard]] int bells() const;
    /// A title or an icon name was set.
    [[nodiscard]] bool title_set() const;
    /// What the terminal sends for this being pasted: between marks if the program has asked for them.
    [[nodiscard]] std::string pasted(std::string_view text);
    /// What the emulator answered to questions of the program; told once.
    [[nodiscard]] std::string take_answers();

private:
    class Memory;
    std::unique_ptr<Memory> memory_;
};

} // namespace kindly::tests
