// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/probe/probeservice.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"
#include "tests/helper/webservers.h"

#include <QFile>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Answer = MockPolkit::Answer;

/// The probe service on a private bus, with a table in a file.
class TestProbeService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void looksAtTheTable();
    void nothingElseIsLookedAt_data();
    void nothingElseIsLookedAt();
    void tableIsReadAgainAfterThePassword();
    void needsAnAction_data();
    void needsAnAction();
    void strangersLearnNothing();
    void malformedCallsAskNobody_data();
    void malformedCallsAskNobody();
    void usersHaveARate();
    void withoutATableThereIsNobody();

private:
    struct Bench {
        bool start(const PolkitAuthority::Limits &limits = {});
        /// A table with these real servers on 127.0.0.1, and another one.
        void put(const QByteArray &table) const;
        QString tableFile() const { return directory.filePath(u"ip_vs"_s); }

        PrivateBus bus;
        QTemporaryDir directory;
        RecordingJournal journal;
        std::unique_ptr<MockPolkit> polkit;
        std::unique_ptr<PolkitAuthority> authority;
        std::unique_ptr<ProbeService> service;
        std::unique_ptr<TestClient> client;
    };
    std::unique_ptr<Bench> m;
};

namespace {

const QByteArray heading = "IP Virtual Server version 1.2.1 (size=4096)\n"
                           "Prot LocalAddress:Port Scheduler Flags\n"
                           "  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\n";
const QByteArray table = heading + "TCP  AC126406:0050 rr \n"
                                   "  -> 7F000001:0050      Masq    1      0          0         \n";

IpAddress local()
{
    return IpAddress::fromIPv4(0x7f000001);
}

template<class T> QVariant listOf(const std::vector<T> &targets)
{
    return QVariant::fromValue(lvs::bus::listToWire(targets));
}

QVariantList connectTo(const ServerKey &server)
{
    return {listOf(std::vector{server})};
}

/// Arguments that every method takes, about one address.
QMap<QString, QVariantList> callsAbout(const IpAddress &address)
{
    return {{u"Ping"_s, {listOf(std::vector{address})}},
            {u"TcpConnect"_s, connectTo({.address = address, .port = 80})},
            {u"HttpGet"_s, {listOf(std::vector{HttpTarget{.server = {.address = address, .port = 80}}})}},
            {u"Certificates"_s, connectTo({.address = address, .port = 443})},
            {u"ArpCensus"_s, {lvs::bus::addressToWire(address), QString()}}};
}

template<class Data> auto resultsOf(const QDBusMessage &answer)
{
    return lvs::bus::listFromWire(lvs::bus::listFrom<Data>(answer.arguments().value(0)), 1000);
}

} // namespace

bool TestProbeService::Bench::start(const PolkitAuthority::Limits &limits)
{
    polkit = std::make_unique<MockPolkit>(bus.connect());
    polkit->setEveryAnswer(Answer::Yes);
    auto connection = bus.connect();
    const auto inquiries = bus.connect();
    authority = std::make_unique<PolkitAuthority>(inquiries, limits);
    service = std::make_unique<ProbeService>(connection, inquiries, *authority, journal, tableFile());
    client = std::make_unique<TestClient>(bus, lvs::bus::probeService);
    put(table);
    return service->registerObject() && connection.registerService(lvs::bus::probeServiceName);
}

void TestProbeService::Bench::put(const QByteArray &content) const
{
    QFile file(tableFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write the table");
}

void TestProbeService::init()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start());
}

