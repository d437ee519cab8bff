// SPDX-License-Identifier: MIT
// The schemas themselves: well formed, every key explained, and the same keys as the reader's tables.
#include "exercise/step_keys.hpp"
#include "schema/schemas.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kindly::tests {
namespace {

using nlohmann::json;

const std::vector<std::string> files{"exercise-1.schema.json", "fragment-1.schema.json",
                                     "translation-1.schema.json", "programme-1.schema.json"};

/// The part that a "$ref" names, with the file that it stands in.
std::pair<std::string, const json*> resolved(const std::string& file, const std::string& reference) {
    const std::size_t mark = reference.find('#');
    const std::string other = mark == 0 ? file : reference.substr(0, mark);
    return {other, &schema_text(other).at(json::json_pointer(reference.substr(mark + 1)))};
}

/// Calls `visit` for every schema inside this one. `asking`: inside "if", which only looks.
void each_schema(const json& schema, const std::string& path, bool asking,
                 const std::function<void(const json&, const std::string&, bool)>& visit) {
    visit(schema, path, asking);
    if (!schema.is_object()) { return; }
    for (const auto& [key, value] : schema.items()) {
        const std::string here = path + "/" + key;
        if (key == "properties" || key == "definitions") {
            for (const auto& [name, part] : value.items()) {
                each_schema(part, here + "/" + name, asking, visit);
            }
        } else if (key == "allOf") {
            for (const auto& part : value) { each_schema(part, here, asking, visit); }
        } else if (key == "if") {
            each_schema(value, here, true, visit);
        } else if (key == "then" || key == "else" || key == "items" || key == "additionalProperties" ||
                   key == "propertyNames") {
            each_schema(value, here, asking, visit);
        }
    }
}

TEST(Schemas, use_only_words_of_draft_07_and_of_editors) {
    const std::set<std::string> known{
        "$schema", "$ref", "title", "description", "type", "properties", "required", "additionalProperties",
        "definitions", "if", "then", "else", "allOf", "enum", "const", "pattern", "minimum", "maximum",
        "minItems", "maxItems", "maxLength", "maxProperties", "items", "propertyNames", "default", "examples",
        // shown by VS Code, passed over by validators
        "enumDescriptions", "patternErrorMessage"};
    for (const auto& file : files) {
        const json schema = schema_text(file);
        EXPECT_EQ(schema.at("$schema"), "http://json-schema.org/draft-07/schema#") << file;
        each_schema(schema, file, false, [&](const json& part, const std::string& path, bool) {
            if (part.is_boolean()) { return; }
            ASSERT_TRUE(part.is_object()) << path;
            for (const auto& [key, value] : part.items()) {
                EXPECT_TRUE(known.contains(key)) << path << " " << key;
            }
            if (part.contains("enumDescriptions")) {
                EXPECT_EQ(part["enumDescriptions"].size(), part.at("enum").size()) << path;
            }
            // Beside "$ref" draft-07 looks at nothing.
            if (part.contains("$ref")) { EXPECT_EQ(part.size(), 1U) << path; }
        });
    }
}

TEST(Schemas, refer_only_to_what_is_there) {
    for (const auto& file : files) {
        each_schema(schema_text(file), file, false, [&](const json& part, const std::string& path, bool) {
            if (!part.is_object() || !part.contains("$ref")) { return; }
            EXPECT_NO_THROW((void)resolved(file, part["$ref"])) << path << " " << part["$ref"];
        });
    }
}

TEST(Schemas, explain_every_key_in_plain_words) {
    const std::vector<std::string> hard_words{"schema", "object", "array", "string", "integer", "boolean",
                                              "null",   "node",   "enum",  "parse",  "!",       "invalid"};
    for (const auto& file : files) {
        each_schema(
            schema_text(file), file, false, [&](const json& part, const std::string& path, bool asking) {
                if (asking || !part.is_object() || !part.contains("properties")) { return; }
                for (const auto& [name, property] : part["properties"].items()) {
                    if (property == false) { continue; } // may not stand here
                    const json* explained_by = &property;
                    if (property.contains("$ref")) { explained_by = resolved(file, property["$ref"]).second; }
                    const json& explained = *explained_by;
                    const std::string where = path + " " + name;
                    ASSERT_TRUE(explained.contains("title")) << where;
                    ASSERT_TRUE(explained.contains("description")) << where;
                    const std::string description = explained["description"];
                    EXPECT_TRUE(description.ends_with('.')) << where;
                    for (const auto& hard : hard_words) {
                        EXPECT_EQ(description.find(hard), std::string::npos) << where << ": " << description;
                    }
                }
            });
    }
}

/// The keys of a group; of a question, those of every sort of answer.
std::set<std::string> keys_of(const json& definitions, const std::string& name) {
    std::set<std::string> keys;
    for (const auto& [key, value] : definitions.at(name).at("properties").items()) { keys.insert(key); }
    if (name != "ask") { return keys; }
    for (const char* answer : {"choice", "choices", "scale", "yes_no", "number", "text"}) {
        keys.merge(keys_of(definitions, std::string("ask_") + answer));
    }
    return keys;
}

TEST(Schemas, know_the_same_kinds_and_keys_as_the_reader) {
    const json definitions = schema_text("exercise-1.schema.json").at("definitions");
    EXPECT_EQ(definitions.at("kind").at("enum").get<std::vector<std::string>>(), step_kinds());
    for (const auto& kind : step_kinds()) {
        const Shape& shape = *step_shape(kind);
        const auto names = shape.names();
        EXPECT_EQ(keys_of(definitions, kind), std::set<std::string>(names.begin(), names.end())) << kind;
        std::set<std::string> wanted;
        for (const auto& key : shape.keys) {
            if (key.required) { wanted.insert(key.name); }
        }
        const auto required = definitions.at(kind).value("required", std::vector<std::string>());
        EXPECT_EQ(std::set<std::string>(required.begin(), required.end()), wanted) << kind;
    }
}

TEST(Schemas, accept_a_translation_and_refuse_a_broken_one) {
    const json good = json::parse(R"({ "$schema": "./translation-1.schema.json", "format": "1.0",
        "translates": "kind-pause", "of_version": "1.0", "language": "de-x-sie", "by": "a name", "note": "...",
        "texts": { "title": { "from": "Three-step pause", "to": "Eine Pause in drei Schritten" },
                   "notice/grüße-an-dich/text": { "from": "One", "to": "Eins", "note": "..." } } })");
    EXPECT_TRUE(translation_schema().accepts(good)) << translation_schema().complaints(good);
    for (const char* key : {"format", "translates", "of_version", "language", "texts"}) {
        json without = good;
        without.erase(key);
        EXPECT_FALSE(translation_schema().accepts(without)) << key;
    }
    const auto refused = [&](const char* pointer, const json& value) {
        json broken = good;
        broken[json::json_pointer(pointer)] = value;
        return !translation_schema().accepts(broken);
    };
    EXPECT_TRUE(refused("/colour", "red"));
    EXPECT_TRUE(refused("/language", "German"));
    EXPECT_TRUE(refused("/translates", "Kind pause"));
    EXPECT_TRUE(refused("/of_version", 1.0));
    EXPECT_TRUE(refused("/texts/title", "Eine Pause"));
    EXPECT_TRUE(refused("/texts/title/to", 5));
    EXPECT_TRUE(refused("/texts/title/too", "Eine Pause"));
    EXPECT_TRUE(refused("/texts/title/from", " "));
    EXPECT_FALSE(refused("/texts/title/to", "")); // still to be written
    EXPECT_TRUE(refused("/texts/notice~1~1text", json{{"from", "One"}, {"to", "Eins"}}));
}

} // namespace
} // namespace kindly::tests
