// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/servicesview.h"

#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/rowselection.h"
#include "app/pages/weightdelegate.h"
#include "app/widgets/sparkline.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

namespace lvs {

namespace {

constexpr int fewServices = 20;
constexpr int noService = -1; ///< in place of the row of a service: the services themselves

} // namespace

ServicesView::ServicesView(ServiceTreeModel *model, QWidget *parent)
    : TreeView(parent)
    , m_model(model)
    , m_arranged(new ArrangedServices(model, this))
{
    using namespace std::chrono_literals;
    setObjectName(QStringLiteral("servicesTree"));
    setAccessibleName(tr("Virtual services and real servers"));
    // Before the selection and the base class hear of it.
    connect(m_arranged, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        rememberTop();
        m_removing = true;
    });
    m_selection = new RowSelection(m_arranged, this);
    setModel(m_arranged);
    delete selectionModel(); // the view's own, which nobody knows yet
    setSelectionModel(m_selection);
    setItemDelegate(new WeightDelegate(this));
    setItemDelegateForColumn(int(ServiceColumn::Trend), new SparklineDelegate(ServiceTreeModel::TrendRole, this));
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setUpHeader();

    m_writer.setMaxThreadCount(1);
    m_storeTimer.setSingleShot(true);
    m_storeTimer.setInterval(200ms);
    connect(&m_storeTimer, &QTimer::timeout, this, &ServicesView::storeHeaderNow);
    m_interestTimer.setSingleShot(true);
    m_interestTimer.setInterval(50ms);
    connect(&m_interestTimer, &QTimer::timeout, this, &ServicesView::collectInterest);
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(0ms);
    connect(&m_selectionTimer, &QTimer::timeout, this, &ServicesView::selectionOrCurrentChanged);
    connectArrangement();
}

ServicesView::~ServicesView()
{
    if (m_storeTimer.isActive())
        storeHeaderNow();
}

void ServicesView::connectArrangement()
{
    const auto later = [this] { m_interestTimer.start(); };
    connect(this, &QTreeView::expanded, this, later);
    connect(this, &QTreeView::collapsed, this, later);
    connect(m_arranged, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_arranged, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_arranged, &ArrangedServices::rearranged, this, later);
    connect(m_arranged, &ArrangedServices::aboutToRearrange, this, &ServicesView::putSelectionAside);
    connect(m_arranged, &ArrangedServices::rearranged, this, &ServicesView::restoreSelection);
    connect(m_arranged, &ArrangedServices::aboutToRearrange, this, &ServicesView::rememberTop);
    connect(m_arranged, &QAbstractItemModel::rowsAboutToBeInserted, this, &ServicesView::rememberTop);
    connect(m_arranged, &ArrangedServices::arranged, this, &ServicesView::openMatches);
    connect(m_arranged, &ArrangedServices::arranged, this, &ServicesView::returnToTop);
    connect(m_arranged, &QAbstractItemModel::rowsRemoved, this, [this] { m_removing = false; });
    connect(m_model, &ServiceTreeModel::updated, viewport(), qOverload<>(&QWidget::update));
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, later);
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &ServicesView::tellSelection);
    connect(m_selection, &QItemSelectionModel::currentChanged, this, &ServicesView::tellSelection);
}

void ServicesView::tellSelection()
{
    if (m_removing)
        m_selectionTimer.start();
    else
        Q_EMIT selectionOrCurrentChanged();
}

void ServicesView::forEachSelected(const Visit &visit) const
{
    struct Selected {
        bool isService = false;
        std::vector<std::pair<int, int>> servers{}; ///< first and last place of each range
    };
    std::map<int, Selected> selected; // by the place of the service
    const QItemSelection ranges = m_selection->selection();
    for (const QItemSelectionRange &range : ranges) {
        if (!range.isValid())
            continue; // its rows have gone
        if (range.parent().isValid()) {
            selected[range.parent().row()].servers.emplace_back(range.top(), range.bottom());
            continue;
        }
        for (int place = range.top(); place <= range.bottom(); ++place)
            selected[place].isService = true;
    }
    for (auto &[place, rows] : selected) {
        const ServiceRow &service = serviceAt(place);
        if (rows.isService)
            visit(service, nullptr);
        std::ranges::sort(rows.servers);
        const std::span<const int> servers = m_arranged->shownServers(service.row);
        for (const auto &[first, last] : rows.servers) {
            for (const int row : servers.subspan(std::size_t(first), std::size_t(last - first + 1)))
                visit(service, &service.servers[std::size_t(row)]);
        }
    }
}

