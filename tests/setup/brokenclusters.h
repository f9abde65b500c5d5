// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"
#include "tests/setup/cluster.h"

namespace lvs::test {

/// One of the ways in which set-ups usually fail; the lab has the same on real kernels.
struct BrokenCluster {
    const char *name;
    SetupMethod method;
    bool isMarked;
    void (*breaks)(Cluster &); ///< a cluster that was set up
    SetupCheck::Code code;     ///< of the first finding
    QString host;              ///< of the same
};

const std::vector<BrokenCluster> &brokenClusters();
/// Set up and, so far, healthy.
void setUp(Cluster &cluster, const BrokenCluster &broken);

} // namespace lvs::test
