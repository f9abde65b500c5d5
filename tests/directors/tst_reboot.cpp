// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's director is rebooted: the table comes back by our unit, by Debian's layout and by that of RHEL.
#include "core/boot/bootforecast.h"
#include "core/boot/bootrules.h"
#include "core/director/snapshotdifference.h"
#include "core/rules/statedifference.h"
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestReboot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void ownUnit();
    void debianLayout();
    void rhelLayout();

private:
    /// What the kernel has, through the helper.
    RuleState present();
    BootState boot();
    void reboot();
    bool comesBack(const RuleState &before);
    /// The forecast for the next boot, which must hold.
    BootForecast forecast() { return forecastBoot(boot(), present()); }

    std::unique_ptr<LabVisit> m_visit;
};

namespace {

/// Without the run levels of init scripts, which take an emulated machine a minute.
const QString enable = u"SYSTEMCTL_SKIP_SYSV=1 systemctl enable ipvsadm.service"_s;
const QString disable = u"SYSTEMCTL_SKIP_SYSV=1 systemctl disable --now ipvsadm.service"_s;
/// Seconds for a command that is more than a look.
constexpr int slow = 180;

/// What Red Hat's unit does.
const QString rhelUnit = uR"([Unit]
Description=Initialise the Linux Virtual Server
After=syslog.target network.target

[Service]
Type=oneshot
ExecStart=/bin/bash -c "exec /sbin/ipvsadm-restore < /etc/sysconfig/ipvsadm"
ExecStop=/bin/bash -c "exec /sbin/ipvsadm-save -n > /etc/sysconfig/ipvsadm"
ExecStop=/sbin/ipvsadm -C
RemainAfterExit=yes

[Install]
WantedBy=multi-user.target
)"_s;

RealServer limited()
{
    RealServer limited = server(11, 10);
    limited.upperThreshold = 200;
    limited.lowerThreshold = 50;
    return limited;
}

/// Every kind of thing that can be kept.
ChangePlan everything()
{
    VirtualService marked = service(ServiceKey::forMark(7, Family::IPv6), u"sh");
    marked.flags = ServiceFlag::Persistent;
    marked.persistenceTimeout = 600;
    const SyncDaemon daemon{.role = SyncRole::Backup, .interface = *InterfaceName::fromText(u"lo"), .syncId = 3};
    return {{AddService{service(web, u"wrr")}, AddServer{web, limited()}, AddServer{web, server(12, 5)},
             AddService{marked}, SetTimeouts{{}, {1200, 0, 310}}, StartSyncDaemon{daemon}}};
}

/// No operation leads from one to the other, thresholds and all.
bool isSame(const RuleState &one, const RuleState &other)
{
    const ChangePlan plan = difference(one, other);
    for (const QString &command : commandsFor(plan))
        qWarning("differs: %s", qPrintable(command));
    return plan.isEmpty();
}

} // namespace

void TestReboot::initTestCase()
{
    lab::need(u"director"_s,
              u"mkdir /var/lib/lab/boot && cp -a /etc/ipvsadm.rules /etc/default/ipvsadm "
              "/var/lib/lab/boot && cp -Pp /etc/systemd/system/ipvsadm.service /var/lib/lab/boot/unit"_s);
}

void TestReboot::init()
{
    lab::clearTable();
    m_visit = std::make_unique<LabVisit>(u"root"_s);
    QVERIFY(m_visit->opens());
    m_visit->director->unlock();
    const auto timeouts = m_visit->wait(m_visit->director->readTimeouts());
    QVERIFY(timeouts);
    ChangePlan plan = everything();
    for (Operation &operation : plan.operations) {
        if (auto *set = std::get_if<SetTimeouts>(&operation))
            set->before = *timeouts;
    }
    const auto report = m_visit->wait(m_visit->director->apply(plan));
    QVERIFY(report);
    QVERIFY2(report->outcome == ApplyOutcome::Applied || report->outcome == ApplyOutcome::AlreadySo,
             qPrintable(report->error ? u"error %1"_s.arg(int(report->error->code)) : QString()));
}

/// The lab is as it was; what the kernel had goes with it.
void TestReboot::cleanupTestCase()
{
    m_visit.reset();
    lab::need(
        u"director"_s,
        u"rm -rf /var/lib/lvs-console-helper/boot.rules /etc/sysconfig && "
        "cd /var/lib/lab/boot && cp -a ipvsadm.rules /etc/ && cp -a ipvsadm /etc/default/ && "
        "SYSTEMCTL_SKIP_SYSV=1 systemctl disable --now ipvsadm.service; rm -f /etc/systemd/system/ipvsadm.service && "
        "cp -Pp unit /etc/systemd/system/ipvsadm.service && rm -r /var/lib/lab/boot && systemctl daemon-reload && "
        "ipvsadm --clear && ipvsadm --set 900 120 300; ipvsadm --stop-daemon backup || true"_s,
        slow);
}

