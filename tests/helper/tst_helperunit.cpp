// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/keptwire.h"
#include "helper/interface/methodtable.h"
#include "helper/interface/names.h"
#include "helper/service/confinement.h"
#include "tests/boot/keptsamples.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"
#include "tests/support/hostobjects.h"

#include <QDBusConnectionInterface>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

using namespace lvs;
using namespace Qt::StringLiterals;

/// The installed helper in its unit, with the real polkit and kernel. Runs as root on the lab's director and speaks for
/// its users as well: a connection belongs to the user who opened it.
class TestHelperUnit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { QFile::remove(rule); }
    void polkitKnowsEveryAction();
    void unitConfinesTheHelper();
    void strangerIsRefusedEverywhere_data();
    void strangerIsRefusedEverywhere();
    void viewerLooksAndChangesNothing();
    void unitLetsTheHelperSeeTheMachine();
    void malformedIsRefused();
    void rootAppliesAndTakesBack();
    void rootTunesAndTakesBack();
    void rootSetsUpARealServerAndTakesItBack();
    void onlyKnownTunablesAreWritable();
    void filesServiceIsConfinedAndAsks();
    void probeIsConfinedAndAsks();
    void killedHelperComesBack();

private:
    static inline const QString rule = u"/etc/polkit-1/rules.d/00-lvs-console-test.rules"_s;
};

namespace {

QDBusConnection connectionOf(const char *user)
{
    static int connections = 0;
    const passwd *entry = getpwnam(user);
    if (!entry || seteuid(entry->pw_uid) != 0)
        qFatal("can't speak for %s", user);
    const auto bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus,
                                                   u"%1-%2"_s.arg(QLatin1StringView(user)).arg(++connections));
    if (seteuid(0) != 0)
        qFatal("can't be root again");
    return bus;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the kernel itself says of the table, connection counts aside.
QByteArray kernelTable()
{
    return contentOf(u"/proc/net/ip_vs"_s);
}

QString tunable(const QString &name)
{
    return sysctlPath(name);
}

uint helperPid(QLatin1StringView service = lvs::bus::serviceName)
{
    return QDBusConnection::systemBus().interface()->servicePid(service);
}

} // namespace

void TestHelperUnit::initTestCase()
{
    lvs::bus::registerWireTypes();
    QVERIFY2(geteuid() == 0, "runs as root, on the lab's director");
    TestClient root(connectionOf("root"));
    const QDBusMessage answer = root.call(u"GetInfo"_s);
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage,
             qPrintable(u"the helper does not answer (%1: %2); install its package with tests/lab/lab install"_s.arg(
                 answer.errorName(), answer.errorMessage())));
}

void TestHelperUnit::polkitKnowsEveryAction()
{
    QProcess pkaction;
    pkaction.start(u"pkaction"_s, QStringList());
    QVERIFY(pkaction.waitForFinished());
    const QString known = QString::fromUtf8(pkaction.readAllStandardOutput());
    for (const Action action : everyAction)
        QVERIFY2(known.split(u'\n').contains(idOf(action)), qPrintable(idOf(action)));
}

void TestHelperUnit::unitConfinesTheHelper()
{
    const QByteArray status = contentOf(u"/proc/%1/status"_s.arg(helperPid()));
    QVERIFY(!status.isEmpty());
    QCOMPARE(findLooseEnds(status, helperConfinement), QStringList());
}

