// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"

#include <QList>
#include <QWidget>

class QTabWidget;

namespace lvs {

class ContextBar;
class DirectorSession;
class HostList;
class Page;
class ServiceActions;
class SessionList;
class TableWatcher;

/// The pages of a director, in the order of their tabs; Ctrl+1 is the first. Each has a row in directorview.cpp.
enum class PageId : quint8 {
    Overview,
    Services,
    Traffic,
    Connections,
    Topology,
    Rules,
    RealServers,
    System,
};
QList<PageId> pageIds();

QIcon pageIcon(PageId page);
/// With a mnemonic, for menus.
QString pageTitle(PageId page);
QString pageExplanation(PageId page);
QKeySequence pageKey(PageId page);

/// Everything the window shows of one director: which one it is, how it stands with it, and its pages.
class DirectorView : public QWidget
{
    Q_OBJECT
public:
    /// Nothing of it is owned.
    DirectorView(DirectorSession *session, ServiceActions *actions, SessionList *sessions, HostList *hosts,
                 QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
    PageId currentPage() const;
    void showPage(PageId page);
    QString summary() const;
    /// Names of texts that are not saved.
    QStringList unsaved() const;
    /// The person gives those up.
    void giveUp();
    /// Reads what the page that is shown needs.
    void readNow();

Q_SIGNALS:
    void currentPageChanged(lvs::PageId page);
    /// One line for the status bar, from the page that is shown.
    void summaryChanged(const QString &summary);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Page *page() const;
    /// For the service that is selected on the Services page, if that is shown.
    void setUpServers();
    void refreshOwners();
    static void refreshPace(ContextBar &bar, const TableWatcher &watcher);

    DirectorSession *m_session;
    ServiceActions *m_actions;
    ContextBar *m_contextBar;
    QTabWidget *m_tabs;
};

} // namespace lvs
