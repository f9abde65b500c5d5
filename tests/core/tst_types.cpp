// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/names.h"
#include "core/types/netmask.h"
#include "core/types/numbers.h"
#include "core/types/servicekey.h"
#include "tests/support/textcase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;
using namespace lvs::test;

Q_DECLARE_METATYPE(lvs::ErrorCode)

namespace {

constexpr auto toText = [](const auto &value) { return value.toString(); };

struct Row {
    const char *name;
    QString text;
    QString value; ///< null: refused
    ErrorCode code = ErrorCode::Empty;
    TextSpan span{};
};

void addRows(std::initializer_list<Row> rows)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<qsizetype>("start");
    QTest::addColumn<qsizetype>("length");
    for (const Row &row : rows)
        QTest::newRow(row.name) << row.text << row.value << row.code << row.span.start << row.span.length;
}

void compareRow(const auto &reading, auto &&text)
{
    QFETCH(QString, value);
    QFETCH(ErrorCode, code);
    QFETCH(qsizetype, start);
    QFETCH(qsizetype, length);
    compareReading(reading, value, code, {start, length}, text);
}

} // namespace

class TypesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void number_data()
    {
        addRows({
            {"smallest", u"1"_s, u"1"_s},
            {"largest", u"65535"_s, u"65535"_s},
            {"below", u"0"_s, {}, ErrorCode::OutOfRange, {0, 1}},
            {"above", u"65536"_s, {}, ErrorCode::OutOfRange, {0, 5}},
            {"wraps 32 bits", u"4294967297"_s, {}, ErrorCode::OutOfRange, {0, 10}},
            {"wraps 64 bits", u"18446744073709551617"_s, {}, ErrorCode::OutOfRange, {0, 20}},
            {"empty", u""_s, {}, ErrorCode::Empty, {0, 0}},
            {"leading zero", u"080"_s, {}, ErrorCode::BadNumber, {0, 3}},
            {"sign", u"+80"_s, {}, ErrorCode::BadNumber, {0, 1}},
            {"blank before", u" 80"_s, {}, ErrorCode::BadNumber, {0, 1}},
            {"blank after", u"80 "_s, {}, ErrorCode::BadNumber, {2, 1}},
            {"hexadecimal", u"0x50"_s, {}, ErrorCode::BadNumber, {1, 1}},
            {"foreign digits", u"8\u0660"_s, {}, ErrorCode::BadNumber, {1, 1}},
        });
    }
    void number()
    {
        QFETCH(QString, text);
        const auto reading = numberFromText(text, 1, limits::largestPort);
        compareRow(reading, [](quint32 number) { return QString::number(number); });
        if (!reading)
            QCOMPARE(reading.error().values, (QStringList{u"1"_s, u"65535"_s}));
    }

    void address_data()
    {
        addRows({
            {"IPv4", u"172.18.100.6"_s, u"172.18.100.6"_s},
            {"IPv4 lowest", u"0.0.0.0"_s, u"0.0.0.0"_s},
            {"IPv4 highest", u"255.255.255.255"_s, u"255.255.255.255"_s},
            {"IPv4 part too large", u"10.0.256.1"_s, {}, ErrorCode::OutOfRange, {5, 3}},
            {"IPv4 leading zero", u"010.0.0.1"_s, {}, ErrorCode::BadNumber, {0, 3}},
            {"IPv4 three parts", u"10.0.1"_s, {}, ErrorCode::BadAddress, {0, 6}},
            {"IPv4 five parts", u"10.0.0.1.2"_s, {}, ErrorCode::BadAddress, {0, 10}},
            {"IPv4 empty part", u"10..0.1"_s, {}, ErrorCode::BadAddress, {0, 7}},
            {"IPv4 trailing dot", u"10.0.0.1."_s, {}, ErrorCode::BadAddress, {0, 9}},
            {"number alone", u"80"_s, {}, ErrorCode::BadAddress, {0, 2}},
            {"IPv6 shortened", u"2001:0DB8:0:0:0:0:0:1"_s, u"2001:db8::1"_s},
            {"IPv6 unspecified", u"::"_s, u"::"_s},
            {"IPv6 mapped", u"::ffff:10.0.0.1"_s, u"::ffff:10.0.0.1"_s},
            {"IPv6 longest", u"ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255"_s,
             u"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"_s},
            {"IPv6 nine groups", u"1:2:3:4:5:6:7:8:9"_s, {}, ErrorCode::BadAddress, {0, 17}},
            {"IPv6 two gaps", u"1::2::3"_s, {}, ErrorCode::BadAddress, {0, 7}},
            {"IPv6 five digits", u"2001:0db8a::1"_s, {}, ErrorCode::BadAddress, {0, 13}},
            {"IPv6 zone", u"fe80::1%eth0"_s, {}, ErrorCode::BadCharacter, {7, 1}},
            {"IPv6 brackets", u"[::1]"_s, {}, ErrorCode::BadCharacter, {0, 1}},
            {"prefix", u"10.0.0.0/8"_s, {}, ErrorCode::BadCharacter, {8, 1}},
            {"host name", u"web-1"_s, {}, ErrorCode::BadCharacter, {0, 1}},
            {"blank", u" 10.0.0.1"_s, {}, ErrorCode::BadCharacter, {0, 1}},
            {"new line", u"10.0.0.1\n"_s, {}, ErrorCode::BadCharacter, {8, 1}},
            {"empty", u""_s, {}, ErrorCode::Empty, {0, 0}},
            {"too long", QString(46, u'1'), {}, ErrorCode::TooLong, {45, 1}},
        });
    }
    void address()
    {
        QFETCH(QString, text);
        compareRow(IpAddress::fromText(text), toText);
    }

    void addressKinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("unicast");
        QTest::newRow("private") << u"192.168.10.11"_s << true;
        QTest::newRow("loopback") << u"127.0.0.1"_s << true;
        QTest::newRow("first unicast") << u"1.0.0.0"_s << true;
        QTest::newRow("rest of 0/8") << u"0.0.0.1"_s << true;
        QTest::newRow("unspecified") << u"0.0.0.0"_s << false;
        QTest::newRow("last before multicast") << u"223.255.255.255"_s << true;
        QTest::newRow("multicast") << u"224.0.0.0"_s << false;
        QTest::newRow("last multicast") << u"239.255.255.255"_s << false;
        QTest::newRow("class E") << u"240.0.0.0"_s << true;
        QTest::newRow("broadcast") << u"255.255.255.255"_s << false;
        QTest::newRow("IPv6 global") << u"2001:db8::1"_s << true;
        QTest::newRow("IPv6 unspecified") << u"::"_s << false;
        QTest::newRow("IPv6 loopback") << u"::1"_s << true;
        QTest::newRow("IPv6 multicast") << u"ff02::1"_s << false;
        QTest::newRow("IPv6 link-local") << u"fe80::1"_s << false;
        QTest::newRow("IPv6 end of link-local") << u"febf::1"_s << false;
        QTest::newRow("IPv6 after link-local") << u"fec0::1"_s << true;
    }
    void addressKinds()
    {
        QFETCH(QString, text);
        QFETCH(bool, unicast);
        QCOMPARE(IpAddress::fromText(text)->isUnicast(), unicast);
    }

    void addressOrder()
    {
        const auto address = [](const QString &text) { return *IpAddress::fromText(text); };
        QVERIFY(address(u"10.0.0.1"_s) < address(u"192.168.1.3"_s));
        QVERIFY(address(u"9.0.0.0"_s) < address(u"10.0.0.0"_s));
        QVERIFY(address(u"255.0.0.0"_s) < address(u"::1"_s));
        QVERIFY(address(u"2001:db8::ff:0"_s) < address(u"2001:db8::100:1"_s));
        QVERIFY(address(u"2001:db8::ffff"_s) < address(u"2001:db8:0:1::1"_s));
        QCOMPARE(address(u"10.0.0.1"_s), IpAddress::fromIPv4(0x0a000001));
    }

    void netmaskIPv4_data()
    {
        addRows({
            {"one address", u"255.255.255.255"_s, u"255.255.255.255"_s},
            {"network", u"255.255.255.0"_s, u"255.255.255.0"_s},
            {"everybody", u"0.0.0.0"_s, u"0.0.0.0"_s},
            {"holes", u"255.0.255.0"_s, {}, ErrorCode::BadMask, {0, 11}},
            {"inverse", u"0.0.0.255"_s, {}, ErrorCode::BadMask, {0, 9}},
            {"prefix length", u"24"_s, {}, ErrorCode::BadAddress, {0, 2}},
            {"IPv6", u"ffff::"_s, {}, ErrorCode::BadMask, {0, 6}},
        });
    }
    void netmaskIPv4()
    {
        QFETCH(QString, text);
        compareRow(netmaskFromText(text, Family::IPv4),
                   [](quint32 mask) { return netmaskToString(mask, Family::IPv4); });
    }

    void netmaskIPv6_data()
    {
        addRows({
            {"one address", u"128"_s, u"128"_s},
            {"shortest", u"1"_s, u"1"_s},
            {"none", u"0"_s, {}, ErrorCode::BadMask, {0, 1}},
            {"too long", u"129"_s, {}, ErrorCode::BadMask, {0, 3}},
            {"slash", u"/64"_s, {}, ErrorCode::BadNumber, {0, 1}},
        });
    }
    void netmaskIPv6()
    {
        QFETCH(QString, text);
        compareRow(netmaskFromText(text, Family::IPv6),
                   [](quint32 mask) { return netmaskToString(mask, Family::IPv6); });
    }

    void netmaskOrPrefix_data()
    {
        addRows({
            {"mask", u"255.255.255.0"_s, u"255.255.255.0"_s},
            {"prefix", u"24"_s, u"255.255.255.0"_s},
            {"with a slash", u"/24"_s, u"255.255.255.0"_s},
            {"longest", u"32"_s, u"255.255.255.255"_s},
            {"everybody", u"0"_s, u"0.0.0.0"_s},
            {"too long", u"/33"_s, {}, ErrorCode::OutOfRange, {1, 2}},
            {"slash alone", u"/"_s, {}, ErrorCode::Empty, {1, 0}},
            {"mask with a slash", u"/255.255.255.0"_s, {}, ErrorCode::BadNumber, {4, 1}},
            {"holes", u"255.0.255.0"_s, {}, ErrorCode::BadMask, {0, 11}},
        });
    }
    void netmaskOrPrefix()
    {
        QFETCH(QString, text);
        compareRow(netmaskOrPrefixFromText(text, Family::IPv4),
                   [](quint32 mask) { return netmaskToString(mask, Family::IPv4); });
    }

    void schedulerName_data()
    {
        addRows({
            {"usual", u"wrr"_s, u"wrr"_s},
            {"longest", u"abcdefghijklmno"_s, u"abcdefghijklmno"_s},
            {"too long", u"abcdefghijklmnop"_s, {}, ErrorCode::TooLong, {15, 1}},
            {"empty", u""_s, {}, ErrorCode::Empty, {0, 0}},
            {"upper case", u"wRR"_s, {}, ErrorCode::BadCharacter, {1, 1}},
            {"path", u"../x"_s, {}, ErrorCode::BadCharacter, {0, 1}},
            {"new line", u"rr\n"_s, {}, ErrorCode::BadCharacter, {2, 1}},
        });
    }
    void schedulerName()
    {
        QFETCH(QString, text);
        compareRow(SchedulerName::fromText(text), toText);
    }

    void persistenceEngine_data()
    {
        addRows({
            {"usual", u"sip"_s, u"sip"_s},
            {"none", u""_s, u""_s},
            {"longest", u"abcdefghijklmnop"_s, u"abcdefghijklmnop"_s},
            {"too long", u"abcdefghijklmnopq"_s, {}, ErrorCode::TooLong, {16, 1}},
            {"blank", u"sip "_s, {}, ErrorCode::BadCharacter, {3, 1}},
        });
    }
    void persistenceEngine()
    {
        QFETCH(QString, text);
        compareRow(PersistenceEngine::fromText(text), toText);
    }

    void interfaceName_data()
    {
        addRows({
            {"usual", u"eth0.100"_s, u"eth0.100"_s},
            {"longest", u"abcdefghijklmno"_s, u"abcdefghijklmno"_s},
            {"too long", u"abcdefghijklmnop"_s, {}, ErrorCode::TooLong, {0, 16}},
            {"too long in bytes",
             u"\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"_s,
             {},
             ErrorCode::TooLong,
             {0, 8}},
            {"not ASCII", u"\u7f51\u5361"_s, u"\u7f51\u5361"_s},
            {"empty", u""_s, {}, ErrorCode::Empty, {0, 0}},
            {"dot", u"."_s, {}, ErrorCode::BadName, {0, 1}},
            {"dots", u".."_s, {}, ErrorCode::BadName, {0, 2}},
            {"slash", u"a/b"_s, {}, ErrorCode::BadCharacter, {1, 1}},
            {"colon", u"lo:0"_s, {}, ErrorCode::BadCharacter, {2, 1}},
            {"blank", u"eth 0"_s, {}, ErrorCode::BadCharacter, {3, 1}},
            {"NUL", QString(u"eth"_s + QChar(0)), {}, ErrorCode::BadCharacter, {3, 1}},
        });
    }
    void interfaceName()
    {
        QFETCH(QString, text);
        compareRow(InterfaceName::fromText(text), toText);
    }

    void keyTexts()
    {
        const IpAddress vip = *IpAddress::fromText(u"172.18.100.6"_s);
        QCOMPARE(ServiceKey::forAddress(Protocol::Tcp, vip, 80).toString(), u"TCP 172.18.100.6:80"_s);
        QCOMPARE(ServiceKey::forAddress(Protocol::Udp, *IpAddress::fromText(u"2001:db8::1"_s), 53).toString(),
                 u"UDP [2001:db8::1]:53"_s);
        QCOMPARE((ServerKey{vip, 0}).toString(), u"172.18.100.6:0"_s);
        QCOMPARE((ServerKey{*IpAddress::fromText(u"2001:DB8::1"_s), 65535}).toString(), u"[2001:db8::1]:65535"_s);
        QCOMPARE(ServiceKey::forMark(1, Family::IPv4).toString(), u"FWM 1"_s);
        QCOMPARE(ServiceKey::forMark(4294967295, Family::IPv6).toString(), u"FWM 4294967295 IPv6"_s);
        ServiceKey foreign = ServiceKey::forAddress(Protocol::Sctp, vip, 80);
        foreign.protocol = 47;
        QCOMPARE(foreign.toString(), u"IP_47 172.18.100.6:80"_s);
    }

    /// Whatever comes in, a reader answers, its error lies inside the text, and what it accepts reads back the same.
    void randomText()
    {
        QRandomGenerator random(20260101);
        const auto check = [](QStringView text, const auto &reading, auto &&again) {
            if (reading)
                return again(*reading);
            const TextSpan span = reading.error().span;
            return span.start >= 0 && span.length >= 0 && span.start + span.length <= text.size();
        };
        for (int i = 0; i < 50'000; ++i) {
            const QString text = test::randomText(random, 48);
            const auto same = [](auto read) {
                return [read](const auto &value) { return read(value.toString()) == value; };
            };
            QVERIFY2(check(text, IpAddress::fromText(text), same(&IpAddress::fromText)), qPrintable(text));
            QVERIFY2(check(text, SchedulerName::fromText(text), same(&SchedulerName::fromText)), qPrintable(text));
            QVERIFY2(check(text, PersistenceEngine::fromText(text), same(&PersistenceEngine::fromText)),
                     qPrintable(text));
            QVERIFY2(check(text, InterfaceName::fromText(text), same(&InterfaceName::fromText)), qPrintable(text));
            for (const Family family : {Family::IPv4, Family::IPv6})
                QVERIFY2(check(text, netmaskFromText(text, family),
                               [&](quint32 mask) { return netmaskToString(mask, family) == text; }),
                         qPrintable(text));
        }
    }
};

QTEST_APPLESS_MAIN(TypesTest)
#include "tst_types.moc"
