// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/everydialog.h"

#include "app/dialogs/annotationdialog.h"
#include "app/dialogs/bootdialog.h"
#include "app/dialogs/bootwritedialog.h"
#include "app/dialogs/cleardialog.h"
#include "app/dialogs/drainassistant.h"
#include "app/dialogs/duplicatedialog.h"
#include "app/dialogs/healthdialog.h"
#include "app/dialogs/markedservicedialog.h"
#include "app/dialogs/markremovalquestion.h"
#include "app/dialogs/movedialog.h"
#include "app/dialogs/pastedialog.h"
#include "app/dialogs/removalquestion.h"
#include "app/dialogs/serverdialog.h"
#include "app/dialogs/servicedialog.h"
#include "app/dialogs/syncdaemondialog.h"
#include "app/dialogs/sysctldialog.h"
#include "app/dialogs/termsdialog.h"
#include "app/dialogs/timeoutsdialog.h"
#include "app/dialogs/weightsdialog.h"
#include "app/directors/loginprompter.h"
#include "app/keepalived/configtextdialog.h"
#include "app/keepalived/keepaliveddialog.h"
#include "app/keepalived/keepalivedtools.h"
#include "app/login/authenticationdialog.h"
#include "app/login/connectdialog.h"
#include "app/login/hostkeydialog.h"
#include "app/login/secretdialog.h"
#include "app/session/setupreading.h"
#include "app/setup/setupplandialog.h"
#include "app/setup/setupwizard.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/app/dialogfields.h"
#include "tests/support/firewallobjects.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

LocalDirector::BackendFactory exampleServer(std::size_t number)
{
    return [machine = exampleServers()[number].machine] {
        return std::make_unique<SandboxBackend>(SandboxBackend::Clock(), 1, machine);
    };
}

} // namespace

SandboxWork::SandboxWork()
    : director(u"sandbox"_s, [] { return makeExampleSandbox(); })
    , firstServer(u"sandbox:rs1"_s, exampleServer(0))
    , secondServer(u"sandbox:rs2"_s, exampleServer(1))
    , session(&director)
    , drains(&session)
    , run(session.setups(), &sessions, &hosts)
{
    for (Director *host : {&director, &firstServer, &secondServer})
        hosts.add(host);
    sessions.add(&session);
}

void SandboxWork::open()
{
    session.watcher()->watch(&session, {.allServers = true});
    director.open();
    QTRY_VERIFY(session.watcher()->latest());
    director.unlock();
}

