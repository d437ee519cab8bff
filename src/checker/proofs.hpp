// SPDX-License-Identifier: MIT
// What is proved about an exercise over all ways through it and in all its circumstances (kindly-exercise(5),
// MESSAGES). One source file a family; checker.hpp runs them.
#pragma once

#include "checker/world.hpp"
#include "exercise/findings.hpp"
#include "exercise/fitting.hpp"

namespace kindly {

/// R003, R004, R005: what nobody reaches, conditions that never change, branches that make no difference.
/// `unasked`: conditions that A002 has spoken of already.
void prove_flow(const Exercise& exercise, const Worlds& worlds, const std::set<const Written*>& unasked,
                Findings& findings);

/// R003 for what stands under "instead": for people who never come there.
void check_alternatives(const Exercise& exercise, Findings& findings);

/// A002. Gives the conditions that look at an answer that may not have been asked for.
[[nodiscard]] std::set<const Written*> prove_asked(const Exercise& exercise, const Worlds& worlds,
                                                   Findings& findings);

/// A007, A008, A009; K010 where a fragment asks under a name that is taken.
void prove_answers(const Exercise& exercise, const Worlds& worlds, Findings& findings);

/// T002, T003, T005, T006.
void check_time(const Exercise& exercise, const Worlds& worlds, const TimeRange& times, Findings& findings);
void check_time(const Fragment& fragment, Findings& findings);

/// S002, S006, S011, S018: check-ins where they are needed.
void prove_check_ins(const Exercise& exercise, const Worlds& worlds, Findings& findings);

/// S015, S016: how long it stays with what is hard, and that it does not end there.
void prove_exposure(const Exercise& exercise, const Worlds& worlds, Findings& findings);

/// S005 (length), S008 (questions in kindness), S014, S017 (length), S019, S021.
void check_safety(const Exercise& exercise, const FragmentFinder& find_fragment, const Worlds& worlds,
                  Findings& findings);
void check_safety(const Fragment& fragment, Findings& findings);

/// The sections that say nothing for those who avoid what this world does without, but say something as set.
/// S021 speaks of them; whatever else is wrong in such a world follows from it.
[[nodiscard]] std::vector<std::string> emptied_sections(const World& world, const Worlds& worlds);

/// S013, and what a valid exception does to the findings that it names. `today`: YYYY-MM-DD.
void apply_waivers(const Exercise& exercise, const std::string& today, Diagnostics& diagnostics);

/// A main section that stays with what is hard: a feeling, a memory, the critic.
[[nodiscard]] bool is_exposed(const PlannedSection& section);

// Places that messages point to.
[[nodiscard]] Span place_of(const Section& section); ///< its id
[[nodiscard]] const Section* find_section(const Exercise& exercise, const std::string& id);
[[nodiscard]] Span place_of(const Exercise& exercise, const char* group, const char* key);

} // namespace kindly
