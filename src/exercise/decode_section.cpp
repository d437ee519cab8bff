// SPDX-License-Identifier: MIT
// Sections, and the names that may be used once in a file.
#include "exercise/decode_step.hpp"

namespace kindly {

namespace {

std::optional<Section> read_section(Reading& reading, const Written& written) {
    static const Shape shape{N_("A section"),
                             N_("This section"),
                             {{"id", "\"id\": \"arrive\"", true},
                              {"title", "\"title\": \"Arrive\"", true},
                              {"role", "\"role\": \"closing\""},
                              {"component", "\"component\": \"kindness\""},
                              {"purpose", "\"purpose\": \"notice\""},
                              {"priority", "\"priority\": \"extra\""},
                              {"steps", "\"steps\": [ ... ]", true},
                              {"note"}},
                             {{"name", "title"},
                              {"label", "title"},
                              {"heading", "title"},
                              {"type", "role"},
                              {"kind", "role"},
                              {"content", "steps"},
                              {"aim", "purpose"},
                              {"goal", "purpose"},
                              {"items", "steps"}}};
    if (!must_be_group(
            reading, written,
            _("A section should be a group like { \"id\": \"arrive\", \"title\": \"Arrive\", ... }"))) {
        reading.doubts.sections = true;
        return std::nullopt;
    }
    Entries entries(reading, written, shape);
    read_note(entries);
    Section section;
    section.written = &written;
    section.id = entries.id("id").value_or("");
    section.title = entries.text("title").value_or("");
    const auto role = entries.word_of<Role>("role");
    section.role = role.value_or(Role::main);
    section.component = entries.word_of<Component>("component");
    section.purpose = entries.word_of<Purpose>("purpose");
    section.priority = entries.word_of<Priority>("priority").value_or(Priority::core);
    const bool surely_main = entries.has("role") ? role == Role::main : !entries.misspelt("role");
    if (surely_main) {
        std::vector<std::string> purposes;
        for (const auto purpose : all_values<Purpose>()) { purposes.emplace_back(word(purpose)); }
        entries.require(
            "purpose",
            filled(_("Purposes: {}. (The grounding and the closing section have a \"role\" instead.)"),
                   listed(purposes)));
    }
    if (section.role != Role::main && section.priority == Priority::extra) {
        entries.error(
            "K008", written.member("priority")->key_span,
            filled(_("A \"{}\" section is never left out, so it cannot be \"extra\""), word(section.role)));
    }
    const bool closing = section.role == Role::closing; // an empty one is S004
    section.steps = read_steps(entries, "steps", closing);
    if (entries.broken()) { reading.doubts.sections = true; }
    if (section.steps.empty()) { reading.doubts.answers = true; } // its questions may be what is missing
    return section;
}

/// K010 for names of sections and of steps: each is used once in a file.
class Names {
public:
    explicit Names(Findings& findings) : findings_(findings) {}

    void add(const Section& section) {
        if (section.id.empty()) { return; }
        const Span where = section.written->find("id")->span;
        const auto [known, added] = sections_.emplace(section.id, where);
        if (!added) {
            findings_.error(
                "K010", where,
                filled(_("\"{}\" is already the name of the section on line {}. Give this one another name"),
                       section.id, findings_.line(known->second)),
                {{}, {}, known->second});
        }
    }

    void add(const Steps& steps) {
        for (const auto& step : steps) {
            add(step);
            if (step.instead) { add(*step.instead); }
            if (const auto* branch = std::get_if<If>(&step.what)) {
                add(branch->then);
                add(branch->otherwise);
            } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
                add(repeat->steps);
            } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
                for (const auto& variant : pick->from) { add(variant); }
            }
        }
    }

private:
    void add(const Step& step) {
        if (step.id.empty()) { return; }
        const Written* id = step.written->find("id");
        const auto [known, added] = steps_.emplace(step.id, &step);
        if (added) { return; }
        const Span first = known->second->written->find("id")->span;
        findings_.error(
            "K010", id->span,
            filled(_("\"{}\" is already the name of the {} on line {}. Answers would be mixed up"), step.id,
                   name_of_kind(*known->second), findings_.line(first)),
            {{}, {}, first});
    }

    static std::string name_of_kind(const Step& step) {
        const std::string_view kind = kind_word(step);
        if (kind == "ask") { return _("question"); }
        if (kind == "check_in") { return _("check-in"); }
        return filled("\"{}\"", kind);
    }

    Findings& findings_;
    std::map<std::string, Span> sections_;
    std::map<std::string, const Step*> steps_;
};

} // namespace

std::vector<Section> read_sections(Entries& entries) {
    std::vector<Section> sections;
    const Written* list = entries.list("sections");
    if (list == nullptr) {
        entries.reading().doubts.sections = true;
        entries.reading().doubts.answers = true;
        return sections;
    }
    for (const auto& written : list->entries) {
        if (auto section = read_section(entries.reading(), written)) {
            sections.push_back(std::move(*section));
        }
    }
    return sections;
}

void check_names(Reading& reading, const std::vector<Section>& sections) {
    Names names(reading.findings);
    for (const auto& section : sections) {
        names.add(section);
        names.add(section.steps);
    }
}

void check_names(Reading& reading, const Steps& steps) { Names(reading.findings).add(steps); }

} // namespace kindly
