// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/pages.h"
#include "tests/directors/machinefixture.h"
#include "tests/support/directorcontract.h"

#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;
using lvs::test::cluster;
using lvs::test::everything;
using lvs::test::Helper;
using lvs::test::Opened;
using lvs::test::procTable;

/// The director of a machine, with the real service of the helper on a bus of the test's own.
class TestMachineDirector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void remoteOpensLocked();
    void localOpensEditable();
    void appliesAndReads();
    void readsLargeTablesInPieces();
    void readsWithoutTotalsFromAnOlderHelper();
    void lockedAppliesNothing();
    void refusalIsTold();
    void dismissedQuestionIsTold();
    void missingAgentIsTold();
    void withoutHelperReadsProc();
    void withoutBusReadsProc();
    void clientsAreShownToWhoeverMay_data();
    void clientsAreShownToWhoeverMay();
    void questionsAreAskedOneByOne();
    void withoutIpvs();
    void firstConnectionThatFailsIsLost();
    void reconnectsByItself();
    void cutApplyHasAnUnknownOutcome();
    void helperThatCrashesComesBack();
    void personIsNeeded_data();
    void personIsNeeded();
    void closeEndsCalls();
    void tellsOfOtherOwners();
    void readsKeepalivedWithItsIncludes();
    void tellsOfChangesByOthers();

private:
    std::unique_ptr<test::PrivateBus> m_bus;
};

void TestMachineDirector::init()
{
    m_bus = std::make_unique<test::PrivateBus>();
}

void TestMachineDirector::remoteOpensLocked()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QCOMPARE(there.director->status().link, LinkState::Closed);
    QVERIFY(there.opens());
    QCOMPARE(there.director->status().access, Access::Locked);
    there.director->unlock();
    QCOMPARE(there.director->status().access, Access::Editable);
    there.director->lock();
    QCOMPARE(there.director->status().access, Access::Locked);
    there.director->unlock();
    there.director->close();
    QCOMPARE(there.director->status().link, LinkState::Closed);
    QVERIFY(there.opens());
    QCOMPARE(there.director->status().access, Access::Locked); // a new visit begins locked
}

void TestMachineDirector::localOpensEditable()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address(), false);
    QVERIFY(there.opens());
    QCOMPARE(there.director->status().access, Access::Editable);
}

void TestMachineDirector::appliesAndReads()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.director->unlock();
    const auto report = there.wait(there.director->apply(cluster()));
    QVERIFY(report);
    QCOMPARE(report->outcome, ApplyOutcome::Applied);
    QCOMPARE(report->results.size(), size_t(3));
    QVERIFY(report->plan == cluster());

    const auto services = there.wait(there.director->read({}));
    QVERIFY(services);
    QCOMPARE(services->services.size(), size_t(1));
    QVERIFY(services->servers.empty());
    const auto all = there.wait(there.director->read(everything));
    QVERIFY(all && all->hasTraffic && all->totals);
    QCOMPARE_GT(all->uptime.count(), 0);
    QCOMPARE(all->servers.size(), size_t(1));
    QCOMPARE(all->servers[0].servers.size(), size_t(2));
    QVERIFY(all->servers[0].servers[0].config == test::server(12, 3)); // newest first
    const auto gone = there.wait(there.director->read({.serversOf = {test::database, test::web}}));
    QVERIFY(gone);
    QCOMPARE(gone->servers.size(), size_t(1));

    const auto undone = there.wait(there.director->apply(report->undo));
    QVERIFY(undone);
    QCOMPARE(undone->outcome, ApplyOutcome::Applied);
    QVERIFY(there.wait(there.director->read(everything))->services.empty());

    QVERIFY(there.wait(there.director->readInfo()));
    QVERIFY(there.wait(there.director->readTimeouts()));
    QVERIFY(there.wait(there.director->readSyncDaemons())->empty());
}

void TestMachineDirector::readsLargeTablesInPieces()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.director->unlock();
    ChangePlan plan;
    for (quint16 port = 1; port <= 1100; ++port) {
        const ServiceKey key = test::tcp(u"172.18.100.6", port);
        plan.operations.push_back(AddService{test::service(key)});
        for (int host = 1; host <= 10; ++host)
            plan.operations.push_back(AddServer{key, test::server(host)});
    }
    QVERIFY(plan.operations.size() > 10'000); // more than one piece of a plan
    const auto report = there.wait(there.director->apply(plan));
    QVERIFY(report);
    QCOMPARE(report->outcome, ApplyOutcome::Applied);
    QCOMPARE(report->results.size(), plan.operations.size());
    const auto read = there.wait(there.director->read(everything));
    QVERIFY(read);
    QCOMPARE(read->services.size(), size_t(1100));
    QCOMPARE(read->servers.size(), size_t(1100));
    QVERIFY(std::ranges::is_sorted(read->servers, {}, &ServerList::service));
    QVERIFY(std::ranges::all_of(read->servers, [](const ServerList &list) { return list.servers.size() == 10; }));
}

