// SPDX-License-Identifier: MIT
// The shipped JSON Schemas, as text and as an independent validator (valijson) understands them.
#pragma once

#include "base/files.hpp"
#include "exercise/limits.hpp"

#include <map>
#include <string>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace kindly::tests {

inline const nlohmann::json& schema_text(const std::string& file) {
    static std::map<std::string, nlohmann::json> read;
    auto known = read.find(file);
    if (known == read.end()) {
        const std::string path = std::string(KINDLY_SOURCE_DIR "/exercises/") + file;
        known = read.emplace(file, nlohmann::json::parse(read_file(path, limits::file_bytes))).first;
    }
    return known->second;
}

/// One schema; those that it refers to are read from beside it, as an editor does.
class SchemaOfFile {
public:
    explicit SchemaOfFile(const std::string& file) : text_(schema_text(file)) {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(
            valijson::adapters::NlohmannJsonAdapter(text_), schema_,
            [](const std::string& uri) { return new nlohmann::json(schema_text(uri)); },
            [](const nlohmann::json* document) { delete document; });
    }

    [[nodiscard]] bool accepts(const nlohmann::json& document) {
        return validator_.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
    }

    /// What the schema says against it, with places.
    [[nodiscard]] std::string complaints(const nlohmann::json& document) {
        valijson::ValidationResults results;
        (void)validator_.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results);
        std::string all;
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            for (const auto& part : error.context) { all += part; }
            all += ": " + error.description + "\n";
        }
        return all;
    }

private:
    nlohmann::json text_;
    valijson::Schema schema_;
    valijson::Validator validator_;
};

inline SchemaOfFile& exercise_schema() {
    static SchemaOfFile schema("exercise-1.schema.json");
    return schema;
}
inline SchemaOfFile& fragment_schema() {
    static SchemaOfFile schema("fragment-1.schema.json");
    return schema;
}
inline SchemaOfFile& translation_schema() {
    static SchemaOfFile schema("translation-1.schema.json");
    return schema;
}
inline SchemaOfFile& programme_schema() {
    static SchemaOfFile schema("programme-1.schema.json");
    return schema;
}

} // namespace kindly::tests
