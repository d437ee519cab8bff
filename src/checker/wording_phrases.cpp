// SPDX-License-Identifier: MIT
// What the phrases found in a text mean for the person practising.
#include "base/text.hpp"
#include "checker/wording_parts.hpp"

#include <algorithm>

namespace kindly {

namespace {

using Kind = ShownText::Kind;

bool overlap(const FoundPhrase& one, const FoundPhrase& other) {
    return one.first < other.end && other.first < one.end;
}

class PhraseRules {
public:
    PhraseRules(const ShownText& text, const TextWords& words, const std::vector<FoundPhrase>& found,
                const PhraseTable& phrases, Findings& findings)
        : text_(text), words_(words), found_(found), phrases_(phrases), findings_(findings) {}

    void check() {
        if (is_practised(text_)) {
            const FoundPhrase* denied = first_of({Rule::deny});
            if (denied != nullptr) { say_denied(*denied); }
            if (text_.kind != Kind::option) { check_push(); }
            check_choices();
            check_promise();
            check_helpline();
            check_key();
        }
        check_blame();
    }

private:
    using Rules = std::initializer_list<Rule>;

    [[nodiscard]] static bool among(Rule rule, Rules rules) {
        return std::find(rules.begin(), rules.end(), rule) != rules.end();
    }

    [[nodiscard]] bool has(Rules rules) const {
        return std::any_of(found_.begin(), found_.end(),
                           [&](const FoundPhrase& one) { return among(one.rule, rules); });
    }

    /// A phrase of the author's own list, or of ours, in which these words do no harm.
    [[nodiscard]] bool is_fine(const FoundPhrase& phrase) const {
        return std::any_of(found_.begin(), found_.end(), [&](const FoundPhrase& other) {
            return other.rule == Rule::fine && overlap(phrase, other);
        });
    }

    [[nodiscard]] bool overlaps(const FoundPhrase& phrase, Rules rules) const {
        return std::any_of(found_.begin(), found_.end(), [&](const FoundPhrase& other) {
            return among(other.rule, rules) && overlap(phrase, other) && !phrases_.is_harmless(words_, other);
        });
    }

    /// The first that does harm where it stands.
    [[nodiscard]] const FoundPhrase* first_of(Rules rules, Rules but = {}) const {
        for (const auto& one : found_) {
            if (!among(one.rule, rules) || phrases_.is_harmless(words_, one)) { continue; }
            if (among(one.rule, {Rule::push_on, Rule::push}) && is_offered(one)) { continue; }
            if ((one.rule == Rule::deny || !is_fine(one)) && !overlaps(one, but)) { return &one; }
        }
        return nullptr;
    }

    [[nodiscard]] Span place(const FoundPhrase& phrase) const {
        return place_of(findings_, text_, words_.words[phrase.first].begin, words_.words[phrase.end - 1].end);
    }

    [[nodiscard]] std::string as_written(const FoundPhrase& phrase) const {
        const std::size_t begin = words_.words[phrase.first].begin;
        return text_.text().substr(begin, words_.words[phrase.end - 1].end - begin);
    }

    [[nodiscard]] static std::string in_quotes(const std::string& words) {
        return words.empty() ? words : '"' + words + '"';
    }

    void say_denied(const FoundPhrase& phrase) {
        findings_.error(
            "S008", place(phrase),
            filled(_("\"{}\" denies the way out. Everyone can stop at any moment"), as_written(phrase)),
            {_("Someone in distress may believe it, and stay where it hurts. The program always offers "
               "to pause, to ground and to stop."),
             in_quotes(*phrase.instead),
             {}});
    }

    void check_push() {
        const FoundPhrase* phrase =
            first_of({Rule::push_on, Rule::push}, {Rule::deny, Rule::blame, Rule::label});
        if (phrase == nullptr) { return; }
        const bool keeps = phrase->rule == Rule::push_on;
        findings_.warning(
            "S007", place(*phrase),
            filled(keeps ? _("\"{}\" may keep someone in distress") : _("\"{}\" can sound like an order"),
                   as_written(*phrase)),
            {keeps ? _("People often do as a text says, also when it is too much for them. Leave the choice "
                       "with "
                       "them.")
                   : _("Feelings do not follow orders, and not managing to can feel like failing. Offer it, "
                       "and "
                       "leave the choice."),
             in_quotes(*phrase->instead),
             {}});
    }

    /// "If you like" in the same sentence: an offer, not an order.
    [[nodiscard]] bool is_offered(const FoundPhrase& phrase) const {
        const TextSentence* sentence = words_.sentence_of(phrase.first);
        return sentence != nullptr &&
               std::any_of(found_.begin(), found_.end(), [&](const FoundPhrase& other) {
                   return other.rule == Rule::choice && other.first >= sentence->first &&
                          other.first < sentence->end;
               });
    }

    /// The step says what to do instead for those who avoid it.
    [[nodiscard]] bool replaced_for(std::initializer_list<Avoidable> things) const {
        return text_.step != nullptr && text_.step->instead &&
               std::any_of(things.begin(), things.end(),
                           [&](Avoidable thing) { return text_.step->involves.contains(thing); });
    }

