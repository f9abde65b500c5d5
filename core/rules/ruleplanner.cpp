// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplanner.h"

#include "core/model/syncdaemon.h"
#include "core/rules/statedifference.h"
#include "core/types/netmask.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// The option of a line that an error of validate() is about.
TextSpan placeOf(ErrorCode code, const RuleCommand &command)
{
    const bool isAboutServer = needsServer(command.verb);
    switch (code) {
    case ErrorCode::BadMask:
        return command.spanOf(RuleOption::Netmask);
    case ErrorCode::ThresholdOrder:
        return command.spanOf(RuleOption::LowerThreshold);
    case ErrorCode::ServiceExists:
    case ErrorCode::ServiceMissing:
        return command.spanOfService();
    default:
        return isAboutServer ? command.spanOf(RuleOption::Server) : command.spanOfService();
    }
}

QString optionText(RuleOption option, const QString &value = {})
{
    return value.isEmpty() ? specOf(option).name() : specOf(option).name() + u' ' + value;
}

/// The options that would keep what an edit resets because its line does not name it.
QStringList unnamedResets(const VirtualService &before, const VirtualService &after, const RuleCommand &command)
{
    QStringList options;
    const auto isReset = [&](bool changed, RuleOption option) { return changed && !command.has(option); };
    if (isReset(before.scheduler != after.scheduler, RuleOption::Scheduler))
        options << optionText(RuleOption::Scheduler, before.scheduler.toString());
    if (isReset(before.isPersistent() && !after.isPersistent(), RuleOption::Persistent))
        options << optionText(RuleOption::Persistent, QString::number(before.persistenceTimeout));
    if (isReset(before.isPersistent() && before.netmask != after.netmask, RuleOption::Netmask))
        options << optionText(RuleOption::Netmask, netmaskToString(before.netmask, before.key.family));
    if (isReset(before.engine != after.engine, RuleOption::Engine))
        options << optionText(RuleOption::Engine, before.engine.toString());
    if (isReset(before.flags.testFlag(ServiceFlag::OnePacket) && !after.flags.testFlag(ServiceFlag::OnePacket),
                RuleOption::OnePacket))
        options << optionText(RuleOption::OnePacket);
    const ServiceFlags lost = before.flags & schedulerFlags & ~after.flags;
    if (isReset(bool(lost), RuleOption::SchedulerFlags))
        options << optionText(RuleOption::SchedulerFlags, flagNames(lost, before.scheduler).join(u','));
    return options;
}

QStringList unnamedResets(const RealServer &before, const RealServer &after, const RuleCommand &command)
{
    QStringList options;
    const auto keep = [&](auto field, RuleOption option) {
        if (before.*field != after.*field && !command.has(option))
            options << optionText(option, QString::number(before.*field));
    };
    if (before.forwarding != after.forwarding && !command.has(RuleOption::Gatewaying)) {
        if (before.forwarding == Forwarding::Masquerading && !command.has(RuleOption::Tunnelling))
            options << optionText(RuleOption::Masquerading);
        if (before.forwarding == Forwarding::Tunnelling && !command.has(RuleOption::Masquerading))
            options << optionText(RuleOption::Tunnelling);
    }
    if (before.tunnel.type != after.tunnel.type && !command.has(RuleOption::TunnelType))
        options << optionText(RuleOption::TunnelType, before.tunnel.type == TunnelType::Gue ? u"gue"_s : u"gre"_s);
    if (before.tunnel.port != after.tunnel.port && !command.has(RuleOption::TunnelPort))
        options << optionText(RuleOption::TunnelPort, QString::number(before.tunnel.port));
    const bool namesChecksum = command.has(RuleOption::TunnelNoChecksum) || command.has(RuleOption::TunnelChecksum) ||
                               command.has(RuleOption::TunnelRemoteChecksum);
    if (before.tunnel.checksum != after.tunnel.checksum && !namesChecksum)
        options << optionText(before.tunnel.checksum == TunnelChecksum::Checksum ? RuleOption::TunnelChecksum
                                                                                 : RuleOption::TunnelRemoteChecksum);
    keep(&RealServer::weight, RuleOption::Weight);
    keep(&RealServer::upperThreshold, RuleOption::UpperThreshold);
    keep(&RealServer::lowerThreshold, RuleOption::LowerThreshold);
    return options;
}

} // namespace

RulePlanner::RulePlanner(const RuleState &present, RuleStart start, const IpvsTable *actual)
    : m_present(present)
    , m_actual(actual)
    , m_start(start)
    , m_table(start == RuleStart::EmptyTable ? IpvsTable() : present.table)
    , m_timeouts(present.timeouts)
    , m_daemons(present.daemons)
{
}

Result<std::vector<RuleNote>> RulePlanner::add(const RuleCommand &command)
{
    m_notes.clear();
    Result<void> done = carryOut(command);
    if (done)
        return std::exchange(m_notes, {});
    Error &error = done.error();
    if (error.span == TextSpan{})
        error.span = placeOf(error.code, command);
    return std::unexpected(error);
}