namespace {

class Dialogs
{
public:
    template<class Dialog, class... Arguments> Dialog &add(const QString &name, Arguments &&...arguments)
    {
        auto dialog = std::make_unique<Dialog>(std::forward<Arguments>(arguments)...);
        Dialog &made = *dialog;
        m_all.push_back({name, std::move(dialog)});
        return made;
    }
    /// Takes ownership.
    void adopt(const QString &name, QDialog *dialog)
    {
        dialog->hide();
        m_all.push_back({name, std::unique_ptr<QDialog>(dialog)});
    }
    std::vector<DialogOfTest> take() { return std::move(m_all); }

private:
    std::vector<DialogOfTest> m_all;
};

void chooseKind(const ServiceDialog &dialog, Protocol protocol)
{
    auto *kind = dialog.findChild<QComboBox *>(u"kind"_s);
    kind->setCurrentIndex(kind->findData(int(protocol)));
}

void addServiceDialogs(Dialogs &dialogs)
{
    KnownObjects known;
    known.services[web];
    dialogs.add<ServiceDialog>(u"service-new"_s, known, nullptr);

    auto &wrong = dialogs.add<ServiceDialog>(u"service-wrong"_s, known, nullptr);
    enter(wrong, u"address"_s, u"172.18.100"_s);
    enter(wrong, u"port"_s, u"0"_s);

    auto &taken = dialogs.add<ServiceDialog>(u"service-taken"_s, known, nullptr);
    enter(taken, u"address"_s, u"172.18.100.6"_s);
    enter(taken, u"port"_s, u"80"_s);

    auto &sip = dialogs.add<ServiceDialog>(u"service-sip"_s, known, nullptr); // everything at once
    chooseKind(sip, Protocol::Udp);
    enter(sip, u"address"_s, u"172.18.100.6"_s);
    enter(sip, u"port"_s, u"5060"_s);
    enter(sip, u"scheduler"_s, u"mh"_s);
    enter(sip, u"fallback"_s, u"on"_s);
    enter(sip, u"persistent"_s, u"on"_s);
    enter(sip, u"netmask"_s, u"/24"_s);
    enter(sip, u"engine"_s, u"sip"_s);
    sip.findChild<QToolButton *>()->setChecked(true);

    dialogs.add<MarkedServiceDialog>(u"marked-new"_s, known, nullptr).setFirewall(FirewallState());
    auto &ports = dialogs.add<MarkedServiceDialog>(u"marked-wrong"_s, known, nullptr);
    ports.setFirewall(std::nullopt);
    enter(ports, u"address"_s, u"172.18.100"_s);
    enter(ports, u"ports"_s, u"80-"_s);
    enter(ports, u"mark"_s, u"4294967295"_s);
    FirewallState rivals;
    rivals.marks = {{.rule = webMark(7, u"443"), .program = FirewallProgram::IptablesNft}};
    auto &rare = dialogs.add<MarkedServiceDialog>(u"marked-warnings"_s, known, nullptr); // everything at once
    rare.setFirewall(rivals);
    enter(rare, u"address"_s, u"172.18.100.6"_s);
    enter(rare, u"ports"_s, u"80, 443, 8000-8080"_s);
    enter(rare, u"persistent"_s, u"on"_s);
    enter(rare, u"onePacket"_s, u"on"_s);
    rare.findChild<QToolButton *>()->setChecked(true);
    known.services[ServiceKey::forMark(1, Family::IPv4)];
    auto &rule = dialogs.add<MarkedServiceDialog>(u"marked-rule"_s, known, nullptr);
    rule.setFirewall(FirewallState());
    enter(rule, u"address"_s, u"172.18.100.8"_s);
    enter(rule, u"ports"_s, u"443"_s);
    enter(rule, u"mark"_s, u"1"_s);
    dialogs.adopt(u"marked-removal"_s, new MarkRemovalQuestion(std::vector<MarkRule>(9, webMark()), nullptr));

    VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4), u"wlc");
    marked.flags = ServiceFlag::Persistent | ServiceFlag::OnePacket | ServiceFlag::Scheduler2;
    marked.persistenceTimeout = 7200;
    marked.netmask = 0;
    dialogs.add<ServiceDialog>(u"service-mark"_s, marked, nullptr);
    auto &noTimeout = dialogs.add<ServiceDialog>(u"service-no-timeout"_s, marked, nullptr);
    enter(noTimeout, u"persistenceTimeout"_s, u"0"_s);
}

void addServerDialogs(Dialogs &dialogs)
{
    auto &nat =
        dialogs.add<ServerDialog>(u"server-nat"_s, service(web), Forwarding::Masquerading, KnownObjects(), nullptr);
    enter(nat, u"address"_s, u"192.168.10.11"_s);
    enter(nat, u"port"_s, u"8080"_s);
    enter(nat, u"weight"_s, u"10"_s);
    auto &direct =
        dialogs.add<ServerDialog>(u"server-dr"_s, service(web), Forwarding::Gatewaying, KnownObjects(), nullptr);
    enter(direct, u"address"_s, u"192.168.10.12"_s);
    auto &wrong =
        dialogs.add<ServerDialog>(u"server-wrong"_s, service(web), Forwarding::Masquerading, KnownObjects(), nullptr);
    enter(wrong, u"address"_s, u"192.168.10"_s);
    enter(wrong, u"weight"_s, u"many"_s);

    RealServer limited = server(11, 0);
    limited.upperThreshold = 100;
    limited.lowerThreshold = 80;
    limited.forwarding = Forwarding::Tunnelling;
    limited.tunnel = {.type = TunnelType::Gue, .port = 6080, .checksum = TunnelChecksum::RemoteChecksum};
    VirtualService persistent = service(web, u"wlc");
    persistent.flags = ServiceFlag::Persistent;
    dialogs.add<ServerDialog>(u"server-tunnel"_s, persistent, limited, nullptr);
    auto &crossed = dialogs.add<ServerDialog>(u"server-thresholds"_s, persistent, limited, nullptr);
    enter(crossed, u"lowerThreshold"_s, u"101"_s);
}