RuleState TestReboot::present()
{
    Director &director = *m_visit->director;
    const auto snapshot = m_visit->wait(director.read({.allServers = true}));
    const auto timeouts = m_visit->wait(director.readTimeouts());
    const auto daemons = m_visit->wait(director.readSyncDaemons());
    [&] { QVERIFY(snapshot && timeouts && daemons); }();
    if (!snapshot || !timeouts || !daemons)
        return {};
    return {.table = tableOf(*snapshot), .timeouts = *timeouts, .daemons = *daemons};
}

BootState TestReboot::boot()
{
    const auto state = m_visit->wait(m_visit->director->readBoot());
    [&] { QVERIFY(state); }();
    return state.value_or(BootState());
}

void TestReboot::reboot()
{
    lab::shell(u"director"_s, u"systemctl reboot"_s);
    QVERIFY(m_visit->reaches(LinkState::Reconnecting, LabVisit::reboot));
    QVERIFY(m_visit->readsAgain(LabVisit::reboot));
}

/// The units that restore are started beside those that let us in.
bool TestReboot::comesBack(const RuleState &before)
{
    return QTest::qWaitFor([&] { return difference(present(), before).isEmpty(); }, QDeadlineTimer(LabVisit::reboot)) ||
           isSame(present(), before);
}

void TestReboot::ownUnit()
{
    const RuleState before = present();
    QVERIFY(m_visit->wait(m_visit->director->saveBoot()));
    QCOMPARE(lab::need(u"director"_s, u"stat -c '%U %a' /var/lib/lvs-console-helper{,/boot.rules}"_s),
             u"lvs-console-helper 700\nlvs-console-helper 600"_s);
    QVERIFY(boot().ownUnit.isEnabled());
    QVERIFY(forecast().ownRestores);
    QVERIFY(isSame(forecast().after, before));
    reboot();
    QVERIFY(comesBack(before));
    QTRY_COMPARE_WITH_TIMEOUT(boot().ownUnit.lastRun, BootUnit::LastRun::Succeeded, 60'000);
    QVERIFY(
        lab::need(u"director"_s, u"journalctl -b -o cat -u lvs-console-restore.service"_s).contains(u"restored ("_s));

    // Started again it finds everything there; a foreign change stays.
    lab::need(u"director"_s, u"ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 99 && "
                             "systemctl restart lvs-console-restore.service"_s);
    QCOMPARE(present().table.find(web)->find(server(12).key)->weight, 99u);
    QCOMPARE(present().table.serverCount(), before.table.serverCount());
    QVERIFY(m_visit->wait(m_visit->director->forgetBoot()));
    QCOMPARE(boot().own.state, BootFile::State::Missing);
}

void TestReboot::debianLayout()
{
    const RuleState before = present();
    const BootState installed = boot();
    QCOMPARE(installed.distributionUnit.installation, BootUnit::Installation::Masked);
    QVERIFY(m_visit->wait(m_visit->director->writeBootFiles(BootLayout::Debian, before, installed)));
    lab::need(u"director"_s, u"systemctl unmask ipvsadm.service && "_s + enable, slow);
    QCOMPARE(boot().distributionLayout, BootLayout::Debian);
    QCOMPARE(forecast().distributionRestores, BootLayout::Debian);
    QVERIFY(boot().debianDefaults.content.startsWith("# ipvsadm\n")); // the comments of the package
    reboot();
    QVERIFY(comesBack(before));
    QTRY_COMPARE_WITH_TIMEOUT(boot().distributionUnit.lastRun, BootUnit::LastRun::Succeeded, 60'000);
    lab::need(u"director"_s, disable, slow);
}

void TestReboot::rhelLayout()
{
    const RuleState before = present();
    lab::need(u"director"_s,
              u"mkdir -p /etc/sysconfig && cat >/etc/systemd/system/ipvsadm.service <<'END'\n"_s + rhelUnit +
                  u"END\nsystemctl daemon-reload && "_s + enable,
              slow);
    QVERIFY(m_visit->wait(m_visit->director->writeBootFiles(BootLayout::Rhel, before, boot())));
    QCOMPARE(boot().distributionLayout, BootLayout::Rhel);
    QVERIFY(isSame(forecast().after, before));
    reboot();
    QVERIFY(comesBack(before));
    // From now on the unit runs, and stopping it saves less than there is.
    const BootForecast next = forecast();
    QVERIFY(std::ranges::contains(next.notes, BootNote::Code::StopLoses, &BootNote::code));
    lab::need(u"director"_s, u"systemctl stop ipvsadm.service"_s);
    const auto stopped = readBootText(boot().rhelRules.content);
    QVERIFY(isSame({.table = stopped.state.table}, {.table = next.after.table}));
}

QTEST_GUILESS_MAIN(TestReboot)
#include "tst_reboot.moc"
