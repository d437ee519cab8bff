// SPDX-License-Identifier: MIT
// All commands. Each file of this folder is one: it adds itself to the command line with its options in a
// struct that a shared_ptr in the callback owns; the callback only sets Context::run and does nothing else:
//
//     void add_list(const Command& app, Context& context) {
//         auto options = std::make_shared<ListOptions>();
//         const Command command = app.add_command("list", _("..."), {"kindly list --max-minutes 5"});
//         command.add_flag("--json", options->json, _("..."));
//         command.callback([&context, options] { context.run = [&context, options] { return list(context,
//         *options); }; });
//     }
#pragma once

namespace kindly {

class Command;
class Context;

void add_practice(const Command& app, Context& context);
void add_list(const Command& app, Context& context);
void add_show(const Command& app, Context& context);
void add_preview(const Command& app, Context& context);
void add_log(const Command& app, Context& context);
void add_stats(const Command& app, Context& context);
void add_export(const Command& app, Context& context);
void add_lock(const Command& app, Context& context);
void add_unlock(const Command& app, Context& context);
void add_today(const Command& app, Context& context);
void add_homework(const Command& app, Context& context);
void add_sit(const Command& app, Context& context);
void add_assign(const Command& app, Context& context);
void add_review(const Command& app, Context& context);
void add_ground(const Command& app, Context& context);
void add_import(const Command& app, Context& context);
void add_letters(const Command& app, Context& context);
void add_word(const Command& app, Context& context);
void add_me(const Command& app, Context& context);
void add_support(const Command& app, Context& context);
void add_check(const Command& app, Context& context);
void add_new(const Command& app, Context& context);
void add_remind(const Command& app, Context& context);
void add_completion(const Command& app, Context& context);
void add_doctor(const Command& app, Context& context);
void add_erase(const Command& app, Context& context);

} // namespace kindly
