// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/privatedirectory.h"
#include "app/directors/sshlogin.h"
#include "app/directors/tcpconnections.h"
#include "tests/directors/askpass.h"
#include "tests/directors/scriptedprompter.h"
#include "tests/directors/sshserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Logins against a real OpenSSH server on loopback.
class TestSshLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownHostIsShownAndRemembered();
    void refusedHostKeyEndsTheLogin();
    void changedHostKeyIsAnAlarm();
    void passphraseIsAskedAgain();
    void closedQuestionCancels();
    void wrongPassword();
    void nobodyListens();
    void unknownName();
    void lostLink();
    void deletingWithdrawsTheQuestion();
    void channelDoesNotLogInByItself();
    void connectsFromTheOtherSide();
};

namespace {

struct Login {
    explicit Login(const test::SshServer &server, QString target = {})
        : command(*SshTarget::fromText(target.isEmpty() ? server.target() : target), directory->filePath(u"ctl"_s),
                  server.configFile())
        , login(std::make_unique<SshLogin>(command, test::askpassProgram(), directory->filePath(u"ask"_s), prompter,
                                           Asker{.hostName = u"director-1"_s}))
        , loggedIn(login.get(), &SshLogin::loggedIn)
        , ended(login.get(), &SshLogin::ended)
    {
    }

