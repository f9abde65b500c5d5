// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topology/walkserverbox.h"
#include "core/topology/packetwalk.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace lvs {

class WalkModel;

/// The way of a packet from a client to a real server and back, step by step.
class WalkPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WalkPanel(QWidget *parent = nullptr);

    /// `figures` are those of the set-up's servers, `hosts` how machines are called, by Director::id(). The step stays
    /// where it was.
    void setWalk(const std::shared_ptr<const SetupJudgement> &setup, const ServerFigures &figures,
                 const std::map<QString, QString> &hosts);
    /// There is no service to walk to; `reason` says what to do.
    void clear(const QString &reason);

    const std::vector<WalkStep> &steps() const { return m_steps; }
    /// Of the one that is looked at; -1 if there is none.
    int current() const;
    /// The real server to which it goes; none where no client is given, or no server takes it.
    std::optional<ServerKey> server() const { return m_to; }
    void setServer(const ServerKey &server) { m_server->choose(server); }
    /// The scheduler is to choose anew with the next setWalk().
    void chooseAgain() { m_server->chooseAgain(); }

Q_SIGNALS:
    /// The step that is looked at, or the steps.
    void stepChanged();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeFields();
    QToolButton *addButton(const char *name, const char *icon, const QString &text, const QString &explanation);
    void walk();
    void go(int step);
    void play();
    void explain();
    void showClientError(const std::optional<Error> &error);
    void recolor();

    WalkModel *m_model;
    QLineEdit *m_client;
    QLabel *m_clientIcon;
    QLabel *m_clientError;
    WalkServerBox *m_server;
    QLabel *m_choice; ///< why the scheduler chooses that one
    QToolButton *m_first = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_next = nullptr;
    QTreeView *m_view;
    QLabel *m_icon;
    QLabel *m_reason;
    QTimer m_pace;
    std::shared_ptr<const SetupJudgement> m_setup; ///< never null
    std::map<QString, QString> m_hosts;
    std::vector<WalkStep> m_steps;
    std::optional<ServerKey> m_to;
    QString m_emptyReason;
};

} // namespace lvs
