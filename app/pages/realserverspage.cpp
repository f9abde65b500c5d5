// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/realserverspage.h"

#include "app/models/setuplistmodel.h"
#include "app/pages/serviceactions.h"
#include "app/session/connectiontrial.h"
#include "app/session/directorsession.h"
#include "app/session/sessionlist.h"
#include "app/session/setupprobing.h"
#include "app/session/setuprun.h"
#include "app/setup/scriptsbutton.h"
#include "app/setup/setupplandialog.h"
#include "app/setup/setupwizard.h"
#include "app/text/domaintext.h"
#include "app/text/format.h"
#include "app/text/setupchecktext.h"
#include "app/text/setuptext.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/treeview.h"
#include "core/director/localdirector.h"
#include "core/setup/setupplan.h"
#include "core/topology/recognition.h"

#include <QEvent>
#include <QGroupBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

/// Enough to see how they are shared out.
constexpr quint32 clientConnections = 20;
/// What was tried says nothing of now after that.
constexpr std::chrono::minutes triedFor{5};

/// The real servers with their machines, "192.168.10.11 on rs1".
QString machinesText(const SetupWish &wish)
{
    QStringList machines;
    for (const SetupServer &server : wish.servers) {
        const QString address = server.server.key.address.toString();
        machines << (server.host.isEmpty()
                         ? address
                         : RealServersPage::tr("%1 on %2", "address, machine").arg(address, hostText(server.host)));
    }
    return listText(machines);
}

bool isUnfinished(const SetupRecord &record)
{
    return !record.progress.isFinished();
}

} // namespace

RealServersPage::RealServersPage(DirectorSession *session, ServiceActions *actions, SessionList *sessions,
                                 HostList *hosts, QWidget *parent)
    : Page(session, parent)
    , m_hosts(hosts)
    , m_run(new SetupRun(session->setups(), sessions, hosts, this))
    , m_model(new SetupListModel(this))
    , m_unfinished(new MessageBar(this))
{
    tools()->addAction(actions->setUpServers);
    tools()->addSeparator();
    tools()->addAction(actions->refresh);
    m_unfinished->setObjectName(QStringLiteral("unfinishedSetup"));
    addBar(m_unfinished);
    setContent(makeContent());
    m_model->setPalette(palette());
    connect(session->setups(), &SetupStore::changed, this, &RealServersPage::refresh);
    connect(m_run, &SetupRun::progressed, this, &RealServersPage::refresh);
    connect(m_run, &SetupRun::ended, this, &RealServersPage::runEnded);
    connect(session->director(), &Director::statusChanged, this, [this] {
        const bool wasConnected = std::exchange(m_isConnected, isConnected(this->session()->director()->status().link));
        if (m_isConnected && !wasConnected && isVisible())
            checkAllInReach();
    });
    connect(m_unfinished, &MessageBar::dismissed, this, [this] {
        const auto &records = this->session()->setups()->records();
        const auto found = std::ranges::find_if(records, isUnfinished);
        m_dismissed = found == records.end() ? QString() : found->id;
    });
    if (const auto &unreadable = session->setups()->unreadable())
        notice()->showError(*unreadable);
    refresh();
}

QWidget *RealServersPage::makeContent()
{
    m_view = new TreeView(this);
    m_view->setObjectName(QStringLiteral("setups"));
    m_view->setAccessibleName(tr("Set-ups"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setSectionsMovable(false);
    for (int column = 0; const int width : {200, 80, 300, 150, 150})
        m_view->header()->resizeSection(column++, width);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RealServersPage::refreshCurrent);
    connect(m_view, &QTreeView::activated, this, &RealServersPage::showPlan);

    auto *setups = new QGroupBox(tr("Set-ups of this console"), this);
    auto *verbs = new QHBoxLayout;
    const auto addVerb = [&](const QString &text, const char *name, void (RealServersPage::*act)()) {
        auto *verb = new QPushButton(text, setups);
        verb->setObjectName(QLatin1StringView(name));
        connect(verb, &QPushButton::clicked, this, act);
        verbs->addWidget(verb);
        m_verbs.push_back(verb);
        return verb;
    };
    addVerb(tr("&Plan and undo…"), "setupShowPlan", &RealServersPage::showPlan)
        ->setToolTip(tr("What was done on each machine, to go on with or to take back"));
    addVerb(tr("Set up a&gain…"), "setupAgain", &RealServersPage::setUpAgain)
        ->setToolTip(tr("Look at the machines anew, and do what is missing"));
    m_scripts = new ScriptsButton(setups);
    verbs->addWidget(m_scripts);
    verbs->addStretch(1);
    auto *list = new QVBoxLayout(setups);
    list->addWidget(m_view, 1);
    list->addLayout(verbs);

    auto *checks = new QGroupBox(tr("What is, what should be"), this);
    m_checks = new ChecksView(checks);
    auto *checklist = new QVBoxLayout(checks);
    checklist->addWidget(m_checks);
    connect(m_checks, &ChecksView::checkRequested, this, &RealServersPage::readNow);
    connect(m_checks, &ChecksView::trialRequested, this, &RealServersPage::tryIt);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(setups);
    splitter->addWidget(checks);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 360});
    splitter->setContentsMargins(8, 0, 8, 8);
    return splitter;
}

