// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lvs {

/// Joins lambdas into one visitor for std::visit.
template<class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};

} // namespace lvs