void addBulkDialogs(Dialogs &dialogs)
{
    IpvsTable table;
    table.setService(service(web, u"wrr"));
    table.setServers(web, {server(12, 2), server(11, 1)});
    table.setService(service(database));
    table.setServers(database, {server(11, 5, 3306)});
    const std::vector<PlacedServer> servers{{web, server(11, 1)}, {web, server(12, 2)}};
    dialogs.add<HealthDialog>(u"health"_s, 12, HealthOptions(), nullptr);
    auto &unhealthy = dialogs.add<HealthDialog>(u"health-wrong"_s, 1, HealthOptions(), nullptr);
    enter(unhealthy, u"port"_s, u"65536"_s);
    enter(unhealthy, u"path"_s, u"index"_s);
    enter(unhealthy, u"host"_s, u"a b"_s);
    auto &weights = dialogs.add<WeightsDialog>(u"weights"_s, servers, nullptr);
    weights.findChild<QLineEdit *>(u"number"_s)->setText(u"5"_s);
    auto &wrong = dialogs.add<WeightsDialog>(u"weights-wrong"_s, servers, nullptr);
    wrong.findChild<QLineEdit *>(u"number"_s)->setText(u"many"_s);
    dialogs.add<MoveDialog>(u"move"_s, servers, std::make_shared<const IpvsTable>(table), nullptr);
    auto &duplicate = dialogs.add<DuplicateDialog>(u"duplicate"_s, web, table, nullptr);
    duplicate.findChild<QLineEdit *>(u"port"_s)->setText(u"8080"_s);
    auto &taken = dialogs.add<DuplicateDialog>(u"duplicate-taken"_s, web, table, nullptr);
    taken.findChild<QLineEdit *>(u"port"_s)->setText(u"3306"_s);
    dialogs.add<ClearDialog>(u"clear"_s, u"director-1.example.net"_s, table, nullptr);
}

void addSessionDialogs(Dialogs &dialogs, SandboxWork &work)
{
    work.drains.add({{web, server(11, 3)}, {database, server(13, 0, 3306)}}, true);
    auto &drains = dialogs.add<DrainAssistant>(u"drains"_s, &work.session, &work.drains, nullptr);
    drains.show(); // it reads what its director is set to
    QTRY_VERIFY(!drains.findChild<QPlainTextEdit *>(u"drainCommands"_s)->toPlainText().isEmpty());
    const QString rules = u"[root@lvs ~]# ipvsadm -A -t web:80 -s rr\nipvsadm -A -t 172.18.100.6:8080 -s rr -p\nls\n"_s;
    auto &paste = dialogs.add<PasteDialog>(u"paste"_s, &work.session, rules, nullptr);
    QTRY_VERIFY(!paste.plan().isEmpty());

    dialogs.add<RemovalQuestion>(u"removal"_s, &work.director, u"192.168.10.11:80"_s,
                                 Holdings{.active = 14, .inactive = 9, .templates = 3}, nullptr);
}

