// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/trafficsourcespanel.h"

#include "app/models/trafficsourcefilter.h"
#include "app/session/trafficrecorder.h"
#include "app/theme/icons.h"
#include "app/traffic/archivelabel.h"
#include "app/widgets/treeview.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace lvs {

TrafficSourcesPanel::TrafficSourcesPanel(TrafficRecorder *traffic, TrafficSourcesModel *sources, QWidget *parent)
    : QWidget(parent)
    , m_traffic(traffic)
    , m_sources(sources)
    , m_found(new TrafficSourceFilter(sources, this))
    , m_find(new QLineEdit(this))
    , m_view(new TreeView(this))
    , m_pin(new QAction(themeIcon(QStringLiteral("window-pin")), tr("Keep a day of this real server"), this))
{
    setUpFind();
    setUpView();
    auto *background = new QCheckBox(tr("Keep &recording on other pages"), this);
    background->setObjectName(QStringLiteral("trafficBackground"));
    background->setToolTip(
        tr("Go on reading services and totals while this page is not shown, so that no gap is left"));
    background->setChecked(traffic->isInBackground());
    connect(background, &QCheckBox::toggled, traffic, &TrafficRecorder::setInBackground);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 8);
    layout->setSpacing(4);
    layout->addWidget(m_find);
    layout->addWidget(m_view, 1);
    layout->addWidget(background);
    layout->addWidget(new ArchiveLabel(traffic, this));
}

void TrafficSourcesPanel::setUpFind()
{
    m_find->setObjectName(QStringLiteral("trafficFind"));
    m_find->setPlaceholderText(tr("Find a service or real server"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found->setText(text);
        restoreView();
    });
}

void TrafficSourcesPanel::setUpView()
{
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
    connect(m_pin, &QAction::triggered, this, &TrafficSourcesPanel::pin);
    const auto setOpened = [this](const QModelIndex &index, bool opened) {
        m_sources->setOpened(m_found->mapToSource(index), opened);
        Q_EMIT openedChanged();
    };
    connect(m_view, &QTreeView::expanded, this, [setOpened](const QModelIndex &index) { setOpened(index, true); });
    connect(m_view, &QTreeView::collapsed, this, [setOpened](const QModelIndex &index) { setOpened(index, false); });
    connect(m_found, &QAbstractItemModel::modelReset, this, &TrafficSourcesPanel::restoreView);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_current = shown();
        refreshPin();
        Q_EMIT currentChanged(current.isValid() ? m_current : std::nullopt);
    });
}

void TrafficSourcesPanel::select(const TrafficSource &source)
{
    const QModelIndex row = m_found->mapFromSource(m_sources->indexOf(source));
    if (!row.isValid())
        return;
    m_view->setCurrentIndex(row);
    m_view->scrollTo(row);
}

void TrafficSourcesPanel::noteOpened()
{
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (const QModelIndex index = m_found->index(row, 0); m_view->isExpanded(index))
            m_sources->setOpened(m_found->mapToSource(index), true);
    }
}

void TrafficSourcesPanel::beginFinding()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
}

void TrafficSourcesPanel::restoreView()
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

TrafficSource TrafficSourcesPanel::shown() const
{
    return m_view->currentIndex().data(TrafficSourcesModel::SourceRole).value<TrafficSource>();
}

void TrafficSourcesPanel::refreshPin()
{
    const TrafficSource current = shown();
    m_pin->setEnabled(m_view->currentIndex().isValid() && current.isServer());
    m_pin->setChecked(m_traffic->pinned().contains(current));
}

void TrafficSourcesPanel::pin(bool pinned)
{
    if (const TrafficSource current = shown(); current.isServer())
        m_traffic->setPinned(current, pinned);
}

void TrafficSourcesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_sources->setPalette(palette());
        m_view->viewport()->update(); // swatches
    }
}

} // namespace lvs
