// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/journeys.h"
#include "tests/lab/labhost.h"

#include <QTest>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

const QString timeouts = u"ipvsadm -Ln --timeout"_s;
const QString daemons = u"ipvsadm -Ln --daemon"_s;

/// The page shows the director's timeouts and daemons as they are now.
void readAgain(Console &console)
{
    console.showPage(u"System"_s);
    console.program().press(u"Read now"_s);
    const QStringList told = lab::need(u"director"_s, timeouts).section(u": "_s, 1).split(u' ');
    const QStringList running = lab::need(u"director"_s, daemons).split(u'\n');
    const auto daemonShows = [&](const QString &role) {
        const bool isRunning = std::ranges::any_of(running, [&](const QString &line) {
            return line.startsWith(role.toLower()); // "backup sync daemon (mcast=lo, …"
        });
        return console.showsLabel(role + u": not running"_s) != isRunning;
    };
    console.program().until(u"the page shows what the director has"_s, [&] {
        return std::ranges::all_of(told,
                                   [&](const QString &seconds) { return console.showsLabel(seconds + u" s"_s); }) &&
               daemonShows(u"Master"_s) && daemonShows(u"Backup"_s);
    });
}

void setTimeouts(Console &console)
{
    readAgain(console);
    console.openDialog(u"Change timeouts…"_s, u"Change timeouts"_s);
    console.program().setText(u"TCP"_s, u"1000"_s);
    console.program().setText(u"TCP after FIN"_s, u"100"_s);
    console.program().setText(u"UDP"_s, u"200"_s);
    console.accept(u"Change timeouts"_s);
}

void startMaster(Console &console)
{
    readAgain(console);
    console.openDialog(u"Start master…"_s, u"Start the master sync daemon"_s);
    console.program().choose(u"Interface"_s, u"lo"_s);
    console.program().setText(u"Sync ID"_s, u"7"_s);
    console.program().check(u"More"_s, true);
    console.program().setText(u"Group"_s, u"224.0.1.9"_s);
    console.program().setText(u"Port"_s, u"9000"_s);
    console.program().setText(u"TTL"_s, u"3"_s);
    console.program().setText(u"Longest message"_s, u"1400"_s);
    console.accept(u"Start master"_s);
}

void stopBackup(Console &console)
{
    readAgain(console);
    console.program().press(u"Stop backup"_s);
}

/// ipvsadm's figures stand on the page.
void lookAtTimeouts(Console &console)
{
    readAgain(console);
    QCOMPARE(lab::need(u"director"_s, timeouts), u"Timeout (tcp tcpfin udp): 901 121 301"_s);
    for (const QString &shown : {u"901 s"_s, u"121 s"_s, u"301 s"_s})
        QVERIFY2(console.showsLabel(shown), qPrintable(shown));
}

void lookAtDaemon(Console &console)
{
    readAgain(console);
    QVERIFY(lab::need(u"director"_s, daemons).startsWith(u"backup sync daemon (mcast=lo, syncid=9"));
    const auto label = console.program().find([](const Accessible &object) {
        return object.role() == role::Label && object.name().startsWith(u"Backup: running on lo, ID 9");
    });
    QVERIFY(!label.isNull());
}

} // namespace

QList<Journey> systemJourneys()
{
    const QString startBackup = u"ipvsadm --start-daemon backup --mcast-interface lo --syncid 9"_s;
    return {
        {"timeouts", {u"--set"_s}, {}, setTimeouts, timeouts, {u"Timeout (tcp tcpfin udp): 1000 100 200"_s}},
        {"sync daemon",
         {u"--start-daemon"_s, u"--syncid"_s, u"--sync-maxlen"_s, u"--mcast-interface"_s, u"--mcast-group"_s,
          u"--mcast-port"_s, u"--mcast-ttl"_s},
         {},
         startMaster,
         daemons,
         {u"master sync daemon (mcast=lo, syncid=7, maxlen=1400, group=224.0.1.9, port=9000, ttl=3)"_s}},
        {"sync daemon stopped", {u"--stop-daemon"_s}, startBackup, stopBackup, daemons, {}},
        {"timeouts shown", {u"--timeout"_s}, u"ipvsadm --set 901 121 301"_s, lookAtTimeouts},
        {"sync daemon shown", {u"--daemon"_s}, startBackup, lookAtDaemon},
    };
}

} // namespace lvs::e2e
