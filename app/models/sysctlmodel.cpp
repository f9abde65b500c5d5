// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sysctlmodel.h"

#include "app/models/explainedroles.h"
#include "app/text/sysctltext.h"
#include "app/theme/icons.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

void SysctlModel::setValues(const std::vector<SysctlValue> &values)
{
    if (values == m_values)
        return;
    const bool sameRows = std::ranges::equal(values, m_values, {}, &SysctlValue::name, &SysctlValue::name);
    if (!sameRows)
        beginResetModel();
    m_values = values;
    if (sameRows)
        touched();
    else
        endResetModel();
}

void SysctlModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    touched();
}

void SysctlModel::touched()
{
    if (!m_values.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SysctlModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_values.size());
}

int SysctlModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SysctlModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Tunable");
    case Value:
        return tr("Value");
    case Default:
        return tr("Default");
    default:
        return tr("Effect");
    }
}

QVariant SysctlModel::data(const QModelIndex &index, int role) const
{
    const SysctlValue &value = m_values.at(size_t(index.row()));
    const Sysctl *sysctl = sysctlNamed(value.name);
    if (!sysctl)
        return {};
    if (role == ExplanationRole)
        return sysctlEffect(value.name) + u' ' + tr("It takes: %1.").arg(sysctlRange(*sysctl));
    if (role == CommandRole)
        return sysctlCommand(value);
    if (role == Qt::ToolTipRole)
        return sysctl->fullName();
    switch (index.column()) {
    case Name:
        return role == Qt::DisplayRole ? value.name : QVariant();
    case Value:
        return valueData(value, role);
    case Default:
        if (role == Qt::DisplayRole)
            return sysctl->defaultValue.isEmpty() ? u"–"_s : QString(sysctl->defaultValue);
        return {};
    default:
        return role == Qt::DisplayRole ? sysctlEffect(value.name) : QVariant();
    }
}

QVariant SysctlModel::valueData(const SysctlValue &value, int role) const
{
    const bool differs = differsFromDefault(value);
    switch (role) {
    case Qt::DisplayRole:
        return value.value;
    case Qt::AccessibleTextRole:
        return differs ? tr("%1, not the default").arg(value.value) : value.value;
    case Qt::DecorationRole:
        return differs ? QVariant(stateIcon(State::Overloaded, m_palette)) : QVariant();
    case Qt::FontRole:
        if (differs) {
            QFont bold = QGuiApplication::font();
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

} // namespace lvs
