// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "app/text/markedtext.h"
#include "core/traffic/trafficsource.h"

namespace lvs {

/// Something that a person should look at, or that all is well.
struct FindingRow {
    MarkedText text{};
    QString details{};                    ///< more of it, for a tooltip
    std::optional<TrafficSource> about{}; ///< the machine: all services
    QString name{};                       ///< of that

    std::pair<std::optional<TrafficSource>, QString> key() const { return {about, text.sentence}; }
    friend bool operator==(const FindingRow &, const FindingRow &) = default;
};

/// What stands out on a director, the worst first.
class FindingsModel : public RowTable<FindingRow>
{
    Q_OBJECT
public:
    enum Column : quint8 { Finding, About, ColumnCount };

    using RowTable::RowTable;

    void setFindings(std::vector<FindingRow> findings) { setRows(std::move(findings)); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace lvs
