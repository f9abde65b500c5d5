// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernelsupport.h"

#include <QAbstractTableModel>
#include <QPalette>

namespace lvs {

/// The parts of IPVS, and how they stand in a director's kernel.
class KernelModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Name, State, Purpose, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSupport(const KernelSupport &support);
    void setPalette(const QPalette &palette);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void touched();

    KernelSupport m_support;
    QPalette m_palette;
};

} // namespace lvs
