// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/trafficpage.h"

#include "app/models/trafficdatamodel.h"
#include "app/models/trafficsourcesmodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/traffictools.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "app/session/writefile.h"
#include "app/text/domaintext.h"
#include "app/traffic/trafficexport.h"
#include "app/traffic/trafficsourcespanel.h"
#include "app/widgets/fileexports.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace lvs {

using namespace std::chrono_literals;

namespace {

/// As many services are drawn at once where nobody has chosen yet.
constexpr std::size_t fewServices = 6;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

TrafficPage::TrafficPage(DirectorSession *session, ServiceActions *actions, QWidget *parent)
    : Page(session, parent)
    , m_tools(new TrafficTools(tools(), this))
    , m_sources(new TrafficSourcesModel(session->traffic(), session->annotations(), this))
    , m_panel(new TrafficSourcesPanel(session->traffic(), m_sources, this))
    , m_note(new QLabel(this))
    , m_plot(new TrafficPlot(this))
    , m_data(new TrafficDataModel(this))
    , m_table(new QTableView(this))
{
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_panel);
    splitter->addWidget(makeGraph());
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({340, 800});
    splitter->setHandleWidth(1);
    setUpTools();
    setUpExports();

    m_sources->setPalette(palette());
    m_sources->setMetric(m_tools->metric());
    m_tick.setInterval(1500ms);
    connect(&m_tick, &QTimer::timeout, this, &TrafficPage::takeReading);
    m_drawSoon.setSingleShot(true);
    m_drawSoon.setInterval(0ms);
    connect(&m_drawSoon, &QTimer::timeout, this, &TrafficPage::drawNow);
    connect(session->traffic(), &TrafficRecorder::recorded, this, [this] {
        refreshEmptiness();
        if (isVisible())
            takeReading();
    });
    connect(session->watcher(), &TableWatcher::readFailed, this, &TrafficPage::refreshEmptiness);
    connect(session->annotations(), &Annotations::changed, this, &TrafficPage::draw);
    connect(actions->exactValues, &QAction::toggled, this, &TrafficPage::draw);
    connect(actions->filter, &QAction::triggered, this, [this] {
        if (isVisible())
            m_panel->beginFinding();
    });
    connect(m_panel, &TrafficSourcesPanel::openedChanged, this, &TrafficPage::watch);
    connect(m_panel, &TrafficSourcesPanel::currentChanged, m_plot, &TrafficPlot::setHighlighted);
    connect(m_sources, &TrafficSourcesModel::chosenChanged, this, [this] {
        std::set<TrafficSource> drawn;
        for (const auto &chosen : m_sources->chosen())
            drawn.insert(chosen.source);
        this->session()->traffic()->setDrawn(std::move(drawn));
        watch();
        draw();
    });
    setContent(splitter);
}

QWidget *TrafficPage::makeGraph()
{
    m_note->setObjectName(QStringLiteral("trafficNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 0, 8, 0);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    m_plot->setObjectName(QStringLiteral("trafficPlot"));
    connect(m_plot, &TrafficPlot::windowChanged, this, &TrafficPage::draw);
    connect(m_plot, &TrafficPlot::sourceClicked, m_panel, &TrafficSourcesPanel::select);

    m_table->setObjectName(QStringLiteral("trafficTable"));
    m_table->setAccessibleName(tr("Figures of the graph"));
    m_table->setModel(m_data);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    connect(m_data, &QAbstractItemModel::modelReset, this, [this] {
        const int character = fontMetrics().averageCharWidth();
        m_table->setColumnWidth(0, 12 * character);
        for (int column = 1; column + 1 < m_data->columnCount(); ++column) {
            const QString name = m_data->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            const int wanted = fontMetrics().horizontalAdvance(name) + 3 * character;
            m_table->setColumnWidth(column, std::clamp(wanted, 14 * character, 34 * character));
        }
    });
    // A moment in the table is one in the graph.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid() && m_table->hasFocus())
            m_plot->setCursorAt(m_data->timeAt(row.row()));
    });

    auto *above = new QWidget(this);
    auto *layout = new QVBoxLayout(above);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_note);
    layout->addWidget(m_plot, 1);
    auto *graph = new QSplitter(Qt::Vertical, this);
    graph->addWidget(above);
    graph->addWidget(m_table);
    graph->setStretchFactor(0, 1);
    graph->setCollapsible(0, false);
    graph->setSizes({420, 150});
    graph->setHandleWidth(1);
    return graph;
}

