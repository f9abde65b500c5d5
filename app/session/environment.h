// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace lvs {

/// What a director is used for, as the person marked it: the commonest accident is the wrong machine.
enum class Environment : quint8 { Unmarked, Test, Production };

} // namespace lvs