/// The helper as it was before it could tell totals.
class OlderHelper : public QDBusVirtualObject
{
public:
    explicit OlderHelper(QDBusConnection bus)
    {
        bus.registerVirtualObject(lvs::bus::objectPath, this);
        bus.registerService(lvs::bus::serviceName);
    }
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &connection) override
    {
        QDBusMessage reply = call.createErrorReply(QDBusError::UnknownMethod, call.member());
        if (call.member() == u"ReadServices"_s)
            reply = call.createReply({quint64(1), lvs::bus::encodeServices({})});
        else if (call.member() == u"GetTimeouts"_s)
            reply = call.createReply(QVariant::fromValue(lvs::bus::toWire(Timeouts{})));
        return connection.send(reply);
    }
};

void TestMachineDirector::readsWithoutTotalsFromAnOlderHelper()
{
    OlderHelper helper(m_bus->connect());
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const auto read = there.wait(there.director->read(everything));
    QVERIFY(read);
    QVERIFY(!read->totals);
    QCOMPARE(read->uptime.count(), 0);
    QCOMPARE(there.director->status().link, LinkState::Live);
    QVERIFY(!there.director->status().error);
}

void TestMachineDirector::lockedAppliesNothing()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const auto report = there.wait(there.director->apply(cluster()));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::ReadOnly);
    QVERIFY(there.wait(there.director->read({}))->services.empty());
}

void TestMachineDirector::refusalIsTold()
{
    const Helper helper(*m_bus, Verdict::Denied);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.director->unlock();
    const auto report = there.wait(there.director->apply(cluster()));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotAuthorized);
    QCOMPARE(there.director->status().link, LinkState::Live);
}

void TestMachineDirector::dismissedQuestionIsTold()
{
    const Helper helper(*m_bus, Verdict::Dismissed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.director->unlock();
    QCOMPARE(there.wait(there.director->apply(cluster())).error().code, ErrorCode::AuthenticationDismissed);
}

void TestMachineDirector::missingAgentIsTold()
{
    const Helper helper(*m_bus, Verdict::Denied);
    Opened there(m_bus->address());
    there.machine->agent = failure(ErrorCode::NoAuthenticationAgent);
    QVERIFY(there.opens());
    there.director->unlock();
    QCOMPARE(there.wait(there.director->apply(cluster())).error().code, ErrorCode::NoAuthenticationAgent);
}

void TestMachineDirector::withoutHelperReadsProc()
{
    Opened there(m_bus->address());
    there.machine->table = procTable;
    QVERIFY(there.opens());
    QCOMPARE(there.director->status().access, Access::ReadOnly);
    QCOMPARE(there.director->status().error->code, ErrorCode::NoHelper);
    there.director->unlock();
    QCOMPARE(there.director->status().access, Access::ReadOnly);
    const auto read = there.wait(there.director->read({.serversOf = {test::web}}));
    QVERIFY(read && !read->hasTraffic);
    QCOMPARE(read->services.size(), size_t(1));
    QCOMPARE(read->servers.at(0).servers.size(), size_t(1));
    QVERIFY(!read->totals);
    QCOMPARE(read->uptime.count(), 0); // not known
    QCOMPARE(there.wait(there.director->apply(cluster())).error().code, ErrorCode::ReadOnly);
    QCOMPARE(there.wait(there.director->readTimeouts()).error().code, ErrorCode::NoHelper);

    there.machine->table = "350735.47 234388.90\n" + procTable +
                           "   Total Incoming Outgoing         Incoming         Outgoing\n"
                           "   Conns  Packets  Packets            Bytes            Bytes\n"
                           "      1F      2A0        0             BEEF                0\n"
                           "\n"
                           " Conns/s   Pkts/s   Pkts/s          Bytes/s          Bytes/s\n"
                           "       2       20        0              3E8                0\n";
    const auto withTotals = there.wait(there.director->read({}));
    QVERIFY(withTotals && withTotals->totals);
    QCOMPARE(withTotals->services.size(), size_t(1));
    QCOMPARE(withTotals->totals->counters.inBytes, quint64(0xbeef));
    QCOMPARE(withTotals->totals->rates.inBytes, quint64(1000));
    QCOMPARE(withTotals->uptime.count(), 350'735'470);
    there.machine->table->chop(1); // cut off on the way
    QCOMPARE(there.wait(there.director->read({})).error().code, ErrorCode::BadKernelReply);

    there.machine->connections = "Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData\n"
                                 "TCP C6120001 C350 AC126406 0050 C0A80A0B 0050 ESTABLISHED     897\n"_ba;
    const auto sample = there.wait(there.director->readConnections(Asking::Never));
    QVERIFY(sample);
    QCOMPARE(sample->entries.at(0).client, test::ip(u"198.18.0.1"));
    there.machine->hostFiles = {{u"/proc/sys/net/ipv4/vs/conntrack"_s, "1\n"}};
    const auto host = there.wait(there.director->readHost());
    QVERIFY(host);
    QCOMPARE(sysctlNumber(host->sysctls, u"ipv4/vs/conntrack"), std::optional(1));
}

void TestMachineDirector::clientsAreShownToWhoeverMay_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Asking>("asking");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    using Code = std::optional<ErrorCode>;
    QTest::newRow("allowed") << Verdict::Allowed << Asking::Never << Code();
    QTest::newRow("allowed after a click") << Verdict::Allowed << Asking::Allowed << Code();
    QTest::newRow("needs a password") << Verdict::NeedsPassword << Asking::Never << Code(ErrorCode::NotAuthorized);
    QTest::newRow("refused") << Verdict::Denied << Asking::Allowed << Code(ErrorCode::NotAuthorized);
    QTest::newRow("dismissed") << Verdict::Dismissed << Asking::Allowed << Code(ErrorCode::AuthenticationDismissed);
}

