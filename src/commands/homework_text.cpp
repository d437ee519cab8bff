// SPDX-License-Identifier: MIT
#include "commands/homework_text.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/text_page.hpp"
#include "homework/own_exercise.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

constexpr std::size_t step = TextPage::step;

/// "Here in the room (look), 3 minutes"
std::string what(const Waiting& waiting) {
    if (waiting.exercise.empty()) { return _("Looking back"); }
    std::string names = filled(_("{} ({})"), waiting.title, waiting.exercise);
    for (const std::string& other : waiting.alternatives) { names += _(" or ") + other; }
    return waiting.minutes ? filled(_("{}, {}"), names, plural("{} minute", "{} minutes", *waiting.minutes))
                           : names;
}

void add(TextPage& page, const Waiting& waiting) {
    if (waiting.when == Waiting::When::next) {
        page.line(filled(_("Next: {}, from {} on."), what(waiting), waiting.day), step);
        return;
    }
    page.line(
        filled(waiting.optional ? _("For today, if you like: {}.") : _("For today: {}."), what(waiting)),
        step);
    page.line(waiting.text, 2 * step);
    if (!waiting.substitute.empty()) {
        page.line(filled(_("{} in its place, if you would rather."), waiting.substitute), 2 * step);
    }
    if (!waiting.exercise.empty()) {
        page.line(filled(_("To begin: kindly practice {} --homework {}"), waiting.exercise, waiting.homework),
                  2 * step);
    }
}

std::string so_far(int done, int in_part, int left_out) {
    std::vector<std::string> parts;
    if (done > 0) { parts.push_back(filled(_("{} done"), done)); }
    if (in_part > 0) { parts.push_back(filled(_("{} done in part"), in_part)); }
    if (left_out > 0) { parts.push_back(filled(_("{} left out"), left_out)); }
    return parts.empty() ? std::string() : filled(_("So far: {}."), joined(parts, ", "));
}

/// One item of an assignment: what, how often, the plan, how it stands.
void add_item(TextPage& page, const Begun& begun, std::size_t place, const Waiting* waiting) {
    const AssignmentItem& item = begun.assignment->items[place];
    const Standing& standing = begun.standings[place];
    const std::string title = waiting == nullptr ? item.exercise : what(*waiting);
    page.line(filled(_("{}, {}"), title, in_words(item.often)), step);
    if (item.locked_until_agreed) {
        page.line(filled(_("It waits until you and {} have agreed on it."), begun.assignment->from),
                  2 * step);
        return;
    }
    page.line(item.text, 2 * step);
    page.line(begun.agreed[place].sealed ? std::string(_("(your plan is sealed)"))
                                         : plan_in_words(begun.agreed[place].plan),
              2 * step);
    if (standing.due) {
        page.line(filled(_("For today: kindly practice {} --homework {}"), item.exercise, begun.row.id),
                  2 * step);
        if (!item.easier.empty()) {
            page.line(filled(_("Easier: kindly practice {} --homework {}"), item.easier, begun.row.id),
                      2 * step);
        }
    } else if (standing.next) {
        page.line(filled(_("Next on {}."), written_day(*standing.next)), 2 * step);
    }
    page.line(so_far(standing.done, standing.in_part, standing.left_out), 2 * step);
}

void add_assignment(TextPage& page, const Begun& begun, const std::vector<Waiting>& waiting) {
    for (std::size_t place = 0; place < begun.assignment->items.size(); ++place) {
        const auto found = std::find_if(waiting.begin(), waiting.end(), [&](const Waiting& one) {
            return one.homework == begun.row.id && one.item == static_cast<int>(place) + 1;
        });
        add_item(page, begun, place, found == waiting.end() ? nullptr : &*found);
    }
    const bool over = std::none_of(begun.standings.begin(), begun.standings.end(),
                                   [](const Standing& standing) { return standing.next.has_value(); });
    for (const int number : unanswered_questions(begun)) {
        page.line(filled(_("For the end, if you like: {}"),
                         begun.assignment->questions[static_cast<std::size_t>(number) - 1]),
                  step);
        page.line(filled("kindly homework note {} --answer {}", begun.row.id, number), 2 * step);
    }
    if (over) {
        page.line(filled(_("It has come to its end. To put it away: kindly homework end {}"), begun.row.id),
                  step);
    }
}

nlohmann::ordered_json or_null(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

} // namespace

