// SPDX-License-Identifier: MIT
#include "exercise/fragment_uses.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/braces.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"
#include "exercise/links_parts.hpp"

#include <algorithm>
#include <utility>

namespace kindly {

namespace {

using Names = std::set<std::string>;

/// The {names} in everything of a fragment that is shown.
void add_names(const Written& part, bool filled_in, Names& names) {
    if (part.kind == Written::Kind::string && filled_in) {
        for (auto& placeholder : find_placeholders(part.text).all) {
            names.insert(std::move(placeholder.name));
        }
    }
    for (const auto& entry : part.entries) { add_names(entry, false, names); }
    for (const auto& member : part.members) {
        if (is_remark({}, member)) { continue; }
        if (member.key == "with") {
            for (const auto& words : member.value.members) { add_names(words.value, true, names); }
        } else {
            add_names(member.value, is_filled_in(member.key), names);
        }
    }
}

std::string in_braces(const Names& names) {
    std::vector<std::string> all;
    for (const auto& name : names) { all.push_back('{' + name + '}'); }
    return joined(all, ", ");
}

Names keys_of(const Use& use) {
    Names keys;
    for (const auto& [name, text] : use.with) { keys.insert(name); }
    return keys;
}

/// One place of an exercise that uses a fragment, and all that this brings with it.
class UseCheck {
public:
    UseCheck(const Exercise& exercise, const FragmentFinder& find_fragment, const Step& step,
             Findings& findings)
        : exercise_(exercise), find_fragment_(find_fragment), step_(step),
          library_(step.written->find("library")->span), findings_(findings) {}

    void check(const Use& use) { look(use, true); }

private:
    void say(const char* code, std::string message, Findings::More more = {}) {
        if (said_.insert(code + message).second) {
            findings_.error(code, library_, std::move(message), std::move(more));
        }
    }

    /// False where the fragments are in a circle: nothing more is said then.
    bool look(const Use& use, bool outermost) {
        if (std::find(chain_.begin(), chain_.end(), use.library) != chain_.end()) {
            say("R006",
                _("These fragments use each other in a circle. One of them has to do without the other"));
            return false;
        }
        if (chain_.size() >= limits::deepest_use) {
            say("R006", filled(_("Too many fragments stand one inside another here. The limit is {}"),
                               limits::deepest_use));
            return false;
        }
        if (!seen_.insert({{use.library, use.major}, keys_of(use)}).second) { return true; }
        const auto fragment = find_fragment_(use.library, use.major);
        if (fragment == nullptr) { return true; } // expand() says so, where it is come to
        check_names(*fragment, use, outermost);
        check_settings_of(*fragment);
        chain_.push_back(use.library);
        bool fine = true;
        each_step(fragment->steps, [&](const Step& step) {
            const auto* inner = std::get_if<Use>(&step.what);
            if (inner != nullptr && fine) { fine = look(*inner, false); }
        });
        chain_.pop_back();
        return fine;
    }

    void check_names(const Fragment& fragment, const Use& use, bool outermost) {
        Names needed;
        if (const Written* steps = fragment.document->root.find("steps")) {
            add_names(*steps, false, needed);
        }
        Names missing;
        for (const auto& name : needed) {
            if (!use.with.contains(name) && find_parameter(exercise_, name) == nullptr) {
                missing.insert(name);
            }
        }
        if (outermost) { check_keys(use, needed, missing); }
        if (missing.empty()) { return; }
        if (outermost) {
            say("A006",
                filled(_("\"{}\" needs words for {}. Write them under \"with\""), use.library,
                       in_braces(missing)),
                {{}, filled("\"with\": {{ \"{}\": \"...\" }}", *missing.begin()), {}});
        } else {
            say("A006", filled(_("\"{}\" needs words for {}. Write them under \"with\" in \"{}\", which uses "
                                 "it"),
                               use.library, in_braces(missing), chain_.back()));
        }
    }

    /// What stands under "with" and nothing takes. Where it is a name misspelt, that is not missing, too.
    void check_keys(const Use& use, const Names& needed, Names& missing) {
        for (const auto& [name, text] : use.with) {
            if (needed.contains(name) || name == "note") { continue; } // "note": a remark, then
            const auto meant = nearest_of(name, {missing.begin(), missing.end()});
            if (meant) { missing.erase(*meant); }
            findings_.error(
                "K001", step_.written->find("with")->member(name)->key_span,
                meant ? filled(_("\"{}\" has no {{{}}}. Did you mean \"{}\"?"), use.library, name, *meant)
                : needed.empty()
                    ? filled(_("\"{}\" has no {{{}}}. It needs no words; leave them out"), use.library, name)
                    : filled(_("\"{}\" has no {{{}}}. It has {}"), use.library, name, in_braces(needed)));
        }
    }

    /// Its pauses, rounds and conditions against the exercise's settings: as if they stood here.
    void check_settings_of(const Fragment& fragment) {
        Findings found(exercise_.document->source);
        found.say_all_at(library_);
        const LinkedParts parts{&fragment.document->root, {&fragment.steps}, &exercise_};
        WrongOrder order;
        check_answers(parts, {}, order, found);
        check_settings(parts, {}, found);
        for (auto& one : found.take()) {
            say(one.code.c_str(), filled(_("In \"{}\": {}"), fragment.id, one.message),
                {one.explanation, {}, one.also});
        }
    }

    const Exercise& exercise_;
    const FragmentFinder& find_fragment_;
    const Step& step_;
    const Span library_;
    Findings& findings_;
    std::vector<std::string> chain_; ///< ids, from the outermost in
    std::set<std::pair<std::pair<std::string, int>, Names>> seen_;
    std::set<std::string> said_;
};

} // namespace

void add_fragments(const Steps& steps, const FragmentFinder& find_fragment, FragmentsUsed& used) {
    each_step(steps, [&](const Step& step) {
        const auto* use = std::get_if<Use>(&step.what);
        if (use == nullptr || !used.asked_for.insert({use->library, use->major}).second) { return; }
        const auto fragment = find_fragment(use->library, use->major);
        if (fragment == nullptr) {
            used.missing.insert(use->library);
            return;
        }
        used.found.push_back(fragment);
        add_fragments(fragment->steps, find_fragment, used);
    });
}

FragmentsUsed fragments_used(const Exercise& exercise, const FragmentFinder& find_fragment) {
    FragmentsUsed used;
    for (const auto& section : exercise.sections) { add_fragments(section.steps, find_fragment, used); }
    return used;
}

Diagnostics check_uses(const Exercise& exercise, const FragmentFinder& find_fragment) {
    Findings findings(exercise.document->source);
    for (const auto& section : exercise.sections) {
        each_step(section.steps, [&](const Step& step) {
            if (const auto* use = std::get_if<Use>(&step.what)) {
                UseCheck(exercise, find_fragment, step, findings).check(*use);
            }
        });
    }
    return findings.take();
}

} // namespace kindly