void TestMachineDirector::clientsAreShownToWhoeverMay()
{
    QFETCH(const Verdict, verdict);
    QFETCH(const Asking, asking);
    QFETCH(const std::optional<ErrorCode>, code);
    const Helper helper(*m_bus, verdict);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const auto sample = there.wait(there.director->readConnections(asking));
    QCOMPARE(sample ? std::nullopt : std::optional(sample.error().code), code);
    QVERIFY(!there.director->status().error); // says nothing of the director
    QCOMPARE(there.director->status().link, LinkState::Live);
    QVERIFY(there.wait(there.director->readHost()));
}

/// An agent refuses a question while it shows another.
void TestMachineDirector::questionsAreAskedOneByOne()
{
    Helper helper(*m_bus, Verdict::Allowed);
    helper.authority.holds = true;
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const auto first = there.director->readConnections(Asking::Allowed);
    const auto second = there.director->readConnections(Asking::Allowed);
    auto &questions = helper.authority.questions;
    QTRY_COMPARE(questions.size(), 1u);
    QVERIFY(there.wait(there.director->readHost())); // comes behind whatever was asked
    QCOMPARE(questions.size(), 1u);

    const auto answer = [&](std::size_t question, Verdict verdict) {
        questions[question].addResult(verdict);
        questions[question].finish();
    };
    answer(0, Verdict::Dismissed);
    QTRY_COMPARE(questions.size(), 2u); // whatever the answer was
    QVERIFY(first.isFinished() && !first.result());
    answer(1, Verdict::Allowed);
    QVERIFY(there.wait(second));
}

void TestMachineDirector::withoutBusReadsProc()
{
    Opened there({});
    QVERIFY(there.opens());
    QCOMPARE(there.director->status().access, Access::ReadOnly);
    QCOMPARE(there.director->status().error->code, ErrorCode::NoHelper);
}

void TestMachineDirector::withoutIpvs()
{
    Opened there({});
    QVERIFY(there.opens());
    QCOMPARE(there.wait(there.director->read({})).error().code, ErrorCode::NoIpvs);
    QCOMPARE(there.director->status().link, LinkState::Live);
}

void TestMachineDirector::firstConnectionThatFailsIsLost()
{
    Opened there({});
    there.machine->failure = Error{.code = ErrorCode::ConnectionRefused};
    there.director->open();
    QVERIFY(there.reaches(LinkState::Lost));
    QCOMPARE(there.director->status().error->code, ErrorCode::ConnectionRefused);
    there.machine->failure.reset();
    QVERIFY(there.opens());
}

void TestMachineDirector::reconnectsByItself()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.director->unlock();
    QVERIFY(there.wait(there.director->read({})));
    const QDateTime answered = there.director->status().lastAnswer;

    there.machine->failure = Error{.code = ErrorCode::HostUnreachable};
    there.machine->cut({.code = ErrorCode::LinkLost});
    QCOMPARE(there.director->status().link, LinkState::Reconnecting);
    QCOMPARE(there.director->status().lastAnswer, answered); // its age can be shown
    QCOMPARE(there.wait(there.director->read({})).error().code, ErrorCode::LinkLost);
    QTRY_VERIFY_WITH_TIMEOUT(there.machine->attempts >= 3, 10'000); // goes on trying
    QCOMPARE(there.director->status().error->code, ErrorCode::HostUnreachable);

    there.machine->failure.reset();
    QVERIFY(there.reaches(LinkState::Live));
    QCOMPARE(there.director->status().access, Access::Editable); // it was unlocked
    QVERIFY(!there.director->status().error);
}

