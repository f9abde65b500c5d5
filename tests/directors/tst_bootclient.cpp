// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/fakesystemd.h"
#include "tests/directors/machinefixture.h"

using namespace lvs;
using namespace Qt::StringLiterals;
using test::Helper;
using test::Opened;

/// What a director tells of its next boot, with a bus where services may be missing.
class TestBootClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bus = std::make_unique<test::PrivateBus>(); }
    void unitsAreAsSystemdTells_data();
    void unitsAreAsSystemdTells();
    void bootFilesMayBeUnknown();

private:
    std::unique_ptr<test::PrivateBus> m_bus;
};

void TestBootClient::unitsAreAsSystemdTells_data()
{
    QTest::addColumn<QString>("fileState");
    QTest::addColumn<QStringList>("program");
    QTest::addColumn<QString>("result"); // empty: never run
    QTest::addColumn<BootUnit>("unit");
    QTest::addColumn<std::optional<BootLayout>>("layout");
    using Layout = std::optional<BootLayout>;
    using Installation = BootUnit::Installation;
    using LastRun = BootUnit::LastRun;
    const auto unit = [](Installation installation, LastRun lastRun, bool active = false) {
        return BootUnit{.installation = installation, .lastRun = lastRun, .isActive = active};
    };
    const QStringList debian{u"/usr/libexec/ipvsadm/ipvsadm-start"_s};
    const QStringList script{u"/etc/init.d/ipvsadm"_s, u"start"_s};
    const QStringList rhel{u"/bin/bash"_s, u"-c"_s, u"exec /sbin/ipvsadm-restore < /etc/sysconfig/ipvsadm"_s};
    QTest::newRow("none") << QString() << QStringList() << QString() << unit(Installation::Missing, LastRun::Never)
                          << Layout();
    QTest::newRow("Debian") << u"enabled"_s << debian << u"success"_s
                            << unit(Installation::Enabled, LastRun::Succeeded, true) << Layout(BootLayout::Debian);
    QTest::newRow("init script") << u"generated"_s << script << u"success"_s
                                 << unit(Installation::Enabled, LastRun::Succeeded, true) << Layout(BootLayout::Debian);
    QTest::newRow("RHEL, failed") << u"enabled"_s << rhel << u"exit-code"_s
                                  << unit(Installation::Enabled, LastRun::Failed) << Layout(BootLayout::Rhel);
    QTest::newRow("RHEL, off") << u"disabled"_s << rhel << QString() << unit(Installation::Disabled, LastRun::Never)
                               << Layout(BootLayout::Rhel);
    QTest::newRow("masked") << u"masked"_s << QStringList() << QString() << unit(Installation::Masked, LastRun::Never)
                            << Layout();
    QTest::newRow("until the next boot") << u"enabled-runtime"_s << debian << QString()
                                         << unit(Installation::Disabled, LastRun::Never) << Layout(BootLayout::Debian);
    QTest::newRow("condition") << u"enabled"_s << debian << u"condition"_s
                               << unit(Installation::Enabled, LastRun::Skipped) << Layout(BootLayout::Debian);
    QTest::newRow("another's") << u"enabled"_s << QStringList{u"/opt/lvs/start"_s} << u"success"_s
                               << unit(Installation::Enabled, LastRun::Succeeded, true) << Layout();
}

void TestBootClient::unitsAreAsSystemdTells()
{
    QFETCH(const QString, fileState);
    QFETCH(const QStringList, program);
    QFETCH(const QString, result);
    QFETCH(const BootUnit, unit);
    QFETCH(const std::optional<BootLayout>, layout);
    const Helper helper(*m_bus, Verdict::Allowed);
    const test::FakeSystemd systemd(*m_bus, {.fileState = fileState, .program = program, .result = result});
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const auto state = there.wait(there.director->readBoot());
    QVERIFY(state);
    QCOMPARE(state->distributionUnit, unit);
    QCOMPARE(state->distributionLayout, layout);
    QCOMPARE(state->ownUnit, unit);
}

void TestBootClient::bootFilesMayBeUnknown()
{
    Helper helper(*m_bus, Verdict::Allowed);
    helper.connection.unregisterService(lvs::bus::filesServiceName);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const auto state = there.wait(there.director->readBoot());
    QVERIFY(state);
    QCOMPARE(state->own.state, BootFile::State::Missing);
    QCOMPARE(state->debianRules.state, BootFile::State::Unknown);
    QCOMPARE(state->rhelRules.state, BootFile::State::Unknown);
    QCOMPARE(state->distributionUnit.installation, BootUnit::Installation::Unknown); // no systemd on this bus
    there.director->unlock();
    QVERIFY(!there.wait(there.director->writeBootFiles(BootLayout::Debian, {}, *state)));
    QCOMPARE(there.director->status().link, LinkState::Live);
}

QTEST_GUILESS_MAIN(TestBootClient)
#include "tst_bootclient.moc"
