// SPDX-License-Identifier: MIT
// Reads the part of TOML (toml.io, 1.0) that a configuration file needs: keys, dotted keys, tables, texts on
// one line, whole and decimal numbers, true and false, lists of these, remarks. Everything else of TOML, and
// everything that is not TOML, is an error with its place; nothing is passed over. Knows no key's meaning.
#pragma once

#include "base/diagnostic.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kindly {

struct TomlValue {
    enum class Kind { text, whole_number, decimal_number, truth, list };
    Kind kind = Kind::text;
    std::string text;             ///< the text itself; a number's digits without "_" and "+"; "true", "false"
    std::vector<TomlValue> items; ///< of a list; never lists
    Span where;
};

struct TomlEntry {
    std::vector<std::string> table; ///< empty at the top
    std::string key;
    Span key_where;
    TomlValue value;
};

struct TomlTable {
    std::vector<std::string> name;
    Span where;
};

struct TomlFile {
    std::vector<TomlEntry> entries; ///< in the order of the file
    std::vector<TomlTable> tables;  ///< every [table], empty ones too
    Diagnostics diagnostics; ///< sorted by place; where it has errors, the entries are what could be read
};

/// Codes: C001 what the line is, C002 written twice, C003 values.
[[nodiscard]] TomlFile read_toml(std::shared_ptr<const SourceText> source);

} // namespace kindly
