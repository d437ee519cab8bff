// SPDX-License-Identifier: MIT
// `kindly completion`: the script with which a shell completes kindly's commands, and the names that such a
// script asks for while somebody types. Those are answered from names of files, so that nobody waits.
#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "commands/commands.hpp"
#include "commands/completion_tree.hpp"
#include "commands/context.hpp"
#include "commands/offered.hpp"
#include "commands/usage_errors.hpp"
#include "commands/usual_options.hpp"
#include "exercise/programmes.hpp"
#include "journal/homework.hpp"

#include <memory>
#include <set>

namespace kindly {

namespace {

struct CompletionOptions {
    std::string shell;
    std::vector<std::string> kinds;
};

struct NamesOf {
    const char* kind;
    std::vector<std::string> (*find)(Context& context);
};

std::vector<std::string> homework_ids(Context& context) {
    const Paths* paths = context.paths_if_any();
    if (paths == nullptr) { return {}; }
    const Journal journal = Journal::open_for_reading(paths->journal());
    std::vector<std::string> ids;
    for (const HomeworkRow& row : homework_of(journal, WhichHomework::going_on)) { ids.push_back(row.id); }
    return ids;
}

/// The one table of kinds: the option is checked by it, too.
const std::vector<NamesOf>& kinds_of_names() {
    static const std::vector<NamesOf> kinds{
        {names::exercises, [](Context& context) { return context.catalogue().ids(); }},
        {names::programmes, [](Context& context) { return Programmes(context.catalogue().folders()).ids(); }},
        {names::homework, homework_ids},
        {names::languages, [](Context& context) { return context.catalogue().languages(); }},
    };
    return kinds;
}

std::vector<std::string> words_for_kinds() {
    std::vector<std::string> words;
    for (const NamesOf& one : kinds_of_names()) { words.emplace_back(one.kind); }
    return words;
}

ExitCode print_names(Context& context, const std::vector<std::string>& kinds) {
    std::set<std::string> all;
    for (const NamesOf& one : kinds_of_names()) {
        if (std::find(kinds.begin(), kinds.end(), one.kind) == kinds.end()) { continue; }
        for (const std::string& name : one.find(context)) { all.insert(harmless(name)); }
    }
    for (const std::string& name : all) { context.out.write(name + "\n"); }
    return ExitCode::done;
}

struct Shell {
    const char* name;
    std::string (*script)(const CompletedCommand& program);
};

const std::vector<Shell>& shells() {
    static const std::vector<Shell> all{
        {"bash", completion_for_bash}, {"zsh", completion_for_zsh}, {"fish", completion_for_fish}};
    return all;
}

std::vector<std::string> names_of_shells() {
    std::vector<std::string> names;
    for (const Shell& shell : shells()) { names.emplace_back(shell.name); }
    return names;
}

ExitCode print_script(Context& context, const std::string& shell, const CompletedCommand& program) {
    for (const Shell& one : shells()) {
        if (one.name == shell) { context.out.write(one.script(program)); }
    }
    return ExitCode::done;
}

} // namespace

void add_completion(const Command& app, Context& context) {
    auto options = std::make_shared<CompletionOptions>();
    const Command command =
        app.add_command("completion", _("lets a shell complete commands and the names of exercises"),
                        {"kindly completion bash > kindly.bash", "kindly completion zsh > _kindly",
                         "kindly completion fish > kindly.fish"});
    const CommandOption shell =
        add_choice(command, "SHELL", options->shell, names_of_shells(), _("which shell"));
    add_choices(command, "--names", options->kinds, words_for_kinds(),
                _("the names that these scripts ask for, one on each line"))
        .excludes(shell);
    command.callback([app, &context, options] {
        if (!options->kinds.empty()) {
            context.run = [&context, options] { return print_names(context, options->kinds); };
            return;
        }
        if (options->shell.empty()) {
            throw wrong_usage(_("\"kindly completion\" needs the name of a shell"),
                              _("As in: kindly completion bash. There are: bash, zsh, fish."));
        }
        // CLI11's tree is gone by the time the command runs.
        context.run = [&context, options, program = completion_tree(app.parsed())] {
            return print_script(context, options->shell, program);
        };
    });
}

} // namespace kindly
