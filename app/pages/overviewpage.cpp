// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/overviewpage.h"

#include "app/models/busiestmodel.h"
#include "app/models/eventsmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/directorfacts.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "app/text/findingtext.h"
#include "app/text/sharetext.h"
#include "app/text/traffictext.h"
#include "app/widgets/figurestrip.h"
#include "app/widgets/leadingtable.h"
#include "app/widgets/sparkline.h"
#include "core/director/strayrules.h"

#include <QAction>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

using namespace std::chrono_literals;

namespace {

/// As many servers are read with every reading, more of them now and then.
constexpr qsizetype fewServers = 10'000;
constexpr auto pauseWithMany = 30s;
constexpr std::size_t mostFindings = 100;

/// Totals of the machine, in the order of the strip.
constexpr std::array totals{TrafficQuantity::Connections, TrafficQuantity::InBytes, TrafficQuantity::OutBytes,
                            TrafficQuantity::Active, TrafficQuantity::Inactive};

bool isWhole(const Snapshot &snapshot)
{
    return snapshot.servers.size() == snapshot.services.size();
}

/// Whether what the packet filter does changes what there is to be said.
bool hasMarks(const Snapshot &snapshot, const FirewallState *firewall)
{
    const auto isMark = [](const ServiceState &service) { return service.config.key.isMark(); };
    return std::ranges::any_of(snapshot.services, isMark) || (firewall && !strayRules(snapshot, *firewall).empty());
}

qsizetype serverCount(const Snapshot &snapshot)
{
    qsizetype count = 0;
    for (const ServerList &list : snapshot.servers)
        count += std::ssize(list.servers);
    return count;
}

} // namespace

OverviewPage::OverviewPage(DirectorSession *session, ServiceActions *actions, QWidget *parent)
    : Page(session, parent)
    , m_findings(new FindingsModel(this))
    , m_services(new BusiestModel(BusiestModel::Of::Services, session->traffic(), session->annotations(), this))
    , m_servers(new BusiestModel(BusiestModel::Of::Servers, session->traffic(), session->annotations(), this))
    , m_events(new EventsModel(session->annotations(), this))
    , m_facts(new DirectorFacts(session, this))
    , m_figures(new FigureStrip(this))
    , m_noEvents(new QLabel(this))
{
    tools()->addAction(actions->refresh);
    setContent(makeContent());
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(0ms);
    connect(&m_refreshTimer, &QTimer::timeout, this, &OverviewPage::refresh);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseWithMany);
    connect(&m_pause, &QTimer::timeout, this, &OverviewPage::watch);
    connect(session->traffic(), &TrafficRecorder::recorded, this, &OverviewPage::takeReading);
    connect(session->watcher(), &TableWatcher::readFailed, this, &OverviewPage::refreshEmptiness);
    connect(session->health(), &HealthWatch::changed, this, [this] {
        if (isVisible())
            m_refreshTimer.start();
    });
    connect(session->firewall(), &FirewallWatch::changed, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(session->annotations(), &Annotations::changed, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(actions->exactValues, &QAction::toggled, &m_refreshTimer, qOverload<>(&QTimer::start));
    connect(m_facts, &DirectorFacts::systemRequested, this, &OverviewPage::systemRequested);
}

QWidget *OverviewPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *findings = new LeadingTable(m_findings, tr("Findings"), 2, this);
    findings->setObjectName(QStringLiteral("findings"));
    findings->setHeaderHidden(true);
    findings->header()->setSectionResizeMode(FindingsModel::Finding, QHeaderView::Stretch);
    findings->header()->setSectionResizeMode(FindingsModel::About, QHeaderView::ResizeToContents);
    m_eventsTable = new LeadingTable(m_events, tr("Recent events"), 2, this);
    m_eventsTable->setObjectName(QStringLiteral("events"));
    m_eventsTable->setHeaderHidden(true);
    m_eventsTable->header()->setSectionResizeMode(EventsModel::Time, QHeaderView::ResizeToContents);
    m_eventsTable->header()->setSectionResizeMode(EventsModel::What, QHeaderView::Stretch);
    m_eventsTable->hide(); // until something has happened
    m_noEvents->setObjectName(QStringLiteral("noEvents"));
    m_noEvents->setForegroundRole(QPalette::PlaceholderText);
    m_noEvents->setWordWrap(true);
    m_noEvents->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_noEvents->setText(
        tr("Nothing has happened since this console looks: no change, by whomever, and no lost connection."));
    for (const TrafficQuantity quantity : totals)
        m_figures->add(quantityText(quantity));

    auto *above = new QHBoxLayout;
    above->addWidget(boxed(tr("Findings"), findings), 5);
    above->addWidget(m_facts, 4);
    auto *busiest = new QHBoxLayout;
    busiest->addWidget(boxed(tr("Busiest services"), makeBusiest(m_services, tr("Busiest services"))), 3);
    busiest->addWidget(boxed(tr("Busiest real servers"), makeBusiest(m_servers, tr("Busiest real servers"))), 4);
    QWidget *eventsBox = boxed(tr("Recent events"), m_eventsTable);
    eventsBox->layout()->addWidget(m_noEvents);
    m_figures->setContentsMargins(4, 0, 4, 0);

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(above);
    layout->addWidget(m_figures);
    layout->addLayout(busiest, 3);
    layout->addWidget(eventsBox, 1);
    return content;
}

