// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"

#include <QAbstractTableModel>
#include <QPalette>

#include <memory>

namespace lvs {

/// The drafted operations in words, or those of the last apply with what became of each.
class PendingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Change, ResultColumn, ColumnCount };

    explicit PendingModel(QObject *parent = nullptr);

    /// `results` runs parallel to the plan, or is empty for a draft.
    void show(std::shared_ptr<const ChangePlan> plan, std::vector<OperationResult> results);
    const ChangePlan &plan() const { return *m_plan; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString resultText(const OperationResult &result) const;
    std::shared_ptr<const ChangePlan> m_plan = std::make_shared<const ChangePlan>();
    std::vector<OperationResult> m_results;
};

} // namespace lvs
