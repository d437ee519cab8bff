// SPDX-License-Identifier: MIT
// Any bytes as config.toml: every entry in its place, each value as it was written; and what the file adds to
// a command line, the command line takes.
#include "base/toml.hpp"
#include "commands/config_file.hpp"
#include "fuzz.hpp"

#include <CLI/CLI.hpp>

namespace {

using namespace kindly;
using namespace kindly::fuzz;

/// Options of each kind that kindly has, under names of its own.
struct CommandLine {
    bool plain = false, untimed = false, listen = false, json = false;
    int minutes = 0;
    double pace = 1;
    std::string color, since, until;
    std::vector<std::string> intensity, folders;
    CLI::App app{"fuzz", "kindly"};

    CommandLine() {
        app.require_subcommand(0, 1);
        app.fallthrough();
        app.add_flag("--plain", plain);
        app.add_option("--color", color)->check(CLI::IsMember({"auto", "always", "never"}));
        app.add_option("--exercise-path", folders)->allow_extra_args(false);
        CLI::App* practice = app.add_subcommand("practice");
        practice->add_option("--minutes", minutes)->check(CLI::Range(1, 60));
        practice->add_option("--pace", pace)->check(CLI::Range(0.25, 4.0));
        auto* slow = practice->add_flag("--untimed", untimed);
        practice->add_flag("--listen", listen)->excludes(slow);
        CLI::App* list = app.add_subcommand("list");
        list->add_option("--intensity", intensity)->delimiter(',')->allow_extra_args(false);
        CLI::App* log = app.add_subcommand("log");
        auto* from = log->add_option("--since", since);
        log->add_option("--until", until)->needs(from);
        log->add_subcommand("show")->add_flag("--json", json);
    }

    void read(std::vector<std::string> words) {
        std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
        app.parse(words);
    }
};

std::string quoted(const std::string& text) {
    static constexpr const char* digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += letter;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += letter;
        }
    }
    return out + '"';
}

std::string written(const TomlValue& value) {
    if (value.kind == TomlValue::Kind::text) { return quoted(value.text); }
    if (value.kind != TomlValue::Kind::list) { return value.text; }
    std::string out = "[";
    for (const TomlValue& item : value.items) { out += written(item) + ", "; }
    return out + "]";
}

bool alike(const TomlValue& one, const TomlValue& other) {
    return one.kind == other.kind && one.text == other.text &&
           std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), alike);
}

/// The same keys and values, each written by its whole name.
void is_read_as_written(const TomlFile& file) {
    std::string text;
    for (const TomlEntry& entry : file.entries) {
        for (const auto& part : entry.table) { text += quoted(part) + "."; }
        text += quoted(entry.key) + " = " + written(entry.value) + "\n";
    }
    const TomlFile again = read_toml(source_of("again.toml", text));
    must(again.diagnostics.empty(), "what is written can be read", to_text(again.diagnostics, {}) + text);
    must(again.entries.size() == file.entries.size(), "each entry is there again", text);
    for (std::size_t at = 0; at < file.entries.size(); ++at) {
        const TomlEntry& one = file.entries[at];
        const TomlEntry& other = again.entries[at];
        must(one.table == other.table && one.key == other.key && alike(one.value, other.value),
             "each value is what it was", text);
    }
}

void goes_with(const std::shared_ptr<const SourceText>& source, const std::vector<std::string>& words) {
    const Environment environment = [](const std::string& name) -> std::optional<std::string> {
        return name == "HOME" ? std::optional<std::string>("/") : std::nullopt;
    };
    CommandLine first;
    first.read(words);
    const ConfigFile config = read_config(source, first.app, environment);
    look_at(config.diagnostics);
    must(harmless(config.config.participant) == config.config.participant, "what is recorded is harmless");
    if (has_errors(config.diagnostics)) { return; }
    std::vector<std::string> all = words;
    all.insert(all.end(), config.words.begin(), config.words.end());
    try {
        CommandLine second;
        second.read(all);
    } catch (const CLI::Error& error) {
        std::string shown = error.what();
        for (const auto& word : all) { shown += "\n" + word; }
        broken("the command line takes what the file adds", shown);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = source_of("config.toml", text_of(data, size));
    const TomlFile file = read_toml(source);
    look_at(file.diagnostics);
    for (const TomlEntry& entry : file.entries) {
        must(entry.key_where.end <= size && entry.value.where.end <= size &&
                 entry.key_where.begin < entry.key_where.end &&
                 entry.key_where.end <= entry.value.where.begin,
             "an entry stands in its file", entry.key);
    }
    if (!has_errors(file.diagnostics)) { is_read_as_written(file); }
    goes_with(source, {"practice"});
    goes_with(source, {"practice", "--untimed"});
    goes_with(source, {"log", "show"});
    return 0;
}
