// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/keptwire.h"
#include "helper/interface/methodtable.h"
#include "helper/interface/names.h"
#include "tests/boot/keptsamples.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;
using Answer = MockPolkit::Answer;

class TestAuthorisation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void verdicts_data();
    void verdicts();
    void withoutPolkitOnlyRoot_data();
    void withoutPolkitOnlyRoot();
    void restartedPolkitIsAskedAgain();
    void silenceIsNoAndIsWithdrawn();
    void applies_data();
    void applies();
    void everyMethodRefusesStrangers_data();
    void everyMethodRefusesStrangers();
    void clientsNeedAnActionOfTheirOwn_data();
    void clientsNeedAnActionOfTheirOwn();
    void bootStateNeedsAnActionOfItsOwn_data();
    void bootStateNeedsAnActionOfItsOwn();
    void tunablesNeedTuneKernel();
    void everyCallIsChecked();
    void onePasswordForSeveralActions();
    void questionNamesTheHostAndTheSize();
    void secondCallerIsAnsweredDuringTheFirstOnesPrompt();
    void busyHelperAsksNoPassword();
    void leavingClosesThePrompt();
    void tableMovedDuringThePrompt();
    void malformedCallsAskNobody_data();
    void malformedCallsAskNobody();

private:
    struct Bench : ServiceFixture {
        std::unique_ptr<TestClient> client;
    };
    std::unique_ptr<Bench> m;
};

namespace {

constexpr uid_t ordinary = 1000;
const Operation addService = AddService{samples::service()};
const Operation setTimeouts = SetTimeouts{{900, 120, 300}, {901, 0, 0}};

Verdict ask(PolkitAuthority &authority, uid_t uid, bool interactive)
{
    const auto verdict = authority.check(
        {.action = Action::EditServers, .caller = {.busName = u":1.77"_s, .uid = uid}, .interactive = interactive});
    if (!QTest::qWaitFor([&verdict] { return verdict.isFinished(); }, 10'000))
        qFatal("the question to polkit never ends");
    return verdict.result();
}

/// Arguments that are well formed, for each method.
QVariantList goodArguments(QLatin1StringView method, quint64 plan)
{
    if (method == "Stage"_L1)
        return {0ULL, argumentOf({addService})};
    if (method == "ReadServices"_L1)
        return {argumentOf(std::vector<ServiceKey>())};
    if (method == "ReadServers"_L1)
        return {argumentOf(std::vector{samples::tcp()})};
    if (method == "ReadResults"_L1 || method == "ReadUndo"_L1)
        return {plan, 0U};
    if (method == "Apply"_L1 || method == "Discard"_L1)
        return {plan};
    if (method == "KeepSetup"_L1)
        return {QVariant::fromValue(bus::toWire(lvs::test::keptServer()))};
    if (method == "ForgetSetup"_L1)
        return {lvs::test::keptServer().id};
    return {};
}

} // namespace

void TestAuthorisation::init()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start({.silent = std::chrono::milliseconds(300), .interactive = std::chrono::milliseconds(3000)}));
    m->client = std::make_unique<TestClient>(m->bus);
}

void TestAuthorisation::verdicts_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("interactive");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, Answer answer, Verdict silently, Verdict asked) {
        QTest::addRow("%s, silently", name) << answer << false << silently;
        QTest::addRow("%s, asked", name) << answer << true << asked;
    };
    row("yes", Answer::Yes, Verdict::Allowed, Verdict::Allowed);
    row("no", Answer::No, Verdict::Denied, Verdict::Denied);
    row("password", Answer::YesAfterPassword, Verdict::NeedsPassword, Verdict::Allowed);
    row("wrong password", Answer::WrongPassword, Verdict::NeedsPassword, Verdict::Denied);
    row("dismissed", Answer::Dismissed, Verdict::NeedsPassword, Verdict::Dismissed);
    row("no agent", Answer::NoAgent, Verdict::NeedsPassword, Verdict::NoAgent);
    row("fails", Answer::Fails, Verdict::Denied, Verdict::Denied);
    row("nonsense", Answer::Nonsense, Verdict::Denied, Verdict::Denied);
}

void TestAuthorisation::verdicts()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const Verdict, verdict);
    m->polkit->setEveryAnswer(answer);
    QCOMPARE(ask(*m->authority, ordinary, interactive), verdict);
    QCOMPARE(ask(*m->authority, 0, interactive), verdict); // while polkit is there, root's yes is polkit's business
    QCOMPARE(m->polkit->questions().constFirst().busName, u":1.77"_s);
}

