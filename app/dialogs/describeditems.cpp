// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/describeditems.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>

#include <algorithm>

namespace lvs {

namespace {

constexpr int gap = 16;

int widest(const QFontMetrics &metrics, const QList<DescribedItem> &items, QString DescribedItem::*part)
{
    constexpr qsizetype enough = 200; // of a long list; what is wider is cut off
    int width = 0;
    for (const DescribedItem &item : items.first(std::min(items.size(), enough)))
        width = std::max(width, metrics.horizontalAdvance(item.*part));
    return width;
}

/// Draws the description beside the text, all descriptions below each other.
class Delegate : public QStyledItemDelegate
{
public:
    Delegate(int textWidth, int descriptionWidth, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_textWidth(textWidth)
        , m_descriptionWidth(descriptionWidth)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state & QStyle::State_Selected;
        QRect room = option.rect.adjusted(m_textWidth + gap, 0, -gap / 2, 0);
        const QString text = option.fontMetrics.elidedText(index.data(Qt::AccessibleDescriptionRole).toString(),
                                                           Qt::ElideRight, room.width());
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize own = QStyledItemDelegate::sizeHint(option, index);
        return {m_textWidth + m_descriptionWidth + 2 * gap, own.height()};
    }

private:
    int m_textWidth;
    int m_descriptionWidth;
};

} // namespace

DescribedItems::DescribedItems(QList<DescribedItem> items, QObject *parent)
    : QAbstractListModel(parent)
    , m_items(std::move(items))
{
}

int DescribedItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant DescribedItems::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return m_items[index.row()].text;
    case Qt::AccessibleDescriptionRole:
        return m_items[index.row()].description;
    default:
        return {};
    }
}

void describe(QAbstractItemView *view, const QFontMetrics &metrics, const QList<DescribedItem> &items)
{
    view->setItemDelegate(new Delegate(widest(metrics, items, &DescribedItem::text),
                                       widest(metrics, items, &DescribedItem::description), view));
}

void offer(QComboBox *combo, const QList<DescribedItem> &items)
{
    combo->setModel(new DescribedItems(items, combo));
    describe(combo->view(), combo->fontMetrics(), items);
    combo->view()->setMinimumWidth(combo->view()->sizeHintForColumn(0));
    combo->setMaxVisibleItems(int(items.size()));
}

void suggest(QLineEdit *edit, const QList<DescribedItem> &items)
{
    auto *completer = new QCompleter(new DescribedItems(items, edit), edit);
    completer->setModelSorting(QCompleter::CaseSensitivelySortedModel);
    describe(completer->popup(), edit->fontMetrics(), items);
    completer->popup()->setAccessibleName(DescribedItems::tr("Suggestions"));
    edit->setCompleter(completer);
    auto *all = new QShortcut(Qt::Key_Down, edit);
    all->setContext(Qt::WidgetShortcut);
    QObject::connect(all, &QShortcut::activated, completer, [completer] {
        completer->setCompletionPrefix({});
        completer->complete();
    });
}

} // namespace lvs
