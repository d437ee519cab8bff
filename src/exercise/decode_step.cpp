// SPDX-License-Identifier: MIT
#include "exercise/decode_step.hpp"

#include "base/text.hpp"
#include "exercise/limits.hpp"
#include "exercise/step_keys.hpp"

#include <algorithm>
#include <charconv>

namespace kindly {

namespace {

std::optional<Say> read_say(Entries& entries) {
    Say say;
    say.text = entries.text("text").value_or("");
    say.wait_for_enter = entries.one_of("wait", {"enter", "reading_time"}) == std::size_t{0};
    say.support = entries.yes_no("support").value_or(false);
    say.suggest = entries.name_id("suggest").value_or("");
    return say;
}

std::optional<If> read_if(Entries& entries) {
    If branch;
    if (auto when = read_condition(entries, "when")) { branch.when = std::move(*when); }
    branch.then = read_steps(entries, "then");
    branch.otherwise = read_steps(entries, "else");
    return branch;
}

std::optional<Repeat> read_repeat(Entries& entries) {
    Repeat repeat;
    if (const auto times = read_settable_number(entries, "times")) {
        repeat.times = *times;
        const auto* number = std::get_if<int>(&*times);
        if (number != nullptr && *number < 1) {
            entries.error("K006", entries.find("times")->span,
                          filled(_("\"{}\" must be 1 or more"), "times"));
        }
    }
    repeat.steps = read_steps(entries, "steps");
    repeat.until = read_condition(entries, "until");
    return repeat;
}

std::optional<Pick> read_pick(Entries& entries) {
    Pick pick;
    if (entries.one_of("how", {"rotate", "random"}) == std::size_t{1}) { pick.how = Pick::How::random; }
    if (const Written* from = entries.list("from")) {
        for (const auto& variant : from->entries) {
            if (variant.kind != Written::Kind::list) {
                entries.error("K003", variant.span,
                              _("Each of these should be a list of steps: [ { \"kind\": ... } ]"));
            } else if (variant.entries.empty()) {
                entries.error("K006", opening(variant), _("There are no steps here"));
            } else {
                pick.from.push_back(read_steps(entries.reading(), variant));
            }
        }
        if (from->entries.size() < 2) {
            entries.error("K006", opening(*from),
                          _("\"from\" needs two or more lists of steps to pick from"));
        }
    }
    return pick;
}

std::optional<Use> read_use(Entries& entries) {
    Use use;
    if (const auto library = entries.text("library")) {
        const std::string_view written = *library;
        const std::size_t at_sign = written.find('@');
        const std::string_view name = written.substr(0, at_sign);
        const std::size_t slash = name.find('/');
        const bool named = slash != std::string_view::npos && is_id(name.substr(0, slash), true) &&
                           is_id(name.substr(slash + 1), true);
        const std::string_view version =
            at_sign == std::string_view::npos ? std::string_view() : written.substr(at_sign + 1);
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), use.major);
        const bool number = error == std::errc() && end == version.data() + version.size() &&
                            version.find('-') == std::string_view::npos;
        if (named && at_sign == std::string_view::npos) {
            entries.error("K007", entries.find("library")->span,
                          filled(_("\"{}\" does not say which version. Write \"{}@1\""), name, name));
        } else if (!named || !number) {
            entries.error(
                "K007", entries.find("library")->span,
                filled(_("\"{}\" does not name a part of the library. Write it like \"grounding/senses@1\""),
                       written));
        }
        use.library = name;
    }
    if (const Written* with = entries.nested("with")) {
        for (const auto& member : with->members) {
            if (!is_id(member.key, false)) {
                entries.error("K007", member.key_span,
                              filled(_("\"{}\" cannot be a name. Use small letters, digits and _: \"{}\""),
                                     member.key, right_id(member.key, '_')));
            } else if (const auto text = read_text_value(entries, member.key, member.value)) {
                use.with[member.key] = *text;
            }
        }
    }
    return use;
}

