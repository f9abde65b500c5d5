// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/applier.h"
#include "core/boot/kepttext.h"
#include "helper/interface/convert.h"
#include "helper/interface/keptwire.h"
#include "helper/service/restoring.h"
#include "helper/service/setupmethods.h"
#include "tests/boot/keptsamples.h"
#include "tests/helper/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// What set-ups keep on a machine for its next boot.
class TestKeptSetups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void crossesTheBus();
    void badSetupsNeverReachPolkit_data();
    void badSetupsNeverReachPolkit();
    void keepsWhatIsSo();
    void keepsNothingThatIsNotSo_data();
    void keepsNothingThatIsNotSo();
    void keepsEachSetupOnce();
    void foreignLinesAreNotLost();
    void needsAnActionOfItsOwn_data();
    void needsAnActionOfItsOwn();
    void forgettingTheTableForgetsSetups();
    void aBootBringsEverythingBack();
    void aBootTellsWhatIsMissing();

private:
    struct Bench : ServiceFixture {
        std::unique_ptr<TestClient> client;
        QDBusMessage keep(const KeptSetup &setup, bool interactive = true)
        {
            return client->call(u"KeepSetup"_s, {QVariant::fromValue(lvs::bus::toWire(setup))}, interactive);
        }
        QDBusMessage forget(const QString &id) { return client->call(u"ForgetSetup"_s, {id}, true); }
        KeptText kept()
        {
            const QDBusMessage answer = client->call(u"ReadSetups"_s);
            const auto file =
                lvs::bus::fromWire(lvs::bus::structureFrom<lvs::bus::BootFileData>(answer.arguments().value(0)));
            return readKeptText(file.value_or(BootFile()).content);
        }
        QString path() const { return stateDirectory.filePath(u"boot.setups"_s); }
        void write(const QByteArray &content) const
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
    };
    std::unique_ptr<Bench> m;
};

void TestKeptSetups::init()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start());
    m->client = std::make_unique<TestClient>(m->bus);
    std::vector<Operation> missing = planOf(test::keptDirector()).operations;
    std::erase_if(missing, [](const Operation &o) { return std::holds_alternative<AddAddress>(o); }); // it has that
    m->machine.execute(missing);
    m->machine.changes = 0;
}

void TestKeptSetups::crossesTheBus()
{
    KeptSetup all = test::keptDirector();
    all.tunnels = {test::tunnel()};
    all.routes = {test::defaultRouteBy(u"192.168.10.1")};
    QCOMPARE(lvs::bus::fromWire(lvs::bus::toWire(all)), all);
    QCOMPARE(lvs::bus::fromWire(lvs::bus::toWire(test::keptServer())), test::keptServer());
}

void TestKeptSetups::badSetupsNeverReachPolkit_data()
{
    QTest::addColumn<lvs::bus::KeptSetupData>("data");
    const auto row = [](const char *name, auto &&spoil) {
        lvs::bus::KeptSetupData data = lvs::bus::toWire(test::keptDirector());
        spoil(data);
        QTest::newRow(name) << data;
    };
    using Data = lvs::bus::KeptSetupData;
    row("a path for an id", [](Data &d) { d.id = u"../../etc/passwd"_s; });
    row("a long id", [](Data &d) { d.id = QString(65, u'a'); });
    row("a line end in an id", [](Data &d) { d.id = u"a\nsysctl"_s; });
    row("an unknown tunable", [](Data &d) { d.sysctls[0].name = u"../kernel/modprobe"_s; });
    row("a value with a line end", [](Data &d) { d.sysctls[0].value = u"1\n"_s; });
    row("an interface with a blank", [](Data &d) { d.addresses[0].interface = u"a b"_s; });
    row("half an address", [](Data &d) { d.addresses[0].address.address.chop(1); });
    row("two services", [](Data &d) { d.rules += d.rules; });
    row("another service", [](Data &d) { d.service = lvs::bus::toWire(test::web); });
    row("a server twice", [](Data &d) { d.rules[0].servers += d.rules[0].servers; });
    row("a mark of everything", [](Data &d) { d.marks[0].destination = {QByteArray(4, '\0'), 0}; });
    row("too much",
        [](Data &d) { d.sysctls = QList<bus::SysctlData>(qsizetype(KeptSetup::mostOnHost) + 1, d.sysctls[0]); });
}

