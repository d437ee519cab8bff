// SPDX-License-Identifier: MIT
// A translation against its exercise: what is missing, old, renamed, or differs in its {names}.
#include "base/text.hpp"
#include "checker/side_by_side.hpp"
#include "checker/translation.hpp"
#include "exercise/braces.hpp"
#include "exercise/canonical.hpp"
#include "exercise/decode_heading.hpp"
#include "exercise/findings.hpp"
#include "exercise/programme.hpp"
#include "exercise/shown_texts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kindly {

namespace {

std::string then_and_now(const std::string& then, const std::string& now) {
    const auto [old_words, new_words] = side_by_side(then, now);
    return filled(_("Then: \"{}\" Now: \"{}\""), old_words, new_words);
}

/// What a missing safety sentence is for.
std::string purpose_of(const ShownText& text) {
    if (text.name == "safety/before") { return _("The warning before the exercise"); }
    if (text.name == "safety/backdraft") { return _("What is said about backdraft"); }
    if (text.step != nullptr && std::holds_alternative<CheckIn>(text.step->what)) {
        return filled(_("The check-in \"{}\""), text.step->id);
    }
    const bool grounds = text.section != nullptr && text.section->role == Role::grounding;
    return filled(grounds ? _("A sentence of the grounding (\"{}\")")
                          : _("A sentence of the closing (\"{}\")"),
                  text.name);
}

/// The first few names, and that there are more.
std::string first_names(const std::vector<const ShownText*>& texts) {
    constexpr std::size_t most = 5;
    std::vector<std::string> names;
    for (const ShownText* text : texts) {
        if (names.size() == most) { return joined(names, ", ") + ", ..."; }
        names.push_back("\"" + text->name + "\"");
    }
    return joined(names, ", ");
}

class Comparison {
public:
    /// `Original`: an exercise, or a fragment.
    template <class Original>
    Comparison(const Translation& translation, const Original& original)
        : translation_(translation), language_(original.language), version_(original.version),
          texts_(shown_texts(original)), findings_(translation.document->source) {
        for (const ShownText& text : texts_) { by_name_.emplace(text.name, &text); }
        for (const TranslatedText& text : translation.texts) { translated_.emplace(text.name, &text); }
        const std::string language = language_in_words(translation.language);
        cannot_run_ = language.empty()
                          ? filled(_("The version in \"{}\" cannot be run yet"), translation.language)
                          : filled(_("The {} version cannot be run yet"), language);
        const std::string its_language = language_in_words(language_);
        changed_ = its_language.empty() ? std::string(_("The sentence changed."))
                                        : filled(_("The {} changed."), its_language);
    }

    CheckedTranslation run() {
        check_heading();
        const TranslatedText* before = nullptr;
        for (const TranslatedText& text : translation_.texts) {
            const auto known = by_name_.find(text.name);
            if (known == by_name_.end()) {
                unknown_name(text, std::exchange(before, &text));
                continue;
            }
            before = &text;
            if (!text.readable || text.to.empty()) { continue; }
            compare(text, *known->second);
        }
        check_missing();
        CheckedTranslation checked;
        checked.diagnostics = findings_.take();
        checked.can_be_run = is_whole(translation_, texts_) && !has_errors(checked.diagnostics);
        return checked;
    }

private:
    [[nodiscard]] Span place_of(std::string_view key) const {
        return translation_.document->root.find(key)->span;
    }

    void check_heading() {
        check_file_name();
        if (translation_.language == language_) {
            findings_.error(
                "K006", place_of("language"),
                filled(_("The original itself is in \"{}\". A translation is in another language"),
                       language_));
        }
        const auto of = read_two_numbers(translation_.of_version);
        const auto present = read_two_numbers(version_);
        if (of && present && *of > *present) {
            findings_.warning("X002", place_of("of_version"),
                              filled(_("This translates version {}, but the original here is version {}"),
                                     translation_.of_version, version_),
                              {_("Perhaps a newer version of it belongs beside this file."), {}, {}});
        }
    }

    /// Translations are found by the names of their files.
    void check_file_name() {
        const std::string file =
            std::filesystem::path(translation_.document->source->name()).filename().string();
        const std::size_t point = file.find('.');
        constexpr std::string_view ending = ".json";
        if (!file.ends_with(ending) || point + ending.size() >= file.size()) { return; }
        const std::string id = file.substr(0, point);
        const std::string language = file.substr(point + 1, file.size() - ending.size() - point - 1);
        if (!is_language_tag(language)) { return; }
        auto compare_with = [&](const char* key, const std::string& inside, const std::string& promised) {
            if (inside == promised) { return; }
            findings_.error(
                "K011", place_of(key),
                filled(_("\"{}\" is \"{}\", but the file's name says \"{}\""), key, inside, promised),
                {_("Translations are found by the names of their files, so the two have to agree."),
                 filled("\"{}\": \"{}\"", key, promised),
                 {}});
        };
        const std::size_t slash =
            translation_.translates.rfind('/'); // a fragment's folder has the first part
        compare_with("translates",
                     slash == std::string::npos ? translation_.translates
                                                : translation_.translates.substr(slash + 1),
                     id);
        compare_with("language", translation_.language, language);
    }

