// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "app/text/markedtext.h"

#include <QDateTime>
#include <QPalette>

namespace lvs {

/// A set-up of the list.
struct SetupRow {
    QString id{};
    QString service{};
    QString method{};
    QString machines{};
    QDateTime begunAt{};
    MarkedText state{};  ///< what was done of it
    MarkedText checks{}; ///< how it was found last

    QString key() const { return id; }
    friend bool operator==(const SetupRow &, const SetupRow &) = default;
};

/// The set-ups of this console on a director.
class SetupListModel : public RowTable<SetupRow>
{
    Q_OBJECT
public:
    enum Column : quint8 { Service, Method, Machines, Begun, Progress, Checks, ColumnCount };

    using RowTable::RowTable;

    void setSetups(std::vector<SetupRow> setups) { setRows(std::move(setups)); }
    void setPalette(const QPalette &palette);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QPalette m_palette;
};

} // namespace lvs
