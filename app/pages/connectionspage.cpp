// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/connectionspage.h"

#include "app/models/connectionsfilter.h"
#include "app/models/connectionsmodel.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/widgets/filterbar.h"
#include "app/widgets/filteredit.h"
#include "app/widgets/treeview.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QToolBar>
#include <QVBoxLayout>

#include <cmath>

namespace lvs {

using namespace std::chrono_literals;

namespace {

/// Seconds of processor time that the kernel takes to show a whole connection table of `count` entries: it walks to
/// its place anew for every page. 160,000 took 12.2 s on a small virtual machine.
double secondsForAll(quint64 count)
{
    return 12.2 * std::pow(double(count) / 160'000, 2);
}

} // namespace

ConnectionsPage::ConnectionsPage(DirectorSession *session, ServiceActions *actions, QWidget *parent)
    : Page(session, parent)
    , m_model(new ConnectionsModel(this))
    , m_filtered(new ConnectionsFilter(this))
    , m_filter(new FilterBar(ConnectionsFilter::keys(), QStringLiteral("client:198.18 -state:time_wait"), this))
    , m_view(new TreeView(this))
    , m_cost(new QLabel(this))
{
    tools()->addAction(actions->refresh);
    setUpView();
    setUpFilter(actions);

    m_cost->setWordWrap(true);
    m_cost->setTextFormat(Qt::PlainText);
    m_cost->setMargin(8);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_cost);

    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, [this] { read(Asking::Never); });
    connect(session->director(), &Director::statusChanged, this, [this] {
        if (isVisible() && !m_readAt.isValid())
            read(Asking::Never);
    });
    setContent(content);
}

void ConnectionsPage::setUpView()
{
    m_filtered->setSourceModel(m_model);
    m_view->setObjectName(QStringLiteral("connections"));
    m_view->setAccessibleName(tr("Connections"));
    m_view->setModel(m_filtered);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ConnectionsModel::Client, Qt::AscendingOrder);
    const int character = fontMetrics().averageCharWidth();
    m_view->header()->resizeSection(ConnectionsModel::Client, 26 * character);
    m_view->header()->resizeSection(ConnectionsModel::Service, 30 * character);
    m_view->header()->resizeSection(ConnectionsModel::Server, 26 * character);
    m_view->header()->resizeSection(ConnectionsModel::State, 18 * character);
}

void ConnectionsPage::setUpFilter(ServiceActions *actions)
{
    m_filter->edit()->setObjectName(QStringLiteral("connectionFilter"));
    connect(actions->filter, &QAction::triggered, this, [this] {
        if (isVisible())
            m_filter->focusEdit();
    });
    connect(m_filter, &FilterBar::filterChanged, this, [this](const QString &text) {
        m_filtered->setFilter(text);
        refreshCounts();
    });
    connect(m_filter, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::entered, this, [this] {
        m_view->setFocus();
        m_view->setCurrentIndex(m_filtered->index(0, 0));
    });
}

void ConnectionsPage::refreshCounts()
{
    const int all = m_model->rowCount();
    const int shown = m_filtered->rowCount();
    m_filter->setCounts(shown == all ? QString()
                                     : tr("%1 of %Ln entries", nullptr, all).arg(format::count(quint64(shown))));
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    session()->watcher()->watch(this, {}); // the services say which templates are theirs
    m_timer.start();
    read(Asking::Never);
}

void ConnectionsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_timer.stop();
    session()->watcher()->unwatch(this);
}

void ConnectionsPage::readNow()
{
    m_inTotal.reset();
    read(Asking::Allowed);
}

void ConnectionsPage::read(Asking asking)
{
    const bool knownRefused = asking == Asking::Never && isRefused();
    if (m_reading || knownRefused || !isConnected(session()->director()->status().link))
        return;
    m_reading = true;
    session()->director()->readConnections(asking).then(this, [this](const Result<ConnectionSample> &result) {
        m_reading = false;
        take(result);
    });
}

void ConnectionsPage::take(const Result<ConnectionSample> &result)
{
    if (result) {
        m_error.reset();
        m_readAt = QDateTime::currentDateTimeUtc();
        m_hasMore = result->hasMore;
        std::vector<VirtualService> services;
        if (const auto snapshot = session()->watcher()->latest()) {
            for (const ServiceState &service : snapshot->services)
                services.push_back(service.config);
        }
        m_model->show(*result, services);
        if (m_hasMore && !m_inTotal && !m_counting)
            countAll();
    } else {
        m_error = result.error();
        if (m_readAt.isValid() && !isRefused())
            tell(std::unexpected(*m_error));
    }
    refreshCost();
    refreshCounts();
    refreshEmptiness();
    if (isVisible())
        Q_EMIT summaryChanged(summary());
}

void ConnectionsPage::countAll()
{
    m_counting = true;
    session()->director()->read({.allServers = true, .serversOf = {}}).then(this, [this](const Result<Snapshot> &all) {
        m_counting = false;
        if (!all)
            return;
        m_inTotal = 0;
        for (const ServerList &list : all->servers) {
            for (const ServerState &server : list.servers)
                *m_inTotal += server.activeConnections + server.inactiveConnections + server.persistentConnections;
        }
        refreshCost();
    });
}

void ConnectionsPage::refreshCost()
{
    m_cost->setVisible(m_hasMore);
    const QString first = tr("These are the first 1,000 entries, in no meaningful order.");
    const QString reason = tr("For every 60 further entries the kernel walks through all before them again.");
    if (!m_inTotal)
        m_cost->setText(first + u' ' + reason);
    else
        m_cost->setText(first + u' ' +
                        tr("Reading all of about %1 would take the director some %2 s of processor time.")
                            .arg(format::count(*m_inTotal), QLocale().toString(secondsForAll(*m_inTotal), 'g', 2)) +
                        u' ' + reason);
}

bool ConnectionsPage::isRefused() const
{
    if (!m_error)
        return false;
    switch (m_error->code) {
    case ErrorCode::NotAuthorized:
    case ErrorCode::AuthenticationDismissed:
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::NoAuthenticationAgent:
        return true;
    default:
        return false;
    }
}

std::optional<Page::Emptiness> ConnectionsPage::emptiness() const
{
    const QString icon = QStringLiteral("network-connect");
    if (isRefused())
        return Emptiness{QStringLiteral("object-locked"),
                         tr("Who is connected is shown only to those who may administer this director."),
                         tr("Show connections")};
    if (m_model->rowCount() > 0)
        return {};
    if (auto emptiness = linkEmptiness())
        return emptiness;
    if (m_error)
        return Emptiness{icon, errorSentence(*m_error), tr("Read again")};
    if (m_readAt.isValid())
        return Emptiness{icon, tr("No connections now."), {}};
    return Emptiness{icon, tr("Reading the connections …"), {}};
}

void ConnectionsPage::leadOn()
{
    if (isConnected(session()->director()->status().link))
        readNow();
    else
        Page::leadOn();
}

QString ConnectionsPage::summary() const
{
    if (!m_readAt.isValid())
        return {};
    return tr("%Ln entries", nullptr, m_model->rowCount()) + QStringLiteral("  ·  ") +
           tr("read at %1").arg(format::timeOfDay(m_readAt));
}

} // namespace lvs
