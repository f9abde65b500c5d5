// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/directorview.h"

#include "app/keepalived/keepalivedtools.h"
#include "app/pages/connectionspage.h"
#include "app/pages/overviewpage.h"
#include "app/pages/realserverspage.h"
#include "app/pages/rulespage.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicespage.h"
#include "app/pages/systempage.h"
#include "app/pages/topologypage.h"
#include "app/pages/trafficpage.h"
#include "app/session/directorsession.h"
#include "app/text/format.h"
#include "app/text/ownertext.h"
#include "app/theme/icons.h"
#include "app/widgets/contextbar.h"
#include "app/widgets/linkbar.h"
#include "core/traffic/trafficsource.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <concepts>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

template<class P>
Page *make(DirectorSession *session, ServiceActions *actions, SessionList *sessions, HostList *hosts, QWidget *parent)
{
    if constexpr (std::constructible_from<P, DirectorSession *, ServiceActions *, SessionList *, HostList *, QWidget *>)
        return new P(session, actions, sessions, hosts, parent);
    else if constexpr (std::constructible_from<P, DirectorSession *, ServiceActions *, HostList *, QWidget *>)
        return new P(session, actions, hosts, parent);
    else if constexpr (std::constructible_from<P, DirectorSession *, ServiceActions *, SessionList *, QWidget *>)
        return new P(session, actions, sessions, parent);
    else if constexpr (std::constructible_from<P, DirectorSession *, ServiceActions *, QWidget *>)
        return new P(session, actions, parent);
    else
        return new P(session, parent);
}

struct PageRow {
    PageId id;
    QLatin1StringView icon;
    const char *title;
    const char *explanation;
    Page *(*make)(DirectorSession *session, ServiceActions *actions, SessionList *sessions, HostList *hosts,
                  QWidget *parent);
};

constexpr std::array pageRows{
    PageRow{PageId::Overview, "view-grid"_L1, QT_TRANSLATE_NOOP("Pages", "&Overview"),
            QT_TRANSLATE_NOOP("Pages", "What stands out, the busiest, and how the director stands"),
            make<OverviewPage>},
    PageRow{PageId::Services, "view-list-tree"_L1, QT_TRANSLATE_NOOP("Pages", "&Services"),
            QT_TRANSLATE_NOOP("Pages", "Virtual services and their real servers"), make<ServicesPage>},
    PageRow{PageId::Traffic, "office-chart-line"_L1, QT_TRANSLATE_NOOP("Pages", "&Traffic"),
            QT_TRANSLATE_NOOP("Pages", "Rates and connections over time, as graphs"), make<TrafficPage>},
    PageRow{PageId::Connections, "network-connect"_L1, QT_TRANSLATE_NOOP("Pages", "&Connections"),
            QT_TRANSLATE_NOOP("Pages", "Who is connected where, and which clients are tied to a real server"),
            make<ConnectionsPage>},
    PageRow{PageId::Topology, "distribute-graph"_L1, QT_TRANSLATE_NOOP("Pages", "Topolo&gy"),
            QT_TRANSLATE_NOOP("Pages", "What stands where, as a diagram, and the way of a packet through it"),
            make<TopologyPage>},
    PageRow{PageId::Rules, "document-edit"_L1, QT_TRANSLATE_NOOP("Pages", "&Rules"),
            QT_TRANSLATE_NOOP("Pages", "Rule files: edit, check, compare and draft them"), make<RulesPage>},
    PageRow{PageId::RealServers, "network-server"_L1, QT_TRANSLATE_NOOP("Pages", "Real ser&vers"),
            QT_TRANSLATE_NOOP("Pages", "What DR, TUN and NAT need on director and real servers: set up, "
                                       "checked, taken back"),
            make<RealServersPage>},
    PageRow{PageId::System, "computer"_L1, QT_TRANSLATE_NOOP("Pages", "S&ystem"),
            QT_TRANSLATE_NOOP("Pages", "Kernel support, timeouts, connection synchronisation and tunables"),
            make<SystemPage>},
};
static_assert(std::ranges::all_of(pageRows, [](const PageRow &row) { return &row == &pageRows[std::size_t(row.id)]; }),
              "a row stands at its page's place");

const PageRow &rowOf(PageId page)
{
    return pageRows[std::size_t(page)];
}

} // namespace

QList<PageId> pageIds()
{
    QList<PageId> ids;
    for (const PageRow &row : pageRows)
        ids.append(row.id);
    return ids;
}

QIcon pageIcon(PageId page)
{
    return themeIcon(rowOf(page).icon);
}

QString pageTitle(PageId page)
{
    return QCoreApplication::translate("Pages", rowOf(page).title);
}

QString pageExplanation(PageId page)
{
    return QCoreApplication::translate("Pages", rowOf(page).explanation);
}

QKeySequence pageKey(PageId page)
{
    return QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(page)));
}

