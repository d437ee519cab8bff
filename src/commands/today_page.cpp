// SPDX-License-Identifier: MIT
#include "commands/today_page.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

using screen::PagePart;
using screen::Tone;

/// The words of one page, part by part.
class Writing {
public:
    explicit Writing(const TodayFacts& facts) : facts_(facts) {}

    std::vector<PagePart> write() {
        if (facts_.first_time) { tell_what_this_is(); }
        switch (offer_of(facts_)) {
        case TodayOffer::left: tell_left(); break;
        case TodayOffer::homework: tell_homework(); break;
        case TodayOffer::suggestion: tell_suggestion(); break;
        case TodayOffer::nothing: tell_nothing(); break;
        }
        tell_what_else_is_there();
        tell_what_to_know();
        return std::move(parts_);
    }

private:
    void add(std::string text, Tone tone = Tone::normal) { parts_.push_back({std::move(text), tone}); }
    void add_joined(std::string text, Tone tone = Tone::normal) {
        parts_.push_back({std::move(text), tone, true});
    }
    void add_spare(std::string text, Tone tone = Tone::normal) {
        parts_.push_back({std::move(text), tone, false, true});
    }

    void tell_what_this_is() {
        add(_("These are short guided exercises in being kinder to yourself."));
        add_joined(_("They are not therapy, and they are not emergency help."));
    }

    void tell_exercise(const Overview& overview, std::optional<int> minutes) {
        add(overview.exercise->title, Tone::strong);
        const std::string length = minutes ? plural("about {} minute", "about {} minutes", *minutes)
                                           : about_duration(overview.times.usual.guided);
        add_joined(filled(_("{}, {}"), length, in_words(overview.exercise->safety.intensity)), Tone::quiet);
        add_spare(overview.exercise->about.summary);
    }

    void tell_left() {
        add(facts_.left->title, Tone::strong);
        add(_("It was left in the middle a little while ago, and can go on from there."));
        if (facts_.left->asks_first) {
            add(_("Going on begins with how you are now, and steadying comes first if you like."));
        }
    }

    void tell_homework() {
        const auto& offer = *facts_.homework_offer;
        const Waiting& waiting = facts_.homework[offer.place];
        const auto set = offer.is_substitute ? std::nullopt : waiting.minutes;
        tell_exercise(offer.overview, offer.minutes ? offer.minutes : set);
        if (offer.is_substitute) {
            add(filled(_("It stands in for \"{}\" of \"{}\", for days that ask for something gentle."),
                       waiting.title, waiting.homework_title));
        } else {
            add(waiting.why.empty() ? filled(_("It comes from \"{}\"."), waiting.homework_title)
                                    : waiting.why);
        }
        if (!waiting.text.empty()) { add_spare(waiting.text); }
    }

    void tell_suggestion() {
        const auto& suggested = *facts_.suggested;
        tell_exercise(suggested.overview, suggested.suggestion.minutes);
        add(in_words(suggested.suggestion.rule));
    }

    void tell_nothing() {
        add(_("None of the exercises here fits just now."), Tone::strong);
        add(_("To steady yourself, without any of them: kindly ground"));
    }

    void tell_what_else_is_there() {
        if (facts_.left && offer_of(facts_) != TodayOffer::left) {
            add(filled(_("\"{}\" was left in the middle. Going on with it: kindly practice --resume"),
                       facts_.left->title));
        }
        constexpr int most = 2;
        int told = 0;
        for (std::size_t place = 0; place < facts_.homework.size() && told < most; ++place) {
            const Waiting& waiting = facts_.homework[place];
            const bool is_offer =
                offer_of(facts_) == TodayOffer::homework && facts_.homework_offer->place == place;
            if (waiting.when != Waiting::When::due || is_offer) { continue; }
            ++told;
            if (waiting.exercise.empty()) {
                if (!waiting.text.empty()) {
                    add(filled(_("From \"{}\": {}"), waiting.homework_title, waiting.text));
                }
            } else {
                add(filled(facts_.hard ? _("\"{}\" of \"{}\" can wait for another day.")
                                       : _("Also there, if it suits: \"{}\" of \"{}\"."),
                           waiting.title, waiting.homework_title));
            }
        }
    }