void TestHelperUnit::strangerIsRefusedEverywhere_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    const QVariant keys = argumentOf(std::vector<ServiceKey>());
    const QVariant operations = argumentOf(std::vector<Operation>{AddService{samples::service()}});
    const QVariant kept = QVariant::fromValue(bus::toWire(lvs::test::keptServer()));
    const QMap<QString, QVariantList> arguments{
        {u"ReadServices"_s, {keys}}, {u"ReadServers"_s, {keys}},     {u"Stage"_s, {0ULL, operations}},
        {u"Apply"_s, {1ULL}},        {u"ReadResults"_s, {1ULL, 0U}}, {u"ReadUndo"_s, {1ULL, 0U}},
        {u"Discard"_s, {1ULL}},      {u"KeepSetup"_s, {kept}},       {u"ForgetSetup"_s, {lvs::test::keptServer().id}},
    };
    for (const bus::Method &row : bus::methodTable)
        QTest::newRow(row.name.latin1()) << QString(row.name) << arguments.value(row.name);
}

void TestHelperUnit::strangerIsRefusedEverywhere()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    QFile file(rule);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("polkit.addRule(function(action, subject) { if (subject.user == 'viewer' && "
               "action.id.indexOf('org.lvsconsole.helper1.') == 0) return polkit.Result.NO; });\n");
    file.close();
    const QByteArray before = kernelTable();
    TestClient viewer(connectionOf("viewer"));
    QTRY_COMPARE(codeOf(viewer.call(u"GetInfo"_s)), ErrorCode::NotAuthorized); // polkit has read the rule

    // Plans are private: of one that the caller does not have, nothing more is said than that.
    const bool ofPlan = method == "Apply"_L1 || method == "Discard"_L1 || method.startsWith("Read"_L1);
    const auto code = codeOf(viewer.call(method, arguments, true));
    QVERIFY(code == ErrorCode::NotAuthorized || (ofPlan && code == ErrorCode::PlanMissing));
    QCOMPARE(kernelTable(), before);
}

void TestHelperUnit::viewerLooksAndChangesNothing()
{
    TestClient viewer(connectionOf("viewer"));
    QTRY_COMPARE(codeOf(viewer.call(u"GetInfo"_s)), std::nullopt); // polkit has forgotten the rule
    QVERIFY(!codeOf(viewer.call(u"ReadServices"_s, {argumentOf(std::vector<ServiceKey>())})));
    QVERIFY(!codeOf(viewer.call(u"GetTimeouts"_s)));
    QVERIFY(!codeOf(viewer.call(u"GetSyncDaemons"_s)));
    QCOMPARE(codeOf(viewer.call(u"ReadConnections"_s)), ErrorCode::NotAuthorized);
    QCOMPARE(codeOf(viewer.call(u"ReadConnections"_s, {}, true)), ErrorCode::NoAuthenticationAgent);

    const QByteArray before = kernelTable();
    const auto key = samples::tcp(u"172.18.100.66", 8066);
    const std::vector<Operation> one{AddService{samples::service(key)}};
    const std::vector<Operation> several{AddService{samples::service(key)}, SetTimeouts{{900, 120, 300}, {901, 0, 0}}};
    const std::vector<Operation> tuned{SetSysctl{u"ipv4/vs/backup_only"_s, u"0"_s, u"1"_s}};
    QCOMPARE(codeOf(viewer.apply(tuned, false)), ErrorCode::NotAuthorized);
    QCOMPARE(codeOf(viewer.apply(tuned, true)), ErrorCode::NoAuthenticationAgent);
    QCOMPARE(contentOf(tunable(u"ipv4/vs/backup_only"_s)).trimmed(), "0");
    QCOMPARE(codeOf(viewer.apply(one, false)), ErrorCode::NotAuthorized);
    QCOMPARE(codeOf(viewer.apply(one, true)), ErrorCode::NoAuthenticationAgent);
    QCOMPARE(codeOf(viewer.apply(several, true)), ErrorCode::NoAuthenticationAgent);
    QCOMPARE(kernelTable(), before);
}

