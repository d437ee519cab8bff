// SPDX-License-Identifier: MIT
// How much of an exercise stays with feelings, memories or the inner critic, on the worst way through it.
#include "base/text.hpp"
#include "checker/proofs.hpp"
#include "exercise/limits.hpp"

#include <array>
#include <cmath>

namespace kindly {

namespace {

bool soothes(const PlannedSection& section) {
    return section.role == Role::main &&
           (section.purpose == Purpose::soothe || section.purpose == Purpose::plan);
}

int percent_allowed(Intensity intensity) {
    switch (intensity) {
    case Intensity::gentle: return limits::exposed_percent_gentle;
    case Intensity::moderate: return limits::exposed_percent_moderate;
    case Intensity::strong: return limits::exposed_percent_strong;
    }
    return 0;
}

const char* in_words(Stretch stretch) {
    switch (stretch) {
    case Stretch::shortest: return N_("at its shortest");
    case Stretch::longest: return N_("at its longest");
    default: return "";
    }
}

class Exposure {
public:
    Exposure(const Exercise& exercise, Findings& findings) : exercise_(exercise), findings_(findings) {}

    void check(const World& world) {
        const auto& sections = world.plan->sections;
        if (std::none_of(sections.begin(), sections.end(), is_exposed)) { return; }
        check_last(world);
        for (const Stretch stretch : {Stretch::usual, Stretch::shortest, Stretch::longest}) {
            check_share(world, stretch);
            check_critic(world, stretch);
            check_balance(world, stretch);
        }
    }

private:
    /// S015: no way may go from an exposed section straight to the closing.
    void check_last(const World& world) {
        const auto& places = world.ways.places();
        for (std::size_t at = 0; at < places.size(); ++at) {
            if (places[at].instruction == nowhere || !is_exposed(world.section(places[at]))) { continue; }
            for (const std::size_t next : places[at].next) {
                const auto& section = world.section(places[at]);
                if (!ends_exposed(world, places[at], places[next]) || !ending_.insert(section.id).second) {
                    continue;
                }
                auto way = fullest_way_to(world.ways, at);
                way.push_back(next);
                findings_.error(
                    "S015", place_of(*find_section(exercise_, section.id)),
                    filled(_("The exercise can end right after \"{}\" ({}){}. End on a section that soothes "
                             "or plans"),
                           section.title, word(*section.purpose), circumstances(world)),
                    {_("Whoever leaves from there takes the hard part along.") +
                         spaced(on_the_way(world, way, true)),
                     better_ending(section.id),
                     {}});
            }
        }
    }

    static bool ends_exposed(const World& world, const Ways::Place& from, const Ways::Place& to) {
        return from.instruction != nowhere && is_exposed(world.section(from)) &&
               (to.instruction == nowhere || world.section(to).role == Role::closing);
    }

    /// The ways that S015 has nothing to say of: one mistake, one message.
    static MayFollow well_ended(const World& world) {
        return [&world](const Ways::Place& from, const Ways::Place& to) {
            return !ends_exposed(world, from, to);
        };
    }

    /// What to change, by what stands behind the section.
    [[nodiscard]] std::string better_ending(const std::string& id) const {
        bool passed = false;
        const Section* extra = nullptr;
        for (const auto& section : exercise_.sections) {
            const bool gentle = section.role == Role::main && section.purpose &&
                                (*section.purpose == Purpose::soothe || *section.purpose == Purpose::plan);
            if (passed && gentle && section.priority != Priority::extra) {
                return filled(_("let that way go to \"{}\" first"), section.id);
            }
            if (passed && gentle && extra == nullptr) { extra = &section; }
            passed = passed || section.id == id;
        }
        return extra != nullptr ? filled(_("leave \"priority\": \"extra\" out of \"{}\""), extra->title)
                                : std::string(_("a section behind it with \"purpose\": \"soothe\""));
    }

    /// "What is hard", "The critic": for whoever looks for them.
    [[nodiscard]] std::string which_count(const World& world) const {
        std::vector<std::string> titles;
        for (const auto& section : world.plan->sections) {
            if (is_exposed(section)) { titles.push_back('"' + section.title + '"'); }
        }
        return filled(_("Sections about feelings, memories and the critic count: {}."), joined(titles, ", "));
    }

    [[nodiscard]] Span intensity() const { return place_of(exercise_, "safety", "intensity"); }

