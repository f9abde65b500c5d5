// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/trafficpage.h"

#include "app/models/trafficdatamodel.h"
#include "app/models/trafficsourcefilter.h"
#include "app/pages/serviceactions.h"
#include "app/pages/traffictools.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "app/session/writefile.h"
#include "app/text/domaintext.h"
#include "app/theme/icons.h"
#include "app/traffic/archivelabel.h"
#include "app/traffic/trafficexport.h"
#include "app/widgets/treeview.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
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
    , m_found(new TrafficSourceFilter(m_sources, this))
    , m_find(new QLineEdit(this))
    , m_view(new TreeView(this))
    , m_pin(new QAction(themeIcon(QStringLiteral("window-pin")), tr("Keep a day of this real server"), this))
    , m_note(new QLabel(this))
    , m_plot(new TrafficPlot(this))
    , m_data(new TrafficDataModel(this))
    , m_table(new QTableView(this))
{
    auto *splitter = new QSplitter(this);
    splitter->addWidget(makeSources(actions));
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

QWidget *TrafficPage::makeSources(ServiceActions *actions)
{
    m_find->setObjectName(QStringLiteral("trafficFind"));
    m_find->setPlaceholderText(tr("Find a service or real server"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found->setText(text);
        restoreView();
    });
    connect(actions->filter, &QAction::triggered, this, [this] {
        if (isVisible())
            m_find->setFocus(Qt::ShortcutFocusReason);
    });

    m_view->setObjectName(QStringLiteral("trafficSources"));
    m_view->setAccessibleName(tr("Curves"));
    m_view->setModel(m_found);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(TrafficSourcesModel::Name, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(TrafficSourcesModel::Value, QHeaderView::Fixed);
    m_view->header()->resizeSection(TrafficSourcesModel::Value, fontMetrics().averageCharWidth() * 14);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_pin->setObjectName(QStringLiteral("trafficPin"));
    m_pin->setCheckable(true);
    m_pin->setToolTip(tr("Curves of real servers are forgotten after ten minutes unless they are kept"));
    m_view->addAction(m_pin);
    connect(m_pin, &QAction::triggered, this, &TrafficPage::pinCurrent);
    const auto setOpened = [this](const QModelIndex &index, bool opened) {
        m_sources->setOpened(m_found->mapToSource(index), opened);
        watch();
    };
    connect(m_view, &QTreeView::expanded, this, [setOpened](const QModelIndex &index) { setOpened(index, true); });
    connect(m_view, &QTreeView::collapsed, this, [setOpened](const QModelIndex &index) { setOpened(index, false); });
    connect(m_found, &QAbstractItemModel::modelReset, this, &TrafficPage::restoreView);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_current = currentSource();
        m_plot->setHighlighted(current.isValid() ? m_current : std::nullopt);
        refreshPin();
    });

    auto *background = new QCheckBox(tr("Keep &recording on other pages"), this);
    background->setObjectName(QStringLiteral("trafficBackground"));
    background->setToolTip(
        tr("Go on reading services and totals while this page is not shown, so that no gap is left"));
    background->setChecked(session()->traffic()->isInBackground());
    connect(background, &QCheckBox::toggled, session()->traffic(), &TrafficRecorder::setInBackground);

    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 0, 0, 8);
    layout->setSpacing(4);
    layout->addWidget(m_find);
    layout->addWidget(m_view, 1);
    layout->addWidget(background);
    layout->addWidget(new ArchiveLabel(session()->traffic(), side));
    return side;
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
    connect(m_plot, &TrafficPlot::sourceClicked, this, &TrafficPage::select);

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
    const auto addPicture = [this](const QString &text, const QString &suffix, PictureFormat format) {
        QAction *action = m_tools->exports->addAction(text);
        action->setObjectName(QStringLiteral("trafficExport_") + suffix);
        connect(action, &QAction::triggered, this, [this, text, suffix, format] {
            askWhere(suffix, text,
                     [this, format](const QString &path) { return savePicture(*m_plot, format, path, title()); });
        });
    };
    addPicture(tr("PNG picture"), QStringLiteral("png"), PictureFormat::Png);
    addPicture(tr("SVG drawing"), QStringLiteral("svg"), PictureFormat::Svg);
    addPicture(tr("PDF document"), QStringLiteral("pdf"), PictureFormat::Pdf);
    QAction *csv = m_tools->exports->addAction(tr("CSV figures"));
    csv->setObjectName(QStringLiteral("trafficExport_csv"));
    connect(csv, &QAction::triggered, this, [this] {
        askWhere(QStringLiteral("csv"), tr("CSV figures"), [this](const QString &path) {
            QStringList names;
            for (const TrafficPlot::Series &series : m_plot->series())
                names << series.name;
            return writeFile(path, trafficCsv(m_plot->values(), names, m_tools->metric(), eventsShown()).toUtf8());
        });
    });
}

void TrafficPage::askWhere(const QString &suffix, const QString &filter,
                           const std::function<Result<void>(const QString &)> &save)
{
    auto *dialog = new QFileDialog(this, tr("Export traffic"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(filter, suffix));
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(m_plot->window().to());
    dialog->selectFile(QStringLiteral("traffic-%1.%2").arg(end.toString(QStringLiteral("yyyyMMdd-HHmmss")), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString &path) {
        drawNow(); // what is chosen may not be drawn yet
        tell(save(path));
    });
    dialog->open();
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
        for (int row = 0; row < m_found->rowCount(); ++row) {
            // The view does not tell of rows that it opens together.
            if (const QModelIndex index = m_found->index(row, 0); m_view->isExpanded(index))
                m_sources->setOpened(m_found->mapToSource(index), true);
        }
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

void TrafficPage::restoreView()
{
    const int scrolled = m_view->verticalScrollBar()->value();
    for (const TrafficSource &service : m_sources->opened())
        m_view->setExpanded(m_found->mapFromSource(m_sources->indexOf(service)), true);
    if (m_current) {
        if (const QModelIndex row = m_found->mapFromSource(m_sources->indexOf(*m_current)); row.isValid())
            m_view->setCurrentIndex(row);
    }
    m_view->verticalScrollBar()->setValue(scrolled);
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
    QStringList names;
    for (const TrafficPlot::Series &series : m_plot->series())
        names << series.name;
    m_data->show({m_plot->values(), names, m_tools->metric(), eventsShown()});
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

TrafficSource TrafficPage::currentSource() const
{
    return m_view->currentIndex().data(TrafficSourcesModel::SourceRole).value<TrafficSource>();
}

void TrafficPage::select(const TrafficSource &source)
{
    const QModelIndex row = m_found->mapFromSource(m_sources->indexOf(source));
    if (!row.isValid())
        return;
    m_view->setCurrentIndex(row);
    m_view->scrollTo(row);
}

void TrafficPage::refreshPin()
{
    const TrafficSource current = currentSource();
    m_pin->setEnabled(m_view->currentIndex().isValid() && current.isServer());
    m_pin->setChecked(session()->traffic()->pinned().contains(current));
}

void TrafficPage::pinCurrent(bool pinned)
{
    if (const TrafficSource current = currentSource(); current.isServer())
        session()->traffic()->setPinned(current, pinned);
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

void TrafficPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_sources->setPalette(palette());
        m_view->viewport()->update(); // swatches
    }
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
