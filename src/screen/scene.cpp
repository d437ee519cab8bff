// SPDX-License-Identifier: MIT
#include "screen/scene.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "guide/plain_words.hpp"
#include "guide/speeds.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace kindly::screen {

namespace {

using Kind = Words::Kind;

template <class... Parts>
std::string filled(const char* sentence, const Parts&... parts) {
    return fmt::format(fmt::runtime(sentence), parts...);
}

/// A first and a last rating beside each other, and nothing about what they mean.
void say_how_it_moved(std::vector<Words>& words, const char* sentence, std::optional<int> before,
                      std::optional<int> after) {
    if (before && after) { words.push_back({filled(_(sentence), *before, *after), Kind::note}); }
}

} // namespace

SceneWriter::SceneWriter(const Facts& facts)
    : pace_(facts.pace), recorded_(facts.recorded), progress_(facts.pace, facts.untimed) {}

void SceneWriter::observe(const Event& event) {
    now_ = event.at;
    progress_.observe(event);
    summary_.observe(event);
    parts_.observe(event);
    std::visit([this](const auto& what) { on(what); }, event.what);
}

bool SceneWriter::change_pace(bool faster, Milliseconds now) {
    const auto next = faster ? faster_than(pace_) : slower_than(pace_);
    if (!next) {
        scene_.hint = faster ? _("This is as fast as it goes.") : _("This is as slow as it goes.");
        return false;
    }
    const double pace = *next;
    progress_.change_pace(pace, now);
    if (scene_.silence && parts_.paced()) {
        const auto left = static_cast<double>((scene_.silence->ends - now).count());
        scene_.silence->ends = now + Milliseconds(std::llround(left * pace_ / pace));
    }
    pace_ = pace;
    scene_.hint = filled(_("Pace {}; 1 is as written. Breathing keeps its own."), pace);
    return true;
}

void SceneWriter::begin(std::vector<Words> words) {
    for (auto& some : words) { some.text = harmless(some.text); }
    scene_.words = std::move(words);
    scene_.since = now_;
    scene_.silence.reset();
    scene_.breathing.reset();
    scene_.begins = false;
    scene_.support = std::exchange(section_begins_, false) && scene_.support;
    scene_.hint.clear();
    thought_stays_ = false;
}

void SceneWriter::on(const event::Started& what) {
    scene_.title = harmless(what.title);
    opening_.clear();
    resumed_ = what.resumed;
    if (what.resumed) {
        opening_.push_back({_("It goes on at the beginning of the part where it was left."), Kind::note});
    } else if (what.planned > Milliseconds::zero()) {
        opening_.push_back({how_long(what), Kind::note});
    }
}

void SceneWriter::on(const event::PlanShown& what) {
    if (std::string words = fitting_in_words(what); !words.empty()) {
        opening_.push_back({std::move(words), Kind::note});
    }
}

void SceneWriter::on(const event::Warning& what) {
    std::vector<Words> words = std::exchange(opening_, {});
    words.insert(words.begin(), {what.text, Kind::said});
    begin(std::move(words));
    scene_.begins = true;
}

void SceneWriter::on(const event::Consent& what) {
    begin({{what.text, Kind::said}}); // what is usual before it stands where the answer is typed
}

void SceneWriter::on(const event::SectionBegan& what) {
    scene_.support = false;
    section_begins_ = true;
    scene_.settling = what.purpose == Purpose::arrive;
    scene_.section = harmless(what.title);
    if (scene_.section.empty() && grounding_) { scene_.section = _("Grounding"); }
}

void SceneWriter::on(const event::Said& what) {
    begin({{what.text, Kind::said}});
    thought_stays_ = true;
}

void SceneWriter::on(const event::SilenceBegan& what) {
    if (!what.text.empty()) {
        begin({{what.text, Kind::said}});
    } else if (!thought_stays_) {
        begin({});
    }
    thought_stays_ = true;
    scene_.hint.clear();
    scene_.breathing.reset();
    scene_.quiet = what.quiet;
    scene_.silence = Scene::Silence{now_ + what.length, what.waits, now_};
}