void TestHelperUnit::unitLetsTheHelperSeeTheMachine()
{
    TestClient root(connectionOf("root"));
    lvs::bus::HostData data;
    root.call(u"ReadHost"_s).arguments().value(0).value<QDBusArgument>() >> data;
    const auto host = lvs::bus::fromWire(data);
    QVERIFY(host);
    QCOMPARE(host->kernel.state(KernelFeature::Kind::Core, u"ipvs"), FeatureState::Loaded);
    QCOMPARE(host->kernel.state(KernelFeature::Kind::Protocol, u"SCTP"), FeatureState::BuiltIn); // from /boot
    QCOMPARE(host->kernel.configuredTableBits, quint8(12));
    QCOMPARE(host->kernel.tableBits, quint8(12));
    QVERIFY(host->sysctls.size() > 20);
    QVERIFY(std::ranges::contains(host->interfaces, u"lo"_s, [](const HostInterface &i) { return i.name.toString(); }));
    QCOMPARE(root.call(u"ReadConnections"_s).type(), QDBusMessage::ReplyMessage);
}

void TestHelperUnit::malformedIsRefused()
{
    TestClient root(connectionOf("root"));
    const QByteArray before = kernelTable();
    QCOMPARE(root.call(u"Apply"_s, {u"all"_s}, true).type(), QDBusMessage::ErrorMessage);
    QCOMPARE(root.call(u"Flush"_s, {}, true).type(), QDBusMessage::ErrorMessage);
    VirtualService bad = samples::service(samples::tcp(u"172.18.100.66", 0));
    QCOMPARE(codeOf(root.call(u"Stage"_s, {0ULL, argumentOf(std::vector<Operation>{AddService{bad}})}, true)),
             ErrorCode::PortZeroNeedsPersistence);
    QCOMPARE(kernelTable(), before);
}

void TestHelperUnit::rootAppliesAndTakesBack()
{
    TestClient root(connectionOf("root"));
    const QByteArray before = kernelTable();
    const auto key = samples::tcp(u"172.18.100.66", 8066);
    const quint64 plan = root.stage({AddService{samples::service(key)}, AddServer{key, samples::server()}});
    QCOMPARE(outcomeOf(answerOf(root.sendApply(plan))), ApplyOutcome::Applied);
    QVERIFY(kernelTable().contains("AC126442:1F82"));
    const auto undo = lvs::bus::listFromWire(
        lvs::bus::listFrom<lvs::bus::OperationData>(root.call(u"ReadUndo"_s, {plan, 0U}).arguments().constFirst()), 10);
    QVERIFY(undo);
    QCOMPARE(outcomeOf(root.apply(*undo)), ApplyOutcome::Applied);
    QCOMPARE(kernelTable(), before);
}

void TestHelperUnit::rootSetsUpARealServerAndTakesItBack()
{
    using namespace lvs::test;
    const QString ignore = u"ipv4/conf/all/arp_ignore"_s;
    const auto reading = [](TestClient &client) {
        return lvs::bus::fromWire(
                   lvs::bus::structureFrom<lvs::bus::HostData>(client.call(u"ReadHost"_s).arguments().constFirst()))
            .value();
    };
    TestClient root(connectionOf("root"));
    const HostTunnel made = tunnel();
    QCOMPARE(outcomeOf(root.apply({AddTunnel{made}})),
             ApplyOutcome::Applied); // loads the module, whose interface stays
    QCOMPARE(outcomeOf(root.apply({RemoveTunnel{made}})), ApplyOutcome::Applied);
    const HostInfo before = reading(root);
    const HostAddress vip = loopbackVip();
    const HostAddress own{made.name, {.address = ip(u"198.51.100.1"), .prefixLength = 24}};
    const int present = sysctlNumber(before.sysctls, ignore).value();
    const std::vector<Operation> setUp{tune(ignore, present, present == 1 ? 2 : 1), AddAddress{vip}, AddTunnel{made},
                                       AddAddress{own},
                                       AddRoute{route(u"203.0.113.0", 24, u"198.51.100.2", u"lvstun0")}};
    TestClient viewer(connectionOf("viewer"));
    QTRY_COMPARE(codeOf(viewer.apply({AddAddress{vip}}, false)), ErrorCode::NotAuthorized);

    const quint64 plan = root.stage(setUp);
    QCOMPARE(outcomeOf(answerOf(root.sendApply(plan))), ApplyOutcome::Applied);
    const HostInfo after = reading(root);
    QVERIFY(after != before);
    QVERIFY(std::ranges::contains(findInterface(after.interfaces, vip.interface)->addresses, vip.address));
    QCOMPARE(tunnelOf(*findInterface(after.interfaces, made.name)), made);
    const auto undo = lvs::bus::listFromWire(
        lvs::bus::listFrom<lvs::bus::OperationData>(root.call(u"ReadUndo"_s, {plan, 0U}).arguments().constFirst()), 10);
    QVERIFY(undo);
    QCOMPARE(outcomeOf(root.apply(*undo)), ApplyOutcome::Applied);
    const HostInfo left = reading(root);
    QCOMPARE(left.sysctls, before.sysctls);
    QCOMPARE(left.routes, before.routes);
    QCOMPARE(findInterface(left.interfaces, vip.interface)->addresses,
             findInterface(before.interfaces, vip.interface)->addresses);
}

