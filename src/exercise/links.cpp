// SPDX-License-Identifier: MIT
#include "exercise/links.hpp"

#include "exercise/links_parts.hpp"

namespace kindly {

namespace {

/// Questions of main sections behind the closing one: that these stand wrong is said of the section (R007).
void doubt_late_questions(const Exercise& exercise, Doubts& doubts) {
    bool closed = false;
    for (const auto& section : exercise.sections) {
        closed = closed || section.role == Role::closing;
        if (!closed || section.role != Role::main) { continue; }
        each_step(section.steps, [&](const Step& step) {
            if (!step.id.empty()) { doubts.names.insert(step.id); }
        });
    }
}

} // namespace

Diagnostics check_links(const Exercise& exercise, const Doubts& before) {
    Findings findings(exercise.document->source);
    Doubts doubts = before;
    doubt_late_questions(exercise, doubts);
    LinkedParts parts;
    parts.root = &exercise.document->root;
    parts.exercise = &exercise;
    for (const Role role : all_values<Role>()) {
        if (role == Role::grounding) { continue; }
        for (const auto& section : exercise.sections) {
            if (section.role == role) { parts.in_order.push_back(&section.steps); }
        }
    }
    for (const auto& section :
         exercise.sections) { // a detour from anywhere: last, so that it comes after every question
        if (section.role == Role::grounding) { parts.in_order.push_back(&section.steps); }
    }
    WrongOrder order;
    check_flow(exercise, doubts, order, findings);
    check_answers(parts, doubts, order, findings);
    check_settings(parts, doubts, findings);
    check_texts(parts, doubts, findings);
    return findings.take();
}

Diagnostics check_links(const Fragment& fragment, const Doubts& doubts) {
    Findings findings(fragment.document->source);
    const LinkedParts parts{&fragment.document->root, {&fragment.steps}, nullptr};
    WrongOrder order;
    check_answers(parts, doubts, order, findings);
    check_settings(parts, doubts, findings);
    check_texts(parts, doubts, findings);
    return findings.take();
}

} // namespace kindly
