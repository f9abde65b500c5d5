// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootforecast.h"
#include "tests/boot/keptsamples.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Code = BootNote::Code;

class TestBootForecast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notes_data();
    void notes();
    void bringsTheTable_data();
    void bringsTheTable();
    void stopSavesWhatTheKernelHas();
    void ownAddsWhatIsMissing();
    void setupsBringTheirRules();
    void timeoutsBeginAsTheKernelsOwn();
    void unknownIsNotNothing();
};

namespace {

const QByteArray rules = "-A -t 172.18.100.6:80 -s rr\n-a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 1\n";
const QByteArray daemonRules = "--start-daemon master --mcast-interface eth0 --syncid 1\n";

BootFile present(const QByteArray &content)
{
    return {.state = BootFile::State::Present, .content = content};
}

BootUnit unit(BootUnit::Installation installation, BootUnit::LastRun lastRun = BootUnit::LastRun::Succeeded)
{
    return {.installation = installation, .lastRun = lastRun};
}

constexpr auto Enabled = BootUnit::Installation::Enabled;
constexpr auto Disabled = BootUnit::Installation::Disabled;

/// A machine with our helper and nothing else.
BootState bare()
{
    const BootFile missing{.state = BootFile::State::Missing};
    return {.own = missing,
            .setups = missing,
            .ownUnit = unit(Enabled),
            .debianRules = missing,
            .debianDefaults = missing,
            .rhelRules = missing,
            .distributionUnit = unit(BootUnit::Installation::Missing)};
}

BootState debian(const QByteArray &defaults, const QByteArray &text = rules)
{
    BootState state = bare();
    state.distributionUnit = unit(Enabled);
    state.distributionLayout = BootLayout::Debian;
    state.debianDefaults = present(defaults);
    state.debianRules = present(text);
    return state;
}

BootState rhel(bool active)
{
    BootState state = bare();
    state.distributionUnit = unit(Enabled);
    state.distributionUnit.isActive = active;
    state.distributionLayout = BootLayout::Rhel;
    state.rhelRules = present(rules);
    return state;
}

template<class Change> BootState with(BootState state, Change change)
{
    change(state);
    return state;
}

/// The kernel's table: another one than in the files, with a threshold.
RuleState now()
{
    RealServer limited = server(11);
    limited.upperThreshold = 10;
    RuleState state{.timeouts = {900, 120, 300}};
    state.table.setService(service(database));
    state.table.setServers(database, {limited});
    return state;
}

} // namespace

void TestBootForecast::notes_data()
{
    QTest::addColumn<BootState>("state");
    QTest::addColumn<QList<Code>>("codes");
    const auto row = [](const char *name, const BootState &state, const QList<Code> &codes) {
        QTest::newRow(name) << state << codes;
    };
    const auto own = [](BootUnit ownUnit, const QByteArray &text = rules) {
        return with(bare(), [&](BootState &s) {
            s.own = present(text);
            s.ownUnit = ownUnit;
        });
    };
    row("nothing", bare(), {Code::NothingRestored});
    row("ours", own(unit(Enabled)), {});
    row("ours, off", own(unit(Disabled)), {Code::OwnUnitOff, Code::NothingRestored});
    row("ours, masked", own(unit(BootUnit::Installation::Masked)), {Code::OwnUnitOff, Code::NothingRestored});
    row("ours, failed", own(unit(Enabled, BootUnit::LastRun::Failed)), {Code::OwnUnitFailed});
    row("ours, faulty", own(unit(Enabled), "-a -f 1 -r 10.0.0.1 -m\n"), {Code::OwnFaulty});

    const auto withSetup = [](BootState state) {
        state.setups = present(keptText({keptDirector()}));
        return state;
    };
    row("set-ups", withSetup(bare()), {Code::SetupsKept});
    row("set-ups, off", withSetup(with(bare(), [](BootState &s) { s.ownUnit = unit(Disabled); })),
        {Code::OwnUnitOff, Code::NothingRestored});
    row("set-ups, faulty", with(withSetup(bare()), [](BootState &s) { s.setups.content += "reboot\n"; }),
        {Code::SetupsFaulty, Code::SetupsKept});
    row("set-ups and ours", withSetup(own(unit(Enabled))), {Code::SetupsKept});
    row("set-ups and Debian", withSetup(debian("AUTO=true\n")), {Code::SetupsKept, Code::BothRestore});

    row("Debian", debian("AUTO=true\n"), {});
    row("Debian as installed", debian("AUTO=\"false\"\n", "# ipvsadm.rules\n"), {Code::NothingRestored});
    row("Debian, AUTO off", debian("AUTO=\"false\"\n"), {Code::AutoIsOff, Code::NothingRestored});
    row("Debian, unit off", with(debian("AUTO=true\n"), [](BootState &s) { s.distributionUnit = unit(Disabled); }),
        {Code::UnitOff, Code::NothingRestored});
    row("Debian, unit failed",
        with(debian("AUTO=true\n"),
             [](BootState &s) { s.distributionUnit = unit(Enabled, BootUnit::LastRun::Failed); }),
        {Code::UnitFailed});
    row("Debian, defaults faulty", debian("AUTO=true\nSYNCID=x\n"),
        {Code::DefaultsFaulty, Code::AutoIsOff, Code::NothingRestored});
    row("Debian, rules faulty", debian("AUTO=true\n", rules + "-A -t 172.18.100.6:80 -s wlc\n"), {Code::RulesFaulty});
    row("Debian, daemon twice", debian("AUTO=true\nDAEMON=master\n", rules + daemonRules), {Code::DaemonTwice});
    row("Debian, another daemon", debian("AUTO=true\nDAEMON=backup\n", rules + daemonRules), {});
    row("Debian, both daemons", debian("AUTO=true\nDAEMON=both\n", rules + daemonRules), {Code::DaemonTwice});
    row("Debian, daemon lines not read", debian("AUTO=false\nDAEMON=master\n", daemonRules), {Code::NothingRestored});
    row("Debian, hidden",
        with(debian("AUTO=true\n"), [](BootState &s) { s.debianRules.state = BootFile::State::Hidden; }),
        {Code::Hidden});
    row("Debian and ours", with(debian("AUTO=true\n"), [](BootState &s) { s.own = present(rules); }),
        {Code::BothRestore});
    row("files without their unit", with(bare(), [](BootState &s) { s.debianRules = s.rhelRules = present(rules); }),
        {Code::NoUnit, Code::NoUnit, Code::NothingRestored});

    row("RHEL", rhel(false), {});
    row("RHEL, running", rhel(true), {Code::StopOverwrites, Code::StopLoses});
    row("RHEL, no file", with(rhel(false), [](BootState &s) { s.rhelRules = {.state = BootFile::State::Missing}; }),
        {Code::FileMissing, Code::NothingRestored});
    row("RHEL, off", with(rhel(false), [](BootState &s) { s.distributionUnit = unit(Disabled); }),
        {Code::UnitOff, Code::NothingRestored});
    row("RHEL, faulty", with(rhel(false), [](BootState &s) { s.rhelRules = present("-A -t 80\n"); }),
        {Code::RulesFaulty});
}

