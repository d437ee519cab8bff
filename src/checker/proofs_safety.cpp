// SPDX-License-Identifier: MIT
// Grounding, closing, breathing, and what remains for those who avoid something.
#include "base/text.hpp"
#include "checker/phrases.hpp"
#include "checker/proofs.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <initializer_list>

namespace kindly {

namespace {

bool says_something(const Instruction& instruction) {
    const auto* check_in = std::get_if<CheckInQuestion>(&instruction.what);
    return std::holds_alternative<Line>(instruction.what) ||
           std::holds_alternative<Recollection>(instruction.what) ||
           std::holds_alternative<Question>(instruction.what) ||
           std::holds_alternative<Breathing>(instruction.what) ||
           // One about backdraft asks about kindness: where that is left out there is nothing to ask about.
           (check_in != nullptr && check_in->about == CheckIn::About::distress);
}

bool says_something(const Plan& plan, const PlannedSection& section) {
    for (std::size_t at = section.begin; at < section.end; ++at) {
        if (says_something(plan.instructions[at])) { return true; }
    }
    return false;
}

/// In the author's own words, as far as they can be recognised. `with`: the sorts of phrases that say so.
bool can_be_left_out(const std::string& text, const std::string& language, std::initializer_list<Rule> with) {
    const PhraseTable* phrases = phrases_for(language);
    if (phrases == nullptr) { return false; }
    TextWords words;
    words.read(text);
    std::vector<FoundPhrase> found;
    phrases->find(words, found);
    return std::any_of(found.begin(), found.end(), [&](const FoundPhrase& phrase) {
        return std::find(with.begin(), with.end(), phrase.rule) != with.end() &&
               phrases->lets_leave_out(words, phrase);
    });
}

void check_hold(const Step& step, const std::string& language, Findings& findings) {
    const auto* breathe = std::get_if<Breathe>(&step.what);
    if (breathe == nullptr || breathe->hold <= Milliseconds{} ||
        can_be_left_out(breathe->text, language, {Rule::leaves_out})) {
        return;
    }
    findings.warning(
        "S014", step.written->find("hold")->span,
        _("Holding the breath does not suit everyone. Leave \"hold\" out, or say that it can be left "
          "out"),
        {{}, R"("text": "You can leave the hold out.")", {}});
}

constexpr const char* breath_in_grounding =
    N_("For someone far away or panicking, breath can make it worse. Sights, sounds and feet are steadier");

class SafetyChecks {
public:
    SafetyChecks(const Exercise& exercise, const FragmentFinder& find_fragment, const Worlds& worlds,
                 Findings& findings)
        : exercise_(exercise), find_fragment_(find_fragment), worlds_(worlds), findings_(findings) {}

    void check() {
        for (const auto& section : exercise_.sections) {
            each_step(section.steps, [&](const Step& step) {
                check_hold(step, exercise_.language, findings_);
                if (section.component == Component::kindness && section.role == Role::main) {
                    check_question(step);
                }
                if (section.role == Role::grounding) { check_breath(step); }
            });
        }
        check_grounding();
        check_closing();
        check_avoided();
    }

private:
    /// S008: nobody has to write down something kind.
    void check_question(const Step& step) {
        const auto* ask = std::get_if<Ask>(&step.what);
        if (ask == nullptr || ask->answer != Ask::Answer::text || ask->optional ||
            can_be_left_out(ask->text, exercise_.language, {Rule::leaves_out, Rule::may})) {
            return;
        }
        findings_.error(
            "S008", opening(*step.written),
            _("This question does not say that it can be left out. Add \"optional\": true"),
            {_("Kind words can be hard to find. Nobody should feel that they owe an answer."), {}, {}});
    }

    void check_breath(const Step& step) {
        if (std::holds_alternative<Breathe>(step.what)) {
            findings_.warning("S019", opening(*step.written), _(breath_in_grounding));
        } else if (const auto* use = std::get_if<Use>(&step.what)) {
            const auto fragment = find_fragment_(use->library, use->major);
            bool breathes = false;
            if (fragment != nullptr) {
                each_step(fragment->steps, [&](const Step& inner) {
                    breathes = breathes || std::holds_alternative<Breathe>(inner.what);
                });
            }
            if (breathes) {
                findings_.warning(
                    "S019", step.written->find("library")->span,
                    filled(_("\"{}\" has paced breathing in it. {}"), use->library, _(breath_in_grounding)));
            }
        }
    }

    [[nodiscard]] const Section* of_role(Role role) const {
        for (const auto& section : exercise_.sections) {
            if (section.role == role) { return &section; }
        }
        return nullptr;
    }

    void check_grounding() {
        const Section* grounding = of_role(Role::grounding);
        if (grounding == nullptr) { return; }
        for (const auto& world : worlds_.all) {
            const auto& planned = world.plan->sections[world.plan->grounding];
            Milliseconds time{};
            for (std::size_t at = planned.begin; at < planned.end; ++at) {
                time += guided_time(world.plan->instructions[at], false, Stretch::usual);
            }
            if (time <= limits::longest_grounding) { continue; }
            findings_.error(
                "S005", place_of(*grounding),
                filled(_("Grounding takes {}{}; the limit is {}"),
                       duration_in_words(std::chrono::ceil<std::chrono::seconds>(time)), circumstances(world),
                       duration_in_words(limits::longest_grounding)),
                {_("Whoever needs steadying needs it soon. It can always be done twice."), {}, {}});
            return;
        }
    }

