// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulecommand.h"
#include "tests/rules/program/realipvsadm.h"

namespace lvs::test {

/// What a request asks of the kernel, field by field, as far as the kernel looks at it.
QString requestText(const RealIpvsadm::Request &request);
/// The same for a command; nothing if it only shows something.
QStringList requestTexts(const RuleCommand &command);
/// Whether the request names a scheduler, engine or interface that no kernel can have.
bool namesTheImpossible(const RealIpvsadm::Request &request);

} // namespace lvs::test
