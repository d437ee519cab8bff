// SPDX-License-Identifier: MIT
// Two accounts of one practice, from two logs, as one: the rules by which `import` decides. A function of its
// arguments; knows no database.
#pragma once

#include "journal/whole_session.hpp"

namespace kindly {

/// The higher revision wins; of two equal ones the one that was amended, or ended, later; else `here`. What
/// the winner withholds is kept from the other, with the revision that it had there, and so are answers that
/// only the other has. Of each answer, the value that was changed in the higher revision wins, or that its
/// words were deleted there, whichever account wins. Nothing that is present is ever replaced by something
/// that is withheld. The order of the two makes no difference, nor does joining the same account again.
[[nodiscard]] WholeSession joined(const WholeSession& here, const WholeSession& there);

} // namespace kindly
