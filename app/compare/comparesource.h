// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootforecast.h"
#include "core/compare/comparison.h"

#include <QPointer>
#include <QString>

#include <memory>

namespace lvs {

class DirectorSession;

/// What stands on one side of a comparison.
struct CompareSource {
    enum class Kind : quint8 {
        Text,     ///< of the editor, alone
        Kernel,   ///< of this director, with what is drafted
        Boot,     ///< what restores this director's table at boot, or what it will have after one
        File,     ///< a rule file, alone
        Director, ///< another director, with what is drafted for it
    };
    Kind kind = Kind::Text;
    BootSource boot{};                   ///< of Boot
    QString path{};                      ///< of a File
    QPointer<DirectorSession> session{}; ///< of a Director
    friend bool operator==(const CompareSource &, const CompareSource &) = default;
};

/// A source as it was read.
struct CompareState {
    std::shared_ptr<const RuleState> state{};
    CompareScope scope = CompareScope::Everything;
    qsizetype faultyLines = 0;              ///< that mean nothing, and are left out
    std::optional<qsizetype> refusedLine{}; ///< from 1, of a boot file: what ipvsadm stumbles over at boot
};

} // namespace lvs
