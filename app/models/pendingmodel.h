// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace lvs {

/// The drafted operations in words, or those of the last apply with what became of each.
class PendingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Change, ResultColumn, ColumnCount };

    explicit PendingModel(QObject *parent = nullptr);

    /// `results` runs parallel to the plan, or is empty for a draft.
    void show(const ChangePlan &plan, std::vector<OperationResult> results);
    const ChangePlan &plan() const { return m_plan; }
    /// The plan as commands, one per line.
    QString commands() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString resultText(const OperationResult &result) const;
    ChangePlan m_plan;
    std::vector<OperationResult> m_results;
};

} // namespace lvs
