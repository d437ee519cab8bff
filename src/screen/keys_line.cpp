// SPDX-License-Identifier: MIT
#include "screen/keys_line.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "screen/layout.hpp"
#include "screen/paragraphs.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace kindly::screen {

namespace {

/// The ways out come first where there is little room: the lower, the longer it stays.
struct Named {
    std::string words;
    int rank;
};

std::string arrow_words() { return _("↑↓ more"); }

/// What q does next, where nothing but this line tells that it was pressed.
std::string leaving(const Situation& situation) {
    if (situation.ended || situation.keeping) { return _("q close"); }
    if (situation.stopping) { return _("q leave now"); }
    return situation.begins ? _("q leave") : _("q stop");
}

std::vector<Named> in_a_text(const Situation& situation) {
    if (situation.escaped) {
        return {{_("g ground"), 1}, {_("s leave out"), 4}, {_("q stop"), 0}, {_("p pause"), 5},
                {_("b back"), 6},   {_("x hide"), 7},      {_("? help"), 2}, {_("Esc write on"), 3}};
    }
    std::vector<Named> named{{_("Ctrl-D done"), 0}};
    if (situation.editor) { named.push_back({_("Ctrl-O editor"), 5}); }
    named.push_back({_("Esc g ground"), 3});
    named.push_back({_("Esc s leave out"), 6});
    named.push_back({_("Esc q stop"), 1});
    named.push_back({_("Esc ? help"), 2});
    return named;
}

std::vector<Named> keys_of(const Situation& situation) {
    if (situation.hidden) { return {{_("x show"), 0}, {leaving(situation), 1}}; }
    if (situation.ended) { return {{_("Enter close"), 0}}; }
    std::vector<Named> named;
    if (situation.more) { named.push_back({arrow_words(), 3}); }
    const auto add = [&](std::initializer_list<Named> more) { named.insert(named.end(), more); };
    if (situation.help) {
        add({{_("Esc close this"), 0}, {_("g ground"), 2}, {_("q stop"), 1}});
    } else if (situation.paused) {
        add({{_("space go on"), 0}, {_("g ground"), 3}, {_("q stop"), 1}, {_("? help"), 2}});
    } else if (situation.writing) {
        return in_a_text(situation);
    } else if (situation.begins) {
        add({{_("Enter begin"), 0}, {_("g ground"), 3}, {_("q leave"), 1}, {_("? help"), 2}});
    } else if (situation.stopping) {
        add({{_("Enter closing"), 0}, {_("g ground"), 3}, {_("q leave now"), 1}, {_("? help"), 2}});
    } else if (situation.keeping) {
        add({{_("Enter choose"), 0}, {_("q close"), 1}, {_("? help"), 2}});
    } else if (situation.offers) {
        add({{_("Enter choose"), 0}, {_("g ground"), 3}, {_("q stop"), 1}, {_("? help"), 2}});
    } else if (situation.asks) {
        add({{_("Enter answer"), 4},
             {_("b back"), 6},
             {_("g ground"), 2},
             {_("s skip"), 3},
             {_("q stop"), 0},
             {_("? help"), 1}});
    } else if (situation.sitting) {
        add({{situation.settling ? _("Enter begin") : _("Enter end"), 1},
             {_("space pause"), 4},
             {_("c time"), 3},
             {_("x hide"), 6},
             {_("g ground"), 2},
             {_("q stop"), 0},
             {_("? help"), 5}});
    } else if (situation.waits) {
        add({{_("Enter on"), 1},
             {_("← back"), 6},
             {_("g ground"), 3},
             {_("s skip"), 5},
             {_("q stop"), 0},
             {_("? help"), 2}});
    } else {
        add({{_("space pause"), 3},
             {_("→ on"), 4},
             {_("← back"), 6},
             {_("g ground"), 2},
             {_("s skip"), 5},
             {_("q stop"), 0},
             {_("? help"), 1}});
    }
    return named;
}

std::string joined_words(const std::vector<Named>& named, const char* between) {
    std::string all;
    for (const auto& one : named) {
        if (!all.empty()) { all += between; }
        all += one.words;
    }
    return all;
}

} // namespace

ScreenLine keys_line(const Situation& situation, int columns) {
    std::vector<Named> named = keys_of(situation);
    std::string words = joined_words(named, "   ");
    while (static_cast<int>(display_width(words)) > columns && named.size() > 1) {
        words = joined_words(named, "  ");
        if (static_cast<int>(display_width(words)) <= columns) { break; }
        named.erase(std::max_element(named.begin(), named.end(), [](const Named& one, const Named& other) {
            return one.rank < other.rank;
        }));
        words = joined_words(named, "  ");
    }
    return {{cut(words, columns), Tone::quiet}};
}

std::vector<ScreenLine> all_keys(int columns) {
    const std::pair<const char*, const char*> keys[] = {
        {N_("space, p"), N_("pause; again to go on")},
        {N_("Enter, →"), N_("go on")},
        {N_("b, ←"), N_("back, to read again")},
        {N_("g"), N_("ground: look around, feel the floor")},
        {N_("s"), N_("skip this")},
        {N_("q, Ctrl-C"), N_("stop; nothing is asked")},
        {N_("x"), N_("hide the words, and show them again")},
        {N_("c"), N_("countdown on or off")},
        {N_("+  -"), N_("faster, slower")},
        {N_("m"), N_("sound off or on")},
        {N_("?, h"), N_("this help, and people to reach")},
        {N_("Esc"), N_("while writing: Esc first, then one of these")},
    };
    int widest = 0;
    for (const auto& key : keys) { widest = std::max(widest, static_cast<int>(display_width(_(key.first)))); }
    std::vector<ScreenLine> lines;
    for (const auto& [key, what] : keys) {
        std::string lead = _(key);
        lead.append(static_cast<std::size_t>(widest + 2) - display_width(lead), ' ');
        append(lines, _(what), columns, Tone::normal, lead);
    }
    return lines;
}

} // namespace kindly::screen