void TestBootForecast::notes()
{
    QFETCH(const BootState, state);
    QFETCH(const QList<Code>, codes);
    QList<Code> found;
    for (const BootNote &note : forecastBoot(state, now()).notes)
        found.append(note.code);
    QCOMPARE(found, codes);
}

void TestBootForecast::bringsTheTable_data()
{
    QTest::addColumn<BootState>("state");
    QTest::addColumn<bool>("comes");
    QTest::newRow("ours") << with(bare(), [](BootState &s) { s.own = present(rules); }) << true;
    QTest::newRow("ours, off") << with(bare(), [](BootState &s) {
        s.own = present(rules);
        s.ownUnit = unit(Disabled);
    }) << false;
    QTest::newRow("Debian") << debian("AUTO=true\n") << true;
    QTest::newRow("Debian, AUTO off") << debian("AUTO=false\n") << false;
    QTest::newRow("RHEL") << rhel(false) << true;
    QTest::newRow("nothing") << bare() << false;
}

void TestBootForecast::bringsTheTable()
{
    QFETCH(const BootState, state);
    QFETCH(const bool, comes);
    const BootForecast forecast = forecastBoot(state, now());
    QVERIFY(forecast.isKnown);
    QCOMPARE(forecast.after.table.find(web) != nullptr, comes);
    QCOMPARE(forecast.ownRestores || forecast.distributionRestores, comes);
}

void TestBootForecast::stopSavesWhatTheKernelHas()
{
    const BootForecast forecast = forecastBoot(rhel(true), now());
    QVERIFY(!forecast.after.table.find(web));
    QCOMPARE(forecast.after.table.find(database)->servers, std::vector{server(11)}); // without its threshold
}

void TestBootForecast::ownAddsWhatIsMissing()
{
    const QByteArray other =
        "-A -t 172.18.100.6:80 -s wlc\n-A -t 172.18.100.6:3306 -s rr\n--set 100 0 0\n" + daemonRules;
    const BootState state = with(debian("AUTO=true\n"), [&](BootState &s) { s.own = present(other); });
    const RuleState after = forecastBoot(state, now()).after;
    QCOMPARE(after.table.find(web)->service.scheduler.toString(), u"rr"_s); // Debian's came first
    QVERIFY(after.table.find(database));
    QCOMPARE(after.daemons.size(), 1u);
    QCOMPARE(after.timeouts, (Timeouts{100, 120, 300}));
}

void TestBootForecast::setupsBringTheirRules()
{
    BootState state = with(bare(), [](BootState &s) { s.own = present(rules); });
    state.setups = present(keptText({keptDirector()}));
    const BootForecast forecast = forecastBoot(state, {});
    QVERIFY(forecast.ownRestores);
    QCOMPARE(forecast.after.table.entries().size(), 2U);
    QCOMPARE(forecast.after.table.find(keptDirector().service)->servers.size(), 2U);
    state.setups.state = BootFile::State::Unknown;
    QVERIFY(!forecastBoot(state, {}).isKnown);
}

void TestBootForecast::timeoutsBeginAsTheKernelsOwn()
{
    QCOMPARE(forecastBoot(bare(), now()).after.timeouts, (Timeouts{900, 120, 300}));
    QCOMPARE(forecastBoot(debian("AUTO=true\n", "--set 0 60 0\n"), now()).after.timeouts, (Timeouts{900, 60, 300}));
}

void TestBootForecast::unknownIsNotNothing()
{
    const BootForecast forecast = forecastBoot({}, now());
    QVERIFY(!forecast.isKnown);
    QVERIFY(forecast.notes.empty());
}

QTEST_APPLESS_MAIN(TestBootForecast)
#include "tst_bootforecast.moc"
