// SPDX-License-Identifier: MIT
#include "person/own_file.hpp"

#include "base/files.hpp"

#include <system_error>

namespace kindly {

std::filesystem::path place_of_own_file(const std::filesystem::path& file) {
    constexpr int longest_chain = 20; // beyond it they lead round in a circle
    std::filesystem::path place = file;
    for (int links = 0; links < longest_chain; ++links) {
        std::error_code error;
        const std::filesystem::path next = std::filesystem::read_symlink(place, error);
        if (error) { return place; }
        place = place.parent_path() / next; // an absolute one stands for itself
    }
    return file;
}

void write_own_file(const std::filesystem::path& file, std::string_view bytes) {
    const std::filesystem::path place = place_of_own_file(file);
    make_private_folder(place.parent_path());
    write_private_file(place, bytes);
}

} // namespace kindly
