// SPDX-License-Identifier: MIT
#include "commands/progress.hpp"

#include "base/failure.hpp"
#include "commands/context.hpp"

namespace kindly {

namespace {

constexpr Milliseconds first{1000};
constexpr Milliseconds between{200};
constexpr Milliseconds between_plain{10000}; // a screen reader reads each line out

} // namespace

Progress::Progress(Context& context, std::function<std::string(std::int64_t)> sentence)
    : context_(context), sentence_(std::move(sentence)), on_(context.err.is_terminal()),
      plain_(context.plain_layout()) {
    if (on_) { next_ = context_.clock->steady() + first; }
}

Progress::~Progress() {
    try {
        end();
    } catch (const std::exception&) { on_ = false; } // nobody is left to tell
}

void Progress::done(std::int64_t things) {
    if (!on_) { return; }
    const Milliseconds now = context_.clock->steady();
    if (now < next_) { return; }
    next_ = now + (plain_ ? between_plain : between);
    context_.err.write((plain_ ? "" : "\r") + sentence_(things) + (plain_ ? "\n" : "\x1B[K"));
    context_.err.flush();
    shown_ = true;
}

void Progress::end() {
    if (!on_ || plain_ || !std::exchange(shown_, false)) { return; }
    context_.err.write("\r\x1B[K");
    context_.err.flush();
}

} // namespace kindly
