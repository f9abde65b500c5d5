// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/journeys.h"
#include "tests/lab/labhost.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <utility>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

const QString saved = u"ipvsadm -Sn"_s;
const QString web = u"TCP 172.18.100.6:80"_s;
const QString server = u"192.168.10.11:80"_s;
const QString cluster = u"ipvsadm -A -t 172.18.100.6:80 -s rr && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11 -m"_s;
const QStringList savedCluster{u"-A -t 172.18.100.6:80 -s rr"_s,
                               u"-a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 1"_s};

/// Lines of a command on the director that hold `text`, with blanks made one.
QStringList linesWith(const QString &text, const QString &command)
{
    QStringList lines;
    for (const QString &line : lab::need(u"director"_s, command).split(u'\n')) {
        if (line.contains(text))
            lines.append(line.simplified());
    }
    return lines;
}

void fetchOnce()
{
    lab::fetch(u"http://172.18.100.6/"_s, 5);
}

void pasteRules(Console &console)
{
    console.program().openMenu({u"Edit"_s, u"Paste ipvsadm commands…"_s});
    console.program().need(role::Dialog, u"Paste ipvsadm commands"_s);
    console.program().setText(u"Pasted text"_s, savedCluster.join(u'\n'));
    console.accept(u"Draft 2 changes"_s);
}

/// What is copied is what ipvsadm saves; it is looked at where it can be pasted.
void copyRules(Console &console)
{
    console.selectRow(web, server); // its servers have been read
    console.program().openMenu({u"Edit"_s, u"Copy all as"_s, u"ipvsadm commands"_s});
    console.program().openMenu({u"Edit"_s, u"Paste ipvsadm commands…"_s});
    const QString text = console.program().need(role::Text, u"Pasted text"_s).text();
    console.accept(u"Cancel"_s);
    QStringList lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        lines.append(QString(line).remove(u"ipvsadm "_s).remove(u" -x 0 -y 0"_s));
    QCOMPARE(lines, lab::table());
}

void zeroCounters(Console &console)
{
    fetchOnce();
    // The kernel adds up once in 2 s; what it has not yet would come back after the zero.
    constexpr int betweenReadings = 2500; // milliseconds
    QString counters;
    QElapsedTimer since;
    const auto counted = [&] {
        if (since.isValid() && !since.hasExpired(betweenReadings))
            return false;
        since.start();
        const QString now = linesWith(u"TCP"_s, u"ipvsadm -Ln --stats --exact"_s)[0];
        return std::exchange(counters, now) == now && !now.contains(u" 0 0 0 0 0");
    };
    console.program().until(u"two readings of the counters agree"_s, counted, 20);
    console.program().openMenu({u"Edit"_s, u"Zero all counters"_s});
}

void clearTable(Console &console)
{
    console.program().openMenu({u"Edit"_s, u"Clear the table…"_s});
    console.program().setText(u"Confirm"_s, u"clear"_s);
    console.accept(u"Draft clearing"_s);
}

void lookAtList(Console &console)
{
    console.selectRow(web, server);
    QStringList rows;
    for (const QString &line : linesWith(u":"_s, u"ipvsadm -Ln"_s).sliced(2)) {
        const QStringList words = line.split(u' ');
        if (words[0] == u"->")
            rows += {words[1], words[3]};
        else
            rows += {words[0] + u' ' + words[1], words[2]};
    }
    QCOMPARE(rows,
             (QStringList{web, console.cell(web, {}, u"Method"_s), server, console.cell(web, server, u"Weight"_s)}));
}

/// Two clicks that follow too soon are a double click, which sorts nothing.
void sortUntil(Console &console, const std::function<bool()> &holds)
{
    QDeadlineTimer settled(0);
    console.program().until(u"the rows are in the other order"_s, [&] {
        if (!holds() && settled.hasExpired()) {
            console.sortBy(u"Service / real server"_s);
            settled.setRemainingTime(1000);
        }
        return holds();
    });
}

void lookAtOrder(Console &console)
{
    console.selectRow(web, server);
    const auto order = [&] {
        return console.rowOf(web, u"192.168.10.12:80"_s) < console.rowOf(web, server) ? u"newest first"_s
                                                                                      : u"by name"_s;
    };
    const QStringList kernel = linesWith(u"->"_s, u"ipvsadm -Ln --nosort"_s);
    QVERIFY(kernel[1].contains(u"192.168.10.12:80")); // after the heading
    const QString first = order();
    sortUntil(console, [&] { return order() != first; });
    sortUntil(console, [&] { return order() == first; });
}

