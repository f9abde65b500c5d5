// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowexcerpt.h"
#include "tests/support/objects.h"

#include <QLocale>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Rows written down for other programs.
class TestRowExcerpt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"de_DE"_s)); }
    void table();
    void csv();
    void csvQuotes_data();
    void csvQuotes();
    void withoutTrafficThereAreNoFigures();
    void commands();
    void commandsOfServersAlone();

private:
    static RowExcerpt excerpt();
};

/// The web service with two servers, all three rows.
RowExcerpt TestRowExcerpt::excerpt()
{
    ServiceRow row{.key = web, .actual = ServiceState{.config = service(web, u"wrr")}, .serversKnown = true};
    row.actual->traffic.rates.inBytes = 1'234'567;
    for (const RealServer &config : {server(11, 3), server(12, 1000)}) {
        ServerRow added{.key = config.key, .actual = ServerState{.config = config, .activeConnections = 12'345}};
        row.servers.push_back(added);
    }
    row.annotate({u"web shop"_s, {}});
    using enum ServiceColumn;
    return {.services = {row},
            .rows = {{0, RowExcerpt::Row::service}, {0, 0}, {0, 1}},
            .columns = {Name, Method, Weight, Active, InByteRate}};
}

void TestRowExcerpt::table()
{
    const CopiedTable table = tableOf(excerpt());
    QCOMPARE(table.plain, u"Service / real server         Method  Weight  Active   In B/s\n"
                          "TCP 172.18.100.6:80 web shop  wrr             24.690  1,23 MB\n"
                          "  192.168.10.11:80            NAT          3  12.345      0 B\n"
                          "  192.168.10.12:80            NAT       1000  12.345      0 B\n"_s);
    QCOMPARE(table.tabs.section(u'\n', 2, 2), u"192.168.10.11:80\tNAT\t3\t12.345\t0 B"_s);
    QVERIFY(table.html.startsWith(u"<table><tr><th>Service / real server</th>"));
    QCOMPARE(table.html.count(u"<tr>"), 4);
}

void TestRowExcerpt::csv()
{
    QCOMPARE(csvOf(excerpt()), u"Service,Real server,Name,Method,Weight,Active,In B/s\r\n"
                               "TCP 172.18.100.6:80,,web shop,wrr,,24690,1234567\r\n"
                               "TCP 172.18.100.6:80,192.168.10.11:80,,NAT,3,12345,0\r\n"
                               "TCP 172.18.100.6:80,192.168.10.12:80,,NAT,1000,12345,0\r\n"_s);
}

void TestRowExcerpt::csvQuotes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    QTest::newRow("comma") << u"web, shop"_s << u"\"web, shop\""_s;
    QTest::newRow("quotation marks") << u"\"web\" shop"_s << u"\"\"\"web\"\" shop\""_s;
    QTest::newRow("line break") << u"web\nshop"_s << u"\"web\nshop\""_s;
    QTest::newRow("neither") << u"web; 商店"_s << u"web; 商店"_s;
}

void TestRowExcerpt::csvQuotes()
{
    QFETCH(const QString, name);
    RowExcerpt one = excerpt();
    one.services.front().annotate({name, {}});
    one.rows.resize(1);
    one.columns = {ServiceColumn::Method};
    QTEST(csvOf(one).section(u"TCP 172.18.100.6:80,,"_s, 1).chopped(6), "field");
}

void TestRowExcerpt::withoutTrafficThereAreNoFigures()
{
    RowExcerpt excerpt = this->excerpt();
    excerpt.hasTraffic = false;
    excerpt.rows.resize(1);
    QCOMPARE(csvOf(excerpt).section(u"\r\n"_s, 1, 1), u"TCP 172.18.100.6:80,,web shop,wrr,,24690,"_s);
    QVERIFY(tableOf(excerpt).tabs.endsWith(u"24.690\t–\n"));
}

void TestRowExcerpt::commands()
{
    // The selected servers are part of their service and don't come twice.
    QCOMPARE(commandsOf(excerpt()),
             (QStringList{u"ipvsadm -A -t 172.18.100.6:80 -s wrr"_s,
                          u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 3 -x 0 -y 0"_s,
                          u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 1000 -x 0 -y 0"_s}));
}

void TestRowExcerpt::commandsOfServersAlone()
{
    RowExcerpt excerpt = this->excerpt();
    excerpt.rows = {{0, 1}};
    QCOMPARE(commandsOf(excerpt),
             QStringList{u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 1000 -x 0 -y 0"_s});
}

QTEST_MAIN(TestRowExcerpt)
#include "tst_rowexcerpt.moc"
