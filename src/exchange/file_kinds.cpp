// SPDX-License-Identifier: MIT
#include "exchange/file_kinds.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>

namespace kindly {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view first_line(std::string_view text) {
    if (text.starts_with(byte_order_mark)) { text.remove_prefix(byte_order_mark.size()); }
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(begin);
    return trimmed(text.substr(0, text.find('\n')));
}

const char* export_jsonl() { return _("Export again with --format jsonl --share words, and import that."); }

} // namespace

FileKind other_kind(std::string_view beginning) {
    if (beginning.starts_with("SQLite format 3\0"sv)) {
        return {_("{} is a database, not an export"),
                _("If it is a practice log of kindly, export it first: put it as practice.db into a folder "
                  "and run "
                  "\"kindly export --data-dir FOLDER --format jsonl --share words -o log.jsonl\".")};
    }
    if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
        return {_("{} is saved as UTF-16 (\"Unicode\" in Notepad)"),
                _("Save it as UTF-8, or use the file as it was exported.")};
    }
    if (beginning.starts_with("\x1F\x8B") || beginning.starts_with("PK\x03\x04") ||
        beginning.starts_with("\xFD"
                              "7zXZ") ||
        beginning.starts_with("\x28\xB5\x2F\xFD") || beginning.starts_with("BZh")) {
        return {_("{} is compressed"), _("Unpack it first, and import what is in it.")};
    }
    const std::string_view line = first_line(beginning);
    if (line.empty()) {
        return {_("{} is empty"), _("Nothing was changed. If it should hold practices, export again.")};
    }
    if (line.starts_with("id,") || line.starts_with("session_id,")) {
        return {_("{} is a table (csv), which does not hold everything that an import needs"),
                export_jsonl()};
    }
    if (line.starts_with("<!DOCTYPE") || line.starts_with("<!doctype") || line.starts_with("<html")) {
        return {_("{} is a page (html), which is only for reading"), export_jsonl()};
    }
    const bool any_record = beginning.find("\"record\"") != std::string_view::npos;
    if (line.starts_with('{') && !any_record && beginning.find("\"sections\"") != std::string_view::npos) {
        return {
            _("{} looks like an exercise, not like an export"),
            _("To practise it: kindly practice FILE. To keep it, put it into the folder of your exercises.")};
    }
    if (line.starts_with('[') || line == "{" || line.starts_with("{\"sessions\"")) {
        return {_("{} is one JSON document, not JSON Lines"), export_jsonl()};
    }
    if (!line.starts_with('{') && !any_record) {
        return {_("{} is no export of kindly's"),
                _("\"kindly export --format jsonl --share words\" writes what can be imported.")};
    }
    return {};
}

bool is_export(std::string_view beginning) {
    std::string start(first_line(beginning).substr(0, 40));
    std::erase_if(start, [](char letter) { return letter == ' ' || letter == '\t'; });
    return start.starts_with("{\"record\":\"");
}

} // namespace kindly
