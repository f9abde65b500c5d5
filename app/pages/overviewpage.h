// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "core/traffic/trafficmetric.h"
#include "core/traffic/trafficsource.h"

#include <QTimer>

#include <memory>

class QLabel;

namespace lvs {

class BusiestModel;
class DirectorFacts;
class EventsModel;
class FigureStrip;
class FindingsModel;
class LeadingTable;
class ServiceActions;
struct FindingRow;
struct Snapshot;

/// A director at a glance: what stands out, its traffic, the busiest of it, what happened, how it stands.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    /// Neither session nor actions are owned.
    OverviewPage(DirectorSession *session, ServiceActions *actions, QWidget *parent = nullptr);

    QString summary() const override;
    void readNow() override;

Q_SIGNALS:
    /// The person wants to see a service or real server, or all of them (the machine), where they are changed.
    void sourceRequested(const lvs::TrafficSource &source);
    void systemRequested();

protected:
    std::optional<Emptiness> emptiness() const override;
    void leadOn() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *boxed(const QString &title, LeadingTable *table);
    LeadingTable *makeBusiest(BusiestModel *model, const QString &name);
    /// Every server is wanted, but not all the time where there are many.
    void watch();
    void takeReading();
    void refresh();
    void refreshFindings();
    void refreshFigures();
    std::vector<FindingRow> findings() const;

    FindingsModel *m_findings;
    BusiestModel *m_services;
    BusiestModel *m_servers;
    EventsModel *m_events;
    DirectorFacts *m_facts;
    FigureStrip *m_figures;
    QLabel *m_noEvents;
    LeadingTable *m_eventsTable = nullptr;
    std::vector<LeadingTable *> m_busiest;
    std::shared_ptr<const Snapshot> m_whole; ///< the last reading with the servers of every service
    QTimer m_refreshTimer;                   ///< in a turn of its own, after others have taken the reading
    QTimer m_pause;                          ///< until every server is read again
};

} // namespace lvs
