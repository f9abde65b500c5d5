// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/walkmodel.h"

#include "app/text/domaintext.h"
#include "app/text/walktext.h"
#include "app/theme/icons.h"

#include <QBrush>
#include <QFontDatabase>

namespace lvs {

namespace {

QString endText(const ServerKey &end)
{
    if (end.address.isUnspecified())
        return WalkModel::tr("not known");
    return end.port == 0 ? end.address.toString() : end.toString();
}

/// Of the packet, and of the one around it.
QString endText(const ServerKey &end, const std::optional<IpAddress> &outer)
{
    const QString text = endText(end);
    return outer ? WalkModel::tr("%1 inside %2", "address in a tunnel's address").arg(text, outer->toString()) : text;
}

QString placeText(WalkPlace place)
{
    switch (place) {
    case WalkPlace::Client:
        return WalkModel::tr("Client");
    case WalkPlace::Router:
        return WalkModel::tr("Router");
    case WalkPlace::Director:
        return WalkModel::tr("Director");
    case WalkPlace::RealServer:
        break;
    }
    return WalkModel::tr("Real server");
}

QString hardwareOf(const WalkPacket &packet)
{
    const auto text = [](const QByteArray &address) {
        return address.isEmpty() ? WalkModel::tr("not known") : hardwareText(address);
    };
    if (packet.sourceHardware.isEmpty() && packet.destinationHardware.isEmpty())
        return text({});
    return text(packet.sourceHardware) + QStringLiteral(" → ") + text(packet.destinationHardware);
}

} // namespace

std::array<QString, WalkRow::columns> WalkModel::textsOf(const WalkStep &step, const std::map<QString, QString> &hosts)
{
    const auto &outer = step.packet.outer;
    QString machine = placeText(step.place);
    if (!step.host.isEmpty()) {
        const auto name = hosts.find(step.host);
        machine = name == hosts.end() ? hostText(step.host) : name->second;
    }
    return {walkStepName(step.code),
            machine,
            hookText(step.hook),
            step.interface.toString(),
            endText(step.packet.source, outer ? std::optional(outer->local) : std::nullopt),
            endText(step.packet.destination, outer ? std::optional(outer->remote) : std::nullopt),
            step.isOnWire ? hardwareOf(step.packet) : QString()};
}

void WalkModel::setSteps(const std::vector<WalkStep> &steps, const std::map<QString, QString> &hosts)
{
    std::vector<WalkRow> rows;
    for (const WalkStep &step : steps) {
        WalkRow row{.code = step.code, .state = step.state, .texts = textsOf(step, hosts)};
        for (std::size_t column = Machine; !rows.empty() && column < row.texts.size(); ++column)
            row.changed[column] = row.texts[column] != rows.back().texts[column];
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

void WalkModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (!rows().empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int WalkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WalkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Machine:
        return tr("Machine");
    case Hook:
        return tr("Hook");
    case Interface:
        return tr("Interface");
    case From:
        return tr("From");
    case To:
        return tr("To");
    default:
        return tr("Hardware addresses");
    }
}

QVariant WalkModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const WalkRow &row = rows()[std::size_t(index.row())];
    const auto column = std::size_t(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.texts[column];
    case Qt::FontRole: {
        QFont font;
        if (index.column() >= From)
            font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setBold(row.changed[column]);
        return font;
    }
    case Qt::DecorationRole:
        if (index.column() == Step && row.state == WalkStep::State::Fails)
            return stateIcon(State::Unreachable, m_palette);
        return {};
    case Qt::ForegroundRole:
        if (row.state == WalkStep::State::Fails)
            return QBrush(stateColor(State::Unreachable, m_palette));
        if (row.state == WalkStep::State::NotReached)
            return m_palette.brush(QPalette::PlaceholderText);
        return {};
    default:
        return {};
    }
}

} // namespace lvs
