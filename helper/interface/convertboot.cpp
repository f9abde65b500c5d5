// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"

#include "helper/interface/bounds.h"

#include <QSet>
#include <QTimeZone>

namespace lvs::bus {

namespace {

EntryData entryToWire(const IpvsTable::Entry &entry)
{
    return {.service = toWire(entry.service), .servers = listToWire(entry.servers)};
}

bool hasTwins(const std::vector<RealServer> &servers)
{
    QSet<ServerKey> keys;
    for (const RealServer &server : servers)
        keys.insert(server.key);
    return std::size_t(keys.size()) != servers.size();
}

Result<void> addEntry(IpvsTable &table, const EntryData &data)
{
    const auto service = fromWire(data.service);
    if (!service)
        return std::unexpected(service.error());
    auto servers = listFromWire(data.servers, bounds::serversPerOperation);
    if (!servers)
        return std::unexpected(servers.error());
    if (table.find(service->key) || hasTwins(*servers))
        return failure(ErrorCode::BadRequest);
    table.setService(*service);
    table.setServers(service->key, std::move(*servers));
    return {};
}

} // namespace

BootFileData toWire(const BootFile &file)
{
    return {.state = quint8(file.state),
            .changedAt = file.changedAt.isValid() ? file.changedAt.toSecsSinceEpoch() : 0,
            .content = file.content};
}

Result<BootFile> fromWire(const BootFileData &data)
{
    if (data.state > quint8(BootFile::State::Unusable))
        return failure(ErrorCode::HelperFailed, {QStringLiteral("file")});
    if (data.content.size() > largestBootFile)
        return failure(ErrorCode::TooLong, {QString::number(largestBootFile)});
    BootFile file{.state = BootFile::State(data.state)};
    if (file.isPresent()) {
        file.content = data.content;
        file.changedAt = QDateTime::fromSecsSinceEpoch(data.changedAt, QTimeZone::UTC);
    }
    return file;
}

RuleStateData toWire(const RuleState &state)
{
    RuleStateData data{.timeouts = toWire(state.timeouts), .daemons = listToWire(state.daemons)};
    data.entries.reserve(qsizetype(state.table.entries().size()));
    for (const auto &[key, entry] : state.table.entries())
        data.entries.append(entryToWire(entry));
    return data;
}

Result<RuleState> fromWire(const RuleStateData &data)
{
    auto daemons = listFromWire(data.daemons, bounds::daemons);
    if (!daemons)
        return std::unexpected(daemons.error());
    RuleState state{.timeouts = fromWire(data.timeouts), .daemons = std::move(*daemons)};
    if (const auto ok = validate(Operation(SetTimeouts{{}, state.timeouts})); !ok)
        return std::unexpected(ok.error());
    for (const SyncDaemon &daemon : state.daemons) {
        if (const auto ok = validate(Operation(StartSyncDaemon{daemon})); !ok)
            return std::unexpected(ok.error());
    }
    if (state.daemons.size() == 2 && state.daemons[0].role == state.daemons[1].role)
        return failure(ErrorCode::BadRequest);
    qsizetype objects = data.entries.size();
    for (const EntryData &entry : data.entries) {
        objects += entry.servers.size();
        if (objects > bounds::operationsPerPlan)
            return failure(ErrorCode::PlanTooLarge, {QString::number(bounds::operationsPerPlan)});
        if (const auto added = addEntry(state.table, entry); !added)
            return std::unexpected(added.error());
    }
    return state;
}

} // namespace lvs::bus
