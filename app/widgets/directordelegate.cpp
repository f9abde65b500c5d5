// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/directordelegate.h"

#include "app/models/directorlistmodel.h"
#include "app/text/environmenttext.h"
#include "app/theme/statecolors.h"

#include <QApplication>
#include <QPainter>

namespace lvs {

namespace {
constexpr int margin = 8;
constexpr int iconSize = 16;
} // namespace

void DirectorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = std::exchange(item.text, QString());
    const QIcon icon = std::exchange(item.icon, QIcon());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto link = LinkState(index.data(DirectorListModel::LinkStateRole).toInt());
    const QColor nameColor = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor stateTextColor = selected ? nameColor : stateColor(stateOf(link), item.palette);

    painter->save();
    const auto environment = Environment(index.data(DirectorListModel::EnvironmentRole).toInt());
    if (const QColor stripe = environmentColor(environment, item.palette); stripe.isValid())
        painter->fillRect(QRect(item.rect.left(), item.rect.top(), 4, item.rect.height()), stripe);
    const int line = item.fontMetrics.height();
    QRect text = item.rect.adjusted(2 * margin + iconSize, margin / 2 + 1, -margin, -margin / 2 - 1);
    icon.paint(painter, QRect(item.rect.left() + margin, text.top() + (line - iconSize) / 2, iconSize, iconSize),
               Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    painter->setFont(item.font);
    painter->setPen(nameColor);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                      item.fontMetrics.elidedText(name, Qt::ElideMiddle, text.width()));
    painter->setPen(stateTextColor);
    text.setTop(text.top() + line);
    QString state = index.data(DirectorListModel::StateTextRole).toString();
    if (environment != Environment::Unmarked)
        state += QStringLiteral(" · ") + environmentText(environment);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                      item.fontMetrics.elidedText(state, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize DirectorDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, 2 * option.fontMetrics.height() + margin + 2};
}

} // namespace lvs
