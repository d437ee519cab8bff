// SPDX-License-Identifier: MIT
// `-o FILE`: where a command writes instead of standard output. The file comes into being whole, under its
// own name, at the end; before that there is only a temporary file beside it, which does not outlive the
// program's orderly end. Knows nothing of what is written.
#pragma once

#include "base/output.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace kindly {

/// `-o -`, as other programs have it: standard output. A file of that name is "./-".
[[nodiscard]] bool means_standard_output(const std::string& named);

/// Where nothing but a file will do. Throws Failure (usage) for "-".
void refuse_standard_output(const std::string& named);

/// The file itself, also behind a link. Throws Failure (usage) where something is there that must stay: a
/// file, without `force`; anything that is no file. Refuses standard output.
[[nodiscard]] std::filesystem::path file_to_write(const std::string& named, bool force);

class OutputFile {
public:
    /// Begins at once, so that a place that cannot be written is told before the work. Throws Failure.
    OutputFile(const std::filesystem::path& file, bool force);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile(); ///< takes away what was not finished

    [[nodiscard]] Output& output();
    /// Synced, and in its place. Throws Failure: also where another file has come there meanwhile.
    void finish();

private:
    class Writing;
    std::filesystem::path file_;
    bool force_;
    std::string temporary_; ///< empty: finished
    int descriptor_ = -1;
    std::unique_ptr<Writing> writing_;
};

} // namespace kindly
