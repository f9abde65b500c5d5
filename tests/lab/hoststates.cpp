// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/hoststates.h"

#include "tests/lab/labhost.h"

namespace lvs::lab {

using namespace Qt::StringLiterals;

namespace {

/// On one host. tunl0 comes with the module of IP-in-IP tunnels; link-local addresses are made of hardware addresses,
/// which are others after a reboot.
const QString lookAtHost = uR"(
sysctl -a --pattern '^net[.](ipv4[.](conf[.]|vs[.]|ip_forward$)|ipv6[.]conf[.].*[.]forwarding$)' 2>/dev/null
ip -brief link | cut -d ' ' -f 1 | sed 's/^/link /'
ip -oneline address | sed 's/\\.*//'
for family in -4 -6; do
    ip $family route show table all | sed 's/^/route /'
    ip $family rule | sed 's/^/rule /'
done
nft --stateless list ruleset
ipvsadm -Sn | sort
find /var/lib/lvs-console-helper -type f -exec sed 's/^/kept /' {} +
)"_s;

const QString lookAtAll = uR"(
for host in director rs1 rs2; do
    on $host bash -c "$1" >/tmp/state-$host &
done
wait
for host in director rs1 rs2; do
    grep -v -E 'tunl0|fe80::[0-9a-f]' /tmp/state-$host | sed "s/^/$host: /"
done
)"_s;

} // namespace

QStringList hostStates()
{
    const Output output = run(u"director"_s, {u"bash"_s, u"-c"_s, lookAtAll, u"states"_s, lookAtHost});
    QStringList lines;
    for (const QString &line : output.out.split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.simplified());
    return lines;
}

QStringList differences(const QStringList &before, const QStringList &after)
{
    QStringList lines;
    const auto addMissing = [&](const QStringList &from, QStringList to, const QString &sign) {
        for (const QString &line : from) {
            if (!to.removeOne(line))
                lines.append(sign + line);
        }
    };
    addMissing(before, after, u"- "_s);
    addMissing(after, before, u"+ "_s);
    return lines;
}

} // namespace lvs::lab