Result<void> RulePlanner::carryOut(const RuleCommand &command)
{
    const ServiceKey &service = command.service.key;
    switch (command.verb) {
    case RuleVerb::AddService:
        return addService(command);
    case RuleVerb::EditService:
        return editService(command);
    case RuleVerb::DeleteService:
        return m_table.carryOut(RemoveService{command.service, {}});
    case RuleVerb::AddServer:
        return addServer(command);
    case RuleVerb::EditServer:
        return editServer(command);
    case RuleVerb::DeleteServer:
        return m_table.carryOut(RemoveServer{service, command.server});
    case RuleVerb::Clear:
        m_cleared = true;
        return m_table.carryOut(ClearTable{});
    case RuleVerb::Zero:
        if (command.hasService && !m_table.find(service))
            return failure(ErrorCode::ServiceMissing);
        zero(command.hasService ? std::optional(service) : std::nullopt);
        return {};
    case RuleVerb::SetTimeouts:
        m_timeouts = withSet(m_timeouts, command.timeouts);
        return {};
    case RuleVerb::StartDaemon:
        return startDaemon(command);
    case RuleVerb::StopDaemon:
        return stopDaemon(command);
    case RuleVerb::Restore:
        return std::unexpected(Error{.code = ErrorCode::RulesElsewhere, .span = command.span});
    case RuleVerb::List:
    case RuleVerb::Save:
    case RuleVerb::Help:
    case RuleVerb::Version:
        noteAlreadySo(command); // they only show
        return {};
    }
    return {};
}

void RulePlanner::zero(const std::optional<ServiceKey> &service)
{
    if (m_zeroedOnce.insert(service).second)
        m_zeroed.push_back({service});
}

Result<void> RulePlanner::addService(const RuleCommand &command)
{
    const VirtualService *present = m_table.find(command.service.key);
    if (present && *present == command.service) {
        noteAlreadySo(command);
        return {};
    }
    return validate(command.service).and_then([&] { return m_table.carryOut(AddService{command.service}); });
}

Result<void> RulePlanner::editService(const RuleCommand &command)
{
    const VirtualService *present = m_table.find(command.service.key);
    if (present && *present == command.service)
        noteAlreadySo(command);
    else if (const QStringList options = present ? unnamedResets(*present, command.service, command) : QStringList();
             !options.isEmpty())
        m_notes.push_back({RuleNote::Code::ResetsUnnamed, options, command.span});
    return validate(command.service).and_then([&] { return m_table.carryOut(EditService{{}, command.service}); });
}

Result<void> RulePlanner::addServer(const RuleCommand &command)
{
    const ServiceKey &service = command.service.key;
    const RealServer *present = m_table.find(service, command.server.key);
    if (present && *present == command.server) {
        noteAlreadySo(command);
        return {};
    }
    return validate(command.server, service).and_then([&] {
        return m_table.carryOut(AddServer{service, command.server});
    });
}

Result<void> RulePlanner::editServer(const RuleCommand &command)
{
    const ServiceKey &service = command.service.key;
    const RealServer *present = m_table.find(service, command.server.key);
    if (present && *present == command.server)
        noteAlreadySo(command);
    else if (const QStringList options = present ? unnamedResets(*present, command.server, command) : QStringList();
             !options.isEmpty())
        m_notes.push_back({RuleNote::Code::ResetsUnnamed, options, command.span});
    return validate(command.server, service).and_then([&] {
        return m_table.carryOut(EditServer{service, {}, command.server});
    });
}

Result<void> RulePlanner::startDaemon(const RuleCommand &command)
{
    const auto running = std::ranges::find(m_daemons, command.daemon.role, &SyncDaemon::role);
    if (running != m_daemons.end() && isAsWanted(command.daemon, *running)) {
        noteAlreadySo(command);
        return {};
    }
    // Of a whole wanted state, the daemons it names are part: one that runs otherwise is replaced.
    const SyncDaemon *present = findDaemon(m_present.daemons, command.daemon.role);
    const bool isReplaced =
        m_start == RuleStart::EmptyTable && running != m_daemons.end() && present && *present == *running;
    if (isReplaced) {
        *running = command.daemon;
        return {};
    }
    if (running != m_daemons.end())
        return std::unexpected(Error{.code = ErrorCode::DaemonExists, .span = command.span});
    m_daemons.push_back(command.daemon);
    return {};
}

Result<void> RulePlanner::stopDaemon(const RuleCommand &command)
{
    if (std::erase_if(m_daemons, [&](const SyncDaemon &daemon) { return daemon.role == command.daemon.role; }) == 0)
        return std::unexpected(Error{.code = ErrorCode::DaemonMissing, .span = command.span});
    return {};
}

void RulePlanner::noteAlreadySo(const RuleCommand &command)
{
    m_notes.push_back({.code = RuleNote::Code::AlreadySo, .span = command.span});
}

RuleState RulePlanner::wanted() const
{
    return {.table = m_table.table(), .timeouts = m_timeouts, .daemons = m_daemons};
}

ChangePlan RulePlanner::plan(const RuleState &wanted) const
{
    const bool isCleared = m_cleared && m_start == RuleStart::PresentState && wanted.table.isEmpty();
    const IpvsTable &found = m_actual ? *m_actual : m_present.table;
    ChangePlan plan = isCleared
                          ? difference(RuleState{.timeouts = m_present.timeouts, .daemons = m_present.daemons}, wanted)
                          : difference(m_present, wanted);
    if (isCleared && !m_present.table.isEmpty())
        plan.operations.push_back(ClearTable{tableDigest(found)});
    for (const ZeroCounters &zero : m_zeroed) {
        // A service that goes has no counters any more, and one that comes has none yet.
        if (!zero.service || (wanted.table.find(*zero.service) && m_present.table.find(*zero.service)))
            plan.operations.push_back(zero);
    }
    return plan;
}

} // namespace lvs
