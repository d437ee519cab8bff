// SPDX-License-Identifier: MIT
// New words in place of old ones: in the person's own editor at a terminal, else as ask_words() asks. Knows
// nothing of what the words are for.
#pragma once

#include <optional>
#include <string>

namespace kindly {

class Context;

/// `present`: what stands there now. `may_use_editor`: false where a copy in an editor's own files would be
/// one too many. Nothing: they stay as they are. Throws Failure (usage) for more than anybody may write.
[[nodiscard]] std::optional<std::string> new_words(Context& context, const std::string& present,
                                                   bool may_use_editor);

} // namespace kindly
