// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace lvs {

/// How a rule changes the mark of a packet.
struct MarkBits {
    quint32 mark = 0;
    quint32 mask = 0; ///< bits that are set; `mark` has no others
};

} // namespace lvs
