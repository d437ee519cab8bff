// SPDX-License-Identifier: MIT
#include "exchange/practice_more.hpp"

#include "exchange/practice_json.hpp"

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// JSON that stands in the log as it is; a damaged log may hold anything.
void put_stored(BulkText& out, std::string_view name, std::string_view json, std::string_view otherwise) {
    out.put(name);
    const bool whole = json == "{}" || (!json.empty() && json.find('\n') == std::string_view::npos &&
                                        nlohmann::json::accept(json));
    out.put(whole ? json : otherwise);
}

void put_separator(BulkText& out, bool& first) {
    if (!first) { out.put(','); }
    first = false;
}

/// A revision is told only where it is not that of the practice.
void put_revision(BulkText& out, std::string_view name, std::optional<std::int64_t> value) {
    if (value) { put_number(out, name, value); }
}

/// A list of objects: `begin` with its bracket, then one object for each row.
template <class Row, class Put>
void put_rows(BulkText& out, LogStream& log, std::string_view begin, const Put& put, char end = ']') {
    out.put(begin);
    Row row;
    for (bool first = true; log.next(row);) {
        put_separator(out, first);
        put(row);
    }
    out.put(end);
}

void put_step(BulkText& out, const StepRow& row) {
    out.put(R"({"path":)");
    out.json(row.path);
    put_text(out, R"(,"kind":)", row.kind);
    put_number(out, R"(,"began_ms":)", row.began_ms);
    put_number(out, R"(,"ended_ms":)", row.ended_ms);
    put_text(out, R"(,"how":)", row.how);
    out.put('}');
}

void put_safety(BulkText& out, const SafetyRow& row) {
    put_number(out, R"({"at_ms":)", row.at_ms);
    put_text(out, R"(,"reason":)", row.reason);
    put_text(out, R"(,"check_in":)", row.check_in);
    put_number(out, R"(,"value":)", row.value);
    out.put(row.numb ? R"(,"numb":true)" : R"(,"numb":false)");
    put_number(out, R"(,"offer_grounding_at":)", row.offer_grounding_at);
    put_number(out, R"(,"stop_at":)", row.stop_at);
    put_list(out, R"(,"offered":)", row.offered);
    put_text(out, R"(,"chosen":)", row.chosen);
    out.put('}');
}

} // namespace

void write_more_of_answer(BulkText& out, const AnswerRow& row) {
    out.put(R"(,"more":{"question":)");
    out.json(row.question);
    put_text(out, R"(,"about":)", row.about);
    put_stored(out, R"(,"options":)", row.options, "[]");
    put_number(out, R"(,"lowest":)", row.lowest);
    put_number(out, R"(,"highest":)", row.highest);
    put_text(out, R"(,"lowest_label":)", row.lowest_label);
    put_text(out, R"(,"highest_label":)", row.highest_label);
    out.put(row.words_deleted ? R"(,"words_deleted":true)" : R"(,"words_deleted":false)");
    put_time(out, R"(,"answered_at":)", row.answered_at, true);
    const bool value_is_here = row.sealed.empty() && !row.withheld;
    if (value_is_here) { put_revision(out, R"(,"value_revision":)", row.value_revision); }
    out.put('}');
}

void write_more_of_practice(BulkText& out, const PracticeRow& row, LogStream& log,
                            HoldingBack& holding_back) {
    const auto withheld = [&] {
        holding_back.sealed();
        out.put(R"(,"withheld":true)");
    };
    out.put(R"(,"more":{)");
    put_time(out, R"("started_at":)", row.started_at, true);
    put_time(out, R"(,"ended_at":)", row.ended_at, true);
    put_time(out, R"(,"recorded_at":)", row.recorded_at, true);
    put_time(out, R"(,"amended_at":)", row.amended_at, true);
    put_number(out, R"(,"planned_ms":)", row.planned_ms);
    put_number(out, R"(,"practised_ms":)", row.practised_ms);
    put_number(out, R"(,"paused_ms":)", row.paused_ms);
    put_text(out, R"(,"intensity":)", row.intensity);
    put_text(out, R"(,"digest":)", row.digest);
    put_rows<FragmentRow>(out, log, R"(,"fragments":[)",
                          [&](const FragmentRow& part) { out.json(part.digest); });
    put_text(out, R"(,"last_section":)", row.last_section);
    put_number(out, R"(,"seed":)", row.seed);
    put_revision(out, R"(,"ratings_revision":)", row.ratings_revision);
    put_revision(out, R"(,"details_revision":)", row.details_revision);
    put_stored(out, R"(,"settings":)", row.settings, "null");
    if (!row.settings_sealed.empty()) {
        holding_back.sealed();
        out.put(R"(,"settings_withheld":true)");
    }
    put_stored(out, R"(,"plan":)", row.plan, "null");
    put_rows<PickRow>(
        out, log, R"(,"picks":{)",
        [&](const PickRow& part) {
            out.json(part.pick);
            out.put(':');
            out.number(part.variant);
        },
        '}');
    put_rows<StepRow>(out, log, R"(,"steps":[)", [&](const StepRow& part) { put_step(out, part); });
    put_rows<SafetyRow>(out, log, R"(,"safety":[)", [&](const SafetyRow& part) { put_safety(out, part); });
    put_rows<AmendmentRow>(out, log, R"(,"amendments":[)", [&](const AmendmentRow& part) {
        put_number(out, R"({"revision":)", part.revision);
        put_time(out, R"(,"amended_at":)", part.amended_at, true);
        put_text(out, R"(,"field":)", part.field);
        out.put(R"(,"was":)");
        if (part.was) {
            out.json(*part.was);
        } else {
            out.put("null");
        }
        if (!part.sealed.empty()) { withheld(); }
        if (part.withheld) { out.put(R"(,"withheld":true)"); }
        out.put('}');
    });
    put_rows<DraftRow>(out, log, R"(,"drafts":[)", [&](const DraftRow& part) {
        put_text(out, R"({"question":)", part.question);
        put_text(out, R"(,"words":)", part.sealed.empty() ? part.words : std::string_view());
        put_time(out, R"(,"saved_at":)", part.saved_at, true);
        if (!part.sealed.empty()) { withheld(); }
        out.put('}');
    });
    // Few practices have any, and then the key is there.
    LetterRow letter;
    bool first = true;
    for (; log.next(letter); first = false) {
        put_text(out, first ? R"(,"letters":[{"question":)" : R"(,{"question":)", letter.question);
        put_text(out, R"(,"ready_on":)", letter.ready_on);
        put_time(out, R"(,"set_aside_at":)", letter.set_aside_at, true);
        put_time(out, R"(,"opened_at":)", letter.opened_at, true);
        out.put('}');
    }
    if (!first) { out.put(']'); }
    out.put('}');
}

} // namespace kindly
