// SPDX-License-Identifier: MIT
#include "homework/review.hpp"

#include "base/day.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"
#include "homework/assignment.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kindly {

namespace {

/// What is recorded changed with the first number: such versions are never put together.
std::string major_of(const std::string& version) { return version.substr(0, version.find('.')); }

std::string often_in_words(const std::string& written) {
    const auto often = read_how_often(written);
    return often ? in_words(*often) : written;
}

/// What was shared beyond what was practised and when.
std::string shared_in_words(const std::string& share) {
    if (share == "words") { return _("The report holds ratings, and words where they were chosen."); }
    if (share == "ratings") { return _("The report holds ratings, but no words."); }
    return _("The report holds no ratings and no words.");
}

/// "lower in 3, the same in 1, higher in 0"
std::string compared(const std::vector<std::pair<int, int>>& pairs) {
    int lower = 0;
    int same = 0;
    int higher = 0;
    std::string list;
    for (const auto& [before, after] : pairs) {
        lower += after < before ? 1 : 0;
        same += after == before ? 1 : 0;
        higher += after > before ? 1 : 0;
        list += (list.empty() ? "" : ", ") + filled(_("{} to {}"), before, after);
    }
    return filled(_("lower in {}, the same in {}, higher in {} ({})"), lower, same, higher, list);
}

class Review {
public:
    Review(const Report& report, const std::string& since) : report_(report) {
        for (const ReportPractice& one : report.practices) {
            if (one.day >= since) { practices_.push_back(&one); }
        }
        for (const ReportLeftOut& one : report.left_out) {
            if (one.day >= since) { left_out_.push_back(&one); }
        }
        if (!since.empty()) {
            reviewed_.period =
                filled(_("Practices since {}; the numbers of turns are of the whole time."), since);
        }
    }

    Reviewed run() {
        reviewed_.title = report_.title;
        std::string about = filled(_("For {}, from {}: begun on {}, written on {}."), report_.for_whom,
                                   report_.from, report_.begun_on, report_.written_on) +
                            " " + shared_in_words(report_.share);
        reviewed_.period = reviewed_.period.empty() ? about : about + " " + reviewed_.period;
        add_question();
        add_in_between();
        add_harm();
        add_turns();
        add_ratings();
        add_words();
        add_withheld();
        add_prompts();
        return std::move(reviewed_);
    }

private:
    PageSection& section(const std::string& heading) {
        reviewed_.sections.emplace_back();
        reviewed_.sections.back().heading = heading;
        return reviewed_.sections.back();
    }

    void add_question() {
        if (report_.questions.empty()) { return; }
        PageSection& part = section(_("For next time, in their words"));
        for (const ReportWords& one : report_.questions) { part.sentences.push_back(one.text); }
    }

    void add_in_between() {
        PageSection part;
        for (const ReportLeftOut* one : left_out_) {
            part.points.push_back(
                one->obstacle.empty()
                    ? filled(_("{}: {} was left out."), one->day, one->exercise)
                    : filled(_("{}: {}. In between came: {}"), one->day, one->exercise, one->obstacle));
        }
        for (const ReportPractice* one : practices_) {
            if (!one->instead_of.empty()) {
                part.points.push_back(
                    filled(_("{}: {} in place of {}."), one->day, one->exercise, one->instead_of));
            }
        }
        if (part.points.empty()) { return; }
        part.heading = _("What came in between");
        reviewed_.sections.push_back(std::move(part));
    }

    void add_harm() {
        PageSection& part = section(_("What was hard"));
        if (report_.share == "counts") {
            int stopped = 0;
            for (const ReportPractice* one : practices_) { stopped += one->status == "stopped" ? 1 : 0; }
            if (stopped > 0) { part.sentences.push_back(stopped_in_words(stopped)); }
            part.sentences.emplace_back(
                _("Ratings were not shared, so distress and backdraft cannot be seen here. Asking is "
                  "the way to know."));
            return;
        }
        for (const ReportPractice* one : practices_) {
            if (one->stop_reason == "distress") {
                part.points.push_back(filled(
                    one->status == "stopped"
                        ? _("{}: {} was stopped because of distress. Stopping was a good decision.")
                        : _("{}: {} was closed early because of distress. Closing it was a good decision."),
                    one->day, one->exercise));
            } else if (one->status == "stopped") {
                part.points.push_back(
                    filled(_("{}: {} was stopped. Stopping is always open."), one->day, one->exercise));
            }
            if (one->backdraft == "grounded") {
                part.points.push_back(filled(_("{}: kindness stirred something up in {}, and grounding "
                                               "followed. That was a good decision."),
                                             one->day, one->exercise));
            } else if (one->backdraft == "noticed") {
                part.points.push_back(
                    filled(_("{}: kindness stirred something up in {}."), one->day, one->exercise));
            }
            if (one->distress_before && one->distress_after &&
                *one->distress_after >= *one->distress_before + 2) {
                part.points.push_back(filled(_("{}: distress was higher after {} ({} to {})."), one->day,
                                             one->exercise, *one->distress_before, *one->distress_after));
            }
        }
        if (part.points.empty()) {
            part.sentences.emplace_back(
                _("Nothing of it stands in this report. What was not rated cannot be seen."));
        }
    }

    static std::string stopped_in_words(int stopped) {
        return plural("{} practice was stopped. Stopping is always open, and nothing follows from it here.",
                      "{} practices were stopped. Stopping is always open, and nothing follows from it here.",
                      stopped);
    }