void SceneWriter::on(const event::BreathingBegan& what) {
    if (!what.text.empty()) {
        begin({{what.text, Kind::said}});
    } else if (!thought_stays_) {
        begin({});
    }
    thought_stays_ = true;
    scene_.hint.clear();
    scene_.silence.reset();
    scene_.breathing = Scene::Breathing{what, now_};
}

void SceneWriter::on(const event::Asked& what) { begin({{what.question.text, Kind::said}}); }
void SceneWriter::on(const event::CheckInAsked& what) { begin({{what.question.text, Kind::said}}); }

void SceneWriter::on(const event::Recalled& what) {
    std::vector<Words> words;
    if (!what.text.empty()) { words.push_back({what.text, Kind::said}); }
    if (!what.value.empty()) { words.push_back({what.value, Kind::own}); }
    begin(std::move(words));
    thought_stays_ = true;
}

void SceneWriter::on(const event::Offered& what) {
    const bool keep_support = scene_.support;
    begin({{offer_question(what), Kind::said}});
    scene_.support = keep_support; // named right before the offer
}

void SceneWriter::on(const event::SupportShown&) {
    if (!std::exchange(support_asked_, false)) { scene_.support = true; }
}

void SceneWriter::on(const event::Answered&) {
    scene_.hint.clear();
    scene_.support = false;
}

void SceneWriter::on(const event::Skipped&) {
    scene_.hint.clear();
    scene_.support = false;
}

void SceneWriter::on(const event::GroundingPhase& what) {
    if (what.begin && !grounding_) {
        section_before_grounding_ = scene_.section;
    } else if (!what.begin && section_before_grounding_) {
        scene_.section = *std::exchange(section_before_grounding_, std::nullopt);
    }
    grounding_ = what.begin;
    if (!what.begin) { return; }
    begin({{_("Grounding. Nothing is asked of you here."), Kind::said}});
    scene_.section = _("Grounding");
}

void SceneWriter::on(const event::Paused&) { scene_.standstill = Scene::Standstill::paused; }
void SceneWriter::on(const event::Suspended&) { scene_.standstill = Scene::Standstill::suspended; }
void SceneWriter::on(const event::Resumed&) { scene_.standstill = Scene::Standstill::none; }

void SceneWriter::on(const event::KeepAsked& what) {
    std::vector<Words> words{{keep_question(what), Kind::said}}; // in sight however long the words are
    words.push_back({_("Earlier, you wrote:"), Kind::said});
    words.push_back({what.text, Kind::own});
    begin(std::move(words));
}

void SceneWriter::on(const event::Problem& what) {
    problem_ = true;
    scene_.hint = harmless(what.message);
}

void SceneWriter::on(const event::Refused& what) { scene_.hint = harmless(what.why); }

std::vector<Words> SceneWriter::ending(const event::Ended& ended) const {
    std::vector<Words> words{{kindly::ending(ended), Kind::said}};
    if (!resumed_) { // else the first rating may lie before what was seen here
        say_how_it_moved(words, N_("Distress: {} at first, {} at the end."), summary_.distress_before(),
                         summary_.distress_after());
        say_how_it_moved(words, N_("Kindness to yourself: {} at first, {} at the end."),
                         summary_.kindness_before(), summary_.kindness_after());
    }
    words.push_back({_("You took this time for yourself. That counts, however it went."), Kind::said});
    if (!problem_) {
        words.push_back(
            {recorded_ ? _("It is saved in your log.") : _("Nothing of this was saved."), Kind::note});
    }
    return words;
}

void SceneWriter::on(const event::Ended& what) {
    const std::string problem = problem_ ? scene_.hint : std::string();
    begin(ending(what));
    scene_.hint = problem;
    scene_.section.clear();
    scene_.standstill = Scene::Standstill::none;
    scene_.ended = true;
}

} // namespace kindly::screen