std::string plan_in_words(const AssignmentPlan& plan) {
    const auto with_stop = [](std::string text) {
        const bool ends = text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?';
        return ends ? text : text + ".";
    };
    std::vector<std::string> parts;
    if (!plan.cue.empty() && !plan.place.empty()) {
        parts.push_back(with_stop(filled(_("When: {}. Where: {}"), plan.cue, plan.place)));
    } else if (!plan.cue.empty()) {
        parts.push_back(with_stop(filled(_("When: {}"), plan.cue)));
    } else if (!plan.place.empty()) {
        parts.push_back(with_stop(filled(_("Where: {}"), plan.place)));
    }
    if (!plan.obstacle.empty() && !plan.then.empty()) {
        parts.push_back(with_stop(filled(_("If: {}. Then: {}"), plan.obstacle, plan.then)));
    } else if (!plan.obstacle.empty()) {
        parts.push_back(with_stop(filled(_("What may come in between: {}"), plan.obstacle)));
    } else if (!plan.then.empty()) {
        parts.push_back(with_stop(filled(_("If something comes in between: {}"), plan.then)));
    }
    return joined(parts, " ");
}

std::string share_in_words(const std::string& share) {
    if (share == "words") { return _("words: also what you wrote, each piece only if you choose it"); }
    if (share == "ratings") {
        return _("ratings: also ratings before and after, and what kindness stirred up");
    }
    return _("counts: what was practised, on which day, and how long; no ratings and no words");
}

const char* strong_in_words() {
    return _(
        "This is a strong exercise: it can stir up a lot. It begins only after you say yes to it, and you "
        "can leave it out on any day.");
}

std::string assignment_text(const Assignment& assignment, const Catalogue& catalogue, std::size_t columns) {
    TextPage page(columns);
    page.line(assignment.title);
    page.line(
        filled(_("From {}, for {}, made on {}."), assignment.from, assignment.for_whom, assignment.made_on));
    page.gap();
    page.line(filled(_("Why: {}"), assignment.rationale));
    page.line(assignment.message);
    page.gap();
    HomeworkRow row;
    row.exercises.reserve(assignment.exercises.size());
    for (const EmbeddedExercise& one : assignment.exercises) {
        row.exercises.push_back({one.id, one.digest, one.bytes});
    }
    for (const AssignmentItem& item : assignment.items) {
        Waiting waiting;
        waiting.exercise = item.exercise;
        waiting.title = title_of(row, item.exercise, &catalogue);
        waiting.minutes = item.minutes;
        std::string dates;
        if (item.from && item.until) {
            dates = filled(_(", from {} until {}"), written_day(*item.from), written_day(*item.until));
        } else if (item.from) {
            dates = filled(_(", from {} on"), written_day(*item.from));
        } else if (item.until) {
            dates = filled(_(", until {}"), written_day(*item.until));
        }
        page.line(filled(_("{}, {}"), what(waiting), in_words(item.often)) + dates, step);
        if (is_strong(row, item.exercise, catalogue)) { page.line(strong_in_words(), 2 * step); }
        page.line(item.text, 2 * step);
        page.line(plan_in_words(item.plan), 2 * step);
        if (!item.easier.empty()) {
            page.line(filled(_("On a hard day, this counts as well: {} ({})."),
                             title_of(row, item.easier, &catalogue), item.easier),
                      2 * step);
        }
        if (item.locked_until_agreed) {
            page.line(filled(_("It waits until you and {} have agreed on it."), assignment.from), 2 * step);
        }
    }
    page.gap();
    page.line(filled(_("{} asks for a report with {}."), assignment.from, share_in_words(assignment.share)));
    page.line(
        _("You decide what a report holds, and you see all of it before it is written. Nothing is sent."));
    if (!assignment.questions.empty()) {
        page.line(_("For the end, if you like:"));
        for (const std::string& question : assignment.questions) { page.line(question, step); }
    }
    return page.take();
}

std::string homework_text(const Begun& begun, const std::vector<Waiting>& waiting, std::size_t columns) {
    TextPage page(columns);
    page.line(filled(_("{} ({})"), begun.row.title, begun.row.id));
    if (!begun.readable()) {
        page.line(_("It was begun with another version of kindly, which can show it."), step);
        return page.take();
    }
    if (begun.assignment != nullptr) {
        add_assignment(page, begun, waiting);
        return page.take();
    }
    const auto add_all = [&](Waiting::When when) {
        bool any = false;
        for (const Waiting& one : waiting) {
            if (one.homework != begun.row.id || one.when != when) { continue; }
            add(page, one);
            any = true;
        }
        return any;
    };
    if (!add_all(Waiting::When::due)) {
        if (begun.place.finished) {
            page.line(_("Everything in it has had its turn."), step);
            page.line(filled(_("To end it: kindly homework end {}"), begun.row.id), step);
        } else {
            page.line(_("Nothing of it is waiting today."), step);
        }
    }
    add_all(Waiting::When::next);
    page.line(so_far(begun.place.all.done, begun.place.all.in_part, begun.place.all.left_out), step);
    return page.take();
}