void TestAuthorisation::withoutPolkitOnlyRoot_data()
{
    QTest::addColumn<uid_t>("uid");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("root") << uid_t(0) << Verdict::Allowed;
    QTest::newRow("user") << ordinary << Verdict::Denied;
    QTest::newRow("unknown") << uid_t(-1) << Verdict::Denied;
}

void TestAuthorisation::withoutPolkitOnlyRoot()
{
    QFETCH(const uid_t, uid);
    QFETCH(const Verdict, verdict);
    m->polkit->setPresent(false);
    QCOMPARE(ask(*m->authority, uid, true), verdict);
}

void TestAuthorisation::restartedPolkitIsAskedAgain()
{
    QCOMPARE(ask(*m->authority, ordinary, true), Verdict::Allowed);
    m->polkit->setPresent(false);
    QCOMPARE(ask(*m->authority, ordinary, true), Verdict::Denied);
    m->polkit->setPresent(true);
    QCOMPARE(ask(*m->authority, ordinary, true), Verdict::Allowed);
}

void TestAuthorisation::silenceIsNoAndIsWithdrawn()
{
    m->polkit->setEveryAnswer(Answer::Silent);
    QCOMPARE(ask(*m->authority, ordinary, false), Verdict::Denied);
    QCOMPARE(ask(*m->authority, 0, false), Verdict::Denied); // hanging is not absent
    QTRY_COMPARE(m->polkit->cancelled().size(), 2);
    QCOMPARE(m->polkit->cancelled().at(0), m->polkit->questions().at(0).cancellationId);
    QVERIFY(m->polkit->cancelled().at(0) != m->polkit->cancelled().at(1));
}

void TestAuthorisation::applies_data()
{
    addAnswers();
}

void TestAuthorisation::applies()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const std::optional<ErrorCode>, code);
    QFETCH(const int, prompts);
    m->polkit->setAnswer(u"edit-services"_s, answer);
    QCOMPARE(codeOf(m->client->apply({addService}, interactive)), code);
    QCOMPARE(m->polkit->prompts().size(), prompts);
    QCOMPARE(m->machine.table().isEmpty(), code.has_value());
    QCOMPARE(int(m->machine.changes), code ? 0 : 1);
}

void TestAuthorisation::everyMethodRefusesStrangers_data()
{
    QTest::addColumn<QLatin1StringView>("method");
    for (const bus::Method &row : bus::methodTable)
        QTest::newRow(row.name.latin1()) << row.name;
}

void TestAuthorisation::everyMethodRefusesStrangers()
{
    QFETCH(const QLatin1StringView, method);
    const quint64 plan = m->client->stage({addService});
    m->machine.reads = 0;
    for (const Answer answer : {Answer::No, Answer::Fails, Answer::Nonsense, Answer::NoAgent, Answer::Silent}) {
        m->polkit->setEveryAnswer(answer);
        QCOMPARE(codeOf(m->client->call(method, goodArguments(method, plan), true)), ErrorCode::NotAuthorized);
    }
    QCOMPARE(int(m->machine.reads), 0);
    QCOMPARE(int(m->machine.changes), 0);
    QVERIFY(m->polkit->prompts().isEmpty()); // looking is never asked for
    m->polkit->setEveryAnswer(Answer::Yes);
    QVERIFY(!codeOf(m->client->call(u"Discard"_s, {plan}))); // the plan is still there
}

void TestAuthorisation::clientsNeedAnActionOfTheirOwn_data()
{
    applies_data();
}

void TestAuthorisation::clientsNeedAnActionOfTheirOwn()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const std::optional<ErrorCode>, code);
    QFETCH(const int, prompts);
    m->polkit->setAnswer(u"view-connections"_s, answer);
    QCOMPARE(codeOf(m->client->call(u"ReadConnections"_s, {}, interactive)), code);
    QCOMPARE(m->polkit->prompts().size(), prompts);
    QCOMPARE(int(m->machine.reads), code ? 0 : 1);
    if (prompts > 0)
        QCOMPARE(m->polkit->prompts()[0].details.value(u"host"_s), QSysInfo::machineHostName());
    QVERIFY(!codeOf(m->client->call(u"ReadHost"_s))); // does not depend on it
}

void TestAuthorisation::bootStateNeedsAnActionOfItsOwn_data()
{
    applies_data();
}

