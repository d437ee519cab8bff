// SPDX-License-Identifier: MIT
// Check-ins where they are needed, on every way: after kindness, before what is hard, and often enough.
#include "checker/proofs.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

bool is_check_in(const Instruction& instruction) {
    return std::holds_alternative<CheckInQuestion>(instruction.what);
}

bool asks(const Instruction& instruction) {
    return is_check_in(instruction) || std::holds_alternative<Question>(instruction.what);
}

class CheckIns {
public:
    CheckIns(const Exercise& exercise, Findings& findings) : exercise_(exercise), findings_(findings) {}

    void check(const World& world) {
        check_kindness(world);
        const bool strong = exercise_.safety.intensity == Intensity::strong;
        if (strong) { check_beginning(world); }
        check_stretch(world, strong);
    }

private:
    /// Where a way stands with regard to the kindness sections: none owed; owed for a section; within one in
    /// which somebody asked already.
    struct Owed {
        std::size_t section = nowhere;  ///< for which nobody has asked yet
        std::size_t asked_in = nowhere; ///< the kindness section in which a check-in has come
        bool went_on = false;           ///< somebody asked in that section, but it went on for long
        auto operator<=>(const Owed&) const = default;
    };
    struct Since {
        Milliseconds kindness{}; ///< since that check-in, on the longest way
        std::size_t from = 0;    ///< the place before, and how it stood there: for the way in words
        Owed owed_there;
    };
    using Standing = std::map<Owed, Since>;

    /// S002.
    void check_kindness(const World& world) {
        const auto& places = world.ways.places();
        const auto& sections = world.plan->sections;
        if (std::none_of(sections.begin(), sections.end(), [](const PlannedSection& section) {
                return section.component == Component::kindness;
            })) {
            return;
        }
        std::vector<Standing> standings(places.size());
        standings.front()[{}] = {};
        struct Missed {
            std::size_t place;
            Owed owed;
            std::size_t next; ///< the next kindness section; nowhere: the end
        };
        std::map<std::size_t, Missed> missed; // by section: one way on which nobody asks
        std::set<std::size_t> cleared;        // sections after which somebody asks on some way
        for (std::size_t at = 0; at < places.size(); ++at) {
            const bool last = at + 1 == places.size();
            for (const auto& [owed, since] : standings[at]) {
                if (last) {
                    if (owed.section != nowhere) {
                        missed.try_emplace(owed.section, Missed{at, owed, nowhere});
                    }
                    continue;
                }
                for (const std::size_t next : places[at].next) {
                    Owed then = owed;
                    Since later = since;
                    later.from = at;
                    later.owed_there = owed;
                    if (places[next].instruction != nowhere) {
                        const Instruction& step = world.instruction(places[next]);
                        const bool kind = sections[step.section].component == Component::kindness &&
                                          sections[step.section].role == Role::main;
                        if (then.asked_in != nowhere && then.asked_in != step.section) {
                            then.asked_in = nowhere;
                            later.kindness = {};
                        }
                        if (kind && then.section != nowhere && then.section != step.section) {
                            missed.try_emplace(then.section, Missed{at, owed, next});
                            then.section = nowhere;
                            then.went_on = false;
                        }
                        if (is_check_in(step)) {
                            if (then.section != nowhere) { cleared.insert(then.section); }
                            then = {nowhere, kind ? step.section : nowhere, false};
                            later.kindness = {};
                        } else if (kind && !std::holds_alternative<Question>(step.what)) {
                            if (then.asked_in == nowhere) {
                                then.section = step.section;
                            } else {
                                later.kindness += world.time(places[next], Stretch::usual);
                                if (later.kindness > limits::kindness_after_check_in) {
                                    then = {step.section, nowhere, true};
                                }
                            }
                        }
                    }
                    const auto [place, is_new] = standings[next].try_emplace(then, later);
                    if (!is_new && later.kindness > place->second.kindness) { place->second = later; }
                }
            }
        }
        for (const auto& [section, where] : missed) {
            if (!said_after_.insert(sections[section].id).second) { continue; }
            const How how = where.owed.went_on          ? How::too_early
                            : cleared.contains(section) ? How::sometimes
                                                        : How::never;
            say_kindness(world, section, how, [&] {
                std::vector<std::size_t> way;
                std::size_t place = where.place;
                for (Owed owed = where.owed; place != 0;) {
                    way.push_back(place);
                    const Since& since = standings[place].at(owed);
                    owed = since.owed_there;
                    place = since.from;
                }
                std::reverse(way.begin(), way.end());
                if (where.next != nowhere) { way.push_back(where.next); }
                return on_the_way(world, way, where.next != nowhere);
            });
        }
    }

