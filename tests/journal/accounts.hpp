// SPDX-License-Identifier: MIT
// Accounts of practices, as other machines would tell them.
#pragma once

#include "journal/whole_session.hpp"
#include "journal/world.hpp"

namespace kindly::test {

/// What an account tells: 0 that and when, 1 ratings, 2 everything.
inline WholeSession account(int practice, std::int64_t revision, int level) {
    WholeSession session;
    session.id = id_of(practice);
    session.revision = revision;
    session.exercise = "kind-pause";
    session.title = "A kind pause " + std::to_string(revision);
    session.started_at = at(practice * 86400);
    session.day = local_day(session.started_at);
    session.status = "completed";
    session.source = "timed";
    session.recorded_at = session.started_at;
    session.practised_ms = 60000 * revision;
    if (revision > 1) { session.amended_at = at(practice * 86400 + 1000 * revision); }
    if (level >= 1) {
        session.ratings_revision = revision;
        session.ratings.distress_before = revision;
    }
    if (level >= 2) {
        session.details_revision = revision;
        session.started_at.unix_ms += 250;
        session.details.settings = "{\"revision\":" + std::to_string(revision) + "}";
        session.details.drafts = {{"line", "half a sentence", {}, at(7)}};
    }
    for (const bool is_text : {false, true}) {
        WholeAnswer answer;
        answer.position = is_text ? 2 : 1;
        answer.step = is_text ? "a/line" : "a/before";
        answer.kind = is_text ? "text" : "check_in";
        answer.prompt = "How is it?";
        answer.answered_at = at(practice * 86400 + 30);
        if (level >= (is_text ? 2 : 1)) {
            answer.value_revision = revision;
            if (is_text) {
                answer.value_text = "words of revision " + std::to_string(revision);
            } else {
                answer.value_number = static_cast<double>(revision);
            }
        }
        if (level >= 2) {
            answer.question = is_text ? "line" : "before";
            answer.answered_at.unix_ms += 125;
        }
        session.answers.push_back(answer);
    }
    return session;
}

/// Taken up again on one of several machines, from a copy: so many answers more.
inline WholeSession gone_on(WholeSession session, int machine, int answers) {
    for (int number = 0; number < answers; ++number) {
        WholeAnswer answer = session.answers.at(1);
        answer.position = static_cast<std::int64_t>(session.answers.size()) + 1;
        answer.step = number == 0 ? "a/line" : "b/other";
        answer.answered_at.unix_ms += 60000 + 20000 * number + 1000 * machine;
        if (!answer.question.empty()) { answer.question = answer.step.substr(2); }
        if (answer.value_text) {
            answer.value_text = "machine " + std::to_string(machine) + ", answer " + std::to_string(number);
        }
        session.answers.push_back(answer);
    }
    return session;
}

} // namespace kindly::test