void TestProbeService::looksAtTheTable()
{
    const TextServer web("HTTP/1.0 200 OK\r\n\r\nrs1\n");
    const ServerKey closed = closedPort();
    const QDBusMessage connected = m->client->call(u"TcpConnect"_s, {listOf(std::vector{web.key(), closed})});
    QCOMPARE(codeOf(connected), std::nullopt);
    const auto results = resultsOf<lvs::bus::ProbeResultData>(connected);
    QVERIFY(results);
    QCOMPARE(results->size(), 2u);
    QCOMPARE((*results)[0].outcome, ProbeOutcome::Answered);
    QCOMPARE((*results)[1].outcome, ProbeOutcome::Refused);

    const std::vector pages{HttpTarget{.server = web.key()}};
    const auto page = resultsOf<lvs::bus::PageResultData>(m->client->call(u"HttpGet"_s, {listOf(pages)}));
    QVERIFY(page);
    QCOMPARE(page->size(), 1u);
    QCOMPARE((*page)[0].status, 200);
    QCOMPARE(m->journal.attempts.last().plan, u"2 targets"_s); // a look of a caller is recorded once
    QCOMPARE(m->journal.attempts.size(), 1);
}

void TestProbeService::nothingElseIsLookedAt_data()
{
    QTest::addColumn<QString>("method");
    for (const lvs::bus::Method &row : lvs::bus::probeMethodTable)
        QTest::newRow(row.name.latin1()) << QString(row.name);
}

void TestProbeService::nothingElseIsLookedAt()
{
    QFETCH(const QString, method);
    m->polkit->setAnswer(u"probe"_s, Answer::YesAfterPassword);
    for (const QString &address : {u"127.0.0.2"_s, u"172.18.100.7"_s, u"2001:db8::1"_s}) {
        const auto answer = m->client->call(method, callsAbout(samples::address(address)).value(method), true);
        QCOMPARE(codeOf(answer), ErrorCode::NotATarget);
        QVERIFY(answer.errorMessage().contains(address));
    }
    QVERIFY(m->polkit->prompts().isEmpty());
}

void TestProbeService::tableIsReadAgainAfterThePassword()
{
    m->polkit->setAnswer(u"probe"_s, Answer::Waits);
    const TextServer web("x");
    const auto call = m->client->send(u"TcpConnect"_s, connectTo(web.key()), true);
    QTRY_COMPARE(m->polkit->waiting(), 1);
    m->put(heading);
    m->polkit->answerPrompts(true);
    QCOMPARE(codeOf(answerOf(call)), ErrorCode::NotATarget);
}

void TestProbeService::needsAnAction_data()
{
    addAnswers();
}

void TestProbeService::needsAnAction()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const std::optional<ErrorCode>, code);
    QFETCH(const int, prompts);
    if (answer == Answer::Silent) {
        m = std::make_unique<Bench>();
        QVERIFY(m->start({.silent = std::chrono::milliseconds(300), .interactive = std::chrono::milliseconds(3000)}));
    }
    m->polkit->setAnswer(u"probe"_s, answer);
    const TextServer web("HTTP/1.0 200 OK\r\n\r\n");
    QCOMPARE(codeOf(m->client->call(u"TcpConnect"_s, connectTo(web.key()), interactive)), code);
    QCOMPARE(m->polkit->prompts().size(), prompts);
    // The others stand behind the same action.
    for (const auto &[method, arguments] : callsAbout(local()).asKeyValueRange()) {
        if (code)
            QCOMPARE(codeOf(m->client->call(method, arguments, interactive)), code);
    }
}

void TestProbeService::strangersLearnNothing()
{
    m->polkit->setEveryAnswer(Answer::No);
    for (const IpAddress &address : {local(), samples::address(u"10.0.0.1")}) {
        for (const auto &[method, arguments] : callsAbout(address).asKeyValueRange())
            QCOMPARE(codeOf(m->client->call(method, arguments, true)), ErrorCode::NotAuthorized);
    }
}

