// SPDX-License-Identifier: MIT
#include "exercise/shown_texts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kindly {

namespace {

using Kind = ShownText::Kind;

/// The first words of a text as a name: "Say slowly to yourself: this" becomes "say-slowly-to-yourself".
std::string name_from_words(std::string_view text) {
    constexpr int most_words = 4;
    constexpr std::size_t longest = 40;
    std::string name;
    int words = 0;
    bool between = false;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool of_a_word = byte >= 0x80 || (letter >= 'a' && letter <= 'z') ||
                               (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        if (!of_a_word) {
            between = letter != '\'';
            continue;
        }
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (between || name.empty()) {
            if (!continues && (++words > most_words || name.size() > longest)) { break; }
            if (!name.empty()) { name += '-'; }
            between = false;
        } else if (byte >= 0x80 && !continues && name.size() > longest) {
            break; // a script that writes no spaces between words
        }
        name += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return name;
}

class Collection {
public:
    explicit Collection(TextNames names) : named_(names == TextNames::given) {}
    std::vector<ShownText> texts;

    void heading(const Written& root) {
        add(Kind::title, "title", root.find("title"));
        const Written* about = root.find("about");
        if (about == nullptr) { return; }
        for (const char* key : {"summary", "caution", "homework"}) {
            add(Kind::about, std::string("about/") + key, about->find(key));
        }
    }

    void parameters(const std::vector<Parameter>& parameters) {
        for (const auto& parameter : parameters) {
            const std::string name = "parameters/" + parameter.name + "/";
            add(Kind::setting, name + "label", parameter.written->find("label"));
            if (parameter.type == Parameter::Type::text) {
                add(Kind::setting, name + "default", parameter.written->find("default"));
            }
            for (const auto& option : parameter.options) {
                add(Kind::setting, name + option.id, option.written->find("text"));
            }
        }
    }

    void safety(const Written* written) {
        if (written == nullptr) { return; }
        of_safety_ = true;
        for (const char* key : {"before", "backdraft"}) {
            add(Kind::safety, std::string("safety/") + key, written->find(key));
        }
        of_safety_ = false;
    }

    void section(const Section& section) {
        section_ = &section;
        step_ = nullptr;
        of_safety_ = section.role != Role::main;
        add(Kind::title, section.id + "/title", section.written->find("title"));
        steps(section.steps, section.id + "/");
        section_ = nullptr;
        of_safety_ = false;
    }

    void steps(const Steps& all, const std::string& before) {
        for (const auto& one : all) { step(one, before); }
    }

private:
    void step(const Step& step, const std::string& before) {
        step_ = &step;
        const bool was_of_safety = of_safety_;
        of_safety_ = of_safety_ || std::holds_alternative<CheckIn>(step.what);
        const Written& written = *step.written;
        std::string own = step.id;
        for (const char* key : {"text", "otherwise"}) {
            const Written* text = written.find(key);
            if (named_ && own.empty() && text != nullptr) { own = name_from_words(text->text); }
        }
        if (own.empty()) { own = kind_word(step); }
        const std::string name = unused(before + own, steps_) + "/";
        const Kind kind = kind_of(step);
        for (const char* key : {"text", "otherwise"}) { add(kind, name + key, written.find(key)); }
        if (const auto* ask = std::get_if<Ask>(&step.what)) {
            for (const char* key : {"lowest_label", "highest_label"}) {
                add(Kind::option, name + key, written.find(key));
            }
            for (const auto& option : ask->options) {
                add(Kind::option, name + option.id, option.written->find("text"));
            }
        }
        if (const Written* with = written.find("with")) {
            for (const auto& member : with->members) {
                add(Kind::filled_in, name + member.key, &member.value);
            }
        }
        of_safety_ = was_of_safety;
        if (const auto* branch = std::get_if<If>(&step.what)) {
            steps(branch->then, before);
            steps(branch->otherwise, before);
        } else if (const auto* repeat = std::get_if<Repeat>(&step.what)) {
            steps(repeat->steps, before);
        } else if (const auto* pick = std::get_if<Pick>(&step.what)) {
            for (const auto& variant : pick->from) { steps(variant, before); }
        }
        if (step.instead) { steps(*step.instead, before); }
    }

    static Kind kind_of(const Step& step) {
        const std::string_view kind = kind_word(step);
        if (kind == "pause" || kind == "breathe") { return Kind::silence; }
        if (kind == "ask" || kind == "check_in") { return Kind::question; }
        return kind == "recall" ? Kind::recall : Kind::say;
    }

    /// With a number behind it where two steps begin alike.
    std::string unused(const std::string& name, std::set<std::string>& taken) {
        if (!named_) { return {}; }
        std::string free = name;
        int& count = tried_[name]; // a great many steps may begin alike
        while (!taken.insert(free).second) {
            count = std::max(count, 1) + 1;
            free = name + "-" + std::to_string(count);
        }
        return free;
    }

    void add(Kind kind, const std::string& name, const Written* written) {
        if (written == nullptr || written->kind != Written::Kind::string) { return; }
        // An option may be called "text", a section "safety".
        texts.push_back({kind, unused(name, texts_), written, section_, step_, of_safety_});
    }

    bool named_;
    const Section* section_ = nullptr;
    const Step* step_ = nullptr;
    bool of_safety_ = false;
    std::set<std::string> steps_;      ///< names of steps
    std::set<std::string> texts_;      ///< names of sentences
    std::map<std::string, int> tried_; ///< the last number behind each name
};

} // namespace

std::vector<ShownText> shown_texts(const Exercise& exercise, TextNames names) {
    Collection collection(names);
    collection.heading(exercise.document->root);
    collection.parameters(exercise.parameters);
    collection.safety(exercise.document->root.find("safety"));
    for (const auto& section : exercise.sections) { collection.section(section); }
    return std::move(collection.texts);
}

std::vector<ShownText> shown_texts(const Fragment& fragment, TextNames names) {
    Collection collection(names);
    collection.heading(fragment.document->root);
    collection.steps(fragment.steps, {});
    return std::move(collection.texts);
}

} // namespace kindly
