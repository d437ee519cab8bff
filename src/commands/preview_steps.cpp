// SPDX-License-Identifier: MIT
#include "commands/preview_steps.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/overview.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"

namespace kindly {

namespace {

void add_sentence(std::string& text, const std::string& sentence) {
    if (!text.empty()) { text += ' '; }
    text += sentence;
}

const char* bell_in_words(Pause::Bell bell) {
    switch (bell) {
    case Pause::Bell::none: return "";
    case Pause::Bell::start: return _("A bell rings at its beginning.");
    case Pause::Bell::end: return _("A bell rings at its end.");
    case Pause::Bell::both: return _("A bell rings at its beginning and at its end.");
    }
    return "";
}

} // namespace

std::string in_words(const std::set<Avoidable>& things) {
    std::vector<std::string> words;
    for (const Avoidable thing : things) { words.emplace_back(in_words(thing)); }
    return one_of(words);
}

Block PreviewSteps::section(const Section& section) const {
    return list(section.steps, Around{&section, nullptr, 0});
}

void PreviewSteps::add_note(Blocks& blocks, const Written* part) const {
    const Written* note = notes_ && part != nullptr ? part->find("note") : nullptr;
    if (note == nullptr) { return; }
    blocks.push_back(remark(filled(_("Note: {}"), note->text)));
}

Block PreviewSteps::list(const Steps& steps, const Around& around) const {
    std::vector<Blocks> items;
    items.reserve(steps.size());
    for (const Step& step : steps) { items.push_back(one(step, around)); }
    return numbered(std::move(items));
}

Blocks PreviewSteps::one(const Step& step, const Around& around) const {
    Blocks blocks;
    if (step.only_if) {
        blocks.push_back(paragraph({}, filled(_("Only if {}:"), words_.in_words(*step.only_if))));
        add_note(blocks, step.only_if->written);
    }
    Around inside = around;
    if (step.instead) { inside.done.insert(step.involves.begin(), step.involves.end()); }
    std::visit([&](const auto& what) { add(blocks, what, step, inside); }, step.what);
    add_note(blocks, step.written);
    add_instead(blocks, step, around);
    return blocks;
}

void PreviewSteps::add_instead(Blocks& blocks, const Step& step, const Around& around) const {
    if (step.involves.empty()) { return; }
    if (!step.instead || step.instead->empty()) {
        std::set<Avoidable> missed = step.involves;
        std::erase_if(missed, [&](const Avoidable thing) { return around.done.contains(thing); });
        if (missed.empty()) { return; }
        blocks.push_back(remark(filled(_("Not shown to those who leave out {}."), in_words(missed))));
        return;
    }
    blocks.push_back(
        paragraph({}, filled(_("For those who leave out {}, instead:"), in_words(step.involves))));
    if (step.instead->size() == 1) {
        blocks.push_back(indented(one(step.instead->front(), around)));
    } else {
        blocks.push_back(list(*step.instead, around));
    }
}

void PreviewSteps::add(Blocks& blocks, const Say& say, const Step&, const Around& around) const {
    blocks.push_back(said(text(say.text, around)));
    std::string more;
    if (say.wait_for_enter) { add_sentence(more, _("It waits until the person goes on.")); }
    if (say.support) { add_sentence(more, _("The list of people to reach is offered.")); }
    if (!say.suggest.empty()) {
        add_sentence(more, filled(_("Afterwards, the exercise \"{}\" is suggested."), say.suggest));
    }
    if (!more.empty()) { blocks.push_back(remark(more)); }
}

void PreviewSteps::add(Blocks& blocks, const Pause& pause, const Step&, const Around& around) const {
    std::string length = words_.length(pause.length);
    // What a setting decides, grounding and closing are never made shorter or longer.
    const bool elastic =
        std::holds_alternative<Milliseconds>(pause.length) && around.section->role == Role::main;
    if (elastic && (pause.shortest || pause.longest)) {
        const Milliseconds usual = std::get<Milliseconds>(pause.length);
        length = filled(_("{} ({} to {})"), length, duration_in_words(pause.shortest.value_or(usual)),
                        duration_in_words(pause.longest.value_or(usual)));
    }
    blocks.push_back(paragraph(std::move(length), _("Silence:")));
    if (!pause.text.empty()) {
        blocks.push_back(said(text(pause.text, around), _("On the screen meanwhile:")));
    }
    std::string more = bell_in_words(pause.bell);
    if (pause.bell_every) {
        add_sentence(more, filled(_("A bell rings every {}."), duration_in_words(*pause.bell_every)));
    }
    if (!more.empty()) { blocks.push_back(remark(more)); }
}

void PreviewSteps::add(Blocks& blocks, const Breathe& breathe, const Step&, const Around& around) const {
    std::vector<std::string> phases{filled(_("in for {}"), duration_in_words(breathe.in))};
    if (breathe.hold > Milliseconds{}) {
        phases.push_back(filled(_("hold for {}"), duration_in_words(breathe.hold)));
    }
    phases.push_back(filled(_("out for {}"), duration_in_words(breathe.out)));
    if (breathe.rest > Milliseconds{}) {
        phases.push_back(filled(_("rest for {}"), duration_in_words(breathe.rest)));
    }
    std::string rounds = words_.times(breathe.rounds);
    const int usual = words_.number(breathe.rounds);
    const bool elastic = std::holds_alternative<int>(breathe.rounds) && around.section->role == Role::main;
    if (elastic && (breathe.lowest || breathe.highest)) {
        rounds = filled(_("{} ({} to {})"), rounds, breathe.lowest.value_or(usual),
                        breathe.highest.value_or(usual));
    }
    const Milliseconds all = (breathe.in + breathe.hold + breathe.out + breathe.rest) * usual;
    blocks.push_back(
        paragraph(filled(_("{}; {}, which takes {}. One's own way of breathing is always offered."),
                         joined(phases, ", "), rounds, duration_in_words(all)),
                  _("Breathing:")));
    if (!breathe.text.empty()) {
        blocks.push_back(said(text(breathe.text, around), _("On the screen meanwhile:")));
    }
}

std::string PreviewSteps::how_answered(const Ask& ask, const Around& around) const {
    switch (ask.answer) {
    case Ask::Answer::choice: return _("One of these:");
    case Ask::Answer::choices: return _("Any of these, several too:");
    case Ask::Answer::yes_no: return _("Yes or no.");
    case Ask::Answer::text:
        return ask.longest ? filled(_("In their own words, at most {}."),
                                    plural("{} character", "{} characters", *ask.longest))
                           : std::string(_("In their own words."));
    case Ask::Answer::scale:
    case Ask::Answer::number: break;
    }
    const auto end = [&](int number, const std::string& label) {
        return label.empty() ? std::to_string(number)
                             : filled(_("{} ({})"), number, in_quotes(text(label, around)));
    };
    if (!ask.lowest && !ask.highest) { return _("A number."); }
    if (!ask.highest) { return filled(_("A number, {} or more."), end(*ask.lowest, ask.lowest_label)); }
    if (!ask.lowest) { return filled(_("A number, {} or less."), end(*ask.highest, ask.highest_label)); }
    return filled(_("From {} to {}."), end(*ask.lowest, ask.lowest_label),
                  end(*ask.highest, ask.highest_label));
}

std::string PreviewSteps::about_question(const Ask& ask) const {
    std::string more;
    if (ask.optional) { add_sentence(more, _("It says that the answer can be left out.")); }
    if (ask.expect) {
        add_sentence(more, filled(_("Answering usually takes {}."), duration_in_words(*ask.expect)));
    }
    if (!ask.recorded) {
        add_sentence(more, _("The answer shows the way, and is then forgotten."));
    } else if (ask.is_private()) {
        add_sentence(more, _("The answer is private."));
    } else if (ask.answer == Ask::Answer::text) {
        add_sentence(more, _("The words are not marked as private."));
    }
    if (ask.measure == "kindness_0_10") {
        add_sentence(more, _("It measures kindness to oneself."));
    } else if (ask.measure == "distress_0_10") {
        add_sentence(more, _("It measures distress."));
    } else if (!ask.measure.empty()) {
        add_sentence(more, filled(_("It measures \"{}\"."), ask.measure));
    }
    if (ask.keep == Ask::Keep::ask) {
        add_sentence(more, _("At the end, the person can keep the words, delete them, or set them aside."));
    }
    if (!ask.keep_as.empty()) {
        add_sentence(more, filled(_("The words can be kept for later practices as \"{}\"."), ask.keep_as));
    }
    return more;
}

void PreviewSteps::add(Blocks& blocks, const Ask& ask, const Step&, const Around& around) const {
    blocks.push_back(said(text(ask.text, around), _("Question:")));
    blocks.push_back(paragraph(how_answered(ask, around)));
    if (!ask.options.empty()) {
        Block options = bulleted({});
        for (const Option& option : ask.options) {
            Block item = bulleted({{}}).inside.front();
            item.inside = {said(text(option.text, around))};
            if (!option.go_to.empty()) {
                item.inside.push_back(paragraph(filled(_("Then on to {}."), words_.section(option.go_to))));
            }
            add_note(item.inside, option.written);
            options.inside.push_back(std::move(item));
        }
        blocks.push_back(std::move(options));
    }
    if (const std::string more = about_question(ask); !more.empty()) { blocks.push_back(remark(more)); }
    if (ask.answer == Ask::Answer::text) {
        constexpr int lines = 4;
        blocks.push_back(room(lines));
    }
}

void PreviewSteps::add(Blocks& blocks, const If& branch, const Step&, const Around& around) const {
    blocks.push_back(paragraph({}, filled(_("If {}:"), words_.in_words(branch.when))));
    add_note(blocks, branch.when.written);
    blocks.push_back(list(branch.then, around));
    // An "if" alone under "else" goes on with the same list of cases.
    const Steps* otherwise = &branch.otherwise;
    while (otherwise->size() == 1) {
        const Step& only = otherwise->front();
        const auto* next = std::get_if<If>(&only.what);
        if (next == nullptr || only.only_if || !only.involves.empty()) { break; }
        blocks.push_back(paragraph({}, filled(_("Otherwise, if {}:"), words_.in_words(next->when))));
        add_note(blocks, only.written);
        add_note(blocks, next->when.written);
        blocks.push_back(list(next->then, around));
        otherwise = &next->otherwise;
    }
    if (otherwise->empty()) { return; }
    blocks.push_back(paragraph({}, _("Otherwise:")));
    blocks.push_back(list(*otherwise, around));
}

void PreviewSteps::add(Blocks& blocks, const Repeat& repeat, const Step&, const Around& around) const {
    blocks.push_back(paragraph({}, filled(_("{}:"), words_.times(repeat.times))));
    blocks.push_back(list(repeat.steps, around));
    if (repeat.until) {
        blocks.push_back(
            paragraph(filled(_("It ends after a round in which {}."), words_.in_words(*repeat.until))));
        add_note(blocks, repeat.until->written);
    }
}

void PreviewSteps::add(Blocks& blocks, const Pick& pick, const Step&, const Around& around) const {
    blocks.push_back(paragraph({}, pick.how == Pick::How::rotate ? _("One of these, in turn:")
                                                                 : _("One of these, by chance:")));
    Block variants = bulleted({});
    for (const Steps& variant : pick.from) {
        Block item = bulleted({{}}).inside.front();
        if (variant.size() == 1) {
            item.inside = one(variant.front(), around);
        } else {
            const auto count = static_cast<long long>(variants.inside.size() + 1);
            item.inside = {paragraph(filled(_("Number {}:"), count)), list(variant, around)};
        }
        variants.inside.push_back(std::move(item));
    }
    blocks.push_back(std::move(variants));
}

void PreviewSteps::add(Blocks& blocks, const Use& use, const Step&, const Around& around) const {
    const auto found = words_.fragment(use);
    if (found == nullptr || around.uses >= limits::deepest_use) { // expand() has said so
        blocks.push_back(paragraph(use.library));
        return;
    }
    const ScriptWords::Texts texts = words_.texts_for(use, around.texts);
    blocks.push_back(paragraph(filled(_("(from the library: {}, version {})"), found->id, found->version),
                               filled(_("{}:"), in_quotes(found->title))));
    add_note(blocks, &found->document->root);
    blocks.push_back(list(found->steps, Around{around.section, &texts, around.uses + 1, around.done}));
}

void PreviewSteps::add(Blocks& blocks, const Recall& recall, const Step&, const Around& around) const {
    std::string what;
    if (!recall.kept.empty()) {
        what = filled(_("the words that were kept as \"{}\""), recall.kept);
    } else {
        std::vector<std::string> questions;
        for (const std::string& id : recall.answers) { questions.push_back(words_.question(id, recall.of)); }
        what = filled(_("what was answered to {}"), all_of(questions));
    }
    blocks.push_back(paragraph(filled(_("{}, with these words:"), what), _("Shown again:")));
    blocks.push_back(said(text(recall.text, around)));
    if (!recall.otherwise.empty()) {
        blocks.push_back(said(text(recall.otherwise, around), _("If there is nothing to show:")));
    }
}

void PreviewSteps::add(Blocks& blocks, const CheckIn& check_in, const Step&, const Around& around) const {
    blocks.push_back(said(text(check_in.text, around), _("Check-in:")));
    std::string more = _("From 0 to 10, or numb. What follows stands under \"At a check-in\".");
    if (check_in.about == CheckIn::About::backdraft) {
        add_sentence(more, _("It looks for old pain that kind words may have brought up."));
    }
    blocks.push_back(remark(more));
}

void PreviewSteps::add(Blocks& blocks, const GoTo& jump, const Step&, const Around&) const {
    blocks.push_back(paragraph(filled(_("Then on to {}."), words_.section(jump.section))));
}

} // namespace kindly
