// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/kernelbackend.h"
#include "tests/contract/fieldchanges.h"
#include "tests/kernel/freshnetwork.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

namespace {

QString selector(const ServiceKey &key)
{
    if (key.isMark())
        return u"-f %1%2"_s.arg(key.firewallMark).arg(key.family == Family::IPv6 ? u" -6" : u"");
    const QString name = key.protocol == quint8(Protocol::Tcp)   ? u"-t"_s
                         : key.protocol == quint8(Protocol::Udp) ? u"-u"_s
                                                                 : u"--sctp-service"_s;
    return name + u' ' + ServerKey{key.address, key.port}.toString();
}

/// The service's line of `ipvsadm -Sn`, which keeps quiet about timeout and mask of what is not persistent.
QString lineOf(const VirtualService &service)
{
    const bool isIPv4 = service.key.family == Family::IPv4;
    QString line = u"-A "_s + selector(service.key) + u" -s "_s + service.scheduler.toString();
    if (service.isPersistent()) {
        line += u" -p %1"_s.arg(service.persistenceTimeout);
        if (isIPv4 && service.netmask != 0xffffffff)
            line += u" -M "_s + IpAddress::fromIPv4(service.netmask).toString();
        if (!isIPv4 && service.netmask != 128)
            line += u" -M %1"_s.arg(service.netmask);
    }
    if (!service.engine.isNone())
        line += u" --pe "_s + service.engine.toString();
    if (service.flags.testFlag(ServiceFlag::OnePacket))
        line += u" -o"_s;
    const QString scheduler = service.scheduler.toString();
    const bool isHash = scheduler == u"sh" || scheduler == u"mh";
    QStringList flags;
    if (service.flags.testFlag(ServiceFlag::Scheduler1))
        flags += isHash ? scheduler + u"-fallback"_s : u"flag-1"_s;
    if (service.flags.testFlag(ServiceFlag::Scheduler2))
        flags += isHash ? scheduler + u"-port"_s : u"flag-2"_s;
    if (service.flags.testFlag(ServiceFlag::Scheduler3) && !isHash)
        flags += u"flag-3"_s;
    if (service.flags & schedulerFlags)
        line += u" -b "_s + flags.join(u',');
    return line.trimmed();
}

QString lineOf(const ServiceKey &service, const RealServer &server)
{
    QString line = u"-a %1 -r %2 "_s.arg(selector(service), server.key.toString());
    line += server.forwarding == Forwarding::Masquerading ? u"-m"_s
            : server.forwarding == Forwarding::Tunnelling ? u"-i"_s
                                                          : u"-g"_s;
    line += u" -w %1"_s.arg(server.weight);
    if (server.forwarding != Forwarding::Tunnelling)
        return line;
    constexpr std::array types{"ipip", "gue", "gre"};
    constexpr std::array checksums{" --tun-nocsum", " --tun-csum", " --tun-remcsum"};
    line += u" --tun-type "_s + QLatin1StringView(types[size_t(server.tunnel.type)]);
    if (server.tunnel.type == TunnelType::Gue)
        line += u" --tun-port %1"_s.arg(server.tunnel.port);
    if (server.tunnel.type != TunnelType::IpIp)
        line += QLatin1StringView(checksums[size_t(server.tunnel.checksum)]);
    return line;
}

QStringList linesOf(const QStringList &arguments)
{
    QProcess ipvsadm;
    ipvsadm.start(u"ipvsadm"_s, arguments);
    if (!ipvsadm.waitForFinished(60'000) || ipvsadm.exitCode() != 0)
        return {u"ipvsadm does not answer: "_s + ipvsadm.errorString()};
    QStringList lines;
    for (const QString &line : QString::fromUtf8(ipvsadm.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.trimmed());
    return lines;
}

/// "ADDRESS:PORT UPPER LOWER" of each real server in `ipvsadm -L --thresholds`.
QStringList listedThresholds()
{
    static const QRegularExpression row(u"^-> (\\S+:\\d+) +(\\d+) +(\\d+) "_s);
    QStringList found;
    for (const QString &line : linesOf({u"-Ln"_s, u"--thresholds"_s, u"--exact"_s})) {
        if (const auto match = row.match(line + u' '); match.hasMatch())
            found.append(match.capturedTexts().sliced(1).join(u' '));
    }
    return found;
}

QString difference(QStringList actual, QStringList wanted)
{
    actual.sort();
    wanted.sort();
    for (qsizetype i = 0; i < std::max(actual.size(), wanted.size()); ++i) {
        if (actual.value(i) != wanted.value(i))
            return u"ipvsadm says “%1” instead of “%2”"_s.arg(actual.value(i), wanted.value(i));
    }
    return {};
}

/// ipvsadm's view of the table, in so far as it has words for it.
QString seenByIpvsadm(const IpvsTable &table)
{
    QStringList lines;
    QStringList thresholds;
    for (const auto &[key, entry] : table.entries()) {
        lines.append(lineOf(entry.service));
        for (const RealServer &server : entry.servers) {
            lines.append(lineOf(key, server));
            thresholds.append(
                u"%1 %2 %3"_s.arg(server.key.toString()).arg(server.upperThreshold).arg(server.lowerThreshold));
        }
    }
    const QString saved = difference(linesOf({u"-Sn"_s}), lines);
    return saved.isEmpty() ? difference(listedThresholds(), thresholds) : saved;
}

} // namespace

int main(int argc, char *argv[])
{
    lvs::test::enterFreshNetwork();
    lvs::KernelBackend backend;
    lvs::FieldChanges changes(backend, seenByIpvsadm);
    return QTest::qExec(&changes, argc, argv);
}