    /// Twice in one turn, or before its turn came: it was practised all the same.
    [[nodiscard]] std::string beside_turns_in_words(const ReportItem& item) const {
        const auto practised =
            std::count_if(report_.practices.begin(), report_.practices.end(), [&](const ReportPractice& one) {
                return (one.instead_of.empty() ? one.exercise : one.instead_of) == item.exercise;
            });
        const auto beside = practised - item.done - item.in_part;
        if (beside <= 0) { return {}; }
        return " " + plural("{} more practice of it counts for no turn.",
                            "{} more practices of it count for no turn.", beside);
    }

    void add_turns() {
        PageSection& part = section(_("What was practised"));
        for (const ReportItem& item : report_.items) {
            part.sentences.push_back(filled(_("{}, {}: {} of {}; in part {}, left out {}, open {}."),
                                            item.exercise, often_in_words(item.how_often), item.done, item.of,
                                            item.in_part, item.left_out, item.open()) +
                                     beside_turns_in_words(item));
        }
        std::map<std::string, std::pair<int, int>> weeks;
        for (const ReportItem& item : report_.items) {
            for (const ReportWeek& week : item.weeks) {
                weeks[week.week].first += week.of;
                weeks[week.week].second += week.done;
            }
        }
        for (const auto& [week, counts] : weeks) {
            part.points.push_back(filled(_("{}: {} of {}"), week, counts.second, counts.first));
        }
        const auto later = std::count_if(practices_.begin(), practices_.end(),
                                         [](const ReportPractice* one) { return one->entered_later; });
        if (later > 0) {
            part.remarks.push_back(plural("{} of the practices was written down later.",
                                          "{} of the practices were written down later.", later));
        }
    }

    /// By exercise and by what is measured in it.
    void add_ratings() {
        if (report_.share == "counts") { return; }
        struct Group {
            std::vector<std::pair<int, int>> distress, kindness;
            std::vector<RatedPractice> plot;
            int unrated = 0;
        };
        std::map<std::pair<std::string, std::string>, Group> groups;
        std::map<std::string, int> versions;
        for (const ReportPractice* one : practices_) {
            const auto key = std::pair(one->exercise, major_of(one->version));
            if (!groups.contains(key)) { ++versions[one->exercise]; }
            Group& group = groups[key];
            const bool rated = one->distress_before && one->distress_after;
            if (rated) {
                group.distress.emplace_back(*one->distress_before, *one->distress_after);
                group.plot.push_back(
                    {read_day(one->day).value_or(0), *one->distress_before, *one->distress_after});
            }
            if (one->kindness_before && one->kindness_after) {
                group.kindness.emplace_back(*one->kindness_before, *one->kindness_after);
            }
            group.unrated += rated ? 0 : 1;
        }
        PageSection part;
        for (auto& [key, group] : groups) {
            const bool apart = versions[key.first] > 1;
            const std::string name = apart ? filled(_("{}, version {}.x"), key.first, key.second) : key.first;
            if (!group.distress.empty()) {
                part.sentences.push_back(filled(_("{}, distress: {}; not rated {}."), name,
                                                compared(group.distress), group.unrated));
                reviewed_.plots.push_back({name, std::move(group.plot)});
            }
            if (!group.kindness.empty()) {
                part.sentences.push_back(filled(_("{}, kindness: {}."), name, compared(group.kindness)));
            }
            if (apart) {
                part.remarks.push_back(
                    filled(_("{} is shown apart: what is measured changed between its versions."), name));
            }
        }
        if (part.sentences.empty()) { return; }
        part.heading = _("Ratings, before to after");
        reviewed_.sections.push_back(std::move(part));
    }

    void add_words() {
        PageSection part;
        for (const ReportWords& one : report_.answers) {
            part.sentences.push_back(filled(_("{} {}"), one.question, one.text));
        }
        for (const ReportPractice* practice : practices_) {
            for (const ReportWords& one : practice->words) {
                part.sentences.push_back(
                    filled(_("{}, {}: {} {}"), practice->day, practice->exercise, one.question, one.text));
            }
        }
        if (part.sentences.empty()) { return; }
        part.heading = _("Words that they chose to share");
        reviewed_.sections.push_back(std::move(part));
    }

    void add_withheld() {
        PageSection& part = section(_("What is not here"));
        part.sentences.push_back(plural("{} rating or choice was kept back.",
                                        "{} ratings and choices were kept back.", report_.withheld_ratings) +
                                 " " +
                                 plural("{} piece of writing was kept back.",
                                        "{} pieces of writing were kept back.", report_.withheld_words));
        part.sentences.emplace_back(_("That is for them to decide, and needs no reason."));
    }

    void add_prompts() {
        PageSection& part = section(_("For you, before you meet"));
        if (!practices_.empty()) {
            part.points.emplace_back(_("What might have made the practised days possible?"));
        }
        for (const char* question :
             {_("Is the amount right, or would smaller be kinder?"),
              _("How could you ask about what felt real, and about what was done to please?"),
              _("What in this report touches something of your own?")}) {
            part.points.emplace_back(question);
        }
    }

    const Report& report_;
    std::vector<const ReportPractice*> practices_;
    std::vector<const ReportLeftOut*> left_out_;
    Reviewed reviewed_;
};

} // namespace

Reviewed review(const Report& report, const std::string& since) { return Review(report, since).run(); }

} // namespace kindly
