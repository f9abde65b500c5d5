// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/hostplanprogress.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace lvs {

/// The steps of a set-up, machine by machine, with what became of each.
class SetupPlanModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Step, Machine, Changes, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProgress(const HostPlanProgress &progress);
    void setPalette(const QPalette &palette);
    const HostPlanProgress &progress() const { return m_progress; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static QString more(qsizetype count);
    QVariant stateData(const StepProgress &step, int role) const;
    void touched();

    HostPlanProgress m_progress;
    QPalette m_palette;
};

} // namespace lvs
