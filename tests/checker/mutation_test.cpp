// SPDX-License-Identifier: MIT
// One mistake in a file that was right: one message, within a line of the mistake (or none, where the file is
// still right). Every shipped exercise, fragment and programme, every place of each mistake.
#include "base/files.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/programme_reader.hpp"
#include "exercise/reader.hpp"
#include "exercise/step_keys.hpp"
#include "support/script_writer.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kindly {
namespace {

/// A file with one change. The change reaches over bytes [begin, end) of the changed text.
struct Changed {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string what;
};

struct Original {
    std::string name;
    std::string text;
    bool fragment = false;
    bool programme = false;
    std::shared_ptr<const Document> document;
};

/// `with` in place of bytes [begin, end).
Changed replaced(const Original& original, Span place, const std::string& with, std::string what) {
    Changed changed;
    changed.text = original.text;
    changed.text.replace(place.begin, place.end - place.begin, with);
    changed.begin = place.begin;
    changed.end = place.begin + with.size();
    changed.what = std::move(what);
    return changed;
}

std::vector<std::string> names_of_shipped() {
    std::vector<std::string> names;
    const std::string folder = KINDLY_SOURCE_DIR "/exercises/";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().string();
        const bool is_translation = entry.path().stem().has_extension(); // or a schema
        if (path.ends_with(".json") && !is_translation) { names.push_back(path.substr(folder.size())); }
    }
    std::sort(names.begin(), names.end());
    // And some that use what the shipped ones do not, every entry on a line of its own.
    for (const char* made : {"made-1.json", "made-2.json", "made-3.json", "made-4.json", "made-7.json"}) {
        names.emplace_back(made);
    }
    return names;
}

Original shipped(const std::string& name) {
    Original original;
    original.name = name;
    if (name.starts_with("made-")) {
        original.text = tests::ScriptWriter(name[5] - '0').exercise().dump(2);
    } else {
        original.text = read_file(KINDLY_SOURCE_DIR "/exercises/" + name, limits::file_bytes);
    }
    original.fragment = name.starts_with("library/");
    original.programme = name.starts_with("programmes/");
    original.document = parse_written(std::make_shared<const SourceText>(name, original.text)).document;
    return original;
}

Diagnostics errors_in(const Original& original, const std::shared_ptr<const SourceText>& source) {
    Diagnostics found = original.fragment    ? read_fragment(source).diagnostics
                        : original.programme ? read_programme(source).diagnostics
                                             : read_exercise(source).diagnostics;
    std::erase_if(found, [](const Diagnostic& finding) { return finding.severity != Severity::error; });
    return found;
}

/// Empty if the change is answered well.
std::string badly_answered(const Original& original, const Changed& changed, bool must_be_wrong) {
    const auto source = std::make_shared<const SourceText>(original.name, changed.text);
    const Diagnostics errors = errors_in(original, source);
    const std::size_t first = source->locate(std::min(changed.begin, changed.text.size())).line;
    const std::size_t last = source->locate(std::min(changed.end, changed.text.size())).line;
    auto near = [&](Span place) {
        const std::size_t line = source->locate(place.begin).line;
        return line + 1 >= first && line <= last + 1;
    };
    std::string problem;
    if (errors.empty() && must_be_wrong) { problem = "nothing was said"; }
    if (errors.size() > 1) { problem = "more than one thing was said"; }
    // Where two places disagree, both are shown, and either may be the one that was changed.
    if (errors.size() == 1 && !near(errors[0].where) && !(errors[0].also && near(*errors[0].also))) {
        problem = "it was said elsewhere";
    }
    if (problem.empty()) { return {}; }
    std::string all = fmt::format("{}:{}: {}: {}\n", original.name, first, changed.what, problem);
    for (const auto& error : errors) { all += "    " + first_line(error) + "\n"; }
    return all;
}

using Visit = std::function<void(const Written& part, const Written* group, const Member* member)>;
void each_part(const Written& part, const Visit& visit) {
    for (const auto& entry : part.entries) {
        visit(entry, nullptr, nullptr);
        each_part(entry, visit);
    }
    for (const auto& member : part.members) {
        visit(member.value, &part, &member);
        each_part(member.value, visit);
    }
}

