// SPDX-License-Identifier: MIT
// What the process owes the person before anything else happens: nothing it makes is readable by others, it
// leaves no memory image behind, and its three standard streams exist. Called once, first, by main.
#pragma once

#include <sys/types.h>

namespace kindly {

/// Gives the permissions that the person's umask takes away: for files that are meant to be shared.
mode_t prepare_process();

} // namespace kindly
