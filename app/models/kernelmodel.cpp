// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/kernelmodel.h"

#include "app/models/explainedroles.h"
#include "app/text/kerneltext.h"
#include "app/theme/icons.h"

namespace lvs {

void KernelModel::setSupport(const KernelSupport &support)
{
    if (support == m_support)
        return;
    m_support = support;
    touched();
}

void KernelModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    touched();
}

void KernelModel::touched()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int KernelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kernelFeatures.size());
}

int KernelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KernelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Part");
    case State:
        return tr("State");
    default:
        return tr("Good for");
    }
}

QVariant KernelModel::data(const QModelIndex &index, int role) const
{
    const KernelFeature &feature = kernelFeatures.at(size_t(index.row()));
    const FeatureState state = m_support.states.at(size_t(index.row()));
    if (role == ExplanationRole)
        return featureRemedy(feature, state);
    if (role == CommandRole)
        return featureCommand(feature, state);
    if (role == Qt::ToolTipRole)
        return QStringLiteral("CONFIG_") + feature.symbol;
    switch (index.column()) {
    case Name:
        return role == Qt::DisplayRole ? featureName(feature) : QVariant();
    case State:
        if (role == Qt::DecorationRole)
            return stateIcon(markOf(state), m_palette);
        return role == Qt::DisplayRole ? featureStateText(state) : QVariant();
    default:
        return role == Qt::DisplayRole ? featurePurpose(feature) : QVariant();
    }
}

} // namespace lvs
