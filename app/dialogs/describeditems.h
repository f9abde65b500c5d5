// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

class QAbstractItemView;
class QComboBox;
class QFontMetrics;
class QLineEdit;

namespace lvs {

/// A value that can be chosen, and a few words about it.
struct DescribedItem {
    QString text;
    QString description{};
    friend bool operator==(const DescribedItem &, const DescribedItem &) = default;
};

/// Values to choose from; the words about each stand beside it in the list, not in the field.
class DescribedItems : public QAbstractListModel
{
    Q_OBJECT
public:
    DescribedItems(QList<DescribedItem> items, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<DescribedItem> m_items;
};

/// Lets a view that shows `items` draw the words about each beside it.
void describe(QAbstractItemView *view, const QFontMetrics &metrics, const QList<DescribedItem> &items);
/// Makes `items` the entries of an editable combo box.
void offer(QComboBox *combo, const QList<DescribedItem> &items);
/// Offers `items`, ordered by text, while something is typed that they begin with, and all of them on the down key.
void suggest(QLineEdit *edit, const QList<DescribedItem> &items);

} // namespace lvs
