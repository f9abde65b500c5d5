// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/objectkey.h"
#include "core/compare/comparison.h"

#include <span>

namespace lvs {

/// The three timeouts, which have no key.
struct TimeoutsKey {
    friend auto operator<=>(const TimeoutsKey &, const TimeoutsKey &) = default;
};

/// One object of a comparison, or one field of it.
struct ComparedPart {
    std::variant<ObjectKey, TimeoutsKey, SyncRole> object{};
    std::optional<Field> field{}; ///< none: the whole object; of a service with its servers
    friend bool operator==(const ComparedPart &, const ComparedPart &) = default;
};

/// What makes the parts on `target` like those on the other side. A server brings its service along where `target` has
/// none. What is equal already adds nothing; what overlaps (a service and a server of it) is taken once.
ChangePlan takingOver(const Comparison &comparison, std::span<const ComparedPart> parts, Side target);

} // namespace lvs
