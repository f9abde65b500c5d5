// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"

#include <algorithm>

namespace lvs::bus {

namespace {

/// What `kind` says on the bus (org.lvsconsole.Helper1.xml): append only. The order of lvs::Operation does not matter.
enum Kind : quint8 {
    AddServiceKind = 0,
    EditServiceKind = 1,
    RemoveServiceKind = 2,
    AddServerKind = 3,
    EditServerKind = 4,
    RemoveServerKind = 5,
    ZeroCountersKind = 6,
    ClearTableKind = 7,
    SetTimeoutsKind = 8,
    StartSyncDaemonKind = 9,
    StopSyncDaemonKind = 10,
    SetSysctlKind = 11,
    AddAddressKind = 12,
    RemoveAddressKind = 13,
    AddRouteKind = 14,
    EditRouteKind = 15,
    RemoveRouteKind = 16,
    AddTunnelKind = 17,
    RemoveTunnelKind = 18,
    AddMarkRuleKind = 19,
    RemoveMarkRuleKind = 20,
    AddSnatRuleKind = 21,
    RemoveSnatRuleKind = 22,
};
constexpr quint8 largestKind = RemoveSnatRuleKind;

struct KindOf {
    Kind operator()(const AddService &) const { return AddServiceKind; }
    Kind operator()(const EditService &) const { return EditServiceKind; }
    Kind operator()(const RemoveService &) const { return RemoveServiceKind; }
    Kind operator()(const AddServer &) const { return AddServerKind; }
    Kind operator()(const EditServer &) const { return EditServerKind; }
    Kind operator()(const RemoveServer &) const { return RemoveServerKind; }
    Kind operator()(const ZeroCounters &) const { return ZeroCountersKind; }
    Kind operator()(const ClearTable &) const { return ClearTableKind; }
    Kind operator()(const SetTimeouts &) const { return SetTimeoutsKind; }
    Kind operator()(const StartSyncDaemon &) const { return StartSyncDaemonKind; }
    Kind operator()(const StopSyncDaemon &) const { return StopSyncDaemonKind; }
    Kind operator()(const SetSysctl &) const { return SetSysctlKind; }
    Kind operator()(const AddAddress &) const { return AddAddressKind; }
    Kind operator()(const RemoveAddress &) const { return RemoveAddressKind; }
    Kind operator()(const AddRoute &) const { return AddRouteKind; }
    Kind operator()(const EditRoute &) const { return EditRouteKind; }
    Kind operator()(const RemoveRoute &) const { return RemoveRouteKind; }
    Kind operator()(const AddTunnel &) const { return AddTunnelKind; }
    Kind operator()(const RemoveTunnel &) const { return RemoveTunnelKind; }
    Kind operator()(const AddMarkRule &) const { return AddMarkRuleKind; }
    Kind operator()(const RemoveMarkRule &) const { return RemoveMarkRuleKind; }
    Kind operator()(const AddSnatRule &) const { return AddSnatRuleKind; }
    Kind operator()(const RemoveSnatRule &) const { return RemoveSnatRuleKind; }
};

/// Fills everything of an operation but its kind.
struct Writer {
    OperationData &data;

    void operator()(const AddService &o) { data.services = {toWire(o.after)}; }
    void operator()(const EditService &o) { data.services = {toWire(o.before), toWire(o.after)}; }
    void operator()(const RemoveService &o)
    {
        data.services = {toWire(o.before)};
        data.servers = listToWire(o.servers);
    }
    void operator()(const AddServer &o) { server(o.service, {toWire(o.after)}); }
    void operator()(const EditServer &o) { server(o.service, {toWire(o.before), toWire(o.after)}); }
    void operator()(const RemoveServer &o) { server(o.service, {toWire(o.before)}); }
    void operator()(const ZeroCounters &o) { data.service = optionalToWire(o.service); }
    void operator()(const ClearTable &o) { data.digest = o.expected; }
    void operator()(const SetTimeouts &o) { data.timeouts = {toWire(o.before), toWire(o.after)}; }
    void operator()(const StartSyncDaemon &o) { data.daemons = {toWire(o.after)}; }
    void operator()(const StopSyncDaemon &o) { data.daemons = {toWire(o.before)}; }
    void operator()(const SetSysctl &o)
    {
        data.sysctls = {toWire(SysctlValue{o.name, o.before}), toWire(SysctlValue{o.name, o.after})};
    }
    void operator()(const AddAddress &o) { data.addresses = {toWire(o.after)}; }
    void operator()(const RemoveAddress &o) { data.addresses = {toWire(o.before)}; }
    void operator()(const AddRoute &o) { data.routes = {toWire(o.after)}; }
    void operator()(const EditRoute &o) { data.routes = {toWire(o.before), toWire(o.after)}; }
    void operator()(const RemoveRoute &o) { data.routes = {toWire(o.before)}; }
    void operator()(const AddTunnel &o) { data.tunnels = {toWire(o.after)}; }
    void operator()(const RemoveTunnel &o) { data.tunnels = {toWire(o.before)}; }
    void operator()(const AddMarkRule &o) { data.marks = {toWire(o.after)}; }
    void operator()(const RemoveMarkRule &o) { data.marks = {toWire(o.before)}; }
    void operator()(const AddSnatRule &o) { data.snats = {toWire(o.after)}; }
    void operator()(const RemoveSnatRule &o) { data.snats = {toWire(o.before)}; }

