// SPDX-License-Identifier: MIT
#include "journal/share.hpp"

namespace kindly {

bool leaves(Share share, std::string_view kind, bool is_private) {
    switch (share) {
    case Share::counts: return false;
    case Share::ratings: return kind != "text" && !is_private;
    case Share::words: return true;
    }
    return false;
}

bool ratings_leave(Share share) { return share != Share::counts; }

} // namespace kindly
