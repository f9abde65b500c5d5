// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/rulewords.h"
#include "tests/support/randomtable.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Lines as ipvsadm 1.31 of Debian takes them, tried with the program itself.
class RuleCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void notes_data();
    void notes();
    void readsWhatCommandsForWrites();
    void everyOptionFitsACommand();
    void repeatedOptionsAreKeptOnce();
    void survivesAnyWords();
};

void RuleCommandTest::accepts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const QString &line, const QString &meaning) {
        QTest::newRow(qPrintable(line)) << line << meaning;
    };
    row(u"-A -t 10.0.0.1:80"_s, u"-A -t 10.0.0.1:80 -s wlc"_s);
    row(u"-At 10.0.0.1:80 -srr"_s, u"-A -t 10.0.0.1:80 -s rr"_s);
    row(u"-A -t10.0.0.1:80 -s=rr"_s, u"-A -t 10.0.0.1:80 -s rr"_s);
    row(u"--add-service --tcp-service=10.0.0.1:80 --scheduler rr"_s, u"-A -t 10.0.0.1:80 -s rr"_s);
    row(u"-A -s rr -t 10.0.0.1:80 --"_s, u"-A -t 10.0.0.1:80 -s rr"_s);
    row(u"-A -t 10.0.0.1:0080"_s, u"-A -t 10.0.0.1:80 -s wlc"_s);
    row(u"-A -t 10.0.0.1:80 -s rr -p"_s, u"-A -t 10.0.0.1:80 -s rr -p 360 -M 255.255.255.255"_s);
    row(u"-A -t 10.0.0.1:80 -p -s rr"_s, u"-A -t 10.0.0.1:80 -s rr -p 360 -M 255.255.255.255"_s);
    row(u"-A -t 10.0.0.1:80 -p300"_s, u"-A -t 10.0.0.1:80 -s wlc -p 300 -M 255.255.255.255"_s);
    row(u"-A -t 10.0.0.1:80 --persistent=2678400"_s, u"-A -t 10.0.0.1:80 -s wlc -p 2678400 -M 255.255.255.255"_s);
    row(u"-A -t 10.0.0.1 -p 300"_s, u"-A -t 10.0.0.1:0 -s wlc -p 300 -M 255.255.255.255"_s);
    row(u"-A -t 10.0.0.1:80 -p 300 -M 24"_s, u"-A -t 10.0.0.1:80 -s wlc -p 300 -M 0.0.0.24"_s);
    row(u"-A -t 10.0.0.1:80 -p 300 -M 255.255.255.0"_s, u"-A -t 10.0.0.1:80 -s wlc -p 300 -M 255.255.255.0"_s);
    row(u"-A -t 2001:db8::1 -p"_s, u"-A -t [2001:db8::1]:0 -s wlc -p 360 -M 128"_s);
    row(u"-A -t [2001:db8::1]:80"_s, u"-A -t [2001:db8::1]:80 -s wlc"_s);
    row(u"-A -M 64 -t [2001:db8::1]:80 -p 9"_s, u"-A -t [2001:db8::1]:80 -s wlc -p 9 -M 128"_s);
    row(u"-A -t 10.1:80"_s, u"-A -t 10.0.0.1:80 -s wlc"_s);
    row(u"-A -t 010.0.0.1:80"_s, u"-A -t 8.0.0.1:80 -s wlc"_s);
    row(u"-A -u 10.0.0.1:53 -o"_s, u"-A -u 10.0.0.1:53 -s wlc -o"_s);
    row(u"-A --sctp-service 10.0.0.1:5060"_s, u"-A --sctp-service 10.0.0.1:5060 -s wlc"_s);
    row(u"-A -f 3 -o"_s, u"-A -f 3 -s wlc -o"_s);
    row(u"-A -f 4294967295"_s, u"-A -f 4294967295 -s wlc"_s);
    row(u"-A -f 5 -6 -p -M 64"_s, u"-A -f 5 -6 -s wlc -p 360 -M 64"_s);
    row(u"-Af5 -6p -M64"_s, u"-A -f 5 -6 -s wlc -p 360 -M 64"_s);
    row(u"-A -t 10.0.0.1:80 -b sh-port,sh-fallback -s sh"_s, u"-A -t 10.0.0.1:80 -s sh -b sh-fallback,sh-port"_s);
    row(u"-A -t 10.0.0.1:80 -b flag-1,flag-3"_s, u"-A -t 10.0.0.1:80 -s wlc -b flag-1,flag-3"_s);
    row(u"-A -u 10.0.0.1:5060 -p 60 --pe sip"_s, u"-A -u 10.0.0.1:5060 -s wlc -p 60 -M 255.255.255.255 --pe sip"_s);
    row(u"-E -t 10.0.0.1:80"_s, u"-E -t 10.0.0.1:80 -s wlc"_s);
    row(u"-D -t 10.0.0.1:80"_s, u"-D -t 10.0.0.1:80"_s);
    row(u"--delete-service -f 7 -6"_s, u"-D -f 7 -6"_s);

    const QString rest = u" -w 1 -x 0 -y 0"_s;
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -g"_s + rest);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -g"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -g"_s + rest);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -m"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -m"_s + rest);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2 -m"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -m"_s + rest);
    row(u"-a -r 10.0.0.2 -t 10.0.0.1:80 -m"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:0 -m"_s + rest);
    row(u"-a -r 10.0.0.2 -t 10.0.0.1:80"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -g"_s + rest);
    row(u"-a -f 1 -r 10.0.0.2 -g"_s, u"-a -f 1 -r 10.0.0.2:0 -g"_s + rest);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2 -mw 2147483647 -x 200 -y150"_s,
        u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 2147483647 -x 200 -y 150"_s);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2 -w +05"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -g -w 5 -x 0 -y 0"_s);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2 -i"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -i"_s + rest + u" --tun-type ipip"_s);
    row(u"-a -f 1 -r [2001:db8::2]:80 -i --tun-type gre --tun-csum"_s,
        u"-a -f 1 -r [2001:db8::2]:80 -i"_s + rest + u" --tun-type gre --tun-csum"_s);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2 -i --tun-type gue --tun-port 6080 --tun-remcsum"_s,
        u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -i"_s + rest + u" --tun-type gue --tun-port 6080 --tun-remcsum"_s);
    row(u"-e -t 10.0.0.1:80 -r 10.0.0.2 -w 0"_s, u"-e -t 10.0.0.1:80 -r 10.0.0.2:80 -g -w 0 -x 0 -y 0"_s);
    row(u"-d -t 10.0.0.1:80 -r 10.0.0.2:8080"_s, u"-d -t 10.0.0.1:80 -r 10.0.0.2:8080"_s);
    row(u"-d -t 10.0.0.1:80 -r 10.0.0.2"_s, u"-d -t 10.0.0.1:80 -r 10.0.0.2:80"_s);

    row(u"-C"_s, u"-C"_s);
    row(u"--clear"_s, u"-C"_s);
    row(u"-Z"_s, u"-Z"_s);
    row(u"-Z -u 10.0.0.1:53"_s, u"-Z -u 10.0.0.1:53"_s);
    row(u"--set 900 120 300"_s, u"--set 900 120 300"_s);
    row(u"--set 0 0 2678400"_s, u"--set 0 0 2678400"_s);
    row(u"--start-daemon master"_s, u"--start-daemon master --mcast-interface eth0 --syncid 0"_s);
    row(u"--start-daemon=backup --mcast-interface eth1 --syncid 255 --mcast-group 224.0.0.82 --mcast-port 65535 "
        "--mcast-ttl 255 --sync-maxlen 65507"_s,
        u"--start-daemon backup --mcast-interface eth1 --syncid 255 --mcast-group 224.0.0.82 --mcast-port 65535 "
        "--mcast-ttl 255 --sync-maxlen 65507"_s);
    row(u"--stop-daemon backup --syncid 3"_s, u"--stop-daemon backup"_s);
    for (const QString &shown : {u"-L"_s, u"-l"_s, u"-Ln"_s, u"-L -n --stats --rate"_s, u"--list -c"_s,
                                 u"-L -t 10.0.0.1:80 -X --sort"_s, u"-ln --sort --nosort"_s})
        row(shown, u"-L"_s);
    row(u"-S -n"_s, u"-S"_s);
    row(u"-R"_s, u"-R"_s);
    row(u"-h"_s, u"-h"_s);
    row(u"--version"_s, u"-v"_s);
}

void RuleCommandTest::accepts()
{
    QFETCH(QString, line);
    QFETCH(QString, meaning);
    const auto command = readRuleCommand(wordsOf(line));
    QVERIFY2(command, command ? "" : qPrintable(QVariant::fromValue(command.error().code).toString()));
    QCOMPARE(canonical(*command), meaning);
}

void RuleCommandTest::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const QString &line, ErrorCode code, const QString &place) {
        QTest::newRow(qPrintable(line)) << line << code << place;
    };
    row(u"add -t 10.0.0.1:80"_s, ErrorCode::NotACommand, u"add"_s);
    row(u"-t 10.0.0.1:80 -A"_s, ErrorCode::NotACommand, u"-t"_s);
    row(u"-A -D -t 10.0.0.1:80"_s, ErrorCode::OptionConflict, u"-D"_s);
    row(u"-A -t 10.0.0.1:80 -q"_s, ErrorCode::UnknownOption, u"-q"_s);
    row(u"-Aq -t 10.0.0.1:80"_s, ErrorCode::UnknownOption, u"q"_s);
    row(u"-A --tcp 10.0.0.1:80"_s, ErrorCode::UnknownOption, u"--tcp"_s);
    row(u"-A --tcp-services=10.0.0.1:80"_s, ErrorCode::UnknownOption, u"--tcp-services"_s);
    row(u"-A -t"_s, ErrorCode::ValueMissing, u"-t"_s);
    row(u"-A -t 10.0.0.1:80 -s"_s, ErrorCode::ValueMissing, u"-s"_s);
    row(u"-A -t 10.0.0.1:80 -o=1"_s, ErrorCode::UnexpectedWord, u"=1"_s);
    row(u"-A -t 10.0.0.1:80 --ops=1"_s, ErrorCode::UnexpectedWord, u"1"_s);
    row(u"-A -t 10.0.0.1:80 rr"_s, ErrorCode::UnexpectedWord, u"rr"_s);
    row(u"-A -t 10.0.0.1:80 -- -s rr"_s, ErrorCode::UnexpectedWord, u"-s"_s);
    row(u"-A -t 10.0.0.1:80 -s rr -s wrr"_s, ErrorCode::OptionConflict, u"-s"_s);
    row(u"-A -t 10.0.0.1:80 -u 10.0.0.1:80"_s, ErrorCode::OptionConflict, u"-u"_s);
    row(u"-A"_s, ErrorCode::OptionMissing, u"-A"_s);
    row(u"-a -t 10.0.0.1:80"_s, ErrorCode::OptionMissing, u"-a"_s);
    row(u"-A -t 10.0.0.1:80 -r 10.0.0.2"_s, ErrorCode::OptionNotAllowed, u"-r"_s);
    row(u"-D -t 10.0.0.1:80 -s rr"_s, ErrorCode::OptionNotAllowed, u"-s"_s);
    row(u"-C -t 10.0.0.1:80"_s, ErrorCode::OptionNotAllowed, u"-t"_s);
    row(u"-d -t 10.0.0.1:80 -r 10.0.0.2 -m"_s, ErrorCode::OptionNotAllowed, u"-m"_s);
    row(u"-L --exact -X"_s, ErrorCode::OptionConflict, u"-X"_s);
    row(u"--set=0 0 0"_s, ErrorCode::UnexpectedWord, u"0"_s);
    row(u"-L -c --timeout"_s, ErrorCode::OptionConflict, u"--timeout"_s);
    row(u"-L -c --stats"_s, ErrorCode::OptionConflict, u"--stats"_s);

    row(u"-A -t 80"_s, ErrorCode::BadAddress, u"80"_s);
    row(u"-A -t 10.0.0.256:80"_s, ErrorCode::BadAddress, u"10.0.0.256"_s);
    row(u"-A -t web:80"_s, ErrorCode::HostName, u"web"_s);
    row(u"-A -t 10.0.0.1:http"_s, ErrorCode::ServiceName, u"http"_s);
    row(u"-A -t 10.0.0.1:65536"_s, ErrorCode::OutOfRange, u"65536"_s);
    row(u"-A -t 10.0.0.1:-1"_s, ErrorCode::OutOfRange, u"-1"_s);
    row(u"-A -t 10.0.0.1:"_s, ErrorCode::MissingPort, u""_s);
    row(u"-A -t 10.0.0.1 -s rr"_s, ErrorCode::PortZeroNeedsPersistence, u"-t 10.0.0.1"_s);
    row(u"-A -t [2001:db8::1] -p"_s, ErrorCode::MissingPort, u"]"_s);
    row(u"-A -t [2001:db8::1]80 -p"_s, ErrorCode::TrailingText, u"80"_s);
    row(u"-A -t [10.0.0.1]:80 -p"_s, ErrorCode::BadAddress, u"[10.0.0.1]:80"_s);
    row(u"-A -t [2001:db8::1:80"_s, ErrorCode::BadAddress, u"[2001:db8::1:80"_s);
    row(u"-A -f 0"_s, ErrorCode::OutOfRange, u"0"_s);
    row(u"-A -f 4294967296"_s, ErrorCode::OutOfRange, u"4294967296"_s);
    row(u"-A -f 0x10"_s, ErrorCode::BadNumber, u"0x10"_s);
    row(u"-A -6 -f 1"_s, ErrorCode::OptionNeeds, u"-6"_s);
    row(u"-A -t 10.0.0.1:80 -p 0"_s, ErrorCode::OutOfRange, u"0"_s);
    row(u"-A -t 10.0.0.1:80 -p 2678401"_s, ErrorCode::OutOfRange, u"2678401"_s);
    row(u"-A -t 10.0.0.1:80 -p 5m"_s, ErrorCode::BadNumber, u"5m"_s);
    row(u"-A -t 10.0.0.1:80 -p -M /24"_s, ErrorCode::BadMask, u"/24"_s);
    row(u"-A -t [2001:db8::1]:80 -p -M 129"_s, ErrorCode::BadMask, u"129"_s);
    row(u"-A -t 10.0.0.1:80 -o"_s, ErrorCode::OnePacketNeedsUdp, u"-o"_s);
    row(u"-A -t 10.0.0.1:80 -b sh-port"_s, ErrorCode::OptionNeeds, u"sh-port"_s);
    row(u"-A -t 10.0.0.1:80 -s sh -b sh-port,mh-port"_s, ErrorCode::OptionNeeds, u"mh-port"_s);
    row(u"-A -t 10.0.0.1:80 -b -w 1"_s, ErrorCode::UnexpectedWord, u"1"_s);
    row(u"-A -t 10.0.0.1:80 -b flag-4"_s, ErrorCode::UnknownKeyword, u"flag-4"_s);

    const QString server = u"-a -t 10.0.0.1:80 -r 10.0.0.2 "_s;
    row(server + u"-w -1"_s, ErrorCode::OutOfRange, u"-1"_s);
    row(server + u"-w 2147483648"_s, ErrorCode::OutOfRange, u"2147483648"_s);
    row(server + u"-w heavy"_s, ErrorCode::BadNumber, u"heavy"_s);
    row(server + u"-x 2147483648"_s, ErrorCode::OutOfRange, u"2147483648"_s);
    row(server + u"-g -m"_s, ErrorCode::OptionConflict, u"-m"_s);
    row(server + u"--tun-type gue"_s, ErrorCode::OptionNeeds, u"--tun-type gue"_s);
    row(server + u"-i --tun-type gue"_s, ErrorCode::TunnelPortMissing, u"--tun-type gue"_s);
    row(server + u"-i --tun-type vxlan"_s, ErrorCode::UnknownKeyword, u"vxlan"_s);
    row(server + u"-i --tun-port 6080"_s, ErrorCode::OptionNeeds, u"--tun-port 6080"_s);
    row(server + u"-i --tun-type gue --tun-port 0"_s, ErrorCode::OutOfRange, u"0"_s);
    row(server + u"-i --tun-type gre --tun-remcsum"_s, ErrorCode::OptionNeeds, u"--tun-remcsum"_s);
    row(server + u"-i --tun-csum"_s, ErrorCode::OptionNeeds, u"--tun-csum"_s);
    row(server + u"-i --tun-type gre --tun-csum --tun-nocsum"_s, ErrorCode::OptionConflict, u"--tun-nocsum"_s);
    row(u"-a -t 10.0.0.1:80 -r [2001:db8::2]:80 -m"_s, ErrorCode::FamilyMismatch, u"-r [2001:db8::2]:80"_s);

    row(u"--set 900 120"_s, ErrorCode::ValueMissing, u"--set"_s);
    row(u"--set 900 120 2678401"_s, ErrorCode::OutOfRange, u"2678401"_s);
    row(u"--set 900 120 300 1"_s, ErrorCode::UnexpectedWord, u"1"_s);
    row(u"--start-daemon primary"_s, ErrorCode::UnknownKeyword, u"primary"_s);
    row(u"--start-daemon master --syncid 256"_s, ErrorCode::OutOfRange, u"256"_s);
    row(u"--start-daemon master --mcast-group 10.0.0.1"_s, ErrorCode::BadAddress, u"10.0.0.1"_s);
    row(u"--start-daemon master --mcast-ttl 0"_s, ErrorCode::OutOfRange, u"0"_s);
    row(u"--start-daemon master --sync-maxlen 65508"_s, ErrorCode::OutOfRange, u"65508"_s);
    row(u"--stop-daemon master --mcast-ttl 1"_s, ErrorCode::OptionNotAllowed, u"--mcast-ttl"_s);
}

