// SPDX-License-Identifier: MIT
// Settings: their types, defaults and bounds.
#include "base/text.hpp"
#include "exercise/decode_step.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

using Type = Parameter::Type;

const std::vector<std::string>& type_words() {
    static const std::vector<std::string> words{"text", "number", "duration",
                                                "choice"}; // in the order of Type
    return words;
}

const Shape& parameter_shape() {
    static const Shape shape{N_("A setting"),
                             N_("This setting"),
                             {{"type", "\"type\": \"number\"", true},
                              {"label", "\"label\": \"Rounds of kind words\"", true},
                              {"default", "\"default\": 2", true},
                              {"lowest", "\"lowest\": 1"},
                              {"highest", "\"highest\": 4"},
                              {"longest", "\"longest\": 30"},
                              {"options", "\"options\": [ { \"id\": \"soft\", \"text\": \"Soft\" }, ... ]"},
                              {"set_by", "\"set_by\": \"either\""},
                              {"note"}},
                             {{"kind", "type"},
                              {"title", "label"},
                              {"text", "label"},
                              {"prompt", "label"},
                              {"name", "label"},
                              {"value", "default"},
                              {"min", "lowest"},
                              {"minimum", "lowest"},
                              {"shortest", "lowest"},
                              {"max", "highest"},
                              {"maximum", "highest"},
                              {"max_length", "longest"},
                              {"choices", "options"},
                              {"by", "set_by"}}};
    return shape;
}

/// K008 for a key of another type. True if there was none.
bool only_its_own_keys(Entries& entries, Type type) {
    struct TypeKey {
        const char* key;
        std::vector<Type> types;
    };
    static const std::vector<TypeKey> keys{{"lowest", {Type::number, Type::duration}},
                                           {"highest", {Type::number, Type::duration}},
                                           {"longest", {Type::text}},
                                           {"options", {Type::choice}}};
    bool fine = true;
    for (const auto& [key, types] : keys) {
        const Member* member = entries.group().member(key);
        if (member == nullptr || std::find(types.begin(), types.end(), type) != types.end()) { continue; }
        fine = false;
        std::vector<std::string> words;
        words.reserve(types.size());
        for (const Type one : types) {
            words.push_back('"' + type_words()[static_cast<std::size_t>(one)] + '"');
        }
        entries.error("K008", member->key_span,
                      filled(_("\"{}\" belongs to settings of type {}, but this one is a \"{}\""), key,
                             joined(words, _(" or ")), type_words()[static_cast<std::size_t>(type)]));
    }
    return fine;
}

/// K006 where the order is wrong; `say` writes a value for people.
template <class Value, class Say>
void check_order(Entries& entries, const Value& normal, const std::optional<Value>& lowest,
                 const std::optional<Value>& highest, const Say& say) {
    if (entries.broken()) { return; }
    const Written& group = entries.group();
    if (lowest && highest && *lowest > *highest) {
        entries.error(
            "K006", group.find("lowest")->span,
            filled(_("\"lowest\" ({}) is higher than \"highest\" ({})"), say(*lowest), say(*highest)),
            {{}, {}, group.find("highest")->span});
    } else if (lowest && normal < *lowest) {
        entries.error("K006", group.find("default")->span,
                      filled(_("The default ({}) is lower than \"lowest\" ({})"), say(normal), say(*lowest)),
                      {{}, {}, group.find("lowest")->span});
    } else if (highest && normal > *highest) {
        entries.error(
            "K006", group.find("default")->span,
            filled(_("The default ({}) is higher than \"highest\" ({})"), say(normal), say(*highest)),
            {{}, {}, group.find("highest")->span});
    }
}

void read_number_type(Entries& entries, Parameter& parameter) {
    const auto normal = entries.number("default");
    parameter.lowest = entries.number("lowest");
    parameter.highest = entries.number("highest");
    parameter.default_number = normal.value_or(0);
    check_order(entries, parameter.default_number, parameter.lowest, parameter.highest,
                [](int value) { return value; });
}

void read_duration_type(Entries& entries, Parameter& parameter) {
    const auto normal = entries.duration("default");
    parameter.shortest_duration = entries.duration("lowest");
    parameter.longest_duration = entries.duration("highest");
    parameter.default_duration = normal.value_or(Milliseconds::zero());
    check_order(entries, parameter.default_duration, parameter.shortest_duration, parameter.longest_duration,
                [](Milliseconds value) { return written_duration(value); });
}