void TestAuthorisation::bootStateNeedsAnActionOfItsOwn()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const std::optional<ErrorCode>, code);
    QFETCH(const int, prompts);
    const QString kept = m->stateDirectory.filePath(u"boot.rules"_s);
    m->polkit->setAnswer(u"write-boot-files"_s, answer);
    QCOMPARE(codeOf(m->client->call(u"SaveBoot"_s, {}, interactive)), code);
    QCOMPARE(QFile::exists(kept), !code);
    QCOMPARE(m->polkit->prompts().size(), prompts);
    if (prompts > 0)
        QCOMPARE(m->polkit->prompts()[0].details.value(u"host"_s), QSysInfo::machineHostName());

    m->polkit->setAnswer(u"write-boot-files"_s, Answer::Yes);
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s)));
    m->polkit->setAnswer(u"write-boot-files"_s, answer);
    QCOMPARE(codeOf(m->client->call(u"ForgetBoot"_s, {}, interactive)), code);
    QCOMPARE(QFile::exists(kept), code.has_value());
    QVERIFY(!codeOf(m->client->call(u"ReadBoot"_s))); // looking does not depend on it
}

void TestAuthorisation::tunablesNeedTuneKernel()
{
    const SetSysctl tuned{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s};
    const auto present = [&] { return sysctlNumber(m->machine.makeBackend()->readHost().value().sysctls, tuned.name); };
    m->polkit->setEveryAnswer(Answer::Yes);
    m->polkit->setAnswer(u"tune-kernel"_s, Answer::No); // as for a viewer
    QCOMPARE(codeOf(m->client->apply({tuned})), ErrorCode::NotAuthorized);
    QCOMPARE(int(m->machine.changes), 0);
    QCOMPARE(present(), std::optional(0));

    m->polkit->setEveryAnswer(Answer::No);
    m->polkit->setAnswer(u"view"_s, Answer::Yes);
    m->polkit->setAnswer(u"tune-kernel"_s, Answer::YesAfterPassword); // nothing else is needed
    QCOMPARE(outcomeOf(m->client->apply({tuned})), ApplyOutcome::Applied);
    QCOMPARE(m->polkit->prompts().constLast().action, u"tune-kernel"_s);
    QCOMPARE(present(), std::optional(1));
}

void TestAuthorisation::everyCallIsChecked()
{
    QVERIFY(!codeOf(m->client->call(u"GetInfo"_s)));
    QCOMPARE(outcomeOf(m->client->apply({addService})), ApplyOutcome::Applied);
    m->polkit->setEveryAnswer(Answer::No);
    QCOMPARE(codeOf(m->client->call(u"GetInfo"_s)), ErrorCode::NotAuthorized);
}

void TestAuthorisation::onePasswordForSeveralActions()
{
    m->polkit->setEveryAnswer(Answer::YesAfterPassword);
    m->polkit->setAnswer(u"view"_s, Answer::Yes);
    QCOMPARE(outcomeOf(m->client->apply({addService, setTimeouts})), ApplyOutcome::Applied);
    QCOMPARE(m->polkit->prompts().size(), 1);
    QCOMPARE(m->polkit->prompts().constFirst().action, u"set-up-host"_s);

    // A plain no to one of them is not overruled by the umbrella.
    m->polkit->forget();
    m->polkit->setAnswer(u"clear-table"_s, Answer::No);
    QCOMPARE(codeOf(m->client->apply({ClearTable{QByteArray(32, 'x')}, StartSyncDaemon{samples::daemon()}})),
             ErrorCode::NotAuthorized);
    QVERIFY(m->polkit->prompts().isEmpty());
}

void TestAuthorisation::questionNamesTheHostAndTheSize()
{
    m->polkit->setAnswer(u"edit-services"_s, Answer::YesAfterPassword);
    m->client->apply({addService});
    const auto prompts = m->polkit->prompts();
    QCOMPARE(prompts.size(), 1);
    QCOMPARE(prompts[0].action, u"edit-services"_s);
    QCOMPARE(prompts[0].busName, m->client->connection().baseService());
    QCOMPARE(prompts[0].details.value(u"operations"_s), u"1"_s);
    QCOMPARE(prompts[0].details.value(u"host"_s), QSysInfo::machineHostName());
}

void TestAuthorisation::secondCallerIsAnsweredDuringTheFirstOnesPrompt()
{
    m->polkit->setAnswer(u"edit-services"_s, Answer::Waits);
    const QDBusPendingCall first = m->client->sendApply(m->client->stage({addService}));
    QTRY_COMPARE(m->polkit->waiting(), 1);

    TestClient other(m->bus);
    QVERIFY(!codeOf(other.call(u"GetInfo"_s)));
    QCOMPARE(outcomeOf(other.apply({setTimeouts})), ApplyOutcome::Applied);
    m->polkit->setAnswer(u"edit-services"_s, Answer::No);
    QCOMPARE(codeOf(other.apply({addService})), ErrorCode::NotAuthorized);
    QVERIFY(!first.isFinished());

    m->polkit->answerPrompts(true);
    QCOMPARE(outcomeOf(answerOf(first)), ApplyOutcome::Applied);
}