    void server(const ServiceKey &service, const QList<ServerData> &servers)
    {
        data.service = {toWire(service)};
        data.servers = servers;
    }
};

/// How many elements each list of an operation has; -1: any number up to the limit.
struct Shape {
    qsizetype service = 0;
    qsizetype services = 0;
    qsizetype servers = 0;
    qsizetype timeouts = 0;
    qsizetype daemons = 0;
    qsizetype digest = 0; ///< bytes
    qsizetype sysctls = 0;
    qsizetype addresses = 0;
    qsizetype routes = 0;
    qsizetype tunnels = 0;
    qsizetype marks = 0;
    qsizetype snats = 0;
};

constexpr qsizetype digestBytes = 32; // SHA-256

Shape shapeOf(Kind kind)
{
    switch (kind) {
    case AddServiceKind:
        return {.services = 1};
    case EditServiceKind:
        return {.services = 2};
    case RemoveServiceKind:
        return {.services = 1, .servers = -1};
    case AddServerKind:
    case RemoveServerKind:
        return {.service = 1, .servers = 1};
    case EditServerKind:
        return {.service = 1, .servers = 2};
    case ZeroCountersKind:
        return {.service = -1};
    case ClearTableKind:
        return {.digest = digestBytes};
    case SetTimeoutsKind:
        return {.timeouts = 2};
    case StartSyncDaemonKind:
    case StopSyncDaemonKind:
        return {.daemons = 1};
    case SetSysctlKind:
        return {.sysctls = 2};
    case AddAddressKind:
    case RemoveAddressKind:
        return {.addresses = 1};
    case AddRouteKind:
    case RemoveRouteKind:
        return {.routes = 1};
    case EditRouteKind:
        return {.routes = 2};
    case AddTunnelKind:
    case RemoveTunnelKind:
        return {.tunnels = 1};
    case AddMarkRuleKind:
    case RemoveMarkRuleKind:
        return {.marks = 1};
    case AddSnatRuleKind:
    case RemoveSnatRuleKind:
        return {.snats = 1};
    }
    Q_UNREACHABLE_RETURN(Shape());
}

bool hasShape(const OperationData &data, const Shape &shape)
{
    const qsizetype largestServers = shape.servers < 0 ? bounds::serversPerOperation : shape.servers;
    const qsizetype largestService = shape.service < 0 ? 1 : shape.service;
    return data.service.size() >= shape.service && data.service.size() <= largestService &&
           data.services.size() == shape.services && data.servers.size() >= shape.servers &&
           data.servers.size() <= largestServers && data.timeouts.size() == shape.timeouts &&
           data.daemons.size() == shape.daemons && data.digest.size() == shape.digest &&
           data.sysctls.size() == shape.sysctls && data.addresses.size() == shape.addresses &&
           data.routes.size() == shape.routes && data.tunnels.size() == shape.tunnels &&
           data.marks.size() == shape.marks && data.snats.size() == shape.snats;
}

/// The lists of an operation as values, all of them valid.
struct Parts {
    std::vector<ServiceKey> service;
    std::vector<VirtualService> services;
    std::vector<RealServer> servers;
    std::vector<SyncDaemon> daemons;
};

Result<Parts> partsOf(const OperationData &data)
{
    auto service = listFromWire(data.service, 1);
    if (!service)
        return std::unexpected(service.error());
    auto services = listFromWire(data.services, 2);
    if (!services)
        return std::unexpected(services.error());
    auto servers = listFromWire(data.servers, bounds::serversPerOperation);
    if (!servers)
        return std::unexpected(servers.error());
    auto daemons = listFromWire(data.daemons, 1);
    if (!daemons)
        return std::unexpected(daemons.error());
    return Parts{std::move(*service), std::move(*services), std::move(*servers), std::move(*daemons)};
}

Result<Operation> hostOperationFrom(Kind kind, const OperationData &data)
{
    const auto sysctls = listFromWire(data.sysctls, 2);
    if (!sysctls)
        return std::unexpected(sysctls.error());
    const auto addresses = listFromWire(data.addresses, 1);
    if (!addresses)
        return std::unexpected(addresses.error());
    const auto routes = listFromWire(data.routes, 2);
    if (!routes)
        return std::unexpected(routes.error());
    const auto tunnels = listFromWire(data.tunnels, 1);
    if (!tunnels)
        return std::unexpected(tunnels.error());

    switch (kind) {
    case SetSysctlKind: {
        const auto &[before, after] = std::tie((*sysctls)[0], (*sysctls)[1]);
        if (before.name != after.name)
            return failure(ErrorCode::BadRequest);
        return SetSysctl{after.name, before.value, after.value};
    }
    case AddAddressKind:
        return AddAddress{addresses->front()};
    case RemoveAddressKind:
        return RemoveAddress{addresses->front()};
    case AddRouteKind:
        return AddRoute{routes->front()};
    case EditRouteKind:
        return EditRoute{routes->front(), routes->back()};
    case RemoveRouteKind:
        return RemoveRoute{routes->front()};
    case AddTunnelKind:
        return AddTunnel{tunnels->front()};
    case RemoveTunnelKind:
        return RemoveTunnel{tunnels->front()};
    default:
        break;
    }
    Q_UNREACHABLE_RETURN(failure(ErrorCode::NotSupported));
}

Result<Operation> firewallOperationFrom(Kind kind, const OperationData &data)
{
    const auto marks = listFromWire(data.marks, 1);
    if (!marks)
        return std::unexpected(marks.error());
    const auto snats = listFromWire(data.snats, 1);
    if (!snats)
        return std::unexpected(snats.error());
    switch (kind) {
    case AddMarkRuleKind:
        return AddMarkRule{marks->front()};
    case RemoveMarkRuleKind:
        return RemoveMarkRule{marks->front()};
    case AddSnatRuleKind:
        return AddSnatRule{snats->front()};
    case RemoveSnatRuleKind:
        return RemoveSnatRule{snats->front()};
    default:
        break;
    }
    Q_UNREACHABLE_RETURN(failure(ErrorCode::NotSupported));
}

} // namespace

OperationData toWire(const Operation &operation)
{
    OperationData data{.kind = std::visit(KindOf{}, operation)};
    std::visit(Writer{data}, operation);
    return data;
}

Result<Operation> fromWire(const OperationData &data)
{
    if (data.kind > largestKind)
        return failure(ErrorCode::NotSupported);
    const auto kind = Kind(data.kind);
    if (!hasShape(data, shapeOf(kind)))
        return failure(ErrorCode::BadRequest);
    if (kind >= AddMarkRuleKind)
        return firewallOperationFrom(kind, data);
    if (kind >= SetSysctlKind)
        return hostOperationFrom(kind, data);
    auto parts = partsOf(data);
    if (!parts)
        return std::unexpected(parts.error());
    auto &[service, services, servers, daemons] = *parts;

    switch (kind) {
    case AddServiceKind:
        return AddService{services[0]};
    case EditServiceKind:
        return EditService{services[0], services[1]};
    case RemoveServiceKind:
        return RemoveService{services[0], std::move(servers)};
    case AddServerKind:
        return AddServer{service[0], servers[0]};
    case EditServerKind:
        return EditServer{service[0], servers[0], servers[1]};
    case RemoveServerKind:
        return RemoveServer{service[0], servers[0]};
    case ZeroCountersKind:
        return service.empty() ? ZeroCounters{} : ZeroCounters{service[0]};
    case ClearTableKind:
        return ClearTable{data.digest};
    case SetTimeoutsKind:
        return SetTimeouts{fromWire(data.timeouts[0]), fromWire(data.timeouts[1])};
    case StartSyncDaemonKind:
        return StartSyncDaemon{daemons[0]};
    case StopSyncDaemonKind:
        return StopSyncDaemon{daemons[0]};
    default:
        break;
    }
    Q_UNREACHABLE_RETURN(failure(ErrorCode::NotSupported));
}

ResultData toWire(const Operation &operation, const OperationResult &result)
{
    return {.operation = toWire(operation), .status = quint8(result.status), .error = optionalToWire(result.error)};
}

Result<OperationResult> resultFromWire(const ResultData &data)
{
    if (data.status > quint8(OperationStatus::UndoFailed))
        return failure(ErrorCode::HelperFailed, {QStringLiteral("status")});
    OperationResult result{.status = OperationStatus(data.status)};
    if (!data.error.isEmpty())
        result.error = fromWire(data.error.first());
    return result;
}

Result<ApplyOutcome> outcomeFromWire(quint8 outcome)
{
    if (outcome > quint8(ApplyOutcome::UndoIncomplete))
        return failure(ErrorCode::HelperFailed, {QStringLiteral("outcome")});
    return ApplyOutcome(outcome);
}

} // namespace lvs::bus
