// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's director through ssh, with the installed helper and the real polkit.
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestSshDirector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rootNeedsNoPassword();
    void operatorTypesThePassword();
    void wrongPassword();
    void dismissedQuestion();
    void ruleThatRefuses();
    void withoutHelper();
    void withoutIpvs();
    void helperKilled();
    void linkCut();
    void directorRebooted();
};

namespace {

using Visit = test::LabVisit;
constexpr auto patience = Visit::patience;

QString operatorsPassword()
{
    QFile file(lab::stateDirectory() + u"/password"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

const ChangePlan addService{{AddService{test::service(test::web)}}};
const QStringList emptyTable{};
const QStringList tableWithService{u"-A -t 172.18.100.6:80 -s rr"_s};

/// Runs a line of shell on the director when it goes out of scope.
struct AtEnd {
    QString line;
    ~AtEnd() { lab::shell(u"director"_s, line); }
};

} // namespace

void TestSshDirector::init()
{
    lab::clearTable();
}

void TestSshDirector::cleanup()
{
    lab::clearTable();
}

void TestSshDirector::rootNeedsNoPassword()
{
    Visit visit(u"root"_s);
    QVERIFY(visit.opens());
    QCOMPARE(visit.director->status().access, Access::Locked);
    visit.director->unlock();
    const auto report = visit.wait(visit.director->apply(addService));
    QVERIFY(report);
    QCOMPARE(report->outcome, ApplyOutcome::Applied);
    QCOMPARE(lab::table(), tableWithService);
    QVERIFY(visit.prompter.authentications.empty());
    QVERIFY(visit.wait(visit.director->apply(report->undo)));
    QCOMPARE(lab::table(), emptyTable);
}

void TestSshDirector::operatorTypesThePassword()
{
    Visit visit(u"operator"_s);
    visit.answerWith(operatorsPassword());
    QVERIFY(visit.opens());
    visit.director->unlock();
    const auto report = visit.wait(visit.director->apply(addService));
    QVERIFY(report);
    QCOMPARE(report->outcome, ApplyOutcome::Applied);
    QCOMPARE(lab::table(), tableWithService);
    QCOMPARE(visit.prompter.authentications.size(), size_t(1));
    const AuthenticationQuestion &question = visit.prompter.authentications[0];
    QVERIFY(question.actionId.startsWith(u"org.lvsconsole.helper1."_s));
    QVERIFY(!question.message.isEmpty());
    QVERIFY(!question.users.isEmpty());
    QCOMPARE(visit.prompter.askers[0].hostName, u"operator@director"_s);
}

void TestSshDirector::wrongPassword()
{
    Visit visit(u"operator"_s);
    visit.answerWith(u"wrong"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    const auto report = visit.wait(visit.director->apply(addService));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::AuthenticationFailed);
    QCOMPARE(lab::table(), emptyTable);
}

void TestSshDirector::dismissedQuestion()
{
    Visit visit(u"operator"_s);
    visit.prompter.onAuthentication = [](const AuthenticationQuestion &) {
        return std::optional(std::optional<AuthenticationAnswer>());
    };
    QVERIFY(visit.opens());
    visit.director->unlock();
    const auto report = visit.wait(visit.director->apply(addService));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::AuthenticationDismissed);
    QCOMPARE(lab::table(), emptyTable);

    visit.answerWith(operatorsPassword()); // the next click asks again
    const auto second = visit.wait(visit.director->apply(addService));
    QVERIFY(second);
    QCOMPARE(second->outcome, ApplyOutcome::Applied);
}

void TestSshDirector::ruleThatRefuses()
{
    const QString rule = u"/etc/polkit-1/rules.d/10-lvs-test.rules"_s;
    const AtEnd restore{u"rm "_s + rule};
    lab::need(u"director"_s,
              u"echo 'polkit.addRule(function(action, subject) { if (subject.user == \"viewer\" && "
              "action.id.indexOf(\"org.lvsconsole.helper1.edit\") == 0) return polkit.Result.NO; });' > "_s +
                  rule);
    Visit visit(u"viewer"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    QVERIFY(visit.wait(visit.director->read({}))); // looking is free
    const auto report = visit.wait(visit.director->apply(addService));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotAuthorized);
    QVERIFY(visit.prompter.authentications.empty());
    QCOMPARE(lab::table(), emptyTable);
}

void TestSshDirector::withoutHelper()
{
    const AtEnd restore{u"systemctl unmask --runtime lvs-console-helper.service"_s};
    lab::need(u"director"_s,
              u"systemctl mask --runtime --now lvs-console-helper.service && ipvsadm -A -t 172.18.100.6:80 -s rr "
              "&& ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 10"_s);
    Visit visit(u"viewer"_s);
    QVERIFY(visit.opens());
    QCOMPARE(visit.director->status().access, Access::ReadOnly);
    QCOMPARE(visit.director->status().error->code, ErrorCode::NoHelper);
    const auto read = visit.wait(visit.director->read({.allServers = true}));
    QVERIFY(read);
    QVERIFY(!read->hasTraffic);
    QCOMPARE(read->services.size(), size_t(1));
    QVERIFY(read->services[0].config == test::service(test::web));
    QVERIFY(read->servers.at(0).servers.at(0).config == test::server(11, 10));
    QVERIFY(visit.wait(visit.director->readConnections(Asking::Never)));
    const auto host = visit.wait(visit.director->readHost());
    QVERIFY(host);
    QCOMPARE(sysctlNumber(host->sysctls, u"ipv4/vs/expire_nodest_conn"), std::optional(0));
    QCOMPARE(host->kernel.state(KernelFeature::Kind::Core, u"ipvs"), FeatureState::Loaded);
    QCOMPARE(host->kernel.configuredTableBits, quint8(12));
    QVERIFY(!host->neighbours.empty());
}

void TestSshDirector::withoutIpvs()
{
    // Without the helper, which would load the module again.
    const AtEnd restore{u"systemctl unmask --runtime lvs-console-helper.service; modprobe ip_vs"_s};
    lab::need(u"director"_s,
              u"systemctl mask --runtime --now lvs-console-helper.service; "
              "ipvsadm -C; modprobe -r $(sed -n 's/^\\(\\(ip_vs_\\|xt_ipvs\\)[^ ]*\\).*/\\1/p' /proc/modules) ip_vs; "
              "! test -e /proc/net/ip_vs"_s);
    Visit visit(u"viewer"_s);
    QVERIFY(visit.opens());
    const auto read = visit.wait(visit.director->read({}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NoIpvs);
}

void TestSshDirector::helperKilled()
{
    Visit visit(u"root"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    QVERIFY(visit.wait(visit.director->apply(addService)));
    lab::need(u"director"_s, u"systemctl kill --signal=KILL lvs-console-helper.service"_s);
    QVERIFY(visit.readsAgain(patience));
    QCOMPARE(visit.director->status().access, Access::Editable);
    QVERIFY(visit.wait(visit.director->apply({{RemoveService{.before = test::service(test::web), .servers = {}}}})));
    QCOMPARE(lab::table(), emptyTable);
}

void TestSshDirector::linkCut()
{
    Visit visit(u"operator"_s);
    QVERIFY(visit.opens());
    QVERIFY(visit.wait(visit.director->read({})));
    QSignalSpy status(visit.director.get(), &Director::statusChanged);
    lab::shell(u"director"_s, u"pkill -KILL -u operator"_s);
    QVERIFY(visit.reaches(LinkState::Reconnecting));
    QVERIFY(visit.director->status().lastAnswer.isValid());
    QVERIFY(visit.readsAgain(patience));
}

void TestSshDirector::directorRebooted()
{
    Visit visit(u"root"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    QVERIFY(visit.wait(visit.director->read({})));
    const QDateTime answered = visit.director->status().lastAnswer;
    lab::shell(u"director"_s, u"systemctl reboot"_s);
    QVERIFY(visit.reaches(LinkState::Reconnecting, Visit::reboot));
    QVERIFY(visit.director->status().lastAnswer >= answered);
    QVERIFY(visit.readsAgain(Visit::reboot));
    QCOMPARE(visit.director->status().access, Access::Editable);
    lab::awaitHosts();
}

QTEST_GUILESS_MAIN(TestSshDirector)
#include "tst_sshdirector.moc"
