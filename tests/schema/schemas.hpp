// SPDX-License-Identifier: MIT
// The shipped JSON Schemas, as text and as an independent validator (valijson) understands them. The
// validator is all headers, and takes longer to compile than any other part of the tests: only schemas.cpp
// sees it.
#pragma once

#include <memory>
#include <string>

#include <nlohmann/json.hpp>

namespace kindly::tests {

/// One of exercises/*.schema.json.
const nlohmann::json& schema_text(const std::string& file);

/// One schema; those that it refers to are read from beside it, as an editor does.
class SchemaOfFile {
public:
    explicit SchemaOfFile(const std::string& file);
    ~SchemaOfFile();
    SchemaOfFile(const SchemaOfFile&) = delete;
    SchemaOfFile& operator=(const SchemaOfFile&) = delete;

    [[nodiscard]] bool accepts(const nlohmann::json& document);
    /// What the schema says against it, with places.
    [[nodiscard]] std::string complaints(const nlohmann::json& document);

private:
    struct Validation;
    std::unique_ptr<Validation> validation_;
};

SchemaOfFile& exercise_schema();
SchemaOfFile& fragment_schema();
SchemaOfFile& translation_schema();
SchemaOfFile& programme_schema();

} // namespace kindly::tests
