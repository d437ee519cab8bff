// SPDX-License-Identifier: MIT
#include "commands/homework_text.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "homework/own_exercise.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

template <class... Values>
std::string sentence(const char* format, const Values&... values) {
    return fmt::format(fmt::runtime(format), values...);
}

class Page {
public:
    explicit Page(std::size_t columns) : columns_(columns) {}

    void line(const std::string& text, std::size_t indent = 0) {
        if (text.empty()) { return; }
        const std::size_t width = columns_ > indent + 20 ? columns_ - indent : 20;
        for (const std::string& one : wrapped(harmless(text), width)) {
            text_ += std::string(indent, ' ') + one + "\n";
        }
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::size_t columns_;
    std::string text_;
};

constexpr std::size_t step = 2;

/// "Here in the room (look), 3 minutes"
std::string what(const Waiting& waiting) {
    if (waiting.exercise.empty()) { return _("Looking back"); }
    std::string names = sentence(_("{} ({})"), waiting.title, waiting.exercise);
    for (const std::string& other : waiting.alternatives) { names += _(" or ") + other; }
    return waiting.minutes ? sentence(_("{}, {}"), names, plural("{} minute", "{} minutes", *waiting.minutes))
                           : names;
}

void add(Page& page, const Waiting& waiting) {
    if (waiting.when == Waiting::When::next) {
        page.line(sentence(_("Next: {}, from {} on."), what(waiting), waiting.day), step);
        return;
    }
    page.line(
        sentence(waiting.optional ? _("For today, if you like: {}.") : _("For today: {}."), what(waiting)),
        step);
    page.line(waiting.text, 2 * step);
    if (!waiting.substitute.empty()) {
        page.line(sentence(_("{} in its place, if you would rather."), waiting.substitute), 2 * step);
    }
    if (!waiting.exercise.empty()) {
        page.line(
            sentence(_("To begin: kindly practice {} --homework {}"), waiting.exercise, waiting.homework),
            2 * step);
    }
}

std::string so_far(const ItemPlace& all) {
    std::vector<std::string> parts;
    if (all.done > 0) { parts.push_back(sentence(_("{} done"), all.done)); }
    if (all.in_part > 0) { parts.push_back(sentence(_("{} done in part"), all.in_part)); }
    if (all.left_out > 0) { parts.push_back(sentence(_("{} left out"), all.left_out)); }
    return parts.empty() ? std::string() : sentence(_("So far: {}."), joined(parts, ", "));
}

nlohmann::ordered_json or_null(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

} // namespace

std::string homework_text(const BegunProgramme& begun, const std::vector<Waiting>& waiting,
                          std::size_t columns) {
    Page page(columns);
    page.line(sentence(_("{} ({})"), begun.row.title, begun.row.id));
    if (begun.programme == nullptr) {
        page.line(_("It was begun with another version of kindly, which can show it."), step);
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
            page.line(sentence(_("To end it: kindly homework end {}"), begun.row.id), step);
        } else {
            page.line(_("Nothing of it is waiting today."), step);
        }
    }
    add_all(Waiting::When::next);
    page.line(so_far(begun.place.all), step);
    return page.take();
}

nlohmann::ordered_json as_json(const BegunProgramme& begun, const std::vector<Waiting>& waiting,
                               const Catalogue& catalogue) {
    nlohmann::ordered_json json{{"id", begun.row.id},
                                {"kind", begun.row.kind},
                                {"title", begun.row.title},
                                {"begun_at", to_rfc3339(begun.row.begun_at)},
                                {"begun_day", begun.row.begun_day},
                                {"readable", begun.programme != nullptr},
                                {"finished", begun.place.finished},
                                {"done", begun.place.all.done},
                                {"in_part", begun.place.all.in_part},
                                {"left_out", begun.place.all.left_out},
                                {"of", begun.place.all.of},
                                {"waiting", nlohmann::ordered_json::array()},
                                {"items", nlohmann::ordered_json::array()}};
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
    if (begun.programme == nullptr) { return json; }
    for (std::size_t place = 0; place < begun.programme->items.size(); ++place) {
        const ProgrammeItem& item = begun.programme->items[place];
        const ItemPlace& stands = begun.place.items[place];
        json["items"].push_back({{"item", place + 1},
                                 {"day", item.day},
                                 {"exercise", or_null(item.exercise)},
                                 {"title", or_null(title_of(begun.row, item.exercise, &catalogue))},
                                 {"optional", item.optional},
                                 {"next_due", stands.next ? nlohmann::ordered_json(written_day(*stands.next))
                                                          : nlohmann::ordered_json()},
                                 {"done", stands.done},
                                 {"in_part", stands.in_part},
                                 {"left_out", stands.left_out},
                                 {"of", stands.of}});
    }
    return json;
}

} // namespace kindly
