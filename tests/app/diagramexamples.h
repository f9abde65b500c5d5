// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topology/diagramcontent.h"
#include "core/setup/setup.h"

namespace lvs::test {

/// A service of a director as each method needs it, with a real server of every condition and the same figures at any
/// time; in the language that is set. The last real server is on a machine to which there is no way.
DiagramContent exampleDiagram(SetupMethod method);

/// A service with so many real servers, each folded or each with its card, and figures of that many digits.
DiagramContent manyServers(SetupMethod method, int servers, bool unfolded, quint64 figure);
/// A director with so many services of five real servers, by all methods in turn, with such figures.
DiagramContent manyServices(int services, quint64 figure);

} // namespace lvs::test