/// Without the comma and the blanks that belonged to it.
Changed without(const Original& original, const Written& group, const Member& member) {
    const std::string& text = original.text;
    Span place{member.key_span.begin, member.value.span.end};
    if (&member != &group.members.back()) {
        place.end = text.find(',', place.end) + 1;
        while (text[place.end] == ' ') { ++place.end; }
    } else if (group.members.size() > 1) {
        place.begin = text.rfind(',', place.begin);
    }
    return replaced(original, place, "", "deleted \"" + member.key + "\"");
}

/// Whether the format cannot do without this key here.
bool is_required(const Original& original, const Written& group, const Member& member) {
    static const std::set<std::string> always{"format",
                                              "id",
                                              "version",
                                              "language",
                                              "safety",
                                              "sections",
                                              "steps",
                                              "items",
                                              "before",
                                              "intensity",
                                              "type",
                                              "label",
                                              "default",
                                              "cite",
                                              "purpose",
                                              "kind",
                                              "answer",
                                              "title",
                                              "offer_grounding_at",
                                              "stop_at"};
    static const std::set<std::string> tests{"is", "is_not", "any_of", "at_least", "at_most", "given"};
    if (member.key == "title" && &group == &original.document->root) { return true; }
    if (original.programme && group.find("format") == nullptr && group.find("cite") == nullptr) {
        // An item without an exercise looks back; it may then say nothing that belongs to one.
        return member.key == "day" || member.key == "week" ||
               (member.key == "exercise" && group.find("review") == nullptr);
    }
    if (const Written* kind = group.find("kind")) {
        const Key* key = step_shape(kind->text)->key(member.key);
        return member.key == "kind" || (key != nullptr && key->required);
    }
    if (member.key == "text" || tests.contains(member.key) || member.key == "parameter") { return true; }
    return always.contains(member.key) && member.key != "kind";
}

std::vector<Changed> required_keys_deleted(const Original& original) {
    std::vector<Changed> all;
    each_part(original.document->root, [&](const Written&, const Written* group, const Member* member) {
        if (member != nullptr && is_required(original, *group, *member)) {
            all.push_back(without(original, *group, *member));
        }
    });
    return all;
}

std::vector<Changed> letters_swapped_in_keys(const Original& original) {
    std::vector<Changed> all;
    each_part(original.document->root, [&](const Written&, const Written*, const Member* member) {
        if (member == nullptr) { return; }
        for (std::size_t at = 0; at + 1 < member->key.size(); ++at) {
            std::string key = member->key;
            if (key[at] == key[at + 1]) { continue; }
            std::swap(key[at], key[at + 1]);
            all.push_back(replaced(original, member->key_span, '"' + key + '"',
                                   fmt::format("\"{}\" became \"{}\"", member->key, key)));
        }
    });
    return all;
}

/// Every mark of that sort outside texts; quotes are those around texts.
std::vector<std::size_t> marks(const std::string& text, char mark) {
    std::vector<std::size_t> all;
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (inside && text[at] == '\\') {
            ++at;
            continue;
        }
        if (text[at] == '"') {
            if (mark == '"') { all.push_back(at); }
            inside = !inside;
        } else if (!inside && text[at] == mark) {
            all.push_back(at);
        }
    }
    return all;
}

std::vector<Changed> commas_cut(const Original& original) {
    std::vector<Changed> all;
    for (const std::size_t at : marks(original.text, ',')) {
        all.push_back(replaced(original, {at, at + 1}, "", "a comma was cut"));
    }
    return all;
}

std::vector<Changed> quotes_curled(const Original& original) {
    std::vector<Changed> all;
    bool opening = true;
    for (const std::size_t at : marks(original.text, '"')) {
        all.push_back(replaced(original, {at, at + 1}, opening ? "“" : "”", "a quote was curled"));
        opening = !opening;
    }
    return all;
}

std::vector<Changed> ids_renamed(const Original& original) {
    static const std::set<std::string> named{"id",    "answer",    "is",      "section",
                                             "go_to", "parameter", "measure", "keep_as"};
    std::vector<Changed> all;
    auto rename = [&](Span quoted, const std::string& name) {
        all.push_back(
            replaced(original, quoted, '"' + name + "x\"", fmt::format("\"{0}\" became \"{0}x\"", name)));
    };
    each_part(original.document->root, [&](const Written& part, const Written* group, const Member* member) {
        if (member == nullptr) { return; }
        if (named.contains(member->key) && part.kind == Written::Kind::string) {
            rename(part.span, part.text);
        }
        if (group == original.document->root.find("parameters")) { rename(member->key_span, member->key); }
        if (member->key == "text") {
            const std::size_t brace = part.text.find('}');
            if (brace != std::string::npos) {
                const std::size_t at = original.text.find('}', part.span.begin);
                all.push_back(replaced(original, {at, at}, "x", "a {name} was renamed"));
            }
        }
    });
    return all;
}

