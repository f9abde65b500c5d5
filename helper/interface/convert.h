// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/boot/bootstate.h"
#include "core/model/connectionentry.h"
#include "core/model/firewall.h"
#include "core/model/hostinfo.h"
#include "core/probe/probe.h"
#include "core/rules/ruleplanner.h"
#include "helper/interface/probewire.h"
#include "helper/interface/wire.h"

#include <algorithm>
#include <span>

/// Between the structures of a message and the values of the domain. `toWire` always succeeds; `fromWire` trusts
/// nothing: every field passes through the value types of core, numbers are checked at both ends and lists are counted.
/// Whether an operation makes sense is not asked here; validate(ChangePlan) says that. So values without a name pass
/// (any flag, forwarding up to 7, any tunnel type): other programs can put them into the kernel, and what they made
/// must be named to be drained or removed.
namespace lvs::bus {

/// IP_VS_CONN_F_FWD_MASK; 5 to 7 mean nothing, but the kernel takes them.
inline constexpr quint8 largestForwarding = 7;

QByteArray addressToWire(const IpAddress &address);
Result<IpAddress> addressFromWire(const QByteArray &bytes);
Result<Family> familyFromWire(quint8 family);

/// A line of text from the machine: not too long, and nothing that could play tricks when it is shown.
Result<QString> textFromWire(const QString &text);

KeyData toWire(const ServiceKey &key);
ServiceData toWire(const VirtualService &service);
ServerData toWire(const RealServer &server);
FiguresData toWire(const Counters &counters);
FiguresData toWire(const Rates &rates);
TimeoutsData toWire(const Timeouts &timeouts);
DaemonData toWire(const SyncDaemon &daemon);
OperationData toWire(const Operation &operation);
ConnectionData toWire(const ConnectionEntry &entry);
SysctlData toWire(const SysctlValue &sysctl);
InterfaceAddressData toWire(const InterfaceAddress &address);
InterfaceData toWire(const HostInterface &interface);
HostAddressData toWire(const HostAddress &address);
RouteData toWire(const HostRoute &route);
HostTunnelData toWire(const HostTunnel &tunnel);
NeighbourData toWire(const Neighbour &neighbour);
ListenerData toWire(const Listener &listener);
RoutingRuleData toWire(const RoutingRule &rule);
TableRouteData toWire(const TableRoute &route);
/// Lists longer than the bounds are cut.
HostData toWire(const HostInfo &host);
MarkRuleData toWire(const MarkRule &rule);
SnatRuleData toWire(const SnatRule &rule);
MarkRuleStateData toWire(const MarkRuleState &state);
SnatRuleStateData toWire(const SnatRuleState &state);
UnreadRulesData toWire(const UnreadRules &unread);
FilterRuleData toWire(const FilterRule &rule);
/// Lists longer than the bounds are cut.
FirewallData toWire(const FirewallState &state);
ErrorData toWire(const Error &error);
ResultData toWire(const Operation &operation, const OperationResult &result);
BootFileData toWire(const BootFile &file);
RuleStateData toWire(const RuleState &state);
AddressData toWire(const IpAddress &address);
PortData toWire(const ServerKey &server);
PageData toWire(const HttpTarget &target);
ProbeResultData toWire(const ProbeResult &result);
TlsResultData toWire(const TlsResult &result);
PageResultData toWire(const HttpResult &result);
ArpAnswerData toWire(const ArpAnswer &answer);

Result<ServiceKey> fromWire(const KeyData &data);
Result<VirtualService> fromWire(const ServiceData &data);
Result<RealServer> fromWire(const ServerData &data);
/// `uptime` is in milliseconds.
Result<MachineTotals> totalsFromWire(const FiguresData &counters, const FiguresData &rates, quint64 uptime);
Timeouts fromWire(const TimeoutsData &data);
Result<SyncDaemon> fromWire(const DaemonData &data);
Result<ConnectionEntry> fromWire(const ConnectionData &data);
Result<SysctlValue> fromWire(const SysctlData &data);
Result<InterfaceAddress> fromWire(const InterfaceAddressData &data);
Result<TunnelEnds> fromWire(const TunnelEndsData &data);
Result<HostInterface> fromWire(const InterfaceData &data);
Result<HostAddress> fromWire(const HostAddressData &data);
Result<HostRoute> fromWire(const RouteData &data);
Result<HostTunnel> fromWire(const HostTunnelData &data);
Result<Neighbour> fromWire(const NeighbourData &data);
Result<Listener> fromWire(const ListenerData &data);
Result<RoutingRule> fromWire(const RoutingRuleData &data);
Result<TableRoute> fromWire(const TableRouteData &data);
/// Tunables and parts of IPVS that are not known here, of a newer helper, are passed over.
Result<HostInfo> fromWire(const HostData &data);
Result<MarkRule> fromWire(const MarkRuleData &data);
Result<SnatRule> fromWire(const SnatRuleData &data);
Result<MarkRuleState> fromWire(const MarkRuleStateData &data);
Result<SnatRuleState> fromWire(const SnatRuleStateData &data);
Result<UnreadRules> fromWire(const UnreadRulesData &data);
Result<FilterRule> fromWire(const FilterRuleData &data);
Result<FirewallState> fromWire(const FirewallData &data);
Result<Operation> fromWire(const OperationData &data);
/// Values that are too many or too long are cut, control characters become blanks: an error must always arrive.
/// An unknown code becomes HelperFailed.
Error fromWire(const ErrorData &data);
Result<OperationResult> resultFromWire(const ResultData &data);
Result<BootFile> fromWire(const BootFileData &data);
/// Refuses a service that is named twice, and a server that is named twice in a service.
Result<RuleState> fromWire(const RuleStateData &data);
Result<ApplyOutcome> outcomeFromWire(quint8 outcome);
/// What no machine can have for itself is refused with NotUnicast.
Result<IpAddress> fromWire(const AddressData &data);
/// The same; port 0 is refused.
Result<ServerKey> fromWire(const PortData &data);
Result<HttpTarget> fromWire(const PageData &data);
Result<ProbeResult> fromWire(const ProbeResultData &data);
Result<TlsResult> fromWire(const TlsResultData &data);
Result<HttpResult> fromWire(const PageResultData &data);
Result<ArpAnswer> fromWire(const ArpAnswerData &data);

/// Whole lists, in both directions. A list longer than `largest` is refused with TooLong.
template<class T> auto listToWire(const T &values)
{
    QList<decltype(toWire(*values.begin()))> list;
    list.reserve(qsizetype(values.size()));
    for (const auto &value : values)
        list.append(toWire(value));
    return list;
}

/// The beginning of a list that is longer than `largest`.
template<class T> std::span<const T> atMost(const std::vector<T> &values, qsizetype largest)
{
    return std::span(values).first(std::min(values.size(), size_t(largest)));
}

template<class T> auto listFromWire(const QList<T> &list, qsizetype largest)
    -> Result<std::vector<typename decltype(fromWire(T()))::value_type>>
{
    if (list.size() > largest)
        return failure(ErrorCode::TooLong, {QString::number(largest)});
    std::vector<typename decltype(fromWire(T()))::value_type> values;
    values.reserve(size_t(list.size()));
    for (const T &data : list) {
        auto value = fromWire(data);
        if (!value)
            return std::unexpected(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

/// Optional values stand in a message as lists of at most one.
template<class T> auto optionalToWire(const std::optional<T> &value)
{
    return value ? QList{toWire(*value)} : QList<decltype(toWire(*value))>();
}

} // namespace lvs::bus
