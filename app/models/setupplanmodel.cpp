// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/setupplanmodel.h"

#include "app/text/domaintext.h"
#include "app/text/errortext.h"
#include "app/text/operationtext.h"
#include "app/text/setuptext.h"
#include "app/theme/icons.h"

#include <QBrush>

namespace lvs {

namespace {

QString changesText(const ChangePlan &plan)
{
    QStringList lines;
    for (const Operation &operation : plan.operations)
        lines << operationText(operation);
    return lines.join(u'\n');
}

} // namespace

void SetupPlanModel::setProgress(const HostPlanProgress &progress)
{
    const bool samePlan = progress.plan() == m_progress.plan();
    if (!samePlan)
        beginResetModel();
    m_progress = progress;
    if (samePlan)
        touched();
    else
        endResetModel();
}

void SetupPlanModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    touched();
}

void SetupPlanModel::touched()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SetupPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_progress.steps().size());
}

int SetupPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SetupPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Machine:
        return tr("Machine");
    case Changes:
        return tr("Changes");
    default:
        return tr("State");
    }
}

QVariant SetupPlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HostStep &step = m_progress.plan().steps[std::size_t(index.row())];
    const bool isShown = role == Qt::DisplayRole;
    switch (index.column()) {
    case Step:
        if (role == Qt::ToolTipRole)
            return setupPhaseReason(step.phase);
        return isShown ? tr("%1. %2", "number of the step, step").arg(index.row() + 1).arg(setupPhaseText(step.phase))
                       : QVariant();
    case Machine:
        return isShown ? hostText(step.host) : QVariant();
    case Changes: {
        const QString changes = step.phase == SetupPhase::Keep
                                    ? tr("What the set-up needs there comes back after a reboot")
                                    : changesText(step.plan);
        if (role == Qt::ToolTipRole)
            return changes;
        return isShown ? changes.section(u'\n', 0, 0) + more(qsizetype(step.plan.operations.size()) - 1) : QVariant();
    }
    default:
        return stateData(m_progress.steps()[std::size_t(index.row())], role);
    }
}

QString SetupPlanModel::more(qsizetype count)
{
    return count > 0 ? QStringLiteral("  ") + tr("(and %Ln more)", nullptr, int(count)) : QString();
}

QVariant SetupPlanModel::stateData(const StepProgress &step, int role) const
{
    const MarkedText state = stepStateText(step.state);
    switch (role) {
    case Qt::DisplayRole:
        return step.error ? tr("%1: %2", "state of a step, why").arg(state.sentence, errorSentence(*step.error))
                          : state.sentence;
    case Qt::DecorationRole:
        return stateIcon(state.mark, m_palette);
    case Qt::ForegroundRole:
        return QBrush(stateColor(state.mark, m_palette));
    case Qt::ToolTipRole:
        return step.error ? errorParagraphs(*step.error) : QString();
    default:
        return {};
    }
}

} // namespace lvs