void TrafficPage::setUpTools()
{
    connect(m_tools, &TrafficTools::metricChanged, this, [this] {
        m_sources->setMetric(m_tools->metric());
        watch();
        draw();
    });
    connect(m_tools, &TrafficTools::spanChosen, this,
            [this](qint64 span) { m_plot->changeWindow([span](TimeWindow &window) { window.setSpan(span); }); });
    connect(m_tools->stacked, &QAction::toggled, m_plot, &TrafficPlot::setStacked);
    connect(m_tools->logarithmic, &QAction::toggled, m_plot, &TrafficPlot::setLogarithmic);
    connect(m_tools->pause, &QAction::triggered, this, [this](bool paused) {
        m_plot->changeWindow([paused](TimeWindow &window) { paused ? window.hold() : window.goLive(); });
    });
    m_table->setVisible(m_tools->table->isChecked());
    connect(m_tools->table, &QAction::toggled, this, [this](bool shown) {
        m_table->setVisible(shown);
        refreshTable();
    });
}

void TrafficPage::setUpExports()
{
    const auto name = [this] {
        const QDateTime end = QDateTime::fromMSecsSinceEpoch(m_plot->window().to());
        return QStringLiteral("traffic-") + end.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    };
    auto *exports = new FileExports(m_tools->exports, tr("Export traffic"), name, this);
    exports->addPictures([this](PictureFormat format, const QString &path) {
        drawNow(); // what is chosen may not be drawn yet
        return savePicture(*m_plot, format, path, title());
    });
    exports->add(tr("CSV figures"), QStringLiteral("csv"), [this](const QString &path) {
        drawNow();
        return writeFile(path, trafficCsv(m_plot->values(), seriesNames(), m_tools->metric(), eventsShown()).toUtf8());
    });
    connect(exports, &FileExports::saved, this, &Page::tell);
}

QStringList TrafficPage::seriesNames() const
{
    QStringList names;
    for (const TrafficPlot::Series &series : m_plot->series())
        names << series.name;
    return names;
}

QString TrafficPage::title() const
{
    const TimeWindow &window = m_plot->window();
    return tr("%1: %2, %3 to %4")
        .arg(directorName(*session()->director()), metricText(m_tools->metric()),
             format::dateAndTime(QDateTime::fromMSecsSinceEpoch(window.from())),
             format::dateAndTime(QDateTime::fromMSecsSinceEpoch(window.to())));
}

/// Servers of what is opened and of what is drawn: the counts of connections and the forwarding are theirs.
Interest TrafficPage::interest() const
{
    Interest interest;
    for (const TrafficSource &service : m_sources->opened())
        interest.serversOf.push_back(service.object->service);
    for (const auto &chosen : m_sources->chosen()) {
        if (!chosen.source.isMachine())
            interest.serversOf.push_back(chosen.source.object->service);
        else if (isLevel(m_tools->metric()) || isOutgoing(m_tools->metric()))
            interest.allServers = true;
    }
    for (const TrafficSource &server : session()->traffic()->pinned())
        interest.serversOf.push_back(server.object->service);
    return interest;
}

void TrafficPage::watch()
{
    if (isVisible())
        session()->watcher()->watch(this, interest());
}

void TrafficPage::takeReading()
{
    if (const auto snapshot = session()->watcher()->latest()) {
        m_panel->noteOpened();
        watch();
        m_sources->update(snapshot);
        chooseSomething(*snapshot);
    }
    m_tick.start();
    m_plot->changeWindow([](TimeWindow &window) { window.setNow(now()); });
}

void TrafficPage::chooseSomething(const Snapshot &snapshot)
{
    if (snapshot.services.empty() || std::exchange(m_choseSomething, true))
        return;
    std::vector<TrafficSource> sources;
    if (snapshot.hasTraffic && snapshot.services.size() <= fewServices) {
        for (const ServiceState &service : snapshot.services)
            sources.push_back(TrafficSource::of(service.config.key));
    } else {
        sources.push_back(TrafficSource::machine());
    }
    m_sources->chooseOnly(sources);
}

QString TrafficPage::nameOf(const TrafficSource &source) const
{
    return sourceText(source, *session()->annotations());
}

void TrafficPage::draw()
{
    if (isVisible())
        m_drawSoon.start();
}

