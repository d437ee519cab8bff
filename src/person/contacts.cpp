// SPDX-License-Identifier: MIT
#include "person/contacts.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "person/entries.hpp"
#include "person/own_file.hpp"

#include <algorithm>
#include <system_error>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

std::optional<ContactPerson> read_person(Findings& findings, const Written& entry) {
    if (entry.kind != Written::Kind::object) {
        findings.error("K003", entry.span,
                       _("A person should be a group like { \"name\": \"Sam\", \"how\": \"01234 567890\" }"));
        return std::nullopt;
    }
    refuse_unknown_keys(findings, entry, _("A person"), {"name", "how", "when"});
    ContactPerson person;
    for (const Member& member : entry.members) {
        std::string* const into = member.key == "name"   ? &person.name
                                  : member.key == "how"  ? &person.how
                                  : member.key == "when" ? &person.when
                                                         : nullptr;
        if (into == nullptr) { continue; }
        if (auto text = text_of(findings, member)) { *into = *std::move(text); }
    }
    if (person.name.empty() && entry.find("name") == nullptr) {
        findings.error("K002", opening(entry), _("This person has no \"name\""));
    }
    if (person.how.empty() && entry.find("how") == nullptr) {
        findings.error("K002", opening(entry),
                       _("This person has no \"how\": a number or an address to reach them"));
    }
    // Half an entry may still be of use to somebody who needs it now.
    if (person.name.empty() && person.how.empty()) { return std::nullopt; }
    return person;
}

} // namespace

ReadContacts read_contacts(std::shared_ptr<const SourceText> source) {
    ParsedText parsed = parse_written(std::move(source), nullptr, Remarks::none);
    ReadContacts read;
    if (!parsed.document) {
        read.diagnostics = std::move(parsed.diagnostics);
        return read;
    }
    const Written& root = parsed.document->root;
    Findings findings(parsed.document->source, std::move(parsed.diagnostics));
    if (root.kind != Written::Kind::object) {
        findings.error("K003", root.span, _("This file should look like { \"people\": [ ... ] }"));
    } else {
        refuse_unknown_keys(findings, root, _("This file"), {"people"});
        const Member* people = root.member("people");
        if (people == nullptr) {
            findings.error("K002", opening(root), _("This file has no \"people\""));
        } else if (people->value.kind != Written::Kind::list) {
            wrong_type(findings, *people, _("a list in [ ]"));
        } else {
            for (const Written& entry : people->value.entries) {
                if (auto person = read_person(findings, entry)) { read.people.push_back(*std::move(person)); }
            }
        }
    }
    read.diagnostics = findings.take();
    return read;
}

LoadedContacts load_contacts(const std::filesystem::path& file) {
    std::error_code none;
    if (!std::filesystem::exists(std::filesystem::symlink_status(file, none))) { return {}; }
    LoadedContacts loaded;
    try {
        ReadContacts read = read_contacts(
            std::make_shared<const SourceText>(file.string(), read_file(file, limits::file_bytes)));
        loaded.people = std::move(read.people);
        const auto first =
            std::find_if(read.diagnostics.begin(), read.diagnostics.end(),
                         [](const Diagnostic& finding) { return finding.severity == Severity::error; });
        if (first != read.diagnostics.end()) { loaded.problem = first_line(*first); }
    } catch (const Failure& failure) { // never in the way of help
        loaded.problem = failure.what();
    }
    return loaded;
}

void save_contacts(const std::filesystem::path& file, const std::vector<ContactPerson>& people) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ContactPerson& person : people) {
        nlohmann::ordered_json one{{"name", person.name}, {"how", person.how}};
        if (!person.when.empty()) { one["when"] = person.when; }
        list.push_back(std::move(one));
    }
    write_own_file(file, nlohmann::ordered_json{{"people", std::move(list)}}.dump(2) + "\n");
}

} // namespace kindly