    enum class How { never, sometimes, too_early };

    template <class WayInWords>
    void say_kindness(const World& world, std::size_t section, How how, const WayInWords& way) {
        const PlannedSection& kind = world.plan->sections[section];
        const std::string who = circumstances(world);
        const bool gentle = exercise_.safety.intensity == Intensity::gentle;
        const bool sometimes = how == How::sometimes;
        std::string message =
            how == How::too_early
                ? filled(_("\"{}\" goes on for more than {} after its check-in, and nothing asks again{}"),
                         kind.title, duration_in_words(limits::kindness_after_check_in), who)
            : sometimes
                ? filled(_("On some ways nothing asks how the client is after \"{}\"{}"), kind.title, who)
                : filled(_("Nothing asks how the client is after \"{}\"{}"), kind.title, who);
        const std::string check_in =
            filled(R"({{ "kind": "check_in", "id": "{}", "about": "backdraft", "text": "{}" }})",
                   free_name("after_" + kind.id), _("How distressed do you feel now?"));
        Findings::More more{
            (gentle
                 ? _("Kind words can bring up old pain (backdraft), also in a gentle exercise. A check-in "
                     "afterwards lets the program offer grounding.")
                 : _("Kind words can bring up old pain (backdraft). After every kindness section the client "
                     "must be asked how they are, so that grounding can be offered.")) +
                (sometimes ? spaced(way()) : std::string()),
            filled(sometimes ? _("before the ways part, or on each of them   {}")
                             : _("add as the last step   {}"),
                   check_in),
            {}};
        const Span where = place_of(*find_section(exercise_, kind.id));
        if (gentle) {
            findings_.advice("S002", where, std::move(message), std::move(more));
        } else {
            findings_.error("S002", where, std::move(message), std::move(more));
        }
    }

    /// S006: on every way a check-in in the first section, before anything hard.
    void check_beginning(const World& world) {
        if (said_beginning_) { return; }
        const auto& places = world.ways.places();
        // By place: the sections in which a way without a check-in so far can have begun, and the place
        // before.
        std::vector<std::map<std::size_t, std::size_t>> unasked(places.size());
        for (const std::size_t first : places.front().next) {
            if (places[first].instruction != nowhere) {
                unasked[first].emplace(world.instruction(places[first]).section, 0);
            }
        }
        struct Late {
            std::size_t place, began;
        };
        std::optional<Late> late; // asked in a later section, even as its first step
        std::optional<Late> hard; // not asked at all before something hard: said first
        for (std::size_t at = 1; at < places.size() && !hard; ++at) {
            if (places[at].instruction == nowhere) { continue; }
            const Instruction& step = world.instruction(places[at]);
            for (const auto& [began, from] : unasked[at]) {
                if (!is_check_in(step) && is_exposed(world.section(places[at]))) { hard = {at, began}; }
                if (step.section != began && !late) { late = {at, began}; }
            }
            if (is_check_in(step)) { continue; }
            for (const std::size_t next : places[at].next) {
                for (const auto& [began, from] : unasked[at]) { unasked[next].try_emplace(began, at); }
            }
        }
        if (!hard && !late) { return; }
        const Late& found = hard ? *hard : *late;
        std::vector<std::size_t> way;
        for (std::size_t place = found.place; place != 0; place = unasked[place].at(found.began)) {
            way.insert(way.begin(), place);
        }
        say_beginning(world, found.began, way, hard.has_value());
    }

