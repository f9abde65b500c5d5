// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/change/objectkey.h"
#include "core/keepalived/configuration.h"

namespace lvs::keepalived {

/// A change that the configuration can't be made to say, and why.
struct UnsaidChange {
    enum class Reason : quint8 {
        NotInFile,    ///< the configuration does not have the object
        FromVariable, ///< the value is that of a variable
        Shared,       ///< the block makes other services too, which would change with it
        NotSayable,   ///< keepalived has no words for it, or would do something else
        NoObject,     ///< about the whole table or the machine
    };
    Reason reason{};
    Operation operation;
    friend bool operator==(const UnsaidChange &, const UnsaidChange &) = default;
};

struct ChangedConfig {
    std::vector<ConfigFile> files{};    ///< all of them, in the order given
    std::vector<std::size_t> changed{}; ///< indices of those that are different now
    std::vector<UnsaidChange> unsaid{};
};

/// The files changed so that keepalived makes of them what the plan would make of its table; everything else in them
/// stays byte for byte. Changes are kept only if the files then mean just that. Takes time in the size of the files, as
/// long as all can be said; each that can't costs as much again for the logarithm of the number of operations.
ChangedConfig changedConfig(std::span<const ConfigFile> files, const ChangePlan &plan);

} // namespace lvs::keepalived