void TestHelperUnit::rootTunesAndTakesBack()
{
    TestClient root(connectionOf("root"));
    const QByteArray before = contentOf(tunable(u"ipv4/vs/sync_threshold"_s)).simplified();
    const quint64 plan = root.stage({SetSysctl{u"ipv4/vs/sync_threshold"_s, QString::fromLatin1(before), u"10 100"_s},
                                     SetSysctl{u"ipv4/vs/backup_only"_s, u"0"_s, u"1"_s}});
    QCOMPARE(outcomeOf(answerOf(root.sendApply(plan))), ApplyOutcome::Applied);
    QCOMPARE(contentOf(tunable(u"ipv4/vs/sync_threshold"_s)).simplified(), "10 100");
    QCOMPARE(contentOf(tunable(u"ipv4/vs/backup_only"_s)).trimmed(), "1");
    const auto undo = lvs::bus::listFromWire(
        lvs::bus::listFrom<lvs::bus::OperationData>(root.call(u"ReadUndo"_s, {plan, 0U}).arguments().constFirst()), 10);
    QVERIFY(undo);
    QCOMPARE(outcomeOf(root.apply(*undo)), ApplyOutcome::Applied);
    QCOMPARE(contentOf(tunable(u"ipv4/vs/sync_threshold"_s)).simplified(), before);
    QCOMPARE(contentOf(tunable(u"ipv4/vs/backup_only"_s)).trimmed(), "0");
    // Somebody else was faster.
    QCOMPARE(outcomeOf(root.apply({SetSysctl{u"ipv4/vs/backup_only"_s, u"5"_s, u"1"_s}})), ApplyOutcome::Refused);
    QCOMPARE(contentOf(tunable(u"ipv4/vs/backup_only"_s)).trimmed(), "0");
}

/// Root's own rights are beside the point: what is read-only in the helper's view of the files is so for everybody.
void TestHelperUnit::onlyKnownTunablesAreWritable()
{
    TestClient root(connectionOf("root"));
    QVERIFY(!codeOf(root.call(u"GetInfo"_s)));
    const QString view = u"/proc/%1/root/proc/sys/"_s.arg(helperPid());
    const auto openingFails = [&view](const char *name) {
        const int file = ::open((view + QLatin1StringView(name)).toLatin1().constData(), O_WRONLY | O_CLOEXEC);
        const int error = file < 0 ? errno : 0;
        if (file >= 0)
            ::close(file);
        return error;
    };
    for (const char *name : {"net/ipv4/vs/conntrack", "net/ipv4/ip_forward", "net/ipv4/conf/all/arp_ignore",
                             "net/ipv4/conf/lo/rp_filter", "net/ipv6/conf/all/forwarding"})
        QCOMPARE(openingFails(name), 0);
    for (const char *name : {"kernel/core_pattern", "kernel/modprobe", "vm/overcommit_memory", "fs/suid_dumpable",
                             "net/ipv4/tcp_syncookies", "net/ipv6/conf/all/accept_ra", "net/core/somaxconn"})
        QCOMPARE(openingFails(name), EROFS);
}

