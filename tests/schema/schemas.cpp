// SPDX-License-Identifier: MIT
#include "schema/schemas.hpp"

#include "base/files.hpp"
#include "exercise/limits.hpp"

#include <map>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace kindly::tests {

const nlohmann::json& schema_text(const std::string& file) {
    static std::map<std::string, nlohmann::json> read;
    auto known = read.find(file);
    if (known == read.end()) {
        const std::string path = std::string(KINDLY_SOURCE_DIR "/exercises/") + file;
        known = read.emplace(file, nlohmann::json::parse(read_file(path, limits::file_bytes))).first;
    }
    return known->second;
}

struct SchemaOfFile::Validation {
    nlohmann::json text;
    valijson::Schema schema;
    valijson::Validator validator;
};

SchemaOfFile::SchemaOfFile(const std::string& file) : validation_(std::make_unique<Validation>()) {
    validation_->text = schema_text(file);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(
        valijson::adapters::NlohmannJsonAdapter(validation_->text), validation_->schema,
        [](const std::string& uri) { return new nlohmann::json(schema_text(uri)); },
        [](const nlohmann::json* document) { delete document; });
}

SchemaOfFile::~SchemaOfFile() = default;

bool SchemaOfFile::accepts(const nlohmann::json& document) {
    return validation_->validator.validate(validation_->schema,
                                           valijson::adapters::NlohmannJsonAdapter(document), nullptr);
}

std::string SchemaOfFile::complaints(const nlohmann::json& document) {
    valijson::ValidationResults results;
    (void)validation_->validator.validate(validation_->schema,
                                          valijson::adapters::NlohmannJsonAdapter(document), &results);
    std::string all;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const auto& part : error.context) { all += part; }
        all += ": " + error.description + "\n";
    }
    return all;
}

SchemaOfFile& exercise_schema() {
    static SchemaOfFile schema("exercise-1.schema.json");
    return schema;
}

SchemaOfFile& fragment_schema() {
    static SchemaOfFile schema("fragment-1.schema.json");
    return schema;
}

SchemaOfFile& translation_schema() {
    static SchemaOfFile schema("translation-1.schema.json");
    return schema;
}

SchemaOfFile& programme_schema() {
    static SchemaOfFile schema("programme-1.schema.json");
    return schema;
}

} // namespace kindly::tests
