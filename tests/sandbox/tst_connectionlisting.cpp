// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxclient.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

VirtualService persistent(const ServiceKey &key)
{
    VirtualService result = service(key);
    result.flags = ServiceFlag::Persistent;
    result.persistenceTimeout = 360;
    return result;
}

/// "198.18.0.1:1001 172.18.100.6:80 192.168.10.11:80 ESTABLISHED", the mark in place of a virtual address.
QString describe(const ConnectionEntry &entry)
{
    const QString target =
        entry.firewallMark != 0 ? u"FWM %1"_s.arg(entry.firewallMark) : entry.virtualAddress.toString();
    return u"%1:%2 %3:%4 %5 %6"_s.arg(entry.client.toString())
        .arg(entry.clientPort)
        .arg(target)
        .arg(entry.virtualPort)
        .arg(entry.server.toString(), entry.state);
}

} // namespace

/// What a sandbox shows of its connections: rows as the kernel would print them.
class TestConnectionListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sandbox = std::make_unique<SandboxBackend>(); }

    void tellsStateAndExpiry()
    {
        execute(*m_sandbox, {AddService{service(web)}, AddServer{web, server(11, 1, 8080)}});
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Syn);
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Ack);
        m_sandbox->advance(3s);
        const auto entries = m_sandbox->readConnections()->entries;
        QCOMPARE(entries.size(), 1u);
        QCOMPARE(describe(entries[0]), u"198.18.0.1:1001 172.18.100.6:80 192.168.10.11:8080 ESTABLISHED"_s);
        QCOMPARE(entries[0].expires, 897u);
    }

    void udpHasNoStates()
    {
        const ServiceKey dns = ServiceKey::forAddress(Protocol::Udp, web.address, 53);
        execute(*m_sandbox, {AddService{service(dns)}, AddServer{dns, server(11, 1, 53)}});
        send(*m_sandbox, flow(dns, 1, 1001), TcpEvent::Ack);
        QCOMPARE(rows(), QStringList{u"198.18.0.1:1001 172.18.100.6:53 192.168.10.11:53 UDP"_s});
    }

    void templatesOfAPort()
    {
        execute(*m_sandbox, {AddService{persistent(web)}, AddServer{web, server(11, 1, 8080)}});
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Syn);
        QCOMPARE(rows(), (QStringList{u"198.18.0.1:0 172.18.100.6:80 192.168.10.11:8080 NONE"_s,
                                      u"198.18.0.1:1001 172.18.100.6:80 192.168.10.11:8080 SYN_RECV"_s}));
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Ack);
        QCOMPARE(rows()[0], u"198.18.0.1:0 172.18.100.6:80 192.168.10.11:8080 ASSURED"_s);
    }

    void templatesOfAMark()
    {
        const ServiceKey mark = ServiceKey::forMark(7, Family::IPv4);
        execute(*m_sandbox, {AddService{persistent(mark)}, AddServer{mark, server(11, 1, 0)}});
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Syn, 7);
        QCOMPARE(rows(), (QStringList{u"198.18.0.1:0 FWM 7:0 192.168.10.11:0 NONE"_s,
                                      u"198.18.0.1:1001 172.18.100.6:80 192.168.10.11:80 SYN_RECV"_s}));
    }

    void templateOfADeletedServerIsInvalidated()
    {
        execute(*m_sandbox, {AddService{persistent(web)}, AddServer{web, server(11)}});
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Syn);
        execute(*m_sandbox, {RemoveServer{web, server(11)}, AddServer{web, server(12)}});
        send(*m_sandbox, flow(web, 1, 1002), TcpEvent::Syn);
        const auto entries = m_sandbox->readConnections()->entries;
        QCOMPARE(std::ranges::count_if(entries, &ConnectionEntry::isTemplate), 2);
        QCOMPARE(std::ranges::count_if(entries, &ConnectionEntry::isInvalidated), 1);
        QVERIFY(rows().contains(u"198.18.0.1:0 172.18.100.6:65535 192.168.10.11:65535 NONE"_s));
    }

    void givesNoMoreThanASample()
    {
        execute(*m_sandbox, {AddService{service(web)}, AddServer{web, server(11)}});
        for (int i = 0; i < 1000; ++i)
            send(*m_sandbox, flow(web, 1, quint16(1024 + i)), TcpEvent::Syn);
        QVERIFY(!m_sandbox->readConnections()->hasMore);
        send(*m_sandbox, flow(web, 2), TcpEvent::Syn);
        QVERIFY(m_sandbox->readConnections()->hasMore);
        QCOMPARE(m_sandbox->readConnections()->entries.size(), 1000u);
    }

private:
    QStringList rows()
    {
        QStringList rows;
        const auto sample = m_sandbox->readConnections();
        for (const ConnectionEntry &entry : sample->entries)
            rows.append(describe(entry));
        rows.sort();
        return rows;
    }

    std::unique_ptr<SandboxBackend> m_sandbox;
};

QTEST_APPLESS_MAIN(TestConnectionListing)
#include "tst_connectionlisting.moc"
