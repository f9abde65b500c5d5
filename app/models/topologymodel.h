// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "app/text/markedtext.h"

#include <QPalette>

namespace lvs {

struct DiagramContent;

/// A card of the diagram as a row, with the way that leads to it.
struct TopologyRow {
    QString id{}; ///< TopologyNode::id
    QString icon{};
    QString what{};
    QString addresses{};
    MarkedText state{}; ///< none where the sentence is empty
    QString forwarding{};
    QString requests{};
    QString replies{};

    QString key() const { return id; }
    friend bool operator==(const TopologyRow &, const TopologyRow &) = default;
};

/// The diagram of a topology as a table, for whoever can't see it or goes through it by keyboard.
class TopologyModel : public RowTable<TopologyRow>
{
    Q_OBJECT
public:
    enum Column : quint8 { What, Addresses, State, Forwarding, Requests, Replies, ColumnCount };

    using RowTable::RowTable;

    void setContent(const DiagramContent &content);
    void setPalette(const QPalette &palette);
    /// -1 if there is none.
    int rowOf(const QString &id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QPalette m_palette;
};

} // namespace lvs
