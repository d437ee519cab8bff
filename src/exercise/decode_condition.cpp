// SPDX-License-Identifier: MIT
// Conditions: one test, or up to five joined by "all" or "any", one level deep.
#include "exercise/decode_step.hpp"
#include "exercise/limits.hpp"

#include <array>

namespace kindly {

namespace {

struct TestWord {
    const char* key;
    Test::Operator compare;
};
constexpr std::array test_words{
    TestWord{"is", Test::Operator::is},           TestWord{"is_not", Test::Operator::is_not},
    TestWord{"any_of", Test::Operator::any_of},   TestWord{"at_least", Test::Operator::at_least},
    TestWord{"at_most", Test::Operator::at_most}, TestWord{"given", Test::Operator::given}};

const Shape& condition_shape() {
    static const Shape shape{N_("A condition"),
                             N_("This condition"),
                             {{"answer", "\"answer\": \"where\""},
                              {"parameter", "\"parameter\": \"rounds\""},
                              {"is", "\"is\": \"body\""},
                              {"is_not", "\"is_not\": \"body\""},
                              {"any_of", "\"any_of\": [\"body\", \"thoughts\"]"},
                              {"at_least", "\"at_least\": 6"},
                              {"at_most", "\"at_most\": 3"},
                              {"given", "\"given\": true"},
                              {"of", "\"of\": \"kind-pause\""},
                              {"all", "\"all\": [ ... ]"},
                              {"any", "\"any\": [ ... ]"},
                              {"note"}},
                             {{"equals", "is"},
                              {"equal", "is"},
                              {"eq", "is"},
                              {"==", "is"},
                              {"=", "is"},
                              {"value", "is"},
                              {"not", "is_not"},
                              {"ne", "is_not"},
                              {"!=", "is_not"},
                              {"not_equals", "is_not"},
                              {"in", "any_of"},
                              {"one_of", "any_of"},
                              {"min", "at_least"},
                              {"lowest", "at_least"},
                              {"greater", "at_least"},
                              {"more_than", "at_least"},
                              {">=", "at_least"},
                              {">", "at_least"},
                              {"max", "at_most"},
                              {"highest", "at_most"},
                              {"less", "at_most"},
                              {"less_than", "at_most"},
                              {"<=", "at_most"},
                              {"<", "at_most"},
                              {"answered", "given"},
                              {"exists", "given"},
                              {"asked", "given"},
                              {"setting", "parameter"},
                              {"question", "answer"},
                              {"ask", "answer"},
                              {"id", "answer"},
                              {"and", "all"},
                              {"or", "any"},
                              {"exercise", "of"}}};
    return shape;
}

/// One value to compare with. Durations of settings are compared in seconds.
std::optional<Test::Operand> read_operand(Entries& entries, std::string_view key, const Written& value,
                                          bool duration) {
    if (duration) {
        const auto length = read_duration_value(entries, key, value);
        if (!length) { return std::nullopt; }
        return std::chrono::duration<double>(*length).count();
    }
    switch (value.kind) {
    case Written::Kind::boolean: return value.boolean;
    case Written::Kind::number: return value.number;
    case Written::Kind::string: return value.text;
    default: break;
    }
    entries.wrong_type(key, value, _("one value: a word between quotes, a number, true or false"));
    return std::nullopt;
}

void read_operands(Entries& entries, const TestWord& word, Test& test, bool duration) {
    const Written& value = *entries.find(word.key);
    test.compare = word.compare;
    switch (word.compare) {
    case Test::Operator::given:
        if (const auto given = entries.yes_no(word.key)) { test.operands.emplace_back(*given); }
        return;
    case Test::Operator::at_least:
    case Test::Operator::at_most:
        if (duration) {
            if (const auto length = read_operand(entries, word.key, value, true)) {
                test.operands.push_back(*length);
            }
        } else if (value.kind == Written::Kind::number) {
            test.operands.emplace_back(value.number);
        } else {
            (void)read_number_value(entries, word.key, value); // says why it is none
        }
        return;
    case Test::Operator::any_of:
        if (entries.list(word.key) == nullptr) { return; }
        if (value.entries.empty()) {
            entries.error("K006", opening(value), _("This list is empty; no answer is one of nothing"));
        }
        for (const auto& entry : value.entries) {
            if (auto operand = read_operand(entries, word.key, entry, duration)) {
                test.operands.push_back(std::move(*operand));
            }
        }
        return;
    case Test::Operator::is:
    case Test::Operator::is_not:
        if (auto operand = read_operand(entries, word.key, value, duration)) {
            test.operands.push_back(std::move(*operand));
        }
        return;
    }
}

/// Of these keys, exactly one may stand here: which; says it if there are several.
const char* only_one(Entries& entries, const std::vector<const char*>& keys, const char* message) {
    const char* found = nullptr;
    for (const char* key : keys) {
        const Member* member = entries.group().member(key);
        if (member == nullptr) { continue; }
        if (found != nullptr) {
            entries.error("K008", member->key_span, filled(message, found, key),
                          {{}, {}, entries.group().member(found)->key_span});
            return found;
        }
        found = key;
    }
    return found;
}

void read_test(Entries& entries, Test& test) {
    test.written = &entries.group();
    const char* subject = only_one(entries, {"answer", "parameter"},
                                   _("A condition looks at one thing; this one has \"{}\" and \"{}\""));
    std::vector<const char*> words;
    words.reserve(std::size(test_words));
    for (const auto& word : test_words) { words.push_back(word.key); }
    const char* compare =
        only_one(entries, words,
                 _("A condition has one test; this one has \"{}\" and \"{}\". To join two, use \"all\""));
    if (subject == nullptr) {
        if (!entries.misspelt("parameter") && !entries.misspelt("all") && !entries.misspelt("any")) {
            entries.require("answer");
        }
    } else {
        test.name = entries.text(subject).value_or("");
        test.on_parameter = std::string_view(subject) == "parameter";
    }
    if (test.on_parameter && entries.has("of")) {
        entries.error("K008", entries.group().member("of")->key_span,
                      _("\"of\" goes with \"answer\": settings belong to this exercise. Leave it out"));
    } else {
        test.of = entries.name_id("of").value_or("");
    }
    if (compare == nullptr) {
        if (!entries.broken()) {
            entries.error("K002", entries.place_for("is"), _("This condition has no test"),
                          {_("Tests: is, is_not, any_of, at_least, at_most, given."), "\"is\": \"...\"", {}});
        }
        return;
    }
    const auto setting = entries.reading().settings.find(test.name);
    const bool duration = test.on_parameter && setting != entries.reading().settings.end() &&
                          setting->second == Parameter::Type::duration;
    // Of a setting that is not there (which is said elsewhere) either would be right.
    const Written& value = *entries.find(compare);
    const bool unknown =
        subject == nullptr || (test.on_parameter && setting == entries.reading().settings.end());
    const bool fits_duration = std::string_view(compare).starts_with("at_") &&
                               value.kind == Written::Kind::string && read_duration(value.text);
    for (const auto& word : test_words) {
        if (std::string_view(word.key) != compare) { continue; }
        read_operands(entries, word, test, duration || (unknown && fits_duration));
    }
}

bool is_condition(Reading& reading, const Written& written) {
    return must_be_group(reading, written,
                         _("A condition should be a group like { \"answer\": \"where\", \"is\": \"body\" }"));
}

bool read_tests(Entries& entries, const char* joining, Condition& condition) {
    for (const auto& member : entries.group().members) {
        if (member.key != joining && member.key != "note" && condition_shape().key(member.key) != nullptr) {
            entries.error(
                "K008", member.key_span,
                filled(_("\"{}\" cannot stand beside \"{}\". Put it inside, as a condition of its own"),
                       member.key, joining),
                {{}, {}, entries.group().member(joining)->key_span});
            return false;
        }
    }
    const Written* list = entries.list(joining);
    if (list == nullptr) { return false; }
    if (list->entries.empty() || list->entries.size() > limits::most_tests) {
        entries.error("K006", opening(*list),
                      filled(_("\"{}\" joins 1 to {} conditions; this one has {}"), joining,
                             limits::most_tests, list->entries.size()));
    }
    for (const auto& entry : list->entries) {
        if (!is_condition(entries.reading(), entry)) {
            entries.spoil();
            continue;
        }
        Entries inner(entries.reading(), entry, condition_shape());
        read_note(inner);
        for (const char* nested : {"all", "any"}) {
            if (const Member* member = entry.member(nested)) {
                inner.error("K008", member->key_span,
                            filled(_("\"{}\" cannot stand inside \"{}\": conditions are one level deep"),
                                   nested, joining),
                            {_("Use an \"if\" inside an \"if\" instead."), {}, {}});
                break;
            }
        }
        Test test;
        if (!entry.member("all") && !entry.member("any")) { read_test(inner, test); }
        if (inner.broken()) {
            entries.spoil();
        } else {
            condition.tests.push_back(std::move(test));
        }
    }
    return true;
}

} // namespace

std::optional<Condition> read_condition(Reading& reading, const Written& written) {
    if (!is_condition(reading, written)) { return std::nullopt; }
    Entries entries(reading, written, condition_shape());
    read_note(entries);
    Condition condition;
    condition.written = &written;
    if (entries.has("all")) {
        read_tests(entries, "all", condition);
    } else if (entries.has("any")) {
        condition.combination = Condition::Combination::any;
        read_tests(entries, "any", condition);
    } else {
        Test test;
        read_test(entries, test);
        condition.tests.push_back(std::move(test));
    }
    return entries.broken() ? std::nullopt : std::optional(std::move(condition));
}

std::optional<Condition> read_condition(Entries& entries, std::string_view key) {
    const Written* value = entries.find(key);
    if (value == nullptr) { return std::nullopt; }
    auto condition = read_condition(entries.reading(), *value);
    if (!condition) { entries.spoil(); }
    return condition;
}

} // namespace kindly