QWidget *OverviewPage::boxed(const QString &title, LeadingTable *table)
{
    auto *box = new QGroupBox(title, this);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(table, 1);
    connect(table, &LeadingTable::sourceActivated, this, &OverviewPage::sourceRequested);
    return box;
}

LeadingTable *OverviewPage::makeBusiest(BusiestModel *model, const QString &name)
{
    auto *table = new LeadingTable(model, name, 3, this);
    table->setObjectName(model == m_services ? QStringLiteral("busiestServices") : QStringLiteral("busiestServers"));
    table->setItemDelegateForColumn(BusiestModel::Trend, new SparklineDelegate(BusiestModel::TrendRole, table));
    QHeaderView *header = table->header();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(BusiestModel::Name, QHeaderView::Stretch);
    const int figure = fontMetrics().horizontalAdvance(QStringLiteral("88.88 MB  "));
    for (int column = BusiestModel::ConnectionRate; column < BusiestModel::ColumnCount; ++column)
        header->resizeSection(column, std::max(figure, header->sectionSizeHint(column)));
    m_busiest.push_back(table);
    return table;
}

void OverviewPage::watch()
{
    if (isVisible())
        session()->watcher()->watch(this, {.allServers = !m_pause.isActive(), .serversOf = {}});
}

void OverviewPage::takeReading()
{
    const auto snapshot = session()->watcher()->latest();
    if (snapshot && snapshot != m_whole && isWhole(*snapshot)) {
        m_whole = snapshot;
        if (isVisible() && serverCount(*snapshot) > fewServers && !m_pause.isActive()) {
            m_pause.start();
            watch();
        }
    }
    refreshEmptiness();
    if (!isVisible())
        return;
    FirewallWatch *firewall = session()->firewall();
    if (m_whole && hasMarks(*m_whole, firewall->state()))
        firewall->refresh();
    else
        firewall->refreshOnce(); // there may be rules without a service
    m_refreshTimer.start();
}

void OverviewPage::refresh()
{
    refreshFindings();
    refreshFigures();
    if (m_whole) {
        m_services->setSnapshot(*m_whole);
        m_servers->setSnapshot(*m_whole);
        m_facts->setTable(*m_whole);
        // Without counters the connections there are say most.
        for (LeadingTable *table : m_busiest) {
            for (int column = BusiestModel::ConnectionRate; column < BusiestModel::ColumnCount; ++column)
                table->setColumnHidden(column, (column != BusiestModel::Active) != m_whole->hasTraffic);
            table->viewport()->update(); // the curves go on also where the figures stand still
        }
    }
    m_events->setEvents(session()->traffic()->events());
    const bool nothingHappened = m_events->rowCount() == 0;
    m_noEvents->setVisible(nothingHappened);
    m_eventsTable->setVisible(!nothingHappened);
    if (isVisible())
        Q_EMIT summaryChanged(summary());
}

