// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/session/setupreading.h"
#include "app/setup/checksview.h"

#include <QSet>

#include <map>

class QPushButton;
class QTreeView;

namespace lvs {

class ScriptsButton;
class ServiceActions;
class SessionList;
class SetupListModel;
class SetupRun;
struct SetupRecord;

/// The set-ups of several machines that this console made for a director: how they stand, what is wrong with them, and
/// the way to make and to undo them.
class RealServersPage : public Page
{
    Q_OBJECT
public:
    /// Nothing is owned.
    RealServersPage(DirectorSession *session, ServiceActions *actions, SessionList *sessions, HostList *hosts,
                    QWidget *parent = nullptr);

    /// Opens the wizard, for a service of the table or for one to be chosen.
    void setUp(const std::optional<ServiceKey> &service = {});
    /// Looks at the machines of the current set-up.
    void readNow() override;

protected:
    std::optional<Emptiness> emptiness() const override;
    void leadOn() override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What the machines of a set-up were like when they were looked at last.
    struct Look {
        std::vector<SetupCheck> checks{};
        SetupReading reading{};
    };

    QWidget *makeContent();
    void openWizard(SetupWish wish);
    void setUpAgain();
    void showPlan();
    QString currentId() const;
    const SetupRecord *current() const;
    /// Whether nobody has to be asked for a password to look at the machines.
    bool isInReach(const SetupWish &wish) const;
    void checkAllInReach();
    /// Reads the machines of a set-up.
    void check(const QString &id);
    /// Lets them try, too, whether it works.
    void verify(const QString &id, Asking asking);
    void lookFor(const QString &id, QFuture<SetupReading> reading);
    void runEnded();
    /// Connects to the VIP of the current set-up from the machine of that id; empty: this computer.
    void tryIt(const QString &client);
    std::vector<ChecksView::Client> clientsFor(const SetupRecord *record) const;
    void refreshTrial();
    void refresh();
    void refreshCurrent();
    void refreshUnfinished();

    HostList *m_hosts;
    SetupRun *m_run;
    SetupListModel *m_model;
    QTreeView *m_view = nullptr;
    ChecksView *m_checks = nullptr;
    ScriptsButton *m_scripts = nullptr;
    std::vector<QPushButton *> m_verbs; ///< for the current set-up
    MessageBar *m_unfinished;
    QString m_dismissed;              ///< the unfinished set-up that the person does not want to hear of
    bool m_isConnected = false;       ///< the director, at its last change
    std::map<QString, Look> m_looks;  ///< by the set-up's id
    std::map<QString, int> m_looking; ///< how often it was looked at: a look that is overtaken does not count
    QSet<QString> m_verifying;        ///< the set-ups that are being tried
    bool m_isConnecting = false;      ///< as a client
};

} // namespace lvs