void ServicesView::forEachShown(const Visit &visit) const
{
    for (int place = 0; place < m_arranged->rowCount(); ++place) {
        const ServiceRow &service = serviceAt(place);
        visit(service, nullptr);
        for (const int row : m_arranged->shownServers(service.row))
            visit(service, &service.servers[std::size_t(row)]);
    }
}

const ServiceRow &ServicesView::serviceAt(int place) const
{
    const int row = m_arranged->shownServices()[std::size_t(place)];
    return *m_model->serviceAt(m_model->index(row, 0));
}

QModelIndex ServicesView::currentOfModel() const
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (current.isValid() && m_selection->isRowSelected(current.row(), current.parent()))
        return m_arranged->mapToSource(current);
    return m_arranged->mapToSource(m_selection->firstRow());
}

void ServicesView::select(const QModelIndex &modelIndex)
{
    const QModelIndex index = m_arranged->mapFromSource(modelIndex);
    setCurrentIndex(index);
    scrollTo(index);
}

void ServicesView::editWeight(const QModelIndex &modelIndex)
{
    const QModelIndex cell = m_arranged->mapFromSource(modelIndex.siblingAtColumn(int(ServiceColumn::Weight)));
    if (!cell.flags().testFlag(Qt::ItemIsEditable))
        return;
    if (isColumnHidden(cell.column()))
        showColumn(cell.column(), true);
    edit(cell);
}

void ServicesView::focusFirst()
{
    setFocus(Qt::OtherFocusReason);
    if (!currentIndex().isValid())
        setCurrentIndex(m_arranged->index(0, 0));
}

void ServicesView::settle()
{
    if (m_settled || m_model->rowCount() == 0)
        return;
    m_settled = true;
    if (m_model->rowCount() <= fewServices)
        expandAll();
    setCurrentIndex(m_arranged->index(0, 0));
}

void ServicesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fillWidth();
    m_interestTimer.start();
}

void ServicesView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dy != 0)
        m_interestTimer.start();
}

void ServicesView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // The base class looks for the places of the rows among all; a reading changes all of them, in many slices, and is
    // painted once it has been taken.
    if (topLeft.row() == bottomRight.row())
        QTreeView::dataChanged(topLeft, bottomRight, roles);
    else if (!roles.isEmpty())
        viewport()->update();
}

void ServicesView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // The base class looks for the place of each range among all rows, after laying them out if some were removed.
    constexpr qsizetype fewRanges = 8;
    if (!m_removing && selected.size() + deselected.size() <= fewRanges)
        QTreeView::selectionChanged(selected, deselected);
    else
        viewport()->update();
}

std::span<const int> ServicesView::shownRows(int service) const
{
    return service == noService ? m_arranged->shownServices() : m_arranged->shownServers(service);
}

void ServicesView::putSelectionAside()
{
    m_selectedRows.clear();
    const QItemSelection selected = m_selection->selection();
    for (const QItemSelectionRange &range : selected) {
        const QModelIndex parent = range.parent();
        const int service = parent.isValid() ? m_arranged->shownServices()[std::size_t(parent.row())] : noService;
        const auto rows = shownRows(service).subspan(std::size_t(range.top()), std::size_t(range.height()));
        std::ranges::copy(rows, std::back_inserter(m_selectedRows[service]));
    }
    m_selection->restore({});
}

void ServicesView::restoreSelection()
{
    QItemSelection ranges;
    bool anyHidden = false;
    for (const auto &[service, rows] : std::exchange(m_selectedRows, {})) {
        const QModelIndex parent =
            service == noService ? QModelIndex() : m_arranged->mapFromSource(m_model->index(service, 0));
        if (service != noService && !parent.isValid()) {
            anyHidden = true;
            continue;
        }
        std::vector<bool> wanted(std::size_t(*std::ranges::max_element(rows)) + 1);
        for (const int row : rows)
            wanted[std::size_t(row)] = true;
        const std::span<const int> shown = shownRows(service);
        const auto isWanted = [&](std::size_t place) {
            return place < shown.size() && std::size_t(shown[place]) < wanted.size() &&
                   wanted[std::size_t(shown[place])];
        };
        std::size_t found = 0;
        for (std::size_t first = 0; first < shown.size(); ++first) {
            std::size_t end = first;
            while (isWanted(end))
                ++end;
            if (end == first)
                continue;
            ranges.append(QItemSelectionRange(m_arranged->index(int(first), 0, parent),
                                              m_arranged->index(int(end) - 1, 0, parent)));
            found += end - first;
            first = end;
        }
        anyHidden = anyHidden || found != rows.size();
    }
    m_selection->restore(ranges);
    if (anyHidden)
        Q_EMIT selectionOrCurrentChanged();
}