void TestKeptSetups::badSetupsNeverReachPolkit()
{
    QFETCH(lvs::bus::KeptSetupData, data);
    m->polkit->setAnswer(u"write-boot-files"_s, MockPolkit::Answer::YesAfterPassword);
    const auto code = codeOf(m->client->call(u"KeepSetup"_s, {QVariant::fromValue(data)}, true));
    QVERIFY(code);
    QVERIFY(*code != ErrorCode::Stale);
    QVERIFY(m->polkit->prompts().isEmpty());
    QVERIFY(!QFile::exists(m->path()));
}

void TestKeptSetups::keepsWhatIsSo()
{
    QVERIFY(!codeOf(m->keep(test::keptDirector())));
    QCOMPARE(m->kept().setups, std::vector{test::keptDirector()});
    QCOMPARE(int(m->machine.changes), 0);
    QCOMPARE(QFile::permissions(m->path()) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther), 0);
    QCOMPARE(m->journal.attempts.front().outcome, u"kept"_s);
    QVERIFY(m->journal.attempts.front().plan.contains(u"1 add-snat"));

    QVERIFY(!codeOf(m->forget(u"another"_s)));
    QCOMPARE(m->kept().setups.size(), 1U);
    QVERIFY(!codeOf(m->forget(test::keptDirector().id)));
    QVERIFY(!QFile::exists(m->path()));
    QVERIFY(!codeOf(m->forget(test::keptDirector().id)));
    QCOMPARE(codeOf(m->forget(u"../x"_s)), ErrorCode::BadRequest);
    QCOMPARE(int(m->machine.changes), 0);
}

void TestKeptSetups::keepsNothingThatIsNotSo_data()
{
    QTest::addColumn<KeptSetup>("setup");
    const auto row = [](const char *name, auto &&change) {
        KeptSetup setup = test::keptDirector();
        change(setup);
        QTest::newRow(name) << setup;
    };
    row("tunable", [](KeptSetup &s) { s.sysctls = {{u"ipv4/vs/conntrack"_s, u"1"_s}}; });
    row("tunnel", [](KeptSetup &s) { s.tunnels = {test::tunnel()}; });
    row("address", [](KeptSetup &s) { s.addresses = {test::loopbackVip(u"172.18.100.6")}; });
    row("route", [](KeptSetup &s) { s.routes = {test::defaultRouteBy(u"172.18.100.254")}; });
    row("source NAT", [](KeptSetup &s) { s.snats = {test::fullNat(u"172.18.100.7")}; });
    row("service", [](KeptSetup &s) { s.rules->service.scheduler = *SchedulerName::fromText(u"rr"); });
    row("server", [](KeptSetup &s) { s.rules->servers.push_back(test::server(13)); });
    row("mark", [](KeptSetup &s) { s.marks = {test::webMark(1, u"80")}; });
}

void TestKeptSetups::keepsNothingThatIsNotSo()
{
    QFETCH(KeptSetup, setup);
    QVERIFY(!codeOf(m->keep(test::keptDirector())));
    QCOMPARE(codeOf(m->keep(setup)), ErrorCode::Stale);
    QCOMPARE(m->kept().setups, std::vector{test::keptDirector()});
}

void TestKeptSetups::keepsEachSetupOnce()
{
    KeptSetup other{.id = u"other"_s, .service = test::web, .addresses = test::keptDirector().addresses};
    QVERIFY(!codeOf(m->keep(test::keptDirector())));
    QVERIFY(!codeOf(m->keep(other)));
    KeptSetup smaller = test::keptDirector();
    smaller.marks.clear();
    QVERIFY(!codeOf(m->keep(smaller)));
    QCOMPARE(m->kept().setups, (std::vector{other, smaller})); // the later one counts where they differ
    QVERIFY(!codeOf(m->forget(smaller.id)));
    QCOMPARE(m->kept().setups, std::vector{other});
}

