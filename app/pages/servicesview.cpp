// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/servicesview.h"

#include "app/models/servicetreemodel.h"
#include "app/pages/weightdelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <map>
#include <ranges>

namespace lvs {

namespace {

const QString headerKey = QStringLiteral("services/header1");
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
    , m_sorted(new QSortFilterProxyModel(this))
{
    using namespace std::chrono_literals;
    setObjectName(QStringLiteral("servicesTree"));
    setAccessibleName(tr("Virtual services and real servers"));
    m_sorted->setSortRole(ServiceTreeModel::RawValueRole);
    m_sorted->setSourceModel(model);
    setModel(m_sorted);
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
    const auto later = [this] { m_interestTimer.start(); };
    connect(this, &QTreeView::expanded, this, later);
    connect(this, &QTreeView::collapsed, this, later);
    connect(m_sorted, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_sorted, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_sorted, &QAbstractItemModel::layoutChanged, this, later);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, later] {
        later();
        Q_EMIT selectionOrCurrentChanged();
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &ServicesView::selectionOrCurrentChanged);
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

    connect(columns, &QWidget::customContextMenuRequested, this, &ServicesView::showColumnMenu);
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
    const int spare = std::max(0, viewport()->width() - wanted);
    for (const auto &[section, width] : widths)
        header()->resizeSection(section, width + spare * width / wanted);
}

void ServicesView::showColumn(int section, bool shown)
{
    const QScopedValueRollback arranging(m_arranging, true);
    setColumnHidden(section, !shown);
    fillWidth();
    storeHeader();
}

void ServicesView::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (int section = 1; section < serviceColumnCount; ++section) {
        QAction *action = menu->addAction(columnTitle(ServiceColumn(section)));
        action->setToolTip(columnExplanation(ServiceColumn(section)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) { showColumn(section, shown); });
    }
    menu->popup(header()->mapToGlobal(position));
}

QModelIndexList ServicesView::selectedRowsOfModel() const
{
    QModelIndexList rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << m_sorted->mapToSource(index);
    return rows;
}

QModelIndex ServicesView::currentOfModel() const
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    if (current.isValid() && selectionModel()->isRowSelected(current.row(), current.parent()))
        return m_sorted->mapToSource(current);
    return selectedRowsOfModel().value(0);
}

void ServicesView::select(const QModelIndex &modelIndex)
{
    const QModelIndex index = m_sorted->mapFromSource(modelIndex);
    setCurrentIndex(index);
    scrollTo(index);
}

void ServicesView::editWeight(const QModelIndex &modelIndex)
{
    const QModelIndex cell = m_sorted->mapFromSource(modelIndex.siblingAtColumn(int(ServiceColumn::Weight)));
    if (!cell.flags().testFlag(Qt::ItemIsEditable))
        return;
    if (isColumnHidden(cell.column()))
        showColumn(cell.column(), true);
    edit(cell);
}

void ServicesView::settle()
{
    if (m_settled || m_model->rowCount() == 0)
        return;
    m_settled = true;
    if (m_model->rowCount() <= fewServices)
        expandAll();
    setCurrentIndex(m_sorted->index(0, 0));
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

void ServicesView::collectInterest()
{
    std::set<ServiceKey> services;
    const auto take = [&](const QModelIndex &index) {
        const QModelIndex source = m_sorted->mapToSource(index.siblingAtColumn(0));
        if (const ServiceRow *service = m_model->serviceOf(source); service && service->actual)
            services.insert(service->key);
    };
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (isExpanded(index))
            take(index);
    }
    for (const QModelIndex &index : selectionModel()->selectedRows())
        take(index);
    const int bottom = viewport()->height();
    for (QModelIndex index = indexAt(QPoint(0, 0)); index.isValid(); index = indexBelow(index)) {
        if (visualRect(index).top() > bottom)
            break;
        take(index);
    }
    Interest interest{.allServers = false, .serversOf = {services.begin(), services.end()}};
    if (interest == m_interest)
        return;
    m_interest = std::move(interest);
    Q_EMIT interestChanged(m_interest);
}

} // namespace lvs
