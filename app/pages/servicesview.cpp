// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/servicesview.h"

#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/rowselection.h"
#include "app/pages/weightdelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>
#include <utility>

namespace lvs {

namespace {

const QString headerKey = QStringLiteral("services/header2");
const QString ownWidthsKey = QStringLiteral("services/ownWidths");
constexpr int fewServices = 20;

int defaultWidth(const QHeaderView &header, int section)
{
    const int character = header.fontMetrics().averageCharWidth();
    const auto wanted = [=] {
        switch (ServiceColumn(section)) {
        case ServiceColumn::Name:
            return 26 * character;
        case ServiceColumn::State:
            return 24 * character;
        default:
            return 8 * character;
        }
    };
    return std::max(wanted(), header.sectionSizeHint(section));
}

} // namespace

ServicesView::ServicesView(ServiceTreeModel *model, QWidget *parent)
    : QTreeView(parent)
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

    m_interestTimer.setSingleShot(true);
    m_interestTimer.setInterval(50ms);
    connect(&m_interestTimer, &QTimer::timeout, this, &ServicesView::collectInterest);
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(0ms);
    connect(&m_selectionTimer, &QTimer::timeout, this, &ServicesView::selectionOrCurrentChanged);
    connectArrangement();
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

void ServicesView::setUpHeader()
{
    QHeaderView *columns = header();
    columns->setAccessibleName(tr("Columns"));
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    columns->setStretchLastSection(false);
    columns->setFirstSectionMovable(false);
    columns->setMinimumSectionSize(40);
    setSortingEnabled(true);
    sortByColumn(int(ServiceColumn::Name), Qt::AscendingOrder);
    for (int section = 0; section < serviceColumnCount; ++section) {
        columns->resizeSection(section, defaultWidth(*columns, section));
        columns->setSectionHidden(section, !traitsOf(ServiceColumn(section)).isShownByDefault);
    }
    const QSettings settings;
    columns->restoreState(settings.value(headerKey).toByteArray());
    m_ownWidths = settings.value(ownWidthsKey).toBool();

    connect(columns, &QWidget::customContextMenuRequested, this, [this, columns](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        addColumnsTo(menu);
        menu->popup(columns->mapToGlobal(position));
    });
    connect(columns, &QHeaderView::sectionResized, this, [this] {
        if (m_arranging)
            return;
        m_ownWidths = true;
        QSettings().setValue(ownWidthsKey, true);
        storeHeader();
    });
    connect(columns, &QHeaderView::sectionMoved, this, &ServicesView::storeHeader);
    connect(columns, &QHeaderView::sortIndicatorChanged, this, &ServicesView::storeHeader);
}

void ServicesView::storeHeader() const
{
    QSettings().setValue(headerKey, header()->saveState());
}

void ServicesView::fillWidth()
{
    if (m_ownWidths)
        return;
    const QScopedValueRollback arranging(m_arranging, true);
    std::map<int, int> widths;
    for (int section = 0; section < serviceColumnCount; ++section) {
        if (!isColumnHidden(section))
            widths[section] = defaultWidth(*header(), section);
    }
    const int wanted = std::ranges::fold_left(widths | std::views::values, 0, std::plus());
    int spare = std::max(0, viewport()->width() - wanted);
    const int forNames = std::min(spare, 10 * fontMetrics().averageCharWidth()); // behind the addresses
    spare -= forNames;
    for (const auto &[section, width] : widths) {
        const int own = section == int(ServiceColumn::Name) ? forNames : 0;
        header()->resizeSection(section, width + own + spare * width / wanted);
    }
}

void ServicesView::showColumn(int section, bool shown)
{
    const QScopedValueRollback arranging(m_arranging, true);
    setColumnHidden(section, !shown);
    fillWidth();
    storeHeader();
}

void ServicesView::addColumnsTo(QMenu *menu)
{
    for (int section = 1; section < serviceColumnCount; ++section) {
        QAction *action = menu->addAction(columnTitle(ServiceColumn(section)));
        action->setToolTip(columnExplanation(ServiceColumn(section)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) { showColumn(section, shown); });
    }
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("&Reset columns"));
    reset->setToolTip(tr("Show the usual columns in the usual order and width"));
    connect(reset, &QAction::triggered, this, &ServicesView::resetColumns);
}

