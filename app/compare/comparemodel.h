// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/comparerows.h"

#include <QAbstractItemModel>
#include <QPalette>

namespace lvs {

/// The rows of a comparison as a tree.
class CompareModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Object, StandingColumn, LeftValue, RightValue };

    using QAbstractItemModel::QAbstractItemModel;

    /// May be null.
    void show(std::shared_ptr<const CompareRows> rows);
    void setSideNames(const QString &left, const QString &right);
    void setPalette(const QPalette &palette);
    const CompareRow *rowAt(const QModelIndex &index) const;
    /// Invalid if it is not there.
    QModelIndex indexOf(const ComparedPart &part) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString objectText(const CompareRow &row);
    static QString valueText(const CompareRow &row, Side side);

    std::shared_ptr<const CompareRows> m_rows;
    QString m_left;
    QString m_right;
    QPalette m_palette;
};

} // namespace lvs