std::optional<Page::Emptiness> RealServersPage::emptiness() const
{
    if (!session()->setups()->records().empty())
        return {};
    if (auto link = linkEmptiness())
        return link;
    return Emptiness{QStringLiteral("network-server"),
                     tr("DR, TUN, NAT and FullNAT need more than rules: addresses, ARP, forwarding, routes and source "
                        "NAT on director and real servers. They are set up here in the right order, checked, and "
                        "taken back."),
                     tr("Set up real servers…")};
}

void RealServersPage::leadOn()
{
    if (isConnected(session()->director()->status().link))
        setUp();
    else
        Page::leadOn();
}

void RealServersPage::setUp(const std::optional<ServiceKey> &service)
{
    SetupWish wish{.director = session()->director()->id()};
    if (service)
        wish.service.key = *service;
    openWizard(wish);
}

void RealServersPage::openWizard(SetupWish wish)
{
    if (m_run->isRunning())
        return;
    readSetup(*m_hosts, {.director = wish.director}).then(this, [this, wish](const SetupReading &reading) mutable {
        if (!isVisible())
            return; // the person has gone on to another director, and would take the dialog for that one's
        if (!reading.errors.empty())
            return notice()->showError(reading.errors.begin()->second);
        const IpvsTable::Entry *entry = reading.table.find(wish.service.key);
        if (entry && wish.servers.empty())
            wish.method = recogniseMethod(*entry, findHost(reading.hosts, wish.director), reading.firewall);
        (new SetupWizard(reading, wish, m_run, m_hosts, this))->open();
    });
}

void RealServersPage::setUpAgain()
{
    if (const SetupRecord *record = current())
        openWizard(record->wish);
}

void RealServersPage::showPlan()
{
    if (current())
        (new SetupPlanDialog(currentId(), session()->setups(), m_run, this))->open();
}

QString RealServersPage::currentId() const
{
    const int row = m_view->currentIndex().row();
    return row < 0 ? QString() : m_model->rows()[std::size_t(row)].id;
}

const SetupRecord *RealServersPage::current() const
{
    return session()->setups()->find(currentId());
}

bool RealServersPage::isInReach(const SetupWish &wish) const
{
    return std::ranges::all_of(hostsOf(wish), [this](const QString &id) {
        const Director *host = m_hosts->host(id);
        return host && isConnected(host->status().link);
    });
}

void RealServersPage::checkAllInReach()
{
    for (const SetupRecord &record : session()->setups()->records()) {
        if (isInReach(record.wish))
            check(record.id);
    }
}

void RealServersPage::check(const QString &id)
{
    const SetupRecord *record = session()->setups()->find(id);
    if (record && !m_verifying.contains(id)) // which reads, too
        lookFor(id, readSetup(*m_hosts, record->wish));
}

void RealServersPage::verify(const QString &id, Asking asking)
{
    const SetupRecord *record = session()->setups()->find(id);
    if (!record)
        return;
    m_verifying.insert(id);
    lookFor(id, verifySetup(m_hosts, record->wish, asking));
}

void RealServersPage::lookFor(const QString &id, QFuture<SetupReading> future)
{
    if (id == currentId())
        m_checks->showReading();
    const SetupWish wish = session()->setups()->find(id)->wish;
    future.then(this, [this, id, wish, look = ++m_looking[id]](SetupReading reading) {
        if (look != m_looking[id])
            return;
        m_verifying.remove(id);
        SetupProbes &before = m_looks[id].reading.probes;
        const bool isFresh = before.takenAt.isValid() && before.takenAt.addDuration(triedFor) > reading.readAt;
        if (!reading.probes.takenAt.isValid() && isFresh)
            reading.probes = std::move(before);
        else if (before.clients && before.clients->at.addDuration(triedFor) > reading.readAt)
            reading.probes.clients = before.clients;
        m_looks[id] = {checkSetup(wish, reading), reading};
        refresh();
        refreshCurrent();
    });
}

/// What was set up is to prove that it works.
void RealServersPage::runEnded()
{
    if (const SetupRecord &made = m_run->record(); made.progress.isComplete() && isInReach(made.wish))
        verify(made.id, Asking::Never);
    checkAllInReach();
}

void RealServersPage::readNow()
{
    verify(currentId(), Asking::Allowed);
}

