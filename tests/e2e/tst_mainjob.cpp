// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/console.h"
#include "tests/e2e/labdirector.h"
#include "tests/lab/labhost.h"

#include <QMap>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// The main job: a director is reached by SSH, and clicks change its kernel's table.
class TestMainJob : public QObject
{
    Q_OBJECT

private slots:
    void init() { lab::clearTable(); }
    void cleanup() { lab::clearTable(); }

    void clicksChangeTheKernel_data();
    void clicksChangeTheKernel();
    void foreignChangeAppearsWithinTwoSeconds();
};

namespace {

const QString service = u"TCP 172.18.100.6:80"_s;
const QString first = u"192.168.10.11:80"_s;
const QString second = u"192.168.10.12:80"_s;

/// Lines of `ipvsadm -Sn` for the service above.
QStringList rules(const QString &scheduler, const QMap<QString, int> &weights)
{
    QStringList lines{u"-A -t 172.18.100.6:80 -s %1"_s.arg(scheduler)};
    for (auto [server, weight] : weights.asKeyValueRange())
        lines += u"-a -t 172.18.100.6:80 -r %1 -m -w %2"_s.arg(server).arg(weight);
    return lines;
}

void connectTo(e2e::Console &console, const e2e::LabDirector &director, const QString &user)
{
    console.start(QStringList{u"--language"_s, u"en"_s} + director.connectArguments(user));
    console.confirmHostKey();
    console.unlockEditing();
}

QMap<QString, int> fetched(int count)
{
    return lab::fetch(u"http://172.18.100.6/"_s, count);
}

} // namespace

void TestMainJob::clicksChangeTheKernel_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("root") << u"root"_s;
    QTest::newRow("operator, who types the password") << u"operator"_s;
}

void TestMainJob::clicksChangeTheKernel()
{
    QFETCH(const QString, user);
    const e2e::LabDirector director;
    const QString &password = director.password();
    e2e::Console console;
    connectTo(console, director, user);

    console.addService(u"172.18.100.6"_s, 80, u"rr"_s);
    console.addServer(service, u"192.168.10.11"_s);
    console.addServer(service, u"192.168.10.12"_s);
    QVERIFY2(lab::table().isEmpty(), "a draft has changed the table");
    console.apply(password);
    QCOMPARE(lab::table(), rules(u"rr"_s, {{first, 1}, {second, 1}}));
    QCOMPARE(fetched(60), (QMap<QString, int>{{u"rs1"_s, 30}, {u"rs2"_s, 30}}));

    console.setWeight(service, first, 10);
    console.setWeight(service, second, 3);
    console.setScheduler(service, u"wrr"_s);
    console.apply(password);
    QCOMPARE(lab::table(), rules(u"wrr"_s, {{first, 10}, {second, 3}}));
    QCOMPARE(fetched(130), (QMap<QString, int>{{u"rs1"_s, 100}, {u"rs2"_s, 30}}));

    console.drain(service, second);
    console.apply(password);
    QCOMPARE(lab::table(), rules(u"wrr"_s, {{first, 10}, {second, 0}}));
    QCOMPARE(fetched(20), (QMap<QString, int>{{u"rs1"_s, 20}}));

    console.remove(service, second);
    console.apply(password);
    QCOMPARE(lab::table(), rules(u"wrr"_s, {{first, 10}}));

    console.undoLastApply();
    console.apply(password);
    QCOMPARE(lab::table(), rules(u"wrr"_s, {{first, 10}, {second, 0}}));
}

void TestMainJob::foreignChangeAppearsWithinTwoSeconds()
{
    const e2e::LabDirector director;
    e2e::Console console;
    connectTo(console, director, u"root"_s);
    console.program().need(e2e::role::Label, u"No virtual services yet."); // the first reading has come
    // One command, so that the way into the lab is not counted twice.
    lab::need(u"director"_s,
              u"ipvsadm -A -t 172.18.100.6:80 -s rr && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11 -m"_s);
    console.program().until(
        u"the other program's service is in the table"_s, [&] { return console.hasRow(service); }, 2);
    console.program().until(
        u"it is marked as foreign"_s,
        [&] {
            return console.cell(service, {}, u"State"_s).contains(u"changed outside"_s) &&
                   console.cell(service, {}, u"Method"_s) == u"rr";
        },
        2);
}

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
