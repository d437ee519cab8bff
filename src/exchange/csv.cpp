// SPDX-License-Identifier: MIT
#include "exchange/csv.hpp"

#include "base/text.hpp"
#include "exchange/bulk_text.hpp"

namespace kindly {

namespace {

class Cells {
public:
    Cells(Output& out, bool spreadsheet_safe)
        : out_(out), safe_(spreadsheet_safe), seen_(out.is_terminal()) {}

    void heading(std::string_view columns) { out_.put(columns); }
    Cells& text(std::string_view value) {
        separate();
        const bool formula = safe_ && !value.empty() &&
                             std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
        // Somebody may have altered the log: nothing in it commands a terminal.
        if (seen_) {
            out_.csv(harmless(value), formula ? "'" : "");
        } else {
            out_.csv(value, formula ? "'" : "");
        }
        return *this;
    }
    Cells& number(std::optional<std::int64_t> value) {
        separate();
        if (!value) { return *this; }
        if (safe_ && *value < 0) { out_.put('\''); }
        out_.number(*value);
        return *this;
    }
    Cells& real(std::optional<double> value) {
        separate();
        if (!value) { return *this; }
        if (safe_ && *value < 0) { out_.put('\''); }
        (void)out_.real(*value); // what is no number is an empty cell
        return *this;
    }
    Cells& time(std::optional<Moment> value) {
        separate();
        if (value) { out_.time(*value); }
        return *this;
    }
    Cells& truth(bool value) { return text(value ? "true" : "false"); }
    void end_row() {
        out_.put("\r\n");
        first_ = true;
    }
    void flush() { out_.flush(); }

private:
    void separate() {
        if (!first_) { out_.put(','); }
        first_ = false;
    }

    BulkText out_;
    bool safe_;
    bool seen_; ///< by a terminal
    bool first_ = true;
};

void put_practice(Cells& cells, const PracticeRow& row) {
    cells.text(row.id).text(row.exercise).text(row.exercise_version).text(row.title).text(row.language);
    cells.text(row.components).time(row.started_at).time(row.ended_at).text(row.day).text(row.status);
    cells.text(row.stop_reason).number(row.planned_seconds).number(row.practised_seconds);
    cells.number(row.paused_seconds).number(row.distress_before).number(row.distress_after);
    cells.number(row.kindness_before).number(row.kindness_after).text(row.backdraft).number(row.groundings);
    cells.number(row.skipped).text(row.homework).text(row.source).text(row.participant).time(row.recorded_at);
    cells.time(row.amended_at).text(row.kindly_version);
    cells.end_row();
}

void put_answer(Cells& cells, std::string_view session, const AnswerRow& row) {
    cells.text(session).number(row.position).text(row.step).text(row.kind).text(row.measure).text(row.prompt);
    cells.real(row.value_number).text(row.value_text.value_or(std::string_view())).truth(row.skipped);
    cells.truth(row.is_private).time(row.answered_at);
    cells.end_row();
}

constexpr std::string_view session_columns =
    "id,exercise,exercise_version,title,language,components,started_at,ended_at,day,status,stop_reason,"
    "planned_seconds,practised_seconds,paused_seconds,distress_before,distress_after,kindness_before,"
    "kindness_after,backdraft,groundings,skipped,homework,source,participant,recorded_at,amended_at,"
    "kindly_version\r\n";
constexpr std::string_view answer_columns =
    "session_id,position,step,kind,measure,prompt,value_number,value_text,skipped,private,answered_at\r\n";
constexpr std::string_view deletion_columns = "id,deleted_at\r\n";

} // namespace

void write_csv(LogStream& log, HoldingBack& holding_back, Output& out, CsvTable table, bool spreadsheet_safe,
               const WholeLog& whole) {
    Cells cells(out, spreadsheet_safe);
    if (table == CsvTable::deletions) {
        cells.heading(deletion_columns);
        for (DeletionRow row; log.next(row);) {
            cells.text(row.id).time(row.deleted_at);
            cells.end_row();
        }
        return cells.flush();
    }
    cells.heading(table == CsvTable::sessions ? session_columns : answer_columns);
    PracticeRow practice;
    for (std::int64_t written = 1; log.next(practice); written++) {
        if (table == CsvTable::sessions) {
            holding_back.practice(practice);
            put_practice(cells, practice);
        } else {
            holding_back.answers_of(practice); // its own values are another table's
            for (AnswerRow answer; log.next(answer);) {
                (void)holding_back.answer(answer); // an empty cell says as much
                put_answer(cells, practice.id, answer);
            }
        }
        if (written % practices_between == 0) { whole.on_the_way(written); }
    }
    cells.flush();
}

} // namespace kindly
