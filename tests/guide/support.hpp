// SPDX-License-Identifier: MIT
// What the tests of guides share: output that is remembered, and a pipe to type into.
#pragma once

#include "base/output.hpp"
#include "session/event.hpp"

#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace kindly::testing {

class MemoryOutput : public Output {
public:
    explicit MemoryOutput(bool terminal = false) : terminal_(terminal) {}
    void write(std::string_view text) override { waiting_ += text; }
    void flush() override { written_ += std::exchange(waiting_, {}); }
    [[nodiscard]] bool is_terminal() const override { return terminal_; }
    /// What was flushed since this was last asked.
    std::string take() { return std::exchange(written_, {}); }

private:
    bool terminal_;
    std::string waiting_, written_;
};

class Pipe {
public:
    Pipe() {
        if (::pipe(ends_) != 0) { std::abort(); }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        ::close(ends_[0]);
        close();
    }
    [[nodiscard]] int read_end() const { return ends_[0]; }
    void type(std::string_view text) const {
        while (!text.empty()) {
            const auto wrote = ::write(ends_[1], text.data(), text.size());
            if (wrote <= 0) { std::abort(); }
            text.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    void close() {
        if (ends_[1] >= 0) { ::close(std::exchange(ends_[1], -1)); }
    }

private:
    int ends_[2] = {-1, -1};
};

inline Event at(long long milliseconds, decltype(Event::what) what) {
    return {Milliseconds(milliseconds), std::move(what)};
}
inline Event now(decltype(Event::what) what) { return at(0, std::move(what)); }

inline Question question(Ask::Answer answer, std::string id = "where") {
    Question question;
    question.id = std::move(id);
    question.text = "Where do you notice it most?";
    question.answer = answer;
    if (answer == Ask::Answer::choice || answer == Ask::Answer::choices) {
        question.options = {
            {"body", "In my body"}, {"thoughts", "In my thoughts"}, {"nowhere", "Nowhere, really"}};
    }
    if (answer == Ask::Answer::scale) {
        question.lowest = 1;
        question.highest = 5;
    }
    question.longest = 200;
    return question;
}

} // namespace kindly::testing
