// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/field.h"

#include <algorithm>

namespace lvs {
namespace {

/// How to compare and copy one field.
template<class T> struct Access {
    Field field;
    bool (*isEqual)(const T &, const T &);
    void (*copy)(T &, const T &);
};

template<auto Member, class T> constexpr Access<T> member(Field field)
{
    return {field, [](const T &one, const T &other) { return one.*Member == other.*Member; },
            [](T &object, const T &other) { object.*Member = other.*Member; }};
}

template<auto Member> constexpr Access<RealServer> tunnel(Field field)
{
    return {field,
            [](const RealServer &one, const RealServer &other) { return one.tunnel.*Member == other.tunnel.*Member; },
            [](RealServer &object, const RealServer &other) { object.tunnel.*Member = other.tunnel.*Member; }};
}

template<quint32 Mask> quint32 bits(const VirtualService &service)
{
    return service.flags.toInt() & Mask;
}

template<quint32 Mask> constexpr Access<VirtualService> flags(Field field)
{
    return {field,
            [](const VirtualService &one, const VirtualService &other) { return bits<Mask>(one) == bits<Mask>(other); },
            [](VirtualService &object, const VirtualService &other) {
                object.flags = ServiceFlags::fromInt(bits<~Mask>(object) | bits<Mask>(other));
            }};
}

constexpr Access<VirtualService> persistence{Field::Persistence,
                                             [](const VirtualService &one, const VirtualService &other) {
                                                 return one.isPersistent() == other.isPersistent() &&
                                                        one.persistenceTimeout == other.persistenceTimeout;
                                             },
                                             [](VirtualService &object, const VirtualService &other) {
                                                 object.flags.setFlag(ServiceFlag::Persistent, other.isPersistent());
                                                 object.persistenceTimeout = other.persistenceTimeout;
                                             }};

template<class T> constexpr std::array<Access<T>, 0> fieldsOf{};
template<> constexpr std::array fieldsOf<VirtualService>{
    member<&VirtualService::scheduler, VirtualService>(Field::Scheduler),
    persistence,
    member<&VirtualService::netmask, VirtualService>(Field::Netmask),
    member<&VirtualService::engine, VirtualService>(Field::Engine),
    flags<quint32(ServiceFlag::OnePacket)>(Field::OnePacket),
    flags<schedulerFlags.toInt()>(Field::SchedulerFlags),
    flags<~knownServiceFlags.toInt()>(Field::OtherFlags),
};
template<> constexpr std::array fieldsOf<RealServer>{
    member<&RealServer::forwarding, RealServer>(Field::Forwarding),
    member<&RealServer::weight, RealServer>(Field::Weight),
    member<&RealServer::upperThreshold, RealServer>(Field::UpperThreshold),
    member<&RealServer::lowerThreshold, RealServer>(Field::LowerThreshold),
    tunnel<&Tunnel::type>(Field::TunnelType),
    tunnel<&Tunnel::port>(Field::TunnelPort),
    tunnel<&Tunnel::checksum>(Field::TunnelChecksum),
};
template<> constexpr std::array fieldsOf<Timeouts>{
    member<&Timeouts::tcp, Timeouts>(Field::TcpTimeout),
    member<&Timeouts::tcpFin, Timeouts>(Field::TcpFinTimeout),
    member<&Timeouts::udp, Timeouts>(Field::UdpTimeout),
};
template<> constexpr std::array fieldsOf<SyncDaemon>{
    member<&SyncDaemon::interface, SyncDaemon>(Field::SyncInterface),
    member<&SyncDaemon::syncId, SyncDaemon>(Field::SyncId),
    member<&SyncDaemon::group, SyncDaemon>(Field::SyncGroup),
    member<&SyncDaemon::port, SyncDaemon>(Field::SyncPort),
    member<&SyncDaemon::ttl, SyncDaemon>(Field::SyncTtl),
    member<&SyncDaemon::maxLength, SyncDaemon>(Field::SyncLength),
};

} // namespace

template<class T> std::vector<Field> differingFields(const T &one, const T &other)
{
    std::vector<Field> fields;
    if (one == other)
        return fields;
    for (const Access<T> &access : fieldsOf<T>) {
        if (!access.isEqual(one, other))
            fields.push_back(access.field);
    }
    return fields;
}

template<class T> void takeField(Field field, T &object, const T &other)
{
    const auto access = std::ranges::find(fieldsOf<T>, field, &Access<T>::field);
    if (access != fieldsOf<T>.end())
        access->copy(object, other);
}

template std::vector<Field> differingFields(const VirtualService &, const VirtualService &);
template std::vector<Field> differingFields(const RealServer &, const RealServer &);
template std::vector<Field> differingFields(const Timeouts &, const Timeouts &);
template std::vector<Field> differingFields(const SyncDaemon &, const SyncDaemon &);
template void takeField(Field, VirtualService &, const VirtualService &);
template void takeField(Field, RealServer &, const RealServer &);
template void takeField(Field, Timeouts &, const Timeouts &);
template void takeField(Field, SyncDaemon &, const SyncDaemon &);

} // namespace lvs
