// SPDX-License-Identifier: MIT
#include "exchange/page.hpp"

#include "base/filled.hpp"
#include "base/translate.hpp"
#include "exchange/page_answers.hpp"
#include "exchange/page_figures.hpp"
#include "exchange/statistics_words.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// What was asked for, where that was narrowed to days; else from the first day to the last.
std::string period_of(const Filter& filter, const Statistics& statistics) {
    const auto& days = statistics.by_day;
    const bool asked = !filter.from_day.empty() || !filter.until_day.empty();
    if (!asked && days.empty()) { return {}; }
    const std::string first = !filter.from_day.empty() ? filter.from_day
                              : asked                  ? std::string()
                                                       : written_day(days.begin()->first);
    const std::string last = !filter.until_day.empty() ? filter.until_day
                             : asked                   ? std::string()
                                                       : written_day(days.rbegin()->first);
    if (first.empty()) { return filled(_("Until {}"), last); }
    if (last.empty()) { return filled(_("Since {}"), first); }
    return first == last ? first : filled(_("{} to {}"), first, last);
}

std::string shared_in_words(Share share) {
    switch (share) {
    case Share::counts:
        return _(
            "This page tells that there was practice, what it was, when, and how long. Ratings, answers and "
            "words are left out.");
    case Share::ratings:
        return _(
            "This page tells what was practised, when and how long, with ratings, numbers and choices. What "
            "was written, and what is private, is left out.");
    case Share::words: break;
    }
    return _(
        "This page tells everything: what was practised, when and how long, ratings, and what was written, "
        "private answers too.");
}

std::vector<std::string> narrowed_in_words(const Filter& filter) {
    std::vector<std::string> sentences;
    const auto add = [&](const char* words, const std::string& value) {
        if (!value.empty()) { sentences.push_back(filled(words, value)); }
    };
    add(_("Only the exercise {}."), filter.exercise);
    add(_("Only exercises with the component {}."), filter.component);
    add(_("Only practices that ended so: {}."), filter.status);
    add(_("Only practices for the homework {}."), filter.homework);
    if (filter.changed_since) {
        add(_("Only what was recorded or changed since {}."),
            date_and_time(in_local_zone(*filter.changed_since)));
    }
    if (filter.limit > 0) {
        sentences.push_back(plural("Only the latest practice.", "Only the latest {} practices.",
                                   static_cast<long long>(filter.limit)));
    }
    return sentences;
}

/// The latest ones, the newest first.
PageWritten list_practices(LogPage& page, const Journal& journal, Filter filter, Share share) {
    constexpr auto most = static_cast<std::size_t>(most_on_page);
    filter.limit = filter.limit == 0 ? most : std::min(filter.limit, most);
    LogStream log(journal, filter, LogStream::Depth::everything);
    HoldingBack holding_back(share);
    for (PracticeRow row; log.next(row);) { page.practices.push_back(page_practice(log, row, holding_back)); }
    log.finish();
    std::reverse(page.practices.begin(), page.practices.end());
    return {.withheld = holding_back.withheld(), .damage = log.damage(), .listed = log.given()};
}

std::vector<std::string> withheld_in_words(const Withheld& withheld) {
    std::vector<std::string> sentences;
    if (withheld.by_level > 0) {
        sentences.push_back(plural("Of the practices listed below, {} value was held back.",
                                   "Of the practices listed below, {} values were held back.",
                                   withheld.by_level));
    }
    if (withheld.sealed > 0) {
        sentences.push_back(plural("{} sealed value is not here: it needs the passphrase.",
                                   "{} sealed values are not here: they need the passphrase.",
                                   withheld.sealed));
    }
    if (withheld.elsewhere > 0) {
        sentences.push_back(plural("{} value was held back where it came from.",
                                   "{} values were held back where they came from.", withheld.elsewhere));
    }
    return sentences;
}

} // namespace

PageWritten write_page(Output& out, const Journal& journal, const Filter& filter, Share share, Moment now) {
    const Statistics found = statistics(journal, filter);
    LogPage page;
    // Translators: the code of the language of these sentences, as HTML has it.
    page.language = _("en");
    page.title = _("Practice log");
    page.period = period_of(filter, found);
    const PageWritten written = list_practices(page, journal, filter, share);
    for (const auto& words : narrowed_in_words(filter)) { page.about.push_back(words); }
    page.about.push_back(shared_in_words(share));
    for (const auto& words : withheld_in_words(written.withheld)) { page.about.push_back(words); }
    if (found.all.practices > 0) {
        page.sections = figure_sections(found, share);
    } else {
        page.about.emplace_back(page.practices.empty() ? _("There are no practices here yet.")
                                                       : _("These are trials, which are not counted."));
    }
    page.list_heading = _("Practices, the latest first");
    if (written.listed == most_on_page && found.all.practices > most_on_page) {
        page.list_sentences.push_back(
            filled(_("The latest {} of {} practices. The figures above are of all of them."), most_on_page,
                   found.all.practices));
    }
    page.foot =
        filled(_("Made by kindly on {}. Whoever has this file can read what is in it."), date_and_time(now));
    write_html(out, page);
    return written;
}

} // namespace kindly
