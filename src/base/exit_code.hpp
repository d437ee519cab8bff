// SPDX-License-Identifier: MIT
// The exit codes that scripts rely on (kindly(1), EXIT STATUS).
#pragma once

namespace kindly {

enum class ExitCode : int {
    done = 0,         ///< also a practice that the person stopped
    environment = 1,  ///< disk, database, unreadable file, output that could not be written
    usage = 2,        ///< the command line or the configuration is wrong
    invalid_file = 3, ///< the file given has errors
    not_found = 4,    ///< nothing by that name, or nothing that fits
    hangup = 129,     ///< SIGHUP: the practice was saved as interrupted
    interrupt = 130,  ///< SIGINT sent by another process
    terminated = 143, ///< SIGTERM
};

} // namespace kindly