ConfigTextDialog *shownConfig()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<ConfigTextDialog *>(window);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void addKeepalivedDialogs(Dialogs &dialogs, SandboxWork &work)
{
    work.session.ownership()->setFiles(
        {{u"/etc/keepalived/keepalived.conf"_s,
          u"virtual_server 172.18.100.6 80 {\n    lvs_sched wrr\n    lvs_method NAT\n    protocol TCP\n    bogus yes\n"
          "    real_server 192.168.10.11 80 {\n        weight 7\n    }\n}\n"_s}});
    QTRY_VERIFY(work.session.ownership()->keepalived());
    auto &drift = dialogs.add<KeepalivedDialog>(u"keepalived"_s, &work.session);
    QTRY_VERIFY(drift.findChild<QTreeWidget *>(u"driftList"_s)->topLevelItemCount() > 1);

    KeepalivedTools tools(&work.session, nullptr);
    ConfigTextDialog *dialog = nullptr;
    tools.exportTable();
    QTRY_VERIFY((dialog = shownConfig()));
    dialogs.adopt(u"keepalived-export"_s, dialog);
    const QFuture<Result<void>> drained = work.session.drain({{web, server(12, 2)}});
    QTRY_VERIFY(drained.isFinished());
    QVERIFY(drained.result());
    tools.showChangedConfig();
    QTRY_VERIFY((dialog = shownConfig()));
    QVERIFY(!dialog->findChild<QLabel *>(u"configProblems"_s)->text().isEmpty()); // the file does not have that server
    dialogs.adopt(u"keepalived-changed"_s, dialog);
}

/// A director whose unit of Debian restores something else than its kernel has.
BootPicture bootPicture()
{
    const BootUnit disabled{.installation = BootUnit::Installation::Disabled};
    BootPicture picture{
        .state = {.own = {.state = BootFile::State::Missing},
                  .setups = {.state = BootFile::State::Missing},
                  .ownUnit = {.installation = BootUnit::Installation::Enabled},
                  .debianRules = {.state = BootFile::State::Present,
                                  .content = "-A -t 172.18.100.7:80 -s rr\n--start-daemon master --syncid 1\n",
                                  .changedAt = QDateTime::currentDateTimeUtc()},
                  .debianDefaults = {.state = BootFile::State::Present,
                                     .content = "AUTO=\"true\"\nDAEMON=\"master\"\n"},
                  .rhelRules = {.state = BootFile::State::Missing},
                  .distributionUnit = disabled,
                  .distributionLayout = BootLayout::Debian},
        .now = {.timeouts = {900, 120, 300}}};
    picture.now.table.setService(service(web));
    picture.now.table.setServers(web, {server(11)});
    picture.forecast = forecastBoot(picture.state, picture.now);
    for (const BootSource source : everyBootSource)
        picture.differences[std::size_t(source)] = qsizetype(differencesOf(picture, source).operations.size());
    return picture;
}

void addOtherDialogs(Dialogs &dialogs)
{
    dialogs.add<AnnotationDialog>(
        u"annotation"_s, u"192.168.10.11"_s,
        u"They are for 192.168.10.11 in every service of this director. This console keeps them; the director does "
        "not know them."_s,
        Annotation{u"rack 1"_s, u"Disk replaced in May.\nAsk before taking it out of service."_s});
    const BootPicture boot = bootPicture();
    dialogs.add<BootDialog>(u"boot"_s, boot, nullptr).setEditable(true);
    for (const auto layout : {BootLayout::Debian, BootLayout::Rhel}) {
        auto &write = dialogs.add<BootWriteDialog>(layout == BootLayout::Debian ? u"boot-debian"_s : u"boot-rhel"_s,
                                                   boot, layout, nullptr);
        QTRY_VERIFY(write.findChild<QPushButton *>(u"accept"_s)->isEnabled());
    }
    auto &timeouts = dialogs.add<TimeoutsDialog>(u"timeouts"_s, Timeouts{900, 120, 300});
    enter(timeouts, u"tcp"_s, u"1800"_s);
    const QString pair = u"3 50"_s;
    auto &tunable = dialogs.add<SysctlDialog>(u"tunable"_s, u"ipv4/vs/sync_threshold"_s, pair, pair);
    enter(tunable, u"second"_s, u"100"_s);
    const QString off = u"0"_s;
    auto &defence = dialogs.add<SysctlDialog>(u"tunable-choice"_s, u"ipv4/vs/drop_entry"_s, off, off);
    defence.findChild<QComboBox *>(u"value"_s)->setCurrentIndex(2);
    std::vector<HostInterface> interfaces(1);
    interfaces[0].name = *InterfaceName::fromText(u"eth1");
    auto &daemon = dialogs.add<SyncDaemonDialog>(u"sync-daemon"_s, SyncRole::Master, interfaces);
    enter(daemon, u"syncId"_s, u"7"_s);
    dialogs.add<TermsDialog>(u"terms"_s, nullptr).select(u"FullNAT"_s);
}