void ServicesView::rememberTop()
{
    // Whoever looks at the beginning goes on looking at the beginning, and an order by figures never stands still.
    if (m_topRow.isValid() || verticalScrollBar()->value() == 0 || traitsOf(m_arranged->sortColumn()).isFigure)
        return;
    const QModelIndex top = indexAt(QPoint(0, 0)).siblingAtColumn(0);
    m_topRow = top;
    m_topOffset = visualRect(top).top();
}

void ServicesView::returnToTop()
{
    const QModelIndex top = std::exchange(m_topRow, QPersistentModelIndex());
    const std::pair by(int(m_arranged->sortColumn()), header()->sortIndicatorOrder());
    if (std::exchange(m_arrangedBy, by) != by || !top.isValid())
        return;
    executeDelayedItemsLayout();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + visualRect(top).top() - m_topOffset);
}

void ServicesView::setFilter(const ServiceFilter &filter)
{
    if (!m_openUnfiltered && !filter.isEmpty()) {
        m_openUnfiltered.emplace();
        for (int row = 0; row < m_arranged->rowCount(); ++row) {
            const QModelIndex index = m_arranged->index(row, 0);
            if (isExpanded(index))
                m_openUnfiltered->insert(m_model->serviceAt(m_arranged->mapToSource(index))->key);
        }
    }
    m_arranged->setFilter(filter);
    m_interestTimer.start();
}

void ServicesView::setAllServersWanted(bool wanted)
{
    m_allServersWanted = wanted;
    m_interestTimer.start();
}

void ServicesView::openMatches()
{
    if (!m_openUnfiltered)
        return;
    scheduleDelayedItemsLayout(); // one layout for all that open and close
    const bool isFiltered = !m_arranged->filter().isEmpty();
    for (int row = 0; row < m_arranged->rowCount(); ++row) {
        const QModelIndex index = m_arranged->index(row, 0);
        if (!isFiltered)
            setExpanded(index, m_openUnfiltered->contains(m_model->serviceAt(m_arranged->mapToSource(index))->key));
        else if (m_arranged->rowCount(index) > 0)
            expand(index);
    }
    if (!isFiltered)
        m_openUnfiltered.reset();
}

void ServicesView::collectInterest()
{
    std::set<ServiceKey> services;
    const auto take = [&](const QModelIndex &index) {
        const QModelIndex source = m_arranged->mapToSource(index.siblingAtColumn(0));
        if (const ServiceRow *service = m_model->serviceOf(source); service && service->actual)
            services.insert(service->key);
    };
    for (int row = 0; row < m_arranged->rowCount(); ++row) {
        const QModelIndex index = m_arranged->index(row, 0);
        if (isExpanded(index))
            take(index);
    }
    const QItemSelection selected = m_selection->selection();
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); range.isValid() && !range.parent().isValid() && row <= range.bottom(); ++row)
            take(m_arranged->index(row, 0));
        if (range.parent().isValid())
            take(range.parent());
    }
    std::vector<IpAddress> addresses;
    const int bottom = viewport()->height();
    for (QModelIndex index = indexAt(QPoint(0, 0)); index.isValid(); index = indexBelow(index)) {
        if (visualRect(index).top() > bottom)
            break;
        take(index);
        const QModelIndex source = m_arranged->mapToSource(index.siblingAtColumn(0));
        if (const ServerRow *server = m_model->serverAt(source))
            addresses.push_back(server->key.address);
        else if (const ServiceRow *service = m_model->serviceAt(source); service && !service->key.isMark())
            addresses.push_back(service->key.address);
    }
    Q_EMIT addressesShown(addresses);
    // A filter or an order that looks at servers has to know all of them.
    const bool all =
        m_allServersWanted || m_arranged->filter().needsServers() || traitsOf(m_arranged->sortColumn()).needsServers;
    Interest interest{.allServers = all, .serversOf = {}};
    if (!all)
        interest.serversOf.assign(services.begin(), services.end());
    if (interest == m_interest)
        return;
    m_interest = std::move(interest);
    Q_EMIT interestChanged(m_interest);
}

} // namespace lvs
