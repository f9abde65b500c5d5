// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/weightdelegate.h"

#include "app/models/servicetreemodel.h"
#include "core/types/numbers.h"

#include <QSpinBox>

#include <algorithm>

namespace lvs {

QWidget *WeightDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QSpinBox(parent);
    editor->setRange(0, int(limits::largestWeight));
    editor->setAlignment(Qt::AlignRight);
    editor->setFrame(false);
    editor->setObjectName(QStringLiteral("weightEditor"));
    editor->setAccessibleName(tr("Weight"));
    return editor;
}

void WeightDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *spin = static_cast<QSpinBox *>(editor);
    // The table is read again every second; a value that is being typed stays.
    if (!spin->property("filled").toBool()) {
        spin->setValue(index.data(Qt::EditRole).toInt());
        spin->selectAll();
        spin->setProperty("filled", true);
    }
}

void WeightDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *spin = static_cast<QSpinBox *>(editor);
    spin->interpretText();
    model->setData(index, spin->value(), Qt::EditRole);
}

void WeightDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    // Wide enough for the buttons and the number, also where the column is narrow; it grows to the left.
    QRect area = option.rect;
    area.setLeft(area.right() - std::max(area.width(), editor->sizeHint().width() / 2));
    editor->setGeometry(area);
}

QSize WeightDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The view measures one row and takes its height for all, so it has to do for each font and script.
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 9));
    return size;
}

void WeightDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(ServiceTreeModel::GlowRole).toBool())
        option->backgroundBrush = glowColor(option->palette);
}

} // namespace lvs
