// SPDX-License-Identifier: MIT
// Sections and jumps, grounding and closing.
#include "base/text.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr const char* grounding_example =
    R"({ "id": "feet", "title": "Feet on the floor", "role": "grounding", "steps": [ { "kind": "use", "library": "grounding/senses@1" } ] })";
constexpr const char* closing_example =
    R"({ "id": "close", "title": "Close", "role": "closing", "steps": [ { "kind": "say", "text": "You might look around the room. Move a little, in any way that is easy. Then think of the next ordinary thing to do." } ] })";

Span name_of(const Section& section) {
    const Written* id = section.written->find("id");
    return id == nullptr ? opening(*section.written) : id->span;
}

class Flow {
public:
    Flow(const Exercise& exercise, const Doubts& doubts, WrongOrder& order, Findings& findings)
        : sections_(exercise.sections), root_(exercise.document->root), doubts_(doubts), order_(order),
          findings_(findings) {}

    void check() {
        const Member* all = root_.member("sections");
        if (all == nullptr || all->value.kind != Written::Kind::list) { return; } // said before
        if (all->value.entries.empty()) {
            findings_.error("K006", opening(all->value), _("There are no sections"));
            return;
        }
        check_roles(all->key_span);
        for (const auto& section : sections_) {
            if (section.role == Role::grounding) { check_grounding(section); }
            each_step(section.steps, [&](const Step& step) { check_jumps(section, step); });
        }
    }

private:
    void check_roles(Span sections_key) {
        const Section* closing = check_single(Role::closing);
        const Section* grounding = check_single(Role::grounding);
        const bool main = std::any_of(sections_.begin(), sections_.end(),
                                      [](const Section& one) { return one.role == Role::main; });
        closing_ = closing;
        if (closing != nullptr) { check_closing(*closing); }
        // Whether a section whose role could not be read is a main one, nobody knows.
        if (closing != nullptr && !doubts_.sections) {
            const auto late = std::find_if(sections_.begin(), sections_.end(), [&](const Section& one) {
                return one.role == Role::main && one.written->span.begin > closing->written->span.begin;
            });
            if (late != sections_.end()) {
                findings_.error("R007", name_of(*late),
                                filled(_("\"{}\" stands after the closing section, but the closing always "
                                         "comes last. Move it up"),
                                       late->id),
                                {{}, {}, name_of(*closing)});
            }
        }
        // What is missing may be in a section that could not be read, or was marked with the other's role.
        if (doubts_.sections || several_of_a_role_) { return; }
        if (!main) {
            findings_.error("K006", sections_key,
                            _("There is nothing to practise: every section here has a \"role\""),
                            {_("A section without \"role\" is a main section."), {}, {}});
        }
        if (grounding == nullptr) {
            findings_.error("S001", sections_key, _("There is no grounding section"),
                            {_("Whoever needs steadying must find it in every exercise, at any moment."),
                             grounding_example,
                             {}});
        }
        if (closing == nullptr) {
            findings_.error(
                "S004", sections_key, _("There is no closing section"),
                {_("Every ending passes there; one kind sentence is enough."), closing_example, {}});
        }
    }

    /// The section of that role; R007 if there are several.
    const Section* check_single(Role role) {
        const Section* first = nullptr;
        for (const auto& section : sections_) {
            if (section.role != role) { continue; }
            if (first == nullptr) {
                first = &section;
                continue;
            }
            several_of_a_role_ = true;
            const Span here = section.written->find("role")->span;
            const Span there = first->written->find("role")->span;
            findings_.error("R007", here,
                            filled(_("Two sections are marked \"{}\" (lines {} and {}). Keep one"),
                                   word(role), findings_.line(there), findings_.line(here)),
                            {{}, {}, there});
        }
        return first;
    }

    void check_closing(const Section& closing) {
        bool says = false;
        each_step(closing.steps, [&](const Step& step) {
            const std::string_view kind = kind_word(step);
            says = says || kind == "say" || kind == "use" || kind == "recall" || kind == "ask" ||
                   kind == "check_in";
        });
        // A step that could not be read may have been the one that says something.
        if (!says && !doubts_.steps && !doubts_.sections) {
            findings_.error(
                "S004", name_of(closing),
                _("The closing section says nothing. Every ending passes here; one kind sentence is enough"),
                {{},
                 R"({ "kind": "say", "text": "You might look around the room. Move a little, in any way that is easy. Then think of the next ordinary thing to do." })",
                 {}});
        }
    }

