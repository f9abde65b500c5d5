// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootrules.h"
#include "helper/interface/convert.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"

#include <QFile>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// What the helper keeps for the next boot.
class TestBootMethods : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void keepsWhatTheKernelHas();
    void saysWhatWouldNotComeBack();
    void keepsItForItself();
    void forgets();
    void brokenKernelLosesNothing();
    void waitsForAnApply();
    void everyAttemptIsRecorded();

private:
    struct Bench : ServiceFixture {
        std::unique_ptr<TestClient> client;
        BootFile read()
        {
            const QDBusMessage answer = client->call(u"ReadBoot"_s);
            return lvs::bus::fromWire(lvs::bus::structureFrom<lvs::bus::BootFileData>(answer.arguments().value(0)))
                .value_or(BootFile());
        }
        QString path() const { return stateDirectory.filePath(u"boot.rules"_s); }
    };
    std::unique_ptr<Bench> m;
};

void TestBootMethods::init()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start());
    m->client = std::make_unique<TestClient>(m->bus);
    RealServer limited = samples::server();
    limited.upperThreshold = 10;
    m->machine.execute({AddService{samples::service()}, AddServer{samples::tcp(), limited},
                        SetTimeouts{{900, 120, 300}, {1000, 0, 0}}, StartSyncDaemon{samples::daemon()}});
}

void TestBootMethods::keepsWhatTheKernelHas()
{
    QCOMPARE(m->read().state, BootFile::State::Missing);
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s)));
    const BootFile kept = m->read();
    QCOMPARE(kept.state, BootFile::State::Present);
    const BootRules rules = readBootText(kept.content);
    QVERIFY(!rules.faultyLine);
    QCOMPARE(rules.state.table, m->machine.table());
    QCOMPARE(rules.state.timeouts, (Timeouts{1000, 120, 300}));
    QCOMPARE(rules.state.daemons, std::vector{samples::daemon()});

    m->machine.execute({RemoveServer{samples::tcp(), samples::server()}});
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s)));
    QCOMPARE(readBootText(m->read().content).state.table.serverCount(), 0);
    QCOMPARE(int(m->machine.changes), 0); // nothing of it touches the kernel
}

void TestBootMethods::saysWhatWouldNotComeBack()
{
    VirtualService odd = samples::service(ServiceKey::forMark(7, Family::IPv4));
    odd.flags = ServiceFlag::Persistent;
    odd.persistenceTimeout = 300;
    odd.netmask = 24;
    m->machine.execute({AddService{odd}});
    QCOMPARE(codeOf(m->client->call(u"SaveBoot"_s)), ErrorCode::BootIncomplete);
    const IpvsTable kept = readBootText(m->read().content).state.table; // the rest is kept
    QVERIFY(kept.find(samples::tcp()));
    QVERIFY(!kept.find(odd.key));
}

void TestBootMethods::keepsItForItself()
{
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s)));
    QCOMPARE(QFile::permissions(m->path()) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther), 0);
}

void TestBootMethods::forgets()
{
    QVERIFY(!codeOf(m->client->call(u"ForgetBoot"_s))); // nothing there is as good
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s)));
    QVERIFY(!codeOf(m->client->call(u"ForgetBoot"_s)));
    QCOMPARE(m->read().state, BootFile::State::Missing);
    QCOMPARE(int(m->machine.changes), 0);
}

void TestBootMethods::brokenKernelLosesNothing()
{
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s)));
    const BootFile kept = m->read();
    m->machine.broken = true;
    QCOMPARE(codeOf(m->client->call(u"SaveBoot"_s)), ErrorCode::NoIpvs);
    QCOMPARE(m->read(), kept);
}

void TestBootMethods::waitsForAnApply()
{
    m->machine.hold();
    const QDBusPendingCall applying =
        m->client->sendApply(m->client->stage({AddServer{samples::tcp(), samples::server(u"192.168.10.12")}}));
    QTRY_VERIFY(m->service->isChanging());
    const QDBusPendingCall saving = m->client->send(u"SaveBoot"_s);
    QCOMPARE(m->read().state, BootFile::State::Missing); // a later call; reading is free
    QVERIFY(!saving.isFinished());
    m->machine.release();
    QCOMPARE(outcomeOf(answerOf(applying)), ApplyOutcome::Applied);
    QVERIFY(!codeOf(answerOf(saving)));
    QCOMPARE(readBootText(m->read().content).state.table.serverCount(), 2);
}

void TestBootMethods::everyAttemptIsRecorded()
{
    m->client->call(u"SaveBoot"_s);
    m->client->call(u"SaveBoot"_s);
    m->client->call(u"ForgetBoot"_s);
    QStringList records;
    for (const Attempt &attempt : m->journal.attempts)
        records << attempt.method + u' ' + attempt.outcome + u' ' + attempt.plan;
    QCOMPARE(records, (QStringList{u"SaveBoot saved 1 services, 1 servers"_s, u"SaveBoot saved 1 services, 1 servers"_s,
                                   u"ForgetBoot forgotten "_s}));
    QCOMPARE(m->journal.attempts[0].action, u"org.lvsconsole.helper1.write-boot-files"_s);
}

QTEST_GUILESS_MAIN(TestBootMethods)
#include "tst_bootmethods.moc"
