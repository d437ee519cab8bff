// SPDX-License-Identifier: MIT
// Runs a fuzz target without libFuzzer, for any compiler: every file of the folders given, then small changes
// of them for about a second, always the same ones in the same order. What ends the program is left in a
// file.
//
//   replay_TARGET [--seconds N] FOLDER|FILE...
#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string finding; ///< the file's name
const std::string* running = nullptr;

/// Nothing but what may be done while a program dies.
void keep_what_was_run() {
    if (running == nullptr) { return; }
    const int file = ::open(finding.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || ::write(file, running->data(), running->size()) < 0) { return; }
    ::close(file);
    constexpr const char* said = "\nthe input is in this folder, in the file ";
    static_cast<void>(!::write(STDERR_FILENO, said, std::strlen(said)));
    static_cast<void>(!::write(STDERR_FILENO, finding.data(), finding.size()));
    static_cast<void>(!::write(STDERR_FILENO, "\n", 1));
    running = nullptr;
}

void on_signal(int) { keep_what_was_run(); }

struct Slowest {
    std::chrono::milliseconds time{};
    std::size_t bytes = 0;
};
Slowest slowest;
std::size_t runs = 0;

void run(const std::string& input) {
    const auto began = Clock::now();
    running = &input;
    // A copy of its own, so that a byte read behind its end is noticed.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    running = nullptr;
    ++runs;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
    if (took > slowest.time) { slowest = {took, input.size()}; }
}

/// The same numbers everywhere (xorshift).
class Chance {
public:
    std::size_t below(std::size_t count) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ % std::max<std::size_t>(count, 1));
    }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15ULL;
};

std::string changed(std::string text, const std::vector<std::string>& all, Chance& chance) {
    static constexpr std::array<const char*, 14> pieces{"\"",  "{", "}",  "[",    "]",        ",",    "-1",
                                                        "1e9", ":", "\n", "\x1B", "\xC3\xA9", "\xFF", "null"};
    const std::size_t changes = 1 + chance.below(3);
    for (std::size_t count = 0; count < changes; ++count) {
        const std::size_t at = chance.below(text.size() + 1);
        const std::size_t length = chance.below(std::min<std::size_t>(text.size() - at, 32) + 1);
        switch (chance.below(5)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, text.substr(at, length)); break;
        case 2: text.insert(at, pieces[chance.below(pieces.size())]); break;
        case 3:
            if (at < text.size()) { text[at] = static_cast<char>(chance.below(256)); }
            break;
        default: {
            const std::string& other = all[chance.below(all.size())];
            const std::size_t from = chance.below(other.size() + 1);
            text.replace(at, length, other.substr(from, chance.below(64)));
        }
        }
    }
    return text;
}

std::vector<std::string> inputs_of(const std::vector<std::string>& places) {
    std::vector<fs::path> files;
    for (const auto& place : places) {
        if (!fs::is_directory(place)) {
            files.emplace_back(place);
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(place)) {
            if (entry.is_regular_file()) { files.push_back(entry.path()); }
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> inputs;
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        kindly::fuzz::must(file.good(), "an input can be read", path.string());
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

} // namespace

int main(int count, char** arguments) {
    std::chrono::milliseconds budget{1000};
    finding = fs::path(arguments[0]).filename().string() + "-finding";
    std::vector<std::string> places;
    for (int at = 1; at < count; ++at) {
        const std::string word = arguments[at];
        if (word == "--seconds" && at + 1 < count) {
            budget = std::chrono::seconds(std::stoi(arguments[++at]));
        } else {
            places.push_back(word);
        }
    }
    std::signal(SIGABRT, on_signal);
    std::signal(SIGSEGV, on_signal);
    if (&__sanitizer_set_death_callback != nullptr) { __sanitizer_set_death_callback(keep_what_was_run); }

    const std::vector<std::string> inputs = inputs_of(places);
    kindly::fuzz::must(!inputs.empty(), "there are seeds to begin with");
    for (const auto& input : inputs) { run(input); }
    const std::size_t seeds = runs;
    Chance chance;
    for (const auto until = Clock::now() + budget; Clock::now() < until;) {
        run(changed(inputs[chance.below(inputs.size())], inputs, chance));
    }
    std::printf("%zu seeds and %zu changes of them; the slowest took %lld ms (%zu bytes)\n", seeds,
                runs - seeds, static_cast<long long>(slowest.time.count()), slowest.bytes);
    return 0;
}
