// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/packetwalk.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QComboBox;
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

    /// `hosts`: how machines are called, by Director::id(). The step stays where it was.
    void setWalk(const SetupWish &wish, const SetupFacts &facts, const std::map<QString, QString> &hosts);
    /// There is no service to walk to; `reason` says what to do.
    void clear(const QString &reason);

    const std::vector<WalkStep> &steps() const { return m_steps; }
    /// Of the one that is looked at; -1 if there is none.
    int current() const;
    /// The real server to which it goes.
    std::optional<ServerKey> server() const;
    void setServer(const ServerKey &server);

Q_SIGNALS:
    /// The step that is looked at, or the steps.
    void stepChanged();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeFields();
    QToolButton *addButton(const char *name, const char *icon, const QString &text, const QString &explanation);
    void offerServers();
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
    QComboBox *m_server;
    QToolButton *m_first = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_next = nullptr;
    QTreeView *m_view;
    QLabel *m_icon;
    QLabel *m_reason;
    QTimer m_pace;
    SetupWish m_wish;
    SetupFacts m_facts;
    std::map<QString, QString> m_hosts;
    std::vector<WalkStep> m_steps;
    QString m_emptyReason;
};

} // namespace lvs
