// SPDX-License-Identifier: MIT
// What the process owes the person before anything else happens: nothing it makes is readable by others, it
// leaves no memory image behind, and its three standard streams exist. Called once, first, by main.
#pragma once

namespace kindly {

void prepare_process();

} // namespace kindly
