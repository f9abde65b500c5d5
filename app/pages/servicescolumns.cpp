// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the services view: their widths, which are shown, and what is kept of that.
#include "app/models/servicetreemodel.h"
#include "app/pages/servicesview.h"
#include "app/text/sharetext.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>
#include <functional>
#include <map>
#include <ranges>

namespace lvs {

namespace {

const QString headerKey = QStringLiteral("services/header3");
const QString ownWidthsKey = QStringLiteral("services/ownWidths");

int defaultWidth(const QHeaderView &header, int section)
{
    const int character = header.fontMetrics().averageCharWidth();
    const int share = header.fontMetrics().horizontalAdvance(shareText(0.999, 0.999)) + 2 * character;
    const auto wanted = [=] {
        switch (ServiceColumn(section)) {
        case ServiceColumn::Name:
            return 26 * character;
        case ServiceColumn::State:
            return 24 * character;
        case ServiceColumn::Share:
            return share;
        case ServiceColumn::Trend:
            return 7 * character;
        default:
            return 8 * character;
        }
    };
    return std::max(wanted(), header.sectionSizeHint(section));
}

} // namespace

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
        storeHeader();
    });
    connect(columns, &QHeaderView::sectionMoved, this, &ServicesView::storeHeader);
    connect(columns, &QHeaderView::sortIndicatorChanged, this, &ServicesView::storeHeader);
}

void ServicesView::storeHeaderNow()
{
    m_storeTimer.stop();
    // Settings wait until the disk has them, which may take as long as a hundred thousand rows.
    m_writer.start([state = header()->saveState(), ownWidths = m_ownWidths] {
        QSettings settings;
        settings.setValue(headerKey, state);
        settings.setValue(ownWidthsKey, ownWidths);
    });
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
    fillWidth();
    storeHeader();
}

} // namespace lvs
