// SPDX-License-Identifier: MIT
#include "checker/versions.hpp"

#include "checker/changes.hpp"
#include "checker/meaning.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/findings.hpp"

#include <algorithm>
#include <map>

namespace kindly {

namespace {

/// Questions and check-ins by their ids, wherever they stand.
using Questions = std::map<std::string, const Step*, std::less<>>;

void gather(const Steps& steps, Questions& questions) {
    for (const Step& step : steps) {
        if (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what)) {
            questions.emplace(step.id, &step);
        }
        if (step.instead) { gather(*step.instead, questions); }
        if (const auto* branch = std::get_if<If>(&step.what)) {
            gather(branch->then, questions);
            gather(branch->otherwise, questions);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            gather(repeat->steps, questions);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            for (const Steps& variant : pick->from) { gather(variant, questions); }
        }
    }
}

Questions questions_of(const Exercise& exercise) {
    Questions questions;
    for (const Section& section : exercise.sections) { gather(section.steps, questions); }
    return questions;
}

bool is_recorded(const Step& step) {
    const auto* ask = std::get_if<Ask>(&step.what);
    return ask == nullptr || ask->recorded;
}

/// "a scale 0-10": what sort of answer it takes.
std::string answer_in_words(const Step& step) {
    const auto* ask = std::get_if<Ask>(&step.what);
    if (ask == nullptr) { return _("a check-in"); }
    switch (ask->answer) {
    case Ask::Answer::choice: return _("a choice");
    case Ask::Answer::choices: return _("a choice of several");
    case Ask::Answer::scale:
        return filled(_("a scale {}-{}"), ask->lowest.value_or(0), ask->highest.value_or(0));
    case Ask::Answer::yes_no: return _("yes or no");
    case Ask::Answer::number: return _("a number");
    case Ask::Answer::text: return _("text");
    }
    return {};
}

class Comparison {
public:
    Comparison(const Exercise& older, const Exercise& newer)
        : older_(older), newer_(newer), findings_(newer.document->source) {}

    VersionComparison run() {
        VersionComparison comparison;
        const auto changes = list_changes(older_, newer_);
        for (const VersionChange& change : changes) { comparison.changes.push_back(change.words); }
        if (older_.id != newer_.id) {
            comparison.version_advice = filled(
                _("\"{}\" and \"{}\" are two exercises; their versions have nothing to do with each other."),
                older_.id, newer_.id);
            return comparison;
        }
        const Questions before = questions_of(older_);
        const Questions now = questions_of(newer_);
        for (const auto& [id, step] : now) {
            const auto known = before.find(id);
            if (known == before.end() || !is_recorded(*known->second) || !is_recorded(*step)) { continue; }
            if (!other_meaning(id, *known->second, *step)) { other_options(*known->second, *step); }
        }
        VersionNumber needed = VersionNumber::none;
        for (const VersionChange& change : changes) { needed = std::max(needed, change.asks_for); }
        if (has_mixed_) { needed = VersionNumber::first; }
        comparison.version_advice = check_version(needed, changes.empty());
        comparison.diagnostics = findings_.take();
        return comparison;
    }

private:
    void mixed(Span where, std::string what) {
        has_mixed_ = true;
        findings_.error("V001", where, what + ' ' + _("Old and new answers would be mixed. Give it a new id"),
                        {_("Whoever looks back later would see the two as one question."), {}, {}});
    }

    /// V001
    bool other_meaning(const std::string& id, const Step& before, const Step& now) {
        const std::string was = answer_in_words(before);
        const std::string is = answer_in_words(now);
        const auto* ask_before = std::get_if<Ask>(&before.what);
        const auto* ask = std::get_if<Ask>(&now.what);
        if (was != is) {
            const bool same_type =
                ask != nullptr && ask_before != nullptr && ask->answer == ask_before->answer;
            const char* key = ask == nullptr                      ? "kind"
                              : !same_type                        ? "answer"
                              : ask->lowest != ask_before->lowest ? "lowest"
                                                                  : "highest";
            mixed(now.written->find(key)->span,
                  filled(_("\"{}\" was {} in version {} and is {} now."), id, was, older_.version, is));
            return true;
        }
        if (ask == nullptr || ask_before == nullptr) { return false; }
        // A measure that is named at last, or no longer, changes what is compared, but not what was answered.
        if (ask->measure != ask_before->measure && !ask->measure.empty() && !ask_before->measure.empty()) {
            mixed(now.written->find("measure")->span,
                  filled(_("\"{}\" measured \"{}\" in version {} and measures \"{}\" now."), id,
                         ask_before->measure, older_.version, ask->measure));
            return true;
        }
        if (!ask->lowest_label.empty() && ask->lowest_label != ask->highest_label &&
            ask->lowest_label == ask_before->highest_label &&
            ask->highest_label == ask_before->lowest_label) {
            mixed(now.written->find("lowest_label")->span,
                  filled(_("The ends of \"{}\" have changed places since version {}."), id, older_.version));
            return true;
        }
        return false;
    }

