// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/trafficsource.h"

#include <QWidget>

#include <optional>

class QAction;
class QLineEdit;
class QTreeView;

namespace lvs {

class TrafficRecorder;
class TrafficSourceFilter;
class TrafficSourcesModel;

/// What can be drawn of a director's traffic, to be chosen from, and what is kept of it.
class TrafficSourcesPanel : public QWidget
{
    Q_OBJECT
public:
    /// Nothing is owned.
    TrafficSourcesPanel(TrafficRecorder *traffic, TrafficSourcesModel *sources, QWidget *parent = nullptr);

    void select(const TrafficSource &source);
    /// Tells the model of rows that the view has opened by itself.
    void noteOpened();
    void beginFinding();

Q_SIGNALS:
    /// Nothing where no row is current.
    void currentChanged(const std::optional<lvs::TrafficSource> &source);
    /// A service was opened or closed.
    void openedChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpFind();
    void setUpView();
    /// Opens what was opened and selects what was selected, after rows went and came back.
    void restoreView();
    TrafficSource shown() const;
    void pin(bool pinned);
    void refreshPin();

    TrafficRecorder *m_traffic;
    TrafficSourcesModel *m_sources;
    TrafficSourceFilter *m_found;
    QLineEdit *m_find;
    QTreeView *m_view;
    QAction *m_pin;
    std::optional<TrafficSource> m_current; ///< that is selected, also while its row is not shown
};

} // namespace lvs