    void check_share(const World& world, Stretch stretch) {
        const int allowed = percent_allowed(exercise_.safety.intensity);
        if (said_share_) { return; }
        // More than the share allowed: 100 x exposed - allowed x guided is more than nothing.
        constexpr int whole = 100;
        const auto worst = greatest_way(
            world.ways,
            [&](const Ways::Place& place) {
                const Milliseconds time = world.time(place, stretch);
                return time * (is_exposed(world.section(place)) ? whole - allowed : -allowed);
            },
            well_ended(world));
        if (worst.sum <= Milliseconds{}) { return; }
        said_share_ = true;
        Milliseconds exposed{};
        Milliseconds guided{};
        for (const std::size_t place : worst.places) {
            const Milliseconds time = world.time(world.ways.places()[place], stretch);
            guided += time;
            if (is_exposed(world.section(world.ways.places()[place]))) { exposed += time; }
        }
        std::string message;
        if (exercise_.safety.intensity == Intensity::gentle) {
            message = filled(_("This gentle exercise stays with the hard feeling for {}{}. A gentle one does "
                               "not go there: call it moderate, or give these sections another purpose"),
                             duration_in_words(std::chrono::ceil<std::chrono::seconds>(exposed)),
                             circumstances(world));
        } else {
            const auto share = static_cast<int>(std::ceil(static_cast<double>(whole * exposed.count()) /
                                                          static_cast<double>(guided.count())));
            message = filled(_("{} % of this {} exercise stays with the hard feeling{}; the limit is {} %"),
                             std::max(share, allowed + 1), word(exercise_.safety.intensity),
                             when(world, stretch), allowed);
        }
        findings_.error(
            "S016", intensity(), std::move(message),
            {which_count(world) + spaced(on_the_way(world, worst.places)),
             exercise_.safety.intensity == Intensity::gentle ? std::string() : less_of_it(world, stretch),
             {}});
    }

    /// It goes wrong only with settings at their ends.
    static bool is_by_setting(const World& world) { return world.avoided.empty() && !world.as_set; }

    static std::string less_of_it(const World& world, Stretch stretch) {
        if (is_by_setting(world)) {
            return _("narrower limits for that setting, or more time in what soothes");
        }
        return stretch == Stretch::longest ? _("a lower \"longest\" there, or more time in what soothes")
                                           : _("a shorter pause there, or more time in what soothes");
    }

    void check_critic(const World& world, Stretch stretch) {
        if (said_critic_) { return; }
        const auto worst = greatest_way(world.ways, [&](const Ways::Place& place) {
            const auto& section = world.section(place);
            const bool critic = section.role == Role::main && section.purpose == Purpose::critic;
            return critic ? world.time(place, stretch) : Milliseconds{};
        });
        if (worst.sum <= limits::longest_critic) { return; }
        said_critic_ = true;
        for (const auto& section : exercise_.sections) {
            if (section.purpose != Purpose::critic || section.role != Role::main) { continue; }
            findings_.error("S016", place_of(section),
                            filled(_("The critic speaks for {}{}; the limit is {}"),
                                   written_duration(worst.sum), when(world, stretch),
                                   written_duration(limits::longest_critic)),
                            {_("A harsh voice that goes on is rehearsed, not answered."),
                             _("fewer words, or a shorter pause there"),
                             {}});
            return;
        }
    }

    void check_balance(const World& world, Stretch stretch) {
        if (said_share_ || said_balance_) { return; }
        const auto worst = greatest_way(
            world.ways,
            [&](const Ways::Place& place) {
                const auto& section = world.section(place);
                const Milliseconds time = world.time(place, stretch);
                return is_exposed(section) ? time : soothes(section) ? -time : Milliseconds{};
            },
            well_ended(world));
        if (worst.sum <= Milliseconds{}) { return; }
        said_balance_ = true;
        findings_.error("S016", intensity(),
                        filled(_("What soothes and plans is {} shorter than what is hard{}"),
                               duration_in_words(std::chrono::ceil<std::chrono::seconds>(worst.sum)),
                               when(world, stretch)),
                        {_("People need at least as long to come back as they were away.") +
                             spaced(on_the_way(world, worst.places)),
                         is_by_setting(world)
                             ? _("narrower limits for that setting, or longer pauses in sections that soothe")
                             : _("longer pauses in sections with the purpose \"soothe\" or \"plan\""),
                         {}});
    }

    static std::string when(const World& world, Stretch stretch) {
        const std::string who = circumstances(world);
        return stretch == Stretch::usual ? who : ' ' + std::string(_(in_words(stretch))) + who;
    }

    const Exercise& exercise_;
    Findings& findings_;
    std::set<std::string> ending_;
    bool said_share_ = false;
    bool said_critic_ = false;
    bool said_balance_ = false;
};

} // namespace

bool is_exposed(const PlannedSection& section) {
    return section.role == Role::main &&
           (section.purpose == Purpose::feeling || section.purpose == Purpose::memory ||
            section.purpose == Purpose::critic);
}

void prove_exposure(const Exercise& exercise, const Worlds& worlds, Findings& findings) {
    Exposure exposure(exercise, findings);
    for (const auto& world : worlds.all) {
        if (emptied_sections(world, worlds).empty()) { exposure.check(world); }
    }
}

} // namespace kindly