std::vector<Changed> numbers_quoted(const Original& original) {
    std::vector<Changed> all;
    each_part(original.document->root, [&](const Written& part, const Written*, const Member*) {
        if (part.kind != Written::Kind::number) { return; }
        const std::string number = original.text.substr(part.span.begin, part.span.end - part.span.begin);
        all.push_back(replaced(original, part.span, '"' + number + '"', number + " was quoted"));
    });
    return all;
}

/// The section at `from` stands at `to` afterwards.
std::vector<Changed> sections_moved(const Original& original) {
    std::vector<Changed> all;
    const Written* sections = original.document->root.find("sections");
    if (sections == nullptr) { return all; }
    const auto& entries = sections->entries;
    for (std::size_t from = 0; from < entries.size(); ++from) {
        for (std::size_t to = 0; to < entries.size(); ++to) {
            if (to == from) { continue; }
            std::vector<const Written*> order;
            for (const auto& entry : entries) { order.push_back(&entry); }
            order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), &entries[from]);
            Changed changed;
            changed.text = original.text.substr(0, entries.front().span.begin);
            for (const Written* entry : order) {
                if (entry != order.front()) { changed.text += ",\n    "; }
                if (entry == &entries[from]) { changed.begin = changed.text.size(); }
                changed.text += original.text.substr(entry->span.begin, entry->span.end - entry->span.begin);
                if (entry == &entries[from]) { changed.end = changed.text.size(); }
            }
            changed.text += original.text.substr(entries.back().span.end);
            changed.what = fmt::format("section {} moved to {}", from, to);
            all.push_back(std::move(changed));
        }
    }
    return all;
}

/// In the long run every place; in the usual one every eleventh of most files, which ones differing by file.
class Places {
public:
    explicit Places(const std::string& name) {
        const bool whole = name.starts_with("made-") || name == "kind-pause.json" || name == "starter.json";
        if (whole || std::getenv("KINDLY_EVERY_PLACE") != nullptr) { return; }
        every_ = 11;
        next_ = std::hash<std::string>{}(name) % every_;
    }
    bool looks_at_this() { return next_++ % every_ == 0; }

private:
    std::size_t every_ = 1, next_ = 0;
};

class Mistakes : public testing::TestWithParam<std::string> {
protected:
    void expect_good_answers(std::vector<Changed> (*change)(const Original&), bool must_be_wrong) {
        const Original original = shipped(GetParam());
        ASSERT_NE(original.document, nullptr);
        std::string all;
        std::size_t bad = 0;
        Places places(GetParam());
        for (const auto& changed : change(original)) {
            if (!places.looks_at_this()) { continue; }
            const std::string answer = badly_answered(original, changed, must_be_wrong);
            if (!answer.empty() && ++bad <= 20) { all += answer; }
        }
        EXPECT_EQ(bad, 0U) << all;
    }
};

TEST_P(Mistakes, a_required_key_deleted) { expect_good_answers(required_keys_deleted, true); }
TEST_P(Mistakes, letters_swapped_in_a_key) { expect_good_answers(letters_swapped_in_keys, false); }
TEST_P(Mistakes, a_comma_cut) { expect_good_answers(commas_cut, true); }
TEST_P(Mistakes, a_quote_curled) { expect_good_answers(quotes_curled, true); }
TEST_P(Mistakes, an_id_renamed_in_one_place) { expect_good_answers(ids_renamed, false); }
TEST_P(Mistakes, a_number_quoted) { expect_good_answers(numbers_quoted, true); }
TEST_P(Mistakes, a_section_moved) { expect_good_answers(sections_moved, false); }

INSTANTIATE_TEST_SUITE_P(Shipped, Mistakes, testing::ValuesIn(names_of_shipped()),
                         [](const testing::TestParamInfo<std::string>& file) {
                             std::string name = file.param.substr(0, file.param.size() - 5);
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](char letter) { return letter == '/' || letter == '-'; }, '_');
                             return name;
                         });

} // namespace
} // namespace kindly