void read_text_type(Entries& entries, Parameter& parameter) {
    parameter.default_text = entries.text("default").value_or("");
    parameter.longest = entries.number("longest");
    if (entries.broken() || !parameter.longest) { return; }
    if (*parameter.longest < 1 || static_cast<std::size_t>(*parameter.longest) > limits::text_characters) {
        entries.error("K006", entries.find("longest")->span,
                      filled(_("\"longest\" counts characters: between 1 and {}"), limits::text_characters));
    } else if (grapheme_count(parameter.default_text) > static_cast<std::size_t>(*parameter.longest)) {
        entries.error("K006", entries.find("default")->span,
                      filled(_("The default has {} characters, more than \"longest\" ({})"),
                             grapheme_count(parameter.default_text), *parameter.longest),
                      {{}, {}, entries.find("longest")->span});
    }
}

void read_choice_type(Entries& entries, Parameter& parameter) {
    parameter.default_text = entries.text("default").value_or("");
    parameter.options = read_options(entries, "options", false);
    entries.require("options");
    if (entries.broken()) { return; }
    const auto ids = ids_of(parameter.options);
    if (std::find(ids.begin(), ids.end(), parameter.default_text) == ids.end()) {
        entries.error("A005", entries.find("default")->span,
                      no_such_option(parameter.name, parameter.default_text, ids),
                      {filled(_("Options: {}."), listed(ids)),
                       {},
                       option_meant(parameter.default_text, parameter.options)});
    }
}

std::optional<Parameter> read_parameter(Reading& reading, const Member& member) {
    if (!must_be_group(reading, member.value,
                       filled(_("The setting \"{}\" should be a group: {{ \"type\": ..., \"label\": ..., "
                                "\"default\": ... }}"),
                              member.key))) {
        return std::nullopt;
    }
    Entries entries(reading, member.value, parameter_shape());
    read_note(entries);
    Parameter parameter;
    parameter.written = &member.value;
    parameter.name = member.key;
    if (!is_id(member.key, false)) {
        entries.error(
            "K007", member.key_span,
            filled(_("\"{}\" cannot be the name of a setting. Use small letters, digits and _: \"{}\""),
                   member.key, right_id(member.key, '_')));
    }
    parameter.label = entries.text("label").value_or("");
    parameter.set_by = entries.word_of<SetBy>("set_by").value_or(SetBy::either);
    const auto type = entries.one_of("type", type_words());
    if (!type) { return std::nullopt; }
    parameter.type = static_cast<Type>(*type);
    if (!only_its_own_keys(entries, parameter.type)) { return std::nullopt; }
    switch (parameter.type) {
    case Type::text: read_text_type(entries, parameter); break;
    case Type::number: read_number_type(entries, parameter); break;
    case Type::duration: read_duration_type(entries, parameter); break;
    case Type::choice: read_choice_type(entries, parameter); break;
    }
    return entries.broken() ? std::nullopt : std::optional(std::move(parameter));
}

} // namespace

std::vector<Parameter> read_parameters(Reading& reading, const Written& written) {
    std::vector<Parameter> parameters;
    std::set<std::string_view> seen;
    const auto count =
        std::count_if(written.members.begin(), written.members.end(), [](const Member& member) {
            return member.key != "note" || member.value.kind != Written::Kind::string;
        });
    if (static_cast<std::size_t>(count) > limits::most_parameters) {
        reading.findings.error("K006", written.span,
                               filled(_("\"parameters\" holds {} settings; it can hold {} at most"), count,
                                      limits::most_parameters));
        for (const auto& member : written.members) { reading.doubts.names.insert(member.key); }
        return parameters;
    }
    for (const auto& member : written.members) {
        if (member.key == "note" && member.value.kind == Written::Kind::string) { continue; }
        if (!seen.insert(member.key).second) { continue; } // said before (J004)
        if (auto parameter = read_parameter(reading, member)) {
            reading.settings.emplace(parameter->name, parameter->type);
            parameters.push_back(std::move(*parameter));
        } else {
            reading.doubts.names.insert(member.key);
            reading.doubts.names.insert(right_id(member.key, '_'));
        }
    }
    return parameters;
}

} // namespace kindly
