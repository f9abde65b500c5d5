// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lvs::test {

/// Moves the process into a network namespace of its own, with an empty IPVS table and lo up, so that it disturbs
/// nobody. To be called before there is a second thread. Ends the process with a sentence if that can't be done.
void enterFreshNetwork();

} // namespace lvs::test
