// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pendingmodel.h"

#include "app/text/errortext.h"
#include "app/text/operationtext.h"
#include "app/theme/icons.h"

#include <QBrush>
#include <QGuiApplication>

namespace lvs {

namespace {

State stateOf(OperationStatus status)
{
    switch (status) {
    case OperationStatus::Done:
    case OperationStatus::AlreadySo:
        return State::Serving;
    case OperationStatus::Stale:
    case OperationStatus::Undone:
        return State::Overloaded;
    case OperationStatus::Failed:
    case OperationStatus::UndoFailed:
        return State::Unreachable;
    case OperationStatus::NotReached:
        break;
    }
    return State::Unknown;
}

} // namespace

PendingModel::PendingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PendingModel::show(std::shared_ptr<const ChangePlan> plan, std::vector<OperationResult> results)
{
    const int before = int(m_plan->operations.size());
    const int after = int(plan->operations.size());
    if (after < before)
        beginRemoveRows({}, after, before - 1);
    else if (after > before)
        beginInsertRows({}, before, after - 1);
    m_plan = std::move(plan);
    m_results = std::move(results);
    m_results.resize(m_results.empty() ? 0 : m_plan->operations.size());
    if (after < before)
        endRemoveRows();
    else if (after > before)
        endInsertRows();
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
}

int PendingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan->operations.size());
}

int PendingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PendingModel::resultText(const OperationResult &result) const
{
    const QString reason = result.error ? errorSentence(*result.error) : QString();
    switch (result.status) {
    case OperationStatus::NotReached:
        return tr("not done");
    case OperationStatus::Done:
        return result.error ? tr("done, and changed again by others") : tr("done");
    case OperationStatus::AlreadySo:
        return tr("already so");
    case OperationStatus::Stale:
        return tr("not done: %1").arg(reason);
    case OperationStatus::Failed:
        return tr("failed: %1").arg(reason);
    case OperationStatus::Undone:
        return tr("done, then taken back");
    case OperationStatus::UndoFailed:
        return tr("done, could not be taken back: %1").arg(reason);
    }
    return {};
}

QVariant PendingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = std::size_t(index.row());
    const OperationResult *result = row < m_results.size() ? &m_results[row] : nullptr;
    const QPalette palette = QGuiApplication::palette();
    if (index.column() == Change) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return operationText(m_plan->operations[row]);
        if (role == Qt::DecorationRole)
            return result ? stateIcon(stateOf(result->status), palette) : stateIcon(State::Drafted, palette);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return result ? resultText(*result) : tr("drafted");
    case Qt::ForegroundRole:
        return QBrush(stateColor(result ? stateOf(result->status) : State::Drafted, palette));
    case Qt::ToolTipRole:
        return result && result->error ? errorParagraphs(*result->error) : QString();
    default:
        return {};
    }
}

QVariant PendingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Change ? tr("Change") : tr("Result");
}

} // namespace lvs