void RealServersPage::tryIt(const QString &clientId)
{
    const SetupRecord *record = current();
    const auto endpoint = record ? clientEndpoint(record->wish) : std::nullopt;
    Director *client = m_hosts->host(clientId);
    if (!endpoint || m_isConnecting || (!client && !clientId.isEmpty()))
        return;
    m_isConnecting = true;
    refreshTrial();
    tryConnections(session()->director(), record->wish.service.key, *endpoint, clientConnections, client)
        .then(this, [this, id = record->id, wish = record->wish](const Result<ConnectionTally> &tally) {
            m_isConnecting = false;
            refreshTrial();
            const auto look = m_looks.find(id);
            if (!tally)
                return notice()->showError(tally.error());
            if (look == m_looks.end())
                return;
            look->second.reading.probes.clients = *tally;
            look->second.checks = checkSetup(wish, look->second.reading);
            refresh();
        });
}

/// This computer, and every other machine in reach that has no part in the set-up.
std::vector<ChecksView::Client> RealServersPage::clientsFor(const SetupRecord *record) const
{
    std::vector<ChecksView::Client> clients{{{}, tr("this computer")}};
    const QStringList taken = record ? hostsOf(record->wish) : QStringList();
    for (const Director *host : m_hosts->hosts()) {
        const bool isHere = host->id() == QStringLiteral("local") || qobject_cast<const LocalDirector *>(host);
        if (!isHere && !taken.contains(host->id()) && isConnected(host->status().link))
            clients.push_back({host->id(), directorName(*host)});
    }
    return clients;
}

void RealServersPage::refreshTrial()
{
    const SetupRecord *record = current();
    const Director *director = session()->director();
    const bool isInMemory = qobject_cast<const LocalDirector *>(director);
    const bool canTry = record && clientEndpoint(record->wish) && isConnected(director->status().link);
    m_checks->offerTrial(clientConnections, clientsFor(record));
    QString reason = tr("As a client would; the director's counters show who got them.");
    if (isInMemory)
        reason = tr("The sandbox is on no network.");
    else if (record && !clientEndpoint(record->wish))
        reason = tr("Only services of TCP with few ports can be tried.");
    m_checks->setTrialEnabled(canTry && !isInMemory && !m_isConnecting && m_looks.contains(currentId()), reason);
}

void RealServersPage::refresh()
{
    std::vector<SetupRow> rows;
    for (const SetupRecord &record : session()->setups()->records()) {
        const SetupWish &wish = record.wish;
        const auto look = m_looks.find(record.id);
        rows.push_back({.id = record.id,
                        .service = serviceText(wish.service.key),
                        .method = setupMethodShortText(wish.method),
                        .machines = machinesText(wish),
                        .begunAt = record.begunAt,
                        .state = setupStateText(record.progress, m_run->isRunning() && m_run->id() == record.id),
                        .checks = look == m_looks.end() ? MarkedText{State::Unknown, tr("not looked at")}
                                                        : setupChecksText(look->second.checks)});
    }
    m_model->setSetups(std::move(rows));
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    refreshCurrent();
    refreshUnfinished();
    refreshEmptiness();
}

void RealServersPage::refreshCurrent()
{
    const SetupRecord *record = current();
    for (QPushButton *verb : m_verbs)
        verb->setEnabled(record && !m_run->isRunning());
    refreshTrial();
    const auto look = m_looks.find(currentId());
    if (!record || look == m_looks.end()) {
        m_checks->showNothing(record != nullptr);
        m_scripts->setWish(record ? record->wish : SetupWish(), {});
        return;
    }
    const SetupReading &reading = look->second.reading;
    m_checks->showChecks(look->second.checks, record->wish, reading.readAt);
    const auto director = reading.hosts.find(record->wish.director);
    m_scripts->setWish(record->wish, director == reading.hosts.end() ? HostInfo() : director->second);
}

/// A console that was closed in the middle left it so.
void RealServersPage::refreshUnfinished()
{
    const auto &records = session()->setups()->records();
    const auto found = std::ranges::find_if(records, isUnfinished);
    if (m_run->isRunning() || found == records.end() || found->id == m_dismissed)
        return m_unfinished->hide();
    const auto lead = [this, id = found->id](void (SetupPlanDialog::*act)()) {
        auto *dialog = new SetupPlanDialog(id, session()->setups(), m_run, this);
        dialog->open();
        (dialog->*act)();
    };
    m_unfinished->ask(Severity::Warning,
                      tr("The set-up of %1, begun at %2, has stopped half way.")
                          .arg(serviceText(found->wish.service.key), format::dateAndTime(found->begunAt)),
                      setupOutcomeText(found->progress, {}),
                      {{tr("Go on"), [lead] { lead(&SetupPlanDialog::goOn); }},
                       {tr("Undo"), [lead] { lead(&SetupPlanDialog::takeBack); }}});
}

void RealServersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    checkAllInReach();
}

void RealServersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
}

} // namespace lvs
