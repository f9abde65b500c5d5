// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filterquery.h"

#include <QSortFilterProxyModel>

namespace lvs {

/// The connections that a filter wants, sorted by value: free words, and `client:`, `vip:`, `server:`, `state:`,
/// `kind:template`.
class ConnectionsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ConnectionsFilter(QObject *parent = nullptr);

    static const std::vector<FilterKey> &keys();
    void setFilter(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool matches(int row, const FilterTerm &term) const;

    std::vector<FilterTerm> m_terms;
};

} // namespace lvs
