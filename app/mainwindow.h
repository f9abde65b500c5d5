// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"
#include "core/error.h"

#include <QMainWindow>

#include <functional>
#include <map>

class QLabel;
class QStackedWidget;

namespace lvs {

class Director;
class DirectorListModel;
class DirectorSession;
class HostList;
class MessageBar;
class PendingDock;
class ServiceActions;
class SessionList;
class Sidebar;

/// The window: directors at the left, the page of the chosen one, what is pending below.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a director in the sidebar. Not owned; its page goes when it is deleted or removed here.
    void addDirector(Director *director);
    /// A machine without a row in the sidebar, for set-ups. Not owned.
    void addHost(Director *host);
    void removeDirector(Director *director);
    void setEnvironment(Director *director, Environment environment);
    void select(Director *director);
    /// For an error that belongs to no director.
    void showError(const Error &error);
    Director *current() const;

Q_SIGNALS:
    void connectRequested();
    /// The person wants to forget a director of the sidebar.
    void forgetRequested(lvs::Director *director);
    /// The first time a director is looked at, or the person asks for the connection.
    void openRequested(lvs::Director *director);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Place; ///< what the window keeps for one director

    void makeMenus();
    void showDirector(Director *director);
    Place &placeOf(Director *director);
    void showDirectorMenu(Director *director, const QPoint &position);
    bool hasDrafts() const;
    QStringList unsaved() const;
    void showName(Director *director);
    void forget(Director *director);
    /// A question whose answer may be Cancel or `action`.
    void ask(const QString &title, const QString &text, const QString &action, const std::function<void()> &confirmed);
    void showAbout();

    DirectorListModel *m_directors;
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    MessageBar *m_message;
    PendingDock *m_pending;
    ServiceActions *m_serviceActions;
    SessionList *m_sessions;
    HostList *m_hosts;
    QLabel *m_summary;
    std::map<Director *, Place> m_places;
    bool m_closing = false;
};

} // namespace lvs
