// SPDX-License-Identifier: MIT
#include "commands/own_editor.hpp"

#include "base/failure.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "base/words_taken_in.hpp"
#include "commands/asking.hpp"
#include "commands/context.hpp"
#include "commands/face.hpp"
#include "exercise/limits.hpp"
#include "guide/signals.hpp"
#include "screen/external_editor.hpp"

#include <csignal>

#include <fmt/format.h>

namespace kindly {

namespace {

std::optional<std::string> in_editor(Context& context, const std::vector<std::string>& editor,
                                     const std::string& present) {
    context.out.flush();
    context.err.flush();
    screen::Edited edited;
    {
        Signals signals;
        edited = screen::edit_elsewhere(editor, private_folder(context), present, signals);
    }
    if (edited.ended_by) { ::raise(edited.ended_by->number); } // now it does what it does by itself
    if (!edited.trouble.empty()) { context.err.write(edited.trouble + "\n"); }
    if (!edited.words) { return std::nullopt; }
    std::string words = words_taken_in(*edited.words);
    if (grapheme_count(words) > limits::longest_answer) {
        throw Failure(ExitCode::usage,
                      fmt::format(fmt::runtime(_("This is more than {} characters")), limits::longest_answer),
                      _("Nothing was changed. A shorter text can be kept."));
    }
    return words;
}

} // namespace

std::optional<std::string> new_words(Context& context, const std::string& present, bool may_use_editor) {
    if (!somebody_is_there(context)) { return ask_words(context, {}); }
    const auto editor = find_editor(context);
    if (may_use_editor && !editor.empty()) { return in_editor(context, editor, present); }
    return ask_words(context,
                     _("Write the new words. A line with only a full stop ends them.\n(.q: leave them as "
                       "they are)"));
}

} // namespace kindly
