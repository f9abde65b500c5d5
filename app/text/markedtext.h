// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"

#include <QString>

namespace lvs {

/// How something stands: a sentence with its mark.
struct MarkedText {
    State mark = State::Unknown;
    QString sentence{};
    friend bool operator==(const MarkedText &, const MarkedText &) = default;
};

} // namespace lvs
