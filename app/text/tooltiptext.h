// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lvs {

/// A text that a machine may have chosen parts of, so that a tooltip shows it as it is: Qt takes what looks like HTML
/// for HTML.
QString plainToolTip(const QString &text);

} // namespace lvs