    /// "or" in the same sentence, or at the beginning of the next.
    [[nodiscard]] bool has_or(const FoundPhrase& phrase) const {
        for (std::size_t index = 0; index < words_.sentences.size(); ++index) {
            const TextSentence& sentence = words_.sentences[index];
            if (phrase.first < sentence.first || phrase.first >= sentence.end) { continue; }
            const std::size_t end = index + 1 < words_.sentences.size() ? sentence.end + 1 : sentence.end;
            for (std::size_t word = sentence.first; word < end; ++word) {
                if (phrases_.has_mark(words_.words[word], Mark::either)) { return true; }
            }
        }
        return false;
    }

    void check_choices() {
        // An option is itself a choice, and a title only names.
        if (text_.kind == Kind::option || text_.kind == Kind::title || has({Rule::choice})) { return; }
        for (const auto& one : found_) {
            const bool eyes = one.rule == Rule::eyes && !has({Rule::eyes_choice}) &&
                              !replaced_for({Avoidable::eyes_closed});
            const bool lying = one.rule == Rule::lying && !has({Rule::lying_choice}) &&
                               !replaced_for({Avoidable::body, Avoidable::touch, Avoidable::eyes_closed});
            const bool touch = one.rule == Rule::touch && !has({Rule::touch_choice}) &&
                               !replaced_for({Avoidable::touch, Avoidable::body});
            if ((!eyes && !lying && !touch) || is_fine(one) || phrases_.is_no_statement(words_, one) ||
                has_or(one)) {
                continue;
            }
            findings_.warning("S009", place(one), filled(_("\"{}\" without another choice"), as_written(one)),
                              {eyes    ? _("With closed eyes some people lose their hold on the room.")
                               : lying ? _("Not everyone can lie down, or feels safe lying down.")
                                       : _("Touch is not kind for everyone, and not at all times."),
                               in_quotes(*one.instead),
                               {}});
            return;
        }
    }

    void check_promise() {
        const FoundPhrase* phrase = first_of({Rule::promise}, {Rule::deny});
        if (phrase == nullptr) { return; }
        findings_.warning("S012", place(*phrase), filled(_("\"{}\" promises too much"), as_written(*phrase)),
                          {_("Whoever does not feel it then may think that the fault is theirs."),
                           in_quotes(*phrase->instead),
                           {}});
    }

    void check_helpline() {
        const auto* say = text_.step == nullptr ? nullptr : std::get_if<Say>(&text_.step->what);
        if (say != nullptr && say->support) { return; } // the page is offered with it
        for (const auto& one : found_) {
            if (one.rule != Rule::helpline || is_fine(one)) { continue; }
            findings_.warning(
                "S010", place(one),
                filled(_("\"{}\": lines for help differ by country. Leave them to the support page "
                         "(kindly support)"),
                       as_written(one)),
                {_("The support page is always at hand, and is kept up to date."),
                 say == nullptr ? "" : "\"support\": true",
                 {}});
            return;
        }
    }

    void check_key() {
        for (const auto& one : found_) {
            if (one.rule != Rule::key || is_fine(one)) { continue; }
            findings_.warning(
                "S020", place(one),
                filled(_("Keys are shown by the program and can differ. Leave \"{}\" out"), as_written(one)),
                {_("The program says at every step which keys there are, in words that suit the screen."),
                 {},
                 {}});
            return;
        }
    }

    void check_blame() {
        const FoundPhrase* phrase = first_of({Rule::blame, Rule::label});
        if (phrase == nullptr) { return; }
        findings_.advice(
            "L007", place(*phrase),
            filled(phrase->rule == Rule::blame ? _("\"{}\" can sound like blame")
                                               : _("\"{}\" can sound like a diagnosis"),
                   as_written(*phrase)),
            {_("People who judge themselves hear it twice. Say what is hard, not what someone is."),
             in_quotes(*phrase->instead),
             {}});
    }

    const ShownText& text_;
    const TextWords& words_;
    const std::vector<FoundPhrase>& found_;
    const PhraseTable& phrases_;
    Findings& findings_;
};

} // namespace

void check_phrases(const ShownText& text, const TextWords& words, const std::vector<FoundPhrase>& found,
                   const PhraseTable& phrases, Findings& findings) {
    if (!found.empty()) { PhraseRules(text, words, found, phrases, findings).check(); }
}

void ClosingWords::add(const std::vector<FoundPhrase>& found) {
    for (const auto& one : found) {
        looks_ = looks_ || one.rule == Rule::looks;
        moves_ = moves_ || one.rule == Rule::moves;
        next_act_ = next_act_ || one.rule == Rule::next_act;
    }
}

void ClosingWords::judge(const Section& closing, const LanguageWords& list, Findings& findings) const {
    std::vector<std::string> missing;
    std::vector<std::string> instead;
    auto note = [&](bool there, const char* what, const char* words) {
        if (there) { return; }
        missing.emplace_back(what);
        instead.emplace_back(words);
    };
    note(looks_, _("looking around"), list.look_around);
    note(moves_, _("moving a little"), list.move_a_little);
    note(next_act_, _("a next ordinary thing to do"), list.next_thing);
    if (missing.empty()) { return; }
    const Written* id = closing.written->find("id");
    findings.warning("S017", id == nullptr ? opening(*closing.written) : id->span,
                     filled(_("The closing leaves out: {}"), joined(missing, ", ")),
                     {_("These three bring people back to the room and to their day."),
                      '"' + joined(instead, " ") + '"',
                      {}});
}

} // namespace kindly