void ServicesView::resetColumns()
{
    const QScopedValueRollback arranging(m_arranging, true);
    for (int section = 0; section < serviceColumnCount; ++section) {
        header()->moveSection(header()->visualIndex(section), section);
        setColumnHidden(section, !traitsOf(ServiceColumn(section)).isShownByDefault);
        header()->resizeSection(section, defaultWidth(*header(), section));
    }
    m_ownWidths = false;
    QSettings().setValue(ownWidthsKey, false);
    fillWidth();
    storeHeader();
}

QModelIndexList ServicesView::selectedRowsOfModel() const
{
    QModelIndexList rows = m_selection->rows();
    for (QModelIndex &index : rows)
        index = m_arranged->mapToSource(index);
    return rows;
}

QModelIndexList ServicesView::selectedRowsShown() const
{
    // A service before its servers.
    std::vector<std::tuple<int, int, qsizetype>> places;
    const QModelIndexList rows = m_selection->rows();
    places.reserve(std::size_t(rows.size()));
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const QModelIndex parent = rows[at].parent();
        places.emplace_back(parent.isValid() ? parent.row() : rows[at].row(), parent.isValid() ? rows[at].row() : -1,
                            at);
    }
    std::ranges::sort(places);
    QModelIndexList ordered;
    ordered.reserve(rows.size());
    for (const auto &[service, server, at] : places)
        ordered << rows[at];
    return ordered;
}

QModelIndex ServicesView::currentOfModel() const
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (current.isValid() && m_selection->isRowSelected(current.row(), current.parent()))
        return m_arranged->mapToSource(current);
    return selectedRowsOfModel().value(0);
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
    // The base class looks for the places of the rows among all; a reading changes all of them.
    if (topLeft.row() == bottomRight.row())
        QTreeView::dataChanged(topLeft, bottomRight, roles);
    else
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

void ServicesView::putSelectionAside()
{
    m_selectedRows = selectedRowsOfModel();
    m_selection->restore({});
}

void ServicesView::restoreSelection()
{
    const qsizetype before = m_selectedRows.size();
    QModelIndexList rows;
    rows.reserve(before);
    for (const QModelIndex &index : std::exchange(m_selectedRows, {})) {
        if (const QModelIndex shown = m_arranged->mapFromSource(index); shown.isValid())
            rows << shown;
    }
    m_selection->restore(rows);
    if (rows.size() != before)
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
    const bool wasEmpty = m_arranged->filter().isEmpty();
    if (wasEmpty && !filter.isEmpty()) {
        m_openUnfiltered.emplace();
        for (int row = 0; row < m_arranged->rowCount(); ++row) {
            const QModelIndex index = m_arranged->index(row, 0);
            if (isExpanded(index))
                m_openUnfiltered->insert(m_model->serviceAt(m_arranged->mapToSource(index))->key);
        }
    }
    m_arranged->setFilter(filter);
    m_interestTimer.start();
    if (!filter.isEmpty() || !m_openUnfiltered)
        return;
    scheduleDelayedItemsLayout(); // one layout for all that open and close
    for (int row = 0; row < m_arranged->rowCount(); ++row) {
        const QModelIndex index = m_arranged->index(row, 0);
        setExpanded(index, m_openUnfiltered->contains(m_model->serviceAt(m_arranged->mapToSource(index))->key));
    }
    m_openUnfiltered.reset();
}

void ServicesView::setAllServersWanted(bool wanted)
{
    m_allServersWanted = wanted;
    m_interestTimer.start();
}

void ServicesView::openMatches()
{
    if (!m_openUnfiltered || m_arranged->filter().isEmpty())
        return;
    scheduleDelayedItemsLayout();
    for (int row = 0; row < m_arranged->rowCount(); ++row) {
        if (const QModelIndex index = m_arranged->index(row, 0); m_arranged->rowCount(index) > 0)
            expand(index);
    }
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