    void say_beginning(const World& world, std::size_t began, const std::vector<std::size_t>& way,
                       bool before_hard) {
        said_beginning_ = true;
        const PlannedSection& first = world.plan->sections[began];
        const Section* earlier = asking_but_extra(first);
        Findings::More more;
        if (earlier != nullptr) {
            more.explanation = filled(
                _("\"{}\" asks, but it is \"extra\": when time is short it is left out."), earlier->title);
            more.suggestion = filled(_("leave \"priority\": \"extra\" out of \"{}\""), earlier->title);
        } else {
            more.explanation = filled(_("A check-in in the first section, \"{}\", lets the program offer "
                                        "grounding before it begins."),
                                      first.title) +
                               spaced(on_the_way(world, way, true));
            more.suggestion = filled(_("as its first step   {}"),
                                     filled(R"({{ "kind": "check_in", "id": "{}", "text": "{}" }})",
                                            free_name("start"), _("How distressed do you feel right now?")));
        }
        findings_.error("S006", place_of(exercise_, "safety", "intensity"),
                        filled(before_hard
                                   ? _("A \"strong\" exercise asks how the person is before anything hard{}")
                                   : _("A \"strong\" exercise asks how the person is in its first section{}"),
                               circumstances(world)),
                        std::move(more));
    }

    /// A section before the first one of a way, which would have asked.
    [[nodiscard]] const Section* asking_but_extra(const PlannedSection& first) const {
        for (const auto& section : exercise_.sections) {
            if (section.id == first.id) { return nullptr; }
            if (section.role != Role::main || section.priority != Priority::extra) { continue; }
            for (const auto& step : section.steps) {
                if (std::holds_alternative<CheckIn>(step.what)) { return &section; }
            }
        }
        return nullptr;
    }

    /// A name for one more check-in.
    [[nodiscard]] std::string free_name(const std::string& wanted) const {
        std::set<std::string> taken;
        for (const auto& section : exercise_.sections) {
            each_step(section.steps, [&](const Step& step) { taken.insert(step.id); });
        }
        std::string name = wanted;
        for (int number = 2; taken.contains(name); ++number) { name = fmt::format("{}_{}", wanted, number); }
        return name;
    }

    /// S011, S018: the longest time in which nobody asks.
    void check_stretch(const World& world, bool strong) {
        if (said_stretch_) { return; }
        const auto& places = world.ways.places();
        const Stretch stretch = strong ? Stretch::longest : Stretch::usual;
        std::vector<Milliseconds> passed(places.size(), Milliseconds{-1});
        std::vector<std::size_t> began(places.size(), 0);
        passed.front() = Milliseconds{};
        Milliseconds longest{};
        std::size_t longest_begins = 0;
        for (std::size_t at = 0; at < places.size(); ++at) {
            if (places[at].instruction != nowhere) {
                const Instruction& step = world.instruction(places[at]);
                if (strong ? is_check_in(step) : asks(step)) {
                    passed[at] = {};
                    began[at] = 0;
                } else {
                    if (began[at] == 0) { began[at] = at; }
                    passed[at] += world.time(places[at], stretch);
                }
            }
            if (passed[at] > longest) {
                longest = passed[at];
                longest_begins = began[at];
            }
            for (const std::size_t next : places[at].next) {
                if (passed[at] > passed[next]) {
                    passed[next] = passed[at];
                    began[next] = began[at];
                }
            }
        }
        const Milliseconds allowed =
            strong ? limits::longest_without_check_in_strong : limits::longest_without_asking;
        if (longest <= allowed || longest_begins == 0) { return; }
        said_stretch_ = true;
        const Written* step = world.instruction(places[longest_begins]).written;
        const std::string time = written_duration(longest);
        findings_.warning(
            strong ? "S018" : "S011", opening(*step),
            strong ? filled(_("Up to {} pass in a strong exercise without asking how it is{}"), time,
                            circumstances(world))
                   : filled(_("Up to {} pass here without asking how the client is{}"), time,
                            circumstances(world)),
            {filled(
                 _("It begins here. A check-in at least every {} lets people notice that it has become too "
                   "much."),
                 duration_in_words(allowed)),
             filled(_("about half way   {}"),
                    filled(R"({{ "kind": "check_in", "id": "{}", "text": "{}" }})", free_name("half_way"),
                           _("How distressed do you feel now?"))),
             {}});
    }

    const Exercise& exercise_;
    Findings& findings_;
    std::set<std::string> said_after_;
    bool said_beginning_ = false;
    bool said_stretch_ = false;
};

} // namespace

void prove_check_ins(const Exercise& exercise, const Worlds& worlds, Findings& findings) {
    CheckIns check_ins(exercise, findings);
    for (const auto& world : worlds.all) {
        if (emptied_sections(world, worlds).empty()) { check_ins.check(world); }
    }
}

} // namespace kindly
