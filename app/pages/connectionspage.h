// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "core/director/director.h"

#include <QTimer>

class QLabel;
class QTreeView;

namespace lvs {

class ConnectionsFilter;
class ConnectionsModel;
class FilterBar;
class ServiceActions;

/// The beginning of a director's connection table, read again every two seconds while it is looked at.
class ConnectionsPage : public Page
{
    Q_OBJECT
public:
    /// Neither session nor actions are owned.
    ConnectionsPage(DirectorSession *session, ServiceActions *actions, QWidget *parent = nullptr);

    QString summary() const override;
    void readNow() override;

protected:
    std::optional<Emptiness> emptiness() const override;
    void leadOn() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpView();
    void setUpFilter(ServiceActions *actions);
    void refreshCounts();
    void read(Asking asking);
    void take(const Result<ConnectionSample> &result);
    /// How many connections the director has, from the counts of its real servers.
    void countAll();
    void refreshCost();
    /// The person may not see client addresses, or not without being asked for a password.
    bool isRefused() const;

    ConnectionsModel *m_model;
    ConnectionsFilter *m_filtered;
    FilterBar *m_filter;
    QTreeView *m_view;
    QLabel *m_cost;
    QTimer m_timer;
    QDateTime m_readAt;               ///< of the last success
    std::optional<Error> m_error;     ///< of the last reading
    std::optional<quint64> m_inTotal; ///< once it was counted
    bool m_hasMore = false;
    bool m_reading = false;
    bool m_counting = false;
};

} // namespace lvs
