// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/bounds.h"
#include "helper/probe/callrate.h"
#include "helper/probe/ethernet.h"
#include "helper/probe/packets.h"
#include "tests/helper/samples.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// The packets of a probe, and how it chooses where to send them.
class TestProbePackets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksums();
    void echoesAreToldApart_data();
    void echoesAreToldApart();
    void arpAsksAndHears();
    void neighboursAreAskedAndHeard();
    void cutPacketsAreNone();
    void interfacesAreChosen();
    void nobodyIsAskedInTheVipsName();
    void neighboursAreOfANetwork();
    void callsHaveARate();
};

namespace {

const QByteArray ownMac = QByteArray::fromHex("020000000001");
const QByteArray theirMac = QByteArray::fromHex("020000000002");
const packets::EchoMark mark{.id = 0x1234, .cookie = 0x1122334455667788};

/// What the other end makes of a request.
QByteArray answered(Family family, QByteArray request)
{
    request[0] = char(family == Family::IPv4 ? 0 : 129);
    if (family == Family::IPv6)
        return request;
    QByteArray header = QByteArray::fromHex("4600002000000000400100007f0000017f000001");
    return header + QByteArray(4, '\0') + request; // with an option
}

QByteArray arpAnswer(const IpAddress &address)
{
    QByteArray packet = packets::arpRequest(theirMac, address, samples::address(u"172.18.100.1"));
    packet[7] = 2;
    return packet;
}

QByteArray advertisement(const IpAddress &address)
{
    QByteArray packet = packets::neighbourSolicitation(theirMac, address);
    packet[0] = char(136);
    packet[24] = 2;
    return packet;
}

EthernetInterface interface(QStringView name, int index, const std::vector<std::pair<QStringView, quint8>> &addresses)
{
    EthernetInterface made{.interface = {.name = *InterfaceName::fromText(name), .isUp = true}, .index = index};
    for (const auto &[address, length] : addresses)
        made.interface.addresses.push_back({.address = samples::address(address), .prefixLength = length});
    return made;
}

QStringList namesOf(const Result<std::vector<EthernetInterface>> &interfaces)
{
    QStringList names;
    for (const EthernetInterface &one : interfaces.value_or(std::vector<EthernetInterface>()))
        names.append(one.interface.name.toString());
    return names;
}

} // namespace

void TestProbePackets::checksums()
{
    QCOMPARE(packets::checksum(QByteArray::fromHex("0001f203f4f5f6f7")), quint16(0x220d)); // the example of RFC 1071
    QCOMPARE(packets::checksum(QByteArray::fromHex("ff")), quint16(0x00ff));
    // With its checksum in it a packet sums up to nothing.
    QCOMPARE(packets::checksum(packets::echoRequest(Family::IPv4, mark, 7)), quint16(0));
}

void TestProbePackets::echoesAreToldApart_data()
{
    QTest::addColumn<Family>("family");
    QTest::newRow("IPv4") << Family::IPv4;
    QTest::newRow("IPv6") << Family::IPv6;
}

void TestProbePackets::echoesAreToldApart()
{
    QFETCH(const Family, family);
    const QByteArray request = packets::echoRequest(family, mark, 513);
    const QByteArray answer = answered(family, request);
    QCOMPARE(packets::echoReply(family, answer, mark), quint16(513));
    const QByteArray unanswered = family == Family::IPv4 ? answer.first(24) + request : request;
    QCOMPARE(packets::echoReply(family, unanswered, mark), std::nullopt);
    QCOMPARE(packets::echoReply(family, answer, {.id = 0x1235, .cookie = mark.cookie}), std::nullopt);
    QCOMPARE(packets::echoReply(family, answer, {.id = mark.id, .cookie = 1}), std::nullopt);
}

void TestProbePackets::arpAsksAndHears()
{
    const IpAddress vip = samples::address(u"172.18.100.6");
    const QByteArray request = packets::arpRequest(ownMac, samples::address(u"172.18.100.1"), vip);
    QCOMPARE(request.toHex(),
             "0001080006040001"_ba + "020000000001"_ba + "ac126401"_ba + "000000000000"_ba + "ac126406"_ba);
    QCOMPARE(packets::arpReply(request, vip), std::nullopt);
    QCOMPARE(packets::arpReply(arpAnswer(vip), vip), theirMac);
    QCOMPARE(packets::arpReply(arpAnswer(vip) + QByteArray(18, '\0'), vip), theirMac); // filled up by the card
    QCOMPARE(packets::arpReply(arpAnswer(samples::address(u"172.18.100.7")), vip), std::nullopt);
}

void TestProbePackets::neighboursAreAskedAndHeard()
{
    const IpAddress vip = samples::address(u"2001:db8::aa:bbcc");
    QCOMPARE(packets::solicitedNodeAddress(vip).toString(), u"ff02::1:ffaa:bbcc"_s);
    const QByteArray request = packets::neighbourSolicitation(ownMac, vip);
    QCOMPARE(request.size(), 32);
    QCOMPARE(packets::neighbourAdvertisement(request, vip), std::nullopt);
    QCOMPARE(packets::neighbourAdvertisement(advertisement(vip), vip), theirMac);
    QCOMPARE(packets::neighbourAdvertisement(advertisement(samples::address(u"2001:db8::1")), vip), std::nullopt);
    QByteArray endless = advertisement(vip);
    endless[24] = 1;
    endless[25] = 0; // an option without a length
    QCOMPARE(packets::neighbourAdvertisement(endless, vip), std::nullopt);
}

