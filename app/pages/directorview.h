// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"

#include <QWidget>

#include <array>

class QTabWidget;

namespace lvs {

class ContextBar;
class DirectorSession;
class Page;
class ServiceActions;

/// The pages of a director, in the order of their tabs; Ctrl+1 is the first.
enum class PageId : quint8 { Services, Connections, System };
inline constexpr std::array pageIds{PageId::Services, PageId::Connections, PageId::System};

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
    /// Neither session nor actions are owned.
    DirectorView(DirectorSession *session, ServiceActions *actions, QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
    PageId currentPage() const;
    void showPage(PageId page);
    QString summary() const;
    /// Reads what the page that is shown needs.
    void readNow();

Q_SIGNALS:
    void currentPageChanged(lvs::PageId page);
    /// One line for the status bar, from the page that is shown.
    void summaryChanged(const QString &summary);

private:
    Page *page() const;
    Page *makePage(PageId page, DirectorSession *session, ServiceActions *actions);

    ContextBar *m_contextBar;
    QTabWidget *m_tabs;
};

} // namespace lvs
