// SPDX-License-Identifier: MIT
// One function object out of several lambdas, for std::visit.
#pragma once

namespace kindly {

template <class... Alternatives>
struct Overloaded : Alternatives... {
    using Alternatives::operator()...;
};
/// Clang 14 does not deduce an aggregate's arguments by itself.
template <class... Alternatives>
Overloaded(Alternatives...) -> Overloaded<Alternatives...>;

} // namespace kindly