DirectorView::DirectorView(DirectorSession *session, ServiceActions *actions, SessionList *sessions, HostList *hosts,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_contextBar(new ContextBar(session->director(), this))
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setDocumentMode(true);
    for (const PageId id : pageIds()) {
        Page *page = rowOf(id).make(session, actions, sessions, hosts, this);
        const int index = m_tabs->addTab(page, pageIcon(id), format::withoutMnemonic(pageTitle(id)));
        m_tabs->setTabToolTip(
            index, QStringLiteral("%1 (%2)").arg(pageExplanation(id), pageKey(id).toString(QKeySequence::NativeText)));
        connect(page, &Page::summaryChanged, this, [this, page](const QString &summary) {
            if (m_tabs->currentWidget() == page)
                Q_EMIT summaryChanged(summary);
        });
    }
    auto *overview = findChild<OverviewPage *>();
    connect(overview, &OverviewPage::systemRequested, this, [this] { showPage(PageId::System); });
    connect(overview, &OverviewPage::sourceRequested, this, [this](const TrafficSource &source) {
        showPage(PageId::Services);
        if (!source.isMachine())
            findChild<ServicesPage *>()->lookAt(*source.object);
    });
    auto *topology = findChild<TopologyPage *>();
    connect(topology, &TopologyPage::servicesRequested, this, [this] { showPage(PageId::Services); });
    connect(topology, &TopologyPage::objectRequested, this, [this](const ObjectKey &object) {
        showPage(PageId::Services);
        findChild<ServicesPage *>()->lookAt(object);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int index) { Q_EMIT currentPageChanged(PageId(index)); });

    connect(session->ownership(), &TableOwnership::changed, this, &DirectorView::refreshOwners);
    connect(session->watcher(), &TableWatcher::snapshotTaken, this, &DirectorView::refreshOwners);
    refreshOwners();
    // The bar's, because pages that go away with this view end readings.
    const auto showPace = [bar = m_contextBar, watcher = session->watcher()] { refreshPace(*bar, *watcher); };
    connect(session->watcher(), &TableWatcher::paceChanged, m_contextBar, showPace);
    showPace();

    auto *keepalived = new KeepalivedTools(session, this);
    whenShown(this, keepalived, actions->compareKeepalived, &KeepalivedTools::compare);
    whenShown(this, keepalived, actions->exportKeepalived, &KeepalivedTools::exportTable);
    connect(m_contextBar, &ContextBar::configurationRequested, keepalived, &KeepalivedTools::compare);
    whenShown(this, this, actions->setUpServers, &DirectorView::setUpServers);

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

void DirectorView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_session->ownership()->setWatched(true);
    for (QAction *action : {m_actions->compareKeepalived, m_actions->exportKeepalived, m_actions->setUpServers})
        action->setEnabled(true);
}

void DirectorView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_session->ownership()->setWatched(false);
    for (QAction *action : {m_actions->compareKeepalived, m_actions->exportKeepalived, m_actions->setUpServers})
        action->setEnabled(false);
}

void DirectorView::refreshOwners()
{
    const TableOwnership &ownership = *m_session->ownership();
    m_contextBar->setOwners(ownersText(ownership, m_session->watcher()->latest().get()), ownersExplanation(ownership),
                            ownership.isRunning(TableOwner::Keepalived));
}

void DirectorView::refreshPace(ContextBar &bar, const TableWatcher &watcher)
{
    const auto pace = watcher.pace();
    if (!pace)
        return bar.setPace({}, {});
    bar.setPace(
        tr("read every %1").arg(format::briefly(pace->interval)),
        tr("The last reading took %1. The director is read while somebody looks, at most once a second and for a "
           "quarter of the time.")
            .arg(format::briefly(pace->took)));
}

void DirectorView::setEnvironment(Environment environment)
{
    m_contextBar->setEnvironment(environment);
}

PageId DirectorView::currentPage() const
{
    return PageId(m_tabs->currentIndex());
}

void DirectorView::showPage(PageId page)
{
    m_tabs->setCurrentIndex(int(page));
}

void DirectorView::setUpServers()
{
    const bool chosen = currentPage() == PageId::Services;
    const auto service = chosen ? findChild<ServicesPage *>()->currentService() : std::nullopt;
    showPage(PageId::RealServers);
    findChild<RealServersPage *>()->setUp(service);
}

QString DirectorView::summary() const
{
    return page()->summary();
}

QStringList DirectorView::unsaved() const
{
    QStringList names;
    for (int i = 0; i < m_tabs->count(); ++i)
        names << static_cast<Page *>(m_tabs->widget(i))->unsaved();
    names.removeAll(QString());
    return names;
}

void DirectorView::giveUp()
{
    for (int i = 0; i < m_tabs->count(); ++i)
        static_cast<Page *>(m_tabs->widget(i))->giveUp();
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
