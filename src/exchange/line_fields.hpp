// SPDX-License-Identifier: MIT
// The values of one JSON object of an import, each asked for by its name and checked: type, range, form. The
// first thing that is wrong is thrown as WrongLine, for read_line (import_line.hpp) alone to catch. Knows no
// record.
#pragma once

#include "base/moment.hpp"
#include "exchange/import_line.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace kindly {

using Json = nlohmann::ordered_json;

class LineFields {
public:
    /// `path`: where the object stands, as in "answers[2].more"; empty for the line itself.
    LineFields(const Json& object, std::string path);

    /// Null or missing is nothing.
    [[nodiscard]] const Json* find(const char* name);
    [[nodiscard]] const Json& needed(const char* name);

    /// Without control characters other than newline and tab.
    [[nodiscard]] std::string text(const char* name);
    /// A text exactly as it stands there, for whatever has a digest.
    [[nodiscard]] std::string bytes(const char* name);
    /// An empty text where there is none: for columns that do not tell these apart.
    [[nodiscard]] std::string text_if_any(const char* name);
    [[nodiscard]] std::optional<std::string> text_or_nothing(const char* name);
    [[nodiscard]] std::string word(const char* name, const std::vector<std::string>& words);
    [[nodiscard]] std::string word_if_any(const char* name, const std::vector<std::string>& words);
    [[nodiscard]] std::int64_t whole(const char* name, std::int64_t lowest, std::int64_t highest);
    [[nodiscard]] std::optional<std::int64_t> whole_if_any(const char* name, std::int64_t lowest,
                                                           std::int64_t highest);
    [[nodiscard]] std::optional<double> number_if_any(const char* name);
    [[nodiscard]] bool truth(const char* name);
    /// False where there is none.
    [[nodiscard]] bool truth_if_any(const char* name);
    [[nodiscard]] Moment moment(const char* name);
    [[nodiscard]] std::optional<Moment> moment_if_any(const char* name);
    [[nodiscard]] std::string uuid(const char* name);
    [[nodiscard]] std::string digest(const char* name);
    [[nodiscard]] std::string digest_if_any(const char* name);
    [[nodiscard]] std::vector<std::string> texts(const char* name);
    /// Its entries as objects; empty where there is none.
    [[nodiscard]] std::vector<LineFields> objects(const char* name);
    [[nodiscard]] std::optional<LineFields> object_if_any(const char* name);
    /// "answers[2].kind"
    [[nodiscard]] std::string place(std::string_view name) const;
    /// Names that nobody asked for are refused. Call it last.
    void refuse_others() const;

private:
    [[noreturn]] void wrong(const char* name, const char* should_be) const;

    const Json* object_;
    std::string path_;
    std::vector<std::string> asked_;
};

} // namespace kindly
