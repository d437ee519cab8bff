// SPDX-License-Identifier: MIT
// A scene under test: events in, pictures out, without a terminal.
#pragma once

#include "screen/painting.hpp"
#include "screen/view.hpp"

#include <string>
#include <utility>

namespace kindly::screen::testing {

inline constexpr Size usual{24, 80};
inline constexpr Size small{12, 40};

struct Stage {
    SceneWriter writer{{1, false, true}};
    Look look;

    void at(long long milliseconds, decltype(Event::what) what) {
        writer.observe({Milliseconds(milliseconds), std::move(what)});
        look.situation.begins = writer.scene().begins;
        look.situation.ended = writer.scene().ended;
        look.situation.paused = writer.scene().standstill != Scene::Standstill::none;
    }
    [[nodiscard]] Picture drawn(long long milliseconds, Size size = usual) const {
        return draw(writer.scene(), writer.progress(), look, size, Milliseconds(milliseconds));
    }
    [[nodiscard]] std::string seen(long long milliseconds, Size size = usual) const {
        return picture(drawn(milliseconds, size).frame, size);
    }
};

inline event::Started started(long long planned_seconds) {
    event::Started what;
    what.title = "Three-step pause";
    what.planned = std::chrono::seconds(planned_seconds);
    return what;
}
inline event::SectionBegan section(std::string title, Role role = Role::main) {
    event::SectionBegan what;
    what.title = std::move(title);
    what.role = role;
    return what;
}
inline event::StepEnded ended(std::size_t instruction, StepEnd how = StepEnd::time,
                              const char* kind = "say") {
    event::StepEnded what;
    what.kind = kind;
    what.how = how;
    what.instruction = instruction;
    return what;
}

} // namespace kindly::screen::testing