void TestProbePackets::cutPacketsAreNone()
{
    const IpAddress vip4 = samples::address(u"172.18.100.6");
    const IpAddress vip6 = samples::address(u"2001:db8::6");
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        const QByteArray answer = answered(family, packets::echoRequest(family, mark, 1));
        for (qsizetype size = 0; size < answer.size(); ++size)
            QCOMPARE(packets::echoReply(family, answer.first(size), mark), std::nullopt);
    }
    for (qsizetype size = 0; size < arpAnswer(vip4).size(); ++size)
        QCOMPARE(packets::arpReply(arpAnswer(vip4).first(size), vip4), std::nullopt);
    for (qsizetype size = 0; size < advertisement(vip6).size(); ++size)
        QCOMPARE(packets::neighbourAdvertisement(advertisement(vip6).first(size), vip6), std::nullopt);
}

void TestProbePackets::interfacesAreChosen()
{
    const std::vector all{interface(u"outside", 3, {{u"172.18.100.1", 24}, {u"172.18.100.6", 32}}),
                          interface(u"inside", 4, {{u"192.168.10.1", 24}, {u"2001:db8::1", 64}}),
                          interface(u"eth0.100", 5, {})};
    const auto chosen = [&](QStringView vip, const InterfaceName &name = {}) {
        return namesOf(interfacesFor(all, samples::address(vip), name));
    };
    QCOMPARE(chosen(u"172.18.100.6"), QStringList{u"outside"_s});
    QCOMPARE(chosen(u"192.168.10.200"), QStringList{u"inside"_s});
    QCOMPARE(chosen(u"2001:db8::6"), QStringList{u"inside"_s});
    QCOMPARE(chosen(u"10.0.0.1"), (QStringList{u"outside"_s, u"inside"_s, u"eth0.100"_s})); // it may be anywhere
    QCOMPARE(chosen(u"172.18.100.6", *InterfaceName::fromText(u"eth0.100")), QStringList{u"eth0.100"_s});
    const auto missing = interfacesFor(all, samples::address(u"172.18.100.6"), *InterfaceName::fromText(u"eth7"));
    QCOMPARE(missing.error(), (Error{.code = ErrorCode::InterfaceMissing, .values = {u"eth7"_s}}));

    constexpr int most = lvs::bus::bounds::censusInterfaces;
    std::vector<EthernetInterface> many;
    for (int i = 0; i < most; ++i)
        many.push_back(interface(u"eth%1"_s.arg(i), i + 10, {}));
    QVERIFY(interfacesFor(many, samples::address(u"10.0.0.1"), {}));
    many.push_back(all[0]); // behind all others, and yet the one that is meant
    QCOMPARE(namesOf(interfacesFor(many, samples::address(u"172.18.100.6"), {})), QStringList{u"outside"_s});
    QCOMPARE(interfacesFor(many, samples::address(u"10.0.0.1"), {}).error(),
             (Error{.code = ErrorCode::TooLong, .values = {QString::number(most)}}));
}

void TestProbePackets::nobodyIsAskedInTheVipsName()
{
    const IpAddress vip = samples::address(u"172.18.100.6");
    const auto asker = [&](const EthernetInterface &on) { return askerOf(on, vip).toString(); };
    QCOMPARE(asker(interface(u"a", 1, {{u"172.18.100.6", 24}, {u"10.0.0.1", 8}, {u"172.18.100.1", 24}})),
             u"172.18.100.1"_s);
    QCOMPARE(asker(interface(u"a", 1, {{u"172.18.100.6", 24}, {u"10.0.0.1", 8}})), u"10.0.0.1"_s);
    QCOMPARE(asker(interface(u"a", 1, {{u"172.18.100.6", 24}})), u"0.0.0.0"_s);
}

void TestProbePackets::neighboursAreOfANetwork()
{
    const std::vector all{interface(u"eth0", 2, {{u"172.18.100.11", 24}, {u"172.18.100.6", 32}}),
                          interface(u"eth1", 3, {{u"2001:db8::1", 64}, {u"2001:db8:7::6", 128}})};
    const auto near = [&](QStringView address) { return isNear(all, samples::address(address)); };
    QVERIFY(near(u"172.18.100.6"));
    QVERIFY(near(u"172.18.100.200"));
    QVERIFY(near(u"2001:db8::6"));
    QVERIFY(!near(u"172.18.101.6"));
    QVERIFY(!near(u"2001:db8:7::6")); // alone
    QVERIFY(!isNear({}, samples::address(u"172.18.100.6")));
}

void TestProbePackets::callsHaveARate()
{
    using namespace std::chrono_literals;
    CallRate rate(2);
    const auto start = CallRate::Clock::now();
    QVERIFY(rate.admit(1000, start));
    QVERIFY(rate.admit(1000, start + 1s));
    QVERIFY(!rate.admit(1000, start + 2s));
    QVERIFY(rate.admit(1001, start + 2s)); // another user
    QVERIFY(rate.admit(1000, start + 60s));
    QVERIFY(!rate.admit(1000, start + 60s));
    for (int call = 0; call < 10; ++call)
        QVERIFY(rate.admit(0, start));
}

QTEST_GUILESS_MAIN(TestProbePackets)
#include "tst_probepackets.moc"
