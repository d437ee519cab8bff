// SPDX-License-Identifier: MIT
// Put in front of the C library (LD_PRELOAD), this makes chosen calls fail as a bad disk would make them
// fail, and moves the wall clock. Knows nothing of kindly; what it does is told by the environment:
//
// The calls: open (to read), change (to open what is there, to write), create, mkdir, rename, link, unlink,
// read, write, truncate, fsync, fchmod.
//
//   FAULT        rules, parted by spaces. A rule is CALL,CALL,...:WHAT[:KEY=VALUE]...
//                WHAT is the name of an error (ENOSPC) or "short": half of what was to be written is written.
//                path=PART  only where the file's path has this part       nth=N    only from the Nth such
//                call on times=N    only so often                                  every=N  only each Nth
//                such call A call's number counts those that the rule's calls and path fit.
//   FAULT_LOG    a file; each fault adds a line "CALL PATH" to it
//   CLOCK_OFFSET a file; the seconds in it are added to the wall clock, read anew at every look at the clock
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

#include <dlfcn.h>

namespace {

struct Rule {
    std::string calls; ///< ",open,write,"
    std::string path;
    int error = 0; ///< 0: short
    long nth = 1;
    long times = -1;
    long every = 1;
    std::atomic<long> seen{0};
    std::atomic<long> done{0};
};

[[noreturn]] void misread(std::string_view what) {
    std::fprintf(stderr, "shim: cannot read this part of FAULT: %.*s\n", static_cast<int>(what.size()),
                 what.data());
    std::abort();
}

int error_called(std::string_view name) {
    struct Named {
        std::string_view name;
        int number;
    };
    constexpr std::array<Named, 11> all{{{"short", 0},
                                         {"ENOSPC", ENOSPC},
                                         {"EIO", EIO},
                                         {"EINTR", EINTR},
                                         {"EROFS", EROFS},
                                         {"EMFILE", EMFILE},
                                         {"EACCES", EACCES},
                                         {"EDQUOT", EDQUOT},
                                         {"EFBIG", EFBIG},
                                         {"ENOMEM", ENOMEM},
                                         {"EPERM", EPERM}}};
    for (const auto& one : all) {
        if (one.name == name) { return one.number; }
    }
    misread(name);
}

std::vector<std::string_view> parted(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        if (end > 0) { parts.push_back(text.substr(0, end)); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<Rule*> read_rules() {
    std::vector<Rule*> rules;
    const char* given = std::getenv("FAULT");
    for (const auto word : parted(given == nullptr ? "" : given, ' ')) {
        const auto parts = parted(word, ':');
        if (parts.size() < 2) { misread(word); }
        Rule* rule = new Rule; // for as long as the program runs
        rule->calls = "," + std::string(parts[0]) + ",";
        rule->error = error_called(parts[1]);
        for (std::size_t at = 2; at < parts.size(); ++at) {
            const std::size_t equals = parts[at].find('=');
            if (equals == std::string_view::npos) { misread(word); }
            const std::string_view key = parts[at].substr(0, equals);
            const std::string value(parts[at].substr(equals + 1));
            if (key == "path") {
                rule->path = value;
            } else if (key == "nth") {
                rule->nth = std::stol(value);
            } else if (key == "times") {
                rule->times = std::stol(value);
            } else if (key == "every") {
                rule->every = std::stol(value);
            } else {
                misread(word);
            }
        }
        rules.push_back(rule);
    }
    return rules;
}

/// The library's own, behind us. All else goes straight to the kernel: what a sanitizer puts in between would
/// come back to us.
template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

void note(const char* call, const std::string& path) {
    const char* file = std::getenv("FAULT_LOG");
    if (file == nullptr) { return; }
    const long log = ::syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (log < 0) { return; }
    const std::string line = std::string(call) + " " + path + "\n";
    ::syscall(SYS_write, log, line.data(), line.size());
    ::syscall(SYS_close, log);
}

enum class Fate { goes_on, fails, is_short };

/// What becomes of this call; errno is set where it fails.
Fate fate_of(const char* call, const std::string& path) {
    static const auto& rules = *new std::vector<Rule*>(read_rules()); // there to the very end of the program
    for (Rule* rule : rules) {
        if (rule->calls.find("," + std::string(call) + ",") == std::string::npos) { continue; }
        if (path.find(rule->path) == std::string::npos) { continue; }
        const long number = ++rule->seen;
        if (number < rule->nth || (number - rule->nth) % rule->every != 0) { continue; }
        if (rule->times >= 0 && rule->done >= rule->times) { continue; }
        ++rule->done;
        note(call, path);
        if (rule->error == 0) { return Fate::is_short; }
        errno = rule->error;
        return Fate::fails;
    }
    return Fate::goes_on;
}

std::string path_of(int descriptor) {
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const long size = ::syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), path.data(), path.size());
    return size > 0 ? std::string(path.data(), static_cast<std::size_t>(size)) : std::string();
}

/// A full disk can still be read, and what is there can be opened to be written: three different calls.
const char* way_to_open(const char* path, int flags) {
    if ((flags & O_CREAT) != 0 && ::syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0) { return "create"; }
    return (flags & (O_WRONLY | O_RDWR)) != 0 ? "change" : "open";
}

std::size_t part_of(std::size_t count, Fate fate) { return fate == Fate::is_short ? (count + 1) / 2 : count; }

template <class... Arguments>
int called(long number, Arguments... arguments) {
    return static_cast<int>(::syscall(number, arguments...));
}

} // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the C library's names are not for us
extern "C" {

#define KINDLY_OPEN(NAME)                                                                                    \
    int NAME(const char* path, int flags, ...) {                                                             \
        va_list more;                                                                                        \
        va_start(more, flags);                                                                               \
        const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;                               \
        va_end(more);                                                                                        \
        if (fate_of(way_to_open(path, flags), path) == Fate::fails) { return -1; }                           \
        return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));                         \
    }
