// SPDX-License-Identifier: MIT
#include "commands/kept_files.hpp"

#include "base/passing_folder.hpp"
#include "base/translate.hpp"
#include "commands/exported_files.hpp"
#include "journal/practice_lock.hpp"
#include "screen/external_editor.hpp"

#include <algorithm>
#include <string_view>
#include <sys/stat.h>
#include <system_error>

#include <fmt/format.h>

namespace kindly {

namespace fs = std::filesystem;

namespace {

using Kind = KeptFile::Kind;

/// Sorted by name; empty where the folder cannot be read.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        entries.push_back(at->path());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

class Gatherer {
public:
    explicit Gatherer(const Paths& paths) : paths_(paths) {}

    std::vector<KeptFile> gather(const fs::path& editing) {
        const fs::path journal = paths_.journal();
        add(Kind::log, journal);
        for (const char* ending : {"-wal", "-shm", "-journal"}) {
            add(Kind::log_part, journal.string() + ending);
        }
        add_locks(journal);
        add_with_remains(Kind::preferences, paths_.me());
        add_with_remains(Kind::contacts, paths_.contacts());
        add(Kind::config, paths_.settings());
        add_exercises(paths_.data / "exercises");
        add(Kind::exported, list_of_exported_files(paths_));
        if (!paths_.passing.empty()) { add_with_remains(Kind::prompt, paths_.prompt()); }
        for (const fs::path& folder : PassingFolder::left_over(editing, screen::words_on_their_way)) {
            for (const fs::path& path : entries_of(folder)) { add(Kind::words, path); }
            add_folder(Kind::words, folder);
        }
        return std::move(found_);
    }

private:
    bool add(Kind kind, const fs::path& path) {
        std::error_code error;
        const fs::file_status status = fs::symlink_status(path, error);
        if (!fs::is_regular_file(status) && !fs::is_symlink(status)) { return false; }
        KeptFile file;
        file.kind = kind;
        file.path = path;
        if (fs::is_regular_file(status)) { file.bytes = fs::file_size(path, error); }
        if (error) { file.bytes = 0; }
        found_.push_back(std::move(file));
        return true;
    }

    /// practice-ID.lock
    void add_locks(const fs::path& journal) {
        const std::string begin = journal.stem().string() + "-";
        constexpr std::string_view end = ".lock";
        for (const auto& path : entries_of(journal.parent_path())) {
            const std::string name = path.filename().string();
            if (!name.starts_with(begin) || !name.ends_with(end) ||
                name.size() <= begin.size() + end.size()) {
                continue;
            }
            const std::string id = name.substr(begin.size(), name.size() - begin.size() - end.size());
            if (id.find_first_not_of("0123456789abcdefABCDEF-") != std::string::npos) { continue; }
            if (add(Kind::lock, path)) { found_.back().in_use = PracticeLock::is_held(journal, id); }
        }
    }

    /// And what a power cut left of writing it: the same name with a point and six letters.
    void add_with_remains(Kind kind, const fs::path& file) {
        add(kind, file);
        const std::string begin = file.filename().string() + ".";
        constexpr std::size_t letters = 6;
        for (const auto& path : entries_of(file.parent_path())) {
            const std::string name = path.filename().string();
            const bool is_one = name.starts_with(begin) && name.size() == begin.size() + letters &&
                                std::all_of(name.end() - letters, name.end(), [](char letter) {
                                    return (letter >= '0' && letter <= '9') ||
                                           (letter >= 'a' && letter <= 'z') ||
                                           (letter >= 'A' && letter <= 'Z');
                                });
            if (is_one) { add(kind, path); }
        }
    }

    /// The person's own: JSON files, as far down as they go. A folder comes after what is in it.
    void add_exercises(const fs::path& folder) {
        std::error_code error;
        const fs::file_status status = fs::symlink_status(folder, error);
        if (fs::is_symlink(status)) { // the exercises themselves are somewhere else
            add(Kind::exercises, folder);
            return;
        }
        if (!fs::is_directory(status)) { return; }
        for (const auto& path : entries_of(folder)) {
            if (fs::is_directory(fs::symlink_status(path, error))) {
                add_exercises(path);
            } else if (path.extension() == ".json") {
                add(Kind::exercises, path);
            }
        }
        add_folder(Kind::exercises, folder);
    }

    void add_folder(Kind kind, const fs::path& folder) {
        KeptFile itself;
        itself.kind = kind;
        itself.path = folder;
        itself.is_folder = true;
        found_.push_back(std::move(itself));
    }

    const Paths& paths_;
    std::vector<KeptFile> found_;
};

} // namespace

std::vector<KeptFile> kept_files(const Paths& paths, const fs::path& editing) {
    return Gatherer(paths).gather(editing);
}

std::uintmax_t size_of_log(const std::vector<KeptFile>& kept) {
    std::uintmax_t bytes = 0;
    for (const auto& file : kept) {
        if (file.kind == Kind::log || file.kind == Kind::log_part) { bytes += file.bytes; }
    }
    return bytes;
}

std::string size_in_words(std::uintmax_t bytes) {
    constexpr double thousand = 1000;
    const auto size = static_cast<double>(bytes);
    if (size < thousand) { return plural("{} byte", "{} bytes", static_cast<long long>(bytes)); }
    if (size < thousand * thousand) { return fmt::format(fmt::runtime(_("{:.0f} kB")), size / thousand); }
    if (size < thousand * thousand * thousand) {
        return fmt::format(fmt::runtime(_("{:.1f} MB")), size / thousand / thousand);
    }
    return fmt::format(fmt::runtime(_("{:.1f} GB")), size / thousand / thousand / thousand);
}

std::optional<unsigned> mode_of(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) { return std::nullopt; }
    constexpr unsigned bits = 07777;
    return status.st_mode & bits;
}

} // namespace kindly
