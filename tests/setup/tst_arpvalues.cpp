// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/arpvalues.h"
#include "tests/setup/cluster.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What was seen of a kernel: who answers for a VIP on lo.
class TestArpValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ignoreHidesTheVip_data();
    void ignoreHidesTheVip();
    void announceHidesTheVip();
    void theGreaterValueHolds();
    void aTunableThatIsNotKnownHasNoEffectiveValue();
};

void TestArpValues::ignoreHidesTheVip_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<bool>("universe");
    QTest::addColumn<bool>("host");
    QTest::newRow("any address") << 0 << false << false;
    QTest::newRow("own interface") << 1 << true << true;
    QTest::newRow("own subnet") << 2 << true << true;
    QTest::newRow("not of scope host") << 3 << false << true;
    for (int reserved = 4; reserved <= 7; ++reserved)
        QTest::addRow("reserved %d", reserved) << reserved << false << false;
    QTest::newRow("the real server's own address is silent, too") << 8 << false << false;
    QTest::newRow("beyond") << 9 << false << false;
    QTest::newRow("negative") << -1 << false << false;
}

void TestArpValues::ignoreHidesTheVip()
{
    QFETCH(int, value);
    QTEST(hidesVip(meaningOfArpIgnore(value), AddressScope::Universe), "universe");
    QTEST(hidesVip(meaningOfArpIgnore(value), AddressScope::Host), "host");
}

void TestArpValues::announceHidesTheVip()
{
    for (int value = -1; value <= 4; ++value)
        QCOMPARE(hidesVip(meaningOfArpAnnounce(value)), value == 2);
}

void TestArpValues::theGreaterValueHolds()
{
    const QString all = interfaceSysctl({}, u"arp_ignore");
    const QString own = interfaceSysctl(interface(u"eth0.100"), u"arp_ignore");
    QCOMPARE(all, u"ipv4/conf/all/arp_ignore"_s);
    QCOMPARE(own, u"ipv4/conf/eth0.100/arp_ignore"_s);
    for (const auto &[first, second] : {std::pair(u"1"_s, u"0"_s), std::pair(u"0"_s, u"1"_s)}) {
        const HostInfo host{.sysctls = {{all, first}, {own, second}, {u"ipv4/conf/lo/arp_ignore"_s, u"8"_s}}};
        QCOMPARE(effectiveValue(host, interface(u"eth0.100"), u"arp_ignore"), 1);
    }
}

void TestArpValues::aTunableThatIsNotKnownHasNoEffectiveValue()
{
    const HostInfo host{.sysctls = {{interfaceSysctl({}, u"arp_ignore"), u"1"_s}}};
    QCOMPARE(effectiveValue(host, interface(u"eth0"), u"arp_ignore"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestArpValues)
#include "tst_arpvalues.moc"
