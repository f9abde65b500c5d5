// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/topology/directorpicture.h"
#include "core/change/objectkey.h"

#include <QTimer>

class QTabWidget;

namespace lvs {

class DiagramScene;
class DiagramView;
class FileExports;
class RulesPanel;
class ServiceActions;
class TopologyReading;
class TopologyTable;
class TopologyTools;
class WalkPanel;
struct Snapshot;

/// What stands where of a director or one of its services, as a diagram with live rates: the way of a packet through
/// it, the rules of its method, and the same as a table.
class TopologyPage : public Page
{
    Q_OBJECT
public:
    /// Nothing is owned.
    TopologyPage(DirectorSession *session, ServiceActions *actions, HostList *hosts, QWidget *parent = nullptr);

    QString summary() const override;
    /// Reads the table, and asks the machines again.
    void readNow() override;

Q_SIGNALS:
    /// The person wants to see a service or real server where it is changed.
    void objectRequested(const lvs::ObjectKey &object);
    /// Or all of them.
    void servicesRequested();

protected:
    std::optional<Emptiness> emptiness() const override;
    void leadOn() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    void setUpTools();
    void shareSelection();
    void showMenu(const QPoint &position);
    void watch();
    /// Draws what is known, once for all that changes in this turn of the event loop.
    void refresh();
    void refreshNow();
    void offerServices(const Snapshot &snapshot);
    void drawService(const ServiceKey &key);
    void drawWhole();
    void draw(const DiagramContent &content, const QString &what);
    void choose(const std::optional<ServiceKey> &service);
    void activate(const QString &id);
    void showStep();

    TopologyTools *m_tools;
    TopologyReading *m_reading;
    DirectorPicture m_picture;
    DiagramScene *m_scene;
    FileExports *m_exports;
    DiagramView *m_view;
    QTabWidget *m_tabs;
    WalkPanel *m_walk;
    RulesPanel *m_rules;
    TopologyTable *m_table;
    MessageBar *m_many;
    QTimer m_soon;
    std::set<ServerCondition> m_unfolded;
    QString m_title;          ///< what pictures say of themselves
    SetupWish m_wish;         ///< of which walk and rules are shown
    bool m_mustJudge = true;  ///< what they are made of has changed
    bool m_hasChosen = false; ///< what is drawn was looked for once
};

} // namespace lvs