    [[nodiscard]] bool is_open(const ShownText& text) const {
        return !has_entry(text.name) && !meant_.contains(text.name);
    }

    [[nodiscard]] const ShownText* same_sentence(const TranslatedText& text) const {
        for (const ShownText& candidate : texts_) {
            if (candidate.text() == text.from && is_open(candidate)) { return &candidate; }
        }
        return nullptr;
    }

    /// Steps without an id are named by their first words. Where these changed, the sentence is the one that
    /// follows in the same section.
    [[nodiscard]] const ShownText* sentence_after(const TranslatedText& before,
                                                  const std::string& name) const {
        const auto known = by_name_.find(before.name);
        if (known == by_name_.end()) { return nullptr; }
        const ShownText* next = known->second + 1;
        if (next == texts_.data() + texts_.size() || !is_open(*next)) { return nullptr; }
        auto section_and_key = [](const std::string& whole) {
            return std::pair(whole.substr(0, whole.find('/')), whole.substr(whole.rfind('/') + 1));
        };
        const bool named_by_words =
            std::count(name.begin(), name.end(), '/') == 2 && next->step != nullptr && next->step->id.empty();
        return named_by_words && section_and_key(next->name) == section_and_key(name) ? next : nullptr;
    }

    [[nodiscard]] bool has_entry(const std::string& name) const { return translated_.contains(name); }

    /// X004. Whatever it was meant for is not said to be missing as well.
    void unknown_name(const TranslatedText& text, const TranslatedText* before) {
        const Span where = text.written->key_span;
        const ShownText* renamed = text.readable ? same_sentence(text) : nullptr;
        const bool same_words = renamed != nullptr;
        if (renamed == nullptr && text.readable && before != nullptr) {
            renamed = sentence_after(*before, text.name);
        }
        if (renamed != nullptr) {
            meant_.insert(renamed->name);
            std::string message = filled(_("\"{}\" is called \"{}\" now"), text.name, renamed->name);
            if (!same_words) { message += ". " + changed_ + ' ' + then_and_now(text.from, renamed->text()); }
            findings_.warning(
                "X004", where, std::move(message),
                {_("Sentences are found by their names. With the new name the translation counts again."),
                 filled("\"{}\"", renamed->name),
                 {}});
            return;
        }
        std::vector<std::string> open;
        for (const ShownText& candidate : texts_) {
            if (is_open(candidate)) { open.push_back(candidate.name); }
        }
        if (const auto near = nearest_of(text.name, open)) {
            meant_.insert(*near);
            findings_.warning(
                "X004", where,
                filled(_("The exercise has no sentence \"{}\". Did you mean \"{}\"?"), text.name, *near));
            return;
        }
        findings_.warning("X004", where, filled(_("\"{}\" does not exist any more"), text.name),
                          {_("The exercise has no sentence of that name. It can be left out."), {}, {}});
    }

    /// One message a sentence: where {names} differ, that is what stops a practice.
    void compare(const TranslatedText& text, const ShownText& now) {
        const bool stale = text.from != now.text();
        const std::string then = stale ? changed_ + ' ' + then_and_now(text.from, now.text()) : std::string();
        if (is_filled_in(now) && names_differ(text, now, then)) { return; }
        if (stale) {
            std::string what_to_do =
                _("Look whether the translation still says the same, then copy the new words "
                  "to \"from\".");
            if (must_be_up_to_date(now)) { what_to_do += spaced(cannot_run_ + '.'); }
            findings_.warning("X002", text.written->key_span, then, {std::move(what_to_do), {}, {}});
        }
    }

