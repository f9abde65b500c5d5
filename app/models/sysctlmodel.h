// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPalette>

namespace lvs {

/// The tunables as a director has them, with what is drafted for them; no rows before any was read.
class SysctlModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Name, Value, Default, Effect, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setValues(const std::vector<SysctlValue> &values);
    void setDraft(const ChangePlan &draft);
    void setPalette(const QPalette &palette);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// As in SysctlValue.
    const QString &nameAt(int row) const { return m_names.at(row); }
    const Sysctl &sysctlAt(int row) const { return *sysctlNamed(nameAt(row)); }
    /// What the director has; nullptr if it does not have this one. Valid until the next setValues().
    const QString *valueAt(int row) const { return findSysctl(m_values, nameAt(row)); }
    /// What is drafted, or what the director has; empty if it does not have this one.
    QString plannedAt(int row) const;

private:
    QVariant valueData(int row, int role) const;
    void touched();

    std::vector<SysctlValue> m_values;
    QStringList m_names;               ///< of the rows
    QHash<QString, QString> m_drafted; ///< new values by name
    QPalette m_palette;
};

} // namespace lvs