void TestAuthorisation::busyHelperAsksNoPassword()
{
    m->machine.hold();
    const QDBusPendingCall first = m->client->sendApply(m->client->stage({addService}));
    m->polkit->setAnswer(u"tune-kernel"_s, Answer::YesAfterPassword);
    TestClient other(m->bus);
    QTRY_COMPARE(codeOf(other.apply({setTimeouts})), ErrorCode::Busy);
    QVERIFY(m->polkit->prompts().size() <= 1); // the first tries may have come before the apply began
    m->polkit->forget();
    QCOMPARE(codeOf(other.apply({setTimeouts})), ErrorCode::Busy);
    QVERIFY(m->polkit->prompts().isEmpty());
    m->machine.release();
    answerOf(first);
}

void TestAuthorisation::leavingClosesThePrompt()
{
    m->polkit->setAnswer(u"edit-services"_s, Answer::Waits);
    m->client->sendApply(m->client->stage({addService}));
    QTRY_COMPARE(m->polkit->waiting(), 1);
    const QString id = m->polkit->prompts().constFirst().cancellationId;
    m->client.reset();
    QTRY_COMPARE(m->polkit->cancelled(), QStringList{id});
    m->polkit->answerPrompts(true); // too late
    QTRY_VERIFY(m->service->isIdle());
    QCOMPARE(int(m->machine.changes), 0);
}

void TestAuthorisation::tableMovedDuringThePrompt()
{
    m->polkit->setAnswer(u"edit-services"_s, Answer::Waits);
    const QDBusPendingCall call = m->client->sendApply(m->client->stage({addService}));
    QTRY_COMPARE(m->polkit->waiting(), 1);
    m->machine.execute({AddService{samples::service(samples::tcp(), u"wlc")}});
    m->polkit->answerPrompts(true);
    QCOMPARE(outcomeOf(answerOf(call)), ApplyOutcome::Refused);
    QCOMPARE(m->machine.table().find(samples::tcp())->service.scheduler.toString(), u"wlc"_s);
}

