// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "core/change/objectkey.h"

#include <QPointer>

namespace lvs {

class BulkEdits;
class DetailsPane;
class DrainAssistant;
class DrainBar;
class DrainWatch;
class FilterBar;
class HealthBar;
class HealthTools;
class MessageBar;
class RowCopier;
class ServiceActions;
class ServiceEdits;
class ServicesView;
class ServiceTreeModel;
class StrayRulesBar;

/// The virtual services and real servers of one director: live, and where they are drafted to change.
class ServicesPage : public Page
{
    Q_OBJECT
public:
    /// Neither session nor actions are owned. The actions work on this page while it is shown.
    ServicesPage(DirectorSession *session, ServiceActions *actions, QWidget *parent = nullptr);

    QString summary() const override;
    /// The service of the current row, which may be a real server of it.
    std::optional<ServiceKey> currentService() const;
    /// Selects a service or real server, as soon as it has been read.
    void lookAt(const ObjectKey &object);

protected:
    std::optional<Emptiness> emptiness() const override;
    void leadOn() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeSnapshot();
    void takeDraft();
    void refreshDetails();
    void setUpFilter(ServiceActions *actions);
    void refreshCounts();
    void refreshForeignBar();
    void setUpOwners(ServiceActions *actions);
    void refreshOwnersBar();
    void showDrains();
    void findWanted();

    ServiceTreeModel *m_model;
    ServicesView *m_view;
    DrainWatch *m_drains;
    RowCopier *m_copier;
    ServiceEdits *m_edits;
    BulkEdits *m_bulk;
    QPointer<DrainAssistant> m_assistant;
    HealthBar *m_healthBar;
    HealthTools *m_health;
    DetailsPane *m_details;
    FilterBar *m_filter;
    MessageBar *m_foreignBar;
    MessageBar *m_ownersBar;
    StrayRulesBar *m_strayRulesBar;
    std::optional<ObjectKey> m_wanted; ///< to be selected
    QString m_shownOwners;
    QString m_dismissedOwners; ///< the person has read it
};

} // namespace lvs
