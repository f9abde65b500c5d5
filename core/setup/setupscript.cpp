// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/hostcommands.h"
#include "core/setup/arpvalues.h"
#include "core/setup/serverneeds.h"
#include "core/types/shellword.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// What several services of one machine share is put back when the last of them stops.
const QString frame = uR"sh(#!/bin/sh
# %1
# usage: start | stop | status
set -eu

state=/run/lvs-realserver # what was before; gone after a reboot, as what was set
vip=%2

# remember NAME FILE VALUE: sets a tunable, and keeps what it was
remember() {
    [ -e "$state/$1" ] || cat "$2" >"$state/$1"
    echo "$3" >"$2"
}

# restore NAME FILE
restore() {
    [ -e "$state/$1" ] || return 0
    [ ! -e "$2" ] || cat "$state/$1" >"$2"
    rm "$state/$1"
}

start() {
    umask 077
    mkdir -p "$state/users"
    : >"$state/users/$vip"
%3}

stop() {
%4    rm -f "$state/users/$vip"
    [ -d "$state/users" ] || return 0
    [ -z "$(ls "$state/users")" ] || return 0
%5    rmdir "$state/users" "$state"
}

status() {
%6}

case "${1-}" in
start) start ;;
stop) stop ;;
status) status ;;
*)
    echo "usage: $0 start | stop | status" >&2
    exit 2
    ;;
esac
)sh"_s;

/// Commands of the functions, each a whole line.
struct Commands {
    QString start{};
    QString stop{};
    QString stopLast{}; ///< when no other service needs it
    QString status{};

    void add(QString &function, const QString &line) { function += u"    "_s + line + u'\n'; }
};

void addSysctls(Commands &commands, const ServerNeeds &needs)
{
    QString restoring;
    for (const SysctlValue &value : needs.sysctls) {
        const bool isOfTunnel = needs.tunnel && value.name == interfaceSysctl(needs.tunnel->name, u"rp_filter");
        const QString path = shellWord(sysctlPath(value.name));
        if (isOfTunnel) { // goes with it
            commands.add(commands.start, u"echo %1 >%2"_s.arg(value.value, path));
            continue;
        }
        const QString name = shellWord(QString(value.name).replace(u'/', u':'));
        commands.add(commands.start, u"remember %1 %2 %3"_s.arg(name, path, value.value));
        restoring.prepend(u"    restore %1 %2\n"_s.arg(name, path));
    }
    commands.stopLast += restoring;
}

void addTunnel(Commands &commands, const HostTunnel &tunnel)
{
    const QString name = tunnel.name.toString();
    commands.add(commands.start,
                 u"[ -e /sys/class/net/%1 ] || ip link add %1 type ipip local %2"_s.arg(name, tunnel.local.toString()));
    commands.add(commands.start, u"ip link set %1 up"_s.arg(name));
    commands.add(commands.start, u"ip -o -4 addr show dev %1 | grep -q inet || ip addr add %2/32 dev %1"_s.arg(
                                     name, tunnel.local.toString()));
    commands.add(commands.stopLast, u"[ ! -e /sys/class/net/%1 ] || ip link del %1"_s.arg(name));
}

void addVip(Commands &commands, const HostAddress &vip)
{
    const QString there = u"ip -o addr show dev %1 | grep -qF ' %2/%3 '"_s.arg(
        shellWord(vip.interface.toString()), vip.address.address.toString(), QString::number(vip.address.prefixLength));
    commands.add(commands.start, there + u" || "_s + commandsFor(AddAddress{vip}).join(u"; "));
    commands.add(commands.stop, u"if %1; then %2; fi"_s.arg(there, commandsFor(RemoveAddress{vip}).join(u"; ")));
    commands.add(commands.status, there);
}

void addGateway(Commands &commands, const IpAddress &gateway)
{
    const QString ip = gateway.isIPv4() ? u"ip -4"_s : u"ip -6"_s;
    commands.add(commands.start, uR"([ -e "$state/route" ] || %1 route save default >"$state/route")"_s.arg(ip));
    commands.add(commands.start, u"%1 route replace default via %2"_s.arg(ip, gateway.toString()));
    commands.add(commands.stopLast, u"%1 route del default via %2 || true"_s.arg(ip, gateway.toString()));
    commands.add(commands.stopLast, uR"([ ! -e "$state/route" ] || %1 route restore <"$state/route")"_s.arg(ip));
    commands.add(commands.stopLast, uR"(rm -f "$state/route")"_s);
    commands.add(commands.status, u"%1 route show default | grep -qF ' via %2 '"_s.arg(ip, gateway.toString()));
}

QString titleOf(const SetupWish &wish)
{
    const QString service = wish.service.key.toString();
    switch (wish.method) {
    case SetupMethod::DirectRouting:
        return u"Real server of %1, direct routing"_s.arg(service);
    case SetupMethod::Tunnelling:
        return u"Real server of %1, tunnelling"_s.arg(service);
    case SetupMethod::Nat:
    case SetupMethod::FullNat:
        break;
    }
    return u"Real server of %1, NAT"_s.arg(service);
}

} // namespace

QString setupScript(const SetupWish &wish, const ServerNeeds &needs)
{
    Commands commands;
    if (needs.tunnel)
        addTunnel(commands, *needs.tunnel);
    addSysctls(commands, needs);
    if (needs.vip)
        addVip(commands, *needs.vip);
    if (needs.gateway)
        addGateway(commands, *needs.gateway);
    return frame.arg(titleOf(wish), wish.vip().toString(), commands.start, commands.stop, commands.stopLast,
                     commands.status);
}

} // namespace lvs