    /// S017, the first half: how long it is. What it says is a matter of words.
    void check_closing() {
        const Section* closing = of_role(Role::closing);
        if (closing == nullptr || worlds_.all.empty()) { return; }
        const World& world = worlds_.all.front();
        const Milliseconds least = exercise_.safety.intensity == Intensity::gentle
                                       ? limits::shortest_closing_gentle
                                       : limits::shortest_closing;
        const auto shortest = greatest_way(world.ways, [&](const Ways::Place& place) {
            return world.section(place).role == Role::closing ? -world.time(place, Stretch::usual)
                                                              : Milliseconds{};
        });
        if (-shortest.sum >= least) { return; }
        using std::chrono::seconds;
        // Rounded up as everywhere, but never to what would be enough.
        const auto told = std::min(std::chrono::ceil<seconds>(-shortest.sum),
                                   std::chrono::floor<seconds>(least - Milliseconds{1}));
        findings_.warning(
            "S017", place_of(*closing),
            filled(_("The closing takes {}. Give people time to come back to the room"),
                   duration_in_words(told)),
            {filled(_("At least {} are needed to look around and move a little."), duration_in_words(least)),
             filled(_("pauses of {} in all between its sentences"),
                    duration_in_words(std::chrono::ceil<seconds>(least + shortest.sum))),
             {}});
    }

    // S021 -------------------------------------------------------------------------------------------------

    void check_avoided() {
        std::set<std::string> said; // sections
        for (const auto& world : worlds_.all) {
            if (world.avoided.empty()) { continue; }
            for (const auto& id : emptied_sections(world, worlds_)) {
                if (!said.insert(id).second) { continue; }
                say_nothing_left(*find_section(exercise_, id), world.avoided);
            }
        }
        for (const auto& [avoided, finding] : worlds_.nothing_left) {
            bool known = false;
            for (const auto& section : exercise_.sections) {
                if (said.contains(section.id) || known || !loses_all(section, avoided)) { continue; }
                say_nothing_left(section, avoided);
                said.insert(section.id);
                known = true;
            }
            if (!known && said.empty()) { findings_.add(finding); }
        }
    }

    static bool left_out(const Step& step, const std::set<Avoidable>& avoided) {
        return !step.instead && std::any_of(step.involves.begin(), step.involves.end(),
                                            [&](Avoidable thing) { return avoided.contains(thing); });
    }

    static bool loses_all(const Section& section, const std::set<Avoidable>& avoided) {
        return std::all_of(section.steps.begin(), section.steps.end(), [&](const Step& step) {
            return left_out(step, avoided) || std::holds_alternative<Pause>(step.what);
        });
    }

    void say_nothing_left(const Section& section, const std::set<Avoidable>& avoided) {
        std::vector<std::string> things;
        for (const Avoidable thing : avoided) { things.push_back(fmt::format("\"{}\"", word(thing))); }
        const Step* first = nullptr;
        each_step(section.steps, [&](const Step& step) {
            if (first == nullptr && left_out(step, avoided)) { first = &step; }
        });
        const std::string all = joined(things, _(" and "));
        findings_.error(
            "S021", first == nullptr ? place_of(section) : opening(*first->written),
            filled(_("Without {} this section says nothing. Add \"instead\", or list {} under \"needs\""),
                   all, all),
            {filled(_("The section is \"{}\". What a person avoids is left out for them, and what "
                      "remains has to be whole."),
                    section.title),
             {},
             {}});
    }

    const Exercise& exercise_;
    const FragmentFinder& find_fragment_;
    const Worlds& worlds_;
    Findings& findings_;
};

} // namespace

std::vector<std::string> emptied_sections(const World& world, const Worlds& worlds) {
    std::vector<std::string> emptied;
    if (world.avoided.empty()) { return emptied; }
    const Plan& usual = *worlds.all.front().plan;
    for (const auto& before : usual.sections) {
        const auto section = std::find_if(world.plan->sections.begin(), world.plan->sections.end(),
                                          [&](const PlannedSection& one) { return one.id == before.id; });
        if (says_something(usual, before) &&
            (section == world.plan->sections.end() || !says_something(*world.plan, *section))) {
            emptied.push_back(before.id);
        }
    }
    return emptied;
}

Span place_of(const Section& section) {
    const Written* id = section.written->find("id");
    return id == nullptr ? opening(*section.written) : id->span;
}

const Section* find_section(const Exercise& exercise, const std::string& id) {
    for (const auto& section : exercise.sections) {
        if (section.id == id) { return &section; }
    }
    return nullptr;
}

Span place_of(const Exercise& exercise, const char* group, const char* key) {
    const Written* outer = exercise.document->root.find(group);
    const Written* value = outer == nullptr ? nullptr : outer->find(key);
    return value != nullptr   ? value->span
           : outer != nullptr ? opening(*outer)
                              : opening(exercise.document->root);
}

void check_safety(const Exercise& exercise, const FragmentFinder& find_fragment, const Worlds& worlds,
                  Findings& findings) {
    SafetyChecks(exercise, find_fragment, worlds, findings).check();
}

void check_safety(const Fragment& fragment, Findings& findings) {
    each_step(fragment.steps, [&](const Step& step) {
        check_hold(step, fragment.language, findings);
        if (fragment.id.starts_with("grounding/") && std::holds_alternative<Breathe>(step.what)) {
            findings.warning("S019", opening(*step.written), _(breath_in_grounding));
        }
    });
}

} // namespace kindly
