// SPDX-License-Identifier: MIT
#include "exchange/import_line.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "exchange/import_session.hpp"
#include "exchange/line_fields.hpp"
#include "exercise/canonical.hpp"
#include "exercise/json_text.hpp"

#include <memory>
#include <set>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

/// Lines of ours have four levels.
constexpr int deepest = 16;

const char* not_json_cure() {
    return _("Each line is one whole object in braces, as \"kindly export --format jsonl\" writes it.");
}

/// The parser's own way to find names that are written twice, and brackets within brackets without end.
class Watch {
public:
    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        if (depth > deepest) { throw WrongLine{_("There are too many brackets within each other"), {}}; }
        if (event == Json::parse_event_t::object_start) {
            names_.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            names_.pop_back();
        } else if (event == Json::parse_event_t::key &&
                   !names_.back().insert(parsed.get<std::string>()).second) {
            throw WrongLine{filled(_("\"{}\" is written twice"), harmless(parsed.get<std::string>())),
                            _("Only one could be used; keep one of them.")};
        }
        return true;
    }

private:
    std::vector<std::set<std::string>> names_;
};

Json parse(std::string_view line) {
    if (const auto invalid = first_invalid_utf8(line)) {
        throw WrongLine{
            filled(_("This is not UTF-8: byte {} of the line stands for no letter there"), *invalid + 1),
            _("Export again, and leave the file as it is written.")};
    }
    try {
        Watch watch;
        Json json = Json::parse(line.begin(), line.end(), std::ref(watch));
        if (!json.is_object()) { throw WrongLine{_("This is not an object in braces"), not_json_cure()}; }
        return json;
    } catch (const Json::parse_error& error) {
        if (error.byte > line.size()) {
            throw WrongLine{_("The line ends in the middle; the rest of it is missing"),
                            _("Export again; the file may have been cut off.")};
        }
        throw WrongLine{filled(_("This cannot be read as JSON from byte {} of the line on"), error.byte),
                        not_json_cure()};
    } catch (const Json::exception&) { // a number out of all range
        throw WrongLine{_("This cannot be read as JSON"), not_json_cure()};
    }
}

IncomingDeletion read_deletion(LineFields& line) {
    IncomingDeletion deletion{line.uuid("id"), line.moment("deleted_at")};
    line.refuse_others();
    return deletion;
}

IncomingText read_text(LineFields& line) {
    IncomingText incoming;
    TextToKeep& text = incoming.text;
    const std::string kind = line.word("kind", {"exercise", "fragment", "translation"});
    text.kind = kind == "exercise"   ? TextToKeep::Kind::exercise
                : kind == "fragment" ? TextToKeep::Kind::fragment
                                     : TextToKeep::Kind::translation;
    text.digest = line.digest("digest");
    text.id = line.text_if_any("id");
    text.version = line.text_if_any("version");
    text.language = line.text_if_any("language");
    incoming.bytes = line.bytes("bytes");
    line.refuse_others();
    const auto parsed = parse_written(std::make_shared<SourceText>(text.id, incoming.bytes));
    if (!parsed.document || canonical_digest(parsed.document->root) != text.digest) {
        throw WrongLine{
            _("The text in \"bytes\" is not the one that \"digest\" belongs to: it was changed or damaged"),
            _("Export again from where it came from.")};
    }
    return incoming;
}

IncomingKept read_kept(LineFields& line) {
    IncomingKept kept;
    kept.name = line.text("name");
    if (kept.name.empty()) { throw WrongLine{_("\"name\" is empty"), {}}; }
    const bool withheld = line.truth_if_any("withheld");
    kept.words = withheld ? std::nullopt : std::optional(line.text_if_any("words"));
    static_cast<void>(line.find("words"));
    if (line.find("session") != nullptr) { kept.session = line.uuid("session"); }
    kept.kept_at = line.moment("kept_at");
    line.refuse_others();
    return kept;
}

} // namespace

ReadLine read_line(std::string_view line) {
    try {
        if (line.size() > longest_line) {
            throw WrongLine{filled(_("The line is longer than {} MB"), longest_line >> 20U), {}};
        }
        const Json json = parse(line);
        LineFields fields(json, {});
        if (json.find("record") == json.end()) {
            throw WrongLine{_("\"record\", which says what kind of line this is, is missing"),
                            not_json_cure()};
        }
        const std::string record = fields.word("record", {"session", "deletion", "text", "kept"});
        if (record == "session") { return read_session(fields); }
        if (record == "deletion") { return read_deletion(fields); }
        if (record == "text") { return read_text(fields); }
        return read_kept(fields);
    } catch (const WrongLine& wrong) { return wrong; }
}

} // namespace kindly