void TestKeptSetups::foreignLinesAreNotLost()
{
    const QByteArray foreign = "setup a FWM 1\nsysctl net/ipv4/ip_forward = yes\n";
    m->write(foreign);
    QCOMPARE(codeOf(m->keep(test::keptDirector())), ErrorCode::FileNotUnderstood);
    QCOMPARE(codeOf(m->forget(u"a"_s)), ErrorCode::FileNotUnderstood);
    QFile file(m->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), foreign);
}

void TestKeptSetups::needsAnActionOfItsOwn_data()
{
    addAnswers();
}

void TestKeptSetups::needsAnActionOfItsOwn()
{
    QFETCH(const MockPolkit::Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const std::optional<ErrorCode>, code);
    QFETCH(const int, prompts);
    m->polkit->setAnswer(u"write-boot-files"_s, answer);
    QCOMPARE(codeOf(m->keep(test::keptDirector(), interactive)), code);
    QCOMPARE(QFile::exists(m->path()), !code);
    QCOMPARE(m->polkit->prompts().size(), prompts);
    QVERIFY(!codeOf(m->client->call(u"ReadSetups"_s)));
}

void TestKeptSetups::forgettingTheTableForgetsSetups()
{
    QVERIFY(!codeOf(m->keep(test::keptDirector())));
    QVERIFY(!codeOf(m->client->call(u"ForgetBoot"_s, {}, true)));
    QVERIFY(!QFile::exists(m->path()));
}

void TestKeptSetups::aBootBringsEverythingBack()
{
    QVERIFY(!codeOf(m->keep(test::keptDirector())));
    test::SharedMachine booted;
    const auto backend = booted.makeBackend();
    booted.execute(
        {RemoveAddress{test::keptDirector().addresses.front()}, SetSysctl{u"ipv4/ip_forward"_s, u"1"_s, u"0"_s}});
    const QString directory = m->stateDirectory.path();
    QCOMPARE(restoreAtBoot(*backend, bootFileIn(directory), setupsFileIn(directory)), EXIT_SUCCESS);
    QCOMPARE(Applier(*backend).check(planOf(test::keptDirector())).outcome, ApplyOutcome::AlreadySo);

    // With a table of its own as well, of which the kept rules are no part.
    booted.execute({RemoveService{test::keptDirector().rules->service, {}}});
    m->machine.execute({AddService{test::service(test::database)}});
    QVERIFY(!codeOf(m->client->call(u"SaveBoot"_s, {}, true)));
    QCOMPARE(restoreAtBoot(*backend, bootFileIn(directory), setupsFileIn(directory)), EXIT_SUCCESS);
    QVERIFY(booted.table().find(test::database));
    QVERIFY(booted.table().find(test::keptDirector().service));
}

void TestKeptSetups::aBootTellsWhatIsMissing()
{
    const QString directory = m->stateDirectory.path();
    const auto backend = m->machine.makeBackend();
    const auto restored = [&] { return restoreAtBoot(*backend, bootFileIn(directory), setupsFileIn(directory)); };
    QCOMPARE(restored(), EXIT_FAILURE); // there is nothing, and nobody should have asked
    m->write(keptText({test::keptDirector()}));
    QCOMPARE(restored(), EXIT_SUCCESS);
    m->write(keptText({test::keptDirector()}) + "reboot\n");
    QCOMPARE(restored(), EXIT_FAILURE);
    KeptSetup hidden = test::keptDirector();
    hidden.addresses = {test::loopbackVip(u"172.18.100.99")}; // ARP is not restricted
    m->write(keptText({hidden}));
    QCOMPARE(restored(), EXIT_FAILURE);
    QVERIFY(QFile::remove(m->path()));
    QVERIFY(QDir(directory).mkdir(u"boot.setups"_s));
    QCOMPARE(restored(), EXIT_FAILURE);
}

QTEST_GUILESS_MAIN(TestKeptSetups)
#include "tst_keptsetups.moc"
