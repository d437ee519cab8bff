// SPDX-License-Identifier: MIT
#include "session/session.hpp"

#include "session/walk.hpp"

namespace kindly {

Session::Session(std::shared_ptr<const Plan> plan, SessionOptions options)
    : walk_(std::make_unique<Walk>(std::move(plan), std::move(options))) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Session::Outcome Session::advance(const Input& input, Milliseconds now) { return walk_->advance(input, now); }
bool Session::ended() const { return walk_->ended(); }
const std::vector<std::string>& Session::suggestions() const { return walk_->suggestions(); }

} // namespace kindly