void lookAtCounters(Console &console)
{
    console.selectRow(web, server);
    fetchOnce();
    const auto told = [] {
        const QStringList lines = linesWith(u"-> 192"_s, u"ipvsadm -Ln --stats --exact"_s);
        return lines.isEmpty() ? QString() : lines[0].split(u' ').value(2);
    };
    console.program().until(u"console and ipvsadm tell the same connections"_s,
                            [&] { return told() == u"5" && console.fact(u"Connections in total"_s) == u"5"; });
}

void lookAtRates(Console &console)
{
    const auto isZero = [&] {
        return QStringList{QString(), u"0"_s, u"0.0"_s}.contains(console.cell(web, {}, u"Conns/s"_s));
    };
    QVERIFY(isZero());
    lab::fetch(u"http://172.18.100.6/"_s, 60);
    console.program().until(u"both show a rate"_s, [&] {
        return !linesWith(u"TCP"_s, u"ipvsadm -Ln --rate"_s)[0].contains(u":80 0 ") && !isZero();
    });
}

void lookAtThresholds(Console &console)
{
    console.selectRow(web, server);
    // Behind them ipvsadm tells the connections, which may be left of a server that was there before.
    QCOMPARE(linesWith(u"-> 192"_s, u"ipvsadm -Ln --thresholds"_s).value(0).section(u' ', 0, 3),
             u"-> %1 %2 %3"_s.arg(server, console.fact(u"Upper threshold"_s), console.fact(u"Lower threshold"_s)));
}

void lookAtTunnel(Console &console)
{
    console.selectRow(web, server);
    const QString commands = console.program().findById(u"selectionCommands"_s).text();
    QCOMPARE(linesWith(u"-> 192"_s, u"ipvsadm -Ln --tun-info"_s).value(0).section(u' ', 0, 3),
             u"-> %1 Tunnel gue:6080:+c"_s.arg(server));
    QVERIFY2(commands.contains(u"--tun-type gue --tun-port 6080 --tun-csum"), qPrintable(commands));
}

/// The template that pins the client, and the connections it holds.
void lookAtConnections(Console &console)
{
    fetchOnce();
    const QStringList pinned = linesWith(u"-> 192"_s, u"ipvsadm -Ln --persistent-conn"_s);
    QCOMPARE(pinned[0].split(u' ').value(3), u"1"_s);
    console.showPage(u"Connections"_s);
    // Those of earlier looks expire meanwhile: both are read anew for each comparison.
    console.program().until(u"the page shows the template and what ipvsadm lists"_s, [&] {
        const qsizetype listed = linesWith(u"10.1.1."_s, u"ipvsadm -Lnc"_s).size();
        console.program().press(u"Read now"_s);
        const auto view = console.program().find(role::Tree, u"Connections"_s);
        const int state = Program::findColumn(view, u"State"_s);
        int templates = 0;
        for (int row = 0; row < view.rowCount(); ++row)
            templates += view.cell(row, state).name() == u"template";
        return templates == 1 && listed > 1 && view.rowCount() == listed;
    });
}

void lookAtHelp(Console &console)
{
    console.program().openMenu({u"Help"_s, u"About LVS Console"_s});
    console.program().need(role::Alert, u"About LVS Console"_s);
    Program::typeKey(u"Escape"_s);
}

} // namespace

QList<Journey> tableJourneys()
{
    return {
        {"paste", {u"--restore -R"_s}, {}, pasteRules, saved, savedCluster},
        {"copy", {u"--save -S"_s, u"--numeric -n"_s}, cluster, copyRules},
        {"zero",
         {u"--zero -Z"_s},
         cluster,
         zeroCounters,
         u"ipvsadm -Ln --stats --exact | grep 172.18.100.6"_s,
         {web + u" 0 0 0 0 0"_s}},
        {"clear", {u"--clear -C"_s}, cluster, clearTable, saved, {}},
    };
}

QList<Journey> looks()
{
    const QString second = u" && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12 -m"_s;
    return {
        {"list", {u"--list -L -l"_s}, cluster, lookAtList},
        {"order of the list", {u"--sort"_s, u"--nosort"_s}, cluster + second, lookAtOrder},
        {"counters", {u"--stats"_s, u"--exact"_s}, cluster, lookAtCounters},
        {"rates", {u"--rate"_s}, cluster, lookAtRates},
        {"thresholds shown", {u"--thresholds"_s}, cluster + u" -x 100 -y 50"_s, lookAtThresholds},
        {"tunnel shown",
         {u"--tun-info"_s},
         cluster.chopped(2) + u"-i --tun-type gue --tun-port 6080 --tun-csum"_s,
         lookAtTunnel},
        {"connections",
         {u"--connection -c"_s, u"--persistent-conn"_s},
         QString(cluster).replace(u"-s rr"_s, u"-s rr -p 300"_s),
         lookAtConnections},
        {"help", {u"--help -h"_s}, {}, lookAtHelp},
    };
}

} // namespace lvs::e2e