    /// X003
    bool names_differ(const TranslatedText& text, const ShownText& now, const std::string& then) {
        const Written& to = *text.written->value.find("to");
        auto place = [&](std::size_t begin, std::size_t end) {
            return place_in_text(findings_.source(), to, begin, end);
        };
        const Placeholders here = find_placeholders(text.to);
        const Placeholders there = find_placeholders(now.text());
        if (here.unclosed) {
            findings_.error("X003", place(*here.unclosed, *here.unclosed + 1),
                            _("This brace is not closed. Write {name}, or {{ for a brace"), {then, {}, {}});
            return true;
        }
        std::vector<std::string> missing;
        for (const Placeholder& wanted : there.all) {
            if (!contains(here, wanted.name)) { missing.push_back(wanted.name); }
        }
        for (const Placeholder& written : here.all) {
            if (contains(there, written.name)) { continue; }
            const auto near = nearest_of(written.name, missing);
            findings_.error(
                "X003", place(written.begin, written.end),
                near ? filled(_("{{{}}} is not in the original. Did you mean {{{}}}?"), written.name, *near)
                     : filled(_("{{{}}} is not in the original"), written.name),
                {then.empty() ? std::string(_("What stands in braces is filled in when somebody "
                                              "practises; its name is never translated."))
                              : then,
                 {},
                 {}});
            return true;
        }
        if (missing.empty()) { return false; }
        findings_.error("X003", to.span,
                        filled(_("{{{}}} is missing in the translation"), joined(missing, "}, {")),
                        {then.empty() ? filled(_("The sentence is: \"{}\" What stands in braces is filled in "
                                                 "when somebody practises."),
                                               now.text())
                                      : then,
                         {},
                         {}});
        return true;
    }

    static bool contains(const Placeholders& placeholders, const std::string& name) {
        return std::any_of(placeholders.all.begin(), placeholders.all.end(),
                           [&](const Placeholder& one) { return one.name == name; });
    }

    /// X001 and X006: all in one message each.
    void check_missing() {
        std::vector<const ShownText*> plain;
        std::vector<const ShownText*> of_safety;
        for (const ShownText& text : texts_) {
            const auto entry = translated_.find(text.name);
            const bool written =
                entry != translated_.end() && (!entry->second->readable || !entry->second->to.empty());
            if (written) { continue; }
            if (text.safety) {
                of_safety.push_back(&text);
            } else if (!meant_.contains(text.name)) {
                plain.push_back(&text);
            }
        }
        if (!of_safety.empty()) { missing_safety(of_safety); }
        if (!plain.empty()) {
            findings_.warning(
                "X001", place_of_first(plain),
                plural("{} sentence is not translated yet", "{} sentences are not translated yet",
                       static_cast<long long>(plain.size())) +
                    ": " + first_names(plain),
                {_("Nobody is shown half a translation: until all are there, it stays in its own language."),
                 to_write(plain),
                 {}});
        }
    }

    /// Of what is missing, the first that has its place in the file already.
    [[nodiscard]] Span place_of_first(const std::vector<const ShownText*>& missing) const {
        for (const ShownText* text : missing) {
            if (const auto entry = translated_.find(text->name); entry != translated_.end()) {
                return entry->second->written->key_span;
            }
        }
        return translation_.document->root.member("texts")->key_span;
    }

    /// The first entry that is to be written, where the file has none yet.
    [[nodiscard]] std::string to_write(const std::vector<const ShownText*>& missing) const {
        const ShownText& first = *missing.front();
        if (translated_.contains(first.name)) { return {}; }
        return filled("\"{}\": {{ \"from\": {}, \"to\": \"...\" }}", first.name, quoted(first));
    }

    /// As it stands in the exercise, quotes and escapes included.
    static std::string quoted(const ShownText& text) { return json_string(text.text()); }

    void missing_safety(const std::vector<const ShownText*>& texts) {
        const Span where = place_of_first(texts);
        const auto more = static_cast<long long>(texts.size()) - 1;
        std::string what = purpose_of(*texts.front());
        what = more == 0 ? filled(_("{} is not translated."), what)
                         : filled(plural("{{0}} and {} more sentence for safety are not translated.",
                                         "{{0}} and {} more sentences for safety are not translated.", more)
                                      .c_str(),
                                  what);
        findings_.error(
            "X006", where, what + ' ' + cannot_run_,
            {_("Someone who struggles in the middle of a practice has to understand every word of "
               "these."),
             more == 0 ? std::string() : filled(_("begin with {}"), first_names(texts)),
             {}});
    }

    const Translation& translation_;
    const std::string& language_; ///< of the original
    const std::string& version_;
    std::vector<ShownText> texts_;
    std::map<std::string, const ShownText*, std::less<>> by_name_;
    std::map<std::string, const TranslatedText*, std::less<>> translated_;
    std::set<std::string> meant_; ///< names that unknown ones stood for
    Findings findings_;
    std::string cannot_run_;
    std::string changed_;
};

} // namespace

CheckedTranslation check_translation(const Translation& translation, const Exercise& exercise) {
    return Comparison(translation, exercise).run();
}

CheckedTranslation check_translation(const Translation& translation, const Fragment& fragment) {
    return Comparison(translation, fragment).run();
}

CheckedTranslation check_translation(const Translation& translation, const Programme& programme) {
    return Comparison(translation, programme).run();
}

} // namespace kindly
