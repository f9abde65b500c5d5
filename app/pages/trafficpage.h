// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/traffic/trafficplot.h"

#include <QTimer>

#include <map>

class QLabel;
class QTableView;

namespace lvs {

class ServiceActions;
class TrafficDataModel;
class TrafficSourcesModel;
class TrafficSourcesPanel;
class TrafficTools;
struct Interest;
struct Snapshot;

/// A director's traffic over time: at the left what can be drawn, at the right the graph, and below it the same figures
/// as a table.
class TrafficPage : public Page
{
    Q_OBJECT
public:
    /// Neither session nor actions are owned.
    TrafficPage(DirectorSession *session, ServiceActions *actions, QWidget *parent = nullptr);

    QString summary() const override;

protected:
    std::optional<Emptiness> emptiness() const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeGraph();
    void setUpTools();
    void setUpExports();
    Interest interest() const;
    void watch();
    void takeReading();
    void chooseSomething(const Snapshot &snapshot);
    /// Draws the window's part of what is chosen, once for all that changes in this turn of the event loop.
    void draw();
    void drawNow();
    void refreshNote();
    void refreshTable();
    QString emptyText() const;
    QString nameOf(const TrafficSource &source) const;
    std::map<qint64, QString> eventsShown() const;
    QStringList seriesNames() const;
    QString title() const;

    TrafficTools *m_tools;
    TrafficSourcesModel *m_sources;
    TrafficSourcesPanel *m_panel;
    QLabel *m_note;
    TrafficPlot *m_plot;
    TrafficDataModel *m_data;
    QTableView *m_table;
    QTimer m_tick; ///< the present goes on, also while nothing is read
    QTimer m_drawSoon;
    bool m_choseSomething = false;
};

} // namespace lvs
