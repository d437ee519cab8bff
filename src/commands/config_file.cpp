// SPDX-License-Identifier: MIT
#include "commands/config_file.hpp"

#include "base/filled.hpp"
#include "base/text.hpp"
#include "base/toml.hpp"
#include "base/translate.hpp"
#include "commands/config_options.hpp"
#include "commands/help.hpp"
#include "commands/usage_errors.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include <CLI/CLI.hpp>

namespace kindly {

namespace {

using Kind = TomlValue::Kind;

constexpr const char* code_value = "C003";
constexpr const char* code_unknown = "C004";
constexpr const char* code_not_here = "C005";

std::vector<CLI::App*> commands_of(CLI::App& app) {
    return app.get_subcommands([](CLI::App*) { return true; });
}

/// The option with this long name, without its dashes.
CLI::Option* option_of(CLI::App& app, const std::string& name) {
    for (CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
        const auto& names = option->get_lnames();
        if (std::find(names.begin(), names.end(), name) != names.end()) { return option; }
    }
    return nullptr;
}

void gather_all(CLI::App& app, const std::string& name, std::vector<CLI::App*>& with_it) {
    if (option_of(app, name) != nullptr) { with_it.push_back(&app); }
    for (CLI::App* command : commands_of(app)) { gather_all(*command, name, with_it); }
}

/// Names that may stand at the top, or in the table of `app`.
std::vector<std::string> names_for(CLI::App& app, bool at_the_top) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
        for (const auto& name : option->get_lnames()) {
            if (why_not_in_config(name, at_the_top).empty()) { names.push_back(name); }
        }
    }
    if (at_the_top) {
        for (CLI::App* command : commands_of(app)) {
            const auto more = names_for(*command, true);
            names.insert(names.end(), more.begin(), more.end());
        }
    }
    return names;
}

std::vector<std::string> path_of(const CLI::App& command) {
    if (command.get_parent() == nullptr) { return {}; }
    auto path = path_of(*command.get_parent());
    path.push_back(command.get_name());
    return path;
}

/// The texts of a value, as the command line would have them.
std::vector<std::string> texts_of(const TomlValue& value) {
    if (value.kind != Kind::list) { return {value.text}; }
    std::vector<std::string> texts;
    for (const auto& item : value.items) { texts.push_back(item.text); }
    return texts;
}

class ConfigReader {
public:
    ConfigReader(std::shared_ptr<const SourceText> source, CLI::App& app, const Environment& environment)
        : source_(std::move(source)), app_(app), environment_(environment), chosen_(chosen_command(app)) {
        remember_what_was_given(app);
    }

    ConfigFile read() {
        TomlFile file = read_toml(source_);
        found_.diagnostics = std::move(file.diagnostics);
        for (const auto& table : file.tables) {
            if (command_at(table.name) == nullptr) { unknown_table(table.name, table.where); }
        }
        for (auto& entry : file.entries) { read_entry(entry); }
        refuse_rivals();
        add_words();
        sort_by_place(found_.diagnostics);
        return std::move(found_);
    }

private:
    struct Taken {
        CLI::Option* option;
        const TomlEntry* entry;
    };

    void note(const char* code, Span where, std::string message, std::string suggestion = {}) {
        Diagnostic one;
        one.code = code;
        one.message = std::move(message);
        one.suggestion = std::move(suggestion);
        one.source = source_;
        one.where = where;
        found_.diagnostics.push_back(std::move(one));
    }

    void remember_what_was_given(CLI::App& app) {
        for (CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
            if (option->count() > 0) { given_.insert(option); }
        }
        for (CLI::App* command : commands_of(app)) { remember_what_was_given(*command); }
    }

    CLI::App* command_at(const std::vector<std::string>& path) {
        CLI::App* at = &app_;
        for (const auto& name : path) {
            const auto commands = commands_of(*at);
            const auto next = std::find_if(commands.begin(), commands.end(), [&](const CLI::App* command) {
                return command->get_name() == name;
            });
            if (next == commands.end()) { return nullptr; }
            at = *next;
        }
        return at;
    }

    void unknown_table(const std::vector<std::string>& name, Span where) {
        std::vector<std::string> names;
        for (const CLI::App* command : commands_of(app_)) { names.push_back(command->get_name()); }
        std::string message =
            filled(_("There is no command \"{}\" that a table could be for"), joined(name, " "));
        if (const auto near = nearest(name.front(), names)) {
            note(code_unknown, where, message + filled(_(". Did you mean \"{}\"?"), *near),
                 filled("[{}]", *near));
        } else {
            note(code_unknown, where, std::move(message));
        }
    }

