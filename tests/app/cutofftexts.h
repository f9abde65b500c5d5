// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace lvs::test {

/// Texts in a shown window that have less room than they need, a line for each: labels, buttons, fields, choices,
/// tabs, menus, headers and the cells in view. What scrolls (command previews) or is shortened on purpose (names of
/// directors) is not judged.
QStringList cutOffTexts(const QWidget &window);

} // namespace lvs::test
