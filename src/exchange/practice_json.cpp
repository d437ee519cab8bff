// SPDX-License-Identifier: MIT
#include "exchange/practice_json.hpp"

#include "exchange/practice_more.hpp"

namespace kindly {

namespace {

/// A text that is always there, also where it is empty.
void put_any_text(BulkText& out, std::string_view name, std::string_view value) {
    out.put(name);
    out.json(value);
}

void put_answer(BulkText& out, const AnswerRow& row, bool withheld, bool everything) {
    out.put(R"({"position":)");
    out.number(row.position);
    put_any_text(out, R"(,"step":)", row.step);
    put_any_text(out, R"(,"kind":)", row.kind);
    put_text(out, R"(,"measure":)", row.measure);
    put_text(out, R"(,"prompt":)", row.prompt);
    out.put(R"(,"value_number":)");
    if (!row.value_number || !out.real(*row.value_number)) { out.put("null"); }
    put_text(out, R"(,"value_text":)", row.value_text.value_or(std::string_view()));
    out.put(row.skipped ? R"(,"skipped":true)" : R"(,"skipped":false)");
    out.put(row.is_private ? R"(,"private":true)" : R"(,"private":false)");
    put_time(out, R"(,"answered_at":)", row.answered_at, false);
    if (withheld) { out.put(R"(,"withheld":true)"); }
    if (everything) { write_more_of_answer(out, row); }
    out.put('}');
}

} // namespace

void put_text(BulkText& out, std::string_view name, std::string_view value) {
    out.put(name);
    if (value.empty()) { return out.put("null"); }
    out.json(value);
}

void put_number(BulkText& out, std::string_view name, std::optional<std::int64_t> value) {
    out.put(name);
    if (!value) { return out.put("null"); }
    out.number(*value);
}

void put_time(BulkText& out, std::string_view name, std::optional<Moment> value, bool with_milliseconds) {
    out.put(name);
    if (!value) { return out.put("null"); }
    out.put('"');
    out.time(*value, with_milliseconds);
    out.put('"');
}

void put_list(BulkText& out, std::string_view name, std::string_view joined) {
    out.put(name);
    out.put('[');
    for (bool first = true; !joined.empty(); first = false) {
        if (!first) { out.put(','); }
        const std::size_t length = std::min(joined.find(';'), joined.size());
        out.json(joined.substr(0, length));
        joined.remove_prefix(std::min(length + 1, joined.size()));
    }
    out.put(']');
}

void write_practice(BulkText& out, PracticeRow& row, LogStream& log, HoldingBack& holding_back,
                    const PracticeJson& form) {
    holding_back.practice(row);
    out.put('{');
    if (form.line) { out.put(R"("record":"session",)"); }
    if (const auto level = holding_back.level(); !level.empty()) {
        put_text(out, R"("share":)", level);
        out.put(',');
    }
    put_any_text(out, R"("id":)", row.id);
    put_any_text(out, R"(,"exercise":)", row.exercise);
    put_any_text(out, R"(,"exercise_version":)", row.exercise_version);
    put_any_text(out, R"(,"title":)", row.title);
    put_any_text(out, R"(,"language":)", row.language);
    put_list(out, R"(,"components":)", row.components);
    put_time(out, R"(,"started_at":)", row.started_at, false);
    put_time(out, R"(,"ended_at":)", row.ended_at, false);
    put_any_text(out, R"(,"day":)", row.day);
    put_any_text(out, R"(,"status":)", row.status);
    put_text(out, R"(,"stop_reason":)", row.stop_reason);
    put_number(out, R"(,"planned_seconds":)", row.planned_seconds);
    put_number(out, R"(,"practised_seconds":)", row.practised_seconds);
    put_number(out, R"(,"paused_seconds":)", row.paused_seconds);
    put_number(out, R"(,"distress_before":)", row.distress_before);
    put_number(out, R"(,"distress_after":)", row.distress_after);
    put_number(out, R"(,"kindness_before":)", row.kindness_before);
    put_number(out, R"(,"kindness_after":)", row.kindness_after);
    put_text(out, R"(,"backdraft":)", row.backdraft);
    put_number(out, R"(,"groundings":)", row.groundings);
    put_number(out, R"(,"skipped":)", row.skipped);
    put_text(out, R"(,"homework":)", row.homework);
    put_any_text(out, R"(,"source":)", row.source);
    put_text(out, R"(,"participant":)", row.participant);
    put_time(out, R"(,"recorded_at":)", row.recorded_at, false);
    put_time(out, R"(,"amended_at":)", row.amended_at, false);
    put_any_text(out, R"(,"kindly_version":)", row.kindly_version);
    if (form.line) { put_number(out, R"(,"revision":)", row.revision); }
    out.put(R"(,"answers":[)");
    AnswerRow answer;
    for (bool first = true; log.next(answer); first = false) {
        if (!first) { out.put(','); }
        const bool withheld = holding_back.answer(answer);
        put_answer(out, answer, withheld, form.everything);
    }
    out.put(']');
    if (form.everything) { write_more_of_practice(out, row, log, holding_back); }
    if (log.incomplete()) { out.put(R"(,"answers_unreadable":true)"); }
    out.put('}');
}

void write_deletion(BulkText& out, const DeletionRow& row) {
    out.put(R"({"id":)");
    out.json(row.id);
    put_time(out, R"(,"deleted_at":)", row.deleted_at, false);
    out.put('}');
}

} // namespace kindly
