// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>

namespace lvs {

/// Joins lambdas into one visitor for std::visit.
template<class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};

/// For a lambda that treats several alternatives alike: they are named, so that std::visit refuses to compile when an
/// alternative is added that nobody thought of.
template<class T, class... Alternatives>
concept OneOf = (std::same_as<T, Alternatives> || ...);

} // namespace lvs
