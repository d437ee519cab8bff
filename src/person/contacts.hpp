// SPDX-License-Identifier: MIT
// People to reach, as the person or a clinic wrote them down: contacts.json, /etc/kindly/support.json.
// Reading must never stand in the way of help: what is broken is told, and the rest is used.
#pragma once

#include "base/diagnostic.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kindly {

struct ContactPerson {
    std::string name;
    std::string how;  ///< a number, an address, a door
    std::string when; ///< "evenings"; may be empty
};

struct ReadContacts {
    std::vector<ContactPerson> people; ///< those that could be read, even beside errors
    Diagnostics diagnostics;
};

[[nodiscard]] ReadContacts read_contacts(std::shared_ptr<const SourceText> source);

struct LoadedContacts {
    std::vector<ContactPerson> people;
    std::string problem; ///< one line, where something could not be read; empty when all is well
};

/// A missing file is nobody and no problem. Never throws for what the file is like.
[[nodiscard]] LoadedContacts load_contacts(const std::filesystem::path& file);

/// These and nobody else, for the person alone to read. Throws Failure (environment).
void save_contacts(const std::filesystem::path& file, const std::vector<ContactPerson>& people);

} // namespace kindly
