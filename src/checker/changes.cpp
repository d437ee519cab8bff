// SPDX-License-Identifier: MIT
#include "checker/changes.hpp"

#include "base/text.hpp"
#include "checker/step_changes.hpp"
#include "exercise/findings.hpp"

#include <algorithm>

namespace kindly {

namespace {

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class ChangeList {
public:
    ChangeList(const Exercise& older, const Exercise& newer)
        : older_(older), newer_(newer), step_changes_(older.document->root, newer.document->root) {}

    std::vector<VersionChange> run() {
        const Written& before = older_.document->root;
        const Written& now = newer_.document->root;
        each_key(before, now, [&](const std::string& key, const Written* was, const Written* is) {
            if (is_one_of(key, {"version", "$schema", "about", "safety", "parameters", "sections"})) {
                return;
            }
            compare_value({}, key, was, is, VersionNumber::second);
        });
        about(before.find("about"), now.find("about"));
        parameters(before.find("parameters"), now.find("parameters"));
        safety(before.find("safety"), now.find("safety"));
        sections();
        return std::move(changes_);
    }

private:
    void say(std::string words, VersionNumber asks_for) { changes_.push_back({std::move(words), asks_for}); }

    void compare_value(const std::string& where, const std::string& key, const Written* was,
                       const Written* is, VersionNumber asks_for) {
        if (auto words = value_change(key, was, is)) { say(where + *words, asks_for); }
    }

    void about(const Written* before, const Written* now) {
        each_key(before, now, [&](const std::string& key, const Written* was, const Written* is) {
            const bool shown = is_one_of(key, {"summary", "caution", "homework", "promised"});
            compare_value(_("About: "), key, was, is, shown ? VersionNumber::second : VersionNumber::none);
        });
    }

    void safety(const Written* before, const Written* now) {
        each_key(before, now, [&](const std::string& key, const Written* was, const Written* is) {
            const bool rule = is_one_of(key, {"intensity", "distress", "allow"});
            compare_value(_("Safety: "), key, was, is, rule ? VersionNumber::first : VersionNumber::second);
        });
    }

    void parameters(const Written* before, const Written* now) {
        each_key(
            before, now,
            [&](const std::string& name, const Written* was, const Written* is) {
                if (was == nullptr || is == nullptr) {
                    say(filled(was == nullptr ? _("The setting \"{}\" is new")
                                              : _("The setting \"{}\" is gone"),
                               name),
                        VersionNumber::second);
                    return;
                }
                each_key(*was, *is,
                         [&](const std::string& key, const Written* old_value, const Written* new_value) {
                             compare_value(filled(_("The setting \"{}\": "), name), key, old_value, new_value,
                                           VersionNumber::second);
                         });
            },
            true);
    }

    void sections() {
        std::vector<std::string> order_before;
        std::vector<std::string> order_now;
        for (const Section& section : older_.sections) {
            if (find_section(newer_, section.id) != nullptr) {
                order_before.push_back(section.id);
                continue;
            }
            step_changes_.left_out(section.written->find("steps"));
            say(filled(_("The section \"{}\" is gone"), section.title), weight_of(section));
        }
        for (const Section& section : newer_.sections) {
            const Section* before = find_section(older_, section.id);
            if (before == nullptr) {
                say(filled(_("The section \"{}\" is new"), section.title), weight_of(section));
                step_changes_.put_in(section.written->find("steps"), filled(_("In \"{}\": "), section.title));
                continue;
            }
            order_now.push_back(section.id);
            const std::string where = filled(_("In \"{}\": "), section.title);
            each_key(*before->written, *section.written,
                     [&](const std::string& key, const Written* was, const Written* is) {
                         if (key == "steps") { return; }
                         compare_value(where, key, was, is,
                                       key == "role" ? VersionNumber::first : VersionNumber::second);
                     });
            step_changes_.compare(before->written->find("steps"), section.written->find("steps"), where);
        }
        for (VersionChange& change : step_changes_.take()) { changes_.push_back(std::move(change)); }
        if (order_before != order_now) {
            say(filled(_("The sections are in another order: {}"), listed(order_now)), VersionNumber::second);
        }
    }

    /// Its questions are told by themselves.
    static VersionNumber weight_of(const Section& section) {
        return section.role == Role::main ? VersionNumber::second : VersionNumber::first;
    }

    static const Section* find_section(const Exercise& exercise, const std::string& id) {
        for (const Section& section : exercise.sections) {
            if (section.id == id) { return &section; }
        }
        return nullptr;
    }

    const Exercise& older_;
    const Exercise& newer_;
    StepChanges step_changes_;
    std::vector<VersionChange> changes_;
};

} // namespace

std::vector<VersionChange> list_changes(const Exercise& older, const Exercise& newer) {
    return ChangeList(older, newer).run();
}

} // namespace kindly