std::optional<Recall> read_recall(Entries& entries) {
    static const Shape kept_shape{N_("What was kept"),
                                  N_("This group"),
                                  {{"kept", "{ \"kept\": \"closing_plan\" }", true}},
                                  {{"keep", "kept"}, {"keep_as", "kept"}}};
    Recall recall;
    if (const Written* answer = entries.find("answer")) {
        if (answer->kind == Written::Kind::object) {
            Entries inner(entries.reading(), *answer, kept_shape);
            recall.kept = inner.id("kept").value_or("");
            if (inner.broken()) { entries.spoil(); }
        } else if (answer->kind == Written::Kind::list) {
            recall.answers = entries.texts("answer");
            if (answer->entries.empty()) {
                entries.error("K006", opening(*answer), _("This list names no answers"));
            }
        } else if (answer->kind == Written::Kind::string) {
            recall.answers.push_back(entries.text("answer").value_or(""));
        } else {
            entries.wrong_type("answer", *answer,
                               _("the name of a question, a list of them, or { \"kept\": \"...\" }"));
        }
    }
    recall.of = entries.name_id("of").value_or("");
    if (!recall.kept.empty() && entries.has("of")) {
        entries.error("K008", entries.find("of")->span,
                      _("\"of\" goes with an answer's name; kept words belong to no exercise. Leave it out"));
    }
    recall.text = entries.text("text").value_or("");
    recall.otherwise = entries.text("otherwise").value_or("");
    recall.wait_for_enter = entries.one_of("wait", {"enter", "reading_time"}).value_or(0) == 0;
    return recall;
}

std::optional<CheckIn> read_check_in(Entries& entries) {
    CheckIn check_in;
    check_in.text = entries.text("text").value_or("");
    if (entries.one_of("about", {"distress", "backdraft"}) == std::size_t{1}) {
        check_in.about = CheckIn::About::backdraft;
        entries.reading().asks_about_backdraft = true;
    }
    return check_in;
}

template <class Kind>
bool take(Step& step, std::optional<Kind> read) {
    if (!read) { return false; }
    step.what = std::move(*read);
    return true;
}

bool read_kind(std::string_view kind, Entries& entries, Step& step) {
    if (kind == "say") { return take(step, read_say(entries)); }
    if (kind == "pause") { return take(step, read_pause(entries)); }
    if (kind == "breathe") {
        step.involves.insert(Avoidable::breath);
        return take(step, read_breathe(entries));
    }
    if (kind == "ask") { return take(step, read_ask(entries)); }
    if (kind == "if") { return take(step, read_if(entries)); }
    if (kind == "repeat") { return take(step, read_repeat(entries)); }
    if (kind == "pick") { return take(step, read_pick(entries)); }
    if (kind == "use") { return take(step, read_use(entries)); }
    if (kind == "recall") { return take(step, read_recall(entries)); }
    if (kind == "check_in") { return take(step, read_check_in(entries)); }
    return take(step, std::optional(GoTo{entries.text("section").value_or("")}));
}

/// The kind of a step; says what is wrong with it, if it has none.
std::optional<std::string> read_kind_word(Reading& reading, const Written& written) {
    const std::string kinds = listed(step_kinds());
    const Written* kind = written.find("kind");
    if (kind == nullptr) {
        for (const auto& member : written.members) {
            static const std::vector<std::string> other_words{"type", "step", "action", "what", "do"};
            const bool known =
                std::any_of(step_kinds().begin(), step_kinds().end(), [&](const std::string& name) {
                    return step_shape(name)->key(member.key) != nullptr;
                });
            const bool other_word =
                std::find(other_words.begin(), other_words.end(), member.key) != other_words.end();
            if (other_word || (!known && nearest(member.key, {"kind"}))) {
                reading.findings.error(
                    "K001", member.key_span,
                    other_word ? filled(_("A step has no \"{}\". The word here is \"kind\""), member.key)
                               : filled(_("A step has no \"{}\". Did you mean \"kind\"?"), member.key));
                return std::nullopt;
            }
        }
        reading.findings.error("K002", opening(written), _("This step has no \"kind\""),
                               {filled(_("Kinds: {}."), kinds), "\"kind\": \"say\"", {}});
        return std::nullopt;
    }
    if (kind->kind != Written::Kind::string) {
        reading.findings.error("K003", kind->span,
                               filled(_("\"kind\" should be one of these words, between quotes: {}"), kinds));
        return std::nullopt;
    }
    if (step_shape(kind->text) != nullptr) { return kind->text; }
    const std::string meant = kind_meant_by(kind->text);
    reading.findings.error("K004", kind->span,
                           filled(_("There is no step kind \"{}\".{} Kinds: {}"), kind->text,
                                  spaced(meant.empty() ? did_you_mean(kind->text, step_kinds())
                                                       : filled(_("Did you mean \"{}\"?"), meant)),
                                  kinds));
    return std::nullopt;
}

} // namespace

