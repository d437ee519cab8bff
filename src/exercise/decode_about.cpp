// SPDX-License-Identifier: MIT
// What an exercise says about itself, and about safety.
#include "base/text.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <chrono>

namespace kindly {

namespace {

void check_date(Entries& entries, std::string_view key, const std::optional<std::string>& written) {
    if (!written) { return; }
    constexpr std::string_view form = "0000-00-00";
    bool date = written->size() == form.size();
    for (std::size_t at = 0; date && at < form.size(); ++at) {
        const char letter = (*written)[at];
        date = form[at] == '-' ? letter == '-' : letter >= '0' && letter <= '9';
    }
    if (date) {
        const std::chrono::year_month_day day(
            std::chrono::year(std::stoi(written->substr(0, 4))),
            std::chrono::month(static_cast<unsigned>(std::stoi(written->substr(5, 2)))),
            std::chrono::day(static_cast<unsigned>(std::stoi(written->substr(8, 2)))));
        date = day.ok(); // February has no 31st
    }
    if (!date) {
        entries.error("K007", entries.find(key)->span,
                      filled(_("\"{}\" is not a date. Write year, month and day: \"2026-11-22\""), *written));
    }
}

/// Groups in a list, each read by `read`.
template <class Read>
void each_group(Entries& entries, std::string_view key, const Shape& shape, const char* message,
                const Read& read) {
    const Written* list = entries.list(key);
    if (list == nullptr) { return; }
    for (const auto& entry : list->entries) {
        if (!must_be_group(entries.reading(), entry, message)) { continue; }
        Entries inner(entries.reading(), entry, shape);
        read_note(inner);
        read(inner);
    }
}

/// Both are there or said: S003 in whatever is wrong with the thresholds, because the engine relies on them.
void read_distress(Entries& safety, Safety& read) {
    static const Shape shape{
        N_("\"distress\""),
        N_("\"distress\""),
        {{"offer_grounding_at", "\"offer_grounding_at\": 6"}, {"stop_at", "\"stop_at\": 8"}, {"note"}},
        {{"offer_at", "offer_grounding_at"},
         {"offer", "offer_grounding_at"},
         {"grounding_at", "offer_grounding_at"},
         {"ground_at", "offer_grounding_at"},
         {"stop", "stop_at"},
         {"close_at", "stop_at"}}};
    const Written* group = safety.nested("distress");
    if (group == nullptr) { return; }
    Entries distress(safety.reading(), *group, shape);
    read_note(distress);
    const auto offer = distress.number("offer_grounding_at");
    const auto stop = distress.number("stop_at");
    for (const char* key : {"offer_grounding_at", "stop_at"}) {
        if (!distress.has(key) && !distress.misspelt(key) && !distress.broken()) {
            distress.error(
                "S003", distress.place_for(key), filled(_("\"distress\" has no \"{}\""), key),
                {_("Grounding is offered at the lower number; at the higher one the exercise closes gently."),
                 shape.key(key)->example,
                 {}});
        }
    }
    auto in_range = [&](const char* key, std::optional<int> value, int lowest, int highest) {
        if (!value || (*value >= lowest && *value <= highest)) { return true; }
        distress.error("S003", group->find(key)->span,
                       filled(*value < lowest ? _("\"{}\" ({}) is too low. It can be {} to {}")
                                              : _("\"{}\" ({}) is too high. It can be {} to {}"),
                              key, *value, lowest, highest));
        return false;
    };
    const bool offer_fits =
        in_range("offer_grounding_at", offer, limits::lowest_offer_at, limits::highest_offer_at);
    // A low "stop_at" beside a good "offer_grounding_at" is lower than that: one message, with both places.
    const bool low_stop = offer && stop && offer_fits && *stop < *offer;
    if (!low_stop) {
        in_range("stop_at", stop, offer && offer_fits ? *offer : limits::lowest_offer_at,
                 limits::highest_stop_at);
    } else {
        distress.error("S003", group->find("stop_at")->span,
                       filled(_("\"stop_at\" ({}) is lower than \"offer_grounding_at\" ({})"), *stop, *offer),
                       {_("The exercise would close before grounding was ever offered."),
                        filled(_("\"stop_at\" between {} and {}."), *offer, limits::highest_stop_at),
                        group->find("offer_grounding_at")->span});
    }
    read.offer_grounding_at = offer;
    read.stop_at = stop;
}

bool is_finding_code(std::string_view code) {
    constexpr std::size_t length = 4;
    return code.size() == length && code.front() >= 'A' && code.front() <= 'Z' &&
           std::all_of(code.begin() + 1, code.end(),
                       [](char letter) { return letter >= '0' && letter <= '9'; });
}

} // namespace

About read_about(Reading& reading, const Written& written) {
    static const Shape shape{N_("\"about\""),
                             N_("\"about\""),
                             {{"summary"},
                              {"authors"},
                              {"license"},
                              {"sources"},
                              {"caution"},
                              {"homework"},
                              {"audience"},
                              {"adapted_from"},
                              {"reviewed"},
                              {"promised"},
                              {"changes"},
                              {"note"}},
                             {{"author", "authors"},
                              {"licence", "license"},
                              {"description", "summary"},
                              {"source", "sources"},
                              {"references", "sources"},
                              {"duration", "promised"},
                              {"minutes", "promised"},
                              {"changelog", "changes"}}};
    static const Shape source_shape{
        N_("A source"),
        N_("This source"),
        {{"idea", "\"idea\": \"...\""}, {"cite", "\"cite\": \"...\"", true}, {"note"}},
        {{"citation", "cite"}, {"reference", "cite"}}};
    static const Shape lineage_shape{N_("\"adapted_from\""),
                                     N_("This entry"),
                                     {{"id", "\"id\": \"kind-pause\"", true},
                                      {"version", "\"version\": \"1.0\"", true},
                                      {"digest"},
                                      {"license"},
                                      {"note"}},
                                     {{"licence", "license"}, {"exercise", "id"}}};
    static const Shape review_shape{
        N_("\"reviewed\""),
        N_("\"reviewed\""),
        {{"by", "\"by\": \"...\"", true}, {"on", "\"on\": \"2026-11-22\"", true}, {"note"}},
        {{"date", "on"}, {"who", "by"}, {"when", "on"}}};
    Entries entries(reading, written, shape);
    read_note(entries);
    About about;
    about.summary = entries.text("summary").value_or("");
    about.authors = entries.texts("authors");
    about.license = entries.text("license").value_or("");
    each_group(entries, "sources", source_shape,
               _("A source should be a group like { \"idea\": \"...\", \"cite\": \"...\" }"),
               [&](Entries& one) {
                   about.sources.push_back({one.text("idea").value_or(""), one.text("cite").value_or("")});
               });
    about.caution = entries.text("caution").value_or("");
    about.homework = entries.text("homework").value_or("");
    about.audience = entries.word_of<Audience>("audience").value_or(Audience::everyone);
    each_group(
        entries, "adapted_from", lineage_shape,
        _("This should be a group like { \"id\": \"kind-pause\", \"version\": \"1.0\" }"), [&](Entries& one) {
            about.adapted_from.push_back({one.name_id("id").value_or(""), one.text("version").value_or(""),
                                          one.text("digest").value_or(""), one.text("license").value_or("")});
        });
    if (const Written* review = entries.nested("reviewed")) {
        Entries inner(reading, *review, review_shape);
        read_note(inner);
        const auto by = inner.text("by");
        const auto on = inner.text("on");
        check_date(inner, "on", on);
        if (by && on) { about.reviewed = {*by, *on}; }
    }
    about.promised = entries.duration("promised");
    about.changes = entries.texts("changes");
    return about;
}

Safety read_safety(Reading& reading, const Written& written) {
    static const Shape shape{
        N_("\"safety\""),
        N_("\"safety\""),
        {{"intensity", "\"intensity\": \"gentle\"", true},
         {"before", "\"before\": \"You can stop whenever you like.\"", true},
         {"backdraft", "\"backdraft\": \"When kindness goes in, old pain sometimes comes out.\""},
         {"distress", "\"distress\": { \"offer_grounding_at\": 6, \"stop_at\": 8 }"},
         {"allow", "\"allow\": [ ... ]"},
         {"note"}},
        {{"warning", "before"}, {"level", "intensity"}, {"thresholds", "distress"}, {"exceptions", "allow"}}};
    static const Shape waiver_shape{
        N_("An exception"),
        N_("This exception"),
        {{"code", "\"code\": \"S002\"", true}, {"reason"}, {"by"}, {"until"}, {"note"}},
        {{"rule", "code"}, {"why", "reason"}, {"date", "until"}, {"who", "by"}}};
    Entries entries(reading, written, shape);
    read_note(entries);
    Safety safety;
    safety.written = &written;
    const auto intensity = entries.word_of<Intensity>("intensity");
    safety.intensity = intensity.value_or(Intensity::gentle);
    safety.before = entries.text("before").value_or("");
    safety.backdraft = entries.text("backdraft").value_or("");
    read_distress(entries, safety);
    if (intensity && *intensity != Intensity::gentle && !entries.has("distress") &&
        !entries.misspelt("distress")) {
        entries.error(
            "S003", entries.place_for("distress"),
            filled(_("A {} exercise needs \"distress\": when grounding is offered, and when to close"),
                   word(*intensity)),
            {_("Without these numbers nobody could say when it becomes too much."),
             shape.key("distress")->example,
             {}});
    }
    each_group(entries, "allow", waiver_shape,
               _("An exception should be a group like { \"code\": \"S002\", \"reason\": \"...\" }"),
               [&](Entries& one) {
                   Waiver waiver;
                   waiver.written = &one.group();
                   waiver.code = one.text("code").value_or("");
                   waiver.reason = one.text("reason").value_or("");
                   waiver.by = one.text("by").value_or("");
                   const auto until = one.text("until");
                   check_date(one, "until", until);
                   waiver.until = until.value_or("");
                   if (!waiver.code.empty() && !is_finding_code(waiver.code)) {
                       one.error("K007", one.find("code")->span,
                                 filled(_("\"{}\" is not the code of a rule, like \"S002\""), waiver.code));
                   }
                   safety.allow.push_back(std::move(waiver));
               });
    if (reading.asks_about_backdraft) { entries.require("backdraft"); }
    return safety;
}

} // namespace kindly
