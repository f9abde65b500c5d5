// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sysctlmodel.h"

#include "app/models/explainedroles.h"
#include "app/text/sysctltext.h"
#include "app/theme/icons.h"

#include <QFont>
#include <QGuiApplication>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// All that a director could have, and those that its interfaces have.
QStringList namesFor(const std::vector<SysctlValue> &values)
{
    QStringList names;
    if (values.empty())
        return names;
    for (const Sysctl &sysctl : knownSysctls()) {
        if (!sysctl.isPerInterface())
            names.append(sysctl.name);
    }
    for (const SysctlValue &value : values) {
        if (!sysctlInterface(value.name).isEmpty())
            names.append(value.name);
    }
    return names;
}

} // namespace

void SysctlModel::setValues(const std::vector<SysctlValue> &values)
{
    if (values == m_values)
        return;
    QStringList names = namesFor(values);
    const bool sameRows = names == m_names;
    if (!sameRows)
        beginResetModel();
    m_values = values;
    m_names = std::move(names);
    if (sameRows)
        touched();
    else
        endResetModel();
}

void SysctlModel::setDraft(const ChangePlan &draft)
{
    QHash<QString, QString> drafted;
    for (const Operation &operation : draft.operations) {
        if (const auto *set = std::get_if<SetSysctl>(&operation))
            drafted.insert(set->name, set->after);
    }
    if (drafted == m_drafted)
        return;
    m_drafted = std::move(drafted);
    touched();
}

QString SysctlModel::plannedAt(int row) const
{
    const QString *present = valueAt(row);
    return present ? m_drafted.value(nameAt(row), *present) : QString();
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
    return parent.isValid() ? 0 : int(m_names.size());
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
    const QString &name = nameAt(index.row());
    const Sysctl &sysctl = sysctlAt(index.row());
    const QString *value = valueAt(index.row());
    if (role == ExplanationRole)
        return value ? sysctlExplanation(sysctl) : sysctlEffect(sysctl) + u'\n' + sysctlAbsence(sysctl);
    if (role == CommandRole)
        return value ? sysctlCommand({name, plannedAt(index.row())}) : QString();
    if (role == Qt::ToolTipRole)
        return sysctlFullName(name);
    if (role == Qt::ForegroundRole)
        return value ? QVariant() : m_palette.brush(QPalette::PlaceholderText);
    switch (index.column()) {
    case Name:
        return role == Qt::DisplayRole ? sysctlTitle(name) : QVariant();
    case Value:
        return valueData(index.row(), role);
    case Default:
        if (role == Qt::DisplayRole)
            return sysctl.defaultValue.isEmpty() ? u"–"_s : QString(sysctl.defaultValue);
        return {};
    default:
        return role == Qt::DisplayRole ? sysctlEffect(sysctl) : QVariant();
    }
}

QVariant SysctlModel::valueData(int row, int role) const
{
    const QString &name = nameAt(row);
    const QString *value = valueAt(row);
    if (!value) {
        if (role == Qt::AccessibleTextRole)
            return tr("not on this director");
        return role == Qt::DisplayRole ? u"–"_s : QVariant();
    }
    const bool differs = differsFromDefault({name, *value});
    switch (role) {
    case Qt::DisplayRole:
        return m_drafted.contains(name) ? tr("%1 → %2 (drafted)").arg(*value, plannedAt(row)) : *value;
    case Qt::AccessibleTextRole:
        if (m_drafted.contains(name))
            return valueData(row, Qt::DisplayRole);
        return differs ? tr("%1, not the default").arg(*value) : *value;
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
