// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sysctls.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace lvs {

/// The tunables that a director has.
class SysctlModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Name, Value, Default, Effect, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setValues(const std::vector<SysctlValue> &values);
    void setPalette(const QPalette &palette);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QVariant valueData(const SysctlValue &value, int role) const;
    void touched();

    std::vector<SysctlValue> m_values;
    QPalette m_palette;
};

} // namespace lvs
