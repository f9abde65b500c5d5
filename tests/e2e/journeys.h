// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/console.h"

namespace lvs::e2e {

/// A way through the console to what some options of ipvsadm do, and ipvsadm's word that they were reached.
struct Journey {
    const char *name;
    /// As `ipvsadm --help` spells them, see optionsOfHelp().
    QStringList options{};
    /// A line of shell that brings the director's table from empty to where the journey begins.
    QString before{};
    /// What a person does. Changes are drafted here and applied afterwards; looks compare what is shown.
    std::function<void(Console &)> go{};
    /// The command that tells what came of it, and each of its lines that matter with blanks made one. Empty: nothing
    /// changes.
    QString witness{};
    QStringList lines{};
};

/// Every option of ipvsadm is in at least one of them.
QList<Journey> serviceJourneys();
QList<Journey> serverJourneys();
QList<Journey> tableJourneys();
QList<Journey> systemJourneys();
QList<Journey> looks();

} // namespace lvs::e2e