void RuleCommandTest::refuses()
{
    QFETCH(QString, line);
    QFETCH(ErrorCode, code);
    QFETCH(QString, place);
    const auto command = readRuleCommand(wordsOf(line));
    QVERIFY2(!command, "accepted");
    QCOMPARE(command.error().code, code);
    QCOMPARE(line.mid(command.error().span.start, command.error().span.length), place);
}

void RuleCommandTest::notes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("place");
    using Code = RuleNote::Code;
    const auto row = [](const QString &line, Code code, const QString &place) {
        QTest::newRow(qPrintable(line)) << line << int(code) << place;
    };
    row(u"-A -t 10.0.0.1:80 -p"_s, Code::DefaultPersistence, u"-p"_s);
    row(u"-A -t 10.1:80"_s, Code::UnusualAddress, u"10.1:80"_s);
    row(u"-a -t 10.0.0.1:80 -r 0x0a000002"_s, Code::UnusualAddress, u"0x0a000002"_s);
    row(u"-A -t 10.0.0.1:80 -p 9 -M 24"_s, Code::OddNetmask, u"24"_s);
    row(u"-A -M 64 -t [2001:db8::1]:80 -p 9"_s, Code::OddNetmask, u"64"_s);
    row(u"-A -f 1 -p 9 -M 255.255.255.0 -6"_s, Code::NetmaskForgotten, u"-M 255.255.255.0"_s);
    row(u"-A -t 10.0.0.1:80 -M 255.255.255.0"_s, Code::NetmaskUnused, u"-M 255.255.255.0"_s);
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080"_s, Code::PortOverwritten, u"-r 10.0.0.2:8080"_s);
    row(u"-a -r 10.0.0.2 -t 10.0.0.1:80 -m"_s, Code::ServerBeforeService, u"-r 10.0.0.2"_s);
    row(u"--start-daemon master"_s, Code::DefaultInterface, u"--start-daemon"_s);
}

