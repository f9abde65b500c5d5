// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/showntext.h"

#include "app/models/explainedroles.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGraphicsItem>
#include <QGraphicsView>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTabBar>

namespace lvs {

namespace {

ShownText inHeader(const QHeaderView &header, const QPoint &position)
{
    const int section = header.logicalIndexAt(position);
    if (section < 0)
        return {};
    const auto data = [&](int role) {
        return header.model()->headerData(section, header.orientation(), role).toString();
    };
    const int start = header.sectionViewportPosition(section);
    const int size = header.sectionSize(section);
    const QRect area = header.orientation() == Qt::Horizontal ? QRect(start, 0, size, header.height())
                                                              : QRect(0, start, header.width(), size);
    return {data(Qt::DisplayRole), data(Qt::ToolTipRole), area};
}

ShownText inView(const QAbstractItemView &view, const QPoint &position)
{
    const QModelIndex index = view.indexAt(position);
    return {index.data().toString(), index.data(Qt::ToolTipRole).toString(), view.visualRect(index)};
}

ShownText inDiagram(const QGraphicsView &view, const QPoint &position)
{
    for (const QGraphicsItem *item : view.items(position)) {
        if (!item->toolTip().isEmpty())
            return {{}, item->toolTip(), view.mapFromScene(item->mapToScene(item->shape())).boundingRect().toRect()};
    }
    return {};
}

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        return box->title();
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget))
        return choice->currentText();
    return {};
}

} // namespace

ShownText shownAt(const QWidget &widget, const QPoint &position)
{
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
        area && area->viewport() == &widget) {
        if (const auto *header = qobject_cast<const QHeaderView *>(area))
            return inHeader(*header, position);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(area))
            return inView(*view, position);
        if (const auto *view = qobject_cast<const QGraphicsView *>(area))
            return inDiagram(*view, position);
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        const int tab = tabs->tabAt(position);
        return {tabs->tabText(tab), tabs->tabToolTip(tab), tabs->tabRect(tab)};
    }
    if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        QAction *action = menu->actionAt(position);
        return action ? ShownText{action->text(), menu->toolTipsVisible() ? action->toolTip() : QString(),
                                  menu->actionGeometry(action)}
                      : ShownText();
    }
    return {textOf(widget), widget.toolTip(), widget.rect()};
}

QString shownInFocus(const QWidget &widget)
{
    QStringList texts{textOf(widget), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()};
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        const QModelIndex current = view->currentIndex();
        for (int column = 0; current.isValid() && column < view->model()->columnCount(current.parent()); ++column)
            texts << current.siblingAtColumn(column).data().toString();
        texts << current.siblingAtColumn(0).data(ExplanationRole).toString();
    }
    for (const QLabel *label : widget.window()->findChildren<QLabel *>()) {
        if (label->buddy() == &widget)
            texts.prepend(label->text());
    }
    return texts.join(u'\n');
}

} // namespace lvs
