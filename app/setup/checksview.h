// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace lvs {

class ExplainedTable;
class SetupChecksModel;

/// The checklist of a set-up, what is wrong first, with the reasons of the line that is selected.
class ChecksView : public QWidget
{
    Q_OBJECT
public:
    explicit ChecksView(QWidget *parent = nullptr);

    /// Nothing was looked at yet; whether it could be.
    void showNothing(bool canLook);
    /// That the machines are being looked at; what was found before stays in sight.
    void showReading();
    /// A machine that can play the client.
    struct Client {
        QString id{}; ///< Director::id(); empty: this computer
        QString name{};
        friend bool operator==(const Client &, const Client &) = default;
    };
    /// Offers to try it with `count` connections of a client, which is one of these.
    void offerTrial(quint32 count, const std::vector<Client> &clients);
    void setTrialEnabled(bool isEnabled, const QString &toolTip);
    /// `readAt` in UTC.
    void showChecks(const std::vector<SetupCheck> &checks, const SetupWish &wish, const QDateTime &readAt);

Q_SIGNALS:
    /// The person wants to look again.
    void checkRequested();
    /// To try it, with the client of that id.
    void trialRequested(const QString &client);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    SetupChecksModel *m_model;
    ExplainedTable *m_table;
    QLabel *m_icon;
    QLabel *m_summary;
    QPushButton *m_try;
    std::vector<Client> m_clients;
    QPushButton *m_again;
    std::vector<SetupCheck> m_checks;
};

} // namespace lvs
