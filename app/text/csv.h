// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lvs {

/// One line of a table with commas (RFC 4180). Texts that a spreadsheet would take for a formula are made plain ones.
QString csvLine(QStringList fields);

} // namespace lvs
