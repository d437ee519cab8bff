// SPDX-License-Identifier: MIT
// Any bytes as an assignment, or as a plan for one: what reads without errors can be scheduled, and a plan
// becomes an assignment that says the same.
#include "exercise/canonical.hpp"
#include "fuzz.hpp"
#include "homework/assignment_reader.hpp"
#include "homework/assignment_writer.hpp"
#include "homework/schedule.hpp"

namespace {

using namespace kindly;
using namespace kindly::fuzz;

constexpr DayNumber some_day = 20779; // 2026-11-22

void can_be_scheduled(const Assignment& assignment) {
    std::vector<Schedule> schedules;
    for (const AssignmentItem& item : assignment.items) {
        must(read_how_often(word(item.often)) == item.often, "how often is written as it is read",
             word(item.often));
        const DayNumber begun = some_day - 30;
        const DayNumber first = std::max(begun, item.from.value_or(begun));
        schedules.push_back({item.often, first, item.until});
    }
    std::vector<DoneOn> happened;
    for (std::size_t item = 0; item < schedules.size(); ++item) {
        const DayNumber day = some_day - static_cast<DayNumber>(item % 40);
        happened.push_back({item, day, static_cast<DoneOn::What>(item % 3)});
    }
    for (const Standing& standing : standings(schedules, happened, some_day)) {
        must(standing.open() >= 0 && standing.done >= 0, "no more is done than there is to do");
        must(!standing.next || *standing.next >= some_day, "the next time is not in the past");
        must(!standing.due || standing.next == some_day, "what is due is due today");
        must(!standing.in_all || *standing.in_all >= standing.of, "all turns are at least those so far");
    }
}

void is_whole(const Assignment& assignment) {
    must(!assignment.items.empty(), "there is something to practise");
    for (const AssignmentItem& item : assignment.items) {
        must(!item.exercise.empty() && item.exercise.find('/') == std::string::npos,
             "an exercise has a name that leads out of no folder", item.exercise);
        must(!item.confidence || (*item.confidence >= 0 && *item.confidence <= 100), "confidence in percent");
    }
    must(!exercises_of(assignment).empty(), "its exercises have names");
    can_be_scheduled(assignment);
}

/// With the digests that the library would have.
void becomes_an_assignment(const Assignment& plan) {
    AssignmentToMake made;
    made.plan = plan.document->source->bytes();
    made.id = "fuzz-1";
    made.made_on = "2026-11-22";
    for (const auto& id : exercises_of(plan)) {
        made.exercises[id] = {"1.0", std::string(64, 'a'), {}};
        for (const EmbeddedExercise& own : plan.exercises) {
            if (own.id == id) { made.exercises[id] = {"1.0", own.digest, own.bytes}; }
        }
    }
    const std::string text = make_assignment(made);
    const ReadAssignment read = read_assignment(source_of("made.json", text));
    must(read.assignment != nullptr, "an assignment that was made can be read",
         to_text(read.diagnostics, {}) + text);
    const Assignment& assignment = *read.assignment;
    must(assignment.digest == digest_of_all(assignment.document->root), "its digest is that of it all", text);
    must(assignment.items.size() == plan.items.size(), "it has the items of the plan", text);
    for (std::size_t at = 0; at < plan.items.size(); ++at) {
        const AssignmentItem& one = assignment.items[at];
        const AssignmentItem& other = plan.items[at];
        must(one.exercise == other.exercise && one.often == other.often && one.plan == other.plan &&
                 one.from == other.from && one.until == other.until && one.text == other.text,
             "each item says what the plan says", text);
    }
    must(assignment.rationale == plan.rationale && assignment.share == plan.share &&
             assignment.questions == plan.questions,
         "it says what the plan says", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = text_of(data, size);
    const ReadAssignment read = read_assignment(source_of("fuzz.json", bytes));
    look_at(read.diagnostics);
    must((read.assignment == nullptr) == has_errors(read.diagnostics), "either an assignment, or errors");
    if (read.assignment != nullptr) {
        is_whole(*read.assignment);
        must(digest_of_all(read.assignment->document->root).size() == 64, "a digest has 64 digits");
    }
    if (looks_like_assignment(bytes)) { return 0; }
    const ReadAssignment plan = read_plan(source_of("fuzz.json", bytes));
    look_at(plan.diagnostics);
    must((plan.assignment == nullptr) == has_errors(plan.diagnostics), "either a plan, or errors");
    if (plan.assignment != nullptr) {
        is_whole(*plan.assignment);
        becomes_an_assignment(*plan.assignment);
    }
    return 0;
}
