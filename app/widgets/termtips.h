// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QHelpEvent;
class QWidget;

namespace lvs {

/// Explains abbreviations where they stand, in every window of the program: the tooltip of what shows one says what it
/// means, and F1 opens the list of them at the first one that belongs to what has the focus.
class TermTips : public QObject
{
    Q_OBJECT
public:
    explicit TermTips(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static bool explain(QWidget *widget, const QHelpEvent &help);
};

} // namespace lvs
