// SPDX-License-Identifier: MIT
#include "checker/adaptation.hpp"

#include "exercise/canonical.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

namespace kindly {

namespace {

/// Replacements in a text, put in from the end so that places stay right.
class Edits {
public:
    explicit Edits(const std::string& text)
        : text_(text), line_end_(text.find("\r\n") == std::string::npos ? "\n" : "\r\n") {}

    void replace(Span where, std::string words) { edits_.push_back({where, std::move(words)}); }
    void insert(std::size_t at, std::string words) { edits_.push_back({{at, at}, std::move(words)}); }

    /// A line end and as much space as the line of this place begins with; one space, if the place is not the
    /// first on its line.
    [[nodiscard]] std::string break_like(std::size_t at) const {
        const std::size_t line = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1; // npos + 1 is 0
        const std::string before = text_.substr(line, at - line);
        return before.find_first_not_of(" \t") == std::string::npos ? line_end_ + before : " ";
    }

    /// The members that `leave_out` names, with their commas.
    void remove_members(const Written& group, const std::function<bool(const Member&)>& leave_out) {
        const auto& members = group.members;
        for (std::size_t first = 0; first < members.size(); ++first) {
            if (!leave_out(members[first])) { continue; }
            std::size_t last = first;
            while (last + 1 < members.size() && leave_out(members[last + 1])) { ++last; }
            const std::size_t end = members[last].value.span.end;
            if (first > 0) {
                replace({members[first - 1].value.span.end, end}, "");
            } else if (last + 1 < members.size()) {
                replace({members[first].key_span.begin, members[last + 1].key_span.begin}, "");
            } else {
                replace({members[first].key_span.begin, end}, "");
            }
            first = last;
        }
    }

    [[nodiscard]] std::string apply() {
        // Where something goes and something comes in the same place, it goes first.
        std::sort(edits_.begin(), edits_.end(), [](const Edit& left, const Edit& right) {
            return std::pair(left.where.begin, left.where.end) >
                   std::pair(right.where.begin, right.where.end);
        });
        std::string text = text_;
        for (const Edit& edit : edits_) {
            text.replace(edit.where.begin, edit.where.end - edit.where.begin, edit.words);
        }
        return text;
    }

private:
    struct Edit {
        Span where;
        std::string words;
    };
    const std::string& text_;
    std::string line_end_;
    std::vector<Edit> edits_;
};

std::string entry_of(const char* key, const std::string& value) {
    return json_string(key) + ": " + json_string(value);
}

std::string lineage_of(const Exercise& original) {
    std::string entry =
        "{ " + entry_of("id", original.id) + ", " + entry_of("version", original.version) + ", ";
    if (!original.about.license.empty()) { entry += entry_of("license", original.about.license) + ", "; }
    return entry + entry_of("digest", canonical_digest(original.document->root)) + " }";
}

bool is_left_behind(const Member& member) { return member.key == "reviewed" || member.key == "changes"; }

void add_lineage(Edits& edits, const Written& root, const std::string& lineage) {
    const Member* about = root.member("about");
    if (about == nullptr) {
        const Member& title = *root.member("title");
        edits.insert(title.value.span.end, "," + edits.break_like(title.key_span.begin) +
                                               "\"about\": { \"adapted_from\": [ " + lineage + " ] }");
        return;
    }
    edits.remove_members(about->value, is_left_behind);
    if (const Written* earlier = about->value.find("adapted_from")) {
        if (earlier->entries.empty()) {
            edits.replace(earlier->span, "[ " + lineage + " ]");
        } else {
            const Span last = earlier->entries.back().span;
            edits.insert(last.end, "," + edits.break_like(last.begin) + lineage);
        }
        return;
    }
    const std::string member = "\"adapted_from\": [ " + lineage + " ]";
    const auto& members = about->value.members;
    const auto last_kept = std::find_if_not(members.rbegin(), members.rend(), is_left_behind);
    if (last_kept == members.rend()) {
        edits.insert(about->value.span.begin + 1, " " + member + (members.empty() ? " " : ""));
    } else {
        edits.insert(last_kept->value.span.end, "," + edits.break_like(last_kept->key_span.begin) + member);
    }
}

void gather_fragments(const Written& part, std::set<std::pair<std::string, int>>& found) {
    const Written* kind = part.find("kind");
    const Written* library = part.find("library");
    if (kind != nullptr && library != nullptr && kind->text == "use") {
        const std::size_t at = library->text.find('@');
        if (at != std::string::npos) {
            found.emplace(library->text.substr(0, at), std::stoi(library->text.substr(at + 1)));
        }
    }
    for (const Written& entry : part.entries) { gather_fragments(entry, found); }
    for (const Member& member : part.members) { gather_fragments(member.value, found); }
}

} // namespace

std::string adapted_copy(const Exercise& original, const CopyRequest& request) {
    const Written& root = original.document->root;
    Edits edits(original.document->source->bytes());
    edits.replace(root.find("id")->span, json_string(request.id));
    edits.replace(root.find("version")->span, json_string("1.0"));
    if (!request.title.empty()) { edits.replace(root.find("title")->span, json_string(request.title)); }
    const Written* schema = root.find("$schema");
    if (schema != nullptr && !request.schema.empty()) {
        edits.replace(schema->span, json_string(request.schema));
    } else if (schema != nullptr) {
        // A path that leads nowhere from the new place would only puzzle an editor.
        edits.remove_members(root, [](const Member& member) { return member.key == "$schema"; });
    } else if (!request.schema.empty()) {
        const std::size_t first = root.members.front().key_span.begin;
        edits.insert(first, entry_of("$schema", request.schema) + "," + edits.break_like(first));
    }
    add_lineage(edits, root, lineage_of(original));
    return edits.apply();
}

std::vector<std::pair<std::string, int>> fragments_used(const Exercise& exercise) {
    std::set<std::pair<std::string, int>> found;
    if (const Written* sections = exercise.document->root.find("sections")) {
        gather_fragments(*sections, found);
    }
    return {found.begin(), found.end()};
}

} // namespace kindly
