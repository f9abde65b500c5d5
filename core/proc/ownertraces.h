// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tableowner.h"
#include "core/proc/hostfiles.h"

namespace lvs {

/// The files that show it, as patterns: names of processes, and the interface that kube-proxy makes in its IPVS mode.
QStringList ownerFilePatterns();

/// Those of this computer.
HostFiles readOwnerFiles();

/// `files` as grep -H prints them for ownerFilePatterns(). Where a process with the number 1 is not shown, others may
/// be hidden, too (proc(5), hidepid).
TableOwners ownersFrom(const HostFiles &files);

} // namespace lvs
