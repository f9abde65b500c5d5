// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/setuplab.h"

#include "tests/lab/hoststates.h"
#include "tests/lab/labhost.h"

#include <QTest>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

SetUpLab::SetUpLab()
{
    lab::awaitHosts();
    beginWithNothing();
    m_before = lab::hostStates();
    for (const QString &host : {u"director"_s, u"rs1"_s, u"rs2"_s})
        QVERIFY2(m_before.filter(host + u": "_s).size() > 50, qPrintable(m_before.join(u'\n')));
}

SetUpLab::~SetUpLab()
{
    m_console.reset();
    lab::shell(u"director"_s, u"sysctl -qw net.ipv4.ip_forward=1"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::shell(host, u"ip route replace default via 192.168.10.1;"
                         " ip route replace default via fd00:192:168:10::1"_s);
}

void SetUpLab::beginWithNothing()
{
    m_console.reset(); // whatever it shows now
    m_data = std::make_unique<QTemporaryDir>();
    // Where a server once answered for the VIP, packets would go on to it.
    lab::need(u"router"_s,
              u"ip neighbour flush to %1 dev outside; ip neighbour flush to %2 dev outside"_s.arg(vip, vip6));
    const QString keptNothing = u" rm -f /var/lib/lvs-console-helper/boot.setups;"_s;
    lab::clearTable();
    lab::need(
        u"director"_s,
        u"ip address del %1/32 dev outside; ip address del %2/128 dev outside; nft delete table inet lvs-console;"_s
                .arg(vip, vip6) +
            keptNothing +
            u" sysctl -qw net.ipv4.ip_forward=0 net.ipv6.conf.all.forwarding=0 net.ipv4.vs.conntrack=0"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::need(host, u"ip address del %1/32 dev lo; ip address del %2/128 dev lo;"
                        " for tunnel in $(ip -brief link show type ipip | cut -d @ -f 1 | grep -v tunl0);"
                        " do ip link del $tunnel; done;"
                        " ip route replace default via 192.168.10.254;"
                        " ip route replace default via fd00:192:168:10::254;"_s.arg(vip, vip6) +
                            keptNothing +
                            u" sysctl -qw net.ipv4.conf.all.arp_ignore=0 net.ipv4.conf.all.arp_announce=0"_s);
}

QStringList SetUpLab::traces() const
{
    return lab::differences(m_before, lab::hostStates());
}

Console &SetUpLab::console()
{
    if (m_console)
        return *m_console;
    m_console = std::make_unique<Console>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_data->path());
    // The director asks for a password, which the real servers' root does not need.
    m_console->start(QStringList{u"--language"_s, u"en"_s} + m_director.connectArguments(u"operator"_s) +
                         QStringList{u"--connect"_s, u"root@rs1"_s, u"--connect"_s, u"root@rs2"_s},
                     environment);
    for (const QString &machine : {u"root@rs1"_s, u"root@rs2"_s, u"operator@director"_s})
        m_console->awaitConnected(machine);
    m_console->selectDirector(u"operator@director"_s);
    return *m_console;
}

void SetUpLab::killConsole()
{
    m_console->program().kill();
    m_console.reset();
}

} // namespace lvs::e2e
