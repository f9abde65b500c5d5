// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMenu;
class QToolBar;

namespace lvs {

/// A button at the end of the bar, with the menu that it opens: the ways in which a page's content can be saved.
QMenu *addExportMenu(QToolBar *bar, const QString &objectName, const QString &text, const QString &explanation);

} // namespace lvs