    /// V002
    void other_options(const Step& before, const Step& now) {
        const auto* ask_before = std::get_if<Ask>(&before.what);
        const auto* ask = std::get_if<Ask>(&now.what);
        if (ask_before == nullptr || ask == nullptr) { return; }
        for (const Option& option : ask->options) {
            const Option* same_id = find_option(*ask_before, option.id);
            if (same_id == nullptr || same_id->text == option.text) { continue; }
            const auto same_text =
                std::find_if(ask_before->options.begin(), ask_before->options.end(),
                             [&](const Option& other) { return other.text == option.text; });
            const bool taken_over = same_text != ask_before->options.end();
            if (!taken_over && may_mean_the_same(same_id->text, option.text)) { continue; }
            has_mixed_ = true;
            findings_.error(
                "V002", option.written->find("id")->span,
                filled(_("Option \"{}\" used to mean \"{}\". Use a new option id"), option.id, same_id->text),
                {taken_over ? filled(_("\"{}\" used to be \"{}\". Old answers would say what nobody meant."),
                                     option.text, same_text->id)
                            : filled(_("It says \"{}\" now. Old answers would say what nobody meant. If only "
                                       "the wording is new, keep a word of the old text."),
                                     option.text),
                 {},
                 {}});
        }
    }

    static const Option* find_option(const Ask& ask, const std::string& id) {
        for (const Option& option : ask.options) {
            if (option.id == id) { return &option; }
        }
        return nullptr;
    }

    /// V003, and the sentence about it.
    std::string check_version(VersionNumber needed, bool no_changes) {
        const auto was = read_two_numbers(older_.version);
        const auto is = read_two_numbers(newer_.version);
        if (!was || !is) { return {}; }
        const std::string first = fmt::format("{}.0", was->first + 1);
        const std::string second = fmt::format("{}.{}", was->first, was->second + 1);
        const std::string& wanted = needed == VersionNumber::first ? first : second;
        const Span where = newer_.document->root.find("version")->span;
        const std::string why =
            needed == VersionNumber::first
                ? _("What is recorded, or the rules of safety, changed: that raises the first number.")
                : _("Wording, timing or order changed: that raises the second number.");
        if (*is < *was) {
            findings_.warning("V003", where,
                              filled(_("This version, {}, comes before the published {}. Raise it to {}"),
                                     newer_.version, older_.version, wanted),
                              {needed == VersionNumber::none ? std::string() : why, {}, {}});
            return filled(_("Raise the version to {}."), wanted);
        }
        if (needed == VersionNumber::none) {
            if (no_changes) {
                return *is == *was ? _("Nothing changed.") : _("Nothing changed but the version.");
            }
            return _("What is said about the exercise changed, not the exercise: the version may stay.");
        }
        if (*is == *was) {
            findings_.warning(
                "V003", where,
                filled(_("The text differs from the published {}. Raise it to {}"), older_.version, wanted),
                {why, {}, {}});
            return filled(_("Raise the version to {}."), wanted) + ' ' + why;
        }
        if (needed == VersionNumber::first && is->first == was->first) {
            findings_.warning("V003", where,
                              filled(_("Version {} has the first number of the published {}. Raise it to {}"),
                                     newer_.version, older_.version, wanted),
                              {why, {}, {}});
            return filled(_("Raise the version to {}."), wanted) + ' ' + why;
        }
        if (needed == VersionNumber::second && is->first > was->first) {
            findings_.advice("V003", where,
                             filled(_("{} would be enough: only wording, timing or order changed since {}"),
                                    wanted, older_.version),
                             {_("Practices before and after a new first number are shown apart."), {}, {}});
            return filled(_("Version {} would be enough."), wanted) + ' ' + why;
        }
        return filled(_("Version {} is right."), newer_.version) + ' ' + why;
    }

    const Exercise& older_;
    const Exercise& newer_;
    Findings findings_;
    bool has_mixed_ = false; ///< V001 or V002
};

} // namespace

VersionComparison compare_versions(const Exercise& older, const Exercise& newer) {
    return Comparison(older, newer).run();
}

} // namespace kindly