    void check_grounding(const Section& grounding) {
        if (grounding.component == Component::kindness) {
            findings_.error("S005", grounding.written->find("component")->span,
                            _("Grounding must not offer kindness. It leads outward, to the room"),
                            {_("Kind words can bring up more of what is too much already."), {}, {}});
        }
        each_step(grounding.steps, [&](const Step& step) {
            const std::string_view kind = kind_word(step);
            if (kind == "say" || kind == "pause" || kind == "use" || kind == "breathe") { return; }
            const Span where = step.written->find("kind")->span;
            if (kind == "ask" || kind == "check_in") {
                findings_.error(
                    "S005", where,
                    _("Grounding must not ask questions. Someone who needs it may not be able to answer"));
            } else if (kind == "go_to") {
                findings_.error(
                    "S005", where,
                    _("Grounding must not jump. Afterwards people go on where they were, or choose"));
            } else {
                findings_.error("S005", where,
                                filled(_("Grounding is kept simple: \"{}\" cannot stand in it, only \"say\", "
                                         "\"pause\" and \"use\""),
                                       kind));
            }
        });
    }

    void check_jumps(const Section& from, const Step& step) {
        if (const auto* jump = std::get_if<GoTo>(&step.what)) {
            if (from.role != Role::grounding) {
                check_jump(from, jump->section, step.written->find("section")->span);
            }
        } else if (const auto* ask = std::get_if<Ask>(&step.what)) {
            for (const auto& option : ask->options) {
                if (!option.go_to.empty()) {
                    check_jump(from, option.go_to, option.written->find("go_to")->span);
                }
            }
        }
    }

    void check_jump(const Section& from, const std::string& target, Span where) {
        const auto found = std::find_if(sections_.begin(), sections_.end(),
                                        [&](const Section& section) { return section.id == target; });
        if (found == sections_.end()) {
            if (doubts_.sections || doubts_.names.contains(target)) { return; }
            unknown_section(from, target, where);
            return;
        }
        if (found->role == Role::grounding) {
            findings_.error(
                "R002", where,
                _("\"go_to\" cannot lead to the grounding section: people enter it by a key, or "
                  "from a check-in"),
                {_("A check-in in its place offers grounding to those who need it."),
                 R"({ "kind": "check_in", "id": "now", "text": "How distressed do you feel now?" })",
                 {}});
            return;
        }
        if (&*found == &from) {
            findings_.error("R002", where,
                            filled(_("\"go_to\" can only go forward, and \"{}\" is the section it stands in. "
                                     "To do steps again, use \"repeat\""),
                                   target));
        } else if (found->role != Role::closing && (from.role == Role::closing || &*found < &from)) {
            // That it stands behind the closing section was said.
            if (from.role == Role::main && closing_ != nullptr && &from > closing_) { return; }
            findings_.error_once(
                order_.cause(&from.steps, &found->steps), "R002", where,
                filled(_("\"go_to\" can only go forward. \"{}\" (line {}) comes before \"{}\". "
                         "To do steps again, use \"repeat\""),
                       target, findings_.line(name_of(*found)), from.id),
                {{}, {}, name_of(*found)});
        }
    }

    void unknown_section(const Section& from, const std::string& target, Span where) {
        std::vector<std::string> later;
        bool passed = false;
        for (const auto& section : sections_) {
            if (section.role == Role::closing || (passed && section.role == Role::main)) {
                later.push_back(section.id);
            }
            passed = passed || &section == &from;
        }
        std::vector<std::string> all;
        for (const auto& section : sections_) { all.push_back(section.id); }
        auto meant = nearest_of(target, later);
        if (!meant) { meant = nearest_of(target, all); }
        std::string message = filled(_("There is no section \"{}\"."), target);
        Findings::More more;
        more.explanation = filled(_("From here one can go to: {}."), listed(later));
        if (meant) {
            const auto found = std::find_if(sections_.begin(), sections_.end(),
                                            [&](const Section& one) { return one.id == *meant; });
            message +=
                ' ' + filled(_("Did you mean \"{}\" (line {})?"), *meant, findings_.line(name_of(*found)));
            more.also = name_of(*found);
        } else {
            message.pop_back();
        }
        findings_.error_once("section " + target, "R001", where, std::move(message), std::move(more));
    }

    const std::vector<Section>& sections_;
    const Written& root_;
    const Doubts& doubts_;
    WrongOrder& order_;
    Findings& findings_;
    const Section* closing_ = nullptr;
    bool several_of_a_role_ = false;
};

} // namespace

void check_flow(const Exercise& exercise, const Doubts& doubts, WrongOrder& order, Findings& findings) {
    Flow(exercise, doubts, order, findings).check();
}

} // namespace kindly
