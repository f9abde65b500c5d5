// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "core/topology/packetwalk.h"

#include <QPalette>

#include <array>
#include <map>

namespace lvs {

/// A step of a packet's way in words.
struct WalkRow {
    static constexpr std::size_t columns = 7;
    WalkStep::Code code{};
    WalkStep::State state{};
    std::array<QString, columns> texts{};
    std::array<bool, columns> changed{}; ///< against the step before

    WalkStep::Code key() const { return code; }
    friend bool operator==(const WalkRow &, const WalkRow &) = default;
};

/// The steps of a packet's way to a real server and back. What a step changes is bold.
class WalkModel : public RowTable<WalkRow>
{
    Q_OBJECT
public:
    enum Column : quint8 { Step, Machine, Hook, Interface, From, To, Hardware, ColumnCount };
    static_assert(ColumnCount == WalkRow::columns);

    using RowTable::RowTable;

    /// `hosts`: how machines are called, by Director::id().
    void setSteps(const std::vector<WalkStep> &steps, const std::map<QString, QString> &hosts);
    void setPalette(const QPalette &palette);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static std::array<QString, WalkRow::columns> textsOf(const WalkStep &step, const std::map<QString, QString> &hosts);

    QPalette m_palette;
};

} // namespace lvs
