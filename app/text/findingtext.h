// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markedtext.h"
#include "core/director/tablefindings.h"

namespace lvs {

MarkedText findingText(const TableFinding &finding);
/// What it means, or what to do; may be empty.
QString findingExplanation(const TableFinding &finding);
/// Servers of a service don't get what its scheduler promises.
MarkedText skewFinding();
/// No real server of a service that would take new connections answers, as a health check found.
MarkedText unreachableFinding();
QString unreachableExplanation();
/// Nothing stands out; or there is nothing at all, or not everything was read yet.
MarkedText noFinding(const Snapshot *whole);

} // namespace lvs