    bool succeeds()
    {
        login->start();
        return QTest::qWaitFor([this] { return !loggedIn.isEmpty() || !ended.isEmpty(); }, 20'000) &&
               !loggedIn.isEmpty();
    }
    std::optional<ErrorCode> fails()
    {
        login->start();
        if (!QTest::qWaitFor([this] { return !ended.isEmpty(); }, 30'000))
            return {};
        return ended.front().front().value<Error>().code;
    }

    std::unique_ptr<QTemporaryDir> directory = makePrivateDirectory();
    test::ScriptedPrompter prompter;
    SshCommand command;
    std::unique_ptr<SshLogin> login;
    QSignalSpy loggedIn;
    QSignalSpy ended;
};

} // namespace

void TestSshLogin::unknownHostIsShownAndRemembered()
{
    test::SshServer server;
    server.removePassphrase();
    Login first(server);
    first.prompter.onHostKey = [](const HostKeyQuestion &) { return true; };
    QVERIFY(first.succeeds());
    QCOMPARE(first.prompter.hostKeys.size(), size_t(1));
    QCOMPARE(first.prompter.hostKeys[0].keyType, u"ED25519"_s);
    QCOMPARE(first.prompter.hostKeys[0].fingerprint, server.fingerprint());
    QCOMPARE(first.prompter.askers[0].hostName, u"director-1"_s);

    Login second(server);
    QVERIFY(second.succeeds());
    QVERIFY(second.prompter.hostKeys.empty());
}

void TestSshLogin::refusedHostKeyEndsTheLogin()
{
    test::SshServer server;
    Login login(server);
    login.prompter.onHostKey = [](const HostKeyQuestion &) { return false; };
    QCOMPARE(login.fails(), ErrorCode::HostKeyRefused);
    QVERIFY(login.prompter.secrets.empty());
}

void TestSshLogin::changedHostKeyIsAnAlarm()
{
    test::SshServer server;
    server.removePassphrase();
    server.trustHostKey();
    server.changeHostKey();
    Login login(server);
    login.prompter.onHostKey = [](const HostKeyQuestion &) { return true; };
    QCOMPARE(login.fails(), ErrorCode::HostKeyChanged);
    QVERIFY(login.prompter.hostKeys.empty()); // no quick accept
    QCOMPARE(login.ended.front().front().value<Error>().values.value(0), server.fingerprint());
}

void TestSshLogin::passphraseIsAskedAgain()
{
    test::SshServer server;
    server.trustHostKey();
    Login login(server);
    login.prompter.onSecret = [](const SecretQuestion &question) {
        return std::optional(std::optional(question.again ? test::SshServer::passphrase() : u"wrong"_s));
    };
    QVERIFY(login.succeeds());
    QCOMPARE(login.prompter.secrets.size(), size_t(2));
    QCOMPARE(int(login.prompter.secrets[0].kind), int(SecretQuestion::Kind::KeyPassphrase));
    QVERIFY(!login.prompter.secrets[0].again);
    QVERIFY(login.prompter.secrets[1].again);
}

void TestSshLogin::closedQuestionCancels()
{
    test::SshServer server;
    server.trustHostKey();
    Login login(server);
    login.prompter.onSecret = [](const SecretQuestion &) { return std::optional(std::optional<QString>()); };
    QCOMPARE(login.fails(), ErrorCode::LoginCancelled);
    QCOMPARE(login.prompter.secrets.size(), size_t(1));
}

void TestSshLogin::wrongPassword()
{
    test::SshServer server;
    server.trustHostKey();
    server.refuseKeys();
    Login login(server);
    login.prompter.onSecret = [](const SecretQuestion &) { return std::optional(std::optional(u"wrong"_s)); };
    QCOMPARE(login.fails(), ErrorCode::LoginFailed);
    QCOMPARE(login.prompter.secrets.size(), size_t(3));
    QCOMPARE(int(login.prompter.secrets[0].kind), int(SecretQuestion::Kind::Password));
    QVERIFY(login.prompter.secrets[2].again);
}

void TestSshLogin::nobodyListens()
{
    test::SshServer server;
    server.stop();
    Login login(server);
    QCOMPARE(login.fails(), ErrorCode::ConnectionRefused);
}

void TestSshLogin::unknownName()
{
    test::SshServer server;
    Login login(server, u"no-such-host.invalid"_s);
    QCOMPARE(login.fails(), ErrorCode::HostNotFound);
}

void TestSshLogin::lostLink()
{
    test::SshServer server;
    server.removePassphrase();
    server.trustHostKey();
    Login login(server);
    QVERIFY(login.succeeds());
    server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(login.ended.size(), 1, 30'000);
    QCOMPARE(login.ended.front().front().value<Error>().code, ErrorCode::LinkLost);
}

void TestSshLogin::deletingWithdrawsTheQuestion()
{
    test::SshServer server;
    server.trustHostKey();
    Login login(server);
    login.login->start();
    QTRY_COMPARE_WITH_TIMEOUT(login.prompter.secrets.size(), size_t(1), 10'000);
    QVERIFY(!login.prompter.isWithdrawn());
    login.login.reset();
    QVERIFY(login.prompter.isWithdrawn());
}

void TestSshLogin::channelDoesNotLogInByItself()
{
    test::SshServer server;
    server.removePassphrase();
    server.trustHostKey();
    const auto channel = [](const Login &login) {
        QProcess process;
        process.start(u"ssh"_s, login.command.channel({u"echo"_s, u"here"_s}));
        process.waitForFinished();
        return std::pair(process.exitCode(), process.readAllStandardOutput());
    };
    Login login(server);
    QCOMPARE(channel(login).first, 255);
    QVERIFY(login.succeeds());
    QCOMPARE(channel(login), std::pair(0, "here\n"_ba));
}

void TestSshLogin::connectsFromTheOtherSide()
{
    test::SshServer server;
    server.removePassphrase();
    server.trustHostKey();
    Login login(server);
    QVERIFY(login.succeeds());
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    int accepted = 0;
    connect(&web, &QTcpServer::newConnection, &web, [&] {
        while (QTcpSocket *client = web.nextPendingConnection()) {
            ++accepted;
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    });
    const auto connected = [&](quint16 port) {
        const ServerKey endpoint{.address = IpAddress::fromIPv4(0x7f000001), .port = port};
        const auto future = tcpConnectionsBy(u"ssh"_s, login.command.connection(endpoint), 12, login.login.get());
        return QTest::qWaitFor([&] { return future.isFinished(); }, 60'000) ? future.result()
                                                                            : failure(ErrorCode::TimedOut);
    };
    QCOMPARE(connected(web.serverPort()), Result<quint32>(12));
    QCOMPARE(accepted, 12);
    const quint16 port = web.serverPort();
    web.close();
    QCOMPARE(connected(port), Result<quint32>(0));
}

QTEST_GUILESS_MAIN(TestSshLogin)
#include "tst_sshlogin.moc"
