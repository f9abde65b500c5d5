// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/traffictext.h"

#include <QObject>

class QAction;
class QComboBox;
class QMenu;
class QToolBar;
class QWidget;

namespace lvs {

/// What the tool bar of the Traffic page chooses.
class TrafficTools : public QObject
{
    Q_OBJECT
public:
    /// Fills the tool bar.
    explicit TrafficTools(QToolBar *bar, QObject *parent = nullptr);

    TrafficMetric metric() const;
    void setMetric(TrafficQuantity quantity, bool exact);
    /// Shows which part of time is drawn, however that was chosen; in ms.
    void showSpan(qint64 span);

    QAction *stacked;
    QAction *logarithmic;
    QAction *pause; ///< checked while the graph does not go on
    QAction *table;
    QMenu *exports;

Q_SIGNALS:
    void metricChanged();
    /// In ms.
    void spanChosen(qint64 span);

private:
    QAction *toggle(const char *name, const char *icon, const QString &text, const QString &explanation);
    void addQuantities();
    void addSpans();

    QToolBar *m_bar;
    QComboBox *m_quantity;
    QComboBox *m_way;
    QComboBox *m_span;
};

} // namespace lvs
