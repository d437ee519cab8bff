// SPDX-License-Identifier: MIT
#include "checker/step_changes.hpp"

#include "base/text.hpp"
#include "checker/side_by_side.hpp"
#include "exercise/canonical.hpp"
#include "exercise/findings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kindly {

namespace {

std::string value_in_words(const Written& value) {
    if (value.kind == Written::Kind::string) { return '"' + beginning_of(value.text) + '"'; }
    return beginning_of(canonical_form(value));
}

std::string text_of(const Written& group, std::string_view key) {
    const Written* value = group.find(key);
    return value == nullptr ? std::string() : value->text;
}

std::string kind_of(const Written& step) { return text_of(step, "kind"); }
bool asks(const Written& step) { return kind_of(step) == "ask" || kind_of(step) == "check_in"; }

bool is_recorded(const Written& step) {
    const Written* recorded = step.find("recorded");
    return asks(step) && (recorded == nullptr || recorded->boolean);
}

constexpr std::array<const char*, 4> inner_lists{"steps", "then", "else", "instead"};

/// "the question "where"", "a pause", "say "First words"".
std::string step_in_words(const Written& step) {
    const std::string kind = kind_of(step);
    const std::string id = text_of(step, "id");
    if (kind == "ask") { return filled(_("the question \"{}\""), id); }
    if (kind == "check_in") { return filled(_("the check-in \"{}\""), id); }
    const std::string text = text_of(step, "text");
    if (kind == "say") { return filled(_("\"{}\""), beginning_of(text)); }
    if (!text.empty()) { return filled(_("\"{}\" with \"{}\""), kind, beginning_of(text)); }
    if (kind == "pause" && step.find("for") != nullptr) {
        return filled(_("a pause of {}"), value_in_words(*step.find("for")));
    }
    if (kind == "use") { return filled(_("the steps of {}"), value_in_words(*step.find("library"))); }
    return id.empty() ? filled(_("a step \"{}\""), kind) : filled(_("the step \"{}\""), id);
}

std::vector<const Written*> entries_of(const Written* list) {
    std::vector<const Written*> entries;
    if (list == nullptr) { return entries; }
    for (const Written& entry : list->entries) { entries.push_back(&entry); }
    return entries;
}

/// What a changed key of a step asks for.
VersionNumber weight_of_key(const Written& step, const std::string& key) {
    static const std::set<std::string> of_questions{"answer",  "lowest",   "highest", "measure",
                                                    "private", "recorded", "keep",    "keep_as"};
    if (kind_of(step) == "ask" && of_questions.contains(key)) { return VersionNumber::first; }
    // A check-in about backdraft offers grounding by another rule.
    if (kind_of(step) == "check_in" && key == "about") { return VersionNumber::first; }
    return VersionNumber::second;
}

/// Steps that may be the same one, changed: by id, else of one kind.
bool may_be_the_same(const Written& before, const Written& now) {
    if (kind_of(before) != kind_of(now)) { return false; }
    const std::string id_before = text_of(before, "id");
    const std::string id_now = text_of(now, "id");
    if (asks(before)) { return id_before == id_now; }
    return id_before == id_now || id_before.empty() || id_now.empty();
}

/// Lengths of the longest common run of equal steps, from the back (a table of the usual kind).
std::vector<std::vector<unsigned>> common_lengths(const std::vector<std::string>& before,
                                                  const std::vector<std::string>& now) {
    std::vector<std::vector<unsigned>> lengths(before.size() + 1, std::vector<unsigned>(now.size() + 1));
    for (std::size_t i = before.size(); i-- > 0;) {
        for (std::size_t j = now.size(); j-- > 0;) {
            lengths[i][j] = before[i] == now[j] ? lengths[i + 1][j + 1] + 1
                                                : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

} // namespace

void each_key(const Written& before, const Written& now, const VisitKey& visit, bool names) {
    for (const Member& member : now.members) {
        if (names || member.key != "note") { visit(member.key, before.find(member.key), &member.value); }
    }
    for (const Member& member : before.members) {
        if ((names || member.key != "note") && now.find(member.key) == nullptr) {
            visit(member.key, &member.value, nullptr);
        }
    }
}

void each_key(const Written* before, const Written* now, const VisitKey& visit, bool names) {
    static const Written nothing;
    each_key(before == nullptr ? nothing : *before, now == nullptr ? nothing : *now, visit, names);
}

std::optional<std::string> value_change(const std::string& key, const Written* was, const Written* is) {
    if (was == nullptr && is == nullptr) { return std::nullopt; }
    if (was == nullptr) { return filled(_("\"{}\" is new: {}"), key, value_in_words(*is)); }
    if (is == nullptr) { return filled(_("\"{}\" is gone (it was {})"), key, value_in_words(*was)); }
    if (canonical_form(*was) == canonical_form(*is)) { return std::nullopt; }
    auto whole = [](const Written& value) {
        return value.kind == Written::Kind::string ? '"' + value.text + '"' : canonical_form(value);
    };
    const auto [before, now] = side_by_side(whole(*was), whole(*is));
    return filled(_("\"{}\" was {} and is {} now"), key, before, now);
}

std::set<std::string> recorded_questions(const Written& part) {
    std::set<std::string> ids;
    if (part.kind == Written::Kind::object && is_recorded(part)) { ids.insert(text_of(part, "id")); }
    for (const Written& entry : part.entries) { ids.merge(recorded_questions(entry)); }
    for (const Member& member : part.members) { ids.merge(recorded_questions(member.value)); }
    return ids;
}

StepChanges::StepChanges(const Written& before, const Written& now)
    : asked_before_(recorded_questions(before)), asked_now_(recorded_questions(now)) {}

VersionNumber StepChanges::weight_of(const Written& steps, const std::set<std::string>& others) {
    const auto ids = recorded_questions(steps);
    return std::includes(others.begin(), others.end(), ids.begin(), ids.end()) ? VersionNumber::second
                                                                               : VersionNumber::first;
}

void StepChanges::say(std::string words, VersionNumber asks_for) {
    changes_.push_back({std::move(words), asks_for});
}

void StepChanges::compare(const Written* before, const Written* now, const std::string& where) {
    compare_lists(entries_of(before), entries_of(now), where);
}

void StepChanges::left_out(const Written* steps) {
    for (const Written* step : entries_of(steps)) {
        gone_.push_back({step, canonical_form(*step), {}, true});
    }
}

void StepChanges::put_in(const Written* steps, const std::string& where) {
    for (const Written* step : entries_of(steps)) {
        come_.push_back({step, canonical_form(*step), where, true});
    }
}

void StepChanges::compare_lists(const std::vector<const Written*>& before,
                                const std::vector<const Written*>& now, const std::string& where) {
    std::vector<std::string> forms_before;
    std::vector<std::string> forms_now;
    for (const Written* step : before) { forms_before.push_back(canonical_form(*step)); }
    for (const Written* step : now) { forms_now.push_back(canonical_form(*step)); }
    if (forms_before == forms_now) { return; }
    // Beyond this, nobody reads the list; the two are compared in order.
    constexpr std::size_t most_compared = 4'000'000;
    const bool too_many = before.size() * now.size() > most_compared;
    const auto lengths =
        too_many ? std::vector<std::vector<unsigned>>() : common_lengths(forms_before, forms_now);
    std::vector<const Written*> gap_before;
    std::vector<const Written*> gap_now;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() && j < now.size()) {
        if (forms_before[i] == forms_now[j]) {
            compare_gap(gap_before, gap_now, where);
            gap_before.clear();
            gap_now.clear();
            ++i;
            ++j;
        } else if (too_many) {
            gap_before.push_back(before[i++]);
            gap_now.push_back(now[j++]);
        } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
            gap_before.push_back(before[i++]);
        } else {
            gap_now.push_back(now[j++]);
        }
    }
    gap_before.insert(gap_before.end(), before.begin() + static_cast<std::ptrdiff_t>(i), before.end());
    gap_now.insert(gap_now.end(), now.begin() + static_cast<std::ptrdiff_t>(j), now.end());
    compare_gap(gap_before, gap_now, where);
}

/// Between two steps that are the same in both: what is left is paired in order, the rest came or went.
void StepChanges::compare_gap(const std::vector<const Written*>& before,
                              const std::vector<const Written*>& now, const std::string& where) {
    std::size_t from = 0;
    for (const Written* step : now) {
        const auto same =
            std::find_if(before.begin() + static_cast<std::ptrdiff_t>(from), before.end(),
                         [&](const Written* old_step) { return may_be_the_same(*old_step, *step); });
        if (same == before.end()) {
            come_.push_back({step, canonical_form(*step), where});
            continue;
        }
        const auto at = static_cast<std::size_t>(same - before.begin());
        for (; from < at; ++from) { gone_.push_back({before[from], canonical_form(*before[from]), where}); }
        compare_step(*before[from++], *step, where);
    }
    for (; from < before.size(); ++from) {
        gone_.push_back({before[from], canonical_form(*before[from]), where});
    }
}

void StepChanges::compare_step(const Written& before, const Written& now, const std::string& where) {
    each_key(before, now, [&](const std::string& key, const Written* was, const Written* is) {
        if (std::find(inner_lists.begin(), inner_lists.end(), key) != inner_lists.end()) {
            compare(was, is, where);
        } else if (key == "from") {
            const auto variants_before = entries_of(was);
            const auto variants_now = entries_of(is);
            for (std::size_t at = 0; at < std::max(variants_before.size(), variants_now.size()); ++at) {
                compare(at < variants_before.size() ? variants_before[at] : nullptr,
                        at < variants_now.size() ? variants_now[at] : nullptr, where);
            }
        } else if (key == "options") {
            compare_options(was, is, where + step_in_words(now) + ": ");
        } else if (key == "text" && was != nullptr && is != nullptr && kind_of(now) == "say") {
            if (was->text != is->text) {
                const auto [then, becomes] = side_by_side(was->text, is->text);
                say(where + filled(_("\"{}\" became \"{}\""), then, becomes), VersionNumber::second);
            }
        } else if (const auto words = value_change(key, was, is)) {
            say(where + step_in_words(now) + ": " + *words, weight_of_key(now, key));
        }
    });
}

void StepChanges::compare_options(const Written* before, const Written* now, const std::string& where) {
    std::map<std::string, const Written*> old_options;
    std::vector<std::string> order_before;
    std::vector<std::string> order_now;
    for (const Written* option : entries_of(before)) { old_options.emplace(text_of(*option, "id"), option); }
    std::map<std::string, const Written*> new_options;
    for (const Written* option : entries_of(now)) {
        const std::string id = text_of(*option, "id");
        new_options.emplace(id, option);
        const auto known = old_options.find(id);
        if (known == old_options.end()) {
            say(where +
                    filled(_("the option \"{}\" is new: \"{}\""), id, beginning_of(text_of(*option, "text"))),
                VersionNumber::first);
            continue;
        }
        order_now.push_back(id);
        each_key(*known->second, *option, [&](const std::string& key, const Written* was, const Written* is) {
            if (const auto words = value_change(key, was, is)) {
                say(where + filled(_("the option \"{}\": "), id) + *words, VersionNumber::second);
            }
        });
    }
    for (const Written* option : entries_of(before)) {
        const std::string id = text_of(*option, "id");
        if (new_options.contains(id)) {
            order_before.push_back(id);
        } else {
            say(where + filled(_("the option \"{}\" is gone: \"{}\""), id,
                               beginning_of(text_of(*option, "text"))),
                VersionNumber::first);
        }
    }
    if (order_before != order_now) {
        say(where + filled(_("the options are in another order: {}"), listed(order_now)),
            VersionNumber::second);
    }
}

std::vector<VersionChange> StepChanges::take() {
    // What went here and came there has moved: the same step, or the same question.
    for (const bool by_id : {false, true}) {
        for (Loose& come : come_) {
            for (Loose& gone : gone_) {
                const bool same = by_id ? asks(*come.step) && may_be_the_same(*gone.step, *come.step)
                                        : gone.form == come.form;
                if (gone.paired || come.paired || !same) { continue; }
                gone.paired = true;
                come.paired = true;
                say(come.where + filled(_("{} has moved here"), step_in_words(*come.step)),
                    VersionNumber::second);
                if (by_id) { compare_step(*gone.step, *come.step, come.where); }
                break;
            }
        }
    }
    // Of whole sections that came or went, only the questions are worth a line of their own.
    auto say_loose = [&](const std::vector<Loose>& steps, const std::set<std::string>& others,
                         const char* sentence) {
        for (const Loose& one : steps) {
            const VersionNumber weight = weight_of(*one.step, others);
            if (one.paired || (one.of_section && weight != VersionNumber::first)) { continue; }
            say(one.where + filled(sentence, step_in_words(*one.step)), weight);
        }
    };
    say_loose(gone_, asked_now_, _("{} is gone"));
    say_loose(come_, asked_before_, _("{} is new"));
    return std::move(changes_);
}

} // namespace kindly
