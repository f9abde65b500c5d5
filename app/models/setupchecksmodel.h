// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "core/setup/setupchecks.h"

#include <QPalette>

#include <tuple>

namespace lvs {

/// A line of a set-up's checklist.
struct SetupCheckRow {
    SetupCheck check{};

    auto key() const { return std::tuple(check.code, check.host, check.server, check.interface, check.port); }
    friend bool operator==(const SetupCheckRow &, const SetupCheckRow &) = default;
};

/// The checklist of a set-up, what is wrong first. Rows explain themselves as an ExplainedTable wants it.
class SetupChecksModel : public RowTable<SetupCheckRow>
{
    Q_OBJECT
public:
    enum Column : quint8 { Check, Machine, Is, Wanted, ColumnCount };

    using RowTable::RowTable;

    /// `checks` in the order of checkSetup(), of `wish`.
    void setChecks(const std::vector<SetupCheck> &checks, const SetupWish &wish);
    void setPalette(const QPalette &palette);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void tellAllChanged();

    SetupWish m_wish;
    QPalette m_palette;
};

} // namespace lvs