void TestAuthorisation::malformedCallsAskNobody_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    const auto stage = [](const char *name, const std::vector<Operation> &operations) {
        QTest::addRow("meaning: %s", name) << u"Stage"_s << QVariantList{0ULL, argumentOf(operations)};
    };
    const auto wire = [](const char *name, const Operation &operation, auto &&change) {
        auto data = lvs::bus::toWire(operation);
        change(data);
        QTest::addRow("form: %s", name) << u"Stage"_s << QVariantList{0ULL, QVariant::fromValue(QList{data})};
    };

    // Signatures.
    for (const bus::Method &row : bus::methodTable) {
        QTest::addRow("signature: %s with a text", row.name.latin1()) << QString(row.name) << QVariantList{u"?"_s};
        QTest::addRow("signature: %s with a variant", row.name.latin1())
            << QString(row.name) << QVariantList{QVariant::fromValue(QDBusVariant(1))};
        QTest::addRow("signature: %s with much", row.name.latin1())
            << QString(row.name) << QVariantList{1ULL, 2ULL, 3ULL, 4ULL};
    }
    QTest::newRow("signature: Apply with an int") << u"Apply"_s << QVariantList{1};
    QTest::newRow("signature: Stage with a map") << u"Stage"_s << QVariantList{0ULL, QVariantMap{{u"a"_s, 1}}};
    for (const char *name : {"apply", "Flush", "Get", "Set", "Quit", "", "Stage "})
        QTest::addRow("method: '%s'", name) << QString::fromLatin1(name) << QVariantList();

    // Ids nobody gave.
    for (const quint64 id : {0ULL, 1ULL, 4711ULL, ~0ULL}) {
        QTest::addRow("id: Apply %llu", id) << u"Apply"_s << QVariantList{id};
        QTest::addRow("id: Discard %llu", id) << u"Discard"_s << QVariantList{id};
        QTest::addRow("id: ReadResults %llu", id) << u"ReadResults"_s << QVariantList{id, 0U};
        QTest::addRow("id: ReadUndo %llu", id) << u"ReadUndo"_s << QVariantList{id, ~0U};
    }

    // Too much.
    QTest::newRow("size: operations") << u"Stage"_s
                                      << QVariantList{0ULL, argumentOf(std::vector<Operation>(10'001, addService))};
    QTest::newRow("size: keys") << u"ReadServers"_s
                                << QVariantList{argumentOf(std::vector<ServiceKey>(10'001, samples::tcp()))};
    QTest::newRow("size: cursors") << u"ReadServices"_s
                                   << QVariantList{argumentOf(std::vector<ServiceKey>(2, samples::tcp()))};

    // Structures that are no values.
    wire("unknown kind", addService, [](auto &d) { d.kind = 99; });
    wire("no service", addService, [](auto &d) { d.services.clear(); });
    wire("two services", addService, [](auto &d) { d.services += d.services; });
    wire("foreign list", addService, [](auto &d) { d.digest = "x"; });
    wire("scheduler with a path", addService, [](auto &d) { d.services[0].scheduler = u"../../x"_s; });
    wire("scheduler with a line", addService, [](auto &d) { d.services[0].scheduler = u"rr\nwrr"_s; });
    wire("scheduler with a blank", addService, [](auto &d) { d.services[0].scheduler = u"rr x"_s; });
    wire("scheduler of 16", addService, [](auto &d) { d.services[0].scheduler = QString(16, u'r'); });
    wire("scheduler of 100,000", addService, [](auto &d) { d.services[0].scheduler = QString(100'000, u'r'); });
    wire("family", addService, [](auto &d) { d.services[0].key.family = 1; });
    wire("address", addService, [](auto &d) { d.services[0].key.address = "abc"; });
    wire("flags", addService, [](auto &d) { d.services[0].flags = ~0U; });
    wire("digest", ClearTable{QByteArray(32, 'x')}, [](auto &d) { d.digest.clear(); });
    wire("daemon's role", StartSyncDaemon{samples::daemon()}, [](auto &d) { d.daemons[0].role = 9; });
    wire("daemon's interface", StartSyncDaemon{samples::daemon()},
         [](auto &d) { d.daemons[0].interface = u"a/../b"_s; });
    wire("weight", AddServer{samples::tcp(), samples::server()}, [](auto &d) { d.servers[0].weight = ~0U; });

    // Values that mean nothing.
    RealServer forwarding = samples::server();
    forwarding.forwarding = Forwarding(5);
    RealServer tunnel = samples::server();
    tunnel.tunnel.type = TunnelType(9);
    stage("forwarding", {AddServer{samples::tcp(), forwarding}});
    stage("forwarding after an edit", {EditServer{samples::tcp(), samples::server(), forwarding}});
    stage("tunnel", {AddServer{samples::tcp(), tunnel}});
    stage("tunnel after an edit", {EditServer{samples::tcp(), samples::server(), tunnel}});
    RealServer otherPort = samples::server(u"192.168.10.11", 8080);
    otherPort.forwarding = Forwarding::Gatewaying;
    RealServer thresholds = samples::server();
    thresholds.upperThreshold = 1;
    thresholds.lowerThreshold = 2;
    VirtualService onePacket = samples::service();
    onePacket.flags = ServiceFlag::OnePacket;
    stage("port 0 without persistence", {AddService{samples::service(samples::tcp(u"172.18.100.6", 0))}});
    stage("one-packet TCP", {AddService{onePacket}});
    stage("DR with another port", {AddServer{samples::tcp(), otherPort}});
    stage("thresholds crossed", {AddServer{samples::tcp(), thresholds}});
    stage("multicast server", {AddServer{samples::tcp(), samples::server(u"224.0.0.1")}});
    stage("families mixed", {AddServer{samples::tcp(), samples::server(u"2001:db8::1")}});
    stage("another key after an edit",
          {EditService{samples::service(), samples::service(samples::tcp(u"172.18.100.7"))}});
    stage("the same twice", {addService, addService});
    stage("tunable of no row", {SetSysctl{u"../../../kernel/core_pattern"_s, u"core"_s, u"1"_s}});
    stage("tunable out of range", {SetSysctl{u"ipv4/vs/drop_entry"_s, u"0"_s, u"4"_s}});
    stage("tunable with a line end", {SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1\n0"_s}});
    stage("one bad of many", {addService, setTimeouts, AddServer{samples::tcp(), thresholds}});
}

void TestAuthorisation::malformedCallsAskNobody()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    m->polkit->setEveryAnswer(Answer::YesAfterPassword);
    const QDBusMessage answer = m->client->call(method, arguments, true);
    QCOMPARE(answer.type(), QDBusMessage::ErrorMessage);
    QVERIFY(m->polkit->questions().isEmpty());
    QCOMPARE(int(m->machine.reads) + int(m->machine.changes), 0);
}

QTEST_GUILESS_MAIN(TestAuthorisation)
#include "tst_authorisation.moc"