void addLoginDialogs(Dialogs &dialogs)
{
    const Asker asker{.hostName = u"director-1.example.net"_s, .environment = Environment::Production};
    auto &connecting = dialogs.add<ConnectDialog>(u"connect-new"_s, nullptr);
    connecting.findChild<QLineEdit *>()->setText(u"root@director-1.example.net"_s);
    auto &wrong = dialogs.add<ConnectDialog>(u"connect-wrong"_s, nullptr);
    wrong.findChild<QLineEdit *>()->setText(u"root@"_s);
    dialogs.add<HostKeyDialog>(u"host-key-new"_s, asker,
                               HostKeyQuestion{.host = u"director-1.example.net (172.18.100.6)"_s,
                                               .keyType = u"ED25519"_s,
                                               .fingerprint = u"SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8"_s},
                               nullptr);
    dialogs.add<SecretDialog>(u"secret"_s, asker,
                              SecretQuestion{.subject = u"operator@director-1.example.net"_s, .again = true}, nullptr);
    dialogs.add<AuthenticationDialog>(
        u"authentication"_s, asker,
        AuthenticationQuestion{.actionId = u"org.lvsconsole.helper1.write"_s,
                               .message = u"Authentication is required to change the IPVS table of this computer, as "
                                          "any administrator may."_s,
                               .users = {u"operator"_s, u"root"_s},
                               .prompt = u"Password: "_s},
        nullptr);
}

/// Goes on with a wizard's button, as soon as it can be pressed.
void press(const QDialog &wizard, const QString &name)
{
    auto *button = wizard.findChild<QPushButton *>(name);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), std::chrono::minutes(1));
    button->click();
}

/// On each of its pages, and after it has done its work.
void addSetupDialogs(Dialogs &dialogs, SandboxWork &work)
{
    SetupWish wish{.director = work.director.id()};
    wish.service.key = tcp(u"172.18.100.7", 80);
    const auto read = readSetup(work.hosts, wish);
    QTRY_VERIFY(read.isFinished());
    const QStringList names{u"setup-service"_s, u"setup-method"_s, u"setup-servers"_s,
                            u"setup-checks"_s,  u"setup-plan"_s,   u"setup-done"_s};
    for (qsizetype page = 0; page < names.size(); ++page) {
        auto &wizard = dialogs.add<SetupWizard>(names[page], read.result(),
                                                page == 0 ? SetupWish{.director = wish.director} : wish, &work.run,
                                                &work.hosts, nullptr);
        for (qsizetype step = 0; step < page; ++step) {
            if (step == 2) // the machines are found by their addresses
                QTRY_COMPARE(wizard.findChild<QComboBox *>(u"serverHost2"_s)->currentData(), u"sandbox:rs2"_s);
            press(wizard, u"wizardNext"_s);
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(!work.run.isRunning(), std::chrono::minutes(1));
    dialogs.add<SetupPlanDialog>(u"setup-plan-made"_s, work.run.id(), work.session.setups(), &work.run, nullptr);
}

} // namespace

std::vector<DialogOfTest> everyDialog(SandboxWork &work)
{
    Dialogs dialogs;
    addServiceDialogs(dialogs);
    addServerDialogs(dialogs);
    addBulkDialogs(dialogs);
    addSessionDialogs(dialogs, work);
    addOtherDialogs(dialogs);
    addLoginDialogs(dialogs);
    addKeepalivedDialogs(dialogs, work);
    addSetupDialogs(dialogs, work);
    return dialogs.take();
}

} // namespace lvs::test
