// SPDX-License-Identifier: MIT
// What somebody with closed eyes is told of a session: bells, texts, the phases of a breath, the end of a
// silence. Shared by the guides that people meet. Decides nothing, waits for nothing, draws nothing.
#pragma once

#include "guide/cues.hpp"
#include "guide/sound.hpp"
#include "session/event.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly {

class Narrator {
public:
    /// `sound` must outlive it.
    explicit Narrator(Sound& sound);

    /// Says and rings what goes with the event; ends what was being said where the person went on, paused or
    /// stopped.
    void show(const Event& event);
    /// Rings, or says the word of a breath in time; where something else is still being said, it rings
    /// instead.
    void cue(const Cue& cue);
    /// Words for the phases of every round are wanted (breathing_cues).
    [[nodiscard]] bool aloud() const { return sound_.meant_to_speak(); }

private:
    void on(const event::Started& what);
    void on(const event::Warning& what);
    void on(const event::Consent& what);
    void on(const event::SectionBegan& what);
    void on(const event::Said& what);
    void on(const event::SilenceBegan& what);
    void on(const event::BreathingBegan& what);
    void on(const event::Bell& what);
    void on(const event::Asked& what);
    void on(const event::CheckInAsked& what);
    void on(const event::Recalled& what);
    void on(const event::Offered& what);
    void on(const event::SupportShown& what);
    void on(const event::Answered& what);
    void on(const event::GroundingPhase& what);
    void on(const event::Paused& what);
    void on(const event::Resumed& what);
    void on(const event::Suspended& what);
    void on(const event::KeepAsked& what);
    void on(const event::Problem& what);
    void on(const event::Refused& what);
    void on(const event::Ended& what);
    void on(const event::StepEnded& what);
    template <class Other>
    void on(const Other&) {} // nothing to be heard

    void begin(const std::string& text);
    void also(const std::string& text);
    void choices(const std::vector<std::string>& ids);
    void fall_silent();
    void ring_once();

    Sound& sound_;
    Milliseconds at_{};                ///< of the event that is being shown
    std::optional<Milliseconds> rang_; ///< one bell for one moment
    std::vector<std::string> present_; ///< what was said since the present step began
    std::vector<std::string> cut_off_; ///< what a pause came into
    bool warning_waits_ = false;
    bool long_silence_ = false;
};

} // namespace kindly
