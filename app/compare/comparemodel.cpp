// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparemodel.h"

#include "app/text/comparetext.h"
#include "app/text/domaintext.h"
#include "app/theme/icons.h"
#include "core/change/overloaded.h"

#include <QFontDatabase>

namespace lvs {

namespace {

State stateOf(Standing standing)
{
    switch (standing) {
    case Standing::Equal:
        return State::Serving;
    case Standing::OnlyLeft:
    case Standing::OnlyRight:
        return State::Foreign;
    case Standing::Changed:
        return State::Overloaded;
    }
    return State::Unknown;
}

const CompareRow *findRow(const CompareRow &row, const ComparedPart &part)
{
    for (const CompareRow &child : row.children) {
        if (child.part() == part)
            return &child;
        const auto *service = std::get_if<const ComparedService *>(&child.object);
        const auto *key = std::get_if<ObjectKey>(&part.object);
        if (service && key && (*service)->key != key->service)
            continue;
        if (const CompareRow *found = findRow(child, part))
            return found;
    }
    return nullptr;
}

} // namespace

void CompareModel::show(std::shared_ptr<const CompareRows> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CompareModel::setSideNames(const QString &left, const QString &right)
{
    m_left = left;
    m_right = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, LeftValue, RightValue);
}

void CompareModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
}

const CompareRow *CompareModel::rowAt(const QModelIndex &index) const
{
    if (index.isValid())
        return static_cast<const CompareRow *>(index.constInternalPointer());
    return m_rows ? &m_rows->root : nullptr;
}

QModelIndex CompareModel::indexOf(const ComparedPart &part) const
{
    const CompareRow *row = m_rows ? findRow(m_rows->root, part) : nullptr;
    return row ? createIndex(int(row - row->parent->children.data()), 0, row) : QModelIndex();
}

QModelIndex CompareModel::index(int row, int column, const QModelIndex &parent) const
{
    const CompareRow *above = rowAt(parent);
    if (!above || row < 0 || std::size_t(row) >= above->children.size() || column < 0 || column >= columnCount())
        return {};
    return createIndex(row, column, &above->children[std::size_t(row)]);
}

QModelIndex CompareModel::parent(const QModelIndex &child) const
{
    const CompareRow *row = child.isValid() ? rowAt(child)->parent : nullptr;
    if (!row || !row->parent)
        return {};
    return createIndex(int(row - row->parent->children.data()), 0, row);
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    const CompareRow *row = parent.column() > 0 ? nullptr : rowAt(parent);
    return row ? int(row->children.size()) : 0;
}

int CompareModel::columnCount(const QModelIndex &) const
{
    return 4;
}

QString CompareModel::objectText(const CompareRow &row)
{
    if (row.field)
        return fieldText(*row.field);
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [](const ComparedService *service) { return serviceText(service->key); },
                          [](const Compared<RealServer> *server) { return ComparedService::keyOf(*server).toString(); },
                          [](const Compared<Timeouts> *) { return tr("Timeouts (TCP / TCP FIN / UDP)"); },
                          [](const Compared<SyncDaemon> *daemon) {
                              const bool isMaster =
                                  (daemon->left ? daemon->left : daemon->right)->role == SyncRole::Master;
                              return isMaster ? tr("Sync daemon, master") : tr("Sync daemon, backup");
                          },
                      },
                      row.object);
}

QString CompareModel::valueText(const CompareRow &row, Side side)
{
    const auto text = [&](const auto &compared) {
        const auto &object = compared.on(side);
        if (!object)
            return QStringLiteral("–");
        return row.field ? lvs::valueText(*row.field, *object) : summaryText(*object);
    };
    return std::visit(Overloaded{
                          [](std::monostate) { return QString(); },
                          [&](const ComparedService *service) { return text(service->service); },
                          [&](const auto *compared) { return text(*compared); },
                      },
                      row.object);
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    const CompareRow &row = *rowAt(index);
    const bool isPlace = index.column() == StandingColumn;
    const auto *service = std::get_if<const ComparedService *>(&row.object);
    const bool isOnlyBelow = service && !row.field && row.standing == Standing::Equal && !(*service)->isEqual;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Object:
            return objectText(row);
        case StandingColumn:
            return isOnlyBelow ? tr("Servers differ") : standingText(row.standing);
        case LeftValue:
            return valueText(row, Side::Left);
        default:
            return valueText(row, Side::Right);
        }
    case Qt::ToolTipRole:
        if (index.column() >= LeftValue)
            return tr("%1: %2").arg(index.column() == LeftValue ? m_left : m_right,
                                    data(index, Qt::DisplayRole).toString());
        return {};
    case Qt::DecorationRole:
        return isPlace ? QVariant(stateIcon(isOnlyBelow ? State::Overloaded : stateOf(row.standing), m_palette))
                       : QVariant();
    case Qt::FontRole:
        return index.column() == Object && !row.field ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont))
                                                      : QVariant();
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Object:
        return tr("Object");
    case StandingColumn:
        return tr("State");
    case LeftValue:
        return m_left;
    default:
        return m_right;
    }
}

} // namespace lvs
