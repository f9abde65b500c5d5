// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/probeservice.h"

#include "helper/interface/convert.h"
#include "helper/probe/targets.h"

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

const IpAddress &addressOf(const IpAddress &address)
{
    return address;
}

const IpAddress &addressOf(const ServerKey &server)
{
    return server.address;
}

const IpAddress &addressOf(const HttpTarget &target)
{
    return target.server.address;
}

template<class Target> std::vector<IpAddress> addressesOf(const std::vector<Target> &targets)
{
    std::vector<IpAddress> addresses;
    addresses.reserve(targets.size());
    for (const Target &target : targets)
        addresses.push_back(addressOf(target));
    return addresses;
}

template<class Data> auto targetsFrom(const Call &call)
{
    auto targets = bus::listFromWire(bus::listFrom<Data>(call.argument(0)), bus::bounds::targetsPerProbe);
    if (targets && targets->empty())
        targets = failure(ErrorCode::BadRequest);
    return targets;
}

/// Answers the call with what `answer` brings, once it is there.
template<class T, class ToArguments>
void replyWith(const CallPtr &call, Probes::Answer<T> answer, QObject *context, ToArguments toArguments)
{
    if (!answer)
        return call->fail(answer.error());
    answer->then(context, [call, toArguments](const T &results) { call->reply(toArguments(results)); });
}

template<class Results> QVariantList listOf(const Results &results)
{
    return {QVariant::fromValue(bus::listToWire(results))};
}

struct CensusTarget {
    IpAddress vip{};
    InterfaceName interface{};
};

Result<CensusTarget> censusTargetFrom(const Call &call)
{
    const auto vip = bus::fromWire(bus::AddressData{call.argument(0).toByteArray()});
    if (!vip)
        return std::unexpected(vip.error());
    const QString name = call.argument(1).toString();
    const auto interface = name.isEmpty() ? InterfaceName() : InterfaceName::fromText(name);
    if (!interface)
        return std::unexpected(interface.error());
    return CensusTarget{*vip, *interface};
}

QVariantList argumentsOf(const ArpCensus &census)
{
    QStringList asked;
    for (const InterfaceName &interface : census.asked)
        asked.append(interface.toString());
    return {asked, census.requests, QVariant::fromValue(bus::listToWire(census.answers))};
}

} // namespace

ProbeService::ProbeService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority,
                           Journal &journal, const QString &tableFile, const Probes::Limits &limits, QObject *parent)
    : BusService(bus::probeService, bus, inquiries, authority, journal, parent)
    , m_tableFile(tableFile)
    , m_probes(limits)
{
    addProbe<bus::AddressData>("Ping"_L1, [this](const CallPtr &call, const std::vector<IpAddress> &targets) {
        replyWith(call, m_probes.ping(targets), this, listOf<std::vector<ProbeResult>>);
    });
    addProbe<bus::PortData>("TcpConnect"_L1, [this](const CallPtr &call, const std::vector<ServerKey> &targets) {
        replyWith(call, m_probes.connectTo(targets), this, listOf<std::vector<ProbeResult>>);
    });
    addProbe<bus::PageData>("HttpGet"_L1, [this](const CallPtr &call, const std::vector<HttpTarget> &targets) {
        replyWith(call, m_probes.get(targets), this, listOf<std::vector<HttpResult>>);
    });
    addProbe<bus::PortData>("Certificates"_L1, [this](const CallPtr &call, const std::vector<ServerKey> &targets) {
        replyWith(call, m_probes.readCertificates(targets), this, listOf<std::vector<TlsResult>>);
    });
    add(
        "ArpCensus"_L1, [this](const Call &call) { return prepareCensus(call); },
        [this](const Call &call) { return checkCensus(call); });
}

ProbeService::~ProbeService()
{
    retire();
}

Result<void> ProbeService::admit(const Call &call)
{
    return m_rate.admit(call.caller.uid) ? Result<void>() : failure(ErrorCode::TooManyRequests);
}

template<class Data, class ActOn> void ProbeService::addProbe(QLatin1StringView name, ActOn act)
{
    add(
        name,
        [this, act](const Call &call) -> Result<Act> {
            if (const auto admitted = admit(call); !admitted)
                return std::unexpected(admitted.error());
            auto targets = targetsFrom<Data>(call);
            if (!targets)
                return std::unexpected(targets.error());
            return [this, act, targets = std::move(*targets)](const CallPtr &acting) {
                if (const auto checked = checkTargets(m_tableFile, addressesOf(targets)); !checked)
                    return acting->fail(checked.error());
                acting->attempt.plan = u"%1 targets"_s.arg(targets.size());
                act(acting, targets);
            };
        },
        [this](const Call &call) {
            return targetsFrom<Data>(call).and_then(
                [this](const auto &targets) { return checkTargets(m_tableFile, addressesOf(targets)); });
        });
}

Result<Act> ProbeService::prepareCensus(const Call &call)
{
    if (const auto admitted = admit(call); !admitted)
        return std::unexpected(admitted.error());
    const auto target = censusTargetFrom(call);
    if (!target)
        return std::unexpected(target.error());
    return [this, target = *target](const CallPtr &acting) {
        if (const auto checked = checkCensusTarget(m_tableFile, target.vip); !checked)
            return acting->fail(checked.error());
        acting->attempt.plan = target.vip.toString();
        replyWith(acting, m_probes.takeCensus(target.vip, target.interface), this, argumentsOf);
    };
}

Result<void> ProbeService::checkCensus(const Call &call) const
{
    return censusTargetFrom(call).and_then(
        [this](const CensusTarget &target) { return checkCensusTarget(m_tableFile, target.vip); });
}

} // namespace lvs
