// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QWidget;

namespace lvs {

/// What stands at a place of a widget, to be explained.
struct ShownText {
    QString text{};
    QString toolTip{};
    QRect area{}; ///< of the widget, in which it stands
};

/// At `position` of `widget`, which may be the viewport of a view. Nothing of what a person writes.
ShownText shownAt(const QWidget &widget, const QPoint &position);
/// What belongs to the keyboard's focus in `widget`: the current row of a view, or names and explanations of a field.
QString shownInFocus(const QWidget &widget);

} // namespace lvs
