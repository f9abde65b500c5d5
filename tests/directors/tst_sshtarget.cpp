// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/sshtarget.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestSshTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
};

void TestSshTarget::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("shortest");

    const auto row = [](const char *text, const char *user, const char *host, int port,
                        const char *shortest = nullptr) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(user) << QString::fromLatin1(host)
                            << port << QString::fromLatin1(shortest ? shortest : text);
    };
    row("director", "", "director", 0);
    row("director-1.example.org", "", "director-1.example.org", 0);
    row("root@172.18.100.6", "root", "172.18.100.6", 0);
    row("op_er.ator-2@lvs1:2222", "op_er.ator-2", "lvs1", 2222);
    row("my_alias", "", "my_alias", 0);
    row("2001:db8::6", "", "2001:db8::6", 0);
    row("[2001:db8::6]", "", "2001:db8::6", 0, "2001:db8::6");
    row("root@[2001:db8::6]:22", "root", "2001:db8::6", 22);
    row("fe80::1%eth0", "", "fe80::1%eth0", 0);
    row("a@[fe80::1%eth0.100]:65535", "a", "fe80::1%eth0.100", 65535);
    row("3com.example", "", "3com.example", 0);
}

void TestSshTarget::accepts()
{
    QFETCH(QString, text);
    const auto target = SshTarget::fromText(text);
    QVERIFY(target.has_value());
    QTEST(target->user(), "user");
    QTEST(target->host(), "host");
    QTEST(int(target->port()), "port");
    QTEST(target->toString(), "shortest");
    QCOMPARE(SshTarget::fromText(target->toString()), target);
}

void TestSshTarget::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("start");

    const auto row = [](const QString &text, ErrorCode code, int start) {
        QTest::newRow(qPrintable(text.isEmpty() ? QStringLiteral("(empty)") : text.left(60))) << text << code << start;
    };
    using enum ErrorCode;
    row({}, Empty, 0);
    row(u"@host"_s, Empty, 0);
    row(u"root@"_s, Empty, 5);
    row(u":22"_s, Empty, 0);
    row(u"[]:22"_s, Empty, 1);
    // Options and everything a shell or ssh's own expansion could read.
    row(u"-oProxyCommand=x"_s, BadCharacter, 14);
    row(u"-host"_s, BadHostName, 0);
    row(u"-l@host"_s, BadCharacter, 0);
    row(u".root@host"_s, BadCharacter, 0);
    row(u"host name"_s, BadCharacter, 4);
    row(u" host"_s, BadCharacter, 0);
    row(u"host "_s, BadCharacter, 4);
    row(u"host\n"_s, BadCharacter, 4);
    row(QString(u"ho\0st"_s).replace(2, 1, QChar(0)), BadCharacter, 2);
    row(u"ho'st"_s, BadCharacter, 2);
    row(u"ho\"st"_s, BadCharacter, 2);
    row(u"$(id)"_s, BadCharacter, 0);
    row(u"`id`"_s, BadCharacter, 0);
    row(u"host;id"_s, BadCharacter, 4);
    row(u"host|id"_s, BadCharacter, 4);
    row(u"host&id"_s, BadCharacter, 4);
    row(u"host>f"_s, BadCharacter, 4);
    row(u"host\\"_s, BadCharacter, 4);
    row(u"host/x"_s, BadCharacter, 4);
    row(u"host%h"_s, BadCharacter, 4);
    row(u"us er@host"_s, BadCharacter, 2);
    row(u"us%r@host"_s, BadCharacter, 2);
    row(u"a@b@host"_s, BadCharacter, 3);
    row(u"h\u00f6st"_s, BadCharacter, 1);
    row(u"\u0661\u0662"_s, BadCharacter, 0);
    // Names and addresses that are none.
    row(u"host-"_s, BadHostName, 0);
    row(u"a..b"_s, BadHostName, 2);
    row(u"a."_s, BadHostName, 2);
    row(u"x.-y"_s, BadHostName, 2);
    row(u"10.1"_s, BadAddress, 0);
    row(u"172.18.100.256"_s, BadAddress, 0);
    row(u"root@0172.18.100.6"_s, BadAddress, 5);
    row(u"2001:db8::6::1"_s, BadAddress, 0);
    row(u"[172.18.100.6]:22"_s, BadAddress, 1);
    row(u"[2001:db8::6"_s, BadAddress, 0);
    row(u"[::1]x"_s, TrailingText, 5);
    row(u"fe80::1%"_s, Empty, 8);
    row(u"fe80::1%-x"_s, BadCharacter, 8);
    row(u"fe80::1%eth0;id"_s, BadCharacter, 12);
    row(u"fe80::1%abcdefghijklmnop"_s, BadName, 8);
    row(QString(64, u'a'), BadHostName, 0);
    row(QString(u"a."_s).repeated(127), TooLong, 0);
    row(QString(33, u'u') + u"@host"_s, TooLong, 0);
    // Ports.
    row(u"host:"_s, Empty, 5);
    row(u"host:0"_s, OutOfRange, 5);
    row(u"host:65536"_s, OutOfRange, 5);
    row(u"host:022"_s, BadNumber, 5);
    row(u"host:+22"_s, BadNumber, 5);
    row(u"root@host:2x"_s, BadNumber, 11);
}

void TestSshTarget::refuses()
{
    QFETCH(QString, text);
    const auto target = SshTarget::fromText(text);
    QVERIFY(!target.has_value());
    QTEST(target.error().code, "code");
    QTEST(int(target.error().span.start), "start");
}

QTEST_GUILESS_MAIN(TestSshTarget)
#include "tst_sshtarget.moc"
