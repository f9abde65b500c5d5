// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lvs::lab {

/// What a set-up may change on director, rs1 and rs2: tunables, interfaces,
/// addresses, routes, rules, packet filter, the IPVS table and what is kept for
/// the next boot, a line each behind the name of the host. Without what changes
/// by itself (counters, lifetimes) and what a loaded module brings along.
QStringList hostStates();

/// A line for each that is in only one of them, "- …" if in the first, "+ …" if
/// in the second.
QStringList differences(const QStringList &before, const QStringList &after);

} // namespace lvs::lab
