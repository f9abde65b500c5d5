// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/connectionsfilter.h"

#include "app/models/connectionsmodel.h"

#include <algorithm>
#include <ranges>

namespace lvs {

namespace {

enum Key { Client, Vip, Server, State, Kind };

} // namespace

ConnectionsFilter::ConnectionsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ConnectionsModel::RawValueRole);
}

const std::vector<FilterKey> &ConnectionsFilter::keys()
{
    static const std::vector<FilterKey> keys{
        {.name = QStringLiteral("client")},
        {.name = QStringLiteral("vip")},
        {.name = QStringLiteral("server")},
        {.name = QStringLiteral("state")},
        {.name = QStringLiteral("kind"),
         .values = FilterKey::Values::Choice,
         .choices = {QStringLiteral("connection"), QStringLiteral("template")}},
    };
    return keys;
}

void ConnectionsFilter::setFilter(const QString &text)
{
    m_terms = parseFilter(text, keys());
    std::erase_if(m_terms, [](const FilterTerm &term) { return term.problem != FilterProblem::None; });
    invalidateRowsFilter();
}

bool ConnectionsFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return std::ranges::all_of(m_terms, [&](const FilterTerm &term) { return matches(row, term) != term.isNegated; });
}

bool ConnectionsFilter::matches(int row, const FilterTerm &term) const
{
    const auto contains = [&](int column) {
        return sourceModel()->index(row, column).data().toString().contains(term.value, Qt::CaseInsensitive);
    };
    switch (term.keyIndex) {
    case Client:
        return contains(ConnectionsModel::Client);
    case Vip:
        return contains(ConnectionsModel::Service);
    case Server:
        return contains(ConnectionsModel::Server);
    case State:
        return contains(ConnectionsModel::State);
    case Kind: {
        const bool isTemplate = sourceModel()->index(row, 0).data(ConnectionsModel::IsTemplateRole).toBool();
        return isTemplate == (term.value == u"template");
    }
    default:
        return std::ranges::any_of(std::views::iota(0, int(ConnectionsModel::ColumnCount)), contains);
    }
}

} // namespace lvs
