// SPDX-License-Identifier: MIT
#include "commands/exported_files.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "commands/context.hpp"

#include <algorithm>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = 16U << 20U;

std::vector<fs::path> listed_in(const fs::path& list) {
    std::string text;
    try {
        text = read_file(list, most_bytes);
    } catch (const Failure&) { // no list: nothing was exported, or nothing can be known of it
        return {};
    }
    std::vector<fs::path> files;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string line = text.substr(start, end - start);
        if (!line.empty() && std::find(files.begin(), files.end(), line) == files.end()) {
            files.emplace_back(line);
        }
        start = end + 1;
    }
    return files;
}

} // namespace

fs::path list_of_exported_files(const Paths& paths) { return paths.data / "exported-files.txt"; }

void note_exported_file(Context& context, const fs::path& file) {
    const Paths* paths = context.paths_if_any();
    if (paths == nullptr) { return; }
    std::error_code error;
    fs::path whole = fs::absolute(file, error).lexically_normal();
    // A line can hold no line end; the folder still tells where to look.
    if (error || whole.string().find('\n') != std::string::npos) { whole = whole.parent_path(); }
    if (whole.empty() || whole.string().find('\n') != std::string::npos) { return; }
    const fs::path list = list_of_exported_files(*paths);
    const std::vector<fs::path> files = listed_in(list);
    if (std::find(files.begin(), files.end(), whole) != files.end()) { return; }
    try {
        make_private_folder(list.parent_path());
    } catch (const Failure&) { // a home that can only be read is no reason not to export from it
        return;
    }
    // One write at the end of the file: of two exports at once, neither loses the other's line.
    const int descriptor =
        ::open(list.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) { return; }
    const std::string line = whole.string() + '\n';
    [[maybe_unused]] const ssize_t written = ::write(descriptor, line.data(), line.size());
    ::close(descriptor);
}

std::vector<fs::path> exported_files(Context& context) {
    const Paths* paths = context.paths_if_any();
    return paths == nullptr ? std::vector<fs::path>() : listed_in(list_of_exported_files(*paths));
}

} // namespace kindly