void TestProbeService::malformedCallsAskNobody_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    for (const lvs::bus::Method &row : lvs::bus::probeMethodTable)
        QTest::addRow("signature: %s with a text", row.name.latin1()) << QString(row.name) << QVariantList{u"x"_s};
    const auto wire = [](const char *name, const QString &method, const auto &data) {
        QTest::newRow(name) << method << QVariantList{QVariant::fromValue(QList{data})};
    };
    using namespace lvs::bus;
    const QByteArray localBytes = addressToWire(local());
    wire("address of three", u"Ping"_s, AddressData{"abc"});
    wire("no address", u"Ping"_s, AddressData{});
    wire("multicast", u"Ping"_s, AddressData{addressToWire(samples::address(u"224.0.0.1"))});
    wire("broadcast", u"Ping"_s, AddressData{addressToWire(samples::address(u"255.255.255.255"))});
    wire("unspecified", u"Ping"_s, AddressData{addressToWire(samples::address(u"::"))});
    wire("link-local", u"Ping"_s, AddressData{addressToWire(samples::address(u"fe80::1"))});
    wire("port 0", u"TcpConnect"_s, PortData{localBytes, 0});
    wire("no path", u"HttpGet"_s, PageData{localBytes, 80, {}, {}});
    wire("path without a slash", u"HttpGet"_s, PageData{localBytes, 80, {}, u"x"_s});
    wire("path with a line", u"HttpGet"_s, PageData{localBytes, 80, {}, u"/\r\nX: y"_s});
    wire("path with a blank", u"HttpGet"_s, PageData{localBytes, 80, {}, u"/ HTTP/1.1"_s});
    wire("path of another script", u"HttpGet"_s, PageData{localBytes, 80, {}, u"/\u00e9"_s});
    wire("long path", u"HttpGet"_s, PageData{localBytes, 80, {}, u'/' + QString(255, u'x')});
    wire("host with a line", u"HttpGet"_s, PageData{localBytes, 80, u"a\r\nX: y"_s, u"/"_s});
    wire("host with a slash", u"HttpGet"_s, PageData{localBytes, 80, u"a/b"_s, u"/"_s});
    wire("long host", u"HttpGet"_s, PageData{localBytes, 80, QString(256, u'x'), u"/"_s});
    QTest::newRow("nothing") << u"Ping"_s << QVariantList{QVariant::fromValue(QList<AddressData>())};
    QTest::newRow("too many") << u"Ping"_s
                              << QVariantList{QVariant::fromValue(
                                     QList<AddressData>(bounds::targetsPerProbe + 1, AddressData{localBytes}))};
    QTest::newRow("interface with a slash") << u"ArpCensus"_s << QVariantList{localBytes, u"../eth0"_s};
    QTest::newRow("census of nobody") << u"ArpCensus"_s << QVariantList{QByteArray(), QString()};
}

void TestProbeService::malformedCallsAskNobody()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    m->polkit->setEveryAnswer(Answer::YesAfterPassword);
    QCOMPARE(m->client->call(method, arguments, true).type(), QDBusMessage::ErrorMessage);
    QVERIFY(m->polkit->questions().isEmpty());
}

void TestProbeService::usersHaveARate()
{
    const TextServer web("x");
    const auto call = [&] { return codeOf(m->client->call(u"TcpConnect"_s, connectTo(web.key()))); };
    for (qsizetype count = 0; count < lvs::bus::bounds::probesPerMinute; ++count)
        QCOMPARE(call(), std::nullopt);
    // Root is not limited, and tests may run as root.
    QCOMPARE(call(), ::geteuid() == 0 ? std::nullopt : std::optional(ErrorCode::TooManyRequests));
}

void TestProbeService::withoutATableThereIsNobody()
{
    QFile::remove(m->tableFile());
    QCOMPARE(codeOf(m->client->call(u"Ping"_s, callsAbout(local()).value(u"Ping"_s))), ErrorCode::NoIpvs);
    m->put("nonsense\n");
    QCOMPARE(codeOf(m->client->call(u"Ping"_s, callsAbout(local()).value(u"Ping"_s))), ErrorCode::BadKernelReply);
}

QTEST_GUILESS_MAIN(TestProbeService)
#include "tst_probeservice.moc"
