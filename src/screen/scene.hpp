// SPDX-License-Identifier: MIT
// What is to be seen now, built from the session's events: texts, a silence, a breath, how it ended. Knows
// neither how large the screen is nor where on it anything stands. Times are the session's.
#pragma once

#include "guide/paced_parts.hpp"
#include "screen/progress.hpp"
#include "session/event.hpp"
#include "session/summary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kindly::screen {

struct Words {
    enum class Kind {
        said,
        own,  ///< the person's own
        item, ///< of a list
        note, ///< of less weight: how long it takes
    };
    std::string text;
    Kind kind = Kind::said;
    bool operator==(const Words&) const = default;
};

struct Scene {
    struct Silence {
        Milliseconds ends{};
        bool waits = false; ///< as long as the person likes
        Milliseconds began{};
    };
    struct Breathing {
        event::BreathingBegan rhythm;
        Milliseconds began{};
    };

    std::string title, section;
    std::vector<Words> words; ///< one thought
    Milliseconds since{};     ///< when it came
    std::optional<Silence> silence;
    std::optional<Breathing> breathing;
    bool settling = false; ///< before what the practice is about
    bool quiet = false;    ///< a quiet sit: nothing tells the time unasked
    bool begins = false;   ///< it has not begun yet: going on begins it
    bool support = false;  ///< people to reach are to be named
    std::string hint;      ///< one kind sentence about what was just done
    enum class Standstill { none, paused, suspended } standstill = Standstill::none;
    bool ended = false;
};

class SceneWriter {
public:
    struct Facts {
        double pace = 1;
        bool untimed = false;
        bool recorded = false; ///< what is answered is kept in the log
    };
    explicit SceneWriter(const Facts& facts);

    void observe(const Event& event);
    void hint(std::string sentence) { scene_.hint = std::move(sentence); }
    /// To the next speed, at the session's time `now`; says so. False: there is none.
    bool change_pace(bool faster, Milliseconds now);
    [[nodiscard]] double pace() const { return pace_; }

    [[nodiscard]] const Scene& scene() const { return scene_; }
    [[nodiscard]] const Progress& progress() const { return progress_; }
    /// It has been told already, or will be: the next one was asked for by the person.
    void support_was_asked_for() { support_asked_ = true; }

private:
    void on(const event::Started& what);
    void on(const event::PlanShown& what);
    void on(const event::Warning& what);
    void on(const event::Consent& what);
    void on(const event::SectionBegan& what);
    void on(const event::Said& what);
    void on(const event::SilenceBegan& what);
    void on(const event::BreathingBegan& what);
    void on(const event::Asked& what);
    void on(const event::CheckInAsked& what);
    void on(const event::Recalled& what);
    void on(const event::Offered& what);
    void on(const event::SupportShown& what);
    void on(const event::Answered& what);
    void on(const event::Skipped& what);
    void on(const event::GroundingPhase& what);
    void on(const event::Paused& what);
    void on(const event::Resumed& what);
    void on(const event::Suspended& what);
    void on(const event::KeepAsked& what);
    void on(const event::Problem& what);
    void on(const event::Refused& what);
    void on(const event::Ended& what);
    template <class Other>
    void on(const Other&) {}

    void begin(std::vector<Words> words);
    [[nodiscard]] std::vector<Words> ending(const event::Ended& ended) const;

    double pace_;
    bool recorded_;
    Progress progress_;
    Summary summary_;
    Scene scene_;
    Milliseconds now_{}; ///< of the event at hand
    PacedParts parts_;
    std::optional<std::string> section_before_grounding_;
    bool grounding_ = false;
    bool section_begins_ = false; ///< what is named with it belongs to its first words
    bool resumed_ = false;        ///< ratings from before are not known here
    bool thought_stays_ = false;  ///< a silence or a breath without words of its own keeps what was said
    bool support_asked_ = false;
    bool problem_ = false;       ///< something could not be saved
    std::vector<Words> opening_; ///< what stands above the warning
};

} // namespace kindly::screen
