// SPDX-License-Identifier: MIT
// Any bytes as JSON Lines for the practice log: all lines or none; and what was taken in can be written, read
// into an empty log and written again without a difference.
#include "exchange/import.hpp"

#include "base/failure.hpp"
#include "exchange/csv.hpp"
#include "exchange/json.hpp"
#include "exchange/json_lines.hpp"
#include "exchange/reading_back.hpp"
#include "fuzz.hpp"
#include "journal/journal.hpp"
#include "temporary.hpp"

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

namespace {

using namespace kindly;
using namespace kindly::fuzz;
namespace fs = std::filesystem;

constexpr Moment now{1'795'300'000'000, 3600};

const fs::path& folder() {
    static const TemporaryFolder here;
    return here.path();
}

/// An empty log, copied from the first one: its tables are made once.
Journal empty_log(const std::string& name) {
    const fs::path template_file = folder() / "template" / "practice.db";
    static const bool made = [&] {
        static_cast<void>(Journal::open_for_writing(template_file));
        return true;
    }();
    static_cast<void>(made);
    const fs::path file = folder() / name / "practice.db";
    fs::remove_all(file.parent_path());
    fs::create_directory(file.parent_path());
    fs::permissions(file.parent_path(), fs::perms::owner_all);
    for (const char* ending : {"", "-wal"}) {
        const fs::path from = template_file.string() + ending;
        if (fs::exists(from)) { fs::copy_file(from, file.string() + ending); }
    }
    return Journal::open_for_writing(file);
}

std::string file_of(std::string_view bytes) {
    const fs::path file = folder() / "log.jsonl";
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

ImportReport import_from(Journal& journal, std::string_view bytes, bool partial) {
    ImportRequest request;
    request.inputs = gather_inputs({file_of(bytes)});
    request.partial = partial;
    request.now = now;
    return import_files(journal, std::move(request));
}

std::string exported(const Journal& journal, Share share) {
    test::MemoryOutput out;
    HoldingBack holding_back(share);
    Filter filter;
    filter.trials = true;
    LogStream log(journal, filter,
                  share == Share::words ? LogStream::Depth::everything : LogStream::Depth::contract);
    write_json_lines(log, holding_back, out, {true, [](std::int64_t) {}});
    log.finish();
    must(!log.damage().any(), "what was imported is no damage");
    return out.text;
}

void other_formats_hold(const Journal& journal) {
    for (const auto which : {CsvTable::sessions, CsvTable::answers, CsvTable::deletions}) {
        test::MemoryOutput out;
        HoldingBack holding_back(Share::words);
        LogStream log(journal, {}, LogStream::Depth::contract);
        write_csv(log, holding_back, out, which, true, {false, [](std::int64_t) {}});
        must(!test::read_csv(out.text).empty(), "a table has a heading");
    }
    test::MemoryOutput out;
    HoldingBack holding_back(Share::ratings);
    LogStream log(journal, {}, LogStream::Depth::contract);
    write_json(log, holding_back, out, {false, [](std::int64_t) {}});
    must(nlohmann::json::accept(out.text), "an export is JSON", out.text);
}

/// False where no line can be used: then no log is needed to say so.
bool has_good_lines(std::string_view bytes) {
    bool any = false;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const ReadLine line = read_line(bytes.substr(begin, end - begin));
        if (const auto* wrong = std::get_if<WrongLine>(&line)) {
            must(!wrong->what.empty() && harmless(wrong->what) == wrong->what, "a message is harmless",
                 wrong->what);
        } else {
            any = true;
        }
        begin = end + 1;
    }
    return any;
}

void all_or_nothing(std::string_view bytes) {
    Journal journal = empty_log("first");
    const ImportReport report = import_from(journal, bytes, false);
    must(report.problems.size() <= report.wrong_lines, "each problem is a line");
    if (report.wrong_lines > 0) {
        must(!report.taken && !report.counts.changed() && journal.empty(), "all of it, or nothing");
        static_cast<void>(import_from(journal, bytes, true));
    }
    const std::string once = exported(journal, Share::words);
    must(!import_from(journal, once, false).counts.changed(), "what is here already changes nothing", once);
    if (once.empty()) { return; }
    Journal second = empty_log("second");
    const ImportReport again = import_from(second, once, false);
    must(again.wrong_lines == 0, "what is written can be read",
         again.problems.empty() ? once : again.problems.front().wrong.what + "\n" + once);
    const std::string twice = exported(second, Share::words);
    must(once == twice, "what is read again is the same", once + "\n" + twice);
    static_cast<void>(exported(second, Share::counts));
    other_formats_hold(second);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = text_of(data, size);
    if (!has_good_lines(bytes)) { return 0; }
    try {
        all_or_nothing(bytes);
    } catch (const Failure& failure) { // a file of another kind; with a reason
        must(failure.code() == ExitCode::invalid_file, "nothing fails but for what is in the file",
             failure.what());
    }
    return 0;
}
