// SPDX-License-Identifier: MIT
// Reading what is no ordinary file: a pipe whose writer takes its time.
#include "base/files.hpp"

#include "base/failure.hpp"

#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <future>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace kindly;

namespace {

class Files : public testing::Test {
protected:
    Files() {
        std::string name = (std::filesystem::temp_directory_path() / "kindly-files-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        EXPECT_EQ(::mkfifo(pipe().c_str(), S_IRUSR | S_IWUSR), 0);
    }
    ~Files() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::filesystem::path pipe() const { return folder_ / "pipe"; }

    std::filesystem::path folder_;
};

/// Nothing runs in that thread: it waits for something.
bool sleeps(pid_t thread) {
    std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const std::size_t name_ends = stat.rfind(") ");
    return name_ends != std::string::npos && stat[name_ends + 2] == 'S';
}

} // namespace

TEST_F(Files, APipeIsReadToItsEndHoweverLongItsWriterTakes) {
    // Somebody will write, but has not yet. For both ends, so that opening it waits for nobody.
    const int writer = ::open(pipe().c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(writer, 0);
    std::atomic<pid_t> thread = 0;
    auto reading = std::async(std::launch::async, [&] {
        thread = static_cast<pid_t>(::syscall(SYS_gettid));
        return read_file(pipe(), 1000);
    });
    const auto ready = [&] { return reading.wait_for(std::chrono::seconds(0)) == std::future_status::ready; };
    while (!ready() && (thread == 0 || !sleeps(thread))) { std::this_thread::yield(); }
    EXPECT_EQ(::write(writer, "words", 5), 5);
    ::close(writer);
    EXPECT_EQ(reading.get(), "words");
}

TEST_F(Files, APipeThatNobodyWritesToIsEmpty) { EXPECT_EQ(read_file(pipe(), 1000), ""); }
