// SPDX-License-Identifier: MIT
#include "exchange/import.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exchange/file_kinds.hpp"
#include "exchange/line_bound.hpp"
#include "exchange/line_source.hpp"

#include <sys/stat.h>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

/// Standard input and pipes can be read only once.
bool can_be_read_again(const std::string& name) {
    struct stat status {};
    return name != "-" && ::stat(name.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::string shown(const std::string& name) { return name == "-" ? _("Standard input") : name; }

void refuse_other_kinds(LineSource& source, const std::string& name) {
    const FileKind kind = other_kind(source.beginning());
    if (kind.what.empty()) { return; }
    throw Failure(ExitCode::invalid_file, fmt::format(fmt::runtime(kind.what), shown(name)), kind.cure);
}

class Import {
public:
    Import(Merging& merging, const ImportRequest& request, ImportReport& report)
        : merging_(merging), request_(request), report_(report) {}

    void read(ImportInput& input) {
        const std::string& name = input.name;
        LineSource source = input.begun ? std::move(*input.begun) : LineSource(ByteSource(name));
        refuse_other_kinds(source, name);
        while (const auto line = source.next(longest_line)) {
            if (trimmed(*line).empty()) { continue; }
            take(read_line(*line), name, source.number());
            constexpr std::size_t between = 100;
            if (++report_.lines % between == 0 && request_.progress) {
                request_.progress(static_cast<std::int64_t>(report_.lines));
            }
        }
    }

private:
    void take(ReadLine read, const std::string& name, std::size_t number) {
        if (auto* wrong = std::get_if<WrongLine>(&read)) {
            ++report_.wrong_lines;
            if (report_.problems.size() < most_problems) {
                report_.problems.push_back({name, number, std::move(*wrong)});
            }
            return;
        }
        // Nothing of it will stay: the rest is only looked at.
        if (report_.wrong_lines > 0 && !request_.partial) { return; }
        if (const auto* session = std::get_if<WholeSession>(&read)) { merging_.take(*session); }
        if (const auto* deletion = std::get_if<IncomingDeletion>(&read)) {
            merging_.take_deletion(deletion->id, deletion->deleted_at);
        }
        if (auto* text = std::get_if<IncomingText>(&read)) {
            text->text.bytes = text->bytes;
            merging_.take(text->text);
        }
        if (const auto* kept = std::get_if<IncomingKept>(&read)) { merging_.take(*kept); }
    }

    Merging& merging_;
    const ImportRequest& request_;
    ImportReport& report_;
};

} // namespace

std::vector<ImportInput> gather_inputs(const std::vector<std::string>& files,
                                       const std::function<void(std::int64_t)>& progress) {
    std::vector<ImportInput> inputs;
    for (const auto& name : files) {
        ImportInput& input = inputs.emplace_back(ImportInput{name, {}});
        if (can_be_read_again(name)) {
            LineSource source{ByteSource(name)};
            refuse_other_kinds(source, name);
            continue;
        }
        ByteSource source(name, [&] {
            if (progress) { progress(0); }
        });
        LineSource& lines = input.begun.emplace(std::move(source));
        refuse_other_kinds(lines, name); // before more of it is put aside: it may have no end
        if (lines.is_regular_file()) { continue; }
        LineBound bound(shown(name), longest_line);
        lines.put_aside([&](std::string_view bytes) { return bound.cut(bytes); }, progress);
    }
    return inputs;
}

bool is_export_file(const std::string& name) noexcept {
    try {
        return can_be_read_again(name) && is_export(LineSource(ByteSource(name)).beginning());
    } catch (const std::exception&) { // whoever opens it next says what is wrong
        return false;
    }
}

ImportReport import_files(Journal& journal, ImportRequest request) {
    ImportReport report;
    report.counts = merge(journal, request.now, [&](Merging& merging) {
        report = {};
        Import work(merging, request, report);
        for (auto& input : request.inputs) { work.read(input); }
        const bool any_good = report.lines > report.wrong_lines;
        report.taken = any_good && (report.wrong_lines == 0 || request.partial);
        return report.taken && !request.dry_run;
    });
    if (!report.taken) { report.counts = {}; }
    return report;
}

} // namespace kindly
