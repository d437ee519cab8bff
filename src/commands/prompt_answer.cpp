// SPDX-License-Identifier: MIT
#include "commands/prompt_answer.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "commands/context.hpp"
#include "journal/log_stamp.hpp"

#include <chrono>
#include <exception>
#include <sys/stat.h>

#include <fmt/format.h>

namespace kindly {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t remembered_ms = std::chrono::milliseconds(1min).count();
/// File systems count in steps: what is written right after a look can bear the time of that look.
constexpr std::int64_t settled_after_ms = std::chrono::milliseconds(2s).count();
constexpr std::size_t most_bytes = 8192;

/// Time and size, as far as there is such a file.
std::string stamp_of(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) { return "-"; }
    return fmt::format("{}.{} {}", status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size);
}

/// All that the answer depends on but the time.
std::string about(Context& context, const LogStamp& log) {
    const auto config = context.config_file();
    return fmt::format("kindly {}\n{}\n{}\n{}\n{}\n{}\n", KINDLY_VERSION, context.paths().journal().string(),
                       fmt::join(log.figures, " "), config ? config->string() : "-",
                       config ? stamp_of(*config) : "-", context.environment("TZ").value_or("-"));
}

std::string written(const std::string& about, std::int64_t asked_ms, bool ready) {
    return fmt::format("{}{}\n{}\n", about, asked_ms, ready ? "ready" : "nothing");
}

} // namespace

PromptQuestion::PromptQuestion(Context& context) {
    if (context.global.now) { return; } // another time than that of the files
    try {
        const Paths& paths = context.paths();
        const LogStamp log = look_at_log(paths.journal());
        if (!log.is_there() || paths.passing.empty()) { return; } // nothing to open, or nowhere to keep it
        about_ = about(context, log);
        latest_change_ms_ = log.latest_ms();
        asked_ms_ = context.clock->wall().unix_ms;
        file_ = paths.prompt().string();
    } catch (const std::exception&) { file_.clear(); } // no home: asked without a memory, it is told
}

std::optional<bool> PromptQuestion::remembered() const {
    if (file_.empty()) { return std::nullopt; }
    try {
        const std::string found = read_file(file_, most_bytes);
        if (!found.starts_with(about_)) { return std::nullopt; }
        const std::string_view rest = std::string_view(found).substr(about_.size());
        std::int64_t asked_ms = 0;
        for (const char digit : rest.substr(0, rest.find('\n'))) {
            if (digit < '0' || digit > '9' || asked_ms > asked_ms_) { return std::nullopt; }
            asked_ms = asked_ms * 10 + (digit - '0');
        }
        if (asked_ms > asked_ms_ || asked_ms_ - asked_ms >= remembered_ms) { return std::nullopt; }
        for (const bool ready : {false, true}) {
            if (found == written(about_, asked_ms, ready)) { return ready; }
        }
    } catch (const std::exception&) { return std::nullopt; } // none there, most of the time
    return std::nullopt;
}

void PromptQuestion::remember(bool something_is_ready) const {
    if (file_.empty() || asked_ms_ - latest_change_ms_ < settled_after_ms) { return; }
    try {
        make_private_folder(std::filesystem::path(file_).parent_path());
        write_passing_file(file_, written(about_, asked_ms_, something_is_ready));
    } catch (const Failure&) { // it is asked again next time
        return;
    }
}

bool is_about(const std::filesystem::path& remembered, const std::filesystem::path& log) {
    try {
        return read_file(remembered, most_bytes).find("\n" + log.string() + "\n") != std::string::npos;
    } catch (const Failure&) { return false; }
}

bool nothing_for_a_prompt(Context& context, const std::vector<std::string>& arguments) {
    auto word = arguments.begin();
    const auto is = [&](const char* expected) { return word != arguments.end() && *word == expected; };
    if (is("--data-dir") && arguments.size() > 1) {
        context.global.data_dir = *++word;
        ++word;
    }
    if (!is("today") || !(++word, is("--short")) || ++word != arguments.end()) { return false; }
    return PromptQuestion(context).remembered() == false;
}

} // namespace kindly
