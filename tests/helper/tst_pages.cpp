// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/bounds.h"
#include "helper/interface/pages.h"
#include "tests/helper/samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::bus;

class TestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servicesComeBack();
    void longTablesAreCutAndContinued();
    void serversComeBack();
    void foreignValuesAreKept();
    void repeatedServersAreRefused();
    void badPagesAreRefused_data();
    void badPagesAreRefused();
    void everyCutIsRefusedOrShorter();
    void damagedPagesNeverReadBeyond();
    void encodingServers();
    void decodingServers();
};

namespace {

/// Every kind of row: address and mark services of both families, mixed servers, largest numbers.
std::vector<ServiceState> variedServices()
{
    constexpr quint64 largest = std::numeric_limits<quint64>::max();
    std::vector<ServiceState> services;
    for (const ServiceKey &key : {samples::tcp(), samples::tcp(u"2001:db8::6", 443),
                                  ServiceKey::forMark(1, Family::IPv4), ServiceKey::forMark(0xffffffff, Family::IPv6)})
        services.push_back({.config = samples::service(key), .traffic = samples::traffic(12345)});
    services[0].config.engine = *PersistenceEngine::fromText(u"sip");
    services[0].config.flags = ServiceFlag::Persistent | ServiceFlag::Scheduler2;
    services[0].config.persistenceTimeout = 360;
    services[1].traffic = {{largest, largest, largest, largest, largest},
                           {largest, largest, largest, largest, largest}};
    std::ranges::sort(services, {}, [](const ServiceState &s) { return s.config.key; });
    return services;
}

QByteArray variedServersPage()
{
    ServerPageWriter writer;
    writer.add(samples::manyServers(samples::tcp(), 3));
    writer.add({.service = ServiceKey::forMark(7, Family::IPv6), .servers = {}});
    ServerList mixed{.service = samples::tcp(u"2001:db8::6", 443), .servers = {}};
    mixed.servers.push_back({.config = samples::server(u"2001:db8::11", 443)});
    mixed.servers.push_back({.config = samples::server(u"192.168.10.11", 443)});
    writer.add(mixed);
    return writer.page();
}

} // namespace

void TestPages::servicesComeBack()
{
    const auto services = variedServices();
    const auto page = decodeServices(encodeServices(services));
    QVERIFY(page);
    QCOMPARE(page->services, services);
    QVERIFY(!page->more);
    QVERIFY(decodeServices(encodeServices({}))->services.empty());
}

void TestPages::longTablesAreCutAndContinued()
{
    const auto services = samples::manyServices(200'000);
    std::vector<ServiceState> read;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const ServiceKey *after = read.empty() ? nullptr : &read.back().config.key;
        const QByteArray bytes = encodeServices(services, after);
        QVERIFY(bytes.size() < bounds::pageTarget + 1024);
        const auto page = decodeServices(bytes);
        QVERIFY(page);
        more = page->more;
        read.insert(read.end(), page->services.begin(), page->services.end());
    }
    QCOMPARE_GT(pages, 1);
    QVERIFY(read == services);
}

void TestPages::serversComeBack()
{
    const auto lists = decodeServers(variedServersPage());
    QVERIFY(lists);
    QCOMPARE(lists->size(), 3u);
    QCOMPARE(lists->at(0), samples::manyServers(samples::tcp(), 3));
    QVERIFY(lists->at(1).servers.empty());
    QCOMPARE(lists->at(2).servers.at(1).config, samples::server(u"192.168.10.11", 443));
}

void TestPages::foreignValuesAreKept()
{
    ServerList list = samples::manyServers(samples::tcp(), 1);
    list.service.protocol = 47;
    list.servers[0].config.forwarding = Forwarding(6);
    list.servers[0].config.tunnel = {.type = TunnelType(9), .port = 1, .checksum = TunnelChecksum(77)};
    ServerPageWriter writer;
    writer.add(list);
    QCOMPARE(decodeServers(writer.page())->at(0), list);
}

void TestPages::repeatedServersAreRefused()
{
    ServerList list = samples::manyServers(samples::tcp(), 2);
    list.servers.push_back(list.servers.front());
    ServerPageWriter writer;
    writer.add(list);
    QVERIFY(!decodeServers(writer.page()));
}

void TestPages::badPagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray services = encodeServices(variedServices());
    const QByteArray one = encodeServices(samples::manyServices(1));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("version only") << QByteArray("\x01", 1);
    QTest::newRow("other version") << QByteArray(services).replace(0, 1, "\x02");
    QTest::newRow("other kind") << QByteArray(services).replace(1, 1, "\x02");
    QTest::newRow("unknown flag") << QByteArray(services).replace(2, 1, "\x02");
    QTest::newRow("text") << QByteArray("<?xml version=\"1.0\"?>");
    QTest::newRow("same key twice") << one + one.sliced(3);
    QTest::newRow("keys out of order") << encodeServices(samples::manyServices(2)) + one.sliced(3);
    QTest::newRow("trailing byte") << one + QByteArray(1, '\0');
    QTest::newRow("number too long") << QByteArray("\x01\x01\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 14);
    QTest::newRow("number not shortest") << QByteArray(one).replace(3, 1, QByteArray("\x80\x00", 2));
    QTest::newRow("unknown family") << QByteArray(one).replace(6, 1, "\x03");
    QTest::newRow("name too long") << QByteArray(one).replace(11, 1, "\x7f");
    QTest::newRow("name not allowed") << QByteArray(one).replace(12, 2, "R/");
    QTest::newRow("name with a line break") << QByteArray(one).replace(12, 2, "r\n");
    QTest::newRow("empty scheduler") << QByteArray(one).replace(11, 3, QByteArray(1, '\0'));
    QTest::newRow("too large") << one + QByteArray(bounds::pageLargest, '\0');
}

void TestPages::badPagesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(decodeServices(encodeServices(samples::manyServices(1))));
    const auto page = decodeServices(bytes);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::HelperFailed);
    QVERIFY(!decodeServers(bytes));
}

void TestPages::everyCutIsRefusedOrShorter()
{
    const QByteArray whole = variedServersPage();
    const auto lists = decodeServers(whole);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto cut = decodeServers(whole.first(length));
        QVERIFY(!cut || cut->size() < lists->size());
    }
}

void TestPages::damagedPagesNeverReadBeyond()
{
    QRandomGenerator random(20260601);
    const QByteArray pages[] = {encodeServices(variedServices()), variedServersPage()};
    int accepted = 0;
    for (int round = 0; round < 100'000; ++round) {
        QByteArray page = pages[round % 2];
        page.truncate(random.bounded(page.size() + 1));
        for (int change = random.bounded(4); change >= 0 && !page.isEmpty(); --change)
            page[random.bounded(page.size())] = char(random.bounded(256));
        // A copy in memory of exactly its size, so that a read beyond the end is seen by the sanitizers.
        const auto bytes = std::make_unique<char[]>(size_t(page.size()));
        std::ranges::copy(page, bytes.get());
        const QByteArrayView view(bytes.get(), page.size());
        accepted += decodeServices(view).has_value() + decodeServers(view).has_value();
    }
    QCOMPARE_GT(accepted, 0); // damage inside a number can't be noticed
}

void TestPages::encodingServers()
{
    const ServerList list = samples::manyServers(samples::tcp(), 101'000);
    QBENCHMARK
    {
        ServerPageWriter writer;
        writer.add(list);
    }
}

void TestPages::decodingServers()
{
    ServerPageWriter writer;
    writer.add(samples::manyServers(samples::tcp(), 101'000));
    QBENCHMARK
    {
        QVERIFY(decodeServers(writer.page()));
    }
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
