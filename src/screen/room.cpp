// SPDX-License-Identifier: MIT
#include "screen/room.hpp"

#include <algorithm>

namespace kindly::screen {

Room room_in(Size size, int hint_lines, bool header) {
    constexpr int widest = 64;
    constexpr int tall = 18;     // from here on there is air between the parts
    constexpr int spacious = 30; // the frame does not stretch with the window for ever
    Room room;
    room.columns = std::min(widest, size.columns - 4);
    room.left = (size.columns - room.columns) / 2;
    int body_end = 0;
    if (size.rows >= tall) {
        const int margin = std::max((size.rows - spacious) / 2, 0);
        room.header = margin + 1;
        room.top = room.header + 3;
        room.keys = size.rows - 2 - margin;
        room.progress = room.keys - 1;
        room.hint = room.progress - 2;
        body_end = room.hint - 1;
    } else {
        room.header = 0;
        room.top = header ? 2 : 0;
        room.keys = size.rows - 1;
        room.progress = room.keys - 1;
        room.hint = room.progress; // takes its place
        body_end = room.progress - 1;
        room.spare = hint_lines == 0 ? 1 : 0;
    }
    if (hint_lines > 0) {
        body_end = std::min(body_end, room.hint - hint_lines + (size.rows >= tall ? 0 : 1));
    }
    room.rows = std::max(body_end - room.top, 1);
    return room;
}

} // namespace kindly::screen
