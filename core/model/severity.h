// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace lvs {

/// How much something that is said matters, wherever it is shown.
enum class Severity : quint8 {
    Information, ///< good to know
    Warning,     ///< means or does something else than it seems
    Failure,     ///< can't be carried out, or was not
};

} // namespace lvs