KINDLY_OPEN(open)
KINDLY_OPEN(open64)

int mkostemp(char* pattern, int flags) {
    if (fate_of("create", pattern) == Fate::fails) { return -1; }
    return real<int(char*, int)>("mkostemp")(pattern, flags);
}
char* mkdtemp(char* pattern) {
    if (fate_of("mkdir", pattern) == Fate::fails) { return nullptr; }
    return real<char*(char*)>("mkdtemp")(pattern);
}
int mkdir(const char* path, mode_t mode) {
    return fate_of("mkdir", path) == Fate::fails ? -1 : called(SYS_mkdirat, AT_FDCWD, path, mode);
}
int rename(const char* from, const char* to) {
    return fate_of("rename", to) == Fate::fails ? -1 : called(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}
int link(const char* from, const char* to) {
    return fate_of("link", to) == Fate::fails ? -1 : called(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int unlink(const char* path) {
    return fate_of("unlink", path) == Fate::fails ? -1 : called(SYS_unlinkat, AT_FDCWD, path, 0);
}
int fsync(int descriptor) {
    return fate_of("fsync", path_of(descriptor)) == Fate::fails ? -1 : called(SYS_fsync, descriptor);
}
int fdatasync(int descriptor) {
    return fate_of("fsync", path_of(descriptor)) == Fate::fails ? -1 : called(SYS_fdatasync, descriptor);
}
int fchmod(int descriptor, mode_t mode) {
    return fate_of("fchmod", path_of(descriptor)) == Fate::fails ? -1 : called(SYS_fchmod, descriptor, mode);
}
int ftruncate64(int descriptor, off64_t size) {
    return fate_of("truncate", path_of(descriptor)) == Fate::fails ? -1
                                                                   : called(SYS_ftruncate, descriptor, size);
}
ssize_t write(int descriptor, const void* bytes, std::size_t count) {
    const Fate fate = fate_of("write", path_of(descriptor));
    return fate == Fate::fails ? -1 : ::syscall(SYS_write, descriptor, bytes, part_of(count, fate));
}
ssize_t pwrite64(int descriptor, const void* bytes, std::size_t count, off64_t at) {
    const Fate fate = fate_of("write", path_of(descriptor));
    return fate == Fate::fails ? -1 : ::syscall(SYS_pwrite64, descriptor, bytes, part_of(count, fate), at);
}
ssize_t read(int descriptor, void* bytes, std::size_t count) {
    const Fate fate = fate_of("read", path_of(descriptor));
    return fate == Fate::fails ? -1 : ::syscall(SYS_read, descriptor, bytes, part_of(count, fate));
}
ssize_t pread64(int descriptor, void* bytes, std::size_t count, off64_t at) {
    const Fate fate = fate_of("read", path_of(descriptor));
    return fate == Fate::fails ? -1 : ::syscall(SYS_pread64, descriptor, bytes, part_of(count, fate), at);
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
    const long result = ::syscall(SYS_clock_gettime, clock, time);
    const char* file = std::getenv("CLOCK_OFFSET");
    if (result != 0 || clock != CLOCK_REALTIME || file == nullptr) { return static_cast<int>(result); }
    const long offset = ::syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC);
    if (offset < 0) { return 0; }
    std::array<char, 32> text{};
    if (::syscall(SYS_read, offset, text.data(), text.size() - 1) > 0) {
        time->tv_sec += std::strtol(text.data(), nullptr, 10);
    }
    ::syscall(SYS_close, offset);
    return 0;
}

} // extern "C"
// NOLINTEND