namespace {

nlohmann::ordered_json day_or_null(const std::optional<DayNumber>& day) {
    return day ? nlohmann::ordered_json(written_day(*day)) : nlohmann::ordered_json();
}

nlohmann::ordered_json items_of_programme(const Begun& begun, const Catalogue& catalogue) {
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (std::size_t place = 0; place < begun.programme->items.size(); ++place) {
        const ProgrammeItem& item = begun.programme->items[place];
        const ItemPlace& stands = begun.place.items[place];
        items.push_back({{"item", place + 1},
                         {"day", item.day},
                         {"how_often", nullptr},
                         {"exercise", or_null(item.exercise)},
                         {"title", or_null(title_of(begun.row, item.exercise, &catalogue))},
                         {"optional", item.optional},
                         {"next_due", day_or_null(stands.next)},
                         {"done", stands.done},
                         {"in_part", stands.in_part},
                         {"left_out", stands.left_out},
                         {"of", stands.of}});
    }
    return items;
}

/// `of` is what has come until today: what is still to come has not been missed.
nlohmann::ordered_json items_of_assignment(const Begun& begun, const Catalogue& catalogue) {
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (std::size_t place = 0; place < begun.assignment->items.size(); ++place) {
        const AssignmentItem& item = begun.assignment->items[place];
        const Standing& stands = begun.standings[place];
        items.push_back({{"item", place + 1},
                         {"day", nullptr},
                         {"how_often", word(item.often)},
                         {"exercise", item.exercise},
                         {"title", title_of(begun.row, item.exercise, &catalogue)},
                         {"optional", false},
                         {"next_due", day_or_null(stands.next)},
                         {"done", stands.done},
                         {"in_part", stands.in_part},
                         {"left_out", stands.left_out},
                         {"of", stands.of}});
    }
    return items;
}

ItemPlace sum_of(const Begun& begun) {
    if (begun.assignment == nullptr) { return begun.place.all; }
    ItemPlace sum;
    for (const Standing& one : begun.standings) {
        sum.of += one.of;
        sum.done += one.done;
        sum.in_part += one.in_part;
        sum.left_out += one.left_out;
    }
    return sum;
}

} // namespace

nlohmann::ordered_json as_json(const Begun& begun, const std::vector<Waiting>& waiting,
                               const Catalogue& catalogue) {
    const ItemPlace sum = sum_of(begun);
    nlohmann::ordered_json json{{"id", begun.row.id},
                                {"kind", begun.row.kind},
                                {"title", begun.row.title},
                                {"from", nullptr},
                                {"share", nullptr},
                                {"begun_at", to_rfc3339(begun.row.begun_at)},
                                {"begun_day", begun.row.begun_day},
                                {"readable", begun.readable()},
                                {"finished", begun.programme != nullptr && begun.place.finished},
                                {"done", sum.done},
                                {"in_part", sum.in_part},
                                {"left_out", sum.left_out},
                                {"of", sum.of},
                                {"waiting", nlohmann::ordered_json::array()},
                                {"items", nlohmann::ordered_json::array()}};
    if (begun.assignment != nullptr) {
        json["from"] = begun.assignment->from;
        json["share"] = begun.row.share;
        json["finished"] = std::none_of(begun.standings.begin(), begun.standings.end(),
                                        [](const Standing& one) { return one.next.has_value(); });
    }
    for (const Waiting& one : waiting) {
        if (one.homework != begun.row.id) { continue; }
        json["waiting"].push_back(
            {{"when", one.when == Waiting::When::due ? "due" : "next"},
             {"item", one.item},
             {"exercise", or_null(one.exercise)},
             {"title", or_null(one.title)},
             {"or", one.alternatives},
             {"substitute", or_null(one.substitute)},
             {"minutes", one.minutes ? nlohmann::ordered_json(*one.minutes) : nlohmann::ordered_json()},
             {"optional", one.optional},
             {"day", one.day},
             {"why", one.why},
             {"text", one.text}});
    }
    if (begun.programme != nullptr) { json["items"] = items_of_programme(begun, catalogue); }
    if (begun.assignment != nullptr) { json["items"] = items_of_assignment(begun, catalogue); }
    return json;
}

} // namespace kindly