void TestHelperUnit::filesServiceIsConfinedAndAsks()
{
    TestClient root(connectionOf("root"), lvs::bus::filesService);
    const QDBusMessage files = root.call(u"ReadFiles"_s);
    QCOMPARE(codeOf(files), std::nullopt);
    const QByteArray rules = contentOf(u"/etc/ipvsadm.rules"_s);
    QCOMPARE(lvs::bus::structureFrom<lvs::bus::BootFileData>(files.arguments().value(0)).content, rules);
    const QByteArray status = contentOf(u"/proc/%1/status"_s.arg(helperPid(lvs::bus::filesServiceName)));
    QCOMPARE(findLooseEnds(status, filesConfinement), QStringList());

    TestClient viewer(connectionOf("viewer"), lvs::bus::filesService);
    QTRY_COMPARE(codeOf(viewer.call(u"ReadFiles"_s)), std::nullopt);
    const QVariantList arguments{QVariant::fromValue(lvs::bus::toWire(RuleState())), QByteArray()};
    QCOMPARE(codeOf(viewer.call(u"WriteRhel"_s, arguments, false)), ErrorCode::NotAuthorized);
    QCOMPARE(codeOf(viewer.call(u"WriteRhel"_s, arguments, true)), ErrorCode::NoAuthenticationAgent);
    QCOMPARE(contentOf(u"/etc/ipvsadm.rules"_s), rules);
}

void TestHelperUnit::probeIsConfinedAndAsks()
{
    const std::vector outsider{samples::address(u"10.1.1.10")};
    const QVariantList arguments{QVariant::fromValue(lvs::bus::listToWire(outsider))};
    TestClient root(connectionOf("root"), lvs::bus::probeService);
    QCOMPARE(codeOf(root.call(u"Ping"_s, arguments)), ErrorCode::NotATarget);
    const QByteArray status = contentOf(u"/proc/%1/status"_s.arg(helperPid(lvs::bus::probeServiceName)));
    QCOMPARE(findLooseEnds(status, probeConfinement), QStringList());

    const auto key = samples::tcp(u"172.18.100.66", 8066);
    TestClient editor(connectionOf("root"));
    QCOMPARE(outcomeOf(editor.apply({AddService{samples::service(key)}, AddServer{key, samples::server()}})),
             ApplyOutcome::Applied);
    const std::vector targets{samples::server().key.address};
    const QVariantList wanted{QVariant::fromValue(lvs::bus::listToWire(targets))};
    TestClient viewer(connectionOf("viewer"), lvs::bus::probeService);
    QCOMPARE(codeOf(viewer.call(u"Ping"_s, wanted, false)), ErrorCode::NotAuthorized);
    QCOMPARE(codeOf(viewer.call(u"Ping"_s, wanted, true)), ErrorCode::NoAuthenticationAgent);
    QCOMPARE(codeOf(root.call(u"Ping"_s, wanted)), std::nullopt);
    QCOMPARE(outcomeOf(editor.apply({RemoveService{samples::service(key), {samples::server()}}})),
             ApplyOutcome::Applied);
}

void TestHelperUnit::killedHelperComesBack()
{
    TestClient root(connectionOf("root"));
    const uint killed = helperPid();
    QVERIFY(killed > 1);
    QCOMPARE(::kill(pid_t(killed), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!codeOf(root.call(u"GetInfo"_s)), 20'000);
    QVERIFY(helperPid() != killed);
}

QTEST_GUILESS_MAIN(TestHelperUnit)
#include "tst_helperunit.moc"
