// SPDX-License-Identifier: MIT
#include "emulator.hpp"

#include <cstdint>
#include <stdexcept>
#include <utility>

extern "C" {
#include <vterm.h>
}

namespace kindly::tests {

namespace {

void append_utf8(std::string& text, std::uint32_t point) {
    const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(value); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | point >> 6);
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | point >> 12);
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | point >> 18);
        byte(0x80 | (point >> 12 & 0x3F));
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

/// The right half of a wide character says so with this.
constexpr std::uint32_t right_half = UINT32_MAX;

std::string text_of(const VTermScreenCell& cell) {
    std::string text;
    if (cell.chars[0] == right_half) { return text; }
    for (const auto point : cell.chars) {
        if (point == 0) { break; }
        append_utf8(text, point);
    }
    return text;
}

int number_of(const VTermColor& colour) {
    if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour)) { return -1; }
    return VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : 1000; // 1000: RGB, which we never ask for
}

void without_blanks_at_end(std::string& text) {
    const auto last = text.find_last_not_of(' ');
    text.erase(last == std::string::npos ? 0 : last + 1);
}

} // namespace

class Emulator::Memory {
public:
    Memory(int rows, int columns) : terminal(vterm_new(rows, columns)) {
        if (terminal == nullptr) { throw std::runtime_error("no emulator"); }
        vterm_set_utf8(terminal, 1);
        vterm_output_set_callback(
            terminal,
            [](const char* bytes, std::size_t length, void* self) {
                static_cast<Memory*>(self)->answers.append(bytes, length);
            },
            this);
        screen = vterm_obtain_screen(terminal);
        vterm_screen_enable_altscreen(screen, 1);
        callbacks.settermprop = [](VTermProp property, VTermValue* value, void* self) {
            return static_cast<Memory*>(self)->property_set(property, *value);
        };
        callbacks.bell = [](void* self) {
            static_cast<Memory*>(self)->bells++;
            return 1;
        };
        callbacks.sb_pushline = [](int count, const VTermScreenCell* cells, void* self) {
            static_cast<Memory*>(self)->push(count, cells);
            return 1;
        };
        vterm_screen_set_callbacks(screen, &callbacks, this);
        vterm_screen_reset(screen, 1);
    }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory() { vterm_free(terminal); }

    VTerm* terminal;
    VTermScreen* screen = nullptr;
    VTermScreenCallbacks callbacks{};
    bool cursor_shown = true;
    bool alternate = false;
    bool titled = false;
    int bells = 0;
    std::string scrolled_off;
    std::string answers;

private:
    int property_set(VTermProp property, const VTermValue& value) {
        switch (property) {
        case VTERM_PROP_CURSORVISIBLE: cursor_shown = value.boolean != 0; return 1;
        case VTERM_PROP_ALTSCREEN: alternate = value.boolean != 0; return 1;
        case VTERM_PROP_TITLE:
        case VTERM_PROP_ICONNAME: titled = true; return 1;
        default: return 1;
        }
    }
    void push(int count, const VTermScreenCell* cells) {
        std::string line;
        for (int column = 0; column < count; ++column) {
            if (cells[column].chars[0] == right_half) { continue; }
            const std::string text = text_of(cells[column]);
            line += text.empty() ? " " : text;
        }
        without_blanks_at_end(line);
        scrolled_off += line + "\n";
    }
};

Emulator::Emulator(int rows, int columns) : memory_(std::make_unique<Memory>(rows, columns)) {}

Emulator::~Emulator() = default;

void Emulator::take(std::string_view bytes) {
    vterm_input_write(memory_->terminal, bytes.data(), bytes.size());
    vterm_screen_flush_damage(memory_->screen);
}

void Emulator::resize(int rows, int columns) { vterm_set_size(memory_->terminal, rows, columns); }

int Emulator::rows() const {
    int rows = 0;
    int columns = 0;
    vterm_get_size(memory_->terminal, &rows, &columns);
    return rows;
}

int Emulator::columns() const {
    int rows = 0;
    int columns = 0;
    vterm_get_size(memory_->terminal, &rows, &columns);
    return columns;
}

std::string Emulator::row(int number) const {
    std::string text;
    const int wide = columns();
    for (int column = 0; column < wide;) {
        VTermScreenCell cell{};
        vterm_screen_get_cell(memory_->screen, {number, column}, &cell);
        const std::string here = text_of(cell);
        text += here.empty() ? " " : here;
        column += cell.width > 1 ? cell.width : 1;
    }
    without_blanks_at_end(text);
    return text;
}

Cell Emulator::cell(int row, int column) const {
    VTermScreenCell cell{};
    vterm_screen_get_cell(memory_->screen, {row, column}, &cell);
    return {text_of(cell),
            cell.width,
            cell.attrs.bold != 0,
            cell.attrs.reverse != 0,
            cell.attrs.underline != 0,
            number_of(cell.fg),
            number_of(cell.bg)};
}

Cursor Emulator::cursor() const {
    VTermPos place{};
    vterm_state_get_cursorpos(vterm_obtain_state(memory_->terminal), &place);
    return {place.row, place.col, memory_->cursor_shown};
}

bool Emulator::in_alternate_screen() const { return memory_->alternate; }

const std::string& Emulator::scrolled_off() const { return memory_->scrolled_off; }

int Emulator::bells() const { return memory_->bells; }

bool Emulator::title_set() const { return memory_->titled; }

std::string Emulator::pasted(std::string_view text) {
    const std::string other_answers = take_answers();
    vterm_keyboard_start_paste(memory_->terminal);
    std::string all = take_answers();
    all += text;
    vterm_keyboard_end_paste(memory_->terminal);
    all += take_answers();
    memory_->answers = other_answers;
    return all;
}

std::string Emulator::take_answers() { return std::exchange(memory_->answers, {}); }

} // namespace kindly::tests