    void tell_what_to_know() {
        if (!facts_.log_was_read) {
            add(_("The practice log cannot be read just now, so this goes by nothing that came before. "
                  "\"kindly doctor\" tells more."));
        }
        if (facts_.first_time) {
            add_spare(_("With a screen reader: kindly --plain, or set ACCESSIBLE=1"), Tone::quiet);
        }
        if (facts_.name_contacts) {
            add_spare(_("To write down people to reach: kindly support --edit"), Tone::quiet);
            parts_.back().joined = facts_.first_time;
        }
        if (facts_.left_out > 0) {
            add_spare(plural("{} exercise is left out, because it needs something that you avoid.",
                             "{} exercises are left out, because they need something that you avoid.",
                             facts_.left_out),
                      Tone::quiet);
        }
    }

    const TodayFacts& facts_;
    std::vector<PagePart> parts_;
};

} // namespace

TodayOffer offer_of(const TodayFacts& facts) {
    // A strong one is gone on with by name, never by a key that is pressed in passing.
    if (facts.left && facts.goes_on && facts.left->intensity != Intensity::strong) {
        return TodayOffer::left;
    }
    if (facts.homework_offer) { return TodayOffer::homework; }
    return facts.suggested ? TodayOffer::suggestion : TodayOffer::nothing;
}

std::optional<PracticeRequest> request_of(const TodayFacts& facts, PracticeRequest request) {
    switch (offer_of(facts)) {
    case TodayOffer::left:
        if (facts.left->from_library) {
            request.exercise = facts.left->exercise; // it asks whether to go on, or to begin again
            request.language = facts.left->language;
        } else {
            request.resume = true;
        }
        return request;
    case TodayOffer::homework:
        request.exercise = facts.homework_offer->exercise;
        request.homework = facts.homework[facts.homework_offer->place].homework;
        request.minutes = facts.homework_offer->minutes.value_or(0); // 0: as the homework sets it
        return request;
    case TodayOffer::suggestion:
        request.exercise = facts.suggested->suggestion.exercise;
        request.minutes = facts.suggested->suggestion.minutes.value_or(0);
        return request;
    case TodayOffer::nothing: break;
    }
    return std::nullopt;
}

std::vector<PagePart> today_parts(const TodayFacts& facts) { return Writing(facts).write(); }

screen::Page today_page(const TodayFacts& facts) {
    screen::Page page;
    page.parts = today_parts(facts);
    if (offer_of(facts) != TodayOffer::nothing) {
        page.keys.push_back(
            {'\n', offer_of(facts) == TodayOffer::left ? _("Enter go on") : _("Enter begin")});
    }
    page.keys.push_back({'g', _("g steady me now")});
    page.keys.push_back({'t', _("t quiet timer")});
    page.keys.push_back({'l', _("l list")});
    page.keys.push_back({'?', _("? people to reach")});
    page.keys.push_back({'q', _("q leave")});
    return page;
}

std::string today_lines(const TodayFacts& facts, std::size_t columns) {
    std::string text;
    for (const PagePart& part : today_parts(facts)) {
        if (!text.empty() && !part.joined) { text += '\n'; }
        text += joined(wrapped(harmless(part.text), columns), "\n") + "\n";
    }
    return text;
}

std::string today_commands(const TodayFacts& facts) {
    std::string text;
    switch (offer_of(facts)) {
    case TodayOffer::left: text += std::string(_("To go on: kindly practice --resume")) + "\n"; break;
    case TodayOffer::homework: {
        const auto& offer = *facts.homework_offer;
        const std::string minutes = offer.minutes ? fmt::format(" --minutes {}", *offer.minutes) : "";
        text += filled(_("To begin: kindly practice {} --homework {}"), harmless(offer.exercise),
                       harmless(facts.homework[offer.place].homework)) +
                minutes + "\n";
        break;
    }
    case TodayOffer::suggestion: {
        const Suggestion& suggestion = facts.suggested->suggestion;
        text += (suggestion.minutes ? filled(_("To begin: kindly practice {} --minutes {}"),
                                             suggestion.exercise, *suggestion.minutes)
                                    : filled(_("To begin: kindly practice {}"), suggestion.exercise)) +
                "\n";
        break;
    }
    case TodayOffer::nothing: break;
    }
    return text + _("Steady me now: kindly ground\nPeople to reach: kindly support\n");
}

} // namespace kindly