void TestMachineDirector::cutApplyHasAnUnknownOutcome()
{
    Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.director->unlock();
    helper.kernel.hold();
    const auto applying = there.director->apply(cluster());
    QTRY_VERIFY(helper.service->isChanging());
    there.machine->cut({.code = ErrorCode::LinkLost});
    QCOMPARE(there.wait(applying).error().code, ErrorCode::OutcomeUnknown);
    helper.kernel.release();
    QTRY_COMPARE(helper.kernel.table().serverCount(), 2); // the helper finishes what it began
}

void TestMachineDirector::helperThatCrashesComesBack()
{
    auto helper = std::make_unique<Helper>(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    QSignalSpy status(there.director.get(), &Director::statusChanged);
    auto reading = there.director->read({});
    helper.reset();
    there.wait(reading);
    helper = std::make_unique<Helper>(*m_bus, Verdict::Allowed);
    QVERIFY(there.reaches(LinkState::Live));
    QVERIFY(there.wait(there.director->read({})));
    QCOMPARE(there.director->status().access, Access::Locked);
}

void TestMachineDirector::personIsNeeded_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::HostKeyChanged, ErrorCode::HostKeyRefused, ErrorCode::LoginFailed,
                                 ErrorCode::LoginCancelled, ErrorCode::SshMissing}) {
        QTest::addRow("%d", int(code)) << code;
    }
}

void TestMachineDirector::personIsNeeded()
{
    QFETCH(ErrorCode, code);
    Opened there({});
    QVERIFY(there.opens());
    there.machine->cut({.code = code});
    QCOMPARE(there.director->status().link, LinkState::Lost); // also after it was live
    QCOMPARE(there.director->status().error->code, code);
}

void TestMachineDirector::tellsOfOtherOwners()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    there.machine->ownerFiles = {{u"/proc/1/comm"_s, "init\n"}, {u"/proc/9/comm"_s, "keepalived\n"}};
    const auto owners = there.wait(there.director->readOwners());
    QVERIFY(owners);
    QVERIFY(owners->isKnown);
    QCOMPARE(owners->running, std::vector{TableOwner::Keepalived});
    there.director->close();
    QCOMPARE(there.wait(there.director->readOwners()).error().code, ErrorCode::LinkLost);
}

void TestMachineDirector::readsKeepalivedWithItsIncludes()
{
    Opened there({});
    QVERIFY(there.opens());
    QCOMPARE(there.wait(there.director->readKeepalived()).error().code, ErrorCode::FileNotRead);
    there.machine->unreadable = {u"/etc/keepalived/keepalived.conf"_s};
    const auto refused = there.wait(there.director->readKeepalived());
    QCOMPARE(refused.error().values.value(1), u"Permission denied"_s);
    there.machine->textFiles = {{u"/etc/keepalived/keepalived.conf"_s, "include a.conf\ninclude b.conf\n"},
                                {u"/etc/keepalived/a.conf"_s, "include sub/c.conf\n"},
                                {u"/etc/keepalived/sub/c.conf"_s, "# \xfc\n"}};
    const auto files = there.wait(there.director->readKeepalived());
    QVERIFY(files);
    QCOMPARE(files->size(), 3u);
    QCOMPARE((*files)[2].path, u"/etc/keepalived/sub/c.conf"_s);
    QCOMPARE((*files)[2].bytes(), "# \xfc\n"_ba);
}

void TestMachineDirector::closeEndsCalls()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    auto reading = there.director->read(everything);
    there.director->close();
    QTRY_VERIFY(reading.isFinished());
    QCOMPARE(there.director->status().link, LinkState::Closed);
}

void TestMachineDirector::tellsOfChangesByOthers()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened one(m_bus->address());
    Opened other(m_bus->address());
    QVERIFY(one.opens() && other.opens());
    QSignalSpy changed(other.director.get(), &Director::changed);
    one.director->unlock();
    QVERIFY(one.wait(one.director->apply(cluster())));
    QTRY_VERIFY(!changed.isEmpty());
}

namespace {

class MachineFixture : public test::DirectorFixture
{
public:
    Director &director() override { return *m_there.director; }
    void destroyDirector() override { m_there.director.reset(); }
    void meanwhile(const Operation &operation) override { m_helper.kernel.execute({operation}); }

private:
    test::PrivateBus m_bus;
    Helper m_helper{m_bus, Verdict::Allowed};
    Opened m_there{m_bus.address()};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    test::DirectorContract contract([] { return std::make_unique<MachineFixture>(); });
    TestMachineDirector own;
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&own, argc, argv);
}

#include "tst_machinedirector.moc"
