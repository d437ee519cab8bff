// SPDX-License-Identifier: MIT
// Whether a change of pace moves the end of the silence that is on: in the main part it does, in grounding
// and in the closing never, as the session has it. Follows the session's events.
#pragma once

#include "session/event.hpp"

namespace kindly {

class PacedParts {
public:
    void observe(const Event& event) {
        if (const auto* section = std::get_if<event::SectionBegan>(&event.what)) {
            if (!grounding_) { role_ = section->role; }
        } else if (const auto* phase = std::get_if<event::GroundingPhase>(&event.what)) {
            grounding_ = phase->begin;
        }
    }
    [[nodiscard]] bool paced() const { return !grounding_ && role_ != Role::closing; }

private:
    Role role_ = Role::main; ///< of the section that a grounding comes back to
    bool grounding_ = false;
};

} // namespace kindly
