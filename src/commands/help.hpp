// SPDX-License-Identifier: MIT
// How help looks: where to find people first, then examples, then options; a screen of 24 lines by 80
// columns. Included only where CLI11 is needed anyway.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace kindly {

/// "kindly log show": the program's name and the commands down to this one.
[[nodiscard]] std::string full_name(const CLI::App& command);

/// "N" of "--minutes N"; empty for an option without a value.
[[nodiscard]] std::string value_word(const CLI::Option& option);

/// With many commands, the first page of help tells only their names, by what somebody wants to do.
void name_groups(CLI::App& app);

class HelpFormatter : public CLI::FormatterBase {
public:
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

} // namespace kindly
