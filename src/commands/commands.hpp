// SPDX-License-Identifier: MIT
// All commands. Each file of this folder is one: it adds itself to the command line with its options in a
// struct that a shared_ptr in the callback owns; the callback only sets Context::run and does nothing else:
//
//     void add_list(CLI::App& app, Context& context) {
//         auto options = std::make_shared<ListOptions>();
//         CLI::App& command = add_command(app, "list", _("..."), {"kindly list --max-minutes 5"});
//         command.add_flag("--json", options->json, _("..."));
//         command.callback([&context, options] { context.run = [&context, options] { return list(context,
//         *options); }; });
//     }
#pragma once

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
} // namespace CLI

namespace kindly {

class Context;

void add_practice(CLI::App& app, Context& context);
void add_list(CLI::App& app, Context& context);
void add_show(CLI::App& app, Context& context);
void add_preview(CLI::App& app, Context& context);
void add_log(CLI::App& app, Context& context);
void add_stats(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_lock(CLI::App& app, Context& context);
void add_unlock(CLI::App& app, Context& context);
void add_today(CLI::App& app, Context& context);
void add_homework(CLI::App& app, Context& context);
void add_sit(CLI::App& app, Context& context);
void add_assign(CLI::App& app, Context& context);
void add_review(CLI::App& app, Context& context);
void add_ground(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_letters(CLI::App& app, Context& context);
void add_word(CLI::App& app, Context& context);
void add_me(CLI::App& app, Context& context);
void add_support(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_new(CLI::App& app, Context& context);
void add_remind(CLI::App& app, Context& context);
void add_completion(CLI::App& app, Context& context);
void add_doctor(CLI::App& app, Context& context);
void add_erase(CLI::App& app, Context& context);

} // namespace kindly
