// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/setupchecksmodel.h"

#include "app/models/explainedroles.h"
#include "app/text/domaintext.h"
#include "app/text/setupchecktext.h"
#include "app/theme/icons.h"

#include <QBrush>

#include <algorithm>
#include <utility>

namespace lvs {

void SetupChecksModel::setChecks(const std::vector<SetupCheck> &checks, const SetupWish &wish)
{
    std::vector<SetupCheckRow> rows;
    rows.reserve(checks.size());
    for (const SetupCheck &check : checks)
        rows.push_back({check});
    // The first red one stays the first: it is the cause.
    const auto rank = [](const SetupCheckRow &row) {
        switch (row.check.state) {
        case SetupCheck::State::Red:
            return 0;
        case SetupCheck::State::Unknown:
            return 1;
        case SetupCheck::State::Green:
            break;
        }
        return 2;
    };
    std::ranges::stable_sort(rows, {}, rank);
    const bool isOther = std::exchange(m_wish, wish) != wish;
    setRows(std::move(rows));
    if (isOther) // of which the words are
        tellAllChanged();
}

void SetupChecksModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    tellAllChanged();
}

void SetupChecksModel::tellAllChanged()
{
    if (!rows().empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SetupChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SetupChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Check:
        return tr("Check");
    case Machine:
        return tr("Machine");
    case Is:
        return tr("Is");
    default:
        return tr("Should be");
    }
}

QVariant SetupChecksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SetupCheck &check = rows()[std::size_t(index.row())].check;
    const MarkedText state = setupCheckStateText(check.state);
    if (role == ExplanationRole)
        return setupCheckExplanation(check, m_wish);
    if (role == CommandRole)
        return setupCheckCommand(check, m_wish);
    if (role == Qt::ToolTipRole) {
        if (check.code == SetupCheck::Code::ArpIgnore)
            return arpIgnoreValues();
        return check.code == SetupCheck::Code::ArpAnnounce ? arpAnnounceValues() : setupCheckExplanation(check, m_wish);
    }
    switch (index.column()) {
    case Check:
        if (role == Qt::DisplayRole)
            return setupCheckText(check, m_wish);
        if (role == Qt::DecorationRole)
            return stateIcon(state.mark, m_palette);
        if (role == Qt::AccessibleTextRole)
            return tr("%1: %2", "check, its state").arg(setupCheckText(check, m_wish), state.sentence);
        return {};
    case Machine: {
        const QString machine = check.host.isEmpty() ? tr("not reachable") : hostText(check.host);
        if (role != Qt::DisplayRole)
            return {};
        return check.server ? tr("%1, %2", "machine, real server").arg(machine, check.server->toString()) : machine;
    }
    case Is:
        if (role == Qt::ForegroundRole)
            return QBrush(stateColor(state.mark, m_palette));
        return role == Qt::DisplayRole ? setupCheckIsText(check, m_wish) : QVariant();
    default:
        return role == Qt::DisplayRole ? setupCheckWantedText(check, m_wish) : QVariant();
    }
}

} // namespace lvs