void OverviewPage::refreshFindings()
{
    m_findings->setFindings(findings());
}

std::vector<FindingRow> OverviewPage::findings() const
{
    std::vector<FindingRow> rows;
    const Annotations &names = *session()->annotations();
    const auto add = [&](const ServiceKey &service, const MarkedText &text, const QString &details) {
        const TrafficSource about = TrafficSource::of(service);
        rows.push_back({.text = text, .details = details, .about = about, .name = sourceText(about, names)});
    };
    if (m_whole) {
        for (const ServerList &list : m_whole->servers) {
            if (session()->health()->isDown(list))
                add(list.service, unreachableFinding(), unreachableExplanation());
        }
        for (const TableFinding &finding : findingsOf(*m_whole, session()->firewall()->state()))
            add(finding.service, findingText(finding), findingExplanation(finding));
        for (const ServiceState &service : m_whole->services) {
            const ServiceShare share = session()->traffic()->shares().of(service.config.key);
            if (share.verdict == ServiceShare::Verdict::Skewed)
                add(service.config.key, skewFinding(), shareExplanation(share));
        }
    }
    if (rows.size() > mostFindings) {
        const auto more = int(rows.size() - mostFindings);
        rows.resize(mostFindings);
        rows.push_back(
            {.text = {State::Overloaded, tr("… and %n more", nullptr, more)}, .about = TrafficSource::machine()});
    }
    if (rows.empty()) {
        const bool isEmpty = m_whole && m_whole->services.empty();
        rows.push_back({.text = noFinding(m_whole.get()),
                        .about = isEmpty ? std::optional(TrafficSource::machine()) : std::nullopt});
    }
    return rows;
}

void OverviewPage::refreshFigures()
{
    const TrafficHistory &history = session()->traffic()->history();
    const TrafficSource machine = TrafficSource::machine();
    const TrafficValues values = history.latest(machine);
    for (std::size_t place = 0; place < totals.size(); ++place) {
        const TrafficMetric metric = metricOf(totals[place], false);
        const double value = values[std::size_t(metric)];
        Trend trend = trendOf(history, machine, metric);
        QStringList lines{quantityExplanation(totals[place])};
        if (!isLevel(metric))
            lines << estimatorExplanation();
        if (isOutgoing(metric))
            lines << repliesText(history.replies(machine), sourceText(machine, *session()->annotations()));
        lines << trendText(metric, trend);
        lines.removeAll(QString());
        m_figures->set(place, trafficValueText(metric, value), std::move(trend), lines.join(u'\n'));
    }
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    watch();
    takeReading();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    session()->watcher()->unwatch(this);
    m_pause.stop();
}

void OverviewPage::readNow()
{
    m_pause.stop();
    watch();
    Page::readNow();
    m_facts->readNow();
}

std::optional<Page::Emptiness> OverviewPage::emptiness() const
{
    if (session()->watcher()->latest())
        return {};
    if (auto emptiness = linkEmptiness())
        return emptiness;
    if (session()->watcher()->readError())
        return Emptiness{QStringLiteral("computer"), tr("There is no table to show."), tr("Look at the system")};
    return Emptiness{QStringLiteral("network-connect"), tr("Reading the table …"), {}};
}

void OverviewPage::leadOn()
{
    if (session()->watcher()->readError())
        Q_EMIT systemRequested();
    else
        Page::leadOn();
}

QString OverviewPage::summary() const
{
    if (!m_whole)
        return {};
    const QString read = tr("read at %1 in %2 ms").arg(format::timeOfDay(m_whole->readAt)).arg(m_whole->took.count());
    if (serverCount(*m_whole) <= fewServers)
        return read;
    return read + QStringLiteral("  ·  ") +
           tr("so many real servers are read every %1").arg(format::duration(pauseWithMany));
}

} // namespace lvs