std::set<Avoidable> read_avoidables(Entries& entries, std::string_view key) {
    std::set<Avoidable> all;
    const Written* list = entries.list(key);
    if (list == nullptr) { return all; }
    std::vector<std::string> words;
    for (const auto value : all_values<Avoidable>()) { words.emplace_back(word(value)); }
    for (const auto& entry : list->entries) {
        const auto text = read_text_value(entries, key, entry);
        if (!text) { continue; }
        if (const auto value = from_word<Avoidable>(*text)) {
            all.insert(*value);
        } else {
            entries.error("K004", entry.span,
                          filled(_("\"{}\" cannot name \"{}\".{} Words: {}"), key, *text,
                                 spaced(did_you_mean(*text, words)), listed(words)));
        }
    }
    return all;
}

void read_note(Entries& entries) {
    const Written* note = entries.find("note");
    if (note != nullptr && note->kind != Written::Kind::string) {
        entries.wrong_type("note", *note, _("a text like \"...\""));
    }
}

std::optional<Step> read_step(Reading& reading, const Written& written) {
    if (!must_be_group(reading, written,
                       _("A step should be a group like { \"kind\": \"say\", \"text\": \"...\" }"))) {
        reading.doubts.steps = true;
        return std::nullopt;
    }
    const auto kind = read_kind_word(reading, written);
    if (!kind) {
        reading.doubts.steps = true;
        reading.doubts.add(written);
        return std::nullopt;
    }
    Entries entries(reading, written, *step_shape(*kind),
                    [&](std::string_view key) { return belongs_to_other_kind(key, *kind); });
    Step step;
    step.written = &written;
    step.id = entries.id("id").value_or("");
    step.only_if = read_condition(entries, "only_if");
    step.involves = read_avoidables(entries, "involves");
    if (entries.has("instead")) { step.instead = read_steps(entries, "instead", true); }
    read_note(entries);
    const bool made = read_kind(*kind, entries, step);
    if (made && !entries.broken()) { return step; }
    reading.doubts.steps = true;
    reading.doubts.add(written);
    const bool nameless = step.id.empty() && step_shape(*kind)->key("id")->required;
    const bool holds_steps =
        *kind == "if" || *kind == "repeat" || *kind == "pick"; // they may be what is missing
    reading.doubts.answers = reading.doubts.answers || nameless || holds_steps;
    return std::nullopt;
}

Steps read_steps(Reading& reading, const Written& list) {
    Steps steps;
    steps.reserve(list.entries.size());
    for (const auto& entry : list.entries) {
        if (auto step = read_step(reading, entry)) { steps.push_back(std::move(*step)); }
    }
    return steps;
}

Steps read_steps(Entries& entries, std::string_view key, bool may_be_empty) {
    const Written* list = entries.list(key);
    if (list == nullptr) { return {}; }
    if (list->entries.empty() && !may_be_empty) {
        entries.error("K006", opening(*list), filled(_("There are no steps in \"{}\""), key));
    }
    return read_steps(entries.reading(), *list);
}

} // namespace kindly