void RuleCommandTest::notes()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    QFETCH(QString, place);
    const auto command = readRuleCommand(wordsOf(line));
    QVERIFY(command);
    QVERIFY(!command->notes.empty());
    QCOMPARE(int(command->notes.front().code), code);
    const TextSpan span = command->notes.front().span;
    QCOMPARE(line.mid(span.start, span.length), place);
}

void RuleCommandTest::readsWhatCommandsForWrites()
{
    RandomTable random(20261122);
    for (int round = 0; round < 200; ++round) {
        for (const Operation &operation : difference({}, random.table()).operations) {
            for (const QString &line : commandsFor(operation)) {
                const auto command = readRuleCommand(wordsOf(line.sliced(8)));
                QVERIFY2(command, qPrintable(line));
                QCOMPARE(u"ipvsadm "_s + canonical(*command), line);
                if (const auto *add = std::get_if<AddServer>(&operation))
                    QCOMPARE(command->server.key, add->after.key);
            }
        }
    }
}

void RuleCommandTest::everyOptionFitsACommand()
{
    for (const RuleSpec &spec : ruleSpecs()) {
        const bool isOption = std::holds_alternative<RuleOption>(spec.meaning);
        QCOMPARE(spec.verbs != 0, isOption);
        const RuleSpec *found =
            spec.longName.isEmpty() ? findRuleSpec(QLatin1Char(spec.shortName)) : findRuleSpec(QString(spec.longName));
        QCOMPARE(found, &spec);
    }
}

