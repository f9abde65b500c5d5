// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/ownertraces.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Who else keeps the table of a machine.
class OwnerTracesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOwners_data();
    void findsOwners();
    void readsThisComputer();
};

void OwnerTracesTest::findsOwners_data()
{
    QTest::addColumn<QByteArray>("grep");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QList<int>>("owners");
    const auto row = [](const char *name, const QByteArray &grep, bool isKnown,
                        std::initializer_list<TableOwner> owners) {
        QList<int> list;
        for (const TableOwner owner : owners)
            list += int(owner);
        QTest::newRow(name) << grep << isKnown << list;
    };
    const QByteArray init = "/proc/1/comm:systemd\n";
    row("nobody", init + "/proc/77/comm:bash\n/proc/78/comm:keepalived_exp\n", true, {});
    row("keepalived, several processes", init + "/proc/7/comm:keepalived\n/proc/8/comm:keepalived\n", true,
        {TableOwner::Keepalived});
    row("ldirectord in a cluster", init + "/proc/7/comm:ldirectord\n/proc/8/comm:pacemakerd\n", true,
        {TableOwner::Ldirectord, TableOwner::Pacemaker});
    row("Heartbeat", init + "/proc/7/comm:heartbeat\n", true, {TableOwner::Heartbeat});
    row("kube-proxy without IPVS", init + "/proc/7/comm:kube-proxy\n", true, {});
    row("kube-proxy", init + "/sys/class/net/kube-ipvs0/operstate:down\n", true, {TableOwner::KubeProxy});
    row("keepalived as the first process", "/proc/1/comm:keepalived\n", true, {TableOwner::Keepalived});
    row("hidden processes", "/proc/77/comm:bash\n", false, {});
    row("hidden, but one", "/proc/77/comm:keepalived\n", false, {TableOwner::Keepalived});
    row("nothing", "", false, {});
}

void OwnerTracesTest::findsOwners()
{
    QFETCH(QByteArray, grep);
    const TableOwners owners = ownersFrom(hostFilesFromGrep(grep));
    QTEST(owners.isKnown, "isKnown");
    QList<int> running;
    for (const TableOwner owner : owners.running)
        running += int(owner);
    QTEST(running, "owners");
}

void OwnerTracesTest::readsThisComputer()
{
    const HostFiles files = readOwnerFiles();
    QVERIFY(files.contains(u"/proc/%1/comm"_s.arg(QCoreApplication::applicationPid())));
    QVERIFY(!ownerFilePatterns().isEmpty());
}

QTEST_GUILESS_MAIN(OwnerTracesTest)
#include "tst_ownertraces.moc"