void TrafficPage::drawNow()
{
    m_drawSoon.stop();
    const TimeWindow &window = m_plot->window();
    TrafficRecorder *traffic = session()->traffic();
    const TrafficMetric metric = m_tools->metric();
    std::vector<TrafficPlot::Series> series;
    TrafficArchive::CurvesWanted wanted{
        .metric = metric, .from = window.from(), .to = window.to(), .points = m_plot->points()};
    for (const auto &[source, color] : m_sources->chosen()) {
        TrafficPlot::Series one{.source = source, .name = nameOf(source), .color = color};
        const bool isCounted = !isOutgoing(metric) || traffic->history().replies(source) != RepliesPass::None;
        if (isCounted) {
            one.curve = traffic->curve(source, metric, window.from(), window.to(), m_plot->points());
            wanted.sources.push_back(source);
        }
        series.push_back(std::move(one));
    }
    traffic->wantOlder(std::move(wanted));
    m_plot->setSeries(std::move(series), metric);
    std::vector<TrafficPlot::Mark> marks;
    for (const TrafficEvent &event : session()->traffic()->events().events()) {
        if (event.at >= window.from() && event.at <= window.to())
            marks.push_back({event.at, event.kind, eventText(event, *session()->annotations())});
    }
    m_plot->setMarks(std::move(marks));
    m_plot->setEmptyText(emptyText());
    m_plot->refresh();
    m_tools->pause->setChecked(!window.isLive());
    m_tools->showSpan(window.span());
    refreshNote();
    refreshTable();
    Q_EMIT summaryChanged(summary());
}

QString TrafficPage::emptyText() const
{
    if (m_sources->chosen().empty())
        return tr("Nothing is chosen. Check services or real servers at the left.");
    const TrafficHistory &history = session()->traffic()->history();
    const bool counted = std::ranges::any_of(
        m_sources->chosen(), [&](const auto &chosen) { return history.replies(chosen.source) != RepliesPass::None; });
    if (isOutgoing(m_tools->metric()) && !counted)
        return tr("Replies go past the director, which can't count them.");
    if (session()->traffic()->isReadingOlder())
        return tr("Reading what was kept …");
    return tr("Nothing was recorded in this time.");
}

/// Why something can't be seen in the graph that a person may look for.
void TrafficPage::refreshNote()
{
    const TrafficHistory &history = session()->traffic()->history();
    QStringList lines;
    if (isOutgoing(m_tools->metric())) {
        for (const auto &chosen : m_sources->chosen()) {
            const QString text = repliesText(history.replies(chosen.source), nameOf(chosen.source));
            if (!text.isEmpty())
                lines << text;
        }
    }
    const auto snapshot = session()->watcher()->latest();
    if (snapshot && !snapshot->hasTraffic && !isLevel(m_tools->metric()))
        lines << tr("Without the helper on this director only the figures of all services together can be read.");
    if (history.unrecorded() > 0)
        lines << tr("%Ln object(s) are not recorded, as there are too many. Those that are drawn are.", nullptr,
                    int(history.unrecorded()));
    m_note->setText(lines.join(u'\n'));
    m_note->setVisible(!lines.isEmpty());
}

void TrafficPage::refreshTable()
{
    if (m_table->isHidden())
        return;
    m_data->show({m_plot->values(), seriesNames(), m_tools->metric(), eventsShown()});
}

std::map<qint64, QString> TrafficPage::eventsShown() const
{
    std::map<qint64, QString> events;
    for (const TrafficPlot::Mark &mark : m_plot->marks()) {
        QString &text = events[mark.at];
        text = text.isEmpty() ? mark.text : text + QStringLiteral("; ") + mark.text;
    }
    return events;
}

void TrafficPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    watch();
    takeReading();
}

void TrafficPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_tick.stop();
    session()->watcher()->unwatch(this);
}

std::optional<Page::Emptiness> TrafficPage::emptiness() const
{
    if (session()->traffic()->history().lastReading() != 0)
        return {};
    if (auto emptiness = linkEmptiness())
        return emptiness;
    return Emptiness{QStringLiteral("office-chart-line"), tr("Reading the table …"), {}};
}

QString TrafficPage::summary() const
{
    const qint64 at = session()->traffic()->history().lastReading();
    if (at == 0)
        return {};
    QStringList parts{tr("%Ln curve(s)", nullptr, int(m_sources->chosen().size())),
                      format::duration(std::chrono::milliseconds(m_plot->window().span())),
                      tr("read at %1").arg(format::timeOfDay(QDateTime::fromMSecsSinceEpoch(at)))};
    if (!m_plot->window().isLive())
        parts << tr("paused");
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace lvs