/// What may be said over and over is kept once, so that a line of it is read in proportion to its length.
void RuleCommandTest::repeatedOptionsAreKeptOnce()
{
    const auto mark = readRuleCommand(wordsOf(u"-A -f 7"_s + QString(u" -6"_s).repeated(50'000)));
    QVERIFY(mark);
    QCOMPARE(mark->given.size(), 2);
    QCOMPARE(mark->service.key, ServiceKey::forMark(7, Family::IPv6));
    QCOMPARE(mark->spanOf(RuleOption::Ipv6), (TextSpan{8, 2}));
    const auto list = readRuleCommand(wordsOf(u"-L"_s + QString(u" --sort"_s).repeated(50'000)));
    QVERIFY(list);
    QCOMPARE(list->given.size(), 1);
}

void RuleCommandTest::survivesAnyWords()
{
    static const QStringList parts{
        u"-A"_s, u"-a"_s, u"-t"_s,  u"10.0.0.1:80"_s, u"[::1]:80"_s, u"-r"_s,    u"-p"_s, u"-"_s,  u"--"_s,
        u"-M"_s, u"="_s,  u"-="_s,  u"--=x"_s,        u"-6"_s,       u"-f"_s,    u"["_s,  u"]"_s,  u"]["_s,
        u":"_s,  u"-b"_s, u","_s,   u"-Z"_s,          u"é"_s,        u"--set"_s, u"+"_s,  u"-w"_s, u"0"_s,
        u"-i"_s, u"\0"_s, u"-rx"_s, u"--tun-type"_s,  u"gue"_s,      u"-s"_s,    u"rr"_s};
    QRandomGenerator random(20261122);
    for (int round = 0; round < 20000; ++round) {
        QStringList words;
        for (int i = random.bounded(8); i > 0; --i)
            words << parts[random.bounded(parts.size())];
        const QString line = words.join(u' ');
        const auto command = readRuleCommand(wordsOf(line));
        if (command)
            continue;
        const TextSpan span = command.error().span;
        QVERIFY2(span.start >= 0 && span.length >= 0 && span.start + span.length <= line.size(), qPrintable(line));
    }
}

QTEST_APPLESS_MAIN(RuleCommandTest)
#include "tst_rulecommand.moc"
