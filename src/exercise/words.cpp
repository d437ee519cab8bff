// SPDX-License-Identifier: MIT
#include "base/overloaded.hpp"
#include "exercise/exercise.hpp"

#include <charconv>

namespace kindly {

const char* word(Component value) {
    switch (value) {
    case Component::mindfulness: return "mindfulness";
    case Component::common_humanity: return "common_humanity";
    case Component::kindness: return "kindness";
    }
    return "";
}
const char* word(Role value) {
    switch (value) {
    case Role::main: return "main";
    case Role::grounding: return "grounding";
    case Role::closing: return "closing";
    }
    return "";
}
const char* word(Purpose value) {
    switch (value) {
    case Purpose::arrive: return "arrive";
    case Purpose::teach: return "teach";
    case Purpose::notice: return "notice";
    case Purpose::feeling: return "feeling";
    case Purpose::memory: return "memory";
    case Purpose::critic: return "critic";
    case Purpose::soothe: return "soothe";
    case Purpose::plan: return "plan";
    }
    return "";
}
const char* word(Intensity value) {
    switch (value) {
    case Intensity::gentle: return "gentle";
    case Intensity::moderate: return "moderate";
    case Intensity::strong: return "strong";
    }
    return "";
}
const char* word(Priority value) { return value == Priority::core ? "core" : "extra"; }
const char* word(Audience value) { return value == Audience::everyone ? "everyone" : "clinicians"; }
const char* word(Avoidable value) {
    switch (value) {
    case Avoidable::breath: return "breath";
    case Avoidable::touch: return "touch";
    case Avoidable::eyes_closed: return "eyes-closed";
    case Avoidable::body: return "body";
    case Avoidable::imagery: return "imagery";
    case Avoidable::memory: return "memory";
    case Avoidable::people: return "people";
    }
    return "";
}
const char* word(SetBy value) {
    switch (value) {
    case SetBy::therapist: return "therapist";
    case SetBy::client: return "client";
    case SetBy::either: return "either";
    }
    return "";
}
const char* word(Ask::Answer value) {
    switch (value) {
    case Ask::Answer::choice: return "choice";
    case Ask::Answer::choices: return "choices";
    case Ask::Answer::scale: return "scale";
    case Ask::Answer::yes_no: return "yes_no";
    case Ask::Answer::number: return "number";
    case Ask::Answer::text: return "text";
    }
    return "";
}

template <>
const std::vector<Component>& all_values() {
    static const std::vector<Component> all{Component::mindfulness, Component::common_humanity,
                                            Component::kindness};
    return all;
}
template <>
const std::vector<Role>& all_values() {
    static const std::vector<Role> all{Role::main, Role::grounding, Role::closing};
    return all;
}
template <>
const std::vector<Purpose>& all_values() {
    static const std::vector<Purpose> all{Purpose::arrive, Purpose::teach,  Purpose::notice, Purpose::feeling,
                                          Purpose::memory, Purpose::critic, Purpose::soothe, Purpose::plan};
    return all;
}
template <>
const std::vector<Intensity>& all_values() {
    static const std::vector<Intensity> all{Intensity::gentle, Intensity::moderate, Intensity::strong};
    return all;
}
template <>
const std::vector<Priority>& all_values() {
    static const std::vector<Priority> all{Priority::core, Priority::extra};
    return all;
}
template <>
const std::vector<Audience>& all_values() {
    static const std::vector<Audience> all{Audience::everyone, Audience::clinicians};
    return all;
}
template <>
const std::vector<Avoidable>& all_values() {
    static const std::vector<Avoidable> all{Avoidable::breath, Avoidable::touch,   Avoidable::eyes_closed,
                                            Avoidable::body,   Avoidable::imagery, Avoidable::memory,
                                            Avoidable::people};
    return all;
}
template <>
const std::vector<SetBy>& all_values() {
    static const std::vector<SetBy> all{SetBy::therapist, SetBy::client, SetBy::either};
    return all;
}
template <>
const std::vector<Ask::Answer>& all_values() {
    static const std::vector<Ask::Answer> all{Ask::Answer::choice, Ask::Answer::choices, Ask::Answer::scale,
                                              Ask::Answer::yes_no, Ask::Answer::number,  Ask::Answer::text};
    return all;
}

const char* kind_word(const Step& step) {
    return std::visit(Overloaded{[](const Say&) { return "say"; }, [](const Pause&) { return "pause"; },
                                 [](const Breathe&) { return "breathe"; }, [](const Ask&) { return "ask"; },
                                 [](const If&) { return "if"; }, [](const Repeat&) { return "repeat"; },
                                 [](const Pick&) { return "pick"; }, [](const Use&) { return "use"; },
                                 [](const Recall&) { return "recall"; },
                                 [](const CheckIn&) { return "check_in"; },
                                 [](const GoTo&) { return "go_to"; }},
                      step.what);
}

std::vector<std::string> ids_of(const std::vector<Option>& options) {
    std::vector<std::string> ids;
    ids.reserve(options.size());
    for (const auto& option : options) { ids.push_back(option.id); }
    return ids;
}

int Fragment::major() const {
    int number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    return number;
}

} // namespace kindly
