// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxhost.h"
#include "core/sandbox/sandboxwire.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Who answers when machines in memory ask for a hardware address.
class TestSandboxWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersByArpIgnore_data();
    void answersByArpIgnore();
    void asksWhereItCouldBe();
    void ipv6AnswersForItsInterface();
    void isAsItWasPutLast();
};

namespace {

const QString director = u"director"_s;
const QString rs1 = u"rs1"_s;
const QString rs2 = u"rs2"_s;

InterfaceName eth0()
{
    return *InterfaceName::fromText(u"eth0");
}

std::map<QString, HostInfo> machines()
{
    return {{director, sandboxDirector()},
            {rs1, sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.1"))},
            {rs2, sandboxRealServer(ip(u"172.18.100.12"), ip(u"172.18.100.1"))}};
}

void setIgnore(HostInfo &host, int value)
{
    host.sysctls = {{u"ipv4/conf/all/arp_ignore"_s, QString::number(value)}, {u"ipv4/conf/eth0/arp_ignore"_s, u"0"_s}};
}

/// The machines that answer.
QStringList answering(const std::map<QString, HostInfo> &machines, const QString &asker, QStringView address)
{
    QStringList names;
    for (const ArpAnswer &answer : censusAmong(machines, asker, ip(address)).answers) {
        for (const auto &[name, machine] : machines) {
            for (const HostInterface &interface : machine.interfaces) {
                if (interface.hardwareAddress == answer.hardwareAddress)
                    names << name + u' ' + interface.name.toString();
            }
        }
    }
    return names;
}

} // namespace

void TestSandboxWire::answersByArpIgnore_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<AddressScope>("scope");
    QTest::addColumn<bool>("forVip");
    QTest::addColumn<bool>("forItself");
    using enum AddressScope;
    QTest::newRow("0") << 0 << Universe << true << true;
    QTest::newRow("1") << 1 << Universe << false << true;
    QTest::newRow("2") << 2 << Universe << false << true;
    QTest::newRow("3") << 3 << Universe << true << true;
    QTest::newRow("3, scope host") << 3 << Host << false << true;
    QTest::newRow("5") << 5 << Universe << true << true;
    QTest::newRow("8") << 8 << Universe << false << false;
}

void TestSandboxWire::answersByArpIgnore()
{
    QFETCH(const int, value);
    QFETCH(const AddressScope, scope);
    QFETCH(const bool, forVip);
    QFETCH(const bool, forItself);
    auto all = machines();
    setIgnore(all[rs1], value);
    all[rs1].interfaces.front().addresses.push_back(
        {.address = ip(u"172.18.100.6"), .prefixLength = 32, .scope = scope});
    const QStringList alone{u"director eth0"_s};
    QCOMPARE(answering(all, rs2, u"172.18.100.6"), forVip ? alone + QStringList{u"rs1 eth0"_s} : alone);
    QCOMPARE(answering(all, rs2, u"172.18.100.11").isEmpty(), !forItself);
    QVERIFY(answering(all, rs1, u"172.18.100.11").isEmpty()); // nobody hears itself
}

void TestSandboxWire::asksWhereItCouldBe()
{
    const auto all = machines();
    QCOMPARE(censusAmong(all, director, ip(u"172.18.100.6")).asked, std::vector{eth0()});
    QCOMPARE(censusAmong(all, director, ip(u"10.0.0.1")).asked.size(), 2u);
    QVERIFY(censusAmong(all, director, ip(u"172.18.100.6")).requests > 0);
    QVERIFY(censusAmong(all, u"nobody"_s, ip(u"172.18.100.6")).asked.empty());
    // The director answers inside for what it has outside, unless told otherwise.
    auto behind = all;
    behind[rs1] = sandboxRealServer(ip(u"192.168.10.11"), ip(u"192.168.10.1"));
    QCOMPARE(answering(behind, rs1, u"172.18.100.6"), QStringList{u"director eth1"_s});
}

void TestSandboxWire::ipv6AnswersForItsInterface()
{
    std::map<QString, HostInfo> all{{rs1, sandboxRealServer(ip(u"2001:db8::11"), ip(u"2001:db8::1"))},
                                    {rs2, sandboxRealServer(ip(u"2001:db8::12"), ip(u"2001:db8::1"))}};
    all[rs1].interfaces.front().addresses.push_back({.address = ip(u"2001:db8::6"), .prefixLength = 128});
    QVERIFY(answering(all, rs2, u"2001:db8::6").isEmpty());
    QCOMPARE(answering(all, rs2, u"2001:db8::11"), QStringList{u"rs1 eth0"_s});
}

void TestSandboxWire::isAsItWasPutLast()
{
    SandboxWire wire;
    const auto all = machines();
    for (const auto &[id, machine] : all)
        wire.put(id, machine);
    QCOMPARE(wire.census(rs1, ip(u"172.18.100.6")).answers.size(), 1u);
    HostInfo without = all.at(director);
    without.interfaces[1].addresses.resize(1);
    wire.put(director, without);
    QVERIFY(wire.census(rs1, ip(u"172.18.100.6")).answers.empty());
}

QTEST_GUILESS_MAIN(TestSandboxWire)
#include "tst_sandboxwire.moc"