    void read_entry(const TomlEntry& entry) {
        if (entry.table.empty() && is_own_key(entry.key)) {
            const ConfigProblem problem = read_own_key(entry, found_.config);
            if (!problem.message.empty()) {
                note(code_value, entry.value.where, problem.message, problem.suggestion);
            }
            return;
        }
        CLI::App* table = command_at(entry.table);
        if (table == nullptr) {
            // Of a [table] it was said already; a key with points is a table too.
            if (dotted(entry)) { unknown_table(entry.table, entry.key_where); }
            return;
        }
        std::vector<CLI::App*> with_it;
        if (entry.table.empty()) {
            gather_all(app_, entry.key, with_it);
        } else if (option_of(*table, entry.key) != nullptr) {
            with_it.push_back(table);
        } else if (option_of(app_, entry.key) != nullptr) {
            with_it.push_back(&app_);
        }
        if (with_it.empty()) { return unknown_key(entry, *table); }
        const std::string reason = why_not_in_config(entry.key, entry.table.empty());
        if (!reason.empty()) {
            return note(code_not_here, entry.key_where,
                        filled(_("\"{}\" cannot stand here: {}"), entry.key, reason));
        }
        for (CLI::App* command : with_it) {
            CLI::Option* option = option_of(*command, entry.key);
            if (!try_value(*command, *option, entry, with_it.size() > 1)) { return; }
            tried_.push_back({option, &entry});
            const bool goes_for_it = command == &chosen_ || command == &app_;
            const bool in_force = entry.table.empty() || entry.table == path_of(chosen_);
            if (goes_for_it && in_force) { take(*option, entry); }
        }
    }

    [[nodiscard]] bool dotted(const TomlEntry& entry) const {
        return source_->bytes()
                   .substr(entry.key_where.begin, entry.key_where.end - entry.key_where.begin)
                   .find('.') != std::string::npos;
    }

    /// What stands in a command's table goes before what stands at the top.
    void take(CLI::Option& option, const TomlEntry& entry) {
        const auto earlier = std::find_if(taken_.begin(), taken_.end(),
                                          [&](const Taken& one) { return one.option == &option; });
        if (earlier == taken_.end()) {
            taken_.push_back({&option, &entry});
        } else if (earlier->entry->table.size() < entry.table.size()) {
            earlier->entry = &entry;
        }
    }

    void unknown_key(const TomlEntry& entry, CLI::App& table) {
        const bool at_the_top = entry.table.empty();
        std::vector<std::string> names = names_for(table, at_the_top);
        if (at_the_top) {
            const auto own = own_keys();
            names.insert(names.end(), own.begin(), own.end());
        } else {
            const auto everywhere = names_for(app_, false);
            names.insert(names.end(), everywhere.begin(), everywhere.end());
        }
        if (!at_the_top && is_own_key(entry.key)) {
            return note(
                code_not_here, entry.key_where,
                filled(_("\"{}\" goes for every command, so it stands above the first [table]"), entry.key));
        }
        std::string message =
            at_the_top ? filled(_("There is no key \"{}\""), entry.key)
                       : filled(_("\"kindly {}\" has no option \"{}\""), joined(entry.table, " "), entry.key);
        if (const auto near = nearest(entry.key, names)) {
            note(code_unknown, entry.key_where, message + filled(_(". Did you mean \"{}\"?"), *near));
        } else {
            note(code_unknown, entry.key_where, std::move(message));
        }
    }

    /// Whether the option can take it; what is wrong has been noted where it cannot.
    bool try_value(CLI::App& command, CLI::Option& option, const TomlEntry& entry, bool one_of_several) {
        const TomlValue& value = entry.value;
        const auto wrong = [&](std::string message, std::string suggestion = {}) {
            note(code_value, value.where, std::move(message), std::move(suggestion));
            return false;
        };
        const std::string& key = entry.key;
        if (option.get_items_expected_max() == 0) {
            return value.kind == Kind::truth ||
                   wrong(filled(_("\"{}\" is true or false"), key), filled("{} = true", key));
        }
        if (value.kind == Kind::truth) {
            return wrong(filled(_("\"{}\" is a value ({}), not true or false"), key, value_word(option)));
        }
        if (value.kind == Kind::list && option.get_items_expected_max() == 1) {
            return wrong(filled(_("\"{}\" is a single value, not a list"), key));
        }
        if (value.kind == Kind::list && value.items.empty()) {
            return wrong(filled(_("The list \"{}\" is empty"), key), _("leave the line out"));
        }
        for (const auto& item : value.items) {
            if (item.kind == Kind::truth) {
                return wrong(filled(_("The list \"{}\" holds texts or numbers"), key));
            }
        }
        std::vector<std::string> texts = texts_of(value);
        for (auto& text : texts) {
            if (text.empty()) { return wrong(filled(_("\"{}\" is empty"), key), _("leave the line out")); }
            if (key == "exercise-path") {
                text = whole_path(text);
                if (const auto problem = problem_of_folder(text); !problem.empty()) { return wrong(problem); }
            }
        }
        const std::string problem = problem_of(option, texts);
        if (problem.empty()) { return true; }
        const std::string about = one_of_several
                                      ? filled(_("\"{}\" of \"{}\": {}"), key, full_name(command), problem)
                                      : filled("\"{}\": {}", key, problem);
        return wrong(about, one_of_several ? filled(_("a table of its own for each command, such as [{}]"),
                                                    joined(path_of(command), "."))
                                           : std::string());
    }

