// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/directorview.h"

#include "app/pages/connectionspage.h"
#include "app/pages/servicespage.h"
#include "app/pages/systempage.h"
#include "app/session/directorsession.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/widgets/contextbar.h"
#include "app/widgets/linkbar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
public:
    static QString title(PageId page);
    static QString explanation(PageId page);
};

QString Words::title(PageId page)
{
    switch (page) {
    case PageId::Services:
        return tr("&Services");
    case PageId::Connections:
        return tr("&Connections");
    case PageId::System:
        return tr("S&ystem");
    }
    return {};
}

QString Words::explanation(PageId page)
{
    switch (page) {
    case PageId::Services:
        return tr("Virtual services and their real servers");
    case PageId::Connections:
        return tr("Who is connected where, and which clients are tied to a real server");
    case PageId::System:
        return tr("Kernel support, timeouts, connection synchronisation and tunables");
    }
    return {};
}

} // namespace

QIcon pageIcon(PageId page)
{
    switch (page) {
    case PageId::Services:
        return themeIcon(QStringLiteral("view-list-tree"));
    case PageId::Connections:
        return themeIcon(QStringLiteral("network-connect"));
    case PageId::System:
        return themeIcon(QStringLiteral("computer"));
    }
    return {};
}

QString pageTitle(PageId page)
{
    return Words::title(page);
}

QString pageExplanation(PageId page)
{
    return Words::explanation(page);
}

QKeySequence pageKey(PageId page)
{
    return QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(page)));
}

DirectorView::DirectorView(DirectorSession *session, ServiceActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_contextBar(new ContextBar(session->director(), this))
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setDocumentMode(true);
    for (const PageId id : pageIds) {
        Page *page = makePage(id, session, actions);
        const int index = m_tabs->addTab(page, pageIcon(id), format::withoutMnemonic(pageTitle(id)));
        m_tabs->setTabToolTip(
            index, QStringLiteral("%1 (%2)").arg(pageExplanation(id), pageKey(id).toString(QKeySequence::NativeText)));
        connect(page, &Page::summaryChanged, this, [this, page](const QString &summary) {
            if (m_tabs->currentWidget() == page)
                Q_EMIT summaryChanged(summary);
        });
    }
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this](int index) { Q_EMIT currentPageChanged(pageIds.at(size_t(index))); });

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 0);
    bar->addWidget(new LinkBar(session, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_contextBar);
    layout->addLayout(bar);
    layout->addWidget(m_tabs, 1);
}

Page *DirectorView::makePage(PageId page, DirectorSession *session, ServiceActions *actions)
{
    switch (page) {
    case PageId::Services:
        return new ServicesPage(session, actions, this);
    case PageId::Connections:
        return new ConnectionsPage(session, actions, this);
    case PageId::System:
        return new SystemPage(session, this);
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

void DirectorView::setEnvironment(Environment environment)
{
    m_contextBar->setEnvironment(environment);
}

PageId DirectorView::currentPage() const
{
    return pageIds.at(size_t(m_tabs->currentIndex()));
}

void DirectorView::showPage(PageId page)
{
    m_tabs->setCurrentIndex(int(std::ranges::find(pageIds, page) - pageIds.begin()));
}

QString DirectorView::summary() const
{
    return page()->summary();
}

void DirectorView::readNow()
{
    page()->readNow();
}

Page *DirectorView::page() const
{
    return static_cast<Page *>(m_tabs->currentWidget());
}

} // namespace lvs