    /// What the option's own checks say of it.
    static std::string problem_of(CLI::Option& option, const std::vector<std::string>& texts) {
        std::string problem;
        option.clear();
        try {
            for (const auto& text : texts) { option.add_result(text); }
            option.run_callback();
        } catch (const CLI::ValidationError& error) {
            problem = error.what();
            const std::string name = option.get_name() + ": ";
            if (problem.starts_with(name + "Value ") || !problem.starts_with(name)) {
                problem = not_written_so(option, texts);
            } else {
                problem.erase(0, name.size());
            }
        } catch (const CLI::Error&) { problem = not_written_so(option, texts); }
        option.clear();
        return problem;
    }
    static std::string not_written_so(const CLI::Option& option, const std::vector<std::string>& texts) {
        return filled(_("it cannot be \"{}\"; it is written as {}"), harmless(joined(texts, "\", \"")),
                      value_word(option));
    }

    [[nodiscard]] std::string whole_path(const std::string& text) const {
        const auto home = environment_("HOME");
        return home && text.starts_with("~/") ? *home + text.substr(1) : text;
    }
    static std::string problem_of_folder(const std::string& path) {
        std::error_code none;
        if (!std::filesystem::path(path).is_absolute()) {
            return filled(_("The folder \"{}\" is not written whole, from \"/\" or \"~/\" on"), path);
        }
        return std::filesystem::is_directory(path, none) ? std::string()
                                                         : filled(_("There is no folder \"{}\""), path);
    }

    void refuse_rivals() {
        for (const auto& one : tried_) {
            const auto others = one.option->get_excludes();
            const auto rival = std::find_if(tried_.begin(), tried_.end(), [&](const Taken& other) {
                return others.contains(other.option) && other.entry->table == one.entry->table &&
                       other.entry->key_where.begin < one.entry->key_where.begin;
            });
            if (rival == tried_.end()) { continue; }
            note(code_value, one.entry->key_where,
                 filled(_("\"{}\" cannot be used together with \"{}\""), one.entry->key, rival->entry->key),
                 _("keep one of them"));
        }
    }

    /// The command line goes first: neither an option that it has, nor one that it rules out, is added.
    void add_words() {
        for (const auto& [option, entry] : taken_) {
            if (given_.contains(option)) { continue; }
            const auto& others = option->get_excludes();
            if (std::any_of(others.begin(), others.end(),
                            [&](CLI::Option* other) { return given_.contains(other); })) {
                continue;
            }
            const auto& needs = option->get_needs();
            if (std::any_of(needs.begin(), needs.end(),
                            [&](CLI::Option* other) { return !given_.contains(other); })) {
                continue; // it says nothing where what it belongs to is not asked for
            }
            if (option->get_items_expected_max() == 0) {
                if (entry->value.text == "true") { found_.words.push_back("--" + entry->key); }
                continue;
            }
            for (const auto& text : texts_of(entry->value)) {
                found_.words.push_back("--" + entry->key + "=" +
                                       (entry->key == "exercise-path" ? whole_path(text) : text));
            }
        }
    }

    std::shared_ptr<const SourceText> source_;
    CLI::App& app_;
    const Environment& environment_;
    CLI::App& chosen_;
    std::set<const CLI::Option*> given_;
    std::vector<Taken> tried_; ///< of every command
    std::vector<Taken> taken_; ///< of the one chosen
    ConfigFile found_;
};

} // namespace

ConfigFile read_config(std::shared_ptr<const SourceText> source, CLI::App& app,
                       const Environment& environment) {
    return ConfigReader(std::move(source), app, environment).read();
}

} // namespace kindly
